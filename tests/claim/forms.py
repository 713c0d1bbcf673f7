"""Runs tests/claim/forms.txt: every case is read by isnad and its statements are compared with the expected lines.

    forms.py ISNAD [--mark]      --mark rewrites the marks (*) of the known failures: look at the difference before keeping it

Prints each case that fails without being marked, each marked one that passes, and the count of known failures.
"""
import json
import os
import re
import subprocess
import sys
import unicodedata

PATH = "tests/claim/forms.txt"
PLAIN = {"direct", "indirect", "mixed"}
FLOATS = {**os.environ, "ONEDNN_MAX_CPU_ISA": "AVX2"}  # no VNNI, so no int8: the same on every processor
COMMITMENTS = {"said", "confirmed", "claimed", "alleged", "denied", "promised", "warned", "demanded", "supposed"}


def cases(text):
    for part in re.split(r"^=== ", text, flags=re.M)[1:]:
        name, _, body = part.partition("\n")
        given, _, expected = body.partition("\n---\n")
        yield name.strip(), given.strip(), [line.strip() for line in expected.strip().split("\n")]


def bare(text):
    text = unicodedata.normalize("NFC", text).casefold()
    return re.sub(r"\s+", " ", text).strip(" .,;:\"“”„«»'‘’")


def name_fits(wanted, actor):
    a, b = set(bare(wanted).split()) - {"the", "a", "an"}, set(bare(actor).split()) - {"the", "a", "an"}
    return bool(a) and (a <= b or b <= a and bool(b))


def spans(text, items):
    return " // ".join(text[i["start"]:i["end"]] if isinstance(i, dict) else text[i[0]:i[1]] for i in items)


def fault(line, number, record, lines):
    """What is wrong with the statement of this line, or None."""
    speaker, content, what = [field.strip() for field in (line + " |").split("|")][:3]
    statements, text = record["statements"], record["report"]["text"]
    if number >= len(statements):
        return "no such statement"
    statement = statements[number]
    names = [next(a["name"] for a in record["actors"] if a["id"] == s) for s in statement["speaker"]]
    wanted = [] if speaker == "-" else speaker.split(" + ")
    if len(wanted) != len(names) or not all(any(name_fits(w, n) for n in names) for w in wanted):
        return f"speaker {names}"
    if [bare(p) for p in content.split(" // ")] != [bare(p) for p in spans(text, statement["content"]).split(" // ")]:
        return f"content {spans(text, statement['content'])!r}"
    described = statement.get("described") or {}
    inside = re.search(r"\bin (\d+)", what)
    outer = [s["id"] for s in statements].index(statement["within"]) + 1 if statement["within"] else None
    if outer != (int(inside.group(1)) if inside else None):
        return f"inside {outer}"
    if statement["named"] == ("unnamed" in what.split()):
        return f"named {statement['named']}"
    via = re.search(r"\bvia (.+)$", what)
    if via and bare(via.group(1)) != bare(statement["channel"] or ""):
        return f"channel {statement['channel']}"
    for word in what.split():
        if word in PLAIN and statement["manner"] != word:
            return f"manner {statement['manner']}"
        if word in COMMITMENTS and statement["commitment"] != word:
            return f"commitment {statement['commitment']}"
        if word == "plural" and not described.get("plural"):
            return "not plural"
    for key, value in re.findall(r"(role|reason|country)=(\w+(?: authorised)?)", what):
        if described.get(key) != value:
            return f"{key} {described.get(key)}"
    return None


def compare(expected, record):
    if expected == ["nothing"]:
        return [f"a statement: {spans(record['report']['text'], s['content'])!r}" for s in record["statements"]]
    faults = [f for f in (fault(line, i, record, expected) for i, line in enumerate(expected)) if f]
    if len(record["statements"]) > len(expected):
        faults.append(f"{len(record['statements'])} statements for {len(expected)}")
    return faults


def main():
    with open(PATH, encoding="utf-8") as file:
        text = file.read()
    every = list(cases(text))
    lines = "".join(json.dumps({"id": str(i), "text": given}) + "\n" for i, (_, given, _) in enumerate(every))
    run = subprocess.run([sys.argv[1], "read", "-"], input=lines, env=FLOATS, capture_output=True, text=True, check=False)
    records = [json.loads(line) for line in run.stdout.splitlines()]
    if len(records) != len(every):
        print(f"{len(records)} records for {len(every)} cases: {run.stderr.strip()}")
        print("forms: 0 passed, 1 failed")
        return 1
    passed = failed = known = 0
    for (name, _, expected), record in zip(every, records):
        faults = compare(expected, record)
        marked = name.startswith("*")
        if "--mark" in sys.argv:
            text = text.replace(f"=== {name}\n", f"=== {'* ' if faults else ''}{name.lstrip('* ')}\n")
        elif faults and not marked:
            print(f"{PATH}: {name}: {'; '.join(faults)}")
        elif marked and not faults:
            print(f"{PATH}: {name}: a known failure that passes: take its mark away")
        known += bool(faults) and marked
        passed += not faults
        failed += bool(faults) and not marked
    if "--mark" in sys.argv:
        with open(PATH, "w", encoding="utf-8") as file:
            file.write(text)
    print(f"forms: {len(every)} cases, {passed} right, {known} known failures")
    print(f"forms: {passed + known} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
