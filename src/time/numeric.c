/* Dates in digits: the token is cut at its marks, and the pieces are tried in the orders that Dutch uses. */
#include "time/numeric.h"

enum { PIECES = 8 };

/* A piece of a token: a number, a month by name, or a quarter (q1, k1) or half (h1). `mark` stands before it, 0 where nothing does. */
typedef struct {
    int32_t n;
    int digits;
    bool month;
    char part;
    char mark;
} Piece;

int32_t year_of_two(int32_t n)
{
    return n < 40 ? 2000 + n : 1900 + n;
}

Spec spec_of_year(int32_t year)
{
    return (Spec){.base = BASE_STRETCH, .year = year, .first = day_of(year, 1, 1), .last = day_of(year, 12, 31), .grain = GRAIN_YEAR};
}

Spec spec_of_month(int32_t month, int32_t year)
{
    return (Spec){.base = BASE_MONTH, .month = month, .year = year, .grain = GRAIN_MONTH};
}

Spec spec_of_day(int32_t day, int32_t month, int32_t year)
{
    return (Spec){.base = BASE_DAY, .day = day, .month = month, .year = year, .grain = GRAIN_DAY};
}

static int cut(Span section, Span s, Piece *piece)
{
    int n = 0;
    char mark = 0;
    for (Size i = 0; i < s.len;) {
        if (n == PIECES) return 0;
        Size from = i;
        Piece p = {.mark = mark};
        while (i < s.len && s.at[i] >= '0' && s.at[i] <= '9' && i - from < 5) p.n = p.n * 10 + (s.at[i++] - '0');
        p.digits = (int)(i - from);
        if (p.digits > 4) return 0;
        if (p.digits == 0 && i + 1 < s.len && memchr("qkh", s.at[i], 3) && s.at[i + 1] >= '1' && s.at[i + 1] <= '4') {
            p.part = s.at[i];
            p.n = s.at[i + 1] - '0';
            i += 2;
        } else if (p.digits == 0) {
            while (i < s.len && s.at[i] >= 'a' && s.at[i] <= 'z') i++;
            p.n = pattern_word(section, span_sub(s, from, i), PATTERN_CLASS_month, 0);
            p.month = true;
            if (p.n == 0) return 0;
        }
        piece[n++] = p;
        if (i == s.len) break;
        mark = s.at[i];
        if (p.digits && mark >= 'a' && mark <= 'z') mark = 0;
        else if (!memchr("-/.", mark, 3) || ++i == s.len) return 0;
    }
    return n;
}

static bool is_year(const Piece *p)
{
    return p->digits == 4 && p->n >= 1000 && p->n < 3000;
}

static bool is_month(const Piece *p)
{
    return p->month || (p->digits >= 1 && p->digits <= 2 && p->n >= 1 && p->n <= 12);
}

static bool is_day(const Piece *p)
{
    return p->digits >= 1 && p->digits <= 2 && p->n >= 1 && p->n <= 31;
}

static bool set_day(Spec *to, const Piece *d, const Piece *m, int32_t year)
{
    if (!is_day(d) || !is_month(m) || (year && !civil_valid(year, m->n, d->n)) || !civil_valid(2000, m->n, d->n)) return false;
    *to = spec_of_day(d->n, m->n, year);
    return true;
}

static bool three(const Piece *p, Spec *to)
{
    if (p[0].part || p[1].part || p[2].part) return false;
    if (p[1].mark != p[2].mark && p[1].mark && p[2].mark) return false;
    if (is_year(&p[0])) return set_day(to, &p[2], &p[1], p[0].n) || (p[2].month && set_day(to, &p[1], &p[2], p[0].n));
    if (is_year(&p[1])) return set_day(to, &p[0], &p[2], p[1].n) || set_day(to, &p[2], &p[0], p[1].n);
    int32_t year = is_year(&p[2]) ? p[2].n : p[2].digits == 2 && !p[2].month ? year_of_two(p[2].n) : 0;
    if (year == 0) return false;
    return set_day(to, &p[0], &p[1], year) || set_day(to, &p[1], &p[0], year);
}

/* Q1-2017, 2017-q1, h2-2019. */
static bool part_of_year(const Piece *part, const Piece *year, Spec *to)
{
    if (!part->part || !is_year(year) || (part->part == 'h' && part->n > 2)) return false;
    *to = (Spec){.base = part->part == 'h' ? BASE_HALF : BASE_QUARTER, .day = part->n, .year = year->n};
    return true;
}

static int two(const Piece *p, Spec *a, Spec *b)
{
    if (part_of_year(&p[0], &p[1], a) || part_of_year(&p[1], &p[0], a)) return 1;
    if (p[0].part || p[1].part) return 0;
    if (is_year(&p[0]) && is_year(&p[1])) {
        if (p[0].n >= p[1].n || p[1].mark == '.') return 0;
        *a = spec_of_year(p[0].n);
        *b = spec_of_year(p[1].n);
        return 2;
    }
    /* 2018/19, 2018-19, as seasons and school years are written. */
    if (is_year(&p[0]) && p[1].digits == 2 && p[1].mark != '.' && p[1].n == (p[0].n + 1) % 100 && p[1].n > 12) {
        *a = spec_of_year(p[0].n);
        *b = spec_of_year(p[0].n + 1);
        return 2;
    }
    if (is_year(&p[0]) && is_month(&p[1])) *a = spec_of_month(p[1].n, p[0].n);
    else if (is_year(&p[1]) && is_month(&p[0])) *a = spec_of_month(p[0].n, p[1].n);
    else if (p[0].month && p[1].month) {
        *a = spec_of_month(p[0].n, 0);
        *b = spec_of_month(p[1].n, 0);
        return 2;
    } else if (set_day(a, &p[0], &p[1], 0) || set_day(a, &p[1], &p[0], 0)) a->weak = !p[0].month && !p[1].month;
    else return 0;
    return 1;
}

static int single(const Piece *p, int n, Spec *a, Spec *b)
{
    if (n == 2) return two(p, a, b);
    return n == 3 && three(p, a);
}

static bool piece_dash(const Piece *p)
{
    return p->mark == '-';
}

/* Two dates with a dash between: the dash is the only mark of its kind, or stands in the middle. */
static int pair(const Piece *p, int n, Spec *a, Spec *b)
{
    Spec unused;
    int at = n == 6 ? 3 : 0, dashes = 0;
    for (int i = 1; i < n && n != 6; i++)
        if (piece_dash(&p[i])) at = i, dashes++;
    if (at == 0 || dashes > 1 || !piece_dash(&p[at])) return 0;
    if (single(p, at, a, &unused) != 1 || single(p + at, n - at, b, &unused) != 1) return 0;
    if (a->year == 0 && a->base == BASE_DAY && b->base == BASE_DAY) a->year = b->year;
    a->weak = b->weak = false;
    return 2;
}

int numeric_read(Span section, Span folded, Spec *a, Spec *b)
{
    Piece piece[PIECES];
    bool clock = folded.len > 11 && folded.at[10] == 't' && folded.at[11] >= '0' && folded.at[11] <= '2';  /* 2018-05-12t14 */
    if (clock) folded = span_sub(folded, 0, 10);
    int n = folded.len > 40 ? 0 : cut(section, folded, piece);
    if (n < 2) return 0;
    int found = n <= 3 ? single(piece, n, a, b) : 0;
    return found ? found : n >= 4 ? pair(piece, n, a, b) : 0;
}
