/* Times that the sentences beside a claim tell of it. */
#include "frames/times_told.h"

#include "lexicon/wordlist.h"

#include <string.h>

enum { CARRY_REACH = 2, CARRY_REACH_LIST = 12, ABOUT_REACH = 9, DEPARTURE_REACH = 8 };

/* The people and helicopters aboard a ship. */
static bool rides(const Context *c, int32_t s)
{
    const Sentence *x = &c->d->sentences.item[s];
    bool along = false, with = false;
    for (int32_t i = x->token; i < x->token + x->tokens; i++) {
        if (word_in(c->d, i, WORDS_ABOARD_PEOPLE)) return true;
        along = along || word_in(c->d, i, WORDS_GOING_ALONG);
        with = with || word_in(c->d, i, WORDS_ALONG);
    }
    return along && with;
}

/* `Het gaat om 175 militairen`: about what was announced, also behind a heading. */
static bool is_about(const Context *c, int32_t s)
{
    const Sentence *x = &c->d->sentences.item[s];
    int32_t i = x->token;
    if (x->tokens <= 3) return false;
    if (token_is(c->d, i, "in") && word_in(c->d, i + 1, WORDS_IN_ALL)) return true;
    return token_is(c->d, i, "het") && word_in(c->d, i + 1, WORDS_GOES) && (token_is(c->d, i + 2, "om") || token_is(c->d, i + 3, "om"));
}

/* How near a told time is to a claim in sentence `s`: 0 not at all. The sentences before count more than those behind. */
static int nearness(const Context *c, const TimesTold *t, const Claim *x, int32_t s, Field side)
{
    const Sentence *a = &c->d->sentences.item[t->sentence], *b = &c->d->sentences.item[s];
    int away = s - t->sentence, reach = b->kind == SENTENCE_LIST && away > 0 ? CARRY_REACH_LIST : CARRY_REACH;
    if (t->heading) reach = away > 0 && t->sentence > c->first_sentence + 1 ? CARRY_REACH_LIST : 0;
    int distance = away < 0 ? -away : away;
    bool with_ship = t->claim.evidence.to && t->claim.asset == ASSET_SHIP && rides(c, s);
    if (away > 0 && distance <= ABOUT_REACH && (with_ship || is_about(c, s))) return 100 - 2 * distance;
    bool all = (t->whole && side == FIELD_END) || (t->begins && side == FIELD_START);
    if (all && away < 0 && distance <= ABOUT_REACH && fields_phase(x) == 0) return 90 - 2 * distance;
    bool beside = b->paragraph - a->paragraph <= 1 && a->paragraph - b->paragraph <= 1;
    if (distance > reach && !(a->paragraph == b->paragraph && distance <= 4)) return 0;
    if (!beside && !t->heading && b->kind != SENTENCE_LIST) return 0;
    return 100 - 2 * distance - (away < 0 ? 1 : 0) - (t->heading ? 20 : 0);
}

/* `Zij blijven er tot ...`: goes on about what the sentence before told. */
static bool goes_on(const Context *c, int32_t sentence)
{
    const Sentence *s = &c->d->sentences.item[sentence];
    bool also = s->tokens > 1 && token_is(c->d, s->token, "ook");
    return word_in(c->d, s->token + also, WORDS_GOING_ON);
}

/* What is told behind a claim is of a plan; of what runs only the end, in the next sentence. */
static bool may_look_ahead(const Context *c, const TimesTold *t, const Claim *x, int32_t s, Field side)
{
    if (t->sentence <= s || fields_to_come(x->stage) || x->stage == STAGE_DEPLOYING) return true;
    bool next = t->sentence == s + 1 && c->d->sentences.item[s].paragraph == c->d->sentences.item[s + 1].paragraph;
    if (t->since) return next;
    return side == FIELD_END && next && goes_on(c, t->sentence);
}

/* `de zestig militairen in Kunduz`, `op de luchthaven van Kaboel`: both say where, and not the same place. */
static bool other_place(const Document *d, const Claim *x, const Claim *o)
{
    if (x->proof[FIELD_PLACES].how != HOW_STATED || o->proof[FIELD_PLACES].how != HOW_STATED || x->evidence.from == o->evidence.from) return false;
    for (int i = 0; i < x->places; i++)
        for (int k = 0; k < o->places; k++)
            if (span_equal(span_range(d->bytes, x->place[i].words), span_range(d->bytes, o->place[k].words))) return false;
    return x->places && o->places;
}

/* Whether a claim has a theatre of its own, and none that the other has; what stands beside a sentence without claims may have it carried. */
static bool elsewhere(const Document *d, const Claim *x, const Claim *other)
{
    if (other_place(d, x, other)) return true;
    if ((x->proof[FIELD_HOST].how != HOW_STATED && other->evidence.to) || !x->hosts || !other->hosts) return false;
    for (int i = 0; i < x->hosts; i++)
        for (int k = 0; k < other->hosts; k++)
            if (span_equal(x->host[i], other->host[k])) return false;
    return true;
}

static bool may_take(const Context *c, const TimesTold *t, const Claim *x, int32_t s)
{
    if (t->departed) return false;
    bool claimless = !t->claim.evidence.to;
    int from = fields_phase(&t->claim), to = fields_phase(x);
    bool same = !claimless && t->claim.asset == x->asset && x->asset != ASSET_NONE && !t->claim.quantity.some && t->sentence > s && t->sentence <= s + 2;
    if (!same && elsewhere(c->d, x, &t->claim)) return false;
    /* what is only weighed is another plan than the one whose times were told before */
    if (claimless && x->stage == STAGE_WEIGHED && t->sentence < s) return false;
    if (t->expires && x->act == ACT_EXTEND) return false;
    if (t->since) return (to == 1 || to == 2) && t->sentence == s + 1 && span_equal(t->claim.contributor, x->contributor);
    if (claimless && t->claim.asset != ASSET_NONE && (t->claim.asset != x->asset || t->sentence < s) && !rides(c, s)) return false;
    if (claimless) return (to == 0 || to == 4 || (to == 1 && t->sentence == s + 1)) && span_equal(t->claim.contributor, x->contributor);
    bool counted = t->claim.quantity.known && x->quantity.known && t->claim.quantity.low != x->quantity.low;
    bool elaborates = from == 0 && to == 1 && s > t->sentence && s - t->sentence <= 2 && !(counted && t->claim.asset == x->asset);
    return fields_alike(&t->claim, x) && (from == to || elaborates);
}

/* An end before the begin, or in the stretch in which it lies, is another contribution's. */
static bool agrees(const Claim *x, const Bound *end)
{
    if (!x->start.some || !day_known(end->latest)) return true;
    bool before = day_known(x->start.earliest) && end->latest.n < x->start.earliest.n;
    return !before && !(x->duration.some && day_known(x->start.latest) && end->latest.n <= x->start.latest.n);
}

/* `drie Chinooks van januari tot en met mei. Vanaf mei levert Nederland de commandant.`: an end in the month of the begin, told with another begin. */
static bool ends_as_begins(const Claim *x, const Claim *o)
{
    enum { MONTH = 31 };
    if (x->proof[FIELD_START].how != HOW_STATED || !o->start.some || x->start.words.from == o->start.words.from) return false;
    return day_known(x->start.earliest) && day_known(o->end.latest) && o->end.latest.n < x->start.earliest.n + MONTH;
}

static void take(Claim *x, const Claim *from, Field side)
{
    static const char *const rule = "time of the sentence beside";
    if (side == FIELD_START) x->start = from->start, fields_prove(x, side, HOW_CARRIED, from->start.words, rule);
    if (side == FIELD_END) x->end = from->end, fields_prove(x, side, HOW_CARRIED, from->end.words, rule);
    if (side == FIELD_DURATION) x->duration = from->duration, fields_prove(x, side, HOW_CARRIED, from->duration.words, rule);
}

/* Durations are each contribution's own, but for what a sentence without claims says, or the one that gave the other times. */
static bool shares_duration(const TimesTold *t, const Claim *x)
{
    bool claimless = !t->claim.evidence.to, planned = fields_phase(x) == 0 || fields_phase(x) == 4;
    bool again = !t->claim.quantity.some && x->quantity.some && t->claim.asset == x->asset && t->claim.evidence.from > x->evidence.from;   /* `De militairen gaan voor een jaar` */
    bool same = x->start.some && t->claim.start.some && x->start.words.from == t->claim.start.words.from && x->proof[FIELD_START].how == HOW_CARRIED;
    return planned && t->claim.duration.added == (x->act == ACT_EXTEND) && (claimless || same || again);
}

/* Two items of a list are two contributions: what holds for both stands in the sentence above them. */
static bool are_items(const Context *c, const TimesTold *t, int32_t s)
{
    const Sentence *a = &c->d->sentences.item[t->sentence], *b = &c->d->sentences.item[s];
    return t->sentence != s && a->kind == SENTENCE_LIST && b->kind == SENTENCE_LIST && a->paragraph != b->paragraph;
}

static bool is_turn(const Claim *o)
{
    return o->act == ACT_TAKE_OVER || o->act == ACT_ROTATE || o->act == ACT_HAND_OVER;
}

/* A last day without a first tells nothing of what runs, and no end of what has a duration of its own; the end told before one who takes over is
 * that of the other. */
static bool is_loose(const TimesTold *t, const Claim *x, int32_t s, Field side)
{
    if (side == FIELD_END && is_turn(x) && fields_phase(x) == 0 && t->sentence < s) return true;
    if (side == FIELD_START) return x->stage == STAGE_ACTIVE && !day_known(t->claim.start.earliest) && day_known(t->claim.start.latest);
    return side == FIELD_END && x->duration.some && !day_known(t->claim.end.earliest);
}

/* `Daarnaast gaan vanaf oktober ...`: of something else, not of what was told before it. */
static bool adds(const Context *c, const TimesTold *t, int32_t s, const Claim *to, Field side)
{
    const Sentence *x = &c->d->sentences.item[t->sentence];
    if (t->sentence <= s || !t->claim.evidence.to) return false;
    bool also = false, besides = word_in(c->d, x->token, WORDS_ADDING);
    for (int32_t i = x->token; i < x->token + x->tokens; i++) {
        also = also || token_is(c->d, i, "ook");
        besides = besides || word_in(c->d, i, WORDS_BESIDES);
    }
    if (also && to->act == ACT_EXTEND && to->asset != t->claim.asset && side == FIELD_START) return true;
    return (besides && !goes_on(c, t->sentence)) || (side == FIELD_START && t->claim.act == ACT_ENLARGE && to->act == ACT_EXTEND && to->asset != t->claim.asset);
}

/* `Er komt ook een Patriot-eenheid`: the forces are told beside others. */
static bool is_also(const Context *c, const Claim *x, int32_t s)
{
    enum { REACH = 2 };
    const Sentence *l = &c->d->sentences.item[s];
    Range at = x->proof[FIELD_ASSET].at;
    for (int32_t i = l->token; range_some(at) && i < l->token + l->tokens && c->d->tokens.item[i].at.from < at.from; i++)
        if (word_in(c->d, i, WORDS_BESIDES) || (token_is(c->d, i, "ook") && i + REACH < l->token + l->tokens && c->d->tokens.item[i + REACH].at.to >= at.from)) return true;
    return false;
}

/* `Daarnaast helpen er 15 ...`: another contribution, with times of its own. So is what stands beside those that relieve each other. */
static bool is_beside(const Context *c, const TimesTold *t, const Claim *x, int32_t s, Field side)
{
    const Claim *o = &t->claim;
    if (!o->evidence.to || rides(c, s) || t->sentence == s) return false;
    bool other = o->asset != x->asset, runs = fields_phase(x) == 1;
    /* `Het detachement in Libanon krimpt tot 93. Voor Atalanta vertrekt in september een fregat` */
    if (other && claim_elsewhere(o, x) && (o->asset == ASSET_SHIP || x->asset == ASSET_SHIP) && x->quantity.known && x->quantity.low > 1) return true;
    if (side == FIELD_END && other && runs && t->sentence < s && !is_about(c, s)) return true;
    if (side == FIELD_START && runs && x->asset == ASSET_NONE && o->quantity.known) return true;   /* since when some are there tells not of all */
    if (side == FIELD_END && runs && o->act == ACT_ROTATE && !x->quantity.known) return true;   /* who is relieved ends, not the presence */
    bool counted = o->quantity.known && x->quantity.known && o->quantity.low < x->quantity.low;
    if (runs && counted && !other && t->sentence < s && is_about(c, s)) return true;   /* `In totaal levert ons land er 100` */
    bool behind = t->sentence > s;
    /* `stuurt er nog 400. In de zomer volgen nog eens vier helikopters`: when more of something else comes */
    if (side == FIELD_START && behind && other && o->basis == BASIS_INCREASE && o->quantity.known && x->quantity.known) return true;
    /* `leverde tot vorig jaar een compagnie. Nu zitten er nog 31`: what is over is no end of what runs */
    bool over = day_known(o->end.latest) && day_known(c->written.first) && o->end.latest.n < c->written.first.n;
    if (side == FIELD_END && runs && over) return true;
    /* `Nederland heeft 400 militairen in Gao. De vier Apaches gaan in januari naar huis.` */
    if (side == FIELD_END && other && runs && behind && o->quantity.known && o->stage == STAGE_LEAVING) return true;
    if (is_turn(o) && !is_turn(x) && (x->act == ACT_EXTEND || (other && (runs || behind)) || (behind && side == FIELD_START && o->stage != x->stage))) return true;
    if (side == FIELD_START && t->sentence < s && other && is_also(c, x, s)) return true;
    return t->sentence < s && fields_phase(x) != 2 && (other || runs) && word_in(c->d, c->d->sentences.item[s].token, WORDS_ADDING);
}

/* The last word of a ship's name; empty for `een fregat`. */
static Span ship_name(const Document *d, const Claim *x)
{
    Span words = x->asset == ASSET_SHIP && x->quantity.some ? span_range(d->bytes, x->quantity.words) : (Span){0};
    Size i = words.len;
    while (i > 0 && words.at[i - 1] != ' ') i--;
    bool name = i < words.len && words.at[i] >= 'A' && words.at[i] <= 'Z' && words.len - i >= 4 && !span_is(words, "Deze");
    return name ? span_sub(words, i, words.len) : (Span){0};
}

/* `Zr.Ms. Tromp ...`, `Zr.Ms. Evertsen ...`: each ship has times of its own; aircraft told before it have not those of the ship. */
static bool is_other_ship(const Context *c, const Claim *a, const Claim *b)
{
    if (a->asset == ASSET_SHIP && b->asset == ASSET_AIRCRAFT && a->evidence.from > b->evidence.from) return true;
    Span one = ship_name(c->d, a), two = ship_name(c->d, b);
    return one.len && two.len && !span_equal(one, two);
}

/* `stuurt vliegtuigen en helikopters. De helikopters komen maandag aan.`: of the other of the two. */
static bool is_of_its_pair(const Context *c, const TimesTold *t, const Claim *x, int32_t s)
{
    const Reading *r = c->reading;
    if (t->sentence <= s || !t->claim.evidence.to || t->claim.asset == x->asset) return false;
    for (Size i = x - r->claims.item - 1; i >= 0 && r->claims.item[i].evidence.from == x->evidence.from; i--)
        if (r->claims.item[i].asset == t->claim.asset) return true;
    for (Size i = x - r->claims.item + 1; i < r->claims.len && r->claims.item[i].evidence.from == x->evidence.from; i++)
        if (r->claims.item[i].asset == t->claim.asset) return true;
    return false;
}

static void take_side(const Context *c, const TimesTolds *told, Claim *x, int32_t s, Field side)
{
    const TimesTold *best = NULL;
    int most = 0;
    for (Size t = told->from; t < told->len && told->item[t].sentence <= s + CARRY_REACH_LIST; t++) {
        const TimesTold *o = &told->item[t];
        if (!(times_sides_of(&o->claim) >> side & 1) || !may_take(c, o, x, s) || !may_look_ahead(c, o, x, s, side)) continue;
        if (side == FIELD_END && (!agrees(x, &o->claim.end) || ends_as_begins(x, &o->claim))) continue;
        if (are_items(c, o, s) || is_loose(o, x, s, side) || adds(c, o, s, x, side) || is_beside(c, o, x, s, side) || is_of_its_pair(c, o, x, s) || is_other_ship(c, &o->claim, x)) continue;
        if (side == FIELD_DURATION && !shares_duration(o, x)) continue;
        int near = nearness(c, o, x, s, side);
        if (near > most) most = near, best = o;
    }
    if (best) take(x, &best->claim, side);
}

/* `In mei keerden er zestig terug. Zij waren daar sinds 2014.` */
static void take_since(const Context *c, const TimesTolds *told, Claim *x, int32_t s)
{
    for (Size t = told->from; t < told->len && told->item[t].sentence <= s + 1; t++) {
        const TimesTold *o = &told->item[t];
        bool since = span_starts(span_range(c->d->bytes, o->claim.start.words), SPAN("sinds"));
        if (o->since && since && may_take(c, o, x, s) && may_look_ahead(c, o, x, s, FIELD_START)) take(x, &o->claim, FIELD_START);
    }
}

/* `Tot 30 juni bewaken Belgen het luchtruim. Spanje neemt de taak over.`: who takes over begins where the other ends. */
static void take_over(const Context *c, const TimesTolds *told, Claim *x, int32_t s)
{
    if (x->act != ACT_TAKE_OVER || x->start.some || x->stage == STAGE_ENDED) return;
    for (Size t = told->len - 1; t >= told->from; t--) {
        const Claim *o = &told->item[t].claim;
        if (told->item[t].sentence > s || !o->evidence.to) continue;
        if (told->item[t].sentence < s - 1) return;
        bool mission = !o->mission.len || !x->mission.len || span_equal(o->mission, x->mission);
        if (!o->end.some || span_equal(o->contributor, x->contributor) || !mission || elsewhere(c->d, x, o)) continue;
        x->start = o->end;
        fields_prove(x, FIELD_START, HOW_CARRIED, o->end.words, "where the one relieved ends");
        return;
    }
}

/* `Vrijdag keert de mijnenjager terug. Het schip vertrok op 2 februari.`: those who come home went when the page says that they left. */
static void take_departure(const Context *c, const TimesTolds *told, Claim *x, int32_t s)
{
    bool home = x->act == ACT_WITHDRAW && (x->stage == STAGE_ENDED || x->stage == STAGE_LEAVING);
    const Claim *best = NULL;
    int least = DEPARTURE_REACH + 1;
    for (Size t = told->from; home && t < told->len && told->item[t].sentence <= s + DEPARTURE_REACH; t++) {
        const Claim *o = &told->item[t].claim;
        int away = told->item[t].sentence < s ? s - told->item[t].sentence : told->item[t].sentence - s;
        bool claim = o->evidence.to && o->act == ACT_DEPLOY && fields_phase(o) == 2 && o->proof[FIELD_START].how == HOW_STATED && !o->end.some;
        bool went = o->start.some && (told->item[t].departed || claim), same = o->asset == x->asset || (told->item[t].departed && o->asset == ASSET_NONE);
        if (!went || away >= least || !same || !fields_alike(o, x) || elsewhere(c->d, x, o) || is_other_ship(c, o, x)) continue;
        if (o->quantity.known && x->quantity.known && o->asset != ASSET_SHIP && o->quantity.low != x->quantity.low) continue;
        if (x->end.some && day_known(x->end.latest) && day_known(o->start.earliest) && o->start.earliest.n >= x->end.latest.n) continue;
        best = o;
        least = away;
    }
    if (best) take(x, best, FIELD_START);
}

/* A claim that leaves its times open has those that the sentences beside it tell of the same contribution. */
void fields_carry_times(Context *c, Size first_claim)
{
    static const Field sides[] = {FIELD_START, FIELD_END, FIELD_DURATION};
    Arena mark = *c->scratch;
    TimesTolds told = times_gather(c, first_claim);
    Reading *r = c->reading;
    int32_t s = c->first_sentence;
    for (Size i = first_claim; i < r->claims.len; i++) {
        Claim *x = &r->claims.item[i];
        while (c->d->sentences.item[s].at.from < x->evidence.from) s++;
        while (told.from < told.len && told.item[told.from].sentence < s - CARRY_REACH_LIST) told.from++;
        unsigned said = times_sides(c, &c->analysis[s - c->first_sentence]) | times_sides_of(x);
        for (int f = 0; f < 3; f++)
            if (!(said >> sides[f] & 1)) take_side(c, &told, x, s, sides[f]);
        if (!x->start.some && x->end.some && x->proof[FIELD_END].how == HOW_STATED) take_since(c, &told, x, s);
        if (!x->start.some) take_departure(c, &told, x, s);
        if (!(times_sides(c, &c->analysis[s - c->first_sentence]) >> FIELD_START & 1)) take_over(c, &told, x, s);
    }
    *c->scratch = mark;
}
