/* cli/export: the sub-command. */
#ifndef ISNAD_CLI_EXPORT_H
#define ISNAD_CLI_EXPORT_H

int cli_export(int count, char **arguments);

#endif
