/* Borrowed bytes, byte ranges and the signed size every layer counts with. */
#ifndef INZET_BASE_SPAN_H
#define INZET_BASE_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef ptrdiff_t Size;

/* Borrowed text: never assumed to end in NUL, never freed through a Span. */
typedef struct {
    const char *at;
    Size len;
} Span;

/* Half-open byte range [from, to) in one document; from < 0 means "none". */
typedef struct {
    int32_t from;
    int32_t to;
} Range;

#define SPAN(literal) ((Span){(literal), (Size)sizeof(literal) - 1})
#define NO_RANGE ((Range){-1, -1})

static inline Span span_of(const char *text)
{
    return (Span){text, text ? (Size)strlen(text) : 0};
}

static inline bool span_equal(Span a, Span b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, (size_t)a.len) == 0);
}

static inline bool span_is(Span a, const char *text)
{
    return span_equal(a, span_of(text));
}

static inline Span span_sub(Span s, Size from, Size to)
{
    return (Span){s.at + from, to - from};
}

static inline bool span_starts(Span s, Span with)
{
    return s.len >= with.len && memcmp(s.at, with.at, (size_t)with.len) == 0;
}

static inline bool span_ends(Span s, Span with)
{
    return s.len >= with.len && memcmp(s.at + s.len - with.len, with.at, (size_t)with.len) == 0;
}

static inline bool range_some(Range r)
{
    return r.from >= 0;
}

static inline Range range_cover(Range a, Range b)
{
    if (!range_some(a)) return b;
    if (!range_some(b)) return a;
    return (Range){a.from < b.from ? a.from : b.from, a.to > b.to ? a.to : b.to};
}

static inline Span span_range(Span text, Range r)
{
    return range_some(r) ? (Span){text.at + r.from, r.to - r.from} : (Span){NULL, 0};
}

/* Eight bytes as a number, the first one lowest. */
static inline uint64_t span_word(const char *at)
{
    const unsigned char *p = (const unsigned char *)at;
    return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 | (uint64_t)p[3] << 24 | (uint64_t)p[4] << 32 | (uint64_t)p[5] << 40 |
           (uint64_t)p[6] << 48 | (uint64_t)p[7] << 56;
}

/* The steps of span_hash, for those who hold the words of eight bytes already: begin, mix every whole word, end with the rest (0 for none). */
static inline uint64_t hash_begin(Size len)
{
    return 0x9E3779B97F4A7C15u ^ (uint64_t)len;
}

static inline uint64_t hash_mix(uint64_t h, uint64_t word)
{
    h = (h ^ word) * 0xFF51AFD7ED558CCDu;
    return h ^ (h >> 32);
}

static inline uint64_t hash_end(uint64_t h, uint64_t tail)
{
    h = (h ^ tail) * 0xC4CEB9FE1A85EC53u;
    h ^= h >> 29;
    h *= 0xFF51AFD7ED558CCDu;
    return h ^ (h >> 32);
}

/* Position of `what` in `s` at or after `from`, or -1. */
Size span_find(Span s, Span what, Size from);
/* Position of byte `c` in `s` at or after `from`, or -1. */
Size span_find_byte(Span s, char c, Size from);
/* Without ASCII white space at both ends. */
Span span_trim(Span s);
/* Takes the next piece of `*rest` up to `separator`; false when nothing is left.
 * An empty rest gives nothing; `a||b` gives an empty piece in the middle. */
bool span_cut(Span *rest, char separator, Span *piece);
/* Whether `word`, which holds no `|`, is one of the `|`-separated words of `list`. */
bool span_listed(const char *list, Span word);
/* Whether `word` is one of the pieces that span_cut takes from a `|`-separated list. */
bool span_lists(Span list, Span word);
/* 64-bit hash for tables inside one run or one image; not for identity across versions. */
uint64_t span_hash(Span s);
/* <0, 0, >0 in byte order. */
int span_compare(Span a, Span b);

#endif
