/* The mission and the theatre that go on from sentence to sentence. */
#include "frames/reader_run.h"

#include "frames/told.h"
#include "lexicon/wordlist.h"

/* Whether the claims of the sentence are of people ashore in the one theatre that it leaves; `of_mission`: one of them is of a mission. */
static bool claimed_there(const Run *r, const Analysis *a, bool *of_mission)
{
    const Reading *all = r->c->reading;
    bool any = false;
    int32_t from = r->c->d->sentences.item[a->sentence].at.from;
    for (Size i = all->claims.len; i-- > 0 && all->claims.item[i].evidence.from == from;) {
        const Claim *c = &all->claims.item[i];
        bool there = c->hosts == 1 && r->carry.hosts == 1 && span_equal(c->host[0], r->carry.host[0]) && c->proof[FIELD_HOST].how == HOW_STATED;
        bool ashore = c->host[0].len == 2 && c->asset != ASSET_SHIP && c->asset != ASSET_AIRCRAFT;   /* those have bases elsewhere */
        if (!there || !ashore) return false;
        *of_mission = *of_mission || c->mission.len;
        any = true;
    }
    return any;
}

/* What the sentence leaves for the next: its mission, its theatre. Background about elsewhere (no claim) leaves the mission told before. */
void reader_carry(Run *r, const Analysis *a, bool claims)
{
    Carry before = r->carry;
    const Context *c = r->c;
    int32_t paragraph = c->d->sentences.item[a->sentence].paragraph;
    bool fresh = false;
    bool headed = c->d->sentences.item[a->sentence].kind == SENTENCE_HEADING;
    for (Size i = 0; i < a->mention.len; i++) headed = headed || scope_heads(c, a, &a->mention.item[i]);
    /* `En in Litouwen?`: a question that is a paragraph says where the answer is about */
    bool asked = c->d->paragraphs.item[paragraph].sentences == 1 && token_is_mark(c->d, a->last - 1, '?');
    if (c->overview && headed) r->carry.mission = (Found){0}, r->carry.hosts = 0;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (m->kind == MENTION_MISSION) {
            Found f = scope_mission(c, a, m->first, a->clauses.of[m->first - a->first], &r->carry);
            /* `het stationsschip`: the task of that ship, not of those told next */
            bool standing = r->carry.mission.id.len && lexicon_has(lexicon_find(TABLE_MISSIONS, f.id), "kind", "standing");
            if (f.how == HOW_STATED && !standing) r->carry.mission = f, r->carry.paragraph = paragraph;
        }
        Span rest = m->id, host;
        if (!scope_says_where(c, a, m) || !span_cut(&rest, '|', &host) || !scope_is_theatre(c, host)) continue;
        if (!fresh) r->carry.hosts = 0;
        fresh = true;
        bool known = false;
        for (int h = 0; h < r->carry.hosts; h++) known = known || span_equal(r->carry.host[h], host);
        if (!known && r->carry.hosts < 4) r->carry.host[r->carry.hosts++] = host;
    }
    if (fresh && told_scattered(c, a, &r->carry)) r->carry.hosts = 0;
    bool fits = !fresh || !r->carry.hosts || !r->carry.mission.id.len;
    for (int h = 0; h < r->carry.hosts && !fits; h++) fits = mission_in(r->carry.mission.id, r->carry.host[h]);
    r->in_passing = (!fits || context_exercises(c, a)) && !claims && !headed;
    asked = asked && r->in_passing;
    if (!fits) r->carry.mission = (Found){0};
    bool of_mission = false, there = fresh && claims && claimed_there(r, a, &of_mission);
    if (fresh) r->carry.claimed = there && !of_mission, r->carry.elsewhere = there && !fits;
    r->carry.paragraph = paragraph;
    if (!r->in_passing) return;
    r->aside = r->carry;
    if (!asked) r->carry = before;
    r->carry.paragraph = paragraph;
}

/* `De minister was in Mali. Nederland heeft er 300 militairen`: `er` behind a verb that takes an object is a place, not that something exists. */
static bool has_there(const Context *c, const Analysis *a, int32_t i)
{
    if (i == a->first || !token_is(c->d, i, "er")) return false;
    for (Size n = 0; n < a->numbers.item.len; n++) {   /* `Nederland levert er vijf`: of those told before */
        const Number *of = &a->numbers.item.item[n];
        if (of->first > i && of->first <= i + 2 && (of->last >= a->last || c->d->tokens.item[of->last].kind == TOKEN_PUNCT)) return false;
    }
    const Clause *x = clause_at(&a->clauses, i);
    bool verb = x->kind == CLAUSE_MAIN && x->verbs && x->verb[0].token == i - 1 && x->verb[0].form == FORM_FINITE && !x->passive;
    return verb && (word_in(c->d, i - 1, WORDS_OWNING) || (x->verb[0].classes & (VC(DEPLOY) | VC(CONTRIBUTE) | VC(WITHDRAW))));
}

/* `Naar dat land`, `daar`: what the sentence before named in passing goes on. */
void reader_follow_aside(Run *r, const Analysis *a)
{
    enum { REACH = 12 };
    bool there = false;
    for (int32_t i = a->first; i + 1 < a->last && i < a->first + REACH; i++)
        there = there || word_in(r->c->d, i, WORDS_THERE) || has_there(r->c, a, i) || (word_in(r->c->d, i, WORDS_THAT) && word_in(r->c->d, i + 1, WORDS_LAND));
    if (r->in_passing && there) r->carry = r->aside;
    r->carry.pointed = (r->in_passing || r->carry.elsewhere) && there;
    r->in_passing = false;
}
