/* Stored claims to groups: which contribution a claim speaks of, its days with the duration counted in, its number as an interval. */
#include "register/derive.h"

#include "base/utf8.h"

#include <math.h>
#include <stdlib.h>

enum { COPY_DAYS = 7, COPY_BITS = 10, COPY_LOOK_BACK = 24, SKETCH_WORDS = 6, SKETCH_ROOM = 2048 };

static uint64_t mix(uint64_t a, uint64_t b)
{
    uint64_t x = (a ^ (b + 0x9e3779b97f4a7c15u + (a << 6) + (a >> 2))) * 0xff51afd7ed558ccdu;
    return x ^ x >> 32;
}

/* Names in any order are the same places. */
static uint64_t hash_names(Span joined)
{
    uint64_t sum = 0;
    Span name;
    while (span_cut(&joined, '|', &name)) sum += span_hash(name) | 1;
    return sum;
}

static uint64_t id_number(Span id)
{
    uint64_t n = 0;
    for (Size i = 1; i < id.len; i++) n = n << 4 | (uint64_t)(id.at[i] <= '9' ? id.at[i] - '0' : id.at[i] - 'a' + 10);
    return n;
}

static void add_to_sketch(uint64_t h, int *sum)
{
    for (int bit = 0; bit < 64; bit++) sum[bit] += h >> bit & 1 ? 1 : -1;
}

/* Words and pairs of words vote on each bit. */
uint64_t derive_sketch(Span sentence)
{
    char folded[SKETCH_ROOM];
    if (sentence.len > SKETCH_ROOM - 4) sentence.len = SKETCH_ROOM - 4;
    Span rest = {folded, sentence.len ? utf8_fold(sentence, folded, SKETCH_ROOM) : 0}, word;
    int sum[64] = {0}, words = 0;
    uint64_t before = 0;
    while (span_cut(&rest, ' ', &word)) {
        while (word.len && strchr(".,;:!?\"'()", word.at[word.len - 1])) word.len--;
        if (word.len == 0) continue;
        uint64_t h = mix(span_hash(word), 1);
        add_to_sketch(h, sum);
        if (words++) add_to_sketch(mix(before, h), sum);
        before = h;
    }
    uint64_t sketch = 0;
    for (int bit = 0; bit < 64; bit++) sketch |= (uint64_t)(sum[bit] > 0) << bit;
    return words < SKETCH_WORDS ? 0 : sketch | (sketch == 0);
}

bool derive_alike(uint64_t a, uint64_t b)
{
    return a && b && __builtin_popcountll(a ^ b) <= COPY_BITS;
}

/* Contributor and mission, or place and role where the mission is not known; then asset and type; then the places, or the part of a whole. */
void derive_place(const DerivePlace *p, AsOfClaim *c)
{
    uint64_t where = hash_names(p->places.len ? p->places : p->hosts);
    c->group = mix(span_hash(p->contributor), p->mission.len ? span_hash(p->mission) : mix(where, hash_names(p->roles)));
    c->line = mix(mix(c->group, span_hash(p->asset)), span_hash(p->asset_type));
    c->whole = !p->part && (p->places.len == 0 || p->mission.len == 0);
    c->scope = c->whole ? 0 : mix(hash_names(p->places), p->part ? hash_names(p->roles) | 1 : 0);
    c->umbrella = span_is(p->asset, "none");
    c->roles = roles_from(p->roles);
}

void derive_duration(Span iso, bool about, bool added, AsOfClaim *c)
{
    if (!c->end_said && iso.len && !added) (void)as_of_duration_end(c->start_earliest, c->start_latest, iso, about, &c->end_earliest, &c->end_latest);
}

static void place_claim(sqlite3_stmt *s, AsOfClaim *c)
{
    DerivePlace p = {.contributor = store_get_text(s, 3), .asset = store_get_text(s, 4), .asset_type = store_get_text(s, 5), .mission = store_get_text(s, 6),
                     .hosts = store_get_text(s, 7), .places = store_get_text(s, 8), .roles = store_get_text(s, 9), .part = store_get_int(s, 10) != 0};
    derive_place(&p, c);
}

static void date_claim(sqlite3_stmt *s, AsOfClaim *c)
{
    c->start_said = store_get_int(s, 15) != 0;
    c->start_earliest = store_get_day(s, 16);
    c->start_latest = store_get_day(s, 17);
    c->end_said = store_get_int(s, 18) != 0;
    c->end_earliest = store_get_day(s, 19);
    c->end_latest = store_get_day(s, 20);
    derive_duration(store_get_text(s, 21), !span_is(store_get_text(s, 22), "exact"), store_get_int(s, 23) != 0, c);
    c->published_first = store_get_day(s, 28);
    c->published_last = store_get_day(s, 29);
    int64_t opened = store_get_int(s, 30) / 1000000;
    c->learned = (Day){(int32_t)(opened / 86400 - (opened % 86400 < 0))};
}

static uint8_t value_or_none(int value)
{
    return (uint8_t)(value < 0 ? 0 : value);
}

static AsOfClaim read_claim(sqlite3_stmt *s, const DeriveFilter *f)
{
    AsOfClaim c = {.claim = store_get_int(s, 0), .tie = id_number(store_get_text(s, 1)), .document = store_get_int(s, 2)};
    int hedge = hedge_from(store_get_text(s, 27));
    c.origin = c.document;
    place_claim(s, &c);
    date_claim(s, &c);
    c.stage = value_or_none(stage_from(store_get_text(s, 11)));
    c.realis = value_or_none(realis_from(store_get_text(s, 12)));
    c.act = value_or_none(act_from(store_get_text(s, 13)));
    c.basis = value_or_none(basis_from(store_get_text(s, 14)));
    c.low = c.best = c.high = (double)NAN;
    if (hedge >= 0) {
        Interval i = hedges_interval(f->hedges, (Hedge)hedge, store_get_text(s, 24), store_get_real(s, 25), store_get_real(s, 26), f->strict);
        c.low = i.low;
        c.best = i.best;
        c.high = i.high;
        c.hedge = (uint8_t)hedge;
        c.numbered = true;
    }
    Span publisher = store_get_text(s, 31);
    c.publisher = publisher.len ? (uint32_t)span_hash(publisher) | 1 : 0;
    c.words = derive_sketch(store_get_text(s, 32));
    return c;
}

/* ---- The derived tables: the same claims, ready to be used. */

int64_t derive_version(void)
{
    const uint32_t order = 0x01020304;
    uint8_t first;
    memcpy(&first, &order, 1);
    return DERIVE_VERSION * 16 + first;
}

PackedClaim derive_pack(const AsOfClaim *c)
{
    PackedClaim p = {.claim = c->claim, .document = c->document, .origin = c->origin, .scope = c->scope, .tie = c->tie, .words = c->words, .low = c->low, .best = c->best, .high = c->high,
                     .day = {c->published_first.n, c->published_last.n, c->learned.n, c->start_earliest.n, c->start_latest.n, c->end_earliest.n, c->end_latest.n},
                     .roles = c->roles, .publisher = c->publisher};
    p.flags = (uint64_t)c->whole | (uint64_t)c->umbrella << 1 | (uint64_t)c->start_said << 2 | (uint64_t)c->end_said << 3 | (uint64_t)c->numbered << 4 |
              (uint64_t)c->stage << 8 | (uint64_t)c->realis << 16 | (uint64_t)c->act << 24 | (uint64_t)c->basis << 32 | (uint64_t)c->hedge << 40;
    return p;
}

static AsOfClaim unpack(const char *at, uint64_t group, uint64_t line)
{
    PackedClaim p;
    memcpy(&p, at, sizeof p);
    return (AsOfClaim){.claim = p.claim, .document = p.document, .origin = p.origin, .group = group, .line = line, .scope = p.scope, .tie = p.tie,
                       .whole = p.flags & 1, .umbrella = p.flags >> 1 & 1, .start_said = p.flags >> 2 & 1, .end_said = p.flags >> 3 & 1, .numbered = p.flags >> 4 & 1,
                       .stage = (uint8_t)(p.flags >> 8), .realis = (uint8_t)(p.flags >> 16), .act = (uint8_t)(p.flags >> 24), .basis = (uint8_t)(p.flags >> 32),
                       .hedge = (uint8_t)(p.flags >> 40), .published_first = {p.day[0]}, .published_last = {p.day[1]}, .learned = {p.day[2]},
                       .start_earliest = {p.day[3]}, .start_latest = {p.day[4]}, .end_earliest = {p.day[5]}, .end_latest = {p.day[6]},
                       .low = p.low, .best = p.best, .high = p.high, .words = p.words, .publisher = p.publisher, .roles = p.roles};
}

/* What the derived tables were built from: the last reading and the last claim; 0: they are not there, or another table of hedges was used. */
typedef struct {
    int64_t reading;
    int64_t claim;
} Built;

static Built what_is_built(Register *reg, const DeriveFilter *f)
{
    Built built = {0, 0};
    if (f->strict || (f->by_learning && day_known(f->known))) return built;
    sqlite3_stmt *s = store_begin(reg, SQL_BUILT);
    if (store_row(reg, s) && (uint64_t)store_get_int(s, 2) == f->hedges->hash && store_get_int(s, 3) == derive_version())
        built = (Built){store_get_int(s, 0), store_get_int(s, 1)};
    store_end(s);
    return built;
}

/* Claims of readings that were closed since: [first, until) rows. */
typedef struct {
    int64_t first;
    int64_t until;
} Gone;

typedef ARRAY(Gone) GoneRows;

static bool is_gone(const GoneRows *gone, int64_t claim)
{
    Size low = 0, high = gone->len;
    while (low < high) {
        Size middle = (low + high) / 2;
        if (gone->item[middle].until <= claim) low = middle + 1;
        else high = middle;
    }
    return low < gone->len && gone->item[low].first <= claim;
}

/* A contribution as the derived table has it. */
typedef struct {
    int64_t thread;
    uint64_t group, line;
    bool umbrella;
    bool live;
} Thread;

typedef ARRAY(Thread) Threads;

/* What a walk knows of the derived tables. */
struct DeriveThreads {
    Threads all;
    GoneRows gone;
};

/* Whether claims recorded since belong to the group. They stand in order of their groups. */
static bool is_fresh(const DeriveClaims *fresh, uint64_t group)
{
    Size low = 0, high = fresh->len;
    while (low < high) {
        Size middle = (low + high) / 2;
        if (fresh->item[middle].group < group) low = middle + 1;
        else high = middle;
    }
    return low < fresh->len && fresh->item[low].group == group;
}

static bool may_reach(sqlite3_stmt *s, const DeriveFilter *f, bool *old)
{
    Day first = store_get_day(s, 3), last = store_get_day(s, 4);
    bool open = store_get_int(s, 5) != 0;
    *old = false;
    if (!day_known(f->first)) return true;
    if (!day_known(first) || first.n > f->last.n) return false;
    if (open && (f->max_age <= 0 || f->max_age > DERIVE_MAX_AGE)) return true;
    *old = open && last.n < f->first.n;
    return last.n >= f->first.n;
}

static void choose_threads(DeriveWalk *w, Threads *threads, Arena *work)
{
    const DeriveFilter *f = w->filter;
    sqlite3_stmt *s = store_begin(w->reg, SQL_THREADS);
    store_text(s, 1, f->contributor);
    store_text(s, 2, f->mission);
    while (store_row(w->reg, s)) {
        bool old;
        if (f->group && (uint64_t)store_get_int(s, 1) != f->group) continue;
        Thread t = {store_get_int(s, 0), (uint64_t)store_get_int(s, 1), (uint64_t)store_get_int(s, 6), store_get_int(s, 2) != 0, may_reach(s, f, &old)};
        if (is_fresh(&w->fresh, t.group)) t.live = true;
        else w->stale += old;
        *ARRAY_PUSH(threads, work) = t;
    }
    /* Words about a whole contribution set ends to all its parts, wherever they themselves reach. */
    for (Size from = 0, to; from < threads->len; from = to) {
        bool live = false;
        for (to = from; to < threads->len && threads->item[to].group == threads->item[from].group; to++) live |= threads->item[to].live;
        for (Size i = from; i < to; i++) threads->item[i].live |= live && threads->item[i].umbrella;
    }
}

static void read_threads(DeriveWalk *w, int64_t upto, Arena *work)
{
    w->threads = ARENA_NEW(work, struct DeriveThreads, 1);
    sqlite3_stmt *s = store_begin(w->reg, SQL_CLOSED_SINCE);
    store_int(s, 1, upto);
    while (store_row(w->reg, s)) *ARRAY_PUSH(&w->threads->gone, work) = (Gone){store_get_int(s, 0), store_get_int(s, 0) + store_get_int(s, 1)};
    choose_threads(w, &w->threads->all, work);
}

static void read_fresh(DeriveWalk *w, int64_t after, Arena *work)
{
    const DeriveFilter *f = w->filter;
    sqlite3_stmt *s = store_begin(w->reg, SQL_LEVEL_CLAIMS);
    store_text(s, 1, f->contributor);
    store_text(s, 2, f->mission);
    if (f->by_learning && day_known(f->known)) store_int(s, 3, ((int64_t)f->known.n + 1) * 86400 * 1000000 - 1);
    store_int(s, 4, after);
    while (store_row(w->reg, s)) *ARRAY_PUSH(&w->fresh, work) = read_claim(s, f);
}

static int order_groups(const void *a, const void *b)
{
    const AsOfClaim *x = a, *y = b;
    if (x->group != y->group) return x->group < y->group ? -1 : 1;
    return (x->claim > y->claim) - (x->claim < y->claim);
}

DeriveWalk derive_begin(Register *reg, const DeriveFilter *filter, Arena work)
{
    DeriveWalk w = {.reg = reg, .filter = filter};
    Built built = what_is_built(reg, filter);
    read_fresh(&w, built.claim, &work);
    if (w.fresh.len) qsort(w.fresh.item, (size_t)w.fresh.len, sizeof *w.fresh.item, order_groups);
    if (built.reading) read_threads(&w, built.reading, &work);
    w.work = work;
    return w;
}

static void add_thread(DeriveWalk *w, const Thread *t, DeriveClaims *group, Arena *work)
{
    const GoneRows *gone = &w->threads->gone;
    sqlite3_stmt *s = store_begin(w->reg, SQL_THREAD_CLAIMS);
    store_int(s, 1, t->thread);
    if (!store_row(w->reg, s)) return;
    Span packed = store_get_text(s, 0);
    for (Size at = 0; at + (Size)sizeof(PackedClaim) <= packed.len; at += (Size)sizeof(PackedClaim)) {
        AsOfClaim c = unpack(packed.at + at, t->group, t->line);
        if (gone->len == 0 || !is_gone(gone, c.claim)) *ARRAY_PUSH(group, work) = c;
    }
    store_end(s);
}

static void add_fresh(DeriveWalk *w, uint64_t key, DeriveClaims *group, Arena *work)
{
    for (; w->next_fresh < w->fresh.len && w->fresh.item[w->next_fresh].group == key; w->next_fresh++)
        *ARRAY_PUSH(group, work) = w->fresh.item[w->next_fresh];
}

bool derive_next(DeriveWalk *w)
{
    const Threads none = {0}, *threads = w->threads ? &w->threads->all : &none;
    /* Each group begins where the last began. */
    if (w->claim) w->work.at = (char *)w->claim;
    for (;;) {
        bool thread = w->next_thread < threads->len, fresh = w->next_fresh < w->fresh.len;
        if ((!thread && !fresh) || w->reg->error.code != ERROR_NONE) return false;
        uint64_t key = !fresh || (thread && threads->item[w->next_thread].group <= w->fresh.item[w->next_fresh].group) ? threads->item[w->next_thread].group
                                                                                                                     : w->fresh.item[w->next_fresh].group;
        DeriveClaims group = {0};
        Size before = w->next_fresh;
        for (; w->next_thread < threads->len && threads->item[w->next_thread].group == key; w->next_thread++)
            if (threads->item[w->next_thread].live) add_thread(w, &threads->item[w->next_thread], &group, &w->work);
        add_fresh(w, key, &group, &w->work);
        if (group.len == 0) continue;
        w->claim = group.item;
        w->claims = group.len;
        if (w->next_fresh > before) derive_origins(w->claim, w->claims, w->work);
        return true;
    }
}

/* ---- Origins: a forest of documents, joined where they copy each other. */

typedef struct {
    int64_t document;
    Size parent;
} Node;

static int order_nodes(const void *a, const void *b)
{
    const Node *x = a, *y = b;
    return (x->document > y->document) - (x->document < y->document);
}

static Size find_node(const Node *node, Size nodes, int64_t document)
{
    Size low = 0, high = nodes;
    while (low < high) {
        Size middle = (low + high) / 2;
        if (node[middle].document < document) low = middle + 1;
        else high = middle;
    }
    return low;
}

static Size root_of(Node *node, Size at)
{
    while (node[at].parent != at) at = node[at].parent = node[node[at].parent].parent;
    return at;
}

static int order_days(const void *a, const void *b)
{
    const AsOfClaim *x = a, *y = b;
    if (x->published_last.n != y->published_last.n) return x->published_last.n < y->published_last.n ? -1 : 1;
    return (x->claim > y->claim) - (x->claim < y->claim);
}

static bool copies(const AsOfClaim *a, const AsOfClaim *b)
{
    bool numbers = a->numbered == b->numbered && (!a->numbered || (a->low == b->low && (a->high == b->high || isnan(a->high) || isnan(b->high))));
    return a->document != b->document && a->line == b->line && numbers && derive_alike(a->words, b->words);
}

void derive_origins(AsOfClaim *claim, Size claims, Arena scratch)
{
    Node *node = ARENA_NEW(&scratch, Node, claims);
    Size nodes = 0;
    for (Size i = 0; i < claims; i++) claim[i].origin = claim[i].document;
    if (claims < 2) return;
    qsort(claim, (size_t)claims, sizeof *claim, order_days);
    for (Size i = 0; i < claims; i++) node[i].document = claim[i].document;
    qsort(node, (size_t)claims, sizeof *node, order_nodes);
    for (Size i = 0; i < claims; i++)
        if (i == 0 || node[i].document != node[nodes - 1].document) node[nodes++].document = node[i].document;
    for (Size i = 0; i < nodes; i++) node[i].parent = i;
    for (Size i = 1; i < claims; i++) {
        for (Size k = i - 1; k >= 0 && k >= i - COPY_LOOK_BACK; k--) {
            if ((int64_t)claim[i].published_last.n - claim[k].published_last.n > COPY_DAYS) break;
            if (!copies(&claim[i], &claim[k])) continue;
            Size a = root_of(node, find_node(node, nodes, claim[i].document)), b = root_of(node, find_node(node, nodes, claim[k].document));
            /* The smaller row number is the root, whatever the order. */
            if (a < b) node[b].parent = a;
            else node[a].parent = b;
        }
    }
    for (Size i = 0; i < claims; i++) claim[i].origin = node[root_of(node, find_node(node, nodes, claim[i].document))].document;
}
