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

static inline bool has_symbol(const PatternRun *run, int32_t at, uint32_t symbol)
{
    if (at >= run->last) return false;
    const struct PatternTables *t = run->tables;
    return t->carries[(Size)pattern_kind(run, (uint32_t)(at - run->first)) * t->row_words + (symbol >> 6)] >> (symbol & 63) & 1;
}

/* The value that a set gives one of its symbols, or `otherwise`. */
static int32_t set_value(const char *rules, uint32_t set, uint32_t symbol, int32_t otherwise)
{
    const PatternHead *h = (const PatternHead *)(const void *)rules;
    const PatternSet *s = (const PatternSet *)(const void *)(rules + h->sets_at) + set;
    const PatternEntry *e = (const PatternEntry *)(const void *)(rules + h->entries_at) + s->entry;
    for (uint32_t i = 0; i < s->entries; i++)
        if (e[i].symbol == symbol) return e[i].value;
    return otherwise;
}

static uint32_t set_at(const PatternRun *run, int32_t at)
{
    return run->tables->set_of[run->look->word[at - run->first]];
}

/* The choices of `rule` that the tokens at `at` and behind it allow. */
static inline uint64_t viable(const PatternRun *run, uint32_t rule, int32_t at)
{
    if (at >= run->last) return 0;
    const struct PatternTables *t = run->tables;
    const uint64_t *masks = t->masks;
    uint32_t rules = t->rules, table = t->table, i = (uint32_t)(at - run->first);
    const uint16_t *place = t->viable + rule, *shapes_at = place + t->shapes;
    uint64_t word = masks[place[pattern_kind(run, i) * rules]], shape = pattern_by_shape(masks, shapes_at, rules, pattern_shapes(run, i));
    if ((word | shape) == 0) return 0;
    uint32_t kind = pattern_kind(run, i + 1);
    uint32_t shapes = pattern_shapes(run, i + 1);
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
    if (at >= run->last || !(pattern_shapes(run, (uint32_t)(at - run->first)) >> code->x & 1)) return -1;
    *v = (PatternValue){.kind = PATTERN_HOST, .from = at, .to = at + 1};
    if (!run->host->shape(run, (PatternShape)code->x, at, v) || v->to > run->last) return -1;
    v->from = at;
    return v->to;
}

static bool stands(const PatternRun *run, const PatternCode *code, int32_t at)
{
    if (code->y != CODE_SHAPE) return has_symbol(run, at, code->x);
    return at < run->last && (pattern_shapes(run, (uint32_t)(at - run->first)) >> code->x & 1);
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
                int32_t value = set_value(run->rules, set_at(run, at), k->x, 0);
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

/* Tries the `find` rules that may match from `at` on, those that may reach farthest first; of the longest matches, the first listed is kept. */
static bool try_finds(PatternRun *run, int32_t at, PatternValue *best)
{
    PatternEnd end[PATTERN_ENDS];
    const uint32_t *finds = part(run, head(run)->finds_at);
    uint64_t tried = 0;
    uint32_t rule = 0;
    best->to = 0;
    for (int n = pattern_ahead(run, at, end); n-- > 0 && end[n].to >= best->to;) {
        for (uint64_t bits = end[n].finds & ~tried; bits; bits &= bits - 1) {
            uint32_t i = (uint32_t)__builtin_ctzll(bits);
            PatternValue v;
            if (best->to == end[n].to && i > rule) break;  /* nothing there is longer, and all that is left is listed later */
            run->budget = BUDGET;
            if (match_rule(run, finds[i], at, &v) && (v.to > best->to || (v.to == best->to && i < rule))) *best = v, rule = i;
        }
        tried |= end[n].finds;
    }
    return best->to > at;
}

/* Asks the host for the shapes of the tokens that may have any. */
static void ask_shapes(PatternRun *run)
{
    const PatternLook *l = run->look;
    run->shape = arena_room(run->scratch, sizeof(uint32_t), _Alignof(uint32_t), l->shapes + 1);
    for (int32_t k = l->shapes; k > 0; k--) run->shape[k] = run->host->shapes(run, run->first + l->shaped[k - 1]);
    run->shape[0] = 0;
}

void pattern_run(PatternRun *run, Span section)
{
    if (section.len < (Size)sizeof(PatternHead) || run->look->words.len < (Size)sizeof(PatternJoint) || run->last <= run->first) return;
    run->rules = section.at;
    run->ahead = pattern_automaton(run, &run->tables);
    PatternMemo memo[PATTERN_MEMO];  /* `kept` says what of it is filled */
    run->memo = memo;
    memset(run->kept, 0, sizeof run->kept);
    ask_shapes(run);
    int32_t *opening = arena_room(run->scratch, sizeof(int32_t), _Alignof(int32_t), run->last - run->first), to = run->first;
    for (int32_t k = 0, openings = pattern_openings(run, opening); k < openings; k++) {
        PatternValue best;
        if (opening[k] < to || !try_finds(run, opening[k], &best)) continue;
        run->from = best.from;
        run->to = to = best.to;
        run->host->found(run, &best);
    }
}

/* The symbol of a class and one; 0 where the file has no such class. */
static uint32_t class_symbol(const char *rules, PatternClass class)
{
    const PatternHead *h = (const PatternHead *)(const void *)rules;
    return ((const uint32_t *)(const void *)(rules + h->classes_at))[class];
}

int32_t pattern_class(const PatternRun *run, int32_t at, PatternClass class, int32_t otherwise)
{
    if (at < run->first || at >= run->last || run->look->word[at - run->first] == 0) return otherwise;
    uint32_t symbol = class_symbol(run->rules, class);
    return symbol && has_symbol(run, at, symbol - 1) ? set_value(run->rules, set_at(run, at), symbol - 1, 0) : otherwise;
}

int32_t pattern_listed(Span words, Span section, uint64_t hash, PatternClass class, int32_t otherwise)
{
    if (words.len < (Size)sizeof(PatternJoint) || section.len < (Size)sizeof(PatternHead)) return otherwise;
    const PatternJoint *j = (const PatternJoint *)(const void *)words.at;
    uint32_t word = pattern_find((const uint32_t *)(const void *)(words.at + j->slots_at), j->mask, (const uint64_t *)(const void *)(words.at + j->hashes_at), hash);
    uint32_t symbol = word ? class_symbol(section.at, class) : 0;
    if (symbol == 0) return otherwise;
    uint32_t file = pattern_file(words.at, section.at);
    uint32_t set = ((const uint16_t *)(const void *)(words.at + j->file[file].sets_at))[word];
    return set ? set_value(section.at, set, symbol - 1, otherwise) : otherwise;
}

/* The set of a word, found among the file's own. */
static uint32_t find_set(Span section, uint64_t hash)
{
    const PatternHead *h = (const PatternHead *)(const void *)section.at;
    const PatternWord *words = (const PatternWord *)(const void *)(section.at + h->words_at);
    uint32_t low = 0, high = h->words;
    while (low < high) {
        uint32_t mid = (low + high) / 2;
        if (words[mid] >> 16 < hash >> 16) low = mid + 1;
        else high = mid;
    }
    return low < h->words && words[low] >> 16 == hash >> 16 ? (uint32_t)(words[low] & 0xFFFF) : 0;
}

int32_t pattern_word(Span section, Span folded, PatternClass class, int32_t otherwise)
{
    if (section.len < (Size)sizeof(PatternHead)) return otherwise;
    uint32_t symbol = class_symbol(section.at, class), set = symbol ? find_set(section, span_hash(folded)) : 0;
    return set ? set_value(section.at, set, symbol - 1, otherwise) : otherwise;
}

bool pattern_may_split(Span section, Span word)
{
    if (word.len < 3 || section.len < (Size)sizeof(PatternHead)) return false;
    const PatternHead *h = (const PatternHead *)(const void *)section.at;
    const char begin[4] = {word.at[0], word.at[1], word.at[2]};
    uint32_t bit = pattern_prefix(begin);
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
