/* Which mission a claim belongs to. */
#include "frames/scope.h"

#include "frames/named.h"

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
        Span id = named_mission(c, a, m, carry, f ? f->asset : ASSET_NONE, own);
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
        bool standing = lexicon_has(named_entry(id), "kind", "standing");   /* a station ship that helps out */
        int fit = standing ? 1 : 100 * (asset == ASSET_NONE ? 1 : named_suits(id, asset)) + c->missions.weight[i];
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
            if (e.table != TABLE_MISSIONS || at < 0 || !span_equal(span_sub(form, at + 1, form.len), host) || !named_in_time(c, e)) continue;
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
        if (f.id.len && (asset == ASSET_NONE || named_suits(f.id, asset))) return (Found){f.id, f.at, HOW_CARRIED, "mission described before"};
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
    if (before && !named_in_time(c, named_entry(carry->mission.id))) return true;
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
    if (!f || !told.len || !span_is(f->type, "police-officer") || lexicon_has(named_entry(told), "kind", "police")) return (Found){.how = HOW_NONE};
    Found best = {.how = HOW_NONE};
    for (int i = 0; i < c->missions.count; i++) {
        Span id = c->missions.id[i];
        if (!lexicon_has(named_entry(id), "kind", "police") || !mission_in(id, mission_host(told, 0))) continue;
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
    if (told.len && (!host.len || mission_in(told, host)) && (asset == ASSET_NONE || named_suits(told, asset)))
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
    if (lead >= 0 && (asset == ASSET_NONE || named_suits(c->missions.id[lead], asset)))
        return (Found){c->missions.id[lead], c->missions.at[lead], HOW_CARRIED, "mission that the item is about"};
    return (Found){.how = HOW_NONE};
}
