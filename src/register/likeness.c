/* Sketches of whole texts, and credits of news agencies. */
#include "register/likeness.h"

enum { AGENCY_ROWS = 64, AGENCY_COLUMNS = 4, CREDIT_WORDS = 3, SAME_LEAST = 12, SAME_SHARE = 4 };

extern const char agencies_shipped[];
extern const char agencies_shipped_end[];

/* A row of data/nl/agencies.tsv; `agency` empty: a word of credit. */
typedef struct {
    Span form, agency;
    bool sure;
} Agency;

typedef struct {
    Agency row[AGENCY_ROWS];
    int rows;
    bool first[256];   /* bytes that a form begins with */
} AgencyTable;

static const AgencyTable *agencies(void)
{
    static AgencyTable table;
    Span line, rest = {agencies_shipped, agencies_shipped_end - agencies_shipped};
    bool header = true;
    if (table.rows) return &table;
    while (span_cut(&rest, '\n', &line) && table.rows < AGENCY_ROWS) {
        Span column[AGENCY_COLUMNS] = {0};
        if (line.len == 0 || line.at[0] == '#') continue;
        for (int i = 0; i < AGENCY_COLUMNS; i++) (void)span_cut(&line, '\t', &column[i]);
        if (!header && column[0].len) {
            table.row[table.rows++] = (Agency){column[0], span_is(column[1], "-") ? (Span){NULL, 0} : column[1], span_is(column[2], "yes")};
            table.first[(uint8_t)column[0].at[0]] = true;
        }
        header = false;
    }
    return &table;
}

static bool word_byte(uint8_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0x80;
}

/* Quotation marks and dashes of several bytes (U+2000..U+203F) part words too. */
static bool word_at(Span text, Size at)
{
    if (!word_byte((uint8_t)text.at[at])) return false;
    if ((uint8_t)text.at[at] < 0x80) return true;
    for (Size lead = at; lead >= 0 && lead > at - 3; lead--)
        if ((uint8_t)text.at[lead] == 0xe2) return !(lead + 1 < text.len && (uint8_t)text.at[lead + 1] == 0x80);
    return true;
}

/* Stays the same in every version: sketches are kept. */
static uint64_t mix(uint64_t h, uint64_t x)
{
    h = (h ^ x) * 0xff51afd7ed558ccdu;
    return h ^ h >> 32;
}

/* Reads words one after another, in lower case, hashed. */
typedef struct {
    Span text;
    Size at, from;   /* the word just read is [from, at) */
} Words;

static bool next_word(Words *w, uint64_t *hash)
{
    while (w->at < w->text.len && !word_at(w->text, w->at)) w->at++;
    w->from = w->at;
    *hash = 0xcbf29ce484222325u;
    for (; w->at < w->text.len && word_at(w->text, w->at); w->at++) {
        uint8_t c = (uint8_t)w->text.at[w->at];
        *hash = (*hash ^ (c >= 'A' && c <= 'Z' ? c | 32 : c)) * 0x100000001b3u;
    }
    return w->at > w->from;
}

static const Agency *find_agency(const AgencyTable *t, Span word)
{
    if (!t->first[(uint8_t)word.at[0]]) return NULL;
    for (int i = 0; i < t->rows; i++)
        if (span_equal(t->row[i].form, word)) return &t->row[i];
    return NULL;
}

static bool in_brackets(Span text, Size from, Size to)
{
    return from > 0 && text.at[from - 1] == '(' && to < text.len && strchr(")/,", text.at[to]);
}

static void add_run(Likeness *l, uint64_t h)
{
    uint16_t *bin = &l->bin[h >> 58], value = (uint16_t)(h >> 40);
    if (value == 0) value = 1;
    if (*bin == 0 || value < *bin) *bin = value;
}

Likeness likeness_of(Span text)
{
    Likeness l = {0};
    const AgencyTable *table = agencies();
    Words w = {.text = text};
    uint64_t hash, before = 0, earlier = 0;
    int64_t credit = -CREDIT_WORDS - 1;   /* the last word of credit */
    for (; next_word(&w, &hash); l.words++) {
        if (l.words >= 2) add_run(&l, mix(mix(mix(1, earlier), before), hash));
        earlier = before;
        before = hash;
        const Agency *a = l.agency.len ? NULL : find_agency(table, span_sub(text, w.from, w.at));
        if (a && !a->agency.len) credit = l.words;
        else if (a && (a->sure || l.words - credit <= CREDIT_WORDS || in_brackets(text, w.from, w.at))) l.agency = a->agency;
    }
    return l;
}

bool likeness_same(const uint16_t *a, const uint16_t *b)
{
    int same = 0, filled = 0;
    for (int i = 0; i < LIKENESS_BINS; i++) {
        filled += a[i] || b[i];
        same += a[i] && a[i] == b[i];
    }
    return same >= SAME_LEAST && same * SAME_SHARE >= filled;
}

void likeness_pack(const Likeness *l, uint8_t to[LIKENESS_BYTES])
{
    for (int i = 0; i < LIKENESS_BINS; i++) {
        to[2 * i] = (uint8_t)(l->bin[i] & 255);
        to[2 * i + 1] = (uint8_t)(l->bin[i] >> 8);
    }
}

bool likeness_unpack(Span packed, uint16_t bin[LIKENESS_BINS])
{
    const uint8_t *p = (const uint8_t *)packed.at;
    if (packed.len != LIKENESS_BYTES) return false;
    for (int i = 0; i < LIKENESS_BINS; i++) bin[i] = (uint16_t)(p[2 * i] | p[2 * i + 1] << 8);
    return true;
}
