/* Which documents copy each other: sketches of sentences, and a forest of documents joined where they say the same in nearly the same words. */
#include "register/derive.h"

#include "base/utf8.h"

#include <math.h>
#include <stdlib.h>

enum { COPY_DAYS = 7, COPY_BITS = 10, COPY_LOOK_BACK = 24, SKETCH_WORDS = 6, SKETCH_ROOM = 2048 };

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

typedef struct {
    int64_t document;
    Size parent;
} Node;

static int order_nodes(const void *a, const void *b)
{
    const Node *x = a, *y = b;
    return (x->document > y->document) - (x->document < y->document);
}

static Size find_node(const Node *node, Size nodes, int64_t document)
{
    Size low = 0, high = nodes;
    while (low < high) {
        Size middle = (low + high) / 2;
        if (node[middle].document < document) low = middle + 1;
        else high = middle;
    }
    return low;
}

static Size root_of(Node *node, Size at)
{
    while (node[at].parent != at) at = node[at].parent = node[node[at].parent].parent;
    return at;
}

static int order_days(const void *a, const void *b)
{
    const AsOfClaim *x = a, *y = b;
    if (x->published_last.n != y->published_last.n) return x->published_last.n < y->published_last.n ? -1 : 1;
    return (x->claim > y->claim) - (x->claim < y->claim);
}

static bool copies(const AsOfClaim *a, const AsOfClaim *b)
{
    bool numbers = a->numbered == b->numbered && (!a->numbered || (a->low == b->low && (a->high == b->high || isnan(a->high) || isnan(b->high))));
    return a->document != b->document && a->line == b->line && numbers && derive_alike(a->words, b->words);
}

void derive_origins(AsOfClaim *claim, Size claims, Arena scratch)
{
    Node *node = ARENA_NEW(&scratch, Node, claims);
    Size nodes = 0;
    for (Size i = 0; i < claims; i++) claim[i].origin = claim[i].document;
    if (claims < 2) return;
    qsort(claim, (size_t)claims, sizeof *claim, order_days);
    for (Size i = 0; i < claims; i++) node[i].document = claim[i].document;
    qsort(node, (size_t)claims, sizeof *node, order_nodes);
    for (Size i = 0; i < claims; i++)
        if (i == 0 || node[i].document != node[nodes - 1].document) node[nodes++].document = node[i].document;
    for (Size i = 0; i < nodes; i++) node[i].parent = i;
    for (Size i = 1; i < claims; i++) {
        for (Size k = i - 1; k >= 0 && k >= i - COPY_LOOK_BACK; k--) {
            if ((int64_t)claim[i].published_last.n - claim[k].published_last.n > COPY_DAYS) break;
            if (!copies(&claim[i], &claim[k])) continue;
            Size a = root_of(node, find_node(node, nodes, claim[i].document)), b = root_of(node, find_node(node, nodes, claim[k].document));
            /* The smaller row number is the root, whatever the order. */
            if (a < b) node[b].parent = a;
            else node[a].parent = b;
        }
    }
    for (Size i = 0; i < claims; i++) claim[i].origin = node[root_of(node, find_node(node, nodes, claim[i].document))].document;
}
