/* Features of the phrase that names a candidate's forces. */
#include "frames/candidate.h"

/* Whether the phrase's nation is one where this page's mission happens: Iraakse militairen in Irak. */
static bool is_local(const Candidate *k)
{
    const Force *f = k->f;
    if (!f || !f->nation.len || span_equal(f->nation, k->c->reading->country)) return false;
    for (int i = 0; i < k->c->hosts.count; i++)
        if (span_equal(k->c->hosts.id[i], f->nation)) {
            for (int h = 0; h < k->claim.hosts; h++)
                if (span_equal(k->claim.host[h], f->nation)) return true;
            if (k->claim.mission.len && mission_in(k->claim.mission, f->nation)) return true;
            if (!k->claim.mission.len && k->c->hosts.weight[i] >= 3) return true;
        }
    return false;
}

static bool word_among(const Candidate *k, int32_t first, int32_t last, WordList list)
{
    for (int32_t i = first; i < last; i++)
        if (word_in(k->c->d, i, list)) return true;
    return false;
}

/* Whether token `i` ends words for a mission: its name, `die missie`; not `twee Nederlandse Patriot-eenheden`. */
static bool names_mission(const Candidate *k, int32_t i)
{
    for (Size o = 0; o < k->a->force.len; o++)
        if (k->a->force.item[o].head == i && k->a->force.item[o].quantity.some) return false;
    for (Size m = 0; m < k->a->mention.len; m++) {
        const Mention *x = &k->a->mention.item[m];
        if (x->last - 1 == i && (x->kind == MENTION_MISSION || marker_is(x, "mission_anaphor"))) return true;
    }
    return false;
}

/* `de inzet van F-16's`, `een bijdrage met twee fregatten`: the act noun that the phrase completes. */
static bool completes_act(const Candidate *k)
{
    int32_t prep = k->f->prep;
    if (prep <= k->a->first || (!token_is(k->c->d, prep, "van") && !token_is(k->c->d, prep, "met"))) return false;
    const Mention *noun = mention_at(k->a, prep - 1, MENTION_ACTNOUN);
    return noun && (verb_classes(noun->entry) & (VC(CONTRIBUTION) | VC(DEPLOY) | VC(WITHDRAW) | VC(EXTEND) | VC(RETURN) | VC(DEPART) | VC(ENLARGE)));
}

/* Whether the clause speaks of states by number or kind: `23 lidstaten`, `een twaalftal landen`. */
static bool names_states(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    for (int32_t i = c->first; i < c->last; i++)
        if (word_in(k->c->d, i, WORDS_STATES)) return true;
    return false;
}

/* `Het multinationale bataljon telt 1000 man`: forces of no one state before the phrase in its clause. */
static bool counts_many_states(const Candidate *k)
{
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        if (o->last <= k->f->first && candidate_in_clause(k, o->head) && word_among(k, o->first, o->head, WORDS_NO_ONE_STATE)) return true;
    }
    return false;
}

/* `de battlegroup, die door Duitsland wordt geleid en 1600 man telt`: a mission right before the relative clause of the phrase. */
static bool counts_mission_before(const Candidate *k)
{
    const Clauses *all = &k->a->clauses;
    int32_t of = k->clause;
    while (all->clause.item[of].kind != CLAUSE_RELATIVE && of > 0 && (function_of(k->a, all->clause.item[of].first) & FC(COORD))) of--;
    const Clause *c = &all->clause.item[of];
    if (c->kind != CLAUSE_RELATIVE || c->opener < 0) return false;
    for (Size m = 0; m < k->a->mention.len; m++) {
        const Mention *x = &k->a->mention.item[m];
        if (x->kind == MENTION_MISSION && x->last <= c->opener && c->opener - x->last <= 1) return true;
    }
    return false;
}

/* `de troepenmacht moet zijn teruggebracht tot 2500 man`, `breidde de missie uit van 600 naar 1100 man`: what a mission grows or shrinks to. */
static bool counts_mission(const Candidate *k)
{
    const Force *f = k->f;
    bool turns = candidate_clause(k)->classes & (VC(ENLARGE) | VC(REDUCE)), number = f->prep >= 0 && (word_in(k->c->d, f->prep, WORDS_UP_TO) || word_in(k->c->d, f->prep, WORDS_OF));
    bool state = k->claim.proof[FIELD_CONTRIBUTOR].how == HOW_STATED && k->claim.contributor.len == 2;
    if (!turns || !number || !f->quantity.some || f->nation.len || state) return false;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if ((m->kind == MENTION_MISSION || marker_is(m, "mission_anaphor")) && m->prep < 0 && candidate_speaks(k, m->first)) return true;
    }
    return false;
}

/* The formation right before the relative pronoun at `opener` that is no word for a mission; or NULL. */
static const Force *formation_before(const Candidate *k, int32_t opener)
{
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        bool right = o->last == opener || (o->last == opener - 1 && token_is_mark(k->c->d, o->last, ','));
        if (right && o->asset == ASSET_FORMATION && !names_mission(k, o->head)) return o;
    }
    return NULL;
}

/* `uit 22 landen` behind the phrase, or a mission that counts (telt, bestaat uit) with nobody's nationality. */
static bool is_total(const Candidate *k)
{
    const Force *f = k->f;
    const Document *d = k->c->d;
    for (int32_t i = f->last; i + 1 < k->a->last && i < f->last + 4; i++)
        if (token_is(d, i, "uit"))
            for (int32_t n = i + 1; n < k->a->last && n < i + 5; n++)
                if (word_in(d, n, WORDS_STATES)) return true;
    for (int32_t i = f->last; i < k->a->last && i < f->last + 7; i++)
        if (token_is(d, i, "nationaliteiten")) return true;
    if (f->nation.len) return false;
    const Clause *c = candidate_clause(k);
    if (f->prep > k->a->first && word_in(d, f->prep, WORDS_APPOSING) && names_mission(k, f->prep - 1)) return true;
    if (counts_mission(k)) return true;
    for (int32_t i = c->first; i < c->last; i++)
        if (token_is(d, i, "samen") && f->quantity.some && (names_states(k) || word_in(d, c->first, WORDS_THEY) || word_in(d, c->first + 2, WORDS_THEY))) return true;
    for (int i = 0; i < c->verbs; i++) {
        Span lemma = lexicon_field(c->verb[i].verb, "lemma");
        bool counting = span_is(lemma, "tellen") || span_is(lemma, "bestaan");
        if (!counting) continue;
        bool pronoun = c->first < k->a->last && (token_is(d, c->first, "ze") || token_is(d, c->first, "zij") || token_is(d, c->first, "die"));
        /* `de compagnie, die 180 man telt` */
        const Force *of = c->kind == CLAUSE_RELATIVE && c->opener > k->a->first ? formation_before(k, c->opener) : NULL;
        if ((pronoun && f->weak && !of) || counts_many_states(k) || counts_mission_before(k)) return true;
        for (Size m = 0; m < k->a->mention.len; m++) {
            const Mention *x = &k->a->mention.item[m];
            bool mission = x->kind == MENTION_MISSION || marker_is(x, "mission_anaphor");
            if (mission && x->prep < 0 && candidate_in_clause(k, x->first)) return true;
        }
    }
    return word_among(k, f->first, f->head, WORDS_MULTINATIONAL);
}

/* `14.000 blauwhelmen, onder wie 290 Nederlanders en 850 Duitsers`: a whole whose parts are told by nation is nobody's own. */
static bool has_national_parts(const Candidate *k)
{
    const Force *f = k->f;
    if (!f->quantity.some || f->nation.len || f->elided || k->claim.proof[FIELD_CONTRIBUTOR].how == HOW_STATED) return false;
    int32_t opener = f->last;
    while (opener < k->a->last && opener < f->last + 6 && !word_in(k->c->d, opener, WORDS_PART_OPENER)) opener++;
    for (Size i = 0; opener < k->a->last && opener < f->last + 6 && i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        if (o->first > opener && o->first <= opener + 3 && o->asset == f->asset && o->quantity.some && o->nation.len) return true;
    }
    return false;
}

/* `van 270 naar 350`, `in plaats van de huidige 360`, `minder dan de 290`: the strength until now. */
static bool is_old_level(const Candidate *k)
{
    const Force *f = k->f;
    if (!f->quantity.some || f->number < 0) return false;
    const Number *n = &k->a->numbers.item.item[f->number];
    const Document *d = k->c->d;
    bool of = n->first > k->a->first && token_is(d, n->first - 1, "van");
    bool rises = false;
    for (Size i = 0; of && i < k->a->numbers.item.len; i++) {
        int32_t first = k->a->numbers.item.item[i].first;
        rises = rises || (first == f->last + 1 && word_in(d, f->last, WORDS_UP_TO)) || (first == f->last && token_is(d, first, "tot"));
    }
    bool instead = f->prep > k->a->first && token_is(d, f->prep, "van") && token_is(d, f->prep - 1, "plaats");
    bool less = f->definite && f->first > k->a->first && token_is(d, f->first - 1, "dan");
    return rises || instead || less;
}

/* `veertig van de 170 militairen`: the whole of which a part is told. */
static bool is_whole(const Candidate *k)
{
    const Force *f = k->f;
    if (!f->quantity.some || !f->definite || f->prep <= k->a->first || !token_is(k->c->d, f->prep, "van")) return false;
    for (Size i = 0; i < k->a->numbers.item.len; i++)
        if (k->a->numbers.item.item[i].last == f->prep) return true;
    return false;
}

/* `stapten in Niamey op een A400M`: what people go by, no part of what is sent. */
static bool is_means_of_travel(const Candidate *k)
{
    static const uint64_t WAYS = VC(DEPART) | VC(GO) | VC(RETURN) | VC(ARRIVE);
    const Force *f = k->f;
    bool one = !f->quantity.some || (f->quantity.known && f->quantity.low == 1);
    bool carries = f->asset == ASSET_AIRCRAFT || f->asset == ASSET_HELICOPTER || f->asset == ASSET_SHIP || f->asset == ASSET_VEHICLE;
    if (!carries || !one || f->named || f->prep < 0 || !(candidate_clause(k)->classes & WAYS)) return false;
    bool on_board = f->prep > k->a->first && token_is(k->c->d, f->prep, "van") && token_is(k->c->d, f->prep - 1, "boord");
    return on_board || word_in(k->c->d, f->prep, WORDS_ABOARD);
}

/* `Oekraïne kreeg van Nederland 200 raketten`: what a state gets from another. */
static bool is_received(const Candidate *k)
{
    bool gets = false, from = false, taker = false;
    const Clause *c = candidate_clause(k);
    for (int32_t i = c->first; i < c->last; i++) gets = gets || (candidate_in_clause(k, i) && word_in(k->c->d, i, WORDS_RECEIVING));
    for (Size i = 0; gets && i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if (m->kind != MENTION_COUNTRY || m->id.len != 2 || !candidate_in_clause(k, m->first)) continue;
        taker = taker || (m->prep < 0 && !span_equal(m->id, k->c->reading->country));
        from = from || (m->prep >= 0 && token_is(k->c->d, m->prep, "van"));
    }
    return taker && from;
}

/* Materiel that goes to another state: `honderd tanks aan Oekraïne`. */
static bool goes_to_state(const Candidate *k)
{
    enum { REACH = 6 };
    if (k->f->asset == ASSET_PERSONNEL || k->f->asset == ASSET_FORMATION) return false;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool state = m->kind == MENTION_COUNTRY && m->id.len == 2;
        if (state && candidate_in_clause(k, m->first) && m->prep >= k->f->head && m->prep < k->f->head + REACH && token_is(k->c->d, m->prep, "aan")) return true;
    }
    return false;
}

/* `In totaal staan 40.000 militairen onder NAVO-commando`: all forces of an alliance. */
static bool is_alliance_total(const Candidate *k)
{
    bool all = false, under = false;
    const Clause *c = candidate_clause(k);
    for (int32_t i = c->first + 1; i < c->last; i++) {
        all = all || (token_is(k->c->d, i - 1, "in") && token_is(k->c->d, i, "totaal"));
        under = under || word_in(k->c->d, i, WORDS_ALLIED_COMMAND);
    }
    return all && under && k->f->quantity.some && !k->f->nation.len && k->claim.proof[FIELD_CONTRIBUTOR].how != HOW_STATED;
}

/* Whether the number is told as the strength of the mission itself. */
static bool is_strength(const Candidate *k)
{
    const Reading *r = k->c->reading;
    for (Size i = r->mission_claims.len; i-- > 0 && k->f->quantity.some && !k->f->nation.len;) {
        const MissionClaim *m = &r->mission_claims.item[i];
        if (m->evidence.from != k->c->d->sentences.item[k->a->sentence].at.from) return false;
        if (m->what == WHAT_STRENGTH && m->quantity.words.from == k->f->quantity.words.from) return true;
    }
    return false;
}

/* Whether no other force or giver stands before the phrase in its clause: then it is what the verb says something of. */
static bool is_first_phrase(const Candidate *k)
{
    if (k->f->prep >= 0) return false;
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        if (o != k->f && o->first < k->f->first && o->prep < 0 && k->a->clauses.of[o->head - k->a->first] == k->clause) return false;
    }
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool who = m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM || m->kind == MENTION_BODY || m->kind == MENTION_OWN;
        if (who && m->prep < 0 && m->last <= k->f->first && candidate_in_clause(k, m->first)) return false;
    }
    for (int32_t i = k->a->first; i < k->f->first; i++)
        if (candidate_in_clause(k, i) && word_in(k->c->d, i, WORDS_THEY)) return false;
    return true;
}

/* Whether forces of the sentence (`same`: of the clause) that are counted may be the ones the phrase means: `het detachement telt 80 man`. */
static bool counted_beside(const Candidate *k, bool same)
{
    const Force *f = k->f;
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        bool alike = o->asset == f->asset || (f->asset == ASSET_FORMATION && o->asset == ASSET_PERSONNEL);
        bool nation = !o->nation.len || !f->nation.len || span_equal(o->nation, f->nation);
        if (o != f && alike && nation && o->quantity.some && o->quantity.known && (!same || candidate_in_clause(k, o->head))) return true;
    }
    return false;
}

/* `Vier F-35's en 125 militairen bewaken`: whether the phrase stands before the verb of its main clause, with others that act. */
static bool leads(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    for (int v = 0; c->kind == CLAUSE_MAIN && v < c->verbs; v++)
        if (c->verb[v].form == FORM_FINITE) return k->f->head < c->verb[v].token;
    return false;
}

/* Whether clause `of` trains somebody whom the phrase may be: `leiden twee lichtingen militairen op`. */
static bool is_trained(const Candidate *k)
{
    bool own = k->f->nation.len && span_equal(k->f->nation, k->c->reading->country);
    return !own && !feature_has(&k->features, FEATURE_SUBJECT_SIDE) && !leads(k) && !(k->f->elided && k->f->nation.len && k->f->quantity.known) && (k->f->prep < 0 || k->f->inner) && (candidate_clause(k)->classes & VC(TASK));
}

/* `een tekort aan onder meer helikopters`, `hoeveel militairen`, `hebben zelf geen jachtvliegtuigen`: forces that are not there, or not told. */
static bool is_wanting(const Candidate *k)
{
    enum { REACH = 4 };
    const Document *d = k->c->d;
    const Force *f = k->f;
    int32_t i = f->first - 1;
    if (i >= k->a->first && word_in(d, i, WORDS_HOW_MANY)) return true;
    if (f->first > k->a->first && token_is(d, f->first, "geen") && token_is(d, i, "zelf")) return true;
    for (; i > k->a->first && i >= f->first - REACH; i--)
        if (token_is(d, i, "aan")) return word_in(d, i - 1, WORDS_LACK);
    return false;
}

/* `de battlegroup`, `de multinationale troepenmacht`: words for the mission itself. */
static bool is_mission_word(const Candidate *k)
{
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if (m->first <= k->f->head && k->f->head < m->last && (m->kind == MENTION_MISSION || marker_is(m, "mission_anaphor"))) return true;
    }
    return false;
}

/* `bovenop de 180 Belgen`, `in aanvulling op het bataljon van 180 man`: what is there already, beside what comes. */
static bool is_beyond(const Candidate *k)
{
    const Document *d = k->c->d;
    const Force *f = k->f;
    for (Size i = 0; f->inner && i < k->a->force.len; i++)
        if (k->a->force.item[i].contained && k->a->force.item[i].last == k->f->prep) f = &k->a->force.item[i];
    int32_t prep = f->first - 1;
    if (prep < k->a->first) return false;
    bool on = prep > k->a->first && token_is(d, prep, "op") && word_in(d, prep - 1, WORDS_BEYOND);
    return on || word_in(d, prep, WORDS_BEYOND);
}

bool candidate_goes_along(const Candidate *k)
{
    const Force *f = k->f;
    for (Size i = 0; f->prep >= 0 && token_is(k->c->d, f->prep, "met") && i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        if (o->last == f->prep && !o->contained && o->quantity.some) return true;
    }
    return false;
}

void candidate_force(Candidate *k)
{
    const Force *f = k->f;
    Features *x = &k->features;
    feature_set(x, FEATURE_NO_ASSET, !f);
    const Mention *noun = mention_at(k->a, k->at, MENTION_ACTNOUN);
    bool contribution = noun && (verb_classes(noun->entry) & (VC(CONTRIBUTION) | VC(EXTEND)));
    feature_set(x, FEATURE_ON_ACT_NOUN, !f && contribution);
    feature_set(x, FEATURE_ON_MISSION, !f && !contribution && (noun || mention_at(k->a, k->at, MENTION_MISSION)));
    feature_set(x, FEATURE_ON_SERVICE, !f && (mention_at(k->a, k->at, MENTION_UNIT) || mention_at(k->a, k->at, MENTION_BODY)));
    if (!f) return;
    feature_set(x, FEATURE_FORMATION, f->asset == ASSET_FORMATION);
    bool the_one = f->quantity.some && f->quantity.hedge == HEDGE_ONE && f->definite && !f->named && f->number < 0;
    feature_set(x, FEATURE_THE_ONE, the_one);
    feature_set(x, FEATURE_COUNTED, f->quantity.some && !the_one);
    feature_set(x, FEATURE_VAGUE, f->quantity.some && !f->quantity.known);
    feature_set(x, FEATURE_DEFINITE, f->definite);
    feature_set(x, FEATURE_INDEFINITE, f->indefinite);
    feature_set(x, FEATURE_NATION, f->nation.len > 0);
    feature_set(x, FEATURE_WEAK, f->weak);
    feature_set(x, FEATURE_ELIDED, f->elided);
    feature_set(x, FEATURE_NAMED, f->named);
    feature_set(x, FEATURE_OF_ACT, completes_act(k));
    feature_set(x, FEATURE_PRONOUN, f->pronoun);
    feature_set(x, FEATURE_SINGULAR, f->quantity.some && f->quantity.known && f->quantity.low == 1);
    feature_set(x, FEATURE_OLD_LEVEL, is_old_level(k));
    feature_set(x, FEATURE_WHOLE_OF_PART, is_whole(k));
    feature_set(x, FEATURE_MEANS_OF_TRAVEL, is_means_of_travel(k));
    feature_set(x, FEATURE_TO_STATE, goes_to_state(k));
    feature_set(x, FEATURE_RECEIVED, (f->asset == ASSET_VEHICLE || f->asset == ASSET_EQUIPMENT) && is_received(k));
    feature_set(x, FEATURE_LOCAL, is_local(k));
    feature_set(x, FEATURE_BEYOND, is_beyond(k));
    feature_set(x, FEATURE_OPENS, (f->prep >= 0 ? f->prep : f->first) <= candidate_clause(k)->first);
    /* the strength of a mission of the publisher's country alone is that country's contribution */
    bool own_mission = mission_of(k->claim.mission, k->claim.contributor) && span_equal(k->claim.contributor, k->c->reading->country);
    feature_set(x, FEATURE_TOTAL, !own_mission && (is_total(k) || is_strength(k) || is_alliance_total(k) || has_national_parts(k)));
    feature_set(x, FEATURE_MULTINATIONAL, word_among(k, f->first, f->head, WORDS_NO_ONE_STATE));
    feature_set(x, FEATURE_CHANGE, f->number >= 0 && k->a->numbers.item.item[f->number].extra);
    feature_set(x, FEATURE_LARGE, f->quantity.some && f->quantity.known && f->quantity.low >= 2500);
    feature_set(x, FEATURE_THOUSANDS, f->quantity.some && f->quantity.known && f->quantity.low >= 1000);
    feature_set(x, FEATURE_FORCES_ONE, k->a->force.len == 1);
    feature_set(x, FEATURE_DEMONYM, f->demonym);
    feature_set(x, FEATURE_ASSET_PERSONNEL, f->asset == ASSET_PERSONNEL);
    feature_set(x, FEATURE_ASSET_SHIP, f->asset == ASSET_SHIP);
    feature_set(x, FEATURE_ASSET_AIR, f->asset == ASSET_AIRCRAFT || f->asset == ASSET_HELICOPTER);
    feature_set(x, FEATURE_ASSET_VEHICLE, f->asset == ASSET_VEHICLE || f->asset == ASSET_EQUIPMENT);
    feature_set(x, FEATURE_INNER_NUMBER, f->inner);
    feature_set(x, FEATURE_HEDGED, f->quantity.some && f->quantity.hedge != HEDGE_EXACT && f->quantity.hedge != HEDGE_ONE);
    feature_set(x, FEATURE_NAMED_UNIT, f->named && f->asset == ASSET_FORMATION);
    feature_set(x, FEATURE_SUBJECT_SIDE, is_first_phrase(k));
    feature_set(x, FEATURE_STATE_LAST, word_among(k, f->first, f->head, WORDS_LAST) || (f->first - 2 >= k->a->first && word_in(k->c->d, f->first - 2, WORDS_LAST)));
    feature_set(x, FEATURE_PREPOSED, f->prep >= 0);
    feature_set(x, FEATURE_OBJECT_TASK, is_trained(k));
    feature_set(x, FEATURE_WANTING, is_wanting(k));
    feature_set(x, FEATURE_BESIDE_COUNTED, !f->quantity.some && counted_beside(k, false));
    feature_set(x, FEATURE_BESIDE_CLAUSE, !f->quantity.some && counted_beside(k, true));
    feature_set(x, FEATURE_MISSION_WORD, is_mission_word(k));
    if (f->prep < 0) return;
    Span prep = token_folded(k->c->d, f->prep);
    feature_set(x, FEATURE_PREP_OF, span_is(prep, "van"));
    feature_set(x, FEATURE_PREP_WITH, span_is(prep, "met"));
    feature_set(x, FEATURE_PREP_BY, span_is(prep, "door"));
    feature_set(x, FEATURE_PREP_UNDER, span_is(prep, "onder"));
    feature_set(x, FEATURE_TO_NUMBER, span_is(prep, "naar") || span_is(prep, "tot"));
}
