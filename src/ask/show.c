/* One claim with its proof, and lists of claims. */
#include "ask/rows.h"
#include "register/edit.h"

static Span copy(sqlite3_stmt *s, int column, Arena *keep)
{
    return arena_copy(keep, store_get_text(s, column));
}

Error ask_proofs(Register *reg, int64_t row, AskProofs *proofs, Arena *keep)
{
    sqlite3_stmt *s = store_begin(reg, SQL_EVIDENCE_OF_CLAIM);
    store_int(s, 1, row);
    while (store_row(reg, s)) {
        AskProof p = {.field = copy(s, 0, keep), .nr = (int32_t)store_get_int(s, 1), .how = copy(s, 2, keep), .rule = copy(s, 3, keep),
                      .at = NO_RANGE, .quote = copy(s, 6, keep)};
        if (!store_get_null(s, 4)) p.at = (Range){(int32_t)store_get_int(s, 4), (int32_t)store_get_int(s, 5)};
        *ARRAY_PUSH(proofs, keep) = p;
    }
    return store_error(reg);
}

/* Links that people made. */
static void add_corrected(Register *reg, AskShow *a, Arena *keep)
{
    const Edits *edits = reg->edits;
    for (Size i = edits ? edits_find(edits, a->claim.row) : 0; edits && i < edits->item.len && edits->item.item[i].claim == a->claim.row; i++) {
        const Edit *e = &edits->item.item[i];
        if (!e->holds || !e->target || span_is(e->field, "replaced")) continue;
        AskClaim other = ask_claim(reg, e->target, hedges_shipped_table(), false, keep);
        *ARRAY_PUSH(&a->links, keep) = (AskLink){e->verb == CORRECT_JOIN ? SPAN("same") : arena_copy(keep, e->field), true, other.id, other.quote};
    }
}

static void read_links(Register *reg, AskShow *a, Arena *keep)
{
    sqlite3_stmt *s = store_begin(reg, SQL_LINKED_CLAIMS);
    store_int(s, 1, a->claim.row);
    while (store_row(reg, s)) *ARRAY_PUSH(&a->links, keep) = (AskLink){copy(s, 0, keep), false, copy(s, 2, keep), copy(s, 3, keep)};
    add_corrected(reg, a, keep);
}

/* Ids that begin so; a whole id is itself. */
static void find_alike(Register *reg, Span from, Span until, AskShow *a, Arena *keep)
{
    sqlite3_stmt *s = store_begin(reg, SQL_CLAIM_IDS);
    store_text(s, 1, from);
    store_text(s, 2, until);
    while (store_row(reg, s)) *ARRAY_PUSH(&a->alike, keep) = copy(s, 0, keep);
}

Error ask_show(Register *reg, Span id, const HedgeTable *hedges, AskShow *a, Arena *keep)
{
    *a = (AskShow){0};
    if (id.len == 0) return NO_ERROR;
    (void)edits_refresh(reg);
    /* `g` comes after every hexadecimal digit. */
    Span until = arena_print(keep, "%.*sg", (int)id.len, id.at);
    find_alike(reg, id, until, a, keep);
    if (a->alike.len != 1) return store_error(reg);
    a->alike.len = 0;
    sqlite3_stmt *s = store_begin(reg, SQL_CLAIM_BY_ID);
    store_text(s, 1, id);
    store_text(s, 2, until);
    if (store_row(reg, s)) {
        a->found = true;
        a->claim = ask_read_claim(reg, s, hedges, false, keep);
    }
    store_end(s);
    Error e = ask_proofs(reg, a->claim.row, &a->proofs, keep);
    if (!e.code) read_links(reg, a, keep);
    if (!e.code) e = store_error(reg);
    if (e.code == ERROR_NONE && a->found) e = register_snapshot(reg, a->claim.document, &a->text, keep);
    return e;
}

Error ask_each(Register *reg, const AskFilter *f, const HedgeTable *hedges, AskEach *each, void *state, Arena *keep)
{
    const Span text[] = {f->contributor, f->mission, f->asset, f->asset_type, f->stage, f->publisher};
    bool on = true;
    (void)edits_refresh(reg);
    sqlite3_stmt *s = store_begin(reg, SQL_LIST_CLAIMS);
    /* Where people corrected claims, what the filter asks may be what was corrected: then all are read and held against it here. */
    for (int i = 0; i < 6 && !reg->edits; i++) store_text(s, i + 1, text[i]);
    store_day(s, 7, f->since);
    store_day(s, 8, f->until);
    ask_bind_learned(s, 9, f);
    if (!f->by_learning) store_day(s, 10, f->known);
    while (on && store_row(reg, s)) {
        Arena mark = *keep;
        AskClaim c = ask_read_claim(reg, s, hedges, f->strict, keep);
        bool who = (f->contributor.len == 0 || span_equal(c.contributor, f->contributor)) && (f->mission.len == 0 || span_equal(c.mission, f->mission));
        if (who && ask_passes(&c, f)) on = each(state, &c);
        else *keep = mark;
    }
    if (!on) store_end(s);
    return store_error(reg);
}

typedef struct {
    AskClaims *answer;
    Arena *keep;
} Collect;

static bool collect(void *state, const AskClaim *c)
{
    Collect *l = state;
    *ARRAY_PUSH(l->answer, l->keep) = *c;
    return true;
}

Error ask_list(Register *reg, const AskFilter *f, const HedgeTable *hedges, AskClaims *answer, Arena *keep)
{
    Collect all = {answer, keep};
    *answer = (AskClaims){0};
    return ask_each(reg, f, hedges, collect, &all, keep);
}
