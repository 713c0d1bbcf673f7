"""Weights -> a checkpoint with more layers of the start weights on top, and the learned layers drawn back towards them.

    deepen.py WORK WEIGHTS OUT.pt [--layers 8] [--share 1.0] [--kept 1.0] [--frozen 2]

Each new layer is the start weights' layer of the same number. SHARE scales what it adds to the vectors that pass through it: with 1 it is that
layer as it was, with 0 it changes nothing at first (its norms then give back the mean and the spread that the vectors have). KEPT is how much of what
the learned layers above FROZEN have learned stays ("shrink and perturb", Ash and Adams 2020: a network that went on from stage to stage generalises
worse than one that learns everything at once; drawn back half way to where it began, it learns like the latter).
"""
import argparse
import os
import pickle

import torch

import export
import network as net

SAMPLE = 40  # windows


def spread(network, windows):
    """Mean and standard deviation of the vectors behind the last layer."""
    with torch.no_grad():
        vectors = torch.cat([network.encode([window["ids"]]) for window in windows])
    return float(vectors.mean(-1).mean()), float(vectors.std(-1, unbiased=False).mean())


def soften(layer, share, mean, deviation):
    for part in (layer.attention_out, layer.ffn_out):
        part.weight.mul_(share)
        part.bias.mul_(share)
    for norm in (layer.attention_norm, layer.ffn_norm):
        norm.weight.mul_(share).add_((1 - share) * deviation)
        norm.bias.mul_(share).add_((1 - share) * mean)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work")
    parser.add_argument("weights")
    parser.add_argument("goal")
    parser.add_argument("--layers", type=int, default=8)
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--kept", type=float, default=1.0)
    parser.add_argument("--frozen", type=int, default=2, help="so many lowest layers stay as they are")
    args = parser.parse_args()
    old = export.network_of(args.weights).eval()
    with open(os.path.join(args.work, "public.pkl"), "rb") as file:
        windows = pickle.load(file)["train"]["polnear"][:SAMPLE]
    mean, deviation = spread(old, windows)
    new = net.Network(dict(old.config, layers=args.layers, dropout=0.1))
    net.start_weights(new, os.path.join(args.work, "start.npz"))
    start = {name: value.clone() for name, value in new.state_dict().items()}
    known = old.config["layers"]
    learned = tuple(f"layers.{k}." for k in range(args.frozen, known))
    mixed = {name: args.kept * value + (1 - args.kept) * start[name] if name.startswith(learned) else value
             for name, value in old.state_dict().items()}
    new.load_state_dict(mixed, strict=False)
    with torch.no_grad():
        for layer in new.layers[known:]:
            soften(layer, args.share, mean, deviation)
    net.save(new, args.goal)
    print(f"{args.layers} layers; behind layer {known}: mean {mean:.3f}, deviation {deviation:.3f}")


if __name__ == "__main__":
    main()
