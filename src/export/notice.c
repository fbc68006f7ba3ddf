/* Names of notices. */
#include "export/notice.h"

#include <nettle/sha1.h>

void notice_uuid(Span name, Out *o)
{
    static const uint8_t SPACE[16] = {0x1d, 0x6e, 0x0b, 0x52, 0x8f, 0x0c, 0x54, 0x1e, 0x9a, 0x57, 0x69, 0x6e, 0x7a, 0x65, 0x74, 0x01};
    struct sha1_ctx hash;
    uint8_t u[SHA1_DIGEST_SIZE];
    sha1_init(&hash);
    sha1_update(&hash, sizeof SPACE, SPACE);
    sha1_update(&hash, (size_t)name.len, (const uint8_t *)name.at);
    sha1_digest(&hash, sizeof u, u);
    u[6] = (uint8_t)((u[6] & 0x0F) | 0x50);
    u[8] = (uint8_t)((u[8] & 0x3F) | 0x80);
    for (int i = 0; i < 16; i++) out_print(o, "%s%02x", i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "", (unsigned)u[i]);
}
