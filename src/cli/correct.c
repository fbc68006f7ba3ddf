/* `inzet accept`, `reject`, `edit`, `link`, `split`, `join`, `undo`: what a person decides about claims. */
#include "register/correct.h"

#include <stdlib.h>
#include <time.h>

#include "cli/question.h"

typedef ARRAY(CorrectRequest) Requests;

static Instant now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    return (Instant){(int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000};
}

static Span who_of(const Line *line)
{
    const char *who = line->value[OPTION_WHO];
    if (!who) who = getenv("LOGNAME");
    if (!who) who = getenv("USER");
    return span_of(who ? who : "");
}

static Error edit_of(const Line *line, CorrectRequest base, Requests *all, Arena *keep)
{
    for (int i = 1; i < line->count; i++) {
        Span word = span_of(line->names[i]);
        Size equals = span_find_byte(word, '=', 0);
        if (equals <= 0) return error_make(ERROR_USAGE, "`%.60s` sets no field; write FIELD=VALUE, e.g. quantity=250", line->names[i]);
        base.field = span_sub(word, 0, equals);
        base.value = span_sub(word, equals + 1, word.len);
        *ARRAY_PUSH(all, keep) = base;
    }
    return NO_ERROR;
}

/* What the names on the command line ask for; `base` has verb, note, who and moment. */
static Error requests_of(const Line *line, CorrectRequest base, Requests *all, Arena *keep)
{
    bool pair = base.verb == CORRECT_LINK || base.verb == CORRECT_SPLIT, two = pair || base.verb == CORRECT_EDIT || base.verb == CORRECT_JOIN;
    const VerbText *v = &verb_text[line->verb];
    if (line->count < (two ? 2 : 1) || (pair && line->count != 2)) return error_make(ERROR_USAGE, "it goes: inzet %s %s --note WHY", v->name, v->arguments);
    int last = base.verb == CORRECT_JOIN ? line->count - 1 : pair || base.verb == CORRECT_EDIT ? 1 : line->count;
    if (base.verb == CORRECT_LINK) base.field = line->value[OPTION_KIND] ? span_of(line->value[OPTION_KIND]) : SPAN("part_of");
    if (base.verb == CORRECT_LINK || base.verb == CORRECT_JOIN) base.target = span_of(line->names[line->count - 1]);
    if (base.verb == CORRECT_SPLIT) base.value = span_of(line->names[1]);
    for (int i = 0; i < last; i++) {
        base.claim = span_of(line->names[i]);
        if (base.verb == CORRECT_EDIT) return edit_of(line, base, all, keep);
        *ARRAY_PUSH(all, keep) = base;
    }
    return NO_ERROR;
}

static Error claim_is_there(Register *reg, Span id, Arena *keep)
{
    AskShow a = {0};
    Error e = ask_show(reg, id, hedges_shipped_table(), &a, keep);
    if (e.code || a.found) return e;
    if (a.alike.len) return error_make(ERROR_USAGE, "several claims begin with `%.*s`; give more of the id", (int)id.len, id.at);
    return error_make(ERROR_USAGE, "no claim begins with `%.*s`; `inzet list` shows them", (int)id.len, id.at);
}

static Error correction_is_there(Register *reg, Span id, Arena *keep)
{
    Corrections all = {0};
    int fits = 0;
    Error e = register_corrections(reg, &all, keep);
    for (Size i = 0; i < all.item.len; i++) fits += span_starts(all.item.item[i].id, id);
    if (e.code || fits == 1) return e;
    return error_make(ERROR_USAGE, fits ? "several corrections begin with `%.*s`; give more of the id" : "no correction begins with `%.*s`; `inzet ledger` shows them", (int)id.len, id.at);
}

/* All that is asked is looked at before anything is written, so that a mistyped name leaves nothing half done. */
static Error look(Register *reg, const Requests *all, Arena *keep)
{
    for (Size i = 0; i < all->len; i++) {
        const CorrectRequest *r = &all->item[i];
        Arena scratch = *keep;
        const char *wrong = edit_check(r->verb, r->field, r->value);
        if (wrong) return error_make(ERROR_USAGE, "%.*s%s%s", (int)r->field.len, r->field.len ? r->field.at : "", r->field.len ? ": " : "", wrong);
        Error e = r->verb == CORRECT_UNDO ? correction_is_there(reg, r->claim, &scratch) : claim_is_there(reg, r->claim, &scratch);
        if (!e.code && r->target.len) e = claim_is_there(reg, r->target, &scratch);
        if (e.code) return e;
    }
    return NO_ERROR;
}

static Error write(Register *reg, const Requests *all, Out *out, Arena *keep)
{
    for (Size i = 0; i < all->len; i++) {
        const CorrectRequest *r = &all->item[i];
        Span id = {NULL, 0};
        Error e = register_correct(reg, r, &id, keep);
        if (e.code) return e;
        out_print(out, "%.*s  %s %.*s", (int)id.len, id.at, correct_verb_name(r->verb), (int)r->claim.len, r->claim.at);
        if (r->verb == CORRECT_EDIT) out_print(out, " %.*s=%.*s", (int)r->field.len, r->field.at, (int)r->value.len, r->value.at);
        if (r->target.len) out_print(out, " %.*s", (int)r->target.len, r->target.at);
        out_char(out, '\n');
    }
    return NO_ERROR;
}

static Error correct(const Line *line, Out *out, Arena *keep)
{
    int verb = correct_verb_from(span_of(verb_text[line->verb].name));
    const char *note = line->value[OPTION_NOTE], *path;
    Requests all = {0};
    Register *reg = NULL;
    CorrectRequest base = {.verb = (CorrectVerb)verb, .who = who_of(line), .note = span_of(note), .made = now()};
    Error e = requests_of(line, base, &all, keep);
    if (!e.code && (!note || !*note)) e = error_make(ERROR_USAGE, "say why with --note, for those who read it later");
    if (!e.code) e = cli_register_path(line, false, &path, keep);
    if (!e.code) e = register_open(path, REGISTER_READ, &reg);
    if (!e.code) e = look(reg, &all, keep);
    Error closed = register_close(reg);
    reg = NULL;
    if (!e.code) e = closed;
    if (e.code) return e;
    if (line->value[OPTION_DRY_RUN]) {
        cli_note(line, "%lld correction%s would be kept; nothing was done (--dry-run)", (long long)all.len, all.len == 1 ? "" : "s");
        return NO_ERROR;
    }
    e = register_open(path, REGISTER_WRITE, &reg);
    if (!e.code) e = write(reg, &all, out, keep);
    closed = register_close(reg);
    return e.code ? e : closed;
}

int cli_correct(const Line *line)
{
    Arena keep = arena_reserve((Size)1 << 32);
    Out out = {.fd = -1};
    Error e = cli_output(line, NULL, 0, &out);
    if (!e.code) e = correct(line, &out, &keep);
    int written = cli_finish(line, &out);
    if (e.code) error_print(&e);
    return cli_worse(e.code, written);
}
