/* The escaping writers: every text that leaves inzet goes through one of them. Odd bytes become U+FFFD, one for each byte. */
#ifndef INZET_EXPORT_WRITE_H
#define INZET_EXPORT_WRITE_H

#include "base/out.h"

/* A JSON string with its quotation marks. */
void write_json(Out *o, Span s);
/* Text between tags or inside an attribute's double quotes. */
void write_html(Out *o, Span s);
/* As it is, with odd bytes and NUL made U+FFFD. */
void write_valid(Out *o, Span s);
/* A CSV field (RFC 4180): quoted only where it holds a comma, a quotation mark or a line end. */
void write_csv(Out *o, Span s);
/* A TSV field: tab, line feed, carriage return and backslash as \t \n \r \\. */
void write_tsv(Out *o, Span s);
/* Text in a Markdown table cell. */
void write_markdown(Out *o, Span s);
/* Text for a terminal: white space of any kind is one space, control characters are shown as U+FFFD, so that a source cannot steer
 * the terminal. Stops before `columns` is passed and ends with an ellipsis there; columns < 0: no limit. Returns the columns used. */
int write_plain(Out *o, Span s, int columns);
/* Whether it is an address that may become a link: http or https, in the characters of addresses only. */
bool write_is_web(Span address);
/* Columns that `s` takes on a terminal. */
int write_width(Span s);

#endif
