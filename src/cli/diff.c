/* `inzet diff K1 K2`: what changed between two days of knowing, and which sentence changed it. */
#include "cli/cells.h"
#include "export/day.h"

static const GridColumn SHEET[] = {
    {"change", NULL, GRID_TEXT, 0, 0}, {"contributor", NULL, GRID_TEXT, 0, 0}, {"asset", NULL, GRID_TEXT, 0, 0}, {"asset_type", NULL, GRID_TEXT, 0, 0},
    {"mission", NULL, GRID_TEXT, 0, 0}, {"host", NULL, GRID_LIST, 0, 0}, {"places", NULL, GRID_LIST, 0, 0}, {"roles", NULL, GRID_LIST, 0, 0},
    {"before_low", NULL, GRID_NUMBER, 0, 0}, {"before_best", NULL, GRID_NUMBER, 0, 0}, {"before_high", NULL, GRID_NUMBER, 0, 0},
    {"before_basis", NULL, GRID_TEXT, 0, 0}, {"before_certainty", NULL, GRID_TEXT, 0, 0}, {"before_planned", NULL, GRID_BOOL, 0, 0},
    {"before_origins", NULL, GRID_WHOLE, 0, 0}, {"before_claim", NULL, GRID_TEXT, 0, 0}, {"after_low", NULL, GRID_NUMBER, 0, 0},
    {"after_best", NULL, GRID_NUMBER, 0, 0}, {"after_high", NULL, GRID_NUMBER, 0, 0}, {"after_basis", NULL, GRID_TEXT, 0, 0},
    {"after_certainty", NULL, GRID_TEXT, 0, 0}, {"after_planned", NULL, GRID_BOOL, 0, 0}, {"after_origins", NULL, GRID_WHOLE, 0, 0},
    {"after_claim", NULL, GRID_TEXT, 0, 0}, {"because", NULL, GRID_TEXT, 0, 0}, {"because_doc", NULL, GRID_TEXT, 0, 0},
    {"because_published", NULL, GRID_WHEN, 0, 0}, {"evidence", NULL, GRID_TEXT, 0, 0},
};

static const GridColumn TABLE[] = {
    {"change", "CHANGE", GRID_TEXT, 8, 9}, {"contributor", "WHO", GRID_TEXT, 3, 10}, {"what", "WHAT", GRID_TEXT, 10, 26},
    {"where", "WHERE", GRID_TEXT, 8, 22}, {"mission", "MISSION", GRID_TEXT, 7, 16}, {"before", "BEFORE", GRID_TEXT, 24, 34},
    {"after", "AFTER", GRID_TEXT, 24, 34}, {"origins", "SOURCES", GRID_WHOLE, 7, 7}, {"because", "BECAUSE", GRID_TEXT, 9, 9},
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

static Notice notice_of(const AskChange *c, Day known, Arena *keep)
{
    const AskLevel *l = c->has ? &c->after : &c->before;
    const AskClaim *why = c->because.id.len ? &c->because : &l->claim;
    Span before = in_short(c->had, &c->before, keep), after = in_short(c->has, &c->after, keep), what = question_what(&l->claim, keep);
    Span was = c->had ? c->before.claim.id : SPAN("-"), is = c->has ? c->after.claim.id : SPAN("-");
    const char *kind = change_name(c->kind);
    Notice n = {.quote = why->quote, .source = question_source(why, keep), .address = why->address, .place = question_where(&l->claim, keep),
                .category = l->claim.mission, .updated = c->because.id.len ? why->published_last : known, .earliest = NO_DAY, .latest = NO_DAY};
    n.id = arena_print(keep, "diff %s\t%.*s\t%.*s\t%.*s", kind, (int)was.len, was.at, (int)is.len, is.at, (int)why->id.len, why->id.at);
    n.title = arena_print(keep, "%.*s, %.*s%s%.*s%s: %s", (int)l->claim.contributor.len, l->claim.contributor.at, (int)what.len, what.at,
                          n.category.len ? " (" : "", (int)n.category.len, n.category.at ? n.category.at : "", n.category.len ? ")" : "", kind);
    Span basis = l->number.id.len ? l->number.basis : l->claim.basis;
    n.words = arena_print(keep, "Before: %.*s. After: %.*s.%s%.*s%s From %d source%s.", (int)before.len, before.at, (int)after.len, after.at,
                          basis.len ? " Basis: " : "", (int)basis.len, basis.at ? basis.at : "", basis.len ? "." : "", (int)l->origins, l->origins == 1 ? "" : "s");
    return n;
}

static void write_notices(Question *q, const AskChanges *changes)
{
    Notices all = {0};
    Span day = day_bound(q->filter.at_first, q->filter.at_last, &q->keep);
    for (Size i = 0; i < changes->item.len; i++) *ARRAY_PUSH(&all, &q->keep) = notice_of(&changes->item.item[i], q->filter.known, &q->keep);
    Span about = arena_print(&q->keep, "What changed in what is known of %.*s", (int)day.len, day.at);
    question_notices(q, &all, about, arena_print(&q->keep, "diff\t%.*s", (int)day.len, day.at));
}

static void write_changes(Question *q, const AskChanges *changes)
{
    bool people = cells_for_people(q->look.format);
    Cells s = people ? CELLS(TABLE, &q->keep) : CELLS(SHEET, &q->keep);
    cells_run(&s, q, "diff");
    for (Size i = 0; i < changes->item.len; i++) {
        if (people) line_of(&s, &changes->item.item[i]);
        else row_of(&s, &changes->item.item[i]);
        cells_row(&s);
        q->doubts += changes->item.item[i].before.others || changes->item.item[i].after.others;
    }
    cells_end(&s);
}

int cli_diff(const Line *line)
{
    Question q;
    Published before = {0}, after = {0};
    AskChanges changes = {0};
    Error e = days_of(line, &before, &after);
    if (e.code) {
        error_print(&e);
        return e.code;
    }
    e = question_begin(line, CELLS_CHANGES, &q);
    q.filter.known = after.last;
    if (!day_known(q.filter.at_first)) q.filter.at_first = q.filter.at_last = after.last;
    if (!e.code) e = ask_diff(q.reg, &q.filter, before.last, q.hedges, &changes, &q.keep);
    if (e.code) return question_fail(&q, &e);
    if (q.look.format == FORMAT_ATOM) write_notices(&q, &changes);
    else write_changes(&q, &changes);
    Span day = day_bound(q.filter.at_first, q.filter.at_last, &q.keep);
    out_flush(&q.out);
    if (q.doubts && cells_for_people(q.look.format)) cli_note(line, "! other claims of that day give another number: inzet conflicts --explained");
    if (!changes.item.len)
        cli_note(line, "of what holds on %.*s nothing changed between what was known on %s and on %s", (int)day.len, day.at, line->names[0], line->names[1]);
    return question_end(&q, 0);
}
