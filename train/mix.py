"""The weights between two checkpoints of one network: mix.py A.pt B.pt SHARE_OF_A OUT.pt

A later stage on our own reports forgets a little of what the public data taught; a share of the stage before brings it back.
"""
import sys

import torch

import network as net


def main():
    first, second, share, goal = sys.argv[1:5]
    network, other = net.load(first)[0], net.load(second)[0].state_dict()
    share = float(share)
    mixed = {name: value * share + other[name] * (1 - share) if torch.is_floating_point(value) else value
             for name, value in network.state_dict().items()}
    network.load_state_dict(mixed)
    net.save(network, goal, finished=True)


if __name__ == "__main__":
    main()
