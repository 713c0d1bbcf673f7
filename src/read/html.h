/* html: private to read/. One page of HTML -> Report. */
#ifndef ISNAD_READ_HTML_H
#define ISNAD_READ_HTML_H

#include "read/read.h"

/* charset: what the header that came with the page calls it ("utf-8", "windows-1256"), data NULL when nothing does.
 * Fills the report's body with the article's text, and title, outlet, author, date and url where the page tells them;
 * what the caller put there before stays when the page tells nothing. The name stays as it is. ERROR_INPUT, with name
 * in front, for a page without a text. */
Code html_read(Arena *arena, View name, View bytes, View charset, Report *report, Error *error);

/* The paragraphs of a text that may be HTML, as feeds and the data of pages have them: all of it, nothing is taken for
 * a menu. It is valid UTF-8; body is "" when there is nothing. */
Code html_fragment(Arena *arena, View text, View *body, Error *error);

#endif
