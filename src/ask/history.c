/* History of contributions, and rotations: who held a slot and where it gaped. */
#include "ask/rows.h"
#include "register/edit.h"

#include <stdlib.h>

static AskStep fill_step(Register *reg, const AsOfClaim *group, const AsOfStep *s, const AskFilter *f, const HedgeTable *hedges, Arena *keep)
{
    AskStep row = {.from = s->from, .sure = s->sure, .until = s->until, .low = s->low, .best = s->best, .high = s->high,
                   .planned = s->tells == TELLS_PLANNED, .past = s->tells == TELLS_PAST, .claims = s->claims, .documents = s->documents, .origins = s->origins,
                   .undated = !day_known(group[s->claim].published_last)};
    row.claim = ask_claim(reg, group[s->claim].claim, hedges, f->strict, keep);
    if (s->number == s->claim) row.number = row.claim;
    else if (s->number >= 0) row.number = ask_claim(reg, group[s->number].claim, hedges, f->strict, keep);
    return row;
}

static bool in_window(const AsOfStep *s, const AskFilter *f)
{
    return (!day_known(f->until) || s->from.n <= f->until.n) && /* NO_DAY is before every day */
           (!day_known(f->since) || !day_known(s->until) || s->until.n >= f->since.n);
}

static int order_steps(const void *a, const void *b)
{
    const AskStep *x = a, *y = b;
    int by = ask_order_claims(&x->claim, &y->claim);
    if (by) return by;
    if (x->planned != y->planned) return x->planned ? 1 : -1;
    if (x->from.n != y->from.n) return x->from.n < y->from.n ? -1 : 1;
    return span_compare(x->claim.id, y->claim.id);
}

static void history_of_group(Register *reg, AsOfClaim *group, Size claims, const AskFilter *f, const HedgeTable *hedges, AskHistory *answer, Arena *keep, Arena scratch)
{
    AsOfQuestion q = ask_question(f);
    AsOfStep *step = ARENA_NEW(&scratch, AsOfStep, as_of_most_steps(claims));
    Size steps = as_of_steps(group, claims, &q, step, scratch);
    for (Size i = 0; i < steps; i++) {
        Arena mark = *keep;
        if (!in_window(&step[i], f)) continue;
        AskStep row = fill_step(reg, group, &step[i], f, hedges, keep);
        if (ask_passes(&row.claim, f)) *ARRAY_PUSH(&answer->item, keep) = row;
        else *keep = mark;
    }
}

static void history(Register *reg, const AskFilter *f, const HedgeTable *hedges, AskHistory *answer, Arena *keep)
{
    DeriveFilter filter = ask_derive_filter(f, hedges, false);
    DeriveWalk w = derive_begin(reg, &filter, reg->work);
    while (derive_next(&w)) history_of_group(reg, w.claim, w.claims, f, hedges, answer, keep, w.work);
    if (answer->item.len) qsort(answer->item.item, (size_t)answer->item.len, sizeof *answer->item.item, order_steps);
}

Error ask_history(Register *reg, const AskFilter *filter, const HedgeTable *hedges, AskHistory *answer, Arena *keep)
{
    *answer = (AskHistory){0};
    ask_begin(reg);
    history(reg, filter, hedges, answer, keep);
    return ask_end(reg);
}

/* ---- Slots: what more than one contributor held in turn. */

static int order_slots(const void *a, const void *b)
{
    const AskStep *x = a, *y = b;
    const Span left[] = {x->claim.mission, x->claim.asset, x->claim.asset_type, x->claim.places}, right[] = {y->claim.mission, y->claim.asset, y->claim.asset_type, y->claim.places};
    for (int i = 0; i < 4; i++) {
        int by = span_compare(left[i], right[i]);
        if (by) return by;
    }
    if (x->from.n != y->from.n) return x->from.n < y->from.n ? -1 : 1;
    return span_compare(x->claim.id, y->claim.id);
}

static bool same_slot(const AskStep *x, const AskStep *y)
{
    return span_equal(x->claim.mission, y->claim.mission) && span_equal(x->claim.asset, y->claim.asset) && span_equal(x->claim.asset_type, y->claim.asset_type) &&
           span_equal(x->claim.places, y->claim.places);
}

/* Whether the text, or a person, says that the claim relieves another. */
static bool relieves(Register *reg, const AskStep *s)
{
    bool said = false;
    sqlite3_stmt *rows = store_begin(reg, SQL_LINKED_CLAIMS);
    store_int(rows, 1, s->claim.row);
    while (store_row(reg, rows)) said |= span_is(store_get_text(rows, 0), "relieves");
    const Edits *edits = reg->edits;
    for (Size i = edits ? edits_find(edits, s->claim.row) : 0; edits && i < edits->item.len && edits->item.item[i].claim == s->claim.row; i++)
        said |= edits->item.item[i].holds && span_is(edits->item.item[i].field, "relieves");
    return said;
}

static bool takes_over(const AskStep *s)
{
    return span_is(s->claim.act, "rotate") || span_is(s->claim.act, "take_over") || span_is(s->claim.act, "hand_over");
}

/* A slot is worth telling when it went from hand to hand, by the texts' own word or by one beginning where another ended. */
static bool is_slot(Register *reg, const AskStep *step, Size steps)
{
    bool others = false, handed = false;
    for (Size i = 0; i < steps; i++) {
        others |= !span_equal(step[i].claim.contributor, step[0].claim.contributor);
        handed |= takes_over(&step[i]) || relieves(reg, &step[i]);
    }
    return step[0].claim.mission.len > 0 && others && handed;
}

/* One holder followed another by the text's own word. Holders of one sentence take turns; none of them relieves the other. */
static bool took_over(Register *reg, const AskStep *before, const AskStep *s)
{
    return relieves(reg, s) || (takes_over(s) && s->claim.document != before->claim.document) || (takes_over(s) && day_known(s->from) && s->from.n > before->from.n);
}

static void add_slot(Register *reg, const AskStep *step, Size steps, int32_t slot, AskSlots *answer, Arena *keep)
{
    Day held = NO_DAY;
    bool open = false;
    for (Size i = 0; i < steps; i++) {
        bool change = i > 0 && !span_equal(step[i].claim.contributor, step[i - 1].claim.contributor);
        int32_t gap = !change || open || !day_known(held) ? INT32_MIN : step[i].from.n - held.n - 1;
        *ARRAY_PUSH(&answer->item, keep) = (AskHolder){step[i], slot, gap, change && took_over(reg, &step[i - 1], &step[i])};
        open = !day_known(step[i].until);
        if (!open && (!day_known(held) || step[i].until.n > held.n)) held = step[i].until;
    }
}

Error ask_gaps(Register *reg, const AskFilter *filter, const HedgeTable *hedges, AskSlots *answer, Arena *keep)
{
    *answer = (AskSlots){0};
    AskHistory all = {0};
    int32_t slot = 0;
    ask_begin(reg);
    history(reg, filter, hedges, &all, keep);
    if (all.item.len) qsort(all.item.item, (size_t)all.item.len, sizeof *all.item.item, order_slots);
    for (Size from = 0, to; from < all.item.len; from = to) {
        for (to = from + 1; to < all.item.len && same_slot(&all.item.item[to], &all.item.item[from]); to++) {}
        if (is_slot(reg, all.item.item + from, to - from)) add_slot(reg, all.item.item + from, to - from, ++slot, answer, keep);
    }
    return ask_end(reg);
}
