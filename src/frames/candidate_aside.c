/* Forces that are told of, but sent nowhere: lost, at home, a civil service's, anywhere abroad, or those of a purchase. */
#include "frames/candidate.h"

#include "lexicon/wordlist.h"

/* `de tien para's die in Kigali vermoord werden`. */
static bool is_killed(const Candidate *k, const Force *f)
{
    for (Size i = 0; i < k->a->clauses.clause.len; i++) {
        const Clause *c = &k->a->clauses.clause.item[i];
        bool behind = c->kind == CLAUSE_RELATIVE && c->opener >= f->last && c->opener <= f->last + 1;
        if (behind && (c->head_classes & VC(CASUALTY))) return true;
    }
    return false;
}

/* `van wie er drie in Tielen gelegerd waren`: a part of those. */
static bool part_of_killed(const Candidate *k)
{
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        if (!o->elided && o->quantity.some && o->last <= k->f->first && is_killed(k, o)) return true;
    }
    return false;
}

/* `reed een voertuig op een bermbom`. */
static bool hits_mine(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    for (int32_t i = c->first + 1; i < c->last; i++)
        if (word_in(k->c->d, i, WORDS_MINE) && candidate_in_clause(k, i) && (token_is(k->c->d, i - 1, "op") || token_is(k->c->d, i - 2, "op"))) return true;
    return false;
}

/* `tien gedode para's`, `verloor 58 soldaten`, `de dood van 350 mannen`, `Van hen kwamen er 120 niet terug`. */
static bool is_lost(const Candidate *k)
{
    const Force *f = k->f;
    const Clause *c = candidate_clause(k);
    if (f->asset == ASSET_VEHICLE && hits_mine(k)) return true;
    for (int32_t i = f->first; i < f->head; i++)
        if (word_in(k->c->d, i, WORDS_FALLEN)) return true;
    if (!f->quantity.some && f->asset == ASSET_PERSONNEL && f->prep < 0 && !f->definite && clause_has(c, WORDS_TO_LOSE)) return true;
    if (!f->quantity.some || f->asset == ASSET_FORMATION) return false;
    if (f->prep > k->a->first && word_in(k->c->d, f->prep, WORDS_OF) && word_in(k->c->d, f->prep - 1, WORDS_DEATH)) return true;
    bool past = c->tense == TENSE_PAST || c->tense == TENSE_PERFECT || c->tense == TENSE_PLUPERFECT;
    bool gone = past && c->negated && (c->classes & VC(RETURN)) && f->asset == ASSET_PERSONNEL;   /* `Negen militairen kwamen niet terug` */
    if (gone && (f->elided || (f->prep < 0 && !f->definite && f->first == c->first))) return true;
    if (is_killed(k, f) || (f->elided && c->kind == CLAUSE_RELATIVE && part_of_killed(k))) return true;
    return f->prep < 0 && clause_has(candidate_clause(k), WORDS_TO_LOSE);
}

/* The first token behind a determiner or adjective at `i`. */
static int32_t noun_at(const Candidate *k, int32_t i)
{
    while (i + 1 < k->a->last && ((function_of(k->a, i) & (FC(DET) | FC(POSSESSIVE))) || mention_at(k->a, i, MENTION_ADJECTIVE))) i++;
    return i;
}

/* `een team van de kustwacht`, `De kustwacht zette twee vliegtuigen in`: of a service that is no army. */
static bool is_civil(const Candidate *k)
{
    const Force *f = k->f;
    const Clause *c = candidate_clause(k);
    if (f->named) return false;
    if (word_in(k->c->d, f->head, WORDS_CIVIL_FORCE)) return true;
    int32_t of = f->last + 1 < k->a->last && word_in(k->c->d, f->last, WORDS_OF) ? noun_at(k, f->last + 1) : -1;
    if (of >= 0 && word_in(k->c->d, of, WORDS_CIVIL_SERVICE) && !(of + 1 < k->a->last && word_in(k->c->d, of + 1, WORDS_LIST_JOINT))) return true;
    const Proof *giver = &k->claim.proof[FIELD_CONTRIBUTOR];
    for (int32_t i = c->first; !f->nation.len && i < f->first; i++) {
        if (!candidate_in_clause(k, i) || !word_in(k->c->d, i, WORDS_CIVIL_SERVICE)) continue;
        if (i > c->first && token_is(k->c->d, i - 1, "zonder")) return true;   /* `Artsen zonder Grenzen heeft er 40 medewerkers` */
        if (giver->how == HOW_STATED && giver->at.from != k->c->d->tokens.item[i].at.from) return false;
        for (Size o = 0; o < k->a->force.len; o++)
            if (k->a->force.item[o].last <= i && k->a->force.item[o].prep < 0 && candidate_in_clause(k, k->a->force.item[o].head)) return false;
        bool counts = c->verbs && word_in(k->c->d, c->verb[0].token, WORDS_COUNTING) && k->f->first > c->verb[0].token;
        if (counts) return true;   /* `het team van de kustwacht telt negen man` */
        int32_t before = i - 1;
        while (before >= c->first && (function_of(k->a, before) & (FC(DET) | FC(POSSESSIVE)))) before--;
        if (before < c->first || !(function_of(k->a, before) & FC(PREP))) return true;
    }
    return false;
}

/* `in het buitenland`, `in Europa`, `wereldwijd`: nowhere in particular. */
static bool is_anywhere(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    for (int32_t i = c->first; c->kind == CLAUSE_MAIN && i < c->last; i++)
        if (word_in(k->c->d, i, WORDS_ANYWHERE) && candidate_in_clause(k, i)) return true;
    return false;
}

/* `leggen aan de grond`, `staan aan de grond`: planes that do not fly. */
static bool stays_out(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    const Document *d = k->c->d;
    bool air = k->f->asset == ASSET_AIRCRAFT || k->f->asset == ASSET_HELICOPTER;
    for (int32_t i = c->first; i + 2 < c->last; i++)
        if (air && token_is(d, i, "aan") && token_is(d, i + 1, "de") && token_is(d, i + 2, "grond")) return true;
    return false;
}

/* `zullen de Belgen er niet alleen zijn`: others are there too. */
static bool is_not_alone(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    if (!k->f->demonym || k->f->quantity.some || (c->classes & ~(VC(BE) | VC(AUX) | VC(MODAL)))) return false;
    for (int32_t i = c->first; i + 1 < c->last; i++)
        if (token_is(k->c->d, i, "niet") && (word_in(k->c->d, i + 1, WORDS_NOT_ALONE) || (i + 2 < c->last && word_in(k->c->d, i + 2, WORDS_NOT_ALONE)))) return true;
    return false;
}

/* `legt vast waar Belgische militairen actief zijn`: a question, not a place told before. */
static bool is_asked_where(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    if (c->opener <= k->a->first || !word_in(k->c->d, c->opener, WORDS_WHERE_FROM)) return false;
    int32_t before = c->opener - 1;   /* `Wie in Gao rondloopt, waar ...` tells of Gao */
    const Clause *of = clause_at(&k->a->clauses, before);
    for (int v = 0; of != c && v < of->verbs; v++)
        if (of->verb[v].token == before || of->verb[v].particle == before) return true;
    return false;
}

/* `De luchtmacht krijgt zes extra F-35's`, `Nederland heeft nog 42 F-16's`: things that a service or state gets or has. */
static bool is_stock(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    const Force *f = k->f;
    if (f->asset == ASSET_PERSONNEL || f->asset == ASSET_FORMATION || c->verbs != 1 || !f->quantity.some || f->prep >= 0 || f->named) return false;
    bool gets = word_in(k->c->d, c->verb[0].token, WORDS_RECEIVING), has = word_in(k->c->d, c->verb[0].token, WORDS_OWNING);
    if (!gets && !has) return false;
    for (int32_t i = c->first; i < c->last; i++) {
        bool there = (function_of(k->a, i) & FC(EXISTENTIAL)) || word_in(k->c->d, i, WORDS_THERE) || (i >= f->last && word_in(k->c->d, i, WORDS_WHERE));
        if (there && candidate_in_clause(k, i)) return false;
    }
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool body = m->kind == MENTION_BODY && lexicon_has(m->entry, "kind", "ministry"), unit = m->kind == MENTION_UNIT && lexicon_has(m->entry, "kind", "service");
        bool state = (m->kind == MENTION_COUNTRY || m->kind == MENTION_OWN) && span_equal(m->id, k->claim.contributor);
        if ((body || unit || state) && m->prep < 0 && candidate_in_clause(k, m->first)) return true;
    }
    int32_t verb = c->verb[0].token;   /* `De Belgische marine telt vijf mijnenjagers` */
    return f->first > verb && verb > c->first && word_in(k->c->d, verb - 1, WORDS_ARMY);
}

/* `De Litouwse krijgsmacht telt 20.000 militairen`, `heeft een leger van 10.000 man`: the number of an army. */
static bool is_whole_army(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    const Force *f = k->f;
    if (f->asset != ASSET_PERSONNEL || !f->quantity.some || c->verbs != 1 || k->claim.proof[FIELD_HOST].how == HOW_STATED) return false;
    for (int32_t i = f->last; i + 2 < c->last; i++)   /* `Het leger heeft 800 militairen in het land` */
        if (word_in(k->c->d, i, WORDS_WHERE) && word_in(k->c->d, i + 1, WORDS_ARTICLE) && word_in(k->c->d, i + 2, WORDS_LAND)) return false;
    if (f->prep > k->a->first && word_in(k->c->d, f->prep, WORDS_OF) && word_in(k->c->d, f->prep - 1, WORDS_ARMY)) return true;
    int32_t verb = c->verb[0].token;
    bool counts = lemma_in(WORDS_TO_COUNT, lexicon_field(c->verb[0].verb, "lemma")) || word_in(k->c->d, verb, WORDS_OWNING);
    return counts && f->prep < 0 && f->first > verb && verb > c->first && word_in(k->c->d, verb - 1, WORDS_ARMY);
}

/* `Luxemburg, dat nog geen 1.000 militairen op de been heeft`: an army, not who is sent. */
static bool is_army(const Candidate *k)
{
    /* `Zweden telt 24.000 militairen` */
    const Clause *own = candidate_clause(k);
    bool state = own->kind == CLAUSE_MAIN && own->verbs == 1 && own->verb[0].token > own->first && mention_at(k->a, own->verb[0].token - 1, MENTION_COUNTRY) != NULL;
    bool counts = state && k->f->quantity.some && k->f->prep < 0 && lemma_in(WORDS_TO_COUNT, lexicon_field(own->verb[0].verb, "lemma"));
    if (counts && k->f->first > own->verb[0].token && k->claim.proof[FIELD_HOST].how != HOW_STATED) return true;
    if (is_whole_army(k)) return true;
    const Clause *c = candidate_clause(k);
    for (int32_t i = c->first; k->f->asset == ASSET_PERSONNEL && i + 2 < c->last; i++) {
        bool afoot = token_is(k->c->d, i, "op") && token_is(k->c->d, i + 1, "de") && token_is(k->c->d, i + 2, "been");
        bool armed = token_is(k->c->d, i, "onder") && token_is(k->c->d, i + 1, "de") && word_in(k->c->d, i + 2, WORDS_ARMS);
        if ((afoot || armed) && candidate_in_clause(k, i)) return true;
    }
    return false;
}

/* `waarvan er 24 in gebruik zijn`: a part of what somebody has. */
static bool is_part_of_stock(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    if (!k->f->elided || c->kind != CLAUSE_RELATIVE) return false;
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        if (o->elided || !o->quantity.some || o->last > c->first || c->first - o->last > 3) continue;
        Candidate whole = *k;
        whole.f = o;
        whole.clause = k->a->clauses.of[o->head - k->a->first];
        return is_stock(&whole);
    }
    return false;
}

/* `in de kazerne van Leopoldsburg`: the place of a base at home. */
static bool is_of_base(const Candidate *k, const Mention *m)
{
    const Document *d = k->c->d;
    int32_t base = m->prep - 1;
    if (base < k->a->first + 1 || !word_in(d, m->prep, WORDS_OF)) return false;
    if (!word_in(d, base, WORDS_HOME_PORT) && !span_ends(token_folded(d, base), SPAN("kazerne"))) return false;
    int32_t prep = word_in(d, base - 1, WORDS_ARTICLE) ? base - 2 : base - 1;
    return prep >= k->a->first && word_in(d, prep, WORDS_INSIDE);
}

/* `Op Schiphol staan 600 marechaussees`, `bewaken in Den Haag`: a place of the giver's own, and no other, where they do their work. */
static bool is_at_home(const Candidate *k)
{
    static const uint64_t STAYS = VC(BE) | VC(SERVE) | VC(TASK) | VC(CONTRIBUTE) | VC(AUX) | VC(MODAL) | VC(VISIT);
    const Clause *c = candidate_clause(k);
    bool home = false, unsaid = k->claim.proof[FIELD_CONTRIBUTOR].how != HOW_STATED;
    bool gives = (c->classes & VC(CONTRIBUTE)) && k->f->prep >= 0 && token_is(k->c->d, k->f->prep, "met");   /* `dat met 780 man bijdraagt en in Potsdam ...` */
    bool past = c->tense == TENSE_PAST && k->f->quantity.some && unsaid && (c->classes & STAYS & ~(VC(AUX) | VC(MODAL)));   /* not `bestond uit 260 man, van een commando in Vredepeel` */
    if ((c->classes & ~STAYS) || (c->tense != TENSE_PRESENT && !past) || k->f->named || gives) return false;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if ((m->kind != MENTION_PLACE && m->kind != MENTION_COUNTRY && m->kind != MENTION_METONYM) || m->prep < 0 || !m->id.len || m->first < c->first) continue;
        bool at = token_is(k->c->d, m->prep, "in") || token_is(k->c->d, m->prep, "op") || token_is(k->c->d, m->prep, "te") || is_of_base(k, m);
        bool own = span_equal(m->id, k->claim.contributor) || (unsaid && m->kind == MENTION_PLACE && lexicon_has(m->entry, "kind", "home"));
        if (!own) return false;
        home = home || (at && candidate_in_clause(k, m->first) && (!past || m->first < k->f->first));
    }
    return home;
}

/* `een foto van twee helikopters boven Beiroet`. */
static bool is_pictured(const Candidate *k)
{
    int32_t of = k->f->prep;
    return of > k->a->first && word_in(k->c->d, of, WORDS_OF) && word_in(k->c->d, of - 1, WORDS_PICTURE);
}

/* `na de aanval van zwaarbewapende Serviërs`: a people that did something else. */
static bool is_of_attack(const Candidate *k)
{
    const Force *f = k->f;
    enum { REACH = 3 };
    for (int32_t i = f->first - 1; f->demonym && !f->quantity.some && i > k->a->first && i >= f->first - REACH; i--)
        if (word_in(k->c->d, i, WORDS_OF)) return word_in(k->c->d, i - 1, WORDS_ATTACK);
    return false;
}

/* `raketten werden afgevuurd op een Amerikaanse Reaper`, `schoten op een helikopter`: what was fired at. */
static bool is_fired_at(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    return k->f->prep > k->a->first && token_is(k->c->d, k->f->prep, "op") && clause_has(c, WORDS_TO_FIRE);
}

/* `De mariniers sloegen een aanval af`, `met steun van de Tromp is een kaping verhinderd`: what forces fended off, which nobody refused. */
static bool is_fended_off(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    bool attack = false;
    for (int32_t i = c->first; i < c->last && (c->classes & VC(DENY)); i++) attack = attack || (word_in(k->c->d, i, WORDS_ATTACK) && candidate_in_clause(k, i));
    return attack && !c->negated;
}

/* `bevrijdde een Iraanse dhow met achttien opvarenden`: those of another's ship or place. */
static bool is_of_their_ship(const Candidate *k)
{
    const Force *f = k->f;
    int32_t noun = f->prep - 1;
    if (f->nation.len || f->prep < k->a->first + 2 || !token_is(k->c->d, f->prep, "met")) return false;
    for (Size i = 0; i < k->a->force.len; i++)
        if (k->a->force.item[i].last == f->prep) return false;
    const Mention *whose = mention_at(k->a, noun - 1, MENTION_ADJECTIVE);
    bool others = whose && whose->id.len == 2 && !span_equal(whose->id, k->claim.contributor);
    return others && !mention_at(k->a, noun, MENTION_ACTNOUN) && !mention_at(k->a, noun, MENTION_PLACE);
}

/* `vaart onder Nederlandse vlag`: somebody's own ship. */
static bool is_under_flag(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    for (int32_t i = c->first; k->f->asset == ASSET_SHIP && k->f->weak && i + 2 < k->a->last; i++) {
        const Mention *whose = token_is(k->c->d, i, "onder") && word_in(k->c->d, i + 2, WORDS_FLAG) ? mention_at(k->a, i + 1, MENTION_ADJECTIVE) : NULL;
        if (whose && whose->id.len == 2) return true;
    }
    return false;
}

/* `beschikt over twee fregatten: de Leopold en de Louise-Marie`: the names of what somebody has. */
static bool names_owned(const Candidate *k)
{
    const Clause *c = &k->a->clauses.clause.item[0];
    if (!k->f->named || !c->verbs || !word_in(k->c->d, c->verb[0].token, WORDS_POSSESSING)) return false;
    for (int32_t i = c->verb[0].token; i < k->f->first; i++)
        if (token_is_mark(k->c->d, i, ':')) return true;
    return false;
}

/* `zeggen vier Amerikaanse functionarissen`: the only thing that the clause tells of them. */
static bool speaks(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    bool only = (c->classes & VC(SAY)) && !(c->classes & ~(VC(SAY) | VC(AUX) | VC(MODAL)));
    for (int v = 0; v < c->verbs; v++) only = only && (c->verb[v].form != FORM_FINITE || (c->verb[v].classes & (VC(SAY) | VC(AUX) | VC(MODAL))));
    return only && !c->passive && k->f->asset == ASSET_PERSONNEL && k->f->quantity.some && k->f->prep < 0;
}

/* `hebben 87 missies gevlogen`, `gooiden 850 bommen af`: what they did is counted, they are not. */
static bool counts_deeds(const Candidate *k)
{
    for (Size i = 0; i < k->a->numbers.item.len; i++) {
        const Number *n = &k->a->numbers.item.item[i];
        bool here = n->kind == NUMBER_CARDINAL && n->low > 1 && n->last < k->a->last && candidate_in_clause(k, n->last);
        if (here && word_in(k->c->d, n->last, WORDS_DEEDS)) return true;
    }
    return false;
}

/* `zijn 428 zeelieden in handen van kapers`, `heeft drie mensen gered`, `De ambassade telt 35 medewerkers`: people whom something is done to, or who work elsewhere. */
static bool are_saved(const Candidate *k)
{
    enum { ADJECTIVE = 4 };
    const Clause *c = candidate_clause(k);
    /* `een Koerdisch bataljon van tweehonderd vrouwen`: of those who live there */
    for (int32_t i = k->f->first - 1; k->f->inner && k->f->weak && i >= k->a->first && i >= k->f->first - ADJECTIVE; i--)
        if (word_in(k->c->d, i, WORDS_OF_LOCALS)) return true;
    bool anybody = k->f->weak || word_in(k->c->d, k->f->head, WORDS_CREW_NOUN);
    if (!anybody || k->f->nation.len || k->f->asset != ASSET_PERSONNEL || !k->f->quantity.some) return false;
    for (int32_t i = c->first; i < c->last; i++) {
        if (!candidate_in_clause(k, i)) continue;
        bool held = i > c->first && word_in(k->c->d, i, WORDS_CAPTIVITY) && token_is(k->c->d, i - 1, "in");
        bool employed = i < k->f->first && word_in(k->c->d, i, WORDS_CIVIL_BODY) && clause_has(c, WORDS_TO_COUNT);
        if (held || employed || word_in(k->c->d, i, WORDS_SAVED)) return true;
    }
    return false;
}

void candidate_aside(Candidate *k)
{
    Features *x = &k->features;
    if (!k->f) feature_set(x, FEATURE_LOST, clause_has(candidate_clause(k), WORDS_TO_LOSE));
    if (!k->f) return;
    feature_set(x, FEATURE_LOST, is_lost(k));
    feature_set(x, FEATURE_CIVIL, is_civil(k) || is_under_flag(k) || are_saved(k));
    feature_set(x, FEATURE_ANYBODY, word_in(k->c->d, k->f->head, WORDS_ANY_PEOPLE) && !k->f->nation.len && k->claim.proof[FIELD_CONTRIBUTOR].how != HOW_STATED);
    feature_set(x, FEATURE_ANYWHERE, is_anywhere(k));
    feature_set(x, FEATURE_ASIDE, stays_out(k));
    feature_set(x, FEATURE_FIRED_AT, k->f && is_fired_at(k));
    feature_set(x, FEATURE_FENDS, is_fended_off(k));
    feature_set(x, FEATURE_WANTING, is_asked_where(k) || is_not_alone(k) || is_of_attack(k) || is_of_their_ship(k) || is_pictured(k));
    feature_set(x, FEATURE_OWNED, is_stock(k) || is_army(k) || is_part_of_stock(k) || names_owned(k));
    feature_set(x, FEATURE_AT_HOME, is_at_home(k) || (k->f->quantity.some && word_in(k->c->d, k->f->head, WORDS_RESERVE)));
    feature_set(x, FEATURE_SPEAKS, speaks(k));
    feature_set(x, FEATURE_DEEDS, counts_deeds(k));
    candidate_spoken(k);
}

const Force *candidate_carrier(const Candidate *k)
{
    const Force *f = k->f;
    if (!f || f->nation.len || f->prep < 0 || !token_is(k->c->d, f->prep, "met")) return NULL;
    for (Size i = 0; i < k->a->force.len; i++)
        if (k->a->force.item[i].last == f->prep && k->a->force.item[i].nation.len) return &k->a->force.item[i];
    return NULL;
}
