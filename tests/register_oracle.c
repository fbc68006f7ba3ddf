/* The rules of levels against a plain second telling of them: random worlds, thousands of questions (D, K), zero differences; of some of the worlds
 * also through a register on disk, before and after a rebuild. The oracle walks all claims for every scope and cell and asks day by day; it shares no code with src/register/as_of.c but the structs.
 * register_oracle [WORLDS [SEED]] */
#define _DEFAULT_SOURCE
#include "register/as_of.h"
#include "ask/ask.h"
#include "register/rebuild.h"
#include "register_world.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { HORIZON = 120, CLAIMS = 24 };

static uint64_t seed;

static Day some_day(void)
{
    return world_random(&seed, 6) == 0 ? NO_DAY : (Day){(int32_t)world_random(&seed, HORIZON)};
}

static void bounds(bool said, Day *earliest, Day *latest)
{
    *earliest = *latest = NO_DAY;
    if (!said) return;
    *earliest = some_day();
    *latest = world_random(&seed, 5) == 0 ? NO_DAY : day_add(*earliest, (int32_t)world_random(&seed, 8));
    if (!day_known(*earliest) && world_random(&seed, 2)) *latest = some_day();
}

static AsOfClaim random_claim(int64_t number)
{
    AsOfClaim c = {.claim = number, .document = 1 + world_random(&seed, 10), .group = 1, .line = 1 + world_random(&seed, 2), .tie = (uint64_t)number * 77 % 101};
    c.origin = c.document % 4;
    c.umbrella = c.line == 2;
    c.scope = world_random(&seed, 3);
    c.whole = c.scope == 0;
    static const Stage stage[] = {STAGE_ASKED, STAGE_WEIGHED, STAGE_DECIDED, STAGE_DECIDED, STAGE_DEPLOYING, STAGE_ACTIVE, STAGE_ACTIVE, STAGE_ACTIVE, STAGE_LEAVING, STAGE_ENDED, STAGE_DROPPED};
    static const Realis realis[] = {REALIS_ACTUAL, REALIS_ACTUAL, REALIS_ACTUAL, REALIS_PLANNED, REALIS_PLANNED, REALIS_HISTORICAL, REALIS_NEGATED, REALIS_POSSIBLE};
    static const Basis basis[] = {BASIS_NONE, BASIS_PRESENT, BASIS_PRESENT, BASIS_PLANNED, BASIS_CEILING, BASIS_INCREASE};
    c.stage = (uint8_t)stage[world_random(&seed, 11)];
    c.realis = (uint8_t)realis[world_random(&seed, 8)];
    c.basis = (uint8_t)basis[world_random(&seed, 6)];
    c.act = (uint8_t)(world_random(&seed, 5) ? ACT_STATE : ACT_EXTEND);
    bool dated = world_random(&seed, 8) != 0;
    /* All claims of a document share its date. */
    c.published_first = dated && c.document != 3 ? (Day){(int32_t)(c.document * 11)} : NO_DAY;
    c.published_last = day_known(c.published_first) ? day_add(c.published_first, c.document % 3 == 1 ? 9 : 0) : NO_DAY;
    if (!dated) c.document += 20;
    c.learned = (Day){HORIZON - 10};
    c.start_said = world_random(&seed, 2);
    c.end_said = world_random(&seed, 3) == 0;
    bounds(c.start_said, &c.start_earliest, &c.start_latest);
    bounds(c.end_said, &c.end_earliest, &c.end_latest);
    c.numbered = world_random(&seed, 4) != 0;
    c.low = c.numbered ? world_random(&seed, 6) : (double)NAN;
    c.high = c.numbered && world_random(&seed, 6) ? c.low + world_random(&seed, 3) : (double)NAN;
    c.best = c.low;
    return c;
}

/* ---- The second telling: what a claim says of one day. -1 no, 0 may, 1 carried, 2 sure. `event` days are told apart. */

enum { LONG = -100000, FAR = 100000 };

typedef struct {
    int low, high, sure_from, sure_to, event_from, event_to, carry_from, carry_to, evidence;
} Says;

static int val(Day d, int otherwise)
{
    return day_known(d) ? d.n : otherwise;
}

static bool is_present(const AsOfClaim *c)
{
    return c->realis == REALIS_ACTUAL && c->stage >= STAGE_DECIDED && c->stage <= STAGE_LEAVING;
}

static bool is_past(const AsOfClaim *c)
{
    return c->stage != STAGE_DROPPED && c->realis != REALIS_POSSIBLE && c->realis != REALIS_CONDITIONAL && (c->stage == STAGE_ENDED || c->realis == REALIS_HISTORICAL);
}

static bool is_planned(const AsOfClaim *c)
{
    return c->realis == REALIS_PLANNED && c->stage >= STAGE_DECIDED && c->stage <= STAGE_LEAVING;
}

static bool is_dropped(const AsOfClaim *c)
{
    return c->stage == STAGE_DROPPED && c->realis != REALIS_POSSIBLE && c->realis != REALIS_CONDITIONAL;
}

static int kind_of(const AsOfClaim *c)
{
    return c->basis == BASIS_CEILING ? 1 : c->basis == BASIS_INCREASE ? 3 : 0;
}

static Says says(const AsOfClaim *c)
{
    Says s = {FAR, LONG, 1, 0, 1, 0, FAR, FAR - 1, LONG};
    bool dated = day_known(c->published_last);
    int p0 = val(c->published_first, LONG), p1 = val(c->published_last, LONG);
    bool running = is_present(c) || (is_planned(c) && c->act == ACT_EXTEND && !c->start_said && dated);
    int s0 = val(c->start_earliest, LONG), s1 = val(c->start_latest, FAR), e0 = val(c->end_earliest, LONG), e1 = val(c->end_latest, FAR);
    if (running) {
        s.low = c->start_said ? s0 : p0;
        if (!c->start_said || s1 == FAR) s1 = dated ? p1 : FAR;
        s.high = e1;
        if (s1 < FAR) {
            s.sure_from = s1;
            s.sure_to = e0 > LONG ? e0 : dated ? p0 : s1;
        }
        if (dated) s.event_from = p0, s.event_to = p1;
        if (e1 == FAR) {
            s.carry_from = dated ? p1 : c->start_said && s1 < FAR ? s1 : c->learned.n;
            if (e0 > s.carry_from) s.carry_from = e0;
            if (s1 < FAR && s1 > s.carry_from) s.carry_from = s1;
        }
        s.evidence = p1;
    } else if (is_planned(c)) {
        s.low = c->start_said && s0 > LONG ? s0 : p0;
        s.high = e1;
        s.evidence = p1;
        if (c->start_said && s1 < FAR) {
            s.sure_from = s.evidence = s1;
            s.sure_to = e0 > LONG ? e0 : s1;
            if (e1 == FAR) s.carry_from = s1 > e0 ? s1 : e0;
        }
    } else if (is_past(c)) {
        bool start = c->start_said && (s0 > LONG || s1 < FAR), end = e0 > LONG || e1 < FAR;
        int last = dated ? p1 : FAR;
        if (start) s.low = s0 > LONG ? s0 : s1;
        else if (end) s.low = e0 > LONG ? e0 : e1;
        if (end) s.high = e1 < FAR ? e1 : last;
        else if (start) s.high = s1 < FAR && s1 > last ? s1 : last;
        if (start && end && s1 < FAR && e0 > LONG) s.sure_from = s1, s.sure_to = e0;
        if (start && s0 > LONG && s1 < FAR) s.event_from = s0, s.event_to = s1;
        if (end) s.evidence = e1 < FAR ? e1 : e0;
        else if (start) s.evidence = s1 < FAR ? s1 : s0;
    }
    return s;
}

static bool known(const AsOfClaim *c, const AsOfQuestion *q)
{
    if (!q->known_asked) return true;
    return day_known(c->published_last) && c->published_last.n <= q->known.n;
}

/* Whether claim `e` may set an end to claim `c`. */
static bool applies(const AsOfClaim *e, const AsOfClaim *c)
{
    if (e->line == c->line) return e->scope == c->scope || e->whole;
    return e->umbrella && e->whole;
}

/* The newest end known for `c`. */
static bool find_end(const AsOfClaim *all, int n, const AsOfClaim *c, const AsOfQuestion *q, int *from, int *to, int *published, int64_t *document)
{
    bool found = false;
    uint64_t tie = 0;
    for (int i = 0; i < n; i++) {
        const AsOfClaim *e = &all[i];
        if (!known(e, q) || !applies(e, c) || !day_known(e->published_last) || kind_of(e) == 3) continue;
        int f = val(e->end_earliest, LONG), t;
        if (is_past(e)) t = val(e->end_latest, e->published_last.n);
        else if ((is_present(e) || is_planned(e)) && day_known(e->end_latest)) t = e->end_latest.n;
        else continue;
        int p = e->published_last.n;
        bool newer = !found || p > *published || (p == *published && (t > *to || (t == *to && (f > *from || (f == *from && e->tie > tie)))));
        if (!newer) continue;
        found = true;
        *from = f, *to = t, *published = p, *document = e->document, tie = e->tie;
    }
    return found;
}

static int certainty(const AsOfClaim *all, int n, const AsOfClaim *c, const AsOfQuestion *q, int *evidence, bool *began)
{
    Says s = says(c);
    int from = 0, to = 0, published = 0, p = val(c->published_last, LONG);
    int64_t document = 0;
    if (!known(c, q)) return -1;
    if (is_planned(c))
        for (int i = 0; i < n; i++)
            if (known(&all[i], q) && is_dropped(&all[i]) && applies(&all[i], c) && val(all[i].published_last, LONG) > p) return -1;
    if (find_end(all, n, c, q, &from, &to, &published, &document) && published > p && document != c->document && s.evidence <= to) {
        if (to < s.high) s.high = to;
        int sure = from > p ? from : p;
        if (sure < s.sure_to) s.sure_to = sure;
        if (from < s.carry_to) s.carry_to = from;
    }
    if (q->max_age && s.high == FAR) {
        int word = s.evidence > s.low ? s.evidence : s.low;
        if (s.carry_from < FAR && s.carry_from > word) word = s.carry_from;
        s.high = word + q->max_age;
    }
    *evidence = s.evidence;
    *began = s.sure_from <= s.sure_to;
    int best = -1;
    for (int d = q->first.n; d <= q->last.n; d++) {
        int now = d < s.low || d > s.high ? -1 : d >= s.sure_from && d <= s.sure_to ? 2 : d >= s.carry_from && d <= s.carry_to ? 1 : 0;
        if (now > best) best = now;
    }
    bool event = s.event_from <= s.event_to && q->first.n <= s.event_from && s.event_to <= q->last.n;
    return best >= 0 && event ? 2 : best;
}

/* Which of two live claims is nearer to the day asked. */
static bool nearer(const AsOfClaim *x, int ex, const AsOfClaim *y, int ey, const AsOfQuestion *q)
{
    bool bx = ex <= q->last.n, by = ey <= q->last.n;
    if (bx != by) return bx;
    if (ex != ey) return bx ? ex > ey : ex < ey;
    int px = val(x->published_last, LONG), py = val(y->published_last, LONG);
    if (px != py) return px > py;
    if (x->numbered != y->numbered) return x->numbered;
    double wx = x->high - x->low, wy = y->high - y->low;
    if (isnan(wx) != isnan(wy)) return isnan(wy);
    if (!isnan(wx) && wx != wy) return wx < wy;
    return x->tie != y->tie ? x->tie > y->tie : x->claim < y->claim;
}

static bool agree(const AsOfClaim *x, const AsOfClaim *y)
{
    if (!x->numbered || !y->numbered) return true;
    if (!isnan(x->high) && y->low > x->high) return false;
    return isnan(y->high) || x->low <= y->high;
}

typedef struct {
    bool some;
    int64_t claim, number;
    int certainty, claims, documents, origins, others;
} Row;

static Row answer(const AsOfClaim *all, int n, uint64_t line, uint64_t scope, bool plan, int kind, const AsOfQuestion *q)
{
    int sure[CLAIMS], evidence[CLAIMS], order[CLAIMS], lives = 0, seen = -1000000;
    bool began[CLAIMS];
    for (int i = 0; i < n; i++) {
        if (all[i].line != line || all[i].scope != scope || kind_of(&all[i]) != kind) continue;
        sure[i] = certainty(all, n, &all[i], q, &evidence[i], &began[i]);
        if (sure[i] < 0) continue;
        if (is_planned(&all[i]) == plan) order[lives++] = i;
        else if (plan && evidence[i] <= q->last.n && evidence[i] > seen) seen = evidence[i];
    }
    if (!lives) return (Row){0};
    for (int i = 0; i < lives; i++)
        for (int k = i + 1; k < lives; k++)
            if (nearer(&all[order[k]], evidence[order[k]], &all[order[i]], evidence[order[i]], q)) {
                int t = order[i];
                order[i] = order[k];
                order[k] = t;
            }
    int first = order[0];
    /* A plan whose start has come and that was seen since. */
    if (plan && began[first]) {
        Says s = says(&all[first]);
        if (seen >= s.sure_from) return (Row){0};
    }
    Row r = {.some = true, .claim = all[first].claim, .number = -1, .certainty = sure[first]};
    const AsOfClaim *number = NULL;
    for (int i = 0; i < lives && !number; i++)
        if (all[order[i]].numbered) number = &all[order[i]];
    if (number) r.number = number->claim;
    bool run = true;
    for (int i = 0; i < lives; i++) {
        const AsOfClaim *c = &all[order[i]];
        bool same = !number || agree(c, number), new_document = true, new_origin = true;
        run = run && same;
        if (!same && abs(evidence[order[i]] - evidence[first]) <= 31) r.others++;
        if (!run) continue;
        for (int k = 0; k < i; k++) {
            new_document &= all[order[k]].document != c->document;
            new_origin &= all[order[k]].origin != c->origin;
        }
        r.claims++;
        r.documents += new_document;
        r.origins += new_origin;
    }
    return r;
}

static const char *const plain[] = {"may", "carried", "must"};

static bool same(const Row *r, const AsOfClaim *claim, const AsOfLevel *l)
{
    return claim[l->claim].claim == r->claim && (l->number < 0 ? -1 : claim[l->number].claim) == r->number &&
           strcmp(certainty_name(l->certainty), plain[r->certainty]) == 0 && l->claims == r->claims && l->documents == r->documents &&
           l->origins == r->origins && l->others == r->others;
}

/* One question asked of both. */
static bool agree_on(const AsOfClaim *all, int n, const AsOfQuestion *q, Arena scratch)
{
    AsOfClaim copy[CLAIMS];
    AsOfLevel level[CLAIMS];
    memcpy(copy, all, sizeof *all * (size_t)n);
    Size levels = as_of_group(copy, n, q, level, NULL, scratch), expected = 0;
    bool good = true;
    for (uint64_t line = 1; line <= 2; line++)
        for (uint64_t scope = 0; scope <= 2; scope++)
            for (int cell = 0; cell < 10; cell++) {
                Row r = answer(all, n, line, scope, cell & 1, cell / 2, q);
                if (!r.some) continue;
                expected++;
                bool found = false;
                for (Size i = 0; i < levels; i++) found |= same(&r, copy, &level[i]);
                if (!found) printf("  line %d scope %d cell %d: claim %d number %d %s not answered\n", (int)line, (int)scope, cell, (int)r.claim, (int)r.number, plain[r.certainty]);
                good &= found;
            }
    return good && expected == levels;
}

/* ---- The same worlds through a register: documents written, recorded and asked. */

/* `about n` is n or more here, so that open numbers can be written. */
static const char open_hedges[] = "hedge\twords\tlow\tbest\thigh\tstrict_low\tstrict_high\twhy\tsource\n"
                                  "about\t-\tn\tn\t-\tn\t-\tt\tt\nalmost\t-\tn\tn\tn\tn\tn\tt\tt\nat_least\t-\tn\tn\tn\tn\tn\tt\tt\n"
                                  "at_most\t-\tn\tn\tn\tn\tn\tt\tt\nexact\t-\tn\tn\tn\tn\tn\tt\tt\nmore_than\t-\tn\tn\tn\tn\tn\tt\tt\n"
                                  "one\t-\tn\tn\tn\tn\tn\tt\tt\nrange\t-\tn\t-\tm\tn\tm\tt\tt\nvague\t-\t-\t-\t-\t-\t-\tt\tt\n";

static void write_claim(WorldText *t, const AsOfClaim *c)
{
    static const char *const place[] = {NULL, "Gao", "Kidal"};
    WorldFact f = world_fact("NL", "a_mission", c->numbered ? c->low : -1, (Stage)c->stage, (Realis)c->realis);
    f.asset = c->umbrella ? ASSET_NONE : ASSET_PERSONNEL;
    f.high = c->numbered && !isnan(c->high) ? c->high : f.low;
    f.hedge = isnan(c->high) ? HEDGE_ABOUT : HEDGE_RANGE;
    f.basis = (Basis)c->basis;
    f.act = (Act)c->act;
    f.place = place[c->scope];
    f.start_said = c->start_said;
    f.end_said = c->end_said;
    f.start_earliest = c->start_earliest;
    f.start_latest = c->start_latest;
    f.end_earliest = c->end_earliest;
    f.end_latest = c->end_latest;
    world_say(t, &f);
    Claim *said = &t->reading.claims.item[t->reading.claims.len - 1];
    snprintf(said->id, sizeof said->id, "c%016llx", (unsigned long long)c->tie);
}

static bool record_world(Register *reg, const AsOfClaim *all, int n, Arena keep)
{
    for (int64_t document = 1; document <= 30; document++) {
        const AsOfClaim *first = NULL;
        WorldText t = {0};
        char name[32];
        for (int i = 0; i < n; i++) {
            if (all[i].document != document) continue;
            if (!first) {
                t = world_text(&keep, all[i].published_first, all[i].published_last);
                snprintf(name, sizeof name, "Bericht %d.", (int)document);
                world_words(&t, name);
            }
            first = &all[i];
            write_claim(&t, first);
        }
        if (!first) continue;
        RecordOutcome what;
        RegisterDocument d = world_document(&t, name, "r1", (HORIZON - 10) * 86400);
        if (register_record(reg, &d, &t.reading, &what).code != ERROR_NONE || what != RECORD_NEW) return false;
    }
    return true;
}

static int64_t number_of(const AsOfClaim *all, int n, Span id)
{
    char text[20];
    for (int i = 0; i < n; i++) {
        snprintf(text, sizeof text, "c%016llx", (unsigned long long)all[i].tie);
        if (span_is(id, text)) return all[i].claim;
    }
    return -1;
}

static bool found_in(const AskLevels *levels, const Row *r, const AsOfClaim *all, int n)
{
    for (Size i = 0; i < levels->item.len; i++) {
        const AskLevel *l = &levels->item.item[i];
        int64_t number = l->number.id.len ? number_of(all, n, l->number.id) : -1;
        if (number_of(all, n, l->claim.id) == r->claim && number == r->number && strcmp(certainty_name(l->certainty), plain[r->certainty]) == 0 &&
            l->claims == r->claims && l->documents == r->documents && l->others == r->others)
            return true;
    }
    return false;
}

static bool register_agrees(Register *reg, const HedgeTable *hedges, const AsOfClaim *all, int n, const AsOfQuestion *q, Arena keep)
{
    AskFilter f = ask_all();
    AskLevels levels;
    f.at_first = q->first;
    f.at_last = q->last;
    if (q->known_asked) f.known = q->known;
    f.max_age = q->max_age;
    if (ask_at(reg, &f, hedges, &levels, &keep).code != ERROR_NONE) return false;
    Size expected = 0;
    bool good = true;
    for (uint64_t line = 1; line <= 2; line++)
        for (uint64_t scope = 0; scope <= 2; scope++)
            for (int cell = 0; cell < 10; cell++) {
                Row r = answer(all, n, line, scope, cell & 1, cell / 2, q);
                expected += r.some;
                good &= !r.some || found_in(&levels, &r, all, n);
            }
    return good && expected == levels.item.len;
}

static void test_registers(int worlds, uint64_t first, Arena keep)
{
    HedgeTable hedges;
    int wrong = 0, questions = 0;
    char path[64];
    snprintf(path, sizeof path, "%s/inzet-oracle-%d", P_tmpdir, (int)getpid());
    CHECK(hedges_read(span_of(open_hedges), "hedges", &hedges).code == ERROR_NONE);
    for (int w = 0; w < worlds; w++) {
        AsOfClaim all[CLAIMS];
        Register *reg = NULL;
        RebuildReport report;
        seed = (first + (uint64_t)w) * 0x9e3779b97f4a7c15u;
        int n = 1 + (int)world_random(&seed, CLAIMS);
        for (int i = 0; i < n; i++) all[i] = random_claim(i + 1);
        unlink(path);
        bool good = register_open(path, REGISTER_WRITE, &reg).code == ERROR_NONE && record_world(reg, all, n, keep);
        for (int i = 0; good && i < 40; i++, questions++) {
            if (i == 20) good = register_rebuild(reg, &hedges, &report, NULL, NULL).code == ERROR_NONE;
            AsOfQuestion q = {.first = {(int32_t)world_random(&seed, HORIZON + 30)}, .known_asked = world_random(&seed, 3) != 0, .known = {(int32_t)world_random(&seed, HORIZON)}};
            q.last = day_add(q.first, world_random(&seed, 3) ? 0 : (int32_t)world_random(&seed, 30));
            q.max_age = world_random(&seed, 2) ? 0 : (int32_t)world_random(&seed, 60) + 1;
            if (good && !register_agrees(reg, &hedges, all, n, &q, keep) && wrong++ < 3)
                printf("register of world %llu, day %d..%d, known %d, age %d\n", (unsigned long long)(first + (uint64_t)w), q.first.n, q.last.n, q.known_asked ? q.known.n : -1, q.max_age);
        }
        wrong += !good;
        (void)register_close(reg);
    }
    unlink(path);
    printf("%d questions of %d registers, %d answered otherwise\n", questions, worlds, wrong);
    world_check(wrong == 0, "registers on disk answer as the plain telling does", __FILE__, __LINE__);
}

int main(int argc, char **argv)
{
    int worlds = argc > 1 ? atoi(argv[1]) : 400, questions = 0, wrong = 0;
    uint64_t first = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
    Arena whole = arena_reserve((Size)1 << 26);
    for (int w = 0; w < worlds; w++) {
        AsOfClaim all[CLAIMS];
        seed = (first + (uint64_t)w) * 0x9e3779b97f4a7c15u;
        int n = 1 + (int)world_random(&seed, CLAIMS);
        for (int i = 0; i < n; i++) all[i] = random_claim(i + 1);
        for (int i = 0; i < 50; i++, questions++) {
            AsOfQuestion q = {.first = {(int32_t)world_random(&seed, HORIZON + 30)}, .known_asked = world_random(&seed, 3) != 0, .known = {(int32_t)world_random(&seed, HORIZON)}};
            q.last = day_add(q.first, world_random(&seed, 3) ? 0 : (int32_t)world_random(&seed, 30));
            q.max_age = world_random(&seed, 2) ? 0 : (int32_t)world_random(&seed, 60) + 1;
            if (agree_on(all, n, &q, whole)) continue;
            if (wrong++ < 5) printf("world %llu, day %d..%d, known %d, age %d\n", (unsigned long long)(first + (uint64_t)w), q.first.n, q.last.n, q.known_asked ? q.known.n : -1, q.max_age);
        }
    }
    world_check(wrong == 0, "the register answers as the plain telling does", __FILE__, __LINE__);
    printf("%d questions of %d worlds, %d answered otherwise\n", questions, worlds, wrong);
    test_registers(worlds / 5, first, whole);
    return world_result();
}
