/* identity/actors_own: the codes of a user's own actors (--actors) go before ours. An actor is looked up by its
 * mentions, those with a name first: the longest name of the table that ends where the mention's name, or its head,
 * does.
 */
#include "identity/actors.h"

static const ActorEntry *entry_at(ActorWork *work, const ActorMention *mention, bool *memory) {
    uint32_t last = mention->name.end > mention->name.first ? mention->name.end - 1 : mention->head;
    size_t count = mention->words.end - mention->words.first;
    View *folded = arena_array(work->arena, count + 1, sizeof *folded);
    View *written = arena_array(work->arena, count + 1, sizeof *written);
    *memory = folded && written;
    if (!*memory || last < mention->words.first || last >= mention->words.end)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        folded[i] = actors_folded(work, mention->words.first + (uint32_t)i);
        written[i] = text_word(work->text, mention->words.first + (uint32_t)i);
    }
    return own_actor_find(work->tables, folded, written, count, last - mention->words.first);
}

Code actors_take_own(ActorWork *work, Day published, Cast *cast, Error *error) {
    bool *taken = arena_array(work->arena, cast->actor_count + 1, sizeof *taken);
    if (!taken)
        return error_memory(error);
    for (int form = FORM_NAME; form <= FORM_DESCRIPTION; form++)
        for (uint32_t i = 0; i < work->count; i++) {
            const ActorMention *mention = &work->mentions->actors[i];
            Actor *actor = &cast->actors[cast->actor_of[i]];
            bool memory = true;
            if ((int)mention->form != form || taken[cast->actor_of[i]] || work->doubt[i].data)
                continue;
            const ActorEntry *entry = entry_at(work, mention, &memory);
            if (!memory)
                return error_memory(error);
            View code = entry ? actor_code_on(entry, published) : (View){NULL, 0};
            if (!code.length)
                continue;
            actor->code = code;
            actor->known = entry->name;
            actor->country = entry->country.data ? entry->country : actor->country;
            taken[cast->actor_of[i]] = true;
        }
    return OK;
}
