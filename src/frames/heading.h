/* Headings are read like sentences; what the text tells again is no claim of its own. */
#ifndef INZET_FRAMES_HEADING_H
#define INZET_FRAMES_HEADING_H

#include "frames/context.h"

/* Takes out the claims of headings, from claim `first` on, that a later sentence tells again. */
void heading_drop(Context *c, int32_t first);

#endif
