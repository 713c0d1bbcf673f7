/* read/html_talk: lines that a page says of itself in the middle of a report, in the languages of its button texts.
 * text/ takes such lines out of plain text by data/residue.tsv; what is listed here would be no residue there, since
 * only on a page a line "Photo gallery" or "Subscribe" is surely none of the report. Left out: whole sentences of one
 * site. */
#include "read/html_talk.h"
#include <string.h>

#define LONGEST_LINE   240 /* bytes: a longer one is prose, whatever it begins with */
#define LONGEST_NOTICE 900

/* A line that begins so and is no sentence. */
static const char *const openings[] = {
    "advertisement",
    "also read",
    "also see",
    "click here",
    "click to",
    "comments (",
    "continue reading",
    "copy link",
    "download our app",
    "download the app",
    "editor's picks",
    "follow us on",
    "follow us",
    "get the app",
    "in pictures:",
    "join our",
    "join the conversation",
    "leave a comment",
    "leave a reply",
    "listen to this",
    "loading",
    "more from",
    "more on this",
    "more stories",
    "most popular",
    "most read",
    "most viewed",
    "no comments",
    "photo gallery:",
    "post a comment",
    "print this",
    "read also",
    "read more",
    "read next",
    "read the full story",
    "recommended for you",
    "recommended stories",
    "related articles",
    "related coverage",
    "related news",
    "related posts",
    "related stories",
    "related topics",
    "related:",
    "see also",
    "send tips",
    "share on",
    "share this",
    "share:",
    "show comments",
    "sign in to",
    "sign up for",
    "sign up to",
    "skip to",
    "sponsored",
    "story continues below",
    "subscribe now",
    "subscribe to",
    "tags:",
    "topics:",
    "view comments",
    "watch:",
    "watch now",
    "you may also like",
    "you might also like",
    "aussi \xC3\xA0 lire",
    "lire aussi",
    "lire \xC3\xA9galement",
    "partager",
    "abonnez-vous",
    "sur le m\xC3\xAAme sujet",
    "leer m\xC3\xA1s",
    "lea tambi\xC3\xA9n",
    "lee tambi\xC3\xA9n",
    "te puede interesar",
    "compartir",
    "leia mais",
    "leia tamb\xC3\xA9m",
    "lesen sie auch",
    "mehr zum thema",
    "leggi anche",
    ("ayr\xC4\xB1"
     "ca oku"),
    "ilgili haber",
    "\xD0\xA7\xD0\xB8\xD1\x82\xD0\xB0\xD0\xB9\xD1\x82\xD0\xB5 \xD1\x82\xD0\xB0\xD0\xBA\xD0\xB6\xD0\xB5", /* Russian:
                                                                                                            read also */
    "\xD8\xA7\xD9\x82\xD8\xB1\xD8\xA3 \xD8\xA3\xD9\x8A\xD8\xB6", /* Arabic: read also */
    "\xD8\xA7\xD9\x82\xD8\xB1\xD8\xA7 \xD8\xA7\xD9\x8A\xD8\xB6",
    "\xD8\xA7\xD9\x82\xD8\xB1\xD8\xA3 \xD8\xA7\xD9\x84\xD9\x85\xD8\xB2\xD9\x8A\xD8\xAF", /* read more */
    "\xD8\xA5\xD9\x82\xD8\xB1\xD8\xA3 \xD8\xA3\xD9\x8A\xD8\xB6",
    "\xD8\xB4\xD8\xA7\xD8\xB1\xD9\x83",                                                                   /* share */
    "\xD9\x85\xD9\x88\xD8\xA7\xD8\xB6\xD9\x8A\xD8\xB9 \xD8\xB0\xD8\xA7\xD8\xAA \xD8\xB5\xD9\x84\xD8\xA9", /* related */
    "\xD9\x85\xD9\x82\xD8\xA7\xD9\x84\xD8\xA7\xD8\xAA \xD8\xB0\xD8\xA7\xD8\xAA \xD8\xB5\xD9\x84\xD8\xA9",
    "\xD8\xA3\xD8\xAE\xD8\xA8\xD8\xA7\xD8\xB1 \xD8\xB0\xD8\xA7\xD8\xAA \xD8\xB5\xD9\x84\xD8\xA9",
};

/* A paragraph that has a sure one of these in it, or two of the others, is a notice of the page. */
static const struct {
    const char *phrase;
    bool sure;
} notices[] = {
    {"ad blocker", true},
    {"ad-blocker", true},
    {"adblocker", true},
    {"already a subscriber", true},
    {"already have an account", true},
    {"article is for subscribers", true},
    {"version of this article appear", true},
    {"order reprints", true},
    {"by clicking", true},
    {"by continuing to use", true},
    {"by signing up", true},
    {"by subscribing", true},
    {"consider supporting", true},
    {"consider donating", true},
    {"consider becoming", true},
    {"become a supporter", true},
    {"make a donation", true},
    {"cookie policy", true},
    {"cookie settings", true},
    {"create a free account", true},
    {"delivered to your inbox", true},
    {"enable javascript", true},
    {"enter your email", true},
    {"in your inbox", true},
    {"javascript is disabled", true},
    {"log in to continue", true},
    {"manage cookies", true},
    {"our newsletter", true},
    {"sign in to continue", true},
    {"subscribe to continue", true},
    {"support independent journalism", true},
    {"support our journalism", true},
    {"to continue reading", true},
    {"to keep reading", true},
    {"to your inbox", true},
    {"turn on javascript", true},
    {"use cookies", true},
    {"uses cookies", true},
    {"your comment has been", true},
    {"your email address will not", true},
    {"your free articles", true},
    {"accept all", false},
    {"all rights reserved", false},
    {"log in", false},
    {"privacy policy", false},
    {"sign in", false},
    {"subscribe", false},
    {"terms of service", false},
    {"terms of use", false},
    {"unlimited access", false},
    {"unsubscribe", false},
    {"your privacy", false},
    {"your subscription", false},
};

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool begins(View line, const char *phrase) {
    if (line.length == 0 || line.data[0] != phrase[0])
        return false;
    size_t length = strlen(phrase);
    return line.length >= length && memcmp(line.data, phrase, length) == 0;
}

static bool is_ascii_letter(View line, size_t at) {
    return at < line.length && line.data[at] >= 'a' && line.data[at] <= 'z';
}

/* Without the marks around it: "- Advertisement -", "[Read also]". */
static View undecorated(View line) {
    static const char marks[] = "-*|[](){}<>#+=~_ ";
    while (line.length && view_find(VIEW(marks), view_slice(line, 0, 1), 0) != SIZE_MAX)
        line = view_slice(line, 1, line.length);
    while (line.length && view_find(VIEW(marks), view_slice(line, line.length - 1, line.length), 0) != SIZE_MAX)
        line = view_slice(line, 0, line.length - 1);
    return line;
}

static bool has_opening(View line) {
    bool sentence = view_ends(line, VIEW(".")) && !view_ends(line, VIEW("..."));
    if (line.length > LONGEST_LINE)
        return false;
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        size_t length = begins(line, openings[i]) ? strlen(openings[i]) : 0;
        if (length && !is_ascii_letter(line, length) && (!sentence || line.length <= length + 2))
            return true;
    }
    return false;
}

static bool has_notice(View line) {
    size_t signs = 0;
    for (size_t at = 0; at < line.length && signs < 2; at++) {
        if (at && is_ascii_letter(line, at - 1))
            continue;
        View rest = view_slice(line, at, line.length);
        for (size_t i = 0; i < sizeof notices / sizeof *notices; i++)
            if (begins(rest, notices[i].phrase))
                signs += notices[i].sure ? 2 : 1;
    }
    return signs >= 2;
}

bool html_is_page_talk(View line) {
    char small[LONGEST_NOTICE];
    if (line.length > LONGEST_NOTICE)
        return false;
    if (line.length <= LONGEST_LINE && (view_starts(line, VIEW("\xC2\xA9")) || view_starts(line, VIEW("Copyright"))))
        return true;
    line = undecorated(line);
    for (size_t i = 0; i < line.length; i++)
        small[i] = lower(line.data[i]);
    line = (View){small, line.length};
    return has_opening(line) || has_notice(line);
}
