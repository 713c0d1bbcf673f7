/* Private to identity/: the fields of an Actor, from its cluster (the root mention stands for it). */
#ifndef ISNAD_IDENTITY_ACTORS_FIELDS_H
#define ISNAD_IDENTITY_ACTORS_FIELDS_H

#include "identity/actors.h"

bool fields_mentions(ActorWork *work, uint32_t root, Actor *actor); /* false: no memory */
bool fields_because(ActorWork *work, uint32_t root, Actor *actor);
ActorKind fields_kind(ActorWork *work, uint32_t root);
View fields_name(ActorWork *work, uint32_t root, ActorKind kind);
/* actor_of of the cast is filled already. */
bool fields_roles(ActorWork *work, const Cast *cast, uint32_t root, Actor *actor);

#endif
