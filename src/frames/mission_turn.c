/* What becomes of a mission: founded, begun, enlarged, suspended, resumed, ended, taken over, its mandate. */
#include "frames/mission_said.h"

/* Whether a state of its own acts in the clause or the one above: what it does is its contribution, not the mission's course. */
static bool is_state_doing(const Said *s)
{
    int32_t parent = said_clause(s)->parent;
    bool organisation = false;   /* `de ministers van de Unie` */
    for (Size i = 0; i < s->a->mention.len; i++) organisation = organisation || said_organisation(&s->a->mention.item[i]);
    for (Size i = 0; i < s->a->mention.len; i++) {
        const Mention *m = &s->a->mention.item[i];
        int32_t of = s->a->clauses.of[m->first - s->a->first];
        bool body = m->kind == MENTION_BODY && !organisation && !lexicon_has(m->entry, "kind", "organisation");
        bool state = body || ((m->kind == MENTION_COUNTRY || m->kind == MENTION_OWN) && m->id.len == 2 && !said_organisation(m));
        if (state && m->prep < 0 && (of == s->clause || of == parent) && !mention_in_mission(s->a, m) && !mission_in(s->mission.id, m->id)) return true;
    }
    return false;
}

/* Whether the sentence is about somebody's own part in the mission. */
static bool is_own_part(const Said *s)
{
    for (int32_t i = s->a->first; i < s->a->last; i++) {
        const Mention *noun = mention_at(s->a, i, MENTION_ACTNOUN);
        bool part = noun && (verb_classes(noun->entry) & VC(CONTRIBUTION));
        if (part || word_in(s->c->d, i, WORDS_OWN_PART) || mention_at(s->a, i, MENTION_OWN)) return true;
    }
    return false;
}

/* `de opleidingsactiviteiten van EUTM`, `de trainingen`: what a mission does, which can be stopped and begun again. */
static Found of_activity(const Said *s)
{
    int32_t i = said_word(s, WORDS_MISSION_ACTIVITY);
    if (i < 0 || said_nation(s, i - 1, i)) return (Found){0};
    bool van = i + 1 < s->a->last && token_is(s->c->d, i + 1, "van") && s->mission.id.len;
    return van ? s->mission : word_in(s->c->d, i > s->a->first ? i - 1 : i, WORDS_ARTICLE) ? s->carry->mission : (Found){0};
}

/* `het mandaat van de missie`, `het begin van EUTM Mali`: the noun at `noun` is the mission's, not `van de Belgische F-16's`, `van de oorlog`. */
static bool is_of_mission(const Said *s, int32_t noun)
{
    enum { REACH = 3 };
    if (said_nation(s, noun - 1, noun)) return false;
    if (noun + 1 >= s->a->last || !token_is(s->c->d, noun + 1, "van")) return true;
    int32_t last = noun + 2 + REACH < s->a->last ? noun + 2 + REACH : s->a->last;
    Range at = s->mission.at, next = token_range(s->c->d, noun + 2, last);
    return range_some(at) && at.from <= next.to && at.to >= next.from;
}

/* `Sinds het begin van de missie, in januari 2020`, `sinds de start in 2016`: a noun of beginning behind its preposition. */
static void read_beginning(const Said *s)
{
    int32_t i = said_word(s, WORDS_BEGINNING);
    if (i < s->a->first + 2 || !word_in(s->c->d, i - 2, WORDS_FROM_ON) || !word_in(s->c->d, i - 1, WORDS_ARTICLE)) return;
    bool of = i + 1 < s->a->last && token_is(s->c->d, i + 1, "van");
    if (!of && !word_in(s->c->d, i - 2, WORDS_SINCE)) return;
    const Time *best = NULL;
    for (Size k = 0; k < s->a->times.item.len && !best; k++) {
        const Time *t = &s->a->times.item.item[k];
        if (t->kind == TIME_PERIOD && t->last > i && t->first >= i - 2 && t->first <= i + 6) best = t;
    }
    Said t = *s;
    t.mission = said_mission(s, i);
    if (!t.mission.id.len || !best || (of && !is_of_mission(s, i))) return;
    MissionClaim *m = said_add(&t, WHAT_STARTS, best->words);
    m->when = (Bound){true, best->words, best->bounds.start_earliest, best->bounds.end_latest};
    m->realis = REALIS_ACTUAL;
}

/* `De EU begon in februari met Eutm Mali`: an organisation begins it. */
static bool is_begun_with(const Said *s)
{
    if (s->subject || !s->mission.id.len || said_word(s, WORDS_STARTING) < 0 || !said_time(s) || is_state_doing(s)) return false;
    for (Size i = 0; i < s->a->mention.len; i++) {
        const Mention *m = &s->a->mention.item[i];
        bool it = range_some(s->mission.at) && s->c->d->tokens.item[m->first].at.from == s->mission.at.from && m->kind == MENTION_MISSION;
        if (it && m->prep >= 0 && token_is(s->c->d, m->prep, "met")) return true;
    }
    return false;
}

/* `De missie is sinds 1978 actief`, `bestaat sinds 2004`, `moet in april aan de slag kunnen`. */
static bool runs_since(const Said *s)
{
    const Time *t = said_time(s);
    if (t && said_word(s, WORDS_AT_WORK) >= 0 && (said_clause(s)->mood & MOOD_MUST)) return true;
    if (!t || t->connect != CONNECT_SINCE || said_word(s, WORDS_SINCE) < 0 || said_word(s, WORDS_COUNTING) >= 0 || mission_past(s)) return false;
    for (Size i = 0; i < s->a->force.len; i++) {   /* `Het schip maakt sinds januari deel uit van de missie` */
        const Force *f = &s->a->force.item[i];
        if (said_here(s, f->head) && f->prep < 0 && !mention_at(s->a, f->head, MENTION_MISSION)) return false;
    }
    const Clause *x = said_clause(s);
    bool there = (x->classes & (VC(BE) | VC(SERVE) | VC(DEPLOY))) && said_word(s, WORDS_UNDER) < 0 && said_word(s, WORDS_HAVING) < 0;
    return there || said_word(s, WORDS_AT_WORK) >= 0 || said_word(s, WORDS_CALLED) >= 0;
}

/* `de opdracht`, `de taak`: what a mission is to do, which may be widened without it. */
static bool is_task(const Said *s)
{
    Span text = span_range(s->c->d->bytes, range_some(s->mission.at) ? s->mission.at : (Range){0, 0});
    return s->mission.how == HOW_CARRIED && (span_ends(text, SPAN("opdracht")) || span_ends(text, SPAN("taak")));
}

/* Whether a state's own cabinet, parliament or minister is named. */
static bool names_state_body(const Said *s)
{
    for (Size i = 0; i < s->a->mention.len; i++) {
        const Mention *m = &s->a->mention.item[i];
        if (m->kind == MENTION_BODY && !lexicon_has(m->entry, "kind", "organisation")) return true;
    }
    return false;
}

/* `Isaf duurt nog tot eind 2014`: the mission itself. */
static bool lasts_until(const Said *s)
{
    const Time *t = said_time(s);
    return t && t->connect == CONNECT_UNTIL && said_word(s, WORDS_MISSION_LASTS) >= 0;
}

/* `begint in juni met een cursus`: with something else than its people. */
static bool begins_with(const Said *s)
{
    for (int32_t i = s->a->first; i + 1 < s->a->last; i++)
        if (said_here(s, i) && token_is(s->c->d, i, "met") && token_is(s->c->d, i + 1, "een")) return true;
    return false;
}

/* `groeit uit tot`, `trok zich terug`: what the verbs say of the mission itself. */
static void read_change(const Said *s)
{
    static const struct { uint64_t classes; What what; } MAP[] = {
        {VC(SUSPEND), WHAT_SUSPENDED}, {VC(RESUME), WHAT_RESUMED}, {VC(ENLARGE), WHAT_ENLARGED}, {VC(END) | VC(WITHDRAW) | VC(DISSOLVE), WHAT_ENDS}};
    const Clause *x = said_clause(s);
    bool under = x->kind == CLAUSE_INFINITIVE || x->mood || x->tense == TENSE_FUTURE || x->tense == TENSE_CONDITIONAL;
    uint64_t acts = x->head_classes | (under ? x->inner_classes | x->classes : 0);   /* not `richt zich op het versterken van` */
    if (is_begun_with(s)) said_dated(s, WHAT_STARTS);
    if (!s->subject || is_own_part(s) || is_state_doing(s)) return;
    bool calls = said_word(s, WORDS_FOUNDING) >= 0 && (x->passive || said_word(s, WORDS_CALLING) >= 0);
    bool founded = calls || clause_has(x, WORDS_TO_FOUND), starts = said_word(s, WORDS_STARTING) >= 0 && !begins_with(s);
    if (founded && (said_time(s) || said_word(s, WORDS_CALLING) >= 0)) said_dated(s, WHAT_FOUNDED);
    else if ((starts && (said_time(s) || said_word(s, WORDS_OF) >= 0)) || runs_since(s)) said_dated(s, WHAT_STARTS);
    if (!founded && !starts && lasts_until(s)) said_dated(s, WHAT_ENDS);
    for (size_t i = 0; i < sizeof MAP / sizeof *MAP; i++) {
        if (!(acts & MAP[i].classes) || founded || starts) continue;
        bool ends = MAP[i].what == WHAT_ENDS, sure = said_word(s, WORDS_STOPPING) >= 0 && (x->classes & VC(END));
        if (ends && !said_time(s) && !sure) return;
        if (MAP[i].what == WHAT_ENLARGED && (is_task(s) || said_word(s, WORDS_DELAY) >= 0)) return;   /* `loopt vertraging op` */
        if (MAP[i].what == WHAT_ENLARGED) mission_growth(s);
        else said_dated(s, MAP[i].what);
        return;
    }
}

/* The trainings that a mission gives, suspended or resumed. */
static void read_activity(const Said *s)
{
    const Clause *x = said_clause(s);
    Said t = *s;
    t.mission = of_activity(s);
    if (!t.mission.id.len || !(x->classes & (VC(SUSPEND) | VC(RESUME))) || is_state_doing(s)) return;
    said_dated(&t, x->classes & VC(SUSPEND) ? WHAT_SUSPENDED : WHAT_RESUMED);
}

/* `een verlenging van EUTM Mali tot mei 2018`. */
static bool is_extension(const Said *s)
{
    for (Size i = 0; i < s->a->mention.len; i++) {
        const Mention *m = &s->a->mention.item[i];
        bool it = m->kind == MENTION_MISSION && range_some(s->mission.at) && s->c->d->tokens.item[m->first].at.from == s->mission.at.from;
        const Mention *noun = it && m->prep > s->a->first && token_is(s->c->d, m->prep, "van") ? mention_at(s->a, m->prep - 1, MENTION_ACTNOUN) : NULL;
        if (noun && (verb_classes(noun->entry) & VC(EXTEND))) return true;
    }
    return false;
}

/* `De EU-landen verlengen operatie Atalanta tot eind 2020`: by those whose mission it is. */
static bool is_prolonged(const Said *s)
{
    bool verb = s->subject && (said_clause(s)->classes & VC(EXTEND));
    if (!(verb || is_extension(s)) || is_state_doing(s) || !range_some(s->mission.at)) return false;
    for (int32_t i = s->a->first; i < s->a->last; i++) {
        const Mention *noun = mention_at(s->a, i, MENTION_ACTNOUN);
        if ((noun && (verb_classes(noun->entry) & VC(CONTRIBUTION))) || mention_at(s->a, i, MENTION_OWN)) return false;
        if (function_of(s->a, i) & FC(POSSESSIVE)) return false;
    }
    if (names_state_body(s)) return false;
    return said_clause(s)->passive || words_have(&s->words, WORDS_MISSION_OWNERS);
}

/* `het mandaat van Unifil, dat eind augustus afloopt`: the relative clause right behind the mandate. */
static bool follows_mandate(const Said *s)
{
    enum { REACH = 6 };
    const Clause *x = said_clause(s);
    if (x->kind != CLAUSE_RELATIVE || x->opener < 0 || said_word(s, WORDS_RUNNING_OUT) < 0) return false;
    for (int32_t i = x->opener - 1; i >= s->a->first && i >= x->opener - REACH; i--)
        if (word_in(s->c->d, i, WORDS_MANDATE)) return !said_nation(s, i - 1, i);
    return false;
}

/* `Het mandaat van de missie loopt tot ...`, `verstrijkt op ...`, `De EU verlengt de missie tot ...`. */
static void read_mandate(const Said *s)
{
    Said above = *s;
    above.clause = s->from;
    int32_t i = said_word(s, WORDS_MANDATE);
    if (i < 0 && s->from >= 0) i = said_word(&above, WORDS_MANDATE);
    bool of = i >= 0 && i + 1 < s->a->last && token_is(s->c->d, i + 1, "van");
    if (i >= 0 && !of && names_state_body(s)) return;   /* `het kabinet vraagt de Bondsdag het mandaat te verlengen`: its own */
    bool prolonged = i < 0 && (is_prolonged(s) || (follows_mandate(s) && s->mission.id.len));
    if (!prolonged && (i < 0 || !is_of_mission(s, i))) return;
    Said t = *s;
    t.mission = prolonged ? s->mission : said_mission(s, i);
    bool runs_out = said_word(s, WORDS_RUNNING_OUT) >= 0;
    const Time *best = NULL;
    for (Size k = 0; k < s->a->times.item.len; k++) {
        const Time *x = &s->a->times.item.item[k];
        if (x->kind != TIME_PERIOD || !said_here(s, x->first)) continue;
        if (x->connect == CONNECT_UNTIL || (!best && runs_out && (x->connect == CONNECT_AT || x->connect == CONNECT_NONE))) best = x;
    }
    if (!best || !t.mission.id.len) return;
    MissionClaim *m = said_add(&t, WHAT_MANDATE_UNTIL, best->words);
    Day e, l;
    bool until = best->connect == CONNECT_UNTIL && time_end(best, &e, &l);
    m->when = until ? (Bound){true, best->words, e, l} : (Bound){true, best->words, best->bounds.start_earliest, best->bounds.end_latest};
}

/* `werd overgenomen door de VN-missie`, `opgevolgd door Resolute Support`. */
static bool read_handed(const Said *s)
{
    bool hands = said_word(s, WORDS_HANDING_OVER) >= 0 || (said_clause(s)->classes & VC(HAND_OVER)), yields = said_word(s, WORDS_YIELDING) >= 0;
    if (!hands && !yields) return false;
    for (Size k = 0; k < s->a->mention.len; k++) {
        const Mention *m = &s->a->mention.item[k];
        if (!said_here(s, m->first) || m->prep < 0 || !word_in(s->c->d, m->prep, hands ? WORDS_HANDED_TO : WORDS_YIELDED_TO)) continue;
        Span id = m->kind == MENTION_MISSION ? scope_mention(s->c, s->a, m, s->carry) : said_organisation(m) ? m->id : (Span){0};
        if (!id.len || span_equal(id, s->mission.id)) continue;
        said_add(s, WHAT_TAKEN_OVER_BY, token_range(s->c->d, m->first, m->last))->to = id;
        return true;
    }
    return false;
}

/* `Minurcat neemt de taken van Eufor over`, `Resolute Support volgde Isaf op`: a mission takes the place of another in its clause. */
static bool read_mission_after(const Said *s)
{
    bool succeeds = clause_has(said_clause(s), WORDS_TO_SUCCEED);
    for (Size k = 0; k < s->a->mention.len; k++) {
        const Mention *m = &s->a->mention.item[k];
        bool other = m->kind == MENTION_MISSION && said_here(s, m->first) && (said_prep(s, m) < 0 ? succeeds : token_is(s->c->d, m->prep, "van"));
        Said t = *s;
        t.mission.id = other ? scope_mention(s->c, s->a, m, s->carry) : (Span){0};
        if (!t.mission.id.len || span_equal(t.mission.id, s->mission.id)) continue;
        said_add(&t, WHAT_TAKEN_OVER_BY, s->mission.at)->to = s->mission.id;
        return true;
    }
    return false;
}

/* `moeten de VN de missie overnemen`, `SFOR, waarvan de EU de taken overnam`: an organisation takes it over. */
static void read_successor(const Said *s)
{
    const Clause *x = said_clause(s);
    if (!s->subject || read_handed(s) || x->passive) return;
    bool follows = clause_has(x, WORDS_TO_SUCCEED) || said_word(s, WORDS_SUCCESSOR) >= 0;
    if (!(x->classes & (VC(TAKE_OVER) | VC(RELIEVE))) && !follows) return;
    if (read_mission_after(s)) return;
    for (Size k = 0; k < s->a->mention.len; k++) {
        const Mention *m = &s->a->mention.item[k];
        if (!said_here(s, m->first) || m->prep >= 0 || !said_organisation(m) || mention_in_mission(s->a, m)) continue;
        said_add(s, WHAT_TAKEN_OVER_BY, token_range(s->c->d, m->first, m->last))->to = m->id;
        return;
    }
}

void mission_turn(const Said *s)
{
    read_mandate(s);
    read_beginning(s);
    read_activity(s);
    if (!s->mission.id.len) return;
    read_change(s);
    read_successor(s);
}
