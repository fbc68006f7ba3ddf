/* Who has what on a day, as known on a day; and what changed between two days of knowing. */
#include "ask/rows.h"

#include <stdlib.h>

#include "lexicon/lexicon.h"

static int order_levels(const void *a, const void *b)
{
    const AskLevel *x = a, *y = b;
    if (x->undated != y->undated) return x->undated ? 1 : -1;
    int by = ask_order_claims(&x->claim, &y->claim);
    if (by) return by;
    if (x->planned != y->planned) return x->planned ? 1 : -1;
    by = span_compare(x->claim.basis, y->claim.basis);
    if (!by) by = span_compare(x->claim.hosts, y->claim.hosts);
    return by ? by : span_compare(x->claim.id, y->claim.id);
}

/* The year in a column of the mission list; `otherwise` where it has none. */
static int32_t year_of(Entry mission, const char *column, int32_t otherwise)
{
    Span text = lexicon_field(mission, column);
    Day day = text.len >= 4 ? day_parse(span_sub(text, 0, 4), NULL) : NO_DAY;
    return day_known(day) ? day_civil(day).year : otherwise;
}

/* A text without a date could be of any day; but not of one on which its mission was not there. */
static bool in_time(const AskLevel *row, const AskFilter *f)
{
    if (!row->undated || row->certainty != CERTAIN_MAY || row->claim.mission.len == 0) return true;
    Entry mission = lexicon_find(TABLE_MISSIONS, row->claim.mission);
    if (!entry_some(mission)) return true;
    return day_civil(f->at_last).year >= year_of(mission, "from", YEAR_FIRST) && day_civil(f->at_first).year <= year_of(mission, "until", YEAR_LAST);
}

static void answer_group(Register *reg, AsOfClaim *group, Size claims, const AskFilter *f, const HedgeTable *hedges, AskLevels *answer, Arena *keep, Arena scratch)
{
    AsOfQuestion q = ask_question(f);
    AsOfLevel *level = ARENA_NEW(&scratch, AsOfLevel, claims);
    Size stale = 0, levels = as_of_group(group, claims, &q, level, &stale, scratch);
    for (Size i = 0; i < levels; i++) {
        Arena mark = *keep;
        AskLevel row = ask_fill_level(reg, group, &level[i], f, hedges, keep);
        if (ask_passes(&row.claim, f) && in_time(&row, f)) *ARRAY_PUSH(&answer->item, keep) = row;
        else *keep = mark;
    }
    answer->stale += stale;
}

static void answer_all(Register *reg, const AskFilter *f, const HedgeTable *hedges, AskLevels *answer, Arena *keep)
{
    DeriveFilter filter = ask_derive_filter(f, hedges, true);
    DeriveWalk w = derive_begin(reg, &filter, reg->work);
    while (derive_next(&w)) answer_group(reg, w.claim, w.claims, f, hedges, answer, keep, w.work);
    answer->stale += w.stale;
    if (answer->item.len) qsort(answer->item.item, (size_t)answer->item.len, sizeof *answer->item.item, order_levels);
}

Error ask_at(Register *reg, const AskFilter *filter, const HedgeTable *hedges, AskLevels *answer, Arena *keep)
{
    *answer = (AskLevels){0};
    ask_begin(reg);
    answer_all(reg, filter, hedges, answer, keep);
    if (day_known(filter->known) && !filter->by_learning) {
        sqlite3_stmt *s = store_begin(reg, SQL_UNDATED_DOCUMENTS);
        if (store_row(reg, s)) answer->undated = store_get_int(s, 0);
        store_end(s);
    }
    return ask_end(reg);
}

/* ---- Two days of knowing. */

/* A level and the cell it fills; what matters of it in numbers, so that only changes are read from the register. */
typedef struct {
    uint64_t line, scope;
    int plan, kind;
    AsOfLevel level;
    AsOfClaim governor;
} Cell;

static int order_cells(const void *a, const void *b)
{
    const Cell *x = a, *y = b;
    if (x->line != y->line) return x->line < y->line ? -1 : 1;
    if (x->scope != y->scope) return x->scope < y->scope ? -1 : 1;
    if (x->plan != y->plan) return x->plan - y->plan;
    return x->kind - y->kind;
}

static Size cells_of(AsOfClaim *group, Size claims, const AsOfQuestion *q, Cell *cell, Arena scratch)
{
    AsOfLevel *level = ARENA_NEW(&scratch, AsOfLevel, claims);
    Size levels = as_of_group(group, claims, q, level, NULL, scratch);
    for (Size i = 0; i < levels; i++) {
        const AsOfClaim *c = &group[level[i].claim];
        cell[i] = (Cell){c->line, c->scope, as_of_tells(c) == TELLS_PLANNED, (int)as_of_kind(c), level[i], *c};
    }
    if (levels) qsort(cell, (size_t)levels, sizeof *cell, order_cells);
    return levels;
}

static bool same_number(double x, double y)
{
    return x == y || (x != x && y != y);
}

static bool became_known(const AsOfClaim *c, const AskFilter *f, Day before)
{
    return day_known(c->published_last) && c->published_last.n > before.n && (!day_known(f->known) || c->published_last.n <= f->known.n);
}

/* What changed a cell: the claim whose number it has now, or the one that governs now, where these are new; else the newest that was not known
 * before and speaks of the contribution. */
static int64_t what_changed(const AsOfClaim *group, Size claims, const Cell *cell, bool is, const AskFilter *f, Day before)
{
    const AsOfClaim *newest = NULL, *number = cell->level.number >= 0 ? &group[cell->level.number] : NULL;
    if (is && number && became_known(number, f, before)) return number->claim;
    if (is && became_known(&cell->governor, f, before)) return cell->governor.claim;
    for (Size i = 0; i < claims; i++) {
        const AsOfClaim *c = &group[i];
        bool speaks = c->line == cell->line ? c->scope == cell->scope || c->whole : c->umbrella && c->whole;
        if (!speaks || !became_known(c, f, before)) continue;
        if (!newest || c->published_last.n > newest->published_last.n || (c->published_last.n == newest->published_last.n && c->tie > newest->tie)) newest = c;
    }
    return newest ? newest->claim : 0;
}

/* What the change of one cell is asked with. */
typedef struct {
    Register *reg;
    const AskFilter *filter;
    const HedgeTable *hedges;
    Day before;
    AskChanges *answer;
    Arena *keep;
} Diff;

static void add_change(const Diff *d, AsOfClaim *group, Size claims, const Cell *was, const Cell *is)
{
    const Cell *one = is ? is : was;
    bool number = was && is && !(same_number(was->level.low, is->level.low) && same_number(was->level.high, is->level.high));
    AskChange change = {.kind = !was ? CHANGE_APPEARED : !is ? CHANGE_GONE : number ? CHANGE_NUMBER : CHANGE_CERTAINTY, .had = was != NULL, .has = is != NULL};
    if (was && is && !number && was->level.certainty == is->level.certainty) return;
    Arena mark = *d->keep;
    /* Levels carry indexes of the sorted group; the governor itself is in the cell. */
    for (int side = 0; side <= 1; side++) {
        const Cell *cell = side ? is : was;
        if (!cell) continue;
        AsOfClaim pair[2] = {cell->governor, cell->governor};
        AsOfLevel level = cell->level;
        if (level.number >= 0 && level.number != level.claim) pair[1] = group[level.number];
        level.number = level.number < 0 ? -1 : level.number == level.claim ? 0 : 1;
        level.claim = 0;
        *(side ? &change.after : &change.before) = ask_fill_level(d->reg, pair, &level, d->filter, d->hedges, d->keep);
    }
    int64_t because = what_changed(group, claims, one, is != NULL, d->filter, d->before);
    if (because) change.because = ask_claim(d->reg, because, d->hedges, d->filter->strict, d->keep);
    if (ask_passes(is ? &change.after.claim : &change.before.claim, d->filter)) *ARRAY_PUSH(&d->answer->item, d->keep) = change;
    else *d->keep = mark;
}

static void diff_group(const Diff *d, AsOfClaim *group, Size claims, Arena scratch)
{
    AsOfQuestion then = ask_question(d->filter), now = then;
    then.known_asked = true;
    then.known = d->before;
    Cell *was = ARENA_NEW(&scratch, Cell, claims), *is = ARENA_NEW(&scratch, Cell, claims);
    Size before = cells_of(group, claims, &then, was, scratch), after = cells_of(group, claims, &now, is, scratch), i = 0, k = 0;
    while (i < before || k < after) {
        int order = i == before ? 1 : k == after ? -1 : order_cells(&was[i], &is[k]);
        add_change(d, group, claims, order <= 0 ? &was[i] : NULL, order >= 0 ? &is[k] : NULL);
        i += order <= 0;
        k += order >= 0;
    }
}

static int order_changes(const void *a, const void *b)
{
    const AskChange *x = a, *y = b;
    return order_levels(x->has ? &x->after : &x->before, y->has ? &y->after : &y->before);
}

Error ask_diff(Register *reg, const AskFilter *filter, Day before, const HedgeTable *hedges, AskChanges *answer, Arena *keep)
{
    *answer = (AskChanges){0};
    Diff d = {reg, filter, hedges, before, answer, keep};
    DeriveFilter days = ask_derive_filter(filter, hedges, true);
    ask_begin(reg);
    DeriveWalk w = derive_begin(reg, &days, reg->work);
    while (derive_next(&w)) diff_group(&d, w.claim, w.claims, w.work);
    if (answer->item.len) qsort(answer->item.item, (size_t)answer->item.len, sizeof *answer->item.item, order_changes);
    return ask_end(reg);
}

const char *change_name(ChangeKind v)
{
    static const char *const name[] = {"appeared", "gone", "number", "certainty"};
    return name[v];
}
