/* Claims as rows of a sheet: one row a claim, every field a column of its own. The names are stable (docs/formats.md). */
#include "export/claims.h"
#include "export/day.h"

static const GridColumn COLUMNS[] = {
    {"doc", NULL, GRID_TEXT, 0, 0}, {"publisher", NULL, GRID_TEXT, 0, 0}, {"country", NULL, GRID_TEXT, 0, 0},
    {"published", NULL, GRID_WHEN, 0, 0}, {"id", NULL, GRID_TEXT, 0, 0}, {"contributor", NULL, GRID_TEXT, 0, 0},
    {"asset", NULL, GRID_TEXT, 0, 0}, {"asset_type", NULL, GRID_TEXT, 0, 0}, {"quantity_words", NULL, GRID_TEXT, 0, 0},
    {"quantity_low", NULL, GRID_NUMBER, 0, 0}, {"quantity_high", NULL, GRID_NUMBER, 0, 0}, {"hedge", NULL, GRID_TEXT, 0, 0},
    {"basis", NULL, GRID_TEXT, 0, 0}, {"stage", NULL, GRID_TEXT, 0, 0}, {"realis", NULL, GRID_TEXT, 0, 0}, {"act", NULL, GRID_TEXT, 0, 0},
    {"mission", NULL, GRID_TEXT, 0, 0}, {"host", NULL, GRID_LIST, 0, 0}, {"places", NULL, GRID_LIST, 0, 0}, {"roles", NULL, GRID_LIST, 0, 0},
    {"start_words", NULL, GRID_TEXT, 0, 0}, {"start_earliest", NULL, GRID_DAY, 0, 0}, {"start_latest", NULL, GRID_DAY, 0, 0},
    {"end_words", NULL, GRID_TEXT, 0, 0}, {"end_earliest", NULL, GRID_DAY, 0, 0}, {"end_latest", NULL, GRID_DAY, 0, 0},
    {"duration_words", NULL, GRID_TEXT, 0, 0}, {"duration_iso", NULL, GRID_TEXT, 0, 0}, {"duration_added", NULL, GRID_BOOL, 0, 0},
    {"decider", NULL, GRID_TEXT, 0, 0}, {"requester", NULL, GRID_TEXT, 0, 0}, {"speaker", NULL, GRID_TEXT, 0, 0},
    {"assent_body", NULL, GRID_TEXT, 0, 0}, {"assent_outcome", NULL, GRID_TEXT, 0, 0}, {"assent_against", NULL, GRID_TEXT, 0, 0},
    {"links", NULL, GRID_LIST, 0, 0}, {"how", NULL, GRID_LIST, 0, 0}, {"score", NULL, GRID_NUMBER, 0, 0},
    {"evidence", NULL, GRID_TEXT, 0, 0}, {"evidence_from", NULL, GRID_WHOLE, 0, 0}, {"evidence_to", NULL, GRID_WHOLE, 0, 0},
};

Grid claims_sheet_grid(void)
{
    return (Grid){.column = COLUMNS, .columns = (int)(sizeof COLUMNS / sizeof *COLUMNS)};
}

typedef struct {
    const ClaimsDocument *d;
    const Claim *c;
    Grid *g;
    Arena *keep;
} Row;

static void put(Row *r, Span cell)
{
    grid_add(r->g, cell, r->keep);
}

static void put_name(Row *r, const char *name)
{
    put(r, span_of(name));
}

static void put_words(Row *r, Range at)
{
    put(r, span_range(r->d->bytes, at));
}

static void put_number(Row *r, bool some, double n)
{
    Out o = out_to_memory();
    if (some) number_write(&o, n);
    put(r, arena_copy(r->keep, out_written(&o)));
    out_close(&o);
}

static void put_bound(Row *r, const Bound *b)
{
    put_words(r, b->some ? b->words : NO_RANGE);
    put(r, b->some ? day_text(b->earliest, r->keep) : (Span){NULL, 0});
    put(r, b->some ? day_text(b->latest, r->keep) : (Span){NULL, 0});
}

/* Hosts, places and roles, each joined with semicolons. */
static void put_lists(Row *r)
{
    const Claim *c = r->c;
    Out o = out_to_memory();
    for (int i = 0; i < c->hosts; i++) {
        if (i) out_char(&o, ';');
        out_span(&o, c->host[i]);
    }
    put(r, arena_copy(r->keep, out_written(&o)));
    o.len = 0;
    for (int i = 0; i < c->places; i++) {
        if (i) out_char(&o, ';');
        out_span(&o, c->place[i].name);
    }
    put(r, arena_copy(r->keep, out_written(&o)));
    o.len = 0;
    for (int i = 0; i < ROLE_COUNT; i++) {
        if (!(c->roles >> i & 1)) continue;
        if (o.len) out_char(&o, ';');
        out_text(&o, role_name((Role)i));
    }
    put(r, arena_copy(r->keep, out_written(&o)));
    out_close(&o);
}

static void put_links_and_how(Row *r)
{
    const Claim *c = r->c;
    Out o = out_to_memory();
    for (int i = 0; i < c->links; i++) {
        if (c->link[i].to < 0 || c->link[i].to >= r->d->reading->claims.len) continue;
        if (o.len) out_char(&o, ';');
        out_print(&o, "%s=%s", link_name(c->link[i].kind), r->d->reading->claims.item[c->link[i].to].id);
    }
    put(r, arena_copy(r->keep, out_written(&o)));
    o.len = 0;
    for (int f = 0; f < FIELD_COUNT; f++) {
        if (c->proof[f].how == HOW_NONE) continue;
        if (o.len) out_char(&o, ';');
        out_print(&o, "%s=%s", field_name((Field)f), how_name(c->proof[f].how));
    }
    put(r, arena_copy(r->keep, out_written(&o)));
    out_close(&o);
}

static void put_what(Row *r)
{
    const Claim *c = r->c;
    const Quantity *q = &c->quantity;
    put_name(r, c->id);
    put(r, c->contributor);
    put_name(r, asset_name(c->asset));
    put(r, c->asset_type);
    put_words(r, q->some ? q->words : NO_RANGE);
    put_number(r, q->some && q->known, q->low);
    put_number(r, q->some && q->known, q->high);
    put_name(r, q->some ? hedge_name(q->hedge) : "");
    put_name(r, c->basis == BASIS_NONE ? "" : basis_name(c->basis));
    put_name(r, stage_name(c->stage));
    put_name(r, realis_name(c->realis));
    put_name(r, act_name(c->act));
    put(r, c->mission);
    put_lists(r);
}

static void put_when_and_whose(Row *r)
{
    const Claim *c = r->c;
    put_bound(r, &c->start);
    put_bound(r, &c->end);
    put_words(r, c->duration.some ? c->duration.words : NO_RANGE);
    put_name(r, c->duration.some ? c->duration.iso : "");
    put_name(r, !c->duration.some ? "" : c->duration.added ? "true" : "false");
    put_words(r, c->decider);
    put_words(r, c->requester);
    put_words(r, c->speaker);
    put_words(r, c->assent.some ? c->assent.body : NO_RANGE);
    put_name(r, c->assent.some ? outcome_name(c->assent.outcome) : "");
    put_words(r, c->assent.some ? c->assent.against : NO_RANGE);
}

void claims_sheet(const ClaimsDocument *d, Grid *g, Arena *keep)
{
    for (Size i = 0; i < d->reading->claims.len; i++) {
        const Claim *c = &d->reading->claims.item[i];
        Row r = {d, c, g, keep};
        put(&r, d->name);
        put(&r, d->reading->publisher);
        put(&r, d->reading->country);
        put(&r, day_published(&d->reading->published, keep));
        put_what(&r);
        put_when_and_whose(&r);
        put_links_and_how(&r);
        put(&r, arena_print(keep, "%.3f", c->score));
        put_words(&r, c->evidence);
        put_number(&r, true, c->evidence.from);
        put_number(&r, true, c->evidence.to);
    }
}
