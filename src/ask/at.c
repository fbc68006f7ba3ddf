/* Who has what on a day, as known on a day. */
#include "ask/rows.h"
#include "register/derive.h"

#include <stdlib.h>

static AskLevel fill(Register *reg, const AsOfClaim *group, const AsOfLevel *l, const AskFilter *f, const HedgeTable *hedges, Arena *keep)
{
    const AsOfClaim *governor = &group[l->claim];
    AskLevel row = {.low = l->low, .best = l->best, .high = l->high, .certainty = l->certainty, .planned = l->tells == TELLS_PLANNED,
                    .past = l->tells == TELLS_PAST, .undated = !day_known(governor->published_last), .part = !governor->whole,
                    .evidence = l->evidence, .age = l->age, .claims = l->claims, .documents = l->documents, .origins = l->origins, .others = l->others};
    row.claim = ask_claim(reg, governor->claim, hedges, f->strict, keep);
    if (l->number == l->claim) row.number = row.claim;
    else if (l->number >= 0) row.number = ask_claim(reg, group[l->number].claim, hedges, f->strict, keep);
    return row;
}

static int order_levels(const void *a, const void *b)
{
    const AskLevel *x = a, *y = b;
    const Span left[] = {x->claim.contributor, x->claim.mission, x->claim.asset, x->claim.asset_type, x->claim.places};
    const Span right[] = {y->claim.contributor, y->claim.mission, y->claim.asset, y->claim.asset_type, y->claim.places};
    for (int i = 0; i < 5; i++) {
        int by = span_compare(left[i], right[i]);
        if (by) return by;
    }
    if (x->planned != y->planned) return x->planned ? 1 : -1;
    int by = span_compare(x->claim.basis, y->claim.basis);
    if (!by) by = span_compare(x->claim.hosts, y->claim.hosts);
    return by ? by : span_compare(x->claim.id, y->claim.id);
}

static void answer_group(Register *reg, AsOfClaim *group, Size claims, const AskFilter *f, const HedgeTable *hedges, AskLevels *answer, Arena *keep, Arena scratch)
{
    AsOfQuestion q = {f->at_first, f->at_last, day_known(f->known) && !f->by_learning, f->known, f->max_age};
    AsOfLevel *level = ARENA_NEW(&scratch, AsOfLevel, claims);
    Size stale = 0;
    Size levels = as_of_group(group, claims, &q, level, &stale, scratch);
    for (Size i = 0; i < levels; i++) {
        Arena mark = *keep;
        AskLevel row = fill(reg, group, &level[i], f, hedges, keep);
        if (ask_passes(&row.claim, f)) *ARRAY_PUSH(&answer->item, keep) = row;
        else *keep = mark;
    }
    answer->stale += stale;
}

static DeriveFilter derive_filter(const AskFilter *f, const HedgeTable *hedges)
{
    return (DeriveFilter){.contributor = f->contributor, .mission = f->mission, .by_learning = f->by_learning, .known = f->known, .strict = f->strict,
                          .hedges = hedges, .first = f->at_first, .last = f->at_last, .max_age = f->max_age};
}

static void answer_all(Register *reg, const AskFilter *f, const HedgeTable *hedges, AskLevels *answer, Arena *keep)
{
    DeriveFilter filter = derive_filter(f, hedges);
    DeriveClaims claims;
    Size stale = 0;
    Arena work = reg->work;
    derive_gather(reg, &filter, &claims, &stale, &work);
    answer->stale = stale;
    for (Size from = 0, to; from < claims.len; from = to) {
        to = derive_group_end(&claims, from);
        answer_group(reg, claims.item + from, to - from, f, hedges, answer, keep, work);
    }
    if (answer->item.len) qsort(answer->item.item, (size_t)answer->item.len, sizeof *answer->item.item, order_levels);
}

Error ask_at(Register *reg, const AskFilter *filter, const HedgeTable *hedges, AskLevels *answer, Arena *keep)
{
    *answer = (AskLevels){0};
    store_run(reg, SQL_BEGIN_LOOK);
    answer_all(reg, filter, hedges, answer, keep);
    if (day_known(filter->known) && !filter->by_learning) {
        sqlite3_stmt *s = store_begin(reg, SQL_UNDATED_DOCUMENTS);
        if (store_row(reg, s)) answer->undated = store_get_int(s, 0);
        store_end(s);
    }
    Error e = store_error(reg);
    store_run(reg, SQL_ROLLBACK);
    (void)store_error(reg);
    return e;
}
