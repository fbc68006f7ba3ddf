/* Forces that are no contribution because of whose they are: arms for others, masses of a rival, what a service owns, what happens to soldiers. */
#include "frames/candidate.h"

#include "lexicon/wordlist.h"

/* Whether `m` stands in a longer mention of another kind: `Training for Ukraine`. */
static bool mention_inside(const Analysis *a, const Mention *m, MentionKind kind)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *o = &a->mention.item[i];
        if (o->kind == kind && o->first <= m->first && m->last <= o->last && o->last - o->first > m->last - m->first) return true;
    }
    return false;
}

/* Whether the mention at `i` names a state of `kind`, by its name, its adjective or its capital. */
static const Mention *state_of_kind(const Candidate *k, Size i, const char *kind)
{
    const Mention *m = &k->a->mention.item[i];
    bool state = m->kind == MENTION_COUNTRY || m->kind == MENTION_ADJECTIVE || m->kind == MENTION_METONYM;
    return state && lexicon_has(lexicon_find(TABLE_COUNTRIES, m->id), "kind", kind) ? m : NULL;
}

/* `18 tanks naar Oekraïne`, `F-16's voor het Oekraïense leger`, `geeft Oekraïne 18 F-16's`: things for a state that gets arms, and sees no forces of others. */
static bool is_arms(const Candidate *k, const Force *f)
{
    bool gets = false;
    if (f->asset == ASSET_PERSONNEL || f->asset == ASSET_FORMATION || f->asset == ASSET_SHIP || !candidate_in_clause(k, f->head)) return false;
    for (int32_t i = k->a->first; i < k->a->last; i++) gets = gets || (candidate_in_clause(k, i) && word_in(k->c->d, i, WORDS_RECEIVING));
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = state_of_kind(k, i, "armed");
        if (!m || !candidate_in_clause(k, m->first) || mention_inside(k->a, m, MENTION_MISSION)) continue;
        int32_t before = m->first - 1;
        if (before > k->a->first && (function_of(k->a, before) & FC(DET))) before--;
        bool to = (before == f->last || before == k->a->first) && word_in(k->c->d, before, WORDS_GIVEN_TO), taker = m->kind != MENTION_ADJECTIVE && m->prep < 0 && (gets || m->last == f->first);
        if (to || taker) return true;
    }
    return false;
}

/* `Rusland heeft 100.000 militairen aan de grens met Oekraïne`: the masses of a rival, or what it has in the state that is armed against it. */
static bool is_rival(const Candidate *k)
{
    enum { MASSES = 1000 };
    const Claim *c = &k->claim;
    bool own = span_equal(c->contributor, k->c->reading->country);
    if (own || !lexicon_has(lexicon_find(TABLE_COUNTRIES, c->contributor), "kind", "rival")) return false;
    bool masses = k->f->quantity.some && k->f->quantity.known && k->f->quantity.low >= MASSES, there = false;
    for (int h = 0; h < c->hosts; h++) there = there || lexicon_has(lexicon_find(TABLE_COUNTRIES, c->host[h]), "kind", "armed");
    for (Size i = 0; i < k->a->mention.len; i++) there = there || (state_of_kind(k, i, "armed") && candidate_in_clause(k, k->a->mention.item[i].first));
    return masses || there;
}

/* `De luchtmacht heeft 61 F-16's`: what a service owns, nowhere in particular. */
static bool is_inventory(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    const Document *d = k->c->d;
    bool service = false;
    if (!k->f->quantity.some || k->f->nation.len || c->verbs != 1 || !word_in(d, c->verb[0].token, WORDS_OWNING)) return false;
    for (int32_t i = c->first; i < c->last; i++)
        if (candidate_in_clause(k, i) && ((function_of(k->a, i) & FC(EXISTENTIAL)) || word_in(d, i, WORDS_THERE))) return false;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool body = m->kind == MENTION_BODY && lexicon_has(m->entry, "kind", "ministry"), unit = m->kind == MENTION_UNIT && lexicon_has(m->entry, "kind", "service");
        service = service || ((body || unit) && m->prep < 0 && m->last <= k->f->first && candidate_in_clause(k, m->first));
    }
    return service;
}

void candidate_others(Candidate *k)
{
    Features *x = &k->features;
    for (Size i = 0; !k->f && i < k->a->force.len; i++) feature_set(x, FEATURE_RECEIVED, is_arms(k, &k->a->force.item[i]));
    if (!k->f) return;
    feature_set(x, FEATURE_RECEIVED, is_arms(k, k->f));
    feature_set(x, FEATURE_RIVAL, is_rival(k));
    feature_set(x, FEATURE_INVENTORY, is_inventory(k));
    for (int32_t i = k->a->first; i < k->a->last; i++)
        if (candidate_in_clause(k, i) && word_in(k->c->d, i, WORDS_HUMAN_INTEREST)) feature_set(x, FEATURE_ASIDE, true);
}
