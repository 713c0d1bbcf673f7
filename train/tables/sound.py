"""How a name sounds: a key that is the same for the many ways in which Arabic, Persian, Cyrillic and other names are written in
Latin letters. The same as sound_key of src/identity/sound.c; tests/identity/test_tables.c asks for names that only it finds."""
ARTICLES = set("al as ash az an at ath ad adh ar el es er ul ud us ur".split())
PAIRS = {"kh": "x", "gh": "j", "sh": "c", "ch": "c", "zh": "j", "dj": "j", "th": "t", "dh": "d", "ph": "f", "ck": "k"}
SINGLE = {"q": "k", "g": "j", "c": "k"}
SILENT = "aeiouyw"


def sound_key(folded):
    """Of a folded name; "" when it has other letters than a to z or fewer than three consonants."""
    words = [w for w in folded.split(" ") if w]
    if len(words) > 1:
        words = [w for w in words if w not in ARTICLES]
    out = []
    for word in words:
        i = 0
        while i < len(word):
            c, step = word[i], 1
            if not "a" <= c <= "z":
                return ""
            if word[i:i + 2] in PAIRS:
                c, step = PAIRS[word[i:i + 2]], 2
            elif c in SINGLE:
                c = SINGLE[c]
            elif c in SILENT:
                c = "a" if i == 0 and c not in "yw" else ""
            elif c == "h" and i == len(word) - 1:
                c = ""
            if c and (not out or out[-1] != c):
                out.append(c)
            i += step
    return "".join(out) if len(out) >= 3 else ""
