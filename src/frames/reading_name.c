/* Ids of claims: hashes of the document and of what the claim says. */
#include "frames/reader.h"

#include <stdio.h>
#include <nettle/sha2.h>

void reading_name(const Document *d, Reading *r)
{
    struct sha256_ctx base, h;
    if (r->claims.len + r->mission_claims.len == 0) return;
    sha256_init(&base);
    sha256_update(&base, (size_t)d->bytes.len, (const uint8_t *)d->bytes.at);
    for (Size i = 0; i < r->claims.len; i++) {
        Claim *c = &r->claims.item[i];
        char line[512];
        int n = snprintf(line, sizeof line, "claim %d %d %.*s %s %d %d %s %s %s %.*s %d %d", c->evidence.from, c->evidence.to, (int)c->contributor.len,
                         c->contributor.at, asset_name(c->asset), c->proof[FIELD_ASSET].at.from, c->quantity.some ? c->quantity.words.from : -1, stage_name(c->stage),
                         realis_name(c->realis), act_name(c->act), (int)c->mission.len, c->mission.at ? c->mission.at : "", c->start.some ? c->start.words.from : -1,
                         c->end.some ? c->end.words.from : -1);
        h = base;
        uint8_t digest[8];
        sha256_update(&h, (size_t)n, (const uint8_t *)line);
        sha256_digest(&h, 8, digest);
        char *to = c->id;
        to += snprintf(to, 4, "c");
        for (int k = 0; k < 8; k++) to += snprintf(to, 4, "%02x", digest[k]);
    }
    for (Size i = 0; i < r->mission_claims.len; i++) {
        MissionClaim *c = &r->mission_claims.item[i];
        char line[256];
        int n = snprintf(line, sizeof line, "mission %d %d %.*s %s %d", c->evidence.from, c->evidence.to, (int)c->mission.len, c->mission.at ? c->mission.at : "",
                         what_name(c->what), c->words.from);
        h = base;
        uint8_t digest[8];
        sha256_update(&h, (size_t)n, (const uint8_t *)line);
        sha256_digest(&h, 8, digest);
        char *to = c->id;
        to += snprintf(to, 4, "m");
        for (int k = 0; k < 8; k++) to += snprintf(to, 4, "%02x", digest[k]);
    }
}
