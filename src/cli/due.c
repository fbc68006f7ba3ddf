/* `inzet due`: what ends soon with no extension known. */
#include "cli/cells.h"
#include "export/day.h"

enum { WITHIN = 90, WITHIN_MOST = 36525 };

static const GridColumn SHEET[] = {
    {"days", NULL, GRID_NUMBER, 0, 0}, {"end_earliest", NULL, GRID_TEXT, 0, 0}, {"end_latest", NULL, GRID_TEXT, 0, 0}, {"mandate", NULL, GRID_TEXT, 0, 0},
    {"contributor", NULL, GRID_TEXT, 0, 0}, {"asset", NULL, GRID_TEXT, 0, 0}, {"asset_type", NULL, GRID_TEXT, 0, 0},
    {"quantity_words", NULL, GRID_TEXT, 0, 0}, {"low", NULL, GRID_NUMBER, 0, 0}, {"high", NULL, GRID_NUMBER, 0, 0}, {"hedge", NULL, GRID_TEXT, 0, 0},
    {"basis", NULL, GRID_TEXT, 0, 0}, {"stage", NULL, GRID_TEXT, 0, 0}, {"mission", NULL, GRID_TEXT, 0, 0}, {"host", NULL, GRID_LIST, 0, 0},
    {"places", NULL, GRID_LIST, 0, 0}, {"roles", NULL, GRID_LIST, 0, 0}, {"publisher", NULL, GRID_TEXT, 0, 0}, {"published", NULL, GRID_TEXT, 0, 0},
    {"claim", NULL, GRID_TEXT, 0, 0}, {"doc", NULL, GRID_TEXT, 0, 0}, {"evidence", NULL, GRID_TEXT, 0, 0},
};

static const GridColumn TABLE[] = {
    {"days", "DAYS", GRID_NUMBER, 4, 6}, {"end", "ENDS", GRID_TEXT, 10, 22}, {"contributor", "WHO", GRID_TEXT, 3, 10}, {"what", "WHAT", GRID_TEXT, 8, 26},
    {"how_many", "HOW MANY", GRID_TEXT, 8, 16}, {"where", "WHERE", GRID_TEXT, 8, 22}, {"mission", "MISSION", GRID_TEXT, 7, 16}, {"stage", "STAGE", GRID_TEXT, 7, 10},
    {"published", "PUBLISHED", GRID_TEXT, 10, 10}, {"claim", "CLAIM", GRID_TEXT, 9, 9},
};

static void row_of(Cells *s, const AskDue *d)
{
    const AskClaim *c = &d->claim;
    cells_number(s, d->days);
    cells_day(s, d->earliest);
    cells_day(s, d->latest);
    cells_bool(s, d->mandate);
    cells_put(s, c->contributor);
    cells_put(s, c->asset);
    cells_put(s, c->asset_type);
    cells_put(s, c->quantity_words);
    cells_days(s, INT32_MIN);
    cells_days(s, INT32_MIN);
    /* A mandate has no number; an interval of zeros would say that it has one. */
    if (!d->mandate) {
        s->g.cell.item[s->g.cell.len - 2] = question_number(c->interval.low, s->keep);
        s->g.cell.item[s->g.cell.len - 1] = question_number(c->interval.high, s->keep);
    }
    cells_put(s, c->hedge);
    cells_put(s, c->basis);
    cells_put(s, c->stage);
    cells_put(s, c->mission);
    cells_lists(s, c);
    cells_put(s, c->publisher);
    cells_put(s, question_published(c, s->keep));
    cells_put(s, c->id);
    cells_put(s, c->name);
    cells_put(s, c->quote);
}

static void line_of(Cells *s, const AskDue *d)
{
    const AskClaim *c = &d->claim;
    cells_number(s, d->days);
    cells_put(s, day_bound(d->earliest, d->latest, s->keep));
    cells_put(s, c->contributor);
    cells_put(s, d->mandate ? span_is(c->act, "ends") ? SPAN("the mission") : SPAN("its mandate") : question_what(c, s->keep));
    cells_put(s, d->mandate ? (Span){NULL, 0} : question_how_many(c, s->keep));
    cells_put(s, question_where(c, s->keep));
    cells_put(s, c->mission);
    cells_put(s, c->stage);
    cells_put(s, question_published(c, s->keep));
    cells_put(s, cells_short(c->id));
    cells_note(s, c->quote);
}

/* "90d", "12w", "6m", "1y"; a bare number counts days. */
static Error within_of(const char *text, Day from, int32_t *days)
{
    int32_t n = 0;
    const char *p = text;
    for (; *p >= '0' && *p <= '9' && n < WITHIN_MOST; p++) n = n * 10 + (*p - '0');
    char unit = *p ? *p++ : 'd';
    if (unit == 'w') n *= 7;
    bool months = unit == 'm' || unit == 'y';
    bool wrong = p == text || text[0] < '0' || text[0] > '9' || *p || !(unit == 'd' || unit == 'w' || months);
    if (months && n < WITHIN_MOST / 30) n = day_add_months(from, unit == 'y' && n < WITHIN_MOST / 360 ? 12 * n : n).n - from.n;
    if (wrong || n > WITHIN_MOST) return error_make(ERROR_USAGE, "--within `%.40s` is no length of time; write 90d, 12w, 6m or 1y, a hundred years at most", text);
    *days = n;
    return NO_ERROR;
}

int cli_due(const Line *line)
{
    Question q;
    AskDues dues = {0};
    int32_t within = WITHIN;
    Error e = question_begin(line, CELLS_FORMATS, &q);
    if (!e.code && !day_known(q.filter.at_first)) q.filter.at_first = q.filter.at_last = question_today();
    if (!e.code && line->value[OPTION_WITHIN]) e = within_of(line->value[OPTION_WITHIN], q.filter.at_first, &within);
    if (!e.code) e = ask_due(q.reg, &q.filter, within, q.hedges, &dues, &q.keep);
    if (e.code) return question_fail(&q, &e);
    bool people = cells_for_people(q.look.format);
    Cells s = people ? CELLS(TABLE, &q.keep) : CELLS(SHEET, &q.keep);
    for (Size i = 0; i < dues.item.len; i++) {
        if (people) line_of(&s, &dues.item.item[i]);
        else row_of(&s, &dues.item.item[i]);
    }
    grid_write(&s.g, q.look, false, &q.out);
    char from[12], to[12];
    if (!dues.item.len)
        cli_note(line, "nothing is known to end from %s to %s", day_print(q.filter.at_first, from), day_print(day_add(q.filter.at_last, within), to));
    return question_end(&q, dues.item.len ? 0 : ERROR_NO);
}
