/* Corrections: what people decided about claims, as an append-only ledger. A correction is keyed on the document's bytes, the sentence, and which of
 * the sentence's claims it means, so that it survives new readings and travels to other registers. Nothing in it changes the kept claims: answers
 * take it into account, each claim in them says that it was corrected. */
#ifndef INZET_REGISTER_CORRECT_H
#define INZET_REGISTER_CORRECT_H

#include "register/register.h"

typedef enum {
    CORRECT_ACCEPT,  /* seen and right */
    CORRECT_REJECT,  /* no claim: takes part in no answer */
    CORRECT_EDIT,    /* `field` is `value` */
    CORRECT_LINK,    /* `field` says what it is to `target`: part_of, same (as join), crew_of, accompanies, relieves, replaces */
    CORRECT_SPLIT,   /* a contribution of its own, called `value` */
    CORRECT_JOIN,    /* the same contribution as `target` */
    CORRECT_UNDO,
    CORRECT_COUNT
} CorrectVerb;

/* After a new reading. */
typedef enum {
    CORRECTION_HOLDS,
    CORRECTION_SECOND_LOOK,  /* its sentence is still read, but otherwise: not applied until someone looks */
    CORRECTION_ORPHAN,       /* its sentence gives no claim any more, or its document is not in this register */
    CORRECTION_UNDONE
} CorrectionState;

typedef struct {
    int64_t row;
    Span id;            /* "k" + 16 hexadecimal digits: hash of all that follows */
    Instant made;
    Span who;
    CorrectVerb verb;
    uint8_t sha256[32]; /* of the document */
    Span claim;         /* its id when it was made; of an undo the id of what is undone */
    Span quote;
    Span signature;
    Span field;         /* contributor asset asset_type mission host places roles basis stage realis act quantity start end; else empty */
    Span was;
    Span value;         /* as in tables: NL; IQ|SY; 250; 200..300; 2018-05-01..2018-05-31 (either may be missing); - for "not said" */
    Span target;
    Span note;
    CorrectionState state;
    int64_t target_row; /* row of `target` as it is read now; 0: none */
    int64_t applies_to; /* row of the claim it applies to, or applied to before it was undone; 0: none */
} Correction;

typedef struct {
    ARRAY(Correction) item;  /* in the order they were made */
} Corrections;

/* What is asked for: `claim` and `target` are ids or beginnings of ids that fit one claim. */
typedef struct {
    CorrectVerb verb;
    Span claim;         /* of an undo: the correction */
    Span field, value, target, who, note;
    Instant made;
} CorrectRequest;

/* Adds to the ledger. ERROR_USAGE with what is wrong (no such claim, unknown field, a value that is none), nothing written then. `*id` in `keep`. */
Error register_correct(Register *reg, const CorrectRequest *request, Span *id, Arena *keep);
/* The whole ledger with its present state. */
Error register_corrections(Register *reg, Corrections *all, Arena *keep);
/* Adds corrections made elsewhere (row and state are not looked at); those already there change nothing. `*added` counts the new ones. */
Error register_correct_import(Register *reg, const Correction *item, Size items, int64_t *added);

/* Why a correction cannot be, whatever its claim; NULL: it can. */
const char *edit_check(CorrectVerb verb, Span field, Span value);

const char *correct_verb_name(CorrectVerb v);
int correct_verb_from(Span s);
const char *correction_state_name(CorrectionState v);

#endif
