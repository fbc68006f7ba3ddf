/* Fuzzes the door for texts: any bytes become a document, a reading and every output format. The first byte chooses what is given
 * from outside. Checked besides crashes: every range lies in the document. */
#include <assert.h>
#include <stdlib.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "export/claims.h"
#include "frames/reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(Range r, Span bytes)
{
    if (range_some(r)) assert(r.from <= r.to && r.to <= bytes.len);
}

static void check_reading(const Reading *r, Span bytes)
{
    for (Size i = 0; i < r->claims.len; i++) {
        const Claim *c = &r->claims.item[i];
        assert(range_some(c->evidence) && c->contributor.len > 0);
        check(c->evidence, bytes);
        for (int f = 0; f < FIELD_COUNT; f++) check(claim_field_range(c, (Field)f), bytes);
    }
    for (Size i = 0; i < r->mission_claims.len; i++) {
        check(r->mission_claims.item[i].evidence, bytes);
        check(r->mission_claims.item[i].words, bytes);
    }
}

static void write_all(const ClaimsDocument *d, Arena scratch)
{
    for (int f = 0; f < FORMAT_COUNT; f++) {
        Out out = out_to_memory();
        Claims claims = claims_begin((Look){(Format)f, 80, f == FORMAT_TABLE}, &out);
        claims_document(&claims, d, scratch);
        claims_end(&claims);
        assert(format_is_binary((Format)f) || utf8_check(out_written(&out)) < 0);
        out_close(&out);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Arena keep, scratch;
    if (!keep.at) {
        keep = arena_reserve((Size)4 << 30);
        scratch = arena_reserve((Size)1 << 30);
    }
    if (size < 1 || size > LIMIT_DOCUMENT_BYTES / 16) return 0;
    /* Bytes of their own allocation, so that reading past the end shows. */
    char *copy = malloc(size);
    if (!copy) return 0;
    memcpy(copy, data + 1, size - 1);
    Span bytes = {copy, (Size)size - 1};
    ReaderGiven given = NOTHING_GIVEN;
    if (data[0] & 1) given.country = SPAN("NL");
    if (data[0] & 2) given.country = SPAN("BE");
    if (data[0] & 4) given.published_first = given.published_last = (Day){17600}, given.precision = PRECISION_DAY, given.origin = DATE_GIVEN;
    Arena work = keep;
    Document document = document_read(bytes, &work);
    Trace trace = {0};
    Reading reading = reader_read(&document, &given, data[0] & 8 ? &trace : NULL, &work, scratch);
    check_reading(&reading, bytes);
    ClaimsDocument d = {SPAN("fuzz"), bytes, "utf-8", 0, &reading};
    write_all(&d, scratch);
    free(copy);
    return 0;
}
