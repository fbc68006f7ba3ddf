/* What a bare number borrows from another phrase of its sentence: the noun of forces behind it, the state it is told of. */
#include "frames/lent.h"

#include "frames/of_state.h"
#include "frames/plain.h"
#include "lexicon/wordlist.h"

/* `Berlijn draagt zo'n duizend, Den Haag ruim zeshonderd militairen bij`: a state and a counted force behind the comma at `joint`. */
static bool shares_verb(const Context *c, const Analysis *a, int32_t joint)
{
    if (joint + 2 >= a->last || !(token_is_mark(c->d, joint, ',') || word_in(c->d, joint, WORDS_LIST_JOINT))) return false;
    for (Size k = 0; k < a->mention.len; k++) {
        const Mention *m = &a->mention.item[k];
        int32_t first = joint + 1 + ((function_of(a, joint + 1) & FC(DET)) != 0);
        bool state = plain_gives(m) && m->id.len == 2 && m->prep < 0 && m->first == first;
        for (Size i = 0; state && i < a->force.len; i++)
            if (a->force.item[i].first == m->last && a->force.item[i].number >= 0 && a->force.item[i].quantity.known) return true;
    }
    return false;
}

/* Whether a time begins at token `i` (`ends`: ends there). */
bool lent_beside_time(const Analysis *a, int32_t i, bool ends)
{
    for (Size k = 0; k < a->times.item.len; k++)
        if (a->times.item.item[k].kind == TIME_PERIOD && (ends ? a->times.item.item[k].last : a->times.item.item[k].first) == i) return true;
    return false;
}

/* `300 Belgische en 500 Franse soldaten`, `India met 1.950 en Mongolië met 857 militairen`: the counted force behind that lends its noun. */
const Force *lent_from_behind(const Context *c, const Analysis *a, const Number *n, const Mention **whose)
{
    enum { REACH = 10 };
    *whose = NULL;
    int32_t joint = n->last;
    const Mention *adjective = joint < a->last ? mention_at(a, joint, MENTION_ADJECTIVE) : NULL;
    if (adjective && adjective->first == joint && adjective->id.len == 2) *whose = adjective, joint = adjective->last;
    for (Size k = 0; !*whose && k < a->mention.len && n->first > a->first && token_is(c->d, n->first - 1, "met"); k++) {
        const Mention *m = &a->mention.item[k];
        bool verb = false;   /* `Denemarken is met 40 en Zweden met 60 militairen aanwezig` */
        const Clause *x = clause_at(&a->clauses, n->first);
        for (int v = 0; v < x->verbs; v++) {
            bool before = x->verb[v].token == n->first - 2 || (x->verb[v].token == n->first - 3 && x->verb[v].particle == n->first - 2);   /* `doet mee met 40` */
            verb = verb || (before && m->prep < 0 && m->last == x->verb[v].token);
        }
        if (plain_gives(m) && m->id.len == 2 && (m->last == n->first - 1 || verb)) *whose = m;
    }
    /* `waar Nederland 270 en België 60 militairen heeft` */
    for (Size k = 0; !*whose && k < a->mention.len; k++)
        if (plain_gives(&a->mention.item[k]) && a->mention.item[k].id.len == 2 && a->mention.item[k].last == n->first && a->mention.item[k].prep < 0) *whose = &a->mention.item[k];
    /* `in januari 20 en in maart 40 instructeurs` */
    bool dated = !*whose && lent_beside_time(a, n->first, true) && lent_beside_time(a, joint + 1, false);
    if (!*whose && !dated && !shares_verb(c, a, joint)) return NULL;
    if (joint >= a->last || !(token_is(c->d, joint, "en") || token_is_mark(c->d, joint, ','))) return NULL;
    for (Size k = 0; k < a->force.len; k++) {
        const Force *f = &a->force.item[k];
        if (f->number >= 0 && f->first > joint && f->first <= joint + REACH && f->quantity.some) return f;
    }
    return NULL;
}

/* `60 in plaats van 40 instructeurs`: the forces that `n` counts now, whose number until now is theirs no more; NULL when there are none. */
Force *lent_instead(const Context *c, Analysis *a, const Number *n)
{
    int32_t of = n->last + 2;
    if (of >= a->last || !token_is(c->d, n->last, "in") || !word_in(c->d, n->last + 1, WORDS_STEAD) || !token_is(c->d, of, "van")) return NULL;
    for (Size k = 0; k < a->force.len; k++)
        if (a->force.item[k].prep == of && a->force.item[k].quantity.some) return &a->force.item[k];
    return NULL;
}

/* `heeft er 40, tegenover 60 voor Zweden`: the state that a number beside another is told of; or NULL. */
const Mention *lent_compared(const Context *c, const Analysis *a, const Number *n)
{
    if (n->first == a->first || !word_in(c->d, n->first - 1, WORDS_COMPARED) || n->last + 1 >= a->last || !(function_of(a, n->last) & FC(PREP))) return NULL;
    int32_t who = n->last + 1 + ((function_of(a, n->last + 1) & FC(DET)) != 0);
    const Mention *m = mention_at(a, who, MENTION_COUNTRY);
    if (!m) m = mention_at(a, who, MENTION_DEMONYM);
    return m && m->id.len == 2 && lexicon_has(m->entry, "kind", "sender") ? m : NULL;
}

/* `het aantal militairen bedraagt nu 40`, `blijft 40`, `was in maart nog 40`, `ligt op 40`: a number that says how many they are. */
bool lent_amounts(const Context *c, const Analysis *a, const Number *n)
{
    const Clause *x = clause_at(&a->clauses, n->first);
    int32_t i = n->first;
    for (int32_t before = -1; before != i;) {
        before = i;
        if (i > x->first && word_in(c->d, i - 1, WORDS_LEVEL)) i--;
        for (Size t = 0; t < a->times.item.len; t++)
            if (a->times.item.item[t].last == i && a->times.item.item[t].first > x->first) i = a->times.item.item[t].first;
    }
    if (i > a->first && word_in(c->d, i - 1, WORDS_AMOUNTING)) return true;
    bool is = x->verbs == 1 && (x->classes & (VC(BE) | VC(REMAIN))) && !(x->classes & ~(VC(BE) | VC(REMAIN) | VC(AUX)));
    if (!is || i == x->first) return false;
    for (Size k = 0; k < a->force.len; k++)   /* `In maart was het aantal militairen nog 40` */
        if (a->force.item[k].last == i && x->verb[0].token < a->force.item[k].first) return true;
    return x->verb[0].token == i - 1;
}

/* `halveert het aantal instructeurs: van 20 naar 10`: a number in the piece behind the colon that ends with force `f`. */
bool lent_told_behind(const Context *c, const Analysis *a, const Force *f, const Number *n)
{
    const Clause *x = clause_at(&a->clauses, n->first);
    int32_t mark = token_is_mark(c->d, x->first, ':') ? x->first : x->first - 1;
    return !x->verbs && mark > a->first && mark == f->last && (token_is_mark(c->d, mark, ':') || token_is_mark(c->d, mark, ','));
}
