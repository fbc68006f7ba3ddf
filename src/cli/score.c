/* `inzet score`: how well found claims agree with gold. */
#include "ask/score.h"

#include <stdio.h>
#include <stdlib.h>

#include "cli/cells.h"

static const GridColumn MEASURES[] = {
    {"measure", "MEASURE", GRID_TEXT, 20, 40}, {"right", "RIGHT", GRID_NUMBER, 5, 8}, {"of", "OF", GRID_NUMBER, 5, 8}, {"share", "SHARE", GRID_NUMBER, 5, 6},
    {"whole", "WHOLE", GRID_NUMBER, 5, 6}, {"precision", "PRECISION", GRID_NUMBER, 9, 9}, {"f1", "F1", GRID_NUMBER, 5, 6},
};

static const GridColumn MISSES[] = {
    {"doc", "DOC", GRID_TEXT, 6, 24}, {"id", "CLAIM", GRID_TEXT, 4, 9}, {"miss", "MISS", GRID_TEXT, 6, 9},
    {"gold", "GOLD", GRID_TEXT, 12, 40}, {"found", "FOUND", GRID_TEXT, 12, 40}, {"evidence", NULL, GRID_TEXT, 0, 0},
};

static void put_share(Cells *c, double share)
{
    cells_put(c, arena_print(c->keep, "%.3f", share));
}

/* One row; a share below 0 is left empty. */
static void put_measure(Cells *c, Span name, int64_t right, int64_t of, const double share[4])
{
    cells_put(c, name);
    cells_number(c, (double)right);
    cells_number(c, (double)of);
    for (int i = 0; i < 4; i++) {
        if (share[i] < 0) cells_put(c, (Span){"", 0});
        else put_share(c, share[i]);
    }
}

static double share_of(int64_t right, int64_t of)
{
    return of ? (double)right / (double)of : 0;
}

static Cells measures_of(const Score *s, Arena *keep)
{
    Cells c = CELLS(MEASURES, keep);
    const ScoreCount *a = &s->all;
    put_measure(&c, SPAN("found"), a->pairs, a->gold, (double[]){score_recall(a->pairs, a), -1, score_precision(a->pairs, a), score_f1(a->pairs, a)});
    put_measure(&c, SPAN("whole"), a->whole, a->gold, (double[]){score_recall(a->whole, a), -1, score_precision(a->whole, a), score_f1(a->whole, a)});
    for (ScoreField x = 0; x < SCORE_FIELDS; x++)
        if (s->field[x].of)
            put_measure(&c, arena_print(keep, "field %s", score_field_name(x)), s->field[x].right, s->field[x].of,
                        (double[]){share_of(s->field[x].right, s->field[x].of), -1, -1, -1});
    for (Size i = 0; i < s->kind.len; i++) {
        const ScoreKind *k = &s->kind.item[i];
        if (!k->count.gold) continue;
        put_measure(&c, arena_print(keep, "kind: %.*s", (int)k->name.len, k->name.at), k->count.pairs, k->count.gold,
                    (double[]){share_of(k->count.pairs, k->count.gold), share_of(k->count.whole, k->count.gold), -1, -1});
    }
    const ScoreCount *m = &s->missions;
    if (m->gold || m->found)
        put_measure(&c, SPAN("missions"), m->pairs, m->gold, (double[]){score_recall(m->pairs, m), -1, score_precision(m->pairs, m), score_f1(m->pairs, m)});
    for (Size i = 0; i < s->what.len; i++) {
        const ScoreKind *k = &s->what.item[i];
        put_measure(&c, arena_print(keep, "missions: %.*s", (int)k->name.len, k->name.at), k->count.pairs, k->count.gold,
                    (double[]){score_recall(k->count.pairs, &k->count), -1, score_precision(k->count.pairs, &k->count), score_f1(k->count.pairs, &k->count)});
    }
    return c;
}

/* --- misses -------------------------------------------------------------------------------------------------------------------- */

static Span plain_of(const json_t *v, Arena *keep)
{
    if (!v || json_is_null(v)) return SPAN("-");
    if (json_is_string(v)) return (Span){json_string_value(v), (Size)json_string_length(v)};
    char *text = json_dumps(v, JSON_ENCODE_ANY | JSON_COMPACT);
    Span s = text ? arena_copy(keep, span_of(text)) : (Span){"", 0};
    free(text);
    return s;
}

static Span member(const json_t *claim, const char *name, Arena *keep)
{
    return plain_of(json_object_get(claim, name), keep);
}

/* A field as people read it: a boundary as its two days, a quantity as its hedge, others as they are. */
static Span field_of(const json_t *claim, ScoreField x, Arena *keep)
{
    const json_t *v = json_object_get(claim, x == SCORE_HEDGE ? "quantity" : score_field_name(x));
    if (!json_is_object(v)) return plain_of(v, keep);
    if (x == SCORE_HEDGE) return member(v, "hedge", keep);
    if (x == SCORE_DURATION) return member(v, "iso", keep);
    Span from = member(v, "earliest", keep), to = member(v, "latest", keep);
    return arena_print(keep, "%.*s..%.*s", (int)from.len, from.at, (int)to.len, to.at);
}

/* `NL personnel 250`; of a mission `minusma strength 12000`. */
static Span claim_of(const json_t *claim, Arena *keep)
{
    if (!claim) return SPAN("-");
    if (json_object_get(claim, "what")) {
        const json_t *value = json_object_get(claim, "value"), *n = json_object_get(value, "n");
        Span mission = member(claim, "mission", keep), kind = member(claim, "what", keep), v = n ? plain_of(n, keep) : json_is_object(value) ? member(value, "words", keep) : plain_of(value, keep);
        return arena_print(keep, "%.*s %.*s %.*s", (int)mission.len, mission.at, (int)kind.len, kind.at, (int)v.len, v.at);
    }
    Span who = member(claim, "contributor", keep), what = member(claim, "asset", keep), n = member(json_object_get(claim, "quantity"), "n", keep);
    return arena_print(keep, "%.*s %.*s %.*s", (int)who.len, who.at, (int)what.len, what.at, (int)n.len, n.at);
}

static Span evidence_of(const json_t *claim, Arena *keep)
{
    const json_t *v = json_object_get(claim, "evidence");
    if (json_is_array(v)) v = json_array_get(v, 0);
    return json_is_object(v) ? member(v, "text", keep) : plain_of(v, keep);
}

static Cells misses_of(const Score *s, bool people, Arena *keep)
{
    Cells c = CELLS(MISSES, keep);
    for (Size i = 0; i < s->miss.len; i++) {
        const Miss *m = &s->miss.item[i];
        bool field = m->kind == MISS_FIELD;
        Span quote = evidence_of(m->gold ? m->gold : m->found, keep);
        cells_put(&c, m->doc);
        cells_put(&c, member(m->gold ? m->gold : m->found, "id", keep));
        cells_name(&c, field ? score_field_name(m->field) : m->kind == MISS_GOLD ? "missed" : "extra");
        cells_put(&c, field ? field_of(m->gold, m->field, keep) : claim_of(m->gold, keep));
        cells_put(&c, field ? field_of(m->found, m->field, keep) : claim_of(m->found, keep));
        cells_put(&c, quote);
        if (people) cells_note(&c, quote);
    }
    return c;
}

/* --- floors -------------------------------------------------------------------------------------------------------------------- */

/* The measure of a floor's name (found.p, whole.f1, missions.r, field.stage); below 0 where there is none of that name. */
static double measure_named(const Score *s, Span name)
{
    static const char *const ends[] = {"p", "r", "f1"};
    double (*const by[])(int64_t, const ScoreCount *) = {score_precision, score_recall, score_f1};
    Span part;
    if (!span_cut(&name, '.', &part)) return -1;
    for (int i = 0; i < 3; i++)
        if (span_is(name, ends[i]) && (span_is(part, "found") || span_is(part, "whole")))
            return by[i](span_is(part, "found") ? s->all.pairs : s->all.whole, &s->all);
    for (int i = 0; i < 3; i++)
        if (span_is(name, ends[i]) && span_is(part, "missions")) return by[i](s->missions.pairs, &s->missions);
    for (ScoreField x = 0; span_is(part, "field") && x < SCORE_FIELDS; x++)
        if (span_is(name, score_field_name(x))) return share_of(s->field[x].right, s->field[x].of);
    return -1;
}

/* Exit status 1 where a floor of `found.f1=0.8,field.stage=0.7` is not reached. */
static int check_floors(const Line *line, const Score *s)
{
    Span rest = span_of(line->value[OPTION_FLOOR] ? line->value[OPTION_FLOOR] : ""), one;
    int status = 0;
    while (span_cut(&rest, ',', &one)) {
        Size equals = span_find_byte(one, '=', 0);
        Span name = span_sub(one, 0, equals < 0 ? one.len : equals);
        char *end = NULL;
        double floor = equals < 0 ? 0 : strtod(one.at + equals + 1, &end), is = measure_named(s, name);
        if (equals < 0 || is < 0 || end != one.at + one.len) {
            Error e = error_make(ERROR_USAGE, "--floor `%.*s` is none; write found.f1=0.80 or field.stage=0.7, joined by commas", (int)one.len, one.at);
            error_print(&e);
            return ERROR_USAGE;
        }
        if (is >= floor) continue;
        cli_note(line, "%.*s is %.3f, below its floor", (int)name.len, name.at, is);
        status = ERROR_NO;
    }
    return status;
}

/* Measures, then misses for people; with --misses those alone. */
static void print(const Line *line, const Score *s, Format format, Out *out, Arena *keep)
{
    Look look = cli_look(line, format, out);
    bool people = cells_for_people(format), only = line->value[OPTION_MISSES] != NULL;
    if (!only) {
        Cells c = measures_of(s, keep);
        grid_write(&c.g, "measures", look, out);
    }
    if (!only && (!people || line->value[OPTION_QUIET])) return;
    Cells c = misses_of(s, people, keep);
    if (!only && grid_rows(&c.g)) out_char(out, '\n');
    if (only || grid_rows(&c.g)) grid_write(&c.g, "misses", look, out);
}

int cli_score(const Line *line)
{
    if (line->count != 2) {
        Error e = error_make(ERROR_USAGE, "name two files: the gold claims, then the found ones; see `inzet help score`");
        error_print(&e);
        return ERROR_USAGE;
    }
    Arena whole = arena_reserve((Size)1 << 34), keep = whole;
    ScoreSet gold = {0}, found = {0};
    Format format;
    Out out = {.fd = -1};
    Error e = cli_format(line, CELLS_FORMATS, FORMAT_TABLE, &format);
    if (!e.code) e = score_load(line->names[0], &gold, &keep);
    if (!e.code) e = score_load(line->names[1], &found, &keep);
    if (!e.code) e = cli_output(line, line->names, line->count, &out);
    int status = e.code;
    if (e.code) error_print(&e);
    else {
        Score s = score_claims(&gold, &found, &keep);
        print(line, &s, format, &out, &keep);
        status = cli_worse(check_floors(line, &s), cli_finish(line, &out));
    }
    score_release(&gold);
    score_release(&found);
    arena_release(&whole);
    return status;
}
