/* When a page was published: a header line, a line of its own, or the place and day that open the story. */
#include "frames/context.h"

#include "lexicon/wordlist.h"

#include <stdlib.h>

enum { DATE_LINE_TOKENS = 20, DATELINE_REACH = 16, DATELINE_SENTENCES = 10, GLUED_BYTES = 200, BRACKETED = 8 };

static bool is_year_month(Span s, int *year, int *month, int *day)
{
    if (s.len < 7 || s.at[4] != '-') return false;
    for (int i = 0; i < 7; i++)
        if (i != 4 && (s.at[i] < '0' || s.at[i] > '9')) return false;
    *year = atoi((char[]){s.at[0], s.at[1], s.at[2], s.at[3], 0});
    *month = (s.at[5] - '0') * 10 + s.at[6] - '0';
    *day = s.len == 10 && s.at[7] == '-' ? (s.at[8] - '0') * 10 + s.at[9] - '0' : 0;
    return *month >= 1 && *month <= 12 && *day <= 31;
}

/* A leading ` date 2018-05` line, as crawls write it. */
static bool header_date(const Document *d, Published *p)
{
    int year, month, day;
    if (d->tokens.len < 2 || !token_is(d, 0, "date") || !is_year_month(token_text(d, 1), &year, &month, &day)) return false;
    p->first = day_of(year, month, day ? day : 1);
    p->last = day ? p->first : day_add(day_add_months(p->first, 1), -1);
    p->precision = day ? PRECISION_DAY : PRECISION_MONTH;
    p->origin = DATE_HEADER;
    p->at = token_range(d, 0, 2);
    return true;
}

/* 21-09-2011, 10/07/2024: digits alone. */
static bool numeric_day(Span t)
{
    int marks = 0;
    for (Size i = 0; i < t.len; i++) marks += t.at[i] == '-' || t.at[i] == '/';
    return marks == 2 && t.len >= 8 && t.len <= 10;
}

static bool has_year(const Document *d, int32_t first, int32_t last)
{
    for (int32_t i = first; i < last; i++) {
        if (d->tokens.item[i].kind != TOKEN_NUMBER) continue;
        Span t = token_text(d, i);
        bool apostrophe = t.len == 2 && i > first && (token_is_mark(d, i - 1, '\'') || span_is(token_text(d, i - 1), "’")); /* 11 mei '22 */
        if (apostrophe || (numeric_day(t) && t.len == 8)) return true;   /* 06/03/08 */
        if (t.len < 4) continue;
        Span y = t.len > 4 ? span_sub(t, t.len - 4, t.len) : t;
        if (span_starts(y, SPAN("19")) || span_starts(y, SPAN("20")) || (t.len == 10 && span_starts(t, SPAN("20")))) return true;
    }
    return false;
}

/* A full day that stands for itself, and where. */
typedef struct {
    Published day;
    int32_t first, last;
    bool led; /* `op 3 mei 2018` */
} FullDay;

/* The first day in tokens [first, last) that is one as seen from `written`. */
static bool day_in(const Document *d, int32_t first, int32_t last, Written written, FullDay *to, Arena scratch)
{
    Numbers n = number_read(d, first, last, &scratch);
    Times t = time_read(d, &n, first, last, written, &scratch);
    for (Size i = 0; i < t.item.len; i++) {
        const Time *x = &t.item.item[i];
        if (x->kind != TIME_PERIOD || (x->relative && !day_known(written.first)) || !day_known(x->bounds.start_earliest)) continue;
        if (x->bounds.start_earliest.n != x->bounds.end_latest.n) continue;
        if (x->connect != CONNECT_NONE && x->connect != CONNECT_AT) continue;
        Published day = {x->bounds.start_earliest, x->bounds.start_earliest, PRECISION_DAY, DATE_BODY, x->core};
        *to = (FullDay){day, x->first, x->last, x->connect == CONNECT_AT};
        return true;
    }
    return false;
}

/* The first full day in tokens [first, last). */
static bool full_day(const Document *d, int32_t first, int32_t last, FullDay *to, Arena scratch)
{
    return has_year(d, first, last) && time_may_name_day(d, first, last) && day_in(d, first, last, (Written){NO_DAY, NO_DAY}, to, scratch);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The day in digits at byte `from`: 10/07/2024. */
static Day day_at(Span x)
{
    bool marks = (x.at[2] == '/' || x.at[2] == '-') && x.at[5] == x.at[2];
    if (!marks) return NO_DAY;
    for (int k = 0; k < 10; k++) marks = marks && (k == 2 || k == 5 || is_digit(x.at[k]));
    if (!marks) return NO_DAY;
    int day = atoi((char[]){x.at[0], x.at[1], 0}), month = atoi((char[]){x.at[3], x.at[4], 0}), year = atoi((char[]){x.at[6], x.at[7], x.at[8], x.at[9], 0});
    return year >= 1900 && civil_valid(year, month, day) ? day_of(year, month, day) : NO_DAY;
}

/* The first mark that parts a date in digits, at or behind `from`; -1 where there is none. */
static Size date_mark(Span s, Size from)
{
    Size slash = span_find_byte(s, '/', from), dash = span_find_byte(s, '-', from);
    return slash < 0 || (dash >= 0 && dash < slash) ? dash : slash;
}

/* `weken10/07/2024Het`: a heading, its date and the text without a space between. */
static bool glued_day(const Document *d, Range sentence, FullDay *to)
{
    Span t = span_range(d->bytes, sentence);
    if (t.len > GLUED_BYTES + 10) t.len = GLUED_BYTES + 10;
    for (Size mark = 3; (mark = date_mark(t, mark)) >= 0 && mark + 8 <= t.len && mark < GLUED_BYTES + 2; mark++) {
        Size i = mark - 2;
        Day day = day_at(span_sub(t, i, i + 10));
        if (!day_known(day) || is_digit(t.at[i - 1]) || (i + 10 < t.len && is_digit(t.at[i + 10])) || t.at[i - 1] == ' ') continue;
        Range at = {sentence.from + (int32_t)i, sentence.from + (int32_t)i + 10};
        *to = (FullDay){{day, day, PRECISION_DAY, DATE_BODY, at}, 0, 0, false};
        return true;
    }
    return false;
}

static bool is_posting(const Document *d, int32_t first, int32_t last)
{
    for (int32_t i = first; i < last; i++)
        if (word_in(d, i, WORDS_POSTING)) return true;
    return false;
}

static bool is_mark_of_dateline(const Document *d, int32_t i, int32_t end)
{
    return i < end && (token_is_mark(d, i, '-') || token_is_mark(d, i, ',') || span_is(token_text(d, i), "–") || span_is(token_text(d, i), "—"));
}

/* `PRISTINA (Belga, AFP) 2 oktober 2023`, `DEN HAAG (ANP) - 2 oktober 2023 -`: the day behind the bracket that opens at `open`. */
static bool behind_agencies(const Document *d, int32_t open, int32_t end, FullDay *f, Arena scratch)
{
    int32_t close = open;
    if (!token_is_mark(d, open, '(')) return false;
    while (close < end && close < open + BRACKETED && !token_is_mark(d, close, ')')) close++;
    if (close + 3 >= end || !token_is_mark(d, close, ')')) return false;
    bool mark = is_mark_of_dateline(d, close + 1, end);
    int32_t day = close + 1 + mark;
    if (!full_day(d, day, day + 4 < end ? day + 4 : end, f, scratch) || f->first != day || f->led) return false;
    /* `(ANP) - 4 mei 2020 is een dag om te gedenken` */
    return !mark || f->last >= end || is_mark_of_dateline(d, f->last, end) || token_is_mark(d, f->last, '.');
}

/* `BERLIJN (11 mei 2022)`: the day that fills the bracket that opens at `open`. */
static bool bracketed_day(const Document *d, int32_t open, int32_t end, FullDay *f, Arena scratch)
{
    int32_t last = open + BRACKETED < end ? open + BRACKETED : end;
    return open + 1 < end && (token_is_mark(d, open, '(') || token_is_mark(d, open, '[')) && full_day(d, open + 1, last, f, scratch) && f->first == open + 1 && f->last < end &&
           (token_is_mark(d, f->last, ')') || token_is_mark(d, f->last, ']'));
}

/* Behind token `i`: the day that a place and a comma, `|`, a dash or a posting word announce. */
static bool announced(const Document *d, const Sentence *s, int32_t i, FullDay *f, Arena scratch)
{
    int32_t end = s->token + s->tokens;
    const Token *t = &d->tokens.item[i];
    bool capital = (t->flags & TOKEN_CAPITAL) && !word_in(d, i, WORDS_UNDATED), comma = token_is_mark(d, i + 1, ',');
    int32_t day = i + 1 + comma, last = day + 5 < end ? day + 5 : end;
    if (capital && (behind_agencies(d, i + 1, end, f, scratch) || (i == s->token && bracketed_day(d, i + 1, end, f, scratch)))) return true;
    bool place = capital && (comma || t[1].kind == TOKEN_NUMBER) && full_day(d, day, last, f, scratch) && f->first == day;
    if (place && !f->led) return true;
    if (token_is_mark(d, i, '|') || word_in(d, i, WORDS_POSTING)) return full_day(d, i + 1, end, f, scratch);
    bool dash = token_is_mark(d, i, '-') && s->tokens <= 24;
    return dash && full_day(d, i + 1, end, f, scratch) && f->first == i + 1;
}

/* `11 mei 2022 - De regering ...`: a full day at the head of sentence `k` and a dash, which no other sentence has (a timeline's have). */
static bool dashed_day(const Document *d, Size k, FullDay *to, Arena scratch)
{
    int days = 0;
    for (Size i = k; i < d->sentences.len && i < k + DATELINE_SENTENCES; i++) {
        const Sentence *s = &d->sentences.item[i];
        int32_t end = s->token + s->tokens, head = s->token + 6 < end ? s->token + 6 : end;
        FullDay f;
        bool day = full_day(d, s->token, head, &f, scratch) && f.first == s->token && !f.led && is_mark_of_dateline(d, f.last, end) &&
                   !token_is_mark(d, f.last, ',');
        if (i == k && !day) return false;
        if (i == k) *to = f;
        days += day;
    }
    return days == 1;
}

/* A day in the first words of a sentence: announced, in digits alone, or at its head (`25 jun 2007 Nederland blijft ...`); or one that ends a
 * heading behind a place. */
static bool dateline(const Document *d, Size k, FullDay *f, Arena scratch)
{
    const Sentence *s = &d->sentences.item[k];
    int32_t end = s->token + s->tokens, head = s->token + 6 < end ? s->token + 6 : end;
    bool opens = full_day(d, s->token, head, f, scratch) && f->first == s->token && !f->led && f->last < end;
    if (opens && ((d->tokens.item[f->last].flags & TOKEN_CAPITAL) || token_is_mark(d, f->last, '|'))) return true;
    /* `(Belga) 11 mei 2022 - De regering ...` */
    if (k <= 3 && token_is_mark(d, s->token, '(') && behind_agencies(d, s->token, end, f, scratch)) return true;
    if (glued_day(d, s->at, f) || (k <= 3 && dashed_day(d, k, f, scratch))) return true;
    if (!has_year(d, s->token, end)) return false;
    for (int32_t i = s->token; i < end; i++) {
        bool near = i < s->token + DATELINE_REACH, led = i > s->token && word_in(d, i - 1, WORDS_UNDATED);
        if (near && !led && d->tokens.item[i].kind == TOKEN_NUMBER && numeric_day(token_text(d, i)) && full_day(d, i, i + 1, f, scratch)) return true;
        bool tail = i + 6 >= end && token_is_mark(d, i + 1, ',') && !token_is_mark(d, end - 1, '.');
        if ((near || tail) && i + 2 < end && announced(d, s, i, f, scratch)) return true;
    }
    return false;
}

/* A line that is a date and little more, not a sentence that holds one. */
static bool is_date_line(const Document *d, const Sentence *s, int32_t count, bool early, FullDay *f, Arena scratch)
{
    int32_t end = s->token + count;
    if (count > DATE_LINE_TOKENS || (s->kind == SENTENCE_BODY && count > 8 && !early) || !full_day(d, s->token, end, f, scratch)) return false;
    if (is_posting(d, s->token, f->first)) return true;
    bool ours = s->tokens > 3 && token_is(d, s->token, "van") && token_is(d, s->token + 1, "onze") && word_in(d, s->token + 2, WORDS_NEWSROOM);   /* `Van onze correspondent, 20 november 2003` */
    if ((f->led && word_in(d, s->token, WORDS_BYLINE)) || ours) return true;
    return !f->led && !word_in(d, s->token, WORDS_UNDATED) && !(f->first > s->token && token_is_mark(d, end - 1, '.'));
}

/* A line that is a date, or a dateline that opens the story: `DEN HAAG, 21 december 2012 -`. */
static bool body_date(const Document *d, bool header, Published *p, Arena scratch)
{
    FullDay f;
    for (Size i = 0; i < d->paragraphs.len && i < 400; i++) {
        const Paragraph *g = &d->paragraphs.item[i];
        const Sentence *s = &d->sentences.item[g->sentence];
        int32_t count = 0, skip = header && g->sentence == 0;
        for (int32_t k = skip; k < g->sentences; k++) count += s[k].tokens;
        s += skip;
        if (!count || !is_date_line(d, s, count, i < 6, &f, scratch)) continue;
        *p = f.day;
        return true;
    }
    for (Size i = header; i < d->sentences.len && i < DATELINE_SENTENCES; i++) {
        if (!dateline(d, i, &f, scratch)) continue;
        *p = f.day;
        return true;
    }
    return false;
}

/* `Overzicht 26 maart t/m 1 april 2014`, `Uit ons nummer van december 2012`: the last day of the weeks a heading is about, the month of an issue. */
static bool issue(const Document *d, Published *p, Arena scratch)
{
    enum { OPENING = 3, WEEKS = 31 };
    for (Size i = 0; i < d->sentences.len && i < OPENING; i++) {
        const Sentence *s = &d->sentences.item[i];
        int32_t end = s->token + s->tokens;
        if (s->kind == SENTENCE_BODY || !has_year(d, s->token, end) || s->tokens > DATE_LINE_TOKENS) continue;
        bool review = false, number = false;
        for (int32_t k = s->token; k < end; k++) review = review || word_in(d, k, WORDS_REVIEW), number = number || word_in(d, k, WORDS_ISSUE);
        Numbers n = number_read(d, s->token, end, &scratch);
        Times t = time_read(d, &n, s->token, end, (Written){NO_DAY, NO_DAY}, &scratch);
        for (Size k = 0; (review || number) && k < t.item.len; k++) {
            const Time *x = &t.item.item[k];
            bool open = x->relative && x->connect != CONNECT_BETWEEN;   /* its year stands behind its second day */
            if (x->kind != TIME_PERIOD || open || !day_known(x->bounds.start_earliest) || !day_known(x->bounds.end_latest)) continue;
            int32_t days = x->bounds.end_latest.n - x->bounds.start_earliest.n;
            if (review && x->grain == GRAIN_DAY && days > 0 && days <= WEEKS) {
                *p = (Published){x->bounds.end_latest, x->bounds.end_latest, PRECISION_DAY, DATE_BODY, x->core};
                return true;
            }
            if (number && x->grain == GRAIN_MONTH && days <= WEEKS) {
                *p = (Published){x->bounds.start_earliest, x->bounds.end_latest, PRECISION_MONTH, DATE_BODY, x->core};
                return true;
            }
        }
    }
    return false;
}

/* `Laatste update: zaterdag 9 september` on a page of that month. */
static bool day_of_month(const Document *d, const Published *month, Published *p, Arena scratch)
{
    Written w = {month->first, month->last};
    for (Size i = 0; i < d->paragraphs.len && i < 8; i++) {
        const Paragraph *g = &d->paragraphs.item[i];
        const Sentence *s = &d->sentences.item[g->sentence];
        int32_t end = s->token + s->tokens;
        FullDay f;
        if (g->sentence == 0 || s->tokens > DATE_LINE_TOKENS || !is_posting(d, s->token, end) || !day_in(d, s->token, end, w, &f, scratch)) continue;
        if (f.day.first.n < w.first.n || f.day.first.n > w.last.n || !is_posting(d, s->token, f.first)) continue;
        *p = f.day;
        return true;
    }
    return false;
}

Published context_published(const Document *d, const ReaderGiven *given, Arena scratch)
{
    Published p = {NO_DAY, NO_DAY, PRECISION_NONE, DATE_UNKNOWN, NO_RANGE}, body = p;
    if (day_known(given->published_first))
        return (Published){given->published_first, given->published_last, given->precision, given->origin, NO_RANGE};
    bool header = header_date(d, &p);
    if (body_date(d, header, &body, scratch) || (!header && issue(d, &body, scratch))) return body;
    return header && p.precision == PRECISION_MONTH && day_of_month(d, &p, &body, scratch) ? body : p;
}
