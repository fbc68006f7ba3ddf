/* `respectievelijk`: two lists that go together, member by member. */
#include "frames/candidate.h"

enum { MEMBERS = 6 };

/* The givers of the last list before token `i`, in order; returns how many. */
static int givers_before(const Candidate *k, int32_t i, const Mention **list)
{
    int n = 0;
    for (Size m = 0; m < k->a->mention.len; m++) {
        const Mention *x = &k->a->mention.item[m];
        bool who = x->kind == MENTION_COUNTRY || x->kind == MENTION_METONYM || x->kind == MENTION_DEMONYM;
        if (!who || x->id.len != 2 || x->prep >= 0 || x->last > i) continue;
        if (n == MEMBERS) return 0;
        list[n++] = x;
    }
    return n;
}

/* The theatres of the list right behind token `i`; returns how many. */
static int places_behind(const Candidate *k, int32_t i, const Mention **list)
{
    int n = 0;
    int32_t end = i + 1;
    for (Size m = 0; m < k->a->mention.len; m++) {
        const Mention *x = &k->a->mention.item[m];
        if ((x->kind != MENTION_COUNTRY && x->kind != MENTION_PLACE) || x->first < end || x->first > end + 1 || !scope_is_theatre(k->c, x->id)) continue;
        if (n == MEMBERS) return 0;
        list[n++] = x;
        end = x->last;
    }
    return n;
}

/* The counted forces of the sentence on one side of token `i`; `self` is the place of the candidate's own among them, or -1. */
static int counted_beside(const Candidate *k, int32_t i, bool behind, int *self)
{
    int n = 0;
    *self = -1;
    for (Size f = 0; f < k->a->force.len; f++) {
        const Force *x = &k->a->force.item[f];
        if (!x->quantity.some || x->contained || (x->head > i) != behind) continue;
        if (k->f && k->f->first == x->first) *self = n;
        n++;
    }
    return n;
}

static int index_of_giver(const Candidate *k, const Mention *const *givers, int n)
{
    Range at = k->claim.proof[FIELD_CONTRIBUTOR].at;
    for (int i = 0; i < n; i++)
        if (token_range(k->c->d, givers[i]->first, givers[i]->last).from == at.from) return i;
    return -1;
}

static void set_host(Candidate *k, const Mention *m)
{
    Claim *c = &k->claim;
    Range at = token_range(k->c->d, m->first, m->last);
    c->host[0] = m->id;
    c->hosts = 1;
    c->places = 0;
    c->proof[FIELD_HOST] = (Proof){HOW_STATED, at, "place of its own in the list"};
    if (c->mission.len && mission_in(c->mission, m->id)) return;
    Found there = scope_described_in(k->c, k->a, m->id);
    c->mission = there.id;
    c->proof[FIELD_MISSION] = (Proof){there.how, there.at, there.rule};
}

void candidate_respective(Candidate *k)
{
    const Mention *givers[MEMBERS], *places[MEMBERS];
    int32_t i = k->a->first;
    while (i < k->a->last && !word_in(k->c->d, i, WORDS_RESPECTIVELY)) i++;
    if (i == k->a->last) return;
    int g = givers_before(k, i, givers), p = places_behind(k, i, places), self;
    int counted = counted_beside(k, i, false, &self);
    if (p > 1 && self >= 0 && counted == p) {
        set_host(k, places[self]);
        return;
    }
    int own = index_of_giver(k, givers, g);
    if (p > 1 && g == p && own >= 0) set_host(k, places[own]);
    if (p || counted_beside(k, i, true, &self) != g || g < 2 || self < 0) return;
    k->claim.contributor = givers[self]->id;
    k->claim.proof[FIELD_CONTRIBUTOR] = (Proof){HOW_STATED, token_range(k->c->d, givers[self]->first, givers[self]->last), "state of its own in the list"};
}
