/* Notices as iCalendar: an event for each, all day on the last day it can end, its stamp the day it was published. */
#include "base/utf8.h"
#include "export/notice.h"

enum { LINE_BYTES = 75 };

/* A content line, folded at 75 bytes between characters. */
static void write_line(Out *o, Span line)
{
    Size used = 0;
    while (line.len) {
        uint32_t c;
        int n = utf8_decode(line.at, line.at + line.len, &c);
        if (used + n > LINE_BYTES) {
            out_text(o, "\r\n ");
            used = 1;
        }
        out_span(o, span_sub(line, 0, n));
        used += n;
        line = span_sub(line, n, line.len);
    }
    out_text(o, "\r\n");
}

/* TEXT: backslash, semicolon, comma and line ends are escaped; other control characters and odd bytes cannot stand there. */
static void add_text(Out *o, Span s)
{
    while (s.len) {
        uint32_t c;
        int n = utf8_decode(s.at, s.at + s.len, &c);
        bool odd = (n == 1 && (unsigned char)s.at[0] >= 0x80) || (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
        bool before = c == '\r' && s.len > 1 && s.at[1] == '\n';
        if (odd && !before) out_text(o, "\xEF\xBF\xBD");
        else if (c == '\n') out_text(o, "\\n");
        else if (c == '\\' || c == ';' || c == ',') out_print(o, "\\%c", (char)c);
        else if (!before) out_span(o, span_sub(s, 0, n));
        s = span_sub(s, n, s.len);
    }
}

typedef struct {
    Out *out;
    Out line;
} Lines;

static void end_line(Lines *l)
{
    write_line(l->out, out_written(&l->line));
    l->line.len = 0;
}

static void property(Lines *l, const char *name, Span text)
{
    if (!text.len) return;
    out_print(&l->line, "%s:", name);
    add_text(&l->line, text);
    end_line(l);
}

static void fixed(Lines *l, const char *line)
{
    out_text(&l->line, line);
    end_line(l);
}

static void add_day(Out *o, Day day)
{
    Civil c = day_civil(day);
    out_print(o, "%04d%02d%02d", c.year, c.month, c.day);
}

static void write_event(Lines *l, const Notice *n)
{
    Out *o = &l->line;
    fixed(l, "BEGIN:VEVENT");
    out_text(o, "UID:");
    notice_uuid(n->id, o);
    end_line(l);
    out_text(o, "DTSTAMP:");
    add_day(o, day_known(n->updated) ? n->updated : (Day){0});
    out_text(o, "T000000Z");
    end_line(l);
    out_text(o, "DTSTART;VALUE=DATE:");
    add_day(o, n->latest);
    end_line(l);
    out_text(o, "DTEND;VALUE=DATE:");
    add_day(o, day_add(n->latest, 1));
    end_line(l);
    property(l, "SUMMARY", n->title);
    out_text(o, "DESCRIPTION:");
    add_text(o, n->words);
    if (n->quote.len) out_text(o, "\\n\\n");
    add_text(o, n->quote);
    if (n->source.len) out_text(o, "\\n\\n");
    add_text(o, n->source);
    end_line(l);
    property(l, "LOCATION", n->place);
    property(l, "CATEGORIES", n->category);
    fixed(l, "TRANSP:TRANSPARENT");
    fixed(l, "END:VEVENT");
}

void notices_ics(const Notices *n, Span about, Out *o)
{
    Lines l = {o, out_to_memory()};
    fixed(&l, "BEGIN:VCALENDAR");
    fixed(&l, "VERSION:2.0");
    fixed(&l, "PRODID:-//inzet//inzet//NL");
    fixed(&l, "CALSCALE:GREGORIAN");
    property(&l, "NAME", about);
    property(&l, "X-WR-CALNAME", about);
    for (Size i = 0; i < n->len; i++)
        if (day_known(n->item[i].latest)) write_event(&l, &n->item[i]);
    fixed(&l, "END:VCALENDAR");
    out_close(&l.line);
}
