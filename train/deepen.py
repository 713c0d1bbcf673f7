"""Weights -> a checkpoint with more layers of the start weights on top, and the learned layers drawn back towards them.

    deepen.py WORK WEIGHTS OUT.pt [--layers 8] [--kept 1.0] [--frozen 2]

Each new layer is the start weights' layer of the same number. KEPT is how much of what the learned layers above FROZEN have learned stays ("shrink
and perturb", Ash and Adams 2020: a network that went on from stage to stage generalises worse than one that learns everything at once; drawn back
half way to where it began, it learns like the latter).
"""
import argparse
import os

import export
import network as net


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work")
    parser.add_argument("weights")
    parser.add_argument("goal")
    parser.add_argument("--layers", type=int, default=8)
    parser.add_argument("--kept", type=float, default=1.0)
    parser.add_argument("--frozen", type=int, default=2, help="so many lowest layers stay as they are")
    args = parser.parse_args()
    old = export.network_of(args.weights)
    new = net.Network(dict(old.config, layers=args.layers, dropout=0.1))
    net.start_weights(new, os.path.join(args.work, "start.npz"))
    start = {name: value.clone() for name, value in new.state_dict().items()}
    known = old.config["layers"]
    learned = tuple(f"layers.{k}." for k in range(args.frozen, known))
    mixed = {name: args.kept * value + (1 - args.kept) * start[name] if name.startswith(learned) else value
             for name, value in old.state_dict().items()}
    new.load_state_dict(mixed, strict=False)
    net.save(new, args.goal)


if __name__ == "__main__":
    main()
