/* The reading of a document: items, sentences, candidates, claims. */
#include "frames/reader.h"

#include "base/limits.h"
#include "frames/elided.h"
#include "frames/retold.h"
#include "frames/shared.h"
#include "frames/mission.h"
#include "frames/plain.h"
#include "frames/gapping.h"
#include "frames/giver.h"
#include "frames/reader_look.h"
#include "frames/reader_run.h"

#include "frames/respective.h"
#include "frames/rule.h"
#include "frames/story.h"
#include "frames/told.h"
#include "frames/weight.h"

enum { PLAIN_ROOM = 6, HEADING_REACH = 40 };
enum { BARE_FLOOR = 24 }; /* per cent: what forces without a number score that tell a participation better than no forces */

static void note_candidate(Run *r, const Candidate *k, int rule, int drop, const char *why, int32_t claim)
{
    if (why) *ARRAY_PUSH(&r->c->reading->uncoded, r->c->keep) =
        (Uncoded){token_range(r->c->d, k->a->first, k->a->last), k->f ? token_range(r->c->d, k->f->first, k->f->last) : token_range(r->c->d, k->at, k->at + 1), why};
    if (!r->c->trace) return;
    TraceCandidate *t = ARRAY_PUSH(&r->c->trace->candidate, r->c->keep);
    *t = (TraceCandidate){k->a->sentence, k->f ? token_range(r->c->d, k->f->first, k->f->last) : token_range(r->c->d, k->at, k->at + 1), k->features, rule, drop, r->floor_rule, k->claim.score, why, claim, drop == 0 && k->claim.score > 0, k->claim};
    r->floor_rule = 0;
}

/* The item's first claim gives the page.* features; `vertrekt` in a title gives way to `is vertrokken` in the first sentence that tells it. */
static void lead_with(Run *r, const Candidate *k)
{
    bool first = (int32_t)r->c->reading->claims.len == r->item_claims + 1, title = r->c->d->sentences.item[k->a->sentence].kind == SENTENCE_HEADING;
    bool gone = r->titled && !title && r->deploying;
    r->titled = title && (first || r->titled);
    if (!first && !gone) return;
    r->lead = (Features){{0}};
    feature_set(&r->lead, FEATURE_PAGE_PLAN, r->plan);
    feature_set(&r->lead, FEATURE_PAGE_WEIGHED, r->weighed);
    feature_set(&r->lead, FEATURE_PAGE_PAST, r->past);
    feature_set(&r->lead, FEATURE_PAGE_LEAVING, r->leaving);
    feature_set(&r->lead, FEATURE_PAGE_DEPLOYING, r->deploying);
}

/* `Zij dragen de sector over aan een Slowaakse compagnie`: who takes over; those told next are not theirs. */
static bool receives(const Candidate *k)
{
    return k->f && k->f->prep >= 0 && token_is(k->c->d, k->f->prep, "aan") && (k->a->clauses.clause.item[k->clause].classes & VC(HAND_OVER));
}

/* Who is told of as giving: the first of the sentence. */
static void remember_giver(Run *r, const Candidate *k)
{
    const Proof *p = &k->claim.proof[FIELD_CONTRIBUTOR];
    if (receives(k)) return;
    bool again = p->how == HOW_CARRIED && r->carry.giver_sentence == k->a->sentence && span_equal(r->carry.giver.id, k->claim.contributor);
    if (again) r->carry.giver_sentence = k->a->sentence + 1;
    if (p->how != HOW_STATED || r->carry.giver_sentence == k->a->sentence + 1) return;
    r->carry.giver_sentence = k->a->sentence + 1;
    r->carry.giver = (Found){k->claim.contributor, p->at, HOW_STATED, NULL};
}

static void remember(Run *r, const Candidate *k)
{
    const Claim *c = &k->claim;
    Carry *y = &r->carry;
    if (k->f && !k->f->elided) r->others = 0;
    bool handed = c->act == ACT_HAND_OVER && (k->a->clauses.clause.item[k->clause].classes & VC(TAKE_OVER));   /* `nemen het over van de Spanjaarden` */
    bool relieved = (c->act == ACT_ROTATE || handed) && c->stage == STAGE_LEAVING;
    /* `samen met Amerikaanse militairen`: in company, not who the text goes on about */
    bool company = k->f && k->f->prep >= 0 && !span_equal(c->contributor, r->c->reading->country) && word_in(r->c->d, k->f->prep, WORDS_COMPANY);
    if (!relieved && !company) remember_giver(r, k);
    if (k->f && k->f->asset != ASSET_NONE && !candidate_goes_along(k)) y->asset = k->f->asset, y->asset_type = k->f->type;
    r->weighed = c->stage == STAGE_WEIGHED || c->stage == STAGE_ASKED;
    r->plan = c->realis == REALIS_PLANNED && !r->weighed;
    r->past = c->realis == REALIS_HISTORICAL;
    r->leaving = c->stage == STAGE_LEAVING;
    r->active = c->stage == STAGE_ACTIVE;
    r->deploying = c->stage == STAGE_DEPLOYING;
    lead_with(r, k);
}

/* `De bondgenoten sturen gevechtsvliegtuigen`: the kind of forces that nobody gives yet, for the numbers of the sentence behind. */
static void keep_kind(Run *r, const Candidate *k)
{
    if (!k->f || k->f->quantity.some || !k->f->plural || (k->f->weak && k->f->asset == ASSET_PERSONNEL) || k->f->elided) return;
    if (k->claim.contributor.len && k->claim.proof[FIELD_CONTRIBUTOR].how != HOW_DEFAULTED) return;
    r->carry.total = k->claim.asset;
    r->carry.total_sentence = k->a->sentence + 1;
}

static void judge(Run *r, Candidate *k, double floor);

/* `Spanje heeft personeel beloofd`: a participation is told by the forces of its clause; true where that made a claim of them. */
static bool told_by_forces(Run *r, const Candidate *k)
{
    for (int i = 0; k->claim.asset == ASSET_NONE && i < r->bares; i++) {
        Candidate bare = r->bare[i];
        if (bare.a != k->a || bare.clause != k->clause || !span_equal(bare.claim.contributor, k->claim.contributor)) continue;
        Size claims = r->c->reading->claims.len;
        judge(r, &bare, 0);
        return r->c->reading->claims.len > claims;
    }
    return false;
}

/* Makes a claim of a candidate that no rule drops and whose score reaches `floor`. */
static void judge(Run *r, Candidate *k, double floor)
{
    feature_set(&k->features, FEATURE_PARAGRAPH_PLAN, r->plan);
    feature_set(&k->features, FEATURE_PARAGRAPH_PAST, r->past);
    feature_set(&k->features, FEATURE_PARAGRAPH_WEIGHED, r->weighed);
    feature_set(&k->features, FEATURE_PARAGRAPH_LEAVING, r->leaving);
    feature_set(&k->features, FEATURE_PARAGRAPH_ACTIVE, r->active);
    feature_set(&k->features, FEATURE_PARAGRAPH_DEPLOYING, r->deploying);
    for (int w = 0; w < FEATURE_WORDS; w++) k->features.bits[w] |= r->lead.bits[w];
    feature_set(&k->features, FEATURE_PAGE_RETROSPECT, r->c->retrospect);
    if (!k->repeated) told_features(r->c, r->item_claims, k);
    told_home(k, &r->at_home, &r->home_of);
    told_like_others(k, &r->others);
    story_features(&r->story, k);
    feature_set(&k->features, FEATURE_HAS_FORCE_BEFORE, r->carry.asset != ASSET_NONE);
    feature_set(&k->features, FEATURE_PART, k->f && shared_part(r->c, k->a, k->f));
    StageRead s = rule_stage(&k->features);
    told_news(r->c->reading, r->item_claims, s, k);
    int line = 0;
    r->floor_rule = 0;
    const char *why = !k->claim.contributor.len ? "nobody gives it" : rule_drop(&k->features, &line);
    if (why) {
        if (feature_has(&k->features, FEATURE_TOTAL) && !k->repeated) mission_total(r->c, k, &r->carry);
        bool nobody = feature_has(&k->features, FEATURE_TOTAL) || !k->claim.contributor.len;
        if (nobody && feature_has(&k->features, FEATURE_COUNTED)) {
            r->carry.asset = ASSET_NONE;
            r->carry.total = k->claim.asset;
            r->carry.total_sentence = k->a->sentence + 1;
        }
        /* what the paragraph goes on about is the enemy's too */
        if (feature_has(&k->features, FEATURE_RIVAL)) remember_giver(r, k);
        if (!k->claim.contributor.len) keep_kind(r, k);
        note_candidate(r, k, 0, line, why, -1);
        return;
    }
    k->claim.score = weight_score(&k->features);
    floor = rule_floor(&k->features, floor, &r->floor_rule);
    bool likely = k->claim.score >= floor, everything = r->c->trace && r->c->trace->everything;
    static const char unlikely[] = "unlikely to be a contribution (weights.tsv)";
    if (s.found) story_note(&r->story, k, s, r->c->keep);
    if (!likely) keep_kind(r, k);
    if (!likely && k->f && !k->f->quantity.some && k->claim.asset != ASSET_NONE && k->claim.score * 100 >= BARE_FLOOR && r->bares < BARE_ROOM) r->bare[r->bares++] = *k;
    if (likely && told_by_forces(r, k)) return;
    if (!likely && !everything) {
        note_candidate(r, k, 0, 0, unlikely, -1);
        return;
    }
    if (!s.found || r->c->reading->claims.len >= LIMIT_CLAIMS_DOCUMENT) {
        note_candidate(r, k, 0, 0, "no rule says its stage", -1);
        return;
    }
    k->claim.stage = s.stage, k->claim.realis = s.realis, k->claim.act = s.act;
    const Clause *clause = &k->a->clauses.clause.item[k->clause];
    Range at = clause->verbs ? token_range(r->c->d, clause->verb[0].token, clause->verb[0].last) : token_range(r->c->d, clause->first, clause->last);
    k->claim.proof[FIELD_STAGE] = k->claim.proof[FIELD_REALIS] = k->claim.proof[FIELD_ACT] = (Proof){HOW_STATED, at, "stage.rules"};
    if (feature_has(&k->features, FEATURE_ANYWHERE)) told_anywhere(&k->claim);
    told_of_old(r->c, &k->claim);
    candidate_fields(k);
    k->claim.evidence = r->c->d->sentences.item[k->a->sentence].at;
    k->claim.item = r->c->item;
    k->claim.rule = s.line;
    bool repeatable = !k->claim.quantity.some && (k->claim.asset == ASSET_NONE || k->claim.asset == ASSET_PERSONNEL);
    if (repeatable && (!k->repeated || (k->f && k->f->demonym)) && told_here(r->c->reading, &k->claim)) {
        note_candidate(r, k, 0, 0, "the sentence says so already", -1);
        return;
    }
    Proof *host = &k->claim.proof[FIELD_HOST];
    const Proof *place = &k->claim.proof[FIELD_PLACES];
    if (k->claim.hosts && host->how == HOW_NONE)
        *host = k->claim.places && place->how != HOW_NONE ? (Proof){place->how, place->at, "country of the place"} : (Proof){HOW_CARRIED, NO_RANGE, "theatre of the page"};
    if (likely) *ARRAY_PUSH(&r->c->reading->claims, r->c->keep) = k->claim;
    note_candidate(r, k, s.line, 0, likely ? NULL : unlikely, likely ? (int32_t)r->c->reading->claims.len - 1 : -1);
    if (likely) remember(r, k);
}

/* `De Nederlanders en de Noren`: a state whose name is that of forces that are tried for themselves. */
static bool has_own_forces(const Candidate *k, Range giver)
{
    for (Size i = 0; k->f && k->f->demonym && !k->claim.quantity.some && i < k->a->force.len; i++) {
        const Force *f = &k->a->force.item[i];
        Range at = token_range(k->c->d, f->first, f->last);
        if (f != k->f && f->demonym && at.from <= giver.from && giver.to <= at.to) return true;
    }
    return false;
}

/* Whether the item has told of a contribution of `giver`. */
static bool gives_already(const Run *r, Span giver)
{
    for (Size i = r->item_claims; i < r->c->reading->claims.len; i++)
        if (span_equal(r->c->reading->claims.item[i].contributor, giver)) return true;
    return false;
}

/* `België, Noorwegen en Denemarken leveren troepen`: the same claim for each; a number is everybody's own only where `elk` says so. */
static void repeat_givers(Run *r, const Candidate *k)
{
    const Proof *p = &k->claim.proof[FIELD_CONTRIBUTOR];
    if (k->f && k->a->respective >= 0 && respective_giver(k->c, k->a, k->f).id.len) return;   /* `sturen respectievelijk een compagnie en twee helikopters` */
    if (p->how != HOW_STATED || (k->f && k->claim.quantity.some && k->claim.quantity.known && k->f->quantity.hedge != HEDGE_ONE && !shared_each(k))) return;
    Span ids[12];
    Range at[12];
    int n = scope_givers_beside(k->c, k->a, p->at, ids, at, 12), listed = n;
    if (!k->f && n < 12) n += scope_companions(k->c, k->a, k->clause, ids + n, at + n, 12 - n);
    for (int i = 0; i < n; i++) {
        if ((k->claim.quantity.some && shared_apart(k, at[i])) || has_own_forces(k, at[i]) || (i >= listed && gives_already(r, ids[i]))) continue;
        Candidate other = *k;
        other.features = (Features){{0}};
        other.repeated = true;
        other.claim.contributor = ids[i];
        other.claim.proof[FIELD_CONTRIBUTOR].at = at[i];
        candidate_features(&other);
        judge(r, &other, weight_threshold());
    }
}

/* `stuurt 300 man, maar ook Noorwegen, Zweden en Finland leveren trainers`: the first of several states that give what nobody counts. */
static bool is_listed(const Candidate *k)
{
    Span ids[2];
    Range at[2];
    const Proof *p = &k->claim.proof[FIELD_CONTRIBUTOR];
    return p->how == HOW_STATED && !k->claim.quantity.some && scope_givers_beside(k->c, k->a, p->at, ids, at, 2) > 0;
}

static void try_force(Run *r, const Analysis *a, const Force *f)
{
    Candidate k = {.c = r->c, .a = a, .f = f, .at = f->head};
    k.clause = shared_clause(r->c, a, f);
    const char *why = f->contained ? "its people are counted behind it" : shared_commanded(a, f) ? "somebody commands it" : NULL;
    if (why) {
        note_candidate(r, &k, 0, 0, why, -1);
        return;
    }
    candidate_asset(&k, &r->carry);
    candidate_scope(&k, &r->carry);
    shared_number(&k);
    k.listed = is_listed(&k);
    Candidate fresh = k;
    candidate_features(&k);
    judge(r, &k, weight_threshold());
    repeat_givers(r, &fresh);
}

enum { CONTENT_FLOOR = 25 }; /* per cent: what such a force must score when the act itself is likely enough */

/* The force that an act gives stands for the act. */
static bool try_content(Run *r, const Analysis *a, const Candidate *act)
{
    const Force *f = plain_content(r->c->d, a, act->clause);
    int line;
    bool likely = act->claim.contributor.len && !rule_drop(&act->features, &line) && weight_score(&act->features) >= weight_threshold();
    if (!f || !likely) return false;
    Candidate k = {.c = r->c, .a = a, .f = f, .at = f->head, .clause = act->clause};
    candidate_asset(&k, &r->carry);
    candidate_scope(&k, &r->carry);
    candidate_features(&k);
    Size before = r->c->reading->claims.len;
    judge(r, &k, CONTENT_FLOOR / 100.0);
    return r->c->reading->claims.len > before;
}

/* `doet mee aan zowel Atalanta als Ocean Shield`: the same act for every mission that its clause names. */
static void repeat_missions(Run *r, const Candidate *k)
{
    const Analysis *a = k->a;
    Span last = k->claim.mission;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (m->kind != MENTION_MISSION || a->clauses.of[m->first - a->first] != k->clause) continue;
        Span id = scope_mention(k->c, a, m, &r->carry);
        if (!id.len || span_equal(id, k->claim.mission) || span_equal(id, last)) continue;
        Candidate other = {.c = k->c, .a = a, .f = NULL, .at = m->first, .clause = k->clause};
        candidate_asset(&other, &r->carry);
        candidate_scope(&other, &r->carry);
        if (!span_equal(other.claim.mission, id)) continue;
        other.claim.contributor = k->claim.contributor;
        other.claim.proof[FIELD_CONTRIBUTOR] = k->claim.proof[FIELD_CONTRIBUTOR];
        candidate_features(&other);
        judge(r, &other, weight_threshold());
        last = id;
    }
}

/* `Canada en Duitsland leiden die in respectievelijk Letland en Litouwen`: the giver of the theatre `i` out of `n`; the one of `k` where there is one giver only. */
static bool giver_of_theatre(Candidate *k, int i, int n)
{
    Span ids[CLAIM_HOSTS];
    Range at[CLAIM_HOSTS];
    Proof *p = &k->claim.proof[FIELD_CONTRIBUTOR];
    int others = p->how == HOW_STATED ? scope_givers_beside(k->c, k->a, p->at, ids, at, CLAIM_HOSTS) : 0;
    if (!others) return true;
    if (k->a->respective < 0 || others + 1 != n) return false;
    int before = 0;
    while (before < others && at[before].from < p->at.from) before++;
    if (i == before) return true;
    int other = i < before ? i : i - 1;
    k->claim.contributor = ids[other];
    p->at = at[other];
    return true;
}

/* The mission of the claim is elsewhere than its one theatre `host`: the one there that the sentence describes or the item names. */
static void mission_there(const Candidate *k, Claim *claim, Span host)
{
    if (claim->mission.len && mission_in(claim->mission, host)) return;
    Found there = scope_described_in(k->c, k->a, host);
    if (!there.id.len) there = scope_mission_of_host(k->c, host, ASSET_NONE);
    claim->mission = there.id;
    claim->proof[FIELD_MISSION] = (Proof){there.how, there.at, there.rule};
}

/* `De missies in Mali, Litouwen en Afghanistan gaan door`: the act `k` for each of them; false where its clause lists none. */
static bool try_theatres(Run *r, const Candidate *k)
{
    Span ids[CLAIM_HOSTS];
    Range at[CLAIM_HOSTS];
    int n = plain_theatres(k->c, k->a, k->clause, ids, at, CLAIM_HOSTS), of_mission = 0;
    for (int i = 0; i < n; i++) of_mission += k->claim.mission.len && mission_in(k->claim.mission, ids[i]);
    if (n < 2 || of_mission > 1) return false;
    for (int i = 0; i < n; i++) {
        Candidate one = *k;
        if (!giver_of_theatre(&one, i, n)) return false;
        one.claim.hosts = 1;
        one.claim.host[0] = ids[i];
        one.claim.places = 0;
        one.claim.proof[FIELD_HOST] = (Proof){HOW_STATED, at[i], "place in a list of theatres"};
        one.claim.proof[FIELD_PLACES] = (Proof){0};
        mission_there(k, &one.claim, ids[i]);
        one.repeated = i > 0;
        candidate_features(&one);
        judge(r, &one, weight_threshold());
    }
    return true;
}

static void try_plain(Run *r, const Analysis *a, int32_t at)
{
    int32_t clause = a->clauses.of[at - a->first];
    const Reading *reading = r->c->reading;
    Range sentence = r->c->d->sentences.item[a->sentence].at;
    for (Size i = r->item_claims; i < reading->claims.len; i++) {
        const Claim *c = &reading->claims.item[i];
        if (c->evidence.from != sentence.from) continue;
        Range p = c->proof[FIELD_ASSET].at;
        for (int32_t t = a->first; range_some(p) && t < a->last; t++) {
            int32_t of = a->clauses.of[t - a->first];
            if (r->c->d->tokens.item[t].at.from == p.from && (of == clause || plain_is_content(r->c, a, of, clause))) return;
        }
    }
    Candidate k = {.c = r->c, .a = a, .f = NULL, .at = at, .clause = clause};
    candidate_asset(&k, &r->carry);
    candidate_scope(&k, &r->carry);
    Candidate fresh = k;
    candidate_features(&k);
    if (try_content(r, a, &k) || try_theatres(r, &fresh)) return;
    Size before = r->c->reading->claims.len;
    judge(r, &k, weight_threshold());
    if (r->c->reading->claims.len > before) repeat_missions(r, &fresh);
    repeat_givers(r, &fresh);
}

/* A state that another preposition governs, `rule` says how it gives: who had until then what is taken over, who holds the command. */
static void try_named(Run *r, const Analysis *a, const Mention *m, const char *rule, bool takes)
{
    Candidate k = {.c = r->c, .a = a, .at = m->first, .clause = a->clauses.of[m->first - a->first]};
    candidate_scope(&k, &r->carry);
    k.claim.contributor = m->id;
    k.claim.proof[FIELD_CONTRIBUTOR] = (Proof){HOW_STATED, token_range(r->c->d, m->first, m->last), rule};
    candidate_features(&k);
    feature_set(&k.features, FEATURE_TAKES, takes);
    /* `aan Spanje, dat met 130 militairen kwam`, `van de 40 Belgen`: the forces are what it takes over or leaves with */
    if (told_forces_here(r->c->reading, r->c->d->sentences.item[a->sentence].at.from, m->id)) {
        note_candidate(r, &k, 0, 0, "the sentence says so already", -1);
        return;
    }
    judge(r, &k, weight_threshold());
}

static void read_sentence(Run *r, Analysis *a)
{
    const Sentence *s = &r->c->d->sentences.item[a->sentence];
    if (s->paragraph != r->paragraph && s->kind != SENTENCE_LIST) r->plan = r->past = r->weighed = r->leaving = r->deploying = r->active = false;
    if (s->paragraph != r->paragraph) r->others = 0;
    r->paragraph = s->paragraph;
    if (s->kind == SENTENCE_META) return;
    Size claims = r->c->reading->claims.len;
    r->bares = 0;
    if (told_at_home(r->c->d, a)) r->at_home = s->paragraph + 1, r->home_of = (Span){0};
    reader_follow_aside(r, a);
    giver_quoted_us(r->c, a, &r->carry);
    elided_read(r->c, a, &r->carry);
    gapping_read(r->c, a);
    mission_read(r->c, a, &r->carry);
    for (Size i = 0; i < a->force.len; i++) try_force(r, a, &a->force.item[i]);
    int32_t at[PLAIN_ROOM];
    int n = plain_find(r->c, a, at, PLAIN_ROOM);
    for (int i = 0; i < n; i++) try_plain(r, a, at[i]);
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (plain_yields(r->c, a, m)) try_named(r, a, m, "state that something is taken over from", false);
        else if (plain_commands(r->c, a, m)) try_named(r, a, m, "state that holds the command", false);
        else if (plain_takes(r->c, a, m)) try_named(r, a, m, "state that something is handed over to", true);
    }
    reader_carry(r, a, r->c->reading->claims.len > claims);
    if (told_others(r->c->d, a)) r->others = a->sentence + 1;
    scope_remember_subject(r->c, a, &r->carry);
}

static void read_item(Context *c, const LexiconLook *look, int32_t number)
{
    const Item *item = &c->d->items.item[number];
    bool worth = reader_worth(look, item), headline = number == 0 && c->d->items.len > 1;
    if (!worth && !headline) return;
    c->item = number;
    c->first_sentence = item->sentence;
    c->analysis = ARENA_NEW(c->keep, Analysis, item->sentences);
    c->read = ARENA_NEW(c->keep, bool, item->sentences);
    c->missions = c->hosts = c->givers = (Topic){0};
    ShipsKnown ships = {{0}, 0};
    Written told = {NO_DAY, NO_DAY};
    const bool *near = reader_near_forces(c, look, item);
    for (int32_t i = 0; i < item->sentences; i++) {
        const Sentence *s = &c->d->sentences.item[item->sentence + i];
        if (worth && !near[i]) continue;
        if (s->tokens < (s->kind == SENTENCE_HEADING ? 1 : 2) || s->kind == SENTENCE_META) continue;
        c->analysis[i] = analysis_read(c->d, item->sentence + i, c->written, &told, c->reading->country, &ships, c->keep);
        c->read[i] = true;
        if (c->trace) *ARRAY_PUSH(&c->trace->analysis, c->keep) = c->analysis[i];
    }
    context_topics(c);
    if (!worth) return;
    c->decision = context_decision(c);
    c->exercise = context_exercise(c);
    c->purchase = context_purchase(c);
    c->history = context_history(c);
    c->retrospect = context_retrospect(c);
    context_forces(c);
    Run r = {.c = c, .paragraph = -1, .item_claims = (int32_t)c->reading->claims.len};
    r.carry.paragraph = -1;
    for (int32_t i = 0; i < item->sentences; i++)
        if (c->read[i]) read_sentence(&r, &c->analysis[i]);
    candidate_settle(c, r.item_claims);
    story_settle(c->reading, r.item_claims);
    retold_drop(c, r.item_claims);
}

Reading reader_read(const Document *d, const ReaderGiven *given, Trace *trace, Arena *keep, Arena scratch)
{
    Reading reading = {.publisher = given->publisher};
    reading.published = context_published(d, given, scratch);
    const LexiconLook *look = reader_look(d, keep);
    bool any = false;
    for (int32_t i = 0; i < d->items.len; i++) any = any || reader_worth(look, &d->items.item[i]);
    if (!any) {
        reading.country = given->country;
        reading.country_how = HOW_DEFAULTED;
        reading.country_at = NO_RANGE;
        return reading;
    }
    reading.country = context_country(d, given, &reading.country_how, &reading.country_at, scratch);
    Context c = {.d = d, .reading = &reading, .given = given, .trace = trace, .keep = keep, .scratch = &scratch};
    c.written = (Written){reading.published.first, reading.published.last};
    for (int32_t i = 0; i < d->items.len; i++) {
        read_item(&c, look, i);
    }
    reading_name(d, &reading);
    return reading;
}
