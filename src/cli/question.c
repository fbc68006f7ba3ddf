/* Filters from options, and the cells that answers have in common. */
#include "cli/question.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <time.h>
#include <unistd.h>

#include "export/claims.h"
#include "export/day.h"
#include "export/html.h"
#include "lexicon/lexicon.h"

enum { HEDGES_MOST = 1 << 20 };

static Error option_day(const Line *line, CliOption o, bool end, Day *day)
{
    Published p;
    *day = NO_DAY;
    if (!line->value[o]) return NO_ERROR;
    Error e = cli_day(option_text[o].name, line->value[o], &p);
    if (!e.code) *day = end ? p.last : p.first;
    return e;
}

static Error mission_of(const char *text, Span *to)
{
    *to = lexicon_column(lexicon_find(TABLE_MISSIONS, span_of(text)), 0);
    if (to->len) return NO_ERROR;
    return error_make(ERROR_USAGE, "--mission `%.40s` is no mission id; `inzet list --csv` shows those in the register", text);
}

static Error country_of(const char *text, Span *to, Arena *keep)
{
    Span s = arena_copy(keep, span_of(text));
    if (s.len == 2)
        for (Size i = 0; i < s.len; i++)
            if (s.at[i] >= 'a' && s.at[i] <= 'z') ((char *)s.at)[i] = (char)(s.at[i] - 32);
    *to = s;
    return NO_ERROR;
}

static Error stage_of(const char *text, Span *to)
{
    int stage = stage_from(span_of(text));
    const char *names[STAGE_COUNT];
    for (int i = 0; i < STAGE_COUNT; i++) names[i] = stage_name((Stage)i);
    const char *near = options_nearest(text, names, STAGE_COUNT);
    if (stage < 0 && near) return error_make(ERROR_USAGE, "--stage `%.40s` is no stage; do you mean `%s`?", text, near);
    if (stage < 0) return error_make(ERROR_USAGE, "--stage `%.40s` is no stage; they are asked, weighed, offered, decided, deploying, active, "
                                                  "suspended, leaving, ended and dropped", text);
    *to = span_of(stage_name((Stage)stage));
    return NO_ERROR;
}

static Error filter_of(const Line *line, AskFilter *f, Arena *keep)
{
    *f = ask_all();
    Error e = NO_ERROR;
    f->by_learning = line->value[OPTION_LEARNED] != NULL;
    f->strict = line->value[OPTION_STRICT] != NULL;
    if (f->by_learning && !line->value[OPTION_KNOWN] && option_of_verb(OPTION_KNOWN, line->verb))
        e = error_make(ERROR_USAGE, "--learned says how --known counts; give --known DATE too");
    if (!e.code) e = option_day(line, OPTION_KNOWN, true, &f->known);
    if (!e.code) e = option_day(line, OPTION_SINCE, false, &f->since);
    if (!e.code) e = option_day(line, OPTION_UNTIL, true, &f->until);
    if (!e.code) e = option_day(line, OPTION_AT, false, &f->at_first);
    if (!e.code) e = option_day(line, OPTION_AT, true, &f->at_last);
    if (!e.code && line->value[OPTION_MISSION]) e = mission_of(line->value[OPTION_MISSION], &f->mission);
    if (!e.code && line->value[OPTION_COUNTRY]) e = country_of(line->value[OPTION_COUNTRY], &f->contributor, keep);
    if (!e.code && line->value[OPTION_HOST]) e = country_of(line->value[OPTION_HOST], &f->host, keep);
    if (!e.code && line->value[OPTION_STAGE]) e = stage_of(line->value[OPTION_STAGE], &f->stage);
    return e;
}

Error question_hedges(const Line *line, const HedgeTable **hedges, Arena *keep)
{
    const char *path = line->value[OPTION_HEDGES];
    *hedges = hedges_shipped_table();
    if (!path) return NO_ERROR;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) return error_at(ERROR_UNREAD, path, 0, 0, "cannot be read: %s", strerror(errno));
    char *text = ARENA_NEW(keep, char, HEDGES_MOST);
    Size len = 0;
    ssize_t got = 1;
    while (len < HEDGES_MOST && (got = read(fd, text + len, (size_t)(HEDGES_MOST - len))) > 0) len += got;
    int number = errno;
    close(fd);
    if (got < 0) return error_at(ERROR_UNREAD, path, 0, 0, "cannot be read: %s", strerror(number));
    if (len == HEDGES_MOST) return error_at(ERROR_USAGE, path, 0, 0, "this is no table of hedges: it is longer than %d kB", HEDGES_MOST >> 10);
    HedgeTable *table = ARENA_NEW(keep, HedgeTable, 1);
    Error e = hedges_read((Span){text, len}, path, table);
    *hedges = table;
    return e;
}

Day question_today(void)
{
    time_t now = time(NULL);
    struct tm local;
    localtime_r(&now, &local);
    return day_of(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

Error question_begin(const Line *line, unsigned formats, Question *q)
{
    *q = (Question){.line = line, .out = {.fd = -1}};
    Format format;
    Error e = cli_format(line, formats, FORMAT_TABLE, &format);
    if (e.code) return e;
    q->keep = arena_reserve((Size)4 << 30);
    e = filter_of(line, &q->filter, &q->keep);
    if (!e.code) e = question_hedges(line, &q->hedges, &q->keep);
    if (!e.code) e = cli_register_path(line, false, &q->path, &q->keep);
    if (!e.code) e = register_open(q->path, REGISTER_READ, &q->reg);
    if (!e.code) e = cli_output(line, NULL, 0, &q->out);
    if (e.code) return e;
    q->look = cli_look(line, format, &q->out);
    if (format == FORMAT_HTML) html_open(&q->out, arena_print(&q->keep, "inzet %s", verb_text[line->verb].name), NULL);
    return e;
}

int question_end(Question *q, int status)
{
    if (q->look.format == FORMAT_HTML) html_close(&q->out);
    status = cli_worse(status, cli_finish(q->line, &q->out));
    Error e = register_close(q->reg);
    if (e.code) error_print(&e);
    return cli_worse(status, e.code);
}

int question_done(Question *q, const char *none)
{
    if (!q->rows) cli_note(q->line, "%s", none);
    return question_end(q, q->rows ? 0 : ERROR_NO);
}

int question_fail(Question *q, const Error *e)
{
    error_print(e);
    /* The beginning of an answer is no answer. */
    q->out.len = 0;
    if (q->out.buffer) out_close(&q->out);
    register_close(q->reg);
    return e->code;
}

Span question_list(Span joined, Arena *keep)
{
    Span s = arena_copy(keep, joined);
    for (Size i = 0; i < s.len; i++)
        if (s.at[i] == '|') ((char *)s.at)[i] = ';';
    return s;
}

static void append_list(Out *o, Span joined, const char *before)
{
    Span piece;
    for (int n = 0; span_cut(&joined, '|', &piece); n++) {
        out_text(o, n ? ", " : before);
        out_span(o, piece);
    }
}

Span question_what(const AskClaim *c, Arena *keep)
{
    Out o = out_to_memory();
    if (c->asset_type.len) out_span(&o, c->asset_type);
    else if (!span_is(c->asset, "none")) out_span(&o, c->asset);
    append_list(&o, c->roles, o.len ? ": " : "");
    if (!o.len) out_text(&o, "contribution");
    Span s = arena_copy(keep, out_written(&o));
    out_close(&o);
    return s;
}

Span question_where(const AskClaim *c, Arena *keep)
{
    Out o = out_to_memory();
    append_list(&o, c->places, "");
    append_list(&o, c->hosts, o.len ? ", " : "");
    Span s = arena_copy(keep, out_written(&o));
    out_close(&o);
    return s;
}

Span question_how_many(const AskClaim *c, Arena *keep)
{
    int hedge = hedge_from(c->hedge), basis = basis_from(c->basis);
    Quantity q = {.some = c->quantity_words.len > 0 || !isnan(c->quantity_low), .known = !isnan(c->quantity_low), .low = c->quantity_low,
                  .high = c->quantity_high, .hedge = hedge < 0 ? HEDGE_EXACT : (Hedge)hedge};
    Span text = how_many(&q, basis < 0 ? BASIS_NONE : (Basis)basis, c->quantity_words, keep);
    /* What is no level says so beside the number: a ceiling, all who ever served, a request. */
    if (text.len && basis == BASIS_CEILING && hedge != HEDGE_AT_MOST) return arena_print(keep, "\xE2\x89\xA4 %.*s", (int)text.len, text.at);
    if (text.len && (basis == BASIS_TOTAL_SERVED || basis == BASIS_REQUESTED))
        return arena_print(keep, "%.*s %s", (int)text.len, text.at, basis == BASIS_REQUESTED ? "asked" : "served");
    return text;
}

Span question_published(const AskClaim *c, Arena *keep)
{
    if (!day_known(c->published_first)) return (Span){NULL, 0};
    return day_bound(c->published_first, c->published_last, keep);
}

Span question_number(double n, Arena *keep)
{
    if (isnan(n)) return (Span){NULL, 0};
    Out o = out_to_memory();
    number_write(&o, n);
    Span s = arena_copy(keep, out_written(&o));
    out_close(&o);
    return s;
}

Span question_source(const AskClaim *c, Arena *keep)
{
    Span day = question_published(c, keep), id = c->id.len > 9 ? span_sub(c->id, 0, 9) : c->id, who = c->publisher.len ? c->publisher : SPAN("publisher unknown");
    if (!day.len) day = SPAN("date unknown");
    return arena_print(keep, "%.*s, %.*s (%.*s), claim %.*s", (int)who.len, who.at, (int)day.len, day.at, (int)c->name.len, c->name.at, (int)id.len, id.at);
}

void question_notices(Question *q, Notices *n, Span about, Span key)
{
    Span *first = ARENA_NEW(&q->keep, Span, n->len + 1);
    for (Size i = 0; i < n->len; i++) {
        Size same = 1;
        first[i] = n->item[i].id;
        for (Size k = 0; k < i; k++) same += span_equal(first[k], first[i]);
        if (same > 1) n->item[i].id = arena_print(&q->keep, "%.*s\t%lld", (int)first[i].len, first[i].at, (long long)same);
    }
    if (q->look.format == FORMAT_ICS) notices_ics(n, about, &q->out);
    else notices_atom(n, about, key, &q->out);
}
