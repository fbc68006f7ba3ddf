/* Temporal expressions: tests/cases/time.tsv, and the calendar against a count of days. */
#include "cases.h"

#include "base/out.h"
#include "spell.h"
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
    Written told = {NO_DAY, NO_DAY};
    Document d = document_read(text, &scratch);
    for (Size i = 0; i < d.sentences.len; i++) {
        const Sentence *s = &d.sentences.item[i];
        Numbers n = number_read(&d, s->token, s->token + s->tokens, &scratch);
        Times t = time_read_on(&d, &n, s->token, s->token + s->tokens, written, &told, &scratch);
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

static const Written nowhere = {{INT32_MIN}, {INT32_MIN}};

static void check_read(Span text, Written written, const char *want, int32_t n, Arena scratch)
{
    Out o = out_to_memory();
    read_text(text, written, &o, scratch);
    bool fine = span_is(out_written(&o), want);
    if (!fine) printf("%.*s\n  expected %s\n  found    %.*s\n", (int)text.len, text.at, want, (int)out_written(&o).len, out_written(&o).at);
    check(fine, "written out", n);
    out_close(&o);
}

/* Every form of a day, behind a word that makes it a start, an end or the last day there may be. */
static void days_with_years(Arena scratch)
{
    static const struct { const char *before, *side; bool open; } words[] = {
        {"op ", "start", false}, {"vanaf ", "start", false}, {"sinds ", "start", false}, {"tot ", "end", false}, {"tot en met ", "end", false}, {"uiterlijk ", "end", true}};
    for (int32_t i = 0; i < 6000; i++) {
        Day d = {i * 17 % 40000 - 9000};
        size_t w = (size_t)(i / DATE_FORMS) % (sizeof words / sizeof *words);
        char day[12], want[64];
        Out text = out_to_memory();
        out_text(&text, words[w].before);
        spell_date(&text, d, i % DATE_FORMS);
        out_text(&text, " vertrekken zij.");
        day_print(d, day);
        snprintf(want, sizeof want, "%s %s..%s", words[w].side, words[w].open ? "?" : day, day);
        check_read(out_written(&text), nowhere, want, d.n, scratch);
        out_close(&text);
    }
}

/* van D tot en met D, months and years alone, quarters, weeks. */
static void stretches_with_years(Arena scratch)
{
    for (int32_t i = 0; i < 1500; i++) {
        Day d = {i * 19 - 3000}, e = {d.n + 1 + i % 700};
        Civil c = day_civil(d);
        int32_t year, week = day_week(d, &year);
        char a[12], b[12], want[80], text[80];
        Out span = out_to_memory();
        out_text(&span, "Van ");
        spell_date(&span, d, i % DATE_FORMS);
        out_text(&span, " tot en met ");
        spell_date(&span, e, i % DATE_FORMS);
        day_print(d, a), day_print(e, b);
        snprintf(want, sizeof want, "start %s..%s end %s..%s", a, a, b, b);
        check_read(out_written(&span), nowhere, want, d.n, scratch);
        out_close(&span);
        day_print(day_of(c.year, c.month, 1), a);
        day_print(day_of(c.year, c.month, month_days(c.year, c.month)), b);
        snprintf(text, sizeof text, "in %s %d", spell_month[c.month - 1], c.year);
        snprintf(want, sizeof want, "start %s..%s", a, b);
        check_read(span_of(text), nowhere, want, d.n, scratch);
        day_print(day_monday(d), a);
        day_print(day_add(day_monday(d), 6), b);
        snprintf(text, sizeof text, "in week %d van %d", week, year);
        snprintf(want, sizeof want, "start %s..%s", a, b);
        check_read(span_of(text), nowhere, want, d.n, scratch);
    }
}

/* Counted from the day of writing: over N dagen, N dagen geleden, volgende week dinsdag, and a day and month without year that the tense turns. */
static void days_counted(Arena scratch)
{
    for (int32_t i = 0; i < 1500; i++) {
        Day now = {i * 23 % 30000}, d;
        Written w = {now, now};
        int32_t n = i % 300 + 2;
        char day[12], want[64];
        Out text = out_to_memory();
        bool past = i % 2;
        out_text(&text, past ? "" : "Over ");
        spell_number(&text, n, 0);
        out_text(&text, past ? " dagen geleden vertrokken zij." : " dagen vertrekken zij.");
        day_print(day_add(now, past ? -n : n), day);
        snprintf(want, sizeof want, "start %s..%s", day, day);
        check_read(out_written(&text), w, want, now.n, scratch);
        out_close(&text);
        d = day_add(day_monday(now), i % 7 + (past ? -7 : 7));
        text = out_to_memory();
        out_print(&text, "%s week %s", past ? "vorige" : "volgende", spell_weekday[i % 7]);
        day_print(d, day);
        snprintf(want, sizeof want, "start %s..%s", day, day);
        check_read(out_written(&text), w, want, now.n, scratch);
        out_close(&text);
        d = day_add(now, past ? -n : n);
        Civil c = day_civil(d);
        if (c.month == 2 && c.day == 29) continue;
        text = out_to_memory();
        out_print(&text, "Op %d %s %s zij.", c.day, spell_month[c.month - 1], past ? "vertrokken" : "vertrekken");
        day_print(d, day);
        snprintf(want, sizeof want, "start %s..%s", day, day);
        check_read(out_written(&text), w, want, now.n, scratch);
        out_close(&text);
    }
}

/* Lengths in words, with what vouches for them. */
static void lengths(Arena scratch)
{
    static const struct { const char *word; char unit; } units[] = {{"dagen", 'D'}, {"weken", 'W'}, {"maanden", 'M'}, {"jaar", 'Y'}};
    static const struct { const char *before, *hedge; } hedges[] = {{"", "exact"}, {"ongeveer ", "about"}, {"ruim ", "more_than"}, {"minstens ", "at_least"}, {"maximaal ", "at_most"}, {"bijna ", "almost"}};
    for (int32_t n = 2; n < 400; n++) {
        size_t u = (size_t)n % 4, h = (size_t)n % 6;
        char want[64];
        Out text = out_to_memory();
        out_print(&text, "Het duurt %s", hedges[h].before);
        spell_number(&text, n, 0);
        out_print(&text, " %s.", units[u].word);
        snprintf(want, sizeof want, "duration P%d%c %s", n, units[u].unit, hedges[h].hedge);
        check_read(out_written(&text), nowhere, want, n, scratch);
        out_close(&text);
    }
}

int main(void)
{
    Arena scratch = arena_reserve((Size)1 << 30);
    run_cases(scratch);
    walk_days();
    walk_weeks();
    add_and_print();
    days_with_years(scratch);
    stretches_with_years(scratch);
    days_counted(scratch);
    lengths(scratch);
    return cases_result(passed, failed);
}
