/* Who gives, to which mission, where: tests/cases/scope.tsv. Every counted candidate that no rule drops is told, likely or not, so that the cases do not hang on the weights. */
#include "cases.h"

#include "base/out.h"
#include "frames/reader.h"

static void put_candidate(Out *o, const Claim *c)
{
    if (out_written(o).len) out_text(o, "; ");
    out_print(o, "%g ", c->quantity.low);
    out_span(o, c->contributor);
    out_text(o, " ");
    if (c->mission.len) out_span(o, c->mission);
    else out_text(o, "-");
    for (int i = 0; i < c->hosts; i++) {
        out_text(o, i ? "|" : " ");
        out_span(o, c->host[i]);
    }
}

/* `NL 2016-05`: the publisher's country and the month of writing. */
static ReaderGiven given_by(Span column)
{
    ReaderGiven given = NOTHING_GIVEN;
    Span country;
    span_cut(&column, ' ', &country);
    int precision;
    given.country = country;
    given.published_first = day_parse(column, &precision);
    given.published_last = day_add(day_add_months(given.published_first, 1), -1);
    given.precision = PRECISION_MONTH;
    return given;
}

static void read_case(Cases *c, Arena scratch)
{
    Arena keep = arena_reserve((Size)1 << 28);
    Document d = document_read(c->column[1], &keep);
    ReaderGiven given = given_by(c->column[0]);
    Trace trace = {.everything = true};
    reader_read(&d, &given, &trace, &keep, scratch);
    Out o = out_to_memory();
    for (Size i = 0; i < trace.candidate.len; i++) {
        const TraceCandidate *k = &trace.candidate.item[i];
        if (k->weighed && k->said.quantity.some && k->said.quantity.known) put_candidate(&o, &k->said);
    }
    if (out_written(&o).len == 0) out_text(&o, "none");
    cases_check(c, c->column[1], c->column[2], out_written(&o));
    out_close(&o);
    arena_release(&keep);
}

int main(void)
{
    Arena keep = arena_reserve((Size)1 << 24), scratch = arena_reserve((Size)1 << 28);
    Cases c = cases_open("tests/cases/scope.tsv", &keep);
    while (cases_next(&c)) read_case(&c, scratch);
    return cases_result(c.passed, c.failed);
}
