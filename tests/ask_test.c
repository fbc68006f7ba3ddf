/* Questions to the register: levels, rebuilds, verdicts, differences, histories, ends, rotations, drafts. */
#define _DEFAULT_SOURCE
#include "register/rebuild.h"
#include "register_help.h"

#include <sqlite3.h>
#include <stdio.h>

/* One contribution through time: present, a plan with a start, an end, and what was known when. */
static void test_levels(void)
{
    Arena keep = help_room;
    Register *reg = help_open("levels.inzet");
    WorldFact f = world_fact("BE", "oir", 43, STAGE_ACTIVE, REALIS_ACTUAL);
    f.host = "IQ";
    help_tell(reg, &keep, "2018-05-04", f);
    f = world_fact("BE", "oir", 100, STAGE_DECIDED, REALIS_PLANNED);
    f.hedge = HEDGE_MORE_THAN;
    f.start_said = true;
    f.start_earliest = help_day("2018-05-11");
    f.start_latest = help_day("2018-05-20");
    help_tell(reg, &keep, "2018-05-04", f);

    AskLevels l = help_at(reg, &keep, "2018-05-03", NULL, "BE");
    CHECK(l.item.len == 0);
    l = help_at(reg, &keep, "2018-05-04", NULL, "BE");
    CHECK(l.item.len == 1 && help_is_level(&l, 0, CERTAIN_MUST, 43, 43, 0));
    l = help_at(reg, &keep, "2018-05-15", NULL, "BE");
    CHECK(l.item.len == 2 && help_is_level(&l, 0, CERTAIN_CARRIED, 43, 43, 11) && help_is_level(&l, 1, CERTAIN_MAY, 101, 110, 0) && l.item.item[1].planned);
    l = help_at(reg, &keep, "2018-06-01", NULL, "BE");
    CHECK(l.item.len == 2 && help_is_level(&l, 0, CERTAIN_CARRIED, 43, 43, 28) && help_is_level(&l, 1, CERTAIN_CARRIED, 101, 110, 12));
    l = help_at(reg, &keep, "2018-06-01", "2018-05-03", "BE");
    CHECK(l.item.len == 0);
    CHECK(help_at(reg, &keep, "2018-06-01", NULL, "NL").item.len == 0);

    /* Seen there after the plan's start: the plan is fulfilled. Known only from the day it was published. */
    help_tell(reg, &keep, "2018-07-01", world_fact("BE", "oir", 105, STAGE_ACTIVE, REALIS_ACTUAL));
    l = help_at(reg, &keep, "2018-07-02", NULL, "BE");
    CHECK(l.item.len == 1 && help_is_level(&l, 0, CERTAIN_CARRIED, 105, 105, 1));
    l = help_at(reg, &keep, "2018-07-02", "2018-06-30", "BE");
    CHECK(l.item.len == 2);

    /* Ended: nothing is carried past the end, and before it what is carried becomes only possible. */
    f = world_fact("BE", "oir", -1, STAGE_ENDED, REALIS_HISTORICAL);
    f.end_said = true;
    f.end_earliest = help_day("2018-09-01");
    f.end_latest = help_day("2018-09-30");
    help_tell(reg, &keep, "2018-10-10", f);
    CHECK(help_at(reg, &keep, "2018-10-01", NULL, "BE").item.len == 0);
    CHECK(help_at(reg, &keep, "2018-10-01", "2018-10-09", "BE").item.len == 1);
    l = help_at(reg, &keep, "2018-08-31", NULL, "BE");
    CHECK(l.item.len == 1 && help_is_level(&l, 0, CERTAIN_CARRIED, 105, 105, 61));
    l = help_at(reg, &keep, "2018-09-15", NULL, "BE");
    CHECK(l.item.len >= 1 && l.item.item[0].certainty == CERTAIN_MAY);
    register_close(reg);
}

static void test_answers(void)
{
    Arena keep = help_room;
    Register *reg = help_open("answers.inzet");
    /* Not there: asked, possible, conditional, denied. */
    help_tell(reg, &keep, "2020-01-10", world_fact("NL", "nmi", 20, STAGE_ASKED, REALIS_PLANNED));
    help_tell(reg, &keep, "2020-01-10", world_fact("NL", "nmi", 20, STAGE_WEIGHED, REALIS_POSSIBLE));
    help_tell(reg, &keep, "2020-01-10", world_fact("NL", "nmi", 20, STAGE_DECIDED, REALIS_CONDITIONAL));
    help_tell(reg, &keep, "2020-01-10", world_fact("NL", "nmi", 20, STAGE_ACTIVE, REALIS_NEGATED));
    CHECK(help_at(reg, &keep, "2020-01-10", NULL, "NL").item.len == 0);

    /* Its own bounds, by a duration. */
    WorldFact f = world_fact("NL", "minusma", 100, STAGE_DECIDED, REALIS_PLANNED);
    f.start_said = true;
    f.start_earliest = f.start_latest = help_day("2020-03-01");
    f.duration = "P6M";
    help_tell(reg, &keep, "2020-01-10", f);
    AskLevels l = help_at(reg, &keep, "2020-08-31", NULL, "NL");
    CHECK(l.item.len == 1 && help_is_level(&l, 0, CERTAIN_MUST, 100, 100, 183));
    CHECK(help_at(reg, &keep, "2020-09-01", NULL, "NL").item.len == 0);
    CHECK(help_at(reg, &keep, "2020-02-29", NULL, "NL").item.len == 0);

    /* A plan called off. */
    help_tell(reg, &keep, "2020-02-10", world_fact("NL", "minusma", -1, STAGE_DROPPED, REALIS_NEGATED));
    CHECK(help_at(reg, &keep, "2020-08-31", NULL, "NL").item.len == 0);
    CHECK(help_at(reg, &keep, "2020-08-31", "2020-02-09", "NL").item.len == 1);

    /* Without a date: takes part only when `known` is not asked, and says so. */
    help_tell(reg, &keep, NULL, world_fact("DE", "rsm", 500, STAGE_ACTIVE, REALIS_ACTUAL));
    l = help_at(reg, &keep, "2020-05-01", NULL, "DE");
    CHECK(l.item.len == 1 && help_is_level(&l, 0, CERTAIN_MAY, 500, 500, -1) && l.item.item[0].undated);
    l = help_at(reg, &keep, "2020-05-01", "2020-05-01", "DE");
    CHECK(l.item.len == 0 && l.undated == 1);

    /* Two documents that agree, one that does not. */
    f = world_fact("FR", "barkhane", 5000, STAGE_ACTIVE, REALIS_ACTUAL);
    f.hedge = HEDGE_ABOUT;
    help_tell(reg, &keep, "2020-05-01", f);
    help_tell(reg, &keep, "2020-05-02", world_fact("FR", "barkhane", 5100, STAGE_ACTIVE, REALIS_ACTUAL));
    help_tell(reg, &keep, "2020-04-01", world_fact("FR", "barkhane", 3000, STAGE_ACTIVE, REALIS_ACTUAL));
    l = help_at(reg, &keep, "2020-05-03", NULL, "FR");
    CHECK(l.item.len == 1 && help_is_level(&l, 0, CERTAIN_CARRIED, 5100, 5100, 1) && l.item.item[0].documents == 2 && l.item.item[0].others == 1);
    /* A month asked: any day of it. */
    AskFilter filter = ask_all();
    filter.at_first = help_day("2020-05-01");
    filter.at_last = help_day("2020-05-31");
    filter.contributor = SPAN("FR");
    CHECK(ask_at(reg, &filter, hedges_shipped_table(), &l, &keep).code == ERROR_NONE);
    CHECK(l.item.len == 1 && l.item.item[0].certainty == CERTAIN_MUST);
    register_close(reg);
}

static bool same_levels(const AskLevels *x, const AskLevels *y)
{
    if (x->item.len != y->item.len) return false;
    for (Size i = 0; i < x->item.len; i++) {
        const AskLevel *a = &x->item.item[i], *b = &y->item.item[i];
        if (!span_equal(a->claim.id, b->claim.id) || !span_equal(a->number.id, b->number.id) || a->certainty != b->certainty || a->claims != b->claims ||
            a->documents != b->documents || a->origins != b->origins || a->others != b->others || a->age != b->age || a->planned != b->planned)
            return false;
    }
    return true;
}

static WorldText random_text(Arena *keep, uint64_t *seed, int number)
{
    static const char *const country[] = {"NL", "BE", "DE"}, *const mission[] = {"oir", "nmi", NULL}, *const place[] = {NULL, "Erbil", "Bagdad"};
    Day p = {17000 + (int32_t)world_random(seed, 1200)};
    WorldText t = world_text(keep, world_random(seed, 9) ? p : NO_DAY, world_random(seed, 9) ? p : NO_DAY);
    char name[40];
    if (!day_known(t.reading.published.first) || !day_known(t.reading.published.last)) t.reading.published.first = t.reading.published.last = NO_DAY;
    snprintf(name, sizeof name, "Bericht nummer %d van de dag", number);
    world_words(&t, name);
    for (int i = 0; i < 1 + (int)world_random(seed, 4); i++) {
        static const Stage stage[] = {STAGE_DECIDED, STAGE_ACTIVE, STAGE_ACTIVE, STAGE_LEAVING, STAGE_ENDED, STAGE_DROPPED};
        int at = (int)world_random(seed, 6);
        WorldFact f = world_fact(country[world_random(seed, 3)], mission[world_random(seed, 3)], 10 * (1 + world_random(seed, 4)), stage[at],
                                 at == 0 ? REALIS_PLANNED : at < 4 ? REALIS_ACTUAL : REALIS_HISTORICAL);
        f.asset = world_random(seed, 4) ? ASSET_PERSONNEL : ASSET_NONE;
        if (f.asset == ASSET_NONE) f.low = -1;
        f.place = place[world_random(seed, 3)];
        f.host = "IQ";
        f.hedge = world_random(seed, 2) ? HEDGE_EXACT : HEDGE_ABOUT;
        f.end_said = world_random(seed, 3) == 0;
        f.end_earliest = f.end_latest = day_add(p, (int32_t)world_random(seed, 400) - 100);
        f.start_said = at == 0 && world_random(seed, 2);
        f.start_earliest = f.start_latest = day_add(p, (int32_t)world_random(seed, 60));
        world_say(&t, &f);
    }
    return t;
}

/* Answers do not depend on when the derived tables were made, nor on the order in which documents came. */
static void test_rebuild(void)
{
    enum { TEXTS = 240 };
    uint64_t seed = 99;
    Arena all = help_room;
    WorldText *text = ARENA_NEW(&all, WorldText, TEXTS);
    for (int i = 0; i < TEXTS; i++) text[i] = random_text(&all, &seed, i);
    Register *raw = help_open("raw.inzet"), *built = help_open("built.inzet");
    RebuildReport report;
    char name[32];
    for (int i = 0; i < TEXTS; i++) {
        snprintf(name, sizeof name, "%d", i);
        CHECK(help_record(raw, &text[i], name, "r1", 1600000000) == RECORD_NEW);
    }
    for (int i = TEXTS - 1; i >= 0; i--) {
        snprintf(name, sizeof name, "%d", i);
        help_record(built, &text[i], name, "r1", 1600000000);
        if (i == 80 || i == 30) CHECK(register_rebuild(built, hedges_shipped_table(), &report, NULL, NULL).code == ERROR_NONE && report.lines > 0);
    }
    /* Some are read anew after the rebuild: their old claims are gone from every answer. */
    for (int i = 100; i < 120; i++) {
        Claim *c = &text[i].reading.claims.item[0];
        c->stage = STAGE_ACTIVE;
        c->realis = REALIS_ACTUAL;
        snprintf(name, sizeof name, "%d", i);
        help_record(raw, &text[i], name, "r2", 1600000001);
        help_record(built, &text[i], name, "r2", 1600000001);
    }
    int wrong = 0;
    for (int i = 0; i < 150; i++) {
        Arena keep = all;
        AskLevels x, y;
        AskFilter f = ask_all();
        f.at_first = f.at_last = (Day){17000 + (int32_t)world_random(&seed, 2000)};
        if (world_random(&seed, 2)) f.known = (Day){17000 + (int32_t)world_random(&seed, 1200)};
        if (world_random(&seed, 3) == 0) f.contributor = SPAN("NL");
        if (world_random(&seed, 3) == 0) f.mission = SPAN("oir");
        if (world_random(&seed, 4) == 0) f.max_age = (int32_t)world_random(&seed, 900);
        bool good = ask_at(raw, &f, hedges_shipped_table(), &x, &keep).code == ERROR_NONE && ask_at(built, &f, hedges_shipped_table(), &y, &keep).code == ERROR_NONE;
        wrong += !good || !same_levels(&x, &y);
    }
    CHECK(wrong == 0);
    register_close(raw);
    register_close(built);
}

/* All rows of the derived tables, hashed. */
static int64_t derived_sum(const char *name)
{
    static const char *const table[] = {"thread", "line", "line_claim", "thread_claims", "claim_id", "line_link", "verdict", "level", "built"};
    sqlite3 *db;
    uint64_t sum = 1;
    if (sqlite3_open_v2(help_path(name), &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) return -1;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        char sql[80];
        sqlite3_stmt *s;
        snprintf(sql, sizeof sql, "SELECT * FROM %s", table[i]);
        if (sqlite3_prepare_v2(db, sql, -1, &s, NULL) != SQLITE_OK) return -1;
        while (sqlite3_step(s) == SQLITE_ROW)
            for (int c = 0; c < sqlite3_column_count(s); c++)
                sum = sum * 31 + span_hash((Span){sqlite3_column_blob(s, c), sqlite3_column_bytes(s, c)});
        sqlite3_finalize(s);
    }
    sqlite3_close(db);
    return (int64_t)sum;
}

static void test_rebuild_twice(void)
{
    Register *reg = NULL;
    RebuildReport report;
    CHECK(register_open(help_path("built.inzet"), REGISTER_WRITE, &reg).code == ERROR_NONE);
    CHECK(register_rebuild(reg, hedges_shipped_table(), &report, NULL, NULL).code == ERROR_NONE);
    register_close(reg);
    int64_t once = derived_sum("built.inzet");
    CHECK(register_open(help_path("built.inzet"), REGISTER_WRITE, &reg).code == ERROR_NONE);
    CHECK(register_rebuild(reg, hedges_shipped_table(), &report, NULL, NULL).code == ERROR_NONE);
    register_close(reg);
    CHECK(once != -1 && derived_sum("built.inzet") == once);
    CHECK(help_count("built.inzet", "SELECT count(*) FROM pragma_foreign_key_check") == 0);
    CHECK(help_count("built.inzet", "SELECT count(*) FROM lines") == report.lines);
    CHECK(help_count("built.inzet", "SELECT count(*) FROM verdicts") == report.verdicts);
    CHECK(help_count("built.inzet", "SELECT count(*) FROM levels") == report.levels);
}

static const AskConflict *find_verdict(const AskConflicts *c, VerdictKind kind)
{
    for (Size i = 0; i < c->item.len; i++)
        if (c->item.item[i].verdict == kind) return &c->item.item[i];
    return NULL;
}

/* The worked example of docs/register.md: June 2018, how many Dutch soldiers in Mali. Four outlets tell of about 250 to come, two of them in the
 * same words; one gives the 290 there are; one about 300. */
static void test_quarrel(void)
{
    Arena keep = help_room;
    Register *reg = help_open("quarrel.inzet");
    static const struct {
        const char *publisher, *day;
        double n;
        Hedge hedge;
        bool plan;
        const char *lead;
    } text[] = {
        {"krant-a", "2018-06-13", 250, HEDGE_ABOUT, true, "Volgens bronnen rond het kabinet gaat het om een kleinere groep dan nu, vrijdag valt het besluit"},
        {"krant-b", "2018-06-13", 250, HEDGE_ABOUT, true, "Volgens bronnen rond het kabinet gaat het om een kleinere groep dan nu, vrijdag valt het besluit"},
        {"omroep-c", "2018-06-14", 250, HEDGE_ABOUT, true, "De ministers willen langer blijven met minder mensen, zo laat een ingewijde weten aan deze zender"},
        {"krant-d", "2018-06-14", 250, HEDGE_ABOUT, true, "Het wordt een kleinere bijdrage dan vorig jaar, en daarmee gaat de missie nog een jaar door"},
        {"blad-e", "2018-06-14", 290, HEDGE_EXACT, false, "Op dit moment dienen er in het gebied rond Gao en in de hoofdstad nog zoveel mensen"},
        {"site-f", "2018-06-14", 300, HEDGE_ABOUT, false, "In het land zijn nu naar schatting zoveel mensen actief voor de Verenigde Naties"}};
    for (int i = 0; i < 6; i++) {
        WorldText t = world_text(&keep, help_day(text[i].day), help_day(text[i].day));
        t.reading.publisher = span_of(text[i].publisher);
        WorldFact f = world_fact("NL", "minusma", text[i].n, text[i].plan ? STAGE_DECIDED : STAGE_ACTIVE, text[i].plan ? REALIS_PLANNED : REALIS_ACTUAL);
        f.hedge = text[i].hedge;
        f.host = "ML";
        world_words(&t, text[i].publisher);
        world_say(&t, &f);
        Claim *c = &t.reading.claims.item[0];
        c->evidence = range_cover(world_words(&t, text[i].lead), world_words(&t, "."));
        snprintf(c->id, sizeof c->id, "c%016x", 17u * (unsigned)i + 17u);
        help_record(reg, &t, text[i].publisher, "r1", 1600000000 + i);
    }
    AskFilter f = ask_all();
    AskConflicts conflicts;
    CHECK(ask_conflicts(reg, &f, false, hedges_shipped_table(), &conflicts, &keep).code == ERROR_NONE && conflicts.item.len == 0);
    CHECK(conflicts.count[VERDICT_CONTRADICTION] == 0 && conflicts.count[VERDICT_BASIS] > 0 && conflicts.count[VERDICT_COPY] == 1);
    CHECK(ask_conflicts(reg, &f, true, hedges_shipped_table(), &conflicts, &keep).code == ERROR_NONE);
    const AskConflict *basis = find_verdict(&conflicts, VERDICT_BASIS), *copy = find_verdict(&conflicts, VERDICT_COPY);
    CHECK(basis && span_is(basis->rule, "plan-and-strength") && basis->newer.quote.len && basis->older.quote.len);
    CHECK(copy && span_is(copy->rule, "same-words"));
    AskLevels l = help_at(reg, &keep, "2018-06-15", NULL, "NL");
    CHECK(l.item.len == 2 && l.item.item[1].planned && l.item.item[1].documents == 4 && l.item.item[1].origins == 3);
    CHECK(l.item.len == 2 && help_is_level(&l, 0, CERTAIN_CARRIED, 290, 290, 1) && l.item.item[0].documents == 2);
    register_close(reg);
}

static void test_questions(void)
{
    Arena keep = help_room;
    Register *reg = NULL;
    AskFilter f = ask_all();
    CHECK(register_open(help_path("levels.inzet"), REGISTER_READ, &reg).code == ERROR_NONE);
    /* What became known in July 2018 of the second of July. */
    AskChanges changes;
    f.at_first = f.at_last = help_day("2018-07-02");
    f.known = help_day("2018-07-31");
    CHECK(ask_diff(reg, &f, help_day("2018-06-30"), hedges_shipped_table(), &changes, &keep).code == ERROR_NONE);
    CHECK(changes.item.len == 2 && changes.item.item[0].kind == CHANGE_NUMBER && changes.item.item[0].before.low == 43 && changes.item.item[0].after.low == 105);
    CHECK(changes.item.len == 2 && changes.item.item[1].kind == CHANGE_GONE && changes.item.item[1].because.quantity_low == 105);
    CHECK(ask_diff(reg, &f, help_day("2018-07-31"), hedges_shipped_table(), &changes, &keep).code == ERROR_NONE && changes.item.len == 0);
    AskHistory history;
    f = ask_all();
    CHECK(ask_history(reg, &f, hedges_shipped_table(), &history, &keep).code == ERROR_NONE);
    CHECK(history.item.len == 3 && history.item.item[0].low == 43 && history.item.item[1].low == 105 && history.item.item[2].planned);
    CHECK(history.item.len == 3 && history.item.item[0].until.n == help_day("2018-06-30").n && history.item.item[1].until.n == help_day("2018-09-30").n);
    AskMissions missions;
    AskSources sources;
    AskStats stats;
    CHECK(ask_missions(reg, &missions, &keep).code == ERROR_NONE && missions.item.len == 1 && missions.item.item[0].claims == 4);
    CHECK(ask_sources(reg, &sources, &keep).code == ERROR_NONE && sources.item.len == 1 && sources.item.item[0].documents == 4);
    CHECK(ask_stats(reg, &stats, &keep).code == ERROR_NONE && stats.documents == 4 && stats.claims == 4 && stats.pending == 4 && stats.bytes > 0);
    register_close(reg);
}

static void test_due_and_gaps(void)
{
    Arena keep = help_room;
    Register *reg = help_open("due.inzet");
    WorldFact f = world_fact("BE", "oir", 4, STAGE_ACTIVE, REALIS_ACTUAL);
    f.asset = ASSET_AIRCRAFT;
    f.type = "F-16";
    f.end_said = true;
    f.end_earliest = f.end_latest = help_day("2018-12-31");
    f.act = ACT_ROTATE;
    help_tell(reg, &keep, "2018-10-01", f);
    f.contributor = "NL";
    f.start_said = true;
    f.start_earliest = f.start_latest = help_day("2019-01-11");
    f.end_earliest = f.end_latest = help_day("2019-06-30");
    f.stage = STAGE_DECIDED;
    f.realis = REALIS_PLANNED;
    help_tell(reg, &keep, "2018-10-02", f);
    f = world_fact("BE", "rsm", 80, STAGE_ACTIVE, REALIS_ACTUAL);
    f.end_said = true;
    f.end_earliest = f.end_latest = help_day("2018-12-31");
    help_tell(reg, &keep, "2018-10-01", f);
    f.end_earliest = f.end_latest = help_day("2019-12-31");
    f.act = ACT_EXTEND;
    f.realis = REALIS_PLANNED;
    f.stage = STAGE_DECIDED;
    help_tell(reg, &keep, "2018-11-20", f);
    AskFilter filter = ask_all();
    AskDues dues;
    filter.at_first = filter.at_last = help_day("2018-12-01");
    CHECK(ask_due(reg, &filter, 90, hedges_shipped_table(), &dues, &keep).code == ERROR_NONE);
    CHECK(dues.item.len == 1 && span_is(dues.item.item[0].claim.mission, "oir") && dues.item.item[0].days == 30);
    filter.known = help_day("2018-11-01");
    CHECK(ask_due(reg, &filter, 90, hedges_shipped_table(), &dues, &keep).code == ERROR_NONE && dues.item.len == 2);
    AskSlots slots;
    filter = ask_all();
    CHECK(ask_gaps(reg, &filter, hedges_shipped_table(), &slots, &keep).code == ERROR_NONE);
    CHECK(slots.item.len == 2 && slots.item.item[1].gap == 10 && slots.item.item[1].relieves);
    register_close(reg);
}

static CheckKind check_one(Register *reg, Arena *keep, WorldFact f, const char *published)
{
    AskFilter filter = ask_all();
    AskCheck answer;
    WorldText t = world_text(keep, help_day(published), help_day(published));
    world_say(&t, &f);
    Error e = ask_check(reg, &t.reading, world_bytes(&t), help_day(published), &filter, hedges_shipped_table(), &answer, keep);
    CHECK(e.code == ERROR_NONE && answer.item.len == 1 && answer.contradicted == (answer.item.item[0].kind == CHECK_CONTRADICTED));
    return answer.item.len ? answer.item.item[0].kind : CHECK_UNKNOWN;
}

static void test_check(void)
{
    Arena keep = help_room;
    Register *reg = NULL;
    CHECK(register_open(help_path("levels.inzet"), REGISTER_READ, &reg).code == ERROR_NONE);
    WorldFact f = world_fact("BE", "oir", 105, STAGE_ACTIVE, REALIS_ACTUAL);
    CHECK(check_one(reg, &keep, f, "2018-07-05") == CHECK_CONFIRMED);
    f.hedge = HEDGE_ABOUT;
    f.low = f.high = 100;
    CHECK(check_one(reg, &keep, f, "2018-07-05") == CHECK_CONFIRMED);
    f.hedge = HEDGE_EXACT;
    f.low = f.high = 150;
    CHECK(check_one(reg, &keep, f, "2018-07-05") == CHECK_CONTRADICTED);
    CHECK(check_one(reg, &keep, f, "2018-08-20") == CHECK_NEWER);
    CHECK(check_one(reg, &keep, world_fact("BE", "nmi", 5, STAGE_ACTIVE, REALIS_ACTUAL), "2018-07-05") == CHECK_UNKNOWN);
    CHECK(check_one(reg, &keep, world_fact("DE", "oir", 5, STAGE_ACTIVE, REALIS_ACTUAL), "2018-07-05") == CHECK_UNKNOWN);
    register_close(reg);
}

int main(void)
{
    if (!help_begin()) return 1;
    test_levels();
    test_answers();
    test_rebuild();
    test_rebuild_twice();
    test_quarrel();
    test_questions();
    test_due_and_gaps();
    test_check();
    return help_end();
}
