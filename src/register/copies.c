/* A table of bands tells in one step which earlier texts may be alike; a ring holds the newest texts. */
#include "register/copies.h"

#include "register/derive.h"
#include "register/likeness.h"

enum { BANDS = LIKENESS_BINS / 2, SLOTS = 1 << 20 };

typedef struct {
    int64_t document;
    Day published;
    uint16_t bin[LIKENESS_BINS];
} Held;

struct CopyWalk {
    Register *reg;
    sqlite3_stmt *rows;
    Held *ring;
    int64_t *slot;   /* the newest text with a band, counted from 1; a later band may take its place, then one chance less is left to find it */
    int64_t texts;
};

CopyWalk *copies_begin(Register *reg, Arena *work)
{
    CopyWalk *w = ARENA_NEW(work, CopyWalk, 1);
    *w = (CopyWalk){reg, store_begin(reg, SQL_TEXTS_AND_SKETCHES), ARENA_NEW(work, Held, COPIES_HELD), ARENA_NEW(work, int64_t, SLOTS), 0};
    return w;
}

static int64_t *slot_of(CopyWalk *w, const Held *t, int band)
{
    uint64_t key = derive_mix((uint64_t)band << 32 | (uint64_t)t->bin[2 * band] << 16 | t->bin[2 * band + 1], 1);
    return &w->slot[key % SLOTS];
}

/* The text that `t` copies; 0: none. Leaves its own bands behind. */
static int64_t find_copied(CopyWalk *w, const Held *t)
{
    int64_t found = 0;
    for (int band = 0; band < BANDS; band++) {
        if (!t->bin[2 * band] || !t->bin[2 * band + 1]) continue;
        int64_t *slot = slot_of(w, t, band);
        bool held = *slot > 0 && w->texts - *slot < COPIES_HELD - 1;
        const Held *other = held ? &w->ring[*slot % COPIES_HELD] : NULL;
        bool near = other && (!day_known(t->published) || !day_known(other->published) || (int64_t)t->published.n - other->published.n <= COPY_DAYS);
        if (!found && near && likeness_same(t->bin, other->bin)) found = other->document;
        *slot = w->texts;
    }
    return found;
}

bool copies_next(CopyWalk *w, CopyText *text)
{
    if (!store_row(w->reg, w->rows)) return false;
    Held *t = &w->ring[++w->texts % COPIES_HELD];
    *t = (Held){.document = store_get_int(w->rows, 0), .published = store_get_day(w->rows, 3)};
    (void)likeness_unpack(store_get_text(w->rows, 5), t->bin);
    *text = (CopyText){t->document, find_copied(w, t), store_get_text(w->rows, 1), store_get_text(w->rows, 2), store_get_text(w->rows, 4)};
    return true;
}
