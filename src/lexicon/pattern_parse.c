/* Patterns and actions: a line to a tree, the tree to code. */
#include "lexicon/pattern_tree.h"

static const struct { const char *name; int fewest, most; } operations[] = {
#define OP(name, fewest, most) {#name, fewest, most},
#include "lexicon/pattern.def"
};

static const char *const syms[] = {
    "none",
#define SYM(name) #name,
#include "lexicon/pattern.def"
};

static const char *const shapes[] = {
#define SHAPE(name) #name,
#include "lexicon/pattern.def"
};

/* ---- patterns ---- */

static Node *node_new(Compile *c, NodeKind kind, uint32_t x)
{
    Node *n = ARENA_NEW(c->keep, Node, 1);
    *n = (Node){.kind = kind, .x = x, .capture = -1};
    return n;
}

uint32_t pattern_rule_index(Compile *c, Span name)
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
    return pattern_fail_name(c, "expected a token shape (docs/rules.md), found", name);
}

static Node *word_node(Compile *c, Span word)
{
    Node *n = node_new(c, NODE_WORD, pattern_symbol(c, word, false));
    pattern_add_member(c, word, n->x, 0);
    return n;
}

static Node *parse_choice(Compile *c, int depth);
static Node *parse_piece(Compile *c, int depth);

static Node *parse_quoted(Compile *c)
{
    Size end = span_find_byte(c->rest, '"', 0);
    if (end <= 0) {
        pattern_fail(c, "expected a closing quotation mark");
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
    *s = (Symbol){.class = true};
    uint32_t symbol = (uint32_t)c->symbols.len - 1;
    for (const Node *k = choice->child; k; k = k->next) {
        uint32_t from = plain_word(k)->x;
        Size members = c->members.len;
        for (Size i = 0; i < members; i++)
            if (c->members.item[i].entry.symbol == from) pattern_add_hash(c, c->members.item[i].hash, symbol, c->members.item[i].entry.value);
    }
    return node_new(c, NODE_CLASS, symbol);
}

/* ( ... ) and [ ... ], behind their opening bracket. */
static Node *parse_bracket(Compile *c, bool optional, int depth)
{
    Node *inner = parse_choice(c, depth + 1);
    if (!inner) return NULL;
    inner = as_class(c, inner);
    if (!pattern_take(c, optional ? "]" : ")")) pattern_fail(c, optional ? "expected ] or |" : "expected ) or |");
    if (!optional) return inner;
    Node *n = node_new(c, NODE_REPEAT, 0);
    n->most = 1;
    n->child = inner;
    return n;
}

/* !x: what must not stand next. */
static Node *parse_not(Compile *c, int depth)
{
    Node *n = parse_piece(c, depth + 1);
    if (n && n->kind != NODE_WORD && n->kind != NODE_CLASS && n->kind != NODE_SHAPE) pattern_fail(c, "expected a word, @class or #shape behind !");
    Node *not = node_new(c, NODE_NOT, 0);
    not->child = n;
    return n ? not : NULL;
}

static Node *parse_class(Compile *c)
{
    Span name = pattern_take_name(c);
    for (Size i = 0; i < c->symbols.len; i++) {
        if (!c->symbols.item[i].class || !span_equal(c->symbols.item[i].name, name)) continue;
        return node_new(c, NODE_CLASS, (uint32_t)i);
    }
    pattern_fail_name(c, "expected a class of the word lists, found", name);
    return NULL;
}

/* Without repetition mark and capture name. */
static Node *parse_piece(Compile *c, int depth)
{
    if (depth > 12) {
        pattern_fail(c, "expected fewer brackets inside brackets");
        return NULL;
    }
    if (pattern_take(c, "(")) return parse_bracket(c, false, depth);
    if (pattern_take(c, "[")) return parse_bracket(c, true, depth);
    if (pattern_take(c, "<")) {
        Span name = pattern_take_name(c);
        if (name.len == 0 || !pattern_take(c, ">")) pattern_fail(c, "expected <rule name>");
        return node_new(c, NODE_RULE, pattern_rule_index(c, name));
    }
    if (pattern_take(c, "#")) {
        uint32_t shape = 0;
        shape_of(c, pattern_take_name(c), &shape);
        return node_new(c, NODE_SHAPE, shape);
    }
    if (pattern_take(c, "@")) return parse_class(c);
    if (pattern_take(c, "~")) return node_new(c, NODE_GLUE, 0);
    if (pattern_take(c, "!")) return parse_not(c, depth);
    if (pattern_take(c, "\"")) return parse_quoted(c);
    Span word = pattern_take_name(c);
    if (word.len) return word_node(c, word);
    pattern_fail(c, "expected a word, \"mark\", @class, #shape, <rule>, ( [ ! ~ or =>");
    return NULL;
}

static int capture_of(Compile *c, Span name, bool make)
{
    for (int i = 0; i < c->capture_count; i++)
        if (span_equal(c->captures[i], name)) return i;
    if (!make) return -1;
    if (c->capture_count == PATTERN_CAPTURES) {
        pattern_fail(c, "expected no more than eight captures in one pattern");
        return -1;
    }
    c->captures[c->capture_count] = name;
    return c->capture_count++;
}

/* `name:` before a piece, or nothing. */
static Span take_label(Compile *c)
{
    pattern_skip_white(c);
    Span rest = c->rest, name = pattern_take_name(c);
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
    if (pattern_take(c, "{")) {
        if (!pattern_take_int(c, &least) || !pattern_take(c, ",") || !pattern_take_int(c, &most) || !pattern_take(c, "}") || least < 0 || most < least || most > 8)
            pattern_fail(c, "expected {least,most} with most at most 8");
    } else if (!pattern_take(c, "?")) return piece;
    if (most > 1 && (piece->capture >= 0 || has_capture(piece->child))) pattern_fail(c, "expected no capture inside a repetition");
    Node *n = node_new(c, NODE_REPEAT, 0);
    n->least = least;
    n->most = most;
    n->child = piece;
    return n;
}

static Node *parse_sequence(Compile *c, int depth)
{
    Node *sequence = node_new(c, NODE_SEQUENCE, 0), **tail = &sequence->child;
    while (c->error.code == ERROR_NONE && !pattern_peek(c, "=>") && !pattern_peek(c, ")") && !pattern_peek(c, "]") && !pattern_peek(c, "|") && c->rest.len) {
        Span label = take_label(c);
        Node *piece = parse_piece(c, depth);
        if (!piece) return NULL;
        if (label.len) {
            int capture = capture_of(c, label, true);
            if (piece->kind == NODE_SEQUENCE || piece->kind == NODE_CHOICE) {
                for (Node *n = piece->kind == NODE_CHOICE ? piece->child : piece; n; n = n->next) {
                    Node *only = n->kind == NODE_SEQUENCE ? n->child : n;
                    if (!only || only->next) pattern_fail(c, "expected single pieces in brackets that carry a capture name");
                    else only->capture = capture;
                    if (piece->kind == NODE_SEQUENCE) break;
                }
            } else if (piece->kind == NODE_REPEAT || piece->kind == NODE_NOT || piece->kind == NODE_GLUE) {
                pattern_fail(c, "expected a capture name only before a word, class, shape, rule or ( )");
            } else piece->capture = capture;
        }
        *tail = parse_repeat(c, piece);
        tail = &(*tail)->next;
    }
    if (!sequence->child) pattern_fail(c, "expected a pattern");
    return sequence;
}

static Node *parse_choice(Compile *c, int depth)
{
    Node *first = parse_sequence(c, depth);
    if (!first || !pattern_peek(c, "|")) return first;
    Node *choice = node_new(c, NODE_CHOICE, 0);
    choice->child = first;
    for (Node *last = first; last && pattern_take(c, "|"); last = last->next) last->next = parse_sequence(c, depth);
    return choice;
}

/* ---- actions ---- */

static uint16_t parse_action(Compile *c, int depth);

static uint16_t push_action(Compile *c, PatternAction a)
{
    if (c->actions.len >= 0xFFF0) pattern_fail(c, "expected fewer actions in one file");
    *ARRAY_PUSH(&c->actions, c->keep) = a;
    return (uint16_t)(c->actions.len - 1);
}

static uint16_t parse_call(Compile *c, Span name, int depth)
{
    int op = 0;
    while (op < PATTERN_OPS && !span_is(name, operations[op].name)) op++;
    if (op == PATTERN_OPS) {
        pattern_fail_name(c, "expected an operation (docs/rules.md), found", name);
        return 0;
    }
    PatternAction a = {.kind = ACTION_OP, .op = (uint16_t)op};
    while (!pattern_take(c, ")") && c->error.code == ERROR_NONE) {
        if (a.args == PATTERN_ARGS || a.args == operations[op].most) {
            pattern_fail_name(c, "expected fewer arguments", name);
            return 0;
        }
        a.arg[a.args++] = parse_action(c, depth + 1);
        if (!pattern_peek(c, ")") && !pattern_take(c, ",")) pattern_fail(c, "expected , or )");
    }
    if (a.args < operations[op].fewest) pattern_fail_name(c, "expected more arguments", name);
    return push_action(c, a);
}

static uint16_t parse_action(Compile *c, int depth)
{
    int32_t value;
    if (depth > 8) {
        pattern_fail(c, "expected fewer brackets inside brackets");
        return 0;
    }
    if (pattern_take_int(c, &value)) return push_action(c, (PatternAction){.kind = ACTION_INT, .value = value});
    Span name = pattern_take_name(c);
    if (name.len == 0) {
        pattern_fail(c, "expected a number, a capture, a symbol or an operation");
        return 0;
    }
    if (pattern_take(c, "(")) return parse_call(c, name, depth);
    int capture = capture_of(c, name, false);
    if (capture >= 0) return push_action(c, (PatternAction){.kind = ACTION_CAPTURE, .value = capture});
    for (int i = 1; i < PATTERN_SYMS; i++)
        if (span_is(name, syms[i])) return push_action(c, (PatternAction){.kind = ACTION_SYMBOL, .value = i});
    pattern_fail_name(c, "expected a capture of this pattern or a symbol (docs/rules.md), found", name);
    return 0;
}

/* ---- code ---- */

static uint32_t emit(Compile *c, CodeKind kind, int capture, uint32_t x, uint32_t y)
{
    if (c->code.len >= PATTERN_CODES) pattern_fail(c, "expected fewer or shorter patterns in one file");
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
            pattern_fail(c, "expected no more than 32 alternatives");
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

bool pattern_read_pattern(Compile *c)
{
    if (c->current < 0) return pattern_fail(c, "expected `rule NAME` or `find NAME` before a pattern");
    c->capture_count = 0;
    Node *tree = parse_choice(c, 0);
    if (!tree || c->error.code != ERROR_NONE) return false;
    uint32_t code = (uint32_t)c->code.len;
    emit_node(c, tree);
    uint16_t action = 0xFFFF;
    if (pattern_take(c, "=>")) action = parse_action(c, 0);
    else if (c->capture_count > 1) return pattern_fail(c, "expected => and an action, or a single capture");
    pattern_skip_white(c);
    if (c->error.code == ERROR_NONE && c->rest.len && c->rest.at[0] != '#') return pattern_fail(c, "expected the end of the line");
    emit(c, CODE_DONE, 0xFF, action, 0);
    *ARRAY_PUSH(&c->choices, c->keep) = (Choice){(uint32_t)c->current, code, tree};
    if (++c->rules.item[c->current].choices > PATTERN_CHOICES) return pattern_fail(c, "expected no more than 64 patterns in one rule; cut it in two");
    return c->error.code == ERROR_NONE;
}
