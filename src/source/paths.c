/* Listing folders. */
#include "source/paths.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/limits.h"

typedef struct {
    const char *path;
    bool folder;
} Found;

typedef ARRAY(Found) FoundList;

static void add(Paths *paths, const char *path, Error e, Arena *keep)
{
    Path *p = ARRAY_PUSH(&paths->item, keep);
    *p = (Path){path, e};
}

static int by_kind_and_name(const void *a, const void *b)
{
    const Found *x = a, *y = b;
    if (x->folder != y->folder) return x->folder - y->folder;
    return strcmp(x->path, y->path);
}

static bool is_text_name(const char *name)
{
    return span_ends(span_of(name), SPAN(".txt")) || span_ends(span_of(name), SPAN(".text"));
}

static void look_at(Paths *paths, FoundList *list, const char *folder, const char *name, Arena *keep)
{
    const char *slash = span_ends(span_of(folder), SPAN("/")) ? "" : "/";
    const char *path = arena_print(keep, "%s%s%s", folder, slash, name).at;
    struct stat about, link;
    if (lstat(path, &link) != 0 || stat(path, &about) != 0) return;
    bool is_folder = S_ISDIR(about.st_mode) && !S_ISLNK(link.st_mode);
    if (is_folder || (S_ISREG(about.st_mode) && is_text_name(name))) {
        Found *f = ARRAY_PUSH(list, keep);
        *f = (Found){path, is_folder};
    } else if (S_ISREG(about.st_mode)) {
        paths->skipped++;
        if (!paths->example) paths->example = path;
    }
}

static void walk(Paths *paths, const char *folder, int depth, Arena *keep)
{
    if (depth > LIMIT_PATH_DEPTH) {
        add(paths, folder, error_at(ERROR_UNREAD, folder, 0, 0, "more than %d folders deep; name it by itself", LIMIT_PATH_DEPTH), keep);
        return;
    }
    DIR *dir = opendir(folder);
    if (!dir) {
        const char *why = errno == EACCES ? "no permission to open this folder" : strerror(errno);
        add(paths, folder, error_at(ERROR_UNREAD, folder, 0, 0, "%s", why), keep);
        return;
    }
    FoundList list = {0};
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;)
        if (entry->d_name[0] != '.') look_at(paths, &list, folder, entry->d_name, keep);
    closedir(dir);
    if (list.len) qsort(list.item, (size_t)list.len, sizeof *list.item, by_kind_and_name);
    for (Size i = 0; i < list.len; i++)
        if (list.item[i].folder) walk(paths, list.item[i].path, depth + 1, keep);
        else add(paths, list.item[i].path, NO_ERROR, keep);
}

Paths paths_collect(char *const *names, int count, Arena *keep)
{
    Paths paths = {0};
    for (int i = 0; i < count; i++) {
        struct stat about;
        if (strcmp(names[i], "-") != 0 && stat(names[i], &about) == 0 && S_ISDIR(about.st_mode)) walk(&paths, names[i], 1, keep);
        else add(&paths, names[i], NO_ERROR, keep);
    }
    return paths;
}
