/* The table that researchers publish: country, mission, what and how many, each number with its basis and how sure it is, and a footnote with the sentence
 * that says it. */
#include "cli/sheets.h"
#include "export/day.h"
#include "export/footnotes.h"
#include "export/write.h"
#include "lexicon/lexicon.h"

static const GridColumn SHEET[] = {
    {"contributor", NULL, GRID_TEXT, 0, 0}, {"country", NULL, GRID_TEXT, 0, 0}, {"mission", NULL, GRID_TEXT, 0, 0}, {"mission_name", NULL, GRID_TEXT, 0, 0},
    {"asset", NULL, GRID_TEXT, 0, 0}, {"where", NULL, GRID_TEXT, 0, 0}, {"how_many", NULL, GRID_TEXT, 0, 0}, {"low", NULL, GRID_NUMBER, 0, 0},
    {"high", NULL, GRID_NUMBER, 0, 0}, {"basis", NULL, GRID_TEXT, 0, 0}, {"certainty", NULL, GRID_TEXT, 0, 0}, {"documents", NULL, GRID_WHOLE, 0, 0},
    {"origins", NULL, GRID_WHOLE, 0, 0}, {"sources", NULL, GRID_LIST, 0, 0},
};

static const GridColumn TABLE[] = {
    {"country", "COUNTRY", GRID_TEXT, 7, 18}, {"mission", "MISSION", GRID_TEXT, 8, 22}, {"asset", "ASSET", GRID_TEXT, 10, 26}, {"where", "WHERE", GRID_TEXT, 8, 24},
    {"how_many", "HOW MANY", GRID_TEXT, 8, 16}, {"basis", "BASIS", GRID_TEXT, 7, 12}, {"certainty", "HOW SURE", GRID_TEXT, 8, 20},
    {"origins", "ORIGINS", GRID_WHOLE, 7, 7}, {"sources", "SOURCES", GRID_NOTES, 7, 9},
};

/* The first name in the word list; the id itself where there is none. */
static Span name_of(TableId table, Span id)
{
    Span names = lexicon_field(lexicon_find(table, id), "names"), first;
    return span_cut(&names, '|', &first) && first.len ? first : id;
}

static Footnote note_of(const AskClaim *c, Arena *keep)
{
    return (Footnote){c->id, question_source(c, keep), c->quote, c->address};
}

/* The claim that governs, and the one whose number it is. */
static Span notes_of(const AskLevel *l, Footnotes *notes, Arena *keep)
{
    Size governs = footnotes_number(notes, note_of(&l->claim, keep), keep);
    if (!l->number.id.len || span_equal(l->number.id, l->claim.id)) return arena_print(keep, "%lld", (long long)governs);
    return arena_print(keep, "%lld, %lld", (long long)governs, (long long)footnotes_number(notes, note_of(&l->number, keep), keep));
}

static Span basis_of(const AskLevel *l)
{
    return l->number.id.len ? l->number.basis : (Span){NULL, 0};
}

/* A country and a mission are named once, in the first of their rows. */
static void line_of(Cells *s, const AskLevel *l, const AskLevel *before, Footnotes *notes)
{
    const AskClaim *c = &l->claim;
    bool country = !before || !span_equal(before->claim.contributor, c->contributor), mission = country || !span_equal(before->claim.mission, c->mission);
    cells_put(s, country ? name_of(TABLE_COUNTRIES, c->contributor) : (Span){NULL, 0});
    cells_put(s, !mission ? (Span){NULL, 0} : c->mission.len ? name_of(TABLE_MISSIONS, c->mission) : SPAN("(none named)"));
    cells_put(s, question_what(c, s->keep));
    cells_put(s, question_where(c, s->keep));
    cells_put(s, l->number.id.len ? cells_how_many(l, s->keep) : SPAN("not known"));
    cells_put(s, basis_of(l));
    cells_put(s, cells_how_sure(l, s->keep));
    cells_number(s, l->origins);
    cells_put(s, notes_of(l, notes, s->keep));
}

static void row_of(Cells *s, const AskLevel *l)
{
    const AskClaim *c = &l->claim;
    bool two = l->number.id.len && !span_equal(l->number.id, c->id);
    cells_put(s, c->contributor);
    cells_put(s, name_of(TABLE_COUNTRIES, c->contributor));
    cells_put(s, c->mission);
    cells_put(s, c->mission.len ? name_of(TABLE_MISSIONS, c->mission) : c->mission);
    cells_put(s, question_what(c, s->keep));
    cells_put(s, question_where(c, s->keep));
    cells_put(s, cells_how_many(l, s->keep));
    cells_number(s, l->low);
    cells_number(s, l->high);
    cells_put(s, basis_of(l));
    cells_put(s, cells_how_sure(l, s->keep));
    cells_number(s, l->documents);
    cells_number(s, l->origins);
    cells_put(s, two ? arena_print(s->keep, "%.*s;%.*s", (int)c->id.len, c->id.at, (int)l->number.id.len, l->number.id.at) : c->id);
}

/* What the signs mean, and which days it speaks of. */
static void legend(Question *q, bool table)
{
    static const char SIGNS[] = "~ about, \xE2\x89\xA4 at most, \xE2\x89\xA5 at least, > more than, < almost, ! other texts of that day give another number. How sure: "
                                "must, the words cover the day; may, they can; carried, the last that is known, so many days old. Texts that copy each other are one origin.";
    Span day = day_bound(q->filter.at_first, q->filter.at_last, &q->keep), known = day_text(q->filter.known, &q->keep);
    Out *o = &q->out;
    out_text(o, q->look.format == FORMAT_HTML ? "<p class=\"dim\">" : "\n");
    out_print(o, "Valid on %.*s, ", (int)day.len, day.at);
    if (known.len) out_print(o, "as known on %.*s. ", (int)known.len, known.at);
    else out_text(o, "with all that is known now. ");
    if (table) write_plain(o, SPAN(SIGNS), -1);
    else write_html(o, SPAN(SIGNS));
    out_text(o, q->look.format == FORMAT_HTML ? "</p>\n" : "\n");
}

Error sheet_overview(Question *q)
{
    AskLevels levels = {0};
    Footnotes notes = {0};
    bool people = cells_for_people(q->look.format);
    Error e = ask_at(q->reg, &q->filter, q->hedges, &levels, &q->keep);
    if (e.code) return e;
    Cells s = people ? CELLS(TABLE, &q->keep) : CELLS(SHEET, &q->keep);
    for (Size i = 0; i < levels.item.len; i++) {
        const AskLevel *l = &levels.item.item[i];
        if (people) line_of(&s, l, i ? l - 1 : NULL, &notes);
        else row_of(&s, l);
    }
    cells_run(&s, q, "overview");
    cells_end(&s);
    if (!people || !q->rows) return e;
    legend(q, q->look.format == FORMAT_TABLE);
    footnotes_write(&notes, q->look, &q->out);
    return e;
}
