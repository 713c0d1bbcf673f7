/* base/error: a code and one line of UTF-8 that says what happened, where, and what to do next.
 *
 * In: a printf format and its values, which may hold anything (file names, bytes of a broken file). Out: Error.message,
 * always valid UTF-8 without control characters, cut at a character when it is too long.
 */
#include "base/base.h"
#include <stdarg.h>
#include <stdio.h>

/* Makes the message printable in place; never grows. */
static void clean_message(char *message, size_t length) {
    View raw = {message, length};
    size_t position = 0, out = 0;
    while (position < length) {
        size_t start = position;
        uint32_t code_point = utf8_next(raw, &position);
        if (code_point == UTF8_BAD)
            message[out++] = '?';
        else if (code_point < 0x20 || code_point == 0x7f)
            message[out++] = ' ';
        else
            while (start < position)
                message[out++] = message[start++];
    }
    message[out] = 0;
}

Code error_set(Error *error, Code code, const char *format, ...) {
    if (!error)
        return code;
    error->code = code;
    va_list values;
    va_start(values, format);
    int wanted = vsnprintf(error->message, sizeof error->message, format, values);
    va_end(values);
    size_t length = wanted < 0 ? 0 : (size_t)wanted;
    if (length >= sizeof error->message) {
        length = sizeof error->message - 1;
        size_t last = length - 1;
        while (last > 0 && ((unsigned char)error->message[last] & 0xC0) == 0x80)
            last--;
        size_t end = last;
        if (utf8_next((View){error->message, length}, &end) == UTF8_BAD)
            length = last;
    }
    clean_message(error->message, length);
    return code;
}

Code error_memory(Error *error) {
    return error_set(error, ERROR_MEMORY,
                     "out of memory, or a report needs more than isnad allows it; "
                     "close other programs, give fewer jobs at a time, or split the report");
}
