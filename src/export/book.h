/* Workbooks (XLSX) with typed cells, one sheet a table: a frozen heading with a filter, columns as wide as their contents, days as dates, links that
 * open. Text stays text: what begins with `=` is no formula. Memory does not grow with the rows (what is written waits in temporary files), and the
 * same rows give the same bytes. */
#ifndef INZET_EXPORT_BOOK_H
#define INZET_EXPORT_BOOK_H

#include "export/grid.h"

typedef struct Book Book;

/* What a sheet and a cell can hold; of longer texts the beginning is shown, of longer tables the rest stands on the next sheet (`claims 2`). */
enum { BOOK_ROWS = 1048576, BOOK_TEXT = 32767, BOOK_LINKS = 65530 };

Book *book_open(void);
/* `rows` at most on a sheet, for tests; book_open sets BOOK_ROWS. */
void book_limit(Book *b, Size rows);
/* The rows that follow stand on this sheet. `name` has at most 25 characters. */
void book_sheet(Book *b, const char *name, const GridColumn *column, int columns);
void book_rows(Book *b, const Grid *rows);
/* Writes the whole and frees it; a failure becomes `failed` of `o`. */
void book_close(Book *b, Out *o);

#endif
