/* Phrases of forces that belong together. */
#include "frames/force_join.h"

#include "lexicon/wordlist.h"

static bool is_formation(const Force *f)
{
    return f->asset == ASSET_FORMATION;
}

static bool closes(const Document *d, const Analysis *a, int32_t i)
{
    return i >= a->last || token_is_mark(d, i, ',') || token_is_mark(d, i, '.') || token_is_mark(d, i, ')') || token_is_mark(d, i, ';') || token_is_mark(d, i, ':');
}

/* `een compagnie van 17 Pantserinfanteriebataljon`: one formation. */
static void join_behind(const Document *d, Analysis *a)
{
    for (Size k = 0; k + 1 < a->force.len; k++) {
        Force *outer = &a->force.item[k], *inner = &a->force.item[k + 1];
        bool unit = outer->asset == ASSET_FORMATION && !outer->named && inner->named && inner->asset == ASSET_FORMATION && inner->first <= outer->last + 2 &&
                    token_is(d, outer->last, "van");
        if (!unit) continue;
        if (!outer->nation.len) outer->nation = inner->nation, outer->nation_at = inner->nation_at;
        inner->contained = true;
    }
}

/* `een ploeg Deense monteurs`, `een team van Duitse experts`, `een team Australische chirurgen`: whose a formation or a group is by the people that it is made of. */
static void join_people(const Document *d, Analysis *a)
{
    for (Size k = 0; k < a->force.len; k++) {
        Force *outer = &a->force.item[k], *inner = k + 1 < a->force.len ? outer + 1 : NULL;
        bool group = is_formation(outer) || (word_in(d, outer->head, WORDS_GROUP) && !outer->quantity.known);
        if (!group || outer->named || outer->nation.len || outer->last + 1 >= a->last) continue;
        bool of = token_is(d, outer->last, "van");
        int32_t whose = outer->last + of;
        const Mention *m = mention_at(a, whose, MENTION_ADJECTIVE);
        if (!m || m->first != whose || m->id.len != 2 || m->last >= a->last || d->tokens.item[m->last].kind != TOKEN_WORD || function_of(a, m->last)) continue;
        bool people = inner && inner->first == whose && inner->asset == ASSET_PERSONNEL && !inner->quantity.some;
        if (of && !people) continue;   /* `een eenheid van Franse makelij` */
        outer->nation = m->id;
        outer->nation_at = token_range(d, m->first, m->last);
        if (people) inner->contained = true;
    }
}

/* `een compagnie van 150 man`, `een team met 25 mariniers`: the people are the claim, the formation their container. */
static void join_containers(const Document *d, Analysis *a)
{
    for (Size k = 0; k + 1 < a->force.len; k++) {
        Force *outer = &a->force.item[k], *inner = &a->force.item[k + 1];
        /* `een bataljon paracommando's`: one formation, told by its people */
        bool made_of = is_formation(outer) && !outer->weak && inner->asset == ASSET_PERSONNEL && inner->first == outer->last;
        if (made_of && !inner->quantity.some && !inner->nation.len) {
            inner->contained = true;
            Force *people = k + 2 < a->force.len ? inner + 1 : NULL;   /* `een bataljon mariniers van 650 man` */
            bool counted = people && people->asset == ASSET_PERSONNEL && people->quantity.some && people->number >= 0 && people->first == inner->last + 1;
            bool told = counted && token_is_mark(d, inner->last, ',') && word_in(d, people->head, WORDS_PEOPLE) && closes(d, a, people->last);
            if (told || (counted && (token_is(d, inner->last, "van") || token_is_mark(d, inner->last, '(')))) {
                people->inner = outer->contained = true;
                if (!people->nation.len) people->nation = outer->nation, people->nation_at = outer->nation_at;
            }
        }
        /* `een squadron F-16's`, `een eskader mijnenjagers`: one formation, told by its things */
        bool filled = is_formation(outer) && inner->asset != ASSET_PERSONNEL && inner->asset != ASSET_FORMATION && inner->first == outer->last;
        if (filled && !inner->quantity.some && !inner->nation.len && !inner->named) inner->contained = true;
        bool group = is_formation(outer) || word_in(d, outer->head, WORDS_GROUP);
        /* `een detachement van zes F-16's` */
        bool things = is_formation(outer) && inner->asset != ASSET_PERSONNEL && inner->asset != ASSET_FORMATION && inner->quantity.some && inner->number >= 0;
        if (things && inner->first == outer->last + 1 && token_is(d, outer->last, "van")) {
            outer->contained = true;
            if (!inner->nation.len) inner->nation = outer->nation, inner->nation_at = outer->nation_at;
        }
        if (!group || inner->asset != ASSET_PERSONNEL || !inner->quantity.some) continue;
        bool linked = inner->first == outer->last + 1 && (token_is(d, outer->last, "van") || token_is(d, outer->last, "met") || token_is_mark(d, outer->last, '('));
        /* `een peloton commando's, ongeveer dertig man, bewaakt` */
        bool told = outer->plural == false && inner->first == outer->last + 1 && token_is_mark(d, outer->last, ',') && closes(d, a, inner->last) && word_in(d, inner->head, WORDS_PEOPLE);
        if (!linked && !told) continue;
        inner->inner = true;
        outer->contained = true;
        if (!inner->nation.len) inner->nation = outer->nation, inner->nation_at = outer->nation_at;
        inner->definite = inner->definite || outer->definite;
    }
}

/* `het contingent telde 600 man`, `een compagnie met staf, samen 200 militairen`, `een cel, waar 2 militairen zaten`: a formation whose people are told next. */
static bool tells_people(const Document *d, const Analysis *a, const Force *outer, const Force *inner)
{
    int32_t count = inner->number >= 0 ? a->numbers.item.item[inner->number].first : inner->first;
    for (int32_t i = outer->last; i < count; i++)
        if (word_in(d, i, WORDS_TOGETHER) && count - i <= 2) return true;
    bool opened = outer->last + 1 < a->last && token_is_mark(d, outer->last, ',') && token_is(d, outer->last + 1, "waar");
    if (opened && a->clauses.of[inner->head - a->first] == a->clauses.of[outer->last + 1 - a->first]) return true;
    if (outer->prep >= 0 || a->clauses.of[inner->head - a->first] != a->clauses.of[outer->head - a->first]) return false;
    const Clause *c = clause_at(&a->clauses, outer->head);
    for (int v = 0; v < c->verbs; v++)
        if (lemma_in(WORDS_TO_COUNT, lexicon_field(c->verb[v].verb, "lemma")) && c->verb[v].token < inner->first) return true;
    return false;
}

static void join_told(const Document *d, Analysis *a)
{
    for (Size k = 0; k + 1 < a->force.len; k++) {
        Force *outer = &a->force.item[k], *inner = &a->force.item[k + 1];
        if (!is_formation(outer) || (outer->quantity.some && outer->quantity.low > 1) || outer->contained || inner->asset != ASSET_PERSONNEL || !inner->quantity.some || inner->number < 0) continue;
        if (!tells_people(d, a, outer, inner)) continue;
        outer->contained = true;
        if (k > 0 && is_formation(outer - 1) && outer[-1].last + 1 == outer->first && token_is(d, outer[-1].last, "met")) outer[-1].contained = true;
        if (!inner->nation.len) inner->nation = outer->nation, inner->nation_at = outer->nation_at;
    }
}

/* `een 120-koppig detachement`: the number counts its people. */
static void turn_koppig(Analysis *a)
{
    for (Size k = 0; k < a->force.len; k++) {
        Force *f = &a->force.item[k];
        if (f->number < 0) continue;
        const Number *n = &a->numbers.item.item[f->number];
        if (n->kind == NUMBER_KOPPIG) f->asset = ASSET_PERSONNEL;
        else if (is_formation(f) && (n->kind == NUMBER_ARTICLE || n->high < 1)) {   /* `een halve compagnie` */
            f->quantity.some = false;
            f->indefinite = true;
        }
    }
}

static bool one_ship(const Force *f)
{
    return f->asset == ASSET_SHIP && !f->named && !f->definite && f->number >= 0 && f->quantity.some && f->quantity.known && f->quantity.low == 1;
}

/* `een mijnenjager, Zr.Ms. Schiedam, vaart mee`: one ship, its kind and its name. */
static void take_name(Force *kind, Force *name)
{
    kind->quantity = name->quantity;
    kind->number = -1;
    kind->named = kind->definite = true;
    kind->indefinite = kind->weak = false;
    if (!kind->type.len) kind->type = name->type;
    if (!kind->nation.len) kind->nation = name->nation, kind->nation_at = name->nation_at;
    name->contained = true;
}

/* A ship told by its kind and, between commas or behind a colon, by its name; `de Dixmude, een Franse helikoptercarrier`. */
static void join_apposed(const Document *d, Analysis *a)
{
    for (Size k = 0; k + 1 < a->force.len; k++) {
        Force *x = &a->force.item[k], *y = &a->force.item[k + 1];
        if (y->first <= a->first || !(token_is_mark(d, y->first - 1, ',') || token_is_mark(d, y->first - 1, ':') || token_is_mark(d, y->first - 1, '('))) continue;
        bool beside = y->first == x->last + 1, colon = token_is_mark(d, y->first - 1, ':');
        bool ship = y->named && y->asset == ASSET_SHIP;
        if (ship && one_ship(x) && (beside || colon) && closes(d, a, y->last)) take_name(x, y);
        else if (ship && one_ship(x) && colon) x->contained = true;   /* `met een schip aanwezig: de Arlington blijft` */
        else if (beside && one_ship(y) && x->named && x->asset == ASSET_SHIP && !colon) {
            if (!x->nation.len) x->nation = y->nation, x->nation_at = y->nation_at;
            y->contained = true;
        }
    }
}

void force_join(const Document *d, Analysis *a)
{
    join_behind(d, a);
    join_apposed(d, a);
    join_people(d, a);
    join_containers(d, a);
    join_told(d, a);
    turn_koppig(a);
}
