/* Cells of grids. */
#include "cli/cells.h"

#include <math.h>

#include "export/day.h"

enum { SHORT_ID = 9 };

bool cells_for_people(Format f)
{
    return f == FORMAT_TABLE || f == FORMAT_MARKDOWN || f == FORMAT_HTML;
}

void cells_put(Cells *c, Span cell)
{
    grid_add(&c->g, cell, c->keep);
}

void cells_name(Cells *c, const char *name)
{
    cells_put(c, span_of(name));
}

void cells_number(Cells *c, double n)
{
    cells_put(c, question_number(n, c->keep));
}

void cells_days(Cells *c, int32_t days)
{
    cells_number(c, days == INT32_MIN ? (double)NAN : (double)days);
}

void cells_bool(Cells *c, bool b)
{
    cells_name(c, b ? "true" : "false");
}

void cells_day(Cells *c, Day day)
{
    cells_put(c, day_text(day, c->keep));
}

void cells_lists(Cells *c, const AskClaim *claim)
{
    cells_put(c, question_list(claim->hosts, c->keep));
    cells_put(c, question_list(claim->places, c->keep));
    cells_put(c, question_list(claim->roles, c->keep));
}

void cells_note(Cells *c, Span note)
{
    grid_note(&c->g, note, c->keep);
}

Span cells_short(Span id)
{
    return id.len > SHORT_ID ? span_sub(id, 0, SHORT_ID) : id;
}

Span cells_how_sure(const AskLevel *l, Arena *keep)
{
    const char *plan = l->planned ? "plan, " : "", *name = certainty_name(l->certainty);
    if (l->undated) return arena_print(keep, "%s%s, undated", plan, name);
    if (l->certainty == CERTAIN_CARRIED && l->age > 0) return arena_print(keep, "%s%s %d d", plan, name, (int)l->age);
    return arena_print(keep, "%s%s", plan, name);
}

Span cells_sources(int32_t origins, int32_t documents, Arena *keep)
{
    if (origins == documents) return arena_print(keep, "%d", (int)origins);
    return arena_print(keep, "%d of %d", (int)origins, (int)documents);
}

Span cells_how_many(const AskLevel *l, Arena *keep)
{
    if (!l->number.id.len) return (Span){NULL, 0};
    Span text = question_how_many(&l->number, keep);
    return l->others ? arena_print(keep, "%.*s !", (int)text.len, text.at) : text;
}
