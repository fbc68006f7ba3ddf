/* `inzet due`: what ends soon with no extension known. */
#include "cli/sheets.h"
#include "export/day.h"

enum { WITHIN = 90, WITHIN_MOST = 36525 };

static const GridColumn SHEET[] = {
    {"days", NULL, GRID_WHOLE, 0, 0}, {"end_earliest", NULL, GRID_DAY, 0, 0}, {"end_latest", NULL, GRID_DAY, 0, 0}, {"mandate", NULL, GRID_BOOL, 0, 0},
    {"contributor", NULL, GRID_TEXT, 0, 0}, {"asset", NULL, GRID_TEXT, 0, 0}, {"asset_type", NULL, GRID_TEXT, 0, 0},
    {"quantity_words", NULL, GRID_TEXT, 0, 0}, {"low", NULL, GRID_NUMBER, 0, 0}, {"high", NULL, GRID_NUMBER, 0, 0}, {"hedge", NULL, GRID_TEXT, 0, 0},
    {"basis", NULL, GRID_TEXT, 0, 0}, {"stage", NULL, GRID_TEXT, 0, 0}, {"mission", NULL, GRID_TEXT, 0, 0}, {"host", NULL, GRID_LIST, 0, 0},
    {"places", NULL, GRID_LIST, 0, 0}, {"roles", NULL, GRID_LIST, 0, 0}, {"publisher", NULL, GRID_TEXT, 0, 0}, {"published", NULL, GRID_WHEN, 0, 0},
    {"documents", NULL, GRID_WHOLE, 0, 0}, {"origins", NULL, GRID_WHOLE, 0, 0}, {"claim", NULL, GRID_TEXT, 0, 0}, {"doc", NULL, GRID_TEXT, 0, 0}, {"evidence", NULL, GRID_TEXT, 0, 0},
};

static const GridColumn TABLE[] = {
    {"days", "DAYS", GRID_WHOLE, 4, 6}, {"end", "ENDS", GRID_TEXT, 10, 22}, {"contributor", "WHO", GRID_TEXT, 3, 10}, {"what", "WHAT", GRID_TEXT, 8, 26},
    {"how_many", "HOW MANY", GRID_TEXT, 8, 16}, {"where", "WHERE", GRID_TEXT, 8, 22}, {"mission", "MISSION", GRID_TEXT, 7, 16}, {"stage", "STAGE", GRID_TEXT, 7, 10},
    {"published", "PUBLISHED", GRID_TEXT, 10, 10}, {"origins", "SOURCES", GRID_WHOLE, 7, 7}, {"claim", "CLAIM", GRID_TEXT, 9, 9},
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
    cells_number(s, d->documents);
    cells_number(s, d->origins);
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
    cells_put(s, cells_sources(d->origins, d->documents, s->keep));
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

/* "2018-12-31", "some day from 2018-12-21 to 2018-12-31", "2018-12-31 at the latest". */
static Span end_in_words(const AskDue *d, Arena *keep)
{
    char first[12], last[12];
    day_print(d->latest, last);
    if (!day_known(d->earliest)) return arena_print(keep, "%s at the latest", last);
    if (d->earliest.n == d->latest.n) return arena_print(keep, "%s", last);
    return arena_print(keep, "some day from %s to %s", day_print(d->earliest, first), last);
}

static Span words_of(const AskDue *d, Arena *keep)
{
    const AskClaim *c = &d->claim;
    Span end = end_in_words(d, keep), many = question_how_many(c, keep), what = question_what(c, keep), where = question_where(c, keep);
    if (d->mandate) return arena_print(keep, "Ends on %.*s. No extension is known.", (int)end.len, end.at);
    Out o = out_to_memory();
    out_print(&o, "Ends on %.*s. No extension is known. %.*s, %.*s", (int)end.len, end.at, (int)c->contributor.len, c->contributor.at, (int)what.len, what.at);
    if (many.len) out_print(&o, ", %.*s", (int)many.len, many.at);
    if (c->basis.len) out_print(&o, " (%.*s)", (int)c->basis.len, c->basis.at);
    if (where.len) out_print(&o, ", in %.*s", (int)where.len, where.at);
    out_print(&o, ", stage %.*s.", (int)c->stage.len, c->stage.at);
    Span text = arena_copy(keep, out_written(&o));
    out_close(&o);
    return text;
}

/* What ends, by its own words: the same in a newer text that says the same. */
static Span id_of(const AskDue *d, Arena *keep)
{
    const AskClaim *c = &d->claim;
    const Span part[] = {c->contributor, c->mission, c->asset, c->asset_type, c->hosts, c->places, c->roles};
    char day[12];
    Out o = out_to_memory();
    out_print(&o, "%s %s", d->mandate ? "mandate" : "due", day_print(d->latest, day));
    for (size_t i = 0; i < sizeof part / sizeof *part; i++) {
        out_char(&o, '\t');
        out_span(&o, part[i]);
    }
    Span text = arena_copy(keep, out_written(&o));
    out_close(&o);
    return text;
}

static Notice notice_of(const AskDue *d, Arena *keep)
{
    const AskClaim *c = &d->claim;
    Span what = d->mandate ? span_is(c->act, "ends") ? SPAN("the mission") : SPAN("its mandate") : question_what(c, keep), end = end_in_words(d, keep);
    Span who = d->mandate ? c->mission : c->contributor;
    Notice n = {.id = id_of(d, keep), .words = words_of(d, keep), .quote = c->quote, .source = question_source(c, keep), .address = c->address,
                .place = question_where(c, keep), .category = c->mission, .updated = c->published_last, .earliest = d->earliest, .latest = d->latest};
    bool named = c->mission.len && !d->mandate;
    n.title = arena_print(keep, "%.*s, %.*s%s%.*s%s: ends on %.*s", (int)who.len, who.at, (int)what.len, what.at, named ? " (" : "",
                          named ? (int)c->mission.len : 0, named ? c->mission.at : "", named ? ")" : "", (int)end.len, end.at);
    return n;
}

static void write_notices(Question *q, const AskDues *dues)
{
    Notices all = {0};
    Span key = arena_print(&q->keep, "due\t%.*s\t%.*s\t%.*s", (int)q->filter.contributor.len, q->filter.contributor.at ? q->filter.contributor.at : "",
                           (int)q->filter.mission.len, q->filter.mission.at ? q->filter.mission.at : "", (int)q->filter.host.len, q->filter.host.at ? q->filter.host.at : "");
    for (Size i = 0; i < dues->item.len; i++) *ARRAY_PUSH(&all, &q->keep) = notice_of(&dues->item.item[i], &q->keep);
    question_notices(q, &all, SPAN("Contributions and mandates that end, with no extension known"), key);
}

static Error within(const Question *q, int32_t *days)
{
    *days = WITHIN;
    return q->line->value[OPTION_WITHIN] ? within_of(q->line->value[OPTION_WITHIN], q->filter.at_first, days) : NO_ERROR;
}

Error sheet_due(Question *q)
{
    AskDues dues = {0};
    int32_t days = 0;
    Error e = within(q, &days);
    if (!e.code) e = ask_due(q->reg, &q->filter, days, q->hedges, &dues, &q->keep);
    if (e.code) return e;
    q->rows = dues.item.len;
    q->undated = dues.undated;
    if (q->look.format == FORMAT_ICS || q->look.format == FORMAT_ATOM) {
        write_notices(q, &dues);
        return e;
    }
    bool people = cells_for_people(q->look.format);
    Cells s = people ? CELLS(TABLE, &q->keep) : CELLS(SHEET, &q->keep);
    cells_run(&s, q, "due");
    for (Size i = 0; i < dues.item.len; i++) {
        if (people) line_of(&s, &dues.item.item[i]);
        else row_of(&s, &dues.item.item[i]);
        cells_row(&s);
    }
    cells_end(&s);
    return e;
}

int cli_due(const Line *line)
{
    Question q;
    int32_t days = 0;
    char from[12], to[12];
    Error e = question_begin(line, CELLS_ENDS, &q);
    if (!e.code && !day_known(q.filter.at_first)) q.filter.at_first = q.filter.at_last = question_today();
    if (!e.code) e = sheet_due(&q);
    if (!e.code) e = within(&q, &days);
    if (e.code) return question_fail(&q, &e);
    day_print(q.filter.at_first, from);
    day_print(day_add(q.filter.at_last, days), to);
    out_flush(&q.out);
    if (q.undated) cli_note(line, "%lld end%s said on no known day, because the text has no date", (long long)q.undated, q.undated == 1 ? " is" : "s are");
    return question_done(&q, arena_print(&q.keep, "nothing is known to end from %s to %s", from, to).at);
}
