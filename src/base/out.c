/* Buffered output. */
#include "base/out.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { BUFFER = 1 << 16 };

static Out out_new(int fd)
{
    char *p = malloc(BUFFER);
    if (!p) {
        fputs("inzet: the system has no memory left\n", stderr);
        exit(3);
    }
    return (Out){p, 0, BUFFER, fd, 0};
}

Out out_to_fd(int fd)
{
    return out_new(fd);
}

Out out_to_memory(void)
{
    return out_new(-1);
}

static void write_all(Out *o, const char *p, Size n)
{
    while (n > 0 && !o->failed) {
        ssize_t w = write(o->fd, p, (size_t)n);
        if (w < 0 && errno == EINTR) continue;
        if (w <= 0) o->failed = w < 0 ? errno : EIO;
        else {
            p += w;
            n -= w;
        }
    }
}

bool out_flush(Out *o)
{
    if (o->fd < 0) return true;
    write_all(o, o->buffer, o->len);
    o->len = 0;
    return o->failed == 0;
}

static void make_room(Out *o, Size n)
{
    if (o->fd >= 0) {
        out_flush(o);
        return;
    }
    Size cap = o->cap;
    while (cap - o->len < n) cap *= 2;
    char *p = realloc(o->buffer, (size_t)cap);
    if (!p) {
        fputs("inzet: the system has no memory left\n", stderr);
        exit(3);
    }
    o->buffer = p;
    o->cap = cap;
}

void out_span(Out *o, Span s)
{
    if (o->cap - o->len < s.len) make_room(o, s.len);
    if (o->cap - o->len < s.len) {
        write_all(o, s.at, s.len);
        return;
    }
    if (s.len) memcpy(o->buffer + o->len, s.at, (size_t)s.len);
    o->len += s.len;
}

void out_text(Out *o, const char *s)
{
    out_span(o, span_of(s));
}

void out_int(Out *o, int64_t n)
{
    char digits[24];
    int at = (int)sizeof digits;
    uint64_t left = n < 0 ? -(uint64_t)n : (uint64_t)n;
    do digits[--at] = (char)('0' + left % 10);
    while (left /= 10);
    if (n < 0) digits[--at] = '-';
    out_bytes(o, digits + at, (Size)sizeof digits - at);
}

/* Whether a format asks for %s and %d only, as nearly all do: these need no printf. */
static bool is_plain(const char *format)
{
    for (const char *p = format; *p; p++)
        if (*p == '%' && *++p != 's' && *p != 'd') return false;
    return true;
}

static void print_plain(Out *o, const char *format, va_list args)
{
    for (const char *p = format;; format = p += 2) {
        while (*p && *p != '%') p++;
        out_span(o, (Span){format, p - format});
        if (!*p) return;
        if (p[1] == 's') out_text(o, va_arg(args, const char *));
        else out_int(o, va_arg(args, int));
    }
}

void out_print(Out *o, const char *format, ...)
{
    char small[512];
    va_list args, again;
    va_start(args, format);
    if (is_plain(format)) {
        print_plain(o, format, args);
        va_end(args);
        return;
    }
    va_copy(again, args);
    int n = vsnprintf(small, sizeof small, format, args);
    va_end(args);
    if (n >= 0 && n < (int)sizeof small) out_span(o, (Span){small, n});
    else if (n > 0) {
        char *p = malloc((size_t)n + 1);
        if (p) {
            vsnprintf(p, (size_t)n + 1, format, again);
            out_span(o, (Span){p, n});
            free(p);
        } else {
            o->failed = ENOMEM;
        }
    }
    va_end(again);
}

Span out_written(const Out *o)
{
    return (Span){o->buffer, o->len};
}

bool out_close(Out *o)
{
    bool fine = out_flush(o);
    free(o->buffer);
    o->buffer = NULL;
    return fine;
}
