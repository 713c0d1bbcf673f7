/* export/ids: SHA-1 (FIPS 180-4) only as RFC 4122 needs it for UUIDs of names; nothing here keeps a secret. */
#include "export/ids.h"
#include <stdio.h>
#include <string.h>

#define BLOCK  64
#define DIGEST 20

/* isnad's namespace for UUIDs: drawn once. */
static const unsigned char namespace_bytes[16] = {0x9b, 0x3c, 0x61, 0x0e, 0x5f, 0x27, 0x4d, 0x8a,
                                                  0xb1, 0xd4, 0x2e, 0x70, 0xc8, 0x15, 0xaf, 0x93};

typedef struct Sha1 {
    uint32_t state[5];
    unsigned char block[BLOCK];
    uint64_t length; /* bytes so far */
} Sha1;

static uint32_t rotate(uint32_t word, int bits) {
    return word << bits | word >> (32 - bits);
}

static void mix(Sha1 *sha) {
    uint32_t w[80], s[5];
    memcpy(s, sha->state, sizeof s);
    for (int i = 0; i < 16; i++)
        w[i] = (uint32_t)sha->block[4 * i] << 24 | (uint32_t)sha->block[4 * i + 1] << 16 |
               (uint32_t)sha->block[4 * i + 2] << 8 | sha->block[4 * i + 3];
    for (int i = 16; i < 80; i++)
        w[i] = rotate(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    for (int i = 0; i < 80; i++) {
        static const uint32_t constants[4] = {0x5A827999, 0x6ED9EBA1, 0x8F1BBCDC, 0xCA62C1D6};
        uint32_t choice = i < 20   ? (s[1] & s[2]) | (~s[1] & s[3])
                          : i < 40 ? s[1] ^ s[2] ^ s[3]
                          : i < 60 ? (s[1] & s[2]) | (s[1] & s[3]) | (s[2] & s[3])
                                   : s[1] ^ s[2] ^ s[3];
        uint32_t next = rotate(s[0], 5) + choice + s[4] + constants[i / 20] + w[i];
        s[4] = s[3];
        s[3] = s[2];
        s[2] = rotate(s[1], 30);
        s[1] = s[0];
        s[0] = next;
    }
    for (int i = 0; i < 5; i++)
        sha->state[i] += s[i];
}

static void add(Sha1 *sha, const unsigned char *bytes, size_t count) {
    for (size_t i = 0; i < count; i++) {
        sha->block[sha->length++ % BLOCK] = bytes[i];
        if (sha->length % BLOCK == 0)
            mix(sha);
    }
}

static void digest_of(View name, unsigned char digest[DIGEST]) {
    Sha1 sha = {.state = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0}};
    add(&sha, namespace_bytes, sizeof namespace_bytes);
    add(&sha, (const unsigned char *)name.data, name.length);
    uint64_t bits = sha.length * 8;
    add(&sha, (const unsigned char[]){0x80}, 1);
    while (sha.length % BLOCK != BLOCK - 8)
        add(&sha, (const unsigned char[]){0}, 1);
    for (int shift = 56; shift >= 0; shift -= 8)
        add(&sha, (const unsigned char[]){(unsigned char)(bits >> shift)}, 1);
    for (int i = 0; i < DIGEST; i++)
        digest[i] = (unsigned char)(sha.state[i / 4] >> (24 - 8 * (i % 4)));
}

void uuid_of(View name, char uuid[UUID_LENGTH + 1]) {
    unsigned char digest[DIGEST];
    digest_of(name, digest);
    digest[6] = (unsigned char)((digest[6] & 0x0F) | 0x50);
    digest[8] = (unsigned char)((digest[8] & 0x3F) | 0x80);
    for (int i = 0, at = 0; i < 16; i++) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            uuid[at++] = '-';
        snprintf(uuid + at, 3, "%02x", digest[i]);
        at += 2;
    }
    uuid[UUID_LENGTH] = '\0';
}

long long number_of(View name) {
    unsigned char digest[DIGEST];
    uint64_t number = 0;
    digest_of(name, digest);
    for (int i = 0; i < 8; i++)
        number = number << 8 | digest[i];
    number >>= 64 - 53;
    return number ? (long long)number : 1;
}

#define PRINTED(text) (int)(text).length, (text).data

static bool is_hex(View text, size_t digits) {
    if (text.length != digits)
        return false;
    for (size_t i = 0; i < digits; i++)
        if (!((text.data[i] >= '0' && text.data[i] <= '9') || (text.data[i] >= 'a' && text.data[i] <= 'f')))
            return false;
    return true;
}

/* The digits of "sha256:<hex>"; data NULL for an id of another make. */
static View hex_of(View id) {
    View prefix = VIEW("sha256:"), hex;
    if (!view_starts(id, prefix))
        return view(NULL);
    hex = view_slice(id, prefix.length, id.length);
    return is_hex(hex, 64) ? hex : view(NULL);
}

View id_report(const Facts *facts) {
    View hex = hex_of(facts->id);
    char uuid[UUID_LENGTH + 1];
    if (hex.data)
        return facts_made(facts, arena_format(facts->arena, "nih:sha-256;%.*s", PRINTED(hex)));
    uuid_of(facts->id, uuid);
    return facts_made(facts, arena_format(facts->arena, "urn:uuid:%s", uuid));
}

View id_part(const Facts *facts, View part) {
    Buffer out;
    buffer_init(&out, 0);
    buffer_append(&out, id_report(facts));
    buffer_byte(&out, '#');
    for (size_t i = 0; i < part.length; i++) {
        char c = part.data[i];
        bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
        if (plain)
            buffer_byte(&out, c);
        else
            buffer_format(&out, "%%%02X", (unsigned char)c);
    }
    View made = out.failed ? view(NULL) : arena_copy(facts->arena, buffer_view(&out));
    buffer_free(&out);
    return facts_made(facts, made);
}

View id_actor(const Facts *facts, const ActorFact *actor) {
    char uuid[UUID_LENGTH + 1];
    if (!actor->shared)
        return id_part(facts, actor->id);
    uuid_of(actor->key, uuid);
    return facts_made(facts, arena_format(facts->arena, "urn:uuid:%s", uuid));
}

View id_uuid(const Facts *facts, const char *kind, View name) {
    char uuid[UUID_LENGTH + 1];
    View whole = arena_format(facts->arena, "%s %.*s", kind, PRINTED(name));
    if (!whole.data)
        return facts_made(facts, whole);
    uuid_of(whole, uuid);
    return facts_made(facts, arena_format(facts->arena, "%s--%s", kind, uuid));
}

View id_stix_part(const Facts *facts, const char *kind, View part) {
    View name = arena_format(facts->arena, "%.*s %.*s", PRINTED(facts->id), PRINTED(part));
    return facts_made(facts, name).data ? id_uuid(facts, kind, name) : name;
}

View id_row(const Facts *facts, const EventFact *event, size_t pair) {
    View hex = hex_of(facts->id);
    char uuid[UUID_LENGTH + 1];
    if (!hex.data) {
        uuid_of(facts->id, uuid);
        hex = view(uuid);
    }
    return facts_made(facts, arena_format(facts->arena, "%.16s-%.*s-%zu", hex.data, PRINTED(event->id), pair + 1));
}

long long number_row(const Facts *facts, const EventFact *event, size_t pair) {
    View name = arena_format(facts->arena, "%.*s %.*s %zu", PRINTED(facts->id), PRINTED(event->id), pair);
    return facts_made(facts, name).data ? number_of(name) : 0;
}
