/* The ledger of corrections: adding, matching against what is read now, importing. */
#include "register/correct.h"

#include "register/edit.h"
#include "register/store.h"

#include <nettle/sha2.h>
#include <stdio.h>
#include <stdlib.h>

const char *correct_verb_name(CorrectVerb v)
{
    static const char *const name[] = {"accept", "reject", "edit", "link", "split", "join", "undo"};
    return name[v];
}

int correct_verb_from(Span s)
{
    for (int i = 0; i < CORRECT_COUNT; i++)
        if (span_is(s, correct_verb_name((CorrectVerb)i))) return i;
    return -1;
}

const char *correction_state_name(CorrectionState v)
{
    static const char *const name[] = {"holds", "needs a second look", "orphan", "undone"};
    return name[v];
}

static Span copy(sqlite3_stmt *s, int column, Arena *keep)
{
    Span text = store_get_text(s, column);
    return text.len ? arena_copy(keep, text) : (Span){"", 0};
}

static Correction read_correction(sqlite3_stmt *s, Arena *keep)
{
    Correction c = {.row = store_get_int(s, 0), .id = copy(s, 1, keep), .made = {store_get_int(s, 2)}, .who = copy(s, 3, keep)};
    int verb = correct_verb_from(store_get_text(s, 4));
    Span sha256 = store_get_text(s, 5), *text[] = {&c.claim, &c.quote, &c.signature, &c.field, &c.was, &c.value, &c.target, &c.note};
    c.verb = verb < 0 ? CORRECT_UNDO : (CorrectVerb)verb;
    if (sha256.len == 32) memcpy(c.sha256, sha256.at, 32);
    for (int i = 0; i < 8; i++) *text[i] = copy(s, 6 + i, keep);
    return c;
}

/* ---- A claim as it is read now: columns of CLAIMS_OF_SHA. */

/* Who, what and how many: four columns from `column` on. */
static Span signature_at(sqlite3_stmt *s, int column, Arena *keep)
{
    Span part[4];
    for (int i = 0; i < 4; i++) part[i] = store_get_text(s, column + i);
    return arena_print(keep, "%.*s|%.*s|%.*s|%.*s", (int)part[0].len, part[0].at ? part[0].at : "", (int)part[1].len, part[1].at ? part[1].at : "", (int)part[2].len,
                       part[2].at ? part[2].at : "", (int)part[3].len, part[3].at ? part[3].at : "");
}

static Span signature_of(sqlite3_stmt *s, Arena *keep)
{
    return signature_at(s, 3, keep);
}

static Span days_of(sqlite3_stmt *s, int column, Arena *keep)
{
    char a[12], b[12];
    Day from = store_get_day(s, column), to = store_get_day(s, column + 1);
    if (!day_known(from) && !day_known(to)) return (Span){"", 0};
    return arena_print(keep, "%s..%s", day_print(from, a), day_print(to, b));
}

/* The value of a field now, in the ledger's notation. */
static Span value_of(sqlite3_stmt *s, Span field, Arena *keep)
{
    static const struct {
        const char *name;
        int column;
    } text[] = {{"contributor", 3}, {"asset", 4}, {"asset_type", 5}, {"mission", 7}, {"host", 8}, {"places", 9}, {"roles", 10}, {"basis", 11}, {"stage", 12}, {"realis", 13}, {"act", 14}};
    for (size_t i = 0; i < sizeof text / sizeof *text; i++)
        if (span_is(field, text[i].name)) return copy(s, text[i].column, keep);
    if (span_is(field, "start")) return days_of(s, 18, keep);
    if (span_is(field, "end")) return days_of(s, 20, keep);
    if (!span_is(field, "quantity") || store_get_null(s, 15)) return copy(s, 6, keep);
    double low = store_get_real(s, 15), high = store_get_real(s, 16);
    return low == high ? arena_print(keep, "%.15g", low) : arena_print(keep, "%.15g..%.15g", low, high);
}

/* What a correction finds in its document as it is read now. */
static void match(Register *reg, Correction *c, Arena scratch)
{
    c->state = CORRECTION_ORPHAN;
    c->applies_to = 0;
    sqlite3_stmt *s = store_begin(reg, SQL_CLAIMS_OF_SHA);
    store_blob(s, 1, c->sha256, 32);
    int best = 0;
    while (store_row(reg, s)) {
        if (!span_equal(store_get_text(s, 2), c->quote)) continue;
        bool same_id = span_equal(store_get_text(s, 1), c->claim), same_signature = span_equal(signature_of(s, &scratch), c->signature);
        Span now = c->verb == CORRECT_EDIT ? value_of(s, c->field, &scratch) : (Span){"", 0};
        bool same_value = c->verb != CORRECT_EDIT || span_equal(now, c->was) || span_equal(now, c->value);
        int score = same_id ? 4 : same_signature && same_value ? 3 : 1;
        if (score <= best) continue;
        best = score;
        c->state = score >= 3 ? CORRECTION_HOLDS : CORRECTION_SECOND_LOOK;
        c->applies_to = score >= 3 ? store_get_int(s, 0) : 0;
    }
}

/* Where the other claim of a link or a join stands now. It may have been read anew since, under another id. */
static void match_target(Register *reg, Correction *c, Arena scratch)
{
    Correction target = {.verb = CORRECT_ACCEPT, .claim = c->target};
    Span until = arena_print(&scratch, "%.*sg", (int)c->target.len, c->target.at);
    bool stands = false;
    sqlite3_stmt *s = store_begin(reg, SQL_CLAIM_TO_FIND);
    store_text(s, 1, c->target);
    store_text(s, 2, until);
    bool there = store_row(reg, s);
    if (there) {
        Span sha256 = store_get_text(s, 0);
        if (sha256.len == 32) memcpy(target.sha256, sha256.at, 32);
        target.quote = copy(s, 1, &scratch);
        target.signature = signature_at(s, 2, &scratch);
        stands = store_get_int(s, 6) != 0;
        target.applies_to = store_get_int(s, 7);
    }
    store_end(s);
    if (there && !stands) match(reg, &target, scratch);
    else target.state = there ? CORRECTION_HOLDS : CORRECTION_ORPHAN;
    c->target_row = target.applies_to;
    if (target.state == CORRECTION_HOLDS) return;
    if (target.state > c->state) c->state = target.state;
    c->applies_to = 0;
}

static void undo(Corrections *all)
{
    /* The newest first, so that an undo can itself be undone. */
    for (Size i = all->item.len - 1; i >= 0; i--) {
        const Correction *u = &all->item.item[i];
        if (u->verb != CORRECT_UNDO || u->state == CORRECTION_UNDONE) continue;
        for (Size k = 0; k < i; k++)
            if (span_equal(all->item.item[k].id, u->claim)) all->item.item[k].state = CORRECTION_UNDONE;
    }
}

static void read_all(Register *reg, Corrections *all, Arena *keep)
{
    sqlite3_stmt *s = store_begin(reg, SQL_CORRECTIONS);
    while (store_row(reg, s)) *ARRAY_PUSH(&all->item, keep) = read_correction(s, keep);
    undo(all);
    for (Size i = 0; i < all->item.len; i++) {
        Correction *c = &all->item.item[i];
        bool undone = c->state == CORRECTION_UNDONE;
        if (c->verb != CORRECT_UNDO) match(reg, c, *keep);
        if (c->target.len && c->state != CORRECTION_ORPHAN) match_target(reg, c, *keep);
        if (undone) c->state = CORRECTION_UNDONE;
    }
}

Error register_corrections(Register *reg, Corrections *all, Arena *keep)
{
    *all = (Corrections){0};
    read_all(reg, all, keep);
    return store_error(reg);
}

/* ---- Adding. */

static void hash_text(struct sha256_ctx *h, Span s)
{
    uint8_t len[8];
    for (int i = 0; i < 8; i++) len[i] = (uint8_t)((uint64_t)s.len >> (8 * i));
    sha256_update(h, 8, len);
    if (s.len) sha256_update(h, (size_t)s.len, (const uint8_t *)s.at);
}

static Span id_of(const Correction *c, Arena *keep)
{
    struct sha256_ctx h;
    uint8_t digest[8];
    char made[32];
    snprintf(made, sizeof made, "%lld", (long long)c->made.us);
    sha256_init(&h);
    const Span text[] = {span_of(made), c->who, span_of(correct_verb_name(c->verb)), {(const char *)c->sha256, 32}, c->claim, c->quote, c->signature,
                         c->field, c->was, c->value, c->target, c->note};
    for (size_t i = 0; i < sizeof text / sizeof *text; i++) hash_text(&h, text[i]);
    sha256_digest(&h, 8, digest);
    uint64_t n = 0;
    for (int i = 0; i < 8; i++) n = n << 8 | digest[i];
    return arena_print(keep, "k%016llx", (unsigned long long)n);
}

static void required_text(sqlite3_stmt *s, int at, Span text)
{
    if (s) sqlite3_bind_text64(s, at, text.len ? text.at : "", (sqlite3_uint64)text.len, SQLITE_STATIC, SQLITE_UTF8);
}

static bool add(Register *reg, const Correction *c)
{
    sqlite3_stmt *s = store_begin(reg, SQL_ADD_CORRECTION);
    required_text(s, 1, c->id);
    store_int(s, 2, c->made.us);
    required_text(s, 3, c->who);
    required_text(s, 4, span_of(correct_verb_name(c->verb)));
    store_blob(s, 5, c->sha256, 32);
    required_text(s, 6, c->claim);
    required_text(s, 7, c->quote);
    required_text(s, 8, c->signature);
    store_text(s, 9, c->field);
    store_text(s, 10, c->was);
    store_text(s, 11, c->value);
    store_text(s, 12, c->target);
    required_text(s, 13, c->note);
    return store_do(reg, s) && sqlite3_changes(reg->db) > 0;
}

/* The claim's row, or 0 with the error set. `*whole` becomes its id. */
static int64_t find_claim(Register *reg, Span id, Span *whole, Arena *keep)
{
    int64_t row = 0;
    Span until = arena_print(keep, "%.*sg", (int)id.len, id.at ? id.at : "");
    int fits = 0;
    sqlite3_stmt *s = store_begin(reg, SQL_CLAIM_IDS);
    store_text(s, 1, id);
    store_text(s, 2, until);
    while (id.len && store_row(reg, s)) {
        fits++;
        *whole = copy(s, 0, keep);
    }
    if (fits != 1) {
        store_fail_with(reg, error_make(ERROR_USAGE, fits ? "`%.*s` fits more than one claim; give more of its id" : "there is no claim `%.*s`; `inzet list` shows them",
                                        (int)id.len, id.at ? id.at : ""));
        return 0;
    }
    s = store_begin(reg, SQL_CLAIM_BY_ID);
    store_text(s, 1, *whole);
    store_text(s, 2, until);
    if (store_row(reg, s)) row = store_get_int(s, 0);
    store_end(s);
    return row;
}

static void fill_from_claim(Register *reg, int64_t row, Correction *c, Arena *keep)
{
    sqlite3_stmt *s = store_begin(reg, SQL_SHA_OF_CLAIM);
    store_int(s, 1, row);
    if (store_row(reg, s)) memcpy(c->sha256, store_get_text(s, 0).at, 32);
    store_end(s);
    bool found = false;
    s = store_begin(reg, SQL_CLAIMS_OF_SHA);
    store_blob(s, 1, c->sha256, 32);
    while (!found && store_row(reg, s)) {
        if (store_get_int(s, 0) != row) continue;
        found = true;
        c->quote = copy(s, 2, keep);
        c->signature = signature_of(s, keep);
        if (c->verb == CORRECT_EDIT) c->was = value_of(s, c->field, keep);
    }
    store_end(s);
    if (!found) store_fail_with(reg, error_make(ERROR_USAGE, "claim `%.*s` is of an older reading; correct the one that stands now", (int)c->claim.len, c->claim.at));
}

static void fill_undo(Register *reg, Correction *c, Arena *keep)
{
    int fits = 0;
    Span until = arena_print(keep, "%.*sg", (int)c->claim.len, c->claim.at ? c->claim.at : "");
    sqlite3_stmt *s = store_begin(reg, SQL_CORRECTION_BY_ID);
    store_text(s, 1, c->claim);
    store_text(s, 2, until);
    while (c->claim.len && store_row(reg, s)) {
        Correction undone = read_correction(s, keep);
        memcpy(c->sha256, undone.sha256, 32);
        c->claim = undone.id;
        fits++;
    }
    if (fits != 1) store_fail_with(reg, error_make(ERROR_USAGE, "there is no one correction `%.*s`; `inzet ledger` shows them", (int)c->claim.len, c->claim.at ? c->claim.at : ""));
}

static void prepare(Register *reg, const CorrectRequest *r, Correction *c, Arena *keep)
{
    *c = (Correction){.made = r->made, .who = r->who, .verb = r->verb, .claim = r->claim, .field = r->field, .value = r->value, .note = r->note};
    if (r->verb == CORRECT_UNDO) {
        fill_undo(reg, c, keep);
        return;
    }
    const char *wrong = edit_check(r->verb, r->field, r->value);
    if (wrong) store_fail_with(reg, error_make(ERROR_USAGE, "%s", wrong));
    int64_t row = find_claim(reg, r->claim, &c->claim, keep);
    if (row) fill_from_claim(reg, row, c, keep);
    if (r->verb == CORRECT_JOIN || r->verb == CORRECT_LINK) (void)find_claim(reg, r->target, &c->target, keep);
}

Error register_correct(Register *reg, const CorrectRequest *request, Span *id, Arena *keep)
{
    Correction c;
    Error ended = register_group_end(reg);
    if (ended.code != ERROR_NONE) return ended;
    prepare(reg, request, &c, keep);
    *id = c.id = id_of(&c, keep);
    if (reg->error.code == ERROR_NONE && store_run(reg, SQL_BEGIN)) {
        add(reg, &c);
        if (reg->error.code == ERROR_NONE) store_run(reg, SQL_COMMIT);
    }
    Error e = store_error(reg);
    if (!sqlite3_get_autocommit(reg->db)) store_run(reg, SQL_ROLLBACK);
    (void)store_error(reg);
    return e;
}

Error register_correct_import(Register *reg, const Correction *item, Size items, int64_t *added)
{
    *added = 0;
    Error ended = register_group_end(reg);
    if (ended.code != ERROR_NONE) return ended;
    if (!store_run(reg, SQL_BEGIN)) return store_error(reg);
    for (Size i = 0; i < items && reg->error.code == ERROR_NONE; i++) {
        Arena scratch = reg->work;
        if (!span_equal(id_of(&item[i], &scratch), item[i].id))
            store_fail_with(reg, error_make(ERROR_USAGE, "correction %.*s was changed since it was made (its id does not fit); nothing was imported", (int)item[i].id.len, item[i].id.at));
        else *added += add(reg, &item[i]);
    }
    if (reg->error.code == ERROR_NONE) store_run(reg, SQL_COMMIT);
    Error e = store_error(reg);
    if (e.code != ERROR_NONE) *added = 0;
    if (!sqlite3_get_autocommit(reg->db)) store_run(reg, SQL_ROLLBACK);
    (void)store_error(reg);
    return e;
}
