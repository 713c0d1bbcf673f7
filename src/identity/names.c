/* identity/names: the index that all name tables share.
 *
 * In: names as a table writes them. Out: links by folded name. A name that several entries bear is a chain of links;
 * the chains are short, so adding walks to the end. Names are folded once, when the tables are opened.
 */
#include "identity/names.h"
#include "identity/tables.h"
#include <string.h>

bool names_init(Names *names, Arena *arena) {
    memset(names, 0, sizeof *names);
    names->map = map_new(arena);
    return names->map && list_push(arena, &names->links, (NameLink){0});
}

View name_key(View folded) {
    return view_starts(folded, VIEW("the ")) && folded.length > 4 ? view_slice(folded, 4, folded.length) : folded;
}

View field_value(View field) {
    return field.length == 0 || view_equal(field, VIEW("-")) ? (View){NULL, 0} : field;
}

bool names_add(Names *names, Arena *arena, View written, uint32_t kind, uint32_t entry) {
    View folded = unicode_fold(arena, written);
    if (!folded.data)
        return false;
    View name = name_key(folded);
    if (name.length == 0)
        return true;
    uint32_t first, at = (uint32_t)names->links.count;
    if (map_get(names->map, name, &first)) {
        for (;; first = names->links.items[first].next) {
            const NameLink *link = &names->links.items[first];
            if (link->entry == entry && link->kind == kind)
                return true;
            if (!link->next)
                break;
        }
        names->links.items[first].next = at;
    } else if (!map_set(names->map, name, at)) {
        return false;
    }
    return list_push(arena, &names->links, (NameLink){written, entry, kind, 0});
}

bool names_add_all(Names *names, Arena *arena, View values, uint32_t kind, uint32_t entry) {
    View value;
    while (tables_next_value(&values, &value))
        if (!names_add(names, arena, value, kind, entry))
            return false;
    return true;
}

const NameLink *names_first(const Names *names, View folded) {
    uint32_t first;
    return map_get(names->map, name_key(folded), &first) ? &names->links.items[first] : NULL;
}

const NameLink *names_next(const Names *names, const NameLink *link) {
    return link->next ? &names->links.items[link->next] : NULL;
}

View phrase_key(const View *words, size_t first, size_t end, char key[PHRASE_BYTES]) {
    size_t length = 0;
    for (size_t i = first; i < end; i++) {
        if (length + words[i].length + 1 > PHRASE_BYTES)
            return (View){key, 0};
        if (length && words[i].length)
            key[length++] = ' ';
        if (words[i].length)
            memcpy(key + length, words[i].data, words[i].length);
        length += words[i].length;
    }
    return (View){key, length};
}

const NameLink *names_ending_at(const Names *names, const View *words, size_t count, size_t head, size_t *length) {
    char key[PHRASE_BYTES];
    if (head >= count)
        return NULL;
    for (*length = head + 1 < PHRASE_WORDS ? head + 1 : PHRASE_WORDS; *length > 0; --*length) {
        if (*length > 1 && view_equal(words[head + 1 - *length], VIEW("the")))
            continue; /* names_first would pass over it */
        View phrase = phrase_key(words, head + 1 - *length, head + 1, key);
        const NameLink *link = phrase.length ? names_first(names, phrase) : NULL;
        if (link)
            return link;
    }
    return NULL;
}
