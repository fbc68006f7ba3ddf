/* What the register keeps beside claims, as it stands there: documents, and what texts say of missions themselves. */
#include "ask/rows.h"

Error ask_documents(Register *reg, AskDocuments *answer, Arena *keep)
{
    *answer = (AskDocuments){0};
    sqlite3_stmt *s = store_begin(reg, SQL_LIST_DOCUMENTS);
    while (store_row(reg, s))
        *ARRAY_PUSH(&answer->item, keep) = (AskDocument){
            .sha256 = ask_hex(s, 0, keep), .name = ask_text(s, 1, keep), .address = ask_text(s, 2, keep), .publisher = ask_text(s, 3, keep),
            .country = ask_text(s, 4, keep), .published_first = store_get_day(s, 5), .published_last = store_get_day(s, 6),
            .published_precision = ask_text(s, 7, keep), .published_origin = ask_text(s, 8, keep), .learned = {store_get_int(s, 9)},
            .bytes = store_get_int(s, 10), .claims = store_get_int(s, 11), .mission_claims = store_get_int(s, 12), .program = ask_text(s, 13, keep),
            .rules = ask_text(s, 14, keep)};
    return store_error(reg);
}

Error ask_mission_claims(Register *reg, const AskFilter *f, AskMissionClaims *answer, Arena *keep)
{
    *answer = (AskMissionClaims){0};
    sqlite3_stmt *s = store_begin(reg, SQL_LIST_MISSION_CLAIMS);
    store_text(s, 1, f->mission);
    if (!f->by_learning) store_day(s, 2, f->known);
    while (store_row(reg, s))
        *ARRAY_PUSH(&answer->item, keep) = (AskMissionClaim){
            .id = ask_text(s, 0, keep), .mission = ask_text(s, 1, keep), .what = ask_text(s, 2, keep), .quantity_words = ask_text(s, 3, keep),
            .quantity_low = store_get_real(s, 4), .quantity_high = store_get_real(s, 5), .hedge = ask_text(s, 6, keep),
            .when_earliest = store_get_day(s, 7), .when_latest = store_get_day(s, 8), .to_whom = ask_text(s, 9, keep), .realis = ask_text(s, 10, keep),
            .start_earliest = store_get_day(s, 11), .start_latest = store_get_day(s, 12), .end_earliest = store_get_day(s, 13),
            .end_latest = store_get_day(s, 14), .score = store_get_real(s, 15), .quote = ask_text(s, 16, keep), .at = ask_range(s, 17),
            .sha256 = ask_hex(s, 19, keep), .name = ask_text(s, 20, keep), .address = ask_text(s, 21, keep), .publisher = ask_text(s, 22, keep),
            .published_first = store_get_day(s, 23), .published_last = store_get_day(s, 24), .learned = {store_get_int(s, 25)}};
    return store_error(reg);
}
