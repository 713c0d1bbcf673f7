"""The folding that names are compared by: the same as unicode_fold of src/base/unicode.c, which isnad check-data verifies."""
import unicodedata

SPACES = set("\"'`-\u00ab\u00bb\u02bb\u02bc\u02be\u02bf\u2032\u2033\u2039\u203a\u2212")


def to_space(c):
    return c in SPACES or c.isspace() or "\u2010" <= c <= "\u2015" or "\u2018" <= c <= "\u201f"


def decoration(c):
    n = ord(c)
    return unicodedata.category(c)[0] == "M" and (n < 0x900 or 0x1AB0 <= n < 0x3000 or 0xFE00 <= n < 0xFE30)


def ignorable(c):
    return unicodedata.category(c) == "Cf" or c in "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0" or 0xFE00 <= ord(c) <= 0xFE0F


def fold(name):
    out = []
    for c in name:
        if to_space(c):
            out.append(" ")
        elif ord(c) < 0x80:
            out.append(c.lower())
        elif not ignorable(c):
            for d in unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", c).casefold()):
                if to_space(d):
                    out.append(" ")
                elif not decoration(d) and d != "\u0640":
                    out.append(d)
    return " ".join(w for w in "".join(out).split(" ") if w)


def key(name):
    """The folded name without the article in front."""
    folded = fold(name)
    return folded[4:] if folded.startswith("the ") and len(folded) > 4 else folded
