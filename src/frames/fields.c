/* What the fields of one claim have in common, and those that follow from its stage. */
#include "frames/fields.h"

#include "lexicon/wordlist.h"

#include <string.h>

/* Whether clause `c` speaks of forces of its own, or of another giver. */
static bool has_own(const Candidate *k, int32_t c)
{
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *f = &k->a->force.item[i];
        bool known = f->definite && f->number < 0 && !f->nation.len && !f->named;
        if (!known && k->a->clauses.of[f->head - k->a->first] == c) return true;
    }
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool who = m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM;
        if (who && m->prep < 0 && k->a->clauses.of[m->first - k->a->first] == c && !span_equal(m->id, k->claim.contributor)) return true;
    }
    return false;
}

/* `Terwijl Zweden 20 militairen stuurt, haalt Denemarken er 14 weg`: clause `c` tells of forces that another state gives. */
static bool has_others(const Candidate *k, int32_t c)
{
    bool giver = false, force = false;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool who = m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM || m->kind == MENTION_DEMONYM || m->kind == MENTION_ADJECTIVE;
        giver = giver || (who && m->prep < 0 && m->id.len == 2 && k->a->clauses.of[m->first - k->a->first] == c && !span_equal(m->id, k->claim.contributor));
    }
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *f = &k->a->force.item[i];
        force = force || (f != k->f && f->quantity.some && k->a->clauses.of[f->head - k->a->first] == c);
    }
    return giver && force;
}

/* The clause whose verb speaks for a piece without one: the nearest before it, else behind it. */
static int32_t verb_home(const Candidate *k, int32_t c)
{
    const Clause *x = k->a->clauses.clause.item;
    for (int32_t p = c; p >= 0; p--)
        if (x[p].verbs) return p;
    for (int32_t p = c + 1; p < (int32_t)k->a->clauses.clause.len; p++)
        if (x[p].verbs) return p;
    return c;
}

/* `...; daarmee zijn 120 mensen gemoeid`: about the clause before. */
static bool goes_on_about(const Candidate *k, int32_t c)
{
    int32_t first = fields_clause(k)->first;
    return word_in(k->c->d, first, WORDS_THEREBY) && first > k->a->first && k->a->clauses.of[first - 1 - k->a->first] == c;
}

/* `Frankrijk stuurt 200 man en neemt in mei de leiding over`, `en trekt zich terug uit Mali`: what the giver does besides, in a clause of its own behind `en`. */
static bool does_besides(const Candidate *k, int32_t c)
{
    const uint64_t of_forces = VC(DEPLOY) | VC(REMAIN) | VC(RETURN) | VC(WITHDRAW) | VC(EXTEND) | VC(DEPART) | VC(GO) | VC(ARRIVE) | VC(SERVE) | VC(END) | VC(START) | VC(ENLARGE) | VC(REDUCE) |
                               VC(ROTATE) | VC(RELIEVE) | VC(BE) | VC(TASK);
    const Clause *x = &k->a->clauses.clause.item[c], *own = fields_clause(k);
    bool joined = c > k->clause && x->kind == CLAUSE_MAIN && x->verbs && x->first > k->a->first && (function_of(k->a, x->first) & FC(COORD)) && x->verb[0].token == x->first + 1;
    /* `200 man vertrekken en blijven tot mei`: the forces do both */
    bool given = k->f && own->verbs && k->f->first > own->verb[0].token && k->claim.proof[FIELD_CONTRIBUTOR].how == HOW_STATED;
    if (!joined || !given) return false;
    bool elsewhere = false;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if (k->a->clauses.of[m->first - k->a->first] != c || !scope_says_where(k->c, k->a, m)) continue;
        bool same = false;
        for (int h = 0; h < k->claim.hosts; h++) same = same || span_lists(m->id, k->claim.host[h]);
        elsewhere = elsewhere || (m->id.len && k->claim.hosts && !same);
    }
    return elsewhere || !(x->classes & of_forces);
}

int fields_closeness(const Candidate *k, int32_t token)
{
    int32_t c = k->a->clauses.of[token - k->a->first];
    if (c == k->clause) return 3;
    const Clause *x = &k->a->clauses.clause.item[c];
    if ((x->parent == k->clause || fields_clause(k)->parent == c) && has_others(k, c)) return 0;
    /* `Begin 2014 sprong de EU bij: zij had er 750 man` */
    bool explains = c < k->clause && fields_clause(k)->first > k->a->first && token_is_mark(k->c->d, fields_clause(k)->first - 1, ':');
    if (!explains && does_besides(k, c)) return 0;
    bool next = word_in(k->c->d, x->opener >= 0 ? x->opener : x->first, WORDS_WHEREUPON);   /* what another does then */
    if (x->parent == k->clause && x->kind != CLAUSE_SUB) return next && has_own(k, c) ? 0 : 2;
    if (fields_clause(k)->parent == c || goes_on_about(k, c)) return 1;
    bool piece = x->verbs == 0, of_piece = fields_clause(k)->verbs == 0;
    if ((piece || of_piece) && verb_home(k, c) == verb_home(k, k->clause) && !(piece && has_own(k, c))) return 2;
    /* `De Ruyter bijt de spits af: van februari tot mei vaart het fregat`: a verb that tells no act, and what it means */
    const Clause *own = fields_clause(k);
    bool told_behind = c == k->clause + 1 && own->verbs && !(own->classes & ~(VC(AUX) | VC(MODAL))) && x->first > own->first && token_is_mark(k->c->d, x->first - 1, ':');
    if (told_behind) return 2;
    return explains || !has_own(k, c) ? 1 : 0;
}

int fields_phase(const Claim *c)
{
    switch (c->stage) {
    case STAGE_ACTIVE: case STAGE_LEAVING: case STAGE_SUSPENDED: return 1;
    case STAGE_ENDED: return 2;
    case STAGE_DROPPED: return 3;
    case STAGE_WEIGHED: case STAGE_ASKED: return 4;
    default: return 0;
    }
}

bool fields_to_come(Stage s)
{
    return s == STAGE_ASKED || s == STAGE_WEIGHED || s == STAGE_OFFERED || s == STAGE_DECIDED || s == STAGE_DROPPED;
}

bool fields_alike(const Claim *a, const Claim *b)
{
    bool mission = !a->mission.len || !b->mission.len || span_equal(a->mission, b->mission);
    return span_equal(a->contributor, b->contributor) && mission;
}

int fields_distance(const Document *d, int32_t sentence, int32_t from, int reach)
{
    int n = 0;
    for (int32_t s = sentence; s > 0 && n <= reach && d->sentences.item[s].at.from > from; s--) n++;
    return n;
}

/* --- places -------------------------------------------------------------------------------------------------------------------- */

enum { PLACES_REACH = 2, PLACES_CARRY = 3 };

static void add_place(Candidate *k, const Mention *m)
{
    Claim *c = &k->claim;
    if (m->entry.table != TABLE_PLACES) return;   /* `Mali-missie` */
    Span name = lexicon_field(m->entry, "name");
    for (int i = 0; i < c->places; i++)
        if (span_equal(c->place[i].name, name)) return;
    if (c->places == CLAIM_PLACES) return;
    Range at = token_range(k->c->d, m->first, m->last);
    if (c->places == 0) fields_prove(c, FIELD_PLACES, HOW_STATED, at, "place named in the sentence");
    c->place[c->places++] = (PlaceName){at, name};
}

/* Regions that are no single country (Sahel), and places of the clauses beside. */
static void places_of_sentence(Candidate *k)
{
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if (m->kind != MENTION_PLACE || lexicon_has(m->entry, "kind", "home") || fields_closeness(k, m->first) < 2 || scope_shared_out(k->c, k->a, k->at, m)) continue;
        bool region = lexicon_has(m->entry, "kind", "region") && m->prep >= 0 && !token_is(k->c->d, m->prep, "uit");
        bool host = false;
        Span rest = m->id, piece;
        while (span_cut(&rest, '|', &piece))
            for (int h = 0; h < k->claim.hosts; h++) host = host || span_equal(piece, k->claim.host[h]);
        if (region || (host && scope_says_where(k->c, k->a, m))) add_place(k, m);
    }
}

/* Whether the sentence points back to a place: `daar`, `er`, or goes on about what was told. */
static bool points_back(const Candidate *k)
{
    for (int32_t i = k->a->first; i < k->a->last; i++)
        if (token_is(k->c->d, i, "daar") || token_is(k->c->d, i, "er")) return true;
    return feature_has(&k->features, FEATURE_ELABORATES) || (k->f && (k->f->elided || k->f->pronoun)) || feature_has(&k->features, FEATURE_LIST);
}

/* The places that sentence `a` names in the claim's hosts. */
static void places_of(Candidate *k, const Analysis *a)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (m->kind != MENTION_PLACE || lexicon_has(m->entry, "kind", "home") || !scope_says_where(k->c, a, m)) continue;
        Span rest = m->id, piece;
        bool host = false;
        while (span_cut(&rest, '|', &piece))
            for (int h = 0; h < k->claim.hosts; h++) host = host || span_equal(piece, k->claim.host[h]);
        if (host) add_place(k, m);
    }
}

void fields_places(Candidate *k)
{
    Claim *c = &k->claim;
    if (c->places == 0) places_of_sentence(k);
    if (c->places || c->proof[FIELD_HOST].how == HOW_STATED || !points_back(k)) return;
    int32_t s = k->a->sentence - k->c->first_sentence;
    for (int32_t i = s - 1; i >= 0 && i >= s - PLACES_REACH && c->places == 0; i--)
        if (k->c->read[i]) places_of(k, &k->c->analysis[i]);
    if (c->places) fields_prove(c, FIELD_PLACES, HOW_CARRIED, c->place[0].words, "place of the sentences before");
}

/* `hebben meer dan 12.000 militairen gediend`, `in totaal deden er 3500 dienst`: all who ever were there. */
static bool counts_all(const Candidate *k)
{
    const Clause *c = fields_clause(k);
    bool served = c->classes & VC(SERVE), total = false;
    for (int32_t i = c->first; i < c->last; i++) total = total || word_in(k->c->d, i, WORDS_EVER);
    bool past = c->tense == TENSE_PERFECT || c->tense == TENSE_PLUPERFECT;
    return k->claim.stage == STAGE_ENDED && served && (past || total);
}

/* `55 militairen extra`, `extra F-16's`: beside the number or its noun. */
static bool is_extra(const Candidate *k)
{
    if (!k->f) return false;
    for (int32_t i = k->f->first - 1; i <= k->f->last; i++)
        if (i >= k->a->first && i < k->a->last && word_in(k->c->d, i, WORDS_EXTRA)) return true;
    return false;
}

/* `uitbreiden met 50 man`, `er komen 50 man bij`: what comes on top, not what there will be in all. */
static bool comes_on_top(const Candidate *k)
{
    if (!k->f || k->claim.act != ACT_ENLARGE) return false;
    const Document *d = k->c->d;
    const Clause *x = fields_clause_at(k, k->f->head);
    int32_t from = k->f->first - (k->f->inner ? 4 : 2);
    for (int32_t i = k->f->first - 1; i >= x->first && i >= from; i--)
        if (token_is(d, i, "met")) return true;
    for (int32_t i = k->f->last; i < x->last; i++) {
        bool last = i + 1 >= x->last || d->tokens.item[i + 1].kind == TOKEN_PUNCT || (x->verbs && x->verb[0].token == i + 1);
        if (token_is(d, i, "erbij") || (token_is(d, i, "bij") && last)) return true;
    }
    return false;
}

static Basis basis_of(const Candidate *k)
{
    const Claim *c = &k->claim;
    bool change = feature_has(&k->features, FEATURE_CHANGE), stays = c->stage == STAGE_ACTIVE && c->act == ACT_STATE;
    if (counts_all(k)) return BASIS_TOTAL_SERVED;
    if (c->quantity.hedge == HEDGE_AT_MOST && c->stage != STAGE_ENDED) return BASIS_CEILING;
    if (c->stage == STAGE_ASKED) return BASIS_REQUESTED;
    if (change && c->act == ACT_REDUCE) return BASIS_DECREASE;
    if ((change && !stays) || (feature_has(&k->features, FEATURE_MARK_EXTRA) && c->act == ACT_ENLARGE)) return BASIS_INCREASE;
    if (fields_to_come(c->stage) && (is_extra(k) || comes_on_top(k))) return BASIS_INCREASE;
    bool future = c->realis == REALIS_PLANNED || c->realis == REALIS_POSSIBLE || c->realis == REALIS_CONDITIONAL || c->stage == STAGE_DROPPED;
    return future && !(c->act == ACT_EXTEND && feature_has(&k->features, FEATURE_DEFINITE)) ? BASIS_PLANNED : BASIS_PRESENT;
}

static void read_basis(Candidate *k)
{
    Claim *c = &k->claim;
    if (!c->quantity.some) return;
    c->basis = basis_of(k);
    c->proof[FIELD_BASIS] = (Proof){HOW_STATED, c->quantity.words, "from stage and hedge"};
}

void candidate_fields(Candidate *k)
{
    fields_times(k);
    fields_roles(k);
    fields_bodies(k);
    fields_places(k);
    read_basis(k);
}

/* Whether `o`, told before, is in the theatre of `x` and tells of the same giver, mission and time. */
static bool is_same_scene(const Claim *o, const Claim *x)
{
    bool host = false;
    for (int i = 0; i < o->hosts; i++)
        for (int h = 0; h < x->hosts; h++) host = host || span_equal(o->host[i], x->host[h]);
    bool over = (o->stage == STAGE_ENDED) != (x->stage == STAGE_ENDED);
    return host && o->places && fields_alike(o, x) && !over;
}

/* The places of the claim before, for a number that names neither place nor country of its own. */
static void carry_places(Context *c, Size first_claim)
{
    Reading *r = c->reading;
    int32_t s = c->first_sentence;
    for (Size i = first_claim; i < r->claims.len; i++) {
        Claim *x = &r->claims.item[i];
        while (c->d->sentences.item[s].at.from < x->evidence.from) s++;
        if (x->places || !x->quantity.some || x->proof[FIELD_HOST].how == HOW_STATED || x->stage == STAGE_DROPPED) continue;
        for (Size k = i - 1; k >= first_claim && k >= i - 3 && x->places == 0; k--) {
            const Claim *o = &r->claims.item[k];
            if (!is_same_scene(o, x) || fields_distance(c->d, s, o->evidence.from, PLACES_CARRY) > PLACES_CARRY) continue;
            x->places = o->places;
            memcpy(x->place, o->place, sizeof x->place);
            fields_prove(x, FIELD_PLACES, HOW_CARRIED, o->place[0].words, "place of the claim before");
        }
    }
}

/* What is there began no later than the text was written, and what is over ended by then: a time of a sentence beside was another's. */
static void drop_impossible(const Context *c, Size first_claim)
{
    if (!day_known(c->written.last)) return;
    for (Size i = first_claim; i < c->reading->claims.len; i++) {
        Claim *x = &c->reading->claims.item[i];
        int32_t now = c->written.last.n;
        bool there = fields_phase(x) == 1 && x->act != ACT_EXTEND && x->act != ACT_ENLARGE, over = x->stage == STAGE_ENDED;
        if ((there || over) && x->start.some && x->proof[FIELD_START].how == HOW_CARRIED && day_known(x->start.earliest) && x->start.earliest.n > now) {
            x->start = (Bound){0};
            x->proof[FIELD_START] = (Proof){0};
        }
        if (over && x->end.some && x->proof[FIELD_END].how == HOW_CARRIED && day_known(x->end.earliest) && x->end.earliest.n > now) {
            x->end = (Bound){0};
            x->proof[FIELD_END] = (Proof){0};
        }
    }
}

void candidate_settle(Context *c, Size first_claim)
{
    carry_places(c, first_claim);
    fields_carry_times(c, first_claim);
    fields_carry_decider(c, first_claim);
    fields_carry_roles(c, first_claim);
    drop_impossible(c, first_claim);
}
