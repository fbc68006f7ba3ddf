/* Sums over the levels of a day. */
#include "ask/ask.h"

#include <math.h>

const char *left_out_name(LeftOut why)
{
    static const char *const names[] = {"part of another", "planned", "past", "no strength (ceiling, request, total)", "other texts say otherwise", "no number", "no mission named"};
    return names[why];
}

/* Why a level is not summed; LEFT_OUT: it is. */
static LeftOut left_out(const AskLevel *l)
{
    Span basis = l->number.id.len ? l->number.basis : l->claim.basis;
    if (l->part) return LEFT_PART;
    if (l->planned) return LEFT_PLAN;
    if (l->past) return LEFT_PAST;
    if (l->number.id.len && !span_is(basis, "present")) return LEFT_BASIS;
    if (l->others) return LEFT_DISPUTED;
    if (isnan(l->low) && isnan(l->high)) return LEFT_UNCOUNTED;
    /* those of a mission that is not named may be the same people as those of one that is */
    return l->claim.mission.len ? LEFT_OUT : LEFT_NO_MISSION;
}

static AskSum *sum_of(AskSums *s, const AskClaim *c, Arena *keep)
{
    for (Size i = 0; i < s->item.len; i++)
        if (span_equal(s->item.item[i].contributor, c->contributor) && span_equal(s->item.item[i].asset, c->asset)) return &s->item.item[i];
    AskSum *sum = ARRAY_PUSH(&s->item, keep);
    *sum = (AskSum){.contributor = c->contributor, .asset = c->asset};
    return sum;
}

AskSums ask_sum(const AskLevels *levels, Arena *keep)
{
    AskSums s = {0};
    for (Size i = 0; i < levels->item.len; i++) {
        const AskLevel *l = &levels->item.item[i];
        if (span_is(l->claim.asset, "none")) continue;
        AskSum *sum = sum_of(&s, &l->claim, keep);
        LeftOut why = left_out(l);
        if (why != LEFT_OUT) {
            sum->left[why]++;
            continue;
        }
        sum->low += isnan(l->low) ? 0 : l->low;
        sum->high += isnan(l->high) ? INFINITY : l->high;
        sum->best += isnan(l->best) ? NAN : l->best;
        sum->levels++;
        sum->carried += l->certainty == CERTAIN_CARRIED;
    }
    return s;
}
