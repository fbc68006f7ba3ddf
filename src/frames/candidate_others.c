/* Forces that are no contribution because of whose they are: what others get, arms, masses of a rival, what a state or service owns, forces seen or at a border of
 * their own, what happens to soldiers. */
#include "frames/candidate.h"
#include "frames/giver.h"

#include "lexicon/wordlist.h"

/* Whether the mention at `i` names a state of `kind`, by its name, its adjective or its capital. */
static const Mention *state_of_kind(const Candidate *k, Size i, const char *kind)
{
    const Mention *m = &k->a->mention.item[i];
    bool state = m->kind == MENTION_COUNTRY || m->kind == MENTION_ADJECTIVE || m->kind == MENTION_METONYM;
    return state && lexicon_has(lexicon_find(TABLE_COUNTRIES, m->id), "kind", kind) ? m : NULL;
}

/* `18 tanks naar Oekraïne`, `F-16's voor het Oekraïense leger`, `geeft Oekraïne 18 F-16's`: things for a state that gets arms, and sees no forces of others. */
static bool is_arms(const Candidate *k, const Force *f)
{
    bool gets = false;
    if (f->asset == ASSET_PERSONNEL || f->asset == ASSET_FORMATION || f->asset == ASSET_SHIP || !candidate_in_clause(k, f->head)) return false;
    for (int32_t i = k->a->first; i < k->a->last; i++) gets = gets || (candidate_in_clause(k, i) && word_in(k->c->d, i, WORDS_RECEIVING));
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = state_of_kind(k, i, "armed");
        if (!m || !candidate_in_clause(k, m->first) || mention_in_mission(k->a, m)) continue;
        int32_t before = m->first - 1;
        if (before > k->a->first && (function_of(k->a, before) & FC(DET))) before--;
        bool to = (before == f->last || before == k->a->first) && word_in(k->c->d, before, WORDS_GIVEN_TO), taker = m->kind != MENTION_ADJECTIVE && m->prep < 0 && (gets || m->last == f->first);
        if (to || taker) return true;
    }
    return false;
}

/* `Israël heeft zijn troepen uit Gaza teruggetrokken`: the giver is where it is found for a war of its own. */
static bool is_at_war(const Claim *c)
{
    for (int h = 0; h < c->hosts; h++) {
        char pair[5] = {0};
        if (c->host[h].len != 2 || c->contributor.len != 2) continue;
        memcpy(pair, c->contributor.at, 2), pair[2] = '-', memcpy(pair + 3, c->host[h].at, 2);
        if (lemma_in(WORDS_OWN_WAR, (Span){pair, 5})) return true;
    }
    return false;
}

/* `Rusland heeft 100.000 militairen aan de grens met Oekraïne`: the masses of a rival, or what it has in the state that is armed against it. */
static bool is_rival(const Candidate *k)
{
    enum { MASSES = 1000 };
    const Claim *c = &k->claim;
    bool own = span_equal(c->contributor, k->c->reading->country);
    Entry giver = lexicon_find(TABLE_COUNTRIES, c->contributor);
    bool masses = k->f && k->f->quantity.some && k->f->quantity.known && k->f->quantity.low >= MASSES, there = false;
    /* `Oekraïne wil met 40.000 soldaten het zuiden heroveren`: the own army of a state that gets arms */
    if (!own && masses && lexicon_has(giver, "kind", "armed")) return c->proof[FIELD_HOST].how != HOW_STATED && c->proof[FIELD_MISSION].how != HOW_STATED;
    if (!own && is_at_war(c)) return true;
    if (!own && lexicon_has(giver, "kind", "hostile")) return true;   /* `Iran stuurde twee patrouilleboten op het schip af` */
    if (own || !lexicon_has(giver, "kind", "rival")) return false;
    for (int h = 0; h < c->hosts; h++) there = there || lexicon_has(lexicon_find(TABLE_COUNTRIES, c->host[h]), "kind", "armed");
    for (Size i = 0; i < k->a->mention.len; i++) there = there || (state_of_kind(k, i, "armed") && candidate_in_clause(k, k->a->mention.item[i].first));
    return masses || there;
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

/* `hebben het land F-16's beloofd`, `schonk Oekraïne tien helikopters`: a state between the verb and what it gets. */
static bool is_given_to(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    if (!(c->classes & (VC(OFFER) | VC(BUY)))) return false;
    int32_t finite = -1;
    for (int v = 0; v < c->verbs; v++)
        if (c->verb[v].form == FORM_FINITE && finite < 0) finite = c->verb[v].token;
    for (int32_t i = finite + 1; finite >= 0 && i < k->f->first; i++) {
        if (i > k->a->first && word_in(k->c->d, i, WORDS_LAND) && word_in(k->c->d, i - 1, WORDS_ARTICLE) && !(function_of(k->a, i - 2) & FC(PREP))) return true;
        const Mention *m = mention_at(k->a, i, MENTION_COUNTRY);
        bool subject = finite == k->a->first || k->a->clauses.of[finite - k->a->first] != k->a->clauses.of[i - k->a->first];
        bool state = m && m->id.len == 2 && !span_is(m->id, "EU") && !span_is(m->id, "UN");   /* not `heeft de VN 60 militairen aangeboden` */
        if (state && m->prep < 0 && !subject && !span_equal(m->id, k->claim.contributor)) return true;
    }
    return false;
}

/* `een levering van veertien tanks`, `de beloofde F-16's`: what is given or sold. */
static bool is_delivered(const Candidate *k)
{
    const Force *f = k->f;
    if (f->asset == ASSET_PERSONNEL || f->asset == ASSET_FORMATION) return false;
    int32_t first = f->first > k->a->first ? f->first - 1 : f->first;
    if (candidate_word_among(k, first, f->head, WORDS_PROMISED) || is_given_to(k)) return true;
    bool nowhere = k->claim.proof[FIELD_HOST].how != HOW_STATED && k->claim.proof[FIELD_MISSION].how != HOW_STATED;
    if (nowhere && f->prep < 0 && clause_has(candidate_clause(k), WORDS_TO_GRANT)) return true;   /* `Duitsland geeft 14 tanks` */
    return f->prep > k->a->first && word_in(k->c->d, f->prep, WORDS_OF) && word_in(k->c->d, f->prep - 1, WORDS_DELIVERY);
}

/* `beschikt over twee fregatten`, `bezit dertig helikopters`: what a state or its forces have. */
static bool is_owned(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    bool thing = k->f->asset != ASSET_PERSONNEL && k->f->asset != ASSET_FORMATION;
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        if (o->prep < 0 && candidate_in_clause(k, o->head) && c->verbs && o->last <= c->verb[0].token) return false;   /* `het fregat beschikt over een helikopter` */
    }
    for (int v = 0; thing && v < c->verbs; v++)
        if (word_in(k->c->d, c->verb[v].token, WORDS_POSSESSING)) return true;
    return false;
}

/* `68 vliegtuigen geteld`, `werden schepen waargenomen`, `een schip werd geraakt`, `als een toestel zich niet identificeert`: forces that
 * somebody else saw, any ship that was hit, any plane that is met. */
static bool is_seen(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    bool object = c->passive || k->f->prep >= 0 || !feature_has(&k->features, FEATURE_SUBJECT_SIDE) || c->tense == TENSE_PERFECT;
    bool any_ship = k->f->asset == ASSET_SHIP && k->f->weak, any_plane = k->f->asset == ASSET_AIRCRAFT && !k->f->definite && !k->f->nation.len;
    if ((any_ship || any_plane) && candidate_word_among(k, k->f->first, k->f->head, WORDS_UNKNOWN)) return true;
    for (int v = 0; any_plane && v < c->verbs; v++)
        if (word_in(k->c->d, c->verb[v].token, WORDS_INTRUDING)) return true;
    for (int v = 0; object && v < c->verbs; v++)
        if (word_in(k->c->d, c->verb[v].token, WORDS_SIGHTED) || (any_ship && word_in(k->c->d, c->verb[v].token, WORDS_STRUCK))) return true;
    return false;
}

/* `Poolse militairen langs de grens met Wit-Rusland`: at a border of their own, with the country that would be the theatre. */
static bool is_at_border(const Candidate *k)
{
    bool foreign = !span_equal(k->claim.contributor, k->c->reading->country) && k->claim.proof[FIELD_HOST].how != HOW_STATED;
    for (int32_t i = k->a->first + 1; foreign && k->f->asset == ASSET_PERSONNEL && i < k->a->last; i++) {
        int32_t prep = i - 1 - ((function_of(k->a, i - 1) & (FC(DET) | FC(POSSESSIVE))) != 0);
        bool at = prep >= k->a->first && (token_is(k->c->d, prep, "aan") || token_is(k->c->d, prep, "langs"));
        if (at && word_in(k->c->d, i, WORDS_BORDER) && candidate_in_clause(k, i)) return true;   /* `het aantal soldaten aan de grens` */
    }
    for (Size i = 0; k->f->nation.len && i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if (m->kind != MENTION_COUNTRY || m->prep <= k->a->first || !token_is(k->c->d, m->prep, "met") || !word_in(k->c->d, m->prep - 1, WORDS_BORDER) || !candidate_in_clause(k, m->first)) continue;
        /* the publisher's own are at a border of their own with a neighbour alone */
        if (span_equal(k->f->nation, k->c->reading->country) && !lexicon_has(m->entry, "kind", "sender")) continue;
        for (int h = 0; h < k->claim.hosts; h++)
            if (span_equal(k->claim.host[h], m->id)) return true;
    }
    return false;
}

/* Materiel that goes to another state: `honderd tanks aan Oekraïne`. */
static bool goes_to_state(const Candidate *k)
{
    enum { REACH = 6 };
    if (k->f->asset == ASSET_PERSONNEL || k->f->asset == ASSET_FORMATION) return false;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool army = m->kind == MENTION_ADJECTIVE && m->last < k->a->last && word_in(k->c->d, m->last, WORDS_SERVICE) && !span_equal(m->id, k->claim.contributor);   /* `aan het Malinese leger` */
        bool state = (m->kind == MENTION_COUNTRY || army) && m->id.len == 2;
        if (state && candidate_in_clause(k, m->first) && m->prep >= k->f->head && m->prep < k->f->head + REACH && token_is(k->c->d, m->prep, "aan")) return true;
    }
    return false;
}

/* `De Fransen zetten Rafales in`, `De Amerikanen hebben er een batterij staan`: a people that gives the forces of its clause is not those forces. */
static bool is_giver_only(const Candidate *k)
{
    const Force *f = k->f;
    const Clause *c = candidate_clause(k);
    int finite = 0;
    for (int v = 0; v < c->verbs; v++) finite += c->verb[v].form == FORM_FINITE;
    if (!f->demonym || f->quantity.some || f->prep >= 0 || finite > 1) return false;
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        bool given = o->first >= f->last && !o->nation.len && !o->demonym && !o->definite && (o->prep < 0 || token_is(k->c->d, o->prep, "met"));
        if (given && !o->weak && candidate_in_clause(k, o->head)) return true;
    }
    return false;
}

/* `de EU-missie`, `de Europese trainingsmissie`: the mission of an organisation, which the publisher's country only takes part in. */
static bool is_of_body(const Candidate *k)
{
    Span noun = token_folded(k->c->d, k->at), piece;
    bool joined = span_cut(&noun, '-', &piece) && noun.len && lemma_in(WORDS_BODY_OF_MANY, piece);
    return joined || (k->at > k->a->first && word_in(k->c->d, k->at - 1, WORDS_BODY_OF_MANY));
}

/* `Een kolonel voert het bevel over de 60 Denen`: nobody says whose colonel. */
static bool commands_others(const Candidate *k)
{
    bool one = k->f->quantity.hedge == HEDGE_ONE && !k->f->nation.len && k->f->asset == ASSET_PERSONNEL;
    if (!one || !(candidate_clause(k)->classes & VC(COMMAND)) || k->claim.proof[FIELD_CONTRIBUTOR].how == HOW_STATED) return false;
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        if (o->first > k->f->last && candidate_in_clause(k, o->head) && o->nation.len && !span_equal(o->nation, k->claim.contributor)) return true;
    }
    return false;
}

/* `De NAVO besloot tot deze inzet`, `De EU verlengt de missie`: what an organisation does, told of no state. */
static bool does_organisation(const Candidate *k)
{
    const uint64_t acts = VC(DECIDE) | VC(APPROVE) | VC(EXTEND) | VC(END) | VC(START) | VC(WANT) | VC(WEIGH) | VC(TAKE_OVER) | VC(SUSPEND);
    const Clause *c = candidate_clause(k);
    if (k->claim.proof[FIELD_CONTRIBUTOR].how == HOW_STATED || !c->verbs || c->passive || !(c->classes & acts)) return false;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool body = m->kind == MENTION_BODY && lexicon_has(m->entry, "kind", "organisation"), name = m->kind == MENTION_COUNTRY && giver_is_organisation(m->id);
        if ((body || name) && m->prep < 0 && candidate_in_clause(k, m->first) && (m->last == c->verb[0].token || m->first <= c->verb[0].token + 2) && m->first >= c->first) return true;
    }
    return false;
}

void candidate_others(Candidate *k)
{
    Features *x = &k->features;
    for (Size i = 0; !k->f && i < k->a->force.len; i++) feature_set(x, FEATURE_RECEIVED, is_arms(k, &k->a->force.item[i]));
    if (!k->f) feature_set(x, FEATURE_RIVAL, is_rival(k)), feature_set(x, FEATURE_OF_BODY, is_of_body(k) || does_organisation(k));
    if (!k->f) return;
    bool goods = k->f->asset == ASSET_VEHICLE || k->f->asset == ASSET_EQUIPMENT;
    feature_set(x, FEATURE_COMMANDS_OTHERS, commands_others(k));
    feature_set(x, FEATURE_TO_STATE, goes_to_state(k));
    feature_set(x, FEATURE_RECEIVED, is_arms(k, k->f) || is_delivered(k) || (goods && is_received(k)));
    feature_set(x, FEATURE_OWNED, is_owned(k));
    feature_set(x, FEATURE_SEEN, is_seen(k));
    feature_set(x, FEATURE_GIVER_ONLY, is_giver_only(k));
    feature_set(x, FEATURE_AT_BORDER, is_at_border(k));
    feature_set(x, FEATURE_RIVAL, is_rival(k));
    for (int32_t i = k->a->first; i < k->a->last; i++)
        if (candidate_in_clause(k, i) && word_in(k->c->d, i, WORDS_HUMAN_INTEREST)) feature_set(x, FEATURE_ASIDE, true);
}
