/* Which mission, host, giver and places belong to a candidate: same clause, same sentence, paragraph, item, default. */
#ifndef INZET_FRAMES_SCOPE_H
#define INZET_FRAMES_SCOPE_H

#include "frames/context.h"
#include "lexicon/wordlist.h"

/* A found id with its proof. */
typedef struct {
    Span id;
    Range at;
    How how;
    const char *rule;
} Found;

/* What earlier sentences of the item leave for later ones. */
typedef struct {
    Found mission;
    Span host[CLAIM_HOSTS]; /* theatres of the last sentence that named any */
    int hosts;
    Found giver;           /* last stated giver, the first one of its sentence */
    int32_t giver_sentence; /* that sentence, counted from 1 */
    Found subject;         /* country or people that the last sentence has as subject */
    int32_t subject_sentence; /* that sentence, counted from 1 */
    uint64_t subject_acts; /* verb classes of its clause */
    bool subject_opens;    /* the sentence opens with it */
    int32_t paragraph;     /* of the sentence that set them */
    const Force *force;    /* last force claimed, for elided units */
    Asset asset;
    Span asset_type;
    Asset total;           /* asset of the strength of a mission, told in the last sentence: `Italië levert er daarvan 2450` */
    int32_t total_sentence; /* that sentence, counted from 1 */
    bool claimed;          /* a claim lies in these theatres, which its sentence named */
    bool elsewhere;        /* claims lie in these theatres, which are none of the mission told before */
    bool pointed;          /* the sentence points at these theatres: `naar dat land` */
} Carry;

/* A place in the home country: a base or harbour that forces leave from. */
bool scope_is_home_kind(const Mention *m);
/* A theatre that forces are meant for: `een bataljon voor Mali`. */
bool scope_is_meant_for(const Context *c, const Analysis *a, const Mention *m);
/* Whether the preposition of `m` is of `list`. */
bool scope_prep(const Context *c, const Mention *m, WordList list);
/* `een vergadering in Deauville, Frankrijk`: whether `m` is the state that the place before it lies in. */
bool scope_is_place_of(const Context *c, const Analysis *a, const Mention *m);
/* The preposition of a place, also of one that is joined to it: `in Ethiopië en Eritrea`; -1 when there is none. */
int32_t scope_place_prep(const Context *c, const Analysis *a, const Mention *m);
/* Whether a country or sea named here is a theatre for this page (not the publisher's country, not a home base). */
bool scope_is_theatre(const Context *c, Span host);
/* Whether `m` is who holds the command: `Het bevel over de vloot ligt bij Duitsland`, `is in handen van de Italianen`. */
bool scope_holds_command(const Context *c, const Analysis *a, const Mention *m);
/* `Voor Denemarken gaat het om honderd man`: whose forces are told, no theatre. */
bool scope_is_concerned(const Context *c, const Analysis *a, const Mention *m);
/* `Na Slowakije, waar al 150 Nederlanders zijn`: the place right before the relative clause that tells of it; or NULL. */
const Mention *scope_place_of_where(const Context *c, const Analysis *a, int32_t clause);
/* Whether a mention says where something happens: `in Mali`, `te Gao`, `Kosovo:` at the head of an item; not `Ottawa stuurt`. */
bool scope_says_where(const Context *c, const Analysis *a, const Mention *m);
/* `Syrië in te sturen`, `trok Libanon binnen`: the preposition stands behind the state. */
bool scope_is_entered(const Context *c, const Analysis *a, const Mention *m);
/* Weaker: `uit Mali`, `voor Irak`, of a place that the item names as theatre. */
bool scope_may_say_where(const Context *c, const Analysis *a, const Mention *m);
bool scope_strong_where(const Context *c, const Analysis *a, const Mention *m);
/* Whether people are fetched in a clause: `evacueerde 250 mensen uit Soedan`, where a state behind `uit` is the one that they leave. */
bool scope_takes_out(const Clause *x);
/* Whether a country takes forces of another in its clause: `Litouwen krijgt er 300 Nederlandse militairen bij`. */
bool scope_receives(const Context *c, const Analysis *a, const Mention *m);
/* Whether place `m` is that of another counted force than the one at `at`: `200 in Mali en 100 in Irak`, `in Jordanië zes, in Estland vier`. */
bool scope_shared_out(const Context *c, const Analysis *a, int32_t at, const Mention *m);
/* Whether a place heads what follows: `Kosovo: 4 militairen`, or a heading that is a place alone. */
bool scope_heads(const Context *c, const Analysis *a, const Mention *m);
/* Hosts of the mission that is named in `mission` ids, first one first. */
Span mission_host(Span mission, int index);
bool mission_in(Span mission, Span host);
/* Whether the mission had not begun, or was long over, when the text was written. */
bool scope_is_over(const Context *c, Span mission);
/* Whether the mission was not set up yet, or only in the last three months, when the text was written: its forces may be still to come.
 * Help after a disaster, evacuations and air strikes are there within days: never. */
bool scope_is_young(const Context *c, Span mission);
/* The mission that a Dutch or Belgian task force is a part of; empty for others. */
Span scope_parent(Span mission);
/* Whether a state leads a mission: its own task force. */
bool scope_leads(Span mission, Span state);
/* The one state, `NL` or `BE`, whose mission of teaching it is: others have none of their own in it; empty for any other. */
Span scope_national(Span mission);
/* The state whose mission on its own soil it is (`Sentinelle`), or empty. */
Span scope_home_of(Span mission);
/* Whether it is the mission of one state, `country`: the Dutch task force in Uruzgan. */
bool mission_of(Span mission, Span country);

/* The one mission that mention `m` can mean with the hosts named around it, or empty. A description that fits the mission told before
 * (`carry`, may be NULL) means that one. */
Span scope_mention(const Context *c, const Analysis *a, const Mention *m, const Carry *carry);
/* The mission for tokens around `at` in clause `clause` of `a`. */
Found scope_mission(const Context *c, const Analysis *a, int32_t at, int32_t clause, const Carry *carry);
/* The item's mission in `host` that suits forces of kind `asset` best; empty when several suit as well. */
Found scope_mission_of_host(const Context *c, Span host, Asset asset);
/* The one mission in `host` that a description in the sentence fits; empty when there is none. */
Found scope_described_in(const Context *c, const Analysis *a, Span host);
/* Hosts and places into the claim, from clause, sentence, mission, carry, topic. */
void scope_hosts(const Context *c, const Analysis *a, int32_t at, int32_t clause, const Carry *carry, Claim *claim);
/* Who gives the force `f` (NULL for a claim without a force), whose clause is `clause`; a host of `mission` is none. */
Found scope_giver(const Context *c, const Analysis *a, const Force *f, int32_t at, int32_t clause, Span mission, const Carry *carry);

/* Notes the country or people that a main clause of `a` has as subject; pronouns of the next sentence, or `het land`, may mean it. */
void scope_remember_subject(const Context *c, const Analysis *a, Carry *carry);

/* Givers that share the place of `first` in a list: `België, Noorwegen en Denemarken`. Fills `others`, at most `room`. */
int scope_givers_beside(const Context *c, const Analysis *a, Range first, Span *ids, Range *at, int room);
/* Those with whom the giver of clause `clause` acts: `samen met Noorwegen, Denemarken en Portugal`. At most `room`, which is at least 1. */
int scope_companions(const Context *c, const Analysis *a, int32_t clause, Span *ids, Range *at, int room);

#endif
