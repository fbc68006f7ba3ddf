/* Numbers that stand apart from the noun they count: `de begeleiders in Kunduz, 225 in getal`; and two that look like one range: `verhoogt van 120 tot 180`. */
#include "frames/analysis.h"
#include "lexicon/wordlist.h"

enum { BACK = 14 };

/* The token behind `225 in getal`, `150 man sterk`, `tien koppen groot` whose number ends before `i`; -1 when nothing of the kind follows. */
static int32_t counting_tail(const Document *d, const Analysis *a, int32_t i)
{
    if (i + 1 < a->last && token_is(d, i, "in") && word_in(d, i + 1, WORDS_IN_ALL)) return i + 2;
    if (i < a->last && word_in(d, i, WORDS_PEOPLE)) i++;
    return i < a->last && word_in(d, i, WORDS_SIZED) ? i + 1 : -1;
}

/* The last force before token `i` that has no number. */
static Force *uncounted_before(Analysis *a, int32_t i)
{
    Force *best = NULL;
    for (Size k = 0; k < a->force.len; k++) {
        Force *f = &a->force.item[k];
        if (f->last > i || f->last < i - BACK) continue;
        if (f->number >= 0 && f->quantity.some) best = NULL;
        else if (!f->named || f->asset == ASSET_FORMATION) best = f;
    }
    if (best && best->contained)
        for (Size k = 0; k + 1 < a->force.len; k++)
            if (&a->force.item[k + 1] == best && a->force.item[k].asset == ASSET_FORMATION && a->force.item[k].last < best->first) return &a->force.item[k];
    return best;
}

static void count(Force *f, int32_t number, const Number *n)
{
    f->number = number;
    f->quantity = (Quantity){.some = true, .words = n->words, .known = true, .low = n->low, .high = n->high, .hedge = n->hedge};
    if (f->asset == ASSET_FORMATION) f->asset = ASSET_PERSONNEL, f->type = (Span){0};
}

/* Whether a plural stands at `i` that no list knows: whoever they are, `een detachement van 50 mecaniekers` is 50 people. */
static bool unknown_plural(const Document *d, const Analysis *a, int32_t i)
{
    if (i >= a->last || d->tokens.item[i].kind != TOKEN_WORD || function_of(a, i) || mention_at(a, i, MENTION_NONFORCE)) return false;
    for (Size k = 0; k < a->force.len; k++)
        if (a->force.item[k].first <= i && i < a->force.item[k].last) return false;
    Span w = token_folded(d, i);
    return w.len > 4 && (span_ends(w, SPAN("en")) || span_ends(w, SPAN("rs")));
}

static bool is_verb(const Analysis *a, int32_t i)
{
    const Clause *x = clause_at(&a->clauses, i);
    for (int v = 0; v < x->verbs; v++)
        if (x->verb[v].token == i) return true;
    return false;
}

/* `een medisch team van vijf`: the formation whose people the bare number counts. */
static Force *team_of(const Document *d, Analysis *a, const Number *n)
{
    bool of = token_is(d, n->first - 1, "van"), people = n->low >= 2 && unknown_plural(d, a, n->last);
    if (!of && !(people && token_is(d, n->first - 1, "met"))) return NULL;
    bool alone = people || n->last >= a->last || d->tokens.item[n->last].kind != TOKEN_WORD || (function_of(a, n->last) & (FC(COORD) | FC(PREP) | FC(REL))) || is_verb(a, n->last);
    for (Size k = 0; alone && k < a->force.len; k++) {
        Force *f = &a->force.item[k];
        /* `een tweede groep van 100` */
        bool group = word_in(d, f->head, WORDS_GROUP) && (!f->quantity.some || !f->quantity.known);
        if (f->last == n->first - 1 && !f->named && (group || (f->asset == ASSET_FORMATION && !f->quantity.some))) return f;
    }
    return NULL;
}

/* The force that a relative clause tells the number of: `Franse militairen, die er met 500 zijn`. */
static Force *antecedent(const Document *d, Analysis *a, const Number *n)
{
    const Clause *x = clause_at(&a->clauses, n->first);
    bool being = x->kind == CLAUSE_RELATIVE && x->opener >= 0 && (x->classes & ~(VC(BE) | VC(AUX) | VC(MODAL))) == 0 && (x->classes & VC(BE));
    if (!being || n->first == a->first || !token_is(d, n->first - 1, "met")) return NULL;
    for (Size k = 0; k < a->force.len; k++) {
        Force *f = &a->force.item[k];
        if (!f->quantity.some && (f->last == x->opener || (f->last == x->opener - 1 && token_is_mark(d, f->last, ',')))) return f;
    }
    return NULL;
}

/* A phrase whose number counts something else, or nothing (`geen enkele militair`): `de helft van de 3.700 manschappen`, `een op de tien functies`, `het merendeel militairen`
 * behind the force itself. */
static void uncount(const Document *d, Analysis *a, Force *f)
{
    if (f->number < 0) return;
    const Number *n = &a->numbers.item.item[f->number];
    int32_t of = f->prep;
    for (int32_t i = f->first; i < f->head; i++)
        if (word_in(d, i, WORDS_OF_THE_KIND)) f->contained = true; /* `een dergelijke helikopter` */
    if (n->kind != NUMBER_VAGUE && of > a->first && token_is(d, of, "van") && word_in(d, of - 1, WORDS_FRACTION)) f->quantity.some = false;
    bool in_so_many = n->first > a->first + 2 && token_is(d, n->first - 1, "de") && token_is(d, n->first - 2, "op");
    for (Size i = 0; in_so_many && i < a->numbers.item.len; i++)   /* not `in aanvulling op de 750 militairen` */
        if (a->numbers.item.item[i].last == n->first - 2) f->contained = true;
    if (f->asset != ASSET_PERSONNEL && n->first > a->first + 2 && token_is(d, n->first - 1, "de") && token_is(d, n->first - 2, "van") && word_in(d, n->first - 3, WORDS_ONE_OF)) f->contained = true; /* `een van de vier fregatten` */
    if (n->kind != NUMBER_VAGUE || n->first <= a->first) return;
    if (token_is(d, n->first - 1, "geen")) f->quantity.some = false;
    bool apposed = token_is_mark(d, n->first - 1, ',') || token_is(d, n->first - 1, "voor");
    for (int32_t i = n->first; i < n->last; i++)
        if (apposed && word_in(d, i, WORDS_MOSTLY)) f->contained = true;
}

/* Whether only a place stands between a phrase and the comma before its number, and the number's phrase ends at a mark or a verb. */
static bool number_apposed(const Document *d, const Analysis *a, const Force *f, const Force *number)
{
    enum { PLACE = 3 };
    int32_t comma = number->first - 1;
    if (comma < f->last || comma - f->last > PLACE || !token_is_mark(d, comma, ',')) return false;
    if (comma > f->last && !(function_of(a, f->last) & FC(PREP_PLACE))) return false;
    return number->last >= a->last || d->tokens.item[number->last].kind == TOKEN_PUNCT || is_verb(a, number->last);
}

/* `een detachement, bestaande uit 300 soldaten`, `het detachement dat bestaat uit 80 man`: words of consisting right behind `f` and before its people. */
static bool consists_of(const Document *d, const Force *f, const Force *people)
{
    enum { REACH = 5 };
    if (people->first - f->last > REACH || people->prep < f->last) return false;
    for (int32_t i = f->last; i < people->prep; i++)
        if (word_in(d, i, WORDS_MADE_UP)) return true;
    return false;
}

/* `380 mensen, voornamelijk militairen`: what those counted before are. `een vliegtuig met 160 militairen`: what carries them. */
static void contain(const Document *d, Analysis *a, Size k)
{
    Force *f = &a->force.item[k];
    const Force *before = k > 0 ? &a->force.item[k - 1] : NULL;
    Force *behind = k + 1 < a->force.len ? &a->force.item[k + 1] : NULL;
    bool counted = before && before->quantity.some && before->quantity.known && f->first <= before->last + 4 && f->first >= before->last + 2;
    if (counted && !f->quantity.some && f->asset == before->asset && token_is_mark(d, before->last, ',') && word_in(d, f->first - 1, WORDS_CHIEFLY)) f->contained = true;
    /* `een majoor van 38`: an age */
    bool one = f->asset == ASSET_PERSONNEL && f->quantity.some && f->quantity.hedge == HEDGE_ONE && f->last + 1 < a->last && token_is(d, f->last, "van");
    bool aged = one && d->tokens.item[f->last + 1].kind == TOKEN_NUMBER && (f->last + 2 >= a->last || d->tokens.item[f->last + 2].kind != TOKEN_WORD || (function_of(a, f->last + 2) & FC(REL)));
    if (aged) f->contained = true;
    /* `zijn laatste genisten, 130 man`, `Het Duitse contingent in Mali, ruim 1.000 man`: told once, by the number */
    bool people = behind && behind->asset == ASSET_PERSONNEL && behind->quantity.some && behind->quantity.known && behind->quantity.low > 1;
    bool formed = people && f->asset == ASSET_FORMATION && !f->quantity.some && !f->named;
    people = people && behind->prep < 0 && (behind->weak || f->asset == ASSET_FORMATION);
    bool whole = !f->quantity.some && !f->named && (f->plural || f->asset == ASSET_FORMATION) && (f->asset == ASSET_PERSONNEL || f->asset == ASSET_FORMATION);
    if ((formed && consists_of(d, f, behind)) || (people && whole && (f->definite || f->nation.len || f->asset == ASSET_FORMATION) && number_apposed(d, a, f, behind))) {
        f->contained = true;
        if (!behind->nation.len) behind->nation = f->nation, behind->nation_at = f->nation_at;
    }
    bool group = behind && f->asset == ASSET_PERSONNEL && word_in(d, f->head, WORDS_GROUP) && behind->asset != ASSET_PERSONNEL && behind->quantity.some;
    if (group && behind->prep == f->last && token_is(d, behind->prep, "van")) f->contained = true;   /* `een eerste groep van zes F-16's` */
    bool carries = f->asset == ASSET_AIRCRAFT && f->weak && f->quantity.some && f->quantity.hedge == HEDGE_ONE && behind && behind->asset == ASSET_PERSONNEL && behind->quantity.some;
    if (carries && behind->first == f->last + 1 && token_is(d, f->last, "met")) f->contained = true;
}

/* Whether a number that ends at `last` stands for itself: `: 850.`, `: 40 in totaal`. */
static bool counts_alone(const Document *d, const Analysis *a, int32_t last)
{
    if (last >= a->last) return true;
    for (Size k = 0; token_is_mark(d, last, ',') && k < a->numbers.item.len; k++)   /* `vijf, een en een`: a list of them */
        if (a->numbers.item.item[k].first == last + 1) return false;
    if (d->tokens.item[last].kind == TOKEN_PUNCT) return true;
    return last + 1 < a->last && token_is(d, last, "in") && word_in(d, last + 1, WORDS_IN_ALL);
}

/* `levert de meeste soldaten: 850`, `sturen militairen naar Mali: 40 in totaal`: the only force before the colon, which the bare number counts; or NULL. */
static Force *before_colon(const Document *d, Analysis *a, const Number *n)
{
    if (n->kind != NUMBER_CARDINAL || n->low < 2 || n->first < a->first + 2 || !token_is_mark(d, n->first - 1, ':') || !counts_alone(d, a, n->last)) return NULL;
    Force *only = NULL;
    for (Size k = 0; k < a->force.len; k++) {
        Force *f = &a->force.item[k];
        if (f->last == n->first - 1 && f->plural && !f->quantity.known && !f->named) return f;
        if (f->first > n->first) break;
        if (only || !f->plural || f->quantity.known || f->named || f->prep >= 0) return NULL;
        only = f;
    }
    return only;
}

void amount_read(const Document *d, Analysis *a)
{
    for (Size k = 0; k < a->force.len; k++) {
        uncount(d, a, &a->force.item[k]);
        contain(d, a, k);
    }
    for (Size i = 0; i < a->numbers.item.len; i++) {
        const Number *n = &a->numbers.item.item[i];
        if ((n->kind != NUMBER_CARDINAL && n->kind != NUMBER_RANGE) || n->first <= a->first || !(n->low >= 1)) continue;
        bool apposed = token_is_mark(d, n->first - 1, ',') && counting_tail(d, a, n->last) >= 0;
        Force *f = apposed ? uncounted_before(a, n->first - 1) : antecedent(d, a, n);
        if (!f) f = team_of(d, a, n);
        if (!f) f = before_colon(d, a, n);
        if (!f) continue;
        for (Size k = 0; k < a->force.len; k++)
            if (a->force.item[k].number == (int32_t)i && &a->force.item[k] != f) a->force.item[k].contained = true;
        count(f, (int32_t)i, n);
        f->contained = false;
    }
}

/* The token of `tot` in `van 120 tot 180`, where `n` is such a range in a clause whose verb makes more or fewer; or -1. */
static int32_t turns_at(const Document *d, const Analysis *a, const Number *n)
{
    bool from = token_is(d, n->first, "van") || (n->first > a->first && token_is(d, n->first - 1, "van"));
    if (n->kind != NUMBER_RANGE || !from || !(clause_at(&a->clauses, n->first)->classes & (VC(ENLARGE) | VC(REDUCE)))) return -1;
    for (int32_t i = n->first + 1; i + 1 < n->last; i++)
        if (token_is(d, i, "tot")) return i;
    return -1;
}

void amount_part_change(const Document *d, Analysis *a, Arena *keep)
{
    Numbers parted = {.words = a->numbers.words};
    bool any = false;
    for (Size i = 0; i < a->numbers.item.len; i++) any = any || turns_at(d, a, &a->numbers.item.item[i]) >= 0;
    if (!any) return;
    for (Size i = 0; i < a->numbers.item.len; i++) {
        const Number *n = &a->numbers.item.item[i];
        int32_t to = turns_at(d, a, n);
        Numbers old = {0}, new = {0};
        if (to >= 0) old = number_read(d, token_is(d, n->first, "van") ? n->first + 1 : n->first, to, keep), new = number_read(d, to + 1, n->last, keep);
        if (old.item.len != 1 || new.item.len != 1) {
            *ARRAY_PUSH(&parted.item, keep) = *n;
            continue;
        }
        *ARRAY_PUSH(&parted.item, keep) = old.item.item[0];
        *ARRAY_PUSH(&parted.item, keep) = new.item.item[0];
    }
    a->numbers = parted;
}
