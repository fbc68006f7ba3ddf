/* Ships told by their pennant number and name. */
#include "frames/pennant.h"

#include "lexicon/wordlist.h"

#include <string.h>

/* `M924`, `A960`, `F-931`: the letter of a kind of ship and two to four digits. */
static bool is_pennant(Span w)
{
    enum { DIGITS_MIN = 2, DIGITS_MAX = 4 };
    if (w.len < 1 + DIGITS_MIN || !strchr("FMAPLDRSN", w.at[0])) return false;
    Size first = w.at[1] == '-' ? 2 : 1, digits = w.len - first;
    for (Size i = first; i < w.len; i++)
        if (w.at[i] < '0' || w.at[i] > '9') return false;
    return digits >= DIGITS_MIN && digits <= DIGITS_MAX;
}

/* Whether the sentence has a noun of ships, or words for a fleet, before token `i`. */
static bool speaks_of_ships(const Document *d, const Analysis *a, int32_t i)
{
    for (int32_t k = a->first; k < i; k++) {
        if (word_in(d, k, WORDS_FLEET)) return true;
        for (int32_t m = a->matches.at[k - a->first]; m >= 0 && m < a->matches.match.len && a->matches.match.item[m].first == k; m++) {
            Entry e = match_entry(&a->matches, &a->matches.match.item[m], TABLE_ASSETS);
            if (entry_some(e) && span_is(lexicon_field(e, "asset"), "ship")) return true;
        }
    }
    return false;
}

int32_t pennant_end(const Document *d, const Analysis *a, int32_t i)
{
    enum { NAME = 3 };
    if (!is_pennant(token_text(d, i)) || !speaks_of_ships(d, a, i)) return -1;
    int32_t last = i + 1;
    while (last < a->last && last <= i + NAME && d->tokens.item[last].kind == TOKEN_WORD && (d->tokens.item[last].flags & TOKEN_CAPITAL)) last++;
    return last > i + 1 ? last : -1;
}
