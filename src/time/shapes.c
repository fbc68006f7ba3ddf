/* Token shapes that the time rules ask for: years, days, dates in digits, lengths in one token. */
#include "time/reader.h"

#include <math.h>

#include "time/numeric.h"

const WordNumber *time_word(PatternRun *run, int32_t at)
{
    return word_run_at(time_reader(run)->words, at);
}

bool time_dotted(PatternRun *run, int32_t at)
{
    Span s = at >= run->first && at < run->last ? token_folded(run->d, at) : (Span){NULL, 0};
    Size n = s.len;
    if (n < 4 || n > 5 || (s.at[n - 3] != '.' && s.at[n - 3] != ':') || s.at[n - 2] > '5') return false;
    for (Size i = 0; i < n; i++)
        if (i != n - 3 && (s.at[i] < '0' || s.at[i] > '9')) return false;
    return true;
}

static bool day_number(const WordNumber *w)
{
    bool whole = w->value >= 1 && w->value <= 31 && w->value == floor(w->value);
    return whole && (w->kind == WORD_ORDINAL || (w->kind == WORD_CARDINAL && (!w->digits || (w->plain && w->count <= 2))));
}

static bool short_year(const WordNumber *w)
{
    return w->digits ? w->plain && w->count == 2 : w->value >= 20 && w->value < 100 && (int32_t)w->value % 10 == 0;
}

/* Whether read_year can succeed: four digits, or words that are a year or go on in the next one. */
static bool may_be_year(PatternRun *run, int32_t at, const WordNumber *w)
{
    if (w->digits) return w->plain && w->count == 4 && w->value >= 1000 && w->value < 3000;
    return at > run->first && (w->value >= 1000 || time_word(run, at + 1)->kind != WORD_NONE);
}

/* Whether digits, or words joined by hyphens of which the first is a month, can be a date. */
static bool may_be_date(PatternRun *run, const Token *t, Span folded)
{
    if (t->kind == TOKEN_NUMBER || (t->flags & TOKEN_DIGIT)) return true;
    if (t->kind != TOKEN_WORD || folded.len <= 4 || !(t->flags & TOKEN_HYPHEN)) return false;
    Size hyphen = span_find_byte(folded, '-', 0);
    return pattern_word(time_reader(run)->section, span_sub(folded, 0, hyphen), PATTERN_CLASS_month, 0) > 0;
}

static uint32_t cardinal_shapes(PatternRun *run, int32_t at, const WordNumber *w)
{
    uint32_t bits = word_is_article(time_reader(run)->words, at) ? 0 : 1u << PATTERN_SHAPE_number | 1u << PATTERN_SHAPE_whole;
    if (may_be_year(run, at, w)) bits |= 1u << PATTERN_SHAPE_year;
    if (short_year(w)) bits |= 1u << PATTERN_SHAPE_short_year;
    return bits;
}

uint32_t time_shapes(PatternRun *run, int32_t at)
{
    const Token *t = &run->d->tokens.item[at];
    if (t->kind == TOKEN_PUNCT) return 0;
    Span folded = token_folded(run->d, at);
    const WordNumber *w = time_word(run, at);
    uint32_t bits = may_be_date(run, t, folded) ? 1u << PATTERN_SHAPE_date : 0;
    if (w->kind == WORD_CARDINAL) {
        bits |= cardinal_shapes(run, at, w);
        if (w->digits && w->plain) bits &= ~(1u << PATTERN_SHAPE_date);
    }
    if (w->kind == WORD_YEAR) bits |= 1u << PATTERN_SHAPE_year;
    if (w->kind == WORD_ORDINAL) bits |= 1u << PATTERN_SHAPE_ordinal;
    if (day_number(w)) bits |= 1u << PATTERN_SHAPE_day;
    if (w->kind == WORD_PAIR) bits |= 1u << PATTERN_SHAPE_pair | 1u << PATTERN_SHAPE_days;
    bool ending = folded.len > 6 && memchr("seg", folded.at[folded.len - 1], 3);
    if ((w->kind == WORD_NONE || w->kind == WORD_CLOCK) && t->kind == TOKEN_WORD && ((t->flags & TOKEN_DIGIT) || ending)) bits |= 1u << PATTERN_SHAPE_glued;
    if (w->kind == WORD_CLOCK) bits |= 1u << PATTERN_SHAPE_clock;
    if (w->kind == WORD_TAL) bits |= 1u << PATTERN_SHAPE_tal;
    return bits;
}

/* What number.c made of token `at`; NULL where it has none. */
static const Number *number_at(PatternRun *run, int32_t at)
{
    const Numbers *n = time_reader(run)->numbers;
    Size low = 0, high = n ? n->item.len : 0;
    while (low < high) {
        Size mid = (low + high) / 2;
        if (n->item.item[mid].last <= at) low = mid + 1;
        else high = mid;
    }
    return n && low < n->item.len && n->item.item[low].first <= at ? &n->item.item[low] : NULL;
}

/* Whether a number at [at, end) that looks like a year counts something: ruim 2000, de 2000 militairen, 2000 euro. */
static bool counts(PatternRun *run, int32_t at, int32_t end)
{
    const Number *n = number_at(run, at);
    if (n && (n->kind == NUMBER_MONEY || n->kind == NUMBER_MEASURE || n->kind == NUMBER_PERCENT || n->kind == NUMBER_NAME)) return true;
    bool hedged = n && n->hedge != HEDGE_EXACT && n->hedge != HEDGE_RANGE && n->hedge != HEDGE_AT_MOST && n->core_first == at && n->core_first > n->first;
    bool alone = end >= run->last || run->d->tokens.item[end].kind == TOKEN_PUNCT;
    if (hedged && !(alone && n->hedge == HEDGE_ABOUT) && !token_is(run->d, n->first, "rond")) return true;
    return pattern_class(run, end, PATTERN_CLASS_counted, 0) > 0 || pattern_class(run, at - 1, PATTERN_CLASS_before_count, 0) > 0;
}

/* Whether words at `at` stand where a year may be written out: in, van, a month, an ordinal, a comma before them. */
static bool year_place(PatternRun *run, int32_t at)
{
    if (at == run->first) return false;
    return run->d->tokens.item[at - 1].kind == TOKEN_PUNCT || pattern_class(run, at - 1, PATTERN_CLASS_before_year, 0) > 0 ||
           pattern_class(run, at - 1, PATTERN_CLASS_month, 0) > 0 || time_word(run, at - 1)->kind == WORD_ORDINAL;
}

/* negentien zevenentachtig, negentien nul een. */
static int32_t two_figures(PatternRun *run, int32_t at, int32_t *end)
{
    const WordNumber *w = time_word(run, at), *next = time_word(run, at + 1), *last = time_word(run, at + 2);
    if (w->value < 15 || w->value > 20 || w->value != floor(w->value) || next->kind != WORD_CARDINAL || next->digits || next->tail > 0) return 0;
    *end = at + 2;
    if (next->value >= 10 && next->value < 100) return (int32_t)(w->value * 100 + next->value);
    *end = at + 3;
    return next->value == 0 && last->kind == WORD_CARDINAL && last->value < 10 ? (int32_t)(w->value * 100 + last->value) : 0;
}

/* 2018, tweeduizend achttien, negentienhonderdzes, negentien zevenentachtig; 0 where no year stands. */
static int32_t read_year(PatternRun *run, int32_t at, int32_t *end)
{
    enum { OLDEST_YEAR = 1940, LAST_YEAR = 2060 };
    const WordNumber *w = time_word(run, at);
    *end = at + 1;
    if (w->kind == WORD_YEAR) return (int32_t)w->value;
    if (w->digits) {
        /* Behind a month or a word of time it is a year whatever follows (`sinds 2014 militairen`); `in mei 2000 militairen` may count. */
        bool recent = w->value > OLDEST_YEAR && w->value < LAST_YEAR && pattern_class(run, at - 1, PATTERN_CLASS_before_year, 0) > 0;
        bool dated = w->value != floor(w->value / 100) * 100 && (recent || pattern_class(run, at - 1, PATTERN_CLASS_month, 0) > 0);
        return w->plain && w->count == 4 && w->value >= 1000 && w->value < 3000 && (dated || !counts(run, at, at + 1)) ? (int32_t)w->value : 0;
    }
    if (!year_place(run, at)) return 0;
    double v = word_join(time_reader(run)->words, at, end);
    if (v < 1100 || v >= 2200) return two_figures(run, at, end);
    /* `tot vijftienhonderd` counts; `in vijftienhonderd` does not. */
    bool round = (int32_t)v % 100 == 0 && (int32_t)v != 2000 && !token_is(run->d, at - 1, "in");
    return round || counts(run, at, *end) ? 0 : (int32_t)v;
}

static bool shape_number(PatternRun *run, PatternShape s, int32_t at, PatternValue *out)
{
    int32_t end = at + 1;
    if (word_is_article(time_reader(run)->words, at)) return false;
    double *v = ARENA_NEW(run->scratch, double, 1);
    *v = word_join(time_reader(run)->words, at, &end);
    *out = (PatternValue){.kind = VALUE_NUMBER, .n = *v < 1e9 ? (int32_t)*v : 0, .to = end, .more = v};
    return s == PATTERN_SHAPE_number || (*v == floor(*v) && *v < 1e9);
}

static bool shape_date(PatternRun *run, int32_t at, PatternValue *out)
{
    Spec a, b;
    int n = numeric_read(time_reader(run)->section, token_folded(run->d, at), &a, &b);
    if (n == 0) return false;
    Spec *spec = ARENA_NEW(run->scratch, Spec, 2);
    spec[0] = a;
    spec[1] = b;
    *out = (PatternValue){.kind = VALUE_SPEC, .n = n, .to = at + 1, .more = spec};
    return true;
}

/* 18-19 as days of a month. */
static bool shape_days(PatternRun *run, int32_t at, PatternValue *out)
{
    const WordNumber *w = time_word(run, at);
    if (!w->plain || w->value < 1 || w->high > 31) return false;
    Spec *spec = ARENA_NEW(run->scratch, Spec, 2);
    spec[0] = (Spec){.base = BASE_MONTHDAY, .day = (int32_t)w->value};
    spec[1] = (Spec){.base = BASE_MONTHDAY, .day = (int32_t)w->high};
    *out = (PatternValue){.kind = VALUE_SPEC, .n = 2, .to = at + 1, .more = spec};
    return true;
}

/* driedaagse, 48-urig, vijfjarig: where the number before the unit ends; 0 where the word has no such ending. */
static Size unit_ending(PatternRun *run, Span s, int32_t *unit)
{
    enum { SHORTEST = 4, LONGEST = 7 };
    char last = s.len > SHORTEST + 2 ? s.at[s.len - 1] : 0;
    if (last != 'e' && last != 's' && last != 'g') return 0;
    for (Size n = SHORTEST; n <= LONGEST && n + 2 < s.len; n++) {
        *unit = pattern_word(time_reader(run)->section, span_sub(s, s.len - n, s.len), PATTERN_CLASS_unit_end, 0);
        if (*unit == 0) continue;
        Size at = s.len - n;
        return s.at[at - 1] == '-' ? at - 1 : at;
    }
    return 0;
}

/* 3u, 3dagen, 3,5jaar, driedaags; years from here on are ages: een twintigjarige. */
enum { AGES = 10 };

static bool shape_glued(PatternRun *run, int32_t at, PatternValue *out)
{
    Span s = token_folded(run->d, at);
    Size n = 0;
    while (n < s.len && ((s.at[n] >= '0' && s.at[n] <= '9') || s.at[n] == ',')) n++;
    int32_t unit = n == 0 || n == s.len ? 0 : pattern_word(time_reader(run)->section, span_sub(s, n, s.len), PATTERN_CLASS_unit, 0);
    bool joined = unit == 0;
    bool name = joined && at > run->first && (run->d->tokens.item[at].flags & TOKEN_CAPITAL);  /* de Vierdaagse */
    if (name || (joined && (n = unit_ending(run, s, &unit)) == 0)) return false;
    WordNumber w = word_number(time_reader(run)->section, span_sub(s, 0, n));
    if (w.kind != WORD_CARDINAL || unit == 0 || w.value > 1e6) return false;
    if (unit == UNIT_YEAR && w.value >= AGES && (span_ends(s, SPAN("jarig")) || span_ends(s, SPAN("jarige")))) return false;
    Length *l = ARENA_NEW(run->scratch, Length, 1);
    length_add(l, (Unit)unit, w.value);
    l->joined = joined;
    *out = (PatternValue){.kind = VALUE_LENGTH, .to = at + 1, .more = l};
    return true;
}

bool time_shape(PatternRun *run, PatternShape s, int32_t at, PatternValue *out)
{
    const WordNumber *w = time_word(run, at);
    out->kind = PATTERN_INT;
    out->to = at + 1;
    out->n = w->value < 1e9 ? (int32_t)w->value : 0;
    switch (s) {
    case PATTERN_SHAPE_number: case PATTERN_SHAPE_whole: return shape_number(run, s, at, out);
    case PATTERN_SHAPE_year: out->n = read_year(run, at, &out->to); return out->n > 0;
    case PATTERN_SHAPE_short_year: return short_year(w);
    case PATTERN_SHAPE_date: return shape_date(run, at, out);
    case PATTERN_SHAPE_days: return shape_days(run, at, out);
    case PATTERN_SHAPE_glued: return shape_glued(run, at, out);
    case PATTERN_SHAPE_pair: {
        double *v = ARENA_NEW(run->scratch, double, 2);
        v[0] = w->value;
        v[1] = w->high;
        *out = (PatternValue){.kind = VALUE_NUMBER, .n = out->n, .to = at + 1, .more = v};
        return true;
    }
    case PATTERN_SHAPE_tal: {
        double *v = ARENA_NEW(run->scratch, double, 1);
        *v = w->value;
        *out = (PatternValue){.kind = VALUE_NUMBER, .n = out->n, .to = at + 1, .more = v};
        return true;
    }
    default: return true;
    }
}
