/* Parquet:
 *
 *   "PAR1"  row group...  FileMetaData (Thrift)  its length, four bytes  "PAR1"
 *   row group: for each column one page: PageHeader (Thrift), then packed: levels of repetition (lists), levels of definition, values */
#include "export/parquet.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <zstd.h>

#include "export/thrift.h"
#include "export/write.h"
#include "time/civil.h"

enum { GROUP_ROWS = 1 << 16, GROUP_BYTES = 1 << 24, ZSTD_LEVEL = 3 };
enum { PHYSICAL_BOOLEAN = 0, PHYSICAL_INT32 = 1, PHYSICAL_INT64 = 2, PHYSICAL_DOUBLE = 5, PHYSICAL_BYTES = 6 };
enum { REQUIRED = 0, OPTIONAL = 1, REPEATED = 2 };
enum { CONVERTED_NONE = -1, CONVERTED_UTF8 = 0, CONVERTED_LIST = 3, CONVERTED_DATE = 6, CONVERTED_INT_64 = 18 };
enum { LOGICAL_STRING = 1, LOGICAL_LIST = 3, LOGICAL_DATE = 6 };
enum { ENCODING_PLAIN = 0, ENCODING_RLE = 3, CODEC_ZSTD = 6, PAGE_DATA = 0 };

/* Levels as runs: how many times, and which. */
typedef struct {
    Out out;
    uint8_t level;
    Size times;
} Levels;

typedef struct {
    GridKind kind;
    Levels repeated, defined;
    Out values;
    Size count;             /* of levels: cells, or members of lists */
    Size bits;              /* of booleans so far */
} Column;

struct Parquet {
    Out *out;
    const GridColumn *name;
    Column *column;
    int columns;
    Size rows, group_rows, written, groups;
    Out body, text, group;  /* a page before packing; one text made valid; the row groups' part of the footer */
    char *packed;
    size_t packed_room;
};

static void *room(size_t items, size_t size)
{
    void *p = calloc(items, size);
    if (p) return p;
    fputs("inzet: the system has no memory left\n", stderr);
    exit(3);
}

static void put(Parquet *p, Span s)
{
    out_span(p->out, s);
    p->written += s.len;
}

/* Lowest byte first. */
static void put_bytes(Out *o, uint64_t n, int bytes)
{
    for (int i = 0; i < bytes; i++) out_char(o, (char)(n >> 8 * i & 0xFF));
}

static void flush_levels(Levels *l)
{
    if (!l->times) return;
    thrift_varint(&l->out, (uint64_t)l->times << 1);
    out_char(&l->out, (char)l->level);
    l->times = 0;
}

static void add_level(Levels *l, uint8_t level)
{
    if (level != l->level) flush_levels(l);
    l->level = level;
    l->times++;
}

Parquet *parquet_open(const GridColumn *column, int columns, Out *o)
{
    Parquet *p = room(1, sizeof *p);
    *p = (Parquet){.out = o, .name = column, .columns = columns, .column = room((size_t)columns, sizeof *p->column), .body = out_to_memory(),
                   .text = out_to_memory(), .group = out_to_memory()};
    for (int i = 0; i < columns; i++)
        p->column[i] = (Column){.kind = column[i].kind, .repeated.out = out_to_memory(), .defined.out = out_to_memory(), .values = out_to_memory()};
    put(p, SPAN("PAR1"));
    return p;
}

static void add_text(Parquet *p, Column *c, Span s)
{
    p->text.len = 0;
    write_valid(&p->text, s);
    Span valid = out_written(&p->text);
    put_bytes(&c->values, (uint64_t)valid.len, 4);
    out_span(&c->values, valid);
}

static void add_bool(Column *c, bool yes)
{
    if (c->bits % 8 == 0) out_char(&c->values, 0);
    if (yes) c->values.buffer[c->values.len - 1] = (char)((unsigned char)c->values.buffer[c->values.len - 1] | 1 << c->bits % 8);
    c->bits++;
}

/* A list of n has n levels: the first begins a row. None: the list is there (1), but has no member (2). */
static void add_list(Parquet *p, Column *c, Span joined)
{
    Span piece;
    Size n = 0;
    for (; span_cut(&joined, ';', &piece); n++) {
        add_level(&c->repeated, n > 0);
        add_level(&c->defined, 2);
        add_text(p, c, span_trim(piece));
    }
    if (!n) {
        add_level(&c->repeated, 0);
        add_level(&c->defined, 1);
    }
    c->count += n ? n : 1;
}

/* False where the cell is not what its column holds; then it is null. */
static bool add_value(Parquet *p, Column *c, Span cell)
{
    char digits[40] = "", *end = digits;
    int precision = 0;
    Day day;
    if (grid_is_number(c->kind) && cell.len < (Size)sizeof digits) memcpy(digits, cell.at, (size_t)cell.len);
    switch (c->kind) {
    case GRID_NUMBER: {
        double n = strtod(digits, &end);
        uint64_t bits;
        if (*end || end == digits) return false;
        memcpy(&bits, &n, sizeof bits);
        put_bytes(&c->values, bits, 8);
        return true;
    }
    case GRID_WHOLE: {
        long long n = strtoll(digits, &end, 10);
        if (*end || end == digits) return false;
        put_bytes(&c->values, (uint64_t)n, 8);
        return true;
    }
    case GRID_BOOL:
        add_bool(c, span_is(cell, "true"));
        return true;
    case GRID_DAY:
        day = day_parse(cell, &precision);
        if (precision != 3 || !day_known(day)) return false;
        put_bytes(&c->values, (uint64_t)(uint32_t)day.n, 4);
        return true;
    default:
        add_text(p, c, cell);
        return true;
    }
}

static void add_cell(Parquet *p, Column *c, Span cell)
{
    if (c->kind == GRID_LIST) {
        add_list(p, c, cell);
        return;
    }
    add_level(&c->defined, cell.len && add_value(p, c, cell));
    c->count++;
}

static int physical_of(GridKind k)
{
    switch (k) {
    case GRID_NUMBER: return PHYSICAL_DOUBLE;
    case GRID_WHOLE: return PHYSICAL_INT64;
    case GRID_BOOL: return PHYSICAL_BOOLEAN;
    case GRID_DAY: return PHYSICAL_INT32;
    default: return PHYSICAL_BYTES;
    }
}

static void body_levels(Parquet *p, Levels *l)
{
    flush_levels(l);
    put_bytes(&p->body, (uint64_t)l->out.len, 4);
    out_span(&p->body, out_written(&l->out));
    l->out.len = 0;
    l->level = 0;
}

static Span pack(Parquet *p, Span body)
{
    size_t most = ZSTD_compressBound((size_t)body.len);
    if (most > p->packed_room) {
        free(p->packed);
        p->packed = room(most, 1);
        p->packed_room = most;
    }
    size_t n = ZSTD_compress(p->packed, p->packed_room, body.at, (size_t)body.len, ZSTD_LEVEL);
    if (!ZSTD_isError(n)) return (Span){p->packed, (Size)n};
    if (!p->out->failed) p->out->failed = ENOMEM;
    return (Span){p->packed, 0};
}

static void page_header(Out *o, Size whole, Size packed, Size values)
{
    Thrift header = {o, 0};
    thrift_i32(&header, 1, PAGE_DATA);
    thrift_i32(&header, 2, (int32_t)whole);
    thrift_i32(&header, 3, (int32_t)packed);
    Thrift data = thrift_struct(&header, 5);
    thrift_i32(&data, 1, (int32_t)values);
    thrift_i32(&data, 2, ENCODING_PLAIN);
    thrift_i32(&data, 3, ENCODING_RLE);
    thrift_i32(&data, 4, ENCODING_RLE);
    thrift_end(&data);
    thrift_end(&header);
}

/* The column's entry in the footer. */
static void describe(Parquet *p, int at, Size offset, Size whole, Size packed)
{
    const Column *c = &p->column[at];
    bool list = c->kind == GRID_LIST;
    Thrift chunk = {&p->group, 0};
    thrift_i64(&chunk, 2, offset);
    Thrift meta = thrift_struct(&chunk, 3);
    thrift_i32(&meta, 1, physical_of(c->kind));
    thrift_list(&meta, 2, THRIFT_I32, 2);
    thrift_zigzag(&p->group, ENCODING_PLAIN);
    thrift_zigzag(&p->group, ENCODING_RLE);
    thrift_list(&meta, 3, THRIFT_BINARY, list ? 3 : 1);
    thrift_item(&p->group, span_of(p->name[at].name));
    if (list) thrift_item(&p->group, SPAN("list"));
    if (list) thrift_item(&p->group, SPAN("element"));
    thrift_i32(&meta, 4, CODEC_ZSTD);
    thrift_i64(&meta, 5, c->count);
    thrift_i64(&meta, 6, whole);
    thrift_i64(&meta, 7, packed);
    thrift_i64(&meta, 9, offset);
    thrift_end(&meta);
    thrift_end(&chunk);
}

/* The column's page. Adds its size before packing to `*whole`. */
static void write_column(Parquet *p, int at, Size *whole)
{
    Column *c = &p->column[at];
    Size offset = p->written;
    p->body.len = 0;
    if (c->kind == GRID_LIST) body_levels(p, &c->repeated);
    body_levels(p, &c->defined);
    out_span(&p->body, out_written(&c->values));
    Span packed = pack(p, out_written(&p->body));
    p->text.len = 0;
    page_header(&p->text, p->body.len, packed.len, c->count);
    Size header = p->text.len;
    put(p, out_written(&p->text));
    put(p, packed);
    describe(p, at, offset, header + p->body.len, header + packed.len);
    *whole += header + p->body.len;
    c->values.len = 0;
    c->count = c->bits = 0;
}

static void write_group(Parquet *p)
{
    Size whole = 0;
    if (!p->group_rows) return;
    Thrift group = {&p->group, 0};
    thrift_list(&group, 1, THRIFT_STRUCT, p->columns);
    for (int i = 0; i < p->columns; i++) write_column(p, i, &whole);
    thrift_i64(&group, 2, whole);
    thrift_i64(&group, 3, p->group_rows);
    thrift_end(&group);
    p->rows += p->group_rows;
    p->group_rows = 0;
    p->groups++;
}

void parquet_rows(Parquet *p, const Grid *g)
{
    for (Size r = 0; r < grid_rows(g); r++) {
        Size bytes = 0;
        for (int c = 0; c < p->columns; c++) {
            add_cell(p, &p->column[c], g->cell.item[r * g->columns + c]);
            bytes += p->column[c].values.len;
        }
        if (++p->group_rows >= GROUP_ROWS || bytes >= GROUP_BYTES) write_group(p);
    }
}

/* Negative: not there. */
static void element(Out *o, const char *name, int physical, int repetition, int children, int converted, int logical)
{
    Thrift e = {o, 0};
    if (physical >= 0) thrift_i32(&e, 1, physical);
    if (repetition >= 0) thrift_i32(&e, 3, repetition);
    thrift_text(&e, 4, span_of(name));
    if (children >= 0) thrift_i32(&e, 5, children);
    if (converted >= 0) thrift_i32(&e, 6, converted);
    if (logical >= 0) {
        Thrift choice = thrift_struct(&e, 10);
        Thrift none = thrift_struct(&choice, logical);
        thrift_end(&none);
        thrift_end(&choice);
    }
    thrift_end(&e);
}

static void schema_of(Parquet *p, Thrift *file, Out *o)
{
    Size elements = 1;
    for (int i = 0; i < p->columns; i++) elements += p->column[i].kind == GRID_LIST ? 3 : 1;
    thrift_list(file, 2, THRIFT_STRUCT, elements);
    element(o, "inzet", -1, -1, p->columns, -1, -1);
    for (int i = 0; i < p->columns; i++) {
        GridKind k = p->column[i].kind;
        const char *name = p->name[i].name;
        int physical = physical_of(k);
        if (k == GRID_LIST) {
            element(o, name, -1, OPTIONAL, 1, CONVERTED_LIST, LOGICAL_LIST);
            element(o, "list", -1, REPEATED, 1, -1, -1);
            element(o, "element", PHYSICAL_BYTES, REQUIRED, -1, CONVERTED_UTF8, LOGICAL_STRING);
        } else if (k == GRID_DAY) {
            element(o, name, physical, OPTIONAL, -1, CONVERTED_DATE, LOGICAL_DATE);
        } else if (physical == PHYSICAL_BYTES) {
            element(o, name, physical, OPTIONAL, -1, CONVERTED_UTF8, LOGICAL_STRING);
        } else {
            element(o, name, physical, OPTIONAL, -1, k == GRID_WHOLE ? CONVERTED_INT_64 : CONVERTED_NONE, -1);
        }
    }
}

static void write_footer(Parquet *p)
{
    p->text.len = 0;
    Thrift file = {&p->text, 0};
    thrift_i32(&file, 1, 1);
    schema_of(p, &file, &p->text);
    thrift_i64(&file, 3, p->rows);
    thrift_list(&file, 4, THRIFT_STRUCT, p->groups);
    out_span(&p->text, out_written(&p->group));
    thrift_text(&file, 6, SPAN("inzet"));
    thrift_end(&file);
    Size length = p->text.len;
    put_bytes(&p->text, (uint64_t)length, 4);
    out_text(&p->text, "PAR1");
    put(p, out_written(&p->text));
}

void parquet_close(Parquet *p)
{
    write_group(p);
    write_footer(p);
    for (int i = 0; i < p->columns; i++) {
        out_close(&p->column[i].repeated.out);
        out_close(&p->column[i].defined.out);
        out_close(&p->column[i].values);
    }
    out_close(&p->body);
    out_close(&p->text);
    out_close(&p->group);
    free(p->packed);
    free(p->column);
    free(p);
}
