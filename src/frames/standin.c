/* Words that stand in for forces: pronouns, some of those told of, peoples. */
#include "frames/standin.h"

#include "frames/plain.h"
#include "lexicon/wordlist.h"

/* `van hen`; `een deel van hun blijft`, not `een deel van hun taken`. */
bool standin_is_them(const Context *c, const Analysis *a, int32_t i)
{
    if (!token_is(c->d, i, "hun")) return token_is(c->d, i, "hen");
    const Clause *x = clause_at(&a->clauses, i);
    for (int v = 0; v < x->verbs; v++)
        if (x->verb[v].token == i + 1) return true;
    return i + 1 >= a->last || c->d->tokens.item[i + 1].kind != TOKEN_WORD || function_of(a, i + 1);
}

/* The end of `de rest`, `de overigen`, `een groot deel van hen`, `ruim de helft` at token `i`: some of the forces told before; -1 when nothing of the kind stands there. */
static int32_t some_of_them(const Context *c, const Analysis *a, int32_t i)
{
    if (i + 2 >= a->last || (i > a->first && (function_of(a, i - 1) & FC(PREP)))) return -1;
    if (!token_is(c->d, i, "de") && !token_is(c->d, i, "het") && !token_is(c->d, i, "een")) return -1;
    int32_t noun = i + 1 + (word_in(c->d, i + 1, WORDS_LARGE_PART) ? 1 : 0), next = noun + 1;
    if (next >= a->last || !word_in(c->d, noun, WORDS_SOME_OF_THEM)) return -1;
    bool of = token_is(c->d, next, "van"), them = of && next + 1 < a->last && standin_is_them(c, a, next + 1);
    if (them) return next + 2;
    bool apposed = token_is_mark(c->d, next, ',') && !word_in(c->d, noun, WORDS_FRACTION);   /* `Het gros, bestaande uit para's, gaat per trein` */
    return of || word_in(c->d, noun, WORDS_FRACTION) || (c->d->tokens.item[next].kind != TOKEN_WORD && !apposed) || mention_at(a, next, MENTION_NONFORCE) ? -1 : next;
}

/* `zij blijven tot eind 2024`, `de rest volgt in mei`: the force spoken of before, or some of it, as subject of an act. One a clause. */
void standin_pronouns(const Context *c, Analysis *a, const Carry *carry)
{
    if (carry->asset == ASSET_NONE) return;
    for (int32_t i = a->first; i < a->last; i++) {
        bool they = word_in(c->d, i, WORDS_THEY);
        int32_t last = they ? i + 1 : some_of_them(c, a, i);
        if (last < 0) continue;
        const Clause *x = clause_at(&a->clauses, i);
        if (!(x->classes & ~(VC(AUX) | VC(MODAL) | VC(SAY)))) continue;
        bool taken_clause = false;
        for (Size k = 0; k < a->force.len; k++) {
            const Force *o = &a->force.item[k];
            bool by = o->prep > i && word_in(c->d, o->prep, WORDS_BY);   /* `ze worden afgelost door collega's`: somebody else */
            taken_clause = taken_clause || (a->clauses.of[o->head - a->first] == a->clauses.of[i - a->first] && !by);
        }
        if (taken_clause) continue;
        Force *f = ARRAY_PUSH(&a->force, c->keep);
        *f = (Force){.first = i, .last = last, .head = i, .asset = carry->asset, .type = carry->asset_type, .elided = true, .pronoun = they,
                     .definite = true, .plural = true, .number = -1, .nation_at = NO_RANGE, .prep = -1};
        if (!they && !word_in(c->d, last - 1, WORDS_OTHERS)) f->quantity = (Quantity){.some = true, .words = token_range(c->d, i, last), .hedge = HEDGE_VAGUE};
    }
}

/* Whether a people before `m` is joined to it: `Belgen, Tsjechen en de Noren` are one phrase, told again for each. */
static bool continues_list(const Context *c, const Analysis *a, const Mention *m)
{
    int32_t i = m->first - 1;
    if (i > a->first && (function_of(a, i) & FC(DET))) i--;
    if (i <= a->first || !(token_is_mark(c->d, i, ',') || word_in(c->d, i, WORDS_LIST_JOINT))) return false;
    return mention_at(a, i - 1, MENTION_DEMONYM) != NULL;
}

/* `De Duitsers en de Finnen zijn er niet blij mee`, `zijn de tweede groep`: a bare `zijn` that says neither where nor when tells what a people is. */
static bool only_is(const Context *c, const Analysis *a, const Mention *m)
{
    const Clause *x = clause_at(&a->clauses, m->first);
    if (x->verbs != 1 || !lemma_in(WORDS_TO_BE, lexicon_field(x->verb[0].verb, "lemma"))) return false;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *o = &a->mention.item[i];
        if (clause_at(&a->clauses, o->first) != x) continue;
        bool where = (o->kind == MENTION_PLACE || o->kind == MENTION_COUNTRY || o->kind == MENTION_MISSION) && o->prep >= 0;
        if (where || o->kind == MENTION_ADJ_STATE || (o->kind == MENTION_MARKER && span_find(lexicon_field(o->entry, "class"), SPAN("act:"), 0) >= 0)) return false;
    }
    for (int32_t i = x->first; i < x->last; i++)
        if (clause_at(&a->clauses, i) == x && ((function_of(a, i) & FC(EXISTENTIAL)) || word_in(c->d, i, WORDS_THERE))) return false;
    return true;
}

/* `De Amerikanen hebben ook een missie in het gebied`: the state that has it, not its soldiers. */
static bool has_mission(const Analysis *a, const Mention *m)
{
    const Clause *x = clause_at(&a->clauses, m->first);
    if (m->prep >= 0 || x->verbs != 1 || !lemma_in(WORDS_TO_HAVE, lexicon_field(x->verb[0].verb, "lemma"))) return false;
    for (int32_t i = x->verb[0].token + 1; i < x->last; i++) {
        const Mention *noun = mention_at(a, i, MENTION_ACTNOUN);
        if (noun && noun->prep < 0 && (verb_classes(noun->entry) & VC(MISSION)) && clause_at(&a->clauses, i) == x) return true;
    }
    return false;
}

/* `de Belgen blijven`, `samen met Duitsers en Tsjechen`: a people without a number as those who are there, not as the state that acts. */
void standin_people(const Context *c, Analysis *a)
{
    static const uint64_t PRESENCE = VC(REMAIN) | VC(DEPART) | VC(WITHDRAW) | VC(RETURN) | VC(ARRIVE) | VC(SERVE) | VC(BE) | VC(DEPLOY) | VC(GO) | VC(RELOCATE) | VC(TASK);
    static const uint64_t STATE = VC(TAKE_OVER) | VC(RELIEVE) | VC(HAND_OVER) | VC(CONTRIBUTE) | VC(END) | VC(ENLARGE) | VC(REDUCE) | VC(DECIDE) | VC(OFFER) | VC(WEIGH);
    Size forces = a->force.len;
    for (Size i = 0; i < a->mention.len; i++) {
        const Mention *m = &a->mention.item[i];
        if (m->kind != MENTION_DEMONYM || m->id.len != 2) continue;
        bool taken = false;
        for (Size k = 0; k < forces; k++) taken = taken || (a->force.item[k].first <= m->first && m->last <= a->force.item[k].last);
        uint64_t acts = plain_acts(a, m);
        if (has_mission(a, m)) continue;
        bool number = m->first > a->first && word_in(c->d, m->first - 1, WORDS_NUMBER_NOUN);   /* `het aantal Belgen zakt van 585 tot 340` */
        if (taken || (!number && (!(acts & PRESENCE) || (acts & STATE))) || continues_list(c, a, m) || only_is(c, a, m)) continue;
        bool the = m->first > a->first && (function_of(a, m->first - 1) & (FC(DET) | FC(POSSESSIVE)));
        *ARRAY_PUSH(&a->force, c->keep) = (Force){.first = the ? m->first - 1 : m->first, .last = m->last, .head = m->last - 1, .asset = ASSET_PERSONNEL, .weak = true, .plural = true,
                                                  .demonym = true, .definite = the, .number = -1, .nation = m->id, .nation_at = token_range(c->d, m->first, m->last), .prep = m->prep};
    }
}
