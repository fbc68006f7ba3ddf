/* Clauses of one sentence: which tokens belong together, their verbs, and what tense, mood and voice say about them.
 * No parse tree: clause boundaries from punctuation, closed-class words and verb position are what the claims need.
 * Knowledge: data/nl/lexicon/verbs.tsv, function.tsv; classes in syntax/classes.def. */
#ifndef INZET_SYNTAX_CLAUSE_H
#define INZET_SYNTAX_CLAUSE_H

#include "base/out.h"
#include "lexicon/lexicon.h"

/* Bit per class of verbs.tsv and actnouns.tsv: VC(DEPLOY) ... */
typedef enum {
#define VERB(NAME, name) CLASS_##NAME,
#include "syntax/classes.def"
#undef VERB
    CLASS_COUNT
} VerbClass;
#define VC(NAME) ((uint64_t)1 << CLASS_##NAME)

typedef enum {
#define FUNCTION(NAME, name) FUNCTION_##NAME,
#include "syntax/classes.def"
#undef FUNCTION
    FUNCTION_COUNT
} FunctionClass;
#define FC(NAME) ((uint32_t)1 << FUNCTION_##NAME)

typedef enum { FORM_FINITE, FORM_INFINITIVE, FORM_PARTICIPLE, FORM_TE } VerbForm;

typedef struct {
    int32_t token;
    int32_t last;        /* behind the form (te-infinitives of separable verbs have three tokens) */
    int32_t particle;    /* token of the separated particle, or -1 */
    Entry verb;
    VerbForm form;
    bool past;           /* of a finite form */
    bool plural_or_inf;  /* the form can be both */
    bool or_participle;  /* a finite form that can be a participle too: betrokken */
    uint64_t classes;
} Verb;

typedef enum { CLAUSE_MAIN, CLAUSE_SUB, CLAUSE_RELATIVE, CLAUSE_INFINITIVE, CLAUSE_FRAGMENT } ClauseKind;

typedef enum {
    TENSE_NONE,          /* no verb known: headline, list item */
    TENSE_PRESENT,
    TENSE_PAST,
    TENSE_PERFECT,
    TENSE_PLUPERFECT,
    TENSE_FUTURE,        /* zal, gaat + infinitive */
    TENSE_CONDITIONAL,   /* zou */
    TENSE_INFINITIVE     /* only an infinitive: om ... te */
} Tense;

/* Bits of Clause.mood. */
enum { MOOD_CAN = 1, MOOD_MUST = 2, MOOD_MAY = 4, MOOD_WANT = 8, MOOD_NEED = 16 };

enum { CLAUSE_VERBS = 10 };

typedef struct {
    ClauseKind kind;
    int32_t first, last;       /* tokens; an inner clause may lie between */
    int32_t parent;            /* clause it hangs on, or -1 */
    int32_t opener;            /* subordinating or relative word, or -1 */
    Verb verb[CLAUSE_VERBS];
    int verbs;
    Tense tense;
    unsigned mood;
    bool passive;
    bool negated;
    int32_t negation;          /* the negating token, or -1 */
    bool conditional;          /* opened by als, mits ... */
    bool ahead;                /* a clause beside it says when to come: `wanneer de missie in mei begint` */
    uint64_t classes;          /* of all lexical verbs */
    uint64_t head_classes;     /* of the verb that carries the tense (or its participle) */
    uint64_t inner_classes;    /* of infinitives under it: besluiten te STUREN, wil STUREN */
} Clause;

typedef struct {
    ARRAY(Clause) clause;
    int16_t *of;               /* per token counted from `first`: its clause */
    uint32_t *function;        /* per token: FC() bits */
    int32_t first, last;
} Clauses;

/* Clauses of tokens [first, last) of one sentence; `m` matches that cover them. Linear, never fails. */
Clauses clause_read(const Document *d, const Matches *m, int32_t first, int32_t last, Arena *keep);

/* The classes of a row of verbs.tsv or actnouns.tsv. */
uint64_t verb_classes(Entry e);
/* The bit of one class by its name; 0 for an unknown one. */
uint64_t class_bit(Span name);
/* Bits of the class column of function.tsv. */
uint32_t function_classes(Entry e);
const char *tense_name(Tense t);
const char *clause_kind_name(ClauseKind k);
/* "deploy|depart": the names of `classes`, into `to`. */
void class_names(uint64_t classes, Out *to);

static inline Clause *clause_at(const Clauses *c, int32_t token)
{
    return &c->clause.item[c->of[token - c->first]];
}

#endif
