/* identity/tables_shapes: the columns of every table of this room. A new column, kind or word goes here first. */
#include "identity/tables_shapes.h"

#define MODES                                                                                                          \
    "abduct access aerial allege arrest assassinate assist ban beat boycott ceasefire censor change cleansing "        \
    "convict "                                                                                                         \
    "crowd-control curfew cyber demo deport destroy disapprove disarm discontinue drone ease execute expel "           \
    "explosives "                                                                                                      \
    "firearms heavy-weapons hunger investigate martial-law massacre meet militia misinformation multilateral "         \
    "obstruct "                                                                                                        \
    "phone police primitive relations release resign restrict return riot seize sexual strike suicide-attack "         \
    "territory "                                                                                                       \
    "third-party torture troops unconventional violence visit weapons withdraw withhold yield"
#define TYPES                                                                                                          \
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "    \
    "COERCE "                                                                                                          \
    "ASSAULT"
#define COMMITMENTS "said confirmed claimed alleged denied promised warned demanded supposed"
#define REGION_KINDS                                                                                                   \
    "continent world-region region province city sea strait river lake island mountain desert border camp base "       \
    "airport "                                                                                                         \
    "quarter"
#define ACTOR_KINDS "person group organization country"

#define TEXT(title)                                                                                                    \
    { title, COLUMN_TEXT, false, 0 }
#define TEXT_OR_NONE(title)                                                                                            \
    { title, COLUMN_TEXT, true, 0 }
#define VALUES(title)                                                                                                  \
    { title, COLUMN_VALUES, true, 0 }
#define ONE_OF(title, words)                                                                                           \
    { title, COLUMN_ONE_OF, false, words }
#define SOME_OF(title, words)                                                                                          \
    { title, COLUMN_ONE_OF, true, words }
#define KIND(title, kind)                                                                                              \
    { title, kind, false, 0 }
#define MAYBE(title, kind)                                                                                             \
    { title, kind, true, 0 }

#define ACTOR_COLUMNS                                                                                                  \
    {                                                                                                                  \
        TEXT("name"), ONE_OF("kind", ACTOR_KINDS), MAYBE("code", COLUMN_ACTOR_CODE),                                   \
            MAYBE("country", COLUMN_COUNTRIES), VALUES("aliases"), MAYBE("roles", COLUMN_ROLES), TEXT("source")        \
    }

const TableShape TABLE_SHAPES[] = {
    {.file = "countries.tsv",
     .count = 12,
     .fewest = 11,
     .keys = 1,
     .is_countries = true,
     .columns = {TEXT("alpha3"), TEXT("alpha2"), TEXT("cameo"), TEXT("name"), VALUES("aliases"), VALUES("adjectives"),
                 VALUES("people"), MAYBE("capitals", COLUMN_CAPITALS), VALUES("government"),
                 MAYBE("neighbours", COLUMN_COUNTRIES), TEXT("region"), TEXT_OR_NONE("centre")}},
    {.file = "regions.tsv",
     .count = 6,
     .keys = 1,
     .columns = {TEXT("name"), VALUES("aliases"), MAYBE("countries", COLUMN_COUNTRIES), ONE_OF("kind", REGION_KINDS),
                 MAYBE("latitude", COLUMN_LATITUDE), MAYBE("longitude", COLUMN_LONGITUDE)}},
    {.file = "places.tsv.gz",
     .count = 7,
     .is_places = true,
     .columns = {TEXT("name"), KIND("country", COLUMN_COUNTRIES), TEXT_OR_NONE("admin1"),
                 KIND("latitude", COLUMN_LATITUDE), KIND("longitude", COLUMN_LONGITUDE),
                 KIND("population", COLUMN_NUMBER), ONE_OF("kind", "capital seat city province district")}},
    {.file = "place_names.tsv.gz",
     .count = 2,
     .sorted = true,
     .columns = {TEXT("name"), KIND("places", COLUMN_PLACE_ROWS)}},
    {.file = "actors.tsv", .count = 7, .keys = 4, .columns = ACTOR_COLUMNS},
    {.file = "actors_derived.tsv.gz", .count = 7, .keys = 4, .columns = ACTOR_COLUMNS},
    {.file = "leaders.tsv",
     .count = 7,
     .keys = 6,
     .columns = {MAYBE("country", COLUMN_COUNTRIES), TEXT("name"), VALUES("aliases"), TEXT("office"),
                 KIND("from", COLUMN_DAY), MAYBE("to", COLUMN_DAY), ONE_OF("source", "own reign")}},
    {.file = "agents.tsv",
     .count = 6,
     .keys = 1,
     .columns = {TEXT("phrase"), TEXT_OR_NONE("plural"), SOME_OF("code", SECTORS), ONE_OF("kind", ACTOR_KINDS),
                 ONE_OF("weight", "firm weak"), ONE_OF("source", "own phoenix")}},
    {.file = "anonymous.tsv",
     .count = 5,
     .fewest = 3,
     .keys = 2,
     .columns = {ONE_OF("entry", "role reason"), TEXT("phrase"), TEXT_OR_NONE("plural or reason"), TEXT("role"),
                 ONE_OF("number", "one plural")}},
    {.file = "outlets.tsv",
     .count = 5,
     .keys = 1,
     .columns = {TEXT("name"), VALUES("aliases"),
                 ONE_OF("kind", "newspaper magazine agency broadcaster website social"),
                 MAYBE("country", COLUMN_COUNTRIES), TEXT("language")}},
    {.file = "cues.tsv",
     .count = 5,
     .keys = 3,
     .columns = {TEXT("phrase"), VALUES("forms"), ONE_OF("kind", "verb noun phrase"),
                 SOME_OF("manner", "direct indirect"), ONE_OF("commitment", COMMITMENTS)}},
    {.file = "types.tsv",
     .count = 5,
     .fewest = 4,
     .keys = 2,
     .columns = {TEXT("phrase"), ONE_OF("type", TYPES), SOME_OF("mode", MODES), KIND("cameo", COLUMN_NUMBER),
                 ONE_OF("sure", "sure")}},
    {.file = "persons.tsv",
     .count = 3,
     .keys = 1,
     .columns = {TEXT("name"), ONE_OF("gender", "female male both"), VALUES("alike")}},
    {.file = "name_words.tsv", .count = 3, .keys = 1, .columns = {TEXT("word"), VALUES("meanings"), TEXT("language")}},
    {.file = "titles.tsv",
     .count = 3,
     .keys = 1,
     .columns = {TEXT("word"), ONE_OF("kind", "address particle noun"), SOME_OF("gender", "female male")}},
    {.file = "letters.tsv", /* its letters are not folded: no keys */
     .count = 3,
     .columns = {TEXT("latin"), TEXT_OR_NONE("arabic"), KIND("cost", COLUMN_NUMBER)}},
    {.file = "dated.tsv", .count = 2, .keys = 2, .columns = {KIND("day", COLUMN_DAY), TEXT("words")}},
    {.file = "eras.tsv",
     .count = 3,
     .keys = 3,
     .columns = {KIND("from", COLUMN_DAY), MAYBE("to", COLUMN_DAY), TEXT("words")}},
    /* of exports */
    {.file = "cameo.tsv",
     .count = 4,
     .keys = 1,
     .columns = {KIND("code", COLUMN_NUMBER), TEXT("text"), TEXT("goldstein"), VALUES("contexts")}},
    {.file = "country_codes.tsv",
     .count = 5,
     .keys = 1,
     .columns = {KIND("alpha3", COLUMN_COUNTRIES), TEXT_OR_NONE("fips"), MAYBE("numeric", COLUMN_NUMBER),
                 MAYBE("cow", COLUMN_NUMBER), TEXT_OR_NONE("region")}},
    {.file = "adm1.tsv",
     .count = 3,
     .keys = 2,
     .columns = {KIND("country", COLUMN_COUNTRIES), TEXT("admin1"), TEXT("code")}},
    {.file = "sectors.tsv",
     .count = 5,
     .keys = 1,
     .columns = {ONE_OF("code", SECTORS), TEXT("icews"), TEXT("acled"), SOME_OF("ftm", "PublicBody Company"),
                 TEXT_OR_NONE("stix")}},
    {.file = "acled.tsv",
     .count = 5,
     .keys = 2,
     .columns = {ONE_OF("type", TYPES), ONE_OF("mode", MODES " *"), TEXT("disorder"), TEXT("event"),
                 TEXT("sub_event")}},
    {.file = 0},
};
