/* Writing what was compiled as one section. */
#include "lexicon/pattern_tree.h"

#include <stdlib.h>

typedef struct {
    char *at;
    Size len;
} Block;

/* Reserves `count` items of `size` in the section, aligned to 8. */
static void *block_take(Block *b, Size size, Size count, uint32_t *offset)
{
    b->len = (b->len + 7) & ~(Size)7;
    *offset = (uint32_t)b->len;
    void *at = b->at + b->len;
    b->len += size * count;
    return at;
}

static int member_order(const void *a, const void *b)
{
    const Member *x = a, *y = b;
    if (x->hash != y->hash) return x->hash < y->hash ? -1 : 1;
    return (x->entry.symbol > y->entry.symbol) - (x->entry.symbol < y->entry.symbol);
}

/* One word: its members [from, from + count), and the kind of its symbols. */
typedef struct {
    Size from;
    uint16_t count, kind;
} WordSet;

typedef ARRAY(WordSet) WordSets;

static bool same_symbols(const Compile *c, const WordSet *a, const WordSet *b)
{
    for (int i = 0; a->count == b->count && i < a->count; i++)
        if (c->members.item[a->from + i].entry.symbol != c->members.item[b->from + i].entry.symbol) return false;
    return a->count == b->count;
}

/* Groups the members by word and numbers the kinds from 1. */
static uint32_t group_words(Compile *c, WordSets *sets)
{
    uint32_t kinds = 1;
    if (c->members.len) qsort(c->members.item, (size_t)c->members.len, sizeof(Member), member_order);
    for (Size i = 0; i < c->members.len;) {
        WordSet *s = ARRAY_PUSH(sets, c->keep);
        *s = (WordSet){.from = i};
        uint64_t hash = c->members.item[i].hash;
        for (; i < c->members.len && c->members.item[i].hash == hash; i++) s->count++;
        for (Size k = 0; k + 1 < sets->len && s->kind == 0; k++)
            if (same_symbols(c, s, &sets->item[k])) s->kind = sets->item[k].kind;
        if (s->kind == 0) s->kind = (uint16_t)kinds++;
    }
    return kinds;
}

static void write_words(Compile *c, const WordSets *sets, Block *b, PatternHead *h)
{
    h->words = (uint32_t)sets->len;
    PatternWord *words = block_take(b, sizeof(PatternWord), sets->len, &h->words_at);
    PatternSet *set = block_take(b, sizeof(PatternSet), sets->len + 1, &h->sets_at);
    PatternEntry *entry = block_take(b, sizeof(PatternEntry), c->members.len + 1, &h->entries_at);
    uint8_t *kinds = block_take(b, 1, h->kinds, &h->kinds_at);
    h->row_words = (uint32_t)(c->symbols.len + 63) / 64;
    uint64_t *carries = block_take(b, sizeof *carries, (Size)h->kinds * h->row_words, &h->carries_at);
    for (Size i = 0; i < c->members.len; i++) entry[i] = c->members.item[i].entry;
    for (Size i = 0; i < sets->len; i++) {
        const WordSet *s = &sets->item[i];
        uint64_t hash = c->members.item[s->from].hash;
        set[i + 1] = (PatternSet){(uint32_t)s->from, s->count, s->kind};
        for (int k = 0; k < s->count; k++)
            if (c->symbols.item[entry[s->from + k].symbol].within) kinds[s->kind] |= KIND_WITHIN;
        for (int k = 0; k < s->count; k++) carries[s->kind * h->row_words + (entry[s->from + k].symbol >> 6)] |= (uint64_t)1 << (entry[s->from + k].symbol & 63);
        words[i] = (hash & ~(uint64_t)0xFFFF) | (uint64_t)(i + 1);
    }
}

typedef ARRAY(uint64_t) Masks;

static uint16_t mask_index(Compile *c, Masks *masks, uint64_t mask)
{
    for (Size i = 0; i < masks->len; i++)
        if (masks->item[i] == mask) return (uint16_t)i;
    if (masks->len >= 0xFFF0) pattern_fail(c, "expected fewer or simpler rules in one file");
    *ARRAY_PUSH(masks, c->keep) = mask;
    return (uint16_t)(masks->len - 1);
}

/* Whether a word of set `s`, NULL an unknown one, is in `set`. */
static bool in_set(const Compile *c, const Set *set, const WordSet *s)
{
    for (int i = 0; s && i < s->count; i++) {
        uint32_t symbol = c->members.item[s->from + i].entry.symbol;
        if (set->symbols[symbol >> 6] >> (symbol & 63) & 1) return true;
    }
    return false;
}

static bool may_stand(const Compile *c, const Begin *b, ViableTable table, const WordSet *s)
{
    switch (table) {
    case VIABLE_FIRST: return in_set(c, &b->first, s);
    case VIABLE_AFTER_WORD: return b->single[0] || in_set(c, &b->second[0], s);
    default: return b->single[1] || in_set(c, &b->second[1], s);
    }
}

static uint32_t shapes_of(const Begin *b, ViableTable table)
{
    return table == VIABLE_FIRST ? b->first.shapes : table == VIABLE_AFTER_WORD ? b->second[0].shapes : b->second[1].shapes;
}

/* Choices of every rule, by the kind or shape of the first token, and of the second behind a word or behind a shape. */
static void write_viable(Compile *c, const WordSets *sets, const Begin *choice, Block *b, PatternHead *h)
{
    Size row = (Size)h->kinds + PATTERN_SHAPES;
    uint16_t *index = block_take(b, sizeof *index, VIABLE_TABLES * c->rules.len * row, &h->viable_at);
    Masks masks = {0};
    mask_index(c, &masks, 0);
    const WordSet **of_kind = ARENA_NEW(c->keep, const WordSet *, h->kinds);
    for (Size i = 0; i < sets->len; i++) of_kind[sets->item[i].kind] = &sets->item[i];
    for (ViableTable table = 0; table < VIABLE_TABLES; table++)
        for (Size r = 0; r < c->rules.len; r++) {
            const Rule *rule = &c->rules.item[r];
            for (Size k = 0; k < row; k++) {
                uint64_t mask = 0;
                for (uint32_t i = 0; i < rule->choices; i++) {
                    const Begin *begin = &choice[rule->choice + i];
                    bool may = k < h->kinds ? may_stand(c, begin, table, of_kind[k]) : shapes_of(begin, table) >> (k - h->kinds) & 1;
                    mask |= (uint64_t)may << i;
                }
                index[(table * row + k) * c->rules.len + r] = mask_index(c, &masks, mask);
            }
        }
    uint64_t *to = block_take(b, sizeof *to, masks.len, &h->masks_at);
    if (masks.len) memcpy(to, masks.item, (size_t)masks.len * sizeof *to);
}

static void write_rules(Compile *c, const WordSets *sets, Block *b, PatternHead *h)
{
    Begin *rules = ARENA_NEW(c->keep, Begin, c->rules.len + 1), *choice = pattern_begins(c, rules);
    PatternRule *r = block_take(b, sizeof *r, c->rules.len, &h->rules_at);
    uint32_t *code = block_take(b, sizeof *code, c->choices.len, &h->choices_at);
    for (Size i = 0; i < c->rules.len; i++) r[i] = (PatternRule){c->rules.item[i].choice, c->rules.item[i].choices, 0, c->rules.item[i].find};
    for (Size i = 0; i < c->choices.len; i++) code[i] = c->choices.item[i].code;
    write_viable(c, sets, choice, b, h);
}

/* How deep the rules in `n` are used at least, where the rule that holds it is used `depth` deep. Gives the deepest change, 0 for none. */
static uint32_t deepen(const Node *n, uint32_t depth, uint32_t *depths)
{
    uint32_t deepest = 0;
    if (n->kind == NODE_RULE && depths[n->x] <= depth) deepest = depths[n->x] = depth + 1;
    for (const Node *k = n->child; k; k = k->next) {
        uint32_t below = deepen(k, depth, depths);
        if (below > deepest) deepest = below;
    }
    return deepest;
}

/* The rules, each behind those that use it; a rule that uses itself has no such place. */
static void write_order(Compile *c, Block *b, PatternHead *h)
{
    uint32_t *order = block_take(b, sizeof *order, c->rules.len, &h->order_at), *depths = ARENA_NEW(c->keep, uint32_t, c->rules.len + 1), n = 0;
    for (uint32_t deepest = 1; deepest && deepest <= c->rules.len;) {
        deepest = 0;
        for (Size i = 0; i < c->choices.len; i++) {
            const Rule *r = &c->rules.item[c->choices.item[i].rule];
            uint32_t now = deepen(c->choices.item[i].tree, depths[c->choices.item[i].rule], depths);
            if (now > deepest) deepest = now;
            if (now > c->rules.len && !c->error.code) c->error = error_at(ERROR_USAGE, c->file, r->line, r->column, "expected no rule that uses itself: %.*s", (int)r->name.len, r->name.at);
        }
    }
    for (uint32_t depth = 0; n < c->rules.len && depth <= c->rules.len; depth++)
        for (Size i = 0; i < c->rules.len; i++)
            if (depths[i] == depth) order[n++] = (uint32_t)i;
}

static void write_finds(Compile *c, Block *b, PatternHead *h)
{
    uint32_t *find = block_take(b, sizeof *find, c->rules.len, &h->finds_at);
    for (Size i = 0; i < c->rules.len; i++)
        if (c->rules.item[i].find) find[h->finds++] = (uint32_t)i;
    if (h->finds > PATTERN_FINDS) pattern_fail(c, "expected no more than 64 find rules in one file");
}

static void write_classes(Compile *c, Block *b, PatternHead *h)
{
    static const char *const names[] = {
#define CLASS(name) #name,
#include "lexicon/pattern.def"
    };
    uint32_t *symbol = block_take(b, sizeof *symbol, PATTERN_CLASSES, &h->classes_at);
    for (Size i = 0; i < c->symbols.len; i++)
        for (int k = 0; k < PATTERN_CLASSES; k++)
            if (c->symbols.item[i].class && span_is(c->symbols.item[i].name, names[k])) symbol[k] = (uint32_t)i + 1;
}

static void write_parts(Compile *c, Block *b, PatternHead *h)
{
    uint32_t size = 16;
    while (size < c->parts.len * 3) size *= 2;
    h->part_mask = size - 1;
    h->part_longest = c->part_longest;
    PatternPartEntry *table = block_take(b, sizeof *table, size, &h->parts_at);
    for (Size i = 0; i < c->parts.len; i++) {
        uint32_t at = (uint32_t)(c->parts.item[i].hash >> 7) & h->part_mask;
        while (table[at].hash) at = (at + 1) & h->part_mask;
        table[at] = c->parts.item[i];
    }
    memcpy(block_take(b, 1, PATTERN_PREFIXES, &h->prefixes_at), c->prefixes, PATTERN_PREFIXES);
}

Span pattern_write_section(Compile *c)
{
    WordSets sets = {0};
    uint32_t kinds = group_words(c, &sets);
    Size rules = c->rules.len, row = kinds + PATTERN_SHAPES;
    Size room = (1 << 16) + 256 * c->members.len + 64 * (c->code.len + c->actions.len + c->choices.len + c->parts.len) + 24 * rules * row + row * (c->symbols.len / 8 + 32);
    Block b = {ARENA_NEW(c->keep, char, room + 16), 0};
    b.at += -(uintptr_t)b.at & 15;
    PatternHead *h = (PatternHead *)(void *)b.at;
    b.len = sizeof *h;
    if (kinds >= 1u << PATTERN_KIND_BITS) pattern_fail(c, "expected fewer kinds of words in one file");
    h->magic = PATTERN_MAGIC;
    h->kinds = kinds;
    h->rules = (uint32_t)rules;
    write_words(c, &sets, &b, h);
    write_classes(c, &b, h);
    void *code = block_take(&b, sizeof(PatternCode), c->code.len, &h->code_at);
    if (c->code.len) memcpy(code, c->code.item, (size_t)c->code.len * sizeof(PatternCode));
    void *actions = block_take(&b, sizeof(PatternAction), c->actions.len, &h->actions_at);
    if (c->actions.len) memcpy(actions, c->actions.item, (size_t)c->actions.len * sizeof(PatternAction));
    write_rules(c, &sets, &b, h);
    write_finds(c, &b, h);
    write_order(c, &b, h);
    write_parts(c, &b, h);
    h->digest = span_hash((Span){b.at + sizeof *h, b.len - (Size)sizeof *h}) | 1;
    return (Span){b.at, b.len};
}
