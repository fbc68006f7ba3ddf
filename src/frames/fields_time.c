/* Which times of the text bound a contribution. */
#include "frames/fields.h"

enum { TIMES_WEIGHED = 16, CARRY_REACH = 2, CARRY_REACH_LIST = 12, TOLD_BEFORE = 16 };

static bool is_point(const Time *t)
{
    return t->connect == CONNECT_AT || t->connect == CONNECT_NONE;
}

/* `1 juli 2017` of the written words: what is before `from`'s start is cut off. */
static Range part_of_span(const Candidate *k, const Time *t, Field field)
{
    if (t->connect != CONNECT_BETWEEN) return t->words;
    for (int32_t i = t->first + 1; i + 1 < t->last; i++) {
        bool joint = token_is(k->c->d, i, "tot") || token_is(k->c->d, i, "en") || token_is(k->c->d, i, "t/m");
        if (!joint) continue;
        if (field == FIELD_START) return token_range(k->c->d, t->first, i);
        return token_range(k->c->d, token_is(k->c->d, i, "en") ? i + 1 : i, t->last);
    }
    return t->words;
}

static void set_bound(Candidate *k, Field field, const Time *t, Day earliest, Day latest)
{
    Bound *b = field == FIELD_START ? &k->claim.start : &k->claim.end;
    if (b->some) return;
    *b = (Bound){true, part_of_span(k, t, field), earliest, latest};
    fields_prove(&k->claim, field, HOW_STATED, b->words, "time in the clause");
}

static bool is_over(const Candidate *k, const Time *t)
{
    return k->c->written.last.n != INT32_MIN && day_known(t->bounds.end_latest) && t->bounds.end_latest.n < k->c->written.last.n;
}

/* A cabinet or parliament is the subject of clause `c`. */
static bool has_decider(const Candidate *k, const Clause *c)
{
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool body = m->kind == MENTION_BODY && (lexicon_has(m->entry, "kind", "cabinet") || lexicon_has(m->entry, "kind", "parliament"));
        if (body && m->prep < 0 && fields_clause_at(k, m->first) == c) return true;
    }
    return false;
}

/* The day on which something was decided, said or asked is no boundary of the contribution. */
static bool is_of_saying(const Candidate *k, const Time *t)
{
    const Clause *c = fields_clause_at(k, t->first);
    if (!is_point(t) && t->connect != CONNECT_AFTER) return false;
    uint64_t talk = VC(DECIDE) | VC(APPROVE) | VC(SAY) | VC(REQUEST) | VC(WEIGH) | VC(DENY) | VC(OFFER) | VC(WANT);
    uint64_t move = VC(DEPLOY) | VC(DEPART) | VC(GO) | VC(ARRIVE) | VC(CONTRIBUTE);
    bool decider = has_decider(k, c), says = c->head_classes & talk;
    if (!says && !decider) return false;
    bool before = k->c->written.last.n != INT32_MIN && day_known(t->bounds.start_latest) && t->bounds.start_latest.n <= k->c->written.last.n;
    bool day = t->grain == GRAIN_DAY || t->iso[0] == 'X' || (t->grain == GRAIN_WEEK && !(c->head_classes & move));
    return day || before;
}

static bool is_to_come(Stage s)
{
    return s == STAGE_ASKED || s == STAGE_WEIGHED || s == STAGE_OFFERED || s == STAGE_DECIDED || s == STAGE_DROPPED;
}

/* A relative clause that tells of the mission before it, or what would have been. */
static bool is_of_another(const Candidate *k, const Time *t)
{
    const Clause *x = fields_clause_at(k, t->first);
    if (x == fields_clause(k)) return false;
    if (x->tense == TENSE_CONDITIONAL && fields_clause(k)->tense != TENSE_CONDITIONAL) return true;
    if (x->kind != CLAUSE_RELATIVE || !k->f) return false;
    for (int v = 0; v < x->verbs; v++)
        if (x->verb[v].form == FORM_FINITE && x->verb[v].plural_or_inf) return false;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if (m->kind == MENTION_MISSION && m->last <= x->first && m->last >= x->first - 1 && m->first >= k->f->last) return true;
    }
    return false;
}

static bool is_today(const Candidate *k, const Time *t)
{
    bool span = t->connect == CONNECT_UNTIL || t->connect == CONNECT_BETWEEN;
    return span && t->relative && day_known(t->bounds.end_latest) && t->bounds.end_latest.n == k->c->written.last.n;
}

/* Times that say nothing of begin or end: `straks`, a number taken for a year, the day of a decision, `vandaag zijn er 43`. */
static bool is_idle(const Candidate *k, const Time *t)
{
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *f = &k->a->force.item[i];
        if (t->first >= f->first && t->last <= f->last) return true;
    }
    if (token_is(k->c->d, t->first, "straks") || is_of_saying(k, t) || is_of_another(k, t)) return true;
    if (!is_point(t)) return false;
    if (is_to_come(k->claim.stage) && is_over(k, t)) return true;
    if (k->claim.act == ACT_EXTEND && t->grain == GRAIN_DAY) return true;
    bool runs = k->claim.stage == STAGE_ACTIVE && k->claim.act == ACT_STATE;
    return runs && day_known(t->bounds.end_latest) && day_known(k->c->written.first) && t->bounds.end_latest.n >= k->c->written.first.n;
}

static uint64_t act_nouns(const Candidate *k, const Clause *c)
{
    uint64_t classes = 0;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if (m->kind == MENTION_ACTNOUN && fields_clause_at(k, m->first) == c) classes |= verb_classes(m->entry);
    }
    return classes;
}

/* Whether a point in time is where the contribution ends: what the verbs around it say, else what the claim reports. */
static bool ends_there(const Candidate *k, const Time *t)
{
    const Claim *c = &k->claim;
    const Clause *x = fields_clause_at(k, t->first);
    uint64_t out = VC(WITHDRAW) | VC(RETURN) | VC(END) | VC(HAND_OVER) | VC(DISSOLVE), in = VC(DEPLOY) | VC(ARRIVE) | VC(TAKE_OVER) | VC(RESUME) | VC(DEPART);
    bool leaves = c->act == ACT_WITHDRAW || c->act == ACT_END || c->stage == STAGE_LEAVING || c->act == ACT_HAND_OVER;
    bool goes = x->classes & out, comes = x->classes & in;
    if (x != fields_clause(k)) return goes && !comes ? true : comes && !goes ? false : leaves;
    if (leaves) return true;
    return (goes || (act_nouns(k, x) & out)) && !comes && c->act != ACT_TAKE_OVER && c->act != ACT_ROTATE && c->act != ACT_DEPLOY;
}

/* `wordt per 1 april beëindigd`. */
static bool ends_for_good(const Candidate *k, const Time *t)
{
    return fields_clause_at(k, t->first)->head_classes & (VC(END) | VC(WITHDRAW) | VC(DISSOLVE));
}

/* What the sentences before said last of the same contribution: its begin, or else its end. */
static const Bound *told_before(const Candidate *k, bool end_first)
{
    const Reading *r = k->c->reading;
    for (Size i = r->claims.len - 1; i >= 0 && i >= r->claims.len - TOLD_BEFORE; i--) {
        const Claim *c = &r->claims.item[i];
        if (c->item != k->c->item) break;
        const Bound *one = end_first ? &c->end : &c->start, *two = end_first ? &c->start : &c->end;
        if (one->some && day_known(one->earliest)) return one;
        if (two->some && day_known(two->earliest)) return two;
    }
    return NULL;
}

/* `een paar dagen later` counts from what was told before. */
static bool shifted(const Candidate *k, const Time *t, Day *earliest, Day *latest)
{
    const Bound *b = told_before(k, false);
    Written w = k->c->written;
    if (!b || !day_known(t->bounds.start_earliest) || !day_known(w.first) || !day_known(b->latest)) return false;
    *earliest = day_add(b->earliest, t->bounds.start_earliest.n - w.first.n);
    *latest = day_add(b->latest, t->bounds.end_latest.n - w.last.n);
    return true;
}

static void use_period(Candidate *k, const Time *t)
{
    Day e, l;
    if (is_idle(k, t)) return;
    if ((is_point(t) || (t->connect == CONNECT_FROM && ends_for_good(k, t))) && ends_there(k, t)) {
        if (!time_start(t, &e, &l)) return;
        if (t->anchored && !shifted(k, t, &e, &l)) return;
        set_bound(k, FIELD_END, t, e, day_known(t->bounds.end_latest) && !t->anchored ? t->bounds.end_latest : l);
        return;
    }
    if (token_is(k->c->d, t->first, "tegen") && k->claim.act == ACT_DEPLOY && day_known(t->bounds.start_earliest)) {
        set_bound(k, FIELD_START, t, t->bounds.start_earliest, t->bounds.end_latest);
        return;
    }
    bool starts = time_start(t, &e, &l);
    if (starts && t->anchored && !shifted(k, t, &e, &l)) return;
    if (starts) set_bound(k, FIELD_START, t, e, l);
    if (time_end(t, &e, &l) && !is_today(k, t)) set_bound(k, FIELD_END, t, e, l);
}

static void use_duration(Candidate *k, const Time *t)
{
    Claim *c = &k->claim;
    if (c->duration.some || !t->iso[0] || t->joined) return;
    c->duration = (Duration){.some = true, .words = t->words, .hedge = t->hedge, .added = t->added};
    memcpy(c->duration.iso, t->iso, sizeof c->duration.iso - 1);
    fields_prove(c, FIELD_DURATION, HOW_STATED, t->words, "time in the clause");
}

/* The nearer clause first; in a clause the times that no other force stands before, then spans before points. */
static int time_rank(const Candidate *k, const Time *t)
{
    int near = fields_closeness(k, t->first);
    if (near == 0) return 0;
    int rank = near * 20 - (is_point(t) ? 1 : 0);
    bool behind = t->first > k->at;
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        if (o == k->f || near < 3 || fields_clause_at(k, o->head) != fields_clause(k)) continue;
        bool between = behind ? o->head > k->at && o->head < t->first : o->head < k->at && o->head > t->first;
        bool owned = !behind && o->head < t->first && t->first > fields_clause(k)->first;
        if (between && behind) rank -= 1;
        if (owned) rank -= 4;
    }
    return rank;
}

/* `daarna nemen de Duitsers het over`: from the end that was told last. */
static void follow_on(Candidate *k)
{
    Claim *c = &k->claim;
    const Document *d = k->c->d;
    if (c->start.some || c->end.some) return;
    for (int32_t i = k->a->first; i < k->a->last; i++) {
        bool then = token_is(d, i, "daarna") || token_is(d, i, "nadien");
        if (!then || fields_closeness(k, i) < 3) continue;
        const Bound *b = told_before(k, true);
        if (!b) return;
        c->start = (Bound){true, token_range(d, i, i + 1), b->earliest, NO_DAY};
        fields_prove(c, FIELD_START, HOW_STATED, c->start.words, "after what was told before");
        return;
    }
}

/* Which of start, end (bits by Field) and durations a sentence tells at all. */
static unsigned tells(const Analysis *a)
{
    unsigned sides = 0;
    Day e, l;
    for (Size i = 0; i < a->times.item.len; i++) {
        const Time *t = &a->times.item.item[i];
        if (t->kind == TIME_PERIOD && time_start(t, &e, &l)) sides |= 1u << FIELD_START;
        if (t->kind == TIME_PERIOD && time_end(t, &e, &l)) sides |= 1u << FIELD_END;
        if (t->kind == TIME_DURATION && !t->joined) sides |= 1u << FIELD_DURATION;
    }
    return sides;
}

void fields_times(Candidate *k)
{
    int rank[TIMES_WEIGHED];
    int n = k->a->times.item.len < TIMES_WEIGHED ? (int)k->a->times.item.len : TIMES_WEIGHED;
    for (int i = 0; i < n; i++) rank[i] = time_rank(k, &k->a->times.item.item[i]);
    for (int round = 0; round < n; round++) {
        int best = 0;
        for (int i = 1; i < n; i++)
            if (rank[i] > rank[best]) best = i;
        if (rank[best] <= 0) break;
        const Time *t = &k->a->times.item.item[best];
        rank[best] = 0;
        if (t->kind == TIME_PERIOD || t->kind == TIME_EVENT) use_period(k, t);
        if (t->kind == TIME_DURATION) use_duration(k, t);
    }
    follow_on(k);
}

/* --- times of the sentences beside --------------------------------------------------------------------------------------------- */

/* What one sentence says of a contribution's times. */
typedef struct {
    Claim claim;        /* giver, mission, stage and bounds */
    int32_t sentence;
    bool heading;       /* a sub-heading or question: for all that stands under it */
} Told;

/* `from`: the first that is still in reach. */
typedef struct {
    Told *item;
    Size len, cap, from;
} Tolds;

static bool names_other_giver(const Context *c, const Analysis *a)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool who = m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM || m->kind == MENTION_ADJECTIVE || m->kind == MENTION_DEMONYM;
        if (who && m->prep < 0 && m->id.len == 2 && !span_equal(m->id, c->reading->country) && scope_is_theatre(c, m->id)) return true;
    }
    return false;
}

/* The token of a claimless sentence that stands for what was told: `De inzet duurt tot ...`, `Zij blijven ...`. */
static int32_t stand_in(const Context *c, const Analysis *a)
{
    for (Size i = 0; i < a->force.len; i++)
        if (a->force.item[i].definite || a->force.item[i].pronoun) return a->force.item[i].head;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        uint64_t classes = m->kind == MENTION_ACTNOUN ? verb_classes(m->entry) : 0;
        if (classes & (VC(CONTRIBUTION) | VC(DEPLOY) | VC(MISSION) | VC(MANDATE) | VC(EXTEND))) return m->first;
        if (m->kind == MENTION_MISSION || marker_is(m, "group_anaphor") || marker_is(m, "pronoun_group")) return m->first;
    }
    for (int32_t i = a->first; i < a->last && i < a->first + 3; i++)
        if (token_is(c->d, i, "ze") || token_is(c->d, i, "zij")) return i;
    return -1;
}

static bool is_ahead(const Context *c, const Bound *b)
{
    Day day = day_known(b->latest) ? b->latest : b->earliest;
    if (!b->some) return false;
    return day_known(day) && (!day_known(c->written.first) || day.n > c->written.first.n);
}

static unsigned sides_of(const Claim *c)
{
    return (unsigned)c->start.some << FIELD_START | (unsigned)c->end.some << FIELD_END | (unsigned)c->duration.some << FIELD_DURATION;
}

/* Reads the times of a sentence without claims as if it told of a contribution to come. */
static void tell_claimless(Context *c, const Analysis *a, Tolds *told)
{
    bool heading = c->d->sentences.item[a->sentence].kind == SENTENCE_HEADING || token_is_mark(c->d, a->last - 1, '?');
    int32_t at = stand_in(c, a);
    if (!tells(a) || (at < 0 && !heading) || names_other_giver(c, a)) return;
    Candidate k = {.c = c, .a = a, .at = at < 0 ? a->first : at};
    k.clause = a->clauses.of[k.at - a->first];
    k.claim.stage = STAGE_DECIDED;
    k.claim.act = ACT_DEPLOY;
    k.claim.contributor = c->reading->country;
    fields_times(&k);
    if (!is_ahead(c, &k.claim.start)) k.claim.start.some = false;
    if (!is_ahead(c, &k.claim.end)) k.claim.end.some = false;
    if (!sides_of(&k.claim)) return;
    const Bound *b = &k.claim.start;
    bool wide = day_known(b->latest) && day_known(b->earliest) && b->latest.n - b->earliest.n >= 80;
    if (heading && !wide) return;
    *ARRAY_PUSH(told, c->scratch) = (Told){k.claim, a->sentence, heading};
}

static Tolds gather(Context *c, Size first_claim)
{
    Tolds told = {0};
    const Reading *r = c->reading;
    Size next = first_claim;
    int32_t n = c->d->items.item[c->item].sentences;
    for (int32_t i = 0; i < n; i++) {
        int32_t s = c->first_sentence + i;
        Range at = c->d->sentences.item[s].at;
        bool any = false;
        for (; next < r->claims.len && r->claims.item[next].evidence.from <= at.from; next++) {
            any = true;
            const Claim *x = &r->claims.item[next];
            if (sides_of(x)) *ARRAY_PUSH(&told, c->scratch) = (Told){*x, s, false};
        }
        if (!any && c->read[i]) tell_claimless(c, &c->analysis[i], &told);
    }
    return told;
}

/* How near a told time is to a claim in sentence `s`: 0 not at all. The sentences before count more than those behind. */
static int nearness(const Context *c, const Told *t, const Claim *x, int32_t s)
{
    const Sentence *a = &c->d->sentences.item[t->sentence], *b = &c->d->sentences.item[s];
    int away = s - t->sentence, reach = b->kind == SENTENCE_LIST && away > 0 ? CARRY_REACH_LIST : CARRY_REACH;
    if (t->heading) reach = away > 0 && t->sentence > c->first_sentence + 1 ? CARRY_REACH_LIST : 0;
    if (away < 0 && !is_to_come(x->stage)) return 0;
    int distance = away < 0 ? -away : away;
    bool beside = b->paragraph - a->paragraph <= 1 && a->paragraph - b->paragraph <= 1;
    if (distance > reach && !(a->paragraph == b->paragraph && distance <= 4)) return 0;
    if (!beside && !t->heading && b->kind != SENTENCE_LIST) return 0;
    return 100 - 2 * distance - (away < 0 ? 1 : 0) - (t->heading ? 20 : 0);
}

static bool may_take(const Told *t, const Claim *x, int32_t s)
{
    bool claimless = !t->claim.evidence.to;
    int from = fields_phase(&t->claim), to = fields_phase(x);
    /* what is only weighed is another plan than the one whose times were told before */
    if (claimless && x->stage == STAGE_WEIGHED && t->sentence < s) return false;
    if (claimless) return (to == 0 || to == 4) && span_equal(t->claim.contributor, x->contributor);
    bool elaborates = from == 0 && to == 1 && s > t->sentence && s - t->sentence <= 2;
    return fields_alike(&t->claim, x) && (from == to || elaborates);
}

/* An end before the begin is another contribution's. */
static bool agrees(const Claim *x, const Bound *end)
{
    return !x->start.some || !day_known(x->start.earliest) || !day_known(end->latest) || end->latest.n >= x->start.earliest.n;
}

static void take(Claim *x, const Claim *from, Field side)
{
    static const char *const rule = "time of the sentence beside";
    if (side == FIELD_START) x->start = from->start, fields_prove(x, side, HOW_CARRIED, from->start.words, rule);
    if (side == FIELD_END) x->end = from->end, fields_prove(x, side, HOW_CARRIED, from->end.words, rule);
    if (side == FIELD_DURATION) x->duration = from->duration, fields_prove(x, side, HOW_CARRIED, from->duration.words, rule);
}

/* Durations are each contribution's own, but for what a sentence without claims says, or the one that gave the other times. */
static bool shares_duration(const Told *t, const Claim *x)
{
    bool claimless = !t->claim.evidence.to, planned = fields_phase(x) == 0 || fields_phase(x) == 4;
    bool same = x->start.some && t->claim.start.some && x->start.words.from == t->claim.start.words.from && x->proof[FIELD_START].how == HOW_CARRIED;
    return planned && t->claim.duration.added == (x->act == ACT_EXTEND) && (claimless || same);
}

static void take_side(const Context *c, const Tolds *told, Claim *x, int32_t s, Field side)
{
    const Told *best = NULL;
    int most = 0;
    for (Size t = told->from; t < told->len && told->item[t].sentence <= s + CARRY_REACH_LIST; t++) {
        const Told *o = &told->item[t];
        if (!(sides_of(&o->claim) >> side & 1) || !may_take(o, x, s)) continue;
        if (side == FIELD_END && !agrees(x, &o->claim.end)) continue;
        if (side == FIELD_DURATION && !shares_duration(o, x)) continue;
        int near = nearness(c, o, x, s);
        if (near > most) most = near, best = o;
    }
    if (best) take(x, &best->claim, side);
}

/* A claim that leaves its times open has those that the sentences beside it tell of the same contribution. */
void fields_carry_times(Context *c, Size first_claim)
{
    static const Field sides[] = {FIELD_START, FIELD_END, FIELD_DURATION};
    Arena mark = *c->scratch;
    Tolds told = gather(c, first_claim);
    Reading *r = c->reading;
    int32_t s = c->first_sentence;
    for (Size i = first_claim; i < r->claims.len; i++) {
        Claim *x = &r->claims.item[i];
        while (c->d->sentences.item[s].at.from < x->evidence.from) s++;
        while (told.from < told.len && told.item[told.from].sentence < s - CARRY_REACH_LIST) told.from++;
        unsigned said = tells(&c->analysis[s - c->first_sentence]) | sides_of(x);
        for (int f = 0; f < 3; f++)
            if (!(said >> sides[f] & 1)) take_side(c, &told, x, s, sides[f]);
    }
    *c->scratch = mark;
}
