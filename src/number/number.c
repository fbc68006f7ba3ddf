/* Numbers of a sentence: single tokens to numbers (words.c), numbers to quantities by data/nl/number.rules. */
#include "number/number.h"

#include <math.h>

#include "base/image.h"

/* A number being put together by the rules. */
typedef struct {
    Number number;     /* words as tokens first, last; core as core_first, core_last */
    int32_t core_last;
    bool whole;
} Sum;

typedef struct {
    Numbers found;
    Arena *list;
} Reader;

static Reader *reader(PatternRun *run)
{
    return run->self;
}

static const WordNumber *word_at(PatternRun *run, int32_t at)
{
    return word_run_at(reader(run)->found.words, at);
}

static const Token *token_at(const PatternRun *run, int32_t at)
{
    return &run->d->tokens.item[at];
}

/* Leaves `bytes` of an arena untouched. */
static void arena_skip(Arena *a, Size bytes)
{
    a->at += a->end - a->at > bytes ? bytes : 0;
}

/* ---- tokens ---- */

/* ½ ⅙ and their kin. */
static double sign_fraction(Span s)
{
    static const struct { const char *sign; double value; } signs[] = {
        {"½", 1 / 2.0}, {"¼", 1 / 4.0}, {"¾", 3 / 4.0}, {"⅓", 1 / 3.0}, {"⅔", 2 / 3.0}, {"⅕", 1 / 5.0}, {"⅖", 2 / 5.0}, {"⅗", 3 / 5.0},
        {"⅘", 4 / 5.0}, {"⅙", 1 / 6.0}, {"⅚", 5 / 6.0}, {"⅛", 1 / 8.0}, {"⅜", 3 / 8.0}, {"⅝", 5 / 8.0}, {"⅞", 7 / 8.0},
    };
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (span_is(s, signs[i].sign)) return signs[i].value;
    return 0;
}

static bool ends_here(const PatternRun *run, int32_t at)
{
    return at >= run->last || token_at(run, at)->kind == TOKEN_PUNCT;
}

static uint32_t shapes_of(PatternRun *run, int32_t at)
{
    const Token *t = token_at(run, at);
    if (t->kind == TOKEN_PUNCT) return sign_fraction(span_range(run->d->bytes, t->at)) > 0 ? 1u << PATTERN_SHAPE_number : 0;
    switch (word_at(run, at)->kind) {
    case WORD_CARDINAL: return word_is_article(reader(run)->found.words, at) ? 0 : 1u << PATTERN_SHAPE_number | 1u << PATTERN_SHAPE_whole;
    case WORD_ORDINAL: return 1u << PATTERN_SHAPE_ordinal;
    case WORD_TAL: return 1u << PATTERN_SHAPE_tal;
    case WORD_HEAD: return 1u << PATTERN_SHAPE_head;
    case WORD_PLURAL: return 1u << PATTERN_SHAPE_plural;
    case WORD_PAIR: return 1u << PATTERN_SHAPE_pair;
    case WORD_RATIO: return 1u << PATTERN_SHAPE_fraction;
    case WORD_CLOCK: return 1u << PATTERN_SHAPE_clock;
    case WORD_NUMERIC: return 1u << PATTERN_SHAPE_date;
    default: return 0;
    }
}

static bool shape(PatternRun *run, PatternShape s, int32_t at, PatternValue *out)
{
    const WordNumber *w = word_at(run, at);
    Sum *sum = ARENA_NEW(run->scratch, Sum, 1);
    int32_t end = at + 1;
    double low = w->value, high = s == PATTERN_SHAPE_pair ? w->high : w->value;
    if (s == PATTERN_SHAPE_number && w->kind == WORD_NONE) low = high = sign_fraction(span_range(run->d->bytes, token_at(run, at)->at));
    else if (s == PATTERN_SHAPE_number || s == PATTERN_SHAPE_whole) {
        if (word_is_article(reader(run)->found.words, at)) return false;
        low = high = word_join(reader(run)->found.words, at, &end);
        if (s == PATTERN_SHAPE_whole && low != floor(low)) return false;
    }
    *sum = (Sum){.number = {.first = at, .last = end, .core_first = at, .low = low, .high = high, .kind = NUMBER_CARDINAL}, .core_last = end};
    if (s == PATTERN_SHAPE_ordinal) sum->number.kind = NUMBER_ORDINAL;
    if (s == PATTERN_SHAPE_clock) sum->number.kind = NUMBER_CLOCK;
    if (s == PATTERN_SHAPE_date) sum->number.kind = NUMBER_NAME;
    if (s == PATTERN_SHAPE_tal) sum->number.hedge = HEDGE_ABOUT;
    if (s == PATTERN_SHAPE_head) sum->number.kind = NUMBER_KOPPIG;
    if (s == PATTERN_SHAPE_pair) sum->number.kind = NUMBER_RANGE, sum->number.hedge = HEDGE_RANGE;
    if (s == PATTERN_SHAPE_fraction) sum->number.low = sum->number.high = w->value / w->high, sum->number.kind = NUMBER_FRACTION;
    if (s == PATTERN_SHAPE_plural) sum->number.low = sum->number.high = NAN, sum->number.kind = NUMBER_VAGUE, sum->number.hedge = HEDGE_VAGUE;
    out->to = end;
    out->more = sum;
    return true;
}

/* ---- operations ---- */

static Sum *sum_copy(PatternRun *run, const PatternValue *from)
{
    Sum *s = ARENA_NEW(run->scratch, Sum, 1);
    if (from && from->kind == PATTERN_HOST) *s = *(const Sum *)from->more;
    else if (from) *s = (Sum){.number = {.low = from->n, .high = from->n, .first = from->from, .last = from->to, .core_first = from->from}, .core_last = from->to};
    return s;
}

/* The words of the whole match, with the core as it was. */
static void widen(PatternRun *run, Sum *s)
{
    s->number.first = run->from;
    s->number.last = run->to;
}

static Hedge hedge_of(int32_t symbol)
{
    switch (symbol) {
    case PATTERN_SYM_about: return HEDGE_ABOUT;
    case PATTERN_SYM_more_than: return HEDGE_MORE_THAN;
    case PATTERN_SYM_at_least: return HEDGE_AT_LEAST;
    case PATTERN_SYM_at_most: case PATTERN_SYM_less_than: return HEDGE_AT_MOST;
    case PATTERN_SYM_almost: return HEDGE_ALMOST;
    default: return HEDGE_EXACT;
    }
}

static NumberKind kind_of(int32_t symbol, NumberKind otherwise)
{
    switch (symbol) {
    case PATTERN_SYM_money: return NUMBER_MONEY;
    case PATTERN_SYM_measure: return NUMBER_MEASURE;
    case PATTERN_SYM_percent: return NUMBER_PERCENT;
    case PATTERN_SYM_name: return NUMBER_NAME;
    case PATTERN_SYM_date_part: return NUMBER_DATE_PART;
    case PATTERN_SYM_clock_time: return NUMBER_CLOCK;
    case PATTERN_SYM_yearly: return NUMBER_YEAR;
    case PATTERN_SYM_koppig: return NUMBER_KOPPIG;
    default: return otherwise;
    }
}

static double value_of(const PatternValue *v)
{
    return v->kind == PATTERN_HOST ? ((const Sum *)v->more)->number.low : v->n;
}

/* The third argument of range: `drie, vier` (only neighbours), equal ends allowed, or what the first lacks stands behind the second: twee- tot driehonderd. */
enum { RANGE_PLAIN, RANGE_LIST, RANGE_EQUAL, RANGE_SHARED };

/* The scale that `driehonderd` lends to `twee-`: the largest that leaves the first below the second. */
static double shared_scale(double low, double high)
{
    static const double scales[] = {1e9, 1e6, 1000, 100};
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++)
        if (fmod(high, scales[i]) == 0 && high / scales[i] > low) return scales[i];
    return 0;
}

/* `wordt verdubbeld, van 150 tot 300`, `breidt uit van 150 tot 300`: two numbers, the old and the new; not `uitgebreid met een eenheid van 20 tot 30 man`. */
static bool grows_from(PatternRun *run)
{
    int32_t van = token_is(run->d, run->from, "van") ? run->from : run->from - 1;
    if (van <= run->first || !token_is(run->d, van, "van") || !token_is(run->d, van + 2, "tot")) return false;
    const Token *before = token_at(run, van - 1);
    bool change = false, open = before->kind == TOKEN_PUNCT || (before->flags & TOKEN_CAPITAL) || pattern_class(run, van - 1, PATTERN_CLASS_change, 0) || pattern_class(run, van - 1, PATTERN_CLASS_verb_end, 0);
    for (int32_t i = run->first; open && i < run->last; i++) change = change || pattern_class(run, i, PATTERN_CLASS_change, 0);
    return change;
}

static bool make_range(PatternRun *run, const PatternValue *arg, int args, Sum *s)
{
    const Sum *a = sum_copy(run, &arg[0]), *b = sum_copy(run, &arg[1]);
    int32_t manner = args > 2 ? arg[2].n : 0;
    double low = a->number.low, high = b->number.high;
    /* `20 tot 30 duizend`: the scale holds for both. */
    double scale = 1;
    for (double k = 1000; k <= 1e9; k *= 1000)
        if (high >= k && low < 1000 && low > 0 && fmod(high, k) == 0 && high / k > low && high / k < 1000 && b->core_last - b->number.core_first > 1) scale = k;
    if (manner == RANGE_SHARED) scale = shared_scale(low, high);
    if (manner == RANGE_PLAIN || manner == RANGE_SHARED) low *= scale;
    if (scale == 0 || (manner == RANGE_PLAIN && grows_from(run))) return false;
    if (manner == RANGE_LIST && (high != low + 1 || high > 20 || ends_here(run, run->to))) return false;
    if (!(low < high || (manner == RANGE_EQUAL && low == high))) return false;
    *s = *a;
    s->number.core_first = a->number.core_first ? a->number.core_first : run->from;
    s->number.low = low;
    s->number.high = high;
    s->number.kind = NUMBER_RANGE;
    s->number.hedge = HEDGE_RANGE;
    s->core_last = b->core_last;
    widen(run, s);
    return true;
}

/* `een derde van`, against `een derde schip`: behind one, the noun of the whole or nothing must follow. */
static bool fraction_here(PatternRun *run, double over, double under)
{
    if (under < 3 || over >= under * 10) return false;
    if (run->to - run->from > 1 && token_is(run->d, run->from + 1, "uit")) return over < under && ends_here(run, run->to);
    return over > 1 || ends_here(run, run->to) || pattern_class(run, run->to, PATTERN_CLASS_of_whole, 0) > 0;
}

/* `tot 250 militairen` is a ceiling; `uitgebreid tot 250` and `tot 2018` are none. */
static bool is_ceiling(PatternRun *run, const Sum *s)
{
    if (ends_here(run, run->to) || s->number.kind != NUMBER_CARDINAL || pattern_class(run, run->to, PATTERN_CLASS_month, 0) || pattern_class(run, run->to, PATTERN_CLASS_time_unit, 0)) return false;
    const WordNumber *w = word_at(run, s->number.core_first);
    if (w->plain && w->count == 4 && w->value > 1900 && w->value < 2100) return false;
    for (int32_t i = run->first; i < run->last; i++)
        if (pattern_class(run, i, PATTERN_CLASS_change, 0)) return false;
    return true;
}

/* `driehonderd en twee dozijn`: the dozen counts the two only. */
static double times_dozen(PatternRun *run, const PatternValue *number, double by)
{
    double all = value_of(number);
    if (number->kind != PATTERN_HOST || number->to - number->from < 3 || !token_is(run->d, number->to - 2, "en")) return all * by;
    double last = word_at(run, number->to - 1)->value;
    return last > 0 && last < 100 && all > last ? all - last + last * by : all * by;
}

static bool act_arithmetic(PatternRun *run, PatternOp op, const PatternValue *arg, int args, Sum *s)
{
    double a = value_of(&arg[0]), b = args > 1 ? value_of(&arg[1]) : 1, v;
    switch (op) {
    case PATTERN_OP_times: v = times_dozen(run, &arg[0], b); break;
    case PATTERN_OP_plus: v = a + b; break;
    case PATTERN_OP_fraction: v = a / b; break;
    default: v = -a; break;
    }
    bool fraction = op == PATTERN_OP_fraction && v < 1;
    if (op == PATTERN_OP_plus && a >= 1000 && word_at(run, run->from)->digits) return false;
    if (op == PATTERN_OP_fraction && args == 2 && arg[1].kind == PATTERN_HOST && !fraction_here(run, a, b)) return false;
    s->number.low = s->number.high = v;
    s->number.kind = fraction ? NUMBER_FRACTION : NUMBER_CARDINAL;
    s->number.core_first = run->from;
    s->core_last = run->to;
    widen(run, s);
    return isfinite(v);
}

static bool act(PatternRun *run, PatternOp op, const PatternValue *arg, int args, PatternValue *out)
{
    Sum *s = sum_copy(run, args > 0 && arg[args - 1].kind == PATTERN_HOST ? &arg[args - 1] : args > 0 ? &arg[0] : NULL);
    bool fine = true;
    switch (op) {
    case PATTERN_OP_times: case PATTERN_OP_plus: case PATTERN_OP_fraction: case PATTERN_OP_negative: fine = act_arithmetic(run, op, arg, args, s); break;
    case PATTERN_OP_range: case PATTERN_OP_between: fine = make_range(run, arg, args, s); break;
    case PATTERN_OP_hedged:
        if (s->number.hedge == HEDGE_EXACT || s->number.hedge == HEDGE_ABOUT) s->number.hedge = hedge_of(arg[0].n);
        widen(run, s);
        break;
    case PATTERN_OP_average: s->number.average = true, s->number.hedge = HEDGE_ABOUT, widen(run, s); break;
    case PATTERN_OP_extra: s->number.extra = true; break;
    case PATTERN_OP_exact:
        if (arg[0].kind == PATTERN_INT) s->number.core_first = run->from, s->core_last = run->to;
        widen(run, s);
        break;
    case PATTERN_OP_upto: fine = is_ceiling(run, s), s->number.hedge = HEDGE_AT_MOST, widen(run, s); break;
    case PATTERN_OP_decimal: {
        /* `,08` behind white space; `soldaten,8` is a slip of the typewriter. */
        bool apart = (token_at(run, run->from)->flags & TOKEN_SPACE_BEFORE) || run->from == run->first;
        fine = apart && word_at(run, run->from + 1)->plain;
        s->number.low = s->number.high = s->number.low / pow(10, word_at(run, run->from + 1)->count);
        s->number.core_first = run->from;
        widen(run, s);
        break;
    }
    case PATTERN_OP_vague:
        *s = (Sum){.number = {.low = NAN, .high = NAN, .kind = NUMBER_VAGUE, .hedge = HEDGE_VAGUE, .core_first = run->from}, .core_last = run->to};
        widen(run, s);
        break;
    case PATTERN_OP_one:
        *s = (Sum){.number = {.low = 1, .high = 1, .kind = NUMBER_ARTICLE, .hedge = HEDGE_ONE, .core_first = run->from}, .core_last = run->to};
        widen(run, s);
        break;
    case PATTERN_OP_kind: s->number.kind = kind_of(arg[0].n, s->number.kind); break;
    case PATTERN_OP_core: s->number.kind = NUMBER_CARDINAL; break;
    default: fine = false; break;
    }
    *out = (PatternValue){.kind = PATTERN_HOST, .more = s};
    return fine;
}

/* ---- what a plain number is, from its neighbours ---- */

/* Four digits without a point that stand where a year does. */
static bool is_year(PatternRun *run, const Number *n)
{
    const WordNumber *w = word_at(run, n->first);
    if (n->last != n->first + 1 || !w->plain || w->count != 4 || n->low < 1800 || n->low > 2100 || n->hedge != HEDGE_EXACT) return false;
    int32_t yearly = pattern_class(run, n->first - 1, PATTERN_CLASS_yearly, 0);
    bool after_noun = pattern_class(run, n->last, PATTERN_CLASS_counted, 0) > 0;
    /* `sinds 2014 militairen`; a round 2000 may count */
    if (after_noun) return yearly > 1 && n->low > 1989 && n->low < 2060 && n->low != 2000;
    if (yearly > 0) return true;
    return n->low >= 1900 && n->low < 2060 && (ends_here(run, n->last) || pattern_class(run, n->last, PATTERN_CLASS_behind_year, 0) > 0);
}

static bool capital_at(const PatternRun *run, int32_t at)
{
    return at >= run->first && at < run->last && (token_at(run, at)->flags & TOKEN_CAPITAL);
}

/* `luitenant (30)`, `Jansen (VVD, 3)`: a number alone in brackets. */
static bool alone_in_brackets(const PatternRun *run, const Number *n)
{
    return n->first > run->first && token_is_mark(run->d, n->first - 1, '(') && n->last < run->last && token_is_mark(run->d, n->last, ')') && n->hedge == HEDGE_EXACT;
}

/* 13 Lichte Brigade, 2e Bataljon: a number before a capital word of a unit's name. */
static bool names_unit(PatternRun *run, const Number *n)
{
    if (n->hedge != HEDGE_EXACT || n->last - n->first != 1) return false;
    if (capital_at(run, n->last) && pattern_class(run, n->last, PATTERN_CLASS_unit_name, 0) > 0) return true;
    return word_at(run, n->first)->digits && capital_at(run, n->last) && capital_at(run, n->last + 1) && pattern_class(run, n->last + 1, PATTERN_CLASS_unit_name, 0) > 0;
}

/* 0612345678: nine or more digits behind a nought. */
static bool is_telephone(PatternRun *run, const Number *n)
{
    const WordNumber *w = word_at(run, n->core_first);
    return w->plain && w->count >= 9 && token_folded(run->d, n->core_first).at[0] == '0';
}

static NumberKind kind_here(PatternRun *run, const Number *n)
{
    if (n->kind == NUMBER_CARDINAL || n->kind == NUMBER_ORDINAL) {
        if (is_telephone(run, n)) return NUMBER_NAME;
        if (names_unit(run, n)) return NUMBER_NAME;
        if (n->kind == NUMBER_CARDINAL && is_year(run, n)) return NUMBER_YEAR;
        if (n->kind == NUMBER_CARDINAL && alone_in_brackets(run, n)) return NUMBER_NAME;
        if (pattern_class(run, n->last, PATTERN_CLASS_month, 0) > 0 && n->low >= 1 && n->low <= 31 && n->hedge == HEDGE_EXACT) return NUMBER_DATE_PART;
    }
    return n->kind;
}

static void found(PatternRun *run, const PatternValue *value)
{
    Reader *r = reader(run);
    const Sum *s = value->more;
    if (!s) return;
    Number n = s->number;
    n.words = token_range(run->d, n.first, n.last);
    n.core = token_range(run->d, n.core_first, s->core_last);
    n.kind = kind_here(run, &n);
    *ARRAY_PUSH(&r->found.item, r->list) = n;
}

Numbers number_read(const Document *d, int32_t first, int32_t last, Arena *keep)
{
    static const PatternHost host = {act, shapes_of, shape, found};
    Numbers none = {.item = {0}};
    if (last <= first) return none;
    Numbers out = {.words = word_run(d, first, last, keep)};
    /* What is found goes to `keep` at the end, into the gap that scratch leaves. */
    Size most = last - first;
    Arena scratch = *keep;
    arena_skip(&scratch, (most + 1) * (Size)sizeof(Number));
    Reader r = {.found = out, .list = &scratch};
    PatternRun run = {.d = d, .first = first, .last = last, .look = &out.words->look, .host = &host, .self = &r, .scratch = &scratch};
    pattern_run(&run, image_section("number.rules"));
    if (r.found.item.len == 0) return out;
    out.item.item = arena_room(keep, sizeof(Number), _Alignof(Number), r.found.item.len);
    out.item.len = out.item.cap = r.found.item.len;
    memcpy(out.item.item, r.found.item.item, (size_t)r.found.item.len * sizeof(Number));
    return out;
}

static const char *const hedges[HEDGE_COUNT] = {"exact", "about", "more_than", "at_least", "at_most", "almost", "range", "vague", "one"};

const char *hedge_name(Hedge v)
{
    return hedges[v];
}

int hedge_from(Span s)
{
    for (int i = 0; i < HEDGE_COUNT; i++)
        if (span_is(s, hedges[i])) return i;
    return -1;
}

const char *number_kind_name(NumberKind v)
{
    static const char *const names[] = {"cardinal", "range", "vague", "article", "ordinal", "fraction", "percent", "koppig", "year", "clock", "date_part", "name", "money", "measure"};
    return names[v];
}
