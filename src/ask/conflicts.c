/* Where sources disagree, with what explains it. */
#include "ask/rows.h"
#include "register/lines.h"

#include <stdlib.h>

static Size only_known(AsOfClaim *group, Size claims, const AskFilter *f)
{
    AsOfQuestion q = ask_question(f);
    Size known = 0;
    for (Size i = 0; i < claims; i++)
        if (as_of_known(&group[i], &q)) group[known++] = group[i];
    return known;
}

/* "eind dit jaar", of a claim whose text has no date to count from. */
static Span end_words(Register *reg, const AskClaim *c, Arena *keep)
{
    Span words = {NULL, 0};
    if (!c->end_said || day_known(c->end_latest) || day_known(c->end_earliest)) return words;
    sqlite3_stmt *s = store_begin(reg, SQL_END_WORDS);
    store_int(s, 1, c->row);
    if (store_row(reg, s)) words = arena_copy(keep, store_get_text(s, 0));
    store_end(s);
    return words;
}

static void conflicts_of_group(Register *reg, AsOfClaim *group, Size claims, const AskFilter *f, bool explained, const HedgeTable *hedges, AskConflicts *answer,
                               Arena *keep, Arena scratch)
{
    Lines lines = {0};
    LineVerdicts verdicts = {0};
    LineOfClaim *of = ARENA_NEW(&scratch, LineOfClaim, claims);
    claims = only_known(group, claims, f);
    lines_of_group(group, claims, &lines, of, &scratch);
    lines_verdicts(group, claims, of, &verdicts, &scratch);
    for (Size i = 0; i < verdicts.len; i++) {
        const LineVerdict *v = &verdicts.item[i];
        bool wanted = v->verdict.kind == VERDICT_CONTRADICTION || v->verdict.kind == VERDICT_UNDETERMINED || (explained && v->verdict.kind != VERDICT_SAME);
        Arena mark = *keep;
        answer->count[v->verdict.kind]++;
        if (!wanted) continue;
        AskConflict row = {.newer = ask_claim(reg, group[v->claim].claim, hedges, f->strict, keep), .older = ask_claim(reg, group[v->other].claim, hedges, f->strict, keep),
                           .field = span_of(v->of_end ? "end" : "quantity"), .verdict = v->verdict.kind, .rule = span_of(v->verdict.rule)};
        row.words = span_of(verdict_words(row.rule));
        row.origins = group[v->claim].origin == group[v->other].origin ? 1 : 2;
        row.newer_end = end_words(reg, &row.newer, keep);
        row.older_end = end_words(reg, &row.older, keep);
        if (ask_passes(&row.newer, f) || ask_passes(&row.older, f)) *ARRAY_PUSH(&answer->item, keep) = row;
        else *keep = mark;
    }
}

static int rank(VerdictKind v)
{
    return v == VERDICT_CONTRADICTION ? 0 : v == VERDICT_UNDETERMINED ? 1 : 2;
}

static int order_conflicts(const void *a, const void *b)
{
    const AskConflict *x = a, *y = b;
    if (rank(x->verdict) != rank(y->verdict)) return rank(x->verdict) - rank(y->verdict);
    int by = ask_order_claims(&x->newer, &y->newer);
    if (by) return by;
    if (x->newer.published_last.n != y->newer.published_last.n) return x->newer.published_last.n > y->newer.published_last.n ? -1 : 1;
    by = span_compare(x->newer.id, y->newer.id);
    if (!by) by = span_compare(x->older.id, y->older.id);
    return by ? by : span_compare(x->field, y->field);
}

Error ask_conflicts(Register *reg, const AskFilter *filter, bool explained, const HedgeTable *hedges, AskConflicts *answer, Arena *keep)
{
    *answer = (AskConflicts){0};
    DeriveFilter all = ask_derive_filter(filter, hedges, false);
    ask_begin(reg);
    DeriveWalk w = derive_begin(reg, &all, reg->work);
    while (derive_next(&w)) conflicts_of_group(reg, w.claim, w.claims, filter, explained, hedges, answer, keep, w.work);
    if (answer->item.len) qsort(answer->item.item, (size_t)answer->item.len, sizeof *answer->item.item, order_conflicts);
    return ask_end(reg);
}
