/* Finding verbs among homographs, joining particles, reading verb clusters. */
#include "syntax/verb.h"

#include "lexicon/wordlist.h"

enum { PARTICLE_REACH = 40, COLUMN_LEMMA = 0, COLUMN_PARTICLE = 1, COLUMN_PRESENT = 2, COLUMN_PAST = 3, COLUMN_PARTICIPLE = 4 };

typedef VerbLook Look;

VerbLook verb_look(const Document *d, const Matches *m, const uint32_t *function, int32_t first, int32_t last)
{
    VerbLook l = {d, m, function, first, last, {0}};
    for (int32_t i = first; i < last; i++) l.words[d->tokens.item[i].hash >> 62] |= (uint64_t)1 << (d->tokens.item[i].hash >> 56 & 63);
    return l;
}

/* Whether a word with that hash may stand in the sentence. */
static bool may_stand(const Look *l, uint64_t hash)
{
    return l->words[hash >> 62] >> (hash >> 56 & 63) & 1;
}

static uint32_t function_at(const Look *l, int32_t i)
{
    return i >= l->first && i < l->last ? l->function[i - l->first] : 0;
}

static bool ends_clause(const Look *l, int32_t i)
{
    if (i >= l->last) return true;
    const Token *t = &l->d->tokens.item[i];
    if (t->kind == TOKEN_PUNCT) return !token_is_mark(l->d, i, '(') && !token_is_mark(l->d, i, '"');
    return (function_at(l, i) & (FC(COORD) | FC(SUB) | FC(PREP) | FC(REL))) != 0;
}

static bool table_at(const Look *l, int32_t i, TableId table);

/* Behind a short aside that follows the verb at `i`: `trekt, in maart, zijn militairen terug`; else what follows the verb. */
static int32_t behind_aside(const Look *l, int32_t i)
{
    if (i + 1 >= l->last || !token_is_mark(l->d, i + 1, ',')) return i + 1;
    for (int32_t t = i + 2; t < l->last && t <= i + 2 + VERB_ASIDE; t++)
        if (token_is_mark(l->d, t, ',')) return t + 1;
    return i + 1;
}

/* Whether a verb between the comma before `k` and `k` has the particle there: `stuurt, komen in mei aan`, `blijven, de Fransen moeten weg`; not in a clause
 * with its verbs last: `halen militairen, die daar zitten, weg`. */
static bool is_of_later(const Look *l, int32_t i, int32_t k)
{
    bool comma = false, verb = false;
    for (int32_t t = behind_aside(l, i); t < k; t++) {
        if (token_is_mark(l->d, t, ',')) {
            comma = true;
            verb = table_at(l, t + 1, TABLE_VERBS);
        }
        if (function_at(l, t) & (FC(REL) | FC(SUB) | FC(SUB_SURE))) return false;
    }
    return comma && (verb || word_in(l->d, k - 1, WORDS_MODAL));
}

bool verb_that_clause(const Document *d, int32_t i, int32_t last, uint32_t function)
{
    if (i >= last) return false;
    const Token *t = &d->tokens.item[i];
    if (t->kind == TOKEN_NUMBER || (function & (FC(DET) | FC(PRON) | FC(EXISTENTIAL) | FC(POSSESSIVE))) || word_in(d, i, WORDS_SUBJECT_OPENS)) return true;
    return (t->flags & TOKEN_CAPITAL) && d->bytes.at[t->at.to - 1] != 'e'; /* `dat Frankrijk`, `dat Afrikaanse land` */
}

/* `leverde in die vier maanden`: `die` behind `k` points at a time, or stands right behind verb and preposition; it opens no clause. */
static bool points_at_noun(const Look *l, int32_t i, int32_t k)
{
    if (!(function_at(l, k + 1) & FC(REL)) || k + 2 >= l->last) return false;
    if (token_is(l->d, k + 1, "dat") && verb_that_clause(l->d, k + 2, l->last, function_at(l, k + 2))) return false;
    bool time = word_in(l->d, k + 2, WORDS_THAT_TIME) || l->d->tokens.item[k + 2].kind == TOKEN_NUMBER;
    return (function_at(l, k) & FC(PREP)) && (time || k == i + 1);
}

/* `deel te nemen`, `terug te trekken`: whether the infinitive of a verb written apart opens at token `k`, whose particle is no other's. */
static bool opens_te_verb(const Look *l, int32_t k)
{
    if (k + 2 >= l->last || !token_is(l->d, k + 1, "te")) return false;
    for (int32_t n = l->m->at[k - l->m->first]; n >= 0 && n < l->m->match.len && l->m->match.item[n].first == k; n++)
        if (l->m->match.item[n].last - k >= 3 && entry_some(match_entry(l->m, &l->m->match.item[n], TABLE_VERBS))) return true;
    return false;
}

/* `heeft een groot deel van de troepen teruggetrokken`: a noun, no particle of `heeft`. */
static bool is_noun_here(const Look *l, int32_t i, int32_t k)
{
    return k > i + 1 && token_is(l->d, k, "deel") && word_in(l->d, k - 1, WORDS_BEFORE_PART);
}

/* The separated particle of the verb at `i`: `particle` standing where a clause can end. */
static int32_t find_particle(const Look *l, int32_t i, Span particle, uint64_t hash)
{
    bool purpose = false;
    for (int32_t k = i + 1; k < l->last && k < i + PARTICLE_REACH; k++) {
        const Token *t = &l->d->tokens.item[k];
        purpose = purpose || word_in(l->d, k, WORDS_PURPOSE);
        if (t->kind == TOKEN_PUNCT && (token_is_mark(l->d, k, ';') || token_is_mark(l->d, k, ':'))) return -1;
        if (t->hash != hash || !span_equal(token_folded(l->d, k), particle) || word_in(l->d, k - 1, WORDS_PURPOSE)) continue; /* `om aan Oekraïne te tonen` */
        if (is_of_later(l, i, k)) return -1;
        if (points_at_noun(l, i, k) || opens_te_verb(l, k) || is_noun_here(l, i, k)) continue;
        if (purpose && k + 1 < l->last && token_is(l->d, k + 1, "te")) return -1;   /* `houdt zestig man achter om het kamp af te breken` */
        if (ends_clause(l, k + 1) || token_is(l->d, k + 1, "te") || (k + 2 < l->last && token_is(l->d, k + 2, "te"))) return k;
    }
    return -1;
}

/* `kondigt aan honderd militairen te sturen`: the particle of a verb of speech right behind it or behind a time, with what is promised up to its infinitive. */
static int32_t find_particle_promise(const Look *l, int32_t i, Span particle, uint64_t hash)
{
    enum { NEAR = 5 };
    int32_t at = -1;
    for (int32_t k = i + 1; k < l->last && k <= i + NEAR && at < 0; k++)
        if (l->d->tokens.item[k].hash == hash && span_equal(token_folded(l->d, k), particle)) at = k;
    for (int32_t k = at + 2; at >= 0 && k + 1 < l->last; k++) {
        if (l->d->tokens.item[k].kind == TOKEN_PUNCT || word_in(l->d, k, WORDS_PURPOSE) || (function_at(l, k) & (FC(SUB) | FC(REL)))) return -1;
        if (token_is(l->d, k, "te") && span_ends(token_folded(l->d, k + 1), SPAN("en"))) return at;
    }
    return -1;
}

/* `bij krijgt`, `mee doen`: a particle written apart right before its verb at the end of a clause. */
static int32_t find_particle_before(const Look *l, int32_t i, Span particle)
{
    if (i - 1 < l->first || !ends_clause(l, i + 1) || !span_equal(token_folded(l->d, i - 1), particle)) return -1;
    return word_in(l->d, i - 1, WORDS_LOOSE) ? i - 1 : -1;
}

static bool table_at(const Look *l, int32_t i, TableId table)
{
    if (i < l->first || i >= l->last) return false;
    for (int32_t k = l->m->at[i - l->m->first]; k >= 0 && k < l->m->match.len && l->m->match.item[k].first == i; k++)
        if (entry_some(match_entry(l->m, &l->m->match.item[k], table))) return true;
    return false;
}

/* `De Fransen zijn vertrokken`: a participle behind `zijn` is its verb, not what is his. */
static bool is_perfect(const Look *l, int32_t i)
{
    if (!token_is(l->d, i - 1, "zijn")) return false;
    for (int32_t k = l->m->at[i - l->m->first]; k >= 0 && k < l->m->match.len && l->m->match.item[k].first == i; k++) {
        const Match *m = &l->m->match.item[k];
        for (int32_t x = 0; x < m->entries; x++) {
            Entry e = l->m->entry.item[m->entry + x];
            if (e.table == TABLE_VERBS && e.column == COLUMN_PARTICIPLE) return true;
        }
    }
    return false;
}

/* `dertig van zijn 130 militairen`: `zijn` between a preposition and what is its. */
static bool is_possessive_behind(const Look *l, int32_t i)
{
    if (!token_is(l->d, i, "zijn") || i <= l->first || i + 1 >= l->last || !(function_at(l, i - 1) & FC(PREP)) || !word_in(l->d, i - 1, WORDS_BEFORE_POSSESSIVE)) return false;
    const Token *next = &l->d->tokens.item[i + 1];
    return next->kind == TOKEN_NUMBER || (next->kind == TOKEN_WORD && !function_at(l, i + 1) && !table_at(l, i + 1, TABLE_VERBS));
}

/* `Frankrijk en zijn Europese partners`: `zijn` between a state and what is its. */
static bool is_possessive(const Look *l, int32_t i)
{
    if (is_possessive_behind(l, i)) return true;
    if (!token_is(l->d, i, "zijn") || i < l->first + 2 || i + 2 >= l->last || !token_is(l->d, i - 1, "en")) return false;
    Span adjective = token_folded(l->d, i + 1);
    bool name = (l->d->tokens.item[i - 2].flags & TOKEN_CAPITAL) && !span_ends(token_folded(l->d, i - 2), SPAN("en"));
    return name && (l->d->tokens.item[i + 1].flags & TOKEN_CAPITAL) && span_ends(adjective, SPAN("e")) && l->d->tokens.item[i + 2].kind == TOKEN_WORD;
}

/* A word that can be noun or verb is a noun behind a determiner, an attributive adjective, a preposition or a number. */
static bool noun_here(const Look *l, int32_t i)
{
    const Token *t = &l->d->tokens.item[i];
    if ((t->flags & TOKEN_CAPITAL) && !(t->flags & TOKEN_FIRST) && i > l->first && l->d->tokens.item[i - 1].kind == TOKEN_WORD) return true;
    if (i == l->first) return table_at(l, i, TABLE_ACTNOUNS) && !table_at(l, i, TABLE_NONE) && (t->flags & TOKEN_CAPITAL) && (function_at(l, i + 1) & FC(PREP));
    if (is_perfect(l, i)) return false;
    uint32_t before = function_at(l, i - 1);
    /* `hun inzet` is a noun; `volgens haar overweegt` is not: a possessive that can be a pronoun, and a form that is only a verb */
    Span self = token_folded(l->d, i);
    bool only_verb = (before & FC(PRON)) && self.len > 3 && self.at[self.len - 1] == 't' && !table_at(l, i, TABLE_ACTNOUNS);
    if ((before & FC(POSSESSIVE)) && !only_verb) return true;
    if ((before & FC(DET)) && !(before & (FC(PRON) | FC(REL)))) return true;
    bool act = table_at(l, i, TABLE_ACTNOUNS), thing = word_in(l->d, i, WORDS_STATES);
    if (act && (before & (FC(DET) | FC(PREP)))) return true;
    /* `tientallen keren`, not `SFIR 4 keren donderdag terug` */
    bool count = l->d->tokens.item[i - 1].kind == TOKEN_NUMBER || word_in(l->d, i - 1, WORDS_MANY);
    if (count && word_in(l->d, i, WORDS_TIMES_OVER) && find_particle(l, i, SPAN("terug"), span_hash(SPAN("terug"))) < 0) return true;
    /* `18 landen`, `andere landen` */
    if (thing && l->d->tokens.item[i - 1].kind == TOKEN_NUMBER) return true;
    Span word = token_folded(l->d, i - 1);
    /* `de geplande inzet` */
    uint32_t led = function_at(l, i - 2);
    if (act && before == 0 && word.len > 3 && word.at[word.len - 1] == 'e' && (led & (FC(DET) | FC(POSSESSIVE) | FC(PREP))) && !(led & FC(REL))) return true;
    return (act || thing) && before == 0 && word.len > 3 && word.at[word.len - 1] == 'e' && !table_at(l, i - 1, TABLE_VERBS);
}

static VerbForm form_of(Entry e, const Match *match)
{
    if (e.column == COLUMN_PARTICIPLE) return FORM_PARTICIPLE;
    if (e.column == COLUMN_LEMMA) return match->last - match->first >= 3 ? FORM_TE : FORM_INFINITIVE;
    return FORM_FINITE;
}

/* Two verbs share a form: the nearer particle tells (doen mee aan), else the present is meant (voeren is rarely the past of varen). */
static void replace(const Document *d, Verb *to, const Match *match, Entry e, int32_t particle, VerbForm form, bool past)
{
    /* `zullen taken uitvoeren`, no past of uitvaren */
    bool lemma = form == FORM_FINITE && span_equal(lexicon_column(e, COLUMN_LEMMA), token_folded(d, to->token));
    *to = (Verb){.token = to->token, .last = match->last, .particle = particle, .verb = e, .form = form, .past = past, .plural_or_inf = lemma};
    to->classes = verb_classes(e);
}

/* Adopts `e` for the verb at `i` where it fits better than what was found so far. */
static void consider(const Look *l, int32_t i, const Match *match, Entry e, Verb *to, int *best)
{
    int32_t particle = -1;
    int rank = 2;
    if (e.alt == ENTRY_SEPARATED) {
        Span p = lexicon_column(e, COLUMN_PARTICLE);
        uint64_t hash = span_hash(p);
        bool some = may_stand(l, hash);
        if (some) particle = find_particle(l, i, p, hash);
        if (some && particle < 0) particle = find_particle_before(l, i, p);
        if (some && particle < 0 && (verb_classes(e) & (VC(PLAN) | VC(SAY) | VC(OFFER) | VC(WANT)))) particle = find_particle_promise(l, i, p, hash);
        if (particle < 0) rank = 0;
        else rank = 4;
    }
    VerbForm form = form_of(e, match);
    bool past = form == FORM_FINITE && e.column == COLUMN_PAST;
    if (rank > *best) {
        *best = rank;
        *to = (Verb){.token = i, .last = match->last, .particle = particle, .verb = rank ? e : (Entry){0}, .form = form, .past = past,
                     .classes = rank ? verb_classes(e) : 0};
    } else if (rank == *best && rank > 0 && to->verb.row == e.row) {
        if ((to->form == FORM_INFINITIVE) != (form == FORM_INFINITIVE) && (form == FORM_FINITE || to->form == FORM_FINITE)) {
            to->plural_or_inf = true;
            to->form = FORM_FINITE;
            to->past = to->past || past;
        }
        if ((to->form == FORM_PARTICIPLE) != (form == FORM_PARTICIPLE)) {
            to->or_participle = true;
            to->past = to->past || past;
            to->form = FORM_FINITE;
        }
    } else if (rank == *best && rank > 0 && particle >= 0 && particle != to->particle) {
        if (particle < to->particle) replace(l->d, to, match, e, particle, form, past);
    } else if (rank == *best && rank > 0 && form == FORM_FINITE && to->form == FORM_FINITE && past != to->past) {
        if (to->past) replace(l->d, to, match, e, particle, form, past);
    } else if (rank == *best && rank > 0) {
        to->classes |= verb_classes(e);
    }
}

/* `de geplande missie`, `afgelopen zomer`, `het verlaten kamp`: a participle before the noun it describes, told by its ending, by being one of time gone
 * by, or by what stands before it. */
static bool attributive(const Look *l, int32_t i)
{
    if (i + 1 >= l->last || l->d->tokens.item[i + 1].kind == TOKEN_PUNCT || (function_at(l, i + 1) & ~FC(POSSESSIVE))) return false;
    bool noun = !function_at(l, i + 1) && !table_at(l, i + 1, TABLE_VERBS), word = l->d->tokens.item[i + 1].kind == TOKEN_WORD;
    Span self = token_folded(l->d, i);
    if ((noun && word_in(l->d, i, WORDS_GONE_BY)) || (word && self.len > 2 && self.at[self.len - 1] == 'e')) return true;
    bool led = i == l->first || (function_at(l, i - 1) & (FC(DET) | FC(POSSESSIVE) | FC(PREP)));
    return led && noun && word && span_ends(self, SPAN("en"));
}

/* `het verlengen van`: an infinitive used as a noun carries no tense. */
static void nominal(const Look *l, int32_t i, Verb *to)
{
    if (to->plural_or_inf && i > l->first && token_is(l->d, i - 1, "het") && i + 1 < l->last && token_is(l->d, i + 1, "van")) to->form = FORM_INFINITIVE;
}

/* `heeft 55.000 kilometer afgelegd`, `is volgestroomd`: a participle by its shape alone, closing its clause, of a verb that no list has. */
static bool unlisted_participle(const Look *l, int32_t i, Verb *to)
{
    enum { SHORTEST = 7 };
    const Token *t = &l->d->tokens.item[i];
    Span word = token_folded(l->d, i), rest = word;
    if (t->kind != TOKEN_WORD || (t->flags & TOKEN_CAPITAL) || word.len < SHORTEST || function_at(l, i) || !ends_clause(l, i + 1)) return false;
    if (l->m->at[i - l->m->first] >= 0 || (function_at(l, i - 1) & (FC(DET) | FC(POSSESSIVE) | FC(PREP)))) return false;
    bool led = false;
    for (Size k = 2; k + 4 < word.len && k <= 6 && !led; k++) {
        Span particle = {word.at, k};
        led = word.at[k] == 'g' && word.at[k + 1] == 'e' && lemma_in(WORDS_VERB_PARTICLES, particle);
        if (led) rest = (Span){word.at + k, word.len - k};
    }
    bool weak = span_ends(rest, SPAN("d")) || span_ends(rest, SPAN("t")), strong = led && span_ends(rest, SPAN("en"));
    bool fixed = span_starts(word, SPAN("be")) || span_starts(word, SPAN("ver")) || span_starts(word, SPAN("ont")) || span_starts(word, SPAN("her"));
    if (!(span_starts(rest, SPAN("ge")) ? weak || strong : fixed && weak) || word_in(l->d, i, WORDS_PARTICIPLE_LIKE)) return false;
    *to = (Verb){.token = i, .last = i + 1, .particle = -1, .form = FORM_PARTICIPLE};
    return true;
}

bool verb_find(const VerbLook *l, int32_t i, Verb *to)
{
    const Matches *m = l->m;
    int best = -1;
    int32_t length = 0;
    for (int32_t k = m->at[i - m->first]; k >= 0 && k < m->match.len && m->match.item[k].first == i; k++) {
        const Match *match = &m->match.item[k];
        if (length && match->last - match->first < length) break;
        /* `Bij de actie kwam een piloot om`: no `in actie komen` */
        if (match->last - match->first > 1 && word_in(l->d, i, WORDS_BARE_IDIOM) && i > l->first && word_in(l->d, i - 1, WORDS_ARTICLE)) continue;
        for (int32_t x = 0; x < match->entries; x++) {
            Entry e = m->entry.item[match->entry + x];
            if (e.table != TABLE_VERBS) continue;
            length = match->last - match->first;
            consider(l, i, match, e, to, &best);
        }
    }
    if (best < 0) return unlisted_participle(l, i, to);
    if (is_possessive(l, i)) return false;
    if (to->form == FORM_PARTICIPLE && attributive(l, i)) return false;
    if (to->form != FORM_PARTICIPLE && to->form != FORM_TE && length < 2 && noun_here(l, i)) return false;
    nominal(l, i, to);
    bool te = i > l->first && token_is(l->d, i - 1, "te");
    if (te && (to->form == FORM_INFINITIVE || to->plural_or_inf)) to->form = FORM_TE;
    return true;
}

/* The lemmas that tense, mood and voice hang on. */
typedef enum {
    LEMMA_UNKNOWN, LEMMA_OTHER, LEMMA_BLIJVEN, LEMMA_GAAN, LEMMA_HEBBEN, LEMMA_HOEVEN, LEMMA_KUNNEN, LEMMA_LATEN, LEMMA_MOETEN, LEMMA_MOGEN, LEMMA_WILLEN,
    LEMMA_WORDEN, LEMMA_ZIJN, LEMMA_ZULLEN, LEMMAS
} Lemma;

static Lemma lemma_read(Entry verb)
{
    static const char *const names[LEMMAS] = {"", "", "blijven", "gaan", "hebben", "hoeven", "kunnen", "laten", "moeten", "mogen", "willen", "worden", "zijn", "zullen"};
    Span lemma = lexicon_column(verb, COLUMN_LEMMA);
    for (int i = LEMMA_OTHER + 1; i < LEMMAS; i++)
        if (span_is(lemma, names[i])) return (Lemma)i;
    return LEMMA_OTHER;
}

/* Whether that is the lemma of `v`; rows keep theirs once read, as words.c keeps classes. */
static bool lemma_is(const Verb *v, Lemma lemma)
{
    enum { ROWS_KEPT = 4096 };
    static uint8_t kept[ROWS_KEPT];
    if (!entry_some(v->verb)) return false;
    if (v->verb.row >= ROWS_KEPT) return lemma_read(v->verb) == lemma;
    uint8_t *known = &kept[v->verb.row];
    if (*known == LEMMA_UNKNOWN) *known = (uint8_t)lemma_read(v->verb);
    return *known == lemma;
}

static unsigned mood_of(const Verb *v)
{
    if (lemma_is(v, LEMMA_KUNNEN)) return MOOD_CAN;
    if (lemma_is(v, LEMMA_MOETEN)) return MOOD_MUST;
    if (lemma_is(v, LEMMA_MOGEN)) return MOOD_MAY;
    if (lemma_is(v, LEMMA_WILLEN)) return MOOD_WANT;
    if (lemma_is(v, LEMMA_HOEVEN)) return MOOD_NEED;
    return 0;
}

/* In a cluster with another finite verb a form that can be infinitive is one. */
static int find_finite(Clause *c)
{
    int finite = -1;
    for (int i = 0; i < c->verbs; i++) {
        if (c->verb[i].form != FORM_FINITE) continue;
        /* `waar zestig man bij betrokken zijn`, `die vertrokken zijn naar Mali` */
        bool support = c->kind != CLAUSE_MAIN && finite >= 0 && c->verb[finite].or_participle && (c->verb[i].classes & VC(AUX)) && c->verb[i].token == c->verb[finite].last;
        bool sure = support || (!c->verb[i].plural_or_inf && !c->verb[i].or_participle);
        if (finite < 0 || ((c->verb[finite].plural_or_inf || c->verb[finite].or_participle) && sure)) {
            if (finite >= 0) c->verb[finite].form = c->verb[finite].or_participle ? FORM_PARTICIPLE : FORM_INFINITIVE;
            finite = i;
        } else if (c->verb[i].or_participle) {
            c->verb[i].form = FORM_PARTICIPLE;
        } else if (c->verb[i].plural_or_inf) {
            c->verb[i].form = FORM_INFINITIVE;
        }
    }
    return finite;
}

/* An auxiliary or modal that is nothing else here: `gediend` and `geweest` are verbs of their own. */
static bool only_supports(const Verb *v)
{
    uint64_t support = v->classes & (VC(AUX) | VC(MODAL)), own = v->classes & ~(VC(AUX) | VC(MODAL));
    return support && !(v->form == FORM_PARTICIPLE && own);
}

static int find_form(const Clause *c, VerbForm form, int not)
{
    for (int i = 0; i < c->verbs; i++)
        if (i != not && c->verb[i].form == form && !only_supports(&c->verb[i])) return i;
    return -1;
}

/* One that no list has counts with hebben only: `is gespecialiseerd in luchtverdediging` tells how it is. */
static int find_participle(const Clause *c, int finite)
{
    int found = find_form(c, FORM_PARTICIPLE, -1);
    if (found < 0 || entry_some(c->verb[found].verb) || (finite >= 0 && lemma_is(&c->verb[finite], LEMMA_HEBBEN))) return found;
    return find_form(c, FORM_PARTICIPLE, found);
}

static void add_classes(Clause *c, int head)
{
    for (int i = 0; i < c->verbs; i++) {
        uint64_t classes = c->verb[i].classes & ~(VC(AUX) | VC(MODAL));
        c->classes |= classes;
        if (i == head) c->head_classes |= classes;
        else if (c->verb[i].form == FORM_INFINITIVE || c->verb[i].form == FORM_TE) c->inner_classes |= classes;
    }
    if (head < 0) c->head_classes = c->classes & ~c->inner_classes;
}

static const uint64_t MOTION = VC(DEPART) | VC(ARRIVE) | VC(GO) | VC(RETURN) | VC(WITHDRAW) | VC(END) | VC(REMAIN) | VC(RESUME) | VC(ENLARGE) | VC(REDUCE) | VC(BE);

/* heeft moeten vertrekken, heeft laten opereren, zijn gaan oefenen: an infinitive stands for the participle of a verb with another infinitive. */
static bool modal_for_participle(const Clause *c, int finite)
{
    bool have = lemma_is(&c->verb[finite], LEMMA_HEBBEN), be = lemma_is(&c->verb[finite], LEMMA_ZIJN);
    for (int i = 0; i < c->verbs; i++) {
        if (i == finite || c->verb[i].form != FORM_INFINITIVE) continue;
        if (have && mood_of(&c->verb[i])) return true;
        bool leads = i + 1 < c->verbs && c->verb[i + 1].form == FORM_INFINITIVE && c->verb[i + 1].token == c->verb[i].token + 1;
        if (leads && ((have && lemma_is(&c->verb[i], LEMMA_LATEN)) || (be && (lemma_is(&c->verb[i], LEMMA_GAAN) || lemma_is(&c->verb[i], LEMMA_BLIJVEN))))) return true;
    }
    return false;
}

/* `heeft het bevel overgedragen`: hebben of an idiom (bevel hebben) that a participle takes for its own. */
static bool lent(const Clause *c, int finite, int participle)
{
    const Verb *f = &c->verb[finite];
    if (participle < 0 || f->particle < 0 || c->verb[participle].token == f->particle || !entry_some(f->verb)) return false;
    return span_ends(lexicon_column(f->verb, COLUMN_LEMMA), SPAN(" hebben"));
}

static Tense base_tense(const Clause *c, int finite, int participle, int infinitive)
{
    const Verb *f = &c->verb[finite];
    bool have = lemma_is(f, LEMMA_HEBBEN) || lemma_is(f, LEMMA_ZIJN) || lent(c, finite, participle);
    if (lemma_is(f, LEMMA_ZULLEN)) return f->past ? TENSE_CONDITIONAL : TENSE_FUTURE;
    if (lemma_is(f, LEMMA_GAAN) && infinitive >= 0) return f->past ? TENSE_PAST : TENSE_FUTURE;
    if ((have && participle >= 0) || modal_for_participle(c, finite)) return f->past ? TENSE_PLUPERFECT : TENSE_PERFECT;
    return f->past ? TENSE_PAST : TENSE_PRESENT;
}

/* `Zweden, zelf getroffen door aanslagen, heeft er nog 240 man`: a participle between commas before the finite verb is none of its verbs. */
static bool is_aside(const Document *d, const Clause *c, int finite, int participle)
{
    if (finite < 0 || participle < 0) return false;
    int32_t verb = c->verb[finite].token;
    return c->verb[participle].token < verb && verb > c->first && token_is_mark(d, verb - 1, ',');
}

void verb_resolve(const Document *d, Clause *c)
{
    int finite = find_finite(c);
    int participle = find_participle(c, finite), infinitive = find_form(c, FORM_INFINITIVE, -1), te = find_form(c, FORM_TE, -1);
    if (is_aside(d, c, finite, participle)) participle = -1;
    for (int i = 0; i < c->verbs; i++) {
        if (lemma_is(&c->verb[i], LEMMA_WORDEN)) c->passive = participle >= 0;
        /* zijn + participle of a verb that takes an object is a state: zijn gestationeerd; of one of motion it is a perfect: zijn vertrokken */
        if (lemma_is(&c->verb[i], LEMMA_ZIJN) && participle >= 0 && !(c->verb[participle].classes & MOTION)) c->passive = true;
        if (c->verb[i].form != FORM_TE) c->mood |= mood_of(&c->verb[i]);
    }
    int head = participle;
    if (finite >= 0) {
        c->tense = base_tense(c, finite, participle, infinitive);
        bool support = (c->verb[finite].classes & (VC(AUX) | VC(MODAL))) || lent(c, finite, participle);
        bool goes = lemma_is(&c->verb[finite], LEMMA_GAAN) && infinitive >= 0;
        if (!support && !goes) head = finite;
        else if (participle < 0 && infinitive >= 0) head = infinitive;
        else if (participle < 0) head = finite;
    } else if (participle < 0) {
        head = infinitive >= 0 ? infinitive : te;
        c->tense = head >= 0 ? TENSE_INFINITIVE : TENSE_NONE;
    } else {
        c->tense = TENSE_NONE;
    }
    add_classes(c, head);
}
