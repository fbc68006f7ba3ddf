/* Where the forces of a candidate go: the way there, the way back. */
#include "frames/candidate.h"

#include "lexicon/wordlist.h"

/* `Zestig militairen naar Mali`, `het fregat vaart naar de Rode Zee`: a way is told behind the force. */
static bool bound_for(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    if (!k->f) return false;
    for (int32_t i = k->f->last; i < c->last; i++) {
        const Clause *x = clause_at(&k->a->clauses, i);
        bool past = x != c && x->kind == CLAUSE_RELATIVE && (x->tense == TENSE_PAST || x->tense == TENSE_PERFECT || x->tense == TENSE_PLUPERFECT);
        if (!past && word_in(k->c->d, i, WORDS_TOWARDS)) return true;   /* `die in mei naar Mali vertrokken, keren terug` */
    }
    return false;
}

/* `onderweg naar huis`, `op weg naar België`: the way back. */
static bool homeward(const Candidate *k)
{
    const Document *d = k->c->d;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool own = m->kind == MENTION_OWN || ((m->kind == MENTION_COUNTRY || m->kind == MENTION_PLACE) && span_equal(m->id, k->claim.contributor));
        if (own && m->prep >= 0 && word_in(d, m->prep, WORDS_TOWARDS) && candidate_speaks(k, m->first)) return true;
    }
    for (int32_t i = k->a->first + 1; i < k->a->last; i++)
        if (word_in(d, i, WORDS_HOME) && candidate_speaks(k, i) && (token_is(d, i - 1, "naar") || (i - 2 >= k->a->first && token_is(d, i - 2, "naar")))) return true;
    return false;
}

bool candidate_comes_from_home(const Candidate *k, const Clause *c)
{
    if (c->tense != TENSE_PRESENT || c->passive || !clause_has(c, WORDS_TO_COME)) return false;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool own = m->kind == MENTION_COUNTRY && span_equal(m->id, k->claim.contributor);   /* `van wie er 22 uit Denemarken komen` */
        int32_t prep = own ? scope_place_prep(k->c, k->a, m) : m->prep;   /* `uit India, de Filipijnen en Oostenrijk komen` */
        bool home = (own || (m->kind == MENTION_PLACE && lexicon_has(m->entry, "kind", "home"))) && prep >= 0 && token_is(k->c->d, prep, "uit");
        if (home && clause_at(&k->a->clauses, m->first) == c) return true;
    }
    return false;
}

void candidate_way(Candidate *k)
{
    feature_set(&k->features, FEATURE_FROM_HOME, candidate_comes_from_home(k, candidate_clause(k)));
    feature_set(&k->features, FEATURE_BOUND_FOR, bound_for(k));
    feature_set(&k->features, FEATURE_HOMEWARD, homeward(k));
}
