/* Which of several places belongs to which of several counted forces. */
#include "frames/scope.h"

#include "frames/respective.h"
#include "lexicon/wordlist.h"

/* A force with a number, or one that is denied: `geen F-16's naar Irak maar twee transportvliegtuigen naar Mali`. */
static bool is_counted(const Context *c, const Analysis *a, const Force *f)
{
    return f->quantity.some || token_is(c->d, f->first, "geen") || (f->first > a->first && token_is(c->d, f->first - 1, "geen"));
}

/* Whether a counted force stands in the clause of `at` between tokens `from` and `to`. */
static bool counted_between(const Context *c, const Analysis *a, int32_t at, int32_t from, int32_t to)
{
    for (Size i = 0; i < a->force.len; i++) {
        const Force *f = &a->force.item[i];
        if (is_counted(c, a, f) && f->head >= from && f->head < to && a->clauses.of[f->head - a->first] == a->clauses.of[at - a->first]) return true;
    }
    return false;
}

/* The first place of the clause of `at` behind token `at` (`step` 1), or the last one before it (-1); NULL when there is none. */
static const Mention *place_beside(const Context *c, const Analysis *a, int32_t at, int step)
{
    const Mention *best = NULL;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool side = step > 0 ? m->first > at : m->last <= at;
        if (!side || a->clauses.of[m->first - a->first] != a->clauses.of[at - a->first] || !scope_may_say_where(c, a, m)) continue;
        if (!best || (step > 0 ? m->first < best->first : m->first > best->first)) best = m;
    }
    return best;
}

/* `in Helmand 3.300 militairen en Canada 2.200 in Kandahar`: another counted force stands between `at` and `m`, and none between `at` and its own place. */
static bool beyond_other(const Context *c, const Analysis *a, int32_t at, const Mention *m)
{
    bool crossed = m->first > at ? counted_between(c, a, at, at + 1, m->first) : counted_between(c, a, at, m->last, at);
    if (!crossed) return false;
    const Mention *own = place_beside(c, a, at, m->first > at ? -1 : 1);
    if (!own || own->first == m->first) return false;
    return !(own->first < at ? counted_between(c, a, at, own->last, at) : counted_between(c, a, at, at + 1, own->first));
}

/* `100 militairen, onder wie 20 in Jordanië`: a place behind the number of a part. */
static bool of_part(const Context *c, const Analysis *a, int32_t at, const Mention *m)
{
    bool opened = false, counted = false;
    for (int32_t i = at + 1; i < m->first; i++) {
        opened = opened || word_in(c->d, i, WORDS_PART_OPENER);
        counted = (counted && c->d->tokens.item[i].kind != TOKEN_PUNCT) || (opened && counted_between(c, a, i, i, i + 1));
    }
    return counted;
}

bool scope_shared_out(const Context *c, const Analysis *a, int32_t at, const Mention *m)
{
    int16_t clause = a->clauses.of[at - a->first];
    if (a->respective >= 0) return respective_elsewhere(c, a, at, m);
    if (of_part(c, a, at, m)) return true;
    if (!counted_between(c, a, at, at, at + 1) || a->clauses.of[m->first - a->first] != clause) return false;
    int32_t last = at;
    for (Size i = 0; i < a->force.len; i++) {
        const Force *f = &a->force.item[i];
        if (is_counted(c, a, f) && f->head > last && a->clauses.of[f->head - a->first] == clause) last = f->head;
    }
    if (beyond_other(c, a, at, m)) return true;
    /* behind each force where something stands behind the last one, else before each */
    bool behind = place_beside(c, a, last, 1) != NULL;
    const Mention *own = place_beside(c, a, at, behind ? 1 : -1);
    if (!own || own->first == m->first || (behind && !counted_between(c, a, at, a->first, m->first))) return false;
    return own->first < m->first ? counted_between(c, a, at, own->last, m->first) : counted_between(c, a, at, m->last, own->first);
}
