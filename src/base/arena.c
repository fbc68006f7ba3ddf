/* Arenas over mmap, and the arrays that grow in them. */
#define _DEFAULT_SOURCE
#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

static _Noreturn void give_up(const char *why)
{
    fprintf(stderr, "inzet: %s\n", why);
    exit(3);
}

Arena arena_reserve(Size bytes)
{
    void *p = mmap(NULL, (size_t)bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (p == MAP_FAILED) give_up("the system has no memory left; close other programs or raise the limit (ulimit -v)");
    return (Arena){p, (char *)p + bytes};
}

void arena_release(Arena *whole)
{
    if (whole->at) munmap(whole->at, (size_t)(whole->end - whole->at));
    *whole = (Arena){NULL, NULL};
}

void arena_full(void)
{
    give_up("a document needs more working memory than inzet allows itself; split the file and try again");
}

void *arena_take(Arena *a, Size size, Size align, Size count)
{
    return memset(arena_room(a, size, align, count), 0, (size_t)(size * count));
}

void arena_trim(char *from, char *to)
{
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    uintptr_t first = ((uintptr_t)from + page - 1) & ~(page - 1), last = (uintptr_t)to & ~(page - 1);
    if (last > first) (void)madvise((void *)first, last - first, MADV_DONTNEED);
}

Span arena_copy(Arena *a, Span s)
{
    char *p = ARENA_NEW(a, char, s.len + 1);
    if (s.len) memcpy(p, s.at, (size_t)s.len);
    return (Span){p, s.len};
}

Span arena_print(Arena *a, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *p = ARENA_NEW(a, char, n + 1);
    vsnprintf(p, (size_t)n + 1, format, again);
    va_end(again);
    return (Span){p, n};
}

/* The layout that ARRAY(Type) gives every array. */
typedef struct {
    void *item;
    Size len;
    Size cap;
} AnyArray;

void array_grow(void *array, Size size, Arena *a)
{
    AnyArray any;
    memcpy(&any, array, sizeof any);
    Size cap = any.cap ? any.cap * 2 : 16;
    char *end = any.item ? (char *)any.item + any.cap * size : NULL;
    if (any.item && end == a->at && arena_has(a, (cap - any.cap) * size)) {
        (void)arena_room(a, size, 1, cap - any.cap);
    } else {
        void *moved = arena_room(a, size, 16, cap);
        if (any.len) memcpy(moved, any.item, (size_t)(any.len * size));
        any.item = moved;
    }
    any.cap = cap;
    memcpy(array, &any, sizeof any);
}
