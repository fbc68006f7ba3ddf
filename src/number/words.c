/* Number words by their parts. */
#include "number/words.h"

#include <math.h>

#include "base/image.h"

enum { STACK = 8 };

/* What has been read of a word: finished groups (tweeduizend) with their scale, the group being read, and what the word began with. */
typedef struct {
    double group;
    bool some;                 /* the group holds something */
    double value[STACK];
    double scale[STACK];
    int n;
    double lead, tail;
    int units;                 /* 1: a unit stands, may be joined by `en` with a ten */
    bool joint, half;
} Build;

static double power(int32_t zeros)
{
    double v = 1;
    for (int32_t i = 0; i < zeros; i++) v *= 10;
    return v;
}

static double build_sum(const Build *b)
{
    double v = b->group;
    for (int i = 0; i < b->n; i++) v += b->value[i];
    return v;
}

static bool add_small(Build *b, PatternPart part, int32_t v)
{
    bool hundred = b->tail == 100;
    if (part == PATTERN_PART_ten) {
        if (b->units && b->joint) b->group += v;
        else if (!b->some || hundred) b->group += v;
        else return false;
        b->units = 0;
    } else {
        if (b->some && !hundred) return false;
        b->group += v;
        b->units = part == PATTERN_PART_unit && v > 0;
    }
    b->joint = false;
    b->some = true;
    b->tail = 0;
    return true;
}

static bool add_hundred(Build *b)
{
    if (b->joint || b->group >= 100) return false;
    if (!b->some && b->n == 0) b->lead = 100;
    b->group = (b->some ? b->group : 1) * 100;
    b->some = true;
    b->units = 0;
    b->tail = 100;
    return true;
}

/* Multiplies everything below the scale and sets it aside. */
static bool add_scale(Build *b, int32_t zeros)
{
    double scale = power(zeros), below = b->some ? b->group : 0;
    bool some = b->some;
    if (b->joint) return false;
    while (b->n > 0 && b->scale[b->n - 1] < scale) {
        below += b->value[--b->n];
        some = true;
    }
    if (b->n == STACK || (b->n > 0 && b->scale[b->n - 1] <= scale)) return false;
    if (!some && b->n == 0) b->lead = scale;
    b->value[b->n] = (some ? below : 1) * scale;
    b->scale[b->n++] = scale;
    b->group = 0;
    b->some = false;
    b->units = 0;
    b->tail = scale;
    return true;
}

static bool add_part(Build *b, PatternPart part, int32_t v)
{
    switch (part) {
    case PATTERN_PART_unit: case PATTERN_PART_teen: case PATTERN_PART_ten: return add_small(b, part, v);
    case PATTERN_PART_hundred: return add_hundred(b);
    case PATTERN_PART_scale: return add_scale(b, v);
    case PATTERN_PART_and:
        if (b->joint || (!b->some && b->n == 0)) return false;
        b->joint = true;
        return true;
    case PATTERN_PART_half:
        if (!b->joint || !b->some) return false;
        b->group += 0.5;
        b->joint = false;
        b->half = true;
        return true;
    default: return false;
    }
}

/* What a word that ends in `part` is; NONE where the ending does not fit what stands before it. */
static WordKind ending(Build *b, PatternPart part, int32_t v, double *value)
{
    bool some = b->some || b->n > 0;
    switch (part) {
    case PATTERN_PART_ordinal:
        if (some && (b->units || (b->some && b->tail != 100))) return WORD_NONE;
        *value += v;
        return WORD_ORDINAL;
    case PATTERN_PART_ordinal_end: return some && !b->joint && *value != 1 ? WORD_ORDINAL : WORD_NONE;
    case PATTERN_PART_tal: return some && !b->joint ? WORD_TAL : WORD_NONE;
    case PATTERN_PART_head: return some && !b->joint ? WORD_HEAD : WORD_NONE;
    case PATTERN_PART_tal_plural: return some && !b->joint ? WORD_PLURAL : WORD_NONE;
    default: return WORD_NONE;
    }
}

static WordNumber count_words(Span section, Span s)
{
    Build b = {0};
    WordNumber none = {0};
    for (bool first = true; s.len > 0; first = false) {
        int32_t v = 0, length = 0;
        if (s.at[0] == '-' && s.len > 1) s = span_sub(s, 1, s.len);  /* drie-en-dertig */
        PatternPart part = pattern_part(section, s, &v, &length);
        if (part == PATTERN_PART_none) return none;
        bool last = length == s.len;
        if (part == PATTERN_PART_never) return none;
        if (part == PATTERN_PART_whole) return first && last ? (WordNumber){.kind = WORD_CARDINAL, .value = v / 10.0, .high = v / 10.0} : none;
        if (part == PATTERN_PART_and && last && b.tail >= 100) return (WordNumber){.kind = WORD_PLURAL, .value = build_sum(&b)};
        if (part == PATTERN_PART_half && first && last) return none;
        if (!add_part(&b, part, v)) {
            double value = build_sum(&b);
            WordKind kind = last ? ending(&b, part, v, &value) : WORD_NONE;
            return kind == WORD_NONE ? none : (WordNumber){.kind = kind, .value = value, .high = value};
        }
        s = span_sub(s, length, s.len);
    }
    if (b.joint) return none;
    double value = build_sum(&b);
    return (WordNumber){.kind = WORD_CARDINAL, .value = value, .high = value, .lead = b.half ? 0 : b.lead, .tail = b.half ? 0 : b.tail};
}

/* negentien-achtentwintig: the century and the year in it. */
static WordNumber from_words(Span section, Span s)
{
    WordNumber w = count_words(section, s);
    int32_t century = 0, length = 0;
    if (w.kind != WORD_NONE || pattern_part(section, s, &century, &length) == PATTERN_PART_none || century < 15 || century > 20 || length == s.len) return w;
    WordNumber rest = count_words(section, span_sub(s, length, s.len));
    if (rest.kind != WORD_CARDINAL || rest.value < 10 || rest.value > 99 || rest.value != floor(rest.value)) return w;
    return (WordNumber){.kind = WORD_YEAR, .value = century * 100 + rest.value, .high = century * 100 + rest.value};
}

/* ---- digits ---- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Reads digits from `*i` on. */
static double take_digits(Span s, Size *i, int *count)
{
    double v = 0;
    *count = 0;
    for (; *i < s.len && is_digit(s.at[*i]); ++*i, ++*count) v = v * 10 + (s.at[*i] - '0');
    return v;
}

/* A number with Dutch points and comma: 1.350  8,2  1.234,567; -1 where none begins at `*i`. `*count`: digits before the comma. */
static double take_number(Span s, Size *i, int *count, bool *plain)
{
    int group;
    Size from = *i;
    double v = take_digits(s, i, count);
    if (*count == 0) return -1;
    *plain = true;
    while (*count <= 3 || !*plain) {
        Size j = *i;
        if (j + 3 >= s.len || s.at[j] != '.' || (*plain && j - from > 3) || (j + 4 < s.len && is_digit(s.at[j + 4]))) break;
        j++;
        double g = take_digits(s, &j, &group);
        if (group != 3) break;
        v = v * 1000 + g;
        *count += 3;
        *plain = false;
        *i = j;
    }
    if (*i + 1 < s.len && s.at[*i] == ',' && is_digit(s.at[*i + 1])) {
        ++*i;
        double g = take_digits(s, i, &group);
        v += g / power(group);
        *plain = false;
    }
    return v;
}

static bool tail_is(Span s, Size i, const char *tail)
{
    return span_is(span_sub(s, i, s.len), tail);
}

/* 10k, 1,2b, 10g: a multiple by a letter. */
static double letter_scale(Span s, Size i)
{
    if (s.len - i != 1) return 0;
    switch (s.at[i]) {
    case 'k': return 1e3;
    case 'b': case 'g': return 1e9;
    default: return 0;
    }
}

/* 11u47, 9u, 14u. */
static bool clock_tail(Span s, Size i, double hours)
{
    if (hours > 24 || i >= s.len || s.at[i] != 'u') return false;
    Span rest = span_sub(s, i + 1, s.len);
    if (rest.len == 0 || span_is(rest, "ur")) return rest.len == 0;
    return rest.len == 2 && is_digit(rest.at[0]) && is_digit(rest.at[1]) && rest.at[0] < '6';
}

static WordNumber exponent(Span s, Size i, WordNumber w)
{
    bool minus = i + 1 < s.len && s.at[i + 1] == '-';
    Size j = i + 1 + minus;
    int count;
    double e = take_digits(s, &j, &count);
    if (count == 0 || j < s.len || e > 300) return (WordNumber){.kind = WORD_NUMERIC, .digits = true};
    double p = power((int32_t)e);
    w.value = w.high = minus ? w.value / p : w.value * p;
    w.plain = false;
    return w;
}

/* What follows the digits of a token: nothing, an ending, a second number. */
static WordNumber with_tail(Span section, Span s, Size i, WordNumber w)
{
    if (i == s.len) return w;
    if (tail_is(s, i, "e") || tail_is(s, i, "de") || tail_is(s, i, "ste")) {
        w.kind = w.plain ? WORD_ORDINAL : WORD_NONE;
        return w;
    }
    if (s.at[i] == '-' || s.at[i] == ' ') {
        int32_t v, length;
        Span rest = span_sub(s, i + 1, s.len);
        PatternPart part = pattern_part(section, rest, &v, &length);
        if (part != PATTERN_PART_none && length == rest.len) {
            w.kind = part == PATTERN_PART_tal ? WORD_TAL : part == PATTERN_PART_head ? WORD_HEAD : part == PATTERN_PART_tal_plural ? WORD_PLURAL : WORD_NONE;
            return w;
        }
        int count;
        bool plain = false;
        Size j = i + 1;
        w.high = take_number(s, &j, &count, &plain);
        w.kind = w.high > w.value && j == s.len ? WORD_PAIR : is_digit(s.at[i + 1 < s.len ? i + 1 : i]) ? WORD_NUMERIC : WORD_NONE;
        w.plain &= plain && count > 0;
        return w;
    }
    if (s.at[i] == '/') {
        int count;
        Size j = i + 1;
        w.high = take_digits(s, &j, &count);
        w.kind = w.plain && count > 0 && j == s.len && w.high > 0 ? WORD_RATIO : WORD_NUMERIC;
        return w;
    }
    if (s.at[i] == ':') return (WordNumber){.kind = WORD_CLOCK, .digits = true, .value = w.value};
    if (clock_tail(s, i, w.value)) {
        w.kind = WORD_CLOCK;
        return w;
    }
    double scale = letter_scale(s, i);
    if (scale > 0) {
        w.value = w.high = w.value * scale;
        w.plain = false;
        return w;
    }
    if (s.at[i] == 'e') return exponent(s, i, w);
    w.kind = s.at[i] == '.' || s.at[i] == ',' ? WORD_NUMERIC : WORD_NONE;
    return w;
}

static WordNumber from_digits(Span section, Span s)
{
    WordNumber w = {.kind = WORD_CARDINAL, .digits = true};
    Size i = 0;
    int count = 0;
    w.value = w.high = take_number(s, &i, &count, &w.plain);
    w.count = (int8_t)(count < 100 ? count : 100);
    if (count == 0) return (WordNumber){0};
    if (i + 2 <= s.len && s.at[i] == '.' && is_digit(s.at[i + 1])) {
        int fraction;
        Size j = i + 1;
        double f = take_digits(s, &j, &fraction);
        if (j == s.len && w.plain) {
            w.value = w.high = w.value + f / power(fraction);
            w.plain = false;
            return w;
        }
    }
    return with_tail(section, s, i, w);
}

WordNumber word_number(Span section, Span folded)
{
    if (folded.len == 0) return (WordNumber){0};
    if (is_digit(folded.at[0])) return from_digits(section, folded);
    if (!pattern_may_split(section, folded)) return (WordNumber){0};
    return from_words(section, folded);
}

/* ---- words written apart ---- */

const WordRun *word_run(const Document *d, int32_t first, int32_t last, Arena *keep)
{
    Span section = image_section("number.rules");
    WordRun *run = arena_room(keep, sizeof *run, _Alignof(WordRun), 1);
    *run = (WordRun){d, first, last, pattern_look(image_section("rules.words"), d, first, last, keep), NULL};
    run->number = arena_room(keep, sizeof(WordNumber), _Alignof(WordNumber), run->look.shapes + 1);
    run->number[0] = (WordNumber){0};
    for (int32_t k = 1; k <= run->look.shapes; k++) {
        int32_t at = first + run->look.shaped[k - 1];
        run->number[k] = d->tokens.item[at].kind == TOKEN_PUNCT ? (WordNumber){0} : word_number(section, token_folded(d, at));
    }
    return run;
}

static const Token *token_at(const WordRun *run, int32_t at)
{
    return &run->d->tokens.item[at];
}

static bool spaced(const WordRun *run, int32_t at)
{
    return token_at(run, at)->flags & TOKEN_SPACE_BEFORE;
}

/* `één`, against the article `een`. */
static bool accented(const WordRun *run, int32_t at)
{
    Range r = token_at(run, at)->at;
    return r.to - r.from > 3;
}

/* `een` is a number where it bears accents, stands alone, or counts (een miljoen). */
static bool one_counts(const WordRun *run, int32_t at)
{
    if (accented(run, at)) return true;
    const WordNumber *next = word_run_at(run, at + 1);
    if (next->lead > 100) return true;
    return at == run->first && run->last - run->first == 1;
}

bool word_is_article(const WordRun *run, int32_t at)
{
    const WordNumber *w = word_run_at(run, at);
    return w->kind == WORD_CARDINAL && !w->digits && w->value == 1 && w->tail == 0 && !one_counts(run, at);
}

/* 1 234 567: groups of three digits behind a short one, with one white space between. */
static int32_t spaced_groups(const WordRun *run, int32_t at, double *value)
{
    const WordNumber *w = word_run_at(run, at);
    int32_t end = at + 1;
    if (!w->plain || w->count > 3 || w->value < 1 || token_at(run, at)->kind != TOKEN_NUMBER) return end;
    for (; end < run->last; end++) {
        Span s = token_folded(run->d, end);
        bool three = s.len >= 3 && (s.len == 3 || s.at[3] == ',') && token_at(run, end)->kind == TOKEN_NUMBER;
        for (int i = 0; three && i < 3; i++) three = s.at[i] >= '0' && s.at[i] <= '9';
        Range gap = {token_at(run, end - 1)->at.to, token_at(run, end)->at.from};
        if (!three || gap.to - gap.from < 1 || gap.to - gap.from > 3 || word_run_at(run, end)->kind != WORD_CARDINAL) break;
        *value = *value * 1000 + word_run_at(run, end)->value;
        if (s.len > 3) return end + 1;
    }
    return end;
}

/* Whether the number at `next` may be added to one that ends in a word of size `tail`: tweeduizend tweehonderd. */
static bool may_add(const WordRun *run, double tail, int32_t next, bool joined)
{
    const WordNumber *w = word_run_at(run, next);
    if (w->kind != WORD_CARDINAL || tail < 100 || w->value >= tail || w->value != floor(w->value) || w->value < 1) return false;
    if (w->digits) return word_run_at(run, next + 1)->lead >= 1000 && word_run_at(run, next + 1)->lead < tail;
    if (w->value == 1 && w->tail == 0 && !accented(run, next)) return word_run_at(run, next + 1)->lead > 100 && word_run_at(run, next + 1)->lead < tail;
    return !joined || tail >= 100;
}

/* Joins number words that are written apart; `*end` is the token behind the last. */
double word_join(const WordRun *run, int32_t at, int32_t *end)
{
    const WordNumber *w = word_run_at(run, at);
    double sum = 0, value = w->value, tail = w->tail, scale = 1e30;
    bool digits = w->digits;
    if (digits) *end = spaced_groups(run, at, &value);
    for (;;) {
        const WordNumber *next = word_run_at(run, *end);
        bool year = digits && w->plain && w->count == 4 && next->lead < 1000;
        if (*end < run->last && spaced(run, *end) && next->kind == WORD_CARDINAL && next->lead >= (digits ? 1000 : 100) && !year && value > 0 &&
            (tail == 0 || next->lead > tail) && next->lead < scale) {
            value = value * next->lead + (next->value - next->lead);
            tail = next->tail;
            ++*end;
            digits = false;
            continue;
        }
        int32_t k = *end < run->last && token_is(run->d, *end, "en") ? *end + 1 : *end;
        if (k < run->last && spaced(run, k) && !digits && may_add(run, tail, k, k > *end)) {
            sum += value;
            scale = tail;
            value = word_run_at(run, k)->value;
            tail = word_run_at(run, k)->tail;
            digits = word_run_at(run, k)->digits;
            *end = k + 1;
            continue;
        }
        return sum + value;
    }
}
