/* `inzet history` and `inzet gaps`: what a contribution was, stretch by stretch, and who held a slot in turn. */
#include "cli/sheets.h"
#include "export/day.h"

#define STEP_COLUMNS \
    {"contributor", NULL, GRID_TEXT, 0, 0}, {"asset", NULL, GRID_TEXT, 0, 0}, {"asset_type", NULL, GRID_TEXT, 0, 0}, {"low", NULL, GRID_NUMBER, 0, 0}, \
    {"best", NULL, GRID_NUMBER, 0, 0}, {"high", NULL, GRID_NUMBER, 0, 0}, {"basis", NULL, GRID_TEXT, 0, 0}, {"stage", NULL, GRID_TEXT, 0, 0}, \
    {"planned", NULL, GRID_BOOL, 0, 0}, {"past", NULL, GRID_BOOL, 0, 0}, {"mission", NULL, GRID_TEXT, 0, 0}, {"host", NULL, GRID_LIST, 0, 0}, \
    {"places", NULL, GRID_LIST, 0, 0}, {"roles", NULL, GRID_LIST, 0, 0}, {"from", NULL, GRID_DAY, 0, 0}, {"sure", NULL, GRID_DAY, 0, 0}, \
    {"until", NULL, GRID_DAY, 0, 0}, {"claims", NULL, GRID_WHOLE, 0, 0}, {"documents", NULL, GRID_WHOLE, 0, 0}, {"origins", NULL, GRID_WHOLE, 0, 0}, \
    {"claim", NULL, GRID_TEXT, 0, 0}, {"number_claim", NULL, GRID_TEXT, 0, 0}, \
    {"doc", NULL, GRID_TEXT, 0, 0}, {"evidence", NULL, GRID_TEXT, 0, 0}

static const GridColumn HISTORY_SHEET[] = {STEP_COLUMNS};
static const GridColumn GAPS_SHEET[] = {{"slot", NULL, GRID_WHOLE, 0, 0}, {"gap", NULL, GRID_WHOLE, 0, 0}, {"relieves", NULL, GRID_TEXT, 0, 0}, STEP_COLUMNS};

static const GridColumn HISTORY_TABLE[] = {
    {"contributor", "WHO", GRID_TEXT, 3, 10}, {"what", "WHAT", GRID_TEXT, 10, 26}, {"where", "WHERE", GRID_TEXT, 8, 22}, {"mission", "MISSION", GRID_TEXT, 7, 16},
    {"from", "FROM", GRID_TEXT, 10, 10}, {"until", "UNTIL", GRID_TEXT, 10, 10}, {"how_many", "HOW MANY", GRID_TEXT, 8, 16},
    {"sure", "HOW SURE", GRID_TEXT, 20, 20}, {"origins", "SOURCES", GRID_WHOLE, 7, 8}, {"claim", "CLAIM", GRID_TEXT, 9, 9},
};

static const GridColumn GAPS_TABLE[] = {
    {"slot", "SLOT", GRID_WHOLE, 4, 4}, {"mission", "MISSION", GRID_TEXT, 7, 16}, {"what", "WHAT", GRID_TEXT, 10, 24}, {"where", "WHERE", GRID_TEXT, 8, 20},
    {"contributor", "WHO", GRID_TEXT, 3, 10}, {"from", "FROM", GRID_TEXT, 10, 10}, {"until", "UNTIL", GRID_TEXT, 10, 10},
    {"how_many", "HOW MANY", GRID_TEXT, 8, 16}, {"sure", "HOW SURE", GRID_TEXT, 20, 20}, {"before", "BEFORE IT", GRID_TEXT, 12, 16},
    {"origins", "SOURCES", GRID_WHOLE, 7, 8}, {"claim", "CLAIM", GRID_TEXT, 9, 9},
};

static void step_row(Cells *s, const AskStep *t)
{
    const AskClaim *c = &t->claim;
    cells_put(s, c->contributor);
    cells_put(s, c->asset);
    cells_put(s, c->asset_type);
    cells_number(s, t->low);
    cells_number(s, t->best);
    cells_number(s, t->high);
    cells_put(s, t->number.id.len ? t->number.basis : c->basis);
    cells_put(s, c->stage);
    cells_bool(s, t->planned);
    cells_bool(s, t->past);
    cells_put(s, c->mission);
    cells_lists(s, c);
    cells_day(s, t->from);
    cells_day(s, t->sure);
    cells_day(s, t->until);
    cells_number(s, t->claims);
    cells_number(s, t->documents);
    cells_number(s, t->origins);
    cells_put(s, c->id);
    cells_put(s, t->number.id);
    cells_put(s, c->name);
    cells_put(s, c->quote);
}

/* "last must 2018-05-04": the last day that the claims' own bounds cover; around it the number is carried. */
static Span sure_of(const AskStep *t, Arena *keep)
{
    char day[12];
    if (t->planned) return t->undated ? SPAN("planned, undated") : SPAN("planned");
    if (t->past) return SPAN("past");
    if (!day_known(t->sure)) return t->undated ? SPAN("may, undated") : SPAN("may");
    return arena_print(keep, "last must %s", day_print(t->sure, day));
}

static void days_of(Cells *s, const AskStep *t)
{
    if (day_known(t->from)) cells_day(s, t->from);
    else cells_name(s, "not known");
    if (day_known(t->until)) cells_day(s, t->until);
    else cells_name(s, "not known");
}

static Span many_of(const AskStep *t, Arena *keep)
{
    return t->number.id.len ? question_how_many(&t->number, keep) : (Span){NULL, 0};
}

static void history_line(Cells *s, const AskStep *t)
{
    const AskClaim *c = &t->claim;
    cells_put(s, c->contributor);
    cells_put(s, question_what(c, s->keep));
    cells_put(s, question_where(c, s->keep));
    cells_put(s, c->mission);
    days_of(s, t);
    cells_put(s, many_of(t, s->keep));
    cells_put(s, sure_of(t, s->keep));
    cells_put(s, cells_sources(t->origins, t->documents, s->keep));
    cells_put(s, cells_short(c->id));
    cells_note(s, c->quote);
}

/* For a day asked, the stretches that hold it. */
static AskFilter only_day(const AskFilter *filter)
{
    AskFilter f = *filter;
    if (!day_known(f.at_first)) return f;
    f.since = f.at_first;
    f.until = f.at_last;
    return f;
}

Error sheet_lines(Question *q)
{
    AskHistory history = {0};
    AskFilter filter = only_day(&q->filter);
    Error e = ask_history(q->reg, &filter, q->hedges, &history, &q->keep);
    if (e.code) return e;
    bool people = cells_for_people(q->look.format);
    Cells s = people ? CELLS(HISTORY_TABLE, &q->keep) : CELLS(HISTORY_SHEET, &q->keep);
    cells_run(&s, q, "lines");
    for (Size i = 0; i < history.item.len; i++) {
        if (people) history_line(&s, &history.item.item[i]);
        else step_row(&s, &history.item.item[i]);
        cells_row(&s);
    }
    cells_end(&s);
    return e;
}

int cli_history(const Line *line)
{
    Question q;
    Error e = question_begin(line, CELLS_PLACES, &q);
    if (!e.code) e = sheet_lines(&q);
    if (e.code) return question_fail(&q, &e);
    return question_done(&q, "no contribution in the register fits");
}

static Span before_of(const AskHolder *h, Arena *keep)
{
    if (h->gap == INT32_MIN) return h->relieves ? SPAN("takes over") : (Span){NULL, 0};
    if (h->gap == 0) return SPAN("no gap");
    int days = h->gap < 0 ? -h->gap : h->gap;
    return arena_print(keep, "%s %d day%s", h->gap < 0 ? "overlap" : "gap", days, days == 1 ? "" : "s");
}

static void gaps_line(Cells *s, const AskHolder *h)
{
    const AskStep *t = &h->holder;
    cells_number(s, h->slot);
    cells_put(s, t->claim.mission);
    cells_put(s, question_what(&t->claim, s->keep));
    cells_put(s, question_where(&t->claim, s->keep));
    cells_put(s, t->claim.contributor);
    days_of(s, t);
    cells_put(s, many_of(t, s->keep));
    cells_put(s, sure_of(t, s->keep));
    cells_put(s, before_of(h, s->keep));
    cells_put(s, cells_sources(t->origins, t->documents, s->keep));
    cells_put(s, cells_short(t->claim.id));
    cells_note(s, t->claim.quote);
}

static void gaps_row(Cells *s, const AskHolder *h)
{
    cells_number(s, h->slot);
    cells_days(s, h->gap);
    cells_bool(s, h->relieves);
    step_row(s, &h->holder);
}

int cli_gaps(const Line *line)
{
    Question q;
    AskSlots slots = {0};
    Error e = question_begin(line, CELLS_PLACES, &q);
    AskFilter filter = only_day(&q.filter);
    if (!e.code) e = ask_gaps(q.reg, &filter, q.hedges, &slots, &q.keep);
    if (e.code) return question_fail(&q, &e);
    bool people = cells_for_people(q.look.format);
    Cells s = people ? CELLS(GAPS_TABLE, &q.keep) : CELLS(GAPS_SHEET, &q.keep);
    cells_run(&s, &q, "gaps");
    for (Size i = 0; i < slots.item.len; i++) {
        if (people) gaps_line(&s, &slots.item.item[i]);
        else gaps_row(&s, &slots.item.item[i]);
        cells_row(&s);
    }
    cells_end(&s);
    return question_done(&q, "nothing in the register went from one contributor to another");
}
