/* read/html_titles: a page's title, outlet and author, which hold each other: "Headline | Outlet", "Ann Lee, Outlet".
 */
#include "read/html_titles.h"
#include <string.h>

size_t html_words(View text) {
    size_t words = text.length > 0;
    for (size_t i = 0; i < text.length; i++)
        words += text.data[i] == ' ';
    return words;
}

static const char *const separators[] = {" | ",        " - ",  " \xE2\x80\x93 ", " \xE2\x80\x94 ",
                                         " \xC2\xBB ", " :: ", " \xC2\xB7 ",     " : ",
                                         ": ",         " / ",  " \xE2\x80\xA2 ", " \xC2\xAB "};

static View without_separator(View part) {
    static const char marks[] = "|-:/ ";
    bool more = true;
    while (more) {
        View before = part = view_trim(part);
        for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
            View mark = view_trim(view(separators[i]));
            if (view_starts(part, mark))
                part = view_trim(view_slice(part, mark.length, part.length));
            if (view_ends(part, mark))
                part = view_trim(view_slice(part, 0, part.length - mark.length));
        }
        while (part.length && view_find(VIEW(marks), view_slice(part, 0, 1), 0) != SIZE_MAX)
            part = view_slice(part, 1, part.length);
        more = part.length < before.length;
    }
    return part;
}

/* What the whole has in front of or behind the part: "Outlet - Headline", "Headline | Section | Outlet". Of several
 * pieces the one farthest from the part; data NULL when the part does not stand at an end of it. */
static View beside(View whole, View part) {
    if (!part.data || part.length < 8 || whole.length <= part.length)
        return (View){NULL, 0};
    bool front = view_starts(whole, part);
    if (!front && !view_ends(whole, part))
        return (View){NULL, 0};
    View rest = without_separator(front ? view_slice(whole, part.length, whole.length)
                                        : view_slice(whole, 0, whole.length - part.length));
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++)
        for (size_t at = view_find(rest, view(separators[i]), 0); at != SIZE_MAX;
             at = view_find(rest, view(separators[i]), 0))
            rest = front ? view_slice(rest, at + strlen(separators[i]), rest.length) : view_slice(rest, 0, at);
    return rest.length ? rest : (View){NULL, 0};
}

/* "Headline | Outlet" without the outlet when no heading tells which is which: the longer part is the headline. */
View html_longest_part(View title) {
    View best = title;
    for (bool more = true; more;) {
        more = false;
        for (size_t i = 0; i < 8 && !more; i++) { /* the separators that stand between spaces */
            size_t at = view_find(best, view(separators[i]), 0);
            if (at == SIZE_MAX)
                continue;
            View front = view_slice(best, 0, at), back = view_slice(best, at + strlen(separators[i]), best.length);
            best = html_words(back) > html_words(front) ? back : front;
            more = true;
        }
    }
    return view_trim(best);
}

static bool same(Arena *arena, View a, View b) {
    View first = unicode_fold(arena, a), second = unicode_fold(arena, b);
    return first.data && second.data && first.length && view_equal(first, second);
}

/* The data's headline may be cut short, or have the outlet behind it. */
static void mend_title(HtmlFacts *facts, View heading) {
    View title = facts->title.value;
    View cut = view_ends(title, VIEW("...")) ? view_slice(title, 0, title.length - 3) : title;
    cut = view_trim(view_ends(cut, VIEW("\xE2\x80\xA6")) ? view_slice(cut, 0, cut.length - 3) : cut);
    if (cut.length >= 20 && cut.length < heading.length && view_starts(heading, cut)) {
        facts->title.value = heading;
        return;
    }
    View rest = heading.data ? beside(title, heading) : (View){NULL, 0};
    if (rest.data) {
        facts->title.value = heading;
        return;
    }
    for (size_t i = 0; facts->outlet.value.data && i < sizeof separators / sizeof *separators; i++) {
        View mark = view(separators[i]), outlet = facts->outlet.value;
        if (title.length > mark.length + outlet.length + 8 && view_ends(title, outlet) &&
            view_ends(view_slice(title, 0, title.length - outlet.length), mark))
            facts->title.value = view_slice(title, 0, title.length - outlet.length - mark.length);
    }
}

/* "Ann Lee, The Harbour Post" of The Harbour Post. */
void html_mend_author(HtmlFacts *facts) {
    View author = facts->author.value, outlet = facts->outlet.value;
    size_t at = author.data && outlet.length ? view_find(author, outlet, 0) : SIZE_MAX;
    if (at == SIZE_MAX || at < 3)
        return;
    View name = without_separator(view_slice(author, 0, at));
    while (view_ends(name, VIEW(",")) || view_ends(name, VIEW("(")))
        name = view_trim(view_slice(name, 0, name.length - 1));
    if (html_words(name) > 1)
        facts->author.value = name;
}

/* heading: the one that stands in the page's <title>, else the first; document: the <title>. */
bool html_choose_title(Arena *arena, HtmlFacts *facts, View heading, View document) {
    if (facts->title.value.data)
        mend_title(facts, heading);
    else if (heading.data && heading.length)
        facts->title = (HtmlFact){heading, RANK_VISIBLE};
    else if (!html_fact(arena, &facts->title, RANK_VISIBLE + 5, html_longest_part(document)))
        return false;
    View rest = beside(document, facts->title.value);
    if (rest.data && !same(arena, rest, facts->author.value) && !html_fact(arena, &facts->outlet, 48, rest))
        return false;
    return true;
}
