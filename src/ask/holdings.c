/* What the register holds: missions, sources, counts. */
#include "ask/rows.h"
#include "register/copies.h"

#include <sys/stat.h>

static Span copy(sqlite3_stmt *s, int column, Arena *keep)
{
    Span text = store_get_text(s, column);
    return text.len ? arena_copy(keep, text) : text;
}

Error ask_missions(Register *reg, AskMissions *answer, Arena *keep)
{
    *answer = (AskMissions){0};
    sqlite3_stmt *s = store_begin(reg, SQL_MISSIONS);
    while (store_row(reg, s))
        *ARRAY_PUSH(&answer->item, keep) = (AskMission){copy(s, 0, keep), store_get_int(s, 1), store_get_int(s, 2), store_get_int(s, 3), store_get_int(s, 4),
                                                       store_get_day(s, 5), store_get_day(s, 6)};
    return store_error(reg);
}

/* Sources are few; texts come in their order again and again. */
static void count_copies(Register *reg, AskSources *answer)
{
    CopyText text;
    Arena work = reg->work;
    CopyWalk *w = copies_begin(reg, &work);
    Size at = 0;
    while (copies_next(w, &text)) {
        for (Size looked = 0; looked < answer->item.len; looked++, at = (at + 1) % answer->item.len)
            if (span_equal(answer->item.item[at].publisher, text.publisher) && span_equal(answer->item.item[at].country, text.country)) break;
        if (at >= answer->item.len) continue;
        answer->item.item[at].copies += text.copies != 0;
        answer->item.item[at].agency += text.agency.len > 0;
    }
}

Error ask_sources(Register *reg, AskSources *answer, Arena *keep)
{
    *answer = (AskSources){0};
    sqlite3_stmt *s = store_begin(reg, SQL_SOURCES);
    while (store_row(reg, s))
        *ARRAY_PUSH(&answer->item, keep) = (AskSource){copy(s, 0, keep), copy(s, 1, keep), store_get_int(s, 2), store_get_int(s, 3), store_get_int(s, 4),
                                                      store_get_day(s, 5), store_get_day(s, 6), 0, 0};
    count_copies(reg, answer);
    return store_error(reg);
}

Error ask_stats(Register *reg, AskStats *answer, Arena *keep)
{
    struct stat st;
    *answer = (AskStats){.first = NO_DAY, .last = NO_DAY};
    sqlite3_stmt *s = store_begin(reg, SQL_STATS);
    if (store_row(reg, s)) {
        int64_t *number[] = {&answer->documents, &answer->readings, &answer->claims, &answer->open_claims, &answer->mission_claims, &answer->corrections,
                             &answer->lines, &answer->verdicts, &answer->pending};
        for (int i = 0; i < 9; i++) *number[i] = store_get_int(s, i);
        answer->first = store_get_day(s, 9);
        answer->last = store_get_day(s, 10);
        answer->program = copy(s, 11, keep);
        answer->rules = copy(s, 12, keep);
    }
    store_end(s);
    if (stat(reg->path, &st) == 0) answer->bytes = st.st_size;
    return store_error(reg);
}
