/* Who decided, asked, agreed. */
#include "frames/fields.h"

#include "frames/phrase.h"
#include "lexicon/wordlist.h"

enum { LEAD_SENTENCES = 4, PAGE_REACH = 16 };

static bool is_cabinet(const Mention *m)
{
    return m->kind == MENTION_BODY && lexicon_has(m->entry, "kind", "cabinet");
}

/* `het besluit van het kabinet`, `op last van de regering`. */
static bool is_decision_of(const Document *d, const Analysis *a, const Mention *m)
{
    return m->prep > a->first && word_in(d, m->prep, WORDS_OF) && word_in(d, m->prep - 1, WORDS_DECISION);
}

/* A cabinet that decides here: subject, or agent behind `door`, or `wat het kabinet betreft`; not one that is only addressed. */
static const Mention *cabinet_in(const Document *d, const Analysis *a, int32_t clause)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (!is_cabinet(m) || (clause >= 0 && a->clauses.of[m->first - a->first] != clause)) continue;
        bool acts = !phrase_governed(a, m) || word_in(d, m->prep, WORDS_DECIDER_AT) || is_decision_of(d, a, m);
        if (acts) return m;
    }
    return NULL;
}

static const uint64_t deciding = VC(DECIDE) | VC(APPROVE);
static const uint64_t disposing = VC(DEPLOY) | VC(EXTEND) | VC(ENLARGE) | VC(REDUCE) | VC(END) | VC(WITHDRAW) | VC(CONTRIBUTE);

static bool decides(const Analysis *a, int32_t clause)
{
    if (a->clauses.clause.item[clause].classes & (deciding | disposing)) return true;
    for (Size i = 0; i < a->mention.len; i++)
        if (marker_is(&a->mention.item[i], "act:decide") || marker_is(&a->mention.item[i], "act:approve")) return true;
    return false;
}

static bool is_decided_stage(const Claim *c)
{
    return c->stage == STAGE_DECIDED || c->stage == STAGE_WEIGHED || c->stage == STAGE_DROPPED || c->stage == STAGE_OFFERED;
}

/* `Het ministerie van Defensie stelt een team beschikbaar`, `de Bondsdag verlengde het mandaat`; not `Defensie stuurt`, which is the state. */
static bool is_body_that_disposes(const Candidate *k, const Mention *m, const Clause *c)
{
    if (m->kind != MENTION_BODY || (m->first > k->a->first && token_is(k->c->d, m->first - 1, "en"))) return false;
    if (lexicon_has(m->entry, "kind", "parliament")) return c->head_classes & (deciding | VC(EXTEND));
    return lexicon_has(m->entry, "kind", "ministry") && m->last > m->first + 1 && (c->head_classes & (deciding | disposing | VC(OFFER)));
}

/* A capital that wants or does it for its government, a minister or another body that decides: `Parijs wil`, `minister Hennis besloot`. */
static const Mention *stand_in(const Candidate *k)
{
    const Clause *x = fields_clause(k);
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        const Clause *c = clause_at(&k->a->clauses, m->first);
        bool capital = m->kind == MENTION_METONYM && span_equal(m->id, k->claim.contributor) && c == x && !mention_at(k->a, m->first, MENTION_BODY);
        bool minister = m->kind == MENTION_BODY && lexicon_has(m->entry, "kind", "minister") && (c->head_classes & VC(DECIDE));
        bool acts = capital ? (c->mood & MOOD_WANT) || (c->classes & (deciding | disposing | VC(WANT))) : minister;
        acts = (acts && is_decided_stage(&k->claim)) || (c == x && is_body_that_disposes(k, m, c));
        if (acts && !c->passive && !phrase_governed(k->a, m)) return m;
    }
    return NULL;
}

static void read_decider(Candidate *k)
{
    Claim *c = &k->claim;
    const Mention *m = cabinet_in(k->c->d, k->a, k->clause);
    if (!m) m = cabinet_in(k->c->d, k->a, -1);
    if (!m && (m = stand_in(k)) != NULL) {
        c->decider = phrase_body(k->c->d, k->a, m);
        fields_prove(c, FIELD_DECIDER, HOW_STATED, c->decider, "who decides in the sentence");
        return;
    }
    if (!m) return;
    bool own = is_decided_stage(c) || is_decision_of(k->c->d, k->a, m);
    if (!own && !decides(k->a, k->a->clauses.of[m->first - k->a->first])) return;
    c->decider = phrase_words(k->c->d, k->a, m);
    fields_prove(c, FIELD_DECIDER, HOW_STATED, c->decider, "cabinet named in the sentence");
}

/* The sentence of the item whose cabinet decides, for the claims that follow from its decision. */
typedef struct {
    Range words;
    Span country;
} Decider;

/* `Dat heeft het kabinet bekendgemaakt`, `De ministerraad ging daarmee in op de vraag`. */
static bool announces(const Document *d, const Analysis *a, const Mention *m)
{
    const Clause *c = clause_at(&a->clauses, m->first);
    bool says = c->classes & VC(SAY);
    for (int32_t i = c->first; i < c->last; i++)
        if (word_in(d, i, WORDS_THEREBY) || (says && word_in(d, i, WORDS_THAT))) return !c->negated;
    return false;
}

static Decider page_decider(const Context *c)
{
    Decider found = {NO_RANGE, {0}};
    int32_t n = c->d->items.item[c->item].sentences;
    for (int32_t i = 0; i < n; i++) {
        if (!c->read[i]) continue;
        const Analysis *a = &c->analysis[i];
        const Mention *m = cabinet_in(c->d, a, -1);
        if (!m || (phrase_governed(a, m) && !word_in(c->d, m->prep, WORDS_BY) && !is_decision_of(c->d, a, m)) || !(decides(a, a->clauses.of[m->first - a->first]) || announces(c->d, a, m))) continue;
        found = (Decider){phrase_words(c->d, a, m), m->id.len == 2 ? m->id : c->reading->country};
        if (c->d->sentences.item[a->sentence].kind != SENTENCE_HEADING) return found;
    }
    return found;
}

void fields_carry_decider(Context *c, Size first_claim)
{
    Decider by = {NO_RANGE, {0}};
    for (Size i = first_claim; i < c->reading->claims.len; i++) {
        Claim *x = &c->reading->claims.item[i];
        bool follows = x->stage == STAGE_DECIDED || x->stage == STAGE_DROPPED || (x->act == ACT_EXTEND && x->stage == STAGE_ACTIVE);
        if (range_some(x->decider) || !follows) continue;
        if (!range_some(by.words)) by = page_decider(c);
        if (!range_some(by.words)) return;
        if (by.country.len && !span_equal(by.country, x->contributor)) continue;
        x->decider = by.words;
        fields_prove(x, FIELD_DECIDER, HOW_CARRIED, by.words, "cabinet that decides on the page");
    }
}

static bool can_ask(const Mention *m)
{
    return m->kind == MENTION_BODY || m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM || m->kind == MENTION_DEMONYM;
}

/* `op verzoek van de Iraakse regering`, `een verzoek dat Parijs tot de bondgenoten richtte`. */
static Range by_noun(const Document *d, const Analysis *a)
{
    for (int32_t i = a->first; i + 2 < a->last; i++) {
        if (!word_in(d, i, WORDS_ASKING)) continue;
        if (token_is(d, i + 1, "van")) return phrase_from(d, a, i + 2);
        for (int32_t t = i + 1; t < i + 5 && t < a->last; t++)
            for (Size k = 0; word_in(d, i + 1, WORDS_RELATIVE_ASKING) && k < a->mention.len; k++)
                if (a->mention.item[k].first == t && can_ask(&a->mention.item[k])) return token_range(d, a->mention.item[k].first, a->mention.item[k].last);
    }
    return NO_RANGE;
}

/* Whether clause `c` asks: by its verb or an idiom (`riep de hulp in`). */
static bool is_asking(const Analysis *a, const Clause *c)
{
    if (c->passive) return false;
    if (c->head_classes & VC(REQUEST)) return true;
    for (Size i = 0; i < a->mention.len; i++)
        if (marker_is(&a->mention.item[i], "act:request") && clause_at(&a->clauses, a->mention.item[i].first) == c) return true;
    return false;
}

/* Who asks in sentence `a`: a request by noun, or `De NAVO heeft Nederland gevraagd`; not the giver itself. */
static Range requester_in(const Document *d, const Analysis *a, Span giver)
{
    Range words = by_noun(d, a);
    if (range_some(words)) return words;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (!can_ask(m) || phrase_governed(a, m) || !is_asking(a, clause_at(&a->clauses, m->first))) continue;
        if (span_equal(m->id, giver) || (m->kind == MENTION_BODY && !m->id.len)) continue;
        return phrase_words(d, a, m);
    }
    return NO_RANGE;
}

/* The one who asks on a page that opens with what is given. */
static Range only_requester(const Candidate *k, int32_t sentences)
{
    Range found = NO_RANGE;
    Span who = {0};
    for (int32_t s = 0; s < sentences && s < PAGE_REACH; s++) {
        if (!k->c->read[s]) continue;
        Range words = requester_in(k->c->d, &k->c->analysis[s], k->claim.contributor);
        if (!range_some(words)) continue;
        if (range_some(found) && !span_equal(who, span_range(k->c->d->bytes, words))) return NO_RANGE;
        found = words, who = span_range(k->c->d->bytes, words);
    }
    return found;
}

/* The sentence itself, or for what is to come the two behind it and the two before; for what the page opens with the page. */
static void read_requester(Candidate *k)
{
    static const int order[] = {0, 1, -1, 2, -2};
    const Context *c = k->c;
    int32_t last = c->d->items.item[c->item].sentences;
    int phase = fields_phase(&k->claim);
    int reach = phase == 0 || phase == 3 || k->claim.stage == STAGE_WEIGHED ? 5 : phase == 2 ? 3 : 1;
    bool own = span_equal(k->claim.contributor, c->reading->country);
    for (int i = 0; i < (own ? reach : 1); i++) {
        int32_t s = k->a->sentence - c->first_sentence + order[i];
        if (s < 0 || s >= last || !c->read[s]) continue;
        Range words = requester_in(c->d, &c->analysis[s], k->claim.contributor);
        if (!range_some(words)) continue;
        k->claim.requester = words;
        fields_prove(&k->claim, FIELD_REQUESTER, i == 0 ? HOW_STATED : HOW_CARRIED, words, "on whose request");
        return;
    }
    bool opens = k->a->sentence - c->first_sentence < LEAD_SENTENCES && (k->claim.stage == STAGE_DECIDED || k->claim.stage == STAGE_DEPLOYING);
    Range words = opens && own ? only_requester(k, last) : NO_RANGE;
    if (!range_some(words)) return;
    k->claim.requester = words;
    fields_prove(&k->claim, FIELD_REQUESTER, HOW_CARRIED, words, "the one who asks on the page");
}

/* --- assent -------------------------------------------------------------------------------------------------------------------- */

static bool has_condition(const Analysis *a, const Document *d)
{
    for (int32_t i = a->first; i < a->last; i++)
        if (word_in(d, i, WORDS_PROVISO)) return true;
    return false;
}

/* A parliament that agrees, refuses, or still has to. */
static void read_assent(Candidate *k)
{
    const Analysis *a = k->a;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (m->kind != MENTION_BODY || !lexicon_has(m->entry, "kind", "parliament")) continue;
        const Clause *c = clause_at(&a->clauses, m->first);
        bool votes = c->classes & (VC(APPROVE) | VC(DECIDE));
        bool condition = has_condition(a, k->c->d);
        if (!votes && !condition) continue;
        k->claim.assent.some = true;
        k->claim.assent.body = phrase_words(k->c->d, a, m);
        k->claim.assent.against = NO_RANGE;
        k->claim.assent.outcome = condition ? OUTCOME_CONDITIONAL : c->negated ? OUTCOME_OPPOSE : OUTCOME_SUPPORT;
        fields_prove(&k->claim, FIELD_ASSENT, HOW_STATED, k->claim.assent.body, "parliament named in the sentence");
        return;
    }
}

void fields_bodies(Candidate *k)
{
    k->claim.decider = k->claim.requester = k->claim.speaker = NO_RANGE;
    read_decider(k);
    read_requester(k);
    fields_speaker(k);
    read_assent(k);
}
