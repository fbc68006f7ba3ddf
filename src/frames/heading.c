/* Headings that the text tells again. */
#include "frames/heading.h"

/* A title or sub-heading that the body tells again is no claim of its own. */
static bool told_again(const Context *c, int32_t first, const Claim *head)
{
    const Reading *reading = c->reading;
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

void heading_drop(Context *c, int32_t first)
{
    Reading *reading = c->reading;
    Size to = first;
    for (Size i = first; i < reading->claims.len; i++) {
        const Claim *x = &reading->claims.item[i];
        bool heading = false;
        const Item *item = &c->d->items.item[c->item];
        for (int32_t s = item->sentence; s < item->sentence + item->sentences; s++) {
            const Sentence *t = &c->d->sentences.item[s];
            if (t->at.from == x->evidence.from) heading = t->kind == SENTENCE_HEADING;
        }
        bool dropped = heading && told_again(c, first, x);
        renumber(c, (int32_t)i, dropped ? -1 : (int32_t)to);
        if (dropped) {
            *ARRAY_PUSH(&reading->uncoded, c->keep) = (Uncoded){x->evidence, x->proof[FIELD_ASSET].at, "heading that the text tells again"};
            continue;
        }
        reading->claims.item[to++] = *x;
    }
    reading->claims.len = to;
}
