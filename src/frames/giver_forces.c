/* Whose forces are, by the words of their phrase and beside it. */
#include "frames/giver.h"
#include "frames/respective.h"

/* The forces of a nation that a count is of: `Belgische militairen bewaken de toestellen met 35 man`, `telde het Nederlandse contingent 2.000 man`; or NULL. */
static const Force *counted_before(const Context *c, const Analysis *a, const Force *f, int32_t clause)
{
    /* `Denemarken lost de 60 Zweedse militairen af met 40 man`: who comes is another's */
    bool relieves = a->clauses.clause.item[clause].classes & (VC(RELIEVE) | VC(TAKE_OVER));
    bool with = f->prep >= 0 && token_is(c->d, f->prep, "met") && f->weak && f->quantity.some && !relieves, counts = false;
    for (int32_t i = a->first; i < f->first; i++) counts = counts || (a->clauses.of[i - a->first] == clause && word_in(c->d, i, WORDS_COUNTING));
    for (Size i = 0; (with || counts) && i < a->force.len; i++) {
        const Force *o = &a->force.item[i];
        if (o == f || o->last > f->first || a->clauses.of[o->head - a->first] != clause) continue;
        if (counts && o->asset == ASSET_FORMATION && o->nation.len) return o;
        if (with && o->prep < 0) return o->nation.len ? o : NULL;
    }
    return NULL;
}

/* `twee Duitse Patriots met 320 militairen`: the forces of a nation right before `met`, whose crew these are; or NULL. */
static const Force *served_by(const Context *c, const Analysis *a, const Force *f)
{
    if (f->nation.len || f->asset != ASSET_PERSONNEL || f->prep <= a->first || !token_is(c->d, f->prep, "met")) return NULL;
    for (Size i = 0; i < a->force.len; i++) {
        const Force *o = &a->force.item[i];
        bool aside = o->asset != ASSET_PERSONNEL && o->last == f->prep - 1 && token_is_mark(c->d, o->last, ',');   /* `het Duitse fregat Hessen, met 240 bemanningsleden` */
        if ((o->last == f->prep || aside) && o->nation.len) return o;
    }
    return NULL;
}

/* `Bij de vier Deense F-16's horen 90 militairen`, `Met de vier Deense F-16's gaan 90 man mee`: the forces of a nation that open a main clause
 * in which nobody else acts, and whose people these are; or NULL. */
static const Force *crew_of(const Context *c, const Analysis *a, const Force *f, int32_t clause)
{
    const Clause *x = &a->clauses.clause.item[clause];
    if (f->nation.len || f->asset == ASSET_FORMATION || !f->quantity.some || f->prep >= 0 || x->kind != CLAUSE_MAIN || !x->verbs || x->passive) return NULL;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool who = m->kind == MENTION_COUNTRY || m->kind == MENTION_DEMONYM || m->kind == MENTION_METONYM || m->kind == MENTION_OWN || m->kind == MENTION_BODY;
        if (who && m->prep < 0 && clause_at(&a->clauses, m->first) == x) return NULL;
    }
    for (Size i = 0; i < a->force.len; i++) {
        const Force *o = &a->force.item[i];
        bool aboard = o->prep == x->first + 2 && word_in(c->d, o->prep - 1, WORDS_ON_BOARD);   /* `Aan boord van het Deense fregat zijn` */
        bool opens = o->prep >= 0 && (aboard || (o->prep == x->first && word_in(c->d, o->prep, WORDS_WITH_THESE)));
        if (opens && o->nation.len && o->asset != ASSET_PERSONNEL && o->last <= x->verb[0].token && f->first > x->verb[0].token) return o;
    }
    return NULL;
}

/* `De vier Deense F-16's worden ondersteund door 90 militairen`, `Het Deense fregat heeft een helikopter aan boord`: the craft of a nation
 * that is the subject before the verb, whose people or load these are; or NULL. */
static const Force *craft_of(const Context *c, const Analysis *a, const Force *f, int32_t clause)
{
    const Clause *x = &a->clauses.clause.item[clause];
    bool by = x->passive && f->prep >= 0 && token_is(c->d, f->prep, "door") && f->asset == ASSET_PERSONNEL && !(x->classes & (VC(RELIEVE) | VC(TAKE_OVER))), aboard = false;
    for (int32_t i = f->last; !by && f->prep < 0 && i < x->last; i++) aboard = aboard || word_in(c->d, i, WORDS_ON_BOARD);
    if (f->nation.len || !f->quantity.some || x->kind != CLAUSE_MAIN || !x->verbs || !(by || aboard)) return NULL;
    for (Size i = 0; i < a->force.len; i++) {
        const Force *o = &a->force.item[i];
        bool craft = o->asset == ASSET_SHIP || o->asset == ASSET_AIRCRAFT || o->asset == ASSET_HELICOPTER;
        if (craft && o->nation.len && o->prep < 0 && o->first <= x->first + 1 && o->last <= x->verb[0].token && f->first > x->verb[0].token) return o;
    }
    return NULL;
}

/* `Het Deense detachement in Mali, 40 militairen en twee helikopters, keert terug`: the formation of a nation whose parts stand behind it between commas or in brackets; or NULL. */
static const Force *apposed_to(const Context *c, const Analysis *a, const Force *f)
{
    enum { PLACE = 3 };
    if (f->nation.len || !f->quantity.some || f->prep >= 0) return NULL;
    int32_t open = f->first - 1, close = f->last;
    for (Size i = 0; i < a->force.len; i++) {   /* the other members of the list */
        const Force *o = &a->force.item[i];
        if (o->last == open && word_in(c->d, open, WORDS_LIST_JOINT)) open = o->first - 1;
        if (o->first == close + 1 && word_in(c->d, close, WORDS_LIST_JOINT)) close = o->last;
    }
    if (open <= a->first || close >= a->last) return NULL;
    bool bracket = token_is_mark(c->d, open, '(') && token_is_mark(c->d, close, ')'), commas = token_is_mark(c->d, open, ',') && token_is_mark(c->d, close, ',');
    for (Size i = 0; (bracket || commas) && i < a->force.len; i++) {
        const Force *o = &a->force.item[i];
        bool there = o->last == open || (open - o->last <= PLACE && o->last < open && (function_of(a, o->last) & FC(PREP)) && !(mention_at(a, open - 1, MENTION_ADJECTIVE)));
        if (o->asset == ASSET_FORMATION && o->nation.len && there) return o;
    }
    return NULL;
}

/* `Met 60 man is het Deense detachement kleiner dan verwacht`, `Met twee extra F-16's komt het Deense contingent op acht`: the formation of a nation
 * that is the subject behind the verb; or NULL. */
static const Force *formation_behind(const Context *c, const Analysis *a, const Force *f, int32_t clause)
{
    const Clause *x = &a->clauses.clause.item[clause];
    if (f->nation.len || !f->quantity.some || f->prep < 0 || f->prep != x->first || !token_is(c->d, f->prep, "met") || x->kind != CLAUSE_MAIN || !x->verbs) return NULL;
    for (Size i = 0; i < a->force.len; i++) {
        const Force *o = &a->force.item[i];
        if (o->asset == ASSET_FORMATION && o->nation.len && o->definite && o->first == x->verb[0].token + 1 && o->first > f->last - 1) return o;
    }
    return NULL;
}

/* `De Deense troepenmacht in Mali groeit tot 60 man`, `Nu komt het Deense contingent op acht toestellen`: the nation whose number
 * changes or is told in the clause, before the number; or NULL. */
static const Mention *of_strength(const Context *c, const Analysis *a, const Force *f, int32_t clause)
{
    const Clause *x = &a->clauses.clause.item[clause];
    bool to = f->prep >= 0 && word_in(c->d, f->prep, WORDS_UP_TO) && (x->classes & (VC(ENLARGE) | VC(REDUCE)));
    bool comes = f->prep >= 0 && token_is(c->d, f->prep, "op") && clause_has(x, WORDS_TO_COME);
    if (!f->quantity.some || !(to || comes)) return NULL;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool before = m->kind == MENTION_ADJECTIVE && giver_can(m->id) && m->prep < 0 && m->last < f->first;
        if (before && word_in(c->d, m->last, WORDS_NUMBER_NOUN) && clause_at(&a->clauses, m->first) == x) return m;
    }
    return NULL;
}

/* `hun vervangers komen uit Duitsland: vier Tigers`, `Het Duitse contingent wordt kleiner: van 1100 naar 900 man`: the country, or the forces of a nation,
 * before the colon of the list that `f` stands in. */
static Found giver_before_list(const Context *c, const Analysis *a, const Force *f)
{
    int32_t colon = f->first;
    while (colon > a->first && !token_is_mark(c->d, colon, ':')) colon--;
    for (Size i = 0; colon > a->first && i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool from = m->last == colon && m->kind == MENTION_COUNTRY && giver_can(m->id) && scope_prep(c, m, WORDS_GIVER);
        if (from) return (Found){m->id, token_range(c->d, m->first, m->last), HOW_STATED, "country before the list"};
    }
    const Force *whole = NULL;
    for (Size i = 0; colon > a->first && f->quantity.some && i < a->force.len; i++) {
        const Force *o = &a->force.item[i];
        bool between = o->first > colon && o->last <= f->first && o->nation.len;
        if (between) return (Found){0};
        if (o->last <= colon && o->prep < 0 && o->nation.len && o->asset == ASSET_FORMATION && o->definite) whole = o;
    }
    return whole ? (Found){whole->nation, whole->nation_at, HOW_STATED, "forces before the list"} : (Found){0};
}

static const uint64_t SENDS = VC(DEPLOY) | VC(CONTRIBUTE) | VC(OFFER) | VC(WITHDRAW) | VC(REMAIN) | VC(EXTEND);

/* The people that a formation in front names: `een detachement Luxemburgers`; or NULL. */
static const Mention *people_of(const Analysis *a, const Force *f)
{
    const Mention *m = f->asset == ASSET_FORMATION ? mention_at(a, f->last, MENTION_DEMONYM) : NULL;
    return m && m->first == f->last && giver_can(m->id) ? m : NULL;
}

bool giver_is_people_of_forces(const Analysis *a, const Mention *m)
{
    for (Size i = 0; m->kind == MENTION_DEMONYM && i < a->force.len; i++)
        if (people_of(a, &a->force.item[i]) == m) return true;
    return false;
}

bool giver_comes_from(const Context *c, const Analysis *a, const Force *f)
{
    const Clause *x = clause_at(&a->clauses, f->head);
    const Mention *state = f->last + 1 < a->last && token_is(c->d, f->last, "uit") ? mention_at(a, f->last + 1, MENTION_COUNTRY) : NULL;
    const Mention *town = f->last + 1 < a->last && token_is(c->d, f->last, "uit") ? mention_at(a, f->last + 1, MENTION_PLACE) : NULL;
    bool comes = ((state && lexicon_has(state->entry, "kind", "sender")) || (town && lexicon_has(town->entry, "kind", "home"))) && clause_has(x, WORDS_TO_COME);
    for (int32_t i = x->first; comes && i < x->last; i++) comes = !word_in(c->d, i, WORDS_OTHERWHERE);
    return comes;
}

/* `gaan 14 militairen uit Denemarken naar Mali`: counted forces on their way from a state that sends them, in a clause where nobody else acts and that moves none from camp to camp. */
static bool sets_out(const Context *c, const Analysis *a, const Force *f, const Mention *from)
{
    const Clause *x = clause_at(&a->clauses, f->head);
    if (!f->quantity.some || f->definite || (f->prep >= 0 && !token_is(c->d, f->prep, "van")) || !lexicon_has(from->entry, "kind", "sender") || topic_has(&c->hosts, from->id)) return false;
    if (!(x->classes & (VC(GO) | VC(DEPART) | VC(ARRIVE))) || (x->classes & (VC(RELOCATE) | VC(WITHDRAW) | VC(RETURN) | VC(END)))) return false;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool who = m->kind == MENTION_COUNTRY || m->kind == MENTION_DEMONYM || m->kind == MENTION_METONYM || m->kind == MENTION_OWN || m->kind == MENTION_ADJECTIVE;
        if (who && m != from && m->prep < 0 && giver_can(m->id) && clause_at(&a->clauses, m->first) == x) return false;
    }
    return true;
}

/* `helikopters van de Amerikaanse marine`, `militairen van de luchtmobiele brigade`, `een eenheid uit Cambodja`: what stands behind the phrase. */
static Found giver_behind(const Context *c, const Analysis *a, const Force *f, Span mission)
{
    int32_t i = f->last;
    const Mention *people = people_of(a, f);
    if (people) return (Found){people->id, token_range(c->d, people->first, people->last), HOW_STATED, "people of the formation"};
    uint64_t away = VC(WITHDRAW) | VC(RETURN) | VC(END) | VC(DEPART) | VC(RELOCATE) | VC(GO) | VC(ARRIVE);
    const Mention *from = i + 1 < a->last && token_is(c->d, i, "uit") ? mention_at(a, i + 1, MENTION_COUNTRY) : NULL;
    if (from && from->last < a->last && token_is(c->d, from->last, "naar")) {
        if (giver_can(from->id) && sets_out(c, a, f, from)) return (Found){from->id, token_range(c->d, from->first, from->last), HOW_STATED, "country that the forces set out from"};
        from = NULL;   /* `5.600 man uit Duitsland naar Polen`: where they are moved from */
    }
    if (from && giver_can(from->id) && (giver_comes_from(c, a, f) || (f->quantity.some && !f->definite && !topic_has(&c->hosts, from->id)) || !(clause_at(&a->clauses, f->head)->classes & away)) && !(mission.len && mission_in(mission, from->id)))
        return (Found){from->id, token_range(c->d, from->first, from->last), HOW_STATED, "country that the forces come from"};
    const Mention *home = i + 1 < a->last && token_is(c->d, i, "uit") ? mention_at(a, i + 1, MENTION_PLACE) : NULL;
    if (home && giver_can(home->id) && lexicon_has(home->entry, "kind", "home"))
        return (Found){home->id, token_range(c->d, home->first, home->last), span_equal(home->id, c->reading->country) ? HOW_DEFAULTED : HOW_STATED, "where the forces are at home"};
    if (i + 2 >= a->last || !token_is(c->d, i, "van")) return (Found){0};
    if (function_of(a, i + 1) & FC(DET)) i++;
    const Mention *unit = mention_at(a, i + 1, MENTION_UNIT);
    if (unit && unit->first == i + 1 && giver_can(unit->id)) return (Found){unit->id, token_range(c->d, unit->first, unit->last), HOW_STATED, "unit that the forces belong to"};
    const Mention *m = mention_at(a, i + 1, MENTION_ADJECTIVE);
    if (!m || !giver_can(m->id) || m->last >= a->last) return (Found){0};
    bool force = false;   /* `zestig leden van het Belgische bataljon`, `de bemanning van het Franse fregat` */
    for (Size n = 0; n < a->force.len && !force; n++) {
        const Force *of = &a->force.item[n];
        force = of != f && of->definite && of->first >= f->last && of->first <= m->first && of->head >= m->last;
    }
    bool service = force || mention_at(a, m->last, MENTION_BODY) || mention_at(a, m->last, MENTION_UNIT) || word_in(c->d, m->last, WORDS_SERVICE);
    return service ? (Found){m->id, token_range(c->d, m->first, m->last), HOW_STATED, "service that the forces belong to"} : (Found){0};
}

const Mention *giver_in_relative(const Context *c, const Analysis *a, const Force *f, Span mission)
{
    const uint64_t asks = VC(REQUEST) | VC(WANT) | VC(TAKE_OVER) | VC(RELIEVE);
    int32_t opener = f->last < a->last && token_is_mark(c->d, f->last, ',') ? f->last + 1 : f->last;
    if (opener + 2 >= a->last || !(token_is(c->d, opener, "die") || token_is(c->d, opener, "dat") || token_is(c->d, opener, "waarmee"))) return NULL;
    const Clause *x = clause_at(&a->clauses, opener);
    bool has = token_is(c->d, opener, "waarmee") && (x->classes & (VC(SERVE) | VC(CONTRIBUTE)));
    for (int v = 0; v < x->verbs; v++) has = has || word_in(c->d, x->verb[v].token, WORDS_OWNING);
    if (x->kind != CLAUSE_RELATIVE || x->opener != opener || (x->classes & asks) || !(has || (x->classes & SENDS))) return NULL;
    int32_t first = opener + 1 + ((function_of(a, opener + 1) & FC(DET)) != 0);
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool state = m->kind == MENTION_COUNTRY || m->kind == MENTION_DEMONYM || m->kind == MENTION_OWN || m->kind == MENTION_NEIGHBOUR || m->kind == MENTION_METONYM;
        if (!state || (m->first != first && m->first != opener + 1) || m->prep >= 0 || clause_at(&a->clauses, m->first) != x) continue;
        if (giver_can(m->id) && !topic_has(&c->hosts, m->id) && !(mission.len && mission_in(mission, m->id))) return m;
    }
    return NULL;
}

/* The forces right before the relative clause `clause` that it speaks of: `Franse militairen, die er met 500 zijn`, `100 man, van wie 20 in Gao`; or NULL. */
const Force *giver_forces_before(const Context *c, const Analysis *a, const Force *f, int32_t clause)
{
    enum { GAP = 2 };
    const Clause *x = &a->clauses.clause.item[clause];
    if (x->kind != CLAUSE_RELATIVE || x->opener < 0 || !word_in(c->d, x->opener, WORDS_RELATIVE_FORCES)) return NULL;
    for (Size i = 0; i < a->force.len; i++) {
        const Force *o = &a->force.item[i];
        if (o == f || o->last > x->opener || x->opener - o->last > GAP) continue;
        bool joined = true;
        for (int32_t t = o->last; t < x->opener; t++) joined = joined && (token_is_mark(c->d, t, ',') || (function_of(a, t) & FC(PREP)));
        if (joined) return o;
    }
    return NULL;
}

/* `1.900 Nederlandse militairen, onder wie 430 in Gao en een bataljon van 600 man`: the forces whose parts are listed, `f` among them; or NULL. */
static const Force *whole_of_list(const Context *c, const Analysis *a, const Force *f)
{
    enum { GAP = 5 };
    int32_t opener = -1;
    for (int32_t i = f->first - 1; opener < 0 && i > a->first; i--)
        if (word_in(c->d, i, WORDS_PART_OPENER)) opener = i;
    for (Size i = 0; opener >= 0 && i < a->mention.len; i++)
        if (giver_can(a->mention.item[i].id) && a->mention.item[i].kind == MENTION_ADJECTIVE && a->mention.item[i].first > opener && a->mention.item[i].last <= f->first) return NULL;
    for (Size i = 0; opener >= 0 && i < a->force.len; i++) {
        const Force *o = &a->force.item[i];
        if (o != f && o->last <= opener && opener - o->last < GAP && o->quantity.some) return o;
    }
    return NULL;
}

/* `Zr.Ms. Evertsen (180 koppen)`, `Het Duitse contingent is groter: 1.000 man`: the forces right before the bracket or colon that the number is told of; or NULL. */
static const Force *told_of(const Context *c, const Analysis *a, const Force *f, int32_t clause)
{
    bool bracket = f->first > a->first && token_is_mark(c->d, f->first - 1, '('), colon = f->first > a->first && token_is_mark(c->d, f->first - 1, ':');
    if (f->asset != ASSET_PERSONNEL || !f->quantity.some || (!bracket && !(colon && f->weak && a->clauses.clause.item[clause].verbs == 0))) return NULL;
    const Force *best = NULL;
    for (Size i = 0; i < a->force.len; i++) {
        const Force *o = &a->force.item[i];
        if (o->last < f->first && (!bracket || o->last == f->first - 1) && o->nation.len && (o->asset == ASSET_FORMATION || o->asset == ASSET_SHIP)) best = o;
    }
    return best;
}

/* Whether mention `m` stands in a relative clause that is over before token `at`: `Polen, dat een divisie leidt waarin de Spanjaarden dienen, wil`. */
static bool in_closed_relative(const Analysis *a, const Mention *m, int32_t at)
{
    int32_t of = a->clauses.of[m->first - a->first], hops = 0;
    if (a->clauses.clause.item[of].kind != CLAUSE_RELATIVE) return false;
    for (int32_t p = a->clauses.of[at - a->first]; p >= 0 && hops < 6; p = a->clauses.clause.item[p].parent, hops++)
        if (p == of) return false;
    return true;
}

/* `De Duitse regering wil dat haar militairen blijven`, `de beslissing van Frankrijk om hun troepen`: whose forces a possessive means, the state named last before; or NULL. */
static const Mention *possessor(const Context *c, const Analysis *a, const Force *f)
{
    const Mention *best = NULL;
    if (!word_in(c->d, f->first, WORDS_THEIR) || !(function_of(a, f->first) & FC(POSSESSIVE))) return NULL;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool state = m->kind == MENTION_COUNTRY || m->kind == MENTION_ADJECTIVE || m->kind == MENTION_METONYM || m->kind == MENTION_DEMONYM || m->kind == MENTION_BODY;
        if (!state || !giver_can(m->id) || m->last > f->first || scope_says_where(c, a, m)) continue;
        if (best && in_closed_relative(a, m, f->first) && !in_closed_relative(a, best, f->first)) continue;
        if (!best || m->first > best->first) best = m;
    }
    return best;
}

/* `27 van de 40 militairen zijn Belgen`, `zijn van Belgische komaf`: the nation that the clause says those before the verb have; or NULL. */
static const Mention *said_to_be(const Context *c, const Analysis *a, const Force *f, int32_t clause)
{
    const Clause *x = &a->clauses.clause.item[clause];
    if (f->prep >= 0 || (x->classes & ~(VC(BE) | VC(AUX))) || !(x->classes & VC(BE)) || x->kind != CLAUSE_MAIN) return NULL;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        int32_t verb = m->first - 1, last = m->last;
        if (m->kind == MENTION_ADJECTIVE && verb > a->first && token_is(c->d, verb, "van") && last < a->last && word_in(c->d, last, WORDS_DESCENT)) verb--, last++;
        else if (m->kind != MENTION_DEMONYM) continue;
        bool ends = last >= a->last || c->d->tokens.item[last].kind == TOKEN_PUNCT, be = false;
        for (int v = 0; v < x->verbs; v++) be = be || x->verb[v].token == verb;
        if (be && ends && m->first > f->last && giver_can(m->id)) return m;
    }
    return NULL;
}

/* `Zes helikopters en 250 man: dat is wat Canada bijdraagt`: the state behind a colon that says whose it all is; or NULL. */
static const Mention *summed_up(const Context *c, const Analysis *a, const Force *f, int32_t clause)
{
    int32_t i = a->clauses.clause.item[clause].last;
    if (a->clauses.clause.item[clause].verbs || i < 1 || i + 4 >= a->last) return NULL;
    if (token_is_mark(c->d, i, ':')) i++;
    if (!token_is_mark(c->d, i - 1, ':') || !token_is(c->d, i, "dat") || !token_is(c->d, i + 2, "wat") || f->last > i) return NULL;
    for (Size k = 0; k < a->mention.len; k++) {
        const Mention *m = &a->mention.item[k];
        bool who = m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM || m->kind == MENTION_DEMONYM || m->kind == MENTION_OWN;
        if (who && giver_can(m->id) && m->first >= i + 3 && m->first <= i + 4) return m;
    }
    return NULL;
}

/* `De Deense missie in Mali (60 militairen)`: whose mission or contribution is at the place `m`; or NULL. */
static const Mention *whose_mission_at(const Analysis *a, const Mention *m)
{
    const Mention *noun = m->prep > a->first ? mention_at(a, m->prep - 1, MENTION_ACTNOUN) : NULL;
    const Mention *whose = noun && noun->first > a->first ? mention_at(a, noun->first - 1, MENTION_ADJECTIVE) : NULL;
    bool own = noun && (verb_classes(noun->entry) & (VC(MISSION) | VC(CONTRIBUTION) | VC(DEPLOY)));
    return own && whose && giver_can(whose->id) ? whose : NULL;
}

/* `na Frankrijk (20 toestellen)`: the state that a counted force stands behind in brackets; not `in Mali (20 man)`; or NULL. */
static const Mention *before_bracket(const Context *c, const Analysis *a, const Force *f)
{
    if (!f->quantity.some || f->first <= a->first + 1 || !token_is_mark(c->d, f->first - 1, '(')) return NULL;
    for (Size k = 0; k < a->mention.len; k++) {
        const Mention *m = &a->mention.item[k];
        bool who = m->kind == MENTION_COUNTRY || m->kind == MENTION_DEMONYM;
        if (who && m->last == f->first - 1 && giver_can(m->id)) return scope_says_where(c, a, m) ? whose_mission_at(a, m) : m;
    }
    return NULL;
}

/* `een Duitse staf van twaalf man`: the nation of the group that the people are; or NULL. */
static const Mention *of_group(const Context *c, const Analysis *a, const Force *f)
{
    if (!f->quantity.some || f->prep <= a->first + 1 || !token_is(c->d, f->prep, "van") || !word_in(c->d, f->prep - 1, WORDS_GROUP_OF)) return NULL;
    const Mention *m = mention_at(a, f->prep - 2, MENTION_ADJECTIVE);
    return m && giver_can(m->id) ? m : NULL;
}

Found giver_of_forces(const Context *c, const Analysis *a, const Force *f, int32_t clause, Span mission)
{
    if (f->elided && giver_comes_from(c, a, f)) return giver_behind(c, a, f, mission);
    if (f->nation.len) return (Found){f->nation, f->nation_at, HOW_STATED, "nationality in the phrase"};
    const Mention *are = said_to_be(c, a, f, clause);
    if (!are) are = summed_up(c, a, f, clause);
    if (!are) are = before_bracket(c, a, f);
    if (!are) are = of_group(c, a, f);
    if (are) return (Found){are->id, token_range(c->d, are->first, are->last), HOW_STATED, "nation that they are said to have"};
    const Mention *whose = possessor(c, a, f);
    if (!whose) whose = of_strength(c, a, f, clause);
    if (whose) return (Found){whose->id, token_range(c->d, whose->first, whose->last), HOW_STATED, "state that a possessive means"};
    Found near = respective_giver(c, a, f);
    if (!near.id.len) near = giver_behind(c, a, f, mission);
    if (!near.id.len) near = giver_before_list(c, a, f);
    if (near.id.len) return near;
    const Mention *sender = giver_in_relative(c, a, f, mission);
    if (sender) return (Found){sender->id, token_range(c->d, sender->first, sender->last), HOW_STATED, "state that sent them"};
    const Force *whole = told_of(c, a, f, clause);
    if (whole) return (Found){whole->nation, whole->nation_at, HOW_STATED, "nationality of the forces whose number it is"};
    whole = giver_forces_before(c, a, f, clause);
    if (whole && whole->nation.len) return (Found){whole->nation, whole->nation_at, HOW_STATED, "nationality of the forces before the relative clause"};
    whole = whole_of_list(c, a, f);
    if (whole && whole->nation.len) return (Found){whole->nation, whole->nation_at, HOW_STATED, "nationality of the forces that it is part of"};
    const Force *counted = counted_before(c, a, f, clause);
    if (!counted) counted = served_by(c, a, f);
    if (!counted) counted = crew_of(c, a, f, clause);
    if (!counted) counted = formation_behind(c, a, f, clause);
    if (!counted) counted = craft_of(c, a, f, clause);
    if (!counted) counted = apposed_to(c, a, f);
    if (counted) return (Found){counted->nation, counted->nation_at, HOW_STATED, "nationality of the forces that are counted"};
    return (Found){.how = HOW_NONE};
}

/* `Slowakije stuurt honderd man; de eerste veertig zijn er al`: the forces told before in the sentence, whose noun a bare number leaves out; or NULL. */
const Force *giver_lent_from(const Analysis *a, const Force *f)
{
    const Force *best = NULL;
    for (Size i = 0; i < a->force.len; i++) {
        const Force *o = &a->force.item[i];
        bool told = o->quantity.some || (o->nation.len && o->plural);   /* `De Deense militairen - het zijn er veertig - blijven` */
        if (o != f && o->last <= f->first && told && !o->contained && o->asset == f->asset && (!best || o->last > best->last)) best = o;
    }
    return best;
}
