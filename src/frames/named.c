/* Which mission a name or a description means: where it runs, when, and for what forces. */
#include "frames/named.h"

Entry named_entry(Span id)
{
    return lexicon_find(TABLE_MISSIONS, id);
}

/* `een eenheid uit Cambodja`: where forces come from, right behind them. */
static bool is_origin(const Context *c, const Analysis *a, const Mention *m)
{
    if (m->kind != MENTION_COUNTRY || !scope_prep(c, m, WORDS_OUT_OF)) return false;
    for (Size i = 0; i < a->force.len; i++)
        if (a->force.item[i].last == m->prep) return true;
    return false;
}

/* `De leiding ligt bij Spanje en wordt door Duitsland overgenomen`: states that act in the mission. */
static bool is_actor(const Context *c, const Analysis *a, const Mention *m)
{
    if (m->kind != MENTION_COUNTRY) return false;
    return scope_prep(c, m, WORDS_BY) || scope_holds_command(c, a, m);
}

static bool names_host(const Context *c, const Analysis *a, const Mention *m)
{
    bool kind = m->kind == MENTION_COUNTRY || m->kind == MENTION_ADJECTIVE || m->kind == MENTION_PLACE || m->kind == MENTION_METONYM;
    return kind && m->id.len && !is_origin(c, a, m) && !is_actor(c, a, m);
}

/* What a mention of a mission stands among. A description has an entry for every host, so that the ids of the hosts that the sentence names are
 * gathered once, when they are first asked for. */
typedef struct {
    const Context *c;
    const Analysis *a;
    const Carry *carry;
    Span hosts[32];
    int count;
    Size rest;       /* the first mention that was not gathered */
} Around;

static bool host_named(Around *r, Span host)
{
    for (; r->rest < r->a->mention.len && r->count < (int)(sizeof r->hosts / sizeof *r->hosts); r->rest++) {
        const Mention *m = &r->a->mention.item[r->rest];
        if (names_host(r->c, r->a, m)) r->hosts[r->count++] = m->id;
    }
    for (int i = 0; i < r->count; i++)
        if (span_lists(r->hosts[i], host)) return true;
    for (Size i = r->rest; i < r->a->mention.len; i++)
        if (names_host(r->c, r->a, &r->a->mention.item[i]) && span_lists(r->a->mention.item[i].id, host)) return true;
    return false;
}

static Day day_of_cell(Entry mission, const char *column)
{
    int precision;
    Span cell = lexicon_field(mission, column);
    return cell.len ? day_parse(cell, &precision) : NO_DAY;
}

/* When a mission began and ended. Rows keep their days once read: the image does not change under a running program. */
static void mission_days(Entry mission, Day *from, Day *until)
{
    enum { ROWS_KEPT = 2048 };
    static struct { Day from, until; bool read; } kept[ROWS_KEPT];
    uint32_t row = mission.row;
    if (row >= ROWS_KEPT || !kept[row].read) *from = day_of_cell(mission, "from"), *until = day_of_cell(mission, "until");
    else *from = kept[row].from, *until = kept[row].until;
    if (row < ROWS_KEPT) kept[row].from = *from, kept[row].until = *until, kept[row].read = true;
}

/* Whether the mission runs when the text is written, or began or ended at most so many days off. */
static bool runs(const Context *c, Entry mission, int before, int after)
{
    if (!day_known(c->written.first)) return true;
    Day f, u;
    mission_days(mission, &f, &u);
    if (day_known(f) && c->written.last.n < f.n - before) return false;
    return !(day_known(u) && c->written.first.n > u.n + after);
}

bool scope_is_over(const Context *c, Span mission)
{
    enum { BEFORE = 400, AFTER = 183 };
    return mission.len && day_known(c->written.first) && !runs(c, named_entry(mission), BEFORE, AFTER);
}

bool scope_is_young(const Context *c, Span mission)
{
    enum { LONG_BEFORE = 400, SET_UP = 90, MONTH = 31, TO_MONTH = 2 };
    if (!mission.len || !day_known(c->written.first) || c->written.last.n - c->written.first.n > MONTH) return false;
    Entry e = named_entry(mission);
    Span kind = lexicon_field(e, "kind");
    Day from, until;
    int precision = 0;
    static const char *const AT_ONCE[] = {"relief", "evacuation", "combat", "air", "standing", "home"};
    for (Size i = 0; i < (Size)(sizeof AT_ONCE / sizeof *AT_ONCE); i++)
        if (span_is(kind, AT_ONCE[i])) return false;
    if (!day_known(day_parse(lexicon_field(e, "from"), &precision)) || precision < TO_MONTH) return false;
    mission_days(e, &from, &until);
    return c->written.last.n >= from.n - LONG_BEFORE && c->written.first.n <= from.n + SET_UP;
}

bool named_in_time(const Context *c, Entry mission)
{
    return runs(c, mission, 400, 800);
}

/* How well an entry of a mission mention fits; 0: not at all. */
enum { FIT_NAME = 8, FIT_HERE = 6, FIT_TOLD = 5, FIT_NEAR = 4, FIT_LEADER = 3, FIT_TOPIC = 2, FIT_WRONG_YEAR = 1 };

/* Whether the mission began long after the text was written. */
static bool not_yet(const Context *c, Entry mission)
{
    Day f, u;
    mission_days(mission, &f, &u);
    return day_known(c->written.first) && day_known(f) && c->written.last.n < f.n - 400;
}

static bool carried_host(const Carry *carry, Span host)
{
    for (int i = 0; carry && i < carry->hosts; i++)
        if (span_equal(carry->host[i], host)) return true;
    return false;
}

/* `een Patriot-eenheid naar Roemenië`: what guards the air of a land that the sentence names is not the mission of the page's other land. */
static bool guards_elsewhere(const Around *r, Entry e)
{
    if (!span_is(lexicon_field(e, "kind"), "air")) return false;
    Span id = lexicon_field(e, "id");
    for (Size i = 0; i < r->a->mention.len; i++) {
        const Mention *m = &r->a->mention.item[i];
        bool land = (m->kind == MENTION_COUNTRY || m->kind == MENTION_PLACE) && m->id.len && scope_says_where(r->c, r->a, m);
        if (land && scope_is_theatre(r->c, m->id) && !mission_in(id, m->id) && !mention_in_mission(r->a, m)) return true;
    }
    return false;
}

/* Whether the sentence tells of a time in which the mission of another age ran: `In 2006-2010 waren zij in Uruzgan`. */
static bool in_its_days(const Around *r, Entry e)
{
    Day f, u;
    mission_days(e, &f, &u);
    for (Size i = 0; i < r->a->times.item.len; i++) {
        const Time *t = &r->a->times.item.item[i];
        if (!day_known(t->bounds.start_earliest) || !day_known(t->bounds.end_latest)) continue;
        if (!(day_known(f) && t->bounds.end_latest.n < f.n) && !(day_known(u) && u.n < t->bounds.start_earliest.n)) return true;
    }
    return false;
}

static int entry_fit(Around *r, Entry e)
{
    const Context *c = r->c;
    const Carry *carry = r->carry;
    Span form = lexicon_form(e);
    Size at = span_find_byte(form, '@', 0);
    if (at < 0) return FIT_NAME;
    if (not_yet(c, e)) return 0;
    Span host = span_sub(form, at + 1, form.len);
    if (span_is(host, "*")) return FIT_NAME;
    bool year = named_in_time(c, e);
    if (host_named(r, host)) return year ? FIT_HERE : in_its_days(r, e) ? FIT_WRONG_YEAR : 0;
    if (carry && span_equal(lexicon_field(e, "id"), carry->mission.id)) return FIT_TOLD;
    if (!year || guards_elsewhere(r, e)) return 0;
    if (carried_host(carry, host)) return FIT_NEAR;
    int leader = topic_leader(&c->hosts);
    if (leader >= 0) return span_equal(c->hosts.id[leader], host) ? FIT_LEADER : 0;
    return topic_has(&c->hosts, host) ? FIT_TOPIC : 0;
}

int named_suits(Span mission, Asset asset)
{
    Span kind = lexicon_field(named_entry(mission), "kind");
    bool air = span_is(kind, "air"), sea = span_is(kind, "maritime"), police = span_is(kind, "police"), observer = span_is(kind, "observer"), land = span_is(kind, "land");
    if (asset == ASSET_AIRCRAFT) return air ? 2 : !police && !observer && !land;
    if (asset == ASSET_SHIP) return sea ? 2 : !air && !police && !observer && !land;
    if (asset == ASSET_VEHICLE || asset == ASSET_FORMATION) return !air && !sea;
    if (asset == ASSET_PERSONNEL) return !air && !sea ? 2 : 1;
    return 1;
}

/* The days that a mission lasted. */
static int32_t lasted(Entry mission)
{
    enum { RUNNING = 3650 };
    Day f, u;
    mission_days(mission, &f, &u);
    return day_known(f) && day_known(u) ? u.n - f.n : RUNNING;
}

/* Of two missions that fit as well, 1 or -1 for the one that lasted far longer, in a text without a date; 0 where neither did. */
static int longer(const Context *c, Entry a, Entry b)
{
    enum { FAR = 20 };
    if (day_known(c->written.first)) return 0;
    int32_t x = lasted(a), y = lasted(b);
    return x > FAR * y ? 1 : y > FAR * x ? -1 : 0;
}

/* In a text without a date: whether the mission lasted in the days of some other that the item names. */
static bool contemporary(const Context *c, Entry mission)
{
    Day f, u, from, until;
    mission_days(mission, &f, &u);
    bool any = false;
    for (int i = 0; i < c->missions.count; i++) {
        mission_days(named_entry(c->missions.id[i]), &from, &until);
        if (!day_known(from) || !day_known(f)) continue;
        any = true;
        if (!(day_known(until) && until.n < f.n) && !(day_known(u) && u.n < from.n)) return true;
    }
    return !any;
}

static bool is_description(const Mention *m)
{
    return m->kind == MENTION_MISSION && span_find_byte(lexicon_form(m->entry), '@', 0) >= 0;
}

/* `de EU-missie Atalanta`: the name right behind a description, which says what the description means; else `m` itself. */
static const Mention *by_name(const Context *c, const Analysis *a, const Mention *m)
{
    if (!is_description(m)) return m;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *n = &a->mention.item[i];
        bool behind = n->first == m->last || (n->first == m->last + 1 && c->d->tokens.item[m->last].kind == TOKEN_PUNCT && (c->d->tokens.item[n->first].flags & TOKEN_QUOTED));
        if (behind && n->kind == MENTION_MISSION && !is_description(n)) return n;
    }
    return m;
}

static Span described_host(Entry e)
{
    Span form = lexicon_form(e);
    Size at = span_find_byte(form, '@', 0);
    return at < 0 ? (Span){0} : span_sub(form, at + 1, form.len);
}

/* `een snelle-reactiemacht van 150 man`: what somebody gives, not the standing force of that name. */
static bool is_given_force(const Context *c, const Analysis *a, const Mention *m)
{
    if (!is_description(m) || m->first <= a->first || !token_is(c->d, m->first - 1, "een") || m->last + 1 >= a->last || !token_is(c->d, m->last, "van")) return false;
    bool counts = false;
    for (Size i = 0; i < a->numbers.item.len; i++) counts = counts || a->numbers.item.item[i].first == m->last + 1;
    return counts && span_is(lexicon_field(m->entry, "kind"), "standing");
}

Span named_mission(const Context *c, const Analysis *a, const Mention *m, const Carry *carry, Asset asset, Span own)
{
    enum { OWN = 24 };
    m = by_name(c, a, m);
    if (is_given_force(c, a, m)) return (Span){0};
    const Match *x = &a->matches.match.item[m->match];
    Around r;
    r.c = c, r.a = a, r.carry = carry, r.count = 0, r.rest = 0;
    Span best = {0};
    Entry first = {0};
    int best_fit = 0;
    bool tied = false;
    for (int32_t i = 0; i < x->entries; i++) {
        Entry e = a->matches.entry.item[x->entry + i];
        if (e.table != TABLE_MISSIONS) continue;
        int fit = entry_fit(&r, e);
        if (fit == 0) continue;
        Span id = lexicon_field(e, "id");
        bool told = carry && span_equal(id, carry->mission.id), year = fit > FIT_WRONG_YEAR && named_in_time(c, e);
        bool now = day_known(c->written.first) ? runs(c, e, 0, 31) : contemporary(c, e);
        fit = fit * 64 + year * 32 + told * 16 + topic_has(&c->missions, id) * 8 + now * 4 + (asset == ASSET_NONE ? 0 : named_suits(id, asset));
        if (own.len && span_equal(described_host(e), own)) fit += OWN;
        int than = fit == best_fit && !span_equal(id, best) ? longer(c, e, first) : 0;
        if (fit > best_fit || than > 0) best_fit = fit, best = id, first = e, tied = false;
        else if (fit == best_fit && than == 0 && !span_equal(id, best)) tied = true;
    }
    return tied ? (Span){0} : best;
}

Span scope_mention(const Context *c, const Analysis *a, const Mention *m, const Carry *carry)
{
    return named_mission(c, a, m, carry, ASSET_NONE, (Span){0});
}
