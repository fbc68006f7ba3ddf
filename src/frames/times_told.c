/* What the sentences of an item tell of times: those with claims, and those without that go on about them. */
#include "frames/times_told.h"

#include "frames/phrase.h"
#include "lexicon/wordlist.h"

#include <string.h>

enum { SUBJECT_REACH = 6 };

unsigned times_sides(const Context *c, const Analysis *a)
{
    const Candidate k = {.c = c, .a = a, .at = a->first};
    unsigned sides = 0;
    Day e, l;
    for (Size i = 0; i < a->times.item.len; i++) {
        const Time *t = &a->times.item.item[i];
        if (times_of_saying(&k, t) || times_of_page(&k, t)) continue;
        if (t->kind == TIME_PERIOD && time_start(t, &e, &l)) sides |= 1u << FIELD_START;
        if (t->kind == TIME_PERIOD && time_end(t, &e, &l)) sides |= 1u << FIELD_END;
        if (t->kind == TIME_DURATION && !t->joined) sides |= 1u << FIELD_DURATION;
    }
    return sides;
}

static bool names_other_giver(const Context *c, const Analysis *a)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (a->clauses.clause.item[a->clauses.of[m->first - a->first]].kind == CLAUSE_SUB) continue;
        bool who = m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM || m->kind == MENTION_ADJECTIVE || m->kind == MENTION_DEMONYM;
        bool host = m->kind == MENTION_ADJECTIVE && topic_has(&c->hosts, m->id);   /* `trainen zij Afghaanse officieren` */
        if (who && !host && m->prep < 0 && m->id.len == 2 && !span_equal(m->id, c->reading->country) && scope_is_theatre(c, m->id)) return true;
    }
    return false;
}

/* The token of a claimless sentence that stands for what was told: `De inzet duurt tot ...`, `Zij blijven ...`. */
static int32_t stand_in(const Context *c, const Analysis *a)
{
    for (Size i = 0; i < a->force.len; i++)
        if (a->force.item[i].definite || a->force.item[i].pronoun) return a->force.item[i].head;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        uint64_t classes = m->kind == MENTION_ACTNOUN ? verb_classes(m->entry) : 0;
        if (classes & (VC(CONTRIBUTION) | VC(DEPLOY) | VC(DEPART) | VC(MISSION) | VC(MANDATE) | VC(EXTEND))) return m->first;
        if (m->kind == MENTION_MISSION || marker_is(m, "group_anaphor") || marker_is(m, "pronoun_group")) return m->first;
    }
    bool that = word_in(c->d, a->first, WORDS_THAT_HAPPENS);
    for (int32_t i = a->first; i < a->last && i < a->first + SUBJECT_REACH; i++) {
        if (word_in(c->d, i, WORDS_THEY) && (i < a->first + 3 || phrase_verb(a, i - 1))) return i;
        if (word_in(c->d, i, WORDS_LASTING)) return i;
    }
    for (int32_t i = a->first; that && i < a->last; i++)
        if (word_in(c->d, i, WORDS_HAPPENING)) return a->first;   /* `Dat gebeurt in maart` */
    return -1;
}

static bool is_ahead(const Context *c, const Bound *b)
{
    Day day = day_known(b->latest) ? b->latest : b->earliest;
    if (!b->some) return false;
    return day_known(day) && (!day_known(c->written.first) || day.n > c->written.first.n);
}

unsigned times_sides_of(const Claim *c)
{
    return (unsigned)c->start.some << FIELD_START | (unsigned)c->end.some << FIELD_END | (unsigned)c->duration.some << FIELD_DURATION;
}

/* `De militairen zijn er sinds 2013`, `De inzet begon in maart`: token `at` stands for the forces or the contribution, and not for a mission. */
static bool stands_for_force(const Analysis *a, int32_t at)
{
    const Mention *m = at < 0 ? NULL : mention_at(a, at, MENTION_ACTNOUN);
    uint64_t classes = m ? verb_classes(m->entry) : 0;
    if ((classes & (VC(CONTRIBUTION) | VC(DEPLOY))) && !(classes & VC(MISSION))) return clause_at(&a->clauses, at)->head_classes & VC(START);
    for (Size i = 0; i < a->force.len; i++)
        if (a->force.item[i].head == at) return a->force.item[i].definite && a->force.item[i].number < 0;
    for (Size i = 0; at >= 0 && i < a->mention.len; i++)
        if (a->mention.item[i].first == at && marker_is(&a->mention.item[i], "group_anaphor")) return true;
    return false;
}

/* `Zij kwamen er eind januari aan`, `De militairen zijn er sinds 2013`: the begin of what the sentence before (stands for it: `at`) tells is there. */
static void tell_since(Context *c, const Analysis *a, int32_t at, TimesTolds *told)
{
    if (!stands_for_force(a, at)) at = -1;
    for (int32_t i = a->first; i < a->last && i < a->first + SUBJECT_REACH; i++) {
        if (!word_in(c->d, i, WORDS_THEY) && i != at) continue;
        Candidate k = {.c = c, .a = a, .at = i, .clause = a->clauses.of[i - a->first]};
        k.claim.stage = STAGE_ACTIVE;
        k.claim.act = ACT_DEPLOY;
        k.claim.contributor = c->reading->country;
        fields_times(&k);
        k.claim.end.some = k.claim.duration.some = false;
        bool dated = day_known(k.claim.start.earliest) || day_known(k.claim.start.latest);
        if (!k.claim.start.some || is_ahead(c, &k.claim.start) || (i == at && !dated && day_known(c->written.first))) return;
        *ARRAY_PUSH(told, c->scratch) = (TimesTold){.claim = k.claim, .sentence = a->sentence, .since = true};
        return;
    }
}

/* `Het schip blijft tot ...` tells of a ship alone; `de militairen` may be all. */
static Asset stood_for(const Analysis *a, int32_t at)
{
    for (Size i = 0; i < a->force.len; i++) {
        const Force *f = &a->force.item[i];
        bool own = f->asset == ASSET_SHIP || f->asset == ASSET_HELICOPTER || f->asset == ASSET_AIRCRAFT;
        if (f->head == at && own && f->definite && !f->pronoun) return f->asset;
    }
    return ASSET_NONE;
}

/* `geldt tot`, `duurt tot`. */
static bool lasts(const Context *c, const Analysis *a)
{
    for (int32_t i = a->first; i < a->last && i < a->first + SUBJECT_REACH; i++)
        if (word_in(c->d, i, WORDS_LASTING)) return true;
    return false;
}

/* `De bijdrage loopt van 1 december tot 1 juni`: of all that belongs to it. */
static bool runs(const Context *c, const Analysis *a)
{
    const uint64_t ALL = VC(CONTRIBUTION) | VC(DEPLOY) | VC(MISSION) | VC(EXTEND);
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (m->kind != MENTION_ACTNOUN || m->prep >= 0 || !(verb_classes(m->entry) & ALL)) continue;
        const Clause *x = clause_at(&a->clauses, m->first);
        for (int v = 0; v < x->verbs; v++)
            if (x->verb[v].token > m->first && word_in(c->d, x->verb[v].token, WORDS_RUNNING) && x->tense != TENSE_PAST) return true;
    }
    return false;
}

/* `Het schip vertrok op 2 februari`: when those went of whom the sentences beside tell. */
static void tell_departure(Context *c, const Analysis *a, int32_t at, TimesTolds *told)
{
    Candidate k = {.c = c, .a = a, .at = at, .clause = a->clauses.of[at - a->first]};
    const Clause *x = fields_clause(&k);
    bool past = x->tense == TENSE_PAST || x->tense == TENSE_PERFECT || x->tense == TENSE_PLUPERFECT;
    if (!past || !(x->head_classes & (VC(DEPART) | VC(ARRIVE) | VC(GO)))) return;
    k.claim.stage = STAGE_ENDED;
    k.claim.act = ACT_DEPLOY;
    k.claim.contributor = c->reading->country;
    k.claim.asset = stood_for(a, at);
    fields_times(&k);
    k.claim.end.some = k.claim.duration.some = false;
    if (k.claim.start.some) *ARRAY_PUSH(told, c->scratch) = (TimesTold){.claim = k.claim, .sentence = a->sentence, .departed = true};
}

/* Reads the times of a sentence without claims as if it told of a contribution to come. */
static void tell_claimless(Context *c, const Analysis *a, TimesTolds *told)
{
    bool heading = c->d->sentences.item[a->sentence].kind == SENTENCE_HEADING || token_is_mark(c->d, a->last - 1, '?');
    int32_t at = stand_in(c, a);
    if (!times_sides(c, a) || (at < 0 && !heading) || names_other_giver(c, a)) return;
    Candidate k = {.c = c, .a = a, .at = at < 0 ? a->first : at};
    k.clause = a->clauses.of[k.at - a->first];
    k.claim.stage = STAGE_DECIDED;
    k.claim.act = ACT_STATE;
    k.claim.contributor = c->reading->country;
    k.claim.asset = stood_for(a, k.at);
    fields_times(&k);
    if (!is_ahead(c, &k.claim.start) || fields_clause(&k)->tense == TENSE_PAST || (fields_clause(&k)->head_classes & VC(REMAIN))) k.claim.start.some = false;
    if (!is_ahead(c, &k.claim.end)) k.claim.end.some = false;
    if (!times_sides_of(&k.claim)) {
        tell_since(c, a, at, told);
        if (at >= 0) tell_departure(c, a, at, told);
        return;
    }
    const Bound *b = &k.claim.start;
    bool wide = day_known(b->latest) && day_known(b->earliest) && b->latest.n - b->earliest.n >= 80;
    if (heading && !wide) return;
    bool expires = fields_clause(&k)->head_classes & VC(END), begins = fields_clause(&k)->head_classes & VC(START);
    *ARRAY_PUSH(told, c->scratch) = (TimesTold){.claim = k.claim, .sentence = a->sentence, .heading = heading, .expires = expires, .whole = lasts(c, a) || runs(c, a), .begins = begins};
}

/* A sentence without claims goes on where the claim before it was, and of its giver when that stands right before and the page tells nothing of its own country. */
static void tell_where(Claim *told, const Claim *before, bool next)
{
    if (next) told->contributor = before->contributor;
    memcpy(told->host, before->host, sizeof told->host);
    told->hosts = before->hosts;
}

TimesTolds times_gather(Context *c, Size first_claim)
{
    TimesTolds told = {0};
    const Reading *r = c->reading;
    Size next = first_claim;
    int32_t n = c->d->items.item[c->item].sentences, last = -2;
    bool own = false;
    for (int32_t i = 0; i < n; i++) {
        int32_t s = c->first_sentence + i;
        Range at = c->d->sentences.item[s].at;
        bool any = false;
        for (; next < r->claims.len && r->claims.item[next].evidence.from <= at.from; next++) {
            any = true;
            const Claim *x = &r->claims.item[next];
            own = own || span_equal(x->contributor, r->country);
            bool all = c->read[i] && runs(c, &c->analysis[i]) && x->proof[FIELD_END].how == HOW_STATED;
            if (times_sides_of(x)) *ARRAY_PUSH(&told, c->scratch) = (TimesTold){.claim = *x, .sentence = s, .whole = all, .begins = all};
        }
        if (any) last = i;
        if (any || !c->read[i]) continue;
        Size before = told.len;
        tell_claimless(c, &c->analysis[i], &told);
        for (Size k = before; k < told.len && next > first_claim; k++) tell_where(&told.item[k].claim, &r->claims.item[next - 1], last == i - 1 && !own);
    }
    return told;
}
