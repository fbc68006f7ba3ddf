/* Append-only text output: into memory, or through a buffer to a file descriptor. */
#ifndef INZET_BASE_OUT_H
#define INZET_BASE_OUT_H

#include "base/arena.h"

typedef struct {
    char *buffer;
    Size len;
    Size cap;
    int fd;        /* -1: memory only; the buffer grows */
    int failed;    /* errno of the first failed write, else 0; later writes are dropped */
} Out;

Out out_to_fd(int fd);
Out out_to_memory(void);
void out_span(Out *o, Span s);
void out_text(Out *o, const char *s);
void out_int(Out *o, int64_t n);
/* out_span for short runs of bytes that are written often. */
static inline void out_bytes(Out *o, const char *at, Size n)
{
    if (o->cap - o->len >= n) {
        memcpy(o->buffer + o->len, at, (size_t)n);
        o->len += n;
    } else {
        out_span(o, (Span){at, n});
    }
}
static inline void out_char(Out *o, char c)
{
    out_bytes(o, &c, 1);
}

/* A string literal. */
#define OUT_LITERAL(out, text) out_bytes((out), "" text, (Size)sizeof(text) - 1)
void out_print(Out *o, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* What has been written to memory so far; valid until the next write. */
Span out_written(const Out *o);
/* Writes what is buffered; false when a write failed (see `failed`). */
bool out_flush(Out *o);
/* Flushes and frees; false when a write failed. */
bool out_close(Out *o);

#endif
