"""The PLOVER root of marked pairs, by folds of PLV_train (bar of the issue "Who did what to whom": macro-F1, pairs given).

    plover.py DATA CHECKPOINT|WEIGHTS VOCABULARY [--folds 5] [--penalty 10 100 ...]

A linear head on what the frozen network gives, learned on the other folds: the word vectors of the source, the target, what
stands between them, the whole text and the triggers in it (each word by how likely it is one), and the trigger's type there.
Pairs of one text stay in one fold. A checkpoint of stage 1 has not seen PLV_train; later ones, the shipped weights too, have
learned from it (`prepare.py`), so that their figures are too high: `pair head` is what that head says of pairs it has seen.
"""
import argparse
import zlib

import torch
import torch.nn.functional as F

import export
from labels import TYPES
from pieces import Pieces
from sources import plover_pairs


@torch.no_grad()
def read(network, pieces, doc):
    """Word vectors, projections and, a word, the probabilities of trigger types (their sum: of being a trigger)."""
    ids, firsts = [pieces.cls], []
    for word in doc.words:
        firsts.append(min(len(ids), 510))
        ids += pieces.of(word)
    words = network([ids[:511] + [pieces.sep]], [firsts])[0]
    logits, projected = network.heads(words)
    labels = next(t["labels"] for t in network.config["tags"] if t["name"] == "trigger")
    inside = network.tag(logits, "trigger").softmax(-1)
    kinds = torch.stack([inside[:, [i for i, v in enumerate(labels) if v.endswith("-" + kind)]].sum(1) for kind in TYPES], 1)
    return words, projected, kinds


def features(words, kinds, source, target):
    """source, target: (first, end) word spans."""
    first, last = min(source[1], target[1]), max(source[0], target[0])
    middle = words[first:last] if first < last else words
    weight = kinds.sum(1, keepdim=True) + 1e-4
    near = kinds[min(source[0], target[0]):max(source[1], target[1])]
    return torch.cat([words[source[0]:source[1]].mean(0), words[target[0]:target[1]].mean(0), middle.mean(0), words.mean(0),
                      (words * weight).sum(0) / weight.sum(), 3 * kinds.max(0).values, 3 * near.max(0).values])


def learn(x, y, classes, penalty):
    """Logistic regression with a quadratic penalty, classes evened out by the square root of their number."""
    head = torch.zeros(x.shape[1] + 1, classes, requires_grad=True)
    count = torch.bincount(y, minlength=classes).clamp_min(1).float()
    weight = count.rsqrt() / count.rsqrt().mean()
    optimiser = torch.optim.LBFGS([head], max_iter=150, line_search_fn="strong_wolfe")

    def loss():
        optimiser.zero_grad()
        value = F.cross_entropy(x @ head[:-1] + head[-1], y, weight=weight) + penalty / len(x) * head[:-1].square().sum()
        value.backward()
        return value

    optimiser.step(loss)
    return head.detach()


def macro_f1(given, wanted, classes):
    total = 0.0
    for k in range(classes):
        right = int(((given == k) & (wanted == k)).sum())
        total += 2 * right / max(1, int((given == k).sum()) + int((wanted == k).sum()))
    return 100 * total / classes


def tell(name, given, wanted, classes):
    right = float((given == wanted).float().mean())
    print(f"{name}: macro-F1 {macro_f1(given, wanted, classes):.1f}, right {100 * right:.1f} %", flush=True)


def across(x, y, fold, folds, classes, penalty):
    given = torch.zeros_like(y)
    for k in range(folds):
        rest, held = fold != k, fold == k
        middle, spread = x[rest].mean(0), x[rest].std(0) + 0.05
        head = learn((x[rest] - middle) / spread, y[rest], classes, penalty)
        given[held] = ((x[held] - middle) / spread @ head[:-1] + head[-1]).argmax(1)
    return given


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data")
    parser.add_argument("checkpoint")
    parser.add_argument("vocabulary")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--penalty", type=float, nargs="+", default=[10.0])
    options = parser.parse_args()
    torch.set_num_threads(1)
    network = export.network_of(options.checkpoint)
    network.eval()
    pieces = Pieces(options.vocabulary)
    roots, pair_roles = {}, next((f["roles"] for f in network.config["families"] if f["name"] == "plover"), None)
    rows, answers, folds, heads = [], [], [], []
    for doc in plover_pairs(options.data):
        words, projected, kinds = read(network, pieces, doc)
        for _, source, target, root in doc.spans:
            rows.append(features(words, kinds, source, target))
            answers.append(roots.setdefault(root, len(roots)))
            folds.append(zlib.crc32(" ".join(doc.words).encode()) % options.folds)
            if pair_roles:
                with torch.no_grad():
                    scores = network.pairs(projected, "plover", [source[1] - 1], [target[1] - 1])[0]
                heads.append(roots.get(pair_roles[int(scores.argmax())], -1))
    x, y, fold = torch.stack(rows), torch.tensor(answers), torch.tensor(folds)
    print(f"{len(y)} pairs, {len(roots)} roots: {' '.join(roots)}")
    for penalty in options.penalty:
        given = across(x, y, fold, options.folds, len(roots), penalty)
        tell(f"penalty {penalty:g}", given, y, len(roots))
    if heads:
        tell("pair head", torch.tensor(heads), y, len(roots))


if __name__ == "__main__":
    main()
