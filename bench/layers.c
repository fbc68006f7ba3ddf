/* Speed of each layer on one core: layers FILE... reads the files as documents, runs each layer over all of them, several times, and prints the median
 * in MB/s and as a share of a plain scan of the same bytes in the same run. Every line but the last contains what the lines above it do; the last is
 * what `inzet values` does: text, number and time of every sentence, printed. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "cli/values.h"
#include "export/claims.h"
#include "frames/reader.h"
#include "source/plain.h"

enum { RUNS = 7, MOST_TEXTS = 4096 };

static Span text[MOST_TEXTS];
static int texts;
static Size total;
static Arena keep, work, scratch;
static volatile uint64_t sink;

typedef enum { SCAN, CHECK, TEXT, LEXICON, NUMBER, SYNTAX, TIME, ANALYSIS, READER, JSON, VALUES, STEPS } Step;

static const char *const NAME[STEPS] = {"byte scan", "UTF-8 check", "text", "+ lexicon", "+ number", "+ syntax", "+ time", "+ mentions", "full reading", "+ jsonl", "values --jsonl"};

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static uint64_t scan(Span s)
{
    uint64_t sum = 0;
    for (Size i = 0; i < s.len; i++) sum += (unsigned char)s.at[i];
    return sum;
}

static void sentences(const Document *d, Step step, Arena *a)
{
    Written written = {{17600}, {17600}};
    Written told = {NO_DAY, NO_DAY};
    ShipsKnown ships = {0};
    for (int32_t i = 0; i < d->sentences.len; i++) {
        int32_t first = d->sentences.item[i].token, last = first + d->sentences.item[i].tokens;
        if (step == ANALYSIS) {
            sink += (uint64_t)analysis_read(d, i, written, &told, SPAN("NL"), &ships, a).mention.len;
            continue;
        }
        Matches m = lexicon_match(d, first, last, a);
        if (step == LEXICON) continue;
        Numbers n = number_read(d, first, last, a);
        if (step == NUMBER) continue;
        sink += (uint64_t)clause_read(d, &m, first, last, a).clause.len;
        if (step == TIME) sink += (uint64_t)time_read(d, &n, first, last, written, a).item.len;
    }
}

static void run_one(Span s, Step step)
{
    Arena a = work;
    if (step == SCAN) sink += scan(s);
    if (step == CHECK) sink += (uint64_t)utf8_check(s);
    if (step < TEXT) return;
    if (step == VALUES) {
        Out o = out_to_memory();
        values_text(SPAN("bench"), s, (Written){NO_DAY, NO_DAY}, true, &o, a);
        sink += (uint64_t)out_written(&o).len;
        out_close(&o);
        return;
    }
    Document d = document_read(s, &a);
    if (step >= LEXICON && step <= ANALYSIS) sentences(&d, step, &a);
    if (step < READER) return;
    ReaderGiven given = NOTHING_GIVEN;
    Reading r = reader_read(&d, &given, NULL, &a, scratch);
    sink += (uint64_t)r.claims.len;
    if (step < JSON) return;
    ClaimsDocument doc = {SPAN("bench"), s, "utf-8", 0, &r};
    Out o = out_to_memory();
    claims_jsonl(&doc, &o, scratch);
    sink += (uint64_t)out_written(&o).len;
    out_close(&o);
}

static int by_size(const void *x, const void *y)
{
    double a = *(const double *)x, b = *(const double *)y;
    return (a > b) - (a < b);
}

/* Median seconds for one pass over all texts; quick steps are repeated so that the clock can tell. */
static double measure(Step step)
{
    double seconds[RUNS];
    int passes = step < TEXT ? 20 : 1;
    for (int r = 0; r < RUNS; r++) {
        double begun = now();
        for (int p = 0; p < passes; p++)
            for (int i = 0; i < texts; i++) run_one(text[i], step);
        seconds[r] = (now() - begun) / passes;
    }
    qsort(seconds, RUNS, sizeof *seconds, by_size);
    return seconds[RUNS / 2];
}

static void load(Plain *plain, const char *path)
{
    SourceText piece;
    Error e = plain_open(plain, path);
    while (!e.code && texts < MOST_TEXTS && plain_next(plain, &piece, &e)) {
        text[texts++] = arena_copy(&keep, piece.bytes);
        total += piece.bytes.len;
    }
    if (e.code) error_print(&e);
    plain_close(plain);
}

int main(int argc, char **argv)
{
    keep = arena_reserve((Size)4 << 30);
    work = arena_reserve((Size)4 << 30);
    scratch = arena_reserve((Size)1 << 30);
    Plain plain = plain_new(&keep);
    for (int i = 1; i < argc; i++) load(&plain, argv[i]);
    if (total == 0) return 2;
    printf("%d texts, %.2f MB, median of %d\n%-16s %10s %10s %12s\n", texts, (double)total / 1e6, RUNS, "layer", "MB/s", "ns/byte", "x byte scan");
    double scan_seconds = 0;
    for (Step s = SCAN; s < STEPS; s++) {
        double seconds = measure(s);
        if (s == SCAN) scan_seconds = seconds;
        printf("%-16s %10.1f %10.2f %12.1f\n", NAME[s], (double)total / 1e6 / seconds, seconds * 1e9 / (double)total, seconds / scan_seconds);
    }
    return 0;
}
