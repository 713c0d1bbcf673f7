/* cli/read: the sub-commands read and explain. */
#ifndef ISNAD_CLI_READ_H
#define ISNAD_CLI_READ_H

int cli_read(int count, char **arguments);
int cli_explain(int count, char **arguments);

#endif
