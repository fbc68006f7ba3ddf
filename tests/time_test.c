/* Temporal expressions: tests/cases/time.tsv, and the calendar against a count of days. */
#include "cases.h"

#include "base/out.h"
#include "time/time_read.h"

static int passed, failed;

static void check(bool fine, const char *what, int32_t n)
{
    if (fine) passed++;
    else printf("civil: %s at %d\n", what, n), failed++;
}

/* ---- cases ---- */

static Written written_of(Span text)
{
    int precision = 0;
    Day d = day_parse(text, &precision);
    if (!day_known(d)) return (Written){NO_DAY, NO_DAY};
    return (Written){d, precision == 3 ? d : day_add(day_add_months(d, precision == 2 ? 1 : 12), -1)};
}

static void put_day(Out *o, Day d)
{
    char room[12];
    out_text(o, day_known(d) ? day_print(d, room) : "?");
}

static void put_bounds(Out *o, const char *name, Day earliest, Day latest)
{
    out_print(o, "%s%s ", out_written(o).len ? " " : "", name);
    put_day(o, earliest);
    out_text(o, "..");
    put_day(o, latest);
}

static void put_time(Out *o, const Time *t)
{
    Day earliest, latest;
    const char *space = out_written(o).len ? " " : "";
    if (t->kind == TIME_NOW) {
        out_print(o, "%snow ", space);
        put_day(o, t->bounds.start_earliest);
    } else if (t->kind == TIME_EVENT) out_print(o, "%sevent", space);
    else if (t->kind == TIME_FREQUENCY) out_print(o, "%sfrequency %s", space, t->iso);
    else if (t->kind == TIME_DURATION) out_print(o, "%sduration %s %s%s", space, t->iso, hedge_name(t->hedge), t->added ? " added" : "");
    else if (t->kind == TIME_PERIOD) {
        if (time_start(t, &earliest, &latest)) put_bounds(o, "start", earliest, latest);
        if (time_end(t, &earliest, &latest)) put_bounds(o, "end", earliest, latest);
    }
}

static void read_text(Span text, Written written, Out *o, Arena scratch)
{
    Document d = document_read(text, &scratch);
    for (Size i = 0; i < d.sentences.len; i++) {
        const Sentence *s = &d.sentences.item[i];
        Numbers n = number_read(&d, NULL, s->token, s->token + s->tokens, &scratch);
        Times t = time_read(&d, NULL, &n, s->token, s->token + s->tokens, written, &scratch);
        for (Size k = 0; k < t.item.len; k++) put_time(o, &t.item.item[k]);
    }
    if (out_written(o).len == 0) out_text(o, "none");
}

static void run_cases(Arena scratch)
{
    Cases c = cases_open("tests/cases/time.tsv", &scratch);
    while (cases_next(&c)) {
        Out o = out_to_memory();
        read_text(c.column[0], written_of(c.column[1]), &o, scratch);
        cases_check(&c, c.column[0], c.column[2], out_written(&o));
        out_close(&o);
    }
    passed += c.passed;
    failed += c.failed;
}

/* ---- the calendar ---- */

static void walk_days(void)
{
    Civil c = {1583, 1, 1};
    Day d = day_of(1583, 1, 1);
    int32_t weekday = day_weekday(d);
    for (int32_t i = 0; i < 300000; i++, d = day_add(d, 1)) {
        Civil e = day_civil(d);
        if (e.year != c.year || e.month != c.month || e.day != c.day || day_of(c.year, c.month, c.day).n != d.n) {
            check(false, "day to date and back", d.n);
            return;
        }
        if (day_weekday(d) != weekday) {
            check(false, "weekday", d.n);
            return;
        }
        weekday = weekday % 7 + 1;
        if (++c.day > month_days(c.year, c.month)) c.day = 1, c.month++;
        if (c.month > 12) c.month = 1, c.year++;
    }
    check(true, "", 0);
}

static void walk_weeks(void)
{
    bool fine = true;
    for (int32_t year = 1900; year < 2100; year++)
        for (int32_t week = 1; week <= 52; week++) {
            int32_t of;
            fine &= day_week(week_monday(year, week), &of) == week && of == year && day_weekday(week_monday(year, week)) == 1;
        }
    check(fine, "ISO weeks", 0);
    check(day_of(1970, 1, 1).n == 0 && day_weekday(day_of(1970, 1, 1)) == 4, "the first day", 0);
    check(day_easter(2018).n == day_of(2018, 4, 1).n && day_easter(2024).n == day_of(2024, 3, 31).n, "Easter", 0);
}

static void add_and_print(void)
{
    bool fine = true;
    char room[12];
    for (int32_t i = 0; i < 40000; i++) {
        Day d = {i * 7 - 60000};
        int precision;
        fine &= day_parse(span_of(day_print(d, room)), &precision).n == d.n && precision == 3;
        Civil a = day_civil(d), b = day_civil(day_add_months(d, 5));
        fine &= (b.year * 12 + b.month) - (a.year * 12 + a.month) == 5 && b.day <= a.day;
    }
    check(fine, "print and parse, months later", 0);
    check(day_add_months(day_of(2020, 1, 31), 1).n == day_of(2020, 2, 29).n, "a month that is shorter", 0);
    check(!civil_valid(2019, 2, 29) && civil_valid(2020, 2, 29) && !civil_valid(2020, 13, 1), "valid days", 0);
    check(!day_known(day_parse(SPAN("2020-02-30"), NULL)) && !day_known(day_parse(SPAN("mei"), NULL)), "no day", 0);
}

/* ---- dates written out and read back ---- */

static void write_and_read(Arena scratch)
{
    static const char *const months[] = {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"};
    for (int32_t i = 0; i < 1500; i++) {
        Day d = {i * 17 - 3000};
        Civil c = day_civil(d);
        char text[80], want[64], day[12];
        if (i % 2) snprintf(text, sizeof text, "op %d %s %d", c.day, months[c.month - 1], c.year);
        else snprintf(text, sizeof text, "op %d-%d-%d", c.day, c.month, c.year);
        day_print(d, day);
        snprintf(want, sizeof want, "start %s..%s", day, day);
        Out o = out_to_memory();
        read_text(span_of(text), (Written){NO_DAY, NO_DAY}, &o, scratch);
        bool fine = span_is(out_written(&o), want);
        if (!fine) printf("%s: %.*s\n", text, (int)out_written(&o).len, out_written(&o).at);
        check(fine, "a date written out", d.n);
        out_close(&o);
    }
}

int main(void)
{
    Arena scratch = arena_reserve((Size)1 << 30);
    run_cases(scratch);
    walk_days();
    walk_weeks();
    add_and_print();
    write_and_read(scratch);
    return cases_result(passed, failed);
}
