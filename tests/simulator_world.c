/* Making worlds and their reports. */
#include "simulator_world.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static const char *const PLACE[] = {NULL, "Gao", "Kidal"};
static const char *const PUBLISHER[] = {"krant-a", "krant-b", "omroep-c", "blad-d", "site-e"};

int sim_truth(const SimContribution *c, int day)
{
    int n = 0;
    for (int i = 0; i < c->levels && c->from[i] <= day; i++) n = c->strength[i];
    return n;
}

static SimContribution some_contribution(int number, uint64_t *seed)
{
    static const char *const country[] = {"NL", "BE", "DE"}, *const mission[] = {"minusma", "oir", "rsm"};
    SimContribution c = {.country = country[number], .mission = mission[number], .levels = 3 + (int)world_random(seed, SIM_LEVELS - 3)};
    int day = SIM_FIRST_DAY + (int)world_random(seed, 200);
    for (int i = 0; i < c.levels; i++, day += 20 + (int)world_random(seed, 140)) {
        c.from[i] = day;
        c.strength[i] = i == c.levels - 1 ? 0 : 20 + (int)world_random(seed, 300);
        if (i > 0 && c.strength[i] == c.strength[i - 1]) c.strength[i]++;
    }
    return c;
}

/* ---- What is reported. */

static int add_report(SimWorld *w, SimReport r)
{
    if (w->reports == SIM_REPORTS) return -1;
    w->report[w->reports] = r;
    return w->reports++;
}

/* Copied by another within three days, in the same words but for a few; or told by another with the same agency's number, in its own words. */
static void add_followers(SimWorld *w, int original, uint64_t *seed)
{
    int how = (int)world_random(seed, 4);
    if (original < 0 || how > 1) return;
    SimReport r = w->report[original];
    r.publisher = (r.publisher + 1 + (int)world_random(seed, 4)) % 5;
    if (how == 0) {
        r.copy_of = original;
        r.published += (int)world_random(seed, 4);
    } else {
        r.agency = w->report[original].agency = true;
        r.published += (int)world_random(seed, 3);
        r.words = world_random(seed, 1u << 30) + 1;
    }
    add_report(w, r);
}

static SimReport some_report(const SimContribution *c, int number, int level, bool plain, uint64_t *seed)
{
    SimReport r = {.kind = SIM_EXACT, .contribution = number, .publisher = (int)world_random(seed, 5), .published = c->from[level], .n = c->strength[level],
                   .end = c->from[level], .copy_of = -1, .words = world_random(seed, 1u << 30) + 1};
    if (r.n == 0) r.kind = SIM_ENDED;
    if (plain) return r;
    if (r.n == 0) {
        r.published += (int)world_random(seed, 30);
        return r;
    }
    r.kind = (SimKind)world_random(seed, SIM_KINDS);
    if (r.kind == SIM_ENDED) r.kind = SIM_EXACT;
    if (r.kind == SIM_LATE) r.published += 3 + (int)world_random(seed, 30);
    if (r.kind == SIM_EARLY) r.published -= 3 + (int)world_random(seed, 30);
    if (r.kind == SIM_ROUNDED) r.n = (r.n + 5) / 10 * 10;
    if (r.kind == SIM_WRONG) r.n = r.n * 8 / 5;
    if (r.kind == SIM_CEILING) r.n += 30;
    if (r.kind == SIM_UNTIL) r.end = c->from[level + 1] - 1;
    if (r.kind == SIM_EXTENDED) r.end = c->from[level + 1] + (int)world_random(seed, 200);
    return r;
}

/* ---- The same reports as the register should hold them. */

static AsOfClaim held(const SimWorld *w, int report)
{
    const SimReport *r = &w->report[report];
    Day p = {r->published};
    uint64_t seed = (uint64_t)(w->claims + 1) * 0x9e3779b97f4a7c15u + r->words;
    AsOfClaim c = {.claim = w->claims + 1, .document = report + 1, .origin = report + 1, .group = (uint64_t)r->contribution + 1, .line = (uint64_t)r->contribution + 1, .whole = true,
                   .tie = (uint64_t)world_random(&seed, 1u << 30) << 20 | (uint64_t)(w->claims + 1), .stage = STAGE_ACTIVE, .realis = REALIS_ACTUAL, .act = ACT_STATE,
                   .basis = BASIS_PRESENT, .hedge = HEDGE_EXACT, .published_first = p, .published_last = p, .learned = {SIM_FIRST_DAY + SIM_DAYS}, .start_earliest = NO_DAY,
                   .start_latest = NO_DAY, .end_earliest = NO_DAY, .end_latest = NO_DAY, .low = r->n, .best = r->n, .high = r->n, .numbered = true,
                   .publisher = (uint32_t)r->publisher + 1, .agency = r->agency};
    return c;
}

static void add_parts(SimWorld *w, int report)
{
    int n = w->report[report].n;
    for (int part = 1; part <= 2; part++) {
        AsOfClaim c = held(w, report);
        c.whole = false;
        c.scope = (uint64_t)part;
        c.low = c.best = c.high = part == 1 ? n / 3 : n - n / 3;
        w->claim[w->claims++] = c;
    }
}

static void hold(SimWorld *w, int report)
{
    const SimReport *r = &w->report[report];
    AsOfClaim c = held(w, report);
    Day day = {r->end};
    if (r->kind == SIM_EARLY) {
        c.stage = STAGE_DECIDED, c.realis = REALIS_PLANNED, c.basis = BASIS_PLANNED;
        c.start_said = true, c.start_earliest = c.start_latest = day;
    } else if (r->kind == SIM_ROUNDED) {
        c.hedge = HEDGE_ABOUT, c.low = r->n * 9 / 10, c.high = r->n * 11 / 10;
    } else if (r->kind == SIM_CEILING) {
        c.hedge = HEDGE_AT_MOST, c.basis = BASIS_CEILING, c.low = 0, c.best = (double)NAN;
    } else if (r->kind == SIM_ENDED) {
        c.stage = STAGE_ENDED, c.realis = REALIS_HISTORICAL, c.basis = BASIS_NONE, c.numbered = false, c.low = c.best = c.high = (double)NAN;
        c.end_said = true, c.end_earliest = c.end_latest = day_add(day, -1);
    } else if (r->kind == SIM_UNTIL || r->kind == SIM_EXTENDED) {
        c.end_said = true, c.end_earliest = c.end_latest = day;
        if (r->kind == SIM_EXTENDED) c.act = ACT_EXTEND, c.numbered = false, c.low = c.best = c.high = (double)NAN, c.basis = BASIS_NONE;
    }
    w->claim[w->claims++] = c;
    if (r->kind == SIM_PARTS) add_parts(w, report);
}

/* One origin: a text and its copies; one agency's number within two days. Pair by pair, until nothing changes. */
static void find_origins(SimWorld *w)
{
    for (bool changed = true; changed;) {
        changed = false;
        for (int i = 0; i < w->claims; i++)
            for (int k = 0; k < w->claims; k++) {
                AsOfClaim *a = &w->claim[i], *b = &w->claim[k];
                const SimReport *x = &w->report[a->document - 1], *y = &w->report[b->document - 1];
                bool copy = x->copy_of == b->document - 1 || a->document == b->document;
                bool agency = x->agency && y->agency && a->line == b->line && a->numbered && b->numbered && a->low == b->low && a->high == b->high && telling_kind(a) == telling_kind(b) &&
                              telling_planned(a) == telling_planned(b) && abs(x->published - y->published) <= 2;
                if ((!copy && !agency) || a->origin == b->origin) continue;
                int64_t least = a->origin < b->origin ? a->origin : b->origin;
                a->origin = b->origin = least;
                changed = true;
            }
    }
}

SimWorld sim_world(uint64_t number, bool plain)
{
    SimWorld w = {0};
    uint64_t seed = number * 0x9e3779b97f4a7c15u + 7;
    for (int c = 0; c < SIM_CONTRIBUTIONS; c++) {
        w.contribution[c] = some_contribution(c, &seed);
        for (int level = 0; level < w.contribution[c].levels; level++)
            for (int times = plain ? 1 : 1 + (int)world_random(&seed, 3); times > 0; times--)
                add_followers(&w, add_report(&w, some_report(&w.contribution[c], c, level, plain, &seed)), &seed);
    }
    for (int r = 0; r < w.reports; r++) hold(&w, r);
    find_origins(&w);
    return w;
}

/* ---- Texts. */

static void say_words(WorldText *t, uint64_t *seed, int words, int changed)
{
    static const char *const syllable[] = {"ba", "ko", "ri", "ten", "mo", "sel", "du", "var", "li", "pon", "ge", "wa", "stre", "ni", "hoek", "zu"};
    for (int i = 0; i < words; i++) {
        char word[32];
        uint32_t a = world_random(seed, 16), b = world_random(seed, 16), c = world_random(seed, 16);
        snprintf(word, sizeof word, "%s%s%s", syllable[a], syllable[b], syllable[i == changed ? (c + 1) % 16 : c]);
        world_words(t, word);
    }
}

static WorldFact fact_of(const SimWorld *w, const AsOfClaim *c)
{
    const SimContribution *from = &w->contribution[w->report[c->document - 1].contribution];
    WorldFact f = world_fact(from->country, from->mission, c->numbered ? c->high : -1, (Stage)c->stage, (Realis)c->realis);
    f.basis = (Basis)c->basis;
    f.act = (Act)c->act;
    f.hedge = (Hedge)c->hedge;
    if (c->hedge == HEDGE_ABOUT) f.low = f.high = w->report[c->document - 1].n;
    f.place = PLACE[c->scope];
    f.start_said = c->start_said;
    f.end_said = c->end_said;
    f.start_earliest = c->start_earliest;
    f.start_latest = c->start_latest;
    f.end_earliest = c->end_earliest;
    f.end_latest = c->end_latest;
    return f;
}

WorldText sim_text(const SimWorld *w, int report, Arena *keep)
{
    const SimReport *r = &w->report[report];
    uint64_t seed = r->words;
    WorldText t = world_text(keep, (Day){r->published}, (Day){r->published});
    t.reading.publisher = span_of(PUBLISHER[r->publisher]);
    world_words(&t, PUBLISHER[r->publisher]);
    if (r->agency) world_words(&t, "(Belga)");
    int whole = 0;
    for (int i = 0; i < w->claims; i++) {
        if (w->claim[i].document != report + 1) continue;
        WorldFact f = fact_of(w, &w->claim[i]);
        f.part_of = w->claim[i].whole ? 0 : whole;
        int32_t from = (int32_t)t.len;
        say_words(&t, &seed, SIM_WORDS, r->copy_of >= 0 ? report % SIM_WORDS : -1);
        world_say(&t, &f);
        Claim *said = &t.reading.claims.item[t.reading.claims.len - 1];
        said->evidence.from = from;
        snprintf(said->id, sizeof said->id, "c%016llx", (unsigned long long)w->claim[i].tie);
        whole = 1;
    }
    return t;
}
