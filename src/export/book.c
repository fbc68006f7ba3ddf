/* Workbooks, by libxlsxwriter in its mode of constant memory. */
#include "export/book.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <xlsxwriter.h>

#include "base/utf8.h"
#include "export/book_check.h"
#include "export/write.h"
#include "time/civil.h"

enum { WIDTH_LEAST = 6, WIDTH_MOST = 60, DAY_WIDTH = 12, COLUMNS_MOST = 64 };
enum {
    EPOCH_SERIAL = 25569,       /* how a spreadsheet counts 1970-01-01 */
    FIRST_SERIAL_DAY = -25508,  /* 1900-03-01: about days before it spreadsheets disagree */
    CREATED = 315532800         /* 1980-01-01, as the archive inside has it too */
};

struct Book {
    FILE *file;             /* has no name: it goes with the program, however that ends */
    lxw_workbook *workbook;
    lxw_worksheet *sheet;
    lxw_format *heading, *day, *plain, *link;
    const char *name;
    const GridColumn *column;
    int columns, parts;     /* sheets that this table takes so far */
    int width[COLUMNS_MOST];
    Size rows, filled, limit, links;  /* of the sheet; `filled`: rows with something in them */
    int failed;
    BookSheet *done;        /* of each sheet what it must hold */
    Size sheets;
    Out text;               /* one cell, as it is being made fit */
};

static void fail(Book *b, int number)
{
    if (!b->failed) b->failed = number ? number : EIO;
}

static lxw_format *format_of(Book *b, const char *number)
{
    lxw_format *f = workbook_add_format(b->workbook);
    if (number) format_set_num_format(f, number);
    format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
    return f;
}

static void prepare(Book *b)
{
    /* A fixed day, so that the same rows give the same bytes. */
    static char title[] = "inzet", what[] = "What sources say about contributions to missions, each row with its words.";
    lxw_doc_properties about = {.title = title, .author = title, .comments = what, .created = CREATED};
    workbook_set_properties(b->workbook, &about);
    b->heading = format_of(b, NULL);
    format_set_bold(b->heading);
    format_set_bottom(b->heading, LXW_BORDER_THIN);
    b->day = format_of(b, "yyyy-mm-dd");
    b->plain = format_of(b, NULL);
    b->link = workbook_get_default_url_format(b->workbook);
}

Book *book_open(void)
{
    char path[40];
    Book *b = calloc(1, sizeof *b);
    if (!b) {
        fputs("inzet: the system has no memory left\n", stderr);
        exit(3);
    }
    b->limit = BOOK_ROWS;
    b->text = out_to_memory();
    b->file = tmpfile();
    if (!b->file) {
        fail(b, errno);
        return b;
    }
    snprintf(path, sizeof path, "/dev/fd/%d", fileno(b->file));
    lxw_workbook_options options = {.constant_memory = LXW_TRUE, .use_zip64 = LXW_FALSE};
    b->workbook = workbook_new_opt(path, &options);
    if (b->workbook) prepare(b);
    else fail(b, ENOMEM);
    return b;
}

void book_limit(Book *b, Size rows)
{
    b->limit = rows;
}

static void begin_sheet(Book *b)
{
    char name[40];
    b->parts++;
    if (b->parts > 1) snprintf(name, sizeof name, "%.25s %d", b->name, b->parts);
    else snprintf(name, sizeof name, "%.31s", b->name);
    b->sheet = workbook_add_worksheet(b->workbook, name);
    b->rows = b->filled = 1;
    b->links = 0;
    if (!b->sheet) {
        fail(b, EINVAL);
        return;
    }
    for (int i = 0; i < b->columns; i++) {
        worksheet_write_string(b->sheet, 0, (lxw_col_t)i, b->column[i].name, b->heading);
        b->width[i] = (int)strlen(b->column[i].name) + 3;
    }
    worksheet_freeze_panes(b->sheet, 1, 0);
}

/* What has been written of the sheet stands in a file of the library, which does not look whether it came there. */
static void note_sheet(Book *b)
{
    FILE *rows = b->sheet->optimize_tmpfile;
    BookSheet *more = realloc(b->done, (size_t)(b->sheets + 1) * sizeof *more);
    if (!more || fflush(rows) != 0 || ferror(rows)) fail(b, more ? errno : ENOMEM);
    if (!more) return;
    b->done = more;
    b->done[b->sheets++] = (BookSheet){.rows = b->filled, .bytes = ftell(rows)};
}

static void end_sheet(Book *b)
{
    if (!b->sheet) return;
    for (int i = 0; i < b->columns; i++) {
        int width = b->width[i] < WIDTH_LEAST ? WIDTH_LEAST : b->width[i] > WIDTH_MOST ? WIDTH_MOST : b->width[i];
        worksheet_set_column(b->sheet, (lxw_col_t)i, (lxw_col_t)i, width, NULL);
    }
    worksheet_autofilter(b->sheet, 0, 0, (lxw_row_t)(b->rows - 1), (lxw_col_t)(b->columns - 1));
    note_sheet(b);
    b->sheet = NULL;
}

void book_sheet(Book *b, const char *name, const GridColumn *column, int columns)
{
    if (b->failed) return;
    end_sheet(b);
    assert(columns <= COLUMNS_MOST);
    b->name = name;
    b->column = column;
    b->columns = columns;
    b->parts = 0;
    begin_sheet(b);
}

/* The cell as XML and the spreadsheet can take it: line ends as line feeds, control characters and odd bytes as U+FFFD, no more than fits (counted in UTF-16, as it is
 * counted there), ending in NUL; `_x0041_` is read as a letter there unless its first stroke is written so itself. Returns its characters. */
static int make_fit(Book *b, Span s)
{
    int units = 0;
    b->text.len = 0;
    while (s.len) {
        uint32_t c;
        int n = utf8_decode(s.at, s.at + s.len, &c);
        bool odd = (n == 1 && (unsigned char)s.at[0] >= 0x80) || (c < 0x20 && c != '\t' && c != '\n') || c == 0xFFFE || c == 0xFFFF;
        bool stroke = c == '_' && s.len > 1 && s.at[1] == 'x', ends = c == '\r', twice = ends && s.len > 1 && s.at[1] == '\n';
        units += twice ? 0 : stroke ? 7 : c > 0xFFFF ? 2 : 1;
        if (units > BOOK_TEXT - 1) {
            out_text(&b->text, "\xE2\x80\xA6");
            break;
        }
        if (ends) out_text(&b->text, twice ? "" : "\n");
        else if (odd) out_text(&b->text, "\xEF\xBF\xBD");
        else if (stroke) out_text(&b->text, "_x005F_");
        else out_span(&b->text, span_sub(s, 0, n));
        s = span_sub(s, n, s.len);
    }
    out_char(&b->text, 0);
    return units;
}

static void write_text(Book *b, int column, Span cell)
{
    int width = make_fit(b, cell);
    if (width + 2 > b->width[column]) b->width[column] = width + 2;
    lxw_row_t row = (lxw_row_t)b->rows;
    lxw_col_t at = (lxw_col_t)column;
    if (b->column[column].kind == GRID_ADDRESS && write_is_web(cell) && b->links < BOOK_LINKS) {
        b->links++;
        /* Where the library does not take it as a link, it stands there as text. */
        if (worksheet_write_url(b->sheet, row, at, b->text.buffer, b->link) == LXW_NO_ERROR) return;
    }
    worksheet_write_string(b->sheet, row, at, b->text.buffer, b->plain);
}

/* False where the spreadsheet has no number for it: then it is text. */
static bool write_day(Book *b, int column, Span cell)
{
    int precision = 0;
    Day day = day_parse(cell, &precision);
    if (precision != 3 || !day_known(day) || day.n < FIRST_SERIAL_DAY) return false;
    if (b->width[column] < DAY_WIDTH) b->width[column] = DAY_WIDTH;
    return worksheet_write_number(b->sheet, (lxw_row_t)b->rows, (lxw_col_t)column, day.n + EPOCH_SERIAL, b->day) == LXW_NO_ERROR;
}

static bool write_number(Book *b, int column, Span cell)
{
    char digits[40], *end;
    if (cell.len >= (Size)sizeof digits) return false;
    memcpy(digits, cell.at, (size_t)cell.len);
    digits[cell.len] = 0;
    double n = strtod(digits, &end);
    return *end == 0 && worksheet_write_number(b->sheet, (lxw_row_t)b->rows, (lxw_col_t)column, n, b->plain) == LXW_NO_ERROR;
}

static void write_cell(Book *b, int column, Span cell)
{
    GridKind kind = b->column[column].kind;
    if (cell.len == 0) return;
    if (kind == GRID_BOOL) worksheet_write_boolean(b->sheet, (lxw_row_t)b->rows, (lxw_col_t)column, span_is(cell, "true"), b->plain);
    else if ((kind == GRID_DAY || kind == GRID_WHEN) && write_day(b, column, cell)) return;
    else if (grid_is_number(kind) && write_number(b, column, cell)) return;
    else write_text(b, column, cell);
}

void book_rows(Book *b, const Grid *g)
{
    for (Size r = 0; r < grid_rows(g) && !b->failed; r++) {
        if (b->rows >= b->limit) {
            end_sheet(b);
            begin_sheet(b);
        }
        bool some = false;
        for (int c = 0; c < g->columns && b->sheet; c++) {
            Span cell = g->cell.item[r * g->columns + c];
            some = some || cell.len;
            write_cell(b, c, cell);
        }
        b->rows++;
        b->filled += some;
    }
}

static void copy_out(Book *b, Out *o)
{
    char piece[1 << 14];
    size_t n;
    rewind(b->file);
    while ((n = fread(piece, 1, sizeof piece, b->file)) > 0) out_span(o, (Span){piece, (Size)n});
    if (ferror(b->file)) fail(b, errno);
}

void book_close(Book *b, Out *o)
{
    if (b->workbook) {
        end_sheet(b);
        errno = 0;
        lxw_error e = workbook_close(b->workbook);
        if (e != LXW_NO_ERROR || fflush(b->file) != 0) fail(b, errno);
    }
    /* Whatever is missing, it is most likely room. */
    if (b->file && !b->failed && !book_whole(b->file, b->done, b->sheets)) fail(b, ENOSPC);
    if (b->file && !b->failed) copy_out(b, o);
    if (b->failed && !o->failed) o->failed = b->failed;
    if (b->file) fclose(b->file);
    out_close(&b->text);
    free(b->done);
    free(b);
}
