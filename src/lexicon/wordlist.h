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
enum { WORDLIST_WORDS = 1536, WORDLIST_BYTES = 64 };

/* Whether token `token` of `d` is a word of `list`; case and diacritics do not count. One look into a table of hashes. */
bool word_in(const Document *d, int32_t token, WordList list);

/* Whether `word` (the infinitive of a verb, mostly) is a word of `list`. */
bool wordlist_has(WordList list, Span word);

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
