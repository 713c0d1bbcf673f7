"""The network of model/FORMAT.md: encoder, tag heads, families. Quantisation in the loop is switched on by `quantise`."""
import json
import math

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

LEVELS = [0, 1, 2, 3, 4, 5, 7, 10, 15, 25, 45]


def buckets(count):
    """[count, count]: bucket of (w - p) for predicate row p and candidate column w."""
    k = torch.arange(count)[None, :] - torch.arange(count)[:, None]
    level = torch.bucketize(k.abs(), torch.tensor(LEVELS), right=True) - 1
    return 10 + torch.sign(k) * level


def rounded(x, dim):
    """x rounded to int8 with one scale along dim; the gradient passes."""
    scale = x.detach().abs().amax(dim, keepdim=True).clamp_min(1e-8) / 127
    return x + (torch.round(x.detach() / scale) * scale - x.detach())


class Linear(nn.Linear):
    quantise = False

    def forward(self, x):
        if Linear.quantise:
            return F.linear(rounded(x, -1), rounded(self.weight, 1), self.bias)
        return F.linear(x, self.weight, self.bias)


class Layer(nn.Module):
    def __init__(self, config):
        super().__init__()
        width = config["width"]
        self.heads = config["heads"]
        self.qkv = Linear(width, 3 * width)
        self.attention_out = Linear(width, width)
        self.attention_norm = nn.LayerNorm(width, eps=config["norm_epsilon"])
        self.ffn_in = Linear(width, config["ffn"])
        self.ffn_out = Linear(config["ffn"], width)
        self.ffn_norm = nn.LayerNorm(width, eps=config["norm_epsilon"])
        self.drop = config["dropout"]

    def attend(self, qkv):
        count, width = qkv.shape[0], qkv.shape[1] // 3
        q, k, v = qkv.view(count, 3, self.heads, width // self.heads).permute(1, 2, 0, 3)
        out = F.scaled_dot_product_attention(q[None], k[None], v[None])
        return out[0].transpose(0, 1).reshape(count, width)

    def forward(self, x, lengths):
        mixed = torch.cat([self.attend(part) for part in self.qkv(x).split(lengths)])
        x = self.attention_norm(x + F.dropout(self.attention_out(mixed), self.drop, self.training))
        inner = self.ffn_out(F.gelu(self.ffn_in(x)))
        return self.ffn_norm(x + F.dropout(inner, self.drop, self.training))


class Network(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.config = config
        width = config["width"]
        self.word = nn.Embedding(config["vocab"], width)
        self.word.weight.requires_grad_(False)
        self.position = nn.Embedding(config["positions"], width)
        self.segment = nn.Parameter(torch.zeros(width))
        self.norm = nn.LayerNorm(width, eps=config["norm_epsilon"])
        self.layers = nn.ModuleList(Layer(config) for _ in range(config["layers"]))
        self.tags = Linear(width, sum(len(t["labels"]) for t in config["tags"]))
        self.project = Linear(width, sum(2 * f["width"] for f in config["families"]))
        self.u, self.distance, self.place = nn.ParameterDict(), nn.ParameterDict(), {}
        start = 0
        for family in config["families"]:
            name, d, roles = family["name"], family["width"], len(family["roles"])
            self.place[name] = (start, d)
            start += 2 * d
            self.u[name] = nn.Parameter(torch.randn(roles, d, d + 1) * (0.2 / d))
            self.distance[name] = nn.Parameter(torch.zeros(roles, 21))
            if family["roles"][0] == "none":
                with torch.no_grad():
                    self.distance[name][0] += 4  # most words are no argument
        self.tag_place, start = {}, 0
        for tag in config["tags"]:
            self.tag_place[tag["name"]] = (start, start + len(tag["labels"]))
            start += len(tag["labels"])
        self.drop = config["dropout"]
        self.buckets = buckets(640)

    def encode(self, windows):
        """windows: lists of piece ids; -> [pieces of all, width]."""
        lengths = [len(w) for w in windows]
        ids = torch.tensor([i for w in windows for i in w])
        at = torch.cat([torch.arange(n) for n in lengths])
        table = rounded(self.word.weight[ids], -1) if Linear.quantise else self.word(ids)
        x = F.dropout(self.norm(table + self.position(at) + self.segment), self.drop, self.training)
        for layer in self.layers:
            x = layer(x, lengths)
        return x

    def forward(self, windows, firsts):
        """firsts: for each window the piece index of each word. -> h of the words, one tensor a window."""
        x = self.encode(windows)
        out, start = [], 0
        for window, first in zip(windows, firsts):
            out.append(x[torch.tensor(first) + start])
            start += len(window)
        return out

    def heads(self, words):
        """-> tag logits and projections of a [words, width] tensor."""
        words = F.dropout(words, self.drop, self.training)
        return self.tags(words), F.gelu(self.project(words))

    def tag(self, logits, name):
        a, b = self.tag_place[name]
        return logits[:, a:b]

    def family(self, projected, name, predicates, first=0, end=None):
        """Scores [predicates, words first..end, roles] within one window."""
        start, d = self.place[name]
        end = projected.shape[0] if end is None else end
        p = torch.as_tensor(predicates)
        a = projected[p, start:start + d]
        b = projected[first:end, start + d:start + 2 * d]
        a = torch.cat([a, a.new_ones(len(p), 1)], 1)
        q = torch.einsum("pe,rde->prd", a, self.u[name])
        score = torch.einsum("prd,wd->pwr", q, b)
        return score + self.distance[name].t()[self.buckets[p][:, first:end]]

    def pairs(self, projected, name, predicates, candidates):
        """Scores [pairs, roles] of given pairs."""
        start, d = self.place[name]
        p, w = torch.as_tensor(predicates), torch.as_tensor(candidates)
        a = projected[p, start:start + d]
        b = projected[w, start + d:start + 2 * d]
        a = torch.cat([a, a.new_ones(len(p), 1)], 1)
        q = torch.einsum("pe,rde->prd", a, self.u[name])
        return torch.einsum("prd,pd->pr", q, b) + self.distance[name].t()[self.buckets[p, w]]


def start_weights(network, path):
    """Copies the start weights (start.py) into the first layers."""
    z = np.load(path)

    def get(name):
        return torch.tensor(z[name.replace("/", "|")])

    with torch.no_grad():
        network.word.weight.copy_(get("embeddings/word_embeddings"))
        network.position.weight.copy_(get("embeddings/position_embeddings"))
        network.segment.copy_(get("embeddings/token_type_embeddings")[0])
        network.norm.weight.copy_(get("embeddings/LayerNorm/gamma"))
        network.norm.bias.copy_(get("embeddings/LayerNorm/beta"))
        for k, layer in enumerate(network.layers):
            base = f"encoder/layer_{k}/"
            parts = [base + f"attention/self/{n}/" for n in ("query", "key", "value")]
            layer.qkv.weight.copy_(torch.cat([get(p + "kernel").t() for p in parts]))
            layer.qkv.bias.copy_(torch.cat([get(p + "bias") for p in parts]))
            for ours, theirs in (("attention_out", "attention/output"), ("ffn_in", "intermediate"), ("ffn_out", "output")):
                getattr(layer, ours).weight.copy_(get(base + theirs + "/dense/kernel").t())
                getattr(layer, ours).bias.copy_(get(base + theirs + "/dense/bias"))
            for ours, theirs in (("attention_norm", "attention/output"), ("ffn_norm", "output")):
                getattr(layer, ours).weight.copy_(get(base + theirs + "/LayerNorm/gamma"))
                getattr(layer, ours).bias.copy_(get(base + theirs + "/LayerNorm/beta"))


TEACHERS = {"statement_first": "attribution_first", "statement_last": "attribution_last", "cue": "attribution"}


def transfer(old, new):
    """What two networks share: encoder, tag heads and families by name and labels; a part that `old` has not learned yet
    starts from its TEACHERS entry. Families and heads of `new` that have neither keep their first values."""
    with torch.no_grad():
        shared = {k: v for k, v in old.state_dict().items() if k.split(".")[0] in ("word", "position", "segment", "norm", "layers")}
        new.load_state_dict(shared, strict=False)
        for name, (a, b) in new.tag_place.items():
            start, end = old.tag_place.get(TEACHERS.get(name, name), (0, 0))
            if end - start == b - a:
                new.tags.weight[a:b], new.tags.bias[a:b] = old.tags.weight[start:end], old.tags.bias[start:end]
        for name, (a, d) in new.place.items():
            teacher = TEACHERS.get(name, name)
            if teacher in old.place and old.u[teacher].shape == new.u[name].shape:
                start = old.place[teacher][0]
                new.project.weight[a:a + 2 * d] = old.project.weight[start:start + 2 * d]
                new.project.bias[a:a + 2 * d] = old.project.bias[start:start + 2 * d]
                if teacher in LEARNED_FIRST:
                    new.u[name].copy_(old.u[teacher])
                    new.distance[name].copy_(old.distance[teacher])


LEARNED_FIRST = {"arc", "relation", "role", "coref", "attribution_first", "attribution_last"}  # by the first stage: EWT, GUM, PolNeAR


def save(network, path, **more):
    torch.save({"config": network.config, "weights": network.state_dict(), **more}, path)


def load(path):
    held = torch.load(path, weights_only=False, map_location=torch.get_default_device())
    network = Network(held["config"])
    network.load_state_dict(held["weights"])
    return network, held


def describe(config):
    return json.dumps({k: v for k, v in config.items() if k not in ("tags", "families")})
