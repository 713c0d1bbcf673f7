#!/usr/bin/env python3
"""Events through the whole command, scored on public sets and on annotated sentences (bars of the issue "Who did what to whom").

    event_sets.py ISNAD plover PLOVER_GSR_CAMEO.txt [OPTION...]   type, source and target right of the short records
    event_sets.py ISNAD sentences dev.jsonl [OPTION...]           F1 of triggers, with type; of sources and targets
    event_sets.py ISNAD factuality dev.conll [OPTION...]          mean absolute error of the status as a number from -3 to 3

OPTION is handed to `isnad read` (--model DIR). An actor is right when the words of one of its mentions, pronouns too, overlap the
annotated words. plover: of each record its best event counts, type first; a record without a target has a right target when
none is given, or when all that is given is another of its sources (agreements and meetings have two). sentences: mentions of
events, one to one by overlap, only in annotated sentences. factuality: only words that are triggers can be compared; how many
of the annotated words these are is said too. Status as a number, after FactBank's certain, probable and possible: happened and
ongoing 3, planned 2, possible and called-for 1, asked 0, denied -3.
"""
import collections
import difflib
import json
import re
import sys

from answers import answers

# PLOVER's types of 2016 that have another name in ours
NOW = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
NUMBER = {"happened": 3.0, "ongoing": 3.0, "planned": 2.0, "possible": 1.0, "called-for": 1.0, "asked": 0.0, "denied": -3.0}


def read(isnad, texts, options):
    """The records of the texts, in their order; None for one that was refused."""
    items = []
    for i, (text, published) in enumerate(texts):
        items.append({"text": text, "url": f"text:{i}"} | ({"date": published} if published else {}))
    records = [None] * len(texts)
    for line in answers([isnad, "read", "--json", *options, "-"], items):
        record = json.loads(line)
        records[int(record["report"]["url"].split(":")[1])] = record
    return records


def span(item):
    return (item["start"], item["end"]) if isinstance(item, dict) else tuple(item[:2])


def move(record, text):
    """Rewrites the record's spans as places of the annotated text, which differs by what isnad took out."""
    given = record["report"]["text"]
    if given == text:
        return
    place = [0] * (len(given) + 1)
    for a, b, size in difflib.SequenceMatcher(None, given, text, autojunk=False).get_matching_blocks():
        for k in range(size + 1):
            place[a + k] = b + k
    spans = [m for a in record["actors"] for m in a["mentions"]]
    spans += [a["trigger"] for e in record["events"] for a in e["accounts"]]
    for item in spans:
        item["start"], item["end"] = place[item["start"]], place[item["end"]]


def overlap(a, b):
    return min(a[1], b[1]) - max(a[0], b[0])


def mentions(record):
    return {a["id"]: [span(m) for m in a["mentions"]] for a in record["actors"]}


def percent(right, all_):
    return 100 * right / all_ if all_ else 0.0


def spans_of(text, field):
    """Where the annotated actor words stand; [] for none."""
    out = []
    for actor in [field] if isinstance(field, (str, dict)) else field or []:
        words = actor if isinstance(actor, str) else actor.get("actorText", "")
        at = text.lower().find(words.lower())
        if words and at >= 0:
            out.append((at, at + len(words)))
    return out


def plover(isnad, path, options):
    with open(path, encoding="utf-8") as file:
        content = file.read()
    items = [r for r in json.loads(re.sub(r",\s*\]", "]", content)) if "text" in r and r["event"] != "DOCUMENT"]
    right = collections.Counter()
    of_type = collections.defaultdict(collections.Counter)
    for item, record in zip(items, read(isnad, [(r["text"], r.get("date")) for r in items], options)):
        sources, targets = (spans_of(item["text"], item.get(side)) for side in ("source", "target"))
        best, wanted_type = (False, False, False), NOW.get(item["event"], item["event"])
        actors = mentions(record) if record else {}
        for event in record["events"] if record else []:
            def holds(side, wanted):
                return any(overlap(m, w) > 0 for a in event[side] for m in actors[a] for w in wanted)
            source = holds("source", sources) if sources else not event["source"]
            target = holds("target", targets) if targets else not event["target"] or holds("target", sources)
            best = max(best, (event["type"] == wanted_type, source, target))
        for name, good in zip(("type", "source", "target"), best):
            right[name] += good
        right["all three"] += all(best)
        of_type[item["event"]]["right" if best[0] else "wrong"] += 1
    print(f"{len(items)} records: " + ", ".join(f"{n} {percent(right[n], len(items)):.1f} %" for n in ("type", "source", "target", "all three")))
    print(", ".join(f"{t} {c['right']}/{c['right'] + c['wrong']}" for t, c in sorted(of_type.items())))


def f1(name, right_given, given, right_wanted, wanted):
    p, r = percent(right_given, given), percent(right_wanted, wanted)
    print(f"{name:20} P {p:5.1f}  R {r:5.1f}  F1 {2 * p * r / (p + r) if p + r else 0:5.1f}   ({right_wanted} of {wanted}, {given} given)")


def accounts_in(record, sentences):
    """Every mention of an event whose trigger stands in an annotated sentence."""
    out = []
    for event in record["events"] if record else []:
        for account in event["accounts"]:
            trigger = span(account["trigger"])
            if any(overlap(trigger, s) > 0 for s in sentences):
                out.append((trigger, event["type"], account))
    return out


def sentences(isnad, path, options):
    with open(path, encoding="utf-8") as file:
        docs = [json.loads(line) for line in file]
    c = collections.Counter()
    for doc, record in zip(docs, read(isnad, [(d["text"], d["published"]) for d in docs], options)):
        if record:
            move(record, doc["text"])
        accounts, actors = accounts_in(record, doc["sentences"]), mentions(record) if record else {}
        pairs = sorted(((t == g["type"], overlap(s, g["trigger"]), i, j) for i, (s, t, _) in enumerate(accounts)
                        for j, g in enumerate(doc["events"]) if overlap(s, g["trigger"]) > 0), reverse=True)
        paired, taken = {}, set()
        for _, _, i, j in pairs:
            if i not in paired and j not in taken:
                paired[i] = j
                taken.add(j)
        c["given"] += len(accounts)
        c["wanted"] += len(doc["events"])
        c["trigger"] += len(paired)
        c["type"] += sum(accounts[i][1] == doc["events"][j]["type"] for i, j in paired.items())
        for side in ("source", "target"):
            c[side, "wanted"] += sum(len(g[side]) for g in doc["events"])
            for i, (_, _, account) in enumerate(accounts):
                c[side, "given"] += len(account[side])
                wanted = doc["events"][paired[i]][side] if i in paired else []
                c[side, "right given"] += sum(any(overlap(m, w) > 0 for m in actors[a] for w in wanted) for a in account[side])
                c[side, "right wanted"] += sum(any(overlap(m, w) > 0 for a in account[side] for m in actors[a]) for w in wanted)
    f1("trigger", c["trigger"], c["given"], c["trigger"], c["wanted"])
    f1("trigger with type", c["type"], c["given"], c["type"], c["wanted"])
    for side in ("source", "target"):
        f1(side, c[side, "right given"], c[side, "given"], c[side, "right wanted"], c[side, "wanted"])


def factuality(isnad, path, options):
    texts = []
    with open(path, encoding="utf-8") as file:
        for block in file.read().strip().split("\n\n"):
            text, values = "", []
            for line in block.split("\n"):
                fields = line.split("\t")
                start = len(text) + (1 if text else 0)
                text += (" " if text else "") + fields[1]
                if fields[2] != "_":
                    values.append((start, len(text), float(fields[2])))
            texts.append((text, values))
    wanted = sum(len(v) for _, v in texts)
    errors, by_status = [], collections.defaultdict(list)
    for (_, values), record in zip(texts, read(isnad, [(t, None) for t, _ in texts], options)):
        for trigger, _, account in accounts_in(record, [(0, 1 << 30)]):
            for start, end, value in values:
                if overlap(trigger, (start, end)) > 0:
                    errors.append(abs(NUMBER[account["status"]] - value))
                    by_status[account["status"]].append(value)
    print(f"{len(errors)} of {wanted} annotated words are triggers; mean absolute error {sum(errors) / len(errors) if errors else 0:.2f}")
    print(", ".join(f"{s} {len(v)} times, {sum(v) / len(v):.2f} annotated" for s, v in sorted(by_status.items())))


def main():
    kinds = {"plover": plover, "sentences": sentences, "factuality": factuality}
    if len(sys.argv) < 4 or sys.argv[2] not in kinds:
        sys.exit(__doc__)
    kinds[sys.argv[2]](sys.argv[1], sys.argv[3], sys.argv[4:])


if __name__ == "__main__":
    main()
