/* Paragraphs, sentences and items over the tokens. */
#include "text/document.h"

#include "base/image.h"
#include "base/limits.h"
#include "text/token.h"

/* The text being laid out, and the breaks of the paragraph being read. */
typedef struct {
    Document *d;
    Arena *keep;
    Span abbreviations, sources, meta;
    TokenBreaks breaks;
} Layout;

/* Sets that data/nl/lexicon/layout.tsv gives, by class. */
static Layout layout_open(Document *d, Arena *keep)
{
    return (Layout){d, keep, image_section("set.abbreviation"), image_section("set.source"), image_section("set.meta"), {NULL, 0}};
}

static unsigned char byte_of(const Document *d, const Token *t)
{
    return (unsigned char)d->bytes.at[t->at.from];
}

/* The first code point of a punctuation token, as far as layout needs it. */
static uint32_t mark_of(const Document *d, const Token *t)
{
    Span s = span_range(d->bytes, t->at);
    if (s.len == 3 && (unsigned char)s.at[0] == 0xE2 && (unsigned char)s.at[1] == 0x80) return 0x2000u + ((unsigned char)s.at[2] & 0x3F);
    if (s.len == 2 && (unsigned char)s.at[0] == 0xC2) return (unsigned char)s.at[1];
    return s.len ? (unsigned char)s.at[0] : 0;
}

static bool is_closing(const Document *d, const Token *t)
{
    if (t->kind != TOKEN_PUNCT) return false;
    uint32_t c = mark_of(d, t);
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 || c == 0x201D || c == 0xBB;
}

static bool is_opening(const Document *d, const Token *t)
{
    if (t->kind != TOKEN_PUNCT) return false;
    uint32_t c = mark_of(d, t);
    return c == '"' || c == '\'' || c == '(' || c == '[' || c == 0x2018 || c == 0x201C || c == 0x201E || c == 0xAB;
}

static bool is_bullet(const Document *d, const Token *t)
{
    if (t->kind != TOKEN_PUNCT) return false;
    uint32_t c = mark_of(d, t);
    return c == '-' || c == '*' || c == 0x2022 || c == 0x2013 || c == 0x2014 || c == 0xB7 || byte_of(d, t) == 0xE2;
}

static bool stop_is_abbreviation(const Layout *l, const Token *t, bool next_capital)
{
    if (t->at.to - t->at.from == 1 && (t->flags & TOKEN_CAPITAL)) return true;
    if (t->kind == TOKEN_NUMBER) return !next_capital;
    return image_set_has(l->abbreviations, t->hash);
}

/* Whether a sentence ends behind the mark at `i`; `*last` becomes the last token that still belongs to it (closing quotes, brackets). */
static bool ends_behind(const Layout *l, int32_t i, int32_t end, int32_t *last)
{
    const Document *d = l->d;
    const Token *t = &d->tokens.item[i];
    *last = i;
    uint32_t c = mark_of(d, t);
    if (c != '.' && c != '!' && c != '?' && c != 0x2026) return false;
    while (*last + 1 < end && is_closing(d, &d->tokens.item[*last + 1]) && !(d->tokens.item[*last + 1].flags & TOKEN_SPACE_BEFORE)) ++*last;
    if (*last + 1 >= end) return true;
    const Token *next = &d->tokens.item[*last + 1];
    bool capital = next->flags & TOKEN_CAPITAL || next->kind == TOKEN_NUMBER || is_opening(d, next) || is_bullet(d, next) || (next->flags & TOKEN_DIGIT);
    if (next->kind == TOKEN_WORD && byte_of(d, next) == '\'' && *last + 2 < end) capital = d->tokens.item[*last + 2].flags & TOKEN_CAPITAL;
    if (!capital) return false;
    bool spaced = next->flags & TOKEN_SPACE_BEFORE;
    if (c == '.' && i > 0 && t->at.to - t->at.from == 1 && !(t->flags & TOKEN_SPACE_BEFORE)) {
        const Token *word = &d->tokens.item[i - 1];
        if (stop_is_abbreviation(l, word, (next->flags & TOKEN_CAPITAL) != 0)) return false;
        if (!spaced && (word->kind != TOKEN_WORD || next->kind != TOKEN_WORD)) return false;
    }
    return true;
}

/* A heading glued to its text, or a capital right behind a small letter: `LitouwenDe`. */
static inline bool glued(const Document *d, int32_t i)
{
    const Token *t = &d->tokens.item[i], *before = t - 1;
    return !(t->flags & TOKEN_SPACE_BEFORE) && t->kind == TOKEN_WORD && before->kind != TOKEN_PUNCT && (t->flags & TOKEN_CAPITAL) &&
           before->at.to == t->at.from;
}

/* Counts the line ends in bytes [from, to); `*line` becomes where the last of them leads to. */
static int count_lines(const Document *d, int32_t from, int32_t to, int32_t *line)
{
    int lines = 0;
    for (int32_t p = from; p < to; p++) {
        char c = d->bytes.at[p];
        if (c == '\n' || c == '\r') *line = p + 1;
        lines += c == '\n' || (c == '\r' && !(p + 1 < to && d->bytes.at[p + 1] == '\n'));
    }
    return lines;
}

/* The line a token stands on: where it begins, and whether the one before it ran on into it. `narrow`: the text is set in a column. */
typedef struct {
    int32_t start;
    bool joined, narrow;
} Line;

/* Whether the text is set in a column of at most WIDEST: hardly a line is longer, and lines near as long go on with a small letter. */
static bool is_narrow(Span bytes)
{
    enum { WIDE = 55, WIDEST = 100, MIN_JOINED = 2, LINES_PER_LONG = 8 };
    int lines = 0, longer = 0, joined = 0;
    for (Size from = 0, to; from < bytes.len; from = to + 1, lines++) {
        const char *end = memchr(bytes.at + from, '\n', (size_t)(bytes.len - from));
        to = end ? end - bytes.at : bytes.len;
        longer += to - from > WIDEST;
        joined += to - from >= WIDE && to + 1 < bytes.len && bytes.at[to + 1] >= 'a' && bytes.at[to + 1] <= 'z';
    }
    return joined >= MIN_JOINED && longer * LINES_PER_LONG <= lines;
}

/* `donderdag 31 augustus 2006`: the line that dates a page, under its title. */
static bool is_dated_line(const Document *d, int32_t i)
{
    enum { OPENING = 60, WEEKDAY = 6, YEAR = 4 };
    if (i >= OPENING || i + 3 >= d->tokens.len) return false;
    const Token *t = &d->tokens.item[i];
    bool form = t->kind == TOKEN_WORD && t->at.to - t->at.from >= WEEKDAY && t[1].kind == TOKEN_NUMBER && t[1].at.to - t[1].at.from <= 2 && t[2].kind == TOKEN_WORD;
    return form && t[3].kind == TOKEN_NUMBER && t[3].at.to - t[3].at.from == YEAR;
}

/* Whether the white space before token `i`, which is not the first, ends a paragraph: an empty line, or a line end that wraps no sentence. `line` is where the token before
 * stands, and becomes where this one does, but for whether it is joined. */
static bool breaks_paragraph(const Document *d, int32_t i, Line *line)
{
    enum { LONGEST = 200 };
    const Token *t = &d->tokens.item[i];
    if (!(t->flags & TOKEN_SPACE_BEFORE)) return false;
    int32_t from = t[-1].at.to, start = line->start > from - LONGEST ? line->start : from - LONGEST;
    if (t->at.from - from == 1 && d->bytes.at[from] == ' ') return false;
    int lines = count_lines(d, from, t->at.from, &line->start);
    if (lines == 0) return false;
    bool joined = line->joined;
    line->joined = false;
    if (lines > 1) return true;
    /* a line that a capital opens may be a short one where it goes on with a small letter; short lines of a list open with one */
    int32_t shortest = d->bytes.at[start] >= 'A' && d->bytes.at[start] <= 'Z' ? 25 : 50;
    bool wraps = from - start >= shortest && from - start < LONGEST && t->kind == TOKEN_WORD && !(t->flags & TOKEN_CAPITAL) && !(t->flags & TOKEN_DIGIT);
    uint32_t c = t[-1].kind == TOKEN_PUNCT ? mark_of(d, &t[-1]) : 0;
    bool stopped = c == '.' || c == '!' || c == '?' || c == ':' || c == ';';
    bool letter = t->at.to - t->at.from == 1 && i + 1 < d->tokens.len && t[1].kind == TOKEN_PUNCT && (byte_of(d, &t[1]) == '.' || byte_of(d, &t[1]) == ')');
    if (letter || (t->kind == TOKEN_PUNCT && is_bullet(d, t)) || is_dated_line(d, i)) return true;
    /* A wrapped line whose next line begins with a capital or a number goes on where the line is long and no stop stands. */
    bool long_line = from - start >= 60 && from - start < 130 && (t[-1].kind != TOKEN_PUNCT || c == ',') && !is_bullet(d, t);
    bool inside = joined || line->narrow || (d->bytes.at[start] >= 'a' && d->bytes.at[start] <= 'z');
    line->joined = !stopped && (wraps || (long_line && inside));
    return !line->joined;
}

static SentenceKind kind_of(const Layout *l, const Sentence *s, bool alone)
{
    const Document *d = l->d;
    const Token *first = &d->tokens.item[s->token], *last = first + s->tokens - 1;
    bool short_line = s->tokens <= 8 || (s->tokens <= 30 && first[1].kind == TOKEN_PUNCT && byte_of(d, &first[1]) == ':');
    if (alone && short_line && (image_set_has(l->meta, first->hash) || image_set_has(l->sources, first->hash))) return SENTENCE_META;
    bool numbered = s->tokens > 3 && first->at.to - first->at.from <= 2 && first[1].kind == TOKEN_PUNCT &&
                    (byte_of(d, &first[1]) == ')' || (byte_of(d, &first[1]) == '.' && alone));
    if ((is_bullet(d, first) && s->tokens > 1) || numbered) return SENTENCE_LIST;
    uint32_t c = last->kind == TOKEN_PUNCT ? mark_of(d, last) : 0;
    bool stopped = c == '.' || c == '!' || c == '?' || c == ';' || c == 0x201D || (c == '"' && s->tokens > 8);
    if (alone && !stopped && s->tokens <= 20) return SENTENCE_HEADING;
    return SENTENCE_BODY;
}

static void push_sentence(Layout *l, int32_t first, int32_t last)
{
    Document *d = l->d;
    d->tokens.item[first].flags |= TOKEN_FIRST;
    Sentence *s = ARRAY_PUSH(&d->sentences, l->keep);
    *s = (Sentence){.at = token_range(d, first, last), .token = first, .tokens = last - first, .paragraph = (int32_t)d->paragraphs.len};
}

/* Tokens of a leading ` date 2018-05` line, as crawls write it, stuck to the title or not. */
static int32_t header_tokens(const Document *d)
{
    if (d->tokens.len < 2 || !token_is(d, 0, "date") || d->tokens.item[1].kind != TOKEN_NUMBER) return 0;
    Span number = token_text(d, 1);
    return number.len >= 7 && number.at[4] == '-' ? 2 : 0;
}

/* Cuts tokens [begin, end) where no sentence may be longer. Gives where the last one begins. */
static int32_t cut_long(Layout *l, int32_t begin, int32_t end)
{
    for (; end - begin >= LIMIT_SENTENCE_TOKENS; begin += LIMIT_SENTENCE_TOKENS) push_sentence(l, begin, begin + LIMIT_SENTENCE_TOKENS);
    return begin;
}

/* Cuts tokens [begin, end), of one paragraph, into sentences. */
static void push_sentences(Layout *l, int32_t begin, int32_t end)
{
    const Document *d = l->d;
    for (int32_t k = 0; k < l->breaks.count; k++) {
        int32_t i = l->breaks.token[k], last = i;
        bool mark = d->tokens.item[i].kind == TOKEN_PUNCT, before = !mark && i > begin && glued(d, i);
        if (i < begin || !(mark || before)) continue;
        begin = cut_long(l, begin, mark ? i : i - 1);
        if (mark && !ends_behind(l, i, end, &last)) continue;
        int32_t next = mark ? last + 1 : i;
        if (next > begin) push_sentence(l, begin, next);
        begin = next;
    }
    begin = cut_long(l, begin, end);
    if (begin < end) push_sentence(l, begin, end);
}

/* Cuts tokens [first, end), a paragraph, into sentences. */
static void cut_sentences(Layout *l, int32_t first, int32_t end)
{
    Document *d = l->d;
    int32_t sentence = (int32_t)d->sentences.len, header = first == 0 ? header_tokens(d) : 0;
    if (header >= end) header = 0;
    if (header) push_sentence(l, 0, header);
    push_sentences(l, first + header, end);
    int32_t count = (int32_t)d->sentences.len - sentence;
    Paragraph *p = ARRAY_PUSH(&d->paragraphs, l->keep);
    *p = (Paragraph){.at = token_range(d, header ? header : first, end), .sentence = sentence, .sentences = count};
    for (int32_t i = 0; i < count; i++) {
        Sentence *s = &d->sentences.item[sentence + i];
        s->kind = (uint8_t)(header && i == 0 ? SENTENCE_META : kind_of(l, s, count - (header ? 1 : 0) == 1));
        if (count > 1 && i + 1 < count && s->kind == SENTENCE_BODY && glued(d, s[1].token)) s->kind = SENTENCE_HEADING;
    }
}

/* Whether paragraph `p` is a source line (`Bron: Defensie`) that closes an item. */
static bool closes_item(const Layout *l, const Paragraph *p)
{
    const Document *d = l->d;
    const Sentence *s = &d->sentences.item[p->sentence];
    const Token *t = &d->tokens.item[s->token];
    return p->sentences == 1 && s->tokens >= 3 && s->tokens <= 8 && image_set_has(l->sources, t->hash) && byte_of(d, t + 1) == ':';
}

static void push_item(Layout *l, int32_t first, int32_t end)
{
    Document *d = l->d;
    const Paragraph *a = &d->paragraphs.item[first], *z = &d->paragraphs.item[end - 1];
    Item *item = ARRAY_PUSH(&d->items, l->keep);
    *item = (Item){.at = {a->at.from, z->at.to}, .paragraph = first, .paragraphs = end - first, .sentence = a->sentence,
                   .sentences = z->sentence + z->sentences - a->sentence};
    int32_t number = (int32_t)d->items.len - 1;
    for (int32_t i = first; i < end; i++) d->paragraphs.item[i].item = number;
    for (int32_t i = 0; i < item->sentences; i++) d->sentences.item[item->sentence + i].item = number;
}

/* `16.42 uur - `, `16:42`: the time that opens an entry of a live blog. */
static bool is_stamp(const Document *d, const Paragraph *p)
{
    Span s = span_range(d->bytes, p->at);
    Size n = 0;
    while (n < s.len && s.at[n] >= '0' && s.at[n] <= '9') n++;
    if (n < 1 || n > 2 || n + 2 >= s.len || !memchr(".:u", s.at[n], 3)) return false;
    for (Size i = n + 1; i <= n + 2; i++)
        if (s.at[i] < '0' || s.at[i] > '5' + 4 * (i == n + 2)) return false;
    Span rest = span_trim(span_sub(s, n + 3, s.len));
    return rest.len == 0 || span_starts(rest, SPAN("uur")) || rest.at[0] == '-' || rest.at[0] == '|' || span_starts(rest, SPAN("–"));
}

/* Entries of a live blog are stories of their own; a few times of day make none. */
static bool has_entries(const Document *d)
{
    enum { ENTRIES = 3 };
    int stamps = 0;
    for (Size i = 0; i < d->paragraphs.len && stamps < ENTRIES; i++) stamps += is_stamp(d, &d->paragraphs.item[i]);
    return stamps >= ENTRIES;
}

static void cut_items(Layout *l)
{
    const Document *d = l->d;
    int32_t first = 0, n = (int32_t)d->paragraphs.len;
    bool entries = has_entries(d);
    for (int32_t i = 0; i < n; i++)
        if (entries && i > first && is_stamp(d, &d->paragraphs.item[i])) {
            push_item(l, first, i);
            first = i;
        } else if (i >= first + 2 && i + 1 < n && closes_item(l, &d->paragraphs.item[i])) {
            push_item(l, first, i + 1);
            first = i + 1;
        }
    if (first < n) push_item(l, first, n);
}

/* Whether the tokens read now stand between brackets, between quotation marks, and where those opened. */
typedef struct {
    bool bracket, quote;
    int32_t opened;
} Nesting;

static void note_mark(Nesting *n, uint32_t c, int32_t i)
{
    if (c == '(') n->bracket = true, n->opened = i;
    else if (c == ')') n->bracket = false;
    else if (c == '"') n->quote = !n->quote, n->opened = i;
    else if (c == 0x201C || c == 0x201E) n->quote = true, n->opened = i;
    else if (c == 0x201D) n->quote = false;
}

/* Marks tokens [first, end), behind one that may have opened or closed something, as bracketed or quoted; one that never closes ends after a while. */
static void mark_nested(Document *d, Nesting *n, int32_t first, int32_t end)
{
    enum { LONGEST = 200 };
    for (int32_t i = first; i < end && (n->bracket || n->quote); i++) {
        if (i - n->opened > LONGEST) n->bracket = n->quote = false;
        if (n->bracket) d->tokens.item[i].flags |= TOKEN_BRACKETED;
        if (n->quote) d->tokens.item[i].flags |= TOKEN_QUOTED;
    }
}

static void mark_nesting(Document *d, const TokenBreaks *breaks)
{
    Nesting nesting = {false, false, 0};
    for (int32_t k = 0; k < breaks->count; k++) {
        int32_t i = breaks->token[k], next = k + 1 < breaks->count ? breaks->token[k + 1] : (int32_t)d->tokens.len;
        if (d->tokens.item[i].kind == TOKEN_PUNCT) note_mark(&nesting, mark_of(d, &d->tokens.item[i]), i);
        mark_nested(d, &nesting, i, next);
    }
}

/* Cuts the text into paragraphs, and these into sentences. */
static void cut_paragraphs(Layout *l, const TokenBreaks *breaks)
{
    const Document *d = l->d;
    int32_t first = 0, begun = 0;
    Line line = {0, false, is_narrow(d->bytes)};
    if (d->tokens.len) count_lines(d, 0, d->tokens.item[0].at.from, &line.start);
    for (int32_t k = 0; k <= breaks->count; k++) {
        int32_t i = k < breaks->count ? breaks->token[k] : (int32_t)d->tokens.len;
        if (i == first || (k < breaks->count && !breaks_paragraph(d, i, &line))) continue;
        l->breaks = (TokenBreaks){breaks->token + begun, k - begun};
        cut_sentences(l, first, i);
        first = i;
        begun = k;
    }
}

Document document_read(Span bytes, Arena *keep)
{
    Document d = {.bytes = bytes};
    TokenBreaks breaks = token_scan(&d, keep);
    Layout l = layout_open(&d, keep);
    mark_nesting(&d, &breaks);
    cut_paragraphs(&l, &breaks);
    cut_items(&l);
    return d;
}
