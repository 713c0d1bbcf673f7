/* cli/view: the sub-command. */
#ifndef ISNAD_CLI_VIEW_H
#define ISNAD_CLI_VIEW_H

int cli_view(int count, char **arguments);

#endif
