/* The automaton that looks ahead. */
#include "lexicon/pattern_ahead.h"

#include <stdlib.h>

enum {
    STATES = 1 << 12,
    PLACES = 1 << 17,
    EDGES = 1 << 15,
    CALLERS = 1 << 12,
    CALLER_PLACES = 1 << 15,
    MOST_PLACES = 1 << 11,   /* of one state, and of the callers of one rule */
    OPENING = 0,             /* the state before the first token */
    DEAD = STATES - 1
};

/* A place in the code and the callers of its rule: code << 16 | callers. WITHIN: a shape stands there that may go on in the next token.
 * As a caller, code is where that rule goes on; WITHIN then says that the low bits are a find rule's own end. */
typedef uint32_t Place;
static const Place WITHIN = 0x80000000u;

/* A stretch of places. */
typedef struct {
    uint32_t first;
    uint32_t count;
} Stretch;

typedef struct {
    Stretch places;
    uint64_t finds;          /* that may end here */
} State;

/* What has been built for one section. Edges: state, kind and shapes above, the state they lead to in the low 16 bits; 0 none. Rules called at the
 * same token share their callers: what they match does not hang on who called. */
typedef struct PatternAutomaton {
    uint64_t digest;
    uint32_t states, places, edges, callers, caller_places;
    State state[STATES];
    uint16_t state_at[2 * STATES];
    Place place[PLACES];
    uint64_t edge[EDGES];
    uint16_t opened[1 << PATTERN_KIND_BITS];  /* per kind: the state that such a word alone opens; 0 not built yet */
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
} Build;

static void begin_afresh(Ahead *a, uint64_t digest)
{
    memset(a->state_at, 0, sizeof a->state_at);
    memset(a->edge, 0, sizeof a->edge);
    memset(a->opened, 0, sizeof a->opened);
    memset(a->callers_at, 0, sizeof a->callers_at);
    a->digest = digest;
    a->states = OPENING + 1;
    a->callers = 1;
    a->places = a->edges = a->caller_places = 0;
}

Ahead *pattern_automaton(const PatternRun *run)
{
    uint64_t digest = ((const PatternHead *)(const void *)run->rules)->digest;
    enum { SECTIONS = 2 };
    static _Thread_local Ahead *kept;
    static _Thread_local int oldest;
    if (!kept) {
        Arena a = arena_reserve((Size)sizeof(Ahead) * SECTIONS + 64);
        kept = arena_room(&a, (Size)sizeof(Ahead), (Size)_Alignof(Ahead), SECTIONS);
    }
    for (int i = 0; i < SECTIONS; i++)
        if (kept[i].digest == digest) return &kept[i];
    Ahead *a = &kept[oldest];
    oldest = (oldest + 1) % SECTIONS;
    begin_afresh(a, digest);
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

static int place_order(const void *x, const void *y)
{
    Place a = *(const Place *)x, b = *(const Place *)y;
    return (a > b) - (a < b);
}

/* Sorts the places and drops what is there twice. */
static void put_in_order(Places *p)
{
    uint32_t n = 0;
    if (p->count > 1) qsort(p->item, p->count, sizeof *p->item, place_order);
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
        case CODE_RULE: add_place(b, &b->called[k->x], (code + 1) << 16 | callers); return;
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
        if (b->called[rule].count == 0) continue;
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
    Stretch s = from == OPENING ? (Stretch){0} : b->ahead->state[from].places;
    for (uint32_t i = 0; from == OPENING && i < b->head->finds; i++) add_place(b, &b->called[finds[i]], WITHIN | i);
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
        const State *s = &a->state[a->state_at[i]];
        if (s->places.count == n && s->finds == b->finds && memcmp(&a->place[s->places.first], b->places.item, n * sizeof(Place)) == 0) return a->state_at[i];
    }
    if (a->states >= DEAD || a->places + n > PLACES) {
        b->full = true;
        return DEAD;
    }
    a->state[a->states] = (State){{a->places, n}, b->finds};
    memcpy(&a->place[a->places], b->places.item, n * sizeof(Place));
    a->places += n;
    a->state_at[i] = (uint16_t)a->states;
    return a->states++;
}

/* Builds the edge; false where there is no room for it. */
static bool build_edge(const PatternRun *run, Ahead *a, uint32_t from, int32_t at, uint64_t key, uint32_t *to)
{
    Arena scratch = *run->scratch;
    Build *b = arena_room(&scratch, (Size)sizeof(Build), (Size)_Alignof(Build), 1);
    b->run = run;
    b->head = (const PatternHead *)(const void *)run->rules;
    b->tables = run->tables;
    b->ahead = a;
    b->kind = run->kind[at - run->first];
    b->shapes = run->shape[at - run->first];
    b->called = arena_room(&scratch, (Size)sizeof(Places), (Size)_Alignof(Places), b->head->rules);
    for (uint32_t i = 0; i < b->head->rules; i++) b->called[i].count = 0;
    memset(b->done, 0, sizeof b->done);
    b->places.count = 0;
    b->finds = 0;
    b->full = a->edges >= EDGES / 4 * 3;
    take_all(b, from);
    *to = b->full ? DEAD : settle(b);
    if (b->full) return false;
    uint32_t place = mixed(key) % EDGES;
    while (a->edge[place]) place = (place + 1) % EDGES;
    a->edge[place] = key << 16 | *to;
    a->edges++;
    if (from == OPENING && b->shapes == 0) a->opened[b->kind] = (uint16_t)*to;
    return true;
}

/* Where the token at `at` leads from a state; false where nothing more can be built. */
static inline bool follow(const PatternRun *run, Ahead *a, uint32_t from, int32_t at, uint32_t *to)
{
    uint32_t i = (uint32_t)(at - run->first);
    if (from == OPENING && run->shape[i] == 0 && a->opened[run->kind[i]]) {
        *to = a->opened[run->kind[i]];
        return true;
    }
    uint64_t key = ((uint64_t)from << PATTERN_KIND_BITS | run->kind[i]) << PATTERN_SHAPES | run->shape[i];
    for (uint32_t place = mixed(key) % EDGES; a->edge[place]; place = (place + 1) % EDGES)
        if (a->edge[place] >> 16 == key) {
            *to = a->edge[place] & 0xFFFF;
            return true;
        }
    return build_edge(run, a, from, at, key, to);
}

int pattern_ahead(const PatternRun *run, int32_t at, PatternEnd end[PATTERN_ENDS])
{
    Ahead *a = run->ahead;
    int n = 0;
    for (uint32_t state = OPENING; at < run->last; at++) {
        if ((run->kind[at - run->first] | run->shape[at - run->first]) == 0) break;
        uint32_t next;
        if (!follow(run, a, state, at, &next)) {
            begin_afresh(a, a->digest);
            end[0] = (PatternEnd){run->last, ~(uint64_t)0 >> (PATTERN_FINDS - ((const PatternHead *)(const void *)run->rules)->finds)};
            return 1;
        }
        if (next == DEAD) break;
        state = next;
        if (a->state[state].finds == 0) continue;
        uint64_t finds = a->state[state].finds | (n == PATTERN_ENDS ? end[--n].finds : 0);
        end[n++] = (PatternEnd){at + 1, finds};
    }
    return n;
}
