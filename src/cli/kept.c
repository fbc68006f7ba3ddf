/* Documents and what texts say of missions, as tables of `inzet export`. */
#include "cli/sheets.h"

static const GridColumn DOCUMENTS[] = {
    {"sha256", NULL, GRID_TEXT, 0, 0}, {"doc", "TEXT", GRID_TEXT, 16, 40}, {"publisher", "PUBLISHER", GRID_TEXT, 8, 24}, {"country", "COUNTRY", GRID_TEXT, 7, 7},
    {"published", "PUBLISHED", GRID_WHEN, 10, 22}, {"published_first", NULL, GRID_DAY, 0, 0}, {"published_last", NULL, GRID_DAY, 0, 0},
    {"published_from", NULL, GRID_TEXT, 0, 0}, {"learned", NULL, GRID_TEXT, 0, 0}, {"bytes", "BYTES", GRID_WHOLE, 5, 10}, {"claims", "CLAIMS", GRID_WHOLE, 6, 8},
    {"mission_claims", "OF MISSIONS", GRID_WHOLE, 5, 11}, {"program", NULL, GRID_TEXT, 0, 0}, {"rules", NULL, GRID_TEXT, 0, 0},
    {"address", "ADDRESS", GRID_ADDRESS, 8, 0},
};

static const GridColumn MISSION_CLAIMS[] = {
    {"id", NULL, GRID_TEXT, 0, 0}, {"mission", "MISSION", GRID_TEXT, 8, 24}, {"what", "WHAT", GRID_TEXT, 8, 16}, {"quantity_words", "WORDS", GRID_TEXT, 6, 18},
    {"quantity_low", "LOW", GRID_NUMBER, 4, 10}, {"quantity_high", "HIGH", GRID_NUMBER, 4, 10}, {"hedge", "HEDGE", GRID_TEXT, 5, 10},
    {"when_earliest", "EARLIEST", GRID_DAY, 10, 10}, {"when_latest", "LATEST", GRID_DAY, 10, 10}, {"to", "TO", GRID_TEXT, 2, 18},
    {"realis", "REALIS", GRID_TEXT, 6, 12}, {"start_earliest", NULL, GRID_DAY, 0, 0}, {"start_latest", NULL, GRID_DAY, 0, 0}, {"end_earliest", NULL, GRID_DAY, 0, 0},
    {"end_latest", NULL, GRID_DAY, 0, 0}, {"score", NULL, GRID_NUMBER, 0, 0}, {"evidence", NULL, GRID_TEXT, 0, 0}, {"evidence_from", NULL, GRID_WHOLE, 0, 0},
    {"evidence_to", NULL, GRID_WHOLE, 0, 0}, {"doc", "TEXT", GRID_TEXT, 10, 24}, {"sha256", NULL, GRID_TEXT, 0, 0}, {"publisher", NULL, GRID_TEXT, 0, 0},
    {"published", "PUBLISHED", GRID_WHEN, 10, 22}, {"address", NULL, GRID_ADDRESS, 0, 0},
};

static void document_row(Cells *s, const AskDocument *d)
{
    AskClaim dates = {.published_first = d->published_first, .published_last = d->published_last};
    cells_put(s, d->sha256);
    cells_put(s, d->name);
    cells_put(s, d->publisher);
    cells_put(s, d->country);
    cells_put(s, question_published(&dates, s->keep));
    cells_day(s, d->published_first);
    cells_day(s, d->published_last);
    cells_put(s, d->published_origin);
    cells_instant(s, d->learned);
    cells_number(s, (double)d->bytes);
    cells_number(s, (double)d->claims);
    cells_number(s, (double)d->mission_claims);
    cells_put(s, d->program);
    cells_put(s, d->rules);
    cells_put(s, d->address);
}

Error sheet_documents(Question *q)
{
    AskDocuments all = {0};
    Error e = ask_documents(q->reg, &all, &q->keep);
    if (e.code) return e;
    Cells s = CELLS(DOCUMENTS, &q->keep);
    cells_run(&s, q, "documents");
    for (Size i = 0; i < all.item.len; i++) {
        document_row(&s, &all.item.item[i]);
        cells_row(&s);
    }
    cells_end(&s);
    return e;
}

static void mission_row(Cells *s, const AskMissionClaim *m)
{
    AskClaim dates = {.published_first = m->published_first, .published_last = m->published_last};
    cells_put(s, m->id);
    cells_put(s, m->mission);
    cells_put(s, m->what);
    cells_put(s, m->quantity_words);
    cells_number(s, m->quantity_low);
    cells_number(s, m->quantity_high);
    cells_put(s, m->hedge);
    cells_day(s, m->when_earliest);
    cells_day(s, m->when_latest);
    cells_put(s, m->to_whom);
    cells_put(s, m->realis);
    cells_day(s, m->start_earliest);
    cells_day(s, m->start_latest);
    cells_day(s, m->end_earliest);
    cells_day(s, m->end_latest);
    cells_number(s, m->score);
    cells_put(s, m->quote);
    cells_days(s, range_some(m->at) ? m->at.from : INT32_MIN);
    cells_days(s, range_some(m->at) ? m->at.to : INT32_MIN);
    cells_put(s, m->name);
    cells_put(s, m->sha256);
    cells_put(s, m->publisher);
    cells_put(s, question_published(&dates, s->keep));
    cells_put(s, m->address);
    cells_note(s, m->quote);
}

Error sheet_mission_claims(Question *q)
{
    AskMissionClaims all = {0};
    Error e = ask_mission_claims(q->reg, &q->filter, &all, &q->keep);
    if (e.code) return e;
    Cells s = CELLS(MISSION_CLAIMS, &q->keep);
    cells_run(&s, q, "mission_claims");
    for (Size i = 0; i < all.item.len; i++) {
        mission_row(&s, &all.item.item[i]);
        cells_row(&s);
    }
    cells_end(&s);
    return e;
}
