"""Checks records (JSON Lines) against the contract: keys in their order, spans inside the text, references that exist."""
import json
import sys

KEYS = ["version", "report", "actors", "places", "times", "statements", "events"]
STATEMENT = "id speaker cue content manner commitment channel named described within".split()
EVENT = "id type mode cameo trigger source target place time status counts said_in chain accounts".split()


def spans(value):
    if isinstance(value, dict):
        if "start" in value and "end" in value:
            yield value["start"], value["end"]
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


for line in open(sys.argv[1], encoding="utf-8"):
    record = json.loads(line)
    assert list(record) == KEYS, list(record)
    text = record["report"]["text"]
    assert record["report"]["id"].startswith("sha256:") and len(record["report"]["id"]) == 71
    for start, end in spans(record):
        assert 0 <= start < end <= len(text) and text[start:end].strip(), (start, end)
    actors = {a["id"] for a in record["actors"]}
    statements = {s["id"] for s in record["statements"]}
    assert record["events"] and statements and actors
    for statement in record["statements"]:
        assert list(statement) == STATEMENT, list(statement)
        assert set(statement["speaker"]) <= actors and statement["content"]
        assert statement["within"] is None or statement["within"] in statements
    for event in record["events"]:
        assert list(event) == EVENT, list(event)
        assert set(event["source"] + event["target"]) <= actors
        assert event["said_in"] is None or event["said_in"] in statements
