/* --publisher, --publisher-country, --published. */
#include "cli/given.h"

#include "cli/common.h"

static Error country(const char *text, Span *to)
{
    Span code = span_of(text);
    for (int32_t i = 0; i < lexicon_rows(TABLE_COUNTRIES); i++) {
        Span id = lexicon_column(lexicon_row(TABLE_COUNTRIES, i), 0);
        if (id.len != code.len) continue;
        bool same = true;
        for (Size k = 0; k < id.len; k++) same = same && (id.at[k] | 32) == (code.at[k] | 32);
        if (!same) continue;
        *to = id;
        return NO_ERROR;
    }
    return error_make(ERROR_USAGE, "--publisher-country `%.20s` is no country code; write NL or BE", text);
}

Error cli_given(const Line *line, ReaderGiven *given)
{
    *given = NOTHING_GIVEN;
    if (line->value[OPTION_PUBLISHER]) given->publisher = span_of(line->value[OPTION_PUBLISHER]);
    if (line->value[OPTION_COUNTRY_OF]) {
        Error e = country(line->value[OPTION_COUNTRY_OF], &given->country);
        if (e.code) return e;
    }
    if (!line->value[OPTION_PUBLISHED]) return NO_ERROR;
    Published p;
    Error e = cli_day("published", line->value[OPTION_PUBLISHED], &p);
    if (e.code) return e;
    given->published_first = p.first;
    given->published_last = p.last;
    given->precision = p.precision;
    given->origin = DATE_GIVEN;
    return NO_ERROR;
}
