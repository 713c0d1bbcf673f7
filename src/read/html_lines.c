/* read/html_lines: a line of a page -> the writer or the day that it tells. The words stand here and not in data/,
 * since they are the vocabulary of pages' frames, not of the news. Left out: names behind a verb ("Ann Lee reports
 * from"). */
#include "read/html_lines.h"
#include <string.h>

static const char *const openings[] = {
    "written by ", "posted by ", "post by ", "submitted by ", "published by ", "reported by ", "by: ",     "by ",
    "author: ",    "writer: ",   "par ",     "auteur : ",     "auteur: ",      "por ",         "autor: ",  "von ",
    "yazan: ",     "yazar: ",    "haber: ",  "muhabir: ",     "автор: ",       "Автор: ",      "Автор ",   "Текст: ",
    "текст: ",     "Автори: ",   "بقلم: ",   "بقلم ",         "كتب: ",         "كتبه: ",       "الكاتب: ", "إعداد: ",
    "نویسنده: ",   "di ",        "de ",      "كتب ",
};
/* The last three are common words: in a named element only. */
#define SURE_OPENINGS (sizeof openings / sizeof *openings - 3)

static const char *const ends[] = {" | ", " · ", " • ",  " – ",  " - ",  " — ",
                                   " / ", " » ", " on ", " at ", " le ", " am "};

/* Beginnings of words, but for the first letter where it may be a capital. */
static const char *const changes[] = {"pdat",      "odif",    "dited",         "is à jour",  "ise à jour",
                                      "ktualis",   "ctualiz", "tualizad",      "tualiz",     "ggiorn",
                                      "üncelle",   "Stand:",  "бновл",         "зменен",     "новлено",
                                      "آخر تحديث", "تحديث",   "به‌روز", "aktualizac", "ost edit"};
static const char *const published[] = {"ublish",  "osted", "ublié", "ubliée",   "eröffentl", "ublicad", "ubblicat",
                                        "ayınlan", "ayın ", "iriş",  "публиков", "نشر",       "Created", "rschienen"};

static size_t first_of(View line, const char *const *words, size_t count) {
    size_t first = SIZE_MAX;
    for (size_t i = 0; i < count; i++) {
        size_t at = view_find(line, view(words[i]), 0);
        first = at < first ? at : first;
    }
    return first;
}

/* Length of the opening; 0: none. */
static size_t opening_of(View line, size_t count) {
    for (size_t i = 0; i < count; i++) {
        View opening = view(openings[i]);
        if (line.length > opening.length && view_equal_folded(view_slice(line, 0, opening.length), opening))
            return opening.length;
    }
    return 0;
}

View line_author(View line) {
    line = view_trim(line);
    line = view_trim(view_slice(line, opening_of(line, sizeof openings / sizeof *openings), line.length));
    line = view_trim(view_slice(line, opening_of(line, SURE_OPENINGS), line.length)); /* "Posted: by Ann Lee" */
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t at = view_find(line, view(ends[i]), 0);
        if (at != SIZE_MAX && at > 0)
            line = view_trim(view_slice(line, 0, at));
    }
    while (view_ends(line, VIEW(",")) || view_ends(line, VIEW("|")) || view_ends(line, VIEW(":")))
        line = view_trim(view_slice(line, 0, line.length - 1));
    return line;
}

bool line_opens(View line) {
    return opening_of(view_trim(line), SURE_OPENINGS) > 0;
}

bool line_is_name(View name) {
    size_t words = 1, digits = 0;
    for (size_t i = 0; i < name.length; i++) {
        words += name.data[i] == ' ';
        digits += name.data[i] >= '0' && name.data[i] <= '9';
    }
    return name.length >= 2 && words <= 12 && digits == 0 && !view_ends(name, VIEW("."));
}

View line_unchanged(View line) {
    size_t change = first_of(line, changes, sizeof changes / sizeof *changes);
    size_t publication = first_of(line, published, sizeof published / sizeof *published);
    if (change == SIZE_MAX)
        return line;
    if (publication != SIZE_MAX && publication > change) /* "Updated 4 May, published 3 May" */
        return line_unchanged(view_slice(line, publication, line.length));
    return change > 12 ? view_slice(line, 0, change) : VIEW(""); /* no date is shorter than that */
}

bool line_of_member(View line) {
    return view_find(line, VIEW("oined"), 0) != SIZE_MAX || view_find(line, VIEW("Join Date"), 0) != SIZE_MAX ||
           view_find(line, VIEW("egistered"), 0) != SIZE_MAX || view_find(line, VIEW("ember since"), 0) != SIZE_MAX;
}
