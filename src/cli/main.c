/* inzet VERB [options] [FILES...]. */
#include <stdio.h>
#include <unistd.h>

#include "cli/common.h"
#include "cli/values.h"
#include "lexicon/lexicon.h"

static int usage(const Error *e)
{
    error_print(e);
    return ERROR_USAGE;
}

static int help(const Line *line)
{
    int verb = -1;
    if (line->count > 0) {
        verb = verb_from(line->names[0]);
        char *again[] = {line->names[0], line->names[0], NULL};
        Line none;
        Error e = verb < 0 ? options_parse(2, again, &none) : NO_ERROR;
        if (e.code) return usage(&e);
    }
    Out out = out_to_fd(STDOUT_FILENO);
    if (line->value[OPTION_MAN]) help_man(&out);
    else if (line->value[OPTION_HELP] && !line->whole_help) help_short(verb, &out);
    else help_whole(verb, &out);
    return cli_finish(line, &out);
}

/* -h and --help of a verb. */
static int help_of(const Line *line)
{
    Out out = out_to_fd(STDOUT_FILENO);
    if (line->whole_help) help_whole((int)line->verb, &out);
    else help_short((int)line->verb, &out);
    return cli_finish(line, &out);
}

static int version(const Line *line)
{
    Out out = out_to_fd(STDOUT_FILENO);
    out_print(&out, "inzet %s\nrules %016llx\n", INZET_VERSION, (unsigned long long)lexicon_version());
    return cli_finish(line, &out);
}

static int completion(const Line *line)
{
    Out out = out_to_fd(STDOUT_FILENO);
    bool known = line->count == 1 && help_completion(line->names[0], &out);
    int status = cli_finish(line, &out);
    if (known) return status;
    Error e = error_make(ERROR_USAGE, "name a shell: bash, zsh or fish");
    return usage(&e);
}

static int values(const Line *line)
{
    ValuesRequest request = {.files = (const char *const *)line->names, .count = line->count, .written = {NO_DAY, NO_DAY}};
    const char *written = line->value[OPTION_WRITTEN];
    Out out = {.fd = -1};
    request.jsonl = line->value[OPTION_JSONL] != NULL;
    Error e = NO_ERROR;
    if (written && !values_written(written, &request.written))
        e = error_make(ERROR_USAGE, "--written `%.40s` is no date; write 2018-05-04, 2018-05 or 2018", written);
    if (!e.code) e = cli_output(line, line->names, line->count, &out);
    if (e.code) {
        error_print(&e);
        return e.code;
    }
    int status = values_run(&request, &out);
    return cli_worse(status, cli_finish(line, &out));
}

/* Verbs that take no names of files. */
static Error check_names(const Line *line)
{
    static const CliVerb NONE[] = {VERB_LIST, VERB_HISTORY, VERB_CONFLICTS, VERB_DUE, VERB_GAPS, VERB_MISSIONS, VERB_SOURCES, VERB_STATS, VERB_REBUILD, VERB_LEDGER, VERB_VERIFY, VERB_VERSION};
    for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++)
        if (line->verb == NONE[i] && line->count > 0)
            return error_make(ERROR_USAGE, "`inzet %s` takes no `%.60s`; see `inzet help %s`", verb_text[line->verb].name, line->names[0],
                              verb_text[line->verb].name);
    const char *when = line->value[OPTION_COLOR];
    if (when && strcmp(when, "auto") != 0 && strcmp(when, "always") != 0 && strcmp(when, "never") != 0)
        return error_make(ERROR_USAGE, "--color is auto, always or never, not `%.40s`", when);
    return NO_ERROR;
}

int main(int argc, char **argv)
{
    static int (*const RUN[VERB_COUNT])(const Line *) = {
        [VERB_READ] = cli_read, [VERB_SHOW] = cli_show, [VERB_AT] = cli_at, [VERB_LIST] = cli_list,
        [VERB_HISTORY] = cli_history, [VERB_DIFF] = cli_diff, [VERB_CONFLICTS] = cli_conflicts, [VERB_DUE] = cli_due, [VERB_GAPS] = cli_gaps,
        [VERB_CHECK] = cli_check, [VERB_ACCEPT] = cli_correct, [VERB_REJECT] = cli_correct, [VERB_EDIT] = cli_correct, [VERB_LINK] = cli_correct,
        [VERB_SPLIT] = cli_correct, [VERB_JOIN] = cli_correct, [VERB_UNDO] = cli_correct, [VERB_LEDGER] = cli_ledger,
        [VERB_MISSIONS] = cli_missions, [VERB_SOURCES] = cli_sources, [VERB_STATS] = cli_stats, [VERB_EXPORT] = cli_export, [VERB_REBUILD] = cli_rebuild,
        [VERB_VERIFY] = cli_verify, [VERB_EXPLAIN] = cli_explain, [VERB_VALUES] = values, [VERB_LINT] = cli_lint, [VERB_SCORE] = cli_score,
        [VERB_COMPLETION] = completion, [VERB_HELP] = help, [VERB_VERSION] = version,
    };
    Line line;
    Error e = options_parse(argc, argv, &line);
    if (e.code && argc < 2) {
        Out out = out_to_fd(STDERR_FILENO);
        help_short(-1, &out);
        out_close(&out);
        return ERROR_USAGE;
    }
    if (!e.code) e = check_names(&line);
    if (e.code) return usage(&e);
    if (line.verb != VERB_HELP && line.value[OPTION_HELP] && line.verb != VERB_VERSION) return help_of(&line);
    return RUN[line.verb](&line);
}
