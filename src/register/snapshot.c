/* Stored texts: packed with zstd, told whole or broken when unpacked. */
#include "register/store.h"

#include <zstd.h>

enum { PACK_LEVEL = 3 };

Span snapshot_pack(Register *reg, Span bytes)
{
    if (!reg->packer) reg->packer = ZSTD_createCCtx();
    size_t room = ZSTD_compressBound((size_t)bytes.len);
    char *to = ARENA_NEW(&reg->work, char, (Size)room);
    size_t n = reg->packer ? ZSTD_compressCCtx(reg->packer, to, room, bytes.len ? bytes.at : "", (size_t)bytes.len, PACK_LEVEL) : (size_t)-1;
    if (!ZSTD_isError(n)) return (Span){to, (Size)n};
    store_fail_with(reg, error_make(ERROR_WRITE, "the text could not be packed (%s); close other programs and try again", ZSTD_getErrorName(n)));
    return (Span){NULL, 0};
}

SnapshotState snapshot_unpack(Register *reg, int64_t document, Span *bytes, Arena *keep)
{
    *bytes = (Span){NULL, 0};
    sqlite3_stmt *s = store_begin(reg, SQL_GET_SNAPSHOT);
    store_int(s, 1, document);
    if (!store_row(reg, s)) return SNAPSHOT_MISSING;
    int64_t size = store_get_int(s, 0);
    Span packed = store_get_text(s, 1);
    SnapshotState state = SNAPSHOT_BROKEN;
    /* A damaged size must not take all memory: zstd knows its own. */
    if (size >= 0 && ZSTD_getFrameContentSize(packed.at, (size_t)packed.len) == (unsigned long long)size && arena_has(keep, size + 16)) {
        if (!reg->unpacker) reg->unpacker = ZSTD_createDCtx();
        char *to = ARENA_NEW(keep, char, size + 1);
        size_t n = reg->unpacker ? ZSTD_decompressDCtx(reg->unpacker, to, (size_t)size, packed.at, (size_t)packed.len) : (size_t)-1;
        if (n == (size_t)size) {
            *bytes = (Span){to, size};
            state = SNAPSHOT_WHOLE;
        }
    }
    store_end(s);
    return state;
}

Error register_snapshot(Register *reg, int64_t document, Span *bytes, Arena *keep)
{
    SnapshotState state = snapshot_unpack(reg, document, bytes, keep);
    if (state != SNAPSHOT_WHOLE)
        store_fail_with(reg, error_make(ERROR_REGISTER, "the stored text of document %lld is damaged; run `inzet verify`, then read its source again into a new register",
                                        (long long)document));
    return store_error(reg);
}
