/* The register: recording, reading anew, asking, showing, verifying, and files that are no register. */
#define _DEFAULT_SOURCE
#include "ask/ask.h"
#include "register_world.h"

#include <math.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static Arena whole;
static char folder[64];

static const char *path_of(const char *name)
{
    static char path[160];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static Day day(const char *iso)
{
    return day_parse(span_of(iso), NULL);
}

static Register *open_new(const char *name)
{
    Register *reg = NULL;
    unlink(path_of(name));
    Error e = register_open(path_of(name), REGISTER_WRITE, &reg);
    if (!CHECK(e.code == ERROR_NONE && reg)) {
        error_print(&e);
        exit(1);
    }
    return reg;
}

static RecordOutcome record(Register *reg, const WorldText *t, const char *name, const char *rules, int64_t second)
{
    RecordOutcome what = RECORD_UNCHANGED;
    RegisterDocument d = world_document(t, name, rules, second);
    Error e = register_record(reg, &d, &t->reading, &what);
    if (!CHECK(e.code == ERROR_NONE)) error_print(&e);
    return what;
}

/* A number out of the file, by SQL of the test's own. */
static int64_t count(const char *name, const char *sql)
{
    sqlite3 *db;
    sqlite3_stmt *s;
    int64_t n = -1;
    if (sqlite3_open_v2(path_of(name), &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK && sqlite3_prepare_v2(db, sql, -1, &s, NULL) == SQLITE_OK) {
        if (sqlite3_step(s) == SQLITE_ROW) n = sqlite3_column_int64(s, 0);
        sqlite3_finalize(s);
    }
    sqlite3_close(db);
    return n;
}

static WorldText simple_text(Arena *keep, double n)
{
    WorldText t = world_text(keep, day("2018-05-04"), day("2018-05-04"));
    WorldFact f = world_fact("BE", "oir", n, STAGE_ACTIVE, REALIS_ACTUAL);
    f.host = "IQ";
    world_say(&t, &f);
    f.place = "Erbil";
    f.part_of = 1;
    world_say(&t, &f);
    world_say_mission(&t, "oir", 600);
    return t;
}

static void test_recording(void)
{
    Arena keep = whole;
    Register *reg = open_new("record.inzet");
    WorldText t = simple_text(&keep, 43), other = simple_text(&keep, 44);
    CHECK(record(reg, &t, "a.txt", "r1", 100) == RECORD_NEW);
    CHECK(record(reg, &t, "a.txt", "r1", 200) == RECORD_UNCHANGED);
    CHECK(record(reg, &t, "b.txt", "r1", 200) == RECORD_UNCHANGED);
    CHECK(record(reg, &t, "a.txt", "r2", 300) == RECORD_CONFIRMED);
    CHECK(record(reg, &t, "a.txt", "r2", 301) == RECORD_UNCHANGED);
    CHECK(record(reg, &other, "c.txt", "r2", 302) == RECORD_NEW);
    /* Newer rules read another basis in the first document. */
    t.reading.claims.item[0].basis = BASIS_PLANNED;
    CHECK(record(reg, &t, "a.txt", "r3", 400) == RECORD_REREAD);
    CHECK(record(reg, &t, "a.txt", "r3", 500) == RECORD_UNCHANGED);
    CHECK(register_close(reg).code == ERROR_NONE);
    CHECK(access(path_of("record.inzet-wal"), F_OK) != 0);
    CHECK(count("record.inzet", "SELECT count(*) FROM document") == 2);
    CHECK(count("record.inzet", "SELECT count(*) FROM claim") == 6);
    CHECK(count("record.inzet", "SELECT count(*) FROM claims") == 4);
    CHECK(count("record.inzet", "SELECT count(*) FROM documents") == 2);
    CHECK(count("record.inzet", "SELECT count(*) FROM mission_claims") == 2);
    CHECK(count("record.inzet", "SELECT count(*) FROM reading WHERE closed IS NOT NULL") == 2);
    CHECK(count("record.inzet", "SELECT count(*) FROM pragma_foreign_key_check") == 0);
    CHECK(count("record.inzet", "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'") == 1);
}

static void test_append_only(void)
{
    sqlite3 *db;
    static const char *const forbidden[] = {
        "DELETE FROM claim", "UPDATE claim SET stage = 'ended'", "DELETE FROM document", "UPDATE document SET name = 'x'", "DELETE FROM evidence",
        "UPDATE evidence SET quote = 'x' WHERE quote IS NOT NULL", "DELETE FROM reading", "UPDATE reading SET closed = NULL, replaced_by = NULL WHERE closed IS NOT NULL",
        "UPDATE reading SET content = x'00'", "DELETE FROM snapshot", "UPDATE snapshot SET size = 0", "DELETE FROM mission_claim", "DELETE FROM claim_link"};
    CHECK(sqlite3_open(path_of("record.inzet"), &db) == SQLITE_OK);
    for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++)
        if (!CHECK(sqlite3_exec(db, forbidden[i], NULL, NULL, NULL) == SQLITE_CONSTRAINT)) puts(forbidden[i]);
    sqlite3_close(db);
}

static AskLevels at(Register *reg, Arena *keep, const char *d, const char *k, const char *contributor)
{
    AskFilter f = ask_all();
    AskLevels levels;
    f.at_first = f.at_last = day(d);
    if (k) f.known = day(k);
    f.contributor = span_of(contributor);
    Error e = ask_at(reg, &f, hedges_shipped_table(), &levels, keep);
    if (!CHECK(e.code == ERROR_NONE)) error_print(&e);
    return levels;
}

static void tell(Register *reg, Arena *keep, const char *published, WorldFact f)
{
    char name[32];
    static int number;
    WorldText t = world_text(keep, published ? day(published) : NO_DAY, published ? day(published) : NO_DAY);
    snprintf(name, sizeof name, "t%d.txt", number);
    world_words(&t, name);
    world_say(&t, &f);
    record(reg, &t, name, "r1", 1600000000 + number++);
}

static bool is_level(const AskLevels *l, Size i, Certainty certainty, double low, double high, int32_t age)
{
    if (i >= l->item.len) return false;
    const AskLevel *r = &l->item.item[i];
    bool good = r->certainty == certainty && (isnan(low) ? isnan(r->low) : r->low == low) && (isnan(high) ? isnan(r->high) : r->high == high) && r->age == age;
    if (!good) printf("  row %d: %s %.0f..%.0f age %d\n", (int)i, certainty_name(r->certainty), r->low, r->high, r->age);
    return good;
}

/* One contribution through time: present, a plan with a start, an end, and what was known when. */
static void test_levels(void)
{
    Arena keep = whole;
    Register *reg = open_new("levels.inzet");
    WorldFact f = world_fact("BE", "oir", 43, STAGE_ACTIVE, REALIS_ACTUAL);
    f.host = "IQ";
    tell(reg, &keep, "2018-05-04", f);
    f = world_fact("BE", "oir", 100, STAGE_DECIDED, REALIS_PLANNED);
    f.hedge = HEDGE_MORE_THAN;
    f.start_said = true;
    f.start_earliest = day("2018-05-11");
    f.start_latest = day("2018-05-20");
    tell(reg, &keep, "2018-05-04", f);

    AskLevels l = at(reg, &keep, "2018-05-03", NULL, "BE");
    CHECK(l.item.len == 0);
    l = at(reg, &keep, "2018-05-04", NULL, "BE");
    CHECK(l.item.len == 1 && is_level(&l, 0, CERTAIN_MUST, 43, 43, 0));
    l = at(reg, &keep, "2018-05-15", NULL, "BE");
    CHECK(l.item.len == 2 && is_level(&l, 0, CERTAIN_CARRIED, 43, 43, 11) && is_level(&l, 1, CERTAIN_MAY, 101, 110, 0) && l.item.item[1].planned);
    l = at(reg, &keep, "2018-06-01", NULL, "BE");
    CHECK(l.item.len == 2 && is_level(&l, 0, CERTAIN_CARRIED, 43, 43, 28) && is_level(&l, 1, CERTAIN_CARRIED, 101, 110, 12));
    l = at(reg, &keep, "2018-06-01", "2018-05-03", "BE");
    CHECK(l.item.len == 0);
    CHECK(at(reg, &keep, "2018-06-01", NULL, "NL").item.len == 0);

    /* Seen there after the plan's start: the plan is fulfilled. Known only from the day it was published. */
    tell(reg, &keep, "2018-07-01", world_fact("BE", "oir", 105, STAGE_ACTIVE, REALIS_ACTUAL));
    l = at(reg, &keep, "2018-07-02", NULL, "BE");
    CHECK(l.item.len == 1 && is_level(&l, 0, CERTAIN_CARRIED, 105, 105, 1));
    l = at(reg, &keep, "2018-07-02", "2018-06-30", "BE");
    CHECK(l.item.len == 2);

    /* Ended: nothing is carried past the end, and before it what is carried becomes only possible. */
    f = world_fact("BE", "oir", -1, STAGE_ENDED, REALIS_HISTORICAL);
    f.end_said = true;
    f.end_earliest = day("2018-09-01");
    f.end_latest = day("2018-09-30");
    tell(reg, &keep, "2018-10-10", f);
    CHECK(at(reg, &keep, "2018-10-01", NULL, "BE").item.len == 0);
    CHECK(at(reg, &keep, "2018-10-01", "2018-10-09", "BE").item.len == 1);
    l = at(reg, &keep, "2018-08-31", NULL, "BE");
    CHECK(l.item.len == 1 && is_level(&l, 0, CERTAIN_CARRIED, 105, 105, 61));
    l = at(reg, &keep, "2018-09-15", NULL, "BE");
    CHECK(l.item.len >= 1 && l.item.item[0].certainty == CERTAIN_MAY);
    register_close(reg);
}

static void test_answers(void)
{
    Arena keep = whole;
    Register *reg = open_new("answers.inzet");
    /* Not there: asked, possible, conditional, denied. */
    tell(reg, &keep, "2020-01-10", world_fact("NL", "nmi", 20, STAGE_ASKED, REALIS_PLANNED));
    tell(reg, &keep, "2020-01-10", world_fact("NL", "nmi", 20, STAGE_WEIGHED, REALIS_POSSIBLE));
    tell(reg, &keep, "2020-01-10", world_fact("NL", "nmi", 20, STAGE_DECIDED, REALIS_CONDITIONAL));
    tell(reg, &keep, "2020-01-10", world_fact("NL", "nmi", 20, STAGE_ACTIVE, REALIS_NEGATED));
    CHECK(at(reg, &keep, "2020-01-10", NULL, "NL").item.len == 0);

    /* Its own bounds, by a duration. */
    WorldFact f = world_fact("NL", "minusma", 100, STAGE_DECIDED, REALIS_PLANNED);
    f.start_said = true;
    f.start_earliest = f.start_latest = day("2020-03-01");
    f.duration = "P6M";
    tell(reg, &keep, "2020-01-10", f);
    AskLevels l = at(reg, &keep, "2020-08-31", NULL, "NL");
    CHECK(l.item.len == 1 && is_level(&l, 0, CERTAIN_MUST, 100, 100, 183));
    CHECK(at(reg, &keep, "2020-09-01", NULL, "NL").item.len == 0);
    CHECK(at(reg, &keep, "2020-02-29", NULL, "NL").item.len == 0);

    /* A plan called off. */
    tell(reg, &keep, "2020-02-10", world_fact("NL", "minusma", -1, STAGE_DROPPED, REALIS_NEGATED));
    CHECK(at(reg, &keep, "2020-08-31", NULL, "NL").item.len == 0);
    CHECK(at(reg, &keep, "2020-08-31", "2020-02-09", "NL").item.len == 1);

    /* Without a date: takes part only when `known` is not asked, and says so. */
    tell(reg, &keep, NULL, world_fact("DE", "rsm", 500, STAGE_ACTIVE, REALIS_ACTUAL));
    l = at(reg, &keep, "2020-05-01", NULL, "DE");
    CHECK(l.item.len == 1 && is_level(&l, 0, CERTAIN_MAY, 500, 500, -1) && l.item.item[0].undated);
    l = at(reg, &keep, "2020-05-01", "2020-05-01", "DE");
    CHECK(l.item.len == 0 && l.undated == 1);

    /* Two documents that agree, one that does not. */
    f = world_fact("FR", "barkhane", 5000, STAGE_ACTIVE, REALIS_ACTUAL);
    f.hedge = HEDGE_ABOUT;
    tell(reg, &keep, "2020-05-01", f);
    tell(reg, &keep, "2020-05-02", world_fact("FR", "barkhane", 5100, STAGE_ACTIVE, REALIS_ACTUAL));
    tell(reg, &keep, "2020-04-01", world_fact("FR", "barkhane", 3000, STAGE_ACTIVE, REALIS_ACTUAL));
    l = at(reg, &keep, "2020-05-03", NULL, "FR");
    CHECK(l.item.len == 1 && is_level(&l, 0, CERTAIN_CARRIED, 5100, 5100, 1) && l.item.item[0].documents == 2 && l.item.item[0].others == 1);
    /* A month asked: any day of it. */
    AskFilter filter = ask_all();
    filter.at_first = day("2020-05-01");
    filter.at_last = day("2020-05-31");
    filter.contributor = SPAN("FR");
    CHECK(ask_at(reg, &filter, hedges_shipped_table(), &l, &keep).code == ERROR_NONE);
    CHECK(l.item.len == 1 && l.item.item[0].certainty == CERTAIN_MUST);
    register_close(reg);
}

static void test_show(void)
{
    Arena keep = whole;
    Register *reg = NULL;
    AskShow show;
    AskClaims list;
    CHECK(register_open(path_of("record.inzet"), REGISTER_READ, &reg).code == ERROR_NONE);
    AskFilter f = ask_all();
    CHECK(ask_list(reg, &f, hedges_shipped_table(), &list, &keep).code == ERROR_NONE && list.len == 4);
    const AskClaim *c = &list.item[1];
    CHECK(ask_show(reg, span_sub(c->id, 0, 9), hedges_shipped_table(), &show, &keep).code == ERROR_NONE && show.found);
    CHECK(span_equal(show.claim.id, c->id) && show.links.len == 1 && span_is(show.links.item[0].kind, "part_of"));
    CHECK(span_equal(span_range(show.text, show.claim.at), show.claim.quote));
    for (Size i = 0; i < show.proofs.len; i++)
        CHECK(!range_some(show.proofs.item[i].at) || span_equal(span_range(show.text, show.proofs.item[i].at), show.proofs.item[i].quote));
    CHECK(ask_show(reg, SPAN("c"), hedges_shipped_table(), &show, &keep).code == ERROR_NONE && !show.found && show.alike.len >= 2);
    CHECK(ask_show(reg, SPAN("cxyz"), hedges_shipped_table(), &show, &keep).code == ERROR_NONE && !show.found && show.alike.len == 0);
    f.host = SPAN("IQ");
    CHECK(ask_list(reg, &f, hedges_shipped_table(), &list, &keep).code == ERROR_NONE && list.len == 4);
    f.place = SPAN("Erbil");
    CHECK(ask_list(reg, &f, hedges_shipped_table(), &list, &keep).code == ERROR_NONE && list.len == 2);
    register_close(reg);
}

static Size verify_faults(const char *name, ErrorCode *code)
{
    Arena keep = whole;
    Register *reg = NULL;
    VerifyReport report = {0};
    Error e = register_open(path_of(name), REGISTER_READ, &reg);
    if (e.code == ERROR_NONE) e = register_verify(reg, &report, NULL, NULL, &keep);
    register_close(reg);
    *code = e.code;
    return report.faults.len;
}

static Span read_file(const char *name, Arena *keep)
{
    FILE *f = fopen(path_of(name), "rb");
    struct stat st;
    if (!f || fstat(fileno(f), &st) != 0) exit(1);
    char *at = ARENA_NEW(keep, char, st.st_size + 1);
    Span s = {at, (Size)fread(at, 1, (size_t)st.st_size, f)};
    fclose(f);
    return s;
}

static void write_file(const char *name, Span bytes)
{
    FILE *f = fopen(path_of(name), "wb");
    if (!f || fwrite(bytes.at, 1, (size_t)bytes.len, f) != (size_t)bytes.len) exit(1);
    fclose(f);
}

/* Every byte of every quote and snapshot, one at a time. */
static void test_flips(void)
{
    Arena keep = whole;
    ErrorCode code;
    CHECK(verify_faults("record.inzet", &code) == 0 && code == ERROR_NONE);
    Span good = read_file("record.inzet", &keep), bad = arena_copy(&keep, good);
    char *byte = (char *)(uintptr_t)bad.at;
    Size flipped = 0, missed = 0;
    uint64_t seed = 7;
    Span quote = SPAN("43 personnel oir");
    for (Size at = span_find(good, quote, 0); at >= 0; at = span_find(good, quote, at + 1)) {
        for (Size i = at; i < at + quote.len; i++, flipped++) {
            byte[i] ^= (char)(1 << world_random(&seed, 8));
            write_file("flip.inzet", bad);
            missed += verify_faults("flip.inzet", &code) == 0 && code == ERROR_NONE;
            byte[i] = good.at[i];
        }
    }
    CHECK(flipped > 0 && missed == 0);
    /* Anywhere in the file: found, refused, or a byte that nobody reads. Never a crash. */
    Size told = 0;
    for (int i = 0; i < 400; i++) {
        Size at = (Size)world_random(&seed, (uint32_t)good.len);
        byte[at] ^= (char)(1 << world_random(&seed, 8));
        write_file("flip.inzet", bad);
        told += verify_faults("flip.inzet", &code) > 0 || code != ERROR_NONE;
        byte[at] = good.at[at];
    }
    CHECK(told > 0);
    unlink(path_of("flip.inzet"));
}

static ErrorCode open_code(const char *path, RegisterMode mode, const char *word)
{
    Register *reg = NULL;
    Error e = register_open(path, mode, &reg);
    CHECK((e.code == ERROR_NONE) == (reg != NULL));
    if (e.code != ERROR_NONE && !CHECK(strstr(e.sentence, word) != NULL)) puts(e.sentence);
    register_close(reg);
    return e.code;
}

static void test_no_register(void)
{
    CHECK(open_code(path_of("none.inzet"), REGISTER_READ, "no register here") == ERROR_UNREAD);
    CHECK(open_code(folder, REGISTER_WRITE, "folder") == ERROR_WRITE);
    CHECK(open_code(folder, REGISTER_READ, "folder") == ERROR_WRITE);
    CHECK(open_code("/dev/null", REGISTER_WRITE, "regular file") == ERROR_WRITE);
    CHECK(open_code(path_of("no/such/folder.inzet"), REGISTER_WRITE, "folder exists") == ERROR_WRITE);
    write_file("text.inzet", SPAN("Dit is een gewone tekst, lang genoeg om geen leeg bestand te zijn. Dit is een gewone tekst, lang genoeg om geen leeg bestand te zijn."));
    CHECK(open_code(path_of("text.inzet"), REGISTER_WRITE, "not a register") == ERROR_REGISTER);
    CHECK(open_code(path_of("text.inzet"), REGISTER_READ, "not a register") == ERROR_REGISTER);
    write_file("empty.inzet", (Span){"", 0});
    CHECK(open_code(path_of("empty.inzet"), REGISTER_READ, "empty") == ERROR_UNREAD);
    CHECK(open_code(path_of("empty.inzet"), REGISTER_WRITE, "") == ERROR_NONE);
    sqlite3 *db;
    CHECK(sqlite3_open(path_of("empty.inzet"), &db) == SQLITE_OK);
    sqlite3_exec(db, "PRAGMA user_version = 99", NULL, NULL, NULL);
    sqlite3_close(db);
    CHECK(open_code(path_of("empty.inzet"), REGISTER_WRITE, "newer inzet") == ERROR_REGISTER);
    CHECK(open_code(path_of("empty.inzet"), REGISTER_READ, "newer inzet") == ERROR_REGISTER);
    unlink(path_of("other.inzet"));
    CHECK(sqlite3_open(path_of("other.inzet"), &db) == SQLITE_OK);
    sqlite3_exec(db, "CREATE TABLE cats (name)", NULL, NULL, NULL);
    sqlite3_close(db);
    CHECK(open_code(path_of("other.inzet"), REGISTER_WRITE, "not a register") == ERROR_REGISTER);
}

static void test_hedges(void)
{
    const HedgeTable *t = hedges_shipped_table();
    static const struct {
        Hedge hedge;
        const char *words;
        double n, m, low, high;
    } row[] = {{HEDGE_ABOUT, "zo'n 35", 35, 35, 31, 39}, {HEDGE_ABOUT, "een dertigtal", 30, 30, 27, 33}, {HEDGE_MORE_THAN, "meer dan honderd", 100, 100, 101, 110},
               {HEDGE_RANGE, "800 à 1.400", 800, 1400, 800, 1400}, {HEDGE_AT_MOST, "maximaal 20", 20, 20, 0, 20}, {HEDGE_ALMOST, "bijna 100", 100, 100, 90, 99},
               {HEDGE_VAGUE, "enkele tientallen", NAN, NAN, 20, 60}, {HEDGE_VAGUE, "Tientallen", NAN, NAN, 20, 99}, {HEDGE_VAGUE, "een handjevol", NAN, NAN, 2, 6},
               {HEDGE_MORE_THAN, "meer dan een", 1, 1, 2, 2}, {HEDGE_ONE, "een", 1, 1, 1, 1}, {HEDGE_ALMOST, "bijna 2", 2, 2, 1, 1}};
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        Interval v = hedges_interval(t, row[i].hedge, span_of(row[i].words), row[i].n, row[i].m, false);
        if (!CHECK(v.low == row[i].low && v.high == row[i].high)) printf("  %s: %.1f..%.1f\n", row[i].words, v.low, v.high);
    }
    CHECK(isnan(hedges_interval(t, HEDGE_AT_LEAST, SPAN("minstens 10"), 10, 10, true).high));
    HedgeTable bad;
    CHECK(hedges_read(SPAN("hedge\twords\n about\tx\n"), "f.tsv", &bad).code == ERROR_USAGE);
    CHECK(hedges_read(SPAN("h\nabout\t-\tn*\tn\tn\tn\tn\twhy\tinzet\n"), "f.tsv", &bad).line == 2);
}

int main(void)
{
    snprintf(folder, sizeof folder, "/tmp/inzet-register-XXXXXX");
    if (!mkdtemp(folder)) return 1;
    whole = arena_reserve((Size)1 << 30);
    test_hedges();
    test_recording();
    test_append_only();
    test_show();
    test_levels();
    test_answers();
    test_flips();
    test_no_register();
    char command[100];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    if (system(command) != 0) puts("the test's folder stays behind");
    return world_result();
}
