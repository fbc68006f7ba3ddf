/* Splitting contributions into lines, and holding the claims of a line against each other. */
#include "register/lines.h"

#include <stdlib.h>

enum { GAP_DAYS = 31, SILENCE_DAYS = 730, LOOK_BACK = 6, LOOK_BACK_DAYS = 92 };

static int order_claims(const void *a, const void *b)
{
    const AsOfClaim *x = a, *y = b;
    if (x->line != y->line) return x->line < y->line ? -1 : 1;
    if (x->published_last.n != y->published_last.n) return x->published_last.n < y->published_last.n ? -1 : 1;
    if (x->tie != y->tie) return x->tie < y->tie ? -1 : 1;
    return (x->claim > y->claim) - (x->claim < y->claim);
}

/* The days a claim speaks of: when it begins to count, and its last word. */
typedef struct {
    Day from, to;
    bool open;
} Spoken;

static Spoken spoken_of(const AsOfClaim *c)
{
    Spoken s = {c->published_first, c->published_last, false};
    Tells tells = as_of_tells(c);
    if (c->start_said && day_known(c->start_earliest)) s.from = c->start_earliest;
    else if (c->start_said && day_known(c->start_latest)) s.from = c->start_latest;
    else if (tells == TELLS_PAST && day_known(c->end_earliest)) s.from = c->end_earliest;
    if (day_known(c->end_latest)) s.to = c->end_latest;
    else if (day_known(s.from) && (!day_known(s.to) || s.to.n < s.from.n)) s.to = s.from;
    s.open = !day_known(c->end_latest) && (tells == TELLS_PRESENT || tells == TELLS_PLANNED);
    return s;
}

typedef struct {
    Spoken spoken;
    Size claim;
} Turn;

static int order_turns(const void *a, const void *b)
{
    const Turn *x = a, *y = b;
    if (x->spoken.from.n != y->spoken.from.n) return x->spoken.from.n < y->spoken.from.n ? -1 : 1;
    if (x->spoken.to.n != y->spoken.to.n) return x->spoken.to.n < y->spoken.to.n ? -1 : 1;
    return (x->claim > y->claim) - (x->claim < y->claim);
}

static uint64_t line_id(const AsOfClaim *first)
{
    uint64_t x = (first->line ^ first->tie * 0x9e3779b97f4a7c15u) * 0xff51afd7ed558ccdu;
    return x ^ x >> 29;
}

static void begin_line(Lines *lines, const AsOfClaim *c, Size previous, int32_t gap, bool silence, Arena *keep)
{
    *ARRAY_PUSH(lines, keep) = (Line){.id = line_id(c), .key = c->line, .first = NO_DAY, .last = NO_DAY, .previous = previous, .gap = gap, .silence = silence};
}

/* The turns of one key in order of the days they speak of. An end that is known and then passed by more than a month, or two years without a word,
 * breaks the line. Turns that tell nothing of presence go along with the line they fall in. */
static void split(const AsOfClaim *claim, const Turn *turn, Size turns, Lines *lines, LineOfClaim *of, Arena *keep)
{
    Size at = -1;
    int64_t reached = INT32_MIN;
    bool open = false;
    for (Size i = 0; i < turns; i++) {
        const Spoken *s = &turn[i].spoken;
        bool dated = day_known(s->from);
        int64_t gap = dated && reached > INT32_MIN ? s->from.n - reached : 0;
        bool silence = open && gap > SILENCE_DAYS, breaks = at >= 0 && dated && (silence || (!open && gap > GAP_DAYS));
        of[turn[i].claim] = (LineOfClaim){.begins = at < 0 || breaks, .undated = !dated};
        if (at < 0 || breaks) {
            begin_line(lines, &claim[turn[i].claim], at, breaks ? (int32_t)gap : 0, silence, keep);
            at = lines->len - 1;
            open = false;
            reached = INT32_MIN;
        }
        of[turn[i].claim].line = at;
        Line *l = &lines->item[at];
        if (dated && (!day_known(l->first) || s->from.n < l->first.n)) l->first = s->from;
        if (day_known(s->to) && s->to.n >= reached) {
            /* The word that reaches farthest says whether an end is known. */
            open = s->open || (open && as_of_tells(&claim[turn[i].claim]) == TELLS_NOTHING);
            reached = s->to.n;
        }
        l->last = open || reached == INT32_MIN ? NO_DAY : (Day){(int32_t)reached};
    }
}

static int order_numbers(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

/* How many claims, documents and origins each of the lines [from, ...) has. */
static void count(const AsOfClaim *claim, Size claims, const LineOfClaim *of, Lines *lines, Size from, Arena scratch)
{
    int64_t *number = ARENA_NEW(&scratch, int64_t, claims);
    for (Size l = from; l < lines->len; l++) {
        for (int by_origin = 0; by_origin <= 1; by_origin++) {
            Size n = 0;
            for (Size i = 0; i < claims; i++)
                if (of[i].line == l) number[n++] = by_origin ? claim[i].origin : claim[i].document;
            qsort(number, (size_t)n, sizeof *number, order_numbers);
            int32_t found = 0;
            for (Size i = 0; i < n; i++) found += i == 0 || number[i] != number[i - 1];
            lines->item[l].claims = (int32_t)n;
            *(by_origin ? &lines->item[l].origins : &lines->item[l].documents) = found;
        }
    }
}

void lines_of_group(AsOfClaim *claim, Size claims, Lines *lines, LineOfClaim *of, Arena *keep)
{
    if (claims == 0) return;
    qsort(claim, (size_t)claims, sizeof *claim, order_claims);
    for (Size from = 0, to; from < claims; from = to) {
        for (to = from + 1; to < claims && claim[to].line == claim[from].line; to++) {}
        Arena scratch = {keep->end - (keep->end - keep->at) / 4, keep->end}, rest = {keep->at, scratch.at};
        Turn *turn = ARENA_NEW(&scratch, Turn, to - from);
        Size first = lines->len;
        for (Size i = from; i < to; i++) turn[i - from] = (Turn){spoken_of(&claim[i]), i};
        qsort(turn, (size_t)(to - from), sizeof *turn, order_turns);
        split(claim, turn, to - from, lines, of, &rest);
        count(claim + from, to - from, of + from, lines, first, scratch);
        keep->at = rest.at;
    }
}

static void judge(const AsOfClaim *claim, const LineOfClaim *of, Size other, Size at, bool neighbours, LineVerdicts *verdicts, Arena *keep)
{
    Verdict v = verdict_quantity(&claim[other], &claim[at]), e = verdict_end(&claim[other], &claim[at]);
    /* Each against the one before it; farther back only what cannot be explained is worth a word. */
    bool worth = v.kind != VERDICT_NONE && (neighbours || v.kind == VERDICT_CONTRADICTION);
    if (worth) *ARRAY_PUSH(verdicts, keep) = (LineVerdict){of[at].line, at, other, false, v};
    if (e.kind != VERDICT_NONE) *ARRAY_PUSH(verdicts, keep) = (LineVerdict){of[at].line, at, other, true, e};
}

void lines_verdicts(const AsOfClaim *claim, Size claims, const LineOfClaim *of, LineVerdicts *verdicts, Arena *keep)
{
    for (Size i = 1; i < claims; i++) {
        if (as_of_tells(&claim[i]) == TELLS_NOTHING) continue;
        int looked = 0;
        for (Size k = i - 1; k >= 0 && looked < LOOK_BACK && claim[k].line == claim[i].line; k--) {
            if (as_of_tells(&claim[k]) == TELLS_NOTHING || of[k].line != of[i].line) continue;
            bool dated = day_known(claim[k].published_last) && day_known(claim[i].published_last);
            bool near = !dated || (int64_t)claim[i].published_last.n - claim[k].published_last.n <= LOOK_BACK_DAYS;
            if (!near && looked) break;
            judge(claim, of, k, i, looked == 0, verdicts, keep);
            looked++;
        }
    }
}
