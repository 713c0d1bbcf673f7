/* base: what every other room stands on. Knows nothing of news.
 *
 * View is text that somebody else owns; Buffer is text that it owns, with a maximum; Arena is where everything that
 * belongs to one report lives. A function that can fail returns a Code that must be looked at, its results come by
 * out-parameter, and the Error says what happened, where, and what to do next. Nothing here prints, exits or aborts.
 */
#ifndef ISNAD_BASE_H
#define ISNAD_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* --- errors --------------------------------------------------------------------------------------------------- */

/* The numbers are the exit codes of the command (DESIGN.md): 1 some input refused, 2 usage, 70 and above the machine.
 */
typedef enum Code {
    OK = 0,
    ERROR_INPUT = 1,   /* this input is refused; the next one may be fine */
    ERROR_USAGE = 2,   /* the caller asked for something that does not exist */
    ERROR_MEMORY = 70, /* no memory, or a limit of ours on it */
    ERROR_FILE = 71,   /* the system refused to open, read or write */
    ERROR_DATA = 72    /* weights or tables missing, cut, or of another version */
} Code;

typedef struct Error {
    Code code;
    char message[480]; /* UTF-8, no line break: what, where, and what to do next */
} Error;

/* Fills error (which may be NULL) and returns code, so that a function can end in `return error_set(...)`. */
Code error_set(Error *error, Code code, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* The one message for memory that ran out. */
Code error_memory(Error *error);

/* --- views ---------------------------------------------------------------------------------------------------- */

typedef struct View {
    const char *data; /* not owned, not terminated; valid UTF-8 everywhere behind read/ */
    size_t length;    /* bytes */
} View;

#define VIEW(literal) ((View){(literal), sizeof(literal) - 1})
View view(const char *terminated); /* NULL gives the empty view with data NULL: "unknown" */
View view_slice(View text, size_t start, size_t end);
bool view_equal(View a, View b);
bool view_equal_folded(View a, View b);               /* ASCII letters only are folded */
bool view_among(View text, const char *const *words); /* one of the words, of which NULL is the last */
bool view_starts(View text, View prefix);
bool view_ends(View text, View suffix);
int view_compare(View a, View b); /* byte order, for qsort and bsearch */
/* First place of needle at or after from, or SIZE_MAX. */
size_t view_find(View text, View needle, size_t from);
View view_trim(View text); /* without ASCII white space at both ends */
/* Takes the part before the next `separator` off the front of *rest; false when *rest is used up. */
bool view_split(View *rest, char separator, View *part);
/* The whole view as a decimal number; false when it is anything else. */
bool view_to_long(View text, long *value);
bool view_to_double(View text, double *value);

/* --- arena ---------------------------------------------------------------------------------------------------- */

typedef struct Arena Arena;

/* An arena of at most `maximum` bytes in all (0: no limit but the machine's). NULL when there is no memory. */
Arena *arena_new(size_t maximum);
/* Zeroed memory that lives until arena_reset or arena_free, aligned for any type; NULL when there is no more. */
void *arena_take(Arena *arena, size_t size);
/* An array of count items; NULL on overflow too. */
void *arena_array(Arena *arena, size_t count, size_t size);
/* Copies the text into the arena (and a terminating zero behind it); data is NULL when there is no more memory. */
View arena_copy(Arena *arena, View text);
View arena_format(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
void arena_reset(Arena *arena); /* keeps the blocks for the next report */
void arena_free(Arena *arena);
size_t arena_used(const Arena *arena);

/* A growing array inside an arena: LIST(Type) name; then list_push(arena, &name, value). On growth the items move, so
 * keep indices and not pointers. list_push is false when there is no more memory. */
#define LIST(Type)                                                                                                     \
    struct {                                                                                                           \
        Type *items;                                                                                                   \
        size_t count, room;                                                                                            \
    }
#define list_push(arena, list, ...)                                                                                    \
    (list_reserve_((arena), (void **)&(list)->items, (list)->count, &(list)->room, sizeof *(list)->items)              \
         ? ((list)->items[(list)->count++] = (__VA_ARGS__), true)                                                      \
         : false)
bool list_reserve_(Arena *arena, void **items, size_t count, size_t *room, size_t size);

/* --- buffer --------------------------------------------------------------------------------------------------- */

typedef struct Buffer {
    char *data;
    size_t length, room, maximum; /* bytes; a maximum of 0: no limit but the machine's */
    bool failed;                  /* no memory or over the maximum: later appends do nothing, look once at the end */
} Buffer;

void buffer_init(Buffer *buffer, size_t maximum);
void buffer_append(Buffer *buffer, View text);
void buffer_byte(Buffer *buffer, char byte);
void buffer_format(Buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buffer_clear(Buffer *buffer);
void buffer_free(Buffer *buffer);
View buffer_view(const Buffer *buffer);

/* --- UTF-8 and Unicode (utf8proc stands behind unicode.c) -------------------------------------------------------- */

#define UTF8_BAD 0xFFFFFFFFu
/* The code point at *position (bytes), which moves on behind it; UTF8_BAD for a malformed byte (position moves one). */
uint32_t utf8_next(View text, size_t *position);
/* The code point that ends at *position, which moves before it. Only on valid text. */
uint32_t utf8_previous(View text, size_t *position);
size_t utf8_write(uint32_t code_point, char out[4]); /* bytes written */
/* SIZE_MAX when the text is valid UTF-8, else the place of the first bad byte. */
size_t utf8_invalid(View text);
size_t utf8_count(View text); /* code points */

bool unicode_is_letter(uint32_t code_point); /* letters and marks */
bool unicode_is_mark(uint32_t code_point);
bool unicode_is_number(uint32_t code_point); /* digits, and numbers such as U+00BD (one half) */
bool unicode_is_upper(uint32_t code_point);
bool unicode_is_lower(uint32_t code_point);
bool unicode_is_digit(uint32_t code_point);
bool unicode_is_space(uint32_t code_point);
bool unicode_is_punctuation(uint32_t code_point); /* and symbols */
bool unicode_is_symbol(uint32_t code_point);      /* + < = > | ~ $ ^ ` and the like, not punctuation proper */
bool unicode_is_control(uint32_t code_point);     /* controls and formats (zero-width joiners, direction marks) */
uint32_t unicode_lower(uint32_t code_point);
uint32_t unicode_upper(uint32_t code_point);
/* NFC; origin, when given, receives for each byte of the result (and its end) the byte of text that it came from. */
View unicode_nfc(Arena *arena, View text, uint32_t **origin);
/* For comparing names: NFKD without marks, case folded, quotation marks and hyphens as one space, spaces as one,
 * trimmed. The same word for the same name wherever it is written. */
View unicode_fold(Arena *arena, View text);
/* Lower-cased, decomposed (NFD), without non-spacing marks: what an uncased model reads. */
View unicode_plain(Arena *arena, View text);

/* --- hash map: View -> number ----------------------------------------------------------------------------------- */

typedef struct Map Map;
Map *map_new(Arena *arena);                       /* lives in the arena; keys are not copied */
bool map_set(Map *map, View key, uint32_t value); /* false: no memory */
bool map_get(const Map *map, View key, uint32_t *value);
size_t map_count(const Map *map);

/* --- JSON writing ------------------------------------------------------------------------------------------------- */

typedef struct Json {
    Buffer *out;
    bool comma; /* the next value needs one */
} Json;

void json_init(Json *json, Buffer *out);
void json_object_begin(Json *json); /* { (not json_object: jansson has functions of that name) */
void json_object_end(Json *json);   /* } */
void json_array_begin(Json *json);  /* [ */
void json_array_end(Json *json);    /* ] */
void json_key(Json *json, const char *key);
void json_text(Json *json, View text); /* null when text.data is NULL */
void json_number(Json *json, long long value);
/* At most `digits` digits behind the point, trailing zeros left out; null for what is no number. */
void json_decimal(Json *json, double value, int digits);
void json_boolean(Json *json, bool value);
void json_nothing(Json *json); /* null */

/* --- JSON reading (jansson stands behind json_read.c) ---------------------------------------------------------------
 */

typedef struct JsonValue JsonValue;
typedef enum JsonKind {
    JSON_KIND_NONE, /* no value: a member or item that is not there */
    JSON_KIND_NULL,
    JSON_KIND_BOOLEAN,
    JSON_KIND_NUMBER,
    JSON_KIND_TEXT,
    JSON_KIND_ARRAY,
    JSON_KIND_OBJECT
} JsonKind;

/* One whole JSON value. ERROR_INPUT says "NAME:LINE:COLUMN: ..."; first_line is the number of text's first line in NAME
 * (1 for a whole file). The caller frees the value; everything below lives as long as it, except where it says so. */
Code json_value_parse(View text, const char *name, size_t first_line, JsonValue **value, Error *error);
void json_value_free(JsonValue *value); /* only the value that came from json_value_parse; NULL is fine */
/* All of these take NULL ("not there") and any kind, and then answer NONE, NULL, 0, false or the view with data NULL.
 */
JsonKind json_value_kind(const JsonValue *value);
const JsonValue *json_value_member(const JsonValue *object, const char *key);
const JsonValue *json_value_item(const JsonValue *array, size_t index);
size_t json_value_count(const JsonValue *value); /* items of an array, members of an object */
View json_value_text(const JsonValue *value);    /* terminated by a zero */
bool json_value_number(const JsonValue *value, double *number);
bool json_value_integer(const JsonValue *value, long long *number); /* false for 1.5 */
bool json_value_boolean(const JsonValue *value, bool *boolean);

/* The members of an object in the order of the text: JsonMember member = {0}; while (json_value_next(object, &member))
 */
typedef struct JsonMember {
    View key;
    const JsonValue *value;
    void *place;
} JsonMember;
bool json_value_next(const JsonValue *object, JsonMember *member);

/* --- table files: UTF-8, TAB-separated, `#` starts a comment line, first line `#isnad NAME VERSION` --------------- */

typedef struct Table Table;
typedef struct Row {
    size_t line; /* 1-based, for messages */
    View *fields;
    size_t count;
} Row;

/* Reads the file (gzip too, by content) whole into the arena. The error names file, line and cure: wrong first line,
 * malformed UTF-8, a row with fewer than minimum or more than maximum fields. */
Code table_open(Arena *arena, const char *folder, const char *file, size_t minimum, size_t maximum, Table **table,
                Error *error);
/* The same for a user's file, which may have any name: `name` is that of its first line. */
Code table_open_own(Arena *arena, const char *path, const char *name, size_t minimum, size_t maximum, Table **table,
                    Error *error);
bool table_next(Table *table,
                Row *row); /* row->fields is good until the next call, the views for as long as the arena */
/* Opens the table and gives each of its rows to `take`, which puts it into `into`; ends at the first that is not OK. */
typedef Code TakeRow(Arena *arena, void *into, const Table *table, const Row *row, Error *error);
Code table_each(Arena *arena, const char *folder, const char *file, size_t minimum, size_t maximum, TakeRow *take,
                void *into, Error *error);
/* What table_next has not given yet, comment lines and all: for a reader that searches a sorted table itself. */
View table_rest(const Table *table);
/* For a reader that finds a fault in a row: fills the error with file, line and the words. */
Code table_fault(const Table *table, const Row *row, Error *error, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* A whole file into memory (at most maximum bytes, 0 for no limit), gzip left as it is. */
Code file_read(Arena *arena, const char *path, size_t maximum, View *content, Error *error);
/* The system's refusal in errno as an error: "PATH: WHAT: No such file or directory", in English everywhere. */
Code file_fault(const char *path, const char *what, Error *error);
/* A file mapped read-only; file_unmap gives it back. */
Code file_map(const char *path, View *content, Error *error);
void file_unmap(View content);
bool gzip_is(View content); /* told by its first bytes */
/* ERROR_INPUT, with name in front, for one that is damaged or unpacks to more than maximum bytes. */
Code gzip_unpack(Arena *arena, View packed, const char *name, size_t maximum, View *content, Error *error);

/* --- packed bytes as a stream (zlib stands behind gzip.c, libzstd behind zstd.c) --------------------------------- */

typedef enum Packing {
    PACKING_NONE,
    PACKING_GZIP,
    PACKING_ZSTD,
    PACKING_DEFLATE /* HTTP's: zlib's frame, or none at all */
} Packing;
Packing packing_of(View head); /* told by the first bytes: none, gzip or zstd */

typedef enum UnpackState {
    UNPACK_GOES_ON, /* more of the packed bytes is wanted, or more room */
    UNPACK_END,     /* the member (gzip) or frame (zstd) is whole; the next step begins another */
    UNPACK_DAMAGED,
    UNPACK_NO_MEMORY
} UnpackState;
typedef struct Unpacker Unpacker;
Unpacker *unpacker_new(Packing packing); /* NULL: no memory */
/* Unpacks from the front of *packed, which loses what was used, into out; *made: the bytes written, good ones also when
 * damage follows. */
UnpackState unpacker_step(Unpacker *unpacker, View *packed, char *out, size_t room, size_t *made);
bool unpacker_restart(Unpacker *unpacker); /* for another member after damage; false: no memory */
void unpacker_free(Unpacker *unpacker);    /* NULL is fine */

/* --- days ------------------------------------------------------------------------------------------------------- */

/* A day is the number of days since 1970-01-01 in the proleptic Gregorian calendar. */
typedef int32_t Day;
#define DAY_UNKNOWN INT32_MIN
Day day_from(int year, int month, int day); /* DAY_UNKNOWN when there is no such day */
/* A day of the Iranian calendar, by the 33-year cycle of its leap years (right for 1799 to 2124). */
Day day_from_solar(int year, int month, int day);
void day_split(Day day, int *year, int *month, int *of_month);
int day_weekday(Day day);               /* 0 Monday .. 6 Sunday */
bool day_parse(View iso, Day *day);     /* "2020-01-24", or longer with a time behind it */
View day_format(Arena *arena, Day day); /* "2020-01-24"; data NULL for DAY_UNKNOWN */

/* --- limits ------------------------------------------------------------------------------------------------------ */

#define LIMIT_REPORT_BYTES   ((size_t)32 << 20)  /* a longer report is refused with a message */
#define LIMIT_REPORT_ARENA   ((size_t)1 << 30)   /* memory that one report may take in all */
#define LIMIT_RECORD_BYTES   ((size_t)256 << 20) /* a record's JSON */
#define LIMIT_TABLE_BYTES    ((size_t)256 << 20) /* a table, unpacked */
#define LIMIT_SENTENCE_WORDS 400 /* a longer "sentence" is cut, at a comma or semicolon when there is one */

#endif
