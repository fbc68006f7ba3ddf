/* Reading an archive back: the list of its parts at the end, then each part.
 *
 *   "PK\1\2"  6 bytes  u16 method  8 bytes  u32 packed  u32 whole  u16 name  u16 extra  u16 comment  8 bytes  u32 place  name extra comment
 *   "PK\5\6"  6 bytes  u16 parts  u32 size of the list  u32 place of the list  u16 comment */
#include "export/book_check.h"

#include <stdlib.h>
#include <zlib.h>

enum { PIECE = 1 << 16, TAIL = 22, ENTRY = 46, LOCAL = 30, LONGEST_NAME = 200, METHOD_DEFLATE = 8 };

typedef struct {
    uint32_t packed, whole, place;
    int method;
    char name[LONGEST_NAME + 1];
} Part;

/* What was seen of a part while it went by. */
typedef struct {
    Size bytes, rows;
    Size matched;       /* of the end of a row */
    char last;          /* byte that is no white space */
} Seen;

static uint32_t number(const unsigned char *p, int bytes)
{
    uint32_t n = 0;
    for (int i = 0; i < bytes; i++) n |= (uint32_t)p[i] << 8 * i;
    return n;
}

static bool read_at(FILE *file, long place, unsigned char *to, size_t bytes)
{
    return fseek(file, place, SEEK_SET) == 0 && fread(to, 1, bytes, file) == bytes;
}

static void look(Seen *s, const char *p, Size n)
{
    static const char END[] = "</row>";
    for (Size i = 0; i < n; i++) {
        s->matched = p[i] == END[s->matched] ? s->matched + 1 : p[i] == '<';
        if (s->matched == (Size)sizeof END - 1) {
            s->rows++;
            s->matched = 0;
        }
        if (p[i] != '\n' && p[i] != ' ') s->last = p[i];
    }
    s->bytes += n;
}

/* Unpacks the part that begins at the file's place. */
static bool unpack(FILE *file, const Part *part, Seen *seen)
{
    static unsigned char in[PIECE], out[PIECE];
    z_stream z = {0};
    uint32_t left = part->packed;
    int state = Z_OK;
    if (inflateInit2(&z, -MAX_WBITS) != Z_OK) return false;
    while (state == Z_OK && left) {
        size_t n = fread(in, 1, left < PIECE ? left : PIECE, file);
        if (n == 0) break;
        left -= (uint32_t)n;
        z.next_in = in;
        z.avail_in = (uInt)n;
        do {
            z.next_out = out;
            z.avail_out = PIECE;
            state = inflate(&z, Z_NO_FLUSH);
            if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR) break;
            look(seen, (const char *)out, PIECE - (Size)z.avail_out);
        } while (state == Z_OK && z.avail_out == 0);
        if (state == Z_BUF_ERROR) state = Z_OK;
    }
    inflateEnd(&z);
    return state == Z_STREAM_END && seen->bytes == (Size)part->whole;
}

static bool part_whole(FILE *file, const Part *part, const BookSheet *sheet, Size sheets)
{
    unsigned char local[LOCAL];
    Seen seen = {0};
    char *end;
    if (!read_at(file, (long)part->place, local, LOCAL) || part->method != METHOD_DEFLATE) return false;
    if (fseek(file, (long)(number(local + 26, 2) + number(local + 28, 2)), SEEK_CUR) != 0 || !unpack(file, part, &seen) || seen.last != '>') return false;
    static const char SHEET[] = "xl/worksheets/sheet";
    if (strncmp(part->name, SHEET, sizeof SHEET - 1) != 0) return true;
    Size n = strtol(part->name + sizeof SHEET - 1, &end, 10);
    return n >= 1 && n <= sheets && seen.rows == sheet[n - 1].rows && seen.bytes >= sheet[n - 1].bytes;
}

bool book_whole(FILE *file, const BookSheet *sheet, Size sheets)
{
    unsigned char tail[TAIL], entry[ENTRY];
    if (fseek(file, -TAIL, SEEK_END) != 0 || fread(tail, 1, TAIL, file) != TAIL || memcmp(tail, "PK\5\6", 4) != 0) return false;
    uint32_t parts = number(tail + 10, 2), place = number(tail + 16, 4);
    Size found = 0;
    for (uint32_t i = 0; i < parts; i++) {
        if (!read_at(file, (long)place, entry, ENTRY) || memcmp(entry, "PK\1\2", 4) != 0) return false;
        uint32_t name = number(entry + 28, 2);
        Part part = {.method = (int)number(entry + 10, 2), .packed = number(entry + 20, 4), .whole = number(entry + 24, 4), .place = number(entry + 42, 4)};
        if (name > LONGEST_NAME || fread(part.name, 1, name, file) != name || !part_whole(file, &part, sheet, sheets)) return false;
        found += strncmp(part.name, "xl/worksheets/sheet", 19) == 0;
        place += ENTRY + name + number(entry + 30, 2) + number(entry + 32, 2);
    }
    return found == sheets;
}
