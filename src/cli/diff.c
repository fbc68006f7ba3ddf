/* `inzet diff K1 K2`: what changed between two days of knowing, and which sentence changed it. */
#include "cli/cells.h"
#include "export/day.h"

static const GridColumn SHEET[] = {
    {"change", NULL, GRID_TEXT, 0, 0}, {"contributor", NULL, GRID_TEXT, 0, 0}, {"asset", NULL, GRID_TEXT, 0, 0}, {"asset_type", NULL, GRID_TEXT, 0, 0},
    {"mission", NULL, GRID_TEXT, 0, 0}, {"host", NULL, GRID_LIST, 0, 0}, {"places", NULL, GRID_LIST, 0, 0}, {"roles", NULL, GRID_LIST, 0, 0},
    {"before_low", NULL, GRID_NUMBER, 0, 0}, {"before_best", NULL, GRID_NUMBER, 0, 0}, {"before_high", NULL, GRID_NUMBER, 0, 0},
    {"before_basis", NULL, GRID_TEXT, 0, 0}, {"before_certainty", NULL, GRID_TEXT, 0, 0}, {"before_planned", NULL, GRID_TEXT, 0, 0},
    {"before_origins", NULL, GRID_NUMBER, 0, 0}, {"before_claim", NULL, GRID_TEXT, 0, 0}, {"after_low", NULL, GRID_NUMBER, 0, 0},
    {"after_best", NULL, GRID_NUMBER, 0, 0}, {"after_high", NULL, GRID_NUMBER, 0, 0}, {"after_basis", NULL, GRID_TEXT, 0, 0},
    {"after_certainty", NULL, GRID_TEXT, 0, 0}, {"after_planned", NULL, GRID_TEXT, 0, 0}, {"after_origins", NULL, GRID_NUMBER, 0, 0},
    {"after_claim", NULL, GRID_TEXT, 0, 0}, {"because", NULL, GRID_TEXT, 0, 0}, {"because_doc", NULL, GRID_TEXT, 0, 0},
    {"because_published", NULL, GRID_TEXT, 0, 0}, {"evidence", NULL, GRID_TEXT, 0, 0},
};

static const GridColumn TABLE[] = {
    {"change", "CHANGE", GRID_TEXT, 8, 9}, {"contributor", "WHO", GRID_TEXT, 3, 10}, {"what", "WHAT", GRID_TEXT, 10, 26},
    {"where", "WHERE", GRID_TEXT, 8, 22}, {"mission", "MISSION", GRID_TEXT, 7, 16}, {"before", "BEFORE", GRID_TEXT, 24, 34},
    {"after", "AFTER", GRID_TEXT, 24, 34}, {"origins", "SOURCES", GRID_NUMBER, 7, 7}, {"because", "BECAUSE", GRID_TEXT, 9, 9},
};

/* One side of a change; empty cells where there is nothing. */
static void side(Cells *s, bool there, const AskLevel *l)
{
    if (!there) {
        for (int i = 0; i < 8; i++) cells_put(s, (Span){NULL, 0});
        return;
    }
    cells_number(s, l->low);
    cells_number(s, l->best);
    cells_number(s, l->high);
    cells_put(s, l->number.id.len ? l->number.basis : l->claim.basis);
    cells_name(s, certainty_name(l->certainty));
    cells_bool(s, l->planned);
    cells_number(s, l->origins);
    cells_put(s, l->claim.id);
}

static void row_of(Cells *s, const AskChange *c)
{
    const AskClaim *claim = c->has ? &c->after.claim : &c->before.claim;
    cells_name(s, change_name(c->kind));
    cells_put(s, claim->contributor);
    cells_put(s, claim->asset);
    cells_put(s, claim->asset_type);
    cells_put(s, claim->mission);
    cells_lists(s, claim);
    side(s, c->had, &c->before);
    side(s, c->has, &c->after);
    cells_put(s, c->because.id);
    cells_put(s, c->because.name);
    cells_put(s, c->because.id.len ? question_published(&c->because, s->keep) : (Span){NULL, 0});
    cells_put(s, c->because.quote);
}

/* "105, carried 3 days": a number never stands without how sure it is. */
static Span in_short(bool there, const AskLevel *l, Arena *keep)
{
    if (!there) return SPAN("-");
    Span many = cells_how_many(l, keep), sure = cells_how_sure(l, keep);
    return many.len ? arena_print(keep, "%.*s, %.*s", (int)many.len, many.at, (int)sure.len, sure.at) : sure;
}

static void line_of(Cells *s, const AskChange *c)
{
    const AskLevel *l = c->has ? &c->after : &c->before;
    cells_name(s, change_name(c->kind));
    cells_put(s, l->claim.contributor);
    cells_put(s, question_what(&l->claim, s->keep));
    cells_put(s, question_where(&l->claim, s->keep));
    cells_put(s, l->claim.mission);
    cells_put(s, in_short(c->had, &c->before, s->keep));
    cells_put(s, in_short(c->has, &c->after, s->keep));
    cells_put(s, cells_sources(l->origins, l->documents, s->keep));
    cells_put(s, cells_short(c->because.id));
    cells_note(s, c->because.id.len ? c->because.quote : SPAN("(no newer text of this contribution: what is known of another one, or a later reading, moved it)"));
}

static Error days_of(const Line *line, Published *before, Published *after)
{
    if (line->count != 2) return error_make(ERROR_USAGE, "name two days of knowing: inzet diff 2018-05-04 2018-07-01");
    Error e = cli_day("diff", line->names[0], before);
    if (!e.code) e = cli_day("diff", line->names[1], after);
    if (!e.code && after->last.n < before->last.n) e = error_make(ERROR_USAGE, "the earlier day comes first: inzet diff %.20s %.20s", line->names[1], line->names[0]);
    return e;
}

int cli_diff(const Line *line)
{
    Question q;
    Published before, after;
    AskChanges changes = {0};
    Error e = days_of(line, &before, &after);
    if (e.code) {
        error_print(&e);
        return e.code;
    }
    e = question_begin(line, CELLS_FORMATS, &q);
    q.filter.known = after.last;
    if (!day_known(q.filter.at_first)) q.filter.at_first = q.filter.at_last = after.last;
    if (!e.code) e = ask_diff(q.reg, &q.filter, before.last, q.hedges, &changes, &q.keep);
    if (e.code) return question_fail(&q, &e);
    bool people = cells_for_people(q.look.format), doubt = false;
    Cells s = people ? CELLS(TABLE, &q.keep) : CELLS(SHEET, &q.keep);
    for (Size i = 0; i < changes.item.len; i++) {
        if (people) line_of(&s, &changes.item.item[i]);
        else row_of(&s, &changes.item.item[i]);
        doubt = doubt || changes.item.item[i].before.others || changes.item.item[i].after.others;
    }
    grid_write(&s.g, q.look, false, &q.out);
    Span day = day_bound(q.filter.at_first, q.filter.at_last, &q.keep);
    out_flush(&q.out);
    if (doubt && people) cli_note(line, "! other claims of that day give another number: inzet conflicts --explained");
    if (!changes.item.len)
        cli_note(line, "of what holds on %.*s nothing changed between what was known on %s and on %s", (int)day.len, day.at, line->names[0], line->names[1]);
    return question_end(&q, 0);
}
