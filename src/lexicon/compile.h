/* Compiling word lists to image sections: the same code serves the build and `inzet lint`. */
#ifndef INZET_LEXICON_COMPILE_H
#define INZET_LEXICON_COMPILE_H

#include "base/error.h"
#include "base/image.h"
#include "lexicon/lexicon.h"

typedef struct Lexicon Lexicon;

/* Begins a compilation; everything lives in `keep`. */
Lexicon *lexicon_begin(Arena *keep);
/* Adds one TSV file; `file` is named in errors and its base name picks the table. `text` must outlive the compilation. */
Error lexicon_add(Lexicon *l, Span text, const char *file);
/* Whether the base name of `file` is that of a table; other TSV files are word lists that a rules file uses. */
bool lexicon_is_table(const char *file);
/* Writes the sections into `section` (room for 16) and returns how many. */
int lexicon_finish(Lexicon *l, ImageSection *section);
/* Checks one TSV file and throws the result away. */
Error lexicon_lint(Span text, const char *file, Arena scratch);

#endif
