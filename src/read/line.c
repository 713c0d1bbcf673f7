/* read/line: lines out of a source's window. A line that is longer than a report may be is passed over, so that memory
 * stays bounded. */
#include "read/source.h"
#include <string.h>

Code source_line(Source *source, Line *line, bool *done, Error *error) {
    size_t scanned = 0; /* bytes of pending that hold no line break */
    *done = false;
    line->cut = false;
    for (;;) {
        View rest = source_pending(source);
        const char *found = rest.length > scanned ? memchr(rest.data + scanned, '\n', rest.length - scanned) : NULL;
        if (found || (source_ended(source) && rest.length)) {
            line->text = view_slice(rest, 0, found ? (size_t)(found - rest.data) : rest.length);
            source_use(source, line->text.length + (found != NULL));
            line->cut = line->cut || line->text.length > LIMIT_REPORT_BYTES;
            line->number = ++source->line;
            return OK;
        }
        if (source_ended(source)) {
            source->line += line->cut;
            *line = (Line){{"", 0}, source->line, line->cut};
            *done = !line->cut;
            return OK;
        }
        scanned = rest.length;
        if (rest.length > LIMIT_REPORT_BYTES) {
            line->cut = true;
            source_use(source, rest.length);
            scanned = 0;
        }
        Code code = source_more(source, error);
        if (code != OK)
            return code;
    }
}
