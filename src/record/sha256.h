/* record/sha256: the digest that a text is known by (FIPS 180-4). Private to record/. */
#ifndef ISNAD_RECORD_SHA256_H
#define ISNAD_RECORD_SHA256_H

#include "base/base.h"

#define SHA256_HEX 64

/* 64 lower-case hexadecimal digits and a terminating zero. */
void sha256_hex(View bytes, char hex[SHA256_HEX + 1]);

#endif
