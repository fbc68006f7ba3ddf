/* Every bound that inzet sets itself, by name; each has a test in tests/limits. */
#ifndef INZET_BASE_LIMITS_H
#define INZET_BASE_LIMITS_H

enum {
    LIMIT_DOCUMENT_BYTES = 1 << 18,   /* a longer input is read in pieces of this size, cut between paragraphs */
    LIMIT_WORD_BYTES = 128,           /* a longer run of letters is one token that no word list knows */
    LIMIT_SENTENCE_TOKENS = 512,      /* a longer sentence is cut at the next white space */
    LIMIT_PHRASE_TOKENS = 12,         /* longest form in the word lists */
    LIMIT_CLAIMS_DOCUMENT = 4096,     /* claims of one document */
    LIMIT_PATH_DEPTH = 64             /* folders inside folders */
};

#endif
