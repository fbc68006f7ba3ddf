/* Noun phrases that name forces: the noun, its number, its adjectives, whose it is. */
#include "frames/analysis.h"
#include "frames/force_join.h"
#include "frames/pennant.h"
#include "lexicon/wordlist.h"

enum { PHRASE_REACH = 9 };

typedef struct {
    const Document *d;
    Analysis *a;
    Arena *keep;
} Build;

/* The asset noun at token `i`, whole word before compound head. */
static bool asset_at(const Build *b, int32_t i, const Match **match, Entry *e)
{
    const Matches *m = &b->a->matches;
    if (i < b->a->first || i >= b->a->last) return false;
    for (int32_t k = m->at[i - b->a->first]; k >= 0 && k < m->match.len && m->match.item[k].first == i; k++) {
        *e = match_entry(m, &m->match.item[k], TABLE_ASSETS);
        *match = &m->match.item[k];
        if (entry_some(*e)) return true;
    }
    return false;
}

static bool inside_name(const Build *b, int32_t i, int32_t last)
{
    for (Size k = 0; k < b->a->mention.len; k++) {
        const Mention *m = &b->a->mention.item[k];
        /* a description (`blauwhelmen`, `Belgische instructeurs`) tells the mission and names forces too */
        bool mission = m->kind == MENTION_MISSION && span_find_byte(lexicon_form(m->entry), '@', 0) < 0;
        bool body = m->kind == MENTION_BODY && !lexicon_has(m->entry, "kind", "commander");
        bool name = mission || m->kind == MENTION_UNIT || m->kind == MENTION_PLACE || body || m->kind == MENTION_NONFORCE;
        if (name && m->first <= i && last <= m->last && m->last - m->first > last - i) return true;
    }
    return false;
}

/* `na maart 2009 militairen`, `tussen 2014 en 2019 instructeurs`: a year that a time of several words ends in. */
static bool is_year(const Build *b, const Number *n)
{
    if (n->low < 1900 || n->high > 2100) return false;
    for (Size k = 0; k < b->a->times.item.len; k++) {
        const Time *t = &b->a->times.item.item[k];
        if (t->last == n->last && t->last - t->first > 1 && t->first <= n->core_first) return true;
    }
    return false;
}

/* The number that ends right before token `i`, or -1. */
static int32_t number_before(const Build *b, int32_t i)
{
    for (Size k = 0; k < b->a->numbers.item.len; k++)
        if (b->a->numbers.item.item[k].last == i && !is_year(b, &b->a->numbers.item.item[k])) return (int32_t)k;
    return -1;
}

static const Mention *nation_mention(const Build *b, int32_t i)
{
    for (Size k = 0; k < b->a->mention.len; k++) {
        const Mention *m = &b->a->mention.item[k];
        if (m->last - 1 != i) continue;
        if (m->kind == MENTION_ADJECTIVE || m->kind == MENTION_OWN) return m;
    }
    return NULL;
}

static bool counts(NumberKind k)
{
    return k == NUMBER_CARDINAL || k == NUMBER_RANGE || k == NUMBER_VAGUE || k == NUMBER_ARTICLE || k == NUMBER_KOPPIG;
}

/* `zijn` before a noun, `leverde` before a number: a verb where its clause takes it for one. */
static bool is_clause_verb(const Build *b, int32_t i)
{
    const Clause *c = clause_at(&b->a->clauses, i);
    for (int v = 0; v < c->verbs; v++)
        if (c->verb[v].token == i) return true;
    return false;
}

static bool in_time(const Build *b, int32_t i)
{
    for (Size k = 0; k < b->a->times.item.len; k++)
        if (b->a->times.item.item[k].first <= i && i < b->a->times.item.item[k].last) return true;
    return false;
}

/* `een militair veldhospitaal`: an adjective where a bare noun follows. */
static bool is_military(const Build *b, int32_t i)
{
    const Token *next = &b->d->tokens.item[i + 1 < b->a->last ? i + 1 : i];
    if (!word_in(b->d, i, WORDS_MILITARY) || i + 1 >= b->a->last || next->kind != TOKEN_WORD || function_of(b->a, i + 1) || is_clause_verb(b, i + 1)) return false;
    Span word = token_text(b->d, i + 1);
    if (word.len < 4 || word.at[0] < 'a' || word.at[0] > 'z') return false;
    const Mention *last = NULL;
    for (Size k = 0; k < b->a->mention.len; k++)
        if (b->a->mention.item[k].first == i + 1 && b->a->mention.item[k].kind != MENTION_NONFORCE) last = &b->a->mention.item[k];
    const Match *noun;
    Entry e;
    bool known = asset_at(b, i + 1, &noun, &e) || word_in(b->d, i + 1, WORDS_MILITARY_THING) || (last && (last->kind == MENTION_ACTNOUN || last->kind == MENTION_MISSION));
    /* `een militair konvooi`: whatever noun of the neuter stands there */
    bool neuter = i > b->a->first && (function_of(b->a, i - 1) & (FC(DET) | FC(POSSESSIVE))) && !token_is(b->d, i - 1, "de");
    return known || (neuter && !(last && last->kind == MENTION_ADJ_STATE) && !in_time(b, i + 1));
}

/* `is militair aanwezig`: without an article, a number or an adjective before it no soldier. */
static bool is_adverb(const Build *b, int32_t i)
{
    if (!word_in(b->d, i, WORDS_MILITARY) || i == b->a->first) return false;
    const Mention *m = mention_at(b->a, i - 1, MENTION_ADJ_STATE);
    bool noun = (function_of(b->a, i - 1) & (FC(DET) | FC(POSSESSIVE))) || number_before(b, i) >= 0 || nation_mention(b, i - 1) || m || token_is(b->d, i - 1, "als");
    return !noun && !span_ends(token_folded(b->d, i - 1), SPAN("e"));
}

static bool adjective_like(const Build *b, int32_t i)
{
    const Token *t = &b->d->tokens.item[i];
    if (t->kind != TOKEN_WORD) return false;
    if (function_of(b->a, i) || is_clause_verb(b, i)) return false;
    Span w = token_folded(b->d, i);
    if (nation_mention(b, i)) return true;
    if (mention_at(b->a, i, MENTION_COUNTRY)) return false; /* `België 24 man` */
    const Match *noun;
    Entry e;
    if (is_military(b, i)) return true;
    if (word_in(b->d, i, WORDS_SPLIT_LEFT) && i + 1 < b->a->last && asset_at(b, i + 1, &noun, &e)) return true;   /* `twee transport vliegtuigen` */
    if (asset_at(b, i, &noun, &e)) return span_is(w, "man") && i + 1 < b->a->last && word_in(b->d, i + 1, WORDS_PERSONNEL);
    if (w.len > 2 && (w.at[w.len - 1] == 'e' || (w.len > 6 && span_ends(w, SPAN("isch"))))) return true;   /* `vijftien forensisch specialisten` */
    /* `zestig Asser militairen`: of a town */
    Span shown = token_text(b->d, i);
    bool town = w.len > 4 && span_ends(w, SPAN("er")) && i > b->a->first && shown.at[0] >= 'A' && shown.at[0] <= 'Z' && shown.at[1] >= 'a';
    if (town && (number_before(b, i) >= 0 || (function_of(b->a, i - 1) & FC(DET)))) return true;
    return span_is(w, "extra") || span_is(w, "eigen") || span_is(w, "klein") || span_is(w, "militair") || span_is(w, "eerste");
}

static void set_quantity(Force *f, const Number *n)
{
    f->quantity = (Quantity){.some = true, .words = n->words, .hedge = n->hedge};
    f->quantity.known = n->kind != NUMBER_VAGUE && n->hedge != HEDGE_VAGUE;
    f->quantity.low = n->low;
    f->quantity.high = n->high;
}

static void set_determiner(Build *b, Force *f, int32_t i)
{
    const Document *d = b->d;
    if (i < b->a->first || is_clause_verb(b, i)) return;
    uint32_t fn = function_of(b->a, i);
    bool joins = token_is(d, i, "dat") && (f->plural || f->quantity.some);   /* `besloten dat zestig militairen gaan`, not `dat bataljon` */
    bool pronoun = token_is(d, i, "het") && (f->plural || (f->quantity.some && f->quantity.low > 1));   /* `of het zestig militairen kan sturen` */
    if (joins || pronoun || !(fn & (FC(DET) | FC(POSSESSIVE)))) return;
    if (token_is(d, i, "een") || token_is(d, i, "geen")) f->indefinite = true;
    else f->definite = true;
    f->first = i;
}

/* Looks back from the noun over adjectives to the number and the determiner. */
/* `door tientallen Britse, Deense en Estse militairen`: the preposition, and the words for many, before the list of nations that the phrase ends. */
static void list_governed(const Build *b, Force *f)
{
    int32_t i = f->first - 1;
    if (f->prep >= 0 || !f->nation.len || i <= b->a->first || !token_is(b->d, i, "en") || !nation_mention(b, i - 1)) return;
    while (i > b->a->first && (nation_mention(b, i) || token_is(b->d, i, "en") || token_is_mark(b->d, i, ','))) i--;
    int32_t n = number_before(b, i + 1);
    const Number *num = n >= 0 ? &b->a->numbers.item.item[n] : NULL;
    if (num) i = num->first - 1;
    if (num && num->kind == NUMBER_VAGUE) f->number = n, set_quantity(f, num);   /* of each; a known number is of all */
    if (i >= b->a->first && (function_of(b->a, i) & FC(PREP))) f->prep = i;
}

/* `een modern fregat`, `een gecharterd toestel`, `een volledig uitgerust veldhospitaal`: an adjective without an ending, behind `een`, of one thing. */
static bool is_bare_adjective(const Build *b, const Force *f, int32_t i)
{
    /* `een verdacht schip`, `een gekaapt schip`: as often somebody else's */
    if (f->plural || f->asset == ASSET_PERSONNEL || (f->asset == ASSET_SHIP && f->weak) || i - 1 < b->a->first) return false;
    const Token *t = &b->d->tokens.item[i];
    bool word = t->kind == TOKEN_WORD && !(t->flags & TOKEN_CAPITAL) && !function_of(b->a, i) && t->fold_len > 3;
    const Match *noun;
    Entry e;
    if (!word || is_military(b, i) || asset_at(b, i, &noun, &e) || in_time(b, i)) return false;
    for (Size k = 0; k < b->a->mention.len; k++)
        if (b->a->mention.item[k].first == i && (b->a->mention.item[k].kind == MENTION_NONFORCE || b->a->mention.item[k].kind == MENTION_ACTNOUN)) return false;
    if (token_is(b->d, i - 1, "een")) return true;
    const Token *before = &b->d->tokens.item[i - 1];
    return i - 2 >= b->a->first && before->kind == TOKEN_WORD && !(before->flags & TOKEN_CAPITAL) && token_is(b->d, i - 2, "een");
}

static void read_left(Build *b, Force *f)
{
    int32_t i = f->first - 1;
    f->number = -1;
    for (int steps = 0; i >= b->a->first && steps < PHRASE_REACH; steps++) {
        int32_t n = number_before(b, i + 1);
        if (n >= 0) {
            const Number *num = &b->a->numbers.item.item[n];
            if (num->kind == NUMBER_ORDINAL) {
                i = num->first - 1;
                f->first = num->first;
                continue;
            }
            if (!counts(num->kind)) break;
            f->number = n;
            f->first = num->first;
            set_quantity(f, num);
            i = num->first - 1;
            break;
        }
        const Mention *nation = nation_mention(b, i);
        if (nation && !f->nation.len) {
            f->nation = nation->id;
            f->nation_at = token_range(b->d, nation->first, nation->last);
        }
        if (nation) {
            i = nation->first - 1;
            f->first = nation->first;
            if (nation->kind == MENTION_OWN) {
                f->definite = true;
                break;
            }
            continue;
        }
        if (token_is_mark(b->d, i, ',') && i > b->a->first && adjective_like(b, i - 1) && adjective_like(b, i + 1)) {
            i--;
            continue;
        }
        /* `een Nederlands en Frans oorlogsschip`: one of each */
        bool paired = f->nation.len && i > b->a->first + 1 && token_is(b->d, i, "en") && nation_mention(b, i - 1) && token_is(b->d, i - 2, "een");
        if (paired) {
            i--;
            continue;
        }
        if (!adjective_like(b, i) && !is_bare_adjective(b, f, i)) break;
        f->first = i--;
    }
    bool article = f->number >= 0 && b->a->numbers.item.item[f->number].kind == NUMBER_ARTICLE;   /* `in de Rode Zee een schip` */
    for (int steps = 0; !article && i >= b->a->first && steps < 4; steps++, i--) {
        const Mention *nation = nation_mention(b, i);
        if (nation) {
            if (!f->nation.len) f->nation = nation->id, f->nation_at = token_range(b->d, nation->first, nation->last);
            f->first = nation->first;
        } else if (!adjective_like(b, i)) {
            break;
        } else {
            f->first = i;
        }
    }
    if (!article) set_determiner(b, f, i);
    int32_t before = f->first - 1;
    f->prep = before >= b->a->first && (function_of(b->a, before) & FC(PREP)) && !(function_of(b->a, before) & FC(DET)) ? before : -1;
    list_governed(b, f);
}

/* The type that a compound's left part names: APACHE-gevechtshelikopters. */
static Span left_type(const Build *b, const Match *match, Asset asset)
{
    if (!match->head) return (Span){0};
    Span word = token_folded(b->d, match->first), left = span_sub(word, 0, match->head);
    while (left.len && left.at[left.len - 1] == '-') left.len--;
    int count;
    const Entry *e = lexicon_word(left, &count);
    for (int i = 0; i < count; i++)
        if (e[i].table == TABLE_ASSETS && asset_from(lexicon_field(e[i], "asset")) == (int)asset) return lexicon_field(e[i], "type");
    return (Span){0};
}

/* The form that matched, for a look in another column. */
static const char *form_text(Entry e)
{
    static _Thread_local char text[64];
    Span form = lexicon_form(e);
    Size n = form.len < 63 ? form.len : 63;
    memcpy(text, form.at, (size_t)n);
    text[n] = 0;
    return text;
}

/* `levert de commandant`: behind the verb, or before it in a subordinate clause. */
static bool is_supplied(const Build *b, const Force *f)
{
    const Clause *c = clause_at(&b->a->clauses, f->head);
    for (int v = 0; v < c->verbs; v++) {
        bool object = c->kind == CLAUSE_MAIN ? f->first > c->verb[0].token : f->first > c->first;
        if (object && lemma_in(WORDS_TO_SUPPLY, lexicon_field(c->verb[v].verb, "lemma"))) return true;
    }
    return false;
}

/* `wordt door de Belgische generaal Deconinck geleid`, `de Belgische admiraal nam het commando over`, `onder leiding van de Deense kolonel`: one who commands. */
static bool is_leader(const Build *b, const Force *f, Entry e)
{
    if (!f->nation.len || !lemma_in(WORDS_LEADER_TYPE, lexicon_field(e, "type"))) return false;
    if (f->prep < 0 || token_is(b->d, f->prep, "door")) return (clause_at(&b->a->clauses, f->head)->classes & (VC(COMMAND) | VC(TAKE_OVER) | VC(HAND_OVER))) != 0;
    return f->prep > b->a->first && token_is(b->d, f->prep, "van") && word_in(b->d, f->prep - 1, WORDS_COMMAND_NOUN);
}

/* `het fregat`, `de KDC-10`: one ship or aircraft, told by its article; `e` is its noun. */
static void single_thing(const Build *b, Force *f, Entry e)
{
    bool thing = f->asset == ASSET_SHIP || f->asset == ASSET_AIRCRAFT || f->asset == ASSET_HELICOPTER;
    /* `levert de commandant`: one person, where somebody gives one */
    bool post = f->asset == ASSET_PERSONNEL && f->prep < 0 && lexicon_has(e, "roles", "command") && is_supplied(b, f);
    post = post || (f->asset == ASSET_PERSONNEL && is_leader(b, f, e));
    if (!(thing || post) || f->quantity.some || !f->definite || f->plural) return;
    /* `de Apache- en Chinook-helikopters` */
    bool hangs = f->last < b->a->last && token_is_mark(b->d, f->last, '-') && !(b->d->tokens.item[f->last].flags & TOKEN_SPACE_BEFORE);
    if (hangs) f->plural = true;
    if (hangs) return;
    int32_t i = f->first;
    bool article = word_in(b->d, i, WORDS_ARTICLE);
    if (article) f->quantity = (Quantity){true, token_range(b->d, i, i + 1), true, 1, 1, HEDGE_ONE};
}

/* `130 en 230 Clustercompagnie`, `42 bataljon`: a number before a formation in the singular is its name. */
static void drop_unit_number(const Build *b, Force *f)
{
    if (f->asset != ASSET_FORMATION || f->plural || f->number < 0 || f->head - f->first > 2) return;
    const Number *n = &b->a->numbers.item.item[f->number];
    if (n->kind != NUMBER_CARDINAL || n->low < 2 || n->hedge != HEDGE_EXACT || b->d->tokens.item[n->first].kind != TOKEN_NUMBER) return;
    f->number = -1;
    f->quantity = (Quantity){0};
    f->named = true;
}

/* `de 450 man sterke Nederlandse eenheid`, `een 160 man sterk detachement`: so many people. With neither a nation nor `een` it may be many states' own. */
static void count_strong(Build *b, Force *f)
{
    int32_t strong = f->first;
    if (strong > b->a->first && word_in(b->d, strong - 1, WORDS_STRONG_OF)) strong--;
    const Mention *from = f->last + 1 < b->a->last && token_is(b->d, f->last, "uit") ? mention_at(b->a, f->last + 1, MENTION_COUNTRY) : NULL;
    if (f->asset != ASSET_FORMATION || f->quantity.some || strong < b->a->first + 2 || !word_in(b->d, strong, WORDS_STRONG_OF) || !word_in(b->d, strong - 1, WORDS_PEOPLE)) return;
    int32_t n = number_before(b, strong - 1);
    if (n < 0) return;
    int32_t article = b->a->numbers.item.item[n].first - 1;
    bool one = article >= b->a->first && token_is(b->d, article, "een");
    if (!f->nation.len && !from && !one) return;
    f->number = n;
    f->asset = ASSET_PERSONNEL;
    f->type = (Span){0};
    f->weak = false;
    f->first = b->a->numbers.item.item[n].first;
    set_quantity(f, &b->a->numbers.item.item[n]);
    set_determiner(b, f, f->first - 1);
}

/* `het 165 man tellende schip`: the people go with it. */
static bool strong_thing(const Build *b, int32_t i)
{
    const Match *match;
    Entry e;
    return asset_at(b, i, &match, &e) && asset_from(lexicon_field(e, "asset")) != ASSET_FORMATION;
}

/* `helikopters van het type Chinook`, `toestellen, type F-16`: where the words that only name the type of a thing before them begin; -1: it is told by itself. */
static int32_t type_named(const Build *b, int32_t i)
{
    if (i <= b->a->first || !word_in(b->d, i - 1, WORDS_TYPE)) return -1;
    int32_t at = i - 1;
    if (at > b->a->first && token_is(b->d, at - 1, "het")) at--;
    if (at > b->a->first && (token_is(b->d, at - 1, "van") || token_is_mark(b->d, at - 1, ','))) at--;
    return at;
}

/* `het commando over de vloot`, `onder Duits commando`: an act, no soldier. */
static bool is_command(const Build *b, const Force *f, int32_t i)
{
    if (!word_in(b->d, i, WORDS_THE_COMMAND) || f->last != i + 1) return false;
    if (f->first == i || token_is(b->d, f->first, "het") || (f->prep >= 0 && token_is(b->d, f->prep, "onder"))) return true;
    Span before = token_folded(b->d, i - 1);
    return mention_at(b->a, i - 1, MENTION_ADJECTIVE) && before.len && before.at[before.len - 1] != 'e';   /* neuter */
}

static void add_asset(Build *b, int32_t i, const Match *match, Entry e)
{
    /* `een 1.200 man sterke gevechtsgroep`: the strength of what follows, no phrase of its own */
    if (match->last < b->a->last && word_in(b->d, match->last, WORDS_STRONG_OF) && !strong_thing(b, match->last + 1)) return;
    Asset asset = (Asset)asset_from(lexicon_field(e, "asset"));
    Span type = lexicon_field(e, "type"), left = left_type(b, match, asset);
    if (left.len) type = left;
    Force *last = b->a->force.len ? &b->a->force.item[b->a->force.len - 1] : NULL;
    if (last && last->asset == asset && last->last == type_named(b, i)) {
        if (type.len) last->type = type;
        return;
    }
    /* `een infanterie eenheid`: written apart */
    if (last && last->last == i && last->asset == ASSET_PERSONNEL && asset == ASSET_FORMATION && !last->plural && !last->demonym && (last->number < 0 || b->a->numbers.item.item[last->number].kind == NUMBER_ARTICLE)) {
        last->indefinite = last->indefinite || last->number >= 0;
        last->asset = asset, last->type = type, last->head = match->last - 1, last->last = match->last, last->number = -1, last->quantity = (Quantity){0};
        return;
    }
    if (last && last->last == i && last->asset == asset && !last->named && !last->demonym) {
        /* `vijf groepen politiemensen`: so many groups */
        if (word_in(b->d, last->head, WORDS_GROUPS)) last->number = -1, last->quantity = (Quantity){0};
        last->head = match->last - 1;
        last->last = match->last;
        if (!last->type.len) last->type = type;
        last->weak = last->weak && lexicon_has(e, "weight", "weak");
        last->roles |= roles_from(lexicon_field(e, "roles"));
        return;
    }
    Force f = {.first = i, .last = match->last, .head = match->last - 1, .asset = asset, .type = type, .number = -1, .nation_at = NO_RANGE, .prep = -1};
    f.roles = roles_from(lexicon_field(e, "roles"));
    f.weak = lexicon_has(e, "weight", "weak");
    f.plural = span_is(lexicon_field(e, "plural"), "") ? false : e.column == 2;
    read_left(b, &f);
    f.plural = f.plural || (e.column == 1 && lexicon_has(e, "plural", form_text(e)));
    drop_unit_number(b, &f);
    count_strong(b, &f);
    single_thing(b, &f, e);
    if (is_command(b, &f, i)) return;
    if (word_in(b->d, i, WORDS_GROUP) && f.number >= 0 && b->a->numbers.item.item[f.number].kind == NUMBER_ARTICLE) f.quantity.known = false, f.quantity.hedge = HEDGE_VAGUE;
    *ARRAY_PUSH(&b->a->force, b->keep) = f;
}

/* `54 Belgen`: a people as the unit. Without a number a people is who acts, not what is given. */
static void add_demonym(Build *b, const Mention *m)
{
    Force f = {.first = m->first, .last = m->last, .head = m->last - 1, .asset = ASSET_PERSONNEL, .demonym = true, .weak = true, .plural = true, .number = -1,
               .nation = m->id, .nation_at = token_range(b->d, m->first, m->last), .prep = -1};
    read_left(b, &f);
    if (f.number >= 0) *ARRAY_PUSH(&b->a->force, b->keep) = f;
}

/* What opens the phrase of a name, and the preposition before it: `de Tromp`, `van de Belgische Louise-Marie`. */
static void open_named(Build *b, Force *f)
{
    int32_t before = f->first - 1;
    if (before > b->a->first && nation_mention(b, before) && (function_of(b->a, before - 1) & FC(DET))) f->first = before--;
    if (before >= b->a->first && (function_of(b->a, before) & FC(DET))) f->first = before--;
    if (before >= b->a->first && (function_of(b->a, before) & FC(PREP))) f->prep = before;
}

/* A named ship; the noun before it (`fregat`) joins. Its quantity words are its name, prefix included, article not. */
static void add_ship(Build *b, const Mention *m)
{
    int32_t first = m->first;
    while (first - 1 >= b->a->first && ((function_of(b->a, first - 1) & FC(SHIP_PREFIX)) || (token_is_mark(b->d, first - 1, '.') && first - 2 >= b->a->first &&
                                                                                     (function_of(b->a, first - 2) & FC(SHIP_PREFIX)))))
        first--;
    Force *last = b->a->force.len ? &b->a->force.item[b->a->force.len - 1] : NULL;
    Range words = token_range(b->d, first, m->last);
    if (last && last->last == first && last->asset == ASSET_SHIP && !last->named) {
        last->last = m->last;
        last->named = true;
        if (last->number < 0 || b->a->numbers.item.item[last->number].kind == NUMBER_ARTICLE) last->quantity = (Quantity){true, words, true, 1, 1, HEDGE_ONE};
        if (!last->type.len) last->type = lexicon_field(m->entry, "type");
        if (!last->nation.len) last->nation = m->id, last->nation_at = words;
        return;
    }
    Force f = {.first = first, .last = m->last, .head = m->last - 1, .asset = ASSET_SHIP, .type = lexicon_field(m->entry, "type"), .named = true, .definite = true,
               .number = -1, .nation = m->id, .nation_at = words, .prep = -1};
    f.quantity = (Quantity){true, words, true, 1, 1, HEDGE_ONE};
    open_named(b, &f);
    *ARRAY_PUSH(&b->a->force, b->keep) = f;
}

static void add_unit(Build *b, const Mention *m)
{
    if (lexicon_has(m->entry, "kind", "service") || lexicon_has(m->entry, "kind", "branch") || lexicon_has(m->entry, "kind", "staff")) return;
    Force f = {.first = m->first, .last = m->last, .head = m->last - 1, .asset = ASSET_FORMATION, .type = lexicon_field(m->entry, "name"), .named = true,
               .definite = true, .number = -1, .nation = m->id, .nation_at = token_range(b->d, m->first, m->last), .prep = -1};
    open_named(b, &f);
    *ARRAY_PUSH(&b->a->force, b->keep) = f;
}

/* The token behind a regiment told by its number and branch: `het 13e Bevoorrading en Transport`, `1/3e Lansiers`; -1 when none begins at `i`. */
static int32_t branch_end(const Build *b, int32_t i)
{
    const Token *t = &b->d->tokens.item[i];
    bool numbered = t->kind == TOKEN_NUMBER || (t->flags & TOKEN_DIGIT);
    if (!numbered || i + 1 >= b->a->last || !word_in(b->d, i + 1, WORDS_BRANCH) || !(b->d->tokens.item[i + 1].flags & TOKEN_CAPITAL)) return -1;
    int32_t last = i + 2;
    while (last < b->a->last) {
        bool joint = last + 1 < b->a->last && (token_is(b->d, last, "en") || token_is(b->d, last, "te"));
        int32_t next = joint ? last + 1 : last;
        if (b->d->tokens.item[next].kind != TOKEN_WORD || !(b->d->tokens.item[next].flags & TOKEN_CAPITAL) || nation_mention(b, next)) break;
        last = next + 1;
    }
    return last;
}

static void add_named(Build *b, int32_t i, int32_t last, Asset asset)
{
    Force *noun = b->a->force.len ? &b->a->force.item[b->a->force.len - 1] : NULL;
    if (asset == ASSET_SHIP && noun && noun->last == i && noun->asset == ASSET_SHIP && !noun->plural) {
        noun->last = last;   /* `de mijnenjager M924 Primula` */
        return;
    }
    Force f = {.first = i, .last = last, .head = last - 1, .asset = asset, .named = true, .definite = true, .number = -1, .nation_at = NO_RANGE, .prep = -1};
    const Mention *nation = i > b->a->first ? nation_mention(b, i - 1) : NULL;
    if (nation) f.nation = nation->id, f.nation_at = token_range(b->d, nation->first, nation->last), f.first = nation->first;
    if (asset == ASSET_SHIP) f.quantity = (Quantity){true, token_range(b->d, i, last), true, 1, 1, HEDGE_ONE};
    open_named(b, &f);
    *ARRAY_PUSH(&b->a->force, b->keep) = f;
}

static const Mention *mention_from(const Analysis *a, int32_t i, MentionKind kind)
{
    for (Size k = 0; k < a->mention.len; k++)
        if (a->mention.item[k].first == i && a->mention.item[k].kind == kind) return &a->mention.item[k];
    return NULL;
}

void force_read(const Document *d, Analysis *a, Arena *keep)
{
    Build b = {d, a, keep};
    for (int32_t i = a->first; i < a->last; i++) {
        const Match *match;
        Entry e;
        const Mention *m;
        int32_t branch = -1;
        if ((m = mention_from(a, i, MENTION_SHIP))) {
            add_ship(&b, m);
            i = m->last - 1;
        } else if ((m = mention_from(a, i, MENTION_UNIT)) && !inside_name(&b, m->first, m->last)) {
            add_unit(&b, m);
            i = m->last - 1;
        } else if ((branch = branch_end(&b, i)) >= 0) {
            add_named(&b, i, branch, ASSET_FORMATION);
            i = branch - 1;
        } else if ((branch = pennant_end(d, a, i)) >= 0) {
            add_named(&b, i, branch, ASSET_SHIP);
            i = branch - 1;
        } else if (asset_at(&b, i, &match, &e)) {
            if (!inside_name(&b, i, match->last) && !(match->last == i + 1 && (is_military(&b, i) || is_adverb(&b, i)))) add_asset(&b, i, match, e);
            i = match->last - 1;
        } else if ((m = mention_from(a, i, MENTION_DEMONYM))) {
            add_demonym(&b, m);
            i = m->last - 1;
        }
    }
    force_join(d, a);
    amount_read(d, a);
}
