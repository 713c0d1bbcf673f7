/* record/html: the parts of the page, put into the library by the build (tools/page_parts.sh) from the folder page/.
 * Private to record/. */
#ifndef ISNAD_RECORD_HTML_H
#define ISNAD_RECORD_HTML_H

#include "base/base.h"

extern const View html_shell;  /* page/shell.html, with {{names}} of what goes in */
extern const View html_style;  /* page/ *.css, one behind the other */
extern const View html_script; /* page/ *.js as one module */

#endif
