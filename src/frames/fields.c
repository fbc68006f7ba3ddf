/* Times, roles and bodies of a candidate whose stage is known. */
#include "frames/candidate.h"

static const Clause *clause_of(const Candidate *k)
{
    return &k->a->clauses.clause.item[k->clause];
}

/* Whether clause `c` speaks of forces of its own, or of another giver. */
static bool has_own(const Candidate *k, int32_t c)
{
    for (Size i = 0; i < k->a->force.len; i++)
        if (k->a->clauses.of[k->a->force.item[i].head - k->a->first] == c) return true;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool who = m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM;
        if (who && m->prep < 0 && k->a->clauses.of[m->first - k->a->first] == c && !span_equal(m->id, k->claim.contributor)) return true;
    }
    return false;
}

/* 3 the candidate's own clause, 2 what hangs on it (purpose, relative), 1 what it hangs on or stands beside without forces of its own, 0 else. */
static int closeness(const Candidate *k, int32_t token)
{
    int32_t c = k->a->clauses.of[token - k->a->first];
    if (c == k->clause) return 3;
    if (k->a->clauses.clause.item[c].parent == k->clause && k->a->clauses.clause.item[c].kind != CLAUSE_SUB) return 2;
    if (clause_of(k)->parent == c) return 1;
    return has_own(k, c) ? 0 : 1;
}

static void prove(Claim *c, Field field, Range at, const char *rule)
{
    c->proof[field] = (Proof){HOW_STATED, at, rule};
}

static void set_bound(Claim *c, Field field, Bound *b, const Time *t, Day earliest, Day latest)
{
    if (b->some) return;
    *b = (Bound){true, t->words, earliest, latest};
    prove(c, field, t->words, "time in the clause");
}

static bool leaves(const Claim *c)
{
    return c->act == ACT_WITHDRAW || c->act == ACT_END || c->stage == STAGE_LEAVING || (c->act == ACT_HAND_OVER);
}

/* The day on which something was decided, said or asked is no boundary of the contribution. */
static bool is_of_saying(const Candidate *k, const Time *t)
{
    const Clause *c = &k->a->clauses.clause.item[k->a->clauses.of[t->first - k->a->first]];
    uint64_t talk = VC(DECIDE) | VC(APPROVE) | VC(SAY) | VC(REQUEST) | VC(WEIGH) | VC(DENY) | VC(OFFER) | VC(WANT);
    if (!(c->head_classes & talk) || t->connect == CONNECT_FROM || t->connect == CONNECT_UNTIL || t->connect == CONNECT_BETWEEN) return false;
    bool before = k->c->written.last.n != INT32_MIN && day_known(t->bounds.start_latest) && t->bounds.start_latest.n <= k->c->written.last.n;
    return t->grain == GRAIN_DAY || before;
}

static void use_period(Candidate *k, const Time *t)
{
    Day e, l;
    Claim *c = &k->claim;
    if (is_of_saying(k, t)) return;
    bool point = t->connect == CONNECT_AT || t->connect == CONNECT_NONE;
    if (point && leaves(c)) {
        if (time_start(t, &e, &l)) set_bound(c, FIELD_END, &c->end, t, e, day_known(t->bounds.end_latest) ? t->bounds.end_latest : l);
        return;
    }
    if (time_start(t, &e, &l)) set_bound(c, FIELD_START, &c->start, t, e, l);
    if (time_end(t, &e, &l)) set_bound(c, FIELD_END, &c->end, t, e, l);
}

static void read_times(Candidate *k)
{
    Claim *c = &k->claim;
    for (int near = 3; near >= 1; near--)
        for (Size i = 0; i < k->a->times.item.len; i++) {
            const Time *t = &k->a->times.item.item[i];
            if (closeness(k, t->first) != near) continue;
            if (t->kind == TIME_PERIOD || t->kind == TIME_EVENT) use_period(k, t);
            if (t->kind == TIME_DURATION && !c->duration.some && t->iso[0] && near >= 2) {
                c->duration = (Duration){.some = true, .words = t->words, .hedge = t->hedge, .added = t->added};
                memcpy(c->duration.iso, t->iso, sizeof c->duration.iso - 1);
                prove(c, FIELD_DURATION, t->words, "time in the clause");
            }
        }
}

static void read_roles(Candidate *k)
{
    Claim *c = &k->claim;
    Range at = NO_RANGE;
    c->roles = k->f ? k->f->roles : 0;
    for (Size i = 0; i < k->a->clauses.clause.len; i++) {
        const Clause *x = &k->a->clauses.clause.item[i];
        if (closeness(k, x->first) < 1 && (int32_t)i != k->clause) continue;
        for (int v = 0; v < x->verbs; v++) {
            uint32_t roles = roles_from(lexicon_field(x->verb[v].verb, "roles"));
            if (roles && !range_some(at)) at = token_range(k->c->d, x->verb[v].token, x->verb[v].token + 1);
            c->roles |= roles;
        }
    }
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if ((m->kind != MENTION_ROLE && m->kind != MENTION_ACTNOUN) || closeness(k, m->first) < 1) continue;
        uint32_t roles = roles_from(lexicon_field(m->entry, "roles"));
        if (roles && !range_some(at)) at = token_range(k->c->d, m->first, m->last);
        c->roles |= roles;
    }
    if (c->roles) {
        prove(c, FIELD_ROLES, range_some(at) ? at : c->proof[FIELD_ASSET].at, "task word in the clause");
        return;
    }
    if (c->mission.len) c->roles = roles_from(lexicon_field(lexicon_find(TABLE_MISSIONS, c->mission), "roles"));
    if (c->roles) c->proof[FIELD_ROLES] = (Proof){HOW_DEFAULTED, NO_RANGE, "task of the mission"};
}

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
        prove(c, FIELD_DECIDER, c->decider, "cabinet named in the sentence");
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
        prove(&k->claim, FIELD_REQUESTER, words, "on whose request");
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
        prove(&k->claim, FIELD_SPEAKER, words, "according to whom");
        return;
    }
    for (Size c = 0; c < k->a->clauses.clause.len; c++) {
        const Clause *x = &k->a->clauses.clause.item[c];
        if (!(x->head_classes & VC(SAY))) continue;
        for (Size i = 0; i < k->a->mention.len; i++) {
            const Mention *m = &k->a->mention.item[i];
            if (m->kind != MENTION_BODY || m->prep >= 0 || k->a->clauses.of[m->first - k->a->first] != (int16_t)c) continue;
            k->claim.speaker = body_words(k, m);
            prove(&k->claim, FIELD_SPEAKER, k->claim.speaker, "subject of a verb of saying");
            return;
        }
    }
}

static void read_basis(Candidate *k)
{
    Claim *c = &k->claim;
    if (!c->quantity.some) return;
    bool future = c->realis == REALIS_PLANNED || c->realis == REALIS_POSSIBLE || c->realis == REALIS_CONDITIONAL;
    c->basis = future ? BASIS_PLANNED : BASIS_PRESENT;
    if (c->quantity.hedge == HEDGE_AT_MOST) c->basis = BASIS_CEILING;
    else if (c->stage == STAGE_ASKED) c->basis = BASIS_REQUESTED;
    else if (feature_has(&k->features, FEATURE_CHANGE) && c->act == ACT_REDUCE) c->basis = BASIS_DECREASE;
    else if (feature_has(&k->features, FEATURE_CHANGE) || (feature_has(&k->features, FEATURE_MARK_EXTRA) && c->act == ACT_ENLARGE)) c->basis = BASIS_INCREASE;
    if (c->act == ACT_EXTEND && c->basis == BASIS_PLANNED && feature_has(&k->features, FEATURE_DEFINITE)) c->basis = BASIS_PRESENT;
    c->proof[FIELD_BASIS] = (Proof){HOW_STATED, c->quantity.words, "from stage and hedge"};
}

void candidate_fields(Candidate *k)
{
    k->claim.decider = k->claim.requester = k->claim.speaker = NO_RANGE;
    read_times(k);
    read_roles(k);
    read_decider(k);
    read_requester(k);
    read_speaker(k);
    read_basis(k);
}
