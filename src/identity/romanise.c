/* identity/romanise: names of other scripts in Latin letters, so that two spellings can be compared.
 *
 * In: a name. Out: the same folded (unicode_fold), Latin letters that no mark explains and Cyrillic ones by their
 * common English transliteration, Arabic and Persian ones by their consonants and long vowels; other scripts stay as
 * they are. Left out: short vowels, which Arabic does not write (likeness.c compares consonants), and anything that
 * depends on the language.
 */
#include "identity/likeness.h"
#include <string.h>

typedef struct Letter {
    uint32_t point;
    const char *latin;
} Letter;

/* By code point. */
static const Letter LETTERS[] = {
    {0x00C6, "ae"}, {0x00D0, "d"},  {0x00D8, "o"},  {0x00DE, "th"}, {0x00DF, "ss"}, {0x00E6, "ae"}, {0x00F0, "d"},
    {0x00F8, "o"},  {0x00FE, "th"}, {0x0110, "d"},  {0x0111, "d"},  {0x0131, "i"},  {0x0141, "l"},  {0x0142, "l"},
    {0x0152, "oe"}, {0x0153, "oe"}, {0x0404, "ye"}, {0x0406, "i"},  {0x0407, "yi"}, {0x0410, "a"},  {0x0411, "b"},
    {0x0412, "v"},  {0x0413, "g"},  {0x0414, "d"},  {0x0415, "e"},  {0x0416, "zh"}, {0x0417, "z"},  {0x0418, "i"},
    {0x0419, "y"},  {0x041A, "k"},  {0x041B, "l"},  {0x041C, "m"},  {0x041D, "n"},  {0x041E, "o"},  {0x041F, "p"},
    {0x0420, "r"},  {0x0421, "s"},  {0x0422, "t"},  {0x0423, "u"},  {0x0424, "f"},  {0x0425, "kh"}, {0x0426, "ts"},
    {0x0427, "ch"}, {0x0428, "sh"}, {0x0429, "sh"}, {0x042A, ""},   {0x042B, "y"},  {0x042C, ""},   {0x042D, "e"},
    {0x042E, "yu"}, {0x042F, "ya"}, {0x0430, "a"},  {0x0431, "b"},  {0x0432, "v"},  {0x0433, "g"},  {0x0434, "d"},
    {0x0435, "e"},  {0x0436, "zh"}, {0x0437, "z"},  {0x0438, "i"},  {0x0439, "y"},  {0x043A, "k"},  {0x043B, "l"},
    {0x043C, "m"},  {0x043D, "n"},  {0x043E, "o"},  {0x043F, "p"},  {0x0440, "r"},  {0x0441, "s"},  {0x0442, "t"},
    {0x0443, "u"},  {0x0444, "f"},  {0x0445, "kh"}, {0x0446, "ts"}, {0x0447, "ch"}, {0x0448, "sh"}, {0x0449, "sh"},
    {0x044A, ""},   {0x044B, "y"},  {0x044C, ""},   {0x044D, "e"},  {0x044E, "yu"}, {0x044F, "ya"}, {0x0451, "e"},
    {0x0454, "ye"}, {0x0456, "i"},  {0x0457, "yi"}, {0x0458, "j"},  {0x0490, "g"},  {0x0491, "g"},  {0x0621, ""},
    {0x0622, "a"},  {0x0623, "a"},  {0x0624, "u"},  {0x0625, "i"},  {0x0626, "i"},  {0x0627, "a"},  {0x0628, "b"},
    {0x0629, "a"},  {0x062A, "t"},  {0x062B, "th"}, {0x062C, "j"},  {0x062D, "h"},  {0x062E, "kh"}, {0x062F, "d"},
    {0x0630, "dh"}, {0x0631, "r"},  {0x0632, "z"},  {0x0633, "s"},  {0x0634, "sh"}, {0x0635, "s"},  {0x0636, "d"},
    {0x0637, "t"},  {0x0638, "z"},  {0x0639, "a"},  {0x063A, "gh"}, {0x0640, ""},   {0x0641, "f"},  {0x0642, "q"},
    {0x0643, "k"},  {0x0644, "l"},  {0x0645, "m"},  {0x0646, "n"},  {0x0647, "h"},  {0x0648, "w"},  {0x0649, "a"},
    {0x064A, "y"},  {0x0671, "a"},  {0x067E, "p"},  {0x0686, "ch"}, {0x0698, "zh"}, {0x06A9, "k"},  {0x06AF, "g"},
    {0x06CC, "y"},  {0x200C, ""},   {0x200D, ""},
};

static const char *latin_of(uint32_t point) {
    size_t low = 0, high = sizeof LETTERS / sizeof *LETTERS;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (LETTERS[middle].point == point)
            return LETTERS[middle].latin;
        if (LETTERS[middle].point < point)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static bool is_arabic_article(View name, size_t at) {
    return view_starts(view_slice(name, at, name.length), VIEW("\xD8\xA7\xD9\x84")) &&
           (at == 0 || name.data[at - 1] == ' ') && name.length > at + 8;
}

View name_romanised(Arena *arena, View name) {
    char *out = arena_take(arena, 2 * name.length + 1);
    size_t length = 0;
    for (size_t at = 0; out && at < name.length;) {
        if (is_arabic_article(name, at)) { /* "al-Sadr" is written in one */
            memcpy(out + length, "al ", 3);
            length += 3;
            at += 4;
            continue;
        }
        size_t start = at;
        const char *latin = latin_of(utf8_next(name, &at));
        View part = latin ? view(latin) : view_slice(name, start, at);
        memcpy(out + length, part.data, part.length);
        length += part.length;
    }
    return out ? unicode_fold(arena, (View){out, length}) : (View){NULL, 0};
}
