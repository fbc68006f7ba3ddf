/* What a contribution is for: task words of its clauses, then of the sentences beside, then what such an asset or mission is for. */
#include "frames/fields.h"

#include "frames/giver.h"

#define RB(NAME) ((uint32_t)1 << ROLE_##NAME)

/* Rows of roles.tsv that are no task but tell guarding from protecting: `vliegveld` is a site, `konvooi` a ward. */
static bool is_object(const Candidate *k, int32_t clause, const char *kind)
{
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if (m->kind != MENTION_ROLE || !lexicon_has(m->entry, "roles", kind)) continue;
        bool self = k->f && m->first >= k->f->first && m->last <= k->f->last;
        if (!self && k->a->clauses.of[m->first - k->a->first] == clause) return true;
    }
    return false;
}

/* A force other than the claim's own in the clause can be what is protected. */
static bool has_other_force(const Candidate *k, int32_t clause)
{
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        if (o != k->f && k->a->clauses.of[o->head - k->a->first] == clause && o->head > k->at) return true;
    }
    return false;
}

/* Guarding is of a site, protecting of others: the object decides where it is said. Ships escort ships, men accompany men. */
static uint32_t by_object(const Candidate *k, uint32_t roles, int32_t token)
{
    bool accompanies = (roles & RB(ADVISE)) && (roles & RB(PATROL));
    if (accompanies && k->f) return roles & ~(k->claim.asset == ASSET_SHIP ? RB(ADVISE) : RB(PATROL));
    uint32_t both = RB(GUARD) | RB(PROTECT);
    if (!(roles & both)) return roles;
    int32_t clause = k->a->clauses.of[token - k->a->first];
    bool site = is_object(k, clause, "site"), ward = is_object(k, clause, "ward");
    if (site && !ward) return (roles & ~both) | RB(GUARD);
    if (!site && (ward || has_other_force(k, clause))) return (roles & ~both) | RB(PROTECT);
    return roles;
}

static void tell(const Candidate *k, uint32_t roles, int32_t first, int32_t last, uint32_t *all, Range *at)
{
    if (!roles) return;
    if (!range_some(*at)) *at = token_range(k->c->d, first, last);
    *all |= by_object(k, roles, first);
}

/* `los van de bewakers`: what others do. */
static bool is_set_apart(const Candidate *k, const Mention *m)
{
    return m->prep > k->a->first && token_is(k->c->d, m->prep, "van") && token_is(k->c->d, m->prep - 1, "los");
}

/* The roles of the verb of clause `x` that comes first from token `from` in steps of `step`, within commas; 0 where none does. */
static uint32_t verb_roles(const Candidate *k, const Clause *x, int32_t from, int32_t step)
{
    for (int32_t i = from; i >= k->a->first && i < k->a->last && !token_is_mark(k->c->d, i, ','); i += step)
        for (int v = 0; v < x->verbs; v++)
            if (i >= x->verb[v].token && i < x->verb[v].last && !(x->verb[v].classes & (VC(MODAL) | VC(AUX))))
                return roles_from(lexicon_field(x->verb[v].verb, "roles"));
    return 0;
}

/* `beschermen de trainers`, `de bewaking van het hoofdkwartier`: whom or what they guard tells not what they do. */
static bool is_ward(const Candidate *k, const Mention *m)
{
    const uint32_t both = RB(GUARD) | RB(PROTECT), work = RB(MEDICAL) | RB(ENGINEER) | RB(TRANSPORT) | RB(POLICE) | RB(LOGISTICS);
    const uint32_t others = work | RB(TRAIN) | RB(ADVISE) | RB(STAFF) | RB(COMMAND);
    bool own = k->f && m->first >= k->f->first && m->first < k->f->last;
    if (own || m->kind != MENTION_ROLE || (roles_from(lexicon_field(m->entry, "roles")) & ~others)) return false;
    int32_t before = m->first - 1;
    if (before > k->a->first && !function_of(k->a, before)) before--;
    if (before < k->a->first || !(function_of(k->a, before) & FC(DET)) || token_is(k->c->d, before, "een")) return false;
    const Clause *x = clause_at(&k->a->clauses, m->first);
    if (m->prep > k->a->first && token_is(k->c->d, m->prep, "van")) {
        const Mention *task = mention_at(k->a, m->prep - 1, MENTION_ROLE);
        return task && (roles_from(lexicon_field(task->entry, "roles")) & both);
    }
    if (m->prep >= 0 && !token_is(k->c->d, m->prep, "om")) return false;
    uint32_t behind = verb_roles(k, x, m->last, 1);
    return (behind ? behind : verb_roles(k, x, m->first - 1, -1)) & both;
}

/* `zes F-16's en stafpersoneel`: a word for a task inside the phrase of other forces says what those are for. */
static bool is_of_other_force(const Candidate *k, const Mention *m)
{
    bool craft = k->f && (k->claim.asset == ASSET_AIRCRAFT || k->claim.asset == ASSET_SHIP);
    for (Size i = 0; craft && i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        bool people = o->asset == ASSET_PERSONNEL || o->asset == ASSET_FORMATION;
        if (people && o != k->f && m->first >= o->first && m->last <= o->last && !(m->first >= k->f->first && m->last <= k->f->last)) return true;
    }
    return false;
}

/* Task verbs and task words of the clauses that have to do with the candidate. */
static uint32_t roles_told(const Candidate *k, Range *at)
{
    uint32_t all = 0;
    for (Size i = 0; i < k->a->clauses.clause.len; i++) {
        const Clause *x = &k->a->clauses.clause.item[i];
        if (fields_closeness(k, x->first) < 1 && (int32_t)i != k->clause) continue;
        if (x->negated && k->claim.realis != REALIS_NEGATED && (int32_t)i != k->clause) continue;
        for (int v = 0; v < x->verbs; v++)
            tell(k, roles_from(lexicon_field(x->verb[v].verb, "roles")), x->verb[v].token, x->verb[v].token + 1, &all, at);
    }
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if ((m->kind != MENTION_ROLE && m->kind != MENTION_ACTNOUN) || fields_closeness(k, m->first) < 1 || is_set_apart(k, m) || is_ward(k, m) || is_of_other_force(k, m)) continue;
        tell(k, roles_from(lexicon_field(m->entry, "roles")), m->first, m->last, &all, at);
    }
    return all;
}

/* `onder leiding van een Belgische generaal`. */
static bool is_in_command(const Candidate *k)
{
    const Document *d = k->c->d;
    if (!k->f || k->f->first < k->a->first + 2 || !token_is(d, k->f->first - 1, "van")) return false;
    int32_t i = k->f->first - 2;
    return word_in(d, i, WORDS_COMMANDING);
}

/* --- the sentences beside ------------------------------------------------------------------------------------------------------ */

/* `Hun belangrijkste taak is`. */
static bool tells_task(const Context *c, const Analysis *a)
{
    enum { WITHIN = 3 };
    for (int32_t i = a->first; i < a->last && i < a->first + WITHIN; i++)
        if (word_in(c->d, i, WORDS_TASK_NOUN)) return true;
    return false;
}

/* Whether sentence `a` goes on about forces told before: its first phrase is a pronoun or the definite `de militairen`, or it tells their task. */
static bool goes_on(const Context *c, const Analysis *a)
{
    for (int32_t i = a->first; i < a->last && i < a->first + 2; i++)
        if (word_in(c->d, i, WORDS_THOSE_OR_THEY)) return true;
    if (tells_task(c, a)) return true;
    for (Size i = 0; i < a->force.len; i++) {
        const Force *f = &a->force.item[i];
        if (f->first > a->first + 1) break;
        if (f->definite && f->number < 0 && !f->named) return true;
    }
    return false;
}

/* `Daarvoor zijn er 43 militairen`, `dat aantal`. */
static bool points_back(const Candidate *k)
{
    const Document *d = k->c->d;
    int32_t i = k->a->first;
    return word_in(d, i, WORDS_FOR_THAT);
}

static uint32_t roles_of_sentence(const Context *c, const Analysis *a, Range *at)
{
    Candidate other = {.c = c, .a = a, .at = a->first};
    other.clause = a->clauses.of[0];
    return roles_told(&other, at);
}

static bool same_paragraph(const Context *c, int32_t s, int32_t t)
{
    return c->d->sentences.item[s].paragraph == c->d->sentences.item[t].paragraph;
}

/* `De Noren hadden een hospitaal`: a sentence about another state tells nothing of this one's task. */
static bool tells_of_another(const Candidate *k, const Analysis *a)
{
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        bool who = m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM || m->kind == MENTION_DEMONYM;
        if (who && m->id.len == 2 && m->prep < 0 && !span_equal(m->id, k->claim.contributor) && giver_can(m->id)) return true;
    }
    return false;
}

/* The task that the next sentence says of the same forces, or that the sentence says which this one goes on about. */
static uint32_t roles_beside(const Candidate *k, Range *at)
{
    const Context *c = k->c;
    int32_t s = k->a->sentence - c->first_sentence, n = c->d->items.item[c->item].sentences;
    if (s + 1 < n && c->read[s + 1] && same_paragraph(c, k->a->sentence, k->a->sentence + 1) && goes_on(c, &c->analysis[s + 1])) {
        uint32_t roles = roles_of_sentence(c, &c->analysis[s + 1], at);
        if (roles) return roles;
    }
    bool elaborates = feature_has(&k->features, FEATURE_ELABORATES) || goes_on(c, k->a) || points_back(k) || (k->f && k->f->elided);
    if (!elaborates) return 0;
    for (int32_t i = s - 1; i >= 0 && i >= s - 2; i--) {
        if (!c->read[i] || !same_paragraph(c, k->a->sentence, c->first_sentence + i) || tells_of_another(k, &c->analysis[i])) continue;
        uint32_t roles = roles_of_sentence(c, &c->analysis[i], at);
        if (roles) return roles;
    }
    return 0;
}

static const char *const page_rule = "task that the page tells of the same contribution";

/* --- defaults ------------------------------------------------------------------------------------------------------------------ */

static bool type_in(Span type, const char *list)
{
    Span rest = span_of(list), piece;
    while (span_cut(&rest, '|', &piece))
        if (span_equal(piece, type)) return true;
    return false;
}

/* What a type of asset is mostly sent for: it counts where neither the text nor the mission says so. */
static uint32_t asset_default(const Claim *c)
{
    if (c->asset == ASSET_AIRCRAFT && type_in(c->asset_type, "F-16|F-15|F-18|F-22|F-35|F-4|fighter|Eurofighter|Gripen|Rafale|Mirage|Tornado|Harrier|bomber|B-1|B-2|B-52|A-10|AMX|Jaguar"))
        return lexicon_has(lexicon_find(TABLE_MISSIONS, c->mission), "kind", "peace") ? RB(STRIKE) | RB(PROTECT) : RB(STRIKE);
    if (c->asset == ASSET_HELICOPTER && type_in(c->asset_type, "apache|tiger|tigre|cobra|mangusta|attack-helicopter")) return RB(PROTECT);
    if (c->asset == ASSET_SHIP && type_in(c->asset_type, "frigate|corvette|destroyer|patrol-ship|patrol-vessel|minehunter|minesweeper")) return RB(PATROL);
    return 0;
}

static uint32_t mission_roles(const Claim *c)
{
    return c->mission.len ? roles_from(lexicon_field(lexicon_find(TABLE_MISSIONS, c->mission), "roles")) : 0;
}

/* `beschermt de stad` of air defence, `houdt de wacht` of jets over the Baltic: what the mission is for says what such words mean. */
static uint32_t by_mission(const Claim *c, uint32_t told)
{
    uint32_t both = RB(GUARD) | RB(PROTECT);
    if (!(told & both)) return told;
    uint32_t mission = mission_roles(c);
    bool missiles = c->asset == ASSET_EQUIPMENT && span_is(c->asset_type, "patriot");
    if (c->asset == ASSET_AIRCRAFT && (told & both) && (mission & RB(AIR_POLICING))) return (told & ~both) | RB(AIR_POLICING);
    if ((told & both) != both) return told;
    if (missiles || mission == RB(OTHER)) return (told & ~both) | RB(OTHER);
    return mission == RB(DETER) ? (told & ~both) | RB(DETER) : told;
}

static void set_default(Claim *c, uint32_t roles, const char *rule)
{
    c->roles = roles;
    if (roles) fields_prove(c, FIELD_ROLES, HOW_DEFAULTED, NO_RANGE, rule);
}

void fields_roles(Candidate *k)
{
    Claim *c = &k->claim;
    Range at = NO_RANGE;
    uint32_t told = roles_told(k, &at);
    if (told & RB(AIR_POLICING)) told &= c->asset == ASSET_AIRCRAFT ? ~(RB(GUARD) | RB(PROTECT)) : ~RB(GUARD);
    if (c->asset == ASSET_AIRCRAFT && (told & RB(COMBAT))) told = (told & ~RB(COMBAT)) | RB(STRIKE);
    if (c->asset == ASSET_SHIP && (told & RB(COMBAT))) told = (told & ~RB(COMBAT)) | RB(PATROL);   /* `joeg op piraten` */
    told = by_mission(c, told);
    c->roles = (k->f ? k->f->roles : 0) | told | (is_in_command(k) ? RB(COMMAND) : 0);
    if (c->roles && mission_roles(c) == RB(EVACUATE)) c->roles |= RB(EVACUATE);   /* what flies for an evacuation takes people out */
    if (c->roles) {
        fields_prove(c, FIELD_ROLES, HOW_STATED, range_some(at) ? at : k->f ? c->proof[FIELD_ASSET].at : token_range(k->c->d, k->at, k->at + 1), "task word in the clause");
        return;
    }
    c->roles = roles_beside(k, &at);
    if (c->roles) {
        fields_prove(c, FIELD_ROLES, HOW_CARRIED, at, "task in the sentence beside");
        return;
    }
    uint32_t mission = mission_roles(c), asset = asset_default(c);
    bool fits = (mission & (RB(AIR_POLICING) | RB(STRIKE))) || !(asset & RB(STRIKE));
    if (mission && fits) set_default(c, mission, "task of the mission");
    else set_default(c, asset, "what such an asset is sent for");
}

/* --- the page ------------------------------------------------------------------------------------------------------------------ */

static bool share_host(const Claim *a, const Claim *b)
{
    if (!a->hosts || !b->hosts) return true;
    for (int i = 0; i < a->hosts; i++)
        for (int k = 0; k < b->hosts; k++)
            if (span_equal(a->host[i], b->host[k])) return true;
    return false;
}

/* A bare participation stands for all that the giver has there: no task of one of its forces is that of the whole. */
static bool are_people(const Claim *c)
{
    return c->asset == ASSET_PERSONNEL || c->asset == ASSET_FORMATION;
}

void fields_carry_roles(Context *c, Size first_claim)
{
    enum { REACH = 12 };
    Reading *r = c->reading;
    for (Size i = first_claim; i < r->claims.len; i++) {
        Claim *x = &r->claims.item[i];
        const Claim *near = NULL;
        Size least = REACH + 1;
        if (x->roles || !are_people(x)) continue;
        for (Size k = i - REACH > first_claim ? i - REACH : first_claim; k < r->claims.len && k <= i + REACH; k++) {
            const Claim *o = &r->claims.item[k];
            How how = o->proof[FIELD_ROLES].how;
            Size away = k < i ? i - k : k - i;
            bool told = o->roles && (how == HOW_STATED || how == HOW_CARRIED) && o->proof[FIELD_ROLES].rule != page_rule;
            if (!told || !are_people(o) || away >= least || !fields_alike(o, x) || !share_host(o, x)) continue;
            if (fields_to_come(x->stage) && (o->stage == STAGE_LEAVING || o->stage == STAGE_ENDED)) continue;   /* who come may do something else */
            near = o;
            least = away;
        }
        if (!near) continue;
        x->roles = near->roles;
        fields_prove(x, FIELD_ROLES, HOW_CARRIED, near->proof[FIELD_ROLES].at, page_rule);
    }
}
