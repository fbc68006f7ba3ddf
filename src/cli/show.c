/* `inzet show CLAIM`: the sentence with each field's words marked, and where every field comes from. */
#include <stdio.h>

#include "cli/question.h"
#include "export/day.h"
#include "export/marked.h"
#include "export/write.h"

enum { FORMATS = 1 << FORMAT_TABLE | 1 << FORMAT_JSON | 1 << FORMAT_JSONL | 1 << FORMAT_MARKDOWN | 1 << FORMAT_HTML };

static const GridColumn FIELDS[] = {
    {"field", "FIELD", GRID_TEXT, 11, 12}, {"value", "VALUE", GRID_TEXT, 12, 32}, {"how", "HOW", GRID_TEXT, 9, 9},
    {"words", "WORDS", GRID_TEXT, 12, 44}, {"rule", "RULE", GRID_TEXT, 4, 24},
};

typedef struct {
    const char *field;
    Span value;
} FieldValue;

/* The values as a person reads them, by field. */
static int values_of(const AskClaim *c, FieldValue *v, Arena *keep)
{
    int n = 0;
    v[n++] = (FieldValue){"contributor", c->contributor};
    v[n++] = (FieldValue){"asset", c->asset_type.len ? arena_print(keep, "%.*s, %.*s", (int)c->asset.len, c->asset.at, (int)c->asset_type.len, c->asset_type.at) : c->asset};
    v[n++] = (FieldValue){"quantity", question_how_many(c, keep)};
    v[n++] = (FieldValue){"basis", c->basis};
    v[n++] = (FieldValue){"stage", c->stage};
    v[n++] = (FieldValue){"realis", c->realis};
    v[n++] = (FieldValue){"act", c->act};
    v[n++] = (FieldValue){"mission", c->mission};
    v[n++] = (FieldValue){"host", question_list(c->hosts, keep)};
    v[n++] = (FieldValue){"places", question_list(c->places, keep)};
    v[n++] = (FieldValue){"roles", question_list(c->roles, keep)};
    v[n++] = (FieldValue){"start", day_bound(c->start_earliest, c->start_latest, keep)};
    v[n++] = (FieldValue){"end", day_bound(c->end_earliest, c->end_latest, keep)};
    v[n++] = (FieldValue){"duration", c->duration};
    v[n++] = (FieldValue){"assent", c->assent};
    return n;
}

/* The proof of a field: its own (nr 0), or else its words. */
static const AskProof *proof_of(const AskShow *a, const char *field)
{
    const AskProof *words = NULL;
    for (Size i = 0; i < a->proofs.len; i++) {
        const AskProof *p = &a->proofs.item[i];
        if (!span_is(p->field, field)) continue;
        if (p->nr == 0) return p;
        if (!words) words = p;
    }
    return words;
}

static Grid fields_of(const AskShow *a, Arena *keep)
{
    static const char *const ONLY_WORDS[] = {"decider", "requester", "speaker"};
    Grid g = {.column = FIELDS, .columns = (int)(sizeof FIELDS / sizeof *FIELDS)};
    FieldValue value[24];
    int n = values_of(&a->claim, value, keep);
    for (size_t i = 0; i < sizeof ONLY_WORDS / sizeof *ONLY_WORDS; i++) {
        const AskProof *p = proof_of(a, ONLY_WORDS[i]);
        if (p) value[n++] = (FieldValue){ONLY_WORDS[i], p->quote};
    }
    for (int i = 0; i < n; i++) {
        const AskProof *p = proof_of(a, value[i].field);
        if (!value[i].value.len && !p) continue;
        grid_add(&g, span_of(value[i].field), keep);
        grid_add(&g, value[i].value, keep);
        grid_add(&g, p ? p->how : (Span){NULL, 0}, keep);
        grid_add(&g, p ? p->quote : (Span){NULL, 0}, keep);
        grid_add(&g, p ? p->rule : (Span){NULL, 0}, keep);
    }
    return g;
}

static void text_of(Out *o, Span s, Look look)
{
    if (look.format == FORMAT_HTML) write_html(o, s);
    else if (look.format == FORMAT_MARKDOWN) write_markdown(o, s);
    else write_plain(o, s, -1);
}

static void heading_of(const AskShow *a, Look look, Out *o, Arena *keep)
{
    const AskClaim *c = &a->claim;
    Span day = question_published(c, keep);
    bool html = look.format == FORMAT_HTML;
    if (html) out_text(o, "<h2>");
    if (look.format == FORMAT_MARKDOWN) out_text(o, "## ");
    if (look.color) out_text(o, "\033[1m");
    out_print(o, "%.*s", (int)c->id.len, c->id.at);
    if (look.color) out_text(o, "\033[0m");
    out_text(o, html ? "</h2>\n<p class=\"dim\">" : look.format == FORMAT_MARKDOWN ? "\n\n" : "  ");
    text_of(o, c->name, look);
    if (c->publisher.len) out_text(o, ", ");
    text_of(o, c->publisher, look);
    if (day.len) out_print(o, ", published %.*s (%.*s)", (int)day.len, day.at, (int)c->published_origin.len, c->published_origin.at);
    else out_text(o, ", date unknown");
    out_print(o, ", bytes %d-%d", (int)c->at.from, (int)c->at.to);
    if (c->closed) out_text(o, "; a newer reading has taken its place");
    out_text(o, html ? "</p>\n" : "\n\n");
}

static void links_of(const AskShow *a, Look look, Out *o)
{
    bool html = look.format == FORMAT_HTML;
    for (Size i = 0; i < a->links.len; i++) {
        const AskLink *l = &a->links.item[i];
        out_print(o, "%s%.*s %.*s: ", html ? "<p>" : "", (int)l->kind.len, l->kind.at, (int)l->id.len, l->id.at);
        text_of(o, l->quote, look);
        out_text(o, html ? "</p>\n" : "\n");
    }
}

static void page_of(const AskShow *a, Question *q)
{
    bool html = q->look.format == FORMAT_HTML;
    Marks marks = {0};
    for (Size i = 0; i < a->proofs.len; i++) {
        const AskProof *p = &a->proofs.item[i];
        if (!span_is(p->field, "evidence")) marks_add(&marks, p->at, p->field, &q->keep);
    }
    heading_of(a, q->look, &q->out, &q->keep);
    out_text(&q->out, html ? "<blockquote>" : q->look.format == FORMAT_MARKDOWN ? "> " : "    ");
    marked_write(a->text, a->claim.at, &marks, q->look, &q->out);
    out_text(&q->out, html ? "</blockquote>\n" : "\n\n");
    Grid g = fields_of(a, &q->keep);
    grid_write(&g, "claim", q->look, &q->out);
    links_of(a, q->look, &q->out);
}

static void json_field(Out *o, const char *name, Span value)
{
    out_print(o, ",\"%s\":", name);
    if (value.len) write_json(o, value);
    else out_text(o, "null");
}

/* Lists are arrays, as in `inzet read --jsonl`. */
static void json_value(Out *o, const FieldValue *v)
{
    bool list = strcmp(v->field, "host") == 0 || strcmp(v->field, "places") == 0 || strcmp(v->field, "roles") == 0;
    if (!list) {
        json_field(o, v->field, v->value);
        return;
    }
    Span rest = v->value, piece;
    out_print(o, ",\"%s\":[", v->field);
    for (int n = 0; span_cut(&rest, ';', &piece); n++) {
        if (n) out_char(o, ',');
        write_json(o, piece);
    }
    out_char(o, ']');
}

static void json_proof(Out *o, const AskProof *p)
{
    out_text(o, "{\"field\":");
    write_json(o, p->field);
    out_print(o, ",\"nr\":%d", (int)p->nr);
    json_field(o, "how", p->how);
    json_field(o, "rule", p->rule);
    json_field(o, "words", p->quote);
    if (range_some(p->at)) out_print(o, ",\"from\":%d,\"to\":%d", (int)p->at.from, (int)p->at.to);
    out_char(o, '}');
}

static void json_of(const AskShow *a, Question *q)
{
    const AskClaim *c = &a->claim;
    Out *o = &q->out;
    FieldValue value[24];
    int n = values_of(c, value, &q->keep);
    out_text(o, "{\"id\":");
    write_json(o, c->id);
    json_field(o, "doc", c->name);
    json_field(o, "sha256", c->sha256);
    json_field(o, "publisher", c->publisher);
    json_field(o, "published", question_published(c, &q->keep));
    for (int i = 0; i < n; i++) json_value(o, &value[i]);
    out_print(o, ",\"score\":%.3f,\"evidence\":{\"text\":", c->score);
    write_json(o, c->quote);
    out_print(o, ",\"from\":%d,\"to\":%d},\"proofs\":[", (int)c->at.from, (int)c->at.to);
    for (Size i = 0; i < a->proofs.len; i++) {
        if (i) out_char(o, ',');
        json_proof(o, &a->proofs.item[i]);
    }
    out_text(o, "]}\n");
}

static Error missing(const AskShow *a, const char *id, const char *path)
{
    char alike[200] = "";
    for (Size i = 0; i < a->alike.len; i++)
        snprintf(alike + strlen(alike), sizeof alike - strlen(alike), " %.*s", (int)a->alike.item[i].len, a->alike.item[i].at);
    if (alike[0]) return error_make(ERROR_NO, "several claims begin with `%.30s`:%s", id, alike);
    return error_make(ERROR_NO, "no claim begins with `%.30s` in %s; `inzet list` shows them", id, path);
}

int cli_show(const Line *line)
{
    Question q;
    int status = 0;
    Error e = line->count ? NO_ERROR : error_make(ERROR_USAGE, "name a claim: inzet show c1f0e (`inzet list` shows them)");
    if (e.code) {
        error_print(&e);
        return e.code;
    }
    e = question_begin(line, FORMATS, &q);
    if (e.code) return question_fail(&q, &e);
    bool html = q.look.format == FORMAT_HTML, json = q.look.format == FORMAT_JSON || q.look.format == FORMAT_JSONL;
    for (int i = 0; i < line->count; i++) {
        AskShow answer = {0};
        e = ask_show(q.reg, span_of(line->names[i]), q.hedges, &answer, &q.keep);
        if (e.code) return question_fail(&q, &e);
        if (!answer.found) {
            e = missing(&answer, line->names[i], q.path);
            error_print(&e);
            status = ERROR_NO;
        } else if (json) {
            json_of(&answer, &q);
        } else {
            if (i && !html) out_char(&q.out, '\n');
            page_of(&answer, &q);
        }
    }
    return question_end(&q, status);
}
