/* Marking words. */
#include "export/marked.h"

#include <stdlib.h>

#include "export/write.h"

void marks_add(Marks *marks, Range at, Span label, Arena *keep)
{
    if (!range_some(at) || at.to <= at.from) return;
    for (Size i = 0; i < marks->len; i++) {
        Mark *m = &marks->item[i];
        if (m->at.from != at.from || m->at.to != at.to) continue;
        if (span_find(m->label, label, 0) < 0)
            m->label = arena_print(keep, "%.*s %.*s", (int)m->label.len, m->label.at, (int)label.len, label.at);
        return;
    }
    *ARRAY_PUSH(marks, keep) = (Mark){at, label};
}

static Span first_word(Span label)
{
    Size space = span_find_byte(label, ' ', 0);
    return space < 0 ? label : span_sub(label, 0, space);
}

const char *mark_color(Span label)
{
    static const struct { const char *label, *color; } COLORS[] = {
        {"contributor", "\033[4;36m"}, {"asset", "\033[4;33m"},   {"quantity", "\033[1;4;32m"}, {"basis", "\033[4;32m"},  {"stage", "\033[4;31m"},
        {"realis", "\033[4;31m"},      {"act", "\033[4;31m"},     {"mission", "\033[4;35m"},    {"host", "\033[4;34m"},   {"places", "\033[4;34m"},
        {"start", "\033[1;4;33m"},     {"end", "\033[1;4;33m"},   {"duration", "\033[1;4;33m"}, {"roles", "\033[1;4;36m"}, {"decider", "\033[1;4;35m"},
        {"requester", "\033[1;4;35m"}, {"speaker", "\033[1;4;35m"}, {"number", "\033[1;32m"},     {"time", "\033[33m"},      {"force", "\033[1;4m"},
        {"verb", "\033[31m"},          {"country", "\033[36m"},     {"adjective", "\033[36m"},    {"demonym", "\033[36m"},   {"place", "\033[34m"},
        {"body", "\033[2;35m"},
    };
    for (size_t i = 0; i < sizeof COLORS / sizeof *COLORS; i++)
        if (span_is(first_word(label), COLORS[i].label)) return COLORS[i].color;
    return "\033[4m";
}

static void text_of(Out *o, Span s, Look look)
{
    if (look.format == FORMAT_HTML) write_html(o, s);
    else if (look.format == FORMAT_MARKDOWN) write_markdown(o, s);
    else write_plain(o, s, -1);
}

static void mark_of(Out *o, Span s, Span label, Look look)
{
    Span class = first_word(label);
    if (look.format == FORMAT_HTML) out_print(o, "<mark class=\"%.*s\">", (int)class.len, class.at);
    else if (look.format == FORMAT_MARKDOWN) out_text(o, "**");
    else out_text(o, look.color ? mark_color(label) : "[");
    text_of(o, s, look);
    if (look.format == FORMAT_HTML) out_print(o, "<sub>%.*s</sub></mark>", (int)label.len, label.at);
    else if (look.format == FORMAT_MARKDOWN) out_print(o, "** (%.*s)", (int)label.len, label.at);
    else if (look.color) out_print(o, "\033[0m\033[2m(%.*s)\033[0m", (int)label.len, label.at);
    else out_print(o, "](%.*s)", (int)label.len, label.at);
}

/* The next mark at or behind `from`: the first to begin, of those the longest. */
static const Mark *next_mark(const Marks *marks, int32_t from, int32_t end)
{
    const Mark *best = NULL;
    for (Size i = 0; i < marks->len; i++) {
        const Mark *m = &marks->item[i];
        if (m->at.from < from || m->at.to > end) continue;
        if (!best || m->at.from < best->at.from || (m->at.from == best->at.from && m->at.to > best->at.to)) best = m;
    }
    return best;
}

void marked_write(Span text, Range window, const Marks *marks, Look look, Out *o)
{
    int32_t at = window.from;
    for (const Mark *m; (m = next_mark(marks, at, window.to)) != NULL; at = m->at.to) {
        text_of(o, span_range(text, (Range){at, m->at.from}), look);
        mark_of(o, span_range(text, m->at), m->label, look);
    }
    text_of(o, span_range(text, (Range){at, window.to}), look);
}
