/* Word lists by hash: each word once, with one bit for every list that holds it. */
#include "lexicon/wordlist.h"
#include "base/utf8.h"
#include "lexicon/lexicon.h"

enum { SLOTS = 8192, LIST_WORDS = (WORDS_COUNT + 63) / 64 };

typedef struct {
    uint64_t hash;      /* of the folded word; 0: the slot is empty */
    uint64_t lists[LIST_WORDS]; /* bit per WordList */
} Slot;

_Static_assert(SLOTS >= 2 * WORDLIST_WORDS, "room to spare");
static Slot slots[SLOTS];
uint64_t wordlist_none[1024];

static Slot *slot_of(uint64_t hash)
{
    uint64_t i = hash % SLOTS;
    while (slots[i].hash && slots[i].hash != hash) i = (i + 1) % SLOTS;
    return &slots[i];
}

int wordlist_named(Span name)
{
    static const char *const names[] = {
#define WORDS(NAME, name) #name,
#include "lexicon/wordlist.def"
#undef WORDS
    };
    for (int i = 0; i < WORDS_COUNT; i++)
        if (span_is(name, names[i])) return i;
    return -1;
}

/* The compiler of the lists refuses more words than slots can hold with room to spare. */
static void fill(void)
{
    memset(wordlist_none, 0xFF, sizeof wordlist_none);
    for (int32_t i = 0; i < lexicon_rows(TABLE_WORDS); i++) {
        Entry row = lexicon_row(TABLE_WORDS, i);
        int list = wordlist_named(lexicon_field(row, "list"));
        Span rest = lexicon_field(row, "words"), word;
        while (list >= 0 && span_cut(&rest, '|', &word)) {
            char folded[WORDLIST_BYTES + 4];
            Span form = {folded, utf8_fold(word, folded, sizeof folded)};
            Slot *slot = slot_of(span_hash(form));
            slot->hash = span_hash(form);
            wordlist_none[slot->hash >> 54] &= ~((uint64_t)1 << (slot->hash >> 48 & 63));
            slot->lists[list / 64] |= (uint64_t)1 << (list % 64);
        }
    }
}

static inline void need_words(void)
{
    static bool filled;
    if (!filled) fill();
    filled = true;
}

bool wordlist_has(uint64_t hash, WordList list)
{
    need_words();
    return slot_of(hash)->lists[list / 64] >> (list % 64) & 1;
}

bool lemma_in(WordList list, Span lemma)
{
    char folded[WORDLIST_BYTES + 4];
    if (lemma.len == 0 || lemma.len > WORDLIST_BYTES) return false;
    return wordlist_has(span_hash((Span){folded, utf8_fold(lemma, folded, sizeof folded)}), list);
}

WordLists words_in(const Document *d, int32_t first, int32_t last)
{
    WordLists all = {{0}};
    need_words();
    for (int32_t i = first; i < last; i++) {
        uint64_t hash = d->tokens.item[i].hash;
        if (!wordlist_may(hash)) continue;
        const Slot *slot = slot_of(hash);
        for (int k = 0; k < LIST_WORDS; k++) all.lists[k] |= slot->lists[k];
    }
    return all;
}
