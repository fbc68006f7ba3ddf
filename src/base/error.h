/* Failures of files, rules, storage and network, by value. Text itself never fails. */
#ifndef INZET_BASE_ERROR_H
#define INZET_BASE_ERROR_H

#include "base/span.h"

/* What the program's exit status becomes (docs/interface). */
typedef enum {
    ERROR_NONE = 0,
    ERROR_NO = 1,        /* done, and the answer is no */
    ERROR_USAGE = 2,     /* a wrong command line or rule file */
    ERROR_UNREAD = 3,    /* an input could not be read */
    ERROR_REGISTER = 4,  /* the register is damaged or of a newer schema */
    ERROR_WRITE = 5      /* output or register cannot be written */
} ErrorCode;

/* `sentence` says what is wrong and what to do. `file` may be empty; line and column count from 1, 0 = not known. */
typedef struct {
    ErrorCode code;
    int line;
    int column;
    char file[256];
    char sentence[384];
} Error;

#define NO_ERROR ((Error){0})

Error error_make(ErrorCode code, const char *format, ...) __attribute__((format(printf, 2, 3)));
Error error_at(ErrorCode code, const char *file, int line, int column, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* "inzet: file:line:column: sentence" on standard error. */
void error_print(const Error *e);

#endif
