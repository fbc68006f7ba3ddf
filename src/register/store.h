/* Inside the register and its questions only: the open file, its prepared statements by name (SQL_NAME), and errors that stick.
 * After the first failure every call below does nothing and gives nothing; store_error hands the failure over once. */
#ifndef INZET_REGISTER_STORE_H
#define INZET_REGISTER_STORE_H

#include "register/register.h"

#include <sqlite3.h>

#define STATEMENT(NAME, sql) SQL_##NAME,
typedef enum {
#include "register/statements.def"
    STATEMENT_COUNT
} Statement;
#undef STATEMENT

struct Register {
    sqlite3 *db;
    RegisterMode mode;
    Error error;
    int grouped;     /* documents since the group's last commit; -1: each document is its own transaction */
    char path[256];
    sqlite3_stmt *prepared[STATEMENT_COUNT];
    Arena work;      /* for one call at a time */
    const struct Edits *edits;  /* edit.h: corrections as they are applied; NULL: none */
    int64_t edits_correction, edits_reading;
    Arena edit_room, edit_whole;
    void *packer;    /* ZSTD_CCtx, made on first use */
    void *unpacker;  /* ZSTD_DCtx */
};

enum { STORE_BUSY_MS = 5000 };  /* how long another writer is waited for */

/* The statement, ready to be bound; NULL after a failure (every function here takes that in its stride). */
sqlite3_stmt *store_begin(Register *reg, Statement which);
void store_int(sqlite3_stmt *s, int at, int64_t value);
void store_real(sqlite3_stmt *s, int at, double value);
void store_text(sqlite3_stmt *s, int at, Span value);       /* an empty span is NULL */
void store_blob(sqlite3_stmt *s, int at, const void *bytes, Size len);
void store_null(sqlite3_stmt *s, int at);
/* The next row; false at the end and after a failure. At the end the statement is reset. */
bool store_row(Register *reg, sqlite3_stmt *s);
/* Runs a statement that gives no rows. */
bool store_do(Register *reg, sqlite3_stmt *s);
bool store_run(Register *reg, Statement which);
/* Stops reading rows before the end. */
void store_end(sqlite3_stmt *s);
/* Columns; spans are valid until the next row. A NULL is 0, NAN or an empty span. */
int64_t store_get_int(sqlite3_stmt *s, int column);
double store_get_real(sqlite3_stmt *s, int column);
Span store_get_text(sqlite3_stmt *s, int column);
bool store_get_null(sqlite3_stmt *s, int column);
Day store_get_day(sqlite3_stmt *s, int column);
void store_day(sqlite3_stmt *s, int at, Day day);

/* Notes a failure of SQLite `rc` as the register's error, once. */
void store_fail(Register *reg, int rc);
void store_fail_with(Register *reg, Error e);
/* The sticking error, cleared. */
Error store_error(Register *reg);

/* snapshot.c */
/* Packs into the register's work arena. An empty span with the error set when that fails. */
Span snapshot_pack(Register *reg, Span bytes);
typedef enum { SNAPSHOT_WHOLE, SNAPSHOT_MISSING, SNAPSHOT_BROKEN } SnapshotState;
SnapshotState snapshot_unpack(Register *reg, int64_t document, Span *bytes, Arena *keep);

/* likeness of a text that is being recorded. */
void likeness_add(Register *reg, int64_t document, Span bytes);

/* migrate.c: makes or checks the schema of a freshly opened file; true when it is an older one. */
bool migrate(Register *reg);
/* Closes the file and puts a copy with the present schema in its place; the old one stays beside it. To be opened again. */
void migrate_older(Register *reg, const char *path);

#endif
