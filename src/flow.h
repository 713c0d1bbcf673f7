/* flow: what src/isnad.c gives to the command beyond the public header: the same line of steps, stopping at the Record,
 * so that the command can write it as JSON, as a view or explained. */
#ifndef ISNAD_FLOW_H
#define ISNAD_FLOW_H

#include "isnad.h"
#include "record/record.h"

/* As isnad_open_with; tables that are open already are used and stay the caller's (NULL: opened here, with `own`). */
IsnadCode flow_open(const char *model_folder, const char *data_folder, const IsnadFiles *own, const Tables *tables,
                    Isnad **isnad, IsnadError *error);
/* The steps from a Report to its Record, which lives in the reader's arena until flow_reset. published: the day that an
 * option gives, DAY_UNKNOWN without; the report's own date is used then. */
Code flow_read(IsnadReader *reader, const Report *report, Day published, Record *record, Error *error);
/* The arena of the report that is being read: a Report for flow_read is made in it. */
Arena *flow_arena(IsnadReader *reader);
void flow_reset(IsnadReader *reader);

#endif
