/* Who gives where the clause does not say it. */
#include "frames/giver.h"
#include "frames/giver_pronoun.h"

#include "lexicon/wordlist.h"

static Found own_default(const Context *c, const char *rule)
{
    return (Found){c->reading->country, NO_RANGE, HOW_DEFAULTED, rule};
}

/* Whether `m` is a minister, head of government or parliament of another state that is no theatre here. */
static bool governs(const Context *c, const Mention *m)
{
    bool body = m->kind == MENTION_BODY && m->prep < 0 && (lexicon_has(m->entry, "kind", "minister") || lexicon_has(m->entry, "kind", "parliament"));
    return body && giver_can(m->id) && !span_equal(m->id, c->reading->country) && !topic_has(&c->hosts, m->id);
}

/* `de Duitse minister wil`, `het Deense parlement stemt in`: a body of another state that wants or decides, not one that tells or asks. */
static bool governs_abroad(const Context *c, const Mention *m, const Clause *x)
{
    if (!governs(c, m) || (x->classes & (VC(REQUEST) | VC(SAY)))) return false;
    return (x->classes & (GIVER_GIVES | VC(WANT) | VC(WEIGH) | VC(PLAN) | VC(DECIDE) | VC(APPROVE))) || (x->mood & MOOD_WANT);
}

static bool names_own(const Context *c, const Analysis *a)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool state = m->kind == MENTION_COUNTRY || m->kind == MENTION_DEMONYM || m->kind == MENTION_ADJECTIVE || m->kind == MENTION_METONYM || m->kind == MENTION_OWN;
        if (state && span_equal(m->id, c->reading->country)) return true;
    }
    return false;
}

/* `Duitsland stuurt een fregat. De luchtmacht zet vier toestellen in`: the service of the state that this sentence or the ones before it in the paragraph
 * tell of, where they name nobody of the publisher's; empty where there is none. */
static Span service_of(const Context *c, const Analysis *a, const Mention *service, const Carry *carry)
{
    Span near = {0};
    if (names_own(c, a)) return near;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool state = m->kind == MENTION_COUNTRY || m->kind == MENTION_DEMONYM || m->kind == MENTION_ADJECTIVE;
        if (state && m->last <= service->first && m->id.len == 2 && m->prep < 0 && giver_can(m->id) && !topic_has(&c->hosts, m->id)) near = m->id;
    }
    if (near.len || !carry->giver.id.len || carry->giver_sentence <= 0) return near;
    int32_t paragraph = c->d->sentences.item[a->sentence].paragraph;
    if (c->d->sentences.item[carry->giver_sentence - 1].paragraph != paragraph) return near;
    for (int32_t s = a->sentence - 1; s >= c->first_sentence && c->d->sentences.item[s].paragraph == paragraph; s--)
        if (c->read[s - c->first_sentence] && names_own(c, &c->analysis[s - c->first_sentence])) return near;
    return span_equal(carry->giver.id, c->reading->country) ? near : carry->giver.id;
}

/* `In Koulikoro leiden vijftien militairen het Malinese leger op`: the army that counted forces before it deal with. */
static bool is_dealt_with(const Analysis *a, const Mention *m, int32_t clause)
{
    const Clause *x = &a->clauses.clause.item[clause];
    if (m->kind != MENTION_UNIT || !(x->classes & VC(TASK)) || x->passive) return false;
    for (Size i = 0; i < a->force.len; i++) {
        const Force *o = &a->force.item[i];
        bool subject = o->prep < 0 && o->quantity.some && o->number >= 0 && o->last <= m->first && a->clauses.of[o->head - a->first] == clause;
        if (subject && x->verbs && x->verb[0].token < m->first) return true;
    }
    return false;
}

/* A cabinet, ministry or service named in the sentence whose country is the publisher's or its own. */
static Found giver_by_body(const Context *c, const Analysis *a, int32_t clause, const Carry *carry)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool body = m->kind == MENTION_BODY && (lexicon_has(m->entry, "kind", "cabinet") || lexicon_has(m->entry, "kind", "ministry") || governs_abroad(c, m, &a->clauses.clause.item[clause]));
        bool unit = m->kind == MENTION_UNIT;
        if ((!body && !unit) || m->prep >= 0 || a->clauses.of[m->first - a->first] != clause || is_dealt_with(a, m, clause)) continue;
        /* `de Litouwse luchtmacht` */
        Span named = m->id;
        for (Size n = 0; !named.len && n < a->mention.len; n++)
            if (a->mention.item[n].kind == MENTION_ADJECTIVE && a->mention.item[n].last == m->first) named = a->mention.item[n].id;
        Span id = named.len ? named : !c->own && c->army.len ? c->army : c->reading->country;
        const Mention *service = unit ? m : mention_at(a, m->last - 1, MENTION_UNIT);
        bool branch = service && (lexicon_has(service->entry, "kind", "service") || lexicon_has(service->entry, "kind", "branch"));
        Span theirs = !named.len && branch ? service_of(c, a, service, carry) : (Span){0};
        if (theirs.len) return (Found){theirs, token_range(c->d, m->first, m->last), HOW_CARRIED, "service of the state that is told of"};
        if (!id.len || id.len != 2) continue;
        bool acts = (a->clauses.clause.item[clause].head_classes & GIVER_GIVES) && !(a->clauses.clause.item[clause].head_classes & (VC(DECIDE) | VC(APPROVE) | VC(SAY)));
        return (Found){id, token_range(c->d, m->first, m->last), named.len || acts ? HOW_STATED : HOW_CARRIED, "body that acts in the clause"};
    }
    return (Found){0};
}

/* `dat zijn land 400 man laat`, `dat hij ze terughaalt`: whether a clause that hangs on another speaks of the one who acts there. */
static bool speaks_of_leader(const Context *c, const Analysis *a, int32_t clause)
{
    for (int32_t i = a->clauses.clause.item[clause].first; i + 1 < a->clauses.clause.item[clause].last; i++) {
        if (a->clauses.of[i - a->first] != clause) continue;
        if (word_in(c->d, i, WORDS_HE) || ((function_of(a, i) & FC(POSSESSIVE)) && word_in(c->d, i + 1, WORDS_LAND))) return true;
    }
    return false;
}

/* `of het 14 man kan sturen`, `dat ze 14 man sturen`: a pronoun right behind the opener of the clause is its subject. */
static bool opens_with_pronoun(const Context *c, const Analysis *a, const Clause *x)
{
    int32_t i = x->first + 1;
    if (i + 1 >= x->last) return false;
    bool it = token_is(c->d, i, "het") && (mention_at(a, i + 1, MENTION_COUNTRY) || c->d->tokens.item[i + 1].kind == TOKEN_NUMBER || function_of(a, i + 1));
    for (Size k = 0; token_is(c->d, i, "het") && k < a->numbers.item.len; k++) it = it || a->numbers.item.item[k].first == i + 1;
    return it || word_in(c->d, i, WORDS_THEY);
}

/* Whether `m` is a government, ministry or armed force of another state, which a pronoun may mean. */
static bool state_body(const Context *c, const Analysis *a, const Mention *m)
{
    if (!giver_can(m->id) || m->prep >= 0 || topic_has(&c->hosts, m->id)) return false;
    if (m->kind == MENTION_BODY) return lexicon_has(m->entry, "kind", "cabinet") || lexicon_has(m->entry, "kind", "ministry");
    return m->kind == MENTION_UNIT || (m->kind == MENTION_ADJECTIVE && m->last < a->last && word_in(c->d, m->last, WORDS_SERVICE));
}

/* `Washington maakte bekend dat er 200 commando's gaan`, `De Deense premier wil dat er 14 man gaan`: what a government announces or wants is its own doing. */
static bool announces(const Analysis *a, int32_t clause, const Clause *told)
{
    const uint64_t doing = VC(DEPLOY) | VC(GO) | VC(DEPART) | VC(WITHDRAW) | VC(RETURN) | VC(ENLARGE) | VC(REDUCE) | VC(REMAIN) | VC(EXTEND);
    const Clause *x = &a->clauses.clause.item[clause];
    if (!(told->classes & doing) || (told->classes & VC(REQUEST))) return false;
    return clause_has(x, WORDS_TO_ANNOUNCE) || (x->classes & VC(WANT)) || (x->mood & MOOD_WANT);
}

/* `De Deense premier zei dat zijn land 400 man laat`: forces that those who govern another state speak of as theirs. */
static Found giver_by_leader(const Context *c, const Analysis *a, int32_t clause)
{
    const Clause *x = &a->clauses.clause.item[clause];
    /* `wil de Deense regering dat er 14 man gaan`: a clause that a noun before it makes look relative */
    bool told = x->kind == CLAUSE_SUB || (x->kind == CLAUSE_RELATIVE && x->first + 1 < x->last && token_is(c->d, x->first, "dat") && (function_of(a, x->first + 1) & FC(EXISTENTIAL)));
    if ((!told && x->kind != CLAUSE_INFINITIVE) || x->parent < 0) return (Found){0};
    /* `De Deense regering heeft besloten om 300 man te sturen` */
    bool theirs = x->kind == CLAUSE_INFINITIVE && !(a->clauses.clause.item[x->parent].classes & VC(REQUEST));
    bool own = theirs || (told && opens_with_pronoun(c, a, x)) || announces(a, x->parent, x);
    if (!own && !speaks_of_leader(c, a, clause)) return (Found){0};
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool seat = m->kind == MENTION_METONYM && m->prep < 0 && giver_can(m->id) && !span_equal(m->id, c->reading->country) && !topic_has(&c->hosts, m->id);
        if ((governs(c, m) || seat || (own && state_body(c, a, m))) && a->clauses.of[m->first - a->first] == x->parent) return (Found){m->id, token_range(c->d, m->first, m->last), HOW_CARRIED, "state of the one who speaks of it"};
    }
    return (Found){0};
}

/* Whether the last stated giver stands in the paragraph of `a`. */
static bool giver_near(const Context *c, const Analysis *a, const Carry *carry)
{
    if (!carry->giver.id.len) return false;
    return c->d->sentences.item[carry->giver_sentence - 1].paragraph == c->d->sentences.item[a->sentence].paragraph;
}

/* `En de Amerikanen?`: a question without a verb, whose answer speaks of them. */
static bool is_asked_after(const Context *c, const Analysis *a, const Mention *m)
{
    bool who = (m->kind == MENTION_COUNTRY || m->kind == MENTION_DEMONYM) && m->prep < 0 && giver_can(m->id);
    return who && !clause_at(&a->clauses, m->first)->verbs && token_is_mark(c->d, a->last - 1, '?');
}

static Found subject_of(const Context *c, const Analysis *a, uint64_t *acts_of)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (m->prep >= 0 && m->kind != MENTION_NEIGHBOUR) continue;
        const Clause *x = clause_at(&a->clauses, m->first);
        bool cabinet = m->kind == MENTION_BODY && giver_can(m->id) && lexicon_has(m->entry, "kind", "cabinet");
        bool abroad = m->kind == MENTION_BODY && giver_can(m->id) && lexicon_has(m->entry, "kind", "parliament") && !span_equal(m->id, c->reading->country);
        /* `Het Israëlische leger begint ...` */
        bool service = m->kind == MENTION_ADJECTIVE && giver_can(m->id) && m->last < a->last && word_in(c->d, m->last, WORDS_SERVICE);
        if ((!cabinet && !abroad && !governs(c, m) && !service && !is_asked_after(c, a, m) && !giver_acts(c, a, m)) || x->kind != CLAUSE_MAIN) continue;
        *acts_of = x->classes;
        return (Found){m->id, token_range(c->d, m->first, m->last), HOW_STATED, NULL};
    }
    return (Found){.how = HOW_NONE};
}

void scope_remember_subject(const Context *c, const Analysis *a, Carry *carry)
{
    enum { OPENING = 3 };
    uint64_t acts = 0;
    Found subject = subject_of(c, a, &acts);
    bool land = !subject.id.len && carry->subject_sentence == a->sentence && giver_says_the_land(c, a, 0);
    carry->subject_opens = land;
    for (int32_t i = a->first; subject.id.len && i < a->last && i < a->first + OPENING; i++)
        carry->subject_opens = carry->subject_opens || c->d->tokens.item[i].at.from == subject.at.from;
    if (land) acts = a->clauses.clause.item[0].classes;
    else carry->subject = subject;
    carry->subject_acts = acts;
    carry->subject_sentence = carry->subject.id.len ? a->sentence + 1 : 0;
}

static bool refers_back(const Context *c, const Analysis *a)
{
    for (int32_t i = a->first; i < a->last && i < a->first + 4; i++)
        if (function_of(a, i) & FC(GROUP)) return true;
    for (Size i = 0; i < a->mention.len; i++)
        if (marker_is(&a->mention.item[i], "group_anaphor") && !word_in(c->d, a->mention.item[i].first, WORDS_AMONG_WHOM))
            return true;
    return false;
}

/* Whether a giver told in an earlier sentence (counted from 1) is one of several there: `Noorwegen en Denemarken stuurden`. */
static bool is_shared(const Context *c, const Found *giver, int32_t sentence)
{
    Span other;
    Range at;
    int32_t i = sentence - 1 - c->first_sentence;
    return giver->id.len && i >= 0 && c->read[i] && scope_givers_beside(c, &c->analysis[i], giver->at, &other, &at, 1) > 0;
}

/* Whether the sentence names the publisher's country, its people or who decides there, or another who could give. */
static bool names_giver(const Context *c, const Analysis *a)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool body = m->kind == MENTION_BODY && (lexicon_has(m->entry, "kind", "cabinet") || lexicon_has(m->entry, "kind", "ministry") || lexicon_has(m->entry, "kind", "parliament"));
        bool who = m->prep < 0 && (m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM || m->kind == MENTION_DEMONYM);
        if (m->kind == MENTION_OWN || body || who || (m->id.len && span_equal(m->id, c->reading->country))) return true;
    }
    return false;
}

/* Whether the paragraph of `a` names the publisher's country or people, up to `a`. */
static bool paragraph_names_own(const Context *c, const Analysis *a)
{
    enum { REACH = 8 };
    int32_t paragraph = c->d->sentences.item[a->sentence].paragraph;
    for (int32_t s = a->sentence; s >= c->first_sentence && s > a->sentence - REACH && c->d->sentences.item[s].paragraph == paragraph; s--) {
        const Analysis *of = s == a->sentence ? a : c->read[s - c->first_sentence] ? &c->analysis[s - c->first_sentence] : NULL;
        for (Size i = 0; of && i < of->mention.len; i++)
            if (of->mention.item[i].kind == MENTION_OWN || (of->mention.item[i].kind != MENTION_PLACE && span_equal(of->mention.item[i].id, c->reading->country))) return true;
    }
    return false;
}

void giver_quoted_us(const Context *c, Analysis *a, const Carry *carry)
{
    bool he = false;
    if (!carry->giver.id.len || span_equal(carry->giver.id, c->reading->country) || !giver_near(c, a, carry)) return;
    for (int32_t i = a->first; i < a->last; i++)
        he = he || (word_in(c->d, i, WORDS_HE) && !(c->d->tokens.item[i].flags & TOKEN_QUOTED) && (clause_at(&a->clauses, i)->classes & VC(SAY)));
    for (Size i = 0; he && i < a->mention.len; i++)   /* who is named in the sentence may speak himself */
        he = a->mention.item[i].kind != MENTION_BODY && !(a->mention.item[i].kind == MENTION_OWN && !(c->d->tokens.item[a->mention.item[i].first].flags & TOKEN_QUOTED));
    int32_t before = a->sentence - 1 - c->first_sentence;
    if (!he || before < 0 || !c->read[before] || paragraph_names_own(c, &c->analysis[before])) return;
    for (Size i = 0; i < a->mention.len; i++) {
        Mention *m = &a->mention.item[i];
        if (m->kind == MENTION_OWN && (c->d->tokens.item[m->first].flags & TOKEN_QUOTED)) m->id = carry->giver.id;
    }
}

/* `Duitsland heeft 120 militairen in Mali. De eerste vertrekken in maart`: a paragraph that speaks of another state only. */
static bool speaks_of_another(const Context *c, const Analysis *a, const Carry *carry)
{
    Entry state = lexicon_find(TABLE_COUNTRIES, carry->giver.id);
    bool sends = entry_some(state) && !lexicon_has(state, "kind", "rival") && !lexicon_has(state, "kind", "armed") && !topic_has(&c->hosts, carry->giver.id);
    if (!sends || !giver_near(c, a, carry) || span_equal(carry->giver.id, c->reading->country) || is_shared(c, &carry->giver, carry->giver_sentence)) return false;
    for (int32_t i = a->first; i + 1 < a->last; i++)   /* `volgens Bijleveld` may be of one's own */
        if (word_in(c->d, i, WORDS_ACCORDING) && (c->d->tokens.item[i + 1].flags & TOKEN_CAPITAL)) return false;
    return !paragraph_names_own(c, a);
}

Found giver_counted_on(const Context *c, const Analysis *a, const Force *f, const Carry *carry)
{
    bool here = carry->giver_sentence == a->sentence + 1 && carry->giver.at.to <= c->d->tokens.item[f->first].at.from;
    bool near = (here || carry->giver_sentence == a->sentence) && giver_near(c, a, carry) && !is_shared(c, &carry->giver, carry->giver_sentence);
    bool theirs = near && !span_equal(carry->giver.id, c->reading->country) && f->quantity.some && !f->nation.len && !names_giver(c, a);
    bool more = word_in(c->d, a->first, WORDS_ADDING);
    for (int32_t i = a->first; !more && i < a->last; i++) more = word_in(c->d, i, WORDS_STILL_MORE);
    bool many = f->quantity.some && f->quantity.known && f->quantity.low > 1;
    for (Size i = 0; !many && i < a->force.len; i++) {   /* `een radar met dertig man` */
        const Force *crew = &a->force.item[i];
        many = f->quantity.some && crew->prep == f->last && token_is(c->d, crew->prep, "met") && crew->quantity.some && crew->quantity.known;
    }
    bool another = near && !names_giver(c, a) && many && !f->nation.len && speaks_of_another(c, a, carry);
    if (!another && (!theirs || !(f->elided || more) || f->definite)) return (Found){0};
    return (Found){carry->giver.id, carry->giver.at, HOW_CARRIED, "giver whose forces the sentence before counts"};
}

/* `De bijdrage aan Minusma, thans 250 militairen`: the clause speaks of one contribution, which several states of the sentence before cannot share. */
static bool names_contribution(const Context *c, const Analysis *a, int32_t clause)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool noun = m->kind == MENTION_ACTNOUN && (verb_classes(m->entry) & (VC(CONTRIBUTION) | VC(DEPLOY)));
        if (noun && a->clauses.of[m->first - a->first] == clause && m->first > a->first && word_in(c->d, m->first - 1, WORDS_ARTICLE)) return true;
    }
    return false;
}

/* `Frankrijk trekt zich terug: 1.500 soldaten vertrekken`: whether a colon stands between the clause before and `at`. */
static bool behind_colon(const Context *c, const Analysis *a, int32_t at, int32_t clause)
{
    int32_t first = a->clauses.clause.item[clause].first;
    if (first <= a->first || first > at) return false;
    return token_is_mark(c->d, first - 1, ':') || token_is_mark(c->d, first, ':') || token_is_mark(c->d, first - 1, ';');
}

/* `Zweden stuurt 300 man, daarvoor zaten er 60`: a clause that tells what was or comes instead. */
static bool tells_other_time(const Context *c, const Analysis *a, int32_t clause)
{
    int32_t first = a->clauses.clause.item[clause].first;
    return first > a->first && word_in(c->d, first, WORDS_THEREAFTER);
}

/* The one of whom an earlier clause of the sentence speaks: `De EU sprong bij: zij had er 750 man`, `Het gros van de Belgen is weg; het team volgt`. */
static Found giver_of_clause_before(const Context *c, const Analysis *a, int32_t at, int32_t clause, Span mission)
{
    Found best = {.how = HOW_NONE};
    bool it = giver_says_it(c, a, at, clause);   /* `Benin noemde een getal: het zegde 2.000 man toe`: a state, not a theatre */
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        /* `Kosovo is geen zaak meer voor België: zes officieren blijven` */
        bool theatre = m->kind == MENTION_COUNTRY && m->id.len == 2 && !span_equal(m->id, c->reading->country) && !lexicon_has(m->entry, "kind", "sender") && !(clause_at(&a->clauses, m->first)->classes & GIVER_GIVES);
        bool where = (theatre && !it) || (mission.len && mission_in(mission, m->id)) || (topic_has(&c->hosts, m->id) && !it) || (m->last < a->last && token_is_mark(c->d, m->last, ':'));
        if (m->first >= at || where || a->clauses.of[m->first - a->first] == clause) continue;
        bool organisation = m->kind == MENTION_COUNTRY && giver_is_organisation(m->id) && m->prep < 0;
        bool main = clause_at(&a->clauses, m->first)->kind == CLAUSE_MAIN && (m->prep < 0 || span_equal(m->id, c->reading->country));
        if (organisation || (main && giver_acts(c, a, m))) best = (Found){m->id, token_range(c->d, m->first, m->last), HOW_CARRIED, "whom the clause before speaks of"};
    }
    return best;
}

/* Whether the sentence before opens with one who sends or withdraws: `Duitsland breidt zijn inzet uit. Er komen 1100 militairen bij.` */
static bool continues(const Context *c, const Analysis *a, const Carry *carry)
{
    uint64_t gives = VC(DEPLOY) | VC(ENLARGE) | VC(REDUCE) | VC(WITHDRAW) | VC(EXTEND) | VC(CONTRIBUTE) | VC(OFFER) | VC(RETURN) | VC(SERVE);
    /* `Het Britse parlement stemt in. Zes toestellen staan klaar.` */
    if (!span_equal(carry->subject.id, c->reading->country)) gives |= VC(APPROVE) | VC(DECIDE);
    if (!carry->subject.id.len || carry->subject_sentence != a->sentence || !(carry->subject_acts & gives)) return false;
    /* `De missie in Irak (155 man) gaat door`: what the sentence opens with is its own */
    for (Size i = 0; i < a->mention.len; i++)
        if (marker_is(&a->mention.item[i], "mission_anaphor") && a->mention.item[i].first <= a->first + 1) return false;
    return carry->subject_opens && c->d->sentences.item[a->sentence - 1].paragraph == c->d->sentences.item[a->sentence].paragraph;
}

/* `De Deense stafchef wil 40 man sturen`, `De Deense media melden dat er 40 man gaan`, `Volgens de Deense minister gaan er 40`: who speaks of forces of their own state. */
static Found giver_spoken_for(const Context *c, const Analysis *a)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (m->kind != MENTION_ADJECTIVE || !giver_can(m->id) || m->last >= a->last || topic_has(&c->hosts, m->id) || span_equal(m->id, c->reading->country)) continue;
        const Mention *body = mention_at(a, m->last, MENTION_BODY);
        bool governs = body && (lexicon_has(body->entry, "kind", "minister") || lexicon_has(body->entry, "kind", "cabinet"));
        bool who = governs || word_in(c->d, m->last, WORDS_SPEAKS_FOR) || (body && lexicon_has(body->entry, "kind", "ministry"));
        const Clause *x = clause_at(&a->clauses, m->first);
        bool subject = m->prep < 0 && x->kind == CLAUSE_MAIN && (x->classes & (VC(SAY) | VC(WANT) | VC(DECIDE) | VC(APPROVE) | VC(WEIGH))) && !(x->classes & VC(REQUEST));
        if (who && (subject || scope_prep(c, m, WORDS_ACCORDING))) return (Found){m->id, token_range(c->d, m->first, m->last), HOW_CARRIED, "state of the one who speaks of it"};
    }
    return (Found){0};
}

/* `Volgens het Pentagon worden 750 militairen gestuurd`: a foreign government that tells of forces without a giver tells of its own. */
static Found giver_quoted(const Context *c, const Analysis *a)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool body = m->kind == MENTION_BODY && m->id.len == 2 && !span_equal(m->id, c->reading->country) && (lexicon_has(m->entry, "kind", "cabinet") || lexicon_has(m->entry, "kind", "ministry"));
        if ((m->kind != MENTION_METONYM && !body) || !giver_can(m->id) || topic_has(&c->hosts, m->id) || !scope_prep(c, m, WORDS_ACCORDING)) continue;
        return (Found){m->id, token_range(c->d, m->first, m->last), HOW_CARRIED, "government that tells of it"};
    }
    return (Found){0};
}

/* The state, an index of c->givers, that the item speaks of before `a`: the only one, or the one it is about (`lead`); -1: none. */
static int begins_about(const Context *c, const Analysis *a, int lead)
{
    int only = -1, named = 0;
    for (int i = 0; i < c->givers.count; i++) {
        if (c->givers.at[i].from >= c->d->sentences.item[a->sentence].at.from || !giver_can(c->givers.id[i])) continue;
        named++;
        only = i == lead || only < 0 ? i : only;
    }
    return named == 1 || (only >= 0 && only == lead) ? only : -1;
}

/* `Duitsland wil een brigade in Litouwen stationeren. Met de nieuwe brigade ...`: the state whose forces of that noun were told last before the sentence;
 * empty where they were nobody's or the publisher's. */
static Found giver_of_same_noun(const Context *c, const Analysis *a, int32_t at)
{
    enum { REACH = 8 };
    const Force *own = NULL;
    for (Size i = 0; i < a->force.len; i++)
        if (a->force.item[i].head == at) own = &a->force.item[i];
    if (!own || !own->definite || own->plural || own->nation.len || own->named || (own->asset != ASSET_FORMATION && own->asset != ASSET_SHIP)) return (Found){0};
    for (int32_t s = a->sentence - 1; s >= c->first_sentence && s >= a->sentence - REACH; s--) {
        if (!c->read[s - c->first_sentence]) continue;
        const Analysis *b = &c->analysis[s - c->first_sentence];
        for (Size i = b->force.len; i-- > 0;) {
            const Force *f = &b->force.item[i];
            if (f->asset != own->asset || !span_equal(token_folded(c->d, f->head), token_folded(c->d, own->head))) continue;
            Found whose = f->nation.len ? (Found){f->nation, f->nation_at, HOW_CARRIED, "forces of that noun before"} : scope_giver(c, b, f, f->head, b->clauses.of[f->head - b->first], (Span){0}, &(Carry){.hosts = 0});
            bool theirs = whose.id.len && (whose.how == HOW_STATED || f->nation.len) && !span_equal(whose.id, c->reading->country);
            return theirs ? (Found){whose.id, whose.at, HOW_CARRIED, "forces of that noun before"} : (Found){0};
        }
    }
    return (Found){0};
}

/* `toestellen van de luchtmacht`: a service that no adjective gives to a state. */
static bool of_bare_service(const Context *c, const Analysis *a, int32_t at)
{
    return at + 3 < a->last && token_is(c->d, at + 1, "van") && token_is(c->d, at + 2, "de") && word_in(c->d, at + 3, WORDS_SERVICE);
}

/* Who gives where the sentence does not say it. */
Found giver_unsaid(const Context *c, const Analysis *a, int32_t at, int32_t clause, Span mission, const Carry *carry)
{
    Found found = giver_meant_by_that(c, a, at, clause);
    if (found.id.len && !span_equal(found.id, c->reading->country)) return found;
    found = giver_by_body(c, a, clause, carry);
    if (!found.id.len) found = giver_by_leader(c, a, clause);
    if (!found.id.len && (refers_back(c, a) || giver_says_they(c, a, clause) || giver_says_it(c, a, at, clause) || behind_colon(c, a, at, clause) || tells_other_time(c, a, clause))) found = giver_of_clause_before(c, a, at, clause, mission);
    if (found.how == HOW_CARRIED && span_equal(found.id, c->reading->country)) found = own_default(c, "country of the publisher, spoken of before");
    if (!found.id.len) found = giver_going_on(c, a, clause, carry);
    if (found.id.len) return found;
    Found told = {carry->giver.id, carry->giver.at, HOW_CARRIED, "giver of the sentence before"};
    bool ours = c->reading->country.len && names_contribution(c, a, clause) && (is_shared(c, &carry->giver, carry->giver_sentence) || is_shared(c, &carry->subject, carry->subject_sentence));
    if (ours) return own_default(c, "country of the publisher");
    if (giver_near(c, a, carry) && refers_back(c, a)) return told;
    told.rule = "giver that the item is about";
    found = giver_quoted(c, a);
    if (!found.id.len) found = giver_spoken_for(c, a);
    if (found.id.len) return found;
    int lead = topic_leader(&c->givers);
    bool about = lead >= 0 && span_equal(c->givers.id[lead], told.id) && !span_equal(told.id, c->reading->country);
    /* `Portugal en Canada leveren toestellen. In 2005 vlogen er al F-16's van de luchtmacht.` */
    if (c->own && of_bare_service(c, a, at) && is_shared(c, &carry->subject, carry->subject_sentence)) return own_default(c, "service of the publisher's country");
    if (continues(c, a, carry)) return (Found){carry->subject.id, carry->subject.at, HOW_CARRIED, "giver that the sentence before opens with"};
    /* `Er zijn nog 13.000 militairen`, of a page about the UN: nobody's */
    bool nobody = giver_is_organisation(told.id) && !span_is(told.id, "EU") && (c->own_from > a->sentence || about);
    if (nobody) return (Found){.how = HOW_NONE};
    if (told.id.len && (c->own_from > a->sentence || about || !c->reading->country.len)) return told;
    int begins = c->own_from > a->sentence ? begins_about(c, a, lead) : -1;
    if (begins >= 0 && giver_is_organisation(c->givers.id[begins]) && !span_is(c->givers.id[begins], "EU")) return (Found){.how = HOW_NONE};
    if (begins >= 0) return (Found){c->givers.id[begins], c->givers.at[begins], HOW_CARRIED, told.rule};
    found = giver_of_same_noun(c, a, at);
    if (found.id.len) return found;
    if (!c->own && c->army.len) return (Found){c->army, NO_RANGE, HOW_CARRIED, "state whose army the item is about"};
    return c->reading->country.len ? own_default(c, "country of the publisher") : (Found){.how = HOW_NONE};
}
