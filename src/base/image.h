/* The compiled data of a language: one read-only block of named sections, part of the program (lexicon/image.S puts it there).
 *
 *   "INZET1\0\0"  u32 sections  u32 0  { char name[24]; u32 offset; u32 size; } ...  section bytes, each aligned to 16
 */
#ifndef INZET_BASE_IMAGE_H
#define INZET_BASE_IMAGE_H

#include "base/arena.h"

/* A section of the program's own image by name, which is a constant of the program: what it names is found once, by its address. Empty when absent.
 * Borrowed for ever. */
Span image_section(const char *name);
/* The whole image. */
Span image_whole(void);
/* Replaces the program's image; used by the compiler, which has none yet, and by tests. */
void image_use(Span image);

typedef struct {
    char name[24];
    Span bytes;
} ImageSection;

/* Joins sections to an image in `keep`. */
Span image_join(const ImageSection *section, int sections, Arena *keep);
/* Whether `hash` stands in a section of sorted 64-bit hashes. */
bool image_set_has(Span set, uint64_t hash);

#endif
