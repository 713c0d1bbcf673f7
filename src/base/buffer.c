/* base/buffer: text that it owns and that grows up to a maximum. A failure is remembered, so that a writer appends all
 * it has and looks once at the end. */
#include "base/base.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void buffer_init(Buffer *buffer, size_t maximum) {
    *buffer = (Buffer){.maximum = maximum ? maximum : SIZE_MAX / 4};
}

/* Room for `more` bytes and a terminating zero (which vsnprintf wants). */
static bool reserve(Buffer *buffer, size_t more) {
    if (buffer->failed)
        return false;
    if (more > buffer->maximum - buffer->length) {
        buffer->failed = true;
        return false;
    }
    size_t needed = buffer->length + more + 1;
    if (needed <= buffer->room)
        return true;
    size_t room = buffer->room ? buffer->room * 2 : 256;
    if (room < needed)
        room = needed;
    if (room > buffer->maximum + 1)
        room = buffer->maximum + 1;
    char *data = realloc(buffer->data, room);
    if (!data) {
        buffer->failed = true;
        return false;
    }
    buffer->data = data;
    buffer->room = room;
    return true;
}

void buffer_append(Buffer *buffer, View text) {
    if (text.length == 0 || !reserve(buffer, text.length))
        return;
    memcpy(buffer->data + buffer->length, text.data, text.length);
    buffer->length += text.length;
}

void buffer_byte(Buffer *buffer, char byte) {
    if (reserve(buffer, 1))
        buffer->data[buffer->length++] = byte;
}

void buffer_format(Buffer *buffer, const char *format, ...) {
    va_list values;
    va_start(values, format);
    int length = vsnprintf(NULL, 0, format, values);
    va_end(values);
    if (length < 0)
        buffer->failed = true;
    else if (reserve(buffer, (size_t)length)) {
        va_start(values, format);
        vsnprintf(buffer->data + buffer->length, (size_t)length + 1, format, values);
        va_end(values);
        buffer->length += (size_t)length;
    }
}

void buffer_clear(Buffer *buffer) {
    buffer->length = 0;
    buffer->failed = false;
}

void buffer_free(Buffer *buffer) {
    free(buffer->data);
    buffer->data = NULL;
    buffer->length = buffer->room = 0;
    buffer->failed = false;
}

View buffer_view(const Buffer *buffer) {
    return (View){buffer->data ? buffer->data : "", buffer->length};
}
