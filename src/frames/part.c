/* Parts and the wholes they are of: `drie van de vier toestellen`, `Van die vier staan er nog drie in Gao`. */
#include "frames/part.h"

#include "frames/elided.h"
#include "frames/plain.h"
#include "lexicon/wordlist.h"

/* The force behind `1.700 van de 3.400 EU-militairen`, or -1. */
Size part_whole_behind(const Context *c, const Analysis *a, const Number *n)
{
    if (n->last + 1 >= a->last || !token_is(c->d, n->last, "van")) return -1;
    for (Size k = 0; k < a->force.len; k++)
        if (a->force.item[k].first == n->last + 1 && a->force.item[k].definite) return k;
    return -1;
}

/* `Van de 41.000 militairen zijn er 700 in het buitenland`: the whole that a sentence opens with, or -1. */
Size part_whole_before(const Context *c, const Analysis *a, const Number *n)
{
    for (Size k = 0; k < a->force.len; k++) {
        const Force *f = &a->force.item[k];
        if (f->definite && f->quantity.some && f->prep >= 0 && f->prep <= a->first + 1 && token_is(c->d, f->prep, "van") && f->last <= n->first) return k;
    }
    return -1;
}

/* `een van de vier multinationale bataljons`: forces of no one state. */
bool part_of_many(const Context *c, const Force *f)
{
    for (int32_t i = f->first; i < f->last; i++)
        if (word_in(c->d, i, WORDS_MULTINATIONAL)) return true;
    return false;
}

/* `Van die vier staan er nog drie in Gao`, `Van de 1.500 die er waren`: a number that a sentence opens with, for forces told of before. */
bool part_whole_told(const Context *c, const Analysis *a, const Number *n)
{
    int32_t of = n->first - 2;
    bool opens = of >= a->first && of <= a->first + 1 && token_is(c->d, of, "van") && (function_of(a, of + 1) & FC(DET));
    bool quoted = n->last < a->last && c->d->tokens.item[n->last].kind == TOKEN_PUNCT && !token_is_mark(c->d, n->last, ',');   /* `de 600 “blauwe vaten”` */
    return opens && n->kind == NUMBER_CARDINAL && n->last < a->last && !quoted && (token_is(c->d, n->last, "die") || elided_stands_alone(c, a, n->last)) && !(function_of(a, n->last) & FC(PREP));
}

/* The kind of the forces that `Van die vier` points at: the plural ones that the sentence before told last, though it made no claim of them. */
void part_pointed_at(const Context *c, const Analysis *a, Force *like)
{
    int32_t before = a->sentence - 1 - c->first_sentence;
    bool whole = false;
    for (Size i = 0; i < a->numbers.item.len; i++) whole = whole || part_whole_told(c, a, &a->numbers.item.item[i]);
    if (!whole || before < 0 || !c->read[before]) return;
    const Analysis *b = &c->analysis[before];
    for (Size k = 0; k < b->force.len; k++)
        if (b->force.item[k].plural && !b->force.item[k].elided && b->force.item[k].asset != ASSET_NONE) like->asset = b->force.item[k].asset, like->type = b->force.item[k].type;
}

const Force *part_of_counted(const Context *c, const Analysis *a, const Number *n)
{
    for (Size k = 0; n->last + 1 < a->last && token_is(c->d, n->last, "van") && k < a->force.len; k++)
        if (a->force.item[k].first == n->last + 1 && a->force.item[k].quantity.some && a->force.item[k].nation.len) return &a->force.item[k];
    return NULL;
}

bool part_of_others(const Context *c, const Analysis *a, const Number *n)
{
    const Clause *x = clause_at(&a->clauses, n->first);
    int32_t opener = x->first;
    if (opener + 1 < x->last && token_is(c->d, opener, "van")) opener++;
    if (!token_is(c->d, opener, "wie") || opener <= a->first) return false;
    int32_t others = -1, own = -1;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool people = m->kind == MENTION_NONFORCE && (lexicon_has(m->entry, "class", "enemy") || lexicon_has(m->entry, "class", "civilian") || lexicon_has(m->entry, "class", "local"));
        if (people && m->last <= opener) others = m->first;
    }
    for (Size k = 0; k < a->force.len; k++)
        if (a->force.item[k].last <= opener && a->force.item[k].head > own) own = a->force.item[k].head;
    return others > own;
}
