"""Documents -> windows of label indices, ready for training.

    prepare.py WORK DATA public            -> WORK/public.pkl (EWT, GUM, PolNeAR, TimeBank): needs no tree of ours
    prepare.py WORK DATA own CHECKPOINT|WEIGHTS --events DIR --reports DIR -> WORK/own.pkl: trees of the checkpoint's parser find the heads of spans;
        texts/*.jsonl and offsets/*.jsonl beside this file are read as more reports
"""
import argparse
import collections
import glob
import os
import pickle

import labels
import own
import sources
from pieces import Pieces

MAXIMUM = 256  # word pieces of a training window
MAXIMUM_WHOLE = 500  # of one that holds a whole report, if it can
NEW = ("fresh", "newest", "latest", "newer", "repeats", "sparing", "real", "daily", "recent", "implied", "unseen")  # tasks that take files of texts/ and offsets/ by name; the other files are of "reports"
EITHER = "either"  # the role of a word of which it does not matter whether the network takes it for an argument
WHOLE = ("gum", "events", "reports", *NEW)


def maximum_of(task):
    return MAXIMUM_WHOLE if task in WHOLE else MAXIMUM


def windows_of(doc, pieces, maximum):
    """[(first word, end word)]: whole sentences, as many as fit."""
    out, first, size = [], None, 0
    for a, b in doc.sentences:
        length = sum(len(pieces.of(w)) for w in doc.words[a:b])
        if first is None or size + length > maximum - 2:
            if first is not None:
                out.append((first, a))
            first, size = a, 0
        size += length
    if first is not None:
        out.append((first, len(doc.words)))
    return out


def cut_long(doc, pieces, limit=500):
    """A sentence that no window can hold loses its end (training only)."""
    return all(sum(len(pieces.of(w)) for w in doc.words[a:b]) <= limit for a, b in doc.sentences)


def example(doc, first, end, pieces, tag_index, role_index):
    """One window's labels, in word indices of the window; -100 where the source says nothing."""
    words = doc.words[first:end]
    ids, firsts = [pieces.cls], []
    for word in words:
        firsts.append(len(ids))
        ids += pieces.of(word)
    ids.append(pieces.sep)
    inside = range(first, end)
    out = {"doc": doc.name, "task": doc.task, "ids": ids, "firsts": firsts, "words": words,
           "sentences": [(a - first, b - first) for a, b in doc.sentences if first <= a < end], "tags": {}, "frames": {}, "ranks": {},
           "tree": None, "base": first, "role_spans": {p - first: spans for p, spans in doc.spans if first <= p < end} if doc.task == "ewt" else {}, "maybe": [m - first for m in doc.maybe_actors if m in inside], "pairs": []}
    for head, values in doc.tags.items():
        index = tag_index[head]
        out["tags"][head] = [index.get(v, -100) if v is not None else -100 for v in values[first:end]]
    if doc.heads is not None and doc.task in ("ewt", "gum"):
        out["tree"] = ([h - first if h >= 0 else -1 for h in doc.heads[first:end]],
                       [role_index["relation"].get(r, -100) for r in doc.relations[first:end]])
    for family, frames in doc.frames.items():
        index = {**role_index[family], EITHER: -100}
        out["frames"][family] = [(p - first, {w - first: index.get(r, 0) for w, r in frame.items() if w in inside})
                                 for p, frame in frames if p in inside]
    for family, ranks in doc.ranks.items():
        out["ranks"][family] = [(p - first, {w - first for w in right if w in inside}, [c - first for c in candidates if c in inside])
                                for p, right, candidates in ranks if p in inside]
    for source, target, root in getattr(doc, "pairs", []):
        if source in inside and target in inside:
            out["pairs"].append((source - first, target - first, role_index["plover"][root]))
    return out


def examples(docs, pieces, config, maximum):
    tag_index, role_index = labels.labels_of(config)
    out = []
    for doc in docs:
        if cut_long(doc, pieces):
            out += [example(doc, a, b, pieces, tag_index, role_index) for a, b in windows_of(doc, pieces, maximum)]
    return out


def counted(values, least):
    return [v for v, n in collections.Counter(values).most_common() if n >= least]


def make_config(ewt, gum, shape):
    trees = ewt + gum
    lemma = counted((v for d in trees for v in d.tags["lemma"]), 3)
    lemma = ["="] + [v for v in lemma if v != "="][:399]
    relations = sorted(counted((v for d in trees for v in d.relations), 5))
    xpos = sorted(counted((v for d in trees for v in d.tags["xpos"]), 5))
    roles = sorted(counted((r for d in ewt for _, frame in d.frames["role"] for r in frame.values()), 20))
    return labels.config(xpos, lemma, relations, roles, **shape)


def find_heads(doc):
    """Turns spans into head words, with the tree that the document has (or has been given)."""
    head = lambda span: sources.head_of(doc.heads, *span)
    if doc.task == "plv":
        doc.pairs = [(head(s), head(t), root) for _, s, t, root in doc.spans]
    if doc.task in ("events", "reports"):
        own_frames(doc)


def heads_by_sentence(doc, span):
    """The head word of each sentence's part of a span."""
    out = []
    for a, b in doc.sentences:
        first, end = max(a, span[0]), min(b, span[1])
        if first < end:
            out.append(sources.head_of(doc.heads, first, end))
    return out


def spare_other_mentions(doc):
    """An argument is marked at one mention; another mention of the same actor, or the same word for a place, is no mistake."""
    mentions = collections.defaultdict(set)
    for actor in doc.actors:
        heads = {sources.head_of(doc.heads, *span) for span in actor["mentions"]}
        for word in heads:
            mentions[word] |= heads
    places = collections.defaultdict(set)
    for word, text in enumerate(doc.words):
        places[text.lower()].add(word)
    for family in ("event", "statement"):
        for word, frame in doc.frames[family]:
            others = set()
            for argument, role in frame.items():
                if role in ("source", "target", "speaker"):
                    others |= mentions[argument]
                elif role == "place":
                    others |= places[doc.words[argument].lower()]
            frame.update({other: EITHER for other in others - set(frame) - {word}})


def told_together(events, every):
    """[(event, the events that tell of the same thing, itself included)]"""
    groups = collections.defaultdict(list)
    first = {id(e): every[e["same"] - 1] or e if e["same"] else e for e in events}
    for e in events:
        groups[id(first[id(e)])].append(e)
    return [(e, groups[id(first[id(e)])]) for e in events]


def parts_of_events(doc, events, owner):
    """Ranks over the whole report: which actors are an event's sources and targets, whatever mention and whichever telling names them, and which
    name of a place. owner: {head word of a mention: actor}."""
    mentions = collections.defaultdict(set)
    for word, actor in owner.items():
        mentions[actor].add(word)
    names = {w for w, u in enumerate(doc.upos) if u == "PROPN"}
    for event, tellings in told_together(events, doc.events):
        heads = collections.defaultdict(set)
        for telling in tellings:
            for role, span in telling["arguments"]:
                heads[role].add(sources.head_of(doc.heads, *span))
        for role in ("source", "target"):
            right = set().union(*(mentions[owner[w]] for w in heads[role] if w in owner)) - {event["word"]}
            doc.ranks["event_" + role].append((event["word"], right, sorted(set(owner) - {event["word"]})))
        called = {doc.words[w].lower() for w in heads["place"]}
        places = names | heads["place"]
        doc.ranks["event_place"].append((event["word"], {w for w in places if doc.words[w].lower() in called}, sorted(places)))


def own_frames(doc):
    head = lambda span: sources.head_of(doc.heads, *span)
    events = [e for e in doc.events if e]
    for e in events:
        doc.frames["event"].append((e["word"], {head(s): r for r, s in reversed(e["arguments"])}))
    order = sorted({e["word"] for e in events})
    for e in events:
        first = doc.events[e["same"] - 1] if e["same"] else None
        group = {o["word"] for o in events if first and (o is first or o["same"] == e["same"])}
        candidates = [w for w in order if w < e["word"]]
        doc.ranks["same_event"].append((e["word"], group & set(candidates), candidates))
    said = [s for s in doc.statements if s]
    for s in said:
        frame, firsts, lasts = {}, {}, {}
        for role, span in sorted(s["arguments"], key=lambda a: a[0]):
            for w in heads_by_sentence(doc, span) if role == "content" else [head(span)]:
                frame[w] = role
            firsts[span[0]], lasts[span[1] - 1] = role, role
        doc.frames["statement"].append((s["word"], frame))
        doc.frames["statement_first"].append((s["word"], firsts))
        doc.frames["statement_last"].append((s["word"], lasts))
        around = doc.statements[s["within"] - 1] if s["within"] else None
        if s["within"] and not around:
            continue
        doc.ranks["within"].append((s["word"], {around["word"]} if around else set(), [o["word"] for o in said if o is not s]))
    if doc.actors:
        spare_other_mentions(doc)
        tags, owner = ["O"] * len(doc.words), {}
        for k, actor in enumerate(doc.actors):
            for span in actor["mentions"]:
                tags[head(span)], owner[head(span)] = actor["kind"], k
        doc.tags["actor"] = tags
        order = sorted(owner)
        for k, w in enumerate(order):
            doc.ranks["coref"].append((w, {o for o in order[:k] if owner[o] == owner[w]}, order[:k]))
        parts_of_events(doc, events, owner)
    else:
        doc.maybe_actors = sorted({head(s) for e in events for r, s in e["arguments"] if r in ("source", "target")}
                                  | {head(s) for x in said for r, s in x["arguments"] if r == "speaker"})
        nominal = set(doc.maybe_actors)
        doc.tags["actor"] = [None if w in nominal or u in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET") else "O"
                             for w, u in enumerate(doc.upos)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work")
    parser.add_argument("data")
    parser.add_argument("step", choices=("public", "own"))
    parser.add_argument("checkpoint", nargs="?")
    parser.add_argument("--events")
    parser.add_argument("--reports")
    for task in NEW:
        parser.add_argument("--" + task, nargs="*", default=[], help="files of texts/ and offsets/ that become a task of their own, " + task)
    parser.add_argument("--layers", type=int, default=6)
    args = parser.parse_args()
    pieces = Pieces(os.path.join(args.work, "vocab.txt"))
    held = {}
    if args.step == "public":
        parts = {p: {"ewt": list(sources.ewt(args.data, p)), "gum": list(sources.gum(args.data, p)),
                     "polnear": list(sources.polnear(args.data, p))} for p in ("train", "dev")}
        shape = dict(layers=args.layers, width=768, heads=12, ffn=3072, vocab=len(pieces.vocab), positions=512, cased=True,
                     norm_epsilon=1e-12, window=384, dropout=0.1)
        config = make_config(parts["train"]["ewt"], parts["train"]["gum"], shape)
        times = list(sources.timebank(args.data))
        parts["train"]["timebank"], parts["dev"]["timebank"] = ([d for k, d in enumerate(times) if k % 8], times[::8])
        held["config"] = config
        for part, tasks in parts.items():
            held[part] = {task: examples(docs, pieces, config, maximum_of(task)) for task, docs in tasks.items()}
        held["polnear"] = parts["dev"]["polnear"]
    else:
        import parse
        with open(os.path.join(args.work, "public.pkl"), "rb") as file:
            config = pickle.load(file)["config"]
        documents = {"train": {}, "dev": {}}
        for part in documents:
            documents[part]["events"] = list(own.own(os.path.join(args.events, part + ".jsonl"), "events"))
            documents[part]["reports"] = list(own.own(os.path.join(args.reports, part + ".jsonl"), "reports"))
        here = os.path.dirname(os.path.abspath(__file__))
        for path in sorted(glob.glob(os.path.join(here, "texts", "*.jsonl")) + glob.glob(os.path.join(here, "offsets", "*.jsonl"))):
            name = os.path.basename(path)
            task = next((task for task in NEW if name in getattr(args, task)), "reports")
            documents["train"].setdefault(task, []).extend(own.own(path, "reports", (args.data, args.events)))
        again = {doc.name for task, docs in documents["train"].items() if task != "events" for doc in docs}
        documents["train"]["events"] = [doc for doc in documents["train"]["events"] if doc.name not in again]
        documents["train"]["plv"] = list(sources.plover_pairs(args.data))
        parse.give_trees(args.checkpoint, [d for tasks in documents.values() for docs in tasks.values() for d in docs], pieces, os.path.join(args.work, "trees.pkl"))
        for part, tasks in documents.items():
            held[part] = {}
            for task, docs in tasks.items():
                for doc in docs:
                    find_heads(doc)
                held[part][task] = examples(docs, pieces, config, maximum_of(task))
    for part in ("train", "dev"):
        for task, items in held[part].items():
            print(f"{part} {task}: {len(items)} windows, {sum(len(i['ids']) for i in items):,} pieces")
    with open(os.path.join(args.work, args.step + ".pkl"), "wb") as file:
        pickle.dump(held, file)


if __name__ == "__main__":
    main()
