/* Word lists, classes and parts of a rule file. */
#include "lexicon/pattern_tree.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/utf8.h"

static const char *const parts[] = {
    "none",
#define PART(name) #name,
#include "lexicon/pattern.def"
};

uint32_t pattern_symbol(Compile *c, Span name, bool class)
{
    for (Size i = 0; i < c->symbols.len; i++)
        if (c->symbols.item[i].class == class && c->symbols.item[i].name.len && span_equal(c->symbols.item[i].name, name)) return (uint32_t)i;
    Symbol *s = ARRAY_PUSH(&c->symbols, c->keep);
    *s = (Symbol){.name = name, .class = class};
    return (uint32_t)c->symbols.len - 1;
}

static uint64_t fold_hash(Span word)
{
    char room[256];
    Size n = utf8_fold(word.len > 200 ? span_sub(word, 0, 200) : word, room, sizeof room);
    return span_hash((Span){room, n});
}

void pattern_add_hash(Compile *c, uint64_t hash, uint32_t symbol, int32_t value)
{
    for (Size i = 0; i < c->members.len; i++)
        if (c->members.item[i].hash == hash && c->members.item[i].entry.symbol == symbol) return;
    Member *m = ARRAY_PUSH(&c->members, c->keep);
    *m = (Member){hash, {symbol, value}};
}

void pattern_add_member(Compile *c, Span word, uint32_t symbol, int32_t value)
{
    pattern_add_hash(c, fold_hash(word), symbol, value);
}

static bool read_file(Compile *c, const char *path, Span *text)
{
    int fd = open(path, O_RDONLY);
    struct stat st;
    if (fd < 0 || fstat(fd, &st) != 0) {
        if (fd >= 0) close(fd);
        return pattern_fail(c, "expected a word list that can be read, beside this file in lexicon/");
    }
    char *at = ARENA_NEW(c->keep, char, st.st_size + 1);
    Size n = 0;
    for (ssize_t got; n < st.st_size && (got = read(fd, at + n, (size_t)(st.st_size - n))) > 0;) n += got;
    close(fd);
    *text = (Span){at, n};
    return true;
}

static bool add_part(Compile *c, Span form, Span class, int32_t value)
{
    uint32_t part = 1;
    while (part < PATTERN_PARTS && !span_is(class, parts[part])) part++;
    if (part == PATTERN_PARTS) return pattern_fail_name(c, "expected a kind of part (docs/rules.md), found", class);
    char room[128];
    Size n = utf8_fold(form.len > 100 ? span_sub(form, 0, 100) : form, room, sizeof room);
    PatternPartEntry *e = ARRAY_PUSH(&c->parts, c->keep);
    *e = (PatternPartEntry){span_hash((Span){room, n}), part, value};
    if (n > c->part_longest) c->part_longest = (uint32_t)n;
    if (n >= 3) {
        uint32_t bit = pattern_prefix(room);
        c->prefixes[bit >> 3] |= (uint8_t)(1u << (bit & 7));
    }
    return true;
}

/* One row of a word list: forms, class, value, source. */
static bool add_row(Compile *c, Span row, bool as_parts)
{
    Span cell[4] = {{0}};
    int cells = 0;
    for (Span piece; cells < 4 && span_cut(&row, '\t', &piece);) cell[cells++] = span_trim(piece);
    if (cells < 4) return pattern_fail(c, "expected four columns in a word list: form, class, value, source");
    char number[16] = "0";
    if (!span_is(cell[2], "-")) snprintf(number, sizeof number, "%.*s", (int)(cell[2].len < 15 ? cell[2].len : 15), cell[2].at);
    char *stop;
    long value = strtol(number, &stop, 10);
    if (*stop) return pattern_fail(c, "expected a whole number or - in the column value of a word list");
    bool fine = true;
    uint32_t symbol = as_parts ? 0 : pattern_symbol(c, cell[1], true);
    for (Span form; span_cut(&cell[0], '|', &form);)
        if (as_parts) fine &= add_part(c, form, cell[1], (int32_t)value);
        else pattern_add_member(c, form, symbol, (int32_t)value);
    return fine;
}

/* `words NAME.tsv` and `parts NAME.tsv`: the list stands in lexicon/ below the rule file's folder. */
bool pattern_read_words(Compile *c, bool as_parts)
{
    pattern_skip_white(c);
    Span name = span_trim(c->rest);
    const char *slash = strrchr(c->file, '/');
    char path[512];
    snprintf(path, sizeof path, "%.*slexicon/%.*s", slash ? (int)(slash - c->file + 1) : 0, c->file, (int)(name.len < 100 ? name.len : 100), name.at);
    Span text;
    if (!read_file(c, path, &text)) return false;
    Compile at_rule = *c;
    const char *file = c->file;
    char *kept = ARENA_NEW(c->keep, char, (Size)strlen(path) + 1);
    memcpy(kept, path, strlen(path));
    c->file = kept;
    bool header = true, fine = true;
    int line = 0;
    for (Span row; fine && span_cut(&text, '\n', &row);) {
        line++;
        if (row.len == 0 || row.at[0] == '#') continue;
        if (header) {
            header = false;
            continue;
        }
        c->line = line;
        c->line_start = row.at;
        c->rest = row;
        fine = add_row(c, row, as_parts);
    }
    c->file = file;
    c->line = at_rule.line;
    c->line_start = at_rule.line_start;
    c->rest = (Span){at_rule.rest.at + at_rule.rest.len, 0};
    return fine;
}

/* `within WORD ...`: words that a number may go on with. */
bool pattern_read_within(Compile *c)
{
    for (Span word; (word = pattern_take_name(c)).len > 0;) {
        uint32_t symbol = pattern_symbol(c, word, false);
        c->symbols.item[symbol].within = true;
        pattern_add_member(c, word, symbol, 0);
    }
    pattern_skip_white(c);
    return c->rest.len == 0 || pattern_fail(c, "expected words only behind within");
}
