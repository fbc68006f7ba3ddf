/* Rows of the store to plain structs. */
#include "ask/rows.h"
#include "register/edit.h"

#include <math.h>

enum { ASK_MAX_AGE = 730 };

AskFilter ask_all(void)
{
    return (AskFilter){.since = NO_DAY, .until = NO_DAY, .at_first = NO_DAY, .at_last = NO_DAY, .known = NO_DAY, .max_age = ASK_MAX_AGE};
}

Span ask_text(sqlite3_stmt *s, int column, Arena *keep)
{
    Span text = store_get_text(s, column);
    return text.len ? arena_copy(keep, text) : text;
}

Span ask_hex(sqlite3_stmt *s, int column, Arena *keep)
{
    static const char digit[] = "0123456789abcdef";
    Span bytes = store_get_text(s, column);
    char *to = ARENA_NEW(keep, char, bytes.len * 2 + 1);
    for (Size i = 0; i < bytes.len; i++) {
        to[2 * i] = digit[(uint8_t)bytes.at[i] >> 4];
        to[2 * i + 1] = digit[bytes.at[i] & 15];
    }
    return (Span){to, bytes.len * 2};
}

Range ask_range(sqlite3_stmt *s, int column)
{
    return store_get_null(s, column) ? NO_RANGE : (Range){(int32_t)store_get_int(s, column), (int32_t)store_get_int(s, column + 1)};
}

static void read_what(sqlite3_stmt *s, AskClaim *c, Arena *keep)
{
    Span *text[] = {&c->contributor, &c->asset, &c->asset_type, &c->quantity_words};
    Span *word[] = {&c->hedge, &c->basis, &c->stage, &c->realis, &c->act, &c->mission, &c->hosts, &c->places, &c->roles};
    c->row = store_get_int(s, 0);
    c->id = ask_text(s, 1, keep);
    c->item = (int32_t)store_get_int(s, 2);
    for (int i = 0; i < 4; i++) *text[i] = ask_text(s, 3 + i, keep);
    c->quantity_low = store_get_real(s, 7);
    c->quantity_high = store_get_real(s, 8);
    for (int i = 0; i < 9; i++) *word[i] = ask_text(s, 9 + i, keep);
    c->start_said = store_get_int(s, 18) != 0;
    c->start_earliest = store_get_day(s, 19);
    c->start_latest = store_get_day(s, 20);
    c->end_said = store_get_int(s, 21) != 0;
    c->end_earliest = store_get_day(s, 22);
    c->end_latest = store_get_day(s, 23);
    c->duration = ask_text(s, 24, keep);
    c->duration_hedge = ask_text(s, 25, keep);
    c->duration_added = store_get_int(s, 26) != 0;
    c->assent = ask_text(s, 27, keep);
    c->score = store_get_real(s, 28);
}

static void read_where(sqlite3_stmt *s, AskClaim *c, Arena *keep)
{
    c->at = ask_range(s, 29);
    c->quote = ask_text(s, 31, keep);
    c->document = store_get_int(s, 32);
    c->sha256 = ask_hex(s, 33, keep);
    c->name = ask_text(s, 34, keep);
    c->address = ask_text(s, 35, keep);
    c->learned = (Instant){store_get_int(s, 36)};
    c->publisher = ask_text(s, 37, keep);
    c->country = ask_text(s, 38, keep);
    c->published_first = store_get_day(s, 39);
    c->published_last = store_get_day(s, 40);
    c->published_precision = ask_text(s, 41, keep);
    c->published_origin = ask_text(s, 42, keep);
    c->closed = !store_get_null(s, 43);
    c->program = ask_text(s, 44, keep);
    c->rules = ask_text(s, 45, keep);
}

/* What people corrected, over what was read. */
static void apply_edits(Register *reg, AskClaim *c, Arena *keep)
{
    EditFields f = {.contributor = c->contributor, .asset = c->asset, .asset_type = c->asset_type, .mission = c->mission, .hosts = c->hosts, .places = c->places,
                    .roles = c->roles, .stage = c->stage, .realis = c->realis, .act = c->act, .basis = c->basis, .hedge = c->hedge, .low = c->quantity_low,
                    .high = c->quantity_high, .start_said = c->start_said, .end_said = c->end_said, .start_earliest = c->start_earliest,
                    .start_latest = c->start_latest, .end_earliest = c->end_earliest, .end_latest = c->end_latest};
    edits_apply(reg->edits, c->row, &f);
    c->accepted = f.accepted;
    c->rejected = f.rejected;
    c->edited = f.edited;
    if (!f.edited) return;
    Span *to[] = {&c->contributor, &c->asset, &c->asset_type, &c->mission, &c->hosts, &c->places, &c->roles, &c->stage, &c->realis, &c->act, &c->basis, &c->hedge};
    const Span from[] = {f.contributor, f.asset, f.asset_type, f.mission, f.hosts, f.places, f.roles, f.stage, f.realis, f.act, f.basis, f.hedge};
    for (int i = 0; i < 12; i++) *to[i] = from[i].len ? arena_copy(keep, from[i]) : (Span){NULL, 0};
    c->quantity_low = f.low;
    c->quantity_high = f.high;
    c->start_said = f.start_said;
    c->end_said = f.end_said;
    c->start_earliest = f.start_earliest;
    c->start_latest = f.start_latest;
    c->end_earliest = f.end_earliest;
    c->end_latest = f.end_latest;
}

AskClaim ask_read_claim(Register *reg, sqlite3_stmt *s, const HedgeTable *hedges, bool strict, Arena *keep)
{
    AskClaim c = {0};
    read_what(s, &c, keep);
    read_where(s, &c, keep);
    if (reg->edits) apply_edits(reg, &c, keep);
    int hedge = hedge_from(c.hedge);
    c.interval = (Interval){(double)NAN, (double)NAN, (double)NAN, NULL};
    if (hedge >= 0) c.interval = hedges_interval(hedges, (Hedge)hedge, c.quantity_words, c.quantity_low, c.quantity_high, strict);
    return c;
}

AskClaim ask_claim(Register *reg, int64_t row, const HedgeTable *hedges, bool strict, Arena *keep)
{
    AskClaim c = {0};
    sqlite3_stmt *s = store_begin(reg, SQL_CLAIM_BY_ROW);
    store_int(s, 1, row);
    if (store_row(reg, s)) c = ask_read_claim(reg, s, hedges, strict, keep);
    store_end(s);
    return c;
}

bool ask_among(Span joined, Span one)
{
    Span piece;
    if (one.len == 0) return true;
    while (span_cut(&joined, '|', &piece))
        if (span_equal(piece, one)) return true;
    return false;
}

bool ask_passes(const AskClaim *c, const AskFilter *f)
{
    return ask_among(c->hosts, f->host) && ask_among(c->roles, f->role) && ask_among(c->places, f->place) &&
           (f->asset.len == 0 || span_equal(c->asset, f->asset)) && (f->asset_type.len == 0 || span_equal(c->asset_type, f->asset_type)) &&
           (f->stage.len == 0 || span_equal(c->stage, f->stage)) && (f->publisher.len == 0 || span_equal(c->publisher, f->publisher));
}

void ask_bind_learned(sqlite3_stmt *s, int at, const AskFilter *f)
{
    if (f->by_learning && day_known(f->known)) store_int(s, at, ((int64_t)f->known.n + 1) * 86400 * 1000000 - 1);
}

DeriveFilter ask_derive_filter(const AskFilter *f, const HedgeTable *hedges, bool days)
{
    return (DeriveFilter){.contributor = f->contributor, .mission = f->mission, .by_learning = f->by_learning, .known = f->known, .strict = f->strict,
                          .hedges = hedges, .first = days ? f->at_first : NO_DAY, .last = days ? f->at_last : NO_DAY, .max_age = f->max_age};
}

AsOfQuestion ask_question(const AskFilter *f)
{
    return (AsOfQuestion){f->at_first, f->at_last, day_known(f->known) && !f->by_learning, f->known, f->max_age};
}

AskLevel ask_fill_level(Register *reg, const AsOfClaim *group, const AsOfLevel *l, const AskFilter *f, const HedgeTable *hedges, Arena *keep)
{
    const AsOfClaim *governor = &group[l->claim];
    AskLevel row = {.low = l->low, .best = l->best, .high = l->high, .certainty = l->certainty, .planned = l->tells == TELLS_PLANNED,
                    .past = l->tells == TELLS_PAST, .undated = !day_known(governor->published_last), .part = !governor->whole,
                    .evidence = l->evidence, .age = l->age, .claims = l->claims, .documents = l->documents, .origins = l->origins, .others = l->others};
    row.claim = ask_claim(reg, governor->claim, hedges, f->strict, keep);
    if (l->number == l->claim) row.number = row.claim;
    else if (l->number >= 0) row.number = ask_claim(reg, group[l->number].claim, hedges, f->strict, keep);
    return row;
}

int ask_order_claims(const AskClaim *x, const AskClaim *y)
{
    const Span left[] = {x->contributor, x->mission, x->asset, x->asset_type, x->places}, right[] = {y->contributor, y->mission, y->asset, y->asset_type, y->places};
    for (int i = 0; i < 5; i++) {
        int by = span_compare(left[i], right[i]);
        if (by) return by;
    }
    return 0;
}

void ask_begin(Register *reg)
{
    store_run(reg, SQL_BEGIN_LOOK);
    (void)edits_refresh(reg);
}

Error ask_end(Register *reg)
{
    Error e = store_error(reg);
    store_run(reg, SQL_ROLLBACK);
    (void)store_error(reg);
    return e;
}
