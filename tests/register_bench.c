/* Load and questions at scale: register_bench FILE CLAIMS [group]. Prints one line of JSON. */
#define _DEFAULT_SOURCE
#include "ask/ask.h"
#include "register/rebuild.h"
#include "register_world.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

/* Seconds of this program's processor time: what others do on the machine does not count. */
static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* A contribution of the world: who, where, from when, how long, how many. All follows from its number. */
typedef struct {
    const char *country;
    char mission[8];
    int32_t from, days, strength;
    bool ends;
} Contribution;

static Contribution contribution(uint32_t number)
{
    static const char *const country[] = {"NL", "BE", "DE", "FR", "US", "GB", "DK", "NO", "SE", "IT", "ES", "CA", "PL", "RO", "EE", "LT", "LV", "FI", "PT", "CZ"};
    uint64_t seed = number * 0x9e3779b97f4a7c15u + 12345;
    Contribution c = {.country = country[world_random(&seed, 20)]};
    /* Missions come and go: a dozen at a time, each for about three years. */
    c.from = 9000 + (int32_t)world_random(&seed, 11000);
    snprintf(c.mission, sizeof c.mission, "m%d", c.from / 1000 * 12 + (int)world_random(&seed, 12));
    c.days = 120 + (int32_t)world_random(&seed, 900);
    c.strength = 5 + (int32_t)world_random(&seed, 400);
    c.ends = world_random(&seed, 10) < 7;
    return c;
}

/* A document of day `p` that tells of one contribution, two to five claims: personnel, what goes with it, plans, ends. */
static void compose(WorldText *t, const Contribution *c, uint64_t *seed, int64_t number, Day p)
{
    static const char *const place[] = {NULL, NULL, NULL, "Gao", "Erbil", "Kidal"};
    char head[64];
    snprintf(head, sizeof head, "Bericht %lld over de missies.", (long long)number);
    world_words(t, head);
    int claims = (int)world_random(seed, 4) + 2;
    bool last = p.n > c->from + c->days - 40;
    for (int i = 0; i < claims; i++) {
        bool plan = p.n < c->from || world_random(seed, 8) == 0, end = last && c->ends && i == 0;
        WorldFact f = world_fact(c->country, c->mission, c->strength + (double)world_random(seed, 12), plan ? STAGE_DECIDED : end ? STAGE_ENDED : STAGE_ACTIVE,
                                 plan ? REALIS_PLANNED : end ? REALIS_HISTORICAL : REALIS_ACTUAL);
        f.asset = i == 0 ? (end ? ASSET_NONE : ASSET_PERSONNEL) : (Asset)(1 + world_random(seed, 4));
        if (end) f.low = f.high = -1;
        f.place = world_random(seed, 3) ? place[(uint32_t)c->strength % 6] : NULL;
        f.host = "ML";
        f.hedge = world_random(seed, 3) ? HEDGE_EXACT : HEDGE_ABOUT;
        f.roles = 1u << world_random(seed, 6);
        f.start_said = plan;
        f.start_earliest = day_add((Day){c->from}, -5);
        f.start_latest = day_add((Day){c->from}, 5);
        f.end_said = !end && world_random(seed, 4) == 0;
        f.end_earliest = f.end_latest = (Day){c->from + c->days};
        world_say(t, &f);
    }
}

/* Milliseconds of one question; how many rows go to `*rows`. */
static double ask_once(Register *reg, bool diff, Arena keep, Size *rows, Error *e)
{
    AskFilter f = ask_all();
    AskLevels levels = {0};
    AskChanges changes = {0};
    f.at_first = f.at_last = (Day){15000};
    f.known = (Day){15100};
    double begun = now();
    if (diff) *e = ask_diff(reg, &f, (Day){15000}, hedges_shipped_table(), &changes, &keep);
    else *e = ask_at(reg, &f, hedges_shipped_table(), &levels, &keep);
    *rows = diff ? changes.item.len : levels.item.len;
    return (now() - begun) * 1e3;
}

static double median_of_three(Register *reg, bool diff, Arena keep, Size *rows, Error *e)
{
    double t[3];
    for (int i = 0; i < 3; i++) t[i] = ask_once(reg, diff, keep, rows, e);
    double high = t[0] > t[1] ? t[0] : t[1], low = t[0] > t[1] ? t[1] : t[0];
    return t[2] > high ? high : t[2] < low ? low : t[2];
}

/* The derived tables, and questions asked of them. */
static Error ask_and_rebuild(const char *path, Arena keep)
{
    Register *reg;
    RebuildReport built = {0};
    Size rows = 0, changes = 0;
    Error e = register_open(path, REGISTER_WRITE, &reg);
    double begun = now();
    if (e.code == ERROR_NONE) e = register_rebuild(reg, hedges_shipped_table(), &built, NULL, NULL);
    double rebuilt = now() - begun;
    Error closed = register_close(reg);
    if (e.code == ERROR_NONE) e = closed;
    if (e.code == ERROR_NONE) e = register_open(path, REGISTER_READ, &reg);
    if (e.code != ERROR_NONE) return e;
    double at = median_of_three(reg, false, keep, &rows, &e), diff = median_of_three(reg, true, keep, &changes, &e);
    struct stat st;
    stat(path, &st);
    printf(",\"rebuild_s\":%.2f,\"lines\":%lld,\"verdicts\":%lld,\"levels\":%lld,\"at_ms\":%.1f,\"rows\":%lld,\"diff_ms\":%.1f,\"changes\":%lld,\"bytes\":%lld", rebuilt,
           (long long)built.lines, (long long)built.verdicts, (long long)built.levels, at, (long long)rows, diff, (long long)changes, (long long)st.st_size);
    (void)register_close(reg);
    return e;
}

int main(int argc, char **argv)
{
    int64_t wanted = argc > 2 ? atoll(argv[2]) : 10000, claims = 0, documents = 0;
    Arena whole = arena_reserve((Size)8 << 30);
    Register *reg;
    Error e = register_open(argv[1], REGISTER_WRITE, &reg);
    if (argc > 3 && e.code == ERROR_NONE) e = register_group_begin(reg);
    uint64_t seed = 42;
    double begun = now(), composing = 0;
    while (e.code == ERROR_NONE && claims < wanted) {
        double a = now();
        Arena keep = whole;
        Contribution c = contribution(world_random(&seed, (uint32_t)(wanted / 200 + 1)));
        Day p = {c.from - 60 + (int32_t)world_random(&seed, (uint32_t)c.days + 60)};
        WorldText t = world_text(&keep, p, p);
        compose(&t, &c, &seed, documents, p);
        char name[32];
        snprintf(name, sizeof name, "doc/%lld.txt", (long long)documents);
        RegisterDocument d = world_document(&t, name, "r1", documents);
        composing += now() - a;
        RecordOutcome what;
        e = register_record(reg, &d, &t.reading, &what);
        claims += t.reading.claims.len;
        documents++;
    }
    double loaded = now();
    if (e.code == ERROR_NONE) e = register_close(reg);
    double closed = now();
    if (e.code != ERROR_NONE) error_print(&e);
    struct stat st;
    stat(argv[1], &st);
    double load = closed - begun - composing;
    printf("{\"claims\":%lld,\"documents\":%lld,\"load_s\":%.2f,\"close_s\":%.2f,\"claims_per_s\":%.0f,\"bytes_per_claim\":%.0f", (long long)claims,
           (long long)documents, load, closed - loaded, (double)claims / load, (double)st.st_size / (double)claims);
    if (e.code == ERROR_NONE) e = ask_and_rebuild(argv[1], whole);
    if (e.code != ERROR_NONE) error_print(&e);
    printf("}\n");
    return e.code;
}
