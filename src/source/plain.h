/* Plain text from a file, a pipe or standard input, in pieces of at most LIMIT_DOCUMENT_BYTES, so that memory does not grow with
 * the input. UTF-8 stays byte for byte as it is (a byte order mark is left out, odd bytes stay); windows-1252 becomes UTF-8. */
#ifndef INZET_SOURCE_PLAIN_H
#define INZET_SOURCE_PLAIN_H

#include "base/arena.h"
#include "base/error.h"
#include "source/encoding.h"

/* One text to read. `bytes` is borrowed until the next plain_next. */
typedef struct {
    Span path;          /* as the user gave it */
    Span bytes;
    int64_t offset;     /* bytes of the input before this text: a byte order mark, earlier pieces */
    int32_t piece;      /* 0, 1, 2 ... */
    bool last;          /* no further piece follows */
    bool markup;        /* looks like HTML or XML; its tags will be read as words */
    Encoding encoding;
} SourceText;

typedef struct {
    const char *path;
    int fd;
    bool ended;
    int32_t piece;
    int64_t offset;
    Encoding encoding;
    char *raw;          /* input not yet handed out, behind the first `used` bytes */
    Size used, held;
    char *decoded;
} Plain;

/* Takes the buffers, which serve any number of files. */
Plain plain_new(Arena *keep);
/* Opens `path`; "-" is standard input. A folder, a missing file and the like come back as an error with code ERROR_UNREAD. */
Error plain_open(Plain *p, const char *path);
/* The next piece. False at the end, or on an error, which `*e` then holds. An empty input gives one empty piece.
 * A read broken off by a signal gives an error with code ERROR_UNREAD and an empty sentence. */
bool plain_next(Plain *p, SourceText *text, Error *e);
void plain_close(Plain *p);

#endif
