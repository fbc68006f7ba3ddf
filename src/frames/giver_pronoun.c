/* Givers that a sentence means by a pronoun: `leveren ze`, `Het stuurt`, `Dat belooft`, `Het land levert`. */
#include "frames/giver_pronoun.h"

#include "frames/giver.h"
#include "lexicon/wordlist.h"

bool giver_says_they(const Context *c, const Analysis *a, int32_t clause)
{
    for (int32_t i = a->clauses.clause.item[clause].first; i < a->clauses.clause.item[clause].last; i++)
        if (a->clauses.of[i - a->first] == clause && word_in(c->d, i, WORDS_THEY)) return true;
    return false;
}

/* `Het heeft 500 man in Kunduz`, `waar het 500 man heeft`, `zal het 500 man sturen`: a pronoun for a state, as the subject of a clause that has or sends forces. */
bool giver_says_it(const Context *c, const Analysis *a, int32_t at, int32_t clause)
{
    const Clause *x = &a->clauses.clause.item[clause];
    if (!x->verbs || x->passive) return false;
    bool has = word_in(c->d, x->verb[0].token, WORDS_OWNING) || (x->classes & (VC(DEPLOY) | VC(OFFER) | VC(CONTRIBUTE) | VC(ENLARGE)));
    int32_t verb = x->verb[0].token, it = -1;
    if (verb > x->first && token_is(c->d, verb - 1, "het")) it = verb - 1;
    else if (verb + 1 < x->last && token_is(c->d, verb + 1, "het")) it = verb + 1;
    else if (x->kind != CLAUSE_MAIN && x->opener >= 0 && x->opener + 1 < x->last && token_is(c->d, x->opener + 1, "het")) it = x->opener + 1;
    if (!has || it < 0 || it >= at) return false;
    for (Size i = 0; i < a->numbers.item.len; i++)
        if (a->numbers.item.item[i].first == it + 1) return true;
    /* `het contingent heeft`, `heeft het leger`: an article */
    return it + 1 == verb || it + 1 >= a->last || c->d->tokens.item[it + 1].kind == TOKEN_NUMBER || function_of(a, it + 1) || mention_at(a, it + 1, MENTION_MARKER) || it + 1 == at ||
           mention_at(a, it + 1, MENTION_COUNTRY);
}

/* `Het land stelt vier toestellen beschikbaar`: the state that acts is the one that was spoken of. */
bool giver_says_the_land(const Context *c, const Analysis *a, int32_t clause)
{
    const Clause *x = &a->clauses.clause.item[clause];
    bool has = x->verbs == 1 && word_in(c->d, x->verb[0].token, WORDS_OWNING);
    if (!has && !(x->classes & GIVER_GIVES)) return false;
    for (int32_t i = x->first; i + 1 < x->last; i++) {
        bool governed = i > a->first && (function_of(a, i - 1) & FC(PREP));
        Span next = token_folded(c->d, i + 1);
        bool whose = (function_of(a, i) & FC(POSSESSIVE)) && word_in(c->d, i + 1, WORDS_LAND) && i == x->first;   /* `Zijn land stuurt` */
        bool described = i + 2 < x->last && word_in(c->d, i + 2, WORDS_LAND) && next.len > 2 && next.at[next.len - 1] == 'e';   /* `het Baltische land` */
        if (whose) return true;
        bool the = word_in(c->d, i, WORDS_ARTICLE) || word_in(c->d, i, WORDS_THAT);   /* `dat kleine land` */
        if (a->clauses.of[i - a->first] == clause && the && (word_in(c->d, i + 1, WORDS_LAND) || described) && !governed) return true;
    }
    return false;
}

/* `Nieuw is Zweden. Dat levert 250 man`: the one state that the sentence before names as no place; or empty. */
Found giver_meant_by_that(const Context *c, const Analysis *a, int32_t at, int32_t clause)
{
    const Clause *x = &a->clauses.clause.item[clause];
    int32_t before = a->sentence - 1 - c->first_sentence;
    bool has = x->verbs && (word_in(c->d, x->verb[0].token, WORDS_OWNING) || (x->classes & GIVER_GIVES));
    bool that = x->kind == CLAUSE_MAIN && x->first == a->first && token_is(c->d, x->first, "dat") && x->verbs && x->verb[0].token == x->first + 1 && at > x->first;
    if (!has || !that || x->passive || (x->classes & VC(SAY)) || before < 0 || !c->read[before]) return (Found){0};
    if (c->d->sentences.item[a->sentence - 1].paragraph != c->d->sentences.item[a->sentence].paragraph) return (Found){0};
    const Analysis *b = &c->analysis[before];
    Found found = {0};
    for (Size i = 0; i < b->mention.len; i++) {
        const Mention *m = &b->mention.item[i];
        if (m->kind != MENTION_COUNTRY || !giver_can(m->id) || mention_in_mission(b, m) || scope_says_where(c, b, m)) continue;
        if (found.id.len && !span_equal(found.id, m->id)) return (Found){0};
        found = (Found){m->id, token_range(c->d, m->first, m->last), HOW_CARRIED, "state that the sentence before names"};
    }
    return found;
}

/* `Nederlanders, Australiërs en Denen. Die laatsten leverden elf man`, `wisselt af met België. Dat land stuurt`: the state or people that the sentence before names last; or empty. */
static Found named_last(const Context *c, const Analysis *a)
{
    enum { OPENING = 3 };
    bool last = false;
    for (int32_t i = a->first; i + 1 < a->last && i < a->first + OPENING; i++)
        last = last || word_in(c->d, i, WORDS_LATTER) || (i == a->first && token_is(c->d, i, "dat") && word_in(c->d, i + 1, WORDS_LAND)) || (word_in(c->d, i, WORDS_THOSE) && word_in(c->d, i + 1, WORDS_LATTER));
    int32_t before = a->sentence - 1 - c->first_sentence;
    if (!last || before < 0 || !c->read[before] || c->d->sentences.item[a->sentence - 1].paragraph != c->d->sentences.item[a->sentence].paragraph) return (Found){0};
    const Analysis *b = &c->analysis[before];
    Found found = {0};
    int32_t at = -1;
    for (Size i = 0; i < b->mention.len; i++) {
        const Mention *m = &b->mention.item[i];
        bool who = m->kind == MENTION_COUNTRY || m->kind == MENTION_DEMONYM;
        if (!who || m->first < at || !giver_can(m->id) || mention_in_mission(b, m) || scope_says_where(c, b, m)) continue;
        at = m->first;
        found = (Found){m->id, token_range(c->d, m->first, m->last), HOW_CARRIED, "whom the sentence before names last"};
    }
    return found;
}

/* `leveren ze`, `Die hadden`, `Het gaat om`: a clause that goes on about those whom the sentence before speaks of. */
Found giver_going_on(const Context *c, const Analysis *a, int32_t clause, const Carry *carry)
{
    const Clause *x = &a->clauses.clause.item[clause];
    Found last = named_last(c, a);
    if (last.id.len) return last;
    int32_t opens = a->first;   /* behind a quotation mark */
    while (opens + 1 < a->last && c->d->tokens.item[opens].kind == TOKEN_PUNCT) opens++;
    bool they = x->verbs && x->first <= opens && word_in(c->d, opens, WORDS_THOSE) && x->verb[0].token == opens + 1;
    they = they || giver_says_they(c, a, clause) || giver_says_the_land(c, a, clause) || (giver_says_it(c, a, x->last, clause) && carry->subject.id.len == 2);
    for (int32_t i = x->first; i + 2 < x->last; i++)   /* `Het zou gaan om` */
        they = they || (word_in(c->d, i, WORDS_IT) && word_in(c->d, i + 2, WORDS_CONCERNS) && clause_at(&a->clauses, i + 1)->verbs && x->verbs > 1 && x->verb[0].token == i + 1);
    for (int32_t i = x->first; i + 1 < x->last; i++)
        they = they || (word_in(c->d, i, WORDS_IT) && word_in(c->d, i + 1, WORDS_CONCERNS)) || (word_in(c->d, i, WORDS_CONCERNS) && word_in(c->d, i + 1, WORDS_IT));
    if (!they) return (Found){0};
    if (carry->giver.id.len && carry->giver_sentence == a->sentence) return (Found){carry->giver.id, carry->giver.at, HOW_CARRIED, "giver of the sentence before"};
    if (carry->subject_sentence != a->sentence) return (Found){0};
    return (Found){carry->subject.id, carry->subject.at, HOW_CARRIED, "whom the sentence before speaks of"};
}
