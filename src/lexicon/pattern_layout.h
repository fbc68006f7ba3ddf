/* Byte layout of a compiled rule file, shared by pattern_compile.c and pattern.c. All offsets count from the section's start.
 *
 *   PatternHead
 *   words    per word, by hash:              { u64 }  48 bits of the hash, 16 bits set
 *   sets     per word:                       { u32 entry; u16 entries; u16 kind }     set 0: a word that no rule names
 *   entries                                  { u32 symbol; i32 value }
 *   kinds    per kind, one byte: KIND_*      words with the same symbols are of one kind; kind 0: unknown
 *   carries  per kind: a bit per symbol, row_words u64 each
 *   rules    per rule:                       { u32 choice; u32 choices; u32 shapes; u32 find }
 *   viable   per ViableTable, kind and then shape, rule: u16, index into masks; 0: no choice
 *   masks    u64: a bit per choice of the rule
 *   choices  per choice: u32 code
 *   code                                     PatternCode
 *   actions                                  PatternAction
 *   classes  per PatternClass:                u32 symbol and one; 0: the file has no such class
 *   finds    u32 rule, of `find` rules
 *   order    u32 rule, every rule behind those that use it
 *   parts    open addressing, power of two:  { u64 hash; u32 part; i32 value }        hash 0: empty
 *   prefixes 512 bytes: a bit per hash of the first three bytes of a part
 *
 * The words of several compiled files are joined to one list, so that a token is looked up once for all of them (pattern_join.c, pattern_look.c):
 *
 *   PatternJoint
 *   slots    power of two:                   { u32 }  16 bits of the hash, 16 bits word; 0: empty. A word stands in one of its two slots
 *   hashes   per word: u64, 48 bits of the hash; word 0: none
 *   prefixes those of all files
 *   kinds    per file and word: u16, its kind there; one more behind the last word, which is no kind of the file's
 *   sets     per file and word: u16, its set there
 */
#ifndef INZET_LEXICON_PATTERN_LAYOUT_H
#define INZET_LEXICON_PATTERN_LAYOUT_H

#include "lexicon/pattern.h"

enum { PATTERN_MAGIC = 0x324C5552, PATTERN_JOINT_MAGIC = 0x314E494A, PATTERN_CAPTURES = 8, PATTERN_ARGS = 4, PATTERN_CHOICES = 64, PATTERN_FINDS = 64, PATTERN_KIND_BITS = 12, PATTERN_CODES = 1 << 15, PATTERN_PREFIXES = 512 };
/* WITHIN: a number may go on with such a word (honderd en een). */
enum { KIND_WITHIN = 1 };
/* What the first token may be, and the second where a word or a shape came first. */
typedef enum { VIABLE_FIRST, VIABLE_AFTER_WORD, VIABLE_AFTER_SHAPE, VIABLE_TABLES } ViableTable;

typedef struct {
    uint32_t magic, words, kinds, rules;
    uint32_t row_words, carries_at;
    uint32_t words_at, sets_at, entries_at, kinds_at, rules_at, viable_at, masks_at, choices_at, code_at, actions_at, classes_at;
    uint32_t finds_at, finds, order_at;
    uint32_t parts_at, part_mask, part_longest, prefixes_at;
    uint64_t digest;        /* of all that follows the head */
} PatternHead;

/* A file in the joint list, known by its digest. */
typedef struct { uint64_t digest; uint32_t kinds_at, sets_at; } PatternFile;

typedef struct {
    uint32_t magic, mask, words, files;
    uint32_t slots_at, hashes_at, prefixes_at;
    PatternFile file[PATTERN_FILES];
} PatternJoint;

typedef uint64_t PatternWord;
typedef struct { uint32_t entry; uint16_t entries, kind; } PatternSet;
typedef struct { uint64_t hash; uint32_t part; int32_t value; } PatternPartEntry;
typedef struct { uint32_t symbol; int32_t value; } PatternEntry;
typedef struct { uint32_t choice, choices, shapes, find; } PatternRule;

typedef enum {
    CODE_SYMBOL,  /* a word of symbol x */
    CODE_SHAPE,   /* shape x */
    CODE_RULE,    /* rule x */
    CODE_NOT,     /* the next token is no: kind y (CODE_SYMBOL, CODE_SHAPE), x */
    CODE_GLUE,    /* no white space here */
    CODE_SPLIT,   /* go on at x, and at y */
    CODE_GOTO,    /* go on at x */
    CODE_DONE     /* matched; action x, or 0xFFFF: the value of the only capture */
} CodeKind;

/* capture: where the value goes, 0xFF nowhere. */
typedef struct { uint8_t kind, capture; uint16_t x, y, zero; } PatternCode;

typedef enum { ACTION_CAPTURE, ACTION_INT, ACTION_SYMBOL, ACTION_OP } ActionKind;
typedef struct { uint8_t kind, args; uint16_t op; int32_t value; uint16_t arg[PATTERN_ARGS]; } PatternAction;

/* What matching looks at all the time, with its places worked out once for a file. */
struct PatternTables {
    const char *section, *joint;       /* what it was worked out of */
    const uint16_t *kind_of, *set_of;  /* per word of the joint list */
    uint16_t no_word;                  /* the place behind the last of them */
    const uint16_t *viable;
    const uint64_t *masks, *carries;
    const uint8_t *kinds;
    const PatternCode *code;
    const PatternRule *rule;
    const uint32_t *choice;
    uint32_t rules, row_words, shapes, table;
};

/* The kind, in the file being run, of the token `i` places behind the run's first. */
static inline uint32_t pattern_kind(const PatternRun *run, uint32_t i)
{
    return run->tables->kind_of[run->look->word[i]];
}

/* Its shapes. */
static inline uint32_t pattern_shapes(const PatternRun *run, uint32_t i)
{
    return run->shape[run->look->place[i]];
}

/* Which file of the joint list `section` is. */
static inline uint32_t pattern_file(const char *joint, const char *section)
{
    const PatternJoint *j = (const PatternJoint *)(const void *)joint;
    const PatternHead *h = (const PatternHead *)(const void *)section;
    uint32_t f = 0;
    while (f + 1 < j->files && j->file[f].digest != h->digest) f++;
    return f;
}

/* The two slots of a word in the joint list, and the bits of its hash that stand there. */
static inline uint32_t pattern_slot(uint64_t hash, uint32_t mask)
{
    return (uint32_t)(hash >> 16) & mask;
}

static inline uint32_t pattern_other_slot(uint64_t hash, uint32_t mask)
{
    return (uint32_t)(hash >> 29) & mask;
}

static inline uint32_t pattern_tag(uint64_t hash)
{
    return (uint32_t)(hash >> 48);
}

/* A word's place in the joint list, 0 where it has none. Half the words of a text are unknown, in no order that could be foreseen: no branch is taken. */
static inline uint32_t pattern_find(const uint32_t *slots, uint32_t mask, const uint64_t *hashes, uint64_t hash)
{
    uint32_t one = slots[pattern_slot(hash, mask)], other = slots[pattern_other_slot(hash, mask)], tag = pattern_tag(hash);
    uint32_t in_one = -(uint32_t)(one >> 16 == tag), in_other = -(uint32_t)(other >> 16 == tag);
    uint32_t word = ((one & in_one) | (other & in_other & ~in_one)) & 0xFFFF;
    return word & -(uint32_t)((hashes[word] ^ hash) >> 16 == 0);
}

/* The choices of a rule that the shapes at a token allow, a bit each. `row` is the rule's place in the row of the first shape. */
static inline uint64_t pattern_by_shape(const uint64_t *masks, const uint16_t *row, uint32_t rules, uint32_t shapes)
{
    uint64_t mask = 0;
    for (; shapes; shapes &= shapes - 1) mask |= masks[row[(uint32_t)__builtin_ctz(shapes) * rules]];
    return mask;
}

/* Bit of the first three of the four bytes at `at`; no part is shorter, endings aside. */
static inline uint32_t pattern_prefix(const char *at)
{
    const unsigned char *p = (const unsigned char *)at;
    uint32_t v = (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
    return (v & 0xFFFFFF) * 0x9E3779B1u >> 20;
}

#endif
