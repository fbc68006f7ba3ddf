/* Placing in time: readings of specs become bounds, spans are placed together, other conventions are added. */
#include "time/reader.h"

#include <math.h>
#include <stdio.h>

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
    if (s->base == BASE_WEEKDAY && s->steps == 0) { /* the page says a day of that week, whichever it is (docs/time.md) */
        bool past = first[0].first.n <= w.first.n && direction <= 0;
        Day e = past ? day_add(w.first, -7) : w.first, l = past ? w.last : day_add(w.last, 7);
        to[0] = (Bounds){e, l, e, l};
    }
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

/* What is known of a date without its year: XXXX-12-12. */
static void unresolved_iso(const Spec *s, char *to)
{
    if (s->base == BASE_DAY) snprintf(to, 24, "XXXX-%02d-%02d", s->month, s->day);
    else if (s->base == BASE_HOLIDAY && s->day < 10000) snprintf(to, 24, "XXXX-%02d-%02d", s->day / 100, s->day % 100);
    else if (s->base == BASE_WEEK) snprintf(to, 24, "XXXX-W%02d", s->day);
    else if (s->base == BASE_HALF) snprintf(to, 24, "XXXX-H%d", s->day);
    else if (s->base == BASE_DATED) snprintf(to, 24, "XXXX-XX-%02d", s->day);
    else if (s->base == BASE_MONTH) snprintf(to, 24, "XXXX-%02d", s->month);
    else if (s->base == BASE_WEEKDAY) snprintf(to, 24, "XXXX-WXX-%d", s->day);
    else if (s->base == BASE_MONTHDAY) snprintf(to, 24, "XXXX-XX-%02d", s->day);
    else if (s->base == BASE_SEASON) snprintf(to, 24, "XXXX-%s", (const char *const[]){"SP", "SU", "FA", "WI"}[(s->day - 1) & 3]);
    else if (s->base == BASE_QUARTER) snprintf(to, 24, "XXXX-Q%d", s->day);
}

/* XXXX-05-03/XXXX-05-12, where something is known of both ends. */
static void unresolved_span(const Spec *a, const Spec *b, char *to)
{
    char first[24] = "", last[24] = "";
    unresolved_iso(a, first);
    unresolved_iso(b, last);
    if (first[0] && last[0] && strlen(first) + strlen(last) < 23) snprintf(to, 24, "%.11s/%.11s", first, last);
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
    bool forward = na && nb && b[0].end_latest.n >= a[0].start_earliest.n;  /* van 2018 tot 2014 is no stretch */
    if (forward) {
        set_span(t, m, a[0], b[0], bg);
        Bounds other;
        if (na == 2 && yearless(&sb) && behind(&sb, w, a[1].start_earliest, &other, &bg)) {
            Bounds keep = t->bounds;
            set_span(t, m, a[1], other, bg);
            add_alternative(t, t->bounds);
            t->bounds = keep;
        }
    } else {
        t->bounds = (Bounds){NO_DAY, NO_DAY, NO_DAY, NO_DAY};
        if (!na || !nb) unresolved_span(&m->a, &m->b, t->iso);
    }
}

/* A length ago is told by the unit it is told in: three years ago names a year, three weeks ago a week. */
static void widen_shift(Time *t, const Spec *s)
{
    static const Unit unit_of_length[] = {UNIT_YEAR, UNIT_MONTH, UNIT_WEEK};
    if (s->base != BASE_SHIFT || s->steps > 0 || t->latest_only || !day_known(t->bounds.start_earliest)) return;
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
    while (at < s->steps && s->step[at].kind != STEP_PART && s->step[at].kind != STEP_EARLY && s->step[at].kind != STEP_LATE) at++;
    if (at == s->steps) return;
    Spec wide = *s;
    if (wide.step[at].kind != STEP_PART) wide.step[at] = (Step){STEP_PART, s->step[at].kind == STEP_EARLY ? PART_BEGIN : PART_END, 0, 0};
    int32_t part = wide.step[at].a;
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

/* `het afgelopen jaar` is twelve months, or the last calendar year; `volgende vrijdag` that of next week, or the first to come. */
static void add_rolled(Time *t, const Spec *s, Written w)
{
    Bounds b[2];
    Grain grain;
    Spec other = {.relative = true};
    if (s->roll == 0) return;
    if (s->base == BASE_COMING && s->steps == 0) other.base = BASE_UNIT, other.day = (int32_t)s->length.unit, other.month = s->roll;
    else if (s->base == BASE_UNIT && s->steps == 1 && s->step[0].kind == STEP_WEEKDAY) other.base = BASE_WEEKDAY, other.day = s->step[0].a, other.lean = s->roll < 0 ? LEAN_LAST : LEAN_NEXT;
    else return;
    if (place(&other, w, 0, false, b, &grain)) add_alternative(t, b[0]);
}

/* The seasons of the almanac, which begin about the 21st; a weekend that begins on its Friday. */
static void add_almanac(Time *t, const Spec *s)
{
    Bounds b = t->bounds;
    if (!day_known(b.start_earliest) || b.start_earliest.n != b.start_latest.n) return;
    if (s->base == BASE_SEASON && t->grain == GRAIN_SEASON) {
        static const int32_t begins[] = {19, 20, 22, 20};  /* days after the first of March, June, September, December */
        Day first = day_add(b.start_earliest, begins[(s->day - 1) & 3]);
        Day last = day_add(day_add_months(b.start_earliest, 3), begins[s->day & 3] - 1);
        add_alternative(t, (Bounds){first, first, last, last});
    }
    if (t->grain == GRAIN_WEEK && b.end_latest.n - b.start_earliest.n == 1) b.start_earliest = b.start_latest = day_add(b.start_earliest, -1), add_alternative(t, b);
}

/* `volgende maand` said on the 12th may mean the 12th of it, to programs that count from today. */
static void add_counted_day(Time *t, const Spec *s, Written w)
{
    if (s->base != BASE_UNIT || s->month == 0 || s->steps > 0 || s->told || w.first.n != w.last.n) return;
    Length l = {0};
    length_add(&l, (Unit)s->day, s->month < 0 ? -s->month : s->month);
    if (s->day == UNIT_DAY || s->day == UNIT_WEEKEND || s->day == UNIT_WORKDAY) return;
    Day d = length_move(&l, w.first, s->month < 0 ? -1 : 1);
    if (day_known(d)) add_alternative(t, (Bounds){d, d, d, d});
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
    if (m->a.base == BASE_COMING && m->a.steps == 0 && !m->a.length.vague) length_iso(&m->a.length, false, t->iso);
    if (n == 0) {
        t->bounds = (Bounds){NO_DAY, NO_DAY, NO_DAY, NO_DAY};
        unresolved_iso(&m->a, t->iso);
        return;
    }
    t->bounds = b[0];
    if (n > 1) add_alternative(t, b[1]);
    if (t->bounds.start_earliest.n != t->bounds.start_latest.n) unresolved_iso(&m->a, t->iso);
    widen_shift(t, &m->a);
    add_wide_part(t, &m->a, w, direction);
    add_rolled(t, &m->a, w);
    add_almanac(t, &m->a);
    if (day_known(t->bounds.start_earliest)) add_day_left_out(t, &m->a), add_counted_day(t, &m->a, w);
    bool runs = day_known(w.last) && t->bounds.start_earliest.n <= w.last.n && t->bounds.end_latest.n > w.last.n;
    bool told = m->course || (m->a.base == BASE_UNIT && m->a.month == 0);
    if (runs && told && direction < 0 && (m->connect == CONNECT_AT || m->connect == CONNECT_NONE)) t->clip = w.last;
    t->unit = m->a.base == BASE_UNIT && m->a.steps == 0;
    t->open_end = m->a.open;
}

void time_place(Time *t, const Made *m, Written w, int direction)
{
    if (m->two) place_span(t, m, w, direction);
    else place_period(t, m, w, direction);
    t->relative = spec_relative(&m->a) || (m->two && spec_relative(&m->b));
}

bool time_place_beside(Time *t, const Made *m, Day earlier)
{
    Spec s = m->a;
    if (m->two || !day_known(earlier) || !can_take_year(&s) || s.year || (s.year_unit && !m->anchored)) return false;
    s.year = day_civil(earlier).year;
    s.year_unit = UNIT_NONE;
    s.lean = LEAN_TENSE;
    Bounds b[2];
    Grain grain;
    if (place(&s, (Written){earlier, earlier}, 0, m->connect == CONNECT_UNTIL, b, &grain) == 0) return false;
    t->bounds = b[0];
    t->grain = grain;
    t->alternatives = 0;
    t->anchored = false;
    t->iso[0] = 0;
    return true;
}
