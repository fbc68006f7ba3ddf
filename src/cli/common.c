/* Output, look, register path, signals. */
#define _XOPEN_SOURCE 700  /* realpath */

#include "cli/common.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { WIDTH_UNKNOWN = 120, WIDTH_LEAST = 60, WIDTH_MOST = 400 };

int cli_worse(int status, int other)
{
    static const int weight[] = {0, 1, 5, 2, 4, 3};
    int a = status >= 0 && status <= 5 ? weight[status] : 6, b = other >= 0 && other <= 5 ? weight[other] : 6;
    return b > a ? other : status;
}

Error cli_format(const Line *line, unsigned allowed, Format otherwise, Format *format)
{
    static const struct { CliOption option; Format format; } SHORT[] = {
        {OPTION_JSON, FORMAT_JSON}, {OPTION_JSONL, FORMAT_JSONL}, {OPTION_CSV, FORMAT_CSV}, {OPTION_TSV, FORMAT_TSV}};
    int chosen = otherwise;
    if (line->value[OPTION_FORMAT]) chosen = format_from(span_of(line->value[OPTION_FORMAT]));
    for (size_t i = 0; i < sizeof SHORT / sizeof *SHORT; i++)
        if (line->value[SHORT[i].option]) chosen = SHORT[i].format;
    if (chosen >= 0 && allowed >> chosen & 1) {
        const char *file = line->value[OPTION_OUTPUT];
        bool terminal = (!file || strcmp(file, "-") == 0) && isatty(STDOUT_FILENO);
        if (format_is_binary((Format)chosen) && terminal)
            return error_make(ERROR_USAGE, "%s is nothing for a terminal; name a file: -o %s.%s", format_name((Format)chosen), verb_text[line->verb].name, format_name((Format)chosen));
        *format = (Format)chosen;
        return NO_ERROR;
    }
    char names[120] = "";
    for (int f = 0; f < FORMAT_COUNT; f++)
        if (allowed >> f & 1) snprintf(names + strlen(names), sizeof names - strlen(names), " %s", format_name((Format)f));
    const char *wish = chosen >= 0 ? format_name((Format)chosen) : line->value[OPTION_FORMAT];
    return error_make(ERROR_USAGE, "`inzet %s` has no format `%.40s`; it has%s", verb_text[line->verb].name, wish, names);
}

static bool same_file(const char *path, const struct stat *about)
{
    struct stat other;
    return strcmp(path, "-") != 0 && stat(path, &other) == 0 && other.st_dev == about->st_dev && other.st_ino == about->st_ino;
}

volatile sig_atomic_t cli_stopped;

/* The one file of -o while it is being written: it has another name until it is whole. */
static struct {
    char *temporary, *path;
} written;

static void drop_file(void)
{
    if (written.temporary) unlink(written.temporary);
}

static void drop_and_stop(int signal)
{
    drop_file();
    raise(signal);
}

/* Whatever ends the program before the file is whole takes it away; a verb that catches the signal itself ends in its own time. */
static void watch(void)
{
    static const int ENDS[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE};
    struct sigaction drop = {.sa_handler = drop_and_stop, .sa_flags = (int)(SA_RESETHAND | SA_NODEFER)}, before;
    atexit(drop_file);
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++)
        if (sigaction(ENDS[i], NULL, &before) == 0 && before.sa_handler == SIG_DFL) sigaction(ENDS[i], &drop, NULL);
}

/* A new file beside `path`, or beside what it links to; -1 with errno. */
static int begin_file(const char *path, mode_t mode)
{
    static const char MORE[] = ".XXXXXX";
    mode_t mask = umask(0);
    umask(mask);
    written.path = realpath(path, NULL);
    if (!written.path) written.path = strdup(path);
    if (!written.path) return -1;
    size_t len = strlen(written.path);
    written.temporary = malloc(len + sizeof MORE);
    if (!written.temporary) return -1;
    memcpy(written.temporary, written.path, len);
    memcpy(written.temporary + len, MORE, sizeof MORE);
    int fd = mkstemp(written.temporary);
    if (fd < 0) {
        free(written.temporary);
        written.temporary = NULL;
        return -1;
    }
    fcntl(fd, F_SETFD, FD_CLOEXEC);
    fchmod(fd, mode ? mode & 0777 : 0666 & ~mask);
    watch();
    return fd;
}

/* Gives the file its name; false with errno. */
static bool end_file(void)
{
    bool fine = rename(written.temporary, written.path) == 0;
    if (!fine) unlink(written.temporary);
    free(written.temporary);
    free(written.path);
    written.temporary = written.path = NULL;
    return fine;
}

Error cli_output(const Line *line, char *const *inputs, int count, Out *out)
{
    const char *path = line->value[OPTION_OUTPUT];
    if (!path || strcmp(path, "-") == 0) {
        *out = out_to_fd(STDOUT_FILENO);
        return NO_ERROR;
    }
    struct stat about;
    bool regular = stat(path, &about) == 0 && S_ISREG(about.st_mode);
    for (int i = 0; i < count && regular; i++)
        if (same_file(inputs[i], &about)) return error_at(ERROR_USAGE, path, 0, 0, "this file is read; -o needs another one");
    /* A pipe or a device takes what comes; a file is whole or is not there. */
    bool there = stat(path, &about) == 0;
    int fd = there && !regular ? open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY) : begin_file(path, there ? about.st_mode : 0);
    if (fd < 0) return error_at(ERROR_WRITE, path, 0, 0, "cannot be written: %s", strerror(errno));
    *out = out_to_fd(fd);
    return NO_ERROR;
}

int cli_finish(const Line *line, Out *out)
{
    int fd = out->fd;
    bool file = fd >= 0 && written.temporary, fine = out_close(out);
    int number = out->failed;
    if (file && fine && fsync(fd) != 0 && errno != EINVAL && errno != ENOTSUP) {
        fine = false;
        number = errno;
    }
    if (fd >= 0 && close(fd) != 0 && fine) {
        fine = false;
        number = errno;
    }
    if (file && cli_stopped) {
        cli_note(line, "%s was not written", line->value[OPTION_OUTPUT]);
        return STATUS_STOPPED;
    }
    if (file && fine && !end_file()) {
        fine = false;
        number = errno;
    }
    if (fine) return 0;
    const char *name = line->value[OPTION_OUTPUT] ? line->value[OPTION_OUTPUT] : "standard output";
    Error e = error_at(ERROR_WRITE, name, 0, 0, "cannot be written: %s", strerror(number));
    error_print(&e);
    return ERROR_WRITE;
}

static int width_of(int fd)
{
    struct winsize size;
    int width = WIDTH_UNKNOWN;
    const char *columns = getenv("COLUMNS");
    if (fd >= 0 && ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) width = size.ws_col;
    else if (columns && *columns) width = atoi(columns);
    return width < WIDTH_LEAST ? WIDTH_LEAST : width > WIDTH_MOST ? WIDTH_MOST : width;
}

Look cli_look(const Line *line, Format format, const Out *out)
{
    const char *when = line->value[OPTION_COLOR] ? line->value[OPTION_COLOR] : "auto";
    const char *none = getenv("NO_COLOR"), *term = getenv("TERM");
    bool color = out->fd >= 0 && isatty(out->fd) && !(none && *none) && !(term && strcmp(term, "dumb") == 0);
    if (strcmp(when, "always") == 0) color = true;
    if (strcmp(when, "never") == 0) color = false;
    return (Look){format, width_of(out->fd), color && format == FORMAT_TABLE};
}

Error cli_day(const char *option, const char *text, Published *day)
{
    int precision = 0;
    Day first = day_parse(span_of(text), &precision);
    if (!day_known(first)) return error_make(ERROR_USAGE, "--%s `%.40s` is no date; write 2018-05-04, 2018-05 or 2018", option, text);
    *day = (Published){.first = first, .last = first, .precision = PRECISION_DAY, .origin = DATE_GIVEN, .at = NO_RANGE};
    if (precision == 3) return NO_ERROR;
    day->last = (Day){day_add_months(first, precision == 2 ? 1 : 12).n - 1};
    day->precision = precision == 2 ? PRECISION_MONTH : PRECISION_YEAR;
    return NO_ERROR;
}

static Error make_folders(char *path)
{
    for (char *slash = path + 1; (slash = strchr(slash, '/')) != NULL; slash++) {
        *slash = 0;
        int failed = mkdir(path, 0777);
        int number = errno;
        struct stat about;
        bool there = stat(path, &about) == 0 && S_ISDIR(about.st_mode);
        if (failed && !there) return error_at(ERROR_WRITE, path, 0, 0, "this folder for the register cannot be made: %s", strerror(number));
        *slash = '/';
    }
    return NO_ERROR;
}

Error cli_register_path(const Line *line, bool create, const char **path, Arena *keep)
{
    *path = line->value[OPTION_REGISTER];
    if (*path) return NO_ERROR;
    const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
    Span own;
    if (data && data[0] == '/') own = arena_print(keep, "%s/inzet/inzet.db", data);
    else if (home && home[0] == '/') own = arena_print(keep, "%s/.local/share/inzet/inzet.db", home);
    else return error_make(ERROR_USAGE, "there is no home folder for the register (HOME is not set); name one with -r FILE");
    *path = own.at;
    return create ? make_folders((char *)own.at) : NO_ERROR;
}

/* The signal may come between the look at cli_stopped and a read that waits: alarms break that read off too, until the program ends. */
static void note_stop(int signal)
{
    if (signal != SIGALRM) cli_stopped = signal;
    alarm(1);
}

void cli_catch_stop(void)
{
    /* Without SA_RESTART, so that a read from a pipe breaks off; with SA_RESETHAND, so that a second Ctrl-C ends the program. */
    struct sigaction action = {.sa_handler = note_stop, .sa_flags = (int)SA_RESETHAND};
    struct sigaction before;
    sigemptyset(&action.sa_mask);
    /* A shell starts background jobs with Ctrl-C ignored; that is left as it is. */
    if (sigaction(SIGINT, NULL, &before) == 0 && before.sa_handler != SIG_IGN) sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    action.sa_flags = 0;
    sigaction(SIGALRM, &action, NULL);
}
