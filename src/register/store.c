/* Opening, closing, statements by name, and SQLite's failures as sentences. */
#define _DEFAULT_SOURCE
#include "register/store.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zstd.h>

enum { CACHE_KB = 32768, LOG_PAGES = 8192 };
#define WORK_BYTES ((Size)1 << 30)  /* address space; pages are taken only when used */

#define STATEMENT(NAME, sql) sql,
static const char *const sql[] = {
#include "register/statements.def"
};
#undef STATEMENT

void store_fail_with(Register *reg, Error e)
{
    if (reg->error.code != ERROR_NONE) return;
    reg->error = e;
    snprintf(reg->error.file, sizeof reg->error.file, "%s", reg->path);
}

/* What each kind of failure means to a person, and what to do about it. */
static Error sentence_for(int rc, const char *detail)
{
    switch (rc & 0xff) {
    case SQLITE_NOTADB:
        return error_make(ERROR_REGISTER, "this is not a register of inzet (no SQLite file); name another file with -r");
    case SQLITE_CORRUPT:
        return error_make(ERROR_REGISTER, "the register is damaged; restore it from a copy, or make a new one by reading the sources again");
    case SQLITE_FULL:
        return error_make(ERROR_WRITE, "the disk is full; the document in hand was not recorded; make room and run again");
    case SQLITE_READONLY:
        return error_make(ERROR_WRITE, "the register cannot be written (read-only file, folder or disk); name another with -r, or use --no-register");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return error_make(ERROR_WRITE, "another program is writing in the register; waited %d seconds; try again when it is done", STORE_BUSY_MS / 1000);
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return error_make(ERROR_WRITE, "the register may not be opened; check who owns it");
    case SQLITE_CANTOPEN:
        return error_make(ERROR_WRITE, "the register cannot be opened or made here; check that the folder exists and may be written");
    case SQLITE_NOMEM:
        return error_make(ERROR_WRITE, "the system has no memory left; close other programs and try again");
    case SQLITE_IOERR:
        if (rc == SQLITE_IOERR_READ || rc == SQLITE_IOERR_SHORT_READ || rc == SQLITE_IOERR_CORRUPTFS || rc == SQLITE_IOERR_DATA)
            return error_make(ERROR_REGISTER, "the register cannot be read from the disk (%s); restore it from a copy", detail);
        return error_make(ERROR_WRITE, "the register cannot be written to the disk (%s); check the disk and run again", detail);
    case SQLITE_CONSTRAINT:
        return error_make(ERROR_REGISTER, "the register holds rows that contradict each other (%s); run `inzet verify`", detail);
    default:
        return error_make(ERROR_REGISTER, "the register does not answer as it should (%s); run `inzet verify`, restore it from a copy if that fails", detail);
    }
}

void store_fail(Register *reg, int rc)
{
    if (reg->error.code != ERROR_NONE) return;
    int cause = reg->db ? sqlite3_system_errno(reg->db) : 0;
    bool writing = (rc & 0xff) == SQLITE_IOERR || (rc & 0xff) == SQLITE_CANTOPEN;
    if (writing && (cause == ENOSPC || cause == EDQUOT)) rc = SQLITE_FULL;
    store_fail_with(reg, sentence_for(rc, reg->db ? sqlite3_errmsg(reg->db) : sqlite3_errstr(rc)));
}

Error store_error(Register *reg)
{
    Error e = reg->error;
    reg->error = NO_ERROR;
    return e;
}

sqlite3_stmt *store_begin(Register *reg, Statement which)
{
    if (reg->error.code != ERROR_NONE) return NULL;
    sqlite3_stmt **s = &reg->prepared[which];
    if (*s) {
        sqlite3_reset(*s);
        sqlite3_clear_bindings(*s);
        return *s;
    }
    int rc = sqlite3_prepare_v3(reg->db, sql[which], -1, SQLITE_PREPARE_PERSISTENT, s, NULL);
    if (rc != SQLITE_OK) store_fail(reg, rc);
    return *s;
}

void store_int(sqlite3_stmt *s, int at, int64_t value)
{
    if (s) sqlite3_bind_int64(s, at, value);
}

void store_real(sqlite3_stmt *s, int at, double value)
{
    if (s) sqlite3_bind_double(s, at, value);
}

void store_text(sqlite3_stmt *s, int at, Span value)
{
    if (s && value.len > 0) sqlite3_bind_text64(s, at, value.at, (sqlite3_uint64)value.len, SQLITE_STATIC, SQLITE_UTF8);
}

void store_blob(sqlite3_stmt *s, int at, const void *bytes, Size len)
{
    if (s) sqlite3_bind_blob64(s, at, len ? bytes : "", (sqlite3_uint64)len, SQLITE_STATIC);
}

void store_null(sqlite3_stmt *s, int at)
{
    if (s) sqlite3_bind_null(s, at);
}

void store_day(sqlite3_stmt *s, int at, Day day)
{
    if (s && day_known(day)) sqlite3_bind_int64(s, at, day.n);
}

bool store_row(Register *reg, sqlite3_stmt *s)
{
    if (!s || reg->error.code != ERROR_NONE) return false;
    int rc = sqlite3_step(s);
    if (rc == SQLITE_ROW) return true;
    if (rc != SQLITE_DONE) store_fail(reg, rc);
    sqlite3_reset(s);
    return false;
}

bool store_do(Register *reg, sqlite3_stmt *s)
{
    while (store_row(reg, s)) {}
    return reg->error.code == ERROR_NONE;
}

bool store_run(Register *reg, Statement which)
{
    return store_do(reg, store_begin(reg, which));
}

void store_end(sqlite3_stmt *s)
{
    if (s) sqlite3_reset(s);
}

int64_t store_get_int(sqlite3_stmt *s, int column)
{
    return sqlite3_column_int64(s, column);
}

double store_get_real(sqlite3_stmt *s, int column)
{
    return store_get_null(s, column) ? (double)NAN : sqlite3_column_double(s, column);
}

Span store_get_text(sqlite3_stmt *s, int column)
{
    const void *at = sqlite3_column_blob(s, column);
    return (Span){at, at ? (Size)sqlite3_column_bytes(s, column) : 0};
}

bool store_get_null(sqlite3_stmt *s, int column)
{
    return sqlite3_column_type(s, column) == SQLITE_NULL;
}

Day store_get_day(sqlite3_stmt *s, int column)
{
    return store_get_null(s, column) ? NO_DAY : (Day){(int32_t)sqlite3_column_int64(s, column)};
}

/* A path as a `file:` address, so that a read-only register on a read-only disk can be opened without a lock file. */
static void immutable_address(const char *path, char *to, size_t room)
{
    size_t n = (size_t)snprintf(to, room, "file:");
    for (; *path && n + 20 < room; path++) {
        if (*path == '%' || *path == '?' || *path == '#') n += (size_t)snprintf(to + n, room - n, "%%%02X", (unsigned)*path);
        else to[n++] = *path;
    }
    snprintf(to + n, room - n, "?immutable=1");
}

static int open_with(Register *reg, const char *path, int flags)
{
    if (reg->db) sqlite3_close(reg->db);
    reg->db = NULL;
    int rc = sqlite3_open_v2(path, &reg->db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
    if (rc == SQLITE_OK) sqlite3_busy_timeout(reg->db, STORE_BUSY_MS);
    /* Opening reads nothing yet: the first page and the log are looked at here. */
    if (rc == SQLITE_OK) rc = sqlite3_exec(reg->db, "PRAGMA schema_version", NULL, NULL, NULL);
    return rc;
}

static bool log_has_pages(const char *path)
{
    char log[4200];
    struct stat st;
    snprintf(log, sizeof log, "%s-wal", path);
    return stat(log, &st) == 0 && st.st_size > 0;
}

static void open_to_read(Register *reg, const char *path)
{
    /* Opened for writing where that is allowed, only so that the last reader tidies the log away; query_only keeps it from writing. */
    int rc = access(path, W_OK) == 0 ? open_with(reg, path, SQLITE_OPEN_READWRITE) : SQLITE_READONLY;
    if (rc != SQLITE_OK && rc != SQLITE_NOTADB && (rc & 0xff) != SQLITE_CORRUPT) rc = open_with(reg, path, SQLITE_OPEN_READONLY);
    if (rc != SQLITE_OK && ((rc & 0xff) == SQLITE_CANTOPEN || (rc & 0xff) == SQLITE_READONLY) && !log_has_pages(path)) {
        char address[8400];
        immutable_address(path, address, sizeof address);
        rc = open_with(reg, address, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
    }
    if (rc != SQLITE_OK) store_fail(reg, rc);
}

static void open_to_write(Register *reg, const char *path)
{
    int rc = open_with(reg, path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    if (rc != SQLITE_OK) store_fail(reg, rc);
    else if (sqlite3_db_readonly(reg->db, "main") == 1) store_fail(reg, SQLITE_READONLY);
}

/* What stands at the path now; 0 when it may be opened. */
static Error look_at(const char *path, RegisterMode mode)
{
    struct stat st;
    if (strlen(path) > 4096) return error_make(ERROR_USAGE, "the path of the register is too long");
    if (stat(path, &st) != 0) {
        if (mode == REGISTER_WRITE) return NO_ERROR;
        return error_make(ERROR_UNREAD, "there is no register here yet; make one with `inzet read FILES`, or name another with -r");
    }
    if (S_ISDIR(st.st_mode)) return error_make(ERROR_WRITE, "this is a folder; name a file for the register with -r");
    if (!S_ISREG(st.st_mode)) return error_make(ERROR_WRITE, "this is no regular file; name a file for the register with -r");
    if (mode == REGISTER_READ && access(path, R_OK) != 0)
        return error_make(ERROR_REGISTER, "the register may not be read; check who owns it");
    return NO_ERROR;
}

/* Keys are made here and fit by construction; holding each row against its parent would take a fifth of a load. `inzet verify` holds them all.
 * Questions read the file through the system's memory, which halves their time; loads do not, so that a failing disk gives an error there. */
static void tune(Register *reg)
{
    char pragmas[400];
    snprintf(pragmas, sizeof pragmas,
             "PRAGMA foreign_keys = OFF; PRAGMA cache_size = -%d; PRAGMA temp_store = MEMORY; "
             "PRAGMA trusted_schema = OFF; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = %d; %s",
             CACHE_KB, LOG_PAGES, reg->mode == REGISTER_READ ? "PRAGMA query_only = ON; PRAGMA mmap_size = 4294967296" : "PRAGMA journal_mode = WAL");
    if (reg->error.code != ERROR_NONE) return;
    int rc = sqlite3_exec(reg->db, pragmas, NULL, NULL, NULL);
    if (rc != SQLITE_OK) store_fail(reg, rc);
}

static void open_file(Register *reg, const char *path)
{
    if (reg->mode == REGISTER_READ) open_to_read(reg, path);
    else open_to_write(reg, path);
    tune(reg);
}

Error register_open(const char *path, RegisterMode mode, Register **out)
{
    *out = NULL;
    Error e = look_at(path, mode);
    if (e.code != ERROR_NONE) {
        snprintf(e.file, sizeof e.file, "%s", path);
        return e;
    }
    Register *reg = calloc(1, sizeof *reg);
    if (!reg) return error_make(ERROR_WRITE, "the system has no memory left; close other programs and try again");
    snprintf(reg->path, sizeof reg->path, "%s", path);
    reg->mode = mode;
    reg->grouped = -1;
    reg->work = arena_reserve(WORK_BYTES);
    open_file(reg, path);
    if (reg->error.code == ERROR_NONE && migrate(reg)) {
        migrate_older(reg, path);
        if (reg->error.code == ERROR_NONE) open_file(reg, path);
    }
    e = store_error(reg);
    if (e.code == ERROR_NONE) *out = reg;
    else (void)register_close(reg);
    return e;
}

Error register_close(Register *reg)
{
    if (!reg) return NO_ERROR;
    Error group = reg->db ? register_group_end(reg) : NO_ERROR;
    if (group.code != ERROR_NONE) reg->error = group;
    for (int i = 0; i < STATEMENT_COUNT; i++) sqlite3_finalize(reg->prepared[i]);
    if (reg->db && reg->mode == REGISTER_WRITE) {
        int rc = sqlite3_wal_checkpoint_v2(reg->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
        /* A reader elsewhere only delays the tidying: what was recorded is safe in the log. */
        if (rc != SQLITE_OK && rc != SQLITE_BUSY && rc != SQLITE_LOCKED && (rc & 0xff) != SQLITE_BUSY) store_fail(reg, rc);
    }
    if (reg->db) sqlite3_close(reg->db);
    arena_release(&reg->work);
    arena_release(&reg->edit_whole);
    ZSTD_freeCCtx(reg->packer);
    ZSTD_freeDCtx(reg->unpacker);
    Error e = store_error(reg);
    free(reg);
    return e;
}
