/* `inzet lint FILE...`: the build's own compilers over word lists and rules. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli/common.h"
#include "frames/rule.h"
#include "frames/weight.h"
#include "lexicon/compile.h"
#include "lexicon/pattern.h"

enum { LARGEST = 64 << 20 };

static Error load(const char *path, Span *text, Arena *keep)
{
    FILE *f = fopen(path, "rb");
    if (!f) return error_at(ERROR_UNREAD, path, 0, 0, "cannot be opened; check the name and its permissions");
    char *at = keep->at;
    Size n = 0;
    for (size_t got; n < LARGEST && (got = fread(ARENA_NEW(keep, char, 1 << 16), 1, 1 << 16, f)) > 0;) {
        n += (Size)got;
        keep->at = at + n;
    }
    bool failed = ferror(f) != 0;
    fclose(f);
    if (failed) return error_at(ERROR_UNREAD, path, 0, 0, "cannot be read; is it a folder?");
    if (n >= LARGEST) return error_at(ERROR_USAGE, path, 0, 0, "larger than %d MB; no word list is", LARGEST >> 20);
    *text = (Span){at, n};
    return NO_ERROR;
}

/* A list that is no table of its own belongs to the rule files that name it (`words hedges.tsv`), one folder up: they are compiled instead. */
static Error check_word_list(const char *path, Span name, Arena keep)
{
    Span folder = {path, name.at - path};
    Span parent = arena_print(&keep, "%.*s..", (int)folder.len, folder.at);
    DIR *dir = opendir(parent.at);
    int users = 0;
    Error e = NO_ERROR;
    for (struct dirent *entry; dir && !e.code && (entry = readdir(dir)) != NULL;) {
        if (!span_ends(span_of(entry->d_name), SPAN(".rules"))) continue;
        Span rules = arena_print(&keep, "%.*s/%s", (int)parent.len, parent.at, entry->d_name), text = {NULL, 0}, section;
        if (load(rules.at, &text, &keep).code || span_find(text, name, 0) < 0) continue;
        users++;
        e = pattern_compile(text, rules.at, &keep, &section);
    }
    if (dir) closedir(dir);
    if (users || e.code) return e;
    return error_at(ERROR_USAGE, path, 0, 0, "no table has this name (src/lexicon/tables.def), and no rule file one folder up names it");
}

static Error check(const char *path, Arena keep)
{
    Span text = {NULL, 0}, section;
    Error e = load(path, &text, &keep);
    if (e.code) return e;
    Span name = span_of(strrchr(path, '/') ? strrchr(path, '/') + 1 : path);
    if (span_is(name, "weights.tsv")) return weight_compile(text, path, &keep, &section);
    if (span_ends(name, SPAN(".tsv"))) return lexicon_is_table(path) ? lexicon_lint(text, path, keep) : check_word_list(path, name, keep);
    bool decision = span_is(name, "stage.rules") || span_is(name, "drop.rules") || span_is(name, "hints.rules") || span_is(name, "floor.rules");
    if (decision) return rule_compile(text, path, &keep, &section);
    if (span_ends(name, SPAN(".rules"))) return pattern_compile(text, path, &keep, &section);
    return error_at(ERROR_USAGE, path, 0, 0, "its name should end in .tsv (a word list) or .rules");
}

int cli_lint(const Line *line)
{
    if (line->count == 0) {
        Error e = error_make(ERROR_USAGE, "name a word list (.tsv) or a rule file (.rules)");
        error_print(&e);
        return ERROR_USAGE;
    }
    Arena keep = arena_reserve((Size)1 << 30);
    int status = 0;
    for (int i = 0; i < line->count; i++) {
        Error e = check(line->names[i], keep);
        if (e.code) error_print(&e);
        status = cli_worse(status, e.code);
    }
    arena_release(&keep);
    return status;
}
