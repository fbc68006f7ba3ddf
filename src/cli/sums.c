/* `inzet at DATE --sum`: Σ of each giver and kind of forces, with what is left out and why. */
#include <math.h>

#include "cli/sheets.h"

static const GridColumn SHEET[] = {
    {"contributor", NULL, GRID_TEXT, 0, 0}, {"asset", NULL, GRID_TEXT, 0, 0}, {"low", NULL, GRID_NUMBER, 0, 0}, {"best", NULL, GRID_NUMBER, 0, 0},
    {"high", NULL, GRID_NUMBER, 0, 0}, {"contributions", NULL, GRID_WHOLE, 0, 0}, {"carried", NULL, GRID_WHOLE, 0, 0}, {"left_out", NULL, GRID_WHOLE, 0, 0},
    {"why", NULL, GRID_TEXT, 0, 0},
};

static const GridColumn TABLE[] = {
    {"contributor", "WHO", GRID_TEXT, 3, 12}, {"asset", "WHAT", GRID_TEXT, 9, 12}, {"sum", "SUM", GRID_TEXT, 9, 16}, {"contributions", "OF", GRID_WHOLE, 2, 6},
    {"carried", "CARRIED", GRID_WHOLE, 7, 7}, {"left_out", "LEFT OUT", GRID_WHOLE, 8, 8}, {"why", "WHY", GRID_TEXT, 20, 0},
};

static Span why_of(const AskSum *s, int32_t *all, Arena *keep)
{
    Span text = {"", 0};
    *all = 0;
    for (LeftOut w = 0; w < LEFT_OUT; w++) {
        if (!s->left[w]) continue;
        text = arena_print(keep, "%.*s%s%d %s", (int)text.len, text.at, *all ? "; " : "", s->left[w], left_out_name(w));
        *all += s->left[w];
    }
    return text;
}

/* `300`, `280-320`, `≥ 300`. */
static Span sum_text(const AskSum *s, Arena *keep)
{
    if (!s->levels) return SPAN("-");
    if (isinf(s->high)) return arena_print(keep, "≥ %.0f", s->low);
    return s->low < s->high ? arena_print(keep, "%.0f-%.0f", s->low, s->high) : arena_print(keep, "%.0f", s->low);
}

static void sum_row(Cells *c, const AskSum *s, bool people)
{
    int32_t all;
    Span why = why_of(s, &all, c->keep);
    cells_put(c, s->contributor);
    cells_put(c, s->asset);
    if (people) cells_put(c, sum_text(s, c->keep));
    else {
        cells_number(c, s->levels ? s->low : NAN);
        cells_number(c, s->levels ? s->best : NAN);
        cells_number(c, s->levels && !isinf(s->high) ? s->high : NAN);
    }
    cells_number(c, s->levels);
    cells_number(c, s->carried);
    cells_number(c, all);
    cells_put(c, why);
    cells_row(c);
}

Error sheet_sums(Question *q)
{
    AskLevels levels = {0};
    Error e = ask_at(q->reg, &q->filter, q->hedges, &levels, &q->keep);
    if (e.code) return e;
    AskSums sums = ask_sum(&levels, &q->keep);
    bool people = cells_for_people(q->look.format);
    Cells c = people ? CELLS(TABLE, &q->keep) : CELLS(SHEET, &q->keep);
    cells_run(&c, q, "sums");
    for (Size i = 0; i < sums.item.len; i++) sum_row(&c, &sums.item.item[i], people);
    cells_end(&c);
    q->undated = levels.undated;
    return e;
}
