/* Making the derived tables: threads, lines, claims of lines, verdicts, levels. Groups come in order of their keys, so every run numbers alike. */
#include "register/rebuild.h"

#include "register/derive.h"
#include "register/lines.h"

#include <stdio.h>
#include <stdlib.h>

extern const char register_derived[];

/* Where a claim went. */
typedef struct {
    int64_t claim, line, origin;
    int why;
} Placed;

typedef struct {
    Register *reg;
    RebuildReport *report;
    int64_t thread, line;   /* the next numbers */
    Placed *placed;
} Build;

static Error hold_error(Register *reg)
{
    return reg->error;
}

static void drop_and_create(Register *reg)
{
    if (hold_error(reg).code != ERROR_NONE) return;
    int rc = sqlite3_exec(reg->db, register_derived, NULL, NULL, NULL);
    if (rc != SQLITE_OK) store_fail(reg, rc);
}

static int64_t one_number(Register *reg, Statement which)
{
    sqlite3_stmt *s = store_begin(reg, which);
    int64_t n = store_row(reg, s) ? store_get_int(s, 0) : 0;
    store_end(s);
    return n;
}

/* Whether anything of the thread is carried on for ever with all that is known. */
static bool is_open(const AsOfClaim *claim, Size claims, Arena scratch)
{
    AsOfQuestion q = {.first = {INT32_MAX / 4}, .last = {INT32_MAX / 4}};
    AsOfClaim *copy = ARENA_NEW(&scratch, AsOfClaim, claims);
    AsOfLevel *level = ARENA_NEW(&scratch, AsOfLevel, claims);
    memcpy(copy, claim, sizeof *claim * (size_t)claims);
    return as_of_group(copy, claims, &q, level, NULL, scratch) > 0;
}

/* How far words about the group can carry its claims: `named` the last day that any end names, where no end of their own is known, however old they are;
 * `extended` the last day of any extension, where one is. */
typedef struct {
    Day named, extended;
} GroupEnd;

static GroupEnd last_end(const AsOfClaim *claim, Size claims)
{
    GroupEnd last = {NO_DAY, NO_DAY};
    for (Size i = 0; i < claims; i++) {
        const AsOfClaim *c = &claim[i];
        if (c->end_latest.n > last.named.n) last.named = c->end_latest;
        if (as_of_tells(c) == TELLS_PAST && c->published_last.n > last.named.n) last.named = c->published_last;
        if (c->act == ACT_EXTEND && c->end_latest.n > last.extended.n) last.extended = c->end_latest;
    }
    return last;
}

static void add_thread(Build *b, const AsOfClaim *claim, Size claims, GroupEnd group_end, Arena scratch)
{
    Day first = NO_DAY, last = NO_DAY;
    bool unbounded = false;
    for (Size i = 0; i < claims; i++) {
        Day from, to, ever;
        as_of_span(&claim[i], 0, &from, &ever);
        unbounded |= from.n <= ever.n && ever.n > INT32_MAX / 4;
        as_of_span(&claim[i], DERIVE_MAX_AGE, &from, &to);
        if (from.n > to.n) continue;
        if (!day_known(first) || from.n < first.n) first = from;
        if (!day_known(last) || to.n > last.n) last = to;
    }
    if (unbounded && day_known(last) && group_end.named.n > last.n) last = group_end.named;
    if (day_known(last) && group_end.extended.n > last.n) last = group_end.extended;
    DerivePlace names = {0};
    if (!derive_names(b->reg, &claim[0], &names, &scratch)) return;
    const Span text[] = {names.contributor, names.mission, names.asset, names.asset_type, names.hosts, names.places, names.roles};
    sqlite3_stmt *s = store_begin(b->reg, SQL_ADD_THREAD);
    store_int(s, 1, b->thread);
    store_int(s, 2, (int64_t)claim[0].group);
    store_int(s, 3, (int64_t)claim[0].line);
    for (int i = 0; i < 7; i++) store_text(s, 4 + i, text[i]);
    store_int(s, 11, claim[0].umbrella);
    store_day(s, 12, first);
    store_day(s, 13, last);
    store_int(s, 14, !unbounded ? 0 : is_open(claim, claims, scratch) ? 2 : 1);
    store_int(s, 15, claims);
    store_do(b->reg, s);
    b->report->threads++;
}

static void why_line(const Line *l, char *to, size_t room)
{
    if (l->previous < 0) snprintf(to, room, "eerste bericht");
    else if (l->silence) snprintf(to, room, "%d dagen niets vernomen", l->gap);
    else snprintf(to, room, "%d dagen na het vorige einde", l->gap);
}

static void add_lines(Build *b, const Lines *lines, int64_t first_thread)
{
    uint64_t key = 0;
    int64_t thread = first_thread - 1;
    for (Size i = 0; i < lines->len; i++) {
        const Line *l = &lines->item[i];
        char id[20], why[64];
        if (i == 0 || l->key != key) thread++;
        key = l->key;
        snprintf(id, sizeof id, "l%016llx", (unsigned long long)l->id);
        why_line(l, why, sizeof why);
        sqlite3_stmt *s = store_begin(b->reg, SQL_ADD_LINE);
        store_int(s, 1, b->line + i);
        store_text(s, 2, span_of(id));
        store_int(s, 3, thread);
        store_day(s, 4, l->first);
        store_day(s, 5, l->last);
        store_int(s, 6, l->claims);
        store_int(s, 7, l->documents);
        store_int(s, 8, l->origins);
        if (l->previous >= 0) store_int(s, 9, b->line + l->previous);
        store_text(s, 10, span_of(why));
        store_do(b->reg, s);
        b->report->lines++;
    }
}

static void store_number(sqlite3_stmt *s, int at, double x)
{
    if (x == x) store_real(s, at, x);
}

static void add_packed(Build *b, const AsOfClaim *claim, Size claims, Arena scratch)
{
    PackedClaim *packed = ARENA_NEW(&scratch, PackedClaim, claims);
    AsOfClaim *copy = ARENA_NEW(&scratch, AsOfClaim, claims);
    memcpy(copy, claim, sizeof *claim * (size_t)claims);
    as_of_sort(copy, claims);
    for (Size i = 0; i < claims; i++) packed[i] = derive_pack(&copy[i]);
    sqlite3_stmt *s = store_begin(b->reg, SQL_ADD_THREAD_CLAIMS);
    store_int(s, 1, b->thread);
    store_blob(s, 2, packed, claims * (Size)sizeof *packed);
    store_do(b->reg, s);
}

static void add_claims(Build *b, const AsOfClaim *claim, Size claims, const LineOfClaim *of, Arena scratch)
{
    GroupEnd group_end = last_end(claim, claims);
    for (Size from = 0, to; from < claims; from = to, b->thread++) {
        for (to = from + 1; to < claims && claim[to].line == claim[from].line; to++) {}
        add_thread(b, claim + from, to - from, group_end, scratch);
        add_packed(b, claim + from, to - from, scratch);
    }
    for (Size i = 0; i < claims; i++)
        b->placed[b->report->claims++] = (Placed){claim[i].claim, b->line + of[i].line, claim[i].origin, of[i].begins ? 1 : of[i].undated ? 2 : 0};
}

static int order_placed(const void *a, const void *b)
{
    const Placed *x = a, *y = b;
    return (x->claim > y->claim) - (x->claim < y->claim);
}

/* In order of claims: the table grows at its end. */
static void add_placed(Build *b)
{
    static const char *const why[] = {"ononderbroken", "begint", "zonder dag"};
    if (b->report->claims) qsort(b->placed, (size_t)b->report->claims, sizeof *b->placed, order_placed);
    for (int64_t i = 0; i < b->report->claims; i++) {
        sqlite3_stmt *s = store_begin(b->reg, SQL_ADD_LINE_CLAIM);
        store_int(s, 1, b->placed[i].claim);
        store_int(s, 2, b->placed[i].line);
        store_int(s, 3, b->placed[i].origin);
        store_text(s, 4, span_of(why[b->placed[i].why]));
        store_do(b->reg, s);
    }
}

static void add_verdicts(Build *b, const AsOfClaim *claim, const LineVerdicts *verdicts)
{
    for (Size i = 0; i < verdicts->len; i++) {
        const LineVerdict *v = &verdicts->item[i];
        sqlite3_stmt *s = store_begin(b->reg, SQL_ADD_VERDICT);
        store_int(s, 1, b->line + v->line);
        store_int(s, 2, claim[v->claim].claim);
        store_int(s, 3, claim[v->other].claim);
        store_text(s, 4, span_of(v->of_end ? "end" : "quantity"));
        store_text(s, 5, span_of(verdict_name(v->verdict.kind)));
        store_text(s, 6, span_of(v->verdict.rule));
        store_do(b->reg, s);
        b->report->verdicts++;
    }
}

/* A step and the line of the claim that begins it. */
typedef struct {
    int64_t line;
    AsOfStep step;
} Level;

static int order_levels(const void *a, const void *b)
{
    const Level *x = a, *y = b;
    if (x->line != y->line) return x->line < y->line ? -1 : 1;
    if (x->step.from.n != y->step.from.n) return x->step.from.n < y->step.from.n ? -1 : 1;
    return (x->step.claim > y->step.claim) - (x->step.claim < y->step.claim);
}

typedef struct {
    int64_t claim, line;
} ClaimLine;

static int order_claim_lines(const void *a, const void *b)
{
    const ClaimLine *x = a, *y = b;
    return (x->claim > y->claim) - (x->claim < y->claim);
}

static int64_t line_of(const ClaimLine *map, Size claims, int64_t claim)
{
    ClaimLine key = {claim, 0};
    const ClaimLine *found = bsearch(&key, map, (size_t)claims, sizeof key, order_claim_lines);
    return found ? found->line : 0;
}

static void add_level(Build *b, const AsOfClaim *claim, const Level *l, int64_t nr)
{
    const AsOfStep *step = &l->step;
    sqlite3_stmt *s = store_begin(b->reg, SQL_ADD_LEVEL);
    store_int(s, 1, l->line);
    store_int(s, 2, nr);
    store_day(s, 3, step->from);
    store_day(s, 4, step->sure);
    store_day(s, 5, step->until);
    store_number(s, 6, step->low);
    store_number(s, 7, step->best);
    store_number(s, 8, step->high);
    store_int(s, 9, step->tells == TELLS_PLANNED);
    store_int(s, 10, claim[step->claim].claim);
    if (step->number >= 0) store_int(s, 11, claim[step->number].claim);
    store_int(s, 12, step->claims);
    store_int(s, 13, step->documents);
    store_int(s, 14, step->origins);
    store_do(b->reg, s);
    b->report->levels++;
}

/* Sorts the claims anew: comes last. */
static void add_levels(Build *b, AsOfClaim *claim, Size claims, const LineOfClaim *of, Arena scratch)
{
    ClaimLine *map = ARENA_NEW(&scratch, ClaimLine, claims);
    AsOfStep *step = ARENA_NEW(&scratch, AsOfStep, as_of_most_steps(claims));
    Level *level = ARENA_NEW(&scratch, Level, as_of_most_steps(claims));
    AsOfQuestion all = {.max_age = DERIVE_MAX_AGE};
    for (Size i = 0; i < claims; i++) map[i] = (ClaimLine){claim[i].claim, b->line + of[i].line};
    qsort(map, (size_t)claims, sizeof *map, order_claim_lines);
    Size steps = as_of_steps(claim, claims, &all, step, scratch);
    for (Size i = 0; i < steps; i++) level[i] = (Level){line_of(map, claims, claim[step[i].claim].claim), step[i]};
    if (steps) qsort(level, (size_t)steps, sizeof *level, order_levels);
    int64_t nr = 0;
    for (Size i = 0; i < steps; i++) {
        nr = i && level[i].line == level[i - 1].line ? nr + 1 : 1;
        add_level(b, claim, &level[i], nr);
    }
}

static void build_group(Build *b, AsOfClaim *claim, Size claims, Arena scratch)
{
    Lines lines = {0};
    LineVerdicts verdicts = {0};
    LineOfClaim *of = ARENA_NEW(&scratch, LineOfClaim, claims);
    int64_t first_thread = b->thread;
    lines_of_group(claim, claims, &lines, of, &scratch);
    lines_verdicts(claim, claims, of, &verdicts, &scratch);
    add_claims(b, claim, claims, of, scratch);
    add_lines(b, &lines, first_thread);
    add_verdicts(b, claim, &verdicts);
    add_levels(b, claim, claims, of, scratch);
    b->line += lines.len;
}

static void note_built(Register *reg, const HedgeTable *hedges)
{
    int64_t reading = one_number(reg, SQL_LAST_READING), claim = one_number(reg, SQL_LAST_CLAIM), correction = one_number(reg, SQL_LAST_CORRECTION);
    sqlite3_stmt *s = store_begin(reg, SQL_ADD_BUILT);
    store_int(s, 1, derive_version());
    store_int(s, 2, reading);
    store_int(s, 3, claim);
    store_int(s, 4, correction);
    store_int(s, 5, (int64_t)hedges->hash);
    store_do(reg, s);
}

static void build_all(Build *b, const HedgeTable *hedges, Arena work, void (*progress)(void *state, int64_t done, int64_t total), void *state)
{
    DeriveFilter all = {.hedges = hedges, .known = NO_DAY, .first = NO_DAY, .last = NO_DAY};
    drop_and_create(b->reg);
    b->placed = ARENA_NEW(&work, Placed, one_number(b->reg, SQL_LAST_CLAIM));
    DeriveWalk w = derive_begin(b->reg, &all, work);
    while (derive_next(&w)) {
        build_group(b, w.claim, w.claims, w.work);
        if (progress) progress(state, b->report->claims, w.fresh.len);
    }
    add_placed(b);
    store_run(b->reg, SQL_FILL_CLAIM_IDS);
    store_run(b->reg, SQL_LINK_LINES);
    note_built(b->reg, hedges);
}

Error register_rebuild(Register *reg, const HedgeTable *hedges, RebuildReport *report, void (*progress)(void *state, int64_t done, int64_t total), void *state)
{
    *report = (RebuildReport){0};
    Error ended = register_group_end(reg);
    if (ended.code != ERROR_NONE) return ended;
    Build b = {.reg = reg, .report = report, .thread = 1, .line = 1};
    if (!store_run(reg, SQL_BEGIN)) return store_error(reg);
    build_all(&b, hedges, reg->work, progress, state);
    if (hold_error(reg).code == ERROR_NONE) store_run(reg, SQL_COMMIT);
    Error e = store_error(reg);
    if (e.code != ERROR_NONE && !sqlite3_get_autocommit(reg->db)) store_run(reg, SQL_ROLLBACK);
    (void)store_error(reg);
    return e;
}

Error register_pending(Register *reg, int64_t *claims)
{
    *claims = one_number(reg, SQL_PENDING);
    return store_error(reg);
}
