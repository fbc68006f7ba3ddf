/* Simulated worlds through a register on disk: `at`, `history`, `diff` and `conflicts` on thousands of days (D, K), before and after a rebuild, held against
 * a plain telling in memory; and worlds whose publishers report every change at once, held against the truth. Zero differences.
 * simulator [WORLDS [SEED]] */
#define _DEFAULT_SOURCE
#include "ask/ask.h"
#include "register/rebuild.h"
#include "simulator_world.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { QUESTIONS = 24, SCOPES = 3, CELLS = SIM_CONTRIBUTIONS * SCOPES * TELLING_KINDS * 2, PAIRS = 4096 };

static const char *const CERTAINTY[] = {"may", "carried", "must"};
static int questions, wrong;

/* Cell by number: contribution, scope, kind, plan. */
typedef struct {
    int contribution;
    uint64_t scope;
    int kind;
    bool plan;
} Cell;

static Cell cell_of(int number)
{
    return (Cell){number / (SCOPES * TELLING_KINDS * 2), (uint64_t)(number / (TELLING_KINDS * 2) % SCOPES), number / 2 % TELLING_KINDS, number % 2};
}

static Row told(const SimWorld *w, int cell, const AsOfQuestion *q)
{
    AsOfClaim group[SIM_CLAIMS];
    Cell at = cell_of(cell);
    int n = 0;
    for (int i = 0; i < w->claims; i++)
        if (w->claim[i].line == (uint64_t)at.contribution + 1) group[n++] = w->claim[i];
    return telling_answer(group, n, (uint64_t)at.contribution + 1, at.scope, at.plan, at.kind, q);
}

static const AsOfClaim *claim_by_id(const SimWorld *w, Span id)
{
    uint64_t tie = 0;
    for (Size i = 1; i < id.len; i++) tie = tie << 4 | (uint64_t)(id.at[i] <= '9' ? id.at[i] - '0' : id.at[i] - 'a' + 10);
    for (int i = 0; i < w->claims; i++)
        if (w->claim[i].tie == tie) return &w->claim[i];
    return NULL;
}

static int cell_of_claim(const AsOfClaim *c)
{
    return (((int)c->line - 1) * SCOPES + (int)c->scope) * TELLING_KINDS * 2 + telling_kind(c) * 2 + telling_planned(c);
}

static bool same_level(const SimWorld *w, const Row *r, const AskLevel *l)
{
    const AsOfClaim *c = claim_by_id(w, l->claim.id), *n = l->number.id.len ? claim_by_id(w, l->number.id) : NULL;
    return c && c->claim == r->claim && (n ? n->claim : -1) == r->number && strcmp(certainty_name(l->certainty), CERTAINTY[r->certainty]) == 0 && l->claims == r->claims &&
           l->documents == r->documents && l->origins == r->origins && l->others == r->others;
}

static void check(bool good, const char *what, uint64_t world, const AsOfQuestion *q)
{
    questions++;
    if (!good && wrong++ < 8) printf("%s of world %llu, day %d, known %d\n", what, (unsigned long long)world, q->first.n, q->known_asked ? q->known.n : -1);
}

static AskFilter filter_of(const AsOfQuestion *q)
{
    AskFilter f = ask_all();
    f.at_first = q->first;
    f.at_last = q->last;
    f.known = q->known_asked ? q->known : NO_DAY;
    f.max_age = q->max_age;
    return f;
}

/* ---- at */

static bool same_at(Register *reg, const SimWorld *w, const AsOfQuestion *q, Arena keep)
{
    AskFilter f = filter_of(q);
    AskLevels levels;
    Size rows = 0, found = 0;
    if (ask_at(reg, &f, hedges_shipped_table(), &levels, &keep).code != ERROR_NONE) return false;
    for (int cell = 0; cell < CELLS; cell++) {
        Row r = told(w, cell, q);
        rows += r.some;
        for (Size i = 0; r.some && i < levels.item.len; i++) found += same_level(w, &r, &levels.item.item[i]);
    }
    return found == rows && levels.item.len == rows;
}

/* ---- diff */

static double number_low(const SimWorld *w, const Row *r)
{
    return r->number < 0 ? (double)NAN : w->claim[r->number - 1].low;
}

static double number_high(const SimWorld *w, const Row *r)
{
    return r->number < 0 ? (double)NAN : w->claim[r->number - 1].high;
}

static bool equal(double x, double y)
{
    return x == y || (isnan(x) && isnan(y));
}

static bool is_new(const SimWorld *w, int64_t claim, Day before)
{
    return claim > 0 && w->claim[claim - 1].published_last.n > before.n;
}

/* Which claim changed a cell: that of the number if it is new, else the one that governs if that is, else the newest of the contribution published after
 * `before`, and known; -1: none. */
static int64_t changed_by(const SimWorld *w, int cell, const Row *is, Day before, Day known)
{
    Cell at = cell_of(cell);
    if (is->some && is_new(w, is->number, before)) return is->number;
    if (is->some && is_new(w, is->claim, before)) return is->claim;
    const AsOfClaim *newest = NULL;
    for (int i = 0; i < w->claims; i++) {
        const AsOfClaim *c = &w->claim[i];
        bool speaks = c->line == (uint64_t)at.contribution + 1 && (c->scope == at.scope || c->whole), since = c->published_last.n > before.n && c->published_last.n <= known.n;
        if (!speaks || !since) continue;
        if (!newest || c->published_last.n > newest->published_last.n || (c->published_last.n == newest->published_last.n && c->tie > newest->tie)) newest = c;
    }
    return newest ? newest->claim : -1;
}

static bool same_change(const SimWorld *w, const AskChange *c, const Row *was, const Row *is, int64_t because)
{
    bool number = was->some && is->some && !(equal(number_low(w, was), number_low(w, is)) && equal(number_high(w, was), number_high(w, is)));
    ChangeKind kind = !was->some ? CHANGE_APPEARED : !is->some ? CHANGE_GONE : number ? CHANGE_NUMBER : CHANGE_CERTAINTY;
    const AsOfClaim *by = c->because.id.len ? claim_by_id(w, c->because.id) : NULL;
    return c->kind == kind && c->had == was->some && c->has == is->some && (!c->had || same_level(w, was, &c->before)) && (!c->has || same_level(w, is, &c->after)) &&
           (by ? by->claim : -1) == because;
}

static bool same_diff(Register *reg, const SimWorld *w, const AsOfQuestion *q, Day before, Arena keep)
{
    AskFilter f = filter_of(q);
    AskChanges changes;
    AsOfQuestion then = *q;
    Size rows = 0, found = 0;
    then.known = before;
    if (ask_diff(reg, &f, before, hedges_shipped_table(), &changes, &keep).code != ERROR_NONE) return false;
    for (int cell = 0; cell < CELLS; cell++) {
        Row was = told(w, cell, &then), is = told(w, cell, q);
        if (!was.some && !is.some) continue;
        if (was.some && is.some && was.certainty == is.certainty && equal(number_low(w, &was), number_low(w, &is)) && equal(number_high(w, &was), number_high(w, &is))) continue;
        int64_t because = changed_by(w, cell, &is, before, q->known);
        rows++;
        for (Size i = 0; i < changes.item.len; i++) found += same_change(w, &changes.item.item[i], &was, &is, because);
    }
    return found == rows && changes.item.len == rows;
}

/* ---- history */

/* On a day each cell with an answer has one stretch, with its number; and is sure no later than the last day it says. */
static bool same_day(const SimWorld *w, const AskHistory *h, const AsOfQuestion *q)
{
    for (int cell = 0; cell < CELLS; cell++) {
        Row r = told(w, cell, q);
        int stretches = 0, good = 0;
        for (Size i = 0; i < h->item.len; i++) {
            const AskStep *s = &h->item.item[i];
            const AsOfClaim *c = claim_by_id(w, s->claim.id);
            bool ends = day_known(s->until), reaches = s->from.n <= q->first.n && (!ends || s->until.n >= q->first.n);
            if (!c || cell_of_claim(c) != cell || !reaches || (!ends && !r.some)) continue;
            stretches++;
            good += r.some && equal(s->low, number_low(w, &r)) && equal(s->high, number_high(w, &r)) && (r.certainty != 2 || (day_known(s->sure) && s->sure.n >= q->first.n)) &&
                    s->origins >= 1 && s->origins <= s->documents && s->documents <= s->claims;
        }
        if (r.some ? good != 1 || stretches != 1 : stretches != 0) return false;
    }
    return true;
}

static void check_history(Register *reg, const SimWorld *w, uint64_t world, uint64_t *seed, Arena keep)
{
    AsOfQuestion q = {.known_asked = world_random(seed, 2), .known = {SIM_FIRST_DAY + (int32_t)world_random(seed, SIM_DAYS)}, .max_age = 730};
    AskFilter f = filter_of(&q);
    AskHistory h;
    f.at_first = f.at_last = NO_DAY;
    bool good = ask_history(reg, &f, hedges_shipped_table(), &h, &keep).code == ERROR_NONE;
    for (int i = 0; i < QUESTIONS; i++) {
        q.first = q.last = (Day){SIM_FIRST_DAY - 30 + (int32_t)world_random(seed, SIM_DAYS + 60)};
        check(good && same_day(w, &h, &q), "history", world, &q);
    }
}

/* ---- conflicts: the rules of docs/register.md told again, for worlds in which everything has a date. */

/* What is said of days: first, last, and whether it goes on. */
static void spoken(const AsOfClaim *c, int *from, int *to, bool *open)
{
    bool ended = c->stage == STAGE_ENDED;
    *from = c->start_said ? c->start_earliest.n : ended ? c->end_earliest.n : c->published_first.n;
    *to = day_known(c->end_latest) ? c->end_latest.n : *from > c->published_last.n ? *from : c->published_last.n;
    *open = !day_known(c->end_latest);
}

/* Numbers the lines of a contribution: an end passed by more than a month, or two years of silence, begins another. */
static void number_lines(const AsOfClaim **c, int n, int *line)
{
    int order[SIM_CLAIMS], at = 0, reached = -1000000;
    bool open = false;
    for (int i = 0; i < n; i++) order[i] = i;
    for (int i = 0; i < n; i++)
        for (int k = i + 1; k < n; k++) {
            int f1, t1, f2, t2, t;
            bool o;
            spoken(c[order[i]], &f1, &t1, &o);
            spoken(c[order[k]], &f2, &t2, &o);
            if (f2 < f1 || (f2 == f1 && (t2 < t1 || (t2 == t1 && order[k] < order[i])))) t = order[i], order[i] = order[k], order[k] = t;
        }
    for (int i = 0; i < n; i++) {
        int from, to;
        bool goes_on;
        spoken(c[order[i]], &from, &to, &goes_on);
        if (i > 0 && from - reached > (open ? 730 : 31)) at++, reached = -1000000;
        line[order[i]] = at;
        if (to >= reached) open = goes_on, reached = to;
    }
}

static VerdictKind judged(const SimWorld *w, const AsOfClaim *a, const AsOfClaim *b)
{
    bool same_numbers = a->low == b->low && a->high == b->high, other_text = a->document != b->document;
    int days = abs(a->published_last.n - b->published_last.n);
    bool before = day_known(a->end_latest) && b->start_said && a->end_latest.n < b->start_earliest.n, after = day_known(b->end_latest) && a->start_said && b->end_latest.n < a->start_earliest.n;
    (void)w;
    if (!a->numbered || !b->numbered) return VERDICT_NONE;
    if (other_text && a->origin == b->origin && same_numbers) return VERDICT_COPY;
    if (telling_kind(a) != telling_kind(b) || telling_planned(a) != telling_planned(b)) return VERDICT_BASIS;
    if (a->scope != b->scope) return VERDICT_SCOPE;
    if (same_numbers) return VERDICT_SAME;
    if (b->low >= a->low && b->high <= a->high) return VERDICT_REFINEMENT;
    if (telling_agree(a, b)) return VERDICT_ROUNDING;
    if (before || after || days > 31) return VERDICT_TIME;
    if (a->publisher == b->publisher && other_text && days <= 3) return VERDICT_CORRECTION;
    return VERDICT_CONTRADICTION;
}

typedef struct {
    const AsOfClaim *newer, *older;
    VerdictKind verdict;
} Pair;

static bool comes_before(const AsOfClaim *a, const AsOfClaim *b)
{
    return a->published_last.n < b->published_last.n || (a->published_last.n == b->published_last.n && a->tie < b->tie);
}

static int judge_all(const SimWorld *w, int contribution, const AsOfQuestion *q, Pair *pair)
{
    const AsOfClaim *c[SIM_CLAIMS];
    int line[SIM_CLAIMS], n = 0, pairs = 0;
    for (int i = 0; i < w->claims; i++)
        if (w->claim[i].line == (uint64_t)contribution + 1 && telling_known(&w->claim[i], q)) c[n++] = &w->claim[i];
    for (int i = 0; i < n; i++)
        for (int k = i + 1; k < n; k++)
            if (comes_before(c[k], c[i])) {
                const AsOfClaim *t = c[i];
                c[i] = c[k], c[k] = t;
            }
    number_lines(c, n, line);
    for (int i = 0; i < n; i++)
        for (int k = i - 1, looked = 0; k >= 0 && looked < 6; k--) {
            if (line[k] != line[i]) continue;
            if (looked && c[i]->published_last.n - c[k]->published_last.n > 92) break;
            VerdictKind v = judged(w, c[k], c[i]);
            if (v != VERDICT_NONE && v != VERDICT_SAME && (looked == 0 || v == VERDICT_CONTRADICTION)) pair[pairs++] = (Pair){c[i], c[k], v};
            looked++;
        }
    return pairs;
}

static bool same_conflicts(Register *reg, const SimWorld *w, const AsOfQuestion *q, Arena keep)
{
    static Pair pair[PAIRS];
    AskFilter f = filter_of(q);
    AskConflicts answer;
    int pairs = 0;
    Size found = 0, of_number = 0;
    f.at_first = f.at_last = NO_DAY;
    if (ask_conflicts(reg, &f, true, hedges_shipped_table(), &answer, &keep).code != ERROR_NONE) return false;
    for (int c = 0; c < SIM_CONTRIBUTIONS; c++) pairs += judge_all(w, c, q, pair + pairs);
    for (Size i = 0; i < answer.item.len; i++) {
        const AskConflict *x = &answer.item.item[i];
        of_number += span_is(x->field, "quantity");
        for (int k = 0; k < pairs && span_is(x->field, "quantity"); k++)
            found += claim_by_id(w, x->newer.id) == pair[k].newer && claim_by_id(w, x->older.id) == pair[k].older && x->verdict == pair[k].verdict;
    }
    return found == (Size)pairs && of_number == (Size)pairs;
}

/* ---- Worlds. */

static bool record(Register *reg, const SimWorld *w, int report, Arena keep)
{
    char name[32];
    RecordOutcome what;
    snprintf(name, sizeof name, "%d", report);
    WorldText t = sim_text(w, report, &keep);
    RegisterDocument d = world_document(&t, name, "r1", (int64_t)(SIM_FIRST_DAY + SIM_DAYS) * 86400);
    return register_record(reg, &d, &t.reading, &what).code == ERROR_NONE && what == RECORD_NEW;
}

static void ask_all_of(Register *reg, const SimWorld *w, uint64_t world, uint64_t *seed, Arena keep)
{
    for (int i = 0; i < QUESTIONS; i++) {
        AsOfQuestion q = {.first = {SIM_FIRST_DAY - 30 + (int32_t)world_random(seed, SIM_DAYS + 60)}, .known_asked = world_random(seed, 4) != 0,
                          .known = {SIM_FIRST_DAY + (int32_t)world_random(seed, SIM_DAYS)}, .max_age = world_random(seed, 3) ? 730 : 60 + (int32_t)world_random(seed, 300)};
        q.last = day_add(q.first, world_random(seed, 3) ? 0 : (int32_t)world_random(seed, 60));
        check(same_at(reg, w, &q, keep), "at", world, &q);
        q.known_asked = true;
        check(same_diff(reg, w, &q, day_add(q.known, -(int32_t)world_random(seed, 200)), keep), "diff", world, &q);
        if (i % 8 == 0) check(same_conflicts(reg, w, &q, keep), "conflicts", world, &q);
    }
    check_history(reg, w, world, seed, keep);
}

/* The true number, from a single origin, on every day between the first report and the end; nothing before and after. */
static void check_truth(Register *reg, const SimWorld *w, uint64_t world, uint64_t *seed, Arena whole)
{
    for (int i = 0; i < 4 * QUESTIONS; i++) {
        Arena keep = whole;
        int number = (int)world_random(seed, SIM_CONTRIBUTIONS);
        const SimContribution *c = &w->contribution[number];
        AsOfQuestion q = {.first = {SIM_FIRST_DAY - 30 + (int32_t)world_random(seed, SIM_DAYS)}, .known_asked = true, .max_age = 0};
        AskLevels levels;
        q.last = q.known = q.first;
        AskFilter f = filter_of(&q);
        f.contributor = span_of(c->country);
        int truth = sim_truth(c, q.first.n);
        bool good = ask_at(reg, &f, hedges_shipped_table(), &levels, &keep).code == ERROR_NONE && levels.item.len == (truth > 0);
        if (good && truth) good = levels.item.item[0].best == truth && levels.item.item[0].certainty >= CERTAIN_CARRIED && levels.item.item[0].origins == 1;
        check(good, "truth", world, &q);
    }
}

static void run(uint64_t world, bool plain, Arena keep)
{
    char path[64];
    Register *reg = NULL;
    RebuildReport report;
    SimWorld w = sim_world(world, plain);
    uint64_t seed = world * 31 + 5;
    bool good = true;
    snprintf(path, sizeof path, "%s/inzet-simulator-%d", P_tmpdir, (int)getpid());
    unlink(path);
    good = register_open(path, REGISTER_WRITE, &reg).code == ERROR_NONE;
    int rebuilt = (int)world_random(&seed, (uint32_t)w.reports);
    for (int i = 0; good && i < w.reports; i++) {
        if (i == rebuilt) good = register_rebuild(reg, hedges_shipped_table(), &report, NULL, NULL).code == ERROR_NONE;
        good = good && record(reg, &w, i, keep);
    }
    if (good && plain) check_truth(reg, &w, world, &seed, keep);
    else if (good) ask_all_of(reg, &w, world, &seed, keep);
    register_close(reg);
    unlink(path);
    wrong += !good;
}

int main(int argc, char **argv)
{
    int worlds = argc > 1 ? atoi(argv[1]) : 60;
    uint64_t first = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
    Arena keep = arena_reserve((Size)1 << 28);
    for (int w = 0; w < worlds; w++) run(first + (uint64_t)w, w % 4 == 0, keep);
    printf("%d questions of %d worlds, %d answered otherwise\n", questions, worlds, wrong);
    world_check(wrong == 0, "the register answers as the world has it", __FILE__, __LINE__);
    return world_result();
}
