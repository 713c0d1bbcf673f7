"""A network with some heads of another that has the same encoder: heads trained alone (train.py --frozen 6) go back without touching the others.

    graft.py FIRST SECOND GOAL HEAD...    checkpoints or weights; HEAD: a tag or a family of SECOND
"""
import sys

import torch

import export
import network as net


def copy_rows(layer, other, first, end):
    layer.weight[first:end] = other.weight[first:end]
    layer.bias[first:end] = other.bias[first:end]


@torch.no_grad()
def graft(network, other, head):
    if head in network.tag_place:
        copy_rows(network.tags, other.tags, *network.tag_place[head])
        return
    start, width = network.place[head]
    copy_rows(network.project, other.project, start, start + 2 * width)
    network.u[head].copy_(other.u[head])
    network.distance[head].copy_(other.distance[head])


def main():
    first, second, goal, *heads = sys.argv[1:]
    network, other = export.network_of(first), export.network_of(second)
    for head in heads:
        graft(network, other, head)
    net.save(network, goal, finished=True)


if __name__ == "__main__":
    main()
