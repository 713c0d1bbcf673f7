// The text with what stands in it: for each paragraph a tree of elements. Statements are bands, each inside the bands
// of those it was told through, even where its words stand outside theirs; then cues, actors, places, times, events.
// What crosses the edge of something else is cut into pieces, so that the tree is always a tree.
import { element } from "./elements.js";

// Events whose triggers touch each other share one place to press.
function eventMarks(record) {
    const found = [];
    for (const event of record.events) {
        const triggers = event.accounts.length ? event.accounts.map((account) => account.trigger) : [event.trigger];
        for (const trigger of triggers)
            found.push({start: trigger.start, end: trigger.end, ids: [event.id], status: event.status});
    }
    found.sort((a, b) => a.start - b.start || b.end - a.end);
    const marks = [];
    for (const mark of found) {
        const last = marks[marks.length - 1];
        if (last && mark.start < last.end) {
            last.end = Math.max(last.end, mark.end);
            if (!last.ids.includes(mark.ids[0]))
                last.ids.push(mark.ids[0]);
        } else {
            marks.push({...mark, rank: 4, kind: "event"});
        }
    }
    return marks;
}

function allMarks(record) {
    const marks = eventMarks(record);
    const add = (span, kind, rank, id, more) => marks.push({start: span.start, end: span.end, kind, rank, id, ...more});
    for (const statement of record.told) {
        for (const span of statement.content)
            add(span, "band", 0, statement.id, {statement});
        for (const span of statement.cue)
            add(span, "cue", 2, statement.id, {statement});
    }
    for (const actor of record.actors.values())
        for (const span of actor.mentions)
            add(span, "actor", 1, actor.id, {doubt: span.doubt});
    for (const place of record.places.values())
        for (const span of place.mentions)
            add(span, "place", 3, place.id);
    for (const time of record.times.values())
        if (record.isSpan(time))
            add(time, "time", 3, time.id);
    const published = record.report.published || {};
    record.spans(published.because).forEach((span, i) => add(span, "reason", 3, String(i)));
    marks.forEach((mark, i) => (mark.order = i));
    return marks.sort((a, b) => a.start - b.start);
}

// How many bands lie inside each statement's band, at most: so many rims are seen around the innermost.
function giveRims(record) {
    for (const statement of record.told)
        statement.rims = 0;
    for (const statement of record.told)
        statement.path.forEach((outer, i) => (outer.rims = Math.max(outer.rims, statement.depth - i)));
}

function bandElement(statement) {
    const number = statement.placed ? null : statement.number;
    const band = element(`span.band.hue-${statement.hue}`, {"data-statement": statement.id, "data-number": number});
    band.style.setProperty("--rims", Math.min(statement.rims, 5));
    return band;
}

function markElement(mark) {
    switch (mark.kind) {
    case "cue":
        return element(`span.cue.hue-${mark.statement.hue}`, {"data-statement": mark.id});
    case "actor":
        return element(mark.doubt ? "span.actor.doubted" : "span.actor", {"data-actor": mark.id});
    case "place":
        return element("span.place", {"data-place": mark.id});
    case "time":
        return element("span.time", {"data-time": mark.id});
    case "reason":
        return element("span.reason", {"data-reason": mark.id});
    default:
        return element("span.event", {
            "data-events": mark.ids.join(" "), "data-status": mark.status || null, role: "button",
            "aria-expanded": "false", tabindex: mark.placed ? null : "0",
        });
    }
}

// Bands first, the outermost teller first; inside them the marks, the one that began first outside.
function layers(active) {
    const statements = new Set(active.filter((mark) => mark.kind === "band").flatMap((mark) => mark.statement.path));
    const bands = [...statements].sort((a, b) => a.depth - b.depth || a.start - b.start || a.number - b.number);
    const marks = active.filter((mark) => mark.kind !== "band")
        .sort((a, b) => a.start - b.start || b.end - a.end || a.rank - b.rank || a.order - b.order);
    return [...bands, ...marks];
}

// Writes the pieces of one paragraph into its element; open holds what the piece before stands in.
class Paragraph {
    constructor(box) {
        this.open = [{item: null, box}];
    }

    put(items, words) {
        let same = 0;
        while (same < items.length && same + 1 < this.open.length && this.open[same + 1].item === items[same])
            same++;
        this.open.length = same + 1;
        for (const item of items.slice(same)) {
            const box = item.path ? bandElement(item) : markElement(item);
            item.placed = true;
            this.open[this.open.length - 1].box.append(box);
            this.open.push({item, box});
        }
        this.open[this.open.length - 1].box.append(words);
    }
}

function fillParagraph(record, box, start, end, marks) {
    const edges = new Set([start, end]);
    for (const mark of marks)
        for (const edge of [mark.start, mark.end])
            if (edge > start && edge < end)
                edges.add(edge);
    const paragraph = new Paragraph(box);
    const sorted = [...edges].sort((a, b) => a - b);
    let active = [];
    let next = 0;
    for (let i = 0; i + 1 < sorted.length; i++) {
        active = active.filter((mark) => mark.end > sorted[i]);
        for (; next < marks.length && marks[next].start <= sorted[i]; next++)
            if (marks[next].end > sorted[i])
                active.push(marks[next]);
        paragraph.put(layers(active), record.words({start: sorted[i], end: sorted[i + 1]}));
    }
}

// [{start, end}] of the lines that hold anything.
function paragraphsOf(points) {
    const found = [];
    for (let start = 0; start <= points.length;) {
        let end = points.indexOf("\n", start);
        end = end < 0 ? points.length : end;
        if (points.slice(start, end).some((point) => point.trim()))
            found.push({start, end});
        start = end + 1;
    }
    return found;
}

// [{box, start, end}]: an element a paragraph. The first is a heading when it is the title.
export function textElements(record) {
    giveRims(record);
    const marks = allMarks(record);
    let from = 0; // marks in front of it have ended
    return paragraphsOf(record.points).map(({start, end}, i) => {
        const title = i === 0 && record.words({start, end}).trim() === record.report.title;
        const box = element(title ? "h1" : "p", {dir: "auto"});
        while (from < marks.length && marks[from].end <= start)
            from++;
        const here = marks.slice(from).filter((mark) => mark.start < end && mark.end > start);
        fillParagraph(record, box, start, end, here);
        return {box, start, end, title};
    });
}
