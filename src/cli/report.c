/* Errors in groups, notes and progress on standard error. */
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/common.h"
#include "export/write.h"

enum { GROUPS = 16, TOLD = 5 };

static struct {
    char sentence[sizeof ((Error *)0)->sentence];
    long count;
} groups[GROUPS];

static int group_of(const Error *e)
{
    for (int i = 0; i < GROUPS; i++) {
        if (!groups[i].count) snprintf(groups[i].sentence, sizeof groups[i].sentence, "%s", e->sentence);
        if (strcmp(groups[i].sentence, e->sentence) == 0) return i;
    }
    return -1;
}

void cli_error(const Error *e)
{
    int g = group_of(e);
    if (g < 0 || ++groups[g].count <= TOLD) error_print(e);
}

void cli_errors_rest(void)
{
    for (int i = 0; i < GROUPS; i++)
        if (groups[i].count > TOLD) fprintf(stderr, "inzet: and %ld more: %s\n", groups[i].count - TOLD, groups[i].sentence);
}

void cli_note(const Line *line, const char *format, ...)
{
    if (line->value[OPTION_QUIET]) return;
    va_list args;
    va_start(args, format);
    fputs("inzet: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
}

static double seconds_between(const struct timespec *a, const struct timespec *b)
{
    return (double)(b->tv_sec - a->tv_sec) + (double)(b->tv_nsec - a->tv_nsec) / 1e9;
}

Progress progress_begin(const Line *line, int64_t total)
{
    Progress p = {.on = isatty(STDERR_FILENO) && !line->value[OPTION_QUIET], .total = total};
    clock_gettime(CLOCK_MONOTONIC, &p.begun);
    p.told = p.begun;
    return p;
}

double progress_seconds(const Progress *p)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return seconds_between(&p->begun, &now);
}

void progress_tell(Progress *p, int64_t done, int64_t bytes, Span name)
{
    if (!p->on) return;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    double total = seconds_between(&p->begun, &now);
    if (total < 0.5 || seconds_between(&p->told, &now) < 0.1) return;
    p->told = now;
    p->shown = true;
    Out o = out_to_memory();
    out_print(&o, "\r\033[K%lld/%lld  %.1f MB/s  ", (long long)done, (long long)p->total, (double)bytes / 1e6 / total);
    write_plain(&o, name, 50);
    Span text = out_written(&o);
    fwrite(text.at, 1, (size_t)text.len, stderr);
    out_close(&o);
}

void progress_clear(Progress *p)
{
    if (p->shown) fputs("\r\033[K", stderr);
    p->shown = false;
}
