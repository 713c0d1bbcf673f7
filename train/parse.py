"""Runs a checkpoint over documents: trees for our own texts, so that the head words of their spans are known."""
import hashlib
import os
import pickle

import torch

import export


def tree_of(arc, root):
    """Maximum spanning tree with one root (Chu-Liu/Edmonds) over arc[dependent][head] and root[dependent]; -> heads, -1 root."""
    count = len(root)
    best = None
    order = sorted(range(count), key=lambda i: -root[i])[:3]
    for start in order:
        heads = [max(range(count), key=lambda h: arc[i][h] if h != i else -1e9) if count > 1 else 0 for i in range(count)]
        heads[start] = -1
        heads = break_cycles(arc, heads, start)
        score = root[start] + sum(arc[i][h] for i, h in enumerate(heads) if h >= 0)
        if best is None or score > best[0]:
            best = (score, heads)
    return best[1]


def break_cycles(arc, heads, root):
    """Greedy: each cycle's weakest arc is moved to the best head outside of the cycle's subtree."""
    while True:
        cycle = find_cycle(heads)
        if not cycle:
            return heads
        below = descendants(heads, cycle)
        choice = max(((arc[i][h] - arc[i][heads[i]], i, h) for i in cycle for h in range(len(heads)) if h not in below),
                     default=(0, cycle[0], root))
        heads[choice[1]] = choice[2]


def find_cycle(heads):
    state = [0] * len(heads)
    for i in range(len(heads)):
        path, k = [], i
        while k >= 0 and state[k] == 0:
            state[k] = 1
            path.append(k)
            k = heads[k]
        if k >= 0 and state[k] == 1:
            return path[path.index(k):]
        for p in path:
            state[p] = 2
    return None


def descendants(heads, seeds):
    below, grown = set(seeds), True
    while grown:
        grown = False
        for i, h in enumerate(heads):
            if h in below and i not in below:
                below.add(i)
                grown = True
    return below


@torch.no_grad()
def read_windows(network, pieces, doc, maximum=256):
    """(first word, sentences, tag logits, projections) a window."""
    from prepare import windows_of
    for first, end in windows_of(doc, pieces, maximum):
        ids, firsts = [pieces.cls], []
        for word in doc.words[first:end]:
            firsts.append(min(len(ids), 510))
            ids += pieces.of(word)
        ids = ids[:511] + [pieces.sep]
        logits, projected = network.heads(network([ids], [firsts])[0])
        yield first, [(a - first, b - first) for a, b in doc.sentences if first <= a < end], logits, projected


def give_trees(checkpoint, docs, pieces, kept):
    """Sets doc.heads, doc.relations and doc.upos; the file `kept` holds what this checkpoint's parser said before."""
    with open(checkpoint, "rb") as file:
        parser = hashlib.file_digest(file, "sha256").hexdigest()
    trees = {}
    if os.path.exists(kept):
        with open(kept, "rb") as file:
            trees = pickle.load(file)
    key = lambda doc: (parser, tuple(doc.sentences), tuple(doc.words))
    parse([doc for doc in docs if key(doc) not in trees], checkpoint, pieces)
    trees = {key(doc): trees.get(key(doc)) or (doc.heads, doc.relations, doc.upos) for doc in docs}
    for doc in docs:
        doc.heads, doc.relations, doc.upos = (list(part) for part in trees[key(doc)])
    with open(kept, "wb") as file:
        pickle.dump(trees, file)


@torch.no_grad()
def parse(docs, checkpoint, pieces):
    network = export.network_of(checkpoint)
    network.eval()
    relations = next(f["roles"] for f in network.config["families"] if f["name"] == "relation")
    upos = next(t["labels"] for t in network.config["tags"] if t["name"] == "upos")
    for doc in docs:
        doc.heads, doc.relations, doc.upos = [], [], []
        for first, sentences, logits, projected in read_windows(network, pieces, doc):
            doc.upos += [upos[i] for i in network.tag(logits, "upos").argmax(-1).tolist()]
            for a, b in sentences:
                scores = network.family(projected, "arc", range(a, b), a, b)[:, :, 0]
                scores.fill_diagonal_(-1e9)
                every = torch.cat([scores, scores.new_zeros(b - a, 1)], 1).log_softmax(1)
                heads = tree_of(every[:, :-1].tolist(), every[:, -1].tolist())
                label = network.pairs(projected, "relation", range(a, b), [a + (h if h >= 0 else i) for i, h in enumerate(heads)])
                doc.relations += [relations[r] for r in label.argmax(-1).tolist()]
                doc.heads += [first + a + h if h >= 0 else -1 for h in heads]
