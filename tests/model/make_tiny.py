#!/usr/bin/env python3
"""Writes tests/model/tiny/: a small model of random weights in model/FORMAT.md's format, a text, and what plain NumPy makes
of it, written from FORMAT.md alone and not from the C. The files are committed, so the tests need no Python.

    make_tiny.py tests/model/tiny                          2 layers x 64, 200 pieces
    make_tiny.py FOLDER --layers 6 --width 768 --vocab 28996   any other size, weights only (for bench/)
"""
import argparse
import json
import math
import os

import numpy as np
from safetensors.numpy import save_file

TYPES = ("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION "
         "MOBILIZE COERCE ASSAULT").split()
UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
LEVELS = [0, 1, 2, 3, 4, 5, 7, 10, 15, 25, 45]
SENTENCES = [
    "the minister said on Monday that the army had left the town .",
    "\" We did not agree , \" he told reporters in Baghdad .",
    "Protesters blocked the road , and the police arrested 12 of them !",
    "The governor denied the report .",
    "Officials who did not give their names said the two sides would meet again next week , the agency reported .",
    "no comment",
]


def bio(*kinds):
    return ["O"] + [f"{b}-{k}" for k in kinds for b in "BI"]


def config_of(options):
    tags = {"upos": UPOS, "xpos": ["NN", "NNS", "VBD", "IN", "DT", "NNP", "."], "lemma": ["=", "0|", "1|", "2|", "3|y", "2|e"],
            "name": bio("PER", "ORG", "LOC"), "trigger": bio(*TYPES),
            "status": "happened ongoing planned called-for possible denied asked".split(), "cue": ["O", "B", "I"],
            "attribution": ["O", "B", "I"], "named": ["yes", "no"], "time": bio("DATE", "TIME", "DURATION", "SET"),
            "actor": ["O", "person", "group", "organization", "country", "unnamed"]}
    span, d = ["none", "speaker", "content"], options.pair_width
    small = max(d // 2, 8)
    relations = ["root", "nsubj", "nsubj:pass", "obj", "obl", "det", "case", "punct", "parataxis"]
    relations += [f"r{i}" for i in range(options.relations - len(relations))]
    families = [("arc", "rank", d, ["head"]), ("relation", "label", small, relations),
                ("event", "label", d, ["none", "source", "target", "place", "time", "count"]),
                ("statement", "label", d, span), ("statement_first", "label", d, span), ("statement_last", "label", d, span),
                ("attribution", "label", d, span), ("role", "label", small, ["none", "ARG0", "ARG1", "ARGM-TMP"]),
                ("coref", "rank", d, ["same"]), ("same_event", "rank", small, ["same"]),
                ("event_source", "rank", small, ["source"]), ("event_target", "rank", small, ["target"]),
                ("event_place", "rank", small, ["place"]), ("within", "rank", small, ["within"]),
                ("plover", "label", small, ["none"] + TYPES)]
    return {"layers": options.layers, "width": options.width, "heads": options.heads, "ffn": 4 * options.width,
            "vocab": options.vocab, "positions": options.positions, "cased": True, "norm_epsilon": 1e-12,
            "window": options.window, "tags": [{"name": n, "labels": v} for n, v in tags.items()],
            "families": [{"name": n, "kind": k, "width": w, "roles": r} for n, k, w, r in families]}


def vocabulary(count):
    """Special pieces, every character that the sentences need, alone and inside, and some whole words and beginnings."""
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"] + list(letters + ".,!?\"'-") + ["##" + c for c in letters]
    words = ("the The said that army town We did not he told in police report and on had left road them did who two sides "
             "would next week Mon ##day minister ##ers ##ed Baghdad").split()
    pieces += [w for w in words if w not in pieces]
    assert len(pieces) <= count, len(pieces)
    return pieces + [f"[unused{i}]" for i in range(count - len(pieces))]


def rounded(values):
    """int8 and a scale for each row of the last axis"""
    scale = np.abs(values).max(-1, keepdims=True) / 127
    return np.round(values / scale).astype(np.int8), scale[..., 0].astype(np.float32)


def weights_of(config, random):
    out, width, ffn = {}, config["width"], config["ffn"]

    def matrix(name, outputs, inputs):
        out[name + ".weight"], out[name + ".scale"] = rounded(random.normal(0, 1.2 / math.sqrt(inputs), (outputs, inputs)))
        out[name + ".bias"] = random.normal(0, 0.1, outputs).astype(np.float32)

    def norm(name):
        out[name + ".weight"] = random.normal(1, 0.1, width).astype(np.float32)
        out[name + ".bias"] = random.normal(0, 0.1, width).astype(np.float32)

    out["embeddings.word"], out["embeddings.word.scale"] = rounded(random.normal(0, 0.5, (config["vocab"], width)))
    out["embeddings.position"] = random.normal(0, 0.1, (config["positions"], width)).astype(np.float32)
    out["embeddings.type"] = random.normal(0, 0.1, width).astype(np.float32)
    norm("embeddings.norm")
    for k in range(config["layers"]):
        matrix(f"layer.{k}.qkv", 3 * width, width)
        matrix(f"layer.{k}.attention_out", width, width)
        matrix(f"layer.{k}.ffn_in", ffn, width)
        matrix(f"layer.{k}.ffn_out", width, ffn)
        norm(f"layer.{k}.attention_norm")
        norm(f"layer.{k}.ffn_norm")
    matrix("tags", sum(len(t["labels"]) for t in config["tags"]), width)
    matrix("project", sum(2 * f["width"] for f in config["families"]), width)
    for family in config["families"]:
        name, d, roles = family["name"], family["width"], len(family["roles"])
        out[f"family.{name}.u"], out[f"family.{name}.u.scale"] = rounded(random.normal(0, 4 / d, (roles, d, d + 1)))
        out[f"family.{name}.distance"] = random.normal(0, 0.5, (roles, 21)).astype(np.float32)
    return out


def gelu(x):
    return x * 0.5 * (1 + np.vectorize(math.erf)(x / math.sqrt(2)))


class Plain:
    """The arithmetic of FORMAT.md in double precision, nothing shared with anything else."""

    def __init__(self, config, weights):
        self.config, self.weights = config, weights

    def matrix(self, name):
        return self.weights[name + ".weight"] * self.weights[name + ".scale"].astype(np.float64)[:, None]

    def linear(self, name, x):
        return x @ self.matrix(name).T + self.weights[name + ".bias"]

    def norm(self, name, x):
        mean, variance = x.mean(-1, keepdims=True), x.var(-1, keepdims=True)
        x = (x - mean) / np.sqrt(variance + self.config["norm_epsilon"])
        return x * self.weights[name + ".weight"] + self.weights[name + ".bias"]

    def encode(self, ids):
        w, heads = self.weights, self.config["heads"]
        x = w["embeddings.word"][ids] * w["embeddings.word.scale"].astype(np.float64)[ids][:, None]
        x = self.norm("embeddings.norm", x + w["embeddings.position"][:len(ids)] + w["embeddings.type"])
        for k in range(self.config["layers"]):
            parts = [p.reshape(len(ids), heads, -1).transpose(1, 0, 2) for p in np.split(self.linear(f"layer.{k}.qkv", x), 3, 1)]
            scores = parts[0] @ parts[1].transpose(0, 2, 1) / math.sqrt(parts[0].shape[-1])
            share = np.exp(scores - scores.max(-1, keepdims=True))
            share /= share.sum(-1, keepdims=True)
            mixed = (share @ parts[2]).transpose(1, 0, 2).reshape(len(ids), -1)
            x = self.norm(f"layer.{k}.attention_norm", x + self.linear(f"layer.{k}.attention_out", mixed))
            x = self.norm(f"layer.{k}.ffn_norm", x + self.linear(f"layer.{k}.ffn_out", gelu(self.linear(f"layer.{k}.ffn_in", x))))
        return x

    def scores(self, name, h, predicate):
        """[words, roles]"""
        start = 0
        for family in self.config["families"]:
            if family["name"] == name:
                break
            start += 2 * family["width"]
        d = family["width"]
        both = gelu(self.linear("project", h)[:, start:start + 2 * d])
        a, b = np.append(both[predicate, :d], 1), both[:, d:]
        u = self.weights[f"family.{name}.u"] * self.weights[f"family.{name}.u.scale"].astype(np.float64)[..., None]
        far = np.arange(len(h)) - predicate
        level = np.searchsorted(LEVELS, np.abs(far), side="right") - 1
        return np.einsum("rde,e,wd->wr", u, a, b) + self.weights[f"family.{name}.distance"].T[10 + np.sign(far) * level]


def pieces_of(word, vocab):
    parts = []
    for c in word:
        if not c.isalnum():
            parts.append([c])
        elif parts and parts[-1][0].isalnum():
            parts[-1].append(c)
        else:
            parts.append([c])
    out = []
    for part in map("".join, parts):
        start, found = 0, []
        while start < len(part):
            end = next((e for e in range(len(part), start, -1) if ("##" if start else "") + part[start:e] in vocab), None)
            if end is None:
                found = [vocab["[UNK]"]]
                break
            found.append(vocab[("##" if start else "") + part[start:end]])
            start = end
        out += found
    return out


def reference(config, weights, pieces, folder):
    """What the first window holds: the first sentences, as many as `window` pieces have room for."""
    vocab, plain = {p: i for i, p in enumerate(pieces)}, Plain(config, weights)
    ids, firsts = [vocab["[CLS]"]], []
    for sentence in SENTENCES:
        own = [pieces_of(w, vocab) for w in sentence.split()]
        if len(ids) + sum(map(len, own)) + 1 > config["window"]:
            break
        for p in own:
            firsts.append(len(ids))
            ids += p
    ids.append(vocab["[SEP]"])
    h = plain.encode(np.array(ids))[firsts]
    out = {"h": h, "tags": plain.linear("tags", h)}
    for name, predicate in (("arc", 4), ("relation", 7), ("event", 12), ("statement", 2), ("coref", 9), ("event_target", 12), ("within", 20)):
        out[name] = plain.scores(name, h, predicate)
    out = {k: v.astype(np.float32) for k, v in out.items()}
    out["pieces"] = np.array(ids, np.float32)
    save_file(out, os.path.join(folder, "reference.safetensors"))
    with open(os.path.join(folder, "sentences.txt"), "w", encoding="utf-8") as file:
        file.write("\n".join(SENTENCES) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    for name, value in (("layers", 2), ("width", 64), ("heads", 0), ("vocab", 200), ("positions", 64), ("window", 56),
                        ("pair-width", 16), ("relations", 12)):
        parser.add_argument("--" + name, type=int, default=value)
    options = parser.parse_args()
    options.heads = options.heads or options.width // (64 if options.width >= 256 else 16)
    config, random = config_of(options), np.random.default_rng(1)
    weights, pieces = weights_of(config, random), vocabulary(options.vocab)
    os.makedirs(options.folder, exist_ok=True)
    save_file(weights, os.path.join(options.folder, "weights.safetensors"),
              {"format": "isnad-model", "version": "1", "config": json.dumps(config)})
    with open(os.path.join(options.folder, "vocab.txt"), "w", encoding="utf-8") as file:
        file.write("\n".join(pieces) + "\n")
    if options.vocab <= 200:
        reference(config, weights, pieces, options.folder)


main()
