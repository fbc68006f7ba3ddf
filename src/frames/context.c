/* Country of a page, topics of its items. */
#include "frames/context.h"

#include "frames/scope.h"
#include "lexicon/wordlist.h"

#include <stdlib.h>

enum { ORIGIN_TOKENS = 4000 };

/* The tables that may tell the country of a page. */
static const uint32_t TELLING = 1u << TABLE_ORIGINS | 1u << TABLE_COUNTRIES | 1u << TABLE_UNITS | 1u << TABLE_SHIPS | 1u << TABLE_BODIES | 1u << TABLE_PLACES;

/* The state of a unit, a ship, a body or a home base: `Luchtmobiele Brigade`, `Kleine-Brogel`. */
static Span home_of(const Matches *m, const Match *x)
{
    Entry unit = match_entry(m, x, TABLE_UNITS), ship = match_entry(m, x, TABLE_SHIPS), body = match_entry(m, x, TABLE_BODIES), place = match_entry(m, x, TABLE_PLACES);
    if (entry_some(unit)) return lexicon_field(unit, "country");
    if (entry_some(ship) && !lexicon_has(ship, "note", "ambiguous")) return lexicon_field(ship, "navy");
    if (entry_some(body)) return lexicon_field(body, "country");
    return entry_some(place) && lexicon_has(place, "kind", "home") && !lexicon_has(place, "note", "ambiguous") ? lexicon_field(place, "host") : (Span){0};
}

Span context_country(const Document *d, const ReaderGiven *given, How *how, Range *at, Arena scratch)
{
    *how = HOW_DEFAULTED;
    *at = NO_RANGE;
    if (given->country.len) return given->country;
    if (span_ends(given->publisher, SPAN(".be"))) return SPAN("BE");
    if (span_ends(given->publisher, SPAN(".nl"))) return SPAN("NL");
    int32_t end = (int32_t)(d->tokens.len < ORIGIN_TOKENS ? d->tokens.len : ORIGIN_TOKENS);
    Matches m = lexicon_match(d, 0, end, &scratch);
    int nl = 0, be = 0, home_nl = 0, home_be = 0;
    Range nl_at = NO_RANGE, be_at = NO_RANGE;
    for (Size i = 0; i < m.match.len; i++) {
        const Match *x = &m.match.item[i];
        if (!(match_tables(&m, x) & TELLING)) continue;
        Entry o = match_entry(&m, x, TABLE_ORIGINS), c = match_entry(&m, x, TABLE_COUNTRIES);
        int weight = 0;
        Span id = {0};
        if (entry_some(o)) {
            id = lexicon_field(o, "country");
            weight = atoi(lexicon_field(o, "weight").at);
        } else if (entry_some(c) && span_find_byte(lexicon_form(c), ':', 0) < 0) { /* whom `onze noorderburen` are hangs on who speaks */
            id = lexicon_field(c, "id");
            weight = 1;
        } else {
            Span home = home_of(&m, x);
            home_nl += span_is(home, "NL"), home_be += span_is(home, "BE");
        }
        Range here = token_range(d, x->first, x->last);
        if (span_is(id, "NL")) nl += weight, nl_at = range_some(nl_at) ? nl_at : here;
        if (span_is(id, "BE")) be += weight, be_at = range_some(be_at) ? be_at : here;
    }
    *how = HOW_CARRIED;
    if (nl == be) nl += home_nl, be += home_be; /* units and home bases tell where nothing else does */
    *at = nl > be ? nl_at : be_at;
    if (nl > be) return SPAN("NL");
    if (be > nl) return SPAN("BE");
    *how = HOW_NONE;
    return (Span){0};
}

void topic_add(Topic *t, Span id, int weight, Range at)
{
    for (int i = 0; i < t->count; i++)
        if (span_equal(t->id[i], id)) {
            t->weight[i] += weight;
            return;
        }
    if (t->count == TOPIC_IDS || !id.len) return;
    t->id[t->count] = id;
    t->weight[t->count] = weight;
    t->at[t->count++] = at;
}

bool topic_has(const Topic *t, Span id)
{
    for (int i = 0; i < t->count; i++)
        if (span_equal(t->id[i], id)) return true;
    return false;
}

int topic_leader(const Topic *t)
{
    int best = -1, second = 0;
    for (int i = 0; i < t->count; i++)
        if (best < 0 || t->weight[i] > t->weight[best]) {
            second = best < 0 ? 0 : t->weight[best];
            best = i;
        } else if (t->weight[i] > second) {
            second = t->weight[i];
        }
    return best >= 0 && t->weight[best] >= 2 * second ? best : -1;
}

Analysis *context_analysis(Context *c, int32_t sentence)
{
    int32_t i = sentence - c->first_sentence;
    if (i < 0 || i >= c->d->items.item[c->item].sentences || !c->read[i]) return NULL;
    return &c->analysis[i];
}

/* Title and headings weigh more: they say what the item is about. */
static int sentence_weight(const Document *d, int32_t sentence, int32_t first)
{
    const Sentence *s = &d->sentences.item[sentence];
    return s->kind == SENTENCE_HEADING ? 2 : sentence <= first + 1 ? 2 : 1;
}

/* The theatres of sentence `a`, when it names any. */
static void last_theatres(const Context *c, const Analysis *a, Carry *near)
{
    bool fresh = false;
    for (Size k = 0; k < a->mention.len; k++) {
        const Mention *m = &a->mention.item[k];
        Span rest = m->id, host;
        if (!scope_says_where(c, a, m) || !span_cut(&rest, '|', &host) || !scope_is_theatre(c, host)) continue;
        if (!fresh) near->hosts = 0;
        fresh = true;
        if (near->hosts < CLAIM_HOSTS) near->host[near->hosts++] = host;
    }
}

static bool headed_by_place(const Context *c, const Analysis *a)
{
    for (Size k = 0; k < a->mention.len; k++)
        if (scope_heads(c, a, &a->mention.item[k])) return true;
    return false;
}

/* `Duitsland stuurt`, `Duitse militairen`, `ons land`; not `in Duitsland`, `samen met Duitse militairen`, nor a country that the item names as theatre. */
static bool names_giver(const Context *c, const Analysis *a, const Mention *m)
{
    bool who = m->kind == MENTION_COUNTRY || m->kind == MENTION_ADJECTIVE || m->kind == MENTION_DEMONYM || m->kind == MENTION_METONYM || m->kind == MENTION_OWN;
    return who && m->id.len == 2 && !topic_has(&c->hosts, m->id) && !scope_says_where(c, a, m) && !scope_prep(c, m, WORDS_COMPANY);
}

const Mention *context_head(const Context *c, const Analysis *a)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool first = m->first == a->first || (m->first <= a->first + 2 && c->d->tokens.item[a->first].kind != TOKEN_WORD);
        if (m->kind == MENTION_COUNTRY && first && m->last < a->last && token_is_mark(c->d, m->last, ':')) return m;
    }
    return NULL;
}

/* `Frankrijk: ...`, `Spanje: ...`: most of what opens its lines sends forces and seldom sees any. */
static bool goes_by_state(const Context *c, int32_t sentences)
{
    enum { FEWEST = 3 };
    int heads = 0, senders = 0;
    for (int32_t i = 0; i < sentences; i++) {
        const Mention *m = c->read[i] ? context_head(c, &c->analysis[i]) : NULL;
        if (!m) continue;
        heads++;
        senders += lexicon_has(m->entry, "kind", "sender");
    }
    return senders >= FEWEST && 2 * senders >= heads;
}

/* A page of several items: one that names no mission of its own, and goes on in a theatre of the headline's, is about that. */
static void under_headline(Context *c)
{
    if (c->item == 0) {
        enum { INTRODUCTION = 6 };
        const Item *item = &c->d->items.item[0];
        /* a live page opens with a few lines on what it is about */
        int32_t last = c->d->items.len > 1 && item->sentences <= INTRODUCTION ? item->sentences - 1 : 0;
        Range first = c->d->sentences.item[c->first_sentence + last].at;
        for (int i = 0; i < c->missions.count && !c->headline.len; i++)
            if (c->missions.at[i].from < first.to) c->headline = c->missions.id[i], c->headline_at = c->missions.at[i];
        return;
    }
    int leader = topic_leader(&c->hosts);
    if (c->missions.count || !c->headline.len || leader < 0) return;
    /* who is flown out lands in many a place */
    bool flown = lexicon_has(lexicon_find(TABLE_MISSIONS, c->headline), "kind", "evacuation");
    if (!flown && !mission_in(c->headline, c->hosts.id[leader])) return;
    topic_add(&c->missions, c->headline, 1, c->headline_at);
}

/* A state that may see forces of others, or a place in one. */
static bool names_land(const Context *c, const Mention *m)
{
    bool named = m->kind == MENTION_COUNTRY || m->kind == MENTION_ADJECTIVE || (m->kind == MENTION_PLACE && m->prep >= 0 && !lexicon_has(m->entry, "kind", "home"));
    if (!named || m->id.len != 2 || !scope_is_theatre(c, m->id)) return false;
    Entry state = lexicon_find(TABLE_COUNTRIES, m->id);
    return entry_some(state) && !lexicon_has(state, "kind", "sender") && !lexicon_has(state, "kind", "armed") && !lexicon_has(state, "kind", "rival");
}

void context_topics(Context *c)
{
    int32_t n = c->d->items.item[c->item].sentences;
    c->by_state = goes_by_state(c, n);
    int heads = 0;
    for (int32_t i = 0; i < n; i++) heads += c->read[i] && headed_by_place(c, &c->analysis[i]);
    c->overview = heads >= 2;
    for (int pass = 0; pass < 2; pass++) {
        Carry near = {.hosts = 0};
        for (int32_t i = 0; i < n; i++) {
            if (!c->read[i]) continue;
            const Analysis *a = &c->analysis[i];
            int weight = sentence_weight(c->d, a->sentence, c->first_sentence);
            Span last = {0};
            if (pass == 1) last_theatres(c, a, &near);
            for (Size k = 0; k < a->mention.len; k++) {
                const Mention *m = &a->mention.item[k];
                Range at = token_range(c->d, m->first, m->last);
                if (pass == 0 && scope_says_where(c, a, m)) {
                    Span rest = m->id, piece;
                    if (span_cut(&rest, '|', &piece) && scope_is_theatre(c, piece)) topic_add(&c->hosts, piece, weight, at);
                }
                if (pass == 0 && names_land(c, m)) topic_add(&c->lands, m->id, weight, at);
                if (pass == 1 && names_giver(c, a, m)) topic_add(&c->givers, m->id, weight, at);
                if (pass == 1 && m->kind == MENTION_MISSION) {
                    Span id = scope_mention(c, a, m, &near);
                    if (!span_equal(id, last)) topic_add(&c->missions, id, weight, at);
                    last = id;
                }
            }
        }
    }
    under_headline(c);
}

/* `het Israëlische leger`: a word for any state's forces behind the adjective of another. */
static Span of_another(const Context *c, const Analysis *a, const Mention *m)
{
    const Mention *of = m->first > a->first ? mention_at(a, m->first - 1, MENTION_ADJECTIVE) : NULL;
    return of && of->id.len == 2 && !span_equal(of->id, c->reading->country) ? of->id : (Span){0};
}

/* Page of Patriots: what `twee batterijen`, `beide systemen`, `hun twee eenheden` are; without such a page a system is nothing that is sent. */
static void name_batteries(Context *c)
{
    enum { MOST = 12 };
    Span type = {0};
    int32_t n = c->d->items.item[c->item].sentences;
    for (int32_t i = 0; i < n && !type.len; i++)
        for (Size k = 0; c->read[i] && !type.len && k < c->analysis[i].force.len; k++) {
            const Force *f = &c->analysis[i].force.item[k];
            if (f->asset == ASSET_EQUIPMENT && !f->weak && lemma_in(WORDS_AIR_DEFENCE, f->type)) type = f->type;
        }
    for (int32_t i = 0; i < n; i++)
        for (Size k = 0; c->read[i] && k < c->analysis[i].force.len; k++) {
            Force *f = &c->analysis[i].force.item[k];
            bool system = f->asset == ASSET_EQUIPMENT && f->weak && span_is(f->type, "system"), few = f->quantity.some && f->quantity.known && f->quantity.high <= MOST;
            bool battery = f->asset == ASSET_FORMATION && f->weak && (span_is(f->type, "battery") || (span_is(f->type, "unit") && few && f->quantity.low > 1));
            if (type.len && (battery || system)) {
                f->asset = ASSET_EQUIPMENT, f->type = type;
                const Number *one = !f->quantity.some && f->number >= 0 ? &c->analysis[i].numbers.item.item[f->number] : NULL;
                if (one && one->kind == NUMBER_ARTICLE) f->quantity = (Quantity){true, one->words, true, 1, 1, HEDGE_ONE};
            } else if (system) f->contained = true;
        }
}

void context_forces(Context *c)
{
    name_batteries(c);
    c->forces = 0;
    c->own = false;
    c->own_from = INT32_MAX;
    c->army = (Span){0};
    for (int32_t i = 0; i < c->d->items.item[c->item].sentences; i++) {
        if (!c->read[i]) continue;
        const Analysis *a = &c->analysis[i];
        for (Size k = 0; k < a->force.len; k++) c->forces += !a->force.item[k].weak;
        for (Size k = 0; k < a->mention.len; k++) {
            const Mention *m = &a->mention.item[k];
            bool who = m->kind == MENTION_COUNTRY || m->kind == MENTION_ADJECTIVE || m->kind == MENTION_DEMONYM || m->kind == MENTION_OWN;
            bool state = m->kind == MENTION_UNIT || m->kind == MENTION_SHIP || m->kind == MENTION_METONYM;
            bool body = m->kind == MENTION_BODY && !m->id.len && (lexicon_has(m->entry, "kind", "cabinet") || lexicon_has(m->entry, "kind", "ministry"));
            if (body && !c->army.len && !c->own) c->army = of_another(c, a, m);
            c->own = c->own || (body && !c->army.len) || ((who || state) && m->id.len && span_equal(m->id, c->reading->country));
            if (c->own && c->own_from > a->sentence) c->own_from = a->sentence;
        }
    }
}

/* The first of January from which forces are sent on missions. */
static Day missions_begin(void)
{
    return day_of(1946, 1, 1);
}

bool context_before_missions(const Analysis *a, const Time *t)
{
    bool year = t->core_first > t->first || (t->first > a->first && (function_of(a, t->first - 1) & FC(PREP))) || t->grain == GRAIN_DAY || t->grain == GRAIN_MONTH ||
                (t->first == a->first && t->last < a->last && !t->relative);   /* `1940: bij de inval ...` */
    bool from = t->connect == CONNECT_SINCE || t->connect == CONNECT_FROM;
    return t->kind == TIME_PERIOD && year && !from && day_known(t->bounds.end_latest) && t->bounds.end_latest.n < missions_begin().n;
}

bool context_history(const Context *c)
{
    int before = 0, later = 0;
    for (int32_t i = 0; i < c->d->items.item[c->item].sentences; i++) {
        if (!c->read[i]) continue;
        const Analysis *a = &c->analysis[i];
        for (Size k = 0; k < a->times.item.len; k++) {
            const Time *t = &a->times.item.item[k];
            before += context_before_missions(a, t);
            later += t->kind == TIME_PERIOD && day_known(t->bounds.end_latest) && t->bounds.end_latest.n >= missions_begin().n;
        }
    }
    return before >= 2 && before > later;
}

bool context_retrospect(const Context *c)
{
    enum { FEWEST = 3, RECENT_YEARS = 2, LONG_YEARS = 5, YEAR_DAYS = 365 };
    int old = 0, recent = 0;
    bool dated = day_known(c->written.first);
    for (int32_t i = 0; i < c->d->items.item[c->item].sentences; i++) {
        if (!c->read[i]) continue;
        const Analysis *a = &c->analysis[i];
        for (Size k = 0; k < a->times.item.len; k++) {
            const Time *t = &a->times.item.item[k];
            if (t->kind != TIME_PERIOD || t->relative || !day_known(t->bounds.end_latest)) continue;
            /* a page without a date that names years tells of what was, where its verbs do */
            Tense tense = clause_at(&a->clauses, t->first)->tense;
            bool past = tense == TENSE_PAST || tense == TENSE_PLUPERFECT;
            if (!dated) {
                old += past;
                recent += !past && tense != TENSE_NONE;
                continue;
            }
            if (t->bounds.end_latest.n == c->written.first.n) continue;   /* the line that dates the page */
            old += t->bounds.end_latest.n < c->written.first.n - LONG_YEARS * YEAR_DAYS;
            recent += t->bounds.end_latest.n >= c->written.first.n - RECENT_YEARS * YEAR_DAYS;
        }
    }
    return old >= FEWEST && old >= 2 * recent;
}

bool context_is_exercise(const Document *d, int32_t i)
{
    if (word_in(d, i, WORDS_EXERCISE)) return true;
    Span w = token_folded(d, i);
    bool compound = span_ends(w, SPAN("oefening")) || span_ends(w, SPAN("oefeningen"));   /* `recordoefening` */
    return compound && w.len > 12 && !span_starts(w, SPAN("uitoef")) && !span_starts(w, SPAN("beoef"));
}

bool context_exercise(const Context *c)
{
    enum { OPENING = 4, HEAD = 3 };
    const Item *item = &c->d->items.item[c->item];
    int32_t opening = c->missions.count ? HEAD : OPENING;
    /* a standing force exercises too */
    for (int i = 0; i < c->missions.count; i++)
        if (!lexicon_has(lexicon_find(TABLE_MISSIONS, c->missions.id[i]), "kind", "standing")) return false;
    if (c->decision) return false;
    for (int32_t i = item->sentence; i < item->sentence + item->sentences && i < item->sentence + opening; i++) {
        const Sentence *s = &c->d->sentences.item[i];
        /* what stands under a photograph is another day */
        if (i > item->sentence && s->kind == SENTENCE_HEADING) continue;
        for (int32_t k = s->token; k < s->token + s->tokens; k++)
            if (context_is_exercise(c->d, k) || word_in(c->d, k, WORDS_PLAY) || (i == item->sentence && !c->missions.count && word_in(c->d, k, WORDS_EXERCISING))) return true;
    }
    return false;
}

bool context_purchase(const Context *c)
{
    enum { OPENING = 3 };
    const Item *item = &c->d->items.item[c->item];
    if (c->missions.count) return false;
    for (int32_t i = item->sentence; i < item->sentence + item->sentences && i < item->sentence + OPENING; i++) {
        const Sentence *s = &c->d->sentences.item[i];
        for (int32_t k = s->token; k < s->token + s->tokens; k++)
            if (word_in(c->d, k, WORDS_PURCHASE)) return true;
    }
    return false;
}

bool context_decision(const Context *c)
{
    int32_t n = c->d->items.item[c->item].sentences;
    for (int32_t i = 0, seen = 0; i < n && seen < 5; i++) {
        if (!c->read[i]) continue;
        const Analysis *a = &c->analysis[i];
        seen += c->d->sentences.item[a->sentence].kind == SENTENCE_BODY;
        bool cabinet = false, decides = false;
        for (Size k = 0; k < a->mention.len; k++) {
            const Mention *m = &a->mention.item[k];
            cabinet = cabinet || (m->kind == MENTION_BODY && lexicon_has(m->entry, "kind", "cabinet"));
            if (m->kind == MENTION_MARKER) decides = decides || lexicon_has(m->entry, "class", "act:decide");
        }
        for (Size k = 0; k < a->clauses.clause.len; k++) decides = decides || (a->clauses.clause.item[k].head_classes & (VC(DECIDE) | VC(APPROVE)));
        if (cabinet && decides) return true;
    }
    return false;
}

bool context_exercises(const Context *c, const Analysis *a)
{
    for (int32_t i = a->first; i < a->last; i++)
        if (context_is_exercise(c->d, i) || word_in(c->d, i, WORDS_SHOW)) return true;
    return false;
}
