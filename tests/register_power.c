/* A disk that fails at every write in turn, and power cut at every moment of a load. SQLite runs on a thin layer over the system's files that counts
 * writes, refuses the one it is told to, and keeps a log of what was written and synced; a power cut keeps what was synced and any part of the rest. */
#define _DEFAULT_SOURCE
#include "register_world.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { DOCUMENTS = 12, OPS = 100000, FILES = 4 };

typedef enum { OP_WRITE, OP_SYNC, OP_TRUNCATE, OP_DELETE } OpKind;

/* One thing that happened to a file. */
typedef struct {
    OpKind kind;
    int file;
    int64_t at;
    Span bytes;
} Op;

typedef struct {
    sqlite3_file base;
    int file;           /* index of its name; -1: not followed (shared memory is no disk) */
    sqlite3_file *real;
} Thin;

static sqlite3_vfs thin, *real_vfs;
static Op op[OPS];
static int ops, writes, refuse_at;
static char file_name[FILES][200];
static int files;
static Arena log_room;
static char folder[64];

static int file_index(const char *name)
{
    for (int i = 0; i < files; i++)
        if (strcmp(file_name[i], name) == 0) return i;
    if (files == FILES) return -1;
    snprintf(file_name[files], sizeof file_name[files], "%s", name);
    return files++;
}

static void note(OpKind kind, int file, int64_t at, Span bytes)
{
    if (file < 0 || ops == OPS) return;
    op[ops++] = (Op){kind, file, at, bytes.len ? arena_copy(&log_room, bytes) : bytes};
}

static int thin_close(sqlite3_file *f)
{
    Thin *t = (Thin *)f;
    int rc = t->real->pMethods ? t->real->pMethods->xClose(t->real) : SQLITE_OK;
    return rc;
}

static int thin_read(sqlite3_file *f, void *to, int n, sqlite3_int64 at)
{
    Thin *t = (Thin *)f;
    return t->real->pMethods->xRead(t->real, to, n, at);
}

static int thin_write(sqlite3_file *f, const void *from, int n, sqlite3_int64 at)
{
    Thin *t = (Thin *)f;
    if (++writes == refuse_at) return SQLITE_FULL;
    note(OP_WRITE, t->file, at, (Span){from, n});
    return t->real->pMethods->xWrite(t->real, from, n, at);
}

static int thin_truncate(sqlite3_file *f, sqlite3_int64 size)
{
    Thin *t = (Thin *)f;
    note(OP_TRUNCATE, t->file, size, (Span){NULL, 0});
    return t->real->pMethods->xTruncate(t->real, size);
}

static int thin_sync(sqlite3_file *f, int flags)
{
    Thin *t = (Thin *)f;
    note(OP_SYNC, t->file, 0, (Span){NULL, 0});
    return t->real->pMethods->xSync(t->real, flags);
}

static int thin_size(sqlite3_file *f, sqlite3_int64 *size)
{
    Thin *t = (Thin *)f;
    return t->real->pMethods->xFileSize(t->real, size);
}

static int thin_lock(sqlite3_file *f, int kind)
{
    Thin *t = (Thin *)f;
    return t->real->pMethods->xLock(t->real, kind);
}

static int thin_unlock(sqlite3_file *f, int kind)
{
    Thin *t = (Thin *)f;
    return t->real->pMethods->xUnlock(t->real, kind);
}

static int thin_reserved(sqlite3_file *f, int *held)
{
    Thin *t = (Thin *)f;
    return t->real->pMethods->xCheckReservedLock(t->real, held);
}

static int thin_control(sqlite3_file *f, int what, void *arg)
{
    Thin *t = (Thin *)f;
    return t->real->pMethods->xFileControl(t->real, what, arg);
}

static int thin_sector(sqlite3_file *f)
{
    Thin *t = (Thin *)f;
    return t->real->pMethods->xSectorSize(t->real);
}

static int thin_device(sqlite3_file *f)
{
    Thin *t = (Thin *)f;
    return t->real->pMethods->xDeviceCharacteristics(t->real);
}

static int thin_shm_map(sqlite3_file *f, int page, int size, int extend, void volatile **to)
{
    Thin *t = (Thin *)f;
    return t->real->pMethods->xShmMap(t->real, page, size, extend, to);
}

static int thin_shm_lock(sqlite3_file *f, int offset, int n, int flags)
{
    Thin *t = (Thin *)f;
    return t->real->pMethods->xShmLock(t->real, offset, n, flags);
}

static void thin_shm_barrier(sqlite3_file *f)
{
    Thin *t = (Thin *)f;
    t->real->pMethods->xShmBarrier(t->real);
}

static int thin_shm_unmap(sqlite3_file *f, int and_delete)
{
    Thin *t = (Thin *)f;
    return t->real->pMethods->xShmUnmap(t->real, and_delete);
}

static const sqlite3_io_methods methods = {
    .iVersion = 2, .xClose = thin_close, .xRead = thin_read, .xWrite = thin_write, .xTruncate = thin_truncate, .xSync = thin_sync, .xFileSize = thin_size,
    .xLock = thin_lock, .xUnlock = thin_unlock, .xCheckReservedLock = thin_reserved, .xFileControl = thin_control, .xSectorSize = thin_sector,
    .xDeviceCharacteristics = thin_device, .xShmMap = thin_shm_map, .xShmLock = thin_shm_lock, .xShmBarrier = thin_shm_barrier, .xShmUnmap = thin_shm_unmap};

static int thin_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *f, int flags, int *out)
{
    (void)vfs;
    Thin *t = (Thin *)f;
    t->real = (sqlite3_file *)(t + 1);
    t->file = name ? file_index(name) : -1;
    int rc = real_vfs->xOpen(real_vfs, name, t->real, flags, out);
    t->base.pMethods = rc == SQLITE_OK ? &methods : NULL;
    return rc;
}

static int thin_delete(sqlite3_vfs *vfs, const char *name, int sync)
{
    (void)vfs;
    note(OP_DELETE, file_index(name), 0, (Span){NULL, 0});
    return real_vfs->xDelete(real_vfs, name, sync);
}

static void layer(bool on)
{
    if (!real_vfs) {
        real_vfs = sqlite3_vfs_find(NULL);
        thin = *real_vfs;
        thin.zName = "thin";
        thin.szOsFile = (int)sizeof(Thin) + real_vfs->szOsFile;
        thin.xOpen = thin_open;
        thin.xDelete = thin_delete;
    }
    sqlite3_vfs_register(on ? &thin : real_vfs, 1);
}

static const char *path_of(const char *name)
{
    static char path[2][200];
    static int turn;
    turn = !turn;
    snprintf(path[turn], sizeof path[turn], "%s/%s", folder, name);
    return path[turn];
}

static void clear(const char *name)
{
    char path[220];
    static const char *const end[] = {"", "-wal", "-shm", "-journal"};
    for (int i = 0; i < 4; i++) {
        snprintf(path, sizeof path, "%s%s", path_of(name), end[i]);
        unlink(path);
    }
}

/* Loads until something fails; says how many were told to be recorded, and when each was (in ops). */
static Error load(const char *name, int *told, int when[DOCUMENTS], bool group)
{
    Arena whole = arena_reserve((Size)1 << 26);
    Register *reg;
    Error e = register_open(path_of(name), REGISTER_WRITE, &reg);
    *told = 0;
    if (e.code == ERROR_NONE && group) e = register_group_begin(reg);
    for (int i = 0; e.code == ERROR_NONE && i < DOCUMENTS; i++) {
        Arena keep = whole;
        char text[40];
        RecordOutcome what;
        WorldText t = world_text(&keep, (Day){17000 + i}, (Day){17000 + i});
        snprintf(text, sizeof text, "Bericht %d.", i);
        world_words(&t, text);
        for (int k = 0; k < 8; k++) {
            WorldFact f = world_fact("NL", "minusma", 10 + k, STAGE_ACTIVE, REALIS_ACTUAL);
            world_say(&t, &f);
        }
        RegisterDocument d = world_document(&t, text, "r1", i);
        e = register_record(reg, &d, &t.reading, &what);
        if (e.code == ERROR_NONE) when[(*told)++] = ops;
    }
    Error closed = register_close(reg);
    arena_release(&whole);
    return e.code != ERROR_NONE ? e : closed;
}

/* How many documents are there; -1 when anything is broken; -2: no register, said clearly. */
static int count_whole(const char *name)
{
    Arena keep = arena_reserve((Size)1 << 26);
    Register *reg = NULL;
    VerifyReport report = {0};
    Error e = register_open(path_of(name), REGISTER_READ, &reg);
    int found = -1;
    if (e.code == ERROR_UNREAD) found = -2;
    if (e.code == ERROR_NONE) {
        e = register_verify(reg, &report, NULL, NULL, &keep);
        if (e.code == ERROR_NONE && report.faults.len == 0 && report.broken_keys == 0) found = (int)report.documents;
    }
    if (e.code != ERROR_NONE && found == -1) error_print(&e);
    register_close(reg);
    arena_release(&keep);
    return found;
}

static void test_refused_writes(bool group)
{
    int when[DOCUMENTS], told, wrong = 0, silent = 0, refused = 0;
    for (refuse_at = 1; refuse_at < 3000; refuse_at++) {
        clear("full.inzet");
        writes = ops = files = 0;
        Arena mark = log_room;
        layer(true);
        Error e = load("full.inzet", &told, when, group);
        layer(false);
        log_room = mark;
        if (writes < refuse_at) break;
        refused++;
        int found = count_whole("full.inzet");
        /* In a group what was told is certain only at its end: the failure says how many went. */
        if (!group && found < told && !(found == -2 && told == 0)) wrong++;
        if (found == -1) wrong++;
        /* Tidying the log may fail quietly when the log itself is safe. */
        if (e.code == ERROR_NONE && found != DOCUMENTS) silent++;
        if (e.code != ERROR_NONE && (e.code != ERROR_WRITE || !strstr(e.sentence, "full"))) {
            wrong++;
            error_print(&e);
        }
    }
    refuse_at = 0;
    printf("disk full at each of %d writes%s\n", refused, group ? ", in a group" : "");
    CHECK(refused > 100 && wrong == 0 && silent == 0);
}

/* The files as a power cut after `until` ops leaves them: all that was synced, any part of the rest. */
static void cut(const char *name, int until, uint64_t *seed)
{
    static const char *const end[] = {"", "-wal"};
    clear(name);
    for (int which = 0; which <= 1; which++) {
        char path[220], source[220];
        snprintf(source, sizeof source, "%s%s", path_of("cut-source.inzet"), end[which]);
        int file = file_index(source), synced = -1;
        for (int i = 0; i < until; i++)
            if (op[i].file == file && op[i].kind == OP_SYNC) synced = i;
        snprintf(path, sizeof path, "%s%s", path_of(name), end[which]);
        FILE *f = fopen(path, "wb+");
        bool there = which == 0;
        for (int i = 0; f && i < until; i++) {
            if (op[i].file != file) continue;
            bool lost = i > synced && world_random(seed, 2);
            if (lost) continue;
            there = there || op[i].kind == OP_WRITE;
            if (op[i].kind == OP_WRITE) {
                /* A torn write: only its first part. */
                Size n = i > synced && world_random(seed, 4) == 0 ? op[i].bytes.len / 2 : op[i].bytes.len;
                fseek(f, (long)op[i].at, SEEK_SET);
                fwrite(op[i].bytes.at, 1, (size_t)n, f);
                fflush(f);
            } else if (op[i].kind == OP_TRUNCATE) {
                fflush(f);
                if (ftruncate(fileno(f), op[i].at) != 0) world_failed++;
            } else if (op[i].kind == OP_DELETE) {
                fflush(f);
                if (ftruncate(fileno(f), 0) != 0) world_failed++;
                there = false;
            }
        }
        if (f) fclose(f);
        if (!there) unlink(path);
    }
}

static void test_power_cuts(void)
{
    int when[DOCUMENTS], told, broken = 0, doubled = 0, cuts = 0;
    uint64_t seed = 5;
    ops = files = writes = 0;
    clear("cut-source.inzet");
    layer(true);
    Error e = load("cut-source.inzet", &told, when, false);
    layer(false);
    CHECK(e.code == ERROR_NONE && told == DOCUMENTS && ops < OPS);
    for (int until = 1; until <= ops; until++) {
        for (int again = 0; again < 2; again++, cuts++) {
            cut("cut.inzet", until, &seed);
            int found = count_whole("cut.inzet");
            broken += found == -1;
            doubled += found > DOCUMENTS;
            if (found == -1 && broken < 4) printf("  cut after %d of %d\n", until, ops);
        }
    }
    printf("power cut at %d moments\n", cuts);
    CHECK(broken == 0 && doubled == 0);
    cut("cut.inzet", ops, &seed);
    CHECK(count_whole("cut.inzet") == DOCUMENTS);
}

int main(void)
{
    snprintf(folder, sizeof folder, "%s/inzet-power-XXXXXX", P_tmpdir);
    if (!mkdtemp(folder)) return 1;
    log_room = arena_reserve((Size)1 << 30);
    test_refused_writes(false);
    test_refused_writes(true);
    test_power_cuts();
    clear("full.inzet");
    clear("cut.inzet");
    clear("cut-source.inzet");
    rmdir(folder);
    return world_result();
}
