/* Candidates that no noun of forces announces. */
#include "frames/plain.h"

#include "frames/giver.h"

bool plain_gives(const Mention *m)
{
    return m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM || m->kind == MENTION_OWN || m->kind == MENTION_NEIGHBOUR || m->kind == MENTION_DEMONYM;
}

static const uint64_t PLAIN_ACTS = VC(CONTRIBUTE) | VC(TAKE_OVER) | VC(HAND_OVER) | VC(WITHDRAW) | VC(RETURN) | VC(EXTEND) | VC(END) | VC(RESUME) |
                                   VC(SUSPEND) | VC(DENY) | VC(RELIEVE) | VC(COMMAND) | VC(DEPLOY) | VC(REMAIN) | VC(SERVE) | VC(ENLARGE) | VC(REDUCE) |
                                   VC(TASK) | VC(DEPART) | VC(ARRIVE) | VC(ROTATE) | VC(GO) | VC(WEIGH) | VC(OFFER) | VC(BE);

/* Classes of the clause's verbs and of the idioms in it. */
uint64_t plain_acts(const Analysis *a, const Mention *m)
{
    int32_t clause = a->clauses.of[m->first - a->first];
    uint64_t acts = a->clauses.clause.item[clause].classes;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *n = &a->mention.item[i];
        if (n->kind != MENTION_MARKER || a->clauses.of[n->first - a->first] != clause) continue;
        Span rest = lexicon_field(n->entry, "class"), piece;
        while (span_cut(&rest, '|', &piece))
            if (span_starts(piece, SPAN("act:"))) acts |= class_bit(span_sub(piece, 4, piece.len));
    }
    return acts;
}

/* `de bijdrage`, `hun inzet`, `deze deelname`: an act noun that the text has spoken of. */
static bool definite(const Context *c, const Analysis *a, int32_t i)
{
    for (int32_t k = i - 1; k >= a->first && k >= i - 3; k--) {
        if (token_is(c->d, k, "een")) return false;
        if (function_of(a, k) & (FC(DET) | FC(POSSESSIVE))) return true;
    }
    return false;
}

static const uint64_t TURNS = VC(REMAIN) | VC(EXTEND) | VC(END) | VC(WITHDRAW) | VC(RESUME) | VC(SUSPEND) | VC(ENLARGE) | VC(REDUCE);

/* `de missie`, `die operatie`, `Minusma`: words for a mission that no preposition governs. */
static bool is_mission(const Context *c, const Analysis *a, const Mention *m)
{
    if (m->kind == MENTION_MISSION) return true;
    return m->kind == MENTION_ACTNOUN && (verb_classes(m->entry) & VC(MISSION)) && definite(c, a, m->first);
}

/* Whether clause `clause` names a mission, or a place abroad by its country. */
static bool tells_where(const Context *c, const Analysis *a, int32_t clause)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (a->clauses.of[m->first - a->first] != clause) continue;
        if (m->kind == MENTION_MISSION || marker_is(m, "mission_anaphor") || scope_says_where(c, a, m)) return true;
    }
    return false;
}

/* Whose act or mission an act noun is: `de Nederlandse bijdrage`, `de inzet van ons land`. */
static bool is_owned(const Context *c, const Analysis *a, const Mention *m)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *n = &a->mention.item[i];
        bool before = (n->kind == MENTION_ADJECTIVE || n->kind == MENTION_OWN) && n->last <= m->first && m->first - n->last <= 2;
        bool behind = plain_gives(n) && n->prep == m->last && token_is(c->d, m->last, "van");
        if (before || behind) return true;
    }
    return false;
}

/* `het Nederlandse vertrek uit Litouwen`, `De terugtrekking van de Fransen uit Mali is begonnen`: whose forces leave, told by the act alone. */
static bool leaves_place(const Context *c, const Analysis *a, const Mention *m)
{
    if (m->kind != MENTION_ACTNOUN || m->prep >= 0 || !(verb_classes(m->entry) & (VC(WITHDRAW) | VC(DEPART) | VC(RETURN))) || !is_owned(c, a, m)) return false;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *where = &a->mention.item[i];
        bool out = where->first > m->first && where->prep >= 0 && token_is(c->d, where->prep, "uit") && a->clauses.of[where->first - a->first] == a->clauses.of[m->first - a->first];
        if (out && scope_says_where(c, a, where)) return true;
    }
    return false;
}

/* Those who act for their country: cabinet, ministry, army, navy. */
static bool acts_for_state(const Mention *m)
{
    if (m->kind == MENTION_UNIT) return lexicon_has(m->entry, "kind", "service") || lexicon_has(m->entry, "kind", "branch");
    return m->kind == MENTION_BODY && lexicon_has(m->entry, "kind", "ministry");
}

bool plain_runs(const Context *c, const Analysis *a, const Mention *m)
{
    const Clause *x = clause_at(&a->clauses, m->first);
    for (int v = 0; v < x->verbs; v++)
        if (word_in(c->d, x->verb[v].token, WORDS_RUNNING)) return true;
    return false;
}

/* A giver as subject of an act, or an act noun that is somebody's: `de Nederlandse bijdrage`, `de inzet van ons land`. */
static bool hangs(const Context *c, const Analysis *a, const Mention *m)
{
    if (plain_gives(m) && m->prep < 0) {
        if (!m->id.len || m->id.len > 2) return false;
        int32_t listed = m->kind == MENTION_COUNTRY ? scope_place_prep(c, a, m) : -1;
        /* `samen met soldaten uit Noorwegen, Tsjechië en Luxemburg`, `bijdragen aan Libanon, Bosnië en Irak`, `naast Zweden en Polen doet ook` */
        if (listed >= 0 && (word_in(c->d, listed, WORDS_OUT_OF) || word_in(c->d, listed, WORDS_NEXT_TO) || token_is(c->d, listed, "aan"))) return false;
        if (scope_is_place_of(c, a, m)) return false;
        if (plain_takes(c, a, m)) return false;
        if (m->kind == MENTION_OWN && m->last - m->first == 1 && !(function_of(a, m->first) & FC(PRON))) return false;
        return (plain_acts(a, m) & PLAIN_ACTS) != 0;
    }
    /* `wordt door Duitsland overgenomen` */
    if (plain_gives(m) && m->id.len == 2 && m->prep >= 0 && token_is(c->d, m->prep, "door") && clause_at(&a->clauses, m->first)->passive) return (plain_acts(a, m) & (VC(TAKE_OVER) | VC(TASK))) != 0;
    if (m->kind == MENTION_BODY && lexicon_has(m->entry, "kind", "cabinet") && m->prep < 0) return (plain_acts(a, m) & (PLAIN_ACTS | VC(DECIDE) | VC(APPROVE))) != 0;
    if (m->kind == MENTION_ACTNOUN && (verb_classes(m->entry) & VC(MISSION)) && is_owned(c, a, m)) return (plain_acts(a, m) & TURNS) != 0;
    if (leaves_place(c, a, m)) return true;
    if (acts_for_state(m) && m->prep < 0 && !(c->d->tokens.item[m->first].flags & TOKEN_BRACKETED)) return (plain_acts(a, m) & PLAIN_ACTS) != 0;
    if (m->prep < 0 && is_mission(c, a, m)) return (plain_acts(a, m) & TURNS) != 0 || plain_runs(c, a, m);
    if (m->kind == MENTION_MISSION && m->prep >= 0 && token_is(c->d, m->prep, "aan")) return (plain_acts(a, m) & (VC(SERVE) | VC(CONTRIBUTE))) != 0;
    if (m->kind != MENTION_ACTNOUN || !(verb_classes(m->entry) & (VC(CONTRIBUTION) | VC(EXTEND)))) return false;
    if (is_owned(c, a, m) || (m->prep < 0 && plain_runs(c, a, m))) return true;
    if (definite(c, a, m->first) && (plain_acts(a, m) & ~(VC(AUX) | VC(MODAL) | VC(SAY)))) return true;
    return tells_where(c, a, a->clauses.of[m->first - a->first]);
}

/* `De ministerraad besliste om deel te nemen aan EUTM`: the infinitive tells it, where something hangs on it. */
static bool told_by_infinitive(const Context *c, const Analysis *a, const Mention *body)
{
    if (body->kind != MENTION_BODY || !lexicon_has(body->entry, "kind", "cabinet")) return false;
    int32_t of = a->clauses.of[body->first - a->first];
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        const Clause *x = clause_at(&a->clauses, m->first);
        if (x->kind == CLAUSE_INFINITIVE && x->parent == of && m->first > body->first && hangs(c, a, m)) return true;
    }
    return false;
}

/* `De ministerraad keurde de Belgische deelname goed`: whose part it is stands there. */
static bool decides_on_part(const Context *c, const Analysis *a, const Mention *body)
{
    if (body->kind != MENTION_BODY || !lexicon_has(body->entry, "kind", "cabinet")) return false;
    int32_t of = a->clauses.of[body->first - a->first];
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool part = m->kind == MENTION_ACTNOUN && (verb_classes(m->entry) & VC(CONTRIBUTION)) && a->clauses.of[m->first - a->first] == of;
        if (part && m->first > body->first && is_owned(c, a, m)) return true;
    }
    return false;
}

/* `de helikopters die België stuurde`: the forces are what it gives. */
static bool gives_forces(const Context *c, const Analysis *a, const Mention *m)
{
    for (Size i = 0; clause_at(&a->clauses, m->first)->kind == CLAUSE_RELATIVE && i < a->force.len; i++)
        if (giver_in_relative(c, a, &a->force.item[i], (Span){0}) == m) return true;
    return false;
}

int plain_find(const Context *c, const Analysis *a, int32_t *at, int room)
{
    int n = 0;
    for (Size i = 0; i < a->mention.len && n < room; i++) {
        const Mention *m = &a->mention.item[i];
        if (!hangs(c, a, m) || told_by_infinitive(c, a, m) || decides_on_part(c, a, m) || gives_forces(c, a, m)) continue;
        bool same = false;
        for (int k = 0; k < n; k++) same = same || a->clauses.of[at[k] - a->first] == a->clauses.of[m->first - a->first];
        if (!same) at[n++] = m->first;
    }
    return n;
}

/* `missies`, `de bijdragen`: several missions or contributions at once. */
static bool several(const Mention *m)
{
    if (m->kind != MENTION_ACTNOUN || !(verb_classes(m->entry) & (VC(MISSION) | VC(CONTRIBUTION)))) return false;
    return !span_equal(lexicon_form(m->entry), lexicon_field(m->entry, "lemma"));
}

int plain_theatres(const Context *c, const Analysis *a, int32_t clause, Span *ids, Range *at, int room)
{
    int n = 0;
    bool open = false;
    for (Size i = 0; i < a->mention.len && n < room; i++) {
        const Mention *m = &a->mention.item[i];
        if (a->clauses.of[m->first - a->first] != clause) continue;
        open = open || several(m);
        if (!open || m->kind != MENTION_COUNTRY || m->id.len != 2 || !scope_says_where(c, a, m)) continue;
        bool known = false;
        for (int k = 0; k < n; k++) known = known || span_equal(ids[k], m->id);
        if (known) continue;
        at[n] = token_range(c->d, m->first, m->last);
        ids[n++] = m->id;
    }
    return n;
}

bool plain_yields(const Context *c, const Analysis *a, const Mention *m)
{
    bool state = m->kind == MENTION_COUNTRY || m->kind == MENTION_DEMONYM || m->kind == MENTION_METONYM;
    return state && m->id.len == 2 && m->prep >= 0 && token_is(c->d, m->prep, "van") && (plain_acts(a, m) & VC(TAKE_OVER)) && !span_equal(m->id, c->reading->country);
}

bool plain_takes(const Context *c, const Analysis *a, const Mention *m)
{
    bool state = m->kind == MENTION_COUNTRY || m->kind == MENTION_DEMONYM, to = m->prep >= 0 && (token_is(c->d, m->prep, "aan") || token_is(c->d, m->prep, "op"));
    int32_t listed = state && m->prep < 0 ? scope_place_prep(c, a, m) : -1;   /* `aan Slowakije en Hongarije` */
    to = to || (listed >= 0 && (token_is(c->d, listed, "aan") || token_is(c->d, listed, "op")));
    if (!state || m->id.len != 2 || !to || !giver_can(m->id) || topic_has(&c->hosts, m->id)) return false;
    for (Size i = 0; i < a->force.len; i++)
        if (a->force.item[i].first <= m->first && m->last <= a->force.item[i].last && a->force.item[i].head >= m->last) return false;
    return (plain_acts(a, m) & VC(HAND_OVER)) != 0;
}

bool plain_commands(const Context *c, const Analysis *a, const Mention *m)
{
    return plain_gives(m) && m->id.len == 2 && scope_holds_command(c, a, m);
}

const Force *plain_content(const Document *d, const Analysis *a, int32_t clause)
{
    bool contributes = a->clauses.clause.item[clause].classes & VC(CONTRIBUTE);
    for (Size i = 0; i < a->force.len; i++) {
        const Force *f = &a->force.item[i];
        if (f->quantity.some || f->contained || f->weak || f->elided || f->prep <= a->first || a->clauses.of[f->head - a->first] != clause) continue;
        bool with = token_is(d, f->prep, "met"), of = token_is(d, f->prep, "van");
        const Mention *noun = mention_at(a, f->prep - 1, MENTION_ACTNOUN);
        if ((with && contributes) || ((of || with) && noun && (verb_classes(noun->entry) & (VC(CONTRIBUTION) | VC(DEPLOY))))) return f;
    }
    return NULL;
}

bool plain_is_content(const Context *c, const Analysis *a, int32_t of, int32_t clause)
{
    const Clause *x = &a->clauses.clause.item[of], *head = &a->clauses.clause.item[clause];
    if (x->parent != clause || !(head->classes & (VC(WEIGH) | VC(WANT) | VC(OFFER) | VC(BE)))) return false;
    if (x->kind == CLAUSE_SUB) return (head->classes & (VC(WEIGH) | VC(WANT))) && (token_is(c->d, x->first, "of") || token_is(c->d, x->first, "dat"));
    return x->kind == CLAUSE_INFINITIVE && token_is(c->d, x->first, "om");
}
