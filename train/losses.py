"""The loss of one window: tags, tree, frames, ranks, pairs. Every term is a mean over what it labels."""
import torch
import torch.nn.functional as F

TAG_WEIGHT = {"trigger": 20.0, "cue": 8.0, "attribution": 10.0, "name": 8.0, "time": 4.0, "actor": 5.0, "status": 1.0, "named": 1.0}
FRAME_WEIGHT = {"role": 0.5, "event": 0.9, "statement": 0.5, "statement_first": 0.4, "statement_last": 0.4, "attribution_first": 0.4, "attribution_last": 0.4}
RANK_WEIGHT = {"event_source": 0.6, "event_target": 0.6, "event_place": 0.6}


def tag_losses(network, logits, window):
    for name, values in window["tags"].items():
        wanted = torch.tensor(values)
        if (wanted >= 0).any():
            yield TAG_WEIGHT.get(name, 1.0) * F.cross_entropy(network.tag(logits, name), wanted, ignore_index=-100)
    if window["maybe"]:
        nobody = F.log_softmax(network.tag(logits, "actor"), -1)[window["maybe"], 0]
        yield -torch.log1p(-nobody.exp().clamp(max=1 - 1e-6)).mean()


def same_sentence(window, count):
    of = torch.zeros(count, dtype=torch.long)
    for k, (a, b) in enumerate(window["sentences"]):
        of[a:b] = k
    return of[:, None] == of[None, :]


def tree_losses(network, projected, window):
    heads, relations = window["tree"]
    count = len(heads)
    scores = network.family(projected, "arc", range(count))[:, :, 0]
    allowed = same_sentence(window, count) & ~torch.eye(count, dtype=torch.bool)
    scores = scores.masked_fill(~allowed, -1e9)
    scores = torch.cat([scores, scores.new_zeros(count, 1)], 1)
    wanted = torch.tensor([h if h >= 0 else count for h in heads])
    yield F.cross_entropy(scores, wanted)
    pairs = [(i, h if h >= 0 else i) for i, h in enumerate(heads)]
    scores = network.pairs(projected, "relation", [p for p, _ in pairs], [w for _, w in pairs])
    yield F.cross_entropy(scores, torch.tensor(relations), ignore_index=-100)


def frame_losses(network, projected, window):
    count = projected.shape[0]
    for family, frames in window["frames"].items():
        if not frames:
            continue
        if family == "role":
            yield FRAME_WEIGHT[family] * role_loss(network, projected, window, frames)
            continue
        scores = network.family(projected, family, [p for p, _ in frames])
        wanted = torch.zeros(len(frames), count, dtype=torch.long)
        for k, (_, frame) in enumerate(frames):
            for w, r in frame.items():
                wanted[k, w] = r
        loss = F.cross_entropy(scores.reshape(-1, scores.shape[-1]), wanted.reshape(-1), reduction="sum")
        yield FRAME_WEIGHT[family] * loss / len(frames)


def role_loss(network, projected, window, frames):
    """PropBank's candidates are the words of the predicate's sentence."""
    total = 0
    for a, b in window["sentences"]:
        mine = [f for f in frames if a <= f[0] < b]
        if not mine:
            continue
        scores = network.family(projected, "role", [p for p, _ in mine], a, b)
        wanted = torch.zeros(len(mine), b - a, dtype=torch.long)
        for k, (_, frame) in enumerate(mine):
            for w, r in frame.items():
                if a <= w < b:
                    wanted[k, w - a] = r
        total = total + F.cross_entropy(scores.reshape(-1, scores.shape[-1]), wanted.reshape(-1), reduction="sum")
    return total / len(frames)


def rank_losses(network, projected, window):
    for family, ranks in window["ranks"].items():
        ranks = [r for r in ranks if r[2]]
        if not ranks:
            continue
        count = projected.shape[0]
        scores = network.family(projected, family, [p for p, _, _ in ranks])[:, :, 0]
        allowed = torch.zeros(len(ranks), count + 1, dtype=torch.bool)
        right = torch.zeros(len(ranks), count + 1, dtype=torch.bool)
        for k, (_, gold, candidates) in enumerate(ranks):
            allowed[k, candidates] = True
            if gold:
                right[k, list(gold)] = True
            else:
                right[k, count] = True
        allowed[:, count] = True
        scores = torch.cat([scores, scores.new_zeros(len(ranks), 1)], 1).masked_fill(~allowed, -1e9)
        every = torch.logsumexp(scores, 1)
        good = torch.logsumexp(scores.masked_fill(~right, -1e9), 1)
        yield RANK_WEIGHT.get(family, 1.0) * (every - good).mean()


def pair_losses(network, projected, window):
    if window["pairs"]:
        scores = network.pairs(projected, "plover", [p for p, _, _ in window["pairs"]], [w for _, w, _ in window["pairs"]])
        yield F.cross_entropy(scores, torch.tensor([r for _, _, r in window["pairs"]]))


def window_loss(network, words, window):
    logits, projected = network.heads(words)
    parts = list(tag_losses(network, logits, window))
    if window["tree"]:
        parts += tree_losses(network, projected, window)
    parts += frame_losses(network, projected, window)
    parts += rank_losses(network, projected, window)
    parts += pair_losses(network, projected, window)
    return sum(parts)
