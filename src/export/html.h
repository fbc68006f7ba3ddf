/* The frame of an HTML page that stands alone: no script, nothing from outside, light and dark, fit to print. */
#ifndef INZET_EXPORT_HTML_H
#define INZET_EXPORT_HTML_H

#include "base/out.h"

/* `style` is added to the page's own style; NULL: none. Fields are coloured by the classes contributor, asset, quantity ... */
void html_open(Out *o, Span title, const char *style);
void html_close(Out *o);

#endif
