/* Load and questions at scale: register_bench FILE CLAIMS [group]. Prints one line of JSON. */
#define _DEFAULT_SOURCE
#include "ask/ask.h"
#include "register_world.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void compose(WorldText *t, uint64_t *seed, int64_t number)
{
    static const char *const country[] = {"NL", "BE", "DE", "FR", "US", "GB", "DK", "NO", "SE", "IT", "ES", "CA"};
    static const char *const place[] = {NULL, NULL, "Gao", "Erbil", "Bagdad", "Kidal"};
    char mission[16], head[64];
    snprintf(head, sizeof head, "Bericht %lld over de missies.", (long long)number);
    world_words(t, head);
    int claims = (int)world_random(seed, 4) + 2;
    for (int i = 0; i < claims; i++) {
        bool plan = world_random(seed, 3) == 0, end = world_random(seed, 8) == 0;
        snprintf(mission, sizeof mission, "m%u", world_random(seed, 90));
        WorldFact f = world_fact(country[world_random(seed, 12)], mission, 10 + world_random(seed, 400), plan ? STAGE_DECIDED : end ? STAGE_ENDED : STAGE_ACTIVE,
                                 plan ? REALIS_PLANNED : end ? REALIS_HISTORICAL : REALIS_ACTUAL);
        f.asset = (Asset)(1 + world_random(seed, 4));
        f.place = place[world_random(seed, 6)];
        f.host = "ML";
        f.hedge = world_random(seed, 3) ? HEDGE_EXACT : HEDGE_ABOUT;
        f.roles = 1u << world_random(seed, 6);
        Day p = t->reading.published.first;
        if (plan) {
            f.start_said = true;
            f.start_earliest = day_add(p, 20);
            f.start_latest = day_add(p, 40);
        }
        if (world_random(seed, 3) == 0) {
            f.end_said = true;
            f.end_earliest = day_add(p, 200);
            f.end_latest = day_add(p, 230);
        }
        world_say(t, &f);
    }
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
        Day p = {10957 + (int32_t)world_random(&seed, 9000)};
        WorldText t = world_text(&keep, p, p);
        compose(&t, &seed, documents);
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
    e = register_open(argv[1], REGISTER_READ, &reg);
    AskFilter f = ask_all();
    f.at_first = f.at_last = (Day){15000};
    f.known = (Day){15100};
    for (int i = 0; i < 3 && e.code == ERROR_NONE; i++) {
        AskLevels levels;
        Arena keep = whole;
        double a = now();
        e = ask_at(reg, &f, hedges_shipped_table(), &levels, &keep);
        printf(",\"at_ms\":%.1f,\"rows\":%lld", (now() - a) * 1e3, (long long)levels.item.len);
    }
    if (e.code != ERROR_NONE) error_print(&e);
    printf("}\n");
    register_close(reg);
    return e.code;
}
