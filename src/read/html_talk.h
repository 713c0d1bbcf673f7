/* html_talk: private to read/. */
#ifndef ISNAD_READ_HTML_TALK_H
#define ISNAD_READ_HTML_TALK_H

#include "base/base.h"

/* The line is what a page says about itself or offers, not the report: "Read also: ...", "We use cookies". */
bool html_is_page_talk(View line);

#endif
