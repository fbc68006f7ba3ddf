/* Whose forces are told of by an act, a formation or a whole of a people: `het Duitse plan om 700 militairen te sturen`, `de Deense missie, met 60 militairen`,
 * `120 Duitse militairen: 40 instructeurs en 80 genisten`. */
#include "frames/giver.h"

#include "lexicon/wordlist.h"

enum { REACH = 6 };

/* The token behind the noun that adjective `m` stands before, when that noun is an act or a formation; or -1. */
static int32_t noun_end(const Analysis *a, const Mention *m)
{
    const uint64_t others = VC(REQUEST) | VC(CASUALTY) | VC(SAY) | VC(VISIT);
    for (int32_t i = m->last; i <= m->last + 1 && i < a->last; i++) {
        const Mention *noun = mention_at(a, i, MENTION_ACTNOUN);
        if (noun) return verb_classes(noun->entry) & others ? -1 : noun->last;
        const Mention *mission = mention_at(a, i, MENTION_MISSION);
        if (mission) return mission->last;
    }
    for (Size i = 0; i < a->force.len; i++) {
        const Force *f = &a->force.item[i];
        if (f->asset == ASSET_FORMATION && span_equal(f->nation, m->id) && f->head >= m->last && f->head <= m->last + 1) return f->last;
    }
    return -1;
}

/* Another who could give, or another act, stands between; a place does not. */
static bool giver_between(const Analysis *a, int32_t from, int32_t to)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (m->kind == MENTION_ACTNOUN && m->first >= from && m->last < to) return true;
        bool who = m->kind == MENTION_METONYM || m->kind == MENTION_OWN || m->kind == MENTION_DEMONYM || m->kind == MENTION_ADJECTIVE || (m->kind == MENTION_COUNTRY && m->prep < 0);
        if (who && m->first >= from && m->last <= to) return true;
    }
    return false;
}

/* What ties `f` to an act before it: `om`, a preposition, the verb that counts (`telt`); or -1. */
static int32_t link_of(const Context *c, const Force *f, const Clause *x)
{
    if (x->kind == CLAUSE_INFINITIVE && x->opener >= 0) return x->opener;
    for (int v = 0; v < x->verbs; v++)
        if (word_in(c->d, x->verb[v].token, WORDS_COUNTING) && x->verb[v].token < f->first) return x->verb[v].token;
    return f->prep >= 0 && word_in(c->d, f->prep, WORDS_ACT_LINK) ? f->prep : -1;
}

const Mention *giver_of_act_before(const Context *c, const Analysis *a, const Force *f, int32_t clause)
{
    int32_t link = link_of(c, f, &a->clauses.clause.item[clause]);
    if (f->nation.len || link <= a->first) return NULL;
    const Mention *best = NULL;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (m->kind != MENTION_ADJECTIVE || !giver_can(m->id) || span_equal(m->id, c->reading->country) || m->first >= link) continue;
        int32_t end = noun_end(a, m);
        if (end < 0 || end > link || link - end > REACH || verb_between(a, end, link) || giver_between(a, end, f->first)) continue;
        /* `Het kabinet steunt de Franse operatie met zestig man`: with whose, only the subject tells */
        const Clause *of = clause_at(&a->clauses, m->first);
        bool opens = m->first <= of->first + 2 && !verb_between(a, of->first, m->first);
        if (token_is(c->d, link, "met") && !opens) continue;
        best = m;
    }
    return best;
}

/* Whether a colon, dash or bracket stands between, or nothing but a comma and places: what follows is a part. */
static bool parts_follow(const Context *c, const Analysis *a, const Force *whole, const Force *f)
{
    bool comma = false;
    for (int32_t i = whole->last; i < f->first; i++) {
        if (token_is_mark(c->d, i, ':') || token_is_mark(c->d, i, '-') || token_is_mark(c->d, i, '(') || token_text(c->d, i).at[0] == '\xE2') return true;
        comma = comma || token_is_mark(c->d, i, ',');
    }
    return comma && !verb_between(a, whole->last, f->first);
}

const Force *giver_whole_before(const Context *c, const Analysis *a, const Force *f)
{
    if (f->nation.len || !f->quantity.some || !f->quantity.known || f->asset != ASSET_PERSONNEL) return NULL;
    for (Size i = a->force.len; i-- > 0;) {
        const Force *o = &a->force.item[i];
        bool bigger = o->quantity.some && o->quantity.known && o->quantity.low > f->quantity.low && o->asset == f->asset;
        if (o->last > f->first || !o->nation.len || !bigger) continue;
        bool among = word_in(c->d, o->prep >= 0 ? o->prep : o->first, WORDS_AMONG_ALL);
        return (among || parts_follow(c, a, o, f)) && !giver_between(a, o->last, f->first) ? o : NULL;
    }
    return NULL;
}
