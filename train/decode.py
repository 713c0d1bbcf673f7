"""From scores to labels, as the C does it: BIO by Viterbi, spans from first and last words."""
import torch


def viterbi(scores, labels):
    """[words, labels] log-probabilities of BIO labels -> the best legal sequence (label indices)."""
    count = scores.shape[0]
    legal = torch.zeros(len(labels), len(labels))
    start = torch.zeros(len(labels))
    for j, to in enumerate(labels):
        if to.startswith("I"):
            start[j] = -1e9
            for i, frm in enumerate(labels):
                if not (frm[0] in "BI" and frm[1:] == to[1:]):
                    legal[i, j] = -1e9
    best, back = scores[0] + start, []
    for t in range(1, count):
        every = best[:, None] + legal
        top, arg = every.max(0)
        back.append(arg)
        best = top + scores[t]
    path = [int(best.argmax())]
    for arg in reversed(back):
        path.append(int(arg[path[-1]]))
    return path[::-1]


def spans_of(path, labels):
    """[(first, end, kind)] of a BIO sequence."""
    out = []
    for i, k in enumerate(path):
        label = labels[k]
        if label[0] == "B":
            out.append([i, i + 1, label[2:]])
        elif label[0] == "I" and out and out[-1][1] == i:
            out[-1][1] = i + 1
    return [tuple(s) for s in out]


WEAK = ("trigger", "cue")  # as src/model/tags.c: O stands against all other labels together, with WEAK_SPANS less,
WEAK_SPANS = 1.5
LEAST_INSIDE = 0.45  # and src/claim/ keeps a span whose first word is not O with this probability


def without_opening(span, opens, adposition):
    """An article ends no trigger, nor does the preposition before one (src/model/tags.c)."""
    first, end, kind = span
    while end > first + 1 and opens(end - 1):
        end -= 1
    if end > first + 1 and end < span[1] and adposition(end - 1):
        end -= 1
    return first, end, kind


def tag_spans(network, logits, sentences, name):
    labels = next(t["labels"] for t in network.config["tags"] if t["name"] == name)
    scores = network.tag(logits, name).log_softmax(-1)
    inside = 1 - scores[:, 0].exp()
    if name in WEAK:
        scores = scores.clone()
        scores[:, 0] -= scores[:, 1:].logsumexp(-1) - scores[:, 1:].max(-1).values + WEAK_SPANS
    out = []
    for a, b in sentences:
        out += [(a + s, a + e, k) for s, e, k in spans_of(viterbi(scores[a:b], labels), labels)
                if name not in WEAK or inside[a + s] >= LEAST_INSIDE]
    if name != "trigger":
        return out
    best = {tag["name"]: [tag["labels"][k] for k in network.tag(logits, tag["name"]).argmax(-1).tolist()]
            for tag in network.config["tags"] if tag["name"] in ("upos", "xpos")}
    return [without_opening(span, lambda i: best["upos"][i] == "DET" or best["xpos"][i] == "PRP$",
                            lambda i: best["upos"][i] == "ADP") for span in out]


def pair_spans(first, last, least=0.15, furthest=250):
    """first, last: probabilities over words of one role; -> disjoint [(first, end)], the likeliest pairs first."""
    starts = [i for i, p in enumerate(first) if p > 0.08]
    ends = [i for i, p in enumerate(last) if p > 0.08]
    pairs = sorted(((first[s] * last[e], s, e + 1) for s in starts for e in ends if s <= e < s + furthest), reverse=True)
    out = []
    for p, s, e in pairs:
        if p >= least and all(e <= a or s >= b for a, b in out):
            out.append((s, e))
    return sorted(out)


def frame_of(scores, roles):
    """[words, roles] scores with role 0 none -> [(word, role)]: the best role of each word, a numbered role (ARG0 ...) once: who
    has it less surely takes their next best."""
    scores = scores.log_softmax(-1).clone()
    numbered = [r for r, name in enumerate(roles) if name.startswith("ARG") and name[3:].isdigit()]
    while True:
        best = scores.argmax(-1).tolist()
        again = False
        for role in numbered:
            words = sorted((w for w, r in enumerate(best) if r == role), key=lambda w: float(scores[w, role]))
            for w in words[:-1]:
                scores[w, role] = -1e9
                again = True
        if not again:
            return [(w, r) for w, r in enumerate(best) if r]


def subtree(heads, word):
    """[first, end) of the words below word."""
    first = end = word
    for i in range(len(heads)):
        k, steps = i, 0
        while k >= 0 and k != word and steps < 200:
            k, steps = heads[k], steps + 1
        if k == word:
            first, end = min(first, i), max(end, i)
    return first, end + 1
