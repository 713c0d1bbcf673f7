/* read/doors: the list of the doors, in the order in which they are asked whether they know a file. */
#include "read/door.h"
#include <string.h>

static const Door *const doors[] = {&door_warc, &door_mbox,       &door_mail, &door_feed, &door_petrarch, &door_html,
                                    &door_json, &door_json_lines, &door_csv,  &door_tsv,  &door_text};

#define DOOR_COUNT (sizeof doors / sizeof *doors)

const Door *door_named(const char *name) {
    for (size_t i = 0; i < DOOR_COUNT; i++)
        if (strcmp(doors[i]->name, name) == 0)
            return doors[i];
    return NULL;
}

Code door_whole(Input *input, View *bytes, bool *done, Error *error) {
    *done = input->state != NULL;
    input->state = input; /* it was asked for */
    return *done ? OK : source_rest(input->source, LIMIT_REPORT_BYTES, bytes, error);
}

const Door *door_of(View head) {
    size_t i = 0;
    while (i + 1 < DOOR_COUNT && !doors[i]->knows(head))
        i++;
    return doors[i];
}

Code doors_name_all(const char *asked, Error *error) {
    char names[200] = "";
    for (size_t i = 0; i < DOOR_COUNT; i++) {
        strncat(names, i ? ", " : "", sizeof names - strlen(names) - 1);
        strncat(names, doors[i]->name, sizeof names - strlen(names) - 1);
    }
    return error_set(error, ERROR_USAGE, "no such format: %s; there are %s", asked, names);
}
