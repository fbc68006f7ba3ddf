/* Features of single words of the sentence: what is planned, put off, an exercise. */
#include "frames/candidate.h"

#include "lexicon/wordlist.h"

/* `een oefening in Noorwegen waaraan tienduizend militairen meedoen`: the relative clause of the exercise at token `i`. */
static bool of_exercise(const Candidate *k, const Clause *own, int32_t i)
{
    enum { REACH = 5 };
    return own->kind == CLAUSE_RELATIVE && own->opener > i && own->opener - i <= REACH && k->a->clauses.of[i - k->a->first] == own->parent;
}

/* `De grootste oefening sinds jaren is begonnen. Nederland doet mee met 2.000 militairen`: what the sentence before tells is what they take part in. */
static bool joins_exercise(const Candidate *k)
{
    int32_t before = k->a->sentence - 1 - k->c->first_sentence;
    bool elsewhere = k->claim.proof[FIELD_HOST].how == HOW_STATED || k->claim.proof[FIELD_MISSION].how == HOW_STATED;
    if (elsewhere || before < 0 || !k->c->read[before] || !(candidate_clause(k)->classes & (VC(SERVE) | VC(CONTRIBUTE) | VC(BE)))) return false;
    bool beside = k->c->d->sentences.item[k->a->sentence].paragraph == k->c->d->sentences.item[k->a->sentence - 1].paragraph;
    return beside && context_exercises(k->c, &k->c->analysis[before]);
}

void candidate_words(Candidate *k)
{
    const Document *d = k->c->d;
    const Clause *own = candidate_clause(k);
    const Clause *relative = candidate_own_relative(k);
    int32_t onder = -1;
    for (int32_t i = k->a->first; i < k->a->last; i++) {
        feature_set(&k->features, FEATURE_OPINION, word_in(d, i, WORDS_POLL));
        feature_set(&k->features, FEATURE_HOME_HERE, (word_in(d, i, WORDS_HOME_PORT) || span_ends(token_folded(d, i), SPAN("kazerne"))) && candidate_in_clause(k, i));
        feature_set(&k->features, FEATURE_CREW, word_in(d, i, WORDS_ABOARD_PEOPLE) && candidate_in_clause(k, i));
        feature_set(&k->features, FEATURE_AS_PLANNED, word_in(d, i, WORDS_AS_PLANNED) && candidate_speaks(k, i));
        feature_set(&k->features, FEATURE_POSTPONED, word_in(d, i, WORDS_DELAY) && candidate_speaks(k, i));
        feature_set(&k->features, FEATURE_WHOLLY, word_in(d, i, WORDS_WHOLLY) && candidate_speaks(k, i));
        feature_set(&k->features, FEATURE_EXPECTED, token_is(d, i, "verwacht") && candidate_speaks(k, i));
        feature_set(&k->features, FEATURE_UNDER_COMMAND, word_in(d, i, WORDS_COMMANDING) && i - 4 <= onder && onder >= 0 && candidate_speaks(k, i));
        if (token_is(d, i, "onder")) onder = i;
        bool so_far = token_is(d, i, "dusver") || (token_is(d, i, "toe") && (token_is(d, i - 1, "nu") || token_is(d, i - 1, "nog")));
        feature_set(&k->features, FEATURE_SO_FAR, so_far && i > k->a->first && candidate_speaks(k, i));
        feature_set(&k->features, FEATURE_NEAR_CIVILIAN, word_in(d, i, WORDS_DWELLING) && candidate_in_clause(k, i));
        feature_set(&k->features, FEATURE_FAMILY, word_in(d, i, WORDS_FAMILY) && candidate_in_clause(k, i));
        feature_set(&k->features, FEATURE_ALREADY, word_in(d, i, WORDS_ALREADY) && candidate_speaks(k, i) && !(i + 1 < k->a->last && token_is(d, i + 1, "dan")));
        bool theirs = relative && k->a->clauses.of[i - k->a->first] == relative - k->a->clauses.clause.item;
        feature_set(&k->features, FEATURE_STANDBY, word_in(d, i, WORDS_STANDBY) && (theirs || candidate_speaks(k, i)));
        feature_set(&k->features, FEATURE_VOYAGE, word_in(d, i, WORDS_VOYAGE) && candidate_speaks(k, i));
    }
    for (int32_t i = k->a->first; i < k->a->last; i++)
        if ((context_is_exercise(d, i) || word_in(d, i, WORDS_SHOW)) && (candidate_speaks(k, i) || of_exercise(k, own, i))) feature_set(&k->features, FEATURE_EXERCISE, true);
    feature_set(&k->features, FEATURE_EXERCISE, joins_exercise(k));
}
