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

Claims claims_begin(Look look, Out *out)
{
    if (look.format == FORMAT_HTML) html_open(out, SPAN("Contributions"), NULL);
    if (look.format == FORMAT_JSON) out_char(out, '[');
    return (Claims){.look = look, .out = out};
}

static void sheet_of(Claims *c, const ClaimsDocument *d, Arena *scratch)
{
    Grid g = claims_sheet_grid();
    claims_sheet(d, &g, scratch);
    grid_write(&g, c->look, c->documents > 0, c->out);
}

void claims_document(Claims *c, const ClaimsDocument *d, Arena scratch)
{
    switch (c->look.format) {
    case FORMAT_JSONL:
        claims_jsonl(d, c->out, scratch);
        out_char(c->out, '\n');
        break;
    case FORMAT_JSON:
        out_text(c->out, c->documents ? ",\n" : "\n");
        claims_jsonl(d, c->out, scratch);
        break;
    case FORMAT_CSV:
    case FORMAT_TSV: sheet_of(c, d, &scratch); break;
    default: c->defaults |= claims_table(d, c->look, c->out, scratch); break;
    }
    c->documents++;
    c->claims += d->reading->claims.len;
}

void claims_end(Claims *c)
{
    Grid none = claims_sheet_grid();
    const char *legend = "In brackets, as (NL): who gives is not stated; it is the country of the publication.";
    switch (c->look.format) {
    case FORMAT_JSON: out_text(c->out, "\n]\n"); break;
    case FORMAT_CSV:
    case FORMAT_TSV:
        if (!c->documents) grid_write(&none, c->look, false, c->out);
        break;
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
