/* Forces that are taught, trained or formed by others: no contribution. */
#include "frames/candidate.h"

#include "lexicon/wordlist.h"

/* `Vier F-35's en 125 militairen bewaken`: whether the phrase stands before the verb of its main clause, with others that act. */
static bool leads(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    for (int v = 0; c->kind == CLAUSE_MAIN && v < c->verbs; v++)
        if (c->verb[v].form == FORM_FINITE) return k->f->head < c->verb[v].token;
    return false;
}

/* `de vorming van een bataljon`, `er werden vier bataljons gevormd`: what comes of training others. */
static bool is_formed(const Candidate *k, const Force *f)
{
    const Document *d = k->c->d;
    if (f->nation.len && span_equal(f->nation, k->c->reading->country)) return false;
    if (f->prep > k->a->first && (word_in(d, f->prep, WORDS_OF) || token_is(d, f->prep, "aan")) && word_in(d, f->prep - 1, WORDS_FORMING)) return true;
    const Clause *c = clause_at(&k->a->clauses, f->head);
    for (int v = 0; f->asset == ASSET_FORMATION && f->prep < 0 && v < c->verbs; v++) {
        bool open = c->passive || c->verb[v].form != FORM_FINITE;
        if (open && lemma_in(WORDS_TO_FORM, lexicon_field(c->verb[v].verb, "lemma")) && c->verb[v].token >= f->last) return true;
    }
    return false;
}

/* `om een toestel te onderscheppen`: the first phrase of such a clause is what is done to. */
static bool in_order_to(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    return c->kind == CLAUSE_INFINITIVE && !c->passive && c->opener >= 0 && token_is(k->c->d, c->opener, "om") && k->f->asset != ASSET_FORMATION;
}

/* `laat vier F-16's patrouilleren`: who does the task by somebody's will; not `laat soldaten opleiden`. */
static bool is_made_to(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    bool lets = false, other = false;
    for (int v = 0; v < c->verbs; v++) {
        Entry e = c->verb[v].verb;
        lets = lets || span_is(lexicon_field(e, "lemma"), "laten");
        other = other || ((c->verb[v].classes & VC(TASK)) && c->verb[v].token >= k->f->last && !lexicon_has(e, "roles", "train"));
    }
    return lets && other && k->f->prep < 0;
}

/* `Zes bataljons kregen een opleiding`, `duizend agenten volgden een cursus`: those who are taught. */
static bool is_taught(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    bool gets = false, lesson = false, own = k->f->nation.len && span_equal(k->f->nation, k->c->reading->country);
    for (int v = 0; v < c->verbs; v++) gets = gets || word_in(k->c->d, c->verb[v].token, WORDS_RECEIVING) || word_in(k->c->d, c->verb[v].token, WORDS_ATTENDING);
    for (int32_t i = c->first; gets && i < c->last; i++) lesson = lesson || (candidate_in_clause(k, i) && i >= k->f->last && word_in(k->c->d, i, WORDS_LESSON));
    if (lesson && !own && k->f->prep < 0) return true;
    /* `wil tienduizend Oekraïners een basistraining geven` */
    bool gives = clause_has(c, WORDS_TO_GIVE);
    for (int32_t i = k->f->last; gives && i < c->last; i++) lesson = lesson || (candidate_in_clause(k, i) && word_in(k->c->d, i, WORDS_LESSON));
    return gives && lesson && !own && k->f->prep < 0 && k->f->nation.len && k->f->first > c->verb[0].token && c->kind == CLAUSE_MAIN;
}

/* `militairen die in Niger een compagnie opleiden`: the forces before the relative clause are who does it. */
static bool is_behind_subject(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    if (c->kind != CLAUSE_RELATIVE || c->opener < 0 || k->f->first <= c->opener || k->f->nation.len) return false;
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        if (o != k->f && (o->last == c->opener || (o->last == c->opener - 1 && token_is_mark(k->c->d, o->last, ',')))) return true;
    }
    return false;
}

/* Whether clause `of` trains somebody whom the phrase may be: `leiden twee lichtingen militairen op`. */
static bool is_trained(const Candidate *k)
{
    bool own = k->f->nation.len && span_equal(k->f->nation, k->c->reading->country);
    if (is_formed(k, k->f) || is_taught(k)) return true;
    /* `honderden mensen worden er opgeleid` */
    if (candidate_clause(k)->passive && (candidate_clause(k)->head_classes & VC(TASK)) && !own && k->f->asset == ASSET_PERSONNEL && k->f->prep < 0) return true;
    for (Size i = 0; k->f->inner && i < k->a->force.len; i++)
        if (k->a->force.item[i].contained && k->a->force.item[i].last == k->f->prep && is_formed(k, &k->a->force.item[i])) return true;
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        if (o->last < k->f->first && token_is_mark(k->c->d, o->last, '(') && (k->c->d->tokens.item[k->f->head].flags & TOKEN_BRACKETED) && is_formed(k, o)) return true;
    }
    bool object = !feature_has(&k->features, FEATURE_SUBJECT_SIDE) || in_order_to(k) || is_behind_subject(k), part = k->f->elided && k->f->nation.len && k->f->quantity.known;
    /* `de Nederlanders beschermen hun vier Apaches tegen de zon`: what they brought themselves */
    bool theirs = k->f->asset != ASSET_PERSONNEL && k->f->asset != ASSET_FORMATION && k->f->quantity.some && (function_of(k->a, k->f->first) & FC(POSSESSIVE));
    return !own && !part && !theirs && object && (k->f->prep < 0 || k->f->inner) && (candidate_clause(k)->classes & VC(TASK)) && !is_made_to(k) && !leads(k);
}

void candidate_taught(Candidate *k)
{
    feature_set(&k->features, FEATURE_OBJECT_TASK, is_trained(k));
    feature_set(&k->features, FEATURE_TAUGHT, is_taught(k));
}
