#!/usr/bin/env python3
"""Records of whole reports, written so that a person can review a change: golden.py check | renew

tests/golden/NAME.record holds the record of each report, a line for each value, with the words of a span in place of
its positions and names in place of ids, so that one actor more does not change every line. check prints what differs.
The network runs in floats, whose products are the same on every processor but for their last digits; a line in fifty may
still differ. renew writes them again, for git diff to show."""

import difflib
import json
import os
import subprocess
import sys

ISNAD = os.path.join(os.environ.get("BUILD", "build"), "isnad")
FOLDER = "tests/golden"
REPORTS = [
    ("example", ["--published", "2018-09-21", "data/example.txt"]),
    ("strike", [f"{FOLDER}/strike.txt"]),
    ("river", [f"{FOLDER}/river.jsonl"]),
]
MAY_DIFFER = 0.02
FLOATS = {**os.environ, "ONEDNN_MAX_CPU_ISA": "AVX2"}  # no VNNI, so no int8


REFERENCES = ("speaker", "source", "target", "of", "place", "time", "within", "said_in")


def names_of(record, text):
    """{id: what a person would call it}."""
    names = {thing["id"]: thing["name"] for thing in record["actors"] + record["places"]}
    names.update({time["id"]: text[time["start"] : time["end"]] for time in record["times"]})
    for statement in record["statements"]:
        start = statement["content"][0]["start"]
        names[statement["id"]] = " ".join(text[start : start + 60].split()[:6]) + " ..."
    return names


def readable(value, text, names, key=None):
    """Spans as their words, references as names, without ids."""
    if isinstance(value, list):
        return [readable(item, text, names, key) for item in value]
    if not isinstance(value, dict):
        return names.get(value, value) if key in REFERENCES else value
    told = {key: readable(inner, text, names, key) for key, inner in value.items() if key not in ("start", "end", "id")}
    if "start" not in value:
        return told
    words = text[value["start"] : value["end"]]
    return {"words": words, **told} if told else words


def lines(value, name="", depth=0):
    pad = "  " * depth + (name + ": " if name else "")
    if isinstance(value, dict):
        yield pad.rstrip()
        for key, inner in value.items():
            yield from lines(inner, key, depth + 1)
    elif isinstance(value, list) and any(isinstance(item, (dict, list)) for item in value):
        for number, item in enumerate(value, 1):
            yield from lines(item, f"{name} {number}", depth)
    else:
        yield pad + json.dumps(value, ensure_ascii=False)


def record_of(arguments):
    made = subprocess.run([ISNAD, "read", "--json", *arguments], capture_output=True, env=FLOATS, check=True).stdout
    record = json.loads(made)
    text = record["report"].pop("text")
    return [line + "\n" for line in lines(readable(record, text, names_of(record, text)))]


def check(name, path, found):
    with open(path, encoding="utf-8") as golden:
        wanted = golden.readlines()
    differing = list(difflib.unified_diff(wanted, found, path, "now", n=1))
    count = sum(line[0] in "+-" for line in differing[2:])
    sys.stdout.writelines(differing)
    if count:
        print(f"{name}: {count} of {len(wanted)} lines differ; make golden writes the new ones if that is meant")
    return count <= 2 * MAY_DIFFER * len(wanted)


def main():
    passed = failed = 0
    for name, arguments in REPORTS:
        path, found = f"{FOLDER}/{name}.record", record_of(arguments)
        if sys.argv[1:] == ["renew"]:
            with open(path, "w", encoding="utf-8") as golden:
                golden.writelines(found)
        elif check(name, path, found):
            passed += 1
        else:
            failed += 1
    if sys.argv[1:] != ["renew"]:
        print(f"golden: {passed} passed, {failed} failed")
    sys.exit(failed > 0)


main()
