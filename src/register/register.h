/* The register: one SQLite file that keeps what texts said, with proof (docs/register.md).
 * Kept tables are append-only; ids are content hashes; one transaction a document. Clock and paths are the caller's. */
#ifndef INZET_REGISTER_REGISTER_H
#define INZET_REGISTER_REGISTER_H

#include "base/error.h"
#include "frames/claim.h"

/* An opened register. One thread at a time. */
typedef struct Register Register;

/* A moment, in microseconds UTC since 1970-01-01. */
typedef struct {
    int64_t us;
} Instant;

typedef enum {
    REGISTER_READ,  /* for questions: never creates, writes only to bring an older schema up to date, works on read-only files and folders */
    REGISTER_WRITE  /* creates the file when it is missing or empty, not its folder */
} RegisterMode;

/* Opens the register at `path`. One of an older schema is brought up to date first, on a copy that then takes its place; the old file stays beside it as
 * FILE.schema1. Fails with one sentence and ERROR_REGISTER (damaged, not a register, newer schema), ERROR_WRITE (cannot be
 * written, disk full, another writer) or ERROR_UNREAD (REGISTER_READ and no such file). `*reg` is NULL then.
 * Durability: write-ahead log, synchronous=NORMAL. A killed program loses at most the document in hand; a power cut may lose the last
 * documents but never damages the file; after register_close everything is on disk in the one file. */
Error register_open(const char *path, RegisterMode mode, Register **reg);
/* Writes the log back into the file and frees the handle. `reg` may be NULL. */
Error register_close(Register *reg);

/* A document as the caller found it. */
typedef struct {
    Span bytes;      /* exactly what was read; every range in the Reading counts in it */
    Span name;       /* path or title */
    Span address;    /* empty: none */
    Span program;    /* version of the program, e.g. "0.1.0" */
    Span rules;      /* version of the rules and word lists: a hash of the compiled data */
    Instant learned; /* now, as the caller's clock has it */
} RegisterDocument;

typedef enum {
    RECORD_NEW,        /* a document not seen before */
    RECORD_UNCHANGED,  /* known, and read by the same rules with the same outcome: nothing written */
    RECORD_CONFIRMED,  /* known; newer rules found exactly the same: only the reading is noted */
    RECORD_REREAD      /* known; another outcome: the older reading is closed, this one stands */
} RecordOutcome;

/* Records one document with what was read in it, in one transaction: all of it or nothing. */
Error register_record(Register *reg, const RegisterDocument *doc, const Reading *reading, RecordOutcome *what);
/* For loads of many thousands, nearly twice as fast: from here on up to 64 documents share a transaction. What register_record reports is
 * certain only after the next register_group_end (register_close ends a group too); a killed program loses at most the documents of the last
 * group, each of them whole, and the next run reads them again. A document that fails takes no other with it. */
Error register_group_begin(Register *reg);
Error register_group_end(Register *reg);
/* Whether these bytes have been read by this program with these rules already (then reading them again with the same options is no use). */
Error register_knows(Register *reg, Span bytes, Span program, Span rules, bool *known);
/* "new", "unchanged", "confirmed", "re-read" */
const char *record_outcome_name(RecordOutcome v);

typedef enum {
    FAULT_SNAPSHOT,  /* the stored text cannot be unpacked or is not the text that was read */
    FAULT_QUOTE,     /* a quote is not what stands at its place in the text */
    FAULT_CONTENT,   /* a reading's fields are not those that were recorded */
    FAULT_COUNT      /* rows of a reading are missing */
} FaultKind;

typedef struct {
    FaultKind kind;
    Span document;   /* its name */
    Span sha256;     /* 64 hexadecimal digits */
    Span claim;      /* id; empty where the whole document is meant */
    Span field;
    Range at;
    Span quote;      /* as stored */
    Span stands;     /* what the text has there */
} VerifyFault;

typedef struct {
    int64_t documents;
    int64_t readings;
    int64_t claims;       /* with mission claims, of closed readings too */
    int64_t quotes;
    int64_t broken_keys;  /* rows that name a row which is not there */
    ARRAY(VerifyFault) faults;
} VerifyReport;

/* Holds every stored quote against the stored text, every text against its hash, every reading against the hash of its fields.
 * Faults in the data stand in the report; an Error means that the file itself cannot be read (ERROR_REGISTER). `progress` may be NULL;
 * it is called after each document. */
Error register_verify(Register *reg, VerifyReport *report, void (*progress)(void *state, int64_t done, int64_t total), void *state, Arena *keep);
const char *fault_name(FaultKind v);

/* The stored text of a document by its row number, in `keep`. ERROR_REGISTER when it is damaged. */
Error register_snapshot(Register *reg, int64_t document, Span *bytes, Arena *keep);

#endif
