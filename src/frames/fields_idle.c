/* Times beside a contribution that bound nothing of it: of a decision, of another event, of the day of writing. */
#include "frames/times.h"

#include "frames/phrase.h"
#include "lexicon/wordlist.h"

enum { ATTRIBUTE_REACH = 5 };

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
        bool orders = m->kind == MENTION_MARKER && lexicon_has(m->entry, "class", "act:decide");   /* `heeft maandag opdracht gegeven` */
        if (orders && fields_clause_at(k, m->first) == c && (c->inner_classes & (VC(WITHDRAW) | VC(DEPLOY) | VC(RETURN)))) return true;
        if (m->kind == MENTION_ACTNOUN && m->first < c->first + 3 && m->prep < 0 && (verb_classes(m->entry) & (VC(DECIDE) | VC(APPROVE))) && fields_clause_at(k, m->first) == c) return true;
    }
    return false;
}

bool times_of_saying(const Candidate *k, const Time *t)
{
    Range page = k->c->reading->published.at;
    if (range_some(page) && t->words.from < page.to && t->words.to > page.from) return true;   /* `BRUSSEL, 17 januari 2013 - ` */
    const Clause *c = fields_clause_at(k, t->first);
    /* `van wie het mandaat in december werd verlengd`: when that was settled */
    bool told_past = c->tense == TENSE_PAST || c->tense == TENSE_PERFECT;
    if (told_past && c != fields_clause(k) && (c->kind == CLAUSE_RELATIVE || c->kind == CLAUSE_SUB) && (c->head_classes & VC(EXTEND)) && times_point(t)) return true;
    bool by_then = times_deadline(t) && (c->head_classes & (VC(DECIDE) | VC(WEIGH)));
    if (!times_point(t) && t->connect != CONNECT_AFTER && !by_then) return false;
    uint64_t talk = VC(DECIDE) | VC(APPROVE) | VC(SAY) | VC(REQUEST) | VC(WEIGH) | VC(DENY) | VC(OFFER) | VC(WANT);
    uint64_t move = VC(DEPLOY) | VC(DEPART) | VC(GO) | VC(ARRIVE) | VC(CONTRIBUTE);
    bool decider = has_decider(k, c), says = (c->head_classes & talk) || is_of_decision(k, c);
    if (!says && !decider) return false;
    bool before = k->c->written.last.n != INT32_MIN && day_known(t->bounds.start_latest) && t->bounds.start_latest.n <= k->c->written.last.n;
    bool day = t->grain == GRAIN_DAY || t->iso[0] == 'X' || (t->grain == GRAIN_WEEK && !(c->head_classes & move));
    bool told = c->tense == TENSE_PAST || c->tense == TENSE_PERFECT || c->tense == TENSE_PLUPERFECT;
    if (told && t->unit && !day_known(k->c->written.first)) return true;   /* `Eerder deze maand besliste ...` on a page without a date */
    bool to_decide = decider && (c->head_classes & (VC(DECIDE) | VC(APPROVE))) && !(c->inner_classes & (move | VC(EXTEND) | VC(WITHDRAW)));
    if (to_decide && !before && c->tense == TENSE_PRESENT && times_point(t) && t->first == c->first) return true;   /* `Eind 2012 besluit het kabinet over een verlenging` */
    if (is_of_decision(k, c) && !before && c->tense == TENSE_PRESENT && times_point(t) && !(c->classes & move)) return true;   /* `Een besluit wordt eind deze maand verwacht` */
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
        bool place = m->kind == MENTION_COUNTRY || m->kind == MENTION_PLACE;
        if ((m->kind == MENTION_MISSION || place) && m->last <= x->first && m->last >= x->first - 1 && m->first >= k->f->last) return true;
    }
    return false;
}

/* A day or stretch in which the page was written, told in the present: `vandaag zijn er 43`, not `begonnen zondag`. */
static bool is_now(const Candidate *k, const Time *t)
{
    const Clause *x = fields_clause_at(k, t->first);
    bool told = x->tense == TENSE_PAST || x->tense == TENSE_PERFECT, leaves = times_verbs(x, t) & TIMES_LEAVING;
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
    return x->kind == CLAUSE_RELATIVE && x != fields_clause(k) && (times_verbs(x, t) & (VC(ARRIVE) | VC(DEPART) | VC(GO) | VC(DEPLOY)));
}

/* `na de aanslagen van 11 september`, `de verkiezingen van mei`: when something else was. */
static bool is_of_other_noun(const Candidate *k, const Time *t)
{
    int32_t van = token_is(k->c->d, t->first, "van") ? t->first : t->first - 1;
    if (!times_point(t) || van <= k->a->first || !token_is(k->c->d, van, "van") || phrase_verb(k->a, van - 1)) return false;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool thing = m->kind == MENTION_ACTNOUN || m->kind == MENTION_MISSION || m->kind == MENTION_COUNTRY || m->kind == MENTION_PLACE;
        if (thing && m->first < van && m->last == van) return false;
    }
    for (Size i = 0; i < k->a->times.item.len; i++)
        if (k->a->times.item.item[i].last == van && k->a->times.item.item[i].kind != TIME_EVENT) return false;
    if (van - 2 >= k->a->first && word_in(k->c->d, van - 2, WORDS_PAPER)) return true;   /* `resolutie 2100 van april` */
    return k->c->d->tokens.item[van - 1].kind == TOKEN_WORD && !(function_of(k->a, van - 1) & (FC(PREP) | FC(DET)));
}

/* Whether token `i` begins the candidate's own phrase, or lies in it. */
static bool is_own(const Candidate *k, int32_t i)
{
    return k->f && i >= k->f->first && i < k->f->last;
}

/* `de in 2013 gestarte missie`, `de in april gesloten overeenkomst`: what stands between an article and another noun; `het` may be who acts. */
static bool is_attributive(const Candidate *k, const Time *t)
{
    const Document *d = k->c->d;
    int32_t article = t->first - 1;
    bool het = article >= k->a->first && token_is(d, article, "het");
    if (article < k->a->first || !(het || token_is(d, article, "de") || token_is(d, article, "een")) || is_own(k, t->first)) return false;
    for (int32_t i = t->last; i < k->a->last - 1 && i < t->last + ATTRIBUTE_REACH && d->tokens.item[i].kind == TOKEN_WORD; i++) {
        if (function_of(k->a, i) & FC(DET)) return false;
        Span word = token_text(d, i);
        bool prefixed = span_starts(word, SPAN("ge")) || span_starts(word, SPAN("op")) || span_starts(word, SPAN("ver")) || span_starts(word, SPAN("af"));
        bool participle = span_ends(word, SPAN("de")) || span_ends(word, SPAN("te")) || span_ends(word, SPAN("en"));
        if (!participle || word.len < 5 || (het && !prefixed) || d->tokens.item[i + 1].kind != TOKEN_WORD) continue;
        return !is_own(k, i) && !is_own(k, i + 1) && !is_own(k, i + 2);
    }
    return false;
}

/* `na de aanslag in maart`, `het besluit in juni`: of the event before it. */
static bool is_of_event(const Candidate *k, const Time *t)
{
    bool event = false, mission = false;
    for (Size i = 0; i < k->a->mention.len && t->connect == CONNECT_AT; i++) {
        const Mention *m = &k->a->mention.item[i];
        if (m->last != t->first) continue;
        uint64_t acts = m->kind == MENTION_ACTNOUN ? verb_classes(m->entry) : 0;
        if (acts & (VC(DECIDE) | VC(APPROVE) | VC(VISIT))) return true;
        bool ours = acts || m->kind == MENTION_MISSION;
        event = event || (m->kind == MENTION_NONFORCE && lexicon_has(m->entry, "class", "event"));
        mission = mission || ours;
    }
    return event && !mission;
}

/* `vlogen afgelopen week 8 keer uit`: what those did who are there. */
static bool is_last_week(const Candidate *k, const Time *t)
{
    const uint64_t going = feature_has(&k->features, FEATURE_BOUND_FOR) ? VC(DEPART) | VC(GO) : 0;
    const uint64_t turning = going | VC(ARRIVE) | VC(TAKE_OVER) | VC(START) | VC(RESUME) | VC(RELIEVE) | VC(ROTATE) | VC(RELOCATE) | VC(EXTEND) | VC(ENLARGE);
    if (k->claim.stage != STAGE_ACTIVE || !times_point(t) || t->grain != GRAIN_WEEK || !t->unit) return false;
    const Clause *x = fields_clause_at(k, t->first);
    return !((times_verbs(x, t) | x->head_classes) & (turning | TIMES_LEAVING));
}

/* `net als in 2014`, `anders dan vorig jaar`: when it was otherwise. */
static bool is_compared(const Candidate *k, const Time *t)
{
    const Document *d = k->c->d;
    int32_t i = t->first - 1;
    if (i < k->a->first) return false;
    if (word_in(d, i, WORDS_SUCH_AS)) return true;
    for (Size n = 0; n < k->a->numbers.item.len; n++) {
        const Number *o = &k->a->numbers.item.item[n];   /* `zijn er nog 2.500, tegen 12.000 een jaar geleden` */
        bool against = o->first > k->a->first && (token_is(d, o->first - 1, "tegen") || token_is(d, o->first - 1, "tegenover"));
        if (o->last == t->first && against && k->at < o->first) return true;
    }
    return i > k->a->first && ((token_is(d, i, "als") && token_is(d, i - 1, "net")) || (token_is(d, i, "dan") && token_is(d, i - 1, "anders")));
}

/* `raakten vorige week gewond` of some of them, `waar vorige week iemand omkwam`: no coming and no going. */
static bool is_of_incident(const Candidate *k, const Time *t)
{
    const Clause *x = fields_clause_at(k, t->first), *own = fields_clause(k);
    if (x != own && word_in(k->c->d, own->opener >= 0 ? own->opener : own->first, WORDS_WHEREUPON)) return true;   /* `..., waarna Nederland komt` */
    if (x == own || !times_point(t)) return false;
    uint64_t verbs = times_verbs(x, t) | x->head_classes;
    if (verbs & VC(CASUALTY)) return true;
    bool where = own->kind == CLAUSE_RELATIVE && own->opener >= 0 && word_in(k->c->d, own->opener, WORDS_WHERE_FROM);
    return where && own->parent >= 0 && &k->a->clauses.clause.item[own->parent] == x;
}

/* `een brief die de ministers vrijdag hebben gestuurd`, `nadat dinsdag de ambassade was bestormd`: what is told beside the contribution. */
static bool is_told_beside(const Candidate *k, const Time *t)
{
    const uint64_t theirs = VC(DEPLOY) | VC(DEPART) | VC(GO) | VC(ARRIVE) | VC(SERVE) | VC(BE) | VC(CONTRIBUTE) | VC(TASK) | VC(START) | VC(TAKE_OVER) |
                            VC(EXTEND) | VC(RESUME) | VC(REMAIN);
    const Clause *x = fields_clause_at(k, t->first);
    if (x == fields_clause(k) || !times_point(t) || t->grain > GRAIN_WEEK) return false;
    bool past = x->tense == TENSE_PAST || x->tense == TENSE_PERFECT || x->tense == TENSE_PLUPERFECT;
    for (int32_t i = x->first - 3; x->kind == CLAUSE_RELATIVE && i < x->first; i++)
        if (i >= k->a->first && word_in(k->c->d, i, WORDS_LETTER)) return true;
    return x->kind == CLAUSE_SUB && past && !(times_verbs(x, t) & (theirs | TIMES_LEAVING));
}

/* `In 2014 waren dat er 400, nu zijn er 80`: what was, beside what is now. */
static bool is_before_now(const Candidate *k, const Time *t)
{
    const Clause *x = fields_clause_at(k, t->first), *own = fields_clause(k);
    if (x == own || !times_point(t) || own->tense != TENSE_PRESENT || (x->tense != TENSE_PAST && x->tense != TENSE_PLUPERFECT)) return false;
    for (Size i = 0; i < k->a->times.item.len; i++) {
        const Time *o = &k->a->times.item.item[i];
        if (o->kind == TIME_NOW && fields_clause_at(k, o->first) == own) return true;
    }
    return false;
}

/* `vlogen 1400 passagiers over`: a bare number taken for a year, right before what it counts. */
static bool counts_noun(const Candidate *k, const Time *t)
{
    const Document *d = k->c->d;
    bool bare = t->last - t->first == 1 && t->grain == GRAIN_YEAR && !t->relative && d->tokens.item[t->first].kind == TOKEN_NUMBER;
    if (!bare || t->last >= k->a->last || (t->first > k->a->first && (function_of(k->a, t->first - 1) & FC(PREP)))) return false;
    const Mention *what = mention_at(k->a, t->last, MENTION_NONFORCE);
    return candidate_other_word(k, t->last) && !phrase_verb(k->a, t->last) && (what || span_ends(token_folded(d, t->last), SPAN("en")) || span_ends(token_folded(d, t->last), SPAN("s")));
}

/* Times that say nothing of begin or end: `straks`, a number taken for a year, the day of a decision, `vandaag zijn er 43`. */
bool times_idle(const Candidate *k, const Time *t)
{
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *f = &k->a->force.item[i];
        if (t->core_first >= f->first && t->last <= f->last) return true;   /* `verhogen tot 1300` */
    }
    typedef bool Idle(const Candidate *, const Time *);
    static Idle *const IDLE[] = {is_of_paper, is_of_other_noun, is_attributive, is_of_event, is_compared, is_last_week, is_of_incident,
                                 is_told_beside, is_before_now, counts_noun, times_of_saying, is_of_another, times_of_other};
    if (word_in(k->c->d, t->first, WORDS_SHORTLY) || word_in(k->c->d, t->last - 1, WORDS_SHORTLY) || context_before_missions(k->a, t)) return true;
    if (t->iso[0] == 'P' && t->iso[1] == 'T') return true;   /* `binnen een kwartier boven haar hoofd` */
    for (size_t i = 0; i < sizeof IDLE / sizeof *IDLE; i++)
        if (IDLE[i](k, t)) return true;
    if (t->connect == CONNECT_WITHIN && fields_clause_at(k, t->first)->tense == TENSE_PAST) return true;
    if (!times_point(t)) return false;
    if (fields_to_come(k->claim.stage) && is_over(k, t)) return true;
    if (k->claim.act == ACT_EXTEND && t->grain == GRAIN_DAY && !came_then(k, t)) return true;
    return k->claim.stage == STAGE_ACTIVE && k->claim.act == ACT_STATE && is_now(k, t);
}
