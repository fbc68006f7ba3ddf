/* Readings of a spec: bases to stretches of days, steps on them, the choice of year. */
#include "time/spec.h"

/* ---- stretches of the calendar ---- */

static Stretch stretch(Day first, Day last, Grain grain)
{
    return (Stretch){first, last, grain};
}

static Stretch months_of(int32_t year, int32_t month, int32_t count, Grain grain)
{
    Day first = day_add_months(day_of(year, 1, 1), month - 1);
    return stretch(first, day_add(day_add_months(first, count), -1), grain);
}

static Stretch year_of(int32_t year)
{
    return months_of(year, 1, 12, GRAIN_YEAR);
}

/* Seasons are whole months; winter begins in December of its year and ends in February of the next. */
static Stretch season_of(int32_t year, int32_t season)
{
    return months_of(year, 3 * season, 3, GRAIN_SEASON);
}

static Stretch holiday_of(int32_t year, int32_t h)
{
    /* Fixed days are written month * 100 + day; days counted from Easter as 10000 + 200 + offset. */
    Day d = h < 10000 ? day_of(year, h / 100, h % 100) : day_add(day_easter(year), h - 10200);
    return stretch(d, d, GRAIN_DAY);
}

static Stretch unit_of(Unit unit, Day d)
{
    Civil c = day_civil(d);
    switch (unit) {
    case UNIT_WEEK: return stretch(day_monday(d), day_add(day_monday(d), 6), GRAIN_WEEK);
    case UNIT_WORKDAY: return stretch(day_monday(d), day_add(day_monday(d), 4), GRAIN_WEEK);
    case UNIT_WEEKEND: return stretch(day_add(day_monday(d), 5), day_add(day_monday(d), 6), GRAIN_WEEK);
    case UNIT_MONTH: return months_of(c.year, c.month, 1, GRAIN_MONTH);
    case UNIT_QUARTER: return months_of(c.year, (c.month - 1) / 3 * 3 + 1, 3, GRAIN_QUARTER);
    case UNIT_HALF: return months_of(c.year, c.month > 6 ? 7 : 1, 6, GRAIN_HALF);
    case UNIT_YEAR: return year_of(c.year);
    case UNIT_DECADE: return stretch(day_of(c.year / 10 * 10, 1, 1), day_of(c.year / 10 * 10 + 9, 12, 31), GRAIN_DECADE);
    case UNIT_CENTURY: return stretch(day_of(c.year / 100 * 100, 1, 1), day_of(c.year / 100 * 100 + 99, 12, 31), GRAIN_CENTURY);
    default: return stretch(d, d, GRAIN_DAY);
    }
}

static Day move_units(Day d, Unit unit, int32_t n)
{
    switch (unit) {
    case UNIT_WEEK: case UNIT_WEEKEND: return day_add(d, 7 * n);
    case UNIT_MONTH: return day_add_months(d, n);
    case UNIT_QUARTER: return day_add_months(d, 3 * n);
    case UNIT_HALF: return day_add_months(d, 6 * n);
    case UNIT_YEAR: return day_add_months(d, 12 * n);
    case UNIT_DECADE: return day_add_months(d, 120 * n);
    case UNIT_CENTURY: return day_add_months(d, 1200 * n);
    case UNIT_WORKDAY: return length_move(&(Length){.days = n < 0 ? -n : n, .workdays = true}, d, n < 0 ? -1 : 1);
    default: return day_add(d, n);
    }
}

/* ---- parts ---- */

static Stretch part_of_month(Stretch s, Part part)
{
    switch (part) {
    case PART_BEGIN: return stretch(s.first, day_add(s.first, 9), GRAIN_PART);
    case PART_MID: return stretch(day_add(s.first, 10), day_add(s.first, 19), GRAIN_PART);
    case PART_END: case PART_VERY_END: return stretch(day_add(s.first, 20), s.last, GRAIN_PART);
    case PART_FIRST_HALF: return stretch(s.first, day_add(s.first, 14), GRAIN_PART);
    default: return stretch(day_add(s.first, 15), s.last, GRAIN_PART);
    }
}

static Stretch part_of_year(Stretch s, Part part, bool until)
{
    int32_t year = day_civil(s.first).year;
    switch (part) {
    case PART_BEGIN: return months_of(year, 1, 3, GRAIN_PART);
    case PART_MID: return months_of(year, 5, 4, GRAIN_PART);
    case PART_END: case PART_VERY_END: return until || part == PART_VERY_END ? stretch(day_of(year, 12, 21), s.last, GRAIN_PART) : months_of(year, 10, 3, GRAIN_PART);
    case PART_FIRST_HALF: return months_of(year, 1, 6, GRAIN_HALF);
    default: return months_of(year, 7, 6, GRAIN_HALF);
    }
}

/* How many whole months a stretch is; 0 where it is none, or fewer than two. */
static int32_t months_in(Stretch s)
{
    Civil first = day_civil(s.first), behind = day_civil(day_add(s.last, 1));
    int32_t months = (behind.year - first.year) * 12 + behind.month - first.month;
    return first.day == 1 && behind.day == 1 && months > 1 ? months : 0;
}

/* Parts of whole months: of a season or quarter a month each, of a decade 4, 3 and 3 years, of a century 33, 34 and 33. */
static Stretch part_in_months(Stretch s, Part part, int32_t months)
{
    int32_t unit = months % 120 == 0 ? 12 : 1, n = months / unit, third = n / 3, from = 0, to = n;
    if (part == PART_BEGIN) to = n == 10 ? 4 : third;
    else if (part == PART_MID) from = n == 10 ? 4 : third, to = n - third;
    else if (part == PART_END || part == PART_VERY_END) from = n - third;
    else if (part == PART_FIRST_HALF) to = n / 2;
    else from = n / 2;
    return stretch(day_add_months(s.first, from * unit), day_add(day_add_months(s.first, to * unit), -1), GRAIN_PART);
}

/* Of other stretches: thirds, halves; of a week Monday-Wednesday, Wednesday-Thursday, Thursday-Sunday. */
static Stretch part_of_other(Stretch s, Part part)
{
    int32_t days = s.last.n - s.first.n + 1;
    if (s.grain == GRAIN_WEEK && days == 7) {
        if (part == PART_MID) return stretch(day_add(s.first, 2), day_add(s.first, 3), GRAIN_PART);
        return part >= PART_END && part != PART_FIRST_HALF ? stretch(day_add(s.first, 3), s.last, GRAIN_PART) : stretch(s.first, day_add(s.first, 2), GRAIN_PART);
    }
    int32_t months = months_in(s);
    if (months > 0) return part_in_months(s, part, months);
    switch (part) {
    case PART_BEGIN: return stretch(s.first, day_add(s.first, days / 3 - (days > 2)), GRAIN_PART);
    case PART_MID: return stretch(day_add(s.first, days / 3), day_add(s.first, days * 2 / 3 - (days > 2)), GRAIN_PART);
    case PART_END: case PART_VERY_END: return stretch(day_add(s.first, days * 2 / 3), s.last, GRAIN_PART);
    case PART_FIRST_HALF: return stretch(s.first, day_add(s.first, days / 2 - (days > 1)), GRAIN_PART);
    default: return stretch(day_add(s.first, days / 2), s.last, GRAIN_PART);
    }
}

static Stretch part_of(Stretch s, Part part, bool until)
{
    if (s.grain == GRAIN_MONTH) return part_of_month(s, part);
    if (s.grain == GRAIN_YEAR) return part_of_year(s, part, until);
    return part_of_other(s, part);
}

/* ---- steps ---- */

static bool nth_weekday(Stretch *s, int32_t n, int32_t weekday)
{
    Day d;
    if (n > 0) {
        int32_t ahead = weekday - day_weekday(s->first);
        d = day_add(s->first, (ahead < 0 ? ahead + 7 : ahead) + 7 * (n - 1));
    } else {
        int32_t back = day_weekday(s->last) - weekday;
        d = day_add(s->last, -(back < 0 ? back + 7 : back) + 7 * (n + 1));
    }
    if (d.n < s->first.n || d.n > s->last.n) return false;
    *s = stretch(d, d, GRAIN_DAY);
    return true;
}

/* The n-th week of a month or year is the one that holds its first Thursday and those that follow, as ISO weeks of a year are counted. */
static bool nth_week(Stretch *s, int32_t n)
{
    Stretch thursday = *s;
    if (!nth_weekday(&thursday, n, 4)) return false;
    *s = unit_of(UNIT_WEEK, thursday.first);
    return true;
}

static bool nth_unit(Stretch *s, int32_t n, Unit unit)
{
    if (unit == UNIT_WEEK) return nth_week(s, n);
    if (unit == UNIT_WEEKEND) {
        if (!nth_weekday(s, n, 6)) return false;
        s->last = day_add(s->first, 1);
        s->grain = GRAIN_WEEK;
        return true;
    }
    Stretch u = n > 0 ? unit_of(unit, s->first) : unit_of(unit, s->last);
    u = unit_of(unit, move_units(u.first, unit, n > 0 ? n - 1 : n + 1));
    if (u.first.n < s->first.n || u.last.n > s->last.n) return false;
    *s = u;
    return true;
}

/* The first or last `count` units of a stretch, counted from its edge: de eerste twee weken van mei. */
static bool edge_units(Stretch *s, bool last, Unit unit, int32_t count)
{
    Stretch whole = *s;
    if (last) s->first = move_units(day_add(s->last, 1), unit, -count);
    else s->last = day_add(move_units(s->first, unit, count), -1);
    s->grain = GRAIN_PART;
    return s->first.n >= whole.first.n && s->last.n <= whole.last.n;
}

/* The n-th weekday behind a stretch, or before it. */
static void follow_weekday(Stretch *s, int32_t n, int32_t weekday)
{
    int32_t away = n > 0 ? weekday - day_weekday(s->last) : day_weekday(s->first) - weekday;
    if (away <= 0) away += 7;
    Day d = n > 0 ? day_add(s->last, away + 7 * (n - 1)) : day_add(s->first, -away + 7 * (n + 1));
    *s = stretch(d, d, GRAIN_DAY);
}

static bool take_step(Stretch *s, const Step *step, Day now, bool until)
{
    switch (step->kind) {
    case STEP_PART: *s = part_of(*s, (Part)step->a, until); return true;
    case STEP_FOLLOW: follow_weekday(s, step->a, step->b); return true;
    case STEP_NTH:
        if (step->c > 0) return edge_units(s, step->a < 0, (Unit)step->b, step->c);
        return step->b > WEEKDAY_UNIT ? nth_weekday(s, step->a, step->b - WEEKDAY_UNIT) : nth_unit(s, step->a, (Unit)step->b);
    case STEP_WEEKDAY: return nth_weekday(s, 1, step->a);
    case STEP_SHIFT: {
        Day d = move_units(step->a < 0 ? s->first : step->c ? s->last : s->first, (Unit)step->b, step->a);
        *s = stretch(d, d, GRAIN_DAY);
        return true;
    }
    case STEP_UNIT_OF: *s = unit_of((Unit)step->a, s->first); return true;
    case STEP_REST:
        if (day_known(now) && now.n >= s->first.n && now.n <= s->last.n) s->first = now;
        return true;
    case STEP_EARLY: case STEP_LATE: {
        bool inside = day_known(now) && now.n >= s->first.n && now.n <= s->last.n;
        Day middle = inside ? now : day_add(s->first, (s->last.n - s->first.n) / 2);
        if (step->kind == STEP_EARLY) s->last = inside && now.n > s->first.n ? day_add(now, -1) : middle;
        else s->first = middle;
        s->grain = GRAIN_PART;
        return true;
    }
    case STEP_MONTH: *s = months_of(day_civil(s->first).year, step->a, 1, GRAIN_MONTH); return true;
    case STEP_SEASON: *s = season_of(day_civil(s->first).year, step->a); return true;
    }
    return false;
}

/* ---- bases ---- */

/* Which bases come back every year. */
static bool is_yearly(Base b)
{
    return b == BASE_MONTH || b == BASE_DAY || b == BASE_QUARTER || b == BASE_HALF || b == BASE_SEASON || b == BASE_WEEK || b == BASE_HOLIDAY;
}

static bool in_year(const Spec *p, int32_t year, Stretch *s)
{
    if (year < YEAR_FIRST || year > YEAR_LAST - 1) return false;
    switch (p->base) {
    case BASE_MONTH: *s = months_of(year, p->month, 1, GRAIN_MONTH); return true;
    case BASE_QUARTER: *s = months_of(year, 3 * p->day - 2, 3, GRAIN_QUARTER); return true;
    case BASE_HALF: *s = months_of(year, 6 * p->day - 5, 6, GRAIN_HALF); return true;
    case BASE_SEASON: *s = season_of(year, p->day); return true;
    case BASE_HOLIDAY: *s = holiday_of(year, p->day); return true;
    case BASE_WEEK: {
        Day monday = week_monday(year, p->day);
        *s = stretch(monday, day_add(monday, 6), GRAIN_WEEK);
        int32_t of;
        return p->day < 53 || (day_week(monday, &of) == 53 && of == year);
    }
    default:
        if (!civil_valid(year, p->month, p->day)) return false;
        *s = stretch(day_of(year, p->month, p->day), day_of(year, p->month, p->day), GRAIN_DAY);
        return true;
    }
}

/* Turn `k` of a base that comes back: years for months and days of the year, weeks for weekdays, months for days of the month. */
static bool turn(const Spec *p, Day now, int32_t k, Stretch *s)
{
    Civil c = day_civil(now);
    switch (p->base) {
    case BASE_WEEKDAY: {
        Day d = day_add(day_monday(now), p->day - 1 + 7 * k);
        *s = stretch(d, d, GRAIN_DAY);
        return true;
    }
    case BASE_MONTHDAY: case BASE_DATED: {
        Civil m = day_civil(day_add_months(day_of(c.year, c.month, 1), k));
        if (!civil_valid(m.year, m.month, p->day)) return false;
        Day d = day_of(m.year, m.month, p->day);
        *s = stretch(d, d, GRAIN_DAY);
        return p->base == BASE_MONTHDAY || day_weekday(d) == p->month;
    }
    case BASE_DECADE:
        *s = stretch(day_of((c.year / 100 + k) * 100 + p->year, 1, 1), day_of((c.year / 100 + k) * 100 + p->year + 9, 12, 31), GRAIN_DECADE);
        return c.year / 100 + k > 0;
    default: return in_year(p, c.year + k, s);
    }
}

static bool is_move(const Step *step)
{
    return step->kind == STEP_SHIFT || step->kind == STEP_FOLLOW;
}

/* The steps, and in `*here` the stretch that they set out from: `een week na Pasen` is told by which Easter lies near. */
static bool apply_steps_from(const Spec *p, Stretch *s, Stretch *here, Day now, bool until)
{
    bool moved = false;
    *here = *s;
    for (int i = 0; i < p->steps; i++) {
        if (!take_step(s, &p->step[i], now, until)) return false;
        moved |= is_move(&p->step[i]);
        if (!moved) *here = *s;
    }
    return true;
}

static bool apply_steps(const Spec *p, Stretch *s, Day now, bool until)
{
    Stretch here;
    return apply_steps_from(p, s, &here, now, until);
}

/* Bases with one reading. */
static bool fixed(const Spec *p, Day now, Stretch *s)
{
    switch (p->base) {
    case BASE_STRETCH: *s = stretch(p->first, p->last, p->grain); return true;
    case BASE_NOW: *s = stretch(now, now, GRAIN_DAY); return day_known(now);
    case BASE_UNIT:
        if (!day_known(now)) return false;
        *s = unit_of((Unit)p->day, move_units(unit_of((Unit)p->day, now).first, p->day == UNIT_WORKDAY ? UNIT_WEEK : (Unit)p->day, p->month));
        return true;
    case BASE_SHIFT: {
        Day d = length_move(&p->length, now, p->month);
        if (!day_known(d)) return false;
        *s = stretch(d, d, GRAIN_DAY);
        return true;
    }
    case BASE_COMING: {
        Day d = length_move(&p->length, now, p->month);
        if (!day_known(d)) return false;
        *s = p->month > 0 ? stretch(now, d, GRAIN_DAY) : stretch(d, now, GRAIN_DAY);
        return true;
    }
    default: return false;
    }
}

/* How good turn `s` is for a lean: smaller is better, negative is impossible. */
static int32_t badness(const Spec *p, Stretch s, Day now, int direction)
{
    int32_t before = now.n - s.last.n, after = s.first.n - now.n;
    bool holds = before <= 0 && after <= 0;
    int32_t away = holds ? 0 : before > 0 ? before : after;
    switch (p->lean) {
    case LEAN_LAST: return before > 0 ? before : -1;
    /* `komende zomer`, said in its first month, is the one that begins. */
    case LEAN_NEXT: return after > 0 || (p->base == BASE_SEASON && holds && after > -31) ? away : -1;
    case LEAN_PAST: return before >= 0 || holds ? away : away + 100000;
    case LEAN_FUTURE: return after >= 0 || holds ? away : away + 100000;
    default: break;
    }
    if (holds && (p->base == BASE_WEEKDAY || p->base == BASE_MONTHDAY)) return 0;
    if (direction > 0) return after > 0 || holds ? away : away + 100000;
    if (direction < 0) return before > 0 || holds ? away : away + 100000;
    return away;
}

/* Readings of a base that comes back, best first. */
static int turns(const Spec *p, Day now, int direction, bool until, Stretch *reading, int room)
{
    int32_t score[2] = {-1, -1};
    int32_t reach = p->base == BASE_DAY && p->day == 29 && p->month == 2 ? 8 : p->base == BASE_DATED || p->base == BASE_MONTHDAY ? 12 : 2;
    for (int32_t k = -reach; k <= reach; k++) {
        Stretch s, here;
        if (!turn(p, now, k, &s) || !apply_steps_from(p, &s, &here, now, until)) continue;
        if (p->lean == LEAN_THIS && (k == 0 || (s.first.n <= now.n && now.n <= s.last.n))) {
            reading[0] = s;
            return 1;
        }
        int32_t b = badness(p, here, now, direction);
        if (b < 0) continue;
        int at = score[0] < 0 || b < score[0] ? 0 : score[1] < 0 || b < score[1] ? 1 : 2;
        if (at == 0) score[1] = score[0], reading[1] = reading[0];
        if (at < 2) score[at] = b, reading[at] = s;
    }
    int n = (score[0] >= 0) + (score[1] >= 0);
    if (n == 2 && (p->lean == LEAN_LAST || p->lean == LEAN_NEXT)) n = 1;
    /* The second reading is the other side of today, not two turns away on the same side. */
    if (n == 2 && (reading[0].first.n > now.n) == (reading[1].first.n > now.n) && reading[0].first.n != now.n && p->base != BASE_DECADE) {
        Stretch other;
        bool future = reading[0].first.n > now.n;
        for (int32_t k = future ? reach : -reach; future ? k >= -reach : k <= reach; k += future ? -1 : 1)
            if (turn(p, now, k, &other) && apply_steps(p, &other, now, until) && (future ? other.first.n <= now.n : other.first.n > now.n)) {
                reading[1] = other;
                break;
            }
    }
    /* `zo 15 sep`: of two years, the one in which that day is a Sunday. */
    if (n == 2 && p->weekday && day_weekday(reading[0].first) != p->weekday && day_weekday(reading[1].first) == p->weekday) {
        Stretch s = reading[0];
        reading[0] = reading[1];
        reading[1] = s;
    }
    return n < room ? n : room;
}

int spec_resolve(const Spec *p, Day now, int direction, bool until, Stretch *reading, int room)
{
    Stretch s;
    if (room < 2) return 0;
    if (is_yearly(p->base)) {
        int32_t year = p->year;
        if (p->year_unit == UNIT_YEAR && day_known(now)) year = day_civil(now).year + p->year_shift;
        if (year > 0) {
            if (!in_year(p, year, &s) || !apply_steps(p, &s, now, until)) return 0;
            reading[0] = s;
            return 1;
        }
        return day_known(now) ? turns(p, now, direction, until, reading, room) : 0;
    }
    if (p->base == BASE_WEEKDAY || p->base == BASE_MONTHDAY || p->base == BASE_DATED || p->base == BASE_DECADE)
        return day_known(now) ? turns(p, now, direction, until, reading, room) : 0;
    if (!fixed(p, now, &s) || !apply_steps(p, &s, now, until)) return 0;
    reading[0] = s;
    return 1;
}

bool spec_relative(const Spec *p)
{
    if (p->base == BASE_STRETCH) return false;
    return !(is_yearly(p->base) && p->year > 0);
}
