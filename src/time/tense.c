/* Verb forms near a date: classes past, present, future and participle of the time rules' words, and the endings of Dutch weak verbs. */
#include "time/tense.h"

enum { REACH = 40 };

typedef enum { FORM_NONE, FORM_PAST, FORM_PRESENT, FORM_FUTURE, FORM_PARTICIPLE, FORM_AUXILIARY, FORMS } Form;

static Form form_at(const PatternRun *run, int32_t at)
{
    const Token *t = &run->d->tokens.item[at];
    if (t->kind != TOKEN_WORD) return FORM_NONE;
    switch (pattern_class(run, at, PATTERN_CLASS_verb, 0)) {
    case 1: return FORM_PAST;
    case 2: return FORM_PRESENT;
    case 3: return FORM_FUTURE;
    case 4: return FORM_AUXILIARY;
    case 5: return FORM_PARTICIPLE;
    default: break;
    }
    if (t->flags & TOKEN_CAPITAL || t->fold_len < 6) return FORM_NONE;
    Span s = token_folded(run->d, at);
    bool ge = span_starts(s, SPAN("ge")) || span_find(s, SPAN("ge"), 2) > 0;
    bool be = span_starts(s, SPAN("be")) || span_starts(s, SPAN("ver")) || span_starts(s, SPAN("ont")) || span_starts(s, SPAN("her"));
    char end = s.at[s.len - 1];
    if (ge && (end == 'd' || end == 't') && !span_ends(s, SPAN("heid"))) return FORM_PARTICIPLE;
    if (be && (end == 'd' || end == 't')) return FORM_PARTICIPLE;
    if (span_ends(s, SPAN("eerde")) || span_ends(s, SPAN("eerden")) || span_ends(s, SPAN("igde")) || span_ends(s, SPAN("igden")) || span_ends(s, SPAN("akte")) ||
        span_ends(s, SPAN("akten")))
        return FORM_PAST;
    if (span_ends(s, SPAN("eert")) || span_ends(s, SPAN("eren"))) return FORM_PRESENT;
    bool te = at > run->first && token_is(run->d, at - 1, "te") && span_ends(s, SPAN("en"));
    return te ? FORM_FUTURE : FORM_NONE;
}

/* A comma, a bracket, or a word that opens another clause: `trok in mei weg en komt pas in 2019 weer`. */
static bool is_wall(const PatternRun *run, int32_t at)
{
    const Token *t = &run->d->tokens.item[at];
    if (t->kind == TOKEN_PUNCT) return strchr(",;:()-", run->d->bytes.at[t->at.from]) != NULL;
    if (at + 1 < run->last && pattern_class(run, at, PATTERN_CLASS_joint, 0) > 0 && form_at(run, at + 1) != FORM_NONE) return true;
    return pattern_class(run, at, PATTERN_CLASS_wall, 0) > 0;
}

typedef struct {
    int32_t distance[FORMS];
} Near;

/* Looks from the expression outwards in steps of `by`; each wall counts as ten words. */
static void look(const PatternRun *run, int32_t from, int32_t by, Near *near)
{
    int32_t away = 0;
    for (int32_t i = from; i >= run->first && i < run->last && away < REACH; i += by) {
        away += 1 + (is_wall(run, i) ? 10 : 0);
        Form f = form_at(run, i);
        if (f != FORM_NONE && away < near->distance[f]) near->distance[f] = away;
    }
}

/* Whether one of two words stands within reach of [first, last). */
static bool is_near(const PatternRun *run, int32_t first, int32_t last, const char *one, const char *two)
{
    for (int32_t i = first - REACH < run->first ? run->first : first - REACH; i < run->last && i < last + REACH; i++)
        if (token_is(run->d, i, one) || token_is(run->d, i, two)) return true;
    return false;
}

/* `heeft aangekondigd zijn militairen voor 19 februari weg te halen`: the expression stands among what is to be done. */
static bool before_infinitive(const PatternRun *run, int32_t last)
{
    enum { NEAR = 12 };
    for (int32_t i = last; i < run->last && i < last + NEAR && !is_wall(run, i); i++) {
        if (i > last && token_is(run->d, i - 1, "te") && span_ends(token_folded(run->d, i), SPAN("en"))) return true;
        Form f = form_at(run, i);
        if (f != FORM_NONE && f != FORM_PARTICIPLE) return false;
    }
    return false;
}

int tense_direction(const PatternRun *run, int32_t first, int32_t last, Connective connect, bool earliest)
{
    if (connect == CONNECT_SINCE) return -1;
    if (earliest) return 1;
    Near near;
    for (int i = 0; i < FORMS; i++) near.distance[i] = 1000;
    look(run, first - 1, -1, &near);
    look(run, last, 1, &near);
    int32_t past = near.distance[FORM_PAST], present = near.distance[FORM_PRESENT], future = near.distance[FORM_FUTURE];
    int32_t done = near.distance[FORM_PARTICIPLE], auxiliary = near.distance[FORM_AUXILIARY];
    if (auxiliary < 1000 && (done < 1000 || past < 1000) && before_infinitive(run, last)) return 1;
    /* heeft gestuurd, zijn teruggekeerd: past; zijn actief, zijn vanaf mei gelegerd: present. */
    bool state = connect == CONNECT_FROM && is_near(run, first, last, "zijn", "is") && !is_near(run, first, last, "geweest", "geweest");
    if (!state && auxiliary < 1000 && (done < 1000 || past < 1000)) past = auxiliary < past ? auxiliary : past;
    else if (auxiliary < present) present = auxiliary;
    if (present < future) future = present;
    if (past == 1000 && future == 1000) {
        if (connect == CONNECT_UNTIL || connect == CONNECT_FROM || connect == CONNECT_BEFORE) return 1;
        return done < 1000 ? -1 : 0;
    }
    return past < future ? -1 : 1;
}
