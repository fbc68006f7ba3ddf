/* Who has what on a day, as known on a day. */
#include "ask/rows.h"

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

static uint64_t mix(uint64_t a, uint64_t b)
{
    uint64_t x = (a ^ (b + 0x9e3779b97f4a7c15u + (a << 6) + (a >> 2))) * 0xff51afd7ed558ccdu;
    return x ^ x >> 32;
}

static uint64_t id_number(Span id)
{
    uint64_t n = 0;
    for (Size i = 1; i < id.len; i++) n = n << 4 | (uint64_t)(id.at[i] <= '9' ? id.at[i] - '0' : id.at[i] - 'a' + 10);
    return n;
}

/* Which contribution a claim speaks of: contributor and mission, or place and role where the mission is not known; then asset and type; then
 * the places, or the part, it speaks of. */
static void place_claim(sqlite3_stmt *s, AsOfClaim *c)
{
    Span mission = store_get_text(s, 6), hosts = store_get_text(s, 7), places = store_get_text(s, 8), roles = store_get_text(s, 9);
    bool part = store_get_int(s, 10) != 0;
    uint64_t where = hash_names(places.len ? places : hosts);
    c->group = mix(span_hash(store_get_text(s, 3)), mission.len ? span_hash(mission) : mix(where, hash_names(roles)));
    c->line = mix(mix(c->group, span_hash(store_get_text(s, 4))), span_hash(store_get_text(s, 5)));
    c->whole = !part && (places.len == 0 || mission.len == 0);
    c->scope = c->whole ? 0 : mix(hash_names(places), part ? hash_names(roles) | 1 : 0);
    c->umbrella = span_is(store_get_text(s, 4), "none");
}

static void date_claim(sqlite3_stmt *s, AsOfClaim *c)
{
    Span duration = store_get_text(s, 21);
    c->start_said = store_get_int(s, 15) != 0;
    c->start_earliest = store_get_day(s, 16);
    c->start_latest = store_get_day(s, 17);
    c->end_said = store_get_int(s, 18) != 0;
    c->end_earliest = store_get_day(s, 19);
    c->end_latest = store_get_day(s, 20);
    if (!c->end_said && duration.len && store_get_int(s, 23) == 0)
        (void)as_of_duration_end(c->start_earliest, c->start_latest, duration, !span_is(store_get_text(s, 22), "exact"), &c->end_earliest, &c->end_latest);
    c->published_first = store_get_day(s, 28);
    c->published_last = store_get_day(s, 29);
    int64_t opened = store_get_int(s, 30) / 1000000;
    c->learned = (Day){(int32_t)(opened / 86400 - (opened % 86400 < 0))};
}

static AsOfClaim read_claim(sqlite3_stmt *s, const AskFilter *f, const HedgeTable *hedges)
{
    AsOfClaim c = {.claim = store_get_int(s, 0), .tie = id_number(store_get_text(s, 1)), .document = store_get_int(s, 2)};
    c.origin = c.document;
    place_claim(s, &c);
    date_claim(s, &c);
    c.stage = (uint8_t)stage_from(store_get_text(s, 11));
    c.realis = (uint8_t)realis_from(store_get_text(s, 12));
    c.act = (uint8_t)act_from(store_get_text(s, 13));
    int basis = basis_from(store_get_text(s, 14)), hedge = hedge_from(store_get_text(s, 27));
    c.basis = (uint8_t)(basis < 0 ? BASIS_NONE : basis);
    c.low = c.best = c.high = (double)NAN;
    if (hedge >= 0) {
        Interval i = hedges_interval(hedges, (Hedge)hedge, store_get_text(s, 24), store_get_real(s, 25), store_get_real(s, 26), f->strict);
        c.low = i.low;
        c.best = i.best;
        c.high = i.high;
        c.numbered = true;
    }
    return c;
}

static int order_groups(const void *a, const void *b)
{
    const AsOfClaim *x = a, *y = b;
    return x->group < y->group ? -1 : x->group > y->group;
}

static AskLevel fill(Register *reg, const AsOfClaim *group, const AsOfLevel *l, const AskFilter *f, const HedgeTable *hedges, Arena *keep)
{
    const AsOfClaim *governor = &group[l->claim];
    AskLevel row = {.low = l->low, .best = l->best, .high = l->high, .certainty = l->certainty, .planned = l->tells == TELLS_PLANNED,
                    .past = l->tells == TELLS_PAST, .undated = !day_known(governor->published_last), .part = !governor->whole,
                    .evidence = l->evidence, .age = l->age, .claims = l->claims, .documents = l->documents, .origins = l->origins, .others = l->others};
    row.claim = ask_claim(reg, governor->claim, hedges, f->strict, keep);
    if (l->number == l->claim) row.number = row.claim;
    else if (l->number >= 0) row.number = ask_claim(reg, group[l->number].claim, hedges, f->strict, keep);
    return row;
}

static int order_levels(const void *a, const void *b)
{
    const AskLevel *x = a, *y = b;
    const Span left[] = {x->claim.contributor, x->claim.mission, x->claim.asset, x->claim.asset_type, x->claim.places};
    const Span right[] = {y->claim.contributor, y->claim.mission, y->claim.asset, y->claim.asset_type, y->claim.places};
    for (int i = 0; i < 5; i++) {
        int by = span_compare(left[i], right[i]);
        if (by) return by;
    }
    if (x->planned != y->planned) return x->planned ? 1 : -1;
    int by = span_compare(x->claim.basis, y->claim.basis);
    if (!by) by = span_compare(x->claim.hosts, y->claim.hosts);
    return by ? by : span_compare(x->claim.id, y->claim.id);
}

typedef ARRAY(AsOfClaim) ClaimsOfLevels;

static void answer_group(Register *reg, AsOfClaim *group, Size claims, const AskFilter *f, const HedgeTable *hedges, AskLevels *answer, Arena *keep, Arena scratch)
{
    AsOfQuestion q = {f->at_first, f->at_last, day_known(f->known) && !f->by_learning, f->known, f->max_age};
    AsOfLevel *level = ARENA_NEW(&scratch, AsOfLevel, claims);
    Size stale = 0;
    Size levels = as_of_group(group, claims, &q, level, &stale, scratch);
    for (Size i = 0; i < levels; i++) {
        Arena mark = *keep;
        AskLevel row = fill(reg, group, &level[i], f, hedges, keep);
        if (ask_passes(&row.claim, f)) *ARRAY_PUSH(&answer->item, keep) = row;
        else *keep = mark;
    }
    answer->stale += stale;
}

static void gather(Register *reg, const AskFilter *f, const HedgeTable *hedges, ClaimsOfLevels *claims, Arena *work)
{
    sqlite3_stmt *s = store_begin(reg, SQL_LEVEL_CLAIMS);
    store_text(s, 1, f->contributor);
    store_text(s, 2, f->mission);
    ask_bind_learned(s, 3, f);
    while (store_row(reg, s)) *ARRAY_PUSH(claims, work) = read_claim(s, f, hedges);
}

Error ask_at(Register *reg, const AskFilter *filter, const HedgeTable *hedges, AskLevels *answer, Arena *keep)
{
    *answer = (AskLevels){0};
    Arena work = reg->work;
    ClaimsOfLevels claims = {0};
    store_run(reg, SQL_BEGIN_LOOK);
    gather(reg, filter, hedges, &claims, &work);
    if (claims.len) qsort(claims.item, (size_t)claims.len, sizeof *claims.item, order_groups);
    for (Size from = 0, to; from < claims.len; from = to) {
        for (to = from + 1; to < claims.len && claims.item[to].group == claims.item[from].group; to++) {}
        answer_group(reg, claims.item + from, to - from, filter, hedges, answer, keep, work);
    }
    if (answer->item.len) qsort(answer->item.item, (size_t)answer->item.len, sizeof *answer->item.item, order_levels);
    if (day_known(filter->known) && !filter->by_learning) {
        sqlite3_stmt *s = store_begin(reg, SQL_UNDATED_DOCUMENTS);
        if (store_row(reg, s)) answer->undated = store_get_int(s, 0);
        store_end(s);
    }
    Error e = store_error(reg);
    store_run(reg, SQL_ROLLBACK);
    (void)store_error(reg);
    return e;
}
