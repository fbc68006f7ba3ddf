/* Tables as Parquet, for DuckDB, pandas, Arrow and R: typed columns in row groups, compressed with zstd. https://parquet.apache.org/docs/file-format/
 *
 * Every column is optional; an empty cell is null. TEXT, WHEN and ADDRESS are strings (UTF-8), NUMBER a double, WHOLE an int64, BOOL a boolean, DAY a date,
 * LIST a list of strings (empty rather than null). One page a column and row group, PLAIN encoding, no statistics. What of a row group is not written
 * yet stays in memory: 64k rows or 16 MB. */
#ifndef INZET_EXPORT_PARQUET_H
#define INZET_EXPORT_PARQUET_H

#include "export/grid.h"

typedef struct Parquet Parquet;

/* Writes to `o` from here on; nothing else may. */
Parquet *parquet_open(const GridColumn *column, int columns, Out *o);
void parquet_rows(Parquet *p, const Grid *rows);
/* Writes what is left and the footer, and frees. */
void parquet_close(Parquet *p);

#endif
