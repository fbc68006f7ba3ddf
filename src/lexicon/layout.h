/* Byte layout of the lexicon's image sections, shared by compile.c and lookup.c.
 *
 *   lex.edges   open addressing, power of two:  u64: EDGE_NODE_BITS bits node, above them the upper bits of edge_key(parent node, token hash); 0: empty
 *   lex.nodes   per node:                       { u32 entry; u16 entries; u16 flags }
 *   lex.entries                                 { Entry }, grouped by node
 *   lex.needs   per entry, one byte: NEEDS_*    which capitals the text must show
 *   lex.tables  per table:                      { u32 first row; u32 rows; u32 columns; u32 zero }
 *   lex.ids     per row, from the table's first row: u64 hash of the first cell
 *   lex.cells   per row, per column:            { u32 offset; u32 length } into lex.pool
 *   lex.heads   HEAD_BITS bits: what compounds may end in, wrong only by saying yes
 *   lex.firsts  FIRST_BITS bits: the first words of forms, by bits of the edge's key; wrong only by saying yes
 *   lex.flagged FLAGGED_BITS bits: the first words whose node is NODE_FORCE, NODE_WHERE or NODE_MISSION, by bits of their hash; wrong only by saying yes
 *   lex.pool    the cells' text
 */
#ifndef INZET_LEXICON_LAYOUT_H
#define INZET_LEXICON_LAYOUT_H

#include "lexicon/lexicon.h"

typedef uint64_t LexEdge;
typedef struct { uint32_t entry; uint16_t entries; uint16_t flags; } LexNode;
typedef struct { uint32_t row; uint32_t rows; uint32_t columns; uint32_t cell; } LexTable;
typedef struct { uint32_t offset; uint32_t length; } LexCell;

enum { NODE_GOES_ON = 1, NODE_HEAD = 2, NODE_FORCE = 4, NODE_WHERE = 8, NODE_MISSION = 16 };
enum { NEEDS_CAPITAL = 1, NEEDS_CAPS = 2 };

/* lex.heads: a bit for each head of compounds, by a hash that grows from the word's last byte to its first. */
enum { HEAD_BITS = 1 << 16, HEAD_FEWEST = 3 };

static inline uint32_t head_grow(uint32_t h, char byte)
{
    return (h ^ (unsigned char)byte) * 0x9E3779B1u;
}

static inline uint32_t head_bit(uint32_t h)
{
    return h >> 16;
}

static inline uint64_t edge_key(uint32_t node, uint64_t hash)
{
    uint64_t h = hash ^ (node * 0x9E3779B97F4A7C15u);
    h = (h ^ (h >> 31)) * 0xBF58476D1CE4E5B9u;
    h ^= h >> 27;
    return h ? h : 1;
}

/* Where an edge stands, as far as it is free, is told by the lower bits of its key. */
enum { EDGE_NODE_BITS = 20 };

static inline LexEdge edge_of(uint64_t key, uint32_t node)
{
    return key >> EDGE_NODE_BITS << EDGE_NODE_BITS | node;
}

static inline uint32_t edge_node(LexEdge e)
{
    return (uint32_t)e & ((1u << EDGE_NODE_BITS) - 1);
}

enum { FIRST_BITS = 1 << 19 };

static inline uint32_t first_bit(uint64_t key)
{
    return (uint32_t)(key >> 40) & (FIRST_BITS - 1);
}

enum { FLAGGED_BITS = 1 << 17 };

static inline uint32_t flagged_bit(uint64_t hash)
{
    return (uint32_t)(hash >> 40) & (FLAGGED_BITS - 1);
}

/* Name, forms and columns of a table, by TableId. */
typedef struct {
    const char *name;
    const char *forms;
    const char *columns;
} TableShape;

extern const TableShape lexicon_shapes[TABLE_COUNT];
/* Index of `column` in a `|`-list, or -1. */
int lexicon_column_index(const char *columns, Span column);

#endif
