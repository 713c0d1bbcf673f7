"""Readers of the public data and of our own texts: each yields documents as lists of Sentence with what that source marks.

A Document has `sentences` (lists of words) and, as far as the source says it, layers over the words of the whole document:
tags {head: [label or None]}, heads/relations (index of the head, -1 root), and frames and pairs in word indices.
"""
import collections
import glob
import json
import os
import re

from words import words as split_words


class Document:
    def __init__(self, name, task):
        self.name, self.task = name, task
        self.words, self.sentences = [], []          # sentences: [(first, end)]
        self.tags = {}                                # head -> [label or None] over words
        self.heads, self.relations = None, None
        self.frames = collections.defaultdict(list)   # family -> [(predicate, {word: role})]
        self.ranks = collections.defaultdict(list)    # family -> [(predicate, {right words} or empty for null, [candidates])]
        self.spans = []                               # spans whose head word is found once there is a tree: see heads_of
        self.maybe_actors = []                        # head words that are actors of unknown kind

    def add(self, words):
        self.sentences.append((len(self.words), len(self.words) + len(words)))
        self.words += words


def lemma_rule(form, lemma):
    if form == lemma:
        return "="
    lower, k = form.lower(), 0
    while k < min(len(lower), len(lemma)) and lower[k] == lemma[k]:
        k += 1
    return f"{len(lower) - k}|{lemma[k:]}"


def conllu(path):
    """[(meta, rows)] of a CoNLL-U file; rows of plain words only."""
    meta, rows = {}, []
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if not line:
                if rows:
                    yield meta, rows
                meta, rows = {k: v for k, v in meta.items() if k == "newdoc id"}, []
            elif line.startswith("#"):
                key, _, value = line[1:].partition("=")
                meta[key.strip()] = value.strip()
            elif line.split("\t", 1)[0].isdigit():
                rows.append(line.split("\t"))
    if rows:
        yield meta, rows


def add_tree(doc, rows):
    first = len(doc.words)
    doc.add([r[1] for r in rows])
    if doc.heads is None:
        doc.heads, doc.relations = [], []
        doc.tags = {"upos": [], "xpos": [], "lemma": []}
    doc.heads += [first + int(r[6]) - 1 if r[6] != "0" else -1 for r in rows]
    doc.relations += [r[7] for r in rows]
    doc.tags["upos"] += [r[3] for r in rows]
    doc.tags["xpos"] += [r[4] for r in rows]
    doc.tags["lemma"] += [lemma_rule(r[1], r[2]) for r in rows]


def head_of(heads, first, end):
    """The head word of a span: the one whose head lies outside (the first such)."""
    for i in range(first, end):
        if not first <= heads[i] < end:
            return i
    return end - 1


def ewt(data, part):
    """UD EWT with the names of UNER and the roles of PropBank on the same sentences."""
    names, sent = {}, None
    with open(os.path.join(data, f"uner-ewt/{part}.iob2"), encoding="utf-8") as file:
        for line in file:
            if line.startswith("# sent_id = "):
                sent = names.setdefault(line.split("=", 1)[1].strip(), [])
            elif line.strip() and not line.startswith("#"):
                sent.append(line.rstrip("\n").split("\t")[2])
    roles = {}
    with open(os.path.join(data, f"propbank-ewt/{part}.jsonl"), encoding="utf-8") as file:
        for line in file:
            item = json.loads(line)
            roles[item["sent_id"]] = item
    doc = None
    for meta, rows in conllu(os.path.join(data, f"ud-ewt/{part}.conllu")):
        if doc is None or doc.name != meta.get("newdoc id"):
            if doc:
                yield doc
            doc = Document(meta.get("newdoc id"), "ewt")
            doc.tags["name"] = []
        held = doc.tags.get("name", [])
        first = len(doc.words)
        add_tree(doc, rows)
        tags = names.get(meta["sent_id"])
        if tags is None or len(tags) != len(rows):
            held += [None] * len(rows)
        else:
            held += [t if t[2:] in ("PER", "ORG", "LOC") else "O" for t in tags]
        doc.tags["name"] = held
        item = roles.get(meta["sent_id"])
        if item and len(item["tokens"]) == len(rows):
            for p in item["predicates"]:
                frame = {head_of(doc.heads, first + s, first + e): label for s, e, label in p["args"]}
                doc.frames["role"].append((first + p["i"], frame))
                doc.spans.append((first + p["i"], [(first + s, first + e, label) for s, e, label in p["args"]]))
    yield doc


def gum_entities(rows, first, open_spans, found):
    """Reads the bracketed Entity= of a sentence: (id, type, first word, end word)."""
    for k, row in enumerate(rows):
        match = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        if not match:
            continue
        for part in re.findall(r"\([^()]*\)?|[^()]+\)", match.group(1)):
            ident = re.match(r"\(?([^-)]+)", part).group(1)
            if part.startswith("("):
                kind = part.strip("()").split("-")[1] if "-" in part else ""
                if part.endswith(")"):
                    found.append((ident, kind, first + k, first + k + 1))
                else:
                    open_spans.setdefault(ident, []).append((kind, first + k))
            elif open_spans.get(ident):
                kind, start = open_spans[ident].pop()
                found.append((ident, kind, start, first + k + 1))


def gum(data, part):
    """GUM: trees, and coreference of persons, organisations and places."""
    doc, found = None, []

    def finish():
        chains = collections.defaultdict(set)
        for ident, kind, start, end in found:
            if kind in ("person", "organization", "place", "animal"):
                chains[ident].add(head_of(doc.heads, start, end))
        mention_chain = {}
        for ident, members in chains.items():
            for m in members:
                mention_chain[m] = ident
        order = sorted(mention_chain)
        for k, m in enumerate(order):
            right = {w for w in order[:k] if mention_chain[w] == mention_chain[m]}
            doc.ranks["coref"].append((m, right, order[:k]))
        somebody = {head_of(doc.heads, s, e): kind for _, kind, s, e in found if kind in ("person", "organization", "place")}
        doc.tags["actor"] = [None if w in somebody else "O" for w in range(len(doc.words))]
        doc.maybe_actors = sorted(w for w, kind in somebody.items() if kind != "place")
        return doc

    for meta, rows in conllu(os.path.join(data, f"gum/{part}.conllu")):
        if doc is None or doc.name != meta.get("newdoc id"):
            if doc:
                yield finish()
            doc, found, open_spans = Document(meta.get("newdoc id"), "gum"), [], {}
        first = len(doc.words)
        add_tree(doc, rows)
        gum_entities(rows, first, open_spans, found)
    yield finish()


def text_document(name, task, text, sentences):
    """A Document over running text, and the offset -> word map."""
    doc = Document(name, task)
    offsets = []
    for start, end in sentences:
        found = [(start + a, start + b) for a, b in split_words(text[start:end])]
        if found:
            doc.add([text[a:b] for a, b in found])
            offsets += found
    doc.offsets = offsets
    starts = {}
    for i, (a, b) in enumerate(offsets):
        for c in range(a, b):
            starts[c] = i
    return doc, starts


def span_words(starts, start, end):
    """[first, end) words that the characters [start, end) touch, or None."""
    found = [starts[c] for c in range(start, end) if c in starts]
    return (found[0], found[-1] + 1) if found else None


def mark(tags, span, kind=None):
    first, end = span
    for i in range(first, end):
        tags[i] = ("B" if i == first else "I") + (f"-{kind}" if kind else "")


def rough_sentences(text):
    """Good enough for PolNeAR and TimeBank: their labels do not depend on it."""
    out = []
    for match in re.finditer(r"[^\n]+", text):
        line, start = match.group(), match.start()
        begin = 0
        for stop in re.finditer(r"[.!?]+[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])", line):
            before = line[begin:stop.start()].rsplit(None, 1)[-1:] or [""]
            if re.fullmatch(r"[A-Z]|Mr|Mrs|Ms|Dr|Sen|Gov|Rep|Gen|St|Jr|Sr|U\.S|[A-Z]\.[A-Z]|vs|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec", before[0]):
                continue
            out.append((start + begin, start + stop.end()))
            begin = stop.end()
        if line[begin:].strip():
            out.append((start + begin, start + len(line)))
    return out


def polnear(data, part):
    """PolNeAR: cues and the spans of their sources and contents."""
    base, seen = os.path.join(data, "polnear", part), set()
    for path in sorted(glob.glob(os.path.join(base, "attributions", "*.ann"))):
        name = os.path.basename(path)[:-4].rsplit("_", 1)[0]  # the last part names the annotator
        if name in seen:
            continue
        seen.add(name)
        with open(os.path.join(base, "text", name + ".txt"), encoding="utf-8", newline="") as file:
            text = file.read()
        doc, starts = text_document(name, "polnear", text, rough_sentences(text))
        units, links = {}, []
        with open(path, encoding="utf-8") as file:
            for line in file:
                fields = line.rstrip("\n").split("\t")
                if len(fields) < 2:
                    continue
                if line[0] == "T":
                    kind, _, where = fields[1].partition(" ")
                    pieces = [tuple(map(int, p.split())) for p in where.split(";")]
                    units[fields[0]] = (kind, pieces)
                elif line[0] == "E":
                    links.append([p.split(":") for p in fields[1].split()])
        tags = ["O"] * len(doc.words)
        gold = []
        for link in links:
            parts = collections.defaultdict(list)
            for role, unit in link:
                role = role.rstrip("0123456789").lower()
                if unit in units and role in ("cue", "source", "content"):
                    found = [span_words(starts, s, e) for s, e in units[unit][1]]
                    parts[role] += [f for f in found if f]
            for span in sorted(parts["cue"]):
                if all(tags[i] == "O" for i in range(*span)):
                    mark(tags, span)
            if parts["cue"]:
                gold.append((min(parts["cue"])[0], parts["source"], parts["content"], parts["cue"]))
        doc.tags["attribution"] = tags
        doc.attributions = gold
        for cue, speakers, contents, _ in gold:
            for family, side in (("attribution_first", 0), ("attribution_last", 1)):
                frame = {}
                for role, items in (("content", contents), ("speaker", speakers)):
                    for span in items:
                        frame[span[side] - side] = role
                doc.frames[family].append((cue, frame))
        yield doc


def timebank_text(path):
    """A document's text without its mark-up, line ends within paragraphs as blanks, and [(kind of TIMEX3, start, end)]; None without a TEXT."""
    with open(path, encoding="utf-8", errors="replace") as file:
        match = re.search(r"<TEXT>(.*?)</TEXT>", file.read(), re.S)
    if not match:
        return None
    text, marks, opened = "", [], []
    for part in re.split(r"(<[^>]*>)", match.group(1)):
        if part.startswith("<TIMEX3"):
            opened.append((re.search(r'type="(\w+)"', part).group(1), len(text)))
        elif part.startswith("</TIMEX3"):
            kind, start = opened.pop()
            marks.append((kind, start, len(text)))
        elif not part.startswith("<"):
            text += part.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
    return re.sub(r"(?<![\n])\n(?![\n])", " ", text), marks


def timebank(data):
    """TIMEX3 of TimeBank and AQUAINT."""
    for path in sorted(glob.glob(os.path.join(data, "timebank-aquaint", "*", "*.tml"))):
        found = timebank_text(path)
        if not found:
            continue
        text, marks = found
        doc, starts = text_document(os.path.basename(path), "timebank", text, rough_sentences(text))
        tags = ["O"] * len(doc.words)
        for kind, start, end in sorted(marks, key=lambda m: m[1] - m[2]):
            span = span_words(starts, start, end)
            if span and all(tags[i] == "O" for i in range(*span)):
                mark(tags, span, kind)
        doc.tags["time"] = tags
        yield doc


def plover_pairs(data):
    """PLV_train: a marked source and target and the PLOVER root of the pair."""
    with open(os.path.join(data, "plover", "PLV_train.tsv"), encoding="utf-8") as file:
        header = file.readline().rstrip("\n").split("\t")
        for number, line in enumerate(file):
            row = dict(zip(header, line.rstrip("\n").split("\t")))
            marked, text, where = row["marked_sentence"], "", {}
            for part in re.split(r"(</?[st]>)", marked):
                if re.fullmatch(r"<[st]>", part):
                    where[part[1]] = [len(text), None]
                elif re.fullmatch(r"</[st]>", part):
                    where.setdefault(part[2], [0, None])[1] = len(text)
                else:
                    text += part
            if set(where) != {"s", "t"} or None in where["s"] + where["t"]:
                continue
            doc, starts = text_document(f"plv-{number}", "plv", text, rough_sentences(text))
            spans = [span_words(starts, *where[k]) for k in "st"]
            if all(spans):
                doc.spans.append(("plover", spans[0], spans[1], row["gold_root"]))
                yield doc
