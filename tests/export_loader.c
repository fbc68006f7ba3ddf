/* Hostile tables for readers of others: export_loader FOLDER ROWS writes one grid of every kind of cell in every format of rows, and its cells as they are
 * to FOLDER/cells (four bytes of length, lowest first, then the bytes; row after row), so that tests/readers/grids.py can hold each file against them.
 * XLSX begins a new sheet after 1000 rows. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "export/book.h"
#include "export/grid.h"
#include "export/notice.h"

enum { PART = 700, SHEET_ROWS = 1000, PIECES = 40 };

static const GridColumn COLUMNS[] = {
    {"text", "TEXT", GRID_TEXT, 0, 0}, {"number", "NUMBER", GRID_NUMBER, 0, 0}, {"whole", "WHOLE", GRID_WHOLE, 0, 0}, {"bool", "BOOL", GRID_BOOL, 0, 0},
    {"day", "DAY", GRID_DAY, 0, 0}, {"when", "WHEN", GRID_WHEN, 0, 0}, {"list", "LIST", GRID_LIST, 0, 0}, {"address", "ADDRESS", GRID_ADDRESS, 0, 0},
    {"places", "PLACES", GRID_LIST, 0, 0}, {"host", "HOST", GRID_LIST, 0, 0}, {"id", "ID", GRID_TEXT, 0, 0},
};
enum { COUNT = (int)(sizeof COLUMNS / sizeof *COLUMNS) };

static uint64_t seed = 88172645463325252u;

static int chance(int n)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (int)(seed % (uint64_t)n);
}

static Span text_cell(Arena *keep, bool list)
{
    static const Span PIECE[PIECES] = {
        {"=1+1", 4}, {"=cmd|'/C calc'!A1", 17}, {"@SUM(A1)", 8}, {"+1", 2}, {"-1", 2}, {"\"", 1}, {"'", 1}, {"\n", 1}, {"\r\n", 2}, {"\r", 1}, {"\t", 1},
        {",", 1}, {"<b>", 3}, {"&amp;", 5}, {"&", 1}, {"]]>", 3}, {"<!--", 4}, {"\x01", 1}, {"\0", 1}, {"\x1b[2J", 4}, {"\x7f", 1}, {"\xff", 1}, {"\xc3", 1},
        {"\xed\xa0\x80", 3}, {"\xc3\xa9", 2}, {"\xf0\x9f\x98\x80", 4}, {"\xef\xbf\xbe", 3}, {"\xef\xbf\xbf", 3}, {"\xe2\x80\xa8", 3}, {"_x0041_", 7}, {"|", 1},
        {"\\", 1}, {"\\n", 2}, {" ", 1}, {"zo'n 250 militairen", 19}, {"%s%n", 4}, {"[^1]", 4}, {"`", 1}, {"\xc2\x85", 2}, {"\xe2\x80\xae", 3}};
    int n = chance(7);
    if (n == 0) return (Span){NULL, 0};
    Span s = {"", 0};
    for (int i = 0; i < n; i++) {
        Span p = PIECE[chance(PIECES)];
        char *to = ARENA_NEW(keep, char, s.len + p.len + 1);
        memcpy(to, s.at, (size_t)s.len);
        memcpy(to + s.len, p.at, (size_t)p.len);
        s = (Span){to, s.len + p.len};
        if (list && i + 1 < n && chance(2)) {
            to[s.len] = ';';
            s.len++;
        }
    }
    return s;
}

static Span day_cell(Arena *keep, bool whole)
{
    static const char *const DAY[] = {"2018-05-04", "1900-02-28", "1900-03-01", "0001-01-01", "9999-12-31", "2020-02-29", "1970-01-01", "1899-12-31"};
    if (chance(4) == 0) return (Span){NULL, 0};
    Span s = span_of(DAY[chance(8)]);
    (void)keep;
    return whole || chance(2) ? s : span_sub(s, 0, chance(2) ? 7 : 4);
}

static Span number_cell(Arena *keep, bool whole)
{
    int n = chance(2000001) - 1000000;
    if (chance(4) == 0) return (Span){NULL, 0};
    return whole ? arena_print(keep, "%lld", (long long)n * chance(100000)) : arena_print(keep, "%.15g", n / 8.0);
}

static void add_row(Grid *g, Size number, Arena *keep)
{
    if (number % 500 == 250) {
        for (int i = 0; i < COUNT; i++) grid_add(g, (Span){NULL, 0}, keep);
        return;
    }
    static const char *const ADDRESS[] = {"", "https://example.org/a?b=1&c=2#d", "javascript:alert(1)", "http://example.org/\"x\"", "https://example.org/<b>",
                                          "file:///etc/passwd", "internal:'text'!A1", "https://example.org/\xc3\xa9"};
    static const char *const PLACES[] = {"", "Gao", "Erbil;Bagdad", "Nergenshuizen", "Gao;Nergenshuizen"};
    static const char *const HOSTS[] = {"", "ML", "IQ", "IQ;SY", "red_sea", "QQ"};
    grid_add(g, number % 997 == 5 ? arena_print(keep, "%040000d\xf0\x9f\x98\x80", 7) : text_cell(keep, false), keep);
    grid_add(g, number_cell(keep, false), keep);
    grid_add(g, number_cell(keep, true), keep);
    grid_add(g, chance(3) ? span_of(chance(2) ? "true" : "false") : (Span){NULL, 0}, keep);
    grid_add(g, day_cell(keep, true), keep);
    grid_add(g, day_cell(keep, false), keep);
    grid_add(g, text_cell(keep, true), keep);
    grid_add(g, span_of(ADDRESS[chance(8)]), keep);
    grid_add(g, span_of(PLACES[chance(5)]), keep);
    grid_add(g, span_of(HOSTS[chance(6)]), keep);
    grid_add(g, arena_print(keep, "c%lld", (long long)number), keep);
}

static Out file_of(const char *folder, const char *name)
{
    char path[400];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (fd < 0) {
        perror(path);
        exit(2);
    }
    return out_to_fd(fd);
}

static void end_of(Out *o)
{
    int fd = o->fd;
    if (!out_close(o) || close(fd) != 0) {
        fputs("export_loader: cannot write\n", stderr);
        exit(2);
    }
}

static void write_cells(const Grid *g, const char *folder, const char *name)
{
    Out o = file_of(folder, name);
    for (Size i = 0; i < g->cell.len; i++) {
        Span s = g->cell.item[i];
        for (int k = 0; k < 4; k++) out_char(&o, (char)((uint64_t)s.len >> 8 * k & 0xFF));
        out_span(&o, s);
    }
    end_of(&o);
}

/* Notices of hostile words, as a calendar and as a feed; their texts as they are to FOLDER/notices. */
static void write_notices(Size count, const char *folder, Arena *keep)
{
    Notices all = {0};
    Grid texts = {.columns = 1};
    for (Size i = 0; i < count; i++) {
        Notice n = {.id = arena_print(keep, "%lld", (long long)i), .updated = {17000 + (int32_t)i}, .earliest = NO_DAY, .latest = {17100 + (int32_t)i}};
        Span *text[] = {&n.title, &n.words, &n.quote, &n.source, &n.place, &n.category};
        for (size_t k = 0; k < sizeof text / sizeof *text; k++) {
            Span more = text_cell(keep, false);
            char *to = ARENA_NEW(keep, char, more.len + 2);
            to[0] = 'x';
            if (more.len) memcpy(to + 1, more.at, (size_t)more.len);
            *text[k] = (Span){to, more.len + 1};
            grid_add(&texts, *text[k], keep);
        }
        *ARRAY_PUSH(&all, keep) = n;
    }
    write_cells(&texts, folder, "notices");
    Out ics = file_of(folder, "notices.ics"), atom = file_of(folder, "notices.atom");
    notices_ics(&all, SPAN("a, b; c\\d"), &ics);
    notices_atom(&all, SPAN("a <b> & c"), SPAN("key"), &atom);
    end_of(&ics);
    end_of(&atom);
}

/* In parts, as long answers are written. */
static void write_format(const Grid *g, Format f, const char *folder)
{
    char name[40];
    Grid columns = {.column = COLUMNS, .columns = COUNT};
    Size rows = grid_rows(g), part;
    snprintf(name, sizeof name, "grid.%s", format_name(f));
    Out o = file_of(folder, name);
    Book *book = f == FORMAT_XLSX ? book_open() : NULL;
    if (book) book_limit(book, SHEET_ROWS);
    GridRun run = grid_begin(&columns, "claims", (Look){f, 120, false}, book, &o);
    for (Size at = 0; at < rows; at += part) {
        Grid some = columns;
        part = rows - at < PART ? rows - at : PART;
        some.cell.item = g->cell.item + at * COUNT;
        some.cell.len = part * COUNT;
        grid_part(&run, &some);
    }
    grid_end(&run);
    if (book) book_close(book, &o);
    end_of(&o);
}

int main(int argc, char **argv)
{
    static const Format FORMATS[] = {FORMAT_JSON, FORMAT_JSONL, FORMAT_CSV, FORMAT_TSV, FORMAT_MARKDOWN, FORMAT_HTML, FORMAT_XLSX, FORMAT_PARQUET, FORMAT_GEOJSON};
    Arena keep = arena_reserve((Size)4 << 30);
    Grid g = {.column = COLUMNS, .columns = COUNT};
    if (argc != 3) return 2;
    for (Size i = 0; i < atoi(argv[2]); i++) add_row(&g, i, &keep);
    write_cells(&g, argv[1], "cells");
    write_notices(atoi(argv[2]) / 10, argv[1], &keep);
    for (size_t i = 0; i < sizeof FORMATS / sizeof *FORMATS; i++) write_format(&g, FORMATS[i], argv[1]);
    return 0;
}
