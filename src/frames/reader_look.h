/* A quick look before reading: most of a newspaper ends here. */
#ifndef INZET_FRAMES_READER_LOOK_H
#define INZET_FRAMES_READER_LOOK_H

#include "frames/context.h"

/* A look at every sentence of the document. */
const LexiconLook *reader_look(const Document *d, Arena *keep);
/* Whether an item can hold a claim: a word that names forces, and a mission or a place abroad. */
bool reader_worth(const LexiconLook *look, const Item *item);
/* Which sentences of the item are read: those near a word that names forces. */
const bool *reader_near_forces(const Context *c, const LexiconLook *look, const Item *item);

#endif
