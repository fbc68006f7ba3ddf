/* Noun phrases around bodies. */
#include "frames/phrase.h"

#include "lexicon/wordlist.h"

enum { PHRASE_TOKENS = 12 };

bool phrase_verb(const Analysis *a, int32_t i)
{
    const Clause *c = clause_at(&a->clauses, i);
    for (int v = 0; v < c->verbs; v++)
        if (i >= c->verb[v].token && i < c->verb[v].last) return true;
    return false;
}

bool phrase_governed(const Analysis *a, const Mention *m)
{
    if (m->prep < 0) return false;
    for (int32_t i = m->prep + 1; i < m->first; i++)
        if (phrase_verb(a, i)) return false;
    return true;
}

Range phrase_words(const Document *d, const Analysis *a, const Mention *m)
{
    int32_t first = m->first;
    while (first > a->first && ((function_of(a, first - 1) & FC(DET)) || mention_at(a, first - 1, MENTION_ADJECTIVE) || word_in(d, first - 1, WORDS_OF_OFFICE))) first--;
    return token_range(d, first, m->last);
}

static bool is_time(const Analysis *a, int32_t i)
{
    for (Size k = 0; k < a->times.item.len; k++)
        if (a->times.item.item[k].first == i) return true;
    return false;
}

/* Whether the phrase that began before token `i` goes on with it; `open`: within a bracket. */
static bool goes_on(const Document *d, const Analysis *a, int32_t i, bool open)
{
    uint32_t f = function_of(a, i);
    bool capital = d->tokens.item[i].flags & TOKEN_CAPITAL, of = token_is(d, i, "van") || token_is(d, i, "voor");
    bool after_of = token_is(d, i - 1, "van") || token_is(d, i - 1, "voor");
    if (d->tokens.item[i].kind == TOKEN_PUNCT) return token_is_mark(d, i, '(') || (open && token_is_mark(d, i, ')'));
    if (open) return true;
    bool joint = (f & (FC(PREP) | FC(SUB) | FC(REL) | FC(COORD))) && !of;
    bool inner = (d->tokens.item[i - 1].flags & TOKEN_CAPITAL) && i + 1 < a->last && (d->tokens.item[i + 1].flags & TOKEN_CAPITAL); /* Jan de Vries */
    bool fresh = (f & FC(DET)) && !after_of && !capital && !inner;
    return !joint && !fresh && !phrase_verb(a, i) && !word_in(d, i, WORDS_KNOWN_AS) && (capital || !is_time(a, i)); /* Jan is a name here, no month */
}

/* `op vraag van de VN 14 militairen`: a counted force begins, and with it another phrase. */
static bool opens_force(const Analysis *a, int32_t i)
{
    for (Size k = 0; k < a->force.len; k++)
        if (a->force.item[k].first == i && a->force.item[k].number >= 0) return true;
    return false;
}

Range phrase_from(const Document *d, const Analysis *a, int32_t i)
{
    int32_t last = i;
    bool open = false;
    for (; last < a->last && last < i + PHRASE_TOKENS; last++) {
        if (last == i ? d->tokens.item[i].kind == TOKEN_PUNCT : !goes_on(d, a, last, open) || opens_force(a, last)) break;
        bool closed = open && token_is_mark(d, last, ')');
        open = (open || token_is_mark(d, last, '(')) && !closed;
        if (closed) return token_range(d, i, last + 1);
    }
    return token_range(d, i, last);
}

Range phrase_body(const Document *d, const Analysis *a, const Mention *m)
{
    Range words = phrase_words(d, a, m), more = phrase_from(d, a, m->first);
    return (Range){words.from, more.to > words.to ? more.to : words.to};
}
