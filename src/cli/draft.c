/* Drafts as pages. */
#include "cli/draft.h"

#include "cli/cells.h"
#include "export/html.h"
#include "export/marked.h"
#include "export/write.h"

/* Told apart by line as well as by colour. */
static const char STYLE[] =
    ".draft{white-space:pre-wrap;font-family:Georgia,serif;font-size:1.05rem;line-height:1.8;background:var(--soft);padding:.8rem 1rem}\n"
    "mark.confirmed{border-bottom:2px solid}mark.contradicted{border-bottom:4px double}mark.newer{border-bottom:2px dashed}mark.unknown{border-bottom:2px dotted}\n"
    ".confirmed{color:#07802b}.contradicted{color:#b0342b;font-weight:600}.newer{color:#867200}.unknown{color:var(--dim)}\n"
    "section{border-top:1px solid var(--line);padding:.4rem 0}section h3{margin:.2rem 0;font-size:1rem}section blockquote{margin:.2rem 1rem}section p{margin:.2rem 0}\n"
    "@media (prefers-color-scheme:dark){.confirmed{color:#5ccf7e}.contradicted{color:#f0847b}.newer{color:#d3c057}}\n";

void draft_open(Out *o)
{
    html_open(o, SPAN("Does the draft agree with the register"), STYLE);
}

void draft_close(Out *o)
{
    html_close(o);
}

static void words(Out *o, const char *before, Span s)
{
    if (!s.len) return;
    out_text(o, before);
    write_html(o, s);
}

/* "105 personnel: train in Erbil, IQ (oir)" */
static void what_of(Out *o, const AskClaim *c, Span many, Arena *keep)
{
    write_html(o, c->contributor);
    words(o, ", ", many);
    words(o, " ", question_what(c, keep));
    words(o, " in ", question_where(c, keep));
    words(o, ", ", c->mission);
    words(o, ", ", c->stage);
}

static void quote_of(Out *o, Span quote)
{
    out_text(o, "<blockquote>");
    write_html(o, quote);
    out_text(o, "</blockquote>\n");
}

static void register_of(Out *o, const AskChecked *c, Arena *keep)
{
    const AskLevel *l = &c->level;
    if (!l->claim.id.len) {
        out_text(o, "<p class=\"dim\">The register has nothing of it on that day.</p>\n");
        return;
    }
    out_text(o, "<p>The register: ");
    what_of(o, &l->claim, cells_how_many(l, keep), keep);
    words(o, ", ", cells_how_sure(l, keep));
    out_print(o, ", %d origin%s in %d text%s", (int)l->origins, l->origins == 1 ? "" : "s", (int)l->documents, l->documents == 1 ? "" : "s");
    words(o, ". ", c->words);
    out_text(o, "</p>\n");
    quote_of(o, l->claim.quote);
    out_text(o, "<p class=\"dim\">");
    write_html(o, l->claim.name);
    words(o, ", ", l->claim.publisher);
    words(o, ", ", question_published(&l->claim, keep));
    words(o, ", ", l->claim.id);
    out_text(o, "</p>\n");
}

static void claim_of(Out *o, int number, const DraftClaim *d, Arena *keep)
{
    const char *kind = check_name(d->checked->kind);
    out_print(o, "<section>\n<h3><span class=\"%s\">%d %s</span>: ", kind, number, kind);
    what_of(o, d->claim, question_how_many(d->claim, keep), keep);
    out_text(o, "</h3>\n");
    quote_of(o, d->claim->quote);
    register_of(o, d->checked, keep);
    out_text(o, "</section>\n");
}

void draft_write(Span name, Span text, const DraftClaim *claim, Size claims, Look look, Out *o, Arena *keep)
{
    Marks marks = {0};
    for (Size i = 0; i < claims; i++) marks_add(&marks, claim[i].at, arena_print(keep, "%s %d", check_name(claim[i].checked->kind), (int)i + 1), keep);
    out_text(o, "<h2>");
    write_html(o, name);
    out_text(o, "</h2>\n<div class=\"draft\">");
    marked_write(text, (Range){0, (int32_t)text.len}, &marks, look, o);
    out_text(o, "</div>\n");
    if (!claims) out_text(o, "<p class=\"dim\">The draft names no contribution.</p>\n");
    for (Size i = 0; i < claims; i++) claim_of(o, (int)i + 1, &claim[i], keep);
}
