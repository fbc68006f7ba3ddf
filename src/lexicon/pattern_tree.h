/* What the files of the rule compiler share: the tree of a pattern, and all that is gathered from a rule file. */
#ifndef INZET_LEXICON_PATTERN_TREE_H
#define INZET_LEXICON_PATTERN_TREE_H

#include "lexicon/pattern_layout.h"

typedef enum { NODE_WORD, NODE_CLASS, NODE_SHAPE, NODE_RULE, NODE_NOT, NODE_GLUE, NODE_SEQUENCE, NODE_CHOICE, NODE_REPEAT } NodeKind;

/* A set of symbols and shapes. */
typedef struct {
    uint64_t *symbols;  /* a bit each */
    uint32_t shapes;
} Set;

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
    bool within;        /* a number may go on with it */
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
    uint8_t prefixes[PATTERN_PREFIXES];
    uint32_t part_longest;
    ARRAY(Rule) rules;
    ARRAY(Choice) choices;
    ARRAY(PatternCode) code;
    ARRAY(PatternAction) actions;
    Span captures[PATTERN_CAPTURES];
    int capture_count;
    int32_t current;        /* rule, -1 none */
} Compile;

/* How a piece may begin. `second` and `single` are told apart by what matched first: [0] a word, [1] a shape. */
typedef struct {
    Set first, second[2];
    bool single[2];     /* it may be that one token alone */
    bool empty;
} Begin;

/* Notes the first error, at the place reached in the line; always false. */
bool pattern_fail(Compile *c, const char *expected);
/* As pattern_fail, with the name that stands there instead. */
bool pattern_fail_name(Compile *c, const char *expected, Span name);

/* Reading the line: white space is skipped first. */
void pattern_skip_white(Compile *c);
bool pattern_peek(Compile *c, const char *mark);
bool pattern_take(Compile *c, const char *mark);
Span pattern_take_name(Compile *c);
bool pattern_take_int(Compile *c, int32_t *value);

/* pattern_words.c: symbols, and the words that carry them. */
uint32_t pattern_symbol(Compile *c, Span name, bool class);
void pattern_add_hash(Compile *c, uint64_t hash, uint32_t symbol, int32_t value);
void pattern_add_member(Compile *c, Span word, uint32_t symbol, int32_t value);
bool pattern_read_words(Compile *c, bool as_parts);
bool pattern_read_within(Compile *c);

/* pattern_parse.c: one line with a pattern and its action becomes a tree and code of the current rule. */
bool pattern_read_pattern(Compile *c);
uint32_t pattern_rule_index(Compile *c, Span name);

/* pattern_begin.c: how rules, and each of their choices, may begin; `rules` has room for all rules. */
Begin *pattern_begins(Compile *c, Begin *rules);
/* pattern_write.c: the finished section. */
Span pattern_write_section(Compile *c);

#endif
