/* Private to export/: what GDELT's two tables share. */
#ifndef ISNAD_EXPORT_GDELT_H
#define ISNAD_EXPORT_GDELT_H

#include "export/format.h"

/* GDELT files have no header; these are the columns of the codebook of 19 February 2015. */
#define GDELT_EVENT_COLUMNS   61
#define GDELT_MENTION_COLUMNS 16

/* Where GDELT would have heard of it: the URL, else the report's name. */
View gdelt_identifier(const Facts *facts);
/* YYYYMMDD000000 of the day of publication, empty when unknown. */
void gdelt_added(Rows *rows, const Facts *facts);

#endif
