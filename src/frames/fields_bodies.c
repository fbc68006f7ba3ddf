/* Who decided, asked, spoke, agreed. */
#include "frames/fields.h"

enum { PHRASE_TOKENS = 10, LABEL_TOKENS = 12, LABEL_REACH = 8 };

static bool is_cabinet(const Mention *m)
{
    return m->kind == MENTION_BODY && lexicon_has(m->entry, "kind", "cabinet");
}

static bool is_verb_at(const Analysis *a, int32_t i)
{
    const Clause *c = clause_at(&a->clauses, i);
    for (int v = 0; v < c->verbs; v++)
        if (i >= c->verb[v].token && i < c->verb[v].last) return true;
    return false;
}

/* A body's words with what stands before them: `Het demissionaire kabinet`. */
static Range body_words(const Document *d, const Analysis *a, const Mention *m)
{
    int32_t first = m->first;
    while (first > a->first && ((function_of(a, first - 1) & FC(DET)) || mention_at(a, first - 1, MENTION_ADJECTIVE) || token_is(d, first - 1, "demissionaire"))) first--;
    return token_range(d, first, m->last);
}

/* Whether a preposition governs the body itself, not a phrase before the verb. */
static bool is_governed(const Analysis *a, const Mention *m)
{
    if (m->prep < 0) return false;
    for (int32_t i = m->prep + 1; i < m->first; i++)
        if (is_verb_at(a, i)) return false;
    return true;
}

/* A cabinet that decides here: subject, or agent behind `door`, or `wat het kabinet betreft`; not one that is only addressed. */
static const Mention *cabinet_in(const Document *d, const Analysis *a, int32_t clause)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (!is_cabinet(m) || (clause >= 0 && a->clauses.of[m->first - a->first] != clause)) continue;
        bool acts = !is_governed(a, m) || token_is(d, m->prep, "door") || token_is(d, m->prep, "tijdens") || token_is(d, m->prep, "aan");
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

static void read_decider(Candidate *k)
{
    Claim *c = &k->claim;
    const Mention *m = cabinet_in(k->c->d, k->a, k->clause);
    if (!m) m = cabinet_in(k->c->d, k->a, -1);
    if (!m) return;
    if (!is_decided_stage(c) && !decides(k->a, k->a->clauses.of[m->first - k->a->first])) return;
    c->decider = body_words(k->c->d, k->a, m);
    fields_prove(c, FIELD_DECIDER, HOW_STATED, c->decider, "cabinet named in the sentence");
}

/* The sentence of the item whose cabinet decides, for the claims that follow from its decision. */
typedef struct {
    Range words;
    Span country;
} Decider;

/* `Dat heeft het kabinet bekendgemaakt`. */
static bool announces(const Document *d, const Analysis *a, const Mention *m)
{
    bool that = token_is(d, a->first, "dat") || token_is(d, a->first, "dit");
    return that && (clause_at(&a->clauses, m->first)->classes & VC(SAY));
}

static Decider page_decider(const Context *c)
{
    Decider found = {NO_RANGE, {0}};
    int32_t n = c->d->items.item[c->item].sentences;
    for (int32_t i = 0; i < n; i++) {
        if (!c->read[i]) continue;
        const Analysis *a = &c->analysis[i];
        const Mention *m = cabinet_in(c->d, a, -1);
        if (!m || (is_governed(a, m) && !token_is(c->d, m->prep, "door")) || !(decides(a, a->clauses.of[m->first - a->first]) || announces(c->d, a, m))) continue;
        found = (Decider){body_words(c->d, a, m), m->id.len == 2 ? m->id : c->reading->country};
        if (c->d->sentences.item[a->sentence].kind != SENTENCE_HEADING) return found;
    }
    return found;
}

void fields_carry_decider(Context *c, Size first_claim)
{
    Decider by = {NO_RANGE, {0}};
    for (Size i = first_claim; i < c->reading->claims.len; i++) {
        Claim *x = &c->reading->claims.item[i];
        bool follows = x->stage == STAGE_DECIDED || x->stage == STAGE_DROPPED;
        if (range_some(x->decider) || !follows) continue;
        if (!range_some(by.words)) by = page_decider(c);
        if (!range_some(by.words)) return;
        if (!span_equal(by.country, x->contributor)) continue;
        x->decider = by.words;
        fields_prove(x, FIELD_DECIDER, HOW_CARRIED, by.words, "cabinet that decides on the page");
    }
}

/* The noun phrase at `i`: up to the next comma, verb or preposition other than `van`. */
static Range phrase_from(const Document *d, const Analysis *a, int32_t i)
{
    int32_t last = i;
    for (; last < a->last && last < i + PHRASE_TOKENS; last++) {
        uint32_t f = function_of(a, last);
        if (d->tokens.item[last].kind == TOKEN_PUNCT && !token_is_mark(d, last, '(')) break;
        bool joint = (f & (FC(PREP) | FC(SUB) | FC(REL) | FC(COORD))) && !token_is(d, last, "van") && !token_is(d, last, "voor");
        bool fresh = (f & FC(DET)) && !token_is(d, last - 1, "van") && !token_is(d, last - 1, "voor");
        if (last > i && (joint || fresh || is_verb_at(a, last))) break;
    }
    return token_range(d, i, last);
}

/* A body and the name behind it: `de minister van Defensie Steven Vandeput (N-VA)`. */
static Range body_phrase(const Document *d, const Analysis *a, const Mention *m)
{
    Range words = body_words(d, a, m), more = phrase_from(d, a, m->first);
    return (Range){words.from, more.to > words.to ? more.to : words.to};
}

static bool is_ask_noun(const Document *d, int32_t i)
{
    return token_is(d, i, "verzoek") || token_is(d, i, "vraag") || token_is(d, i, "aandringen") || token_is(d, i, "uitnodiging");
}

static bool can_ask(const Mention *m)
{
    return m->kind == MENTION_BODY || m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM;
}

/* Who asks in sentence `a`: `op verzoek van de Iraakse regering`, `De NAVO heeft Nederland gevraagd`; not the giver itself. */
static Range requester_in(const Document *d, const Analysis *a, Span giver)
{
    for (int32_t i = a->first; i + 2 < a->last; i++)
        if (is_ask_noun(d, i) && token_is(d, i + 1, "van")) return phrase_from(d, a, i + 2);
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        const Clause *c = clause_at(&a->clauses, m->first);
        if (!can_ask(m) || is_governed(a, m) || !(c->head_classes & VC(REQUEST)) || c->passive) continue;
        if (span_equal(m->id, giver) || (m->kind == MENTION_BODY && !m->id.len)) continue;
        return body_words(d, a, m);
    }
    return NO_RANGE;
}

/* The sentence itself, or for what is to come the two behind it and the two before. */
static void read_requester(Candidate *k)
{
    static const int order[] = {0, 1, -1, 2, -2};
    const Context *c = k->c;
    int32_t last = c->d->items.item[c->item].sentences;
    int reach = fields_phase(&k->claim) == 0 || k->claim.stage == STAGE_WEIGHED ? 5 : 1;
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
}

static bool is_name(const Document *d, int32_t i)
{
    return d->tokens.item[i].kind == TOKEN_WORD && (d->tokens.item[i].flags & TOKEN_CAPITAL);
}

static bool is_him(const Document *d, Range r)
{
    Span s = span_sub(d->bytes, r.from, r.to);
    return span_is(s, "hem") || span_is(s, "haar") || span_is(s, "hen") || span_is(s, "hij") || span_is(s, "zij");
}

/* Who speaks in sentence `a`: `volgens X`, `aldus X`, `zegt X`, `X zei dat`. */
static Range speaker_in(const Document *d, const Analysis *a)
{
    for (int32_t i = a->first; i + 1 < a->last; i++) {
        if (!token_is(d, i, "volgens") && !token_is(d, i, "aldus")) continue;
        Range words = phrase_from(d, a, i + 1);
        if (!range_some(words)) continue;
        bool person = is_him(d, words);
        for (int32_t t = i + 1; t < a->last && d->tokens.item[t].at.from < words.to; t++)
            person = person || (mention_at(a, t, MENTION_BODY) != NULL) || is_name(d, t);
        if (person) return words;
    }
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (m->kind != MENTION_BODY || is_governed(a, m)) continue;
        const Clause *c = clause_at(&a->clauses, m->first);
        bool says = (c->head_classes & VC(SAY)) && !(c->head_classes & deciding);
        bool wants = (c->head_classes & VC(WANT)) && lexicon_has(m->entry, "kind", "minister");
        if ((says || wants) && !c->passive) return body_phrase(d, a, m);
    }
    for (Size i = 0; i < a->clauses.clause.len; i++) {
        const Clause *c = &a->clauses.clause.item[i];
        if (!(c->head_classes & VC(SAY)) || c->passive) continue;
        for (int v = 0; v < c->verbs; v++) {
            int32_t next = c->verb[v].last;
            bool name = (c->verb[v].classes & VC(SAY)) && c->verb[v].form == FORM_FINITE && next < c->last && is_name(d, next) &&
                        !mention_at(a, next, MENTION_COUNTRY) && !mention_at(a, next, MENTION_ADJECTIVE);
            if (name) return phrase_from(d, a, next);
        }
    }
    return NO_RANGE;
}

/* `De minister van Defensie: De bijdrage ...`, `De heer Peeters. - Op 19 april ...`: a label before what somebody says. */
static Range speaker_label(const Document *d, const Analysis *a)
{
    bool person = false;
    for (int32_t i = a->first; i + 1 < a->last && i < a->first + LABEL_TOKENS; i++) {
        const Mention *m = mention_at(a, i, MENTION_BODY);
        person = person || (m && m->first <= a->first + 1 && lexicon_has(m->entry, "kind", "minister")) || token_is(d, i, "heer") || token_is(d, i, "mevrouw");
        bool mark = token_is_mark(d, i, ':') || (token_is_mark(d, i, '.') && token_is_mark(d, i + 1, '-'));
        if (mark) return person && i > a->first ? token_range(d, a->first, i) : NO_RANGE;
        if (is_verb_at(a, i)) return NO_RANGE;
    }
    return NO_RANGE;
}

/* The label of the paragraph in which sentence `s` of the item stands. */
static Range paragraph_label(const Context *c, int32_t s)
{
    for (int32_t i = s; i >= 0 && i >= s - LABEL_REACH; i--) {
        if (c->d->sentences.item[c->first_sentence + i].paragraph != c->d->sentences.item[c->first_sentence + s].paragraph) break;
        Range words = c->read[i] ? speaker_label(c->d, &c->analysis[i]) : NO_RANGE;
        if (range_some(words)) return words;
    }
    return NO_RANGE;
}

/* The speaker of the sentence; of a quotation also that of the sentence behind or before it, and of `volgens hem` the one before. */
static void read_speaker(Candidate *k)
{
    const Context *c = k->c;
    Range words = speaker_in(c->d, k->a);
    How how = HOW_STATED;
    int32_t at = k->a->sentence - c->first_sentence, n = c->d->items.item[c->item].sentences;
    bool quoted = c->d->tokens.item[k->at].flags & TOKEN_QUOTED;
    if (!range_some(words) && quoted && at + 1 < n && c->read[at + 1]) words = speaker_in(c->d, &c->analysis[at + 1]), how = HOW_CARRIED;
    bool before = quoted ? !range_some(words) : range_some(words) && is_him(c->d, words);
    for (int32_t s = at - 1; before && s >= 0 && s >= at - 4; s--) {
        if (!c->read[s]) continue;
        Range told = speaker_in(c->d, &c->analysis[s]);
        if (!range_some(told) || is_him(c->d, told)) continue;
        words = told, how = HOW_CARRIED, before = false;
    }
    if (!range_some(words)) words = paragraph_label(c, at), how = words.from >= c->d->sentences.item[k->a->sentence].at.from ? HOW_STATED : HOW_CARRIED;
    if (!range_some(words) || is_him(c->d, words)) return;
    k->claim.speaker = words;
    fields_prove(&k->claim, FIELD_SPEAKER, how, words, "who says so");
}

/* --- assent -------------------------------------------------------------------------------------------------------------------- */

static bool has_condition(const Analysis *a, const Document *d)
{
    for (int32_t i = a->first; i < a->last; i++)
        if (token_is(d, i, "mits") || token_is(d, i, "voorbehoud") || token_is(d, i, "voorwaarde") || token_is(d, i, "moet") || token_is(d, i, "moeten") || token_is(d, i, "wacht")) return true;
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
        k->claim.assent.body = body_words(k->c->d, a, m);
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
    read_speaker(k);
    read_assent(k);
}
