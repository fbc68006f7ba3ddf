/* Clauses and verbs of sentences, one a line of standard input, as the reader sees them: what tools/clauses.py holds against a treebank.
 * For each sentence a line of `from:to:clause:verb` per token, split by spaces; verb is F (finite), I, P, T (te) or -. */
#include <stdio.h>
#include <stdlib.h>

#include "syntax/clause.h"

static char form_at(const Clauses *c, int32_t token)
{
    const Clause *x = clause_at(c, token);
    for (int i = 0; i < x->verbs; i++)
        if (x->verb[i].token <= token && token < x->verb[i].last) return "FIPT"[x->verb[i].form];
    return '-';
}

static void print_sentence(const Document *d, const Sentence *s, int clauses, Arena *keep)
{
    Matches m = lexicon_match(d, s->token, s->token + s->tokens, keep);
    Clauses c = clause_read(d, &m, s->token, s->token + s->tokens, keep);
    for (int32_t i = s->token; i < s->token + s->tokens; i++) {
        Range at = d->tokens.item[i].at;
        printf("%d:%d:%d:%c ", at.from, at.to, clauses + c.of[i - s->token], form_at(&c, i));
    }
}

int main(void)
{
    enum { CLAUSES_APART = 1000 };
    Arena whole = arena_reserve((Size)1 << 28);
    char *line = NULL;
    size_t room = 0;
    for (ssize_t len; (len = getline(&line, &room, stdin)) > 0;) {
        Arena keep = whole;
        Document d = document_read((Span){line, len}, &keep);
        for (Size i = 0; i < d.sentences.len; i++) print_sentence(&d, &d.sentences.item[i], (int)i * CLAUSES_APART, &keep);
        putchar('\n');
    }
    free(line);
    arena_release(&whole);
    return 0;
}
