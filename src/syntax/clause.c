/* Cutting a sentence into clauses. Verbs first, then boundaries, then what the verbs of each clause say together. */
#include "syntax/clause.h"

#include "lexicon/wordlist.h"
#include "syntax/verb.h"

enum { PARTICLE_REACH = 40, CLAUSE_LOOK = 24, CLAUSES_SENTENCE = 96 };

typedef struct {
    const Document *d;
    const Matches *m;
    Clauses *c;
    Verb *verb;        /* per token; classes and entry zero where it is no verb */
    bool *is_verb;
    int32_t first, last, current;
    int32_t aside, dashed; /* the clause that an aside stands in, and the one before a dash; or -1 */
    Arena *keep;
} Reader;

static uint32_t function_at(const Reader *r, int32_t i)
{
    return i >= r->first && i < r->last ? r->c->function[i - r->first] : 0;
}

static bool verb_at(const Reader *r, int32_t i)
{
    return i >= r->first && i < r->last && r->is_verb[i - r->first];
}

static bool finite_at(const Reader *r, int32_t i)
{
    return verb_at(r, i) && r->verb[i - r->first].form == FORM_FINITE;
}

static bool is_comma(const Reader *r, int32_t i)
{
    return i >= r->first && i < r->last && token_is_mark(r->d, i, ',');
}

static bool is_stop(const Reader *r, int32_t i)
{
    const Token *t = &r->d->tokens.item[i];
    if (t->kind != TOKEN_PUNCT) return false;
    unsigned char b = (unsigned char)r->d->bytes.at[t->at.from];
    if (b == ';' || b == ':' || b == '?' || b == '!') return true;
    bool dash = b == '-' || (b == 0xE2 && t->at.to - t->at.from == 3 && (unsigned char)r->d->bytes.at[t->at.from + 1] == 0x80 &&
                             ((unsigned char)r->d->bytes.at[t->at.from + 2] == 0x93 || (unsigned char)r->d->bytes.at[t->at.from + 2] == 0x94));
    return dash && (t->flags & TOKEN_SPACE_BEFORE);
}

static int32_t open_clause(Reader *r, ClauseKind kind, int32_t at, int32_t parent, int32_t opener)
{
    if (r->c->clause.len >= CLAUSES_SENTENCE) return r->current;
    Clause *c = ARRAY_PUSH(&r->c->clause, r->keep);
    *c = (Clause){.kind = kind, .first = at, .last = at, .parent = parent, .opener = opener, .negation = -1};
    return (int32_t)r->c->clause.len - 1;
}

static Clause *current(Reader *r)
{
    return &r->c->clause.item[r->current];
}

static bool has_finite(const Clause *c)
{
    for (int i = 0; i < c->verbs; i++)
        if (c->verb[i].form == FORM_FINITE) return true;
    return false;
}

/* A clause whose modal or auxiliary still waits for its infinitive or participle: `wil ... sturen`. */
static bool waits(const Clause *c)
{
    bool support = false;
    for (int i = 0; i < c->verbs; i++) {
        if (c->verb[i].form == FORM_FINITE && !(c->verb[i].classes & (VC(MODAL) | VC(AUX)))) return false;
        if (c->verb[i].form != FORM_FINITE) return false;
        support = true;
    }
    return support;
}

/* `De Fransen zijn weg en nu hebben`: a form that may be an infinitive is none for a clause whose zijn, hebben or worden wants a participle. */
static bool wants_participle(const Clause *c)
{
    for (int i = 0; i < c->verbs; i++)
        if (!(c->verb[i].classes & VC(AUX)) || (c->verb[i].classes & VC(MODAL))) return false;
    return true;
}

/* Whether a finite verb comes before the next comma, stop or clause-opening word. A form that may be an infinitive is none while one is awaited. */
static bool finite_ahead(const Reader *r, int32_t from)
{
    const Clause *c = &r->c->clause.item[r->current];
    bool waiting = waits(c), participle = wants_participle(c);
    for (int32_t i = from; i < r->last && i < from + CLAUSE_LOOK; i++) {
        if (is_comma(r, i) || is_stop(r, i)) return false;
        if (i > from && (function_at(r, i) & FC(SUB_SURE))) return false;
        const Verb *v = &r->verb[i - r->first];
        if (token_is(r->d, i, "zullen")) return true; /* never an infinitive */
        /* `heeft er 27, maar die verlaten hun basis niet`: right behind a subject */
        bool subject = (function_at(r, from) & (FC(PRON) | FC(GROUP))) || r->d->tokens.item[from].kind == TOKEN_NUMBER;
        bool second = i == from + 1 && subject;
        /* `zijn 1.400 man nodig, in Bosnië zitten er 240` */
        bool inverted = function_at(r, i + 1) & FC(EXISTENTIAL);
        bool other = participle && ((v->classes & (VC(AUX) | VC(MODAL))) || inverted) && !v->or_participle;
        if (finite_at(r, i) && !(waiting && !second && !other && (v->plural_or_inf || v->or_participle))) return true;
    }
    return false;
}

static bool verb_ahead(const Reader *r, int32_t from, int32_t reach)
{
    for (int32_t i = from; i < r->last && i < from + reach; i++) {
        if (is_stop(r, i)) return false;
        if (verb_at(r, i)) return true;
    }
    return false;
}

static bool noun_like(const Reader *r, int32_t i)
{
    if (i < r->first || i >= r->last) return false;
    const Token *t = &r->d->tokens.item[i];
    return t->kind == TOKEN_WORD && !verb_at(r, i) && function_at(r, i) == 0;
}

/* Whether the word at `i` is the particle of an earlier verb: maakte BEKEND dat. */
static bool particle_at(const Reader *r, int32_t i)
{
    const Clause *c = &r->c->clause.item[r->current];
    for (int v = 0; v < c->verbs; v++)
        if (c->verb[v].particle == i) return true;
    return false;
}

/* `bekend dat Nederland stuurt`, `de kans dat er`, `zegt, dat zij`: a subject behind `dat`, and no neuter noun before it that it could be of. */
static bool means_that(const Reader *r, int32_t i)
{
    if (!token_is(r->d, i, "dat") || i + 1 >= r->last || finite_at(r, i + 1)) return false;
    bool subject = (function_at(r, i + 1) & (FC(DET) | FC(PRON) | FC(POSSESSIVE) | FC(EXISTENTIAL))) || (r->d->tokens.item[i + 1].flags & TOKEN_CAPITAL);
    if (!subject) return false;
    if (is_comma(r, i - 1)) return i - 2 >= r->first && verb_at(r, i - 2);
    for (int32_t k = i - 1; k >= r->first && k >= i - 4; k--) {
        if (token_is(r->d, k, "de")) return true;
        if (verb_at(r, k) || is_comma(r, k) || is_stop(r, k) || (function_at(r, k) & FC(PREP))) return true;
        if (token_is(r->d, k, "het") && finite_at(r, k - 1)) return true;   /* `is het zo dat` */
        if (function_at(r, k) & (FC(DET) | FC(POSSESSIVE))) return word_in(r->d, i - 1, WORDS_TIDINGS);
    }
    return true;
}

/* Whether the word at `i` opens a relative clause: after a comma or right behind a noun, with its verb not right behind it. */
static bool opens_relative(const Reader *r, int32_t i)
{
    if (!(function_at(r, i) & FC(REL)) || i == r->first || means_that(r, i)) return false;
    bool after_comma = is_comma(r, i - 1);
    if (!after_comma && !noun_like(r, i - 1)) {
        bool preposition = (function_at(r, i - 1) & FC(PREP)) && i - 2 >= r->first && (is_comma(r, i - 2) || noun_like(r, i - 2));
        if (!preposition || token_is(r->d, i, "dat")) return false;
    }
    if (token_is(r->d, i, "dat") && (particle_at(r, i - 1) || word_in(r->d, i - 1, WORDS_UPON_THAT))) return false;
    /* `hadden eerder die dag twee toestellen onderschept` */
    if (!after_comma && i + 2 < r->last && word_in(r->d, i + 1, WORDS_THAT_TIME) && !token_is(r->d, i + 2, "en")) return false;
    if (finite_at(r, i + 1) && !verb_ahead(r, i + 2, 6)) return token_is(r->d, i, "die") || (!after_comma && token_is(r->d, i, "dat"));
    return verb_ahead(r, i + 1, 2 * CLAUSE_LOOK);
}

/* Whether the stretch from `from` opens with a subject and ends in its finite verb: (als) er een mandaat komt. */
static bool verb_final(const Reader *r, int32_t from)
{
    if (from >= r->last) return false;
    bool name = (r->d->tokens.item[from].flags & TOKEN_CAPITAL) && finite_at(r, from + 1) && !finite_at(r, from);
    if (!name && !(function_at(r, from) & (FC(DET) | FC(PRON) | FC(EXISTENTIAL) | FC(POSSESSIVE)))) return false;
    for (int32_t i = from + 1; i < r->last && i < from + CLAUSE_LOOK; i++) {
        bool ends = i + 1 >= r->last || is_comma(r, i + 1) || is_stop(r, i + 1) || token_is_mark(r->d, i + 1, '.');
        if (finite_at(r, i) && (ends || verb_at(r, i + 1))) return true;
        if (ends) return false;
    }
    return false;
}

/* Whether the stretch from `from` has its verbs at its end only: (of) Nederland langer in Kunduz kan blijven. */
static bool verbs_last(const Reader *r, int32_t from)
{
    bool finite = false;
    for (int32_t i = from; i < r->last && i < from + CLAUSE_LOOK; i++) {
        if (is_comma(r, i) || is_stop(r, i) || token_is_mark(r->d, i, '.')) return finite;
        if (!verb_at(r, i) && finite) return false;
        finite = finite || (finite_at(r, i) && i > from);
        if (i + 1 == r->last) return finite;
    }
    return false;
}

/* `indien nodig`: no clause. */
static bool opens_nothing(const Reader *r, int32_t i)
{
    return i + 1 < r->last && word_in(r->d, i + 1, WORDS_IF_SO);
}

/* `zullen dat er nog 450 zijn`, `waren dat er 7`: the pronoun behind a modal that takes no clause, or behind zijn. */
static bool modal_before(const Reader *r, int32_t i)
{
    if (!finite_at(r, i - 1)) return false;
    const Verb *v = &r->verb[i - 1 - r->first];
    if (i + 1 < r->last && token_is(r->d, i + 1, "er") && lemma_in(WORDS_TO_BE, lexicon_field(v->verb, "lemma"))) return true;   /* `waren dat er 7` */
    return (v->classes & VC(MODAL)) && !lemma_in(WORDS_THAT_MODALS, lexicon_field(v->verb, "lemma"));
}

/* `Als onderdeel van de missie zijn drie officieren geplaatst`: a bare noun, and its finite verb opens the main clause; not `Als soldaten sneuvelen, ...`. */
static bool as_something(const Reader *r, int32_t i)
{
    if (!token_is(r->d, i, "als") || !noun_like(r, i + 1) || (r->d->tokens.item[i + 1].flags & TOKEN_CAPITAL)) return false;
    for (int32_t k = i + 2; k < r->last && k < i + CLAUSE_LOOK && !is_stop(r, k); k++)
        if (finite_at(r, k)) return k + 1 < r->last && !is_comma(r, k + 1) && !verb_at(r, k + 1);
    return false;
}

/* `Zoals verwacht stuurt Nederland`, `zijn zoals eerder gemeld nog in Mali`: the token behind a comparison without a finite verb, or -1. */
static int32_t comparison_end(const Reader *r, int32_t opener)
{
    if (!token_is(r->d, opener, "zoals")) return -1;
    for (int32_t k = opener + 1; k < r->last && k < opener + CLAUSE_LOOK && !is_comma(r, k) && !is_stop(r, k); k++) {
        if (!verb_at(r, k)) continue;
        const Verb *v = &r->verb[k - r->first];
        if (v->form != FORM_PARTICIPLE && !v->or_participle) return -1;
        int32_t next = v->last;
        if (next >= r->last || is_comma(r, next) || is_stop(r, next)) return -1;
        if (finite_at(r, next)) return next + 1 >= r->last || is_comma(r, next + 1) || is_stop(r, next + 1) ? -1 : next;
        return opener > r->first && has_finite(&r->c->clause.item[r->c->of[opener - 1 - r->first]]) ? next : -1;
    }
    return -1;
}

static bool opens_subordinate(const Reader *r, int32_t i)
{
    uint32_t f = function_at(r, i);
    if (comparison_end(r, i) >= 0) return true;
    /* `blijven tot hun missie is afgelopen` */
    if (token_is(r->d, i, "tot") && i > r->first && r->c->clause.item[r->current].verbs && !waits(&r->c->clause.item[r->current]) && verbs_last(r, i + 1)) return true;
    if (!(f & FC(SUB)) || opens_nothing(r, i)) return false;
    if (f & FC(SUB_SURE)) return verb_ahead(r, i + 1, 2 * CLAUSE_LOOK);
    if (i == r->first && token_is(r->d, i, "nu")) return !finite_at(r, i + 1) && verbs_last(r, i + 1);   /* `Nu de missie voorbij is, vertrekken ze` */
    if (token_is(r->d, i, "om") || token_is(r->d, i, "nu") || token_is(r->d, i, "toen") || token_is(r->d, i, "sinds") || token_is(r->d, i, "voor"))
        return i == r->first && token_is(r->d, i, "toen") && !finite_at(r, i + 1);
    if (i == r->first) return ((token_is(r->d, i, "als") && !as_something(r, i)) || token_is(r->d, i, "of")) && verb_ahead(r, i + 1, CLAUSE_LOOK);
    bool asked = (function_at(r, i - 1) & FC(PRON)) && finite_at(r, i - 2);   /* `Wist u dat` */
    bool after = asked || is_comma(r, i - 1) || verb_at(r, i - 1) || noun_like(r, i - 1);
    bool particle = (function_at(r, i - 1) & FC(PREP)) && verb_that_clause(r->d, i + 1, r->last, function_at(r, i + 1));
    if (token_is(r->d, i, "dat") && modal_before(r, i)) return false;
    if (token_is(r->d, i, "dat")) return (after || particle) && !finite_at(r, i + 1) && verb_ahead(r, i + 1, 2 * CLAUSE_LOOK);
    if (token_is(r->d, i, "als")) return (is_comma(r, i - 1) && finite_ahead(r, i + 1)) || verb_final(r, i + 1);
    if (token_is(r->d, i, "of") && has_finite(&r->c->clause.item[r->current]) && verbs_last(r, i + 1)) return true;
    if (token_is(r->d, i, "of")) return (is_comma(r, i - 1) || verb_at(r, i - 1)) && !finite_at(r, i + 1) && finite_ahead(r, i + 1);
    return is_comma(r, i - 1) && verb_ahead(r, i + 1, CLAUSE_LOOK);
}

/* `om ... te`, and `door/zonder/na ... te`. */
static bool opens_infinitive(const Reader *r, int32_t i)
{
    if (!word_in(r->d, i, WORDS_PURPOSE)) return false;
    for (int32_t k = i + 1; k < r->last && k < i + CLAUSE_LOOK; k++) {
        if (is_stop(r, k) || finite_at(r, k)) return false;
        if (verb_at(r, k) && r->verb[k - r->first].form == FORM_TE) return true;
        if (token_is(r->d, k, "te") && k + 1 < r->last && r->d->tokens.item[k + 1].kind == TOKEN_WORD) return true;
    }
    return false;
}

/* Whether `c` still misses a separated particle that stands behind `i`: gaat, als het moet, nog een jaar DOOR. */
static bool pending(const Reader *r, const Clause *c, int32_t i)
{
    if (!is_comma(r, i - 1)) return false;
    for (int v = 0; v < c->verbs; v++)
        if (c->verb[v].particle >= i) return true;
    return false;
}

/* Whether a verb-final clause is over before token `i`: its finite verb has been seen, and another finite verb or a comma follows. */
static bool inner_over(const Reader *r, const Clause *c, int32_t i)
{
    if (c->kind == CLAUSE_MAIN || c->parent < 0) return false;
    if (c->kind == CLAUSE_SUB && c->opener >= r->first && comparison_end(r, c->opener) == i) return true;
    bool complete = c->kind == CLAUSE_INFINITIVE ? c->verbs > 0 : has_finite(c);
    bool parent_open = !has_finite(&r->c->clause.item[c->parent]) || pending(r, &r->c->clause.item[c->parent], i);
    if (is_comma(r, i)) return false;
    /* `hebben om in contact te komen met de bevolking gewerkt aan projecten` */
    bool done = c->kind == CLAUSE_INFINITIVE && complete && c->verb[c->verbs - 1].form == FORM_TE;
    if (done && verb_at(r, i) && r->verb[i - r->first].form == FORM_PARTICIPLE && waits(&r->c->clause.item[c->parent])) return true;
    /* `levert Ottawa, zodra de opleiding is afgerond, ook vijftien tanks` */
    bool inserted = c->kind == CLAUSE_SUB && c->opener > r->first && is_comma(r, c->opener - 1);
    if (is_comma(r, i - 1) && inserted && complete && verb_at(r, i - 2) && !verb_at(r, i) && !(function_at(r, i) & (FC(COORD) | FC(SUB) | FC(SUB_SURE) | FC(REL) | FC(COORD_CLAUSE)))) return true;
    if (is_comma(r, i - 1) && c->kind == CLAUSE_RELATIVE) {
        /* `Frankrijk, dat vorig jaar ingreep, heeft`; `zijn 60 militairen, van wie tien uit Assen, vertrokken` */
        bool resumes = !complete && verb_at(r, i) && !finite_at(r, i) && waits(&r->c->clause.item[c->parent]);
        if (resumes || (complete && verb_at(r, i - 2))) return true;
    }
    if (is_comma(r, i - 1)) return complete ? finite_at(r, i) || parent_open : finite_at(r, i) && parent_open && c->kind == CLAUSE_RELATIVE;
    if (!complete || !finite_at(r, i) || !parent_open) return false;
    /* `Om de haven te beveiligen stuurt Nederland`: behind its te-infinitive only the outer clause has a finite verb */
    const Verb *v = &r->verb[i - r->first];
    return !verb_at(r, i - 1) || (c->kind == CLAUSE_INFINITIVE && !v->plural_or_inf && !v->or_participle && c->verb[c->verbs - 1].form == FORM_TE);
}

static bool is_name(const Reader *r, int32_t i)
{
    return i >= r->first && i < r->last && r->d->tokens.item[i].kind == TOKEN_WORD && (r->d->tokens.item[i].flags & TOKEN_CAPITAL);
}

/* `samen met Amerikanen, Britten en Finnen de stad bewaken`: names that go on behind the comma before `i`, and are no subject of a finite verb behind them. */
static bool lists_names(const Reader *r, int32_t i)
{
    if (!is_name(r, i - 2) || !is_name(r, i)) return false;
    int32_t k = i + 1;
    while (k + 1 < r->last && (is_comma(r, k) || token_is(r->d, k, "en") || token_is(r->d, k, "of")) && is_name(r, k + 1)) k += 2;
    return k > i + 1 && !finite_at(r, k);
}

/* The comma before a short aside right behind a finite verb that the comma at `i` ends: `stuurt, in maart, zijn F-16's`, `stuurt, zo zei hij, zijn F-16's`; or -1. */
static int32_t aside_from(const Reader *r, int32_t i)
{
    bool verbs = false;
    for (int32_t k = i - 1; is_comma(r, i) && k > r->first && k >= i - 1 - VERB_ASIDE; k--) {
        if (is_stop(r, k)) return -1;
        verbs = verbs || verb_at(r, k);
        if (!is_comma(r, k)) continue;
        bool opens = (function_at(r, k + 1) & (FC(COORD) | FC(COORD_CLAUSE) | FC(SUB) | FC(REL))) && !(function_at(r, k + 1) & FC(PREP));
        return k < i - 1 && finite_at(r, k - 1) && (token_is(r->d, k + 1, "zo") || (!opens && !verbs)) ? k : -1;
    }
    return -1;
}

/* `haalt, zo vernam deze krant, zijn militairen terug`: a short aside between commas that opens with zo and its verb, or with a verb of saying. */
static bool opens_aside(const Reader *r, int32_t i)
{
    enum { REACH = 8 };
    bool so = token_is(r->d, i, "zo") && finite_at(r, i + 1), says = finite_at(r, i) && (r->verb[i - r->first].classes & VC(SAY));
    if (!is_comma(r, i - 1) || !(so || says)) return false;
    for (int32_t k = i + 1; k < r->last && k <= i + REACH; k++)
        if (is_comma(r, k)) return k + 1 < r->last;
    return false;
}

/* Back to the clause that an aside stood in, behind its second comma. */
static bool closes_aside(Reader *r, int32_t i)
{
    if (r->aside < 0 || !is_comma(r, i - 1)) return false;
    const Clause *c = &r->c->clause.item[r->aside];
    if (!has_finite(c) || waits(c) || pending(r, c, i)) r->current = r->aside;
    bool back = r->current == r->aside;
    r->aside = -1;
    return back;
}

/* The modal of clause `c` that an infinitive behind `en` at `i` shares: `wil de missie verlengen en zestig man sturen`; or NULL. Its verb takes an object, which
 * stands before it, and ends its clause: `en de militairen blijven in Gao` is a clause of its own. */
static const Verb *shared_modal(const Reader *r, const Clause *c, int32_t i)
{
    const uint64_t takes_object = VC(DEPLOY) | VC(ENLARGE) | VC(REDUCE) | VC(EXTEND) | VC(WITHDRAW) | VC(OFFER) | VC(RELIEVE), alone = VC(REMAIN) | VC(GO) | VC(DEPART) | VC(SERVE) | VC(BE);
    const Verb *modal = NULL;
    bool infinitive = false;
    for (int v = 0; v < c->verbs; v++) {
        if (c->verb[v].form == FORM_FINITE && (c->verb[v].classes & VC(MODAL)) && !modal) modal = &c->verb[v];
        else infinitive = infinitive || c->verb[v].form == FORM_INFINITIVE || c->verb[v].plural_or_inf;
    }
    int32_t k = i + 1;
    while (k < r->last && k < i + CLAUSE_LOOK && !verb_at(r, k) && !is_comma(r, k) && !is_stop(r, k)) k++;
    if (!modal || !infinitive || k >= r->last || k < i + 3 || !verb_at(r, k)) return NULL;
    const Verb *v = &r->verb[k - r->first];
    bool ends = k + 1 >= r->last || is_comma(r, k + 1) || is_stop(r, k + 1) || r->d->tokens.item[k + 1].kind == TOKEN_PUNCT || (function_at(r, k + 1) & FC(PREP));
    return v->plural_or_inf && ends && (v->classes & takes_object) && !(v->classes & alone) ? modal : NULL;
}

/* `blijft in Koeweit en Bagdad bijdragen`: an infinitive that blijven or gaan still wants, behind two names that `en` at `i` joins. */
static bool ends_with_infinitive(const Reader *r, const Clause *c, int32_t i)
{
    const uint64_t wants = VC(REMAIN) | VC(GO), moves = VC(GO) | VC(DEPART) | VC(RETURN) | VC(WITHDRAW) | VC(REMAIN) | VC(ARRIVE);
    if (c->verbs != 1 || !(c->verb[0].classes & wants) || !is_name(r, i - 1) || !is_name(r, i + 1) || !verb_at(r, i + 2)) return false;
    const Verb *v = &r->verb[i + 2 - r->first];
    bool ends = i + 3 >= r->last || r->d->tokens.item[i + 3].kind == TOKEN_PUNCT;
    return ends && v->plural_or_inf && !(v->classes & moves);
}

/* `ligt gereed om naar de Golf te varen, maar wacht nog`: behind the comma of a te-infinitive that is complete the outer clause goes on with a verb of its own. */
static bool goes_on_behind(const Reader *r, const Clause *c, int32_t i)
{
    bool complete = c->kind == CLAUSE_INFINITIVE && c->parent >= 0 && c->verbs && c->verb[c->verbs - 1].form == FORM_TE;
    return complete && is_comma(r, i - 1) && finite_at(r, i + 1) && has_finite(&r->c->clause.item[c->parent]);
}

/* `tot en met maart`, `tussen mei en juli`: `en` at `i` stands in a span, whatever clause another one opens behind it. */
static bool joins_span(const Reader *r, int32_t i)
{
    enum { SPAN_REACH = 5 };
    if (!token_is(r->d, i, "en")) return false;
    if (i + 1 < r->last && token_is(r->d, i - 1, "tot") && token_is(r->d, i + 1, "met")) return true;
    for (int32_t k = i - 1; k >= r->first && k >= i - SPAN_REACH; k--) {
        if (token_is(r->d, k, "tussen")) return !finite_at(r, i + 1);
        if (verb_at(r, k) || r->d->tokens.item[k].kind == TOKEN_PUNCT || token_is(r->d, k, "en")) return false;
    }
    return false;
}

static void enter_boundary(Reader *r, int32_t i)
{
    Clause *c = current(r);
    if (closes_aside(r, i) || joins_span(r, i)) return;
    /* `had België, zonder dat het parlement het wist, tachtig man gestuurd`: opened by dat, behind it */
    if (is_comma(r, i - 1) && token_is(r->d, i, "zonder") && i + 1 < r->last && token_is(r->d, i + 1, "dat")) return;
    if (r->aside < 0 && opens_aside(r, i)) {
        r->aside = r->current;
        r->current = open_clause(r, CLAUSE_MAIN, i, -1, -1);
        return;
    }
    if (inner_over(r, c, i)) {
        r->current = c->parent;
        c = current(r);
    }
    if (opens_relative(r, i)) {
        r->current = open_clause(r, CLAUSE_RELATIVE, i, r->current, i);
    } else if (opens_infinitive(r, i)) {
        r->current = open_clause(r, CLAUSE_INFINITIVE, i, r->current, i);
    } else if (opens_subordinate(r, i)) {
        r->current = open_clause(r, CLAUSE_SUB, i, r->current, i);
    } else if (is_name(r, i - 1) && is_name(r, i + 1) && is_comma(r, i - 2) && is_name(r, i - 3) && !finite_at(r, i + 2)) {
        return;
    } else if ((function_at(r, i) & FC(COORD_CLAUSE)) && (has_finite(c) || goes_on_behind(r, c, i)) && finite_ahead(r, i + 1) && !ends_with_infinitive(r, c, i)) {
        bool inner = c->kind != CLAUSE_MAIN && !is_comma(r, i - 1) && verb_at(r, i - 1) && !finite_at(r, i + 1);
        int32_t parent = c->parent;
        ClauseKind kind = inner ? c->kind : CLAUSE_MAIN;
        const Verb *modal = shared_modal(r, c, i);
        Verb shared = modal ? *modal : (Verb){0};
        r->current = open_clause(r, kind, i, inner ? parent : -1, inner ? c->opener : -1);
        if (modal) current(r)->verb[current(r)->verbs++] = shared;
    } else if (aside_from(r, i - 1) >= 0) {
        return;
    } else if (is_comma(r, i - 1) && has_finite(c) && finite_at(r, i)) {
        r->current = open_clause(r, CLAUSE_MAIN, i, -1, -1);
    } else if (is_comma(r, i - 1) && c->kind == CLAUSE_MAIN && has_finite(c) && finite_ahead(r, i) && !opens_relative(r, i) && !lists_names(r, i)) {
        r->current = open_clause(r, CLAUSE_MAIN, i, -1, -1);
    }
}

static void add_verb(Reader *r, int32_t i)
{
    Clause *c = current(r);
    if (c->verbs < CLAUSE_VERBS) c->verb[c->verbs++] = r->verb[i - r->first];
}

static bool is_dash(const Reader *r, int32_t i)
{
    unsigned char b = (unsigned char)r->d->bytes.at[r->d->tokens.item[i].at.from];
    return is_stop(r, i) && (b == '-' || b == 0xE2);
}

/* `De waarnemers - van wie drie uit Assen - blijven`: behind a colon or dash another clause; behind the second dash the one that still lacks its verb. */
static int32_t behind_stop(Reader *r, int32_t i)
{
    int32_t back = is_dash(r, i - 1) ? r->dashed : -1;
    r->dashed = -1;
    if (back >= 0 && (!has_finite(&r->c->clause.item[back]) || waits(&r->c->clause.item[back]))) return back;
    const Clause *c = current(r);
    for (int32_t k = c->first; is_dash(r, i - 1) && k < i - 1 && k < c->first + CLAUSE_LOOK; k++)
        if ((function_at(r, k) & (FC(DET) | FC(POSSESSIVE))) || r->d->tokens.item[k].kind == TOKEN_NUMBER) r->dashed = r->current;
    return open_clause(r, CLAUSE_MAIN, i, -1, -1);
}

static void cut_clauses(Reader *r)
{
    r->current = open_clause(r, CLAUSE_MAIN, r->first, -1, -1);
    if (r->last > r->first && opens_subordinate(r, r->first)) r->current = open_clause(r, CLAUSE_SUB, r->first, 0, r->first);
    else if (r->last > r->first && opens_infinitive(r, r->first)) r->current = open_clause(r, CLAUSE_INFINITIVE, r->first, 0, r->first);
    for (int32_t i = r->first; i < r->last; i++) {
        if (i > r->first) {
            if (is_stop(r, i - 1)) r->current = behind_stop(r, i);
            else if (!is_comma(r, i)) enter_boundary(r, i);
        }
        r->c->of[i - r->first] = (int16_t)r->current;
        current(r)->last = i + 1;
        if (verb_at(r, i)) {
            int32_t last = r->verb[i - r->first].last;
            add_verb(r, i);
            for (; i + 1 < last && i + 1 < r->last; i++) r->c->of[i + 1 - r->first] = (int16_t)r->current;
            current(r)->last = i + 1;
        }
    }
}

/* The nearest sure finite verb on one side of `i`, within commas and clause-opening words. */
static bool finite_beside(const Reader *r, int32_t i, int step)
{
    for (int32_t k = i + step; k >= r->first && k < r->last; k += step) {
        if (step < 0 && k == i - 1 && aside_from(r, k) >= 0) k = aside_from(r, k) - 1;
        if (is_comma(r, k) || is_stop(r, k)) return false;
        bool opens = (function_at(r, k) & (FC(SUB_SURE) | FC(COORD_CLAUSE))) || ((function_at(r, k) & FC(REL)) && is_comma(r, k - 1));
        if (opens) return false;
        const Verb *v = &r->verb[k - r->first];
        if (finite_at(r, k) && !v->plural_or_inf && !v->or_participle) return true;
    }
    return false;
}

/* `trekt zijn militairen terug`, `met zijn troepen`: a possessive, no form of the verb zijn. */
static void drop_possessives(Reader *r)
{
    for (int32_t i = r->first; i + 1 < r->last; i++) {
        if (!verb_at(r, i) || !token_is(r->d, i, "zijn") || r->verb[i - r->first].form == FORM_TE) continue;
        bool noun = noun_like(r, i + 1) || r->d->tokens.item[i + 1].kind == TOKEN_NUMBER;
        bool governed = i > r->first && (function_at(r, i - 1) & FC(PREP)) && noun_like(r, i + 1);
        if (noun && (governed || finite_beside(r, i, -1) || finite_beside(r, i, 1))) r->is_verb[i - r->first] = false;
    }
}

/* `niet alleen`, `niet ver van de grens`, `niet meer dan 50`: nothing is denied. */
static bool denies_nothing(const Reader *r, int32_t i)
{
    /* `Nooit eerder had een fregat zoveel drugs onderschept` */
    for (int32_t k = i + 2; i + 1 < r->last && token_is(r->d, i + 1, "eerder") && k < r->last && k < i + CLAUSE_LOOK && !is_stop(r, k); k++)
        if (word_in(r->d, k, WORDS_SO_MANY)) return true;
    if (!token_is(r->d, i, "niet") || i + 1 >= r->last) return false;
    bool than = i + 2 < r->last && token_is(r->d, i + 2, "dan") && word_in(r->d, i + 1, WORDS_RATHER);
    return than || word_in(r->d, i + 1, WORDS_NOT_DENIED);
}

static void mark_negation(Reader *r)
{
    for (int32_t i = r->first; i < r->last; i++) {
        if (!(function_at(r, i) & FC(NEG))) continue;
        Clause *c = clause_at(r->c, i);
        bool beside = token_is(r->d, i, "geen") && word_in(r->d, i + 1 < r->last ? i + 1 : i, WORDS_MEMBER) && is_comma(r, i - 1);
        bool nothing_meant = word_in(r->d, i, WORDS_NOTHING);
        if (c->negation < 0 && !denies_nothing(r, i) && !beside && !nothing_meant) {
            c->negated = true;
            c->negation = i;
        }
    }
}

/* `wanneer de VN in maart de macht aflost`: the clause says when; not `als de Kamer in maart instemt`. */
static bool names_time(const Reader *r, const Clause *c)
{
    if (!word_in(r->d, c->opener, WORDS_WHENEVER) || (c->classes & (VC(APPROVE) | VC(DECIDE) | VC(WEIGH) | VC(WANT) | VC(OFFER) | VC(REQUEST) | VC(DENY)))) return false;
    for (int32_t i = c->opener + 1; i < c->last; i++)
        if (word_in(r->d, i, WORDS_CALENDAR)) return true;
    return false;
}

/* `eindigt op 15 maart 2009, wanneer het mandaat verstrijkt`: the clause goes with the time before it. */
static bool tells_time(const Reader *r, int32_t opener)
{
    if (!word_in(r->d, opener, WORDS_WHENEVER) || opener < r->first + 2 || !is_comma(r, opener - 1)) return false;
    return r->d->tokens.item[opener - 2].kind == TOKEN_NUMBER || word_in(r->d, opener - 2, WORDS_CALENDAR);
}

/* The clause that the condition or time `at` is of: the one it hangs on, or the next main clause; or NULL. */
static Clause *conditioned(Reader *r, Size at)
{
    const Clause *c = &r->c->clause.item[at];
    if (c->parent >= 0 && has_finite(&r->c->clause.item[c->parent])) return &r->c->clause.item[c->parent];
    for (Size k = at + 1; k < r->c->clause.len; k++)
        if (r->c->clause.item[k].kind == CLAUSE_MAIN) return &r->c->clause.item[k];
    return NULL;
}

/* A clause opened by als, mits ... makes the clause it hangs on conditional too. */
static void mark_conditions(Reader *r)
{
    for (Size i = 0; i < r->c->clause.len; i++) {
        Clause *c = &r->c->clause.item[i];
        if (c->opener < 0 || !(function_at(r, c->opener) & FC(CONDITION))) continue;
        bool opinion = c->opener + 2 < r->last && token_is(r->d, c->opener + 1, "het") && token_is(r->d, c->opener + 2, "aan");
        if (opinion || tells_time(r, c->opener)) continue;
        Clause *of = conditioned(r, i);
        if (names_time(r, c)) {
            if (of && c->tense == TENSE_PRESENT) of->ahead = true;
            continue;
        }
        c->conditional = true;
        if (of) of->conditional = true;
    }
}

/* `Gaat de Kamer akkoord, dan vertrekken ze`: a clause that opens with its finite verb is the condition of a following `dan`. */
static void mark_inverted_conditions(Reader *r)
{
    for (Size i = 0; i + 1 < r->c->clause.len; i++) {
        Clause *c = &r->c->clause.item[i];
        bool verb_first = c->kind == CLAUSE_MAIN && c->verbs && c->verb[0].token == c->first && c->verb[0].form == FORM_FINITE;
        for (Size k = i + 1; verb_first && k < r->c->clause.len; k++) {
            Clause *then = &r->c->clause.item[k];
            if (then->kind != CLAUSE_MAIN || !token_is(r->d, then->first, "dan") || !is_comma(r, then->first - 1)) continue;
            c->conditional = then->conditional = true;
            break;
        }
    }
}

Clauses clause_read(const Document *d, const Matches *m, int32_t first, int32_t last, Arena *keep)
{
    Clauses c = {.first = first, .last = last};
    Size n = last - first;
    c.of = ARENA_NEW(keep, int16_t, n + 1);
    c.function = ARENA_NEW(keep, uint32_t, n + 1);
    Reader r = {d, m, &c, ARENA_NEW(keep, Verb, n + 1), ARENA_NEW(keep, bool, n + 1), first, last, 0, -1, -1, keep};
    for (int32_t i = first; i < last; i++)
        for (int32_t k = m->at[i - m->first]; k >= 0 && k < m->match.len && m->match.item[k].first == i; k++) {
            Entry e = match_entry(m, &m->match.item[k], TABLE_FUNCTION);
            if (entry_some(e) && m->match.item[k].last == i + 1) c.function[i - first] = function_classes(e);
        }
    VerbLook look = verb_look(d, m, c.function, first, last);
    for (int32_t i = first; i < last; i++) {
        r.is_verb[i - first] = verb_find(&look, i, &r.verb[i - first]);
        if (r.is_verb[i - first]) i = r.verb[i - first].last - 1;
    }
    drop_possessives(&r);
    cut_clauses(&r);
    mark_negation(&r);
    for (Size i = 0; i < c.clause.len; i++) verb_resolve(d, &c.clause.item[i]);
    mark_conditions(&r);
    mark_inverted_conditions(&r);
    return c;
}
