/* Day numbers to calendar dates and back. */
#include "time/civil.h"

Day day_of(int32_t year, int32_t month, int32_t day)
{
    int32_t y = month <= 2 ? year - 1 : year;
    int32_t era = (y >= 0 ? y : y - 399) / 400;
    int32_t of_era = y - era * 400;
    int32_t of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    int32_t of_era_day = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    return (Day){era * 146097 + of_era_day - 719468};
}

Civil day_civil(Day d)
{
    int32_t z = d.n + 719468;
    int32_t era = (z >= 0 ? z : z - 146096) / 146097;
    int32_t day = z - era * 146097;
    int32_t year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
    int32_t of_year = day - (365 * year + year / 4 - year / 100);
    int32_t month = (5 * of_year + 2) / 153;
    Civil c = {year + era * 400, month < 10 ? month + 3 : month - 9, of_year - (153 * month + 2) / 5 + 1};
    if (c.month <= 2) c.year++;
    return c;
}

int32_t month_days(int32_t year, int32_t month)
{
    static const int8_t days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : days[(month - 1) % 12];
}

bool civil_valid(int32_t year, int32_t month, int32_t day)
{
    return year >= YEAR_FIRST && year <= YEAR_LAST && month >= 1 && month <= 12 && day >= 1 && day <= month_days(year, month);
}

int32_t day_weekday(Day d)
{
    int32_t w = (d.n + 3) % 7;
    return (w < 0 ? w + 7 : w) + 1;
}

Day day_monday(Day d)
{
    return day_add(d, 1 - day_weekday(d));
}

Day week_monday(int32_t year, int32_t week)
{
    return day_add(day_monday(day_of(year, 1, 4)), 7 * (week - 1));
}

int32_t day_week(Day d, int32_t *year)
{
    Day thursday = day_add(day_monday(d), 3);
    int32_t y = day_civil(thursday).year;
    if (year) *year = y;
    return (thursday.n - day_of(y, 1, 1).n) / 7 + 1;
}

Day day_add_months(Day d, int32_t months)
{
    if (!day_known(d)) return d;
    Civil c = day_civil(d);
    int32_t m = c.year * 12 + c.month - 1 + months;
    int32_t year = m >= 0 ? m / 12 : -((11 - m) / 12);
    int32_t month = m - year * 12 + 1;
    int32_t last = month_days(year, month);
    return day_of(year, month, c.day < last ? c.day : last);
}

Day day_easter(int32_t year)
{
    int32_t a = year % 19, b = year / 100, c = year % 100;
    int32_t h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int32_t l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int32_t m = (a + 11 * h + 22 * l) / 451;
    int32_t n = h + l - 7 * m + 114;
    return day_of(year, n / 31, n % 31 + 1);
}

/* Takes `digits` digits off the front of `*s`, or gives -1. */
static int32_t take_digits(Span *s, int digits)
{
    int32_t n = 0;
    if (s->len < digits) return -1;
    for (int i = 0; i < digits; i++) {
        char c = s->at[i];
        if (c < '0' || c > '9') return -1;
        n = n * 10 + (c - '0');
    }
    *s = span_sub(*s, digits, s->len);
    return n;
}

static bool take_dash(Span *s)
{
    if (s->len == 0 || s->at[0] != '-') return false;
    *s = span_sub(*s, 1, s->len);
    return true;
}

Day day_parse(Span text, int *precision)
{
    Span s = span_trim(text);
    int32_t part[3] = {take_digits(&s, 4), 1, 1};
    int parts = 1;
    if (part[0] < 0) return NO_DAY;
    for (; parts < 3 && take_dash(&s); parts++) part[parts] = take_digits(&s, 2);
    if (s.len > 0 && !(parts == 3 && (s.at[0] == 'T' || s.at[0] == ' '))) return NO_DAY;
    if (!civil_valid(part[0], part[1], part[2])) return NO_DAY;
    if (precision) *precision = parts;
    return day_of(part[0], part[1], part[2]);
}

const char *day_print(Day d, char *to)
{
    to[0] = 0;
    if (!day_known(d)) return to;
    Civil c = day_civil(d);
    if (c.year < 0 || c.year > 9999) return to;
    for (int i = 3, y = c.year; i >= 0; i--, y /= 10) to[i] = (char)('0' + y % 10);
    to[4] = to[7] = '-';
    to[5] = (char)('0' + c.month / 10);
    to[6] = (char)('0' + c.month % 10);
    to[8] = (char)('0' + c.day / 10);
    to[9] = (char)('0' + c.day % 10);
    to[10] = 0;
    return to;
}
