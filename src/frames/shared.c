/* Numbers and forces that are several givers' or somebody else's. */
#include "frames/shared.h"

#include "frames/plain.h"
#include "lexicon/wordlist.h"

bool shared_each(const Candidate *k)
{
    const Document *d = k->c->d;
    for (int32_t i = k->a->first; i < k->a->last; i++)
        if (word_in(d, i, WORDS_EACH)) return true;
    return false;
}

/* `leidt de battlegroup`, `het bevel over de vloot`: forces that somebody commands are not what is given. */
bool shared_commanded(const Analysis *a, const Force *f)
{
    const Clause *c = clause_at(&a->clauses, f->head);
    if (!(c->classes & VC(COMMAND)) || f->nation.len || f->quantity.some || !f->definite || f->named) return false;
    const Mention *noun = f->prep >= 0 ? mention_at(a, f->prep - 1, MENTION_ACTNOUN) : NULL, *idiom = f->prep >= 0 ? mention_at(a, f->prep, MENTION_MARKER) : NULL;
    if (f->prep >= 0) return (noun && (verb_classes(noun->entry) & VC(COMMAND))) || (idiom && marker_is(idiom, "act:command"));
    for (int v = 0; v < c->verbs; v++)
        if ((c->verb[v].classes & VC(COMMAND)) && c->verb[v].token < f->first && !c->passive) return true;
    return false;
}

/* Whether states of a list act in clause `clause` together: `Frankrijk en Spanje leveren`, each of them before the force `f` and none of them counted. */
static bool acts_jointly(const Candidate *k, Range giver)
{
    for (Size i = 0; k->a->respective < 0 && i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if (!plain_gives(m) || k->c->d->tokens.item[m->first].at.from != giver.from) continue;
        const Clause *x = candidate_clause(k);   /* `Noorwegen en Zweden, die er 80 man hebben`, `samen goed voor 80 man` */
        bool theirs = x->kind == CLAUSE_RELATIVE && x->opener >= m->last && x->opener - m->last <= 1 && token_is(k->c->d, x->opener, "die");
        for (int32_t t = m->last; t < k->f->first; t++) theirs = theirs || word_in(k->c->d, t, WORDS_TOGETHER);
        if (theirs && m->prep < 0 && m->last < k->f->first) return true;
        bool before = m->prep < 0 && m->last < k->f->first, own = m->last == k->f->first || k->a->clauses.of[m->first - k->a->first] != k->clause;
        return before && !own && k->f->prep < 0;
    }
    return false;
}

/* `drie fregatten uit Griekenland, Frankrijk en Italië`, `Frankrijk en Spanje leveren 600 man`: the number is all of theirs, nobody's own. */
void shared_number(Candidate *k)
{
    const Proof *p = &k->claim.proof[FIELD_CONTRIBUTOR];
    Span ids[2];
    Range at[2];
    if (!k->f->quantity.some || k->f->quantity.hedge == HEDGE_ONE || k->f->nation.len || p->how != HOW_STATED || shared_each(k)) return;
    bool behind = p->at.from >= k->c->d->tokens.item[k->f->last - 1].at.from;
    if (!(behind || acts_jointly(k, p->at)) || !scope_givers_beside(k->c, k->a, p->at, ids, at, 2)) return;
    k->claim.quantity = (Quantity){0};
    k->claim.proof[FIELD_QUANTITY] = (Proof){0};
}

bool shared_apart(const Candidate *k, Range at)
{
    for (Size i = 0; k->f && i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        if (o != k->f && o->number >= 0 && o->nation.len && o->nation_at.from == at.from) return true;
    }
    return false;
}

/* Where the words that make `f` a part begin (`onder wie`, `van wie`, `waaronder`, `inclusief`), right behind a comma; -1: it is none. */
static int32_t part_opens(const Context *c, const Analysis *a, const Force *f)
{
    int32_t i = f->first - 1;
    if (i > a->first && word_in(c->d, i, WORDS_PART_OPENER)) i -= token_is(c->d, i, "wie");
    else if (i <= a->first || !word_in(c->d, i, WORDS_PART_WITH)) return -1;
    return i > a->first && token_is_mark(c->d, i - 1, ',') ? i : -1;
}

bool shared_part(const Context *c, const Analysis *a, const Force *f)
{
    return part_opens(c, a, f) >= 0;
}

int32_t shared_clause(const Context *c, const Analysis *a, const Force *f)
{
    int32_t own = a->clauses.of[f->head - a->first], opens = part_opens(c, a, f);
    for (Size i = a->force.len; i-- > 0 && opens >= 0;) {
        const Force *whole = &a->force.item[i];
        int32_t of = a->clauses.of[whole->head - a->first];
        if (whole->last > opens || !whole->quantity.some) continue;
        return a->clauses.clause.item[of].parent == own && !verb_between(a, opens, f->last) ? of : own;
    }
    return own;
}
