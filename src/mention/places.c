/* mention/places: Text, Reading -> Mentions.places.
 *
 * In: the network's names and the places of its events. Out: names of places as stretches of words, with a score: the
 * network's for what it saw as a place, less for a capitalised name that nobody claimed, which identity/ keeps only
 * when a table knows it; and nouns that are no names, where the network sees an event happen ("the airport"). A generic
 * noun that belongs to the name goes with it ("Baghdad airport", "the Bab al-Hawa crossing"), a generic noun in front
 * does not ("the Iranian city of Qom" is Qom). Left out: whether it is a place at all or a government ("Tehran
 * rejected"), and which place on earth (identity/).
 */
#include "mention/places.h"
#include "mention/phrase.h"

#define CANDIDATE_SCORE 0.3f
/* Measured on the annotated training reports: 54 nouns at this score, of which 27 are the place of their event. */
#define DESCRIBED_SCORE 0.5f
#define TRIGGER_SCORE   0.3f /* of the event that is said to happen there */
#define POINTED_SCORE   0.15f

typedef LIST(PlaceMention) PlaceList;

/* What a name may carry behind it: "Baghdad airport", "Homs province", "Gaza Strip". Field-standard generic terms. */
static const char *const generic[] = {
    "airport",   "airbase",  "base",         "province",      "governorate", "region",     "district",  "crossing",
    "border",    "camp",     "prison",       "square",        "bridge",      "valley",     "mountains", "mountain",
    "river",     "lake",     "sea",          "gulf",          "strait",      "straits",    "island",    "islands",
    "peninsula", "desert",   "coast",        "port",          "harbour",     "harbor",     "street",    "road",
    "highway",   "hospital", "university",   "palace",        "embassy",     "checkpoint", "dam",       "refinery",
    "oilfield",  "field",    "neighborhood", "neighbourhood", "quarter",     "suburb",     "suburbs",   "countryside",
    "county",    "oblast",   "prefecture",   "canton",        "strip",       "front",      "barracks",  "station",
    "market",    "mosque",   "church",       "roundabout",    "gate",        "heights",    "hills",     "plain",
    "basin",     "pass",     "canal",        "corridor",      "zone"};

static bool is_generic(const Text *text, uint32_t word) {
    for (size_t i = 0; i < sizeof generic / sizeof *generic; i++)
        if (text_word_is(text, word, generic[i]))
            return true;
    return false;
}

static bool is_proper(const Text *text, const Reading *reading, uint32_t word) {
    View letters = text_word(text, word);
    size_t at = 0;
    return reading->words[word].upos == UPOS_PROPN && letters.length > 1 && unicode_is_upper(utf8_next(letters, &at));
}

static uint32_t head_of(const Reading *reading, WordRange words) {
    for (uint32_t word = words.first; word < words.end; word++) {
        uint32_t head = reading->words[word].head;
        bool outside = head == word || head < words.first || head >= words.end;
        if (outside && reading->words[word].upos != UPOS_DET && reading->words[word].upos != UPOS_ADP)
            return word;
    }
    return words.end - 1;
}

static bool push(Arena *arena, PlaceList *list, const Reading *reading, WordRange words, float score, bool guessed) {
    PlaceMention mention = {.words = words, .head = head_of(reading, words), .score = score, .guessed = guessed};
    return list_push(arena, list, mention);
}

/* The name with a generic noun behind it, when the noun is the head of the name's phrase. */
static WordRange with_generic(const Text *text, const Reading *reading, WordRange name) {
    uint32_t behind = name.end;
    if (behind >= text->word_count || text->words[behind].sentence != text->words[name.first].sentence ||
        !is_generic(text, behind))
        return name;
    uint32_t head = reading->words[name.end - 1].head;
    bool belongs = head == behind || (head >= name.first && head < name.end && reading->words[head].head == behind);
    return belongs ? (WordRange){name.first, behind + 1} : name;
}

static bool overlaps(const PlaceList *list, WordRange words) {
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].words.first < words.end && words.first < list->items[i].words.end)
            return true;
    return false;
}

static bool named_otherwise(const Reading *reading, uint32_t word) {
    for (size_t i = 0; i < reading->name_count; i++)
        if (word >= reading->names[i].words.first && word < reading->names[i].words.end)
            return true;
    return false;
}

/* Does the network see anything happen there? */
static bool points_at(const Reading *reading, WordRange words) {
    for (size_t i = 0; i < reading->trigger_count; i++)
        for (size_t k = 0; k < reading->triggers[i].arguments.count; k++) {
            const Argument *argument = &reading->triggers[i].arguments.items[k];
            if (argument->role == ROLE_PLACE && argument->score > POINTED_SCORE && range_holds(words, argument->word))
                return true;
        }
    return false;
}

/* Runs of capitalised proper nouns that are no name of the network, no time and no part of an actor's name. */
static Code add_candidates(Arena *arena, const Text *text, const Reading *reading, const Mentions *mentions,
                           PlaceList *list, Error *error) {
    for (uint32_t word = 0; word < text->word_count;) {
        uint32_t end = word, sentence = text->words[word].sentence;
        while (end < text->word_count && text->words[end].sentence == sentence && is_proper(text, reading, end) &&
               !named_otherwise(reading, end) && mentions->time_at[end] < 0)
            end++;
        WordRange run = {word, end};
        if (end > word && end - word <= 4 && !overlaps(list, run) &&
            !push(arena, list, reading, with_generic(text, reading, run), CANDIDATE_SCORE, !points_at(reading, run)))
            return error_memory(error);
        word = end > word ? end : word + 1;
    }
    return OK;
}

/* "hospital" with what stands in front of it: "the military hospital". */
static WordRange with_front(const Text *text, const Reading *reading, uint32_t head) {
    static const char *const front[] = {"compound", "amod", "flat", "nummod", NULL};
    uint32_t first = head;
    while (first > 0 && text->words[first - 1].sentence == text->words[head].sentence &&
           reading->words[first - 1].head >= first && reading->words[first - 1].head <= head &&
           relation_among(reading, first - 1, front))
        first--;
    return (WordRange){first, head + 1};
}

/* Nouns that the network sees as the place of an event and nothing else has claimed. */
static Code add_described(Arena *arena, const Text *text, const Reading *reading, const Mentions *mentions,
                          PlaceList *list, Error *error) {
    for (size_t i = 0; i < reading->trigger_count; i++) {
        const TriggerReading *trigger = &reading->triggers[i];
        for (size_t k = 0; trigger->score >= TRIGGER_SCORE && k < trigger->arguments.count; k++) {
            const Argument *argument = &trigger->arguments.items[k];
            Upos upos = word_upos(reading, argument->word);
            if (argument->role != ROLE_PLACE || argument->score < DESCRIBED_SCORE ||
                (upos != UPOS_NOUN && upos != UPOS_PROPN) || mentions->time_at[argument->word] >= 0)
                continue;
            WordRange words = with_front(text, reading, argument->word);
            PlaceMention mention = {
                .words = words, .head = argument->word, .score = argument->score, .described = upos == UPOS_NOUN};
            if (!overlaps(list, words) && !list_push(arena, list, mention))
                return error_memory(error);
        }
    }
    return OK;
}

static void sort(PlaceList *list) { /* nearly in order already */
    for (size_t i = 1; i < list->count; i++)
        for (size_t j = i; j > 0 && list->items[j].words.first < list->items[j - 1].words.first; j--) {
            PlaceMention mention = list->items[j];
            list->items[j] = list->items[j - 1];
            list->items[j - 1] = mention;
        }
}

Code places_find(Arena *arena, const MentionTables *tables, const Text *text, const Reading *reading,
                 Mentions *mentions, Error *error) {
    (void)tables;
    PlaceList list = {0};
    for (size_t i = 0; i < reading->name_count; i++) {
        const NameReading *name = &reading->names[i];
        WordRange words = name->words;
        while (words.first + 1 < words.end && reading->words[words.first].upos == UPOS_DET)
            words.first++;
        if (name->kind == NAME_LOC && !overlaps(&list, words) &&
            !push(arena, &list, reading, with_generic(text, reading, words), name->score, false))
            return error_memory(error);
    }
    Code code = add_described(arena, text, reading, mentions, &list, error);
    if (code == OK)
        code = add_candidates(arena, text, reading, mentions, &list, error);
    if (code != OK)
        return code;
    sort(&list);
    mentions->places = list.items;
    mentions->place_count = list.count;
    mentions->place_at = arena_array(arena, text->word_count, sizeof *mentions->place_at);
    if (text->word_count && !mentions->place_at)
        return error_memory(error);
    for (size_t i = 0; i < text->word_count; i++)
        mentions->place_at[i] = -1;
    for (size_t i = 0; i < list.count; i++)
        for (uint32_t word = list.items[i].words.first; word < list.items[i].words.end; word++)
            mentions->place_at[word] = (int32_t)i;
    return OK;
}
