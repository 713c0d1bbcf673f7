"""What statements a record misses, by kind: counts for model/CARD.md, and with --list every one of them.

    misses.py [--list] [--score ../shared/score] GOLDDIR RECORDS.jsonl

A statement is paired as score.py pairs it (contents that share half of their letters). What is not paired is missed or
wrong; what is paired may still have another speaker, cue, manner, `named` or chain. Each kind is one line.
"""
import argparse
import collections
import glob
import json
import os
import sys


def first_letters(text, spans, most=90):
    joined = " / ".join(text[a:b].replace("\n", " ") for a, b in spans)
    return joined if len(joined) <= most else joined[: most - 3] + "..."


def cue_form(statement, text):
    if not statement["cue"]:
        return "no cue"
    cue = " ".join(text[a:b] for a, b in statement["cue"]).lower()
    if "according" in cue:
        return "according to"
    return "cue " + cue if len(cue.split()) < 3 else "cue of several words"


class Misses:
    def __init__(self, score, listing):
        self.score, self.listing = score, listing
        self.kinds = collections.Counter()
        self.lines = []

    def add(self, what, kind, line):
        self.kinds[(what, kind)] += 1
        if self.listing:
            self.lines.append(f"{what:10} {kind:44} {line}")

    def pair(self, gold, predicted, table):
        pairs = []
        for i, mine in enumerate(predicted):
            letters = self.score.chars(self.score.spans(mine.get("content"), table))
            for j, wanted in enumerate(gold["statements"]):
                content = self.score.chars(wanted["content"])
                union = len(letters | content)
                if union and len(letters & content) * 2 >= union:
                    pairs.append((len(letters & content) / union, i, j))
        used_i, used_j, result = set(), set(), []
        for _, i, j in sorted(pairs, reverse=True):
            if i not in used_i and j not in used_j:
                used_i.add(i), used_j.add(j)
                result.append((i, j))
        return result, used_i, used_j

    def actors(self, gold, record, table):
        found = {}
        for actor in record.get("actors", []):
            best, most = None, 0
            mine = self.score.spans([m for m in actor.get("mentions", []) if m.get("form") != "pronoun"], table)
            for key, wanted in gold["actors"].items():
                shared = sum(self.score.overlap(a, b) for a in mine for b in wanted["mentions"])
                if shared > most:
                    best, most = key, shared
            found[actor["id"]] = best or f"?{actor['id']} {actor.get('name') or ''}"
        return found

    def report(self, stem, gold, record):
        table = self.score.mapping(record["report"]["text"], gold["text"])
        predicted, text = record.get("statements", []), gold["text"]
        actors = self.actors(gold, record, table)
        kinds = {a["id"]: a["kind"] for a in record.get("actors", [])}
        pairs, used_i, used_j = self.pair(gold, predicted, table)
        move = lambda items: self.score.spans(items, table)  # noqa: E731
        letters = self.score.chars

        for j, wanted in enumerate(gold["statements"]):
            if j in used_j:
                continue
            same_cue = [s for s in predicted if letters(move(s.get("cue"))) & letters(wanted["cue"])]
            kind = "cue found, other content" if same_cue else "cue not found: " + cue_form(wanted, text)
            line = f"{stem} {wanted['id']} {wanted['speaker']} [{first_letters(text, wanted['cue'])}] {first_letters(text, wanted['content'])}"
            if same_cue:
                line += " <> " + first_letters(text, move(same_cue[0].get("content")))
            self.add("missed", kind, line)
        for i, mine in enumerate(predicted):
            if i in used_i:
                continue
            same_cue = [g for g in gold["statements"] if letters(move(mine.get("cue"))) & letters(g["cue"])]
            self.add("wrong", "cue of another content" if same_cue else "no statement",
                     f"{stem} {mine['id']} [{first_letters(text, move(mine.get('cue')))}] {first_letters(text, move(mine.get('content')))}")
        by_id, gold_by_id = {s["id"]: s for s in predicted}, {s["id"]: s for s in gold["statements"]}
        who = lambda s: [actors.get(a, a) for a in s.get("speaker") or []]  # noqa: E731
        for i, j in pairs:
            mine, wanted = predicted[i], gold["statements"][j]
            line = f"{stem} {wanted['id']} = {mine['id']} [{first_letters(text, wanted['cue'])}] {first_letters(text, wanted['content'], 60)}: {who(mine)} for {wanted['speaker']}"
            given, right = set(who(mine)), set(wanted["speaker"])
            if given != right:
                kind = ("none given" if not given else "given where none is" if not right else
                        "some of several" if given < right else "one too many" if right < given else
                        "actor that the gold does not have" if any(a.startswith("?") for a in given) else "another actor")
                self.add("speaker", kind, line)
            if not (letters(move(mine.get("cue"))) & letters(wanted["cue"])) and (wanted["cue"] or mine.get("cue")):
                self.add("cue", "another cue" if wanted["cue"] else "cue given where none is",
                         f"{line} mine [{first_letters(text, move(mine.get('cue')))}]")
            if mine.get("manner") != wanted["manner"]:
                self.add("manner", f"{mine.get('manner')} for {wanted['manner']}", f"{line} mine {first_letters(text, move(mine.get('content')))}")
            if mine.get("named") != wanted["named"]:
                kind = kinds.get((mine.get("speaker") or [None])[0], "no speaker")
                self.add("named", f"{mine.get('named')} for {wanted['named']}, {kind}", line)
            mine_chain = self.score.chain_of(mine, by_id, who)
            gold_chain = self.score.chain_of(wanted, gold_by_id, lambda x: x["speaker"])
            if mine_chain != gold_chain and given == right:
                a, b = len(mine_chain), len(gold_chain)
                kind = f"{a} tellers for {b}" if a != b else f"{a} tellers, another outer one"
                self.add("chain", kind, f"{line} {[sorted(x) for x in mine_chain]} for {[sorted(x) for x in gold_chain]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--score", default="../shared/score")
    parser.add_argument("golddir")
    parser.add_argument("records")
    args = parser.parse_args()
    sys.path.insert(0, args.score)
    import gold as goldfile
    import score

    misses = Misses(score, args.list)
    with open(args.records, encoding="utf-8") as file:
        records = {os.path.splitext(os.path.basename(r["report"]["name"]))[0]: r for r in map(json.loads, file)}
    for path in sorted(glob.glob(os.path.join(args.golddir, "*.json"))):
        stem = os.path.splitext(os.path.basename(path))[0]
        if stem in records:
            misses.report(stem, goldfile.load(path), records[stem])
    for line in sorted(misses.lines):
        print(line)
    for (what, kind), count in sorted(misses.kinds.items(), key=lambda item: (item[0][0], -item[1])):
        print(f"{what:10} {count:4}  {kind}")


if __name__ == "__main__":
    main()
