#!/usr/bin/env python3
"""How well the day of publication is told where nobody gives it: reports whose day is known are read with it withheld.

    publication_score.py ISNAD TEXTS... [--model DIR] [--records FILE] [--misses] [--keep FILE]

TEXTS   folders with NAME.txt beside NAME.json (which has "published"), or JSON Lines with "doc", "published", "text".
        Each is scored by itself; a report without a known day is left out.
inside  the day lies in the interval given; an interval with an open end is counted apart. width: the median, in days.
near    the best day is at most three days off.
--records FILE   scores records already made (by report.name's stem) and runs nothing. --keep FILE writes those made here.
"""
import argparse
import datetime
import glob
import json
import os
import statistics
import sys

from answers import answers


def day(text):
    return datetime.date.fromisoformat(text[:10]).toordinal() if text else None


def reports(path):
    """[(name, day, text)]"""
    out = []
    if os.path.isdir(path):
        for file in sorted(glob.glob(os.path.join(path, "*.json"))):
            with open(file, encoding="utf-8") as stream:
                published = json.load(stream).get("published")
            with open(file[:-5] + ".txt", encoding="utf-8") as stream:
                out.append((os.path.basename(file)[:-5], day(published), stream.read()))
    else:
        with open(path, encoding="utf-8") as stream:
            for line in stream:
                report = json.loads(line)
                out.append((report["doc"], day(report["published"]), report["text"]))
    return [report for report in out if report[1]]


def read(isnad, model, texts):
    command = [isnad, "read", "--json"] + (["--model", model] if model else []) + ["-"]
    return [json.loads(line) for line in answers(command, [{"id": name, "text": text} for name, _, text in texts])]


def score(name, texts, records, misses):
    given = closed = inside = open_inside = exact = near = 0
    widths = []
    for stem, wanted, _ in texts:
        published = records.get(stem, {}).get("published") or {}
        date, first, last = (day(published.get(key)) for key in ("date", "earliest", "latest"))
        given += date is not None
        is_closed = first is not None and last is not None
        closed += is_closed
        within = date is not None and (first is None or first <= wanted) and (last is None or wanted <= last)
        inside += within and is_closed
        open_inside += within and not is_closed
        exact += date == wanted
        near += date is not None and abs(date - wanted) <= 3
        if is_closed:
            widths.append(last - first + 1)
        if misses and not (within and is_closed and date == wanted):
            mark = "out " if not within else "open" if not is_closed else "in  "
            off = "-" if date is None else date - wanted
            print(f"   {mark} {stem:24} {datetime.date.fromordinal(wanted)} found {published.get('date')} ({off})"
                  f" of {published.get('earliest')} .. {published.get('latest')}")
    count = len(texts)
    print(f"{name:14} {count:4} reports: given {given}, interval {closed}, inside {inside}"
          f" ({100 * inside / max(count, 1):.0f} %), open and inside {open_inside}, exact {exact}"
          f" ({100 * exact / max(count, 1):.0f} %), near {near}, width {statistics.median(widths) if widths else '-'}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("isnad")
    parser.add_argument("texts", nargs="+")
    parser.add_argument("--model")
    parser.add_argument("--records")
    parser.add_argument("--keep")
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()
    made = []
    if args.records:
        with open(args.records, encoding="utf-8") as stream:
            made = [json.loads(line) for line in stream]
    for path in args.texts:
        texts = reports(path)
        if not texts:
            sys.exit(f"{path}: no report with a known day")
        if not args.records:
            made += read(args.isnad, args.model, texts)
        records = {os.path.splitext(os.path.basename(r["report"]["name"]))[0]: r["report"] for r in made}
        score(os.path.basename(path.rstrip("/")), texts, records, args.misses)
    if args.keep:
        with open(args.keep, "w", encoding="utf-8") as stream:
            stream.writelines(json.dumps(r) + "\n" for r in made)


if __name__ == "__main__":
    main()
