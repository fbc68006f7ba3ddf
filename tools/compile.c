/* Builds the image of a language: compile OUT FILE.tsv ... FILE.rules ... */
#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "lexicon/compile.h"
#include "frames/rule.h"
#include "frames/weight.h"
#include "lexicon/pattern.h"

/* The compiler is linked without an image of its own. */
const char inzet_image[1] = {0};
const char inzet_image_end[1] = {0};

static Span read_file(const char *path, Arena *keep)
{
    FILE *f = fopen(path, "rb");
    if (!f) {
        perror(path);
        exit(3);
    }
    fseek(f, 0, SEEK_END);
    long n = ftell(f);
    rewind(f);
    char *p = ARENA_NEW(keep, char, n + 1);
    n = (long)fread(p, 1, (size_t)n, f);
    fclose(f);
    return (Span){p, n};
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* Sections of rules over tokens, whose words are joined to one list. */
typedef struct {
    Span section[PATTERN_FILES];
    int count;
} Patterns;

static Error add_pattern(Span text, const char *path, Patterns *patterns, Arena *keep, Span *section)
{
    if (patterns->count == PATTERN_FILES) return error_at(ERROR_USAGE, path, 0, 0, "expected no more than %d files of rules over tokens", PATTERN_FILES);
    Error e = pattern_compile(text, path, keep, section);
    if (e.code == ERROR_NONE) patterns->section[patterns->count++] = *section;
    return e;
}

static Error add_rules(const char *path, Patterns *patterns, Arena *keep, ImageSection *section)
{
    *section = (ImageSection){{0}, {0}};
    snprintf(section->name, sizeof section->name, "%s", base_name(path));
    Span text = read_file(path, keep);
    bool decision = span_is(span_of(section->name), "stage.rules") || span_is(span_of(section->name), "drop.rules") || span_is(span_of(section->name), "hints.rules") ||
                    span_is(span_of(section->name), "floor.rules");
    if (span_is(span_of(section->name), "weights.tsv")) return weight_compile(text, path, keep, &section->bytes);
    return decision ? rule_compile(text, path, keep, &section->bytes) : add_pattern(text, path, patterns, keep, &section->bytes);
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fputs("usage: compile OUT FILE.tsv... FILE.rules...\n", stderr);
        return 2;
    }
    Arena keep = arena_reserve((Size)1 << 30);
    enum { SECTIONS = 64 };
    ImageSection section[SECTIONS];
    int n = 0, failed = 0;
    Lexicon *l = lexicon_begin(&keep);
    for (int i = 2; i < argc; i++)
        if (span_ends(span_of(argv[i]), SPAN(".tsv")) && lexicon_is_table(argv[i])) {
            Error e = lexicon_add(l, read_file(argv[i], &keep), argv[i]);
            if (e.code) error_print(&e), failed = 1;
        }
    n = lexicon_finish(l, section);
    image_use(image_join(section, n, &keep));
    Patterns patterns = {.count = 0};
    for (int i = 2; i < argc && n < SECTIONS - 2; i++)
        if (!span_ends(span_of(argv[i]), SPAN(".tsv")) || span_is(span_of(base_name(argv[i])), "weights.tsv")) {
            Error e = add_rules(argv[i], &patterns, &keep, &section[n]);
            if (e.code) error_print(&e), failed = 1;
            else n++;
        }
    if (failed) return 2;
    section[n++] = (ImageSection){"rules.words", pattern_join(patterns.section, patterns.count, &keep)};
    uint64_t version = span_hash(image_join(section, n, &keep));
    section[n++] = (ImageSection){"version", {(const char *)&version, sizeof version}};
    Span image = image_join(section, n, &keep);
    FILE *out = fopen(argv[1], "wb");
    if (!out || fwrite(image.at, 1, (size_t)image.len, out) != (size_t)image.len || fclose(out) != 0) {
        perror(argv[1]);
        return 5;
    }
    return 0;
}
