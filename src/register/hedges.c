/* The table of hedge intervals: reading it, and asking it. */
#include "register/hedges.h"

#include "base/utf8.h"

#include <math.h>
#include <stdlib.h>

enum { HEDGE_COLUMNS = 9, WORDS_ROOM = 256 };

extern const char hedges_shipped[];
extern const char hedges_shipped_end[];

static bool read_number(Span *s, double *to)
{
    char text[32];
    Size n = 0;
    while (n < s->len && n < 31 && ((s->at[n] >= '0' && s->at[n] <= '9') || s->at[n] == '.')) n++;
    if (n == 0) return false;
    memcpy(text, s->at, (size_t)n);
    text[n] = 0;
    *to = strtod(text, NULL);
    *s = span_sub(*s, n, s->len);
    return true;
}

static bool read_formula(Span s, HedgeFormula *f)
{
    *f = (HedgeFormula){.from = '-'};
    if (span_is(s, "-")) return true;
    if (s.len > 0 && (s.at[0] == 'n' || s.at[0] == 'm')) {
        f->from = s.at[0];
        s = span_sub(s, 1, s.len);
    } else {
        f->from = '#';
        if (!read_number(&s, &f->number)) return false;
    }
    while (s.len > 0 && f->steps < HEDGE_STEPS && strchr("*+-", s.at[0])) {
        f->step[f->steps] = s.at[0];
        s = span_sub(s, 1, s.len);
        if (!read_number(&s, &f->by[f->steps++])) return false;
    }
    return s.len == 0;
}

static const char *read_row(Span line, HedgeRow *row)
{
    Span column[HEDGE_COLUMNS], rest = line;
    int columns = 0;
    while (columns < HEDGE_COLUMNS && span_cut(&rest, '\t', &column[columns])) columns++;
    if (columns != HEDGE_COLUMNS || rest.len > 0) return "a row has nine columns split by tabs: hedge, words, low, best, high, strict_low, strict_high, why, source";
    int hedge = hedge_from(column[0]);
    if (hedge < 0) return "the first column names a hedge: exact, about, more_than, at_least, at_most, almost, range, vague or one";
    row->hedge = (Hedge)hedge;
    row->words = span_is(column[1], "-") ? (Span){NULL, 0} : column[1];
    row->open_ended = span_ends(row->words, SPAN("*"));
    if (row->open_ended) row->words.len--;
    row->why = column[7];
    bool good = read_formula(column[2], &row->low) && read_formula(column[3], &row->best) && read_formula(column[4], &row->high) &&
                read_formula(column[5], &row->strict_low) && read_formula(column[6], &row->strict_high);
    return good ? NULL : "low, best and high are a number, n or m with up to three steps such as *1.1 +1 -1, or `-`";
}

Error hedges_read(Span text, const char *file, HedgeTable *table)
{
    Span line, rest = text;
    bool header = true;
    int number = 0;
    *table = (HedgeTable){.hash = span_hash(text)};
    while (span_cut(&rest, '\n', &line)) {
        number++;
        if (span_ends(line, SPAN("\r"))) line.len--;
        if (line.len == 0 || line.at[0] == '#') continue;
        if (header) {
            header = false;
            continue;
        }
        if (table->rows == HEDGE_ROWS) return error_at(ERROR_USAGE, file, number, 0, "a table of hedges has at most %d rows", HEDGE_ROWS);
        HedgeRow *row = &table->row[table->rows++];
        const char *wrong = read_row(line, row);
        row->line = number;
        if (wrong) return error_at(ERROR_USAGE, file, number, 0, "%s", wrong);
    }
    for (int h = 0; h < HEDGE_COUNT; h++) {
        bool rest_row = false;
        for (int i = 0; i < table->rows; i++) rest_row |= table->row[i].hedge == (Hedge)h && table->row[i].words.len == 0;
        if (!rest_row) return error_at(ERROR_USAGE, file, 0, 0, "the table has no row for `%s` with words `-`", hedge_name((Hedge)h));
    }
    return NO_ERROR;
}

const HedgeTable *hedges_shipped_table(void)
{
    static HedgeTable table;
    if (table.rows == 0) {
        Error e = hedges_read((Span){hedges_shipped, hedges_shipped_end - hedges_shipped}, "hedge-intervals.tsv", &table);
        if (e.code != ERROR_NONE) error_print(&e);  /* the tests read the shipped table; it cannot be wrong in a program that passed them */
    }
    return &table;
}

static bool word_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80);
}

/* Whether the row's words stand in the quantity as whole words. */
static bool words_fit(const HedgeRow *row, Span words)
{
    if (row->words.len == 0) return true;
    for (Size at = span_find(words, row->words, 0); at >= 0; at = span_find(words, row->words, at + 1)) {
        Size end = at + row->words.len;
        if ((at == 0 || !word_char(words.at[at - 1])) && (row->open_ended || end == words.len || !word_char(words.at[end]))) return true;
    }
    return false;
}

static const HedgeRow *row_for(const HedgeTable *table, Hedge hedge, Span words)
{
    char folded[WORDS_ROOM];
    if (words.len > WORDS_ROOM - 4) words.len = WORDS_ROOM - 4;
    Span low = {folded, words.len ? utf8_fold(words, folded, WORDS_ROOM) : 0};
    const HedgeRow *best = NULL;
    for (int i = 0; i < table->rows; i++) {
        const HedgeRow *r = &table->row[i];
        if (r->hedge == hedge && words_fit(r, low) && (!best || r->words.len > best->words.len)) best = r;
    }
    return best;
}

/* `side` -1 rounds down, +1 up, 0 to the nearest: an interval may be wider than the words, never narrower. */
static double apply(const HedgeFormula *f, double n, double m, int side)
{
    if (f->from == '-') return (double)NAN;
    double x = f->from == 'n' ? n : f->from == 'm' ? m : f->number;
    if (isnan(x) || f->steps == 0) return x;
    for (int i = 0; i < f->steps; i++) {
        if (f->step[i] == '*') x *= f->by[i];
        if (f->step[i] == '+') x += f->by[i];
        if (f->step[i] == '-') x -= f->by[i];
    }
    /* 30 * 1.1 is a hair over 33 in binary. */
    double small = 1e-9;
    x = side < 0 ? floor(x + small) : side > 0 ? ceil(x - small) : floor(x + 0.5);
    return x < 0 ? 0 : x;
}

Interval hedges_interval(const HedgeTable *table, Hedge hedge, Span words, double low, double high, bool strict)
{
    const HedgeRow *row = row_for(table, hedge, words);
    if (!row) return (Interval){low, isnan(low) || low != high ? (double)NAN : low, high, NULL};
    Interval i = {.row = row};
    i.low = apply(strict ? &row->strict_low : &row->low, low, high, -1);
    i.best = apply(&row->best, low, high, 0);
    i.high = apply(strict ? &row->strict_high : &row->high, low, high, 1);
    /* Small numbers: just over 1 is at least 2, whatever the share says. */
    if (!isnan(i.low) && !isnan(i.high) && i.high < i.low) i.high = i.low;
    if (!isnan(i.best) && !isnan(i.low) && i.best < i.low) i.best = i.low;
    if (!isnan(i.best) && !isnan(i.high) && i.best > i.high) i.best = i.high;
    return i;
}
