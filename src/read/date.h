/* date: private to read/. The day in what a page, a feed or a mail gives as its date. */
#ifndef ISNAD_READ_DATE_H
#define ISNAD_READ_DATE_H

#include "base/base.h"

/* "2020-01-25T10:00:00+03:00" as it is; "Sat, 25 Jan 2020 07:00:00 GMT", "January 25, 2020", "25/01/2020", "20200125",
 * seconds since 1970 and dates in the larger news languages as "2020-01-25". data NULL for what is no date (or when
 * memory runs out: the date is then unknown). */
View date_iso(Arena *arena, View text);
bool date_is_month(View word); /* "Jan", "января" */

#endif
