/* Candidates that no noun of forces announces. */
#include "frames/plain.h"

static bool gives(const Mention *m)
{
    return m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM || m->kind == MENTION_OWN || m->kind == MENTION_NEIGHBOUR || m->kind == MENTION_DEMONYM;
}

static const uint64_t PLAIN_ACTS = VC(CONTRIBUTE) | VC(TAKE_OVER) | VC(HAND_OVER) | VC(WITHDRAW) | VC(RETURN) | VC(EXTEND) | VC(END) | VC(RESUME) |
                                   VC(SUSPEND) | VC(DENY) | VC(RELIEVE) | VC(COMMAND) | VC(DEPLOY) | VC(REMAIN) | VC(SERVE) | VC(ENLARGE) | VC(REDUCE) |
                                   VC(TASK) | VC(DEPART) | VC(ARRIVE) | VC(ROTATE) | VC(GO) | VC(WEIGH) | VC(OFFER) | VC(BE);

/* Classes of the clause's verbs and of the idioms in it. */
static uint64_t acts_of(const Analysis *a, const Mention *m)
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
        bool behind = gives(n) && n->prep == m->last && token_is(c->d, m->last, "van");
        if (before || behind) return true;
    }
    return false;
}

/* Those who act for their country: cabinet, ministry, army, navy. */
static bool acts_for_state(const Mention *m)
{
    if (m->kind == MENTION_UNIT) return lexicon_has(m->entry, "kind", "service") || lexicon_has(m->entry, "kind", "branch");
    return m->kind == MENTION_BODY && lexicon_has(m->entry, "kind", "ministry");
}

/* A giver as subject of an act, or an act noun that is somebody's: `de Nederlandse bijdrage`, `de inzet van ons land`. */
static bool hangs(const Context *c, const Analysis *a, const Mention *m)
{
    if (gives(m) && m->prep < 0) {
        if (!m->id.len || m->id.len > 2) return false;
        if (m->kind == MENTION_OWN && m->last - m->first == 1 && !(function_of(a, m->first) & FC(PRON))) return false;
        return (acts_of(a, m) & PLAIN_ACTS) != 0;
    }
    if (m->kind == MENTION_BODY && lexicon_has(m->entry, "kind", "cabinet") && m->prep < 0) return (acts_of(a, m) & (PLAIN_ACTS | VC(DECIDE) | VC(APPROVE))) != 0;
    if (m->kind == MENTION_ACTNOUN && (verb_classes(m->entry) & VC(MISSION)) && is_owned(c, a, m)) return (acts_of(a, m) & TURNS) != 0;
    if (acts_for_state(m) && m->prep < 0 && !(c->d->tokens.item[m->first].flags & TOKEN_BRACKETED)) return (acts_of(a, m) & PLAIN_ACTS) != 0;
    if (m->prep < 0 && is_mission(c, a, m)) return (acts_of(a, m) & TURNS) != 0;
    if (m->kind == MENTION_MISSION && m->prep >= 0 && token_is(c->d, m->prep, "aan")) return (acts_of(a, m) & (VC(SERVE) | VC(CONTRIBUTE))) != 0;
    if (m->kind != MENTION_ACTNOUN || !(verb_classes(m->entry) & (VC(CONTRIBUTION) | VC(EXTEND)))) return false;
    if (is_owned(c, a, m)) return true;
    if (definite(c, a, m->first) && (acts_of(a, m) & ~(VC(AUX) | VC(MODAL) | VC(SAY)))) return true;
    return tells_where(c, a, a->clauses.of[m->first - a->first]);
}

int plain_find(const Context *c, const Analysis *a, int32_t *at, int room)
{
    int n = 0;
    for (Size i = 0; i < a->mention.len && n < room; i++) {
        const Mention *m = &a->mention.item[i];
        if (!hangs(c, a, m)) continue;
        bool same = false;
        for (int k = 0; k < n; k++) same = same || a->clauses.of[at[k] - a->first] == a->clauses.of[m->first - a->first];
        if (!same) at[n++] = m->first;
    }
    return n;
}

bool plain_yields(const Context *c, const Analysis *a, const Mention *m)
{
    bool state = m->kind == MENTION_COUNTRY || m->kind == MENTION_DEMONYM || m->kind == MENTION_METONYM;
    return state && m->id.len == 2 && m->prep >= 0 && token_is(c->d, m->prep, "van") && (acts_of(a, m) & VC(TAKE_OVER)) && !span_equal(m->id, c->reading->country);
}

static bool taken(const Analysis *a, int32_t number)
{
    for (Size i = 0; i < a->force.len; i++)
        if (a->force.item[i].number == number) return true;
    return false;
}

/* What may follow a number whose noun is left out: nothing, punctuation, a preposition, a verb of the clause; `drie anderen`. */
static bool stands_alone(const Context *c, const Analysis *a, int32_t i)
{
    if (i < a->last && word_in(c->d, i, WORDS_OTHERS)) i++;
    if (i >= a->last) return true;
    const Token *t = &c->d->tokens.item[i];
    if (t->kind != TOKEN_WORD) return t->kind == TOKEN_PUNCT && !token_is_mark(c->d, i, '%') && !token_is_mark(c->d, i, '/');
    if (mention_at(a, i, MENTION_NONFORCE)) return false;
    if (function_of(a, i) & (FC(PREP) | FC(COORD))) return true;
    const Clause *x = clause_at(&a->clauses, i);
    for (int v = 0; v < x->verbs; v++)
        if (x->verb[v].token == i || x->verb[v].particle == i) return true;
    return false;
}

/* `gaat het ... om een vijftal`: the verb right in the clause of `om`. */
static bool is_about(const Context *c, const Analysis *a, int32_t om)
{
    const Clause *x = clause_at(&a->clauses, om);
    for (int v = 0; v < x->verbs; v++) {
        int32_t at = x->verb[v].token;
        bool go = token_is(c->d, at, "gaat") || token_is(c->d, at, "gaan") || token_is(c->d, at, "ging") || token_is(c->d, at, "gingen");
        if (go && at < om && ((at + 1 < a->last && token_is(c->d, at + 1, "het")) || (at > a->first && token_is(c->d, at - 1, "het")))) return true;
    }
    return false;
}

/* The counted force that `van 270 naar 350 militairen` ends in, for the number before; NULL when it is none. */
static const Force *grown_to(const Context *c, const Analysis *a, const Number *n)
{
    if (n->first <= a->first || n->last + 1 >= a->last || !token_is(c->d, n->first - 1, "van") || !word_in(c->d, n->last, WORDS_UP_TO)) return NULL;
    for (Size k = 0; k < a->force.len; k++) {
        const Force *f = &a->force.item[k];
        if (f->number >= 0 && a->numbers.item.item[f->number].first == n->last + 1) return f;
    }
    return NULL;
}

/* `dat worden er 350`, `heeft Frankrijk er 1.700 geleverd`, `verhoogt naar 80`, `vier daarvan`. */
static bool leans_back(const Context *c, const Analysis *a, const Number *n)
{
    const Clause *clause = clause_at(&a->clauses, n->first);
    bool to = n->first > a->first && (token_is(c->d, n->first - 1, "naar") || token_is(c->d, n->first - 1, "tot"));
    bool from = n->first > a->first && token_is(c->d, n->first - 1, "van") && n->last + 1 < a->last && word_in(c->d, n->last, WORDS_UP_TO) && c->d->tokens.item[n->last + 1].kind == TOKEN_NUMBER;
    if ((to || from) && clause->classes & (VC(ENLARGE) | VC(REDUCE))) return true;
    for (int32_t i = n->first - 1; i >= a->first && i >= n->first - 3; i--)
        if ((function_of(a, i) & FC(EXISTENTIAL)) && clause->verbs > 0) return true;
    if (n->first > a->first && word_in(c->d, n->first - 1, WORDS_REMAINING)) return true;
    if (n->first > a->first && token_is(c->d, n->first - 1, "om") && is_about(c, a, n->first - 1)) return true;
    if (n->last < a->last && word_in(c->d, n->last, WORDS_OTHERS)) return true;
    if (n->last < a->last && (token_is(c->d, n->last, "daarvan") || token_is(c->d, n->last, "ervan"))) return true;
    return n->last + 1 < a->last && token_is(c->d, n->last, "van") && (token_is(c->d, n->last + 1, "hen") || token_is(c->d, n->last + 1, "die"));
}

/* `zij blijven tot eind 2024`: the force spoken of before, as subject of an act. One a clause. */
static void find_pronouns(const Context *c, Analysis *a, const Carry *carry)
{
    if (carry->asset == ASSET_NONE) return;
    for (int32_t i = a->first; i < a->last; i++) {
        if (!token_is(c->d, i, "zij") && !token_is(c->d, i, "ze")) continue;
        const Clause *x = clause_at(&a->clauses, i);
        if (!(x->classes & ~(VC(AUX) | VC(MODAL) | VC(SAY)))) continue;
        bool taken_clause = false;
        for (Size k = 0; k < a->force.len; k++) taken_clause = taken_clause || a->clauses.of[a->force.item[k].head - a->first] == a->clauses.of[i - a->first];
        if (taken_clause) continue;
        *ARRAY_PUSH(&a->force, c->keep) = (Force){.first = i, .last = i + 1, .head = i, .asset = carry->asset, .type = carry->asset_type, .elided = true, .pronoun = true,
                                                  .definite = true, .plural = true, .number = -1, .nation_at = NO_RANGE, .prep = -1};
    }
}

/* `de Belgen blijven`, `samen met Duitsers en Tsjechen`: a people without a number as those who are there, not as the state that acts. */
static void find_people(const Context *c, Analysis *a)
{
    static const uint64_t PRESENCE = VC(REMAIN) | VC(DEPART) | VC(WITHDRAW) | VC(RETURN) | VC(ARRIVE) | VC(SERVE) | VC(BE) | VC(DEPLOY) | VC(GO) | VC(RELOCATE) | VC(TASK);
    static const uint64_t STATE = VC(TAKE_OVER) | VC(HAND_OVER) | VC(CONTRIBUTE) | VC(END) | VC(ENLARGE) | VC(REDUCE) | VC(DECIDE) | VC(OFFER) | VC(WEIGH);
    Size forces = a->force.len;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (m->kind != MENTION_DEMONYM || m->id.len != 2) continue;
        bool taken = false;
        for (Size k = 0; k < forces; k++) taken = taken || (a->force.item[k].first <= m->first && m->last <= a->force.item[k].last);
        uint64_t acts = acts_of(a, m);
        if (taken || !(acts & PRESENCE) || (acts & STATE)) continue;
        bool the = m->first > a->first && (function_of(a, m->first - 1) & (FC(DET) | FC(POSSESSIVE)));
        *ARRAY_PUSH(&a->force, c->keep) = (Force){.first = the ? m->first - 1 : m->first, .last = m->last, .head = m->last - 1, .asset = ASSET_PERSONNEL, .weak = true, .plural = true,
                                                  .demonym = true, .definite = the, .number = -1, .nation = m->id, .nation_at = token_range(c->d, m->first, m->last), .prep = m->prep};
    }
}

/* The force behind `1.700 van de 3.400 EU-militairen`, or -1. */
static Size part_of_behind(const Context *c, const Analysis *a, const Number *n)
{
    if (n->last + 1 >= a->last || !token_is(c->d, n->last, "van")) return -1;
    for (Size k = 0; k < a->force.len; k++)
        if (a->force.item[k].first == n->last + 1 && a->force.item[k].definite) return k;
    return -1;
}

/* `een van de vier multinationale bataljons`: forces of no one state. */
static bool of_many(const Context *c, const Force *f)
{
    for (int32_t i = f->first; i < f->last; i++)
        if (word_in(c->d, i, WORDS_MULTINATIONAL)) return true;
    return false;
}

/* Whether a number that counts no force stands before `n` in the sentence: `twee jaar duren, dat werden er vier`. */
static bool counts_other(const Context *c, const Analysis *a, int32_t number)
{
    for (int32_t i = 0; i < number; i++) {
        const Number *n = &a->numbers.item.item[i];
        int32_t noun = n->last + 1 < a->last && c->d->tokens.item[n->last].kind == TOKEN_PUNCT && (c->d->tokens.item[n->last + 1].flags & TOKEN_QUOTED) ? n->last + 1 : n->last;
        bool counting = n->kind == NUMBER_CARDINAL && noun < a->last && c->d->tokens.item[noun].kind == TOKEN_WORD;
        if (counting && !taken(a, i) && !(function_of(a, n->last) & (FC(PREP) | FC(COORD)))) return true;
    }
    return false;
}

/* `Van de 41.000 militairen zijn er 700 in het buitenland`: the whole that a sentence opens with, or -1. */
static Size whole_before(const Context *c, const Analysis *a, const Number *n)
{
    for (Size k = 0; k < a->force.len; k++) {
        const Force *f = &a->force.item[k];
        if (f->definite && f->quantity.some && f->prep >= 0 && f->prep <= a->first + 1 && token_is(c->d, f->prep, "van") && f->last <= n->first) return k;
    }
    return -1;
}

/* `Italië levert er 2450, Frankrijk 1650 en Spanje 1100`: the giver right before a number whose verb and noun are left out. */
static const Mention *gapped(const Analysis *a, int32_t number)
{
    for (Size k = 0; k < a->mention.len; k++) {
        const Mention *m = &a->mention.item[k];
        bool who = m->kind == MENTION_COUNTRY || m->kind == MENTION_DEMONYM || m->kind == MENTION_METONYM;
        if (who && m->last == number && m->prep < 0 && m->id.len == 2) return m;
    }
    return NULL;
}

static bool of_them(const Context *c, const Analysis *a, const Number *n)
{
    return n->last + 1 < a->last && token_is(c->d, n->last, "van") && (token_is(c->d, n->last + 1, "hen") || token_is(c->d, n->last + 1, "hun"));
}

/* `waarvan 2 als reserve`, `van wie er dertig in Erbil zitten`: a part of the force before. */
static bool opens_part(const Context *c, const Analysis *a, const Number *n)
{
    int32_t i = n->first - 1;
    if (i > a->first && token_is(c->d, i, "er")) i--;
    if (i < a->first || !word_in(c->d, i, WORDS_PART_OPENER)) return false;
    return !token_is(c->d, i, "wie") || (i > a->first && (token_is(c->d, i - 1, "van") || token_is(c->d, i - 1, "onder")));
}

static void push_elided(const Context *c, Analysis *a, int32_t number, Asset asset, Span type, const Force *like)
{
    const Number *n = &a->numbers.item.item[number];
    Force f = {.first = n->first, .last = n->last, .head = n->first, .asset = asset, .type = type, .elided = true, .plural = true, .number = number,
               .nation_at = NO_RANGE, .prep = -1};
    f.quantity = (Quantity){true, n->words, n->kind != NUMBER_VAGUE, n->low, n->high, n->hedge};
    if (like && like->nation.len) f.nation = like->nation, f.nation_at = like->nation_at;
    if (n->first > a->first && (function_of(a, n->first - 1) & FC(PREP))) f.prep = n->first - 1;
    *ARRAY_PUSH(&a->force, c->keep) = f;
}

static bool names_place(const Analysis *a, int32_t i)
{
    return mention_at(a, i, MENTION_PLACE) || mention_at(a, i, MENTION_COUNTRY) || mention_at(a, i, MENTION_MISSION);
}

/* `100 in Irak`, `in Estland vier`: a number that stands beside a place of its own, after forces with a number. */
static bool is_listed(const Context *c, const Analysis *a, const Number *n)
{
    bool before = n->last + 1 < a->last && (function_of(a, n->last) & FC(PREP)) && names_place(a, n->last + 1);
    bool behind = n->first > a->first && names_place(a, n->first - 1) && stands_alone(c, a, n->last) && !(function_of(a, n->last) & FC(PREP));
    return before || behind;
}

/* `300 Belgische en 500 Franse soldaten`, `India met 1.950 en Mongolië met 857 militairen`: the counted force behind that lends its noun. */
static const Force *lent_behind(const Context *c, const Analysis *a, const Number *n, const Mention **whose)
{
    enum { REACH = 6 };
    *whose = NULL;
    int32_t joint = n->last;
    const Mention *adjective = joint < a->last ? mention_at(a, joint, MENTION_ADJECTIVE) : NULL;
    if (adjective && adjective->first == joint && adjective->id.len == 2) *whose = adjective, joint = adjective->last;
    for (Size k = 0; !*whose && k < a->mention.len && n->first > a->first && token_is(c->d, n->first - 1, "met"); k++) {
        const Mention *m = &a->mention.item[k];
        if (gives(m) && m->id.len == 2 && m->last == n->first - 1) *whose = m;
    }
    if (!*whose || joint >= a->last || !(token_is(c->d, joint, "en") || token_is_mark(c->d, joint, ','))) return NULL;
    for (Size k = 0; k < a->force.len; k++) {
        const Force *f = &a->force.item[k];
        if (f->number >= 0 && f->first > joint && f->first <= joint + REACH && f->quantity.some) return f;
    }
    return NULL;
}

void plain_elided(const Context *c, Analysis *a, const Carry *carry)
{
    find_pronouns(c, a, carry);
    find_people(c, a);
    for (Size i = 0; i < a->numbers.item.len; i++) {
        const Number *n = &a->numbers.item.item[i];
        bool plain = n->kind == NUMBER_CARDINAL || n->kind == NUMBER_RANGE;
        if (taken(a, (int32_t)i) || (!plain && n->kind != NUMBER_VAGUE)) continue;
        if (plain && (!(n->low >= 1) || n->low != (double)(int64_t)n->low)) continue;
        Size behind = part_of_behind(c, a, n), before = plain ? whole_before(c, a, n) : -1;
        /* `een deel van zijn 500 militairen`: the number that is told is the whole */
        if (behind >= 0 && !a->force.item[behind].nation.len && of_many(c, &a->force.item[behind])) continue;
        if (behind >= 0 && !plain && a->force.item[behind].quantity.some && a->force.item[behind].quantity.known) continue;
        if (behind >= 0 || (before >= 0 && stands_alone(c, a, n->last))) {
            Force *whole = &a->force.item[behind >= 0 ? behind : before];
            whole->contained = behind >= 0 && !whole->nation.len;
            Force copy = *whole;
            push_elided(c, a, (int32_t)i, copy.asset, copy.type, &copy);
            continue;
        }
        if (!plain) continue;
        const Force *near = NULL;
        for (Size k = 0; k < a->force.len; k++)
            if (a->force.item[k].last <= n->first && a->force.item[k].quantity.some) near = &a->force.item[k];
        bool listed = near && is_listed(c, a, n);
        const Mention *giver = near ? gapped(a, n->first) : NULL;
        if (giver && stands_alone(c, a, n->last)) {
            Force like = *near;
            like.nation = giver->id;
            like.nation_at = token_range(c->d, giver->first, giver->last);
            push_elided(c, a, (int32_t)i, like.asset, like.type, &like);
            continue;
        }
        const Mention *whose;
        const Force *lent = lent_behind(c, a, n, &whose);
        if (lent) {
            Force like = *lent;
            like.nation = whose->id;
            like.nation_at = token_range(c->d, whose->first, whose->last);
            push_elided(c, a, (int32_t)i, like.asset, like.type, &like);
            continue;
        }
        const Force *grown = grown_to(c, a, n);
        if (grown) {
            Force like = *grown;
            push_elided(c, a, (int32_t)i, like.asset, like.type, &like);
            continue;
        }
        bool part = near && opens_part(c, a, n) && (stands_alone(c, a, n->last) || token_is(c->d, n->last, "als"));
        if (part) {
            Force like = *near;
            push_elided(c, a, (int32_t)i, like.asset, like.type, &like);
            continue;
        }
        bool them = carry->asset != ASSET_NONE && of_them(c, a, n);
        bool leaning = !listed && !counts_other(c, a, (int32_t)i) && carry->asset != ASSET_NONE && leans_back(c, a, n) && (stands_alone(c, a, n->last) || token_is(c->d, n->last, "daarvan") || token_is(c->d, n->last, "ervan"));
        if (!listed && !leaning && !them) continue;
        Force copy = near ? *near : (Force){.asset = carry->asset, .type = carry->asset_type};
        push_elided(c, a, (int32_t)i, copy.asset, copy.type, listed ? &copy : NULL);
    }
}
