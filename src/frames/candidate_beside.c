/* Words that stand in the clause of a candidate and are said of something else there. */
#include "frames/candidate.h"

#include "lexicon/wordlist.h"

/* `Zweden 120 en Finland nog eens twintig`: the addition is another force's. */
static bool is_extra_of_other(const Candidate *k, const Mention *m)
{
    if (!k->f || m->first < k->f->last) return false;
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        if (o != k->f && o->first >= k->f->last && m->first >= o->first && m->first < o->last) return true;
    }
    for (Size i = 0; i < k->a->numbers.item.len; i++) {
        int32_t n = k->a->numbers.item.item[i].first;
        if (n >= m->first && n <= m->last && n >= k->f->last) return true;
    }
    return false;
}

/* `tegen een mogelijke aanval`, `zo nodig`: nothing is said of what is given. */
static bool is_aim_or_way(const Candidate *k, const Mention *m)
{
    const Document *d = k->c->d;
    int32_t i = m->first - 1;
    if (i > k->a->first && (function_of(k->a, i) & FC(DET))) i--;
    return i >= k->a->first && (token_is(d, i, "tegen") || (token_is(d, i, "zo") && word_in(d, m->first, WORDS_IF_SO)));
}

static const Force *force_from(const Analysis *a, int32_t i)
{
    for (Size n = 0; n < a->force.len; n++)
        if (a->force.item[n].first == i && (!a->force.item[n].elided || a->force.item[n].nation.len)) return &a->force.item[n];
    return NULL;
}

/* The first token of the next item of a list that opens right behind token `i`: `ook een fregat`, `nog met drie helikopters`. */
static int32_t item_behind(const Candidate *k, int32_t i)
{
    while (i < k->a->last && (word_in(k->c->d, i, WORDS_LIST_BESIDES) || (function_of(k->a, i) & (FC(DET) | FC(PREP) | FC(POSSESSIVE)) && !force_from(k->a, i)))) i++;
    return i;
}

bool candidate_later_item(const Candidate *k, int32_t first, int32_t last, bool comma)
{
    const Document *d = k->c->d;
    int32_t joint = first - 1;
    while (joint > k->a->first && word_in(d, joint, WORDS_LIST_BESIDES)) joint--;
    for (Size i = 0; i < k->a->mention.len; i++) {   /* `Fiji stuurt er 170, Nepal misschien 130` */
        const Mention *m = &k->a->mention.item[i];
        if ((m->kind == MENTION_COUNTRY || m->kind == MENTION_DEMONYM) && m->last == joint + 1 && m->prep < 0 && m->first > k->a->first) joint = m->first - 1;
    }
    if (joint <= k->a->first || !((function_of(k->a, joint) & FC(COORD)) || (comma && token_is_mark(d, joint, ',')))) return false;
    int32_t item = item_behind(k, last);
    const Force *next = item < k->a->last ? force_from(k->a, item) : NULL;
    if (k->f && next && k->f->last <= joint) return true;
    const Proof *giver = &k->claim.proof[FIELD_CONTRIBUTOR];
    bool stated = giver->how == HOW_STATED && giver->at.from >= 0 && giver->at.to <= d->tokens.item[joint].at.from;
    return stated && item < k->a->last && ((next && next->demonym) || mention_at(k->a, item, MENTION_COUNTRY) || mention_at(k->a, item, MENTION_DEMONYM));
}

/* `zo snel mogelijk`, `zoveel mogelijk`: how, not whether. */
static bool is_utmost(const Candidate *k, const Mention *m)
{
    int32_t i = m->first;
    if (m->last - i != 1 || !token_is(k->c->d, i, "mogelijk") || i <= k->a->first) return false;
    return (i > k->a->first + 1 && token_is(k->c->d, i - 2, "zo")) || token_is(k->c->d, i - 1, "zoveel");
}

bool candidate_beside(const Candidate *k, const Mention *m)
{
    if (is_aim_or_way(k, m) || is_utmost(k, m)) return true;
    bool likely = m->kind == MENTION_ADJ_STATE || marker_is(m, "modal_possible") || marker_is(m, "modal_probable");
    bool when = marker_is(m, "future_time") || marker_is(m, "past_time") || marker_is(m, "present_time");
    return (likely || when) && candidate_later_item(k, m->first, m->last, likely);
}

/* `eerder deze maand`, `eerder deze week`: the word is of a time that has only just been. */
static bool is_of_late(const Candidate *k, const Mention *m)
{
    for (Size i = 0; i < k->a->times.item.len; i++) {
        const Time *t = &k->a->times.item.item[i];
        bool within = m->first >= t->first && m->last <= t->last && t->last - t->first > m->last - m->first;
        if (within && t->relative && t->unit && (t->grain == GRAIN_MONTH || t->grain == GRAIN_WEEK)) return true;
    }
    return false;
}

bool candidate_unmeant(const Candidate *k, const Mention *m, int feature)
{
    if (feature == FEATURE_MARK_BACKGROUND) return is_of_late(k, m);
    if (feature == FEATURE_CONDITION) return token_is(k->c->d, m->first, "als") && m->last - m->first == 1;
    return feature == FEATURE_MARK_EXTRA && is_extra_of_other(k, m);
}
