/* Temporal expressions: what the operations of data/nl/time.rules make, and how it is placed in time. */
#include "time/time_read.h"

#include <math.h>
#include <stdio.h>

#include "base/image.h"
#include "lexicon/pattern.h"
#include "number/words.h"
#include "time/numeric.h"
#include "time/spec.h"
#include "time/tense.h"

/* Kinds of values beyond PATTERN_HOST. */
enum { VALUE_NUMBER = PATTERN_HOST, VALUE_SPEC, VALUE_LENGTH, VALUE_MADE };

/* A finished expression, before it is placed. */
typedef struct {
    TimeKind kind;
    Connective connect;
    Spec a, b;
    bool two;
    Length length;
    bool inclusive, earliest_only, latest_only, vague, tussen, anchored, course;
    int32_t core_first;
    Hedge hedge;
} Made;

typedef struct {
    Times found;
    WordRun words;
    const Numbers *numbers;
    Span section, parts;
    Written written;
    Arena *list;
} Reader;

static Reader *reader(PatternRun *run)
{
    return run->self;
}

static const WordNumber *word_at(PatternRun *run, int32_t at)
{
    static const WordNumber none;
    return at >= run->first && at < run->last ? &reader(run)->words.word[at - run->first] : &none;
}

/* ---- shapes ---- */

static void set_unit(Length *l, Unit unit, double n)
{
    l->unit = unit;
    switch (unit) {
    case UNIT_DAY: l->days += n; break;
    case UNIT_WORKDAY: l->days += n; l->workdays = true; break;
    case UNIT_WEEKEND: l->days += 2 * n; break;
    case UNIT_WEEK: l->weeks += n; break;
    case UNIT_MONTH: l->months += n; break;
    case UNIT_QUARTER: l->months += 3 * n; break;
    case UNIT_HALF: l->months += 6 * n; break;
    case UNIT_YEAR: l->years += n; break;
    case UNIT_DECADE: l->years += 10 * n; break;
    case UNIT_CENTURY: l->years += 100 * n; break;
    case UNIT_HOUR: l->hours += n; break;
    case UNIT_MINUTE: l->minutes += n; break;
    case UNIT_QUARTER_HOUR: l->minutes += 15 * n; break;
    case UNIT_SECOND: l->seconds += n; break;
    default: break;
    }
}

static bool day_number(const WordNumber *w)
{
    bool whole = w->value >= 1 && w->value <= 31 && w->value == floor(w->value);
    return whole && (w->kind == WORD_ORDINAL || (w->kind == WORD_CARDINAL && (!w->digits || (w->plain && w->count <= 2))));
}

static uint32_t shapes_of(PatternRun *run, int32_t at)
{
    Reader *r = reader(run);
    const Token *t = &run->d->tokens.item[at];
    if (t->kind == TOKEN_PUNCT) return 0;
    Span folded = token_folded(run->d, at);
    WordNumber *w = &r->words.word[at - run->first];
    uint32_t bits = 0;
    if (t->flags & TOKEN_DIGIT || t->kind == TOKEN_NUMBER || (t->kind == TOKEN_WORD && folded.len > 4 && memchr(folded.at, '-', (size_t)folded.len)))
        bits |= 1u << PATTERN_SHAPE_date;
    if (!word_candidate(r->parts, t, folded)) return bits;
    *w = word_number(r->parts, folded);
    if (w->kind == WORD_CARDINAL) {
        bits |= 1u << PATTERN_SHAPE_number | 1u << PATTERN_SHAPE_whole | 1u << PATTERN_SHAPE_year | 1u << PATTERN_SHAPE_short_year;
        if (w->digits && w->plain) bits &= ~(1u << PATTERN_SHAPE_date);
    }
    if (w->kind == WORD_YEAR) bits |= 1u << PATTERN_SHAPE_year;
    if (w->kind == WORD_ORDINAL) bits |= 1u << PATTERN_SHAPE_ordinal;
    if (day_number(w)) bits |= 1u << PATTERN_SHAPE_day;
    if (w->kind == WORD_PAIR) bits |= 1u << PATTERN_SHAPE_pair | 1u << PATTERN_SHAPE_days;
    if ((w->kind == WORD_NONE || w->kind == WORD_CLOCK) && t->kind == TOKEN_WORD && (t->flags & TOKEN_DIGIT)) bits |= 1u << PATTERN_SHAPE_glued;
    if (w->kind == WORD_CLOCK) bits |= 1u << PATTERN_SHAPE_clock;
    if (w->kind == WORD_TAL) bits |= 1u << PATTERN_SHAPE_tal;
    return bits;
}

/* What number.c made of token `at`; NULL where it has none. */
static const Number *number_at(PatternRun *run, int32_t at)
{
    const Numbers *n = reader(run)->numbers;
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
    return pattern_class(run, end, "counted", 0) > 0 || pattern_class(run, at - 1, "before_count", 0) > 0;
}

/* Whether words at `at` stand where a year may be written out: in, van, a month, an ordinal, a comma before them. */
static bool year_place(PatternRun *run, int32_t at)
{
    if (at == run->first) return false;
    return run->d->tokens.item[at - 1].kind == TOKEN_PUNCT || pattern_class(run, at - 1, "before_year", 0) > 0 ||
           pattern_class(run, at - 1, "month", 0) > 0 || word_at(run, at - 1)->kind == WORD_ORDINAL;
}

/* negentien zevenentachtig, negentien nul een. */
static int32_t two_figures(PatternRun *run, int32_t at, int32_t *end)
{
    const WordNumber *w = word_at(run, at), *next = word_at(run, at + 1), *last = word_at(run, at + 2);
    if (w->value < 15 || w->value > 20 || w->value != floor(w->value) || next->kind != WORD_CARDINAL || next->digits || next->tail > 0) return 0;
    *end = at + 2;
    if (next->value >= 10 && next->value < 100) return (int32_t)(w->value * 100 + next->value);
    *end = at + 3;
    return next->value == 0 && last->kind == WORD_CARDINAL && last->value < 10 ? (int32_t)(w->value * 100 + last->value) : 0;
}

/* 2018, tweeduizend achttien, negentienhonderdzes, negentien zevenentachtig; 0 where no year stands. */
static int32_t read_year(PatternRun *run, int32_t at, int32_t *end)
{
    const WordNumber *w = word_at(run, at);
    *end = at + 1;
    if (w->kind == WORD_YEAR) return (int32_t)w->value;
    if (w->digits) return w->plain && w->count == 4 && w->value >= 1000 && w->value < 3000 && !counts(run, at, at + 1) ? (int32_t)w->value : 0;
    if (!year_place(run, at)) return 0;
    double v = word_join(&reader(run)->words, at, end);
    if (v < 1100 || v >= 2200) return two_figures(run, at, end);
    /* `tot vijftienhonderd` counts; `in vijftienhonderd` does not. */
    bool round = (int32_t)v % 100 == 0 && (int32_t)v != 2000 && !token_is(run->d, at - 1, "in");
    return round || counts(run, at, *end) ? 0 : (int32_t)v;
}

static bool shape_number(PatternRun *run, PatternShape s, int32_t at, PatternValue *out)
{
    int32_t end = at + 1;
    if (word_is_article(&reader(run)->words, at)) return false;
    double *v = ARENA_NEW(run->scratch, double, 1);
    *v = word_join(&reader(run)->words, at, &end);
    *out = (PatternValue){.kind = VALUE_NUMBER, .n = *v < 1e9 ? (int32_t)*v : 0, .to = end, .more = v};
    return s == PATTERN_SHAPE_number || (*v == floor(*v) && *v < 1e9);
}

static bool shape_date(PatternRun *run, int32_t at, PatternValue *out)
{
    Spec a, b;
    int n = numeric_read(reader(run)->section, token_folded(run->d, at), &a, &b);
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
    const WordNumber *w = word_at(run, at);
    if (!w->plain || w->value < 1 || w->high > 31) return false;
    Spec *spec = ARENA_NEW(run->scratch, Spec, 2);
    spec[0] = (Spec){.base = BASE_MONTHDAY, .day = (int32_t)w->value};
    spec[1] = (Spec){.base = BASE_MONTHDAY, .day = (int32_t)w->high};
    *out = (PatternValue){.kind = VALUE_SPEC, .n = 2, .to = at + 1, .more = spec};
    return true;
}

/* 3u, 3dagen, 3,5jaar. */
static bool shape_glued(PatternRun *run, int32_t at, PatternValue *out)
{
    Span s = token_folded(run->d, at);
    Size n = 0;
    while (n < s.len && ((s.at[n] >= '0' && s.at[n] <= '9') || s.at[n] == ',')) n++;
    if (n == 0 || n == s.len) return false;
    WordNumber w = word_number(reader(run)->parts, span_sub(s, 0, n));
    int32_t unit = pattern_word(reader(run)->section, span_sub(s, n, s.len), "unit", 0);
    if (w.kind != WORD_CARDINAL || unit == 0 || w.value > 1e6) return false;
    Length *l = ARENA_NEW(run->scratch, Length, 1);
    set_unit(l, (Unit)unit, w.value);
    *out = (PatternValue){.kind = VALUE_LENGTH, .to = at + 1, .more = l};
    return true;
}

static bool shape(PatternRun *run, PatternShape s, int32_t at, PatternValue *out)
{
    const WordNumber *w = word_at(run, at);
    out->kind = PATTERN_INT;
    out->to = at + 1;
    out->n = w->value < 1e9 ? (int32_t)w->value : 0;
    switch (s) {
    case PATTERN_SHAPE_number: case PATTERN_SHAPE_whole: return shape_number(run, s, at, out);
    case PATTERN_SHAPE_year: out->n = read_year(run, at, &out->to); return out->n > 0;
    case PATTERN_SHAPE_short_year: return w->digits ? w->plain && w->count == 2 : w->value >= 20 && w->value < 100 && (int32_t)w->value % 10 == 0;
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

/* ---- operations: points of the calendar ---- */

static bool give(PatternRun *run, PatternValue *out, int32_t kind, const void *from, Size size)
{
    void *to = arena_take(run->scratch, size, 16, 1);
    memcpy(to, from, (size_t)size);
    *out = (PatternValue){.kind = kind, .more = to};
    return true;
}

static bool give_spec(PatternRun *run, PatternValue *out, Spec s)
{
    return give(run, out, VALUE_SPEC, &s, sizeof s);
}

static bool give_made(PatternRun *run, PatternValue *out, Made m)
{
    return give(run, out, VALUE_MADE, &m, sizeof m);
}

static bool spec_of(const PatternValue *v, Spec *s)
{
    if (v->kind == VALUE_SPEC) {
        *s = *(const Spec *)v->more;
        return v->n != 2;
    }
    if (v->kind == VALUE_MADE && !((const Made *)v->more)->two) {
        *s = ((const Made *)v->more)->a;
        return true;
    }
    return false;
}

static bool add_step(Spec *s, StepKind kind, int32_t a, int32_t b, int32_t c)
{
    if (s->steps == SPEC_STEPS) return false;
    s->step[s->steps++] = (Step){kind, a, b, c};
    return true;
}

/* Gives a yearless spec its year: a number, or a spec that is a year. */
static bool set_year(Spec *s, const PatternValue *v)
{
    Spec y;
    if (v->kind == PATTERN_ABSENT) return true;
    if (v->kind == PATTERN_INT) {
        s->year = v->n < 100 ? year_of_two(v->n) : v->n;
        return true;
    }
    if (!spec_of(v, &y)) return false;
    if (y.base == BASE_STRETCH && y.grain == GRAIN_YEAR && y.steps == 0) s->year = day_civil(y.first).year;
    else if (y.base == BASE_UNIT && y.day == UNIT_YEAR && y.steps == 0) {
        s->year_unit = UNIT_YEAR;
        s->year_shift = y.month;
        s->relative = true;
    } else return false;
    return true;
}

static bool valid_day(const Spec *s)
{
    if (s->base != BASE_DAY) return true;
    return civil_valid(s->year ? s->year : 2000, s->month, s->day);
}

static int32_t whole_of(const PatternValue *v)
{
    return v->n;
}

static bool act_base(PatternRun *run, PatternOp op, const PatternValue *arg, int args, PatternValue *out)
{
    static const PatternValue absent;
    const PatternValue *year = &absent;
    Spec s = {.day = whole_of(&arg[0]), .grain = GRAIN_DAY};
    switch (op) {
    case PATTERN_OP_day: s = spec_of_day(whole_of(&arg[0]), whole_of(&arg[1]), 0); year = args > 2 ? &arg[2] : year; break;
    case PATTERN_OP_month: s = spec_of_month(whole_of(&arg[0]), 0); year = args > 1 ? &arg[1] : year; break;
    case PATTERN_OP_quarter: s.base = BASE_QUARTER; year = args > 1 ? &arg[1] : year; break;
    case PATTERN_OP_half: s.base = BASE_HALF; year = args > 1 ? &arg[1] : year; break;
    case PATTERN_OP_season: s.base = BASE_SEASON; year = args > 1 ? &arg[1] : year; break;
    case PATTERN_OP_week: s.base = BASE_WEEK; year = args > 1 ? &arg[1] : year; break;
    case PATTERN_OP_holiday: s.base = BASE_HOLIDAY; year = args > 1 ? &arg[1] : year; break;
    case PATTERN_OP_weekday: s.base = BASE_WEEKDAY; break;
    case PATTERN_OP_monthday: s.base = BASE_MONTHDAY; break;
    case PATTERN_OP_year: return arg[0].n >= YEAR_FIRST && arg[0].n < 3000 && give_spec(run, out, spec_of_year(arg[0].n < 100 ? year_of_two(arg[0].n) : arg[0].n));
    default: break;
    }
    if (op == PATTERN_OP_month && (s.month < 1 || s.month > 12)) return false;
    if (op == PATTERN_OP_quarter && (s.day < 1 || s.day > 4)) return false;
    if (op == PATTERN_OP_half && (s.day < 1 || s.day > 2)) return false;
    if (op == PATTERN_OP_week && (s.day < 1 || s.day > 53)) return false;
    return set_year(&s, year) && valid_day(&s) && give_spec(run, out, s);
}

/* `op de 15e`, before a stop or nothing: a day of the month; `de 15e verjaardag` is none. */
static bool act_lone_day(PatternRun *run, const PatternValue *arg, PatternValue *out)
{
    bool behind = run->to >= run->last || run->d->tokens.item[run->to].kind == TOKEN_PUNCT || pattern_class(run, run->to, "date_behind", 0) > 0;
    bool before = run->from > run->first && pattern_class(run, run->from - 1, "day_before", 0) > 0;
    return behind && before && give_spec(run, out, (Spec){.base = BASE_MONTHDAY, .day = arg[0].n, .grain = GRAIN_DAY});
}

/* monthday(weekday, day): Friday the 15th. */
static bool act_dated(PatternRun *run, const PatternValue *arg, PatternValue *out)
{
    /* `maandag 21 militairen` holds no date; `maandag de 21e` and `maandag 21.` do. */
    bool article = arg[1].from - arg[0].from > 1;
    bool alone = run->to >= run->last || run->d->tokens.item[run->to].kind == TOKEN_PUNCT;
    if (!article && !alone) return false;
    return give_spec(run, out, (Spec){.base = BASE_DATED, .month = arg[0].n, .day = arg[1].n, .grain = GRAIN_DAY});
}

static bool act_decade(PatternRun *run, const PatternValue *arg, PatternValue *out)
{
    int32_t n = arg[0].n;
    if (n % 10 != 0) return false;
    if (n >= 1000) return give_spec(run, out, (Spec){.base = BASE_STRETCH, .first = day_of(n, 1, 1), .last = day_of(n + 9, 12, 31), .grain = GRAIN_DECADE});
    return n < 100 && give_spec(run, out, (Spec){.base = BASE_DECADE, .year = n, .grain = GRAIN_DECADE, .lean = LEAN_PAST});
}

static bool act_century(PatternRun *run, const PatternValue *arg, PatternValue *out)
{
    int32_t n = arg[0].n;
    if (n < 1 || n > 30) return false;
    return give_spec(run, out, (Spec){.base = BASE_STRETCH, .first = day_of(n * 100 - 100 ? n * 100 - 100 : 1, 1, 1), .last = day_of(n * 100 - 1, 12, 31), .grain = GRAIN_CENTURY});
}

/* this, next, last: of a unit, or of a spec that comes back. */
static bool act_relative(PatternRun *run, PatternOp op, const PatternValue *arg, int args, PatternValue *out)
{
    int32_t by = op == PATTERN_OP_this ? 0 : op == PATTERN_OP_next ? 1 : -1;
    if (arg[0].kind == PATTERN_INT) {
        int32_t times = args > 1 ? arg[1].n : 1;
        return give_spec(run, out, (Spec){.base = BASE_UNIT, .day = arg[0].n, .month = by * times, .relative = true});
    }
    Spec s;
    if (!spec_of(&arg[0], &s)) return false;
    bool far = args > 1 && s.base == BASE_WEEKDAY;
    if (s.base == BASE_WEEKDAY && (far || op == PATTERN_OP_this)) {
        s = (Spec){.base = BASE_UNIT, .day = UNIT_WEEK, .month = by, .steps = 1, .step = {{STEP_WEEKDAY, s.day, 0, 0}}, .relative = true};
        return give_spec(run, out, s);
    }
    s.lean = op == PATTERN_OP_this ? LEAN_THIS : op == PATTERN_OP_next ? LEAN_NEXT : LEAN_LAST;
    return give_spec(run, out, s);
}

/* The unit of a spec that is a whole unit of the calendar, as far as steps can go into it. */
static bool put_inside(Spec *outer, const Spec *inner)
{
    switch (inner->base) {
    case BASE_WEEKDAY: return add_step(outer, STEP_WEEKDAY, inner->day, 0, 0);
    case BASE_MONTHDAY: return add_step(outer, STEP_NTH, inner->day, UNIT_DAY, 0);
    case BASE_MONTH: return add_step(outer, STEP_MONTH, inner->month, 0, 0);
    case BASE_SEASON: return add_step(outer, STEP_SEASON, inner->day, 0, 0);
    case BASE_QUARTER: return add_step(outer, STEP_NTH, inner->day, UNIT_QUARTER, 0);
    case BASE_HALF: return add_step(outer, STEP_PART, inner->day == 1 ? PART_FIRST_HALF : PART_SECOND_HALF, 0, 0);
    case BASE_DAY: return add_step(outer, STEP_MONTH, inner->month, 0, 0) && add_step(outer, STEP_NTH, inner->day, UNIT_DAY, 0);
    default: return false;
    }
}

static bool join_in(const PatternValue *outer, Spec *inner)
{
    Spec o;
    if (!spec_of(outer, &o)) return false;
    if (set_year(inner, outer) && inner->base != BASE_WEEKDAY && inner->base != BASE_MONTHDAY && inner->base != BASE_STRETCH) return valid_day(inner);
    bool month = o.base == BASE_MONTH || (o.base == BASE_UNIT && o.day == UNIT_MONTH) || (o.steps > 0 && o.step[o.steps - 1].kind == STEP_MONTH);
    if (inner->base == BASE_MONTHDAY && !month) return false;
    if (!put_inside(&o, inner)) return false;
    for (int i = 0; i < inner->steps; i++)
        if (!add_step(&o, inner->step[i].kind, inner->step[i].a, inner->step[i].b, inner->step[i].c)) return false;
    *inner = o;
    return true;
}

static bool act_in(PatternRun *run, const PatternValue *arg, PatternValue *out)
{
    if (arg[1].kind == VALUE_MADE) {
        Made m = *(const Made *)arg[1].more;
        if (!join_in(&arg[0], &m.a) || (m.two && !join_in(&arg[0], &m.b))) return false;
        if (m.two && m.a.year && m.a.year == m.b.year && m.a.month > m.b.month) m.a.year--;
        return give_made(run, out, m);
    }
    Spec inner;
    return spec_of(&arg[1], &inner) && join_in(&arg[0], &inner) && give_spec(run, out, inner);
}

/* Steps that follow a length: a day so much before or after a point. */
static bool shift_length(Spec *s, const Length *l, int32_t sign)
{
    struct { double n; Unit unit; } part[4] = {{l->years, UNIT_YEAR}, {l->months, UNIT_MONTH}, {l->weeks, UNIT_WEEK}, {l->days, l->workdays ? UNIT_WORKDAY : UNIT_DAY}};
    bool some = false;
    for (int i = 0; i < 4; i++) {
        if (part[i].n == 0) continue;
        if (part[i].n > 1e5) return false;
        if (!add_step(s, STEP_SHIFT, sign * (int32_t)part[i].n, (int32_t)part[i].unit, 0)) return false;
        some = true;
    }
    return some;
}

static bool act_step(PatternRun *run, PatternOp op, const PatternValue *arg, int args, PatternValue *out)
{
    Spec s;
    const PatternValue *of = &arg[args - 1];
    if (!spec_of(of, &s)) return false;
    bool fine = true;
    switch (op) {
    case PATTERN_OP_part:
        fine = add_step(&s, STEP_PART, arg[0].n, 0, 0);
        break;
    case PATTERN_OP_nth: {
        Spec weekday;
        int32_t unit = spec_of(&arg[1], &weekday) ? WEEKDAY_UNIT + weekday.day : arg[1].n;
        fine = arg[0].n != 0 && add_step(&s, STEP_NTH, arg[0].n, unit, 0);
        break;
    }
    case PATTERN_OP_rest: s.open = true, s.relative = true, fine = add_step(&s, STEP_REST, 0, 0, 0); break;
    case PATTERN_OP_of: fine = add_step(&s, STEP_UNIT_OF, arg[0].n, 0, 0); break;
    case PATTERN_OP_past: s.lean = LEAN_PAST; break;
    case PATTERN_OP_future: s.lean = LEAN_FUTURE; break;
    case PATTERN_OP_roll: s.roll = arg[0].n; break;
    case PATTERN_OP_day_on: s.weekday = arg[0].n; break;
    case PATTERN_OP_shift: fine = add_step(&s, STEP_SHIFT, arg[1].n, arg[0].n, 0); break;
    case PATTERN_OP_either: fine = add_step(&s, arg[0].n < 0 ? STEP_EARLY : STEP_LATE, 0, 0, 0); break;
    case PATTERN_OP_before_day: case PATTERN_OP_after_day:
        if (arg[0].kind != VALUE_LENGTH) return false;
        fine = shift_length(&s, arg[0].more, op == PATTERN_OP_after_day ? 1 : -1);
        break;
    default: return false;
    }
    return fine && give_spec(run, out, s);
}

/* ---- operations: lengths ---- */

static double double_of(const PatternValue *v)
{
    return v->kind == VALUE_NUMBER ? *(const double *)v->more : v->n;
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

static bool scale_length(Length *l, double by)
{
    l->years *= by;
    l->months *= by;
    l->weeks *= by;
    l->days *= by;
    l->hours *= by;
    l->minutes *= by;
    l->seconds *= by;
    return true;
}

static bool act_length(PatternRun *run, PatternOp op, const PatternValue *arg, int args, PatternValue *out)
{
    Length l = {0};
    bool fine = true;
    for (int i = 0; i < args; i++)
        if (arg[i].kind == VALUE_LENGTH) {
            l = *(const Length *)arg[i].more;
            break;
        }
    switch (op) {
    case PATTERN_OP_length:
        set_unit(&l, (Unit)arg[1].n, double_of(&arg[0]));
        if (arg[0].kind == VALUE_NUMBER && arg[0].from < run->last && word_at(run, arg[0].from)->kind == WORD_PAIR) l.more = ((const double *)arg[0].more)[1] - ((const double *)arg[0].more)[0];
        if (arg[0].kind == VALUE_NUMBER && word_at(run, arg[0].from)->kind == WORD_TAL) l.hedge = HEDGE_ABOUT;
        fine = double_of(&arg[0]) < 1e6 && l.unit != UNIT_NONE;
        break;
    case PATTERN_OP_sum: {
        const Length *b = arg[1].more;
        if (arg[1].kind != VALUE_LENGTH) return false;
        l.years += b->years, l.months += b->months, l.weeks += b->weeks, l.days += b->days;
        l.hours += b->hours, l.minutes += b->minutes, l.seconds += b->seconds;
        fine = l.unit != b->unit;
        break;
    }
    case PATTERN_OP_range: {
        double a = double_of(&arg[0]), b = double_of(&arg[1]);
        set_unit(&l, (Unit)arg[2].n, a);
        l.more = b - a;
        l.hedge = HEDGE_RANGE;
        fine = b > a;
        break;
    }
    case PATTERN_OP_hedge: if (l.hedge == HEDGE_EXACT) l.hedge = hedge_of(arg[0].n); break;
    case PATTERN_OP_few:
        set_unit(&l, (Unit)arg[0].n, args > 1 ? arg[1].n : 3);
        l.vague = true;
        l.hedge = HEDGE_VAGUE;
        break;
    default: fine = scale_length(&l, arg[1].n / 100.0); break;
    }
    return fine && give(run, out, VALUE_LENGTH, &l, sizeof l);
}

static bool act_shift(PatternRun *run, PatternOp op, const PatternValue *arg, PatternValue *out)
{
    if (arg[0].kind != VALUE_LENGTH) return false;
    const Length *l = arg[0].more;
    Spec s = {.base = op == PATTERN_OP_ago || op == PATTERN_OP_ahead ? BASE_SHIFT : BASE_COMING, .length = *l, .relative = true, .grain = GRAIN_DAY};
    s.month = op == PATTERN_OP_ahead || op == PATTERN_OP_coming ? 1 : -1;
    return give_spec(run, out, s);
}

/* ---- operations: whole expressions ---- */

static bool act_duration(PatternRun *run, PatternOp op, const PatternValue *arg, int args, PatternValue *out)
{
    if (arg[0].kind != VALUE_LENGTH) return false;
    Made m = {.kind = op == PATTERN_OP_every ? TIME_FREQUENCY : TIME_DURATION, .connect = CONNECT_FOR, .length = *(const Length *)arg[0].more, .core_first = arg[0].from};
    m.hedge = m.length.hedge;
    m.length.added |= op == PATTERN_OP_added;
    m.vague = m.length.vague;
    if (op == PATTERN_OP_lasting && args > 1) m.connect = CONNECT_AFTER;
    if (op == PATTERN_OP_running || op == PATTERN_OP_within) {
        m.kind = TIME_PERIOD;
        m.connect = op == PATTERN_OP_running ? CONNECT_SINCE : CONNECT_WITHIN;
        m.a = (Spec){.base = op == PATTERN_OP_running ? BASE_SHIFT : BASE_COMING, .month = op == PATTERN_OP_running ? -1 : 1, .length = m.length, .relative = true, .grain = GRAIN_DAY};
    }
    return give_made(run, out, m);
}

static bool has_symbol(const PatternValue *arg, int args, PatternSym symbol)
{
    for (int i = 0; i < args; i++)
        if (arg[i].kind == PATTERN_SYMBOL && arg[i].n == (int32_t)symbol) return true;
    return false;
}

/* `van 3 tot 12 september`: what the first lacks comes from the second. */
static bool join_span(Spec *a, Spec *b)
{
    if (a->base == BASE_MONTHDAY && b->base == BASE_DAY) {
        *a = (Spec){.base = BASE_DAY, .day = a->day, .month = b->month, .year = b->year, .year_unit = b->year_unit, .year_shift = b->year_shift, .grain = GRAIN_DAY};
        return valid_day(a);
    }
    if (a->base == BASE_DAY && b->base == BASE_MONTHDAY) {
        *b = (Spec){.base = BASE_DAY, .day = b->day, .month = a->month, .year = a->year, .grain = GRAIN_DAY};
        return valid_day(b);
    }
    return a->base != BASE_MONTHDAY || b->base != BASE_MONTHDAY;
}

/* 22-4 and 22/4 are dates behind a word that wants one (op 22-4), with a zero (22-04), or where nothing follows that they could count. */
static bool weak_fits(PatternRun *run, int32_t at)
{
    const Token *t = &run->d->tokens.item[at];
    Span s = token_folded(run->d, at);
    bool point = memchr(s.at, '.', (size_t)s.len) != NULL;
    if (at > run->first && (t->flags & TOKEN_SPACE_BEFORE) && pattern_class(run, at - 1, "date_before", 0) > 0) return !point || pattern_class(run, at - 1, "date_before", 0) == 1;
    if (point || span_is(s, "24/7")) return false;
    for (Size i = 1; i < s.len; i++)
        if (s.at[i] == '0' && (s.at[i - 1] == '-' || s.at[i - 1] == '/')) return true;
    if (at + 1 < run->last && pattern_class(run, at + 1, "date_behind", 0) > 0) return true;
    return word_at(run, at)->value > 12 && (at + 1 >= run->last || run->d->tokens.item[at + 1].kind == TOKEN_PUNCT);
}

static bool act_whole(PatternRun *run, PatternOp op, const PatternValue *arg, int args, PatternValue *out)
{
    Made m = {.kind = TIME_PERIOD, .core_first = run->from};
    if (op == PATTERN_OP_event || op == PATTERN_OP_clock) {
        m.kind = op == PATTERN_OP_event ? TIME_EVENT : TIME_CLOCK;
        if (args && op == PATTERN_OP_event && arg[0].kind == PATTERN_INT) m.connect = arg[0].n < 0 ? CONNECT_BEFORE : CONNECT_AFTER;
        return give_made(run, out, m);
    }
    if (op == PATTERN_OP_anchor && arg[0].kind != VALUE_SPEC) return false;
    if (op == PATTERN_OP_soon) {
        m.a = (Spec){.base = BASE_NOW, .relative = true, .grain = GRAIN_DAY};
        m.connect = CONNECT_FROM, m.earliest_only = m.vague = true;
        return give_made(run, out, m);
    }
    if (op == PATTERN_OP_now && args == 0) {
        m.kind = TIME_NOW;
        m.a = (Spec){.base = BASE_NOW, .relative = true, .grain = GRAIN_DAY};
        return give_made(run, out, m);
    }
    if (arg[0].kind == VALUE_MADE) m = *(const Made *)arg[0].more;
    else if (arg[0].kind == VALUE_SPEC && arg[0].n == 2) {
        const Spec *pair = arg[0].more;
        m.a = pair[0], m.b = pair[1], m.two = true, m.connect = CONNECT_BETWEEN;
    } else if (!spec_of(&arg[0], &m.a)) return false;
    if (op == PATTERN_OP_none && arg[0].kind == VALUE_SPEC && arg[0].n == 1 && m.a.weak && !weak_fits(run, arg[0].from)) return false;
    m.core_first = arg[0].from;
    if (op == PATTERN_OP_span) {
        if (!spec_of(&arg[1], &m.b)) return false;
        bool days = m.a.base == BASE_MONTHDAY && m.b.base == BASE_MONTHDAY && m.a.steps == 0;
        if (days ? !has_symbol(arg, args, PATTERN_SYM_days) || m.a.day >= m.b.day : !join_span(&m.a, &m.b)) return false;
        m.two = true;
        m.connect = CONNECT_BETWEEN;
        m.core_first = run->from;
        m.inclusive = has_symbol(arg, args, PATTERN_SYM_inclusive);
        m.tussen = has_symbol(arg, args, PATTERN_SYM_open);
        return give_made(run, out, m);
    }
    if (m.two && op != PATTERN_OP_at && op != PATTERN_OP_none) return false;
    m.inclusive |= has_symbol(arg, args, PATTERN_SYM_inclusive);
    m.earliest_only |= has_symbol(arg, args, PATTERN_SYM_earliest);
    m.latest_only |= has_symbol(arg, args, PATTERN_SYM_latest);
    if (m.two) return give_made(run, out, m);
    switch (op) {
    case PATTERN_OP_at: m.connect = CONNECT_AT; break;
    case PATTERN_OP_from: m.connect = CONNECT_FROM; break;
    case PATTERN_OP_since: m.connect = CONNECT_SINCE; break;
    case PATTERN_OP_until: m.connect = CONNECT_UNTIL; break;
    case PATTERN_OP_after: m.connect = CONNECT_AFTER; break;
    case PATTERN_OP_before: m.connect = CONNECT_BEFORE; break;
    case PATTERN_OP_anchor: m.anchored = true; break;
    case PATTERN_OP_course: m.connect = CONNECT_AT, m.course = true; break;
    default: break;
    }
    return give_made(run, out, m);
}

static bool act(PatternRun *run, PatternOp op, const PatternValue *arg, int args, PatternValue *out)
{
    switch (op) {
    case PATTERN_OP_monthday:
        if (args > 1) return act_dated(run, arg, out);
        return act_base(run, op, arg, args, out);
    case PATTERN_OP_day: case PATTERN_OP_month: case PATTERN_OP_year: case PATTERN_OP_weekday: case PATTERN_OP_quarter:
    case PATTERN_OP_half: case PATTERN_OP_season: case PATTERN_OP_week: case PATTERN_OP_holiday: return act_base(run, op, arg, args, out);
    case PATTERN_OP_spelled: return act_lone_day(run, arg, out);
    case PATTERN_OP_decade: return act_decade(run, arg, out);
    case PATTERN_OP_century: return act_century(run, arg, out);
    case PATTERN_OP_this: case PATTERN_OP_next: case PATTERN_OP_last: return act_relative(run, op, arg, args, out);
    case PATTERN_OP_in: return act_in(run, arg, out);
    case PATTERN_OP_part: case PATTERN_OP_nth: case PATTERN_OP_rest: case PATTERN_OP_of: case PATTERN_OP_roll: case PATTERN_OP_day_on: case PATTERN_OP_past: case PATTERN_OP_future:
    case PATTERN_OP_shift: case PATTERN_OP_either: case PATTERN_OP_before_day: case PATTERN_OP_after_day: return act_step(run, op, arg, args, out);
    case PATTERN_OP_length: case PATTERN_OP_sum: case PATTERN_OP_range: case PATTERN_OP_hedge: case PATTERN_OP_few: case PATTERN_OP_scale:
        return act_length(run, op, arg, args, out);
    case PATTERN_OP_ago: case PATTERN_OP_ahead: case PATTERN_OP_coming: case PATTERN_OP_passed: return act_shift(run, op, arg, out);
    case PATTERN_OP_added: case PATTERN_OP_lasting: case PATTERN_OP_every: case PATTERN_OP_running: case PATTERN_OP_within: return act_duration(run, op, arg, args, out);
    case PATTERN_OP_now:
        if (args == 1) return give_spec(run, out, (Spec){.base = BASE_NOW, .relative = true, .grain = GRAIN_DAY, .steps = 1, .step = {{STEP_SHIFT, arg[0].n, UNIT_DAY, 0}}});
        return act_whole(run, op, arg, args, out);
    case PATTERN_OP_core:
        *out = arg[0];
        return !(arg[0].kind == VALUE_SPEC && ((const Spec *)arg[0].more)->weak) || weak_fits(run, arg[0].from);
    default: return act_whole(run, op, arg, args, out);
    }
}

/* ---- placing in time ---- */

static Bounds bounds_of(Stretch s)
{
    return (Bounds){s.first, s.first, s.last, s.last};
}

/* The readings of one spec as bounds, for a day of writing that may be known to a stretch only. */
static int place(const Spec *s, Written w, int direction, bool until, Bounds *to, Grain *grain)
{
    Stretch first[3], last[3];
    Day now = spec_relative(s) ? w.first : day_known(w.first) ? w.first : (Day){0};
    if (!day_known(now)) return 0;
    int n = spec_resolve(s, now, direction, until, first, 2);
    *grain = n ? first[0].grain : GRAIN_NONE;
    for (int i = 0; i < n; i++) to[i] = bounds_of(first[i]);
    if (n == 0 || !spec_relative(s) || !day_known(w.last) || w.last.n == w.first.n) return n;
    int k = spec_resolve(s, w.last, direction, until, last, 2);
    if (k == 0 || last[0].first.n == first[0].first.n) return n;
    /* Of two readings of one date, the one that lies where the text was written. */
    bool dated = s->base == BASE_DAY || s->base == BASE_MONTH || s->base == BASE_SEASON || s->base == BASE_QUARTER;
    for (int i = 0; i < 2 && dated; i++) {
        Stretch one = i ? last[0] : first[0];
        if (one.last.n < w.first.n || one.first.n > w.last.n) continue;
        to[0] = bounds_of(one);
        return 1;
    }
    to[0].start_latest = last[0].first.n > first[0].first.n ? last[0].first : first[0].first;
    to[0].end_latest = last[0].last.n > first[0].last.n ? last[0].last : first[0].last;
    if (last[0].first.n < first[0].first.n) to[0].start_earliest = last[0].first, to[0].end_earliest = last[0].last;
    return n;
}

static void add_alternative(Time *t, Bounds b)
{
    if (t->alternatives < TIME_ALTERNATIVES) t->alternative[t->alternatives++] = b;
}

/* Moves `b` by whole years or weeks until it lies behind `a`. */
static bool behind(const Spec *spec, Written w, Day from, Bounds *to, Grain *grain)
{
    Spec s = *spec;
    Written then = {from, from};
    (void)w;
    if (s.base == BASE_DAY || s.base == BASE_MONTH || s.base == BASE_QUARTER || s.base == BASE_SEASON || s.base == BASE_WEEK || s.base == BASE_HALF) {
        s.year = day_civil(from).year;
        Bounds b[2];
        if (place(&s, then, 1, false, b, grain) && b[0].end_latest.n < from.n) s.year++;
    }
    Bounds b[2];
    if (place(&s, then, 1, false, b, grain) == 0) return false;
    *to = b[0];
    return true;
}

static bool yearless(const Spec *s)
{
    return spec_relative(s) && s->base != BASE_UNIT && s->base != BASE_SHIFT && s->base != BASE_NOW && s->base != BASE_COMING && s->year_unit == UNIT_NONE &&
           s->lean == LEAN_TENSE;
}

static bool can_take_year(const Spec *s)
{
    return s->base == BASE_DAY || s->base == BASE_MONTH || s->base == BASE_QUARTER || s->base == BASE_SEASON || s->base == BASE_WEEK || s->base == BASE_HALF;
}

static void set_span(Time *t, const Made *m, Bounds a, Bounds b, Grain bg)
{
    t->bounds = (Bounds){a.start_earliest, a.end_latest, b.start_earliest, b.end_latest};
    bool coarse = bg != GRAIN_DAY && bg != GRAIN_PART;
    if (m->inclusive) t->bounds.end_earliest = b.end_latest;
    else if (coarse && !m->tussen && day_known(b.start_earliest)) t->bounds.end_earliest = day_add(b.start_earliest, -1);
    if (bg == GRAIN_DAY) t->bounds.end_earliest = b.end_earliest;
}

/* Both ends of a span, placed together. */
static void place_span(Time *t, const Made *m, Written w, int direction)
{
    Bounds a[2], b[2];
    Grain ag = GRAIN_NONE, bg = GRAIN_NONE;
    Spec sa = m->a, sb = m->b;
    int na, nb;
    if (yearless(&sa) && !yearless(&sb)) {
        nb = place(&sb, w, direction, true, b, &bg);
        if (nb && can_take_year(&sa)) {
            sa.year = day_civil(b[0].start_earliest).year;
            na = place(&sa, w, direction, false, a, &ag);
            if (na && a[0].start_earliest.n > b[0].start_earliest.n) sa.year--, na = place(&sa, w, direction, false, a, &ag);
        } else na = place(&sa, w, sb.base == BASE_NOW ? -1 : direction, false, a, &ag);
    } else {
        na = place(&sa, w, direction, false, a, &ag);
        if (na && yearless(&sb)) nb = behind(&sb, w, a[0].start_earliest, &b[0], &bg);
        else nb = place(&sb, w, direction, true, b, &bg);
    }
    t->grain = ag;
    if (na && nb) {
        set_span(t, m, a[0], b[0], bg);
        Bounds other;
        if (na == 2 && yearless(&sb) && behind(&sb, w, a[1].start_earliest, &other, &bg)) {
            Bounds keep = t->bounds;
            set_span(t, m, a[1], other, bg);
            add_alternative(t, t->bounds);
            t->bounds = keep;
        }
    } else t->bounds = (Bounds){NO_DAY, NO_DAY, NO_DAY, NO_DAY};
}

/* What is known of a date without its year: XXXX-12-12. */
static void unresolved_iso(const Spec *s, char *to)
{
    if (s->base == BASE_DAY) snprintf(to, 24, "XXXX-%02d-%02d", s->month, s->day);
    else if (s->base == BASE_MONTH) snprintf(to, 24, "XXXX-%02d", s->month);
    else if (s->base == BASE_WEEKDAY) snprintf(to, 24, "XXXX-WXX-%d", s->day);
    else if (s->base == BASE_MONTHDAY) snprintf(to, 24, "XXXX-XX-%02d", s->day);
    else if (s->base == BASE_SEASON) snprintf(to, 24, "XXXX-%s", (const char *const[]){"SP", "SU", "FA", "WI"}[(s->day - 1) & 3]);
    else if (s->base == BASE_QUARTER) snprintf(to, 24, "XXXX-Q%d", s->day);
}

/* A length ago is told by the unit it is told in: three years ago names a year, three weeks ago a week. */
static void widen_shift(Time *t, const Spec *s)
{
    static const Unit unit_of_length[] = {UNIT_YEAR, UNIT_MONTH, UNIT_WEEK};
    if (s->base != BASE_SHIFT || s->steps > 0 || !day_known(t->bounds.start_earliest)) return;
    const Length *l = &s->length;
    bool single = (l->years > 0) + (l->months > 0) + (l->weeks > 0) + (l->days > 0) == 1;
    int which = l->years > 0 ? 0 : l->months > 0 ? 1 : l->weeks > 0 ? 2 : 3;
    if (!single || which == 3) return;
    if (which == 0 && l->years != floor(l->years)) which = 1;
    Bounds exact = t->bounds;
    Spec unit = {.base = BASE_UNIT, .day = (int32_t)unit_of_length[which]};
    Bounds a[2];
    Grain g = GRAIN_NONE;
    place(&unit, (Written){exact.start_earliest, exact.start_latest}, 0, false, a, &g);
    t->bounds = a[0];
    t->grain = g;
    add_alternative(t, exact);
}

/* Begin and end of a month, year or week may be meant wider than the claims take them: the first or second half (docs/time.md). */
static void add_wide_part(Time *t, const Spec *s, Written w, int direction)
{
    int at = 0;
    while (at < s->steps && s->step[at].kind != STEP_PART) at++;
    if (at == s->steps) return;
    Spec wide = *s;
    int32_t part = s->step[at].a;
    if (part == PART_BEGIN) wide.step[at].a = PART_FIRST_HALF;
    else if (part == PART_END || part == PART_VERY_END) wide.step[at].a = PART_SECOND_HALF;
    else return;
    Bounds b[2];
    Grain grain;
    int n = place(&wide, w, direction, false, b, &grain);
    if (n > 0) add_alternative(t, b[0]);
    if (n > 1) add_alternative(t, b[1]);
    Civil first = n > 0 ? day_civil(b[0].start_earliest) : (Civil){0};
    bool year = n > 0 && first.day == 1 && b[0].end_latest.n - b[0].start_earliest.n > 150 && b[0].end_latest.n - b[0].start_earliest.n < 190;
    if (!year) return;
    /* A year in three parts. */
    Day from = day_of(first.year, part == PART_BEGIN ? 1 : 9, 1), to = day_add(day_add_months(from, 4), -1);
    add_alternative(t, (Bounds){from, from, to, to});
}

/* `het afgelopen jaar` is twelve months, or the last calendar year; `komende week` the next week, or seven days. */
static void add_rolled(Time *t, const Spec *s, Written w)
{
    Bounds b[2];
    Grain grain;
    if (s->roll == 0 || s->steps > 0) return;
    Spec other = {.relative = true, .month = s->roll};
    if (s->base == BASE_COMING) other.base = BASE_UNIT, other.day = (int32_t)s->length.unit;
    else return;
    if (place(&other, w, 0, false, b, &grain)) add_alternative(t, b[0]);
}

/* Whether the day of today counts in `de komende drie dagen`, `de afgelopen weken`. */
static void add_day_left_out(Time *t, const Spec *s)
{
    if (s->base != BASE_COMING || s->steps > 0) return;
    Bounds b = t->bounds;
    if (s->month > 0) b.start_earliest = day_add(b.start_earliest, 1), b.start_latest = day_add(b.start_latest, 1);
    else b.end_earliest = day_add(b.end_earliest, -1), b.end_latest = day_add(b.end_latest, -1);
    add_alternative(t, b);
}

static void place_period(Time *t, const Made *m, Written w, int direction)
{
    Bounds b[2];
    bool until = m->connect == CONNECT_UNTIL || m->connect == CONNECT_BEFORE;
    int n = place(&m->a, w, direction, until, b, &t->grain);
    t->relative = spec_relative(&m->a);
    if (n == 0) {
        t->bounds = (Bounds){NO_DAY, NO_DAY, NO_DAY, NO_DAY};
        unresolved_iso(&m->a, t->iso);
        return;
    }
    t->bounds = b[0];
    if (n > 1) add_alternative(t, b[1]);
    widen_shift(t, &m->a);
    add_wide_part(t, &m->a, w, direction);
    add_rolled(t, &m->a, w);
    if (day_known(t->bounds.start_earliest)) add_day_left_out(t, &m->a);
    bool runs = day_known(w.last) && t->bounds.start_earliest.n <= w.last.n && t->bounds.end_latest.n > w.last.n;
    bool told = m->course || (m->a.base == BASE_UNIT && m->a.month == 0);
    if (runs && told && direction < 0 && (m->connect == CONNECT_AT || m->connect == CONNECT_NONE)) t->clip = w.last;
    t->unit = m->a.base == BASE_UNIT && m->a.steps == 0;
    t->open_end = m->a.open;
}

static void found(PatternRun *run, const PatternValue *value)
{
    Reader *r = reader(run);
    if (value->kind != VALUE_MADE) return;
    const Made *m = value->more;
    Time t = {.first = run->from, .last = run->to, .core_first = m->core_first, .kind = m->kind, .connect = m->connect, .hedge = m->hedge,
              .inclusive = m->inclusive, .earliest_only = m->earliest_only, .latest_only = m->latest_only, .vague = m->vague, .anchored = m->anchored, .clip = NO_DAY};
    t.bounds = (Bounds){NO_DAY, NO_DAY, NO_DAY, NO_DAY};
    if (t.core_first < t.first || t.core_first >= t.last) t.core_first = t.first;
    t.words = token_range(run->d, t.first, t.last);
    t.core = token_range(run->d, t.core_first, t.last);
    bool period = m->kind == TIME_PERIOD || m->kind == TIME_NOW;
    if (period) {
        int direction = tense_direction(run, run->from, run->to, m->connect, m->earliest_only || m->latest_only);
        if (m->two) place_span(&t, m, r->written, direction);
        else place_period(&t, m, r->written, direction);
        t.relative = spec_relative(&m->a) || (m->two && spec_relative(&m->b));
    } else if (m->kind == TIME_DURATION || m->kind == TIME_FREQUENCY) {
        length_iso(&m->length, false, t.iso);
        if (m->length.more > 0) length_iso(&m->length, true, t.iso_high);
        t.added = m->length.added;
    }
    *ARRAY_PUSH(&r->found.item, r->list) = t;
}

Times time_read(const Document *d, const Matches *m, const Numbers *n, int32_t first, int32_t last, Written written, Arena *keep)
{
    static const PatternHost host = {act, shapes_of, shape, found};
    (void)m;
    Times out = {{0}};
    if (last <= first) return out;
    Span section = image_section("time.rules");
    Arena scratch = *keep;
    Size gap = (Size)(last - first + 1) * (Size)sizeof(Time);
    scratch.at += arena_has(keep, gap) ? gap : 0;
    Reader r = {.words = word_run(d, first, last, &scratch), .section = section, .parts = section, .numbers = n, .written = written, .list = &scratch};
    PatternRun run = {.d = d, .first = first, .last = last, .host = &host, .self = &r, .scratch = &scratch};
    pattern_run(&run, r.section);
    if (r.found.item.len == 0) return out;
    out.item.item = ARENA_NEW(keep, Time, r.found.item.len);
    out.item.len = out.item.cap = r.found.item.len;
    memcpy(out.item.item, r.found.item.item, (size_t)r.found.item.len * sizeof(Time));
    return out;
}

bool time_start(const Time *t, Day *earliest, Day *latest)
{
    *earliest = *latest = NO_DAY;
    if (t->kind == TIME_NOW) {
        *earliest = t->bounds.start_earliest;
        *latest = t->bounds.start_latest;
        return true;
    }
    if (t->kind != TIME_PERIOD) return false;
    if (t->anchored) return true;
    switch (t->connect) {
    case CONNECT_NONE: case CONNECT_AT: case CONNECT_FROM: case CONNECT_SINCE: case CONNECT_WITHIN:
        if (t->open_end) return false;
        *earliest = t->bounds.start_earliest;
        *latest = t->earliest_only ? NO_DAY : day_known(t->clip) ? t->clip : t->bounds.end_latest;
        return true;
    case CONNECT_BETWEEN:
        *earliest = t->bounds.start_earliest;
        *latest = t->bounds.start_latest;
        return true;
    case CONNECT_AFTER:
        *earliest = day_add(t->bounds.end_latest, 1);
        return true;
    default: return false;
    }
}

bool time_end(const Time *t, Day *earliest, Day *latest)
{
    *earliest = *latest = NO_DAY;
    if (t->kind != TIME_PERIOD) return false;
    if (t->open_end) {
        *earliest = *latest = t->bounds.end_latest;
        return true;
    }
    switch (t->connect) {
    case CONNECT_UNTIL:
        *latest = t->bounds.end_latest;
        if (t->latest_only) return true;
        if (t->inclusive && t->grain != GRAIN_PART) *earliest = t->bounds.end_latest;
        else if (t->grain == GRAIN_DAY || t->grain == GRAIN_PART || t->unit) *earliest = t->bounds.start_earliest;
        else *earliest = day_add(t->bounds.start_earliest, -1);
        return true;
    case CONNECT_BETWEEN:
        *earliest = t->bounds.end_earliest;
        *latest = t->bounds.end_latest;
        return true;
    case CONNECT_BEFORE:
        *latest = day_add(t->bounds.start_earliest, -1);
        return true;
    default: return false;
    }
}

const char *time_kind_name(TimeKind v)
{
    static const char *const names[] = {"period", "duration", "frequency", "now", "event", "clock"};
    return names[v];
}

const char *grain_name(Grain v)
{
    static const char *const names[] = {"none", "day", "week", "part", "month", "quarter", "season", "half", "year", "decade", "century"};
    return names[v];
}

const char *connective_name(Connective v)
{
    static const char *const names[] = {"none", "at", "from", "since", "until", "between", "for", "within", "after", "before"};
    return names[v];
}
