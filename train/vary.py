"""Adds to WORK/own.pkl, for each task of reports, the same windows under other names: task NAME_varied, COPIES of each window.

    vary.py WORK [--copies 3]

A network that sees a report several times learns its names by heart. In a copy every person's name, every country with its people and capital, and
every other one-word place is another one, the same one all through a report; the labels stay, since words stand for words.
"""
import argparse
import os
import pickle
import random

from pieces import Pieces

TABLES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data")
SHARE = 0.7  # of the countries of a report that become others


def rows(name):
    with open(os.path.join(TABLES, name), encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")][1:]


def countries():
    """[[name, adjective, people, capital]] of one word each; a form of two countries belongs to none."""
    out = []
    for row in rows("countries.tsv"):
        adjectives, people = row[5].split("|"), row[6].split("|")
        forms = [row[3], adjectives[0], people[-1], row[7].split("|")[0].split("@")[0].split("=")[0]]
        if all(form.isalpha() for form in forms):
            out.append(forms)
    return out


def is_name(word):
    return len(word) > 2 and word[0].isupper() and word[1:].islower() and word.isalpha()


def no_names():
    """Words that stand in names' places but are none: titles, countries, their people."""
    out = {form for country in countries() for form in country}
    for row in rows("countries.tsv"):
        out |= {word for cell in row[3:8] for form in cell.split("|") for word in form.split("@")[0].replace("=", " ").split()}
    out |= {word.capitalize() for row in rows("titles.tsv") for word in row[0].split()}
    return out | {"The", "His", "Her", "Its", "Their", "For", "But", "And", "Former"}


def run_of(words, at, never):
    """The words of the name around its head word."""
    first = end = at
    while first > 0 and is_name(words[first - 1]) and words[first - 1] not in never:
        first -= 1
    while end < len(words) and is_name(words[end]) and words[end] not in never:
        end += 1
    return words[first:end]


def names_of(window, person, never):
    """Words of persons' names in a window: (those that stand last, those before)."""
    given, family = set(), set()
    for at, tag in enumerate(window["tags"].get("actor", [])):
        if tag == person and is_name(window["words"][at]):
            name = run_of(window["words"], at, never)
            family |= set(name[-1:])
            given |= set(name[:-1])
    return given - family, family


def places_of(window, place, never):
    return {window["words"][w] for _, frame in window["frames"].get("event", []) for w, role in frame.items()
            if role == place and is_name(window["words"][w])} - never


def of_report(windows, person, place, never):
    given, family, places = set(), set(), set()
    for window in windows:
        more_given, more_family = names_of(window, person, never)
        given, family, places = given | more_given, family | more_family, places | places_of(window, place, never)
    return given - family - places, family - places, places


def change_of(found, pools, known, draw):
    """{word: other word} for one copy of a report."""
    change = {}
    for words, pool in zip(found, pools):
        change.update({word: draw.choice(pool) for word in sorted(words)})
    others = draw.sample(known, len(known))
    for country, other in zip(known, others):
        if draw.random() < SHARE:
            change.update(zip(country, other))
    return change


def varied(window, change, pieces):
    words = [change.get(word, word) for word in window["words"]]
    ids, firsts = [pieces.cls], []
    for word in words:
        firsts.append(len(ids))
        ids += pieces.of(word)
    return {**window, "words": words, "ids": ids + [pieces.sep], "firsts": firsts}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work")
    parser.add_argument("--copies", type=int, default=3)
    parser.add_argument("--tasks", nargs="*", default=["reports", "events", "fresh", "newest", "latest", "newer", "repeats", "sparing", "real", "daily", "recent", "implied"])
    args = parser.parse_args()
    path = os.path.join(args.work, "own.pkl")
    with open(path, "rb") as file:
        held = pickle.load(file)
    with open(os.path.join(args.work, "public.pkl"), "rb") as file:
        config = pickle.load(file)["config"]
    person = next(tag for tag in config["tags"] if tag["name"] == "actor")["labels"].index("person")
    place = next(family for family in config["families"] if family["name"] == "event")["roles"].index("place")
    pieces, never, known = Pieces(os.path.join(args.work, "vocab.txt")), no_names(), countries()
    reports = {}
    for task in args.tasks:
        for window in held["train"].get(task, []):
            reports.setdefault((task, window["doc"]), []).append(window)
    found = {key: of_report(windows, person, place, never) for key, windows in reports.items()}
    pools = [sorted(set().union(*(f[k] for f in found.values()))) for k in range(3)]
    print(f"{len(pools[0])} given names, {len(pools[1])} family names, {len(pools[2])} places, {len(known)} countries")
    for (task, doc), windows in reports.items():
        for copy in range(args.copies):
            change = change_of(found[task, doc], pools, known, random.Random(f"{doc} {copy}"))
            copies = [varied(window, change, pieces) for window in windows]
            held["train"].setdefault(task + "_varied", []).extend(c for c in copies if len(c["ids"]) <= config["positions"])
    for task in args.tasks:
        windows = held["train"].get(task + "_varied", [])
        print(f"train {task}_varied: {len(windows)} windows, {sum(len(w['ids']) for w in windows):,} pieces")
    with open(path, "wb") as file:
        pickle.dump(held, file)


if __name__ == "__main__":
    main()
