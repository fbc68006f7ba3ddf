/* Compiling and running decision rules. */
#include "frames/rule.h"

#include "base/image.h"

enum { RULE_TERMS = 12, WHY = 64 };
enum { ACCEPTED = 5, TRUSTED = 25, DOUBTED = 55 }; /* per cent */

typedef struct {
    Features needs;        /* the terms of one feature each: most rules fail by these */
    Features any[RULE_TERMS];
    uint8_t terms;
    uint16_t deny;         /* bit per term */
    uint8_t stage, realis, act;
    uint8_t zero[3];
    int32_t line;
    int32_t floor;         /* of a floor rule: per cent that a claim must score; 0 for other rules */
    char why[WHY];         /* drop and floor rules: the reason */
} Rule;

typedef struct {
    Span text;
    const char *file;
    int line;
} Source;

static Error expected(const Source *s, Span line, Span at, const char *what)
{
    return error_at(ERROR_USAGE, s->file, s->line, (int)(at.at - line.at) + 1, "`%.*s`: expected %s", (int)at.len, at.at, what);
}

static Error read_term(const Source *s, Span line, Span term, Rule *rule)
{
    if (rule->terms == RULE_TERMS) return expected(s, line, term, "`=>` (a rule has at most 12 terms)");
    if (term.at[0] == '!') {
        rule->deny |= (uint16_t)(1u << rule->terms);
        term = span_sub(term, 1, term.len);
    }
    Span rest = term, name;
    while (span_cut(&rest, '|', &name))
        if (!feature_mask(name, &rule->any[rule->terms])) return expected(s, line, name, "a feature name (docs/reading.md tells where they stand)");
    rule->terms++;
    return NO_ERROR;
}

/* Gathers the terms that want one feature. */
static void set_needs(Rule *rule)
{
    for (int t = 0; t < rule->terms; t++) {
        int features = 0;
        for (int w = 0; w < FEATURE_WORDS; w++) features += __builtin_popcountll(rule->any[t].bits[w]);
        if (features != 1 || (rule->deny >> t & 1)) continue;
        for (int w = 0; w < FEATURE_WORDS; w++) rule->needs.bits[w] |= rule->any[t].bits[w];
    }
}

static bool next_word(Span *rest, Span *word)
{
    *rest = span_trim(*rest);
    if (!rest->len) return false;
    Size n = 0;
    while (n < rest->len && rest->at[n] != ' ' && rest->at[n] != '\t') n++;
    *word = span_sub(*rest, 0, n);
    *rest = span_sub(*rest, n, rest->len);
    return true;
}

static Error read_outcome(const Source *s, Span line, Span rest, Rule *rule)
{
    Span stage = {0}, realis = {0}, act = {0}, more;
    if (!next_word(&rest, &stage) || !next_word(&rest, &realis) || !next_word(&rest, &act) || next_word(&rest, &more))
        return expected(s, line, span_sub(line, line.len, line.len), "three words: stage realis act");
    int a = stage_from(stage), b = realis_from(realis), c = act_from(act);
    if (a < 0) return expected(s, line, stage, "a stage");
    if (b < 0) return expected(s, line, realis, "a realis");
    if (c < 0) return expected(s, line, act, "an act");
    rule->stage = (uint8_t)a, rule->realis = (uint8_t)b, rule->act = (uint8_t)c;
    return NO_ERROR;
}

static Error read_line(const Source *s, Span line, Rule *rule)
{
    Span rest = line, word;
    next_word(&rest, &word);
    rule->floor = span_is(word, "accept") ? ACCEPTED : span_is(word, "trust") ? TRUSTED : span_is(word, "doubt") ? DOUBTED : 0;
    bool drop = rule->floor || span_is(word, "drop") || span_is(word, "hint");
    if (!drop && !span_is(word, "when")) return expected(s, line, word, "`when`, `drop`, `hint`, `accept`, `trust` or `doubt` at the start of a rule, `#` for a comment");
    while (next_word(&rest, &word)) {
        if (span_is(word, "=>")) {
            if (!rule->terms) return expected(s, line, word, "a feature before it: a rule without conditions holds always");
            rest = span_trim(rest);
            if (!drop) return read_outcome(s, line, rest, rule);
            if (!rest.len || rest.len >= WHY) return expected(s, line, rest, "the reason, in fewer than 64 bytes");
            memcpy(rule->why, rest.at, (size_t)rest.len);
            return NO_ERROR;
        }
        Error e = read_term(s, line, word, rule);
        if (e.code) return e;
    }
    return expected(s, line, span_sub(line, line.len, line.len), "`=>` and what follows from the rule");
}

Error rule_compile(Span text, const char *file, Arena *keep, Span *section)
{
    Source s = {text, file, 0};
    ARRAY(Rule) rules = {0};
    Span rest = text, line;
    while (span_cut(&rest, '\n', &line)) {
        s.line++;
        Size comment = span_find(line, SPAN(" #"), 0);
        if (comment >= 0) line.len = comment;
        line = span_trim(line);
        if (!line.len || line.at[0] == '#' || line.at[0] == '+' || (line.at[0] == '-' && line.len > 1 && line.at[1] == ' ')) continue;
        Rule *rule = ARRAY_PUSH(&rules, keep);
        *rule = (Rule){.line = s.line};
        Error e = read_line(&s, line, rule);
        if (e.code) return e;
        set_needs(rule);
    }
    *section = (Span){(const char *)rules.item, rules.len * (Size)sizeof(Rule)};
    return NO_ERROR;
}

static bool holds(const Rule *r, const Features *f)
{
    uint64_t lacks = 0;
    for (int w = 0; w < FEATURE_WORDS; w++) lacks |= r->needs.bits[w] & ~f->bits[w];
    if (lacks) return false;
    for (int t = 0; t < r->terms; t++) {
        uint64_t hit = 0;
        for (int w = 0; w < FEATURE_WORDS; w++) hit |= r->any[t].bits[w] & f->bits[w];
        if ((hit != 0) == (r->deny >> t & 1)) return false;
    }
    return true;
}

/* The compiled rule files, looked up once an image. */
static struct {
    const char *image;
    Span stage, drop, hints, floor;
} files;

static void open_files(void)
{
    if (files.image == image_whole().at) return;
    files.image = image_whole().at;
    files.stage = image_section("stage.rules");
    files.drop = image_section("drop.rules");
    files.hints = image_section("hints.rules");
    files.floor = image_section("floor.rules");
}

static const Rule *first_rule(Span s, const Features *f)
{
    const Rule *rule = (const Rule *)(const void *)s.at;
    for (Size i = 0; i < s.len / (Size)sizeof(Rule); i++)
        if (holds(&rule[i], f)) return &rule[i];
    return NULL;
}

StageRead rule_stage(const Features *f)
{
    const Rule *r = (open_files(), first_rule(files.stage, f));
    if (!r) return (StageRead){0};
    return (StageRead){true, (Stage)r->stage, (Realis)r->realis, (Act)r->act, r->line};
}

const char *rule_drop(const Features *f, int *line)
{
    const Rule *r = (open_files(), first_rule(files.drop, f));
    if (!r) return NULL;
    *line = r->line;
    return r->why;
}

double rule_floor(const Features *f, double floor, int *line)
{
    const Rule *r = (open_files(), first_rule(files.floor, f));
    if (!r) return floor;
    *line = r->line;
    double own = r->floor / 100.0;
    return (r->floor == DOUBTED) == (floor > own) ? floor : own;
}

int rule_hints(void)
{
    open_files();
    return (int)(files.hints.len / (Size)sizeof(Rule));
}

const char *rule_hint_name(int hint)
{
    return ((const Rule *)(const void *)files.hints.at)[hint].why;
}

bool rule_hint(const Features *f, int hint)
{
    return holds(&((const Rule *)(const void *)files.hints.at)[hint], f);
}
