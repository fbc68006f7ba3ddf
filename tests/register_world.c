/* Composing documents with claims, for the tests of the register. */
#include "register_world.h"

#include <stdio.h>

int world_passed, world_failed;

bool world_check(bool good, const char *what, const char *file, int line)
{
    if (good) world_passed++;
    else {
        world_failed++;
        printf("%s:%d: %s\n", file, line, what);
    }
    return good;
}

int world_result(void)
{
    printf("%d passed, %d failed\n", world_passed, world_failed);
    return world_failed ? 1 : 0;
}

uint32_t world_random(uint64_t *state, uint32_t below)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return (uint32_t)((*state * 0x2545f4914f6cdd1du >> 33) % below);
}

WorldText world_text(Arena *keep, Day first, Day last)
{
    WorldText t = {.keep = keep, .room = 1 << 16};
    t.text = ARENA_NEW(keep, char, t.room);
    t.reading.publisher = SPAN("krant");
    t.reading.country = SPAN("BE");
    t.reading.country_how = HOW_STATED;
    t.reading.country_at = NO_RANGE;
    t.reading.published = (Published){first, last, day_known(first) ? first.n == last.n ? PRECISION_DAY : PRECISION_MONTH : PRECISION_NONE,
                                      day_known(first) ? DATE_GIVEN : DATE_UNKNOWN, NO_RANGE};
    return t;
}

Range world_words(WorldText *t, const char *words)
{
    Size n = (Size)strlen(words);
    Range r = {(int32_t)t->len, (int32_t)(t->len + n)};
    if (t->len + n + 1 > t->room) return NO_RANGE;
    memcpy(t->text + t->len, words, (size_t)n);
    t->len += n;
    t->text[t->len++] = ' ';
    return r;
}

Span world_bytes(const WorldText *t)
{
    return (Span){t->text, t->len};
}

WorldFact world_fact(const char *contributor, const char *mission, double n, Stage stage, Realis realis)
{
    WorldFact f = {.contributor = contributor, .mission = mission, .asset = ASSET_PERSONNEL, .low = n, .high = n, .hedge = HEDGE_EXACT,
                   .basis = realis == REALIS_PLANNED ? BASIS_PLANNED : BASIS_PRESENT, .stage = stage, .realis = realis, .act = ACT_STATE};
    f.start_earliest = f.start_latest = f.end_earliest = f.end_latest = NO_DAY;
    return f;
}

static Span keep_text(WorldText *t, const char *s)
{
    return s ? arena_copy(t->keep, span_of(s)) : (Span){NULL, 0};
}

static void say_when(WorldText *t, const char *word, bool said, Day earliest, Day latest, Bound *b, Proof *proof)
{
    char text[64], a[12], z[12];
    *b = (Bound){said, NO_RANGE, NO_DAY, NO_DAY};
    if (!said) return;
    snprintf(text, sizeof text, "%s %s/%s", word, day_print(earliest, a), day_print(latest, z));
    *b = (Bound){true, world_words(t, text), earliest, latest};
    *proof = (Proof){HOW_STATED, b->words, "time-bound"};
}

static void say_quantity(WorldText *t, const WorldFact *f, Claim *c)
{
    char text[64];
    if (f->words) snprintf(text, sizeof text, "%s", f->words);
    else if (f->high > f->low) snprintf(text, sizeof text, "%.0f tot %.0f", f->low, f->high);
    else snprintf(text, sizeof text, "%.0f", f->low);
    c->quantity = (Quantity){true, world_words(t, text), !f->words, f->words ? 0 : f->low, f->words ? 0 : f->high, f->hedge};
    c->proof[FIELD_QUANTITY] = (Proof){HOW_STATED, c->quantity.words, "number-of"};
}

static void name_claim(WorldText *t, Claim *c)
{
    Size n = t->reading.claims.len;
    uint64_t h = span_hash(span_sub(world_bytes(t), 0, c->evidence.to)) ^ (uint64_t)n * 0x9e3779b97f4a7c15u ^ (uint64_t)c->stage << 7 ^ (uint64_t)c->realis;
    snprintf(c->id, sizeof c->id, "c%016llx", (unsigned long long)h);
}

void world_say(WorldText *t, const WorldFact *f)
{
    Claim c = {.asset = f->asset, .basis = f->basis, .stage = f->stage, .realis = f->realis, .act = f->act, .roles = f->roles,
               .decider = NO_RANGE, .requester = NO_RANGE, .speaker = NO_RANGE, .evidence = NO_RANGE, .score = 0.9};
    for (int i = 0; i < FIELD_COUNT; i++) c.proof[i].at = NO_RANGE;
    c.evidence.from = (int32_t)t->len;
    c.contributor = keep_text(t, f->contributor);
    c.proof[FIELD_CONTRIBUTOR] = (Proof){HOW_STATED, world_words(t, f->contributor), "country-name"};
    world_words(t, stage_name(f->stage));
    if (f->low >= 0 || f->words) say_quantity(t, f, &c);
    c.asset_type = keep_text(t, f->type);
    c.proof[FIELD_ASSET] = (Proof){HOW_STATED, world_words(t, f->type ? f->type : asset_name(f->asset)), "asset-head"};
    if (f->mission) {
        c.mission = keep_text(t, f->mission);
        c.proof[FIELD_MISSION] = (Proof){HOW_CARRIED, world_words(t, f->mission), "mission-name"};
    }
    if (f->host) c.host[c.hosts++] = keep_text(t, f->host);
    if (f->place) c.place[c.places++] = (PlaceName){world_words(t, f->place), keep_text(t, f->place)};
    say_when(t, "vanaf", f->start_said, f->start_earliest, f->start_latest, &c.start, &c.proof[FIELD_START]);
    say_when(t, "tot", f->end_said, f->end_earliest, f->end_latest, &c.end, &c.proof[FIELD_END]);
    if (f->duration) {
        c.duration = (Duration){.some = true, .words = world_words(t, f->duration), .hedge = HEDGE_EXACT, .added = f->added};
        snprintf(c.duration.iso, sizeof c.duration.iso, "%s", f->duration);
    }
    if (f->part_of) c.link[c.links++] = (Link){LINK_PART_OF, f->part_of - 1};
    c.evidence.to = world_words(t, ".").to;
    name_claim(t, &c);
    *ARRAY_PUSH(&t->reading.claims, t->keep) = c;
}

void world_say_mission(WorldText *t, const char *mission, double strength)
{
    char text[32];
    MissionClaim m = {.mission = keep_text(t, mission), .what = WHAT_STRENGTH, .realis = REALIS_ACTUAL, .speaker = NO_RANGE, .words = NO_RANGE, .score = 0.8};
    m.evidence.from = world_words(t, mission).from;
    snprintf(text, sizeof text, "%.0f", strength);
    m.quantity = (Quantity){true, world_words(t, text), true, strength, strength, HEDGE_EXACT};
    m.evidence.to = world_words(t, "man.").to;
    snprintf(m.id, sizeof m.id, "m%016llx", (unsigned long long)span_hash(span_sub(world_bytes(t), 0, m.evidence.to)));
    *ARRAY_PUSH(&t->reading.mission_claims, t->keep) = m;
}

RegisterDocument world_document(const WorldText *t, const char *name, const char *rules, int64_t second)
{
    return (RegisterDocument){world_bytes(t), span_of(name), {NULL, 0}, SPAN("0.1.0"), span_of(rules), {second * 1000000}};
}
