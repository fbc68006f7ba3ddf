/* What a candidate gives: the asset, its type and number, from the phrase and what was told before. */
#include "frames/candidate.h"

#include "lexicon/wordlist.h"

/* `breidt uit tot 2.200`: with a verb of growing or shrinking the number is the new strength, no ceiling. */
static void settle_target(Candidate *k)
{
    Quantity *q = &k->claim.quantity;
    int32_t first = k->f->number >= 0 ? k->a->numbers.item.item[k->f->number].first : k->f->first;
    bool to = q->some && q->hedge == HEDGE_AT_MOST && token_is(k->c->d, first, "tot");
    if (!to || !(k->a->clauses.clause.item[k->clause].classes & (VC(ENLARGE) | VC(REDUCE)))) return;
    q->hedge = HEDGE_EXACT;
    q->words.from = k->c->d->tokens.item[first + 1].at.from;
}

void candidate_asset(Candidate *k, const Carry *carry)
{
    Claim *c = &k->claim;
    if (!k->f) return;
    c->asset = k->f->asset;
    c->asset_type = k->f->type;
    c->quantity = k->f->quantity;
    /* `Duitsland stuurt twee eenheden`, told of Patriots before */
    if (c->asset == ASSET_FORMATION && k->f->weak && k->f->number >= 0 && carry->asset == ASSET_EQUIPMENT) c->asset = carry->asset, c->asset_type = carry->asset_type;
    /* `De toestellen blijven tot juni`, told of helicopters before */
    bool any = c->asset == ASSET_AIRCRAFT && !c->asset_type.len && k->f->definite && word_in(k->c->d, k->f->head, WORDS_CRAFT);
    if (any && carry->asset == ASSET_HELICOPTER) c->asset = carry->asset, c->asset_type = carry->asset_type;
    settle_target(k);
    Range words = token_range(k->c->d, k->f->first, k->f->last);
    c->proof[FIELD_ASSET] = (Proof){k->f->elided ? HOW_CARRIED : HOW_STATED, words, k->f->elided ? "unit of the force before" : "noun of forces"};
    if (c->quantity.some) c->proof[FIELD_QUANTITY] = (Proof){HOW_STATED, c->quantity.words, "number of the phrase"};
}
