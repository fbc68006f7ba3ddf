/* What a text says of missions themselves: tests/cases/mission.tsv. */
#include "cases.h"

#include "base/out.h"
#include "frames/reader.h"

/* `strength minusma 12000`, `seat kfor Pristina`, `taken_over_by sfor EU`, `suspended oir`. */
static void put_claim(Out *o, const Document *d, const MissionClaim *m)
{
    if (out_written(o).len) out_text(o, "; ");
    out_print(o, "%s ", what_name(m->what));
    if (m->mission.len) out_span(o, m->mission);
    else out_text(o, "-");
    if (m->to.len) {
        out_text(o, " ");
        out_span(o, m->to);
    } else if (m->quantity.some) {
        out_print(o, " %g", m->quantity.low);
    } else if (range_some(m->words)) {
        out_text(o, " ");
        out_span(o, span_range(d->bytes, m->words));
    }
    if (m->realis != REALIS_ACTUAL) out_print(o, " %s", realis_name(m->realis));
}

static void read_case(Cases *c, Arena scratch)
{
    Arena keep = arena_reserve((Size)1 << 28);
    /* only texts that speak of forces are read */
    Out text = out_to_memory();
    out_span(&text, c->column[1]);
    out_text(&text, " De militairen wachten af.");
    Document d = document_read(out_written(&text), &keep);
    ReaderGiven given = NOTHING_GIVEN;
    int precision;
    given.country = SPAN("NL");
    given.published_first = day_parse(c->column[0], &precision);
    given.published_last = day_add(day_add_months(given.published_first, 1), -1);
    given.precision = PRECISION_MONTH;
    Reading r = reader_read(&d, &given, NULL, &keep, scratch);
    Out o = out_to_memory();
    for (Size i = 0; i < r.mission_claims.len; i++) put_claim(&o, &d, &r.mission_claims.item[i]);
    if (out_written(&o).len == 0) out_text(&o, "none");
    cases_check(c, c->column[1], c->column[2], out_written(&o));
    out_close(&o);
    out_close(&text);
    arena_release(&keep);
}

int main(void)
{
    Arena keep = arena_reserve((Size)1 << 24), scratch = arena_reserve((Size)1 << 28);
    Cases c = cases_open("tests/cases/mission.tsv", &keep);
    while (cases_next(&c)) read_case(&c, scratch);
    return cases_result(c.passed, c.failed);
}
