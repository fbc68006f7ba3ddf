/* Files of claims, one document a line. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ask/score.h"

/* `articles/b01.txt` is b01. */
static Span name_of(Span path)
{
    Size start = path.len;
    while (start > 0 && path.at[start - 1] != '/') start--;
    Span name = span_sub(path, start, path.len);
    for (Size i = name.len - 1; i > 0; i--)
        if (name.at[i] == '.') return span_sub(name, 0, i);
    return name;
}

static Error add_line(const char *text, size_t len, const char *path, int number, ScoreSet *to, Arena *keep)
{
    json_error_t why;
    json_t *line = json_loadb(text, len, 0, &why);
    if (!line) return error_at(ERROR_USAGE, path, number, why.column, "this is no line of JSON: %.200s", why.text);
    *ARRAY_PUSH(&to->line, keep) = line;
    const json_t *doc = json_object_get(line, "doc"), *claims = json_object_get(line, "claims"), *missions = json_object_get(line, "mission_claims");
    if (!json_is_string(doc) && !json_is_integer(doc))
        return error_at(ERROR_USAGE, path, number, 0, "no `doc`: each line names its document, as `inzet read --jsonl` writes it");
    if (claims && !json_is_array(claims)) return error_at(ERROR_USAGE, path, number, 0, "`claims` is no list");
    if (missions && !json_is_array(missions)) return error_at(ERROR_USAGE, path, number, 0, "`mission_claims` is no list");
    Span name = json_is_string(doc) ? (Span){json_string_value(doc), (Size)json_string_length(doc)} : arena_print(keep, "%lld", (long long)json_integer_value(doc));
    *ARRAY_PUSH(&to->doc, keep) = (ScoreDoc){name_of(name), claims, missions};
    return NO_ERROR;
}

static int by_name(const void *a, const void *b)
{
    const ScoreDoc *x = a, *y = b;
    int c = span_compare(x->doc, y->doc);
    return c ? c : (x > y) - (x < y);
}

/* Sorted by name; of several lines with one name the last one stays. */
static void sort_docs(ScoreSet *s)
{
    if (!s->doc.len) return;
    qsort(s->doc.item, (size_t)s->doc.len, sizeof *s->doc.item, by_name);
    Size n = 0;
    for (Size i = 0; i < s->doc.len; i++) {
        if (n && span_equal(s->doc.item[n - 1].doc, s->doc.item[i].doc)) n--;
        s->doc.item[n++] = s->doc.item[i];
    }
    s->doc.len = n;
}

Error score_load(const char *path, ScoreSet *to, Arena *keep)
{
    bool standard = strcmp(path, "-") == 0;
    FILE *f = standard ? stdin : fopen(path, "r");
    if (!f) return error_at(ERROR_UNREAD, path, 0, 0, "cannot be opened: %s", strerror(errno));
    char *line = NULL;
    size_t room = 0;
    Error e = NO_ERROR;
    int number = 0;
    for (ssize_t len; !e.code && (len = getline(&line, &room, f)) >= 0;) {
        number++;
        if (span_trim((Span){line, (Size)len}).len) e = add_line(line, (size_t)len, path, number, to, keep);
    }
    if (!e.code && ferror(f)) e = error_at(ERROR_UNREAD, path, 0, 0, "cannot be read: %s", strerror(errno));
    free(line);
    if (!standard) fclose(f);
    sort_docs(to);
    return e;
}

void score_release(ScoreSet *s)
{
    for (Size i = 0; i < s->line.len; i++) json_decref(s->line.item[i]);
    *s = (ScoreSet){0};
}
