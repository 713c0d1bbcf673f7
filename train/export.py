"""Writes the weights file of model/FORMAT.md from a checkpoint, and reads one back as a network.

    export.py WORK CHECKPOINT MODELDIR     -> MODELDIR/weights.safetensors, MODELDIR/vocab.txt
"""
import argparse
import json
import os
import shutil

import torch
from safetensors import safe_open
from safetensors.torch import save_file

import network as net


def rows(weight):
    """int8 and a float32 scale for each last-dimension row."""
    scale = weight.abs().amax(-1).clamp_min(1e-8) / 127
    return torch.round(weight / scale[..., None]).to(torch.int8).contiguous(), scale.float().contiguous()


def linear(out, name, module):
    out[name + ".weight"], out[name + ".scale"] = rows(module.weight.detach())
    out[name + ".bias"] = module.bias.detach().float().contiguous()


def norm(out, name, module):
    out[name + ".weight"] = module.weight.detach().float().contiguous()
    out[name + ".bias"] = module.bias.detach().float().contiguous()


def tensors_of(network):
    out = {}
    out["embeddings.word"], out["embeddings.word.scale"] = rows(network.word.weight.detach())
    out["embeddings.position"] = network.position.weight.detach().float().contiguous()
    out["embeddings.type"] = network.segment.detach().float().contiguous()
    norm(out, "embeddings.norm", network.norm)
    for k, layer in enumerate(network.layers):
        for part in ("qkv", "attention_out", "ffn_in", "ffn_out"):
            linear(out, f"layer.{k}.{part}", getattr(layer, part))
        for part in ("attention_norm", "ffn_norm"):
            norm(out, f"layer.{k}.{part}", getattr(layer, part))
    linear(out, "tags", network.tags)
    linear(out, "project", network.project)
    for name, u in network.u.items():
        out[f"family.{name}.u"], out[f"family.{name}.u.scale"] = rows(u.detach())
        out[f"family.{name}.distance"] = network.distance[name].detach().float().contiguous()
    return out


def read(path, dropout=0.0):
    """The network of a weights file, int8 expanded to float: what the C computes on its float path."""
    with safe_open(path, "pt") as file:
        config = json.loads(file.metadata()["config"])
        held = {name: file.get_tensor(name) for name in file.keys()}

    def full(name, scale):
        return held[name].float() * held[scale][..., None]

    network = net.Network(dict(config, dropout=dropout))
    state = {"word.weight": full("embeddings.word", "embeddings.word.scale"), "position.weight": held["embeddings.position"],
             "segment": held["embeddings.type"], "norm.weight": held["embeddings.norm.weight"], "norm.bias": held["embeddings.norm.bias"]}
    linears = [("tags", "tags"), ("project", "project")]
    for k in range(config["layers"]):
        linears += [(f"layer.{k}.{p}", f"layers.{k}.{p}") for p in ("qkv", "attention_out", "ffn_in", "ffn_out")]
        for part in ("attention_norm", "ffn_norm"):
            for side in ("weight", "bias"):
                state[f"layers.{k}.{part}.{side}"] = held[f"layer.{k}.{part}.{side}"]
    for theirs, ours in linears:
        state[ours + ".weight"], state[ours + ".bias"] = full(theirs + ".weight", theirs + ".scale"), held[theirs + ".bias"]
    for family in config["families"]:
        name = family["name"]
        state[f"u.{name}"] = full(f"family.{name}.u", f"family.{name}.u.scale")
        state[f"distance.{name}"] = held[f"family.{name}.distance"]
    network.load_state_dict(state)
    return network


def network_of(path, dropout=0.0):
    """The network of a checkpoint or of a weights file, that with so much dropout."""
    return read(path, dropout) if path.endswith(".safetensors") else net.load(path)[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work")
    parser.add_argument("checkpoint")
    parser.add_argument("folder")
    parser.add_argument("--window", type=int, help="word pieces of a window when read by the C, where it is not the config's")
    args = parser.parse_args()
    network, _ = net.load(args.checkpoint)
    config = {k: v for k, v in network.config.items() if k != "dropout"}
    config["window"] = args.window or config["window"]
    os.makedirs(args.folder, exist_ok=True)
    path = os.path.join(args.folder, "weights.safetensors")
    save_file(tensors_of(network), path, metadata={"format": "isnad-model", "version": "1", "config": json.dumps(config)})
    shutil.copyfile(os.path.join(args.work, "vocab.txt"), os.path.join(args.folder, "vocab.txt"))
    print(f"{os.path.getsize(path) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
