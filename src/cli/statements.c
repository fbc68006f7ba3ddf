/* Claims taken apart: the bytes behind each field (`evidence`), and every field's value as a statement of its own with its proof (`statements`), in the
 * columns that programs of the FollowTheMoney family know. */
#include "cli/sheets.h"
#include "export/day.h"

#include <nettle/sha1.h>

#define PROOF_COLUMNS \
    {"how", "HOW", GRID_TEXT, 8, 9}, {"rule", "RULE", GRID_TEXT, 4, 24}, {"from", "FROM", GRID_WHOLE, 5, 8}, {"to", "TO", GRID_WHOLE, 5, 8}, \
    {"quote", "WORDS", GRID_TEXT, 12, 44}, {"doc", NULL, GRID_TEXT, 0, 0}, {"sha256", NULL, GRID_TEXT, 0, 0}, {"address", NULL, GRID_ADDRESS, 0, 0}

static const GridColumn EVIDENCE[] = {
    {"claim", "CLAIM", GRID_TEXT, 17, 17}, {"field", "FIELD", GRID_TEXT, 11, 12}, {"nr", "NR", GRID_WHOLE, 2, 4}, PROOF_COLUMNS,
};

static const GridColumn STATEMENTS[] = {
    {"id", NULL, GRID_TEXT, 0, 0}, {"entity_id", "ENTITY", GRID_TEXT, 17, 17}, {"canonical_id", NULL, GRID_TEXT, 0, 0}, {"schema", "SCHEMA", GRID_TEXT, 8, 12},
    {"prop", "PROP", GRID_TEXT, 11, 14}, {"prop_type", NULL, GRID_TEXT, 0, 0}, {"value", "VALUE", GRID_TEXT, 10, 30}, {"original_value", NULL, GRID_TEXT, 0, 0},
    {"lang", NULL, GRID_TEXT, 0, 0}, {"dataset", NULL, GRID_TEXT, 0, 0}, {"origin", "ORIGIN", GRID_TEXT, 6, 20}, {"external", NULL, GRID_BOOL, 0, 0},
    {"first_seen", NULL, GRID_TEXT, 0, 0}, {"last_seen", NULL, GRID_TEXT, 0, 0}, PROOF_COLUMNS,
};

static const char DATASET[] = "inzet";

typedef struct {
    Question *q;
    Cells cells;
    int64_t document;   /* whose own statements are written: claims of one document follow each other */
    Error e;
} Walk;

static void put_proof(Cells *s, const AskClaim *c, const AskProof *p)
{
    bool some = p && range_some(p->at);
    cells_put(s, p ? p->how : (Span){NULL, 0});
    cells_put(s, p ? p->rule : (Span){NULL, 0});
    cells_days(s, some ? p->at.from : INT32_MIN);
    cells_days(s, some ? p->at.to : INT32_MIN);
    cells_put(s, p ? p->quote : (Span){NULL, 0});
    cells_put(s, c->name);
    cells_put(s, c->sha256);
    cells_put(s, c->address);
}

static bool evidence_of(void *state, const AskClaim *c)
{
    Walk *w = state;
    AskProofs proofs = {0};
    w->e = ask_proofs(w->q->reg, c->row, &proofs, &w->q->keep);
    for (Size i = 0; i < proofs.len && !w->e.code; i++) {
        const AskProof *p = &proofs.item[i];
        cells_put(&w->cells, c->id);
        cells_put(&w->cells, p->field);
        cells_number(&w->cells, p->nr);
        put_proof(&w->cells, c, p);
    }
    cells_row(&w->cells);
    return !w->e.code;
}

Error sheet_evidence(Question *q)
{
    Walk w = {.q = q, .cells = CELLS(EVIDENCE, &q->keep)};
    cells_run(&w.cells, q, "evidence");
    Error e = ask_each(q->reg, &q->filter, q->hedges, evidence_of, &w, &q->keep);
    cells_end(&w.cells);
    return w.e.code ? w.e : e;
}

/* The proof of a field: its own (nr 0); of a list's member the one whose words are it. */
static const AskProof *proof_of(const AskProofs *proofs, const char *field, Span value)
{
    const AskProof *found = NULL;
    for (Size i = 0; i < proofs->len; i++) {
        const AskProof *p = &proofs->item[i];
        if (!span_is(p->field, field)) continue;
        if (p->nr > 0 && span_equal(p->quote, value)) return p;
        if (p->nr == 0 || !found) found = p;
    }
    return found;
}

typedef struct {
    Walk *walk;
    const AskClaim *claim;
    const AskProofs *proofs;
    Span entity;
    const char *schema;
} Entity;

/* As FollowTheMoney counts it: SHA-1 of data set, entity, property and value. */
static Span id_of(const Entity *n, const char *prop, Span value, Arena *keep)
{
    struct sha1_ctx hash;
    uint8_t digest[SHA1_DIGEST_SIZE];
    Span text = arena_print(keep, "%s.%.*s.%s.%.*s", DATASET, (int)n->entity.len, n->entity.at, prop, (int)value.len, value.at);
    sha1_init(&hash);
    sha1_update(&hash, (size_t)text.len, (const uint8_t *)text.at);
    sha1_digest(&hash, sizeof digest, digest);
    char *hex = ARENA_NEW(keep, char, 2 * SHA1_DIGEST_SIZE);
    for (int i = 0; i < SHA1_DIGEST_SIZE; i++) {
        hex[2 * i] = "0123456789abcdef"[digest[i] >> 4];
        hex[2 * i + 1] = "0123456789abcdef"[digest[i] & 15];
    }
    return (Span){hex, 2 * SHA1_DIGEST_SIZE};
}

/* One statement; nothing for an empty value. `field`: where its proof stands, NULL: it needs none. */
static void state_that(const Entity *n, const char *prop, const char *type, const char *field, Span value)
{
    Cells *s = &n->walk->cells;
    const AskProof *p = field && n->proofs ? proof_of(n->proofs, field, value) : NULL;
    if (!value.len) return;
    cells_put(s, id_of(n, prop, value, s->keep));
    cells_put(s, n->entity);
    cells_put(s, n->entity);
    cells_name(s, n->schema);
    cells_name(s, prop);
    cells_name(s, type);
    cells_put(s, value);
    cells_put(s, p ? p->quote : (Span){NULL, 0});
    cells_name(s, p && p->quote.len ? "nld" : "");
    cells_name(s, DATASET);
    cells_put(s, n->claim->publisher);
    cells_bool(s, false);
    cells_instant(s, n->claim->learned);
    cells_instant(s, n->claim->learned);
    put_proof(s, n->claim, p);
}

static void state_each(const Entity *n, const char *prop, const char *type, const char *field, Span joined)
{
    Span piece;
    while (span_cut(&joined, '|', &piece)) state_that(n, prop, type, field, piece);
}

static void state_what(const Entity *n)
{
    const AskClaim *c = n->claim;
    Arena *keep = n->walk->cells.keep;
    state_that(n, "contributor", "country", "contributor", c->contributor);
    state_that(n, "asset", "string", "asset", c->asset);
    state_that(n, "asset_type", "string", "asset", c->asset_type);
    state_that(n, "quantity", "string", "quantity", c->quantity_words);
    state_that(n, "quantity_low", "number", "quantity", question_number(c->quantity_low, keep));
    state_that(n, "quantity_high", "number", "quantity", question_number(c->quantity_high, keep));
    state_that(n, "hedge", "string", "quantity", c->hedge);
    state_that(n, "basis", "string", "basis", c->basis);
    state_that(n, "stage", "string", "stage", c->stage);
    state_that(n, "realis", "string", "realis", c->realis);
    state_that(n, "act", "string", "act", c->act);
    state_that(n, "mission", "string", "mission", c->mission);
    state_each(n, "host", "country", "host", c->hosts);
    state_each(n, "places", "string", "places", c->places);
    state_each(n, "roles", "string", "roles", c->roles);
}

static void state_when(const Entity *n)
{
    static const char *const WORDS[] = {"decider", "requester", "speaker"};
    const AskClaim *c = n->claim;
    Arena *keep = n->walk->cells.keep;
    state_that(n, "start_earliest", "date", "start", day_text(c->start_earliest, keep));
    state_that(n, "start_latest", "date", "start", day_text(c->start_latest, keep));
    state_that(n, "end_earliest", "date", "end", day_text(c->end_earliest, keep));
    state_that(n, "end_latest", "date", "end", day_text(c->end_latest, keep));
    state_that(n, "duration", "string", "duration", c->duration);
    state_that(n, "assent", "string", "assent", c->assent);
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        const AskProof *p = proof_of(n->proofs, WORDS[i], (Span){NULL, 0});
        if (p) state_that(n, WORDS[i], "string", WORDS[i], p->quote);
    }
    state_that(n, "evidence", "text", "evidence", c->quote);
    state_that(n, "document", "entity", NULL, c->sha256);
}

static void state_document(Walk *w, const AskClaim *c)
{
    Entity n = {.walk = w, .claim = c, .entity = c->sha256, .schema = "Document"};
    state_that(&n, "title", "name", NULL, c->name);
    state_that(&n, "publisher", "string", NULL, c->publisher);
    state_that(&n, "country", "country", NULL, c->country);
    state_that(&n, "publishedAt", "date", NULL, question_published(c, w->cells.keep));
    state_that(&n, "contentHash", "checksum", NULL, c->sha256);
    state_that(&n, "sourceUrl", "url", NULL, c->address);
}

static bool statements_of(void *state, const AskClaim *c)
{
    Walk *w = state;
    AskProofs proofs = {0};
    w->e = ask_proofs(w->q->reg, c->row, &proofs, &w->q->keep);
    if (w->e.code) return false;
    Entity n = {.walk = w, .claim = c, .proofs = &proofs, .entity = c->id, .schema = "Contribution"};
    if (c->document != w->document) state_document(w, c);
    w->document = c->document;
    state_what(&n);
    state_when(&n);
    cells_row(&w->cells);
    return true;
}

Error sheet_statements(Question *q)
{
    Walk w = {.q = q, .cells = CELLS(STATEMENTS, &q->keep)};
    cells_run(&w.cells, q, "statements");
    Error e = ask_each(q->reg, &q->filter, q->hedges, statements_of, &w, &q->keep);
    cells_end(&w.cells);
    return w.e.code ? w.e : e;
}
