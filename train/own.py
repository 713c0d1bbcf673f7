"""Our own annotated texts: ../shared/events and ../shared/reports (jsonl), as Documents.

Spans are kept as word ranges; head words come once the documents have trees (prepare.py)."""
import functools
import json
import os
import re

from sources import mark, span_words, text_document, timebank_text


def own(path, task, elsewhere=None):
    """`elsewhere`: the shared folders (data, events) with the texts that a file has only the offsets of (standoff.py)."""
    within = corrections()
    with open(path, encoding="utf-8") as file:
        for line in file:
            item = json.loads(line)
            if "text" not in item:
                item["text"] = text_elsewhere(item, *elsewhere)
            for number, outer in within.get(item["doc"], ()):
                item["statements"][number - 1]["within"] = outer
            for statement in item["statements"]:
                take_object(item["text"], statement)
            doc, starts = text_document(item["doc"], task, item["text"], item["sentences"])
            if doc.words:
                events(doc, starts, item)
                statements(doc, starts, item)
                actors(doc, starts, item)
                yield doc


@functools.cache
def texts_of(path, name):
    with open(path, encoding="utf-8") as file:
        return {item[name]: item["text"] for item in map(json.loads, file)}


def text_elsewhere(item, data, events):
    if item["source"].startswith("timebank-aquaint/"):
        return timebank_text(os.path.join(data, item["source"]))[0]
    if item["source"].startswith("polnear/"):
        with open(os.path.join(data, item["source"]), encoding="utf-8", newline="") as file:
            return file.read()
    if item["source"].startswith("wikievents/"):
        return texts_of(os.path.join(data, "wikievents", "dev.jsonl"), "doc_id")[item["source"].split("/", 1)[1]]
    return texts_of(os.path.join(events, "train.jsonl"), "doc")[item["doc"]]


ASKING = r"(ask|urg|order|beg|accus|invit|advis|press|summon|request|command|instruct|implor|warn|forbid|forb[ao]d|told|tell|call|appeal|blam)\w*( (on|upon|to))?"
NAMING = r"(describ|call|brand|label|dubb|term)\w*"
QUOTING = r"quot(ed|es|e|ing)"
SOMEBODY = r"(?!(as|how|what|on|in|at|by|last|this|next|yesterday|today|for|with|not|to|of|from|after|before)\b)[\w'’.-]+( [\w'’.-]+){0,6}"
WITH_OBJECT = [re.compile(f"(?i)(?:{cue})~ {SOMEBODY}{rest}") for cue, rest in (
    (ASKING, " ~(not )?(to|of|for) .*"), (NAMING, "( as)? ~.*"), (QUOTING, " as (saying|stating|confirming|considering)( that)?:? ~.*"))]
TIMES = re.compile(r"\b(on|in|at|by|last|this|next|yesterday|today|again|and|who|which|whose|that|since|after|before|with|from|day|week|month|night|morning)\b", re.I)


def take_object(text, statement):
    """"called on [Bamako to prosecute the fighters]", "described [the vote as a farce]", "quoted [an officer as saying ...]": of whom it
    is said is a part of the content, as most of our annotations have it; some leave it out."""
    if len(statement["cue"]) != 1:
        return
    (begin, end), start = statement["cue"][0], statement["content"][0][0]
    gap = text[end:start]
    parts = f"{text[begin:end]}~{gap}~{text[start:start + 8]}"
    if end < start and "\n" not in parts and not TIMES.search(gap.replace(" that", "")) and any(p.fullmatch(parts) for p in WITH_OBJECT):
        statement["content"][0][0] = end + 1


def corrections():
    """within.tsv by document: pairs of a statement's number and that of the statement it stands within."""
    within = {}
    with open(os.path.join(os.path.dirname(__file__), "within.tsv"), encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                doc, number, outer = line.split()
                within.setdefault(doc, []).append((int(number), int(outer)))
    return within


def events(doc, starts, item):
    count = len(doc.words)
    triggers, status = ["O"] * count, [None] * count
    doc.events = []
    for e in item["events"]:
        span = span_words(starts, *e["trigger"])
        entry = None
        if span and all(triggers[i] == "O" for i in range(*span)):
            mark(triggers, span, e["type"])
            status[span[0]] = e["status"]
            arguments = []
            for role in ("source", "target"):
                arguments += [(role, span_words(starts, *m)) for m in e[role]]
            arguments += [(role, span_words(starts, *e[role])) for role in ("place", "time") if e[role]]
            arguments += [("count", span_words(starts, *s)) for _, s in e["counts"]]
            entry = {"word": span[0], "type": e["type"], "status": e["status"], "span": span,
                     "arguments": [(r, s) for r, s in arguments if s], "same": e["same"]}
        doc.events.append(entry)
    doc.tags["trigger"], doc.tags["status"] = triggers, status


def statements(doc, starts, item):
    count = len(doc.words)
    cues, named = ["O"] * count, [None] * count
    doc.statements = []
    for s in item["statements"]:
        spans = [x for x in (span_words(starts, *c) for c in s["cue"]) if x]
        entry = None
        if spans and cues[spans[0][0]] == "O":
            for span in spans:
                if all(cues[i] == "O" for i in range(*span)):
                    mark(cues, span)
            named[spans[0][0]] = "yes" if s["named"] else "no"
            arguments = [("speaker", span_words(starts, *x)) for x in s["speaker"]]
            arguments += [("content", span_words(starts, *x)) for x in s["content"]]
            entry = {"word": spans[0][0], "arguments": [(r, x) for r, x in arguments if x], "within": s["within"], "cue": spans}
        doc.statements.append(entry)
    doc.tags["cue"], doc.tags["named"] = cues, named


def actors(doc, starts, item):
    """Mentions by actor where the document has them (reports), else the mentions used as arguments (events)."""
    doc.actors = []
    for actor in item.get("actors", []):
        found = [span_words(starts, m[0], m[1]) for m in actor["mentions"]]
        doc.actors.append({"kind": actor["kind"], "mentions": sorted({f for f in found if f})})
