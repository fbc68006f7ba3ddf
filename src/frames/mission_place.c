/* Where a mission sits, who asked for it, who wants it gone. */
#include "frames/mission_said.h"

enum { NEAR = 5 };   /* tokens */

/* The place that a preposition of `list` governs from token `from` on, in the clause or in the relative clause that `from` opens; or NULL. */
static const Mention *place_behind(const Said *s, int32_t from, int32_t to, WordList list)
{
    for (Size k = 0; k < s->a->mention.len; k++) {
        const Mention *m = &s->a->mention.item[k];
        bool place = m->kind == MENTION_PLACE && m->prep >= from && m->prep <= to;
        if (place && word_in(s->c->d, m->prep, list)) return m;
    }
    return NULL;
}

/* `in Abu Dhabi, waar de missie haar hoofdkwartier heeft`: the place that the relative clause is about. */
static const Mention *place_before(const Said *s)
{
    const Clause *x = said_clause(s);
    if (x->kind != CLAUSE_RELATIVE || x->opener < 0 || !token_is(s->c->d, x->opener, "waar")) return NULL;
    for (Size k = s->a->mention.len; k-- > 0;) {
        const Mention *m = &s->a->mention.item[k];
        if (m->kind == MENTION_PLACE && m->last <= x->opener && m->last >= x->opener - 2) return m;
    }
    return NULL;
}

/* `werken op het hoofdkwartier in Bagdad`: where people are, told of them and not of the seat. */
static bool is_workplace(const Said *s, int32_t seat)
{
    enum { REACH = 4 };
    for (int32_t i = seat - 1; i >= s->a->first && i >= seat - REACH; i--)
        if (function_of(s->a, i) & FC(PREP)) return word_in(s->c->d, i, WORDS_INSIDE);
    return false;
}

/* The comma that a relative clause about the seat opens behind, `het hoofdkwartier van Kfor, dat in Pristina ligt`; -1 where none does. */
static int32_t relative_behind(const Said *s, int32_t seat)
{
    int32_t comma = seat + 1;
    while (comma < s->a->last && comma < seat + NEAR && !token_is_mark(s->c->d, comma, ',')) comma++;
    bool opens = comma + 1 < s->a->last && token_is_mark(s->c->d, comma, ',') && word_in(s->c->d, comma + 1, WORDS_RELATIVE_MISSION);
    return opens ? comma : -1;
}

/* `het hoofdkwartier in Bagdad`, `zetelt te Rome`, `heeft in Northwood zijn hoofdkwartier`: the place of the seat at `i`. */
static const Mention *seat_place(const Said *s, int32_t i)
{
    const Clause *x = said_clause(s);
    if (word_in(s->c->d, i, WORDS_LED)) return place_behind(s, x->first, x->last, WORDS_LED_FROM);
    if (word_in(s->c->d, i, WORDS_SEATED)) return place_behind(s, x->first, x->last, WORDS_SEAT_AT);
    if (clause_has(x, WORDS_TO_MOVE)) return place_behind(s, i, x->last, WORDS_UP_TO);
    int32_t comma = relative_behind(s, i);
    bool staff = word_in(s->c->d, i, WORDS_STAFF), settled = said_word(s, WORDS_SETTLED) >= 0;
    if (comma < 0 && ((staff && !settled) || is_workplace(s, i))) return NULL;
    const Mention *m = place_behind(s, i, comma >= 0 ? comma + NEAR : i + NEAR, WORDS_SEAT_AT);
    bool has = said_word(s, WORDS_HAVING) >= 0;
    if (!m && (settled || has)) m = place_behind(s, x->first, has ? i : x->last, WORDS_SEATED_AT);
    return m ? m : place_before(s);
}

/* `het hoofdkwartier, dat in Abu Dhabi wordt ingericht`, `verhuist naar Rota`. */
static void read_seat(const Said *s)
{
    int32_t i = said_word(s, WORDS_SEAT);
    const Mention *m = i < 0 ? NULL : seat_place(s, i);
    if (!m) return;
    Said t = *s;
    if (!t.mission.id.len) {
        Found f = scope_mission(s->c, s->a, i, s->clause, s->carry);
        if (f.how == HOW_STATED || f.how == HOW_CARRIED) t.mission = f;
    }
    if (!t.mission.id.len) return;
    MissionClaim *claim = said_add(&t, WHAT_SEAT, token_range(s->c->d, m->first, m->last));
    bool moves = clause_has(said_clause(s), WORDS_TO_MOVE) && said_clause(s)->tense == TENSE_PRESENT;
    if (moves && claim->realis == REALIS_ACTUAL) claim->realis = REALIS_PLANNED;
}

/* The end of the words at `at` for the country where the mission is, or its people; -1 where none begin. */
static int32_t host_at(const Said *s, Span mission, int32_t at)
{
    for (Size k = 0; k < s->a->mention.len; k++) {
        const Mention *m = &s->a->mention.item[k];
        bool country = m->kind == MENTION_COUNTRY || m->kind == MENTION_ADJECTIVE || m->kind == MENTION_PLACE || m->kind == MENTION_METONYM || m->kind == MENTION_DEMONYM;
        if (country && m->first == at && mission_in(mission, m->id)) return m->last;
    }
    return -1;
}

/* The end of the words from `first` on for the country of the mission or its government: `de Iraakse regering`, `de overheid in Bamako`; -1 for others. */
static int32_t host_until(const Said *s, Span mission, int32_t first)
{
    enum { REACH = 7, BEHIND = 3 };
    for (int32_t at = first; at < s->a->last && at < first + REACH && said_here(s, at) && s->c->d->tokens.item[at].kind == TOKEN_WORD; at++) {
        if (at > first && (function_of(s->a, at) & (FC(COORD) | FC(SUB) | FC(REL)))) return -1;
        int32_t last = host_at(s, mission, at);
        if (last < 0) continue;
        for (int32_t i = last; i < s->a->last && i < last + BEHIND; i++)
            if (word_in(s->c->d, i, WORDS_AUTHORITY)) return i + 1;
        return last;
    }
    return -1;
}

/* `op verzoek van de Iraakse regering`: only of the country where the mission is. */
static void read_invitation(const Said *s)
{
    int32_t i = said_word(s, WORDS_REQUEST);
    if (i <= s->a->first || i + 2 >= s->a->last || !word_in(s->c->d, i + 1, WORDS_BY_OR_OF)) return;
    bool answers = i > s->a->first + 1 && token_is(s->c->d, i - 2, "op") && word_in(s->c->d, i - 1, WORDS_ARTICLE);
    if (!token_is(s->c->d, i - 1, "op") && !answers) return;
    const Clause *x = said_clause(s);
    bool begun = clause_has(x, WORDS_TO_FOUND) || clause_has(x, WORDS_TO_COME_ABOUT) || (x->classes & (VC(START) | VC(APPROVE)));
    Said t = *s;
    if (!s->subject && begun) t.mission = said_mission(s, i);
    else if (!s->subject) return;
    int32_t last = t.mission.id.len ? host_until(s, t.mission.id, i + 2) : -1;
    if (last > 0) said_add(&t, WHAT_INVITED, token_range(s->c->d, i - 1, last));
}

/* `alle buitenlandse troepen`, `de troepen van de coalitie`, `de missie`: who is to leave. */
static bool names_foreigners(const Said *s)
{
    for (int32_t i = s->a->first; i + 1 < s->a->last; i++) {
        if (!said_here(s, i)) continue;
        if (word_in(s->c->d, i, WORDS_FOREIGN) && (word_in(s->c->d, i + 1, WORDS_FOREIGN_FORCES) || s->subject)) return true;
        if (word_in(s->c->d, i, WORDS_FOREIGN) && i > s->a->first + 2 && token_is(s->c->d, i - 2, "van") && word_in(s->c->d, i - 3, WORDS_FOREIGN_FORCES)) return true;
    }
    return false;
}

/* Whether `m` is somebody of the mission's country who can ask: `Mali`, `de Malinese regering`, `de junta in Bamako`. */
static bool host_speaks(const Said *s, const Mention *m)
{
    if (!m->id.len || !mission_in(s->mission.id, m->id) || mention_in_mission(s->a, m)) return false;
    if (m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM) return m->prep < 0;
    if (m->kind == MENTION_PLACE) return true;
    return m->kind == MENTION_ADJECTIVE && m->last < s->a->last && word_in(s->c->d, m->last, WORDS_AUTHORITY);
}

/* `Mali eist het vertrek van Minusma`, `wil dat Minusma vertrekt`: the mission by name, by somebody of its country. */
static bool host_sends_off(const Said *s)
{
    if (!s->mission.id.len || s->mission.how != HOW_STATED || said_clause(s)->negated) return false;
    for (Size k = 0; k < s->a->mention.len; k++)
        if (host_speaks(s, &s->a->mention.item[k])) return true;
    return false;
}

/* `het parlement wil dat de buitenlandse troepen vertrekken`. */
static void read_expulsion(const Said *s)
{
    if (said_word(s, WORDS_LEAVING) < 0 || !words_have(&s->words, WORDS_DEMANDING)) return;
    bool above = said_clause(s)->parent >= 0 || said_word(s, WORDS_DEMANDING_HERE) >= 0;
    if (!above || !(names_foreigners(s) || (said_word(s, WORDS_DEPARTURE) >= 0 && host_sends_off(s)))) return;
    said_dated(s, WHAT_EXPELLED)->realis = REALIS_POSSIBLE;
}

void mission_place(const Said *s)
{
    read_seat(s);
    read_expulsion(s);
    read_invitation(s);
}
