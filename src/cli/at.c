/* `inzet at DATE` and `inzet list`. */
#include "cli/sheets.h"
#include "export/day.h"

static const GridColumn LEVEL_SHEET[] = {
    {"contributor", NULL, GRID_TEXT, 0, 0}, {"asset", NULL, GRID_TEXT, 0, 0}, {"asset_type", NULL, GRID_TEXT, 0, 0}, {"low", NULL, GRID_NUMBER, 0, 0},
    {"best", NULL, GRID_NUMBER, 0, 0}, {"high", NULL, GRID_NUMBER, 0, 0}, {"basis", NULL, GRID_TEXT, 0, 0}, {"stage", NULL, GRID_TEXT, 0, 0},
    {"certainty", NULL, GRID_TEXT, 0, 0}, {"planned", NULL, GRID_BOOL, 0, 0}, {"past", NULL, GRID_BOOL, 0, 0}, {"part", NULL, GRID_BOOL, 0, 0},
    {"mission", NULL, GRID_TEXT, 0, 0}, {"host", NULL, GRID_LIST, 0, 0}, {"places", NULL, GRID_LIST, 0, 0}, {"roles", NULL, GRID_LIST, 0, 0},
    {"evidence_day", NULL, GRID_DAY, 0, 0}, {"age", NULL, GRID_WHOLE, 0, 0}, {"claims", NULL, GRID_WHOLE, 0, 0},
    {"documents", NULL, GRID_WHOLE, 0, 0}, {"origins", NULL, GRID_WHOLE, 0, 0}, {"others", NULL, GRID_WHOLE, 0, 0}, {"claim", NULL, GRID_TEXT, 0, 0},
    {"number_claim", NULL, GRID_TEXT, 0, 0}, {"doc", NULL, GRID_TEXT, 0, 0}, {"evidence", NULL, GRID_TEXT, 0, 0},
};

static const GridColumn LEVEL_TABLE[] = {
    {"contributor", "WHO", GRID_TEXT, 2, 10}, {"what", "WHAT", GRID_TEXT, 8, 32}, {"how_many", "HOW MANY", GRID_TEXT, 7, 18},
    {"where", "WHERE", GRID_TEXT, 4, 28}, {"mission", "MISSION", GRID_TEXT, 4, 18}, {"stage", "STAGE", GRID_TEXT, 4, 12},
    {"certainty", "HOW SURE", GRID_TEXT, 18, 22}, {"origins", "SOURCES", GRID_WHOLE, 7, 7}, {"claim", "CLAIM", GRID_TEXT, 9, 9},
};

static const GridColumn CLAIM_SHEET[] = {
    {"id", NULL, GRID_TEXT, 0, 0}, {"doc", NULL, GRID_TEXT, 0, 0}, {"publisher", NULL, GRID_TEXT, 0, 0}, {"published", NULL, GRID_WHEN, 0, 0},
    {"contributor", NULL, GRID_TEXT, 0, 0}, {"asset", NULL, GRID_TEXT, 0, 0}, {"asset_type", NULL, GRID_TEXT, 0, 0},
    {"quantity_words", NULL, GRID_TEXT, 0, 0}, {"quantity_low", NULL, GRID_NUMBER, 0, 0}, {"quantity_high", NULL, GRID_NUMBER, 0, 0},
    {"hedge", NULL, GRID_TEXT, 0, 0}, {"basis", NULL, GRID_TEXT, 0, 0}, {"stage", NULL, GRID_TEXT, 0, 0}, {"realis", NULL, GRID_TEXT, 0, 0},
    {"act", NULL, GRID_TEXT, 0, 0}, {"mission", NULL, GRID_TEXT, 0, 0}, {"host", NULL, GRID_LIST, 0, 0}, {"places", NULL, GRID_LIST, 0, 0},
    {"roles", NULL, GRID_LIST, 0, 0}, {"start_earliest", NULL, GRID_DAY, 0, 0}, {"start_latest", NULL, GRID_DAY, 0, 0},
    {"end_earliest", NULL, GRID_DAY, 0, 0}, {"end_latest", NULL, GRID_DAY, 0, 0}, {"duration_iso", NULL, GRID_TEXT, 0, 0},
    {"score", NULL, GRID_NUMBER, 0, 0}, {"evidence", NULL, GRID_TEXT, 0, 0}, {"published_first", NULL, GRID_DAY, 0, 0},
    {"published_last", NULL, GRID_DAY, 0, 0}, {"address", NULL, GRID_ADDRESS, 0, 0}, {"sha256", NULL, GRID_TEXT, 0, 0},
};

static const GridColumn CLAIM_TABLE[] = {
    {"published", "PUBLISHED", GRID_TEXT, 10, 10}, {"contributor", "WHO", GRID_TEXT, 4, 10}, {"what", "WHAT", GRID_TEXT, 12, 28},
    {"how_many", "HOW MANY", GRID_TEXT, 9, 18}, {"where", "WHERE", GRID_TEXT, 12, 28}, {"mission", "MISSION", GRID_TEXT, 8, 18},
    {"stage", "STAGE", GRID_TEXT, 10, 22}, {"from", "FROM", GRID_TEXT, 10, 22}, {"until", "UNTIL", GRID_TEXT, 10, 22}, {"claim", "CLAIM", GRID_TEXT, 9, 9},
};

static void level_row(Cells *s, const AskLevel *l)
{
    const AskClaim *c = &l->claim;
    cells_put(s, c->contributor);
    cells_put(s, c->asset);
    cells_put(s, c->asset_type);
    cells_number(s, l->low);
    cells_number(s, l->best);
    cells_number(s, l->high);
    cells_put(s, l->number.id.len ? l->number.basis : c->basis);
    cells_put(s, c->stage);
    cells_name(s, certainty_name(l->certainty));
    cells_bool(s, l->planned);
    cells_bool(s, l->past);
    cells_bool(s, l->part);
    cells_put(s, c->mission);
    cells_lists(s, c);
    cells_put(s, day_text(l->evidence, s->keep));
    cells_days(s, l->age < 0 ? INT32_MIN : l->age);
    cells_number(s, l->claims);
    cells_number(s, l->documents);
    cells_number(s, l->origins);
    cells_number(s, l->others);
    cells_put(s, c->id);
    cells_put(s, l->number.id);
    cells_put(s, c->name);
    cells_put(s, c->quote);
}

static void level_line(Cells *s, const AskLevel *l)
{
    const AskClaim *c = &l->claim;
    cells_put(s, c->contributor);
    cells_put(s, l->part ? arena_print(s->keep, "  %.*s", (int)question_what(c, s->keep).len, question_what(c, s->keep).at) : question_what(c, s->keep));
    cells_put(s, cells_how_many(l, s->keep));
    cells_put(s, question_where(c, s->keep));
    cells_put(s, c->mission);
    cells_put(s, c->stage);
    cells_put(s, cells_how_sure(l, s->keep));
    cells_put(s, cells_sources(l->origins, l->documents, s->keep));
    cells_put(s, cells_short(c->id));
    cells_note(s, c->quote);
}

Error sheet_levels(Question *q)
{
    AskLevels levels = {0};
    bool people = cells_for_people(q->look.format);
    Error e = ask_at(q->reg, &q->filter, q->hedges, &levels, &q->keep);
    if (e.code) return e;
    Cells s = people ? CELLS(LEVEL_TABLE, &q->keep) : CELLS(LEVEL_SHEET, &q->keep);
    cells_run(&s, q, "levels");
    for (Size i = 0; i < levels.item.len; i++) {
        if (people) level_line(&s, &levels.item.item[i]);
        else level_row(&s, &levels.item.item[i]);
        cells_row(&s);
        q->doubts += levels.item.item[i].others > 0;
    }
    cells_end(&s);
    q->undated = levels.undated;
    return e;
}

int cli_at(const Line *line)
{
    Question q;
    Published day;
    Error e = line->count == 1 ? cli_day("at", line->names[0], &day) : error_make(ERROR_USAGE, "name one day: inzet at 2018-05-11");
    if (e.code) {
        error_print(&e);
        return e.code;
    }
    e = question_begin(line, CELLS_PLACES, &q);
    q.filter.at_first = day.first;
    q.filter.at_last = day.last;
    if (!e.code) e = line->value[OPTION_SUM] ? sheet_sums(&q) : sheet_levels(&q);
    if (e.code) return question_fail(&q, &e);
    out_flush(&q.out);
    if (q.doubts && cells_for_people(q.look.format)) cli_note(line, "! other claims of that day give another number: inzet list --at %s", line->names[0]);
    if (q.undated) cli_note(line, "%lld document%s without a date took no part, because --known was asked", (long long)q.undated, q.undated == 1 ? "" : "s");
    return question_done(&q, arena_print(&q.keep, "nothing in the register holds on %s", line->names[0]).at);
}

static void claim_row(Cells *s, const AskClaim *c)
{
    cells_put(s, c->id);
    cells_put(s, c->name);
    cells_put(s, c->publisher);
    cells_put(s, question_published(c, s->keep));
    cells_put(s, c->contributor);
    cells_put(s, c->asset);
    cells_put(s, c->asset_type);
    cells_put(s, c->quantity_words);
    cells_number(s, c->quantity_low);
    cells_number(s, c->quantity_high);
    cells_put(s, c->hedge);
    cells_put(s, c->basis);
    cells_put(s, c->stage);
    cells_put(s, c->realis);
    cells_put(s, c->act);
    cells_put(s, c->mission);
    cells_lists(s, c);
    cells_put(s, day_text(c->start_earliest, s->keep));
    cells_put(s, day_text(c->start_latest, s->keep));
    cells_put(s, day_text(c->end_earliest, s->keep));
    cells_put(s, day_text(c->end_latest, s->keep));
    cells_put(s, c->duration);
    cells_number(s, c->score);
    cells_put(s, c->quote);
    cells_day(s, c->published_first);
    cells_day(s, c->published_last);
    cells_put(s, c->address);
    cells_put(s, c->sha256);
}

static void claim_line(Cells *s, const AskClaim *c)
{
    cells_put(s, question_published(c, s->keep));
    cells_put(s, c->contributor);
    cells_put(s, question_what(c, s->keep));
    cells_put(s, question_how_many(c, s->keep));
    cells_put(s, question_where(c, s->keep));
    cells_put(s, c->mission);
    cells_put(s, c->stage);
    cells_put(s, day_bound(c->start_earliest, c->start_latest, s->keep));
    cells_put(s, day_known(c->end_earliest) || day_known(c->end_latest) ? day_bound(c->end_earliest, c->end_latest, s->keep) : c->duration);
    cells_put(s, cells_short(c->id));
    cells_note(s, c->quote);
}

/* Whether the claim's own words allow the days asked: from its start, or else the day of the text, to its end, or else open. */
static bool can_hold(const AskClaim *c, const AskFilter *f)
{
    Day from = day_known(c->start_earliest) ? c->start_earliest : c->published_first;
    if (!day_known(f->at_first)) return true;
    return (!day_known(from) || from.n <= f->at_last.n) && (!day_known(c->end_latest) || c->end_latest.n >= f->at_first.n);
}

typedef struct {
    Cells cells;
    const AskFilter *filter;
    bool people;
} List;

static bool list_claim(void *state, const AskClaim *c)
{
    List *l = state;
    if (!can_hold(c, l->filter)) return true;
    if (l->people) claim_line(&l->cells, c);
    else claim_row(&l->cells, c);
    cells_row(&l->cells);
    return true;
}

Error sheet_claims(Question *q)
{
    bool people = cells_for_people(q->look.format);
    List l = {people ? CELLS(CLAIM_TABLE, &q->keep) : CELLS(CLAIM_SHEET, &q->keep), &q->filter, people};
    cells_run(&l.cells, q, "claims");
    Error e = ask_each(q->reg, &q->filter, q->hedges, list_claim, &l, &q->keep);
    cells_end(&l.cells);
    return e;
}

int cli_list(const Line *line)
{
    Question q;
    Error e = question_begin(line, CELLS_PLACES, &q);
    if (!e.code) e = sheet_claims(&q);
    if (e.code) return question_fail(&q, &e);
    return question_done(&q, "no claim in the register fits");
}
