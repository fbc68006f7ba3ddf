/* Which mission a claim belongs to. */
#include "frames/scope.h"

static Entry mission_entry(Span id)
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
    return mission.len && day_known(c->written.first) && !runs(c, mission_entry(mission), BEFORE, AFTER);
}

bool scope_is_young(const Context *c, Span mission)
{
    enum { LONG_BEFORE = 400, SET_UP = 90, MONTH = 31, TO_MONTH = 2 };
    if (!mission.len || !day_known(c->written.first) || c->written.last.n - c->written.first.n > MONTH) return false;
    Entry e = mission_entry(mission);
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

static bool year_fits(const Context *c, Entry mission)
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
    bool year = year_fits(c, e);
    if (host_named(r, host)) return year ? FIT_HERE : in_its_days(r, e) ? FIT_WRONG_YEAR : 0;
    if (carry && span_equal(lexicon_field(e, "id"), carry->mission.id)) return FIT_TOLD;
    if (!year || guards_elsewhere(r, e)) return 0;
    if (carried_host(carry, host)) return FIT_NEAR;
    int leader = topic_leader(&c->hosts);
    if (leader >= 0) return span_equal(c->hosts.id[leader], host) ? FIT_LEADER : 0;
    return topic_has(&c->hosts, host) ? FIT_TOPIC : 0;
}

/* 2 when a mission of `kind` is what such an asset is sent to, 0 when it is not, 1 else. */
static int suits(Span mission, Asset asset)
{
    Span kind = lexicon_field(mission_entry(mission), "kind");
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
        mission_days(mission_entry(c->missions.id[i]), &from, &until);
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

/* The one mission that mention `m` names for forces of kind `asset`, or empty. Where several theatres are named, `own` is that of the forces:
 * `300 naar de gevechtsgroep in Estland en 100 naar die in Litouwen`. */
static Span resolve(const Context *c, const Analysis *a, const Mention *m, const Carry *carry, Asset asset, Span own)
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
        bool told = carry && span_equal(id, carry->mission.id), year = fit > FIT_WRONG_YEAR && year_fits(c, e);
        bool now = day_known(c->written.first) ? runs(c, e, 0, 31) : contemporary(c, e);
        fit = fit * 64 + year * 32 + told * 16 + topic_has(&c->missions, id) * 8 + now * 4 + (asset == ASSET_NONE ? 0 : suits(id, asset));
        if (own.len && span_equal(described_host(e), own)) fit += OWN;
        int than = fit == best_fit && !span_equal(id, best) ? longer(c, e, first) : 0;
        if (fit > best_fit || than > 0) best_fit = fit, best = id, first = e, tied = false;
        else if (fit == best_fit && than == 0 && !span_equal(id, best)) tied = true;
    }
    return tied ? (Span){0} : best;
}

Span scope_mention(const Context *c, const Analysis *a, const Mention *m, const Carry *carry)
{
    return resolve(c, a, m, carry, ASSET_NONE, (Span){0});
}

/* The force whose noun stands at `at`, or NULL. */
static const Force *force_at(const Analysis *a, int32_t at)
{
    for (Size i = 0; i < a->force.len; i++)
        if (a->force.item[i].head == at) return &a->force.item[i];
    return NULL;
}

/* A unit that is called like a mission: `een Vessel Protection Detachment`. */
static bool inside_force(const Analysis *a, const Mention *m)
{
    for (Size i = 0; i < a->force.len; i++)
        if (a->force.item[i].first <= m->first && m->last <= a->force.item[i].last) return true;
    return false;
}

/* How far apart two places of a sentence are; a comma or `en` between them parts the members of a list. */
static int32_t apart(const Context *c, const Analysis *a, int32_t at, const Mention *m)
{
    enum { PARTED = 6 };
    int32_t from = m->first > at ? at : m->last, to = m->first > at ? m->first : at, distance = m->first > at ? m->first - at : at - m->first;
    for (int32_t i = from; i < to; i++)
        if (token_is_mark(c->d, i, ',') || token_is_mark(c->d, i, ';') || (function_of(a, i) & FC(COORD))) distance += PARTED;
    return distance;
}

/* The theatre that the sentence itself names, first one that is no sea of passage. */
static Span sentence_host(const Context *c, const Analysis *a, int32_t at, int32_t clause);

/* `in Libanon één officier bij UNIFIL, in Jordanië 25 militairen`: a mission beside another counted force, and not of the place of this one. */
static bool of_other_force(const Context *c, const Analysis *a, int32_t at, const Mention *m, Span id)
{
    const Force *f = force_at(a, at);
    Span host = f && f->quantity.some ? sentence_host(c, a, at, a->clauses.of[at - a->first]) : (Span){0};
    if (!host.len || mission_in(id, host)) return false;
    int32_t far = apart(c, a, at, m);
    for (Size i = 0; i < a->force.len; i++) {
        const Force *o = &a->force.item[i];
        if (o != f && o->quantity.some && o->number >= 0 && apart(c, a, o->head, m) < far) return true;
    }
    return false;
}

/* `12 agenten, bij UNTSO 13 waarnemers`: a mission right before another counted force than `f`. */
static bool opens_count(const Analysis *a, const Force *f, const Mention *m)
{
    for (Size i = 0; i < a->force.len; i++)
        if (&a->force.item[i] != f && a->force.item[i].number >= 0 && a->force.item[i].first == m->last) return true;
    return false;
}

static Found nearest_mission(const Context *c, const Analysis *a, int32_t at, int32_t clause, const Carry *carry)
{
    enum { BEFORE_OTHER = 30 };
    Found best = {.how = HOW_NONE};
    int32_t best_distance = INT32_MAX;
    const Force *f = force_at(a, at);
    Span own = f && f->quantity.some ? sentence_host(c, a, at, clause) : (Span){0};
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (m->kind != MENTION_MISSION) continue;
        Span id = resolve(c, a, m, carry, f ? f->asset : ASSET_NONE, own);
        if (!id.len || of_other_force(c, a, at, m, id)) continue;
        int32_t distance = apart(c, a, at, m);
        if (a->clauses.of[m->first - a->first] != clause) distance += 40;
        if (m->first > at && opens_count(a, f, m)) distance += BEFORE_OTHER;
        if (inside_force(a, m)) distance += 200;
        if (distance >= best_distance) continue;
        best_distance = distance;
        best = (Found){id, token_range(c->d, m->first, m->last), HOW_STATED, "mission named in the sentence"};
    }
    return best;
}

static Span sentence_host(const Context *c, const Analysis *a, int32_t at, int32_t clause)
{
    Span best = {0};
    int32_t best_distance = INT32_MAX;
    const Mention *where = scope_place_of_where(c, a, clause);
    if (where && where->id.len == 2) return where->id;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (!scope_may_say_where(c, a, m) || scope_shared_out(c, a, at, m)) continue;
        Span rest = m->id, piece;
        if (!span_cut(&rest, '|', &piece)) continue;
        int32_t distance = m->first > at ? m->first - at : at - m->first;
        if (a->clauses.of[m->first - a->first] != clause) distance += 40;
        if (!scope_strong_where(c, a, m)) distance += 20;
        if (distance < best_distance) best_distance = distance, best = piece;
    }
    return best;
}

/* A country whose adjective stands in the sentence and whose theatre the item names: `Iraakse militairen`. */
static Span adjective_host(const Context *c, const Analysis *a)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (m->kind == MENTION_ADJECTIVE && scope_is_theatre(c, m->id) && topic_has(&c->hosts, m->id)) return m->id;
    }
    return (Span){0};
}

Found scope_mission_of_host(const Context *c, Span host, Asset asset)
{
    Found best = {.how = HOW_NONE};
    int best_fit = 0;
    for (int i = 0; i < c->missions.count; i++) {
        Span id = c->missions.id[i];
        if (!mission_in(id, host)) continue;
        bool standing = lexicon_has(mission_entry(id), "kind", "standing");   /* a station ship that helps out */
        int fit = standing ? 1 : 100 * (asset == ASSET_NONE ? 1 : suits(id, asset)) + c->missions.weight[i];
        if (fit == best_fit) best.id = (Span){0};
        if (fit <= best_fit) continue;
        best_fit = fit;
        best = (Found){id, c->missions.at[i], HOW_CARRIED, "the mission of the item in that country"};
    }
    return best.id.len ? best : (Found){.how = HOW_NONE};
}

Found scope_described_in(const Context *c, const Analysis *a, Span host)
{
    Found best = {.how = HOW_NONE};
    for (Size k = 0; k < a->mention.len; k++) {
        const Mention *m = &a->mention.item[k];
        const Match *x = &a->matches.match.item[m->match];
        for (int32_t i = 0; m->kind == MENTION_MISSION && i < x->entries; i++) {
            Entry e = a->matches.entry.item[x->entry + i];
            Span form = lexicon_form(e), id = lexicon_field(e, "id");
            Size at = span_find_byte(form, '@', 0);
            if (e.table != TABLE_MISSIONS || at < 0 || !span_equal(span_sub(form, at + 1, form.len), host) || !year_fits(c, e)) continue;
            if (best.id.len && !span_equal(best.id, id)) return (Found){.how = HOW_NONE};
            best = (Found){id, token_range(c->d, m->first, m->last), HOW_STATED, "mission described in the sentence"};
        }
    }
    return best;
}

/* What the sentences before describe and the theatre names: `battlegroups in Polen en Litouwen ... de operatie in Litouwen`. */
static Found described_before(const Context *c, const Analysis *a, Span host, Asset asset)
{
    enum { REACH = 12 };
    for (int32_t i = a->sentence - 1; i >= c->first_sentence && i >= a->sentence - REACH; i--) {
        if (!c->read[i - c->first_sentence]) continue;
        Found f = scope_described_in(c, &c->analysis[i - c->first_sentence], host);
        if (f.id.len && (asset == ASSET_NONE || suits(f.id, asset))) return (Found){f.id, f.at, HOW_CARRIED, "mission described before"};
    }
    return (Found){.how = HOW_NONE};
}

static bool often_named(const Context *c, Span host)
{
    for (int i = 0; i < c->hosts.count; i++)
        if (span_equal(c->hosts.id[i], host)) return c->hosts.weight[i] >= 2;
    return false;
}

static int32_t paragraph_at(const Context *c, int32_t byte)
{
    int32_t first = c->first_sentence, n = c->d->items.item[c->item].sentences;
    for (int32_t i = 0; i < n; i++)
        if (byte < c->d->sentences.item[first + i].at.to) return c->d->sentences.item[first + i].paragraph;
    return -1;
}

/* Whether the mission told last is one of a single paragraph, and no more named than the one that the item opened with. */
static bool told_in_passing(const Context *c, const Carry *carry)
{
    for (int i = 1; i < c->missions.count; i++) {
        if (!span_equal(c->missions.id[i], carry->mission.id)) continue;
        bool once = paragraph_at(c, c->missions.at[i].from) == paragraph_at(c, carry->mission.at.from);
        return once && c->missions.weight[0] >= c->missions.weight[i] && c->missions.at[0].from < c->missions.at[i].from;
    }
    return false;
}

/* Whether the item is about a land that it named before the mission told last, and in which that is not. */
static bool about_elsewhere(const Context *c, const Carry *carry)
{
    int land = c->hosts.count ? 0 : -1;
    for (int i = 1; i < c->hosts.count; i++)
        if (c->hosts.weight[i] > c->hosts.weight[land]) land = i;
    if (land < 0 || c->missions.count != 1 || c->hosts.weight[land] < 2 || c->hosts.at[land].from >= c->missions.at[0].from) return false;
    bool once = paragraph_at(c, c->missions.at[0].from) == paragraph_at(c, carry->mission.at.from);
    return once && !mission_in(carry->mission.id, c->hosts.id[land]);
}

/* A mission told once, in a paragraph before, in an item about another, or one of years ago: it does not go on. */
static bool aside(const Context *c, const Analysis *a, const Carry *carry)
{
    int32_t paragraph = c->d->sentences.item[a->sentence].paragraph;
    bool before = carry->mission.at.from < c->d->sentences.item[c->d->paragraphs.item[paragraph].sentence].at.from;
    if (before && !year_fits(c, mission_entry(carry->mission.id))) return true;
    if (before && !c->overview && about_elsewhere(c, carry)) return true;
    int lead = topic_leader(&c->missions);
    if (lead < 0) return before && !c->overview && told_in_passing(c, carry);
    return before && !c->overview && !span_equal(c->missions.id[lead], carry->mission.id);
}

/* `De F-16's boven Irak komen terug. ... Intussen vertrekken 120 man naar Mali voor MINUSMA`: a mission that the item comes to later, none of its hosts named yet,
 * while it still speaks of forces elsewhere. */
static bool comes_later(const Context *c, const Analysis *a, const Carry *carry, int topic)
{
    int32_t end = c->d->sentences.item[a->sentence].at.to;
    if (!carry->hosts || c->missions.at[topic].from < end) return false;
    for (int i = 0; i < c->hosts.count; i++)
        if (c->hosts.at[i].from < end && mission_in(c->missions.id[topic], c->hosts.id[i])) return false;
    for (int h = 0; h < carry->hosts; h++)
        if (mission_in(c->missions.id[topic], carry->host[h])) return false;
    return true;
}

/* `elk meer dan honderd politiemensen`, where `told` is a force of soldiers: the one mission of police that the item names in the same country. */
static Found of_police(const Context *c, const Force *f, Span told)
{
    if (!f || !told.len || !span_is(f->type, "police-officer") || lexicon_has(mission_entry(told), "kind", "police")) return (Found){.how = HOW_NONE};
    Found best = {.how = HOW_NONE};
    for (int i = 0; i < c->missions.count; i++) {
        Span id = c->missions.id[i];
        if (!lexicon_has(mission_entry(id), "kind", "police") || !mission_in(id, mission_host(told, 0))) continue;
        if (best.id.len) return (Found){.how = HOW_NONE};
        best = (Found){id, c->missions.at[i], HOW_CARRIED, "the mission of police in that country"};
    }
    return best;
}

Found scope_mission(const Context *c, const Analysis *a, int32_t at, int32_t clause, const Carry *carry)
{
    Found f = nearest_mission(c, a, at, clause, carry);
    if (f.id.len) return f;
    const Force *force = force_at(a, at);
    Asset asset = force ? force->asset : ASSET_NONE;
    Span host = sentence_host(c, a, at, clause), told = carry->mission.id;
    if (!host.len) host = adjective_host(c, a);
    bool same = carry->paragraph == c->d->sentences.item[a->sentence].paragraph;
    bool afloat = asset == ASSET_SHIP || asset == ASSET_AIRCRAFT;   /* those ashore are told beside them */
    bool claimed = !host.len && !told.len && same && carry->hosts == 1 && carry->claimed && !afloat;
    if (!host.len && carry->hosts && (c->overview || carry->pointed || claimed || (!told.len && same && carry->hosts == 1 && often_named(c, carry->host[0])))) host = carry->host[0];
    if (told.len && aside(c, a, carry)) told = (Span){0};
    f = of_police(c, force, told);
    if (f.id.len) return f;
    if (told.len && (!host.len || mission_in(told, host)) && (asset == ASSET_NONE || suits(told, asset)))
        return (Found){told, carry->mission.at, HOW_CARRIED, "mission of the sentences before"};
    int lead = topic_leader(&c->missions);
    bool lead_fits = lead >= 0 && host.len && mission_in(c->missions.id[lead], host);
    if (host.len && !lead_fits) {
        f = scope_mission_of_host(c, host, asset);
        if (!f.id.len) f = described_before(c, a, host, asset);
        bool passing = !claimed && !f.id.len && lead >= 0 && force && (force->definite || force->named) && !often_named(c, host) && !c->overview;
        if (!passing) return f;
    }
    if ((c->overview && !lead_fits) || !c->missions.count) return (Found){.how = HOW_NONE};
    if (lead < 0 && !told.len) lead = 0;
    if (lead >= 0 && !host.len && comes_later(c, a, carry, lead)) return (Found){.how = HOW_NONE};
    if (lead >= 0 && (asset == ASSET_NONE || suits(c->missions.id[lead], asset)))
        return (Found){c->missions.id[lead], c->missions.at[lead], HOW_CARRIED, "mission that the item is about"};
    return (Found){.how = HOW_NONE};
}
