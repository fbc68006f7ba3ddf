/* Which times of the text bound a contribution. */
#include "frames/fields.h"

#include "frames/phrase.h"
#include "lexicon/wordlist.h"

enum { TIMES_WEIGHED = 16, TOLD_BEFORE = 16, JUST_BEGUN = 45 };

static bool is_point(const Time *t)
{
    return t->connect == CONNECT_AT || t->connect == CONNECT_NONE;
}

/* `voor het eind van het jaar`, `uiterlijk in mei`: the last day on which something happens, not how long it lasts. */
static bool is_deadline(const Time *t)
{
    return t->connect == CONNECT_BEFORE || (t->connect == CONNECT_UNTIL && t->latest_only);
}

/* `1 juli 2017` of the written words: what is before `from`'s start is cut off. */
static Range part_of_span(const Candidate *k, const Time *t, Field field)
{
    if (t->connect != CONNECT_BETWEEN) return t->words;
    for (int32_t i = t->first + 1; i + 1 < t->last; i++) {
        bool joint = token_is(k->c->d, i, "tot") || token_is(k->c->d, i, "en") || token_is(k->c->d, i, "t/m");
        if (!joint) continue;
        if (field == FIELD_START) return token_range(k->c->d, t->first, i);
        return token_range(k->c->d, token_is(k->c->d, i, "en") ? i + 1 : i, t->last);
    }
    return t->words;
}

static void set_bound(Candidate *k, Field field, const Time *t, Day earliest, Day latest)
{
    Bound *b = field == FIELD_START ? &k->claim.start : &k->claim.end;
    if (b->some) return;
    *b = (Bound){true, part_of_span(k, t, field), earliest, latest};
    fields_prove(&k->claim, field, HOW_STATED, b->words, "time in the clause");
}

static const uint64_t leaving = VC(WITHDRAW) | VC(RETURN) | VC(END) | VC(HAND_OVER) | VC(DISSOLVE);

/* Classes of the verbs around a time, not of words in it: `de afgelopen maanden`. */
static uint64_t verbs_around(const Clause *x, const Time *t)
{
    uint64_t classes = 0;
    for (int v = 0; v < x->verbs; v++)
        if (x->verb[v].token < t->first || x->verb[v].token >= t->last) classes |= x->verb[v].classes;
    return classes;
}

static bool is_over(const Candidate *k, const Time *t)
{
    return k->c->written.last.n != INT32_MIN && day_known(t->bounds.end_latest) && t->bounds.end_latest.n < k->c->written.last.n;
}

/* A cabinet or parliament is the subject of clause `c`. */
static bool has_decider(const Candidate *k, const Clause *c)
{
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool body = m->kind == MENTION_BODY && (lexicon_has(m->entry, "kind", "cabinet") || lexicon_has(m->entry, "kind", "parliament"));
        if (body && m->prep < 0 && fields_clause_at(k, m->first) == c) return true;
    }
    return false;
}

/* `de verlenging van de missie in 2017`: a period right behind what is given is its own, whatever the verb before says. */
static bool is_of_noun(const Candidate *k, const Time *t)
{
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool thing = m->kind == MENTION_ACTNOUN || m->kind == MENTION_MISSION || m->kind == MENTION_COUNTRY || m->kind == MENTION_PLACE;
        bool bracket = m->last + 3 >= t->first && m->last < t->first && token_is_mark(k->c->d, t->first - 1, ')');
        if (thing && (m->last == t->first || bracket) && t->grain >= GRAIN_MONTH) return true;
    }
    return false;
}

/* `Deze beslissing werd dezelfde dag bekrachtigd`: the subject is what was decided. */
static bool is_of_decision(const Candidate *k, const Clause *c)
{
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if (m->kind == MENTION_ACTNOUN && m->first < c->first + 3 && m->prep < 0 && (verb_classes(m->entry) & (VC(DECIDE) | VC(APPROVE))) && fields_clause_at(k, m->first) == c) return true;
    }
    return false;
}

bool fields_of_saying(const Candidate *k, const Time *t)
{
    const Clause *c = fields_clause_at(k, t->first);
    bool by_then = is_deadline(t) && (c->head_classes & (VC(DECIDE) | VC(WEIGH)));
    if (!is_point(t) && t->connect != CONNECT_AFTER && !by_then) return false;
    uint64_t talk = VC(DECIDE) | VC(APPROVE) | VC(SAY) | VC(REQUEST) | VC(WEIGH) | VC(DENY) | VC(OFFER) | VC(WANT);
    uint64_t move = VC(DEPLOY) | VC(DEPART) | VC(GO) | VC(ARRIVE) | VC(CONTRIBUTE);
    bool decider = has_decider(k, c), says = (c->head_classes & talk) || is_of_decision(k, c);
    if (!says && !decider) return false;
    bool before = k->c->written.last.n != INT32_MIN && day_known(t->bounds.start_latest) && t->bounds.start_latest.n <= k->c->written.last.n;
    bool day = t->grain == GRAIN_DAY || t->iso[0] == 'X' || (t->grain == GRAIN_WEEK && !(c->head_classes & move));
    bool over = before && day_known(t->bounds.end_latest) && t->bounds.end_latest.n < k->c->written.first.n;
    return day || (before && (over || !is_of_noun(k, t)));
}

/* `Sinds 2018 leidt de NAVO een missie waaraan Nederland meedoet`: since when the mission is there, not who takes part in it. */
static bool is_of_led_mission(const Candidate *k, const Clause *x)
{
    const Clause *own = fields_clause(k);
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if (m->prep < 0 && fields_clause_at(k, m->first) == x && span_equal(m->id, k->claim.contributor)) return false;
    }
    return own->kind == CLAUSE_RELATIVE && own->parent >= 0 && &k->a->clauses.clause.item[own->parent] == x && own->opener >= 0 && word_in(k->c->d, own->opener, WORDS_RELATIVE_MISSION);
}

/* A relative clause that tells of the mission before it, or what would have been. */
static bool is_of_another(const Candidate *k, const Time *t)
{
    const Clause *x = fields_clause_at(k, t->first);
    if (x == fields_clause(k)) return false;
    if (t->connect == CONNECT_SINCE && is_of_led_mission(k, x)) return true;
    bool would = x->tense == TENSE_CONDITIONAL && fields_clause(k)->tense != TENSE_CONDITIONAL;
    if (would && !(x->kind == CLAUSE_RELATIVE && fields_to_come(k->claim.stage) && k->claim.act != ACT_EXTEND)) return true;
    if (x->kind != CLAUSE_RELATIVE || !k->f) return false;
    for (int v = 0; v < x->verbs; v++)
        if (x->verb[v].form == FORM_FINITE && x->verb[v].plural_or_inf) return false;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if (m->kind == MENTION_MISSION && m->last <= x->first && m->last >= x->first - 1 && m->first >= k->f->last) return true;
    }
    return false;
}

static bool is_today(const Candidate *k, const Time *t)
{
    bool span = t->connect == CONNECT_UNTIL || t->connect == CONNECT_BETWEEN;
    bool now = k->c->written.first.n == k->c->written.last.n || t->bounds.start_earliest.n <= k->c->written.first.n;   /* `tot nu toe` on a page of a month */
    return now && span && t->relative && day_known(t->bounds.end_latest) && t->bounds.end_latest.n == k->c->written.last.n;
}

/* A day or stretch in which the page was written, told in the present: `vandaag zijn er 43`, not `begonnen zondag`. */
static bool is_now(const Candidate *k, const Time *t)
{
    const Clause *x = fields_clause_at(k, t->first);
    bool told = x->tense == TENSE_PAST || x->tense == TENSE_PERFECT, leaves = verbs_around(x, t) & leaving;
    if (!day_known(k->c->written.first)) return t->relative && t->kind == TIME_PERIOD && t->grain == GRAIN_NONE && !told && !t->iso[0];
    bool past = told && day_known(t->bounds.start_earliest) && t->bounds.start_earliest.n <= k->c->written.last.n;
    return !past && !leaves && day_known(t->bounds.end_latest) && t->bounds.end_latest.n >= k->c->written.first.n;
}

/* `resoluties 1970 en 1973`. */
static bool is_of_paper(const Candidate *k, const Time *t)
{
    if (t->connect != CONNECT_NONE || t->grain != GRAIN_YEAR || t->last != t->first + 1) return false;
    for (int32_t i = t->first - 1; i >= k->a->first && i >= t->first - 5; i--)
        if (word_in(k->c->d, i, WORDS_PAPER)) return true;
    return false;
}

/* `de militairen die maandag aankwamen, blijven tot november`. */
static bool came_then(const Candidate *k, const Time *t)
{
    const Clause *x = fields_clause_at(k, t->first);
    return x->kind == CLAUSE_RELATIVE && x != fields_clause(k) && (verbs_around(x, t) & (VC(ARRIVE) | VC(DEPART) | VC(GO) | VC(DEPLOY)));
}

/* `na de aanslagen van 11 september`, `de verkiezingen van mei`: when something else was. */
static bool is_of_other_noun(const Candidate *k, const Time *t)
{
    int32_t van = token_is(k->c->d, t->first, "van") ? t->first : t->first - 1;
    if (!is_point(t) || van <= k->a->first || !token_is(k->c->d, van, "van") || phrase_verb(k->a, van - 1)) return false;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool thing = m->kind == MENTION_ACTNOUN || m->kind == MENTION_MISSION || m->kind == MENTION_COUNTRY || m->kind == MENTION_PLACE;
        if (thing && m->first < van && m->last == van) return false;
    }
    for (Size i = 0; i < k->a->times.item.len; i++)
        if (k->a->times.item.item[i].last == van) return false;
    return k->c->d->tokens.item[van - 1].kind == TOKEN_WORD && !(function_of(k->a, van - 1) & (FC(PREP) | FC(DET)));
}

/* Times that say nothing of begin or end: `straks`, a number taken for a year, the day of a decision, `vandaag zijn er 43`. */
static bool is_idle(const Candidate *k, const Time *t)
{
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *f = &k->a->force.item[i];
        if (t->first >= f->first && t->last <= f->last) return true;
    }
    if (token_is(k->c->d, t->first, "straks") || is_of_paper(k, t) || is_of_other_noun(k, t) || fields_of_saying(k, t) || is_of_another(k, t)) return true;
    if (t->connect == CONNECT_WITHIN && fields_clause_at(k, t->first)->tense == TENSE_PAST) return true;
    if (!is_point(t)) return false;
    if (fields_to_come(k->claim.stage) && is_over(k, t)) return true;
    if (k->claim.act == ACT_EXTEND && t->grain == GRAIN_DAY && !came_then(k, t)) return true;
    return k->claim.stage == STAGE_ACTIVE && k->claim.act == ACT_STATE && is_now(k, t);
}

/* Classes of the nouns and idioms of acts in a clause: `het vertrek`, `weg zijn`. */
static uint64_t act_words(const Candidate *k, const Clause *c)
{
    uint64_t classes = 0;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if (fields_clause_at(k, m->first) != c) continue;
        if (m->kind == MENTION_ACTNOUN) classes |= verb_classes(m->entry);
        if (marker_is(m, "act:withdraw") || marker_is(m, "act:return")) classes |= VC(RETURN);
        if (marker_is(m, "act:end")) classes |= VC(END);
    }
    return classes;
}

/* `zijn in juli weer thuis`. */
static bool is_back(const Candidate *k, const Clause *c)
{
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if (m->kind == MENTION_ADJ_STATE && lexicon_has(m->entry, "class", "back") && fields_clause_at(k, m->first) == c) return true;
    }
    return false;
}

/* `vertrekken uit Mali`, `Libanon, waar onze ontmijners vertrokken`: away from the theatre, not to it. */
static bool departs_from(const Candidate *k, const Clause *x)
{
    if (!(x->classes & VC(DEPART))) return false;
    if (x->opener >= 0 && word_in(k->c->d, x->opener, WORDS_WHERE_FROM)) {
        for (int32_t i = x->first; i < x->last; i++)
            if (word_in(k->c->d, i, WORDS_WHITHER)) return false;
        return true;
    }
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool where = m->kind == MENTION_COUNTRY || m->kind == MENTION_PLACE;
        if (!where || fields_clause_at(k, m->first) != x || !scope_prep(k->c, m, WORDS_AWAY_FROM)) continue;
        Span rest = m->id, piece;
        bool theatre = false;
        while (span_cut(&rest, '|', &piece)) theatre = theatre || scope_is_theatre(k->c, piece);
        if (theatre && !lexicon_has(m->entry, "kind", "home")) return true;
    }
    return false;
}

/* Whether a point in time is where the contribution ends: what the verbs around it say, else what the claim reports. */
static bool ends_there(const Candidate *k, const Time *t)
{
    const Claim *c = &k->claim;
    const Clause *x = fields_clause_at(k, t->first);
    uint64_t arriving = VC(DEPLOY) | VC(ARRIVE) | VC(TAKE_OVER) | VC(RESUME);
    bool leaves = c->act == ACT_WITHDRAW || c->act == ACT_END || c->stage == STAGE_LEAVING || c->act == ACT_HAND_OVER || (c->stage == STAGE_ENDED && c->act == ACT_ROTATE), from = departs_from(k, x);
    uint64_t verbs = verbs_around(x, t);
    bool goes = (verbs & leaving) || from, comes = (verbs & arriving) || ((verbs & VC(DEPART)) && !from);
    if (x != fields_clause(k)) return goes && !comes ? true : comes && !goes ? false : leaves;
    if (leaves || (from && c->stage != STAGE_DEPLOYING) || (is_back(k, x) && !comes)) return true;
    return (goes || (act_words(k, x) & leaving)) && !comes && c->act != ACT_TAKE_OVER && c->act != ACT_ROTATE && c->act != ACT_DEPLOY;
}

/* A point, or an open begin that is an end: `wordt per 1 april beëindigd`, `vanaf maart niet meer`, `sinds het weekend weer thuis`. */
static bool is_end(const Candidate *k, const Time *t)
{
    const Clause *x = fields_clause_at(k, t->first);
    if (is_point(t)) return true;
    if (t->connect == CONNECT_SINCE) return k->claim.stage == STAGE_ENDED && k->claim.act == ACT_WITHDRAW && x == fields_clause(k);
    bool closes = x->head_classes & (VC(END) | VC(WITHDRAW) | VC(DISSOLVE));
    return t->connect == CONNECT_FROM && (closes || (x->negated && k->claim.stage == STAGE_LEAVING));
}

/* What the sentences before said last of the same contribution: its begin, or else its end. */
static const Bound *told_before(const Candidate *k, bool end_first)
{
    const Reading *r = k->c->reading;
    for (Size i = r->claims.len - 1; i >= 0 && i >= r->claims.len - TOLD_BEFORE; i--) {
        const Claim *c = &r->claims.item[i];
        if (c->item != k->c->item) break;
        const Bound *one = end_first ? &c->end : &c->start, *two = end_first ? &c->start : &c->end;
        if (one->some && day_known(one->earliest)) return one;
        if (two->some && day_known(two->earliest)) return two;
    }
    return NULL;
}

/* The last time in sentence `a` before token `before`: its end, or else its begin. */
static bool time_told(const Analysis *a, int32_t before, Bound *b)
{
    for (Size i = a->times.item.len - 1; i >= 0; i--) {
        const Time *t = &a->times.item.item[i];
        if (t->kind != TIME_PERIOD || t->first >= before) continue;
        *b = (Bound){.some = true, .words = t->words};
        if ((time_end(t, &b->earliest, &b->latest) || time_start(t, &b->earliest, &b->latest)) && day_known(b->earliest)) return true;
    }
    return false;
}

/* What `daarna` at token `at` follows: the time before it in its sentence, in the one before, or that of a claim before. */
static bool told_last(const Candidate *k, int32_t at, Bound *b)
{
    int32_t s = k->a->sentence - k->c->first_sentence;
    if (time_told(k->a, at, b)) return true;
    if (s > 0 && k->c->read[s - 1] && time_told(&k->c->analysis[s - 1], INT32_MAX, b)) return true;
    const Bound *told = told_before(k, true);
    if (told) *b = *told;
    return told != NULL;
}

/* `een paar dagen later` counts from what was told before. */
static bool shifted(const Candidate *k, const Time *t, Day *earliest, Day *latest)
{
    const Bound *b = told_before(k, false);
    Written w = k->c->written;
    if (!b || !day_known(t->bounds.start_earliest) || !day_known(w.first) || !day_known(b->latest)) return false;
    *earliest = day_add(b->earliest, t->bounds.start_earliest.n - w.first.n);
    *latest = day_add(b->latest, t->bounds.end_latest.n - w.last.n);
    return true;
}

/* Of a page of which only the month is known: `eerder dit jaar` is until any of its days, and a weekday told as past is no later than its last. */
static Time within_month(const Candidate *k, const Time *t)
{
    Time one = *t;
    Written w = k->c->written;
    Tense tense = fields_clause_at(k, t->first)->tense;
    bool past = tense == TENSE_PAST || tense == TENSE_PERFECT || tense == TENSE_PLUPERFECT;
    if (!day_known(w.first) || w.first.n == w.last.n || !day_known(t->bounds.end_latest)) return one;
    if (token_is(k->c->d, t->first, "eerder") && t->bounds.end_latest.n < w.last.n) one.bounds.end_earliest = one.bounds.end_latest = w.last;
    bool weekday = t->grain == GRAIN_DAY && span_starts(span_of(t->iso), SPAN("XXXX-W"));
    if (!past || !weekday || !is_point(t) || t->bounds.end_latest.n <= w.last.n) return one;
    Day *bound[] = {&one.bounds.start_earliest, &one.bounds.start_latest, &one.bounds.end_earliest, &one.bounds.end_latest};
    for (size_t i = 0; i < sizeof bound / sizeof *bound; i++) *bound[i] = day_add(*bound[i], -7);
    return one;
}

/* What runs or comes does not end before the day of writing, what is over did not begin after it: then the other reading of the date is meant. */
static Time as_meant(const Candidate *k, const Time *t)
{
    Time one = within_month(k, t);
    Written w = k->c->written;
    bool over = k->claim.stage == STAGE_ENDED, until = t->connect == CONNECT_UNTIL || t->connect == CONNECT_BETWEEN;
    bool from = t->connect == CONNECT_FROM && fields_to_come(k->claim.stage);   /* `heeft besloten vanaf 26 maart`: the tense is that of deciding */
    if (!t->relative || !day_known(w.first) || !day_known(t->bounds.end_latest) || (!over && !until && !from)) return one;
    const Bounds first = one.bounds;
    bool found = false;
    for (int i = -1; i < t->alternatives; i++) {
        Bounds b = i < 0 ? first : t->alternative[i];
        bool span = t->connect == CONNECT_BETWEEN, begins = (from || span) && fields_to_come(k->claim.stage) && day_known(b.start_latest);
        int32_t slack = span ? JUST_BEGUN : 0;   /* `van 1 mei tot eind september`, read in May */
        bool fits = over ? b.start_earliest.n <= w.last.n : begins ? b.start_latest.n + slack >= w.first.n : b.end_latest.n >= w.first.n;
        if (!fits || (found && !(begins && span && b.start_latest.n < one.bounds.start_latest.n))) continue;
        one.bounds = b;
        found = true;
    }
    return one;
}

/* `vertrekken in januari en blijven tot eind december`: an end without a year comes after the begin. */
static void end_behind_start(const Candidate *k, const Time *t, Day *e, Day *l)
{
    const Bound *b = &k->claim.start;
    bool bare = t->relative && !t->unit && t->connect == CONNECT_UNTIL && t->grain <= GRAIN_MONTH;
    if (!bare || !b->some || !day_known(b->earliest) || !day_known(*l) || l->n >= b->earliest.n || l->n + 366 < b->earliest.n) return;
    *e = day_add_months(*e, 12);
    *l = day_add_months(*l, 12);
}

/* `krijgt er voor mei 300 man bij`, `vertrekt uiterlijk vrijdag`: what happens by then is a coming. */
static bool comes_by(const Candidate *k, const Time *t)
{
    const uint64_t coming = VC(DEPLOY) | VC(GO) | VC(ARRIVE) | VC(ENLARGE) | (feature_has(&k->features, FEATURE_BOUND_FOR) ? VC(DEPART) : 0);
    const uint64_t going = leaving | VC(EXTEND) | VC(REMAIN) | VC(REDUCE) | VC(SUSPEND);
    const Clause *x = fields_clause_at(k, t->first);
    uint64_t verbs = verbs_around(x, t) | x->head_classes;
    for (int32_t i = t->first; i < t->last; i++)
        if (token_is(k->c->d, i, "tot") || token_is(k->c->d, i, "eindigend")) return false;
    if (k->claim.act == ACT_EXTEND || k->claim.act == ACT_REDUCE || (act_words(k, x) & going)) return false;
    return fields_to_come(k->claim.stage) && (verbs & coming) && !(verbs & going) && !is_back(k, x) && !departs_from(k, x);
}

static void use_period(Candidate *k, const Time *said)
{
    Day e, l;
    const Time meant = as_meant(k, said), *t = &meant;
    if (is_idle(k, t)) return;
    if (is_end(k, t) && ends_there(k, t)) {
        if (!time_start(t, &e, &l)) return;
        if (t->anchored && !shifted(k, t, &e, &l)) return;
        bool whole = day_known(t->bounds.end_latest) && !t->anchored && !day_known(t->clip);
        if (token_is(k->c->d, t->first, "tegen") && t->grain == GRAIN_DAY) e = NO_DAY;
        set_bound(k, FIELD_END, t, e, whole ? t->bounds.end_latest : l);
        return;
    }
    if (token_is(k->c->d, t->first, "tegen") && k->claim.act == ACT_DEPLOY && day_known(t->bounds.start_earliest)) {
        set_bound(k, FIELD_START, t, t->bounds.start_earliest, t->bounds.end_latest);
        return;
    }
    if (is_deadline(t) && comes_by(k, t) && time_end(t, &e, &l)) {
        set_bound(k, FIELD_START, t, e, l);
        return;
    }
    bool starts = time_start(t, &e, &l);
    if (starts && t->anchored && !shifted(k, t, &e, &l)) return;
    if (starts) set_bound(k, FIELD_START, t, e, l);
    if (!time_end(t, &e, &l) || is_today(k, t)) return;
    end_behind_start(k, t, &e, &l);
    set_bound(k, FIELD_END, t, e, l);
}

/* `de afgelopen zes maanden hielp Nederland`: how long, where the verb tells of being there and not of coming or going. */
static bool is_stretch(const Candidate *k, const Time *t)
{
    const Clause *x = fields_clause_at(k, t->first);
    uint64_t moves = leaving | VC(DEPLOY) | VC(DEPART) | VC(GO) | VC(ARRIVE) | VC(RESUME) | VC(ENLARGE) | VC(REDUCE) | VC(TAKE_OVER) | VC(ROTATE) | VC(RELIEVE) | VC(DECIDE);
    bool several = t->iso[0] == 'P' && !(t->iso[1] == '1' && t->iso[2] && !t->iso[3]);
    bool known = k->claim.stage != STAGE_DEPLOYING && k->claim.act != ACT_DEPLOY;
    return t->kind == TIME_PERIOD && t->connect == CONNECT_NONE && several && (x->tense == TENSE_PAST || known) && !(verbs_around(x, t) & moves);
}

/* `twee jaar nadat`, `drie weken na het besluit`: how far apart, not how long. */
static bool is_distance(const Candidate *k, const Time *t)
{
    return t->connect != CONNECT_FOR && !t->added && t->last < k->a->last && word_in(k->c->d, t->last, WORDS_APART);
}

/* `verkenningen van een tot zeven dagen`: how long each of many lasts. */
static bool is_of_each(const Candidate *k, const Time *t)
{
    int32_t van = t->first - 1;
    if (t->first < t->last && token_is(k->c->d, t->first, "van")) van = t->first;
    if (van <= k->a->first || !token_is(k->c->d, van, "van")) return false;
    Span noun = token_text(k->c->d, van - 1);
    return t->iso_high[0] && (span_ends(noun, SPAN("en")) || span_ends(noun, SPAN("s")));
}

static void use_duration(Candidate *k, const Time *t)
{
    Claim *c = &k->claim;
    if (c->duration.some || !t->iso[0] || t->joined || is_distance(k, t) || is_of_each(k, t)) return;
    c->duration = (Duration){.some = true, .words = t->words, .hedge = t->hedge, .added = t->added};
    memcpy(c->duration.iso, t->iso, sizeof c->duration.iso - 1);
    fields_prove(c, FIELD_DURATION, HOW_STATED, t->words, "time in the clause");
}

/* The nearer clause first; in a clause the times that no other force stands before, then spans before points. */
static int time_rank(const Candidate *k, const Time *t)
{
    int near = fields_closeness(k, t->first);
    if (near == 0) return 0;
    int rank = near * 20 - (is_point(t) ? 1 : 0);
    bool behind = t->first > k->at;
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        if (o == k->f || near < 3 || fields_clause_at(k, o->head) != fields_clause(k)) continue;
        bool between = behind ? o->head > k->at && o->head < t->first : o->head < k->at && o->head > t->first;
        bool owned = !behind && o->head < t->first && t->first > fields_clause(k)->first;
        if (between && behind) rank -= 1;
        if (owned) rank -= 4;
    }
    return rank;
}

/* `dan` that is no comparison, and of what takes the place of something: `neemt de taak dan over`, not `meer dan`. */
static bool is_then(const Candidate *k, const Mention *m)
{
    if (m->last > m->first + 1) return true;
    uint64_t turns = VC(TAKE_OVER) | VC(RELIEVE) | VC(ROTATE);
    return (fields_clause_at(k, m->first)->classes & turns) && m->first > k->a->first && !span_ends(token_text(k->c->d, m->first - 1), SPAN("er"));
}

/* `gedurende dezelfde periode`: begin and end of what was told before. */
static bool follow_same(Candidate *k, const Mention *m)
{
    const Reading *r = k->c->reading;
    Claim *c = &k->claim;
    for (Size i = r->claims.len - 1; i >= 0 && i >= r->claims.len - TOLD_BEFORE && r->claims.item[i].item == k->c->item; i--) {
        const Claim *o = &r->claims.item[i];
        if (!o->start.some && !o->end.some) continue;
        Range words = token_range(k->c->d, m->first, m->last);
        if (o->start.some) c->start = (Bound){true, words, o->start.earliest, o->start.latest};
        if (o->end.some) c->end = (Bound){true, words, o->end.earliest, o->end.latest};
        for (int f = FIELD_START; f <= FIELD_END; f++)
            if (f == FIELD_START ? c->start.some : c->end.some) fields_prove(c, (Field)f, HOW_STATED, words, "in the time that was told before");
        return true;
    }
    return false;
}

/* `daarna nemen de Duitsers het over`: from the end that was told last; `op dat moment`: when it was. */
static void follow_on(Candidate *k)
{
    Claim *c = &k->claim;
    if (c->start.some || c->end.some) return;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if (marker_is(m, "told_same") && fields_closeness(k, m->first) == 3 && follow_same(k, m)) return;
        bool after = marker_is(m, "told_after"), then = marker_is(m, "told_then") && fields_to_come(c->stage) && is_then(k, m);
        if ((!after && !then) || fields_closeness(k, m->first) < (m->first < k->at ? 1 : 3)) continue;
        Bound b;
        if (!told_last(k, m->first, &b)) return;
        c->start = (Bound){true, token_range(k->c->d, m->first, m->last), b.earliest, after ? NO_DAY : b.latest};
        fields_prove(c, FIELD_START, HOW_STATED, c->start.words, after ? "after what was told before" : "when what was told before is");
        return;
    }
}

/* `Toen was ons land er met 120 man`: in the time that the sentence before tells of. */
static void follow_then(Candidate *k)
{
    Claim *c = &k->claim;
    int32_t s = k->a->sentence - k->c->first_sentence;
    if (c->start.some || c->end.some || fields_to_come(c->stage) || s == 0 || !k->c->read[s - 1]) return;
    const Analysis *before = &k->c->analysis[s - 1];
    for (int32_t i = k->a->first; i < k->a->last; i++) {
        const Clause *x = fields_clause_at(k, i);
        if (!token_is(k->c->d, i, "toen") || x->opener == i || x->kind == CLAUSE_SUB || fields_closeness(k, i) < 3) continue;
        for (Size t = before->times.item.len - 1; t >= 0 && !c->start.some; t--) {
            const Time *o = &before->times.item.item[t];
            Day e, l;
            if (o->kind != TIME_PERIOD || !time_start(o, &e, &l) || !day_known(l) || o->connect == CONNECT_SINCE) continue;
            c->start = (Bound){true, token_range(k->c->d, i, i + 1), e, l};
            fields_prove(c, FIELD_START, HOW_STATED, c->start.words, "in the time that was told before");
            if (o->connect != CONNECT_BETWEEN || !time_end(o, &e, &l)) continue;
            c->end = (Bound){true, c->start.words, e, l};
            fields_prove(c, FIELD_END, HOW_STATED, c->end.words, "in the time that was told before");
        }
        return;
    }
}

void fields_times(Candidate *k)
{
    int rank[TIMES_WEIGHED];
    int n = k->a->times.item.len < TIMES_WEIGHED ? (int)k->a->times.item.len : TIMES_WEIGHED;
    for (int i = 0; i < n; i++) rank[i] = time_rank(k, &k->a->times.item.item[i]);
    for (int round = 0; round < n; round++) {
        int best = 0;
        for (int i = 1; i < n; i++)
            if (rank[i] > rank[best]) best = i;
        if (rank[best] <= 0) break;
        const Time *t = &k->a->times.item.item[best];
        rank[best] = 0;
        if (t->kind == TIME_DURATION || is_stretch(k, t)) use_duration(k, t);
        else if (t->kind == TIME_PERIOD || t->kind == TIME_EVENT) use_period(k, t);
    }
    follow_on(k);
    follow_then(k);
}
