/* Operations of whole expressions: lengths, and points with what stands before them. */
#include "time/reader.h"

#include <math.h>

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

/* So many of a unit; 18.30 uur is a clock, and a pair has a higher end. */
static bool counted_length(PatternRun *run, const PatternValue *arg, Length *l)
{
    const double *v = arg[0].kind == VALUE_NUMBER ? arg[0].more : NULL;
    WordKind kind = v ? time_word(run, arg[0].from)->kind : WORD_NONE;
    length_add(l, (Unit)arg[1].n, double_of(&arg[0]));
    if (kind == WORD_PAIR) l->more = v[1] - v[0], l->hedge = HEDGE_RANGE;
    if (kind == WORD_TAL) l->hedge = HEDGE_ABOUT;
    return double_of(&arg[0]) < 1e6 && l->unit != UNIT_NONE && !(l->unit == UNIT_HOUR && time_dotted(run, arg[0].from));
}

bool time_act_length(PatternRun *run, PatternOp op, const PatternValue *arg, int args, PatternValue *out)
{
    Length l = {0};
    bool fine = true;
    for (int i = 0; i < args; i++)
        if (arg[i].kind == VALUE_LENGTH) {
            l = *(const Length *)arg[i].more;
            break;
        }
    switch (op) {
    case PATTERN_OP_length: fine = counted_length(run, arg, &l); break;
    case PATTERN_OP_sum: {
        const Length *b = arg[1].more;
        if (arg[1].kind != VALUE_LENGTH) return false;
        l.years += b->years, l.months += b->months, l.weeks += b->weeks, l.days += b->days;
        l.hours += b->hours, l.minutes += b->minutes, l.seconds += b->seconds;
        fine = l.unit != b->unit || args > 2;
        break;
    }
    case PATTERN_OP_range: {
        double a = double_of(&arg[0]), b = double_of(&arg[1]);
        length_add(&l, (Unit)arg[2].n, a);
        l.more = b - a;
        l.hedge = HEDGE_RANGE;
        fine = b > a;
        break;
    }
    case PATTERN_OP_hedge: if (l.hedge == HEDGE_EXACT) l.hedge = hedge_of(arg[0].n); break;
    case PATTERN_OP_few:
        length_add(&l, (Unit)arg[0].n, args > 1 ? arg[1].n : 3);
        l.vague = true;
        l.hedge = HEDGE_VAGUE;
        break;
    default: fine = scale_length(&l, arg[1].n / 100.0); break;
    }
    return fine && time_give(run, out, VALUE_LENGTH, &l, sizeof l);
}

bool time_act_shift(PatternRun *run, PatternOp op, const PatternValue *arg, PatternValue *out)
{
    if (arg[0].kind != VALUE_LENGTH) return false;
    const Length *l = arg[0].more;
    Spec s = {.base = op == PATTERN_OP_ago || op == PATTERN_OP_ahead ? BASE_SHIFT : BASE_COMING, .length = *l, .relative = true, .grain = GRAIN_DAY};
    s.month = op == PATTERN_OP_ahead || op == PATTERN_OP_coming ? 1 : -1;
    return time_give_spec(run, out, s);
}

/* ---- operations: whole expressions ---- */

bool time_act_duration(PatternRun *run, PatternOp op, const PatternValue *arg, int args, PatternValue *out)
{
    if (arg[0].kind != VALUE_LENGTH) return false;
    Made m = {.kind = op == PATTERN_OP_every ? TIME_FREQUENCY : TIME_DURATION, .connect = CONNECT_FOR, .length = *(const Length *)arg[0].more, .core_first = arg[0].from};
    m.hedge = m.length.hedge;
    m.length.added |= op == PATTERN_OP_added;
    m.vague = m.length.vague;
    m.latest_only = op == PATTERN_OP_running && (m.vague || m.hedge == HEDGE_MORE_THAN || m.hedge == HEDGE_AT_LEAST);
    if (op == PATTERN_OP_lasting && args > 1) m.connect = CONNECT_AFTER;
    if (op == PATTERN_OP_running || op == PATTERN_OP_within) {
        m.kind = TIME_PERIOD;
        m.connect = op == PATTERN_OP_running ? CONNECT_SINCE : CONNECT_WITHIN;
        m.a = (Spec){.base = op == PATTERN_OP_running ? BASE_SHIFT : BASE_COMING, .month = op == PATTERN_OP_running ? -1 : 1, .length = m.length, .relative = true, .grain = GRAIN_DAY};
    }
    return time_give_made(run, out, m);
}

static bool has_symbol(const PatternValue *arg, int args, PatternSym symbol)
{
    for (int i = 0; i < args; i++)
        if (arg[i].kind == PATTERN_SYMBOL && arg[i].n == (int32_t)symbol) return true;
    return false;
}

/* The month after (by 1) or before (-1). */
static void turn_month(Spec *s, int32_t by)
{
    s->month += by;
    int32_t year = s->month < 1 ? -1 : s->month > 12 ? 1 : 0;
    s->month -= 12 * year;
    if (s->year) s->year += year;
    else s->year_shift += year;
}

/* `van 3 tot 12 september`, `van 28 tot 3 mei`: what the first lacks comes from the second. */
static bool join_span(Spec *a, Spec *b)
{
    if (a->base == BASE_MONTHDAY && b->base == BASE_DAY) {
        *a = (Spec){.base = BASE_DAY, .day = a->day, .month = b->month, .year = b->year, .year_unit = b->year_unit, .year_shift = b->year_shift, .grain = GRAIN_DAY};
        if (a->day > b->day) turn_month(a, -1);
        return time_valid_day(a);
    }
    if (a->base == BASE_DAY && b->base == BASE_MONTHDAY) {
        *b = (Spec){.base = BASE_DAY, .day = b->day, .month = a->month, .year = a->year, .grain = GRAIN_DAY};
        if (b->day < a->day) turn_month(b, 1);
        return time_valid_day(b);
    }
    return a->base != BASE_MONTHDAY || b->base != BASE_MONTHDAY;
}

/* 22-4 and 22/4 are dates behind a word that wants one (op 22-4), with a zero (22-04), or where nothing follows that they could count. */
bool time_weak_fits(PatternRun *run, int32_t at)
{
    const Token *t = &run->d->tokens.item[at];
    Span s = token_folded(run->d, at);
    bool point = memchr(s.at, '.', (size_t)s.len) != NULL;
    if (at > run->first && (t->flags & TOKEN_SPACE_BEFORE) && pattern_class(run, at - 1, PATTERN_CLASS_date_before, 0) > 0) return !point || pattern_class(run, at - 1, PATTERN_CLASS_date_before, 0) == 1;
    if (point || span_is(s, "24/7")) return false;
    for (Size i = 1; i < s.len; i++)
        if (s.at[i] == '0' && (s.at[i - 1] == '-' || s.at[i - 1] == '/')) return true;
    if (at + 1 < run->last && pattern_class(run, at + 1, PATTERN_CLASS_date_behind, 0) > 0) return true;
    return time_word(run, at)->value > 12 && (at + 1 >= run->last || run->d->tokens.item[at + 1].kind == TOKEN_PUNCT);
}

/* What says nothing of a point: events, clocks, binnenkort, nu. */
static bool act_pointless(PatternRun *run, PatternOp op, const PatternValue *arg, int args, PatternValue *out)
{
    Made m = {.kind = TIME_PERIOD, .core_first = run->from};
    Spec now = {.base = BASE_NOW, .relative = true, .grain = GRAIN_DAY};
    switch (op) {
    case PATTERN_OP_event:
        m.kind = TIME_EVENT;
        if (args && arg[0].kind == PATTERN_INT) m.connect = arg[0].n < 0 ? CONNECT_BEFORE : CONNECT_AFTER;
        break;
    case PATTERN_OP_clock:
        m.kind = TIME_CLOCK;
        if (arg[0].kind == VALUE_NUMBER && (double_of(&arg[0]) > 24 || (args > 1 && !time_dotted(run, arg[0].from)))) return false;
        break;
    case PATTERN_OP_soon:
        m.a = now;
        m.vague = true;
        if (args && arg[0].n < 0) m.connect = CONNECT_AT, m.latest_only = true;
        else m.connect = CONNECT_FROM, m.earliest_only = true;
        break;
    default: m.kind = TIME_NOW, m.a = now; break;
    }
    return time_give_made(run, out, m);
}

/* `5 en 6 mei`, `zaterdag op zondag`: the second is the day after the first. */
static bool neighbours(const PatternRun *run, const Made *m)
{
    int32_t away = token_is_mark(run->d, run->from + 1, ',') ? 2 : 1;  /* 5, 6 en 7 mei */
    if (m->a.base == BASE_WEEKDAY && m->b.base == BASE_WEEKDAY) return m->b.day == m->a.day % 7 + 1;
    return m->a.base == BASE_DAY && m->b.base == BASE_DAY && m->b.day == m->a.day + away;
}

/* `KANDAHAR, 3 augustus 2010 - Maandag nam ...`, `2010 – Gisteren`: the dash behind a day of publication begins the text. */
static bool heads_text(const PatternRun *run, const Made *m, const PatternValue *second)
{
    int32_t dash = second->from - 1;
    bool relative = m->b.base == BASE_WEEKDAY || m->b.base == BASE_UNIT || m->b.base == BASE_SHIFT || m->b.base == BASE_COMING || (m->b.base == BASE_NOW && m->b.steps);
    bool spaced = dash > run->from && run->d->tokens.item[dash].kind == TOKEN_PUNCT && (run->d->tokens.item[dash].flags & TOKEN_SPACE_BEFORE);
    return spaced && relative && m->a.base == BASE_DAY && m->a.year;
}

static bool act_span(PatternRun *run, Made *m, const PatternValue *arg, int args)
{
    if (!time_spec_of(&arg[1], &m->b) || heads_text(run, m, &arg[1])) return false;
    bool days = m->a.base == BASE_MONTHDAY && m->b.base == BASE_MONTHDAY && m->a.steps == 0;
    if (days ? !has_symbol(arg, args, PATTERN_SYM_days) || m->a.day >= m->b.day : !join_span(&m->a, &m->b)) return false;
    if (has_symbol(arg, args, PATTERN_SYM_neighbours) && !neighbours(run, m)) return false;
    m->two = true;
    m->connect = CONNECT_BETWEEN;
    m->core_first = run->from;
    m->inclusive = has_symbol(arg, args, PATTERN_SYM_inclusive);
    m->tussen = has_symbol(arg, args, PATTERN_SYM_open);
    return true;
}

/* What the words before a point make of it. */
static void connect(Made *m, PatternOp op)
{
    switch (op) {
    case PATTERN_OP_at: m->connect = CONNECT_AT; break;
    case PATTERN_OP_from: m->connect = CONNECT_FROM; break;
    case PATTERN_OP_since: m->connect = CONNECT_SINCE; break;
    case PATTERN_OP_until: m->connect = CONNECT_UNTIL; break;
    case PATTERN_OP_after: m->connect = CONNECT_AFTER; break;
    case PATTERN_OP_before: m->connect = CONNECT_BEFORE; break;
    case PATTERN_OP_anchor: m->anchored = true; break;
    case PATTERN_OP_course: m->connect = CONNECT_AT, m->course = true; break;
    default: break;
    }
}

bool time_act_whole(PatternRun *run, PatternOp op, const PatternValue *arg, int args, PatternValue *out)
{
    if (op == PATTERN_OP_event || op == PATTERN_OP_clock || op == PATTERN_OP_soon || op == PATTERN_OP_now) return act_pointless(run, op, arg, args, out);
    Made m = {.kind = TIME_PERIOD};
    if (arg[0].kind == VALUE_MADE) m = *(const Made *)arg[0].more;
    else if (arg[0].kind == VALUE_SPEC && arg[0].n == 2) {
        const Spec *pair = arg[0].more;
        m.a = pair[0], m.b = pair[1], m.two = m.tussen = true, m.connect = CONNECT_BETWEEN;
    } else if (!time_spec_of(&arg[0], &m.a)) return false;
    if (op == PATTERN_OP_none && arg[0].kind == VALUE_SPEC && arg[0].n == 1 && m.a.weak && !time_weak_fits(run, arg[0].from)) return false;
    m.core_first = arg[0].from;
    if (op == PATTERN_OP_span) return act_span(run, &m, arg, args) && time_give_made(run, out, m);
    if (m.two && op != PATTERN_OP_at && op != PATTERN_OP_none) return false;
    m.inclusive |= has_symbol(arg, args, PATTERN_SYM_inclusive);
    m.earliest_only |= has_symbol(arg, args, PATTERN_SYM_earliest);
    m.latest_only |= has_symbol(arg, args, PATTERN_SYM_latest);
    if (!m.two) connect(&m, op);
    return time_give_made(run, out, m);
}
