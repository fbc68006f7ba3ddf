/* Theatres, hosts and places. */
#include "frames/scope.h"

#include "frames/of_state.h"
#include "frames/phrase.h"
#include "lexicon/wordlist.h"

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

bool mission_of(Span mission, Span country)
{
    return mission.len && span_equal(lexicon_field(mission_entry(mission), "org"), country);
}

Span scope_national(Span mission)
{
    Span org = mission.len ? lexicon_field(mission_entry(mission), "org") : (Span){0};
    Span kind = mission.len ? lexicon_field(mission_entry(mission), "kind") : (Span){0};
    bool teaches = span_is(kind, "train") || span_is(kind, "police");
    return teaches && (span_is(org, "NL") || span_is(org, "BE")) ? org : (Span){0};
}

Span scope_parent(Span mission)
{
    Entry e = mission.len ? mission_entry(mission) : (Entry){0};
    Span org = mission.len ? lexicon_field(e, "org") : (Span){0};
    Span parent = span_is(org, "NL") || span_is(org, "BE") ? lexicon_field(e, "parent") : (Span){0};
    return span_is(parent, "-") ? (Span){0} : parent;
}

bool scope_leads(Span mission, Span state)
{
    return mission.len && span_equal(lexicon_field(mission_entry(mission), "org"), state);
}

Span scope_home_of(Span mission)
{
    bool home = mission.len && span_is(lexicon_field(mission_entry(mission), "kind"), "home");
    Span org = home ? lexicon_field(mission_entry(mission), "org") : (Span){0};
    return org.len == 2 && span_equal(org, lexicon_field(mission_entry(mission), "hosts")) ? org : (Span){0};
}

bool scope_is_theatre(const Context *c, Span host)
{
    if (!host.len || span_equal(host, c->reading->country)) return false;
    return !span_is(host, "NL") && !span_is(host, "BE") && !span_is(host, "NATO") && !span_is(host, "EU") && !span_is(host, "UN") && !span_is(host, "COALITION");
}

bool scope_is_home_kind(const Mention *m)
{
    return m->kind == MENTION_PLACE && lexicon_has(m->entry, "kind", "home");
}

bool scope_prep(const Context *c, const Mention *m, WordList list)
{
    return m->prep >= 0 && word_in(c->d, m->prep, list);
}

static bool followed_by(const Context *c, const Analysis *a, int32_t i, char mark)
{
    return i < a->last && token_is_mark(c->d, i, mark);
}

/* Whether token `i` is a noun for a mission, behind which a place may stand without a preposition: `de missies Libanon en Irak`. */
static bool is_mission_noun(const Analysis *a, int32_t i)
{
    const Mention *m = i >= a->first ? mention_at(a, i, MENTION_ACTNOUN) : NULL;
    return m && (verb_classes(m->entry) & VC(MISSION));
}

/* `in Afghanistan (60), Mali (20 man) en Niger`: the token behind a number in brackets at `i`, or `i`. */
static int32_t behind_bracket(const Context *c, const Analysis *a, int32_t i)
{
    enum { REACH = 4 };
    if (i + 2 >= a->last || !token_is_mark(c->d, i, '(')) return i;
    bool counts = false;
    for (Size k = 0; k < a->numbers.item.len; k++) counts = counts || a->numbers.item.item[k].first == i + 1;
    for (int32_t k = i + 2; counts && k < a->last && k <= i + REACH; k++)
        if (token_is_mark(c->d, k, ')')) return k + 1;
    return i;
}

bool scope_is_place_of(const Context *c, const Analysis *a, const Mention *m)
{
    if (m->kind != MENTION_COUNTRY || m->first <= a->first + 1 || !token_is_mark(c->d, m->first - 1, ',')) return false;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *o = &a->mention.item[i];
        if (o->last == m->first - 1 && o->kind == MENTION_PLACE && o->prep >= 0 && span_equal(o->id, m->id)) return true;
    }
    return false;
}

/* The preposition of a place, also of one that is joined to it: `in Ethiopië en Eritrea`. */
int32_t scope_place_prep(const Context *c, const Analysis *a, const Mention *m)
{
    int32_t first = m->first, last = m->last, prep = m->prep;
    if (prep < 0 && of_state_gives_next(a, m)) return -1;
    for (Size i = a->mention.len; prep < 0 && i-- > 0;) {
        const Mention *o = &a->mention.item[i];
        bool alike = m->kind == MENTION_DEMONYM ? o->kind == MENTION_DEMONYM : o->kind == MENTION_COUNTRY || o->kind == MENTION_PLACE;
        int32_t joint = behind_bracket(c, a, o->last);
        if (!alike || joint >= first || first - joint > 2) continue;
        /* farther up a list only places go on: `missies in Mali, Litouwen en Irak`, but `samen met Mali, Noorwegen en Zweden` */
        int32_t end = o->prep < 0 || m->kind == MENTION_DEMONYM || word_in(c->d, o->prep, WORDS_WHERE) ? last : m->last;
        end = behind_bracket(c, a, end);
        bool list = token_is_mark(c->d, joint, ',') && end < a->last && (token_is_mark(c->d, end, ',') || word_in(c->d, end, WORDS_LIST_JOINT));
        if (!list && !word_in(c->d, joint, WORDS_LIST_JOINT)) continue;
        if (m->kind != MENTION_DEMONYM && a->clauses.of[o->first - a->first] != a->clauses.of[m->first - a->first]) continue;
        if (first - joint == 2 && !(function_of(a, first - 1) & FC(DET)) && !word_in(c->d, first - 1, WORDS_LIST_FILLER)) continue;
        prep = o->prep;
        first = o->first;
        last = o->last;
    }
    if (prep < 0 && m->kind == MENTION_COUNTRY && scope_is_theatre(c, m->id) && is_mission_noun(a, first - 1)) return first - 1;
    return prep;
}

/* `de oorlog in Oekraïne`, `de inval in Koeweit`: where something else happened. */
static bool of_event(const Context *c, const Analysis *a, int32_t prep)
{
    /* `Na de coup in Niger hebben de Belgen`: those there are told of */
    if (prep > a->first + 2 && word_in(c->d, prep - 1, WORDS_EVENT_THERE) && prep - a->first <= 4 && word_in(c->d, a->first, WORDS_OCCASION)) return false;
    if (prep <= a->first || !word_in(c->d, prep, WORDS_EVENT_AT) || !word_in(c->d, prep - 1, WORDS_EVENT)) return false;
    /* `bewaken de ambassade in Bagdad` */
    int32_t of = prep - 2 - (prep - 2 > a->first && (function_of(a, prep - 2) & FC(DET)));
    bool guarded = of > a->first && token_is(c->d, of, "van") && mention_at(a, of - 1, MENTION_ROLE);   /* `voor de bewaking van de ambassade in Kabul` */
    return !(mention_at(a, prep - 1, MENTION_ROLE) && (guarded || (clause_at(&a->clauses, prep - 1)->classes & VC(TASK))));
}

/* `Kosovo: 4 militairen`, or a heading that is a place alone. */
bool scope_heads(const Context *c, const Analysis *a, const Mention *m)
{
    if (m->kind != MENTION_PLACE && m->kind != MENTION_COUNTRY) return false;
    bool first = m->first == a->first || (m->first <= a->first + 2 && c->d->tokens.item[a->first].kind != TOKEN_WORD);
    if (first && followed_by(c, a, m->last, ':')) return !(c->by_state && m->kind == MENTION_COUNTRY);
    return c->d->sentences.item[a->sentence].kind == SENTENCE_HEADING && first && m->last >= a->last - 1;
}

/* `de basis van Tapa`, `voor de kust van Libië`. */
static bool of_site(const Context *c, const Analysis *a, int32_t prep)
{
    return prep > a->first && word_in(c->d, prep - 1, WORDS_SITE);
}

/* `voor de kust van Libanon`. */
static bool is_coast(const Context *c, int32_t prep)
{
    return prep > 0 && token_is(c->d, prep, "van") && word_in(c->d, prep - 1, WORDS_COAST);
}

/* `in Berlijn`: the capital of a state that sends forces is where it decides, unless a site stands there: `het hoofdkwartier te Rome`. */
static bool is_sender_seat(const Context *c, const Analysis *a, const Mention *m)
{
    const Mention *seat = mention_at(a, m->first, MENTION_METONYM);
    return seat && lexicon_has(seat->entry, "kind", "sender") && !of_site(c, a, m->prep);
}

/* `Litouwen krijgt er 300 Nederlandse militairen bij`: the state that takes forces of another. */
bool scope_receives(const Context *c, const Analysis *a, const Mention *m)
{
    if (m->kind != MENTION_COUNTRY || m->prep >= 0 || of_state_gives_next(a, m) || !scope_is_theatre(c, m->id)) return false;
    int16_t clause = a->clauses.of[m->first - a->first];
    bool takes = false, foreign = false;
    for (int32_t i = a->first; i < a->last && !takes; i++) takes = a->clauses.of[i - a->first] == clause && word_in(c->d, i, WORDS_RECEIVING);
    for (Size i = 0; takes && i < a->force.len; i++) {
        const Force *f = &a->force.item[i];
        foreign = foreign || (f->prep < 0 && f->nation.len && !span_equal(f->nation, m->id) && a->clauses.of[f->head - a->first] == clause);
    }
    return foreign;
}

/* `De laatste militairen hebben Mali verlaten`: the country behind those who leave it. */
static bool is_object_left(const Context *c, const Analysis *a, const Mention *m)
{
    const Clause *x = clause_at(&a->clauses, m->first);
    bool somebody = false;
    if (!clause_has(x, WORDS_TO_LEAVE) || m->prep >= 0 || !(m->kind == MENTION_COUNTRY || (m->kind == MENTION_PLACE && !scope_is_home_kind(m))) || !scope_is_theatre(c, m->id)) return false;
    for (Size i = 0; i < a->force.len; i++) somebody = somebody || (a->force.item[i].last <= m->first && clause_at(&a->clauses, a->force.item[i].head) == x);
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *o = &a->mention.item[i];
        bool state = o->kind == MENTION_COUNTRY || o->kind == MENTION_DEMONYM || o->kind == MENTION_OWN || o->kind == MENTION_METONYM;
        somebody = somebody || (state && o->last <= m->first && clause_at(&a->clauses, o->first) == x);
    }
    return somebody;
}

bool scope_takes_out(const Clause *x)
{
    for (int v = 0; v < x->verbs; v++)
        if (roles_from(lexicon_field(x->verb[v].verb, "roles")) & ((uint32_t)1 << ROLE_EVACUATE)) return true;
    return false;
}

/* `trekken weg uit Kisangani`, `terug uit Mali`, `haalde 250 mensen op uit Soedan`: the theatre that forces leave. */
static bool is_left(const Context *c, const Analysis *a, const Mention *m)
{
    uint64_t leaving = VC(WITHDRAW) | VC(RETURN) | VC(DEPART) | VC(END) | VC(REDUCE);
    if (is_object_left(c, a, m)) return true;
    int32_t prep = m->kind == MENTION_COUNTRY ? scope_place_prep(c, a, m) : m->prep;   /* `uit Tsjaad, Libanon en Syrië` */
    if (prep < 0 || !token_is(c->d, prep, "uit")) return false;
    bool back = (prep > a->first && word_in(c->d, prep - 1, WORDS_BACK)) || (m->last < a->last && word_in(c->d, m->last, WORDS_BACK));
    for (Size i = 0; !back && i < a->mention.len; i++) {   /* `De aftocht van de 80 Belgen uit Kandahar is begonnen` */
        const Mention *noun = &a->mention.item[i];
        back = noun->kind == MENTION_ACTNOUN && noun->last <= prep && (verb_classes(noun->entry) & (VC(WITHDRAW) | VC(RETURN) | VC(DEPART))) && a->clauses.of[noun->first - a->first] == a->clauses.of[m->first - a->first];
    }
    const Clause *x = clause_at(&a->clauses, m->first);
    if (!back && !(x->classes & leaving) && !scope_takes_out(x) && !clause_has(x, WORDS_TO_FETCH)) return false;
    if (m->kind == MENTION_COUNTRY) return scope_is_theatre(c, m->id) && !lexicon_has(m->entry, "kind", "sender");
    return (m->id.len || lexicon_has(m->entry, "kind", "region")) && !scope_is_home_kind(m) && !is_sender_seat(c, a, m);
}

/* `stuurt 2.100 soldaten vanuit Djibouti`: where forces come from. */
static bool is_sent_from(const Context *c, const Analysis *a, const Mention *m)
{
    if (m->prep < 0 || !word_in(c->d, m->prep, WORDS_OUT_FROM)) return false;
    const Clause *x = clause_at(&a->clauses, m->first);
    if (m->kind == MENTION_PLACE && (x->classes & VC(COMMAND))) return true;   /* `dat de operatie vanuit Potsdam leidt` */
    for (int v = 0; v < x->verbs; v++)
        if (word_in(c->d, x->verb[v].token, WORDS_SENDING)) return true;
    /* `liet special forces vanuit Duitsland overvliegen naar Litouwen` */
    for (Size i = 0; lexicon_has(m->entry, "kind", "sender") && i < a->mention.len; i++) {
        const Mention *to = &a->mention.item[i];
        bool place = to->kind == MENTION_COUNTRY || to->kind == MENTION_PLACE;
        if (place && to->prep >= 0 && token_is(c->d, to->prep, "naar") && clause_at(&a->clauses, to->first) == x) return true;
    }
    return false;
}

/* `zestig mariniers uit Curaçao zijn onderweg naar Haïti`: where those who set out were before. */
static bool is_set_out_from(const Context *c, const Analysis *a, const Mention *m)
{
    if (m->prep < 0 || !token_is(c->d, m->prep, "uit")) return false;
    bool theirs = false, out = false;
    for (Size i = 0; i < a->force.len; i++) theirs = theirs || a->force.item[i].last == m->prep;
    const Clause *x = clause_at(&a->clauses, m->first);
    for (int32_t i = x->first; theirs && i < x->last; i++) out = out || word_in(c->d, i, WORDS_UNDERWAY);
    for (int32_t i = x->first; out && i + 1 < x->last; i++)   /* `onderweg naar huis` */
        if (token_is(c->d, i, "naar") && (token_is(c->d, i + 1, "huis") || token_is(c->d, i + 1, "Nederland") || token_is(c->d, i + 1, "België"))) return false;
    return out;
}

/* `na vier maanden Irak`: a theatre right behind a duration. */
static bool is_behind_duration(const Analysis *a, const Mention *m)
{
    for (Size i = 0; i < a->times.item.len; i++)
        if (a->times.item.item[i].kind == TIME_DURATION && a->times.item.item[i].last == m->first) return true;
    return false;
}

/* Whether words of command stand before token `i` in its clause, or before the relative clause that it is: `het bevel over de vloot`, `de leiding, die`. */
static bool command_before(const Context *c, const Analysis *a, int32_t i)
{
    int32_t of = a->clauses.of[i - a->first], parent = a->clauses.clause.item[of].kind == CLAUSE_RELATIVE ? a->clauses.clause.item[of].parent : of;
    for (int32_t k = a->first + 1; k < i; k++) {
        int32_t at = a->clauses.of[k - a->first];
        if ((at == of || at == parent) && word_in(c->d, k, WORDS_COMMANDING) && word_in(c->d, k - 1, WORDS_ARTICLE)) return true;
    }
    return false;
}

bool scope_holds_command(const Context *c, const Analysis *a, const Mention *m)
{
    if (m->prep <= a->first || !command_before(c, a, m->prep)) return false;
    if (token_is(c->d, m->prep, "van")) return word_in(c->d, m->prep - 1, WORDS_HANDS);
    const Clause *x = clause_at(&a->clauses, m->first);
    for (int v = 0; v < x->verbs; v++)
        if (token_is(c->d, m->prep, "bij") && word_in(c->d, x->verb[v].token, WORDS_RESTING)) return true;
    return false;
}

/* `Voor Denemarken gaat het om honderd man, voor Noorwegen om zestig`. */
bool scope_is_concerned(const Context *c, const Analysis *a, const Mention *m)
{
    if (m->prep < 0 || !token_is(c->d, m->prep, "voor") || m->last + 1 >= a->last) return false;
    if (word_in(c->d, m->last, WORDS_CONCERNS) && word_in(c->d, m->last + 1, WORDS_IT)) return true;
    bool before = false;
    for (int32_t i = a->first; i + 1 < m->prep; i++) before = before || (word_in(c->d, i, WORDS_CONCERNS) && word_in(c->d, i + 1, WORDS_IT));
    return before && token_is(c->d, m->last, "om");
}

/* `een vliegtuig voor Mali`, `beschikbaar voor Mali`, `Voor Mali heeft hij vier helikopters`: the theatre that forces are meant for. */
bool scope_is_meant_for(const Context *c, const Analysis *a, const Mention *m)
{
    int32_t prep = m->prep;
    if (m->kind != MENTION_COUNTRY || prep < 0 || prep != m->first - 1 || !token_is(c->d, prep, "voor") || !scope_is_theatre(c, m->id)) return false;
    bool ready = prep > a->first && word_in(c->d, prep - 1, WORDS_SET_ASIDE);
    if (scope_is_concerned(c, a, m)) return false;
    for (Size i = 0; i < a->force.len; i++) {
        const Force *f = &a->force.item[i];
        const Clause *x = clause_at(&a->clauses, prep);
        bool arms = f->asset != ASSET_PERSONNEL && lexicon_has(m->entry, "kind", "armed");
        bool goods = f->asset == ASSET_VEHICLE || f->asset == ASSET_EQUIPMENT || arms, same = clause_at(&a->clauses, f->head) == x;
        ready = ready || (x->classes & VC(OFFER)) || (x->kind == CLAUSE_RELATIVE && f->last == x->opener && (x->classes & (VC(OFFER) | VC(DECIDE) | VC(DEPLOY))));   /* `militairen die het voor Mali toezegt` */
        same = same || ready;
        int32_t behind = prep;   /* `14 militairen te leveren voor Mali` */
        while (behind > f->last && (token_is(c->d, behind - 1, "te") || phrase_verb(a, behind - 1))) behind--;
        if (!goods && same && (f->last == behind || ready || (prep == a->first && f->quantity.some))) return true;
    }
    return false;
}

/* `de luchtverdediging van Litouwen`, `de opleiding van het leger van Niger`: a theatre by what is done for it. */
static bool is_looked_after(const Context *c, const Analysis *a, int32_t van)
{
    if (van <= a->first || !token_is(c->d, van, "van")) return false;
    int32_t noun = van - 1;
    if (word_in(c->d, noun, WORDS_FOREIGN_ARMY)) {
        bool taught = clause_at(&a->clauses, noun)->classes & VC(TASK);
        for (noun--; noun > a->first && ((function_of(a, noun) & FC(DET)) || token_is(c->d, noun, "van")); noun--) {}
        return taught || word_in(c->d, noun, WORDS_TEACHING);
    }
    return word_in(c->d, noun, WORDS_GUARDING);
}

/* `de battlegroup van Letland`: a group of many states has the name of the one where it is, not of a state that sends. */
static bool is_group_of(const Context *c, const Mention *m)
{
    return m->prep > 0 && m->prep == m->first - 1 && token_is(c->d, m->prep, "van") && word_in(c->d, m->prep - 1, WORDS_HOST_GROUP) && !lexicon_has(m->entry, "kind", "sender");
}

/* `helpt Litouwen verdedigen`, `bereid Slowakije te beschermen`: a theatre right before the verb that has it as object; forces of another go there. */
static bool is_guarded(const Context *c, const Analysis *a, const Mention *m)
{
    if (m->prep >= 0 || m->first == a->first || m->last >= a->last) return false;
    int32_t verb = m->last + (token_is(c->d, m->last, "te") ? 1 : 0);
    if (verb >= a->last) return false;
    const Clause *x = clause_at(&a->clauses, verb);
    for (int v = 0; v < x->verbs; v++)
        if (x->verb[v].token == verb && x->verb[v].form != FORM_FINITE && lemma_in(WORDS_TO_GUARD, lexicon_field(x->verb[v].verb, "lemma"))) return true;
    return false;
}

/* `Syrië in te sturen`, `trok Libanon binnen`: the preposition stands behind. */
bool scope_is_entered(const Context *c, const Analysis *a, const Mention *m)
{
    if (m->kind != MENTION_COUNTRY || m->prep >= 0 || m->last >= a->last) return false;
    if (token_is(c->d, m->last, "binnen")) return true;
    int32_t verb = m->last + 1 + (m->last + 1 < a->last && token_is(c->d, m->last + 1, "te"));
    return token_is(c->d, m->last, "in") && verb < a->last && word_in(c->d, verb, WORDS_ENTERING);   /* not `Nederland in te zetten` */
}

/* `op Iraaks grondgebied`, `in de Malinese hoofdstad`, `voor de Libische kust`: a part of a land, told by its adjective. A base may be another's. */
static bool is_part_of_land(const Context *c, const Analysis *a, const Mention *m)
{
    enum { DETERMINERS = 2 };
    if (m->kind != MENTION_ADJECTIVE || m->id.len != 2 || !scope_is_theatre(c, m->id) || lexicon_has(m->entry, "kind", "sender")) return false;
    int32_t noun = m->last, prep = m->first - 1;
    if (noun + 1 < a->last && !word_in(c->d, noun, WORDS_LAND_PART) && !function_of(a, noun) && !(c->d->tokens.item[noun].flags & TOKEN_CAPITAL)) noun++;
    if (noun >= a->last || !word_in(c->d, noun, WORDS_LAND_PART)) return false;
    while (prep > a->first && prep > m->first - 1 - DETERMINERS && (function_of(a, prep) & FC(DET))) prep--;
    return prep >= a->first && (word_in(c->d, prep, WORDS_WHERE) || token_is(c->d, prep, "voor"));
}

/* `vaart voor Somalië`, `ligt voor Haïti`: off its coast, where ships are. */
static bool is_sailed_off(const Context *c, const Analysis *a, const Mention *m)
{
    if (m->kind != MENTION_COUNTRY || m->prep < 0 || !token_is(c->d, m->prep, "voor") || !scope_is_theatre(c, m->id)) return false;
    return clause_has(clause_at(&a->clauses, m->first), WORDS_TO_SAIL);
}

/* `Evacuatie Kaboel`, `Missie Mali verlengd`: right behind the noun of a mission, in a heading. */
static bool is_of_headline(const Context *c, const Analysis *a, const Mention *m)
{
    if (m->prep >= 0 || m->first <= a->first || c->d->sentences.item[a->sentence].kind != SENTENCE_HEADING) return false;
    const Mention *noun = mention_at(a, m->first - 1, MENTION_ACTNOUN);
    return mention_at(a, m->first - 1, MENTION_MISSION) || (noun && (verb_classes(noun->entry) & VC(MISSION)));
}

bool scope_says_where(const Context *c, const Analysis *a, const Mention *m)
{
    if (is_part_of_land(c, a, m) || is_sailed_off(c, a, m)) return true;
    bool head = scope_heads(c, a, m);
    if (m->kind != MENTION_PLACE && m->kind != MENTION_COUNTRY) return false;
    if (is_of_headline(c, a, m) && m->id.len && scope_is_theatre(c, m->id)) return true;
    int32_t prep = scope_place_prep(c, a, m);
    if (of_event(c, a, prep) || is_sent_from(c, a, m) || is_set_out_from(c, a, m) || scope_holds_command(c, a, m)) return false;
    if (is_left(c, a, m) || scope_is_meant_for(c, a, m) || (scope_is_entered(c, a, m) && scope_is_theatre(c, m->id))) return true;
    if (m->kind == MENTION_PLACE) {
        if (scope_is_home_kind(m) || !m->id.len || is_sender_seat(c, a, m)) return false;
        /* `het ministerie in Warschau`: where a government sits */
        const Mention *body = m->prep > a->first && mention_at(a, m->first, MENTION_METONYM) ? mention_at(a, m->prep - 1, MENTION_BODY) : NULL;
        if (body && body->prep < 0) return false;
        if (m->prep >= 0 && word_in(c->d, m->prep, WORDS_NOT_WHERE)) return false;
        if (m->prep >= 0 && token_is(c->d, m->prep, "van") && !of_site(c, a, m->prep)) return false;
        return head || m->prep >= 0 || !(mention_at(a, m->first, MENTION_METONYM) || mention_at(a, m->first, MENTION_SHIP) || (prep < 0 && mention_at(a, m->first, MENTION_COUNTRY)));
    }
    return scope_is_theatre(c, m->id) && (head || is_behind_duration(a, m) || scope_receives(c, a, m) || is_guarded(c, a, m) || is_group_of(c, m) ||
                                          (prep >= 0 && (word_in(c->d, prep, WORDS_WHERE) || is_mission_noun(a, prep) || is_coast(c, prep) || is_looked_after(c, a, prep))));
}

/* Weaker: `uit Mali`, `voor Irak`, `van Libië`, of a place that the item names as theatre. */
bool scope_may_say_where(const Context *c, const Analysis *a, const Mention *m)
{
    if (scope_says_where(c, a, m)) return true;
    if (m->kind == MENTION_PLACE) return !scope_is_home_kind(m) && topic_has(&c->hosts, m->id) && scope_prep(c, m, WORDS_OUT_OF);
    return m->kind == MENTION_COUNTRY && scope_is_theatre(c, m->id) && topic_has(&c->hosts, m->id) && scope_prep(c, m, WORDS_WHERE_WEAK);
}

bool scope_strong_where(const Context *c, const Analysis *a, const Mention *m)
{
    int32_t prep = scope_place_prep(c, a, m);
    return m->kind == MENTION_PLACE || m->kind == MENTION_ADJECTIVE || scope_is_meant_for(c, a, m) || (prep >= 0 && is_coast(c, prep)) || is_object_left(c, a, m) || (prep >= 0 && (word_in(c->d, prep, WORDS_WHERE_SURE) || is_mission_noun(a, prep))) || scope_heads(c, a, m);
}
