/* identity/sound: how a name sounds. One key for the many ways in which Arabic, Persian, Cyrillic and other names are
 * written in Latin letters: "Jisr al-Shughur" and "Jisr ash Shughour". Vowels are silent but at the beginning of a
 * word, articles go, doubled letters are one. train/tables/sound.py is its twin: place_names.tsv.gz holds these keys
 * behind "~".
 */
#include "identity/names.h"
#include <string.h>

static bool is_article(View word) {
    static const char *const ARTICLES[] = {"al", "as", "ash", "az", "an", "at", "ath", "ad", "adh",
                                           "ar", "el", "es",  "er", "ul", "ud", "us",  "ur", NULL};
    for (const char *const *article = ARTICLES; *article; article++)
        if (view_equal(word, view(*article)))
            return true;
    return false;
}

/* Two letters that are one sound; 0 when they are not. */
static char pair_sound(char a, char b) {
    static const char PAIRS[][4] = {"khx", "ghj", "shc", "chc", "zhj", "djj", "tht", "dhd", "phf", "ckk"};
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
        if (PAIRS[i][0] == a && PAIRS[i][1] == b)
            return PAIRS[i][2];
    return 0;
}

/* 0: silent */
static char single_sound(char letter, bool first, bool last) {
    switch (letter) {
    case 'q':
    case 'c': return 'k';
    case 'g': return 'j';
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u': return first ? 'a' : 0;
    case 'y':
    case 'w': return 0;
    case 'h': return last ? 0 : 'h';
    default: return letter;
    }
}

/* False for a letter that is none of a to z. */
static bool add_word(View word, char key[PHRASE_BYTES], size_t *length) {
    for (size_t i = 0; i < word.length; i++) {
        char letter = word.data[i];
        if (letter < 'a' || letter > 'z')
            return false;
        char sound = i + 1 < word.length ? pair_sound(letter, word.data[i + 1]) : 0;
        size_t step = sound ? 1 : 0;
        if (!sound)
            sound = single_sound(letter, i == 0, i + 1 == word.length);
        if (sound && key[*length - 1] != sound && *length < PHRASE_BYTES)
            key[(*length)++] = sound;
        i += step;
    }
    return true;
}

View sound_key(View folded, char key[PHRASE_BYTES]) {
    size_t length = 1;
    bool several = view_find(folded, VIEW(" "), 0) != SIZE_MAX;
    key[0] = '~';
    View word;
    while (view_split(&folded, ' ', &word))
        if (!(several && is_article(word)) && !add_word(word, key, &length))
            return (View){key, 0};
    return (View){key, length < 4 ? 0 : length};
}
