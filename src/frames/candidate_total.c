/* Whether the number of a phrase is that of a whole mission, of many states, of others: a total, nobody's own. */
#include "frames/candidate.h"

#include "frames/candidate_whole.h"
#include "frames/giver.h"
#include "lexicon/wordlist.h"

bool candidate_word_among(const Candidate *k, int32_t first, int32_t last, WordList list)
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
        if (x->last - 1 == i && x->prep != x->first && (x->kind == MENTION_MISSION || marker_is(x, "mission_anaphor"))) return true;
    }
    return false;
}

/* `het mandaat van de 80 mariniers`, `de missie met 80 mariniers` without a name: what a country calls the mission of its own few. */
static bool is_own_mission(const Candidate *k, int32_t i)
{
    enum { FEW = 250 };
    if (word_in(k->c->d, i, WORDS_MANDATE)) return true;
    for (Size m = 0; m < k->a->mention.len; m++)
        if (k->a->mention.item[m].last - 1 == i && k->a->mention.item[m].kind == MENTION_MISSION) return false;
    bool few = k->f->asset == ASSET_PERSONNEL || k->f->asset == ASSET_AIRCRAFT || k->f->asset == ASSET_HELICOPTER;
    return k->c->own && few && k->f->quantity.some && k->f->quantity.known && k->f->quantity.high <= FEW;
}

/* `UNMISS heeft een mandaat en beschikt over 6.800 militairen`: the clause opens with its verb and goes on about the mission that the one before has as subject. */
static bool goes_on_about_mission(const Candidate *k)
{
    if (k->clause == 0) return false;
    const Clause *c = candidate_clause(k), *before = c - 1;
    bool opens = c->verbs && c->verb[0].token == c->first + 1 && (function_of(k->a, c->first) & FC(COORD));
    for (Size m = 0; opens && before->verbs && m < k->a->mention.len; m++) {
        const Mention *x = &k->a->mention.item[m];
        bool mission = x->kind == MENTION_MISSION || marker_is(x, "mission_anaphor");
        if (mission && x->prep < 0 && x->last <= before->verb[0].token && k->a->clauses.of[x->first - k->a->first] == k->clause - 1) return true;
    }
    return false;
}

/* Whether token `i` is a noun for some mission that is nobody's own: `een kleine missie`; not `een Nederlandse missie`. */
static bool names_any_mission(const Candidate *k, int32_t i)
{
    enum { ADJECTIVES = 3 };
    const Mention *noun = mention_at(k->a, i, MENTION_ACTNOUN);
    if (!noun || !(verb_classes(noun->entry) & VC(MISSION)) || k->claim.proof[FIELD_CONTRIBUTOR].how == HOW_STATED) return false;
    for (Size m = 0; m < k->a->mention.len; m++) {
        const Mention *x = &k->a->mention.item[m];
        if ((x->kind == MENTION_ADJECTIVE || x->kind == MENTION_OWN) && x->last <= i && i - x->last < ADJECTIVES) return false;
    }
    return true;
}

/* Whether the clause speaks of states by number or kind: `23 lidstaten`, `een twaalftal landen`. */
static bool names_states(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    for (int32_t i = c->first; i < c->last; i++)
        if (word_in(k->c->d, i, WORDS_STATES)) return true;
    return false;
}

/* `37 landen met een kleine 36.000 militairen`: right behind states that are only counted. */
static bool are_of_counted_states(const Candidate *k)
{
    enum { REACH = 3 };
    int32_t with = k->f->prep;
    if (!k->f->quantity.some || with <= k->a->first || !token_is(k->c->d, with, "met") || k->claim.proof[FIELD_CONTRIBUTOR].how == HOW_STATED) return false;
    for (int32_t i = with - 1; i > k->a->first && i >= with - REACH; i--)
        if (word_in(k->c->d, i, WORDS_STATES)) return true;
    return false;
}

/* `Het multinationale bataljon telt 1000 man`: forces of no one state before the phrase in its clause. */
static bool counts_many_states(const Candidate *k)
{
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        if (o->prep < 0 && o->last <= k->f->first && candidate_in_clause(k, o->head) && candidate_word_among(k, o->first, o->head, WORDS_NO_ONE_STATE)) return true;
    }
    return false;
}

/* `leidt een vlootverband van vijf schepen`, `voegt zich bij een eskader van vier schepen`: how big the whole is. */
static bool counts_fleet(const Candidate *k)
{
    int32_t van = k->f->prep;
    if (van <= k->a->first || !token_is(k->c->d, van, "van")) return false;
    /* `leidt een internationale groep van duizend soldaten` */
    bool group = k->f->asset == ASSET_PERSONNEL && (candidate_clause(k)->classes & VC(COMMAND)) && candidate_word_among(k, van - 3 < k->a->first ? k->a->first : van - 3, van, WORDS_NO_ONE_STATE);
    if (group) return true;
    if (k->f->asset != ASSET_SHIP || !word_in(k->c->d, van - 1, WORDS_FLEET)) return false;
    int32_t i = van - 2;
    while (i > k->a->first && !(function_of(k->a, i) & FC(PREP)) && van - i < 5) i--;
    return (candidate_clause(k)->classes & VC(COMMAND)) || (function_of(k->a, i) & FC(PREP));
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

static uint64_t speaking_classes(const Candidate *k)
{
    uint64_t classes = 0;
    for (Size i = 0; i < k->a->clauses.clause.len; i++)
        if (candidate_speaks(k, k->a->clauses.clause.item[i].first)) classes |= k->a->clauses.clause.item[i].classes;
    return classes;
}

/* `de troepenmacht moet zijn teruggebracht tot 2500 man`, `breidde de missie uit van 600 naar 1100 man`: what a mission grows or shrinks to. */
static bool counts_mission(const Candidate *k)
{
    const Force *f = k->f;
    bool turns = speaking_classes(k) & (VC(ENLARGE) | VC(REDUCE)), number = f->prep >= 0 && (word_in(k->c->d, f->prep, WORDS_UP_TO) || word_in(k->c->d, f->prep, WORDS_OF));
    bool state = k->claim.proof[FIELD_CONTRIBUTOR].how == HOW_STATED && k->claim.contributor.len == 2 && !span_is(k->claim.contributor, "EU") && !span_is(k->claim.contributor, "UN");
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

/* `Belgen en Noren dienen in de eenheid, die 1200 man telt`: several peoples in the clause that the relative one hangs on. */
static bool counts_many_peoples(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    Span one = {0};
    if (c->kind != CLAUSE_RELATIVE || c->parent < 0) return false;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool people = (m->kind == MENTION_DEMONYM || m->kind == MENTION_COUNTRY) && m->prep < 0 && m->id.len == 2;
        if (!people || k->a->clauses.of[m->first - k->a->first] != c->parent) continue;
        if (one.len && !span_equal(one, m->id)) return true;
        one = m->id;
    }
    return false;
}

/* `Van de 3400 militairen heeft Frankrijk er 1700 geleverd`: all of whom somebody's are a part. */
static bool is_whole_of_parts(const Candidate *k)
{
    const Force *f = k->f;
    const Document *d = k->c->d;
    if (f->prep < 0 || f->prep != k->a->first || !token_is(d, f->prep, "van") || !f->quantity.some || !f->definite) return false;
    bool other = false, part = false;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if (m->kind != MENTION_COUNTRY || m->first <= f->last) continue;
        /* `komen er 150 uit Nederland`, but `keren er 150 terug uit Mali` */
        bool from = m->prep >= 0 && token_is(d, m->prep, "uit") && !scope_says_where(k->c, k->a, m);
        const Clause *x = clause_at(&k->a->clauses, m->first);
        bool gives = m->prep < 0 && x->kind == CLAUSE_MAIN && (x->classes & (VC(CONTRIBUTE) | VC(DEPLOY))) && !(x->classes & VC(WITHDRAW));
        other = other || from || gives || (m->prep < 0 && !span_equal(m->id, k->c->reading->country));
    }
    for (Size i = 0; i < k->a->force.len; i++) part = part || (k->a->force.item[i].first > f->last && k->a->force.item[i].quantity.some && k->a->force.item[i].elided);
    return other && part;
}

/* `De NAVO heeft nog 4.000 militairen in Kosovo`: of an alliance, where no state is named. */
static bool is_of_alliance(const Candidate *k)
{
    const uint64_t TALK = VC(REQUEST) | VC(WANT) | VC(SAY) | VC(WEIGH) | VC(APPROVE) | VC(OFFER);
    if (k->f->definite || k->f->nation.len || k->f->elided || k->claim.proof[FIELD_CONTRIBUTOR].how == HOW_STATED) return false;
    int32_t of = k->clause;
    for (int hops = 0; of >= 0 && hops < 3; hops++, of = k->a->clauses.clause.item[of].parent) {
        const Clause *c = &k->a->clauses.clause.item[of];
        if (c->head_classes & TALK) return false;
        for (Size i = 0; i < k->a->mention.len; i++) {
            const Mention *m = &k->a->mention.item[i];
            bool alliance = m->kind == MENTION_COUNTRY && (span_is(m->id, "NATO") || span_is(m->id, "UN"));
            if (alliance && m->prep < 0 && m->last <= k->f->first && k->a->clauses.of[m->first - k->a->first] == of) return true;
        }
    }
    return false;
}

/* Whether `m` stands behind a noun of size: `de sterkte van KFOR`, `de omvang van die kleine missie`. */
static bool is_sized(const Candidate *k, const Mention *m)
{
    enum { REACH = 3 };
    for (int32_t t = m->first - 1; t > k->a->first && t >= m->first - REACH; t--)
        if (word_in(k->c->d, t, WORDS_OF) && word_in(k->c->d, t - 1, WORDS_SIZE)) return true;
    return false;
}

/* `Unmiss heeft een sterkte van 7.000 militairen`, `De sterkte van KFOR is 6.250 man`, `De troepenmacht begon met 900 militairen`: the mission is what
 * the clause counts. */
static bool is_size_of_mission(const Candidate *k)
{
    const Force *f = k->f;
    const Document *d = k->c->d;
    const Clause *c = candidate_clause(k);
    bool has = f->prep > k->a->first && word_in(d, f->prep, WORDS_OF) && word_in(d, f->prep - 1, WORDS_SIZE), begins = false, said = k->claim.proof[FIELD_CONTRIBUTOR].how == HOW_STATED;
    if (!f->quantity.some) return false;
    for (int v = 0; v < c->verbs; v++) begins = begins || word_in(d, c->verb[v].token, WORDS_STARTING);
    begins = begins && f->prep >= 0 && token_is(d, f->prep, "met");
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool named = m->kind == MENTION_MISSION, before = m->last <= f->first, here = candidate_in_clause(k, m->first);
        if (named && ((has && here && m->prep < 0) || (before && is_sized(k, m)))) return true;
        if (!before || !here || said || !(names_mission(k, m->last - 1) || names_any_mission(k, m->last - 1))) continue;
        if ((begins && m->prep < 0) || (is_sized(k, m) && (f->prep < 0 || word_in(d, f->prep, WORDS_ACCORDING) || word_in(d, f->prep, WORDS_UP_TO)))) return true;
    }
    return false;
}

/* `Operatie Irini heeft twee schepen (tot haar beschikking)`, `waren actief naast vier vliegtuigen`: what a mission has, by nobody's name. */
static bool is_at_disposal(const Candidate *k)
{
    const Force *f = k->f;
    if (!f->quantity.some || k->claim.proof[FIELD_CONTRIBUTOR].how == HOW_STATED) return false;
    const Clause *c = candidate_clause(k);
    bool has = c->kind == CLAUSE_MAIN && c->verbs == 1 && (word_in(k->c->d, c->verb[0].token, WORDS_OWNING) || word_in(k->c->d, c->verb[0].token, WORDS_DISPOSING)), disposal = has;
    for (int v = 1; v < c->verbs; v++)   /* `heeft een mandaat tot juli en beschikt over 6.800 militairen` */
        disposal = disposal || (f->prep >= 0 && c->verb[v].token == f->prep - 1 && word_in(k->c->d, c->verb[v].token, WORDS_DISPOSING));
    for (int32_t i = f->last; i < k->a->last; i++) disposal = disposal || (word_in(k->c->d, i, WORDS_DISPOSAL) && candidate_in_clause(k, i));
    if (has && goes_on_about_mission(k)) return true;
    for (Size i = 0; disposal && i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool opens = m->first <= c->first + 1 && m->last <= c->verb[0].token;
        if (m->kind == MENTION_MISSION && m->prep < 0 && m->last <= f->first && candidate_in_clause(k, m->first) && (opens || !has)) return true;
    }
    int32_t prep = f->prep;
    for (Size i = 0; prep < 0 && i < k->a->force.len; i++)   /* `naast vier vliegtuigen en een helikopter` */
        if (k->a->force.item[i].last + 1 == f->first && word_in(k->c->d, f->first - 1, WORDS_LIST_JOINT)) prep = k->a->force.item[i].prep;
    for (Size i = 0; prep >= 0 && token_is(k->c->d, prep, "naast") && i < k->a->force.len; i++)
        if (k->a->force.item[i].nation.len && k->a->force.item[i].last <= prep && !span_equal(k->a->force.item[i].nation, k->c->reading->country)) return true;
    return false;
}

/* `de missie van 6.250 man`, `een kleine missie met 40 man` right before the number; not `Duitsland steunt de missie met Eurofighters`, nor a mission of one's own few. */
static bool is_apposed_size(const Candidate *k)
{
    const Force *f = k->f;
    if (f->prep <= k->a->first || !word_in(k->c->d, f->prep, WORDS_APPOSING)) return false;
    if (token_is(k->c->d, f->prep, "met") && k->claim.proof[FIELD_CONTRIBUTOR].how == HOW_STATED) return false;
    int32_t noun = f->prep - (f->prep - 1 > k->a->first && token_is_mark(k->c->d, f->prep - 1, ',') ? 2 : 1);
    const Mention *mission = mention_at(k->a, noun, MENTION_MISSION), *act = mission && mission->prep > k->a->first ? mention_at(k->a, mission->prep - 1, MENTION_ACTNOUN) : NULL;
    bool one = mission && mission->first > k->a->first && token_is(k->c->d, mission->first - 1, "een") && lexicon_has(mission->entry, "kind", "standing");
    if (one && k->claim.proof[FIELD_CONTRIBUTOR].how == HOW_STATED) return false;   /* `Zweden springt bij met een snelle-reactiemacht van 150 man` */
    if (act && (verb_classes(act->entry) & VC(CONTRIBUTION))) return false;   /* `een bijdrage aan UNIFIL van twee officieren` */
    /* `de missie in Mali van 600 man` */
    const Mention *where = token_is(k->c->d, f->prep, "van") ? mention_at(k->a, noun, MENTION_COUNTRY) : NULL;
    if (where && where->prep > k->a->first && scope_says_where(k->c, k->a, where)) noun = where->prep - 1;
    bool is = !(candidate_clause(k)->classes & ~(VC(BE) | VC(AUX) | VC(MODAL)));
    return (names_mission(k, noun) && !is_own_mission(k, noun)) || (is && f->quantity.some && names_any_mission(k, noun));
}

/* `De battlegroup, in totaal 1.200 koppen, wordt geleid door de Duitsers`: behind the words for the mission, between commas. */
static bool is_sum_apposed(const Candidate *k)
{
    int32_t in = k->f->first - 2, comma = in - 1;
    bool all = comma > k->a->first && token_is(k->c->d, in, "in") && word_in(k->c->d, in + 1, WORDS_IN_ALL) && token_is_mark(k->c->d, comma, ',');
    return all && k->f->quantity.some && !k->f->nation.len && names_mission(k, comma - 1);
}

/* `De missie moet 75 waarnemers tellen. Momenteel zijn er twintig ter plaatse`: of the mission whose strength the sentence before tells. */
static bool is_strength_so_far(const Candidate *k)
{
    const Reading *r = k->c->reading;
    if (!k->f->elided || k->claim.proof[FIELD_CONTRIBUTOR].how == HOW_STATED || k->a->sentence == 0 || !r->mission_claims.len) return false;
    int32_t before = k->c->d->sentences.item[k->a->sentence - 1].at.from;
    const MissionClaim *last = &r->mission_claims.item[r->mission_claims.len - 1];
    if (last->what != WHAT_STRENGTH || last->evidence.from != before) return false;
    for (Size i = r->claims.len; i-- > 0 && r->claims.item[i].evidence.from >= before;)
        if (r->claims.item[i].quantity.some && r->claims.item[i].quantity.low > 1) return false;
    return (candidate_clause(k)->classes & (VC(BE) | VC(SERVE) | VC(ARRIVE))) != 0;
}

/* `Onder de 5.000 blauwhelmen zijn ook 100 Belgen`: many of nobody's name, with a nation's own among them. */
static bool has_nation_among(const Candidate *k)
{
    const Force *f = k->f;
    int32_t among = f->prep >= 0 ? f->prep : f->first;   /* `onder de 5.000` may be less than so many */
    if (among != k->a->first || !word_in(k->c->d, among, WORDS_AMONG_ALL) || !word_in(k->c->d, among + 1, WORDS_ARTICLE) || !f->quantity.some || f->nation.len) return false;
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        if (o->first > f->last && o->prep < 0 && o->quantity.some && o->nation.len && o->asset == f->asset && candidate_in_clause(k, o->head)) return true;
    }
    return false;
}

/* `De landen leveren samen 900 man`, `Samen hebben ze 900 man`. */
static bool counts_together(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    if (!k->f->quantity.some || !candidate_word_among(k, c->first, c->last, WORDS_TOGETHER)) return false;
    return names_states(k) || word_in(k->c->d, c->first, WORDS_THEY) || word_in(k->c->d, c->first + 2, WORDS_THEY);
}

/* A word for a mission that is a part of a phrase of forces. */
static bool in_force(const Candidate *k, const Mention *m)
{
    for (Size i = 0; i < k->a->force.len; i++)
        if (k->a->force.item[i].first <= m->first && m->last <= k->a->force.item[i].last) return true;
    return false;
}

/* `De missie telt 1.200 man`: a mission, an eenheid of many, or a pronoun for one counts. */
static bool counts_whole(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    const Document *d = k->c->d;
    if (!clause_has(candidate_clause(k), WORDS_TO_COUNT)) return false;
    bool pronoun = c->first < k->a->last && (token_is(d, c->first, "ze") || token_is(d, c->first, "zij") || token_is(d, c->first, "die"));
    /* `de compagnie, die 180 man telt` */
    const Force *of = c->kind == CLAUSE_RELATIVE && c->opener > k->a->first ? formation_before(k, c->opener) : NULL;
    if (goes_on_about_mission(k)) return true;
    bool part = candidate_word_among(k, c->first, k->f->first, WORDS_PART);   /* `Ze maken deel uit van een lichting van 125 man` */
    if ((pronoun && k->f->weak && !of && !part) || counts_many_states(k) || counts_mission_before(k) || counts_many_peoples(k)) return true;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool names = m->kind == MENTION_MISSION && !in_force(k, m);   /* not `Patriot-batterijen` */
        bool meant = marker_is(m, "mission_anaphor") && !word_in(k->c->d, m->last - 1, WORDS_OWN_PART);   /* `De inzet omvat 300 man` */
        if ((names || meant) && m->prep < 0 && candidate_in_clause(k, m->first)) return true;
    }
    return false;
}

/* `Er zijn nog 13.000 militairen`, `Bij Minusma dienen 11.000 militairen`: more than the country of the publisher ever gave, there by nobody's name. */
static bool exists_by_thousands(const Candidate *k)
{
    double most = k->f->asset == ASSET_SHIP ? 5 : 3000;
    if (k->f->number < 0 || !k->f->quantity.known || k->f->quantity.low < most) return false;
    How how = k->claim.proof[FIELD_CONTRIBUTOR].how;
    bool ours = span_equal(k->claim.contributor, k->c->reading->country);
    if (how != HOW_DEFAULTED && !(how == HOW_CARRIED && ours)) return false;
    if (word_in(k->c->d, k->f->head, WORDS_ANY_PEOPLE)) return false;   /* `9.700 mensen kwamen` */
    for (Size i = 0; i < k->a->mention.len; i++) {   /* `Defensie zet 5.000 militairen in` */
        const Mention *m = &k->a->mention.item[i];
        bool own = m->kind == MENTION_OWN || m->kind == MENTION_UNIT || (m->kind == MENTION_BODY && !lexicon_has(m->entry, "kind", "organisation"));
        if (own && m->prep < 0 && candidate_in_clause(k, m->first)) return false;
    }
    return true;
}

/* Whether the number is that of a whole of which no one state gives all. */
static bool is_total(const Candidate *k)
{
    typedef bool Test(const Candidate *);
    static Test *const TESTS[] = {are_of_counted_states, is_whole_of_parts, whole_out_of_all, has_nation_among, is_apposed_size, is_size_of_mission, whole_sums_up, counts_fleet, whole_is_usual, is_at_disposal, counts_mission,
                                  is_sum_apposed, is_strength_so_far, counts_together, counts_whole, whole_serves_organisation, whole_has_parts, whole_is_mixed, whole_of_many, whole_of_various, exists_by_thousands};
    if (whole_of_states(k)) return true;
    for (size_t i = 0; !k->f->nation.len && i < sizeof TESTS / sizeof *TESTS; i++)
        if (TESTS[i](k)) return true;
    return !k->f->nation.len && candidate_word_among(k, k->f->first, k->f->head, WORDS_MULTINATIONAL);
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

/* `een sterkte van 7.000 militairen en 900 agenten`: joined to what is the strength of a mission. */
static bool is_joined_strength(const Candidate *k)
{
    for (Size i = 0; k->f->quantity.some && !k->f->nation.len && i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        if (o->last + 1 != k->f->first || !o->quantity.some || !word_in(k->c->d, o->last, WORDS_LIST_JOINT)) continue;
        Candidate first = *k;
        first.f = o;
        if (is_strength(&first) || is_total(&first)) return true;
    }
    return false;
}

/* `Aan de operatie wordt deelgenomen door drie schepen en twee vliegtuigen`: all that take part, by nobody's name. */
static bool takes_part(const Candidate *k)
{
    const Force *f = k->f;
    const Clause *c = candidate_clause(k);
    bool by = false;
    if (!f->quantity.some || f->nation.len || !c->passive || !clause_has(candidate_clause(k), WORDS_TO_TAKE_PART) || k->claim.proof[FIELD_CONTRIBUTOR].how == HOW_STATED) return false;
    for (int32_t i = c->first; i < f->first; i++) by = by || (candidate_in_clause(k, i) && word_in(k->c->d, i, WORDS_BY));
    return by;
}

/* `De macht telt 2.000 militairen`: a force of many states, by a noun that is nobody's. */
static bool counts_the_force(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    if (k->claim.proof[FIELD_CONTRIBUTOR].how == HOW_STATED || k->f->first < c->first) return false;
    return clause_has(candidate_clause(k), WORDS_TO_COUNT) && c->first + 1 < k->f->first && word_in(k->c->d, c->first, WORDS_ARTICLE) && word_in(k->c->d, c->first + 1, WORDS_WHOLE_FORCE);
}

/* `De macht telt 2.000 militairen, van wie er 800 in Kinshasa zitten`: a part of what is nobody's own. */
static bool is_part_of_total(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    if (!k->f->elided || k->f->nation.len || c->kind != CLAUSE_RELATIVE || giver_comes_from(k->c, k->a, k->f)) return false;
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        if (o->elided || !o->quantity.some || o->last > c->first || c->first - o->last > 3) continue;
        Candidate whole = *k;
        whole.f = o;
        whole.at = o->head;
        whole.clause = k->a->clauses.of[o->head - k->a->first];
        return is_total(&whole) || counts_the_force(&whole);
    }
    return false;
}

/* `vergrootte de missie van zeshonderd naar elfhonderd militairen`: what a whole was before. */
static bool is_old_of_total(const Candidate *k)
{
    const Force *f = k->f;
    if (!f->elided || f->prep < 0 || !word_in(k->c->d, f->prep, WORDS_OF)) return false;
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        bool to = (o->first == f->last + 1 || o->first == f->last + 2) && word_in(k->c->d, f->last, WORDS_UP_TO);
        if (!to) continue;
        Candidate whole = *k;
        whole.f = o;
        whole.at = o->head;
        return is_total(&whole);
    }
    return false;
}

bool candidate_is_total(const Candidate *k)
{
    if (whole_taken_along(k) || whole_state_has(k)) return false;
    /* the strength of a mission of one's own is the contribution itself, but for one larger than any was: `De vervolgmissie gaat 12.000 man tellen` */
    bool own_mission = mission_of(k->claim.mission, k->claim.contributor) && span_equal(k->claim.contributor, k->c->reading->country);
    if (own_mission) return exists_by_thousands(k);
    if (whole_mission_has(k) || whole_after_states(k)) return true;
    return is_total(k) || counts_the_force(k) || is_part_of_total(k) || is_strength(k) || is_joined_strength(k) || whole_of_alliance(k) || is_of_alliance(k) || takes_part(k) || is_old_of_total(k) ||
           whole_has_national_parts(k) || candidate_is_of_many(k);
}

/* Whether the clause names the mission or means it: `Bij de missie dienen 600 militairen uit 20 landen`. */
static bool in_mission_clause(const Candidate *k)
{
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if ((m->kind == MENTION_MISSION || marker_is(m, "mission_anaphor")) && candidate_in_clause(k, m->first)) return true;
    }
    return false;
}

/* `Samen met een dertigtal collega's uit andere lidstaten`: in whose company, not how many in all. */
static bool in_company(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    for (int32_t i = c->first; i + 1 < c->last; i++)
        if (word_in(k->c->d, i, WORDS_TOGETHER) && token_is(k->c->d, i + 1, "met")) return true;
    return false;
}

bool candidate_is_strength(const Candidate *k)
{
    typedef bool Test(const Candidate *);
    static Test *const TESTS[] = {is_whole_of_parts, has_nation_among, is_apposed_size, is_size_of_mission, is_at_disposal, counts_mission, is_sum_apposed,
                                  is_strength_so_far, counts_together, counts_whole, counts_the_force, takes_part};
    const Quantity *q = &k->claim.quantity;
    if (!q->some || !q->known || q->low < 2 || k->f->nation.len || k->f->asset == ASSET_VEHICLE || word_in(k->c->d, k->f->head, WORDS_STATES)) return false;
    bool until = k->f->prep >= 0 && word_in(k->c->d, k->f->prep, WORDS_OF) && k->f->last < k->a->last && word_in(k->c->d, k->f->last, WORDS_UP_TO);
    if (until || in_company(k)) return false;   /* `van tweeduizend naar tienduizend` */
    if (whole_of_states(k) && (in_mission_clause(k) || clause_has(candidate_clause(k), WORDS_TO_COUNT))) return true;
    if (candidate_word_among(k, k->f->first, k->f->head, WORDS_MULTINATIONAL)) return true;
    for (size_t i = 0; i < sizeof TESTS / sizeof *TESTS; i++)
        if (TESTS[i](k)) return true;
    return false;
}
