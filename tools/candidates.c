/* Prints every candidate of the texts given that no rule drops, likely or not, with its features and its score, as JSON lines: what tools/weights.py fits the weights on.
 *   candidates FILE... */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/limits.h"
#include "frames/reader.h"
#include "frames/weight.h"

static Span read_file(const char *path, Arena *keep)
{
    FILE *f = fopen(path, "rb");
    if (!f) {
        perror(path);
        exit(3);
    }
    char *p = ARENA_NEW(keep, char, LIMIT_DOCUMENT_BYTES);
    Size n = (Size)fread(p, 1, LIMIT_DOCUMENT_BYTES, f);
    fclose(f);
    return (Span){p, n};
}

static json_t *text_of(Span s)
{
    return s.len ? json_stringn(s.at, (size_t)s.len) : json_null();
}

static json_t *quantity_of(const Document *d, const Quantity *q)
{
    if (!q->some) return json_null();
    json_t *n = !q->known ? json_null() : q->low == q->high ? json_integer((json_int_t)q->low) : json_pack("[I,I]", (json_int_t)q->low, (json_int_t)q->high);
    return json_pack("{s:o,s:o,s:s}", "words", text_of(span_range(d->bytes, q->words)), "n", n, "hedge", hedge_name(q->hedge));
}

static json_t *features_of(const TraceCandidate *k)
{
    Out names = out_to_memory();
    weight_names(&k->features, false, &names);
    json_t *text = text_of(out_written(&names));
    out_close(&names);
    return json_is_null(text) ? json_string("") : text;
}

static json_t *claim_of(const Document *d, const TraceCandidate *k)
{
    const Claim *c = &k->said;
    return json_pack("{s:o,s:s,s:o,s:s,s:s,s:s,s:o,s:o,s:o,s:f,s:b}", "contributor", text_of(c->contributor), "asset", asset_name(c->asset), "quantity",
                     quantity_of(d, &c->quantity), "stage", stage_name(c->stage), "realis", realis_name(c->realis), "act", act_name(c->act), "mission",
                     text_of(c->mission), "evidence", text_of(span_range(d->bytes, c->evidence)), "features", features_of(k), "score", c->score, "claim", k->claim >= 0);
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        Arena keep = arena_reserve((Size)1 << 30), scratch = arena_reserve((Size)1 << 28);
        Document d = document_read(read_file(argv[i], &keep), &keep);
        ReaderGiven given = NOTHING_GIVEN;
        Trace trace = {.everything = true};
        reader_read(&d, &given, &trace, &keep, scratch);
        json_t *claims = json_array();
        for (Size k = 0; k < trace.candidate.len; k++)
            if (trace.candidate.item[k].weighed) json_array_append_new(claims, claim_of(&d, &trace.candidate.item[k]));
        json_t *line = json_pack("{s:s,s:o}", "doc", argv[i], "claims", claims);
        json_dumpf(line, stdout, JSON_COMPACT);
        putchar('\n');
        json_decref(line);
        arena_release(&keep);
        arena_release(&scratch);
    }
    return 0;
}
