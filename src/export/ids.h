/* Private to export/: names of things that are the same in every run: UUIDs (RFC 4122, version 5) and IRIs. */
#ifndef ISNAD_EXPORT_IDS_H
#define ISNAD_EXPORT_IDS_H

#include "export/facts.h"

#define UUID_LENGTH 36

/* "xxxxxxxx-xxxx-5xxx-xxxx-xxxxxxxxxxxx" of a name in isnad's own namespace. */
void uuid_of(View name, char uuid[UUID_LENGTH + 1]);
/* A whole number of at most 53 bits, which every reader keeps exactly, and never 0. */
long long number_of(View name);

/* All in the facts' arena; data NULL without memory, which facts->full then says. */
View id_report(const Facts *facts);                            /* IRI: "nih:sha-256;<hex>" (RFC 6920), else a UUID */
View id_part(const Facts *facts, View part);                   /* IRI of what the record calls E1, S2 ... */
View id_actor(const Facts *facts, const ActorFact *actor);     /* IRI: "urn:uuid:..." when known across records */
View id_uuid(const Facts *facts, const char *kind, View name); /* "KIND--UUID" of kind and name, as STIX has it */
View id_stix_part(const Facts *facts, const char *kind, View part);
View id_row(const Facts *facts, const EventFact *event, size_t pair); /* "<16 digits>-E1-1" */
long long number_row(const Facts *facts, const EventFact *event, size_t pair);

#endif
