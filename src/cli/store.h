/* cli/store: the sub-commands that work on a store. */
#ifndef ISNAD_CLI_STORE_H
#define ISNAD_CLI_STORE_H

int cli_keep(int count, char **arguments);
int cli_forget(int count, char **arguments);
int cli_find(int count, char **arguments);
int cli_check(int count, char **arguments);

#endif
