// The record as the page needs it: things found by their ids, spans that surely lie inside the text, statements with
// their depth and their chain, a colour for each teller. A record may come from anywhere: what does not fit is left
// out.

const HUES = 8; // colours.css has as many

const list = (value) => (Array.isArray(value) ? value.filter((item) => item !== null && item !== undefined) : []);
const text = (value) => (typeof value === "string" ? value : null);

function byId(items) {
    return new Map(list(items).filter((item) => text(item.id)).map((item) => [item.id, item]));
}

export class Record {
    constructor(data) {
        this.report = data.report;
        this.points = Array.from(data.report.text); // spans count code points
        this.actors = byId(data.actors);
        this.places = byId(data.places);
        this.times = byId(data.times);
        this.statements = byId(data.statements);
        this.events = list(data.events).filter((event) => text(event.id) && this.isSpan(event.trigger));
        this.removed = list(data.report.removed).filter((piece) => text(piece.text));
        this.sources = list(data.report.sources);
        for (const actor of this.actors.values()) {
            actor.mentions = this.spans(actor.mentions);
            actor.roles = list(actor.roles);
        }
        for (const place of this.places.values())
            place.mentions = this.spans(place.mentions);
        for (const event of this.events)
            this.mendEvent(event);
        this.mendStatements();
        this.giveColours();
    }

    isSpan(span) {
        return Boolean(span) && Number.isInteger(span.start) && Number.isInteger(span.end) && span.start >= 0 &&
            span.start < span.end && span.end <= this.points.length;
    }

    spans(value) {
        return list(value).filter((span) => this.isSpan(span));
    }

    words(span) {
        return this.points.slice(span.start, span.end).join("");
    }

    known(ids) {
        return list(ids).filter((id) => this.actors.has(id));
    }

    actorName(id) {
        const actor = this.actors.get(id);
        return (actor && text(actor.name)) || "someone";
    }

    mendEvent(event) {
        event.accounts = list(event.accounts).filter((account) => this.isSpan(account.trigger));
        for (const told of [event, ...event.accounts]) {
            told.source = this.known(told.source);
            told.target = this.known(told.target);
            told.counts = list(told.counts).filter((count) => typeof count.low === "number");
        }
    }

    // Each statement gets number (by its place in the text), path (from the outermost teller to itself), depth, place.
    mendStatements() {
        const first = (statement) =>
            Math.min(...[...statement.content, ...statement.cue].map((span) => span.start), this.points.length);
        for (const statement of this.statements.values()) {
            statement.cue = this.spans(statement.cue);
            statement.content = this.spans(statement.content);
            statement.speaker = this.known(statement.speaker);
            statement.start = Math.min(...statement.content.map((span) => span.start), first(statement));
        }
        for (const statement of this.statements.values()) {
            statement.path = this.path(statement);
            statement.depth = statement.path.length - 1;
        }
        this.told = [...this.statements.values()].sort((a, b) => a.start - b.start || a.depth - b.depth);
        this.told.forEach((statement, i) => (statement.number = i + 1));
    }

    path(statement) {
        const path = [];
        for (let s = statement; s && !path.includes(s); s = this.statements.get(s.within))
            path.unshift(s);
        return path;
    }

    // Who stands behind a statement: the same key for the same teller.
    teller(statement) {
        return [...statement.speaker].sort().join(" ") || text(statement.channel) || "nobody named";
    }

    giveColours() {
        this.hues = new Map();
        for (const statement of this.told) {
            const teller = this.teller(statement);
            if (!this.hues.has(teller))
                this.hues.set(teller, (this.hues.size % HUES) + 1);
            statement.hue = this.hues.get(teller);
        }
    }

    hueOf(actor) {
        return this.hues.get(actor) || 0;
    }
}
