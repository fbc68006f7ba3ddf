/* What may stand first and second where a rule matches, so that most places need no try. */
#include "lexicon/pattern_tree.h"

static Begin begin_new(Compile *c)
{
    Size words = (c->symbols.len + 63) / 64 + 1;
    uint64_t *bits = ARENA_NEW(c->keep, uint64_t, words * 3);
    return (Begin){.first.symbols = bits, .second = {{.symbols = bits + words}, {.symbols = bits + 2 * words}}};
}

static void join_set(const Compile *c, Set *to, const Set *from)
{
    for (Size i = 0; i < (c->symbols.len + 63) / 64; i++) to->symbols[i] |= from->symbols[i];
    to->shapes |= from->shapes;
}

static void join_begin(const Compile *c, Begin *to, const Begin *from)
{
    join_set(c, &to->first, &from->first);
    for (int i = 0; i < 2; i++) {
        join_set(c, &to->second[i], &from->second[i]);
        to->single[i] |= from->single[i];
    }
    to->empty |= from->empty;
}

/* `a` and then `b`. */
static void chain_begin(const Compile *c, Begin *a, const Begin *b)
{
    bool single[2] = {a->single[0], a->single[1]};
    for (int i = 0; i < 2; i++) {
        if (single[i]) join_set(c, &a->second[i], &b->first);
        a->single[i] = (single[i] && b->empty) || (a->empty && b->single[i]);
        if (a->empty) join_set(c, &a->second[i], &b->second[i]);
    }
    if (a->empty) join_set(c, &a->first, &b->first);
    a->empty = a->empty && b->empty;
}

static Begin begin_of(Compile *c, Node *n, const Begin *rules)
{
    Begin b = begin_new(c);
    switch (n->kind) {
    case NODE_WORD: case NODE_CLASS:
        b.first.symbols[n->x >> 6] |= (uint64_t)1 << (n->x & 63);
        b.single[0] = true;
        break;
    case NODE_SHAPE:
        b.first.shapes = 1u << n->x;
        b.single[1] = true;
        break;
    case NODE_RULE: join_begin(c, &b, &rules[n->x]); break;
    case NODE_NOT: case NODE_GLUE: b.empty = true; break;
    case NODE_SEQUENCE:
        b.empty = true;
        for (Node *k = n->child; k; k = k->next) {
            Begin next = begin_of(c, k, rules);
            chain_begin(c, &b, &next);
        }
        break;
    case NODE_CHOICE:
        for (Node *k = n->child; k; k = k->next) {
            Begin next = begin_of(c, k, rules);
            join_begin(c, &b, &next);
        }
        break;
    case NODE_REPEAT: {
        Begin once = begin_of(c, n->child, rules);
        join_begin(c, &b, &once);
        for (int i = 0; i < 2 && n->most > 1; i++)
            if (once.single[i]) join_set(c, &b.second[i], &once.first);
        b.empty |= n->least == 0;
        break;
    }
    }
    return b;
}

static uint64_t weigh(const Compile *c, const Begin *b)
{
    uint64_t n = 0;
    const Set *sets[3] = {&b->first, &b->second[0], &b->second[1]};
    for (int i = 0; i < 3; i++) {
        for (Size k = 0; k < (c->symbols.len + 63) / 64; k++) n += (uint64_t)__builtin_popcountll(sets[i]->symbols[k]);
        n += (uint64_t)__builtin_popcount(sets[i]->shapes);
    }
    return n + b->single[0] + b->single[1];
}

/* How every rule and choice may begin: grows until nothing changes. */
Begin *pattern_begins(Compile *c, Begin *rules)
{
    Begin *choices = ARENA_NEW(c->keep, Begin, c->choices.len + 1);
    for (Size i = 0; i < c->rules.len; i++) rules[i] = begin_new(c);
    for (bool changed = true; changed;) {
        changed = false;
        for (Size i = 0; i < c->choices.len; i++) {
            Begin *to = &rules[c->choices.item[i].rule];
            uint64_t before = weigh(c, to);
            choices[i] = begin_of(c, c->choices.item[i].tree, rules);
            join_begin(c, to, &choices[i]);
            to->empty = false;
            changed |= before != weigh(c, to);
        }
    }
    return choices;
}
