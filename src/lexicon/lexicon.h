/* The word lists and rules, compiled to one read-only image that is part of the program (build/nl.image, from data/nl).
 *
 * A table is one TSV file; a row is one line; a form is one of the words that a row is found by. Which columns hold forms stands in
 * lexicon/tables.c. Matching is by folded tokens (base/utf8.h): lower case, no diacritics, one apostrophe. A form written with a capital
 * first letter matches only where the text has one. `…` in a form stands for a gap of up to 8 tokens. */
#ifndef INZET_LEXICON_LEXICON_H
#define INZET_LEXICON_LEXICON_H

#include "text/document.h"

/* One per TSV file, in the order of lexicon/tables.c. */
typedef enum {
    TABLE_NONE,
#define TABLE(name, NAME, ...) TABLE_##NAME,
#include "lexicon/tables.def"
#undef TABLE
    TABLE_COUNT
} TableId;

/* One row of one table. Row 0 of table 0 means "none". */
typedef struct {
    uint8_t table;
    uint8_t column;   /* the column whose form was matched */
    uint16_t alt;     /* which of the column's `|`-separated forms; ENTRY_SEPARATED: a verb form that still wants its particle */
    uint32_t row;
} Entry;

enum { ENTRY_SEPARATED = 0xFFFF };

/* A form found in the text: tokens [first, last), `entries` rows that have it. */
typedef struct {
    int32_t first;
    int32_t last;
    int32_t entry;     /* first index into Matches.entry */
    int32_t entries;
    int32_t head;      /* bytes of the first token before the compound head matched; 0 = the whole word matched */
} Match;

typedef struct {
    ARRAY(Match) match;     /* by first token; longer before shorter; overlapping ones all stand here */
    ARRAY(Entry) entry;
    int32_t *at;            /* per token (counted from `first`): its first match, -1 none */
    int32_t first;
} Matches;

/* All forms in tokens [first, last) of `d`, compounds included. Linear; allocates only in `keep`. */
Matches lexicon_match(const Document *d, int32_t first, int32_t last, Arena *keep);

/* A quick look at tokens [first, last): how many may name forces for certain, how many a mission or a place abroad, how many may
 * open the name of a mission of several words. No allocation. */
typedef struct {
    int forces;
    int places;
    int missions;
} LexiconLook;
LexiconLook lexicon_look(const Document *d, int32_t first, int32_t last);

/* The text of a column (by name, a constant of the program) of a row; empty where the file has `-`. Borrowed from the image. */
Span lexicon_field(Entry e, const char *column);
/* Same, by column index in tables.def order. */
Span lexicon_column(Entry e, int column);
/* Whether a `|`-separated column, named likewise, holds `value`. */
bool lexicon_has(Entry e, const char *column, const char *value);
/* The form that matched, as the file writes it (`NAVO-missie@IQ`); empty for generated verb forms. */
Span lexicon_form(Entry e);
/* Entries of one whole word, case ignored, by its folded form; `count` may be 0. */
const Entry *lexicon_word(Span folded, int *count);
/* Which table a match belongs to: the first entry of `table` among its entries, or row 0 of table 0. */
Entry match_entry(const Matches *m, const Match *match, TableId table);
/* The tables that a match belongs to, a bit each. */
uint32_t match_tables(const Matches *m, const Match *match);
/* Number of rows of a table, and its row `i` as an entry. */
int32_t lexicon_rows(TableId table);
Entry lexicon_row(TableId table, int32_t i);
/* Row of `table` whose first column is `id`; row of table 0 when there is none. */
Entry lexicon_find(TableId table, Span id);  /* linear: not for the hot path */
/* Hash of all other sections of the image, which the build puts beside them: the rule-set version that readings record. */
uint64_t lexicon_version(void);

static inline bool entry_some(Entry e)
{
    return e.table != TABLE_NONE;
}

#endif
