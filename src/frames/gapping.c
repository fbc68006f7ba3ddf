/* Numbers that share a verb, each with a time of its own. */
#include "frames/gapping.h"

static bool has_verb(const Clause *x, int32_t from)
{
    for (int v = 0; v < x->verbs; v++)
        if (x->verb[v].token >= from) return true;
    return false;
}

int32_t gapping_opens(const Context *c, const Analysis *a, int32_t number)
{
    int32_t end = number;
    while (end > a->first && word_in(c->d, end - 1, WORDS_BEFORE_COUNT)) end--;
    for (Size i = 0; i < a->times.item.len; i++) {
        const Time *t = &a->times.item.item[i];
        int32_t joint = t->first - 1;
        if (t->last != end || joint <= a->first || t->kind == TIME_DURATION) continue;
        bool joined = token_is_mark(c->d, joint, ',') || token_is_mark(c->d, joint, ';') || word_in(c->d, joint, WORDS_LIST_JOINT);
        if (joined && !has_verb(clause_at(&a->clauses, number), joint)) return joint;
    }
    return 0;
}

void gapping_read(const Context *c, Analysis *a)
{
    for (Size i = 0; i < a->force.len; i++) {
        Force *f = &a->force.item[i];
        if (!f->quantity.some) continue;
        for (Size k = 0; !f->gap && k < a->force.len; k++) {
            const Force *o = &a->force.item[k];
            if (o->quantity.some && o->last < f->first && a->clauses.of[o->head - a->first] == a->clauses.of[f->head - a->first]) f->gap = gapping_opens(c, a, f->first);
        }
        if (f->gap) a->gaps++;
    }
}

bool gapping_elsewhere(const Candidate *k, int32_t token)
{
    if (!k->a->gaps || !k->f) return false;
    if (k->f->gap && token < k->f->gap) return true;
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        if (o != k->f && o->gap && o->gap > k->f->head && token >= o->gap) return true;
    }
    return false;
}
