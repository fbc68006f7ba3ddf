/* Who gives: what the sentence says of it. */
#include "frames/giver.h"
#include "frames/phrase.h"

#include "lexicon/wordlist.h"

bool giver_can(Span id)
{
    return id.len == 2 && !lexicon_has(lexicon_find(TABLE_COUNTRIES, id), "kind", "territory");
}

/* `in plaats van de Belgen`, `net als Nederland`, `neemt het over van de Italianen`, `Northwood Engeland`, `Larissa (Griekenland)`: named, but no giver. */
static bool in_place_of(const Context *c, const Analysis *a, const Mention *m)
{
    int32_t i = m->first - 1;
    int32_t behind = i >= a->first && token_is_mark(c->d, i, '(') ? i : m->first;
    if (i >= a->first && m->kind == MENTION_COUNTRY)
        for (Size k = 0; k < a->mention.len; k++)
            if (a->mention.item[k].kind == MENTION_PLACE && a->mention.item[k].last == behind && a->mention.item[k].first < m->first) return true;
    if (i >= a->first && (function_of(a, i) & FC(DET))) i--;
    if (i > a->first && token_is(c->d, i, "als") && word_in(c->d, i - 1, WORDS_LIKEWISE)) return true;
    if (m->prep < 0 || !token_is(c->d, m->prep, "van")) return false;
    if (m->prep > a->first && word_in(c->d, m->prep - 1, WORDS_IN_STEAD)) return true;
    return clause_at(&a->clauses, m->first)->classes & VC(TAKE_OVER);
}

/* `stilgelegd na de liquidatie van een generaal door de VS`: who did something else, told as a noun behind a preposition. */
static bool did_else(const Context *c, const Analysis *a, const Mention *m)
{
    enum { REACH = 9 };
    if (m->prep < 0 || !token_is(c->d, m->prep, "door")) return false;
    for (int32_t i = m->prep - 2; i >= a->first && i > m->prep - REACH; i--) {
        bool verb = false;
        const Clause *x = clause_at(&a->clauses, i);
        for (int v = 0; v < x->verbs; v++) verb = verb || x->verb[v].token == i + 1;
        if (verb || c->d->tokens.item[i].kind == TOKEN_PUNCT) return false;
        if (word_in(c->d, i, WORDS_UPON)) return true;
    }
    return false;
}

/* `tegen raketten uit Syrië`, `in reactie op het optreden van Rusland`: whose threat it is, not who gives. */
static bool is_threat(const Context *c, const Analysis *a, const Mention *m)
{
    enum { REACH = 5 };
    if (m->kind != MENTION_COUNTRY || m->prep <= a->first || span_equal(m->id, c->reading->country)) return false;
    for (int32_t i = m->prep - 1; i >= a->first && i >= m->prep - REACH && c->d->tokens.item[i].kind != TOKEN_PUNCT; i--)
        if (word_in(c->d, i, WORDS_AGAINST)) return true;
    return false;
}

/* `het konvooi rijdt door Duitsland`: the way, not who does it. */
static bool passes_through(const Context *c, const Analysis *a, const Mention *m)
{
    const Clause *x = clause_at(&a->clauses, m->first);
    for (int v = 0; !x->passive && v < x->verbs; v++)
        if (word_in(c->d, x->verb[v].token, WORDS_PASSING)) return true;
    return false;
}

/* `de door Frankrijk geleide missie`: inside a noun phrase, whose article stands before the preposition. */
static bool inside_phrase(const Context *c, const Analysis *a, const Mention *m)
{
    return m->prep > a->first && word_in(c->d, m->prep, WORDS_BY) && word_in(c->d, m->prep - 1, WORDS_ARTICLE);
}

/* `zestig militairen uit Denemarken`, `14 uit Denemarken`, `komen uit Denemarken`: where forces come from; not `een evacuatie van Belgen uit Congo`,
 * `haalde 250 mensen op uit Soedan`: what they leave. */
static bool is_origin_at(const Context *c, const Analysis *a, const Mention *m, int32_t prep)
{
    if (scope_takes_out(clause_at(&a->clauses, m->first))) return false;
    for (Size i = 0; i < a->force.len; i++) {
        const Force *f = &a->force.item[i];
        if (f->last == prep) return !(f->demonym && !span_equal(f->nation, m->id));
    }
    for (Size i = 0; i < a->numbers.item.len; i++)
        if (a->numbers.item.item[i].last == prep) return true;
    const Clause *x = clause_at(&a->clauses, m->first);
    if (prep == x->first) return true;   /* `Uit Jamaica zijn er 24 agenten` */
    if (clause_has(x, WORDS_TO_COME) && clause_has(x, WORDS_TO_LET)) return false;   /* `laten een schip komen uit Singapore` */
    if (clause_has(x, WORDS_TO_COME) || word_in(c->d, prep - 1, WORDS_COMING_FROM)) return true;
    /* `militairen uit Duitsland, Noorwegen en Denemarken`, `troepen van de VN uit Ghana` */
    return prep > a->first && (mention_at(a, prep - 1, MENTION_COUNTRY) || mention_at(a, prep - 1, MENTION_BODY) || token_is(c->d, prep - 1, "en") || token_is_mark(c->d, prep - 1, ','));
}

static bool is_origin(const Context *c, const Analysis *a, const Mention *m)
{
    return is_origin_at(c, a, m, m->prep);
}

/* A country as acting subject: a bare name or metonym, not behind a preposition; `door Frankrijk` in the passive, `militairen uit Tsjaad` unless they leave it. */
bool giver_acts(const Context *c, const Analysis *a, const Mention *m)
{
    /* an organisation gives where it is the subject of an act of giving; mostly it asks, decides and leads */
    if (giver_is_organisation(m->id)) {
        uint64_t classes = clause_at(&a->clauses, m->first)->classes;
        bool asks = classes & (VC(REQUEST) | VC(SAY) | VC(DECIDE) | VC(APPROVE) | VC(COMMAND));
        bool has = clause_has(clause_at(&a->clauses, m->first), WORDS_TO_HAVE) && !(classes & (VC(DEPLOY) | VC(WITHDRAW) | VC(REMAIN)));   /* `wil er 3.700 man hebben`: how big it is to be */
        return m->prep < 0 && m->kind == MENTION_COUNTRY && span_is(m->id, "EU") && !asks && !has && (classes & (VC(DEPLOY) | VC(WITHDRAW) | VC(REMAIN) | VC(EXTEND) | VC(WANT)));
    }
    bool name = m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM || m->kind == MENTION_DEMONYM || m->kind == MENTION_NEIGHBOUR || m->kind == MENTION_OWN;
    if (!name || !giver_can(m->id) || in_place_of(c, a, m) || (m->kind == MENTION_COUNTRY && mention_in_mission(a, m)) || is_threat(c, a, m) || scope_receives(c, a, m) || did_else(c, a, m) || inside_phrase(c, a, m)) return false;
    if (scope_is_entered(c, a, m) || scope_is_place_of(c, a, m)) return false;
    int32_t listed = m->prep < 0 && m->kind == MENTION_COUNTRY ? scope_place_prep(c, a, m) : -1;
    /* `trekt zich terug uit Tsjaad, Libanon en Syrië` */
    if (listed >= 0 && token_is(c->d, listed, "uit") && !is_origin_at(c, a, m, listed)) return false;
    if (listed >= 0 && !word_in(c->d, listed, WORDS_GIVER) && (word_in(c->d, listed, WORDS_WHERE) || word_in(c->d, listed, WORDS_WHERE_WEAK))) return false;
    if (m->kind == MENTION_OWN && m->last - m->first == 1 && !(function_of(a, m->first) & FC(PRON))) return scope_prep(c, m, WORDS_BY_OR_OF) || m->prep < 0;
    if (m->kind == MENTION_COUNTRY && (m->prep < 0 || token_is(c->d, m->prep, "van") || token_is(c->d, m->prep, "uit")) && !scope_heads(c, a, m) && !scope_receives(c, a, m) && scope_says_where(c, a, m)) return false;
    if (m->prep < 0 || scope_is_concerned(c, a, m)) return true;
    if (token_is(c->d, m->prep, "door") && passes_through(c, a, m)) return false;
    bool moved = m->last < a->last && token_is(c->d, m->last, "naar");   /* `verplaatsen militairen uit Duitsland naar Polen` */
    if (moved && token_is(c->d, m->prep, "van")) return false;   /* `verplaatst 20 man van Irak naar Koeweit` */
    if (token_is(c->d, m->prep, "uit") && (moved || mention_at(a, m->prep - 1, MENTION_NONFORCE))) return false;
    if (token_is(c->d, m->prep, "uit") && !is_origin(c, a, m)) return false;
    return scope_prep(c, m, WORDS_BY) || (scope_prep(c, m, WORDS_GIVER_NAME) && m->kind != MENTION_METONYM);
}

/* Whether a giver in clause `from` can be the subject of clause `to`: the same, one that it hangs on, or the clause before a bare `en`. */
static bool reaches(const Context *c, const Analysis *a, int32_t from, int32_t to)
{
    if (from == to) return true;
    int hops = 0;
    for (int32_t p = a->clauses.clause.item[to].parent; p >= 0 && hops < 6; p = a->clauses.clause.item[p].parent, hops++)
        if (p == from) return true;
    const Clause *x = &a->clauses.clause.item[to], *y = &a->clauses.clause.item[from];
    bool joined = x->kind == CLAUSE_MAIN && y->kind == CLAUSE_MAIN && y->first < x->first && (function_of(a, x->first) & FC(COORD));
    bool listed = y->first < x->first && x->verbs == 0;
    (void)c;
    return joined || listed;
}

static int giver_rank(const Context *c, const Analysis *a, const Mention *m, const Force *f, int32_t at, int32_t clause)
{
    int rank = 100;
    int32_t distance = m->first > at ? m->first - at : at - m->last;
    rank -= distance > 60 ? 60 : distance;
    if (a->clauses.of[m->first - a->first] == clause) rank += 60;
    if (m->prep < 0) rank += 25;
    if (m->first > at && m->prep >= 0 && scope_prep(c, m, WORDS_OUT_OF) && m->prep <= at + 2) rank += 40;
    if (m->first > at && m->prep < 0) rank -= 30;
    if (f && m->last == f->first && m->prep < 0) rank += 60;
    if (m->kind == MENTION_DEMONYM && m->first > at) rank -= 20;
    if (m->first > at && scope_is_concerned(c, a, m)) rank -= 100;
    if (m->prep >= 0 && scope_prep(c, m, WORDS_OUT_OF) && m->first > at + 4) rank -= 40;
    return rank;
}

/* `Denemarken steunt Zweden met veertig man`, `De Denen geven de Zweden twee helikopters`: a state right behind a verb that another one opens the clause before. */
static bool is_acted_on(const Analysis *a, const Mention *m)
{
    const Clause *x = clause_at(&a->clauses, m->first);
    if (m->prep >= 0 || x->kind != CLAUSE_MAIN || x->verbs != 1 || x->verb[0].form != FORM_FINITE) return false;
    int32_t verb = x->verb[0].token, first = m->first - ((function_of(a, m->first - 1) & FC(DET)) != 0);
    for (Size i = 0; first == verb + 1 && i < a->mention.len; i++) {
        const Mention *n = &a->mention.item[i];
        bool who = n->kind == MENTION_COUNTRY || n->kind == MENTION_DEMONYM || n->kind == MENTION_METONYM || n->kind == MENTION_OWN;
        if (who && n->prep < 0 && n->last == verb && n->first <= x->first + 1 && giver_can(n->id) && !span_equal(n->id, m->id)) return true;
    }
    return false;
}

/* `de Deense missie in Mali, waaraan zestig man deelnemen`: the people whose mission the relative clause `x` tells of; or NULL. */
static const Mention *whose_mission(const Context *c, const Analysis *a, const Clause *x)
{
    enum { REACH = 7 };
    if (x->kind != CLAUSE_RELATIVE || x->opener < 0 || !word_in(c->d, x->opener, WORDS_IN_WHICH)) return NULL;
    for (int32_t i = x->opener - 1; i > a->first && i > x->opener - REACH; i--) {
        if (!mention_at(a, i, MENTION_ACTNOUN)) continue;
        const Mention *whose = mention_at(a, i - 1, MENTION_ADJECTIVE);
        return whose && whose->id.len == 2 && giver_can(whose->id) ? whose : NULL;
    }
    return NULL;
}

/* The token behind what a relative clause that opens at `opener` may stand for: before its comma, and before the particle or verb there: `lost de Britten af, die`. */
static int32_t behind_antecedent(const Context *c, const Analysis *a, int32_t opener)
{
    int32_t i = opener;
    if (i - 1 > a->first && token_is_mark(c->d, i - 1, ',')) i--;
    for (bool verb = true; verb && i - 1 > a->first && i < opener;) {
        verb = phrase_verb(a, i - 1);
        for (Size k = 0; !verb && k < a->clauses.clause.len; k++)
            for (int v = 0; v < a->clauses.clause.item[k].verbs; v++) verb = verb || a->clauses.clause.item[k].verb[v].particle == i - 1;
        i -= verb;
    }
    return i;
}

/* `Frankrijk, dat ... heeft`: the giver right before a relative clause whose subject it is; `Duitsland, met 980 man`: before an apposition. */
static const Mention *antecedent(const Context *c, const Analysis *a, int32_t clause, int32_t at)
{
    const Clause *x = &a->clauses.clause.item[clause];
    /* `Polen, dat het gebied leidt en er met 2400 man zit` */
    if (clause > 0 && x->kind != CLAUSE_RELATIVE && x[-1].kind == CLAUSE_RELATIVE && (function_of(a, x->first) & FC(COORD)) && x->verbs && x->verb[0].token > at) x--;
    int32_t opener = x->kind == CLAUSE_RELATIVE && x->opener >= 0 && (token_is(c->d, x->opener, "die") || token_is(c->d, x->opener, "dat")) ? x->opener : -1;
    for (int32_t i = at; opener < 0 && i > a->first && i > at - 5; i--)
        if (token_is(c->d, i, "met")) opener = i;
    if (opener < 0) return whose_mission(c, a, x);
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool who = m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM || m->kind == MENTION_DEMONYM;
        bool relative = !token_is(c->d, opener, "met");
        if (!who || !giver_can(m->id) || (!relative && is_acted_on(a, m))) continue;
        if (relative && m->prep < 0 && m->last == behind_antecedent(c, a, opener)) return m;
        /* `met honderd en Luxemburg met een ploeg van 22`: a part of its own */
        bool own = m->first > a->first && (function_of(a, m->first - 1) & FC(COORD)) && m->last == opener;
        if (token_is(c->d, opener, "met") && m->prep >= 0 && !own && !word_in(c->d, m->prep, WORDS_GIVER_APPOSED)) continue;
        if (token_is(c->d, opener, "die") && m->prep >= 0 && word_in(c->d, m->prep, WORDS_WHERE_SURE)) continue;
        bool mark = m->last == opener - 1 && token_is_mark(c->d, m->last, ',');
        if (m->last == opener || mark) return m;
    }
    return NULL;
}

static bool mark_between(const Context *c, int32_t first, int32_t last)
{
    for (int32_t i = first; i < last; i++)
        if (c->d->tokens.item[i].kind == TOKEN_PUNCT) return true;
    return false;
}

/* `zou deelnemen aan de Amerikaanse operatie`: a mission of the people `m` that somebody joins. */
static bool joins_mission_of(const Context *c, const Analysis *a, const Mention *m)
{
    int32_t i = m->first - 1;
    if (i > a->first && (function_of(a, i) & FC(DET))) i--;
    return i >= a->first && token_is(c->d, i, "aan") && (clause_at(&a->clauses, m->first)->classes & (VC(SERVE) | VC(CONTRIBUTE)));
}

/* Whose act an act noun at `at` is: `de Belgische deelname`, `de inzet van ons land`. */
static const Mention *of_act_noun(const Context *c, const Analysis *a, int32_t at)
{
    const Mention *noun = mention_at(a, at, MENTION_ACTNOUN);
    const Mention *phrase = mention_at(a, at, MENTION_MISSION);
    if (!noun && !phrase) return antecedent(c, a, a->clauses.of[at - a->first], at);
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool before = (m->kind == MENTION_ADJECTIVE || m->kind == MENTION_OWN) && m->last <= at && at - m->last <= 3 && giver_can(m->id) && !mark_between(c, m->last, at);
        bool behind = (m->kind == MENTION_COUNTRY || m->kind == MENTION_OWN || m->kind == MENTION_METONYM) && giver_can(m->id) && m->prep == at + 1 && token_is(c->d, at + 1, "van");
        if (m->kind == MENTION_ADJECTIVE && joins_mission_of(c, a, m)) continue;
        /* `De Belgische missie in Benin`: the phrase of the mission opens with whose it is */
        if (phrase && m->kind == MENTION_ADJECTIVE && m->first == at && m->last < phrase->last && giver_can(m->id) && !giver_is_organisation(m->id)) return m;
        /* `de missie van de Europese Unie`: whose mission, not whose part in it */
        if (behind && giver_is_organisation(m->id) && (!noun || (verb_classes(noun->entry) & VC(MISSION)))) continue;
        if (before || behind) return m;
    }
    return NULL;
}

/* `België steunt de Franse operatie met twee C-130's`: another state is the subject of the clause. */
static bool supports(const Context *c, const Analysis *a, const Mention *who, int32_t clause)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool state = (m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM || m->kind == MENTION_DEMONYM || m->kind == MENTION_OWN) && giver_can(m->id);
        if (state && m->prep < 0 && a->clauses.of[m->first - a->first] == clause && !span_equal(m->id, who->id) && giver_acts(c, a, m)) return true;
        /* `Het kabinet steunt de Franse operatie met dertig genisten`: one's own, without a nation of its own before it */
        bool body = m->kind == MENTION_BODY && (lexicon_has(m->entry, "kind", "cabinet") || lexicon_has(m->entry, "kind", "ministry"));
        bool named = m->id.len || (m->first > a->first && mention_at(a, m->first - 1, MENTION_ADJECTIVE));
        if (body && !named && m->prep < 0 && a->clauses.of[m->first - a->first] == clause && !span_equal(who->id, c->reading->country)) return true;
    }
    return false;
}

/* `een Deense bijdrage van 200 man`, `de Duitse deelname aan de missie met zes toestellen`, `De Deense deelname bestaat uit 200 man`: whose act it is that forces
 * are told of; or NULL. A mission is nobody's own: forces that join the French one may be anybody's. */
static const Mention *of_act_told(const Context *c, const Analysis *a, const Force *f, int32_t clause)
{
    enum { BETWEEN = 2 };
    const uint64_t ACTS = VC(CONTRIBUTION) | VC(CONTRIBUTE) | VC(DEPLOY) | VC(OFFER) | VC(EXTEND) | VC(ENLARGE) | VC(REDUCE) | VC(WITHDRAW) | VC(RETURN) | VC(ARRIVE) | VC(DEPART) | VC(SUSPEND) | VC(RESUME) | VC(END) | VC(SERVE) | VC(MANDATE);
    const Mention *best = NULL;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (m->kind != MENTION_ACTNOUN || m->last > f->first || a->clauses.of[m->first - a->first] != clause) continue;
        bool theirs = f->prep >= m->last && f->prep - m->last <= BETWEEN && word_in(c->d, f->prep, WORDS_ACT_OF);
        bool told = m->prep < 0 && (verb_classes(m->entry) & ACTS) && !(verb_classes(m->entry) & VC(MISSION));
        const Mention *who = theirs || told ? of_act_noun(c, a, m->first) : NULL;
        bool mission = verb_classes(m->entry) & VC(MISSION);
        if (who && mission && supports(c, a, who, clause)) continue;
        if (who) best = who;
    }
    return best;
}

/* `Met 14 man is de Deense bijdrage bescheiden`, `De Deense bijdrage aan de missie: 14 man`: whose contribution is told right behind the forces that open a clause, or before the
 * colon of a line without a verb; or NULL. */
static const Mention *of_contribution(const Context *c, const Analysis *a, const Force *f, int32_t clause)
{
    const Clause *x = &a->clauses.clause.item[clause];
    bool opens = f->prep >= 0 && f->prep == x->first && token_is(c->d, f->prep, "met") && (x->classes & VC(BE)) && !(x->classes & ~(VC(BE) | VC(AUX)));
    bool line = f->first > a->first && token_is_mark(c->d, f->first - 1, ':') && !x->verbs && clause > 0 && !x[-1].verbs;
    for (Size i = 0; (opens || line) && f->quantity.some && i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (m->kind != MENTION_ACTNOUN || m->prep >= 0 || !(verb_classes(m->entry) & VC(CONTRIBUTION))) continue;
        bool here = line ? m->last < f->first : m->first > f->last && clause_at(&a->clauses, m->first) == x;
        const Mention *who = here ? of_act_noun(c, a, m->first) : NULL;
        if (who) return who;
    }
    return NULL;
}

/* `Met veertig infanteristen en twaalf instructeurs`: the preposition before the phrase or the one that it is joined to. */
static int32_t list_prep(const Analysis *a, const Force *f)
{
    for (Size i = 0; f->prep < 0 && i < a->force.len; i++) {
        const Force *o = &a->force.item[i];
        if (o->last == f->first - 1 && (function_of(a, o->last) & FC(COORD)) && o->asset == f->asset) return o->prep;
    }
    return f->prep;
}

/* `Een chirurgisch team staat de Amerikanen bij`, `Chinooks met 120 man gaan Frankrijk vervangen`: what forces before the verb do to somebody. */
static bool is_object(const Analysis *a, const Mention *m, const Force *f, int32_t clause)
{
    const Clause *x = &a->clauses.clause.item[clause];
    int32_t prep = f ? list_prep(a, f) : -1;
    bool relieves = (x->classes & VC(RELIEVE)) && prep > x->first + 1;   /* not `Met 120 man lossen de Denen de Belgen af` */
    if (!f || (prep >= 0 && !relieves) || m->prep >= 0 || x->passive || f->last > m->first || x->kind != CLAUSE_MAIN) return false;
    if (x->classes & (VC(DEPLOY) | VC(OFFER) | VC(WITHDRAW) | VC(WANT))) return false;
    for (int v = 0; v < x->verbs; v++)
        if (x->verb[v].form == FORM_FINITE && x->verb[v].token >= f->last && x->verb[v].token < m->first) return true;
    return false;
}

/* `Duitsland helpt de Fransen met drie vliegtuigen`: behind a verb of helping, and another is its subject. */
static bool is_helped(const Analysis *a, const Mention *m)
{
    const Clause *x = clause_at(&a->clauses, m->first);
    const Verb *v = x->verbs && x->verb[0].form == FORM_FINITE ? &x->verb[0] : NULL;
    if (!v || m->prep >= 0 || m->first <= v->token || x->passive || !lemma_in(WORDS_TO_HELP, lexicon_field(v->verb, "lemma"))) return false;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *n = &a->mention.item[i];
        bool who = n->kind == MENTION_COUNTRY || n->kind == MENTION_METONYM || n->kind == MENTION_DEMONYM || n->kind == MENTION_OWN;
        if (who && n->prep < 0 && n->last == v->token && !span_equal(n->id, m->id)) return true;
    }
    return false;
}

/* `om helikopters te sturen als Nederland stopt`, `in Gao waar ook de Duitsers zijn`: no subject of the clause that it stands in. */
static bool is_elsewhere(const Context *c, const Analysis *a, const Mention *m, int32_t at)
{
    const Clause *x = clause_at(&a->clauses, m->first);
    if (x->kind == CLAUSE_INFINITIVE && x->tense == TENSE_INFINITIVE && m->prep < 0 && m->kind != MENTION_OWN) return true;
    for (int32_t i = at + 1; i < m->first; i++)
        if (word_in(c->d, i, WORDS_SPLITS)) return true;
    return false;
}

/* Whether the item names the country so often that it is where things happen. */
static bool often_theatre(const Context *c, Span id)
{
    enum { OFTEN = 3 };
    for (int t = 0; t < c->hosts.count; t++)
        if (span_equal(c->hosts.id[t], id)) return c->hosts.weight[t] >= OFTEN;
    return false;
}

/* `De para's werden afgelost door een compagnie uit Tsjaad`: who comes in the place of the forces before the verb. */
static bool is_relieved(const Context *c, const Analysis *a, const Force *f, const Mention *m)
{
    const Clause *x = clause_at(&a->clauses, f->head);
    if (!x->passive || !(x->classes & (VC(RELIEVE) | VC(TAKE_OVER))) || f->prep >= 0 || m->first < f->last) return false;
    for (int32_t i = f->last; i < m->first; i++)
        if (word_in(c->d, i, WORDS_BY)) return true;
    return false;
}

/* `Met 9.500 man vormen de Britten het op een na grootste contingent`: the subject right behind the verb of a clause that opens with its forces. */
static bool is_inverted(const Context *c, const Analysis *a, const Mention *m, const Force *f)
{
    const Clause *x = clause_at(&a->clauses, f->head);
    int32_t first = m->first - ((function_of(a, m->first - 1) & FC(DET)) != 0);
    int32_t prep = list_prep(a, f);
    if (prep < 0 || !token_is(c->d, prep, "met") || prep > x->first + 1 || x->passive) return false;
    for (int v = 0; v < x->verbs; v++)
        if (x->verb[v].form == FORM_FINITE && x->verb[v].token == first - 1 && x->verb[v].token > f->last - 1) return true;
    return false;
}

/* `leveren na de Amerikanen en de Duitsers de meeste troepen`: who gives more. */
static bool after_others(const Context *c, const Analysis *a, const Mention *m)
{
    if (m->kind != MENTION_DEMONYM && m->kind != MENTION_COUNTRY) return false;
    for (int32_t i = m->first - 1; i >= a->first && i >= m->first - 5; i--) {
        if (token_is(c->d, i, "na")) return true;
        bool joint = (function_of(a, i) & (FC(DET) | FC(COORD))) || mention_at(a, i, MENTION_DEMONYM) || mention_at(a, i, MENTION_COUNTRY) || token_is_mark(c->d, i, ',');
        if (!joint) return false;
    }
    return false;
}

/* `bood president Trump 20.000 soldaten aan`, `heeft de Fransen honderd man toegezegd`: to whom another gives, right before the forces. */
static bool is_recipient(const Context *c, const Analysis *a, const Mention *m, const Force *f)
{
    enum { NAME = 2 };
    const Clause *x = clause_at(&a->clauses, m->first);
    bool before = f && m->prep < 0 && m->last <= f->first && f->first - m->last <= NAME && x->verbs && x->verb[0].token < m->first;
    for (int32_t i = m->last; before && i < f->first; i++) before = c->d->tokens.item[i].kind == TOKEN_WORD && !function_of(a, i);
    if (!before || !clause_has(x, WORDS_TO_PROMISE_TO)) return false;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *o = &a->mention.item[i];
        bool state = o->kind == MENTION_COUNTRY || o->kind == MENTION_METONYM || o->kind == MENTION_DEMONYM || o->kind == MENTION_BODY;
        if (state && o->prep < 0 && o->last <= x->verb[0].token && clause_at(&a->clauses, o->first) == x && !span_equal(o->id, m->id)) return true;
    }
    return false;
}

/* Whether `m` can be the one who gives in clause `clause`: no host of the mission, unless the sentence opens with it as the one who sends or takes over. */
static bool may_give(const Context *c, const Analysis *a, const Mention *m, const Force *f, int32_t at, int32_t clause, Span mission)
{
    bool head = (m->last < a->last && token_is_mark(c->d, m->last, ':')) && (m->first == a->first || c->d->tokens.item[m->first - 1].kind == TOKEN_PUNCT);
    bool people_behind = f && m->kind == MENTION_DEMONYM && m->first > f->last && m->prep < 0 && !is_inverted(c, a, m, f);
    /* `Estland stuurde mensen om te helpen, Denemarken honderd genisten` */
    bool beside = f && m->last == f->first && m->prep < 0 && f->quantity.some && m->first > a->first && token_is_mark(c->d, m->first - 1, ',');
    if (head || people_behind || is_helped(a, m) || is_acted_on(a, m) || is_object(a, m, f, clause) || giver_is_people_of_forces(a, m) || (is_elsewhere(c, a, m, at) && !beside)) return false;
    uint64_t classes = clause_at(&a->clauses, m->first)->classes;
    bool own = span_equal(m->id, c->reading->country);
    bool subject = m->first == a->first && m->prep < 0 && (classes & (VC(DEPLOY) | VC(OFFER) | VC(TAKE_OVER) | VC(RELIEVE)));
    /* `Griekenland levert een fregat aan Aspides`: a coast of a mission at sea */
    bool coast = mission.len && !span_equal(m->id, mission_host(mission, 0)) && m->prep < 0 && lexicon_has(lexicon_find(TABLE_MISSIONS, mission), "kind", "maritime");
    if (!own && !coast && mission.len && mission_in(mission, m->id) && !(subject && !span_equal(m->id, mission_host(mission, 0)))) return false;
    if (!own && !subject && often_theatre(c, m->id)) return false;
    if (!giver_acts(c, a, m) || (f && m->first >= f->first && m->last <= f->last)) return false;
    if (f && giver_is_organisation(m->id) && (classes & VC(EXTEND))) return false;
    /* `Mocht Parijs erom vragen, dan vertrekt een fregat`: who asks under a condition */
    if (f && !own && (classes & VC(REQUEST)) && clause_at(&a->clauses, m->first)->conditional && a->clauses.of[m->first - a->first] != clause) return false;
    /* `met Amerikanen, Britten en Finnen adviseurs beveiligen`: in whose company it is done */
    if (f && m->kind == MENTION_DEMONYM && m->prep < 0) {
        int32_t listed = scope_place_prep(c, a, m);
        if (listed >= 0 && word_in(c->d, listed, WORDS_COMPANY)) return false;
    }
    if (f && (after_others(c, a, m) || is_recipient(c, a, m, f))) return false;
    int32_t of = a->clauses.of[m->first - a->first];
    if (f && of == clause && is_relieved(c, a, f, m)) return false;
    return (of == clause || m->prep < 0) && reaches(c, a, of, clause);
}

/* The country that acts in the sentence, the nearest to the subject of `clause`; or NULL. */
static const Mention *actor(const Context *c, const Analysis *a, const Force *f, int32_t at, int32_t clause, Span mission)
{
    enum { ENOUGH = 60 };
    const Mention *best = NULL;
    int best_rank = ENOUGH - 1;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (!may_give(c, a, m, f, at, clause, mission)) continue;
        int rank = giver_rank(c, a, m, f, at, clause);
        if (rank > best_rank) best = m, best_rank = rank;
    }
    return best;
}

static Found stated(const Context *c, const Mention *m, const char *rule)
{
    return (Found){m->id, token_range(c->d, m->first, m->last), HOW_STATED, rule};
}

/* `Italië: Rome belooft er 3.000. De eerste duizend gaan dinsdag`: the state that opens the sentence or one before it in its paragraph, in an item that goes from giver to giver. */
static const Mention *heading_giver(const Context *c, const Analysis *a)
{
    enum { REACH = 4 };
    int32_t paragraph = c->d->sentences.item[a->sentence].paragraph;
    for (int32_t s = a->sentence; s >= c->first_sentence && a->sentence - s < REACH && c->d->sentences.item[s].paragraph == paragraph; s--) {
        const Mention *m = c->read[s - c->first_sentence] ? context_head(c, &c->analysis[s - c->first_sentence]) : NULL;
        if (m) return giver_can(m->id) ? m : NULL;
    }
    return NULL;
}

/* `Rusland, waarvan gisteren een colonne uit Bosnië opdook`: the state whose forces the relative clause tells of; or NULL. */
static const Mention *whose_relative(const Context *c, const Analysis *a, int32_t clause)
{
    const Clause *x = &a->clauses.clause.item[clause];
    if (x->kind != CLAUSE_RELATIVE || x->opener <= a->first || !token_is(c->d, x->opener, "waarvan") || !token_is_mark(c->d, x->opener - 1, ',')) return NULL;
    const Mention *m = mention_at(a, x->opener - 2, MENTION_COUNTRY);
    return m && m->prep < 0 && giver_can(m->id) && !scope_says_where(c, a, m) ? m : NULL;
}

Found scope_giver(const Context *c, const Analysis *a, const Force *f, int32_t at, int32_t clause, Span mission, const Carry *carry)
{
    const Mention *who = f && !f->nation.len ? whose_relative(c, a, clause) : NULL;
    if (who) return stated(c, who, "country before the relative clause");
    Found near = f ? giver_of_forces(c, a, f, clause, mission) : (Found){.how = HOW_NONE};
    if (near.id.len) return near;
    who = f ? antecedent(c, a, clause, at) : of_act_noun(c, a, at);
    if (who) return stated(c, who, f ? "country before the relative clause" : "whose act it is");
    who = c->by_state ? heading_giver(c, a) : f ? giver_of_line(c, a, f, clause) : NULL;
    if (who) return stated(c, who, "state that the line is about");
    who = f ? of_act_told(c, a, f, clause) : NULL;
    if (!who && f) who = of_contribution(c, a, f, clause);
    if (who && !span_equal(who->id, c->reading->country)) return stated(c, who, "whose act it is");
    /* `De NAVO, onder wier vlag 37 landen met 36.000 man dienen, vroeg Nederland te blijven` */
    bool inner = f && a->clauses.clause.item[clause].kind == CLAUSE_RELATIVE;
    if (inner && giver_states_together(c, a, f, clause, &who)) return who ? stated(c, who, "named among the states that act") : (Found){.how = HOW_NONE};
    bool others = false;
    who = giver_asked(c, a, at, clause, &others);
    if (who) return stated(c, who, "country that is asked");
    if (others) return (Found){.how = HOW_NONE};
    if (giver_asks_for(c, a, f, clause)) {
        bool own = c->own && c->reading->country.len;
        return own ? (Found){c->reading->country, NO_RANGE, HOW_DEFAULTED, "country of the publisher, where another asks"} : (Found){.how = HOW_NONE};
    }
    /* `Ze worden afgelost door Noren`: a pronoun that is the subject already */
    who = f && f->pronoun ? NULL : actor(c, a, f, at, clause, mission);
    if (who) return stated(c, who, "country that acts in the sentence");
    const Force *whole = f ? giver_forces_before(c, a, f, clause) : NULL;
    if (!whole && f && f->elided && f->quantity.some) whole = giver_lent_from(a, f);
    if (whole && whole->head < f->head) return scope_giver(c, a, whole, whole->head, a->clauses.of[whole->head - a->first], mission, carry);
    bool nobody = false;
    Found organisation = f ? giver_organisation(c, a, f, clause, &nobody) : (Found){.how = HOW_NONE};
    if (organisation.id.len || nobody) return organisation;
    Found members = giver_members_asked(c, a, clause);
    if (members.id.len) return members;
    bool together = giver_states_together(c, a, f, clause, &who);
    if (together) return who ? stated(c, who, "named among the states that act") : members;
    const Force *of = f ? giver_whole_before(c, a, f) : NULL;
    if (of) return (Found){of->nation, of->nation_at, HOW_STATED, "forces that they are a part of"};
    who = f ? giver_of_act_before(c, a, f, clause) : NULL;
    if (who) return stated(c, who, "people whose act it is");
    Found on = f ? giver_counted_on(c, a, f, carry) : (Found){0};
    if (on.id.len) return on;
    return giver_unsaid(c, a, at, clause, mission, carry);
}
