/* Grids as GeoJSON (RFC 7946): a Feature a row, with all its columns as properties. Its points are those of its places; where none of them is known,
 * the middle of its hosts, which `point_of` says; else there is no point. */
#include "export/grid.h"
#include "export/write.h"
#include "lexicon/lexicon.h"

enum { POINTS = 16 };

typedef struct {
    Span lat[POINTS], lon[POINTS];
    int count;
} Points;

static bool among(Span joined, Span one, char separator)
{
    Span piece;
    while (span_cut(&joined, separator, &piece))
        if (span_equal(piece, one)) return true;
    return false;
}

/* A namesake in another country than the row speaks of is no place of it. */
static bool fits_host(Entry place, Span hosts)
{
    Span host, of = lexicon_field(place, "host");
    if (!hosts.len || !of.len) return true;
    while (span_cut(&of, '|', &host))
        if (among(hosts, host, ';')) return true;
    return false;
}

static void add_point(Points *p, Entry e)
{
    Span lat = lexicon_field(e, "lat"), lon = lexicon_field(e, "lon");
    if (p->count == POINTS || !lat.len || !lon.len) return;
    p->lat[p->count] = lat;
    p->lon[p->count++] = lon;
}

static void write_geometry(const Points *p, Out *o)
{
    out_text(o, p->count == 0 ? "null" : p->count == 1 ? "{\"type\":\"Point\",\"coordinates\":" : "{\"type\":\"MultiPoint\",\"coordinates\":[");
    for (int i = 0; i < p->count; i++) {
        out_text(o, i ? ",[" : "[");
        out_span(o, p->lon[i]);
        out_char(o, ',');
        out_span(o, p->lat[i]);
        out_char(o, ']');
    }
    if (p->count) out_text(o, p->count == 1 ? "}" : "]}");
}

static Span cell_of(const Grid *g, Size row, int column)
{
    return column < 0 ? (Span){NULL, 0} : g->cell.item[row * g->columns + column];
}

static void write_feature(const Grid *g, Size row, Out *o)
{
    int id = grid_column(g, "id");
    Span places = cell_of(g, row, grid_column(g, "places")), hosts = cell_of(g, row, grid_column(g, "host")), rest, piece;
    Span name = cell_of(g, row, id < 0 ? grid_column(g, "claim") : id);
    Points points = {.count = 0};
    for (rest = places; span_cut(&rest, ';', &piece);) {
        Entry e = lexicon_find(TABLE_PLACES, span_trim(piece));
        if (entry_some(e) && fits_host(e, hosts)) add_point(&points, e);
    }
    const char *of = points.count ? "\"place\"" : NULL;
    for (rest = hosts; !of && span_cut(&rest, ';', &piece);) add_point(&points, lexicon_find(TABLE_POINTS, span_trim(piece)));
    if (!of) of = points.count ? "\"host\"" : "null";
    out_text(o, "{\"type\":\"Feature\",");
    if (name.len) {
        out_text(o, "\"id\":");
        write_json(o, name);
        out_char(o, ',');
    }
    out_text(o, "\"geometry\":");
    write_geometry(&points, o);
    out_print(o, ",\"properties\":{\"point_of\":%s,", of);
    grid_json_cells(g, row, o);
    out_text(o, "}}");
}

void grid_geojson(const Grid *g, bool first, Out *o)
{
    for (Size r = 0; r < grid_rows(g); r++) {
        out_text(o, r || !first ? ",\n " : "\n ");
        write_feature(g, r, o);
    }
}
