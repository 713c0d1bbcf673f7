#!/usr/bin/env python3
"""Records for measuring the store: store_records.py BASE.jsonl COUNT > RECORDS.jsonl

BASE are records of isnad read. Each is varied: most of its names get other letters of the same number (so that spans
stay), consistently in one report, each name in as many ways as a few hundred actors would give; its days are moved; its
last letters are a number. The id is made anew. One in fifty tells what the one before told: the same but for the number
and the outlet."""
import hashlib
import json
import random
import re
import sys

OUTLET = re.compile(r'"outlet":(null|"[^"]*")')
VOWELS, CONSONANTS = "aeiou", "bcdfghjklmnprstvz"


def other_word(word, way):
    """Another word of the same length; vowels stay vowels."""
    pick = random.Random(f"{word} {way}")
    out = []
    for letter in word:
        low = letter.lower()
        new = pick.choice(VOWELS if low in VOWELS else CONSONANTS) if low in VOWELS + CONSONANTS else low
        out.append(new.upper() if letter.isupper() else new)
    return "".join(out)


def names_of(record):
    text, words = record["report"]["text"], set()
    for actor in record["actors"]:
        if actor["known"] or actor["kind"] == "country":
            continue
        for mention in actor["mentions"]:
            if mention["form"] == "name":
                words.update(re.findall(r"\b[A-Z][a-z]{3,}\b", text[mention["start"]:mention["end"]]))
    return words


class Base:
    def __init__(self, line):
        self.line = line.strip()
        record = json.loads(line)
        self.text = record["report"]["text"]
        self.names = sorted(names_of(record))
        self.pattern = re.compile(r"\b(" + "|".join(self.names) + r")\b") if self.names else None
        self.id, self.name = record["report"]["id"], json.dumps(record["report"]["name"], ensure_ascii=False)
        self.written = '"text":' + json.dumps(self.text, ensure_ascii=False)
        self.days = re.compile(r'"(20\d\d)(-\d\d-\d\d)"')

    def varied(self, number, seed, outlet):
        pick = random.Random(seed)
        ways = {name: pick.choice([None, 1, 2, 3] + list(range(4, 300)) * 2) for name in self.names}

        def swap(match):
            way = ways[match[1]]
            return match[1] if way is None else other_word(match[1], way)

        line, text = self.line, self.text
        if self.pattern:
            line, text = self.pattern.sub(swap, line), self.pattern.sub(swap, text)
        move, month = pick.randrange(-8, 5), pick.randrange(1, 13)
        text += f"\n\n{number}"
        start = line.index('"text":"')
        line = line[:start] + '"text":' + json.dumps(text, ensure_ascii=False) + line[line.index(',"removed":', start):]
        line = self.days.sub(lambda m: f'"{int(m[1]) + move}-{month:02d}-{m[2][-2:] if int(m[2][-2:]) < 29 else 28}"', line)
        line = line.replace(self.id, "sha256:" + hashlib.sha256(text.encode()).hexdigest(), 1)
        line = line.replace(f'"name":{self.name}', f'"name":"report {number}"', 1)
        return OUTLET.sub(f'"outlet":"Outlet {outlet}"', line, count=1)


def main():
    bases = [Base(line) for line in open(sys.argv[1], encoding="utf-8")]
    count = int(sys.argv[2])
    pick = random.Random(7)
    seed = 0
    for number in range(count):
        if number % 50 != 1:
            seed = number
        base = bases[seed % len(bases)]
        print(base.varied(number, seed, int(pick.paretovariate(0.7)) % 400))


main()
