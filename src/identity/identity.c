/* identity: the steps of this room, in order. */
#include "identity/actors.h"
#include "identity/places.h"
#include "identity/publication.h"
#include "identity/times.h"

/* The actor that is the report's own outlet. */
static int32_t find_outlet(Arena *arena, const Report *report, const Cast *cast) {
    View outlet = report->outlet.data ? unicode_fold(arena, report->outlet) : (View){NULL, 0};
    for (size_t i = 0; outlet.data && i < cast->actor_count; i++) {
        View name = unicode_fold(arena, cast->actors[i].name);
        if (name.data && view_equal(name, outlet))
            return (int32_t)i;
    }
    return -1;
}

Code identity_resolve(Arena *arena, const Tables *tables, const Report *report, Day given, const Text *text,
                      const Reading *reading, const Mentions *mentions, Cast *cast, Error *error) {
    ActorWork actors;
    *cast = (Cast){.outlet = -1};
    Code code = actors_resolve(arena, tables, text, reading, mentions, cast, &actors, error);
    if (code == OK)
        code = places_resolve(arena, tables, report, text, reading, mentions, cast, error);
    if (code == OK)
        code = publication_find(arena, tables, report, given, text, reading, mentions, cast, error);
    if (code == OK)
        code = times_resolve(arena, tables, text, reading, mentions, cast, error);
    if (code == OK)
        code = actors_describe(&actors, cast->published.date, cast, error);
    if (code == OK)
        code = actors_take_own(&actors, cast->published.date, cast, error);
    if (code == OK)
        cast->outlet = find_outlet(arena, report, cast);
    return code;
}
