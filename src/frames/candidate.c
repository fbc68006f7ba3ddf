/* Features of a candidate from its clause, its phrase and its page. */
#include "frames/candidate.h"

#include "frames/gapping.h"

#include "lexicon/wordlist.h"
#include "frames/plain.h"

const Clause *candidate_clause(const Candidate *k)
{
    return &k->a->clauses.clause.item[k->clause];
}

bool candidate_in_clause(const Candidate *k, int32_t token)
{
    return k->a->clauses.of[token - k->a->first] == k->clause;
}

/* The clause whose verbs speak for the candidate: its own, or for a verbless piece (`versterking: een bataljon`, `waaronder 20 trucks`) the one before. */
static int32_t speaking(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    if (c->verbs) return k->clause;
    int32_t before = c->parent >= 0 ? c->parent : k->clause - 1;
    return before >= 0 && k->a->clauses.clause.item[before].verbs ? before : k->clause;
}

bool candidate_speaks(const Candidate *k, int32_t token)
{
    int32_t of = k->a->clauses.of[token - k->a->first];
    return (of == k->clause || of == speaking(k)) && !gapping_elsewhere(k, token);
}

void candidate_scope(Candidate *k, const Carry *carry)
{
    Found mission = scope_mission(k->c, k->a, k->at, k->clause, carry);
    k->claim.mission = mission.id;
    k->claim.proof[FIELD_MISSION] = (Proof){mission.how, mission.at, mission.rule};
    Found giver = scope_giver(k->c, k->a, k->f, k->at, k->clause, mission.id, carry);
    const Force *ship = candidate_carrier(k);
    if (ship && giver.how != HOW_STATED) giver = (Found){ship->nation, ship->nation_at, HOW_STATED, "nation of what they go with"};
    Span led = scope_national(mission.id), own = scope_home_of(mission.id);
    /* `In Frankrijk zijn 1.500 extra militairen op straat`: a state's mission at home is its own */
    if (own.len && giver.how != HOW_STATED) giver = (Found){own, mission.at, HOW_CARRIED, "state whose mission at home it is"};
    k->claim.contributor = giver.id;
    k->claim.proof[FIELD_CONTRIBUTOR] = (Proof){giver.how, giver.at, giver.rule};
    /* `Nederland zit in Uruzgan. Frankrijk heeft 1.500 man in Kabul`: another state's are of what a state's own task force is a part of */
    Span whole = scope_parent(mission.id);
    if (whole.len && mission.how == HOW_CARRIED && giver.how == HOW_STATED && !scope_leads(mission.id, giver.id)) k->claim.mission = mission.id = whole;
    bool others = led.len && giver.id.len && !span_equal(led, giver.id) && mission.how == HOW_CARRIED;
    scope_hosts(k->c, k->a, k->at, k->clause, carry, &k->claim);
    if (others) k->claim.mission = (Span){0}, k->claim.proof[FIELD_MISSION] = (Proof){0};
}

bool candidate_is_act(const Mention *m)
{
    return m->kind == MENTION_MARKER && span_find(lexicon_field(m->entry, "class"), SPAN("act:"), 0) >= 0;
}

/* An idiom (`maakt deel uit`, `wordt niet verlengd`) speaks for the verb or the negation inside it. */
static bool in_idiom(const Candidate *k, int32_t token)
{
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if (m->kind != MENTION_MARKER) continue;
        bool speaks = candidate_is_act(m) || marker_is(m, "modal_possible");
        if (m->last - m->first >= 2 && token >= m->first && token < m->last && speaks) return true;
    }
    return false;
}

/* `gaat het om`, `gaat het over`: the verb tells what a contribution consists of. */
static bool is_about(const Candidate *k, const Verb *v)
{
    const Document *d = k->c->d;
    int32_t at = v->token, of = k->a->clauses.of[at - k->a->first];
    if (!word_in(d, at, WORDS_GOES)) return candidate_comes_from_home(k, &k->a->clauses.clause.item[of]);
    bool it = (at + 1 < k->a->last && token_is(d, at + 1, "het")) || (at > k->a->first && token_is(d, at - 1, "het"));
    for (int32_t t = at + 1; t < k->a->last && t < at + 8; t++) {
        bool here = t == at + 1 || k->a->clauses.of[t - k->a->first] == of;
        if (here && (token_is(d, t, "om") || (it && token_is(d, t, "over")))) return true;
    }
    return false;
}

/* `daarmee zijn 200 man gemoeid`, `aan boord zijn 90 man`, `het schip heeft 90 opvarenden`. */
static bool tells_parts(const Candidate *k, const Clause *c)
{
    const Document *d = k->c->d;
    bool ship = false;
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        ship = ship || (k->f && o->last <= k->f->first && o->asset == ASSET_SHIP && k->f->asset == ASSET_PERSONNEL && candidate_in_clause(k, o->head));
    }
    for (int v = 0; v < c->verbs; v++) {
        Span lemma = lexicon_field(c->verb[v].verb, "lemma");
        bool belongs = lemma_in(WORDS_TO_BELONG, lemma) && !(k->f && k->f->definite);
        if (belongs || lemma_in(WORDS_TO_CONSIST, lemma) || (ship && c->verbs == 1 && lemma_in(WORDS_TO_HAVE, lemma))) return true;
    }
    if (!(c->classes & VC(BE)) && c->tense != TENSE_NONE) return false;
    for (int32_t i = c->first; i < c->last; i++)
        if (word_in(d, i, WORDS_PARTS) || (word_in(d, i, WORDS_ON_BOARD) && k->f && i != k->f->head)) return true;
    return false;
}

/* `helpen bij het vrijmaken van wegen`: a verb that is a noun behind the forces tells of their task, not of them. */
static bool is_noun_behind(const Candidate *k, const Verb *v)
{
    const Document *d = k->c->d;
    int32_t at = v->token;
    if (!k->f || k->f->last >= at || v->form != FORM_INFINITIVE || !token_is(d, at - 1, "het") || at + 1 >= k->a->last || !token_is(d, at + 1, "van")) return false;
    for (int32_t i = at + 2; i < k->a->last && i < at + 6; i++)
        for (Size f = 0; f < k->a->force.len; f++)
            if (k->a->force.item[f].head == i) return false;
    return true;
}

/* `bracht tachtig mariniers naar Haïti`, `werden naar Haïti gebracht`: forces that somebody takes somewhere, by a verb that says as much of anything. */
static bool is_taken(const Candidate *k, const Clause *c, const Verb *v)
{
    if (!k->f || k->f->prep >= 0 || !lemma_in(WORDS_TO_BRING, lexicon_field(v->verb, "lemma")) || v->particle >= 0) return false;
    if (!c->passive && !(c->kind == CLAUSE_MAIN && k->f->first > v->token)) return false;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool place = (m->kind == MENTION_COUNTRY || m->kind == MENTION_PLACE) && m->prep >= 0 && token_is(k->c->d, m->prep, "naar");
        if (place && clause_at(&k->a->clauses, m->first) == c && scope_says_where(k->c, k->a, m)) return true;
    }
    return false;
}

/* `haalt zijn militairen uit Mali`, `kreeg zijn mensen uit Kaboel`: forces that somebody takes out of a theatre, by such a verb. */
static bool is_fetched(const Candidate *k, const Clause *c, const Verb *v)
{
    if (!k->f || k->f->prep >= 0 || v->particle >= 0 || !lemma_in(WORDS_TO_FETCH, lexicon_field(v->verb, "lemma"))) return false;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool theatre = m->kind == MENTION_PLACE ? !lexicon_has(m->entry, "kind", "home") : m->kind == MENTION_COUNTRY && scope_is_theatre(k->c, m->id) && !span_equal(m->id, k->claim.contributor);
        if (theatre && m->prep >= 0 && token_is(k->c->d, m->prep, "uit") && clause_at(&k->a->clauses, m->first) == c && m->first > k->f->first) return true;
    }
    return false;
}

/* `houdt 2.500 militairen in Irak`: forces that are kept somewhere. */
static bool is_kept(const Candidate *k, const Clause *c, const Verb *v)
{
    if (!k->f || k->f->prep >= 0 || c->kind != CLAUSE_MAIN || c->passive || !span_is(lexicon_field(v->verb, "lemma"), "houden") || v->particle >= 0) return false;
    return k->f->first > v->token && k->claim.proof[FIELD_HOST].how == HOW_STATED;
}

/* `trekt na lang aarzelen 750 man uit`: what came before. */
static bool is_noun_before(const Candidate *k, const Clause *c, const Verb *v)
{
    enum { REACH = 3 };
    const Document *d = k->c->d;
    bool finite = false;   /* `Na vier jaar vertrekken de F-16's` has no other verb */
    for (int i = 0; i < c->verbs; i++) finite = finite || (&c->verb[i] != v && c->verb[i].form == FORM_FINITE && !c->verb[i].plural_or_inf);
    if ((v->form != FORM_INFINITIVE && !v->plural_or_inf) || !finite) return false;
    for (int32_t i = v->token - 1; i >= k->a->first && i >= v->token - REACH; i--) {
        if (token_is(d, i, "na")) return true;
        bool other = token_is(d, i, "te") || d->tokens.item[i].kind != TOKEN_WORD || (d->tokens.item[i].flags & TOKEN_CAPITAL) || (function_of(k->a, i) & FC(DET));
        if (other) return false;   /* `Na die datum blijven er drie` */
    }
    return false;
}

/* `De kritiek op de inzet groeit`, `het verzet neemt toe`: no forces that grow. */
static bool grows_else(const Candidate *k, const Clause *c)
{
    enum { REACH = 4 };
    int32_t head = c->first;
    if (c->head_classes & VC(ENLARGE))
        for (; head < c->last && head < c->first + REACH; head++)
            if (word_in(k->c->d, head, WORDS_MOOD_NOUN)) return true;
    for (int v = 0; v < c->verbs && (c->head_classes & VC(ENLARGE)); v++)
        for (int32_t i = c->verb[v].last; i < c->last && i < c->verb[v].last + REACH; i++)
            if (word_in(k->c->d, i, WORDS_MOOD_NOUN)) return true;
    return false;
}

static void verb_features(Candidate *k, const Clause *c)
{
    uint64_t covered = 0, open = 0;
    for (int v = 0; v < c->verbs; v++) {
        bool about = is_about(k, &c->verb[v]);
        if (about || is_noun_behind(k, &c->verb[v]) || is_noun_before(k, c, &c->verb[v]) || in_idiom(k, c->verb[v].token)) covered |= c->verb[v].classes;
        else open |= c->verb[v].classes;
        if (is_taken(k, c, &c->verb[v])) feature_classes(&k->features, FEATURE_HEAD, VC(DEPLOY)), feature_set(&k->features, FEATURE_ANY_ACT, true);
        if (is_kept(k, c, &c->verb[v])) feature_classes(&k->features, FEATURE_HEAD, VC(SERVE)), feature_set(&k->features, FEATURE_ANY_ACT, true);
        if (is_fetched(k, c, &c->verb[v])) {
            feature_classes(&k->features, c->verb[v].form == FORM_INFINITIVE ? FEATURE_INNER : FEATURE_HEAD, VC(WITHDRAW));
            feature_set(&k->features, FEATURE_ANY_ACT, true);
        }
        feature_set(&k->features, FEATURE_ELABORATES, about);
        bool becomes = c->verb[v].form == FORM_FINITE && !c->passive && lemma_in(WORDS_TO_BECOME, lexicon_field(c->verb[v].verb, "lemma"));
        /* `brengt het aantal op 2.200`, not `komt op 2.200 uit` */
        bool brings = k->f && k->f->prep > k->a->first && token_is(k->c->d, k->f->prep, "op") && lemma_in(WORDS_TO_BRING, lexicon_field(c->verb[v].verb, "lemma"));
        feature_set(&k->features, FEATURE_BECOMES, becomes || brings);
    }
    feature_set(&k->features, FEATURE_ELABORATES, tells_parts(k, c));
    uint64_t keep = ~(covered & ~open) & ~(grows_else(k, c) ? VC(ENLARGE) : 0);
    if ((c->head_classes & c->inner_classes & VC(DENY)) && clause_has(c, WORDS_TO_EXCLUDE)) {   /* `weigert een langere inzet uit te sluiten` */
        keep &= ~VC(DENY);
        feature_classes(&k->features, FEATURE_HEAD, VC(WEIGH));
    }
    feature_classes(&k->features, FEATURE_HEAD, c->head_classes & keep);
    feature_classes(&k->features, FEATURE_INNER, c->inner_classes & keep);
}

/* Verbs whose present tense means more than its class: krijgt an officer (to come), levert troops (as it does). */
static void telling_verbs(Candidate *k, const Clause *c)
{
    for (int v = 0; v < c->verbs; v++) {
        Span lemma = lexicon_field(c->verb[v].verb, "lemma");
        bool finite = c->verb[v].form == FORM_FINITE && !c->verb[v].past;
        bool object = k->f && (c->kind == CLAUSE_MAIN ? k->f->first > c->verb[v].token : !feature_has(&k->features, FEATURE_SUBJECT_SIDE));
        feature_set(&k->features, FEATURE_GETS, finite && object && c->verbs == 1 && lemma_in(WORDS_TO_GET, lemma));
        feature_set(&k->features, FEATURE_GETS, finite && !feature_has(&k->features, FEATURE_RELATIVE) && span_ends(lemma, SPAN(" krijgen")) && (c->classes & VC(COMMAND)));
        feature_set(&k->features, FEATURE_IS_OVER, finite && lemma_in(WORDS_IS_OVER, lemma));
        feature_set(&k->features, FEATURE_ALONG, span_starts(lemma, SPAN("mee")));
        feature_set(&k->features, FEATURE_POSTPONED, lemma_in(WORDS_TO_POSTPONE, lemma));
        feature_set(&k->features, FEATURE_SUPPLIES, finite && lemma_in(WORDS_TO_SUPPLY, lemma));
        feature_set(&k->features, FEATURE_EMPLOYS, finite && lemma_in(WORDS_TO_EMPLOY, lemma));
        feature_set(&k->features, FEATURE_BEEN, c->verb[v].form == FORM_PARTICIPLE && token_is(k->c->d, c->verb[v].token, "geweest"));
        feature_set(&k->features, FEATURE_LEFT_BEHIND, finite && lemma_in(WORDS_TO_STAY_BEHIND, lemma));
    }
}

/* `geen militairen meer`, `niet langer`; not `niet meer dan 50`. */
static bool no_longer(const Candidate *k, const Clause *c)
{
    const Document *d = k->c->d;
    for (int32_t i = c->first; i + 1 < c->last; i++) {
        if (token_is(d, i, "niet") && word_in(d, i + 1, WORDS_LONGER)) return true;
        bool more = c->negated && i >= c->negation && token_is(d, i + 1, "meer");
        if (more && !(i + 2 < k->a->last && token_is(d, i + 2, "dan"))) return true;
    }
    return false;
}

static void clause_features(Candidate *k)
{
    int32_t from = speaking(k);
    const Clause *own = candidate_clause(k), *c = &k->a->clauses.clause.item[from];
    Features *f = &k->features;
    bool negated = c->negated && !in_idiom(k, c->negation) && !candidate_denies_other(k, c);
    verb_features(k, c);
    candidate_outer(k, from);
    feature_set(f, FEATURE_WHETHER, candidate_asks_whether(k, from));
    feature_set(f, FEATURE_WHO, candidate_asks_who(k, own) || candidate_asks_who(k, c));
    feature_set(f, FEATURE_RELATIVE_PRONOUN_SUBJECT, own->kind == CLAUSE_RELATIVE && own->opener >= 0 && token_is(k->c->d, own->opener, "die"));
    feature_set(f, FEATURE_TENSE_NONE + (int)c->tense, true);
    for (int m = 0; m < 5; m++) feature_set(f, FEATURE_MOOD_CAN + m, c->mood >> m & 1);
    feature_set(f, FEATURE_PASSIVE, c->passive);
    feature_set(f, FEATURE_NEGATED, negated);
    feature_set(f, FEATURE_NO_LONGER, no_longer(k, c));
    feature_set(f, FEATURE_NO_ARTICLE, negated && token_is(k->c->d, c->negation, "geen") && k->f && k->f->first == c->negation);
    feature_set(f, FEATURE_CONDITION, c->conditional);
    feature_set(f, FEATURE_MARK_FUTURE, c->ahead && c->tense == TENSE_PRESENT);
    feature_set(f, FEATURE_RELATIVE, own->kind == CLAUSE_RELATIVE);
    feature_set(f, FEATURE_SUBORDINATE, own->kind == CLAUSE_SUB);
    feature_set(f, FEATURE_INFINITIVE, own->kind == CLAUSE_INFINITIVE);
    feature_set(f, FEATURE_FRAGMENT, own->verbs == 0);
    candidate_relative(k);
    candidate_way(k);
}

/* `tot het einde van het jaar` ends no mission. */
static bool in_time(const Candidate *k, int32_t token)
{
    for (Size i = 0; i < k->a->times.item.len; i++)
        if (token >= k->a->times.item.item[i].first && token < k->a->times.item.item[i].last) return true;
    return false;
}

static void marker_features(Candidate *k, const Mention *m)
{
    static const struct { const char *class; int feature; } map[] = {
        {"modal_possible", FEATURE_MARK_POSSIBLE}, {"modal_probable", FEATURE_MARK_PROBABLE}, {"condition", FEATURE_CONDITION},
        {"past_time", FEATURE_MARK_BACKGROUND}, {"background", FEATURE_MARK_BACKGROUND}, {"present_time", FEATURE_MARK_NOW},
        {"future_time", FEATURE_MARK_FUTURE}, {"additional", FEATURE_MARK_EXTRA}};
    for (size_t i = 0; i < sizeof map / sizeof *map; i++)
        if (marker_is(m, map[i].class) && !candidate_unmeant(k, m, map[i].feature)) feature_set(&k->features, map[i].feature, true);
    Span rest = lexicon_field(m->entry, "class"), piece;
    while (span_cut(&rest, '|', &piece)) {
        /* `stuurt geen F-16's, wel dertig instructeurs`: refused are the first */
        if (!span_starts(piece, SPAN("act:")) || (span_is(piece, "act:deny") && candidate_negates_other(k, m->first))) continue;
        Features mask = {0};
        char name[48] = "head.";
        Size n = piece.len - 4 < 40 ? piece.len - 4 : 40;
        memcpy(name + 5, piece.at + 4, (size_t)n);
        if (feature_mask((Span){name, n + 5}, &mask))
            for (int w = 0; w < FEATURE_WORDS; w++) k->features.bits[w] |= mask.bits[w];
    }
}

/* `wil 60 man sturen, maar de Kamer moet nog instemmen`: a condition that a later main clause tells. */
static void beside_features(Candidate *k, const Mention *m)
{
    if (!marker_is(m, "condition") || marker_is(m, "subordinator") || m->first < k->at) return;
    bool both_main = candidate_clause(k)->kind != CLAUSE_RELATIVE && clause_at(&k->a->clauses, m->first)->kind == CLAUSE_MAIN;
    feature_set(&k->features, FEATURE_OUTER_CONDITIONAL, both_main);
}

/* `de eersten vertrokken`: a past tense, no state. */
static bool is_past_verb(const Candidate *k, int32_t token)
{
    const Clause *c = clause_at(&k->a->clauses, token);
    for (int v = 0; v < c->verbs; v++)
        if (c->verb[v].token == token) return c->verb[v].form == FORM_FINITE && c->verb[v].past;
    return false;
}

/* `doet daar niet aan mee`, `neemt eraan deel`: what was told before. */
static bool takes_part_in_it(const Candidate *k)
{
    const Document *d = k->c->d;
    const Clause *c = candidate_clause(k);
    bool there = false;
    if (!(c->classes & (VC(SERVE) | VC(CONTRIBUTE)))) return false;
    for (int32_t i = c->first; i < c->last; i++) {
        if (word_in(d, i, WORDS_TO_IT) || (there && token_is(d, i, "aan") && !mention_at(k->a, i + 1, MENTION_MISSION))) return true;
        there = there || token_is(d, i, "daar") || token_is(d, i, "er") || token_is(d, i, "hier");
    }
    return false;
}

/* `de afgelopen maanden`: the adjective of a noun behind it ends nothing. */
static bool is_attributive(const Candidate *k, const Mention *m)
{
    if (m->last >= k->a->last || k->c->d->tokens.item[m->last].kind != TOKEN_WORD || function_of(k->a, m->last)) return false;
    const Clause *c = clause_at(&k->a->clauses, m->last);
    for (int v = 0; v < c->verbs; v++)
        if (c->verb[v].token == m->last) return false;
    return true;
}

/* `brengt het aantal terug tot 250`: a piece of a verb of changing a number, no state. */
static bool is_particle(const Candidate *k, int32_t token)
{
    const Clause *c = clause_at(&k->a->clauses, token);
    for (int v = 0; v < c->verbs; v++)
        if (c->verb[v].particle == token) return c->verb[v].classes & (VC(REDUCE) | VC(ENLARGE) | VC(EXTEND));
    return false;
}

static void state_features(Candidate *k, const Mention *m)
{
    if (is_past_verb(k, m->first) || is_particle(k, m->first)) return;
    static const struct { const char *class; int feature; } map[] = {
        {"present", FEATURE_STATE_PRESENT}, {"ready", FEATURE_STATE_READY}, {"underway", FEATURE_STATE_UNDERWAY}, {"gone", FEATURE_STATE_GONE},
        {"back", FEATURE_STATE_BACK}, {"over", FEATURE_STATE_OVER}, {"willing", FEATURE_STATE_WILLING}, {"possible", FEATURE_STATE_POSSIBLE},
        {"probable", FEATURE_MARK_PROBABLE}, {"planned", FEATURE_STATE_PLANNED}, {"extra", FEATURE_MARK_EXTRA}, {"former", FEATURE_STATE_FORMER}, {"needed", FEATURE_NEEDED}};
    for (size_t i = 0; i < sizeof map / sizeof *map; i++)
        if (lexicon_has(m->entry, "class", map[i].class) && !candidate_unmeant(k, m, map[i].feature) && !(map[i].feature == FEATURE_STATE_OVER && (in_time(k, m->first) || is_attributive(k, m)))) feature_set(&k->features, map[i].feature, true);
}

static void body_features(Candidate *k, const Mention *m)
{
    bool cabinet = lexicon_has(m->entry, "kind", "cabinet"), parliament = lexicon_has(m->entry, "kind", "parliament");
    feature_set(&k->features, FEATURE_DOC_CABINET, cabinet);
    if (m->prep >= 0 || !candidate_in_clause(k, m->first)) return;
    bool others = m->id.len == 2 && !span_equal(m->id, k->claim.contributor);   /* `Kiev vraagt om Nederlandse instructeurs` */
    feature_set(&k->features, FEATURE_ACTOR_CABINET, cabinet && !others);
    feature_set(&k->features, FEATURE_ACTOR_PARLIAMENT, parliament);
    feature_set(&k->features, FEATURE_ACTOR_PARTY, lexicon_has(m->entry, "kind", "party"));
    feature_set(&k->features, FEATURE_ACTOR_MINISTER, lexicon_has(m->entry, "kind", "minister"));
}

/* What else the clause counts or speaks of: enemies, trainees, civilians. */
static void near_features(Candidate *k, const Mention *m)
{
    static const struct { const char *class; int feature; } map[] = {
        {"casualty", FEATURE_NEAR_CASUALTY}, {"enemy", FEATURE_NEAR_ENEMY}, {"local", FEATURE_NEAR_LOCAL}, {"civilian", FEATURE_NEAR_CIVILIAN},
        {"home", FEATURE_NEAR_HOME}, {"polity", FEATURE_NEAR_STATES}};
    for (size_t i = 0; i < sizeof map / sizeof *map; i++) feature_set(&k->features, map[i].feature, lexicon_has(m->entry, "class", map[i].class));
}

/* `De missie loopt tot juni`, `De bijdrage duurt een jaar`: the clause tells how long it goes on. */
static bool runs(const Candidate *k)
{
    for (Size i = 0; !k->f && i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool noun = m->kind == MENTION_ACTNOUN && (verb_classes(m->entry) & (VC(MISSION) | VC(CONTRIBUTION) | VC(DEPLOY)));
        if ((noun || m->kind == MENTION_MISSION) && m->prep < 0 && candidate_in_clause(k, m->first)) return plain_runs(k->c, k->a, m);
    }
    return false;
}

/* `UNMIS leverde een belangrijke bijdrage aan de stabiliteit`: what the mission itself contributes. */
static bool mission_gives(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    if (k->f || !c->verbs || k->claim.proof[FIELD_CONTRIBUTOR].how == HOW_STATED || !(c->classes & (VC(CONTRIBUTE) | VC(DEPLOY)))) return false;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool mission = m->kind == MENTION_MISSION || marker_is(m, "mission_anaphor");
        if (mission && m->prep < 0 && m->first <= c->first + 1 && candidate_in_clause(k, m->first)) return true;
    }
    return false;
}

static void mention_features(Candidate *k)
{
    const Document *d = k->c->d;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if (candidate_is_occasion(k, m)) continue;
        bool here = candidate_in_clause(k, m->first);
        if (m->kind == MENTION_BODY) body_features(k, m);
        if ((m->kind == MENTION_MARKER || m->kind == MENTION_ADJ_STATE) && candidate_beside(k, m)) continue;
        if (m->kind == MENTION_MARKER && candidate_speaks(k, m->first)) marker_features(k, m);
        else if (m->kind == MENTION_MARKER) beside_features(k, m);
        if (m->kind == MENTION_ADJ_STATE && candidate_speaks(k, m->first)) state_features(k, m);
        if (!here) continue;
        /* `op voorstel van de minister` tells of nobody who could be counted */
        Span noun = token_folded(d, m->last - 1);
        bool vessel = span_ends(noun, SPAN("schepen")) || span_ends(noun, SPAN("schip")) || span_ends(noun, SPAN("tankers"));
        bool escorted = vessel && (candidate_clause(k)->classes & VC(TASK));   /* `beschermt koopvaardijschepen` */
        if (m->kind == MENTION_NONFORCE && !escorted && !mention_at(k->a, m->first, MENTION_BODY)) near_features(k, m);
        if (m->kind == MENTION_MISSION) feature_set(&k->features, FEATURE_MISSION_HERE, true);
        feature_set(&k->features, FEATURE_MISSION_MEANT, marker_is(m, "mission_anaphor"));
        if (m->kind == MENTION_ACTNOUN && !in_time(k, m->first) && !(k->f && m->first >= k->f->first && m->last <= k->f->last)) {
            uint64_t classes = verb_classes(m->entry);
            /* `op verzoek van de NAVO`: why it is done, not what is done */
            if (m->first > k->a->first && token_is(d, m->first - 1, "op")) classes &= ~VC(REQUEST);
            for (int c = 0; c < CLASS_COUNT; c++) feature_set(&k->features, FEATURE_NOUN + c, classes >> c & 1);
        }
        bool abroad = (m->kind == MENTION_PLACE || m->kind == MENTION_COUNTRY) && m->id.len && !span_equal(m->id, k->claim.contributor) && !lexicon_has(m->entry, "kind", "home");
        if (abroad && m->prep >= 0 && token_is(d, m->prep, "uit")) feature_set(&k->features, FEATURE_OUT_OF, true);
        if (m->kind == MENTION_PLACE && lexicon_has(m->entry, "kind", "home")) feature_set(&k->features, FEATURE_HOME_HERE, !feature_has(&k->features, FEATURE_FROM_HOME));
        bool giver = (m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM || m->kind == MENTION_OWN) && m->prep < 0 && span_equal(m->id, k->claim.contributor);
        feature_set(&k->features, FEATURE_ACTOR_GIVER, giver);
    }
    feature_set(&k->features, FEATURE_ITEM_EXERCISE, k->c->exercise);
    feature_set(&k->features, FEATURE_ITEM_PURCHASE, k->c->purchase);
    feature_set(&k->features, FEATURE_ITEM_OVERVIEW, k->c->overview);
    feature_set(&k->features, FEATURE_RUNS, runs(k));
    feature_set(&k->features, FEATURE_MISSION_GIVES, mission_gives(k));
    for (Size i = 0; i < k->a->numbers.item.len; i++)
        if (k->a->numbers.item.item[i].kind == NUMBER_MONEY && candidate_in_clause(k, k->a->numbers.item.item[i].first)) feature_set(&k->features, FEATURE_MONEY, true);
}

/* `Dat heeft het kabinet besloten`: a clause that says who decided or said what was told before. */
static bool says_so(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    bool that = c->first == k->a->first && c->verbs && c->verb[0].token == c->first + 1 && (token_is(k->c->d, c->first, "dat") || token_is(k->c->d, c->first, "dit"));
    return that && (c->classes & (VC(DECIDE) | VC(APPROVE) | VC(SAY)));
}

void candidate_features(Candidate *k)
{
    const Sentence *s = &k->c->d->sentences.item[k->a->sentence];
    Features *f = &k->features;
    clause_features(k);
    candidate_force(k);
    telling_verbs(k, &k->a->clauses.clause.item[speaking(k)]);
    mention_features(k);
    candidate_words(k);
    candidate_times(k);
    feature_set(f, FEATURE_MISSION_MEANT, !k->f && takes_part_in_it(k));
    feature_set(f, FEATURE_SAYS_SO, says_so(k));
    feature_set(f, FEATURE_HEADING, s->kind == SENTENCE_HEADING);
    feature_set(f, FEATURE_QUESTION, token_is_mark(k->c->d, k->a->last - 1, '?'));
    feature_set(f, FEATURE_LIST, s->kind == SENTENCE_LIST);
    uint8_t flags = k->c->d->tokens.item[k->at].flags;
    feature_set(f, FEATURE_QUOTED, flags & TOKEN_QUOTED);
    feature_set(f, FEATURE_BRACKETED, flags & TOKEN_BRACKETED);
    feature_set(f, FEATURE_MISSION_KNOWN, k->claim.mission.len > 0);
    feature_set(f, FEATURE_HOST_KNOWN, k->claim.hosts > 0 || k->claim.places > 0);
    feature_set(f, FEATURE_HOST_HERE, k->claim.hosts > 0 && k->claim.proof[FIELD_HOST].how == HOW_STATED);
    bool home = k->claim.hosts > 0;
    for (int h = 0; h < k->claim.hosts; h++) home = home && span_equal(k->claim.host[h], k->claim.contributor);
    feature_set(f, FEATURE_HOME_ONLY, home);
    feature_set(f, FEATURE_OWN_PUBLISHER, span_equal(k->claim.contributor, k->c->reading->country));
    feature_set(f, FEATURE_GIVER_STATED, k->claim.proof[FIELD_CONTRIBUTOR].how == HOW_STATED);
    Range giver = k->claim.proof[FIELD_CONTRIBUTOR].at;
    for (int32_t i = k->a->first + 1; i < k->a->last; i++)
        if (range_some(giver) && k->c->d->tokens.item[i].at.from == giver.from)
            feature_set(f, FEATURE_GIVER_AFTER_VAN, token_is(k->c->d, i - 1, "van") || (i - 2 >= k->a->first && token_is(k->c->d, i - 2, "van") && (function_of(k->a, i - 1) & FC(DET))));
    feature_set(f, FEATURE_GIVER_DEFAULTED, k->claim.proof[FIELD_CONTRIBUTOR].how == HOW_DEFAULTED);
    feature_set(f, FEATURE_GIVER_CARRIED, k->claim.proof[FIELD_CONTRIBUTOR].how == HOW_CARRIED);
    feature_set(f, FEATURE_MISSION_CARRIED, k->claim.proof[FIELD_MISSION].how == HOW_CARRIED);
    feature_set(f, FEATURE_MISSION_YOUNG, scope_is_young(k->c, k->claim.mission));
    feature_set(f, FEATURE_HOST_CARRIED, k->claim.proof[FIELD_HOST].how == HOW_CARRIED);
    feature_set(f, FEATURE_FIRST_SENTENCE, k->a->sentence <= k->c->first_sentence + 1);
    feature_set(f, FEATURE_DOC_DECISION, k->c->decision);
    feature_set(f, FEATURE_PAGE_MISSION, k->c->missions.count > 0);
    feature_set(f, FEATURE_PAGE_FORCES, k->c->forces > 0);
    feature_set(f, FEATURE_PAGE_MANY_FORCES, k->c->forces >= 4);
    feature_set(f, FEATURE_PAGE_OWN, k->c->own);
    bool theatre = false;
    for (int t = 0; t < k->c->hosts.count; t++) theatre = theatre || (span_equal(k->c->hosts.id[t], k->claim.contributor) && k->c->hosts.weight[t] >= 3);
    feature_set(f, FEATURE_THEATRE_GIVER, theatre && !feature_has(f, FEATURE_OWN_PUBLISHER));
    uint64_t acts = candidate_clause(k)->classes & ~(VC(AUX) | VC(MODAL) | VC(SAY));
    feature_set(f, FEATURE_ANY_ACT, acts != 0);
}
