/* read/html_lines: a line of a page -> the writer or the day that it tells. The words stand here and not in data/,
 * since they are the vocabulary of pages' frames, not of the news. Left out: names behind a verb ("Ann Lee reports
 * from"). */
#include "read/html_lines.h"
#include "read/date.h"
#include <string.h>

static const char *const openings[] = {
    /* English */ "written by ",
    "posted by: ",
    "posted by ",
    "post by ",
    "submitted by ",
    "published by ",
    "reported by ",
    "reporting by ",
    "words by ",
    "story by ",
    "text by ",
    "report by ",
    "article by ",
    "contributed by ",
    "by: ",
    "by ",
    "author: ",
    "authors: ",
    "writer: ",
    "reporter: ",
    "words: ",
    "text: ",
    /* French */ "rédigé par ",
    "écrit par ",
    "publié par ",
    "posté par ",
    "texte de ",
    "texte : ",
    "par : ",
    "par ",
    "auteur : ",
    "auteur: ",
    "auteure : ",
    /* Spanish, Portuguese */ "escrito por ",
    "publicado por ",
    "redactado por ",
    "texto de ",
    "texto: ",
    "por: ",
    "por ",
    "autora: ",
    "autor: ",
    "reportagem de ",
    /* German, Dutch */ "geschrieben von ",
    "verfasst von ",
    "ein beitrag von ",
    "eine reportage von ",
    "von: ",
    "von ",
    "autorin: ",
    "door ",
    /* Italian */ "scritto da ",
    "pubblicato da ",
    "a cura di ",
    "testo di ",
    "autore: ",
    /* Turkish */ "yazan: ",
    "yazar: ",
    "haber: ",
    "muhabir: ",
    "hazırlayan: ",
    /* Russian, Ukrainian, Polish */ "автор: ",
    "Автор: ",
    "Автор ",
    "Авторы: ",
    "Автор текста: ",
    "Текст: ",
    "текст: ",
    "Корреспондент: ",
    "Автори: ",
    "Autor: ",
    "tekst: ",
    "oprac.: ",
    "oprac. ",
    "opracowanie: ",
    "opracował: ",
    "opracowała: ",
    "napisał: ",
    "napisała: ",
    "dodał: ",
    "dodała: ",
    "Подготовил ",
    "Подготовила ",
    "Подготовил: ",
    "Подготовила: ",
    "Підготував ",
    "Підготувала ",
    "autorka: ",
    /* Arabic, Persian */ "بقلم: ",
    "بقلم ",
    "كتب: ",
    "كتبه: ",
    "الكاتب: ",
    "إعداد: ",
    "بواسطة: ",
    "بواسطة ",
    "تحرير: ",
    "نویسنده: ",
    "به قلم ",
    "به قلم: ",
    "خبرنگار: ",
    /* common words: in a named element only */ "di ",
    "da ",
    "de ",
    "كتب ",
    "كتبت "};
#define SURE_OPENINGS (sizeof openings / sizeof *openings - 5)

static const char *const ends[] = {" | ", " · ", " • ",  " – ",  " - ",  " — ",
                                   " / ", " » ", " on ", " at ", " le ", " am "};
/* Behind two words at least: "Ann Lee (AFP)", "Ann Lee in Berlin". */
static const char *const asides[] = {" (", " in ", " à ", " en ", " für ", " for ", " pour ", " para ", " em "};
/* In what is no name: what somebody is, and houses. Beginnings of words but for the first letter. */
static const char *const houses[] = {
    "orrespond", "orrispond", "taff",     "riter",    "ditor",     "eporter",     "edact",      "edak",
    "édact",     "envoyé",    "enviad",   "inviat",   "pecial to", "ureau",       "ournal",     "genc",
    "genz",      "gentur",    " news",    " press",   "prensa",    " radio",      " tv",        " times",
    " post",     "herald",    "tribun",   "azett",    "ourier",    "daily ",      "zeitung",    "muhabir",
    "орреспонд", "едак",      "مراسل",    "خبرنگار",  "وكالة",     "خبرگزاری",    " media",     "ervice",
    "etwork",    "folha",     "diario",   "diário",   "jornal",    "correio",     "correo",     "notic",
    "notíc",     "portal",    "giornale", "corriere", "quotidian", "nachrichten", "allgemeine", "ajans",
};
static const char *const articles[] = {"The ", "Die ", "Der ", "Das ", "Il ", "Les ", "L'", "L’", "La ", "El "};

/* Beginnings of words, but for the first letter where it may be a capital. */
static const char *const changes[] = {"pdat",      "odif",    "dited",         "is à jour",  "ise à jour",
                                      "ktualis",   "ctualiz", "tualizad",      "tualiz",     "ggiorn",
                                      "üncelle",   "Stand:",  "бновл",         "зменен",     "новлено",
                                      "آخر تحديث", "تحديث",   "به‌روز", "aktualizac", "ost edit"};
static const char *const published[] = {"ublish",   "osted",     "ublié",  "ubliée", "eröffentl", "ublicad",
                                        "ubblicat", "ayınlan",   "ayın ",  "iriş",   "публиков",  "نشر",
                                        "Created",  "rschienen", "انتشار", "منتشر"};

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

static size_t words_of(View text) {
    size_t words = text.length > 0;
    for (size_t i = 0; i < text.length; i++)
        words += text.data[i] == ' ';
    return words;
}

/* Small letters at ASCII: "BBC NEWS" too. */
static bool holds_folded(View text, View word) {
    for (size_t i = 0; i + word.length <= text.length; i++)
        if (view_equal_folded(view_slice(text, i, i + word.length), word))
            return true;
    return false;
}

/* What stands behind a comma: a house, a town, what somebody is; else another name. */
static bool is_house(View part) {
    size_t first = 0;
    if (!part.length || words_of(part) == 1 || unicode_is_lower(utf8_next(part, &first)))
        return part.length > 0;
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        if (view_starts(part, view(articles[i])))
            return true;
    for (size_t i = 0; i < sizeof houses / sizeof *houses; i++)
        if (holds_folded(part, view(houses[i])))
            return true;
    return false;
}

/* "Ann Lee, The Harbour Post" -> "Ann Lee"; of "Ann Lee, Bo Ek and Ida Lund" nothing goes. */
static View without_house(View line) {
    for (size_t at = view_find(line, VIEW(","), 0); at != SIZE_MAX; at = view_find(line, VIEW(","), at + 1)) {
        View rest = view_trim(view_slice(line, at + 1, line.length));
        size_t next = view_find(rest, VIEW(","), 0);
        View part = view_trim(view_slice(rest, 0, next == SIZE_MAX ? rest.length : next));
        if (words_of(view_trim(view_slice(line, 0, at))) > 1 && is_house(part))
            return view_trim(view_slice(line, 0, at));
    }
    for (size_t i = 0; i < sizeof asides / sizeof *asides; i++) {
        size_t at = view_find(line, view(asides[i]), 0), behind = at + strlen(asides[i]);
        bool capital = at != SIZE_MAX && behind < line.length && unicode_is_upper(utf8_next(line, &behind));
        if (capital && words_of(view_slice(line, 0, at)) > 1)
            line = view_trim(view_slice(line, 0, at));
    }
    return line;
}

static bool is_date_word(View word) {
    static const char *const words[] = {
        "on",       "at",      "le",       "el",       "il",         "am",      "em",      "den",     "date",
        "mon",      "tue",     "wed",      "thu",      "fri",        "sat",     "sun",     "lundi",   "mardi",
        "mercredi", "jeudi",   "vendredi", "samedi",   "dimanche",   "lunes",   "martes",  "jueves",  "viernes",
        "domingo",  "montag",  "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "lunedì",
        "martedì",  "giovedì", "venerdì",  "sabato",   "domenica"};
    while (word.length && strchr(",.:|", word.data[word.length - 1]))
        word = view_slice(word, 0, word.length - 1);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (view_equal_folded(word, view(words[i])))
            return true;
    bool weekday = word.length > 5 && view_equal_folded(view_slice(word, word.length - 3, word.length), VIEW("day"));
    return !word.length || weekday || date_is_month(word) ||
           first_of(word, published, sizeof published / sizeof *published) < 2 ||
           first_of(word, changes, sizeof changes / sizeof *changes) < 2;
}

/* "Ann Lee, Monday 3 May 2020" -> "Ann Lee": up to the first digit, and without the words of a date in front of it. */
static View without_date(View line) {
    size_t end = 0;
    while (end < line.length && !(line.data[end] >= '0' && line.data[end] <= '9'))
        end++;
    if (end == line.length)
        return line;
    for (View name = view_trim(view_slice(line, 0, end)); name.length;) {
        size_t start = name.length;
        while (start > 0 && name.data[start - 1] != ' ')
            start--;
        View word = view_slice(name, start, name.length);
        size_t glued = first_of(word, published, sizeof published / sizeof *published);
        if (glued != SIZE_MAX && glued > 2) { /* two elements without a space between them: "LeePublished" */
            utf8_previous(word, &glued);
            return view_slice(name, 0, start + glued);
        }
        if (start == 0 || !is_date_word(word))
            return name;
        name = view_trim(view_slice(name, 0, start));
    }
    return line;
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
    line = without_house(without_date(line));
    while (view_ends(line, VIEW(",")) || view_ends(line, VIEW("|")) || view_ends(line, VIEW(":")))
        line = view_trim(view_slice(line, 0, line.length - 1));
    return line;
}

bool line_opens_softly(View line) {
    size_t opening = opening_of(view_trim(line), sizeof openings / sizeof *openings);
    View rest = view_trim(view_slice(line, opening, line.length));
    return opening && words_of(rest) >= 2 && words_of(rest) <= 4 && !view_ends(rest, VIEW(".")) && line_is_names(rest);
}

bool line_is_names(View line) {
    static const char *const joints[] = {"and", "et", "y",   "e",   "und", "en", "ve", "i", "de",
                                         "da",  "do", "del", "van", "von", "di", "и",  "та"};
    View word;
    for (View rest = line; view_split(&rest, ' ', &word);) {
        size_t first = 0;
        bool joint = false;
        for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
            joint = joint || view_equal(word, view(joints[i]));
        if (word.length && !joint && unicode_is_lower(utf8_next(word, &first)))
            return false;
    }
    return line.length && words_of(line) <= 12;
}

bool line_is_label(View line) {
    static const char *const labels[] = {
        "author", "authors",    "writer",    "reporter", "autor", "autorin",   "auteur",     "auteure",
        "autore", "autora",     "yazar",     "muhabir",  "автор", "Автор",     "Автори",     "Авторы",
        "الكاتب", "بقلم",       "نویسنده",   "خبرنگار",  "by",    "words by",  "por",        "par",
        "von",    "written by", "posted by", "story by", "text",  "écrit par", "escrito por"};
    line = view_trim(line);
    if (view_ends(line, VIEW(":")))
        line = view_trim(view_slice(line, 0, line.length - 1));
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (view_equal_folded(line, view(labels[i])))
            return true;
    return false;
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

bool line_of_publication(View line) {
    return line.length <= 100 && first_of(line, published, sizeof published / sizeof *published) != SIZE_MAX;
}

bool line_of_change(View line) {
    size_t digits = 0;
    for (size_t i = 0; i < line.length; i++)
        digits += line.data[i] >= '0' && line.data[i] <= '9';
    return line.length <= 40 && !digits && line_unchanged(line).length < line.length &&
           first_of(line, published, sizeof published / sizeof *published) == SIZE_MAX;
}

bool line_of_member(View line) {
    return view_find(line, VIEW("oined"), 0) != SIZE_MAX || view_find(line, VIEW("Join Date"), 0) != SIZE_MAX ||
           view_find(line, VIEW("egistered"), 0) != SIZE_MAX || view_find(line, VIEW("ember since"), 0) != SIZE_MAX;
}
