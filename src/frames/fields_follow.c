/* Times that count from what was told before: `daarna`, `een week later`, `in dezelfde periode`, `toen`. */
#include "frames/times.h"

#include "lexicon/wordlist.h"

enum { TOLD_BEFORE = 16 };

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

/* The last time in sentence `a` before token `before`: its end, or else its begin. */
static bool time_told(const Analysis *a, int32_t before, Bound *b)
{
    for (Size i = a->times.item.len - 1; i >= 0; i--) {
        const Time *t = &a->times.item.item[i];
        if (t->kind != TIME_PERIOD || t->first >= before) continue;
        *b = (Bound){.some = true, .words = t->words};
        if ((time_end(t, &b->earliest, &b->latest) || time_start(t, &b->earliest, &b->latest)) && day_known(b->earliest)) return true;
    }
    return false;
}

/* What `daarna` at token `at` follows: the time before it in its sentence, in the one before, or that of a claim before. */
static bool told_last(const Candidate *k, int32_t at, Bound *b)
{
    int32_t s = k->a->sentence - k->c->first_sentence;
    if (time_told(k->a, at, b)) return true;
    if (s > 0 && k->c->read[s - 1] && time_told(&k->c->analysis[s - 1], INT32_MAX, b)) return true;
    const Bound *told = told_before(k, true);
    if (told) *b = *told;
    return told != NULL;
}

/* `een paar dagen later` counts from what was told before. */
bool times_shift(const Candidate *k, const Time *t, Day *earliest, Day *latest)
{
    const Bound *b = told_before(k, false);
    Written w = k->c->written;
    if (!b || !day_known(t->bounds.start_earliest) || !day_known(w.first) || !day_known(b->latest)) return false;
    *earliest = day_add(b->earliest, t->bounds.start_earliest.n - w.first.n);
    *latest = day_add(b->latest, t->bounds.end_latest.n - w.last.n);
    return true;
}

/* `dan` that is no comparison, and of what takes the place of something: `neemt de taak dan over`, not `meer dan`. */
static bool is_then(const Candidate *k, const Mention *m)
{
    if (m->last > m->first + 1) return true;
    uint64_t turns = VC(TAKE_OVER) | VC(RELIEVE) | VC(ROTATE);
    return (fields_clause_at(k, m->first)->classes & turns) && m->first > k->a->first && !span_ends(token_text(k->c->d, m->first - 1), SPAN("er"));
}

/* `gedurende dezelfde periode`: begin and end of what was told before. */
static bool follow_same(Candidate *k, const Mention *m)
{
    const Reading *r = k->c->reading;
    Claim *c = &k->claim;
    for (Size i = r->claims.len - 1; i >= 0 && i >= r->claims.len - TOLD_BEFORE && r->claims.item[i].item == k->c->item; i--) {
        const Claim *o = &r->claims.item[i];
        if (!o->start.some && !o->end.some) continue;
        Range words = token_range(k->c->d, m->first, m->last);
        if (o->start.some) c->start = (Bound){true, words, o->start.earliest, o->start.latest};
        if (o->end.some) c->end = (Bound){true, words, o->end.earliest, o->end.latest};
        for (int f = FIELD_START; f <= FIELD_END; f++)
            if (f == FIELD_START ? c->start.some : c->end.some) fields_prove(c, (Field)f, HOW_STATED, words, "in the time that was told before");
        return true;
    }
    return false;
}

/* `daarna nemen de Duitsers het over`: from the end that was told last; `op dat moment`: when it was. */
static void follow_on(Candidate *k)
{
    Claim *c = &k->claim;
    if (c->start.some || c->end.some) return;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if (marker_is(m, "told_same") && fields_closeness(k, m->first) == 3 && follow_same(k, m)) return;
        bool after = marker_is(m, "told_after"), then = marker_is(m, "told_then") && fields_to_come(c->stage) && is_then(k, m);
        if ((!after && !then) || fields_closeness(k, m->first) < (m->first < k->at ? 1 : 3)) continue;
        Bound b;
        if (!told_last(k, m->first, &b)) return;
        c->start = (Bound){true, token_range(k->c->d, m->first, m->last), b.earliest, after ? NO_DAY : b.latest};
        fields_prove(c, FIELD_START, HOW_STATED, c->start.words, after ? "after what was told before" : "when what was told before is");
        return;
    }
}

/* `Toen was ons land er met 120 man`: in the time that the sentence before tells of. */
static void follow_then(Candidate *k)
{
    Claim *c = &k->claim;
    int32_t s = k->a->sentence - k->c->first_sentence;
    if (c->start.some || c->end.some || fields_to_come(c->stage) || s == 0 || !k->c->read[s - 1]) return;
    const Analysis *before = &k->c->analysis[s - 1];
    for (int32_t i = k->a->first; i < k->a->last; i++) {
        const Clause *x = fields_clause_at(k, i);
        if (!token_is(k->c->d, i, "toen") || x->opener == i || x->kind == CLAUSE_SUB || fields_closeness(k, i) < 3) continue;
        for (Size t = before->times.item.len - 1; t >= 0 && !c->start.some; t--) {
            const Time *o = &before->times.item.item[t];
            Day e, l;
            if (o->kind != TIME_PERIOD || !time_start(o, &e, &l) || !day_known(l) || o->connect == CONNECT_SINCE) continue;
            c->start = (Bound){true, token_range(k->c->d, i, i + 1), e, l};
            fields_prove(c, FIELD_START, HOW_STATED, c->start.words, "in the time that was told before");
            if (o->connect != CONNECT_BETWEEN || !time_end(o, &e, &l)) continue;
            c->end = (Bound){true, c->start.words, e, l};
            fields_prove(c, FIELD_END, HOW_STATED, c->end.words, "in the time that was told before");
        }
        return;
    }
}

void times_follow(Candidate *k)
{
    follow_on(k);
    follow_then(k);
}
