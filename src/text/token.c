/* The tokeniser: one pass over the bytes, a class per byte, folding as it goes. */
#include "text/token.h"

#include <utf8proc.h>

#include "base/limits.h"
#include "base/utf8.h"

typedef enum { BYTE_SPACE, BYTE_LETTER, BYTE_DIGIT, BYTE_MARK, BYTE_HIGH, BYTE_CONTROL } ByteClass;

enum { X = BYTE_CONTROL, S = BYTE_SPACE, M = BYTE_MARK, D = BYTE_DIGIT, L = BYTE_LETTER };

static const uint8_t class_of[128] = {
    X, X, X, X, X, X, X, X, X, S, S, S, S, S, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X,
    S, M, M, M, M, M, M, M, M, M, M, M, M, M, M, M, D, D, D, D, D, D, D, D, D, D, M, M, M, M, M, M,
    M, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, M, M, M, M, M,
    M, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, M, M, M, M, X,
};

/* What stands at `p`, and how many bytes it takes. */
typedef struct {
    ByteClass class;
    int bytes;
    uint32_t c;
} Char;

static Char wide_char(const char *p, const char *end)
{
    uint32_t c;
    int n = utf8_decode(p, end, &c);
    if (n == 1) return (Char){BYTE_CONTROL, 1, 0xFFFD};
    if (c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0xFEFF || c == 0x2028 || c == 0x2029 || c == 0x85)
        return (Char){BYTE_SPACE, n, c};
    if (c == 0xAD || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7)) return (Char){BYTE_LETTER, n, c};
    if (c < 0xC0 || (c >= 0x2010 && c <= 0x2BFF)) return (Char){BYTE_MARK, n, c};
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LL: case UTF8PROC_CATEGORY_LT: case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO: case UTF8PROC_CATEGORY_MN: case UTF8PROC_CATEGORY_MC: return (Char){BYTE_LETTER, n, c};
    case UTF8PROC_CATEGORY_ND: return (Char){BYTE_LETTER, n, c};
    default: return (Char){BYTE_MARK, n, c};
    }
}

static inline Char char_at(const char *p, const char *end)
{
    unsigned char b = (unsigned char)*p;
    if (b < 0x80) return (Char){class_of[b], 1, b};
    return wide_char(p, end);
}

static bool is_apostrophe(uint32_t c)
{
    return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x60 || c == 0xB4;
}

static bool is_hyphen(uint32_t c)
{
    return c == '-' || c == 0x2010 || c == 0x2011;
}

static inline bool upper_at(const char *p, const char *end)
{
    if (p >= end) return false;
    if ((unsigned char)*p < 0x80) return *p >= 'A' && *p <= 'Z';
    return utf8_capital((Span){p, end - p});
}

static bool lower_at(const char *p, const char *end)
{
    if (p >= end) return false;
    if ((unsigned char)*p < 0x80) return *p >= 'a' && *p <= 'z';
    Char c = char_at(p, end);
    return c.class == BYTE_LETTER && utf8proc_category((utf8proc_int32_t)c.c) == UTF8PROC_CATEGORY_LL;
}

/* A heading glued to the text that follows: `LitouwenDe`. True where `p` begins the second word. */
static bool glued_at(const char *start, const char *p, const char *end)
{
    if (p - start < 4 || !upper_at(p, end)) return false;
    if (!lower_at(p - 1, end) && (unsigned char)p[-1] < 0x80) return false;
    Char c = char_at(p, end);
    if (!lower_at(p + c.bytes, end)) return false;
    Span before = {start, p - start};
    return !span_starts(before, SPAN("Mac")) && span_find_byte(before, '-', 0) < 0;
}

/* Digits with inner marks: 1.350  8,2  11:47  2018-05  12/05/2018. */
static const char *scan_digits(const char *p, const char *end)
{
    while (p < end) {
        if (*p >= '0' && *p <= '9') p++;
        else if ((*p == '.' || *p == ',' || *p == ':' || *p == '/' || *p == '-') && p + 1 < end && p[1] >= '0' && p[1] <= '9') p += 2;
        else break;
    }
    return p;
}

/* Whether the full stop at `p` belongs to the word: V.S., Zr.Ms., o.a. The last one does where one stood before it (`dotted`). */
static bool inner_stop(bool dotted, const char *segment, const char *p, const char *end)
{
    Size n = p - segment;
    if (n < 1 || n > 2) return false;
    bool letter_next = p + 1 < end && char_at(p + 1, end).class == BYTE_LETTER;
    if (!letter_next) return dotted && !upper_at(p + 1, end);
    if (n == 2 && !(upper_at(segment, end) && upper_at(p + 1, end))) return false;
    return true;
}

static const char *scan_word(const char *start, const char *end)
{
    const char *p = start, *segment = start;
    bool dotted = false;
    const char *most = end - start > LIMIT_WORD_BYTES ? start + LIMIT_WORD_BYTES : end;
    while (p < most) {
        /* Small letters and digits always go on; all but the marks and the capitals are such. */
        while (p < most && ((*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9'))) p++;
        if (p >= most) break;
        Char c = char_at(p, end);
        if (c.class == BYTE_LETTER || c.class == BYTE_DIGIT) {
            if (glued_at(start, p, end)) break;
            p += c.bytes;
            continue;
        }
        if (c.class != BYTE_MARK && c.class != BYTE_HIGH) break;
        const char *next = p + c.bytes;
        Char n = next < end ? char_at(next, end) : (Char){BYTE_SPACE, 0, 0};
        bool goes_on = n.class == BYTE_LETTER || n.class == BYTE_DIGIT;
        if ((is_hyphen(c.c) || is_apostrophe(c.c) || c.c == '&') && goes_on) {
            if (is_apostrophe(c.c) && n.class == BYTE_DIGIT) break;
            p = segment = next;
            continue;
        }
        if (c.c == '.' && inner_stop(dotted, segment, p, end)) {
            p = segment = next;
            dotted = true;
            if (!goes_on) break;
            continue;
        }
        break;
    }
    return p > start ? p : start + 1;
}

/* 's 't 'n 'm standing alone before a word. */
static bool is_clitic(const char *p, int mark, const char *end)
{
    const char *letter = p + mark;
    if (letter >= end || !memchr("stnmrkSTNMRK", *letter, 12)) return false;
    const char *after = letter + 1;
    Char c = after < end ? char_at(after, end) : (Char){BYTE_SPACE, 0, 0};
    return c.class != BYTE_LETTER && c.class != BYTE_DIGIT && !is_apostrophe(c.c);
}

static void set_shape(Token *t, const char *from, const char *to)
{
    int letters = 0, capitals = 0;
    if (utf8_capital((Span){from, to - from})) t->flags |= TOKEN_CAPITAL;
    for (const char *p = from; p < to; p++) {
        unsigned char b = (unsigned char)*p;
        if (b >= '0' && b <= '9') t->flags |= TOKEN_DIGIT;
        else if ((b | 0x20) >= 'a' && (b | 0x20) <= 'z') {
            letters++;
            capitals += b < 'a';
        } else if (b >= 0xC3) {
            letters++;
            capitals += utf8_capital((Span){p, to - p});
        }
    }
    if (letters >= 2 && letters == capitals) t->flags |= TOKEN_CAPS;
}

/* White space before a token. */
typedef enum { GAP_NONE, GAP_BLANK, GAP_WIDER } Gap;

/* Where the tokeniser is: the places of the next token, its folded form and the next break, and what stands between the token before and here. */
typedef struct {
    Document *d;
    Token *token;
    char *folded;
    int32_t *stop;
    int32_t count;
    Gap gap;
} Scan;

#define EACH(byte) (0x0101010101010101u * (uint64_t)(byte))

/* The high bit of every byte of `w` (all ASCII) that is in [low, high]. */
static inline uint64_t between(uint64_t w, unsigned low, unsigned high)
{
    return (w + EACH(0x80 - low)) & ~(w + EACH(0x7F - high)) & EACH(0x80);
}

/* The first `n` bytes (1-8) at `p`, the others 0; nothing is read from `end` on. */
static inline uint64_t load(const char *p, Size n, const char *end)
{
    if (n >= 8) return span_word(p);
    if (end - p >= 8) return span_word(p) & (((uint64_t)1 << (8 * n)) - 1);
    uint64_t w = 0;
    for (Size i = 0; i < n; i++) w |= (uint64_t)(unsigned char)p[i] << (8 * i);
    return w;
}

static inline void store(char *to, uint64_t w)
{
    unsigned char *p = (unsigned char *)to;
    p[0] = (unsigned char)w, p[1] = (unsigned char)(w >> 8), p[2] = (unsigned char)(w >> 16), p[3] = (unsigned char)(w >> 24);
    p[4] = (unsigned char)(w >> 32), p[5] = (unsigned char)(w >> 40), p[6] = (unsigned char)(w >> 48), p[7] = (unsigned char)(w >> 56);
}

/* Folds, hashes and shapes an ASCII token eight bytes at a time; false where another byte or a grave accent stands in it. */
static inline bool plain_token(Token *t, const char *from, Size n, const char *end, char *room)
{
    uint64_t h = hash_begin(n), digits = 0, letters = 0, small = 0, hyphens = 0;
    bool several = false;
    for (Size i = 0;; i += 8) {
        uint64_t w = n > i ? load(from + i, n - i, end) : 0;
        if ((w & EACH(0x80)) || between(w, '`', '`')) return false;
        uint64_t upper = between(w, 'A', 'Z');
        uint64_t folded = w | upper >> 2;
        uint64_t here = between(folded, 'a', 'z');
        several = several || (here & (here - 1)) || (here && letters);
        letters |= here;
        small |= here & ~upper;
        digits |= between(w, '0', '9');
        hyphens |= between(w, '-', '-');
        store(room + i, folded);
        if (n - i >= 8) {
            h = hash_mix(h, folded);
            continue;
        }
        t->hash = hash_end(h, folded);
        break;
    }
    t->fold_len = (uint16_t)n;
    if (t->kind != TOKEN_WORD) return true;
    if (*from >= 'A' && *from <= 'Z') t->flags |= TOKEN_CAPITAL;
    if (digits) t->flags |= TOKEN_DIGIT;
    if (hyphens) t->flags |= TOKEN_HYPHEN;
    if (several && !small) t->flags |= TOKEN_CAPS;
    return true;
}

static void wide_token(Token *t, const char *from, const char *to, char *room)
{
    Size n = t->kind == TOKEN_ODD ? 0 : utf8_fold((Span){from, to - from}, room, (to - from) + 4);
    t->fold_len = (uint16_t)n;
    t->hash = span_hash((Span){room, n});
    if (t->kind == TOKEN_WORD) set_shape(t, from, to);
    if (t->kind == TOKEN_WORD && n && memchr(room, '-', (size_t)n)) t->flags |= TOKEN_HYPHEN;
}

/* Adds a token; its folded form is in place. */
static inline void add_token(Scan *s, const char *from, const char *to, uint8_t kind, unsigned flags, Size fold_len, uint64_t hash)
{
    const char *base = s->d->bytes.at;
    *s->token++ = (Token){.at = {(int32_t)(from - base), (int32_t)(to - base)}, .kind = kind, .flags = (uint8_t)(flags | (s->gap ? TOKEN_SPACE_BEFORE : 0)),
                          .fold_len = (uint16_t)fold_len, .fold = (uint32_t)(s->folded - s->d->folded), .hash = hash};
    *s->stop = s->count++;
    s->stop += (s->gap != GAP_BLANK) | (kind == TOKEN_PUNCT);
    s->folded += fold_len;
    s->gap = GAP_NONE;
}

static void push_token(Scan *s, TokenKind kind, const char *from, const char *to)
{
    Token t = {.kind = (uint8_t)kind};
    const char *end = s->d->bytes.at + s->d->bytes.len;
    if (kind == TOKEN_ODD || !plain_token(&t, from, to - from, end, s->folded)) wide_token(&t, from, to, s->folded);
    add_token(s, from, to, t.kind, t.flags, t.fold_len, t.hash);
}

/* An ASCII mark that stands for itself alone: what push_token does, in fewer steps. */
static inline void push_mark(Scan *s, const char *at)
{
    *s->folded = *at;
    add_token(s, at, at + 1, TOKEN_PUNCT, 0, 1, hash_end(hash_begin(1), (unsigned char)*at));
}

/* What may follow a run of letters without being part of the word; a full stop is not behind one letter or two (V.S., Zr.Ms.). */
static inline bool ends_word(char c, Size n)
{
    return c == ' ' || c == ',' || c == '\n' || (c == '.' && n > 2);
}

/* The high bit of every byte of `w` that is no small letter. */
static inline uint64_t not_small(uint64_t w)
{
    return (~between(w & ~EACH(0x80), 'a', 'z') | w) & EACH(0x80);
}

/* How far common_word may read ahead. */
enum { COMMON_MOST = 24, COMMON_AHEAD = COMMON_MOST + 8 };

/* A word of small letters, of which the first may be a capital, eight bytes at a time: most words are such. NULL where it is none; then nothing has been
 * read. COMMON_AHEAD bytes can be read at `from`. */
static inline const char *common_word(Scan *s, const char *from)
{
    uint64_t capital = (unsigned)*from - 'A' < 26, w = span_word(from) | capital << 5, stop = not_small(w), folded[COMMON_MOST / 8];
    int words = 0;
    while (!stop) {
        folded[words++] = w;
        if (words == COMMON_MOST / 8) return NULL;
        w = span_word(from + 8 * words);
        stop = not_small(w);
    }
    Size n = 8 * words + (__builtin_ctzll(stop) >> 3);
    if (!ends_word(from[n], n)) return NULL;
    w &= ((stop & -stop) - 1) >> 7;
    uint64_t h = hash_begin(n);
    for (int i = 0; i < words; i++) {
        store(s->folded + 8 * i, folded[i]);
        h = hash_mix(h, folded[i]);
    }
    store(s->folded + 8 * words, w);
    add_token(s, from, from + n, TOKEN_WORD, (unsigned)capital * TOKEN_CAPITAL, n, hash_end(h, w));
    return from + n;
}

/* Reads a token that begins with a digit. */
static const char *scan_figure(Scan *s, const char *p, const char *end)
{
    const char *to = scan_digits(p, end - p > LIMIT_WORD_BYTES ? p + LIMIT_WORD_BYTES : end);
    Char n = to < end ? char_at(to, end) : (Char){BYTE_SPACE, 0, 0};
    Char m = to + n.bytes < end && n.bytes ? char_at(to + n.bytes, end) : (Char){BYTE_SPACE, 0, 0};
    bool letters = n.class == BYTE_LETTER && !(upper_at(to, end) && lower_at(to + n.bytes, end));
    bool tail = (is_hyphen(n.c) || is_apostrophe(n.c)) && m.class == BYTE_LETTER;
    if (letters || tail) to = scan_word(to, end);
    push_token(s, letters || tail ? TOKEN_WORD : TOKEN_NUMBER, p, to);
    return to;
}

/* Reads the token at `p` and returns the byte behind it. */
static const char *scan_token(Scan *s, const char *p, const char *end, Char c)
{
    const char *to = p + c.bytes;
    if (c.class == BYTE_LETTER) {
        to = scan_word(p, end);
        push_token(s, TOKEN_WORD, p, to);
    } else if (c.class == BYTE_DIGIT) {
        to = scan_figure(s, p, end);
    } else if (is_apostrophe(c.c) && (s->gap || s->count == 0) && is_clitic(p, c.bytes, end)) {
        to = p + c.bytes + 1;
        push_token(s, TOKEN_WORD, p, to);
    } else if (c.class == BYTE_CONTROL) {
        push_token(s, TOKEN_ODD, p, to);
    } else {
        while (c.c == '.' && to < end && *to == '.' && to - p < 8) to++;
        if (to - p == 1 && c.c != '`') push_mark(s, p);
        else push_token(s, TOKEN_PUNCT, p, to);
    }
    return to;
}

TokenBreaks token_scan(Document *d, Arena *keep)
{
    const char *p = d->bytes.at, *end = p + d->bytes.len;
    d->folded = arena_room(keep, 1, 16, d->bytes.len + d->bytes.len / 2 + 24);
    /* Room for as many tokens as there are bytes; what is not used goes back at once, untouched. */
    int32_t *breaks = arena_room(keep, sizeof *breaks, _Alignof(int32_t), d->bytes.len);
    d->tokens.item = arena_room(keep, sizeof(Token), _Alignof(Token), d->bytes.len);
    Scan s = {d, d->tokens.item, d->folded, breaks, 0, GAP_WIDER};
    while (p < end) {
        if (*p == ' ') {
            s.gap = s.gap ? GAP_WIDER : GAP_BLANK;
            p++;
            continue;
        }
        const char *common = end - p >= COMMON_AHEAD && class_of[*p & 0x7F] == BYTE_LETTER ? common_word(&s, p) : NULL;
        if (common) {
            s.gap = *common == ' ' ? GAP_BLANK : GAP_NONE;
            p = common + (*common == ' ');
            continue;
        }
        Char c = char_at(p, end);
        if (c.class == BYTE_SPACE) {
            s.gap = GAP_WIDER;
            p += c.bytes;
            continue;
        }
        p = scan_token(&s, p, end, c);
    }
    d->tokens.len = d->tokens.cap = s.count;
    keep->at = (char *)s.token;
    return (TokenBreaks){breaks, (int32_t)(s.stop - breaks)};
}
