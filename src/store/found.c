/* store/found: what several kinds of answers have in common: fields beside JSON, day and list, how many were given. */
#include "store/found.h"

bool found_room(Found *found) {
    if (found->filter->limit > 0 && found->given >= (size_t)found->filter->limit)
        found->more = true;
    return !found->more && !found->failed && found->code == OK && found->store->fault == SQLITE_OK;
}

void found_begin(Found *found) {
    arena_reset(found->arena);
    buffer_clear(&found->text);
    found->count = 0;
    json_init(&found->json, &found->text);
    json_object_begin(&found->json);
}

bool found_give(Found *found) {
    json_object_end(&found->json);
    found->failed |= found->text.failed;
    if (found->failed || found->store->fault != SQLITE_OK)
        return false;
    StoreRow row = {found->columns, found->fields, found->count, buffer_view(&found->text)};
    found->code = found->take(found->into, &row, found->error);
    found->given++;
    return found->code == OK;
}

void found_field(Found *found, View text) {
    View copy = text.data ? arena_copy(found->arena, text) : text;
    found->failed |= text.data && !copy.data;
    if (found->count < MOST_FIELDS)
        found->fields[found->count++] = copy;
}

void found_json(Found *found, const char *key, View text) {
    json_key(&found->json, key);
    json_text(&found->json, text);
}

void found_text(Found *found, const char *key, View text) {
    found_field(found, text);
    found_json(found, key, text);
}

void found_number(Found *found, const char *key, long long number) {
    View text = number == NO_NUMBER ? (View){NULL, 0} : arena_format(found->arena, "%lld", number);
    found_field(found, text);
    json_key(&found->json, key);
    if (number == NO_NUMBER)
        json_nothing(&found->json);
    else
        json_number(&found->json, number);
}

void found_json_day(Found *found, const char *key, long long day) {
    found_json(found, key, day == NO_NUMBER ? (View){NULL, 0} : day_format(found->arena, (Day)day));
}

void found_day(Found *found, const char *key, long long day) {
    found_field(found, day == NO_NUMBER ? (View){NULL, 0} : day_format(found->arena, (Day)day));
    found_json_day(found, key, day);
}

static View join(Found *found, View text, const char *between, View more) {
    View whole = arena_format(found->arena, "%.*s%s%.*s", (int)text.length, text.data, text.length ? between : "",
                              (int)more.length, more.length ? more.data : "");
    found->failed |= !whole.data;
    return whole.data ? whole : VIEW("");
}

void found_actors(Found *found, const char *key, sqlite3_stmt *rows) {
    View names = VIEW("");
    json_key(&found->json, key);
    json_array_begin(&found->json);
    while (sql_next(found->store, rows)) {
        names = join(found, names, "; ", sql_text(rows, 0));
        json_object_begin(&found->json);
        found_json(found, "name", sql_text(rows, 0));
        found_json(found, "kind", sql_text(rows, 3));
        found_json(found, "code", sql_text(rows, 1));
        found_json(found, "known", sql_text(rows, 2));
        json_object_end(&found->json);
    }
    json_array_end(&found->json);
    found_field(found, names);
}

View found_chain(Found *found, const char *key, View json) {
    JsonValue *chain = NULL;
    View words = VIEW("");
    if (json_value_parse(json, "chain", 1, &chain, NULL) != OK)
        found->failed = true;
    json_key(&found->json, key);
    json_array_begin(&found->json);
    for (size_t i = 0; i < json_value_count(chain); i++) {
        View link = json_value_text(json_value_item(chain, i));
        json_text(&found->json, link);
        words = join(found, words, " <- ", link);
    }
    json_array_end(&found->json);
    json_value_free(chain);
    return words;
}

void found_search(Found *found, Search *search, SearchTake *take, void *into) {
    Error error = {0};
    Code code = search_run(search, take, into, &error);
    if (found->code == OK && code != OK) {
        found->code = code;
        error_set(found->error, code, "%s", error.message);
    }
}
