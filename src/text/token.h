/* Cutting bytes into tokens. Used by document_read and by the word-list compiler, so that lists and texts are cut alike. */
#ifndef INZET_TEXT_TOKEN_H
#define INZET_TEXT_TOKEN_H

#include "text/document.h"

/* Fills d->tokens and d->folded from d->bytes. Sentence flags are not set here. */
void token_scan(Document *d, Arena *keep);

#endif
