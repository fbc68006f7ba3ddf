/* Is every quote still true: texts against their hash, quotes against the texts, readings against the hash of their fields. */
#include "register/rows.h"

#include <stdio.h>

/* The document at hand. `text` is empty when its snapshot is broken: then quotes cannot be held against it. */
typedef struct {
    Register *reg;
    VerifyReport *report;
    Arena *keep;
    int64_t document;
    Span name;
    char sha256[65];
    Span text;
    bool whole;
} Check;

static VerifyFault *add_fault(Check *c, FaultKind kind)
{
    VerifyFault *f = ARRAY_PUSH(&c->report->faults, c->keep);
    *f = (VerifyFault){.kind = kind, .at = NO_RANGE};
    f->document = arena_copy(c->keep, c->name);
    f->sha256 = arena_copy(c->keep, span_of(c->sha256));
    return f;
}

static void check_snapshot(Check *c, Span sha256, Arena *scratch)
{
    uint8_t now[32];
    struct sha256_ctx h;
    c->whole = snapshot_unpack(c->reg, c->document, &c->text, scratch) == SNAPSHOT_WHOLE;
    if (c->whole) {
        sha256_init(&h);
        sha256_update(&h, (size_t)c->text.len, (const uint8_t *)c->text.at);
        sha256_digest(&h, 32, now);
        c->whole = sha256.len == 32 && memcmp(now, sha256.at, 32) == 0;
    }
    if (!c->whole) add_fault(c, FAULT_SNAPSHOT);
}

static void check_quote(Check *c, Span claim, Span field, const Cell *from, const Cell *to, const Cell *quote)
{
    if (quote->kind == CELL_NULL && from->kind == CELL_NULL && to->kind == CELL_NULL) return;
    c->report->quotes++;
    if (!c->whole) return;
    bool inside = from->kind == CELL_INT && to->kind == CELL_INT && from->whole >= 0 && from->whole <= to->whole && to->whole <= c->text.len;
    Span stands = inside ? span_sub(c->text, (Size)from->whole, (Size)to->whole) : (Span){NULL, 0};
    if (inside && quote->kind == CELL_TEXT && span_equal(stands, quote->text)) return;
    VerifyFault *f = add_fault(c, FAULT_QUOTE);
    f->claim = arena_copy(c->keep, claim);
    f->field = arena_copy(c->keep, field);
    f->quote = arena_copy(c->keep, quote->text);
    f->stands = arena_copy(c->keep, stands);
    if (inside) f->at = (Range){(int32_t)from->whole, (int32_t)to->whole};
}

static void read_cells(sqlite3_stmt *s, int first, Cell *cell, int cells)
{
    for (int i = 0; i < cells; i++) cell[i] = cell_read(s, first + i);
}

static void check_claim(Check *c, int64_t claim, int64_t first_claim, Span id, struct sha256_ctx *h)
{
    Cell cell[EVIDENCE_CELLS];
    sqlite3_stmt *s = store_begin(c->reg, SQL_CLAIM_EVIDENCE);
    store_int(s, 1, claim);
    while (store_row(c->reg, s)) {
        read_cells(s, 0, cell, EVIDENCE_CELLS);
        rows_hash_cells(h, 'e', cell, EVIDENCE_CELLS);
        check_quote(c, id, cell[0].text, &cell[4], &cell[5], &cell[6]);
    }
    s = store_begin(c->reg, SQL_LINKS_OF_CLAIM);
    store_int(s, 1, claim);
    while (store_row(c->reg, s)) rows_hash_link(h, store_get_text(s, 0), store_get_int(s, 1) - first_claim);
}

static int64_t check_claims(Check *c, int64_t reading, int64_t first, int64_t claims, struct sha256_ctx *h)
{
    int64_t seen = 0;
    Cell cell[CLAIM_CELLS];
    sqlite3_stmt *s = store_begin(c->reg, SQL_READING_CLAIMS);
    store_int(s, 1, first);
    store_int(s, 2, first + claims);
    while (store_row(c->reg, s)) {
        read_cells(s, 2, cell, CLAIM_CELLS);
        rows_hash_cells(h, 'c', cell, CLAIM_CELLS);
        seen += store_get_int(s, 1) == reading;
        check_claim(c, store_get_int(s, 0), first, cell[0].text, h);
    }
    return seen;
}

static int64_t check_missions(Check *c, int64_t reading, int64_t first, int64_t claims, struct sha256_ctx *h)
{
    int64_t seen = 0;
    Cell cell[MISSION_CELLS], proof[MISSION_EVIDENCE_CELLS];
    sqlite3_stmt *s = store_begin(c->reg, SQL_READING_MISSION_CLAIMS), *e;
    store_int(s, 1, first);
    store_int(s, 2, first + claims);
    while (store_row(c->reg, s)) {
        read_cells(s, 2, cell, MISSION_CELLS);
        rows_hash_cells(h, 'm', cell, MISSION_CELLS);
        seen += store_get_int(s, 1) == reading;
        e = store_begin(c->reg, SQL_MISSION_CLAIM_EVIDENCE);
        store_int(e, 1, store_get_int(s, 0));
        while (store_row(c->reg, e)) {
            read_cells(e, 0, proof, MISSION_EVIDENCE_CELLS);
            rows_hash_cells(h, 'f', proof, MISSION_EVIDENCE_CELLS);
            check_quote(c, cell[0].text, proof[0].text, &proof[1], &proof[2], &proof[3]);
        }
    }
    return seen;
}

/* Where publisher's country and date were read must lie in the text. */
static void check_reading(Check *c, sqlite3_stmt *s)
{
    Cell cell[READING_CELLS];
    struct sha256_ctx h;
    uint8_t now[32];
    int64_t reading = store_get_int(s, 0), claims = store_get_int(s, 3), missions = store_get_int(s, 5);
    bool confirms = !store_get_null(s, 1);
    c->report->readings++;
    if (confirms) return;  /* its content is that of the reading it confirms, which is held against its own rows */
    c->report->claims += claims + missions;
    sha256_init(&h);
    read_cells(s, 7, cell, READING_CELLS);
    rows_hash_cells(&h, 'r', cell, READING_CELLS);
    int64_t seen = check_claims(c, reading, store_get_int(s, 2), claims, &h);
    int64_t seen_missions = check_missions(c, reading, store_get_int(s, 4), missions, &h);
    sha256_digest(&h, 32, now);
    if (c->reg->error.code != ERROR_NONE) return;
    Span content = store_get_text(s, 6);
    if (seen != claims || seen_missions != missions) add_fault(c, FAULT_COUNT);
    else if (content.len != 32 || memcmp(content.at, now, 32) != 0) add_fault(c, FAULT_CONTENT);
}

static void check_document(Check *c, sqlite3_stmt *row, Arena scratch)
{
    Span sha256 = store_get_text(row, 1);
    c->document = store_get_int(row, 0);
    c->name = store_get_text(row, 2);
    for (Size i = 0; i < sha256.len && i < 32; i++) snprintf(c->sha256 + 2 * i, 3, "%02x", (unsigned)(uint8_t)sha256.at[i]);
    check_snapshot(c, sha256, &scratch);
    sqlite3_stmt *s = store_begin(c->reg, SQL_DOCUMENT_READINGS);
    store_int(s, 1, c->document);
    int64_t readings = 0;
    while (store_row(c->reg, s)) {
        readings++;
        check_reading(c, s);
    }
    if (!readings && c->reg->error.code == ERROR_NONE) add_fault(c, FAULT_COUNT);
    c->report->documents++;
}

Error register_verify(Register *reg, VerifyReport *report, void (*progress)(void *state, int64_t done, int64_t total), void *state, Arena *keep)
{
    *report = (VerifyReport){0};
    Check c = {.reg = reg, .report = report, .keep = keep};
    store_run(reg, SQL_BEGIN_LOOK);
    sqlite3_stmt *s = store_begin(reg, SQL_COUNT_DOCUMENTS);
    int64_t total = store_row(reg, s) ? store_get_int(s, 0) : 0;
    store_end(s);
    s = store_begin(reg, SQL_ALL_DOCUMENTS);
    while (store_row(reg, s)) {
        check_document(&c, s, reg->work);
        if (progress) progress(state, report->documents, total);
    }
    s = store_begin(reg, SQL_BROKEN_KEYS);
    if (store_row(reg, s)) report->broken_keys = store_get_int(s, 0);
    store_end(s);
    Error e = store_error(reg);
    store_run(reg, SQL_ROLLBACK);
    (void)store_error(reg);
    return e;
}

const char *fault_name(FaultKind v)
{
    static const char *const name[] = {"snapshot", "quote", "content", "count"};
    return name[v];
}
