#!/usr/bin/env python3
"""Writes records.jsonl: four records of our own, made by hand, with what exports must get right: statements inside each
other, a channel, unnamed speakers, places and days that are missing, several who did it, several tellings, names with a
TAB, a comma, quotation marks, "<&>", a control character, Arabic, an emoji, spans that lie outside of the text.

A span is given by its words: the first place in the text where they stand (or the n-th: ("words", n))."""
import hashlib
import json
import os


def record(text, report, actors, places, times, statements, events, identity=None):
    def span(words):
        words, nth = words if isinstance(words, tuple) else (words, 1)
        start = -1
        for _ in range(nth):
            start = text.index(words, start + 1)
        return {"start": start, "end": start + len(words)}

    def mentions(given):
        return [span(m[0]) | {"form": m[1], "doubt": m[2] if len(m) > 2 else None} for m in given]

    def account(given):
        return {
            "trigger": span(given["trigger"]) if given["trigger"] else {"start": 0, "end": 10**6},
            "source": given.get("source", []), "target": given.get("target", []), "place": given.get("place"),
            "time": given.get("time"), "status": given.get("status", "happened"),
            "counts": [{"what": w, "low": lo, "high": hi} | span(s) for w, lo, hi, s in given.get("counts", [])],
            "said_in": given.get("said_in"),
        }

    found = identity or "sha256:" + hashlib.sha256(text.encode()).hexdigest()
    whole = {"version": 1, "report": {"id": found} | report | {"text": text, "removed": []}}
    whole["actors"] = [{
        "id": a[0], "name": a[1], "kind": a[2], "code": a[3], "known": a[4],
        "roles": [{"title": t, "of": of, "span": span(s)} for t, of, s in a[6]], "mentions": mentions(a[5]),
    } for a in actors]
    whole["places"] = [{
        "id": p[0], "name": p[1], "country": p[2], "admin1": p[3], "lat": p[4], "lon": p[5], "kind": p[6],
        "mentions": [span(m) for m in p[7]],
    } for p in places]
    whole["times"] = [{"id": t[0]} | span(t[1]) | {"kind": "DATE", "value": t[2], "from": t[3], "to": t[4]} for t in times]
    whole["statements"] = [{
        "id": s["id"], "speaker": s.get("speaker", []), "cue": [span(c) for c in s.get("cue", [])],
        "content": [span(c) for c in s["content"]], "manner": s.get("manner", "indirect"),
        "commitment": s.get("commitment", "said"), "channel": s.get("channel"), "named": s.get("named", True),
        "described": s.get("described"), "within": s.get("within"),
    } for s in statements]
    whole["events"] = []
    for e in events:
        also = [account({"source": e.get("source", []), "target": e.get("target", []), "said_in": e.get("said_in")} | a)
                for a in e.get("also", [])]
        whole["events"].append({"id": e["id"], "type": e["type"], "mode": e.get("mode"), "cameo": e["cameo"]} | account(e) |
                               {"chain": e.get("chain", []), "accounts": [account(e)] + also})
    return whole


def published(day, how="given"):
    return {"date": day, "from": how if day else None, "earliest": day, "latest": day, "because": []}


FIRST = """Shells fall on Sarmin

Sarmin (Agence Terre) - The newspaper Le Jour quoted an officer of the Hill Front as saying that Turkish artillery shelled Sarmin on Tuesday, killing at least 14 people.

Turkey's defence minister, Kemal Ordu, denied the shelling. "We have not fired a single shell," Ordu said."""

SECOND = """Thousands of workers marched in Port Ayla against "Smith, Sons & Co <Ltd>" , the strikers' union said. \U0001F6A2 The union\tof dockers \u0645\u0631\u0641\u0623 also blocked a road. Nobody knows when."""

THIRD = """France and Germany met in Texas

The foreign ministers of France and Germany met on 3 May 2021. Police and soldiers of Arvenia arrested two judges and a teacher in the United States. Arvenia plans to send ships to the Red Sea, a spokeswoman of the ministry, who would not be named, told reporters."""

FOURTH = "Nothing happened."

RECORDS = [
    record(
        FIRST,
        {"name": "shells.txt", "title": "Shells fall on Sarmin", "outlet": "Al-Nahr Net",
         "url": "https://www.alnahr.example/2018/shells?id=7&x=1", "author": "Ines Maro", "language": "en",
         "published": published("2018-09-21"),
         "sources": [{"name": "Agence Terre", "how": "credit", "start": 31, "end": 43}]},
        [("A1", "Le Jour", "organization", "FRAMED", "Le Jour", [("Le Jour", "name")], []),
         ("A2", "an officer of the Hill Front", "unnamed", "SYRREB", None, [("an officer of the Hill Front", "description")],
          [("officer", "A3", "officer")]),
         ("A3", "Hill Front", "organization", "SYRREB", None, [("Hill Front", "name")], []),
         ("A4", "Turkey", "country", "TUR", "Turkey", [("Turkish", "name"), ("Turkey", "name")], []),
         ("A5", "Kemal Ordu", "person", "TURGOV", None, [("Kemal Ordu", "name"), (("Ordu", 2), "name"), ("We", "pronoun")],
          [("defence minister", "A4", "defence minister")]),
         ("A6", "people", "group", "SYRCVL", None, [("people", "description")], [])],
        [("P1", "Sarmin", "SYR", "Idlib", 35.903, 36.726, "city", ["Sarmin", ("Sarmin", 2), ("Sarmin", 3)])],
        [("T1", "Tuesday", "2018-09-18", "2018-09-18", "2018-09-18")],
        [{"id": "S1", "speaker": ["A1"], "cue": ["quoted"], "content": ["an officer of the Hill Front as saying that Turkish artillery shelled Sarmin on Tuesday, killing at least 14 people"]},
         {"id": "S2", "speaker": ["A2"], "cue": ["as saying"], "content": ["that Turkish artillery shelled Sarmin on Tuesday, killing at least 14 people"],
          "named": False, "described": {"role": "officer", "institution": "Hill Front", "country": "SYR", "plural": False, "reason": None}, "within": "S1"},
         {"id": "S3", "speaker": ["A5"], "cue": ["said"], "content": ["\"We have not fired a single shell,\""], "manner": "direct", "commitment": "denied", "channel": "Anadolu"}],
        [{"id": "E1", "type": "ASSAULT", "mode": "heavy-weapons", "cameo": "194", "trigger": "shelled", "source": ["A4"], "target": ["A6"],
          "place": "P1", "time": "T1", "counts": [("killed", 14, None, "at least 14")], "said_in": "S2",
          "chain": ["Le Jour", "an officer of the Hill Front"], "also": [{"trigger": "shelling", "said_in": "S3", "status": "denied"}]},
         {"id": "E2", "type": "REJECT", "mode": None, "cameo": "120", "trigger": "denied", "source": ["A5"], "target": []},
         {"id": "E3", "type": "ASSAULT", "mode": None, "cameo": "190", "trigger": "fired", "source": ["A4"], "target": [],
          "status": "denied", "said_in": "S3", "chain": ["Anadolu: Kemal Ordu"]}]),
    record(
        SECOND,
        {"name": "strike \u0007.txt", "title": None, "outlet": None, "url": None, "author": None, "language": None,
         "published": published(None), "sources": []},
        [("A1", "workers", "group", "LAB", None, [("workers", "description")], []),
         ("A2", "Smith, Sons & Co <Ltd>", "organization", "BUS", None, [("Smith, Sons & Co <Ltd>", "name")], []),
         ("A3", "the union\tof dockers \u0645\u0631\u0641\u0623", "organization", "", None, [("The union\tof dockers \u0645\u0631\u0641\u0623", "name")], [])],
        [("P1", "Port Ayla", None, None, None, None, None, ["Port Ayla"])],
        [("T1", "when", "", None, None)],
        [{"id": "S1", "speaker": ["A3"], "cue": ["said"], "content": ["Thousands of workers marched in Port Ayla against \"Smith, Sons & Co <Ltd>\""], "commitment": "claimed", "within": "S1"}],
        [{"id": "E1", "type": "PROTEST", "mode": "demo", "cameo": "141", "trigger": "marched", "source": ["A1"], "target": ["A2"], "place": "P1",
          "counts": [("participants", 2000, 9999, "Thousands")], "time": "T1", "said_in": "S1", "chain": ["the union of dockers"]},
         {"id": "E2", "type": "PROTEST", "mode": "obstruct", "cameo": "144", "trigger": "blocked", "source": ["A3", "A9"], "place": "P9", "said_in": "S9"},
         {"id": "E3", "type": "COERCE", "mode": "Armed clash", "cameo": "own-7", "trigger": None}]),
    record(
        THIRD,
        {"name": "talks", "title": "France and Germany met in Texas", "outlet": "Valley Post", "url": None, "author": None, "language": "en",
         "published": published("2021-05-04"), "sources": []},
        [("A1", "France", "country", "FRA", "France", [("France", "name"), (("France", 2), "name")], []),
         ("A2", "Germany", "country", "DEU", "Germany", [("Germany", "name"), (("Germany", 2), "name")], []),
         ("A3", "Police", "group", "COP", None, [("Police", "description")], []),
         ("A4", "soldiers", "group", "MIL", None, [("soldiers", "description")], []),
         ("A5", "two judges", "group", "JUD", None, [("two judges", "description")], []),
         ("A6", "a teacher", "person", "EDU", None, [("a teacher", "description")], []),
         ("A7", "Arvenia", "country", "", None, [("Arvenia", "name"), (("Arvenia", 2), "name")], []),
         ("A8", "a spokeswoman of the ministry", "unnamed", "GOV", None, [("a spokeswoman of the ministry", "description")], [])],
        [("P1", "Texas", "USA", "Texas", 31.25, -99.25, "province", ["Texas"]),
         ("P2", "United States", "USA", None, 38.895, -77.036, "country", ["United States"]),
         ("P3", "Red Sea", None, None, 20.0, 38.0, "sea", ["Red Sea"])],
        [("T1", "3 May 2021", "2021-05-03", "2021-05-03", "2021-05-03")],
        [{"id": "S1", "speaker": ["A8"], "cue": ["told"], "content": ["Arvenia plans to send ships to the Red Sea"], "named": False,
          "described": {"role": "spokeswoman", "institution": "ministry", "country": None, "plural": False, "reason": "anonymity"}}],
        [{"id": "E1", "type": "CONSULT", "mode": "meet", "cameo": "040", "trigger": "met", "source": ["A1", "A2"], "place": "P1", "time": "T1",
          "also": [{"trigger": ("met", 2)}]},
         {"id": "E2", "type": "COERCE", "mode": "arrest", "cameo": "173", "trigger": "arrested", "source": ["A3", "A4"], "target": ["A5", "A6"],
          "place": "P2", "time": {"from": "2021-04-28", "to": "2021-05-03"}, "counts": [("arrested", 3, 3, "two judges and a teacher")]},
         {"id": "E3", "type": "MOBILIZE", "mode": "troops", "cameo": "154", "trigger": "send ships", "source": ["A7"], "place": "P3",
          "status": "planned", "said_in": "S1", "chain": ["a spokeswoman of the ministry"]}]),
    record(FOURTH, {"name": "", "title": None, "outlet": None, "url": None, "author": None, "language": None,
                    "published": published(None), "sources": []}, [], [], [], [], [], identity="foreign/4"),
]

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "records.jsonl"), "w", encoding="utf-8") as out:
    for one in RECORDS:
        print(json.dumps(one, ensure_ascii=False), file=out)
