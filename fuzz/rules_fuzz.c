/* Fuzzes the door for rules and word lists: the first byte chooses the compiler, the rest is the file. Whatever is wrong with it must come
 * back as an error with a sentence, and with the line where there is one. */
#include <assert.h>
#include <stdlib.h>

#include "frames/rule.h"
#include "frames/weight.h"
#include "lexicon/compile.h"
#include "lexicon/pattern.h"
#include "register/hedges.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static Error compile(uint8_t which, Span text, Arena keep)
{
    static const char *const TABLES[] = {"countries.tsv", "missions.tsv", "places.tsv", "verbs.tsv", "assets.tsv", "layout.tsv", "no-such-table.tsv"};
    static HedgeTable table;
    Span section;
    switch (which % 16) {
    case 0: case 1: case 2: case 3: return pattern_compile(text, "fuzz.rules", &keep, &section);
    case 4: return rule_compile(text, "stage.rules", &keep, &section);
    case 5: return rule_compile(text, "drop.rules", &keep, &section);
    case 6: return rule_compile(text, "hints.rules", &keep, &section);
    case 7: return weight_compile(text, "weights.tsv", &keep, &section);
    case 8: return hedges_read(text, "hedge-intervals.tsv", &table);
    default: return lexicon_lint(text, TABLES[(which % 16 - 9) % 7], keep);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Arena keep;
    if (!keep.at) keep = arena_reserve((Size)4 << 30);
    if (size < 1 || size > 1 << 16) return 0;
    char *copy = malloc(size);
    if (!copy) return 0;
    memcpy(copy, data + 1, size - 1);
    Error e = compile(data[0], (Span){copy, (Size)size - 1}, keep);
    assert((e.code == ERROR_NONE) == (e.sentence[0] == 0));
    assert(e.line >= 0 && e.column >= 0);
    free(copy);
    return 0;
}
