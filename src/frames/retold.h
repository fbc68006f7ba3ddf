/* One contribution told several times is one claim: headings that the text tells again, forces named again to say when. */
#ifndef INZET_FRAMES_RETOLD_H
#define INZET_FRAMES_RETOLD_H

#include "frames/context.h"

/* Takes out, from claim `first` on, what another claim of the item tells; it stays as a sentence that was read and not coded. */
void retold_drop(Context *c, int32_t first);

#endif
