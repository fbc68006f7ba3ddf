/* The claims of documents in every format of `inzet read`. */
#ifndef INZET_EXPORT_CLAIMS_H
#define INZET_EXPORT_CLAIMS_H

#include "export/grid.h"
#include "frames/claim.h"

/* One document that has been read. Ranges in the reading count in `bytes`. */
typedef struct {
    Span name;              /* as the user gave it */
    Span bytes;
    const char *encoding;   /* "utf-8" or "windows-1252" */
    int64_t offset;         /* where `bytes` begins in the input */
    const Reading *reading;
} ClaimsDocument;

typedef struct {
    Look look;
    Out *out;
    Size documents;
    Size claims;
    GridRun sheet;          /* formats of rows: one table over all documents */
    bool defaults;          /* a default has been shown, which the table's last line explains */
} Claims;

/* Documents are printed as they come; nothing of an earlier one is kept. */
Claims claims_begin(Look look, Out *out);
void claims_document(Claims *c, const ClaimsDocument *d, Arena scratch);
void claims_end(Claims *c);

/* The writers behind them, one file each. */
void claims_jsonl(const ClaimsDocument *d, Out *o, Arena scratch);
void claims_sheet(const ClaimsDocument *d, Grid *g, Arena *keep);
bool claims_table(const ClaimsDocument *d, Look look, Out *o, Arena scratch);
/* The JSON Schema of a line of JSONL. */
void claims_schema(Out *o);
/* Columns of CSV and TSV (docs/formats.md). */
Grid claims_sheet_grid(void);

/* A field's bytes: what the words of quantity, start, end and duration are, else what its proof points at; NO_RANGE for a default. */
Range claim_field_range(const Claim *c, Field f);
/* "~30", "≥ 100", "100–150", "tientallen" (the `words`), "+80"; empty when there is no number. */
Span how_many(const Quantity *q, Basis basis, Span words, Arena *keep);
Span claim_how_many(const Claim *c, Span bytes, Arena *keep);

#endif
