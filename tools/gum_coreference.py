#!/usr/bin/env python3
"""Coreference on a part of GUM: who and what place is one, with our own mentions.

    gum_coreference.py [--exact] [--list] GUM.conllu ISNAD [OPTION...]     options are handed on to isnad read

Reads each document with ISNAD and compares its actors and places with GUM's entities of the types person, organization
and place. A place of the record and the actor of the same name (a country) count as one entity. Mentions are the same
when their head words in GUM's tree are (--exact: all words). Prints MUC, B-cubed, CEAF-e and their mean, the CoNLL F1,
with entities of one mention and, as is usual, without them.
"""
import argparse
import collections
import json
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from actor_errors import coreference, f1, moved, positions  # noqa: E402
from answers import answers  # noqa: E402

KINDS = ("person", "organization", "place")


class Document:
    def __init__(self, name):
        self.name, self.text, self.words, self.heads, self.chains = name, "", [], [], collections.defaultdict(set)
        self.open = {}

    def add(self, rows, paragraph):
        first = len(self.words)
        if self.text:
            self.text += "\n\n" if paragraph else " "
        for row in rows:
            self.words.append((len(self.text), len(self.text) + len(row[1])))
            self.heads.append(first + int(row[6]) - 1 if row[6] != "0" else -1)
            self.text += row[1] + ("" if "SpaceAfter=No" in row[9] or row is rows[-1] else " ")
        for k, row in enumerate(rows):
            self.entities(first + k, row[9])

    def entities(self, word, misc):
        match = re.search(r"(?:^|\|)Entity=([^|]*)", misc)
        for part in re.findall(r"\([^()]*\)?|[^()]+\)", match.group(1)) if match else ():
            ident = re.match(r"\(?([^-)]+)", part).group(1)
            if part.startswith("("):
                kind = part.strip("()").split("-")[1] if "-" in part else ""
                self.open.setdefault(ident, []).append((kind, word))
            if part.endswith(")") and self.open.get(ident):
                kind, start = self.open[ident].pop()
                if kind in KINDS:
                    self.chains[ident].add((start, word + 1))

    def head(self, span):
        for word in range(*span):
            if not span[0] <= self.heads[word] < span[1]:
                return word
        return span[1] - 1

    def span(self, start, end):
        touched = [i for i, (a, b) in enumerate(self.words) if a < end and start < b]
        return (touched[0], touched[-1] + 1) if touched else None


def documents(path):
    document, rows, paragraph = None, [], False
    for line in open(path, encoding="utf-8"):
        if line.startswith("# newdoc id = "):
            if document:
                yield document
            document = Document(line.split("= ")[1].strip())
        elif line.startswith("# newpar"):
            paragraph = True
        elif line.strip() and not line.startswith("#"):
            row = line.rstrip("\n").split("\t")
            if row[0].isdigit():
                rows.append(row)
        elif not line.strip() and rows:
            document.add(rows, paragraph)
            rows, paragraph = [], False
    yield document


def given_chains(document, record):
    """Actors and places of the record as sets of spans of GUM's words."""
    table = positions(record["report"]["text"], document.text)
    chains, by_name = [], {}
    for entity in record["actors"] + record["places"]:
        spans = [moved(m["start"], m["end"], table) for m in entity["mentions"]]
        spans = set(s for s in (document.span(*s) for s in spans if s) if s)
        name = entity["name"].casefold()
        if name in by_name and entity in record["places"]:
            by_name[name] |= spans
        elif spans:
            chains.append(spans)
            if entity["kind"] in ("country", None) or entity in record["places"]:
                by_name[name] = spans
    return chains


def disjoint(chains):
    """Every mention in the first chain that holds it."""
    seen, out = set(), []
    for chain in chains:
        out.append(chain - seen)
        seen |= chain
    return [c for c in out if c]


def score(document, record, exact, tallies):
    def key(span):
        return span if exact else document.head(span)
    gold = disjoint([set(key(s) for s in c) for c in document.chains.values()])
    given = disjoint([set(key(s) for s in c) for c in given_chains(document, record)])
    coreference(gold, given, tallies[0])
    coreference([c for c in gold if len(c) > 1], [c for c in given if len(c) > 1], tallies[1])


def show(what, tally):
    values = [f1(tally, name) for name in ("muc", "b3", "ceaf")]
    print(f"{what}: CoNLL F1 {sum(v[2] for v in values) / 3:.1f}  "
          + "  ".join(f"{n} P {p:.1f} R {r:.1f} F1 {f:.1f}" for n, (p, r, f) in zip(("MUC", "B3", "CEAFe"), values)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--exact", action="store_true")
    parser.add_argument("--list", action="store_true", help="a line a document")
    parser.add_argument("gum")
    parser.add_argument("isnad")
    args, options = parser.parse_known_args()
    found = list(documents(args.gum))
    lines = answers([args.isnad, "read", "--json", *options, "-"], [{"id": d.name, "text": d.text} for d in found])
    records = {r["report"]["name"]: r for r in map(json.loads, lines)}
    tallies = collections.Counter(), collections.Counter()
    for document in found:
        if document.name in records:
            own = collections.Counter(), collections.Counter()
            score(document, records[document.name], args.exact, own)
            for tally, mine in zip(tallies, own):
                tally.update(mine)
            if args.list:
                show(document.name, own[1])
    print(f"{len(records)} of {len(found)} documents read")
    show("with entities of one mention", tallies[0])
    show("without them", tallies[1])


if __name__ == "__main__":
    main()
