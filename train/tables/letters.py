#!/usr/bin/env python3
"""data/letters.tsv: how Latin letters of names are written in Arabic script, with costs, learned from pairs of names.

    letters.py PAIRS > data/letters.tsv     PAIRS: Latin, TAB, Arabic with its letters apart, TAB, number (names-wikidata)

A channel: the Latin name, between ^ and $, is cut into pieces of 1 to 3 letters, each of which writes 0 to 2 Arabic
letters. Best cuts and counts in turn, five times; cost = -100 ln p(Arabic | Latin piece), pieces seen once left out.
"""
import collections
import math
import sys
import unicodedata

ROUNDS, MOST_LATIN, MOST_ARABIC, DROP = 5, 3, 2, 9.0
PLAIN = str.maketrans({"ø": "o", "ı": "i", "ł": "l", "đ": "d", "ð": "d", "ß": "s", "æ": "a", "œ": "o", "þ": "t"})


def fold(name):
    text = unicodedata.normalize("NFKD", name.casefold().translate(PLAIN))
    return "".join(c for c in text if not unicodedata.combining(c) and (c.isalpha()))


def best_cut(latin, arabic, cost):
    n, m = len(latin), len(arabic)
    table = [[(math.inf, None)] * (m + 1) for _ in range(n + 1)]
    table[0][0] = (0.0, None)
    for i in range(n):
        for j in range(m + 1):
            here = table[i][j][0]
            if here == math.inf:
                continue
            for di in range(1, min(MOST_LATIN, n - i) + 1):
                for dj in range(min(MOST_ARABIC, m - j) + 1):
                    total = here + cost(latin[i:i + di], arabic[j:j + dj])
                    if total < table[i + di][j + dj][0]:
                        table[i + di][j + dj] = (total, (i, j))
    cut, at = [], (n, m)
    while at != (0, 0):
        before = table[at[0]][at[1]][1]
        if before is None:
            return []
        cut.append((latin[before[0]:at[0]], arabic[before[1]:at[1]]))
        at = before
    return cut


def main():
    pairs = []
    for line in open(sys.argv[1], encoding="utf-8"):
        latin, arabic = line.rstrip("\n").split("\t")[:2]
        latin, arabic = fold(latin), arabic.replace(" ", "")
        if latin and len(latin) <= 14 and len(arabic) <= 14:
            pairs.append(("^" + latin + "$", "^" + arabic + "$"))
    vowels = set("aeiouyw")

    def start(piece, written):
        if ("^" in piece) != ("^" in written) or ("$" in piece) != ("$" in written):
            return 20.0
        extra = abs(len(piece) - len(written))
        return 1.0 + 2.0 * extra + (0.0 if written or piece in vowels else 3.0) + 0.7 * (len(piece) - 1)

    cost = start
    for _ in range(ROUNDS):
        counts = collections.Counter(step for latin, arabic in pairs for step in best_cut(latin, arabic, cost))
        totals = collections.Counter()
        for (piece, written), n in counts.items():
            totals[piece] += n
        known = {step: -math.log(n / (totals[step[0]] + 2.0)) for step, n in counts.items() if n > 1}
        print(sum(known.get(s, DROP) * n for s, n in counts.items()) / len(pairs), len(known), file=sys.stderr)

        def learned(piece, written, known=known):
            return known.get((piece, written), DROP * max(1, len(piece)) + 2.0 * len(written))
        cost = learned
    print("""#isnad letters 1
# How Latin letters of names are written in Arabic script: Latin letters (^ begins a name, $ ends it), what they write
# (- for nothing), cost in hundredths of -ln p(Arabic | Latin).
# Made by train/tables/letters.py from names-wikidata's training pairs (CC0). Licence: CC0.
#""")
    for (piece, written), value in sorted(known.items()):
        print(f"{piece}\t{written or '-'}\t{round(100 * value)}")


if __name__ == "__main__":
    main()
