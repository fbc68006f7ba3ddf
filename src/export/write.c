/* Escaping. */
#include "export/write.h"

#include <utf8proc.h>

#include "base/utf8.h"

static const Span REPLACED = {"\xEF\xBF\xBD", 3};

/* Takes the next character of `*s`; `*odd` where its byte begins none. */
static Span take(Span *s, uint32_t *c, bool *odd)
{
    int n = utf8_decode(s->at, s->at + s->len, c);
    Span piece = {s->at, n};
    *odd = n == 1 && (unsigned char)piece.at[0] >= 0x80;
    *s = span_sub(*s, n, s->len);
    return piece;
}

/* Takes the letters that are one byte each and stand for themselves everywhere, at once; most text is these. */
static Span take_plain(Span *s)
{
    Size n = 0;
    while (n < s->len && s->at[n] >= ' ' && s->at[n] < 0x7F && s->at[n] != '"' && s->at[n] != '\\') n++;
    Span piece = span_sub(*s, 0, n);
    *s = span_sub(*s, n, s->len);
    return piece;
}

static void write_json_character(Out *o, uint32_t c, Span piece)
{
    switch (c) {
    case '"': out_text(o, "\\\""); break;
    case '\\': out_text(o, "\\\\"); break;
    case '\n': out_text(o, "\\n"); break;
    case '\r': out_text(o, "\\r"); break;
    case '\t': out_text(o, "\\t"); break;
    default:
        if (c < 0x20 || c == 0x7F || c == 0x2028 || c == 0x2029) out_print(o, "\\u%04x", (unsigned)c);
        else out_span(o, piece);
    }
}

/* How many bytes at the front of `s` JSON takes as they are. */
static Size json_plain(Span s)
{
    Size n = 0;
    while (n < s.len && s.at[n] >= 0x20 && s.at[n] < 0x7F && s.at[n] != '"' && s.at[n] != '\\') n++;
    return n;
}

void write_json(Out *o, Span s)
{
    out_char(o, '"');
    for (;;) {
        Size n = json_plain(s);
        out_bytes(o, s.at, n);
        s = span_sub(s, n, s.len);
        if (!s.len) break;
        uint32_t c;
        bool odd;
        out_span(o, take_plain(&s));
        if (!s.len) break;
        Span piece = take(&s, &c, &odd);
        if (odd) out_span(o, REPLACED);
        else write_json_character(o, c, piece);
    }
    out_char(o, '"');
}

void write_html(Out *o, Span s)
{
    while (s.len) {
        uint32_t c;
        bool odd;
        Span piece = take(&s, &c, &odd);
        if (odd || (c < 0x20 && c != '\n' && c != '\t' && c != '\r')) out_span(o, REPLACED);
        else if (c == '&') out_text(o, "&amp;");
        else if (c == '<') out_text(o, "&lt;");
        else if (c == '>') out_text(o, "&gt;");
        else if (c == '"') out_text(o, "&quot;");
        else if (c == '\'') out_text(o, "&#39;");
        else out_span(o, piece);
    }
}

static void write_doubling(Out *o, Span s, char doubled)
{
    while (s.len) {
        uint32_t c;
        bool odd;
        out_span(o, take_plain(&s));
        if (!s.len) break;
        Span piece = take(&s, &c, &odd);
        out_span(o, odd || c == 0 ? REPLACED : piece);
        if (doubled && c == (uint32_t)doubled) out_char(o, doubled);
    }
}

void write_valid(Out *o, Span s)
{
    write_doubling(o, s, 0);
}

void write_csv(Out *o, Span s)
{
    bool quoted = false;
    for (Size i = 0; i < s.len && !quoted; i++) quoted = s.at[i] == ',' || s.at[i] == '"' || s.at[i] == '\n' || s.at[i] == '\r';
    if (s.len) quoted = quoted || s.at[0] == ' ' || s.at[s.len - 1] == ' ';
    if (quoted) out_char(o, '"');
    write_doubling(o, s, quoted ? '"' : 0);
    if (quoted) out_char(o, '"');
}

void write_tsv(Out *o, Span s)
{
    while (s.len) {
        uint32_t c;
        bool odd;
        Span piece = take(&s, &c, &odd);
        if (odd || c == 0) out_span(o, REPLACED);
        else if (c == '\t') out_text(o, "\\t");
        else if (c == '\n') out_text(o, "\\n");
        else if (c == '\r') out_text(o, "\\r");
        else if (c == '\\') out_text(o, "\\\\");
        else out_span(o, piece);
    }
}

void write_markdown(Out *o, Span s)
{
    while (s.len) {
        uint32_t c;
        bool odd;
        Span piece = take(&s, &c, &odd);
        if (odd || (c < 0x20 && c != '\n' && c != '\t' && c != '\r')) out_span(o, REPLACED);
        else if (c == '\n' || c == '\r' || c == '\t') out_char(o, ' ');
        else if (c == '<') out_text(o, "&lt;");
        else if (c == '&') out_text(o, "&amp;");
        else {
            if (c < 0x80 && strchr("\\`*_[]|~#", (int)c)) out_char(o, '\\');
            out_span(o, piece);
        }
    }
}

static int columns_of(uint32_t c)
{
    if (c < 0x7F) return 1;
    int n = utf8proc_charwidth((utf8proc_int32_t)c);
    return n < 0 ? 0 : n;
}

static bool is_white(uint32_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x2028 || c == 0x2029 || c == 0x85;
}

/* Characters that move the cursor or turn the writing around. */
static bool is_steering(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
}

/* Takes the next character as a terminal may show it; returns its columns. */
static int take_shown(Span *s, Span *shown)
{
    uint32_t c;
    bool odd;
    *shown = take(s, &c, &odd);
    if (!odd && is_white(c)) {
        while (s->len) {
            Span rest = *s;
            take(&rest, &c, &odd);
            if (odd || !is_white(c)) break;
            *s = rest;
        }
        *shown = SPAN(" ");
        return 1;
    }
    if (odd || is_steering(c)) {
        *shown = REPLACED;
        return 1;
    }
    return columns_of(c);
}

int write_width(Span s)
{
    int width = 0;
    Span shown;
    while (s.len) width += take_shown(&s, &shown);
    return width;
}

int write_plain(Out *o, Span s, int columns)
{
    bool cut = columns >= 0 && write_width(s) > columns;
    int room = cut ? columns - 1 : columns, used = 0;
    while (s.len) {
        Span shown;
        int width = take_shown(&s, &shown);
        if (cut && used + width > room) break;
        out_span(o, shown);
        used += width;
    }
    if (cut && columns > 0) {
        out_text(o, "\xE2\x80\xA6");
        used++;
    }
    return used;
}

bool write_is_web(Span s)
{
    bool web = (span_starts(s, SPAN("https://")) || span_starts(s, SPAN("http://"))) && s.len < 2000;
    for (Size i = 0; i < s.len && web; i++) web = s.at[i] > ' ' && s.at[i] < 0x7F && !strchr("\"<>\\^`{|}", s.at[i]);
    return web;
}
