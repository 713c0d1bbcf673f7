"""The page in a real browser: what is drawn, what answers to pointer, finger and keyboard, and that a report's words
are only ever words. Says "page: N passed, N failed"."""
import atexit
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(__file__))
from browser import Browser  # noqa: E402
from records import Record  # noqa: E402

ISNAD = os.path.join(os.environ.get("BUILD", "build"), "isnad")
FOLDER = tempfile.mkdtemp()
atexit.register(shutil.rmtree, FOLDER)
count = {True: 0, False: 0}


def check(name, found, wanted=True):
    passed = found == wanted
    count[passed] += 1
    if not passed:
        print(f"failed: {name}\n    wanted: {wanted!r}\n    found:  {found!r}")


def html(record, name="record"):
    source = record.write(os.path.join(FOLDER, name + ".jsonl"))
    target = os.path.join(FOLDER, name + ".html")
    with open(target, "wb") as out:
        subprocess.run([ISNAD, "view", source], stdout=out, check=True)
    return target


def quiet(name, page):
    check(name + ": nothing on the console", page.faults, [])
    check(name + ": nothing is asked for", page.requests, [])


def mill():
    """One report with most of what a record can hold."""
    record = Record(
        "The mill of Ostrava\n\nOn Friday the mayor said that a guard had told her: \"Three men burnt the mill, and the owner paid them.\" "
        "The owner, in a letter that the Echo carried, denied that he paid anybody.\n\nNobody was arrested in Ostrava. He is free, she added.",
        title="The mill of Ostrava", outlet="The Courier", removed=[{"text": "Read also: Bread is dearer", "why": "read also"}],
        published={"date": "2021-05-14", "from": "inferred", "earliest": "2021-05-13", "latest": "2021-05-15", "because": [{"start": 24, "end": 30}]})
    mayor = record.actor("the mayor", "the mayor", "free, |she")
    guard = record.actor("a guard", "a guard", kind="unnamed")
    men = record.actor("three men", "Three men", kind="group")
    owner = record.actor("the owner", "the owner", "The owner", doubt="the mill has two owners")
    town = record.place("Ostrava", "arrested in |Ostrava")
    friday = record.time("Friday", "2021-05-14", "2021-05-14")
    outer = record.statement([mayor], "said", "a guard had told her: \"Three men burnt the mill, and the owner paid them.\"", manner="mixed")
    inner = record.statement([guard], "told", "\"Three men burnt the mill, and the owner paid them.\"", within=outer, named=False,
                             described={"role": "guard", "institution": None, "country": None, "plural": False, "reason": "fear"})
    denial = record.statement([owner], "denied", "he paid anybody", commitment="denied", channel="The Echo", manner="indirect")
    record.statement([mayor], "added", "He is free")
    record.event("ASSAULT", "burnt", [men], [], town, friday, counts=[("men", 3, 3, "Three")], said_in=inner)
    record.event("AID", "paid", [owner], [men], said_in=inner, also=["that he |paid"])
    record.event("COERCE", "arrested", status="denied", place=town)
    return record, denial


def test_text(browser):
    record, _ = mill()
    page = browser.open(html(record))
    check("the title is the heading, once", page.value("[...document.querySelectorAll('h1')].map((h) => h.textContent)"), ["The mill of Ostrava"])
    body = page.value("[...document.querySelectorAll('.text > p')].map((p) => p.textContent)")
    check("the text is the report's", body, [line for line in record.text.split("\n")[1:] if line])
    check("the summary", page.value("document.querySelector('.summary').textContent"), "4 statements of 3 tellers, 3 events, 1 piece removed")
    nesting = page.value("""[...document.querySelectorAll('.text .band')].map((b) =>
        [b.dataset.statement, b.parentElement.closest('.band')?.dataset.statement ?? null, b.textContent])""")
    said = "a guard had told her: \"Three men burnt the mill, and the owner paid them.\""
    check("bands nest as statements do", nesting, [["S1", None, said], ["S2", "S1", said[22:]], ["S3", None, "he paid anybody"], ["S4", None, "He is free"]])
    check("a teller has one colour", page.value("new Set([...document.querySelectorAll('.band:is([data-statement=S1], [data-statement=S4])')].map((b) => getComputedStyle(b).backgroundColor)).size"), 1)
    check("tellers differ in colour", page.value("new Set([...document.querySelectorAll('.band')].map((b) => getComputedStyle(b).backgroundColor)).size"), 3)
    check("the outer band's rim is seen around the inner", page.value("""(() => { const h = (s) => document.querySelector(`.band[data-statement=${s}]`).getClientRects()[0].height;
        return h('S1') > h('S2'); })()"""))
    check("the margin reads aloud", page.value("[...document.querySelectorAll('.note .chain')].map((n) => n.textContent)"), [
        "the mayor says", "the mayor, quoting a guard, says", "the owner, carried by The Echo, denies", "the mayor says"])
    check("the unnamed is said to be", page.value("document.querySelector('.note[data-statement=S2] .details').textContent"), "not named: guard, fear")
    check("notes stand beside the text, apart from each other", page.value("""(() => { const text = document.querySelector('.text p').getBoundingClientRect();
        const notes = [...document.querySelectorAll('.note')].map((n) => n.getBoundingClientRect());
        return notes.every((n, i) => n.left >= text.right && (!i || n.top >= notes[i - 1].bottom)); })()"""))
    check("published, with its reason", page.value("document.querySelector('.byline').textContent"),
          "Published about 14 May 2021, inferred from “Friday”; the text allows 13–15 May 2021. ")
    check("removed", page.value("document.querySelector('.removed').textContent"), "Read also: Bread is dearer read also")
    check("doubt names the mention", "may not be the owner: the mill has two owners" in page.value("document.querySelector('.doubts').textContent"))
    check("events have their list", page.value("document.querySelectorAll('.event-item').length"), 3)
    quiet("the page", page)


def parts(page):
    return page.value("document.querySelector('#card').hidden ? null : "
                      "[...document.querySelectorAll('#card section')].map((s) => [...s.querySelectorAll('.parts > div')].map((d) => [...d.children].map((c) => c.textContent)))")


BURNT = [["who", "three men"], ["where", "Ostrava UTO"], ["when", "14 May 2021 — “Friday”"], ["how many", "3 men"], ["status", "happened"],
         ["on the word of", "the mayor, quoting a guard"]]


def test_pointer(browser):
    page = browser.open(html(mill()[0]))
    check("no card at first", parts(page), None)
    page.move(".event[data-events=E1]")
    check("pointing shows the event's parts", parts(page), [BURNT])
    check("its doer is marked", page.value("[...document.querySelectorAll('.part.who')].map((a) => a.textContent)"), ["Three men"])
    check("its place is marked", page.value("document.querySelectorAll('.part.where').length"), 1)
    page.move(".outlet")
    check("pointing elsewhere ends it", parts(page), None)
    page.click(".event[data-events=E2]")
    page.move(".outlet")
    check("a click keeps it", [p[0] for p in parts(page)[0]], ["who", "whom", "status", "on the word of"])
    check("two mentions are told", "Told 2 times" in page.value("document.querySelector('#card').textContent"))
    page.press("Escape")
    check("Escape ends it", parts(page), None)
    page.click(".event-choice[data-event=E1]")
    page.move(".outlet")
    check("an event chosen in the list has its card in the text", parts(page), [BURNT])
    check("and its words are lit", page.value("[...document.querySelectorAll('.text .event.lit')].map((e) => e.textContent)"), ["burnt"])
    page.press("Escape")
    page.click(".actor-choice[data-actor=A4]")
    page.move(".outlet")
    check("a chosen actor is lit across the text", page.value("[...document.querySelectorAll('.text .actor.lit')].map((a) => a.textContent)"), ["the owner", "The owner"])
    check("and pressed", page.value("document.querySelector('.actor-choice[data-actor=A4]').getAttribute('aria-pressed')"), "true")
    page.click(".actor-choice[data-actor=A4]")
    page.move(".outlet")
    check("a second click ends the choice", page.value("document.querySelectorAll('.text .lit').length"), 0)
    page.move(".note[data-statement=S2]")
    check("a note lights its band", page.value("[...document.querySelectorAll('.band.lit')].map((b) => b.dataset.statement)"), ["S2"])
    quiet("pointing", page)


def test_keyboard(browser):
    page = browser.open(html(mill()[0]))
    reached, outlined = [], True
    for _ in range(80):
        page.press("Tab")
        at = page.value("(() => { const a = document.activeElement; return a === document.body ? null : [a.className, a.dataset.events || '', "
                        "getComputedStyle(a).outlineStyle !== 'none', a.textContent]; })()")
        if at is None:
            break
        reached.append(at)
        outlined = outlined and at[2]
        if at[1] == "E1":
            check("focus shows the event's parts", parts(page), [BURNT])
            page.press("Enter")
            check("Enter keeps them", page.value("document.activeElement.getAttribute('aria-expanded')"), "true")
            check("read with the words", page.value("document.activeElement.getAttribute('aria-describedby')"), "card")
            page.press("Escape")
    classes = [r[0].split()[0] for r in reached if r[0]]
    check("every focus is seen", outlined)
    check("all notes are reached", classes.count("note"), 4)
    check("all events are reached, in text and list", (classes.count("event"), classes.count("event-choice")), (4, 3))
    check("all actors are reached", classes.count("actor-choice"), 4)
    check("the first leads to the text", reached[0][3], "To the text")
    quiet("the keyboard", page)


def test_touch(browser):
    page = browser.open(html(mill()[0]), width=380, height=700, touch=True)
    check("nothing is wider than the page", page.value("document.documentElement.scrollWidth <= 380"))
    check("notes stand below their paragraph", page.value("""document.querySelector('.note').getBoundingClientRect().top >=
        document.querySelector('.text p').getBoundingClientRect().bottom"""))
    page.tap(".event[data-events=E1]")
    check("a tap shows the event's parts", parts(page), [BURNT])
    check("at the bottom of the window", page.value("Math.round(document.querySelector('#card').getBoundingClientRect().bottom)"), 700)
    page.tap(".outlet")
    check("a tap elsewhere ends it", parts(page), None)
    quiet("touch", page)


def contrast_script(selector):
    return """(() => { const part = (c) => { c /= 255; return c <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4; };
        const light = ([r, g, b]) => .2126 * part(r) + .7152 * part(g) + .0722 * part(b);
        const rgb = (c) => c.match(/[\\d.]+/g).map(Number);
        const behind = (e) => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] === 1) return c; } };
        return Math.min(...[...document.querySelectorAll('%s')].filter((e) => e.getClientRects().length).map((e) => {
            const [a, b] = [light(rgb(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
            return (a + .05) / (b + .05); })); })()""" % selector


def test_light_and_dark(browser):
    record = Record(" ".join(f"Witness{i} said: \"Word {i} here.\"" for i in range(1, 9)))
    for i in range(1, 9):
        record.statement([record.actor(f"W{i}", f"Witness{i}")], f"Witness{i}|said", f"Word {i} here")
    path = html(record, "colours")
    for dark in (False, True):
        page = browser.open(path, dark=dark)
        name = "dark" if dark else "light"
        check(name + ": eight tellers, eight colours", page.value("new Set([...document.querySelectorAll('.band')].map((b) => getComputedStyle(b).backgroundColor)).size"), 8)
        check(name + ": text on bands has contrast", page.value(contrast_script(".text p, .band")) >= 7)
        check(name + ": small text has contrast", page.value(contrast_script(".byline, .outlet, .details, .number, .times, .actors h2, .why, dt, summary, .word, .summary")) >= 4.5)
        page.click(".actor-choice")
        check(name + ": lit text has contrast", page.value(contrast_script(".lit")) >= 4.5)
        quiet(name, page)


ATTACKS = ["</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!--<script>", "]]>", "\"'><svg onload=alert(1)>",
           "\u2028alert(1)\u2029", "{{script}}", "&lt;b&gt; &amp;", "<style>*{display:none}</style>", "javascript:alert(1)", "\\u003c/script>", "<base href=//x.test>",
           "<link rel=stylesheet href=http://x.test/>", "\u202Eevil\u2066", "العربية 12 قال", "𝔘𝔫𝔦 😀"]


def test_injection(browser):
    """Every text of the record says something evil; all of it is seen as text, and nothing happens."""
    text = "\n".join(ATTACKS) + "\nsaid: all of this."
    record = Record(text, title=ATTACKS[0], name=ATTACKS[1], outlet=ATTACKS[1], url=ATTACKS[9], author=ATTACKS[4], language="\"><script>alert(1)</script>",
                    sources=[{"name": ATTACKS[1], "how": "credit", "start": 0, "end": 3}], removed=[{"text": a, "why": a} for a in ATTACKS],
                    published={"date": "<b>", "from": "<b>", "earliest": ATTACKS[0], "latest": 7, "because": [{"start": 0, "end": 5}]})
    evil = [record.actor(a, attack, kind=a, doubt=a, roles=[{"title": a, "of": a, "span": {"start": 0, "end": 1}}]) for a, attack in zip(ATTACKS, ATTACKS)]
    place = record.add("places", "P", name=ATTACKS[0], country=ATTACKS[1], admin1=ATTACKS[0], lat="<", lon=None, kind=ATTACKS[1], mentions=[record.span("alert")])
    said = record.statement(evil, "said", "all of this", *ATTACKS[:4], commitment=ATTACKS[0], channel=ATTACKS[1], named=False, manner=ATTACKS[1],
                            described={"role": ATTACKS[0], "institution": ATTACKS[1], "country": ATTACKS[4], "plural": True, "reason": ATTACKS[8]})
    event = record.event("<B>", "this", evil, evil, place, None, ATTACKS[1], counts=[(ATTACKS[1], 1, None, "this")], said_in=said)
    record.all["events"][0].update(mode=ATTACKS[0], cameo=ATTACKS[1], chain=ATTACKS)
    page = browser.open(html(record, "evil"))
    check("the text is there, letter by letter", page.value("document.querySelector('h1').textContent + '\\n' + [...document.querySelectorAll('.text > p')].map((p) => p.textContent).join('\\n')"), text)
    check("no element came out of it", page.value("document.querySelectorAll('.page :is(script, img, svg, style, link, base, b, iframe)').length"), 0)
    check("two scripts: the record and the page's", page.value("document.scripts.length"), 2)
    check("names are text", page.value("[...document.querySelectorAll('.actor-choice .name')].map((n) => n.textContent).sort()"), sorted(ATTACKS))
    check("removed is text", page.value("[...document.querySelectorAll('.removed bdi')].map((n) => n.textContent)"), ATTACKS)
    page.click(f".event[data-events={event}]")
    check("the card is text", page.value("document.querySelector('#card dd .name').textContent"), ATTACKS[0])
    check("a direction of writing stays inside its paragraph", page.value("""(() => { const p = [...document.querySelectorAll('.text > p')];
        return getComputedStyle(p.find((e) => e.textContent.startsWith('العربية'))).direction + ' ' + getComputedStyle(p[p.length - 1]).direction; })()"""), "rtl ltr")
    quiet("evil words", page)
    plain = browser.open(html(record, "evil"), script=False)
    check("without a script the text stands there too", plain.call("DOM.getDocument", depth=1)["root"]["nodeName"], "#document")
    quiet("without a script", plain)


def test_directions(browser):
    """Text from right to left inside a page from left to right."""
    record = Record("The spokesman said: قال الوزير إن الجيش قتل المتحدث.\n\nقال المتحدث نعم.\nYes.", title=None, outlet="صحيفة النهر")
    minister, speaker = record.actor("الوزير", "الوزير"), record.actor("المتحدث", "المتحدث")
    outer = record.statement([record.actor("The spokesman", "The spokesman")], "said", "قال الوزير إن الجيش قتل المتحدث")
    inner = record.statement([minister], "قال", "الجيش قتل المتحدث", within=outer)
    record.event("ASSAULT", "قتل", [minister], [speaker], said_in=inner)
    page = browser.open(html(record, "directions"))
    check("each paragraph has its own", page.value("[...document.querySelectorAll('.text > p')].map((p) => getComputedStyle(p).direction)"), ["ltr", "rtl", "ltr"])
    left = "(s) => document.querySelector(s).getBoundingClientRect().left"
    check("who stands before whom", page.value(f"({left})('.people .name[data-actor=A1]') < ({left})('.people .name[data-actor=A2]')"))
    check("the chain is in order", page.value(f"({left})('.note[data-statement=S2] .name[data-actor=A3]') < ({left})('.note[data-statement=S2] .name[data-actor=A1]')"))
    check("bands nest", page.value("document.querySelector('.band[data-statement=S1] > .band[data-statement=S2]').textContent"), "الجيش قتل المتحدث")
    quiet("directions", page)


def test_crooked(browser):
    """A record that does not fit together: what fits is shown."""
    record = Record("One said two. Three.")
    record.statement(["A9"], "said", "two", within="S2")
    record.statement([], "said", "Three", within="S1")
    record.all["statements"].append({"id": "S3"})
    record.all["statements"][0]["content"].append({"start": 5, "end": 9999})
    record.all["events"] = [None, 7, {"id": "E1"}, {"id": "E2", "trigger": {"start": 0, "end": 3}, "type": None, "source": "A1", "time": "T9", "place": 4}]
    record.all["report"]["published"] = None
    record.all["report"]["removed"] = {"a": 1}
    page = browser.open(html(record, "crooked"))
    check("crooked: the text stands", page.value("document.querySelector('.text').textContent.includes('Three')"))
    check("crooked: each statement has a note", page.value("[...document.querySelectorAll('.note')].map((n) => n.dataset.statement).sort()"), ["S1", "S2", "S3"])
    page.click(".event")
    check("crooked: the event has a card", parts(page), [[["on the word of", "the report itself"]]])
    quiet("crooked", page)
    empty = browser.open(html(Record("Nothing happens here.", name="/home/me/some/report.txt"), "empty"))
    check("empty: called by its file", empty.value("document.querySelector('h1').textContent"), "report.txt")
    check("empty: said so", empty.value("document.querySelector('footer').textContent.includes('No event is told.')"))
    quiet("empty", empty)


def test_print(browser):
    page = browser.open(html(mill()[0]))
    check("prints", page.paper()[:5], b"%PDF-")
    page.call("Emulation.setEmulatedMedia", media="print")
    page.settle()
    check("print: the card and the legend are away", page.value("[...document.querySelectorAll('.card, .legend, .skip')].every((e) => !e.getClientRects().length)"))
    check("print: notes are in the flow", page.value("getComputedStyle(document.querySelector('.note')).position"), "static")
    quiet("print", page)


def test_long(browser):
    sentence = "The clerk said that the clerk had heard that the bridge was bombed on Monday. "
    times = 800
    record = Record((sentence * 10 + "\n") * (times // 10))
    clerk = record.actor("the clerk", "The clerk")
    for i in range(times):
        at = i * len(sentence) + i // 10
        shift = lambda words: {"start": at + sentence.index(words), "end": at + sentence.index(words) + len(words)}  # noqa: E731
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
    record = Record("\n".join(f"word{i} cue" for i in range(len(lines))))
    wanted, actors, ids = [], {}, []
    for i, line in enumerate(lines):
        if not line:
            actors, ids = {}, []
            continue
        told, reads = line.split(" => ")
        speakers, channel, commitment, within, flags = (part.strip() for part in told.split("|"))
        for speaker in filter(None, speakers.split(" + ")):
            name, kind, code = speaker.split(":")
            if name not in actors:
                actors[name] = record.actor(name, f"word{i}", kind=kind)
                record.all["actors"][-1]["code"] = code
        ids.append(record.statement([actors[s.split(":")[0]] for s in speakers.split(" + ") if s], f"word{i}|cue", f"word{i}",
                                    within=ids[int(within) - 1] if within else None, commitment=commitment, channel=channel or None,
                                    named="unnamed" not in flags, described={"plural": "plural" in flags}))
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


def main():
    tests = [test_text, test_aloud_cases, test_aloud, test_pointer, test_keyboard, test_touch, test_light_and_dark, test_injection, test_directions, test_crooked, test_print, test_long]
    asked = sys.argv[1:]
    with Browser() as browser:
        for test in tests:
            if not asked or test.__name__ in asked:
                test(browser)
    print(f"page: {count[True]} passed, {count[False]} failed")
    sys.exit(1 if count[False] else 0)


main()
