/* Telling encodings apart. The map of 0x80-0x9F is the one of the WHATWG Encoding Standard. */
#include "source/encoding.h"

#include "base/utf8.h"

static const uint16_t HIGH[32] = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
    0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
};

typedef struct {
    Size nul, control, valid, stray;
} Census;

/* The high bit of every byte of `w` that is not ASCII, or a control character other than the line feed. */
static inline uint64_t special_bytes(uint64_t w)
{
    const uint64_t each = 0x0101010101010101u, high = each * 0x80, low = w & ~high;
    uint64_t printed = (low + each * (0x80 - 0x20)) & ~(low + each), other = (low ^ each * 0x0A) + each * 0x7F;
    return ((other & ~printed) | w) & high;
}

/* Counts what a text should not hold, and what tells UTF-8 from windows-1252. */
static Census count_bytes(Span s)
{
    Census n = {0};
    const char *p = s.at, *end = s.at + s.len;
    while (p < end) {
        if (end - p >= 8) {
            uint64_t special = special_bytes(span_word(p));
            p += special ? __builtin_ctzll(special) >> 3 : 8;
            if (!special) continue;
        }
        unsigned char c = (unsigned char)*p;
        if (c < 0x80) {
            n.nul += c == 0;
            n.control += (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v') || c == 0x7F;
            p++;
            continue;
        }
        uint32_t code;
        int bytes = utf8_decode(p, end, &code);
        if (bytes > 1) n.valid++;
        else n.stray++;
        p += bytes;
    }
    return n;
}

static bool opens_with_utf16(Span s)
{
    return s.len >= 2 && ((s.at[0] == '\xFF' && s.at[1] == '\xFE') || (s.at[0] == '\xFE' && s.at[1] == '\xFF'));
}

Encoding encoding_guess(Span s)
{
    if (opens_with_utf16(s)) return ENCODING_UTF16;
    Census n = count_bytes(s);
    if (n.nul || n.control > 16 + s.len / 50) return ENCODING_BINARY;
    if (n.stray == 0) return n.valid ? ENCODING_UTF8 : ENCODING_ASCII;
    /* Text in windows-1252 has an accent here and there; a third of it high bytes is some other thing. */
    if (n.stray > 64 && n.stray > s.len / 3) return ENCODING_BINARY;
    return n.valid >= n.stray ? ENCODING_UTF8 : ENCODING_WINDOWS_1252;
}

Size encoding_from_1252(Span s, char *to)
{
    char *at = to;
    for (Size i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.at[i];
        if (c < 0x80) *at++ = (char)c;
        else at += utf8_encode(c < 0xA0 ? HIGH[c - 0x80] : c, at);
    }
    return at - to;
}

const char *encoding_name(Encoding e)
{
    return e == ENCODING_WINDOWS_1252 ? "windows-1252" : "utf-8";
}
