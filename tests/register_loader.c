/* A load that can be killed: register_loader FILE FIRST COUNT records documents FIRST..FIRST+COUNT-1, each the same every time, and writes the
 * number of each one to standard output once it is recorded. register_loader FILE check checks what is there: documents whole, none twice. */
#include "register_world.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void compose(WorldText *t, int64_t number)
{
    char head[64];
    uint64_t seed = (uint64_t)number * 2654435761u + 1;
    snprintf(head, sizeof head, "Bericht %lld.", (long long)number);
    world_words(t, head);
    for (int i = 0; i < 3 + (int)world_random(&seed, 12); i++) {
        WorldFact f = world_fact("NL", "minusma", 10 + world_random(&seed, 300), STAGE_ACTIVE, REALIS_ACTUAL);
        f.place = "Gao";
        f.host = "ML";
        world_say(t, &f);
    }
}

static int load(const char *path, int64_t first, int64_t documents)
{
    Register *reg;
    Arena whole = arena_reserve((Size)1 << 28);
    Error e = register_open(path, REGISTER_WRITE, &reg);
    for (int64_t i = first; e.code == ERROR_NONE && i < first + documents; i++) {
        char name[32];
        RecordOutcome what;
        Arena keep = whole;
        WorldText t = world_text(&keep, (Day){17000}, (Day){17000});
        compose(&t, i);
        snprintf(name, sizeof name, "%lld", (long long)i);
        RegisterDocument d = world_document(&t, name, "r1", i);
        e = register_record(reg, &d, &t.reading, &what);
        if (e.code == ERROR_NONE) {
            printf("%lld %s\n", (long long)i, record_outcome_name(what));
            fflush(stdout);
        }
    }
    if (e.code != ERROR_NONE) error_print(&e);
    Error closed = register_close(reg);
    return e.code ? (int)e.code : (int)closed.code;
}

static int64_t number(const char *path, const char *sql)
{
    sqlite3 *db;
    sqlite3_stmt *s;
    int64_t n = -1;
    char address[300];
    /* Where the folder is read-only, the log cannot be made. */
    snprintf(address, sizeof address, "file:%s%s", path, access(path, W_OK) == 0 ? "" : "?immutable=1");
    if (sqlite3_open_v2(address, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI, NULL) == SQLITE_OK && sqlite3_prepare_v2(db, sql, -1, &s, NULL) == SQLITE_OK) {
        if (sqlite3_step(s) == SQLITE_ROW) n = sqlite3_column_int64(s, 0);
        sqlite3_finalize(s);
    }
    sqlite3_close(db);
    return n;
}

/* Prints how many documents there are; 0 when everything in the file is whole. */
static int check(const char *path)
{
    Register *reg = NULL;
    VerifyReport report = {0};
    Arena keep = arena_reserve((Size)1 << 28);
    Error e = register_open(path, REGISTER_READ, &reg);
    if (e.code == ERROR_NONE) e = register_verify(reg, &report, NULL, NULL, &keep);
    register_close(reg);
    if (e.code != ERROR_NONE) error_print(&e);
    bool whole = e.code == ERROR_NONE && report.faults.len == 0 && number(path, "SELECT count(*) FROM pragma_foreign_key_check") == 0 &&
                 number(path, "SELECT count(*) FROM document") == number(path, "SELECT count(DISTINCT name) FROM document") &&
                 number(path, "SELECT count(*) FROM document") == number(path, "SELECT count(*) FROM reading WHERE closed IS NULL") &&
                 number(path, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'") == 1;
    printf("%lld\n", (long long)number(path, "SELECT count(*) FROM document"));
    return whole ? 0 : 1;
}

int main(int argc, char **argv)
{
    if (argc == 3) return check(argv[1]);
    if (argc != 4) return 2;
    return load(argv[1], atoll(argv[2]), atoll(argv[3]));
}
