/* What the clauses around a candidate's own say of it: who wants, weighs, decides or denies what it tells. */
#include "frames/candidate.h"

#include "lexicon/wordlist.h"

static const uint64_t SPEECH = VC(SAY) | VC(DECIDE) | VC(APPROVE) | VC(WANT) | VC(WEIGH) | VC(PLAN) | VC(OFFER) | VC(REQUEST) | VC(DENY);

/* What the verbs of clause `of` say; `niet uitgesloten` denies nothing. */
static uint64_t spoken_in(const Candidate *k, int32_t of)
{
    uint64_t classes = k->a->clauses.clause.item[of].classes;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if (m->kind == MENTION_MARKER && m->last - m->first >= 2 && (classes & VC(DENY)) && marker_is(m, "modal_possible") && k->a->clauses.of[m->first - k->a->first] == of) classes = (classes & ~VC(DENY)) | VC(WEIGH);
    }
    return classes;
}

/* `worden genoemd als kandidaat om`, `de kans bestaat dat`. */
static bool only_possible(const Candidate *k, int32_t of)
{
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if (marker_is(m, "modal_possible") && k->a->clauses.of[m->first - k->a->first] == of) return true;
    }
    return false;
}

/* The class bits of the idioms in clause `of`. */
static uint64_t idioms_in(const Candidate *k, int32_t of)
{
    uint64_t classes = 0;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if (!candidate_is_act(m) || k->a->clauses.of[m->first - k->a->first] != of) continue;
        Span rest = lexicon_field(m->entry, "class"), piece;
        while (span_cut(&rest, '|', &piece))
            if (span_starts(piece, SPAN("act:"))) classes |= class_bit(span_sub(piece, 4, piece.len));
    }
    return classes;
}

/* `het besluit om`, `het verzoek dat`: the act noun right before an inner clause says how that clause is meant. */
static uint64_t noun_before(const Candidate *k, const Clause *c)
{
    enum { REACH = 8 };
    bool inner = c->kind == CLAUSE_INFINITIVE || (c->kind == CLAUSE_SUB && token_is(k->c->d, c->opener, "dat"));
    if (!inner || c->opener < 0) return 0;
    for (int32_t i = c->opener - 1; i >= k->a->first && i >= c->opener - REACH; i--) {
        const Mention *m = mention_at(k->a, i, MENTION_ACTNOUN);
        if (m && verb_classes(m->entry) & SPEECH) return verb_classes(m->entry) & SPEECH;
    }
    return 0;
}

/* `Nederland doet mee, besloot het kabinet`: a clause behind a comma that opens with its verb of saying or deciding. */
static uint64_t reporter(const Candidate *k, int32_t of)
{
    const Clauses *all = &k->a->clauses;
    while (all->clause.item[of].parent >= 0) of = all->clause.item[of].parent;
    for (Size i = of + 1; i < all->clause.len; i++) {
        const Clause *c = &all->clause.item[i];
        if (c->kind != CLAUSE_MAIN || c->parent >= 0) continue;
        bool behind = c->first > k->a->first && token_is_mark(k->c->d, c->first - 1, ',');
        /* `en ook Duitsland, dat er honderd man heeft, wil niet weg`: its subject stands before the relative clause */
        if (behind && c->first - 2 >= k->a->first && clause_at(all, c->first - 2)->kind == CLAUSE_RELATIVE) return 0;
        int32_t at = c->first + (token_is(k->c->d, c->first, "zo") ? 1 : 0);
        return behind && c->verbs && c->verb[0].token == at && c->verb[0].form == FORM_FINITE ? (c->classes | idioms_in(k, (int32_t)i)) & SPEECH : 0;
    }
    return 0;
}

/* `Australië, dat 370 militairen in Uruzgan heeft, wil blijven`: an aside on the country before it. */
static bool tells_of_giver(const Candidate *k, const Clause *c)
{
    int32_t comma = c->opener - 1;
    if (c->kind != CLAUSE_RELATIVE || c->tense != TENSE_PRESENT || comma <= k->a->first || !token_is_mark(k->c->d, comma, ',')) return false;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if ((m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM || m->kind == MENTION_DEMONYM) && m->last == comma) return true;
    }
    return false;
}

/* `beslist of de missie, waaraan 1650 militairen deelnemen, wordt verlengd`: how a mission that is there is manned. */
static bool tells_of_mission(const Candidate *k, const Clause *c)
{
    if (c->kind != CLAUSE_RELATIVE || c->tense != TENSE_PRESENT || c->mood || !word_in(k->c->d, c->opener, WORDS_IN_WHICH)) return false;
    if (!(c->head_classes & (VC(SERVE) | VC(CONTRIBUTE) | VC(BE)))) return false;
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool mission = m->kind == MENTION_MISSION || marker_is(m, "mission_anaphor");
        bool the = (function_of(k->a, m->first) & FC(DET)) ? !word_in(k->c->d, m->first, WORDS_ONE) : m->first > k->a->first && word_in(k->c->d, m->first - 1, WORDS_ARTICLE);
        if (mission && the && m->last <= c->opener && c->opener - m->last <= 4) return true;
    }
    return false;
}

/* Whether what an outer clause plans or weighs holds for `c` too; not for a reason, a comparison, a finished past or `waar` with a place of its own. */
static bool inherits(const Candidate *k, const Clause *c)
{
    /* `waar zestig man bij betrokken zijn`, `die er gelegerd zijn`: how things are */
    bool state = c->passive && (c->head_classes & (VC(SERVE) | VC(BE)));
    bool past = c->tense == TENSE_PAST || (c->tense == TENSE_PERFECT && !state) || c->tense == TENSE_PLUPERFECT;
    if (c->kind == CLAUSE_RELATIVE && past) return false;
    /* `waar veertig man bij betrokken zijn` is `waarbij` */
    bool split = c->verbs && c->verb[0].token - 1 > c->opener + 1 && (function_of(k->a, c->verb[0].token - 1) & FC(PREP));
    return c->opener < 0 || split || !word_in(k->c->d, c->opener, WORDS_FACTUAL);
}

/* Whether somebody else than the giver speaks in clause `of`: Washington wil dat Nederland komt. */
static bool other_speaks(const Candidate *k, int32_t of)
{
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool who = m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM || m->kind == MENTION_DEMONYM || m->kind == MENTION_BODY;
        if (who && m->prep < 0 && k->a->clauses.of[m->first - k->a->first] == of && m->id.len && !span_equal(m->id, k->claim.contributor)) return true;
    }
    return false;
}

/* Whether somebody else than the giver is the subject of `c`, right before or behind its finite verb: `Washington wil Nederlandse soldaten in Mali`. */
static bool subject_is_other(const Candidate *k, const Clause *c)
{
    /* who gives together is none, nor is he of `Ierland wil 400 man sturen, Polen 350` */
    bool gap = k->f && k->f->elided && k->f->nation.len;
    const Verb *v = c->verbs && c->verb[0].form == FORM_FINITE && !k->repeated && !gap ? &c->verb[0] : NULL;
    for (Size i = 0; v && i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        bool who = m->kind == MENTION_COUNTRY || m->kind == MENTION_METONYM || m->kind == MENTION_DEMONYM || m->kind == MENTION_BODY;
        if (who && m->prep < 0 && m->last == v->token && span_equal(m->id, k->claim.contributor)) return false;   /* `De Belgen lossen de Nederlanders af` */
        bool behind = m->first > v->token && (m->first == v->token + 1 || (m->first == v->token + 2 && (function_of(k->a, v->token + 1) & FC(DET))));
        if (who && m->prep < 0 && (behind || m->last == v->token) && m->id.len && !span_equal(m->id, k->claim.contributor)) return true;
    }
    return false;
}

/* `Stuurt Nederland een fregat?`: a question that opens with its finite verb, so that it asks whether. */
static bool asks(const Candidate *k, const Clause *c)
{
    if (!c->verbs || c->kind != CLAUSE_MAIN || c->verb[0].form != FORM_FINITE || !token_is_mark(k->c->d, k->a->last - 1, '?')) return false;
    return c->verb[0].token == c->first || (c->verb[0].token == c->first + 1 && (function_of(k->a, c->first) & FC(COORD)));
}

/* `staan klaar om naar Haïti te vertrekken`: what they are there for is a journey to come. */
static bool means_to_go(const Candidate *k)
{
    for (Size i = k->clause + 1; i < k->a->clauses.clause.len; i++) {
        const Clause *c = &k->a->clauses.clause.item[i];
        if (c->kind == CLAUSE_INFINITIVE && c->parent == k->clause && (c->head_classes & (VC(DEPART) | VC(GO) | VC(DEPLOY)))) return true;
    }
    return false;
}

/* `Als het aan de minister ligt, gaan er para's`; of a cabinet such words tell of a decision. */
static uint64_t wish_beside(const Candidate *k, int32_t of)
{
    uint64_t classes = 0;
    for (Size i = 0; i < k->a->clauses.clause.len; i++) {
        const Clause *c = &k->a->clauses.clause.item[i];
        if (c->kind == CLAUSE_SUB && c->parent == of) classes |= idioms_in(k, (int32_t)i) & (VC(WANT) | VC(WEIGH));
    }
    for (Size i = 0; classes && i < k->a->mention.len; i++)
        if (k->a->mention.item[i].kind == MENTION_BODY && lexicon_has(k->a->mention.item[i].entry, "kind", "cabinet")) return 0;
    return classes;
}

/* `zou een fregat sturen, maar ziet ervan af`, `Canada, dat een bataljon zou leveren, heeft afgezegd`: a later clause, of the same giver, takes it back. */
static bool taken_back(const Candidate *k, int32_t from)
{
    const Clauses *all = &k->a->clauses;
    const Clause *c = &all->clause.item[from];
    for (Size i = 0; i < all->clause.len; i++) {
        const Clause *o = &all->clause.item[i];
        bool outer = c->kind == CLAUSE_RELATIVE && c->parent == (int32_t)i;
        /* `Noorwegen, dat een toestel zou leveren, kampt met pech en ziet ervan af` */
        bool joined = o->verbs && o->verb[0].form == FORM_FINITE && o->verb[0].token == o->first + 1 && (function_of(k->a, o->first) & FC(COORD));
        bool later = (int32_t)i > from && o->kind == CLAUSE_MAIN && (c->kind == CLAUSE_MAIN || (c->kind == CLAUSE_RELATIVE && joined));
        if (!(outer || later) || other_speaks(k, (int32_t)i) || o->tense == TENSE_CONDITIONAL) continue;
        uint64_t idioms = idioms_in(k, (int32_t)i), said = o->classes | idioms;
        if (o->negated && !(idioms & VC(DENY))) continue;   /* `maar ging daar niet op in` */
        bool out = later && (said & VC(WITHDRAW)) && word_in(k->c->d, o->first, WORDS_BUT);
        if ((said & VC(DENY)) || out) return true;
    }
    return false;
}

/* `bracht hulp aan wal en ligt nog voor de kust`: the next main clause, when it has no subject of its own and is not denied or a wish; or NULL. */
static const Clause *goes_on(const Candidate *k, int32_t from)
{
    const Clauses *all = &k->a->clauses;
    if (all->clause.item[from].kind != CLAUSE_MAIN) return NULL;
    for (Size i = from + 1; i < all->clause.len; i++) {
        const Clause *o = &all->clause.item[i];
        if (o->kind != CLAUSE_MAIN) continue;
        bool on = o->verbs && o->verb[0].form == FORM_FINITE && o->verb[0].token == o->first + 1 && (function_of(k->a, o->first) & FC(COORD));
        return on && !o->mood && !o->negated ? o : NULL;
    }
    return NULL;
}

/* What the next clause tells of the same forces: that they are there, set out, or come home. */
static void goes_on_features(Candidate *k, int32_t from)
{
    const Clause *own = candidate_clause(k), *over = own->kind == CLAUSE_RELATIVE && own->parent >= 0 ? &k->a->clauses.clause.item[own->parent] : NULL;
    /* `De Amerikanen, die 80 soldaten stuurden, blijven` */
    if (over && over->tense == TENSE_PRESENT && !over->negated && (over->head_classes & VC(REMAIN))) feature_set(&k->features, FEATURE_THEN_REMAINS, true);
    const Clause *o = goes_on(k, from);
    if (!o) return;
    uint64_t said = o->classes | idioms_in(k, (int32_t)(o - k->a->clauses.clause.item));
    if (!over) feature_set(&k->features, FEATURE_THEN_REMAINS, o->tense == TENSE_PRESENT && (o->head_classes & VC(REMAIN)));
    feature_set(&k->features, FEATURE_THEN_PRESENT, o->tense == TENSE_PRESENT && (o->head_classes & (VC(BE) | VC(SERVE) | VC(REMAIN))));
    feature_set(&k->features, FEATURE_THEN_GOES, o->tense == TENSE_PRESENT && (o->head_classes & VC(DEPART)) && !(said & (VC(RETURN) | VC(WITHDRAW))));
    feature_set(&k->features, FEATURE_THEN_BACK, (o->tense == TENSE_PRESENT || o->tense == TENSE_FUTURE) && (said & (VC(RETURN) | VC(WITHDRAW))));
}

/* `De bijdrage wordt verlengd en bestaat uit 85 militairen`: what the clause before says of the contribution that this one only counts. */
static uint64_t counted_on(const Candidate *k, int32_t from)
{
    const Clause *c = &k->a->clauses.clause.item[from], *o = from > 0 ? c - 1 : NULL;
    bool joined = o && c->kind == CLAUSE_MAIN && o->kind == CLAUSE_MAIN && c->verbs && c->verb[0].token == c->first + 1 && (function_of(k->a, c->first) & FC(COORD));
    if (!joined || o->negated || !word_in(k->c->d, c->verb[0].token, WORDS_COUNTING)) return 0;
    return o->classes & (VC(EXTEND) | VC(END) | VC(WITHDRAW) | VC(RESUME) | VC(SUSPEND));
}

/* `wil sturen; de Bondsdag stemt er vrijdag over`: a later clause in which a parliament is still to decide. */
static bool awaits_parliament(const Candidate *k, int32_t from)
{
    for (Size i = 0; i < k->a->mention.len; i++) {
        const Mention *m = &k->a->mention.item[i];
        if (m->kind != MENTION_BODY || m->prep >= 0 || !lexicon_has(m->entry, "kind", "parliament")) continue;
        int32_t at = k->a->clauses.of[m->first - k->a->first];
        const Clause *o = &k->a->clauses.clause.item[at];
        bool ahead = o->tense == TENSE_PRESENT || o->tense == TENSE_FUTURE;
        bool votes = o->head_classes & (VC(DECIDE) | VC(APPROVE) | VC(WEIGH));
        for (int32_t w = o->first; w < o->last; w++) votes = votes || word_in(k->c->d, w, WORDS_TO_VOTE);
        if (at > from && o->kind == CLAUSE_MAIN && ahead && votes) return true;
    }
    return false;
}

/* `..., tenminste als het parlement instemt`, `op voorwaarde dat de ministerraad dat goedkeurt`: a clause behind it in which somebody is still to agree. */
static bool has_proviso(const Candidate *k, int32_t from)
{
    enum { BEFORE = 8 };
    for (Size i = from + 1; i < k->a->clauses.clause.len; i++) {
        const Clause *o = &k->a->clauses.clause.item[i];
        bool agrees = (o->classes & VC(APPROVE)) && (o->tense == TENSE_PRESENT || o->tense == TENSE_PERFECT);
        if (!agrees || o->kind == CLAUSE_MAIN || o->first <= k->at) continue;
        for (int32_t w = o->first; w > k->at && w >= o->first - BEFORE; w--)
            if (word_in(k->c->d, w, WORDS_ON_CONDITION)) return true;
    }
    return false;
}

/* `De bewaking, waarvoor ons land een compagnie leverde, stopt in maart`. */
static bool outer_ends(const Candidate *k, const Clause *c)
{
    if (c->kind != CLAUSE_RELATIVE || c->parent < 0) return false;
    const Clause *o = &k->a->clauses.clause.item[c->parent];
    return (o->tense == TENSE_PRESENT || o->tense == TENSE_FUTURE) && (o->head_classes & VC(END)) && !o->negated && !o->mood;
}

/* `Frankrijk vroeg Nederland mee te doen`, `Litouwen wil dat Nederland blijft`: the clause of what another asks the giver to do, or the clause that asks it. */
static bool asked_to_act(const Candidate *k, const Clause *c)
{
    static const uint64_t SERVES = VC(SERVE) | VC(REMAIN) | VC(EXTEND) | VC(DEPLOY) | VC(CONTRIBUTE) | VC(ENLARGE) | VC(GO) | VC(RESUME);
    const Clause *all = k->a->clauses.clause.item;
    bool content = c->kind == CLAUSE_SUB && c->opener >= 0 && token_is(k->c->d, c->opener, "dat") && c->parent >= 0;
    if (content) return (c->classes & SERVES) && ((all[c->parent].classes & (VC(REQUEST) | VC(WANT))) || (all[c->parent].mood & MOOD_WANT)) && other_speaks(k, c->parent);
    if (!(c->head_classes & VC(REQUEST))) return false;
    if (c->inner_classes & SERVES) return true;
    for (Size i = 0; i < k->a->clauses.clause.len; i++)
        if (all[i].kind == CLAUSE_INFINITIVE && all[i].parent == c - all && (all[i].classes & SERVES)) return true;
    return false;
}

void candidate_outer(Candidate *k, int32_t from)
{
    Features *f = &k->features;
    const Clause *c = &k->a->clauses.clause.item[from];
    feature_set(f, FEATURE_SUBJECT_OTHER, subject_is_other(k, c));
    feature_set(f, FEATURE_ASKS, asks(k, c));
    feature_set(f, FEATURE_ASKED_TO_ACT, asked_to_act(k, c));
    feature_set(f, FEATURE_OUTER_ENDS, outer_ends(k, c));
    goes_on_features(k, from);
    feature_set(f, FEATURE_OUTER_CONDITIONAL, awaits_parliament(k, from));
    feature_set(f, FEATURE_CONDITION, has_proviso(k, from));
    feature_set(f, FEATURE_TAKEN_BACK, taken_back(k, from));
    feature_set(f, FEATURE_MEANS_TO_GO, means_to_go(k));
    uint64_t outer = noun_before(k, c) | reporter(k, from) | counted_on(k, from);
    int hops = 0;
    for (int32_t p = c->parent, of = from; p >= 0 && hops < 4 && inherits(k, &k->a->clauses.clause.item[of]); of = p, p = k->a->clauses.clause.item[p].parent, hops++) {
        const Clause *o = &k->a->clauses.clause.item[p];
        if (tells_of_giver(k, &k->a->clauses.clause.item[of])) {
            outer |= o->classes & (VC(END) | VC(WITHDRAW) | VC(RETURN)); /* who stops, stops with these */
            break;
        }
        const Clause *inner = &k->a->clauses.clause.item[of];
        if (tells_of_mission(k, inner)) {
            outer |= spoken_in(k, p) & (VC(END) | VC(WITHDRAW) | VC(RETURN) | VC(SUSPEND) | VC(RESUME) | VC(EXTEND));
            break;
        }
        bool content = inner->kind == CLAUSE_INFINITIVE || (inner->opener >= 0 && token_is(k->c->d, inner->opener, "dat"));
        uint64_t said = spoken_in(k, p) | idioms_in(k, p) | (content && only_possible(k, p) ? VC(WEIGH) : 0);
        bool open = (said & VC(DENY)) && inner->kind == CLAUSE_INFINITIVE && clause_has(inner, WORDS_TO_EXCLUDE);   /* `weigerde om dat uit te sluiten` */
        outer = open ? ((outer | said) & ~VC(DENY)) | VC(WEIGH) : outer | said;
        feature_set(f, FEATURE_OUTER_OTHER, other_speaks(k, p));
        /* `het besluit om te sturen is niet uitgelegd`: what was decided by a noun is not denied by the verb behind it */
        bool by_noun = (noun_before(k, inner) & (VC(DECIDE) | VC(APPROVE))) && !(o->classes & SPEECH & ~VC(SAY));
        feature_set(f, FEATURE_OUTER_NEGATED, o->negated && !by_noun);
        feature_set(f, FEATURE_OUTER_CONDITIONAL, o->tense == TENSE_CONDITIONAL || o->conditional);
        feature_set(f, FEATURE_OUTER_FUTURE, o->tense == TENSE_FUTURE);
        feature_set(f, FEATURE_OUTER_WANT, o->mood & MOOD_WANT);
    }
    feature_classes(f, FEATURE_OUTER, outer | wish_beside(k, from));
}
