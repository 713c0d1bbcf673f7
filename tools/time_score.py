#!/usr/bin/env python3
"""Time expressions against TimeML (TIMEX3) and WikiWars (TIMEX2) documents: spans and values.

    tools/time_score.py timebank FOLDER [--isnad build/isnad] [--model DIR] [--part held|rest|all] [--misses]
    tools/time_score.py wikiwars FOLDER ...

timebank: FOLDER holds AQUAINT/ and TimeBank/ with .tml files; the document's creation time is given as the day of
publication. wikiwars: FOLDER holds *.key.xml; DATETIME is given. Split: the held part is every fourth document by its
file name's order within its folder (the 4th, 8th ...); the rest may be looked at while rules are written.
A span is right when it overlaps the gold span (relaxed), each gold span once; a value when it is also equal. F1 of both.
Measuring only; needs nothing but Python.
"""
import argparse
import glob
import html
import json
import os
import re

from answers import answers

TAG = re.compile(r"<(/?)(\w+)([^>]*)>")


def read_markup(body, tag, attribute):
    """(text without tags, [(start, end, value)]); of nested expressions the inner ones are left out."""
    text, open_at, found, at = [], [], [], 0
    length = 0
    for match in TAG.finditer(body):
        piece = html.unescape(body[at:match.start()])
        text.append(piece)
        length += len(piece)
        at = match.end()
        if match.group(2) != tag:
            continue
        if match.group(1):
            start, value = open_at.pop()
            if not open_at:
                found.append((start, length, value))
        else:
            value = re.search(attribute + r'="([^"]*)"', match.group(3))
            open_at.append((length, value.group(1) if value else ""))
    text.append(html.unescape(body[at:]))
    return "".join(text), found


def timebank(folder):
    for part in ("AQUAINT", "TimeBank"):
        for index, path in enumerate(sorted(glob.glob(os.path.join(folder, part, "*.tml")))):
            with open(path, encoding="utf-8") as file:
                source = file.read()
            day = re.search(r'<DCT>.*?value="([^"]*)"', source, re.S).group(1)[:10]
            body = re.search(r"<TEXT>(.*)</TEXT>", source, re.S).group(1)
            yield (path, index, day) + read_markup(body, "TIMEX3", r"\bvalue")


def wikiwars(folder):
    for index, path in enumerate(sorted(glob.glob(os.path.join(folder, "*.key.xml")))):
        with open(path, encoding="utf-8") as file:
            source = file.read()
        day = re.search(r'<DATETIME>.*?val="([^"]*)"', source, re.S).group(1)[:10]
        body = re.search(r"<TEXT>(.*)</TEXT>", source, re.S).group(1)
        yield (path, index, day) + read_markup(body, "TIMEX2", r"\bval")


def run(options, documents):
    command = [options.isnad, "read", "--json", "-"] + (["--model", options.model] if options.model else [])
    lines = answers(command, [{"id": path, "text": text, "date": day} for path, _, day, text, _ in documents])
    return {record["report"]["name"]: record for record in map(json.loads, lines)}


def locate(record, text):
    """The record's times in the positions of `text`, whose blanks may differ from the record's."""
    squeezed = [i for i, letter in enumerate(text) if not letter.isspace()]
    read = record["report"]["text"]
    letters = [i for i, letter in enumerate(read) if not letter.isspace()]
    place, at = {}, 0
    for i in letters:
        while at < len(squeezed) and text[squeezed[at]] != read[i]:
            at += 1
        if at == len(squeezed):
            break
        place[i] = squeezed[at]
        at += 1
    for time in record["times"]:
        inside = [place[i] for i in range(time["start"], time["end"]) if i in place]
        if inside:
            yield inside[0], inside[-1] + 1, time["value"] or ""


def f1(right, given, wanted):
    return 200 * right / (given + wanted) if given + wanted else 0.0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=("timebank", "wikiwars"))
    parser.add_argument("folder")
    parser.add_argument("--isnad", default="build/isnad")
    parser.add_argument("--model")
    parser.add_argument("--part", choices=("held", "rest", "all"), default="held")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    documents = [d for d in (timebank if options.kind == "timebank" else wikiwars)(options.folder)
                 if options.part == "all" or (d[1] % 4 == 3) == (options.part == "held")]
    records = run(options, documents)
    spans = values = given = wanted = 0
    for path, _, _, text, gold in documents:
        if path not in records:
            print(f"no record for {path}")
            continue
        found = list(locate(records[path], text))
        given += len(found)
        wanted += len(gold)
        used = set()
        for start, end, value in gold:
            hits = [i for i, (a, b, _) in enumerate(found) if i not in used and a < end and start < b]
            best = next((i for i in hits if found[i][2] == value), hits[0] if hits else None)
            if best is not None:
                used.add(best)
                spans += 1
                values += found[best][2] == value
            if options.misses and (best is None or found[best][2] != value):
                print(f"{text[start:end]!r}\t{value}\t{found[best][2] if best is not None else 'not found'}")
        if options.misses:
            for i, (a, b, value) in enumerate(found):
                if i not in used:
                    print(f"{text[a:b]!r}\tnot a time\t{value}")
    print(f"{len(documents)} documents, {wanted} times: relaxed span F1 {f1(spans, given, wanted):.1f}, "
          f"value F1 {f1(values, given, wanted):.1f}")


if __name__ == "__main__":
    main()
