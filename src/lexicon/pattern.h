/* Rules over tokens, as data: patterns of words, word classes, token shapes and other rules, each with an action that names one of a fixed set
 * of operations (lexicon/pattern.def). The language stands in docs/rules.md.
 *
 * pattern_compile turns the text of a rule file into one block of bytes without pointers, which is read as it lies at run time; the build
 * and `inzet lint` share it. pattern_run finds the rules in a sentence: leftmost, then longest, then first listed. Matching is linear in the
 * input: every start has a budget of steps, and results are kept per rule and place. */
#ifndef INZET_LEXICON_PATTERN_H
#define INZET_LEXICON_PATTERN_H

#include "base/error.h"
#include "text/document.h"

typedef enum {
#define OP(name, fewest, most) PATTERN_OP_##name,
#include "lexicon/pattern.def"
    PATTERN_OPS
} PatternOp;

typedef enum {
    PATTERN_SYM_none,
#define SYM(name) PATTERN_SYM_##name,
#include "lexicon/pattern.def"
    PATTERN_SYMS
} PatternSym;

typedef enum {
#define SHAPE(name) PATTERN_SHAPE_##name,
#include "lexicon/pattern.def"
    PATTERN_SHAPES
} PatternShape;

typedef enum {
    PATTERN_PART_none,
#define PART(name) PATTERN_PART_##name,
#include "lexicon/pattern.def"
    PATTERN_PARTS
} PatternPart;

typedef enum {
#define CLASS(name) PATTERN_CLASS_##name,
#include "lexicon/pattern.def"
    PATTERN_CLASSES
} PatternClass;

/* What a piece of a pattern stands for, when it has matched. */
typedef enum {
    PATTERN_ABSENT,  /* an optional piece that is not there */
    PATTERN_INT,     /* n: a class member's value, a number in an action */
    PATTERN_SYMBOL,  /* n: PatternSym */
    PATTERN_HOST     /* this and higher: what the reader's own operations made */
} PatternKind;

typedef struct {
    int32_t kind;
    int32_t n;
    int32_t from, to;  /* tokens [from, to) */
    void *more;        /* the reader's own */
} PatternValue;

typedef struct PatternRun PatternRun;

enum { PATTERN_FILES = 4 };

/* What the tokens of a sentence are to all rule files at once: looked up one time, for as many readers as there are. */
typedef struct {
    Span words;            /* the joint word list */
    int32_t first, last;
    uint16_t *word;        /* per token: its place in the list, 0 where it has none; a 0 behind the last */
    uint32_t *place;       /* per token: one more than its place in `shaped`, 0 where it can have no shape; a 0 behind the last */
    int32_t *shaped;       /* tokens that may have a shape, counted from `first` */
    int32_t shapes;        /* how many */
} PatternLook;

/* The reader that the rules serve. */
typedef struct {
    /* Carries out `op`; false: the words do not mean that after all (30 February), and the match fails. `run->from` and `run->to` are the words. */
    bool (*act)(PatternRun *run, PatternOp op, const PatternValue *arg, int args, PatternValue *out);
    /* Bits of the shapes that may begin at token `at`, from the last token to the first; asked only of tokens that the look has as shaped. A bit
     * too many costs time only. */
    uint32_t (*shapes)(PatternRun *run, int32_t at);
    /* Reads shape `shape` at token `at`: sets n, more and `to`. */
    bool (*shape)(PatternRun *run, PatternShape shape, int32_t at, PatternValue *out);
    /* A `find` rule matched; `value` is what its action made. */
    void (*found)(PatternRun *run, const PatternValue *value);
} PatternHost;

enum { PATTERN_MEMO = 128 };

typedef struct {
    int32_t at;
    int32_t rule;
    PatternValue value;
} PatternMemo;

/* One sentence being read. Fill in d, first, last, look, host, self and scratch; the rest is the matcher's. */
struct PatternRun {
    const Document *d;
    int32_t first, last;
    const PatternLook *look;   /* of the same tokens */
    const PatternHost *host;
    void *self;
    Arena *scratch;        /* values that live as long as the run */
    int32_t from, to;      /* the words of the action being carried out */
    const char *rules;
    const struct PatternTables *tables;
    uint32_t *shape;       /* per place of the look: its shapes; 0 at place 0 */
    struct PatternAutomaton *ahead;
    int32_t budget;
    int32_t depth;
    uint64_t kept[PATTERN_MEMO / 64];  /* which places of memo hold something */
    PatternMemo *memo;
};

/* Looks up tokens [first, last) in a joint word list. */
PatternLook pattern_look(Span words, const Document *d, int32_t first, int32_t last, Arena *keep);
/* Finds the `find` rules of `section`, one of those that the look's word list was joined of, in tokens [run->first, run->last). */
void pattern_run(PatternRun *run, Span section);
/* Value of the word at token `at` in `class` of the run's words, or `otherwise`. */
int32_t pattern_class(const PatternRun *run, int32_t at, PatternClass class, int32_t otherwise);

/* The same for a word by the hash of its folded form, in the joint list. */
int32_t pattern_listed(Span words, Span section, uint64_t hash, PatternClass class, int32_t otherwise);
/* The same for a folded word, whatever the list. */
int32_t pattern_word(Span section, Span folded, PatternClass class, int32_t otherwise);
/* Whether a folded word may begin with a part of `section`'s `parts` list: a quick look at three bytes, wrong only by saying yes. */
bool pattern_may_split(Span section, Span word);
/* The longest part that `word` begins with: its kind, value and length; PATTERN_PART_none when there is none. */
PatternPart pattern_part(Span section, Span word, int32_t *value, int32_t *length);

/* Compiles a rule file. `file` names it in errors, and its folder is where `words` files are looked for (lexicon/ below it). `*section` lives in `keep`. */
Error pattern_compile(Span text, const char *file, Arena *keep, Span *section);

/* Joins the words of compiled files, at most PATTERN_FILES, to one list in `keep`. The image holds that of its own files as `rules.words`. */
Span pattern_join(const Span *section, int files, Arena *keep);

/* An example line of a rule file. */
typedef struct {
    int line;
    bool counter;      /* `-`: the rule must not match */
    Span rule;
    Span text;
    Span written;      /* [2018-05-04], may be empty */
    Span expected;     /* behind `=`, may be empty */
} PatternExample;

/* Takes the next example of a rule file off the front of `*rest`; `state` begins zeroed. */
bool pattern_example(Span *rest, PatternExample *state);

#endif
