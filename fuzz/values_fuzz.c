/* Numbers and times: random bytes never crash and never give a range outside the text; numbers and dates written out give themselves. */
#include <assert.h>
#include <math.h>
#include <stdio.h>

#include "time/time_read.h"

static Arena whole;

static void check_range(Span text, Range r)
{
    assert(r.from >= 0 && r.from < r.to && r.to <= text.len);
}

static void check_day(Day d)
{
    assert(!day_known(d) || (d.n > -3000000 && d.n < 9000000));
}

static void check_times(Span text, const Times *times)
{
    int32_t end = -1;
    for (Size i = 0; i < times->item.len; i++) {
        const Time *t = &times->item.item[i];
        check_range(text, t->words);
        check_range(text, t->core);
        assert(t->first >= end && t->first < t->last && t->core.from >= t->words.from && t->core.to <= t->words.to);
        end = t->last;
        check_day(t->bounds.start_earliest);
        check_day(t->bounds.end_latest);
        Day a, b;
        time_start(t, &a, &b);
        assert(!day_known(a) || !day_known(b) || a.n <= b.n);
        time_end(t, &a, &b);
        assert(!day_known(a) || !day_known(b) || a.n <= b.n);
        assert(t->alternatives >= 0 && t->alternatives <= TIME_ALTERNATIVES);
        assert(memchr(t->iso, 0, sizeof t->iso) && memchr(t->iso_high, 0, sizeof t->iso_high));
    }
}

static void check_numbers(Span text, const Numbers *numbers)
{
    int32_t end = -1;
    for (Size i = 0; i < numbers->item.len; i++) {
        const Number *n = &numbers->item.item[i];
        check_range(text, n->words);
        check_range(text, n->core);
        assert(n->first >= end && n->first < n->last);
        end = n->last;
        assert(isnan(n->low) == isnan(n->high) && (isnan(n->low) || n->low <= n->high));
    }
}

static void read_text(Span text, Written written, Times *times, Numbers *numbers, Arena *keep)
{
    Written told = {NO_DAY, NO_DAY};
    Document d = document_read(text, keep);
    for (Size i = 0; i < d.sentences.len; i++) {
        const Sentence *s = &d.sentences.item[i];
        *numbers = number_read(&d, s->token, s->token + s->tokens, keep);
        *times = time_read_on(&d, numbers, s->token, s->token + s->tokens, written, &told, keep);
        check_numbers(text, numbers);
        check_times(text, times);
    }
}

static void number_again(uint32_t n, Arena keep)
{
    char text[64];
    Times times = {{0}};
    Numbers numbers = {.words = NULL};
    int length = snprintf(text, sizeof text, "ongeveer %u militairen", n);
    read_text((Span){text, length}, (Written){NO_DAY, NO_DAY}, &times, &numbers, &keep);
    assert(numbers.item.len == 1 && numbers.item.item[0].low == n && numbers.item.item[0].hedge == HEDGE_ABOUT);
}

static void date_again(uint32_t n, Arena keep)
{
    char text[64];
    Times times = {{0}};
    Numbers numbers = {.words = NULL};
    Day d = {(int32_t)(n % 60000) - 20000};
    Civil c = day_civil(d);
    int length = snprintf(text, sizeof text, "uiterlijk op %02d-%02d-%04d", c.day, c.month, c.year);
    read_text((Span){text, length}, (Written){NO_DAY, NO_DAY}, &times, &numbers, &keep);
    assert(times.item.len == 1 && times.item.item[0].bounds.end_latest.n == d.n);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!whole.at) whole = arena_reserve((Size)1 << 31);
    Arena keep = whole;
    uint32_t n = 0;
    for (size_t i = 0; i < 4 && i < size; i++) n = n << 8 | data[i];
    Written written = {{(int32_t)(n % 40000) - 10000}, {(int32_t)(n % 40000) - 10000 + (n >> 28)}};
    Times times = {{0}};
    Numbers numbers = {.words = NULL};
    read_text((Span){(const char *)data, (Size)size}, n % 7 ? written : (Written){NO_DAY, NO_DAY}, &times, &numbers, &keep);
    number_again(n, whole);
    date_again(n, whole);
    return 0;
}
