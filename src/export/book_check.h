/* Whether a workbook was written whole. The library does not tell when one of its temporary files met a full disk; what it left out then shows here. */
#ifndef INZET_EXPORT_BOOK_CHECK_H
#define INZET_EXPORT_BOOK_CHECK_H

#include <stdio.h>

#include "base/span.h"

/* What a sheet must hold at least. */
typedef struct {
    Size rows;      /* exactly */
    Size bytes;     /* of its rows, without the last */
} BookSheet;

/* Unpacks the archive once: every part of it ends as XML ends, sheet n has the rows of `sheet[n]`. Reads `file` from its beginning. */
bool book_whole(FILE *file, const BookSheet *sheet, Size sheets);

#endif
