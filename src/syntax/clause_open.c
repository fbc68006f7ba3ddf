/* Where a clause opens: relative, subordinate and infinitive ones, comparisons and asides. */
#include "syntax/clause_reader.h"

#include "lexicon/wordlist.h"

bool clause_verb_ahead(const ClauseReader *r, int32_t from, int32_t reach)
{
    for (int32_t i = from; i < r->last && i < from + reach; i++) {
        if (is_stop(r, i)) return false;
        if (verb_at(r, i)) return true;
    }
    return false;
}

bool clause_noun_like(const ClauseReader *r, int32_t i)
{
    if (i < r->first || i >= r->last) return false;
    const Token *t = &r->d->tokens.item[i];
    return t->kind == TOKEN_WORD && !verb_at(r, i) && function_at(r, i) == 0;
}

/* Whether the word at `i` is the particle of an earlier verb: maakte BEKEND dat. */
static bool particle_at(const ClauseReader *r, int32_t i)
{
    const Clause *c = &r->c->clause.item[r->current];
    for (int v = 0; v < c->verbs; v++)
        if (c->verb[v].particle == i) return true;
    return false;
}

/* `bekend dat Nederland stuurt`, `de kans dat er`, `zegt, dat zij`: a subject behind `dat`, and no neuter noun before it that it could be of. */
static bool means_that(const ClauseReader *r, int32_t i)
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

/* Whether the stretch from `from` ends, before a comma or a stop, in a word that may be a finite verb which no table has: `die er met acht toestellen postvatten`. */
static bool strange_verb_last(const ClauseReader *r, int32_t from)
{
    int32_t i = from;
    while (i < r->last && i < from + CLAUSE_LOOK && !is_comma(r, i) && !is_stop(r, i) && !token_is_mark(r->d, i, '.')) i++;
    if (i - 1 <= from || i >= from + CLAUSE_LOOK || !clause_noun_like(r, i - 1) || (r->d->tokens.item[i - 1].flags & TOKEN_CAPITAL)) return false;
    Span word = token_text(r->d, i - 1);
    bool ending = span_ends(word, SPAN("t")) || span_ends(word, SPAN("en")) || span_ends(word, SPAN("de")) || span_ends(word, SPAN("te"));
    return ending && word.len > 4;
}

/* Whether the word at `i` opens a relative clause: after a comma or right behind a noun, with its verb not right behind it. */
bool clause_opens_relative(const ClauseReader *r, int32_t i)
{
    if (!(function_at(r, i) & FC(REL)) || i == r->first || means_that(r, i)) return false;
    bool after_comma = is_comma(r, i - 1);
    if (!after_comma && !clause_noun_like(r, i - 1)) {
        bool preposition = (function_at(r, i - 1) & FC(PREP)) && i - 2 >= r->first && (is_comma(r, i - 2) || clause_noun_like(r, i - 2));
        if (!preposition || token_is(r->d, i, "dat")) return false;
    }
    if (token_is(r->d, i, "dat") && (particle_at(r, i - 1) || word_in(r->d, i - 1, WORDS_UPON_THAT))) return false;
    /* `hadden eerder die dag twee toestellen onderschept` */
    if (!after_comma && i + 2 < r->last && word_in(r->d, i + 1, WORDS_THAT_TIME) && !token_is(r->d, i + 2, "en")) return false;
    if (finite_at(r, i + 1) && !clause_verb_ahead(r, i + 2, 6)) return token_is(r->d, i, "die") || (!after_comma && token_is(r->d, i, "dat"));
    if (clause_verb_ahead(r, i + 1, 2 * CLAUSE_LOOK)) return true;
    return after_comma && strange_verb_last(r, i + 1);
}

/* Whether the stretch from `from` opens with a subject and ends in its finite verb: (als) er een mandaat komt. */
static bool verb_final(const ClauseReader *r, int32_t from)
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
static bool verbs_last(const ClauseReader *r, int32_t from)
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
static bool opens_nothing(const ClauseReader *r, int32_t i)
{
    return i + 1 < r->last && word_in(r->d, i + 1, WORDS_IF_SO);
}

/* `zullen dat er nog 450 zijn`, `waren dat er 7`: the pronoun behind a modal that takes no clause, or behind zijn. */
static bool modal_before(const ClauseReader *r, int32_t i)
{
    if (!finite_at(r, i - 1)) return false;
    const Verb *v = &r->verb[i - 1 - r->first];
    if (i + 1 < r->last && token_is(r->d, i + 1, "er") && lemma_in(WORDS_TO_BE, lexicon_field(v->verb, "lemma"))) return true;   /* `waren dat er 7` */
    return (v->classes & VC(MODAL)) && !lemma_in(WORDS_THAT_MODALS, lexicon_field(v->verb, "lemma"));
}

/* `Als onderdeel van de missie zijn drie officieren geplaatst`: a bare noun, and its finite verb opens the main clause; not `Als soldaten sneuvelen, ...`. */
static bool as_something(const ClauseReader *r, int32_t i)
{
    if (!token_is(r->d, i, "als") || !clause_noun_like(r, i + 1) || (r->d->tokens.item[i + 1].flags & TOKEN_CAPITAL)) return false;
    for (int32_t k = i + 2; k < r->last && k < i + CLAUSE_LOOK && !is_stop(r, k); k++)
        if (finite_at(r, k)) return k + 1 < r->last && !is_comma(r, k + 1) && !verb_at(r, k + 1);
    return false;
}

/* `Zoals verwacht stuurt Nederland`, `zijn zoals eerder gemeld nog in Mali`: the token behind a comparison without a finite verb, or -1. */
int32_t clause_comparison_end(const ClauseReader *r, int32_t opener)
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

/* `De Fransen zijn weg en nu hebben`: a form that may be an infinitive is none for a clause whose zijn, hebben or worden wants a participle. */
static bool wants_participle(const Clause *c)
{
    for (int i = 0; i < c->verbs; i++)
        if (!(c->verb[i].classes & VC(AUX)) || (c->verb[i].classes & VC(MODAL))) return false;
    return true;
}

/* Behind the name that opens at `i`, its article before it: `de Verenigde Staten`; or `i` where there is none. */
static int32_t name_end(const ClauseReader *r, int32_t i)
{
    int32_t k = i + (i < r->last && (function_at(r, i) & FC(DET)) ? 1 : 0), first = k;
    while (k < r->last && r->d->tokens.item[k].kind == TOKEN_WORD && (r->d->tokens.item[k].flags & TOKEN_CAPITAL) && !verb_at(r, k)) k++;
    return k > first ? k : i;
}

/* `maar ook Noorwegen, Zweden en Finland leveren`: whether names in a list, behind `ook`, stand at `i` as the subject of a finite verb right behind them. */
static bool names_act(const ClauseReader *r, int32_t i)
{
    enum { MOST = 12 };
    int32_t k = name_end(r, i < r->last && token_is(r->d, i, "ook") ? i + 1 : i), names = 0;
    for (bool last = false; k > i && k + 1 < r->last && names < MOST; names++) {
        if (last) return names > 1 && finite_at(r, k);
        last = token_is(r->d, k, "en");
        int32_t end = last || is_comma(r, k) ? name_end(r, k + 1) : k;
        if (end <= k + 1) return false;
        k = end;
    }
    return false;
}

/* Whether a finite verb comes before the next comma, stop or clause-opening word. A form that may be an infinitive is none while one is awaited. */
bool clause_finite_ahead(const ClauseReader *r, int32_t from)
{
    const Clause *c = &r->c->clause.item[r->current];
    bool waiting = waits(c), participle = wants_participle(c);
    if (names_act(r, from)) return true;
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
        /* `hadden een kamp en leveren nu veertig man`: hebben takes no infinitive */
        bool joined = participle && i == from && i > r->first && (function_at(r, i - 1) & FC(COORD)) && v->plural_or_inf && !v->or_participle && i + 1 < r->last && !is_comma(r, i + 1) && !is_stop(r, i + 1);
        /* `laten 7200 man in Basra, maar willen er 3000 terughalen`: no infinitive of a modal verb opens a clause */
        bool opens = i == from && i > r->first && (function_at(r, i - 1) & FC(COORD_CLAUSE)), goes_on = i + 1 < r->last && !verb_at(r, i + 1) && !is_comma(r, i + 1) && !is_stop(r, i + 1);
        bool modal = opens && goes_on && (v->classes & VC(MODAL));
        if (finite_at(r, i) && !(waiting && !second && !other && !joined && !modal && (v->plural_or_inf || v->or_participle))) return true;
    }
    return false;
}

bool clause_opens_subordinate(const ClauseReader *r, int32_t i)
{
    uint32_t f = function_at(r, i);
    if (clause_comparison_end(r, i) >= 0) return true;
    /* `blijven tot hun missie is afgelopen` */
    if (token_is(r->d, i, "tot") && i > r->first && r->c->clause.item[r->current].verbs && !waits(&r->c->clause.item[r->current]) && verbs_last(r, i + 1)) return true;
    if (!(f & FC(SUB)) || opens_nothing(r, i)) return false;
    if (f & FC(SUB_SURE)) return clause_verb_ahead(r, i + 1, 2 * CLAUSE_LOOK);
    if (i == r->first && token_is(r->d, i, "nu")) return !finite_at(r, i + 1) && verbs_last(r, i + 1);   /* `Nu de missie voorbij is, vertrekken ze` */
    if (token_is(r->d, i, "om") || token_is(r->d, i, "nu") || token_is(r->d, i, "toen") || token_is(r->d, i, "sinds") || token_is(r->d, i, "voor"))
        return i == r->first && token_is(r->d, i, "toen") && !finite_at(r, i + 1);
    if (i == r->first) return ((token_is(r->d, i, "als") && !as_something(r, i)) || token_is(r->d, i, "of")) && clause_verb_ahead(r, i + 1, CLAUSE_LOOK);
    bool asked = (function_at(r, i - 1) & FC(PRON)) && finite_at(r, i - 2);   /* `Wist u dat` */
    bool after = asked || is_comma(r, i - 1) || verb_at(r, i - 1) || clause_noun_like(r, i - 1);
    bool particle = (function_at(r, i - 1) & FC(PREP)) && verb_that_clause(r->d, i + 1, r->last, function_at(r, i + 1));
    if (token_is(r->d, i, "dat") && modal_before(r, i)) return false;
    if (token_is(r->d, i, "dat")) return (after || particle) && !finite_at(r, i + 1) && clause_verb_ahead(r, i + 1, 2 * CLAUSE_LOOK);
    if (token_is(r->d, i, "als")) return (is_comma(r, i - 1) && clause_finite_ahead(r, i + 1)) || verb_final(r, i + 1);
    if (token_is(r->d, i, "of") && has_finite(&r->c->clause.item[r->current]) && verbs_last(r, i + 1)) return true;
    if (token_is(r->d, i, "of")) return (is_comma(r, i - 1) || verb_at(r, i - 1)) && !finite_at(r, i + 1) && clause_finite_ahead(r, i + 1);
    return is_comma(r, i - 1) && clause_verb_ahead(r, i + 1, CLAUSE_LOOK);
}

/* `om ... te`, and `door/zonder/na ... te`. */
bool clause_opens_infinitive(const ClauseReader *r, int32_t i)
{
    if (!word_in(r->d, i, WORDS_PURPOSE)) return false;
    for (int32_t k = i + 1; k < r->last && k < i + CLAUSE_LOOK; k++) {
        if (is_stop(r, k) || finite_at(r, k)) return false;
        if (verb_at(r, k) && r->verb[k - r->first].form == FORM_TE) return true;
        if (token_is(r->d, k, "te") && k + 1 < r->last && r->d->tokens.item[k + 1].kind == TOKEN_WORD) return true;
    }
    return false;
}

/* The comma before a short aside right behind a finite verb that the comma at `i` ends: `stuurt, in maart, zijn F-16's`, `stuurt, zo zei hij, zijn F-16's`; or -1. */
int32_t clause_aside_from(const ClauseReader *r, int32_t i)
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
