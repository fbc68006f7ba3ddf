/* Which texts of the whole register copy an earlier one, by their sketches (likeness.h). One pass in order of publication; memory does not grow with the
 * register: a text is held against those of the week before it, of which the newest COPIES_HELD are at hand. */
#ifndef INZET_REGISTER_COPIES_H
#define INZET_REGISTER_COPIES_H

#include "register/store.h"

enum { COPIES_HELD = 1 << 15 };

typedef struct {
    int64_t document;
    int64_t copies;      /* the document that it copies; 0: none */
    Span publisher, country, agency;   /* valid until the next text */
} CopyText;

typedef struct CopyWalk CopyWalk;

/* Begins in `work`, which belongs to the walk until it is over. */
CopyWalk *copies_begin(Register *reg, Arena *work);
/* The next text; false at the end and after a failure, which sticks in the register. */
bool copies_next(CopyWalk *w, CopyText *text);

#endif
