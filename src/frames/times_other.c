/* Times beside a contribution that belong to something else: a state's membership, an event, when it became known, how it is elsewhere. */
#include "frames/times.h"

#include "frames/phrase.h"
#include "lexicon/wordlist.h"

/* Tokens between the marks or ends around a time. */
typedef struct {
    int32_t first, last;
} Stretch;

static bool parts(const Document *d, int32_t i)
{
    return d->tokens.item[i].kind == TOKEN_PUNCT;
}

static Stretch around(const Candidate *k, const Time *t)
{
    Stretch s = {t->first, t->last};
    while (s.first > k->a->first && !parts(k->c->d, s.first - 1)) s.first--;
    while (s.last < k->a->last && !parts(k->c->d, s.last)) s.last++;
    return s;
}

static bool holds(const Candidate *k, Stretch s, WordList list)
{
    for (int32_t i = s.first; i < s.last; i++)
        if (word_in(k->c->d, i, list)) return true;
    return false;
}

/* Whether forces, or a state that acts, are told of in the stretch. */
static bool holds_actor(const Candidate *k, Stretch s)
{
    for (Size i = 0; i < k->a->force.len; i++)
        if (k->a->force.item[i].head >= s.first && k->a->force.item[i].head < s.last) return true;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool who = m->kind == MENTION_COUNTRY || m->kind == MENTION_DEMONYM || m->kind == MENTION_OWN || m->kind == MENTION_METONYM;
        if (who && m->prep < 0 && m->first >= s.first && m->first < s.last) return true;
    }
    return k->at >= s.first && k->at < s.last;
}

/* The name that ends right before token `i`, or before the comma and the verbs there: `naar Mali sturen, waar`. */
static const Mention *name_before(const Candidate *k, int32_t i)
{
    if (i > k->a->first && token_is_mark(k->c->d, i - 1, ',')) i--;
    while (i > k->a->first && phrase_verb(k->a, i - 1)) i--;
    const Mention *name = NULL;
    for (Size n = 0; n < k->a->mention.len; n++) {
        const Mention *m = &k->a->mention.item[n];
        bool land = m->kind == MENTION_COUNTRY || m->kind == MENTION_PLACE || m->kind == MENTION_METONYM;
        if ((land || m->kind == MENTION_BODY || m->kind == MENTION_MISSION) && m->last == i) name = m;
    }
    return name;
}

/* `Denemarken, sinds 1949 lid van de NAVO`, `premier Rasmussen, sinds juni aan de macht`. */
static bool is_of_status(const Candidate *k, const Time *t)
{
    Stretch s = around(k, t);
    bool aside = s.first > k->a->first && s.last < k->a->last && !holds_actor(k, s);
    return aside && holds(k, s, WORDS_STATUS);
}

/* `in Mali, waar sinds 2012 een opstand woedt`, `Denemarken, dat in juni verkiezingen hield`: what is told of a name, and not of who is there. */
static bool is_of_name(const Candidate *k, const Time *t)
{
    const uint64_t given = VC(DEPLOY) | VC(CONTRIBUTE) | VC(EXTEND) | VC(TAKE_OVER) | VC(RESUME) | TIMES_LEAVING;
    const uint64_t theirs = given | VC(DEPART) | VC(GO) | VC(ARRIVE) | VC(SERVE) | VC(START) | VC(REMAIN) | VC(COMMAND);
    Stretch s = around(k, t);
    bool where = word_in(k->c->d, s.first, WORDS_WHERE_FROM), dat = token_is(k->c->d, s.first, "dat"), die = token_is(k->c->d, s.first, "die");
    if (t->connect == CONNECT_FROM || t->connect == CONNECT_UNTIL || !(where || dat || die) || holds_actor(k, s)) return false;
    const Mention *name = name_before(k, s.first);
    if (!name) return false;
    if (where) return !holds(k, s, WORDS_THEY_THERE);
    const Clause *x = fields_clause_at(k, t->first), *own = fields_clause(k);
    uint64_t verbs = x->first >= s.first ? times_verbs(x, t) : 0;
    bool before = x != own && x->tense == TENSE_PAST && own->tense == TENSE_PRESENT;
    if (name->kind == MENTION_BODY) return !(verbs & given);
    if (name->kind == MENTION_MISSION) return before && (verbs & VC(START));
    if (!dat || (name->kind == MENTION_PLACE && !before)) return false;
    return before ? !(verbs & theirs) : !(verbs & (theirs | VC(TASK))) && (!(verbs & VC(BE)) || holds(k, s, WORDS_STATUS));
}

/* `In Mali is het sinds 2012 onrustig en Nederland heeft er ...`: how it is there. */
static bool is_of_weather(const Candidate *k, const Time *t)
{
    const Clause *x = fields_clause_at(k, t->first);
    if (x == fields_clause(k) || x->verbs != 1 || !lemma_in(WORDS_TO_BE, lexicon_field(x->verb[0].verb, "lemma"))) return false;
    int32_t v = x->verb[0].token;
    bool it = (v + 1 < k->a->last && token_is(k->c->d, v + 1, "het")) || (v > k->a->first && token_is(k->c->d, v - 1, "het"));
    return it && t->connect == CONNECT_SINCE && !holds_actor(k, (Stretch){x->first, x->last});
}

/* `Woensdag werd duidelijk dat ...`, `Sinds dinsdag staat vast dat ...`, `Dat ..., bleek dinsdag`: when it became known, in the clause over it. */
static bool is_of_news(const Candidate *k, const Time *t)
{
    const Clause *own = fields_clause(k), *x = fields_clause_at(k, t->first);
    bool under = false;
    if (x == own || !day_known(k->c->written.last)) return false;
    for (const Clause *c = own; c->parent >= 0 && !under; c = &k->a->clauses.clause.item[c->parent]) {
        bool close = c->first > k->a->first && !parts(k->c->d, c->first - 1);
        bool clause = c->kind == CLAUSE_SUB || (c->kind == CLAUSE_RELATIVE && c->opener >= c->first && close);
        bool that = clause && c->opener >= 0 && (token_is(k->c->d, c->opener, "dat") || token_is(k->c->d, c->opener, "of"));
        under = that && &k->a->clauses.clause.item[c->parent] == x;
    }
    bool over = day_known(t->bounds.start_latest) && t->bounds.start_latest.n <= k->c->written.last.n;
    return under && over && (times_point(t) || t->connect == CONNECT_SINCE) && !holds_actor(k, (Stretch){x->first, own->first});
}

/* `..., zo werd dinsdag bekend`, `..., bleek dinsdag`, `..., aldus de premier maandag`: behind what was said. */
static bool is_of_source(const Candidate *k, const Time *t)
{
    Stretch s = around(k, t);
    const Clause *x = fields_clause_at(k, t->first);
    if (s.first <= k->a->first || k->at >= s.first || !token_is_mark(k->c->d, s.first - 1, ',') || holds_actor(k, s)) return false;
    if (token_is(k->c->d, s.first, "aldus")) return true;
    bool so = token_is(k->c->d, s.first, "zo"), turned = x->first == s.first && x->verbs && x->verb[0].token == s.first && x->tense == TENSE_PAST;
    return x != fields_clause(k) && (so || turned) && x->tense != TENSE_PRESENT;
}

/* `na de aanslagen van 13 november`, `na de aanslag in maart`: of the event before it. */
static bool is_of_occurrence(const Candidate *k, const Time *t)
{
    enum { REACH = 4 };
    int32_t i = t->first;
    if (i > k->a->first && token_is(k->c->d, i - 1, "van")) i--;
    const Mention *event = NULL;
    for (Size n = 0; n < k->a->mention.len; n++) {
        const Mention *m = &k->a->mention.item[n];
        if (m->kind == MENTION_NONFORCE && m->last == i && lexicon_has(m->entry, "class", "event")) event = m;
    }
    if (!event || !(t->connect == CONNECT_AT || i < t->first)) return false;
    for (int32_t b = event->first - 1; b >= k->a->first && b >= event->first - REACH && !parts(k->c->d, b); b--)
        if (word_in(k->c->d, b, WORDS_OCCASION)) return true;
    return false;
}

/* `Na het vertrek van de Zweden in maart blijven ...`: of the act that the clause opens with. */
static bool is_of_opening(const Candidate *k, const Time *t)
{
    int32_t first = fields_clause_at(k, t->first)->first;
    bool act = false;
    if (t->connect != CONNECT_AT || first >= t->first || !word_in(k->c->d, first, WORDS_OCCASION) || token_is(k->c->d, first, "sinds")) return false;
    for (int32_t i = first + 1; i < t->first; i++) {
        if (parts(k->c->d, i) || phrase_verb(k->a, i)) return false;
        const Mention *m = mention_at(k->a, i, MENTION_ACTNOUN);
        act = act || (m && m->first <= first + 2 && !(k->at >= first && k->at < t->first));
    }
    return act;
}

/* `zouden in maart terugkeren, maar blijven tot eind 2016`: what was meant to be, where the clause behind tells how it is. */
static bool is_of_plan_before(const Candidate *k, const Time *t)
{
    const Clause *x = fields_clause_at(k, t->first), *next = x + 1;
    if (x != fields_clause(k) || x->tense != TENSE_CONDITIONAL || next >= k->a->clauses.clause.item + k->a->clauses.clause.len) return false;
    bool turns = token_is(k->c->d, next->first, "maar") || token_is(k->c->d, next->first, "doch");
    return turns && next->tense != TENSE_CONDITIONAL && next->verbs && !holds_actor(k, (Stretch){next->first, next->last});
}

/* `voor het eerst sinds 1995`, `voor het eerst in elf jaar`: for how long it was not so. */
static bool is_first_in(const Candidate *k, const Time *t)
{
    enum { REACH = 4 };
    const Document *d = k->c->d;
    int32_t first = k->a->first;
    bool in = false;
    for (int32_t i = t->first > first ? t->first - 1 : first; i <= t->first; i++) in = in || token_is(d, i, "in") || token_is(d, i, "sinds");
    for (int32_t i = t->first - 1; in && i >= first && i >= t->first - REACH; i--)
        if (word_in(d, i, WORDS_FIRST_TIME)) return t->connect == CONNECT_SINCE || t->kind == TIME_DURATION;
    return false;
}

/* `de Nederlanders en vanaf mei de Noren`, `120 mariniers en in mei een fregat`: of what comes behind in the list. */
static bool is_of_later_item(const Candidate *k, const Time *t)
{
    return t->connect != CONNECT_UNTIL && candidate_later_item(k, t->first, t->last, false);
}

/* `levert 290 man, minder dan de 450 van vier jaar geleden`: of what it is compared with. */
static bool is_compared(const Candidate *k, const Time *t)
{
    for (int32_t i = t->first - 1; i > k->at && i > k->a->first; i--)
        if (token_is(k->c->d, i, "dan") && word_in(k->c->d, i - 1, WORDS_COMPARATIVE)) return fields_clause_at(k, i) == fields_clause_at(k, t->first);
    return false;
}

bool times_of_page(const Candidate *k, const Time *t)
{
    enum { HEAD = 4, REACH = 6, NEAR = 3 };
    const Document *d = k->c->d;
    for (int32_t i = t->first - 1; i >= k->a->first && i >= t->first - NEAR; i--)
        if (word_in(d, i, WORDS_COPYRIGHT) || span_is(token_text(d, i), "\u00a9")) return true;
    if (t->first > k->a->first + HEAD || t->first == k->a->first || t->grain != GRAIN_DAY || !times_point(t)) return false;
    for (int32_t i = k->a->first; i < t->first; i++)
        if (d->tokens.item[i].kind == TOKEN_WORD && !(d->tokens.item[i].flags & TOKEN_CAPITAL)) return false;
    for (int32_t i = t->last; i + 1 < k->a->last && i < t->last + REACH; i++)
        if (token_is_mark(d, i, '-') && (d->tokens.item[i].flags & TOKEN_SPACE_BEFORE)) return k->at > i;
    return false;
}

/* `duizend Georgiërs, die in november een bataljon sturen`: when those send others. */
static bool is_of_given(const Candidate *k, const Time *t)
{
    return candidate_gives_others(k, clause_at(&k->a->clauses, t->first));
}

bool times_of_other(const Candidate *k, const Time *t)
{
    typedef bool Other(const Candidate *, const Time *);
    static Other *const OTHER[] = {is_of_status, is_of_name, is_of_weather, is_of_news, is_of_source,
                                   is_of_occurrence, is_of_opening, is_of_plan_before, is_first_in, is_compared, is_of_later_item, is_of_given, times_of_page};
    for (size_t i = 0; i < sizeof OTHER / sizeof *OTHER; i++)
        if (OTHER[i](k, t)) return true;
    return false;
}
