#!/usr/bin/env python3
"""Which actors of annotated reports the records split, merge and miss, counted by kind.

    actor_errors.py [--list KIND ...] GOLDDIR RECORDS.jsonl

GOLDDIR holds NAME.json beside NAME.txt: {"actors": {KEY: {"name", "kind", "mentions": [[start, end], ...]}}}, a mention
also as {"is": words, "in": context}; with GOLDDIR.jsonl beside it (the same reports with their pronouns) pronouns count
too. A gold mention and a given one are the same when their common part is at least half of their union, or when the gold
one is a name that begins or ends the given one ("Lind", "Chairman Lind"), one to one.

merge  a given actor has mentions of more than one gold actor: each mention that is not of its main one
split  a gold actor has more than one given actor: each given actor but the largest
miss   a gold mention that no given mention is the same as; "inside": a mention of the right actor overlaps it
extra  a given actor without any gold mention
kind   a gold actor whose largest given actor has another kind
"""
import argparse
import collections
import difflib
import glob
import json
import os


def resolve(text, mention):
    if isinstance(mention, list):
        return tuple(mention[:2])
    if isinstance(mention, str):
        mention = {"is": mention}
    context = mention.get("in", mention["is"])
    start = text.index(context) + context.index(mention["is"])
    return start, start + len(mention["is"])


def gold_reports(folder):
    full = {}
    if os.path.exists(folder.rstrip("/") + ".jsonl"):
        for line in open(folder.rstrip("/") + ".jsonl", encoding="utf-8"):
            report = json.loads(line)
            full[report["doc"]] = [
                {"name": a["name"], "kind": a["kind"], "mentions": [tuple(m[:2]) for m in a["mentions"]]}
                for a in report["actors"]]
    for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
        stem = os.path.splitext(os.path.basename(path))[0]
        text = open(path[:-5] + ".txt", encoding="utf-8").read()
        gold = json.load(open(path, encoding="utf-8"))
        plain = [{"name": a["name"], "kind": a["kind"], "mentions": [resolve(text, m) for m in a["mentions"]]}
                 for a in gold["actors"].values()]
        yield stem, text, full.get(stem) or plain, stem in full


def positions(read, text):
    """Position in the text as read -> position in the annotated text, by their common stretches."""
    if read == text:
        return list(range(len(read) + 1))
    table = [None] * (len(read) + 1)
    for a, b, size in difflib.SequenceMatcher(None, read, text, autojunk=False).get_matching_blocks():
        for k in range(size):
            table[a + k] = b + k
    return table


def moved(start, end, table):
    known = [table[i] for i in range(start, end) if table[i] is not None]
    return (known[0], known[-1] + 1) if known else None


def common(a, b):
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def pair_up(text, gold, given):
    """{gold mention: given mention}, one to one, the best overlap first."""
    scored = []
    for g in gold:
        for p in given:
            shared = common(g, p)
            union = max(g[1], p[1]) - min(g[0], p[0])
            bare_name = shared == g[1] - g[0] and (g[0] == p[0] or g[1] == p[1]) and text[g[0]].isupper()
            if shared * 2 >= union or bare_name:
                scored.append((shared / union, g, p))
    pairs, used = {}, set()
    for _, g, p in sorted(scored, reverse=True):
        if g not in pairs and p not in used:
            pairs[g] = p
            used.add(p)
    return pairs


PRONOUNS = set("he him his himself she her hers herself it its itself they them their theirs themselves we us our ours "
               "ourselves i me my mine myself you your who whom whose which that this these those one both".split())


def is_pronoun(text, span):
    return text[span[0]:span[1]].lower() in PRONOUNS


class Count:
    def __init__(self):
        self.n = collections.Counter()
        self.lines = []

    def note(self, kind, line):
        self.n[kind] += 1
        self.lines.append((kind.split()[0], line))


def coreference(clusters_gold, clusters_given, tally):
    """Adds numerators and denominators of MUC, B-cubed and CEAF-e; clusters are sets of mentions with common names."""
    def of(clusters):
        return {m: i for i, c in enumerate(clusters) for m in c}
    in_gold, in_given = of(clusters_gold), of(clusters_given)
    for mine, other, side in ((clusters_gold, in_given, "R"), (clusters_given, in_gold, "P")):
        for cluster in mine:
            parts = set(other.get(m, ("alone", m)) for m in cluster)
            tally["muc" + side] += len(cluster) - len(parts)
            tally["muc/" + side] += len(cluster) - 1
            sizes = collections.Counter(other[m] for m in cluster if m in other)
            tally["b3" + side] += sum(k * k for k in sizes.values()) / len(cluster)
            tally["b3/" + side] += len(cluster)
    scored = []
    for i, a in enumerate(clusters_gold):
        for k in set(in_given[m] for m in a if m in in_given):
            b = clusters_given[k]
            scored.append((2 * len(a & b) / (len(a) + len(b)), i, k))
    used_i, used_k, total = set(), set(), 0
    for value, i, k in sorted(scored, reverse=True):  # greedy, within a hair of the best assignment
        if i not in used_i and k not in used_k:
            used_i.add(i)
            used_k.add(k)
            total += value
    tally["ceafR"] += total
    tally["ceafP"] += total
    tally["ceaf/R"] += len(clusters_gold)
    tally["ceaf/P"] += len(clusters_given)


def f1(tally, name):
    p = tally[name + "P"] / max(1, tally[name + "/P"])
    r = tally[name + "R"] / max(1, tally[name + "/R"])
    return 100 * p, 100 * r, 100 * 2 * p * r / (p + r) if p + r else 0.0


def compare(stem, text, gold, with_pronouns, record, count, tally):
    def words(span):
        return text[span[0]:span[1]].replace("\n", " ")

    def context(span):
        return text[max(0, span[0] - 60):span[0]].replace("\n", " ") + "[" + words(span) + "]" + \
            text[span[1]:span[1] + 40].replace("\n", " ")

    forms = {}
    given = []
    table = positions(record["report"]["text"], text)
    for actor in record["actors"]:
        spans = []
        for m in actor["mentions"]:
            span = moved(m["start"], m["end"], table)
            if span and (with_pronouns or m["form"] != "pronoun"):
                spans.append(span)
                forms[span] = m["form"]
        if spans:
            given.append((actor, spans))
    wanted = [m for a in gold for m in a["mentions"]]
    pairs = pair_up(text, wanted, list(forms))
    back = {p: g for g, p in pairs.items()}
    owner = {m: i for i, a in enumerate(gold) for m in a["mentions"]}
    tally["mentionsR"] += len(pairs)
    tally["mentionsP"] += len(pairs)
    tally["mentions/R"] += len(wanted)
    tally["mentions/P"] += len(forms)
    tally["exact"] += sum(g == p for g, p in pairs.items())
    coreference([set(a["mentions"]) for a in gold if a["mentions"]],
                [set(back.get(m, ("given", m)) for m in spans) for _, spans in given], tally)
    holders = collections.defaultdict(list)  # gold actor -> [(shared mentions, given)]
    for index, (actor, spans) in enumerate(given):
        owners = collections.Counter(owner[back[s]] for s in spans if s in back)
        if not owners:
            count.note("extra " + actor["kind"], f"{stem}: {actor['name']} ({len(spans)})")
            continue
        main = owners.most_common(1)[0][0]
        for key, n in owners.items():
            holders[key].append((n, index))
        for s in spans:
            if s in back and owner[back[s]] != main:
                form = "pronoun" if is_pronoun(text, s) else forms[s]
                first = min(spans)
                count.note("merge " + form, f"{stem}: {context(s)} of {gold[owner[back[s]]]['name']!r} in "
                           f"{gold[main]['name']!r} [{'first' if s == first else ''}]")
    for key, actor in enumerate(gold):
        mine = sorted(holders[key], reverse=True)
        if mine and given[mine[0][1]][0]["kind"] != actor["kind"]:
            count.note(f"kind {actor['kind']} as {given[mine[0][1]][0]['kind']}", f"{stem}: {actor['name']}")
        for n, index in mine[1:]:
            spans = sorted(s for s in given[index][1] if s in back and owner[back[s]] == key)
            main = collections.Counter(owner[back[s]] for s in given[index][1] if s in back).most_common(1)[0][0]
            if main == key:
                shape = "pronoun" if all(is_pronoun(text, s) for s in spans) else forms[spans[0]]
                count.note("split " + shape, f"{stem}: {context(spans[0])} ({n}) of {actor['name']!r} "
                           f"{[words(s) for s in sorted(given[mine[0][1]][1])][:4]}")
        for m in actor["mentions"]:
            if m in pairs:
                continue
            near = [(common(m, s), s) for s in forms if common(m, s)]
            shape = "pronoun" if is_pronoun(text, m) else actor["kind"]
            where = "nothing there" if not near else "other bounds"
            count.note(f"miss {shape} {where}", f"{stem}: {context(m)} of {actor['name']!r}"
                       + (f" given {words(max(near)[1])!r}" if near else ""))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", nargs="*", default=[], help="kinds of error whose cases are written out")
    parser.add_argument("golddir")
    parser.add_argument("records")
    args = parser.parse_args()
    records = {}
    for line in open(args.records, encoding="utf-8"):
        record = json.loads(line)
        records[os.path.splitext(os.path.basename(record["report"]["name"]))[0]] = record
    count, tally = Count(), collections.Counter()
    for stem, text, gold, with_pronouns in gold_reports(args.golddir):
        if stem in records:
            compare(stem, text, gold, with_pronouns, records[stem], count, tally)
    for kind, line in count.lines:
        if kind in args.list:
            print(f"{kind:6} {line}")
    for name in ("mentions", "muc", "b3", "ceaf"):
        p, r, f = f1(tally, name)
        print(f"{name:9} P {p:5.1f}  R {r:5.1f}  F1 {f:5.1f}")
    print(f"CoNLL F1  {sum(f1(tally, n)[2] for n in ('muc', 'b3', 'ceaf')) / 3:.1f}   exact bounds "
          f"{100 * tally['exact'] / max(1, tally['mentionsR']):.1f} % of {tally['mentionsR']}")
    print("  ".join(f"{kind}: {n}" for kind, n in sorted(count.n.items())))


if __name__ == "__main__":
    main()
