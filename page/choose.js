// What is pointed at and what is chosen. One thing at a time is lit: what the pointer or the focus is on, else what was
// chosen by a click, a tap or Enter. A thing is "statement S1", "actor A2", "event E3 E4" or "reason 0".

const KINDS = {statement: "statement", actor: "actor", events: "event", event: "event", reason: "reason"};

function thingOf(target) {
    for (let box = target; box && box.dataset; box = box.parentElement)
        for (const [attribute, kind] of Object.entries(KINDS))
            if (box.dataset[attribute] !== undefined)
                return {kind, ids: box.dataset[attribute].split(" "), box};
    return null;
}

const same = (a, b) => Boolean(a && b) && a.kind === b.kind && a.ids.join(" ") === b.ids.join(" ");

export class Choice {
    constructor(root, record, card) {
        Object.assign(this, {root, record, card, chosen: null, pointed: null, lit: []});
        this.events = new Map(record.events.map((event) => [event.id, event]));
        root.addEventListener("pointerover", (e) => e.pointerType === "mouse" && this.point(thingOf(e.target)));
        root.addEventListener("pointerleave", () => this.point(null));
        root.addEventListener("focusin", (e) => this.point(thingOf(e.target)));
        root.addEventListener("focusout", () => this.point(null));
        root.addEventListener("click", (e) => this.choose(thingOf(e.target)));
        root.addEventListener("keydown", (e) => this.key(e));
        addEventListener("resize", () => this.show());
    }

    key(e) {
        if (e.key === "Escape") {
            this.chosen = this.pointed = null;
            this.show();
        } else if ((e.key === "Enter" || e.key === " ") && e.target.getAttribute("role") === "button") {
            e.preventDefault();
            this.choose(thingOf(e.target));
        }
    }

    point(thing) {
        if (thing === this.pointed || (same(thing, this.pointed) && thing.box === this.pointed.box))
            return;
        this.pointed = thing;
        this.show();
    }

    choose(thing) {
        this.chosen = same(thing, this.chosen) ? null : thing;
        this.pointed = null;
        this.show();
        if (this.chosen && !this.chosen.box.closest(".text"))
            this.bringToSight();
    }

    bringToSight() {
        const first = this.root.querySelector(":is(.text, h1) .lit");
        const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
        if (first)
            first.scrollIntoView({block: "center", behavior: still ? "auto" : "smooth"});
    }

    light(selector, ...classes) {
        for (const box of this.root.querySelectorAll(selector)) {
            box.classList.add(...classes);
            this.lit.push([box, classes]);
        }
    }

    show() {
        for (const [box, classes] of this.lit)
            box.classList.remove(...classes);
        this.lit = [];
        this.card.hide();
        for (const box of this.root.querySelectorAll("[aria-pressed]"))
            box.setAttribute("aria-pressed", String(same(thingOf(box), this.chosen)));
        for (const box of this.root.querySelectorAll("[aria-expanded]"))
            box.setAttribute("aria-expanded", "false");
        const thing = this.pointed || this.chosen;
        this.root.dataset.lit = thing ? thing.kind : "";
        if (!thing)
            return;
        for (const id of thing.ids)
            this.light(`[data-${thing.kind}="${CSS.escape(id)}"]`, "lit");
        if (thing.kind === "event")
            this.showEvents(thing);
    }

    showEvents(thing) {
        const events = thing.ids.map((id) => this.events.get(id)).filter(Boolean);
        for (const event of events) {
            this.light(`.event[data-events~="${CSS.escape(event.id)}"]`, "lit");
            for (const [role, ids] of [["who", event.source], ["whom", event.target]])
                for (const id of ids)
                    this.light(`.text .actor[data-actor="${CSS.escape(id)}"]`, "part", role);
            if (event.place)
                this.light(`.text .place[data-place="${CSS.escape(event.place)}"]`, "part", "where");
            if (typeof event.time === "string")
                this.light(`.text .time[data-time="${CSS.escape(event.time)}"]`, "part", "when");
        }
        // Pointed at in a list, an event is only lit in the text; chosen there, it has its card in the text.
        const words = thing.box.classList.contains("event") ? thing.box
            : thing === this.chosen && this.root.querySelector(".event.lit");
        if (words) {
            words.setAttribute("aria-expanded", "true");
            this.card.show(words, events);
        }
    }
}
