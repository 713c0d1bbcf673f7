#!/usr/bin/env python3
"""Who stands with whom on re3d's annotated relations, entities given (bar of the issue "Who is who").

    relations_score.py FOLDER ISNAD [--without "BBC Online"] [--model DIR] [--misses]

FOLDER holds a folder a source, each with documents.json, entities.json, relations.json. Each document is read alone, its record
goes through `isnad relations`, and the edges are compared within the document. An annotated entity is the actor with a mention
that overlaps it, the one with most letters in common; one that is no actor of the record stands for itself, so that its
relations count as missed. Edges count only between actors that are annotated entities. Each pair of actors counts once for a
relation: against is FightingAgainst and with is AlliesOf, both without direction; belongs to is BelongsTo, controls is
InChargeOf, with direction. An edge that only open or denied events speak for counts as well, as re3d does not tell these apart.
Of re3d's relations many have a thing at one end (weapons, strikes, ground held), which no edge can have: how many stand between
two actors of the record is said too, and the recall among these.
"""
import argparse
import collections
import json
import os
import subprocess
import tempfile

from event_sets import move, read

RELATIONS = {"against": "FightingAgainst", "with": "AlliesOf", "belongs to": "BelongsTo", "controls": "InChargeOf"}
BOTH_WAYS = ("FightingAgainst", "AlliesOf")


def lines(path):
    with open(path, encoding="utf-8-sig") as file:
        return [json.loads(line) for line in file if line.strip()]


def documents(folder, without):
    """[(text, [(start, end)], [(type, source span, target span)])]"""
    out = []
    for name in sorted(os.listdir(folder)):
        part = os.path.join(folder, name)
        if name == without or not os.path.isdir(part):
            continue
        entities, relations = collections.defaultdict(set), collections.defaultdict(list)
        for item in lines(os.path.join(part, "entities.json")):
            entities[item["documentId"]].add((item["begin"], item["end"]))
        for item in lines(os.path.join(part, "relations.json")):
            relations[item["documentId"]].append((item["type"], (item["sourceBegin"], item["sourceEnd"]), (item["targetBegin"], item["targetEnd"])))
        out += [(d["text"], entities[d["_id"]], relations[d["_id"]]) for d in lines(os.path.join(part, "documents.json"))]
    return out


def edges(isnad, record):
    """The edges of one record: {(relation, from, to)} by name and kind of the actors."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write(json.dumps(record, ensure_ascii=False) + "\n")
        file.flush()
        out = subprocess.run([isnad, "relations", file.name], stdout=subprocess.PIPE, check=True).stdout.decode()
    return [(e["relation"], (e["from"]["name"], e["from"]["kind"]), (e["to"]["name"], e["to"]["kind"])) for e in map(json.loads, out.splitlines())]


def actor_of(record, span):
    """The actor that a span means: (name, kind), or the span itself."""
    best, most = span, 0
    for actor in record["actors"]:
        for mention in actor["mentions"]:
            common = min(span[1], mention["end"]) - max(span[0], mention["start"])
            # of two with as much in common the one with less beside it
            common -= 0.01 * (mention["end"] - mention["start"])
            if common > most:
                best, most = (actor["name"], actor["kind"]), common
    return best


def pair(relation, a, b):
    return (relation, *sorted((a, b), key=str)) if relation in BOTH_WAYS else (relation, a, b)


def score(isnad, items, records, misses):
    counts = {name: [0, 0, 0, 0] for name in RELATIONS.values()}
    for (text, entities, relations), record in zip(items, records):
        if record is None:
            continue
        edges_of = edges(isnad, record)
        move(record, text)
        known = {actor_of(record, span) for span in entities}
        wanted = {pair(kind, actor_of(record, a), actor_of(record, b)) for kind, a, b in relations if kind in counts}
        given = {pair(RELATIONS[r], a, b) for r, a, b in edges_of if r in RELATIONS and a in known and b in known}
        for item in wanted | given:
            row = counts[item[0]]
            row[0] += item in wanted and item in given
            row[1] += item in given
            row[2] += item in wanted
            row[3] += item in wanted and item[1] != item[2] and not any(isinstance(end[0], int) for end in item[1:])
        for item in sorted(wanted ^ given, key=str) if misses else ():
            print("missed" if item in wanted else "wrong", *(text[p[0]:p[1]] if isinstance(p[0], int) else p for p in item[1:]), item[0], sep=" | ")
    return counts


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("isnad")
    parser.add_argument("--without", default="BBC Online", help="a source that is left out")
    parser.add_argument("--model")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    items = documents(options.folder, options.without)
    records = read(options.isnad, [(text, None) for text, _, _ in items], ["--model", options.model] if options.model else [])
    print(f"{len(items)} documents, {sum(r is None for r in records)} not read")
    for name, (right, given, wanted, actors) in score(options.isnad, items, records, options.misses).items():
        precision, recall = right / max(1, given), right / max(1, wanted)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"{name:16} P {100 * precision:5.1f} R {100 * recall:5.1f} F1 {100 * f1:5.1f}  ({right} of {wanted}, {given} given);"
              f" {actors} between two actors, recall {100 * right / max(1, actors):.1f}")


if __name__ == "__main__":
    main()
