/* The rule language: the examples of every rule file, the messages of bad rules, and hostile inputs. */
#include "cases.h"

#include <time.h>

#include "base/image.h"
#include "base/out.h"
#include "lexicon/pattern.h"
#include "time/time_read.h"

/* ---- examples ---- */

/* What was found in a text: each value as words, and whether one covers the whole text. */
typedef struct {
    Out values;
    bool whole;
} Found;

static void note(Found *f, Span text, Range words)
{
    f->whole |= words.from == 0 && words.to == (int32_t)text.len;
    out_char(&f->values, '\n');
}

static void put_number(Found *f, Span text, const Number *n)
{
    Out *o = &f->values;
    if (n->kind == NUMBER_VAGUE) out_text(o, "vague");
    else if (n->low < n->high) out_print(o, "%.10g..%.10g", n->low, n->high);
    else out_print(o, n->low < 1 && n->low > 0 ? "%.3g" : "%.10g", n->low);
    out_print(o, " %s %s ", hedge_name(n->hedge), number_kind_name(n->kind));
    note(f, text, n->words);
}

static void put_time(Found *f, Span text, const Time *t)
{
    char a[12] = "", b[12] = "";
    if (t->kind == TIME_EVENT) out_text(&f->values, "event");
    else if (t->kind == TIME_CLOCK) out_text(&f->values, "clock");
    else {
        if (t->iso[0]) out_print(&f->values, "%s ", t->iso);
        if (!t->latest_only) day_print(t->bounds.start_earliest, a);
        if (!t->earliest_only) day_print(t->bounds.end_latest, b);
        out_print(&f->values, "%s..%s", a, b);
    }
    out_char(&f->values, ' ');
    note(f, text, t->words);
}

static Found read_example(const PatternExample *e, bool times, Arena scratch)
{
    Found f = {.values = out_to_memory()};
    Day w = day_parse(e->written, NULL);
    Document d = document_read(e->text, &scratch);
    for (Size i = 0; i < d.sentences.len; i++) {
        const Sentence *s = &d.sentences.item[i];
        Numbers n = number_read(&d, s->token, s->token + s->tokens, &scratch);
        if (!times)
            for (Size k = 0; k < n.item.len; k++) put_number(&f, e->text, &n.item.item[k]);
        Times t = time_read(&d, &n, s->token, s->token + s->tokens, (Written){w, w}, &scratch);
        if (times)
            for (Size k = 0; k < t.item.len; k++) put_time(&f, e->text, &t.item.item[k]);
    }
    return f;
}

/* Whether one of the values holds all the words of `expected`. */
static bool holds(Span values, Span expected)
{
    for (Span line; span_cut(&values, '\n', &line);) {
        bool all = true;
        Span rest = expected;
        for (Span word; span_cut(&rest, ' ', &word);) {
            Span line_rest = line;
            bool some = false;
            for (Span have; span_cut(&line_rest, ' ', &have);) some |= span_equal(have, word);
            all &= some;
        }
        if (all && line.len) return true;
    }
    return false;
}

static void run_examples(Cases *c, bool times, Arena scratch)
{
    PatternExample e = {0};
    while (pattern_example(&c->rest, &e)) {
        c->line = e.line;
        Found f = read_example(&e, times, scratch);
        Span found = out_written(&f.values);
        bool fine = !e.counter ? holds(found, e.expected) : e.expected.len ? !holds(found, e.expected) : !f.whole;
        cases_check(c, e.text, e.expected, fine ? e.expected : found);
        out_close(&f.values);
    }
}

/* Every rule bears an example and a counter-example. */
static void check_examples(Cases *c)
{
    Cases of = *c;
    Span name = {NULL, 0};
    bool example = true, counter = true;
    for (Span line; span_cut(&of.rest, '\n', &line);) {
        bool head = span_starts(line, SPAN("rule ")) || span_starts(line, SPAN("find "));
        if (head && !(example && counter)) printf("%s: %.*s needs an example and a counter-example\n", c->file, (int)name.len, name.at);
        if (head) c->passed += example && counter, c->failed += !(example && counter);
        if (head) name = span_sub(line, 5, line.len), example = counter = false;
        example |= span_starts(line, SPAN("  + "));
        counter |= span_starts(line, SPAN("  - "));
    }
    c->passed += example && counter;
    c->failed += !(example && counter);
}

/* ---- bad rules ---- */

static void bad_rule(Cases *c, const char *rules, int line, int column, const char *expected, Arena scratch)
{
    Span section;
    char found[400], want[400];
    Error e = pattern_compile(span_of(rules), "bad.rules", &scratch, &section);
    snprintf(found, sizeof found, "%d:%d %s", e.line, e.column, e.sentence);
    snprintf(want, sizeof want, "%d:%d %s", line, column, expected);
    c->file = rules;
    cases_check(c, span_of(rules), span_of(want), span_of(found));
}

static void bad_rules(Cases *c, Arena scratch)
{
    bad_rule(c, "find x\n  a:een => shout(a)\n", 2, 18, "expected an operation (docs/rules.md), found: shout", scratch);
    bad_rule(c, "find x\n  ( een | twee => exact(1)\n", 2, 16, "expected ) or |", scratch);
    bad_rule(c, "find x\n  @month => exact(1)\n", 2, 9, "expected a class of the word lists, found: month", scratch);
    bad_rule(c, "find x\n  #colour => exact(1)\n", 2, 10, "expected a token shape (docs/rules.md), found: colour", scratch);
    bad_rule(c, "  een => one()\n", 1, 3, "expected `rule NAME` or `find NAME` before a pattern", scratch);
    bad_rule(c, "find x\n  <y> => one()\n", 2, 6, "expected a rule y with at least one pattern in this file", scratch);
    bad_rule(c, "find x\n  een => exact(b)\n", 2, 17, "expected a capture of this pattern or a symbol (docs/rules.md), found: b", scratch);
    bad_rule(c, "find x\n  een => exact(1, 2)\n", 2, 19, "expected fewer arguments: exact", scratch);
    bad_rule(c, "find x\n  een => range(1)\n", 2, 18, "expected more arguments: range", scratch);
    bad_rule(c, "find x\n  een\nfind x\n  twee\n", 3, 6, "expected a new name; this rule stands above already: x", scratch);
    bad_rule(c, "words\nfind x\n", 1, 6, "expected a word list that can be read, beside this file in lexicon/", scratch);
    bad_rule(c, "find x\n  een{2,9}\n", 2, 11, "expected {least,most} with most at most 8", scratch);
    bad_rule(c, "rule y\n  een <y> => one()\nfind x\n  <y> een\n", 1, 6, "expected no rule that uses itself: y", scratch);
    bad_rule(c, "within en,\nfind x\n  een => one()\n", 1, 10, "expected words only behind within", scratch);
    bad_rule(c, "file x\n", 1, 1, "expected words, parts, within, rule, find, a comment, or an indented pattern or example", scratch);
}

/* ---- looking words up ---- */

/* Every token of `text` is in the joint list what it is in each file's own, in every class. */
static void look_up_text(Cases *c, Span text, Arena scratch)
{
    Span joint = image_section("rules.words"), files[] = {image_section("number.rules"), image_section("time.rules")};
    Document d = document_read(text, &scratch);
    for (int32_t i = 0; i < d.tokens.len; i++)
        for (size_t f = 0; f < sizeof files / sizeof *files && d.tokens.item[i].kind == TOKEN_WORD; f++) {
            PatternClass class = (PatternClass)0;
            Span word = token_folded(&d, i);
            while (class < PATTERN_CLASSES && pattern_listed(joint, files[f], d.tokens.item[i].hash, class, -7) == pattern_word(files[f], word, class, -7)) class++;
            bool same = class == PATTERN_CLASSES;
            cases_check(c, word, SPAN("the same in all classes"), same ? SPAN("the same in all classes") : SPAN("another value"));
        }
}

/* The look marks every token that can be a number or a date, and leaves no trace behind the last. */
static void look_marks(Cases *c, Arena scratch)
{
    static const char text[] = "Op 3 mei 2018 gingen driehonderd man, ½ bataljon en twintig F-16's naar zee; de dertigste keer.";
    Document d = document_read(SPAN(text), &scratch);
    PatternLook look = pattern_look(image_section("rules.words"), &d, 0, (int32_t)d.tokens.len, &scratch);
    Out found = out_to_memory();
    for (int32_t k = 0; k < look.shapes; k++) {
        out_span(&found, token_text(&d, look.shaped[k]));
        out_char(&found, '|');
    }
    bool behind = look.word[d.tokens.len] == 0 && look.place[d.tokens.len] == 0;
    cases_check(c, SPAN(text), SPAN("3|2018|driehonderd|½|twintig|F-16's|dertigste|"), behind ? out_written(&found) : SPAN("something behind the last token"));
    out_close(&found);
}

/* Words of four files, among them some whose hash begins with noughts, each found in the joint list at a place of its own; others are not. */
static void joint_list(Cases *c, Arena scratch)
{
    enum { FILES = 4, WORDS = 400, RARE = 3, TRIES = 1 << 20 };
    Out text = out_to_memory(), rules = out_to_memory();
    Span section[FILES];
    int rare = 0;
    for (int f = 0; f < FILES; f++) {
        rules.len = 0;
        out_text(&rules, "find x\n  een => one()\nwithin");
        for (int i = 0; i < WORDS; i++) out_print(&rules, " w%dq%d", f, i), out_print(&text, "w%dq%d ", f, i);
        for (int i = 0; i < TRIES && rare < RARE * (f + 1); i++) {
            char word[32];
            snprintf(word, sizeof word, "n%dr%d", f, i);
            if (span_hash(span_of(word)) >> 48 > 0) continue;
            out_print(&rules, " %s", word), out_print(&text, "%s ", word), rare++;
        }
        Error e = pattern_compile(out_written(&rules), "joint.rules", &scratch, &section[f]);
        cases_check(c, SPAN("a file of many words"), SPAN(""), span_of(e.code ? e.sentence : ""));
    }
    int32_t known = FILES * WORDS + rare;
    for (int i = 0; i < known; i++) out_print(&text, "u%d ", i);
    Document d = document_read(out_written(&text), &scratch);
    PatternLook look = pattern_look(pattern_join(section, FILES, &scratch), &d, 0, (int32_t)d.tokens.len, &scratch);
    bool *seen = ARENA_NEW(&scratch, bool, 1 << 16), fine = d.tokens.len == 2 * known && rare == RARE * FILES;
    for (int32_t i = 0; i < d.tokens.len && fine; i++) {
        fine = i < known ? look.word[i] != 0 && !seen[look.word[i]] : look.word[i] == 0;
        seen[look.word[i]] = true;
    }
    cases_check(c, SPAN("words of four files"), SPAN("each at a place of its own"), fine ? SPAN("each at a place of its own") : SPAN("lost or mixed up"));
    out_close(&text);
    out_close(&rules);
}

static void looking_up(Cases *c, Arena scratch)
{
    joint_list(c, scratch);
    c->file = "rules.words";
    look_up_text(c, cases_file("data/nl/lexicon/calendar.tsv", &scratch), scratch);
    look_up_text(c, cases_file("data/nl/lexicon/hedges.tsv", &scratch), scratch);
    look_up_text(c, cases_file("tests/cases/time.tsv", &scratch), scratch);
    look_marks(c, scratch);
}

/* ---- looking ahead ---- */

static bool act_counted(PatternRun *run, PatternOp op, const PatternValue *arg, int args, PatternValue *out)
{
    (void)run, (void)op, (void)arg, (void)args;
    *out = (PatternValue){.kind = PATTERN_INT};
    return true;
}

static uint32_t no_shapes(PatternRun *run, int32_t at)
{
    (void)run, (void)at;
    return 0;
}

static bool no_shape(PatternRun *run, PatternShape shape, int32_t at, PatternValue *out)
{
    (void)run, (void)shape, (void)at, (void)out;
    return false;
}

/* Sums up where matches begin and end. */
static void found_counted(PatternRun *run, const PatternValue *value)
{
    (void)value;
    uint64_t *sum = run->self;
    *sum = *sum * 31 + (uint64_t)(run->from - run->first) * 1000 + (uint64_t)(run->to - run->from);
}

/* Where (a | b){1,8} (a | b){1,8} a (a | b){8,8} c ends at the latest, begun at `at`; -1 nowhere. */
static int32_t ends_at(const char *letter, int32_t at, int32_t count)
{
    int32_t end = -1;
    for (int32_t k = 2; k <= 16 && at + k + 9 < count; k++) {
        bool fits = letter[at + k] == 'a' && letter[at + k + 9] == 'c';
        for (int32_t i = at; fits && i < at + k + 9; i++) fits = letter[i] != 'c';
        if (fits) end = at + k + 10;
    }
    return end;
}

/* A rule that leads to more states than there is room for finds the same as a search by hand. */
static void full_automaton(Cases *c, Arena scratch)
{
    enum { WORDS = 60, SENTENCES = 3000 };
    static const PatternHost host = {act_counted, no_shapes, no_shape, found_counted};
    Span section;
    Error e = pattern_compile(span_of("find x\n  (a | b){1,8} (a | b){1,8} a (a | b){8,8} c => vague()\n"), "full.rules", &scratch, &section);
    Span words = e.code ? (Span){NULL, 0} : pattern_join(&section, 1, &scratch);
    uint64_t seed = 1, found = 0, expected = 0;
    for (int n = 0; n < SENTENCES && !e.code; n++) {
        Arena keep = scratch;
        char text[2 * WORDS + 1], letter[WORDS];
        for (int i = 0; i < WORDS; i++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            letter[i] = "aaabbbaabbc"[(seed >> 33) % 11];
            text[2 * i] = letter[i], text[2 * i + 1] = ' ';
        }
        Document d = document_read((Span){text, 2 * WORDS}, &keep);
        PatternLook look = pattern_look(words, &d, 0, (int32_t)d.tokens.len, &keep);
        PatternRun run = {.d = &d, .first = 0, .last = (int32_t)d.tokens.len, .look = &look, .host = &host, .self = &found, .scratch = &keep};
        pattern_run(&run, section);
        for (int32_t at = 0; at < WORDS;) {
            int32_t end = ends_at(letter, at, WORDS);
            if (end > 0) expected = expected * 31 + (uint64_t)at * 1000 + (uint64_t)(end - at);
            at = end > 0 ? end : at + 1;
        }
    }
    c->file = "full.rules";
    cases_check(c, SPAN("matches of a rule with too many states"), arena_print(&scratch, "%llu", (unsigned long long)expected), arena_print(&scratch, "%llu", (unsigned long long)found));
}

/* ---- hostile inputs ---- */

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static double read_repeated(const char *piece, Size bytes, Arena scratch)
{
    Size n = (Size)strlen(piece);
    char *at = ARENA_NEW(&scratch, char, bytes + n);
    for (Size i = 0; i < bytes; i += n) memcpy(at + i, piece, (size_t)n);
    double begun = seconds();
    Document d = document_read((Span){at, bytes}, &scratch);
    for (Size i = 0; i < d.sentences.len; i++) {
        const Sentence *s = &d.sentences.item[i];
        Arena keep = scratch;
        Numbers numbers = number_read(&d, s->token, s->token + s->tokens, &keep);
        time_read(&d, &numbers, s->token, s->token + s->tokens, (Written){day_of(2020, 5, 5), day_of(2020, 5, 5)}, &keep);
    }
    return seconds() - begun;
}

/* Twice the input takes about twice the time; how long that is, is for `make bench`: a busy machine may take any time. */
static void hostile(Cases *c, Arena scratch)
{
    static const char *const pieces[] = {"een ", "tot ", "1 ", "9", "van ", "twee en ", "meer dan ", "mei ", "12-", "de ", "begin van ", "honderd ", "1.", "'", "- ", "over twee ", "januari tot "};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        double once = read_repeated(pieces[i], 1 << 19, scratch), twice = read_repeated(pieces[i], 1 << 20, scratch);
        bool fine = twice < 3.5 * once + 0.1;
        if (!fine) printf("hostile `%s`: %.2f s, doubled %.2f s\n", pieces[i], once, twice);
        c->passed += fine;
        c->failed += !fine;
    }
}

int main(void)
{
    Arena scratch = arena_reserve((Size)1 << 31);
    Cases numbers = cases_open("data/nl/number.rules", &scratch), times = cases_open("data/nl/time.rules", &scratch), others = {.file = ""};
    check_examples(&numbers);
    check_examples(&times);
    run_examples(&numbers, false, scratch);
    run_examples(&times, true, scratch);
    bad_rules(&others, scratch);
    looking_up(&others, scratch);
    full_automaton(&others, scratch);
    hostile(&others, scratch);
    return cases_result(numbers.passed + times.passed + others.passed, numbers.failed + times.failed + others.failed);
}
