#!/usr/bin/env python3
"""Misses in events by kind, with counts: where the next rule pays most.

    event_errors.py SCOREDIR GOLDDIR RECORDS.jsonl [KIND]     KIND: lists every case of that kind with its words around

SCOREDIR holds score.py and gold.py, GOLDDIR annotated reports, RECORDS what `isnad read` wrote for them. Matching is
score.py's: an event is right when its trigger overlaps the annotated trigger or a repeat of it, one to one.
"""
import collections
import json
import os
import re
import sys

score = gold_file = None


def words_of(text, span):
    return text[span[0]:span[1]]


def around(text, span, width=70):
    before, after = text[max(0, span[0] - width):span[0]], text[span[1]:span[1] + width]
    return (before + "[[" + words_of(text, span) + "]]" + after).replace("\n", " / ")


class Report:
    """One record beside its annotation, with spans moved to the annotated text."""

    def __init__(self, gold, record):
        self.gold, self.record, self.text = gold, record, gold["text"]
        self.table = score.mapping(record["report"]["text"], gold["text"])
        self.events = record.get("events", [])
        self.spans = [(score.spans([e["trigger"]], self.table) or [(0, 0)])[0] for e in self.events]
        self.actor = {a["id"]: self.actor_key(a) for a in record.get("actors", [])}
        self.statements = {s["id"]: s for s in record.get("statements", [])}
        self.gold_statements = {s["id"]: s for s in gold["statements"]}
        self.match()

    def actor_key(self, actor):
        mine = score.spans([m for m in actor["mentions"] if m.get("form") != "pronoun"], self.table)
        best, most = None, 0
        for key, wanted in self.gold["actors"].items():
            shared = sum(score.overlap(a, b) for a in mine for b in wanted["mentions"])
            if shared > most:
                best, most = key, shared
        return best or "?" + actor["name"]

    def actors(self, event, side):
        return {self.actor.get(a, "?") for a in event.get(side) or []}

    def match(self):
        pairs = []
        for i, e in enumerate(self.events):
            for j, g in enumerate(self.gold["events"]):
                if max(score.overlap(self.spans[i], t) for t in [g["trigger"]] + g["also"]):
                    shared = sum(10 * len(self.actors(e, s) & set(g[s])) for s in ("source", "target"))
                    worth = (e["type"] == g["type"]) * 100 + shared + (score.overlap(self.spans[i], g["trigger"]) > 0)
                    pairs.append((worth, i, j))
        self.pair, self.repeated, taken = {}, {}, set()
        for _, i, j in sorted(pairs, reverse=True):
            if i in self.pair:
                continue
            if j in taken:
                self.repeated.setdefault(i, j)
            else:
                self.pair[i] = j
                taken.add(j)
        self.missed = [j for j in range(len(self.gold["events"])) if j not in taken]

    def chain(self, statement, statements, speakers):
        seen, chain = set(), []
        while statement is not None and statement["id"] not in seen:
            seen.add(statement["id"])
            chain.append(frozenset(speakers(statement)))
            statement = statements.get(statement.get("within"))
        return tuple(reversed(chain))


def extra_kind(report, span):
    """What an event that nobody annotated is."""
    for s in report.gold["statements"]:
        if any(score.overlap(span, c) for c in s["cue"]):
            return "extra: cue of a statement"
    if span[1] <= report.text.find("\n") or (report.text.find("\n") < 0 and span[1] < 80):
        return "extra: headline"
    return "extra: other"


def absorbed(report, g):
    """A missed event whose words are another event's account."""
    for i, e in enumerate(report.events):
        for account in e["accounts"]:
            spans = score.spans([account["trigger"]], report.table)
            if spans and max(score.overlap(spans[0], t) for t in [g["trigger"]] + g["also"]):
                return True
    return False


def errors_of(report):
    for i, e in enumerate(report.events):
        span = report.spans[i]
        if i in report.repeated:
            yield "repeated: one event twice", e["type"], span
        elif i not in report.pair:
            yield extra_kind(report, span), e["type"], span
    for j in report.missed:
        g = report.gold["events"][j]
        yield "missed: " + ("taken for another's account" if absorbed(report, g) else "not seen"), g["type"], g["trigger"]
    for i, j in report.pair.items():
        e, g, span = report.events[i], report.gold["events"][j], report.spans[i]
        if e["type"] != g["type"]:
            yield "type", f"{g['type']} as {e['type']}", span
        if e["status"] != g["status"]:
            yield "status", f"{g['status']} as {e['status']}", span
        for side in ("source", "target"):
            mine, wanted = report.actors(e, side), set(g[side])
            other = set(g["target" if side == "source" else "source"])
            for a in wanted - mine:
                yield f"{side} missing", "nobody given" if not mine else "others given", span
            for a in mine - wanted:
                what = "none annotated" if not wanted else "another annotated"
                yield f"{side} wrong", "the other side's" if a in other else ("unknown actor" if a[0] == "?" else what), span
        if score.fold(place_of(report, e)) != score.fold(g.get("place")):
            yield "place", "missing" if not e.get("place") else ("extra" if not g.get("place") else "other"), span
        mine = report.chain(report.statements.get(e.get("said_in")), report.statements,
                            lambda s: [report.actor.get(a, "?") for a in s["speaker"]])
        wanted = report.chain(report.gold_statements.get(g.get("said_in")), report.gold_statements, lambda s: s["speaker"])
        if mine != wanted:
            yield "on whose word", f"{min(len(wanted), 3)} tellers as {min(len(mine), 3)}", span


def place_of(report, event):
    for place in report.record.get("places", []):
        if place["id"] == event.get("place"):
            return place["name"]
    return None


def main():
    global score, gold_file
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    sys.path.insert(0, sys.argv[1])
    import gold as gold_module
    import score as score_module
    score, gold_file = score_module, gold_module
    kinds, cases = collections.Counter(), []
    given = wanted = 0
    with open(sys.argv[3], encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            stem = os.path.splitext(os.path.basename(record["report"]["name"]))[0]
            report = Report(gold_file.load(os.path.join(sys.argv[2], stem + ".json")), record)
            given, wanted = given + len(report.events), wanted + len(report.gold["events"])
            for kind, detail, span in errors_of(report):
                kinds[kind] += 1
                kinds[kind, detail] += 1
                cases.append((kind, detail, stem, around(report.text, span), words_of(report.text, span)))
    if len(sys.argv) > 4:
        for kind, detail, stem, words, _ in sorted(cases):
            if re.match(sys.argv[4], f"{kind}, {detail}"):
                print(f"{kind} | {detail} | {stem} | {words}")
        return
    print(f"events given {given}, annotated {wanted}: {given / wanted:.2f}")
    for kind, count in sorted(((k, c) for k, c in kinds.items() if isinstance(k, str)), key=lambda x: -x[1]):
        print(f"{count:5} {kind}")
        details = sorted(((k[1], c) for k, c in kinds.items() if k[0] == kind and isinstance(k, tuple)), key=lambda x: -x[1])
        print("        " + ", ".join(f"{d} {c}" for d, c in details[:12]))


if __name__ == "__main__":
    main()
