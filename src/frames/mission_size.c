/* How big a mission is: its strength, the states that take part. */
#include "frames/mission_said.h"

static Quantity quantity_of(const Number *n)
{
    return (Quantity){.some = true, .words = n->words, .known = n->kind != NUMBER_VAGUE, .low = n->low, .high = n->high, .hedge = n->hedge};
}

static bool counts(const Number *n)
{
    return n->kind == NUMBER_CARDINAL || n->kind == NUMBER_RANGE || n->kind == NUMBER_VAGUE;
}

/* Token of the noun that number `n` counts when it is of `list`; `n` may stand before an adjective. */
static int32_t counted(const Said *s, const Number *n, WordList list)
{
    for (int32_t i = n->last; i < s->a->last && i <= n->last + 2; i++) {
        if (word_in(s->c->d, i, list)) return i;
        if (s->c->d->tokens.item[i].kind != TOKEN_WORD) return -1;
    }
    return -1;
}

static const Number *number_at(const Said *s, int32_t first)
{
    for (Size i = 0; i < s->a->numbers.item.len; i++)
        if (s->a->numbers.item.item[i].first == first) return &s->a->numbers.item.item[i];
    return NULL;
}

static void add_members(const Said *s, const Number *n, int32_t noun)
{
    Range words = {n->words.from, s->c->d->tokens.item[noun].at.to};
    MissionClaim *m = said_add(s, WHAT_MEMBERS, words);
    m->quantity = quantity_of(n);
    if (mission_past(s)) m->realis = REALIS_HISTORICAL;
}

static void add_strength(const Said *s, const Number *n, int32_t noun)
{
    Range words = {n->words.from, s->c->d->tokens.item[noun].at.to};
    MissionClaim *m = said_add(s, WHAT_STRENGTH, words);
    m->quantity = quantity_of(n);
    if (mission_past(s)) m->realis = REALIS_HISTORICAL;
}

/* The number of countries behind people: `600 man uit 26 landen`. */
static bool read_origin(const Said *s, int32_t noun)
{
    if (noun + 2 >= s->a->last || !token_is(s->c->d, noun + 1, "uit")) return false;
    const Number *n = number_at(s, noun + 2);
    int32_t land = n && counts(n) ? counted(s, n, WORDS_STATES) : -1;
    if (land >= 0) add_members(s, n, land);
    return land >= 0;
}

/* `twee Nederlandse Patriot-eenheden`: words for a mission that are forces here, with a number or a nation. */
static bool is_counted_force(const Said *s, int32_t last)
{
    for (Size i = 0; i < s->a->force.len; i++) {
        const Force *f = &s->a->force.item[i];
        if (f->last == last && f->asset != ASSET_FORMATION && (f->quantity.some || f->nation.len)) return true;
    }
    return false;
}

/* `de missie van 500 man`, `MONUSCO, met zijn bijna 20.000 blauwhelmen`: right behind the words for the mission. */
static bool is_apposed(const Said *s, const Number *n)
{
    if (said_clause(s)->classes & (VC(ENLARGE) | VC(REDUCE))) return false;   /* `Monuc met 3.000 blauwhelmen te versterken` */
    int32_t at = n->first - 1;
    if (at > s->a->first && (function_of(s->a, at) & FC(POSSESSIVE))) at--;
    if (at <= s->a->first || !word_in(s->c->d, at, WORDS_APPOSING) || !range_some(s->mission.at)) return false;
    enum { FEW = 250 };   /* `hervat de missie met 60 militairen`: of one's own few */
    if (token_is(s->c->d, at, "met") && s->c->own && n->high <= FEW && s->mission.how != HOW_STATED) return false;
    int32_t noun = at - 1 - (at - 2 >= s->a->first && token_is_mark(s->c->d, at - 1, ','));
    return s->c->d->tokens.item[noun].at.to == s->mission.at.to && !is_counted_force(s, at);
}

/* `de ongeveer 1200 man sterke gevechtsgroep`, `een 500 man tellende missie`: the mission behind the people that it has. */
static Found sized_behind(const Said *s, int32_t noun)
{
    int32_t at = noun + 2;
    if (at >= s->a->last || !word_in(s->c->d, noun + 1, WORDS_SIZED_BEFORE)) return (Found){0};
    for (Size i = 0; i < s->a->mention.len; i++) {
        const Mention *m = &s->a->mention.item[i];
        Span id = m->kind == MENTION_MISSION && m->prep != m->first && m->first <= at && m->last > at ? scope_mention(s->c, s->a, m, s->carry) : (Span){0};
        if (id.len) return (Found){id, token_range(s->c->d, m->first, m->last), HOW_STATED, "mission named in the sentence"};
    }
    return word_in(s->c->d, at, WORDS_WHOLE_FORCE) ? said_mission(s, at) : (Found){0};
}

/* `Met 12.000 blauwhelmen is Minusma de grootste missie`. */
static bool is_with(const Said *s, const Number *n)
{
    const Clause *x = said_clause(s);
    return s->subject && n->first == x->first + 1 && token_is(s->c->d, x->first, "met") && (x->head_classes & VC(BE)) && n->low >= 100;
}

/* `de ruim 12.000 blauwhelmen van Minusma`: all that the mission has. */
static bool is_its_people(const Said *s, const Number *n, int32_t noun)
{
    if (n->first <= s->a->first || !word_in(s->c->d, n->first - 1, WORDS_ARTICLE) || n->low < 100 || n->last != noun || !range_some(s->mission.at)) return false;
    int32_t at = noun + 2;
    if (at >= s->a->last || !token_is(s->c->d, noun + 1, "van") || mention_at(s->a, at, MENTION_UNIT)) return false;   /* not `van Dutchbat` */
    int32_t from = s->c->d->tokens.item[at].at.from;
    return s->mission.at.from >= from && s->mission.at.from <= s->c->d->tokens.item[at].at.to + 1;
}

/* `de bijna 13.000 blauwhelmen`: so many are all those of the one UN mission that is told of. */
static Found of_blue_helmets(const Said *s, const Number *n, int32_t noun)
{
    bool definite = n->first > s->a->first && (word_in(s->c->d, n->first - 1, WORDS_ARTICLE) || (n->first > s->a->first + 1 && word_in(s->c->d, n->first - 2, WORDS_ARTICLE)));
    if (!definite || n->low < 1000 || !word_in(s->c->d, noun, WORDS_BLUE_HELMETS) || (said_clause(s)->classes & VC(CASUALTY))) return (Found){0};
    Found f = said_mission(s, noun);
    Span org = f.id.len ? lexicon_field(lexicon_find(TABLE_MISSIONS, f.id), "org") : (Span){0};
    return span_is(org, "UN") ? f : (Found){0};
}

/* One number of people of the clause. */
static void read_people(const Said *s, const Number *n, int32_t noun)
{
    bool tells = said_word(s, WORDS_COUNTING) >= 0, has = s->subject && said_word(s, WORDS_HAVING) >= 0;
    Said t = *s;
    const Number *origin = noun + 2 < s->a->last && token_is(s->c->d, noun + 1, "uit") ? number_at(s, noun + 2) : NULL;
    bool all = origin && counted(s, origin, WORDS_STATES) >= 0 && said_word(s, WORDS_SEAT) < 0;
    Found behind = sized_behind(s, noun);
    if (!behind.id.len) behind = of_blue_helmets(s, n, noun);
    if (behind.id.len) t.mission = behind;
    if (!t.mission.id.len && all) t.mission = s->carry->mission;
    bool strong = noun + 1 < s->a->last && s->subject && word_in(s->c->d, noun + 1, WORDS_SIZED);
    bool owns = has && word_in(s->c->d, noun, WORDS_BLUE_HELMETS) && said_word(s, WORDS_STRONG) < 0;
    if (!t.mission.id.len || !(behind.id.len || strong || is_with(s, n) || is_its_people(s, n, noun) || (tells && s->subject) || is_apposed(s, n) || all || owns)) return;
    add_strength(&t, n, noun);
    read_origin(&t, noun);
}

/* `Twintig landen doen nu mee`, `waarbij ruim tachtig landen zijn aangesloten`: states that take part, told of as many. */
static bool take_part(const Said *s, const Number *n)
{
    const Clause *x = said_clause(s);
    bool governed = n->first > s->a->first && (function_of(s->a, n->first - 1) & FC(PREP));
    bool joins = clause_has(x, WORDS_TO_TAKE_PART) || (s->mission.id.len && clause_has(x, WORDS_TO_LEND));
    return !governed && n->low >= 3 && joins && !said_nation(s, n->first - 1, n->first);
}

static void read_states(const Said *s, const Number *n, int32_t land)
{
    Said t = *s;
    bool tells = said_word(s, WORDS_COUNTING) >= 0, gathers = said_word(s, WORDS_GATHERING) >= 0;
    bool whole = s->subject && (tells || gathers), part = !whole && take_part(s, n);
    if (part && !t.mission.id.len) t.mission = s->carry->mission;
    if ((whole || part) && t.mission.id.len) add_members(&t, n, land);
}

/* `een jaar eerder waren dat er nog 1100`, `ondertussen zijn er dat amper 750`: another strength of what the sentence told before. */
static void read_again(const Said *s, const Number *n)
{
    const Reading *r = s->c->reading;
    bool again = said_word(s, WORDS_THAT) >= 0 && (said_clause(s)->head_classes & VC(BE)) && r->mission_claims.len;
    const MissionClaim *last = again ? &r->mission_claims.item[r->mission_claims.len - 1] : NULL;
    if (last && last->what == WHAT_MEMBERS && r->mission_claims.len > 1) last--;
    if (!last || last->what != WHAT_STRENGTH || last->evidence.from != s->c->d->sentences.item[s->a->sentence].at.from || n->words.from <= last->words.to) return;
    Said t = *s;
    t.mission.id = last->mission;
    add_strength(&t, n, n->last - 1);
}

/* `telt er nu 560`: a number of the people of the clause's mission that names no noun. */
static bool counts_bare(const Said *s, const Number *n)
{
    enum { REACH = 3 };
    bool there = false;
    for (int32_t i = n->first - 1; i >= s->a->first && i >= n->first - REACH; i--) there = there || token_is(s->c->d, i, "er");
    int32_t next = n->last;
    bool ends = next >= s->a->last || s->c->d->tokens.item[next].kind == TOKEN_PUNCT || token_is(s->c->d, next, "uit") || (function_of(s->a, next) & FC(COORD));
    return there && ends && s->subject && said_word(s, WORDS_COUNTING) >= 0;
}

void mission_size(const Said *s)
{
    for (Size i = 0; i < s->a->numbers.item.len; i++) {
        const Number *n = &s->a->numbers.item.item[i];
        if (!counts(n) || !said_here(s, n->first)) continue;
        int32_t noun = counted(s, n, WORDS_PEOPLE), land = counted(s, n, WORDS_STATES);
        if (noun >= 0 && !said_nation(s, n->last, noun + 1)) read_people(s, n, noun);
        else if (land >= 0) read_states(s, n, land);
        else if (counts_bare(s, n)) add_strength(s, n, n->last - 1);
        else if (n->low >= 50) read_again(s, n);
    }
}

/* Whether number `n` is what something grows to: `tot 16.000`, `tot een macht van 12.600`. */
static bool is_target(const Said *s, const Number *n)
{
    int32_t i = n->first - 1;
    if (i <= s->a->first) return false;
    if (word_in(s->c->d, i, WORDS_UP_TO)) return true;
    return i - 3 >= s->a->first && word_in(s->c->d, i, WORDS_OF) && word_in(s->c->d, i - 1, WORDS_WHOLE_FORCE) && word_in(s->c->d, i - 3, WORDS_UP_TO);
}

void mission_growth(const Said *s)
{
    for (Size i = 0; i < s->a->times.item.len; i++)   /* `krijgt er een jaar bij` */
        if (s->a->times.item.item[i].kind == TIME_DURATION && said_here(s, s->a->times.item.item[i].first) && !said_clause(s)->passive) return;
    for (Size i = 0; i < s->a->numbers.item.len; i++) {
        const Number *n = &s->a->numbers.item.item[i];
        if (!counts(n) || !is_target(s, n)) continue;
        int32_t noun = counted(s, n, WORDS_PEOPLE);
        if (noun < 0 && !(n->low >= 100)) continue;
        said_add(s, WHAT_ENLARGED, n->words)->quantity = quantity_of(n);
        add_strength(s, n, noun >= 0 ? noun : n->last - 1);
        return;
    }
    said_dated(s, WHAT_ENLARGED);
}
