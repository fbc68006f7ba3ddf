/* The shapes of the tables, from tables.def. */
#include "lexicon/layout.h"

const TableShape lexicon_shapes[TABLE_COUNT] = {
    {"", "", ""},
#define TABLE(name, NAME, forms, columns) {#name, forms, columns},
#include "lexicon/tables.def"
#undef TABLE
};

int lexicon_column_index(const char *columns, Span column)
{
    Span rest = span_of(columns), piece;
    for (int i = 0; span_cut(&rest, '|', &piece); i++)
        if (span_equal(piece, column)) return i;
    return -1;
}
