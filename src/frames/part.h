/* Parts and the wholes they are of. A Size is an index into a->force, -1 where there is none; a Number is one of a->numbers. Nothing is allocated. */
#ifndef INZET_FRAMES_PART_H
#define INZET_FRAMES_PART_H

#include "frames/context.h"

/* The force behind `1.700 van de 3.400 EU-militairen`, or -1. */
Size part_whole_behind(const Context *c, const Analysis *a, const Number *n);

/* `Van de 41.000 militairen zijn er 700 in het buitenland`: the whole that a sentence opens with, or -1. */
Size part_whole_before(const Context *c, const Analysis *a, const Number *n);

/* `een van de vier multinationale bataljons`: forces of no one state. */
bool part_of_many(const Context *c, const Force *f);

/* `Van die vier staan er nog drie in Gao`, `Van de 1.500 die er waren`: a number that a sentence opens with, for forces told of before. */
bool part_whole_told(const Context *c, const Analysis *a, const Number *n);

/* The kind of the forces that `Van die vier` points at: the plural ones that the sentence before told last, though it made no claim of them. */
void part_pointed_at(const Context *c, const Analysis *a, Force *like);

/* `de eerste 200 van 850 Indiase blauwhelmen`: the forces of a nation that the number is a part of; or NULL. */
const Force *part_of_counted(const Context *c, const Analysis *a, const Number *n);

/* `huurlingen, van wie er duizend in het land zijn`: a part of others, who stand before the relative clause of `n` behind any forces. */
bool part_of_others(const Context *c, const Analysis *a, const Number *n);

#endif
