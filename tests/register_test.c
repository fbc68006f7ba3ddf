/* The register: recording, reading anew, showing, correcting, verifying, and files that are no register. */
#define _DEFAULT_SOURCE
#include "register/correct.h"
#include "register/rebuild.h"
#include "register_help.h"

#include <math.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static WorldText simple_text(Arena *keep, double n)
{
    WorldText t = world_text(keep, help_day("2018-05-04"), help_day("2018-05-04"));
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
    Arena keep = help_room;
    Register *reg = help_open("record.inzet");
    WorldText t = simple_text(&keep, 43), other = simple_text(&keep, 44);
    CHECK(help_record(reg, &t, "a.txt", "r1", 100) == RECORD_NEW);
    CHECK(help_record(reg, &t, "a.txt", "r1", 200) == RECORD_UNCHANGED);
    CHECK(help_record(reg, &t, "b.txt", "r1", 200) == RECORD_UNCHANGED);
    CHECK(help_record(reg, &t, "a.txt", "r2", 300) == RECORD_CONFIRMED);
    CHECK(help_record(reg, &t, "a.txt", "r2", 301) == RECORD_UNCHANGED);
    CHECK(help_record(reg, &other, "c.txt", "r2", 302) == RECORD_NEW);
    /* Newer rules read another basis in the first document. */
    t.reading.claims.item[0].basis = BASIS_PLANNED;
    CHECK(help_record(reg, &t, "a.txt", "r3", 400) == RECORD_REREAD);
    CHECK(help_record(reg, &t, "a.txt", "r3", 500) == RECORD_UNCHANGED);
    CHECK(register_close(reg).code == ERROR_NONE);
    CHECK(access(help_path("record.inzet-wal"), F_OK) != 0);
    CHECK(help_count("record.inzet", "SELECT count(*) FROM document") == 2);
    CHECK(help_count("record.inzet", "SELECT count(*) FROM claim") == 6);
    CHECK(help_count("record.inzet", "SELECT count(*) FROM claims") == 4);
    CHECK(help_count("record.inzet", "SELECT count(*) FROM documents") == 2);
    CHECK(help_count("record.inzet", "SELECT count(*) FROM mission_claims") == 2);
    CHECK(help_count("record.inzet", "SELECT count(*) FROM reading WHERE closed IS NOT NULL") == 2);
    CHECK(help_count("record.inzet", "SELECT count(*) FROM pragma_foreign_key_check") == 0);
    CHECK(help_count("record.inzet", "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'") == 1);
}

static void test_append_only(void)
{
    sqlite3 *db;
    static const char *const forbidden[] = {
        "DELETE FROM claim", "UPDATE claim SET stage = 'ended'", "DELETE FROM document", "UPDATE document SET name = 'x'", "DELETE FROM evidence",
        "UPDATE evidence SET quote = 'x' WHERE quote IS NOT NULL", "DELETE FROM reading", "UPDATE reading SET closed = NULL, replaced_by = NULL WHERE closed IS NOT NULL",
        "UPDATE reading SET content = x'00'", "DELETE FROM snapshot", "UPDATE snapshot SET size = 0", "DELETE FROM mission_claim", "DELETE FROM claim_link"};
    CHECK(sqlite3_open(help_path("record.inzet"), &db) == SQLITE_OK);
    for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++)
        if (!CHECK(sqlite3_exec(db, forbidden[i], NULL, NULL, NULL) == SQLITE_CONSTRAINT)) puts(forbidden[i]);
    sqlite3_close(db);
}

static void test_show(void)
{
    Arena keep = help_room;
    Register *reg = NULL;
    AskShow show;
    AskClaims list;
    CHECK(register_open(help_path("record.inzet"), REGISTER_READ, &reg).code == ERROR_NONE);
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

static Span read_file(const char *name, Arena *keep)
{
    FILE *f = fopen(help_path(name), "rb");
    struct stat st;
    if (!f || fstat(fileno(f), &st) != 0) exit(1);
    char *at = ARENA_NEW(keep, char, st.st_size + 1);
    Span s = {at, (Size)fread(at, 1, (size_t)st.st_size, f)};
    fclose(f);
    return s;
}

static void write_file(const char *name, Span bytes)
{
    FILE *f = fopen(help_path(name), "wb");
    if (!f || fwrite(bytes.at, 1, (size_t)bytes.len, f) != (size_t)bytes.len) exit(1);
    fclose(f);
}

/* Every byte of every quote and snapshot, one at a time. */
static void test_flips(void)
{
    Arena keep = help_room;
    ErrorCode code;
    CHECK(help_faults("record.inzet", &code) == 0 && code == ERROR_NONE);
    Span good = read_file("record.inzet", &keep), bad = arena_copy(&keep, good);
    char *byte = (char *)(uintptr_t)bad.at;
    Size flipped = 0, missed = 0;
    uint64_t seed = 7;
    Span quote = SPAN("43 personnel oir");
    for (Size at = span_find(good, quote, 0); at >= 0; at = span_find(good, quote, at + 1)) {
        for (Size i = at; i < at + quote.len; i++, flipped++) {
            byte[i] ^= (char)(1 << world_random(&seed, 8));
            write_file("flip.inzet", bad);
            missed += help_faults("flip.inzet", &code) == 0 && code == ERROR_NONE;
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
        told += help_faults("flip.inzet", &code) > 0 || code != ERROR_NONE;
        byte[at] = good.at[at];
    }
    CHECK(told > 0);
    unlink(help_path("flip.inzet"));
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
    CHECK(open_code(help_path("none.inzet"), REGISTER_READ, "no register here") == ERROR_UNREAD);
    CHECK(open_code(help_folder, REGISTER_WRITE, "folder") == ERROR_WRITE);
    CHECK(open_code(help_folder, REGISTER_READ, "folder") == ERROR_WRITE);
    CHECK(open_code("/dev/null", REGISTER_WRITE, "regular file") == ERROR_WRITE);
    CHECK(open_code(help_path("no/such/folder.inzet"), REGISTER_WRITE, "folder exists") == ERROR_WRITE);
    write_file("text.inzet", SPAN("Dit is een gewone tekst, lang genoeg om geen leeg bestand te zijn. Dit is een gewone tekst, lang genoeg om geen leeg bestand te zijn."));
    CHECK(open_code(help_path("text.inzet"), REGISTER_WRITE, "not a register") == ERROR_REGISTER);
    CHECK(open_code(help_path("text.inzet"), REGISTER_READ, "not a register") == ERROR_REGISTER);
    write_file("empty.inzet", (Span){"", 0});
    CHECK(open_code(help_path("empty.inzet"), REGISTER_READ, "empty") == ERROR_UNREAD);
    CHECK(open_code(help_path("empty.inzet"), REGISTER_WRITE, "") == ERROR_NONE);
    sqlite3 *db;
    CHECK(sqlite3_open(help_path("empty.inzet"), &db) == SQLITE_OK);
    sqlite3_exec(db, "PRAGMA user_version = 99", NULL, NULL, NULL);
    sqlite3_close(db);
    CHECK(open_code(help_path("empty.inzet"), REGISTER_WRITE, "newer inzet") == ERROR_REGISTER);
    CHECK(open_code(help_path("empty.inzet"), REGISTER_READ, "newer inzet") == ERROR_REGISTER);
    unlink(help_path("other.inzet"));
    CHECK(sqlite3_open(help_path("other.inzet"), &db) == SQLITE_OK);
    sqlite3_exec(db, "CREATE TABLE cats (name)", NULL, NULL, NULL);
    sqlite3_close(db);
    CHECK(open_code(help_path("other.inzet"), REGISTER_WRITE, "not a register") == ERROR_REGISTER);
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

static Span correct(Register *reg, Arena *keep, CorrectVerb verb, const char *claim, const char *field, const char *value, const char *target)
{
    static int64_t second = 1700000000;
    CorrectRequest r = {verb, span_of(claim), span_of(field), span_of(value), span_of(target), SPAN("redactie"), SPAN("nagezien"), {second++ * 1000000}};
    Span id = {"", 0};
    Error e = register_correct(reg, &r, &id, keep);
    if (!CHECK(e.code == ERROR_NONE)) error_print(&e);
    return id;
}

static ErrorCode correct_wrong(Register *reg, Arena *keep, CorrectVerb verb, const char *claim, const char *field, const char *value)
{
    CorrectRequest r = {verb, span_of(claim), span_of(field), span_of(value), {"", 0}, SPAN("redactie"), SPAN("x"), {1}};
    Span id;
    return register_correct(reg, &r, &id, keep).code;
}

/* Two claims of one sentence, the second in a document that will be read anew. */
static WorldText correctable(Arena *keep, const char *head, const char *mission)
{
    WorldText t = world_text(keep, help_day("2019-03-01"), help_day("2019-03-01"));
    world_words(&t, head);
    WorldFact f = world_fact("NL", mission, 40, STAGE_ACTIVE, REALIS_ACTUAL);
    f.host = "IQ";
    world_say(&t, &f);
    f.type = "trainer";
    f.low = f.high = 12;
    world_say(&t, &f);
    Range sentence = {t.reading.claims.item[0].evidence.from, t.reading.claims.item[1].evidence.to};
    t.reading.claims.item[0].evidence = t.reading.claims.item[1].evidence = sentence;
    return t;
}

static double level_of_type(Register *reg, Arena *keep, const char *contributor, const char *type)
{
    AskLevels l = help_at(reg, keep, "2019-03-02", NULL, contributor);
    for (Size i = 0; i < l.item.len; i++)
        if (span_is(l.item.item[i].claim.asset_type, type)) return l.item.item[i].low;
    return -1;
}

static Size states(Register *reg, Arena *keep, CorrectionState state)
{
    Corrections all;
    Size n = 0;
    CHECK(register_corrections(reg, &all, keep).code == ERROR_NONE);
    for (Size i = 0; i < all.item.len; i++) n += all.item.item[i].state == state && all.item.item[i].verb != CORRECT_UNDO;
    return n;
}

static void test_corrections(bool rebuild_first)
{
    Arena keep = help_room;
    RebuildReport report;
    Register *reg = help_open("correct.inzet");
    WorldText t = correctable(&keep, "Eerste bericht.", "oir"), other = correctable(&keep, "Ander bericht.", "nmi");
    help_record(reg, &t, "een", "r1", 1600000000);
    help_record(reg, &other, "twee", "r1", 1600000000);
    if (rebuild_first) CHECK(register_rebuild(reg, hedges_shipped_table(), &report, NULL, NULL).code == ERROR_NONE);
    const char *plain = t.reading.claims.item[0].id, *trainer = t.reading.claims.item[1].id;

    CHECK(correct_wrong(reg, &keep, CORRECT_EDIT, plain, "colour", "red") == ERROR_USAGE);
    CHECK(correct_wrong(reg, &keep, CORRECT_EDIT, plain, "stage", "sleeping") == ERROR_USAGE);
    CHECK(correct_wrong(reg, &keep, CORRECT_EDIT, plain, "end", "2019-05-01..2019-04-01") == ERROR_USAGE);
    CHECK(correct_wrong(reg, &keep, CORRECT_REJECT, "cffff", "", "") == ERROR_USAGE);
    CHECK(states(reg, &keep, CORRECTION_HOLDS) == 0);

    AskFilter oir = ask_all();
    Span rejected = correct(reg, &keep, CORRECT_REJECT, trainer, "", "", "");
    CHECK(help_at(reg, &keep, "2019-03-02", NULL, "NL").item.len == 3);
    correct(reg, &keep, CORRECT_EDIT, plain, "quantity", "50", "");
    oir.at_first = oir.at_last = help_day("2019-03-02");
    oir.mission = SPAN("oir");
    AskLevels l;
    CHECK(ask_at(reg, &oir, hedges_shipped_table(), &l, &keep).code == ERROR_NONE && l.item.len == 1 && l.item.item[0].low == 50 && l.item.item[0].claim.edited);
    /* Another contributor: answers follow, filters too. */
    Span edited = correct(reg, &keep, CORRECT_EDIT, plain, "contributor", "BE", "");
    CHECK(level_of_type(reg, &keep, "BE", "") == 50 && help_at(reg, &keep, "2019-03-02", NULL, "NL").item.len == 2);
    AskFilter belgian = ask_all();
    AskClaims list;
    belgian.contributor = SPAN("BE");
    CHECK(ask_list(reg, &belgian, hedges_shipped_table(), &list, &keep).code == ERROR_NONE && list.len == 1 && list.item[0].edited && list.item[0].quantity_low == 50);
    CHECK(register_rebuild(reg, hedges_shipped_table(), &report, NULL, NULL).code == ERROR_NONE);
    CHECK(level_of_type(reg, &keep, "BE", "") == 50 && help_at(reg, &keep, "2019-03-02", NULL, "NL").item.len == 2);
    char id[20];
    snprintf(id, sizeof id, "%.*s", (int)edited.len, edited.at);
    Span undo = correct(reg, &keep, CORRECT_UNDO, id, "", "", "");
    CHECK(help_at(reg, &keep, "2019-03-02", NULL, "BE").item.len == 0 && help_at(reg, &keep, "2019-03-02", NULL, "NL").item.len == 3);
    snprintf(id, sizeof id, "%.*s", (int)undo.len, undo.at);
    correct(reg, &keep, CORRECT_UNDO, id, "", "", "");
    CHECK(help_at(reg, &keep, "2019-03-02", NULL, "BE").item.len == 1);
    snprintf(id, sizeof id, "%.*s", (int)rejected.len, rejected.at);
    correct(reg, &keep, CORRECT_UNDO, id, "", "", "");
    CHECK(level_of_type(reg, &keep, "NL", "trainer") == 12);

    /* Split and join. */
    correct(reg, &keep, CORRECT_JOIN, trainer, "", "", other.reading.claims.item[1].id);
    l = help_at(reg, &keep, "2019-03-02", NULL, "NL");
    CHECK(l.item.len == 2 && l.item.item[1].documents == 2);
    CHECK(states(reg, &keep, CORRECTION_HOLDS) == 3 && states(reg, &keep, CORRECTION_UNDONE) == 1);

    /* Read anew: the number is read otherwise, then the claim is gone; the other document's claims are untouched. */
    t.reading.claims.item[0].quantity.low = t.reading.claims.item[0].quantity.high = 41;
    memcpy(t.reading.claims.item[0].id, "c1111111111111111", 18);
    help_record(reg, &t, "een", "r2", 1600000002);
    CHECK(states(reg, &keep, CORRECTION_SECOND_LOOK) == 1 && states(reg, &keep, CORRECTION_HOLDS) == 2);
    t.reading.claims.item[0].evidence.to -= 2;
    help_record(reg, &t, "een", "r3", 1600000003);
    CHECK(states(reg, &keep, CORRECTION_ORPHAN) == 0 && states(reg, &keep, CORRECTION_SECOND_LOOK) == 2);
    t.reading.claims.len = 0;
    help_record(reg, &t, "een", "r4", 1600000004);
    CHECK(states(reg, &keep, CORRECTION_ORPHAN) == 3);
    CHECK(help_at(reg, &keep, "2019-03-02", NULL, "NL").item.len == 2 && help_at(reg, &keep, "2019-03-02", NULL, "BE").item.len == 0);

    /* A colleague's register takes the ledger over; twice changes nothing. */
    Corrections all;
    int64_t added = 0;
    Register *colleague = help_open("colleague.inzet");
    CHECK(register_corrections(reg, &all, &keep).code == ERROR_NONE && all.item.len == 7);
    CHECK(register_correct_import(colleague, all.item.item, all.item.len, &added).code == ERROR_NONE && added == 7);
    CHECK(register_correct_import(colleague, all.item.item, all.item.len, &added).code == ERROR_NONE && added == 0);
    t = correctable(&keep, "Eerste bericht.", "oir");
    help_record(colleague, &t, "een", "r1", 1600000000);
    CHECK(level_of_type(colleague, &keep, "BE", "") == 50);
    all.item.item[0].note = SPAN("veranderd");
    CHECK(register_correct_import(colleague, all.item.item, 1, &added).code == ERROR_USAGE);
    register_close(colleague);
    register_close(reg);
    ErrorCode code;
    CHECK(help_faults("correct.inzet", &code) == 0 && code == ERROR_NONE);
}

int main(void)
{
    if (!help_begin()) return 1;
    test_hedges();
    test_recording();
    test_append_only();
    test_show();
    test_corrections(false);
    test_corrections(true);
    test_flips();
    test_no_register();
    return help_end();
}
