/* What the relative clause right behind the forces says of them: the their.* features. */
#include "frames/candidate.h"

#include "frames/giver.h"
#include "lexicon/wordlist.h"

/* Whether a verb of its clause stands at token `i`. */
static bool verb_stands(const Candidate *k, int32_t i)
{
    const Clause *c = &k->a->clauses.clause.item[k->clause];
    for (int v = 0; v < c->verbs; v++)
        if (c->verb[v].token == i) return true;
    return false;
}

const Clause *candidate_own_relative(const Candidate *k)
{
    for (Size i = 0; k->f && i < k->a->clauses.clause.len; i++) {
        const Clause *c = &k->a->clauses.clause.item[i];
        int32_t behind = k->f->last;   /* `zijn voertuigen geladen die in mei gaan`: behind the verbs */
        while (behind < k->a->last && verb_stands(k, behind)) behind++;
        if (c->kind == CLAUSE_RELATIVE && c->parent == k->clause && behind > k->f->last && c->opener == behind) return c;
        int32_t reach = k->f->last + (k->f->last < k->a->last && word_in(k->c->d, k->f->last, WORDS_LIST_JOINT) ? 3 : 1);
        if (c->kind == CLAUSE_RELATIVE && c->parent == k->clause && c->opener >= k->f->last && c->opener <= reach) return c;
    }
    return NULL;
}

/* Whether a time in clause `c` begins `from` to `to` days after the day of writing: `die in mei naar Irak gaan`. */
static bool time_in(const Candidate *k, const Clause *c, int32_t from, int32_t to)
{
    for (Size i = 0; i < k->a->times.item.len; i++) {
        const Time *t = &k->a->times.item.item[i];
        bool within = t->first >= c->first && t->last <= c->last && t->kind == TIME_PERIOD && day_known(t->bounds.start_earliest);
        int64_t days = within ? (int64_t)t->bounds.start_earliest.n - k->c->reading->published.last.n : INT64_MAX;
        if (within && days >= from && days <= to) return true;
    }
    return false;
}

/* `dat sinds augustus voor de kust vaart`: it is there. */
static bool since_in(const Candidate *k, const Clause *c)
{
    for (Size i = 0; i < k->a->times.item.len; i++) {
        const Time *t = &k->a->times.item.item[i];
        if (t->connect == CONNECT_SINCE && t->first >= c->first && t->last <= c->last) return true;
    }
    return false;
}

/* `die in Mali gelegerd zijn`: a state, no act of the past. */
static bool is_placed_in(const Candidate *k, const Clause *c)
{
    if (c->tense != TENSE_PERFECT || c->mood || c->negated) return false;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if (m->kind == MENTION_ADJ_STATE && lexicon_has(m->entry, "class", "present") && clause_at(&k->a->clauses, m->first) == c) return !time_in(k, c, INT32_MIN, -1) || since_in(k, c);
    }
    return false;
}

bool candidate_gives_others(const Candidate *k, const Clause *x)
{
    if (!k->f || !k->f->demonym || x->kind != CLAUSE_RELATIVE || x->passive || x->opener < 0 || k->f->last > x->opener || !(x->classes & (VC(DEPLOY) | VC(CONTRIBUTE) | VC(OFFER)))) return false;
    if (clause_at(&k->a->clauses, k->f->head) == x) return false;
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        if (o != k->f && o->prep < 0 && !o->definite && o->first > x->opener && clause_at(&k->a->clauses, o->head) == x) return true;
    }
    return false;
}

/* What the force's own relative clause says: `60 commando's die naar Mali zouden gaan`, `die nu in Gao zitten`, `die worden afgelost`. */
void candidate_relative(Candidate *k)
{
    enum { AT_SEA = 21 };   /* days that a ship may be on its way */
    static const uint64_t GOES = VC(WITHDRAW) | VC(RETURN) | VC(END) | VC(RELIEVE), THERE = VC(SERVE) | VC(BE) | VC(TASK) | VC(GO) | VC(CONTRIBUTE);
    const Clause *c = candidate_own_relative(k);
    feature_set(&k->features, FEATURE_COMES_FROM, k->f && k->f->elided && giver_comes_from(k->c, k->a, k->f));
    if (!c || candidate_gives_others(k, c)) return;
    bool placed = is_placed_in(k, c), past = c->tense == TENSE_PAST || (c->tense == TENSE_PERFECT && !placed), stays = c->classes & (GOES | VC(REMAIN));
    bool relieved = !(c->classes & VC(RELIEVE)) || c->passive;
    bool going = c->tense == TENSE_PRESENT && (c->head_classes & (VC(GO) | VC(DEPART) | VC(DEPLOY) | VC(SERVE) | VC(TASK) | VC(CONTRIBUTE))) && time_in(k, c, 1, INT32_MAX);
    feature_set(&k->features, FEATURE_THEIR_FUTURE, !stays && (c->tense == TENSE_FUTURE || going));
    feature_set(&k->features, FEATURE_THEIR_CONDITIONAL, !stays && c->tense == TENSE_CONDITIONAL);
    feature_set(&k->features, FEATURE_THEIR_PRESENT, !stays && !going && (placed || (c->tense == TENSE_PRESENT && !c->mood && (c->head_classes & THERE))));
    feature_set(&k->features, FEATURE_THEIR_PAST, !stays && past && (c->head_classes & (VC(SERVE) | VC(BE) | VC(CONTRIBUTE) | VC(TASK))));
    bool leaves = !since_in(k, c) && (c->head_classes & (VC(GO) | VC(DEPART))) && !(c->classes & GOES) && !c->mood && !c->negated;
    bool today = time_in(k, c, -1, 0);
    feature_set(&k->features, FEATURE_THEIR_GOING, leaves && c->tense == TENSE_PRESENT && !today);
    feature_set(&k->features, FEATURE_THEIR_GONE, leaves && ((c->tense == TENSE_PRESENT && today) || (past && time_in(k, c, k->claim.asset == ASSET_SHIP ? -AT_SEA : -6, 0))));
    bool given = (c->head_classes & VC(BUY)) && !(c->classes & (VC(DEPLOY) | VC(CONTRIBUTE))) && k->claim.asset != ASSET_PERSONNEL && k->claim.asset != ASSET_FORMATION;
    feature_set(&k->features, FEATURE_THEIR_GIVEN, given);
    feature_set(&k->features, FEATURE_THEIR_RETURNED, (c->head_classes & (VC(RETURN) | VC(WITHDRAW))) && past && !c->mood);
    feature_set(&k->features, FEATURE_THEIR_LEAVING, (c->classes & GOES) && relieved && c->tense == TENSE_PRESENT && !c->mood && !c->negated);
}
