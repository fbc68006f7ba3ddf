/* Where a contribution is: the theatres and places of its claim. */
#include "frames/phrase.h"
#include "frames/scope.h"

#include "lexicon/wordlist.h"

static bool add_host(Claim *claim, Span host)
{
    for (int i = 0; i < claim->hosts; i++)
        if (span_equal(claim->host[i], host)) return true;
    if (claim->hosts == CLAIM_HOSTS || !host.len) return false;
    claim->host[claim->hosts++] = host;
    return true;
}

static void add_place(const Context *c, Claim *claim, const Mention *m)
{
    if (m->entry.table != TABLE_PLACES) return;
    Span name = lexicon_field(m->entry, "name");
    for (int i = 0; i < claim->places; i++)
        if (span_equal(claim->place[i].name, name)) return;
    if (claim->places < CLAIM_PLACES) claim->place[claim->places++] = (PlaceName){token_range(c->d, m->first, m->last), name};
}

static void set_proof(Claim *claim, Field field, How how, Range at, const char *rule)
{
    claim->proof[field] = (Proof){how, at, rule};
}

/* `naar de Sahel`: a place without a country of its own. */
static bool names_region(const Context *c, const Analysis *a, const Mention *m, int32_t clause)
{
    if (m->kind != MENTION_PLACE || m->id.len || scope_is_home_kind(m)) return false;
    return scope_prep(c, m, WORDS_WHERE_ACTS) && (clause < 0 || a->clauses.of[m->first - a->first] == clause);
}

/* `een mijnenjager die eerder in de Noordzee actief was`: where it was before, told in a relative clause. */
static bool was_before(const Context *c, const Analysis *a, const Mention *m, int32_t at)
{
    int32_t of = a->clauses.of[m->first - a->first];
    const Clause *x = &a->clauses.clause.item[of];
    if (x->kind != CLAUSE_RELATIVE || of == a->clauses.of[at - a->first] || (x->tense != TENSE_PAST && x->tense != TENSE_PLUPERFECT && x->tense != TENSE_PERFECT)) return false;
    for (int32_t i = x->first; i < x->last; i++)
        if (word_in(c->d, i, WORDS_EARLIER)) return true;
    return false;
}

/* `heeft een fregat gestuurd, en overweegt ook vliegtuigen naar Bulgarije te sturen`: `m` stands behind `at` in another main clause, or one that hangs on it,
 * that has forces of its own. */
static bool is_of_others_behind(const Context *c, const Analysis *a, const Mention *m, int32_t at)
{
    int32_t of = a->clauses.of[m->first - a->first], own = a->clauses.of[at - a->first];
    const Clauses *all = &a->clauses;
    while (of > own && all->clause.item[of].kind != CLAUSE_MAIN && all->clause.item[of].parent > own) of = all->clause.item[of].parent;
    if (m->first < at || of <= own || all->clause.item[of].kind != CLAUSE_MAIN || all->clause.item[own].kind != CLAUSE_MAIN || !all->clause.item[of].verbs) return false;
    if (!(function_of(a, all->clause.item[of].first) & (FC(COORD) | FC(COORD_CLAUSE)))) return false;
    for (int32_t i = at; i < m->first; i++)
        if (token_is_mark(c->d, i, ':')) return false;   /* what follows tells of the same */
    for (Size i = 0; i < a->force.len; i++) {
        int32_t there = a->clauses.of[a->force.item[i].head - a->first];
        if (!a->force.item[i].elided && !a->force.item[i].weak && (there == of || all->clause.item[there].parent == of)) return true;
    }
    return false;
}

/* Whether a place stands right behind token `last`: `300 man in Litouwen`. */
static bool is_placed(const Context *c, const Analysis *a, int32_t last)
{
    for (Size i = 0; i < a->mention.len; i++)
        if (a->mention.item[i].prep == last && last < a->last && scope_says_where(c, a, &a->mention.item[i])) return true;
    return false;
}

/* `300 man in Litouwen en de opleiders in Niger`: the place right behind other forces, where those at `at` have one of their own. */
static bool is_right_behind_others(const Context *c, const Analysis *a, const Mention *m, int32_t at)
{
    const Force *own = NULL, *other = NULL;
    for (Size i = 0; i < a->force.len; i++) {
        const Force *f = &a->force.item[i];
        if (f->head == at) own = f;
        else if (m->prep >= 0 && f->last == m->prep && f->prep < 0 && !f->contained) other = f;
    }
    return own && other && other->first > own->last && is_placed(c, a, own->last);
}

/* `leiden er een bataljon op dat naar Ivoorkust gaat`: where other forces go, told in a relative clause right behind them. */
static bool is_of_other_forces(const Context *c, const Analysis *a, const Mention *m, int32_t at)
{
    int32_t of = a->clauses.of[m->first - a->first];
    const Clause *x = &a->clauses.clause.item[of];
    if (!(x->classes & (VC(GO) | VC(DEPART))) || m->prep < 0 || !token_is(c->d, m->prep, "naar")) return false;
    /* behind a verb `dat` opens a clause of either kind, of which only a relative one has no subject */
    bool relative = x->opener >= 0 && (x->kind == CLAUSE_RELATIVE || (x->kind == CLAUSE_SUB && x->opener + 1 == m->prep));
    if (!relative || of == a->clauses.of[at - a->first] || !(token_is(c->d, x->opener, "dat") || token_is(c->d, x->opener, "die"))) return false;
    int32_t end = x->opener;
    while (end - 1 > a->first && (token_is_mark(c->d, end - 1, ',') || phrase_verb(a, end - 1))) end--;
    for (Size i = 0; i < a->force.len; i++) {
        const Force *o = &a->force.item[i];
        if (o->last == end && o->head != at && o->first > at && !o->quantity.some && !o->nation.len) return true;
    }
    return false;
}

/* `oefenen in Duitsland voor hun missie in Litouwen`, `bereiden zich op Sardinië voor op hun vertrek naar Mali`: where forces get ready for somewhere else. */
static bool is_made_ready_in(const Context *c, const Analysis *a, const Mention *m)
{
    const Clause *x = clause_at(&a->clauses, m->first);
    bool ready = false, aim = false;
    for (int v = 0; v < x->verbs; v++) ready = ready || lemma_in(WORDS_TO_GET_READY, lexicon_field(x->verb[v].verb, "lemma"));
    for (int32_t i = m->last; ready && i < a->last && !aim; i++) aim = word_in(c->d, i, WORDS_READY_FOR);
    for (Size i = 0; aim && i < a->mention.len; i++) {
        const Mention *o = &a->mention.item[i];
        bool there = (o->kind == MENTION_COUNTRY || o->kind == MENTION_PLACE) && o->first > m->last && o->prep > m->last && o->id.len && !span_equal(o->id, m->id);
        if (there && scope_says_where(c, a, o)) return true;
    }
    return false;
}

/* Hosts named in the sentence; `clause` >= 0 restricts to one clause. */
static bool hosts_here(const Context *c, const Analysis *a, int32_t at, int32_t clause, bool weak, Claim *claim)
{
    bool any = false;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (names_region(c, a, m, clause)) add_place(c, claim, m);
        if (!scope_may_say_where(c, a, m) || (!weak && !scope_strong_where(c, a, m))) continue;
        if (clause >= 0 ? a->clauses.of[m->first - a->first] != clause : is_of_others_behind(c, a, m, at)) continue;
        if ((scope_prep(c, m, WORDS_AIM) && m->kind == MENTION_COUNTRY && !scope_is_meant_for(c, a, m)) || scope_shared_out(c, a, at, m) || was_before(c, a, m, at)) continue;
        if (is_of_other_forces(c, a, m, at) || is_right_behind_others(c, a, m, at) || is_made_ready_in(c, a, m)) continue;
        Span rest = m->id, piece;
        bool own = false;
        while (span_cut(&rest, '|', &piece)) {
            if (span_equal(piece, claim->contributor)) own = true;
            else if (scope_is_theatre(c, piece)) any = add_host(claim, piece) || any;
        }
        if (m->kind == MENTION_PLACE && !own) add_place(c, claim, m);
        Range words = token_range(c->d, m->first, m->last);
        if (any && claim->proof[FIELD_HOST].how == HOW_NONE) set_proof(claim, FIELD_HOST, HOW_STATED, words, "place named in the sentence");
        if (m->kind == MENTION_PLACE && claim->places == 1) set_proof(claim, FIELD_PLACES, HOW_STATED, words, "place named in the sentence");
    }
    return any;
}

/* `de Iraakse stad`, `het Estse Tapa`: an adjective of a theatre country. */
static bool host_by_adjective(const Context *c, const Analysis *a, int32_t clause, Claim *claim)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (m->kind != MENTION_ADJECTIVE || !scope_is_theatre(c, m->id) || span_equal(m->id, claim->contributor)) continue;
        if (clause >= 0 && a->clauses.of[m->first - a->first] != clause) continue;
        bool topic = false;
        for (int t = 0; t < c->hosts.count; t++) topic = topic || span_equal(c->hosts.id[t], m->id);
        if (!topic && !(claim->mission.len && mission_in(claim->mission, m->id))) continue;
        add_host(claim, m->id);
        set_proof(claim, FIELD_HOST, HOW_CARRIED, token_range(c->d, m->first, m->last), "adjective of a country named as theatre");
        return true;
    }
    return false;
}

/* The ids of seas are words, those of countries two capitals. */
static bool is_sea(Span host)
{
    return host.len > 2;
}

const Mention *scope_place_of_where(const Context *c, const Analysis *a, int32_t clause)
{
    const Clause *x = &a->clauses.clause.item[clause];
    if (x->kind != CLAUSE_RELATIVE || x->opener <= a->first || !token_is(c->d, x->opener, "waar")) return NULL;
    int32_t last = x->opener - token_is_mark(c->d, x->opener - 1, ',');
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool place = (m->kind == MENTION_COUNTRY || m->kind == MENTION_PLACE) && m->last == last && m->id.len;
        if (place && scope_is_theatre(c, m->id) && !(m->kind == MENTION_PLACE && scope_is_home_kind(m))) return m;
    }
    return NULL;
}

/* `Na Slowakije, waar al 150 Nederlanders zijn, volgt Roemenië`: the place that the clause is about. */
static bool host_of_where(const Context *c, const Analysis *a, int32_t clause, Claim *claim)
{
    const Mention *m = scope_place_of_where(c, a, clause);
    if (!m || span_equal(m->id, claim->contributor)) return false;
    Span rest = m->id, piece;
    while (span_cut(&rest, '|', &piece)) add_host(claim, piece);
    if (m->kind == MENTION_PLACE) add_place(c, claim, m);
    set_proof(claim, FIELD_HOST, HOW_STATED, token_range(c->d, m->first, m->last), "place that the clause is about");
    return claim->hosts > 0;
}

/* `naast de 25 militairen die al in Bagdad zitten`: the relative clause right behind forces that are told beside others; -1 when there is none. */
static int32_t own_place_clause(const Context *c, const Analysis *a, int32_t at, int32_t clause)
{
    static const uint64_t AWAY = VC(DEPART) | VC(RETURN) | VC(WITHDRAW) | VC(RELOCATE);
    for (Size i = 0; i < a->force.len; i++) {
        const Force *f = &a->force.item[i];
        if (f->head != at || f->prep < 0 || token_is(c->d, f->prep, "van") || !f->definite) continue;
        for (Size k = 0; k < a->clauses.clause.len; k++) {
            const Clause *x = &a->clauses.clause.item[k];
            if (x->kind == CLAUSE_RELATIVE && x->parent == clause && (x->opener == f->last || x->opener == f->last + 1) && !(x->classes & AWAY)) return (int32_t)k;
        }
    }
    return -1;
}

/* `er`, `daar`, `ter plaatse`, `in het land`: somewhere named before. */
static bool points_there(const Context *c, const Analysis *a)
{
    for (int32_t i = a->first; i < a->last; i++) {
        if ((function_of(a, i) & FC(EXISTENTIAL)) || word_in(c->d, i, WORDS_THERE) || token_is(c->d, i, "plaatse")) return true;
        if (i >= a->first + 2 && word_in(c->d, i, WORDS_LAND) && word_in(c->d, i - 1, WORDS_ARTICLE) && token_is(c->d, i - 2, "in")) return true;
    }
    return false;
}

/* Whether one of the last claims of the item lies in `host`. */
static bool told_there(const Context *c, Span host)
{
    enum { REACH = 8 };
    const Reading *r = c->reading;
    for (Size i = r->claims.len; i-- > 0 && i + REACH >= r->claims.len && r->claims.item[i].item == c->item;)
        for (int h = 0; h < r->claims.item[i].hosts; h++)
            if (span_equal(r->claims.item[i].host[h], host)) return true;
    return false;
}

void scope_hosts(const Context *c, const Analysis *a, int32_t at, int32_t clause, const Carry *carry, Claim *claim)
{
    int32_t own = own_place_clause(c, a, at, clause);
    bool here = (own >= 0 && hosts_here(c, a, a->clauses.clause.item[own].first, own, false, claim)) || hosts_here(c, a, at, clause, false, claim) || hosts_here(c, a, at, clause, true, claim);
    if (!here) here = host_of_where(c, a, clause, claim) || hosts_here(c, a, at, -1, false, claim);
    bool adjective = !here && host_by_adjective(c, a, -1, claim);
    if (here || adjective) {
        bool fits = !claim->mission.len;
        for (int i = 0; i < claim->hosts; i++) fits = fits || mission_in(claim->mission, claim->host[i]);
        bool told = claim->proof[FIELD_MISSION].how == HOW_STATED;
        if (!fits && here && !told) {
            /* `In Libanon blijven honderd genisten` beside a mission in Congo */
            claim->mission = (Span){0};
            claim->proof[FIELD_MISSION] = (Proof){0};
        } else if (!fits || (adjective && claim->mission.len)) add_host(claim, mission_host(claim->mission, 0));
        return;
    }
    bool any = false, afloat = false;
    for (int i = 0; claim->asset == ASSET_SHIP && i < carry->hosts; i++) afloat = afloat || is_sea(carry->host[i]);
    for (int i = 0; i < carry->hosts; i++)
        if ((!afloat || is_sea(carry->host[i])) && (!claim->mission.len || mission_in(claim->mission, carry->host[i])) && !span_equal(carry->host[i], claim->contributor))
            any = add_host(claim, carry->host[i]) || any;
    if (any) {
        if (claim->mission.len) add_host(claim, mission_host(claim->mission, 0));
        set_proof(claim, FIELD_HOST, HOW_CARRIED, NO_RANGE, "theatre of the sentences before");
        return;
    }
    int land = c->hosts.count || c->missions.count ? -1 : topic_leader(&c->lands);
    bool there = land >= 0 && (points_there(c, a) || told_there(c, c->lands.id[land]));
    const Topic *named = there ? &c->lands : &c->hosts;
    int leader = topic_leader(named);
    Span host = claim->mission.len ? mission_host(claim->mission, 0) : leader >= 0 ? named->id[leader] : (Span){0};
    if (named == &c->lands && span_equal(host, claim->contributor)) host = (Span){0};
    Range at_mission = claim->mission.len ? claim->proof[FIELD_MISSION].at : NO_RANGE;
    set_proof(claim, FIELD_HOST, HOW_CARRIED, at_mission, claim->mission.len ? "host of the mission" : "theatre that the item is about");
    if (!add_host(claim, host)) claim->proof[FIELD_HOST] = (Proof){0};
}
