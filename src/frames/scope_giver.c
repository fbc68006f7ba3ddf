/* Who gives. */
#include "frames/scope.h"

static bool is_organisation(Span id)
{
    return span_is(id, "EU") || span_is(id, "NATO") || span_is(id, "UN") || span_is(id, "COALITION");
}

static bool can_give(Span id)
{
    return id.len == 2;
}

/* `in plaats van de Belgen`, `net als Nederland`, `neemt het over van de Italianen`, `Northwood Engeland`, `Larissa (Griekenland)`: named, but no giver. */
static bool in_place_of(const Context *c, const Analysis *a, const Mention *m)
{
    int32_t i = m->first - 1;
    int32_t behind = i >= a->first && token_is_mark(c->d, i, '(') ? i : m->first;
    if (i >= a->first && m->kind == MENTION_COUNTRY)
        for (Size k = 0; k < a->mention.len; k++)
            if (a->mention.item[k].kind == MENTION_PLACE && a->mention.item[k].last == behind && a->mention.item[k].first < m->first) return true;
    if (i >= a->first && (function_of(a, i) & FC(DET))) i--;
    if (i > a->first && token_is(c->d, i, "als") && word_in(c->d, i - 1, WORDS_LIKEWISE)) return true;
    if (m->prep < 0 || !token_is(c->d, m->prep, "van")) return false;
    if (m->prep > a->first && word_in(c->d, m->prep - 1, WORDS_IN_STEAD)) return true;
    return clause_at(&a->clauses, m->first)->classes & VC(TAKE_OVER);
}

/* A country as acting subject: a bare name or metonym, not behind a preposition; `door Frankrijk` in the passive. */
static bool acts(const Context *c, const Analysis *a, const Mention *m)
{
    /* an organisation gives where it is the subject of an act of giving; mostly it asks, decides and leads */
    if (is_organisation(m->id)) {
        uint64_t classes = clause_at(&a->clauses, m->first)->classes;
        bool asks = classes & (VC(REQUEST) | VC(SAY) | VC(DECIDE) | VC(APPROVE) | VC(COMMAND));
        return m->prep < 0 && m->kind == MENTION_COUNTRY && span_is(m->id, "EU") && !asks && (classes & (VC(DEPLOY) | VC(WITHDRAW) | VC(REMAIN) | VC(EXTEND) | VC(WANT)));
    }
    bool name = m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM || m->kind == MENTION_DEMONYM || m->kind == MENTION_NEIGHBOUR || m->kind == MENTION_OWN;
    if (!name || !can_give(m->id) || in_place_of(c, a, m) || scope_receives(c, a, m)) return false;
    int32_t listed = m->prep < 0 && m->kind == MENTION_COUNTRY ? scope_place_prep(c, a, m) : -1;
    if (listed >= 0 && !word_in(c->d, listed, WORDS_GIVER)) return false;
    if (m->kind == MENTION_OWN && m->last - m->first == 1 && !(function_of(a, m->first) & FC(PRON))) return scope_prep(c, m, WORDS_BY_OR_OF) || m->prep < 0;
    if (m->prep < 0) return true;
    return scope_prep(c, m, WORDS_BY) || (scope_prep(c, m, WORDS_GIVER_NAME) && m->kind != MENTION_METONYM);
}

/* Whether a giver in clause `from` can be the subject of clause `to`: the same, one that it hangs on, or the clause before a bare `en`. */
static bool reaches(const Context *c, const Analysis *a, int32_t from, int32_t to)
{
    if (from == to) return true;
    int hops = 0;
    for (int32_t p = a->clauses.clause.item[to].parent; p >= 0 && hops < 6; p = a->clauses.clause.item[p].parent, hops++)
        if (p == from) return true;
    const Clause *x = &a->clauses.clause.item[to], *y = &a->clauses.clause.item[from];
    bool joined = x->kind == CLAUSE_MAIN && y->kind == CLAUSE_MAIN && y->first < x->first && (function_of(a, x->first) & FC(COORD));
    bool listed = y->first < x->first && x->verbs == 0;
    (void)c;
    return joined || listed;
}

static int giver_rank(const Context *c, const Analysis *a, const Mention *m, const Force *f, int32_t at, int32_t clause)
{
    int rank = 100;
    int32_t distance = m->first > at ? m->first - at : at - m->last;
    rank -= distance > 60 ? 60 : distance;
    if (a->clauses.of[m->first - a->first] == clause) rank += 60;
    if (m->prep < 0) rank += 25;
    if (m->first > at && m->prep >= 0 && scope_prep(c, m, WORDS_OUT_OF) && m->prep <= at + 2) rank += 40;
    if (m->first > at && m->prep < 0) rank -= 30;
    if (f && m->last == f->first && m->prep < 0) rank += 60;
    if (m->kind == MENTION_DEMONYM && m->first > at) rank -= 20;
    if (m->prep >= 0 && scope_prep(c, m, WORDS_OUT_OF) && m->first > at + 4) rank -= 40;
    return rank;
}

static Found own_default(const Context *c, const char *rule)
{
    return (Found){c->reading->country, NO_RANGE, HOW_DEFAULTED, rule};
}

/* `Frankrijk, dat ... heeft`: the giver right before a relative clause whose subject it is; `Duitsland, met 980 man`: before an apposition. */
static const Mention *antecedent(const Context *c, const Analysis *a, int32_t clause, int32_t at)
{
    const Clause *x = &a->clauses.clause.item[clause];
    int32_t opener = x->kind == CLAUSE_RELATIVE && x->opener >= 0 && (token_is(c->d, x->opener, "die") || token_is(c->d, x->opener, "dat")) ? x->opener : -1;
    for (int32_t i = at; opener < 0 && i > a->first && i > at - 5; i--)
        if (token_is(c->d, i, "met")) opener = i;
    if (opener < 0) return NULL;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool who = m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM || m->kind == MENTION_DEMONYM;
        if (!who || !can_give(m->id)) continue;
        if (token_is(c->d, opener, "met") && m->prep >= 0 && !word_in(c->d, m->prep, WORDS_GIVER_APPOSED)) continue;
        bool mark = m->last == opener - 1 && token_is_mark(c->d, m->last, ',');
        if (m->last == opener || mark) return m;
    }
    return NULL;
}

/* Whose act an act noun at `at` is: `de Belgische deelname`, `de inzet van ons land`. */
static const Mention *of_act_noun(const Context *c, const Analysis *a, int32_t at)
{
    if (!mention_at(a, at, MENTION_ACTNOUN) && !mention_at(a, at, MENTION_MISSION)) return antecedent(c, a, a->clauses.of[at - a->first], at);
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool before = (m->kind == MENTION_ADJECTIVE || m->kind == MENTION_OWN) && m->last <= at && at - m->last <= 3 && can_give(m->id);
        bool behind = (m->kind == MENTION_COUNTRY || m->kind == MENTION_OWN || m->kind == MENTION_METONYM) && can_give(m->id) && m->prep == at + 1 && token_is(c->d, at + 1, "van");
        if (before || behind) return m;
    }
    return NULL;
}

/* Whether tokens `first` to `last` join two of a list: `,`, `en de`, `en binnenkort ook de`. */
static bool joins(const Context *c, const Analysis *a, int32_t first, int32_t last)
{
    enum { REACH = 5 };
    if (first >= last || last - first > REACH) return false;
    bool joint = token_is_mark(c->d, first, ',') || word_in(c->d, first, WORDS_LIST_JOINT);
    for (int32_t i = first + 1; i < last; i++)
        joint = joint && (word_in(c->d, i, WORDS_LIST_JOINT) || word_in(c->d, i, WORDS_LIST_BESIDES) || (function_of(a, i) & FC(DET)) || last - first <= 2);
    return joint;
}

int scope_givers_beside(const Context *c, const Analysis *a, Range first, Span *ids, Range *at, int room)
{
    int n = 0;
    const Mention *list[16];
    int members = 0, self = -1;
    for (Size i = 0; i < a->mention.len && members < 16; i++) {
        const Mention *m = &a->mention.item[i];
        bool who = (m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM || m->kind == MENTION_DEMONYM || m->kind == MENTION_ADJECTIVE) && can_give(m->id);
        if (!who) continue;
        bool joined = members && joins(c, a, list[members - 1]->last, m->first);
        if (!joined) {
            if (self >= 0) break;
            members = 0;
        }
        list[members] = m;
        if (token_range(c->d, m->first, m->last).from == first.from) self = members;
        members++;
    }
    if (self < 0) return 0;
    for (int i = 0; i < members && n < room; i++) {
        if (i == self || span_equal(list[i]->id, list[self]->id)) continue;
        ids[n] = list[i]->id;
        at[n++] = token_range(c->d, list[i]->first, list[i]->last);
    }
    return n;
}

/* `Een chirurgisch team staat de Amerikanen bij`: what forces before the verb do to somebody. */
static bool is_object(const Analysis *a, const Mention *m, const Force *f, int32_t clause)
{
    const Clause *x = &a->clauses.clause.item[clause];
    if (!f || f->prep >= 0 || m->prep >= 0 || x->passive || f->last > m->first || x->kind != CLAUSE_MAIN) return false;
    if (x->classes & (VC(DEPLOY) | VC(OFFER) | VC(WITHDRAW) | VC(WANT))) return false;
    for (int v = 0; v < x->verbs; v++)
        if (x->verb[v].form == FORM_FINITE && x->verb[v].token >= f->last && x->verb[v].token < m->first) return true;
    return false;
}

/* `om helikopters te sturen als Nederland stopt`, `in Gao waar ook de Duitsers zijn`: no subject of the clause that it stands in. */
static bool is_elsewhere(const Context *c, const Analysis *a, const Mention *m, int32_t at)
{
    const Clause *x = clause_at(&a->clauses, m->first);
    if (x->kind == CLAUSE_INFINITIVE && x->tense == TENSE_INFINITIVE && m->prep < 0 && m->kind != MENTION_OWN) return true;
    for (int32_t i = at + 1; i < m->first; i++)
        if (word_in(c->d, i, WORDS_SPLITS)) return true;
    return false;
}

/* The forces of a nation that a count is of: `Belgische militairen bewaken de toestellen met 35 man`, `telde het Nederlandse contingent 2.000 man`; or NULL. */
static const Force *counted_before(const Context *c, const Analysis *a, const Force *f, int32_t clause)
{
    bool with = f->prep >= 0 && token_is(c->d, f->prep, "met") && f->weak && f->quantity.some, counts = false;
    for (int32_t i = a->first; i < f->first; i++) counts = counts || (a->clauses.of[i - a->first] == clause && word_in(c->d, i, WORDS_COUNTING));
    for (Size i = 0; (with || counts) && i < a->force.len; i++) {
        const Force *o = &a->force.item[i];
        if (o == f || o->last > f->first || a->clauses.of[o->head - a->first] != clause) continue;
        if (counts && o->asset == ASSET_FORMATION && o->nation.len) return o;
        if (with && o->prep < 0) return o->nation.len && o->asset == ASSET_PERSONNEL ? o : NULL;
    }
    return NULL;
}

/* The forces right before the relative clause `clause` that it speaks of: `Franse militairen, die er met 500 zijn`, `100 man, van wie 20 in Gao`; or NULL. */
static const Force *forces_before(const Context *c, const Analysis *a, const Force *f, int32_t clause)
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

/* `hun vervangers komen uit Duitsland: vier Tigers`: the country before the colon of the list that `f` stands in. */
static Found giver_before_list(const Context *c, const Analysis *a, const Force *f)
{
    int32_t colon = f->first;
    while (colon > a->first && !token_is_mark(c->d, colon, ':')) colon--;
    for (Size i = 0; colon > a->first && i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool from = m->last == colon && m->kind == MENTION_COUNTRY && can_give(m->id) && scope_prep(c, m, WORDS_GIVER);
        if (from) return (Found){m->id, token_range(c->d, m->first, m->last), HOW_STATED, "country before the list"};
    }
    return (Found){0};
}

/* The people that a formation in front names: `een detachement Luxemburgers`; or NULL. */
static const Mention *people_of(const Analysis *a, const Force *f)
{
    const Mention *m = f->asset == ASSET_FORMATION ? mention_at(a, f->last, MENTION_DEMONYM) : NULL;
    return m && m->first == f->last && can_give(m->id) ? m : NULL;
}

static bool is_people_of_others(const Analysis *a, const Mention *m)
{
    for (Size i = 0; m->kind == MENTION_DEMONYM && i < a->force.len; i++)
        if (people_of(a, &a->force.item[i]) == m) return true;
    return false;
}

/* `helikopters van de Amerikaanse marine`, `een eenheid uit Cambodja`: what stands behind the phrase. */
static Found giver_behind(const Context *c, const Analysis *a, const Force *f, Span mission)
{
    int32_t i = f->last;
    const Mention *people = people_of(a, f);
    if (people) return (Found){people->id, token_range(c->d, people->first, people->last), HOW_STATED, "people of the formation"};
    uint64_t away = VC(WITHDRAW) | VC(RETURN) | VC(END) | VC(DEPART) | VC(RELOCATE) | VC(GO) | VC(ARRIVE);
    const Mention *from = i + 1 < a->last && token_is(c->d, i, "uit") ? mention_at(a, i + 1, MENTION_COUNTRY) : NULL;
    if (from && can_give(from->id) && !(clause_at(&a->clauses, f->head)->classes & away) && !(mission.len && mission_in(mission, from->id)))
        return (Found){from->id, token_range(c->d, from->first, from->last), HOW_STATED, "country that the forces come from"};
    if (i + 2 >= a->last || !token_is(c->d, i, "van")) return (Found){0};
    if (function_of(a, i + 1) & FC(DET)) i++;
    const Mention *m = mention_at(a, i + 1, MENTION_ADJECTIVE);
    if (!m || !can_give(m->id) || m->last >= a->last) return (Found){0};
    bool service = mention_at(a, m->last, MENTION_BODY) || mention_at(a, m->last, MENTION_UNIT) || word_in(c->d, m->last, WORDS_SERVICE);
    return service ? (Found){m->id, token_range(c->d, m->first, m->last), HOW_STATED, "service that the forces belong to"} : (Found){0};
}

/* A cabinet, ministry or service named in the sentence whose country is the publisher's or its own. */
static Found giver_by_body(const Context *c, const Analysis *a, int32_t clause)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool body = m->kind == MENTION_BODY && (lexicon_has(m->entry, "kind", "cabinet") || lexicon_has(m->entry, "kind", "ministry"));
        bool unit = m->kind == MENTION_UNIT;
        if ((!body && !unit) || m->prep >= 0 || a->clauses.of[m->first - a->first] != clause) continue;
        Span id = m->id.len ? m->id : c->reading->country;
        if (!id.len || id.len != 2) continue;
        return (Found){id, token_range(c->d, m->first, m->last), m->id.len ? HOW_STATED : HOW_CARRIED, "body that acts in the clause"};
    }
    return (Found){0};
}

/* Whether the last stated giver stands in the paragraph of `a`. */
static bool giver_near(const Context *c, const Analysis *a, const Carry *carry)
{
    if (!carry->giver.id.len) return false;
    return c->d->sentences.item[carry->giver_sentence - 1].paragraph == c->d->sentences.item[a->sentence].paragraph;
}

/* `leveren ze`, `Die hadden`, `Het gaat om`: a clause that goes on about those whom the sentence before speaks of. */
static Found giver_going_on(const Context *c, const Analysis *a, int32_t clause, const Carry *carry)
{
    const Clause *x = &a->clauses.clause.item[clause];
    bool they = x->verbs && x->first == a->first && word_in(c->d, a->first, WORDS_THOSE) && x->verb[0].token == a->first + 1;
    for (int32_t i = x->first; i < x->last; i++) they = they || (a->clauses.of[i - a->first] == clause && word_in(c->d, i, WORDS_THEY));
    for (int32_t i = x->first; i + 1 < x->last; i++)
        they = they || (word_in(c->d, i, WORDS_IT) && word_in(c->d, i + 1, WORDS_CONCERNS)) || (word_in(c->d, i, WORDS_CONCERNS) && word_in(c->d, i + 1, WORDS_IT));
    if (!they) return (Found){0};
    if (carry->giver.id.len && carry->giver_sentence == a->sentence) return (Found){carry->giver.id, carry->giver.at, HOW_CARRIED, "giver of the sentence before"};
    if (carry->subject_sentence != a->sentence) return (Found){0};
    return (Found){carry->subject.id, carry->subject.at, HOW_CARRIED, "whom the sentence before speaks of"};
}

Found scope_subject(const Context *c, const Analysis *a, uint64_t *acts_of)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (m->prep >= 0 && m->kind != MENTION_NEIGHBOUR) continue;
        const Clause *x = clause_at(&a->clauses, m->first);
        bool cabinet = m->kind == MENTION_BODY && can_give(m->id) && lexicon_has(m->entry, "kind", "cabinet");
        if ((!cabinet && !acts(c, a, m)) || x->kind != CLAUSE_MAIN) continue;
        *acts_of = x->classes;
        return (Found){m->id, token_range(c->d, m->first, m->last), HOW_STATED, NULL};
    }
    return (Found){.how = HOW_NONE};
}

static bool refers_back(const Context *c, const Analysis *a)
{
    for (int32_t i = a->first; i < a->last && i < a->first + 4; i++)
        if (function_of(a, i) & FC(GROUP)) return true;
    for (Size i = 0; i < a->mention.len; i++)
        if (marker_is(&a->mention.item[i], "group_anaphor") && !token_is(c->d, a->mention.item[i].first, "waaronder") &&
            !token_is(c->d, a->mention.item[i].first, "onder") && !token_is(c->d, a->mention.item[i].first, "waarvan"))
            return true;
    return false;
}

/* `Duitsland vroeg Nederland om helikopters`, `aan België is gevraagd`: who is asked, not who asks; or NULL. */
static const Mention *who_is_asked(const Context *c, const Analysis *a, int32_t clause)
{
    const Clause *x = &a->clauses.clause.item[clause];
    const Mention *asker = NULL;
    if (!(x->classes & VC(REQUEST)) || x->passive) return NULL;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool who = (m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM || m->kind == MENTION_DEMONYM || m->kind == MENTION_OWN) && can_give(m->id);
        if (!who || a->clauses.of[m->first - a->first] != clause) continue;
        if (scope_prep(c, m, WORDS_ASKED)) return m;
        if (m->prep >= 0) continue;
        if (asker && !span_equal(asker->id, m->id)) return m;
        asker = m;
    }
    return NULL;
}

/* Whether a noun may begin at `i`: `24 landen`, `de landen`, `andere landen`; not `militairen landen`. */
static bool is_noun(const Context *c, const Analysis *a, int32_t i)
{
    if (i == a->first || c->d->tokens.item[i - 1].kind == TOKEN_NUMBER || (function_of(a, i - 1) & (FC(DET) | FC(POSSESSIVE)))) return true;
    for (Size k = 0; k < a->numbers.item.len; k++)
        if (a->numbers.item.item[k].last == i) return true;
    Span before = token_folded(c->d, i - 1);
    return before.len > 2 && before.at[before.len - 1] == 'e';
}

/* `Europese landen leveren`, `militairen uit 24 landen`: states together give, and none of them alone. */
static bool states_together(const Context *c, const Analysis *a, const Force *f, int32_t clause)
{
    enum { REACH = 4 };
    for (int32_t i = a->first; i < a->last; i++) {
        if (!word_in(c->d, i, WORDS_STATES_ACT) || a->clauses.of[i - a->first] != clause || !is_noun(c, a, i) || mention_at(a, i, MENTION_COUNTRY)) continue;
        int32_t k = i - 1;
        while (k >= a->first && i - k <= REACH && c->d->tokens.item[k].kind != TOKEN_PUNCT && !(function_of(a, k) & FC(PREP))) k--;
        bool governed = k >= a->first && i - k <= REACH && (function_of(a, k) & FC(PREP));
        if (!governed || (f && k == f->last && word_in(c->d, k, WORDS_OUT_OF))) return true;
    }
    return false;
}

/* Whether the item names the country so often that it is where things happen. */
static bool often_theatre(const Context *c, Span id)
{
    enum { OFTEN = 3 };
    for (int t = 0; t < c->hosts.count; t++)
        if (span_equal(c->hosts.id[t], id)) return c->hosts.weight[t] >= OFTEN;
    return false;
}

/* Whether `m` can be the one who gives in clause `clause`: no host of the mission, unless the sentence opens with it as the one who sends or takes over. */
static bool may_give(const Context *c, const Analysis *a, const Mention *m, const Force *f, int32_t at, int32_t clause, Span mission)
{
    bool head = (m->last < a->last && token_is_mark(c->d, m->last, ':')) && (m->first == a->first || c->d->tokens.item[m->first - 1].kind == TOKEN_PUNCT);
    bool people_behind = f && m->kind == MENTION_DEMONYM && m->first > f->last && m->prep < 0;
    if (head || people_behind || is_object(a, m, f, clause) || is_people_of_others(a, m) || is_elsewhere(c, a, m, at)) return false;
    uint64_t classes = clause_at(&a->clauses, m->first)->classes;
    bool own = span_equal(m->id, c->reading->country);
    bool subject = m->first == a->first && m->prep < 0 && (classes & (VC(DEPLOY) | VC(OFFER) | VC(TAKE_OVER) | VC(RELIEVE)));
    if (!own && mission.len && mission_in(mission, m->id) && !(subject && !span_equal(m->id, mission_host(mission, 0)))) return false;
    if (!own && !subject && often_theatre(c, m->id)) return false;
    if (!acts(c, a, m) || (f && m->first >= f->first && m->last <= f->last)) return false;
    if (f && is_organisation(m->id) && (classes & VC(EXTEND))) return false;
    int32_t of = a->clauses.of[m->first - a->first];
    return (of == clause || m->prep < 0) && reaches(c, a, of, clause);
}

/* The country that acts in the sentence, the nearest to the subject of `clause`; or NULL. */
static const Mention *actor(const Context *c, const Analysis *a, const Force *f, int32_t at, int32_t clause, Span mission)
{
    enum { ENOUGH = 60 };
    const Mention *best = NULL;
    int best_rank = ENOUGH - 1;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (!may_give(c, a, m, f, at, clause, mission)) continue;
        int rank = giver_rank(c, a, m, f, at, clause);
        if (rank > best_rank) best = m, best_rank = rank;
    }
    return best;
}

/* The one of whom an earlier clause of the sentence speaks: `De EU sprong bij: zij had er 750 man`, `Het gros van de Belgen is weg; het team volgt`. */
static Found giver_of_clause_before(const Context *c, const Analysis *a, int32_t at, int32_t clause, Span mission)
{
    Found best = {.how = HOW_NONE};
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool where = (mission.len && mission_in(mission, m->id)) || topic_has(&c->hosts, m->id) || (m->last < a->last && token_is_mark(c->d, m->last, ':'));
        if (m->first >= at || where || a->clauses.of[m->first - a->first] == clause) continue;
        bool organisation = m->kind == MENTION_COUNTRY && is_organisation(m->id) && m->prep < 0;
        if (organisation || acts(c, a, m)) best = (Found){m->id, token_range(c->d, m->first, m->last), HOW_CARRIED, "whom the clause before speaks of"};
    }
    return best;
}

/* Whether the sentence before opens with one who sends or withdraws: `Duitsland breidt zijn inzet uit. Er komen 1100 militairen bij.` */
static bool continues(const Context *c, const Analysis *a, const Carry *carry)
{
    enum { OPENING = 3 };
    uint64_t gives = VC(DEPLOY) | VC(ENLARGE) | VC(REDUCE) | VC(WITHDRAW) | VC(EXTEND) | VC(CONTRIBUTE) | VC(OFFER) | VC(RETURN);
    if (!carry->subject.id.len || carry->subject_sentence != a->sentence || !(carry->subject_acts & gives)) return false;
    const Sentence *before = &c->d->sentences.item[a->sentence - 1];
    if (before->paragraph != c->d->sentences.item[a->sentence].paragraph) return false;
    for (int32_t i = before->token; i < before->token + before->tokens && i < before->token + OPENING; i++)
        if (c->d->tokens.item[i].at.from == carry->subject.at.from) return true;
    return false;
}

/* `Volgens het Pentagon worden 750 militairen gestuurd`: a foreign government that tells of forces without a giver tells of its own. */
static Found giver_quoted(const Context *c, const Analysis *a)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (m->kind != MENTION_METONYM || !can_give(m->id) || topic_has(&c->hosts, m->id) || !scope_prep(c, m, WORDS_ACCORDING)) continue;
        return (Found){m->id, token_range(c->d, m->first, m->last), HOW_CARRIED, "government that tells of it"};
    }
    return (Found){0};
}

/* Who gives where the sentence does not say it. */
static Found unsaid(const Context *c, const Analysis *a, int32_t at, int32_t clause, Span mission, const Carry *carry)
{
    Found found = giver_by_body(c, a, clause);
    if (!found.id.len && refers_back(c, a)) found = giver_of_clause_before(c, a, at, clause, mission);
    if (!found.id.len) found = giver_going_on(c, a, clause, carry);
    if (found.id.len) return found;
    Found told = {carry->giver.id, carry->giver.at, HOW_CARRIED, "giver of the sentence before"};
    if (giver_near(c, a, carry) && refers_back(c, a)) return told;
    told.rule = "giver that the item is about";
    found = giver_quoted(c, a);
    if (found.id.len) return found;
    int lead = topic_leader(&c->givers);
    bool about = lead >= 0 && span_equal(c->givers.id[lead], told.id) && !span_equal(told.id, c->reading->country);
    if (continues(c, a, carry)) return (Found){carry->subject.id, carry->subject.at, HOW_CARRIED, "giver that the sentence before opens with"};
    if (told.id.len && (!c->own || about || !c->reading->country.len)) return told;
    return c->reading->country.len ? own_default(c, "country of the publisher") : (Found){.how = HOW_NONE};
}

static Found stated(const Context *c, const Mention *m, const char *rule)
{
    return (Found){m->id, token_range(c->d, m->first, m->last), HOW_STATED, rule};
}

Found scope_giver(const Context *c, const Analysis *a, const Force *f, int32_t at, int32_t clause, Span mission, const Carry *carry)
{
    if (f && f->nation.len) return (Found){f->nation, f->nation_at, HOW_STATED, "nationality in the phrase"};
    Found near = f ? giver_behind(c, a, f, mission) : (Found){0};
    if (near.id.len) return near;
    if (f) near = giver_before_list(c, a, f);
    if (near.id.len) return near;
    const Force *whole = f ? forces_before(c, a, f, clause) : NULL;
    if (whole && whole->nation.len) return (Found){whole->nation, whole->nation_at, HOW_STATED, "nationality of the forces before the relative clause"};
    const Force *subject = f ? counted_before(c, a, f, clause) : NULL;
    if (subject) return (Found){subject->nation, subject->nation_at, HOW_STATED, "nationality of the forces that are counted"};
    const Mention *who = f ? antecedent(c, a, clause, at) : of_act_noun(c, a, at);
    if (who) return stated(c, who, f ? "country before the relative clause" : "whose act it is");
    who = who_is_asked(c, a, clause);
    if (who) return stated(c, who, "country that is asked");
    who = actor(c, a, f, at, clause, mission);
    if (who) return stated(c, who, "country that acts in the sentence");
    if (whole && whole->head < f->head) return scope_giver(c, a, whole, whole->head, a->clauses.of[whole->head - a->first], mission, carry);
    if (states_together(c, a, f, clause)) return (Found){.how = HOW_NONE};
    return unsaid(c, a, at, clause, mission, carry);
}
