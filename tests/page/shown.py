"""What is drawn and what answers to pointer, finger and keyboard."""

from checks import check, html, mill, quiet
from records import Record


def test_text(browser):
    record, _ = mill()
    page = browser.open(html(record))
    check(
        "the title is the heading, once",
        page.value("[...document.querySelectorAll('h1')].map((h) => h.textContent)"),
        ["The mill of Ostrava"],
    )
    body = page.value("[...document.querySelectorAll('.text > p')].map((p) => p.textContent)")
    check("the text is the report's", body, [line for line in record.text.split("\n")[1:] if line])
    check(
        "the summary",
        page.value("document.querySelector('.summary').textContent"),
        "4 statements of 3 tellers, 3 events, 1 piece removed",
    )
    nesting = page.value("""[...document.querySelectorAll('.text .band')].map((b) =>
        [b.dataset.statement, b.parentElement.closest('.band')?.dataset.statement ?? null, b.textContent])""")
    said = 'a guard had told her: "Three men burnt the mill, and the owner paid them."'
    check(
        "bands nest as statements do",
        nesting,
        [["S1", None, said], ["S2", "S1", said[22:]], ["S3", None, "he paid anybody"], ["S4", None, "He is free"]],
    )
    check(
        "a teller has one colour",
        page.value(
            "new Set([...document.querySelectorAll('.band:is([data-statement=S1], [data-statement=S4])')].map((b) =>"
            " getComputedStyle(b).backgroundColor)).size"
        ),
        1,
    )
    check(
        "tellers differ in colour",
        page.value(
            "new Set([...document.querySelectorAll('.band')].map((b) => getComputedStyle(b).backgroundColor)).size"
        ),
        3,
    )
    check(
        "the outer band's rim is seen around the inner",
        page.value("""(() => { const band = (s) => document.querySelector(`.band[data-statement=${s}]`);
            const h = (s) => band(s).getClientRects()[0].height;
        return h('S1') > h('S2'); })()"""),
    )
    check(
        "the margin reads aloud",
        page.value("[...document.querySelectorAll('.note .chain')].map((n) => n.textContent)"),
        [
            "the mayor says",
            "the mayor, quoting a guard, says",
            "the owner, carried by The Echo, denies",
            "the mayor says",
        ],
    )
    check(
        "the unnamed is said to be",
        page.value("document.querySelector('.note[data-statement=S2] .details').textContent"),
        "not named: guard, fear",
    )
    check(
        "notes stand beside the text, apart from each other",
        page.value("""(() => { const text = document.querySelector('.text p').getBoundingClientRect();
        const notes = [...document.querySelectorAll('.note')].map((n) => n.getBoundingClientRect());
        return notes.every((n, i) => n.left >= text.right && (!i || n.top >= notes[i - 1].bottom)); })()"""),
    )
    check(
        "published, with its reason",
        page.value("document.querySelector('.byline').textContent"),
        "Published about 14 May 2021, inferred from “Friday”; the text allows 13–15 May 2021. ",
    )
    check(
        "removed", page.value("document.querySelector('.removed').textContent"), "Read also: Bread is dearer read also"
    )
    check(
        "doubt names the mention",
        "may not be the owner: the mill has two owners" in page.value("document.querySelector('.doubts').textContent"),
    )
    check("events have their list", page.value("document.querySelectorAll('.event-item').length"), 3)
    quiet("the page", page)


def parts(page):
    return page.value(
        "document.querySelector('#card').hidden ? null : [...document.querySelectorAll('#card section')].map((s) =>"
        " [...s.querySelectorAll('.parts > div')].map((d) => [...d.children].map((c) => c.textContent)))"
    )


BURNT = [
    ["who", "three men"],
    ["where", "Ostrava UTO"],
    ["when", "14 May 2021 — “Friday”"],
    ["how many", "3 men"],
    ["status", "happened"],
    ["on the word of", "the mayor, quoting a guard"],
]


def test_pointer(browser):
    page = browser.open(html(mill()[0]))
    check("no card at first", parts(page), None)
    page.move(".event[data-events=E1]")
    check("pointing shows the event's parts", parts(page), [BURNT])
    check(
        "its doer is marked",
        page.value("[...document.querySelectorAll('.part.who')].map((a) => a.textContent)"),
        ["Three men"],
    )
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
    check(
        "and its words are lit",
        page.value("[...document.querySelectorAll('.text .event.lit')].map((e) => e.textContent)"),
        ["burnt"],
    )
    page.press("Escape")
    page.click(".actor-choice[data-actor=A4]")
    page.move(".outlet")
    check(
        "a chosen actor is lit across the text",
        page.value("[...document.querySelectorAll('.text .actor.lit')].map((a) => a.textContent)"),
        ["the owner", "The owner"],
    )
    check(
        "and pressed",
        page.value("document.querySelector('.actor-choice[data-actor=A4]').getAttribute('aria-pressed')"),
        "true",
    )
    page.click(".actor-choice[data-actor=A4]")
    page.move(".outlet")
    check("a second click ends the choice", page.value("document.querySelectorAll('.text .lit').length"), 0)
    page.move(".note[data-statement=S2]")
    check(
        "a note lights its band",
        page.value("[...document.querySelectorAll('.band.lit')].map((b) => b.dataset.statement)"),
        ["S2"],
    )
    quiet("pointing", page)


def test_keyboard(browser):
    page = browser.open(html(mill()[0]))
    reached, outlined = [], True
    for _ in range(80):
        page.press("Tab")
        at = page.value(
            "(() => { const a = document.activeElement; return a === document.body ? null : [a.className,"
            " a.dataset.events || '', getComputedStyle(a).outlineStyle !== 'none', a.textContent]; })()"
        )
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
    check(
        "notes stand below their paragraph",
        page.value("""document.querySelector('.note').getBoundingClientRect().top >=
        document.querySelector('.text p').getBoundingClientRect().bottom"""),
    )
    page.tap(".event[data-events=E1]")
    check("a tap shows the event's parts", parts(page), [BURNT])
    check(
        "at the bottom of the window",
        page.value("Math.round(document.querySelector('#card').getBoundingClientRect().bottom)"),
        700,
    )
    page.tap(".outlet")
    check("a tap elsewhere ends it", parts(page), None)
    quiet("touch", page)


def contrast_script(selector):
    return """(() => { const part = (c) => { c /= 255; return c <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4; };
        const light = ([r, g, b]) => .2126 * part(r) + .7152 * part(g) + .0722 * part(b);
        const rgb = (c) => c.match(/[\\d.]+/g).map(Number);
        const behind = (e) => { for (; e; e = e.parentElement) {
            const c = rgb(getComputedStyle(e).backgroundColor);
            if (c.length < 4 || c[3] === 1) return c; } };
        return Math.min(...[...document.querySelectorAll('%s')].filter((e) => e.getClientRects().length).map((e) => {
            const [a, b] = [light(rgb(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
            return (a + .05) / (b + .05); })); })()""" % selector


def test_light_and_dark(browser):
    record = Record(" ".join(f'Witness{i} said: "Word {i} here."' for i in range(1, 9)))
    for i in range(1, 9):
        record.statement([record.actor(f"W{i}", f"Witness{i}")], f"Witness{i}|said", f"Word {i} here")
    path = html(record, "colours")
    for dark in (False, True):
        page = browser.open(path, dark=dark)
        name = "dark" if dark else "light"
        check(
            name + ": eight tellers, eight colours",
            page.value(
                "new Set([...document.querySelectorAll('.band')].map((b) => getComputedStyle(b).backgroundColor)).size"
            ),
            8,
        )
        check(name + ": text on bands has contrast", page.value(contrast_script(".text p, .band")) >= 7)
        check(
            name + ": small text has contrast",
            page.value(
                contrast_script(
                    ".byline, .outlet, .details, .number, .times, .actors h2, .why, dt, summary, .word, .summary"
                )
            )
            >= 4.5,
        )
        page.click(".actor-choice")
        check(name + ": lit text has contrast", page.value(contrast_script(".lit")) >= 4.5)
        quiet(name, page)


def test_print(browser):
    page = browser.open(html(mill()[0]))
    check("prints", page.paper()[:5], b"%PDF-")
    page.call("Emulation.setEmulatedMedia", media="print")
    page.settle()
    check(
        "print: the card and the legend are away",
        page.value("[...document.querySelectorAll('.card, .legend, .skip')].every((e) => !e.getClientRects().length)"),
    )
    check(
        "print: notes are in the flow",
        page.value("getComputedStyle(document.querySelector('.note')).position"),
        "static",
    )
    quiet("print", page)
