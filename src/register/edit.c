/* Applying corrections to the fields of a claim. */
#include "register/edit.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define EDIT_BYTES ((Size)1 << 28)  /* address space for the corrections that hold */

static const char *const FIELDS_OF_TEXT[] = {"contributor", "asset_type", "mission", "host", "places", "roles"};

static bool read_days(Span value, Day *earliest, Day *latest)
{
    Size dots = span_find(value, SPAN(".."), 0);
    Span a = dots < 0 ? value : span_sub(value, 0, dots), b = dots < 0 ? value : span_sub(value, dots + 2, value.len);
    *earliest = a.len ? day_parse(a, NULL) : NO_DAY;
    *latest = b.len ? day_parse(b, NULL) : NO_DAY;
    return (day_known(*earliest) || day_known(*latest)) && (a.len == 0 || day_known(*earliest)) && (b.len == 0 || day_known(*latest)) &&
           !(day_known(*earliest) && day_known(*latest) && latest->n < earliest->n);
}

static bool read_one(Span s, double *n)
{
    char text[32], *end;
    if (s.len == 0 || s.len > 30) return false;
    memcpy(text, s.at, (size_t)s.len);
    text[s.len] = 0;
    *n = strtod(text, &end);
    return *end == 0 && isfinite(*n) && *n >= 0;
}

static bool read_numbers(Span value, double *low, double *high)
{
    Size dots = span_find(value, SPAN(".."), 0);
    if (dots < 0) return read_one(value, low) && (*high = *low, true);
    return read_one(span_sub(value, 0, dots), low) && read_one(span_sub(value, dots + 2, value.len), high) && *low <= *high;
}

static bool good_value(Span field, Span value)
{
    Day a, b;
    double low, high;
    if (span_is(field, "asset")) return asset_from(value) >= 0;
    if (span_is(field, "basis")) return span_is(value, "-") || basis_from(value) > 0;
    if (span_is(field, "stage")) return stage_from(value) >= 0;
    if (span_is(field, "realis")) return realis_from(value) >= 0;
    if (span_is(field, "act")) return act_from(value) >= 0;
    if (span_is(field, "roles")) return span_is(value, "-") || roles_from(value) != 0;
    if (span_is(field, "quantity")) return span_is(value, "-") || read_numbers(value, &low, &high);
    if (span_is(field, "start") || span_is(field, "end")) return span_is(value, "-") || read_days(value, &a, &b);
    if (span_is(field, "contributor")) return value.len > 0 && !span_is(value, "-");
    return value.len > 0;
}

static bool known_field(Span field)
{
    static const char *const other[] = {"asset", "basis", "stage", "realis", "act", "quantity", "start", "end"};
    for (size_t i = 0; i < sizeof other / sizeof *other; i++)
        if (span_is(field, other[i])) return true;
    for (size_t i = 0; i < sizeof FIELDS_OF_TEXT / sizeof *FIELDS_OF_TEXT; i++)
        if (span_is(field, FIELDS_OF_TEXT[i])) return true;
    return false;
}

static bool known_link(Span kind)
{
    static const char *const kinds[] = {"part_of", "same", "crew_of", "accompanies", "relieves", "replaces"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (span_is(kind, kinds[i])) return true;
    return false;
}

const char *edit_check(CorrectVerb verb, Span field, Span value)
{
    if (verb == CORRECT_LINK && !known_link(field)) return "claims are linked as part_of, same, crew_of, accompanies, relieves or replaces";
    if (verb == CORRECT_SPLIT && value.len == 0) return "give the new contribution a name";
    if (verb != CORRECT_EDIT) return NULL;
    if (!known_field(field)) return "fields are contributor, asset, asset_type, mission, host, places, roles, basis, stage, realis, act, quantity, start and end";
    return good_value(field, value) ? NULL
                                    : "this is no value for the field: a word of the contract, a number or 200..300, a day or 2018-05-01..2018-05-31, `-` for not said";
}

static int order_edits(const void *a, const void *b)
{
    const Edit *x = a, *y = b;
    if (x->claim != y->claim) return x->claim < y->claim ? -1 : 1;
    return (x->correction > y->correction) - (x->correction < y->correction);
}

static int64_t one_number(Register *reg, Statement which)
{
    sqlite3_stmt *s = store_begin(reg, which);
    int64_t n = store_row(reg, s) ? store_get_int(s, 0) : 0;
    store_end(s);
    return n;
}

/* What a replacement means for the claim that is replaced. */
static Edit replacement(Register *reg, const Edit *by)
{
    Edit e = *by;
    e.claim = by->target;
    e.target = by->claim;
    e.field = SPAN("replaced");
    sqlite3_stmt *s = store_begin(reg, SQL_PUBLICATION_OF_CLAIM);
    store_int(s, 1, by->claim);
    e.known = store_row(reg, s) ? store_get_day(s, 0) : NO_DAY;
    store_end(s);
    return e;
}

static Edits read_edits(Register *reg, Arena *keep)
{
    Edits edits = {0};
    Corrections all;
    Error e = register_corrections(reg, &all, keep);
    if (e.code != ERROR_NONE) {
        store_fail_with(reg, e);
        return edits;
    }
    for (Size i = 0; i < all.item.len; i++) {
        const Correction *c = &all.item.item[i];
        if (c->applies_to == 0) continue;
        Edit edit = {.claim = c->applies_to, .correction = c->row, .verb = c->verb, .field = c->field, .value = c->value, .holds = c->state == CORRECTION_HOLDS};
        edit.target = c->target_row;
        *ARRAY_PUSH(&edits.item, keep) = edit;
        if (c->verb == CORRECT_LINK && span_is(c->field, "replaces")) *ARRAY_PUSH(&edits.item, keep) = replacement(reg, &edit);
    }
    if (edits.item.len) qsort(edits.item.item, (size_t)edits.item.len, sizeof *edits.item.item, order_edits);
    return edits;
}

const Edits *edits_refresh(Register *reg)
{
    int64_t correction = one_number(reg, SQL_LAST_CORRECTION);
    if (correction == 0 || reg->error.code != ERROR_NONE) return reg->edits = NULL;
    int64_t reading = one_number(reg, SQL_LAST_READING);
    if (reg->edits && reg->edits_correction == correction && reg->edits_reading == reading) return reg->edits;
    if (!reg->edit_room.at) reg->edit_room = reg->edit_whole = arena_reserve(EDIT_BYTES);
    reg->edit_room = reg->edit_whole;
    Edits *edits = ARENA_NEW(&reg->edit_room, Edits, 1);
    *edits = read_edits(reg, &reg->edit_room);
    reg->edits_correction = correction;
    reg->edits_reading = reading;
    return reg->edits = edits;
}

Size edits_find(const Edits *edits, int64_t claim)
{
    Size low = 0, high = edits->item.len;
    while (low < high) {
        Size middle = (low + high) / 2;
        if (edits->item.item[middle].claim < claim) low = middle + 1;
        else high = middle;
    }
    return low;
}

static void edit_text(Span field, Span value, EditFields *f)
{
    Span *text[] = {&f->contributor, &f->asset_type, &f->mission, &f->hosts, &f->places, &f->roles};
    for (size_t i = 0; i < sizeof FIELDS_OF_TEXT / sizeof *FIELDS_OF_TEXT; i++)
        if (span_is(field, FIELDS_OF_TEXT[i])) *text[i] = value;
    if (span_is(field, "asset")) f->asset = value;
    if (span_is(field, "basis")) f->basis = value;
    if (span_is(field, "stage")) f->stage = value;
    if (span_is(field, "realis")) f->realis = value;
    if (span_is(field, "act")) f->act = value;
}

static void edit_number(Span value, EditFields *f)
{
    f->low = f->high = (double)NAN;
    f->hedge = (Span){NULL, 0};
    if (value.len && read_numbers(value, &f->low, &f->high)) f->hedge = f->low < f->high ? SPAN("range") : SPAN("exact");
}

static void apply_edit(const Edit *e, EditFields *f)
{
    Span value = span_is(e->value, "-") ? (Span){NULL, 0} : e->value;
    f->edited = true;
    edit_text(e->field, value, f);
    if (span_is(e->field, "quantity")) edit_number(value, f);
    if (span_is(e->field, "start") && !(f->start_said = value.len && read_days(value, &f->start_earliest, &f->start_latest))) f->start_earliest = f->start_latest = NO_DAY;
    if (span_is(e->field, "end") && !(f->end_said = value.len && read_days(value, &f->end_earliest, &f->end_latest))) f->end_earliest = f->end_latest = NO_DAY;
}

static void apply_link(const Edit *e, EditFields *f)
{
    if (span_is(e->field, "part_of")) f->part = true;
    if (span_is(e->field, "same")) f->joined = e->target;
    if (!span_is(e->field, "replaced")) return;
    f->replaced = true;
    f->replaced_on = e->known;
}

void edits_apply(const Edits *edits, int64_t claim, EditFields *f)
{
    for (Size i = edits_find(edits, claim); i < edits->item.len && edits->item.item[i].claim == claim; i++) {
        const Edit *e = &edits->item.item[i];
        if (!e->holds) continue;
        switch (e->verb) {
        case CORRECT_ACCEPT: f->accepted = true, f->rejected = false; break;
        case CORRECT_REJECT: f->rejected = true, f->accepted = false; break;
        case CORRECT_EDIT: apply_edit(e, f); break;
        case CORRECT_LINK: apply_link(e, f); break;
        case CORRECT_SPLIT: f->alone = e->value; break;
        case CORRECT_JOIN: f->joined = e->target; break;
        default: break;
        }
    }
}
