/* The tokeniser and the layout, held against the slow way: random texts of common and odd pieces, each property told by hand. */
#include "cases.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "text/token.h"

enum { PIECES = 60, TEXTS = 4000 };

static const char *const pieces[] = {
    " ", " ", " ", " ", "  ", "\n", "\n\n", "\t", "de", "het", "Militairen", "Afghanistan", "verlengingsbesluiten", "F-16's", "A400M", "NAVO", "Koeweït", "één", "z", "Zr.Ms.",
    "V.S.", "o.a.", "2018-05", "1.350", "8,2", "11u47", ".", ",", "?", "...", "…", "(", ")", "\"", "“", "”", "–", "—", "½", "'", "’s", "`", "-", "&", "LitouwenDe", "\xFF", "\x01", "Ελλάδα",
};

static uint32_t next_random(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*seed >> 33);
}

static Span random_text(uint64_t *seed, Arena *keep)
{
    char *at = ARENA_NEW(keep, char, PIECES * 24);
    Size n = 0;
    for (uint32_t i = next_random(seed) % PIECES; i > 0; i--) {
        const char *piece = pieces[next_random(seed) % (sizeof pieces / sizeof *pieces)];
        memcpy(at + n, piece, strlen(piece));
        n += (Size)strlen(piece);
    }
    return (Span){at, n};
}

/* Whether only white space stands in `s`. */
static bool blank(Span s)
{
    Document d = {.bytes = s};
    char room[1 << 12];
    Arena keep = {room, room + sizeof room};
    token_scan(&d, &keep);
    return d.tokens.len == 0;
}

/* Every token is folded and hashed as base/utf8.h and base/span.h say. */
static bool forms_hold(const Document *d)
{
    for (int32_t i = 0; i < d->tokens.len; i++) {
        const Token *t = &d->tokens.item[i];
        Span text = token_text(d, i), folded = token_folded(d, i);
        char room[2 * LIMIT_WORD_BYTES + 64];
        Size n = t->kind == TOKEN_ODD ? 0 : utf8_fold(text, room, sizeof room);
        if (!span_equal(folded, (Span){room, n}) || t->hash != span_hash(folded)) return false;
        if (t->kind == TOKEN_WORD && ((t->flags & TOKEN_CAPITAL) != 0) != utf8_capital(text)) return false;
        if (t->kind == TOKEN_WORD && ((t->flags & TOKEN_HYPHEN) != 0) != (span_find_byte(folded, '-', 0) >= 0)) return false;
    }
    return true;
}

/* What lies between tokens is white space, which their flags tell of. */
static bool gaps_hold(const Document *d)
{
    int32_t from = 0;
    for (int32_t i = 0; i < d->tokens.len; i++) {
        const Token *t = &d->tokens.item[i];
        bool space = i == 0 || t->at.from > from;
        if (t->at.from > from && !blank(span_sub(d->bytes, from, t->at.from))) return false;
        if (((t->flags & TOKEN_SPACE_BEFORE) != 0) != space || t->at.to <= t->at.from) return false;
        from = t->at.to;
    }
    return blank(span_sub(d->bytes, from, d->bytes.len));
}

/* Breaks are the marks and what stands behind anything but one blank, no more and no less. */
static bool breaks_hold(const Document *d, const TokenBreaks *breaks)
{
    int32_t k = 0, from = 0;
    for (int32_t i = 0; i < d->tokens.len; i++) {
        const Token *t = &d->tokens.item[i];
        bool one_blank = i > 0 && t->at.from == from + 1 && d->bytes.at[from] == ' ';
        bool listed = k < breaks->count && breaks->token[k] == i;
        if (listed != (t->kind == TOKEN_PUNCT || !one_blank)) return false;
        k += listed;
        from = t->at.to;
    }
    return k == breaks->count;
}

/* A text reads the same when it ends right behind its last word, where words cannot be read eight bytes at a time, as when much follows. */
static bool end_holds(Span text, const Document *d, Arena scratch)
{
    Span longer = arena_print(&scratch, "%.*s\n%s", (int)text.len, text.at, "en nog een paar woorden om te lezen, want wat volgt maakt geen verschil");
    Document e = {.bytes = longer};
    token_scan(&e, &scratch);
    if (e.tokens.len < d->tokens.len) return false;
    for (int32_t i = 0; i + 1 < d->tokens.len; i++) {
        const Token *a = &d->tokens.item[i], *b = &e.tokens.item[i];
        if (a->at.from != b->at.from || a->at.to != b->at.to || a->kind != b->kind || a->flags != b->flags || a->hash != b->hash) return false;
    }
    return true;
}

/* Sentences, paragraphs and items follow each other without a gap, and none is too long. */
static bool layout_holds(const Document *d)
{
    int32_t token = 0, sentence = 0, paragraph = 0;
    for (Size i = 0; i < d->sentences.len; i++) {
        const Sentence *s = &d->sentences.item[i];
        if (s->token != token || s->tokens < 1 || s->tokens > LIMIT_SENTENCE_TOKENS + 8) return false;
        token += s->tokens;
    }
    for (Size i = 0; i < d->paragraphs.len; i++) {
        if (d->paragraphs.item[i].sentence != sentence) return false;
        sentence += d->paragraphs.item[i].sentences;
    }
    for (Size i = 0; i < d->items.len; i++) {
        if (d->items.item[i].paragraph != paragraph) return false;
        paragraph += d->items.item[i].paragraphs;
    }
    return token == d->tokens.len && sentence == d->sentences.len && paragraph == d->paragraphs.len;
}

static void check(Cases *c, const char *what, Span text, bool holds)
{
    cases_check(c, text, span_of(what), holds ? span_of(what) : SPAN("something else"));
}

static void random_texts(Cases *c, Arena scratch)
{
    uint64_t seed = 7;
    for (int i = 0; i < TEXTS; i++) {
        Arena keep = scratch;
        Span text = random_text(&seed, &keep);
        Document d = {.bytes = text};
        TokenBreaks breaks = token_scan(&d, &keep);
        check(c, "forms as folded and hashed by hand", text, forms_hold(&d));
        check(c, "white space only between tokens", text, gaps_hold(&d));
        check(c, "breaks at marks and wider gaps", text, breaks_hold(&d, &breaks));
        check(c, "the same tokens whatever follows", text, memchr(text.at, 0, (size_t)text.len) || end_holds(text, &d, keep));
        d = document_read(text, &keep);
        check(c, "sentences without a gap", text, layout_holds(&d));
    }
}

/* A sentence without a stop is cut at LIMIT_SENTENCE_TOKENS, wherever a mark stands. */
static void long_sentences(Cases *c, Arena scratch)
{
    for (int comma = 0; comma < 3; comma++) {
        Arena keep = scratch;
        char *at = ARENA_NEW(&keep, char, 1 << 14);
        Size n = 0;
        for (int i = 0; i < 1500; i++) n += sprintf(at + n, "%s ", comma && i % (7 * comma) == 0 ? "woord," : "woord");
        Document d = document_read((Span){at, n}, &keep);
        bool fits = layout_holds(&d);
        for (Size i = 0; i + 1 < d.sentences.len; i++) fits = fits && d.sentences.item[i].tokens == LIMIT_SENTENCE_TOKENS;
        check(c, "sentences of LIMIT_SENTENCE_TOKENS", SPAN("woord woord ..."), fits && d.sentences.len == (d.tokens.len + LIMIT_SENTENCE_TOKENS - 1) / LIMIT_SENTENCE_TOKENS);
    }
}

int main(void)
{
    Arena scratch = arena_reserve((Size)1 << 26);
    Cases c = {.file = "random texts"};
    random_texts(&c, scratch);
    long_sentences(&c, scratch);
    return cases_result(c.passed, c.failed);
}
