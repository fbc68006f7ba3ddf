/* What the options say of a text that the text itself does not. */
#ifndef INZET_CLI_GIVEN_H
#define INZET_CLI_GIVEN_H

#include "cli/options.h"
#include "frames/reader.h"

Error cli_given(const Line *line, ReaderGiven *given);

#endif
