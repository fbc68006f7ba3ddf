/* Ids of claims: hashes of the document and of what the claim says. */
#include "frames/reader.h"

#include <stdio.h>
#include <nettle/sha2.h>

/* Whether a claim before `i` about the same words has its id: the same act for the next theatre of a list. */
static bool id_taken(const Reading *r, Size i)
{
    const Claim *c = &r->claims.item[i];
    for (Size k = i; k-- > 0 && r->claims.item[k].evidence.from == c->evidence.from;)
        if (!strcmp(r->claims.item[k].id, c->id)) return true;
    return false;
}

static void write_id(char *to, char kind, const uint8_t digest[8])
{
    *to++ = kind;
    for (int k = 0; k < 8; k++) to += snprintf(to, 4, "%02x", digest[k]);
}

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
        write_id(c->id, 'c', digest);
        if (!c->hosts || !id_taken(r, i)) continue;
        h = base;
        sha256_update(&h, (size_t)n, (const uint8_t *)line);
        sha256_update(&h, (size_t)c->host[0].len, (const uint8_t *)c->host[0].at);
        sha256_digest(&h, 8, digest);
        write_id(c->id, 'c', digest);
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
        write_id(c->id, 'm', digest);
    }
}
