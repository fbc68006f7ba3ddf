/* Which bytes a text is written in, and windows-1252 as UTF-8. */
#ifndef INZET_SOURCE_ENCODING_H
#define INZET_SOURCE_ENCODING_H

#include "base/span.h"

typedef enum {
    ENCODING_ASCII,         /* nothing but ASCII so far: either of the next two */
    ENCODING_UTF8,          /* may hold odd bytes, which stay as they are */
    ENCODING_WINDOWS_1252,  /* also ISO-8859-1: Windows adds signs only where that has control characters */
    ENCODING_UTF16,         /* not read; the user is told to convert */
    ENCODING_BINARY         /* no text at all */
} Encoding;

/* Judges a stretch of text. More valid UTF-8 sequences than stray bytes mean UTF-8 with damage; stray bytes alone mean windows-1252. */
Encoding encoding_guess(Span s);
/* Writes `s` as UTF-8 to `to`, which has room for 3 * s.len; returns the bytes written. The five unassigned bytes become U+FFFD. */
Size encoding_from_1252(Span s, char *to);
/* "utf-8" or "windows-1252", as in JSON. */
const char *encoding_name(Encoding e);

#endif
