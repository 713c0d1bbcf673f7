#!/usr/bin/env python3
"""What questions to a store take: store_questions.py DB. Every pair of filters, with values that the store has often and
seldom; each question is asked twice, the second time counts (warm). Prints the slowest and the share within 100 ms."""
import itertools
import json
import os
import subprocess
import sys
import time

isnad, store = os.environ.get("BUILD", "build") + "/isnad", sys.argv[1]


def find(*arguments):
    return subprocess.run([isnad, "find", "-d", store, *arguments], capture_output=True, text=True, check=False)


def values():
    """Filters as lists of arguments: frequent ones, rare ones."""
    actors = [json.loads(row) for row in find("actors", "--limit", "400", "--as", "jsonl").stdout.splitlines()]
    names = [actor["name"] for actor in actors if actor["names"]]
    event = json.loads(find("events", "--status", "happened", "--limit", "1", "--as", "jsonl").stdout)
    place = (event.get("place") or {}).get("name") or "Aleppo"
    yield ["--actor", names[0]]
    yield ["--actor", names[-1]]
    yield ["--source", names[1]]
    yield ["--target", names[2]]
    yield ["--teller", "Outlet 1"]
    yield ["--teller", names[3]]
    yield ["--outlet", "Outlet 3"]
    yield from (["--type", kind] for kind in ("ASSAULT", "CONSULT", "THREATEN"))
    yield from (["--code", code] for code in ("19", "040", "0"))
    yield from (["--status", status] for status in ("happened", "denied", "planned"))
    yield ["--mode", "heavy-weapons"]
    yield ["--place", place]
    yield from (["--country", country] for country in ("SYR", "Ukraine", "TUR"))
    yield ["--near", "36.2,37.2,100"]
    yield ["--since", "2018-01-01"]
    yield ["--since", "2019-03-01", "--until", "2019-03-14"]
    yield from (["--chain", links] for links in ("0", "1-", "3-"))
    yield ["--tellers", "2"]
    yield ["--unnamed"]
    yield ["--named"]
    yield from (["--text", words] for words in ("soldiers", "said", "\"the border\"", "olive*"))


times = []
for first, second in itertools.combinations(list(values()), 2):
    if first[0] == second[0]:
        continue
    for _ in range(2):
        start = time.monotonic()
        answer = find("events", *first, *second)
        taken = (time.monotonic() - start) * 1000
    times.append((taken, answer.stdout.count("\n"), " ".join(first + second)))
    if answer.returncode:
        print("failed:", first, second, answer.stderr.strip())
times.sort(reverse=True)
within = sum(taken <= 100 for taken, _, _ in times)
tellings = sum(json.loads(row)["tellings"] for row in find("counts", "--as", "jsonl").stdout.splitlines())
print(f"{tellings} events; {len(times)} pairs of filters: {within} within 100 ms, "
      f"median {times[len(times) // 2][0]:.0f} ms, slowest {times[0][0]:.0f} ms")
for taken, rows, question in times[:8]:
    print(f"    {taken:.0f} ms, {rows} shown: {question}")
for by in ("type", "week", "pair"):
    start = time.monotonic()
    find("counts", "--by", by, "--type", "ASSAULT", "--country", "SYR")
    print(f"counts by {by}, two filters: {(time.monotonic() - start) * 1000:.0f} ms")
