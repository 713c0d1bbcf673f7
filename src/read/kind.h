/* kind: private to read/. What the first bytes of a file say about it. */
#ifndef ISNAD_READ_KIND_H
#define ISNAD_READ_KIND_H

#include "base/base.h"

#define KIND_BYTES ((size_t)64 << 10) /* so much of a file is looked at */

/* NULL for text; else what it is instead and what to do, as the end of a message. */
const char *kind_foreign(View bytes);
/* One JSON object a line. */
bool kind_json_lines(View bytes);

#endif
