/* Forces that a clause only describes: what a ship is, whose base a place was, how many a room holds, how a soldier fared. */
#include "frames/candidate.h"

#include "lexicon/wordlist.h"

/* The indefinite noun of a thing behind a bare `is` or `was`, of no nation: `is een onderzeeboot van de Walrusklasse`; or NULL. */
static const Force *predicate_of(const Candidate *k, const Clause *c)
{
    if (c->verbs != 1 || !lemma_in(WORDS_TO_BE, lexicon_field(c->verb[0].verb, "lemma"))) return NULL;
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        bool thing = o->asset != ASSET_PERSONNEL && o->asset != ASSET_FORMATION && o->prep < 0 && !o->nation.len && !o->named;
        bool one = !o->plural && o->first > c->verb[0].token && token_is(k->c->d, o->first, "een");
        if (thing && one && k->a->clauses.of[o->head - k->a->first] == c - k->a->clauses.clause.item) return o;
    }
    return NULL;
}

/* Whether the clause counts a contribution, or says that something is somewhere: `de Belgische bijdrage is een fregat`, `er is een fregat`. */
static bool tells_presence(const Candidate *k, const Clause *c)
{
    for (int32_t i = c->first; i < c->last; i++) {
        const Mention *m = mention_at(k->a, i, MENTION_ACTNOUN);
        if (m && (verb_classes(m->entry) & (VC(CONTRIBUTION) | VC(DEPLOY)))) return true;
        if ((function_of(k->a, i) & FC(EXISTENTIAL)) || word_in(k->c->d, i, WORDS_THERE) || word_in(k->c->d, i, WORDS_ON_BOARD)) return true;
    }
    return false;
}

/* `De Zeeleeuw is een onderzeeboot`, `het is een pantservoertuig`: neither the thing nor what it is called is sent anywhere. */
static bool is_called(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    const Force *what = predicate_of(k, c);
    if (!what || tells_presence(k, c)) return false;
    return k->f == what || (k->f->prep < 0 && k->f->last <= c->verb[0].token && k->f->asset == what->asset);
}

/* `Het fregat is een van de vier van zijn klasse`, `Het schip is 176 meter lang`: what a thing is, not what it does. */
static bool is_described(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    const Document *d = k->c->d;
    bool is = c->verbs == 1 && lemma_in(WORDS_TO_BE, lexicon_field(c->verb[0].verb, "lemma"));
    if (!is || k->f->asset == ASSET_PERSONNEL || k->f->prep >= 0) return false;
    bool one_of = k->f->elided && k->f->last + 1 < c->last && token_is(d, k->f->last, "van") && (function_of(k->a, k->f->last + 1) & FC(DET)) && k->f->first > c->verb[0].token;
    if (one_of) return true;
    if (!k->f->definite && !k->f->named) return false;
    for (int32_t i = c->verb[0].token + 1; i + 2 < c->last; i++)
        if ((token_is(d, i, "een") || token_is(d, i, "1")) && token_is(d, i + 1, "van") && token_is(d, i + 2, "de")) return true;
    /* `De Patriot is een luchtafweersysteem`, `De Leopold is operationeel` */
    int32_t behind = c->verb[0].token + 1;
    bool opens = k->f->last == c->verb[0].token && behind + 1 < k->a->last && token_is(d, behind, "een");
    if (opens && !mention_at(k->a, behind + 1, MENTION_ACTNOUN) && !word_in(d, behind + 1, WORDS_PART)) return true;
    bool here = k->claim.proof[FIELD_HOST].how == HOW_STATED;
    for (int32_t i = behind; !here && k->f->asset == ASSET_SHIP && i < c->last; i++)
        if (word_in(d, i, WORDS_FIT)) return true;
    for (int32_t i = c->verb[0].token + 1; i + 1 < c->last; i++)
        if (word_in(d, i, WORDS_LENGTH) && word_in(d, i + 1, WORDS_EXTENT)) return true;
    return false;
}

/* `De CV90 gaat mee, een pantservoertuig dat op een tank lijkt`: what a thing of that sort is, told of one that the sentence names before. */
static bool is_explained(const Candidate *k)
{
    const Force *f = k->f;
    bool opens = f->first > k->a->first && token_is_mark(k->c->d, f->first - 1, ',') && token_is(k->c->d, f->first, "een");
    bool thing = f->asset != ASSET_PERSONNEL && f->asset != ASSET_FORMATION && !f->nation.len && !f->named && !f->plural;
    if (!opens || !thing || !(f->last >= k->a->last || word_in(k->c->d, f->last, WORDS_RELATIVE_FORCES) || k->c->d->tokens.item[f->last].kind == TOKEN_PUNCT)) return false;
    const Force *before = NULL;
    for (Size i = 0; i < k->a->force.len; i++)
        if (k->a->force.item[i].last < f->first) before = &k->a->force.item[i];
    return before && before->asset == f->asset && before->definite && before->type.len && before->prep < 0 && !token_is_mark(k->c->d, before->last, ',');
}

/* The preposition that the phrase stands behind, also of one that shares it: `van de Nederlandse en Australische militairen`. */
static int32_t shared_preposition(const Candidate *k)
{
    if (k->f->prep >= 0) return k->f->prep;
    int32_t i = k->f->first - 1;
    while (i > k->a->first && (word_in(k->c->d, i, WORDS_LIST_JOINT) || mention_at(k->a, i, MENTION_ADJECTIVE) || (function_of(k->a, i) & FC(DET)))) i--;
    return i >= k->a->first && (function_of(k->a, i) & FC(PREP)) ? i : -1;
}

/* `de voormalige basis van de Nederlandse troepen`: a place is told of. */
static bool is_of_base(const Candidate *k)
{
    int32_t of = shared_preposition(k);
    if (k->f->quantity.some || k->f->named || of <= k->a->first) return false;
    return word_in(k->c->d, of, WORDS_OF) && word_in(k->c->d, of - 1, WORDS_BASE);
}

/* `Op de basis werken 1.500 mensen`: anybody at a place that is not said to be abroad. */
static bool are_staff(const Candidate *k)
{
    const Force *f = k->f;
    const Clause *c = candidate_clause(k);
    bool nowhere = k->claim.proof[FIELD_HOST].how != HOW_STATED && k->claim.proof[FIELD_CONTRIBUTOR].how != HOW_STATED;
    if (!nowhere || !f->quantity.some || f->nation.len || !word_in(k->c->d, f->head, WORDS_ANY_PEOPLE)) return false;
    for (int32_t i = c->first + 2; i < c->last && i < f->first; i++)
        if (word_in(k->c->d, i, WORDS_BASE) && (token_is(k->c->d, i - 2, "op") || token_is(k->c->d, i - 2, "in")) && candidate_in_clause(k, i)) return true;
    return false;
}

/* `De bemanning van de Primula is nieuw`, `zegt de commandant van de Groningen`: its people are told of, and no move. */
static bool is_of_crew(const Candidate *k)
{
    static const uint64_t MOVES = VC(DEPART) | VC(RETURN) | VC(WITHDRAW) | VC(DEPLOY) | VC(ARRIVE) | VC(END) | VC(RELIEVE) | VC(ROTATE) | VC(EXTEND) | VC(REMAIN) | VC(SERVE) | VC(TASK) | VC(GO);
    const Force *f = k->f;
    bool of = f->named && f->asset == ASSET_SHIP && f->prep > k->a->first && word_in(k->c->d, f->prep, WORDS_OF) && word_in(k->c->d, f->prep - 1, WORDS_CREW_NOUN);
    return of && !(candidate_clause(k)->classes & MOVES);
}

/* `een capaciteit van 70 personen`, `biedt plaats aan 300 militairen`: room for so many, who need not be there. */
static bool is_room(const Candidate *k)
{
    const Force *f = k->f;
    /* `In een C-130 is plaats voor 60 para's`, `Een Hercules kan 90 soldaten vervoeren`: what such a thing holds */
    const Clause *c = candidate_clause(k);
    bool any = f->quantity.some && f->quantity.hedge == HEDGE_ONE && !f->nation.len && c->verbs && f->first < c->verb[0].token;
    if (any && f->prep >= 0 && token_is(k->c->d, f->prep, "in") && candidate_word_among(k, c->first, c->last, WORDS_ROOM)) return true;
    if (any && f->prep < 0 && (c->mood & MOOD_CAN) && (c->classes & VC(TASK)) && k->claim.proof[FIELD_CONTRIBUTOR].how != HOW_STATED) return true;
    /* `van 50 tot 70 personen`: the number has the preposition */
    int32_t of = f->prep >= 0 ? f->prep : f->first, before = of - 1;
    bool offers = before > k->a->first && (token_is(k->c->d, before, "biedt") || token_is(k->c->d, before, "bieden") || token_is(k->c->d, before, "bood"));
    if (offers) before--;   /* `dat plaats biedt aan 170 koppen` */
    return f->quantity.some && !f->nation.len && before >= k->a->first && word_in(k->c->d, before, WORDS_ROOM) && (word_in(k->c->d, of, WORDS_ROOM_FOR) || token_is(k->c->d, before, "capaciteit"));
}

/* `bleven ongedeerd`, `zitten in de schuilkelders`, `dragen scherfvesten`: how those there fared. */
static bool is_faring(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    for (int32_t i = c->first; !k->f->quantity.some && i < c->last; i++)
        if (word_in(k->c->d, i, WORDS_FARING) && candidate_in_clause(k, i)) return true;
    return false;
}

/* `de door Nederland en Canada gevolgde strategie`: what those did stands before another noun. */
static bool did_before_noun(const Candidate *k)
{
    const Document *d = k->c->d;
    const Mention *m = mention_at(k->a, k->at, MENTION_COUNTRY);
    if (!m || m->prep < 0) {   /* a later one of the list has no preposition of its own */
        int32_t i = k->at;
        while (i > k->a->first && (word_in(d, i - 1, WORDS_LIST_JOINT) || token_is_mark(d, i - 1, ',') || mention_at(k->a, i - 1, MENTION_COUNTRY) || (function_of(k->a, i - 1) & FC(DET)))) i--;
        if (i <= k->a->first || !token_is(d, i - 1, "door")) return false;
    } else if (!token_is(d, m->prep, "door")) return false;
    int32_t i = k->at;
    while (i < k->a->last && (word_in(d, i, WORDS_LIST_JOINT) || token_is_mark(d, i, ',') || mention_at(k->a, i, MENTION_COUNTRY) || (function_of(k->a, i) & FC(DET)))) i++;
    Span word = i < k->a->last ? token_folded(d, i) : (Span){0};
    const Clause *c = i < k->a->last ? clause_at(&k->a->clauses, i) : candidate_clause(k);
    for (int v = 0; v < c->verbs; v++)
        if (c->verb[v].token == i) return false;   /* `door Duitsland worden overgenomen` */
    bool noun = i + 1 < k->a->last && d->tokens.item[i + 1].kind == TOKEN_WORD && !function_of(k->a, i + 1);
    return noun && word.len > 5 && (span_ends(word, SPAN("de")) || span_ends(word, SPAN("te")) || span_ends(word, SPAN("en"))) && !function_of(k->a, i);
}

/* `halen landgenoten weg uit Kaboel`, `brengen burgers in veiligheid`: those who are taken away stand behind the forces. */
static bool evacuates(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    if (k->f->prep >= 0 || c->passive || !(c->classes & (VC(WITHDRAW) | VC(RETURN)))) return false;
    for (int32_t i = k->f->last; i < c->last; i++) {
        bool people = word_in(k->c->d, i, WORDS_TAKEN_OUT) && candidate_in_clause(k, i);
        int32_t before = i - 1;
        while (before > k->f->last && (function_of(k->a, before) & (FC(DET) | FC(POSSESSIVE)))) before--;
        if (people && !(function_of(k->a, before) & FC(PREP))) return true;
    }
    return false;
}

bool candidate_other_word(const Candidate *k, int32_t i)
{
    const Token *t = &k->c->d->tokens.item[i];
    if (t->kind != TOKEN_WORD || (t->flags & (TOKEN_CAPITAL | TOKEN_DIGIT)) || function_of(k->a, i)) return false;
    for (Size n = 0; n < k->a->mention.len; n++)
        if (k->a->mention.item[n].first <= i && i < k->a->mention.item[n].last && k->a->mention.item[n].kind != MENTION_NONFORCE) return false;
    for (Size n = 0; n < k->a->force.len; n++)
        if (k->a->force.item[n].first <= i && i < k->a->force.item[n].last) return false;
    return true;
}

/* `De Denen zijn moe`, `Denemarken is boos op Bamako`, `De Britten blijven de beste bondgenoot`, `Spanje heeft belangen in Mali`: what a state or a people
 * is like or has, not where it serves. */
static bool is_predicated(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    const Document *d = k->c->d;
    if (k->f && (k->f->quantity.some || !k->f->demonym)) return false;
    if (c->verbs != 1) return false;
    Span lemma = lexicon_field(c->verb[0].verb, "lemma");
    bool has = lemma_in(WORDS_TO_HAVE, lemma);
    if (c->kind != CLAUSE_MAIN || !(has || lemma_in(WORDS_COPULA, lemma))) return false;
    int32_t i = c->verb[0].token + 1;
    while (i < c->last && (word_in(d, i, WORDS_PREDICATE_ADVERB) || (k->f ? k->f->first <= i && i < k->f->last : i == k->at))) i++;
    if (i < c->last && (function_of(k->a, i) & FC(DET))) i++;
    if (i >= c->last || !candidate_other_word(k, i) || word_in(d, i, WORDS_COMMANDING) || word_in(d, i, WORDS_COMMAND_NOUN)) return false;
    for (i = c->first; i < c->last; i++) {
        if (word_in(d, i, WORDS_THERE) || (function_of(k->a, i) & FC(EXISTENTIAL))) return false;
        if (mention_at(k->a, i, MENTION_MISSION) || mention_at(k->a, i, MENTION_ADJ_STATE) || mention_at(k->a, i, MENTION_ACTNOUN) || mention_at(k->a, i, MENTION_MARKER)) return false;
        const Mention *where = mention_at(k->a, i, MENTION_COUNTRY);
        if (!where) where = mention_at(k->a, i, MENTION_PLACE);
        if (!has && where && where->prep >= 0 && word_in(d, where->prep, WORDS_WHERE_ACTS) && !token_is(d, where->prep, "op")) return false;
    }
    return true;
}

/* `zet zich in voor vrede`, `zetten zich in om de oorlog te beëindigen`: an effort, no forces. */
static bool is_effort(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    return clause_has(c, WORDS_TO_EMPLOY) && !c->passive && candidate_word_among(k, c->first, c->last, WORDS_ONESELF);
}

void candidate_described(Candidate *k)
{
    if (k->f) feature_set(&k->features, FEATURE_EVACUATES, evacuates(k));
    if (!k->f) feature_set(&k->features, FEATURE_DESCRIBED, did_before_noun(k) || is_predicated(k) || is_effort(k));
    if (k->f) feature_set(&k->features, FEATURE_DESCRIBED, is_called(k) || is_described(k) || is_explained(k) || is_of_base(k) || is_of_crew(k) || are_staff(k) || is_room(k) || is_faring(k) || is_predicated(k));
}
