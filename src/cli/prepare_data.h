/* cli/prepare-data: the sub-command. */
#ifndef ISNAD_CLI_PREPARE_DATA_H
#define ISNAD_CLI_PREPARE_DATA_H

int cli_prepare_data(int count, char **arguments);

#endif
