/* Claims of one contribution told twice. */
#include "frames/retold.h"

#include "lexicon/wordlist.h"

static bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* `missie van 300 man in Kunduz'Nog geen half jaar`: where the text begins that a title is stuck to; -1 where none is. */
static int32_t glued_at(const Context *c, Range sentence)
{
    Span t = span_range(c->d->bytes, sentence);
    for (Size i = 3; i + 2 < t.len; i++) {
        Size before = i - (t.at[i - 1] == '\'' || t.at[i - 1] == '"') - 1;
        bool next = is_small(t.at[i + 1]) || (is_capital(t.at[i + 1]) && is_capital(t.at[i + 2]));
        if (is_capital(t.at[i]) && next && is_small(t.at[before]) && is_small(t.at[before - 1])) return sentence.from + (int32_t)i;
    }
    return -1;
}

/* Whether the forces of `x` stand in a title that the first sentence of the item is stuck to. */
static bool in_glued_title(const Context *c, const Claim *x)
{
    const Sentence *first = &c->d->sentences.item[c->d->items.item[c->item].sentence];
    Range asset = x->proof[FIELD_ASSET].at;
    return first->at.from == x->evidence.from && range_some(asset) && asset.to <= glued_at(c, first->at);
}

/* The number of the sentence that a claim rests on, from the first of the item on; claims stand in the order of their sentences. */
static int32_t sentence_of(const Context *c, const Claim *x)
{
    const Item *item = &c->d->items.item[c->item];
    int32_t low = item->sentence, high = item->sentence + item->sentences - 1;
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        if (c->d->sentences.item[middle].at.to <= x->evidence.from) low = middle + 1;
        else high = middle;
    }
    return low - item->sentence;
}

static bool is_heading(const Context *c, const Claim *x)
{
    const Item *item = &c->d->items.item[c->item];
    return c->d->sentences.item[item->sentence + sentence_of(c, x)].kind == SENTENCE_HEADING;
}

/* A title or sub-heading that the body tells again is no claim of its own. */
static bool told_below(const Context *c, int32_t first, const Claim *head)
{
    const Reading *reading = c->reading;
    if (!is_heading(c, head) && !in_glued_title(c, head)) return false;
    for (Size i = first; i < reading->claims.len; i++) {
        const Claim *x = &reading->claims.item[i];
        if (x->evidence.from <= head->evidence.from || !span_equal(x->contributor, head->contributor)) continue;
        if (x->asset != head->asset && head->asset != ASSET_NONE) continue;
        bool same_number = head->quantity.some && head->quantity.known && x->quantity.some && x->quantity.known && head->quantity.low == x->quantity.low;
        if (!head->quantity.some || !head->quantity.known || same_number) return true;
    }
    return false;
}

/* The traced candidate of claim `from` has claim `to` now, or -1. */
static void renumber(const Context *c, int32_t from, int32_t to)
{
    for (Size i = 0; c->trace && i < c->trace->candidate.len; i++)
        if (c->trace->candidate.item[i].claim == from) {
            c->trace->candidate.item[i].claim = to;
            if (to < 0) c->trace->candidate.item[i].weighed = false;
            return;
        }
}

static bool same_words(const Bound *a, const Bound *b)
{
    return a->some && b->some && a->words.from == b->words.from && a->words.to == b->words.to;
}

/* `Het kabinet stuurt 150 militairen. De militairen gaan in januari`: a plan told again without its number gives the claim before its time. */
static bool tells_when(const Context *c, Size first, Size i)
{
    const Claim *x = &c->reading->claims.item[i];
    static const uint32_t AGAIN = 1u << ACT_DEPLOY | 1u << ACT_STATE | 1u << ACT_DECIDE | 1u << ACT_APPROVE;   /* `neemt de taak over` is an act of its own */
    bool again = x->asset == ASSET_PERSONNEL || (x->asset == ASSET_NONE && x->stage == STAGE_DECIDED && (AGAIN >> x->act & 1));
    if (!again || x->quantity.some) return false;
    for (Size k = first; k < i; k++) {
        const Claim *o = &c->reading->claims.item[k];
        if (!o->quantity.some || o->stage != x->stage || !span_equal(o->contributor, x->contributor)) continue;
        if (same_words(&o->start, &x->start) || same_words(&o->end, &x->end)) return true;
    }
    return false;
}

/* Whether the sentence of `x` tells what something consists of: `Het gaat om zestig man`, before its forces. */
static bool elaborates(const Context *c, const Claim *x)
{
    enum { REACH = 8 };
    const Sentence *s = &c->d->sentences.item[c->d->items.item[c->item].sentence + sentence_of(c, x)];
    bool concerns = false, it = false;
    for (int32_t i = s->token; i < s->token + s->tokens && i < s->token + REACH && c->d->tokens.item[i].at.from < x->proof[FIELD_ASSET].at.from; i++) {
        it = it || word_in(c->d, i, WORDS_IT);
        concerns = concerns || word_in(c->d, i, WORDS_CONCERNS) || token_is(c->d, i, "gaan");
        if (it && concerns && token_is(c->d, i, "om")) return true;
    }
    return false;
}

/* `Zweden stuurt een groep militairen naar Irak. Het gaat om 35 man`: counted right behind it, that is the contribution. */
static bool counted_behind(const Context *c, Size i)
{
    const Claim *x = &c->reading->claims.item[i];
    bool bare = !x->quantity.some && x->asset == ASSET_PERSONNEL;
    for (Size k = i + 1; bare && k < c->reading->claims.len; k++) {
        const Claim *o = &c->reading->claims.item[k];
        int32_t behind = sentence_of(c, o) - sentence_of(c, x);
        if (behind > 1) return false;
        bool same = o->stage == x->stage && o->quantity.some && o->asset == ASSET_PERSONNEL && span_equal(o->contributor, x->contributor);
        if (behind == 1 && same && elaborates(c, o)) return true;
    }
    return false;
}

void retold_drop(Context *c, int32_t first)
{
    Reading *reading = c->reading;
    Size to = first, claims = reading->claims.len;
    const char **why = ARENA_NEW(c->keep, const char *, claims - first + 1);
    for (Size i = first; i < claims; i++) {
        bool heading = told_below(c, first, &reading->claims.item[i]);
        why[i - first] = heading ? "heading that the text tells again" : tells_when(c, first, i) ? "tells when of what stands before" : counted_behind(c, i) ? "counted right behind it" : NULL;
    }
    Size left = first;
    for (Size i = first; i < claims; i++) {
        const Claim *x = &reading->claims.item[i];
        renumber(c, (int32_t)i, why[i - first] ? -1 : (int32_t)left++);
        if (why[i - first]) *ARRAY_PUSH(&reading->uncoded, c->keep) = (Uncoded){x->evidence, x->proof[FIELD_ASSET].at, why[i - first]};
    }
    for (Size i = first; i < claims; i++)
        if (!why[i - first]) reading->claims.item[to++] = reading->claims.item[i];
    reading->claims.len = to;
}
