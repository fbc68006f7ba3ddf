/* Mission claims. */
#include "frames/mission.h"

/* The mission that is talked about in clause `clause`: named there as subject, or meant by `de missie`. */
static Found subject_mission(const Context *c, const Analysis *a, int32_t clause, const Carry *carry)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool named = m->kind == MENTION_MISSION, meant = marker_is(m, "mission_anaphor");
        if ((!named && !meant) || m->prep >= 0 || a->clauses.of[m->first - a->first] != clause) continue;
        Span id = named ? scope_mention(c, a, m, carry) : (Span){0};
        if (id.len) return (Found){id, token_range(c->d, m->first, m->last), HOW_STATED, NULL};
        if (carry->mission.id.len) return (Found){carry->mission.id, token_range(c->d, m->first, m->last), HOW_CARRIED, NULL};
    }
    return (Found){0};
}

static MissionClaim *add(Context *c, const Analysis *a, Found mission, What what, Range words)
{
    MissionClaim *m = ARRAY_PUSH(&c->reading->mission_claims, c->keep);
    *m = (MissionClaim){.mission = mission.id, .what = what, .words = words, .realis = REALIS_ACTUAL, .speaker = NO_RANGE,
                        .evidence = c->d->sentences.item[a->sentence].at, .item = c->item, .score = 0.7};
    return m;
}

static Realis realis_of(const Clause *x)
{
    if (x->negated) return REALIS_NEGATED;
    if (x->tense == TENSE_FUTURE || (x->mood & MOOD_WANT)) return REALIS_PLANNED;
    if (x->tense == TENSE_CONDITIONAL) return REALIS_POSSIBLE;
    if (x->tense == TENSE_PAST || x->tense == TENSE_PLUPERFECT) return REALIS_HISTORICAL;
    return REALIS_ACTUAL;
}

/* `De missie telt ongeveer 600 personen uit 26 landen`. */
static void read_strength(Context *c, const Analysis *a, int32_t clause, Found mission)
{
    const Clause *x = &a->clauses.clause.item[clause];
    bool counting = false;
    for (int v = 0; v < x->verbs; v++) {
        Span lemma = lexicon_field(x->verb[v].verb, "lemma");
        counting = counting || span_is(lemma, "tellen") || span_is(lemma, "bestaan") || span_is(lemma, "omvatten");
    }
    if (!counting) return;
    for (Size i = 0; i < a->force.len; i++) {
        const Force *f = &a->force.item[i];
        if (!f->quantity.some || f->nation.len || a->clauses.of[f->head - a->first] != clause || f->asset != ASSET_PERSONNEL) continue;
        MissionClaim *m = add(c, a, mission, WHAT_STRENGTH, (Range){f->quantity.words.from, c->d->tokens.item[f->last - 1].at.to});
        m->quantity = f->quantity;
        m->realis = realis_of(x);
    }
}

static const Time *time_in(const Analysis *a, int32_t clause)
{
    for (Size i = 0; i < a->times.item.len; i++) {
        const Time *t = &a->times.item.item[i];
        if (t->kind == TIME_PERIOD && a->clauses.of[t->first - a->first] == clause) return t;
    }
    return NULL;
}

static void read_change(Context *c, const Analysis *a, int32_t clause, Found mission)
{
    static const struct { uint64_t classes; What what; } map[] = {
        {VC(SUSPEND), WHAT_SUSPENDED}, {VC(RESUME), WHAT_RESUMED}, {VC(ENLARGE), WHAT_ENLARGED}, {VC(END), WHAT_ENDS}};
    const Clause *x = &a->clauses.clause.item[clause];
    for (size_t i = 0; i < sizeof map / sizeof *map; i++) {
        if (!(x->head_classes & map[i].classes)) continue;
        const Time *t = time_in(a, clause);
        MissionClaim *m = add(c, a, mission, map[i].what, t ? t->words : NO_RANGE);
        m->realis = realis_of(x) == REALIS_HISTORICAL ? REALIS_ACTUAL : realis_of(x);
        if (t) m->when = (Bound){true, t->words, t->bounds.start_earliest, t->bounds.end_latest};
        return;
    }
}

void mission_read(Context *c, const Analysis *a, const Carry *carry)
{
    for (int32_t i = 0; i < a->clauses.clause.len; i++) {
        Found mission = subject_mission(c, a, i, carry);
        if (!mission.id.len) continue;
        read_strength(c, a, i, mission);
        read_change(c, a, i, mission);
    }
}
