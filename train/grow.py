"""Weights -> a checkpoint with the families of WORK's configuration, and with positions that the start weights never learned.

    grow.py WORK WEIGHTS OUT.pt

A family that WEIGHTS lacks starts at random, everything else stays as it is. The start weights were trained on 384 pieces at most: their rows of
the position table from 384 on are noise. The rows before are nearly a rotation of each other in few dimensions (16 hold 87 % of their variance), so
the rest follows by turning on: what attention sees of two positions is then how far they are apart, as before.
"""
import os
import pickle
import sys

import torch

import export
import network as net

LEARNED = 384   # positions
SETTLED = 8     # the first few stand apart
DIMENSIONS = 16


def turned_on(table):
    """The position table with the rows from LEARNED on made anew."""
    known = table[SETTLED:LEARNED].double()
    middle = known.mean(0)
    axes = torch.linalg.svd(known - middle, full_matrices=False).Vh[:DIMENSIONS]
    path = (known - middle) @ axes.T
    u, _, v = torch.linalg.svd(path[:-1].T @ path[1:])
    turn, at, out = u @ v, path[-1], table.clone()
    for row in range(LEARNED, len(table)):
        at = at @ turn
        out[row] = (middle + at @ axes).float()
    return out


def grown(old, config):
    new = net.Network(dict(old.config, families=config["families"]))
    state = {name: value for name, value in old.state_dict().items() if not name.startswith("project.")}
    new.load_state_dict(state, strict=False)
    with torch.no_grad():
        for name, (a, d) in old.place.items():
            b = new.place[name][0]
            for part in ("weight", "bias"):
                getattr(new.project, part)[b:b + 2 * d] = getattr(old.project, part)[a:a + 2 * d]
        new.position.weight.copy_(turned_on(old.position.weight))
    return new


def main():
    work, weights, goal = sys.argv[1:]
    with open(os.path.join(work, "public.pkl"), "rb") as file:
        config = pickle.load(file)["config"]
    torch.manual_seed(1)
    net.save(grown(export.network_of(weights, 0.1), config), goal)


if __name__ == "__main__":
    main()
