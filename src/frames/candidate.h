/* One possible contribution: its clause, its features, its fields. */
#ifndef INZET_FRAMES_CANDIDATE_H
#define INZET_FRAMES_CANDIDATE_H

#include "frames/scope.h"

typedef struct {
    const Context *c;
    const Analysis *a;
    const Force *f;        /* NULL: a claim without an asset */
    int32_t at;            /* token the candidate hangs on */
    int32_t clause;
    bool repeated;         /* the same claim for the next of a list of givers */
    bool listed;           /* for the first of such a list */
    Features features;
    Claim claim;
} Candidate;

/* Asset, type and number, from the phrase and what was told before (candidate_asset.c). */
void candidate_asset(Candidate *k, const Carry *carry);
/* Contributor, mission, hosts, places: what features need first. */
void candidate_scope(Candidate *k, const Carry *carry);
/* Whether what stands at `token` is said of the candidate: in its clause, or in the one that speaks for it. */
bool candidate_speaks(const Candidate *k, int32_t token);
/* Whether clause `of` asks whether (`of België meedoet`), or clause `c` who (candidate_clause.c). */
bool candidate_asks_whether(const Candidate *k, int32_t of);
bool candidate_asks_who(const Candidate *k, const Clause *c);
/* Whether the word at `negation`, or clause `c`, denies something else than the candidate. */
bool candidate_negates_other(const Candidate *k, int32_t negation);
bool candidate_denies_other(const Candidate *k, const Clause *c);
/* The outer.* features (candidate_outer.c) of clause `from`, called by candidate_features. */
void candidate_outer(Candidate *k, int32_t from);
/* The their.* features (candidate_relative.c), called by candidate_features. */
void candidate_relative(Candidate *k);
/* Whether relative clause `x` tells what the forces before it send, no move of their own: `Georgiërs, die in november een bataljon sturen`. */
bool candidate_gives_others(const Candidate *k, const Clause *x);
/* The relative clause right behind the forces, or NULL. */
const Clause *candidate_own_relative(const Candidate *k);
/* The features of its way there and back (candidate_way.c), called by candidate_features. */
void candidate_way(Candidate *k);
/* Whether the word does not give the candidate this feature: an addition of another force, a bare `als`. */
bool candidate_unmeant(const Candidate *k, const Mention *m, int feature);
/* Whether what stands in [first, last) is said of a later item of a list: `120 mariniers en mogelijk een fregat`, `de Nederlanders en straks de Noren`;
 * `comma`: a comma joins it too. */
bool candidate_later_item(const Candidate *k, int32_t first, int32_t last, bool comma);
/* Whether a mark in the clause is said of something else there: of a later item, of an aim. */
bool candidate_beside(const Candidate *k, const Mention *m);
/* `zestig militairen komen uit Havelte`: where they are at home, no way back. */
bool candidate_comes_from_home(const Candidate *k, const Clause *c);
/* Whether the mention is an idiom that stands for a class of verbs. */
bool candidate_is_act(const Mention *m);
/* The time.* features (candidate_time.c), called by candidate_features. */
void candidate_times(Candidate *k);
/* Those of single words of the sentence (candidate_words.c), called by candidate_features. */
void candidate_words(Candidate *k);
/* All features of the candidate. */
void candidate_features(Candidate *k);
/* Those of its phrase (candidate_force.c), called by candidate_features. */
void candidate_force(Candidate *k);
/* Those of forces that others get, own or threaten with (candidate_others.c), called by candidate_force. */
void candidate_others(Candidate *k);
/* Those of forces that are taught or trained by others (candidate_taught.c), called by candidate_force. */
void candidate_taught(Candidate *k);
/* Whether `m` is an act on whose occasion the clause tells something, and not what is told. */
bool candidate_is_occasion(const Candidate *k, const Mention *m);
/* Those of forces that are told of, but sent nowhere (candidate_aside.c), called by candidate_force. */
void candidate_aside(Candidate *k);
/* Those of forces that a clause only speaks of (candidate_spoken.c), called by candidate_aside. */
void candidate_spoken(Candidate *k);
/* Whether token `i` is a plain word that no table knows: an adjective or a noun of something else. */
bool candidate_other_word(const Candidate *k, int32_t i);
/* Those of forces that a clause only describes (candidate_described.c), called by candidate_force. */
void candidate_described(Candidate *k);
/* `een Amerikaans marineschip met 600 mariniers`: the force of a nation right before `met` and the phrase; or NULL. */
const Force *candidate_carrier(const Candidate *k);
/* Whether its forces go with counted ones right before them, which later numbers count: `twee Patriots met 270 militairen`. */
bool candidate_goes_along(const Candidate *k);
/* Whether its number is that of a whole mission, of many states or of others (candidate_total.c). */
bool candidate_is_total(const Candidate *k);
/* Whether a total is the strength of the mission itself, not that of a team, a ship, a camp or an alliance. */
bool candidate_is_strength(const Candidate *k);
/* Whether it counts those of a mission or camp, by words behind it or in the sentence that follows: `900 militairen van de VN-missie`, `1100 militairen. Van hen zijn er 350 Nederlander.` */
bool candidate_is_of_many(const Candidate *k);
/* Whether a word of `list` stands among tokens `first` to `last`. */
bool candidate_word_among(const Candidate *k, int32_t first, int32_t last, WordList list);
/* The candidate's clause; whether a token stands in it. */
const Clause *candidate_clause(const Candidate *k);
bool candidate_in_clause(const Candidate *k, int32_t token);
/* Start, end, duration, roles, decider, requester, speaker; after the stage is known. */
void candidate_fields(Candidate *k);
/* When all claims of an item are read: what sentences behind a claim say of it. */
void candidate_settle(Context *c, Size first_claim);

#endif
