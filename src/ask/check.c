/* Does a draft agree with the register: each of its claims confirmed, contradicted, newer or unknown. */
#include "ask/rows.h"

#include <math.h>

enum { NEWS_DAYS = 31 };

static Span join(const Span *name, int names, Arena *scratch)
{
    Span all = {"", 0};
    for (int i = 0; i < names; i++) all = arena_print(scratch, "%.*s%s%.*s", (int)all.len, all.at, i ? "|" : "", (int)name[i].len, name[i].at);
    return all;
}

static Span join_roles(uint32_t roles, Arena *scratch)
{
    Span name[ROLE_COUNT];
    int names = 0;
    for (int i = 0; i < ROLE_COUNT; i++)
        if (roles >> i & 1) name[names++] = span_of(role_name((Role)i));
    return join(name, names, scratch);
}

/* A claim of the draft as the rules of levels and verdicts need it. */
static AsOfClaim of_draft(const Claim *c, const Reading *draft, Span bytes, Day day, const AskFilter *f, const HedgeTable *hedges, Arena scratch)
{
    Span place[CLAIM_PLACES];
    for (int i = 0; i < c->places; i++) place[i] = c->place[i].name;
    DerivePlace p = {.contributor = c->contributor, .asset = span_of(asset_name(c->asset)), .asset_type = c->asset_type, .mission = c->mission,
                     .hosts = join(c->host, c->hosts, &scratch), .places = join(place, c->places, &scratch), .roles = join_roles(c->roles, &scratch)};
    for (int i = 0; i < c->links; i++) p.part |= c->link[i].kind == LINK_PART_OF;
    AsOfClaim a = {.stage = (uint8_t)c->stage, .realis = (uint8_t)c->realis, .act = (uint8_t)c->act, .basis = (uint8_t)c->basis, .tie = UINT64_MAX,
                   .start_said = c->start.some, .end_said = c->end.some, .start_earliest = c->start.some ? c->start.earliest : NO_DAY,
                   .start_latest = c->start.some ? c->start.latest : NO_DAY, .end_earliest = c->end.some ? c->end.earliest : NO_DAY,
                   .end_latest = c->end.some ? c->end.latest : NO_DAY, .published_first = draft->published.first, .published_last = draft->published.last,
                   .learned = day, .low = (double)NAN, .best = (double)NAN, .high = (double)NAN};
    derive_place(&p, &a);
    if (c->duration.some) derive_duration(span_of(c->duration.iso), c->duration.hedge != HEDGE_EXACT, c->duration.added, &a);
    if (!day_known(a.published_last)) a.published_first = a.published_last = day;
    a.words = derive_sketch(span_range(bytes, c->evidence));
    if (!c->quantity.some) return a;
    double low = c->quantity.known ? c->quantity.low : (double)NAN, high = c->quantity.known ? c->quantity.high : (double)NAN;
    Interval i = hedges_interval(hedges, c->quantity.hedge, span_range(bytes, c->quantity.words), low, high, f->strict);
    a.low = i.low;
    a.best = i.best;
    a.high = i.high;
    a.hedge = (uint8_t)c->quantity.hedge;
    a.numbered = true;
    return a;
}

/* The day on which the draft's claim and the register are compared: its start where it has one, else the day of the text. */
static AsOfQuestion question_for(const AsOfClaim *c, const AskFilter *f)
{
    AsOfQuestion q = ask_question(f);
    Day day = c->start_said && day_known(c->start_latest) && c->start_latest.n > c->published_last.n ? c->start_latest : c->published_last;
    if (as_of_tells(c) == TELLS_PAST) day = day_known(c->end_latest) ? c->end_latest : c->start_said && day_known(c->start_latest) ? c->start_latest : day;
    q.first = q.last = day;
    return q;
}

/* The level that speaks of the same: same line and scope, same kind of number, told or planned alike; else the nearest to that. */
static const AsOfLevel *nearest_level(const AsOfClaim *group, const AsOfLevel *level, Size levels, const AsOfClaim *c)
{
    const AsOfLevel *best = NULL;
    int best_score = 0;
    bool plan = as_of_tells(c) == TELLS_PLANNED;
    for (Size i = 0; i < levels; i++) {
        const AsOfClaim *g = &group[level[i].claim];
        if (g->line != c->line) continue;
        int score = 1 + 8 * (g->scope == c->scope) + 4 * (as_of_kind(g) == as_of_kind(c)) + 2 * ((as_of_tells(g) == TELLS_PLANNED) == plan);
        if (score > best_score) {
            best_score = score;
            best = &level[i];
        }
    }
    return best;
}

static bool ended_in_register(const AsOfClaim *group, Size claims, const AsOfClaim *c, const AsOfQuestion *q)
{
    for (Size i = 0; i < claims; i++) {
        const AsOfClaim *g = &group[i];
        bool over = as_of_tells(g) == TELLS_PAST || as_of_tells(g) == TELLS_DROPPED;
        if ((g->line == c->line || g->umbrella) && over && as_of_known(g, q) && day_known(g->published_last) && g->published_last.n <= q->first.n) return true;
    }
    return false;
}

static bool in_line(const AsOfClaim *group, Size claims, const AsOfClaim *c, const AsOfQuestion *q)
{
    for (Size i = 0; i < claims; i++)
        if (group[i].line == c->line && as_of_known(&group[i], q)) return true;
    return false;
}

static CheckKind judge_number(const AsOfClaim *number, const AsOfLevel *l, const AsOfClaim *c, Verdict *v)
{
    *v = verdict_quantity(number, c);
    switch (v->kind) {
    case VERDICT_SAME:
    case VERDICT_COPY:
    case VERDICT_ROUNDING:
    case VERDICT_REFINEMENT: return CHECK_CONFIRMED;
    case VERDICT_CONTRADICTION:
    case VERDICT_CORRECTION: return CHECK_CONTRADICTED;
    case VERDICT_TIME:
    case VERDICT_ROTATION: return l->age > NEWS_DAYS || c->published_last.n > number->published_last.n ? CHECK_NEWER : CHECK_CONTRADICTED;
    default: return CHECK_UNKNOWN;
    }
}

/* What is only asked, weighed or possible is confirmed by a text that says the same, and by nothing else. */
static CheckKind judge_wish(const AsOfClaim *group, Size claims, const AsOfClaim *c, const AsOfQuestion *q)
{
    for (Size i = 0; i < claims; i++) {
        const AsOfClaim *g = &group[i];
        bool numbers = !g->numbered || !c->numbered || !(fmax(g->low, c->low) > fmin(g->high, c->high));
        if (g->line == c->line && g->stage == c->stage && numbers && as_of_known(g, q)) return CHECK_CONFIRMED;
    }
    return CHECK_UNKNOWN;
}

static void judge(const AsOfClaim *group, Size claims, const AsOfLevel *l, const AsOfClaim *c, const AsOfQuestion *q, AskChecked *row)
{
    bool over = as_of_tells(c) == TELLS_PAST || as_of_tells(c) == TELLS_DROPPED || c->realis == REALIS_NEGATED;
    if (as_of_tells(c) == TELLS_NOTHING && !over) {
        row->kind = judge_wish(group, claims, c, q);
        return;
    }
    if (!l) {
        bool known = in_line(group, claims, c, q), ended = ended_in_register(group, claims, c, q);
        row->kind = !known && !ended ? CHECK_UNKNOWN : over ? (ended ? CHECK_CONFIRMED : CHECK_UNKNOWN) : ended ? CHECK_NEWER : CHECK_UNKNOWN;
        return;
    }
    row->origins = l->origins;
    if (over) {
        row->kind = l->certainty == CERTAIN_MUST && l->tells != TELLS_PAST ? CHECK_CONTRADICTED : l->tells == TELLS_PAST ? CHECK_CONFIRMED : CHECK_NEWER;
        return;
    }
    if (!c->numbered || l->number < 0) {
        row->kind = c->numbered ? CHECK_NEWER : CHECK_CONFIRMED;
        return;
    }
    Verdict v;
    row->kind = judge_number(&group[l->number], l, c, &v);
    row->verdict = v.kind;
    const char *words = verdict_words(span_of(v.rule));
    row->words = span_of(words ? words : "");
}

static void check_claim(Register *reg, const AsOfClaim *c, const AskFilter *f, const HedgeTable *hedges, AskChecked *row, Arena *keep)
{
    AsOfQuestion q = question_for(c, f);
    AskFilter near = *f;
    near.at_first = q.first;
    near.at_last = q.last;
    DeriveFilter filter = ask_derive_filter(&near, hedges, false);
    filter.group = c->group;
    DeriveWalk w = derive_begin(reg, &filter, reg->work);
    row->kind = CHECK_UNKNOWN;
    while (derive_next(&w)) {
        if (w.claim->group != c->group) continue;
        AsOfLevel *level = ARENA_NEW(&w.work, AsOfLevel, w.claims);
        Size levels = as_of_group(w.claim, w.claims, &q, level, NULL, w.work);
        const AsOfLevel *l = nearest_level(w.claim, level, levels, c);
        judge(w.claim, w.claims, l, c, &q, row);
        if (l) row->level = ask_fill_level(reg, w.claim, l, f, hedges, keep);
        break;
    }
}

/* The one mission in which the register has such forces of that giver in a theatre of the claim: a draft seldom names it again.
 * Empty where there is none, or more than one. */
static Span usual_mission(Register *reg, const Claim *c, Arena *keep)
{
    Span found = {0};
    bool several = false;
    for (int i = 0; i < c->hosts; i++) {
        sqlite3_stmt *s = store_begin(reg, SQL_MISSIONS_OF_FORCES);
        store_text(s, 1, c->contributor);
        store_text(s, 2, span_of(asset_name(c->asset)));
        store_text(s, 3, c->asset_type);
        store_text(s, 4, c->host[i]);
        while (store_row(reg, s)) {
            Span mission = store_get_text(s, 0);
            several = several || (found.len && !span_equal(found, mission));
            if (!found.len) found = arena_copy(keep, mission);
        }
    }
    return several ? (Span){0} : found;
}

Error ask_check(Register *reg, const Reading *draft, Span bytes, Day day, const AskFilter *filter, const HedgeTable *hedges, AskCheck *answer, Arena *keep)
{
    *answer = (AskCheck){0};
    ask_begin(reg);
    for (Size i = 0; i < draft->claims.len; i++) {
        Claim claim = draft->claims.item[i];
        if (!claim.mission.len) claim.mission = usual_mission(reg, &claim, keep);
        AskFilter f = *filter;
        f.contributor = claim.contributor;
        f.mission = claim.mission;
        AsOfClaim c = of_draft(&claim, draft, bytes, day, &f, hedges, reg->work);
        AskChecked row = {.claim = i};
        check_claim(reg, &c, &f, hedges, &row, keep);
        answer->contradicted |= row.kind == CHECK_CONTRADICTED;
        *ARRAY_PUSH(&answer->item, keep) = row;
    }
    return ask_end(reg);
}

const char *check_name(CheckKind v)
{
    static const char *const name[] = {"confirmed", "contradicted", "newer", "unknown"};
    return name[v];
}
