"""Development figures of a checkpoint.

    evaluate.py WORK CHECKPOINT|WEIGHTS [--int8] [--only ewt,polnear,events,reports,timebank,gum,plv]
"""
import argparse
import collections
import os
import pickle

import torch

import export
import network as net
from decode import frame_of, pair_spans, subtree, tag_spans
from parse import tree_of


class Score:
    def __init__(self):
        self.rows = collections.defaultdict(lambda: [0, 0, 0])

    def sets(self, name, given, wanted):
        row = self.rows[name]
        row[0] += len(given & wanted)
        row[1] += len(given)
        row[2] += len(wanted)

    def overlaps(self, name, given, wanted):
        """One to one, the same kind first: as score.py matches events."""
        left, row = set(given), self.rows[name]
        for kind_counts in (True, False):
            for first, end, kind in sorted(wanted):
                match = next((g for g in sorted(left) if g[0] < end and first < g[1] and (g[2] == kind or not kind_counts)), None)
                if match:
                    left.discard(match)
                    wanted = wanted - {(first, end, kind)}
                    row[0] += 1
            if name.endswith("kind"):
                break
        row[1] += len(given)
        row[2] += len(wanted) + len(given) - len(left)

    def hit(self, name, right, count=1):
        row = self.rows[name]
        row[0] += right
        row[1] += count
        row[2] += count

    def lines(self):
        for name, (right, given, wanted) in self.rows.items():
            p, r = right / max(1, given), right / max(1, wanted)
            yield f"{name:44} P {100 * p:5.1f} R {100 * r:5.1f} F1 {200 * p * r / max(1e-9, p + r):5.1f}  ({right} of {wanted}, {given} given)"


def tree(network, projected, sentences):
    heads, relations = {}, {}
    for a, b in sentences:
        scores = network.family(projected, "arc", range(a, b), a, b)[:, :, 0]
        scores.fill_diagonal_(-1e9)
        every = torch.cat([scores, scores.new_zeros(b - a, 1)], 1).log_softmax(1)
        found = tree_of(every[:, :-1].tolist(), every[:, -1].tolist())
        labels = network.pairs(projected, "relation", range(a, b), [a + (h if h >= 0 else i) for i, h in enumerate(found)]).argmax(-1).tolist()
        for i, h in enumerate(found):
            heads[a + i], relations[a + i] = (a + h if h >= 0 else -1), labels[i]
    return heads, relations


def tags(network, logits, window, score, task):
    for name in ("upos", "xpos", "lemma", "status", "named"):
        if name in window["tags"]:
            got = network.tag(logits, name).argmax(-1).tolist()
            pairs = [(g, w) for g, w in zip(got, window["tags"][name]) if w >= 0]
            score.hit(f"{task} {name}", sum(g == w for g, w in pairs), len(pairs))
    if "actor" in window["tags"] and task == "reports":
        got = network.tag(logits, "actor").argmax(-1).tolist()
        want = window["tags"]["actor"]
        score.sets("reports actor head", {i for i, g in enumerate(got) if g}, {i for i, w in enumerate(want) if w > 0})
        score.sets("reports actor head with kind", {(i, g) for i, g in enumerate(got) if g}, {(i, w) for i, w in enumerate(want) if w > 0})
    for name in ("name", "trigger", "cue", "attribution", "time"):
        if name not in window["tags"] or (name == "name" and all(v < 0 for v in window["tags"][name])):
            continue
        labels = next(t["labels"] for t in network.config["tags"] if t["name"] == name)
        given = set(tag_spans(network, logits, window["sentences"], name))
        from decode import spans_of
        wanted = {s for a, b in window["sentences"]
                  for s in ((a + x, a + y, k) for x, y, k in spans_of([max(0, v) for v in window["tags"][name][a:b]], labels))}
        if name in ("trigger", "time"):
            score.sets(f"{task} {name} span", {s[:2] for s in given}, {s[:2] for s in wanted})
        score.sets(f"{task} {name} span, kind", given, wanted)
        if name == "trigger":
            score.overlaps(f"{task} {name} overlap", given, wanted)
            score.overlaps(f"{task} {name} overlap, kind", given, wanted)


def frames(network, projected, window, score, task, heads):
    for family, items in window["frames"].items():
        roles = next(f["roles"] for f in network.config["families"] if f["name"] == family)
        for p, frame in items:
            a, b = next(s for s in window["sentences"] if s[0] <= p < s[1]) if family == "role" else (0, projected.shape[0])
            scores = network.family(projected, family, [p], a, b)[0]
            got = frame_of(scores, roles) if family == "role" else [(w, r) for w, r in enumerate(scores.argmax(-1).tolist()) if r]
            given = {(a + w, roles[r]) for w, r in got if frame.get(a + w, 0) >= 0}  # below 0: right or wrong is not known
            wanted = {(w, roles[r]) for w, r in frame.items() if r > 0}
            if family == "role":
                score.sets("role head words", given, wanted)
                if heads:
                    score.sets("role exact spans", {(*role_span(heads, w, p, window["words"]), r) for w, r in given},
                               {(s - window["base"], e - window["base"], r) for s, e, r in window["role_spans"].get(p, [])})
            else:
                for role in roles[1:]:
                    score.sets(f"{task} {family} {role}", {g for g in given if g[1] == role}, {w for w in wanted if w[1] == role})


MARKS = set(",.;:!?\"'`-()[]") | {"``", "''", "“", "”", "‘", "’", "--", "–", "—", "..."}


def role_span(heads, word, predicate, words):
    """The words below `word`, but not the branch that the predicate stands in (relative clauses, copulas), nor marks at either end."""
    first, end = subtree(heads, word)
    if first <= predicate < end and predicate != word:
        branch = predicate
        while heads[branch] != word and heads[branch] >= 0:
            branch = heads[branch]
        left, right = subtree(heads, branch)
        first, end = (first, min(end, left)) if left > word else (max(first, right), end)
    while first < word and words[first] in MARKS:
        first += 1
    while end - 1 > word and words[end - 1] in MARKS:
        end -= 1
    return (first, end) if first <= word < end else (word, word + 1)


def attributions(network, logits, projected, window, score, spans):
    """PolNeAR with its own cues: exact spans of source, cue, content."""
    cues = tag_spans(network, logits, window["sentences"], "attribution")
    given = collections.defaultdict(set)
    for s, e, _ in cues:
        given["cue"].add((s, e))
        first = network.family(projected, "attribution_first", [s])[0].softmax(-1)
        last = network.family(projected, "attribution_last", [s])[0].softmax(-1)
        for role, k in (("source", 1), ("content", 2)):
            given[role] |= set(pair_spans(first[:, k].tolist(), last[:, k].tolist()))
    for role in ("source", "cue", "content"):
        score.sets(f"polnear {role} exact", given[role], spans[role])


def ranks(network, projected, window, score, task):
    for family, items in window["ranks"].items():
        for p, right, candidates in items:
            if not candidates:
                continue
            scores = network.family(projected, family, [p])[0, :, 0]
            best = max(candidates, key=lambda c: float(scores[c]))
            got = best if float(scores[best]) > 0 else None
            score.sets(f"{task} {family} link", {(p, got)} if got is not None and right else ({(p, -2)} if got is not None else set()),
                       {(p, got if got in right else -1)} if right else set())


@torch.no_grad()
def evaluate(network, tasks, polnear):
    score = Score()
    network.eval()
    spans = polnear_spans(polnear)
    for task, windows in tasks.items():
        for window in windows:
            logits, projected = network.heads(network([window["ids"]], [window["firsts"]])[0])
            tags(network, logits, window, score, task)
            heads = None
            if window["tree"]:
                heads, relations = tree(network, projected, window["sentences"])
                wanted, labels = window["tree"]
                score.hit(f"{task} UAS", sum(heads[i] == h for i, h in enumerate(wanted)), len(wanted))
                score.hit(f"{task} LAS", sum(heads[i] == h and relations[i] == labels[i] for i, h in enumerate(wanted)), len(wanted))
                heads = [heads[i] for i in range(len(heads))]
            window.setdefault("role_spans", {})
            frames(network, projected, window, score, task, heads if window["role_spans"] else None)
            ranks(network, projected, window, score, task)
            if task == "polnear":
                attributions(network, logits, projected, window, score, spans(window))
            if window["pairs"]:
                got = network.pairs(projected, "plover", [p for p, _, _ in window["pairs"]], [w for _, w, _ in window["pairs"]]).argmax(-1)
                score.hit(f"{task} pair", int((got == torch.tensor([r for _, _, r in window["pairs"]])).sum()), len(window["pairs"]))
    return score


def polnear_spans(docs):
    by_name = {d.name: d for d in docs}

    def spans(window):
        doc, out = by_name[window["doc"]], collections.defaultdict(set)
        base, count = window["base"], len(window["words"])
        for cue, speakers, contents, cue_spans in doc.attributions:
            for role, items in (("source", speakers), ("content", contents), ("cue", cue_spans)):
                for s, e in items:
                    if base <= s < base + count:
                        out[role].add((s - base, e - base))
        return out

    return spans


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work")
    parser.add_argument("checkpoint")
    parser.add_argument("--int8", action="store_true", help="weights and activations rounded as in the quantised run")
    parser.add_argument("--only", default="")
    parser.add_argument("--part", type=float, default=1.0, help="part of the windows")
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    network = export.network_of(args.checkpoint)
    net.Linear.quantise = args.int8
    tasks, polnear = {}, []
    for name in ("public", "own"):
        path = os.path.join(args.work, name + ".pkl")
        if os.path.exists(path):
            with open(path, "rb") as file:
                held = pickle.load(file)
            tasks.update(held["dev"])
            polnear = held.get("polnear", polnear)
            del held
    only = args.only.split(",") if args.only else list(tasks)
    tasks = {k: v[:max(1, round(len(v) * args.part))] for k, v in tasks.items() if k in only}
    print("\n".join(evaluate(network, tasks, polnear).lines()))


if __name__ == "__main__":
    main()
