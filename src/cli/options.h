/* The command line: verbs, options, and everything that is said about them, from one table (options.def). */
#ifndef INZET_CLI_OPTIONS_H
#define INZET_CLI_OPTIONS_H

#include "base/error.h"
#include "base/out.h"

#define INZET_VERSION "0.1.0"

#define VERB(NAME, ...) VERB_##NAME,
typedef enum {
#include "cli/options.def"
    VERB_COUNT
} CliVerb;
#undef VERB

#define OPTION(NAME, ...) OPTION_##NAME,
typedef enum {
#include "cli/options.def"
    OPTION_COUNT
} CliOption;
#undef OPTION

typedef struct {
    const char *name, *arguments, *summary, *details;
} VerbText;

typedef struct {
    char letter;
    const char *name, *argument, *verbs, *help, *choices;
} OptionText;

typedef struct {
    CliVerb verb;
    const char *command, *what;
} ExampleText;

extern const VerbText verb_text[VERB_COUNT];
extern const OptionText option_text[OPTION_COUNT];
extern const ExampleText example_text[];
extern const int example_count;

/* A command line taken apart. Everything points into argv. */
typedef struct {
    CliVerb verb;
    const char *value[OPTION_COUNT];    /* NULL: not given; an option without argument has "" */
    bool whole_help;                    /* --help rather than -h */
    char **names;                       /* what is no option, in order */
    int count;
} Line;

/* Takes argv apart; reorders it. Errors have code ERROR_USAGE and name the nearest verb or option. */
Error options_parse(int argc, char **argv, Line *line);
bool option_of_verb(CliOption o, CliVerb v);
/* The name in `names` that is nearest to `word` by letters changed, left out, added or swapped; NULL when none is near. */
const char *options_nearest(const char *word, const char *const *names, int count);
int verb_from(const char *name);

/* help.c, and man.c for the last two. `verb` < 0: the program. */
void help_short(int verb, Out *o);
void help_whole(int verb, Out *o);
void help_man(Out *o);
/* Completions for "bash", "zsh" or "fish"; false for another shell. */
bool help_completion(const char *shell, Out *o);

#endif
