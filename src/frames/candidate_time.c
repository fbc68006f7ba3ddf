/* What the times in a clause say of a candidate's stage: before, on or after the day of writing. */
#include "frames/times.h"

#include "time/civil.h"

enum { RECENT_DAYS = 92, FRESH_DAYS = 6, LONGEST_MONTH = 31 };

/* The bounds of a boundary against the days on which the text may have been written. */
static void start_features(Features *f, const Time *t, Written w)
{
    Day e, l;
    bool some = time_start(t, &e, &l);
    feature_set(f, FEATURE_TIME_START, some);
    if (!some) return;
    feature_set(f, FEATURE_TIME_START_FUTURE, day_known(e) && e.n > w.last.n);
    feature_set(f, FEATURE_TIME_START_PAST, day_known(l) && l.n < w.first.n);
    if (!day_known(e) || !day_known(l)) return;
    bool past = feature_has(f, FEATURE_TENSE_PAST) || feature_has(f, FEATURE_TENSE_PERFECT);
    bool running = past && l.n - e.n < LONGEST_MONTH && e.n <= w.last.n;   /* `dit weekend stapten`, read on Saturday */
    bool gone = l.n <= w.last.n || running;
    feature_set(f, FEATURE_TIME_RECENT, e.n + RECENT_DAYS >= w.first.n && gone);
    feature_set(f, FEATURE_TIME_TODAY, t->connect != CONNECT_WITHIN && e.n + 1 >= w.first.n && l.n - e.n <= 1 && l.n <= w.last.n);
    feature_set(f, FEATURE_TIME_FRESH, t->connect != CONNECT_WITHIN && e.n + FRESH_DAYS >= w.first.n && gone);
}

static void end_features(Features *f, const Time *t, Written w)
{
    Day e, l;
    bool some = time_end(t, &e, &l);
    feature_set(f, FEATURE_TIME_END, some);
    if (!some) return;
    feature_set(f, FEATURE_TIME_END_FUTURE, day_known(l) && l.n >= w.last.n);
    feature_set(f, FEATURE_TIME_END_PAST, day_known(l) && l.n < w.first.n);
}

static void period_features(Features *f, const Time *t, Written w)
{
    start_features(f, t, w);
    end_features(f, t, w);
    bool open = t->connect == CONNECT_SINCE || t->connect == CONNECT_FROM || t->connect == CONNECT_UNTIL;
    if (!open && day_known(t->bounds.end_latest)) feature_set(f, FEATURE_TIME_PAST, t->bounds.end_latest.n < w.first.n);
    if (!open && day_known(t->bounds.start_earliest)) feature_set(f, FEATURE_TIME_FUTURE, t->bounds.start_earliest.n > w.last.n);
}

/* `eind juni`, `van 1 mei tot 1 juli 2019` in a text without a date: the tense tells whether it is to come. */
static void undated_features(Candidate *k, const Time *t)
{
    Features *f = &k->features;
    bool named = day_known(t->bounds.start_earliest), opens = t->connect == CONNECT_FROM || t->connect == CONNECT_BETWEEN;
    bool at = opens || (!named && (t->connect == CONNECT_NONE || t->connect == CONNECT_AT));
    if (!at || (!named && t->iso[0] != 'X') || t->anchored) return;
    bool ahead = feature_has(f, FEATURE_TENSE_PRESENT) || feature_has(f, FEATURE_TENSE_FUTURE);
    feature_set(f, FEATURE_TIME_START, true);
    feature_set(f, FEATURE_TIME_START_FUTURE, ahead);
    feature_set(f, FEATURE_TIME_FUTURE, ahead && t->connect != CONNECT_FROM);
    feature_set(f, FEATURE_TIME_START_PAST, feature_has(f, FEATURE_TENSE_PAST));
}

/* `hebben zaterdag Mali verlaten`: a bare weekday of a clause told as past is the one before, whatever the words beside it made of it. */
static Time told_back(const Features *f, const Time *t, Day now)
{
    Time back = *t;
    bool past = feature_has(f, FEATURE_TENSE_PAST) || feature_has(f, FEATURE_TENSE_PERFECT) || feature_has(f, FEATURE_TENSE_PLUPERFECT);
    bool at = t->connect == CONNECT_NONE || t->connect == CONNECT_AT;
    int32_t ahead = day_known(now) && day_known(t->bounds.start_earliest) ? t->bounds.start_earliest.n - now.n : 0;
    if (!past || !at || t->grain != GRAIN_DAY || t->last - t->first > 1 || ahead < 1 || ahead > 7) return back;
    Day *bound[] = {&back.bounds.start_earliest, &back.bounds.start_latest, &back.bounds.end_earliest, &back.bounds.end_latest};
    for (size_t i = 0; i < sizeof bound / sizeof *bound; i++)
        if (day_known(*bound[i])) *bound[i] = day_add(*bound[i], -7);
    return back;
}

/* `Italië levert er 2450, Frankrijk 1650`: a number of forces, no year. */
static bool counts_forces(const Analysis *a, const Time *t)
{
    for (Size i = 0; i < a->force.len; i++)
        if (a->force.item[i].quantity.some && t->core_first >= a->force.item[i].first && t->last <= a->force.item[i].last) return true;
    return false;
}

/* `stuurt 300 militairen naar Polen, bekend van 1 september 1939`: a day long ago behind what is told in the present. */
static bool is_recalled(const Candidate *k, const Time *t)
{
    bool opens = t->first <= k->a->first + 1;
    return !opens && t->first > k->at && feature_has(&k->features, FEATURE_TENSE_PRESENT);
}

/* `In 1944 landden 1.200 militairen`, `tijdens de Tweede Wereldoorlog`: before there were missions; not `voor het eerst sinds de oorlog`. */
static bool is_long_ago(const Candidate *k)
{
    enum { REACH = 4 };
    const Analysis *a = k->a;
    if (k->c->history) return true;
    for (Size i = 0; i < a->times.item.len; i++)
        if (context_before_missions(a, &a->times.item.item[i]) && !counts_forces(a, &a->times.item.item[i]) && !is_recalled(k, &a->times.item.item[i])) return true;
    for (int32_t i = a->first; i < a->last; i++) {
        if (!word_in(k->c->d, i, WORDS_OLD_WAR)) continue;
        bool since = false;
        for (int32_t b = i - 1; b >= a->first && b >= i - REACH; b--) since = since || token_is(k->c->d, b, "sinds") || token_is(k->c->d, b, "na");
        if (!since) return true;
    }
    return false;
}

/* `zijn na de onlusten van december weer op hun post`: a month or day of what was before, though the present makes it one to come. */
static bool is_of_occasion(const Candidate *k, const Time *t)
{
    enum { REACH = 6 };
    bool ahead = day_known(t->bounds.start_earliest) && day_known(k->c->written.last) && t->bounds.start_earliest.n > k->c->written.last.n;
    for (int32_t i = t->first, words = 0; ahead && i > k->a->first && i > t->first - REACH; i--) {
        if (token_is_mark(k->c->d, i, ',')) return false;
        if (i < t->first && word_in(k->c->d, i, WORDS_OCCASION)) return words > 0;
        if (i < t->first && k->c->d->tokens.item[i].kind == TOKEN_WORD && !function_of(k->a, i)) words++;
    }
    return false;
}

/* `In april is het aan België om met vier F-16's te waken`: the time of the clause that an infinitive hangs on, which only says `is`. */
static bool is_of_outer(const Candidate *k, const Time *t)
{
    const Clause *c = candidate_clause(k);
    if (c->kind != CLAUSE_INFINITIVE || c->parent < 0 || k->a->clauses.of[t->first - k->a->first] != c->parent) return false;
    const Clause *o = &k->a->clauses.clause.item[c->parent];
    return o->verbs == 1 && lemma_in(WORDS_TO_BE, lexicon_field(o->verb[0].verb, "lemma"));
}

/* `Eerst waren er 450, nu nog 290`, `doet mee, aanvankelijk met 450 man`: a number in a piece behind a comma that has no verb of its own and says when. */
static void piece_features(Candidate *k)
{
    enum { REACH = 9 };
    const Analysis *a = k->a;
    const Document *d = k->c->d;
    if (!k->f || !k->f->quantity.some) return;
    int32_t first = k->f->first, last = k->f->last;
    while (first > a->first && first > k->f->first - REACH && d->tokens.item[first - 1].kind != TOKEN_PUNCT) first--;
    while (last < a->last && last < k->f->last + REACH && d->tokens.item[last].kind != TOKEN_PUNCT) last++;
    if (first <= a->first || !token_is_mark(d, first - 1, ',')) return;
    for (Size i = 0; i < a->clauses.clause.len; i++)
        for (int v = 0; v < a->clauses.clause.item[i].verbs; v++)
            if (a->clauses.clause.item[i].verb[v].token >= first && a->clauses.clause.item[i].verb[v].token < last) return;
    bool now = false, then = word_in(d, first, WORDS_BEFORE_THEN);
    for (Size i = 0; i < a->times.item.len; i++) {
        const Time *t = &a->times.item.item[i];
        if (t->first < first || t->last > last || counts_forces(a, t)) continue;
        bool open = t->connect == CONNECT_SINCE || t->connect == CONNECT_FROM || t->connect == CONNECT_UNTIL;
        now = now || t->kind == TIME_NOW;
        then = then || (t->kind == TIME_PERIOD && !open && day_known(t->bounds.end_latest) && t->bounds.end_latest.n < k->c->written.first.n);
    }
    feature_set(&k->features, FEATURE_PIECE_NOW, now && !then);
    feature_set(&k->features, FEATURE_PIECE_THEN, then && !now);
}

void candidate_times(Candidate *k)
{
    piece_features(k);
    const Analysis *a = k->a;
    Features *f = &k->features;
    feature_set(f, FEATURE_LONG_AGO, is_long_ago(k));
    feature_set(f, FEATURE_STILL, k->f && k->f->first > a->first && token_is(k->c->d, k->f->first - 1, "nog"));
    for (Size i = 0; i < a->times.item.len; i++) {
        const Time *t = &a->times.item.item[i];
        if (context_before_missions(a, t) && is_recalled(k, t)) continue;
        feature_set(f, FEATURE_TIME_ANY, !t->joined);
        if (!(candidate_speaks(k, t->first) || is_of_outer(k, t)) || counts_forces(a, t) || times_of_other(k, t)) continue;
        feature_set(f, FEATURE_TIME_NOW, t->kind == TIME_NOW);
        feature_set(f, FEATURE_TIME_DURATION, t->kind == TIME_DURATION && !t->joined);
        feature_set(f, FEATURE_TIME_ADDED, t->added);
        feature_set(f, FEATURE_TIME_SINCE, t->connect == CONNECT_SINCE);
        feature_set(f, FEATURE_TIME_FROM, t->connect == CONNECT_FROM);
        bool still = t->connect == CONNECT_UNTIL && t->first > a->first && token_is(k->c->d, t->first - 1, "nog");
        feature_set(f, FEATURE_STILL_UNTIL, still);
        if (t->kind != TIME_PERIOD || is_of_occasion(k, t)) continue;
        bool told = analysis_told(a, i), dated = day_known(k->c->written.first);
        Written w = told ? (Written){a->told_on, a->told_on} : k->c->written;
        Time back = told_back(f, told ? &a->told.item.item[i] : t, w.last);
        if (told || dated) period_features(f, &back, w);
        else undated_features(k, t);
    }
}
