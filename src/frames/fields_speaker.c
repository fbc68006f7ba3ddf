/* Who says what a claim tells. */
#include "frames/fields.h"

#include "frames/phrase.h"
#include "lexicon/wordlist.h"

enum { LABEL_TOKENS = 12, LABEL_REACH = 8, SAID_REACH = 5, NAME_REACH = 8, DATE_LINE_TOKENS = 14 };

static const uint64_t deciding = VC(DECIDE) | VC(APPROVE);

static bool is_name(const Document *d, int32_t i)
{
    return d->tokens.item[i].kind == TOKEN_WORD && (d->tokens.item[i].flags & TOKEN_CAPITAL);
}

/* Whether token `i` names forces: `weer F-16's` speaks not. */
static bool is_of_force(const Analysis *a, int32_t i)
{
    for (Size k = 0; k < a->force.len; k++)
        if (!a->force.item[k].pronoun && i >= a->force.item[k].first && i < a->force.item[k].last) return true;
    return false;
}

static bool is_him(const Document *d, Range r)
{
    Span s = span_sub(d->bytes, r.from, r.to);
    return span_is(s, "hem") || span_is(s, "haar") || span_is(s, "hen") || span_is(s, "hij") || span_is(s, "zij");
}

/* Whether a phrase can be somebody who speaks: a body, a name, a rank, sources; or `hem`. */
static bool is_person(const Document *d, const Analysis *a, Range words, int32_t first)
{
    if (!range_some(words)) return false;
    if (is_him(d, words)) return true;
    for (int32_t t = first; t < a->last && d->tokens.item[t].at.from < words.to; t++) {
        if (mention_at(a, t, MENTION_BODY) || (is_name(d, t) && !is_of_force(a, t)) || word_in(d, t, WORDS_RANK)) return true;
    }
    return false;
}

/* The phrase at `i`, or behind one preposition there, when it is somebody who speaks. */
static Range person_at(const Document *d, const Analysis *a, int32_t i)
{
    if (i < a->last && word_in(d, i, WORDS_SOURCE_AT)) i++;
    if (i >= a->last || (function_of(a, i) & (FC(SUB) | FC(SUB_SURE) | FC(REL)))) return NO_RANGE;   /* `liet weten dat Denemarken ...` */
    Range words = phrase_from(d, a, i);
    return is_person(d, a, words, i) ? words : NO_RANGE;
}

/* `Het kabinet liet eerder al weten`: the body that opens the clause of token `at`. */
static Range body_before(const Document *d, const Analysis *a, int32_t at)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (m->kind != MENTION_BODY || m->last != at || phrase_governed(a, m)) continue;
        return phrase_words(d, a, m);
    }
    return NO_RANGE;
}

/* `volgens de minister`, `zo meldt Defensie`, `liet Defensie weten`, `zo is vernomen uit militaire bronnen`. */
static Range according_to(const Document *d, const Analysis *a)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (!marker_is(m, "speaker_according")) continue;
        Range words = person_at(d, a, m->last);
        for (int32_t t = m->first + 1; !range_some(words) && t < m->last - 1; t++)
            if (!phrase_verb(a, t)) words = person_at(d, a, t);
        if (range_some(words)) return words;
        words = body_before(d, a, m->first);
        if (range_some(words) && word_in(d, m->last - 1, WORDS_LETTING_KNOW)) return words;
    }
    return NO_RANGE;
}

/* Whether clause `c` reports what somebody says: by its verb, or an idiom (`maakte bekend`); not `Zegt de regering ja, dan ...`. */
static bool is_saying(const Analysis *a, const Clause *c)
{
    bool asks = c->verbs && c->verb[0].token == a->first && a->first == c->first, apart = c->kind == CLAUSE_RELATIVE;
    if (c->passive || asks || apart || (c->head_classes & deciding)) return false;
    if (c->head_classes & VC(SAY)) return true;
    for (Size i = 0; i < a->mention.len; i++)
        if (marker_is(&a->mention.item[i], "act:say") && clause_at(&a->clauses, a->mention.item[i].first) == c) return true;
    return false;
}

/* The body that is the subject of a clause of saying; a minister's wish is his word too, a capital speaks for its government. */
static Range subject_of_saying(const Document *d, const Analysis *a)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool body = m->kind == MENTION_BODY, capital = m->kind == MENTION_METONYM;
        if ((!body && !capital) || phrase_governed(a, m)) continue;
        const Clause *c = clause_at(&a->clauses, m->first);
        bool wants = body && !c->passive && ((c->mood & MOOD_WANT) || (c->head_classes & VC(WANT))) && lexicon_has(m->entry, "kind", "minister");
        if (is_saying(a, c) || wants) return phrase_body(d, a, m);
    }
    return NO_RANGE;
}

/* `zegt Boekholt-O'Sullivan`, `vertelt majoor Nico Teerds`; `Kolonel Thurman zei`. */
static Range name_beside_saying(const Document *d, const Analysis *a)
{
    for (Size i = 0; i < a->clauses.clause.len; i++) {
        const Clause *c = &a->clauses.clause.item[i];
        if (!is_saying(a, c)) continue;
        bool ranked = word_in(d, c->first, WORDS_RANK) || (word_in(d, c->first + 1, WORDS_RANK) && (function_of(a, c->first) & FC(DET)));
        if (ranked) return phrase_from(d, a, c->first);
        for (int v = 0; v < c->verbs; v++) {
            int32_t next = c->verb[v].last;
            bool perfect = (c->verb[v].classes & VC(AUX)) && (c->head_classes & VC(SAY));   /* `Dat heeft kolonel Thurman gezegd` */
            if (!((c->verb[v].classes & VC(SAY)) || perfect) || c->verb[v].form != FORM_FINITE || next >= c->last) continue;
            if (word_in(d, next, WORDS_HE)) return token_range(d, next, next + 1);
            bool place = mention_at(a, next, MENTION_COUNTRY) || mention_at(a, next, MENTION_ADJECTIVE);
            int32_t noun = next + ((function_of(a, next) & FC(DET)) && next + 1 < c->last);
            if ((is_name(d, next) && !place) || word_in(d, noun, WORDS_RANK)) return phrase_from(d, a, next);
        }
    }
    return NO_RANGE;
}

/* Who speaks in sentence `a`: `volgens X`, `zegt X`, `X zei dat`. */
static Range speaker_in(const Document *d, const Analysis *a)
{
    Range words = according_to(d, a);
    if (!range_some(words)) words = subject_of_saying(d, a);
    return range_some(words) ? words : name_beside_saying(d, a);
}

/* `Dat hebben de ministers vrijdag geschreven`: who says what stands before sentence `a`. */
static Range speaker_behind(const Document *d, const Analysis *a)
{
    if (!token_is(d, a->first, "dat") && !token_is(d, a->first, "dit")) return NO_RANGE;
    const Clause *c = clause_at(&a->clauses, a->first);
    if (c->negated) return NO_RANGE;
    if (is_saying(a, c)) return speaker_in(d, a);
    for (Size i = 0; i < a->mention.len; i++)
        if (marker_is(&a->mention.item[i], "speaker_according") && clause_at(&a->clauses, a->mention.item[i].first) == c) return according_to(d, a);
    return NO_RANGE;
}

/* The speaker that `Dat zei ...` names for sentence `at`: next to it, or at the head of the paragraph behind it. */
static Range said_behind(const Context *c, int32_t at, int32_t n)
{
    const Sentence *first = &c->d->sentences.item[c->first_sentence + at];
    for (int32_t t = at + 1; t < n && t <= at + SAID_REACH; t++) {
        const Sentence *s = &c->d->sentences.item[c->first_sentence + t];
        Range words = c->read[t] ? speaker_behind(c->d, &c->analysis[t]) : NO_RANGE;
        bool heads = s->paragraph > first->paragraph && s[-1].paragraph < s->paragraph;
        if (range_some(words)) return heads || t <= at + 2 ? words : NO_RANGE;
        if (s->paragraph > first->paragraph && s->tokens > DATE_LINE_TOKENS) break;
    }
    return NO_RANGE;
}

/* `Ludo De Brabander: “Er liggen ...`: names and a quotation. */
static bool is_name_label(const Document *d, const Analysis *a, int32_t colon)
{
    for (int32_t i = a->first; i < colon; i++)
        if (!is_name(d, i) || mention_at(a, i, MENTION_COUNTRY) || mention_at(a, i, MENTION_PLACE) || mention_at(a, i, MENTION_MISSION)) return false;
    return colon >= a->first + 2 && colon <= a->first + 5 && (d->tokens.item[colon + 1].flags & TOKEN_QUOTED || d->tokens.item[colon + 2].flags & TOKEN_QUOTED);
}

/* `De minister van Defensie: De bijdrage ...`, `De heer Peeters. - Op 19 april ...`: a label before what somebody says. */
static Range speaker_label(const Document *d, const Analysis *a)
{
    bool person = false, ranked = false;
    for (int32_t i = a->first; i + 1 < a->last && i < a->first + LABEL_TOKENS; i++) {
        const Mention *m = mention_at(a, i, MENTION_BODY);
        person = person || (m && m->first <= a->first + 1 && lexicon_has(m->entry, "kind", "minister")) || word_in(d, i, WORDS_TITLE);
        bool mark = token_is_mark(d, i, ':') || (token_is_mark(d, i, '.') && token_is_mark(d, i + 1, '-'));
        bool quoted = i + 2 < a->last && (d->tokens.item[i + 1].flags & TOKEN_QUOTED || d->tokens.item[i + 2].flags & TOKEN_QUOTED);
        ranked = ranked || (i <= a->first + 2 && word_in(d, i, WORDS_RANK));
        if (mark) return i > a->first && (person || (ranked && quoted) || (i + 2 < a->last && is_name_label(d, a, i))) ? token_range(d, a->first, i) : NO_RANGE;
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

/* Whether a phrase names nobody: `de bewindsman`, `de minister`. */
static bool is_nameless(const Context *c, Range words)
{
    Span s = span_range(c->d->bytes, words);
    for (Size i = 1; i < s.len; i++)
        if (s.at[i] >= 'A' && s.at[i] <= 'Z') return false;
    return !span_starts(s, SPAN("een "));
}

/* The minister by name that the sentences before `at` tell of last, for `de bewindsman`. */
static Range named_before(const Context *c, int32_t at)
{
    for (int32_t s = at; s >= 0 && s >= at - NAME_REACH; s--) {
        if (!c->read[s]) continue;
        const Analysis *a = &c->analysis[s];
        for (Size i = a->mention.len - 1; i >= 0; i--) {
            const Mention *m = &a->mention.item[i];
            if (m->kind != MENTION_BODY || !lexicon_has(m->entry, "kind", "minister")) continue;
            const Mention *nation = m->first > a->first ? mention_at(a, m->first - 1, MENTION_ADJECTIVE) : NULL;
            if (nation && nation->id.len && !span_equal(nation->id, c->reading->country)) continue;
            Range words = phrase_body(c->d, a, m);
            if (m->last < a->last && is_name(c->d, m->last) && !is_nameless(c, words)) return words;
        }
    }
    return NO_RANGE;
}

/* Whether the words are a minister's office alone. */
static bool is_office(const Context *c, Range words, int32_t at)
{
    int32_t n = c->d->items.item[c->item].sentences, first = at > NAME_REACH ? at - NAME_REACH : 0;
    for (int32_t s = first; s < n && s <= at + NAME_REACH; s++) {
        const Sentence *x = &c->d->sentences.item[c->first_sentence + s];
        if (words.from < x->at.from || words.from >= x->at.to || !c->read[s]) continue;
        const Analysis *a = &c->analysis[s];
        for (Size i = 0; i < a->mention.len; i++) {
            const Mention *m = &a->mention.item[i];
            Range own = token_range(c->d, m->first, m->last);
            if (m->kind == MENTION_BODY && own.from >= words.from && own.to <= words.to && lexicon_has(m->entry, "kind", "minister")) return is_nameless(c, words);
        }
    }
    return false;
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
    if (!range_some(words)) words = said_behind(c, at, n), how = HOW_CARRIED;
    bool before = quoted ? !range_some(words) : range_some(words) && is_him(c->d, words);
    for (int32_t s = at - 1; before && s >= 0 && s >= at - 4; s--) {
        if (!c->read[s]) continue;
        Range told = speaker_in(c->d, &c->analysis[s]);
        if (!range_some(told) || is_him(c->d, told)) continue;
        words = told, how = HOW_CARRIED, before = false;
    }
    if (!range_some(words)) words = paragraph_label(c, at), how = words.from >= c->d->sentences.item[k->a->sentence].at.from ? HOW_STATED : HOW_CARRIED;
    if (!range_some(words) || is_him(c->d, words)) return;
    Range name = how == HOW_CARRIED && is_office(c, words, at) ? named_before(c, at) : NO_RANGE;
    if (range_some(name)) words = name;
    k->claim.speaker = words;
    fields_prove(&k->claim, FIELD_SPEAKER, how, words, "who says so");
}
