/* Sentences as pairing compares them: words in lower case with one space between them, marks left out. */
#ifndef INZET_ASK_SCORE_TEXT_H
#define INZET_ASK_SCORE_TEXT_H

#include <jansson.h>

#include "base/arena.h"

typedef struct {
    Span text;
    uint64_t *word;     /* hashes of its different words, ascending */
    int words;
} Words;

/* Pairs whose sentences share fewer words than this (of the shorter one) are none, unless the quantity words are the same. */
#define SCORE_OVERLAP 0.6

/* Of a string, of the `text` of an object, or of all members of a list, one after another. NULL is empty. */
Words score_words(const json_t *v, Arena *keep);
/* 1 where one holds the other, else the share of the shorter one's words that both have; 0 where one is empty. */
double score_overlap(const Words *a, const Words *b);
/* In lower case. */
Span score_lower(Span s, Arena *keep);

#endif
