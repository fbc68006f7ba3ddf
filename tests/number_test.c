/* Numbers: tests/cases/number.tsv, and number words written out and read back. */
#include "cases.h"

#include <math.h>

#include "base/out.h"
#include "number/number.h"

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
            Numbers n = number_read(&d, NULL, s->token, s->token + s->tokens, &keep);
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

static const char *const units[] = {"nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien", "veertien",
                                    "vijftien", "zestien", "zeventien", "achttien", "negentien"};
static const char *const tens[] = {"", "", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"};

static void write_below_hundred(Out *o, int32_t n)
{
    if (n < 20) {
        out_text(o, units[n]);
        return;
    }
    if (n % 10) {
        out_text(o, units[n % 10]);
        out_text(o, n % 10 == 2 || n % 10 == 3 ? "ën" : "en");
    }
    out_text(o, tens[n / 10]);
}

static void write_below_thousand(Out *o, int32_t n)
{
    if (n >= 200) out_text(o, units[n / 100]);
    if (n >= 100) out_text(o, "honderd");
    if (n % 100 || n == 0) write_below_hundred(o, n % 100);
}

/* `apart`: a white space behind duizend, as many write it. */
static void write_words(Out *o, int32_t n, bool apart)
{
    if (n >= 2000) write_below_thousand(o, n / 1000);
    if (n >= 1000) out_text(o, "duizend");
    if (n >= 1000 && n % 1000 && apart) out_char(o, ' ');
    if (n % 1000 || n == 0) write_below_thousand(o, n % 1000);
}

static void check_words(Cases *c, int32_t n, bool apart, Arena scratch)
{
    Out text = out_to_memory(), o = out_to_memory(), want = out_to_memory();
    write_words(&text, n, apart);
    out_text(&text, " militairen");
    read_text(out_written(&text), &o, scratch);
    out_print(&want, "%d exact", n);
    bool one = n % 1000 == 1 && apart && n > 1;  /* `duizend een` is read as a thousand and an article */
    if (n != 1 && !one) cases_check(c, out_written(&text), out_written(&want), out_written(&o));
    out_close(&text);
    out_close(&o);
    out_close(&want);
}

static void check_digits(Cases *c, int64_t n, Arena scratch)
{
    char plain[32], text[64];
    int length = snprintf(plain, sizeof plain, "%lld", (long long)n), k = 0;
    for (int i = 0; i < length; i++) {
        if (i && (length - i) % 3 == 0) text[k++] = '.';
        text[k++] = plain[i];
    }
    snprintf(text + k, sizeof text - (size_t)k, " militairen");
    Out o = out_to_memory(), want = out_to_memory();
    read_text(span_of(text), &o, scratch);
    out_print(&want, "%lld exact", (long long)n);
    cases_check(c, span_of(text), out_written(&want), out_written(&o));
    out_close(&o);
    out_close(&want);
}

int main(void)
{
    Arena scratch = arena_reserve((Size)1 << 30);
    Cases c = cases_open("tests/cases/number.tsv", &scratch);
    run_cases(&c, scratch);
    c.file = "written out";
    for (int32_t n = 0; n < 1200; n++) check_words(&c, n, false, scratch);
    for (int32_t n = 1200; n < 999999; n += 2309) {
        check_words(&c, n, false, scratch);
        check_words(&c, n, true, scratch);
    }
    for (int64_t n = 3; n < 5000000000; n = n * 3 + 1) check_digits(&c, n, scratch);
    return cases_result(c.passed, c.failed);
}
