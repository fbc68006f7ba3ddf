/* Joining the words of compiled rule files to one list. */
#include "lexicon/pattern_layout.h"

#include <stdlib.h>

/* A word of one file. */
typedef struct {
    uint64_t hash;      /* its low 16 bits are 0 */
    uint16_t file, set;
} Member;

typedef struct {
    Arena *keep;
    char *at;
    Size len;
} Block;

static void *block_take(Block *b, Size size, Size count, uint32_t *offset)
{
    char *at = arena_take(b->keep, size, 8, count);
    *offset = (uint32_t)(at - b->at);
    b->len = at + size * count - b->at;
    return at;
}

static int item_order(const void *a, const void *b)
{
    const Member *x = a, *y = b;
    if (x->hash != y->hash) return x->hash < y->hash ? -1 : 1;
    return (x->file > y->file) - (x->file < y->file);
}

static const PatternHead *head_of(Span section)
{
    return (const PatternHead *)(const void *)section.at;
}

/* The words of all files, by hash and file. */
static Size gather(const Span *section, int files, Member *item)
{
    Size n = 0;
    for (int f = 0; f < files; f++) {
        const PatternWord *words = (const PatternWord *)(const void *)(section[f].at + head_of(section[f])->words_at);
        for (uint32_t i = 0; i < head_of(section[f])->words; i++)
            item[n++] = (Member){words[i] & ~(uint64_t)0xFFFF, (uint16_t)f, (uint16_t)(words[i] & 0xFFFF)};
    }
    if (n) qsort(item, (size_t)n, sizeof *item, item_order);
    return n;
}

/* Puts a word in one of its slots; whoever stands in the way moves to its own other slot. False where that goes round and round. */
static bool put(uint32_t *slots, uint32_t mask, const uint64_t *hashes, uint32_t word)
{
    enum { MOVES = 200 };
    uint32_t at = pattern_slot(hashes[word], mask);
    for (int i = 0; i < MOVES; i++) {
        uint32_t there = slots[at] & 0xFFFF;
        slots[at] = pattern_tag(hashes[word]) << 16 | word;
        if (!there) return true;
        word = there;
        uint32_t one = pattern_slot(hashes[word], mask);
        at = at == one ? pattern_other_slot(hashes[word], mask) : one;
    }
    return false;
}

/* Whether all words fit in the slots and are found there. */
static bool fill(uint32_t *slots, uint32_t mask, const uint64_t *hashes, uint32_t words)
{
    memset(slots, 0, ((size_t)mask + 1) * sizeof *slots);
    for (uint32_t w = 1; w < words; w++)
        if (!put(slots, mask, hashes, w)) return false;
    for (uint32_t w = 1; w < words; w++)
        if (pattern_find(slots, mask, hashes, hashes[w]) != w) return false;
    return true;
}

/* Numbers the words from 1 and notes what each is in its files. */
static void write_words(const Span *section, const Member *item, Size items, Block *b, PatternJoint *j)
{
    uint64_t *hashes = block_take(b, sizeof *hashes, items + 1, &j->hashes_at);
    uint16_t *kinds[PATTERN_FILES], *sets[PATTERN_FILES];
    for (uint32_t f = 0; f < j->files; f++) {
        kinds[f] = block_take(b, sizeof **kinds, items + 2, &j->file[f].kinds_at);
        sets[f] = block_take(b, sizeof **sets, items + 1, &j->file[f].sets_at);
        j->file[f].digest = head_of(section[f])->digest;
    }
    uint32_t word = 0;
    for (Size i = 0; i < items; i++) {
        const char *rules = section[item[i].file].at;
        const PatternHead *h = head_of(section[item[i].file]);
        if (word == 0 || hashes[word] != item[i].hash) hashes[++word] = item[i].hash;
        uint16_t kind = ((const PatternSet *)(const void *)(rules + h->sets_at))[item[i].set].kind;
        sets[item[i].file][word] = item[i].set;
        kinds[item[i].file][word] = kind;
    }
    j->words = word + 1;
    for (uint32_t f = 0; f < j->files; f++) kinds[f][j->words] = (uint16_t)head_of(section[f])->kinds;
}

Span pattern_join(const Span *section, int files, Arena *keep)
{
    Size most = 0;
    for (int f = 0; f < files; f++) most += head_of(section[f])->words;
    Member *item = ARENA_NEW(keep, Member, most + 1);
    Size items = gather(section, files, item);
    PatternJoint *j = arena_take(keep, (Size)sizeof *j, 16, 1);
    Block b = {keep, (char *)j, 0};
    *j = (PatternJoint){.magic = PATTERN_JOINT_MAGIC, .files = (uint32_t)files};
    write_words(section, item, items, &b, j);
    uint8_t *prefixes = block_take(&b, 1, PATTERN_PREFIXES, &j->prefixes_at);
    for (int f = 0; f < files; f++)
        for (int i = 0; i < PATTERN_PREFIXES; i++) prefixes[i] |= (uint8_t)section[f].at[head_of(section[f])->prefixes_at + (uint32_t)i];
    /* a fourth of the slots is taken at most: then words seldom stand in each other's way, and a larger table would fit no near cache */
    uint32_t size = 16;
    while (size < j->words * 4) size *= 2;
    for (;; size *= 2) {
        Arena before = *keep;
        uint32_t *slots = block_take(&b, sizeof *slots, size, &j->slots_at);
        j->mask = size - 1;
        if (fill(slots, j->mask, (const uint64_t *)(const void *)(b.at + j->hashes_at), j->words)) break;
        *keep = before;
    }
    return (Span){b.at, b.len};
}
