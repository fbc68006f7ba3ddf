/* `inzet rebuild`: the derived tables, dropped and made again; and the same after a large `inzet read`. */
#include "cli/rebuild.h"

#include "cli/question.h"

static void told(void *state, int64_t done, int64_t total)
{
    Progress *p = state;
    p->total = total;
    progress_tell(p, done, 0, SPAN("rebuild"));
}

Error cli_rebuild_register(const Line *line, Register *reg, const HedgeTable *hedges, RebuildReport *report)
{
    Progress progress = progress_begin(line, 0);
    Error e = register_rebuild(reg, hedges, report, told, &progress);
    progress_clear(&progress);
    return e;
}

static Error rebuild(const Line *line, const char *path, const HedgeTable *hedges)
{
    bool dry = line->value[OPTION_DRY_RUN] != NULL;
    Register *reg = NULL;
    RebuildReport report = {0};
    int64_t pending = 0;
    /* Opened for reading first: a register that is not there is not made. */
    Error e = register_open(path, REGISTER_READ, &reg);
    if (!e.code) e = register_pending(reg, &pending);
    Error closed = register_close(reg);
    if (!e.code) e = closed;
    reg = NULL;
    if (!e.code && dry) cli_note(line, "%lld claims were recorded since the last rebuild; nothing was done (--dry-run)", (long long)pending);
    if (e.code || dry) return e;
    e = register_open(path, REGISTER_WRITE, &reg);
    if (!e.code) e = cli_rebuild_register(line, reg, hedges, &report);
    closed = register_close(reg);
    if (!e.code) e = closed;
    if (!e.code)
        cli_note(line, "%s: %lld claims, %lld contributions in %lld periods, %lld comparisons, %lld levels", path, (long long)report.claims,
                 (long long)report.threads, (long long)report.lines, (long long)report.verdicts, (long long)report.levels);
    return e;
}

int cli_rebuild(const Line *line)
{
    Arena keep = arena_reserve((Size)1 << 26);
    const HedgeTable *hedges;
    const char *path;
    Error e = question_hedges(line, &hedges, &keep);
    if (!e.code) e = cli_register_path(line, false, &path, &keep);
    if (!e.code) e = rebuild(line, path, hedges);
    if (e.code) error_print(&e);
    return e.code;
}
