/* `inzet read`: files, folders and standard input to claims, printed and kept in the register. */
#include <stdio.h>
#include <unistd.h>

#include "base/limits.h"
#include "cli/common.h"
#include "cli/given.h"
#include "cli/question.h"
#include "cli/rebuild.h"
#include "export/claims.h"
#include "lexicon/lexicon.h"
#include "register/register.h"
#include "source/paths.h"
#include "source/plain.h"

enum { FORMATS = 1 << FORMAT_TABLE | 1 << FORMAT_JSON | 1 << FORMAT_JSONL | 1 << FORMAT_CSV | 1 << FORMAT_TSV | 1 << FORMAT_MARKDOWN | 1 << FORMAT_HTML |
               1 << FORMAT_XLSX | 1 << FORMAT_PARQUET | 1 << FORMAT_GEOJSON };

/* So many inputs share transactions; so many new claims are worth a rebuild. */
enum { MANY_INPUTS = 16, MANY_PENDING = 5000 };

typedef struct {
    const Line *line;
    ReaderGiven given;
    Paths paths;
    Plain plain;
    Out out;
    Claims claims;
    Register *reg;
    const char *register_path;
    const HedgeTable *hedges;
    Span rules;
    Progress progress;
    Arena keep, work, scratch;
    int status;
    int64_t texts, bytes, missions;
    int64_t outcome[RECORD_REREAD + 1];
} Job;

static void fail(Job *j, const Error *e)
{
    progress_clear(&j->progress);
    out_flush(&j->out);
    cli_error(e);
    j->status = cli_worse(j->status, e->code);
}

static Error open_register(Job *j)
{
    const Line *line = j->line;
    if (line->value[OPTION_NO_REGISTER] && line->value[OPTION_REGISTER])
        return error_make(ERROR_USAGE, "-r and --no-register contradict each other; give one of them");
    if (line->value[OPTION_NO_REGISTER] || line->value[OPTION_DRY_RUN]) return NO_ERROR;
    Error e = cli_register_path(line, true, &j->register_path, &j->keep);
    if (e.code) return e;
    e = register_open(j->register_path, REGISTER_WRITE, &j->reg);
    /* Not for a few: one of them may be a pipe that keeps others waiting. */
    if (!e.code && j->paths.item.len >= MANY_INPUTS) e = register_group_begin(j->reg);
    return e;
}

static Instant now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    return (Instant){(int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000};
}

/* False when the register cannot take more: then the run ends. */
static bool record(Job *j, const SourceText *text, const Reading *reading)
{
    if (!j->reg) return true;
    RegisterDocument doc = {.bytes = text->bytes, .name = text->path, .program = SPAN(INZET_VERSION), .rules = j->rules, .learned = now()};
    RecordOutcome what = RECORD_NEW;
    Error e = register_record(j->reg, &doc, reading, &what);
    if (e.code) {
        fail(j, &e);
        return false;
    }
    j->outcome[what]++;
    return true;
}

static bool read_text(Job *j, const SourceText *text)
{
    Arena work = j->work;
    Document document = document_read(text->bytes, &work);
    Reading reading = reader_read(&document, &j->given, NULL, &work, j->scratch);
    bool kept = record(j, text, &reading);
    ClaimsDocument d = {text->path, text->bytes, encoding_name(text->encoding), text->offset, &reading};
    claims_document(&j->claims, &d, j->scratch);
    if (isatty(j->out.fd)) out_flush(&j->out);
    j->texts++;
    j->bytes += text->bytes.len;
    j->missions += reading.mission_claims.len;
    /* A large document should not stay resident while small ones follow. */
    if (work.at - j->work.at > (16 << 20)) arena_trim(j->work.at + (16 << 20), work.at);
    return kept && !j->out.failed;
}

/* What a text should say about itself besides its claims. */
static void remark(Job *j, const SourceText *text)
{
    if (text->markup || (text->piece == 0 && text->bytes.len == 0) || (text->piece == 1)) progress_clear(&j->progress);
    if (text->piece == 0 && text->bytes.len == 0) cli_note(j->line, "%s: the file is empty", j->plain.path);
    if (text->markup) cli_note(j->line, "%s: this looks like HTML or XML; its tags are read as words (save the page as text for a clean reading)", j->plain.path);
    if (text->piece == 1) cli_note(j->line, "%s: longer than %d kB; read in pieces, each a document of its own", j->plain.path, LIMIT_DOCUMENT_BYTES >> 10);
}

/* False when the run should end. */
static bool read_file(Job *j, const char *path)
{
    Error e = plain_open(&j->plain, path);
    SourceText text;
    bool on = true;
    if (!e.code) {
        while (on && !cli_stopped && plain_next(&j->plain, &text, &e)) {
            remark(j, &text);
            on = read_text(j, &text);
            progress_tell(&j->progress, j->texts, j->bytes, text.path);
        }
        plain_close(&j->plain);
    }
    if (e.code && e.sentence[0]) fail(j, &e);
    return on && !cli_stopped;
}

static void read_all(Job *j)
{
    for (Size i = 0; i < j->paths.item.len; i++) {
        const Path *p = &j->paths.item.item[i];
        if (p->error.code) fail(j, &p->error);
        else if (!read_file(j, p->path)) return;
    }
}

static void tell_outcome(const Job *j)
{
    const Line *line = j->line;
    if (j->paths.skipped)
        cli_note(line, "%lld other file%s in the folders left out, e.g. %s; only names that end in .txt are read there", (long long)j->paths.skipped,
                 j->paths.skipped == 1 ? "" : "s", j->paths.example);
    if (cli_stopped) cli_note(line, "stopped; %lld text%s had been read%s", (long long)j->texts, j->texts == 1 ? "" : "s", !j->reg ? "" : j->texts == 1 ? " and is kept" : " and are kept");
    if (line->value[OPTION_DRY_RUN]) cli_note(line, "%lld texts, %lld claims; nothing was kept (--dry-run)", (long long)j->texts, (long long)j->claims.claims);
    if (!isatty(STDERR_FILENO) && !line->value[OPTION_REGISTER]) return;
    if (j->reg)
        cli_note(line, "%lld claims in %lld texts; %s: %lld new, %lld re-read, %lld known", (long long)j->claims.claims, (long long)j->texts, j->register_path,
                 (long long)j->outcome[RECORD_NEW], (long long)j->outcome[RECORD_REREAD],
                 (long long)(j->outcome[RECORD_UNCHANGED] + j->outcome[RECORD_CONFIRMED]));
}

static Error begin(Job *j)
{
    const Line *line = j->line;
    static char standard[] = "-";
    static char *const input[] = {standard};
    Format format;
    Error e = cli_format(line, FORMATS, FORMAT_TABLE, &format);
    if (!e.code) e = cli_given(line, &j->given);
    j->keep = arena_reserve((Size)1 << 30);
    if (!e.code) e = question_hedges(line, &j->hedges, &j->keep);
    if (e.code) return e;
    if (line->count == 0 && isatty(STDIN_FILENO)) cli_note(line, "reading what you type; end with Ctrl-D on a line of its own");
    j->paths = line->count ? paths_collect(line->names, line->count, &j->keep) : paths_collect(input, 1, &j->keep);
    e = open_register(j);
    if (!e.code) e = cli_output(line, line->names, line->count, &j->out);
    if (e.code) return e;
    j->work = arena_reserve((Size)4 << 30);
    j->scratch = arena_reserve((Size)1 << 30);
    j->plain = plain_new(&j->keep);
    j->rules = arena_print(&j->keep, "%016llx", (unsigned long long)lexicon_version());
    j->claims = claims_begin(cli_look(line, format, &j->out), &j->out);
    j->progress = progress_begin(line, j->paths.item.len);
    return NO_ERROR;
}

/* Only what a group has ended with is certain. False where the register could not take it. */
static bool settle(Job *j)
{
    int64_t pending = 0;
    RebuildReport report;
    if (!j->reg) return true;
    Error e = register_group_end(j->reg);
    bool kept = !e.code;
    if (!e.code && !cli_stopped) e = register_pending(j->reg, &pending);
    if (!e.code && pending > MANY_PENDING) e = cli_rebuild_register(j->line, j->reg, j->hedges, &report);
    if (e.code) fail(j, &e);
    return kept;
}

static int end(Job *j)
{
    claims_end(&j->claims);
    progress_clear(&j->progress);
    int written = cli_finish(j->line, &j->out);
    j->status = cli_worse(j->status, written);
    cli_errors_rest();
    if (settle(j)) tell_outcome(j);
    Error e = register_close(j->reg);
    if (e.code) fail(j, &e);
    if (cli_stopped) return STATUS_STOPPED;
    if (j->status == 0 && j->claims.claims == 0 && j->missions == 0) {
        cli_note(j->line, "no contribution found");
        return ERROR_NO;
    }
    return j->status;
}

static int print_schema(const Line *line)
{
    Out out;
    Error e = cli_output(line, NULL, 0, &out);
    if (e.code) {
        error_print(&e);
        return e.code;
    }
    claims_schema(&out);
    return cli_finish(line, &out);
}

int cli_read(const Line *line)
{
    if (line->value[OPTION_SCHEMA]) return print_schema(line);
    Job j = {.line = line, .out = {.fd = -1}};
    Error e = begin(&j);
    if (e.code) {
        error_print(&e);
        register_close(j.reg);
        return e.code;
    }
    cli_catch_stop();
    read_all(&j);
    return end(&j);
}
