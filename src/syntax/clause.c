/* Cutting a sentence into clauses. Verbs first, then boundaries, then what the verbs of each clause say together. */
#include "syntax/clause_reader.h"

#include "lexicon/wordlist.h"

static int32_t open_clause(ClauseReader *r, ClauseKind kind, int32_t at, int32_t parent, int32_t opener)
{
    if (r->c->clause.len >= CLAUSES_SENTENCE) return r->current;
    Clause *c = ARRAY_PUSH(&r->c->clause, r->keep);
    *c = (Clause){.kind = kind, .first = at, .last = at, .parent = parent, .opener = opener, .negation = -1};
    return (int32_t)r->c->clause.len - 1;
}

static Clause *current(ClauseReader *r)
{
    return &r->c->clause.item[r->current];
}

/* Whether `c` still misses a separated particle that stands behind `i`: gaat, als het moet, nog een jaar DOOR. */
static bool pending(const ClauseReader *r, const Clause *c, int32_t i)
{
    if (!is_comma(r, i - 1)) return false;
    for (int v = 0; v < c->verbs; v++)
        if (c->verb[v].particle >= i) return true;
    return false;
}

/* Whether a verb-final clause is over before token `i`: its finite verb has been seen, and another finite verb or a comma follows. */
static bool inner_over(const ClauseReader *r, const Clause *c, int32_t i)
{
    if (c->kind == CLAUSE_MAIN || c->parent < 0) return false;
    if (c->kind == CLAUSE_SUB && c->opener >= r->first && clause_comparison_end(r, c->opener) == i) return true;
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
    /* `de inspanning die dat vergt vroeg Nederland`: a verb of its own, then one that is no infinitive */
    const Verb *own = &c->verb[c->verbs - 1];
    if (c->kind == CLAUSE_RELATIVE && own->form == FORM_FINITE && !(own->classes & (VC(MODAL) | VC(AUX))) && !v->plural_or_inf && !v->or_participle) return true;
    return !verb_at(r, i - 1) || (c->kind == CLAUSE_INFINITIVE && !v->plural_or_inf && !v->or_participle && c->verb[c->verbs - 1].form == FORM_TE);
}

static bool is_name(const ClauseReader *r, int32_t i)
{
    return i >= r->first && i < r->last && r->d->tokens.item[i].kind == TOKEN_WORD && (r->d->tokens.item[i].flags & TOKEN_CAPITAL);
}

/* `samen met Amerikanen, Britten en Finnen de stad bewaken`: names that go on behind the comma before `i`, and are no subject of a finite verb behind them. */
static bool lists_names(const ClauseReader *r, int32_t i)
{
    if (!is_name(r, i - 2) || !is_name(r, i)) return false;
    int32_t k = i + 1;
    while (k + 1 < r->last && (is_comma(r, k) || token_is(r->d, k, "en") || token_is(r->d, k, "of")) && is_name(r, k + 1)) k += 2;
    return k > i + 1 && !finite_at(r, k);
}

/* `haalt, zo vernam deze krant, zijn militairen terug`: a short aside between commas that opens with zo and its verb, or with a verb of saying. */
static bool opens_aside(const ClauseReader *r, int32_t i)
{
    enum { REACH = 8 };
    bool so = token_is(r->d, i, "zo") && finite_at(r, i + 1), says = finite_at(r, i) && (r->verb[i - r->first].classes & VC(SAY));
    if (!is_comma(r, i - 1) || !(so || says)) return false;
    for (int32_t k = i + 1; k < r->last && k <= i + REACH; k++)
        if (is_comma(r, k)) return k + 1 < r->last;
    return false;
}

/* Back to the clause that an aside stood in, behind its second comma. */
static bool closes_aside(ClauseReader *r, int32_t i)
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
static const Verb *shared_modal(const ClauseReader *r, const Clause *c, int32_t i)
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
static bool ends_with_infinitive(const ClauseReader *r, const Clause *c, int32_t i)
{
    const uint64_t wants = VC(REMAIN) | VC(GO), moves = VC(GO) | VC(DEPART) | VC(RETURN) | VC(WITHDRAW) | VC(REMAIN) | VC(ARRIVE);
    if (c->verbs != 1 || !(c->verb[0].classes & wants) || !is_name(r, i - 1) || !is_name(r, i + 1) || !verb_at(r, i + 2)) return false;
    const Verb *v = &r->verb[i + 2 - r->first];
    bool ends = i + 3 >= r->last || r->d->tokens.item[i + 3].kind == TOKEN_PUNCT;
    return ends && v->plural_or_inf && !(v->classes & moves);
}

/* `ligt gereed om naar de Golf te varen, maar wacht nog`: behind the comma of a te-infinitive that is complete the outer clause goes on with a verb of its own. */
static bool goes_on_behind(const ClauseReader *r, const Clause *c, int32_t i)
{
    bool complete = c->kind == CLAUSE_INFINITIVE && c->parent >= 0 && c->verbs && c->verb[c->verbs - 1].form == FORM_TE;
    return complete && is_comma(r, i - 1) && finite_at(r, i + 1) && has_finite(&r->c->clause.item[c->parent]);
}

/* `tot en met maart`, `tussen mei en juli`: `en` at `i` stands in a span, whatever clause another one opens behind it. */
static bool joins_span(const ClauseReader *r, int32_t i)
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

static void enter_boundary(ClauseReader *r, int32_t i)
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
    if (clause_opens_relative(r, i)) {
        r->current = open_clause(r, CLAUSE_RELATIVE, i, r->current, i);
    } else if (clause_opens_infinitive(r, i)) {
        r->current = open_clause(r, CLAUSE_INFINITIVE, i, r->current, i);
    } else if (clause_opens_subordinate(r, i)) {
        r->current = open_clause(r, CLAUSE_SUB, i, r->current, i);
    } else if (is_name(r, i - 1) && is_name(r, i + 1) && is_comma(r, i - 2) && is_name(r, i - 3) && !finite_at(r, i + 2)) {
        return;
    } else if ((function_at(r, i) & FC(COORD_CLAUSE)) && (has_finite(c) || goes_on_behind(r, c, i)) && clause_finite_ahead(r, i + 1) && !ends_with_infinitive(r, c, i)) {
        bool inner = c->kind != CLAUSE_MAIN && !is_comma(r, i - 1) && verb_at(r, i - 1) && !finite_at(r, i + 1);
        int32_t parent = c->parent;
        ClauseKind kind = inner ? c->kind : CLAUSE_MAIN;
        const Verb *modal = shared_modal(r, c, i);
        Verb shared = modal ? *modal : (Verb){0};
        r->current = open_clause(r, kind, i, inner ? parent : -1, inner ? c->opener : -1);
        if (modal) current(r)->verb[current(r)->verbs++] = shared;
    } else if (clause_aside_from(r, i - 1) >= 0) {
        return;
    } else if (is_comma(r, i - 1) && has_finite(c) && finite_at(r, i)) {
        r->current = open_clause(r, CLAUSE_MAIN, i, -1, -1);
    } else if (is_comma(r, i - 1) && c->kind == CLAUSE_MAIN && has_finite(c) && clause_finite_ahead(r, i) && !clause_opens_relative(r, i) && !lists_names(r, i)) {
        r->current = open_clause(r, CLAUSE_MAIN, i, -1, -1);
    }
}

static void add_verb(ClauseReader *r, int32_t i)
{
    Clause *c = current(r);
    if (c->verbs < CLAUSE_VERBS) c->verb[c->verbs++] = r->verb[i - r->first];
}

/* `heeft er zestig man, gesteund door de Britten`, `zijn de grootste, op afstand gevolgd door de Britten`: a participle behind the one comma since the verb, with an
 * agent of its own, belongs to no hebben or zijn before it; not `zijn, na lang aarzelen, goedgekeurd door de Kamer`. */
static bool is_aside_participle(const ClauseReader *r, int32_t i)
{
    enum { REACH = 3 };
    const Verb *v = &r->verb[i - r->first];
    const Clause *c = &r->c->clause.item[r->current];
    if (v->form != FORM_PARTICIPLE || v->last >= r->last || !token_is(r->d, v->last, "door") || !c->verbs) return false;
    Span lemma = lexicon_field(c->verb[0].verb, "lemma");
    bool has = lemma_in(WORDS_TO_HAVE, lemma), is = lemma_in(WORDS_TO_BE, lemma);
    if (!has && !is) return false;
    int32_t comma = i - 1;
    while (is && comma > r->first && comma >= i - REACH && !is_comma(r, comma) && !verb_at(r, comma)) comma--;
    if (!is_comma(r, comma)) return false;
    for (int32_t k = c->verb[0].token + 1; is && k < comma; k++)
        if (is_comma(r, k)) return false;
    return has || comma > c->verb[0].token + 1;
}

static bool is_dash(const ClauseReader *r, int32_t i)
{
    unsigned char b = (unsigned char)r->d->bytes.at[r->d->tokens.item[i].at.from];
    return is_stop(r, i) && (b == '-' || b == 0xE2);
}

/* `De waarnemers - van wie drie uit Assen - blijven`: behind a colon or dash another clause; behind the second dash the one that still lacks its verb. */
static int32_t behind_stop(ClauseReader *r, int32_t i)
{
    int32_t back = is_dash(r, i - 1) ? r->dashed : -1;
    r->dashed = -1;
    if (back >= 0 && (!has_finite(&r->c->clause.item[back]) || waits(&r->c->clause.item[back]))) return back;
    const Clause *c = current(r);
    for (int32_t k = c->first; is_dash(r, i - 1) && k < i - 1 && k < c->first + CLAUSE_LOOK; k++)
        if ((function_at(r, k) & (FC(DET) | FC(POSSESSIVE))) || r->d->tokens.item[k].kind == TOKEN_NUMBER) r->dashed = r->current;
    return open_clause(r, CLAUSE_MAIN, i, -1, -1);
}

static void cut_clauses(ClauseReader *r)
{
    r->current = open_clause(r, CLAUSE_MAIN, r->first, -1, -1);
    if (r->last > r->first && clause_opens_subordinate(r, r->first)) r->current = open_clause(r, CLAUSE_SUB, r->first, 0, r->first);
    else if (r->last > r->first && clause_opens_infinitive(r, r->first)) r->current = open_clause(r, CLAUSE_INFINITIVE, r->first, 0, r->first);
    for (int32_t i = r->first; i < r->last; i++) {
        if (i > r->first) {
            if (is_stop(r, i - 1)) r->current = behind_stop(r, i);
            else if (!is_comma(r, i)) enter_boundary(r, i);
        }
        r->c->of[i - r->first] = (int16_t)r->current;
        current(r)->last = i + 1;
        if (verb_at(r, i)) {
            int32_t last = r->verb[i - r->first].last;
            if (!is_aside_participle(r, i)) add_verb(r, i);
            for (; i + 1 < last && i + 1 < r->last; i++) r->c->of[i + 1 - r->first] = (int16_t)r->current;
            current(r)->last = i + 1;
        }
    }
}

Clauses clause_read(const Document *d, const Matches *m, int32_t first, int32_t last, Arena *keep)
{
    Clauses c = {.first = first, .last = last};
    Size n = last - first;
    c.of = ARENA_NEW(keep, int16_t, n + 1);
    c.function = ARENA_NEW(keep, uint32_t, n + 1);
    ClauseReader r = {d, m, &c, ARENA_NEW(keep, Verb, n + 1), ARENA_NEW(keep, bool, n + 1), first, last, 0, -1, -1, keep};
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
    clause_drop_possessives(&r);
    cut_clauses(&r);
    clause_mark_negation(&r);
    for (Size i = 0; i < c.clause.len; i++) verb_resolve(d, &c.clause.item[i]);
    clause_mark_conditions(&r);
    clause_mark_inverted_conditions(&r);
    return c;
}
