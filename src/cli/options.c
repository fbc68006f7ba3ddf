/* Taking a command line apart by the table in options.def. */
#include "cli/options.h"

#include <stdio.h>
#include <stdlib.h>

#define VERB(NAME, name, arguments, summary, details) {name, arguments, summary, details},
const VerbText verb_text[VERB_COUNT] = {
#include "cli/options.def"
};
#undef VERB

#define OPTION(NAME, letter, name, argument, verbs, help, choices) {letter, name, argument, verbs, help, choices},
const OptionText option_text[OPTION_COUNT] = {
#include "cli/options.def"
};
#undef OPTION

#define EXAMPLE(verb, command, what) {VERB_##verb, command, what},
const ExampleText example_text[] = {
#include "cli/options.def"
};
#undef EXAMPLE
const int example_count = (int)(sizeof example_text / sizeof *example_text);

int verb_from(const char *name)
{
    for (int i = 0; i < VERB_COUNT; i++)
        if (strcmp(name, verb_text[i].name) == 0) return i;
    return -1;
}

bool option_of_verb(CliOption o, CliVerb v)
{
    Span rest = span_of(option_text[o].verbs), word;
    while (span_cut(&rest, ' ', &word))
        if (span_is(word, "*") || span_is(word, verb_text[v].name)) return true;
    return false;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* Letters changed, left out, added or swapped with their neighbour. */
static int distance(const char *a, const char *b)
{
    enum { LONGEST = 31 };
    int d[LONGEST + 1][LONGEST + 1], n = (int)strlen(a), m = (int)strlen(b);
    if (n > LONGEST || m > LONGEST) return LONGEST;
    for (int i = 0; i <= n; i++) {
        for (int j = 0; j <= m; j++) {
            if (i == 0 || j == 0) {
                d[i][j] = i + j;
                continue;
            }
            int change = d[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            d[i][j] = least(change, least(d[i - 1][j], d[i][j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i][j] = least(d[i][j], d[i - 2][j - 2] + 1);
        }
    }
    return d[n][m];
}

const char *options_nearest(const char *word, const char *const *names, int count)
{
    const char *best = NULL;
    int nearest = 1 + (int)strlen(word) / 3;
    for (int i = 0; i < count; i++) {
        int n = distance(word, names[i]);
        if (strncmp(names[i], word, strlen(word)) == 0 && strlen(word) > 1) n = 0;
        if (n > nearest || (best && n == nearest)) continue;
        best = names[i];
        nearest = n;
    }
    return best;
}

static Error unknown_verb(const char *word)
{
    const char *names[VERB_COUNT];
    for (int i = 0; i < VERB_COUNT; i++) names[i] = verb_text[i].name;
    const char *near = options_nearest(word, names, VERB_COUNT);
    if (near) return error_make(ERROR_USAGE, "`%.60s` is no verb of inzet; do you mean `inzet %s`?", word, near);
    return error_make(ERROR_USAGE, "`%.60s` is no verb of inzet; `inzet -h` lists them", word);
}

static Error unknown_option(const char *word, CliVerb v)
{
    const char *names[OPTION_COUNT];
    int count = 0;
    for (int i = 0; i < OPTION_COUNT; i++)
        if (option_of_verb((CliOption)i, v)) names[count++] = option_text[i].name;
    const char *near = word[0] == '-' && word[1] == '-' ? options_nearest(word + 2, names, count) : NULL;
    if (near) return error_make(ERROR_USAGE, "`inzet %s` has no option `%.60s`; do you mean `--%s`?", verb_text[v].name, word, near);
    return error_make(ERROR_USAGE, "`inzet %s` has no option `%.60s`; `inzet help %s` lists them", verb_text[v].name, word, verb_text[v].name);
}

static int option_named(Span name)
{
    for (int i = 0; i < OPTION_COUNT; i++)
        if (span_is(name, option_text[i].name)) return i;
    return -1;
}

static int option_lettered(char letter)
{
    for (int i = 0; i < OPTION_COUNT; i++)
        if (option_text[i].letter == letter) return i;
    return -1;
}

/* Walks argv. Words before the first verb may be options of all verbs, so the verb is looked for first. */
typedef struct {
    int argc;
    char **argv;
    int at;
    Line *line;
} Walk;

static Error needs_argument(int o)
{
    return error_make(ERROR_USAGE, "option `--%s` needs %s behind it", option_text[o].name, option_text[o].argument);
}

/* Stores option `o`; `inside` is an argument in the same word (`--at=2018`, `-ofile`), or NULL. */
static Error store(Walk *w, int o, const char *inside)
{
    const OptionText *t = &option_text[o];
    if (!t->argument) {
        if (inside) return error_make(ERROR_USAGE, "option `--%s` takes no value", t->name);
        w->line->value[o] = "";
        return NO_ERROR;
    }
    if (!inside) {
        if (w->at + 1 >= w->argc) return needs_argument(o);
        inside = w->argv[++w->at];
    }
    w->line->value[o] = inside;
    return NO_ERROR;
}

static Error long_option(Walk *w, const char *word)
{
    Span name = span_of(word + 2);
    Size equals = span_find_byte(name, '=', 0);
    const char *inside = equals >= 0 ? name.at + equals + 1 : NULL;
    if (equals >= 0) name.len = equals;
    int o = option_named(name);
    if (o < 0 || !option_of_verb((CliOption)o, w->line->verb)) return unknown_option(word, w->line->verb);
    if (o == OPTION_HELP) w->line->whole_help = true;
    return store(w, o, inside);
}

static Error short_options(Walk *w, const char *word)
{
    for (const char *p = word + 1; *p; p++) {
        int o = option_lettered(*p);
        if (o < 0 || !option_of_verb((CliOption)o, w->line->verb)) return unknown_option(word, w->line->verb);
        bool rest = option_text[o].argument && p[1];
        Error e = store(w, o, rest ? p + 1 : NULL);
        if (e.code || rest) return e;
    }
    return NO_ERROR;
}

/* Options before any verb: only those of every verb make sense. */
static Error parse_without_verb(int argc, char **argv, Line *line)
{
    line->verb = VERB_HELP;
    if (argc < 2) return error_make(ERROR_USAGE, "a verb is missing; `inzet -h` lists them");
    if (strcmp(argv[1], "-V") == 0 || strcmp(argv[1], "--version") == 0) line->verb = VERB_VERSION;
    else if (strcmp(argv[1], "--help") == 0) line->whole_help = true;
    else if (strcmp(argv[1], "-h") != 0)
        return error_make(ERROR_USAGE, "`%.60s` stands where a verb should; `inzet -h` lists them", argv[1]);
    line->value[OPTION_HELP] = "";
    return NO_ERROR;
}

Error options_parse(int argc, char **argv, Line *line)
{
    *line = (Line){.names = argv};
    if (argc < 2 || argv[1][0] == '-') return parse_without_verb(argc, argv, line);
    int verb = verb_from(argv[1]);
    if (verb < 0) return unknown_verb(argv[1]);
    line->verb = (CliVerb)verb;
    Walk w = {argc, argv, 2, line};
    bool ended = false;
    for (; w.at < argc; w.at++) {
        char *word = argv[w.at];
        Error e = NO_ERROR;
        if (ended || word[0] != '-' || word[1] == 0) line->names[line->count++] = word;
        else if (strcmp(word, "--") == 0) ended = true;
        else if (word[1] == '-') e = long_option(&w, word);
        else e = short_options(&w, word);
        if (e.code) return e;
    }
    return NO_ERROR;
}
