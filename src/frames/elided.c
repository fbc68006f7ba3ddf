/* Numbers whose noun is left out: `dat worden er 350`, `waarvan 2 als reserve`. */
#include "frames/elided.h"

#include "frames/gapping.h"
#include "frames/lent.h"
#include "frames/of_state.h"
#include "frames/part.h"
#include "frames/plain.h"
#include "frames/respective.h"
#include "frames/standin.h"
#include "lexicon/wordlist.h"

enum { MANY = 15 }; /* so many of a formation, or of what was told of before, are people */

static bool taken(const Analysis *a, int32_t number)
{
    for (Size i = 0; i < a->force.len; i++)
        if (a->force.item[i].number == number) return true;
    return false;
}

bool elided_stands_alone(const Context *c, const Analysis *a, int32_t i)
{
    if (i < a->last && word_in(c->d, i, WORDS_OTHERS)) i++;
    if (i >= a->last) return true;
    const Token *t = &c->d->tokens.item[i];
    if (t->kind != TOKEN_WORD) return t->kind == TOKEN_PUNCT && !token_is_mark(c->d, i, '%') && !token_is_mark(c->d, i, '/');
    for (Size k = 0; k < a->times.item.len; k++)   /* `laat de eerste 170 nog deze maand vertrekken` */
        if (a->times.item.item[k].first == i && a->times.item.item[k].kind == TIME_PERIOD) return true;
    if (mention_at(a, i, MENTION_NONFORCE)) return false;
    if ((function_of(a, i) & (FC(PREP) | FC(COORD))) || word_in(c->d, i, WORDS_WHITHER)) return true;
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
        bool go = word_in(c->d, at, WORDS_GOES);
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

/* `hun troepen op 5.000 brengen`. */
static bool brings_to(const Context *c, const Clause *x)
{
    for (int v = 0; v < x->verbs; v++)
        if (word_in(c->d, x->verb[v].token, WORDS_BRINGING)) return true;
    return false;
}

/* `van 115 naar 85 miljoen euro`, `van 12 naar 8 procent`: both numbers count what stands behind the second. */
static bool grows_in_units(const Context *c, const Analysis *a, const Number *n)
{
    for (Size i = 0; i < a->numbers.item.len; i++) {
        const Number *o = &a->numbers.item.item[i];
        if (o->first != n->last && !(o->first == n->last + 1 && word_in(c->d, n->last, WORDS_UP_TO))) continue;
        return (o->kind != NUMBER_CARDINAL && o->kind != NUMBER_RANGE) || (o->last < a->last && mention_at(a, o->last, MENTION_NONFORCE));
    }
    return false;
}

/* Whether another number follows that a force grows or shrinks to: `van 180 tot een twintigtal`. */
static bool grows_to(const Context *c, const Analysis *a, const Number *n)
{
    for (Size i = 0; i < a->numbers.item.len; i++) {
        const Number *o = &a->numbers.item.item[i];
        if (o->first == n->last && token_is(c->d, o->first, "tot")) return true;
        if (o->first == n->last + 1 && word_in(c->d, n->last, WORDS_UP_TO)) return true;
    }
    return false;
}

/* `Vandaag zijn ze met dertien`: the clause says nothing but how many they are. */
static bool they_are(const Context *c, const Analysis *a, const Clause *x)
{
    if (!(x->classes & VC(BE)) || (x->classes & ~(VC(BE) | VC(AUX) | VC(MODAL)))) return false;
    for (int32_t i = x->first; i < x->last; i++)
        if (word_in(c->d, i, WORDS_THEY)) return a->clauses.of[i - a->first] == a->clauses.of[x->verb[0].token - a->first];
    return false;
}

/* `De Amerikanen gaan van 1.800 naar 900`: a state or people that goes from a number to a number. */
static bool goes_from_to(const Context *c, const Analysis *a, const Clause *x)
{
    bool who = false, numbers = false;
    for (Size i = 0; (x->classes & VC(GO)) && i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        who = who || ((m->kind == MENTION_COUNTRY || m->kind == MENTION_DEMONYM || m->kind == MENTION_OWN) && m->prep < 0 && clause_at(&a->clauses, m->first) == x);
    }
    for (Size i = 0; who && i + 1 < a->numbers.item.len; i++) {
        const Number *n = &a->numbers.item.item[i], *to = n + 1;
        bool from = n->kind == NUMBER_CARDINAL && n->first > a->first && token_is(c->d, n->first - 1, "van") && clause_at(&a->clauses, n->first) == x;
        numbers = numbers || (from && to->kind == NUMBER_CARDINAL && to->first == n->last + 1 && token_is(c->d, n->last, "naar"));
    }
    return numbers;
}

/* `het aantal gaat van 270 naar 350`, `wordt uitgebreid tot 350`: the clause tells of a number that changes. */
static bool number_changes(const Context *c, const Analysis *a, const Clause *x)
{
    bool behind_mark = x->verbs == 0 && x->first > a->first && x != &a->clauses.clause.item[0] && (token_is_mark(c->d, x->first - 1, ':') || token_is_mark(c->d, x->first - 1, ','));
    if (behind_mark) x--;   /* `verdubbelt het contingent: van 88 naar 176` */
    if ((x->classes & (VC(ENLARGE) | VC(REDUCE))) || goes_from_to(c, a, x)) return true;
    for (int32_t i = x->first; (x->classes & (VC(GO) | VC(RETURN))) && i < x->last; i++)
        if (word_in(c->d, i, WORDS_NUMBER_NOUN) && clause_at(&a->clauses, i) == x) return true;
    return false;
}

/* `Het grootste deel van de 380 militairen zit in Gao, negentig zijn gelegerd in Bamako`: a number that is the subject of a finite verb right behind it. */
static bool is_subject(const Context *c, const Analysis *a, const Number *n)
{
    const Clause *x = clause_at(&a->clauses, n->first);
    bool opens = n->first > a->first && (token_is_mark(c->d, n->first - 1, ',') || token_is_mark(c->d, n->first - 1, ';') || token_is_mark(c->d, n->first - 1, ':') || (function_of(a, n->first - 1) & FC(COORD)));
    for (int v = 0; opens && v < x->verbs; v++)
        if (x->verb[v].token == n->last && x->verb[v].form == FORM_FINITE) return true;
    return false;
}

/* `bovenop de honderd die er al zijn`: those of a number that a relative clause tells of. */
static bool is_those(const Context *c, const Analysis *a, const Number *n)
{
    return n->first > a->first && (function_of(a, n->first - 1) & FC(DET)) && n->last + 1 < a->last && token_is(c->d, n->last, "die") && (function_of(a, n->last + 1) & FC(EXISTENTIAL));
}

/* `dat worden er 350`, `heeft Frankrijk er 1.700 geleverd`, `verhoogt naar 80`, `vier daarvan`. */
static bool leans_back(const Context *c, const Analysis *a, const Number *n)
{
    const Clause *clause = clause_at(&a->clauses, n->first);
    bool to = token_is(c->d, n->first, "tot") || (n->first > a->first && (token_is(c->d, n->first - 1, "naar") || token_is(c->d, n->first - 1, "tot")));
    bool from = n->first > a->first && token_is(c->d, n->first - 1, "van") && grows_to(c, a, n);
    if ((to || from) && number_changes(c, a, clause) && !(from && grows_in_units(c, a, n))) return true;
    if (n->first > a->first && token_is(c->d, n->first - 1, "op") && brings_to(c, clause)) return true;
    /* `zijn dat er 350`: the clause of `dat` has no verb of its own */
    bool verbs = clause->verbs > 0 || (clause->parent >= 0 && a->clauses.clause.item[clause->parent].verbs > 0);
    /* `blijven er vanaf volgend jaar 2.500 over` */
    int32_t near = n->first - (n->first > a->first && token_is(c->d, n->first - 1, "nog"));
    for (Size t = 0; t < a->times.item.len; t++)
        if (a->times.item.item[t].last == near) near = a->times.item.item[t].first;
    for (int32_t i = near - 1; i >= a->first && i >= near - 3; i--)
        if ((function_of(a, i) & FC(EXISTENTIAL)) && verbs) return true;
    if (n->first > a->first && token_is(c->d, n->first - 1, "met") && they_are(c, a, clause)) return true;
    if (n->first > a->first && word_in(c->d, n->first - 1, WORDS_REMAINING)) return true;
    int32_t then = n->first - 1;
    if (then > a->first && token_is(c->d, then, "nog")) then--;
    if (then >= a->first && word_in(c->d, then, WORDS_THEREAFTER)) return true;
    if (n->first > a->first && token_is(c->d, n->first - 1, "om") && is_about(c, a, n->first - 1)) return true;
    int32_t start = n->first;   /* `Nog eens twintig zitten in Niger` */
    while (start > a->first && (word_in(c->d, start - 1, WORDS_BEFORE_COUNT) || token_is(c->d, start - 1, "eens"))) start--;
    if (start == a->first && n->kind == NUMBER_CARDINAL && n->hedge == HEDGE_EXACT && n->low > 1)   /* `Twaalf zitten in Gao` */
        for (int v = 0; v < clause->verbs; v++)
            if (clause->verb[v].token == n->last && clause->verb[v].form == FORM_FINITE) return true;
    if (n->last < a->last && word_in(c->d, n->last, WORDS_OTHERS)) return true;
    if (n->last < a->last && word_in(c->d, n->last, WORDS_OF_THESE)) return true;
    return n->last + 1 < a->last && token_is(c->d, n->last, "van") && (token_is(c->d, n->last + 1, "hen") || token_is(c->d, n->last + 1, "die"));
}

static bool in_time(const Analysis *a, const Number *n)
{
    for (Size i = 0; i < a->times.item.len; i++)
        if (a->times.item.item[i].kind != TIME_DURATION && a->times.item.item[i].first <= n->first && n->last <= a->times.item.item[i].last) return true;
    return false;
}

/* Whether a number that counts no force stands before `n` in the sentence: `twee jaar duren, dat werden er vier`. */
static bool counts_other(const Context *c, const Analysis *a, int32_t number)
{
    for (int32_t i = 0; i < number; i++) {
        const Number *n = &a->numbers.item.item[i];
        int32_t noun = n->last + 1 < a->last && c->d->tokens.item[n->last].kind == TOKEN_PUNCT && (c->d->tokens.item[n->last + 1].flags & TOKEN_QUOTED) ? n->last + 1 : n->last;
        bool counting = n->kind == NUMBER_CARDINAL && noun < a->last && c->d->tokens.item[noun].kind == TOKEN_WORD;
        if (counting && !taken(a, i) && !in_time(a, n) && !part_whole_told(c, a, n) && !word_in(c->d, n->last, WORDS_STATES_ACT) && !word_in(c->d, n->last, WORDS_STATES) && !(function_of(a, n->last) & (FC(PREP) | FC(COORD)))) return true;
    }
    return false;
}

/* `vier van hen`; `Van hen doen er 12 stafwerk`. */
static bool of_them(const Context *c, const Analysis *a, const Number *n)
{
    bool opens = n->first > a->first + 2 && token_is(c->d, a->first, "van") && (token_is(c->d, a->first + 1, "hen") || token_is(c->d, a->first + 1, "hun"));
    if (opens && (function_of(a, n->first - 1) & FC(EXISTENTIAL))) return true;
    bool of = n->last + 1 < a->last && (token_is(c->d, n->last, "van") || token_is(c->d, n->last, "onder"));
    return of && standin_is_them(c, a, n->last + 1);
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
    if (is_those(c, a, n)) f.first--, f.definite = true;
    if (f.first > a->first && (function_of(a, f.first - 1) & FC(PREP))) f.prep = f.first - 1;
    *ARRAY_PUSH(&a->force, c->keep) = f;
}

static bool names_place(const Analysis *a, int32_t i)
{
    return mention_at(a, i, MENTION_PLACE) || mention_at(a, i, MENTION_COUNTRY) || mention_at(a, i, MENTION_MISSION);
}

/* `200 Nederlanders: 150 voor de training en 50 voor de staf`: a member of what stands behind a colon that forces of one nation open. */
static bool joined_behind_colon(const Context *c, const Analysis *a, const Number *n)
{
    enum { BACK = 2 };
    int32_t colon = n->first - 1;
    if (colon <= a->first || n->last >= a->last) return false;
    if (!token_is_mark(c->d, colon, ':') && !token_is_mark(c->d, colon, ',') && !word_in(c->d, colon, WORDS_LIST_JOINT)) return false;
    while (colon > a->first && !token_is_mark(c->d, colon, ':')) colon--;
    for (Size k = 0; colon > a->first && k < a->force.len; k++) {
        const Force *f = &a->force.item[k];
        if (f->quantity.some && f->quantity.known && f->nation.len && f->number >= 0 && f->last <= colon && colon - f->last <= BACK && f->quantity.low > n->low) return true;
    }
    return false;
}

/* `100 in Irak`, `in Estland vier`: a number that stands beside a place of its own, after forces with a number. */
static bool is_listed(const Context *c, const Analysis *a, const Number *n)
{
    bool before = n->last + 1 < a->last && (function_of(a, n->last) & FC(PREP)) && names_place(a, n->last + 1);
    bool joined = n->first > a->first && (token_is_mark(c->d, n->first - 1, ',') || word_in(c->d, n->first - 1, WORDS_LIST_JOINT));
    bool post = joined && n->last + 2 < a->last && (function_of(a, n->last) & FC(PREP)) && (function_of(a, n->last + 1) & FC(DET));
    before = before || (post && (mention_at(a, n->last + 2, MENTION_MISSION) || word_in(c->d, n->last + 2, WORDS_SITE)));   /* `en twaalf bij de NAVO-missie` */
    bool colon = n->first > a->first && token_is_mark(c->d, n->first - 1, ':');
    before = before || ((joined || colon) && lent_beside_time(a, n->last, false));   /* `zestig man: 20 in januari en 40 in maart` */
    bool behind = n->first > a->first && names_place(a, n->first - 1) && elided_stands_alone(c, a, n->last) && !(function_of(a, n->last) & FC(PREP));
    return before || behind || (joined_behind_colon(c, a, n) && (function_of(a, n->last) & FC(PREP)));
}

/* A part or the whole of a force beside it: `een 25-tal van de 226 militairen`; false when number `i` is none. */
static bool elide_part(const Context *c, Analysis *a, int32_t i)
{
    const Number *n = &a->numbers.item.item[i];
    bool plain = n->kind != NUMBER_VAGUE;
    Size behind = part_whole_behind(c, a, n), before = plain ? part_whole_before(c, a, n) : -1;
    if (behind < 0 && (before < 0 || !elided_stands_alone(c, a, n->last))) return false;
    Force *whole = &a->force.item[behind >= 0 ? behind : before];
    /* `een deel van zijn 500 militairen`: the number that is told is the whole */
    bool told = !plain && whole->quantity.some && whole->quantity.known;
    if (behind >= 0 && (told || (!whole->nation.len && part_of_many(c, whole)))) return true;
    /* `een van de militairen vertelt`: one who is spoken of */
    bool somebody = behind >= 0 && n->high <= 1 && whole->asset == ASSET_PERSONNEL && !whole->quantity.some && !whole->nation.len;
    if (plain && somebody) return true;
    whole->contained = behind >= 0 && (!whole->nation.len || !whole->quantity.some);
    Force copy = *whole;
    bool people = copy.asset == ASSET_FORMATION && !copy.quantity.some && n->low >= MANY;   /* `200 van het bataljon` */
    push_elided(c, a, i, people ? ASSET_PERSONNEL : copy.asset, people ? (Span){0} : copy.type, &copy);
    return true;
}

/* `respectievelijk 160 en 45 militairen`, `gevechtshelikopters aan, respectievelijk een tiental en vier stuks`: the force whose noun the number shares; or NULL. */
static const Force *shared_noun(const Analysis *a, const Number *n)
{
    enum { REACH = 6 };
    int32_t word = a->respective;
    if (word < 0 || n->first < word || n->first > word + 2 * REACH) return NULL;
    for (Size k = 0; k < a->force.len; k++) {
        const Force *f = &a->force.item[k];
        if (f->number >= 0 && f->first >= n->last && f->first <= n->last + REACH) return f;
    }
    return NULL;
}

/* `180 militairen van de landmacht en 20 van de luchtmacht`: as many of another service, joined to those before. */
static bool of_service(const Context *c, const Analysis *a, const Number *n, const Force *near)
{
    int32_t joint = n->first - 1, of = n->last;
    if (joint <= near->last || near->last >= a->last || !token_is(c->d, near->last, "van") || !(token_is_mark(c->d, joint, ',') || word_in(c->d, joint, WORDS_LIST_JOINT))) return false;
    if (of + 1 >= a->last || !token_is(c->d, of, "van")) return false;
    int32_t who = of + 1 + ((function_of(a, of + 1) & FC(DET)) != 0);
    return mention_at(a, who, MENTION_UNIT) || mention_at(a, who, MENTION_BODY) || (who < a->last && word_in(c->d, who, WORDS_SERVICE));
}

/* `zegde 700 militairen toe en de Verenigde Staten sturen nog eens duizend`: the state that gives in the clause of `n`, another than the one of the forces before; or NULL. */
static const Mention *giver_besides(const Context *c, const Analysis *a, const Number *n, const Force *near)
{
    const uint64_t gives = VC(DEPLOY) | VC(CONTRIBUTE) | VC(OFFER);
    const Clause *x = clause_at(&a->clauses, n->first);
    int32_t joint = x->first;
    bool joined = x->kind == CLAUSE_MAIN && joint > a->first && ((function_of(a, joint) & FC(COORD)) || token_is_mark(c->d, joint - 1, ','));
    if (!joined || !(x->classes & gives) || x->passive || !elided_stands_alone(c, a, n->last) || clause_at(&a->clauses, near->head) == x || n->kind != NUMBER_CARDINAL) return NULL;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool who = m->kind == MENTION_COUNTRY || m->kind == MENTION_DEMONYM || m->kind == MENTION_METONYM;
        if (who && m->id.len == 2 && m->prep < 0 && m->last <= n->first && clause_at(&a->clauses, m->first) == x) return m;
    }
    return NULL;
}

/* The force that lends number `n` its noun, with the giver it has then; `near` is the last one counted before. */
static bool lender(const Context *c, const Analysis *a, const Number *n, const Force *near, Force *like)
{
    bool with = near && near->prep >= 0 && token_is(c->d, near->prep, "met");
    const Mention *giver = near && elided_stands_alone(c, a, n->last) ? of_state_gapped(c, a, n->first, with) : NULL;
    if (near && !giver) giver = lent_compared(c, a, n);
    if (near && !giver) giver = giver_besides(c, a, n, near);
    const Force *from = giver ? near : part_of_counted(c, a, n);
    if (!from) from = lent_from_behind(c, a, n, &giver);
    if (!from) from = grown_to(c, a, n);
    if (!from) from = shared_noun(a, n);
    bool part = near && opens_part(c, a, n) && !part_of_others(c, a, n) && (elided_stands_alone(c, a, n->last) || token_is(c->d, n->last, "als"));
    if (!from && part) from = near;
    if (!from && near && elided_stands_alone(c, a, n->last) && (gapping_opens(c, a, n->first) || is_subject(c, a, n))) from = near;
    if (!from && near && (is_those(c, a, n) || of_service(c, a, n, near))) from = near;
    if (!from) return false;
    *like = *from;
    if (giver) like->nation = giver->id, like->nation_at = token_range(c->d, giver->first, giver->last);
    return true;
}

/* `Italië levert er daarvan 2450`, `Nederland stuurt er tien`: a state's part of the strength that the sentence before told. */
static bool part_of_total(const Context *c, const Analysis *a, const Number *n, const Carry *carry)
{
    bool part = false, state = false;
    if (carry->total == ASSET_NONE || carry->total_sentence != a->sentence) return false;
    for (int32_t i = a->first; i < a->last; i++) part = part || word_in(c->d, i, WORDS_OF_THESE) || (i + 1 == n->first && (function_of(a, i) & FC(EXISTENTIAL)));
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool name = (m->kind == MENTION_COUNTRY || m->kind == MENTION_DEMONYM) && m->id.len == 2;
        state = state || (name && (m->prep < 0 ? m->last <= n->first : m->prep == n->last && token_is(c->d, m->prep, "uit")));   /* `Daarvan komen er 14 uit Denemarken` */
    }
    return part && state && elided_stands_alone(c, a, n->last);
}

/* `dat worden er 350`, `vier van hen`: the force is the one told last. */
static bool refers_to_last(const Context *c, const Analysis *a, int32_t i, const Force *near, const Carry *carry)
{
    const Number *n = &a->numbers.item.item[i];
    if ((carry->asset == ASSET_NONE && !near) || part_of_others(c, a, n)) return false;
    if (of_them(c, a, n)) return true;
    bool ends = elided_stands_alone(c, a, n->last) || word_in(c->d, n->last, WORDS_OF_THESE);
    return ends && !counts_other(c, a, i) && leans_back(c, a, n);
}

/* `het aantal Nederlandse militairen daalt van 150 naar 60`: the forces whose number changes in the clause of `n`; NULL when it tells none. */
static Force *changing(const Context *c, Analysis *a, const Number *n)
{
    enum { DETERMINER = 3 };
    bool level = lent_amounts(c, a, n);
    if (!(level || number_changes(c, a, clause_at(&a->clauses, n->first))) || !elided_stands_alone(c, a, n->last)) return NULL;
    bool by = n->first > a->first && token_is(c->d, n->first - 1, "met");   /* `het aantal militairen daalt met 20` */
    bool to = by || (n->first > a->first && word_in(c->d, n->first - 1, WORDS_UP_TO)), from = n->first > a->first && token_is(c->d, n->first - 1, "van") && n->last < a->last && word_in(c->d, n->last, WORDS_UP_TO);
    for (Size k = 0; (to || from || level) && k < a->force.len; k++) {
        Force *f = &a->force.item[k];
        if (f->quantity.some || f->last > n->first || (a->clauses.of[f->head - a->first] != a->clauses.of[n->first - a->first] && !lent_told_behind(c, a, f, n))) continue;
        for (int32_t i = f->first - 1; i >= a->first && i >= f->first - DETERMINER; i--)
            if (word_in(c->d, i, WORDS_NUMBER_NOUN)) return f;
    }
    return NULL;
}

/* `De Belgische bijdrage daalt van 80 naar 50`: a contribution that changes by a number of nothing else is one of soldiers. */
static bool contribution_changes(const Context *c, const Analysis *a, const Number *n)
{
    const Clause *x = clause_at(&a->clauses, n->first);
    bool to = n->first > a->first && word_in(c->d, n->first - 1, WORDS_UP_TO), from = n->first > a->first && token_is(c->d, n->first - 1, "van") && grows_to(c, a, n);
    if (!(to || from) || !(x->classes & (VC(ENLARGE) | VC(REDUCE))) || !elided_stands_alone(c, a, n->last) || n->kind != NUMBER_CARDINAL) return false;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool noun = m->kind == MENTION_ACTNOUN && (verb_classes(m->entry) & VC(CONTRIBUTION)) && m->prep < 0;
        if (noun && m->last <= n->first && clause_at(&a->clauses, m->first) == x) return true;
    }
    return false;
}

/* `Spanje (350 man), gevolgd door Italië (240)`: the number of the state before its bracket; `near` is the last counted force before. */
static bool elide_bracketed(const Context *c, Analysis *a, int32_t i, const Force *near, const Carry *carry)
{
    const Number *n = &a->numbers.item.item[i];
    const Mention *state = of_state_bracketed(c, a, n);
    bool bracket = near && near->number >= 0 && (near->asset == ASSET_PERSONNEL || token_is_mark(c->d, near->first - 1, '('));
    Force soldiers = {.asset = ASSET_PERSONNEL, .number = -1, .prep = -1};
    const Force *noun = state ? of_state_noun(c, a) : NULL;
    /* `Tsjechië (60), Italië (200, met helikopters)`: things that somebody has besides are not what is counted */
    bool besides = near && near->prep >= 0 && token_is(c->d, near->prep, "met") && !near->quantity.some;
    if (state && !noun && bracket && !besides && near->asset != ASSET_PERSONNEL) soldiers = *near;
    /* `Australië (850) en Italië (2.900) blijven`, told of soldiers before */
    const uint64_t stays = VC(REMAIN) | VC(WITHDRAW) | VC(SERVE) | VC(DEPLOY) | VC(CONTRIBUTE) | VC(EXTEND) | VC(RETURN) | VC(REDUCE) | VC(ENLARGE) | VC(DEPART);
    bool acts = false;
    int states = 0;
    for (Size k = 0; k < a->clauses.clause.len; k++) acts = acts || (a->clauses.clause.item[k].classes & stays);
    for (int32_t k = a->first; k < a->last && !acts; k++) {   /* `Ook Italië (350) en Duitsland (100) zijn er aanwezig` */
        const Mention *is = mention_at(a, k, MENTION_ADJ_STATE);
        acts = (is && (lexicon_has(is->entry, "class", "present") || lexicon_has(is->entry, "class", "underway"))) || (function_of(a, k) & FC(EXISTENTIAL)) || word_in(c->d, k, WORDS_THERE);
    }
    for (Size k = 0; state && !noun && carry->asset == ASSET_PERSONNEL && k < a->numbers.item.len; k++)
        states += (a->numbers.item.item[k].kind == NUMBER_CARDINAL || a->numbers.item.item[k].kind == NUMBER_NAME) && of_state_bracketed(c, a, &a->numbers.item.item[k]) != NULL;
    if (state && !noun && (bracket || (states > 1 && acts) || of_state_takes_part(c, a, state))) noun = &soldiers;
    if (!noun) return false;
    Force copy = *noun;
    if (!scope_says_where(c, a, state)) copy.nation = state->id, copy.nation_at = token_range(c->d, state->first, state->last);
    bool people = copy.asset == ASSET_FORMATION && n->low >= MANY;   /* `de battlegroup: Duitsland (850)` */
    push_elided(c, a, i, people ? ASSET_PERSONNEL : copy.asset, people ? (Span){0} : copy.type, &copy);
    return true;
}

/* `605 Nederlandse en 80 Amerikaanse`, `Ze namen het over van vier Nederlandse`: the adjective stands for whose they are, the noun was told. */
static bool elide_nation(const Context *c, Analysis *a, int32_t i, const Carry *carry)
{
    const Number *n = &a->numbers.item.item[i];
    const Mention *own = of_state_nation(c, a, n);
    const Force *those = own ? of_state_forces(a, n) : NULL, told = {.asset = carry->asset, .type = carry->asset_type, .number = -1, .prep = -1};
    if (own && !those && carry->asset != ASSET_NONE) those = &told;
    if (!those) return false;
    Size whole = part_whole_before(c, a, n);   /* `Van de 160 trainers zijn er twintig Nederlands` */
    if (whole >= 0 && !a->force.item[whole].nation.len) a->force.item[whole].contained = true;
    Force copy = *those;
    copy.nation = own->id;
    copy.nation_at = token_range(c->d, own->first, own->last);
    push_elided(c, a, i, copy.asset, copy.type, &copy);
    return true;
}

/* `Italië stuurt 200 man en acht helikopters, Denemarken honderd`: so many are people, who were told before the things at `near`; or `near`. */
static const Force *of_such_number(const Analysis *a, const Number *n, const Force *near)
{
    bool things = near && (near->asset == ASSET_AIRCRAFT || near->asset == ASSET_HELICOPTER || near->asset == ASSET_SHIP || near->asset == ASSET_VEHICLE);
    if (!things || n->low < MANY || n->low < 4 * near->quantity.low) return near;
    for (Size k = a->force.len; k-- > 0;)
        if (&a->force.item[k] < near && a->force.item[k].asset == ASSET_PERSONNEL && a->force.item[k].quantity.some) return &a->force.item[k];
    return near;
}

static void elide(const Context *c, Analysis *a, int32_t i, const Carry *carry)
{
    const Number *n = &a->numbers.item.item[i];
    const Force *near = NULL, *named = NULL;
    for (Size k = 0; k < a->force.len; k++) {
        if (a->force.item[k].last > n->first) continue;
        if (a->force.item[k].quantity.some) near = &a->force.item[k];
        else if (!a->force.item[k].weak || a->force.item[k].definite) named = &a->force.item[k];
    }
    near = of_such_number(a, n, near);
    if (elide_bracketed(c, a, i, near, carry) || elide_nation(c, a, i, carry)) return;
    /* `hun troepen op 5.000 brengen`: those of the clause, before any told of earlier */
    const Clause *x = clause_at(&a->clauses, n->first);
    bool changes = number_changes(c, a, x) || brings_to(c, x);
    bool beside = named && a->clauses.of[named->head - a->first] == a->clauses.of[n->first - a->first];
    if (!near && (carry->asset == ASSET_NONE || (changes && beside))) near = named;
    Force like, *whole = changing(c, a, n);
    if (!whole) whole = lent_instead(c, a, n);
    if (whole) {
        whole->contained = true;
        like = *whole;
        like.contained = false;
        push_elided(c, a, i, like.asset, like.type, &like);
        return;
    }
    if (lender(c, a, n, near, &like)) {
        push_elided(c, a, i, like.asset, like.type, &like);
        return;
    }
    if (!near && carry->asset == ASSET_NONE && contribution_changes(c, a, n)) {
        push_elided(c, a, i, ASSET_PERSONNEL, (Span){0}, NULL);
        return;
    }
    bool listed = near && is_listed(c, a, n), part = !near && part_of_total(c, a, n, carry);
    if (!listed && !part && !refers_to_last(c, a, i, near, carry)) return;
    like = near ? *near : (Force){.asset = part ? carry->total : carry->asset, .type = carry->asset_type};
    if (!near && !part) part_pointed_at(c, a, &like);
    /* `zijn troepenmacht tot 1.700`, `Er stonden zes F-16's. Nu zijn er nog 180`: so many people */
    bool things = !near && (like.asset == ASSET_AIRCRAFT || like.asset == ASSET_HELICOPTER || like.asset == ASSET_SHIP);
    bool people = (like.asset == ASSET_FORMATION || (things && n->low >= 2 * MANY)) && n->low >= MANY;
    push_elided(c, a, i, people ? ASSET_PERSONNEL : like.asset, people ? (Span){0} : like.type, listed ? &like : NULL);
}

void elided_read(const Context *c, Analysis *a, const Carry *carry)
{
    standin_pronouns(c, a, carry);
    standin_people(c, a);
    for (Size i = 0; i < a->numbers.item.len; i++) {
        const Number *n = &a->numbers.item.item[i];
        bool plain = n->kind == NUMBER_CARDINAL || n->kind == NUMBER_RANGE || (n->kind == NUMBER_NAME && of_state_bracketed(c, a, n)) || of_state_one(c, a, n);
        if (taken(a, (int32_t)i) || (!plain && n->kind != NUMBER_VAGUE)) continue;
        if (plain && (!(n->low >= 1) || n->low != (double)(int64_t)n->low)) continue;
        /* `dienden tussen 1979 en 1985 in Libanon`: years */
        if (respective_share(c, a, n) || (n->low >= 1900 && n->high <= 2100 && in_time(a, n))) continue;
        /* `SFIR 4`: a name that goes on */
        if (n->first > a->first && mention_at(a, n->first - 1, MENTION_MISSION)) continue;
        if (!elide_part(c, a, (int32_t)i) && plain) elide(c, a, (int32_t)i, carry);
    }
}
