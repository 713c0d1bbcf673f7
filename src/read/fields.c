/* read/fields: the names that JSON objects and CSV columns give to what isnad calls id, title, text, date, outlet, url
 * and author, as NGEC, news-please and common collections have them. */
#include "read/fields.h"
#include "read/date.h"

#define MOST_NAMES 12

static const char *const names[FIELD_COUNT][MOST_NAMES] = {
    [FIELD_NAME] = {"id", "story_id", "doc_id", "docid", "document_id", "uid"},
    [FIELD_TITLE] = {"title", "headline", "heading"},
    [FIELD_TEXT] = {"text", "event_text", "body", "content", "article_text", "full_text", "fulltext", "maintext",
                    "article", "story"},
    [FIELD_DATE] = {"date", "pub_date", "pubdate", "published", "publication_date", "date_published", "date_publish",
                    "published_at", "publishedat", "datetime", "timestamp"},
    [FIELD_OUTLET] = {"outlet", "publisher", "source", "source_name", "newspaper", "publication", "site",
                      "source_domain"},
    [FIELD_URL] = {"url", "link", "source_url"},
    [FIELD_AUTHOR] = {"author", "byline", "authors"},
};

const char *field_name(Field field, size_t rank) {
    return rank < MOST_NAMES ? names[field][rank] : NULL;
}

Field field_of(View name, size_t *rank) {
    for (int field = 0; field < FIELD_COUNT; field++)
        for (*rank = 0; field_name((Field)field, *rank); ++*rank)
            if (view_equal_folded(name, view(field_name((Field)field, *rank))))
                return (Field)field;
    return FIELD_NONE;
}

static bool fill_date(Arena *arena, Report *report, View value) {
    View date = date_iso(arena, value);
    if (date.data)
        return report->date = arena_copy(arena, date), report->date.data != NULL;
    View start = view_slice(value, 0, 40);
    View note = arena_format(arena, "\"%.*s\" is no date that isnad knows", (int)start.length, start.data);
    return note.data && list_push(arena, &report->notes, note);
}

bool field_fill(Arena *arena, Report *report, Field field, View value) {
    View *const into[FIELD_COUNT] = {[FIELD_NAME] = &report->name,
                                     [FIELD_TITLE] = &report->title,
                                     [FIELD_OUTLET] = &report->outlet,
                                     [FIELD_URL] = &report->url,
                                     [FIELD_AUTHOR] = &report->author};
    value = view_trim(value);
    if (!value.length || field == FIELD_TEXT || field == FIELD_NONE)
        return true;
    if (field == FIELD_DATE)
        return fill_date(arena, report, value);
    *into[field] = arena_copy(arena, value);
    return into[field]->data;
}
