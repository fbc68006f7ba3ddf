/* Who decided, asked, spoke, agreed. */
#include "frames/fields.h"

/* A body's words with the determiner before it: `Het kabinet`. */
static Range body_words(const Candidate *k, const Mention *m)
{
    int32_t first = m->first;
    while (first > k->a->first && ((function_of(k->a, first - 1) & FC(DET)) || mention_at(k->a, first - 1, MENTION_ADJECTIVE))) first--;
    return token_range(k->c->d, first, m->last);
}

static void read_decider(Candidate *k)
{
    Claim *c = &k->claim;
    bool decides = c->stage == STAGE_DECIDED || c->stage == STAGE_WEIGHED || c->stage == STAGE_DROPPED || c->stage == STAGE_OFFERED;
    for (Size i = 0; i < k->a->mention.len && decides; i++) {
        const Mention *m = &k->a->mention.item[i];
        if (m->kind != MENTION_BODY || !lexicon_has(m->entry, "kind", "cabinet")) continue;
        if (m->prep >= 0 && !token_is(k->c->d, m->prep, "door")) continue;
        c->decider = body_words(k, m);
        fields_prove(c, FIELD_DECIDER, HOW_STATED, c->decider, "cabinet named in the sentence");
        return;
    }
}

/* The noun phrase behind `op verzoek van` / `op vraag van`: up to the next comma, verb or preposition other than `van`. */
static Range phrase_from(const Candidate *k, int32_t i)
{
    int32_t last = i;
    for (; last < k->a->last && last < i + 10; last++) {
        uint32_t f = function_of(k->a, last);
        const Token *t = &k->c->d->tokens.item[last];
        if (t->kind == TOKEN_PUNCT) break;
        if (last > i && (f & (FC(PREP) | FC(SUB) | FC(REL) | FC(COORD))) && !token_is(k->c->d, last, "van") && !token_is(k->c->d, last, "tegen")) break;
        bool verb = false;
        for (Size c = 0; c < k->a->clauses.clause.len; c++)
            for (int v = 0; v < k->a->clauses.clause.item[c].verbs; v++) verb = verb || k->a->clauses.clause.item[c].verb[v].token == last;
        if (verb) break;
    }
    return token_range(k->c->d, i, last);
}

static void read_requester(Candidate *k)
{
    const Document *d = k->c->d;
    for (int32_t i = k->a->first; i + 2 < k->a->last; i++) {
        bool request = token_is(d, i, "verzoek") || token_is(d, i, "vraag") || token_is(d, i, "aandringen") || token_is(d, i, "uitnodiging");
        if (!request || !token_is(d, i + 1, "van")) continue;
        Range words = phrase_from(k, i + 2);
        if (!range_some(words)) continue;
        k->claim.requester = words;
        fields_prove(&k->claim, FIELD_REQUESTER, HOW_STATED, words, "on whose request");
        return;
    }
}

static void read_speaker(Candidate *k)
{
    const Document *d = k->c->d;
    for (int32_t i = k->a->first; i + 1 < k->a->last; i++) {
        if (!token_is(d, i, "volgens") && !token_is(d, i, "aldus")) continue;
        Range words = phrase_from(k, i + 1);
        if (!range_some(words)) continue;
        k->claim.speaker = words;
        fields_prove(&k->claim, FIELD_SPEAKER, HOW_STATED, words, "according to whom");
        return;
    }
    for (Size c = 0; c < k->a->clauses.clause.len; c++) {
        const Clause *x = &k->a->clauses.clause.item[c];
        if (!(x->head_classes & VC(SAY))) continue;
        for (Size i = 0; i < k->a->mention.len; i++) {
            const Mention *m = &k->a->mention.item[i];
            if (m->kind != MENTION_BODY || m->prep >= 0 || k->a->clauses.of[m->first - k->a->first] != (int16_t)c) continue;
            k->claim.speaker = body_words(k, m);
            fields_prove(&k->claim, FIELD_SPEAKER, HOW_STATED, k->claim.speaker, "subject of a verb of saying");
            return;
        }
    }
}

void fields_bodies(Candidate *k)
{
    k->claim.decider = k->claim.requester = k->claim.speaker = NO_RANGE;
    read_decider(k);
    read_requester(k);
    read_speaker(k);
}

void fields_carry_decider(Context *c, Size first_claim)
{
    (void)c;
    (void)first_claim;
}
