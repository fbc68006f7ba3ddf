/* Missions that no list names as they stand: by their country in one word (`de Mali-missie`), before a hyphen (`de KFOR-compagnie`), or by whose they are (`de NAVO ... haar missie in Irak`). */
#include "frames/compound.h"

enum { LEAST_LEFT = 4, LEAST_HEAD = 5 };

/* The entry of a state or region called `name`. */
static Entry land_named(Span name)
{
    int count = 0;
    const Entry *e = lexicon_word(name, &count);
    for (int i = 0; i < count; i++) {
        if (e[i].table == TABLE_COUNTRIES && e[i].column <= 1 && lexicon_field(e[i], "id").len == 2 && !lexicon_has(e[i], "kind", "sender")) return e[i];
        if (e[i].table == TABLE_PLACES && lexicon_field(e[i], "host").len == 2 && !lexicon_has(e[i], "kind", "home")) return e[i];
    }
    return (Entry){0};
}

/* `Mali-missie`, `Malimissie`, `Uruzganmissie`: where it is. */
static void name_land(const Document *d, Analysis *a, int32_t i, int32_t prep, Arena *keep)
{
    Span word = token_folded(d, i);
    for (Size k = LEAST_LEFT; k + LEAST_HEAD <= word.len; k++) {
        if (!lemma_in(WORDS_MISSION_HEAD, span_sub(word, k, word.len))) continue;
        Entry e = land_named(span_sub(word, 0, word.at[k - 1] == '-' ? k - 1 : k));
        if (!entry_some(e)) continue;
        Span id = lexicon_field(e, e.table == TABLE_COUNTRIES ? "id" : "host");
        *ARRAY_PUSH(&a->mention, keep) = (Mention){.kind = MENTION_PLACE, .first = i, .last = i + 1, .match = -1, .entry = e, .id = id, .prep = prep};
        return;
    }
}

/* `KFOR-compagnie`, `Minusma-militairen`, `BAP-detachement`: the mission whose name stands before the hyphen of a word for forces or for what they do. */
static void name_before_hyphen(const Document *d, Analysis *a, int32_t i, Arena *keep)
{
    static const char MISSION_TAIL[] = "-missie";
    enum { LEAST_NAME = 3, WORD_ROOM = 64 };
    Span word = token_folded(d, i);
    Size hyphen = span_find_byte(word, '-', 0);
    if (hyphen < LEAST_NAME || hyphen + LEAST_NAME > word.len) return;
    int count = 0;
    const Entry *e = lexicon_word(span_sub(word, 0, hyphen), &count);
    char described[WORD_ROOM] = {0};
    bool known = false;   /* `NAVO-landen`: no mission of NATO */
    for (int k = 0; k < count; k++) known = known || e[k].table == TABLE_MISSIONS || e[k].table == TABLE_COUNTRIES || e[k].table == TABLE_BODIES;
    if (!known && hyphen + (Size)sizeof MISSION_TAIL < WORD_ROOM) {   /* `EUTM-instructeurs`, `eFP-contingent`: as `EUTM-missie` */
        memcpy(described, word.at, (size_t)hyphen);
        memcpy(described + hyphen, MISSION_TAIL, sizeof MISSION_TAIL);
        e = lexicon_word(span_of(described), &count);
    }
    Match found = {.first = i, .last = i + 1, .entry = (int32_t)a->matches.entry.len};
    for (int k = 0; k < count; k++) {
        if (e[k].table != TABLE_MISSIONS) continue;
        *ARRAY_PUSH(&a->matches.entry, keep) = e[k];
        found.entries++;
    }
    if (!found.entries) return;
    *ARRAY_PUSH(&a->matches.match, keep) = found;
    *ARRAY_PUSH(&a->mention, keep) = (Mention){.kind = MENTION_MISSION, .first = i, .last = i + 1, .match = (int32_t)a->matches.match.len - 1,
                                               .entry = a->matches.entry.item[found.entry], .prep = i};   /* governed by its own word, as in `compagnie van KFOR` */
}

/* What the missions of an organisation are called by: NAVO-missie; NULL for a state. */
static const char *prefix_of(Span id)
{
    return span_is(id, "NATO") ? "navo-" : span_is(id, "EU") ? "eu-" : span_is(id, "UN") ? "vn-" : NULL;
}

/* `de NAVO breidt haar trainingsmissie in Irak uit`: read as `de NAVO-trainingsmissie`. */
static void name_owner(const Document *d, Analysis *a, int32_t i, Arena *keep)
{
    enum { WORD_ROOM = 64 };
    char word[WORD_ROOM];
    const char *prefix = NULL;
    for (Size n = 0; n < a->mention.len; n++) {
        const Mention *m = &a->mention.item[n];
        bool state = m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM || m->kind == MENTION_BODY;
        if (state && m->last < i && !mention_at(a, m->first, MENTION_MISSION) && m->id.len) prefix = prefix_of(m->id) ? prefix_of(m->id) : prefix;
    }
    Span noun = token_folded(d, i);
    if (!prefix || noun.len + (Size)strlen(prefix) >= WORD_ROOM) return;
    memcpy(word, prefix, strlen(prefix));
    memcpy(word + strlen(prefix), noun.at, (size_t)noun.len);
    int count = 0, missions = 0;
    const Entry *e = lexicon_word((Span){word, (Size)strlen(prefix) + noun.len}, &count);
    Match found = {.first = i, .last = i + 1, .entry = (int32_t)a->matches.entry.len};
    for (int k = 0; k < count; k++) {
        if (e[k].table != TABLE_MISSIONS) continue;
        *ARRAY_PUSH(&a->matches.entry, keep) = e[k];
        missions++;
    }
    if (!missions) return;
    found.entries = missions;
    *ARRAY_PUSH(&a->matches.match, keep) = found;
    Mention m = {.kind = MENTION_MISSION, .first = i, .last = i + 1, .match = (int32_t)a->matches.match.len - 1, .prep = -1};
    m.entry = a->matches.entry.item[found.entry];
    for (Size n = 0; n < a->mention.len; n++) {   /* what `trainingsmissie` alone would be */
        Mention *o = &a->mention.item[n];
        if (o->kind != MENTION_MISSION || o->first != i) continue;
        m.prep = o->prep;
        *o = m;
        return;
    }
    *ARRAY_PUSH(&a->mention, keep) = m;
}

void compound_read(const Document *d, Analysis *a, CompoundPrep *prep, Arena *keep)
{
    for (int32_t i = a->first; i < a->last; i++) {
        const Token *t = &d->tokens.item[i];
        if (t->kind != TOKEN_WORD) continue;
        bool named = mention_at(a, i, MENTION_MISSION), long_enough = t->fold_len >= LEAST_LEFT + LEAST_HEAD;
        if (!named && (t->flags & TOKEN_CAPITAL) && long_enough) name_land(d, a, i, prep(d, a, i), keep);
        if (!named && (t->flags & TOKEN_HYPHEN)) name_before_hyphen(d, a, i, keep);
        bool owned = i > a->first && ((function_of(a, i - 1) & FC(POSSESSIVE)) || token_is(d, i - 1, "eigen"));
        const Mention *noun = owned ? mention_at(a, i, MENTION_ACTNOUN) : NULL, *mission = owned ? mention_at(a, i, MENTION_MISSION) : NULL;
        if ((noun && (verb_classes(noun->entry) & VC(MISSION))) || (mission && mission->first == i)) name_owner(d, a, i, keep);
    }
}
