/* Operations that name points of the calendar, and the table of all operations. */
#include "time/reader.h"

#include <math.h>

#include "time/numeric.h"

bool time_give(PatternRun *run, PatternValue *out, int32_t kind, const void *from, Size size)
{
    void *to = arena_take(run->scratch, size, 16, 1);
    memcpy(to, from, (size_t)size);
    *out = (PatternValue){.kind = kind, .more = to};
    return true;
}

bool time_spec_of(const PatternValue *v, Spec *s)
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
    if (v->kind == VALUE_SPEC && v->n == 2) y = ((const Spec *)v->more)[0];  /* de winter van 2013-2014 */
    else if (!time_spec_of(v, &y)) return false;
    s->told |= y.told;
    if (y.base == BASE_STRETCH && y.grain == GRAIN_YEAR && y.steps == 0) s->year = day_civil(y.first).year;
    else if (y.base == BASE_UNIT && y.day == UNIT_YEAR && y.steps == 0) {
        s->year_unit = UNIT_YEAR;
        s->year_shift = y.month;
        s->relative = true;
    } else return false;
    return true;
}

bool time_valid_day(const Spec *s)
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
    case PATTERN_OP_year: return arg[0].n >= YEAR_FIRST && arg[0].n < 3000 && time_give_spec(run, out, spec_of_year(arg[0].n < 100 ? year_of_two(arg[0].n) : arg[0].n));
    default: break;
    }
    if (op == PATTERN_OP_month && (s.month < 1 || s.month > 12)) return false;
    if (op == PATTERN_OP_quarter && (s.day < 1 || s.day > 4)) return false;
    if (op == PATTERN_OP_half && (s.day < 1 || s.day > 2)) return false;
    if (op == PATTERN_OP_week && (s.day < 1 || s.day > 53)) return false;
    return set_year(&s, year) && time_valid_day(&s) && time_give_spec(run, out, s);
}

/* `op de 15e`, before a stop or nothing: a day of the month; `de 15e verjaardag` is none. */
static bool act_lone_day(PatternRun *run, const PatternValue *arg, PatternValue *out)
{
    bool behind = run->to >= run->last || run->d->tokens.item[run->to].kind == TOKEN_PUNCT || pattern_class(run, run->to, PATTERN_CLASS_date_behind, 0) > 0;
    bool before = run->from > run->first && pattern_class(run, run->from - 1, PATTERN_CLASS_day_before, 0) > 0;
    return behind && before && time_give_spec(run, out, (Spec){.base = BASE_MONTHDAY, .day = arg[0].n, .grain = GRAIN_DAY});
}

/* Whether what stands behind the match leaves its last ordinal a day: `maandag de eerste vertrekt`; not `komen maandag de eerste militairen aan`. */
static bool day_may_end(const PatternRun *run)
{
    static const PatternClass goes_on[] = {PATTERN_CLASS_verb, PATTERN_CLASS_wall, PATTERN_CLASS_joint, PATTERN_CLASS_date_behind};
    const Token *day = &run->d->tokens.item[run->to - 1];
    bool digits = day->kind == TOKEN_NUMBER || (day->flags & TOKEN_DIGIT);
    bool ends = digits || run->to >= run->last || run->d->tokens.item[run->to].kind == TOKEN_PUNCT;
    for (size_t i = 0; !ends && i < sizeof goes_on / sizeof *goes_on; i++) ends = pattern_class(run, run->to, goes_on[i], 0) > 0;
    return ends;
}

/* monthday(weekday, day): Friday the 15th. */
static bool act_dated(PatternRun *run, const PatternValue *arg, PatternValue *out)
{
    /* `maandag 21 militairen` holds no date; `maandag de 21e` and `maandag 21.` do. */
    bool article = arg[1].from - arg[0].from > 1;
    bool alone = run->to >= run->last || run->d->tokens.item[run->to].kind == TOKEN_PUNCT;
    if (!(article ? day_may_end(run) : alone)) return false;
    return time_give_spec(run, out, (Spec){.base = BASE_DATED, .month = arg[0].n, .day = arg[1].n, .grain = GRAIN_DAY});
}

static bool act_decade(PatternRun *run, const PatternValue *arg, PatternValue *out)
{
    int32_t n = arg[0].n;
    if (n % 10 != 0) return false;
    if (n >= 1000) return time_give_spec(run, out, (Spec){.base = BASE_STRETCH, .first = day_of(n, 1, 1), .last = day_of(n + 9, 12, 31), .grain = GRAIN_DECADE});
    return n < 100 && time_give_spec(run, out, (Spec){.base = BASE_DECADE, .year = n, .grain = GRAIN_DECADE, .lean = LEAN_PAST});
}

static bool act_century(PatternRun *run, const PatternValue *arg, PatternValue *out)
{
    int32_t n = arg[0].n;
    if (n < 1 || n > 30) return false;
    return time_give_spec(run, out, (Spec){.base = BASE_STRETCH, .first = day_of(n * 100 - 100 ? n * 100 - 100 : 1, 1, 1), .last = day_of(n * 100 - 1, 12, 31), .grain = GRAIN_CENTURY});
}

/* this, next, last: of a unit, or of a spec that comes back. */
static bool act_relative(PatternRun *run, PatternOp op, const PatternValue *arg, int args, PatternValue *out)
{
    int32_t by = op == PATTERN_OP_next ? 1 : op == PATTERN_OP_last ? -1 : 0;
    if (arg[0].kind == PATTERN_INT) {
        int32_t times = args > 1 ? arg[1].n : 1;
        return time_give_spec(run, out, (Spec){.base = BASE_UNIT, .day = arg[0].n, .month = by * times, .relative = true, .told = op == PATTERN_OP_same});
    }
    Spec s;
    if (!time_spec_of(&arg[0], &s)) return false;
    bool far = args > 1 && s.base == BASE_WEEKDAY;
    if (s.base == BASE_WEEKDAY && (far || op == PATTERN_OP_this)) {
        s = (Spec){.base = BASE_UNIT, .day = UNIT_WEEK, .month = by, .steps = 1, .step = {{STEP_WEEKDAY, s.day, 0, 0}}, .relative = true, .roll = by < 0 ? -1 : 1};
        return time_give_spec(run, out, s);
    }
    s.lean = op == PATTERN_OP_this ? LEAN_THIS : op == PATTERN_OP_next ? LEAN_NEXT : LEAN_LAST;
    return time_give_spec(run, out, s);
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
    case BASE_DECADE: return add_step(outer, STEP_NTH, inner->year / 10 + 1, UNIT_DECADE, 0);
    case BASE_DAY: return add_step(outer, STEP_MONTH, inner->month, 0, 0) && add_step(outer, STEP_NTH, inner->day, UNIT_DAY, 0);
    default: return false;
    }
}

static bool join_in(const PatternValue *outer, Spec *inner)
{
    Spec o;
    if (outer->kind == VALUE_SPEC && outer->n == 2 && inner->base == BASE_SEASON) return set_year(inner, outer);
    if (!time_spec_of(outer, &o)) return false;
    if (set_year(inner, outer) && inner->base != BASE_WEEKDAY && inner->base != BASE_MONTHDAY && inner->base != BASE_STRETCH) return time_valid_day(inner);
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
        return time_give_made(run, out, m);
    }
    Spec inner;
    return time_spec_of(&arg[1], &inner) && join_in(&arg[0], &inner) && time_give_spec(run, out, inner);
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
    const PatternValue *of = &arg[op == PATTERN_OP_nth ? 2 : args - 1];
    if (!time_spec_of(of, &s)) return false;
    bool fine = true;
    switch (op) {
    case PATTERN_OP_part:
        fine = add_step(&s, STEP_PART, arg[0].n, 0, 0);
        break;
    case PATTERN_OP_nth: {
        Spec weekday;
        int32_t unit = time_spec_of(&arg[1], &weekday) ? WEEKDAY_UNIT + weekday.day : arg[1].n;
        bool several = args > 3;
        fine = arg[0].n != 0 && (!several || (arg[3].n > 0 && arg[3].n < 1000 && (arg[0].n == 1 || arg[0].n == -1)));
        fine = fine && add_step(&s, STEP_NTH, arg[0].n, unit, several ? arg[3].n : 0);
        break;
    }
    case PATTERN_OP_follow: fine = arg[0].n != 0 && add_step(&s, STEP_FOLLOW, arg[0].n, arg[1].n, 0); break;
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
    return fine && time_give_spec(run, out, s);
}

bool time_act(PatternRun *run, PatternOp op, const PatternValue *arg, int args, PatternValue *out)
{
    switch (op) {
    case PATTERN_OP_monthday:
        if (args > 1) return act_dated(run, arg, out);
        /* `volgende maand de eerste militairen` */
        return (arg[0].from + 1 < run->to || day_may_end(run)) && act_base(run, op, arg, args, out);
    case PATTERN_OP_day:
        /* `in mei de eerste militairen` */
        return (args < 2 || arg[0].from < arg[1].from || arg[0].from + 1 < run->to || day_may_end(run)) && act_base(run, op, arg, args, out);
    case PATTERN_OP_month: case PATTERN_OP_year: case PATTERN_OP_weekday: case PATTERN_OP_quarter:
    case PATTERN_OP_half: case PATTERN_OP_season: case PATTERN_OP_week: case PATTERN_OP_holiday: return act_base(run, op, arg, args, out);
    case PATTERN_OP_spelled: return act_lone_day(run, arg, out);
    case PATTERN_OP_decade: return act_decade(run, arg, out);
    case PATTERN_OP_century: return act_century(run, arg, out);
    case PATTERN_OP_this: case PATTERN_OP_next: case PATTERN_OP_last: case PATTERN_OP_same: return act_relative(run, op, arg, args, out);
    case PATTERN_OP_in: return act_in(run, arg, out);
    case PATTERN_OP_part: case PATTERN_OP_nth: case PATTERN_OP_rest: case PATTERN_OP_of: case PATTERN_OP_roll: case PATTERN_OP_day_on: case PATTERN_OP_past: case PATTERN_OP_future:
    case PATTERN_OP_follow: case PATTERN_OP_shift: case PATTERN_OP_either: case PATTERN_OP_before_day: case PATTERN_OP_after_day: return act_step(run, op, arg, args, out);
    case PATTERN_OP_length: case PATTERN_OP_sum: case PATTERN_OP_range: case PATTERN_OP_hedge: case PATTERN_OP_few: case PATTERN_OP_scale:
        return time_act_length(run, op, arg, args, out);
    case PATTERN_OP_ago: case PATTERN_OP_ahead: case PATTERN_OP_coming: case PATTERN_OP_passed: return time_act_shift(run, op, arg, out);
    case PATTERN_OP_added: case PATTERN_OP_lasting: case PATTERN_OP_every: case PATTERN_OP_running: case PATTERN_OP_within: return time_act_duration(run, op, arg, args, out);
    case PATTERN_OP_now:
        if (args == 1) return time_give_spec(run, out, (Spec){.base = BASE_NOW, .relative = true, .grain = GRAIN_DAY, .steps = 1, .step = {{STEP_SHIFT, arg[0].n, UNIT_DAY, 0}}});
        return time_act_whole(run, op, arg, args, out);
    case PATTERN_OP_core:
        *out = arg[0];
        return !(arg[0].kind == VALUE_SPEC && ((const Spec *)arg[0].more)->weak) || time_weak_fits(run, arg[0].from);
    default: return time_act_whole(run, op, arg, args, out);
    }
}
