/* Cutting bytes into tokens. Used by document_read and by the word-list compiler, so that lists and texts are cut alike. */
#ifndef INZET_TEXT_TOKEN_H
#define INZET_TEXT_TOKEN_H

#include "text/document.h"

/* Tokens that the layout of a text may hang on, in order: marks, and those that do not stand behind exactly one blank. */
typedef struct {
    int32_t *token;
    int32_t count;
} TokenBreaks;

/* Fills d->tokens and d->folded from d->bytes. Sentence flags are not set here. */
TokenBreaks token_scan(Document *d, Arena *keep);

#endif
