/* kind: private to read/. What the first bytes of a file say about it. */
#ifndef ISNAD_READ_KIND_H
#define ISNAD_READ_KIND_H

#include "base/base.h"

#define KIND_BYTES ((size_t)64 << 10) /* so much of a file is looked at */

/* NULL for text; else what it is instead and what to do, as the end of a message. */
const char *kind_foreign(View bytes);
/* Markup whose root element has this name (letters folded), behind a declaration, comments and document type. */
bool kind_markup(View head, View root);
View kind_without_mark(View bytes); /* without UTF-8's byte order mark */

#endif
