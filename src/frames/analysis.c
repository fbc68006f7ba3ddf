/* From matches to mentions. */
#include "frames/analysis.h"

#include "frames/compound.h"
#include "lexicon/wordlist.h"

const char *mention_kind_name(MentionKind k)
{
    static const char *const names[] = {"country", "adjective", "demonym", "metonym", "own", "neighbour", "mission", "place", "body",
                                        "unit", "ship", "actnoun", "state", "role", "marker", "nonforce"};
    return names[k];
}

const Mention *mention_at(const Analysis *a, int32_t i, MentionKind kind)
{
    for (Size k = 0; k < a->mention.len; k++) {
        const Mention *m = &a->mention.item[k];
        if (m->kind == kind && m->first <= i && i < m->last) return m;
    }
    return NULL;
}

bool clause_has(const Clause *c, WordList lemmas)
{
    for (int v = 0; v < c->verbs; v++)
        if (lemma_in(lemmas, lexicon_field(c->verb[v].verb, "lemma"))) return true;
    return false;
}

bool verb_between(const Analysis *a, int32_t from, int32_t to)
{
    for (Size i = 0; i < a->clauses.clause.len; i++) {
        const Clause *c = &a->clauses.clause.item[i];
        for (int v = 0; v < c->verbs; v++)
            if (c->verb[v].token >= from && c->verb[v].token < to) return true;
    }
    return false;
}

bool mention_in_mission(const Analysis *a, const Mention *m)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *o = &a->mention.item[i];
        if (o->kind == MENTION_MISSION && o->first <= m->first && m->last <= o->last && o->last - o->first > m->last - m->first) return true;
    }
    return false;
}

bool marker_is(const Mention *m, const char *class)
{
    return m->kind == MENTION_MARKER && lexicon_has(m->entry, "class", class);
}

static bool is_clause_verb(const Analysis *a, int32_t i)
{
    const Clause *c = clause_at(&a->clauses, i);
    for (int v = 0; v < c->verbs; v++)
        if (c->verb[v].token == i) return true;
    return false;
}

/* Whether a time ends before token `i`: `verlaten na de zomer Mali`, `sinds 2013 20 Zweden`. */
static bool ends_time(const Analysis *a, int32_t i)
{
    for (Size k = 0; k < a->times.item.len; k++)
        if (a->times.item.item[k].last == i && a->times.item.item[k].kind == TIME_PERIOD) return true;
    return false;
}

/* The preposition that governs the noun phrase beginning before token `i`: looks back over determiners, adjectives and numbers. */
/* `uit het door oorlog geteisterde Soedan`: the preposition before the article of a name whose participle has a phrase of its own, which ends at token `k`; or -1. */
static int32_t before_attribute(const Document *d, const Analysis *a, int32_t k)
{
    enum { REACH = 4 };
    for (int32_t j = k; j > a->first + 1 && j > k - REACH; j--) {
        if (!(function_of(a, j) & FC(PREP))) continue;
        bool article = word_in(d, j - 1, WORDS_ARTICLE), governed = (function_of(a, j - 2) & FC(PREP)) && !(function_of(a, j - 2) & FC(DET));
        return article && governed ? j - 2 : -1;
    }
    return -1;
}

static int32_t governing_prep(const Document *d, const Analysis *a, int32_t i)
{
    for (int32_t k = i - 1; k >= a->first && k >= i - 6; k--) {
        const Token *t = &d->tokens.item[k];
        if (ends_time(a, k + 1)) return -1;
        uint32_t f = function_of(a, k);
        if (t->kind == TOKEN_PUNCT) return -1;
        bool pronoun = token_is(d, k, "dat") || (token_is(d, k, "die") && clause_at(&a->clauses, i)->kind == CLAUSE_RELATIVE);
        if (clause_at(&a->clauses, i)->opener == k && pronoun) return -1;   /* `op voorwaarde dat Zweden er 60 levert`, `de bommen die Israël gooide` */
        if (word_in(d, k, WORDS_AMONG_OTHERS) && k > a->first && token_is(d, k - 1, "onder")) {   /* `onder meer Italië`: an adverb */
            k--;
            continue;
        }
        if ((f & FC(PREP)) && !(f & FC(DET))) return k;
        if (f & (FC(DET) | FC(POSSESSIVE))) continue;
        if (f || is_clause_verb(a, k)) return -1;
        if (t->kind == TOKEN_NUMBER) continue;
        Span w = token_folded(d, k);
        bool adjective = w.len > 2 && w.at[w.len - 1] == 'e';
        /* a noun in apposition: `in buurland Koeweit`, `op vliegbasis Azraq` */
        bool apposed = k == i - 1 && t->kind == TOKEN_WORD && !(t->flags & TOKEN_CAPITAL) && (d->tokens.item[i].flags & TOKEN_CAPITAL);
        if (!adjective && !apposed) return k == i - 2 ? before_attribute(d, a, k) : -1;
    }
    return -1;
}

static MentionKind country_kind(Entry e)
{
    static const MentionKind kinds[] = {MENTION_COUNTRY, MENTION_COUNTRY, MENTION_ADJECTIVE, MENTION_DEMONYM, MENTION_METONYM, MENTION_NEIGHBOUR};
    return e.column < sizeof kinds / sizeof *kinds ? kinds[e.column] : MENTION_COUNTRY;
}

static bool kind_of_entry(Entry e, MentionKind *kind)
{
    switch (e.table) {
    case TABLE_COUNTRIES: *kind = country_kind(e); return true;
    case TABLE_MISSIONS: *kind = MENTION_MISSION; return true;
    case TABLE_PLACES: *kind = MENTION_PLACE; return true;
    case TABLE_BODIES: *kind = MENTION_BODY; return true;
    case TABLE_UNITS: *kind = MENTION_UNIT; return true;
    case TABLE_SHIPS: *kind = MENTION_SHIP; return true;
    case TABLE_ACTNOUNS: *kind = MENTION_ACTNOUN; return true;
    case TABLE_ADJECTIVES: *kind = MENTION_ADJ_STATE; return true;
    case TABLE_ROLES: *kind = MENTION_ROLE; return true;
    case TABLE_MARKERS: *kind = MENTION_MARKER; return true;
    case TABLE_NONFORCE: *kind = MENTION_NONFORCE; return true;
    default: return false;
    }
}

static Span id_of_entry(Entry e)
{
    switch (e.table) {
    case TABLE_COUNTRIES: return lexicon_field(e, "id");
    case TABLE_PLACES: return lexicon_field(e, "host");
    case TABLE_BODIES: return lexicon_field(e, "country");
    case TABLE_UNITS: return lexicon_field(e, "country");
    case TABLE_SHIPS: return lexicon_field(e, "navy");
    default: return (Span){0};
    }
}

/* Names hide what stands inside them: `Amerika` in `Verenigde Staten van Amerika`, `Mali` in `EUTM Mali` stays (a place inside a mission name). */
static bool hidden_by(const Analysis *a, const Match *m, Entry e, MentionKind kind)
{
    /* `bewaken sinds mei het Baltische luchtruim`: the words that tell it alone, inside words with a gap that tell it only with a theatre */
    bool sure = kind == MENTION_MISSION && span_ends(lexicon_form(e), SPAN("@*"));
    if (kind == MENTION_ACTNOUN || kind == MENTION_ROLE || kind == MENTION_ADJ_STATE || kind == MENTION_MARKER) return false;
    for (Size k = 0; k < a->mention.len; k++) {
        const Mention *o = &a->mention.item[k];
        bool covers = o->first <= m->first && m->last <= o->last && o->last - o->first > m->last - m->first;
        if (!covers) continue;
        if (o->kind == MENTION_COUNTRY || o->kind == MENTION_PLACE || o->kind == MENTION_UNIT || o->kind == MENTION_SHIP) return true;
        if (o->kind == MENTION_BODY && kind == MENTION_BODY) return true;
        if (o->kind == MENTION_MISSION && kind == MENTION_MISSION) return !(sure && span_find(lexicon_form(o->entry), SPAN("…"), 0) >= 0);
        /* `medische evacuaties` are a task, not the evacuation of a country */
        if (o->kind == MENTION_ROLE && kind == MENTION_MISSION && lexicon_has(o->entry, "roles", "medical")) return true;
    }
    return false;
}

/* Zr.Ms., or a noun of ships (fregat) right before the name. */
static bool ship_prefix(const Analysis *a, int32_t i)
{
    if (i < a->first) return false;
    if (function_of(a, i) & FC(SHIP_PREFIX)) return true;
    for (int32_t k = a->matches.at[i - a->first]; k >= 0 && k < a->matches.match.len && a->matches.match.item[k].first == i; k++) {
        Entry e = match_entry(&a->matches, &a->matches.match.item[k], TABLE_ASSETS);
        if (entry_some(e) && span_is(lexicon_field(e, "asset"), "ship")) return true;
    }
    return false;
}

/* `de Evertsen`, `de Vlaardingen`: a person or a town takes no article; not `de Rotterdam Marathon`. */
static bool ship_by_article(const Document *d, const Analysis *a, const Match *m, Entry e)
{
    int32_t i = m->first - 1;
    if (i < a->first || !token_is(d, i, "de") || !lexicon_has(e, "note", "article")) return false;
    if (m->last >= a->last || d->tokens.item[m->last].kind != TOKEN_WORD) return true;
    char next = token_text(d, m->last).at[0];
    return !(next >= 'A' && next <= 'Z');
}

/* `de Duitse Bayern en de Franse Aconit`: the article and the nation of its navy before it, in a sentence that speaks of ships. */
static bool ship_by_nation(const Document *d, const Analysis *a, const Match *m, Entry e)
{
    const Mention *nation = m->first > a->first + 1 ? mention_at(a, m->first - 1, MENTION_ADJECTIVE) : NULL;
    bool theirs = nation && nation->last == m->first && span_equal(nation->id, lexicon_field(e, "navy")) && token_is(d, nation->first - 1, "de");
    bool name = m->last >= a->last || d->tokens.item[m->last].kind != TOKEN_WORD || !(d->tokens.item[m->last].flags & TOKEN_CAPITAL);
    for (Size k = 0; theirs && name && k < a->mention.len; k++)
        if (a->mention.item[k].kind == MENTION_SHIP) return true;
    for (int32_t i = a->first; theirs && name && i < m->first; i++)
        if (word_in(d, i, WORDS_FLEET) || ship_prefix(a, i)) return true;
    return false;
}

/* A ship's bare name that is also a word needs a prefix (Zr.Ms., fregat), or another ship right before it (`Zr.Ms. Zeeland en Pelikaan`). */
static bool ship_stands(const Document *d, const Analysis *a, const Match *m, Entry e, ShipsKnown *ships)
{
    bool ambiguous = lexicon_has(e, "note", "ambiguous"), known = false;
    int32_t before = m->first - 1;
    if (before >= a->first && token_is_mark(d, before, '.')) before--;
    bool prefixed = ship_prefix(a, before) || ship_by_article(d, a, m, e);
    for (int i = 0; i < ships->count; i++) known = known || ships->row[i] == e.row;
    if (prefixed && !known && ships->count < SHIPS_KNOWN) ships->row[ships->count++] = e.row;
    if (ambiguous && ship_by_nation(d, a, m, e)) return true;
    bool joined = m->first > a->first + 1 && (token_is(d, m->first - 1, "en") || token_is_mark(d, m->first - 1, ',')) && mention_at(a, m->first - 2, MENTION_SHIP);
    if (!ambiguous || prefixed || joined) return true;
    return known && (before < a->first || (function_of(a, before) & (FC(DET) | FC(COORD))) || token_is_mark(d, before, ','));
}

/* A place name that is also a word or a surname needs a preposition of place right before it, a sea one before its article (`in de Golf`). */
static bool place_stands(const Analysis *a, const Match *m, Entry e)
{
    if (!lexicon_has(e, "note", "ambiguous")) return true;
    bool article = lexicon_has(e, "kind", "gulf") && m->first - 2 >= a->first && (function_of(a, m->first - 1) & FC(DET));
    return function_of(a, m->first - 1 - article) & FC(PREP_PLACE);
}

/* `de Zweedse minister`: the state that the adjective before token `at` names. */
static Span nation_before(const Analysis *a, int32_t at)
{
    const Mention *m = mention_at(a, at - 1, MENTION_ADJECTIVE);
    return m && m->last == at ? m->id : (Span){0};
}

/* `zit er bijna op`: the particle of an idiom with a gap, and no preposition: `zitten er nog 31 op het hoofdkwartier`. */
static bool idiom_stands(const Document *d, const Analysis *a, const Match *m, Entry e)
{
    bool gap = span_find(lexicon_form(e), SPAN("\u2026"), 0) >= 0 && lexicon_has(e, "class", "act:end") && token_is(d, m->last - 1, "op");
    if (!gap || m->last >= a->last) return true;
    return d->tokens.item[m->last].kind == TOKEN_PUNCT || token_is(d, m->last, "voor") || (function_of(a, m->last) & FC(COORD));
}

static void add_mention(const Document *d, Analysis *a, const Match *m, int32_t index, Entry e, ShipsKnown *ships, Arena *keep)
{
    MentionKind kind;
    if (!kind_of_entry(e, &kind) || hidden_by(a, m, e, kind)) return;
    if (kind == MENTION_SHIP && !ship_stands(d, a, m, e, ships)) return;
    if (kind == MENTION_PLACE && !place_stands(a, m, e)) return;
    if (kind == MENTION_MARKER && !idiom_stands(d, a, m, e)) return;
    Mention *n = ARRAY_PUSH(&a->mention, keep);
    *n = (Mention){kind, m->first, m->last, index, e, id_of_entry(e), governing_prep(d, a, m->first)};
    if (kind == MENTION_BODY && !n->id.len) n->id = nation_before(a, m->first);
}

/* `de regering in Helsinki`, `het parlement in Berlijn`: a body without a nation is that of the seat of government behind it. */
static void add_seats(const Document *d, Analysis *a)
{
    for (Size i = 0; i < a->mention.len; i++) {
        Mention *m = &a->mention.item[i];
        bool body = m->kind == MENTION_BODY && !m->id.len && (lexicon_has(m->entry, "kind", "cabinet") || lexicon_has(m->entry, "kind", "parliament") || lexicon_has(m->entry, "kind", "ministry"));
        if (!body || m->last + 1 >= a->last || !token_is(d, m->last, "in")) continue;
        const Mention *seat = mention_at(a, m->last + 1, MENTION_METONYM);
        if (seat && seat->id.len == 2) m->id = seat->id;
    }
}

/* `ons land`, `onze militairen`, and `onze noorderburen` seen from the publisher's country. */
static void add_own(const Document *d, Analysis *a, Span country, Arena *keep)
{
    for (int32_t i = a->first; i < a->last; i++) {
        if (!(function_of(a, i) & FC(OWN))) continue;
        bool land = i + 1 < a->last && token_is(d, i + 1, "land");
        if ((token_is(d, i, "ons") && !land) || mention_at(a, i, MENTION_NEIGHBOUR)) continue;
        if (i + 1 < a->last && word_in(d, i + 1, WORDS_NEWSROOM)) continue;   /* `Van onze correspondent` */
        Mention *n = ARRAY_PUSH(&a->mention, keep);
        *n = (Mention){.kind = MENTION_OWN, .first = i, .last = land ? i + 2 : i + 1, .match = -1, .id = country, .prep = governing_prep(d, a, i)};
    }
}

/* `BE:onze noorderburen` is read in a text of Belgium only. */
static bool seen_from(Entry e, Span country)
{
    Span form = lexicon_form(e);
    return country.len && span_starts(form, country) && form.len > country.len && form.at[country.len] == ':';
}

/* `Zweden` is a state; `300 Zweden` and `de Zweden` are a people. */
static bool is_people(const Document *d, const Analysis *a, int32_t i)
{
    if (i <= a->first) return false;
    if (token_is(d, i - 1, "de") || token_is(d, i - 1, "die") || token_is(d, i - 1, "deze") || token_is(d, i - 1, "alle")) return true;
    for (Size k = 0; k < a->numbers.item.len; k++) {
        const Number *n = &a->numbers.item.item[k];
        if (n->last == i && n->kind == NUMBER_CARDINAL) return true;
    }
    return false;
}

/* The name of a state that may be its people too, as the text around `m` has it. */
static Entry state_or_people(const Document *d, const Analysis *a, const Match *m, Entry e)
{
    for (int32_t x = 0; country_kind(e) == MENTION_COUNTRY && x < m->entries; x++) {
        Entry o = a->matches.entry.item[m->entry + x];
        if (o.table == TABLE_COUNTRIES && o.row == e.row && country_kind(o) == MENTION_DEMONYM && is_people(d, a, m->first)) return o;
    }
    return e;
}

static void add_mentions(const Document *d, Analysis *a, Span country, ShipsKnown *ships, Arena *keep)
{
    for (Size k = 0; k < a->matches.match.len; k++) {
        const Match *m = &a->matches.match.item[k];
        uint32_t seen = 0;
        for (int32_t x = 0; x < m->entries; x++) {
            Entry e = a->matches.entry.item[m->entry + x];
            if (seen >> e.table & 1 && e.table != TABLE_MARKERS) continue;
            if (e.table == TABLE_COUNTRIES && country_kind(e) == MENTION_NEIGHBOUR && !seen_from(e, country)) continue;
            seen |= 1u << e.table;
            if (e.table == TABLE_COUNTRIES) e = state_or_people(d, a, m, e);
            add_mention(d, a, m, (int32_t)k, e, ships, keep);
        }
    }
}

/* `de regering in Lissabon`, `het parlement van Polen`, `de premier van Italië`: the state behind a body, which is then no place. */
static void name_bodies(const Document *d, Analysis *a)
{
    for (Size i = 0; i < a->mention.len; i++) {
        Mention *m = &a->mention.item[i];
        bool governs = m->kind == MENTION_BODY && (lexicon_has(m->entry, "kind", "cabinet") || lexicon_has(m->entry, "kind", "parliament") || lexicon_has(m->entry, "kind", "minister"));
        if (!governs || m->id.len || m->last >= a->last) continue;
        const Mention *seat = NULL;
        if (token_is(d, m->last, "in") || token_is(d, m->last, "te")) seat = mention_at(a, m->last + 1, MENTION_METONYM);
        if (token_is(d, m->last, "van")) seat = mention_at(a, m->last + 1, MENTION_COUNTRY);
        if (!seat && m->first > a->first + 2 && token_is(d, a->first, "in")) {   /* `In Denemarken heeft de regering besloten` */
            const Mention *land = mention_at(a, a->first + 1, MENTION_COUNTRY);
            if (land && lexicon_has(land->entry, "kind", "sender")) seat = land;
        }
        if (seat && seat->id.len == 2) m->id = seat->id;
    }
}

/* `zei dat Denemarken vanaf maart bijdraagt`: which March is meant follows from the verb of its own clause, not from one that stands nearer or that
 * the words of the calendar know. */
static void face_tense(const Analysis *a, Time *t, Written w)
{
    const Clause *c = clause_at(&a->clauses, t->first);
    if (t->kind != TIME_PERIOD || !t->relative || t->anchored || t->connect == CONNECT_SINCE || !day_known(t->bounds.start_earliest)) return;
    bool bare = true;
    for (int v = 0; v < c->verbs; v++) bare = bare && c->verb[v].form == FORM_FINITE;
    bool ahead = c->tense == TENSE_PRESENT || c->tense == TENSE_FUTURE, back = c->tense == TENSE_PAST && bare;
    if (ahead) t->clip = NO_DAY;
    if (t->unit) return;
    if (!(ahead && t->bounds.end_latest.n < w.first.n) && !(back && t->bounds.start_earliest.n > w.last.n)) return;
    for (int i = 0; i < t->alternatives; i++) {
        Bounds b = t->alternative[i];
        if (!day_known(b.start_earliest) || !day_known(b.end_latest)) continue;
        bool fits = ahead ? b.start_earliest.n > w.last.n : b.end_latest.n < w.first.n;
        if (!fits) continue;
        t->alternative[i] = t->bounds;
        t->bounds = b;
        return;
    }
}

/* `Het vertrek is gepland voor maart`, `staat voor maart gepland`. */
static bool is_planned_for(const Document *d, const Analysis *a, const Time *t)
{
    if (t->connect != CONNECT_BEFORE || !token_is(d, t->first, "voor")) return false;
    return (t->first > a->first && word_in(d, t->first - 1, WORDS_PLANNED_FOR)) || (t->last < a->last && word_in(d, t->last, WORDS_PLANNED_FOR));
}

static void face_tenses(const Document *d, Analysis *a, Written w)
{
    for (Size i = 0; i < a->times.item.len; i++) {
        Time *t = &a->times.item.item[i];
        if (day_known(w.first)) face_tense(a, t, w);
        if (is_planned_for(d, a, t)) t->connect = CONNECT_AT;
    }
}

/* `volgens de Deense generaal`, `aldus de Deense premier`. */
static bool is_source(const Document *d, const Analysis *a, const Mention *m)
{
    int32_t i = m->first - 1;
    if (i > a->first && (function_of(a, i) & FC(DET))) i--;
    return i >= a->first && word_in(d, i, WORDS_ACCORDING);
}

/* `"We sturen veertig man", zei de Deense premier`: who says `we` outside the quotation speaks for another state. */
static void name_quoted_own(const Document *d, Analysis *a)
{
    Span spoken = {0};
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool outside = m->id.len == 2 && m->last < a->last && !(d->tokens.item[m->first].flags & TOKEN_QUOTED), leader = m->kind == MENTION_METONYM && m->prep < 0;
        if (!outside || !(leader || m->kind == MENTION_ADJECTIVE) || !(clause_at(&a->clauses, m->first)->classes & VC(SAY) || is_source(d, a, m))) continue;
        const Mention *body = mention_at(a, m->last, MENTION_BODY);
        bool officer = word_in(d, m->last, WORDS_RANK), governs = body && (lexicon_has(body->entry, "kind", "minister") || lexicon_has(body->entry, "kind", "cabinet"));
        if (leader || governs || officer) spoken = m->id;
    }
    for (Size i = 0; spoken.len && i < a->mention.len; i++) {
        Mention *m = &a->mention.item[i];
        if (m->kind == MENTION_OWN && (d->tokens.item[m->first].flags & TOKEN_QUOTED)) m->id = spoken;
    }
}

/* A text with a month, or no date at all, still tells `zondag` and `gisteren` apart: read on one day and a week later, such times move along;
 * `vorige maand` is one before whatever month it is. */
static void read_told(const Document *d, Analysis *a, Written written, Arena *keep)
{
    bool moves = false;
    for (Size i = 0; i < a->times.item.len; i++) moves = moves || a->times.item.item[i].relative;
    if (!moves || (day_known(written.first) && written.first.n == written.last.n)) return;
    a->told_on = day_known(written.first) ? day_add(written.first, (written.last.n - written.first.n) / 2) : day_of(2000, 6, 14);
    Day later = day_add(a->told_on, 7);
    a->told = time_read(d, &a->numbers, a->first, a->last, (Written){a->told_on, a->told_on}, keep);
    a->later = time_read(d, &a->numbers, a->first, a->last, (Written){later, later}, keep);
}

bool analysis_told(const Analysis *a, Size i)
{
    if (a->told.item.len != a->times.item.len || a->later.item.len != a->times.item.len) return false;
    const Time *x = &a->told.item.item[i], *y = &a->later.item.item[i];
    bool known = x->kind == TIME_PERIOD && day_known(x->bounds.start_earliest) && day_known(y->bounds.start_earliest);
    if (!known || x->first != a->times.item.item[i].first) return false;
    bool unit = x->relative && x->unit && x->grain == GRAIN_MONTH;   /* `vorige maand` */
    return unit || y->bounds.start_earliest.n - x->bounds.start_earliest.n == 7;
}

/* `een compagnie van nog geen tachtig man`: the `geen` of a number denies nothing. */
static void few_not_none(const Document *d, Analysis *a)
{
    for (Size i = 0; i < a->numbers.item.len; i++) {
        const Number *n = &a->numbers.item.item[i];
        if (n->last - n->first < 3 || !token_is(d, n->first, "nog") || !token_is(d, n->first + 1, "geen")) continue;
        Clause *c = &a->clauses.clause.item[a->clauses.of[n->first - a->first]];
        if (c->negation == n->first + 1) c->negated = false, c->negation = -1;
    }
}

Analysis analysis_read(const Document *d, int32_t sentence, Written written, Written *told, Span country, ShipsKnown *ships, Arena *keep)
{
    const Sentence *s = &d->sentences.item[sentence];
    Analysis a = {.sentence = sentence, .first = s->token, .last = s->token + s->tokens};
    a.matches = lexicon_match(d, a.first, a.last, keep);
    a.numbers = number_read(d, a.first, a.last, keep);
    a.clauses = clause_read(d, &a.matches, a.first, a.last, keep);
    few_not_none(d, &a);
    amount_part_change(d, &a, keep);
    a.times = time_read_on(d, &a.numbers, a.first, a.last, written, told, keep);
    face_tenses(d, &a, written);
    read_told(d, &a, written, keep);
    add_mentions(d, &a, country, ships, keep);
    add_seats(d, &a);
    add_own(d, &a, country, keep);
    compound_read(d, &a, governing_prep, keep);
    name_bodies(d, &a);
    name_quoted_own(d, &a);
    a.respective = -1;
    for (int32_t i = a.first; i < a.last; i++)
        if (word_in(d, i, WORDS_RESPECTIVELY)) a.respective = i;
    force_read(d, &a, keep);
    return a;
}
