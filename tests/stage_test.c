/* The examples under the rules of data/nl/stage.rules, drop.rules and floor.rules: the rule above decides a candidate of a `+` text, none of a `-` text.
 * Unlikely candidates count too, so that examples do not hang on the weights; what a sentence before tells counts only where it is likely. */
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

typedef enum { STAGES, DROPS, FLOORS } Kind;

typedef struct {
    Kind kind;              /* only a stage rule may not go without an example */
    int rule, examples;     /* line of the rule read last, its examples */
} Rules;

/* Whether `rule` decided a candidate; `found` gets the lines of all that did, or why there are none. */
static bool decided(const Trace *trace, const Rules *r, Out *found)
{
    bool some = false;
    for (Size i = 0; i < trace->candidate.len; i++) {
        const TraceCandidate *k = &trace->candidate.item[i];
        int line = r->kind == DROPS ? k->drop_rule : r->kind == FLOORS ? k->floor_rule : k->rule;
        if (line) out_print(found, "%d ", line);
        else out_print(found, "(%s) ", k->why ? k->why : "kept");
        some |= line == r->rule;
    }
    return some;
}

static void read_example(Cases *c, const Rules *r, Span example, bool wanted, Arena keep, Arena scratch)
{
    Document d = document_read(example_text(example, &keep), &keep);
    ReaderGiven given = given_of(d.bytes);
    Trace trace = {.everything = true};
    reader_read(&d, &given, &trace, &keep, scratch);
    Out found = out_to_memory();
    char want[40];
    snprintf(want, sizeof want, wanted ? "%d" : "not %d", r->rule);
    bool fine = decided(&trace, r, &found) == wanted;
    cases_check(c, example, span_of(want), fine ? span_of(want) : out_written(&found));
    out_close(&found);
}

/* A stage rule without an example fails too. */
static void end_rule(Cases *c, const Rules *r)
{
    if (r->rule && r->kind == STAGES) cases_check(c, SPAN("examples of the rule above"), SPAN("some"), r->examples ? SPAN("some") : SPAN("none"));
}

static bool opens_rule(Span line, Kind kind)
{
    if (kind == FLOORS) return span_starts(line, SPAN("accept ")) || span_starts(line, SPAN("trust ")) || span_starts(line, SPAN("doubt "));
    return span_starts(line, kind == DROPS ? SPAN("drop ") : SPAN("when "));
}

static Cases read_rules(const char *file, Kind kind, Arena keep, Arena scratch)
{
    Cases c = cases_open(file, &keep);
    Rules r = {.kind = kind};
    for (Span line; span_cut(&c.rest, '\n', &line);) {
        c.line++;
        bool wanted = span_starts(line, SPAN("  + "));
        if (opens_rule(line, kind)) {
            end_rule(&c, &r);
            r.rule = c.line, r.examples = 0;
        } else if (wanted || span_starts(line, SPAN("  - "))) {
            read_example(&c, &r, span_sub(line, 4, line.len), wanted, keep, scratch);
            r.examples += wanted;
        }
    }
    end_rule(&c, &r);
    return c;
}

int main(void)
{
    Arena keep = arena_reserve((Size)1 << 28), scratch = arena_reserve((Size)1 << 28);
    Cases stages = read_rules("data/nl/stage.rules", STAGES, keep, scratch), drops = read_rules("data/nl/drop.rules", DROPS, keep, scratch);
    Cases floors = read_rules("data/nl/floor.rules", FLOORS, keep, scratch);
    return cases_result(stages.passed + drops.passed + floors.passed, stages.failed + drops.failed + floors.failed);
}
