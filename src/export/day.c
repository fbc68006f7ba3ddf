/* Writing days and numbers. */
#include "export/day.h"

#include <math.h>

static bool opens_month(Day day)
{
    return day_civil(day).day == 1;
}

static bool closes_month(Day day)
{
    return opens_month((Day){day.n + 1});
}

Span day_text(Day day, Arena *keep)
{
    if (!day_known(day)) return (Span){NULL, 0};
    char text[12];
    return arena_copy(keep, span_of(day_print(day, text)));
}

void day_write(Out *o, Day day)
{
    if (!day_known(day)) return;
    char text[12];
    out_text(o, day_print(day, text));
}

static Span stretch(Day first, Day last, Arena *keep)
{
    Civil a = day_civil(first), b = day_civil(last);
    if (first.n == last.n) return day_text(first, keep);
    bool whole = opens_month(first) && closes_month(last);
    if (whole && a.year == b.year && a.month == 1 && b.month == 12) return arena_print(keep, "%04d", a.year);
    if (whole && a.year == b.year && a.month == b.month) return arena_print(keep, "%04d-%02d", a.year, a.month);
    if (whole && a.year == b.year) return arena_print(keep, "%04d-%02d..%02d", a.year, a.month, b.month);
    if (a.year == b.year && a.month == b.month) return arena_print(keep, "%04d-%02d-%02d..%02d", a.year, a.month, a.day, b.day);
    if (a.year == b.year) return arena_print(keep, "%04d-%02d-%02d..%02d-%02d", a.year, a.month, a.day, b.month, b.day);
    if (whole) return arena_print(keep, "%04d-%02d..%04d-%02d", a.year, a.month, b.year, b.month);
    return arena_print(keep, "%04d-%02d-%02d..%04d-%02d-%02d", a.year, a.month, a.day, b.year, b.month, b.day);
}

Span day_bound(Day earliest, Day latest, Arena *keep)
{
    if (day_known(earliest) && day_known(latest)) return stretch(earliest, latest, keep);
    if (day_known(earliest)) {
        Span day = day_text(earliest, keep);
        return arena_print(keep, "\xE2\x89\xA5 %.*s", (int)day.len, day.at);
    }
    if (day_known(latest)) {
        Span day = day_text(latest, keep);
        return arena_print(keep, "\xE2\x89\xA4 %.*s", (int)day.len, day.at);
    }
    return (Span){NULL, 0};
}

Span day_published(const Published *p, Arena *keep)
{
    if (!day_known(p->first)) return (Span){NULL, 0};
    Civil at = day_civil(p->first);
    switch (p->precision) {
    case PRECISION_DAY: return day_text(p->first, keep);
    case PRECISION_MONTH: return arena_print(keep, "%04d-%02d", at.year, at.month);
    case PRECISION_YEAR: return arena_print(keep, "%04d", at.year);
    default: return (Span){NULL, 0};
    }
}

void number_write(Out *o, double n)
{
    if (isnan(n) || isinf(n)) out_text(o, "null");
    else if (floor(n) == n && fabs(n) < 1e15) out_print(o, "%.0f", n);
    else out_print(o, "%.15g", n);
}
