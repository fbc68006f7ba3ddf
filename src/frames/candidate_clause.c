/* What the clause of a candidate asks, and what it denies. */
#include "frames/candidate.h"

#include "lexicon/wordlist.h"

/* `onderzoekt of`, also where the verb does not end its clause: `of het de luchthaven kan beveiligen met militairen`. */
bool candidate_asks_whether(const Candidate *k, int32_t of)
{
    const Clause *c = &k->a->clauses.clause.item[of];
    if (c->opener >= 0) return token_is(k->c->d, c->opener, "of");
    return of > 0 && token_is(k->c->d, c->first, "of") && (k->a->clauses.clause.item[of - 1].classes & (VC(WEIGH) | VC(DECIDE) | VC(REQUEST)));
}

/* `Wie de helikopters vervangt, is onduidelijk`, `welk land de trainers levert`: a clause that asks who does it. */
bool candidate_asks_who(const Candidate *k, const Clause *c)
{
    int32_t i = c->first;
    while (i < c->last && (k->c->d->tokens.item[i].kind == TOKEN_PUNCT || (function_of(k->a, i) & FC(COORD)))) i++;
    bool governed = i > k->a->first && (function_of(k->a, i - 1) & FC(PREP));   /* `van wie er duizend blijven` */
    if (i + 1 >= c->last || governed || !word_in(k->c->d, i, WORDS_WHO_ASKED) || !c->verbs) return false;
    bool of_state = word_in(k->c->d, i + 1, WORDS_STATES_ACT) || token_is(k->c->d, i + 1, "land");
    return token_is(k->c->d, i, "wie") ? c->verb[0].token != i + 1 || token_is_mark(k->c->d, k->a->last - 1, '?') : of_state;
}

/* `biedt een fregat aan, maar geen grondtroepen`, `stuurt een fregat, maar niet voor de EU`, `niet 80 maar 50 man`, `geen F-16's, wel 50 man`, `twee helikopters en geen
 * vliegtuigen`: what is denied beside `maar` is something else. */
bool candidate_negates_other(const Candidate *k, int32_t negation)
{
    for (int32_t i = negation + 1; k->f && i < k->f->first; i++)
        if (word_in(k->c->d, i, WORDS_BUT) || (i + 1 == k->f->first && token_is(k->c->d, i, "wel"))) return true;
    for (int32_t i = k->f ? k->f->last : negation; i < negation; i++)
        if ((word_in(k->c->d, i, WORDS_BUT) && ((function_of(k->a, negation) & FC(DET)) || i + 1 == negation)) || (token_is(k->c->d, i, "en") && i + 1 == negation)) return true;
    return false;
}

/* `waren niet opgewassen tegen de aanvallers`: what forces were not, which denies nothing of their being there. */
static bool negates_quality(const Candidate *k, const Clause *c)
{
    int32_t i = c->negation + 1;
    bool is = c->verbs == 1 && lemma_in(WORDS_COPULA, lexicon_field(c->verb[0].verb, "lemma"));
    return is && c->negation > c->verb[0].token && token_is(k->c->d, c->negation, "niet") && i < c->last && candidate_other_word(k, i);
}

bool candidate_denies_other(const Candidate *k, const Clause *c)
{
    return candidate_negates_other(k, c->negation) || negates_quality(k, c);
}
