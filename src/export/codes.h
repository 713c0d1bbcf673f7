/* Private to export/: the tables that say what others call the same thing: cameo.tsv, country_codes.tsv (beside
 * countries.tsv), adm1.tsv, sectors.tsv, acled.tsv. */
#ifndef ISNAD_EXPORT_CODES_H
#define ISNAD_EXPORT_CODES_H

#include "base/base.h"

typedef struct CountryCodes {
    View alpha3, alpha2, cameo, name;
    View fips, numeric, cow, region; /* data NULL: none */
    bool centred;
    double lat, lon; /* where a map shows it */
} CountryCodes;

typedef struct CameoCode {
    View code, text, goldstein, contexts; /* contexts: separated by |, data NULL for none */
} CameoCode;

typedef struct SectorCodes {
    View code, icews, acled, ftm, stix; /* ftm, stix: data NULL for none */
} SectorCodes;

typedef struct AcledCode {
    View type, mode, disorder, event, sub_event;
} AcledCode;

typedef struct Codes Codes;

/* Everything lives in the arena. ERROR_DATA names file, line and cure. */
Code codes_open(Arena *arena, const char *folder, Codes **codes, Error *error);

/* NULL when there is none: of an alpha-3 code or CAMEO's; of a CAMEO code; of three letters; of a type and mode. */
const CountryCodes *codes_country(const Codes *codes, View code);
const CameoCode *codes_cameo(const Codes *codes, View code);
const SectorCodes *codes_sector(const Codes *codes, View sector);
const AcledCode *codes_acled(const Codes *codes, View type, View mode);
/* The code of a first-order division behind its country's; data NULL when unknown. */
View codes_adm1(const Codes *codes, View country, View admin1);

/* A CAMEO actor code is a country, or none, and sectors of three letters each: "IRQREB", "NGO". */
const CountryCodes *codes_actor_country(const Codes *codes, View code);
View codes_actor_sectors(const Codes *codes, View code); /* "REB"; "" for none */
const SectorCodes *codes_first_sector(const Codes *codes, View code);

/* 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict: of a CAMEO code (GDELT: roots
 * 01 to 05, 06 to 08, 09 to 13, 14 to 20), or of a PLOVER type. 0 for none. */
int quad_of_cameo(View code);
int quad_of_type(View type);

#endif
