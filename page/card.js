// The card: the parts of the events whose words are pointed at, beside these words.
import { clear, element } from "./elements.js";
import { eventParts, onWhoseWord, typeName } from "./phrases.js";

const EDGE = 8; // pixels between the card, its words and the window's edge

function eventHead(event) {
    return [element("span.type", {}, typeName(event)),
        typeof event.mode === "string" ? element("span.mode", {}, event.mode) : null,
        typeof event.cameo === "string" && event.cameo ? element("span.code", {}, `CAMEO ${event.cameo}`) : null];
}

function partsList(record, event) {
    return element("dl.parts", {}, eventParts(record, event).map(([term, told]) =>
        element("div", {}, element("dt", {}, term), element("dd", {}, told))));
}

// What the single mentions say, when there are several.
function accountsList(record, event) {
    if (event.accounts.length < 2)
        return null;
    return element("div.accounts", {},
        element("p", {}, `Told ${event.accounts.length} times`),
        element("ol", {}, event.accounts.map((account) =>
            element("li", {}, "“", element("bdi", {}, record.words(account.trigger)), "” — ",
                onWhoseWord(record, {...account, chain: null}) || "the report itself",
                account.status && account.status !== event.status ? `: ${account.status}` : null))));
}

export class Card {
    constructor(record) {
        this.record = record;
        this.box = element("div.card", {id: "card", role: "tooltip"});
        this.box.hidden = true;
    }

    show(words, events) {
        clear(this.box, events.map((event) => element("section", {},
            element("p.head", {}, eventHead(event)), partsList(this.record, event), accountsList(this.record, event))));
        this.box.hidden = false;
        words.setAttribute("aria-describedby", "card");
        this.words = words;
        this.place(words);
    }

    // Below the words, above them where there is no room; a narrow page has it at the bottom (page.css).
    place(words) {
        const [line] = words.getClientRects();
        const {offsetWidth: width, offsetHeight: height} = this.box;
        const seen = document.documentElement;
        const left = Math.max(EDGE, Math.min(line.left, seen.clientWidth - width - EDGE));
        const below = line.bottom + EDGE;
        const above = line.top - height - EDGE;
        const top = below + height > seen.clientHeight && above > 0 ? above : below;
        this.box.style.left = `${left + scrollX}px`;
        this.box.style.top = `${top + scrollY}px`;
    }

    hide() {
        this.box.hidden = true;
        if (this.words)
            this.words.removeAttribute("aria-describedby");
        this.words = null;
    }
}
