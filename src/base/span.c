/* Searching, cutting and hashing borrowed text. */
#include "base/span.h"

Size span_find(Span s, Span what, Size from)
{
    if (what.len == 0) return from <= s.len ? from : -1;
    for (Size i = from; i + what.len <= s.len; i++) {
        const char *hit = memchr(s.at + i, what.at[0], (size_t)(s.len - what.len - i + 1));
        if (!hit) return -1;
        i = hit - s.at;
        if (memcmp(hit, what.at, (size_t)what.len) == 0) return i;
    }
    return -1;
}

/* Pieces of lists are short: a few bytes are looked at before the machinery of memchr is set going. */
enum { NEAR_BYTES = 16 };

Size span_find_byte(Span s, char c, Size from)
{
    Size near = from + NEAR_BYTES < s.len ? from + NEAR_BYTES : s.len;
    for (Size i = from; i < near; i++)
        if (s.at[i] == c) return i;
    if (near >= s.len) return -1;
    const char *hit = memchr(s.at + near, c, (size_t)(s.len - near));
    return hit ? hit - s.at : -1;
}

bool span_listed(const char *list, Span word)
{
    for (const char *p = list; *p;) {
        Size i = 0;
        while (i < word.len && p[i] == word.at[i] && p[i] != '|' && p[i]) i++;
        if (i == word.len && (p[i] == '|' || !p[i])) return true;
        for (p += i; *p && *p != '|'; p++) {}
        if (*p == '|') p++;
    }
    return false;
}

static bool is_white(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

Span span_trim(Span s)
{
    while (s.len && is_white(s.at[0])) {
        s.at++;
        s.len--;
    }
    while (s.len && is_white(s.at[s.len - 1])) s.len--;
    return s;
}

bool span_cut(Span *rest, char separator, Span *piece)
{
    if (!rest->at || rest->len < 0) return false;
    if (rest->len == 0) {
        rest->len = -1;
        return false;
    }
    Size at = span_find_byte(*rest, separator, 0);
    if (at < 0) {
        *piece = *rest;
        rest->len = -1;
        return true;
    }
    *piece = span_sub(*rest, 0, at);
    *rest = span_sub(*rest, at + 1, rest->len);
    if (rest->len == 0) rest->len = -1;
    return true;
}

bool span_lists(Span list, Span word)
{
    for (Size from = 0; from < list.len;) {
        Size to = from;
        while (to < list.len && list.at[to] != '|') to++;
        if (to - from == word.len && (word.len == 0 || memcmp(list.at + from, word.at, (size_t)word.len) == 0)) return true;
        from = to + 1;
    }
    return false;
}

uint64_t span_hash(Span s)
{
    uint64_t h = hash_begin(s.len);
    Size i = 0;
    for (; i + 8 <= s.len; i += 8) h = hash_mix(h, span_word(s.at + i));
    uint64_t tail = 0;
    for (Size k = 0; i + k < s.len; k++) tail |= (uint64_t)(unsigned char)s.at[i + k] << (8 * k);
    return hash_end(h, tail);
}

int span_compare(Span a, Span b)
{
    size_t shorter = (size_t)(a.len < b.len ? a.len : b.len);
    int d = shorter ? memcmp(a.at, b.at, shorter) : 0;
    return d ? d : (a.len > b.len) - (a.len < b.len);
}
