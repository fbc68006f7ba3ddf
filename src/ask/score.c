/* Pairing gold and found claims, and counting what agrees. */
#include "ask/score.h"

#include <stdlib.h>

#include "ask/score_text.h"
#include "base/utf8.h"

static const char *const field_names[] = {"hedge", "basis", "stage", "realis", "act", "mission", "host", "places", "roles", "start", "end",
                                          "duration", "decider", "requester", "speaker"};

const char *score_field_name(ScoreField f)
{
    return field_names[f];
}

double score_precision(int64_t pairs, const ScoreCount *c)
{
    return c->found ? (double)pairs / (double)c->found : 0;
}

double score_recall(int64_t pairs, const ScoreCount *c)
{
    return c->gold ? (double)pairs / (double)c->gold : 0;
}

double score_f1(int64_t pairs, const ScoreCount *c)
{
    double p = score_precision(pairs, c), r = score_recall(pairs, c);
    return p + r > 0 ? 2 * p * r / (p + r) : 0;
}

/* --- one claim ----------------------------------------------------------------------------------------------------------------- */

static const json_t *get(const json_t *claim, const char *name)
{
    const json_t *v = json_object_get(claim, name);
    return v && !json_is_null(v) ? v : NULL;
}

static bool filled(const json_t *v)
{
    if (!v || json_is_false(v)) return false;
    if (json_is_string(v)) return json_string_length(v) > 0;
    if (json_is_array(v)) return json_array_size(v) > 0;
    if (json_is_object(v)) return json_object_size(v) > 0;
    return true;
}

static bool same_json(const json_t *a, const json_t *b)
{
    if (!a || !b) return a == b;
    if (json_is_number(a) && json_is_number(b)) return json_number_value(a) == json_number_value(b);
    if (!json_is_array(a) || !json_is_array(b)) return json_equal(a, b);
    if (json_array_size(a) != json_array_size(b)) return false;
    for (size_t i = 0; i < json_array_size(a); i++)
        if (!same_json(json_array_get(a, i), json_array_get(b, i))) return false;
    return true;
}

static Span string_of(const json_t *v)
{
    return json_is_string(v) ? (Span){json_string_value(v), (Size)json_string_length(v)} : (Span){"", 0};
}

static bool optional(const json_t *gold)
{
    return json_is_true(json_object_get(gold, "optional"));
}

/* What pairing asks of a claim again and again. */
typedef struct {
    const json_t *json, *number;
    bool vague;
    Words evidence, quantity;
    int partner;        /* index in the other list, -1 */
} Side;

static Side side_of(const json_t *claim, Arena *keep)
{
    const json_t *q = get(claim, "quantity");
    Side s = {.json = claim, .number = q ? get(q, "n") : NULL, .vague = filled(q) && !get(q, "n"), .partner = -1};
    s.evidence = score_words(get(claim, "evidence"), keep);
    s.quantity = score_words(q ? get(q, "words") : NULL, keep);
    return s;
}

static bool shares_place(const json_t *a, const json_t *b, bool fold, Arena scratch)
{
    for (size_t i = 0; json_is_array(a) && i < json_array_size(a); i++)
        for (size_t k = 0; json_is_array(b) && k < json_array_size(b); k++) {
            Span x = string_of(json_array_get(a, i)), y = string_of(json_array_get(b, k));
            if (fold ? span_equal(score_lower(x, &scratch), score_lower(y, &scratch)) : span_equal(x, y)) return true;
        }
    return false;
}

/* 0 where the two cannot be a pair, else the higher the better. */
static double affinity(const Side *g, const Side *f, Arena scratch)
{
    if (!same_json(get(g->json, "contributor"), get(f->json, "contributor")) || !same_json(get(g->json, "asset"), get(f->json, "asset")) ||
        !same_json(g->number, f->number))
        return 0;
    double o = score_overlap(&g->evidence, &f->evidence);
    bool same_words = g->number && span_equal(g->quantity.text, f->quantity.text);
    if (o < SCORE_OVERLAP && !same_words) return 0;
    double s = 10 + 5 * o + (same_json(get(g->json, "stage"), get(f->json, "stage")) ? 2 : 0) + (same_json(get(g->json, "mission"), get(f->json, "mission")) ? 1 : 0);
    s += g->vague == f->vague ? 1 : 0;
    return s + (shares_place(get(g->json, "places"), get(f->json, "places"), false, scratch) ? 1 : 0);
}

/* --- fields -------------------------------------------------------------------------------------------------------------------- */

static bool states(ScoreField x, const json_t *gold)
{
    return filled(get(gold, x == SCORE_HEDGE ? "quantity" : field_names[x]));
}

static bool same_member(const json_t *a, const json_t *b, const char *name)
{
    return same_json(get(a, name), get(b, name));
}

static bool agrees(ScoreField x, const json_t *gold, const json_t *found, Arena scratch)
{
    const char *name = x == SCORE_HEDGE ? "quantity" : field_names[x];
    const json_t *a = get(gold, name), *b = get(found, name);
    switch (x) {
    case SCORE_HOST: case SCORE_ROLES: return shares_place(a, b, false, scratch);
    case SCORE_PLACES: return shares_place(a, b, true, scratch);
    case SCORE_START: case SCORE_END: return filled(b) && same_member(a, b, "earliest") && same_member(a, b, "latest");
    case SCORE_DURATION: return filled(b) && same_member(a, b, "iso");
    case SCORE_HEDGE: return filled(b) && same_member(a, b, "hedge");
    case SCORE_DECIDER: case SCORE_REQUESTER: case SCORE_SPEAKER: {
        if (!filled(b)) return false;
        Words p = score_words(a, &scratch), q = score_words(b, &scratch);
        return span_find(q.text, p.text, 0) >= 0 || span_find(p.text, q.text, 0) >= 0;
    }
    default: return same_json(a, b);
    }
}

static bool is_whole(const json_t *gold, const json_t *found, Arena scratch)
{
    for (ScoreField x = SCORE_STAGE; x <= SCORE_HOST; x++)
        if (x != SCORE_ACT && (x <= SCORE_REALIS || states(x, gold)) && !agrees(x, gold, found, scratch)) return false;
    return true;
}

/* --- kinds --------------------------------------------------------------------------------------------------------------------- */

static ScoreKind *kind_named(Score *s, Span name, Arena *keep)
{
    for (Size i = 0; i < s->kind.len; i++)
        if (span_equal(s->kind.item[i].name, name)) return &s->kind.item[i];
    ScoreKind *k = ARRAY_PUSH(&s->kind, keep);
    *k = (ScoreKind){.name = name};
    return k;
}

static bool how_is(const json_t *gold, const char *field, const char *how)
{
    return span_is(string_of(json_object_get(json_object_get(gold, "how"), field)), how);
}

/* A kind keeps its place in the order even where this claim `is` not of it. */
static void count_kind(Score *s, Span name, bool is, bool pair, bool whole, Arena *keep)
{
    ScoreKind *k = kind_named(s, name, keep);
    if (!is) return;
    k->count.gold++;
    k->count.pairs += pair;
    k->count.whole += whole;
}

static void count_kinds(Score *s, const Side *gold, bool pair, bool whole, Arena *keep)
{
    const json_t *g = gold->json, *q = get(g, "quantity");
    bool range = json_is_array(gold->number), exact = q && same_json(get(q, "hedge"), NULL);
    Span hedge = q ? string_of(get(q, "hedge")) : (Span){"", 0};
    const struct { const char *name; bool is; } kinds[] = {
        {"a number, exact", gold->number && !range && (exact || span_is(hedge, "exact"))},
        {"a number, hedged or a range", gold->number && (range || (hedge.len && !span_is(hedge, "exact")))},
        {"a vague number", gold->vague},
        {"forces without a number", !q && !span_is(string_of(get(g, "asset")), "none")},
        {"no forces named", span_is(string_of(get(g, "asset")), "none")},
        {"giver told elsewhere", how_is(g, "contributor", "carried") || how_is(g, "contributor", "defaulted")},
        {"mission named", filled(get(g, "mission")) && !how_is(g, "mission", "carried")},
        {"mission told elsewhere", filled(get(g, "mission")) && how_is(g, "mission", "carried")},
        {"mission not told", !filled(get(g, "mission"))},
        {"theatre told elsewhere", how_is(g, "host", "carried")},
        {"part of another, or linked", filled(get(g, "links"))},
        {"planned, possible or conditional", span_listed("planned|possible|conditional", string_of(get(g, "realis")))},
        {"past or refused", span_listed("historical|negated", string_of(get(g, "realis")))},
        {"spoken by somebody", filled(get(g, "speaker"))},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        count_kind(s, span_of(kinds[i].name), kinds[i].is, pair, whole, keep);
    const json_t *tags = get(g, "tags");
    for (size_t i = 0; json_is_array(tags) && i < json_array_size(tags); i++) count_kind(s, string_of(json_array_get(tags, i)), true, pair, whole, keep);
}

/* --- a document ---------------------------------------------------------------------------------------------------------------- */

typedef struct {
    double affinity;
    int gold, found;
} Likely;

static int by_affinity(const void *a, const void *b)
{
    const Likely *x = a, *y = b;
    if (x->affinity != y->affinity) return x->affinity > y->affinity ? -1 : 1;
    if (x->gold != y->gold) return x->gold < y->gold ? -1 : 1;
    return (x->found > y->found) - (x->found < y->found);
}

typedef struct {
    Side *side;
    int count;
} Sides;

static Sides sides_of(const json_t *claims, Arena *keep)
{
    int n = json_is_array(claims) ? (int)json_array_size(claims) : 0;
    Sides s = {ARENA_NEW(keep, Side, n + 1), n};
    for (int i = 0; i < n; i++) s.side[i] = side_of(json_array_get(claims, (size_t)i), keep);
    return s;
}

static void pair_up(Sides gold, Sides found, Arena scratch)
{
    ARRAY(Likely) likely = {0};
    Arena keep = scratch;
    for (int i = 0; i < gold.count; i++)
        for (int k = 0; k < found.count; k++) {
            double s = affinity(&gold.side[i], &found.side[k], keep);
            if (s > 0) *ARRAY_PUSH(&likely, &keep) = (Likely){s, i, k};
        }
    if (likely.len) qsort(likely.item, (size_t)likely.len, sizeof *likely.item, by_affinity);
    for (Size i = 0; i < likely.len; i++) {
        Side *g = &gold.side[likely.item[i].gold], *f = &found.side[likely.item[i].found];
        if (g->partner >= 0 || f->partner >= 0) continue;
        g->partner = likely.item[i].found;
        f->partner = likely.item[i].gold;
    }
}

static void count_fields(Score *s, Span doc, const json_t *gold, const json_t *found, Arena *keep)
{
    for (ScoreField x = 0; x < SCORE_FIELDS; x++) {
        if (!states(x, gold)) continue;
        bool right = agrees(x, gold, found, *keep);
        s->field[x].of++;
        s->field[x].right += right;
        if (!right) *ARRAY_PUSH(&s->miss, keep) = (Miss){MISS_FIELD, x, doc, gold, found};
    }
}

static void score_document(Score *s, Span doc, const json_t *gold_claims, const json_t *found_claims, Arena *keep)
{
    Sides gold = sides_of(gold_claims, keep), found = sides_of(found_claims, keep);
    pair_up(gold, found, *keep);
    s->all.found += found.count;
    for (int i = 0; i < gold.count; i++) {
        const Side *g = &gold.side[i];
        if (optional(g->json)) {
            s->all.found -= g->partner >= 0;
            continue;
        }
        const json_t *f = g->partner >= 0 ? found.side[g->partner].json : NULL;
        bool whole = f && is_whole(g->json, f, *keep);
        s->all.gold++;
        s->all.pairs += f != NULL;
        s->all.whole += whole;
        count_kinds(s, g, f != NULL, whole, keep);
        if (f) count_fields(s, doc, g->json, f, keep);
        else *ARRAY_PUSH(&s->miss, keep) = (Miss){MISS_GOLD, 0, doc, g->json, NULL};
    }
    for (int k = 0; k < found.count; k++)
        if (found.side[k].partner < 0) *ARRAY_PUSH(&s->miss, keep) = (Miss){MISS_EXTRA, 0, doc, NULL, found.side[k].json};
}

Score score_claims(const ScoreSet *gold, const ScoreSet *found, Arena *keep)
{
    Score s = {0};
    Size k = 0;
    for (Size i = 0; i < gold->doc.len; i++) {
        const ScoreDoc *g = &gold->doc.item[i];
        while (k < found->doc.len && span_compare(found->doc.item[k].doc, g->doc) < 0) k++;
        bool read = k < found->doc.len && span_equal(found->doc.item[k].doc, g->doc);
        score_document(&s, g->doc, g->claims, read ? found->doc.item[k].claims : NULL, keep);
        score_missions(&s, g->doc, g->missions, read ? found->doc.item[k].missions : NULL, keep);
    }
    return s;
}
