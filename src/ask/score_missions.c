/* Statements about missions: pairs and counts. */
#include "ask/score.h"
#include "ask/score_text.h"

static const json_t *get(const json_t *claim, const char *name)
{
    const json_t *v = json_object_get(claim, name);
    return v && !json_is_null(v) ? v : NULL;
}

static bool same(const json_t *a, const json_t *b)
{
    if (a && b && json_is_number(a) && json_is_number(b)) return json_number_value(a) == json_number_value(b);
    return a && b ? json_equal(a, b) : a == b;
}

/* The number of a value, or NULL: a value may be a day, a place or plain words. */
static const json_t *number_of(const json_t *claim)
{
    return get(get(claim, "value"), "n");
}

static bool is_pair(const json_t *gold, const json_t *found, Arena scratch)
{
    if (!same(get(gold, "mission"), get(found, "mission")) || !same(get(gold, "what"), get(found, "what"))) return false;
    if (number_of(gold) && !same(number_of(gold), number_of(found))) return false;
    Words a = score_words(get(gold, "evidence"), &scratch), b = score_words(get(found, "evidence"), &scratch);
    return score_overlap(&a, &b) >= SCORE_OVERLAP;
}

static ScoreKind *kind_of(Score *s, const json_t *claim, Arena *keep)
{
    const json_t *what = get(claim, "what");
    Span name = json_is_string(what) ? (Span){json_string_value(what), (Size)json_string_length(what)} : SPAN("?");
    for (Size i = 0; i < s->what.len; i++)
        if (span_equal(s->what.item[i].name, name)) return &s->what.item[i];
    ScoreKind *k = ARRAY_PUSH(&s->what, keep);
    *k = (ScoreKind){.name = name};
    return k;
}

void score_missions(Score *s, Span doc, const json_t *gold, const json_t *found, Arena *keep)
{
    size_t golds = json_is_array(gold) ? json_array_size(gold) : 0, founds = json_is_array(found) ? json_array_size(found) : 0;
    bool *taken = ARENA_NEW(keep, bool, (Size)founds + 1);
    for (size_t i = 0; i < golds; i++) {
        const json_t *g = json_array_get(gold, i);
        size_t k = 0;
        while (k < founds && (taken[k] || !is_pair(g, json_array_get(found, k), *keep))) k++;
        ScoreKind *kind = kind_of(s, g, keep);
        s->missions.gold++, kind->count.gold++;
        if (k == founds) {
            *ARRAY_PUSH(&s->miss, keep) = (Miss){MISS_GOLD, 0, doc, g, NULL};
            continue;
        }
        taken[k] = true;
        s->missions.pairs++, kind->count.pairs++;
    }
    for (size_t k = 0; k < founds; k++) {
        const json_t *f = json_array_get(found, k);
        s->missions.found++, kind_of(s, f, keep)->count.found++;
        if (!taken[k]) *ARRAY_PUSH(&s->miss, keep) = (Miss){MISS_EXTRA, 0, doc, NULL, f};
    }
}
