/* `inzet at DATE` and `inzet list`. */
#include <math.h>
#include <stdio.h>

#include "cli/question.h"
#include "export/day.h"

enum { FORMATS = 1 << FORMAT_TABLE | 1 << FORMAT_JSON | 1 << FORMAT_JSONL | 1 << FORMAT_CSV | 1 << FORMAT_TSV | 1 << FORMAT_MARKDOWN | 1 << FORMAT_HTML };

static const GridColumn LEVEL_SHEET[] = {
    {"contributor", NULL, GRID_TEXT, 0, 0}, {"asset", NULL, GRID_TEXT, 0, 0}, {"asset_type", NULL, GRID_TEXT, 0, 0}, {"low", NULL, GRID_NUMBER, 0, 0},
    {"best", NULL, GRID_NUMBER, 0, 0}, {"high", NULL, GRID_NUMBER, 0, 0}, {"basis", NULL, GRID_TEXT, 0, 0}, {"stage", NULL, GRID_TEXT, 0, 0},
    {"certainty", NULL, GRID_TEXT, 0, 0}, {"planned", NULL, GRID_TEXT, 0, 0}, {"past", NULL, GRID_TEXT, 0, 0}, {"part", NULL, GRID_TEXT, 0, 0},
    {"mission", NULL, GRID_TEXT, 0, 0}, {"host", NULL, GRID_LIST, 0, 0}, {"places", NULL, GRID_LIST, 0, 0}, {"roles", NULL, GRID_LIST, 0, 0},
    {"evidence_day", NULL, GRID_TEXT, 0, 0}, {"age", NULL, GRID_NUMBER, 0, 0}, {"claims", NULL, GRID_NUMBER, 0, 0},
    {"documents", NULL, GRID_NUMBER, 0, 0}, {"origins", NULL, GRID_NUMBER, 0, 0}, {"others", NULL, GRID_NUMBER, 0, 0}, {"claim", NULL, GRID_TEXT, 0, 0},
    {"number_claim", NULL, GRID_TEXT, 0, 0}, {"doc", NULL, GRID_TEXT, 0, 0}, {"evidence", NULL, GRID_TEXT, 0, 0},
};

static const GridColumn LEVEL_TABLE[] = {
    {"contributor", "WHO", GRID_TEXT, 4, 10}, {"what", "WHAT", GRID_TEXT, 12, 28}, {"how_many", "HOW MANY", GRID_TEXT, 9, 18},
    {"where", "WHERE", GRID_TEXT, 12, 28}, {"mission", "MISSION", GRID_TEXT, 8, 18}, {"stage", "STAGE", GRID_TEXT, 8, 12},
    {"certainty", "HOW SURE", GRID_TEXT, 9, 22}, {"origins", "SOURCES", GRID_NUMBER, 7, 7}, {"claim", "CLAIM", GRID_TEXT, 9, 9},
};

static const GridColumn CLAIM_SHEET[] = {
    {"id", NULL, GRID_TEXT, 0, 0}, {"doc", NULL, GRID_TEXT, 0, 0}, {"publisher", NULL, GRID_TEXT, 0, 0}, {"published", NULL, GRID_TEXT, 0, 0},
    {"contributor", NULL, GRID_TEXT, 0, 0}, {"asset", NULL, GRID_TEXT, 0, 0}, {"asset_type", NULL, GRID_TEXT, 0, 0},
    {"quantity_words", NULL, GRID_TEXT, 0, 0}, {"quantity_low", NULL, GRID_NUMBER, 0, 0}, {"quantity_high", NULL, GRID_NUMBER, 0, 0},
    {"hedge", NULL, GRID_TEXT, 0, 0}, {"basis", NULL, GRID_TEXT, 0, 0}, {"stage", NULL, GRID_TEXT, 0, 0}, {"realis", NULL, GRID_TEXT, 0, 0},
    {"act", NULL, GRID_TEXT, 0, 0}, {"mission", NULL, GRID_TEXT, 0, 0}, {"host", NULL, GRID_LIST, 0, 0}, {"places", NULL, GRID_LIST, 0, 0},
    {"roles", NULL, GRID_LIST, 0, 0}, {"start_earliest", NULL, GRID_TEXT, 0, 0}, {"start_latest", NULL, GRID_TEXT, 0, 0},
    {"end_earliest", NULL, GRID_TEXT, 0, 0}, {"end_latest", NULL, GRID_TEXT, 0, 0}, {"duration_iso", NULL, GRID_TEXT, 0, 0},
    {"score", NULL, GRID_NUMBER, 0, 0}, {"evidence", NULL, GRID_TEXT, 0, 0},
};

static const GridColumn CLAIM_TABLE[] = {
    {"published", "PUBLISHED", GRID_TEXT, 10, 10}, {"contributor", "WHO", GRID_TEXT, 4, 10}, {"what", "WHAT", GRID_TEXT, 12, 28},
    {"how_many", "HOW MANY", GRID_TEXT, 9, 18}, {"where", "WHERE", GRID_TEXT, 12, 28}, {"mission", "MISSION", GRID_TEXT, 8, 18},
    {"stage", "STAGE", GRID_TEXT, 10, 22}, {"from", "FROM", GRID_TEXT, 10, 22}, {"until", "UNTIL", GRID_TEXT, 10, 22}, {"claim", "CLAIM", GRID_TEXT, 9, 9},
};

#define GRID(columns_of) ((Grid){.column = (columns_of), .columns = (int)(sizeof(columns_of) / sizeof *(columns_of))})

typedef struct {
    Grid g;
    Arena *keep;
} Sheet;

static void put(Sheet *s, Span cell)
{
    grid_add(&s->g, cell, s->keep);
}

static void put_name(Sheet *s, const char *name)
{
    put(s, span_of(name));
}

static void put_number(Sheet *s, double n)
{
    put(s, question_number(n, s->keep));
}

static void put_lists(Sheet *s, const AskClaim *c)
{
    put(s, question_list(c->hosts, s->keep));
    put(s, question_list(c->places, s->keep));
    put(s, question_list(c->roles, s->keep));
}

static Span short_id(Span id)
{
    return id.len > 9 ? span_sub(id, 0, 9) : id;
}

static void level_row(Sheet *s, const AskLevel *l)
{
    const AskClaim *c = &l->claim;
    put(s, c->contributor);
    put(s, c->asset);
    put(s, c->asset_type);
    put_number(s, l->low);
    put_number(s, l->best);
    put_number(s, l->high);
    put(s, l->number.id.len ? l->number.basis : c->basis);
    put(s, c->stage);
    put_name(s, certainty_name(l->certainty));
    put_name(s, l->planned ? "true" : "false");
    put_name(s, l->past ? "true" : "false");
    put_name(s, l->part ? "true" : "false");
    put(s, c->mission);
    put_lists(s, c);
    put(s, day_text(l->evidence, s->keep));
    put_number(s, l->age < 0 ? (double)NAN : (double)l->age);
    put_number(s, l->claims);
    put_number(s, l->documents);
    put_number(s, l->origins);
    put_number(s, l->others);
    put(s, c->id);
    put(s, l->number.id);
    put(s, c->name);
    put(s, c->quote);
}

/* "must", "planned", "carried 312 days". */
static Span how_sure(const AskLevel *l, Arena *keep)
{
    const char *name = l->planned ? "planned" : certainty_name(l->certainty);
    if (l->undated) return arena_print(keep, "%s, undated", name);
    if (l->certainty == CERTAIN_CARRIED && l->age > 0) return arena_print(keep, "%s %d day%s", name, (int)l->age, l->age == 1 ? "" : "s");
    return span_of(name);
}

static Span level_number(const AskLevel *l, Arena *keep)
{
    if (!l->number.id.len) return (Span){NULL, 0};
    Span text = question_how_many(&l->number, keep);
    return l->others ? arena_print(keep, "%.*s !", (int)text.len, text.at) : text;
}

static void level_line(Sheet *s, const AskLevel *l)
{
    const AskClaim *c = &l->claim;
    put(s, c->contributor);
    put(s, l->part ? arena_print(s->keep, "  %.*s", (int)question_what(c, s->keep).len, question_what(c, s->keep).at) : question_what(c, s->keep));
    put(s, level_number(l, s->keep));
    put(s, question_where(c, s->keep));
    put(s, c->mission);
    put(s, c->stage);
    put(s, how_sure(l, s->keep));
    put_number(s, l->origins);
    put(s, short_id(c->id));
    grid_note(&s->g, c->quote, s->keep);
}

static bool for_people(Format f)
{
    return f == FORMAT_TABLE || f == FORMAT_MARKDOWN || f == FORMAT_HTML;
}

static int answer_at(Question *q)
{
    AskLevels levels = {0};
    bool people = for_people(q->look.format), doubt = false;
    Error e = ask_at(q->reg, &q->filter, hedges_shipped_table(), &levels, &q->keep);
    if (e.code) return question_fail(q, &e);
    Sheet s = {people ? GRID(LEVEL_TABLE) : GRID(LEVEL_SHEET), &q->keep};
    for (Size i = 0; i < levels.item.len; i++) {
        if (people) level_line(&s, &levels.item.item[i]);
        else level_row(&s, &levels.item.item[i]);
        doubt = doubt || levels.item.item[i].others;
    }
    grid_write(&s.g, q->look, false, &q->out);
    out_flush(&q->out);
    if (doubt && people) cli_note(q->line, "! other claims of that day give another number: inzet list --at %s", q->line->names[0]);
    if (levels.undated) cli_note(q->line, "%lld document%s without a date took no part, because --known was asked", (long long)levels.undated, levels.undated == 1 ? "" : "s");
    if (!levels.item.len) cli_note(q->line, "nothing in the register holds on %s", q->line->names[0]);
    return question_end(q, levels.item.len ? 0 : ERROR_NO);
}

int cli_at(const Line *line)
{
    Question q;
    Published day;
    Error e = line->count == 1 ? cli_day("at", line->names[0], &day) : error_make(ERROR_USAGE, "name one day: inzet at 2018-05-11");
    if (e.code) {
        error_print(&e);
        return e.code;
    }
    e = question_begin(line, FORMATS, &q);
    if (e.code) return question_fail(&q, &e);
    q.filter.at_first = day.first;
    q.filter.at_last = day.last;
    return answer_at(&q);
}

static void claim_row(Sheet *s, const AskClaim *c)
{
    put(s, c->id);
    put(s, c->name);
    put(s, c->publisher);
    put(s, question_published(c, s->keep));
    put(s, c->contributor);
    put(s, c->asset);
    put(s, c->asset_type);
    put(s, c->quantity_words);
    put_number(s, c->quantity_low);
    put_number(s, c->quantity_high);
    put(s, c->hedge);
    put(s, c->basis);
    put(s, c->stage);
    put(s, c->realis);
    put(s, c->act);
    put(s, c->mission);
    put_lists(s, c);
    put(s, day_text(c->start_earliest, s->keep));
    put(s, day_text(c->start_latest, s->keep));
    put(s, day_text(c->end_earliest, s->keep));
    put(s, day_text(c->end_latest, s->keep));
    put(s, c->duration);
    put_number(s, c->score);
    put(s, c->quote);
}

static void claim_line(Sheet *s, const AskClaim *c)
{
    put(s, question_published(c, s->keep));
    put(s, c->contributor);
    put(s, question_what(c, s->keep));
    put(s, question_how_many(c, s->keep));
    put(s, question_where(c, s->keep));
    put(s, c->mission);
    put(s, c->stage);
    put(s, day_bound(c->start_earliest, c->start_latest, s->keep));
    put(s, day_known(c->end_earliest) || day_known(c->end_latest) ? day_bound(c->end_earliest, c->end_latest, s->keep) : c->duration);
    put(s, short_id(c->id));
    grid_note(&s->g, c->quote, s->keep);
}

int cli_list(const Line *line)
{
    Question q;
    AskClaims claims = {0};
    Error e = question_begin(line, FORMATS, &q);
    if (!e.code) e = ask_list(q.reg, &q.filter, hedges_shipped_table(), &claims, &q.keep);
    if (e.code) return question_fail(&q, &e);
    bool people = for_people(q.look.format);
    Sheet s = {people ? GRID(CLAIM_TABLE) : GRID(CLAIM_SHEET), &q.keep};
    for (Size i = 0; i < claims.len; i++) {
        if (people) claim_line(&s, &claims.item[i]);
        else claim_row(&s, &claims.item[i]);
    }
    grid_write(&s.g, q.look, false, &q.out);
    if (!claims.len) cli_note(line, "no claim in the register fits");
    return question_end(&q, claims.len ? 0 : ERROR_NO);
}
