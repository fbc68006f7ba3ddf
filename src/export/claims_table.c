/* Claims for people: a heading for the document, a table, and below each row the sentence that says it. */
#include "export/claims.h"
#include "export/day.h"
#include "export/write.h"

enum { QUOTE_BESIDE = 170 };  /* a terminal this wide has room for the quote in the row */

static const GridColumn COLUMNS[] = {
    {"contributor", "WHO", GRID_TEXT, 4, 10},   {"what", "WHAT", GRID_TEXT, 14, 30},      {"how_many", "HOW MANY", GRID_TEXT, 9, 18},
    {"where", "WHERE", GRID_TEXT, 16, 30},      {"mission", "MISSION", GRID_TEXT, 8, 18}, {"stage", "STAGE", GRID_TEXT, 10, 22},
    {"from", "FROM", GRID_TEXT, 10, 22},        {"until", "UNTIL", GRID_TEXT, 10, 22},    {"quote", "QUOTE", GRID_TEXT, 20, 0},
};

enum { SHOWN = (int)(sizeof COLUMNS / sizeof *COLUMNS) };

static Span who(const Claim *c, bool *defaults, Arena *keep)
{
    if (c->proof[FIELD_CONTRIBUTOR].how != HOW_DEFAULTED) return c->contributor;
    *defaults = true;
    return arena_print(keep, "(%.*s)", (int)c->contributor.len, c->contributor.at);
}

static Span what(const Claim *c, Arena *keep)
{
    Out o = out_to_memory();
    if (c->asset_type.len) out_span(&o, c->asset_type);
    else out_text(&o, c->asset == ASSET_NONE ? "" : asset_name(c->asset));
    for (int i = 0, n = 0; i < ROLE_COUNT; i++) {
        if (!(c->roles >> i & 1)) continue;
        out_text(&o, n++ ? ", " : o.len ? ": " : "");
        out_text(&o, role_name((Role)i));
    }
    Span text = arena_copy(keep, out_written(&o));
    out_close(&o);
    return text;
}

static Span where(const Claim *c, Arena *keep)
{
    Out o = out_to_memory();
    for (int i = 0; i < c->places; i++) {
        if (o.len) out_text(&o, ", ");
        out_span(&o, c->place[i].name);
    }
    for (int i = 0; i < c->hosts; i++) {
        if (o.len) out_text(&o, i ? " " : ", ");
        out_span(&o, c->host[i]);
    }
    Span text = arena_copy(keep, out_written(&o));
    out_close(&o);
    return text;
}

static Span stage(const Claim *c, Arena *keep)
{
    bool told = c->realis == REALIS_CONDITIONAL || c->realis == REALIS_POSSIBLE || c->realis == REALIS_NEGATED;
    if (!told) return span_of(stage_name(c->stage));
    return arena_print(keep, "%s, %s", stage_name(c->stage), realis_name(c->realis));
}

static Span bound(const Bound *b, Span bytes, Arena *keep)
{
    if (!b->some) return (Span){NULL, 0};
    Span days = day_bound(b->earliest, b->latest, keep);
    return days.len ? days : span_range(bytes, b->words);
}

static Span until(const Claim *c, Span bytes, Arena *keep)
{
    if (c->end.some || !c->duration.some) return bound(&c->end, bytes, keep);
    Span words = span_range(bytes, c->duration.words);
    return arena_print(keep, "(%.*s)", (int)words.len, words.at);
}

static bool is_word_start(Span s, Size i)
{
    return i == 0 || s.at[i - 1] == ' ' || s.at[i - 1] == '\n' || s.at[i - 1] == '\t';
}

/* The sentence, or where it is longer than `room` columns the part around the words that matter most. */
static Span quote(const Claim *c, Span bytes, int room, Arena *keep)
{
    Span s = span_range(bytes, c->evidence);
    if (!s.at || write_width(s) <= room) return s;
    Range focus = c->quantity.some ? c->quantity.words : c->proof[FIELD_ASSET].at;
    if (!range_some(focus) || focus.from < c->evidence.from || focus.to > c->evidence.to) return s;
    Size at = focus.from - c->evidence.from;
    if (at < room * 2 / 3) return s;
    Size from = at - room / 3;
    while (from < at && !is_word_start(s, from)) from++;
    Span part = span_sub(s, from, s.len);
    return arena_print(keep, "\xE2\x80\xA6%.*s", (int)part.len, part.at);
}

static void heading(const ClaimsDocument *d, Look look, Out *o, Arena *scratch)
{
    const Reading *r = d->reading;
    Span day = day_published(&r->published, scratch);
    bool html = look.format == FORMAT_HTML, markdown = look.format == FORMAT_MARKDOWN;
    out_text(o, html ? "<h2>" : markdown ? "## " : look.color ? "\033[1;4m" : "");
    if (html) write_html(o, d->name);
    else if (markdown) write_markdown(o, d->name);
    else write_plain(o, d->name, -1);
    out_text(o, html ? "</h2>\n<p class=\"dim\">" : markdown ? "\n\n" : look.color ? "\033[0m  " : "  ");
    if (d->offset) out_print(o, "from byte %lld, ", (long long)d->offset);
    if (r->publisher.len && html) write_html(o, r->publisher);
    else write_plain(o, r->publisher, -1);
    out_print(o, "%s%.*s%s", r->publisher.len ? ", " : "", (int)r->country.len, r->country.at, r->country.len ? ", " : "");
    if (day.len) out_print(o, "%.*s (%s), ", (int)day.len, day.at, date_origin_name(r->published.origin));
    else out_text(o, "date unknown, ");
    out_print(o, "%lld claim%s", (long long)r->claims.len, r->claims.len == 1 ? "" : "s");
    out_text(o, html ? "</p>\n" : markdown ? "\n\n" : "\n");
}

static void add_row(Grid *g, const ClaimsDocument *d, const Claim *c, Look look, bool *defaults, Arena *keep)
{
    bool beside = g->columns == SHOWN;
    grid_add(g, who(c, defaults, keep), keep);
    grid_add(g, what(c, keep), keep);
    grid_add(g, claim_how_many(c, d->bytes, keep), keep);
    grid_add(g, where(c, keep), keep);
    grid_add(g, c->mission, keep);
    grid_add(g, stage(c, keep), keep);
    grid_add(g, bound(&c->start, d->bytes, keep), keep);
    grid_add(g, until(c, d->bytes, keep), keep);
    if (beside) grid_add(g, look.format == FORMAT_TABLE ? quote(c, d->bytes, look.width / 3, keep) : span_range(d->bytes, c->evidence), keep);
    else grid_note(g, quote(c, d->bytes, look.width - 5, keep), keep);
}

static void mission_line(const MissionClaim *m, const ClaimsDocument *d, Look look, Out *o)
{
    bool html = look.format == FORMAT_HTML, markdown = look.format == FORMAT_MARKDOWN;
    Range words = range_some(m->words) ? m->words : m->quantity.some ? m->quantity.words : m->when.some ? m->when.words : NO_RANGE;
    out_text(o, html ? "<li>" : markdown ? "- " : "  ");
    out_print(o, "mission %.*s, %s: ", m->mission.len ? (int)m->mission.len : 1, m->mission.len ? m->mission.at : "?", what_name(m->what));
    Span text = span_range(d->bytes, range_some(words) ? words : m->evidence);
    if (html) write_html(o, text);
    else if (markdown) write_markdown(o, text);
    else write_plain(o, text, look.width - 30);
    out_text(o, html ? "</li>\n" : "\n");
}

bool claims_table(const ClaimsDocument *d, Look look, Out *o, Arena scratch)
{
    const Reading *r = d->reading;
    bool defaults = false, beside = look.format != FORMAT_TABLE || look.width >= QUOTE_BESIDE;
    Grid g = {.column = COLUMNS, .columns = beside ? SHOWN : SHOWN - 1};
    heading(d, look, o, &scratch);
    for (Size i = 0; i < r->claims.len; i++) add_row(&g, d, &r->claims.item[i], look, &defaults, &scratch);
    if (g.cell.len) grid_write(&g, "claims", look, o);
    bool list = r->mission_claims.len > 0;
    if (list && look.format == FORMAT_HTML) out_text(o, "<ul>\n");
    if (list && look.format == FORMAT_MARKDOWN && g.cell.len) out_char(o, '\n');
    for (Size i = 0; i < r->mission_claims.len; i++) mission_line(&r->mission_claims.item[i], d, look, o);
    if (list && look.format == FORMAT_HTML) out_text(o, "</ul>\n");
    if (look.format != FORMAT_HTML) out_char(o, '\n');
    return defaults;
}
