/* Making and printing errors. */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

Error error_make(ErrorCode code, const char *format, ...)
{
    Error e = {.code = code};
    va_list args;
    va_start(args, format);
    vsnprintf(e.sentence, sizeof e.sentence, format, args);
    va_end(args);
    return e;
}

Error error_at(ErrorCode code, const char *file, int line, int column, const char *format, ...)
{
    Error e = {.code = code, .line = line, .column = column};
    snprintf(e.file, sizeof e.file, "%s", file ? file : "");
    va_list args;
    va_start(args, format);
    vsnprintf(e.sentence, sizeof e.sentence, format, args);
    va_end(args);
    return e;
}

void error_print(const Error *e)
{
    fputs("inzet: ", stderr);
    if (e->file[0]) {
        fputs(e->file, stderr);
        if (e->line) fprintf(stderr, ":%d", e->line);
        if (e->column) fprintf(stderr, ":%d", e->column);
        fputs(": ", stderr);
    }
    fprintf(stderr, "%s\n", e->sentence);
}
