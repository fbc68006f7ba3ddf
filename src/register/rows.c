/* Claims to cells and cells to a hash. */
#include "register/rows.h"

#include <assert.h>
#include <math.h>

static Cell null_cell(void)
{
    return (Cell){.kind = CELL_NULL};
}

static Cell int_cell(int64_t n)
{
    return (Cell){.kind = CELL_INT, .whole = n};
}

static Cell real_cell(double x)
{
    return isnan(x) ? null_cell() : (Cell){.kind = CELL_REAL, .real = x};
}

static Cell text_cell(Span s)
{
    return s.len > 0 ? (Cell){.kind = CELL_TEXT, .text = s} : null_cell();
}

static Cell word_cell(const char *s)
{
    return text_cell(span_of(s));
}

static Cell day_cell(Day d)
{
    return day_known(d) ? int_cell(d.n) : null_cell();
}

/* Every range points into the document that was read. */
static Span quote_at(Span bytes, Range at)
{
    assert(at.to >= at.from && at.to <= bytes.len);
    return span_range(bytes, at);
}

/* Names joined by `|`. */
static Span join(Arena *scratch, const Span *name, int names)
{
    Size len = 0;
    for (int i = 0; i < names; i++) len += name[i].len + 1;
    if (len == 0) return (Span){NULL, 0};
    char *text = ARENA_NEW(scratch, char, len), *to = text;
    for (int i = 0; i < names; i++) {
        if (i) *to++ = '|';
        if (name[i].len) memcpy(to, name[i].at, (size_t)name[i].len);
        to += name[i].len;
    }
    return (Span){text, to - text};
}

static Span join_roles(Arena *scratch, uint32_t roles)
{
    Span name[ROLE_COUNT];
    int names = 0;
    for (int i = 0; i < ROLE_COUNT; i++)
        if (roles >> i & 1) name[names++] = span_of(role_name((Role)i));
    return join(scratch, name, names);
}

void rows_reading(const Reading *r, Cell cell[READING_CELLS])
{
    const Published *p = &r->published;
    Cell row[READING_CELLS] = {
        text_cell(r->publisher), text_cell(r->country), word_cell(how_name(r->country_how)),
        range_some(r->country_at) ? int_cell(r->country_at.from) : null_cell(),
        range_some(r->country_at) ? int_cell(r->country_at.to) : null_cell(),
        day_cell(p->first), day_cell(p->last), word_cell(precision_name(p->precision)), word_cell(date_origin_name(p->origin)),
        range_some(p->at) ? int_cell(p->at.from) : null_cell(), range_some(p->at) ? int_cell(p->at.to) : null_cell()};
    memcpy(cell, row, sizeof row);
}

static void quantity_cells(const Quantity *q, Span bytes, Cell *cell)
{
    if (!q->some) return;
    cell[0] = text_cell(quote_at(bytes, q->words));
    cell[1] = q->known ? real_cell(q->low) : null_cell();
    cell[2] = q->known ? real_cell(q->high) : null_cell();
    cell[3] = word_cell(hedge_name(q->hedge));
}

static void bound_cells(const Bound *b, Cell *cell)
{
    cell[0] = int_cell(b->some);
    cell[1] = b->some ? day_cell(b->earliest) : null_cell();
    cell[2] = b->some ? day_cell(b->latest) : null_cell();
}

static void claim_cells(const Claim *c, Span bytes, Cell *cell, Arena *scratch)
{
    Span place[CLAIM_PLACES];
    for (int i = 0; i < c->places; i++) place[i] = c->place[i].name;
    cell[0] = text_cell(span_of(c->id));
    cell[1] = int_cell(c->item);
    cell[2] = text_cell(c->contributor);
    cell[3] = word_cell(asset_name(c->asset));
    cell[4] = text_cell(c->asset_type);
    quantity_cells(&c->quantity, bytes, cell + 5);
    cell[9] = c->basis == BASIS_NONE ? null_cell() : word_cell(basis_name(c->basis));
    cell[10] = word_cell(stage_name(c->stage));
    cell[11] = word_cell(realis_name(c->realis));
    cell[12] = word_cell(act_name(c->act));
    cell[13] = text_cell(c->mission);
    cell[14] = text_cell(join(scratch, c->host, c->hosts));
    cell[15] = text_cell(join(scratch, place, c->places));
    cell[16] = text_cell(join_roles(scratch, c->roles));
    bound_cells(&c->start, cell + 17);
    bound_cells(&c->end, cell + 20);
    if (c->duration.some) {
        cell[23] = word_cell(c->duration.iso);
        cell[24] = word_cell(hedge_name(c->duration.hedge));
        cell[25] = int_cell(c->duration.added);
    }
    if (c->assent.some) cell[26] = word_cell(outcome_name(c->assent.outcome));
    cell[27] = real_cell(c->score);
}

static void add_evidence(ClaimRow *row, Arena *scratch, const char *field, int nr, const Proof *proof, Range at, Span bytes)
{
    EvidenceRow *e = ARRAY_PUSH(&row->evidence, scratch);
    e->cell[0] = word_cell(field);
    e->cell[1] = int_cell(nr);
    if (proof) {
        e->cell[2] = word_cell(how_name(proof->how));
        e->cell[3] = proof->rule ? word_cell(proof->rule) : null_cell();
    }
    if (!range_some(at)) return;
    e->cell[4] = int_cell(at.from);
    e->cell[5] = int_cell(at.to);
    /* An empty quote is still a quote. */
    e->cell[6] = (Cell){.kind = CELL_TEXT, .text = quote_at(bytes, at)};
}

/* The words of a field as written, where it has such. */
static Range words_of(const Claim *c, Field f)
{
    switch (f) {
    case FIELD_QUANTITY: return c->quantity.some ? c->quantity.words : NO_RANGE;
    case FIELD_START: return c->start.some ? c->start.words : NO_RANGE;
    case FIELD_END: return c->end.some ? c->end.words : NO_RANGE;
    case FIELD_DURATION: return c->duration.some ? c->duration.words : NO_RANGE;
    case FIELD_DECIDER: return c->decider;
    case FIELD_REQUESTER: return c->requester;
    case FIELD_SPEAKER: return c->speaker;
    case FIELD_ASSENT: return c->assent.some ? c->assent.body : NO_RANGE;
    default: return NO_RANGE;
    }
}

static void field_evidence(const Claim *c, Field f, Span bytes, ClaimRow *row, Arena *scratch)
{
    const Proof *proof = &c->proof[f];
    Range words = words_of(c, f), proved = proof->how == HOW_NONE ? NO_RANGE : proof->at;
    if (proof->how != HOW_NONE) add_evidence(row, scratch, field_name(f), 0, proof, proof->at, bytes);
    if (range_some(words) && (words.from != proved.from || words.to != proved.to))
        add_evidence(row, scratch, field_name(f), 1, NULL, words, bytes);
    if (f == FIELD_ASSENT && c->assent.some && range_some(c->assent.against))
        add_evidence(row, scratch, field_name(f), 2, NULL, c->assent.against, bytes);
    if (f == FIELD_PLACES)
        for (int i = 0; i < c->places; i++) add_evidence(row, scratch, field_name(f), i + 1, NULL, c->place[i].words, bytes);
}

static int evidence_order(const EvidenceRow *a, const EvidenceRow *b)
{
    int by_field = span_compare(a->cell[0].text, b->cell[0].text);
    return by_field ? by_field : (a->cell[1].whole > b->cell[1].whole) - (a->cell[1].whole < b->cell[1].whole);
}

static void sort_evidence(ClaimRow *row)
{
    for (Size i = 1; i < row->evidence.len; i++) {
        EvidenceRow moved = row->evidence.item[i];
        Size at = i;
        for (; at > 0 && evidence_order(&row->evidence.item[at - 1], &moved) > 0; at--) row->evidence.item[at] = row->evidence.item[at - 1];
        row->evidence.item[at] = moved;
    }
}

/* Sorted, each once. */
static void sort_links(const Claim *c, ClaimRow *row)
{
    for (int i = 0; i < c->links; i++) {
        LinkRow l = {link_name(c->link[i].kind), c->link[i].to};
        int at = row->links;
        bool twice = false;
        for (int k = 0; k < row->links; k++) twice |= row->link[k].to == l.to && strcmp(row->link[k].kind, l.kind) == 0;
        if (twice) continue;
        for (; at > 0; at--) {
            int by_kind = strcmp(row->link[at - 1].kind, l.kind);
            if (by_kind < 0 || (by_kind == 0 && row->link[at - 1].to < l.to)) break;
            row->link[at] = row->link[at - 1];
        }
        row->link[at] = l;
        row->links++;
    }
}

void rows_claim(const Claim *c, Span bytes, ClaimRow *row, Arena *scratch)
{
    *row = (ClaimRow){0};
    claim_cells(c, bytes, row->cell, scratch);
    for (int f = 0; f < FIELD_COUNT; f++) field_evidence(c, (Field)f, bytes, row, scratch);
    add_evidence(row, scratch, "evidence", 0, NULL, c->evidence, bytes);
    sort_evidence(row);
    sort_links(c, row);
}

static void add_mission_evidence(MissionRow *row, Arena *scratch, const char *field, Range at, Span bytes)
{
    if (!range_some(at)) return;
    MissionEvidenceRow *e = ARRAY_PUSH(&row->evidence, scratch);
    e->cell[0] = word_cell(field);
    e->cell[1] = int_cell(at.from);
    e->cell[2] = int_cell(at.to);
    e->cell[3] = (Cell){.kind = CELL_TEXT, .text = quote_at(bytes, at)};
}

void rows_mission(const MissionClaim *m, Span bytes, MissionRow *row, Arena *scratch)
{
    *row = (MissionRow){0};
    Cell *cell = row->cell;
    cell[0] = text_cell(span_of(m->id));
    cell[1] = int_cell(m->item);
    cell[2] = text_cell(m->mission);
    cell[3] = word_cell(what_name(m->what));
    quantity_cells(&m->quantity, bytes, cell + 4);
    bound_cells(&m->when, cell + 8);
    cell[11] = text_cell(m->to);
    cell[12] = word_cell(realis_name(m->realis));
    bound_cells(&m->start, cell + 13);
    bound_cells(&m->end, cell + 16);
    cell[19] = real_cell(m->score);
    /* In the order of their names, as the table keeps them. */
    add_mission_evidence(row, scratch, "end", m->end.some ? m->end.words : NO_RANGE, bytes);
    add_mission_evidence(row, scratch, "evidence", m->evidence, bytes);
    add_mission_evidence(row, scratch, "quantity", m->quantity.some ? m->quantity.words : NO_RANGE, bytes);
    add_mission_evidence(row, scratch, "speaker", m->speaker, bytes);
    add_mission_evidence(row, scratch, "start", m->start.some ? m->start.words : NO_RANGE, bytes);
    add_mission_evidence(row, scratch, "value", m->words, bytes);
    add_mission_evidence(row, scratch, "when", m->when.some ? m->when.words : NO_RANGE, bytes);
}

static void hash_bytes(struct sha256_ctx *h, const void *at, size_t len)
{
    sha256_update(h, len, at);
}

static void hash_whole(struct sha256_ctx *h, int64_t n)
{
    uint8_t b[8];
    for (int i = 0; i < 8; i++) b[i] = (uint8_t)((uint64_t)n >> (8 * i));
    hash_bytes(h, b, sizeof b);
}

void rows_hash_cells(struct sha256_ctx *h, char table, const Cell *cell, int cells)
{
    hash_bytes(h, &table, 1);
    for (int i = 0; i < cells; i++) {
        const Cell *c = &cell[i];
        uint8_t kind = (uint8_t)c->kind;
        hash_bytes(h, &kind, 1);
        if (c->kind == CELL_INT) hash_whole(h, c->whole);
        if (c->kind == CELL_REAL) {
            int64_t bits;
            memcpy(&bits, &c->real, sizeof bits);
            hash_whole(h, bits);
        }
        if (c->kind == CELL_TEXT) {
            hash_whole(h, c->text.len);
            if (c->text.len) hash_bytes(h, c->text.at, (size_t)c->text.len);
        }
    }
}

void rows_hash_link(struct sha256_ctx *h, Span kind, int64_t to)
{
    Cell cell[2] = {{.kind = CELL_TEXT, .text = kind}, {.kind = CELL_INT, .whole = to}};
    rows_hash_cells(h, 'l', cell, 2);
}

void cell_bind(sqlite3_stmt *s, int at, const Cell *c)
{
    if (c->kind == CELL_INT) store_int(s, at, c->whole);
    if (c->kind == CELL_REAL) store_real(s, at, c->real);
    if (c->kind == CELL_TEXT && s)
        sqlite3_bind_text64(s, at, c->text.len ? c->text.at : "", (sqlite3_uint64)c->text.len, SQLITE_STATIC, SQLITE_UTF8);
}

Cell cell_read(sqlite3_stmt *s, int column)
{
    switch (sqlite3_column_type(s, column)) {
    case SQLITE_INTEGER: return int_cell(sqlite3_column_int64(s, column));
    case SQLITE_FLOAT: return (Cell){.kind = CELL_REAL, .real = sqlite3_column_double(s, column)};
    case SQLITE_NULL: return null_cell();
    default: return (Cell){.kind = CELL_TEXT, .text = store_get_text(s, column)};
    }
}
