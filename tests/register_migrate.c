/* Files of an older schema: brought up to date on a copy, the old one kept; cut short at any moment nothing is lost; newer ones are refused. */
#define _DEFAULT_SOURCE
#include "register/rebuild.h"
#include "register_help.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { TEXTS = 20, KILLS = 30 };

static bool run_sql(const char *name, const char *sql)
{
    sqlite3 *db;
    bool good = sqlite3_open(help_path(name), &db) == SQLITE_OK && sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;
    if (!good) puts(sqlite3_errmsg(db));
    sqlite3_close(db);
    return good;
}

/* A register as schema 1 had it: what schema 2 added is taken out again. */
static void make_old(const char *name)
{
    Register *reg = help_open(name);
    RebuildReport report;
    for (int i = 0; i < TEXTS; i++) {
        char text[32];
        Arena keep = help_room;
        WorldText t = world_text(&keep, (Day){17500 + i}, (Day){17500 + i});
        snprintf(text, sizeof text, "Bericht %d.", i);
        world_words(&t, text);
        WorldFact f = world_fact("BE", "oir", 40 + i / 10, STAGE_ACTIVE, REALIS_ACTUAL);
        world_say(&t, &f);
        help_record(reg, &t, text, "r1", 1600000000);
    }
    CHECK(register_rebuild(reg, hedges_shipped_table(), &report, NULL, NULL).code == ERROR_NONE);
    register_close(reg);
    CHECK(run_sql(name, "DROP TABLE likeness; PRAGMA user_version = 1"));
}

static bool there(const char *name, const char *suffix)
{
    char path[200];
    snprintf(path, sizeof path, "%s%s", help_path(name), suffix);
    return access(path, F_OK) == 0;
}

static bool opens(const char *name, RegisterMode mode)
{
    Register *reg = NULL;
    Error e = register_open(help_path(name), mode, &reg);
    if (e.code != ERROR_NONE) error_print(&e);
    register_close(reg);
    return e.code == ERROR_NONE;
}

/* Everything is there, once, in the present schema. */
static bool is_whole(const char *name)
{
    ErrorCode code;
    return help_faults(name, &code) == 0 && code == ERROR_NONE && help_count(name, "SELECT count(*) FROM document") == TEXTS &&
           help_count(name, "SELECT count(*) FROM claims") == TEXTS && help_count(name, "SELECT count(*) FROM likeness") == TEXTS &&
           help_count(name, "SELECT count(*) FROM pragma_user_version WHERE user_version = 2") == 1 &&
           help_count(name, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'") == 1;
}

static double level_on(const char *name, int day)
{
    Arena keep = help_room;
    Register *reg = NULL;
    AskLevels l = {0};
    AskFilter f = ask_all();
    f.at_first = f.at_last = (Day){day};
    if (register_open(help_path(name), REGISTER_READ, &reg).code == ERROR_NONE) (void)ask_at(reg, &f, hedges_shipped_table(), &l, &keep);
    register_close(reg);
    return l.item.len == 1 ? l.item.item[0].low : -1;
}

static void test_upgrade(RegisterMode mode)
{
    make_old("old.inzet");
    unlink(help_path("old.inzet.schema1"));
    CHECK(opens("old.inzet", mode));
    CHECK(is_whole("old.inzet") && !there("old.inzet", ".upgrading"));
    CHECK(help_count("old.inzet.schema1", "SELECT count(*) FROM document") == TEXTS);
    CHECK(help_count("old.inzet.schema1", "SELECT count(*) FROM pragma_user_version WHERE user_version = 1") == 1);
    CHECK(level_on("old.inzet", 17515) == 41 && level_on("old.inzet", 17519) == 41);
    CHECK(opens("old.inzet", REGISTER_WRITE) && !there("old.inzet", ".schema1.2"));
    /* The kept file can be brought up to date again. */
    CHECK(opens("old.inzet.schema1", REGISTER_WRITE) && is_whole("old.inzet.schema1"));
    unlink(help_path("old.inzet.schema1"));
    unlink(help_path("old.inzet.schema1.schema1"));
}

static void write_text(const char *name, const char *text)
{
    FILE *f = fopen(help_path(name), "w");
    if (!f || fputs(text, f) < 0 || fclose(f) != 0) exit(1);
}

/* What upgrades that were cut short leave behind. */
static void test_left_behind(void)
{
    make_old("left.inzet");
    write_text("left.inzet.upgrading", "half a copy");
    CHECK(link(help_path("left.inzet"), help_path("left.inzet.schema1")) == 0);
    CHECK(opens("left.inzet", REGISTER_WRITE) && is_whole("left.inzet") && !there("left.inzet", ".upgrading") && !there("left.inzet", ".schema1.2"));
    /* An old file kept earlier is never written over. */
    make_old("left.inzet");
    CHECK(opens("left.inzet", REGISTER_WRITE) && there("left.inzet", ".schema1.2"));
    CHECK(help_count("left.inzet.schema1", "SELECT count(*) FROM document") == TEXTS);
}

static void test_refused(void)
{
    Register *reg = NULL;
    make_old("refused.inzet");
    CHECK(chmod(help_folder, 0500) == 0);
    Error e = register_open(help_path("refused.inzet"), REGISTER_READ, &reg);
    /* One who may write everywhere is not held back. */
    CHECK(geteuid() == 0 ? e.code == ERROR_NONE : e.code == ERROR_WRITE && strstr(e.sentence, "older schema"));
    register_close(reg);
    CHECK(chmod(help_folder, 0700) == 0);
    CHECK(run_sql("refused.inzet", "PRAGMA user_version = 3"));
    e = register_open(help_path("refused.inzet"), REGISTER_WRITE, &reg);
    CHECK(e.code == ERROR_REGISTER && strstr(e.sentence, "newer inzet"));
    CHECK(run_sql("refused.inzet", "PRAGMA user_version = 0"));
    e = register_open(help_path("refused.inzet"), REGISTER_WRITE, &reg);
    CHECK(e.code == ERROR_REGISTER && strstr(e.sentence, "unknown schema"));
}

/* A stored text that is damaged holds nothing up; `inzet verify` tells of it as before. */
static void test_damaged_text(void)
{
    ErrorCode code;
    make_old("damaged.inzet");
    CHECK(run_sql("damaged.inzet", "DROP TRIGGER snapshot_holds; UPDATE snapshot SET packed = x'00' WHERE document = 3"));
    CHECK(opens("damaged.inzet", REGISTER_WRITE) && help_count("damaged.inzet", "SELECT count(*) FROM likeness") == TEXTS - 1);
    CHECK(help_faults("damaged.inzet", &code) == 1 && code == ERROR_NONE);
}

/* Killed at any moment: the old file or the new one stands, whole. */
static void test_killed(void)
{
    uint64_t seed = 5;
    int wrong = 0, cut = 0;
    for (int i = 0; i < KILLS; i++) {
        make_old("killed.inzet");
        unlink(help_path("killed.inzet.schema1"));
        fflush(stdout);
        pid_t child = fork();
        if (child == 0) {
            Register *reg = NULL;
            (void)register_open(help_path("killed.inzet"), REGISTER_WRITE, &reg);
            _exit(0);
        }
        int status = 0;
        usleep(world_random(&seed, 50000));
        kill(child, SIGKILL);
        waitpid(child, &status, 0);
        cut += !there("killed.inzet", ".schema1");
        wrong += !opens("killed.inzet", REGISTER_WRITE) || !is_whole("killed.inzet");
    }
    printf("%d of %d were cut short\n", cut, KILLS);
    CHECK(wrong == 0);
}

int main(void)
{
    if (!help_begin()) return 1;
    test_upgrade(REGISTER_READ);
    test_upgrade(REGISTER_WRITE);
    test_left_behind();
    test_refused();
    test_damaged_text();
    test_killed();
    return help_end();
}
