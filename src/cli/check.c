/* `inzet check DRAFT`: does a draft agree with the register. */
#include "base/limits.h"
#include "cli/cells.h"
#include "cli/draft.h"
#include "cli/given.h"
#include "export/claims.h"
#include "export/day.h"
#include "source/plain.h"

#include <math.h>

static const GridColumn SHEET[] = {
    {"doc", NULL, GRID_TEXT, 0, 0}, {"result", NULL, GRID_TEXT, 0, 0}, {"contributor", NULL, GRID_TEXT, 0, 0}, {"asset", NULL, GRID_TEXT, 0, 0},
    {"asset_type", NULL, GRID_TEXT, 0, 0}, {"quantity_words", NULL, GRID_TEXT, 0, 0}, {"quantity_low", NULL, GRID_NUMBER, 0, 0},
    {"quantity_high", NULL, GRID_NUMBER, 0, 0}, {"hedge", NULL, GRID_TEXT, 0, 0}, {"basis", NULL, GRID_TEXT, 0, 0}, {"stage", NULL, GRID_TEXT, 0, 0},
    {"mission", NULL, GRID_TEXT, 0, 0}, {"host", NULL, GRID_LIST, 0, 0}, {"places", NULL, GRID_LIST, 0, 0}, {"roles", NULL, GRID_LIST, 0, 0},
    {"from", NULL, GRID_WHOLE, 0, 0}, {"to", NULL, GRID_WHOLE, 0, 0}, {"text", NULL, GRID_TEXT, 0, 0}, {"verdict", NULL, GRID_TEXT, 0, 0},
    {"why", NULL, GRID_TEXT, 0, 0}, {"register_low", NULL, GRID_NUMBER, 0, 0}, {"register_best", NULL, GRID_NUMBER, 0, 0},
    {"register_high", NULL, GRID_NUMBER, 0, 0}, {"register_basis", NULL, GRID_TEXT, 0, 0}, {"register_stage", NULL, GRID_TEXT, 0, 0},
    {"certainty", NULL, GRID_TEXT, 0, 0}, {"planned", NULL, GRID_BOOL, 0, 0}, {"age", NULL, GRID_WHOLE, 0, 0}, {"origins", NULL, GRID_WHOLE, 0, 0},
    {"claim", NULL, GRID_TEXT, 0, 0}, {"claim_doc", NULL, GRID_TEXT, 0, 0}, {"evidence", NULL, GRID_TEXT, 0, 0},
};
enum { LEVEL_COLUMNS = 12 };

static const GridColumn TABLE[] = {
    {"result", "RESULT", GRID_TEXT, 12, 13}, {"contributor", "WHO", GRID_TEXT, 3, 10}, {"what", "WHAT", GRID_TEXT, 8, 26}, {"how_many", "HOW MANY", GRID_TEXT, 9, 18},
    {"where", "WHERE", GRID_TEXT, 8, 22}, {"mission", "MISSION", GRID_TEXT, 7, 16}, {"stage", "STAGE", GRID_TEXT, 8, 10},
    {"certainty", "HOW SURE", GRID_TEXT, 18, 22}, {"origins", "SOURCES", GRID_WHOLE, 7, 7}, {"claim", "CLAIM", GRID_TEXT, 9, 9},
};

typedef struct {
    Question q;
    Cells cells;
    ReaderGiven given;
    Plain plain;
    Arena work, scratch;
    Day day;
    Size claims;
    bool people, page, contradicted, doubt;
    int status;
} Check;

static Span joined(const Span *name, int names, Arena *keep)
{
    Out o = out_to_memory();
    for (int i = 0; i < names; i++) {
        if (i) out_char(&o, '|');
        out_span(&o, name[i]);
    }
    Span s = arena_copy(keep, out_written(&o));
    out_close(&o);
    return s;
}

/* A claim of the draft in the shape of those in the register, so that the same cells show both. */
static AskClaim in_draft(const Claim *c, Span bytes, Arena *keep)
{
    Span place[CLAIM_PLACES], role[ROLE_COUNT];
    int roles = 0;
    for (int i = 0; i < c->places; i++) place[i] = c->place[i].name;
    for (int i = 0; i < ROLE_COUNT; i++)
        if (c->roles >> i & 1) role[roles++] = span_of(role_name((Role)i));
    AskClaim a = {.contributor = arena_copy(keep, c->contributor), .asset = span_of(asset_name(c->asset)), .asset_type = arena_copy(keep, c->asset_type),
                  .mission = arena_copy(keep, c->mission), .stage = span_of(stage_name(c->stage)), .hosts = joined(c->host, c->hosts, keep),
                  .places = joined(place, c->places, keep), .roles = joined(role, roles, keep), .at = c->evidence,
                  .quote = arena_copy(keep, span_range(bytes, c->evidence)), .quantity_low = (double)NAN, .quantity_high = (double)NAN};
    if (c->basis != BASIS_NONE) a.basis = span_of(basis_name(c->basis));
    if (!c->quantity.some) return a;
    a.quantity_words = arena_copy(keep, span_range(bytes, c->quantity.words));
    a.hedge = span_of(hedge_name(c->quantity.hedge));
    if (c->quantity.known) {
        a.quantity_low = c->quantity.low;
        a.quantity_high = c->quantity.high;
    }
    return a;
}

static void put_draft(Cells *s, const AskClaim *c)
{
    cells_put(s, c->contributor);
    cells_put(s, c->asset);
    cells_put(s, c->asset_type);
    cells_put(s, c->quantity_words);
    cells_number(s, c->quantity_low);
    cells_number(s, c->quantity_high);
    cells_put(s, c->hedge);
    cells_put(s, c->basis);
    cells_put(s, c->stage);
    cells_put(s, c->mission);
    cells_lists(s, c);
    cells_number(s, c->at.from);
    cells_number(s, c->at.to);
    cells_put(s, c->quote);
}

static void put_level(Cells *s, const AskLevel *l)
{
    for (int i = 0; i < LEVEL_COLUMNS && !l->claim.id.len; i++) cells_put(s, (Span){NULL, 0});
    if (!l->claim.id.len) return;
    cells_number(s, l->low);
    cells_number(s, l->best);
    cells_number(s, l->high);
    cells_put(s, l->number.id.len ? l->number.basis : l->claim.basis);
    cells_put(s, l->claim.stage);
    cells_name(s, certainty_name(l->certainty));
    cells_bool(s, l->planned);
    cells_days(s, l->age < 0 ? INT32_MIN : l->age);
    cells_number(s, l->origins);
    cells_put(s, l->claim.id);
    cells_put(s, l->claim.name);
    cells_put(s, l->claim.quote);
}

static void row_of(Check *k, Span name, const AskClaim *draft, const AskChecked *c)
{
    Cells *s = &k->cells;
    cells_put(s, name);
    cells_name(s, check_name(c->kind));
    put_draft(s, draft);
    cells_name(s, c->verdict ? verdict_name(c->verdict) : NULL);
    cells_put(s, c->words);
    put_level(s, &c->level);
}

static void put_line(Cells *s, Span result, const AskClaim *c, Span many, Span sure, Span sources, Span note)
{
    cells_put(s, result);
    cells_put(s, c->contributor);
    cells_put(s, question_what(c, s->keep));
    cells_put(s, many);
    cells_put(s, question_where(c, s->keep));
    cells_put(s, c->mission);
    cells_put(s, c->stage);
    cells_put(s, sure);
    cells_put(s, sources);
    cells_put(s, cells_short(c->id));
    cells_note(s, note);
}

/* The draft's claim, and below it what the register has. */
static void line_of(Check *k, const AskClaim *draft, const AskChecked *c)
{
    Cells *s = &k->cells;
    const AskLevel *l = &c->level;
    put_line(s, span_of(check_name(c->kind)), draft, question_how_many(draft, s->keep), (Span){NULL, 0}, (Span){NULL, 0}, draft->quote);
    if (l->claim.id.len) put_line(s, SPAN("  register"), &l->claim, cells_how_many(l, s->keep), cells_how_sure(l, s->keep),
                                   cells_sources(l->origins, l->documents, s->keep), l->claim.quote);
}

/* The words that a mark stands under: those that name the force and its number, else the sentence. */
static Range words_of(const Claim *c)
{
    Range force = c->proof[FIELD_ASSET].at, many = c->quantity.some ? c->quantity.words : NO_RANGE, words = range_cover(force, many);
    return range_some(words) && words.from >= c->evidence.from && words.to <= c->evidence.to ? words : c->evidence;
}

static void page_of(Check *k, Span name, Span bytes, const Reading *draft, const AskCheck *answer)
{
    Arena *keep = &k->q.keep;
    DraftClaim *claim = ARENA_NEW(keep, DraftClaim, answer->item.len);
    AskClaim *said = ARENA_NEW(keep, AskClaim, answer->item.len);
    for (Size i = 0; i < answer->item.len; i++) {
        const Claim *c = &draft->claims.item[answer->item.item[i].claim];
        said[i] = in_draft(c, bytes, keep);
        claim[i] = (DraftClaim){words_of(c), &said[i], &answer->item.item[i]};
    }
    draft_write(name, bytes, claim, answer->item.len, k->q.look, &k->q.out, keep);
}

static void rows_of(Check *k, Span name, Span bytes, const Reading *draft, const AskCheck *answer)
{
    for (Size i = 0; i < answer->item.len; i++) {
        const AskChecked *c = &answer->item.item[i];
        AskClaim claim = in_draft(&draft->claims.item[c->claim], bytes, &k->q.keep);
        if (k->people) line_of(k, &claim, c);
        else row_of(k, name, &claim, c);
    }
}

static Error check_text(Check *k, const SourceText *text)
{
    Arena work = k->work;
    Document document = document_read(text->bytes, &work);
    Reading draft = reader_read(&document, &k->given, NULL, &work, k->scratch);
    AskCheck answer = {0};
    Error e = ask_check(k->q.reg, &draft, text->bytes, k->day, &k->q.filter, k->q.hedges, &answer, &k->q.keep);
    Span name = arena_copy(&k->q.keep, text->path);
    if (e.code) return e;
    for (Size i = 0; i < answer.item.len; i++) k->doubt = k->doubt || answer.item.item[i].level.others;
    if (k->page) page_of(k, name, text->bytes, &draft, &answer);
    else rows_of(k, name, text->bytes, &draft, &answer);
    k->claims += answer.item.len;
    k->contradicted |= answer.contradicted;
    return NO_ERROR;
}

/* An Error is one of the register; what cannot be read is told and counts for the exit status. */
static Error check_file(Check *k, const char *path)
{
    SourceText text;
    Error e = plain_open(&k->plain, path), failed = NO_ERROR;
    if (!e.code) {
        while (!failed.code && plain_next(&k->plain, &text, &e)) failed = check_text(k, &text);
        plain_close(&k->plain);
    }
    if (!failed.code && e.code) {
        cli_error(&e);
        k->status = cli_worse(k->status, e.code);
    }
    return failed;
}

static Error begin(const Line *line, Check *k)
{
    Error e = cli_given(line, &k->given);
    if (!e.code) e = question_begin(line, CELLS_PLACES, &k->q);
    if (e.code) return e;
    k->day = day_known(k->q.filter.at_last) ? k->q.filter.at_last : question_today();
    k->people = cells_for_people(k->q.look.format);
    k->page = k->q.look.format == FORMAT_HTML;
    if (k->page) draft_open(&k->q.out);
    k->cells = k->people ? CELLS(TABLE, &k->q.keep) : CELLS(SHEET, &k->q.keep);
    k->work = arena_reserve((Size)4 << 30);
    k->scratch = arena_reserve((Size)1 << 30);
    k->plain = plain_new(&k->q.keep);
    return NO_ERROR;
}

int cli_check(const Line *line)
{
    static const char *const STANDARD[] = {"-"};
    const char *const *names = line->count ? (const char *const *)line->names : STANDARD;
    Check k = {.q = {.out = {.fd = -1}}};
    Error e = begin(line, &k);
    for (int i = 0; i < (line->count ? line->count : 1) && !e.code; i++) e = check_file(&k, names[i]);
    if (e.code) return question_fail(&k.q, &e);
    if (k.page) draft_close(&k.q.out);
    else grid_write(&k.cells.g, "check", k.q.look, &k.q.out);
    out_flush(&k.q.out);
    cli_errors_rest();
    if (k.doubt && k.people) cli_note(line, "! other claims of that day give another number: inzet conflicts --explained");
    if (k.contradicted) cli_note(line, "the register contradicts the draft");
    if (!k.claims && !k.status) cli_note(line, "the draft names no contribution");
    return question_end(&k.q, cli_worse(k.contradicted ? ERROR_NO : 0, k.status));
}
