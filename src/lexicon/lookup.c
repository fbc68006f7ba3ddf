/* Walking the image: forms in a text, compounds by their right-hand head, cells of rows. */
#include "base/image.h"
#include "base/limits.h"
#include "lexicon/layout.h"

enum { COLUMNS_MOST = 24, FOUND_KEPT = 1024 };

/* The image's sections, found once. */
static struct {
    bool open;
    const LexEdge *edge;
    uint64_t mask;
    const LexNode *node;
    const Entry *entry;
    const uint8_t *needs, *head, *first, *flagged;
    const LexTable *table;
    const LexCell *cell;
    const char *pool;
    const uint64_t *id;
    uint64_t version;
    uint64_t gap;            /* hash of the gap mark in forms */
    Span column[TABLE_COUNT][COLUMNS_MOST];
    Entry found[FOUND_KEPT]; /* rows found by id lately */
} lex;

enum { GAP = 8 };

static void open_columns(void)
{
    for (int t = 0; t < TABLE_COUNT; t++) {
        Span rest = span_of(lexicon_shapes[t].columns);
        for (int i = 0; i < COLUMNS_MOST && span_cut(&rest, '|', &lex.column[t][i]); i++) {}
    }
}

static void lex_open(void)
{
    Span edges = image_section("lex.edges");
    lex.edge = (const LexEdge *)(const void *)edges.at;
    lex.mask = edges.len ? (uint64_t)(edges.len / (Size)sizeof(LexEdge)) - 1 : 0;
    lex.node = (const LexNode *)(const void *)image_section("lex.nodes").at;
    lex.entry = (const Entry *)(const void *)image_section("lex.entries").at;
    lex.needs = (const uint8_t *)image_section("lex.needs").at;
    lex.first = (const uint8_t *)image_section("lex.firsts").at;
    lex.flagged = (const uint8_t *)image_section("lex.flagged").at;
    lex.head = (const uint8_t *)image_section("lex.heads").at;
    open_columns();
    lex.table = (const LexTable *)(const void *)image_section("lex.tables").at;
    lex.cell = (const LexCell *)(const void *)image_section("lex.cells").at;
    lex.pool = image_section("lex.pool").at;
    lex.id = (const uint64_t *)(const void *)image_section("lex.ids").at;
    lex.gap = span_hash(SPAN("\xE2\x80\xA6"));
    lex.open = true;
}

static inline void need_lex(void)
{
    if (!lex.open) lex_open();
}

/* The node that the edge of that key leads to, or 0. */
static inline uint32_t follow(uint64_t key)
{
    for (uint64_t i = key & lex.mask;; i = (i + 1) & lex.mask) {
        LexEdge e = lex.edge[i];
        if ((e ^ key) >> EDGE_NODE_BITS == 0) return edge_node(e);
        if (!e) return 0;
    }
}

/* The node behind `node` by `hash`, or 0. */
static uint32_t step(uint32_t node, uint64_t hash)
{
    return lex.edge ? follow(edge_key(node, hash)) : 0;
}

static inline bool bit_of(const uint8_t *bits, uint32_t bit)
{
    return bits && bits[bit >> 3] >> (bit & 7) & 1;
}

/* The key of a form's first word, 0 where none begins with it, as most words of a text: their edge would be far from any cache. */
static inline uint64_t first_key(uint64_t hash)
{
    uint64_t key = edge_key(0, hash);
    return bit_of(lex.first, first_bit(key)) ? key : 0;
}

/* The node of a form's first word, or 0. */
static inline uint32_t step_first(uint64_t hash)
{
    uint64_t key = first_key(hash);
    return key ? follow(key) : 0;
}

static bool needs_met(uint8_t needs, uint8_t flags)
{
    if ((needs & NEEDS_CAPS) && !(flags & TOKEN_CAPS)) return false;
    return !(needs & NEEDS_CAPITAL) || (flags & TOKEN_CAPITAL);
}

/* Adds the entries of `node` whose capitals fit; false when none does. */
static bool push_match(Matches *m, uint32_t node, int32_t first, int32_t last, int32_t head, uint8_t flags, Arena *keep)
{
    const LexNode *n = &lex.node[node];
    int32_t from = (int32_t)m->entry.len;
    while (m->entry.cap - m->entry.len < n->entries) array_grow(&m->entry, (Size)sizeof(Entry), keep);
    for (uint32_t i = 0; i < n->entries; i++)
        if (needs_met(lex.needs[n->entry + i], flags)) m->entry.item[m->entry.len++] = lex.entry[n->entry + i];
    int32_t count = (int32_t)m->entry.len - from;
    if (count) *ARRAY_PUSH(&m->match, keep) = (Match){first, last, from, count, head};
    return count > 0;
}

/* A compound's right-hand head: behind its last hyphen, else the longest known ending with at least three letters before it. */
static void match_head(Matches *m, const Document *d, int32_t i, Arena *keep)
{
    Span word = token_folded(d, i);
    if (word.len > LIMIT_WORD_BYTES || word.len < 7) return;
    Size hyphen = -1;
    for (Size k = word.len - 1; k > 0; k--)
        if (word.at[k] == '-') {
            hyphen = k;
            break;
        }
    if (hyphen > 0) {
        uint32_t node = step_first(span_hash(span_sub(word, hyphen + 1, word.len)));
        if (node && (lex.node[node].flags & NODE_HEAD) && push_match(m, node, i, i + 1, (int32_t)hyphen + 1, TOKEN_CAPITAL, keep)) return;
    }
    if (!lex.head) return;
    Size from = hyphen > 0 ? hyphen + 3 : 3, ends[LIMIT_WORD_BYTES];
    int count = 0;
    uint32_t h = 0;
    for (Size k = word.len - 1; k >= from; k--) {
        h = head_grow(h, word.at[k]);
        if (word.len - k >= HEAD_FEWEST && (lex.head[head_bit(h) >> 3] >> (head_bit(h) & 7) & 1)) ends[count++] = k;
    }
    while (count > 0) {
        Size k = ends[--count];
        if (((unsigned char)word.at[k] & 0xC0) == 0x80) continue;
        uint32_t node = step_first(span_hash(span_sub(word, k, word.len)));
        if (node && (lex.node[node].flags & NODE_HEAD) && push_match(m, node, i, i + 1, (int32_t)k, TOKEN_CAPITAL, keep)) return;
    }
}

/* A form with a gap: `licht … op groen`. From `node`, reached behind token `i + depth - 1`, up to GAP tokens are skipped. */
static void match_gap(Matches *m, const Document *d, uint32_t node, int32_t i, int32_t from, int32_t last, Arena *keep)
{
    for (int32_t k = from; k < last && k <= from + GAP; k++) {
        uint32_t next = step(node, d->tokens.item[k].hash);
        int32_t to = k + 1;
        for (; next && to - k < LIMIT_PHRASE_TOKENS; to++) {
            if (lex.node[next].entries && push_match(m, next, i, to, 0, d->tokens.item[i].flags, keep)) return;
            if (!(lex.node[next].flags & NODE_GOES_ON) || to >= last) break;
            next = step(next, d->tokens.item[to].hash);
        }
    }
}

/* The forms that begin with token `i`, by the node of their first word. */
static void match_at(Matches *m, const Document *d, uint32_t node, int32_t i, int32_t last, Arena *keep)
{
    const Token *t = &d->tokens.item[i];
    uint32_t path[LIMIT_PHRASE_TOKENS + 1];
    int depth = 0;
    while (node && depth < LIMIT_PHRASE_TOKENS) {
        path[depth++] = node;
        if (!(lex.node[node].flags & NODE_GOES_ON) || i + depth >= last) break;
        node = step(node, d->tokens.item[i + depth].hash);
    }
    bool whole = false;
    for (int k = depth; k > 0; k--)
        if (lex.node[path[k - 1]].entries) {
            bool pushed = push_match(m, path[k - 1], i, i + k, 0, t->flags, keep);
            whole = whole || (pushed && k == 1);
        }
    if (!whole && t->kind == TOKEN_WORD) match_head(m, d, i, keep);
    for (int k = 0; k < depth; k++) {
        uint32_t gap = lex.node[path[k]].flags & NODE_GOES_ON ? step(path[k], lex.gap) : 0;
        if (gap) match_gap(m, d, gap, i, i + k + 1, last, keep);
    }
}

/* The node of every token as the first word of forms. The far-off places of the tables are asked for some tokens ahead, so that they are there in time. */
static void find_firsts(const Document *d, int32_t first, int32_t count, int32_t *node)
{
    enum { AHEAD = 4 };
    const Token *t = &d->tokens.item[first];
    uint64_t coming[AHEAD] = {0};
    for (int32_t i = 0; i < count + AHEAD; i++) {
        uint64_t *key = &coming[i % AHEAD];
        if (i >= AHEAD) {
            node[i - AHEAD] = *key ? (int32_t)follow(*key) : 0;
            if (*key) __builtin_prefetch(&lex.node[node[i - AHEAD]]);
        }
        *key = i < count ? first_key(t[i].hash) : 0;
        if (*key) __builtin_prefetch(&lex.edge[*key & lex.mask]);
    }
}

Matches lexicon_match(const Document *d, int32_t first, int32_t last, Arena *keep)
{
    need_lex();
    Matches m = {.first = first};
    m.at = arena_room(keep, sizeof *m.at, _Alignof(int32_t), last - first + 1);
    m.at[last - first] = 0;
    find_firsts(d, first, last - first, m.at);
    for (int32_t i = first; i < last; i++) {
        Size before = m.match.len;
        match_at(&m, d, (uint32_t)m.at[i - first], i, last, keep);
        m.at[i - first] = m.match.len > before ? (int32_t)before : -1;
    }
    return m;
}

/* The flags that the part of a word behind its last hyphen has in the quick look, or the place or mission before it: `Mali-missie`, `KFOR-basis`. */
static unsigned look_behind_hyphen(const Document *d, const Token *t)
{
    Span word = {d->folded + t->fold, t->fold_len};
    for (Size k = word.len - 3; k > 1; k--)
        if (word.at[k] == '-') {
            uint32_t node = step_first(span_hash(span_sub(word, k + 1, word.len))), left = step_first(span_hash(span_sub(word, 0, k)));
            return (node ? lex.node[node].flags & NODE_FORCE : 0) | (left ? lex.node[left].flags & (NODE_WHERE | NODE_FORCE) : 0);
        }
    return 0;
}

/* The flags that a word has in the quick look. */
static unsigned look_at(const Document *d, const Token *t)
{
    uint32_t node = t->fold_len < 2 ? 0 : step_first(t->hash);
    if (node) return lex.node[node].flags;
    return t->flags & TOKEN_HYPHEN ? look_behind_hyphen(d, t) : 0;
}

LexiconLook lexicon_look(const Document *d, int32_t first, int32_t last)
{
    need_lex();
    LexiconLook l = {0, 0, 0};
    const uint8_t *flagged = lex.flagged;
    for (const Token *t = &d->tokens.item[first], *end = t + (last - first); t < end; t++) {
        if (!bit_of(flagged, flagged_bit(t->hash)) && !(t->flags & TOKEN_HYPHEN)) continue;
        unsigned flags = look_at(d, t);
        l.forces += (flags & NODE_FORCE) != 0;
        l.places += (flags & NODE_WHERE) && (t->flags & TOKEN_CAPITAL);
        l.missions += (flags & NODE_MISSION) && (t->flags & TOKEN_CAPITAL) && t + 1 < end && (t[1].flags & TOKEN_CAPITAL);
    }
    return l;
}

Span lexicon_column(Entry e, int column)
{
    need_lex();
    if (e.table == TABLE_NONE || column < 0) return (Span){0};
    const LexTable *t = &lex.table[e.table];
    const LexCell *c = &lex.cell[t->cell + e.row * t->columns + (uint32_t)column];
    return (Span){lex.pool + c->offset, c->length};
}

/* Where each table has the column `name`; -1: nowhere. */
typedef struct {
    const char *name;
    int8_t at[TABLE_COUNT];
} ColumnPlace;

static void find_columns(ColumnPlace *place, const char *name)
{
    place->name = name;
    for (int t = 0; t < TABLE_COUNT; t++) {
        place->at[t] = -1;
        for (int i = 0; i < COLUMNS_MOST && lex.column[t][i].len; i++)
            if (place->at[t] < 0 && span_is(lex.column[t][i], name)) place->at[t] = (int8_t)i;
    }
}

/* Names of columns are constants of the program: what one means is found once, by its address. */
Span lexicon_field(Entry e, const char *column)
{
    enum { SLOTS = 512 };
    static ColumnPlace kept[SLOTS];
    need_lex();
    ColumnPlace *place = &kept[((uintptr_t)column * 0x9E3779B97F4A7C15u) >> 55];
    if (place->name != column) find_columns(place, column);
    return lexicon_column(e, place->at[e.table]);
}

bool lexicon_has(Entry e, const char *column, const char *value)
{
    return span_lists(lexicon_field(e, column), span_of(value));
}

/* Cells of descriptions hold thousands of forms: what was found last in a slot is kept. */
Span lexicon_form(Entry e)
{
    enum { SLOTS = 4096 };
    static struct { uint64_t entry; Span form; } kept[SLOTS];
    uint64_t key;
    _Static_assert(sizeof e == sizeof key, "an entry is its own key");
    memcpy(&key, &e, sizeof key);
    size_t slot = (size_t)((key * 0x9E3779B97F4A7C15u) >> 52);
    if (kept[slot].entry == key) return kept[slot].form;
    Span rest = lexicon_column(e, e.column), piece, form = {0};
    for (int i = 0; span_cut(&rest, '|', &piece); i++)
        if (i == e.alt) {
            form = piece;
            break;
        }
    kept[slot].entry = key;
    kept[slot].form = form;
    return form;
}

const Entry *lexicon_word(Span folded, int *count)
{
    need_lex();
    uint32_t node = step_first(span_hash(folded));
    *count = node ? lex.node[node].entries : 0;
    return node ? &lex.entry[lex.node[node].entry] : NULL;
}

uint32_t match_tables(const Matches *m, const Match *match)
{
    uint32_t tables = 0;
    for (int32_t i = 0; i < match->entries; i++) tables |= 1u << m->entry.item[match->entry + i].table;
    return tables;
}

Entry match_entry(const Matches *m, const Match *match, TableId table)
{
    for (int32_t i = 0; i < match->entries; i++)
        if (m->entry.item[match->entry + i].table == table) return m->entry.item[match->entry + i];
    return (Entry){0};
}

int32_t lexicon_rows(TableId table)
{
    need_lex();
    return lex.table ? (int32_t)lex.table[table].rows : 0;
}

Entry lexicon_row(TableId table, int32_t i)
{
    return (Entry){.table = (uint8_t)table, .row = (uint32_t)i};
}

Entry lexicon_find(TableId table, Span id)
{
    uint64_t hash = span_hash(id);
    int32_t rows = lexicon_rows(table);
    Entry *last = &lex.found[hash % FOUND_KEPT];
    if (last->table == table && span_equal(lexicon_column(*last, 0), id)) return *last;
    for (int32_t i = 0; i < rows; i++)
        if (lex.id[lex.table[table].row + (uint32_t)i] == hash && span_equal(lexicon_column(lexicon_row(table, i), 0), id))
            return *last = lexicon_row(table, i);
    return (Entry){0};
}

uint64_t lexicon_version(void)
{
    Span stored = image_section("version");
    if (!lex.version && stored.len == (Size)sizeof lex.version) memcpy(&lex.version, stored.at, sizeof lex.version);
    return lex.version;
}
