/* The automaton that looks ahead. */
#include "lexicon/pattern_ahead.h"

#include <stdlib.h>

enum {
    STATES = 1 << 12,
    PLACES = 1 << 17,
    EDGES = 1 << 14,         /* of tokens with a shape */
    CALLERS = 1 << 12,
    CALLER_PLACES = 1 << 15,
    MOST_PLACES = 1 << 11,   /* of one state, and of the callers of one rule */
    OPENING = 0,             /* the state before the first token */
    DEAD = STATES - 1,       /* nothing can match any more */
    FINAL = 1 << 15          /* on an edge: find rules may end where it leads */
};

/* A place in the code and the callers of its rule: code << 16 | callers. WITHIN: a shape stands there that may go on in the next token.
 * As a caller, code is where that rule goes on; WITHIN then says that the low bits are a find rule's own end. */
typedef uint32_t Place;
static const Place WITHIN = 0x80000000u;
static const uint32_t SURE = 0x80000000u;

/* A stretch of places. */
typedef struct {
    uint32_t first;
    uint32_t count;
} Stretch;

/* What has been built for one section: the places of every state and the find rules that may end there. Words lead on by `next`, a row of kinds per
 * state, with FINAL where it applies; 0 where that is not built yet. Tokens with a shape lead on by `edge`: state, kind and shapes above, the same in the
 * low 16 bits; 0 none. Rules called at the same token share their callers: what they match does not hang on who called. */
typedef struct PatternAutomaton {
    struct PatternTables tables;
    Arena whole;             /* the stretch that this lies in */
    uint64_t digest;
    uint32_t row;            /* kinds, and one place for what a shape may change: always 0, but DEAD in the row of DEAD */
    uint32_t states, places, edges, callers, caller_places;
    uint16_t *next;
    uint32_t *opened;        /* per place of a row: where the row lies to which it leads from OPENING, with SURE where something may match whatever follows */
    uint64_t finds[STATES];
    Stretch state[STATES];
    uint16_t state_at[2 * STATES];
    Place place[PLACES];
    uint64_t edge[EDGES];
    Stretch caller[CALLERS];
    uint16_t callers_at[2 * CALLERS];
    Place caller_place[CALLER_PLACES];
} Ahead;

typedef struct {
    Place item[MOST_PLACES];
    uint32_t count;
} Places;

/* The state being built: what one token leads to. */
typedef struct {
    const PatternRun *run;
    const PatternHead *head;
    const struct PatternTables *tables;
    Ahead *ahead;
    uint32_t kind, shapes;
    uint64_t finds;
    bool full;
    uint64_t done[CALLERS / 64];     /* callers that were gone back to */
    Places places;
    Places *called;                  /* per rule: its callers at this token */
    uint8_t *waiting;                /* per rule: whether it has any */
} Build;

static void begin(Ahead *a)
{
    a->next[OPENING] = DEAD;
    for (uint32_t k = 0; k < a->row; k++) a->opened[k] = SURE;
    a->opened[0] = DEAD * a->row;
    a->states = OPENING + 1;
    a->callers = 1;
    a->places = a->edges = a->caller_places = 0;
}

static void begin_afresh(Ahead *a)
{
    memset(a->next, 0, (size_t)a->states * a->row * sizeof *a->next);
    memset(a->state_at, 0, sizeof a->state_at);
    memset(a->edge, 0, sizeof a->edge);
    memset(a->callers_at, 0, sizeof a->callers_at);
    begin(a);
}

/* A new automaton, in fresh memory, of which only what gets used is taken. */
static Ahead *automaton_new(const PatternHead *h)
{
    Size row = (Size)h->kinds + 1;
    Arena whole = arena_reserve((Size)sizeof(Ahead) + row * STATES * (Size)sizeof(uint16_t) + row * (Size)sizeof(uint32_t) + 64), room = whole;
    Ahead *a = arena_room(&room, (Size)sizeof(Ahead), (Size)_Alignof(Ahead), 1);
    a->whole = whole;
    a->digest = h->digest;
    a->row = (uint32_t)row;
    a->opened = arena_room(&room, sizeof *a->opened, _Alignof(uint32_t), row);
    a->next = arena_room(&room, sizeof *a->next, _Alignof(uint16_t), row * STATES);
    for (Size k = 0; k < row; k++) a->next[DEAD * row + k] = DEAD;
    begin(a);
    return a;
}

static const void *part(const char *section, uint32_t offset)
{
    return section + offset;
}

static struct PatternTables tables_of(const char *section, const char *joint)
{
    const PatternHead *h = part(section, 0);
    const PatternJoint *j = part(joint, 0);
    uint32_t f = pattern_file(joint, section);
    return (struct PatternTables){section, joint, part(joint, j->file[f].kinds_at), part(joint, j->file[f].sets_at), (uint16_t)j->words,
                                  part(section, h->viable_at), part(section, h->masks_at), part(section, h->carries_at), part(section, h->kinds_at),
                                  part(section, h->code_at), part(section, h->rules_at), part(section, h->choices_at),
                                  h->rules, h->row_words, h->kinds * h->rules, h->rules * (h->kinds + PATTERN_SHAPES)};
}

Ahead *pattern_automaton(const PatternRun *run, const struct PatternTables **tables)
{
    enum { SECTIONS = 2 };
    static _Thread_local Ahead *kept[SECTIONS];
    static _Thread_local int oldest;
    const PatternHead *h = part(run->rules, 0);
    int i = 0;
    while (i < SECTIONS && !(kept[i] && kept[i]->digest == h->digest)) i++;
    if (i == SECTIONS) {
        i = oldest;
        oldest = (oldest + 1) % SECTIONS;
        if (kept[i]) {
            Arena whole = kept[i]->whole;
            arena_release(&whole);
        }
        kept[i] = automaton_new(h);
    }
    Ahead *a = kept[i];
    if (a->tables.section != run->rules || a->tables.joint != run->look->words.at) a->tables = tables_of(run->rules, run->look->words.at);
    *tables = &a->tables;
    return a;
}

static uint32_t mixed(uint64_t v)
{
    return (uint32_t)(v * 0x9E3779B97F4A7C15u >> 32);
}

static void add_place(Build *b, Places *to, Place p)
{
    if (to->count >= MOST_PLACES) b->full = true;
    else to->item[to->count++] = p;
}

/* Notes a caller of a rule. */
static void call(Build *b, uint32_t rule, Place caller)
{
    if (!b->waiting[rule]) b->called[rule].count = 0;
    b->waiting[rule] = 1;
    add_place(b, &b->called[rule], caller);
}

static int place_order(const void *x, const void *y)
{
    Place a = *(const Place *)x, b = *(const Place *)y;
    return (a > b) - (a < b);
}

/* Sorts the places and drops what is there twice. */
static void put_in_order(Places *p)
{
    enum { FEW = 32 };
    uint32_t n = 0;
    if (p->count > FEW) qsort(p->item, p->count, sizeof *p->item, place_order);
    for (uint32_t i = 1; i < p->count && p->count <= FEW; i++) {
        Place moved = p->item[i];
        uint32_t k = i;
        for (; k > 0 && p->item[k - 1] > moved; k--) p->item[k] = p->item[k - 1];
        p->item[k] = moved;
    }
    for (uint32_t i = 0; i < p->count; i++)
        if (i == 0 || p->item[i] != p->item[i - 1]) p->item[n++] = p->item[i];
    p->count = n;
}

static uint64_t places_hash(const Places *p)
{
    return span_hash((Span){(const char *)p->item, (Size)p->count * (Size)sizeof(Place)});
}

/* The number of a set of callers, a new one where there is none yet; 0 and `full` where there is no room. */
static uint32_t callers_of(Build *b, Places *p)
{
    Ahead *a = b->ahead;
    put_in_order(p);
    size_t bytes = p->count * sizeof(Place);
    uint32_t i = mixed(places_hash(p)) % (2 * CALLERS);
    for (; a->callers_at[i]; i = (i + 1) % (2 * CALLERS)) {
        Stretch s = a->caller[a->callers_at[i]];
        if (s.count == p->count && memcmp(&a->caller_place[s.first], p->item, bytes) == 0) return a->callers_at[i];
    }
    if (a->callers >= CALLERS || a->caller_places + p->count > CALLER_PLACES) {
        b->full = true;
        return 0;
    }
    a->caller[a->callers] = (Stretch){a->caller_places, p->count};
    memcpy(&a->caller_place[a->caller_places], p->item, bytes);
    a->caller_places += p->count;
    a->callers_at[i] = (uint16_t)a->callers;
    return a->callers++;
}

/* A token was taken: keeps the places from which the next may be taken. */
static void arrive(Build *b, uint32_t code, uint32_t callers);

/* A rule is done: goes on where it was called from. */
static void go_back(Build *b, uint32_t callers)
{
    if (b->done[callers >> 6] >> (callers & 63) & 1) return;
    b->done[callers >> 6] |= (uint64_t)1 << (callers & 63);
    Stretch s = b->ahead->caller[callers];
    for (uint32_t i = 0; i < s.count; i++) {
        Place p = b->ahead->caller_place[s.first + i];
        if (p & WITHIN) b->finds |= (uint64_t)1 << (p & 0xFFFF);
        else arrive(b, p >> 16, p & 0xFFFF);
    }
}

static void arrive(Build *b, uint32_t code, uint32_t callers)
{
    for (;; code++) {
        const PatternCode *k = &b->tables->code[code];
        switch ((CodeKind)k->kind) {
        case CODE_SYMBOL: case CODE_SHAPE: case CODE_RULE: add_place(b, &b->places, code << 16 | callers); return;
        case CODE_NOT: case CODE_GLUE: continue;
        case CODE_GOTO: code = k->x - 1u; continue;
        case CODE_SPLIT:
            arrive(b, k->x, callers);
            code = k->y - 1u;
            continue;
        case CODE_DONE: go_back(b, callers); return;
        }
    }
}

/* Takes the token at a place in the code; a rule that begins there is noted with its caller. */
static void take_token(Build *b, uint32_t code, uint32_t callers)
{
    const struct PatternTables *t = b->tables;
    for (;; code++) {
        const PatternCode *k = &t->code[code];
        switch ((CodeKind)k->kind) {
        case CODE_SYMBOL:
            if (t->carries[(Size)b->kind * t->row_words + (k->x >> 6)] >> (k->x & 63) & 1) arrive(b, code + 1, callers);
            return;
        case CODE_SHAPE:
            if (!(b->shapes >> k->x & 1)) return;
            arrive(b, code + 1, callers);
            add_place(b, &b->places, WITHIN | code << 16 | callers);
            return;
        case CODE_RULE: call(b, k->x, (code + 1) << 16 | callers); return;
        case CODE_NOT: case CODE_GLUE: continue;
        case CODE_GOTO: code = k->x - 1u; continue;
        case CODE_SPLIT:
            take_token(b, k->x, callers);
            code = k->y - 1u;
            continue;
        case CODE_DONE: return;
        }
    }
}

/* The token begins the rules that were called; callers stand before what they call. */
static void take_rules(Build *b)
{
    const struct PatternTables *t = b->tables;
    const uint32_t *order = (const uint32_t *)(const void *)(b->run->rules + b->head->order_at);
    for (uint32_t i = 0; i < t->rules && !b->full; i++) {
        uint32_t rule = order[i];
        if (!b->waiting[rule]) continue;
        uint64_t mask = t->masks[t->viable[rule + b->kind * t->rules]] | pattern_by_shape(t->masks, t->viable + rule + t->shapes, t->rules, b->shapes);
        if (mask == 0) continue;
        uint32_t callers = callers_of(b, &b->called[rule]);
        for (; mask && !b->full; mask &= mask - 1) take_token(b, t->choice[t->rule[rule].choice + (uint32_t)__builtin_ctzll(mask)], callers);
    }
}

static void take_all(Build *b, uint32_t from)
{
    const uint32_t *finds = (const uint32_t *)(const void *)(b->run->rules + b->head->finds_at);
    bool goes_on = b->shapes || (b->tables->kinds[b->kind] & KIND_WITHIN);
    Stretch s = from == OPENING ? (Stretch){0} : b->ahead->state[from];
    for (uint32_t i = 0; from == OPENING && i < b->head->finds; i++) call(b, finds[i], WITHIN | i);
    for (uint32_t i = 0; i < s.count; i++) {
        Place p = b->ahead->place[s.first + i];
        uint32_t code = (p & ~WITHIN) >> 16, callers = p & 0xFFFF;
        if (!(p & WITHIN)) {
            take_token(b, code, callers);
        } else if (goes_on) {
            arrive(b, code + 1, callers);
            add_place(b, &b->places, p);
        }
    }
    take_rules(b);
}

/* The state with the places gathered, a new one where there is none yet. */
static uint32_t settle(Build *b)
{
    Ahead *a = b->ahead;
    put_in_order(&b->places);
    uint32_t n = b->places.count;
    if (n == 0 && b->finds == 0) return DEAD;
    uint32_t i = mixed(places_hash(&b->places) ^ b->finds) % (2 * STATES);
    for (; a->state_at[i]; i = (i + 1) % (2 * STATES)) {
        uint32_t known = a->state_at[i];
        Stretch s = a->state[known];
        if (s.count == n && a->finds[known] == b->finds && memcmp(&a->place[s.first], b->places.item, n * sizeof(Place)) == 0) return known;
    }
    if (a->states >= DEAD || a->places + n > PLACES) {
        b->full = true;
        return DEAD;
    }
    a->state[a->states] = (Stretch){a->places, n};
    a->finds[a->states] = b->finds;
    memcpy(&a->place[a->places], b->places.item, n * sizeof(Place));
    a->places += n;
    a->state_at[i] = (uint16_t)a->states;
    return a->states++;
}

/* The edge of the token at `at` from a state, worked out; 0 where there is no room for it. */
static uint32_t build(const PatternRun *run, uint32_t from, uint32_t at)
{
    if ((pattern_kind(run, at) | pattern_shapes(run, at)) == 0) return DEAD;
    Arena scratch = *run->scratch;
    Build *b = arena_room(&scratch, (Size)sizeof(Build), (Size)_Alignof(Build), 1);
    b->run = run;
    b->head = (const PatternHead *)(const void *)run->rules;
    b->tables = run->tables;
    b->ahead = run->ahead;
    b->kind = pattern_kind(run, at);
    b->shapes = pattern_shapes(run, at);
    b->called = arena_room(&scratch, (Size)sizeof(Places), (Size)_Alignof(Places), b->head->rules);
    b->waiting = arena_take(&scratch, 1, 1, b->head->rules);
    memset(b->done, 0, sizeof b->done);
    b->places.count = 0;
    b->finds = 0;
    b->full = false;
    take_all(b, from);
    uint32_t to = b->full ? 0 : settle(b);
    return b->full ? 0 : to | (b->finds ? FINAL : 0);
}

/* The edge of a token with a shape; 0 where nothing more can be built. */
static uint32_t shape_edge(const PatternRun *run, uint32_t from, uint32_t at)
{
    Ahead *a = run->ahead;
    uint64_t key = ((uint64_t)from << PATTERN_KIND_BITS | pattern_kind(run, at)) << PATTERN_SHAPES | pattern_shapes(run, at);
    uint32_t place = mixed(key) % EDGES;
    for (; a->edge[place]; place = (place + 1) % EDGES)
        if (a->edge[place] >> 16 == key) return a->edge[place] & 0xFFFF;
    uint32_t to = a->edges < EDGES / 4 * 3 ? build(run, from, at) : 0;
    if (to) a->edge[place] = key << 16 | to, a->edges++;
    return to;
}

/* The edge of any token. */
static inline uint32_t edge_of(const PatternRun *run, uint32_t from, uint32_t at)
{
    Ahead *a = run->ahead;
    if (pattern_shapes(run, at)) return shape_edge(run, from, at);
    uint16_t *next = &a->next[from * a->row + pattern_kind(run, at)];
    if (__builtin_expect(*next == 0, 0)) {
        *next = (uint16_t)build(run, from, at);
        if (from == OPENING && *next) a->opened[pattern_kind(run, at)] = (*next & ~(uint32_t)FINAL) * a->row | (*next & FINAL ? SURE : 0);
    }
    return *next;
}

/* The words of the run, with no_word where a token has a shape. */
static const uint16_t *glance_at(const PatternRun *run)
{
    const PatternLook *l = run->look;
    size_t count = (size_t)(run->last - run->first) + 1;
    uint16_t *glance = arena_room(run->scratch, sizeof *glance, _Alignof(uint16_t), (Size)count);
    memcpy(glance, l->word, count * sizeof *glance);
    for (int32_t k = 0; k < l->shapes; k++)
        if (run->shape[k + 1]) glance[l->shaped[k]] = run->tables->no_word;
    return glance;
}

/* Tokens that begin nothing, or nothing that goes on, are most of a text: what is one is told without a branch. What has a shape, or is not built yet, may
 * be one. */
int32_t pattern_openings(const PatternRun *run, int32_t *opening)
{
    const Ahead *a = run->ahead;
    const uint16_t *next = a->next, *kind_of = run->tables->kind_of, *glance = glance_at(run);
    const uint32_t *opened = a->opened;
    int32_t count = run->last - run->first, n = 0;
    uint32_t kind = kind_of[glance[0]];
    for (int32_t i = 0; i < count; i++) {
        uint32_t one = opened[kind];
        kind = kind_of[glance[i + 1]];
        opening[n] = run->first + i;
        n += (int32_t)(one >> 31 | (next[(one & ~SURE) + kind] != DEAD));
    }
    return n;
}

int pattern_ahead(const PatternRun *run, int32_t at, PatternEnd end[PATTERN_ENDS])
{
    Ahead *a = run->ahead;
    int n = 0;
    for (uint32_t state = OPENING; at < run->last; at++) {
        uint32_t edge = edge_of(run, state, (uint32_t)(at - run->first));
        if (edge == 0) {
            begin_afresh(a);
            end[0] = (PatternEnd){run->last, ~(uint64_t)0 >> (PATTERN_FINDS - ((const PatternHead *)(const void *)run->rules)->finds)};
            return 1;
        }
        if (edge == DEAD) break;
        state = edge & ~(uint32_t)FINAL;
        if (!(edge & FINAL)) continue;
        uint64_t finds = a->finds[state] | (n == PATTERN_ENDS ? end[--n].finds : 0);
        end[n++] = (PatternEnd){at + 1, finds};
    }
    return n;
}
