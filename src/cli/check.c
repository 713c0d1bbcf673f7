/* cli/check: isnad check -d DB -> what is wrong with a store, a line each. */
#include "cli/options.h"
#include "cli/store.h"
#include <stdio.h>
#include <stdlib.h>

static void print(void *into, View fault) {
    size_t *faults = into;
    printf("%.*s\n", (int)fault.length, fault.data);
    ++*faults;
}

int cli_check(int count, char **arguments) {
    Options options;
    Error error = {0};
    Store *store = NULL;
    size_t faults = 0, reports = 0;
    int status = options_parse(options_check, count, arguments, &options);
    if (status == OK && (!options.store || options.file_count))
        status = cli_usage("check takes a store, -d DB, and nothing else; check-data looks at the tables");
    if (status == OK && (store_open(options.store, STORE_READ, NULL, &store, &error) != OK ||
                         store_check(store, print, &faults, &reports, &error) != OK))
        status = cli_error(&error);
    if (status == OK)
        fprintf(stderr, "isnad: %zu report%s looked at, %zu fault%s\n", reports, reports == 1 ? "" : "s", faults,
                faults == 1 ? "" : "s");
    if (status == OK && faults)
        status = ERROR_DATA;
    if (fflush(stdout) != 0 && status == OK)
        status = cli_error((file_fault("standard output", "cannot be written", &error), &error));
    store_close(store);
    free(options.files);
    return status;
}
