#!/usr/bin/env python3
"""How well places are found and placed: LGL, GeoVirus (both with coordinates) and event-location (which place an event has).

    place_score.py given lgl.xml|GeoVirus.xml BUILD/bench/places_given [--part dev|held|all] [--misses]
    place_score.py read lgl.xml|GeoVirus.xml BUILD/isnad [--model DIR] [--part ...] [--every N] [--misses]
    place_score.py events labeled_text.jsonl BUILD/isnad [--model DIR] [--part ...] [--every N] [--misses]

given   the mentions of the data set are handed in; right: within 161 km. A mention without coordinates is left out.
read    end to end: a place of the record that overlaps a mention and lies within 161 km of it; precision, recall, F1 over mentions.
events  of the verbs that isnad sees as an event: the place is one of the annotated ones, or rightly none.

--part  dev: what rules are looked at with; held: the rest, for figures only. By a hash of the text: one in two for the
        articles, one in five held for event-location. Nothing of the held part is read while rules are made.
"""
import argparse
import hashlib
import json
import math
import re
import sys
import xml.etree.ElementTree as ElementTree

from answers import answers

MILE100 = 161.0


def part_of(text, parts):
    return "held" if int(hashlib.sha1(text.encode()).hexdigest(), 16) % parts == 0 else "dev"


def distance(a, b):
    lat1, lon1, lat2, lon2 = map(math.radians, (a[0], a[1], b[0], b[1]))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371 * math.asin(min(1, math.sqrt(h)))


def articles(path):
    """[{text, outlet, mentions: [(start, end, phrase, (lat, lon) or None)]}]; offsets mended where they are off."""
    out = []
    for article in ElementTree.parse(path).getroot().iter("article"):
        text, mentions = article.findtext("text") or "", []
        for item in list(article.iter("toponym")) + list(article.iter("location")):
            phrase = item.findtext("phrase") or item.findtext("name") or ""
            start = int(item.findtext("start"))
            if text[start:start + len(phrase)] != phrase:
                near = [m.start() for m in re.finditer(re.escape(phrase), text)]
                if not near:
                    continue
                start = min(near, key=lambda at: abs(at - start))
            tag = item.find("gaztag") if item.find("gaztag") is not None else item
            lat, lon = tag.findtext("lat"), tag.findtext("lon")
            mentions.append((start, start + len(phrase), phrase, (float(lat), float(lon)) if lat and lon else None))
        out.append({"text": text, "outlet": article.findtext("domain"), "mentions": sorted(set(mentions), key=lambda m: m[:2])})
    return out


def chosen(items, options, parts):
    items = [i for i in items if options.part == "all" or part_of(i["text"], parts) == options.part]
    return items[::options.every]


def given(options):
    reports = [a for a in chosen(articles(options.data), options, 2)]
    for a in reports:
        a["mentions"] = [m for m in a["mentions"] if m[3]]
    lines = answers([options.program, options.tables],
                    [{"text": a["text"], "outlet": a["outlet"], "spans": [m[:2] for m in a["mentions"]]} for a in reports])
    right = total = none = 0
    for a, line in zip(reports, lines):
        for mention, place in zip(a["mentions"], json.loads(line)):
            total += 1
            none += place is None
            good = place is not None and distance(mention[3], (place["lat"], place["lon"])) <= MILE100
            right += good
            if options.misses and not good:
                print("MISS", a["outlet"], "|", mention[2], mention[3], "<>", place and (place["country"], place["admin1"], place["lat"], place["lon"], place["because"]),
                      "|", a["text"][max(0, mention[0] - 60):mention[1] + 40].replace("\n", " "))
    print("%d articles, %d mentions with coordinates: %.1f %% within 161 km (%d without a pin)" % (len(reports), total, 100 * right / max(total, 1), none))


def read(options):
    reports = chosen(articles(options.data), options, 2)
    command = [options.program, "read", "--json"] + (["--model", options.model] if options.model else []) + ["-"]
    lines = answers(command, [{"id": str(k), "text": a["text"], "outlet": a["outlet"]} for k, a in enumerate(reports)])
    found = right = predicted = wanted = 0
    for a, line in zip(reports, lines):
        record = json.loads(line)
        back = offsets(record["report"]["text"], a["text"])
        mine = [(back[m["start"]], back[m["start"]] + m["end"] - m["start"], p) for p in record["places"]
                if p["lat"] is not None for m in p["mentions"]]
        gold = [m for m in a["mentions"] if m[3]]
        unplaced = [m for m in a["mentions"] if not m[3]]
        mine = [p for p in mine if not any(p[0] < u[1] and u[0] < p[1] for u in unplaced)]
        wanted += len(gold)
        predicted += len(mine)
        used = set()
        for m in gold:
            hit = next((k for k, p in enumerate(mine) if k not in used and p[0] < m[1] and m[0] < p[1]), None)
            if hit is None:
                if options.misses:
                    print("NOT FOUND", m[2], "|", a["text"][max(0, m[0] - 50):m[1] + 40].replace("\n", " "))
                continue
            used.add(hit)
            found += 1
            place = mine[hit][2]
            good = distance(m[3], (place["lat"], place["lon"])) <= MILE100
            right += good
            if options.misses and not good:
                print("WRONG", m[2], m[3], (place["country"], place["lat"], place["lon"]))
        if options.misses:
            for k, p in enumerate(mine):
                if k not in used:
                    print("EXTRA", p[2]["name"], p[2]["kind"], "|", a["text"][max(0, p[0] - 50):p[1] + 40].replace("\n", " "))
    score("mentions found", found, predicted, wanted)
    score("and within 161 km", right, predicted, wanted)


def offsets(mine, theirs):
    """Where each letter of the record's text stands in the data set's (the record has left residue out)."""
    table, at = [], 0
    for k, letter in enumerate(mine):
        if at < len(theirs) and theirs[at] != letter:
            next_at = theirs.find(mine[k:k + 12], at)
            at = next_at if next_at >= 0 else at
        table.append(at)
        at += 1
    return table + [at]


def score(name, right, predicted, wanted):
    p, r = right / max(predicted, 1), right / max(wanted, 1)
    print("%-20s P %5.1f  R %5.1f  F1 %5.1f  (%d of %d, %d given)" % (name, 100 * p, 100 * r, 200 * p * r / max(p + r, 1e-9), right, wanted, predicted))


def same_name(a, b):
    a, b = a.casefold(), b.casefold()
    return a in b or b in a


def letters(record, span):
    """Where a span stands in the text. One span in nine has the numbers of its words where its letters should be."""
    if (span["start"], span["end"]) != (span["token_start"], span["token_end"]):
        return span["start"], span["end"]
    return record["tokens"][span["token_start"]]["start"], record["tokens"][span["token_end"]]["end"]


def verbs_with_places(path):
    """[{text, verb: (start, end), places: [name], source}] of event-location."""
    rows = []
    for row in json.load(open(path, encoding="utf-8")):
        for r in row if isinstance(row, list) else [row]:
            spans = [(s["label"], letters(r, s)) for s in r.get("spans") or []]
            verbs = [at for label, at in spans if label == "VERB"]
            if len(verbs) == 1:
                rows.append({"text": r["text"], "verb": verbs[0], "source": r["source"],
                             "places": [r["text"][at[0]:at[1]] for label, at in spans if label == "LOCATION"]})
    return rows


def events(options):
    rows = chosen(verbs_with_places(options.data), options, 5)
    command = [options.program, "read", "--json"] + (["--model", options.model] if options.model else []) + ["-"]
    lines = answers(command, [{"id": str(k), "text": r["text"]} for k, r in enumerate(rows)])
    right = seen = wrong_given = wrong_none = 0
    for line in lines:
        record = json.loads(line)
        row = rows[int(record["report"]["name"])]  # a refused text has no line
        back = offsets(record["report"]["text"], row["text"])
        names = {p["id"]: p["name"] for p in record["places"]}
        account = next((a for e in record["events"] for a in e["accounts"]
                        if back[a["trigger"]["start"]] < row["verb"][1] and row["verb"][0] < back[a["trigger"]["end"]]), None)
        if account is None:
            continue
        seen += 1
        name = names.get(account["place"])
        good = any(same_name(name, p) for p in row["places"]) if name else not row["places"]
        right += good
        wrong_none += not good and not name
        wrong_given += not good and bool(name)
        if options.misses and not good:
            why = [b for b in account.get("because") or [] if b.startswith("place")]
            print("MISS", row["text"][row["verb"][0]:row["verb"][1]], "| gold", row["places"], "| given", name, why,
                  "| known", sorted(names.values()), "|", row["text"].replace("\n", " "))
    print("%d verbs, %d seen as an event: %.1f %% with the right place or rightly none (%d wrong places, %d missing)" %
          (len(rows), seen, 100 * right / max(seen, 1), wrong_given, wrong_none))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("given", "read", "events"))
    parser.add_argument("data")
    parser.add_argument("program")
    parser.add_argument("--model")
    parser.add_argument("--tables", default="data")
    parser.add_argument("--part", choices=("dev", "held", "all"), default="dev")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    {"given": given, "read": read, "events": events}[options.what](options)


main()
