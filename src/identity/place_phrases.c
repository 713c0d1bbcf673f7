/* identity/place_phrases: places as news puts them: "Anbar province", "Benghazi, Libya", "eastern Aleppo", "northern
 * Iraq", "Kidal airport", "the Yemeni capital". The name as it stands goes first; then each rule in turn, until one
 * finds.
 */
#include "identity/tables_inside.h"
#include <math.h>
#include <string.h>

/* Words behind or in front of a name that say what it is. */
typedef struct KindWords {
    const char *word;
    bool front;
    const char *kind; /* what the place is then; NULL: as the table has it */
} KindWords;

static const KindWords PROVINCES[] = {
    {" province", false, NULL},
    {" governorate", false, NULL},
    {" oblast", false, NULL},
    {" region", false, NULL},
    {" state", false, NULL},
    {" prefecture", false, NULL},
    {" county", false, NULL},
    {" department", false, NULL},
    {" republic", false, NULL},
    {" provinces", false, NULL},
    {" countryside", false, NULL},
    {"province of ", true, NULL},
    {"governorate of ", true, NULL},
    {"region of ", true, NULL},
    {"state of ", true, NULL},
    {"department of ", true, NULL},
    {"republic of ", true, NULL},
    {"countryside of ", true, NULL},
    {NULL, false, NULL},
};
static const KindWords PLACES[] = {
    {" city", false, NULL},
    {" town", false, NULL},
    {" village", false, NULL},
    {" district", false, NULL},
    {" area", false, NULL},
    {" municipality", false, NULL},
    {" camp", false, NULL},
    {" island", false, NULL},
    {" subdistrict", false, NULL},
    {" sub district", false, NULL},
    {" neighborhood", false, NULL},
    {" neighbourhood", false, NULL},
    {" quarter", false, NULL},
    {" suburb", false, NULL},
    {" township", false, NULL},
    {" valley", false, NULL},
    {" desert", false, NULL},
    {" peninsula", false, NULL},
    {" refugee camp", false, NULL},
    {"city of ", true, NULL},
    {"town of ", true, NULL},
    {"village of ", true, NULL},
    {"district of ", true, NULL},
    {"port of ", true, NULL},
    {"area of ", true, NULL},
    {"island of ", true, NULL},
    {"municipality of ", true, NULL},
    {"neighborhood of ", true, NULL},
    {"neighbourhood of ", true, NULL},
    {"suburb of ", true, NULL},
    {"outskirts of ", true, NULL},
    {"suburbs of ", true, NULL},
    {"centre of ", true, NULL},
    {"center of ", true, NULL},
    {"heart of ", true, NULL},
    {"streets of ", true, NULL},
    {"port city of ", true, NULL},
    {"capital city of ", true, NULL},
    {"border town of ", true, NULL},
    {" international airport", false, "airport"},
    {" military airport", false, "airport"},
    {" airport", false, "airport"},
    {"airport of ", true, "airport"},
    {" air base", false, "base"},
    {" airbase", false, "base"},
    {" military base", false, "base"},
    {" base", false, "base"},
    {" border crossing", false, "border"},
    {" crossing", false, "border"},
    {" prison", false, "quarter"},
    {NULL, false, NULL},
};
static const KindWords DIRECTIONS[] = {
    {"northern ", true, NULL},
    {"southern ", true, NULL},
    {"eastern ", true, NULL},
    {"western ", true, NULL},
    {"northeastern ", true, NULL},
    {"northwestern ", true, NULL},
    {"southeastern ", true, NULL},
    {"southwestern ", true, NULL},
    {"north eastern ", true, NULL},
    {"north western ", true, NULL},
    {"south eastern ", true, NULL},
    {"south western ", true, NULL},
    {"northeast ", true, NULL},
    {"northwest ", true, NULL},
    {"southeast ", true, NULL},
    {"southwest ", true, NULL},
    {"central ", true, NULL},
    {"north east ", true, NULL},
    {"north west ", true, NULL},
    {"south east ", true, NULL},
    {"south west ", true, NULL},
    {"north ", true, NULL},
    {"south ", true, NULL},
    {"east ", true, NULL},
    {"west ", true, NULL},
    {"downtown ", true, NULL},
    {"upper ", true, NULL},
    {"lower ", true, NULL},
    {"rural ", true, NULL},
    {"greater ", true, NULL},
    {"inner ", true, NULL},
    {"mainland ", true, NULL},
    {"old ", true, NULL},
    {"north of ", true, NULL},
    {"south of ", true, NULL},
    {"east of ", true, NULL},
    {"west of ", true, NULL},
    {"northern part of ", true, NULL},
    {"southern part of ", true, NULL},
    {"eastern part of ", true, NULL},
    {"western part of ", true, NULL},
    {"northern countryside of ", true, NULL},
    {"southern countryside of ", true, NULL},
    {"eastern countryside of ", true, NULL},
    {"western countryside of ", true, NULL},
    {NULL, false, NULL},
};

/* Takes one of the words off the name; NULL when none is there. */
static const KindWords *strip(View *name, const KindWords *words) {
    for (; words->word; words++) {
        View word = view(words->word);
        if (name->length <= word.length)
            continue;
        if (words->front && view_starts(*name, word)) {
            *name = view_slice(*name, word.length, name->length);
            return words;
        }
        if (!words->front && view_ends(*name, word)) {
            *name = view_slice(*name, 0, name->length - word.length);
            return words;
        }
    }
    return NULL;
}

static const CountryEntry *country_named(const Tables *tables, View name, bool adjective) {
    CountryHit hit;
    if (!country_find(tables, name, &hit, 1))
        return NULL;
    bool fits = hit.kind == COUNTRY_NAME || (adjective && hit.kind == COUNTRY_ADJECTIVE);
    return fits ? hit.country : NULL;
}

/* "the Yemeni capital", "capital of Yemen" */
static size_t find_capital(const Tables *tables, View key, PlaceEntry *hits, size_t room) {
    static const KindWords WORDS[] = {{" capital", false, NULL}, {"capital of ", true, NULL}, {NULL, false, NULL}};
    View name = key;
    if (!room || !strip(&name, WORDS))
        return 0;
    const CountryEntry *country = country_named(tables, name, true);
    if (!country || !country->capital.data)
        return 0;
    hits[0] =
        (PlaceEntry){country->capital, country->alpha3, {NULL, 0}, VIEW("capital"), country->lat, country->lon, 0};
    return 1;
}

/* "benghazi, libya", "paris, texas": those of the first name that lie in the second. */
static size_t find_within(const Tables *tables, View key, PlaceEntry *hits, size_t room) {
    size_t comma = view_find(key, VIEW(", "), 0), count = 0;
    if (comma == SIZE_MAX)
        return 0;
    View inside = view_slice(key, comma + 2, key.length);
    const CountryEntry *country = country_named(tables, inside, false);
    PlaceEntry all[32];
    size_t found = place_find_exactly(&tables->places, view_slice(key, 0, comma), false, all, 32);
    for (size_t i = 0; i < found && count < room; i++)
        if ((country && view_starts(all[i].countries, country->alpha3)) ||
            (all[i].admin1.data && view_equal_folded(all[i].admin1, inside)))
            hits[count++] = all[i];
    for (size_t i = 0; i < found && !count && i < room; i++)
        hits[i] = all[i];
    return count ? count : found < room ? found : room;
}

/* Also "al Hawija" for "Hawija" and the other way round. */
static size_t find_core(const PlaceTable *table, View key, bool provinces, PlaceEntry *hits, size_t room) {
    char longer[PHRASE_BYTES];
    size_t count = place_find_exactly(table, key, provinces, hits, room);
    if (count)
        return count;
    if (view_starts(key, VIEW("al ")) || view_starts(key, VIEW("el ")))
        return place_find_exactly(table, view_slice(key, 3, key.length), provinces, hits, room);
    View words[2] = {VIEW("al"), key};
    View name = phrase_key(words, 0, 2, longer);
    return name.length ? place_find_exactly(table, name, provinces, hits, room) : 0;
}

/* "Anbar province": provinces first; "the city of Mosul", "Hawija district", "Kidal airport": any. */
static size_t find_by_kind(const PlaceTable *table, View key, PlaceEntry *hits, size_t room) {
    View name = key;
    if (strip(&name, PROVINCES)) {
        size_t count = find_core(table, name, true, hits, room);
        return count ? count : find_core(table, name, false, hits, room);
    }
    const KindWords *word = strip(&name, PLACES);
    size_t count = word ? find_core(table, name, false, hits, room) : 0;
    for (size_t i = 0; i < count && word->kind; i++)
        hits[i].kind = view(word->kind);
    return count;
}

static size_t find_name(const Tables *tables, View key, PlaceEntry *hits, size_t room) {
    size_t count = find_core(&tables->places, key, false, hits, room);
    return count ? count : find_by_kind(&tables->places, key, hits, room);
}

/* "eastern Aleppo" is at Aleppo; "northern Iraq" is a region of Iraq, nobody says where its middle is. */
static size_t find_part(const Tables *tables, View key, PlaceEntry *hits, size_t room) {
    View name = key;
    if (!room || !strip(&name, DIRECTIONS))
        return 0;
    name = name_key(name);
    const CountryEntry *country = country_named(tables, name, false);
    if (country) {
        hits[0] = (PlaceEntry){country->name, country->alpha3, {NULL, 0}, VIEW("region"), NAN, NAN, 0};
        return 1;
    }
    return find_name(tables, name, hits, room);
}

size_t place_find(const Tables *tables, View folded, PlaceEntry *hits, size_t room) {
    View key = name_key(folded);
    if (key.length == 0)
        return 0;
    size_t count = find_name(tables, key, hits, room);
    if (!count)
        count = find_capital(tables, key, hits, room);
    if (!count)
        count = find_within(tables, key, hits, room);
    if (!count)
        count = find_part(tables, key, hits, room);
    return count;
}

size_t place_find_alike(const Tables *tables, View folded, View country, PlaceEntry *hits, size_t room) {
    char key[PHRASE_BYTES];
    View name = name_key(folded);
    if (!strip(&name, PLACES))
        strip(&name, PROVINCES);
    View sound = sound_key(name, key);
    PlaceEntry all[64];
    size_t found = sound.length ? place_find_exactly(&tables->places, sound, false, all, 64) : 0, count = 0;
    for (size_t i = 0; i < found && count < room; i++)
        if (view_starts(all[i].countries, country))
            hits[count++] = all[i];
    return count;
}
