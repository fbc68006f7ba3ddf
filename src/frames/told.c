/* What was told before: in the sentence, in the one before, in the text below a heading. */
#include "frames/told.h"

#include "lexicon/wordlist.h"

/* `Zeeland en Pelikaan`, `twee fregatten, een mijnenjager`: whether a phrase of its own article, number or name is joined to the one that claim `c` rests on. */
static bool joined_to(const Candidate *k, const Claim *c)
{
    const Document *d = k->c->d;
    bool own = k->f && (k->f->named || k->f->definite || k->f->indefinite || k->f->quantity.some);
    /* `de Apache- en Chinook-helikopters` */
    int32_t at = k->f ? k->f->first - 1 : -1;
    bool hangs = at > k->a->first + 1 && token_is(d, at, "en") && token_is_mark(d, at - 1, '-') && d->tokens.item[at - 2].at.to == c->proof[FIELD_ASSET].at.to;
    if (hangs) return true;
    int32_t i = own ? k->f->first - 1 : -1;
    bool joint = i > k->a->first && (token_is(d, i, "en") || token_is_mark(d, i, ','));
    return joint && d->tokens.item[i - 1].at.to == c->proof[FIELD_ASSET].at.to;
}

void told_features(const Context *x, int32_t item_claims, Candidate *k)
{
    const Reading *reading = x->reading;
    Range sentence = x->d->sentences.item[k->a->sentence].at, before = k->a->sentence > 0 ? x->d->sentences.item[k->a->sentence - 1].at : NO_RANGE;
    for (Size i = item_claims; i < reading->claims.len; i++) {
        const Claim *c = &reading->claims.item[i];
        if (joined_to(k, c)) continue;
        bool number = c->quantity.some == k->claim.quantity.some && (!c->quantity.some || c->quantity.low == k->claim.quantity.low);
        feature_set(&k->features, FEATURE_TOLD_BEFORE, number && c->asset == k->claim.asset && span_equal(c->contributor, k->claim.contributor));
        feature_set(&k->features, FEATURE_CLAIM_HERE, c->evidence.from == sentence.from && !k->listed);
        feature_set(&k->features, FEATURE_CLAIM_BEFORE, c->evidence.from == before.from);
    }
}

/* Whether the sentence names missions in the plural; `proper`: by that word, not by `taken` or `opdrachten`. */
static bool names_missions(const Analysis *a, bool proper)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool mission = m->kind == MENTION_ACTNOUN && (verb_classes(m->entry) & VC(MISSION));
        Span lemma = lexicon_field(m->entry, "lemma");
        if (mission && (!proper || lemma_in(WORDS_MISSION_PROPER, lemma)) && !span_equal(lexicon_form(m->entry), lemma)) return true;
    }
    return false;
}

/* `leveren soldaten aan VN-missies`: missions in general; not `er in verschillende missies`. */
static bool of_many_missions(const Candidate *k)
{
    if (!names_missions(k->a, true)) return false;
    for (int32_t i = k->a->first; i < k->a->last; i++)
        if (token_is(k->c->d, i, "er") || word_in(k->c->d, i, WORDS_THERE)) return false;
    return true;
}

void told_news(const Reading *reading, Size first, StageRead s, Candidate *k)
{
    enum { REACH = 64 };
    const Claim *x = &k->claim;
    feature_set(&k->features, FEATURE_IS_ACTIVE, s.found && s.stage == STAGE_ACTIVE);
    feature_set(&k->features, FEATURE_IS_DECIDED, s.found && s.stage == STAGE_DECIDED);
    feature_set(&k->features, FEATURE_IS_DROPPED, s.found && s.stage == STAGE_DROPPED);
    feature_set(&k->features, FEATURE_IS_ASKED, s.found && s.stage == STAGE_ASKED);
    feature_set(&k->features, FEATURE_IS_WITHDRAWAL, s.found && s.act == ACT_WITHDRAW);
    Size len = reading->claims.len;
    for (Size i = len > first + REACH ? len - REACH : first; i < len; i++) {   /* a look back that keeps time linear */
        const Claim *c = &reading->claims.item[i];
        if (!span_equal(c->contributor, x->contributor) || joined_to(k, c)) continue;
        bool story = (!c->mission.len || !x->mission.len || span_equal(c->mission, x->mission)) && !claim_elsewhere(c, x);
        bool stage = story && s.found && c->stage == s.stage && c->realis == s.realis;
        feature_set(&k->features, FEATURE_TOLD_STORY, story);
        feature_set(&k->features, FEATURE_TOLD_ACT, stage && c->act == s.act);
        feature_set(&k->features, FEATURE_TOLD_KIND, story && c->asset == x->asset);
    }
    feature_set(&k->features, FEATURE_MANY_MISSIONS, of_many_missions(k));
}

bool told_here(const Reading *reading, const Claim *claim)
{
    for (Size i = reading->claims.len; i-- > 0 && reading->claims.item[i].evidence.from == claim->evidence.from;) {
        const Claim *c = &reading->claims.item[i];
        bool same = c->asset == claim->asset && !c->quantity.some && c->stage == claim->stage && c->realis == claim->realis && c->act == claim->act;
        if (same && span_equal(c->contributor, claim->contributor) && span_equal(c->mission, claim->mission) && !claim_elsewhere(c, claim)) return true;
    }
    return false;
}

bool told_forces_here(const Reading *reading, int32_t from, Span giver)
{
    for (Size i = reading->claims.len; i-- > 0 && reading->claims.item[i].evidence.from == from;) {
        const Claim *c = &reading->claims.item[i];
        if (c->asset != ASSET_NONE && span_equal(c->contributor, giver)) return true;
    }
    return false;
}

void told_anywhere(Claim *claim)
{
    if (claim->proof[FIELD_MISSION].how == HOW_STATED || claim->proof[FIELD_HOST].how == HOW_STATED) return;
    claim->mission = (Span){0};
    claim->hosts = claim->places = 0;
    claim->proof[FIELD_MISSION] = claim->proof[FIELD_HOST] = claim->proof[FIELD_PLACES] = (Proof){0};
}

bool told_at_home(const Document *d, const Analysis *a)
{
    for (int32_t i = a->first; i + 2 < a->last; i++) {
        bool own = token_is(d, i + 1, "eigen") && word_in(d, i + 2, WORDS_LAND), inland = token_is(d, i + 1, "het") && token_is(d, i + 2, "binnenland");
        if (token_is(d, i, "in") && (own || inland)) return true;
    }
    return false;
}

bool told_others(const Document *d, const Analysis *a)
{
    static const char *const CLASSES[] = {"local", "civilian", "casualty", "home", "enemy", "event"};
    int32_t last = a->first;
    for (Size i = 0; i < a->force.len; i++)
        if (a->force.item[i].head > last) last = a->force.item[i].head;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (m->kind != MENTION_NONFORCE || m->first <= last || m->first == a->first) continue;
        bool counted = !a->force.len && word_in(d, m->first - 1, WORDS_ARTICLE) && span_ends(token_folded(d, m->last - 1), SPAN("n"));
        for (Size n = 0; n < a->numbers.item.len; n++) counted = counted || a->numbers.item.item[n].last == m->first;
        for (size_t c = 0; counted && c < sizeof CLASSES / sizeof *CLASSES; c++)
            if (lexicon_has(m->entry, "class", CLASSES[c])) return true;
    }
    return false;
}

void told_home(Candidate *k, int32_t *paragraph, Span *whose)
{
    int32_t here = k->c->d->sentences.item[k->a->sentence].paragraph + 1;
    bool elsewhere = feature_has(&k->features, FEATURE_HOST_HERE) || feature_has(&k->features, FEATURE_MISSION_HERE);
    if (elsewhere) *paragraph = 0;
    else if (feature_has(&k->features, FEATURE_AT_HOME)) *paragraph = here, *whose = k->claim.contributor;
    bool theirs = !whose->len || span_equal(*whose, k->claim.contributor);
    feature_set(&k->features, FEATURE_AT_HOME, k->f && !elsewhere && *paragraph == here && theirs);
}

void told_like_others(Candidate *k, int32_t *others)
{
    const Force *f = k->f;
    const Document *d = k->c->d;
    if (!f) return;
    /* `nog 39 anderen` are of the forces before them, `300 mensen, van wie er 20` of those that the whole is */
    bool more = (f->last < k->a->last && word_in(d, f->last, WORDS_OTHERS)) || feature_has(&k->features, FEATURE_RELATIVE);
    bool people = f->demonym && f->quantity.some && !feature_has(&k->features, FEATURE_CLAIM_BEFORE);   /* `400 vrijwilligers. Aan boord zijn ook twaalf Nederlanders` */
    feature_set(&k->features, FEATURE_OF_OTHERS, (f->elided || people) && !more && *others && k->a->sentence + 1 - *others <= 1);
    bool whole = feature_has(&k->features, FEATURE_TOTAL) || feature_has(&k->features, FEATURE_WHOLE_OF_PART);
    bool anybody = f->weak && !f->elided && !f->nation.len && f->quantity.some && word_in(d, f->head, WORDS_ANY_PEOPLE);
    if (anybody && !whole) *others = k->a->sentence + 1;
    else if (whole && f->quantity.some) *others = 0;
}

bool told_scattered(const Context *c, const Analysis *a, const Carry *carry)
{
    enum { SEVERAL = 3 };
    if (carry->hosts < SEVERAL || !names_missions(a, false)) return false;
    for (int i = 0; i < c->missions.count; i++) {
        bool all = true;
        for (int h = 0; h < carry->hosts; h++) all = all && mission_in(c->missions.id[i], carry->host[h]);
        if (all) return false;
    }
    return true;
}

void told_of_old(const Context *c, Claim *claim)
{
    bool past = claim->stage == STAGE_ENDED || claim->stage == STAGE_DROPPED || claim->realis == REALIS_HISTORICAL;
    if (past || claim->proof[FIELD_MISSION].how != HOW_CARRIED || !scope_is_over(c, claim->mission)) return;
    claim->mission = (Span){0};
    claim->proof[FIELD_MISSION] = (Proof){0};
}
