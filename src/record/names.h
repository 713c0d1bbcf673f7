/* record/names: the words of RECORD.md for what the earlier rooms count. Private to record/. */
#ifndef ISNAD_RECORD_NAMES_H
#define ISNAD_RECORD_NAMES_H

#include "claim/claim.h"

const char *timex_kind_name(TimexKind kind);         /* "DATE" ... */
const char *published_from_name(PublishedFrom from); /* "given" ...; NULL when unknown */
const char *sentence_kind_name(SentenceKind kind);   /* "prose" ... */
const char *name_kind_name(NameKind kind);           /* "PER" ... */

#endif
