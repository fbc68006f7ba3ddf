/* Givers that stand in one list, or head a line. */
#include "frames/giver.h"

#include "lexicon/wordlist.h"

/* `zowel Frankrijk als`: the word that opens such a pair, a few tokens before `at`. */
static bool both_before(const Context *c, const Analysis *a, int32_t at)
{
    enum { REACH = 4 };
    for (int32_t i = at - 1; i >= a->first && at - i <= REACH; i--)
        if (word_in(c->d, i, WORDS_BOTH)) return true;
    return false;
}

/* Whether tokens `first` to `last` join two of a list: `,`, `en de`, `en binnenkort ook de`. */
static bool joins(const Context *c, const Analysis *a, int32_t first, int32_t last)
{
    enum { REACH = 5 };
    /* `Italië (550), Oostenrijk`: what stands in brackets behind one of them */
    if (first + 2 < last && token_is_mark(c->d, first, '(') && token_is_mark(c->d, first + 2, ')')) first += 3;
    if (first >= last || last - first > REACH) return false;
    bool joint = token_is_mark(c->d, first, ',') || word_in(c->d, first, WORDS_LIST_JOINT) || (word_in(c->d, first, WORDS_AS_WELL) && both_before(c, a, first));
    for (int32_t i = first + 1; i < last; i++)
        joint = joint && (word_in(c->d, i, WORDS_LIST_JOINT) || word_in(c->d, i, WORDS_LIST_BESIDES) || (function_of(a, i) & FC(DET)) || last - first <= 2);
    return joint;
}

/* `stuurt 40 man naar Mali en Zweden levert er 60`: a clause of its own opens with the later of the two. */
static bool parted(const Analysis *a, const Mention *m, const Mention *n)
{
    const Clause *x = clause_at(&a->clauses, m->first), *y = clause_at(&a->clauses, n->first);
    return x != y && x->verbs && y->verbs;
}

int scope_givers_beside(const Context *c, const Analysis *a, Range first, Span *ids, Range *at, int room)
{
    int n = 0;
    const Mention *list[16];
    int members = 0, self = -1;
    for (Size i = 0; i < a->mention.len && members < 16; i++) {
        const Mention *m = &a->mention.item[i];
        bool who = (m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM || m->kind == MENTION_DEMONYM || m->kind == MENTION_ADJECTIVE) && giver_can(m->id);
        if (!who) continue;
        bool joined = members && joins(c, a, list[members - 1]->last, m->first) && !parted(a, list[members - 1], m);
        /* `Zweden, na Nederland de grootste`: a preposition of its own opens an aside */
        joined = joined && !(m->prep >= 0 && m->prep == m->first - 1 && list[members - 1]->prep < 0 && !(function_of(a, m->prep) & FC(DET)));
        if (!joined) {
            if (self >= 0) break;
            members = 0;
        }
        list[members] = m;
        if (token_range(c->d, m->first, m->last).from == first.from) self = members;
        members++;
    }
    if (self < 0) return 0;
    for (int i = 0; i < members && n < room; i++) {
        if (i == self || span_equal(list[i]->id, list[self]->id)) continue;
        ids[n] = list[i]->id;
        at[n++] = token_range(c->d, list[i]->first, list[i]->last);
    }
    return n;
}

/* `Naast de VS en Nederland neemt ook Polen deel`: the clause tells of others beside those. */
static bool joined_by_others(const Context *c, const Analysis *a, const Mention *m)
{
    const Clause *x = clause_at(&a->clauses, m->first);
    if (m->prep < 0 || !word_in(c->d, m->prep, WORDS_NEXT_TO)) return false;
    for (int32_t i = m->last; i < x->last; i++)
        if (token_is(c->d, i, "ook")) return true;
    return false;
}

int scope_companions(const Context *c, const Analysis *a, int32_t clause, Span *ids, Range *at, int room)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool with = m->kind == MENTION_COUNTRY && giver_can(m->id) && m->prep > a->first && token_is(c->d, m->prep, "met") && word_in(c->d, m->prep - 1, WORDS_TOGETHER);
        with = with || (m->kind == MENTION_COUNTRY && giver_can(m->id) && joined_by_others(c, a, m));
        if (!with || a->clauses.of[m->first - a->first] != clause || giver_is_organisation(m->id)) continue;
        ids[0] = m->id;
        at[0] = token_range(c->d, m->first, m->last);
        return 1 + scope_givers_beside(c, a, at[0], ids + 1, at + 1, room - 1);
    }
    return 0;
}

const Mention *giver_of_line(const Context *c, const Analysis *a, const Force *f, int32_t clause)
{
    const Mention *m = context_head(c, a);
    if (!m || !giver_can(m->id) || !lexicon_has(m->entry, "kind", "sender")) return NULL;
    if (a->clauses.clause.item[clause].verbs || !f->quantity.some || f->prep >= 0) return NULL;
    for (int32_t i = m->first; i < a->last; i++)
        if (clause_at(&a->clauses, i)->verbs) return NULL;
    return m;
}

/* Whether a noun may begin at `i`: `24 landen`, `de landen`, `andere landen`; not `militairen landen`. */
static bool is_noun(const Context *c, const Analysis *a, int32_t i)
{
    if (i == a->first || c->d->tokens.item[i - 1].kind == TOKEN_NUMBER || (function_of(a, i - 1) & (FC(DET) | FC(POSSESSIVE)))) return true;
    for (Size k = 0; k < a->numbers.item.len; k++)
        if (a->numbers.item.item[k].last == i) return true;
    Span before = token_folded(c->d, i - 1);
    return before.len > 2 && before.at[before.len - 1] == 'e';
}

/* The state that stands first behind the noun `i`: `landen, waaronder Duitsland`, `landen als Noorwegen`; or NULL. */
static const Mention *named_behind(const Context *c, const Analysis *a, int32_t i)
{
    enum { REACH = 5 };
    bool named = false;
    int32_t t = i + 1;
    for (; t < a->last && t <= i + REACH; t++) {
        bool opens = word_in(c->d, t, WORDS_NAMED_AMONG);
        if (!opens && !token_is_mark(c->d, t, ',') && !token_is_mark(c->d, t, '(') && !(function_of(a, t) & FC(DET))) break;
        named = named || opens;
    }
    for (Size k = 0; named && k < a->mention.len; k++) {
        const Mention *m = &a->mention.item[k];
        if ((m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM || m->kind == MENTION_DEMONYM) && m->first == t && giver_can(m->id)) return m;
    }
    return NULL;
}

bool giver_states_together(const Context *c, const Analysis *a, const Force *f, int32_t clause, const Mention **named)
{
    enum { REACH = 4 };
    for (int32_t i = a->first; i < a->last; i++) {
        if (!word_in(c->d, i, WORDS_STATES_ACT) || a->clauses.of[i - a->first] != clause || !is_noun(c, a, i) || mention_at(a, i, MENTION_COUNTRY)) continue;
        int32_t k = i - 1;
        while (k >= a->first && i - k <= REACH && c->d->tokens.item[k].kind != TOKEN_PUNCT && !(function_of(a, k) & FC(PREP))) k--;
        bool governed = k >= a->first && i - k <= REACH && (function_of(a, k) & FC(PREP));
        *named = governed ? NULL : named_behind(c, a, i);
        if (!governed || (f && k == f->last && word_in(c->d, k, WORDS_OUT_OF))) return true;
    }
    return false;
}
