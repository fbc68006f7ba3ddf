/* What is no verb, and what clauses are denied, conditional or to come. */
#include "syntax/clause_reader.h"

#include "lexicon/wordlist.h"

/* The nearest sure finite verb on one side of `i`, within commas and clause-opening words. */
static bool finite_beside(const ClauseReader *r, int32_t i, int step)
{
    for (int32_t k = i + step; k >= r->first && k < r->last; k += step) {
        if (step < 0 && k == i - 1 && clause_aside_from(r, k) >= 0) k = clause_aside_from(r, k) - 1;
        if (is_comma(r, k) || is_stop(r, k)) return false;
        bool opens = (function_at(r, k) & (FC(SUB_SURE) | FC(COORD_CLAUSE))) || ((function_at(r, k) & FC(REL)) && is_comma(r, k - 1));
        if (opens) return false;
        const Verb *v = &r->verb[k - r->first];
        if (finite_at(r, k) && !v->plural_or_inf && !v->or_participle) return true;
    }
    return false;
}

/* `trekt zijn militairen terug`, `met zijn troepen`: a possessive, no form of the verb zijn. */
void clause_drop_possessives(ClauseReader *r)
{
    for (int32_t i = r->first; i + 1 < r->last; i++) {
        if (!verb_at(r, i) || !token_is(r->d, i, "zijn") || r->verb[i - r->first].form == FORM_TE) continue;
        bool noun = clause_noun_like(r, i + 1) || r->d->tokens.item[i + 1].kind == TOKEN_NUMBER;
        bool governed = i > r->first && (function_at(r, i - 1) & FC(PREP)) && clause_noun_like(r, i + 1);
        if (noun && (governed || finite_beside(r, i, -1) || finite_beside(r, i, 1))) r->is_verb[i - r->first] = false;
    }
}

/* `niet alleen`, `niet ver van de grens`, `niet meer dan 50`: nothing is denied. */
static bool denies_nothing(const ClauseReader *r, int32_t i)
{
    /* `Nooit eerder had een fregat zoveel drugs onderschept` */
    for (int32_t k = i + 2; i + 1 < r->last && token_is(r->d, i + 1, "eerder") && k < r->last && k < i + CLAUSE_LOOK && !is_stop(r, k); k++)
        if (word_in(r->d, k, WORDS_SO_MANY)) return true;
    if (!token_is(r->d, i, "niet") || i + 1 >= r->last) return false;
    bool than = i + 2 < r->last && token_is(r->d, i + 2, "dan") && word_in(r->d, i + 1, WORDS_RATHER);
    return than || word_in(r->d, i + 1, WORDS_NOT_DENIED);
}

void clause_mark_negation(ClauseReader *r)
{
    for (int32_t i = r->first; i < r->last; i++) {
        if (!(function_at(r, i) & FC(NEG))) continue;
        Clause *c = clause_at(r->c, i);
        bool beside = token_is(r->d, i, "geen") && word_in(r->d, i + 1 < r->last ? i + 1 : i, WORDS_MEMBER) && is_comma(r, i - 1);
        bool nothing_meant = word_in(r->d, i, WORDS_NOTHING);
        if (c->negation < 0 && !denies_nothing(r, i) && !beside && !nothing_meant) {
            c->negated = true;
            c->negation = i;
        }
    }
}

/* `wanneer de VN in maart de macht aflost`: the clause says when; not `als de Kamer in maart instemt`. */
static bool names_time(const ClauseReader *r, const Clause *c)
{
    if (!word_in(r->d, c->opener, WORDS_WHENEVER) || (c->classes & (VC(APPROVE) | VC(DECIDE) | VC(WEIGH) | VC(WANT) | VC(OFFER) | VC(REQUEST) | VC(DENY)))) return false;
    for (int32_t i = c->opener + 1; i < c->last; i++)
        if (word_in(r->d, i, WORDS_CALENDAR)) return true;
    return false;
}

/* `eindigt op 15 maart 2009, wanneer het mandaat verstrijkt`: the clause goes with the time before it. */
static bool tells_time(const ClauseReader *r, int32_t opener)
{
    if (!word_in(r->d, opener, WORDS_WHENEVER) || opener < r->first + 2 || !is_comma(r, opener - 1)) return false;
    return r->d->tokens.item[opener - 2].kind == TOKEN_NUMBER || word_in(r->d, opener - 2, WORDS_CALENDAR);
}

/* The clause that the condition or time `at` is of: the one it hangs on, or the next main clause; or NULL. */
static Clause *conditioned(ClauseReader *r, Size at)
{
    const Clause *c = &r->c->clause.item[at];
    if (c->parent >= 0 && has_finite(&r->c->clause.item[c->parent])) return &r->c->clause.item[c->parent];
    for (Size k = at + 1; k < r->c->clause.len; k++)
        if (r->c->clause.item[k].kind == CLAUSE_MAIN) return &r->c->clause.item[k];
    return NULL;
}

/* A clause opened by als, mits ... makes the clause it hangs on conditional too. */
void clause_mark_conditions(ClauseReader *r)
{
    for (Size i = 0; i < r->c->clause.len; i++) {
        Clause *c = &r->c->clause.item[i];
        if (c->opener < 0 || !(function_at(r, c->opener) & FC(CONDITION))) continue;
        bool opinion = c->opener + 2 < r->last && token_is(r->d, c->opener + 1, "het") && token_is(r->d, c->opener + 2, "aan");
        if (opinion || tells_time(r, c->opener)) continue;
        Clause *of = conditioned(r, i);
        if (names_time(r, c)) {
            if (of && c->tense == TENSE_PRESENT) of->ahead = true;
            continue;
        }
        c->conditional = true;
        if (of) of->conditional = true;
    }
}

/* `Mocht Parijs vertrekken, ...`, `..., mocht dat nodig zijn`: a clause that opens with mocht is a condition of the one before or behind it. */
static Clause *conditioned_by_mocht(ClauseReader *r, Size at)
{
    const Clause *c = &r->c->clause.item[at];
    if (!word_in(r->d, c->first, WORDS_IF_VERB) || (c->first > r->first && !is_comma(r, c->first - 1))) return NULL;
    for (Size k = at; k > 0 && is_comma(r, c->first - 1); k--)
        if (r->c->clause.item[k - 1].kind == CLAUSE_MAIN && has_finite(&r->c->clause.item[k - 1])) return &r->c->clause.item[k - 1];
    for (Size k = at + 1; k < r->c->clause.len; k++)
        if (r->c->clause.item[k].kind == CLAUSE_MAIN) return &r->c->clause.item[k];
    return NULL;
}

/* `Gaat de Kamer akkoord, dan vertrekken ze`: a clause that opens with its finite verb is the condition of a following `dan`. */
void clause_mark_inverted_conditions(ClauseReader *r)
{
    for (Size i = 0; i < r->c->clause.len; i++) {
        Clause *c = &r->c->clause.item[i];
        bool verb_first = c->kind == CLAUSE_MAIN && c->verbs && c->verb[0].token == c->first && c->verb[0].form == FORM_FINITE;
        Clause *of = verb_first ? conditioned_by_mocht(r, i) : NULL;
        if (of) c->conditional = of->conditional = true;
        for (Size k = i + 1; verb_first && k < r->c->clause.len; k++) {
            Clause *then = &r->c->clause.item[k];
            if (then->kind != CLAUSE_MAIN || !token_is(r->d, then->first, "dan") || !is_comma(r, then->first - 1)) continue;
            c->conditional = then->conditional = true;
            break;
        }
    }
}
