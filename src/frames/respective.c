/* Two lists of which the members go together by their order. */
#include "frames/respective.h"

#include "frames/giver.h"

/* Which of the numbers before or `behind` the word the one at token `at` is; `count`: how many there are. -1 where it is none of them. */
static int number_index(const Analysis *a, int32_t at, bool behind, int *count)
{
    int32_t word = a->respective;
    int index = -1, before = 0;
    *count = 0;
    for (Size i = 0; word >= 0 && i < a->force.len; i++) {
        const Force *f = &a->force.item[i];
        if (f->number < 0 || (f->first >= word) != behind) continue;
        (*count)++;
        if (f->head == at) index = 0;
        else if (f->head < at) before++;
    }
    return index < 0 ? -1 : before;
}

Found respective_giver(const Context *c, const Analysis *a, const Force *f)
{
    int count, index = number_index(a, f->head, true, &count), n = 0;
    const Mention *own = NULL;
    if (index < 0 || count < 2) return (Found){0};
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool named = m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM || m->kind == MENTION_DEMONYM;
        bool adjective = m->kind == MENTION_ADJECTIVE;
        if (!giver_can(m->id) || m->first > a->respective || (!adjective && !(named && giver_acts(c, a, m)))) continue;
        if (n++ == index) own = m;
    }
    return own && n == count ? (Found){own->id, token_range(c->d, own->first, own->last), HOW_STATED, "state in the same place of its list"} : (Found){0};
}

bool respective_elsewhere(const Context *c, const Analysis *a, int32_t at, const Mention *m)
{
    int count, index = number_index(a, at, true, &count), n = 0, own = -1;
    if (index < 0) index = number_index(a, at, false, &count);
    if (index < 0 || count < 2) return false;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *o = &a->mention.item[i];
        if ((o->kind != MENTION_COUNTRY && o->kind != MENTION_PLACE) || !scope_says_where(c, a, o)) continue;
        if (o->first == m->first) own = n;
        n++;
    }
    return n == count && own >= 0 && own != index;
}

bool respective_share(const Context *c, const Analysis *a, const Number *n)
{
    int32_t i = n->first - 1;
    if (i > a->first && token_is(c->d, i, "de")) i--;
    if (i <= a->first || !token_is(c->d, i, "op")) return false;
    for (Size k = 0; k < a->numbers.item.len; k++)
        if (a->numbers.item.item[k].last == i) return true;
    return token_is(c->d, i - 1, "een");
}
