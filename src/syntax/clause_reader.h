/* Inside the reading of clauses: the sentence as it is cut. Only src/syntax/clause*.c include this. */
#ifndef INZET_SYNTAX_CLAUSE_READER_H
#define INZET_SYNTAX_CLAUSE_READER_H

#include "syntax/clause.h"
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
} ClauseReader;

static inline uint32_t function_at(const ClauseReader *r, int32_t i)
{
    return i >= r->first && i < r->last ? r->c->function[i - r->first] : 0;
}

static inline bool verb_at(const ClauseReader *r, int32_t i)
{
    return i >= r->first && i < r->last && r->is_verb[i - r->first];
}

static inline bool finite_at(const ClauseReader *r, int32_t i)
{
    return verb_at(r, i) && r->verb[i - r->first].form == FORM_FINITE;
}

static inline bool is_comma(const ClauseReader *r, int32_t i)
{
    return i >= r->first && i < r->last && token_is_mark(r->d, i, ',');
}

static inline bool is_stop(const ClauseReader *r, int32_t i)
{
    const Token *t = &r->d->tokens.item[i];
    if (t->kind != TOKEN_PUNCT) return false;
    unsigned char b = (unsigned char)r->d->bytes.at[t->at.from];
    if (b == ';' || b == ':' || b == '?' || b == '!') return true;
    bool dash = b == '-' || (b == 0xE2 && t->at.to - t->at.from == 3 && (unsigned char)r->d->bytes.at[t->at.from + 1] == 0x80 &&
                             ((unsigned char)r->d->bytes.at[t->at.from + 2] == 0x93 || (unsigned char)r->d->bytes.at[t->at.from + 2] == 0x94));
    return dash && (t->flags & TOKEN_SPACE_BEFORE);
}

static inline bool has_finite(const Clause *c)
{
    for (int i = 0; i < c->verbs; i++)
        if (c->verb[i].form == FORM_FINITE) return true;
    return false;
}

/* A clause whose modal or auxiliary still waits for its infinitive or participle: `wil ... sturen`. */
static inline bool waits(const Clause *c)
{
    bool support = false;
    for (int i = 0; i < c->verbs; i++) {
        if (c->verb[i].form == FORM_FINITE && !(c->verb[i].classes & (VC(MODAL) | VC(AUX)))) return false;
        if (c->verb[i].form != FORM_FINITE) return false;
        support = true;
    }
    return support;
}

/* What opens a clause (clause_open.c). A reach counts tokens. */
bool clause_verb_ahead(const ClauseReader *r, int32_t from, int32_t reach);
/* A word that is neither a verb nor a function word. */
bool clause_noun_like(const ClauseReader *r, int32_t i);
/* Whether a finite verb comes before the next comma, stop or clause-opening word. */
bool clause_finite_ahead(const ClauseReader *r, int32_t from);
bool clause_opens_relative(const ClauseReader *r, int32_t i);
bool clause_opens_subordinate(const ClauseReader *r, int32_t i);
bool clause_opens_infinitive(const ClauseReader *r, int32_t i);
/* `Zoals verwacht stuurt Nederland`: the token behind a comparison that has no finite verb, or -1. */
int32_t clause_comparison_end(const ClauseReader *r, int32_t opener);
/* The comma before a short aside behind a finite verb, which the comma at `i` ends; or -1. */
int32_t clause_aside_from(const ClauseReader *r, int32_t i);

/* What is left out before the cut, and what clauses say of each other behind it (clause_mark.c). */
void clause_drop_possessives(ClauseReader *r);
void clause_mark_negation(ClauseReader *r);
void clause_mark_conditions(ClauseReader *r);
void clause_mark_inverted_conditions(ClauseReader *r);

#endif
