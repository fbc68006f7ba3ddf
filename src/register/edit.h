/* Inside the register and its questions: corrections as they are applied to claims when these are read. */
#ifndef INZET_REGISTER_EDIT_H
#define INZET_REGISTER_EDIT_H

#include "register/correct.h"
#include "register/store.h"

/* A claim's fields as answers see them; spans are borrowed. */
typedef struct {
    Span contributor, asset, asset_type, mission, hosts, places, roles;
    Span stage, realis, act, basis, hedge;
    double low, high;
    bool start_said, end_said;
    Day start_earliest, start_latest, end_earliest, end_latest;
    bool part;
    bool rejected, accepted, edited;
    Span alone;         /* a contribution of its own, by this name */
    int64_t joined;     /* row of the claim whose contribution it joins; 0: none */
    bool replaced;      /* by another claim, known since `replaced_on`; NO_DAY: as long as anyone can tell */
    Day replaced_on;
} EditFields;

/* The corrections that hold, by the claim they apply to. */
typedef struct {
    int64_t claim;
    int64_t correction;   /* row: newer ones come later */
    CorrectVerb verb;
    Span field, value;
    int64_t target;       /* row of the other claim */
    Day known;            /* of a replacement: since when the other claim is known */
    bool holds;           /* false: undone; the claim is to be read again, nothing is applied */
} Edit;

typedef struct Edits {
    ARRAY(Edit) item;     /* by claim, then in the order they were made */
} Edits;

/* Brings reg->edits up to date with the ledger and the newest reading; NULL where there are no corrections. A failure sticks. Runs statements of its
 * own: call it before a question begins to read rows, not between them. */
const Edits *edits_refresh(Register *reg);
/* First edit of a claim, or one past the last. */
Size edits_find(const Edits *edits, int64_t claim);
/* Applies what holds for a claim. */
void edits_apply(const Edits *edits, int64_t claim, EditFields *fields);

#endif
