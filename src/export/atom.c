/* Notices as an Atom feed. */
#include "export/notice.h"
#include "export/write.h"

/* Text of XML 1.0: what may not stand there is U+FFFD. */
static void write_xml(Out *o, Span s)
{
    Size from = 0;
    for (Size i = 0; i + 2 < s.len; i++) {
        /* U+FFFE and U+FFFF: characters of UTF-8 but not of XML. */
        if ((unsigned char)s.at[i] != 0xEF || (unsigned char)s.at[i + 1] != 0xBF || (unsigned char)s.at[i + 2] < 0xBE) continue;
        write_html(o, span_sub(s, from, i));
        out_text(o, "\xEF\xBF\xBD");
        from = i + 3;
        i += 2;
    }
    write_html(o, span_sub(s, from, s.len));
}

static void element(Out *o, const char *name, const char *attributes, Span text)
{
    if (!text.len) return;
    out_print(o, "<%s%s>", name, attributes);
    write_xml(o, text);
    out_print(o, "</%s>\n", name);
}

static void write_id(Out *o, Span name)
{
    out_text(o, "<id>urn:uuid:");
    notice_uuid(name, o);
    out_text(o, "</id>\n");
}

static void write_updated(Out *o, Day day)
{
    char text[12];
    out_print(o, "<updated>%sT00:00:00Z</updated>\n", day_print(day_known(day) ? day : (Day){0}, text));
}

static void paragraph(Out *o, const char *tag, Span text)
{
    if (!text.len) return;
    out_print(o, "<%s>", tag);
    write_xml(o, text);
    out_print(o, "</%s>", tag);
}

static void write_entry(Out *o, const Notice *n)
{
    out_text(o, "<entry>\n");
    write_id(o, n->id);
    element(o, "title", "", n->title);
    write_updated(o, n->updated);
    if (write_is_web(n->address)) {
        out_text(o, "<link rel=\"related\" href=\"");
        write_xml(o, n->address);
        out_text(o, "\"/>\n");
    }
    if (n->category.len) {
        out_text(o, "<category term=\"");
        write_xml(o, n->category);
        out_text(o, "\"/>\n");
    }
    out_text(o, "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">");
    paragraph(o, "p", n->words);
    paragraph(o, "blockquote", n->quote);
    paragraph(o, "p", n->source);
    out_text(o, "</div></content>\n</entry>\n");
}

void notices_atom(const Notices *n, Span about, Span key, Out *o)
{
    Day newest = NO_DAY;
    for (Size i = 0; i < n->len; i++)
        if (day_known(n->item[i].updated) && n->item[i].updated.n > newest.n) newest = n->item[i].updated;
    out_text(o, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
    write_id(o, key);
    element(o, "title", "", about);
    write_updated(o, newest);
    out_text(o, "<author><name>inzet</name></author>\n<generator>inzet</generator>\n");
    for (Size i = 0; i < n->len; i++) write_entry(o, &n->item[i]);
    out_text(o, "</feed>\n");
}
