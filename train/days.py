#!/usr/bin/env python3
"""Learns src/claim/day_weights.c: which days an event has that names none, from annotated reports (jsonl, train/texts).

    train/days.py [--tool build/train/day_choices] [--model model] [--data data] [--rounds 3] [--folds 5] FILE.jsonl ...
    train/days.py --folds 5 --rounds 0 ...     only shows how well the present choices can be weighed, writes nothing

Every round reads the reports with the weights of the round before (an event's days lean on those decided before it),
pairs the record's events with the annotated ones, and fits the weights so that the choices with the annotated days get
the probability: softmax over an event's choices, L2. The days compare as in the score: equal, or, of more than three
days, half of the union shared. Needs torch; the tool is made by `make build/train/day_choices`.
"""
import argparse
import datetime
import difflib
import json
import random
import re
import subprocess

import torch

MODES = 7
SOURCE = "src/claim/day_weights.c"


def day(text):
    return datetime.date.fromisoformat(text).toordinal() if text else None


def agree(gold, first, last):
    if first is None or last is None:
        return False
    if gold == (first, last):
        return True
    if gold[1] - gold[0] < 3:
        return False
    common = min(gold[1], last) - max(gold[0], first) + 1
    return 2 * common >= max(gold[1], last) - min(gold[0], first) + 1


def moved(text, read):
    """Position in `read` -> position in `text`."""
    if text == read:
        return range(len(text) + 1)
    table = [None] * (len(read) + 1)
    for a, b, size in difflib.SequenceMatcher(None, read, text, autojunk=False).get_matching_blocks():
        for k in range(size):
            table[a + k] = b + k
    return table


def annotated(item):
    """The report's events, each with all its mentions: (type, [trigger], days or None)."""
    events, of = [], {}
    for index, e in enumerate(item["events"]):
        first = of.get(e["same"] - 1, e["same"] - 1) if e["same"] else index
        if first == index or first not in of:
            of[index] = index
            events.append([index, e["type"], [e["trigger"]], e["days"]])
        else:
            of[index] = first
            entry = next(x for x in events if x[0] == first)
            entry[2].append(e["trigger"])
            entry[3] = entry[3] or e["days"]
    return events


def pairs(item, record):
    """Index of the record's event -> annotated event."""
    table, events, used, found = moved(item["text"], record["report"]["text"]), annotated(item), set(), {}
    for same_type in (True, False):
        for i, e in enumerate(record["events"]):
            inside = [table[k] for k in range(*e["trigger"]) if table[k] is not None] if i not in found else []
            for j, (_, kind, triggers, _) in enumerate(events):
                if inside and j not in used and (kind == e["type"] or not same_type) and any(
                        t[0] <= inside[-1] and inside[0] < t[1] for t in triggers):
                    found[i] = events[j]
                    used.add(j)
                    break
    return found


def examples(options, items):
    """One list a report, with (choices, indices of the right ones, annotated days, stand-ins) of each event asked for."""
    feed = "\n".join(json.dumps({"id": str(i), "text": x["text"], "date": x["published"]}) for i, x in enumerate(items))
    output = subprocess.run([options.tool, options.model, options.data], input=feed + "\n", capture_output=True, text=True,
                            check=True).stdout.splitlines()
    result = []
    for item, record, choices in zip(items, output[::2], output[1::2]):
        record, choices = json.loads(record), json.loads(choices)
        for event in record["events"]:
            event["trigger"] = (event["trigger"]["start"], event["trigger"]["end"])
        mine = []
        for index, event in pairs(item, record).items():
            if choices[index]:
                asked = [(c[0], day(c[1]), day(c[2]), c[3]) for c in choices[index]]
                days = event[3]
                gold = (day(days[0]), day(days[1] or days[0])) if days and days[0] else None
                right = [k for k, c in enumerate(asked) if gold and days[1] and agree(gold, c[1], c[2])]
                mine.append((asked, right or [0], gold, stand_ins(asked)))  # better nothing than wrong days
        result.append(mine)
    return result


def stand_ins(choices):
    """[i][k]: does choice k pass for choice i?"""
    table = torch.zeros(len(choices), len(choices))
    for i, (mode, first, last, _) in enumerate(choices):
        for k, (other, begin, end, _) in enumerate(choices):
            if mode and other and ((first, last) == (begin, end) or
                                   (last is not None and end is not None and agree((begin, end), first, last))):
                table[i][k] = 1
    return table


def fit(reports, size, penalty, steps=60):
    weights = torch.zeros(size * MODES, requires_grad=True)
    index, offsets, owner, good, events = [], [], [], [], 0
    for choices, right, _, _ in (e for report in reports for e in report):
        if not right:
            continue
        for k, (mode, _, _, features) in enumerate(choices):
            offsets.append(len(index))
            index += [f * MODES + mode for f in features]
            owner.append(events)
            good.append(k in right)
        events += 1
    index, offsets, owner, good = map(torch.tensor, (index, offsets, owner, good))
    optimiser = torch.optim.LBFGS([weights], max_iter=steps, line_search_fn="strong_wolfe")

    def loss():
        optimiser.zero_grad()
        score = torch.nn.functional.embedding_bag(index, weights[:, None], offsets, mode="sum")[:, 0].exp()
        whole = torch.zeros(events).index_add(0, owner, score)
        part = torch.zeros(events).index_add(0, owner, score * good)
        value = (whole.log() - part.clamp_min(1e-12).log()).sum() + penalty * (weights ** 2).sum()
        value.backward()
        return value

    optimiser.step(loss)
    return weights.detach().view(size, MODES)


def decide(choices, table, weights):
    score = torch.stack([weights[c[3], c[0]].sum() for c in choices]).softmax(0)
    worth, best = (table @ score).max(0)
    return choices[best], float(worth)


def measure(reports, weights, threshold):
    right = given = wanted = 0
    for choices, _, gold, table in (e for report in reports for e in report):
        best, worth = decide(choices, table, weights)
        wanted += gold is not None
        if best[2] and worth >= threshold:
            given += 1
            right += gold is not None and agree(gold, best[1], best[2])
    return right, given, wanted


def across(options, reports, size):
    random.Random(1).shuffle(reports)
    for threshold in options.thresholds:
        sums = [0, 0, 0]
        for k in range(options.folds):
            if threshold == options.thresholds[0]:
                options.fitted.append(fit([r for i, r in enumerate(reports) if i % options.folds != k], size, options.penalty))
            part = measure([r for i, r in enumerate(reports) if i % options.folds == k], options.fitted[k], threshold)
            sums = [a + b for a, b in zip(sums, part)]
        print(f"threshold {threshold}: {sums[0]} right of {sums[1]} given, {sums[2]} wanted, "
              f"F1 {200 * sums[0] / (sums[1] + sums[2]):.1f}", flush=True)


def write(weights, groups):
    starts = {}
    at = 0
    for name, count in groups:
        starts[at] = name
        at += count
    with open(SOURCE, "w", encoding="utf-8") as file:
        file.write("/* claim/day_weights: made by train/days.py from annotated reports; day_choice.h says what they are of.\n"
                   " * A row for each feature, a column for each DayMode. */\n"
                   "#include \"claim/day_choice.h\"\n\n/* clang-format off */\n"
                   "const float day_weights[DAY_FEATURE_COUNT][DAY_MODE_COUNT] = {\n")
        for i, row in enumerate(weights.tolist()):
            if i in starts:
                file.write(f"    /* {starts[i]} */\n")
            file.write("    {" + ", ".join(f"{x:.2f}F".replace("-0.00F", "0.00F") for x in row) + "},\n")
        file.write("};\n/* clang-format on */\n")


def read_groups():
    """Names and sizes as the header has them."""
    with open("src/claim/day_choice.h", encoding="utf-8") as file:
        text = file.read()
    sizes = {"DAY_PAIRS": 0, "DAY_TENSES": 0, "EVENT_TYPE_COUNT": 16}
    for name in ("DAY_PAIRS", "DAY_TENSES"):
        sizes[name] = int(re.search(rf"#define {name}\s+(\d+)", text).group(1))
    return [(name, eval(size, {}, sizes)) for name, size in re.findall(r"^    X\((\w+), ([^)]*)\)", text, re.M)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--tool", default="build/train/day_choices")
    parser.add_argument("--model", default="model")
    parser.add_argument("--data", default="data")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--penalty", type=float, default=0.5)
    parser.add_argument("--thresholds", type=float, nargs="+", default=[0.2, 0.28, 0.36])
    options = parser.parse_args()
    torch.set_num_threads(1)
    groups = read_groups()
    size = sum(count for _, count in groups)
    items = []
    for path in options.files:
        with open(path, encoding="utf-8") as file:
            items += [x for x in map(json.loads, file) if x["published"]]
    for number in range(max(options.rounds, 1)):
        reports = examples(options, items)
        asked = [e for r in reports for e in r]
        print(f"round {number + 1}: {len(asked)} events, {sum(bool(right) for _, right, _, _ in asked)} with a right choice",
              flush=True)
        options.fitted = []
        if options.folds:
            across(options, list(reports), size)
        if options.rounds:
            write(fit(reports, size, options.penalty), groups)
            if number + 1 < options.rounds:
                subprocess.run(["make", "-j1", options.tool], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
