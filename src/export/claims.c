/* Documents one after another in the format asked for. */
#include "export/claims.h"

#include "export/day.h"
#include "export/html.h"

Range claim_field_range(const Claim *c, Field f)
{
    switch (f) {
    case FIELD_QUANTITY:
        if (c->quantity.some && range_some(c->quantity.words)) return c->quantity.words;
        break;
    case FIELD_START:
        if (c->start.some && range_some(c->start.words)) return c->start.words;
        break;
    case FIELD_END:
        if (c->end.some && range_some(c->end.words)) return c->end.words;
        break;
    case FIELD_DURATION:
        if (c->duration.some && range_some(c->duration.words)) return c->duration.words;
        break;
    case FIELD_DECIDER:
        if (range_some(c->decider)) return c->decider;
        break;
    case FIELD_REQUESTER:
        if (range_some(c->requester)) return c->requester;
        break;
    case FIELD_SPEAKER:
        if (range_some(c->speaker)) return c->speaker;
        break;
    default: break;
    }
    return c->proof[f].how == HOW_NONE || c->proof[f].how == HOW_DEFAULTED ? NO_RANGE : c->proof[f].at;
}

static const char *hedge_sign(Hedge h)
{
    switch (h) {
    case HEDGE_ABOUT: return "~";
    case HEDGE_MORE_THAN: return "> ";
    case HEDGE_AT_LEAST: return "\xE2\x89\xA5 ";
    case HEDGE_AT_MOST: return "\xE2\x89\xA4 ";
    case HEDGE_ALMOST: return "< ";
    default: return "";
    }
}

Span how_many(const Quantity *q, Basis basis, Span words, Arena *keep)
{
    if (!q->some) return (Span){NULL, 0};
    if (!q->known) return words;
    Out o = out_to_memory();
    if (basis == BASIS_INCREASE) out_char(&o, '+');
    if (basis == BASIS_DECREASE) out_text(&o, "\xE2\x88\x92");
    out_text(&o, hedge_sign(q->hedge));
    number_write(&o, q->low);
    if (q->high > q->low) {
        out_text(&o, "\xE2\x80\x93");
        number_write(&o, q->high);
    }
    Span text = arena_copy(keep, out_written(&o));
    out_close(&o);
    return text;
}

Span claim_how_many(const Claim *c, Span bytes, Arena *keep)
{
    return how_many(&c->quantity, c->basis, c->quantity.some ? span_range(bytes, c->quantity.words) : (Span){NULL, 0}, keep);
}

/* One row a claim; the other formats show document by document. */
static bool is_sheet(Format f)
{
    return f == FORMAT_CSV || f == FORMAT_TSV || f == FORMAT_XLSX || f == FORMAT_PARQUET || f == FORMAT_GEOJSON;
}

Claims claims_begin(Look look, Out *out)
{
    Grid columns = claims_sheet_grid();
    Claims c = {.look = look, .out = out};
    if (look.format == FORMAT_HTML) html_open(out, SPAN("Contributions"), NULL);
    if (look.format == FORMAT_JSON) out_char(out, '[');
    if (is_sheet(look.format)) c.sheet = grid_begin(&columns, "claims", look, NULL, out);
    return c;
}

static void sheet_of(Claims *c, const ClaimsDocument *d, Arena *scratch)
{
    Grid g = claims_sheet_grid();
    claims_sheet(d, &g, scratch);
    if (grid_rows(&g)) grid_part(&c->sheet, &g);
}

void claims_document(Claims *c, const ClaimsDocument *d, Arena scratch)
{
    if (c->look.format == FORMAT_JSONL) {
        claims_jsonl(d, c->out, scratch);
        out_char(c->out, '\n');
    } else if (c->look.format == FORMAT_JSON) {
        out_text(c->out, c->documents ? ",\n" : "\n");
        claims_jsonl(d, c->out, scratch);
    } else if (is_sheet(c->look.format)) {
        sheet_of(c, d, &scratch);
    } else {
        c->defaults |= claims_table(d, c->look, c->out, scratch);
    }
    c->documents++;
    c->claims += d->reading->claims.len;
}

void claims_end(Claims *c)
{
    const char *legend = "In brackets, as (NL): who gives is not stated; it is the country of the publication.";
    if (is_sheet(c->look.format)) grid_end(&c->sheet);
    switch (c->look.format) {
    case FORMAT_JSON: out_text(c->out, "\n]\n"); break;
    case FORMAT_HTML:
        if (c->defaults) out_print(c->out, "<p class=\"dim\">%s</p>\n", legend);
        html_close(c->out);
        break;
    case FORMAT_TABLE:
    case FORMAT_MARKDOWN:
        if (c->defaults) out_print(c->out, "%s\n", legend);
        break;
    default: break;
    }
}
