/* The examples under the rules of data/nl/stage.rules: what a `+` text tells is decided by that rule, nothing of a `-` text is.
 * Every candidate that no rule drops counts, likely or not, so that the examples do not hang on the weights. */
#include "cases.h"

#include "base/out.h"
#include "frames/reader.h"

/* `//` parts paragraphs. */
static Span example_text(Span example, Arena *keep)
{
    char *to = ARENA_NEW(keep, char, example.len);
    memcpy(to, example.at, (size_t)example.len);
    for (Size at = 0; (at = span_find(example, SPAN(" // "), at)) >= 0; at += 4) memcpy(to + at, "  \n\n", 4);
    return (Span){to, example.len};
}

/* A Belgian text where it names Belgians before Dutchmen. */
static ReaderGiven given_of(Span text)
{
    Size belgian = span_find(text, SPAN("Belg"), 0), dutch = span_find(text, SPAN("Nederland"), 0);
    ReaderGiven given = NOTHING_GIVEN;
    given.country = belgian >= 0 && (dutch < 0 || belgian < dutch) ? SPAN("BE") : SPAN("NL");
    given.published_first = given.published_last = day_of(2018, 6, 15);
    given.precision = PRECISION_DAY;
    return given;
}

/* Whether `rule` decided a candidate; `found` gets the lines of all that did, or why there are none. */
static bool decided(const Trace *trace, int rule, Out *found)
{
    bool some = false;
    for (Size i = 0; i < trace->candidate.len; i++) {
        const TraceCandidate *k = &trace->candidate.item[i];
        if (k->rule) out_print(found, "%d ", k->rule);
        else if (k->why) out_print(found, "(%s) ", k->why);
        some |= k->rule == rule;
    }
    return some;
}

static void read_example(Cases *c, Span example, int rule, bool wanted, Arena keep, Arena scratch)
{
    Document d = document_read(example_text(example, &keep), &keep);
    ReaderGiven given = given_of(d.bytes);
    Trace trace = {.everything = true};
    reader_read(&d, &given, &trace, &keep, scratch);
    Out found = out_to_memory();
    char want[40];
    snprintf(want, sizeof want, wanted ? "%d" : "not %d", rule);
    bool fine = decided(&trace, rule, &found) == wanted;
    cases_check(c, example, span_of(want), fine ? span_of(want) : out_written(&found));
    out_close(&found);
}

/* A rule without an example fails too. */
static void end_rule(Cases *c, int rule, int examples)
{
    if (rule) cases_check(c, SPAN("examples of the rule"), SPAN("some"), examples ? SPAN("some") : SPAN("none"));
}

int main(void)
{
    Arena keep = arena_reserve((Size)1 << 28), scratch = arena_reserve((Size)1 << 28);
    Cases c = cases_open("data/nl/stage.rules", &keep);
    int rule = 0, examples = 0;
    for (Span line; span_cut(&c.rest, '\n', &line);) {
        c.line++;
        bool wanted = span_starts(line, SPAN("  + "));
        if (span_starts(line, SPAN("when "))) {
            end_rule(&c, rule, examples);
            rule = c.line, examples = 0;
        } else if (wanted || span_starts(line, SPAN("  - "))) {
            read_example(&c, span_sub(line, 4, line.len), rule, wanted, keep, scratch);
            examples += wanted;
        }
    }
    end_rule(&c, rule, examples);
    return cases_result(c.passed, c.failed);
}
