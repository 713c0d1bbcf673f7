/* Private to store/: one thing found -> its fields and its JSON. */
#ifndef ISNAD_STORE_FOUND_H
#define ISNAD_STORE_FOUND_H

#include "store/search.h"

#define MOST_FIELDS 24

typedef struct Found {
    Store *store;
    Arena *arena; /* of this one thing, reset by found_give */
    const StoreFilter *filter;
    StoreTakeRow *take;
    void *into;
    const char *const *columns;
    size_t column_count;
    View fields[MOST_FIELDS];
    size_t count;
    Buffer text; /* the JSON */
    Json json;
    size_t given; /* things */
    bool more;    /* there was one too many */
    bool failed;  /* no memory */
    Code code;    /* of take */
    Error *error;
} Found;

/* Whether one more may be given; otherwise notes that there was more. */
bool found_room(Found *found);
void found_begin(Found *found); /* opens the JSON object */
bool found_give(Found *found);  /* closes it and hands it over; false: stop */

/* The next field, in the order of the columns; copies the text. */
void found_field(Found *found, View text);
/* Field and member of the JSON in one. */
void found_text(Found *found, const char *key, View text);
void found_number(Found *found, const char *key, long long number); /* NO_NUMBER: null */
void found_day(Found *found, const char *key, long long day);
/* A member of the JSON only. */
void found_json(Found *found, const char *key, View text);
void found_json_day(Found *found, const char *key, long long day);
/* A list of {name, code, known, kind} from rows of name, code, known, kind; as a field the names. */
void found_actors(Found *found, const char *key, sqlite3_stmt *rows);
/* An array of texts that is JSON already; gives them joined, as people write a chain. */
View found_chain(Found *found, const char *key, View json);

/* search_run; the fault is the search's, or that of whom the things were given to. */
void found_search(Found *found, Search *search, SearchTake *take, void *into);

void find_events(Found *found, Search *search);
void find_statements(Found *found, Search *search);
void find_actors(Found *found, Search *search, const Rows *only);
void find_counts(Found *found, Search *search, StoreWhat what);
void find_report(Found *found, long long row);

#endif
