/* Numbers: tests/cases/number.tsv, and number words written out and read back. */
#include "cases.h"

#include <math.h>

#include "base/out.h"
#include "number/number.h"
#include "spell.h"

static void put_number(Out *o, const Number *n)
{
    if (out_written(o).len) out_text(o, "; ");
    if (n->kind == NUMBER_VAGUE) {
        out_text(o, "vague");
        return;
    }
    if (n->low < n->high) out_print(o, "%g..%g", n->low, n->high);
    else out_print(o, "%.10g", round(n->low * 1e6) / 1e6);
    out_print(o, " %s", hedge_name(n->hedge));
    if (n->kind != NUMBER_CARDINAL && n->kind != NUMBER_RANGE) out_print(o, " %s", number_kind_name(n->kind));
}

static void read_text(Span text, Out *o, Arena scratch)
{
    Document d = document_read(text, &scratch);
    for (int articles = 0; articles < 2 && out_written(o).len == 0; articles++)
        for (Size i = 0; i < d.sentences.len; i++) {
            const Sentence *s = &d.sentences.item[i];
            Arena keep = scratch;
            Numbers n = number_read(&d, s->token, s->token + s->tokens, &keep);
            for (Size k = 0; k < n.item.len; k++)
                if (articles || n.item.item[k].kind != NUMBER_ARTICLE) put_number(o, &n.item.item[k]);
        }
    if (out_written(o).len == 0) out_text(o, "none");
}

static void run_cases(Cases *c, Arena scratch)
{
    while (cases_next(c)) {
        Out o = out_to_memory();
        read_text(c->column[0], &o, scratch);
        cases_check(c, c->column[0], c->column[1], out_written(&o));
        out_close(&o);
    }
}

/* ---- written out and read back ---- */

static void check_text(Cases *c, Span text, const char *expected, Arena scratch)
{
    Out o = out_to_memory();
    read_text(text, &o, scratch);
    cases_check(c, text, span_of(expected), out_written(&o));
    out_close(&o);
}

/* A number in words between two others: before it what vouches for it, behind it what is counted. */
static void check_words(Cases *c, int64_t n, int ways, const char *before, const char *hedge, Arena scratch)
{
    Out text = out_to_memory();
    char want[64];
    out_text(&text, before);
    spell_number(&text, n, ways);
    out_text(&text, " militairen");
    snprintf(want, sizeof want, "%lld %s", (long long)n, hedge);
    check_text(c, out_written(&text), want, scratch);
    out_close(&text);
}

static void check_digits(Cases *c, int64_t n, Arena scratch)
{
    char plain[32], text[64], want[64];
    int length = snprintf(plain, sizeof plain, "%lld", (long long)n), k = 0;
    for (int i = 0; i < length; i++) {
        if (i && (length - i) % 3 == 0) text[k++] = '.';
        text[k++] = plain[i];
    }
    snprintf(text + k, sizeof text - (size_t)k, " militairen");
    snprintf(want, sizeof want, "%lld exact", (long long)n);
    check_text(c, span_of(text), want, scratch);
}

/* 8,2 miljoen, 350 duizend, 3 miljard. */
static void check_scaled(Cases *c, int32_t n, Arena scratch)
{
    static const struct { const char *word; double value; } scales[] = {{"duizend", 1e3}, {"miljoen", 1e6}, {"miljard", 1e9}};
    char text[64], want[64];
    for (int i = 0; i < 3; i++) {
        snprintf(text, sizeof text, "%d,%d %s mensen", n / 10, n % 10, scales[i].word);
        snprintf(want, sizeof want, "%.10g exact", n / 10.0 * scales[i].value);
        check_text(c, span_of(text), want, scratch);
    }
}

static void check_ordinal(Cases *c, int32_t n, Arena scratch)
{
    Out text = out_to_memory();
    char want[64];
    out_text(&text, "De ");
    spell_ordinal(&text, n);
    out_text(&text, " rotatie");
    snprintf(want, sizeof want, "%d exact ordinal", n);
    check_text(c, out_written(&text), want, scratch);
    out_close(&text);
}

/* From one number to a higher one, both in words. */
static void check_range(Cases *c, int32_t low, int32_t high, const char *before, const char *between, Arena scratch)
{
    Out text = out_to_memory();
    char want[64];
    out_text(&text, before);
    spell_number(&text, low, 0);
    out_text(&text, between);
    spell_number(&text, high, 0);
    out_text(&text, " militairen");
    snprintf(want, sizeof want, "%d..%d range", low, high);
    check_text(c, out_written(&text), want, scratch);
    out_close(&text);
}

/* Whole numbers up to a milliard, small ones as often as large ones. */
static int64_t next_number(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    int64_t most = 10;
    for (uint64_t k = *seed >> 60; k > 7 && most < 1000000000; k--) most *= 10;
    return (int64_t)((*seed >> 20) % (uint64_t)most);
}

static void write_and_read(Cases *c, Arena scratch)
{
    static const struct { const char *before, *hedge; } hedges[] = {
        {"", "exact"}, {"ongeveer ", "about"}, {"zo'n ", "about"}, {"circa ", "about"}, {"ruim ", "more_than"}, {"meer dan ", "more_than"}, {"minstens ", "at_least"},
        {"ten minste ", "at_least"}, {"maximaal ", "at_most"}, {"hooguit ", "at_most"}, {"bijna ", "almost"}, {"naar schatting ", "about"}};
    static const struct { const char *before, *between; } ranges[] = {{"", " tot "}, {"", " à "}, {"tussen de ", " en "}, {"van ", " tot "}};
    uint64_t seed = 2026;
    for (int i = 0; i < 12000; i++) {
        int64_t n = next_number(&seed);
        size_t h = (size_t)i % (sizeof hedges / sizeof *hedges);
        int ways = (int)(seed >> 33) % SPELL_WAYS;
        if (n > 1 && !(h && (ways & SPELL_CAPITAL))) check_words(c, n, ways, hedges[h].before, hedges[h].hedge, scratch);
    }
    for (int32_t n = 1000; n < 12000; n += 7) check_ordinal(c, n % 9999 + 1, scratch);
    for (int32_t n = 11; n < 9000; n += 37)
        if (n % 10) check_scaled(c, n % 999 + (n % 999 % 10 == 0), scratch);
    for (int32_t n = 2; n < 4000; n += 13) {
        size_t r = (size_t)n % (sizeof ranges / sizeof *ranges);
        check_range(c, n, n + 1 + n * 3 % 97, ranges[r].before, ranges[r].between, scratch);
    }
}

int main(void)
{
    Arena scratch = arena_reserve((Size)1 << 30);
    Cases c = cases_open("tests/cases/number.tsv", &scratch);
    run_cases(&c, scratch);
    c.file = "written out";
    for (int32_t n = 2; n < 1200; n++) check_words(&c, n, 0, "", "exact", scratch);
    write_and_read(&c, scratch);
    for (int64_t n = 3; n < 5000000000; n = n * 3 + 1) check_digits(&c, n, scratch);
    return cases_result(c.passed, c.failed);
}
