#include "spell.h"

static const char *const units[] = {"nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien", "veertien",
                                    "vijftien", "zestien", "zeventien", "achttien", "negentien"};
static const char *const tens[] = {"", "", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"};

const char *const spell_month[12] = {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"};
const char *const spell_weekday[7] = {"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"};
static const char *const short_month[12] = {"jan.", "feb.", "mrt.", "apr.", "mei", "jun.", "jul.", "aug.", "sept.", "okt.", "nov.", "dec."};

static void below_hundred(Out *o, int32_t n, int ways)
{
    if (n < 20) {
        out_text(o, units[n]);
        return;
    }
    if (n % 10) {
        bool trema = (n % 10 == 2 || n % 10 == 3) && !(ways & SPELL_PLAIN);
        out_text(o, units[n % 10]);
        out_text(o, trema ? "ën" : "en");
    }
    out_text(o, tens[n / 10]);
}

static void below_thousand(Out *o, int32_t n, int ways)
{
    if (n >= 200) out_text(o, units[n / 100]);
    if (n >= 100) out_text(o, "honderd");
    if (n > 100 && n % 100 && n % 100 < 13 && (ways & SPELL_AND)) out_text(o, "en");
    if (n % 100 || n == 0) below_hundred(o, n % 100, ways);
}

/* One alone behind a space bears its accents: without them it is the article. */
static void last_group(Out *o, int32_t n, int ways, bool alone)
{
    if (alone && n == 1) out_text(o, "één");
    else below_thousand(o, n, ways);
}

static void below_million(Out *o, int32_t n, int ways)
{
    bool hundreds = (ways & SPELL_HUNDREDS) && n > 1000 && n < 10000 && n / 100 % 10;
    if (hundreds) {
        below_hundred(o, n / 100, ways);
        out_text(o, "honderd");
        if (n % 100) below_hundred(o, n % 100, ways);
        return;
    }
    if (n >= 2000) below_thousand(o, n / 1000, ways);
    if (n >= 1000) out_text(o, "duizend");
    bool apart = n >= 1000 && n % 1000 && (ways & SPELL_APART);
    if (apart) out_char(o, ' ');
    else if (n > 1000 && n % 1000 && n % 1000 < 13 && (ways & SPELL_AND)) out_text(o, "en");
    if (n % 1000 || n == 0) last_group(o, n % 1000, ways, apart || n == 1);
}

void spell_number(Out *o, int64_t n, int ways)
{
    Out low = out_to_memory();
    int64_t milliards = n / 1000000000, millions = n / 1000000 % 1000;
    int32_t rest = (int32_t)(n % 1000000);
    if (milliards) below_thousand(&low, (int32_t)milliards, ways), out_text(&low, " miljard");
    if (millions) {
        if (milliards) out_char(&low, ' ');
        below_thousand(&low, (int32_t)millions, ways);
        out_text(&low, " miljoen");
    }
    if (n >= 1000000 && rest) out_char(&low, ' ');
    if (rest || n == 0) below_million(&low, rest, ways);
    Span s = out_written(&low);
    bool capital = (ways & SPELL_CAPITAL) && s.at[0] >= 'a' && s.at[0] <= 'z';
    if (capital) out_char(o, (char)(s.at[0] - 'a' + 'A'));
    out_span(o, span_sub(s, capital, s.len));
    out_close(&low);
}

void spell_ordinal(Out *o, int32_t n)
{
    static const char *const first[] = {"", "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende", "elfde", "twaalfde",
                                        "dertiende", "veertiende", "vijftiende", "zestiende", "zeventiende", "achttiende", "negentiende"};
    int32_t low = n % 100;
    if (low && low < 20) {
        if (n > 100) below_million(o, n - low, 0);
        out_text(o, first[low]);
        return;
    }
    below_million(o, n, 0);
    out_text(o, "ste");
}

void spell_date(Out *o, Day d, int form)
{
    Civil c = day_civil(d);
    const char *month = spell_month[c.month - 1], *weekday = spell_weekday[day_weekday(d) - 1];
    switch (form) {
    case 0: out_print(o, "%d %s %d", c.day, month, c.year); break;
    case 1: out_print(o, "%d-%d-%d", c.day, c.month, c.year); break;
    case 2: out_print(o, "%02d/%02d/%d", c.day, c.month, c.year); break;
    case 3: out_print(o, "%d-%02d-%02d", c.year, c.month, c.day); break;
    case 4: out_print(o, "%s %d %s %d", weekday, c.day, month, c.year); break;
    case 5: out_print(o, "%d %s %d", c.day, short_month[c.month - 1], c.year); break;
    case 6: out_print(o, "%02d.%02d.%d", c.day, c.month, c.year); break;
    case 7: out_print(o, "de %de %s van %d", c.day, month, c.year); break;
    case 8: out_print(o, "%s, %d %s %d", weekday, c.day, month, c.year); break;
    case 9:
        out_text(o, "de ");
        spell_ordinal(o, c.day);
        out_print(o, " van %s %d", month, c.year);
        break;
    case 10:
        spell_number(o, c.day, 0);
        out_print(o, " %s %d", month, c.year);
        break;
    default:
        out_print(o, "%d %s ", c.day, month);
        spell_number(o, c.year, c.year < 2000 ? SPELL_HUNDREDS : SPELL_APART);
        break;
    }
}
