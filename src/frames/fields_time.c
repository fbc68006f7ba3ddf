/* Which times of the text bound a contribution. */
#include "frames/gapping.h"
#include "frames/times.h"

#include "lexicon/wordlist.h"

enum { TIMES_WEIGHED = 16, JUST_BEGUN = 45 };

/* `1 juli 2017` of the written words: what is before `from`'s start is cut off. */
static Range part_of_span(const Candidate *k, const Time *t, Field field)
{
    if (t->connect != CONNECT_BETWEEN) return t->words;
    for (int32_t i = t->first + 1; i + 1 < t->last; i++) {
        bool joint = word_in(k->c->d, i, WORDS_RANGE_JOINT);
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

static bool is_today(const Candidate *k, const Time *t)
{
    bool span = t->connect == CONNECT_UNTIL || t->connect == CONNECT_BETWEEN;
    bool now = k->c->written.first.n == k->c->written.last.n || t->bounds.start_earliest.n <= k->c->written.first.n;   /* `tot nu toe` on a page of a month */
    return now && span && t->relative && day_known(t->bounds.end_latest) && t->bounds.end_latest.n == k->c->written.last.n;
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

/* `droeg de taak over aan Spanje`, of Spain. */
static bool handed_to(const Candidate *k, const Clause *x)
{
    if (!(x->head_classes & VC(HAND_OVER))) return false;
    if (k->f && k->f->prep >= 0 && token_is(k->c->d, k->f->prep, "aan")) return true;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool to = m->prep >= 0 && token_is(k->c->d, m->prep, "aan") && fields_clause_at(k, m->first) == x;
        if (to && span_equal(m->id, k->claim.contributor)) return true;
    }
    return false;
}

/* Whether a point in time is where the contribution ends: what the verbs around it say, else what the claim reports. */
static bool ends_there(const Candidate *k, const Time *t)
{
    const Claim *c = &k->claim;
    const Clause *x = fields_clause_at(k, t->first);
    if (handed_to(k, x)) return false;
    uint64_t arriving = VC(DEPLOY) | VC(ARRIVE) | VC(TAKE_OVER) | VC(RESUME) | VC(START);
    bool leaves = c->act == ACT_WITHDRAW || c->act == ACT_END || c->stage == STAGE_LEAVING || c->act == ACT_HAND_OVER || (c->stage == STAGE_ENDED && c->act == ACT_ROTATE), from = departs_from(k, x);
    uint64_t verbs = times_verbs(x, t);
    bool goes = (verbs & TIMES_LEAVING) || from, comes = (verbs & arriving) || ((verbs & VC(DEPART)) && !from);
    /* `haalt de Patriots terug, die in januari kwamen` */
    bool came = x->kind == CLAUSE_RELATIVE && (x->tense == TENSE_PAST || x->tense == TENSE_PERFECT || x->tense == TENSE_PLUPERFECT) && (verbs & VC(GO)) && !(verbs & TIMES_LEAVING);
    if (x != fields_clause(k)) return goes && !comes ? true : (comes && !goes) || came ? false : leaves;
    if (comes && !goes && feature_has(&k->features, FEATURE_THEN_BACK)) return false;   /* `vertrok op 9 maart en keert nu terug` */
    /* `keert volgend jaar terug met een compagnie` */
    bool back_there = (k->f && k->f->prep >= 0 && token_is(k->c->d, k->f->prep, "met")) || feature_has(&k->features, FEATURE_BOUND_FOR);
    bool brings = back_there && c->act == ACT_DEPLOY && (x->head_classes & VC(RETURN));
    if (leaves || (from && c->stage != STAGE_DEPLOYING) || (is_back(k, x) && !comes && !brings)) return true;
    return (goes || (act_words(k, x) & TIMES_LEAVING)) && !comes && c->act != ACT_TAKE_OVER && c->act != ACT_ROTATE && c->act != ACT_DEPLOY;
}

/* `wordt na dit jaar niet voortgezet`, `levert na 2021 geen militairen meer`: until then. */
static bool goes_no_further(const Candidate *k, const Time *t)
{
    const Claim *c = &k->claim;
    bool over = c->stage == STAGE_LEAVING || c->stage == STAGE_ENDED || c->act == ACT_END || c->act == ACT_DENY || c->act == ACT_WITHDRAW;
    return t->connect == CONNECT_AFTER && over && fields_clause_at(k, t->first)->negated;
}

/* `Met drie C-130's haalde ons land sinds 20 augustus 1.400 mensen weg`: those who come away are others. */
static bool fetches_people(const Candidate *k, const Clause *x)
{
    bool craft = k->f && (k->f->asset == ASSET_AIRCRAFT || k->f->asset == ASSET_HELICOPTER || k->f->asset == ASSET_SHIP) && k->f->prep >= 0 && token_is(k->c->d, k->f->prep, "met");
    return craft && !x->passive && (x->head_classes & (VC(WITHDRAW) | VC(RETURN)));
}

/* A point, or an open begin that is an end: `wordt per 1 april beëindigd`, `vanaf maart niet meer`, `na de zomer keren zij terug`. */
static bool is_end(const Candidate *k, const Time *t)
{
    const Clause *x = fields_clause_at(k, t->first);
    if (times_point(t) || t->connect == CONNECT_WITHIN) return true;
    if (t->connect == CONNECT_AFTER || t->connect == CONNECT_FROM) {
        bool leaves = (x->head_classes & (VC(WITHDRAW) | VC(RETURN) | VC(END))) && k->claim.stage == STAGE_LEAVING;
        if (leaves) return true;
    }
    bool gone = k->claim.act == ACT_WITHDRAW || (k->claim.act == ACT_END && feature_has(&k->features, FEATURE_NO_LONGER));   /* `sinds mei niet meer` */
    if (t->connect == CONNECT_SINCE) return k->claim.stage == STAGE_ENDED && gone && !fetches_people(k, x) && x == fields_clause(k);
    bool closes = x->head_classes & (VC(END) | VC(WITHDRAW) | VC(DISSOLVE));
    return t->connect == CONNECT_FROM && (closes || (x->negated && k->claim.stage == STAGE_LEAVING));
}

/* A weekday told as past is no later than the page, and `eerder dit jaar` on a page of a month is until any of its days. */
static Time within_month(const Candidate *k, const Time *t)
{
    Time one = *t;
    Written w = k->c->written;
    Tense tense = fields_clause_at(k, t->first)->tense;
    bool past = tense == TENSE_PAST || tense == TENSE_PERFECT || tense == TENSE_PLUPERFECT;
    if (!day_known(w.first) || !day_known(t->bounds.end_latest)) return one;
    if (w.first.n < w.last.n && word_in(k->c->d, t->first, WORDS_EARLIER) && t->bounds.end_latest.n < w.last.n) one.bounds.end_earliest = one.bounds.end_latest = w.last;
    bool weekday = t->grain == GRAIN_DAY && (span_starts(span_of(t->iso), SPAN("XXXX-W")) || (w.first.n == w.last.n && t->relative && t->last - t->first == 1 && t->bounds.end_latest.n <= w.last.n + 7));
    if (!past || !weekday || !times_point(t) || t->bounds.end_latest.n <= w.last.n) return one;
    Day *bound[] = {&one.bounds.start_earliest, &one.bounds.start_latest, &one.bounds.end_earliest, &one.bounds.end_latest};
    for (size_t i = 0; i < sizeof bound / sizeof *bound; i++) *bound[i] = day_add(*bound[i], -7);
    return one;
}

/* `van februari tot april 2003`: one year for both ends. */
static bool names_year(const Candidate *k, const Time *t)
{
    for (int32_t i = t->first; i < t->last; i++)
        if (k->c->d->tokens.item[i].kind == TOKEN_NUMBER && token_text(k->c->d, i).len == 4) return true;
    return false;
}

/* `In 2003 stonden er, van februari tot april, ...`: months of the year that the clause names. */
static void in_named_year(const Candidate *k, Time *t)
{
    if (!t->relative || t->unit || t->anchored || !day_known(t->bounds.start_earliest) || t->grain > GRAIN_MONTH || t->grain == GRAIN_WEEK || span_starts(span_of(t->iso), SPAN("XXXX-W")) || names_year(k, t)) return;
    for (Size i = 0; i < k->a->times.item.len; i++) {
        const Time *o = &k->a->times.item.item[i];
        if (o->kind != TIME_PERIOD || o->grain != GRAIN_YEAR || o->relative || !times_point(o) || o->first >= t->first || fields_clause_at(k, o->first) != fields_clause_at(k, t->first)) continue;
        int32_t months = 12 * (day_civil(o->bounds.start_earliest).year - day_civil(t->bounds.start_earliest).year);
        Day *bound[] = {&t->bounds.start_earliest, &t->bounds.start_latest, &t->bounds.end_earliest, &t->bounds.end_latest};
        for (size_t b = 0; b < sizeof bound / sizeof *bound; b++) *bound[b] = day_add_months(*bound[b], months);
        t->relative = false;
        return;
    }
}

/* The year that an item of past times told last before the sentence, in a day of that year; NO_DAY where it told none. */
static Day year_told(const Candidate *k)
{
    for (int32_t i = k->a->sentence - k->c->first_sentence; i >= 0; i--) {
        if (!k->c->read[i]) continue;
        const Analysis *a = &k->c->analysis[i];
        for (Size n = a->times.item.len; n-- > 0;) {
            const Time *o = &a->times.item.item[n];
            if (o->kind == TIME_PERIOD && !o->relative && o->grain <= GRAIN_YEAR && day_known(o->bounds.start_earliest)) return o->bounds.start_earliest;
        }
    }
    return NO_DAY;
}

/* `In juli 1995 viel Srebrenica. Op 21 juli trokken zij weg`, read years later: a day or month goes on from the year told. */
static void in_told_year(const Candidate *k, Time *t)
{
    Tense tense = fields_clause_at(k, t->first)->tense;
    if (!k->c->retrospect || tense == TENSE_PRESENT || tense == TENSE_FUTURE || !t->relative || t->unit || t->anchored || !day_known(t->bounds.start_earliest) || t->grain > GRAIN_MONTH || t->grain == GRAIN_WEEK || span_starts(span_of(t->iso), SPAN("XXXX-W"))) return;
    Day year = names_year(k, t) ? NO_DAY : year_told(k);
    if (!day_known(year) || year.n >= t->bounds.start_earliest.n) return;
    int32_t months = 12 * (day_civil(year).year - day_civil(t->bounds.start_earliest).year);
    Day *bound[] = {&t->bounds.start_earliest, &t->bounds.start_latest, &t->bounds.end_earliest, &t->bounds.end_latest};
    for (size_t b = 0; b < sizeof bound / sizeof *bound; b++) *bound[b] = day_add_months(*bound[b], months);
    t->relative = false;
}

/* `tegen oktober zijn er nog 300`: by then is to come. */
static void by_then(const Candidate *k, Time *t)
{
    Written w = k->c->written;
    if (!token_is(k->c->d, t->first, "tegen") || t->unit || !day_known(w.first) || !day_known(t->bounds.end_latest) || t->bounds.end_latest.n >= w.first.n) return;
    Day *bound[] = {&t->bounds.start_earliest, &t->bounds.start_latest, &t->bounds.end_earliest, &t->bounds.end_latest};
    for (size_t b = 0; b < sizeof bound / sizeof *bound; b++) *bound[b] = day_add_months(*bound[b], 12);
}

/* What runs or comes does not end before the day of writing, what is over did not begin after it: then the other reading of the date is meant. */
static Time as_meant(const Candidate *k, const Time *t)
{
    Time one = within_month(k, t);
    in_named_year(k, &one);
    in_told_year(k, &one);
    if (!one.relative) return one;
    Written w = k->c->written;
    /* `zou oorspronkelijk tot eind april blijven`, of what is over before */
    bool would = t->connect == CONNECT_UNTIL && fields_clause_at(k, t->first)->tense == TENSE_CONDITIONAL;
    bool over = k->claim.stage == STAGE_ENDED && !would, until = t->connect == CONNECT_UNTIL || t->connect == CONNECT_BETWEEN;
    by_then(k, &one);
    bool from = t->connect == CONNECT_FROM && fields_to_come(k->claim.stage);   /* `heeft besloten vanaf 26 maart`: the tense is that of deciding */
    if (!t->relative || !day_known(w.first) || !day_known(t->bounds.end_latest) || (!over && !until && !from)) return one;
    const Bounds first = one.bounds;
    bool found = false;
    for (int i = -1; i < t->alternatives; i++) {
        Bounds b = i < 0 ? first : t->alternative[i];
        bool span = t->connect == CONNECT_BETWEEN, begins = (from || span) && fields_to_come(k->claim.stage) && day_known(b.start_latest);
        int32_t slack = span && b.end_latest.n - b.start_earliest.n > JUST_BEGUN ? JUST_BEGUN : 0;   /* `van 1 mei tot eind september`, read in May */
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
    const uint64_t going = TIMES_LEAVING | VC(EXTEND) | VC(REMAIN) | VC(REDUCE) | VC(SUSPEND);
    const Clause *x = fields_clause_at(k, t->first);
    uint64_t verbs = times_verbs(x, t) | x->head_classes;
    for (int32_t i = t->first; i < t->last; i++)
        if (word_in(k->c->d, i, WORDS_ENDING)) return false;
    if (k->claim.act == ACT_EXTEND || k->claim.act == ACT_REDUCE || (act_words(k, x) & going)) return false;
    return fields_to_come(k->claim.stage) && (verbs & coming) && !(verbs & going) && !is_back(k, x) && !departs_from(k, x);
}

/* `de terugtrekking is maandag begonnen`: they are not gone by then. */
static bool begins_to_leave(const Candidate *k, const Time *t)
{
    const Clause *x = fields_clause_at(k, t->first);
    bool leaves = k->claim.stage == STAGE_LEAVING || k->claim.act == ACT_WITHDRAW || k->claim.act == ACT_REDUCE;
    return leaves && (x->classes & VC(START)) && ((x->classes | act_words(k, x)) & (TIMES_LEAVING | VC(REDUCE))) && (times_point(t) || t->connect == CONNECT_FROM || t->connect == CONNECT_SINCE);
}

/* `keren terug; zij zaten in februari nog in Kaboel`, `de Tromp, die in mei een schip bevrijdde`: what a relative clause tells that they did once, when they go. */
static bool did_once(const Candidate *k, const Time *t)
{
    const uint64_t begins = VC(DEPLOY) | VC(ARRIVE) | VC(TAKE_OVER) | VC(RESUME) | VC(START) | VC(GO) | VC(DEPART);
    const Clause *x = fields_clause_at(k, t->first), *own = fields_clause(k);
    bool past = x->tense == TENSE_PAST || x->tense == TENSE_PERFECT || x->tense == TENSE_PLUPERFECT || !x->verbs;   /* a verb that no table has */
    bool leaves = k->claim.stage == STAGE_LEAVING || k->claim.act == ACT_WITHDRAW || k->claim.act == ACT_END || k->claim.act == ACT_HAND_OVER;
    return x != own && x->kind == CLAUSE_RELATIVE && past && leaves && times_point(t) && !(times_verbs(x, t) & (begins | TIMES_LEAVING));
}

static void use_period(Candidate *k, const Time *said)
{
    Day e, l;
    const Time meant = as_meant(k, said), *t = &meant;
    if (times_idle(k, t) || begins_to_leave(k, t) || did_once(k, t)) return;
    if (t->connect == CONNECT_BETWEEN && day_known(t->bounds.start_earliest) && t->bounds.end_latest.n - t->bounds.start_earliest.n == 1) {
        set_bound(k, ends_there(k, t) ? FIELD_END : FIELD_START, t, t->bounds.start_earliest, t->bounds.end_latest);   /* `in de nacht van zondag op maandag` */
        return;
    }
    if (goes_no_further(k, t) && time_start(t, &e, &l) && day_known(e)) {
        set_bound(k, FIELD_END, t, day_add(e, -1), day_add(e, -1));
        return;
    }
    if (is_end(k, t) && ends_there(k, t)) {
        if (!time_start(t, &e, &l)) return;
        if (t->anchored && !times_shift(k, t, &e, &l)) return;
        bool whole = day_known(t->bounds.end_latest) && !t->anchored && !day_known(t->clip);
        if (token_is(k->c->d, t->first, "tegen") && t->grain == GRAIN_DAY) e = NO_DAY;
        bool open = t->connect == CONNECT_AFTER || (t->connect == CONNECT_FROM && !token_is(k->c->d, t->first, "per") && (fields_clause_at(k, t->first)->head_classes & (VC(WITHDRAW) | VC(RETURN))));   /* from then on they leave */
        set_bound(k, FIELD_END, t, e, open ? NO_DAY : whole ? t->bounds.end_latest : l);
        return;
    }
    /* `vertrekken nog deze maand` */
    bool sets_out = t->open_end && k->claim.act == ACT_DEPLOY && fields_to_come(k->claim.stage) && (times_verbs(fields_clause_at(k, t->first), t) & (VC(DEPLOY) | VC(DEPART) | VC(GO) | VC(ARRIVE)));
    if ((token_is(k->c->d, t->first, "tegen") || sets_out) && k->claim.act == ACT_DEPLOY && day_known(t->bounds.start_earliest)) {
        set_bound(k, FIELD_START, t, t->bounds.start_earliest, t->bounds.end_latest);
        return;
    }
    if (times_deadline(t) && comes_by(k, t) && time_end(t, &e, &l)) {
        set_bound(k, FIELD_START, t, e, l);
        return;
    }
    bool starts = time_start(t, &e, &l);
    if (starts && t->anchored && !times_shift(k, t, &e, &l)) return;
    if (starts) set_bound(k, FIELD_START, t, e, l);
    if (!time_end(t, &e, &l) || is_today(k, t)) return;
    end_behind_start(k, t, &e, &l);
    set_bound(k, FIELD_END, t, e, l);
}

/* `de afgelopen zes maanden hielp Nederland`: how long, where the verb tells of being there and not of coming or going. */
static bool is_stretch(const Candidate *k, const Time *t)
{
    const Clause *x = fields_clause_at(k, t->first);
    uint64_t moves = TIMES_LEAVING | VC(DEPLOY) | VC(DEPART) | VC(GO) | VC(ARRIVE) | VC(RESUME) | VC(ENLARGE) | VC(REDUCE) | VC(TAKE_OVER) | VC(ROTATE) | VC(RELIEVE) | VC(DECIDE);
    bool several = t->iso[0] == 'P' && !(t->iso[1] == '1' && t->iso[2] && !t->iso[3]);
    bool known = k->claim.stage != STAGE_DEPLOYING && k->claim.act != ACT_DEPLOY;
    return t->kind == TIME_PERIOD && t->connect == CONNECT_NONE && several && (x->tense == TENSE_PAST || known) && !(times_verbs(x, t) & moves);
}

/* `twee jaar nadat`, `drie weken na het besluit`: how far apart, not how long; nor `drie maanden lang voor de kust`, unless a time or an event is behind. */
static bool is_distance(const Candidate *k, const Time *t)
{
    enum { REACH = 3 };
    bool apart = t->core_first == t->first && !t->added && t->last < k->a->last && word_in(k->c->d, t->last, WORDS_APART);
    if (!apart || !token_is(k->c->d, t->last, "voor")) return apart;
    if (t->kind == TIME_PERIOD || token_is(k->c->d, t->last - 1, "lang")) return false;
    for (Size i = 0; i < k->a->times.item.len; i++)
        if (k->a->times.item.item[i].first >= t->last && k->a->times.item.item[i].first <= t->last + REACH) return true;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool event = (m->kind == MENTION_ACTNOUN && (verb_classes(m->entry) & (TIMES_LEAVING | VC(DEPART) | VC(DECIDE)))) || (m->kind == MENTION_NONFORCE && lexicon_has(m->entry, "class", "event"));
        if (event && m->first > t->last && m->first <= t->last + REACH) return true;
    }
    return false;
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

/* `na een opleiding van drie maanden`, `die drie maanden hebben geoefend`: how long they got ready. */
static bool is_of_training(const Candidate *k, const Time *t)
{
    const Clause *x = fields_clause_at(k, t->first);
    int32_t van = token_is(k->c->d, t->first, "van") ? t->first : t->first - 1;
    bool training = van > k->a->first && token_is(k->c->d, van, "van") && word_in(k->c->d, van - 1, WORDS_TRAINING);
    for (int32_t i = van - 2; training && i >= k->a->first && i >= van - 4; i--)
        if (token_is(k->c->d, i, "na")) return true;
    return (x->classes & VC(TRAIN_SELF)) && k->claim.act != ACT_EXTEND;
}

static void use_duration(Candidate *k, const Time *t)
{
    Claim *c = &k->claim;
    if (c->duration.some || is_of_training(k, t) || !t->iso[0] || t->joined || is_distance(k, t) || is_of_each(k, t)) return;
    c->duration = (Duration){.some = true, .words = t->words, .hedge = t->hedge, .added = t->added};
    memcpy(c->duration.iso, t->iso, sizeof c->duration.iso - 1);
    fields_prove(c, FIELD_DURATION, HOW_STATED, t->words, "time in the clause");
}

/* The nearer clause first; in a clause the times that no other force stands before, then spans before points. */
static int time_rank(const Candidate *k, const Time *t)
{
    int near = fields_closeness(k, t->first);
    if (near == 0 || gapping_elsewhere(k, t->first)) return 0;
    /* `Van de 585 militairen komt tegen eind januari de helft naar huis`: when the part leaves, not all of them */
    if (feature_has(&k->features, FEATURE_WHOLE_OF_PART) && k->claim.stage == STAGE_ACTIVE && (fields_clause_at(k, t->first)->classes & TIMES_LEAVING)) return 0;
    int rank = near * 20 - (times_point(t) ? 1 : 0);
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
    times_follow(k);
}
