/* The contract's words: enumeration values to names and back. */
#include "frames/claim.h"

#define WORD(NAME, name) #name,

static const char *const asset_names[] = {
#define ASSETS
#include "frames/claim.def"
#undef ASSETS
};
static const char *const basis_names[] = {
#define BASES
#include "frames/claim.def"
#undef BASES
};
static const char *const stage_names[] = {
#define STAGES
#include "frames/claim.def"
#undef STAGES
};
static const char *const realis_names[] = {
#define REALISES
#include "frames/claim.def"
#undef REALISES
};
static const char *const act_names[] = {
#define ACTS
#include "frames/claim.def"
#undef ACTS
};
static const char *const role_names[] = {
#define ROLES
#include "frames/claim.def"
#undef ROLES
};
static const char *const field_names[] = {
#define FIELDS
#include "frames/claim.def"
#undef FIELDS
};
static const char *const how_names[] = {
#define HOWS
#include "frames/claim.def"
#undef HOWS
};
static const char *const outcome_names[] = {
#define OUTCOMES
#include "frames/claim.def"
#undef OUTCOMES
};
static const char *const link_names[] = {
#define LINKS
#include "frames/claim.def"
#undef LINKS
};
static const char *const what_names[] = {
#define WHATS
#include "frames/claim.def"
#undef WHATS
};
#undef WORD

static int find_name(const char *const *names, int count, Span s)
{
    for (int i = 0; i < count; i++)
        if (span_is(s, names[i])) return i;
    return -1;
}

const char *asset_name(Asset v) { return asset_names[v]; }
const char *basis_name(Basis v) { return basis_names[v]; }
const char *stage_name(Stage v) { return stage_names[v]; }
const char *realis_name(Realis v) { return realis_names[v]; }
const char *act_name(Act v) { return act_names[v]; }
const char *role_name(Role v) { return role_names[v]; }
const char *field_name(Field v) { return field_names[v]; }
const char *how_name(How v) { return how_names[v]; }
const char *outcome_name(Outcome v) { return outcome_names[v]; }
const char *link_name(LinkKind v) { return link_names[v]; }
const char *what_name(What v) { return what_names[v]; }

int asset_from(Span s) { return find_name(asset_names, ASSET_COUNT, s); }
int basis_from(Span s) { return find_name(basis_names, BASIS_COUNT, s); }
int stage_from(Span s) { return find_name(stage_names, STAGE_COUNT, s); }
int realis_from(Span s) { return find_name(realis_names, REALIS_COUNT, s); }
int act_from(Span s) { return find_name(act_names, ACT_COUNT, s); }
int role_from(Span s) { return find_name(role_names, ROLE_COUNT, s); }
int what_from(Span s) { return find_name(what_names, WHAT_COUNT, s); }

uint32_t roles_from(Span list)
{
    uint32_t roles = 0;
    Span piece;
    while (span_cut(&list, '|', &piece)) {
        int r = role_from(piece);
        if (r >= 0) roles |= 1u << r;
    }
    return roles;
}

bool claim_elsewhere(const Claim *a, const Claim *b)
{
    for (int i = 0; i < a->hosts; i++)
        for (int j = 0; j < b->hosts; j++)
            if (span_equal(a->host[i], b->host[j])) return false;
    return a->hosts && b->hosts;
}

const char *date_origin_name(DateOrigin v)
{
    static const char *const names[] = {"unknown", "given", "header", "body", "address", "inferred"};
    return names[v];
}

const char *precision_name(Precision v)
{
    static const char *const names[] = {"none", "year", "month", "day"};
    return names[v];
}
