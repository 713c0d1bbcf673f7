"""Reference readings for the C tests: what PyTorch computes from the shipped weights, in float, on texts of our own.

    dump.py MODELDIR OUT REPORT.txt...     -> OUT/NAME.txt (the report's first paragraphs, one window) and OUT/NAME.tsv: a word a line with the
                                     labels of largest score for upos, xpos, actor and the probability of that actor label
"""
import argparse
import os

import torch

import export
from pieces import Pieces
from words import words

TAGS = ("upos", "xpos", "actor")


def one_window(text, pieces, most):
    """The first paragraphs that fit into one window."""
    kept, size = "", 0
    for paragraph in text.split("\n\n"):
        size += sum(len(pieces.of(paragraph[a:b])) for a, b in words(paragraph))
        if size > most:
            break
        kept += paragraph + "\n\n"
    return kept


@torch.no_grad()
def read(network, pieces, text):
    found = [text[a:b] for a, b in words(text)]
    ids, firsts = [pieces.cls], []
    for word in found:
        firsts.append(len(ids))
        ids += pieces.of(word)
    logits, _ = network.heads(network([ids + [pieces.sep]], [firsts])[0])
    columns = []
    for name in TAGS:
        labels = next(t["labels"] for t in network.config["tags"] if t["name"] == name)
        scores = network.tag(logits, name).softmax(-1)
        best = scores.argmax(-1).tolist()
        columns.append([labels[k] for k in best])
    return zip(found, *columns, [f"{float(scores[i, k]):.6f}" for i, k in enumerate(best)])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("out")
    parser.add_argument("reports", nargs="+")
    args = parser.parse_args()
    network = export.read(os.path.join(args.model, "weights.safetensors"))
    network.eval()
    pieces = Pieces(os.path.join(args.model, "vocab.txt"))
    os.makedirs(args.out, exist_ok=True)
    for path in args.reports:
        with open(path, encoding="utf-8") as file:
            text = one_window(file.read(), pieces, network.config["window"] - 2)
        stem = os.path.join(args.out, os.path.splitext(os.path.basename(path))[0])
        with open(stem + ".txt", "w", encoding="utf-8") as file:
            file.write(text)
        with open(stem + ".tsv", "w", encoding="utf-8") as file:
            for row in read(network, pieces, text):
                file.write("\t".join(row) + "\n")


if __name__ == "__main__":
    main()
