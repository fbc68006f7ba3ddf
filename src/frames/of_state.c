/* Numbers without a noun beside the name or adjective of a state. */
#include "frames/of_state.h"

#include "frames/elided.h"
#include "frames/plain.h"
#include "lexicon/wordlist.h"

/* `De Nederlandse bijdrage bestaat uit 200 man, de Belgische uit honderd`: the noun of the adjective was told, and the same preposition. */
static bool shortened(const Context *c, const Analysis *a, const Mention *m, int32_t number)
{
    int32_t prep = number - 1;
    if (m->kind != MENTION_ADJECTIVE || m->last != prep || m->first <= a->first || !(function_of(a, prep) & FC(PREP)) || !token_is(c->d, m->first - 1, "de")) return false;
    for (Size k = 0; k < a->force.len; k++) {
        const Force *f = &a->force.item[k];
        if (f->prep >= 0 && f->last < m->first && f->quantity.some && span_equal(token_folded(c->d, f->prep), token_folded(c->d, prep))) return true;
    }
    return false;
}

/* `Polen, met 560, ...`, `Polen komt met 560 ...`, `Polen doet mee met 560`: between a state and `met` stands a comma, or its verb alone. */
static bool comes_with(const Context *c, const Analysis *a, const Mention *m, int32_t number)
{
    enum { REACH = 4 };
    int32_t met = number - 1;
    if (met <= m->last || met - m->last > REACH || !token_is(c->d, met, "met")) return false;
    if (met == m->last + 1 && token_is_mark(c->d, m->last, ',')) return true;
    const Clause *x = clause_at(&a->clauses, met);
    if (clause_at(&a->clauses, m->first) != x || !x->verbs || x->verb[0].token != m->last || !(x->classes & (VC(SERVE) | VC(CONTRIBUTE) | VC(BE) | VC(ARRIVE) | VC(REMAIN) | VC(GO)))) return false;
    for (int32_t i = m->last + 1; i < met; i++)
        if (x->verb[0].particle != i && !(function_of(a, i) & FC(EXISTENTIAL)) && !word_in(c->d, i, WORDS_ADDING)) return false;
    return true;
}

const Mention *of_state_gapped(const Context *c, const Analysis *a, int32_t number, bool with)
{
    for (Size k = 0; k < a->mention.len; k++) {
        const Mention *m = &a->mention.item[k];
        bool who = m->kind == MENTION_COUNTRY || m->kind == MENTION_DEMONYM || m->kind == MENTION_METONYM;
        int32_t at = number;   /* `Nepal misschien 130` */
        while (at > m->last && word_in(c->d, at - 1, WORDS_GAP_ADVERB)) at--;
        bool beside = m->last == at || (m->last == number - 1 && (word_in(c->d, m->last, WORDS_EACH) || token_is(c->d, m->last, "tot") || (with && token_is(c->d, m->last, "met"))));
        bool free = m->prep < 0 || (with && word_in(c->d, m->prep, WORDS_BY));
        if (who && (beside || comes_with(c, a, m, number)) && free && m->id.len == 2) return m;
        if (m->id.len == 2 && shortened(c, a, m, number)) return m;
    }
    return NULL;
}

/* `de Canadezen in Letland (450)`: the people right before the place; else the state itself. */
static const Mention *people_there(const Context *c, const Analysis *a, const Mention *state)
{
    for (Size k = 0; state->prep > a->first && word_in(c->d, state->prep, WORDS_WHERE) && k < a->mention.len; k++) {
        const Mention *m = &a->mention.item[k];
        if (m->kind == MENTION_DEMONYM && m->last == state->prep && m->id.len == 2) return m;
    }
    return state;
}

const Mention *of_state_bracketed(const Context *c, const Analysis *a, const Number *n)
{
    if (n->first < a->first + 2 || n->last >= a->last || !token_is_mark(c->d, n->first - 1, '(')) return NULL;
    bool besides = n->last + 1 < a->last && token_is_mark(c->d, n->last, ',') && token_is(c->d, n->last + 1, "met");   /* `Italië (200, met helikopters)` */
    if (!besides && !token_is_mark(c->d, n->last, ')')) return NULL;
    for (Size k = 0; k < a->mention.len; k++) {
        const Mention *m = &a->mention.item[k];
        bool who = m->kind == MENTION_COUNTRY || m->kind == MENTION_DEMONYM;
        if (who && m->last == n->first - 1 && m->id.len == 2) return people_there(c, a, m);
    }
    return NULL;
}

const Force *of_state_noun(const Context *c, const Analysis *a)
{
    for (Size k = 0; k < a->force.len; k++)
        if (!(c->d->tokens.item[a->force.item[k].head].flags & TOKEN_BRACKETED) && !a->force.item[k].quantity.some && !a->force.item[k].elided && !a->force.item[k].named) return &a->force.item[k];
    return NULL;
}

bool of_state_takes_part(const Context *c, const Analysis *a, const Mention *state)
{
    bool mission = false;
    /* `Italië is de grootste leverancier, gevolgd door Polen (560)` */
    for (int32_t i = a->first; i < a->last; i++)
        if (word_in(c->d, i, WORDS_SUPPLIER)) return true;
    for (Size k = 0; k < a->mention.len; k++) mission = mission || a->mention.item[k].kind == MENTION_MISSION || marker_is(&a->mention.item[k], "mission_anaphor");
    return mission && (plain_acts(a, state) & (VC(SERVE) | VC(CONTRIBUTE) | VC(DEPLOY)));
}

const Mention *of_state_nation(const Context *c, const Analysis *a, const Number *n)
{
    for (Size k = 0; k < a->mention.len; k++) {
        const Mention *m = &a->mention.item[k];
        if (m->kind != MENTION_ADJECTIVE || m->first != n->last || m->id.len != 2 || !elided_stands_alone(c, a, m->last)) continue;
        bool joined = m->last < a->last && (token_is_mark(c->d, m->last, ',') || (function_of(a, m->last) & FC(COORD)));
        if (!joined) return m;
        for (Size i = 0; i < a->numbers.item.len; i++) {
            const Number *o = &a->numbers.item.item[i];
            if (o->first > m->last && o->first <= m->last + 3 && of_state_nation(c, a, o)) return m;
        }
    }
    return NULL;
}

const Force *of_state_forces(const Analysis *a, const Number *n)
{
    for (Size k = a->force.len; k-- > 0;) {
        const Force *f = &a->force.item[k];
        if (f->last <= n->first && !f->named) return f;
    }
    return NULL;
}

bool of_state_one(const Context *c, const Analysis *a, const Number *n)
{
    bool ends = n->last >= a->last || c->d->tokens.item[n->last].kind == TOKEN_PUNCT || (function_of(a, n->last) & FC(COORD));
    return n->kind == NUMBER_ARTICLE && ends && of_state_gapped(c, a, n->first, false);
}

bool of_state_gives_next(const Analysis *a, const Mention *m)
{
    bool before = false, behind = false;
    for (Size i = 0; (m->kind == MENTION_COUNTRY || m->kind == MENTION_DEMONYM) && i < a->force.len; i++) {
        const Force *f = &a->force.item[i];
        if (f->number < 0 || a->clauses.of[f->head - a->first] != a->clauses.of[m->first - a->first]) continue;
        before = before || f->last < m->first;
        behind = behind || f->first == m->last;
    }
    return before && behind;
}
