/* UTF-8: decoding, checking, folding for comparison. */
#ifndef INZET_BASE_UTF8_H
#define INZET_BASE_UTF8_H

#include "base/span.h"

/* Decodes the character at `at`; returns its bytes (1-4). A byte that begins no valid character gives U+FFFD and 1. */
int utf8_decode(const char *at, const char *end, uint32_t *c);
/* Writes `c` to `to` (room for 4); returns the bytes written. */
int utf8_encode(uint32_t c, char *to);
/* Offset of the first byte that is not valid UTF-8, or -1. Overlong forms, surrogates and > U+10FFFF are not valid. */
Size utf8_check(Span s);
/* Folds for comparison into `to` (room for s.len + 4): lower case, no diacritics, ’ and ‘ as ', all dashes as -, soft hyphen dropped.
 * Never longer than the source by more than 0 bytes for Latin text; other scripts are lower-cased only. Returns the length. */
Size utf8_fold(Span s, char *to, Size room);
/* Whether the first character is an upper-case letter. */
bool utf8_capital(Span s);

#endif
