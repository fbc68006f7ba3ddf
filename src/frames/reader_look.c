/* Which items and sentences are read closely. */
#include "frames/reader_look.h"

/* Whether a mission is named by a name of several words: `Prosperity Guardian`, `EUTM Mali`. */
static bool names_mission(const Document *d, const Sentence *s, Arena scratch)
{
    Matches m = lexicon_match(d, s->token, s->token + s->tokens, &scratch);
    for (Size i = 0; i < m.match.len; i++)
        for (int32_t e = 0; m.match.item[i].last - m.match.item[i].first > 1 && e < m.match.item[i].entries; e++) {
            Entry x = m.entry.item[m.match.item[i].entry + e];
            if (x.table == TABLE_MISSIONS && span_find_byte(lexicon_form(x), '@', 0) < 0) return true;
        }
    return false;
}

/* `een langere militaire inzet`, `de militaire missie`: an act of forces that the sentence does not name. */
static bool names_military_act(const Document *d, const Sentence *s, Arena scratch)
{
    bool military = false;
    for (int32_t i = s->token; i + 1 < s->token + s->tokens && !military; i++) military = word_in(d, i, WORDS_MILITARY_ACT);
    if (!military) return false;
    Matches m = lexicon_match(d, s->token, s->token + s->tokens, &scratch);
    for (Size i = 0; i < m.match.len; i++)
        for (int32_t e = 0; e < m.match.item[i].entries && m.match.item[i].first > s->token && word_in(d, m.match.item[i].first - 1, WORDS_MILITARY_ACT); e++) {
            Entry x = m.entry.item[m.match.item[i].entry + e];
            if (x.table == TABLE_ACTNOUNS && (verb_classes(x) & (VC(MISSION) | VC(CONTRIBUTION) | VC(DEPLOY)))) return true;
        }
    return false;
}

const LexiconLook *reader_look(const Document *d, Arena *keep)
{
    LexiconLook *look = ARENA_NEW(keep, LexiconLook, d->sentences.len + 1);
    bool forces = false;
    for (Size i = 0; i < d->sentences.len; i++) {
        const Sentence *s = &d->sentences.item[i];
        look[i] = lexicon_look(d, s->token, s->token + s->tokens);
        if (look[i].missions && !look[i].forces) look[i].forces = names_mission(d, s, *keep);
        forces = forces || look[i].forces;
    }
    for (Size i = 0; i < d->sentences.len && !forces; i++) look[i].forces = names_military_act(d, &d->sentences.item[i], *keep);
    return look;
}

bool reader_worth(const LexiconLook *look, const Item *item)
{
    bool forces = false, places = false;
    for (int32_t i = item->sentence; i < item->sentence + item->sentences; i++) {
        forces = forces || look[i].forces > 0;
        places = places || look[i].places > 0;
    }
    return forces && places;
}

/* In a long text only the surroundings of a word that names forces are read: what stands farther off is another subject. */
enum { SURROUNDINGS = 24 };

const bool *reader_near_forces(const Context *c, const LexiconLook *look, const Item *item)
{
    bool *near = ARENA_NEW(c->keep, bool, item->sentences);
    int32_t until = -1;
    for (int32_t i = 0; i < item->sentences; i++) {
        if (look[item->sentence + i].forces) {
            for (int32_t k = i; k >= 0 && k > i - SURROUNDINGS && !near[k]; k--) near[k] = true;
            until = i + SURROUNDINGS;
        }
        near[i] = near[i] || i <= until;
    }
    return near;
}
