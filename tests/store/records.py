"""kept.jsonl -> records. In that file a span is written as its letters ("Rehn#2": the second time they stand there), ids
are left out (A1, P1, T1, S1, E1 in their order), and what is not said has its usual value."""
import hashlib
import json
import re


def span(text, letters):
    letters, number = re.fullmatch(r"(.*?)(?:#(\d+))?", letters, re.S).groups()
    start = -1
    for _ in range(int(number or 1)):
        start = text.index(letters, start + 1)
    return {"start": start, "end": start + len(letters)}


def account(text, given):
    out = {"trigger": span(text, given["trigger"]), "source": given.get("source", []), "target": given.get("target", []),
           "place": given.get("place"), "time": given.get("time"), "status": given["status"], "counts": [],
           "said_in": given.get("said_in")}
    return out


def record(given):
    text = given["text"]
    report = {"id": "sha256:" + hashlib.sha256(text.encode()).hexdigest(), "name": given["name"],
              "title": given.get("title"), "outlet": given["outlet"], "url": None, "author": None, "language": "en",
              "published": {"date": given["published"], "from": "given", "earliest": given["published"],
                            "latest": given["published"], "because": []},
              "sources": [dict(span(text, s), name=s, how="credit") for s in given.get("sources", [])], "text": text, "removed": []}
    actors = [{"id": f"A{i}", "name": a["name"], "kind": a["kind"], "code": a["code"], "known": a.get("known"), "roles": [],
               "mentions": [dict(span(text, m), form=a.get("form", "name"), doubt=None) for m in a["mentions"]]}
              for i, a in enumerate(given["actors"], 1)]
    places = [dict(p, id=f"P{i}", mentions=[span(text, m) for m in p["mentions"]]) for i, p in enumerate(given["places"], 1)]
    times = [dict(span(text, t["words"]), id=f"T{i}", kind="DATE", value=t["from"], **{"from": t["from"], "to": t["to"]})
             for i, t in enumerate(given["times"], 1)]
    statements = [{"id": f"S{i}", "speaker": s["speaker"], "cue": [span(text, c) for c in s["cue"]],
                   "content": [span(text, c) for c in s["content"]], "manner": s["manner"], "commitment": s["commitment"],
                   "channel": s.get("channel"), "named": s.get("named", True), "described": None,
                   "within": s.get("within")} for i, s in enumerate(given["statements"], 1)]
    events = []
    for i, e in enumerate(given["events"], 1):
        event = {"id": f"E{i}", "type": e["type"], "mode": e["mode"], "cameo": e["cameo"], **account(text, e), "chain": []}
        event["accounts"] = [account(text, a) for a in e.get("accounts", [e])]
        events.append(event)
    return {"version": 1, "report": report, "actors": actors, "places": places, "times": times, "statements": statements,
            "events": events}


def lines(path):
    return [json.dumps(record(json.loads(line)), ensure_ascii=False) for line in open(path, encoding="utf-8")]
