/* The files behind the names on a command line: files as they are, folders with all text files in and below them. */
#ifndef INZET_SOURCE_PATHS_H
#define INZET_SOURCE_PATHS_H

#include "base/arena.h"
#include "base/error.h"

/* A file to read, or the reason why a folder cannot be. */
typedef struct {
    const char *path;
    Error error;
} Path;

typedef struct {
    ARRAY(Path) item;       /* in the order given; inside a folder by name (bytes), its files before its folders */
    Size skipped;           /* files in folders whose name does not end in .txt or .text */
    const char *example;    /* one of those */
} Paths;

/* Goes into folders to LIMIT_PATH_DEPTH, follows no links to folders, leaves out names that begin with a dot.
 * A name that is no folder is taken as it is; whether it can be read shows when it is opened. */
Paths paths_collect(char *const *names, int count, Arena *keep);

#endif
