/* Lengths of time: put together from units, moved by, and written as ISO 8601. */
#include "time/spec.h"

#include <math.h>
#include <stdio.h>

static Day add_workdays(Day d, int32_t n, int sign)
{
    d = day_add(d, sign * 7 * (n / 5));
    for (n %= 5; n > 0;) {
        d = day_add(d, sign);
        if (day_weekday(d) <= 5) n--;
    }
    return d;
}

Day length_move(const Length *l, Day from, int sign)
{
    if (!day_known(from)) return from;
    double months = l->years * 12 + l->months, days = l->weeks * 7 + l->days + l->hours / 24;
    if (months > 60000 || days > 2e6) return NO_DAY;
    int32_t whole = (int32_t)months;
    if (l->workdays) return add_workdays(from, (int32_t)l->days, sign);
    days += (months - whole) * 30.5;
    return day_add(day_add_months(from, sign * whole), sign * (int32_t)days);
}

void length_add(Length *l, Unit unit, double n)
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

static int put_part(char *to, int n, int room, double v, char unit)
{
    if (v == 0 || n >= room - 8) return n;
    return n + snprintf(to + n, (size_t)(room - n), "%.10g%c", v, unit);
}

void length_iso(const Length *l, bool more, char *to)
{
    enum { ROOM = 24 };
    Length v = *l;
    double half = v.years - floor(v.years);
    if (more) {
        if (v.unit == UNIT_YEAR) v.years += v.more;
        else if (v.unit == UNIT_MONTH) v.months += v.more;
        else if (v.unit == UNIT_WEEK) v.weeks += v.more;
        else if (v.unit == UNIT_HOUR) v.hours += v.more;
        else v.days += v.more;
    }
    if (half == 0.5 && v.years < 2 && v.months == 0 && v.weeks == 0) {
        v.months = v.years * 12;
        v.years = 0;
    }
    int n = snprintf(to, ROOM, "P");
    n = put_part(to, n, ROOM, v.years, 'Y');
    n = put_part(to, n, ROOM, v.months, 'M');
    n = put_part(to, n, ROOM, v.weeks, 'W');
    n = put_part(to, n, ROOM, v.days, 'D');
    if (v.hours + v.minutes + v.seconds > 0 && n < ROOM - 9) {
        n += snprintf(to + n, (size_t)(ROOM - n), "T");
        n = put_part(to, n, ROOM, v.hours, 'H');
        n = put_part(to, n, ROOM, v.minutes, 'M');
        n = put_part(to, n, ROOM, v.seconds, 'S');
    }
    if (n == 1) snprintf(to, ROOM, "P0D");
}
