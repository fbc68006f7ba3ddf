/* Wholes and parts that are no mission's strength: sums, mixed groups, parts of a formation, what is usual, all forces of an alliance. */
#include "frames/candidate_whole.h"

#include "frames/giver.h"
#include "lexicon/wordlist.h"

/* `Nederland en Noorwegen leveren elk 200 man. In totaal zijn er 1.100 in het kamp`: what several gave in the sentence before. */
bool whole_sums_up(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    const Reading *r = k->c->reading;
    bool all = false, several = false;
    if (k->a->sentence == 0 || k->claim.proof[FIELD_CONTRIBUTOR].how == HOW_STATED) return false;
    for (int32_t i = c->first; i + 1 < c->last; i++) all = all || (token_is(k->c->d, i, "in") && word_in(k->c->d, i + 1, WORDS_IN_ALL));
    int32_t before = k->c->d->sentences.item[k->a->sentence - 1].at.from;
    for (Size i = r->claims.len; all && i-- > 0 && r->claims.item[i].evidence.from >= before;)
        several = several || !span_equal(r->claims.item[i].contributor, r->claims.item[r->claims.len - 1].contributor);
    return all && several;
}

/* `de hoogste commandant van de NAVO`: who commands for an organisation. */
bool whole_serves_organisation(const Candidate *k)
{
    const Force *f = k->f;
    if (f->asset != ASSET_PERSONNEL || f->plural || f->number >= 0 || f->last + 1 >= k->a->last || !token_is(k->c->d, f->last, "van")) return false;
    int32_t at = f->last + 1 + ((function_of(k->a, f->last + 1) & FC(DET)) != 0);
    const Mention *m = mention_at(k->a, at, MENTION_COUNTRY);
    return m && (span_is(m->id, "NATO") || span_is(m->id, "UN") || span_is(m->id, "EU"));
}

/* `een groep van vijftig militairen waarin verder Britten, Duitsers en Belgen zitten`: of several peoples. */
bool whole_is_mixed(const Candidate *k)
{
    enum { REACH = 4, SEVERAL = 2 };
    for (Size i = 0; k->f->quantity.some && i < k->a->clauses.clause.len; i++) {
        const Clause *c = &k->a->clauses.clause.item[i];
        bool theirs = c->kind == CLAUSE_RELATIVE && c->opener >= k->f->last && c->opener <= k->f->last + REACH && word_in(k->c->d, c->opener, WORDS_IN_WHICH);
        if (!theirs || !(c->classes & (VC(SERVE) | VC(BE) | VC(CONTRIBUTE)))) continue;
        int peoples = 0;
        for (Size n = 0; n < k->a->mention.len; n++) {
            const Mention *m = &k->a->mention.item[n];
            bool people = (m->kind == MENTION_DEMONYM || m->kind == MENTION_COUNTRY) && m->prep < 0 && k->a->clauses.of[m->first - k->a->first] == (int32_t)i;
            peoples += people && !span_equal(m->id, k->claim.contributor);
        }
        if (peoples >= SEVERAL) return true;
    }
    return false;
}

/* `Het bataljon bestaat uit vier compagnieën`: the parts of a formation. */
bool whole_has_parts(const Candidate *k)
{
    if (k->f->asset != ASSET_FORMATION || !k->f->quantity.some || k->f->nation.len || !clause_has(candidate_clause(k), WORDS_TO_PART)) return false;
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        if (o->asset == ASSET_FORMATION && o->definite && o->prep < 0 && o->last <= k->f->first && candidate_in_clause(k, o->head)) return true;
    }
    return false;
}

/* `Een brigade bestaat doorgaans uit 3.000 man`, `Een peloton bestaat uit dertig militairen`: any of its kind. */
bool whole_is_usual(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    const Proof *p = k->claim.proof;
    bool unsaid = p[FIELD_CONTRIBUTOR].how != HOW_STATED && p[FIELD_HOST].how != HOW_STATED && p[FIELD_MISSION].how != HOW_STATED;
    if (unsaid && c->first + 2 < c->last && word_in(k->c->d, c->first, WORDS_A_OR_AN) && word_in(k->c->d, c->first + 2, WORDS_COUNTING)) return true;
    bool usual = false, counts = false;
    for (int32_t i = c->first; i < c->last; i++) usual = usual || word_in(k->c->d, i, WORDS_USUALLY);
    for (int v = 0; v < c->verbs; v++) counts = counts || word_in(k->c->d, c->verb[v].token, WORDS_COUNTING);
    return usual && counts;
}

/* `In totaal staan 40.000 militairen onder NAVO-commando`: all forces of an alliance. */
bool whole_of_alliance(const Candidate *k)
{
    bool all = false, under = false;
    const Clause *c = candidate_clause(k);
    for (int32_t i = c->first + 1; i < c->last; i++) {
        all = all || (token_is(k->c->d, i - 1, "in") && word_in(k->c->d, i, WORDS_IN_ALL));
        under = under || word_in(k->c->d, i, WORDS_ALLIED_COMMAND);
    }
    return all && under && k->f->quantity.some && !k->f->nation.len && k->claim.proof[FIELD_CONTRIBUTOR].how != HOW_STATED;
}

/* Whether words of an organisation or alliance begin at token `i`: NAVO, Afrikaanse Unie, coalitie. */
static bool names_alliance(const Candidate *k, int32_t i)
{
    if (i < k->a->first || i >= k->a->last) return false;
    const Mention *country = mention_at(k->a, i, MENTION_COUNTRY), *body = mention_at(k->a, i, MENTION_BODY);
    if (country && country->first == i && giver_is_organisation(country->id)) return true;
    return word_in(k->c->d, i, WORDS_ALLIANCE) || (body && body->first <= i && lexicon_has(body->entry, "kind", "organisation"));
}

/* `De alliantie heeft er 4.500 militairen`, `De Afrikaanse Unie trekt 1.200 militairen terug`, `Het eskader telt zes mijnenjagers`: the subject is of many states. */
static bool is_had_by_many(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    if (!c->verbs || c->first + 2 >= c->last || c->kind != CLAUSE_MAIN || k->f->prep >= 0) return false;
    int32_t verb = c->verb[0].token, noun = c->first + ((function_of(k->a, c->first) & FC(DET)) != 0);
    bool fleet = k->f->asset == ASSET_SHIP && word_in(k->c->d, noun, WORDS_FLEET) && word_in(k->c->d, verb, WORDS_COUNTING);
    bool gives = word_in(k->c->d, verb, WORDS_OWNING) || word_in(k->c->d, verb, WORDS_COUNTING) || (c->classes & (VC(DEPLOY) | VC(WITHDRAW) | VC(ENLARGE) | VC(REDUCE)));
    return fleet || (gives && !c->passive && noun < verb && names_alliance(k, noun));
}

/* `200 waarnemers van de VN`, `1.200 NAVO-militairen`. */
static bool is_of_organisation(const Candidate *k)
{
    const Force *f = k->f;
    if (f->asset != ASSET_PERSONNEL) return false;
    Span head = token_folded(k->c->d, f->head);
    Size hyphen = span_find_byte(head, '-', 0);
    if (hyphen > 0 && lemma_in(WORDS_ALLIED_PREFIX, span_sub(head, 0, hyphen))) return true;
    if (!f->plural || f->last + 1 >= k->a->last || !token_is(k->c->d, f->last, "van")) return false;
    return names_alliance(k, f->last + 1 + ((function_of(k->a, f->last + 1) & FC(DET)) != 0));
}

/* `Volgens de NAVO worden 2.000 militairen overgebracht`: an organisation tells of forces of nobody in particular. */
static bool is_told_by_organisation(const Candidate *k)
{
    if (k->claim.proof[FIELD_CONTRIBUTOR].how == HOW_STATED || k->f->definite) return false;
    for (int32_t i = k->a->first; i + 1 < k->f->first; i++)
        if (word_in(k->c->d, i, WORDS_ACCORDING) && names_alliance(k, i + 1 + ((function_of(k->a, i + 1) & FC(DET)) != 0))) return true;
    return false;
}

/* `Italië levert een derde van de troepenmacht van 12.400`, `Frankrijk, goed voor tien procent van de 12.400 militairen`: the whole that a state gives a part of;
 * not `haalt de helft van de 300 militairen terug`. */
static bool is_given_in_part(const Candidate *k)
{
    enum { REACH = 8 };
    const Force *f = k->f;
    if (k->claim.proof[FIELD_CONTRIBUTOR].how != HOW_STATED || (candidate_clause(k)->classes & (VC(WITHDRAW) | VC(RETURN) | VC(REDUCE) | VC(DEPART)))) return false;
    for (int32_t i = f->first; i > k->a->first && i > f->first - REACH; i--) {
        for (Size t = 0; t < k->a->times.item.len; t++)   /* `in de tweede helft van 2020 een fregat` */
            if (k->a->times.item.item[t].first < i && i < k->a->times.item.item[t].last) return false;
        if (token_is(k->c->d, i, "van") && word_in(k->c->d, i - 1, WORDS_FRACTION_OF)) return true;
        if ((function_of(k->a, i) & FC(POSSESSIVE)) || (i < f->first && (k->c->d->tokens.item[i].kind == TOKEN_PUNCT || !candidate_in_clause(k, i)))) return false;
    }
    return false;
}

/* `NAVO-landen bewaken bij toerbeurt het luchtruim. Het aantal toestellen ging van vier naar zestien`: what the states of the sentence before have together. */
static bool is_of_states_before(const Candidate *k)
{
    int32_t before = k->a->sentence - 1 - k->c->first_sentence;
    if (k->claim.proof[FIELD_CONTRIBUTOR].how == HOW_STATED || !span_equal(k->claim.contributor, k->c->reading->country) || before < 0 || !k->c->read[before]) return false;
    if (!k->f->elided || k->f->prep < 0 || !(word_in(k->c->d, k->f->prep, WORDS_UP_TO) || word_in(k->c->d, k->f->prep, WORDS_OF))) return false;
    const Analysis *b = &k->c->analysis[before];
    bool states = false;
    for (int32_t i = b->first; i < b->last; i++) states = states || word_in(k->c->d, i, WORDS_STATES_ACT);
    for (Size i = 0; i < b->mention.len; i++)
        if (b->mention.item[i].kind == MENTION_OWN || (b->mention.item[i].kind == MENTION_BODY && !word_in(k->c->d, b->mention.item[i].first, WORDS_STATES_ACT)) || span_equal(b->mention.item[i].id, k->c->reading->country)) return false;
    return states;
}

bool whole_of_many(const Candidate *k)
{
    enum { SHIPS = 10, HELMETS = 1000 };
    const Force *f = k->f;
    const Clause *c = candidate_clause(k);
    if (!f->quantity.some) return false;
    bool organisation = giver_is_organisation(k->claim.contributor), stated = k->claim.proof[FIELD_CONTRIBUTOR].how == HOW_STATED;
    /* `vier gevechtsgroepen van elk duizend man` */
    int32_t each = f->prep >= k->a->first && word_in(k->c->d, f->prep, WORDS_OF) ? f->prep + 1 : -1;
    if (!stated && each > 0 && token_is(k->c->d, each, "elk") && mention_at(k->a, each, MENTION_MARKER)) return true;
    if (organisation) return f->number >= 0 && (c->classes & VC(ENLARGE));   /* `De EU breidt de missie uit tot 3.700 militairen` */
    if (stated) return is_given_in_part(k);
    double n = f->quantity.known ? f->quantity.low : 0;
    if ((f->asset == ASSET_SHIP && n >= SHIPS) || (n >= HELMETS && word_in(k->c->d, f->head, WORDS_BLUE_HELMETS))) return true;
    return is_had_by_many(k) || is_of_organisation(k) || is_told_by_organisation(k) || is_of_states_before(k);
}

/* `op een totaal van 600 militairen`: all of whom those before are a part. */
bool whole_out_of_all(const Candidate *k)
{
    int32_t i = k->f->prep - 1;
    if (k->f->prep <= k->a->first + 1 || !word_in(k->c->d, k->f->prep, WORDS_OF) || !word_in(k->c->d, i, WORDS_IN_ALL)) return false;
    i -= (function_of(k->a, i - 1) & FC(DET)) != 0;
    return i > k->a->first && token_is(k->c->d, i - 1, "op") && k->f->quantity.some;
}

/* `Denemarken neemt deel aan de missie, met 170 militairen.`, `steunt de Franse operatie met 30 genisten`: what the subject takes part or helps with. */
bool whole_taken_along(const Candidate *k)
{
    const Force *f = k->f;
    const Clause *c = candidate_clause(k);
    const Proof *giver = &k->claim.proof[FIELD_CONTRIBUTOR];
    if (f->prep <= k->a->first || !token_is(k->c->d, f->prep, "met")) return false;
    bool ends = f->last >= k->a->last || k->c->d->tokens.item[f->last].kind == TOKEN_PUNCT, body = giver->how == HOW_DEFAULTED && k->c->own;
    if (clause_has(c, WORDS_TO_HELP) && !c->passive) return ends && c->verb[0].token < f->prep && (giver->how == HOW_STATED || body);
    if (!token_is_mark(k->c->d, f->prep - 1, ',')) return false;
    return ends && giver->how == HOW_STATED && giver->at.to <= k->c->d->tokens.item[f->prep].at.from && (c->classes & (VC(SERVE) | VC(CONTRIBUTE)));
}

/* `de samenwerking tussen de verschillende eenheden`, not `Nederland haalt de verschillende eenheden terug`. */
bool whole_of_various(const Candidate *k)
{
    return k->f->definite && candidate_word_among(k, k->f->first, k->f->head, WORDS_VARIOUS) && k->claim.proof[FIELD_CONTRIBUTOR].how != HOW_STATED;
}

/* `1.000 militairen uit 22 landen`, `van twaalf nationaliteiten`, behind the phrase. */
bool whole_of_states(const Candidate *k)
{
    enum { COUNTED_BY = 4, NATIONS_BY = 7 };
    const Document *d = k->c->d;
    for (int32_t i = k->f->last; i + 1 < k->a->last && i < k->f->last + COUNTED_BY; i++)
        if (token_is(d, i, "uit") && candidate_word_among(k, i + 1, i + 1 + COUNTED_BY < k->a->last ? i + 1 + COUNTED_BY : k->a->last, WORDS_STATES)) return true;
    int32_t last = k->f->last + NATIONS_BY;
    return candidate_word_among(k, k->f->last, last < k->a->last ? last : k->a->last, WORDS_NATIONALITIES);
}

/* `duizend militairen, van wie een kwart uit Nederland komt`: the part that `opener` tells of is a state's own. */
static bool part_comes_from(const Candidate *k, int32_t opener)
{
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool from = m->kind == MENTION_COUNTRY && m->prep > opener && token_is(k->c->d, m->prep, "uit");
        if (from && k->a->clauses.of[m->first - k->a->first] == k->a->clauses.of[opener - k->a->first] && !scope_says_where(k->c, k->a, m)) return true;
    }
    return false;
}

/* `er zijn 600 militairen; 14 van hen komen uit Denemarken`: a number of them in a later clause, and a state behind `uit`. */
static bool some_come_from(const Candidate *k)
{
    int32_t of = -1;
    for (Size i = 0; of < 0 && i < k->a->numbers.item.len; i++) {
        const Number *n = &k->a->numbers.item.item[i];
        bool them = n->first > k->f->last && n->last + 1 < k->a->last && token_is(k->c->d, n->last, "van") && token_is(k->c->d, n->last + 1, "hen");
        if (them) of = n->last;
    }
    return of >= 0 && part_comes_from(k, of);
}

/* `14.000 blauwhelmen, onder wie 290 Nederlanders en 850 Duitsers`: a whole whose parts are told by nation is nobody's own. */
/* `Aan boord zijn 197 mensen, onder wie 10 Zweden`, `Het fregat telt 197 koppen`: all on board are the ship's own. */
static bool are_on_board(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    for (int32_t i = c->first; i < k->f->last; i++)
        if (candidate_in_clause(k, i) && word_in(k->c->d, i, WORDS_ABOARD_PEOPLE)) return true;
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        if (o != k->f && o->asset == ASSET_SHIP && !o->plural && o->last <= k->f->first && candidate_in_clause(k, o->head)) return true;
    }
    return false;
}

bool whole_has_national_parts(const Candidate *k)
{
    const Force *f = k->f;
    if (!f->quantity.some || f->nation.len || f->elided || (f->asset == ASSET_PERSONNEL && are_on_board(k))) return false;
    int32_t opener = f->last;
    while (opener < k->a->last && opener < f->last + 6 && !word_in(k->c->d, opener, WORDS_PART_OPENER)) opener++;
    /* `honderd militairen, van wie veertig uit Denemarken`: whose the part is tells nothing of the whole */
    const Proof *giver = &k->claim.proof[FIELD_CONTRIBUTOR];
    if (giver->how != HOW_STATED && some_come_from(k)) return true;
    if (opener >= k->a->last || (giver->how == HOW_STATED && giver->at.from < k->c->d->tokens.item[opener].at.from)) return false;
    for (Size i = 0; opener < f->last + 6 && i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        if (o->first > opener && o->first <= opener + 3 && o->asset == f->asset && o->quantity.some && o->nation.len) return true;
    }
    return opener < f->last + 6 && part_comes_from(k, opener);
}

/* `de 5.000 militairen die Monuc al in Noord-Kivu heeft`: the mission is who has them. */
bool whole_mission_has(const Candidate *k)
{
    const Clause *x = k->f ? candidate_own_relative(k) : NULL;
    if (!x || x->opener < 0 || x->opener + 1 >= x->last || !x->verbs) return false;
    const Mention *who = mention_at(k->a, x->opener + 1, MENTION_MISSION);
    bool has = word_in(k->c->d, x->verb[0].token, WORDS_OWNING);
    return has && who && who->prep < 0 && k->claim.proof[FIELD_CONTRIBUTOR].how != HOW_STATED;
}

/* `Senegal heeft er 300 blauwhelmen`: the state right before the verb has or gives them, and names them by the mission. */
bool whole_state_has(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    bool own = k->f && k->f->number >= 0 && k->f->prep < 0 && mention_at(k->a, k->f->head, MENTION_MISSION);
    if (!own || c->verbs != 1 || k->f->first < c->verb[0].token || k->claim.proof[FIELD_CONTRIBUTOR].how != HOW_STATED) return false;
    if (!word_in(k->c->d, c->verb[0].token, WORDS_OWNING) && !(c->classes & (VC(CONTRIBUTE) | VC(DEPLOY)))) return false;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool state = m->kind == MENTION_COUNTRY || m->kind == MENTION_DEMONYM;
        if (state && m->prep < 0 && m->last == c->verb[0].token && span_equal(m->id, k->claim.contributor) && !mention_in_mission(k->a, m)) return true;
    }
    return false;
}

/* `In totaal zijn 900 militairen bij de missie betrokken`, in a paragraph that told of forces of several states. */
bool whole_after_states(const Candidate *k)
{
    const Document *d = k->c->d;
    int32_t i = k->a->first;
    bool sums = i + 1 < k->a->last && token_is(d, i, "in") && token_is(d, i + 1, "totaal");
    if (!sums || !k->f || !k->f->quantity.some || k->f->nation.len || k->claim.proof[FIELD_CONTRIBUTOR].how != HOW_DEFAULTED) return false;
    int32_t from = d->sentences.item[d->paragraphs.item[d->sentences.item[k->a->sentence].paragraph].sentence].at.from;
    const Reading *r = k->c->reading;
    Span one = {0};
    for (Size n = r->claims.len; n-- > 0 && r->claims.item[n].evidence.from >= from;) {
        Span who = r->claims.item[n].contributor;
        if (one.len && !span_equal(one, who)) return true;
        one = who;
    }
    return false;
}
