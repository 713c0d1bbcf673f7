/* cli/check-data: the sub-command. */
#ifndef ISNAD_CLI_CHECK_DATA_H
#define ISNAD_CLI_CHECK_DATA_H

int cli_check_data(int count, char **arguments);

#endif
