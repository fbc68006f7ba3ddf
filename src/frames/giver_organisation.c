/* Organisations that give: NATO, the EU, the UN, a coalition; and those that are nobody's, such as the African Union. */
#include "frames/giver.h"

bool giver_is_organisation(Span id)
{
    return span_is(id, "EU") || span_is(id, "NATO") || span_is(id, "UN") || span_is(id, "COALITION");
}

/* The organisation that is the subject of `clause` or of one that it hangs on, and whose verb is of one of `acts`; or NULL. */
static const Mention *subject(const Analysis *a, int32_t clause, uint64_t acts)
{
    const uint64_t asks = VC(REQUEST) | VC(SAY) | VC(APPROVE) | VC(COMMAND) | VC(EXTEND);
    for (int32_t of = clause, hops = 0; of >= 0 && hops < 2; of = a->clauses.clause.item[of].parent, hops++) {
        const Clause *x = &a->clauses.clause.item[of];
        if (!(x->classes & acts) || (x->classes & asks) || x->passive || !x->verbs) continue;
        for (Size i = 0; i < a->mention.len; i++) {
            const Mention *m = &a->mention.item[i];
            bool body = m->kind == MENTION_BODY && lexicon_has(m->entry, "kind", "organisation"), name = m->kind == MENTION_COUNTRY && giver_is_organisation(m->id);
            if (!(body || name) || m->prep >= 0 || mention_in_mission(a, m) || a->clauses.of[m->first - a->first] != of) continue;
            int32_t behind = x->verb[0].token + 1 + (x->verb[0].token + 1 < a->last && (function_of(a, x->verb[0].token + 1) & FC(DET)) ? 1 : 0);
            bool subject = m->last == x->verb[0].token || m->first == behind || m->first == x->verb[0].token + 1;
            if (subject) return m;
        }
    }
    return NULL;
}

/* `haar militairen`, `zijn troepen`. */
static bool is_its_own(const Analysis *a, const Force *f)
{
    return (function_of(a, f->first) & FC(POSSESSIVE)) || (f->first > a->first && (function_of(a, f->first - 1) & FC(POSSESSIVE)));
}

Found giver_organisation(const Context *c, const Analysis *a, const Force *f, int32_t clause, bool *nobody)
{
    const uint64_t sends = VC(DEPLOY) | VC(OFFER) | VC(ENLARGE), takes = VC(WITHDRAW) | VC(REDUCE);
    bool own = is_its_own(a, f), counted = f->quantity.some;
    const Mention *m = counted || !f->definite || own ? subject(a, clause, sends | (own ? takes : 0)) : NULL;
    *nobody = m;
    bool sent = clause_at(&a->clauses, f->head)->classes & (VC(DEPLOY) | (own ? takes : 0));
    bool tells = counted ? f->quantity.known : f->asset == ASSET_PERSONNEL && sent;
    if (!m || !tells || !giver_is_organisation(m->id)) return (Found){.how = HOW_NONE};
    return (Found){m->id, token_range(c->d, m->first, m->last), HOW_STATED, "organisation that sends"};
}
