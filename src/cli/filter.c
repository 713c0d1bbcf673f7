/* cli/filter: an option and its value -> a part of the filter. */
#include "cli/filter.h"
#include <string.h>

static int take_day(const char *name, const char *value, bool *given, Day *day) {
    *given = true;
    if (!day_parse(view(value), day))
        return cli_usage("%s takes a day such as 2020-01-25, not \"%s\"", name, value);
    return OK;
}

static int take_near(StoreFilter *filter, const char *value) {
    View rest = view(value), part;
    double numbers[3];
    size_t count = 0;
    bool fine = true;
    while (fine && count < 3 && view_split(&rest, ',', &part))
        fine = view_to_double(view_trim(part), &numbers[count++]);
    filter->near = true;
    filter->km = count ? numbers[count - 1] : 0;
    filter->point_given = count == 3;
    if (count == 3) {
        filter->lat = numbers[0];
        filter->lon = numbers[1];
    }
    if (!fine || (count != 1 && count != 3) || rest.length || !(filter->km > 0))
        return cli_usage("--near takes LAT,LON,KM, or KM beside --place, not \"%s\"", value);
    return OK;
}

/* "2", "2-", "1-3", "-3". */
static int take_chain(StoreFilter *filter, const char *value) {
    View least = view(value), most = least;
    size_t dash = view_find(least, VIEW("-"), 0);
    filter->chain_given = true;
    filter->chain_least = 0;
    filter->chain_most = STORE_NO_LIMIT;
    if (dash != SIZE_MAX) {
        most = view_slice(most, dash + 1, most.length);
        least = view_slice(least, 0, dash);
    }
    bool fine = least.length || most.length;
    if (least.length)
        fine = fine && view_to_long(least, &filter->chain_least) && filter->chain_least >= 0;
    if (most.length)
        fine = fine && view_to_long(most, &filter->chain_most) && filter->chain_most >= filter->chain_least;
    return fine ? OK : cli_usage("--chain takes 2, 2- (or more), 1-3, not \"%s\"", value);
}

static const char **text_of(StoreFilter *filter, const char *name) {
    struct {
        const char *name, **into;
    } texts[] = {{"--actor", &filter->actor},     {"--source", &filter->source},
                 {"--target", &filter->target},   {"--teller", &filter->teller},
                 {"--type", &filter->type},       {"--mode", &filter->mode},
                 {"--code", &filter->code},       {"--status", &filter->status},
                 {"--place", &filter->place},     {"--commitment", &filter->commitment},
                 {"--country", &filter->country}, {"--text", &filter->text}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (strcmp(texts[i].name, name) == 0)
            return texts[i].into;
    return NULL;
}

bool filter_take(StoreFilter *filter, const char *name, const char *value, int *status) {
    const char **text = text_of(filter, name);
    *status = OK;
    if (text) {
        *text = value;
        if (view_trim(view(value)).length == 0)
            *status = cli_usage("%s takes a value", name);
    } else if (strcmp(name, "--near") == 0) {
        *status = take_near(filter, value);
    } else if (strcmp(name, "--since") == 0) {
        *status = take_day(name, value, &filter->from_given, &filter->from);
    } else if (strcmp(name, "--until") == 0) {
        *status = take_day(name, value, &filter->to_given, &filter->to);
    } else if (strcmp(name, "--chain") == 0) {
        *status = take_chain(filter, value);
    } else if (strcmp(name, "--tellers") == 0) {
        if (!view_to_long(view(value), &filter->tellers_least) || filter->tellers_least < 1)
            *status = cli_usage("--tellers takes a number from 1 on, not \"%s\"", value);
    } else if (strcmp(name, "--named") == 0) {
        filter->named = STORE_NAMED;
    } else if (strcmp(name, "--unnamed") == 0) {
        filter->named = STORE_UNNAMED;
    } else {
        return false;
    }
    return true;
}
