/* Running compiled rules over the tokens of a sentence. */
#include "lexicon/pattern_ahead.h"

#include "base/utf8.h"

enum { BUDGET = 3000, DEPTH_MOST = 24 };

/* Values by name; `set` has a bit for each that this path of the match has set. A name is set once on a path, so that going back needs the bits only. */
typedef struct {
    PatternValue capture[PATTERN_CAPTURES];
    uint32_t set;
} Captures;

/* One rule being tried at one place: the best match so far. */
typedef struct {
    PatternRun *run;
    int32_t from;
    PatternValue best;
    bool found;
} Attempt;

static const PatternHead *head(const PatternRun *run)
{
    return (const PatternHead *)(const void *)run->rules;
}

static const void *part(const PatternRun *run, uint32_t offset)
{
    return run->rules + offset;
}

static struct PatternTables tables_of(const PatternRun *run)
{
    const PatternHead *h = head(run);
    return (struct PatternTables){part(run, h->viable_at), part(run, h->masks_at), part(run, h->carries_at), part(run, h->kinds_at), part(run, h->code_at),
                                  part(run, h->rules_at), part(run, h->choices_at), h->rules, h->row_words, h->kinds * h->rules, h->rules * (h->kinds + PATTERN_SHAPES)};
}

/* The set of a word. Half the words of a text are unknown, in no order that could be foreseen: the first look takes no branch, and a second is seldom needed. */
static inline uint16_t find_set(const PatternWord *words, uint32_t mask, uint64_t hash)
{
    uint32_t i = (uint32_t)(hash >> 7) & mask;
    uint64_t first = words[i];
    uint16_t set = (uint16_t)(first & -(uint64_t)((first ^ hash) >> 16 == 0));
    if (__builtin_expect((set == 0) & (first != 0), 0))
        for (i = (i + 1) & mask; words[i]; i = (i + 1) & mask)
            if ((words[i] ^ hash) >> 16 == 0) return (uint16_t)words[i];
    return set;
}

/* A mark is known by its bytes, and a long dash is a hyphen. */
static uint64_t mark_key(const Document *d, const Token *t)
{
    Span s = span_range(d->bytes, t->at);
    if (s.len == 3 && (unsigned char)s.at[0] == 0xE2 && (unsigned char)s.at[1] == 0x80 &&
        ((unsigned char)s.at[2] == 0x93 || (unsigned char)s.at[2] == 0x94))
        return span_hash(SPAN("-"));
    return t->fold_len ? t->hash : span_hash(s);
}

static bool has_symbol(const PatternRun *run, int32_t at, uint32_t symbol)
{
    if (at >= run->last) return false;
    const uint64_t *row = run->tables->carries + (Size)run->kind[at - run->first] * run->tables->row_words;
    return row[symbol >> 6] >> (symbol & 63) & 1;
}

/* The value that a set gives one of its symbols. */
static int32_t value_of(const PatternRun *run, uint16_t set, uint32_t symbol)
{
    const PatternHead *h = head(run);
    const PatternSet *s = (const PatternSet *)part(run, h->sets_at) + set;
    const PatternEntry *e = (const PatternEntry *)part(run, h->entries_at) + s->entry;
    for (uint32_t i = 0; i < s->entries; i++)
        if (e[i].symbol == symbol) return e[i].value;
    return 0;
}

/* The choices of `rule` that the tokens at `at` and behind it allow. */
static inline uint64_t viable(const PatternRun *run, uint32_t rule, int32_t at)
{
    if (at >= run->last) return 0;
    const struct PatternTables *t = run->tables;
    const uint64_t *masks = t->masks;
    uint32_t rules = t->rules, table = t->table, i = (uint32_t)(at - run->first);
    const uint16_t *place = t->viable + rule, *shapes_at = place + t->shapes;
    uint64_t word = masks[place[run->kind[i] * rules]], shape = pattern_by_shape(masks, shapes_at, rules, run->shape[i]);
    if ((word | shape) == 0) return 0;
    uint16_t kind = run->kind[i + 1];
    uint32_t shapes = run->shape[i + 1];
    if (word) word &= masks[place[table + kind * rules]] | pattern_by_shape(masks, shapes_at + table, rules, shapes);
    /* A number may go on in the next words (twee duizend, honderd en twee): then the second token is not what stands behind it. */
    bool wide = shapes || (t->kinds[kind] & KIND_WITHIN);
    if (shape && !wide) shape &= masks[place[2 * table + kind * rules]];
    return word | shape;
}

static bool match_rule(PatternRun *run, uint32_t rule, int32_t at, PatternValue *out);

static bool evaluate(PatternRun *run, uint16_t action, const Captures *c, PatternValue *out)
{
    const PatternAction *a = (const PatternAction *)part(run, head(run)->actions_at) + action;
    switch ((ActionKind)a->kind) {
    case ACTION_CAPTURE: *out = c->set >> a->value & 1 ? c->capture[a->value] : (PatternValue){.kind = PATTERN_ABSENT}; return true;
    case ACTION_INT: *out = (PatternValue){.kind = PATTERN_INT, .n = a->value}; return true;
    case ACTION_SYMBOL: *out = (PatternValue){.kind = PATTERN_SYMBOL, .n = a->value}; return true;
    case ACTION_OP: break;
    }
    PatternValue arg[PATTERN_ARGS];
    for (int i = 0; i < a->args; i++)
        if (!evaluate(run, a->arg[i], c, &arg[i])) return false;
    *out = (PatternValue){0};
    return run->host->act(run, (PatternOp)a->op, arg, a->args, out);
}

static void done(Attempt *t, uint16_t action, int32_t at, const Captures *c)
{
    PatternRun *run = t->run;
    if (t->found && at <= t->best.to) return;
    PatternValue v = c->set & 1 ? c->capture[0] : (PatternValue){.kind = PATTERN_ABSENT};
    int32_t from = run->from, to = run->to;
    run->from = t->from;
    run->to = at;
    bool ok = action == 0xFFFF || evaluate(run, action, c, &v);
    run->from = from;
    run->to = to;
    if (!ok) return;
    v.from = t->from;
    v.to = at;
    t->best = v;
    t->found = true;
}

/* Matches a shape or a rule at `at`; gives the token behind it, or -1. */
static int32_t match_piece(PatternRun *run, const PatternCode *code, int32_t at, PatternValue *v)
{
    if (code->kind == CODE_RULE) return match_rule(run, code->x, at, v) ? v->to : -1;
    if (at >= run->last || !(run->shape[at - run->first] >> code->x & 1)) return -1;
    *v = (PatternValue){.kind = PATTERN_HOST, .from = at, .to = at + 1};
    if (!run->host->shape(run, (PatternShape)code->x, at, v) || v->to > run->last) return -1;
    v->from = at;
    return v->to;
}

static bool stands(const PatternRun *run, const PatternCode *code, int32_t at)
{
    if (code->y != CODE_SHAPE) return has_symbol(run, at, code->x);
    return at < run->last && (run->shape[at - run->first] >> code->x & 1);
}

static void step(Attempt *t, uint32_t pc, int32_t at, Captures *c)
{
    PatternRun *run = t->run;
    const PatternCode *code = run->tables->code;
    for (;; pc++) {
        if (--run->budget < 0) return;
        const PatternCode *k = &code[pc];
        switch ((CodeKind)k->kind) {
        case CODE_DONE: done(t, k->x, at, c); return;
        case CODE_GOTO: pc = k->x - 1u; continue;
        case CODE_SPLIT: {
            uint32_t set = c->set;
            step(t, k->x, at, c);
            c->set = set;
            pc = k->y - 1u;
            continue;
        }
        case CODE_NOT:
            if (stands(run, k, at)) return;
            continue;
        case CODE_GLUE:
            if (at >= run->last || (run->d->tokens.item[at].flags & TOKEN_SPACE_BEFORE)) return;
            continue;
        case CODE_SYMBOL:
            if (!has_symbol(run, at, k->x)) return;
            if (k->capture != 0xFF) {
                int32_t value = value_of(run, run->set[at - run->first], k->x);
                c->capture[k->capture] = (PatternValue){.kind = PATTERN_INT, .n = value, .from = at, .to = at + 1};
                c->set |= 1u << k->capture;
            }
            at++;
            continue;
        case CODE_SHAPE: case CODE_RULE: {
            PatternValue v;
            int32_t next = match_piece(run, k, at, &v);
            if (next < 0) return;
            if (k->capture != 0xFF) c->capture[k->capture] = v, c->set |= 1u << k->capture;
            at = next;
        }
        }
    }
}

/* Matches the choices `mask` of `rule`, and keeps the result. */
static bool match_choices(PatternRun *run, uint32_t rule, uint64_t mask, int32_t at, uint32_t place, PatternValue *out)
{
    if (run->depth >= DEPTH_MOST) return false;
    run->depth++;
    Attempt t = {.run = run, .from = at};
    const uint32_t *code = run->tables->choice + run->tables->rule[rule].choice;
    for (; mask; mask &= mask - 1) {
        Captures c;
        c.set = 0;
        step(&t, code[__builtin_ctzll(mask)], at, &c);
    }
    run->depth--;
    if (!t.found) t.best.to = 0;
    run->memo[place] = (PatternMemo){at, (int32_t)rule, t.best};
    run->kept[place >> 6] |= (uint64_t)1 << (place & 63);
    *out = t.best;
    return t.found;
}

static bool match_rule(PatternRun *run, uint32_t rule, int32_t at, PatternValue *out)
{
    if (at >= run->last) return false;
    uint32_t place = ((uint32_t)at * 37 + rule) % PATTERN_MEMO;
    const PatternMemo *m = &run->memo[place];
    if ((run->kept[place >> 6] >> (place & 63) & 1) && m->at == at && m->rule == (int32_t)rule) {
        *out = m->value;
        return m->value.to > at;
    }
    uint64_t mask = viable(run, rule, at);
    return mask && match_choices(run, rule, mask, at, place, out);
}

/* Tries the `find` rules that may match from `at` on; of the longest matches, the first listed is kept. */
static bool try_finds(PatternRun *run, int32_t at, PatternValue *best)
{
    PatternEnd end[PATTERN_ENDS];
    const uint32_t *finds = part(run, head(run)->finds_at);
    uint64_t tried = 0;
    uint32_t rule = 0;
    *best = (PatternValue){0};
    for (int n = pattern_ahead(run, at, end); n-- > 0 && end[n].to >= best->to;)
        for (uint64_t bits = end[n].finds & ~tried; bits; bits &= bits - 1) {
            uint32_t i = (uint32_t)__builtin_ctzll(bits);
            PatternValue v;
            run->budget = BUDGET;
            if (match_rule(run, finds[i], at, &v) && (v.to > best->to || (v.to == best->to && i < rule))) *best = v, rule = i;
            tried |= (uint64_t)1 << i;
        }
    return best->to > at;
}

/* Whether the host may know a shape at `t`: digits, a sign beyond ASCII, a hyphen, or the first letters of a part. */
static inline bool may_have_shape(const uint8_t *prefixes, const Document *d, const Token *t)
{
    if (t->kind == TOKEN_PUNCT) return (unsigned char)d->bytes.at[t->at.from] >= 0x80;
    if (t->kind != TOKEN_WORD || (t->flags & (TOKEN_DIGIT | TOKEN_HYPHEN))) return true;
    uint32_t bit = pattern_prefix(d->folded + t->fold);
    return t->fold_len >= 3 && (prefixes[bit >> 3] >> (bit & 7) & 1);
}

/* Fills in what every token is. */
static void look_up(PatternRun *run)
{
    int32_t count = run->last - run->first;
    const PatternHead *h = head(run);
    const PatternSet *sets = part(run, h->sets_at);
    const uint8_t *prefixes = part(run, h->prefixes_at);
    const PatternWord *words = part(run, h->words_at);
    run->set = arena_room(run->scratch, sizeof(uint16_t), _Alignof(uint16_t), 2 * count + 2);
    run->kind = run->set + count + 1;
    run->shape = arena_room(run->scratch, sizeof(uint32_t), _Alignof(uint32_t), 2 * count + 2);
    run->opening = (int32_t *)run->shape + count + 1;
    run->set[count] = run->kind[count] = 0;
    run->shape[count] = 0;
    run->opening[count] = run->last;
    const uint8_t *kinds = run->tables->kinds;
    for (int32_t i = count - 1; i >= 0; i--) {
        const Token *t = &run->d->tokens.item[run->first + i];
        uint16_t set = find_set(words, h->mask, t->kind == TOKEN_PUNCT ? mark_key(run->d, t) : t->hash);
        run->set[i] = set;
        run->kind[i] = sets[set].kind;
        run->shape[i] = may_have_shape(prefixes, run->d, t) ? run->host->shapes(run, run->first + i) : 0;
        run->opening[i] = run->shape[i] || (kinds[run->kind[i]] & KIND_OPENS) ? run->first + i : run->opening[i + 1];
    }
}

void pattern_run(PatternRun *run, Span section)
{
    if (section.len < (Size)sizeof(PatternHead) || run->last <= run->first) return;
    run->rules = section.at;
    PatternMemo memo[PATTERN_MEMO];  /* `kept` says what of it is filled */
    run->memo = memo;
    struct PatternTables tables = tables_of(run);
    run->tables = &tables;
    memset(run->kept, 0, sizeof run->kept);
    look_up(run);
    run->ahead = pattern_automaton(run);
    for (int32_t at = run->opening[0]; at < run->last; at = run->opening[at - run->first]) {
        PatternValue best;
        if (!try_finds(run, at, &best)) {
            at++;
            continue;
        }
        run->from = best.from;
        run->to = best.to;
        run->host->found(run, &best);
        at = best.to;
    }
}

int32_t pattern_class(const PatternRun *run, int32_t at, PatternClass class, int32_t otherwise)
{
    if (at < run->first || at >= run->last || run->set[at - run->first] == 0) return otherwise;
    uint32_t symbol = ((const uint32_t *)part(run, head(run)->classes_at))[class];
    return symbol && has_symbol(run, at, symbol - 1) ? value_of(run, run->set[at - run->first], symbol - 1) : otherwise;
}

int32_t pattern_word(Span section, Span folded, PatternClass class, int32_t otherwise)
{
    if (section.len < (Size)sizeof(PatternHead)) return otherwise;
    uint16_t set = 0, kind = 0;
    PatternRun run = {.first = 0, .last = 1, .rules = section.at, .set = &set, .kind = &kind};
    struct PatternTables tables = tables_of(&run);
    run.tables = &tables;
    set = find_set(part(&run, head(&run)->words_at), head(&run)->mask, span_hash(folded));
    kind = ((const PatternSet *)part(&run, head(&run)->sets_at))[set].kind;
    return pattern_class(&run, 0, class, otherwise);
}

bool pattern_may_split(Span section, Span word)
{
    if (word.len < 3 || section.len < (Size)sizeof(PatternHead)) return false;
    const PatternHead *h = (const PatternHead *)(const void *)section.at;
    uint32_t bit = pattern_prefix(word.at);
    return (unsigned char)section.at[h->prefixes_at + (bit >> 3)] >> (bit & 7) & 1;
}

PatternPart pattern_part(Span section, Span word, int32_t *value, int32_t *length)
{
    const PatternHead *h = (const PatternHead *)(const void *)section.at;
    const PatternPartEntry *table = (const PatternPartEntry *)(const void *)(section.at + h->parts_at);
    for (Size n = word.len < h->part_longest ? word.len : h->part_longest; n >= 2; n--) {
        uint64_t hash = span_hash(span_sub(word, 0, n));
        for (uint32_t i = (uint32_t)(hash >> 7) & h->part_mask; table[i].hash; i = (i + 1) & h->part_mask) {
            if (table[i].hash != hash) continue;
            *value = table[i].value;
            *length = (int32_t)n;
            return (PatternPart)table[i].part;
        }
    }
    return PATTERN_PART_none;
}
