/* Who is asked to give: a state, the members of an organisation, or others that nobody names. */
#include "frames/giver.h"

#include "frames/plain.h"
#include "lexicon/wordlist.h"

/* Whether clause `of` asks or urges somebody, by its verbs or an idiom in it. */
static bool asks(const Analysis *a, int32_t of)
{
    const Clause *x = &a->clauses.clause.item[of];
    if (x->passive) return false;
    if (x->classes & VC(REQUEST)) return true;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (m->kind == MENTION_MARKER && lexicon_has(m->entry, "class", "act:request") && a->clauses.of[m->first - a->first] == of) return true;
    }
    return false;
}

/* `Duitsland vroeg Nederland om helikopters`, `aan België is gevraagd`: who is asked, not who asks; or NULL. */
static const Mention *asked_here(const Context *c, const Analysis *a, int32_t clause)
{
    const Mention *asker = NULL;
    if (!asks(a, clause)) return NULL;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool organisation = (m->kind == MENTION_COUNTRY || m->kind == MENTION_BODY) && m->prep < 0 && giver_is_organisation(m->id);
        bool who = (m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM || m->kind == MENTION_DEMONYM || m->kind == MENTION_OWN) && giver_can(m->id);
        if (!(who || organisation) || a->clauses.of[m->first - a->first] != clause) continue;
        if (organisation && !asker) asker = m;   /* `De NAVO vroeg Duitsland om een bataljon` */
        if (organisation) continue;
        if (scope_prep(c, m, WORDS_ASKED)) return m;
        if (m->prep >= 0) continue;
        if (asker && !span_equal(asker->id, m->id)) return m;
        asker = m;
    }
    return NULL;
}

/* Whether others that are not named stand in clause `of`, behind a preposition of those who are asked, or bare behind token `from`: `bij de bondgenoten`. */
static bool names_others(const Context *c, const Analysis *a, int32_t of, int32_t from, int32_t end)
{
    enum { BACK = 3 };
    for (int32_t i = from; i < end; i++) {
        if (a->clauses.of[i - a->first] != of || !word_in(c->d, i, WORDS_OTHER_GIVERS)) continue;
        int32_t k = i - 1;
        while (k > a->first && i - k < BACK && !(function_of(a, k) & FC(PREP)) && c->d->tokens.item[k].kind == TOKEN_WORD) k--;
        bool theirs = token_is(c->d, k, "van") && k > a->first && mention_at(a, k - 1, MENTION_ACTNOUN);   /* `dringt aan op een bijdrage van de bondgenoten` */
        if (!(function_of(a, k) & FC(PREP)) || word_in(c->d, k, WORDS_ASKED) || token_is(c->d, k, "op") || theirs) return true;
    }
    return false;
}

/* The state that clause `of`, over the one that tells what is asked, asks: `drong er bij Duitsland op aan`, `riep Frankrijk op`; or NULL. */
static const Mention *asked_over(const Context *c, const Analysis *a, int32_t of)
{
    const Clause *x = &a->clauses.clause.item[of];
    const Mention *asker = NULL;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool who = (m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM || m->kind == MENTION_DEMONYM || m->kind == MENTION_OWN) && giver_can(m->id);
        if (!who || a->clauses.of[m->first - a->first] != of) continue;
        bool behind = x->verbs && m->first > x->verb[0].token;
        if (m->prep >= 0 && (word_in(c->d, m->prep, WORDS_ASKED) || token_is(c->d, m->prep, "op"))) return m;
        if (m->prep < 0 && asker && behind && !span_equal(asker->id, m->id)) return m;
        if (m->prep < 0) asker = m;
    }
    return NULL;
}

/* Whether another state asks in `clause`, and no parliament does. */
static bool another_asks(const Context *c, const Analysis *a, int32_t clause)
{
    bool asker = false;
    if (!asks(a, clause)) return false;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool who = m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM || m->kind == MENTION_DEMONYM || m->kind == MENTION_BODY;
        if (!who || m->prep >= 0 || !m->id.len || a->clauses.of[m->first - a->first] != clause) continue;
        if (m->kind == MENTION_BODY && lexicon_has(m->entry, "kind", "parliament")) return false;
        if (span_equal(m->id, c->reading->country)) return false;
        asker = true;
    }
    return asker;
}

bool giver_asks_for(const Context *c, const Analysis *a, const Force *f, int32_t clause)
{
    if (!f || f->nation.len) return false;
    const Force *of = f;   /* `om een compagnie van 150 man` */
    for (Size i = 0; f->inner && i < a->force.len; i++)
        if (a->force.item[i].contained && a->force.item[i].last == f->prep) of = &a->force.item[i];
    if (of->prep >= 0 && token_is(c->d, of->prep, "om")) return another_asks(c, a, clause);
    /* `bovenop de 1.650 militairen die er al zitten`: beside what is asked */
    bool beyond = f->definite && f->first > a->first && (word_in(c->d, f->first - 1, WORDS_BEYOND) || (function_of(a, f->first - 1) & FC(DET) && f->first - 1 > a->first && word_in(c->d, f->first - 2, WORDS_BEYOND)));
    int32_t before = clause - 1;
    beyond = beyond || (f->definite && f->prep > a->first && token_is(c->d, f->prep, "naast"));
    return beyond && (another_asks(c, a, clause) || (before >= 0 && a->clauses.clause.item[clause].verbs == 0 && another_asks(c, a, before)));
}

/* `De Amerikanen dringen aan op een grotere bijdrage`: an act that another asks for, and does not say of whom. */
static bool asks_for_act(const Context *c, const Analysis *a, int32_t at, int32_t clause)
{
    const Mention *act = mention_at(a, at, MENTION_ACTNOUN);
    return act && act->prep >= 0 && (token_is(c->d, act->prep, "op") || token_is(c->d, act->prep, "om")) && another_asks(c, a, clause);
}

const Mention *giver_asked(const Context *c, const Analysis *a, int32_t at, int32_t clause, bool *others)
{
    const Mention *who = asked_here(c, a, clause);
    const Clause *x = &a->clauses.clause.item[clause];
    int32_t over = x->parent;
    if (!who && asks(a, clause) && x->verbs) *others = names_others(c, a, clause, x->verb[0].token + 1, x->last);
    if (!who && asks_for_act(c, a, at, clause)) *others = true;
    if (who || *others || over < 0 || (x->kind != CLAUSE_INFINITIVE && x->kind != CLAUSE_SUB)) return who;
    const Clause *head = &a->clauses.clause.item[over];
    if (asks(a, over)) {
        who = asked_over(c, a, over);
        int32_t behind = head->verbs ? head->verb[0].token + 1 : head->first;
        *others = !who && names_others(c, a, over, behind, head->last);
        return who;
    }
    /* `Londen vindt dat Europa meer soldaten moet sturen` */
    bool that = x->kind == CLAUSE_SUB && x->opener >= 0 && token_is(c->d, x->opener, "dat");
    *others = that && ((x->mood & MOOD_MUST) || (head->classes & VC(WANT))) && names_others(c, a, clause, x->opener + 1, x->opener + 4 < x->last ? x->opener + 4 : x->last);
    return NULL;
}

/* `Alle deelnemers van de coalitie is gevraagd 100 man te sturen`, `aan de lidstaten van de NAVO`: the organisation whose members are asked, as the giver. */
Found giver_members_asked(const Context *c, const Analysis *a, int32_t clause)
{
    const Clause *x = &a->clauses.clause.item[clause];
    Found none = {.how = HOW_NONE};
    for (int32_t i = x->first; (x->classes & VC(REQUEST)) && x->passive && i + 2 < x->last; i++) {
        if (a->clauses.of[i - a->first] != clause || !word_in(c->d, i, WORDS_STATES) || !token_is(c->d, i + 1, "van")) continue;
        int32_t at = i + 2 + ((function_of(a, i + 2) & FC(DET)) != 0);
        const Mention *m = mention_at(a, at, MENTION_COUNTRY);
        if (m && giver_is_organisation(m->id)) return (Found){m->id, token_range(c->d, m->first, m->last), HOW_STATED, "organisation whose members are asked"};
        if (word_in(c->d, at, WORDS_COALITION)) return (Found){lexicon_field(lexicon_find(TABLE_COUNTRIES, SPAN("COALITION")), "id"), token_range(c->d, at, at + 1), HOW_STATED, "organisation whose members are asked"};
    }
    return none;
}
