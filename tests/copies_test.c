/* Copies and origins; extensions of a known end; what a claim is to another by a person's word. */
#define _DEFAULT_SOURCE
#include "register/correct.h"
#include "register/likeness.h"
#include "register/rebuild.h"
#include "register_help.h"

#include <stdio.h>

static const char ARTICLE[] =
    "De regering heeft na lang overleg besloten om de eenheid die sinds het voorjaar in de woestijn staat nog een jaar te laten blijven. Volgens de minister is "
    "het werk niet af en zou een vertrek nu de lokale bevolking in gevaar brengen. In het parlement klonk gemengde steun: enkele fracties vroegen waarom er geen "
    "einddatum is genoemd, andere wezen op de kosten, die hoger uitvallen dan vorig jaar werd geschat. De commandant ter plaatse liet weten dat het kamp is "
    "versterkt en dat de bevoorrading over de weg weer loopt. Op dit moment dienen er 120 militairen, van wie een derde voor het eerst is uitgezonden.";
static const char OTHER[] =
    "Er komt geen einde aan de missie in de woestijn. Dat maakte de minister donderdag bekend in een brief waarin zij uitlegt waarom vertrekken nu onverstandig zou "
    "zijn. Oppositieleden reageerden verdeeld en willen weten hoe het geld gevonden wordt. Bevelhebbers melden intussen dat vrachtwagens het kamp weer bereiken. "
    "De eenheid telt 120 militairen en blijft twaalf maanden langer dan eerst was afgesproken, zo staat in hetzelfde stuk te lezen.";

static Likeness like(const char *text)
{
    return likeness_of(span_of(text));
}

/* Every `nth` word changed. */
static Span edited(const char *text, int nth, Arena *keep)
{
    char *to = ARENA_NEW(keep, char, (Size)strlen(text) * 2);
    Size len = 0;
    int words = 1;
    for (const char *p = text; *p; p++) {
        to[len++] = *p;
        if (*p == ' ' && words++ % nth == 0) to[len++] = 'z';
    }
    return (Span){to, len};
}

static void test_likeness(void)
{
    Arena keep = help_room;
    Likeness a = like(ARTICLE), b = like(OTHER), tenth = likeness_of(edited(ARTICLE, 10, &keep)), third = likeness_of(edited(ARTICLE, 3, &keep));
    CHECK(likeness_same(a.bin, a.bin) && likeness_same(a.bin, tenth.bin));
    CHECK(!likeness_same(a.bin, b.bin) && !likeness_same(a.bin, third.bin));
    /* Case, quotation marks and spacing do not count. */
    Likeness x = like("Vandaag zei hij: \xe2\x80\x9c" "dat blijft zo\xe2\x80\x9d, en verder niets meer over de hele zaak van gisteren en eergisteren of later"),
             y = like("VANDAAG zei hij   dat blijft zo en\nverder niets meer over de hele zaak van gisteren en eergisteren of later");
    CHECK(likeness_same(x.bin, y.bin) && x.words == y.words);
    /* Short texts say too little. */
    Likeness small = like("Er zijn nu 120 militairen.");
    CHECK(!likeness_same(small.bin, small.bin) && small.words == 5);
    CHECK(like("").words == 0 && like("\xff\xfe\xe2\x80").words >= 0);
    uint8_t packed[LIKENESS_BYTES];
    uint16_t bin[LIKENESS_BINS];
    likeness_pack(&a, packed);
    CHECK(likeness_unpack((Span){(const char *)packed, LIKENESS_BYTES}, bin) && memcmp(bin, a.bin, sizeof bin) == 0);
    CHECK(!likeness_unpack((Span){(const char *)packed, 3}, bin));
}

/* Kept in registers: what this prints must never change without a new schema. */
static void test_stable(void)
{
    uint64_t sum = 0;
    Likeness a = like(ARTICLE);
    for (int i = 0; i < LIKENESS_BINS; i++) sum = sum * 31 + a.bin[i];
    if (!CHECK(sum == 16495588593719542873u)) printf("  %llu\n", (unsigned long long)sum);
}

static void test_agencies(void)
{
    static const struct {
        const char *text, *agency;
    } row[] = {{"Bron: Belga. Ons land stuurt meer mensen.", "belga"}, {"BRUSSEL (BELGA) - Ons land stuurt meer.", "belga"}, {"Dat meldt persbureau AP op dinsdag.", "ap"},
               {"De AP waarschuwt voor het lek.", ""}, {"KABOEL (AFP) - Er zijn doden.", "afp"}, {"(ANP/AFP)", "anp"}, {"Belgapop is geen persbureau.", ""},
               {"Van onze verslaggever.", ""}, {"Dat zei hij tegen ANP.", "anp"}};
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        Likeness l = like(row[i].text);
        if (!CHECK(span_is(l.agency, row[i].agency))) printf("  %s: %.*s\n", row[i].text, (int)l.agency.len, l.agency.at ? l.agency.at : "");
    }
}

/* A text with these words around one claim. */
static void tell_in(Register *reg, Arena *keep, const char *publisher, const char *day, Span words, double n)
{
    char *lead = ARENA_NEW(keep, char, words.len + 1);
    memcpy(lead, words.at, (size_t)words.len);
    WorldText t = world_text(keep, help_day(day), help_day(day));
    t.reading.publisher = span_of(publisher);
    world_words(&t, publisher);
    world_words(&t, lead);
    WorldFact f = world_fact("BE", "oir", n, STAGE_ACTIVE, REALIS_ACTUAL);
    f.host = "IQ";
    world_say(&t, &f);
    snprintf(t.reading.claims.item[0].id, sizeof t.reading.claims.item[0].id, "c%016llx", (unsigned long long)span_hash(world_bytes(&t)));
    help_record(reg, &t, publisher, "r1", 1600000000);
}

/* Copies with edits under five names, another text on the same fact, and one of two agencies' texts: three origins of seven. */
static void test_origins(bool rebuild)
{
    Arena keep = help_room;
    RebuildReport report;
    Register *reg = help_open("copies.inzet");
    tell_in(reg, &keep, "krant-a", "2019-03-01", span_of(ARTICLE), 120);
    if (rebuild) CHECK(register_rebuild(reg, hedges_shipped_table(), &report, NULL, NULL).code == ERROR_NONE);
    tell_in(reg, &keep, "krant-b", "2019-03-02", edited(ARTICLE, 11, &keep), 120);
    tell_in(reg, &keep, "krant-c", "2019-03-03", edited(ARTICLE, 13, &keep), 120);
    tell_in(reg, &keep, "site-d", "2019-03-02", span_of(OTHER), 120);
    AskLevels l = help_at(reg, &keep, "2019-03-05", NULL, "BE");
    CHECK(l.item.len == 1 && l.item.item[0].documents == 4 && l.item.item[0].origins == 2);
    tell_in(reg, &keep, "site-e", "2019-03-04", SPAN("Volgens Belga blijft het contingent even groot, en niemand sprak dat tegen."), 120);
    tell_in(reg, &keep, "site-f", "2019-03-05", SPAN("Kort nieuws (Belga). Aan de sterkte verandert voorlopig weinig of niets, klinkt het."), 120);
    if (rebuild) CHECK(register_rebuild(reg, hedges_shipped_table(), &report, NULL, NULL).code == ERROR_NONE);
    l = help_at(reg, &keep, "2019-03-05", NULL, "BE");
    CHECK(l.item.len == 1 && l.item.item[0].documents == 6 && l.item.item[0].origins == 3);
    /* Two weeks later it is told anew. */
    tell_in(reg, &keep, "krant-g", "2019-03-20", edited(ARTICLE, 9, &keep), 120);
    l = help_at(reg, &keep, "2019-03-21", NULL, "BE");
    CHECK(l.item.len == 1 && l.item.item[0].documents == 7 && l.item.item[0].origins == 4);
    AskFilter f = ask_all();
    AskHistory h;
    AskConflicts c;
    AskSources s;
    CHECK(ask_history(reg, &f, hedges_shipped_table(), &h, &keep).code == ERROR_NONE && h.item.len == 1 && h.item.item[0].documents == 7 && h.item.item[0].origins == 4);
    CHECK(ask_conflicts(reg, &f, true, hedges_shipped_table(), &c, &keep).code == ERROR_NONE && c.count[VERDICT_COPY] == 2 && c.count[VERDICT_CONTRADICTION] == 0);
    for (Size i = 0; i < c.item.len; i++) CHECK(c.item.item[i].origins == 1);
    CHECK(ask_sources(reg, &s, &keep).code == ERROR_NONE && s.item.len == 7);
    int64_t copies = 0, agency = 0;
    for (Size i = 0; i < s.item.len; i++) copies += s.item.item[i].copies, agency += s.item.item[i].agency;
    CHECK(copies == 2 && agency == 2);
    register_close(reg);
}

/* 250 until the end of 2018; extended by eight months; then by a year: the end moves, and the number goes on, carried. */
static void test_extension(bool rebuild)
{
    Arena keep = help_room;
    RebuildReport report;
    Register *reg = help_open("extend.inzet");
    WorldFact f = world_fact("NL", "minusma", 250, STAGE_ACTIVE, REALIS_ACTUAL);
    f.end_said = true;
    f.end_earliest = f.end_latest = help_day("2018-12-31");
    help_tell(reg, &keep, "2018-06-01", f);
    AskLevels l = help_at(reg, &keep, "2019-02-01", NULL, "NL");
    CHECK(l.item.len == 0);
    f = world_fact("NL", "minusma", -1, STAGE_DECIDED, REALIS_PLANNED);
    f.asset = ASSET_NONE;
    f.act = ACT_EXTEND;
    f.duration = "P8M";
    f.added = true;
    help_tell(reg, &keep, "2018-10-01", f);
    if (rebuild) CHECK(register_rebuild(reg, hedges_shipped_table(), &report, NULL, NULL).code == ERROR_NONE);
    l = help_at(reg, &keep, "2019-02-01", NULL, "NL");
    CHECK(l.item.len == 2 && l.item.item[1].low == 250 && l.item.item[1].certainty == CERTAIN_CARRIED);
    CHECK(help_at(reg, &keep, "2019-08-31", NULL, "NL").item.len == 2 && help_at(reg, &keep, "2019-09-01", NULL, "NL").item.len == 0);
    /* As known before the extension, it ends in December. */
    CHECK(help_at(reg, &keep, "2019-02-01", "2018-09-30", "NL").item.len == 0);
    AskFilter due = ask_all();
    AskDues dues;
    due.at_first = due.at_last = help_day("2018-12-01");
    CHECK(ask_due(reg, &due, 90, hedges_shipped_table(), &dues, &keep).code == ERROR_NONE && dues.item.len == 0);
    due.at_first = due.at_last = help_day("2019-07-01");
    CHECK(ask_due(reg, &due, 90, hedges_shipped_table(), &dues, &keep).code == ERROR_NONE && dues.item.len == 1 && dues.item.item[0].latest.n == help_day("2019-08-31").n);
    f.duration = "P1Y";
    help_tell(reg, &keep, "2019-06-01", f);
    CHECK(help_at(reg, &keep, "2020-08-31", NULL, "NL").item.len > 0 && help_at(reg, &keep, "2020-09-02", NULL, "NL").item.len == 0);
    register_close(reg);
}

static void link_as(Register *reg, Arena *keep, const char *kind, Span claim, Span other)
{
    static int64_t second = 1700000000;
    Span id;
    CorrectRequest r = {CORRECT_LINK, claim, span_of(kind), {"", 0}, other, SPAN("redactie"), SPAN("nagezien"), {second++ * 1000000}};
    Error e = register_correct(reg, &r, &id, keep);
    if (!CHECK(e.code == ERROR_NONE)) error_print(&e);
}

static Span claim_of(Register *reg, Arena *keep, double n)
{
    AskFilter f = ask_all();
    AskClaims list;
    CHECK(ask_list(reg, &f, hedges_shipped_table(), &list, keep).code == ERROR_NONE);
    for (Size i = 0; i < list.len; i++)
        if (list.item[i].quantity_low == n) return list.item[i].id;
    return SPAN("none");
}

static void test_links(bool rebuild)
{
    Arena keep = help_room;
    RebuildReport report;
    Register *reg = help_open("links.inzet");
    help_tell(reg, &keep, "2019-03-01", world_fact("BE", "oir", 90, STAGE_ACTIVE, REALIS_ACTUAL));
    help_tell(reg, &keep, "2019-03-10", world_fact("BE", "oir", 70, STAGE_ACTIVE, REALIS_ACTUAL));
    WorldFact f = world_fact("BE", "rsm", 30, STAGE_ACTIVE, REALIS_ACTUAL);
    help_tell(reg, &keep, "2019-03-05", f);
    if (rebuild) CHECK(register_rebuild(reg, hedges_shipped_table(), &report, NULL, NULL).code == ERROR_NONE);
    Span ninety = claim_of(reg, &keep, 90), seventy = claim_of(reg, &keep, 70), thirty = claim_of(reg, &keep, 30);
    AskLevels l = help_at(reg, &keep, "2019-03-12", NULL, "BE");
    CHECK(l.item.len == 2 && l.item.item[0].low == 70);
    /* The older was right after all: the newer takes no part, but only once that is known. */
    link_as(reg, &keep, "replaces", ninety, seventy);
    l = help_at(reg, &keep, "2019-03-12", NULL, "BE");
    CHECK(l.item.len == 2 && l.item.item[0].low == 90);
    if (rebuild) CHECK(register_rebuild(reg, hedges_shipped_table(), &report, NULL, NULL).code == ERROR_NONE);
    l = help_at(reg, &keep, "2019-03-12", NULL, "BE");
    CHECK(l.item.len == 2 && l.item.item[0].low == 90);
    /* One contribution under two missions. */
    link_as(reg, &keep, "same", thirty, ninety);
    l = help_at(reg, &keep, "2019-03-12", NULL, "BE");
    CHECK(l.item.len == 1 && l.item.item[0].low == 30);
    link_as(reg, &keep, "crew_of", thirty, seventy);
    AskShow show;
    CHECK(ask_show(reg, thirty, hedges_shipped_table(), &show, &keep).code == ERROR_NONE && show.links.len == 2);
    CHECK(show.links.len == 2 && span_is(show.links.item[1].kind, "crew_of") && show.links.item[1].corrected && span_equal(show.links.item[1].id, seventy));
    Span id;
    CorrectRequest wrong = {CORRECT_LINK, thirty, SPAN("uncle_of"), {"", 0}, ninety, SPAN("x"), SPAN("x"), {1}};
    CHECK(register_correct(reg, &wrong, &id, &keep).code == ERROR_USAGE);
    register_close(reg);
}

/* The other claim of a link is read anew: under another id the link still holds; read otherwise it needs a look; gone it is an orphan. */
static void test_links_read_anew(void)
{
    Arena keep = help_room;
    Corrections all;
    Register *reg = help_open("anew.inzet");
    help_tell(reg, &keep, "2019-03-01", world_fact("BE", "oir", 90, STAGE_ACTIVE, REALIS_ACTUAL));
    WorldText t = world_text(&keep, help_day("2019-03-02"), help_day("2019-03-02"));
    WorldFact f = world_fact("BE", "oir", 400, STAGE_ACTIVE, REALIS_ACTUAL);
    world_say(&t, &f);
    help_record(reg, &t, "geheel", "r1", 1600000000);
    link_as(reg, &keep, "part_of", claim_of(reg, &keep, 90), claim_of(reg, &keep, 400));
    static const char *const ID[] = {"c0000000000000001", "c0000000000000002", "c0000000000000003"};
    static const CorrectionState STATE[] = {CORRECTION_HOLDS, CORRECTION_SECOND_LOOK, CORRECTION_ORPHAN};
    for (int round = 0; round < 3; round++) {
        Claim *c = &t.reading.claims.item[0];
        char rules[] = {'r', (char)('2' + round), 0};
        memcpy(c->id, ID[round], strlen(ID[round]) + 1);
        if (round == 0) c->basis = BASIS_NONE;
        if (round == 1) c->contributor = SPAN("NL");
        if (round == 2) t.reading.claims.len = 0;
        CHECK(help_record(reg, &t, "geheel", rules, 1600000001 + round) == RECORD_REREAD);
        CHECK(register_corrections(reg, &all, &keep).code == ERROR_NONE && all.item.len == 1 && all.item.item[0].state == STATE[round]);
        AskLevels l = help_at(reg, &keep, "2019-03-03", NULL, "BE");
        CHECK(l.item.len >= 1 && l.item.item[l.item.len - 1].part == (round == 0));
    }
    register_close(reg);
}

static void end_in_words(WorldText *t, int claim, const char *words)
{
    Claim *c = &t->reading.claims.item[claim];
    c->end = (Bound){true, world_words(t, words), NO_DAY, NO_DAY};
    c->proof[FIELD_END] = (Proof){HOW_STATED, c->end.words, "time-bound"};
}

/* A page without a date that lets jets stop in January and at the end of the year: nobody can say which, so both sentences and their words are shown. */
static void test_undated_ends(void)
{
    Arena keep = help_room;
    Register *reg = help_open("undated.inzet");
    WorldText t = world_text(&keep, NO_DAY, NO_DAY);
    WorldFact f = world_fact("NL", "oir", 4, STAGE_LEAVING, REALIS_ACTUAL);
    f.asset = ASSET_AIRCRAFT;
    f.type = "F-16";
    world_say(&t, &f);
    f.low = -1;
    world_say(&t, &f);
    end_in_words(&t, 0, "eind dit jaar");
    end_in_words(&t, 1, "in januari");
    help_record(reg, &t, "bladzijde", "r1", 1600000000);
    AskFilter filter = ask_all();
    AskConflicts c;
    AskDues dues;
    CHECK(ask_conflicts(reg, &filter, false, hedges_shipped_table(), &c, &keep).code == ERROR_NONE && c.item.len == 1);
    CHECK(c.item.len == 1 && c.item.item[0].verdict == VERDICT_UNDETERMINED && span_is(c.item.item[0].field, "end") && c.item.item[0].origins == 1);
    bool january = c.item.len == 1 && span_is(c.item.item[0].newer_end, "in januari");
    CHECK(c.item.len == 1 && (january || span_is(c.item.item[0].older_end, "in januari")));
    CHECK(c.item.len == 1 && span_is(january ? c.item.item[0].older_end : c.item.item[0].newer_end, "eind dit jaar"));
    filter.at_first = filter.at_last = help_day("2018-12-01");
    CHECK(ask_due(reg, &filter, 90, hedges_shipped_table(), &dues, &keep).code == ERROR_NONE && dues.item.len == 0 && dues.undated == 2);
    register_close(reg);
}

int main(void)
{
    if (!help_begin()) return 1;
    test_likeness();
    test_stable();
    test_agencies();
    test_origins(false);
    test_origins(true);
    test_extension(false);
    test_extension(true);
    test_links(false);
    test_links(true);
    test_links_read_anew();
    test_undated_ends();
    return help_end();
}
