/* `inzet missions`, `inzet sources`, `inzet stats`: what the register holds. */
#include "cli/sheets.h"

static const GridColumn MISSIONS[] = {
    {"mission", "MISSION", GRID_TEXT, 8, 24}, {"claims", "CLAIMS", GRID_WHOLE, 6, 10}, {"documents", "TEXTS", GRID_WHOLE, 5, 10},
    {"contributors", "CONTRIBUTORS", GRID_WHOLE, 5, 12}, {"mission_claims", "OF ITSELF", GRID_WHOLE, 5, 10}, {"first", "FIRST", GRID_DAY, 10, 10},
    {"last", "LAST", GRID_DAY, 10, 10},
};
static const GridColumn SOURCES[] = {
    {"publisher", "PUBLISHER", GRID_TEXT, 10, 40}, {"country", "COUNTRY", GRID_TEXT, 7, 7}, {"documents", "TEXTS", GRID_WHOLE, 5, 10},
    {"claims", "CLAIMS", GRID_WHOLE, 6, 10}, {"undated", "UNDATED", GRID_WHOLE, 7, 10}, {"copies", "COPIES", GRID_WHOLE, 6, 10},
    {"agency", "BY AGENCY", GRID_WHOLE, 9, 10}, {"first", "FIRST", GRID_DAY, 10, 10}, {"last", "LAST", GRID_DAY, 10, 10},
};
static const GridColumn STATS[] = {
    {"documents", NULL, GRID_WHOLE, 0, 0}, {"readings", NULL, GRID_WHOLE, 0, 0}, {"claims", NULL, GRID_WHOLE, 0, 0}, {"open_claims", NULL, GRID_WHOLE, 0, 0},
    {"mission_claims", NULL, GRID_WHOLE, 0, 0}, {"corrections", NULL, GRID_WHOLE, 0, 0}, {"lines", NULL, GRID_WHOLE, 0, 0},
    {"verdicts", NULL, GRID_WHOLE, 0, 0}, {"pending", NULL, GRID_WHOLE, 0, 0}, {"bytes", NULL, GRID_WHOLE, 0, 0}, {"first", NULL, GRID_DAY, 0, 0},
    {"last", NULL, GRID_DAY, 0, 0}, {"program", NULL, GRID_TEXT, 0, 0}, {"rules", NULL, GRID_TEXT, 0, 0}, {"register", NULL, GRID_TEXT, 0, 0},
};
static const GridColumn STATS_TABLE[] = {{"what", "WHAT", GRID_TEXT, 12, 44}, {"value", "VALUE", GRID_TEXT, 8, 0}};

/* What each of STATS is, for people. */
static const char *const STATS_WORDS[] = {
    "texts", "readings of them", "claims ever read", "claims that stand", "claims about missions themselves", "corrections", "contributions through time",
    "comparisons of claims", "claims since the last rebuild", "bytes of the file", "first day of publication", "last day of publication", "read last by inzet",
    "with the rules", "register",
};
_Static_assert(sizeof STATS_WORDS / sizeof *STATS_WORDS == sizeof STATS / sizeof *STATS, "a word for each column");

Error sheet_missions(Question *q)
{
    AskMissions missions = {0};
    Error e = ask_missions(q->reg, &missions, &q->keep);
    if (e.code) return e;
    bool people = cells_for_people(q->look.format);
    Cells s = CELLS(MISSIONS, &q->keep);
    cells_run(&s, q, "missions");
    for (Size i = 0; i < missions.item.len; i++) {
        const AskMission *m = &missions.item.item[i];
        cells_put(&s, m->mission.len || !people ? m->mission : SPAN("(not known)"));
        cells_number(&s, (double)m->claims);
        cells_number(&s, (double)m->documents);
        cells_number(&s, (double)m->contributors);
        cells_number(&s, (double)m->mission_claims);
        cells_day(&s, m->first);
        cells_day(&s, m->last);
        cells_row(&s);
    }
    cells_end(&s);
    return e;
}

Error sheet_sources(Question *q)
{
    AskSources sources = {0};
    Error e = ask_sources(q->reg, &sources, &q->keep);
    if (e.code) return e;
    bool people = cells_for_people(q->look.format);
    Cells s = CELLS(SOURCES, &q->keep);
    cells_run(&s, q, "sources");
    for (Size i = 0; i < sources.item.len; i++) {
        const AskSource *x = &sources.item.item[i];
        cells_put(&s, x->publisher.len || !people ? x->publisher : SPAN("(not known)"));
        cells_put(&s, x->country);
        cells_number(&s, (double)x->documents);
        cells_number(&s, (double)x->claims);
        cells_number(&s, (double)x->undated);
        cells_number(&s, (double)x->copies);
        cells_number(&s, (double)x->agency);
        cells_day(&s, x->first);
        cells_day(&s, x->last);
        cells_row(&s);
    }
    cells_end(&s);
    return e;
}

static void stats_row(Cells *s, const AskStats *a, const char *path)
{
    const int64_t number[] = {a->documents, a->readings, a->claims, a->open_claims, a->mission_claims, a->corrections, a->lines, a->verdicts, a->pending, a->bytes};
    for (size_t i = 0; i < sizeof number / sizeof *number; i++) cells_number(s, (double)number[i]);
    cells_day(s, a->first);
    cells_day(s, a->last);
    cells_put(s, a->program);
    cells_put(s, a->rules);
    cells_name(s, path);
}

static Error sheet_stats(Question *q)
{
    AskStats a = {0};
    Error e = ask_stats(q->reg, &a, &q->keep);
    if (e.code) return e;
    Cells s = CELLS(STATS, &q->keep), rows = CELLS(STATS_TABLE, &q->keep);
    bool people = cells_for_people(q->look.format);
    stats_row(&s, &a, q->path);
    for (int i = 0; i < s.g.columns && people; i++) {
        cells_name(&rows, STATS_WORDS[i]);
        cells_put(&rows, s.g.cell.item[i]);
    }
    Cells *shown = people ? &rows : &s;
    cells_run(shown, q, "stats");
    cells_end(shown);
    return e;
}

static int holding(const Line *line, Error (*sheet)(Question *q), const char *none)
{
    Question q;
    Error e = question_begin(line, CELLS_FORMATS, &q);
    if (!e.code) e = sheet(&q);
    if (e.code) return question_fail(&q, &e);
    return question_done(&q, none);
}

int cli_missions(const Line *line)
{
    return holding(line, sheet_missions, "the register holds no claims yet");
}

int cli_sources(const Line *line)
{
    return holding(line, sheet_sources, "the register holds no texts yet");
}

int cli_stats(const Line *line)
{
    return holding(line, sheet_stats, "");
}
