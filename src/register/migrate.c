/* The schema: made in an empty file, brought up to date in an older one, refused in a newer one. `user_version` numbers it. A file of an older schema is
 * never touched: a copy is brought up to date and then takes its name; the old file stays beside it as FILE.schema1. */
#define _DEFAULT_SOURCE
#include "register/likeness.h"
#include "register/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SCHEMA_VERSION = 2, APPLICATION = 0x696e7a74, PATH_ROOM = 4200, KEPT_MOST = 100 };

extern const char register_schema_1[], register_schema_2[], register_derived[];

static const char *const STEP[SCHEMA_VERSION] = {register_schema_1, register_schema_2};

static int64_t pragma(Register *reg, Statement which)
{
    sqlite3_stmt *s = store_begin(reg, which);
    int64_t value = store_row(reg, s) ? store_get_int(s, 0) : 0;
    store_end(s);
    return value;
}

static void run_sql(Register *reg, const char *sql)
{
    if (reg->error.code != ERROR_NONE) return;
    int rc = sqlite3_exec(reg->db, sql, NULL, NULL, NULL);
    if (rc != SQLITE_OK) store_fail(reg, rc);
}

static void end_transaction(Register *reg)
{
    if (reg->error.code == ERROR_NONE) store_run(reg, SQL_COMMIT);
    else sqlite3_exec(reg->db, "ROLLBACK", NULL, NULL, NULL);
}

/* Two programs may find the file empty at the same moment: the second finds the schema when its turn comes. */
static void create(Register *reg)
{
    if (!store_run(reg, SQL_BEGIN)) return;
    if (pragma(reg, SQL_COUNT_TABLES) == 0) {
        for (int i = 0; i < SCHEMA_VERSION; i++) run_sql(reg, STEP[i]);
        run_sql(reg, register_derived);
    }
    end_transaction(reg);
}

bool migrate(Register *reg)
{
    int64_t version = pragma(reg, SQL_SCHEMA_NUMBER), application = pragma(reg, SQL_APPLICATION_NUMBER), tables = pragma(reg, SQL_COUNT_TABLES);
    if (reg->error.code != ERROR_NONE) return false;
    if (version == 0 && tables == 0) {
        if (reg->mode == REGISTER_WRITE) create(reg);
        else store_fail_with(reg, error_make(ERROR_UNREAD, "the register is empty; fill it with `inzet read FILES`"));
        return false;
    }
    if (application != APPLICATION)
        store_fail_with(reg, error_make(ERROR_REGISTER, "this is an SQLite file, but not a register of inzet; name another with -r"));
    else if (version > SCHEMA_VERSION)
        store_fail_with(reg, error_make(ERROR_REGISTER, "the register was made by a newer inzet (schema %lld, this program knows %d); use that one",
                                        (long long)version, SCHEMA_VERSION));
    else if (version < 1)
        store_fail_with(reg, error_make(ERROR_REGISTER, "the register has an unknown schema (%lld); make a new one by reading the sources again",
                                        (long long)version));
    return reg->error.code == ERROR_NONE && version < SCHEMA_VERSION;
}

/* ---- An older file. */

/* A text that cannot be unpacked gets no sketch; `inzet verify` tells of it. */
static void add_likeness_of_all(Register *reg)
{
    Arena whole = reg->work;
    sqlite3_stmt *s = store_begin(reg, SQL_ALL_DOCUMENTS);
    while (store_row(reg, s)) {
        int64_t document = store_get_int(s, 0);
        Span bytes;
        Arena scratch = whole;
        if (snapshot_unpack(reg, document, &bytes, &scratch) == SNAPSHOT_WHOLE) likeness_add(reg, document, bytes);
    }
}

static void bring_up(Register *copy, int64_t version)
{
    run_sql(copy, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL");
    if (!store_run(copy, SQL_BEGIN)) return;
    for (int64_t i = version; i < SCHEMA_VERSION; i++) {
        run_sql(copy, STEP[i]);
        if (i + 1 == 2) add_likeness_of_all(copy);
    }
    run_sql(copy, register_derived);
    end_transaction(copy);
}

/* Takes the file for itself: others wait, or this one tells that they are there. The schema it has. */
static int64_t take_alone(Register *old, const char *path)
{
    int rc = sqlite3_open_v2(path, &old->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
    if (rc == SQLITE_OK) sqlite3_busy_timeout(old->db, STORE_BUSY_MS);
    if (rc == SQLITE_OK && sqlite3_db_readonly(old->db, "main") == 1) rc = SQLITE_READONLY;
    if (rc != SQLITE_OK) store_fail(old, rc);
    run_sql(old, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE; COMMIT");
    return pragma(old, SQL_SCHEMA_NUMBER);
}

static void copy_file(Register *old, Register *copy, const char *path)
{
    struct stat st;
    int rc = sqlite3_open_v2(path, &copy->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
    sqlite3_backup *b = rc == SQLITE_OK ? sqlite3_backup_init(copy->db, "main", old->db, "main") : NULL;
    if (b) sqlite3_backup_step(b, -1);
    rc = b ? sqlite3_backup_finish(b) : rc == SQLITE_OK ? sqlite3_errcode(copy->db) : rc;
    if (rc != SQLITE_OK) store_fail(copy, rc);
    if (stat(old->path, &st) == 0) (void)chmod(path, st.st_mode & 07777);
}

static void fail_file(Register *reg, const char *what, const char *path)
{
    store_fail_with(reg, error_make(ERROR_WRITE, "%.120s cannot be %s (%s)", path, what, strerror(errno)));
}

/* The old file under its second name, FILE.schema1, or FILE.schema1.2 where that is another file. */
static bool keep_old(Register *reg, const char *path, int64_t version)
{
    char kept[PATH_ROOM];
    struct stat old, there;
    for (int i = 1; i <= KEPT_MOST; i++) {
        if (i == 1) snprintf(kept, sizeof kept, "%s.schema%lld", path, (long long)version);
        else snprintf(kept, sizeof kept, "%s.schema%lld.%d", path, (long long)version, i);
        if (link(path, kept) == 0) return true;
        if (errno != EEXIST) break;
        /* Left by an upgrade that was cut short just before its end. */
        if (stat(path, &old) == 0 && stat(kept, &there) == 0 && old.st_ino == there.st_ino && old.st_dev == there.st_dev) return true;
    }
    fail_file(reg, "made", kept);
    return false;
}

static void sync_folder(const char *path)
{
    char folder[PATH_ROOM];
    snprintf(folder, sizeof folder, "%s", path);
    char *slash = strrchr(folder, '/');
    if (slash) slash[slash == folder] = 0;
    int fd = open(slash ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return;
    (void)fsync(fd);
    close(fd);
}

static void close_file(Register *reg)
{
    for (int i = 0; i < STATEMENT_COUNT; i++) sqlite3_finalize(reg->prepared[i]);
    memset(reg->prepared, 0, sizeof reg->prepared);
    sqlite3_close(reg->db);
    reg->db = NULL;
}

void migrate_older(Register *reg, const char *path)
{
    char name[PATH_ROOM];
    snprintf(name, sizeof name, "%s.upgrading", path);
    close_file(reg);
    Register old = *reg, copy = *reg;
    copy.mode = REGISTER_WRITE;
    int64_t version = take_alone(&old, path);
    /* Another program may have done it meanwhile. */
    bool needed = old.error.code == ERROR_NONE && version < SCHEMA_VERSION;
    if (needed) {
        /* What an upgrade that was cut short has left. */
        (void)unlink(name);
        copy_file(&old, &copy, name);
        if (copy.error.code == ERROR_NONE) bring_up(&copy, version);
        close_file(&copy);
        if (copy.error.code == ERROR_NONE && keep_old(&copy, path, version) && rename(name, path) != 0) fail_file(&copy, "renamed", name);
        if (copy.error.code != ERROR_NONE) (void)unlink(name);
        sync_folder(path);
    }
    close_file(&old);
    reg->packer = copy.packer;
    reg->unpacker = copy.unpacker;
    Error e = old.error.code != ERROR_NONE ? old.error : needed ? copy.error : NO_ERROR;
    if (e.code == ERROR_NONE) return;
    store_fail_with(reg, error_make(e.code, "the register has an older schema and could not be brought up to date; it is as it was: %.200s", e.sentence));
}
