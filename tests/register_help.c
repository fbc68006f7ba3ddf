/* Short ways to record and ask, for the tests of the register and of its questions. */
#define _DEFAULT_SOURCE
#include "register_help.h"

#include <math.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

Arena help_room;
char help_folder[64];

bool help_begin(void)
{
    snprintf(help_folder, sizeof help_folder, "%s/inzet-register-XXXXXX", P_tmpdir);
    if (!mkdtemp(help_folder)) return false;
    help_room = arena_reserve((Size)1 << 30);
    return true;
}

int help_end(void)
{
    char command[100];
    snprintf(command, sizeof command, "rm -rf '%s'", help_folder);
    if (system(command) != 0) puts("the test's folder stays behind");
    return world_result();
}

const char *help_path(const char *name)
{
    static char room[2][160];
    static int turn;
    char *path = room[turn = !turn];
    snprintf(path, sizeof room[0], "%s/%s", help_folder, name);
    return path;
}

Day help_day(const char *iso)
{
    return day_parse(span_of(iso), NULL);
}

Register *help_open(const char *name)
{
    Register *reg = NULL;
    unlink(help_path(name));
    Error e = register_open(help_path(name), REGISTER_WRITE, &reg);
    if (!CHECK(e.code == ERROR_NONE && reg)) {
        error_print(&e);
        exit(1);
    }
    return reg;
}

RecordOutcome help_record(Register *reg, const WorldText *t, const char *name, const char *rules, int64_t second)
{
    RecordOutcome what = RECORD_UNCHANGED;
    RegisterDocument d = world_document(t, name, rules, second);
    Error e = register_record(reg, &d, &t->reading, &what);
    if (!CHECK(e.code == ERROR_NONE)) error_print(&e);
    return what;
}

int64_t help_count(const char *name, const char *sql)
{
    sqlite3 *db;
    sqlite3_stmt *s;
    int64_t n = -1;
    if (sqlite3_open_v2(help_path(name), &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK && sqlite3_prepare_v2(db, sql, -1, &s, NULL) == SQLITE_OK) {
        if (sqlite3_step(s) == SQLITE_ROW) n = sqlite3_column_int64(s, 0);
        sqlite3_finalize(s);
    }
    sqlite3_close(db);
    return n;
}

AskLevels help_at(Register *reg, Arena *keep, const char *d, const char *k, const char *contributor)
{
    AskFilter f = ask_all();
    AskLevels levels;
    f.at_first = f.at_last = help_day(d);
    if (k) f.known = help_day(k);
    f.contributor = span_of(contributor);
    Error e = ask_at(reg, &f, hedges_shipped_table(), &levels, keep);
    if (!CHECK(e.code == ERROR_NONE)) error_print(&e);
    return levels;
}

void help_tell(Register *reg, Arena *keep, const char *published, WorldFact f)
{
    char name[32];
    static int number;
    WorldText t = world_text(keep, published ? help_day(published) : NO_DAY, published ? help_day(published) : NO_DAY);
    snprintf(name, sizeof name, "t%d.txt", number);
    world_words(&t, name);
    world_say(&t, &f);
    help_record(reg, &t, name, "r1", 1600000000 + number++);
}

bool help_is_level(const AskLevels *l, Size i, Certainty certainty, double low, double high, int32_t age)
{
    if (i >= l->item.len) return false;
    const AskLevel *r = &l->item.item[i];
    bool good = r->certainty == certainty && (isnan(low) ? isnan(r->low) : r->low == low) && (isnan(high) ? isnan(r->high) : r->high == high) && r->age == age;
    if (!good) printf("  row %d: %s %.0f..%.0f age %d\n", (int)i, certainty_name(r->certainty), r->low, r->high, r->age);
    return good;
}

Size help_faults(const char *name, ErrorCode *code)
{
    Arena keep = help_room;
    Register *reg = NULL;
    VerifyReport report = {0};
    Error e = register_open(help_path(name), REGISTER_READ, &reg);
    if (e.code == ERROR_NONE) e = register_verify(reg, &report, NULL, NULL, &keep);
    register_close(reg);
    *code = e.code;
    return report.faults.len;
}
