// The page: reads the record that stands in it, builds the parts, and starts what answers to pointer and keyboard.
import { Card } from "./card.js";
import { Choice } from "./choose.js";
import { element } from "./elements.js";
import { header } from "./head.js";
import { actorsList, doubtsList, eventsList, legend, removedList } from "./lists.js";
import { notesOf, placeNotes } from "./notes.js";
import { Record } from "./record.js";
import { textElements } from "./bands.js";

function build(record) {
    const paragraphs = textElements(record);
    const title = paragraphs.length && paragraphs[0].title ? paragraphs.shift().box : null;
    // No statement is without its note: those in the title, or without a place, go to the first and the last paragraph.
    if (paragraphs.length) {
        paragraphs[0].start = 0;
        paragraphs[paragraphs.length - 1].end = Infinity;
    }
    const card = new Card(record);
    const text = element("article.text", {id: "text", tabindex: "-1"},
        paragraphs.map((paragraph) => [paragraph.box, notesOf(record, paragraph)]));
    const deepest = Math.max(0, ...record.told.map((statement) => statement.rims));
    text.style.setProperty("--deepest", Math.min(deepest, 5));
    const page = element("div.page", {},
        element("a.skip", {href: "#text"}, "To the text"),
        header(record, title),
        actorsList(record),
        element("main", {}, text),
        element("footer", {}, eventsList(record), doubtsList(record), removedList(record), legend()),
        card.box);
    return {page, text, card};
}

function start() {
    let record;
    try {
        record = new Record(JSON.parse(document.getElementById("record").textContent));
    } catch (fault) {
        document.body.append(element("p.without", {}, `This page’s record cannot be shown: ${fault.message}`));
        return;
    }
    const {page, text, card} = build(record);
    document.body.append(page);
    if (record.report.language)
        text.lang = record.report.language;
    new Choice(page, record, card);
    const place = () => placeNotes(text);
    new ResizeObserver(place).observe(text);
    document.fonts.ready.then(place);
    place();
}

start();
