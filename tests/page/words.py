"""What the page makes of a report's words: only ever words, in their direction, from crooked and from long records, and
chains read aloud as the terminal reads them."""

import os
import subprocess

from checks import FOLDER, ISNAD, check, html, quiet
from records import Record
from shown import parts

ATTACKS = [
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!--<script>",
    "]]>",
    "\"'><svg onload=alert(1)>",
    "\u2028alert(1)\u2029",
    "{{script}}",
    "&lt;b&gt; &amp;",
    "<style>*{display:none}</style>",
    "javascript:alert(1)",
    "\\u003c/script>",
    "<base href=//x.test>",
    "<link rel=stylesheet href=http://x.test/>",
    "\u202eevil\u2066",
    "العربية 12 قال",
    "𝔘𝔫𝔦 😀",
]


def test_injection(browser):
    """Every text of the record says something evil; all of it is seen as text, and nothing happens."""
    text = "\n".join(ATTACKS) + "\nsaid: all of this."
    record = Record(
        text,
        title=ATTACKS[0],
        name=ATTACKS[1],
        outlet=ATTACKS[1],
        url=ATTACKS[9],
        author=ATTACKS[4],
        language='"><script>alert(1)</script>',
        sources=[{"name": ATTACKS[1], "how": "credit", "start": 0, "end": 3}],
        removed=[{"text": a, "why": a} for a in ATTACKS],
        published={
            "date": "<b>",
            "from": "<b>",
            "earliest": ATTACKS[0],
            "latest": 7,
            "because": [{"start": 0, "end": 5}],
        },
    )
    evil = [
        record.actor(a, attack, kind=a, doubt=a, roles=[{"title": a, "of": a, "span": {"start": 0, "end": 1}}])
        for a, attack in zip(ATTACKS, ATTACKS)
    ]
    place = record.add(
        "places",
        "P",
        name=ATTACKS[0],
        country=ATTACKS[1],
        admin1=ATTACKS[0],
        lat="<",
        lon=None,
        kind=ATTACKS[1],
        mentions=[record.span("alert")],
    )
    said = record.statement(
        evil,
        "said",
        "all of this",
        *ATTACKS[:4],
        commitment=ATTACKS[0],
        channel=ATTACKS[1],
        named=False,
        manner=ATTACKS[1],
        described={
            "role": ATTACKS[0],
            "institution": ATTACKS[1],
            "country": ATTACKS[4],
            "plural": True,
            "reason": ATTACKS[8],
        },
    )
    event = record.event(
        "<B>", "this", evil, evil, place, None, ATTACKS[1], counts=[(ATTACKS[1], 1, None, "this")], said_in=said
    )
    record.all["events"][0].update(mode=ATTACKS[0], cameo=ATTACKS[1], chain=ATTACKS)
    page = browser.open(html(record, "evil"))
    check(
        "the text is there, letter by letter",
        page.value(
            "document.querySelector('h1').textContent + '\\n' + [...document.querySelectorAll('.text > p')].map((p) =>"
            " p.textContent).join('\\n')"
        ),
        text,
    )
    check(
        "no element came out of it",
        page.value("document.querySelectorAll('.page :is(script, img, svg, style, link, base, b, iframe)').length"),
        0,
    )
    check("two scripts: the record and the page's", page.value("document.scripts.length"), 2)
    check(
        "names are text",
        page.value("[...document.querySelectorAll('.actor-choice .name')].map((n) => n.textContent).sort()"),
        sorted(ATTACKS),
    )
    check(
        "removed is text",
        page.value("[...document.querySelectorAll('.removed bdi')].map((n) => n.textContent)"),
        ATTACKS,
    )
    page.click(f".event[data-events={event}]")
    check("the card is text", page.value("document.querySelector('#card dd .name').textContent"), ATTACKS[0])
    check(
        "a direction of writing stays inside its paragraph",
        page.value("""(() => { const p = [...document.querySelectorAll('.text > p')];
        const arabic = p.find((e) => e.textContent.startsWith('العربية'));
        return getComputedStyle(arabic).direction + ' ' + getComputedStyle(p[p.length - 1]).direction; })()"""),
        "rtl ltr",
    )
    quiet("evil words", page)
    plain = browser.open(html(record, "evil"), script=False)
    check(
        "without a script the text stands there too",
        plain.call("DOM.getDocument", depth=1)["root"]["nodeName"],
        "#document",
    )
    quiet("without a script", plain)


def test_directions(browser):
    """Text from right to left inside a page from left to right."""
    record = Record(
        "The spokesman said: قال الوزير إن الجيش قتل المتحدث.\n\nقال المتحدث نعم.\nYes.",
        title=None,
        outlet="صحيفة النهر",
    )
    minister, speaker = record.actor("الوزير", "الوزير"), record.actor("المتحدث", "المتحدث")
    outer = record.statement(
        [record.actor("The spokesman", "The spokesman")], "said", "قال الوزير إن الجيش قتل المتحدث"
    )
    inner = record.statement([minister], "قال", "الجيش قتل المتحدث", within=outer)
    record.event("ASSAULT", "قتل", [minister], [speaker], said_in=inner)
    page = browser.open(html(record, "directions"))
    check(
        "each paragraph has its own",
        page.value("[...document.querySelectorAll('.text > p')].map((p) => getComputedStyle(p).direction)"),
        ["ltr", "rtl", "ltr"],
    )
    left = "(s) => document.querySelector(s).getBoundingClientRect().left"
    check(
        "who stands before whom",
        page.value(f"({left})('.people .name[data-actor=A1]') < ({left})('.people .name[data-actor=A2]')"),
    )
    check(
        "the chain is in order",
        page.value(
            f"({left})('.note[data-statement=S2] .name[data-actor=A3]') < ({left})('.note[data-statement=S2]"
            " .name[data-actor=A1]')"
        ),
    )
    check(
        "bands nest",
        page.value("document.querySelector('.band[data-statement=S1] > .band[data-statement=S2]').textContent"),
        "الجيش قتل المتحدث",
    )
    quiet("directions", page)


def test_crooked(browser):
    """A record that does not fit together: what fits is shown."""
    record = Record("One said two. Three.")
    record.statement(["A9"], "said", "two", within="S2")
    record.statement([], "said", "Three", within="S1")
    record.all["statements"].append({"id": "S3"})
    record.all["statements"][0]["content"].append({"start": 5, "end": 9999})
    record.all["events"] = [
        None,
        7,
        {"id": "E1"},
        {"id": "E2", "trigger": {"start": 0, "end": 3}, "type": None, "source": "A1", "time": "T9", "place": 4},
    ]
    record.all["report"]["published"] = None
    record.all["report"]["removed"] = {"a": 1}
    page = browser.open(html(record, "crooked"))
    check("crooked: the text stands", page.value("document.querySelector('.text').textContent.includes('Three')"))
    check(
        "crooked: each statement has a note",
        page.value("[...document.querySelectorAll('.note')].map((n) => n.dataset.statement).sort()"),
        ["S1", "S2", "S3"],
    )
    page.click(".event")
    check("crooked: the event has a card", parts(page), [[["on the word of", "the report itself"]]])
    quiet("crooked", page)
    empty = browser.open(html(Record("Nothing happens here.", name="/home/me/some/report.txt"), "empty"))
    check("empty: called by its file", empty.value("document.querySelector('h1').textContent"), "report.txt")
    check("empty: said so", empty.value("document.querySelector('footer').textContent.includes('No event is told.')"))
    quiet("empty", empty)


def test_long(browser):
    sentence = "The clerk said that the clerk had heard that the bridge was bombed on Monday. "
    times = 800
    record = Record((sentence * 10 + "\n") * (times // 10))
    clerk = record.actor("the clerk", "The clerk")
    for i in range(times):
        at = i * len(sentence) + i // 10
        shift = lambda words: {
            "start": at + sentence.index(words),
            "end": at + sentence.index(words) + len(words),
        }  # noqa: E731
        outer = record.statement([clerk], "said", "clerk")
        record.all["statements"][-1].update(cue=[shift("said")], content=[shift(sentence[20:-2])])
        record.statement([clerk], "said", "clerk", within=outer)
        record.all["statements"][-1].update(cue=[shift("heard")], content=[shift(sentence[45:-2])])
        record.event("ASSAULT", "bombed", [clerk], said_in=outer)
        for told in (record.all["events"][-1], record.all["events"][-1]["accounts"][0]):
            told["trigger"] = shift("bombed")
    page = browser.open(html(record, "long"))
    check("a long report: every band", page.value("document.querySelectorAll('.band').length"), 2 * times)
    spent = {m["name"]: m["value"] for m in page.call("Performance.getMetrics")["metrics"]}["ThreadTime"]
    check("a long report takes a few seconds of the processor", spent < 8)
    quiet("a long report", page)


def test_aloud_cases(browser):
    """The cases of src/record/aloud.c; the margin's own mark for the unnamed stands in a line of its own."""
    with open("tests/record/aloud.txt", encoding="utf-8") as cases:
        lines = [line.rstrip("\n") for line in cases if not line.startswith("#")]
    told = [line.split(" => ")[0].partition("tells ")[2] for line in lines]
    record = Record("\n".join(f"word{i} cue {told[i]}" for i in range(len(lines))))
    wanted, actors, ids = [], {}, []
    for i, line in enumerate(lines):
        if not line:
            actors, ids = {}, []
            continue
        case, reads = line.split(" => ")
        speakers, channel, commitment, within, flags = (part.strip() for part in case.split("|"))
        for speaker in filter(None, speakers.split(" + ")):
            name, kind, code = speaker.split(":")
            if name not in actors:
                actors[name] = record.actor(name, f"word{i}", kind=kind)
                record.all["actors"][-1]["code"] = code
        ids.append(
            record.statement(
                [actors[s.split(":")[0]] for s in speakers.split(" + ") if s],
                f"word{i}|cue",
                told[i] or f"word{i}",
                within=ids[int(within) - 1] if within else None,
                commitment=commitment,
                channel=channel or None,
                named="unnamed" not in flags,
                described={"plural": "plural" in flags},
            )
        )
        wanted.append(reads.replace(" (not named)", ""))
    page = browser.open(html(record, "aloud"))
    found = page.value("[...document.querySelectorAll('.note .chain')].map((n) => n.textContent)")
    check("as many chains as cases", len(found), len(wanted))
    for is_read, reads in zip(found, wanted):
        check("read aloud", is_read.replace("’", "'"), reads)


def test_aloud(browser):
    """The margin says what the terminal's view says (its marks for the unnamed left out), on a whole report."""
    arguments = ["--published", "2018-09-21", "data/example.txt"]
    path = os.path.join(FOLDER, "example.html")
    with open(path, "wb") as out:
        subprocess.run([ISNAD, "view", *arguments], stdout=out, check=True)
    view = subprocess.run([ISNAD, "read", "--view", *arguments], stdout=subprocess.PIPE, check=True, text=True).stdout
    view = " ".join(view.replace("(not named)", "").split()).replace(" ,", ",")
    page = browser.open(path)
    chains = page.value("[...document.querySelectorAll('.note .chain')].map((n) => n.textContent)")
    check("the example has statements", len(chains) > 5)
    check("margin and terminal say the same", [c for c in chains if c.replace("’", "'") + ":" not in view], [])
    check("its deepest chain has three links", any(c.count("quoting") == 2 for c in chains))
    quiet("the example", page)
