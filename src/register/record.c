/* Recording one document: new, unchanged, confirmed by newer rules, or read anew with another outcome. */
#include "register/likeness.h"
#include "register/rows.h"

enum { GROUP_DOCUMENTS = 64 };

/* What is about to be written, all of it ready before the transaction begins. */
typedef struct {
    const RegisterDocument *doc;
    uint8_t sha256[32];
    uint8_t content[32];
    Cell reading[READING_CELLS];
    ClaimRow *claim;
    Size claims;
    MissionRow *mission;
    Size missions;
} Draft;

/* The newest reading of a document that is in the register already. */
typedef struct {
    int64_t document;   /* 0: not in the register */
    int64_t owner;      /* the reading whose claims it shares */
    bool same_rules;
    bool same_content;
} Known;

static void hash_bytes(Span bytes, uint8_t to[32])
{
    struct sha256_ctx h;
    sha256_init(&h);
    if (bytes.len) sha256_update(&h, (size_t)bytes.len, (const uint8_t *)bytes.at);
    sha256_digest(&h, 32, to);
}

static void hash_draft(Draft *e)
{
    struct sha256_ctx h;
    sha256_init(&h);
    rows_hash_cells(&h, 'r', e->reading, READING_CELLS);
    for (Size i = 0; i < e->claims; i++) {
        const ClaimRow *c = &e->claim[i];
        rows_hash_cells(&h, 'c', c->cell, CLAIM_CELLS);
        for (Size k = 0; k < c->evidence.len; k++) rows_hash_cells(&h, 'e', c->evidence.item[k].cell, EVIDENCE_CELLS);
        for (int k = 0; k < c->links; k++) rows_hash_link(&h, span_of(c->link[k].kind), c->link[k].to);
    }
    for (Size i = 0; i < e->missions; i++) {
        const MissionRow *m = &e->mission[i];
        rows_hash_cells(&h, 'm', m->cell, MISSION_CELLS);
        for (Size k = 0; k < m->evidence.len; k++) rows_hash_cells(&h, 'f', m->evidence.item[k].cell, MISSION_EVIDENCE_CELLS);
    }
    sha256_digest(&h, 32, e->content);
}

static Draft prepare(const RegisterDocument *doc, const Reading *r, Arena *work)
{
    Draft e = {.doc = doc, .claims = r->claims.len, .missions = r->mission_claims.len};
    e.claim = ARENA_NEW(work, ClaimRow, e.claims);
    e.mission = ARENA_NEW(work, MissionRow, e.missions);
    rows_reading(r, e.reading);
    for (Size i = 0; i < e.claims; i++) rows_claim(&r->claims.item[i], doc->bytes, &e.claim[i], work);
    for (Size i = 0; i < e.missions; i++) rows_mission(&r->mission_claims.item[i], doc->bytes, &e.mission[i], work);
    hash_bytes(doc->bytes, e.sha256);
    hash_draft(&e);
    return e;
}

static int64_t one_number(Register *reg, Statement which)
{
    sqlite3_stmt *s = store_begin(reg, which);
    int64_t n = store_row(reg, s) ? store_get_int(s, 0) : 0;
    store_end(s);
    return n;
}

static Known look_up(Register *reg, const uint8_t sha256[32], Span program, Span rules, const uint8_t *content)
{
    Known k = {0};
    sqlite3_stmt *s = store_begin(reg, SQL_FIND_DOCUMENT);
    store_blob(s, 1, sha256, 32);
    if (store_row(reg, s)) k.document = store_get_int(s, 0);
    store_end(s);
    if (!k.document) return k;
    s = store_begin(reg, SQL_LATEST_READING);
    store_int(s, 1, k.document);
    if (store_row(reg, s)) {
        Span before = store_get_text(s, 3);
        k.same_rules = span_equal(store_get_text(s, 1), program) && span_equal(store_get_text(s, 2), rules);
        k.same_content = content && before.len == 32 && memcmp(before.at, content, 32) == 0;
        k.owner = store_get_int(s, 4);
    }
    store_end(s);
    return k;
}

void likeness_add(Register *reg, int64_t document, Span bytes)
{
    uint8_t packed[LIKENESS_BYTES];
    Likeness l = likeness_of(bytes);
    likeness_pack(&l, packed);
    sqlite3_stmt *s = store_begin(reg, SQL_ADD_LIKENESS);
    store_int(s, 1, document);
    store_int(s, 2, l.words);
    store_text(s, 3, l.agency);
    store_blob(s, 4, packed, LIKENESS_BYTES);
    store_do(reg, s);
}

static int64_t add_document(Register *reg, const Draft *e)
{
    Span name = e->doc->name.len ? e->doc->name : SPAN("-");
    sqlite3_stmt *s = store_begin(reg, SQL_ADD_DOCUMENT);
    store_blob(s, 1, e->sha256, 32);
    store_text(s, 2, name);
    store_text(s, 3, e->doc->address);
    store_int(s, 4, e->doc->learned.us);
    if (!store_do(reg, s)) return 0;
    int64_t document = sqlite3_last_insert_rowid(reg->db);
    Span packed = snapshot_pack(reg, e->doc->bytes);
    s = store_begin(reg, SQL_ADD_SNAPSHOT);
    store_int(s, 1, document);
    store_int(s, 2, e->doc->bytes.len);
    store_blob(s, 3, packed.at, packed.len);
    store_do(reg, s);
    likeness_add(reg, document, e->doc->bytes);
    return document;
}

/* `confirms` 0: the reading owns its claims. */
static int64_t add_reading(Register *reg, const Draft *e, int64_t document, int64_t confirms, int64_t first_claim, int64_t first_mission)
{
    sqlite3_stmt *s = store_begin(reg, SQL_ADD_READING);
    store_int(s, 1, document);
    store_text(s, 2, e->doc->program.len ? e->doc->program : SPAN("-"));
    store_text(s, 3, e->doc->rules.len ? e->doc->rules : SPAN("-"));
    store_int(s, 4, e->doc->learned.us);
    if (confirms) store_int(s, 5, confirms);
    store_int(s, 6, first_claim);
    store_int(s, 7, confirms ? 0 : e->claims);
    store_int(s, 8, first_mission);
    store_int(s, 9, confirms ? 0 : e->missions);
    store_blob(s, 10, e->content, 32);
    for (int i = 0; i < READING_CELLS; i++) cell_bind(s, 11 + i, &e->reading[i]);
    return store_do(reg, s) ? sqlite3_last_insert_rowid(reg->db) : 0;
}

static void add_claim(Register *reg, const ClaimRow *row, int64_t claim, int64_t reading)
{
    sqlite3_stmt *s = store_begin(reg, SQL_ADD_CLAIM);
    store_int(s, 1, claim);
    store_int(s, 2, reading);
    for (int i = 0; i < CLAIM_CELLS; i++) cell_bind(s, 3 + i, &row->cell[i]);
    store_do(reg, s);
    for (Size k = 0; k < row->evidence.len; k++) {
        s = store_begin(reg, SQL_ADD_EVIDENCE);
        store_int(s, 1, claim);
        for (int i = 0; i < EVIDENCE_CELLS; i++) cell_bind(s, 2 + i, &row->evidence.item[k].cell[i]);
        store_do(reg, s);
    }
}

static void add_links(Register *reg, const ClaimRow *row, int64_t claim, int64_t first_claim)
{
    for (int k = 0; k < row->links; k++) {
        sqlite3_stmt *s = store_begin(reg, SQL_ADD_LINK);
        store_int(s, 1, claim);
        store_text(s, 2, span_of(row->link[k].kind));
        store_int(s, 3, first_claim + row->link[k].to);
        store_do(reg, s);
    }
}

static void add_mission(Register *reg, const MissionRow *row, int64_t mission_claim, int64_t reading)
{
    sqlite3_stmt *s = store_begin(reg, SQL_ADD_MISSION_CLAIM);
    store_int(s, 1, mission_claim);
    store_int(s, 2, reading);
    for (int i = 0; i < MISSION_CELLS; i++) cell_bind(s, 3 + i, &row->cell[i]);
    store_do(reg, s);
    for (Size k = 0; k < row->evidence.len; k++) {
        s = store_begin(reg, SQL_ADD_MISSION_EVIDENCE);
        store_int(s, 1, mission_claim);
        for (int i = 0; i < MISSION_EVIDENCE_CELLS; i++) cell_bind(s, 2 + i, &row->evidence.item[k].cell[i]);
        store_do(reg, s);
    }
}

/* A reading with claims of its own; closes the document's earlier readings. */
static void add_all(Register *reg, const Draft *e, int64_t document, bool known)
{
    int64_t claim = one_number(reg, SQL_NEXT_CLAIM), mission = one_number(reg, SQL_NEXT_MISSION_CLAIM);
    int64_t reading = add_reading(reg, e, document, 0, claim, mission);
    for (Size i = 0; i < e->claims; i++) add_claim(reg, &e->claim[i], claim + i, reading);
    for (Size i = 0; i < e->claims; i++) add_links(reg, &e->claim[i], claim + i, claim);
    for (Size i = 0; i < e->missions; i++) add_mission(reg, &e->mission[i], mission + i, reading);
    if (!known) return;
    sqlite3_stmt *s = store_begin(reg, SQL_CLOSE_READINGS);
    store_int(s, 1, document);
    store_int(s, 2, e->doc->learned.us);
    store_int(s, 3, reading);
    store_do(reg, s);
}

static RecordOutcome write_draft(Register *reg, const Draft *e)
{
    Known k = look_up(reg, e->sha256, e->doc->program, e->doc->rules, e->content);
    if (!k.document) {
        add_all(reg, e, add_document(reg, e), false);
        return RECORD_NEW;
    }
    if (k.same_content && k.same_rules) return RECORD_UNCHANGED;
    if (k.same_content) {
        add_reading(reg, e, k.document, k.owner, 0, 0);
        return RECORD_CONFIRMED;
    }
    add_all(reg, e, k.document, true);
    return RECORD_REREAD;
}

/* Earlier documents of a group went with the one that failed: the caller has been told they were recorded, so say that they are not. */
static Error group_lost(Error e, int documents)
{
    Error lost = error_make(e.code, "%.200s (of this load the last %d documents before it were not kept either)", e.sentence, documents);
    memcpy(lost.file, e.file, sizeof lost.file);
    return lost;
}

/* Leaves the register as it was before the document, keeping the failure. */
static void roll_back(Register *reg)
{
    Error e = reg->error;
    for (int i = 0; i < STATEMENT_COUNT; i++) store_end(reg->prepared[i]);
    reg->error = NO_ERROR;
    /* After a full disk SQLite has rolled back everything by itself. */
    bool open = !sqlite3_get_autocommit(reg->db);
    if (open && reg->grouped > 0 && store_run(reg, SQL_UNDO_DOCUMENT) && store_run(reg, SQL_KEEP_DOCUMENT)) {
        reg->error = e;
        return;
    }
    reg->error = NO_ERROR;
    if (open) store_run(reg, SQL_ROLLBACK);
    reg->error = reg->grouped > 0 ? group_lost(e, reg->grouped) : e;
    if (reg->grouped > 0) reg->grouped = 0;
}

static bool begin(Register *reg)
{
    if (reg->grouped <= 0 && !store_run(reg, SQL_BEGIN)) return false;
    return reg->grouped <= 0 || store_run(reg, SQL_BEGIN_DOCUMENT);
}

static void commit(Register *reg)
{
    if (reg->grouped < 0) {
        store_run(reg, SQL_COMMIT);
        return;
    }
    if (reg->grouped > 0) store_run(reg, SQL_KEEP_DOCUMENT);
    if (++reg->grouped < GROUP_DOCUMENTS) return;
    if (store_run(reg, SQL_COMMIT)) reg->grouped = 0;
}

Error register_record(Register *reg, const RegisterDocument *doc, const Reading *reading, RecordOutcome *what)
{
    Arena mark = reg->work;
    Draft e = prepare(doc, reading, &reg->work);
    *what = RECORD_UNCHANGED;
    if (begin(reg)) {
        *what = write_draft(reg, &e);
        if (reg->error.code == ERROR_NONE) commit(reg);
        if (reg->error.code != ERROR_NONE) roll_back(reg);
    }
    reg->work = mark;
    return store_error(reg);
}

Error register_group_begin(Register *reg)
{
    if (reg->grouped < 0) reg->grouped = 0;
    return NO_ERROR;
}

Error register_group_end(Register *reg)
{
    if (reg->grouped > 0 && !store_run(reg, SQL_COMMIT)) roll_back(reg);
    reg->grouped = -1;
    return store_error(reg);
}

Error register_knows(Register *reg, Span bytes, Span program, Span rules, bool *known)
{
    uint8_t sha256[32];
    hash_bytes(bytes, sha256);
    Known k = look_up(reg, sha256, program, rules, NULL);
    *known = k.document != 0 && k.same_rules;
    return store_error(reg);
}

const char *record_outcome_name(RecordOutcome v)
{
    static const char *const name[] = {"new", "unchanged", "confirmed", "re-read"};
    return name[v];
}
