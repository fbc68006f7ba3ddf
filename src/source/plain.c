/* Reading plain text in pieces. */
#include "source/plain.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/limits.h"

enum { ROOM = LIMIT_DOCUMENT_BYTES };

Plain plain_new(Arena *keep)
{
    return (Plain){.fd = -1, .raw = ARENA_NEW(keep, char, ROOM), .decoded = ARENA_NEW(keep, char, ROOM)};
}

static Error unread(const char *path, const char *why)
{
    return error_at(ERROR_UNREAD, path, 0, 0, "%s", why);
}

static Error cannot(const char *path, int number)
{
    switch (number) {
    case ENOENT: return unread(path, "there is no such file; check the name");
    case EACCES: return unread(path, "no permission to read it; ask its owner, or copy it to a place of your own");
    case EISDIR: return unread(path, "this is a folder; only `inzet read` takes folders");
    case ELOOP: return unread(path, "its symbolic links lead in a circle");
    default: return unread(path, strerror(number));
    }
}

Error plain_open(Plain *p, const char *path)
{
    bool standard = strcmp(path, "-") == 0;
    int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) return errno == EINTR ? (Error){.code = ERROR_UNREAD} : cannot(path, errno);
    struct stat about;
    if (fstat(fd, &about) == 0 && S_ISDIR(about.st_mode)) {
        if (!standard) close(fd);
        return cannot(path, EISDIR);
    }
    *p = (Plain){.path = path, .fd = fd, .raw = p->raw, .decoded = p->decoded};
    return NO_ERROR;
}

void plain_close(Plain *p)
{
    if (p->fd > STDIN_FILENO) close(p->fd);
    p->fd = -1;
}

/* Moves what is left to the front and reads until the buffer is full or the input ends. */
static Error fill(Plain *p)
{
    if (p->used) memmove(p->raw, p->raw + p->used, (size_t)(p->held - p->used));
    p->held -= p->used;
    p->used = 0;
    while (!p->ended && p->held < ROOM) {
        ssize_t n = read(p->fd, p->raw + p->held, (size_t)(ROOM - p->held));
        if (n < 0) return errno == EINTR ? (Error){.code = ERROR_UNREAD} : cannot(p->path, errno);
        if (n == 0) p->ended = true;
        p->held += n;
    }
    return NO_ERROR;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

/* Whether an empty line ends at `i`, the byte behind a line feed. */
static bool behind_empty_line(const char *s, Size i)
{
    if (s[i - 1] != '\n') return false;
    Size before = i - 2 >= 0 && s[i - 2] == '\r' ? i - 3 : i - 2;
    return before >= 0 && s[before] == '\n';
}

/* Where to cut `s`, of which more follows: behind the last empty line of its second half, else behind the last line end, else behind the last
 * white space, else between two characters. A line that opens a new article (` date 2018-05`) is the best place of all. */
static Size cut_place(Span s)
{
    Size half = s.len / 2, line = 0, empty = 0, dated = 0;
    for (const char *at = s.at + half, *end = s.at + s.len; (at = memchr(at, '\n', (size_t)(end - at))); at++) {
        line = at + 1 - s.at;
        if (behind_empty_line(s.at, line)) empty = line;
        if (span_starts(span_sub(s, line, s.len), SPAN(" date "))) dated = line;
    }
    if (dated) return dated;
    if (empty) return empty;
    if (line) return line;
    for (Size i = s.len; i > half; i--)
        if (is_space(s.at[i - 1])) return i;
    Size i = s.len;
    while (i > s.len - 4 && i > 1 && (s.at[i - 1] & 0xC0) == 0x80) i--;
    return (s.at[i - 1] & 0xC0) == 0xC0 && i > 1 ? i - 1 : s.len;
}

static Span drop_mark(Plain *p)
{
    Span s = {p->raw, p->held};
    if (p->offset || p->used || !span_starts(s, SPAN("\xEF\xBB\xBF"))) return span_sub(s, p->used, s.len);
    p->used = 3;
    p->offset = 3;
    p->encoding = ENCODING_UTF8;
    return span_sub(s, 3, s.len);
}

static bool looks_like_markup(Span s)
{
    s = span_trim(span_sub(s, 0, s.len < 512 ? s.len : 512));
    return span_starts(s, SPAN("<!DOCTYPE")) || span_starts(s, SPAN("<!doctype")) || span_starts(s, SPAN("<html")) ||
           span_starts(s, SPAN("<HTML")) || span_starts(s, SPAN("<?xml"));
}

/* What the first bytes of well-known formats tell, so that the advice fits. */
static Error refuse_binary(const Plain *p, Span s, Encoding e)
{
    if (e == ENCODING_UTF16)
        return unread(p->path, "this is UTF-16; convert it first: iconv -f UTF-16 -t UTF-8");
    if (span_starts(s, SPAN("%PDF")))
        return unread(p->path, "this is a PDF file, not plain text; convert it first: pdftotext -layout");
    if (span_starts(s, SPAN("PK\x03\x04")))
        return unread(p->path, "this is a zip archive or an office document, not plain text; save it as text first");
    if (span_starts(s, SPAN("\x1F\x8B")) || span_starts(s, SPAN("\x28\xB5\x2F\xFD")))
        return unread(p->path, "this is compressed, not plain text; unpack it first: gzip -dc or zstd -dc");
    if (p->offset > 3)
        return error_at(ERROR_UNREAD, p->path, 0, 0, "binary data from byte %lld on; what came before it was read", (long long)p->offset);
    return unread(p->path, "this is a binary file, not plain text; it was left out");
}

/* Settles the encoding with the first piece that shows one. */
static Encoding judge(const Plain *p, Span s)
{
    Encoding e = encoding_guess(s);
    if (e >= ENCODING_UTF16) return p->piece && e == ENCODING_UTF16 ? p->encoding : e;
    return p->encoding == ENCODING_ASCII ? e : p->encoding;
}

bool plain_next(Plain *p, SourceText *text, Error *e)
{
    *e = NO_ERROR;
    if (p->ended && p->used == p->held && p->piece) return false;
    *e = fill(p);
    if (e->code) return false;
    if (p->held == 0 && p->piece) return false;
    Span s = drop_mark(p);
    if (!p->ended || s.len > ROOM) s = span_sub(s, 0, cut_place(s));
    Encoding encoding = judge(p, s);
    if (encoding >= ENCODING_UTF16) {
        *e = refuse_binary(p, s, encoding);
        return false;
    }
    p->encoding = encoding;
    bool convert = encoding == ENCODING_WINDOWS_1252;
    if (convert && s.len > ROOM / 3) {
        s.len = ROOM / 3;
        s.len = cut_place(s);
    }
    *text = (SourceText){.path = span_of(p->path), .bytes = s, .offset = p->offset, .piece = p->piece, .encoding = encoding};
    text->markup = p->piece == 0 && looks_like_markup(s);
    if (convert) text->bytes = (Span){p->decoded, encoding_from_1252(s, p->decoded)};
    p->used += s.len;
    p->offset += s.len;
    p->piece++;
    text->last = p->ended && p->used == p->held;
    return true;
}
