/* What a text told before of one contribution (one giver, one mission or theatre): where it stood last. Sentences too vague for a claim count where they are
 * likely enough. The story.* features of the rules come from here. */
#ifndef INZET_FRAMES_STORY_H
#define INZET_FRAMES_STORY_H

#include "frames/candidate.h"
#include "frames/rule.h"

typedef struct {
    Span contributor, mission, host[CLAIM_HOSTS];
    int hosts;
    Asset asset;
    Stage stage;
    Realis realis;
    Act act;
} Told;

typedef struct {
    ARRAY(Told) told;
} Story;

/* Sets the story.* features of `k`; a look goes back over the last few dozen told, so that time stays linear. */
void story_features(const Story *s, Candidate *k);
/* Keeps what the rules say of `k` for those behind it, where its score makes it likely enough. */
void story_note(Story *s, const Candidate *k, StageRead read, Arena *keep);
/* When an item is read: what runs out by one of its claims from `first` on, and is prolonged by one behind it, is there. */
void story_settle(Reading *reading, Size first);

#endif
