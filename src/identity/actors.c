/* identity/actors: mentions -> actors. The steps in order; each has a file of its own (actors.h). */
#include "identity/actors.h"
#include "identity/actors_fields.h"

static bool make_work(ActorWork *work) {
    size_t words = work->text->word_count;
    work->facts = arena_array(work->arena, work->count, sizeof *work->facts);
    work->folded = arena_array(work->arena, words, sizeof *work->folded);
    work->coreference_at = arena_array(work->arena, words, sizeof *work->coreference_at);
    if (!work->facts || !work->folded || !work->coreference_at)
        return false;
    for (size_t i = 0; i < words; i++)
        work->coreference_at[i] = -1;
    for (size_t i = 0; i < work->reading->coreference_count; i++)
        work->coreference_at[work->reading->coreferences[i].mention] = (int32_t)i;
    return actors_kinds(work) && actors_facts(work) && clusters_make(work);
}

/* Numbers the clusters by their first mention, and fills actor_of. */
static bool number_actors(ActorWork *work, Cast *cast) {
    cast->actor_of = arena_array(work->arena, work->count, sizeof *cast->actor_of);
    cast->actors = arena_array(work->arena, work->count, sizeof *cast->actors);
    if (!cast->actor_of || !cast->actors)
        return false;
    for (uint32_t i = 0; i < work->count; i++) {
        uint32_t root = cluster_of(work, i);
        cast->actor_of[i] = root == i ? (int32_t)cast->actor_count++ : cast->actor_of[root];
    }
    return true;
}

Code actors_resolve(Arena *arena, const Tables *tables, const Text *text, const Reading *reading,
                    const Mentions *mentions, Cast *cast, ActorWork *work, Error *error) {
    *work = (ActorWork){.arena = arena,
                        .tables = tables,
                        .text = text,
                        .reading = reading,
                        .mentions = mentions,
                        .count = mentions->actor_count};
    if (!make_work(work))
        return error_memory(error);
    actors_join_countries(work);
    if (!actors_join_names(work))
        return error_memory(error);
    actors_join_links(work);
    actors_join_rest(work);
    if (!number_actors(work, cast))
        return error_memory(error);
    for (uint32_t i = 0; i < work->count; i++) {
        if (cluster_of(work, i) != i)
            continue;
        Actor *actor = &cast->actors[cast->actor_of[i]];
        actor->kind = fields_kind(work, i);
        actor->name = fields_name(work, i, actor->kind);
        if (!fields_mentions(work, i, actor) || !fields_because(work, i, actor) || !fields_roles(work, cast, i, actor))
            return error_memory(error);
    }
    return OK;
}

int32_t cast_actor_at(const Cast *cast, const Mentions *mentions, uint32_t word) {
    if (mentions->actor_at[word] >= 0)
        return cast->actor_of[mentions->actor_at[word]];
    int32_t best = -1;
    uint32_t tightest = UINT32_MAX;
    for (size_t i = 0; i < mentions->actor_count; i++) {
        WordRange words = mentions->actors[i].words;
        if (words.first <= word && word < words.end && words.end - words.first < tightest) {
            tightest = words.end - words.first;
            best = cast->actor_of[i];
        }
    }
    return best;
}
