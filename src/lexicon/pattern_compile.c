/* Compiling a rule file: lines to a tree, the tree to code, tables for what may begin where. */
#include "lexicon/pattern_layout.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/utf8.h"

typedef enum { NODE_WORD, NODE_CLASS, NODE_SHAPE, NODE_RULE, NODE_NOT, NODE_GLUE, NODE_SEQUENCE, NODE_CHOICE, NODE_REPEAT } NodeKind;

/* A piece of a pattern. Sequences and choices chain their pieces by `next` below `child`. */
typedef struct Node Node;
struct Node {
    NodeKind kind;
    uint32_t x;         /* symbol, shape, rule */
    int capture;        /* -1 none */
    int least, most;    /* of a repetition */
    Node *child, *next;
};

typedef struct {
    Span name;
    int line, column;
    bool find, defined;
    uint32_t choice, choices;
} Rule;

typedef struct {
    uint32_t rule, code;
    Node *tree;
} Choice;

/* A word with one symbol it carries. */
typedef struct {
    uint64_t hash;
    PatternEntry entry;
} Member;

typedef struct {
    Span name;
    bool class;
    bool glue, wanted;
    bool glue_like;     /* a choice of words with glue words among them */
} Symbol;

typedef struct {
    const char *file;
    Arena *keep;
    Error error;
    int line;
    Span rest;              /* of the line */
    const char *line_start;
    ARRAY(Symbol) symbols;
    ARRAY(Member) members;
    ARRAY(PatternPartEntry) parts;
    uint8_t prefixes[512];
    uint32_t part_longest;
    ARRAY(Rule) rules;
    ARRAY(Choice) choices;
    ARRAY(PatternCode) code;
    ARRAY(PatternAction) actions;
    Span captures[PATTERN_CAPTURES];
    int capture_count;
    int32_t current;        /* rule, -1 none */
} Compile;

static const struct { const char *name; int fewest, most; } operations[] = {
#define OP(name, fewest, most) {#name, fewest, most},
#include "lexicon/pattern.def"
};

static const char *const syms[] = {
    "none",
#define SYM(name) #name,
#include "lexicon/pattern.def"
};

static const char *const parts[] = {
    "none",
#define PART(name) #name,
#include "lexicon/pattern.def"
};

static const char *const shapes[] = {
#define SHAPE(name) #name,
#include "lexicon/pattern.def"
};

static bool fail(Compile *c, const char *expected)
{
    if (c->error.code == ERROR_NONE)
        c->error = error_at(ERROR_USAGE, c->file, c->line, (int)(c->rest.at - c->line_start) + 1, "%s", expected);
    return false;
}

/* As fail, with the name that stands there instead. */
static bool fail_name(Compile *c, const char *expected, Span name)
{
    char text[200];
    snprintf(text, sizeof text, "%s: %.*s", expected, (int)(name.len < 60 ? name.len : 60), name.at);
    return fail(c, text);
}

/* ---- reading a line ---- */

static void skip_white(Compile *c)
{
    while (c->rest.len && (c->rest.at[0] == ' ' || c->rest.at[0] == '\t')) c->rest = span_sub(c->rest, 1, c->rest.len);
}

static bool peek(Compile *c, const char *mark)
{
    skip_white(c);
    return span_starts(c->rest, span_of(mark));
}

static bool take(Compile *c, const char *mark)
{
    if (!peek(c, mark)) return false;
    c->rest = span_sub(c->rest, (Size)strlen(mark), c->rest.len);
    return true;
}

static bool is_name(unsigned char b)
{
    return (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '_' || b == '\'' || b == '-' || b >= 0x80;
}

static Span take_name(Compile *c)
{
    skip_white(c);
    Size n = 0;
    while (n < c->rest.len && is_name((unsigned char)c->rest.at[n])) n++;
    Span name = span_sub(c->rest, 0, n);
    c->rest = span_sub(c->rest, n, c->rest.len);
    return name;
}

static bool take_int(Compile *c, int32_t *value)
{
    skip_white(c);
    Size n = 0;
    bool minus = c->rest.len && c->rest.at[0] == '-';
    if (minus || (c->rest.len && c->rest.at[0] == '+')) n = 1;
    Size from = n;
    int64_t v = 0;
    while (n < c->rest.len && c->rest.at[n] >= '0' && c->rest.at[n] <= '9' && v < INT32_MAX / 10) v = v * 10 + (c->rest.at[n++] - '0');
    if (n == from) return false;
    c->rest = span_sub(c->rest, n, c->rest.len);
    *value = (int32_t)(minus ? -v : v);
    return true;
}

/* ---- words and classes ---- */

static uint32_t symbol_of(Compile *c, Span name, bool class)
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

static void add_hash(Compile *c, uint64_t hash, uint32_t symbol, int32_t value)
{
    for (Size i = 0; i < c->members.len; i++)
        if (c->members.item[i].hash == hash && c->members.item[i].entry.symbol == symbol) return;
    Member *m = ARRAY_PUSH(&c->members, c->keep);
    *m = (Member){hash, {symbol, value}};
}

static void add_member(Compile *c, Span word, uint32_t symbol, int32_t value)
{
    add_hash(c, fold_hash(word), symbol, value);
}

static bool read_file(Compile *c, const char *path, Span *text)
{
    int fd = open(path, O_RDONLY);
    struct stat st;
    if (fd < 0 || fstat(fd, &st) != 0) {
        if (fd >= 0) close(fd);
        return fail(c, "expected a word list that can be read, beside this file in lexicon/");
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
    if (part == PATTERN_PARTS) return fail_name(c, "expected a kind of part (docs/rules.md), found", class);
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
    if (cells < 4) return fail(c, "expected four columns in a word list: form, class, value, source");
    char number[16] = "0";
    if (!span_is(cell[2], "-")) snprintf(number, sizeof number, "%.*s", (int)(cell[2].len < 15 ? cell[2].len : 15), cell[2].at);
    char *stop;
    long value = strtol(number, &stop, 10);
    if (*stop) return fail(c, "expected a whole number or - in the column value of a word list");
    bool fine = true;
    uint32_t symbol = as_parts ? 0 : symbol_of(c, cell[1], true);
    for (Span form; span_cut(&cell[0], '|', &form);)
        if (as_parts) fine &= add_part(c, form, cell[1], (int32_t)value);
        else add_member(c, form, symbol, (int32_t)value);
    return fine;
}

/* `words NAME.tsv` and `parts NAME.tsv`: the list stands in lexicon/ below the rule file's folder. */
static bool read_words(Compile *c, bool as_parts)
{
    skip_white(c);
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

/* `glue WORD ...`: words that lead to no match by themselves. */
static bool read_glue(Compile *c)
{
    for (Span word; (word = take_name(c)).len > 0;) {
        uint32_t symbol = symbol_of(c, word, false);
        c->symbols.item[symbol].glue = true;
        add_member(c, word, symbol, 0);
    }
    skip_white(c);
    return c->rest.len == 0 || fail(c, "expected words only behind glue");
}

/* ---- patterns ---- */

static Node *node_new(Compile *c, NodeKind kind, uint32_t x)
{
    Node *n = ARENA_NEW(c->keep, Node, 1);
    *n = (Node){.kind = kind, .x = x, .capture = -1};
    return n;
}

static uint32_t rule_of(Compile *c, Span name)
{
    for (Size i = 0; i < c->rules.len; i++)
        if (span_equal(c->rules.item[i].name, name)) return (uint32_t)i;
    Rule *r = ARRAY_PUSH(&c->rules, c->keep);
    *r = (Rule){.name = name, .line = c->line, .column = (int)(c->rest.at - c->line_start) + 1};
    return (uint32_t)c->rules.len - 1;
}

static bool shape_of(Compile *c, Span name, uint32_t *shape)
{
    for (*shape = 0; *shape < PATTERN_SHAPES; ++*shape)
        if (span_is(name, shapes[*shape])) return true;
    return fail_name(c, "expected a token shape (docs/rules.md), found", name);
}

static Node *word_node(Compile *c, Span word)
{
    Node *n = node_new(c, NODE_WORD, symbol_of(c, word, false));
    c->symbols.item[n->x].wanted = true;
    add_member(c, word, n->x, 0);
    return n;
}

static Node *parse_choice(Compile *c, int depth);

static Node *parse_quoted(Compile *c)
{
    Size end = span_find_byte(c->rest, '"', 0);
    if (end <= 0) {
        fail(c, "expected a closing quotation mark");
        return NULL;
    }
    Span word = span_sub(c->rest, 0, end);
    c->rest = span_sub(c->rest, end + 1, c->rest.len);
    return word_node(c, word);
}

/* The only piece of a sequence where that is a word or class without capture name, else NULL. */
static const Node *plain_word(const Node *n)
{
    const Node *only = n->kind == NODE_SEQUENCE ? n->child : n;
    bool plain = only && !only->next && only->capture < 0 && (only->kind == NODE_WORD || only->kind == NODE_CLASS);
    return plain ? only : NULL;
}

/* ( a | b | @c ) as a class of its own, which is matched in one step; any other choice as it is. */
static Node *as_class(Compile *c, Node *choice)
{
    if (choice->kind != NODE_CHOICE) return choice;
    for (const Node *k = choice->child; k; k = k->next)
        if (!plain_word(k)) return choice;
    Symbol *s = ARRAY_PUSH(&c->symbols, c->keep);
    *s = (Symbol){.class = true, .wanted = true};
    uint32_t symbol = (uint32_t)c->symbols.len - 1;
    bool glue = false;
    for (const Node *k = choice->child; k; k = k->next) {
        uint32_t from = plain_word(k)->x;
        Size members = c->members.len;
        glue |= c->symbols.item[from].glue;
        for (Size i = 0; i < members; i++)
            if (c->members.item[i].entry.symbol == from) add_hash(c, c->members.item[i].hash, symbol, c->members.item[i].entry.value);
    }
    c->symbols.item[symbol].glue_like = glue;
    return node_new(c, NODE_CLASS, symbol);
}

/* Without repetition mark and capture name. */
static Node *parse_piece(Compile *c, int depth)
{
    if (depth > 12) {
        fail(c, "expected fewer brackets inside brackets");
        return NULL;
    }
    if (take(c, "(")) {
        Node *n = parse_choice(c, depth + 1);
        if (n && !take(c, ")")) fail(c, "expected ) or |");
        return n ? as_class(c, n) : NULL;
    }
    if (take(c, "[")) {
        Node *n = node_new(c, NODE_REPEAT, 0);
        n->most = 1;
        n->child = parse_choice(c, depth + 1);
        if (n->child) n->child = as_class(c, n->child);
        if (n->child && !take(c, "]")) fail(c, "expected ] or |");
        return n;
    }
    if (take(c, "<")) {
        Span name = take_name(c);
        if (name.len == 0 || !take(c, ">")) fail(c, "expected <rule name>");
        return node_new(c, NODE_RULE, rule_of(c, name));
    }
    if (take(c, "#")) {
        uint32_t shape = 0;
        shape_of(c, take_name(c), &shape);
        return node_new(c, NODE_SHAPE, shape);
    }
    if (take(c, "@")) {
        Span name = take_name(c);
        for (Size i = 0; i < c->symbols.len; i++) {
            if (!c->symbols.item[i].class || !span_equal(c->symbols.item[i].name, name)) continue;
            c->symbols.item[i].wanted = true;
            return node_new(c, NODE_CLASS, (uint32_t)i);
        }
        fail_name(c, "expected a class of the word lists, found", name);
        return NULL;
    }
    if (take(c, "~")) return node_new(c, NODE_GLUE, 0);
    if (take(c, "!")) {
        Node *n = parse_piece(c, depth + 1);
        if (n && n->kind != NODE_WORD && n->kind != NODE_CLASS && n->kind != NODE_SHAPE) fail(c, "expected a word, @class or #shape behind !");
        Node *not = node_new(c, NODE_NOT, 0);
        not->child = n;
        return n ? not : NULL;
    }
    if (take(c, "\"")) return parse_quoted(c);
    Span word = take_name(c);
    if (word.len) return word_node(c, word);
    fail(c, "expected a word, \"mark\", @class, #shape, <rule>, ( [ ! ~ or =>");
    return NULL;
}

static int capture_of(Compile *c, Span name, bool make)
{
    for (int i = 0; i < c->capture_count; i++)
        if (span_equal(c->captures[i], name)) return i;
    if (!make) return -1;
    if (c->capture_count == PATTERN_CAPTURES) {
        fail(c, "expected no more than eight captures in one pattern");
        return -1;
    }
    c->captures[c->capture_count] = name;
    return c->capture_count++;
}

/* `name:` before a piece, or nothing. */
static Span take_label(Compile *c)
{
    skip_white(c);
    Span rest = c->rest, name = take_name(c);
    if (name.len && c->rest.len > 1 && c->rest.at[0] == ':') {
        c->rest = span_sub(c->rest, 1, c->rest.len);
        return name;
    }
    c->rest = rest;
    return (Span){NULL, 0};
}

static bool has_capture(const Node *n)
{
    for (; n; n = n->next)
        if (n->capture >= 0 || has_capture(n->child)) return true;
    return false;
}

static Node *parse_repeat(Compile *c, Node *piece)
{
    int32_t least = 0, most = 1;
    if (take(c, "{")) {
        if (!take_int(c, &least) || !take(c, ",") || !take_int(c, &most) || !take(c, "}") || least < 0 || most < least || most > 8)
            fail(c, "expected {least,most} with most at most 8");
    } else if (!take(c, "?")) return piece;
    if (most > 1 && (piece->capture >= 0 || has_capture(piece->child))) fail(c, "expected no capture inside a repetition");
    Node *n = node_new(c, NODE_REPEAT, 0);
    n->least = least;
    n->most = most;
    n->child = piece;
    return n;
}

static Node *parse_sequence(Compile *c, int depth)
{
    Node *sequence = node_new(c, NODE_SEQUENCE, 0), **tail = &sequence->child;
    while (c->error.code == ERROR_NONE && !peek(c, "=>") && !peek(c, ")") && !peek(c, "]") && !peek(c, "|") && c->rest.len) {
        Span label = take_label(c);
        Node *piece = parse_piece(c, depth);
        if (!piece) return NULL;
        if (label.len) {
            int capture = capture_of(c, label, true);
            if (piece->kind == NODE_SEQUENCE || piece->kind == NODE_CHOICE) {
                for (Node *n = piece->kind == NODE_CHOICE ? piece->child : piece; n; n = n->next) {
                    Node *only = n->kind == NODE_SEQUENCE ? n->child : n;
                    if (!only || only->next) fail(c, "expected single pieces in brackets that carry a capture name");
                    else only->capture = capture;
                    if (piece->kind == NODE_SEQUENCE) break;
                }
            } else if (piece->kind == NODE_REPEAT || piece->kind == NODE_NOT || piece->kind == NODE_GLUE) {
                fail(c, "expected a capture name only before a word, class, shape, rule or ( )");
            } else piece->capture = capture;
        }
        *tail = parse_repeat(c, piece);
        tail = &(*tail)->next;
    }
    if (!sequence->child) fail(c, "expected a pattern");
    return sequence;
}

static Node *parse_choice(Compile *c, int depth)
{
    Node *first = parse_sequence(c, depth);
    if (!first || !peek(c, "|")) return first;
    Node *choice = node_new(c, NODE_CHOICE, 0);
    choice->child = first;
    for (Node *last = first; last && take(c, "|"); last = last->next) last->next = parse_sequence(c, depth);
    return choice;
}

/* ---- actions ---- */

static uint16_t parse_action(Compile *c, int depth);

static uint16_t push_action(Compile *c, PatternAction a)
{
    if (c->actions.len >= 0xFFF0) fail(c, "expected fewer actions in one file");
    *ARRAY_PUSH(&c->actions, c->keep) = a;
    return (uint16_t)(c->actions.len - 1);
}

static uint16_t parse_call(Compile *c, Span name, int depth)
{
    int op = 0;
    while (op < PATTERN_OPS && !span_is(name, operations[op].name)) op++;
    if (op == PATTERN_OPS) {
        fail_name(c, "expected an operation (docs/rules.md), found", name);
        return 0;
    }
    PatternAction a = {.kind = ACTION_OP, .op = (uint16_t)op};
    while (!take(c, ")") && c->error.code == ERROR_NONE) {
        if (a.args == PATTERN_ARGS || a.args == operations[op].most) {
            fail_name(c, "expected fewer arguments", name);
            return 0;
        }
        a.arg[a.args++] = parse_action(c, depth + 1);
        if (!peek(c, ")") && !take(c, ",")) fail(c, "expected , or )");
    }
    if (a.args < operations[op].fewest) fail_name(c, "expected more arguments", name);
    return push_action(c, a);
}

static uint16_t parse_action(Compile *c, int depth)
{
    int32_t value;
    if (depth > 8) {
        fail(c, "expected fewer brackets inside brackets");
        return 0;
    }
    if (take_int(c, &value)) return push_action(c, (PatternAction){.kind = ACTION_INT, .value = value});
    Span name = take_name(c);
    if (name.len == 0) {
        fail(c, "expected a number, a capture, a symbol or an operation");
        return 0;
    }
    if (take(c, "(")) return parse_call(c, name, depth);
    int capture = capture_of(c, name, false);
    if (capture >= 0) return push_action(c, (PatternAction){.kind = ACTION_CAPTURE, .value = capture});
    for (int i = 1; i < PATTERN_SYMS; i++)
        if (span_is(name, syms[i])) return push_action(c, (PatternAction){.kind = ACTION_SYMBOL, .value = i});
    fail_name(c, "expected a capture of this pattern or a symbol (docs/rules.md), found", name);
    return 0;
}

/* ---- code ---- */

static uint32_t emit(Compile *c, CodeKind kind, int capture, uint32_t x, uint32_t y)
{
    if (c->code.len >= 0xFFF0) fail(c, "expected fewer or shorter patterns in one file");
    *ARRAY_PUSH(&c->code, c->keep) = (PatternCode){(uint8_t)kind, (uint8_t)capture, (uint16_t)x, (uint16_t)y, 0};
    return (uint32_t)c->code.len - 1;
}

static void emit_node(Compile *c, const Node *n);

static void emit_choice(Compile *c, const Node *n)
{
    uint32_t jumps[32], count = 0;
    for (const Node *k = n->child; k; k = k->next) {
        uint32_t split = k->next ? emit(c, CODE_SPLIT, 0xFF, 0, 0) : 0;
        if (k->next) c->code.item[split].x = (uint16_t)c->code.len;
        emit_node(c, k);
        if (!k->next) break;
        if (count == 32) {
            fail(c, "expected no more than 32 alternatives");
            return;
        }
        jumps[count++] = emit(c, CODE_GOTO, 0xFF, 0, 0);
        c->code.item[split].y = (uint16_t)c->code.len;
    }
    for (uint32_t i = 0; i < count; i++) c->code.item[jumps[i]].x = (uint16_t)c->code.len;
}

static void emit_repeat(Compile *c, const Node *n)
{
    uint32_t splits[8], count = 0;
    for (int i = 0; i < n->most; i++) {
        if (i >= n->least) {
            splits[count] = emit(c, CODE_SPLIT, 0xFF, 0, 0);
            c->code.item[splits[count]].x = (uint16_t)c->code.len;
            count++;
        }
        emit_node(c, n->child);
    }
    for (uint32_t i = 0; i < count; i++) c->code.item[splits[i]].y = (uint16_t)c->code.len;
}

static void emit_node(Compile *c, const Node *n)
{
    int capture = n->capture < 0 ? 0xFF : n->capture;
    switch (n->kind) {
    case NODE_WORD: case NODE_CLASS: emit(c, CODE_SYMBOL, capture, n->x, 0); break;
    case NODE_SHAPE: emit(c, CODE_SHAPE, capture, n->x, 0); break;
    case NODE_RULE: emit(c, CODE_RULE, capture, n->x, 0); break;
    case NODE_NOT: emit(c, CODE_NOT, 0xFF, n->child->x, n->child->kind == NODE_SHAPE ? CODE_SHAPE : CODE_SYMBOL); break;
    case NODE_GLUE: emit(c, CODE_GLUE, 0xFF, 0, 0); break;
    case NODE_SEQUENCE:
        for (const Node *k = n->child; k; k = k->next) emit_node(c, k);
        break;
    case NODE_CHOICE: emit_choice(c, n); break;
    case NODE_REPEAT: emit_repeat(c, n); break;
    }
}

/* ---- lines ---- */

static bool read_header(Compile *c, bool find)
{
    skip_white(c);
    Span at = c->rest, name = take_name(c);
    if (name.len == 0) return fail(c, "expected the name of the rule");
    c->rest = at;
    uint32_t rule = rule_of(c, name);
    Rule *r = &c->rules.item[rule];
    if (r->defined) return fail_name(c, "expected a new name; this rule stands above already", name);
    r->defined = true;
    r->find = find;
    r->choice = (uint32_t)c->choices.len;
    c->current = (int32_t)rule;
    take_name(c);
    skip_white(c);
    return c->rest.len == 0 || c->rest.at[0] == '#' || fail(c, "expected the end of the line behind the rule's name");
}

static bool read_pattern(Compile *c)
{
    if (c->current < 0) return fail(c, "expected `rule NAME` or `find NAME` before a pattern");
    c->capture_count = 0;
    Node *tree = parse_choice(c, 0);
    if (!tree || c->error.code != ERROR_NONE) return false;
    uint32_t code = (uint32_t)c->code.len;
    emit_node(c, tree);
    uint16_t action = 0xFFFF;
    if (take(c, "=>")) action = parse_action(c, 0);
    else if (c->capture_count > 1) return fail(c, "expected => and an action, or a single capture");
    skip_white(c);
    if (c->error.code == ERROR_NONE && c->rest.len && c->rest.at[0] != '#') return fail(c, "expected the end of the line");
    emit(c, CODE_DONE, 0xFF, action, 0);
    *ARRAY_PUSH(&c->choices, c->keep) = (Choice){(uint32_t)c->current, code, tree};
    if (++c->rules.item[c->current].choices > PATTERN_CHOICES) return fail(c, "expected no more than 64 patterns in one rule; cut it in two");
    return c->error.code == ERROR_NONE;
}

static bool read_line(Compile *c, Span line)
{
    c->rest = line;
    c->line_start = line.at;
    bool indented = line.len && (line.at[0] == ' ' || line.at[0] == '\t');
    skip_white(c);
    if (c->rest.len == 0 || c->rest.at[0] == '\r') return true;
    if (c->rest.at[0] == '#' && (c->rest.len == 1 || c->rest.at[1] == ' ' || !indented)) return true;
    if (indented) {
        if (c->rest.at[0] == '+' || (c->rest.at[0] == '-' && c->rest.len > 1 && c->rest.at[1] == ' ')) return c->current >= 0 || fail(c, "expected a rule before its examples");
        return read_pattern(c);
    }
    Span word = take_name(c);
    if (span_is(word, "glue")) return read_glue(c);
    if (span_is(word, "words")) return read_words(c, false);
    if (span_is(word, "parts")) return read_words(c, true);
    if (span_is(word, "rule")) return read_header(c, false);
    if (span_is(word, "find")) return read_header(c, true);
    c->rest = line;
    return fail(c, "expected words, parts, glue, rule, find, a comment, or an indented pattern or example");
}

/* ---- what may stand first and second ---- */

/* A set of symbols and shapes. */
typedef struct {
    uint64_t *symbols;  /* a bit each */
    uint32_t shapes;
    bool any;           /* whatever stands there */
} Set;

/* How a piece may begin. `second` and `single` are told apart by what matched first: [0] a word, [1] a shape. */
typedef struct {
    Set first, second[2];
    bool single[2];     /* it may be that one token alone */
    bool empty;
} Begin;

/* Shapes that may take more than one token. */
static bool is_wide(uint32_t shape)
{
    return shape == PATTERN_SHAPE_number || shape == PATTERN_SHAPE_whole || shape == PATTERN_SHAPE_year;
}

static Begin begin_new(Compile *c)
{
    Size words = (c->symbols.len + 63) / 64 + 1;
    uint64_t *bits = ARENA_NEW(c->keep, uint64_t, words * 3);
    return (Begin){.first.symbols = bits, .second = {{.symbols = bits + words}, {.symbols = bits + 2 * words}}};
}

static void join_set(const Compile *c, Set *to, const Set *from)
{
    for (Size i = 0; i < (c->symbols.len + 63) / 64; i++) to->symbols[i] |= from->symbols[i];
    to->shapes |= from->shapes;
    to->any |= from->any;
}

static void join_begin(const Compile *c, Begin *to, const Begin *from)
{
    join_set(c, &to->first, &from->first);
    for (int i = 0; i < 2; i++) {
        join_set(c, &to->second[i], &from->second[i]);
        to->single[i] |= from->single[i];
    }
    to->empty |= from->empty;
}

/* `a` and then `b`. */
static void chain_begin(const Compile *c, Begin *a, const Begin *b)
{
    bool single[2] = {a->single[0], a->single[1]};
    for (int i = 0; i < 2; i++) {
        if (single[i]) join_set(c, &a->second[i], &b->first);
        a->single[i] = (single[i] && b->empty) || (a->empty && b->single[i]);
        if (a->empty) join_set(c, &a->second[i], &b->second[i]);
    }
    if (a->empty) join_set(c, &a->first, &b->first);
    a->empty = a->empty && b->empty;
}

static Begin begin_of(Compile *c, const Node *n, const Begin *rules)
{
    Begin b = begin_new(c);
    switch (n->kind) {
    case NODE_WORD: case NODE_CLASS:
        b.first.symbols[n->x >> 6] |= (uint64_t)1 << (n->x & 63);
        b.single[0] = true;
        break;
    case NODE_SHAPE:
        b.first.shapes = 1u << n->x;
        b.single[1] = true;
        b.second[1].any = is_wide(n->x);
        break;
    case NODE_RULE: join_begin(c, &b, &rules[n->x]); break;
    case NODE_NOT: case NODE_GLUE: b.empty = true; break;
    case NODE_SEQUENCE:
        b.empty = true;
        for (const Node *k = n->child; k; k = k->next) {
            Begin next = begin_of(c, k, rules);
            chain_begin(c, &b, &next);
        }
        break;
    case NODE_CHOICE:
        for (const Node *k = n->child; k; k = k->next) {
            Begin next = begin_of(c, k, rules);
            join_begin(c, &b, &next);
        }
        break;
    case NODE_REPEAT: {
        Begin once = begin_of(c, n->child, rules);
        join_begin(c, &b, &once);
        for (int i = 0; i < 2 && n->most > 1; i++)
            if (once.single[i]) join_set(c, &b.second[i], &once.first);
        b.empty |= n->least == 0;
        break;
    }
    }
    return b;
}

static uint64_t weigh(const Compile *c, const Begin *b)
{
    uint64_t n = 0;
    const Set *sets[3] = {&b->first, &b->second[0], &b->second[1]};
    for (int i = 0; i < 3; i++) {
        for (Size k = 0; k < (c->symbols.len + 63) / 64; k++) n += (uint64_t)__builtin_popcountll(sets[i]->symbols[k]);
        n += (uint64_t)__builtin_popcount(sets[i]->shapes) + sets[i]->any;
    }
    return n + b->single[0] + b->single[1];
}

/* How every rule and choice may begin: grows until nothing changes. */
static Begin *all_begins(Compile *c, Begin *rules)
{
    Begin *choices = ARENA_NEW(c->keep, Begin, c->choices.len + 1);
    for (Size i = 0; i < c->rules.len; i++) rules[i] = begin_new(c);
    for (bool changed = true; changed;) {
        changed = false;
        for (Size i = 0; i < c->choices.len; i++) {
            Begin *to = &rules[c->choices.item[i].rule];
            uint64_t before = weigh(c, to);
            choices[i] = begin_of(c, c->choices.item[i].tree, rules);
            join_begin(c, to, &choices[i]);
            to->empty = false;
            changed |= before != weigh(c, to);
        }
    }
    return choices;
}

/* Whether `n` may match glue words only; `rules` says so of the rules. */
static bool all_glue(const Compile *c, const Node *n, const bool *rules)
{
    switch (n->kind) {
    case NODE_WORD: return c->symbols.item[n->x].glue;
    case NODE_CLASS: return c->symbols.item[n->x].glue_like;
    case NODE_SHAPE: return false;
    case NODE_RULE: return rules[n->x];
    case NODE_NOT: case NODE_GLUE: return true;
    case NODE_SEQUENCE:
        for (const Node *k = n->child; k; k = k->next)
            if (!all_glue(c, k, rules)) return false;
        return true;
    case NODE_CHOICE:
        for (const Node *k = n->child; k; k = k->next)
            if (all_glue(c, k, rules)) return true;
        return false;
    case NODE_REPEAT: return n->least == 0 || all_glue(c, n->child, rules);
    }
    return false;
}

/* A find rule that glue words alone could match would never be tried. */
static bool check_glue(Compile *c)
{
    bool *glue = ARENA_NEW(c->keep, bool, c->rules.len + 1);
    for (bool changed = true; changed;) {
        changed = false;
        for (Size i = 0; i < c->choices.len; i++) {
            const Choice *k = &c->choices.item[i];
            if (glue[k->rule] || !all_glue(c, k->tree, glue)) continue;
            glue[k->rule] = changed = true;
        }
    }
    for (Size i = 0; i < c->rules.len; i++) {
        const Rule *r = &c->rules.item[i];
        if (!r->find || !glue[i]) continue;
        c->error = error_at(ERROR_USAGE, c->file, r->line, r->column, "expected a word that is no glue in every pattern of %.*s", (int)r->name.len, r->name.at);
        return false;
    }
    return true;
}

/* ---- the section ---- */

typedef struct {
    char *at;
    Size len;
} Block;

/* Reserves `count` items of `size` in the section, aligned to 8. */
static void *block_take(Block *b, Size size, Size count, uint32_t *offset)
{
    b->len = (b->len + 7) & ~(Size)7;
    *offset = (uint32_t)b->len;
    void *at = b->at + b->len;
    b->len += size * count;
    return at;
}

static int member_order(const void *a, const void *b)
{
    const Member *x = a, *y = b;
    if (x->hash != y->hash) return x->hash < y->hash ? -1 : 1;
    return (x->entry.symbol > y->entry.symbol) - (x->entry.symbol < y->entry.symbol);
}

/* One word: its members [from, from + count), and the kind of its symbols. */
typedef struct {
    Size from;
    uint16_t count, kind;
} WordSet;

typedef ARRAY(WordSet) WordSets;

static bool same_symbols(const Compile *c, const WordSet *a, const WordSet *b)
{
    for (int i = 0; a->count == b->count && i < a->count; i++)
        if (c->members.item[a->from + i].entry.symbol != c->members.item[b->from + i].entry.symbol) return false;
    return a->count == b->count;
}

/* Groups the members by word and numbers the kinds from 1. */
static uint32_t group_words(Compile *c, WordSets *sets)
{
    uint32_t kinds = 1;
    qsort(c->members.item, (size_t)c->members.len, sizeof(Member), member_order);
    for (Size i = 0; i < c->members.len;) {
        WordSet *s = ARRAY_PUSH(sets, c->keep);
        *s = (WordSet){.from = i};
        uint64_t hash = c->members.item[i].hash;
        for (; i < c->members.len && c->members.item[i].hash == hash; i++) s->count++;
        for (Size k = 0; k + 1 < sets->len && s->kind == 0; k++)
            if (same_symbols(c, s, &sets->item[k])) s->kind = sets->item[k].kind;
        if (s->kind == 0) s->kind = (uint16_t)kinds++;
    }
    return kinds;
}

static void mark_kind(const Symbol *s, uint8_t *kind)
{
    *kind |= (uint8_t)((s->glue ? KIND_GLUE : 0) | (s->wanted ? KIND_WANTED : 0));
}

static void write_words(Compile *c, const WordSets *sets, Block *b, PatternHead *h)
{
    uint32_t size = 16;
    while (size < sets->len * 3) size *= 2;
    h->mask = size - 1;
    PatternWord *words = block_take(b, sizeof(PatternWord), size, &h->words_at);
    PatternSet *set = block_take(b, sizeof(PatternSet), sets->len + 1, &h->sets_at);
    PatternEntry *entry = block_take(b, sizeof(PatternEntry), c->members.len + 1, &h->entries_at);
    uint8_t *kinds = block_take(b, 1, h->kinds, &h->kinds_at);
    h->row_words = (uint32_t)(c->symbols.len + 63) / 64;
    uint64_t *carries = block_take(b, sizeof *carries, (Size)h->kinds * h->row_words, &h->carries_at);
    for (Size i = 0; i < c->members.len; i++) entry[i] = c->members.item[i].entry;
    for (Size i = 0; i < sets->len; i++) {
        const WordSet *s = &sets->item[i];
        uint64_t hash = c->members.item[s->from].hash;
        set[i + 1] = (PatternSet){(uint32_t)s->from, s->count, s->kind};
        for (int k = 0; k < s->count; k++) mark_kind(&c->symbols.item[entry[s->from + k].symbol], &kinds[s->kind]);
        for (int k = 0; k < s->count; k++) carries[s->kind * h->row_words + (entry[s->from + k].symbol >> 6)] |= (uint64_t)1 << (entry[s->from + k].symbol & 63);
        uint32_t at = (uint32_t)(hash >> 7) & h->mask;
        while (words[at].hash) at = (at + 1) & h->mask;
        words[at] = (PatternWord){hash, (uint32_t)i + 1, 0};
    }
}

typedef ARRAY(uint64_t) Masks;

static uint16_t mask_index(Compile *c, Masks *masks, uint64_t mask)
{
    for (Size i = 0; i < masks->len; i++)
        if (masks->item[i] == mask) return (uint16_t)i;
    if (masks->len >= 0xFFF0) fail(c, "expected fewer or simpler rules in one file");
    *ARRAY_PUSH(masks, c->keep) = mask;
    return (uint16_t)(masks->len - 1);
}

/* Whether a word of set `s`, NULL an unknown one, is in `set`. */
static bool in_set(const Compile *c, const Set *set, const WordSet *s)
{
    for (int i = 0; s && i < s->count; i++) {
        uint32_t symbol = c->members.item[s->from + i].entry.symbol;
        if (set->symbols[symbol >> 6] >> (symbol & 63) & 1) return true;
    }
    return set->any;
}

static bool may_stand(const Compile *c, const Begin *b, ViableTable table, const WordSet *s)
{
    switch (table) {
    case VIABLE_FIRST: return in_set(c, &b->first, s);
    case VIABLE_AFTER_WORD: return b->single[0] || in_set(c, &b->second[0], s);
    default: return b->single[1] || in_set(c, &b->second[1], s);
    }
}

static uint32_t shapes_of(const Begin *b, ViableTable table)
{
    return table == VIABLE_FIRST ? b->first.shapes : table == VIABLE_AFTER_WORD ? b->second[0].shapes : b->second[1].shapes;
}

/* Choices of every rule, by the kind or shape of the first token, and of the second behind a word or behind a shape. */
static void write_viable(Compile *c, const WordSets *sets, const Begin *choice, Block *b, PatternHead *h)
{
    Size row = (Size)h->kinds + PATTERN_SHAPES;
    uint16_t *index = block_take(b, sizeof *index, VIABLE_TABLES * c->rules.len * row, &h->viable_at);
    Masks masks = {0};
    mask_index(c, &masks, 0);
    const WordSet **of_kind = ARENA_NEW(c->keep, const WordSet *, h->kinds);
    for (Size i = 0; i < sets->len; i++) of_kind[sets->item[i].kind] = &sets->item[i];
    for (ViableTable table = 0; table < VIABLE_TABLES; table++)
        for (Size r = 0; r < c->rules.len; r++, index += row) {
            const Rule *rule = &c->rules.item[r];
            for (Size k = 0; k < row; k++) {
                uint64_t mask = 0;
                for (uint32_t i = 0; i < rule->choices; i++) {
                    const Begin *begin = &choice[rule->choice + i];
                    bool may = k < h->kinds ? may_stand(c, begin, table, of_kind[k]) : shapes_of(begin, table) >> (k - h->kinds) & 1;
                    mask |= (uint64_t)may << i;
                }
                index[k] = mask_index(c, &masks, mask);
            }
        }
    uint64_t *to = block_take(b, sizeof *to, masks.len, &h->masks_at);
    memcpy(to, masks.item, (size_t)masks.len * sizeof *to);
}

static void write_rules(Compile *c, const WordSets *sets, Block *b, PatternHead *h)
{
    Begin *rules = ARENA_NEW(c->keep, Begin, c->rules.len + 1), *choice = all_begins(c, rules);
    PatternRule *r = block_take(b, sizeof *r, c->rules.len, &h->rules_at);
    uint32_t *code = block_take(b, sizeof *code, c->choices.len, &h->choices_at);
    for (Size i = 0; i < c->rules.len; i++) r[i] = (PatternRule){c->rules.item[i].choice, c->rules.item[i].choices, 0, c->rules.item[i].find};
    for (Size i = 0; i < c->choices.len; i++) code[i] = c->choices.item[i].code;
    write_viable(c, sets, choice, b, h);
}

/* Which `find` rules a word or a shape may open. */
static void write_starts(Block *b, PatternHead *h)
{
    const PatternRule *rules = (const PatternRule *)(void *)(b->at + h->rules_at);
    const uint16_t *index = (const uint16_t *)(void *)(b->at + h->viable_at);
    PatternStart *start = block_take(b, sizeof *start, h->kinds + PATTERN_SHAPES, &h->starts_at);
    uint32_t *list = block_take(b, sizeof *list, (Size)(h->kinds + PATTERN_SHAPES) * h->rules, &h->startlist_at);
    uint32_t n = 0;
    for (uint32_t s = 0; s < h->kinds + PATTERN_SHAPES; s++) {
        start[s].first = n;
        for (uint32_t r = 0; r < h->rules; r++) {
            if (rules[r].find && index[r * (h->kinds + PATTERN_SHAPES) + s]) list[n++] = r;
        }
        start[s].count = n - start[s].first;
    }
    b->len = (Size)h->startlist_at + (Size)n * (Size)sizeof *list;
}

static void write_classes(Compile *c, Block *b, PatternHead *h)
{
    PatternClass *class = block_take(b, sizeof *class, c->symbols.len, &h->classes_at);
    for (Size i = 0; i < c->symbols.len; i++)
        if (c->symbols.item[i].class && c->symbols.item[i].name.len) class[h->classes++] = (PatternClass){span_hash(c->symbols.item[i].name), (uint32_t)i, 0};
}

static void write_parts(Compile *c, Block *b, PatternHead *h)
{
    uint32_t size = 16;
    while (size < c->parts.len * 3) size *= 2;
    h->part_mask = size - 1;
    h->part_longest = c->part_longest;
    PatternPartEntry *table = block_take(b, sizeof *table, size, &h->parts_at);
    for (Size i = 0; i < c->parts.len; i++) {
        uint32_t at = (uint32_t)(c->parts.item[i].hash >> 7) & h->part_mask;
        while (table[at].hash) at = (at + 1) & h->part_mask;
        table[at] = c->parts.item[i];
    }
    memcpy(block_take(b, 1, sizeof c->prefixes, &h->prefixes_at), c->prefixes, sizeof c->prefixes);
}

static Span write_section(Compile *c)
{
    WordSets sets = {0};
    uint32_t kinds = group_words(c, &sets);
    Size rules = c->rules.len, row = kinds + PATTERN_SHAPES;
    Size room = (1 << 16) + 256 * c->members.len + 64 * (c->code.len + c->actions.len + c->choices.len + c->parts.len) + 24 * rules * row + row * (c->symbols.len / 8 + 8);
    Block b = {ARENA_NEW(c->keep, char, room + 16), 0};
    b.at += -(uintptr_t)b.at & 15;
    PatternHead *h = (PatternHead *)(void *)b.at;
    b.len = sizeof *h;
    h->magic = PATTERN_MAGIC;
    h->kinds = kinds;
    h->rules = (uint32_t)rules;
    write_words(c, &sets, &b, h);
    write_classes(c, &b, h);
    void *code = block_take(&b, sizeof(PatternCode), c->code.len, &h->code_at);
    if (c->code.len) memcpy(code, c->code.item, (size_t)c->code.len * sizeof(PatternCode));
    void *actions = block_take(&b, sizeof(PatternAction), c->actions.len, &h->actions_at);
    if (c->actions.len) memcpy(actions, c->actions.item, (size_t)c->actions.len * sizeof(PatternAction));
    write_rules(c, &sets, &b, h);
    write_starts(&b, h);
    write_parts(c, &b, h);
    return (Span){b.at, b.len};
}

static bool all_defined(Compile *c)
{
    for (Size i = 0; i < c->rules.len; i++) {
        const Rule *r = &c->rules.item[i];
        if (r->defined && r->choices) continue;
        c->error = error_at(ERROR_USAGE, c->file, r->line, r->column, "expected a rule %.*s with at least one pattern in this file", (int)r->name.len, r->name.at);
        return false;
    }
    return true;
}

Error pattern_compile(Span text, const char *file, Arena *keep, Span *section)
{
    Compile c = {.file = file, .keep = keep, .current = -1};
    Span line;
    *section = (Span){NULL, 0};
    while (c.error.code == ERROR_NONE && span_cut(&text, '\n', &line)) {
        c.line++;
        if (line.len && line.at[line.len - 1] == '\r') line.len--;
        read_line(&c, line);
    }
    if (c.error.code == ERROR_NONE && all_defined(&c) && check_glue(&c)) *section = write_section(&c);
    return c.error;
}

bool pattern_example(Span *rest, PatternExample *e)
{
    for (Span line; span_cut(rest, '\n', &line);) {
        e->line++;
        bool indented = line.len && (line.at[0] == ' ' || line.at[0] == '\t');
        Span s = span_trim(line);
        if (!indented) {
            if (span_starts(s, SPAN("rule ")) || span_starts(s, SPAN("find "))) e->rule = span_trim(span_sub(s, 5, s.len));
            continue;
        }
        if (s.len < 3 || (s.at[0] != '+' && s.at[0] != '-') || s.at[1] != ' ') continue;
        e->counter = s.at[0] == '-';
        s = span_trim(span_sub(s, 2, s.len));
        e->written = e->expected = (Span){NULL, 0};
        Size open = span_find_byte(s, '[', 0), close = span_find_byte(s, ']', 0);
        Size equals = span_find(s, SPAN(" = "), close > 0 ? close : 0);
        if (equals > 0) e->expected = span_trim(span_sub(s, equals + 3, s.len));
        if (equals > 0) s = span_trim(span_sub(s, 0, equals));
        if (open > 0 && close > open) {
            e->written = span_sub(s, open + 1, close);
            s = span_trim(span_sub(s, 0, open));
        }
        e->text = s;
        return true;
    }
    return false;
}
