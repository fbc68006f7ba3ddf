/* Scoring candidates. */
#include "frames/weight.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/image.h"
#include "frames/rule.h"

enum { NAME = 56, HINTS = 256 };

typedef struct {
    char name[NAME];
    double weight;
} Weight;

/* Weights laid out by feature and by hint, once. */
static struct {
    bool open;
    double feature[FEATURE_WORDS * 64];
    double hint[HINTS];
    double bias, threshold;
    bool some;
} table;

static double find(const Weight *w, Size n, const char *name)
{
    size_t length = strlen(name);
    for (Size i = 0; i < n && length > 0 && length < NAME; i++)
        if (w[i].name[length] == 0 && w[i].name[length - 1] == name[length - 1] && memcmp(w[i].name, name, length) == 0) return w[i].weight;
    return 0;
}

static void open_table(void)
{
    Span s = image_section("weights.tsv");
    const Weight *w = (const Weight *)(const void *)s.at;
    Size n = s.len / (Size)sizeof *w;
    for (int i = 0; i < FEATURE_COUNT; i++) {
        char name[NAME];
        feature_name(i, name);
        table.feature[i] = find(w, n, name);
    }
    for (int i = 0; i < rule_hints() && i < HINTS; i++) table.hint[i] = find(w, n, rule_hint_name(i));
    table.bias = find(w, n, "bias");
    table.threshold = find(w, n, "threshold");
    table.some = n > 0;
    table.open = true;
}

double weight_threshold(void)
{
    if (!table.open) open_table();
    return table.threshold;
}

double weight_score(const Features *f)
{
    if (!table.open) open_table();
    if (!table.some) return 0.5;
    double sum = table.bias;
    for (int w = 0; w < FEATURE_WORDS; w++)
        for (uint64_t bits = f->bits[w]; bits; bits &= bits - 1) sum += table.feature[w * 64 + __builtin_ctzll(bits)];
    int hints = rule_hints();
    for (int i = 0; i < hints && i < HINTS; i++)
        if (table.hint[i] != 0 && rule_hint(f, i)) sum += table.hint[i];
    return 1 / (1 + exp(-sum));
}

static void put(Out *to, const char *name, bool weights, double weight, bool *any)
{
    if (*any) out_char(to, ' ');
    out_text(to, name);
    if (weights) out_print(to, "%+.2f", weight);
    *any = true;
}

void weight_names(const Features *f, bool weights, Out *to)
{
    if (!table.open) open_table();
    bool any = false;
    char name[NAME];
    for (int i = 0; i < FEATURE_COUNT; i++) {
        if (!feature_has(f, i)) continue;
        feature_name(i, name);
        put(to, name, weights, table.feature[i], &any);
    }
    for (int i = 0; i < rule_hints() && i < HINTS; i++)
        if (rule_hint(f, i)) put(to, rule_hint_name(i), weights, table.hint[i], &any);
}

Error weight_compile(Span text, const char *file, Arena *keep, Span *section)
{
    ARRAY(Weight) weights = {0};
    Span rest = text, line;
    for (int number = 1; span_cut(&rest, '\n', &line); number++) {
        line = span_trim(line);
        if (!line.len || line.at[0] == '#') continue;
        Size tab = span_find_byte(line, '\t', 0);
        if (tab <= 0 || tab >= NAME) return error_at(ERROR_USAGE, file, number, 1, "expected `name<TAB>weight`");
        Weight *w = ARRAY_PUSH(&weights, keep);
        memcpy(w->name, line.at, (size_t)tab);
        char digits[32] = {0}, *end;
        snprintf(digits, sizeof digits, "%.*s", (int)(line.len - tab - 1), line.at + tab + 1);
        w->weight = strtod(digits, &end);
        if (end == digits || *end) return error_at(ERROR_USAGE, file, number, (int)tab + 2, "`%s`: expected a number", digits);
    }
    *section = (Span){(const char *)weights.item, weights.len * (Size)sizeof(Weight)};
    return NO_ERROR;
}
