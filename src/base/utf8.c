/* UTF-8 by hand where it is hot, by utf8proc where the tables matter. */
#include "base/utf8.h"

#include <utf8proc.h>

int utf8_decode(const char *at, const char *end, uint32_t *c)
{
    const unsigned char *p = (const unsigned char *)at;
    Size n = end - at;
    *c = 0xFFFD;
    if (n <= 0) return 0;
    if (p[0] < 0x80) {
        *c = p[0];
        return 1;
    }
    if (p[0] >= 0xC2 && p[0] <= 0xDF && n > 1 && (p[1] & 0xC0) == 0x80) {
        *c = (uint32_t)(p[0] & 0x1F) << 6 | (p[1] & 0x3F);
        return 2;
    }
    if ((p[0] & 0xF0) == 0xE0 && n > 2 && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80) {
        uint32_t v = (uint32_t)(p[0] & 0x0F) << 12 | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
        if (v < 0x800 || (v >= 0xD800 && v <= 0xDFFF)) return 1;
        *c = v;
        return 3;
    }
    if (p[0] >= 0xF0 && p[0] <= 0xF4 && n > 3 && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80 && (p[3] & 0xC0) == 0x80) {
        uint32_t v = (uint32_t)(p[0] & 0x07) << 18 | (uint32_t)(p[1] & 0x3F) << 12 | (uint32_t)(p[2] & 0x3F) << 6 | (p[3] & 0x3F);
        if (v < 0x10000 || v > 0x10FFFF) return 1;
        *c = v;
        return 4;
    }
    return 1;
}

int utf8_encode(uint32_t c, char *to)
{
    return (int)utf8proc_encode_char((utf8proc_int32_t)c, (utf8proc_uint8_t *)to);
}

Size utf8_check(Span s)
{
    const char *end = s.at + s.len;
    for (const char *p = s.at; p < end;) {
        uint64_t word;
        if (end - p >= 8 && (memcpy(&word, p, 8), (word & 0x8080808080808080u) == 0)) {
            p += 8;
            continue;
        }
        uint32_t c;
        int n = utf8_decode(p, end, &c);
        if (n == 1 && (unsigned char)*p >= 0x80) return p - s.at;
        p += n;
    }
    return -1;
}

/* The base letter of a Latin character: its first decomposed code point, lower-cased. */
static uint32_t fold_char(uint32_t c)
{
    switch (c) {
    case 0x2018: case 0x2019: case 0x02BC: case 0x60: case 0xB4: return '\'';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: return '-';
    case 0xD8: case 0xF8: return 'o';
    case 0x141: case 0x142: return 'l';
    case 0x131: return 'i';
    case 0xD0: case 0x110: case 0x111: return 'd';
    default: break;
    }
    if (c < 0xC0) return c;
    utf8proc_int32_t parts[8];
    int boundary = 0;
    utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)c, parts, 8, UTF8PROC_DECOMPOSE, &boundary);
    uint32_t base = n > 0 ? (uint32_t)parts[0] : c;
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)base);
}

/* The same, remembering what was asked lately: the tables behind it are deep. */
static uint32_t fold_known(uint32_t c)
{
    static struct { uint32_t c, fold; } known[256];
    uint32_t slot = (c ^ c >> 8) & 255;
    if (known[slot].c != c) {
        known[slot].fold = fold_char(c);
        known[slot].c = c;
    }
    return known[slot].fold;
}

Size utf8_fold(Span s, char *to, Size room)
{
    const char *end = s.at + s.len;
    Size n = 0;
    for (const char *p = s.at; p < end && n + 4 <= room;) {
        unsigned char b = (unsigned char)*p;
        if (b < 0x80) {
            to[n++] = (char)(b >= 'A' && b <= 'Z' ? b | 0x20 : b == '`' ? '\'' : b);
            p++;
            continue;
        }
        uint32_t c;
        p += utf8_decode(p, end, &c);
        if (c == 0xAD || (c >= 0x300 && c <= 0x36F)) continue;
        n += utf8_encode(fold_known(c), to + n);
    }
    return n;
}

bool utf8_capital(Span s)
{
    if (s.len == 0) return false;
    if ((unsigned char)s.at[0] < 0x80) return s.at[0] >= 'A' && s.at[0] <= 'Z';
    uint32_t c;
    utf8_decode(s.at, s.at + s.len, &c);
    return utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_LU;
}
