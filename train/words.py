"""Splits running text into words as src/text/words.c does (the C is the truth; tests/text compares the two).

Universal Dependencies' English words: clitics apart ("Sadr" "'s", "do" "n't", "can" "not"), each punctuation mark apart,
hyphenated compounds split ("pro" "-" "Iranian", "Al" "-" "Sadr"), abbreviations and initials with their stop.
Rules, in this order:
 1 chunks at white space
 2 a chunk with "://", an "@" between letters and a dot behind it, or "www." at its start is one word, less its closing punctuation
 3 punctuation and symbols are peeled off the front, one word each; a run of the same . - * = _ is one word; a "." before a digit stays,
   "#" and "@" before a letter stay
 4 the same from the end; a "." stays on an abbreviation (the list), an initial ("J."), letters with stops inside ("U.S.")
 5 inside: / ( ) [ ] quotation marks, long dashes and ellipses are words; "," and ":" unless between digits; a "." between a lower-case
   letter and an upper-case letter with two letters on each side ("left.The"); "-" between letters or digits, unless the chunk is digits with
   two hyphens or more (a date, a number) or begins with e- co- re- pre- non- ex-
 6 clitics at the end of each part: n't 's 're 've 'll 'd 'm, either apostrophe; "cannot" is two
"""
import re
import unicodedata

ABBREVIATIONS = set("""mr mrs ms dr prof gen lt col capt sgt maj cmdr adm rev hon gov sen rep pres st jr sr messrs fr
jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
vs etc inc ltd co corp bros no nos vol ed est ave blvd dept univ a.m p.m approx e.g i.e al cf ft mt brig spc pvt cpl""".split())
PREFIXES = ("e-", "co-", "re-", "pre-", "non-", "ex-")
RUNS = set(".-*=_")
QUOTES = set("\"“”«»„‟‹›")
INNER = QUOTES | set("/()[]—–…")
CLITIC = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)
INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]$")


def is_punctuation(c):
    return unicodedata.category(c)[0] in "PS"


def is_url(chunk):
    at = chunk.find("@")
    return "://" in chunk or chunk.startswith("www.") or (
        at > 0 and chunk[at - 1].isalnum() and "." in chunk[at:] and at + 1 < len(chunk) and chunk[at + 1].isalnum())


def keeps_stop(part):
    return bool(part) and (part.lower() in ABBREVIATIONS or bool(INITIALS.match(part)))


def clitics(text, start, end, out):
    part = text[start:end]
    match = CLITIC.search(part)
    if match and match.start() > 0:
        out.append((start, start + match.start()))
        out.append((start + match.start(), end))
    elif part.lower() == "cannot":
        out.append((start, start + 3))
        out.append((start + 3, end))
    else:
        out.append((start, end))


def inside(text, start, end, out):
    chunk = text[start:end]
    hyphens = chunk.count("-")
    whole = chunk.lower().startswith(PREFIXES) or (hyphens >= 2 and all(c.isdigit() or c == "-" for c in chunk))
    begin = i = start
    while i < end:
        c = text[i]
        before, after = text[i - 1] if i > start else " ", text[i + 1] if i + 1 < end else " "
        cut = c in INNER
        if c in ",:":
            cut = not (before.isdigit() and after.isdigit())
        elif c == "-":
            cut = not whole and before.isalnum() and after.isalnum()
        elif c == ".":
            cut = (before.islower() and after.isupper() and i - 2 >= start and text[i - 2].isalpha()
                   and i + 2 < end and text[i + 2].isalpha())
        if cut:
            if begin < i:
                clitics(text, begin, i, out)
            out.append((i, i + 1))
            begin = i + 1
        i += 1
    if begin < end:
        clitics(text, begin, end, out)


def split_chunk(text, start, end, out):
    if is_url(text[start:end]):
        stop = end
        while stop > start and text[stop - 1] in ".,;:!?)\"'”’»":
            stop -= 1
        if stop > start:
            out.append((start, stop))
        for i in range(stop, end):
            out.append((i, i + 1))
        return
    while start < end and is_punctuation(text[start]):
        c, following = text[start], text[start + 1] if start + 1 < end else " "
        if (c == "." and following.isdigit()) or (c in "#@" and following.isalpha()):
            break
        stop = start + 1
        while c in RUNS and stop < end and text[stop] == c:
            stop += 1
        out.append((start, stop))
        start = stop
    tail = []
    while start < end and is_punctuation(text[end - 1]):
        c = text[end - 1]
        stop = end - 1
        while c in RUNS and stop > start and text[stop - 1] == c:
            stop -= 1
        if c == "." and end - stop == 1 and keeps_stop(text[start:stop]):
            break
        tail.append((stop, end))
        end = stop
    if start < end:
        inside(text, start, end, out)
    out.extend(reversed(tail))


def words(text):
    """[(start, end)] in code points."""
    out = []
    for match in re.finditer(r"\S+", text):
        split_chunk(text, match.start(), match.end(), out)
    return out


if __name__ == "__main__":
    import sys
    content = sys.stdin.read()
    for s, e in words(content):
        print(content[s:e])
