#!/usr/bin/env python3
"""Why a source, target or speaker is wrong: the right word under the wrong actor, or another word altogether.

    who_errors.py [--list CAUSE ...] SCOREDIR GOLDDIR RECORDS.jsonl

SCOREDIR holds score.py and gold.py, whose pairing of statements and events is used; GOLDDIR and RECORDS are score.py's,
with GOLDDIR.jsonl beside the folder (the same reports with their pronouns) where that exists. Only statements and events
that were paired are looked at. Each wanted actor that is missing, and each given one that is too much, has one cause:

missing  merged      its mention in the sentence is under another actor: a name or a description
         pronoun     the same, and the mention is a pronoun
         unseen      it has a mention in the sentence, but the record has none there
         other word  the record has the mention under the right actor, and took another word or none
         far         it has no mention in the sentence: the role is understood from elsewhere
extra    unknown     a given actor without any mention of the annotation
         other word  any other
"""
import argparse
import collections
import glob
import json
import os
import sys


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", nargs="*", default=[], help="causes whose cases are written out: 'source merged'")
    parser.add_argument("scoredir")
    parser.add_argument("golddir")
    parser.add_argument("records")
    return parser.parse_args()


def full_mentions(folder):
    """doc -> {actor index: all mentions, pronouns too}"""
    path = folder.rstrip("/") + ".jsonl"
    if not os.path.exists(path):
        return {}
    reports = (json.loads(line) for line in open(path, encoding="utf-8"))
    return {r["doc"]: [[tuple(m[:2]) for m in a["mentions"]] for a in r["actors"]] for r in reports}


class Report:
    """One report: gold actors' mentions, the record's mentions moved to the gold text, and which actor is which."""

    def __init__(self, score, gold, record, every):
        self.text, self.score = gold["text"], score
        table = score.mapping(record["report"]["text"], gold["text"])
        self.table = table
        self.gold = {key: [tuple(m) for m in a["mentions"]] for key, a in gold["actors"].items()}
        if every and len(every) == len(self.gold):
            self.gold = dict(zip(self.gold, every))
        self.given, self.main = {}, {}
        for actor in record["actors"]:
            spans = [(score.move((m["start"], m["end"]), table), m["form"]) for m in actor["mentions"]]
            self.given[actor["id"]] = [(s, form) for s, form in spans if s]
            best, most = None, 0
            for key, wanted in gold["actors"].items():
                shared = sum(score.overlap(s, m) for s, f in self.given[actor["id"]] if f != "pronoun"
                             for m in wanted["mentions"])
                if shared > most:
                    best, most = key, shared
            self.main[actor["id"]] = best or ("?", actor["id"])

    def sentence(self, at):
        start = max(self.text.rfind(mark, 0, at) for mark in (". ", "\n", "? ", "! ")) + 1
        ends = [i for i in (self.text.find(mark, at) for mark in (". ", "\n", "? ", "! ")) if i >= 0]
        return start, min(ends) + 1 if ends else len(self.text)

    def cause_of_missing(self, key, at):
        start, end = self.sentence(at)
        here = [m for m in self.gold[key] if start <= m[0] < end]
        if not here:
            return "far", None
        causes = []
        for m in sorted(here, key=lambda m: abs(m[0] - at)):
            over = [(self.score.overlap(m, s), -(s[1] - s[0]), i, form) for i, spans in self.given.items()
                    for s, form in spans if self.score.overlap(m, s) * 2 >= m[1] - m[0]]
            if not over:
                causes.append(("unseen", m))
            elif any(self.main[o[2]] == key for o in over):
                return "other word", m
            else:
                causes.append(("pronoun" if max(over)[3] == "pronoun" else "merged", m))
        return causes[0]

    def describe(self, at, m):
        lo, hi = self.sentence(at)
        text = self.text
        marks = sorted([(at, "<"), ] + ([(m[0], "["), (m[1], "]")] if m else []), reverse=True)
        line = text[lo:hi]
        for place, mark in marks:
            if lo <= place <= hi:
                line = line[:place - lo] + mark + line[place - lo:]
        return line.replace("\n", " ").strip()


def compare(report, count, what, at, wanted, given, names):
    mains = {report.main.get(a, ("?", a)): a for a in given}
    for key in wanted:
        if key not in mains:
            cause, m = report.cause_of_missing(key, at)
            count(f"{what} missing {cause}", f"{names[0]}: {report.describe(at, m)}  WANTED {key} GIVEN "
                  f"{[names[1].get(a) for a in given]}")
    for key, actor in mains.items():
        if key not in wanted:
            cause = "unknown" if isinstance(key, tuple) else "other word"
            count(f"{what} extra {cause}", f"{names[0]}: {report.describe(at, None)}  WANTED {list(wanted)} GIVEN "
                  f"{names[1].get(actor)}")


def pair_statements(score, gold, record, table):
    pairs = []
    for i, s in enumerate(record["statements"]):
        mine = score.chars(score.spans(s.get("content"), table))
        for j, g in enumerate(gold["statements"]):
            wanted = score.chars(g["content"])
            if mine | wanted and len(mine & wanted) * 2 >= len(mine | wanted):
                pairs.append((len(mine & wanted) / len(mine | wanted), i, j))
    return one_to_one(pairs)


def pair_events(score, gold, record, report):
    pairs = []
    for i, e in enumerate(record["events"]):
        moved = score.spans([e["trigger"]], report.table)
        for j, g in enumerate(gold["events"] if moved else []):
            if max(score.overlap(moved[0], t) for t in [g["trigger"]] + g["also"]):
                same = [len(set(report.main.get(a) for a in e[mine]) & set(g[mine])) for mine in ("source", "target")]
                pairs.append(((e["type"] == g["type"]) * 100 + 10 * sum(same)
                              + (score.overlap(moved[0], g["trigger"]) > 0), i, j))
    return one_to_one(pairs)


def one_to_one(pairs):
    used_i, used_j, out = set(), set(), []
    for _, i, j in sorted(pairs, reverse=True):
        if i not in used_i and j not in used_j:
            used_i.add(i)
            used_j.add(j)
            out.append((i, j))
    return out


def main():
    args = parse()
    sys.path.insert(0, args.scoredir)
    import gold as goldfile
    import score
    every = full_mentions(args.golddir)
    counts, lines, totals = collections.Counter(), [], collections.Counter()

    def count(kind, line):
        counts[kind] += 1
        lines.append((kind, line))

    records = {}
    for line in open(args.records, encoding="utf-8"):
        record = json.loads(line)
        records[os.path.splitext(os.path.basename(record["report"]["name"]))[0]] = record
    for path in sorted(glob.glob(os.path.join(args.golddir, "*.json"))):
        stem = os.path.splitext(os.path.basename(path))[0]
        if stem not in records:
            continue
        gold, record = goldfile.load(path), records[stem]
        report = Report(score, gold, record, every.get(stem))
        names = (stem, {a["id"]: a["name"] for a in record["actors"]})
        for i, j in pair_statements(score, gold, record, report.table):
            s, g = record["statements"][i], gold["statements"][j]
            at = g["cue"][0][0] if g["cue"] else g["content"][0][0]
            totals["speaker"] += len(g["speaker"])
            compare(report, count, "speaker", at, g["speaker"], s.get("speaker") or [], names)
            if s["named"] != g["named"]:
                count(f"named {str(g['named']).lower()} given {str(s['named']).lower()}",
                      f"{stem}: {report.describe(at, None)}  GIVEN {[names[1].get(a) for a in s['speaker']]}")
        for i, j in pair_events(score, gold, record, report):
            e, g = record["events"][i], gold["events"][j]
            for side in ("source", "target"):
                totals[side] += len(g[side])
                compare(report, count, side, g["trigger"][0], g[side], e[side], names)
    for kind, line in lines:
        if any(kind.startswith(wanted) for wanted in args.list):
            print(f"{kind:28} {line}")
    for kind, n in sorted(counts.items()):
        print(f"{kind:28} {n:5}   of {totals[kind.split()[0]]} wanted" if kind.split()[0] in totals else f"{kind:28} {n:5}")


if __name__ == "__main__":
    main()
