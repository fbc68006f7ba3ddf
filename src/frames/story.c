/* What was told of a contribution before. */
#include "frames/story.h"

enum { REACH = 64, SETTLE_REACH = 24 };
enum { FLOOR = 33, FLOOR_DECIDING = 16 }; /* per cent: what a candidate must score to count */

static Told told_of(const Claim *c)
{
    Told t = {.contributor = c->contributor, .mission = c->mission, .hosts = c->hosts, .asset = c->asset, .stage = c->stage, .realis = c->realis, .act = c->act};
    for (int i = 0; i < c->hosts; i++) t.host[i] = c->host[i];
    return t;
}

/* Whether both can be of one contribution: one giver, and no two missions or theatres. */
static bool same_story(const Told *t, const Claim *k)
{
    if (!span_equal(t->contributor, k->contributor)) return false;
    if (t->mission.len && k->mission.len) return span_equal(t->mission, k->mission);
    for (int i = 0; i < t->hosts; i++)
        for (int h = 0; h < k->hosts; h++)
            if (span_equal(t->host[i], k->host[h])) return true;
    return !t->hosts || !k->hosts;
}

static const Told *last_told(const Story *s, const Claim *k, bool ship)
{
    for (Size i = s->told.len; i-- > 0 && i + REACH >= s->told.len;) {
        const Told *t = &s->told.item[i];
        if ((!ship || t->asset == ASSET_SHIP) && same_story(t, k)) return t;
    }
    return NULL;
}

void story_features(const Story *s, Candidate *k)
{
    static const uint32_t BEGINS = 1u << ACT_DEPLOY | 1u << ACT_DECIDE | 1u << ACT_APPROVE | 1u << ACT_STATE | 1u << ACT_TAKE_OVER | 1u << ACT_ROTATE;
    bool ship = k->claim.asset == ASSET_SHIP || feature_has(&k->features, FEATURE_CREW);
    const Told *t = ship ? last_told(s, &k->claim, true) : NULL; /* of a ship and its crew, the last time of a ship */
    if (!t) t = last_told(s, &k->claim, false);
    if (!t) return;
    /* a change, or a longer stay, says nothing against being there */
    feature_set(&k->features, FEATURE_STORY_PLAN, t->stage == STAGE_DECIDED && t->realis == REALIS_PLANNED && (BEGINS >> t->act & 1));
    feature_set(&k->features, FEATURE_STORY_DEPLOYING, t->stage == STAGE_DEPLOYING);
    feature_set(&k->features, FEATURE_STORY_WEIGHED, t->stage == STAGE_WEIGHED || t->stage == STAGE_ASKED);
    feature_set(&k->features, FEATURE_STORY_ASKED, t->stage == STAGE_ASKED);
    feature_set(&k->features, FEATURE_STORY_POSSIBLE, t->stage == STAGE_WEIGHED && t->realis == REALIS_POSSIBLE);
    feature_set(&k->features, FEATURE_STORY_CONDITIONAL, t->realis == REALIS_CONDITIONAL);
    feature_set(&k->features, FEATURE_STORY_PAST, t->realis == REALIS_HISTORICAL);
    feature_set(&k->features, FEATURE_STORY_ACTIVE, t->stage == STAGE_ACTIVE);
    feature_set(&k->features, FEATURE_STORY_HOME, t->act == ACT_WITHDRAW);
    feature_set(&k->features, FEATURE_STORY_LONGER, t->act == ACT_EXTEND && t->stage != STAGE_WEIGHED);
    feature_set(&k->features, FEATURE_STORY_SUSPENDED, t->stage == STAGE_SUSPENDED);
    feature_set(&k->features, FEATURE_STORY_LEAVING, t->stage == STAGE_LEAVING);
}

void story_note(Story *s, const Candidate *k, StageRead read, Arena *keep)
{
    const Features *f = &k->features;
    bool deciding = feature_has(f, FEATURE_HEAD + CLASS_DECIDE) || feature_has(f, FEATURE_HEAD + CLASS_APPROVE) || feature_has(f, FEATURE_MOOD_WANT);
    if (k->claim.score * 100 < (deciding ? FLOOR_DECIDING : FLOOR)) return;
    Told *t = ARRAY_PUSH(&s->told, keep);
    *t = told_of(&k->claim);
    t->stage = read.stage, t->realis = read.realis, t->act = read.act;
}

/* Ships and aircraft are prolonged by themselves. */
static bool same_kind(Asset a, Asset b)
{
    static const uint32_t MACHINES = 1u << ASSET_SHIP | 1u << ASSET_AIRCRAFT | 1u << ASSET_HELICOPTER;
    return a == b || a == ASSET_NONE || b == ASSET_NONE || !((MACHINES >> a & 1) | (MACHINES >> b & 1));
}

/* `loopt af op 1 mei. Het kabinet verlengt haar`; not `verlengt haar; daarna komt er een einde aan`. */
static bool prolonged(const Reading *reading, Size at)
{
    Told end = told_of(&reading->claims.item[at]);
    for (Size i = at + 1; i < reading->claims.len && i < at + SETTLE_REACH; i++) {
        const Claim *c = &reading->claims.item[i];
        if (c->act == ACT_EXTEND && c->stage == STAGE_DECIDED && same_kind(end.asset, c->asset) && same_story(&end, c)) return true;
    }
    return false;
}

void story_settle(Reading *reading, Size first)
{
    for (Size i = first; i < reading->claims.len; i++) {
        Claim *c = &reading->claims.item[i];
        if (c->stage == STAGE_LEAVING && c->act == ACT_END && prolonged(reading, i)) c->stage = STAGE_ACTIVE, c->act = ACT_STATE;
    }
}
