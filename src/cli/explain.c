/* `inzet explain`: the text with what the reader saw and why it judged so. */
#include <math.h>
#include <unistd.h>

#include "cli/common.h"
#include "cli/given.h"
#include "cli/pen.h"
#include "export/claims.h"
#include "export/day.h"
#include "frames/weight.h"
#include "lexicon/layout.h"
#include "source/plain.h"

enum { FORMATS = 1 << FORMAT_TABLE | 1 << FORMAT_HTML };

typedef struct {
    const Document *d;
    const Reading *reading;
    const Trace *trace;
    Pen *pen;
    Arena *keep;
    Out line;       /* put together piece by piece, then taken */
} Story;

static Span taken(Story *s)
{
    Span text = arena_copy(s->keep, out_written(&s->line));
    s->line.len = 0;
    return text;
}

static Span words(const Story *s, int32_t first, int32_t last)
{
    return span_range(s->d->bytes, token_range(s->d, first, last));
}

static void mark_tokens(Story *s, Marks *marks, int32_t first, int32_t last, const char *label)
{
    marks_add(marks, token_range(s->d, first, last), span_of(label), s->keep);
}

/* The sentence's own words by what they are; longer finds are added first, so that they win. */
static Marks marks_of(Story *s, const Analysis *a)
{
    Marks marks = {0};
    for (Size i = 0; i < a->times.item.len; i++) mark_tokens(s, &marks, a->times.item.item[i].first, a->times.item.item[i].last, "time");
    for (Size i = 0; i < a->numbers.item.len; i++) mark_tokens(s, &marks, a->numbers.item.item[i].first, a->numbers.item.item[i].last, "number");
    for (Size i = 0; i < a->force.len; i++) mark_tokens(s, &marks, a->force.item[i].head, a->force.item[i].head + 1, "force");
    for (Size i = 0; i < a->mention.len; i++) mark_tokens(s, &marks, a->mention.item[i].first, a->mention.item[i].last, mention_kind_name(a->mention.item[i].kind));
    for (Size i = 0; i < a->clauses.clause.len; i++)
        for (int v = 0; v < a->clauses.clause.item[i].verbs; v++) {
            const Verb *verb = &a->clauses.clause.item[i].verb[v];
            mark_tokens(s, &marks, verb->token, verb->last > verb->token ? verb->last : verb->token + 1, "verb");
        }
    return marks;
}

static void clause_row(Story *s, const Clause *c)
{
    Out *o = &s->line;
    out_print(o, "%s, %s", clause_kind_name(c->kind), tense_name(c->tense));
    if (c->passive) out_text(o, ", passive");
    if (c->negated) out_text(o, ", negated");
    if (c->conditional) out_text(o, ", conditional");
    static const char *const MOOD[] = {"can", "must", "may", "want", "need"};
    for (int i = 0; i < 5; i++)
        if (c->mood >> i & 1) out_print(o, ", %s", MOOD[i]);
    if (c->head_classes) out_text(o, "; head "), class_names(c->head_classes, o);
    if (c->inner_classes) out_text(o, "; inner "), class_names(c->inner_classes, o);
    for (int v = 0; v < c->verbs; v++) {
        Span form = words(s, c->verb[v].token, c->verb[v].last > c->verb[v].token ? c->verb[v].last : c->verb[v].token + 1);
        Span lemma = lexicon_column(c->verb[v].verb, 0);
        out_print(o, "%s%.*s (%.*s)", v ? ", " : "; ", (int)form.len, form.at, (int)lemma.len, lemma.at);
    }
    pen_row(s->pen, "clause", "verb", words(s, c->first, c->last), taken(s));
}

static void number_row(Story *s, const Number *n)
{
    Out *o = &s->line;
    out_print(o, "%s, ", number_kind_name(n->kind));
    if (isnan(n->low)) out_text(o, "not known");
    else number_write(o, n->low);
    if (!isnan(n->high) && n->high > n->low) out_text(o, " to "), number_write(o, n->high);
    out_print(o, ", %s%s%s", hedge_name(n->hedge), n->extra ? ", extra" : "", n->average ? ", average" : "");
    pen_row(s->pen, "number", "number", span_range(s->d->bytes, n->words), taken(s));
}

static void time_row(Story *s, const Time *t)
{
    Out *o = &s->line;
    out_print(o, "%s, %s", time_kind_name(t->kind), connective_name(t->connect));
    if (t->iso[0]) out_print(o, ", %s", t->iso);
    if (day_known(t->bounds.start_earliest) || day_known(t->bounds.end_latest)) {
        Span from = day_bound(t->bounds.start_earliest, t->bounds.start_latest, s->keep), to = day_bound(t->bounds.end_earliest, t->bounds.end_latest, s->keep);
        out_print(o, ", from %.*s to %.*s (%s)", (int)from.len, from.at, (int)to.len, to.at, grain_name(t->grain));
    }
    out_print(o, "%s%s%s%s", t->relative ? ", relative" : "", t->added ? ", added" : "", t->vague ? ", vague" : "", t->inclusive ? ", inclusive" : "");
    pen_row(s->pen, "time", "time", span_range(s->d->bytes, t->words), taken(s));
}

static void mention_row(Story *s, const Analysis *a, const Mention *m)
{
    Out *o = &s->line;
    const char *table = m->entry.table < TABLE_COUNT ? lexicon_shapes[m->entry.table].name : NULL;
    if (m->id.len) out_span(o, m->id);
    else out_text(o, "-");
    if (m->match >= 0 && m->match < a->matches.match.len && a->matches.match.item[m->match].entries > 1)
        out_print(o, " and %d more rows", (int)a->matches.match.item[m->match].entries - 1);
    if (m->prep >= 0) {
        Span prep = words(s, m->prep, m->prep + 1);
        out_print(o, ", behind `%.*s`", (int)prep.len, prep.at);
    }
    if (table) out_print(o, "  (%s)", table);
    pen_row(s->pen, mention_kind_name(m->kind), mention_kind_name(m->kind), words(s, m->first, m->last), taken(s));
}

static void force_row(Story *s, const Force *f)
{
    Out *o = &s->line;
    out_text(o, asset_name(f->asset));
    if (f->type.len) out_print(o, " %.*s", (int)f->type.len, f->type.at);
    if (f->quantity.some) {
        Span many = how_many(&f->quantity, BASIS_NONE, span_range(s->d->bytes, f->quantity.words), s->keep);
        out_print(o, ", %.*s", (int)many.len, many.at);
    }
    if (f->nation.len) out_print(o, ", of %.*s", (int)f->nation.len, f->nation.at);
    out_print(o, "%s%s%s%s%s", f->weak ? ", weak noun" : "", f->definite ? ", definite" : "", f->demonym ? ", a people" : "", f->named ? ", by name" : "",
              f->elided ? ", noun left out" : "");
    pen_row(s->pen, "force", "force", words(s, f->first, f->last), taken(s));
}

/* Forms of the word lists that the sentence holds: `militairen=assets`. */
static void forms_row(Story *s, const Analysis *a)
{
    Out *o = &s->line;
    for (Size i = 0; i < a->matches.match.len; i++) {
        const Match *m = &a->matches.match.item[i];
        if (m->first < a->first || m->last > a->last) continue;
        Span form = words(s, m->first, m->last);
        if (o->len) out_char(o, ' ');
        out_print(o, "%.*s=", (int)form.len, form.at);
        uint64_t told = 0;
        for (int32_t e = 0; e < m->entries; e++) {
            uint8_t table = a->matches.entry.item[m->entry + e].table;
            if (table >= TABLE_COUNT || told >> table & 1) continue;
            out_print(o, "%s%s", told ? "|" : "", lexicon_shapes[table].name);
            told |= (uint64_t)1 << table;
        }
    }
    if (o->len) pen_small(s->pen, "forms", taken(s));
}

static void field_row(Story *s, const Claim *c, Field f, Span value)
{
    const Proof *p = &c->proof[f];
    Range at = claim_field_range(c, f);
    if (p->how == HOW_NONE && !value.len) return;
    out_span(&s->line, value);
    out_print(&s->line, "  (%s%s%s)", how_name(p->how), p->rule ? ": " : "", p->rule ? p->rule : "");
    pen_row(s->pen, field_name(f), field_name(f), span_range(s->d->bytes, at), taken(s));
}

static Span bound_text(const Story *s, const Bound *b)
{
    if (!b->some) return (Span){NULL, 0};
    Span days = day_bound(b->earliest, b->latest, s->keep);
    return days.len ? days : SPAN("days not known");
}

static Span joined(Story *s, const Claim *c, Field f)
{
    Out *o = &s->line;
    if (f == FIELD_HOST)
        for (int i = 0; i < c->hosts; i++) out_print(o, "%s%.*s", i ? " " : "", (int)c->host[i].len, c->host[i].at);
    if (f == FIELD_PLACES)
        for (int i = 0; i < c->places; i++) out_print(o, "%s%.*s", i ? ", " : "", (int)c->place[i].name.len, c->place[i].name.at);
    if (f == FIELD_ROLES)
        for (int i = 0; i < ROLE_COUNT; i++)
            if (c->roles >> i & 1) out_print(o, "%s%s", o->len ? " " : "", role_name((Role)i));
    return taken(s);
}

static Span value_of(Story *s, const Claim *c, Field f)
{
    switch (f) {
    case FIELD_CONTRIBUTOR: return c->contributor;
    case FIELD_ASSET: return c->asset_type.len ? c->asset_type : span_of(asset_name(c->asset));
    case FIELD_QUANTITY: return claim_how_many(c, s->d->bytes, s->keep);
    case FIELD_BASIS: return c->basis == BASIS_NONE ? (Span){NULL, 0} : span_of(basis_name(c->basis));
    case FIELD_STAGE: return span_of(stage_name(c->stage));
    case FIELD_REALIS: return span_of(realis_name(c->realis));
    case FIELD_ACT: return span_of(act_name(c->act));
    case FIELD_MISSION: return c->mission;
    case FIELD_START: return bound_text(s, &c->start);
    case FIELD_END: return bound_text(s, &c->end);
    case FIELD_DURATION: return c->duration.some ? span_of(c->duration.iso) : (Span){NULL, 0};
    case FIELD_ASSENT: return c->assent.some ? span_of(outcome_name(c->assent.outcome)) : (Span){NULL, 0};
    default: return joined(s, c, f);
    }
}

/* The claim that the candidate became; NULL when it was dropped, or given up later for another claim of the same words. */
static const Claim *claim_of(const Story *s, const TraceCandidate *t)
{
    const Reading *r = s->reading;
    if (t->claim < 0) return NULL;
    for (Size i = 0; i < r->claims.len; i++) {
        Range at = r->claims.item[i].proof[FIELD_ASSET].at;
        if (r->claims.item[i].proof[FIELD_ASSET].how != HOW_NONE && at.from == t->at.from && at.to == t->at.to) return &r->claims.item[i];
    }
    const Claim *c = t->claim < r->claims.len ? &r->claims.item[t->claim] : NULL;
    return c && c->evidence.from <= t->at.from && t->at.to <= c->evidence.to && c->proof[FIELD_ASSET].how == HOW_NONE ? c : NULL;
}

static void candidate_rows(Story *s, const TraceCandidate *t)
{
    Out *o = &s->line;
    Span at = span_range(s->d->bytes, t->at);
    const Claim *kept = claim_of(s, t);
    if (kept) {
        out_print(o, "claim %s, score %.2f", kept->id, kept->score);
        if (t->rule) out_print(o, ", stage.rules:%d", t->rule);
    } else {
        out_print(o, "%s%s", t->why ? "dropped: " : "", t->why ? t->why : "given up for another claim that says the same");
        if (t->drop_rule) out_print(o, ", drop.rules:%d", t->drop_rule);
        if (t->score > 0) out_print(o, ", score %.2f", t->score);
    }
    if (t->floor_rule) out_print(o, ", floor.rules:%d", t->floor_rule);
    pen_row(s->pen, kept ? "+ candidate" : "- candidate", kept ? "yes" : "no", at, taken(s));
    weight_names(&t->features, true, o);
    if (o->len) pen_small(s->pen, "features", taken(s));
    for (int f = 0; f < FIELD_COUNT && kept; f++) field_row(s, kept, (Field)f, value_of(s, kept, (Field)f));
}

static const Analysis *analysis_of(const Story *s, int32_t sentence)
{
    for (Size i = 0; i < s->trace->analysis.len; i++)
        if (s->trace->analysis.item[i].sentence == sentence) return &s->trace->analysis.item[i];
    return NULL;
}

static void sentence_of(Story *s, int32_t i)
{
    static const char *const KIND[] = {"", "heading", "list item", "about the page"};
    const Sentence *sentence = &s->d->sentences.item[i];
    const Analysis *a = analysis_of(s, i);
    Marks marks = a ? marks_of(s, a) : (Marks){0};
    out_print(&s->line, "sentence %d", (int)i + 1);
    Span title = taken(s);
    out_print(&s->line, "paragraph %d, bytes %d-%d%s%s%s", (int)sentence->paragraph + 1, (int)sentence->at.from, (int)sentence->at.to,
              KIND[sentence->kind][0] ? ", " : "", KIND[sentence->kind], a ? "" : ", not read closely");
    pen_section(s->pen, 2, title, taken(s));
    pen_text(s->pen, s->d->bytes, sentence->at, &marks);
    if (!a) return;
    for (Size k = 0; k < a->clauses.clause.len; k++) clause_row(s, &a->clauses.clause.item[k]);
    for (Size k = 0; k < a->numbers.item.len; k++) number_row(s, &a->numbers.item.item[k]);
    for (Size k = 0; k < a->times.item.len; k++) time_row(s, &a->times.item.item[k]);
    for (Size k = 0; k < a->mention.len; k++) mention_row(s, a, &a->mention.item[k]);
    for (Size k = 0; k < a->force.len; k++) force_row(s, &a->force.item[k]);
    forms_row(s, a);
    for (Size k = 0; k < s->trace->candidate.len; k++)
        if (s->trace->candidate.item[k].sentence == i) candidate_rows(s, &s->trace->candidate.item[k]);
    for (Size k = 0; k < s->reading->mission_claims.len; k++) {
        const MissionClaim *m = &s->reading->mission_claims.item[k];
        if (m->evidence.from != sentence->at.from) continue;
        out_print(&s->line, "mission %.*s: %s, claim %s", (int)m->mission.len, m->mission.at, what_name(m->what), m->id);
        pen_row(s->pen, "+ mission", "yes", span_range(s->d->bytes, m->words), taken(s));
    }
}

static void heading_of(Story *s, Span path)
{
    const Reading *r = s->reading;
    Span day = day_published(&r->published, s->keep), at = span_range(s->d->bytes, r->published.at);
    out_print(&s->line, "%.*s%s%.*s (%s", (int)r->publisher.len, r->publisher.at, r->publisher.len ? ", " : "", (int)r->country.len, r->country.at, how_name(r->country_how));
    if (range_some(r->country_at)) {
        Span by = span_range(s->d->bytes, r->country_at);
        out_print(&s->line, " by `%.*s`", (int)by.len, by.at);
    }
    out_print(&s->line, "), published %.*s (%s%s%.*s%s), %lld claims, %lld candidates dropped", day.len ? (int)day.len : 7, day.len ? day.at : "unknown",
              date_origin_name(r->published.origin), at.len ? " `" : "", (int)at.len, at.at, at.len ? "`" : "", (long long)r->claims.len, (long long)r->uncoded.len);
    pen_section(s->pen, 1, path, taken(s));
}

static void explain_text(const SourceText *text, const ReaderGiven *given, Pen *pen, Arena keep, Arena scratch)
{
    Document d = document_read(text->bytes, &keep);
    Trace trace = {0};
    Reading reading = reader_read(&d, given, &trace, &keep, scratch);
    Story s = {&d, &reading, &trace, pen, &keep, out_to_memory()};
    heading_of(&s, text->path);
    for (int32_t i = 0; i < d.sentences.len; i++) sentence_of(&s, i);
    out_close(&s.line);
}

static int explain_file(const char *path, const ReaderGiven *given, Plain *plain, Pen *pen, Arena keep, Arena scratch)
{
    SourceText text;
    Error e = plain_open(plain, path);
    if (!e.code) {
        while (!cli_stopped && plain_next(plain, &text, &e)) explain_text(&text, given, pen, keep, scratch);
        plain_close(plain);
    }
    if (e.code && e.sentence[0]) {
        out_flush(pen->out);
        cli_error(&e);
    }
    return e.code;
}

int cli_explain(const Line *line)
{
    static char standard[] = "-";
    char *input[] = {standard};
    char *const *names = line->count ? line->names : input;
    int count = line->count ? line->count : 1, status = 0;
    Format format;
    ReaderGiven given;
    Out out = {.fd = -1};
    Error e = cli_format(line, FORMATS, FORMAT_TABLE, &format);
    if (!e.code) e = cli_given(line, &given);
    if (!e.code) e = cli_output(line, names, count, &out);
    if (e.code) {
        error_print(&e);
        return e.code;
    }
    if (!line->count && isatty(STDIN_FILENO)) cli_note(line, "reading what you type; end with Ctrl-D on a line of its own");
    cli_catch_stop();
    Arena keep = arena_reserve((Size)4 << 30), scratch = arena_reserve((Size)1 << 30);
    Plain plain = plain_new(&keep);
    Pen pen = pen_begin(cli_look(line, format, &out), SPAN("inzet explain"), &out);
    for (int i = 0; i < count && !cli_stopped; i++) status = cli_worse(status, explain_file(names[i], &given, &plain, &pen, keep, scratch));
    pen_end(&pen);
    status = cli_worse(status, cli_finish(line, &out));
    cli_errors_rest();
    return cli_stopped ? STATUS_STOPPED : status;
}
