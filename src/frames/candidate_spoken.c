/* Forces that a clause only speaks of: officials, kinds of people and things, what is shot at, talked about or bought. */
#include "frames/candidate.h"

#include "lexicon/wordlist.h"

static bool is_thing(const Force *f)
{
    return f->asset != ASSET_PERSONNEL && f->asset != ASSET_FORMATION;
}

/* `Volgens een hoge Amerikaanse functionaris`, `aldus een officier`. */
static bool is_cited(const Candidate *k)
{
    int32_t before = k->f->prep >= k->a->first ? k->f->prep : k->f->first - 1;
    return k->f->asset == ASSET_PERSONNEL && before >= k->a->first && word_in(k->c->d, before, WORDS_ACCORDING);
}

/* A noun phrase opens the clause before its verb: what stands behind is no subject. */
static bool is_object(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    if (!c->verbs || k->f->prep >= 0 || k->f->first <= c->verb[0].token || c->kind != CLAUSE_MAIN || c->verb[0].token <= c->first) return false;
    return (function_of(k->a, c->first) & (FC(DET) | FC(POSSESSIVE) | FC(PRON))) && !(function_of(k->a, c->first) & FC(PREP));
}

/* `haalde zeven drones uit de lucht`, `onderschepte negen drones`, `werden vier drones neergehaald`, `hadden 176 vaartuigen te kampen met piraterij`. */
static bool is_shot(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    const Force *f = k->f;
    if (!is_thing(f) || f->named || f->definite || f->nation.len) return false;
    for (int32_t i = c->first; f->prep < 0 && i < f->first; i++)   /* `De vissers zagen twee helikopters` */
        if (candidate_in_clause(k, i) && word_in(k->c->d, i, WORDS_SAW)) return true;
    for (int v = 0; v < c->verbs; v++)
        if (lemma_in(WORDS_TO_SHOOT, lexicon_field(c->verb[v].verb, "lemma")) && (c->passive ? f->prep < 0 : is_object(k))) return true;
    for (int32_t i = c->first; i + 2 < c->last; i++) {
        bool sky = token_is(k->c->d, i, "uit") && token_is(k->c->d, i + 1, "de") && token_is(k->c->d, i + 2, "lucht");
        if ((sky && i >= f->last && f->asset != ASSET_SHIP) || (token_is(k->c->d, i, "te") && token_is(k->c->d, i + 1, "kampen") && f->prep < 0)) return true;
    }
    return false;
}

/* `Twee drones sloegen in bij de basis`, `kwam een raket of drone neer`: what flies at forces. */
static bool flies_at(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    const Force *f = k->f;
    if (f->asset != ASSET_AIRCRAFT || f->named || f->definite || k->claim.proof[FIELD_CONTRIBUTOR].how == HOW_STATED) return false;
    bool beside = f->first > k->a->first + 1 && word_in(k->c->d, f->first - 1, WORDS_LIST_JOINT) && word_in(k->c->d, f->first - 2, WORDS_STRIKES);
    return beside || (f->last + 1 < k->a->last && word_in(k->c->d, f->last, WORDS_LIST_JOINT) && word_in(k->c->d, f->last + 1, WORDS_STRIKES)) || clause_has(c, WORDS_TO_HIT);
}

/* `Een Russisch gevechtsvliegtuig schond het luchtruim`: an intruder. */
static bool intrudes(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    bool nobody = k->f->asset == ASSET_AIRCRAFT && k->claim.proof[FIELD_CONTRIBUTOR].how != HOW_STATED;   /* `vlogen twintig drones Polen binnen` */
    return k->f->prep < 0 && !c->passive && clause_has(c, WORDS_TO_INTRUDE) && (nobody || candidate_word_among(k, c->first, c->last, WORDS_AIRSPACE));
}

/* `ook een helikopter werd geraakt`: a thing that nobody is said to have there is damaged. */
static bool is_damaged(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    return is_thing(k->f) && c->passive && k->f->prep < 0 && !k->f->named && !k->f->definite && k->claim.proof[FIELD_CONTRIBUTOR].how != HOW_STATED && clause_has(c, WORDS_TO_DAMAGE);
}

/* `werd ingevlogen met een Antonov`: of a company, where no state is said to give it. */
static bool is_of_company(const Candidate *k)
{
    return span_is(k->f->type, "Antonov") && !k->f->nation.len && k->claim.proof[FIELD_CONTRIBUTOR].how != HOW_STATED;
}

/* `wapens ingezet tegen een voertuig`, `een konvooi van tien vrachtwagens was het doel van de aanval`, `namen twee voertuigen in beslag`: what is struck or taken. */
static bool is_struck(const Candidate *k)
{
    const Force *f = k->f;
    if (f->asset != ASSET_VEHICLE || f->nation.len || f->named || f->definite || (k->claim.proof[FIELD_CONTRIBUTOR].how == HOW_STATED && f->prep < 0 && !is_object(k))) return false;
    if (f->prep >= k->a->first && token_is(k->c->d, f->prep, "tegen")) return true;
    for (int32_t i = k->a->first; i < k->a->last; i++)
        if (word_in(k->c->d, i, WORDS_STRIKES) && (i < f->first || i >= f->last)) return true;
    return false;
}

/* `de enige vrouw`, `niet de enige troepen`: no number. */
static bool is_only(const Candidate *k)
{
    for (int32_t i = k->f->first; i < k->f->head; i++)
        if (word_in(k->c->d, i, WORDS_ONLY_ONE) && i > k->a->first && (token_is(k->c->d, i - 1, "de") || token_is(k->c->d, i - 1, "het"))) return true;
    return false;
}

/* `De meeste militairen komen uit Havelte`: of those who are there, what most of them are. */
static bool is_what_most_are(const Candidate *k)
{
    static const uint64_t TURNS = VC(DEPLOY) | VC(DEPART) | VC(GO) | VC(RETURN) | VC(WITHDRAW) | VC(END) | VC(REMAIN) | VC(ARRIVE) | VC(ROTATE) | VC(RELIEVE) | VC(REDUCE);
    const Clause *c = candidate_clause(k);
    if (c->classes & TURNS) return false;
    for (int32_t i = k->f->first; i < k->f->head; i++)
        if (word_in(k->c->d, i, WORDS_MOST)) return true;
    return false;
}

/* `spraken over vier nieuwe battlegroups`, `verdeeld over 5 taskforces`: of an alliance. */
static bool is_talked_over(const Candidate *k)
{
    const Force *f = k->f;
    bool unsaid = !f->nation.len && k->claim.proof[FIELD_CONTRIBUTOR].how != HOW_STATED;
    return unsaid && f->asset == ASSET_FORMATION && f->quantity.some && f->plural && f->prep >= k->a->first && token_is(k->c->d, f->prep, "over");
}

/* `een bom onder een F-16`, `een gecharterde Antonov`, `De vliegtuigen worden in 2023 geleverd`: a thing that is handled, hired or bought. */
static bool is_handled(const Candidate *k)
{
    const Force *f = k->f;
    const Clause *c = candidate_clause(k);
    if (!is_thing(f)) return false;
    bool air = f->asset == ASSET_AIRCRAFT || f->asset == ASSET_HELICOPTER;
    if (air && f->prep >= k->a->first && word_in(k->c->d, f->prep, WORDS_UNDER)) return true;
    if (candidate_word_among(k, f->first, f->head, WORDS_CHARTERED)) return true;
    for (int v = 0; f->prep >= c->first && token_is(k->c->d, f->prep, "door") && v < c->verbs; v++)
        if (lemma_in(WORDS_TO_FUEL, lexicon_field(c->verb[v].verb, "lemma"))) return true;   /* `werden bijgetankt door een tankvliegtuig` */
    bool unsaid = k->claim.proof[FIELD_CONTRIBUTOR].how != HOW_STATED && k->claim.proof[FIELD_HOST].how != HOW_STATED && k->claim.proof[FIELD_MISSION].how != HOW_STATED;
    for (int v = 0; unsaid && f->prep < 0 && f->quantity.some && !f->named && v < c->verbs; v++) {
        Span lemma = lexicon_field(c->verb[v].verb, "lemma");
        if (c->passive && lemma_in(WORDS_TO_HAND_OUT, lemma)) return true;
    }
    return false;
}

/* `De F-16's worden vanaf 2024 vervangen door de F-35`: one type of things by another, nobody's. */
static bool is_replaced(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    bool replaces = false, other = false;
    if (!is_thing(k->f) || k->f->nation.len || !c->passive || k->claim.proof[FIELD_CONTRIBUTOR].how == HOW_STATED) return false;
    for (int v = 0; v < c->verbs; v++) replaces = replaces || lemma_in(WORDS_TO_REPLACE, lexicon_field(c->verb[v].verb, "lemma"));
    for (Size i = 0; replaces && i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        const Force *by = o->prep >= c->first && token_is(k->c->d, o->prep, "door") ? o : NULL;
        other = other || (by && is_thing(by) && !by->nation.len && candidate_in_clause(k, by->head));
    }
    return other && k->claim.proof[FIELD_HOST].how != HOW_STATED && k->claim.proof[FIELD_MISSION].how != HOW_STATED;
}

/* `Duizenden mensen proberen het land te verlaten`. */
static bool is_crowd(const Candidate *k)
{
    const Force *f = k->f;
    bool anybody = word_in(k->c->d, f->head, WORDS_ANY_PEOPLE) && !f->nation.len && k->claim.proof[FIELD_CONTRIBUTOR].how != HOW_STATED;
    return anybody && candidate_word_among(k, f->first, f->head, WORDS_CROWD);
}

/* A finite verb of `list` right behind the phrase, or as the first of the clause. */
static bool has_verb(const Candidate *k, WordList list)
{
    const Clause *c = candidate_clause(k);
    return word_in(k->c->d, k->f->last, list) || (c->verbs && word_in(k->c->d, c->verb[0].token, list));
}

/* `Een soldaat heeft recht op verlof`, `Een drone vliegt met 180 kilometer per uur`: any of its kind. */
static bool is_any(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    const Force *f = k->f;
    if (f->named || f->plural || f->nation.len || f->first != c->first || !word_in(k->c->d, f->first, WORDS_A_OR_AN)) return false;
    if (c->kind != CLAUSE_MAIN || c->tense != TENSE_PRESENT || c->passive || !has_verb(k, WORDS_TO_BE_SUCH)) return false;
    for (Size i = 0; i < k->a->times.item.len; i++)
        if (candidate_in_clause(k, k->a->times.item.item[i].first) && day_known(k->a->times.item.item[i].bounds.start_earliest)) return false;
    for (int32_t i = f->last; i < c->last; i++)
        if (word_in(k->c->d, i, WORDS_THERE) && candidate_in_clause(k, i)) return false;
    return k->claim.proof[FIELD_CONTRIBUTOR].how != HOW_STATED && k->claim.proof[FIELD_HOST].how != HOW_STATED && k->claim.proof[FIELD_MISSION].how != HOW_STATED;
}

/* `op een handvol bewakers na`: who are left out of what is said. */
static bool is_except(const Candidate *k)
{
    enum { REACH = 6 };
    const Force *f = k->f;
    if (f->prep < k->a->first || !token_is(k->c->d, f->prep, "op") || (f->quantity.some && f->quantity.known)) return false;
    for (int32_t i = f->last; i < k->a->last && i < f->last + REACH && candidate_in_clause(k, i); i++)
        if (token_is(k->c->d, i, "na")) return i + 1 >= k->a->last || k->c->d->tokens.item[i + 1].kind == TOKEN_PUNCT;
    return false;
}

/* `Zonder Nederlandse helikopters komt er geen missie`: forces that nobody says are there. */
static bool is_without(const Candidate *k)
{
    return k->f->prep >= k->a->first && token_is(k->c->d, k->f->prep, "zonder") && !k->f->definite && !k->f->quantity.some;
}

/* `De landmacht zoekt 2.000 soldaten`, `De bond vertegenwoordigt 25.000 militairen`, `De burgemeester ontving vijf militairen`: who is wanted, spoken for or honoured. */
static bool is_not_sent(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    if (k->f->asset != ASSET_PERSONNEL || k->f->prep >= 0) return false;
    for (int32_t i = c->first; i < k->f->first; i++)
        if (candidate_in_clause(k, i) && word_in(k->c->d, i, WORDS_NOT_SENT)) return true;
    bool leaves = clause_has(c, WORDS_TO_LEAVE);   /* `verlieten 1.400 militairen het leger` */
    for (int32_t i = c->first; i < c->last; i++) {
        if (!candidate_in_clause(k, i)) continue;
        if (i >= k->f->last && word_in(k->c->d, i, WORDS_TO_RECRUIT)) return true;
        if (leaves && i > c->first && word_in(k->c->d, i, WORDS_SERVICE) && word_in(k->c->d, i - 1, WORDS_ARTICLE)) return true;
    }
    return false;
}

/* `Het parlement telt 150 leden`, `een peloton renners`, `De compagnie bestaat 25 jaar`: members, riders, and how old a unit is. */
static bool is_no_force(const Candidate *k)
{
    enum { ARMY = 600000 };   /* more than any mission had */
    const Document *d = k->c->d;
    const Clause *c = candidate_clause(k);
    if (k->f->asset == ASSET_PERSONNEL && k->f->quantity.known && k->f->quantity.low >= ARMY) return true;
    bool bare = token_is(d, k->f->head, "leden") && !k->f->nation.len && !(k->f->last < k->a->last && token_is(d, k->f->last, "van"));   /* `In de Kamer zitten 150 leden` */
    if (bare && k->claim.proof[FIELD_CONTRIBUTOR].how != HOW_STATED) return true;
    if (k->f->asset == ASSET_FORMATION && k->f->last < k->a->last && word_in(d, k->f->last, WORDS_RIDERS)) return true;
    bool old = k->f->asset == ASSET_FORMATION && k->f->prep < 0 && c->verbs == 1 && word_in(d, c->verb[0].token, WORDS_EXISTING) && c->verb[0].token >= k->f->last;
    for (Size i = 0; old && i < k->a->times.item.len; i++)
        if (k->a->times.item.item[i].kind == TIME_DURATION && k->a->times.item.item[i].first == c->verb[0].token + 1) return true;
    for (Size i = 0; k->f->weak && c->verbs && word_in(d, c->verb[0].token, WORDS_COUNTING) && i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool members = m->kind == MENTION_BODY && (lexicon_has(m->entry, "kind", "parliament") || lexicon_has(m->entry, "kind", "party"));
        if (members && m->prep < 0 && m->last == c->verb[0].token) return true;
    }
    return false;
}

/* Whether token `i` looks like the finite verb of something that is no deed of forces, since no list has it: `trouwden`, `testten`. */
static bool is_unknown_verb(const Candidate *k, int32_t i)
{
    static const char *const ENDS[] = {"den", "ten", "de", "te", "dt", "nt", "rt"};
    if (i < k->a->first || i >= k->a->last) return false;
    const Token *t = &k->c->d->tokens.item[i];
    if (t->kind != TOKEN_WORD || (t->flags & TOKEN_CAPITAL) || function_of(k->a, i) || k->a->matches.at[i - k->a->first] >= 0) return false;
    Span word = token_folded(k->c->d, i);
    for (size_t e = 0; e < sizeof ENDS / sizeof *ENDS; e++)
        if (word.len > 4 && span_ends(word, span_of(ENDS[e]))) return true;
    return false;
}

/* `Twee soldaten trouwden in het kamp`, `Vijf militairen testten positief`: what befell a few of those who are there. */
static bool is_private(const Candidate *k)
{
    enum { FEW = 12 };
    const Force *f = k->f;
    const Clause *c = candidate_clause(k);
    bool few = f->quantity.some && f->quantity.known && f->quantity.high <= FEW;
    if (f->asset != ASSET_PERSONNEL || !few || f->prep >= 0 || c->verbs || c->kind != CLAUSE_MAIN || k->claim.proof[FIELD_CONTRIBUTOR].how == HOW_STATED) return false;
    bool opens = f->first <= k->a->first + 1 && k->c->d->sentences.item[k->a->sentence].kind == SENTENCE_BODY;
    return (opens && is_unknown_verb(k, f->last)) || (f->first > k->a->first + 1 && is_unknown_verb(k, f->first - 1));
}

/* `een tanker met 22 opvarenden`, `De tanker kwam vrij. De 22 bemanningsleden`, `acht mariniers van een particulier bedrijf`, `een orkest van 40 man`. */
static bool is_civil(const Candidate *k)
{
    enum { REACH = 5, NOUN = 3 };
    const Document *d = k->c->d;
    const Force *f = k->f;
    if (f->asset != ASSET_PERSONNEL || f->nation.len) return false;
    for (int32_t i = f->last; i < k->a->last && i < f->last + REACH; i++)
        if (word_in(d, i, WORDS_OF_FIRM)) return true;
    /* `kaapten een tanker. De vijftien bemanningsleden bleven ongedeerd` */
    int32_t s = k->a->sentence, from = k->a->first;
    if (s > k->c->first_sentence && d->sentences.item[s - 1].paragraph == d->sentences.item[s].paragraph) from = d->sentences.item[s - 1].token;
    for (int32_t i = from; f->definite && span_is(f->type, "crew") && i < f->first; i++)
        if (word_in(d, i, WORDS_CIVIL_SHIP)) return true;
    if (f->prep <= k->a->first) return false;
    if (word_in(d, f->prep, WORDS_OF) && word_in(d, f->prep - 1, WORDS_MUSIC)) return true;
    for (int32_t i = f->prep - 1; token_is(d, f->prep, "met") && i >= k->a->first && i >= f->prep - NOUN; i--)
        if (word_in(d, i, WORDS_CIVIL_SHIP)) return true;
    return false;
}

/* `In de Golf liggen zestig Franse schepen vast`, `tien schepen wachten op doorvaart`: merchant ships. */
static bool is_stuck(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    const Force *f = k->f;
    if (f->asset != ASSET_SHIP || !f->weak || !f->plural || f->prep >= 0) return false;
    for (int32_t i = c->first; i < c->last; i++)
        if (word_in(k->c->d, i, WORDS_STUCK) && candidate_in_clause(k, i)) return true;
    return false;
}

/* `negentig Noren, onder wie drie vrouwen`: what some of them are. */
static bool are_women(const Candidate *k)
{
    const Force *f = k->f;
    if (f->asset != ASSET_PERSONNEL || !f->quantity.some || f->first <= k->a->first + 1 || !candidate_word_among(k, f->first, f->last, WORDS_WOMEN)) return false;
    return word_in(k->c->d, f->first - 1, WORDS_PART_OPENER) || (token_is(k->c->d, f->first - 1, "wie") && token_is(k->c->d, f->first - 2, "onder"));
}

void candidate_spoken(Candidate *k)
{
    typedef bool Test(const Candidate *);
    static Test *const TESTS[] = {
        is_cited, is_shot, flies_at, intrudes, is_damaged, is_of_company, is_struck, is_only, is_what_most_are, is_talked_over, is_handled, is_any,
        is_crowd, is_replaced, is_except, is_without, is_not_sent, is_no_force, is_private, is_civil, is_stuck, are_women};
    for (size_t i = 0; i < sizeof TESTS / sizeof *TESTS; i++)
        if (TESTS[i](k)) feature_set(&k->features, FEATURE_ONLY_SPOKEN, true);
}
