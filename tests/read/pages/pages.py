#!/usr/bin/env python3
"""Pages of our own in the layouts of content systems, and how well the HTML door reads them.

    pages.py make FOLDER             writes the pages
    pages.py score FOLDER RESULTS    RESULTS: what test_html says of them; figures by system, misses below
A page's text is scored by token F1 against the wanted text; title, outlet, author and day are right or wrong."""
import collections
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from boards import BOARDS  # noqa: E402
from heldout import HELD_OUT  # noqa: E402
from learnt import LEARNT  # noqa: E402
from more_systems import MORE  # noqa: E402
from once_held import ONCE_HELD  # noqa: E402
from systems import SYSTEMS, Page  # noqa: E402

TUNED = SYSTEMS + MORE + LEARNT + BOARDS + ONCE_HELD
PER_SYSTEM, PER_HELD_OUT = 4, 2
FLOOR_TEXT, FLOOR_FACTS = 95.0, 90.0
FLOOR_UNSEEN = 90.0  # of the text; their facts are only told


def reports():
    found = []
    for line in open(os.path.join(HERE, "reports.txt"), encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("=== "):
            found.append([line[4:].split()[0], None, [], line.split()[-1]])
        elif found and found[-1][1] is None:
            found[-1][1] = line
        elif found:
            found[-1][2].append(line)
    return [tuple(report) for report in found]


def pages():
    bank = reports()
    arabic = [report for report in bank if report[3] == "ar"]
    western = [report for report in bank if report[3] in ("en", "fr")]
    rest = [report for report in bank if report[3] != "ar"]
    for place, system in enumerate(TUNED + HELD_OUT):
        for number in range(PER_HELD_OUT if system in HELD_OUT else PER_SYSTEM):
            choice = arabic if system.__name__ == "arabic" else western if system.__name__ == "table_page" else rest
            if system.__name__ == "live_blog":
                choice = [report for report in choice if len(report[2]) >= 5]
            page = Page(system.__name__, number, choice[(place * 5 + number * 7) % len(choice)])
            yield f"{system.__name__}-{number}", system, page, system(page)


def make(folder):
    os.makedirs(folder, exist_ok=True)
    for name, _, page, text in pages():
        with open(os.path.join(folder, name + ".html"), "wb") as out:
            out.write(text.encode(page.encoding, "xmlcharrefreplace"))


def tokens(text):
    return collections.Counter(re.findall(r"\w+", text))


def f1(found, wanted):
    found, wanted = tokens(found), tokens(wanted)
    common = sum((found & wanted).values())
    return 200 * common / max(1, sum(found.values()) + sum(wanted.values()))


def judge(page, result):
    facts = {"title": page.title, "outlet": page.outlet, "author": page.author, "date": page.day}
    right = {}
    for key, wanted in facts.items():
        value = re.sub(r"\s+", " ", result[key] or "").strip()
        if wanted is None:
            continue
        right[key] = value[:10] == wanted if key == "date" else value.casefold() == wanted.casefold()
    return f1(result["text"] or "", "\n".join(page.wanted)), right


def score(folder, path):
    results = {os.path.basename(result["name"])[:-5]: result for result in map(json.loads, open(path, encoding="utf-8"))}
    by_system, misses = collections.OrderedDict(), []
    for name, system, page, _ in pages():
        if name not in results:
            continue
        text, right = judge(page, results[name])
        by_system.setdefault(system, []).append((text, right))
        wrong = [f"{key}: {results[name][key]!r}" for key, fine in right.items() if not fine]
        if text < FLOOR_TEXT or wrong:
            misses.append(f"  {name}: text {text:.1f} {'; '.join(wrong)} {results[name]['error'] or ''}")
    passed = failed = 0
    for title, systems in (("tuned", TUNED), ("held out", HELD_OUT)):
        systems = [system for system in systems if system in by_system]
        rows = [row for system in systems for row in by_system[system]]
        if not rows:
            continue
        for system in systems:
            print(f"  {system.__name__:18} text {sum(r[0] for r in by_system[system]) / len(by_system[system]):5.1f}")
        text = sum(row[0] for row in rows) / len(rows)
        facts = {}
        for key in ("title", "outlet", "author", "date"):
            told = [row[1][key] for row in rows if key in row[1]]
            facts[key] = 100 * sum(told) / len(told)
        print(f"{title}: {len(rows)} pages, text F1 {text:.1f}, " + ", ".join(f"{key} {value:.0f} %" for key, value in facts.items()))
        tuned = systems[0] in TUNED
        for fine in [text >= FLOOR_TEXT] + [value >= FLOOR_FACTS for value in facts.values()] if tuned else [text >= FLOOR_UNSEEN]:
            passed, failed = passed + fine, failed + (not fine)
    print("\n".join(["pages below the floor:"] + misses))
    print(f"pages: {passed} passed, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(sys.argv[2])
    else:
        score(sys.argv[2], sys.argv[3])
