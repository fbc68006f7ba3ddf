/* Who says what a claim tells. */
#include "frames/fields.h"

#include "frames/phrase.h"

enum { LABEL_TOKENS = 12, LABEL_REACH = 8 };

static const uint64_t deciding = VC(DECIDE) | VC(APPROVE);

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
        if (m->kind != MENTION_BODY || phrase_governed(a, m)) continue;
        const Clause *c = clause_at(&a->clauses, m->first);
        bool says = (c->head_classes & VC(SAY)) && !(c->head_classes & deciding);
        bool wants = (c->head_classes & VC(WANT)) && lexicon_has(m->entry, "kind", "minister");
        if ((says || wants) && !c->passive) return phrase_body(d, a, m);
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
        if (phrase_verb(a, i)) return NO_RANGE;
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
void fields_speaker(Candidate *k)
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
