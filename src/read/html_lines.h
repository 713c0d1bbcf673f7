/* html_lines: private to read/. Lines with which pages tell, in several languages, who wrote and when. */
#ifndef ISNAD_READ_HTML_LINES_H
#define ISNAD_READ_HTML_LINES_H

#include "base/base.h"

/* "By Ann Lee and Bo Ek | 25 January 2020" -> "Ann Lee and Bo Ek". The whole line when it is a name alone. */
View line_author(View line);
/* Whether it opens as bylines do ("By ", "Par ", "Автор: "), so that the rest can be taken for a name without more. */
bool line_opens(View line);
/* By a word that has other uses too: "di Anna Lee", if no more than a name follows. */
bool line_opens_softly(View line);
bool line_is_names(View line); /* every word with a capital, but for "and" and the like */
bool line_is_label(View line); /* "Author:", "By": the name stands in what follows */
bool line_is_name(View name);  /* may be one: few words, no digits, no end of a sentence */
/* The line without what it says of changes: "Published 3 May 2020, updated 4 May 2020" -> "Published 3 May 2020, ".
 * Empty when it tells of nothing else. Class names too. */
View line_unchanged(View line);
bool line_of_publication(View line); /* "Published:", "تاریخ انتشار" */
bool line_of_change(View line);      /* "Last updated:": the day in what follows is none of publication */
bool line_of_member(View line);      /* "Joined: 3 May 2004", as forums say of whoever wrote */

#endif
