/* base/view: text that somebody else owns, as pointer and length. Nothing here allocates or reads the locale. */
#include "base/base.h"
#include <limits.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

static char lower_ascii(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool is_ascii_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

View view(const char *terminated) {
    return (View){terminated, terminated ? strlen(terminated) : 0};
}

View view_slice(View text, size_t start, size_t end) {
    if (end > text.length)
        end = text.length;
    if (start > end)
        start = end;
    return (View){text.data ? text.data + start : NULL, end - start};
}

bool view_equal(View a, View b) {
    return a.length == b.length && (a.length == 0 || memcmp(a.data, b.data, a.length) == 0);
}

bool view_equal_folded(View a, View b) {
    if (a.length != b.length)
        return false;
    for (size_t i = 0; i < a.length; i++)
        if (lower_ascii(a.data[i]) != lower_ascii(b.data[i]))
            return false;
    return true;
}

bool view_among(View text, const char *const *words) {
    for (; *words; words++)
        if (view_equal(text, view(*words)))
            return true;
    return false;
}

bool view_starts(View text, View prefix) {
    return text.length >= prefix.length && view_equal(view_slice(text, 0, prefix.length), prefix);
}

bool view_ends(View text, View suffix) {
    return text.length >= suffix.length &&
           view_equal(view_slice(text, text.length - suffix.length, text.length), suffix);
}

int view_compare(View a, View b) {
    size_t shorter = a.length < b.length ? a.length : b.length;
    int order = shorter ? memcmp(a.data, b.data, shorter) : 0;
    return order ? order : (a.length > b.length) - (a.length < b.length);
}

size_t view_find(View text, View needle, size_t from) {
    if (from > text.length || needle.length > text.length - from)
        return SIZE_MAX;
    if (needle.length == 0)
        return from;
    const char *found = memmem(text.data + from, text.length - from, needle.data, needle.length);
    return found ? (size_t)(found - text.data) : SIZE_MAX;
}

View view_trim(View text) {
    size_t start = 0, end = text.length;
    while (start < end && is_ascii_space(text.data[start]))
        start++;
    while (end > start && is_ascii_space(text.data[end - 1]))
        end--;
    return view_slice(text, start, end);
}

bool view_split(View *rest, char separator, View *part) {
    if (!rest->data)
        return false;
    const char *found = rest->length ? memchr(rest->data, separator, rest->length) : NULL;
    if (found) {
        size_t length = (size_t)(found - rest->data);
        *part = view_slice(*rest, 0, length);
        *rest = view_slice(*rest, length + 1, rest->length);
    } else {
        *part = *rest;
        *rest = (View){NULL, 0};
    }
    return true;
}

bool view_to_long(View text, long *value) {
    bool negative = text.length > 0 && text.data[0] == '-';
    size_t i = negative;
    if (i >= text.length)
        return false;
    long total = 0; /* negative throughout, so that LONG_MIN fits */
    for (; i < text.length; i++) {
        int digit = text.data[i] - '0';
        if (digit < 0 || digit > 9 || total < (LONG_MIN + digit) / 10)
            return false;
        total = total * 10 - digit;
    }
    if (!negative && total == LONG_MIN)
        return false;
    *value = negative ? total : -total;
    return true;
}

bool view_to_double(View text, double *value) {
    char copy[64], *end = NULL;
    if (text.length == 0 || text.length >= sizeof copy)
        return false;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.data[i];
        if (!(c >= '0' && c <= '9') && !memchr("+-.eE", c, 5))
            return false; /* strtod would take white space, "inf" and hexadecimal */
        copy[i] = c;
    }
    copy[text.length] = 0;
    locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    if (!plain)
        return false;
    double number = strtod_l(copy, &end, plain);
    freelocale(plain);
    if (end != copy + text.length || number - number != 0) /* too large a number comes as infinity */
        return false;
    *value = number;
    return true;
}
