/* Finding sections in the image and joining them to one. */
#include "base/image.h"

static const char MAGIC[8] = "INZET1\0";

typedef struct {
    char name[24];
    uint32_t offset;
    uint32_t size;
} SectionHead;

extern const char inzet_image[], inzet_image_end[];
static Span current;

Span image_whole(void)
{
    if (!current.at) current = (Span){inzet_image, inzet_image_end - inzet_image};
    return current;
}

void image_use(Span image)
{
    current = image;
}

/* Sections asked for lately, by the address of their name. */
enum { SECTIONS_KEPT = 64 };
static struct {
    const char *name, *image;
    Span section;
} kept[SECTIONS_KEPT];

static Span find_section(const char *name)
{
    Span whole = image_whole();
    if (whole.len < 16 || memcmp(whole.at, MAGIC, 8) != 0) return (Span){0};
    uint32_t n;
    memcpy(&n, whole.at + 8, 4);
    for (uint32_t i = 0; i < n; i++) {
        SectionHead h;
        memcpy(&h, whole.at + 16 + i * sizeof h, sizeof h);
        if (strncmp(h.name, name, sizeof h.name) != 0) continue;
        return (Span){whole.at + h.offset, h.size};
    }
    return (Span){0};
}

Span image_section(const char *name)
{
    uintptr_t slot = ((uintptr_t)name ^ (uintptr_t)name >> 6) % SECTIONS_KEPT;
    if (kept[slot].name == name && kept[slot].image == current.at) return kept[slot].section;
    kept[slot].section = find_section(name);
    kept[slot].name = name;
    kept[slot].image = current.at;
    return kept[slot].section;
}

Span image_join(const ImageSection *section, int sections, Arena *keep)
{
    Size head = 16 + sections * (Size)sizeof(SectionHead), size = (head + 15) & ~(Size)15;
    for (int i = 0; i < sections; i++) size += (section[i].bytes.len + 15) & ~(Size)15;
    char *p = arena_take(keep, size, 16, 1);
    memcpy(p, MAGIC, 8);
    uint32_t n = (uint32_t)sections;
    memcpy(p + 8, &n, 4);
    Size at = (head + 15) & ~(Size)15;
    for (int i = 0; i < sections; i++) {
        SectionHead h = {.offset = (uint32_t)at, .size = (uint32_t)section[i].bytes.len};
        memcpy(h.name, section[i].name, sizeof h.name);
        memcpy(p + 16 + i * (Size)sizeof h, &h, sizeof h);
        if (section[i].bytes.len) memcpy(p + at, section[i].bytes.at, (size_t)section[i].bytes.len);
        at += (section[i].bytes.len + 15) & ~(Size)15;
    }
    return (Span){p, size};
}

bool image_set_has(Span set, uint64_t hash)
{
    Size low = 0, high = set.len / 8;
    while (low < high) {
        Size mid = low + (high - low) / 2;
        uint64_t v;
        memcpy(&v, set.at + mid * 8, 8);
        if (v == hash) return true;
        if (v < hash) low = mid + 1;
        else high = mid;
    }
    return false;
}
