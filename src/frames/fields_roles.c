/* What a contribution is for. */
#include "frames/fields.h"

static uint32_t role_of(Span list)
{
    return roles_from(list);
}

/* Task verbs and task words of the clauses that have to do with the candidate. */
static uint32_t roles_told(const Candidate *k, Range *at)
{
    uint32_t all = 0;
    for (Size i = 0; i < k->a->clauses.clause.len; i++) {
        const Clause *x = &k->a->clauses.clause.item[i];
        if (fields_closeness(k, x->first) < 1 && (int32_t)i != k->clause) continue;
        for (int v = 0; v < x->verbs; v++) {
            uint32_t roles = role_of(lexicon_field(x->verb[v].verb, "roles"));
            if (roles && !range_some(*at)) *at = token_range(k->c->d, x->verb[v].token, x->verb[v].token + 1);
            all |= roles;
        }
    }
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if ((m->kind != MENTION_ROLE && m->kind != MENTION_ACTNOUN) || fields_closeness(k, m->first) < 1) continue;
        uint32_t roles = role_of(lexicon_field(m->entry, "roles"));
        if (roles && !range_some(*at)) *at = token_range(k->c->d, m->first, m->last);
        all |= roles;
    }
    return all;
}

void fields_roles(Candidate *k)
{
    Claim *c = &k->claim;
    Range at = NO_RANGE;
    c->roles = k->f ? k->f->roles : 0;
    c->roles |= roles_told(k, &at);
    if (c->roles) {
        fields_prove(c, FIELD_ROLES, HOW_STATED, range_some(at) ? at : c->proof[FIELD_ASSET].at, "task word in the clause");
        return;
    }
    if (c->mission.len) c->roles = role_of(lexicon_field(lexicon_find(TABLE_MISSIONS, c->mission), "roles"));
    if (c->roles) fields_prove(c, FIELD_ROLES, HOW_DEFAULTED, NO_RANGE, "task of the mission");
}
