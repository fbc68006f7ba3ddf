/* `inzet export [KIND]...`: the tables of the register for other programs, and the table that researchers publish. */
#include "cli/sheets.h"
#include "export/book.h"

typedef struct {
    const char *name;
    Error (*sheet)(Question *q);
    unsigned formats;
    bool day;           /* speaks of a day: of --at, else of the newest text */
    bool apart;         /* no sheet of the whole workbook: the same in another form */
} Kind;

static const Kind KIND[] = {
    {"overview", sheet_overview, CELLS_FORMATS, true, false},
    {"claims", sheet_claims, CELLS_PLACES, false, false},
    {"evidence", sheet_evidence, CELLS_FORMATS, false, false},
    {"levels", sheet_levels, CELLS_PLACES, true, false},
    {"lines", sheet_lines, CELLS_PLACES, false, false},
    {"conflicts", sheet_conflicts, CELLS_PLACES, false, false},
    {"due", sheet_due, CELLS_ENDS, true, false},
    {"missions", sheet_missions, CELLS_FORMATS, false, false},
    {"mission_claims", sheet_mission_claims, CELLS_FORMATS, false, false},
    {"documents", sheet_documents, CELLS_FORMATS, false, false},
    {"sources", sheet_sources, CELLS_FORMATS, false, false},
    {"corrections", sheet_corrections, CELLS_FORMATS, false, false},
    {"statements", sheet_statements, CELLS_FORMATS, false, true},
};

enum { KINDS = (int)(sizeof KIND / sizeof *KIND), OVERVIEW = 0, CLAIMS = 1, DUE = 6 };

static Error kind_of(const char *word, int *kind)
{
    const char *names[KINDS];
    for (int i = 0; i < KINDS; i++) {
        names[i] = KIND[i].name;
        *kind = i;
        if (strcmp(word, KIND[i].name) == 0) return NO_ERROR;
    }
    const char *near = options_nearest(word, names, KINDS);
    if (near) return error_make(ERROR_USAGE, "`%.40s` is no table of the register; do you mean `%s`?", word, near);
    return error_make(ERROR_USAGE, "`%.40s` is no table of the register; `inzet help export` lists them", word);
}

/* Without a name: the whole register as a workbook, what ends as a calendar or feed, else the claims for programs and the overview for people. */
static int unnamed(Format f)
{
    if (f == FORMAT_ICS || f == FORMAT_ATOM) return DUE;
    return cells_for_people(f) ? OVERVIEW : CLAIMS;
}

static Error kinds_of(const Line *line, bool *wanted, int *count)
{
    Format f;
    Error e = cli_format(line, CELLS_ENDS, FORMAT_TABLE, &f);
    bool whole = !e.code && line->count == 0 && f == FORMAT_XLSX;
    for (int i = 0; i < line->count && !e.code; i++) {
        int kind = 0;
        e = kind_of(line->names[i], &kind);
        wanted[kind] = !e.code;
    }
    if (e.code) return e;
    if (line->count == 0 && !whole) wanted[unnamed(f)] = true;
    for (int i = 0; i < KINDS; i++) {
        wanted[i] = wanted[i] || (whole && !KIND[i].apart);
        *count += wanted[i];
        if (wanted[i] && !(KIND[i].formats >> f & 1)) return error_make(ERROR_USAGE, "`%s` cannot be written as %s; see `inzet help export`", KIND[i].name, format_name(f));
    }
    if (*count > 1 && f != FORMAT_XLSX && !cells_for_people(f))
        return error_make(ERROR_USAGE, "%s holds one table; name one, or take --format xlsx", format_name(f));
    return NO_ERROR;
}

/* The day of the newest text: the same whenever it is asked. */
static Error newest(Question *q, AskFilter *f)
{
    AskStats a = {0};
    if (day_known(f->at_first)) return NO_ERROR;
    Error e = ask_stats(q->reg, &a, &q->keep);
    f->at_first = f->at_last = day_known(f->known) ? f->known : day_known(a.last) ? a.last : question_today();
    return e;
}

static Error write_kinds(Question *q, const bool *wanted, Size *rows)
{
    const AskFilter asked = q->filter;
    AskFilter on_day = asked;
    Error e = newest(q, &on_day);
    for (int i = 0; i < KINDS && !e.code; i++) {
        if (!wanted[i]) continue;
        q->filter = KIND[i].day ? on_day : asked;
        e = KIND[i].sheet(q);
        *rows += q->rows;
        if (q->look.format == FORMAT_TABLE && q->several) out_char(&q->out, '\n');
    }
    return e;
}

int cli_export(const Line *line)
{
    Question q;
    bool wanted[KINDS] = {false};
    int count = 0;
    Size rows = 0;
    Error e = kinds_of(line, wanted, &count);
    if (e.code) {
        error_print(&e);
        return e.code;
    }
    e = question_begin(line, CELLS_ENDS, &q);
    if (e.code) return question_fail(&q, &e);
    q.several = count > 1;
    if (q.look.format == FORMAT_XLSX) q.book = book_open();
    e = write_kinds(&q, wanted, &rows);
    if (q.book) book_close(q.book, &q.out);
    if (e.code) return question_fail(&q, &e);
    q.rows = rows;
    return question_done(&q, "the register has nothing of that");
}
