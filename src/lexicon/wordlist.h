/* Lists of words that rules written in C ask for by name; the words themselves are data (data/nl/lexicon/words.tsv). */
#ifndef INZET_LEXICON_WORDLIST_H
#define INZET_LEXICON_WORDLIST_H

#include "text/document.h"

/* Every list stands in wordlist.def, with what it is for. */
typedef enum {
#define WORDS(NAME, name) WORDS_##NAME,
#include "lexicon/wordlist.def"
#undef WORDS
    WORDS_COUNT
} WordList;

/* The list of that name, or -1. */
int wordlist_named(Span name);

/* The most words that all lists together may hold, and the bytes of one. */
enum { WORDLIST_WORDS = 4096, WORDLIST_BYTES = 64 };

/* A bit by some bits of the hash: set where no word of any list has them. All clear until the lists are filled. */
extern uint64_t wordlist_none[1024];
/* Whether a word with that hash is in `list`; fills the lists at the first call. */
bool wordlist_has(uint64_t hash, WordList list);

/* Whether a word with that hash may be in a list at all. */
static inline bool wordlist_may(uint64_t hash)
{
    return !(wordlist_none[hash >> 54] >> (hash >> 48 & 63) & 1);
}

/* Whether token `token` of `d` is a word of `list`; case and diacritics do not count. Most words are in none, which one bit tells. */
static inline bool word_in(const Document *d, int32_t token, WordList list)
{
    uint64_t hash = d->tokens.item[token].hash;
    return wordlist_may(hash) && wordlist_has(hash, list);
}

/* Whether `lemma` (the infinitive of a verb) is a word of `list`. */
bool lemma_in(WordList list, Span lemma);

/* The lists that have a word in some stretch of tokens, so that what asks for many lists need not look through it for those it lacks. */
typedef struct {
    uint64_t lists[(WORDS_COUNT + 63) / 64];
} WordLists;
WordLists words_in(const Document *d, int32_t first, int32_t last);
static inline bool words_have(const WordLists *w, WordList list)
{
    return w->lists[list / 64] >> (list % 64) & 1;
}

#endif
