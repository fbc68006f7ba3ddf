/* Class names of the word lists to bits, once per row. */
#include "syntax/clause.h"

static const char *const class_words[] = {
#define VERB(NAME, name) #name,
#include "syntax/classes.def"
#undef VERB
};
static const char *const function_words[] = {
#define FUNCTION(NAME, name) #name,
#include "syntax/classes.def"
#undef FUNCTION
};

static uint64_t bits_of(Span list, const char *const *words, int count)
{
    uint64_t bits = 0;
    Span piece;
    while (span_cut(&list, '|', &piece))
        for (int i = 0; i < count; i++)
            if (span_is(piece, words[i])) bits |= (uint64_t)1 << i;
    return bits;
}

/* Rows keep their bits once read: the image does not change under a running program. */
enum { ROWS_KEPT = 4096 };
static const uint64_t KEPT = (uint64_t)1 << 63;

uint64_t verb_classes(Entry e)
{
    static uint64_t kept[2][ROWS_KEPT];
    if (!entry_some(e)) return 0;
    if (e.row >= ROWS_KEPT || (e.table != TABLE_VERBS && e.table != TABLE_ACTNOUNS)) return bits_of(lexicon_field(e, "class"), class_words, CLASS_COUNT);
    uint64_t *bits = &kept[e.table == TABLE_ACTNOUNS][e.row];
    if (!*bits) *bits = KEPT | bits_of(lexicon_field(e, "class"), class_words, CLASS_COUNT);
    return *bits & ~KEPT;
}

uint64_t class_bit(Span name)
{
    return bits_of(name, class_words, CLASS_COUNT);
}

uint32_t function_classes(Entry e)
{
    static uint64_t kept[ROWS_KEPT];
    if (!entry_some(e) || e.row >= ROWS_KEPT) return 0;
    if (!kept[e.row]) kept[e.row] = KEPT | bits_of(lexicon_field(e, "class"), function_words, FUNCTION_COUNT);
    return (uint32_t)(kept[e.row] & ~KEPT);
}

void class_names(uint64_t classes, Out *to)
{
    bool any = false;
    for (int i = 0; i < CLASS_COUNT; i++)
        if (classes >> i & 1) {
            if (any) out_char(to, '|');
            out_text(to, class_words[i]);
            any = true;
        }
}

const char *tense_name(Tense t)
{
    static const char *const names[] = {"none", "present", "past", "perfect", "pluperfect", "future", "conditional", "infinitive"};
    return names[t];
}

const char *clause_kind_name(ClauseKind k)
{
    static const char *const names[] = {"main", "sub", "relative", "infinitive", "fragment"};
    return names[k];
}
