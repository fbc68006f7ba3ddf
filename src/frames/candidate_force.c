/* Features of the phrase that names a candidate's forces. */
#include "frames/candidate.h"

#include "frames/phrase.h"
#include "lexicon/wordlist.h"

/* Whether the phrase's nation is one where this page's mission happens: Iraakse militairen in Irak. */
static bool is_local(const Candidate *k)
{
    const Force *f = k->f;
    if (!f || !f->nation.len || span_equal(f->nation, k->c->reading->country)) return false;
    for (int i = 0; i < k->c->hosts.count; i++)
        if (span_equal(k->c->hosts.id[i], f->nation)) {
            for (int h = 0; h < k->claim.hosts; h++)
                if (span_equal(k->claim.host[h], f->nation)) return true;
            /* `Poolse F-16's in Siauliai`: of a mission in both lands, and in the other one */
            Entry mission = k->claim.mission.len ? lexicon_find(TABLE_MISSIONS, k->claim.mission) : (Entry){0};
            bool allies = entry_some(mission) && (lexicon_has(mission, "kind", "air") || lexicon_has(mission, "kind", "presence") || lexicon_has(mission, "kind", "maritime"));
            bool guests = allies && k->claim.proof[FIELD_HOST].how == HOW_STATED;
            if (!guests && k->claim.mission.len && mission_in(k->claim.mission, f->nation)) return true;
            if (!k->claim.mission.len && k->c->hosts.weight[i] >= 3) return true;
        }
    return false;
}

/* `de inzet van F-16's`, `een bijdrage met twee fregatten`: the act noun that the phrase completes. */
static bool completes_act(const Candidate *k)
{
    int32_t prep = k->f->prep;
    if (prep <= k->a->first || (!token_is(k->c->d, prep, "van") && !token_is(k->c->d, prep, "met"))) return false;
    const Mention *noun = mention_at(k->a, prep - 1, MENTION_ACTNOUN);
    /* `het terughalen van de eerste manschappen` */
    const Clause *c = clause_at(&k->a->clauses, prep - 1);
    for (int v = 0; prep > k->a->first + 1 && token_is(k->c->d, prep - 2, "het") && v < c->verbs; v++)
        if (c->verb[v].token == prep - 1 && c->verb[v].form != FORM_FINITE && (c->verb[v].classes & (VC(DEPLOY) | VC(WITHDRAW)))) return true;
    return noun && (verb_classes(noun->entry) & (VC(CONTRIBUTION) | VC(DEPLOY) | VC(WITHDRAW) | VC(EXTEND) | VC(RETURN) | VC(DEPART) | VC(ENLARGE)));
}

/* `van 270 naar 350`, `in plaats van de huidige 360`, `minder dan de 290`: the strength until now. */
static bool is_old_level(const Candidate *k)
{
    const Force *f = k->f;
    if (!f->quantity.some || f->number < 0) return false;
    const Number *n = &k->a->numbers.item.item[f->number];
    const Document *d = k->c->d;
    bool of = n->first > k->a->first && token_is(d, n->first - 1, "van");
    bool rises = false;
    for (Size i = 0; of && i < k->a->numbers.item.len; i++) {
        int32_t first = k->a->numbers.item.item[i].first;
        rises = rises || (first == f->last + 1 && word_in(d, f->last, WORDS_UP_TO)) || (first == f->last && token_is(d, first, "tot"));
    }
    bool instead = f->prep > k->a->first && token_is(d, f->prep, "van") && word_in(d, f->prep - 1, WORDS_STEAD);
    bool less = f->definite && f->first > k->a->first && token_is(d, f->first - 1, "dan");
    return rises || instead || less;
}

/* `onder leiding van een Duitse brigade`, `onder bevel van de Franse brigade`: who leads what is told. */
static bool is_in_command(const Candidate *k)
{
    const Force *f = k->f;
    if (f->asset != ASSET_FORMATION || f->prep < k->a->first + 2 || !token_is(k->c->d, f->prep, "van")) return false;
    int32_t noun = f->prep - 1, under = noun - 1;
    if (function_of(k->a, under) & FC(DET)) under--;
    return word_in(k->c->d, noun, WORDS_COMMAND_NOUN) && under >= k->a->first && token_is(k->c->d, under, "onder");
}

/* `veertig van de 170 militairen`: the whole of which a part is told. */
static bool is_whole(const Candidate *k)
{
    const Force *f = k->f;
    if (!f->quantity.some || !f->definite || f->prep <= k->a->first || !token_is(k->c->d, f->prep, "van")) return false;
    for (Size i = 0; i < k->a->numbers.item.len; i++)
        if (k->a->numbers.item.item[i].last == f->prep) return true;
    return false;
}

/* `Van de 585 militairen komt de helft naar huis`: all of whom the clause tells a part. */
static bool opens_part(const Candidate *k)
{
    const Force *f = k->f;
    const Clause *c = clause_at(&k->a->clauses, f->head);
    if (!f->quantity.some || !f->definite || f->prep != k->a->first || !token_is(k->c->d, f->prep, "van") || !c->verbs || !(c->classes & (VC(WITHDRAW) | VC(RETURN) | VC(REDUCE)))) return false;
    for (Size i = 0; i < k->a->numbers.item.len; i++) {
        const Number *n = &k->a->numbers.item.item[i];
        if (n->first > c->verb[0].token && (n->kind == NUMBER_FRACTION || n->kind == NUMBER_CARDINAL || n->kind == NUMBER_PERCENT) && clause_at(&k->a->clauses, n->first) == c) return true;
    }
    return false;
}

/* `de zestig militairen in Mali`: known ones, where they are. */
static bool is_placed(const Candidate *k)
{
    const Force *f = k->f;
    if (!f->definite || !f->quantity.some || f->last + 1 >= k->a->last || !(function_of(k->a, f->last) & FC(PREP)) || word_in(k->c->d, f->last, WORDS_TOWARDS)) return false;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool where = (m->kind == MENTION_PLACE && !lexicon_has(m->entry, "kind", "home")) || m->kind == MENTION_COUNTRY;
        if (where && m->prep == f->last && (token_is(k->c->d, f->last, "in") || token_is(k->c->d, f->last, "op"))) return true;
    }
    return false;
}

/* Whether people are the subject or object of the candidate's clause: `honderd soldaten zijn met een C-17 geland`. */
static bool has_people(const Candidate *k)
{
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        bool people = o->asset == ASSET_PERSONNEL || o->asset == ASSET_FORMATION;
        bool before = o->first < k->f->first || k->f->prep == candidate_clause(k)->first;   /* `Met twee C-130's keerden de militairen terug` */
        if (o != k->f && people && o->prep < 0 && before && candidate_in_clause(k, o->head)) return true;
    }
    return false;
}

/* `vlogen we met de legerhelikopter naar Kidal`, `Met een C-130 reisde de minister naar Gao`: how somebody who tells of it got there. */
static bool is_ridden(const Candidate *k)
{
    const Document *d = k->c->d;
    const Clause *c = candidate_clause(k);
    bool travels = false, who = false;
    if (k->f->prep < 0 || !token_is(d, k->f->prep, "met") || k->f->nation.len) return false;
    bool stated = k->claim.proof[FIELD_CONTRIBUTOR].how == HOW_STATED;
    for (int v = 0; v < c->verbs; v++) travels = travels || lemma_in(WORDS_TO_TRAVEL, lexicon_field(c->verb[v].verb, "lemma"));
    for (int32_t i = c->first; i < c->last; i++) {
        if (!candidate_in_clause(k, i)) continue;
        const Mention *m = mention_at(k->a, i, MENTION_BODY);
        bool we = (token_is(d, i, "we") || token_is(d, i, "wij") || token_is(d, i, "ik") || word_in(d, i, WORDS_HE)) && c->tense == TENSE_PAST;
        who = who || we || (!stated && word_in(d, i, WORDS_TRAVELLER)) || (!stated && m && m->prep < 0 && lexicon_has(m->entry, "kind", "minister"));
    }
    return travels && who && !(d->tokens.item[k->f->head].flags & TOKEN_QUOTED);
}

/* `stapten in Niamey op een A400M`: what people go by, no part of what is sent. */
static bool is_means_of_travel(const Candidate *k)
{
    enum { FLEET = 4 };
    static const uint64_t WAYS = VC(DEPART) | VC(GO) | VC(RETURN) | VC(ARRIVE);
    const Force *f = k->f;
    bool one = !f->quantity.some || (f->quantity.known && f->quantity.low == 1);
    bool aboard = f->prep > k->a->first && token_is(k->c->d, f->prep, "van") && word_in(k->c->d, f->prep - 1, WORDS_ON_BOARD);
    if (aboard && f->asset == ASSET_SHIP && f->weak && !f->nation.len && !f->definite && has_people(k)) return true;   /* `mariniers aan boord van elf schepen` */
    bool carries = f->asset == ASSET_AIRCRAFT || f->asset == ASSET_HELICOPTER || f->asset == ASSET_SHIP || f->asset == ASSET_VEHICLE;
    /* `worden met een Antonov naar Congo gebracht`, `volgen in mei met twee C-130's` */
    bool with = f->prep >= 0 && token_is(k->c->d, f->prep, "met") && !f->definite && !f->nation.len;
    bool fleet = with && f->asset == ASSET_AIRCRAFT && f->quantity.some && f->quantity.known && f->quantity.low <= FLEET && (f->roles >> ROLE_TRANSPORT & 1);
    if (!carries || !(one || fleet) || f->named) return false;
    for (int32_t i = f->last; with && i < k->a->last; i++)
        if (candidate_in_clause(k, i) && word_in(k->c->d, i, WORDS_CARRYING)) return true;
    if (is_ridden(k)) return true;
    bool one_person = candidate_clause(k)->kind == CLAUSE_RELATIVE || candidate_word_among(k, candidate_clause(k)->first, f->first, WORDS_HE);
    bool heli = with && (f->asset == ASSET_HELICOPTER || f->asset == ASSET_AIRCRAFT) && f->quantity.hedge == HEDGE_ONE && one_person;
    if (heli && (candidate_clause(k)->classes & (VC(ARRIVE) | VC(VISIT)))) return true;   /* `de minister, die met een helikopter was aangekomen` */
    if (!(candidate_clause(k)->classes & WAYS)) return false;
    for (int32_t i = f->last; f->asset == ASSET_AIRCRAFT && f->prep < 0 && !f->nation.len && i < k->a->last; i++)
        if (word_in(k->c->d, i, WORDS_ON_BOARD) && i > k->a->first && token_is(k->c->d, i - 1, "aan")) return true;   /* `is een vliegtuig geland met aan boord ...` */
    if (f->prep < 0) return false;
    if (aboard || word_in(k->c->d, f->prep, WORDS_ABOARD)) return true;
    /* `De Fransen vliegen met twee A400M's`: what they do there; before the verb or more than one, only who leaves or comes goes by it */
    bool leaves = candidate_clause(k)->classes & (VC(DEPART) | VC(RETURN) | VC(ARRIVE)), plain = one && f->prep > candidate_clause(k)->first;
    return f->asset == ASSET_AIRCRAFT && with && (plain || leaves) && has_people(k);
}

/* `Als pelotonscommandant leidde hij dertig soldaten`: somebody's past. */
static bool once_led(const Candidate *k)
{
    const Clause *c = candidate_clause(k);
    if (!k->f->quantity.some || k->f->nation.len || c->tense != TENSE_PAST || !(c->head_classes & VC(COMMAND))) return false;
    for (int32_t i = c->first; i < c->last; i++)
        if (candidate_in_clause(k, i) && (word_in(k->c->d, i, WORDS_HE) || token_is(k->c->d, i, "ik"))) return true;
    return false;
}

/* `als marinier in Irak`, `militair Bram`, `de zorg over de militairen`: who is spoken of, not what is given. */
static bool is_person(const Candidate *k)
{
    const Force *f = k->f;
    if (once_led(k)) return true;
    /* `een Ghanese generaal met pensioen`, `kolonel op rust` */
    bool retired = f->asset == ASSET_PERSONNEL && !f->plural && f->last + 1 < k->a->last && word_in(k->c->d, f->last + 1, WORDS_PENSION) && (function_of(k->a, f->last) & FC(PREP));
    if (retired) return true;
    if (f->prep >= 0 && !f->quantity.some && word_in(k->c->d, f->prep, WORDS_ACCORDING)) return true;   /* `volgens militairen` */
    if (f->prep > k->a->first && !f->quantity.some && token_is(k->c->d, f->prep, "over") && word_in(k->c->d, f->prep - 1, WORDS_TALK)) return true;
    bool dealing = f->prep > k->a->first && token_is(k->c->d, f->prep, "met") && word_in(k->c->d, f->prep - 1, WORDS_DEALING);
    if (dealing && f->demonym) return true;
    if (f->first > k->a->first && word_in(k->c->d, f->first - 1, WORDS_SUCH_AS) && !f->quantity.some) return true;
    if (f->asset != ASSET_PERSONNEL || f->quantity.some || f->elided || f->nation.len) return false;
    if (f->first > k->a->first && token_is(k->c->d, f->first - 1, "als")) return true;
    if (f->plural || f->last - f->first > 1) return false;
    return f->last < k->a->last && (k->c->d->tokens.item[f->last].flags & TOKEN_CAPITAL) && !mention_at(k->a, f->last, MENTION_COUNTRY) && !mention_at(k->a, f->last, MENTION_UNIT);
}

/* Whether no other force or giver stands before the phrase in its clause: then it is what the verb says something of. */
static bool is_first_phrase(const Candidate *k)
{
    if (k->f->prep >= 0) return false;
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        if (o != k->f && o->first < k->f->first && o->prep < 0 && k->a->clauses.of[o->head - k->a->first] == k->clause) return false;
    }
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool who = m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM || m->kind == MENTION_BODY || m->kind == MENTION_OWN || m->kind == MENTION_DEMONYM;
        if (who && m->prep < 0 && m->last <= k->f->first && candidate_in_clause(k, m->first)) return false;
    }
    for (int32_t i = k->a->first; i < k->f->first; i++)
        if (candidate_in_clause(k, i) && word_in(k->c->d, i, WORDS_THEY)) return false;
    return true;
}

/* Whether forces of the sentence (`same`: of the clause) that are counted may be the ones the phrase means: `het detachement telt 80 man`. */
static bool counted_beside(const Candidate *k, bool same)
{
    const Force *f = k->f;
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        bool alike = o->asset == f->asset || (f->asset == ASSET_FORMATION && o->asset == ASSET_PERSONNEL);
        bool nation = !o->nation.len || !f->nation.len || span_equal(o->nation, f->nation);
        if (o != f && alike && nation && o->quantity.some && o->quantity.known && (!same || candidate_in_clause(k, o->head))) return true;
    }
    return false;
}

/* `een tekort aan onder meer helikopters`, `hoeveel militairen`, `hebben zelf geen jachtvliegtuigen`: forces that are not there, or not told. */
static bool is_wanting(const Candidate *k)
{
    enum { REACH = 4 };
    const Document *d = k->c->d;
    const Force *f = k->f;
    int32_t i = f->first - 1;
    if (i >= k->a->first && word_in(d, i, WORDS_HOW_MANY)) return true;
    for (int32_t t = f->first; t <= f->head; t++)   /* `heeft te weinig helikopters` */
        if (token_is(d, t, "weinig") && t > k->a->first && token_is(d, t - 1, "te")) return true;
    if (i > k->a->first && token_is(d, i, "weinig") && token_is(d, i - 1, "te")) return true;
    /* `komt 16.000 militairen te kort`, `zestig man tekort` */
    int32_t behind = f->last + (f->last < k->a->last && token_is(d, f->last, "te"));
    if (behind < k->a->last && word_in(d, behind, WORDS_SHORT_OF) && (behind > f->last || !token_is(d, behind, "kort"))) return true;
    if (f->first > k->a->first && token_is(d, f->first, "geen") && word_in(d, i, WORDS_SELF)) return true;
    const Clause *own = candidate_clause(k);
    if (!own->verbs && k->clause > 0) own--;   /* `hebben geen helikopters, geen vliegtuig` */
    bool has = own->verbs == 1 && word_in(d, own->verb[0].token, WORDS_OWNING), thing = f->asset != ASSET_PERSONNEL && f->asset != ASSET_FORMATION;
    if (has && thing && token_is(d, f->first, "geen") && !mention_at(k->a, f->last < k->a->last ? f->last + 1 : f->first, MENTION_COUNTRY)) return true;   /* `hebben geen helikopters` */
    for (; i > k->a->first && i >= f->first - REACH; i--)
        if (token_is(d, i, "aan")) return word_in(d, i - 1, WORDS_LACK);
        else if (i == f->prep && token_is(d, i, "van") && f->quantity.some && word_in(d, i - 1, WORDS_TARGET)) return true;
    return false;
}

/* `de battlegroup`, `de multinationale troepenmacht`: words for the mission itself. */
static bool is_mission_word(const Candidate *k)
{
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if (m->first <= k->f->head && k->f->head < m->last && (m->kind == MENTION_MISSION || marker_is(m, "mission_anaphor"))) return true;
    }
    return false;
}

/* `De vlucht bracht 40 evacués mee, onder wie 16 Nederlanders`: a people, or just people, where the sentence or the one before tells who is taken out. */
static bool are_evacuees(const Candidate *k)
{
    const Force *f = k->f;
    const Document *d = k->c->d;
    /* `de evacuatie van Belgen uit Kaboel`, `er worden niet alleen Belgen meegenomen` */
    bool taken_out = f->demonym && !f->quantity.some && f->prep > k->a->first && token_is(d, f->prep, "van") && mention_at(k->a, f->prep - 1, MENTION_ROLE) &&
                     (roles_from(lexicon_field(mention_at(k->a, f->prep - 1, MENTION_ROLE)->entry, "roles")) & ((uint32_t)1 << ROLE_EVACUATE));
    bool passed = f->demonym && !f->quantity.some && f->prep < 0 && candidate_clause(k)->passive && lexicon_has(lexicon_find(TABLE_MISSIONS, k->claim.mission), "kind", "evacuation");
    if (taken_out || passed) return true;
    if (f->asset != ASSET_PERSONNEL || !f->quantity.some) return false;
    /* `Duitsland vloog 1900 mensen uit, Frankrijk ruim duizend` */
    for (Size i = 0; f->elided && i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        if (o->last <= f->first && !o->elided && word_in(d, o->head, WORDS_ANY_PEOPLE) && scope_takes_out(clause_at(&k->a->clauses, o->head))) return true;
    }
    if (!(f->demonym || (f->weak && !f->nation.len))) return false;
    /* `haalde 250 mensen op uit Soedan`, `haalde 250 landgenoten weg` */
    const Clause *c = candidate_clause(k);
    bool behind = f->weak && c->verbs && f->first > c->verb[0].token;
    bool fetched = behind && (roles_from(lexicon_field(c->verb[0].verb, "roles")) & ((uint32_t)1 << ROLE_EVACUATE));
    if (behind && (fetched || (c->classes & (VC(WITHDRAW) | VC(RETURN)))) && word_in(d, f->head, WORDS_COMPATRIOTS)) return true;
    /* `Met drie C-130's haalde België 1.400 mensen weg` */
    for (Size i = 0; behind && word_in(d, f->head, WORDS_ANY_PEOPLE) && (c->classes & (VC(WITHDRAW) | VC(RETURN) | VC(REDUCE))) && i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        bool craft = o->asset == ASSET_AIRCRAFT || o->asset == ASSET_HELICOPTER || o->asset == ASSET_SHIP;
        if (craft && o->prep >= 0 && token_is(d, o->prep, "met") && candidate_in_clause(k, o->head)) return true;
    }
    /* `Aan boord van het toestel zaten vier Fransen` */
    for (int32_t i = c->first; f->demonym && i + 3 < c->last; i++) {
        if (!token_is(d, i, "boord") || !token_is(d, i + 1, "van")) continue;
        for (Size n = 0; n < k->a->force.len; n++) {
            const Force *on = &k->a->force.item[n];
            if (on->prep == i + 1 && (on->asset == ASSET_AIRCRAFT || on->asset == ASSET_HELICOPTER)) return true;
        }
    }
    /* `een lijst van 580 mensen die voor evacuatie in aanmerking komen` */
    bool people = f->weak && word_in(d, f->head, WORDS_ANY_PEOPLE) && !(c->classes & (VC(DEPLOY) | VC(CONTRIBUTE)));
    if ((f->demonym || fetched || people) && lexicon_has(lexicon_find(TABLE_MISSIONS, k->claim.mission), "kind", "evacuation")) return true;
    int32_t first = k->a->first, s = k->a->sentence;
    if (s > k->c->first_sentence && d->sentences.item[s - 1].paragraph == d->sentences.item[s].paragraph) first = d->sentences.item[s - 1].token;
    for (int32_t i = first; i < k->a->last; i++)
        if (word_in(d, i, WORDS_EVACUEES) || (i > first && token_is(d, i, "veiligheid") && token_is(d, i - 1, "in"))) return true;
    return false;
}

/* `vier soldaten werden ontvoerd, in maart waren het er 21`: goes on counting those of a clause before it. */
static bool is_of_casualties(const Candidate *k)
{
    bool hurt = false;
    if (!k->f->elided || !k->f->quantity.some) return false;
    for (Size i = 0; i < k->a->clauses.clause.len; i++) {
        const Clause *c = &k->a->clauses.clause.item[i];
        if (c->first < k->f->first && (int32_t)i != k->clause && c->verbs) hurt = c->classes & VC(CASUALTY);
    }
    return hurt && !(candidate_clause(k)->classes & ~(VC(BE) | VC(AUX) | VC(MODAL) | VC(CASUALTY)));
}

/* `doet mee aan de battlegroup`, `het bataljon waarvan Nederland deel uitmaakt`: forces that are a mission of many. */
static bool is_the_mission(const Candidate *k)
{
    for (Size i = 0; k->f->asset == ASSET_FORMATION && i < k->a->clauses.clause.len; i++) {
        const Clause *c = &k->a->clauses.clause.item[i];
        bool theirs = c->kind == CLAUSE_RELATIVE && c->opener == k->f->last && word_in(k->c->d, c->opener, WORDS_PART_OF_WHICH);
        if (theirs && (c->classes & (VC(SERVE) | VC(CONTRIBUTE)))) return true;
    }
    const Clause *own = candidate_clause(k);
    bool at = k->f->asset == ASSET_FORMATION && k->f->prep >= 0 && token_is(k->c->d, k->f->prep, "bij") && !k->f->nation.len;
    for (int v = 0; at && v < own->verbs; v++) {
        Span lemma = lexicon_field(own->verb[v].verb, "lemma");
        if (span_ends(lemma, SPAN("voegen")) || span_is(lemma, "aansluiten")) return true;   /* `voegt zich bij het eskader` */
    }
    const Mention *noun = mention_at(k->a, k->f->head, MENTION_ACTNOUN);
    return noun && (verb_classes(noun->entry) & VC(MISSION));
}

/* `bovenop de 180 Belgen`, `in aanvulling op het bataljon van 180 man`: what is there already, beside what comes. */
static bool is_beyond(const Candidate *k)
{
    const Document *d = k->c->d;
    const Force *f = k->f;
    for (Size i = 0; f->inner && i < k->a->force.len; i++)
        if (k->a->force.item[i].contained && k->a->force.item[i].last == k->f->prep) f = &k->a->force.item[i];
    int32_t prep = f->first - 1;
    if (prep < k->a->first) return false;
    bool on = prep > k->a->first && token_is(d, prep, "op") && word_in(d, prep - 1, WORDS_BEYOND);
    return on || word_in(d, prep, WORDS_BEYOND);
}

/* `Duitsland, met 980 man een van de grootste leveranciers, beslist`, `Italië, de grootste leverancier met 900 man, overweegt`: forces told between commas of the state before them, whatever it does. */
static bool is_apposed(const Candidate *k)
{
    enum { REACH = 12 };
    int32_t met = k->f->prep, close = k->f->last, open = met - 1;
    if (met < k->a->first + 2 || !token_is(k->c->d, met, "met")) return false;
    while (open > k->a->first && met - open < REACH && !token_is_mark(k->c->d, open, ',') && !phrase_verb(k->a, open)) open--;
    if (!token_is_mark(k->c->d, open, ',')) return false;
    bool who = false;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        who = who || (m->last == open && m->prep < 0 && (m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM || m->kind == MENTION_DEMONYM));
    }
    const Clause *c = candidate_clause(k);
    int32_t finite = -1;
    for (int v = 0; v < c->verbs && finite < 0; v++)
        if (c->verb[v].form == FORM_FINITE) finite = c->verb[v].token;
    while (close < k->a->last && close < finite && !token_is_mark(k->c->d, close, ',')) close++;
    return who && finite > close && token_is_mark(k->c->d, close, ',');
}

bool candidate_goes_along(const Candidate *k)
{
    const Force *f = k->f;
    for (Size i = 0; f->prep >= 0 && token_is(k->c->d, f->prep, "met") && i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        if (o->last == f->prep && !o->contained && o->quantity.some) return true;
    }
    return false;
}

/* `samen met Amerikanen, Britten en Finnen`, `een incident met Amerikaanse militairen`: forces of others, named for company only. */
static bool is_in_company(const Candidate *k)
{
    int32_t prep = k->f->prep;
    for (Size i = 0; prep < 0 && k->f->demonym && i < k->a->mention.len; i++)
        if (k->a->mention.item[i].first == k->f->first) prep = scope_place_prep(k->c, k->a, &k->a->mention.item[i]);
    return prep > k->a->first && token_is(k->c->d, prep, "met") && (word_in(k->c->d, prep - 1, WORDS_TOGETHER) || word_in(k->c->d, prep - 1, WORDS_DEALING));
}

/* `Met de F-16's gaan 95 militairen mee`: what those who are counted go with, told before. */
static bool is_gone_with(const Candidate *k)
{
    const Force *f = k->f;
    if (f->prep < 0 || !token_is(k->c->d, f->prep, "met") || !f->definite || f->quantity.some || f->asset == ASSET_PERSONNEL || f->asset == ASSET_FORMATION) return false;
    for (Size i = 0; i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        if (o->asset == ASSET_PERSONNEL && o->quantity.some && o->prep < 0 && o->first > f->last && candidate_in_clause(k, o->head)) return true;
    }
    return false;
}

/* `De Louise-Marie telt 170 bemanningsleden`, `zal het detachement 394 militairen tellen`: a ship or formation whose people are counted, and nothing else
 * of it. */
static bool is_crew_told(const Candidate *k)
{
    const Force *f = k->f;
    const Clause *c = candidate_clause(k);
    bool whole = f->asset == ASSET_SHIP || (f->asset == ASSET_FORMATION && !f->quantity.some), counts = false;
    if (!whole || !f->definite || f->prep >= 0) return false;
    for (int v = 0; v < c->verbs; v++) counts = counts || word_in(k->c->d, c->verb[v].token, WORDS_COUNTING);
    for (Size i = 0; counts && i < k->a->force.len; i++) {
        const Force *o = &k->a->force.item[i];
        if (o->asset == ASSET_PERSONNEL && o->quantity.some && o->prep < 0 && o->first >= f->last && candidate_in_clause(k, o->head)) return true;
    }
    return false;
}

/* What the forces are told for: a total, a gift, people trained, a means of travel. */
static void meant_features(Candidate *k)
{
    const Force *f = k->f;
    Features *x = &k->features;
    feature_set(x, FEATURE_OLD_LEVEL, is_old_level(k));
    feature_set(x, FEATURE_IN_COMMAND, is_in_command(k));
    feature_set(x, FEATURE_MEANS_OF_TRAVEL, is_means_of_travel(k));
    feature_set(x, FEATURE_PERSON, is_person(k));
    feature_set(x, FEATURE_CURRENT, f->quantity.some && ((f->first > k->a->first && word_in(k->c->d, f->first - 1, WORDS_CURRENT)) || candidate_word_among(k, f->first, f->head, WORDS_CURRENT)));
    feature_set(x, FEATURE_OF_LEADER, f->definite && f->prep > k->a->first && token_is(k->c->d, f->prep, "van") && word_in(k->c->d, f->prep - 1, WORDS_LEADER));
    feature_set(x, FEATURE_LOCAL, is_local(k));
    feature_set(x, FEATURE_BEYOND, is_beyond(k));
    feature_set(x, FEATURE_APPOSED, is_apposed(k));
    feature_set(x, FEATURE_TOTAL, candidate_is_total(k));
    feature_set(x, FEATURE_MULTINATIONAL, candidate_word_among(k, f->first, f->head, WORDS_NO_ONE_STATE));
    feature_set(x, FEATURE_WANTING, is_wanting(k));
    feature_set(x, FEATURE_BESIDE_COUNTED, !f->quantity.some && counted_beside(k, false));
    feature_set(x, FEATURE_BESIDE_CLAUSE, !f->quantity.some && counted_beside(k, true));
    feature_set(x, FEATURE_MISSION_WORD, is_mission_word(k));
    feature_set(x, FEATURE_GONE_WITH, is_gone_with(k));
    feature_set(x, FEATURE_IN_COMPANY, is_in_company(k));
    feature_set(x, FEATURE_CREW_TOLD, is_crew_told(k));
    feature_set(x, FEATURE_EVACUEES, are_evacuees(k));
    feature_set(x, FEATURE_THE_MISSION, is_the_mission(k));
    feature_set(x, FEATURE_OF_CASUALTIES, is_of_casualties(k));
}

/* `Belgen, Tsjechen en Noren`: peoples side by side, nobody counts them. */
static bool are_peoples(const Candidate *k)
{
    Span ids[2];
    Range at[2];
    return k->f->demonym && !k->f->quantity.some && scope_givers_beside(k->c, k->a, k->f->nation_at, ids, at, 2) > 0;
}

void candidate_force(Candidate *k)
{
    const Force *f = k->f;
    Features *x = &k->features;
    feature_set(x, FEATURE_NO_ASSET, !f);
    const Mention *noun = mention_at(k->a, k->at, MENTION_ACTNOUN);
    bool contribution = noun && (verb_classes(noun->entry) & (VC(CONTRIBUTION) | VC(EXTEND)));
    feature_set(x, FEATURE_ON_ACT_NOUN, !f && contribution);
    feature_set(x, FEATURE_ON_MISSION, !f && !contribution && (noun || mention_at(k->a, k->at, MENTION_MISSION)));
    feature_set(x, FEATURE_ON_SERVICE, !f && (mention_at(k->a, k->at, MENTION_UNIT) || mention_at(k->a, k->at, MENTION_BODY)));
    if (!f) {
        candidate_others(k);
        candidate_aside(k);
        candidate_described(k);
        return;
    }
    feature_set(x, FEATURE_FORMATION, f->asset == ASSET_FORMATION);
    bool post = f->asset == ASSET_PERSONNEL;   /* `levert de commandant` */
    bool the_one = f->quantity.some && f->quantity.hedge == HEDGE_ONE && f->definite && !f->named && f->number < 0 && !post;
    feature_set(x, FEATURE_THE_ONE, the_one);
    feature_set(x, FEATURE_COUNTED, f->quantity.some && !the_one);
    feature_set(x, FEATURE_VAGUE, f->quantity.some && !f->quantity.known);
    feature_set(x, FEATURE_DEFINITE, f->definite);
    feature_set(x, FEATURE_INDEFINITE, f->indefinite);
    feature_set(x, FEATURE_NATION, f->nation.len > 0);
    feature_set(x, FEATURE_WEAK, f->weak);
    feature_set(x, FEATURE_ELIDED, f->elided);
    feature_set(x, FEATURE_NAMED, f->named);
    feature_set(x, FEATURE_OF_ACT, completes_act(k));
    feature_set(x, FEATURE_PRONOUN, f->pronoun);
    feature_set(x, FEATURE_SINGULAR, f->quantity.some && f->quantity.known && f->quantity.low == 1);
    feature_set(x, FEATURE_WHOLE_OF_PART, is_whole(k) || opens_part(k));
    feature_set(x, FEATURE_PLACED, is_placed(k));
    feature_set(x, FEATURE_OPENS, (f->prep >= 0 ? f->prep : f->first) <= candidate_clause(k)->first);
    feature_set(x, FEATURE_CHANGE, f->number >= 0 && k->a->numbers.item.item[f->number].extra);
    feature_set(x, FEATURE_LARGE, f->quantity.some && f->quantity.known && f->quantity.low >= 2500);
    feature_set(x, FEATURE_THOUSANDS, f->quantity.some && f->quantity.known && f->quantity.low >= 1000);
    feature_set(x, FEATURE_FORCES_ONE, k->a->force.len == 1);
    feature_set(x, FEATURE_DEMONYM, f->demonym);
    feature_set(x, FEATURE_PEOPLES, are_peoples(k));
    feature_set(x, FEATURE_ASSET_PERSONNEL, f->asset == ASSET_PERSONNEL);
    feature_set(x, FEATURE_ASSET_SHIP, f->asset == ASSET_SHIP);
    feature_set(x, FEATURE_ASSET_AIR, f->asset == ASSET_AIRCRAFT || f->asset == ASSET_HELICOPTER);
    feature_set(x, FEATURE_ASSET_VEHICLE, f->asset == ASSET_VEHICLE || f->asset == ASSET_EQUIPMENT);
    feature_set(x, FEATURE_INNER_NUMBER, f->inner);
    feature_set(x, FEATURE_HEDGED, f->quantity.some && f->quantity.hedge != HEDGE_EXACT && f->quantity.hedge != HEDGE_ONE);
    feature_set(x, FEATURE_NAMED_UNIT, f->named && f->asset == ASSET_FORMATION);
    feature_set(x, FEATURE_SUBJECT_SIDE, is_first_phrase(k));
    feature_set(x, FEATURE_STATE_LAST, candidate_word_among(k, f->first, f->head, WORDS_LAST) || (f->first - 2 >= k->a->first && word_in(k->c->d, f->first - 2, WORDS_LAST)));
    feature_set(x, FEATURE_STATE_FIRST, candidate_word_among(k, f->first, f->last, WORDS_GO_FIRST) || (f->first - 2 >= k->a->first && word_in(k->c->d, f->first - 2, WORDS_GO_FIRST)));
    feature_set(x, FEATURE_PREPOSED, f->prep >= 0);
    candidate_taught(k);
    meant_features(k);
    candidate_others(k);
    candidate_aside(k);
    candidate_described(k);
    if (f->prep < 0) return;
    Span prep = token_folded(k->c->d, f->prep);
    feature_set(x, FEATURE_PREP_OF, span_is(prep, "van"));
    feature_set(x, FEATURE_PREP_WITH, span_is(prep, "met"));
    feature_set(x, FEATURE_PREP_BY, span_is(prep, "door"));
    feature_set(x, FEATURE_PREP_UNDER, span_is(prep, "onder"));
    feature_set(x, FEATURE_TO_NUMBER, span_is(prep, "naar") || span_is(prep, "tot"));
}
