/* Memory in one direction: a reserved stretch of address space, handed out from the front, given back at once.
 * `keep` arenas are passed by pointer, `scratch` arenas by value (what a callee takes ends with the call). */
#ifndef INZET_BASE_ARENA_H
#define INZET_BASE_ARENA_H

#include "base/span.h"

typedef struct {
    char *at;
    char *end;
} Arena;

/* A stretch of `bytes` of address space; pages are taken only when touched. Ends the program where none is to be had. */
Arena arena_reserve(Size bytes);
void arena_release(Arena *whole);
/* Zeroed memory for `count` items of `size`, aligned to `align`. Ends the program with one sentence when the arena is full. */
void *arena_take(Arena *a, Size size, Size align, Size count);
/* Ends the program: the arena is full. */
_Noreturn void arena_full(void);
/* The same without zeroes, for what is written before it is read. */
static inline void *arena_room(Arena *a, Size size, Size align, Size count)
{
    Size pad = (Size)(-(uintptr_t)a->at & (uintptr_t)(align - 1)), room = a->end - a->at - pad, bytes;
    if (__builtin_mul_overflow(size, count, &bytes) || count < 0 || room < bytes) arena_full();
    char *p = a->at + pad;
    a->at = p + bytes;
    return p;
}
/* Whether `bytes` more would fit. */
static inline bool arena_has(const Arena *a, Size bytes)
{
    return a->end - a->at >= bytes;
}
/* Gives the pages between two marks of one arena back to the system, so that a large document does not stay resident. */
void arena_trim(char *from, char *to);
Span arena_copy(Arena *a, Span s);
/* Formatted text in the arena, NUL-terminated behind its end. */
Span arena_print(Arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));

#define ARENA_NEW(arena, Type, count) ((Type *)arena_take((arena), (Size)sizeof(Type), (Size)_Alignof(Type), (count)))

/* A growing array in an arena: struct { Type *item; Size len, cap; }. ARRAY_PUSH gives a pointer to a zeroed new item.
 * A full array moves to a stretch twice as long; what it leaves behind goes with the arena. */
#define ARRAY(Type) struct { Type *item; Size len; Size cap; }
#define ARRAY_PUSH(array, arena)                                                                                        \
    ((void)((array)->len < (array)->cap || (array_grow((array), (Size)sizeof(*(array)->item), (arena)), true)),         \
     memset(&(array)->item[(array)->len], 0, sizeof(*(array)->item)), &(array)->item[(array)->len++])

/* Makes room for more items: used by ARRAY_PUSH, and where several are added at once. */
void array_grow(void *array, Size size, Arena *a);

#endif
