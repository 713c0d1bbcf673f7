#!/usr/bin/env python3
"""How often the likeliest name of many is the right one: name_likeness on lists of names.

    names_score.py ofac FOLDER [--every N]     aliases of persons to their primary names (sdn.csv, alt.csv of OFAC)
    names_score.py pairs FILE [--every N]      Arabic spelling to the Latin original, among the first 3,000 originals
                                               of FILE (Latin, TAB, Arabic with its letters apart, TAB, number)

Takes build/bench/names_first (make build/bench/names_first) and the tables of data/. An alias that is the primary name
letter by letter is no question. --every N asks each Nth question only; --misses writes out what went wrong.
"""
import argparse
import csv
import os
import subprocess
import tempfile


def ofac(folder):
    def rows(name):
        return csv.reader(open(os.path.join(folder, name), encoding="latin-1"))
    persons = {r[0]: r[1] for r in rows("sdn.csv") if len(r) > 2 and r[2].strip() == "individual"}
    aliases = [(r[0], r[3]) for r in rows("alt.csv") if len(r) > 3 and r[0] in persons and r[3] != persons[r[0]]]
    return list(persons.items()), aliases


def pairs(path):
    candidates, queries, seen = [], [], set()
    for line in open(path, encoding="utf-8"):
        latin, arabic = line.rstrip("\n").split("\t")[:2]
        if latin not in seen and len(candidates) < 3000:
            seen.add(latin)
            candidates.append((latin, latin))
            queries.append((latin, arabic.replace(" ", "")))
    return candidates, queries


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("ofac", "pairs"))
    parser.add_argument("path")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--program", default="build/bench/names_first")
    args = parser.parse_args()
    candidates, queries = (ofac if args.what == "ofac" else pairs)(args.path)
    queries = queries[::args.every]
    paths = []
    for items in (candidates, queries):
        with tempfile.NamedTemporaryFile("w", suffix=".tsv", delete=False, encoding="utf-8") as file:
            file.writelines(f"{key}\t{name}\n" for key, name in items)
            paths.append(file.name)
    made = subprocess.run([args.program, "data", *paths], capture_output=True, check=True).stdout.decode()
    for path in paths:
        os.unlink(path)
    right = 0
    for line in made.splitlines():
        key, found, value, query, name = line.split("\t")
        right += key == found
        if args.misses and key != found:
            print(f"{value}  {query}  ->  {name}, not {dict(candidates)[key]}")
    print(f"first answer right: {100 * right / max(1, len(queries)):.1f} % of {len(queries)}, {len(candidates)} candidates")


if __name__ == "__main__":
    main()
