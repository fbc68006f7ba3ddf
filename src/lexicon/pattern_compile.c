/* Compiling a rule file, line by line. */
#include "lexicon/pattern_tree.h"

#include <stdio.h>

bool pattern_fail(Compile *c, const char *expected)
{
    if (c->error.code == ERROR_NONE)
        c->error = error_at(ERROR_USAGE, c->file, c->line, (int)(c->rest.at - c->line_start) + 1, "%s", expected);
    return false;
}

/* As fail, with the name that stands there instead. */
bool pattern_fail_name(Compile *c, const char *expected, Span name)
{
    char text[200];
    snprintf(text, sizeof text, "%s: %.*s", expected, (int)(name.len < 60 ? name.len : 60), name.at);
    return pattern_fail(c, text);
}

/* ---- reading a line ---- */

void pattern_skip_white(Compile *c)
{
    while (c->rest.len && (c->rest.at[0] == ' ' || c->rest.at[0] == '\t')) c->rest = span_sub(c->rest, 1, c->rest.len);
}

bool pattern_peek(Compile *c, const char *mark)
{
    pattern_skip_white(c);
    return span_starts(c->rest, span_of(mark));
}

bool pattern_take(Compile *c, const char *mark)
{
    if (!pattern_peek(c, mark)) return false;
    c->rest = span_sub(c->rest, (Size)strlen(mark), c->rest.len);
    return true;
}

static bool is_name(unsigned char b)
{
    return (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '_' || b == '\'' || b == '-' || b >= 0x80;
}

Span pattern_take_name(Compile *c)
{
    pattern_skip_white(c);
    Size n = 0;
    while (n < c->rest.len && is_name((unsigned char)c->rest.at[n])) n++;
    Span name = span_sub(c->rest, 0, n);
    c->rest = span_sub(c->rest, n, c->rest.len);
    return name;
}

bool pattern_take_int(Compile *c, int32_t *value)
{
    pattern_skip_white(c);
    Size n = 0;
    bool minus = c->rest.len && c->rest.at[0] == '-';
    if (minus || (c->rest.len && c->rest.at[0] == '+')) n = 1;
    Size from = n;
    int64_t v = 0;
    while (n < c->rest.len && c->rest.at[n] >= '0' && c->rest.at[n] <= '9' && v < INT32_MAX / 10) v = v * 10 + (c->rest.at[n++] - '0');
    if (n == from) return false;
    c->rest = span_sub(c->rest, n, c->rest.len);
    *value = (int32_t)(minus ? -v : v);
    return true;
}

/* ---- lines ---- */

static bool read_header(Compile *c, bool find)
{
    pattern_skip_white(c);
    Span at = c->rest, name = pattern_take_name(c);
    if (name.len == 0) return pattern_fail(c, "expected the name of the rule");
    c->rest = at;
    uint32_t rule = pattern_rule_index(c, name);
    Rule *r = &c->rules.item[rule];
    if (r->defined) return pattern_fail_name(c, "expected a new name; this rule stands above already", name);
    r->defined = true;
    r->find = find;
    r->choice = (uint32_t)c->choices.len;
    c->current = (int32_t)rule;
    pattern_take_name(c);
    pattern_skip_white(c);
    return c->rest.len == 0 || c->rest.at[0] == '#' || pattern_fail(c, "expected the end of the line behind the rule's name");
}

static bool read_line(Compile *c, Span line)
{
    c->rest = line;
    c->line_start = line.at;
    bool indented = line.len && (line.at[0] == ' ' || line.at[0] == '\t');
    pattern_skip_white(c);
    if (c->rest.len == 0 || c->rest.at[0] == '\r') return true;
    if (c->rest.at[0] == '#' && (c->rest.len == 1 || c->rest.at[1] == ' ' || !indented)) return true;
    if (indented) {
        if (c->rest.at[0] == '+' || (c->rest.at[0] == '-' && c->rest.len > 1 && c->rest.at[1] == ' ')) return c->current >= 0 || pattern_fail(c, "expected a rule before its examples");
        return pattern_read_pattern(c);
    }
    Span word = pattern_take_name(c);
    if (span_is(word, "within")) return pattern_read_within(c);
    if (span_is(word, "words")) return pattern_read_words(c, false);
    if (span_is(word, "parts")) return pattern_read_words(c, true);
    if (span_is(word, "rule")) return read_header(c, false);
    if (span_is(word, "find")) return read_header(c, true);
    c->rest = line;
    return pattern_fail(c, "expected words, parts, within, rule, find, a comment, or an indented pattern or example");
}

static bool all_defined(Compile *c)
{
    for (Size i = 0; i < c->rules.len; i++) {
        const Rule *r = &c->rules.item[i];
        if (r->defined && r->choices) continue;
        c->error = error_at(ERROR_USAGE, c->file, r->line, r->column, "expected a rule %.*s with at least one pattern in this file", (int)r->name.len, r->name.at);
        return false;
    }
    return true;
}

Error pattern_compile(Span text, const char *file, Arena *keep, Span *section)
{
    Compile c = {.file = file, .keep = keep, .current = -1};
    Span line;
    *section = (Span){NULL, 0};
    while (c.error.code == ERROR_NONE && span_cut(&text, '\n', &line)) {
        c.line++;
        if (line.len && line.at[line.len - 1] == '\r') line.len--;
        read_line(&c, line);
    }
    if (c.error.code == ERROR_NONE && all_defined(&c)) *section = pattern_write_section(&c);
    return c.error;
}

bool pattern_example(Span *rest, PatternExample *e)
{
    for (Span line; span_cut(rest, '\n', &line);) {
        e->line++;
        bool indented = line.len && (line.at[0] == ' ' || line.at[0] == '\t');
        Span s = span_trim(line);
        if (!indented) {
            if (span_starts(s, SPAN("rule ")) || span_starts(s, SPAN("find "))) e->rule = span_trim(span_sub(s, 5, s.len));
            continue;
        }
        if (s.len < 3 || (s.at[0] != '+' && s.at[0] != '-') || s.at[1] != ' ') continue;
        e->counter = s.at[0] == '-';
        s = span_trim(span_sub(s, 2, s.len));
        e->written = e->expected = (Span){NULL, 0};
        Size open = span_find_byte(s, '[', 0), close = span_find_byte(s, ']', 0);
        Size equals = span_find(s, SPAN(" = "), close > 0 ? close : 0);
        if (equals > 0) e->expected = span_trim(span_sub(s, equals + 3, s.len));
        if (equals > 0) s = span_trim(span_sub(s, 0, equals));
        if (open > 0 && close > open) {
            e->written = span_sub(s, open + 1, close);
            s = span_trim(span_sub(s, 0, open));
        }
        e->text = s;
        return true;
    }
    return false;
}
