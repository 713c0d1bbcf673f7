/* identity/gazetteer: a block of places, looked up where it lies. In: the block and a folded name. Out: places. Nothing
 * in the block is trusted: every number read from it is compared with what is there, so that a damaged file gives fewer
 * answers and never a crash. How the block is made: gazetteer_make.c.
 */
#include "identity/gazetteer.h"
#include <string.h>

const char *const gazetteer_kinds[] = {"city", "capital", "seat", "province", "district", NULL};

/* Takes the next `size` bytes off the front of *rest; NULL when there are fewer. */
static const void *take(View *rest, uint64_t size) {
    if (size > rest->length)
        return NULL;
    const char *part = rest->data;
    *rest = (View){part + size, rest->length - (size_t)size};
    return part;
}

static const char *fault_of(const GazetteerHeader *header, size_t size) {
    if (memcmp(header->magic, "isnadplc", 8) != 0)
        return "it is no such file";
    if (header->order != 0x01020304u)
        return "it was made on a machine of another byte order";
    if (header->version != GAZETTEER_VERSION)
        return "it is of another version";
    return header->size == size ? NULL : "it is cut or longer than it says";
}

bool gazetteer_read(View block, Gazetteer *gazetteer, const char **why) {
    View rest = block;
    const GazetteerHeader *header = take(&rest, sizeof *header);
    *why = header ? fault_of(header, block.length) : "it is cut";
    if (*why)
        return false;
    *gazetteer = (Gazetteer){.block = block, .header = header};
    gazetteer->places = take(&rest, (uint64_t)header->place_count * sizeof(GazetteerPlace));
    gazetteer->divisions = gazetteer->places ? take(&rest, (uint64_t)header->division_count * 4) : NULL;
    gazetteer->blocks = gazetteer->divisions ? take(&rest, (uint64_t)header->block_count * 4) : NULL;
    gazetteer->texts = (View){gazetteer->blocks ? take(&rest, header->texts_size) : NULL, header->texts_size};
    gazetteer->names = rest;
    if (!gazetteer->texts.data || !header->texts_size || gazetteer->texts.data[header->texts_size - 1] != '\0' ||
        rest.length != header->names_bytes)
        *why = "its parts do not fit its size";
    return !*why;
}

bool gazetteer_is_whole(View block) {
    GazetteerHeader header;
    if (block.length < sizeof header)
        return false;
    memcpy(&header, block.data, sizeof header);
    return gazetteer_sum(view_slice(block, sizeof header, block.length)) == header.check;
}

uint32_t gazetteer_sum(View content) { /* FNV-1a */
    uint32_t sum = 2166136261u;
    for (size_t i = 0; i < content.length; i++)
        sum = (sum ^ (unsigned char)content.data[i]) * 16777619u;
    return sum;
}

/* gzip ends with the check sum and the size of what it holds. */
static bool gzip_tail(const char *folder, const char *file, uint32_t tail[2]) {
    Error ignored;
    View packed;
    char path[4096];
    size_t length = strlen(folder), rest = strlen(file);
    if (length + rest + 2 > sizeof path)
        return false;
    memcpy(path, folder, length);
    path[length] = '/';
    memcpy(path + length + 1, file, rest + 1);
    if (file_map(path, &packed, &ignored) != OK)
        return false;
    bool good = packed.length >= 18;
    if (good)
        memcpy(tail, packed.data + packed.length - 8, 8);
    file_unmap(packed);
    return good;
}

bool gazetteer_source(const char *folder, GazetteerHeader *header) {
    uint32_t places[2], names[2];
    if (!gzip_tail(folder, "places.tsv.gz", places) || !gzip_tail(folder, "place_names.tsv.gz", names))
        return false;
    header->places_sum = places[0];
    header->places_size = places[1];
    header->names_sum = names[0];
    header->names_size = names[1];
    return true;
}

bool gazetteer_is_fresh(const Gazetteer *gazetteer, const char *folder) {
    const GazetteerHeader *made = gazetteer->header;
    GazetteerHeader now;
    return !gazetteer_source(folder, &now) ||
           (now.places_sum == made->places_sum && now.places_size == made->places_size &&
            now.names_sum == made->names_sum && now.names_size == made->names_size);
}

/* --- names ------------------------------------------------------------------------------------------------------- */

typedef struct NameReader {
    const unsigned char *at, *end;
    char name[GAZETTEER_NAME + 1];
    size_t length;
    uint32_t places; /* of the name just read, whose numbers come next */
    bool bad;
} NameReader;

static uint32_t next_number(NameReader *reader) {
    uint32_t number = 0;
    for (unsigned shift = 0; shift < 35; shift += 7) {
        if (reader->at >= reader->end)
            break;
        unsigned char byte = *reader->at++;
        number |= (uint32_t)(byte & 0x7F) << shift;
        if (!(byte & 0x80))
            return number;
    }
    reader->bad = true;
    return 0;
}

static bool next_name(NameReader *reader) {
    uint32_t shared = next_number(reader), more = next_number(reader);
    if (reader->bad || shared > reader->length || more > GAZETTEER_NAME - shared ||
        more > (size_t)(reader->end - reader->at))
        return false;
    memcpy(reader->name + shared, reader->at, more);
    reader->at += more;
    reader->length = shared + more;
    reader->places = next_number(reader);
    return !reader->bad;
}

static bool open_block(const Gazetteer *gazetteer, size_t block, NameReader *reader) {
    const GazetteerHeader *header = gazetteer->header;
    uint32_t start = gazetteer->blocks[block];
    uint32_t end = block + 1 < header->block_count ? gazetteer->blocks[block + 1] : header->names_bytes;
    if (start > end || end > gazetteer->names.length)
        return false;
    const unsigned char *names = (const unsigned char *)gazetteer->names.data;
    reader->at = names + start;
    reader->end = names + end;
    reader->length = 0;
    reader->bad = false;
    return next_name(reader);
}

static int compare(const NameReader *reader, View key) {
    return view_compare((View){reader->name, reader->length}, key);
}

/* The block whose first name is the last one that does not come after the key. */
static bool find_block(const Gazetteer *gazetteer, View key, NameReader *reader) {
    size_t low = 0, high = gazetteer->header->block_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (!open_block(gazetteer, middle, reader))
            return false;
        if (compare(reader, key) <= 0)
            low = middle;
        else
            high = middle;
    }
    return high > 0 && open_block(gazetteer, low, reader);
}

size_t gazetteer_find(const Gazetteer *gazetteer, View key, uint32_t *numbers, size_t room) {
    NameReader reader;
    size_t count = 0;
    if (!find_block(gazetteer, key, &reader))
        return 0;
    for (int order; (order = compare(&reader, key)) <= 0;) {
        for (uint32_t i = 0; i < reader.places && !reader.bad; i++) {
            uint32_t number = next_number(&reader);
            if (order == 0 && count < room && !reader.bad)
                numbers[count++] = number;
        }
        if (order == 0 || reader.bad || reader.at >= reader.end || !next_name(&reader))
            break;
    }
    return count;
}

/* --- places ------------------------------------------------------------------------------------------------------ */

static View text_at(const Gazetteer *gazetteer, size_t at) {
    return at < gazetteer->texts.length ? view(gazetteer->texts.data + at) : (View){NULL, 0};
}

bool gazetteer_place(const Gazetteer *gazetteer, uint32_t number, PlaceEntry *place) {
    const GazetteerHeader *header = gazetteer->header;
    if (number >= header->place_count)
        return false;
    const GazetteerPlace *packed = &gazetteer->places[number];
    size_t kinds = 0;
    while (gazetteer_kinds[kinds])
        kinds++;
    if (packed->division >= header->division_count || packed->kind >= kinds)
        return false;
    View country = text_at(gazetteer, gazetteer->divisions[packed->division]);
    View name = text_at(gazetteer, packed->name);
    if (!country.data || !name.data)
        return false;
    View admin1 = text_at(gazetteer, (size_t)gazetteer->divisions[packed->division] + country.length + 1);
    *place = (PlaceEntry){.name = name,
                          .countries = country,
                          .admin1 = admin1.length ? admin1 : (View){NULL, 0},
                          .kind = view(gazetteer_kinds[packed->kind]),
                          .lat = packed->lat / 1000.0,
                          .lon = packed->lon / 1000.0,
                          .population = (long)packed->population};
    return true;
}
