/* The rules of levels against a plain second telling of them: random worlds, thousands of questions (D, K), zero differences; of some of the worlds
 * also through a register on disk, before and after a rebuild.
 * register_oracle [WORLDS [SEED]] */
#define _DEFAULT_SOURCE
#include "register/as_of.h"
#include "ask/ask.h"
#include "register/rebuild.h"
#include "register_telling.h"
#include "register_world.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { HORIZON = 120, CLAIMS = 24 };

static uint64_t seed;

static Day some_day(void)
{
    return world_random(&seed, 6) == 0 ? NO_DAY : (Day){(int32_t)world_random(&seed, HORIZON)};
}

static void bounds(bool said, Day *earliest, Day *latest)
{
    *earliest = *latest = NO_DAY;
    if (!said) return;
    *earliest = some_day();
    *latest = world_random(&seed, 5) == 0 ? NO_DAY : day_add(*earliest, (int32_t)world_random(&seed, 8));
    if (!day_known(*earliest) && world_random(&seed, 2)) *latest = some_day();
}

static AsOfClaim random_claim(int64_t number)
{
    AsOfClaim c = {.claim = number, .document = 1 + world_random(&seed, 10), .group = 1, .line = 1 + world_random(&seed, 2), .tie = (uint64_t)number * 77 % 101};
    c.origin = c.document % 4;
    c.umbrella = c.line == 2;
    c.scope = world_random(&seed, 3);
    c.whole = c.scope == 0;
    static const Stage stage[] = {STAGE_ASKED, STAGE_WEIGHED, STAGE_DECIDED, STAGE_DECIDED, STAGE_DEPLOYING, STAGE_ACTIVE, STAGE_ACTIVE, STAGE_ACTIVE, STAGE_LEAVING, STAGE_ENDED, STAGE_DROPPED};
    static const Realis realis[] = {REALIS_ACTUAL, REALIS_ACTUAL, REALIS_ACTUAL, REALIS_PLANNED, REALIS_PLANNED, REALIS_HISTORICAL, REALIS_NEGATED, REALIS_POSSIBLE};
    static const Basis basis[] = {BASIS_NONE, BASIS_PRESENT, BASIS_PRESENT, BASIS_PLANNED, BASIS_CEILING, BASIS_INCREASE};
    c.stage = (uint8_t)stage[world_random(&seed, 11)];
    c.realis = (uint8_t)realis[world_random(&seed, 8)];
    c.basis = (uint8_t)basis[world_random(&seed, 6)];
    c.act = (uint8_t)(world_random(&seed, 5) ? ACT_STATE : ACT_EXTEND);
    bool dated = world_random(&seed, 8) != 0;
    /* All claims of a document share its date. */
    c.published_first = dated && c.document != 3 ? (Day){(int32_t)(c.document * 11)} : NO_DAY;
    c.published_last = day_known(c.published_first) ? day_add(c.published_first, c.document % 3 == 1 ? 9 : 0) : NO_DAY;
    if (!dated) c.document += 20;
    c.learned = (Day){HORIZON - 10};
    c.start_said = world_random(&seed, 2);
    c.end_said = world_random(&seed, 3) == 0;
    bounds(c.start_said, &c.start_earliest, &c.start_latest);
    bounds(c.end_said, &c.end_earliest, &c.end_latest);
    c.numbered = world_random(&seed, 4) != 0;
    c.low = c.numbered ? world_random(&seed, 6) : (double)NAN;
    c.high = c.numbered && world_random(&seed, 6) ? c.low + world_random(&seed, 3) : (double)NAN;
    c.best = c.low;
    return c;
}

static const char *const plain[] = {"may", "carried", "must"};

static bool same(const Row *r, const AsOfClaim *claim, const AsOfLevel *l)
{
    return claim[l->claim].claim == r->claim && (l->number < 0 ? -1 : claim[l->number].claim) == r->number &&
           strcmp(certainty_name(l->certainty), plain[r->certainty]) == 0 && l->claims == r->claims && l->documents == r->documents &&
           l->origins == r->origins && l->others == r->others;
}

/* One question asked of both. */
static bool agree_on(const AsOfClaim *all, int n, const AsOfQuestion *q, Arena scratch)
{
    AsOfClaim copy[CLAIMS];
    AsOfLevel level[CLAIMS];
    memcpy(copy, all, sizeof *all * (size_t)n);
    Size levels = as_of_group(copy, n, q, level, NULL, scratch), expected = 0;
    bool good = true;
    for (uint64_t line = 1; line <= 2; line++)
        for (uint64_t scope = 0; scope <= 2; scope++)
            for (int cell = 0; cell < 10; cell++) {
                Row r = telling_answer(all, n, line, scope, cell & 1, cell / 2, q);
                if (!r.some) continue;
                expected++;
                bool found = false;
                for (Size i = 0; i < levels; i++) found |= same(&r, copy, &level[i]);
                if (!found) printf("  line %d scope %d cell %d: claim %d number %d %s not answered\n", (int)line, (int)scope, cell, (int)r.claim, (int)r.number, plain[r.certainty]);
                good &= found;
            }
    return good && expected == levels;
}

/* ---- Histories: on each day they say what is answered for that day. */

static bool same_day(const Row *r, const AsOfClaim *all, const AsOfClaim *claim, const AsOfStep *s)
{
    double low = r->number < 0 ? (double)NAN : all[r->number - 1].low, high = r->number < 0 ? (double)NAN : all[r->number - 1].high;
    return (s->number >= 0) == (r->number >= 0) && (s->low == low || (isnan(s->low) && isnan(low))) && (s->high == high || (isnan(s->high) && isnan(high))) &&
           (claim[s->claim].claim == r->claim || !day_known(s->from) || s->from.n < HORIZON);
}

static bool covers(const AsOfStep *s, int day)
{
    return (!day_known(s->from) || s->from.n <= day) && (!day_known(s->carried) || s->carried.n >= day);
}

static bool in_cell(const AsOfClaim *c, uint64_t line, uint64_t scope, int cell)
{
    return c->line == line && c->scope == scope && telling_planned(c) == (cell & 1) && telling_kind(c) == cell / 2;
}

/* Every day of a world, each cell: one step covers it where there is an answer, with its number, and none where there is none. */
static int history_differs(const AsOfClaim *all, int n, const AsOfQuestion *asked, Arena scratch)
{
    AsOfClaim copy[CLAIMS];
    AsOfStep step[3 * CLAIMS];
    AsOfQuestion q = *asked;
    int wrong = 0;
    memcpy(copy, all, sizeof *all * (size_t)n);
    Size steps = as_of_steps(copy, n, &q, step, scratch);
    for (uint64_t at = 0; at < 60; at++) {
        uint64_t line = 1 + at / 30, scope = at / 10 % 3;
        int cell = (int)(at % 10), claims = 0;
        for (int i = 0; i < n; i++) claims += in_cell(&all[i], line, scope, cell);
        for (int day = -5; claims && day < HORIZON + 60; day++) {
            int covered = 0, good = 0;
            q.first = q.last = (Day){day};
            Row r = telling_answer(all, n, line, scope, cell & 1, cell / 2, &q);
            for (Size i = 0; i < steps; i++) {
                if (!in_cell(&copy[step[i].claim], line, scope, cell) || !covers(&step[i], day)) continue;
                covered++;
                good += r.some && same_day(&r, all, copy, &step[i]) && (r.certainty != 2 || (day_known(step[i].sure) && step[i].sure.n >= day)) &&
                        (step[i].sure.n != day || r.certainty == 2);
            }
            wrong += covered != r.some || good != r.some;
        }
    }
    return wrong;
}

static void test_histories(int worlds, uint64_t first, Arena scratch)
{
    int wrong = 0;
    for (int w = 0; w < worlds; w++) {
        AsOfClaim all[CLAIMS];
        seed = (first + (uint64_t)w) * 0x9e3779b97f4a7c15u;
        int n = 1 + (int)world_random(&seed, CLAIMS);
        for (int i = 0; i < n; i++) all[i] = random_claim(i + 1);
        AsOfQuestion q = {.known_asked = world_random(&seed, 3) != 0, .known = {(int32_t)world_random(&seed, HORIZON)}, .max_age = world_random(&seed, 2) ? 0 : (int32_t)world_random(&seed, 60) + 1};
        int differs = history_differs(all, n, &q, scratch);
        if (differs && wrong++ < 5) printf("history of world %llu: %d days, known %d, age %d\n", (unsigned long long)(first + (uint64_t)w), differs, q.known_asked ? q.known.n : -1, q.max_age);
    }
    printf("%d histories, %d told otherwise\n", worlds, wrong);
    world_check(wrong == 0, "histories say what is answered for each of their days", __FILE__, __LINE__);
}

/* ---- The same worlds through a register: documents written, recorded and asked. */

/* `about n` is n or more here, so that open numbers can be written. */
static const char open_hedges[] = "hedge\twords\tlow\tbest\thigh\tstrict_low\tstrict_high\twhy\tsource\n"
                                  "about\t-\tn\tn\t-\tn\t-\tt\tt\nalmost\t-\tn\tn\tn\tn\tn\tt\tt\nat_least\t-\tn\tn\tn\tn\tn\tt\tt\n"
                                  "at_most\t-\tn\tn\tn\tn\tn\tt\tt\nexact\t-\tn\tn\tn\tn\tn\tt\tt\nmore_than\t-\tn\tn\tn\tn\tn\tt\tt\n"
                                  "one\t-\tn\tn\tn\tn\tn\tt\tt\nrange\t-\tn\t-\tm\tn\tm\tt\tt\nvague\t-\t-\t-\t-\t-\t-\tt\tt\n";

static void write_claim(WorldText *t, const AsOfClaim *c)
{
    static const char *const place[] = {NULL, "Gao", "Kidal"};
    WorldFact f = world_fact("NL", "a_mission", c->numbered ? c->low : -1, (Stage)c->stage, (Realis)c->realis);
    f.asset = c->umbrella ? ASSET_NONE : ASSET_PERSONNEL;
    f.high = c->numbered && !isnan(c->high) ? c->high : f.low;
    f.hedge = isnan(c->high) ? HEDGE_ABOUT : HEDGE_RANGE;
    f.basis = (Basis)c->basis;
    f.act = (Act)c->act;
    f.place = place[c->scope];
    f.start_said = c->start_said;
    f.end_said = c->end_said;
    f.start_earliest = c->start_earliest;
    f.start_latest = c->start_latest;
    f.end_earliest = c->end_earliest;
    f.end_latest = c->end_latest;
    world_say(t, &f);
    Claim *said = &t->reading.claims.item[t->reading.claims.len - 1];
    snprintf(said->id, sizeof said->id, "c%016llx", (unsigned long long)c->tie);
}

static bool record_world(Register *reg, const AsOfClaim *all, int n, Arena keep)
{
    for (int64_t document = 1; document <= 30; document++) {
        const AsOfClaim *first = NULL;
        WorldText t = {0};
        char name[32];
        for (int i = 0; i < n; i++) {
            if (all[i].document != document) continue;
            if (!first) {
                t = world_text(&keep, all[i].published_first, all[i].published_last);
                snprintf(name, sizeof name, "Bericht %d.", (int)document);
                world_words(&t, name);
            }
            first = &all[i];
            write_claim(&t, first);
        }
        if (!first) continue;
        RecordOutcome what;
        RegisterDocument d = world_document(&t, name, "r1", (HORIZON - 10) * 86400);
        if (register_record(reg, &d, &t.reading, &what).code != ERROR_NONE || what != RECORD_NEW) return false;
    }
    return true;
}

static int64_t number_of(const AsOfClaim *all, int n, Span id)
{
    char text[20];
    for (int i = 0; i < n; i++) {
        snprintf(text, sizeof text, "c%016llx", (unsigned long long)all[i].tie);
        if (span_is(id, text)) return all[i].claim;
    }
    return -1;
}

static bool found_in(const AskLevels *levels, const Row *r, const AsOfClaim *all, int n)
{
    for (Size i = 0; i < levels->item.len; i++) {
        const AskLevel *l = &levels->item.item[i];
        int64_t number = l->number.id.len ? number_of(all, n, l->number.id) : -1;
        if (number_of(all, n, l->claim.id) == r->claim && number == r->number && strcmp(certainty_name(l->certainty), plain[r->certainty]) == 0 &&
            l->claims == r->claims && l->documents == r->documents && l->others == r->others)
            return true;
    }
    return false;
}

static bool register_agrees(Register *reg, const HedgeTable *hedges, const AsOfClaim *all, int n, const AsOfQuestion *q, Arena keep)
{
    AskFilter f = ask_all();
    AskLevels levels;
    f.at_first = q->first;
    f.at_last = q->last;
    if (q->known_asked) f.known = q->known;
    f.max_age = q->max_age;
    if (ask_at(reg, &f, hedges, &levels, &keep).code != ERROR_NONE) return false;
    Size expected = 0;
    bool good = true;
    for (uint64_t line = 1; line <= 2; line++)
        for (uint64_t scope = 0; scope <= 2; scope++)
            for (int cell = 0; cell < 10; cell++) {
                Row r = telling_answer(all, n, line, scope, cell & 1, cell / 2, q);
                expected += r.some;
                good &= !r.some || found_in(&levels, &r, all, n);
            }
    return good && expected == levels.item.len;
}

static void test_registers(int worlds, uint64_t first, Arena keep)
{
    HedgeTable hedges;
    int wrong = 0, questions = 0;
    char path[64];
    snprintf(path, sizeof path, "%s/inzet-oracle-%d", P_tmpdir, (int)getpid());
    CHECK(hedges_read(span_of(open_hedges), "hedges", &hedges).code == ERROR_NONE);
    for (int w = 0; w < worlds; w++) {
        AsOfClaim all[CLAIMS];
        Register *reg = NULL;
        RebuildReport report;
        seed = (first + (uint64_t)w) * 0x9e3779b97f4a7c15u;
        int n = 1 + (int)world_random(&seed, CLAIMS);
        for (int i = 0; i < n; i++) all[i] = random_claim(i + 1);
        unlink(path);
        bool good = register_open(path, REGISTER_WRITE, &reg).code == ERROR_NONE && record_world(reg, all, n, keep);
        for (int i = 0; good && i < 40; i++, questions++) {
            if (i == 20) good = register_rebuild(reg, &hedges, &report, NULL, NULL).code == ERROR_NONE;
            AsOfQuestion q = {.first = {(int32_t)world_random(&seed, HORIZON + 30)}, .known_asked = world_random(&seed, 3) != 0, .known = {(int32_t)world_random(&seed, HORIZON)}};
            q.last = day_add(q.first, world_random(&seed, 3) ? 0 : (int32_t)world_random(&seed, 30));
            q.max_age = world_random(&seed, 2) ? 0 : (int32_t)world_random(&seed, 60) + 1;
            if (good && !register_agrees(reg, &hedges, all, n, &q, keep) && wrong++ < 3)
                printf("register of world %llu, day %d..%d, known %d, age %d\n", (unsigned long long)(first + (uint64_t)w), q.first.n, q.last.n, q.known_asked ? q.known.n : -1, q.max_age);
        }
        wrong += !good;
        (void)register_close(reg);
    }
    unlink(path);
    printf("%d questions of %d registers, %d answered otherwise\n", questions, worlds, wrong);
    world_check(wrong == 0, "registers on disk answer as the plain telling does", __FILE__, __LINE__);
}

int main(int argc, char **argv)
{
    int worlds = argc > 1 ? atoi(argv[1]) : 400, questions = 0, wrong = 0;
    uint64_t first = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
    Arena whole = arena_reserve((Size)1 << 26);
    for (int w = 0; w < worlds; w++) {
        AsOfClaim all[CLAIMS];
        seed = (first + (uint64_t)w) * 0x9e3779b97f4a7c15u;
        int n = 1 + (int)world_random(&seed, CLAIMS);
        for (int i = 0; i < n; i++) all[i] = random_claim(i + 1);
        for (int i = 0; i < 50; i++, questions++) {
            AsOfQuestion q = {.first = {(int32_t)world_random(&seed, HORIZON + 30)}, .known_asked = world_random(&seed, 3) != 0, .known = {(int32_t)world_random(&seed, HORIZON)}};
            q.last = day_add(q.first, world_random(&seed, 3) ? 0 : (int32_t)world_random(&seed, 30));
            q.max_age = world_random(&seed, 2) ? 0 : (int32_t)world_random(&seed, 60) + 1;
            if (agree_on(all, n, &q, whole)) continue;
            if (wrong++ < 5) printf("world %llu, day %d..%d, known %d, age %d\n", (unsigned long long)(first + (uint64_t)w), q.first.n, q.last.n, q.known_asked ? q.known.n : -1, q.max_age);
        }
    }
    world_check(wrong == 0, "the register answers as the plain telling does", __FILE__, __LINE__);
    printf("%d questions of %d worlds, %d answered otherwise\n", questions, worlds, wrong);
    test_histories(worlds / 10, first, whole);
    test_registers(worlds / 5, first, whole);
    return world_result();
}
