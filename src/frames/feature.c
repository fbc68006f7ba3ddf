/* Names of features, both ways. */
#include "frames/feature.h"

#include <stdio.h>

static const char *const single_names[] = {
#define FEATURE(NAME, name) #name,
#include "frames/feature.def"
#undef FEATURE
};
static const char *const class_words[] = {
#define VERB(NAME, name) #name,
#include "syntax/classes.def"
#undef VERB
};
static const char *const block_names[] = {"head", "inner", "noun", "outer"};

void feature_classes(Features *f, int block, uint64_t classes)
{
    for (int i = 0; i < CLASS_COUNT; i++) feature_set(f, block + i, classes >> i & 1);
}

static int class_named(Span word)
{
    for (int i = 0; i < CLASS_COUNT; i++)
        if (span_is(word, class_words[i])) return i;
    return -1;
}

bool feature_mask(Span name, Features *mask)
{
    for (int i = 0; i < FEATURE_COUNT - FEATURE_SINGLE; i++)
        if (span_is(name, single_names[i])) {
            feature_set(mask, FEATURE_SINGLE + i, true);
            return true;
        }
    Size dot = span_find_byte(name, '.', 0);
    if (dot < 0) return false;
    Span block = span_sub(name, 0, dot);
    int class = class_named(span_sub(name, dot + 1, name.len));
    if (class < 0) return false;
    bool any = span_is(block, "any"), verb = any || span_is(block, "verb"), known = verb;
    for (int b = 0; b < 4; b++) {
        bool wanted = span_is(block, block_names[b]) || (verb && b < 2) || (any && b == 2);
        feature_set(mask, b * CLASS_COUNT + class, wanted);
        known = known || wanted;
    }
    return known;
}

void feature_name(int feature, char *to)
{
    if (feature >= FEATURE_SINGLE) snprintf(to, 48, "%s", single_names[feature - FEATURE_SINGLE]);
    else snprintf(to, 48, "%s.%s", block_names[feature / CLASS_COUNT], class_words[feature % CLASS_COUNT]);
}

void feature_names(const Features *f, Out *to)
{
    bool any = false;
    for (int i = 0; i < FEATURE_COUNT; i++) {
        if (!feature_has(f, i)) continue;
        char name[48];
        feature_name(i, name);
        if (any) out_char(to, ' ');
        out_text(to, name);
        any = true;
    }
}
