/* html_titles: private to read/. Titles, outlets and authors that hold each other. */
#ifndef ISNAD_READ_HTML_TITLES_H
#define ISNAD_READ_HTML_TITLES_H

#include "read/html_facts.h"

size_t html_words(View text); /* by the spaces in it */
/* "Headline | Outlet" without the outlet when no heading tells which is which: the longer part is the headline. */
View html_longest_part(View title);
/* heading: the one that stands in the page's <title>, else the first; document: the <title>. False: no memory. */
bool html_choose_title(Arena *arena, HtmlFacts *facts, View heading, View document);
/* "Ann Lee, The Harbour Post" of The Harbour Post. */
void html_mend_author(HtmlFacts *facts);

#endif
