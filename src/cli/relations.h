/* cli/relations: the sub-command. */
#ifndef ISNAD_CLI_RELATIONS_H
#define ISNAD_CLI_RELATIONS_H

int cli_relations(int count, char **arguments);

#endif
