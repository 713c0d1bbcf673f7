/* mail: private to read/. One message, of MIME (RFC 2045 to 2049, 5322) or older -> Report. */
#ifndef ISNAD_READ_MAIL_H
#define ISNAD_READ_MAIL_H

#include "read/read.h"

/* The text of the message: its text/plain part, else its HTML; title from Subject, author from From, date from Date,
 * url from Content-Location or Archived-At, name from Message-ID. place is where it stands, for messages. */
Code mail_read(Arena *arena, View place, View message, Report *report, Error *error);
/* A header's value: lines joined, encoded words ("=?utf-8?B?...?=") decoded, valid UTF-8. data NULL: no memory. */
View mail_words(Arena *arena, View value);
/* What a transfer encoding ("base64", "quoted-printable") hides; data NULL: no memory. */
View mail_decode(Arena *arena, View encoding, View content);
/* Whether a file begins as a message does: headers that mail has, an empty line behind them. */
bool mail_begins(View head);

#endif
