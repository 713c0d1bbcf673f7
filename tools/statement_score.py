#!/usr/bin/env python3
"""Scores the statements that `isnad read` finds in annotated documents: a file of ../shared/events, one JSON object a line.

    statement_score.py [--list] ISNAD EVENTS.jsonl [OPTION...]      the options go to isnad read

Texts go in as JSON Lines with their day, records come out; nothing of the annotation is given. A statement is found when
its content shares half of its letters with a wanted one (of their union; best pairs first, one to one; of two with the same
content, "X quoted Y as saying Z", the one as deeply nested). A nested one is right when it stands inside the statement that the
annotation has around it. --list prints what is missed, wrong or nested wrong.
"""
import argparse
import difflib
import json

from answers import answers


def letters(spans):
    return {i for start, end in spans for i in range(start, end)}


def ends(items):
    return [(i["start"], i["end"]) if isinstance(i, dict) else tuple(i[:2]) for i in items or []]


def way_back(mine, text):
    """Position in the text of the record -> position in the document."""
    table = {}
    for a, b, size in difflib.SequenceMatcher(None, mine, text, autojunk=False).get_matching_blocks():
        table.update((a + k, b + k) for k in range(size))
    return table


def depths(outer):
    """How many statements each one stands inside, from the index of the next outer one (None: of none)."""
    out = []
    for at in outer:
        steps = 0
        while at is not None and steps < len(outer):
            at, steps = outer[at], steps + 1
        out.append(steps)
    return out


def pairs_of(found, wanted, found_depth, wanted_depth):
    rated = []
    for i, mine in enumerate(found):
        for j, theirs in enumerate(wanted):
            union = len(mine | theirs)
            if union and len(mine & theirs) * 2 >= union:
                rated.append((len(mine & theirs) / union, found_depth[i] == wanted_depth[j], -i, -j))
    pairs, used = {}, set()
    for _, _, i, j in sorted(rated, reverse=True):
        if -i not in pairs and -j not in used:
            pairs[-i] = -j
            used.add(-j)
    return pairs


def short(text, spans):
    words = " / ".join(text[a:b] for a, b in spans)
    return words if len(words) < 100 else words[:97] + "..."


class Score:
    def __init__(self):
        self.given = self.wanted = self.found = 0
        self.nested = self.nested_found = self.nested_right = 0
        self.lines = []

    def document(self, document, record):
        table = way_back(record["report"]["text"], document["text"])
        mine, theirs = record["statements"], document["statements"]
        moved = [{table[i] for i in letters(ends(s["content"])) if i in table} for s in mine]
        number = {s["id"]: i for i, s in enumerate(mine)}
        pairs = pairs_of(moved, [letters(s["content"]) for s in theirs], depths([number.get(s["within"]) for s in mine]),
                         depths([s["within"] and s["within"] - 1 for s in theirs]))
        back = {j: i for i, j in pairs.items()}
        self.given, self.wanted, self.found = self.given + len(mine), self.wanted + len(theirs), self.found + len(pairs)
        for j, wanted in enumerate(theirs):
            line = f"{document['doc']} [{short(document['text'], wanted['cue'])}] {short(document['text'], wanted['content'])}"
            if j not in back:
                self.lines.append("missed  " + line)
            if wanted["within"] is None:
                continue
            self.nested += 1
            self.nested_found += j in back
            inside = mine[back[j]]["within"] if j in back else None
            right = inside is not None and pairs.get(number[inside]) == wanted["within"] - 1
            self.nested_right += right
            if j in back and not right:
                self.lines.append(f"nested  {line} <> {'nothing' if inside is None else inside}")
        for i, statement in enumerate(mine):
            if i not in pairs:
                text = record["report"]["text"]
                self.lines.append(
                    f"wrong   {document['doc']} [{short(text, ends(statement['cue']))}] {short(text, ends(statement['content']))}")

    def figures(self):
        precision, recall = self.found / max(self.given, 1), self.found / max(self.wanted, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        yield (f"statements (content overlaps half)  P {100 * precision:.1f}  R {100 * recall:.1f}  F1 {100 * f1:.1f}"
               f"  ({self.found} of {self.wanted}, {self.given} given)")
        yield (f"nested, found inside the right one   {100 * self.nested_right / max(self.nested_found, 1):.1f} % of those found"
               f"  ({self.nested_right} of {self.nested_found}; {self.nested} wanted)")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("isnad")
    parser.add_argument("events")
    args, options = parser.parse_known_args()
    with open(args.events, encoding="utf-8") as file:
        documents = [json.loads(line) for line in file if line.strip()]
    items = [{"id": d["doc"], "text": d["text"], "date": d["published"]} for d in documents]
    records = [json.loads(line) for line in answers([args.isnad, "read", "--json", *options, "-"], items)]
    if len(records) != len(documents):
        raise SystemExit(f"{len(records)} records for {len(documents)} documents")
    score = Score()
    for document, record in zip(documents, records):
        score.document(document, record)
    if args.list:
        print("\n".join(sorted(score.lines)))
    print("\n".join(score.figures()))


if __name__ == "__main__":
    main()
