/* Small worlds for the tests of the register: documents composed word by word, so that every field knows its bytes. */
#ifndef INZET_TESTS_REGISTER_WORLD_H
#define INZET_TESTS_REGISTER_WORLD_H

#include "register/register.h"

/* A document in the making. */
typedef struct {
    Arena *keep;
    char *text;
    Size len;
    Size room;
    Reading reading;
} WorldText;

/* What one sentence of such a document says. */
typedef struct {
    const char *contributor;
    const char *mission;      /* NULL: not said */
    Asset asset;
    const char *type;
    double low, high;         /* low < 0: no number */
    Hedge hedge;
    const char *words;        /* of a vague number; NULL: the number itself */
    Basis basis;
    Stage stage;
    Realis realis;
    Act act;
    const char *host;
    const char *place;
    uint32_t roles;
    bool start_said, end_said;
    Day start_earliest, start_latest, end_earliest, end_latest;
    const char *duration;
    bool added;               /* the duration is added to an end that is known */
    int part_of;              /* index of the whole + 1; 0: none */
} WorldFact;

WorldText world_text(Arena *keep, Day first, Day last);
/* Adds a sentence and its claim. */
void world_say(WorldText *t, const WorldFact *fact);
/* Adds a mission claim: how strong the mission is. */
void world_say_mission(WorldText *t, const char *mission, double strength);
/* Words without a claim. */
Range world_words(WorldText *t, const char *words);
Span world_bytes(const WorldText *t);
WorldFact world_fact(const char *contributor, const char *mission, double n, Stage stage, Realis realis);
RegisterDocument world_document(const WorldText *t, const char *name, const char *rules, int64_t second);

/* xorshift; the same numbers for the same seed everywhere. */
uint32_t world_random(uint64_t *state, uint32_t below);

/* Counting checks: each test program ends with world_result(). */
extern int world_passed, world_failed;
#define CHECK(what) world_check((what), #what, __FILE__, __LINE__)
bool world_check(bool good, const char *what, const char *file, int line);
/* Prints "N passed, N failed"; the exit status. */
int world_result(void);

#endif
