/* `inzet conflicts`: claims of one contribution that do not say the same, and what explains it. */
#include "cli/sheets.h"
#include "export/day.h"

#define SIDE(name) \
    {name "_claim", NULL, GRID_TEXT, 0, 0}, {name "_doc", NULL, GRID_TEXT, 0, 0}, {name "_publisher", NULL, GRID_TEXT, 0, 0}, \
    {name "_published", NULL, GRID_WHEN, 0, 0}, {name "_quantity_words", NULL, GRID_TEXT, 0, 0}, {name "_low", NULL, GRID_NUMBER, 0, 0}, \
    {name "_high", NULL, GRID_NUMBER, 0, 0}, {name "_hedge", NULL, GRID_TEXT, 0, 0}, {name "_basis", NULL, GRID_TEXT, 0, 0}, \
    {name "_stage", NULL, GRID_TEXT, 0, 0}, {name "_end_earliest", NULL, GRID_DAY, 0, 0}, {name "_end_latest", NULL, GRID_DAY, 0, 0}, \
    {name "_end_words", NULL, GRID_TEXT, 0, 0}, {name "_evidence", NULL, GRID_TEXT, 0, 0}

static const GridColumn SHEET[] = {
    {"verdict", NULL, GRID_TEXT, 0, 0}, {"field", NULL, GRID_TEXT, 0, 0}, {"rule", NULL, GRID_TEXT, 0, 0}, {"why", NULL, GRID_TEXT, 0, 0},
    {"contributor", NULL, GRID_TEXT, 0, 0}, {"asset", NULL, GRID_TEXT, 0, 0}, {"asset_type", NULL, GRID_TEXT, 0, 0}, {"mission", NULL, GRID_TEXT, 0, 0},
    {"host", NULL, GRID_LIST, 0, 0}, {"places", NULL, GRID_LIST, 0, 0}, {"roles", NULL, GRID_LIST, 0, 0}, {"origins", NULL, GRID_WHOLE, 0, 0}, SIDE("newer"), SIDE("older"),
};

/* A terminal has no room for the words of each verdict: they are numbered and stand below the table. */
#define SIDES \
    {"contributor", "WHO", GRID_TEXT, 3, 10}, {"what", "WHAT", GRID_TEXT, 8, 22}, {"where", "WHERE", GRID_TEXT, 5, 18}, {"mission", "MISSION", GRID_TEXT, 5, 14}, \
    {"how_many", "HOW MANY", GRID_TEXT, 12, 24}, {"until", "UNTIL", GRID_TEXT, 10, 22}, {"published", "PUBLISHED", GRID_TEXT, 10, 10}, \
    {"origins", "ORIGINS", GRID_WHOLE, 7, 7}, {"claim", "CLAIM", GRID_TEXT, 9, 9}

static const GridColumn TABLE[] = {{"verdict", "VERDICT", GRID_TEXT, 18, 18}, SIDES};
static const GridColumn PAGE[] = {{"verdict", "VERDICT", GRID_TEXT, 13, 14}, {"why", "WHY", GRID_TEXT, 6, 0}, SIDES};

static void side_row(Cells *s, const AskClaim *c, Span end)
{
    cells_put(s, c->id);
    cells_put(s, c->name);
    cells_put(s, c->publisher);
    cells_put(s, question_published(c, s->keep));
    cells_put(s, c->quantity_words);
    cells_number(s, c->interval.low);
    cells_number(s, c->interval.high);
    cells_put(s, c->hedge);
    cells_put(s, c->basis);
    cells_put(s, c->stage);
    cells_day(s, c->end_earliest);
    cells_day(s, c->end_latest);
    cells_put(s, end);
    cells_put(s, c->quote);
}

static void row_of(Cells *s, const AskConflict *c)
{
    cells_name(s, verdict_name(c->verdict));
    cells_put(s, c->field);
    cells_put(s, c->rule);
    cells_put(s, c->words);
    cells_put(s, c->newer.contributor);
    cells_put(s, c->newer.asset);
    cells_put(s, c->newer.asset_type);
    cells_put(s, c->newer.mission);
    cells_lists(s, &c->newer);
    cells_number(s, c->origins);
    side_row(s, &c->newer, c->newer_end);
    side_row(s, &c->older, c->older_end);
}

/* "~250 planned": what kind of number it is stands beside it. */
static Span many_of(const AskClaim *c, Arena *keep)
{
    Span many = question_how_many(c, keep);
    if (!many.len || !c->basis.len) return many;
    return arena_print(keep, "%.*s %.*s", (int)many.len, many.at, (int)c->basis.len, c->basis.at);
}

/* One of the two claims of a conflict. */
typedef struct {
    const AskClaim *claim;
    Span end;           /* words */
    Span origins;
} Side;

/* Both claims have a line of their own, with their sentence below. */
static void side_line(Cells *s, const Side *side)
{
    const AskClaim *c = side->claim;
    cells_put(s, c->contributor);
    cells_put(s, question_what(c, s->keep));
    cells_put(s, question_where(c, s->keep));
    cells_put(s, c->mission);
    cells_put(s, many_of(c, s->keep));
    cells_put(s, side->end.len ? side->end : day_bound(c->end_earliest, c->end_latest, s->keep));
    cells_put(s, question_published(c, s->keep));
    cells_put(s, side->origins);
    cells_put(s, cells_short(c->id));
    cells_note(s, c->quote);
}

static void line_of(Cells *s, const AskConflict *c, int number)
{
    Side newer = {&c->newer, c->newer_end, arena_print(s->keep, "%d", (int)c->origins)}, older = {&c->older, c->older_end, {NULL, 0}};
    bool table = number > 0;
    cells_put(s, table ? arena_print(s->keep, "%s [%d]", verdict_name(c->verdict), number) : span_of(verdict_name(c->verdict)));
    if (!table) cells_put(s, c->words);
    side_line(s, &newer);
    cells_name(s, "  with");
    if (!table) cells_name(s, NULL);
    side_line(s, &older);
}

static bool wanted(const AskConflict *c, const AskFilter *f)
{
    const AskClaim *n = &c->newer;
    if ((day_known(f->since) || day_known(f->until)) && !day_known(n->published_first)) return false;
    return (!day_known(f->since) || n->published_last.n >= f->since.n) && (!day_known(f->until) || n->published_first.n <= f->until.n);
}

enum { RULES = 32 };

/* The rules that a table names, in the order of their numbers. */
typedef struct {
    const AskConflict *first[RULES];
    int rules;
} Legend;

static int number_of(Legend *l, const AskConflict *c)
{
    for (int i = 0; i < l->rules; i++)
        if (span_equal(l->first[i]->rule, c->rule)) return i + 1;
    if (l->rules == RULES) return RULES;
    l->first[l->rules++] = c;
    return l->rules;
}

static void legend_write(const Legend *l, Out *o)
{
    for (int i = 0; i < l->rules; i++) {
        const AskConflict *c = l->first[i];
        out_print(o, "[%d] %.*s\n", i + 1, (int)c->words.len, c->words.at);
    }
}

static void tell(const Line *line, const AskConflicts *a, Size rows, bool explained)
{
    int64_t rest = 0;
    for (int v = VERDICT_COPY; v < VERDICT_COUNT; v++)
        if (v != VERDICT_CONTRADICTION && v != VERDICT_UNDETERMINED) rest += a->count[v];
    if (!rows) cli_note(line, explained ? "no two claims of one contribution differ" : "no contradictions: no two claims of one contribution differ without something that explains it");
    if (!explained && rest)
        cli_note(line, "%lld difference%s explained (basis, scope, rounding, time ...): inzet conflicts --explained", (long long)rest, rest == 1 ? " is" : "s are");
}

Error sheet_conflicts(Question *q)
{
    AskConflicts answer = {0};
    bool explained = q->line->value[OPTION_EXPLAINED] != NULL;
    Error e = ask_conflicts(q->reg, &q->filter, explained, q->hedges, &answer, &q->keep);
    if (e.code) return e;
    bool people = cells_for_people(q->look.format), table = q->look.format == FORMAT_TABLE;
    Legend legend = {{NULL}, 0};
    Cells s = table ? CELLS(TABLE, &q->keep) : people ? CELLS(PAGE, &q->keep) : CELLS(SHEET, &q->keep);
    cells_run(&s, q, "conflicts");
    for (Size i = 0; i < answer.item.len; i++) {
        const AskConflict *c = &answer.item.item[i];
        if (!wanted(c, &q->filter)) continue;
        if (people) line_of(&s, c, table ? number_of(&legend, c) : 0);
        else row_of(&s, c);
        cells_row(&s);
    }
    cells_end(&s);
    if (table) legend_write(&legend, &q->out);
    if (q->several) return e;
    out_flush(&q->out);
    tell(q->line, &answer, q->rows, explained);
    return e;
}

int cli_conflicts(const Line *line)
{
    Question q;
    Error e = question_begin(line, CELLS_PLACES, &q);
    if (!e.code) e = sheet_conflicts(&q);
    if (e.code) return question_fail(&q, &e);
    return question_end(&q, 0);
}
