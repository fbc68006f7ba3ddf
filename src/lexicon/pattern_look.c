/* Looking up the tokens of a sentence in the joint word list of the rule files. */
#include "lexicon/pattern_layout.h"

/* A mark beyond ASCII is known by its bytes where it folds to nothing, and a long dash is a hyphen. */
static uint64_t mark_key(const Document *d, const Token *t)
{
    Span s = span_range(d->bytes, t->at);
    if (span_is(s, "\xE2\x80\x94")) return span_hash(SPAN("-"));
    return t->fold_len ? t->hash : span_hash(s);
}

/* The joint list at hand. */
typedef struct {
    const uint32_t *slots;
    const uint64_t *hashes;
    const uint8_t *prefixes;
    uint32_t mask;
} List;

static List list_of(const char *joint)
{
    const PatternJoint *j = (const PatternJoint *)(const void *)joint;
    return (List){(const uint32_t *)(const void *)(joint + j->slots_at), (const uint64_t *)(const void *)(joint + j->hashes_at), (const uint8_t *)joint + j->prefixes_at, j->mask};
}

/* Whether a token may have a shape: digits, a sign beyond ASCII, a hyphen, or the first letters of a part. */
static inline uint32_t may_have_shape(const uint8_t *prefixes, const char *folded, const Token *t)
{
    /* behind every folded form there is room for four bytes more; what stands there may make a short one look like a part, which does no harm */
    uint32_t bit = pattern_prefix(folded + t->fold), part = (uint32_t)prefixes[bit >> 3] >> (bit & 7) & 1;
    return part | (uint32_t)(t->kind == TOKEN_NUMBER) | (uint32_t)((t->flags & (TOKEN_DIGIT | TOKEN_HYPHEN)) != 0);
}

/* Looks up every token; gives how many may have a shape. No branch hangs on what a token is. */
static int32_t look_up(List l, const Document *d, const PatternLook *look)
{
    const Token *t = &d->tokens.item[look->first];
    const char *folded = d->folded;
    uint16_t *word = look->word;
    uint32_t *place = look->place;
    int32_t *shaped = look->shaped;
    Size count = look->last - look->first, shapes = 0;
    for (Size i = 0; i < count; i++, t++) {
        uint64_t hash = t->hash;
        uint32_t shape = may_have_shape(l.prefixes, folded, t);
        if (__builtin_expect((t->kind == TOKEN_PUNCT) & (t->fold_len != 1), 0)) {
            hash = mark_key(d, t);
            shape = (unsigned char)d->bytes.at[t->at.from] >= 0x80;
        }
        word[i] = (uint16_t)pattern_find(l.slots, l.mask, l.hashes, hash);
        shaped[shapes] = (int32_t)i;
        shapes += (Size)shape;
        place[i] = (uint32_t)shapes & -shape;
    }
    word[count] = 0;
    place[count] = 0;
    return (int32_t)shapes;
}

PatternLook pattern_look(Span words, const Document *d, int32_t first, int32_t last, Arena *keep)
{
    int32_t count = last > first ? last - first : 0;
    PatternLook l = {.words = words, .first = first, .last = last};
    Size bytes = (Size)count * 10 + 6;
    l.place = arena_room(keep, 1, _Alignof(uint32_t), bytes);
    l.shaped = (int32_t *)(l.place + count + 1);
    l.word = (uint16_t *)(l.shaped + count);
    if (words.len >= (Size)sizeof(PatternJoint)) l.shapes = look_up(list_of(words.at), d, &l);
    else memset(l.place, 0, (size_t)bytes);
    return l;
}
