/* Acts that are only the occasion of what a clause tells: `na lang beraad`, `ondanks de doden`, `sinds hun aankomst`. */
#include "frames/candidate.h"

#include "lexicon/wordlist.h"

/* `na lang beraad`: whether `word` stands before the phrase of `m`, adjectives between. */
static bool led_by(const Candidate *k, const Mention *m, const char *word)
{
    enum { ADJECTIVES = 2 };
    for (int32_t i = m->first - 1; i >= k->a->first && i >= m->first - 1 - ADJECTIVES; i--) {
        if (token_is(k->c->d, i, word)) return true;
        if (k->c->d->tokens.item[i].kind != TOKEN_WORD || (function_of(k->a, i) & FC(PREP))) return false;
    }
    return false;
}

/* `Ondanks de twee doden blijft Nederland`: losses on whose occasion something is done; it is not done to those lost. */
bool candidate_is_occasion(const Candidate *k, const Mention *m)
{
    const uint64_t ends = VC(WITHDRAW) | VC(RETURN) | VC(END) | VC(REDUCE);
    bool loss = (m->kind == MENTION_ACTNOUN && (verb_classes(m->entry) & VC(CASUALTY))) || marker_is(m, "act:casualty");
    /* `na de sluiting van het kamp werken er nog zestig`; not `na de terugtrekking van zestig man` */
    bool theirs_too = k->f && k->f->first >= m->last && k->f->first <= m->last + 2;
    if (m->kind == MENTION_ACTNOUN && (verb_classes(m->entry) & ends) && m->prep >= 0 && k->f && !theirs_too && m->first < k->f->first && token_is(k->c->d, m->prep, "na") && feature_has(&k->features, FEATURE_TENSE_PRESENT)) return true;
    /* `na lang beraad stuurt het kabinet er zestig`; not `na het debat over de zestig militairen` */
    bool theirs = k->f && k->f->prep == m->last;   /* `na de moord op tien para's` */
    if (m->kind == MENTION_ACTNOUN && (verb_classes(m->entry) & VC(WEIGH)) && !theirs && led_by(k, m, "na")) return true;
    /* `sinds hun aankomst hebben ze`: the act is over */
    if (m->kind == MENTION_ACTNOUN && (verb_classes(m->entry) & (VC(ARRIVE) | VC(START) | VC(DEPLOY))) && m->prep >= 0 && !theirs && token_is(k->c->d, m->prep, "sinds")) return true;
    return loss && !theirs && m->prep >= 0 && word_in(k->c->d, m->prep, WORDS_OCCASION);
}
