/* Byte layout of a compiled rule file, shared by pattern_compile.c and pattern.c. All offsets count from the section's start.
 *
 *   PatternHead
 *   words    open addressing, power of two:  { u64 }  48 bits of the hash, 16 bits set; 0: empty
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
 *   starts   per kind, then per shape:       { u32 first; u32 count } into startlist, of `find` rules
 *   startlist                                u32 rule
 *   pairs    per kind: a bit per kind that may stand second where a find rule begins with the first, pair_words u64 each
 *   beyond   per kind: u32, the shapes that may
 *   parts    open addressing, power of two:  { u64 hash; u32 part; i32 value }        hash 0: empty
 *   prefixes 512 bytes: a bit per hash of the first three bytes of a part
 */
#ifndef INZET_LEXICON_PATTERN_LAYOUT_H
#define INZET_LEXICON_PATTERN_LAYOUT_H

#include "lexicon/pattern.h"

enum { PATTERN_MAGIC = 0x314C5552, PATTERN_CAPTURES = 8, PATTERN_ARGS = 4, PATTERN_CHOICES = 64 };
/* WANTED: some pattern holds such a word; ALONE: it may be a match by itself. */
enum { KIND_GLUE = 1, KIND_WANTED = 2, KIND_ALONE = 4 };
/* What the first token may be, and the second where a word or a shape came first. */
typedef enum { VIABLE_FIRST, VIABLE_AFTER_WORD, VIABLE_AFTER_SHAPE, VIABLE_TABLES } ViableTable;

typedef struct {
    uint32_t magic, mask, kinds, rules;
    uint32_t row_words, carries_at;
    uint32_t words_at, sets_at, entries_at, kinds_at, rules_at, viable_at, masks_at, choices_at, code_at, actions_at, classes_at;
    uint32_t starts_at, startlist_at, pair_words, pairs_at, beyond_at;
    uint32_t parts_at, part_mask, part_longest, prefixes_at;
} PatternHead;

typedef uint64_t PatternWord;
typedef struct { uint32_t entry; uint16_t entries, kind; } PatternSet;
typedef struct { uint64_t hash; uint32_t part; int32_t value; } PatternPartEntry;
typedef struct { uint32_t symbol; int32_t value; } PatternEntry;
typedef struct { uint32_t choice, choices, shapes, find; } PatternRule;
typedef struct { uint32_t first, count; } PatternStart;

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

/* Bit of the first three bytes of a part; no part is shorter, endings aside. */
static inline uint32_t pattern_prefix(const char *at)
{
    uint32_t v = (uint32_t)(unsigned char)at[0] | (uint32_t)(unsigned char)at[1] << 8 | (uint32_t)(unsigned char)at[2] << 16;
    return v * 0x9E3779B1u >> 20;
}

#endif
