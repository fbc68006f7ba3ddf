/* What ends, changes or is new, as calendars and feed readers show it: iCalendar (RFC 5545) and Atom (RFC 4287). The same notices give the same bytes:
 * every date is one of the notice, none is the clock's. */
#ifndef INZET_EXPORT_NOTICE_H
#define INZET_EXPORT_NOTICE_H

#include "base/out.h"
#include "time/civil.h"

typedef struct {
    Span id;                /* what it is about: the same in every run, and of no other notice */
    Span title;             /* one line */
    Span words;             /* more of it, in sentences */
    Span quote;             /* the sentence that says it */
    Span source;            /* document, publisher and day, for people */
    Span address;           /* where the document stands; empty: not on the net */
    Span place;
    Span category;          /* mission; may be empty */
    Day updated;            /* published, or known since; NO_DAY: undated */
    Day earliest, latest;   /* of what ends; of the last day a calendar has an event */
} Notice;

typedef ARRAY(Notice) Notices;

/* `about`: what the whole is called; `key`: what was asked, from which the feed has its id. */
void notices_ics(const Notices *n, Span about, Out *o);
void notices_atom(const Notices *n, Span about, Span key, Out *o);

/* The UUID (RFC 9562, version 5) of a name: by it a feed reader or a calendar knows what it has already. */
void notice_uuid(Span name, Out *o);

#endif
