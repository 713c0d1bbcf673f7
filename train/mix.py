"""The weights between two checkpoints of one network: mix.py A B SHARE_OF_A OUT.pt; A and B are checkpoints (.pt) or weights (.safetensors)

A later stage on our own reports forgets a little of what the public data taught; a share of the stage before brings it back.
"""
import sys

import torch

import export
import network as net


def main():
    first, second, share, goal = sys.argv[1:5]
    network, other = export.network_of(first), export.network_of(second).state_dict()
    share = float(share)
    mixed = {name: value * share + other[name] * (1 - share) if torch.is_floating_point(value) else value
             for name, value in network.state_dict().items()}
    network.load_state_dict(mixed)
    net.save(network, goal, finished=True)


if __name__ == "__main__":
    main()
