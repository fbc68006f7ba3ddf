/* `inzet ledger`: the corrections, out and in. */
#include "cli/sheets.h"
#include "register/correct.h"

#include <errno.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

static const GridColumn SHEET[] = {
    {"id", NULL, GRID_TEXT, 0, 0}, {"made", NULL, GRID_TEXT, 0, 0}, {"who", NULL, GRID_TEXT, 0, 0}, {"verb", NULL, GRID_TEXT, 0, 0},
    {"sha256", NULL, GRID_TEXT, 0, 0}, {"claim", NULL, GRID_TEXT, 0, 0}, {"quote", NULL, GRID_TEXT, 0, 0}, {"signature", NULL, GRID_TEXT, 0, 0},
    {"field", NULL, GRID_TEXT, 0, 0}, {"was", NULL, GRID_TEXT, 0, 0}, {"value", NULL, GRID_TEXT, 0, 0}, {"target", NULL, GRID_TEXT, 0, 0},
    {"note", NULL, GRID_TEXT, 0, 0}, {"state", NULL, GRID_TEXT, 0, 0},
};

static const GridColumn TABLE[] = {
    {"id", "ID", GRID_TEXT, 9, 9}, {"made", "MADE", GRID_TEXT, 10, 10}, {"who", "WHO", GRID_TEXT, 4, 14}, {"verb", "VERB", GRID_TEXT, 6, 6},
    {"claim", "CLAIM", GRID_TEXT, 9, 9}, {"field", "FIELD", GRID_TEXT, 5, 12}, {"was", "WAS", GRID_TEXT, 5, 24}, {"value", "IS", GRID_TEXT, 5, 24},
    {"state", "STATE", GRID_TEXT, 8, 19}, {"note", "WHY", GRID_TEXT, 8, 0},
};

enum { DAY_SECONDS = 86400, SECOND = 1000000 };

/* 2026-05-04T09:30:00.000000Z: to the microsecond, because a correction's id is the hash of it too. */
static Span made_of(Instant i, Arena *keep)
{
    char day[12];
    int64_t days = i.us / ((int64_t)DAY_SECONDS * SECOND), rest = i.us % ((int64_t)DAY_SECONDS * SECOND);
    int s = (int)(rest / SECOND);
    return arena_print(keep, "%sT%02d:%02d:%02d.%06dZ", day_print((Day){(int32_t)days}, day), s / 3600, s / 60 % 60, s % 60, (int)(rest % SECOND));
}

static bool made_from(Span s, Instant *made)
{
    int h, m, sec, us, end = 0;
    char text[40] = "";
    Day day = s.len == 27 ? day_parse(span_sub(s, 0, 10), NULL) : NO_DAY;
    if (!day_known(day)) return false;
    memcpy(text, s.at, (size_t)s.len);
    if (sscanf(text + 10, "T%2d:%2d:%2d.%6dZ%n", &h, &m, &sec, &us, &end) != 4 || end != 17) return false;
    made->us = ((int64_t)day.n * DAY_SECONDS + h * 3600 + m * 60 + sec) * SECOND + us;
    return h >= 0 && m >= 0 && sec >= 0 && us >= 0;
}

static Span hex_of(const uint8_t *bytes, Arena *keep)
{
    Span s = {"", 0};
    for (int i = 0; i < 32; i++) s = arena_print(keep, "%.*s%02x", (int)s.len, s.at, bytes[i]);
    return s;
}

static bool hex_from(Span s, uint8_t *bytes)
{
    if (s.len != 64) return false;
    for (int i = 0; i < 32; i++) {
        char pair[3] = {s.at[2 * i], s.at[2 * i + 1], 0}, *end;
        bytes[i] = (uint8_t)strtoul(pair, &end, 16);
        if (*end || pair[0] == '-' || pair[0] == '+' || pair[0] == ' ') return false;
    }
    return true;
}

static void row_of(Cells *s, const Correction *c)
{
    cells_put(s, c->id);
    cells_put(s, made_of(c->made, s->keep));
    cells_put(s, c->who);
    cells_name(s, correct_verb_name(c->verb));
    cells_put(s, hex_of(c->sha256, s->keep));
    cells_put(s, c->claim);
    cells_put(s, c->quote);
    cells_put(s, c->signature);
    cells_put(s, c->field);
    cells_put(s, c->was);
    cells_put(s, c->value);
    cells_put(s, c->target);
    cells_put(s, c->note);
    cells_name(s, correction_state_name(c->state));
}

static void line_of(Cells *s, const Correction *c)
{
    cells_put(s, cells_short(c->id));
    cells_put(s, span_sub(made_of(c->made, s->keep), 0, 10));
    cells_put(s, c->who);
    cells_name(s, correct_verb_name(c->verb));
    cells_put(s, cells_short(c->claim));
    cells_put(s, c->field);
    cells_put(s, c->was);
    cells_put(s, c->value.len ? c->value : cells_short(c->target));
    cells_name(s, correction_state_name(c->state));
    cells_put(s, c->note);
    cells_note(s, c->quote);
}

Error sheet_corrections(Question *q)
{
    Corrections all = {0};
    Error e = register_corrections(q->reg, &all, &q->keep);
    if (e.code) return e;
    bool people = cells_for_people(q->look.format);
    Cells s = people ? CELLS(TABLE, &q->keep) : CELLS(SHEET, &q->keep);
    cells_run(&s, q, "corrections");
    for (Size i = 0; i < all.item.len; i++) {
        if (people) line_of(&s, &all.item.item[i]);
        else row_of(&s, &all.item.item[i]);
        cells_row(&s);
    }
    cells_end(&s);
    return e;
}

static int print_ledger(const Line *line)
{
    Question q;
    Error e = question_begin(line, CELLS_FORMATS, &q);
    if (!e.code) e = sheet_corrections(&q);
    if (e.code) return question_fail(&q, &e);
    if (!q.rows) cli_note(line, "no corrections yet");
    return question_end(&q, 0);
}

static Span text_of(const json_t *object, const char *name, Arena *keep)
{
    const json_t *v = json_object_get(object, name);
    if (!json_is_string(v)) return (Span){"", 0};
    return arena_copy(keep, (Span){json_string_value(v), (Size)json_string_length(v)});
}

static bool read_correction(const json_t *object, Correction *c, Arena *keep)
{
    Span *to[] = {&c->id, &c->who, &c->claim, &c->quote, &c->signature, &c->field, &c->was, &c->value, &c->target, &c->note};
    static const char *const NAME[] = {"id", "who", "claim", "quote", "signature", "field", "was", "value", "target", "note"};
    for (size_t i = 0; i < sizeof to / sizeof *to; i++) *to[i] = text_of(object, NAME[i], keep);
    int verb = correct_verb_from(text_of(object, "verb", keep));
    c->verb = verb < 0 ? CORRECT_UNDO : (CorrectVerb)verb;
    return verb >= 0 && c->id.len && made_from(text_of(object, "made", keep), &c->made) && hex_from(text_of(object, "sha256", keep), c->sha256);
}

static Error read_lines(FILE *file, const char *path, Corrections *all, Arena *keep)
{
    char *text = NULL;
    size_t room = 0;
    Error e = NO_ERROR;
    ssize_t len;
    for (int n = 1; !e.code && (len = getline(&text, &room, file)) >= 0; n++) {
        if (span_trim((Span){text, len}).len == 0) continue;
        json_t *object = json_loadb(text, (size_t)len, 0, NULL);
        if (!json_is_object(object) || !read_correction(object, ARRAY_PUSH(&all->item, keep), keep))
            e = error_at(ERROR_USAGE, path, n, 0, "this line is no correction as `inzet ledger --jsonl` writes them; nothing was imported");
        json_decref(object);
    }
    if (!e.code && ferror(file)) e = error_at(ERROR_UNREAD, path, 0, 0, "cannot be read: %s", strerror(errno));
    free(text);
    return e;
}

static Error read_file(const char *path, Corrections *all, Arena *keep)
{
    bool standard = strcmp(path, "-") == 0;
    FILE *file = standard ? stdin : fopen(path, "re");
    if (!file) return error_at(ERROR_UNREAD, path, 0, 0, "cannot be read: %s", strerror(errno));
    Error e = read_lines(file, path, all, keep);
    if (!standard) fclose(file);
    return e;
}

/* How many of `all` are not in the register yet. */
static Error count_new(const char *path, const Corrections *all, int64_t *fresh, Arena *keep)
{
    Register *reg = NULL;
    Corrections there = {0};
    Error e = register_open(path, REGISTER_READ, &reg);
    if (!e.code) e = register_corrections(reg, &there, keep);
    for (Size i = 0; i < all->item.len; i++) {
        bool known = false;
        for (Size k = 0; k < there.item.len && !known; k++) known = span_equal(there.item.item[k].id, all->item.item[i].id);
        *fresh += !known;
    }
    Error closed = register_close(reg);
    return e.code ? e : closed;
}

static int import(const Line *line)
{
    Arena keep = arena_reserve((Size)1 << 32);
    Corrections all = {0};
    Register *reg = NULL;
    const char *path;
    int64_t fresh = 0, added = 0;
    bool dry = line->value[OPTION_DRY_RUN] != NULL;
    Error e = read_file(line->value[OPTION_IMPORT], &all, &keep);
    if (!e.code) e = cli_register_path(line, false, &path, &keep);
    if (!e.code) e = count_new(path, &all, &fresh, &keep);
    if (!e.code && !dry) e = register_open(path, REGISTER_WRITE, &reg);
    if (!e.code && !dry) e = register_correct_import(reg, all.item.item, all.item.len, &added);
    Error closed = register_close(reg);
    if (!e.code) e = closed;
    if (e.code) {
        error_print(&e);
        return e.code;
    }
    if (dry) cli_note(line, "%lld of %lld corrections are new; nothing was done (--dry-run)", (long long)fresh, (long long)all.item.len);
    else cli_note(line, "%s: %lld of %lld corrections were new", path, (long long)added, (long long)all.item.len);
    return 0;
}

int cli_ledger(const Line *line)
{
    return line->value[OPTION_IMPORT] ? import(line) : print_ledger(line);
}
