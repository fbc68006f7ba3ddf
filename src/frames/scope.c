/* Fields by scope. */
#include "frames/scope.h"

static Entry mission_entry(Span id)
{
    return lexicon_find(TABLE_MISSIONS, id);
}

bool mission_in(Span mission, Span host)
{
    Span rest = lexicon_field(mission_entry(mission), "hosts"), piece;
    while (span_cut(&rest, '|', &piece))
        if (span_equal(piece, host)) return true;
    return false;
}

Span mission_host(Span mission, int index)
{
    Span rest = lexicon_field(mission_entry(mission), "hosts"), piece;
    for (int i = 0; span_cut(&rest, '|', &piece); i++)
        if (i == index) return piece;
    return (Span){0};
}

bool scope_is_theatre(const Context *c, Span host)
{
    if (!host.len || span_equal(host, c->reading->country)) return false;
    return !span_is(host, "NL") && !span_is(host, "BE") && !span_is(host, "NATO") && !span_is(host, "EU") && !span_is(host, "UN") && !span_is(host, "COALITION");
}

/* A country that sends far more often than it hosts; it is a theatre only behind a preposition of place. */
static bool is_home_kind(const Mention *m)
{
    return m->kind == MENTION_PLACE && lexicon_has(m->entry, "kind", "home");
}

static bool word_is(const Context *c, int32_t token, const char *list)
{
    Span word = token_folded(c->d, token), rest = span_of(list), piece;
    while (span_cut(&rest, '|', &piece))
        if (span_equal(piece, word)) return true;
    return false;
}

static bool prep_is(const Context *c, const Mention *m, const char *list)
{
    return m->prep >= 0 && word_is(c, m->prep, list);
}

static bool followed_by(const Context *c, const Analysis *a, int32_t i, char mark)
{
    return i < a->last && token_is_mark(c->d, i, mark);
}

/* The preposition of a place, also of one that is joined to it: `in Ethiopië en Eritrea`. */
static int32_t place_prep(const Context *c, const Analysis *a, const Mention *m)
{
    int32_t first = m->first, prep = m->prep;
    for (Size i = a->mention.len; prep < 0 && i-- > 0;) {
        const Mention *o = &a->mention.item[i];
        if ((o->kind != MENTION_COUNTRY && o->kind != MENTION_PLACE) || o->last >= first || first - o->last > 2) continue;
        bool list = token_is_mark(c->d, o->last, ',') && m->last < a->last && word_is(c, m->last, ",|en|of");
        if (!list && !word_is(c, o->last, "en|of")) continue;
        if (a->clauses.of[o->first - a->first] != a->clauses.of[m->first - a->first]) continue;
        if (first - o->last == 2 && !(function_of(a, first - 1) & FC(DET)) && !word_is(c, first - 1, "in|boven|ook")) continue;
        prep = o->prep;
        first = o->first;
    }
    return prep;
}

/* `de oorlog in Oekraïne`, `de inval in Koeweit`: where something else happened. */
static bool of_event(const Context *c, const Analysis *a, int32_t prep)
{
    static const char *const events[] = {"oorlog|burgeroorlog|inval|invasie|agressie|conflict|crisis|aanval|aanvallen|aanslag|aanslagen|staatsgreep|coup|machtsgreep",
                                         "opstand|gevechten|geweld|verkiezingen|regering|situatie|ontwikkelingen|annexatie|aardbeving|bedrijf|ambassade|collega|ambtgenoot"};
    if (prep < 0 || !word_is(c, prep, "in|op|rond|bij|te|tegen")) return false;
    for (size_t i = 0; prep > a->first && i < sizeof events / sizeof *events; i++)
        if (word_is(c, prep - 1, events[i])) return true;
    return false;
}

/* `Kosovo: 4 militairen`, or a heading that is a place alone. */
bool scope_heads(const Context *c, const Analysis *a, const Mention *m)
{
    if (m->kind != MENTION_PLACE && m->kind != MENTION_COUNTRY) return false;
    bool first = m->first == a->first || (m->first <= a->first + 2 && c->d->tokens.item[a->first].kind != TOKEN_WORD);
    if (first && followed_by(c, a, m->last, ':')) return true;
    return c->d->sentences.item[a->sentence].kind == SENTENCE_HEADING && first && m->last >= a->last - 1;
}

/* `de basis van Tapa`, `voor de kust van Libië`. */
static bool of_site(const Context *c, const Analysis *a, int32_t prep)
{
    static const char *const sites[] = {"basis|vliegveld|vliegbasis|luchtmachtbasis|marinebasis|luchthaven|haven|kamp|kazerne|hoofdkwartier|kust|kusten|wateren|luchtruim|grens",
                                        "omgeving|buurt|regio|provincie|district|stad|stadje|hoofdstad|dorp|streek|vallei|centrum|zuiden|noorden|oosten|westen|zuidoosten|zuidwesten",
                                        "noordoosten|noordwesten|zuidkust|noordkust|oostkust|westkust|grondgebied|deel|bases|velden"};
    for (size_t i = 0; prep > a->first && i < sizeof sites / sizeof *sites; i++)
        if (word_is(c, prep - 1, sites[i])) return true;
    return false;
}

bool scope_says_where(const Context *c, const Analysis *a, const Mention *m)
{
    static const char *const places = "in|naar|vanuit|vanop|boven|rond|bij|te|binnen|nabij|richting|langs|op";
    bool head = scope_heads(c, a, m);
    if (m->kind != MENTION_PLACE && m->kind != MENTION_COUNTRY) return false;
    int32_t prep = place_prep(c, a, m);
    if (of_event(c, a, prep)) return false;
    if (m->kind == MENTION_PLACE) {
        if (is_home_kind(m) || !m->id.len) return false;
        if (m->prep >= 0 && word_is(c, m->prep, "uit|via|namens|volgens|met|door")) return false;
        if (m->prep >= 0 && word_is(c, m->prep, "van") && !of_site(c, a, m->prep)) return false;
        return head || m->prep >= 0 || !(mention_at(a, m->first, MENTION_METONYM) || mention_at(a, m->first, MENTION_SHIP));
    }
    return scope_is_theatre(c, m->id) && (head || (prep >= 0 && word_is(c, prep, places)));
}

static bool is_topic(const Topic *t, Span id)
{
    for (int i = 0; i < t->count; i++)
        if (span_equal(t->id[i], id)) return true;
    return false;
}

/* Weaker: `uit Mali`, `voor Irak`, `van Libië`, of a place that the item names as theatre. */
static bool says_where(const Context *c, const Analysis *a, const Mention *m)
{
    if (scope_says_where(c, a, m)) return true;
    if (m->kind == MENTION_PLACE) return !is_home_kind(m) && is_topic(&c->hosts, m->id) && prep_is(c, m, "uit|van");
    return m->kind == MENTION_COUNTRY && scope_is_theatre(c, m->id) && is_topic(&c->hosts, m->id) && prep_is(c, m, "over|uit|voor|van|tegen|tussen|aan");
}

static bool strong_where(const Context *c, const Analysis *a, const Mention *m)
{
    int32_t prep = place_prep(c, a, m);
    return m->kind == MENTION_PLACE || (prep >= 0 && word_is(c, prep, "in|naar|vanuit|vanop|boven|rond|bij|te|binnen|op"));
}

/* --- missions ------------------------------------------------------------------------------------------------------------------ */

static bool host_named(const Context *c, const Analysis *a, Span host)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (m->kind != MENTION_COUNTRY && m->kind != MENTION_ADJECTIVE && m->kind != MENTION_PLACE && m->kind != MENTION_METONYM) continue;
        Span rest = m->id, piece;
        while (span_cut(&rest, '|', &piece))
            if (span_equal(piece, host)) return true;
    }
    (void)c;
    return false;
}

static bool year_fits(const Context *c, Entry mission)
{
    if (!day_known(c->written.first)) return true;
    Span from = lexicon_field(mission, "from"), until = lexicon_field(mission, "until");
    int precision;
    Day f = from.len ? day_parse(from, &precision) : NO_DAY, u = until.len ? day_parse(until, &precision) : NO_DAY;
    if (day_known(f) && c->written.last.n < f.n - 400) return false;
    return !(day_known(u) && c->written.first.n > u.n + 800);
}

/* How well an entry of a mission mention fits; 0: not at all. */
enum { FIT_NAME = 8, FIT_HERE = 6, FIT_TOLD = 5, FIT_NEAR = 4, FIT_LEADER = 3, FIT_TOPIC = 2, FIT_WRONG_YEAR = 1 };

/* Whether the mission began long after the text was written. */
static bool not_yet(const Context *c, Entry mission)
{
    int precision;
    Span from = lexicon_field(mission, "from");
    Day f = from.len ? day_parse(from, &precision) : NO_DAY;
    return day_known(c->written.first) && day_known(f) && c->written.last.n < f.n - 400;
}

static bool carried_host(const Carry *carry, Span host)
{
    for (int i = 0; carry && i < carry->hosts; i++)
        if (span_equal(carry->host[i], host)) return true;
    return false;
}

static int entry_fit(const Context *c, const Analysis *a, Entry e, const Carry *carry)
{
    Span form = lexicon_form(e);
    Size at = span_find_byte(form, '@', 0);
    if (at < 0) return FIT_NAME;
    if (not_yet(c, e)) return 0;
    Span host = span_sub(form, at + 1, form.len);
    if (span_is(host, "*")) return FIT_NAME;
    bool year = year_fits(c, e);
    if (host_named(c, a, host)) return year ? FIT_HERE : FIT_WRONG_YEAR;
    if (carry && span_equal(lexicon_field(e, "id"), carry->mission.id)) return FIT_TOLD;
    if (!year) return 0;
    if (carried_host(carry, host)) return FIT_NEAR;
    int leader = topic_leader(&c->hosts);
    if (leader >= 0) return span_equal(c->hosts.id[leader], host) ? FIT_LEADER : 0;
    return is_topic(&c->hosts, host) ? FIT_TOPIC : 0;
}

/* 2 when a mission of `kind` is what such an asset is sent to, 0 when it is not, 1 else. */
static int suits(Span mission, Asset asset)
{
    Span kind = lexicon_field(mission_entry(mission), "kind");
    bool air = span_is(kind, "air"), sea = span_is(kind, "maritime"), police = span_is(kind, "police");
    if (asset == ASSET_AIRCRAFT) return air ? 2 : !police;
    if (asset == ASSET_SHIP) return sea ? 2 : !air && !police;
    if (asset == ASSET_VEHICLE || asset == ASSET_FORMATION) return !air && !sea;
    if (asset == ASSET_PERSONNEL) return !air && !sea ? 2 : 1;
    return 1;
}

/* The one mission that mention `m` names for forces of kind `asset`, or empty. */
static Span resolve(const Context *c, const Analysis *a, const Mention *m, const Carry *carry, Asset asset)
{
    const Match *x = &a->matches.match.item[m->match];
    Span best = {0};
    int best_fit = 0;
    bool tied = false;
    for (int32_t i = 0; i < x->entries; i++) {
        Entry e = a->matches.entry.item[x->entry + i];
        if (e.table != TABLE_MISSIONS) continue;
        int fit = entry_fit(c, a, e, carry);
        if (fit == 0) continue;
        Span id = lexicon_field(e, "id");
        fit = fit * 8 + (fit > FIT_WRONG_YEAR && year_fits(c, e)) * 4 + (asset == ASSET_NONE ? 0 : suits(id, asset));
        if (fit > best_fit) best_fit = fit, best = id, tied = false;
        else if (fit == best_fit && !span_equal(id, best)) tied = true;
    }
    return tied ? (Span){0} : best;
}

Span scope_mention(const Context *c, const Analysis *a, const Mention *m, const Carry *carry)
{
    return resolve(c, a, m, carry, ASSET_NONE);
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

static Found nearest_mission(const Context *c, const Analysis *a, int32_t at, int32_t clause, const Carry *carry)
{
    Found best = {.how = HOW_NONE};
    int32_t best_distance = INT32_MAX;
    const Force *f = force_at(a, at);
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (m->kind != MENTION_MISSION) continue;
        Span id = resolve(c, a, m, carry, f ? f->asset : ASSET_NONE);
        if (!id.len) continue;
        int32_t distance = m->first > at ? m->first - at : at - m->first;
        if (a->clauses.of[m->first - a->first] != clause) distance += 40;
        if (inside_force(a, m)) distance += 200;
        if (distance >= best_distance) continue;
        best_distance = distance;
        best = (Found){id, token_range(c->d, m->first, m->last), HOW_STATED, "mission named in the sentence"};
    }
    return best;
}

/* The theatre that the sentence itself names, first one that is no sea of passage. */
static Span sentence_host(const Context *c, const Analysis *a, int32_t at, int32_t clause)
{
    Span best = {0};
    int32_t best_distance = INT32_MAX;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (!says_where(c, a, m)) continue;
        Span rest = m->id, piece;
        if (!span_cut(&rest, '|', &piece)) continue;
        int32_t distance = m->first > at ? m->first - at : at - m->first;
        if (a->clauses.of[m->first - a->first] != clause) distance += 40;
        if (!strong_where(c, a, m)) distance += 20;
        if (distance < best_distance) best_distance = distance, best = piece;
    }
    return best;
}

/* A country whose adjective stands in the sentence and whose theatre the item names: `Iraakse militairen`. */
static Span adjective_host(const Context *c, const Analysis *a)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (m->kind == MENTION_ADJECTIVE && scope_is_theatre(c, m->id) && is_topic(&c->hosts, m->id)) return m->id;
    }
    return (Span){0};
}

/* The item's mission in `host` that suits best; empty when several suit as well. */
static Found mission_of_host(const Context *c, Span host, Asset asset)
{
    Found best = {.how = HOW_NONE};
    int best_fit = 0;
    for (int i = 0; i < c->missions.count; i++) {
        Span id = c->missions.id[i];
        if (!mission_in(id, host)) continue;
        int fit = 100 * (asset == ASSET_NONE ? 1 : suits(id, asset)) + c->missions.weight[i];
        if (fit == best_fit) best.id = (Span){0};
        if (fit <= best_fit) continue;
        best_fit = fit;
        best = (Found){id, c->missions.at[i], HOW_CARRIED, "the mission of the item in that country"};
    }
    return best.id.len ? best : (Found){.how = HOW_NONE};
}

static bool often_named(const Context *c, Span host)
{
    for (int i = 0; i < c->hosts.count; i++)
        if (span_equal(c->hosts.id[i], host)) return c->hosts.weight[i] >= 2;
    return false;
}

/* A mission told once, in a paragraph before, in an item about another: it does not go on. */
static bool aside(const Context *c, const Analysis *a, const Carry *carry)
{
    int lead = topic_leader(&c->missions);
    if (lead < 0 || c->overview || span_equal(c->missions.id[lead], carry->mission.id)) return false;
    int32_t paragraph = c->d->sentences.item[a->sentence].paragraph;
    return carry->mission.at.from < c->d->sentences.item[c->d->paragraphs.item[paragraph].sentence].at.from;
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
    if (!host.len && carry->hosts && (c->overview || (!told.len && same && carry->hosts == 1 && often_named(c, carry->host[0])))) host = carry->host[0];
    if (told.len && aside(c, a, carry)) told = (Span){0};
    if (told.len && (!host.len || mission_in(told, host)) && (asset == ASSET_NONE || suits(told, asset)))
        return (Found){told, carry->mission.at, HOW_CARRIED, "mission of the sentences before"};
    int lead = topic_leader(&c->missions);
    bool lead_fits = lead >= 0 && host.len && mission_in(c->missions.id[lead], host);
    if (host.len && !lead_fits) {
        f = mission_of_host(c, host, asset);
        bool passing = !f.id.len && lead >= 0 && force && (force->definite || force->named) && !often_named(c, host) && !c->overview;
        if (!passing) return f;
    }
    if ((c->overview && !lead_fits) || !c->missions.count) return (Found){.how = HOW_NONE};
    if (lead < 0 && !told.len) lead = 0;
    if (lead >= 0 && (asset == ASSET_NONE || suits(c->missions.id[lead], asset)))
        return (Found){c->missions.id[lead], c->missions.at[lead], HOW_CARRIED, "mission that the item is about"};
    return (Found){.how = HOW_NONE};
}

/* --- hosts and places ---------------------------------------------------------------------------------------------------------- */

static bool add_host(Claim *claim, Span host)
{
    for (int i = 0; i < claim->hosts; i++)
        if (span_equal(claim->host[i], host)) return true;
    if (claim->hosts == CLAIM_HOSTS || !host.len) return false;
    claim->host[claim->hosts++] = host;
    return true;
}

static void add_place(const Context *c, Claim *claim, const Mention *m)
{
    Span name = lexicon_field(m->entry, "name");
    for (int i = 0; i < claim->places; i++)
        if (span_equal(claim->place[i].name, name)) return;
    if (claim->places < CLAIM_PLACES) claim->place[claim->places++] = (PlaceName){token_range(c->d, m->first, m->last), name};
}

static void set_proof(Claim *claim, Field field, How how, Range at, const char *rule)
{
    claim->proof[field] = (Proof){how, at, rule};
}

/* `naar de Sahel`: a place without a country of its own. */
static bool names_region(const Context *c, const Analysis *a, const Mention *m, int32_t clause)
{
    if (m->kind != MENTION_PLACE || m->id.len || is_home_kind(m)) return false;
    return prep_is(c, m, "in|naar|boven|op|vanuit") && (clause < 0 || a->clauses.of[m->first - a->first] == clause);
}

/* Hosts named in the sentence; `clause` >= 0 restricts to one clause. */
static bool hosts_here(const Context *c, const Analysis *a, int32_t clause, bool weak, Claim *claim)
{
    bool any = false;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (names_region(c, a, m, clause)) add_place(c, claim, m);
        if (!says_where(c, a, m) || (!weak && !strong_where(c, a, m))) continue;
        if (clause >= 0 && a->clauses.of[m->first - a->first] != clause) continue;
        if (prep_is(c, m, "voor|tegen") && m->kind == MENTION_COUNTRY) continue;
        Span rest = m->id, piece;
        bool own = false;
        while (span_cut(&rest, '|', &piece)) {
            if (span_equal(piece, claim->contributor)) own = true;
            else if (scope_is_theatre(c, piece)) any = add_host(claim, piece) || any;
        }
        if (m->kind == MENTION_PLACE && !own) add_place(c, claim, m);
        Range at = token_range(c->d, m->first, m->last);
        if (any && !range_some(claim->proof[FIELD_HOST].at)) set_proof(claim, FIELD_HOST, HOW_STATED, at, "place named in the sentence");
        if (m->kind == MENTION_PLACE && claim->places == 1) set_proof(claim, FIELD_PLACES, HOW_STATED, at, "place named in the sentence");
    }
    return any;
}

/* `de Iraakse stad`, `het Estse Tapa`: an adjective of a theatre country. */
static bool host_by_adjective(const Context *c, const Analysis *a, int32_t clause, Claim *claim)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (m->kind != MENTION_ADJECTIVE || !scope_is_theatre(c, m->id) || span_equal(m->id, claim->contributor)) continue;
        if (clause >= 0 && a->clauses.of[m->first - a->first] != clause) continue;
        bool topic = false;
        for (int t = 0; t < c->hosts.count; t++) topic = topic || span_equal(c->hosts.id[t], m->id);
        if (!topic && !(claim->mission.len && mission_in(claim->mission, m->id))) continue;
        add_host(claim, m->id);
        set_proof(claim, FIELD_HOST, HOW_CARRIED, token_range(c->d, m->first, m->last), "adjective of a country named as theatre");
        return true;
    }
    return false;
}

void scope_hosts(const Context *c, const Analysis *a, int32_t at, int32_t clause, const Carry *carry, Claim *claim)
{
    (void)at;
    bool here = hosts_here(c, a, clause, false, claim) || hosts_here(c, a, clause, true, claim);
    if (!here) here = hosts_here(c, a, -1, false, claim);
    bool adjective = !here && host_by_adjective(c, a, -1, claim);
    if (here || adjective) {
        bool fits = !claim->mission.len;
        for (int i = 0; i < claim->hosts; i++) fits = fits || mission_in(claim->mission, claim->host[i]);
        if (!fits || (adjective && claim->mission.len)) add_host(claim, mission_host(claim->mission, 0));
        return;
    }
    bool any = false;
    for (int i = 0; i < carry->hosts; i++)
        if ((!claim->mission.len || mission_in(claim->mission, carry->host[i])) && !span_equal(carry->host[i], claim->contributor))
            any = add_host(claim, carry->host[i]) || any;
    if (any) {
        if (claim->mission.len) add_host(claim, mission_host(claim->mission, 0));
        set_proof(claim, FIELD_HOST, HOW_CARRIED, NO_RANGE, "theatre of the sentences before");
        return;
    }
    int leader = topic_leader(&c->hosts);
    Span host = claim->mission.len ? mission_host(claim->mission, 0) : leader >= 0 ? c->hosts.id[leader] : (Span){0};
    Range at_mission = claim->mission.len ? claim->proof[FIELD_MISSION].at : NO_RANGE;
    set_proof(claim, FIELD_HOST, HOW_CARRIED, at_mission, claim->mission.len ? "host of the mission" : "theatre that the item is about");
    if (!add_host(claim, host)) claim->proof[FIELD_HOST] = (Proof){0};
}

/* --- giver --------------------------------------------------------------------------------------------------------------------- */

static bool is_organisation(Span id)
{
    return span_is(id, "EU") || span_is(id, "NATO") || span_is(id, "UN") || span_is(id, "COALITION");
}

static bool can_give(Span id)
{
    return id.len == 2;
}

/* `in plaats van de Belgen`, `net als Nederland`, `neemt het over van de Italianen`, `Northwood Engeland`: named, but no giver. */
static bool in_place_of(const Context *c, const Analysis *a, const Mention *m)
{
    int32_t i = m->first - 1;
    if (i >= a->first && m->kind == MENTION_COUNTRY)
        for (Size k = 0; k < a->mention.len; k++)
            if (a->mention.item[k].kind == MENTION_PLACE && a->mention.item[k].last == m->first && a->mention.item[k].first < m->first) return true;
    if (i >= a->first && (function_of(a, i) & FC(DET))) i--;
    if (i > a->first && word_is(c, i, "als") && word_is(c, i - 1, "net|evenzeer|zowel")) return true;
    if (m->prep < 0 || !word_is(c, m->prep, "van")) return false;
    if (m->prep > a->first && word_is(c, m->prep - 1, "plaats|vervanging|aflossing|opvolger|opvolgers|hulp|steun|leiding|bevel|verzoek|vraag|uitnodiging|aandringen")) return true;
    return clause_at(&a->clauses, m->first)->classes & VC(TAKE_OVER);
}

/* A country as acting subject: a bare name or metonym, not behind a preposition; `door Frankrijk` in the passive. */
static bool acts(const Context *c, const Analysis *a, const Mention *m)
{
    /* an organisation gives where it is the subject of an act of giving; mostly it asks, decides and leads */
    if (is_organisation(m->id)) {
        uint64_t classes = clause_at(&a->clauses, m->first)->classes;
        bool asks = classes & (VC(REQUEST) | VC(SAY) | VC(DECIDE) | VC(APPROVE) | VC(COMMAND));
        return m->prep < 0 && m->kind == MENTION_COUNTRY && span_is(m->id, "EU") && !asks && (classes & (VC(DEPLOY) | VC(WITHDRAW) | VC(REMAIN) | VC(WANT)));
    }
    bool name = m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM || m->kind == MENTION_DEMONYM || m->kind == MENTION_NEIGHBOUR || m->kind == MENTION_OWN;
    if (!name || !can_give(m->id) || in_place_of(c, a, m)) return false;
    int32_t listed = m->prep < 0 && m->kind == MENTION_COUNTRY ? place_prep(c, a, m) : -1;
    if (listed >= 0 && !word_is(c, listed, "door|van|uit|namens")) return false;
    if (m->kind == MENTION_OWN && m->last - m->first == 1 && !(function_of(a, m->first) & FC(PRON))) return prep_is(c, m, "van|door") || m->prep < 0;
    if (m->prep < 0) return true;
    return prep_is(c, m, "door") || (prep_is(c, m, "van|uit|namens") && m->kind != MENTION_METONYM);
}

/* Whether a giver in clause `from` can be the subject of clause `to`: the same, one that it hangs on, or the clause before a bare `en`. */
static bool reaches(const Context *c, const Analysis *a, int32_t from, int32_t to)
{
    if (from == to) return true;
    int hops = 0;
    for (int32_t p = a->clauses.clause.item[to].parent; p >= 0 && hops < 6; p = a->clauses.clause.item[p].parent, hops++)
        if (p == from) return true;
    const Clause *x = &a->clauses.clause.item[to], *y = &a->clauses.clause.item[from];
    bool joined = x->kind == CLAUSE_MAIN && y->kind == CLAUSE_MAIN && y->first < x->first && (function_of(a, x->first) & FC(COORD));
    bool listed = y->first < x->first && x->verbs == 0;
    (void)c;
    return joined || listed;
}

static int giver_rank(const Context *c, const Analysis *a, const Mention *m, const Force *f, int32_t at, int32_t clause)
{
    int rank = 100;
    int32_t distance = m->first > at ? m->first - at : at - m->last;
    rank -= distance > 60 ? 60 : distance;
    if (a->clauses.of[m->first - a->first] == clause) rank += 60;
    if (m->prep < 0) rank += 25;
    if (m->first > at && m->prep >= 0 && prep_is(c, m, "uit|van") && m->prep <= at + 2) rank += 40;
    if (m->first > at && m->prep < 0) rank -= 30;
    if (f && m->last == f->first && m->prep < 0) rank += 60;
    if (m->kind == MENTION_DEMONYM && m->first > at) rank -= 20;
    if (m->prep >= 0 && prep_is(c, m, "van|uit") && m->first > at + 4) rank -= 40;
    return rank;
}

static Found own_default(const Context *c, const char *rule)
{
    return (Found){c->reading->country, NO_RANGE, HOW_DEFAULTED, rule};
}

/* `Frankrijk, dat ... heeft`: the giver right before a relative clause whose subject it is; `Duitsland, met 980 man`: before an apposition. */
static const Mention *antecedent(const Context *c, const Analysis *a, int32_t clause, int32_t at)
{
    const Clause *x = &a->clauses.clause.item[clause];
    int32_t opener = x->kind == CLAUSE_RELATIVE && x->opener >= 0 && (token_is(c->d, x->opener, "die") || token_is(c->d, x->opener, "dat")) ? x->opener : -1;
    for (int32_t i = at; opener < 0 && i > a->first && i > at - 5; i--)
        if (token_is(c->d, i, "met")) opener = i;
    if (opener < 0) return NULL;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool who = m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM || m->kind == MENTION_DEMONYM;
        if (!who || !can_give(m->id)) continue;
        if (token_is(c->d, opener, "met") && m->prep >= 0 && !word_is(c, m->prep, "door|uit")) continue;
        bool mark = m->last == opener - 1 && token_is_mark(c->d, m->last, ',');
        if (m->last == opener || mark) return m;
    }
    return NULL;
}

/* Whose act an act noun at `at` is: `de Belgische deelname`, `de inzet van ons land`. */
static const Mention *of_act_noun(const Context *c, const Analysis *a, int32_t at)
{
    if (!mention_at(a, at, MENTION_ACTNOUN)) return antecedent(c, a, a->clauses.of[at - a->first], at);
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool before = (m->kind == MENTION_ADJECTIVE || m->kind == MENTION_OWN) && m->last <= at && at - m->last <= 3 && can_give(m->id);
        bool behind = (m->kind == MENTION_COUNTRY || m->kind == MENTION_OWN || m->kind == MENTION_METONYM) && can_give(m->id) && m->prep == at + 1 && token_is(c->d, at + 1, "van");
        if (before || behind) return m;
    }
    return NULL;
}

int scope_givers_beside(const Context *c, const Analysis *a, Range first, Span *ids, Range *at, int room)
{
    int n = 0;
    const Mention *list[16];
    int members = 0, self = -1;
    for (Size i = 0; i < a->mention.len && members < 16; i++) {
        const Mention *m = &a->mention.item[i];
        bool who = (m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM || m->kind == MENTION_DEMONYM || m->kind == MENTION_ADJECTIVE) && can_give(m->id);
        if (!who) continue;
        bool joined = members && list[members - 1]->last <= m->first && m->first - list[members - 1]->last <= 2 &&
                      (token_is_mark(c->d, list[members - 1]->last, ',') || token_is(c->d, list[members - 1]->last, "en") || token_is(c->d, list[members - 1]->last, "of"));
        if (!joined) {
            if (self >= 0) break;
            members = 0;
        }
        list[members] = m;
        if (token_range(c->d, m->first, m->last).from == first.from) self = members;
        members++;
    }
    if (self < 0) return 0;
    for (int i = 0; i < members && n < room; i++) {
        if (i == self || span_equal(list[i]->id, list[self]->id)) continue;
        ids[n] = list[i]->id;
        at[n++] = token_range(c->d, list[i]->first, list[i]->last);
    }
    return n;
}

/* `Een chirurgisch team staat de Amerikanen bij`: what forces before the verb do to somebody. */
static bool is_object(const Analysis *a, const Mention *m, const Force *f, int32_t clause)
{
    const Clause *x = &a->clauses.clause.item[clause];
    if (!f || f->prep >= 0 || m->prep >= 0 || x->passive || f->last > m->first || x->kind != CLAUSE_MAIN) return false;
    if (x->classes & (VC(DEPLOY) | VC(OFFER) | VC(WITHDRAW) | VC(WANT))) return false;
    for (int v = 0; v < x->verbs; v++)
        if (x->verb[v].form == FORM_FINITE && x->verb[v].token >= f->last && x->verb[v].token < m->first) return true;
    return false;
}

/* `Franse militairen, die er met 500 zijn`: the nation of the forces that a relative clause speaks of. */
static Found giver_of_forces_before(const Context *c, const Analysis *a, const Force *f, int32_t clause)
{
    const Clause *x = &a->clauses.clause.item[clause];
    if (x->kind != CLAUSE_RELATIVE || x->opener < 0 || !word_is(c, x->opener, "die|dat|waarvan|wie")) return (Found){0};
    for (Size i = 0; i < a->force.len; i++) {
        const Force *o = &a->force.item[i];
        bool before = o != f && (o->last == x->opener || (o->last == x->opener - 1 && token_is_mark(c->d, o->last, ',')));
        if (before && o->nation.len) return (Found){o->nation, o->nation_at, HOW_STATED, "nationality of the forces before the relative clause"};
    }
    return (Found){0};
}

/* `helikopters van de Amerikaanse marine`, `een eenheid uit Cambodja`: what stands behind the phrase. */
static Found giver_behind(const Context *c, const Analysis *a, const Force *f, Span mission)
{
    int32_t i = f->last;
    uint64_t away = VC(WITHDRAW) | VC(RETURN) | VC(END) | VC(DEPART) | VC(RELOCATE) | VC(GO) | VC(ARRIVE);
    const Mention *from = i + 1 < a->last && word_is(c, i, "uit") ? mention_at(a, i + 1, MENTION_COUNTRY) : NULL;
    if (from && can_give(from->id) && !(clause_at(&a->clauses, f->head)->classes & away) && !(mission.len && mission_in(mission, from->id)))
        return (Found){from->id, token_range(c->d, from->first, from->last), HOW_STATED, "country that the forces come from"};
    if (i + 2 >= a->last || !word_is(c, i, "van")) return (Found){0};
    if (function_of(a, i + 1) & FC(DET)) i++;
    const Mention *m = mention_at(a, i + 1, MENTION_ADJECTIVE);
    if (!m || !can_give(m->id) || m->last >= a->last) return (Found){0};
    bool service = mention_at(a, m->last, MENTION_BODY) || mention_at(a, m->last, MENTION_UNIT) || word_is(c, m->last, "marine|luchtmacht|landmacht|leger|kustwacht|strijdkrachten|krijgsmacht|vloot|politie|marechaussee");
    return service ? (Found){m->id, token_range(c->d, m->first, m->last), HOW_STATED, "service that the forces belong to"} : (Found){0};
}

/* A cabinet, ministry or service named in the sentence whose country is the publisher's or its own. */
static Found giver_by_body(const Context *c, const Analysis *a, int32_t clause)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool body = m->kind == MENTION_BODY && (lexicon_has(m->entry, "kind", "cabinet") || lexicon_has(m->entry, "kind", "ministry"));
        bool unit = m->kind == MENTION_UNIT;
        if ((!body && !unit) || m->prep >= 0 || a->clauses.of[m->first - a->first] != clause) continue;
        Span id = m->id.len ? m->id : c->reading->country;
        if (!id.len || id.len != 2) continue;
        return (Found){id, token_range(c->d, m->first, m->last), m->id.len ? HOW_STATED : HOW_CARRIED, "body that acts in the clause"};
    }
    return (Found){0};
}

static bool refers_back(const Context *c, const Analysis *a)
{
    for (int32_t i = a->first; i < a->last && i < a->first + 4; i++)
        if (function_of(a, i) & FC(GROUP)) return true;
    for (Size i = 0; i < a->mention.len; i++)
        if (marker_is(&a->mention.item[i], "group_anaphor") && !token_is(c->d, a->mention.item[i].first, "waaronder") &&
            !token_is(c->d, a->mention.item[i].first, "onder") && !token_is(c->d, a->mention.item[i].first, "waarvan"))
            return true;
    return false;
}

Found scope_giver(const Context *c, const Analysis *a, const Force *f, int32_t at, int32_t clause, Span mission, const Carry *carry)
{
    if (f && f->nation.len) return (Found){f->nation, f->nation_at, HOW_STATED, "nationality in the phrase"};
    Found near = f ? giver_behind(c, a, f, mission) : (Found){0};
    if (!near.id.len && f) near = giver_of_forces_before(c, a, f, clause);
    if (near.id.len) return near;
    const Mention *best = f ? antecedent(c, a, clause, at) : of_act_noun(c, a, at);
    if (best) return (Found){best->id, token_range(c->d, best->first, best->last), HOW_STATED, f ? "country before the relative clause" : "whose act it is"};
    int best_rank = 0;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool head = followed_by(c, a, m->last, ':') && (m->first == a->first || c->d->tokens.item[m->first - 1].kind == TOKEN_PUNCT);
        if (head || is_object(a, m, f, clause)) continue;
        if (mission.len && mission_in(mission, m->id) && !span_equal(m->id, c->reading->country)) continue;
        if (!acts(c, a, m) || (f && m->first >= f->first && m->last <= f->last)) continue;
        if (a->clauses.of[m->first - a->first] != clause && m->prep >= 0) continue;
        if (!reaches(c, a, a->clauses.of[m->first - a->first], clause)) continue;
        bool theatre = false;
        for (int t = 0; t < c->hosts.count; t++) theatre = theatre || (span_equal(c->hosts.id[t], m->id) && c->hosts.weight[t] >= 3);
        bool subject = m->first == a->first && m->prep < 0 && (clause_at(&a->clauses, m->first)->classes & (VC(DEPLOY) | VC(OFFER) | VC(TAKE_OVER) | VC(RELIEVE)));
        if (theatre && !subject && !span_equal(m->id, c->reading->country)) continue;
        int rank = giver_rank(c, a, m, f, at, clause);
        if (!best || rank > best_rank) best = m, best_rank = rank;
    }
    if (best && best_rank >= 60) return (Found){best->id, token_range(c->d, best->first, best->last), HOW_STATED, "country that acts in the sentence"};
    Found body = giver_by_body(c, a, clause);
    if (body.id.len) return body;
    if (carry->giver.id.len && carry->paragraph == c->d->sentences.item[a->sentence].paragraph && refers_back(c, a))
        return (Found){carry->giver.id, carry->giver.at, HOW_CARRIED, "giver of the sentence before"};
    if (c->reading->country.len) return own_default(c, "country of the publisher");
    if (carry->giver.id.len) return (Found){carry->giver.id, carry->giver.at, HOW_CARRIED, "giver of the sentences before"};
    return (Found){.how = HOW_NONE};
}
