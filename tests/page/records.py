"""Records for the tests, written with excerpts in place of positions.

record = Record("The mayor said: \"We heard that the mill burnt.\"")
mayor = record.actor("the mayor", "The mayor")
first = record.statement([mayor], "said", "We heard that the mill burnt")
record.event("ASSAULT", "burnt", said_in=first)
"""

import json


class Record:
    def __init__(self, text, title=None, **report):
        self.text = text
        self.all = {
            "version": 1,
            "report": {
                "id": "sha256:" + "0" * 64,
                "name": "test",
                "title": title,
                "outlet": None,
                "url": None,
                "author": None,
                "language": "en",
                "published": {
                    "date": "2021-05-14",
                    "from": "given",
                    "earliest": "2021-05-14",
                    "latest": "2021-05-14",
                    "because": [],
                },
                "sources": [],
                "text": text,
                "removed": [],
                **report,
            },
            "actors": [],
            "places": [],
            "times": [],
            "statements": [],
            "events": [],
        }

    def span(self, excerpt):
        """Python counts code points, as the record does. "a|b" is b after the first a."""
        before, _, words = excerpt.rpartition("|")
        start = self.text.index(words, self.text.index(before) if before else 0)
        return {"start": start, "end": start + len(words)}

    def add(self, room, letter, **values):
        values = {"id": f"{letter}{len(self.all[room]) + 1}", **values}
        self.all[room].append(values)
        return values["id"]

    def actor(self, name, *mentions, kind="person", doubt=None, roles=()):
        return self.add(
            "actors",
            "A",
            name=name,
            kind=kind,
            code="",
            known=None,
            roles=list(roles),
            mentions=[{**self.span(m), "form": "name", "doubt": doubt} for m in mentions],
        )

    def place(self, name, *mentions):
        return self.add(
            "places",
            "P",
            name=name,
            country="UTO",
            admin1=None,
            lat=1.5,
            lon=2.5,
            kind="city",
            mentions=[self.span(m) for m in mentions],
        )

    def time(self, excerpt, first, last):
        return self.add("times", "T", **self.span(excerpt), kind="DATE", value=first, **{"from": first, "to": last})

    def statement(
        self,
        speaker,
        cue,
        *content,
        within=None,
        commitment="said",
        channel=None,
        named=True,
        described=None,
        manner="direct",
    ):
        return self.add(
            "statements",
            "S",
            speaker=speaker,
            cue=[self.span(cue)],
            content=[self.span(c) for c in content],
            manner=manner,
            commitment=commitment,
            channel=channel,
            named=named,
            described=described,
            within=within,
        )

    def event(
        self,
        type,
        trigger,
        source=(),
        target=(),
        place=None,
        time=None,
        status="happened",
        counts=(),
        said_in=None,
        also=(),
    ):
        told = {
            "trigger": self.span(trigger),
            "source": list(source),
            "target": list(target),
            "place": place,
            "time": time,
            "status": status,
            "counts": [{"what": w, "low": l, "high": h, **self.span(s)} for w, l, h, s in counts],
            "said_in": said_in,
        }
        accounts = [told] + [{**told, "trigger": self.span(a)} for a in also]
        return self.add("events", "E", type=type, mode=None, cameo="190", **told, chain=[], accounts=accounts)

    def write(self, path):
        with open(path, "w", encoding="utf-8") as out:
            out.write(json.dumps(self.all, ensure_ascii=False) + "\n")
        return path
