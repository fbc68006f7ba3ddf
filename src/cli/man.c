/* The man page and the shell completions. */
#include "cli/options.h"

/* Text in roff: a leading dot or apostrophe, backslashes and hyphens would be read as orders. */
static void roff(Out *o, const char *s)
{
    if (*s == '.' || *s == '\'') out_text(o, "\\&");
    bool bold = false;
    for (; *s; s++) {
        if (*s == '\\') out_text(o, "\\e");
        else if (*s == '-') out_text(o, "\\-");
        else if (*s == '`') {
            out_text(o, bold ? "\\fR" : "\\fB");
            bold = !bold;
        } else {
            out_char(o, *s);
        }
    }
}

static void man_option(const OptionText *t, Out *o)
{
    out_text(o, ".TP\n");
    if (t->letter) out_print(o, "\\fB\\-%c\\fR, ", t->letter);
    out_text(o, "\\fB\\-\\-");
    roff(o, t->name);
    out_text(o, "\\fR");
    if (t->argument) out_print(o, " \\fI%s\\fR", t->argument);
    out_char(o, '\n');
    roff(o, t->help);
    out_char(o, '\n');
}

static void man_verb(int verb, Out *o)
{
    const VerbText *v = &verb_text[verb];
    out_print(o, ".SS inzet %s ", v->name);
    roff(o, v->arguments);
    out_char(o, '\n');
    roff(o, v->details);
    out_char(o, '\n');
    for (int i = 0; i < OPTION_COUNT; i++)
        if (!span_is(span_of(option_text[i].verbs), "*") && option_of_verb((CliOption)i, (CliVerb)verb)) man_option(&option_text[i], o);
}

void help_man(Out *o)
{
    out_text(o, ".TH INZET 1 \"\" \"inzet " INZET_VERSION "\" \"User commands\"\n.SH NAME\n"
                "inzet \\- read military contributions out of Dutch texts, with their proof\n.SH SYNOPSIS\n"
                ".B inzet\n.I VERB\n.RI [ options ]\n.RI [ FILES... ]\n.SH DESCRIPTION\n"
                "Reads Dutch and Flemish news and government texts about military missions and keeps a register of what they say: who contributes "
                "what, where, in which mission, at which stage, from when until when. Every row can show the words it rests on.\n.SH VERBS\n");
    for (int i = 0; i < VERB_COUNT; i++) man_verb(i, o);
    out_text(o, ".SH OPTIONS OF EVERY VERB\n");
    for (int i = 0; i < OPTION_COUNT; i++)
        if (span_is(span_of(option_text[i].verbs), "*")) man_option(&option_text[i], o);
    out_text(o, ".SH EXAMPLES\n");
    for (int i = 0; i < example_count; i++) {
        out_text(o, ".TP\n.B ");
        roff(o, example_text[i].command);
        out_char(o, '\n');
        roff(o, example_text[i].what);
        out_char(o, '\n');
    }
    out_text(o, ".SH EXIT STATUS\n.TP\n0\ndone\n.TP\n1\ndone, and the answer is no: nothing found, a broken quote, a draft that the register contradicts\n.TP\n2\nwrong usage\n.TP\n3\n"
                "some inputs could not be read, the rest was\n.TP\n4\nthe register is damaged or of a newer schema\n.TP\n5\ncannot write\n.TP\n130\n"
                "stopped with Ctrl\\-C\n.SH FILES\n.TP\n$XDG_DATA_HOME/inzet/inzet.db\nthe user's own register; ~/.local/share/inzet/inzet.db where that "
                "variable is not set\n.SH ENVIRONMENT\n.TP\nNO_COLOR, TERM=dumb\nno colour\n.TP\nCOLUMNS\nthe width of tables where standard output "
                "is no terminal\n.SH SEE ALSO\n.BR sqlite3 (1),\n.BR jq (1)\n");
}

static void words_of_verbs(Out *o)
{
    for (int i = 0; i < VERB_COUNT; i++) out_print(o, "%s%s", i ? " " : "", verb_text[i].name);
}

static void bash(Out *o)
{
    out_text(o, "_inzet() {\n  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n  case $prev in\n");
    for (int i = 0; i < OPTION_COUNT; i++)
        if (option_text[i].choices && !span_is(span_of(option_text[i].choices), "file"))
            out_print(o, "    --%s) COMPREPLY=($(compgen -W '%s' -- \"$cur\")); return ;;\n", option_text[i].name, option_text[i].choices);
    out_text(o, "  esac\n  if [ \"$COMP_CWORD\" -eq 1 ]; then COMPREPLY=($(compgen -W '");
    words_of_verbs(o);
    out_text(o, "' -- \"$cur\")); return; fi\n  case $cur in -*) ;; *) COMPREPLY=($(compgen -f -- \"$cur\")); return ;; esac\n  case ${COMP_WORDS[1]} in\n");
    for (int v = 0; v < VERB_COUNT; v++) {
        out_print(o, "    %s) COMPREPLY=($(compgen -W '", verb_text[v].name);
        for (int i = 0; i < OPTION_COUNT; i++)
            if (option_of_verb((CliOption)i, (CliVerb)v)) out_print(o, "--%s ", option_text[i].name);
        out_text(o, "' -- \"$cur\")) ;;\n");
    }
    out_text(o, "  esac\n}\ncomplete -o filenames -F _inzet inzet\n");
}

/* Text inside single quotes of any of the shells: no quotes, no brackets that zsh would take for its own. */
static void bare(Out *o, const char *s)
{
    for (; *s; s++)
        if (!strchr("'`[]:", *s)) out_char(o, *s);
}

static void zsh(Out *o)
{
    out_text(o, "#compdef inzet\n_inzet() {\n  if (( CURRENT == 2 )); then\n    local -a verbs=(");
    for (int i = 0; i < VERB_COUNT; i++) {
        out_print(o, "\n      '%s:", verb_text[i].name);
        bare(o, verb_text[i].summary);
        out_char(o, '\'');
    }
    out_text(o, ")\n    _describe verb verbs\n    return\n  fi\n  case $words[2] in\n");
    for (int v = 0; v < VERB_COUNT; v++) {
        out_print(o, "    %s) _arguments", verb_text[v].name);
        for (int i = 0; i < OPTION_COUNT; i++) {
            const OptionText *t = &option_text[i];
            if (!option_of_verb((CliOption)i, (CliVerb)v)) continue;
            out_print(o, " \\\n      '--%s[", t->name);
            bare(o, t->help);
            out_char(o, ']');
            if (t->argument && t->choices && span_is(span_of(t->choices), "file")) out_text(o, ":file:_files");
            else if (t->argument && t->choices) out_print(o, ":%s:(%s)", t->argument, t->choices);
            else if (t->argument) out_print(o, ":%s:", t->argument);
            out_char(o, '\'');
        }
        out_text(o, " '*:file:_files' ;;\n");
    }
    out_text(o, "  esac\n}\n_inzet \"$@\"\n");
}

static void fish(Out *o)
{
    for (int v = 0; v < VERB_COUNT; v++) {
        out_print(o, "complete -c inzet -n __fish_use_subcommand -xa %s -d '", verb_text[v].name);
        bare(o, verb_text[v].summary);
        out_text(o, "'\n");
    }
    for (int i = 0; i < OPTION_COUNT; i++) {
        const OptionText *t = &option_text[i];
        bool file = t->choices && span_is(span_of(t->choices), "file");
        out_text(o, "complete -c inzet -n '");
        if (span_is(span_of(t->verbs), "*")) out_text(o, "not __fish_use_subcommand");
        else out_print(o, "__fish_seen_subcommand_from %s", t->verbs);
        out_print(o, "' -l %s%s", t->name, t->argument ? file ? " -r" : " -x" : "");
        if (t->letter) out_print(o, " -s %c", t->letter);
        if (t->argument && t->choices && !file) out_print(o, " -a '%s'", t->choices);
        out_text(o, " -d '");
        bare(o, t->help);
        out_text(o, "'\n");
    }
}

bool help_completion(const char *shell, Out *o)
{
    if (strcmp(shell, "bash") == 0) bash(o);
    else if (strcmp(shell, "zsh") == 0) zsh(o);
    else if (strcmp(shell, "fish") == 0) fish(o);
    else return false;
    return true;
}
