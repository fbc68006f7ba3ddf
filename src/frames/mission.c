/* Mission claims: which mission a clause speaks of. */
#include "frames/mission.h"

#include "frames/mission_said.h"
#include "lexicon/wordlist.h"

enum { REACH = 12 };

bool said_here(const Said *s, int32_t token)
{
    return s->a->clauses.of[token - s->a->first] == s->clause;
}

const Clause *said_clause(const Said *s)
{
    return &s->a->clauses.clause.item[s->clause];
}

int32_t said_word(const Said *s, WordList list)
{
    if (!words_have(&s->words, list)) return -1;
    for (int32_t i = s->a->first; i < s->a->last; i++)
        if (said_here(s, i) && word_in(s->c->d, i, list)) return i;
    return -1;
}

const Time *said_time(const Said *s)
{
    for (Size i = 0; i < s->a->times.item.len; i++) {
        const Time *t = &s->a->times.item.item[i];
        if (t->kind == TIME_PERIOD && said_here(s, t->first)) return t;
    }
    return NULL;
}

Found said_mission(const Said *s, int32_t at)
{
    if (s->mission.id.len) return s->mission;
    if (s->carry->mission.id.len) return s->carry->mission;
    return scope_mission(s->c, s->a, at, s->clause, s->carry);
}

bool said_nation(const Said *s, int32_t first, int32_t last)
{
    for (int32_t i = first < s->a->first ? s->a->first : first; i < last; i++)
        if (mention_at(s->a, i, MENTION_ADJECTIVE) || mention_at(s->a, i, MENTION_OWN)) return true;
    return false;
}

int32_t said_prep(const Said *s, const Mention *m)
{
    for (Size i = 0; i < s->a->times.item.len && m->prep >= 0; i++) {
        const Time *t = &s->a->times.item.item[i];
        if (t->first <= m->prep && t->last > m->prep + 1 && t->last <= m->first) return -1;
    }
    return m->prep;
}

bool said_organisation(const Mention *m)
{
    return m->kind == MENTION_COUNTRY && (span_is(m->id, "EU") || span_is(m->id, "UN") || span_is(m->id, "NATO"));
}

/* Whether mission `id` is not where the words behind mention `m` say: `de missie in Mali`, beside one in Litouwen. */
static bool lies_elsewhere(const Said *s, const Mention *m, Span id)
{
    for (Size i = 0; i < s->a->mention.len; i++) {
        const Mention *where = &s->a->mention.item[i];
        Span rest = where->id, host;
        if (where->prep == m->last && scope_says_where(s->c, s->a, where) && span_cut(&rest, '|', &host) && scope_is_theatre(s->c, host)) return !mission_in(id, host);
    }
    return false;
}

/* The mission that a mention names or means; empty when it does neither. */
static Found meant_by(const Said *s, const Mention *m)
{
    bool named = m->kind == MENTION_MISSION, meant = marker_is(m, "mission_anaphor") && !mention_at(s->a, m->last - 1, MENTION_MISSION);
    Range at = token_range(s->c->d, m->first, m->last);
    Span id = named ? scope_mention(s->c, s->a, m, s->carry) : (Span){0};
    if (id.len) return (Found){id, at, HOW_STATED, "mission named in the sentence"};
    if (meant && s->carry->mission.id.len && !lies_elsewhere(s, m, s->carry->mission.id)) return (Found){s->carry->mission.id, at, HOW_CARRIED, "mission of the sentences before"};
    Found found = meant ? scope_mission(s->c, s->a, m->first, s->clause, s->carry) : (Found){0};
    return found.id.len && !lies_elsewhere(s, m, found.id) ? found : (Found){0};
}

/* The mission before a relative clause: `de gevechtsgroep, die ... telt`. */
static Found before_relative(const Said *s)
{
    const Clause *x = said_clause(s);
    Found best = {0};
    if (x->kind != CLAUSE_RELATIVE || x->opener < 0 || !word_in(s->c->d, x->opener, WORDS_RELATIVE_MISSION)) return best;
    for (Size i = 0; i < s->a->mention.len; i++) {
        const Mention *m = &s->a->mention.item[i];
        if (m->last > x->opener || m->last < x->opener - REACH || verb_between(s->a, m->last, x->opener)) continue;
        Found f = meant_by(s, m);
        if (f.id.len) best = f;
    }
    return best;
}

/* Whether the sentence before tells of a formation, which a pronoun then means. */
static bool told_of_formation(const Said *s)
{
    const Reading *r = s->c->reading;
    if (s->a->sentence == 0 || !r->claims.len) return false;
    const Claim *last = &r->claims.item[r->claims.len - 1];
    return last->asset == ASSET_FORMATION && last->evidence.from == s->c->d->sentences.item[s->a->sentence - 1].at.from;
}

/* `ze telt 600 man`, `maar ze telt er nu 900`: the mission told before, in this sentence or an earlier one. */
static Found by_pronoun(const Said *s, Found before)
{
    int32_t at = said_clause(s)->first;
    if (at + 1 < s->a->last && (function_of(s->a, at) & FC(COORD))) at++;
    if (!before.id.len && !told_of_formation(s)) before = s->carry->mission;
    if (!before.id.len || !word_in(s->c->d, at, WORDS_THEY) || said_word(s, WORDS_COUNTING) < 0) return (Found){0};
    return (Found){before.id, token_range(s->c->d, at, at + 1), HOW_CARRIED, "mission told before"};
}

/* `Senegal heeft er 300 blauwhelmen`: a word for the mission's people right behind their number, where a state has them. */
static bool is_counted(const Said *s, const Mention *m)
{
    bool state = false;
    for (Size i = 0; i < s->a->mention.len; i++) {
        const Mention *o = &s->a->mention.item[i];
        state = state || ((o->kind == MENTION_COUNTRY || o->kind == MENTION_DEMONYM) && !said_organisation(o) && o->prep < 0 && o->last <= m->first && said_here(s, o->first));
    }
    if (!state) return false;
    for (Size i = 0; i < s->a->numbers.item.len; i++)
        if (s->a->numbers.item.item[i].last == m->first && s->a->numbers.item.item[i].kind != NUMBER_ARTICLE) return true;
    return false;
}

/* `twee Patriot-batterijen`, `De inzet`: a word for a mission that is a counted thing here, or for what one gives to it. */
static bool is_given(const Said *s, const Mention *m)
{
    if (m->kind != MENTION_MISSION) return word_in(s->c->d, m->last - 1, WORDS_OWN_PART) && s->c->own;
    for (Size i = 0; i < s->a->force.len; i++) {
        const Force *f = &s->a->force.item[i];
        if (f->first <= m->first && m->last <= f->last && f->asset != ASSET_FORMATION && f->quantity.some) return true;
    }
    return false;
}

/* What the clause speaks of: its subject, what its relative pronoun stands for, `ze` for the mission told before (`before`: by the sentence), or a
 * mission it names. */
static void find_mission(Said *s, Found before)
{
    Found other = {0};
    for (Size i = 0; i < 2 * s->a->mention.len; i++) {
        const Mention *m = &s->a->mention.item[i % s->a->mention.len];
        bool named = i < s->a->mention.len;
        if (!said_here(s, m->first) || m->prep == m->first || (m->kind == MENTION_MISSION) != named || is_counted(s, m) || is_given(s, m)) continue;
        Found f = meant_by(s, m);
        if (!f.id.len) continue;
        if (said_prep(s, m) < 0) {
            s->mission = f;
            s->subject = true;
            return;
        }
        if (!other.id.len) other = f;
    }
    s->mission = before_relative(s);
    s->subject = s->mission.id.len > 0;
    if (!s->subject) s->mission = by_pronoun(s, before);
    s->subject = s->mission.id.len > 0;
    if (!s->subject) s->mission = other;
}

static Realis realis_of(const Said *s)
{
    const Clause *x = said_clause(s);
    if (x->negated) return REALIS_NEGATED;
    if (x->kind == CLAUSE_SUB && x->opener >= 0 && token_is(s->c->d, x->opener, "of")) return REALIS_POSSIBLE;
    if (x->tense == TENSE_CONDITIONAL || x->conditional || (x->mood & MOOD_MAY)) return REALIS_POSSIBLE;
    if (x->tense == TENSE_FUTURE || (x->mood & (MOOD_WANT | MOOD_MUST))) return REALIS_PLANNED;
    return REALIS_ACTUAL;
}

bool mission_past(const Said *s)
{
    return said_clause(s)->tense == TENSE_PAST || said_clause(s)->tense == TENSE_PLUPERFECT;
}

static bool told_already(const Said *s, What what, Range words)
{
    const Reading *r = s->c->reading;
    for (Size i = r->mission_claims.len; i-- > 0;) {
        const MissionClaim *m = &r->mission_claims.item[i];
        if (m->evidence.from != s->c->d->sentences.item[s->a->sentence].at.from) return false;
        if (m->what == what && m->words.from == words.from && span_equal(m->mission, s->mission.id)) return true;
    }
    return false;
}

MissionClaim *said_add(const Said *s, What what, Range words)
{
    if (told_already(s, what, words)) return ARENA_NEW(s->c->keep, MissionClaim, 1);
    MissionClaim *m = ARRAY_PUSH(&s->c->reading->mission_claims, s->c->keep);
    *m = (MissionClaim){.mission = s->mission.id, .what = what, .words = words, .realis = realis_of(s), .speaker = NO_RANGE,
                        .evidence = s->c->d->sentences.item[s->a->sentence].at, .item = s->c->item, .score = s->subject ? 0.8 : 0.6};
    return m;
}

MissionClaim *said_dated(const Said *s, What what)
{
    const Time *t = said_time(s);
    MissionClaim *m = said_add(s, what, t ? t->words : NO_RANGE);
    if (t) m->when = (Bound){true, t->words, t->bounds.start_earliest, t->bounds.end_latest};
    return m;
}

/* The mission of the Netherlands or Belgium alone: what is told of it is told of that state's contribution. */
static bool is_national(Span mission)
{
    Span org = mission.len ? lexicon_field(lexicon_find(TABLE_MISSIONS, mission), "org") : (Span){0};
    return span_is(org, "NL") || span_is(org, "BE");
}

/* `De missie begon in 2013 en telt nu 600 man`, `werd beëindigd en door een andere vervangen`, `Het mandaat, zoals dat heet, eindigt in maart`: a clause without
 * a subject goes on about what the one before is about. */
static bool goes_on(const Said *s, const Said *before)
{
    const Clause *x = said_clause(s), *y = said_clause(before);
    if (!x->verbs || x->kind != y->kind || !before->mission.id.len) return false;
    bool joined = x->first < s->a->last && (function_of(s->a, x->first) & FC(COORD));
    bool inserted = x->verb[0].token == x->first && x->first > s->a->first && token_is_mark(s->c->d, x->first - 1, ',');
    return inserted || (joined && before->subject && (x->verb[0].token == x->first + 1 || x->verb[0].form == FORM_PARTICIPLE));
}

void mission_read(Context *c, const Analysis *a, const Carry *carry)
{
    WordLists words = words_in(c->d, a->first, a->last);
    Said before = {.c = c, .a = a, .carry = carry, .words = words, .from = -1};
    for (int32_t i = 0; i < a->clauses.clause.len; i++) {
        Said s = {.c = c, .a = a, .carry = carry, .clause = i, .words = words, .from = -1};
        find_mission(&s, before.mission);
        if (i > 0 && !s.subject && goes_on(&s, &before)) s.mission = before.mission, s.subject = before.subject, s.from = before.clause;
        if (s.mission.id.len) before = s;
        if (is_national(s.mission.id)) continue;
        mission_size(&s);
        mission_turn(&s);
        mission_place(&s);
    }
}

void mission_total(Context *c, const Candidate *k, const Carry *carry)
{
    Said s = {.c = c, .a = k->a, .carry = carry, .clause = k->clause, .mission = {.id = k->claim.mission}, .from = -1};
    if (!k->claim.mission.len || !k->f || !candidate_is_strength(k)) return;
    MissionClaim *m = said_add(&s, WHAT_STRENGTH, k->claim.quantity.words);
    m->quantity = k->claim.quantity;
    m->realis = mission_past(&s) ? REALIS_HISTORICAL : m->realis;
}
