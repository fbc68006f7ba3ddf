/* What the verbs share: where output goes and how it looks, notes and progress on standard error, being stopped, the register's path. */
#ifndef INZET_CLI_COMMON_H
#define INZET_CLI_COMMON_H

#include <signal.h>
#include <time.h>

#include "cli/options.h"
#include "export/grid.h"
#include "frames/claim.h"

/* Every verb: runs it and returns the exit status. */
int cli_read(const Line *line);
int cli_show(const Line *line);
int cli_at(const Line *line);
int cli_list(const Line *line);
int cli_history(const Line *line);
int cli_diff(const Line *line);
int cli_conflicts(const Line *line);
int cli_due(const Line *line);
int cli_gaps(const Line *line);
int cli_missions(const Line *line);
int cli_sources(const Line *line);
int cli_stats(const Line *line);
int cli_export(const Line *line);
int cli_rebuild(const Line *line);
int cli_check(const Line *line);
/* accept, reject, edit, link, split, join and undo. */
int cli_correct(const Line *line);
int cli_ledger(const Line *line);
int cli_verify(const Line *line);
int cli_explain(const Line *line);
int cli_lint(const Line *line);
int cli_score(const Line *line);

/* What inputs, outputs and outcomes have made of the exit status so far: the worst of them counts. */
int cli_worse(int status, int other);

/* The format asked for; binary ones are refused on a terminal. `allowed` has a bit for each Format of the verb. Without one, `otherwise`. */
Error cli_format(const Line *line, unsigned allowed, Format otherwise, Format *format);
/* Standard output or the file of -o; refuses a file that is one of the inputs. The file is written under another name and gets its own in cli_finish:
 * it is whole, or what was there before is still there. */
Error cli_output(const Line *line, char *const *inputs, int count, Out *out);
/* Flushes, closes, and reports a failed write; the exit status. */
int cli_finish(const Line *line, Out *out);
/* Width and colour for what goes to `out`. */
Look cli_look(const Line *line, Format format, const Out *out);

/* A day given to an option: 2018-05-04, 2018-05 or 2018. */
Error cli_day(const char *option, const char *text, Published *day);

/* The file of -r, else the user's own register; its folder is made when `create` is set. */
Error cli_register_path(const Line *line, bool create, const char **path, Arena *keep);

/* Prints an error, grouping repeats: after a few of one sentence only their number is told, by cli_errors_rest. */
void cli_error(const Error *e);
void cli_errors_rest(void);
/* A line on standard error, unless --quiet. */
void cli_note(const Line *line, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Ctrl-C: the first sets cli_stopped and breaks off a read, a second ends the program. */
extern volatile sig_atomic_t cli_stopped;
void cli_catch_stop(void);

enum { STATUS_STOPPED = 130 };

/* Progress on standard error, on a terminal, after half a second. */
typedef struct {
    bool on, shown;
    struct timespec begun, told;
    int64_t total;
} Progress;

Progress progress_begin(const Line *line, int64_t total);
void progress_tell(Progress *p, int64_t done, int64_t bytes, Span name);
/* Takes the line away, before anything else is printed. */
void progress_clear(Progress *p);
double progress_seconds(const Progress *p);

#endif
