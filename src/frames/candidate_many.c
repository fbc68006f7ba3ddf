/* Numbers that count the forces of many states at once: of a mission behind the phrase, of a camp whose parts the next sentence tells. */
#include "frames/candidate.h"

#include "lexicon/wordlist.h"

/* `onderdak aan 900 militairen van de VN-missie`: too many for what one state calls its mission. */
static bool is_of_mission(const Candidate *k)
{
    enum { FEW = 250 };
    const Force *f = k->f;
    int32_t of = f->last;
    if (f->prep < 0 || !f->quantity.known || f->quantity.low <= FEW || of + 1 >= k->a->last || !token_is(k->c->d, of, "van")) return false;
    int32_t at = of + 1 + ((function_of(k->a, of + 1) & FC(DET)) != 0);
    const Mention *state = mention_at(k->a, at, MENTION_COUNTRY), *mission = mention_at(k->a, at, MENTION_MISSION);
    return (mission && mission->first == at) || (state && state->first == at && (span_is(state->id, "NATO") || span_is(state->id, "UN")));
}

/* Whether a sentence opens with words for some of those told before: `Van hen`, `Onder hen`, `Daarvan`. */
static bool opens_with_part(const Document *d, const Analysis *a)
{
    if (a->last - a->first < 4) return false;
    if (word_in(d, a->first, WORDS_OF_THESE)) return true;
    return (token_is(d, a->first, "van") || token_is(d, a->first, "onder")) && (token_is(d, a->first + 1, "hen") || token_is(d, a->first + 1, "die"));
}

/* Whether a number of the sentence is told of one state: `zijn er 350 Nederlander`, `komen er 350 uit Nederland`, `heeft Nederland er 350`. */
static bool counts_a_nation(const Analysis *a)
{
    bool counted = false;
    for (Size i = 0; i < a->numbers.item.len; i++) counted = counted || a->numbers.item.item[i].kind == NUMBER_CARDINAL;
    for (Size i = 0; counted && i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool nation = m->kind == MENTION_DEMONYM || m->kind == MENTION_ADJECTIVE || (m->kind == MENTION_COUNTRY && lexicon_has(m->entry, "kind", "sender"));
        if (nation && m->id.len == 2) return true;
    }
    return false;
}

/* `Denemarken levert er 14`, `De Deense bijdrage bestaat uit 14 man`: fewer than `all`, told as one state's. */
static bool gives_some(const Document *d, const Analysis *a, double all)
{
    const Mention *noun = a->last - a->first > 3 ? mention_at(a, a->first + 2, MENTION_ACTNOUN) : NULL;
    bool part = noun && (verb_classes(noun->entry) & VC(CONTRIBUTION)) && mention_at(a, a->first + 1, MENTION_ADJECTIVE);
    const Mention *state = NULL;
    for (Size i = 0; i < a->mention.len && !state; i++) {
        const Mention *m = &a->mention.item[i];
        bool who = m->kind == MENTION_COUNTRY || m->kind == MENTION_DEMONYM || m->kind == MENTION_METONYM || m->kind == MENTION_OWN;
        if (who && m->id.len == 2 && m->prep < 0 && (clause_at(&a->clauses, m->first)->classes & (VC(CONTRIBUTE) | VC(DEPLOY)))) state = m;
    }
    for (Size i = 0; (part || state) && i < a->numbers.item.len; i++) {
        const Number *n = &a->numbers.item.item[i];
        bool there = n->first > a->first && (function_of(a, n->first - 1) & FC(EXISTENTIAL));
        if (n->kind == NUMBER_CARDINAL && n->low < all && (part || (there && (n->last >= a->last || d->tokens.item[n->last].kind == TOKEN_PUNCT)))) return true;
    }
    return false;
}

/* `In het kamp zitten 1100 militairen. Van hen zijn er 350 Nederlander.` */
static bool has_nation_next(const Candidate *k)
{
    const Document *d = k->c->d;
    int32_t next = k->a->sentence + 1, i = next - k->c->first_sentence;
    if (i >= d->items.item[k->c->item].sentences || !k->c->read[i] || d->sentences.item[next].paragraph != d->sentences.item[k->a->sentence].paragraph) return false;
    if (k->f->quantity.known && gives_some(d, &k->c->analysis[i], k->f->quantity.low)) return true;
    return opens_with_part(d, &k->c->analysis[i]) && counts_a_nation(&k->c->analysis[i]);
}

/* `zes batterijen: twee Amerikaanse, twee Duitse en twee Nederlandse`: parts of two nations or more behind a colon. */
static bool has_nations_listed(const Candidate *k)
{
    enum { REACH = 4 };
    int32_t colon = k->f->last;
    while (colon < k->a->last && colon < k->f->last + REACH && !token_is_mark(k->c->d, colon, ':')) colon++;
    if (colon >= k->a->last || !token_is_mark(k->c->d, colon, ':')) return false;
    Span one = {0};
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        if (o->first < colon || !o->quantity.some || !o->nation.len || o->asset != k->f->asset) continue;
        if (one.len && !span_equal(one, o->nation)) return true;
        one = o->nation;
    }
    return false;
}

/* `de 1500 man die de multinationale eenheid moet tellen`: the relative clause right behind says that they are all of a whole. */
static bool are_counted(const Candidate *k)
{
    const Clause *c = candidate_own_relative(k);
    if (!c || !clause_has(c, WORDS_TO_COUNT)) return false;
    for (int32_t i = c->first; i < c->last; i++)
        if (word_in(k->c->d, i, WORDS_MULTINATIONAL) || word_in(k->c->d, i, WORDS_NO_ONE_STATE)) return true;
    if (k->claim.proof[FIELD_CONTRIBUTOR].how == HOW_STATED) return false;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if ((m->kind == MENTION_MISSION || marker_is(m, "mission_anaphor")) && clause_at(&k->a->clauses, m->first) == c) return true;
    }
    return false;
}

/* `De Deense en Zweedse militairen, samen 200 man`: the sum of those of two nations. */
static bool is_sum_of_two(const Candidate *k)
{
    Span one = {0};
    if (k->f->first == k->a->first || !word_in(k->c->d, k->f->first - 1, WORDS_TOGETHER)) return false;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if (m->kind != MENTION_ADJECTIVE || m->id.len != 2 || m->last > k->f->first) continue;
        if (one.len && !span_equal(one, m->id)) return true;
        one = m->id;
    }
    return false;
}

/* `maken deel uit van een bataljon van 600 man`: what the forces are a part of. */
static bool is_what_holds_them(const Candidate *k)
{
    const Force *f = k->f;
    if (f->prep < 0 || !token_is(k->c->d, f->prep, "van")) return false;
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        int32_t of = o->prep;
        if (o->last != f->prep || o->asset != ASSET_FORMATION || o->nation.len || of < k->a->first + 2 || !token_is(k->c->d, of, "van") || !token_is(k->c->d, of - 1, "uit")) continue;
        return candidate_word_among(k, candidate_clause(k)->first, of, WORDS_PART);
    }
    return false;
}

bool candidate_is_of_many(const Candidate *k)
{
    if (k->f->quantity.some && !k->f->nation.len && (is_sum_of_two(k) || is_what_holds_them(k))) return true;
    const Force *f = k->f;
    if (f->quantity.some && !f->elided && !f->nation.len && (has_nations_listed(k) || are_counted(k))) return true;
    if (!f->quantity.some || f->elided || f->nation.len || f->asset != ASSET_PERSONNEL || k->claim.proof[FIELD_CONTRIBUTOR].how == HOW_STATED) return false;
    return is_of_mission(k) || has_nation_next(k);
}
