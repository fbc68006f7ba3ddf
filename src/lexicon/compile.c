/* From TSV files to the sections of lexicon/layout.h. */
#include "lexicon/compile.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "lexicon/layout.h"
#include "lexicon/wordlist.h"
#include "text/token.h"

typedef struct {
    uint32_t node;
    uint32_t order;
    Entry entry;
    uint8_t needs;
} NodeEntry;

typedef struct {
    int line;
    Span cell[16];
} Row;

enum { MAX_COLUMNS = 16, SETS = 4 };
static const char *const set_classes[SETS] = {"abbreviation", "source", "meta", "bullet"};

/* An edge with its whole key. */
typedef struct {
    uint64_t key;
    uint32_t node;
} Edge;

struct Lexicon {
    Arena *keep;
    ARRAY(NodeEntry) entry;
    ARRAY(LexCell) cell;
    ARRAY(uint64_t) id;        /* hash of each row's first cell, tables one after another */
    ARRAY(uint64_t) set[SETS];
    LexTable table[TABLE_COUNT];
    uint8_t *node_flags;       /* by node */
    Size nodes;
    Size node_room;
    Edge *hash;                /* growing edge table */
    Size hash_size;
    Size hash_used;
    uint8_t head[HEAD_BITS / 8], first[FIRST_BITS / 8], flagged[FLAGGED_BITS / 8];
    char *pool;
    Size pool_len;
    Size pool_room;
};

Lexicon *lexicon_begin(Arena *keep)
{
    Lexicon *l = ARENA_NEW(keep, Lexicon, 1);
    l->keep = keep;
    l->hash_size = 1 << 18;
    l->hash = ARENA_NEW(keep, Edge, l->hash_size);
    l->node_room = 1 << 18;
    l->node_flags = ARENA_NEW(keep, uint8_t, l->node_room);
    l->nodes = 1;
    l->pool_room = 8 << 20;
    l->pool = ARENA_NEW(keep, char, l->pool_room);
    return l;
}

static uint32_t node_step(Lexicon *l, uint32_t parent, uint64_t hash)
{
    uint64_t key = edge_key(parent, hash);
    Size i = (Size)(key & (uint64_t)(l->hash_size - 1));
    while (l->hash[i].key && l->hash[i].key != key) i = (i + 1) & (l->hash_size - 1);
    if (!l->hash[i].key) {
        l->hash[i] = (Edge){key, (uint32_t)l->nodes++};
        if (!parent) l->first[first_bit(key) >> 3] |= (uint8_t)(1 << (first_bit(key) & 7));
        l->hash_used++;
        l->node_flags[parent] |= NODE_GOES_ON;
    }
    return l->hash[i].node;
}

static uint8_t needs_of(const Document *d)
{
    const Token *t = &d->tokens.item[0];
    if (!(t->flags & TOKEN_CAPITAL)) return 0;
    Size most = d->tokens.len > 1 ? 3 : 4; /* `Eutm Mali` is no other word; `Is er` is */
    bool caps = (t->flags & TOKEN_CAPS) && t->at.to - t->at.from <= most;
    return (uint8_t)(NEEDS_CAPITAL | (caps ? NEEDS_CAPS : 0));
}

static void mark_head(Lexicon *l, const Document *form)
{
    Span word = token_folded(form, 0);
    uint32_t h = 0;
    for (Size i = word.len; i > 0; i--) h = head_grow(h, word.at[i - 1]);
    l->head[head_bit(h) >> 3] |= (uint8_t)(1 << (head_bit(h) & 7));
}

/* Hangs `e` on the node that the tokens of `form` lead to. */
static const char *add_form(Lexicon *l, Span form, Entry e, bool head, uint8_t marks)
{
    Arena scratch = *l->keep;
    scratch.at += (scratch.end - scratch.at) / 2;
    Document d = {.bytes = form};
    token_scan(&d, &scratch);
    if (d.tokens.len == 0) return "a form is empty; write `-` for a column without forms";
    if (d.tokens.len > LIMIT_PHRASE_TOKENS) return "a form has more than 12 words";
    uint32_t node = 0;
    for (Size i = 0; i < d.tokens.len; i++) node = node_step(l, node, d.tokens.item[i].hash);
    if (head && d.tokens.len == 1) {
        l->node_flags[node] |= NODE_HEAD;
        mark_head(l, &d);
    }
    marks &= d.tokens.len == 1 ? (uint8_t)~NODE_MISSION : NODE_WHERE | NODE_MISSION;
    if (marks) {
        uint64_t hash = d.tokens.item[0].hash;
        l->node_flags[node_step(l, 0, hash)] |= marks;
        l->flagged[flagged_bit(hash) >> 3] |= (uint8_t)(1 << (flagged_bit(hash) & 7));
    }
    NodeEntry *n = ARRAY_PUSH(&l->entry, l->keep);
    *n = (NodeEntry){node, (uint32_t)l->entry.len, e, needs_of(&d)};
    return NULL;
}

static Span cell_of(TableId table, const Row *row, const char *column)
{
    int i = lexicon_column_index(lexicon_shapes[table].columns, span_of(column));
    return i < 0 ? (Span){0} : row->cell[i];
}

/* Marks for the quick look (lexicon_look) of the forms in `column`: the first word of a form that names forces, a mission or a place abroad, or
 * opens the name of a mission of several words. */
static uint8_t row_marks(TableId table, const Row *row, Span column)
{
    switch (table) {
    case TABLE_ASSETS: {
        Span weight = cell_of(table, row, "weight");
        return span_is(weight, "strong") || (span_is(weight, "everyday") && !span_is(column, "singular")) ? NODE_FORCE : 0;
    }
    case TABLE_SHIPS: return span_starts(cell_of(table, row, "note"), SPAN("ambiguous")) ? 0 : NODE_FORCE;
    case TABLE_FUNCTION: {
        Span form = cell_of(table, row, "form");   /* `Zr.Ms.`; not `MS`, an illness */
        bool prefix = span_lists(cell_of(table, row, "class"), SPAN("ship_prefix"));
        return prefix && !span_starts(form, SPAN("ms")) ? NODE_FORCE : 0;
    }
    case TABLE_UNITS: return 0;
    case TABLE_MISSIONS: return NODE_WHERE | NODE_FORCE | NODE_MISSION;   /* who names a mission tells of its forces */
    case TABLE_COUNTRIES: return NODE_WHERE;
    case TABLE_PLACES: return span_is(cell_of(table, row, "kind"), "home") || span_is(cell_of(table, row, "note"), "ambiguous") ? 0 : NODE_WHERE;
    default: return 0;
    }
}

static bool row_is_head(TableId table, const Row *row)
{
    switch (table) {
    case TABLE_ASSETS: return span_is(cell_of(table, row, "head"), "yes");
    case TABLE_ROLES: return span_is(cell_of(table, row, "match"), "head");
    case TABLE_ACTNOUNS: case TABLE_NONFORCE: return true;
    default: return false;
    }
}

/* A verb's generated forms: `zendt uit` wants its particle, `uitzendt` and `uit te zenden` do not. */
static const char *add_verb_form(Lexicon *l, Span particle, Span form, Entry e)
{
    if (particle.len == 0) return add_form(l, form, e, false, 0);
    Entry apart = e;
    apart.alt = ENTRY_SEPARATED;
    const char *bad = add_form(l, form, apart, false, 0);
    if (bad) return bad;
    return add_form(l, arena_print(l->keep, "%.*s%.*s", (int)particle.len, particle.at, (int)form.len, form.at), e, false, 0);
}

static const char *add_verb(Lexicon *l, const Row *row, Entry e)
{
    Span lemma = row->cell[0], particle = row->cell[1];
    const char *bad = add_form(l, lemma, e, false, 0);
    if (!bad && particle.len && span_starts(lemma, particle)) {
        Span rest = span_sub(lemma, particle.len, lemma.len);
        bad = add_form(l, arena_print(l->keep, "%.*s te %.*s", (int)particle.len, particle.at, (int)rest.len, rest.at), e, false, 0);
    }
    static const int columns[] = {2, 3};
    for (int k = 0; !bad && k < 2; k++) {
        Span rest = row->cell[columns[k]], form;
        e.column = (uint8_t)columns[k];
        for (e.alt = 0; !bad && span_cut(&rest, '|', &form); e.alt++) bad = add_verb_form(l, particle, form, e);
    }
    Span rest = row->cell[4], form;
    e.column = 4;
    for (e.alt = 0; !bad && span_cut(&rest, '|', &form); e.alt++) bad = add_form(l, form, e, false, 0);
    return bad;
}

static const char *add_row_forms(Lexicon *l, TableId table, const Row *row, uint32_t number)
{
    Entry e = {.table = (uint8_t)table, .row = number};
    if (table == TABLE_VERBS) return add_verb(l, row, e);
    Span columns = span_of(lexicon_shapes[table].forms), column;
    while (span_cut(&columns, '|', &column)) {
        int c = lexicon_column_index(lexicon_shapes[table].columns, column);
        Span rest = row->cell[c], form;
        e.column = (uint8_t)c;
        for (e.alt = 0; span_cut(&rest, '|', &form); e.alt++) {
            Size at = span_is(column, "described") ? span_find_byte(form, '@', 0) : -1, viewer = span_is(column, "seen_as") ? span_find_byte(form, ':', 0) : -1;
            if (at >= 0) form = span_sub(form, 0, at);
            if (viewer >= 0) form = span_sub(form, viewer + 1, form.len);
            uint8_t marks = row_marks(table, row, column) & (at >= 0 ? (uint8_t)~(NODE_FORCE | NODE_MISSION) : UINT8_MAX);   /* `coalitie`, `luchtbrug` describe missions and much else */
            const char *bad = add_form(l, form, e, row_is_head(table, row), marks);
            if (bad) return bad;
        }
    }
    return NULL;
}

static TableId table_of(const char *file)
{
    const char *base = strrchr(file, '/');
    Span name = span_of(base ? base + 1 : file);
    if (span_ends(name, SPAN(".tsv"))) name.len -= 4;
    for (int i = 1; i < TABLE_COUNT; i++)
        if (span_is(name, lexicon_shapes[i].name)) return (TableId)i;
    return TABLE_NONE;
}

bool lexicon_is_table(const char *file)
{
    return table_of(file) != TABLE_NONE;
}

static int column_count(TableId table)
{
    Span rest = span_of(lexicon_shapes[table].columns), piece;
    int n = 0;
    while (span_cut(&rest, '|', &piece)) n++;
    return n;
}

/* Checks the closed lists of values.def. */
static Error check_values(TableId table, const Row *row, const char *file)
{
    static const struct { const char *table, *column, *allowed; } closed[] = {
#define VALUES(table, column, allowed) {table, column, allowed},
#include "lexicon/values.def"
#undef VALUES
    };
    for (size_t i = 0; i < sizeof closed / sizeof *closed; i++) {
        if (strcmp(closed[i].table, lexicon_shapes[table].name) != 0) continue;
        Span rest = cell_of(table, row, closed[i].column), value;
        while (span_cut(&rest, '|', &value))
            if (lexicon_column_index(closed[i].allowed, value) < 0)
                return error_at(ERROR_USAGE, file, row->line, 0, "column `%s` holds `%.*s`; expected one of %s", closed[i].column,
                                (int)value.len, value.at, closed[i].allowed);
    }
    return NO_ERROR;
}

/* Splits a line into cells; `-` becomes empty. */
static Error split_row(Span line, int number, int columns, const char *file, Row *row)
{
    row->line = number;
    Size start = 0;
    int n = 0;
    for (Size i = 0; i <= line.len; i++) {
        if (i < line.len && line.at[i] != '\t') continue;
        Span cell = span_sub(line, start, i);
        if (n <= columns && n < MAX_COLUMNS) row->cell[n] = span_is(cell, "-") ? (Span){cell.at, 0} : cell;
        if (cell.len == 0)
            return error_at(ERROR_USAGE, file, number, (int)start + 1, "column %d is empty; write `-` where there is nothing to say", n + 1);
        if (cell.len != span_trim(cell).len)
            return error_at(ERROR_USAGE, file, number, (int)start + 1, "column %d begins or ends with white space", n + 1);
        n++;
        start = i + 1;
    }
    if (n != columns + 1)
        return error_at(ERROR_USAGE, file, number, 0, "%d columns; expected %d (split by one tab, `source` last)", n, columns + 1);
    return NO_ERROR;
}

static Error check_header(Span line, int number, TableId table, const char *file)
{
    Span rest = span_of(lexicon_shapes[table].columns), want;
    Size at = 0;
    while (span_cut(&rest, '|', &want)) {
        Size tab = span_find_byte(line, '\t', at);
        Span have = span_sub(line, at, tab < 0 ? line.len : tab);
        if (!span_equal(have, want))
            return error_at(ERROR_USAGE, file, number, (int)at + 1, "header names `%.*s`; expected `%.*s`", (int)have.len, have.at,
                            (int)want.len, want.at);
        at = tab < 0 ? line.len : tab + 1;
    }
    if (!span_is(span_sub(line, at, line.len), "source"))
        return error_at(ERROR_USAGE, file, number, (int)at + 1, "the last column is `source`");
    return NO_ERROR;
}

static uint32_t pool_add(Lexicon *l, Span s)
{
    if (l->pool_len + s.len > l->pool_room) {
        fputs("inzet: the word lists are larger than the image allows\n", stderr);
        exit(2);
    }
    uint32_t at = (uint32_t)l->pool_len;
    if (s.len) memcpy(l->pool + l->pool_len, s.at, (size_t)s.len);
    l->pool_len += s.len;
    return at;
}

static void add_set(Lexicon *l, const Row *row)
{
    char folded[64];
    Size n = utf8_fold(row->cell[0], folded, sizeof folded);
    for (int i = 0; i < SETS; i++)
        if (span_is(row->cell[1], set_classes[i])) *ARRAY_PUSH(&l->set[i], l->keep) = span_hash((Span){folded, n});
}

/* Every list of wordlist.def stands in the table once, with words that look-up has room for. */
static Error check_words(Span text, const char *file)
{
    int lists = 0, words = 0, number = 0;
    Span rest = text, line, list, cell, word;
    while (span_cut(&rest, '\n', &line)) {
        number++;
        if (!line.len || line.at[0] == '#' || !span_cut(&line, '\t', &list) || !span_cut(&line, '\t', &cell) || lists++ == 0) continue;
        if (wordlist_named(list) < 0) return error_at(ERROR_USAGE, file, number, 1, "no rule asks for a list `%.*s`; src/lexicon/wordlist.def names them", (int)list.len, list.at);
        while (span_cut(&cell, '|', &word)) {
            words++;
            if (word.len > WORDLIST_BYTES) return error_at(ERROR_USAGE, file, number, 0, "a word is longer than %d bytes", WORDLIST_BYTES);
        }
    }
    if (words > WORDLIST_WORDS) return error_at(ERROR_USAGE, file, 0, 0, "%d words; look-up has room for %d", words, WORDLIST_WORDS);
    if (lists != WORDS_COUNT + 1) return error_at(ERROR_USAGE, file, 0, 0, "%d lists; src/lexicon/wordlist.def names %d, each of them needs a row", lists - 1, WORDS_COUNT);
    return NO_ERROR;
}

static Error add_row(Lexicon *l, TableId table, const Row *row, int columns, const char *file)
{
    Error e = check_values(table, row, file);
    if (e.code) return e;
    uint32_t number = l->table[table].rows++;
    *ARRAY_PUSH(&l->id, l->keep) = span_hash(row->cell[0]);
    for (int c = 0; c < columns; c++) {
        LexCell *cell = ARRAY_PUSH(&l->cell, l->keep);
        *cell = (LexCell){pool_add(l, row->cell[c]), (uint32_t)row->cell[c].len};
    }
    if (table == TABLE_LAYOUT) add_set(l, row);
    const char *bad = add_row_forms(l, table, row, number);
    return bad ? error_at(ERROR_USAGE, file, row->line, 0, "%s", bad) : NO_ERROR;
}

Error lexicon_add(Lexicon *l, Span text, const char *file)
{
    TableId table = table_of(file);
    if (table == TABLE_NONE) return error_at(ERROR_USAGE, file, 0, 0, "no table has this name; tables stand in src/lexicon/tables.def");
    Size bad = utf8_check(text);
    int columns = column_count(table), number = 0;
    bool header = false;
    if (bad >= 0) return error_at(ERROR_USAGE, file, 0, 0, "byte %td is not UTF-8; save the file as UTF-8", bad);
    if (l->table[table].columns) return error_at(ERROR_USAGE, file, 0, 0, "this table was read already");
    l->table[table] = (LexTable){(uint32_t)l->id.len, 0, (uint32_t)columns, (uint32_t)l->cell.len};
    Span rest = text, line, last = {0};
    while (span_cut(&rest, '\n', &line)) {
        number++;
        if (line.len && line.at[line.len - 1] == '\r') line.len--;
        if (line.len == 0 || line.at[0] == '#') continue;
        Error e;
        if (!header) {
            e = check_header(line, number, table, file);
            header = true;
        } else {
            Row row = {0};
            e = split_row(line, number, columns, file, &row);
            if (!e.code && span_compare(line, last) < 0 && span_compare(row.cell[0], span_sub(last, 0, span_find_byte(last, '\t', 0))) < 0)
                e = error_at(ERROR_USAGE, file, number, 1, "rows are not sorted by their first column (LC_ALL=C sort)");
            if (!e.code) e = add_row(l, table, &row, columns, file);
            last = line;
        }
        if (e.code) return e;
    }
    if (!header) return error_at(ERROR_USAGE, file, number, 0, "no header line");
    return table == TABLE_WORDS ? check_words(text, file) : NO_ERROR;
}

static int by_node(const void *a, const void *b)
{
    const NodeEntry *x = a, *y = b;
    if (x->node != y->node) return x->node < y->node ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

static int by_hash(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

#define SECTION(NAME, pointer, bytes) (*next++ = (ImageSection){NAME, {(const char *)(pointer), (Size)(bytes)}})

/* Nodes and entries, grouped. */
static ImageSection *finish_nodes(Lexicon *l, ImageSection *next)
{
    LexNode *node = ARENA_NEW(l->keep, LexNode, l->nodes);
    Entry *entry = ARENA_NEW(l->keep, Entry, l->entry.len + 1);
    uint8_t *needs = ARENA_NEW(l->keep, uint8_t, l->entry.len + 1);
    if (l->entry.len) qsort(l->entry.item, (size_t)l->entry.len, sizeof *l->entry.item, by_node);
    for (Size i = 0; i < l->nodes; i++) node[i].flags = l->node_flags[i];
    for (Size i = 0; i < l->entry.len; i++) {
        const NodeEntry *e = &l->entry.item[i];
        if (node[e->node].entries++ == 0) node[e->node].entry = (uint32_t)i;
        entry[i] = e->entry;
        needs[i] = e->needs;
    }
    SECTION("lex.nodes", node, l->nodes * (Size)sizeof *node);
    SECTION("lex.entries", entry, l->entry.len * (Size)sizeof *entry);
    SECTION("lex.needs", needs, l->entry.len);
    return next;
}

/* The edge table, shrunk to twice its edges. */
static ImageSection *finish_edges(Lexicon *l, ImageSection *next)
{
    Size size = 16;
    while (size < l->hash_used * 2) size *= 2;
    LexEdge *edge = ARENA_NEW(l->keep, LexEdge, size);
    for (Size i = 0; i < l->hash_size; i++) {
        if (!l->hash[i].key) continue;
        Size k = (Size)(l->hash[i].key & (uint64_t)(size - 1));
        while (edge[k]) k = (k + 1) & (size - 1);
        edge[k] = edge_of(l->hash[i].key, l->hash[i].node);
    }
    SECTION("lex.edges", edge, size * (Size)sizeof *edge);
    return next;
}

int lexicon_finish(Lexicon *l, ImageSection *section)
{
    ImageSection *next = finish_edges(l, section);
    next = finish_nodes(l, next);
    SECTION("lex.firsts", l->first, (Size)sizeof l->first);
    SECTION("lex.flagged", l->flagged, (Size)sizeof l->flagged);
    SECTION("lex.heads", l->head, (Size)sizeof l->head);
    SECTION("lex.tables", l->table, (Size)sizeof l->table);
    SECTION("lex.cells", l->cell.item, l->cell.len * (Size)sizeof(LexCell));
    SECTION("lex.pool", l->pool, l->pool_len);
    SECTION("lex.ids", l->id.item, l->id.len * 8);
    for (int i = 0; i < SETS; i++) {
        if (l->set[i].len) qsort(l->set[i].item, (size_t)l->set[i].len, 8, by_hash);
        char name[24] = "set.";
        strcat(name, set_classes[i]);
        ImageSection s = {.bytes = {(const char *)l->set[i].item, l->set[i].len * 8}};
        memcpy(s.name, name, sizeof name);
        *next++ = s;
    }
    return (int)(next - section);
}

Error lexicon_lint(Span text, const char *file, Arena scratch)
{
    return lexicon_add(lexicon_begin(&scratch), text, file);
}
