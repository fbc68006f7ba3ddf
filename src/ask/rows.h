/* Inside ask only: rows of the store to plain structs. */
#ifndef INZET_ASK_ROWS_H
#define INZET_ASK_ROWS_H

#include "ask/ask.h"
#include "register/derive.h"
#include "register/store.h"

/* Columns, copied to `keep`: a text, bytes as hexadecimal digits, two columns as a range. NULL is empty, or NO_RANGE. */
Span ask_text(sqlite3_stmt *s, int column, Arena *keep);
Span ask_hex(sqlite3_stmt *s, int column, Arena *keep);
Range ask_range(sqlite3_stmt *s, int column);
/* The row that CLAIM_AND_DOCUMENT gives, copied to `keep`. */
AskClaim ask_read_claim(Register *reg, sqlite3_stmt *s, const HedgeTable *hedges, bool strict, Arena *keep);
AskClaim ask_claim(Register *reg, int64_t row, const HedgeTable *hedges, bool strict, Arena *keep);
/* Whether `one` is among the names joined by `|`; an empty `one` always is. */
bool ask_among(Span joined, Span one);
/* Whether a claim passes the filters that are asked of the answer, not of the claims that lead to it. */
bool ask_passes(const AskClaim *c, const AskFilter *f);
/* What of the filter chooses claims before they are put together; the days only when `days`. */
DeriveFilter ask_derive_filter(const AskFilter *f, const HedgeTable *hedges, bool days);
AsOfQuestion ask_question(const AskFilter *f);
/* The row of `at` for a level of a group. */
AskLevel ask_fill_level(Register *reg, const AsOfClaim *group, const AsOfLevel *l, const AskFilter *f, const HedgeTable *hedges, Arena *keep);
/* By contributor, mission, asset, type, places. */
int ask_order_claims(const AskClaim *x, const AskClaim *y);
/* One look at the register: every answer is of one moment, whatever others write meanwhile. */
void ask_begin(Register *reg);
Error ask_end(Register *reg);
/* The last moment of a day, or the register's NULL for NO_DAY. */
void ask_bind_learned(sqlite3_stmt *s, int at, const AskFilter *f);

#endif
