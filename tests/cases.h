/* Case files: columns split by tabs, # comments. Shared by the tests of numbers, times and rules. */
#ifndef INZET_TESTS_CASES_H
#define INZET_TESTS_CASES_H

#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"

enum { CASE_COLUMNS = 4 };

typedef struct {
    const char *file;
    Span rest;
    int line;
    Span column[CASE_COLUMNS];
    int columns;
    int passed, failed;
} Cases;

static inline Span cases_file(const char *path, Arena *keep)
{
    FILE *f = fopen(path, "rb");
    if (!f) {
        perror(path);
        exit(1);
    }
    char *at = ARENA_NEW(keep, char, 1 << 20);
    size_t n = fread(at, 1, 1 << 20, f);
    fclose(f);
    return (Span){at, (Size)n};
}

static inline Cases cases_open(const char *path, Arena *keep)
{
    return (Cases){.file = path, .rest = cases_file(path, keep)};
}

/* The next line that is no comment. */
static inline bool cases_next(Cases *c)
{
    for (Span line; span_cut(&c->rest, '\n', &line);) {
        c->line++;
        if (line.len == 0 || line.at[0] == '#') continue;
        c->columns = 0;
        while (c->columns < CASE_COLUMNS && span_cut(&line, '\t', &c->column[c->columns])) c->columns++;
        return true;
    }
    return false;
}

/* Counts a result, and says where one differs. */
static inline void cases_check(Cases *c, Span text, Span expected, Span found)
{
    if (span_equal(expected, found)) {
        c->passed++;
        return;
    }
    c->failed++;
    printf("%s:%d: %.*s\n  expected %.*s\n  found    %.*s\n", c->file, c->line, (int)text.len, text.at, (int)expected.len, expected.at, (int)found.len, found.at);
}

/* The last line of every test program; its exit status. */
static inline int cases_result(int passed, int failed)
{
    printf("%d passed, %d failed\n", passed, failed);
    return failed > 0;
}

#endif
