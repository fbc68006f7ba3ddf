/* Cells of grids. */
#include "cli/cells.h"

#include <math.h>

#include "export/day.h"

enum { SHORT_ID = 9, PART_ROWS = 2000 };

bool cells_for_people(Format f)
{
    return f == FORMAT_TABLE || f == FORMAT_MARKDOWN || f == FORMAT_HTML;
}

static Span heading_of(const char *name, Arena *keep)
{
    Span s = arena_print(keep, "%s", name);
    for (Size i = 0; i < s.len; i++)
        if (s.at[i] == '_') ((char *)s.at)[i] = ' ';
    return s;
}

void cells_run(Cells *c, Question *q, const char *name)
{
    Span heading = heading_of(name, &q->keep);
    c->q = q;
    if (q->several && q->look.format == FORMAT_HTML) out_print(&q->out, "<h2>%.*s</h2>\n", (int)heading.len, heading.at);
    if (q->several && q->look.format == FORMAT_MARKDOWN) out_print(&q->out, "%s## %.*s\n\n", q->several > 1 ? "\n" : "", (int)heading.len, heading.at);
    if (q->several) q->several++;
    c->run = grid_begin(&c->g, name, q->look, q->book, &q->out);
    c->mark = q->keep;
}

static void write_part(Cells *c)
{
    grid_part(&c->run, &c->g);
    *c->keep = c->mark;
    c->g = (Grid){.column = c->g.column, .columns = c->g.columns};
}

void cells_row(Cells *c)
{
    if (grid_rows(&c->g) >= PART_ROWS && grid_in_parts(c->run.look.format)) write_part(c);
}

void cells_end(Cells *c)
{
    if (grid_rows(&c->g)) write_part(c);
    grid_end(&c->run);
    c->q->rows = c->run.rows;
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

void cells_instant(Cells *c, Instant i)
{
    char day[12];
    int64_t second = i.us / 1000000, days = second / 86400;
    int rest = (int)(second % 86400);
    cells_put(c, arena_print(c->keep, "%sT%02d:%02d:%02dZ", day_print((Day){(int32_t)days}, day), rest / 3600, rest / 60 % 60, rest % 60));
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
