/* What ends soon with no extension known: contributions, and mandates of missions. */
#include "ask/rows.h"

#include <stdlib.h>

/* Whether newer words of the same contribution carry it past the end: an extension without an end of its own, or a later end. */
static bool moved(const AsOfClaim *group, Size claims, const AsOfClaim *end, const AsOfQuestion *q)
{
    for (Size i = 0; i < claims; i++) {
        const AsOfClaim *c = &group[i];
        Tells tells = as_of_tells(c);
        bool speaks = c->line == end->line ? c->scope == end->scope || c->whole : c->umbrella;
        bool newer = c != end && day_known(c->published_last) && (!day_known(end->published_last) || c->published_last.n > end->published_last.n);
        if (!speaks || !newer || !as_of_known(c, q)) continue;
        if (tells == TELLS_PAST || tells == TELLS_DROPPED) return true;
        if (tells == TELLS_NOTHING) continue;
        if (c->act == ACT_EXTEND || (day_known(c->end_latest) && c->end_latest.n != end->end_latest.n)) return true;
    }
    return false;
}

/* One row a line and scope: the newest claim that names the end. */
static bool names_end(const AsOfClaim *group, Size claims, Size at, const AsOfQuestion *q, int32_t within)
{
    const AsOfClaim *c = &group[at];
    Tells tells = as_of_tells(c);
    if (!as_of_known(c, q) || (tells != TELLS_PRESENT && tells != TELLS_PLANNED) || !day_known(c->end_latest) || as_of_kind(c) == KIND_CHANGE) return false;
    if (c->end_latest.n < q->first.n || c->end_latest.n > q->last.n + within) return false;
    for (Size i = 0; i < claims; i++) {
        const AsOfClaim *o = &group[i];
        if (i == at || o->line != c->line || o->scope != c->scope || !as_of_known(o, q) || !day_known(o->end_latest)) continue;
        if (o->published_last.n > c->published_last.n || (o->published_last.n == c->published_last.n && o->tie > c->tie)) {
            if (o->end_latest.n == c->end_latest.n && as_of_tells(o) == tells) return false;
        }
    }
    return !moved(group, claims, c, q);
}

static bool says_same_end(const AsOfClaim *end, const AsOfClaim *c, const AsOfQuestion *q)
{
    return c->line == end->line && c->scope == end->scope && c->end_latest.n == end->end_latest.n && as_of_known(c, q);
}

/* How many texts and origins say the end that the claim at `at` says. */
static void count_sayers(const AsOfClaim *group, Size claims, Size at, const AsOfQuestion *q, AskDue *row)
{
    for (Size i = 0; i < claims; i++) {
        bool document = true, origin = true;
        if (!says_same_end(&group[at], &group[i], q)) continue;
        for (Size k = 0; k < i; k++) {
            if (!says_same_end(&group[at], &group[k], q)) continue;
            document &= group[k].document != group[i].document;
            origin &= group[k].origin != group[i].origin;
        }
        row->documents += document;
        row->origins += origin;
    }
}

/* An end is said, but on no known day. */
static bool ends_some_day(const AsOfClaim *c, const AsOfQuestion *q)
{
    Tells tells = as_of_tells(c);
    return c->end_said && !day_known(c->end_latest) && !day_known(c->end_earliest) && (tells == TELLS_PRESENT || tells == TELLS_PLANNED) && as_of_known(c, q);
}

static void due_of_group(Register *reg, AsOfClaim *group, Size claims, const AskFilter *f, int32_t within, const HedgeTable *hedges, AskDues *answer, Arena *keep)
{
    AsOfQuestion q = ask_question(f);
    for (Size i = 0; i < claims; i++) {
        answer->undated += ends_some_day(&group[i], &q);
        if (!names_end(group, claims, i, &q, within)) continue;
        Arena mark = *keep;
        AskDue row = {.claim = ask_claim(reg, group[i].claim, hedges, f->strict, keep), .earliest = group[i].end_earliest, .latest = group[i].end_latest,
                      .days = group[i].end_latest.n - f->at_first.n};
        count_sayers(group, claims, i, &q, &row);
        if (ask_passes(&row.claim, f)) *ARRAY_PUSH(&answer->item, keep) = row;
        else *keep = mark;
    }
}

static Span copy(sqlite3_stmt *s, int column, Arena *keep)
{
    Span text = store_get_text(s, column);
    return text.len ? arena_copy(keep, text) : text;
}

/* Mandates are due only where nothing newer is known of the same mission. */
static void due_mandates(Register *reg, const AskFilter *f, int32_t within, AskDues *answer, Arena *keep)
{
    if (f->contributor.len || f->host.len || f->asset.len || f->asset_type.len || f->stage.len || f->role.len || f->place.len) return;
    sqlite3_stmt *s = store_begin(reg, SQL_DUE_MANDATES);
    store_text(s, 1, f->mission);
    store_day(s, 2, f->at_first);
    store_day(s, 3, day_add(f->at_last, within));
    if (!f->by_learning) store_day(s, 4, f->known);
    while (store_row(reg, s)) {
        AskDue row = {.mandate = true, .documents = 1, .origins = 1, .earliest = store_get_day(s, 3), .latest = store_get_day(s, 4)};
        row.days = row.latest.n - f->at_first.n;
        row.claim.id = copy(s, 0, keep);
        row.claim.mission = copy(s, 1, keep);
        row.claim.act = copy(s, 2, keep);
        row.claim.quote = copy(s, 5, keep);
        row.claim.name = copy(s, 6, keep);
        row.claim.publisher = copy(s, 7, keep);
        row.claim.published_first = store_get_day(s, 8);
        row.claim.published_last = store_get_day(s, 9);
        row.claim.end_earliest = row.earliest;
        row.claim.end_latest = row.latest;
        *ARRAY_PUSH(&answer->item, keep) = row;
    }
}

static int order_dues(const void *a, const void *b)
{
    const AskDue *x = a, *y = b;
    if (x->latest.n != y->latest.n) return x->latest.n < y->latest.n ? -1 : 1;
    if (x->mandate != y->mandate) return x->mandate ? 1 : -1;
    int by = ask_order_claims(&x->claim, &y->claim);
    return by ? by : span_compare(x->claim.id, y->claim.id);
}

Error ask_due(Register *reg, const AskFilter *filter, int32_t within, const HedgeTable *hedges, AskDues *answer, Arena *keep)
{
    *answer = (AskDues){0};
    DeriveFilter all = ask_derive_filter(filter, hedges, false);
    ask_begin(reg);
    DeriveWalk w = derive_begin(reg, &all, reg->work);
    while (derive_next(&w)) due_of_group(reg, w.claim, w.claims, filter, within, hedges, answer, keep);
    due_mandates(reg, filter, within, answer, keep);
    if (answer->item.len) qsort(answer->item.item, (size_t)answer->item.len, sizeof *answer->item.item, order_dues);
    return ask_end(reg);
}
