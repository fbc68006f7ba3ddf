/* Runs a fuzz target over stored files, without a fuzzer: replay FOLDER|FILE... Also over every file cut in half and doubled. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static long runs;

static void replay_file(const char *path)
{
    FILE *f = fopen(path, "rb");
    if (!f) {
        perror(path);
        exit(1);
    }
    enum { MOST = 1 << 20 };
    uint8_t *data = malloc(2 * MOST);
    if (!data) exit(1);
    size_t size = fread(data, 1, MOST, f);
    fclose(f);
    memcpy(data + size, data, size);
    LLVMFuzzerTestOneInput(data, size);
    LLVMFuzzerTestOneInput(data, size / 2);
    LLVMFuzzerTestOneInput(data, size * 2);
    free(data);
    runs += 3;
}

static void replay(const char *path)
{
    struct stat about;
    if (stat(path, &about) != 0) {
        perror(path);
        exit(1);
    }
    if (!S_ISDIR(about.st_mode)) {
        replay_file(path);
        return;
    }
    DIR *dir = opendir(path);
    for (struct dirent *e; dir && (e = readdir(dir)) != NULL;) {
        char name[4096];
        if (e->d_name[0] == '.') continue;
        snprintf(name, sizeof name, "%s/%s", path, e->d_name);
        replay(name);
    }
    if (dir) closedir(dir);
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) replay(argv[i]);
    printf("%ld passed, 0 failed\n", runs);
    return runs == 0;
}
