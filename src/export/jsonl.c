/* A document and its claims as one line of JSON, by docs/claims.md. */
#include "export/claims.h"
#include "export/day.h"
#include "export/write.h"

/* Writes `"name":`, behind a comma unless it is the first of its object. */
static void key(Out *o, const char *name)
{
    Span before = out_written(o);
    char last = before.len ? before.at[before.len - 1] : '{';
    if (last != '{' && last != '[') out_char(o, ',');
    out_char(o, '"');
    out_text(o, name);
    out_text(o, "\":");
}

static void string_or_null(Out *o, Span s)
{
    if (s.len) write_json(o, s);
    else out_text(o, "null");
}

static void words_of(Out *o, Span bytes, Range r)
{
    string_or_null(o, span_range(bytes, r));
}

static void range_of(Out *o, Range r)
{
    out_print(o, "{\"from\":%d,\"to\":%d}", (int)r.from, (int)r.to);
}

static void day_or_null(Out *o, Day day)
{
    if (!day_known(day)) {
        out_text(o, "null");
        return;
    }
    out_char(o, '"');
    day_write(o, day);
    out_char(o, '"');
}

static void quoted_of(Out *o, Span bytes, Range r)
{
    if (!range_some(r) || r.to <= r.from) {
        out_text(o, "null");
        return;
    }
    out_text(o, "{\"text\":");
    write_json(o, span_range(bytes, r));
    out_print(o, ",\"from\":%d,\"to\":%d}", (int)r.from, (int)r.to);
}

static void amount_of(Out *o, const Quantity *q)
{
    if (!q->known) out_text(o, "null");
    else if (q->hedge == HEDGE_RANGE) {
        out_char(o, '[');
        number_write(o, q->low);
        out_char(o, ',');
        number_write(o, q->high);
        out_char(o, ']');
    } else {
        number_write(o, q->low);
    }
}

static void quantity_of(Out *o, Span bytes, const Quantity *q)
{
    if (!q->some) {
        out_text(o, "null");
        return;
    }
    out_char(o, '{');
    key(o, "words");
    words_of(o, bytes, q->words);
    key(o, "n");
    amount_of(o, q);
    key(o, "hedge");
    write_json(o, span_of(hedge_name(q->hedge)));
    out_char(o, '}');
}

static void bound_of(Out *o, Span bytes, const Bound *b)
{
    if (!b->some) {
        out_text(o, "null");
        return;
    }
    out_char(o, '{');
    key(o, "words");
    words_of(o, bytes, b->words);
    key(o, "earliest");
    day_or_null(o, b->earliest);
    key(o, "latest");
    day_or_null(o, b->latest);
    out_char(o, '}');
}

static void duration_of(Out *o, Span bytes, const Duration *d)
{
    if (!d->some) {
        out_text(o, "null");
        return;
    }
    out_char(o, '{');
    key(o, "words");
    words_of(o, bytes, d->words);
    key(o, "iso");
    string_or_null(o, span_of(d->iso));
    key(o, "hedge");
    write_json(o, span_of(hedge_name(d->hedge)));
    if (d->added) {
        key(o, "added");
        out_text(o, "true");
    }
    out_char(o, '}');
}

static void lists_of(Out *o, const Claim *c)
{
    key(o, "host");
    out_char(o, '[');
    for (int i = 0; i < c->hosts; i++) {
        if (i) out_char(o, ',');
        write_json(o, c->host[i]);
    }
    out_char(o, ']');
    key(o, "places");
    out_char(o, '[');
    for (int i = 0; i < c->places; i++) {
        if (i) out_char(o, ',');
        write_json(o, c->place[i].name);
    }
    out_char(o, ']');
    key(o, "roles");
    out_char(o, '[');
    for (int i = 0, n = 0; i < ROLE_COUNT; i++) {
        if (!(c->roles >> i & 1)) continue;
        if (n++) out_char(o, ',');
        write_json(o, span_of(role_name((Role)i)));
    }
    out_char(o, ']');
}

static void times_of(Out *o, Span bytes, const Claim *c)
{
    key(o, "start");
    bound_of(o, bytes, &c->start);
    key(o, "end");
    bound_of(o, bytes, &c->end);
    key(o, "duration");
    duration_of(o, bytes, &c->duration);
}

static void people_of(Out *o, Span bytes, const Claim *c)
{
    key(o, "decider");
    words_of(o, bytes, c->decider);
    key(o, "requester");
    words_of(o, bytes, c->requester);
    key(o, "speaker");
    words_of(o, bytes, c->speaker);
    key(o, "assent");
    if (!c->assent.some) {
        out_text(o, "null");
        return;
    }
    out_char(o, '{');
    key(o, "body");
    words_of(o, bytes, c->assent.body);
    key(o, "outcome");
    write_json(o, span_of(outcome_name(c->assent.outcome)));
    key(o, "against");
    words_of(o, bytes, c->assent.against);
    out_char(o, '}');
}

static void links_of(Out *o, const Reading *r, const Claim *c)
{
    key(o, "links");
    out_char(o, '[');
    for (int i = 0, n = 0; i < c->links; i++) {
        if (c->link[i].to < 0 || c->link[i].to >= r->claims.len) continue;
        if (n++) out_char(o, ',');
        out_char(o, '{');
        key(o, "kind");
        write_json(o, span_of(link_name(c->link[i].kind)));
        key(o, "to");
        write_json(o, span_of(r->claims.item[c->link[i].to].id));
        out_char(o, '}');
    }
    out_char(o, ']');
}

static void proof_of(Out *o, const Claim *c)
{
    key(o, "how");
    out_char(o, '{');
    for (int f = 0; f < FIELD_COUNT; f++) {
        if (c->proof[f].how == HOW_NONE) continue;
        key(o, field_name((Field)f));
        write_json(o, span_of(how_name(c->proof[f].how)));
    }
    out_char(o, '}');
    key(o, "ranges");
    out_char(o, '{');
    for (int f = 0; f < FIELD_COUNT; f++) {
        Range at = claim_field_range(c, (Field)f);
        if (!range_some(at)) continue;
        key(o, field_name((Field)f));
        range_of(o, at);
    }
    out_char(o, '}');
}

static void claim_of(Out *o, Span bytes, const Reading *r, const Claim *c)
{
    out_char(o, '{');
    key(o, "id");
    write_json(o, span_of(c->id));
    key(o, "contributor");
    string_or_null(o, c->contributor);
    key(o, "asset");
    write_json(o, span_of(asset_name(c->asset)));
    key(o, "asset_type");
    string_or_null(o, c->asset_type);
    key(o, "quantity");
    quantity_of(o, bytes, &c->quantity);
    key(o, "basis");
    string_or_null(o, c->basis == BASIS_NONE ? (Span){NULL, 0} : span_of(basis_name(c->basis)));
    key(o, "stage");
    write_json(o, span_of(stage_name(c->stage)));
    key(o, "realis");
    write_json(o, span_of(realis_name(c->realis)));
    key(o, "act");
    write_json(o, span_of(act_name(c->act)));
    key(o, "mission");
    string_or_null(o, c->mission);
    lists_of(o, c);
    times_of(o, bytes, c);
    people_of(o, bytes, c);
    links_of(o, r, c);
    proof_of(o, c);
    key(o, "evidence");
    quoted_of(o, bytes, c->evidence);
    key(o, "score");
    out_print(o, "%.3f}", c->score);
}

/* What a mission claim says: a quantity, a date, an organisation or words. */
static void value_of(Out *o, Span bytes, const MissionClaim *m)
{
    if (!range_some(m->words) && !m->quantity.some && !m->when.some && !m->to.len) {
        out_text(o, "null");
        return;
    }
    Range words = m->words;
    if (!range_some(words)) words = m->quantity.some ? m->quantity.words : m->when.words;
    out_char(o, '{');
    key(o, "words");
    words_of(o, bytes, words);
    if (m->quantity.some) {
        key(o, "n");
        amount_of(o, &m->quantity);
        key(o, "hedge");
        write_json(o, span_of(hedge_name(m->quantity.hedge)));
    }
    if (m->when.some) {
        key(o, "earliest");
        day_or_null(o, m->when.earliest);
        key(o, "latest");
        day_or_null(o, m->when.latest);
    }
    if (m->to.len) {
        key(o, "to");
        write_json(o, m->to);
    }
    if (range_some(words)) {
        key(o, "at");
        range_of(o, words);
    }
    out_char(o, '}');
}

static void mission_claim_of(Out *o, Span bytes, const MissionClaim *m)
{
    out_char(o, '{');
    key(o, "id");
    write_json(o, span_of(m->id));
    key(o, "mission");
    string_or_null(o, m->mission);
    key(o, "what");
    write_json(o, span_of(what_name(m->what)));
    key(o, "value");
    value_of(o, bytes, m);
    key(o, "realis");
    write_json(o, span_of(realis_name(m->realis)));
    key(o, "start");
    bound_of(o, bytes, &m->start);
    key(o, "end");
    bound_of(o, bytes, &m->end);
    key(o, "speaker");
    words_of(o, bytes, m->speaker);
    key(o, "evidence");
    quoted_of(o, bytes, m->evidence);
    key(o, "score");
    out_print(o, "%.3f}", m->score);
}

static void head_of(Out *o, const ClaimsDocument *d, Arena scratch)
{
    const Reading *r = d->reading;
    key(o, "doc");
    write_json(o, d->name);
    key(o, "publisher");
    string_or_null(o, r->publisher);
    key(o, "country");
    string_or_null(o, r->country);
    key(o, "country_how");
    string_or_null(o, r->country.len ? span_of(how_name(r->country_how)) : (Span){NULL, 0});
    key(o, "published");
    string_or_null(o, day_published(&r->published, &scratch));
    key(o, "published_from");
    write_json(o, span_of(date_origin_name(r->published.origin)));
    key(o, "encoding");
    write_json(o, span_of(d->encoding));
    key(o, "offset");
    out_int(o, d->offset);
}

static void uncoded_of(Out *o, Span bytes, const Uncoded *u)
{
    out_char(o, '{');
    key(o, "why");
    write_json(o, span_of(u->why));
    key(o, "trigger");
    quoted_of(o, bytes, u->trigger);
    key(o, "at");
    range_of(o, u->at);
    out_char(o, '}');
}

void claims_jsonl(const ClaimsDocument *d, Out *o, Arena scratch)
{
    const Reading *r = d->reading;
    Out line = out_to_memory();
    out_char(&line, '{');
    head_of(&line, d, scratch);
    key(&line, "claims");
    out_char(&line, '[');
    for (Size i = 0; i < r->claims.len; i++) {
        if (i) out_char(&line, ',');
        claim_of(&line, d->bytes, r, &r->claims.item[i]);
    }
    out_char(&line, ']');
    key(&line, "mission_claims");
    out_char(&line, '[');
    for (Size i = 0; i < r->mission_claims.len; i++) {
        if (i) out_char(&line, ',');
        mission_claim_of(&line, d->bytes, &r->mission_claims.item[i]);
    }
    out_char(&line, ']');
    key(&line, "not_coded");
    out_char(&line, '[');
    for (Size i = 0; i < r->uncoded.len; i++) {
        if (i) out_char(&line, ',');
        uncoded_of(&line, d->bytes, &r->uncoded.item[i]);
    }
    out_text(&line, "]}");
    out_span(o, out_written(&line));
    out_close(&line);
}
