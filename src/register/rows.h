/* Inside the register only: a reading as rows of cells, just as the kept tables hold them, and the hash over them.
 * record.c binds these cells, verify.c reads the same columns back; both count the same hash. */
#ifndef INZET_REGISTER_ROWS_H
#define INZET_REGISTER_ROWS_H

#include "register/store.h"

#include <nettle/sha2.h>

enum { CLAIM_CELLS = 28, EVIDENCE_CELLS = 7, MISSION_CELLS = 20, MISSION_EVIDENCE_CELLS = 4, READING_CELLS = 11 };

typedef enum { CELL_NULL, CELL_INT, CELL_REAL, CELL_TEXT } CellKind;

typedef struct {
    CellKind kind;
    int64_t whole;
    double real;
    Span text;
} Cell;

typedef struct {
    Cell cell[EVIDENCE_CELLS];
} EvidenceRow;

typedef struct {
    Cell cell[MISSION_EVIDENCE_CELLS];
} MissionEvidenceRow;

typedef struct {
    const char *kind;
    int32_t to;   /* ordinal in the reading */
} LinkRow;

typedef struct {
    Cell cell[CLAIM_CELLS];
    ARRAY(EvidenceRow) evidence;      /* by field, then nr */
    LinkRow link[CLAIM_LINKS];        /* by kind, then target */
    int links;
} ClaimRow;

typedef struct {
    Cell cell[MISSION_CELLS];
    ARRAY(MissionEvidenceRow) evidence;  /* by field */
} MissionRow;

void rows_reading(const Reading *r, Cell cell[READING_CELLS]);
void rows_claim(const Claim *c, Span bytes, ClaimRow *row, Arena *scratch);
void rows_mission(const MissionClaim *m, Span bytes, MissionRow *row, Arena *scratch);

/* The hash: each row begins with its table's letter, each cell with its kind. */
void rows_hash_cells(struct sha256_ctx *h, char table, const Cell *cell, int cells);
void rows_hash_link(struct sha256_ctx *h, Span kind, int64_t to);

void cell_bind(sqlite3_stmt *s, int at, const Cell *c);
Cell cell_read(sqlite3_stmt *s, int column);

#endif
