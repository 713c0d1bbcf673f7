"""Trains all heads together; resumable at any checkpoint.

    train.py WORK --name NAME --from start|CHECKPOINT|WEIGHTS --plan "ewt:1@0-1 polnear:0.5@0.2-1 ..." [--frozen 2] [--quantise-after 0.8]

A plan entry is task:passes@begin-end: so many passes over the task's windows, spread at random between these parts of the run.
Checkpoints go to WORK/NAME.pt every few minutes and hold the optimiser and the place in the plan; the same command goes on from there.
"""
import argparse
import os
import pickle
import random
import time

import torch

import export
import network as net
from losses import window_loss


def batches_of(plan, tasks, size, seed):
    """[(task, windows)]: similar lengths together, in the order of the plan."""
    draw = random.Random(seed)
    placed = []
    for entry in plan.split():
        task, rest = entry.split(":")
        passes, span = rest.split("@")
        begin, end = map(float, span.split("-"))
        passes = float(passes)
        while passes > 0:
            windows = list(tasks[task])
            draw.shuffle(windows)
            windows = windows[:round(len(windows) * min(1.0, passes))]
            passes -= 1
            batch, count = [], 0
            for window in windows + [None]:
                if window is None or (batch and count + len(window["ids"]) > size):
                    placed.append((draw.uniform(begin, end), len(placed), task, batch))
                    batch, count = [], 0
                if window is not None:
                    batch.append(window)
                    count += len(window["ids"])
    placed.sort(key=lambda p: p[:2])
    return [(task, batch) for _, _, task, batch in placed]


def freeze(network, count):
    below = [network.position, network.norm, *network.layers[:count]] if count else []
    for part in below:
        part.requires_grad_(False)
    network.segment.requires_grad_(not below)


def optimiser_of(network, rates):
    heads = [p for n, p in network.named_parameters() if p.requires_grad and n.split(".")[0] in ("tags", "project", "u", "distance")]
    known = {id(p) for p in heads}
    body = [p for p in network.parameters() if p.requires_grad and id(p) not in known]
    return torch.optim.AdamW([{"params": body, "lr": rates[0], "rate": rates[0]}, {"params": heads, "lr": rates[1], "rate": rates[1]}],
                             weight_decay=0.01, betas=(0.9, 0.98), fused=True)


def blanked(ids, share, blank, draw):
    """The pieces with so large a share of them blanked, at random: what is known by heart cannot be told from them alone."""
    inner = range(1, len(ids) - 1)
    return [blank if i in inner and draw.random() < share else x for i, x in enumerate(ids)] if share else ids


def step(network, optimiser, windows, part, warm, blank_out, half):
    for group in optimiser.param_groups:
        group["lr"] = group["rate"] * (min(1.0, part / warm) if part < warm else max(0.02, (1 - part) / (1 - warm)))
    with torch.autocast(network.word.weight.device.type, torch.bfloat16, enabled=half):
        words = network([blank_out(w["ids"]) for w in windows], [w["firsts"] for w in windows])
    loss = sum(window_loss(network, x.float(), w) for x, w in zip(words, windows)) / len(windows)
    optimiser.zero_grad(set_to_none=True)
    loss.backward()
    torch.nn.utils.clip_grad_norm_([p for p in network.parameters() if p.requires_grad], 1.0)
    optimiser.step()
    return float(loss)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work")
    parser.add_argument("--name", required=True)
    parser.add_argument("--from", dest="source", default="start")
    parser.add_argument("--whole", action="store_true", help="take every part of that checkpoint, not only what the first stage learned")
    parser.add_argument("--plan", required=True)
    parser.add_argument("--batch", type=int, default=600, help="word pieces")
    parser.add_argument("--rates", default="5e-5,1e-3", help="encoder, heads")
    parser.add_argument("--quantise-after", type=float, default=2.0, help="part of the run from which on int8 is in the loop")
    parser.add_argument("--frozen", type=int, default=0, help="so many lowest layers stay as they are, and cost no way back")
    parser.add_argument("--warm", type=float, default=0.05)
    parser.add_argument("--blank", type=float, default=0, help="share of the word pieces that are blanked in our own texts")
    parser.add_argument("--bfloat16", action="store_true", help="the encoder's products in bfloat16: 1.7 times as fast where the processor has avx512_bf16")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--save-every", type=float, default=240, help="seconds")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    if torch.cuda.is_available():
        torch.set_default_device("cuda")
    torch.manual_seed(args.seed)
    tasks, config, own = {}, None, set()
    for name in ("public", "own"):
        path = os.path.join(args.work, name + ".pkl")
        if os.path.exists(path):
            with open(path, "rb") as file:
                held = pickle.load(file)
            tasks.update(held["train"])
            config = held.get("config", config)
            own |= set(held["train"]) if name == "own" else set()
            del held
    with open(os.path.join(args.work, "vocab.txt"), encoding="utf-8") as file:
        blank = file.read().split("\n").index("[MASK]")
    draw = random.Random(args.seed)
    goal = os.path.join(args.work, args.name + ".pt")
    done, held = 0, None
    if os.path.exists(goal):
        network, held = net.load(goal)
        done = held.get("done", 0)
    elif args.source == "start":
        network = net.Network(config)
        net.start_weights(network, os.path.join(args.work, "start.npz"))
    elif args.whole:
        network = export.network_of(args.source, 0.1)
    else:
        network = net.Network(config)
        net.transfer(net.load(args.source)[0], network)
    freeze(network, args.frozen)
    optimiser = optimiser_of(network, [float(r) for r in args.rates.split(",")])
    if held and "optimiser" in held:
        optimiser.load_state_dict(held["optimiser"])
    del held
    plan = batches_of(args.plan, tasks, args.batch, args.seed)
    print(f"{len(plan)} batches, {sum(len(w['ids']) for _, b in plan for w in b):,} pieces, from batch {done}", flush=True)
    network.train()
    losses, pieces, began, saved, told = {}, 0, time.time(), time.time(), time.time()
    for number in range(done, len(plan)):
        task, windows = plan[number]
        part = (number + 1) / len(plan)
        net.Linear.quantise = part > args.quantise_after
        share = args.blank if task in own else 0
        loss = step(network, optimiser, windows, part, args.warm, lambda ids: blanked(ids, share, blank, draw), args.bfloat16)
        losses[task] = 0.98 * losses.get(task, loss) + 0.02 * loss
        pieces += sum(len(w["ids"]) for w in windows)
        if time.time() - told > 30:
            told = time.time()
            print(f"{number + 1}/{len(plan)} {pieces / (time.time() - began):.0f} pieces/s "
                  + " ".join(f"{k} {v:.2f}" for k, v in sorted(losses.items())), flush=True)
        if time.time() - saved > args.save_every or number + 1 == len(plan):
            saved = time.time()
            net.save(network, goal + ".new", optimiser=optimiser.state_dict(), done=number + 1)
            os.replace(goal + ".new", goal)
    net.save(network, goal + ".new", done=len(plan), finished=True)
    os.replace(goal + ".new", goal)
    print(f"finished in {time.time() - began:.0f} s", flush=True)


if __name__ == "__main__":
    main()
