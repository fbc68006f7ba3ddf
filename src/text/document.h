/* A text as the reader sees it: items on a page, paragraphs, sentences and tokens, every one a byte range in the document.
 * Nothing is copied or changed: tokens joined with the white space between them give the document back.
 * Knowledge: data/nl/lexicon/layout.tsv (abbreviations whose full stop ends no sentence, words that open a source line, a byline ...). */
#ifndef INZET_TEXT_DOCUMENT_H
#define INZET_TEXT_DOCUMENT_H

#include "base/arena.h"

typedef enum {
    TOKEN_WORD,    /* letters, with inner hyphens, apostrophes and digits: NAVO-missie, F-16's, 35-tal, A400M, Zr.Ms. */
    TOKEN_NUMBER,  /* begins with a digit and holds no letter: 43, 1.350, 8,2, 11:47, 2018-05 */
    TOKEN_PUNCT,   /* one punctuation mark or symbol; `...` is one */
    TOKEN_ODD      /* bytes that are no valid UTF-8, control characters */
} TokenKind;

enum {
    TOKEN_CAPITAL = 1,      /* first letter is upper case */
    TOKEN_CAPS = 2,         /* at least two letters, all upper case */
    TOKEN_SPACE_BEFORE = 4, /* white space, or the document's start, stands before it */
    TOKEN_FIRST = 8,        /* first word of its sentence */
    TOKEN_DIGIT = 16,       /* holds a digit */
    TOKEN_QUOTED = 32,      /* inside quotation marks that speak (not scare quotes around one or two words) */
    TOKEN_BRACKETED = 64,   /* inside round brackets */
    TOKEN_HYPHEN = 128      /* its folded form holds a hyphen */
};

typedef struct {
    Range at;           /* bytes in the document */
    uint8_t kind;
    uint8_t flags;
    uint16_t fold_len;  /* length of the folded form */
    uint32_t fold;      /* offset of the folded form (utf8_fold) in Document.folded */
    uint64_t hash;      /* span_hash of the folded form, by which word lists find it */
} Token;

typedef enum {
    SENTENCE_BODY,
    SENTENCE_HEADING,   /* title or sub-heading: a lone line without a full stop */
    SENTENCE_LIST,      /* list item: begins with a dash, bullet or number */
    SENTENCE_META       /* date line, byline, source line, `Lees ook` */
} SentenceKind;

typedef struct {
    Range at;
    int32_t token;      /* first token */
    int32_t tokens;     /* how many */
    int32_t paragraph;
    int32_t item;
    uint8_t kind;       /* SentenceKind */
} Sentence;

typedef struct {
    Range at;
    int32_t sentence;
    int32_t sentences;
    int32_t item;
} Paragraph;

/* One story of a page; most pages hold one. */
typedef struct {
    Range at;
    int32_t paragraph;
    int32_t paragraphs;
    int32_t sentence;
    int32_t sentences;
} Item;

typedef struct {
    Span bytes;         /* the document: valid UTF-8 except for tokens of kind TOKEN_ODD */
    char *folded;       /* folded forms of all word and number tokens, one after another */
    ARRAY(Token) tokens;
    ARRAY(Sentence) sentences;
    ARRAY(Paragraph) paragraphs;
    ARRAY(Item) items;
} Document;

/* Cuts `bytes` (at most LIMIT_DOCUMENT_BYTES) into tokens, sentences, paragraphs and items. Never fails; linear in the input. */
Document document_read(Span bytes, Arena *keep);

static inline Span token_text(const Document *d, int32_t i)
{
    return span_range(d->bytes, d->tokens.item[i].at);
}

static inline Span token_folded(const Document *d, int32_t i)
{
    const Token *t = &d->tokens.item[i];
    return (Span){d->folded + t->fold, t->fold_len};
}

/* Whether token `i` is the punctuation mark `mark` (ASCII). */
static inline bool token_is_mark(const Document *d, int32_t i, char mark)
{
    const Token *t = &d->tokens.item[i];
    return t->kind == TOKEN_PUNCT && d->bytes.at[t->at.from] == mark;
}

/* Whether the folded form of token `i` is `word`. */
static inline bool token_is(const Document *d, int32_t i, const char *word)
{
    return span_is(token_folded(d, i), word);
}

/* Byte range of tokens [first, last). */
static inline Range token_range(const Document *d, int32_t first, int32_t last)
{
    return last > first ? (Range){d->tokens.item[first].at.from, d->tokens.item[last - 1].at.to} : NO_RANGE;
}

#endif
