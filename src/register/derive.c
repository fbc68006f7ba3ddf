/* Stored claims to groups: which contribution a claim speaks of, its days with the duration counted in, its number as an interval. */
#include "register/derive.h"

#include "base/utf8.h"
#include "lexicon/lexicon.h"
#include "register/edit.h"

enum { WORDS_ROOM = 256 };

#include <math.h>
#include <stdlib.h>

/* Names in any order are the same places. */
static uint64_t hash_names(Span joined)
{
    uint64_t sum = 0;
    Span name;
    while (span_cut(&joined, '|', &name)) sum += span_hash(name) | 1;
    return sum;
}

/* Words in any case; 0 for none. */
static uint32_t hash_words(Span words)
{
    char folded[WORDS_ROOM];
    if (words.len == 0) return 0;
    if (words.len > WORDS_ROOM - 4) words.len = WORDS_ROOM - 4;
    return (uint32_t)span_hash((Span){folded, utf8_fold(words, folded, WORDS_ROOM)}) | 1;
}

static uint64_t id_number(Span id)
{
    uint64_t n = 0;
    for (Size i = 1; i < id.len; i++) n = n << 4 | (uint64_t)(id.at[i] <= '9' ? id.at[i] - '0' : id.at[i] - 'a' + 10);
    return n;
}

/* Whether soldiers or equipment stand in another country than the one where the mission mainly is: four in Kuwait are not the hundred in Iraq. Aircraft
 * and ships have a base in one country and work over another; they stay one contribution. */
static bool elsewhere(const DerivePlace *p)
{
    static const char ON_LAND[] = "personnel|formation|vehicle|equipment";
    Span hosts = lexicon_field(lexicon_find(TABLE_MISSIONS, p->mission), "hosts"), main, host, rest = p->hosts;
    if (p->mission.len == 0 || p->hosts.len == 0 || !span_listed(ON_LAND, p->asset) || !span_cut(&hosts, '|', &main)) return false;
    while (span_cut(&rest, '|', &host))
        if (span_equal(host, main)) return false;
    return true;
}

/* Contributor and mission, or place and role where the mission is not known; then asset and type; then the places, or the part of a whole. */
void derive_place(const DerivePlace *p, AsOfClaim *c)
{
    uint64_t where = hash_names(p->places.len ? p->places : p->hosts);
    c->group = derive_mix(span_hash(p->contributor), p->mission.len ? span_hash(p->mission) : derive_mix(where, hash_names(p->roles)));
    c->line = derive_mix(derive_mix(c->group, span_hash(p->asset)), span_hash(p->asset_type));
    bool away = p->places.len == 0 && elsewhere(p);
    c->whole = !p->part && !away && (p->places.len == 0 || p->mission.len == 0);
    c->scope = c->whole ? 0 : derive_mix(hash_names(away ? p->hosts : p->places), p->part ? hash_names(p->roles) | 1 : 0);
    c->umbrella = span_is(p->asset, "none");
    c->roles = roles_from(p->roles);
}

void derive_duration(Span iso, bool about, bool added, AsOfClaim *c)
{
    int32_t months, days;
    if (c->end_said || iso.len == 0) return;
    if (!added) {
        (void)as_of_duration_end(c->start_earliest, c->start_latest, iso, about, &c->end_earliest, &c->end_latest);
    } else if (as_of_duration(iso, &months, &days) && months <= UINT16_MAX && days <= UINT16_MAX) {
        c->added_months = (uint16_t)months;
        c->added_days = (uint16_t)days;
        c->added_about = about;
    }
}

/* The claim's fields as the row has them. */
static EditFields fields_of(sqlite3_stmt *s)
{
    EditFields f = {.low = store_get_real(s, 25), .high = store_get_real(s, 26), .part = store_get_int(s, 10) != 0, .start_said = store_get_int(s, 15) != 0,
                    .end_said = store_get_int(s, 18) != 0, .start_earliest = store_get_day(s, 16), .start_latest = store_get_day(s, 17),
                    .end_earliest = store_get_day(s, 19), .end_latest = store_get_day(s, 20)};
    Span *text[] = {&f.contributor, &f.asset, &f.asset_type, &f.mission, &f.hosts, &f.places, &f.roles}, *word[] = {&f.stage, &f.realis, &f.act, &f.basis};
    for (int i = 0; i < 7; i++) *text[i] = store_get_text(s, 3 + i);
    for (int i = 0; i < 4; i++) *word[i] = store_get_text(s, 11 + i);
    f.hedge = store_get_text(s, 27);
    return f;
}

/* Where the claim joins another's contribution, it speaks of what that one speaks of. */
static void join_fields(Register *reg, EditFields *f, Arena *scratch)
{
    Span *text[] = {&f->contributor, &f->mission, &f->asset, &f->asset_type, &f->hosts, &f->places, &f->roles};
    sqlite3_stmt *s = store_begin(reg, SQL_CLAIM_NAMES);
    store_int(s, 1, f->joined);
    if (!f->joined || !store_row(reg, s)) return;
    for (int i = 0; i < 7; i++) *text[i] = arena_copy(scratch, store_get_text(s, i));
    store_end(s);
}

static void place_fields(const EditFields *f, AsOfClaim *c)
{
    DerivePlace p = {f->contributor, f->asset, f->asset_type, f->mission, f->hosts, f->places, f->roles, f->part};
    derive_place(&p, c);
    if (f->alone.len) c->line = derive_mix(c->line, span_hash(f->alone));
}

static void date_claim(sqlite3_stmt *s, const EditFields *f, AsOfClaim *c)
{
    c->start_said = f->start_said;
    c->start_earliest = f->start_earliest;
    c->start_latest = f->start_latest;
    c->end_said = f->end_said;
    c->end_earliest = f->end_earliest;
    c->end_latest = f->end_latest;
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

static void number_claim(sqlite3_stmt *s, const EditFields *e, const DeriveFilter *f, AsOfClaim *c)
{
    int hedge = hedge_from(e->hedge);
    c->low = c->best = c->high = (double)NAN;
    if (hedge < 0) return;
    Interval i = hedges_interval(f->hedges, (Hedge)hedge, store_get_text(s, 24), e->low, e->high, f->strict);
    c->low = i.low;
    c->best = i.best;
    c->high = i.high;
    c->hedge = (uint8_t)hedge;
    c->numbered = true;
}

static bool lets_through(const DeriveFilter *f, const EditFields *e)
{
    return (f->contributor.len == 0 || span_equal(f->contributor, e->contributor)) && (f->mission.len == 0 || span_equal(f->mission, e->mission));
}

/* False when the claim takes no part: rejected by a person, or kept out by the filter. */
static bool read_claim(Register *reg, sqlite3_stmt *s, const DeriveFilter *f, AsOfClaim *c, Arena scratch)
{
    EditFields e = fields_of(s);
    *c = (AsOfClaim){.claim = store_get_int(s, 0), .tie = id_number(store_get_text(s, 1)), .document = store_get_int(s, 2)};
    c->origin = c->document;
    if (reg->edits) {
        edits_apply(reg->edits, c->claim, &e);
        join_fields(reg, &e, &scratch);
    }
    if (e.rejected || !lets_through(f, &e)) return false;
    place_fields(&e, c);
    date_claim(s, &e, c);
    c->stage = value_or_none(stage_from(e.stage));
    c->realis = value_or_none(realis_from(e.realis));
    c->act = value_or_none(act_from(e.act));
    c->basis = value_or_none(basis_from(e.basis));
    number_claim(s, &e, f, c);
    Span publisher = store_get_text(s, 31);
    c->publisher = publisher.len ? (uint32_t)span_hash(publisher) | 1 : 0;
    c->words = derive_sketch(store_get_text(s, 32));
    c->end_words = hash_words(store_get_text(s, 33));
    c->agency = hash_words(store_get_text(s, 34));
    c->replaced = e.replaced;
    c->replaced_on = e.replaced_on;
    return true;
}

bool derive_names(Register *reg, const AsOfClaim *c, DerivePlace *names, Arena *scratch)
{
    EditFields e = {0};
    Span *text[] = {&e.contributor, &e.mission, &e.asset, &e.asset_type, &e.hosts, &e.places, &e.roles};
    sqlite3_stmt *s = store_begin(reg, SQL_CLAIM_NAMES);
    store_int(s, 1, c->claim);
    if (!store_row(reg, s)) return false;
    for (int i = 0; i < 7; i++) *text[i] = arena_copy(scratch, store_get_text(s, i));
    store_end(s);
    if (reg->edits) {
        edits_apply(reg->edits, c->claim, &e);
        join_fields(reg, &e, scratch);
    }
    *names = (DerivePlace){e.contributor, e.asset, e.asset_type, e.mission, e.hosts, e.places, e.roles, e.part};
    return true;
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
    bool added = c->added_months || c->added_days;   /* its end is made anew each time */
    PackedClaim p = {.claim = c->claim, .document = c->document, .origin = c->origin, .scope = c->scope, .tie = c->tie, .words = c->words, .low = c->low, .best = c->best, .high = c->high,
                     .day = {c->published_first.n, c->published_last.n, c->learned.n, c->start_earliest.n, c->start_latest.n, added ? NO_DAY.n : c->end_earliest.n,
                             added ? NO_DAY.n : c->end_latest.n, c->replaced_on.n},
                     .roles = c->roles, .publisher = c->publisher, .end_words = c->end_words, .agency = c->agency,
                     .added = (uint32_t)c->added_months << 16 | c->added_days};
    p.flags = (uint64_t)c->whole | (uint64_t)c->umbrella << 1 | (uint64_t)c->start_said << 2 | (uint64_t)c->end_said << 3 | (uint64_t)c->numbered << 4 | (uint64_t)c->added_about << 5 | (uint64_t)c->replaced << 6 |
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
                       .start_earliest = {p.day[3]}, .start_latest = {p.day[4]}, .end_earliest = {p.day[5]}, .end_latest = {p.day[6]}, .replaced_on = {p.day[7]}, .replaced = p.flags >> 6 & 1,
                       .low = p.low, .best = p.best, .high = p.high, .words = p.words, .publisher = p.publisher, .roles = p.roles, .end_words = p.end_words, .agency = p.agency,
                       .added_months = (uint16_t)(p.added >> 16), .added_days = (uint16_t)p.added, .added_about = p.flags >> 5 & 1};
}

/* What the derived tables were built from: the last reading and the last claim; 0: they are not there, or another table of hedges was used. */
typedef struct {
    int64_t reading;
    int64_t claim;
    int64_t correction;
} Built;

static Built what_is_built(Register *reg, const DeriveFilter *f)
{
    Built built = {0};
    if (f->strict || (f->by_learning && day_known(f->known))) return built;
    sqlite3_stmt *s = store_begin(reg, SQL_BUILT);
    if (store_row(reg, s) && (uint64_t)store_get_int(s, 2) == f->hedges->hash && store_get_int(s, 3) == derive_version())
        built = (Built){store_get_int(s, 0), store_get_int(s, 1), store_get_int(s, 4)};
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
    int64_t open = store_get_int(s, 5);
    *old = false;
    if (!day_known(f->first)) return true;
    if (!day_known(first) || first.n > f->last.n) return false;
    if (open && (f->max_age <= 0 || f->max_age > DERIVE_MAX_AGE)) return true;
    *old = open == 2 && last.n < f->first.n;
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

static int order_gone(const void *a, const void *b)
{
    const Gone *x = a, *y = b;
    return (x->first > y->first) - (x->first < y->first);
}

/* Claims that the derived tables hold but that are to be passed over: of readings closed since, and all that corrections speak of when the ledger
 * has grown since (those are read again with the fresh ones). */
static void read_gone(DeriveWalk *w, Built built, GoneRows *gone, Arena *work)
{
    const Edits *edits = w->reg->edits;
    sqlite3_stmt *s = store_begin(w->reg, SQL_CLOSED_SINCE);
    store_int(s, 1, built.reading);
    while (store_row(w->reg, s)) *ARRAY_PUSH(gone, work) = (Gone){store_get_int(s, 0), store_get_int(s, 0) + store_get_int(s, 1)};
    if (!edits || w->reg->edits_correction <= built.correction) return;
    for (Size i = 0; i < edits->item.len; i++) {
        int64_t claim = edits->item.item[i].claim;
        if (claim <= built.claim && (i == 0 || edits->item.item[i - 1].claim != claim)) *ARRAY_PUSH(gone, work) = (Gone){claim, claim + 1};
    }
    if (gone->len) qsort(gone->item, (size_t)gone->len, sizeof *gone->item, order_gone);
}

static void read_threads(DeriveWalk *w, Built built, Arena *work)
{
    w->threads = ARENA_NEW(work, struct DeriveThreads, 1);
    read_gone(w, built, &w->threads->gone, work);
    choose_threads(w, &w->threads->all, work);
}

static bool is_edited(Register *reg, int64_t claim)
{
    if (!reg->edits) return false;
    Size at = edits_find(reg->edits, claim);
    return at < reg->edits->item.len && reg->edits->item.item[at].claim == claim;
}

/* Claims with corrections: what the filter asks may be what was corrected, so each is read by itself. */
static void read_edited(DeriveWalk *w, Built built, Arena *work)
{
    const Edits *edits = w->reg->edits;
    for (Size i = 0; edits && i < edits->item.len; i++) {
        int64_t claim = edits->item.item[i].claim;
        bool applied = claim <= built.claim && w->reg->edits_correction <= built.correction;
        if (applied || (i > 0 && edits->item.item[i - 1].claim == claim)) continue;
        AsOfClaim c;
        sqlite3_stmt *s = store_begin(w->reg, SQL_LEVEL_CLAIM_BY_ROW);
        store_int(s, 1, claim);
        if (store_row(w->reg, s) && read_claim(w->reg, s, w->filter, &c, *work)) *ARRAY_PUSH(&w->fresh, work) = c;
        store_end(s);
    }
}

static void read_fresh(DeriveWalk *w, Built built, Arena *work)
{
    const DeriveFilter *f = w->filter;
    bool by_learning = f->by_learning && day_known(f->known);
    sqlite3_stmt *s = store_begin(w->reg, SQL_LEVEL_CLAIMS);
    store_text(s, 1, f->contributor);
    store_text(s, 2, f->mission);
    if (by_learning) store_int(s, 3, ((int64_t)f->known.n + 1) * 86400 * 1000000 - 1);
    store_int(s, 4, built.claim);
    while (store_row(w->reg, s)) {
        AsOfClaim c;
        /* What the register held then is asked without what people said later. */
        if (!by_learning && is_edited(w->reg, store_get_int(s, 0))) continue;
        if (read_claim(w->reg, s, f, &c, *work)) *ARRAY_PUSH(&w->fresh, work) = c;
    }
    if (!by_learning) read_edited(w, built, work);
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
    bool by_learning = filter->by_learning && day_known(filter->known);
    const Edits *edits = edits_refresh(reg);
    if (by_learning) reg->edits = NULL;
    Built built = what_is_built(reg, filter);
    read_fresh(&w, built, &work);
    if (w.fresh.len) qsort(w.fresh.item, (size_t)w.fresh.len, sizeof *w.fresh.item, order_groups);
    if (built.reading) read_threads(&w, built, &work);
    reg->edits = edits;
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

/* The smallest key that is still to come. */
static uint64_t next_key(const DeriveWalk *w, const Threads *threads)
{
    uint64_t thread = w->next_thread < threads->len ? threads->item[w->next_thread].group : UINT64_MAX;
    uint64_t fresh = w->next_fresh < w->fresh.len ? w->fresh.item[w->next_fresh].group : UINT64_MAX;
    return thread < fresh ? thread : fresh;
}

bool derive_next(DeriveWalk *w)
{
    const Threads none = {0}, *threads = w->threads ? &w->threads->all : &none;
    /* Each group begins where the last began. */
    if (w->claim) w->work.at = (char *)w->claim;
    for (;;) {
        if (w->reg->error.code != ERROR_NONE || (w->next_thread >= threads->len && w->next_fresh >= w->fresh.len)) return false;
        uint64_t key = next_key(w, threads);
        DeriveClaims group = {0};
        Size before = w->next_fresh;
        for (; w->next_thread < threads->len && threads->item[w->next_thread].group == key; w->next_thread++)
            if (threads->item[w->next_thread].live) add_thread(w, &threads->item[w->next_thread], &group, &w->work);
        add_fresh(w, key, &group, &w->work);
        if (group.len == 0) continue;
        w->claim = group.item;
        w->claims = group.len;
        if (w->next_fresh > before) derive_origins(w->reg, w->claim, w->claims, w->work);
        derive_extend(w->claim, w->claims, w->work);
        return true;
    }
}
