/* Words of sentences. */
#include "ask/score_text.h"

#include <stdlib.h>
#include <utf8proc.h>

#include "base/utf8.h"

static bool is_letter(uint32_t c)
{
    if (c == '_') return true;
    utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)c);
    return (k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_LO) || (k >= UTF8PROC_CATEGORY_ND && k <= UTF8PROC_CATEGORY_NO);
}

/* Room for the lower case of `bytes` of text: no letter's lower case is longer than twice itself. */
static Size room_for(Size bytes)
{
    return 2 * bytes + 4;
}

typedef struct {
    char *at;
    Size len;
} Buffer;

static void put(Buffer *b, uint32_t c)
{
    b->len += utf8_encode(c, b->at + b->len);
}

static void put_words(Buffer *b, Span s)
{
    for (const char *p = s.at, *end = s.at + s.len; p < end;) {
        uint32_t c;
        p += utf8_decode(p, end, &c);
        if (is_letter(c)) put(b, (uint32_t)utf8proc_tolower((utf8proc_int32_t)c));
        else if (b->len && b->at[b->len - 1] != ' ') put(b, ' ');
    }
}

/* NULL, or what of `v` is text: itself, its member `text`. */
static const json_t *text_of(const json_t *v)
{
    if (json_is_object(v)) v = json_object_get(v, "text");
    return json_is_string(v) ? v : NULL;
}

static Span span_json(const json_t *v)
{
    return (Span){json_string_value(v), (Size)json_string_length(v)};
}

static int by_hash(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static void hash_words(Words *w, Arena *keep)
{
    w->word = ARENA_NEW(keep, uint64_t, w->text.len / 2 + 1);
    Span rest = w->text, piece;
    while (span_cut(&rest, ' ', &piece))
        if (piece.len) w->word[w->words++] = span_hash(piece);
    if (w->words) qsort(w->word, (size_t)w->words, sizeof *w->word, by_hash);
    int n = 0;
    for (int i = 0; i < w->words; i++)
        if (i == 0 || w->word[i] != w->word[i - 1]) w->word[n++] = w->word[i];
    w->words = n;
}

Words score_words(const json_t *v, Arena *keep)
{
    size_t count = json_is_array(v) ? json_array_size(v) : 1;
    Size bytes = 0;
    for (size_t i = 0; i < count; i++) {
        const json_t *t = text_of(json_is_array(v) ? json_array_get(v, i) : v);
        bytes += t ? (Size)json_string_length(t) + 1 : 0;
    }
    Buffer b = {ARENA_NEW(keep, char, room_for(bytes)), 0};
    for (size_t i = 0; i < count; i++) {
        const json_t *t = text_of(json_is_array(v) ? json_array_get(v, i) : v);
        if (t && b.len && b.at[b.len - 1] != ' ') put(&b, ' ');
        if (t) put_words(&b, span_json(t));
    }
    Words w = {.text = span_trim((Span){b.at, b.len})};
    hash_words(&w, keep);
    return w;
}

double score_overlap(const Words *a, const Words *b)
{
    if (!a->text.len || !b->text.len) return 0;
    if (span_find(a->text, b->text, 0) >= 0 || span_find(b->text, a->text, 0) >= 0) return 1;
    int both = 0, least = a->words < b->words ? a->words : b->words;
    for (int i = 0, k = 0; i < a->words && k < b->words;) {
        if (a->word[i] == b->word[k]) both++, i++, k++;
        else if (a->word[i] < b->word[k]) i++;
        else k++;
    }
    return (double)both / (least > 1 ? least : 1);
}

Span score_lower(Span s, Arena *keep)
{
    Buffer b = {ARENA_NEW(keep, char, room_for(s.len)), 0};
    for (const char *p = s.at, *end = s.at + s.len; p < end;) {
        uint32_t c;
        p += utf8_decode(p, end, &c);
        put(&b, (uint32_t)utf8proc_tolower((utf8proc_int32_t)c));
    }
    return (Span){b.at, b.len};
}
