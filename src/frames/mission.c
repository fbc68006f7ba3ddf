/* Mission claims. */
#include "frames/mission.h"

#include "lexicon/wordlist.h"

enum { REACH = 12 };

typedef struct {
    Context *c;
    const Analysis *a;
    const Carry *carry;
    int32_t clause;
    Found mission;      /* that the clause speaks of */
    bool subject;       /* it is the clause's subject, not only named there */
    WordLists words;    /* what the sentence has words of */
} Said;

static bool in_clause(const Said *s, int32_t token)
{
    return s->a->clauses.of[token - s->a->first] == s->clause;
}

static const Clause *clause_of(const Said *s)
{
    return &s->a->clauses.clause.item[s->clause];
}

/* The first token of the clause that is of `list`, or -1. */
static int32_t find_word(const Said *s, WordList list)
{
    if (!words_have(&s->words, list)) return -1;
    for (int32_t i = s->a->first; i < s->a->last; i++)
        if (in_clause(s, i) && word_in(s->c->d, i, list)) return i;
    return -1;
}

/* The mission that a mention names or means; empty when it does neither. */
static Found meant_by(const Context *c, const Analysis *a, const Mention *m, const Carry *carry)
{
    bool named = m->kind == MENTION_MISSION, meant = marker_is(m, "mission_anaphor") && !mention_at(a, m->last - 1, MENTION_MISSION);
    Range at = token_range(c->d, m->first, m->last);
    Span id = named ? scope_mention(c, a, m, carry) : (Span){0};
    if (id.len) return (Found){id, at, HOW_STATED, "mission named in the sentence"};
    if (meant && carry->mission.id.len) return (Found){carry->mission.id, at, HOW_CARRIED, "mission of the sentences before"};
    return (Found){0};
}

/* The mission before a relative clause: `de gevechtsgroep, die ... telt`. */
static Found before_relative(const Said *s)
{
    const Clause *x = clause_of(s);
    Found best = {0};
    if (x->kind != CLAUSE_RELATIVE || x->opener < 0 || !word_in(s->c->d, x->opener, WORDS_RELATIVE_MISSION)) return best;
    for (Size i = 0; i < s->a->mention.len; i++) {
        const Mention *m = &s->a->mention.item[i];
        if (m->last > x->opener || m->last < x->opener - REACH) continue;
        Found f = meant_by(s->c, s->a, m, s->carry);
        if (f.id.len) best = f;
    }
    return best;
}

/* What the clause speaks of: its subject, what its relative pronoun stands for, `ze` for the mission told before, or a mission it names. */
static void find_mission(Said *s)
{
    Found other = {0};
    for (Size i = 0; i < 2 * s->a->mention.len; i++) {
        const Mention *m = &s->a->mention.item[i % s->a->mention.len];
        bool named = i < s->a->mention.len;
        if (!in_clause(s, m->first) || (m->kind == MENTION_MISSION) != named) continue;
        Found f = meant_by(s->c, s->a, m, s->carry);
        if (!f.id.len) continue;
        if (m->prep < 0) {
            s->mission = f;
            s->subject = true;
            return;
        }
        if (!other.id.len) other = f;
    }
    s->mission = before_relative(s);
    s->subject = s->mission.id.len > 0;
    int32_t first = clause_of(s)->first;
    if (!s->subject && s->carry->mission.id.len && word_in(s->c->d, first, WORDS_THEY) && find_word(s, WORDS_COUNTING) >= 0) {
        s->mission = (Found){s->carry->mission.id, token_range(s->c->d, first, first + 1), HOW_CARRIED, "mission of the sentences before"};
        s->subject = true;
    }
    if (!s->subject) s->mission = other;
}

static Realis realis_of(const Clause *x)
{
    if (x->negated) return REALIS_NEGATED;
    if (x->tense == TENSE_CONDITIONAL || (x->mood & MOOD_MAY)) return REALIS_POSSIBLE;
    if (x->tense == TENSE_FUTURE || (x->mood & (MOOD_WANT | MOOD_MUST))) return REALIS_PLANNED;
    return REALIS_ACTUAL;
}

static bool told_already(const Said *s, What what, Range words)
{
    const Reading *r = s->c->reading;
    for (Size i = r->mission_claims.len; i-- > 0;) {
        const MissionClaim *m = &r->mission_claims.item[i];
        if (m->evidence.from != s->c->d->sentences.item[s->a->sentence].at.from) return false;
        if (m->what == what && m->words.from == words.from) return true;
    }
    return false;
}

static MissionClaim *add(const Said *s, What what, Range words)
{
    if (told_already(s, what, words)) return ARENA_NEW(s->c->keep, MissionClaim, 1);
    MissionClaim *m = ARRAY_PUSH(&s->c->reading->mission_claims, s->c->keep);
    *m = (MissionClaim){.mission = s->mission.id, .what = what, .words = words, .realis = realis_of(clause_of(s)), .speaker = NO_RANGE,
                        .evidence = s->c->d->sentences.item[s->a->sentence].at, .item = s->c->item, .score = s->subject ? 0.8 : 0.6};
    return m;
}

/* --- numbers ------------------------------------------------------------------------------------------------------------------- */

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
    add(s, WHAT_MEMBERS, words)->quantity = quantity_of(n);
}

static void add_strength(const Said *s, const Number *n, int32_t noun)
{
    Range words = {n->words.from, s->c->d->tokens.item[noun].at.to};
    MissionClaim *m = add(s, WHAT_STRENGTH, words);
    m->quantity = quantity_of(n);
    bool past = clause_of(s)->tense == TENSE_PAST || clause_of(s)->tense == TENSE_PLUPERFECT;
    if (past) m->realis = REALIS_HISTORICAL;
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

static bool nation_inside(const Said *s, int32_t first, int32_t last)
{
    for (int32_t i = first; i < last; i++)
        if (mention_at(s->a, i, MENTION_ADJECTIVE) || mention_at(s->a, i, MENTION_OWN)) return true;
    return false;
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

/* `De missie telt ongeveer 600 personen uit 26 landen`, `de missie van 500 man`, `telt 75 leden`. */
static void read_numbers(const Said *s)
{
    bool tells = find_word(s, WORDS_COUNTING) >= 0;
    bool has = s->subject && find_word(s, WORDS_HAVING) >= 0;
    bool gathers = find_word(s, WORDS_GATHERING) >= 0;
    for (Size i = 0; i < s->a->numbers.item.len; i++) {
        const Number *n = &s->a->numbers.item.item[i];
        if (!counts(n) || !in_clause(s, n->first)) continue;
        int32_t noun = counted(s, n, WORDS_PEOPLE), land = counted(s, n, WORDS_STATES);
        Range of = n->first > s->a->first + 1 ? s->c->d->tokens.item[n->first - 2].at : NO_RANGE;
        bool apposed = n->first > s->a->first && word_in(s->c->d, n->first - 1, WORDS_APPOSING) && range_some(s->mission.at) && of.to == s->mission.at.to;
        apposed = apposed && !is_counted_force(s, n->first - 1);
        if (noun >= 0 && !nation_inside(s, n->last, noun + 1)) {
            Said t = *s;
            bool all = noun + 2 < s->a->last && token_is(s->c->d, noun + 1, "uit") && number_at(s, noun + 2) && counted(s, number_at(s, noun + 2), WORDS_STATES) >= 0;
            if (!t.mission.id.len && all) t.mission = s->carry->mission;
            bool owns = has && (word_in(s->c->d, noun, WORDS_BLUE_HELMETS) || find_word(s, WORDS_STRONG) >= 0);
            if (!t.mission.id.len || !((tells && s->subject) || apposed || all || owns)) continue;
            add_strength(&t, n, noun);
            read_origin(&t, noun);
        } else if (land >= 0 && s->subject && (tells || gathers)) {
            add_members(s, n, land);
        }
    }
}

/* --- times --------------------------------------------------------------------------------------------------------------------- */

static const Time *time_in(const Said *s)
{
    for (Size i = 0; i < s->a->times.item.len; i++) {
        const Time *t = &s->a->times.item.item[i];
        if (t->kind == TIME_PERIOD && in_clause(s, t->first)) return t;
    }
    return NULL;
}

static MissionClaim *add_dated(const Said *s, What what)
{
    const Time *t = time_in(s);
    MissionClaim *m = add(s, what, t ? t->words : token_range(s->c->d, clause_of(s)->first, clause_of(s)->first));
    if (!t) m->words = NO_RANGE;
    if (t) m->when = (Bound){true, t->words, t->bounds.start_earliest, t->bounds.end_latest};
    return m;
}

/* `groeit tot ongeveer 16.000 militairen`: enlarged to a number, which is its strength then. */
static void add_growth(const Said *s)
{
    for (Size i = 0; i < s->a->numbers.item.len; i++) {
        const Number *n = &s->a->numbers.item.item[i];
        if (!counts(n) || n->first <= s->a->first || !word_in(s->c->d, n->first - 1, WORDS_UP_TO)) continue;
        int32_t noun = counted(s, n, WORDS_PEOPLE);
        if (noun < 0 && !(n->low >= 100)) continue;
        MissionClaim *m = add(s, WHAT_ENLARGED, n->words);
        m->quantity = quantity_of(n);
        add_strength(s, n, noun >= 0 ? noun : n->last - 1);
        return;
    }
    add_dated(s, WHAT_ENLARGED);
}

/* Suspended, resumed, enlarged, ended, begun, founded: what happens to the mission that is the subject. */
static void read_change(const Said *s)
{
    static const struct { uint64_t classes; What what; } map[] = {
        {VC(SUSPEND), WHAT_SUSPENDED}, {VC(RESUME), WHAT_RESUMED}, {VC(ENLARGE), WHAT_ENLARGED}, {VC(END), WHAT_ENDS}};
    const Clause *x = clause_of(s);
    if (!s->subject) return;
    for (int32_t i = s->a->first; i < s->a->last; i++) {
        const Mention *noun = mention_at(s->a, i, MENTION_ACTNOUN);
        bool part = noun && (verb_classes(noun->entry) & VC(CONTRIBUTION));
        if (part || word_in(s->c->d, i, WORDS_OWN_PART) || mention_at(s->a, i, MENTION_OWN)) return;
    }
    bool founded = find_word(s, WORDS_FOUNDING) >= 0 && (x->passive || find_word(s, WORDS_CALLING) >= 0);
    bool starts = find_word(s, WORDS_STARTING) >= 0;
    if (founded) add_dated(s, WHAT_FOUNDED);
    else if (starts && (time_in(s) || find_word(s, WORDS_OF) >= 0)) add_dated(s, WHAT_STARTS);
    for (size_t i = 0; i < sizeof map / sizeof *map; i++) {
        if (!(x->head_classes & map[i].classes) || founded || starts) continue;
        if (map[i].what == WHAT_ENDS && !time_in(s) && find_word(s, WORDS_STOPPING) < 0) return;
        if (map[i].what == WHAT_ENLARGED) add_growth(s);
        else add_dated(s, map[i].what);
        return;
    }
}

/* `Het mandaat van de missie loopt tot ...`, `verstrijkt op ...`. */
static void read_mandate(const Said *s)
{
    int32_t i = find_word(s, WORDS_MANDATE);
    if (i < 0 || nation_inside(s, i - 1 > s->a->first ? i - 1 : s->a->first, i)) return;
    Said t = *s;
    if (!t.mission.id.len) t.mission = s->carry->mission;
    bool runs_out = find_word(s, WORDS_RUNNING_OUT) >= 0;
    const Time *best = NULL;
    for (Size k = 0; k < s->a->times.item.len; k++) {
        const Time *x = &s->a->times.item.item[k];
        if (x->kind != TIME_PERIOD || !in_clause(s, x->first)) continue;
        if (x->connect == CONNECT_UNTIL || (!best && runs_out && x->connect == CONNECT_AT)) best = x;
    }
    if (!best || !t.mission.id.len) return;
    MissionClaim *m = add(&t, WHAT_MANDATE_UNTIL, best->words);
    Day e, l;
    bool until = best->connect == CONNECT_UNTIL && time_end(best, &e, &l);
    m->when = until ? (Bound){true, best->words, e, l} : (Bound){true, best->words, best->bounds.start_earliest, best->bounds.end_latest};
}

/* --- places and parties -------------------------------------------------------------------------------------------------------- */

/* `het hoofdkwartier in Bagdad`, `zetelt te Rome`. */
static void read_seat(const Said *s)
{
    int32_t i = find_word(s, WORDS_SEAT);
    if (i < 0) return;
    bool sits = word_in(s->c->d, i, WORDS_SEATED), led = word_in(s->c->d, i, WORDS_LED);
    for (Size k = 0; k < s->a->mention.len; k++) {
        const Mention *m = &s->a->mention.item[k];
        if (m->kind != MENTION_PLACE || !in_clause(s, m->first) || m->prep < 0) continue;
        if (!word_in(s->c->d, m->prep, led ? WORDS_LED_FROM : WORDS_SEAT_AT)) continue;
        if (!sits && !led && (m->prep < i || m->prep > i + 4)) continue;
        Said t = *s;
        if (!t.mission.id.len) {
            Found f = scope_mission(s->c, s->a, i, s->clause, s->carry);
            if (f.how == HOW_STATED) t.mission = f;
        }
        if (t.mission.id.len) add(&t, WHAT_SEAT, token_range(s->c->d, m->first, m->last));
        return;
    }
}

/* `op verzoek van de Iraakse regering`: only of the country where the mission is. */
static void read_invitation(const Said *s)
{
    int32_t i = find_word(s, WORDS_REQUEST);
    if (!s->subject || i <= s->a->first || i + 2 >= s->a->last || !token_is(s->c->d, i - 1, "op") || !word_in(s->c->d, i + 1, WORDS_BY_OR_OF)) return;
    int32_t last = i + 2;
    bool host = false;
    for (; last < s->a->last && last < i + 9 && in_clause(s, last) && s->c->d->tokens.item[last].kind == TOKEN_WORD; last++) {
        uint32_t f = function_of(s->a, last);
        if (last > i + 2 && (f & (FC(COORD) | FC(SUB) | FC(REL)))) break;
        for (Size k = 0; k < s->a->mention.len; k++) {
            const Mention *m = &s->a->mention.item[k];
            bool country = m->kind == MENTION_COUNTRY || m->kind == MENTION_ADJECTIVE || m->kind == MENTION_PLACE || m->kind == MENTION_METONYM;
            host = host || (country && m->first == last && mission_in(s->mission.id, m->id));
        }
        if (host && word_in(s->c->d, last, WORDS_AUTHORITY)) {
            last++;
            break;
        }
    }
    if (host) add(s, WHAT_INVITED, token_range(s->c->d, i - 1, last));
}

/* `het parlement wil dat de buitenlandse troepen vertrekken`. */
static void read_expulsion(const Said *s)
{
    bool leave = find_word(s, WORDS_LEAVING) >= 0, all = false;
    if (!leave) return;
    for (int32_t i = s->a->first; i + 1 < s->a->last; i++)
        all = all || (in_clause(s, i) && word_in(s->c->d, i, WORDS_FOREIGN) && (word_in(s->c->d, i + 1, WORDS_FOREIGN_FORCES) || s->subject));
    bool asks = false;
    if (!all) return;
    for (int32_t i = s->a->first; i < s->a->last; i++) asks = asks || word_in(s->c->d, i, WORDS_DEMANDING);
    int32_t parent = clause_of(s)->parent;
    if (!asks || (parent < 0 && find_word(s, WORDS_DEMANDING_HERE) < 0)) return;
    Said t = *s;
    MissionClaim *m = add_dated(&t, WHAT_EXPELLED);
    m->realis = REALIS_POSSIBLE;
}

/* `werd overgenomen door de VN-missie`, `opgevolgd door Resolute Support`. */
static void read_successor(const Said *s)
{
    if (!s->subject || find_word(s, WORDS_HANDING_OVER) < 0) return;
    for (Size k = 0; k < s->a->mention.len; k++) {
        const Mention *m = &s->a->mention.item[k];
        if (!in_clause(s, m->first) || m->prep < 0 || !word_in(s->c->d, m->prep, WORDS_HANDED_TO)) continue;
        Span id = m->kind == MENTION_MISSION ? scope_mention(s->c, s->a, m, s->carry) : (Span){0};
        bool organisation = m->kind == MENTION_COUNTRY && m->id.len > 0 && (span_is(m->id, "EU") || span_is(m->id, "UN") || span_is(m->id, "NATO"));
        if (organisation) id = m->id;
        if (!id.len || span_equal(id, s->mission.id)) continue;
        add(s, WHAT_TAKEN_OVER_BY, token_range(s->c->d, m->first, m->last))->to = id;
        return;
    }
}

void mission_read(Context *c, const Analysis *a, const Carry *carry)
{
    WordLists words = words_in(c->d, a->first, a->last);
    for (int32_t i = 0; i < a->clauses.clause.len; i++) {
        Said s = {.c = c, .a = a, .carry = carry, .clause = i, .words = words};
        find_mission(&s);
        read_numbers(&s);
        read_mandate(&s);
        read_seat(&s);
        read_expulsion(&s);
        if (!s.mission.id.len) continue;
        read_change(&s);
        read_invitation(&s);
        read_successor(&s);
    }
}
