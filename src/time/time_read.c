/* Temporal expressions of a sentence: rules are run, what they find is placed in time. */
#include "time/time_read.h"

#include "base/image.h"
#include "time/reader.h"
#include "time/tense.h"

/* `dat jaar`, `een dag later`: from what was told before. */
static bool anchored(const Made *m)
{
    return m->anchored || m->a.told || (m->two && m->b.told);
}

/* Whether the tense of the sentence may tell where an expression lies: one that counts from a known day. */
static bool leans(const Made *m, Written from)
{
    return day_known(from.first) && (m->course || spec_relative(&m->a) || (m->two && spec_relative(&m->b)));
}

/* Places an expression; `tot dan` alone, with nothing told before, is an event. */
static void place(PatternRun *run, Time *t, const Made *m)
{
    Reader *r = time_reader(run);
    bool told = anchored(m) && day_known(r->told.first), earliest = m->earliest_only || (m->latest_only && m->connect == CONNECT_UNTIL);
    Written from = told ? r->told : r->written;
    time_place(t, m, from, leans(m, from) ? tense_direction(run, run->from, run->to, m->connect, earliest) : 0);
    t->anchored = anchored(m) && !told;
    if (told) t->clip = NO_DAY;  /* the day of writing is not what it runs to */
    bool lost = !day_known(t->bounds.start_earliest) || t->anchored;
    if (lost && r->found.item.len > 0) time_place_beside(t, m, r->found.item.item[r->found.item.len - 1].bounds.start_earliest);
    if (t->anchored && m->a.base == BASE_NOW && m->a.steps == 1 && m->a.step[0].a == 0) t->kind = TIME_EVENT;
}

/* What later words may count from: a stretch of known days that is no mere nearness to today. */
static void tell(Reader *r, const Time *t)
{
    bool point = t->kind == TIME_PERIOD && !t->anchored && !t->vague && t->connect != CONNECT_WITHIN;
    if (point && day_known(t->bounds.start_earliest) && day_known(t->bounds.end_latest)) r->told = (Written){t->bounds.start_earliest, t->bounds.end_latest};
}

static void found(PatternRun *run, const PatternValue *value)
{
    Reader *r = time_reader(run);
    if (value->kind != VALUE_MADE) return;
    const Made *m = value->more;
    Time t = {.first = run->from, .last = run->to, .core_first = m->core_first, .kind = m->kind, .connect = m->connect, .hedge = m->hedge,
              .inclusive = m->inclusive, .earliest_only = m->earliest_only, .latest_only = m->latest_only, .vague = m->vague, .both = m->tussen, .clip = NO_DAY};
    t.bounds = (Bounds){NO_DAY, NO_DAY, NO_DAY, NO_DAY};
    if (t.core_first < t.first || t.core_first >= t.last) t.core_first = t.first;
    t.words = token_range(run->d, t.first, t.last);
    t.core = token_range(run->d, t.core_first, t.last);
    bool period = m->kind == TIME_PERIOD || m->kind == TIME_NOW;
    if (period) {
        place(run, &t, m);
        tell(r, &t);
    } else if (m->kind == TIME_DURATION || m->kind == TIME_FREQUENCY) {
        length_iso(&m->length, false, t.iso);
        if (m->length.more > 0) length_iso(&m->length, true, t.iso_high);
        t.added = m->length.added;
        t.joined = m->length.joined;
    }
    *ARRAY_PUSH(&r->found.item, r->list) = t;
}

Times time_read(const Document *d, const Numbers *n, int32_t first, int32_t last, Written written, Arena *keep)
{
    Written told = {NO_DAY, NO_DAY};
    return time_read_on(d, n, first, last, written, &told, keep);
}

Times time_read_on(const Document *d, const Numbers *n, int32_t first, int32_t last, Written written, Written *told, Arena *keep)
{
    static const PatternHost host = {time_act, time_shapes, time_shape, found};
    Times out = {{0}};
    if (last <= first) return out;
    Arena scratch = *keep;
    Size gap = (Size)(last - first + 1) * (Size)sizeof(Time);
    scratch.at += arena_has(keep, gap) ? gap : 0;
    bool same = n && n->words && n->words->d == d && n->words->first == first && n->words->last == last;
    Reader r = {.section = image_section("time.rules"), .numbers = n, .written = written, .told = *told, .list = &scratch};
    r.words = same ? n->words : word_run(d, first, last, &scratch);
    PatternRun run = {.d = d, .first = first, .last = last, .look = &r.words->look, .host = &host, .self = &r, .scratch = &scratch};
    pattern_run(&run, r.section);
    *told = r.told;
    if (r.found.item.len == 0) return out;
    out.item.item = arena_room(keep, sizeof(Time), _Alignof(Time), r.found.item.len);
    out.item.len = out.item.cap = r.found.item.len;
    memcpy(out.item.item, r.found.item.item, (size_t)r.found.item.len * sizeof(Time));
    return out;
}

bool time_may_name_day(const Document *d, int32_t first, int32_t last)
{
    Span section = image_section("time.rules"), words = image_section("rules.words");
    for (int32_t i = first; i < last; i++) {
        const Token *t = &d->tokens.item[i];
        if (t->kind == TOKEN_NUMBER && t->fold_len > 5) return true;
        if (t->kind != TOKEN_WORD) continue;
        if (t->flags & (TOKEN_DIGIT | TOKEN_HYPHEN)) return true;
        if (pattern_listed(words, section, t->hash, PATTERN_CLASS_month, 0) || pattern_listed(words, section, t->hash, PATTERN_CLASS_month_short, 0)) return true;
    }
    return false;
}

bool time_start(const Time *t, Day *earliest, Day *latest)
{
    *earliest = *latest = NO_DAY;
    if (t->kind == TIME_NOW) {
        *earliest = t->bounds.start_earliest;
        *latest = t->bounds.start_latest;
        return true;
    }
    if (t->kind != TIME_PERIOD) return false;
    if (t->anchored) return true;
    switch (t->connect) {
    case CONNECT_NONE: case CONNECT_AT: case CONNECT_FROM: case CONNECT_SINCE: case CONNECT_WITHIN:
        if (t->open_end) return false;
        *earliest = t->latest_only ? NO_DAY : t->bounds.start_earliest;
        *latest = t->earliest_only ? NO_DAY : day_known(t->clip) ? t->clip : t->bounds.end_latest;
        return true;
    case CONNECT_BETWEEN:
        *earliest = t->bounds.start_earliest;
        *latest = t->bounds.start_latest;
        return true;
    case CONNECT_AFTER:
        *earliest = day_add(t->bounds.end_latest, 1);
        return true;
    default: return false;
    }
}

bool time_end(const Time *t, Day *earliest, Day *latest)
{
    *earliest = *latest = NO_DAY;
    if (t->kind != TIME_PERIOD) return false;
    if (t->open_end) {
        *earliest = *latest = t->bounds.end_latest;
        return true;
    }
    switch (t->connect) {
    case CONNECT_UNTIL:
        *latest = t->bounds.end_latest;
        if (t->latest_only) return true;
        if (t->inclusive && t->grain != GRAIN_PART) *earliest = t->bounds.end_latest;
        else if (t->grain == GRAIN_DAY || t->grain == GRAIN_PART || t->unit) *earliest = t->bounds.start_earliest;
        else *earliest = day_add(t->bounds.start_earliest, -1);
        return true;
    case CONNECT_BETWEEN:
        *earliest = t->bounds.end_earliest;
        *latest = t->bounds.end_latest;
        return true;
    case CONNECT_BEFORE:
        *latest = day_add(t->bounds.start_earliest, -1);
        return true;
    default: return false;
    }
}

const char *time_kind_name(TimeKind v)
{
    static const char *const names[] = {"period", "duration", "frequency", "now", "event", "clock"};
    return names[v];
}

const char *grain_name(Grain v)
{
    static const char *const names[] = {"none", "day", "week", "part", "month", "quarter", "season", "half", "year", "decade", "century"};
    return names[v];
}

const char *connective_name(Connective v)
{
    static const char *const names[] = {"none", "at", "from", "since", "until", "between", "for", "within", "after", "before"};
    return names[v];
}
