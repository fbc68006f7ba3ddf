/* `inzet values`: every number, quantity, date, period, length of time and frequency of a text, with its bytes and its value. */
#ifndef INZET_CLI_VALUES_H
#define INZET_CLI_VALUES_H

#include "base/error.h"
#include "base/out.h"
#include "time/time_read.h"

typedef struct {
    const char *const *files;   /* "-": standard input; none: standard input */
    int count;
    Written written;            /* the day that relative words count from; NO_DAY where unknown */
    bool jsonl;                 /* one object a text, else a table */
} ValuesRequest;

/* Reads the files and prints what was found. A file whose lines are JSON objects with `text` (and `id`, `reference`) is a suite: each line is a text.
 * Returns the exit status: 0, or 3 where an input could not be read. */
int values_run(const ValuesRequest *request, Out *out);
/* A day, month or year for --written; false where it is none. */
bool values_written(const char *text, Written *written);

/* Prints the values of one text; shared with the tests. `id` may be empty. */
void values_text(Span id, Span text, Written written, bool jsonl, Out *out, Arena scratch);

#endif
