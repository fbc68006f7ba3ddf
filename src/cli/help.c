/* -h, --help and `inzet help VERB`. */
#include "cli/options.h"

enum { WIDTH = 100, INDENT = 26 };

/* Writes `text` wrapped to WIDTH behind `indent` spaces; the first line begins at column `at`. */
static void wrapped(Out *o, const char *text, int at, int indent)
{
    Span rest = span_of(text), word;
    while (span_cut(&rest, ' ', &word)) {
        if (at > indent && at + 1 + word.len > WIDTH) {
            out_char(o, '\n');
            for (at = 0; at < indent; at++) out_char(o, ' ');
        } else if (at > indent) {
            out_char(o, ' ');
            at++;
        }
        out_span(o, word);
        at += (int)word.len;
    }
    out_char(o, '\n');
}

static void examples(int verb, int most, Out *o)
{
    for (int i = 0, n = 0; i < example_count && n < most; i++) {
        if (verb >= 0 && (int)example_text[i].verb != verb) continue;
        out_print(o, "  %s\n      %s\n", example_text[i].command, example_text[i].what);
        n++;
    }
}

static void option_line(const OptionText *t, Out *o)
{
    Out head = out_to_memory();
    if (t->letter) out_print(&head, "  -%c, --%s", t->letter, t->name);
    else out_print(&head, "      --%s", t->name);
    if (t->argument) out_print(&head, " %s", t->argument);
    int at = (int)out_written(&head).len;
    out_span(o, out_written(&head));
    out_close(&head);
    if (at > INDENT - 2) {
        out_char(o, '\n');
        at = 0;
    }
    for (; at < INDENT; at++) out_char(o, ' ');
    wrapped(o, t->help, INDENT, INDENT);
}

static void options(int verb, Out *o)
{
    for (int i = 0; i < OPTION_COUNT; i++)
        if (verb < 0 ? span_is(span_of(option_text[i].verbs), "*") : option_of_verb((CliOption)i, (CliVerb)verb)) option_line(&option_text[i], o);
}

/* The verbs of every day have their summary on the one screen of -h, the others only their name. */
static bool everyday(int verb)
{
    static const CliVerb SOME[] = {VERB_READ, VERB_SHOW, VERB_AT, VERB_LIST, VERB_HISTORY, VERB_DIFF, VERB_CONFLICTS, VERB_DUE, VERB_CHECK, VERB_EXPLAIN};
    for (size_t i = 0; i < sizeof SOME / sizeof *SOME; i++)
        if ((int)SOME[i] == verb) return true;
    return false;
}

static void verbs(Out *o)
{
    Out rest = out_to_memory();
    for (int i = 0; i < VERB_COUNT; i++) {
        if (everyday(i)) out_print(o, "  %-11s %s\n", verb_text[i].name, verb_text[i].summary);
        else out_print(&rest, "%s%s", rest.len ? ", " : "", verb_text[i].name);
    }
    out_char(&rest, 0);
    out_text(o, "  and         ");
    wrapped(o, out_written(&rest).at, 14, 14);
    out_close(&rest);
}

void help_short(int verb, Out *o)
{
    if (verb < 0) {
        examples(VERB_READ, 1, o);
        examples(VERB_AT, 1, o);
        out_text(o, "\ninzet VERB [options] [FILES...]\n\n");
        verbs(o);
        out_text(o, "\n`inzet help VERB` explains a verb, `inzet --help` everything.\n");
        return;
    }
    examples(verb, 2, o);
    out_print(o, "\ninzet %s [options] %s\n\n", verb_text[verb].name, verb_text[verb].arguments);
    options(verb, o);
}

static void verb_whole(int verb, Out *o)
{
    const VerbText *v = &verb_text[verb];
    out_print(o, "inzet %s [options] %s\n    %s\n\n    ", v->name, v->arguments, v->summary);
    wrapped(o, v->details, 4, 4);
    out_char(o, '\n');
    examples(verb, 9, o);
    out_char(o, '\n');
    options(verb, o);
}

static const char ENDING[] =
    "Exit status: 0 done; 1 done and the answer is no (nothing found, a broken quote, a contradicted draft); 2 wrong usage;\n"
    "  3 some inputs could not be read, the rest was; 4 the register is damaged or of a newer schema; 5 cannot write.\n"
    "Data goes to standard output, everything else to standard error. Colour only on a terminal; NO_COLOR and TERM=dumb are heeded.\n";

void help_whole(int verb, Out *o)
{
    if (verb >= 0) {
        verb_whole(verb, o);
        out_char(o, '\n');
        out_text(o, ENDING);
        return;
    }
    out_text(o, "inzet reads Dutch texts about military missions and keeps what they say: who contributes what, where, until when,\n"
                "each with the sentence that says so.\n\n");
    for (int i = 0; i < VERB_COUNT; i++) {
        verb_whole(i, o);
        out_char(o, '\n');
    }
    out_text(o, ENDING);
}
