/* Printing the values of texts and of suites. */
#include "cli/values.h"

#include <jansson.h>
#include <math.h>
#include <stdio.h>

#include "export/write.h"
#include "number/number.h"
#include "source/plain.h"

enum { READINGS = 2 * TIME_ALTERNATIVES + 4 };

/* Days [start, end), either may be open. */
typedef struct {
    Day start, end;
} Interval;

typedef struct {
    Interval reading[READINGS];
    int count;
} Readings;

/* ---- intervals ---- */

static void add_reading(Readings *r, Day start, Day end)
{
    if (r->count == READINGS || (!day_known(start) && !day_known(end))) return;
    for (int i = 0; i < r->count; i++)
        if (r->reading[i].start.n == start.n && r->reading[i].end.n == end.n) return;
    r->reading[r->count++] = (Interval){start, end};
}

/* What one set of bounds says as half-open days; where the world disagrees on a last or first day, the other reading follows (docs/time.md). */
static void add_bounds(Readings *r, const Time *t, Bounds b)
{
    Day after = day_add(b.end_latest, 1);
    bool day = t->grain == GRAIN_DAY;
    switch (t->connect) {
    case CONNECT_FROM: case CONNECT_SINCE: add_reading(r, b.start_earliest, NO_DAY); break;
    case CONNECT_AFTER:
        add_reading(r, after, NO_DAY);
        if (day) add_reading(r, b.end_latest, NO_DAY);
        break;
    case CONNECT_BEFORE:
        add_reading(r, NO_DAY, t->inclusive ? after : b.start_earliest);
        if (t->inclusive) add_reading(r, NO_DAY, b.start_earliest);
        add_reading(r, b.start_earliest, after);  /* `voor` that is no `before`: een afspraak voor de 27e */
        break;
    case CONNECT_UNTIL:
        if (day || t->grain == GRAIN_PART || t->inclusive || t->latest_only) add_reading(r, NO_DAY, after);
        add_reading(r, NO_DAY, b.start_earliest);
        add_reading(r, NO_DAY, after);
        break;
    case CONNECT_BETWEEN:
        if (!t->inclusive && !t->both && b.end_earliest.n < b.end_latest.n) add_reading(r, b.start_earliest, day_add(b.end_earliest, 1));
        add_reading(r, b.start_earliest, after);
        add_reading(r, b.start_earliest, b.end_earliest.n < b.end_latest.n ? b.end_earliest : b.end_latest);
        break;
    case CONNECT_WITHIN:
        add_reading(r, b.start_earliest, after);
        add_reading(r, b.start_earliest, b.end_latest);
        break;
    default: add_reading(r, t->latest_only ? NO_DAY : b.start_earliest, after); break;
    }
}

static Readings readings_of(const Time *t)
{
    Readings r = {.count = 0};
    add_bounds(&r, t, t->bounds);
    for (int i = 0; i < t->alternatives; i++) add_bounds(&r, t, t->alternative[i]);
    return r;
}

/* ---- JSON ---- */

typedef struct {
    Out *out;
    bool first;
} List;

#define MEMBER(out, name) OUT_LITERAL(out, ",\"" name "\":")

/* A name of the program's own, which needs no escape. */
static void put_name(Out *o, const char *name)
{
    out_char(o, '"');
    out_bytes(o, name, (Size)strlen(name));
    out_char(o, '"');
}

/* An expression gives the same few days again and again: those printed lately are kept. */
static void put_day(Out *o, Day d)
{
    enum { KEPT = 64 };
    static struct { Day day; char text[12]; } kept[KEPT];
    size_t slot = (uint32_t)d.n % KEPT;
    if (kept[slot].day.n != d.n || !kept[slot].text[0]) {
        kept[slot].day = d;
        day_print(d, kept[slot].text);
    }
    if (!kept[slot].text[0]) OUT_LITERAL(o, "null");
    else out_char(o, '"'), out_bytes(o, kept[slot].text, 10), out_char(o, '"');
}

static void put_number(Out *o, double v)
{
    if (isnan(v)) OUT_LITERAL(o, "null");
    else if (v == floor(v) && fabs(v) < 1e15) out_int(o, (int64_t)v);
    else out_print(o, "%.15g", v);
}

static void begin_item(List *l, Span text, Range r, const char *kind)
{
    Out *o = l->out;
    if (!l->first) out_char(o, ',');
    l->first = false;
    OUT_LITERAL(o, "{\"from\":");
    out_int(o, r.from);
    MEMBER(o, "to");
    out_int(o, r.to);
    MEMBER(o, "words");
    write_json(o, span_range(text, r));
    MEMBER(o, "kind");
    put_name(o, kind);
}

static void json_bounds(Out *o, const Bounds *b)
{
    OUT_LITERAL(o, ",\"bounds\":{\"start_earliest\":");
    put_day(o, b->start_earliest);
    MEMBER(o, "start_latest");
    put_day(o, b->start_latest);
    MEMBER(o, "end_earliest");
    put_day(o, b->end_earliest);
    MEMBER(o, "end_latest");
    put_day(o, b->end_latest);
    out_char(o, '}');
}

static void json_alternatives(Out *o, const Readings *r)
{
    if (r->count < 2) return;
    MEMBER(o, "alternatives");
    for (int i = 1; i < r->count; i++) {
        out_text(o, i > 1 ? ",{\"start\":" : "[{\"start\":");
        put_day(o, r->reading[i].start);
        MEMBER(o, "end");
        put_day(o, r->reading[i].end);
        out_char(o, '}');
    }
    out_char(o, ']');
}

static void json_interval(Out *o, const Time *t)
{
    Readings r = readings_of(t);
    Interval best = r.count ? r.reading[0] : (Interval){NO_DAY, NO_DAY};
    MEMBER(o, "start");
    put_day(o, best.start);
    MEMBER(o, "end");
    put_day(o, best.end);
    MEMBER(o, "grain");
    put_name(o, grain_name(t->grain));
    MEMBER(o, "connect");
    put_name(o, connective_name(t->connect));
    json_bounds(o, &t->bounds);
    if (t->iso[0]) MEMBER(o, "iso"), put_name(o, t->iso);
    if (t->relative) OUT_LITERAL(o, ",\"relative\":true");
    if (t->kind == TIME_NOW) OUT_LITERAL(o, ",\"now\":true");
    if (t->anchored) OUT_LITERAL(o, ",\"anchored\":true");
    if (t->vague) OUT_LITERAL(o, ",\"vague\":true");
    if (t->earliest_only) OUT_LITERAL(o, ",\"earliest\":true");
    if (t->latest_only) OUT_LITERAL(o, ",\"latest\":true");
    json_alternatives(o, &r);
}

static const char *time_item_kind(const Time *t)
{
    return t->kind == TIME_PERIOD || t->kind == TIME_NOW ? "interval" : time_kind_name(t->kind);
}

/* Words as they stand in a value: bare connectives that only place it (op, in) are left out, as annotators do. */
static Range time_item_range(const Time *t)
{
    bool bare = t->connect == CONNECT_AT || (t->connect == CONNECT_FOR && t->kind == TIME_DURATION);
    return bare ? t->core : t->words;
}

static void json_time(List *l, Span text, const Time *t)
{
    begin_item(l, text, time_item_range(t), time_item_kind(t));
    Out *o = l->out;
    if (t->kind == TIME_PERIOD || t->kind == TIME_NOW) json_interval(o, t);
    else if (t->iso[0]) MEMBER(o, "iso"), put_name(o, t->iso);
    if (t->iso_high[0]) MEMBER(o, "iso_high"), put_name(o, t->iso_high);
    if (t->kind == TIME_DURATION) MEMBER(o, "hedge"), put_name(o, hedge_name(t->hedge));
    if (t->added) OUT_LITERAL(o, ",\"added\":true");
    out_char(o, '}');
}

static const char *number_item_kind(const Number *n)
{
    switch (n->kind) {
    case NUMBER_RANGE: return "number_range";
    case NUMBER_ORDINAL: return "ordinal";
    case NUMBER_VAGUE: return "vague";
    default: break;
    }
    if (n->low < n->high) return "number_range";
    bool open = n->hedge == HEDGE_MORE_THAN || n->hedge == HEDGE_AT_LEAST || n->hedge == HEDGE_AT_MOST;
    return open ? "number_range" : "number";
}

static bool shown(const Number *n)
{
    switch (n->kind) {
    case NUMBER_ARTICLE: case NUMBER_YEAR: case NUMBER_CLOCK: case NUMBER_DATE_PART: case NUMBER_NAME: return false;
    default: return true;
    }
}

static void json_number(List *l, Span text, const Number *n)
{
    begin_item(l, text, n->words, number_item_kind(n));
    Out *o = l->out;
    bool below = n->hedge == HEDGE_AT_MOST, above = n->hedge == HEDGE_MORE_THAN || n->hedge == HEDGE_AT_LEAST;
    if (span_is(span_of(number_item_kind(n)), "number_range")) {
        MEMBER(o, "lo");
        put_number(o, below ? NAN : n->low);
        MEMBER(o, "hi");
        put_number(o, above ? NAN : n->high);
    }
    if (n->low == n->high && n->kind != NUMBER_RANGE) MEMBER(o, "n"), put_number(o, n->low);
    MEMBER(o, "hedge");
    put_name(o, hedge_name(n->hedge));
    if (n->kind != NUMBER_CARDINAL && n->kind != NUMBER_RANGE) MEMBER(o, "of"), put_name(o, number_kind_name(n->kind));
    if (n->average) OUT_LITERAL(o, ",\"average\":true");
    if (n->extra) OUT_LITERAL(o, ",\"extra\":true");
    out_char(o, '}');
}

/* ---- a table ---- */

enum { PLACE_WIDTH = 7, KIND_WIDTH = 12, VALUE_WIDTH = 32, WORDS_WIDTH = 60 };

static void put_spaces(Out *o, Size n)
{
    static const char spaces[] = "                                ";
    if (n > 0) out_bytes(o, spaces, n < (Size)sizeof spaces - 1 ? n : (Size)sizeof spaces - 1);
}

static void put_place(Out *o, int32_t place)
{
    Size width = 1;
    for (int32_t left = place; left >= 10; left /= 10) width++;
    put_spaces(o, PLACE_WIDTH - width);
    out_int(o, place);
}

static void put_cell(Out *o, Span s, Size width)
{
    out_bytes(o, s.at, s.len);
    put_spaces(o, width - s.len);
}

static void table_line(Out *o, Span text, Range r, const char *kind, Span value)
{
    put_place(o, r.from);
    out_char(o, ' ');
    put_place(o, r.to);
    OUT_LITERAL(o, "  ");
    put_cell(o, span_of(kind), KIND_WIDTH);
    OUT_LITERAL(o, "  ");
    put_cell(o, value, VALUE_WIDTH);
    OUT_LITERAL(o, "  ");
    write_plain(o, span_range(text, r), WORDS_WIDTH);
    out_char(o, '\n');
}

static void table_time(Out *o, Span text, const Time *t)
{
    char value[64], a[12], b[12];
    Readings r = readings_of(t);
    Size n = 0;
    if (r.count) {
        const char *const parts[] = {day_print(r.reading[0].start, a), "..", day_print(day_add(r.reading[0].end, -1), b), " ", grain_name(t->grain)};
        for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
            for (const char *p = parts[i]; *p; p++) value[n++] = *p;
    }
    Span shown = r.count ? (Span){value, n} : t->iso[0] ? span_of(t->iso) : SPAN("-");
    table_line(o, text, time_item_range(t), time_item_kind(t), shown);
}

static void table_number(Out *o, Span text, const Number *n)
{
    char value[64];
    int len = isnan(n->low)       ? snprintf(value, sizeof value, "%s", hedge_name(n->hedge))
              : n->low == n->high ? snprintf(value, sizeof value, "%.15g %s", n->low, hedge_name(n->hedge))
                                  : snprintf(value, sizeof value, "%.15g..%.15g %s", n->low, n->high, hedge_name(n->hedge));
    table_line(o, text, n->words, number_item_kind(n), (Span){value, len});
}

/* ---- a text ---- */

static bool covered(const Times *times, const Number *n)
{
    for (Size i = 0; i < times->item.len; i++) {
        const Time *t = &times->item.item[i];
        if (t->first >= n->last) break;
        if (t->last > n->first && t->kind != TIME_DURATION) return true;
    }
    return false;
}

static void print_sentence(List *l, Span text, const Numbers *numbers, const Times *times, bool jsonl)
{
    Size k = 0;
    for (Size i = 0; i <= times->item.len; i++) {
        const Time *t = i < times->item.len ? &times->item.item[i] : NULL;
        for (; k < numbers->item.len && (!t || numbers->item.item[k].first < t->last); k++) {
            const Number *n = &numbers->item.item[k];
            if (!shown(n) || covered(times, n)) continue;
            if (jsonl) json_number(l, text, n);
            else table_number(l->out, text, n);
        }
        if (!t) break;
        if (jsonl) json_time(l, text, t);
        else table_time(l->out, text, t);
    }
}

void values_text(Span id, Span text, Written written, bool jsonl, Out *out, Arena scratch)
{
    Document d = document_read(text, &scratch);
    List l = {out, true};
    Written told = {NO_DAY, NO_DAY};
    if (jsonl) {
        out_text(out, "{\"id\":");
        write_json(out, id);
        out_text(out, ",\"found\":[");
    }
    for (Size i = 0; i < d.sentences.len; i++) {
        const Sentence *s = &d.sentences.item[i];
        Arena keep = scratch;
        Numbers numbers = number_read(&d, s->token, s->token + s->tokens, &keep);
        Times times = time_read_on(&d, &numbers, s->token, s->token + s->tokens, written, &told, &keep);
        print_sentence(&l, text, &numbers, &times, jsonl);
    }
    if (jsonl) out_text(out, "]}\n");
}

/* ---- files ---- */

bool values_written(const char *text, Written *written)
{
    int precision = 0;
    Day d = day_parse(span_of(text), &precision);
    if (!day_known(d)) return false;
    *written = (Written){d, precision == 3 ? d : day_add(day_add_months(d, precision == 2 ? 1 : 12), -1)};
    return true;
}

static Span string_of(const json_t *object, const char *name)
{
    const json_t *v = json_object_get(object, name);
    return json_is_string(v) ? (Span){json_string_value(v), (Size)json_string_length(v)} : (Span){NULL, 0};
}

/* A line of a suite; false where it is no object with a text. */
static bool suite_line(Span line, const ValuesRequest *r, Out *out, Arena scratch)
{
    json_t *object = json_loadb(line.at, (size_t)line.len, 0, NULL);
    Span text = string_of(object, "text"), reference = string_of(object, "reference");
    bool fine = text.at != NULL;
    if (fine) {
        Written written = r->written;
        char day[11] = {0};
        if (reference.len >= 10) memcpy(day, reference.at, 10), values_written(day, &written);
        values_text(string_of(object, "id"), text, written, true, out, scratch);
    }
    json_decref(object);
    return fine;
}

static bool is_suite(Span bytes)
{
    Span s = span_trim(span_sub(bytes, 0, bytes.len < 4096 ? bytes.len : 4096));
    return s.len > 1 && s.at[0] == '{' && span_find(s, SPAN("\"text\""), 0) > 0;
}

static int read_one(const ValuesRequest *r, const char *file, Plain *plain, Out *out, Arena scratch)
{
    Error e = plain_open(plain, file);
    SourceText text;
    while (e.code == ERROR_NONE && plain_next(plain, &text, &e)) {
        if (!is_suite(text.bytes)) {
            values_text(text.path, text.bytes, r->written, r->jsonl, out, scratch);
            continue;
        }
        Span rest = text.bytes;
        for (Span line; span_cut(&rest, '\n', &line);)
            if (span_trim(line).len) suite_line(line, r, out, scratch);
    }
    plain_close(plain);
    if (e.code) error_print(&e);
    return e.code ? ERROR_UNREAD : 0;
}

int values_run(const ValuesRequest *r, Out *out)
{
    static const char *const standard[] = {"-"};
    Arena whole = arena_reserve((Size)4 << 30), keep = whole;
    Plain plain = plain_new(&keep);
    const char *const *files = r->count ? r->files : standard;
    int status = 0;
    for (int i = 0; i < (r->count ? r->count : 1); i++) {
        int one = read_one(r, files[i], &plain, out, keep);
        status = one > status ? one : status;
    }
    arena_release(&whole);
    return status;
}
