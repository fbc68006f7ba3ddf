/* Which documents of a group copy each other: a forest of documents, joined where their sentences, their whole texts, or their agency and number are one. */
#include "register/derive.h"
#include "register/likeness.h"

#include "base/utf8.h"

#include <math.h>
#include <stdlib.h>

enum { COPY_BITS = 10, COPY_LOOK_BACK = 24, TEXT_LOOK_BACK = 8, SKETCH_WORDS = 6, SKETCH_ROOM = 2048, BANDS = LIKENESS_BINS / 2 };

static void add_to_sketch(uint64_t h, int *sum)
{
    for (int bit = 0; bit < 64; bit++) sum[bit] += h >> bit & 1 ? 1 : -1;
}

/* Words and pairs of words vote on each bit. */
uint64_t derive_sketch(Span sentence)
{
    char folded[SKETCH_ROOM];
    if (sentence.len > SKETCH_ROOM - 4) sentence.len = SKETCH_ROOM - 4;
    Span rest = {folded, sentence.len ? utf8_fold(sentence, folded, SKETCH_ROOM) : 0}, word;
    int sum[64] = {0}, words = 0;
    uint64_t before = 0;
    while (span_cut(&rest, ' ', &word)) {
        while (word.len && strchr(".,;:!?\"'()", word.at[word.len - 1])) word.len--;
        if (word.len == 0) continue;
        uint64_t h = derive_mix(span_hash(word), 1);
        add_to_sketch(h, sum);
        if (words++) add_to_sketch(derive_mix(before, h), sum);
        before = h;
    }
    uint64_t sketch = 0;
    for (int bit = 0; bit < 64; bit++) sketch |= (uint64_t)(sum[bit] > 0) << bit;
    return words < SKETCH_WORDS ? 0 : sketch | (sketch == 0);
}

bool derive_alike(uint64_t a, uint64_t b)
{
    return a && b && __builtin_popcountll(a ^ b) <= COPY_BITS;
}

static bool within(Day a, Day b, int64_t days)
{
    int64_t apart = (int64_t)a.n - b.n;
    return !day_known(a) || !day_known(b) || (apart <= days && -apart <= days);
}

static bool equal_numbers(const AsOfClaim *a, const AsOfClaim *b)
{
    return a->numbered == b->numbered && (!a->numbered || (a->low == b->low && (a->high == b->high || isnan(a->high) || isnan(b->high))));
}

bool derive_same_words(const AsOfClaim *a, const AsOfClaim *b)
{
    return a->document != b->document && derive_alike(a->words, b->words) && within(a->published_last, b->published_last, COPY_DAYS);
}

bool derive_same_agency(const AsOfClaim *a, const AsOfClaim *b)
{
    return a->document != b->document && a->agency && a->agency == b->agency && a->numbered && as_of_kind(a) == as_of_kind(b) && as_of_tells(a) == as_of_tells(b) &&
           day_known(a->published_last) && day_known(b->published_last) && within(a->published_last, b->published_last, AGENCY_DAYS);
}

/* A document of the group. */
typedef struct {
    int64_t document;
    Day published;
    uint64_t tie;
    Size parent;
    uint16_t bin[LIKENESS_BINS];
} Node;

typedef struct {
    Node *item;
    Size len;
} Forest;

static int order_nodes(const void *a, const void *b)
{
    const Node *x = a, *y = b;
    if (x->document != y->document) return x->document < y->document ? -1 : 1;
    return (x->tie > y->tie) - (x->tie < y->tie);
}

static Size find_node(const Forest *f, int64_t document)
{
    Size low = 0, high = f->len;
    while (low < high) {
        Size middle = (low + high) / 2;
        if (f->item[middle].document < document) low = middle + 1;
        else high = middle;
    }
    return low;
}

static Size root_of(Forest *f, Size at)
{
    while (f->item[at].parent != at) at = f->item[at].parent = f->item[f->item[at].parent].parent;
    return at;
}

/* The smaller row number is the root, whatever the order. */
static void join(Forest *f, Size a, Size b)
{
    a = root_of(f, a);
    b = root_of(f, b);
    if (a < b) f->item[b].parent = a;
    else f->item[a].parent = b;
}

static Forest plant(const AsOfClaim *claim, Size claims, Arena *scratch)
{
    Forest f = {ARENA_NEW(scratch, Node, claims), 0};
    for (Size i = 0; i < claims; i++) f.item[i] = (Node){.document = claim[i].document, .published = claim[i].published_last, .tie = claim[i].tie};
    qsort(f.item, (size_t)claims, sizeof *f.item, order_nodes);
    for (Size i = 0; i < claims; i++)
        if (i == 0 || f.item[i].document != f.item[f.len - 1].document) f.item[f.len++] = f.item[i];
    for (Size i = 0; i < f.len; i++) f.item[i].parent = i;
    return f;
}

static int order_claims(const void *a, const void *b)
{
    const AsOfClaim *x = a, *y = b;
    if (x->line != y->line) return x->line < y->line ? -1 : 1;
    if (x->published_last.n != y->published_last.n) return x->published_last.n < y->published_last.n ? -1 : 1;
    return (x->tie > y->tie) - (x->tie < y->tie);
}

/* Claims of one line with one number, in nearly the same words or by one agency. */
static void join_claims(Forest *f, AsOfClaim *claim, Size claims)
{
    qsort(claim, (size_t)claims, sizeof *claim, order_claims);
    for (Size i = 1; i < claims; i++)
        for (Size k = i - 1; k >= 0 && k >= i - COPY_LOOK_BACK && claim[k].line == claim[i].line; k--) {
            const AsOfClaim *a = &claim[k], *b = &claim[i];
            if (!within(a->published_last, b->published_last, COPY_DAYS)) break;
            if (equal_numbers(a, b) && (derive_same_words(a, b) || derive_same_agency(a, b))) join(f, find_node(f, a->document), find_node(f, b->document));
        }
}

/* Two neighbouring bins of a text: texts that are alike share many of these. */
typedef struct {
    uint64_t key, tie;
    Day published;
    Size node;
} Band;

static int order_bands(const void *a, const void *b)
{
    const Band *x = a, *y = b;
    if (x->key != y->key) return x->key < y->key ? -1 : 1;
    if (x->published.n != y->published.n) return x->published.n < y->published.n ? -1 : 1;
    return (x->tie > y->tie) - (x->tie < y->tie);
}

static Size bands_of(const Forest *f, Band *band)
{
    Size bands = 0;
    for (Size i = 0; i < f->len; i++) {
        const Node *n = &f->item[i];
        for (int b = 0; b < BANDS; b++)
            if (n->bin[2 * b] && n->bin[2 * b + 1])
                band[bands++] = (Band){(uint64_t)b << 32 | (uint64_t)n->bin[2 * b] << 16 | n->bin[2 * b + 1], n->tie, n->published, i};
    }
    if (bands) qsort(band, (size_t)bands, sizeof *band, order_bands);
    return bands;
}

static void read_sketches(Register *reg, Forest *f)
{
    for (Size i = 0; i < f->len; i++) {
        sqlite3_stmt *s = store_begin(reg, SQL_SKETCH);
        store_int(s, 1, f->item[i].document);
        if (store_row(reg, s)) (void)likeness_unpack(store_get_text(s, 0), f->item[i].bin);
        store_end(s);
    }
}

/* Whole texts that are alike. */
static void join_texts(Register *reg, Forest *f, Arena scratch)
{
    read_sketches(reg, f);
    Band *band = ARENA_NEW(&scratch, Band, f->len * BANDS);
    Size bands = bands_of(f, band);
    for (Size i = 1; i < bands; i++)
        for (Size k = i - 1; k >= 0 && k >= i - TEXT_LOOK_BACK && band[k].key == band[i].key; k--) {
            Size a = band[k].node, b = band[i].node;
            if (!within(band[k].published, band[i].published, COPY_DAYS)) break;
            if (root_of(f, a) != root_of(f, b) && likeness_same(f->item[a].bin, f->item[b].bin)) join(f, a, b);
        }
}

void derive_origins(Register *reg, AsOfClaim *claim, Size claims, Arena scratch)
{
    for (Size i = 0; i < claims; i++) claim[i].origin = claim[i].document;
    if (claims < 2) return;
    Forest f = plant(claim, claims, &scratch);
    if (f.len < 2) return;
    join_claims(&f, claim, claims);
    join_texts(reg, &f, scratch);
    for (Size i = 0; i < claims; i++) claim[i].origin = f.item[root_of(&f, find_node(&f, claim[i].document))].document;
}
