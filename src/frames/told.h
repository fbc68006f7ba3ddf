/* What a claim has to do with those before it: told again, joined to one, told already. */
#ifndef INZET_FRAMES_TOLD_H
#define INZET_FRAMES_TOLD_H

#include "frames/candidate.h"
#include "frames/rule.h"

/* What claims before, from `item_claims` on, say of a candidate: that it was told, that its sentence or the one before holds a claim. */
void told_features(const Context *x, int32_t item_claims, Candidate *k);
/* What of a candidate, of which the rules say `s`, claims from `first` on have told already (told.story and on), and what is new in it (new.*). */
void told_news(const Reading *reading, Size first, StageRead s, Candidate *k);
/* What stands somewhere now, or is to come, is of no mission that was carried over and is long over. */
void told_of_old(const Context *c, Claim *claim);
/* `600 militairen in het buitenland`: what was carried over of mission and theatre is not theirs. */
void told_anywhere(Claim *claim);
/* Whether the sentence told the same act of the same giver already. */
bool told_here(const Reading *reading, const Claim *claim);
/* Whether the sentence that begins at byte `from` told forces of `giver` already. */
bool told_forces_here(const Reading *reading, int32_t from, Span giver);

/* `in eigen land`, `in het binnenland`: the paragraph goes on about forces at home. */
bool told_at_home(const Document *d, const Analysis *a);
/* What a paragraph tells of forces at home goes on, until it names a mission or another place; `paragraph`: one more than the last that did, `whose`: whose
 * forces; empty for anybody's. */
void told_home(Candidate *k, int32_t *paragraph, Span *whose);
/* `9.700 mensen kwamen, nu zijn dat er 300`: what counts like people or things that gave no claim; `others`: one more than the sentence that told
 * of them and of no forces since. */
void told_like_others(Candidate *k, int32_t *others);
/* Whether the theatres carried are those of several missions at once: `missies in Bosnië, Irak en Mali` is where none of what follows is. */
bool told_scattered(const Context *c, const Analysis *a, const Carry *carry);
/* `vlogen 22 missies`, `2.000 veteranen`: whether the sentence counts people or things that are no forces behind those that are. */
bool told_others(const Document *d, const Analysis *a);

#endif
