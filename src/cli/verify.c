/* `inzet verify`: every stored quote against its document. */
#include <stdio.h>

#include "cli/question.h"
#include "export/write.h"

typedef struct {
    Progress progress;
} State;

static void told(void *state, int64_t done, int64_t total)
{
    State *s = state;
    s->progress.total = total;
    progress_tell(&s->progress, done, 0, SPAN("verify"));
}

static void fault(const VerifyFault *f, Out *o)
{
    write_plain(o, f->document, -1);
    if (range_some(f->at)) out_print(o, ":%d-%d", (int)f->at.from, (int)f->at.to);
    out_print(o, ": %s", fault_name(f->kind));
    if (f->claim.len) out_print(o, ", claim %.*s", (int)f->claim.len, f->claim.at);
    if (f->field.len) out_print(o, ", %.*s", (int)f->field.len, f->field.at);
    if (f->quote.len) {
        out_text(o, ": stored \"");
        write_plain(o, f->quote, 60);
        out_text(o, "\", stands \"");
        write_plain(o, f->stands, 60);
        out_char(o, '"');
    }
    out_char(o, '\n');
}

int cli_verify(const Line *line)
{
    Question q;
    VerifyReport report = {0};
    State state = {progress_begin(line, 0)};
    Error e = question_begin(line, 1 << FORMAT_TABLE, &q);
    if (!e.code) e = register_verify(q.reg, &report, told, &state, &q.keep);
    progress_clear(&state.progress);
    if (e.code) return question_fail(&q, &e);
    for (Size i = 0; i < report.faults.len; i++) fault(&report.faults.item[i], &q.out);
    out_print(&q.out, "%s: %lld documents, %lld readings, %lld claims, %lld quotes checked; %lld broken\n", q.path, (long long)report.documents,
              (long long)report.readings, (long long)report.claims, (long long)report.quotes, (long long)report.faults.len);
    return question_end(&q, report.faults.len ? ERROR_NO : 0);
}
