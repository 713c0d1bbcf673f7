// How things are said: the chain of a statement as one reads it aloud (as src/record/aloud.c has it), days, counts,
// parts of an event. All of it as lists of texts and elements, for element().
import { element, joined, name } from "./elements.js";

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December"];

// A commitment for one teller and for several.
const VERBS = {
    said: ["says", "say"],
    confirmed: ["confirms", "confirm"],
    claimed: ["claims", "claim"],
    alleged: ["alleges", "allege"],
    denied: ["denies", "deny"],
    promised: ["promises", "promise"],
    warned: ["warns", "warn"],
    demanded: ["demands", "demand"],
    supposed: ["supposes", "suppose"],
};

function speaksForMany(statement) {
    return statement.speaker.length > 1 || Boolean(statement.described && statement.described.plural);
}

const OPENERS = new RegExp("^(whether|if|who|whom|whose|what|which|when|where|why|how|did|does|is|are|was|were|" +
    "would|has|will|can|could|should)( |$)", "i");

// "whether the road is open", "Who will pay?", "did they leave" of one that goes on behind its speaker: it demands an
// answer, no deed.
function isQuestion(record, statement) {
    const content = record.spans(statement.content).map((span) => record.words(span).trim());
    return statement.commitment === "demanded" && content.length > 0 &&
        (/\?["'”’ .,]*$/.test(content[content.length - 1]) || OPENERS.test(content[0]));
}

function verb(record, statement, many) {
    if (isQuestion(record, statement))
        return many ? "ask" : "asks";
    const forms = VERBS[statement.commitment];
    return forms ? forms[many ? 1 : 0] : String(statement.commitment || "says");
}

// The people of the press, by the sector in their CAMEO code: "Le Monde's" stands in front of its own writers; what a
// ministry says is only carried by the agency.
function writes(record, statement) {
    return statement.speaker.map((id) => record.actors.get(id)).every((actor) =>
        actor.kind !== "organization" && typeof actor.code === "string" && actor.code.endsWith("MED"));
}

function tellerParts(record, statement, told) {
    const speakers = statement.speaker.map((id) => name(record.actorName(id), id));
    // "Le Soir", "Le Soir's reporter"
    const same = (id) => record.actorName(id).toLowerCase().startsWith(statement.channel.toLowerCase());
    let channel = typeof statement.channel === "string" && statement.channel ? statement.channel : null;
    if (channel && (told.has(channel) || statement.speaker.some(same)))
        channel = null;
    if (channel)
        told.add(channel);
    if (!speakers.length)
        return channel ? [name(channel)] : ["someone not named"];
    if (!channel)
        return joined(speakers);
    if (writes(record, statement))
        return [name(channel), "’s ", ...joined(speakers)];
    return [...joined(speakers), ", carried by ", name(channel)];
}

// The links of a chain from the outermost teller: a teller who goes on inside his own words is one link.
export function chain(record, statement) {
    const links = [];
    const told = new Set();
    for (const step of statement.path) {
        const last = links[links.length - 1];
        if (last && record.teller(last.statement) === record.teller(step))
            last.statement = step;
        else
            links.push({statement: step, parts: tellerParts(record, step, told)});
    }
    return links;
}

function quoting(links) {
    return links.flatMap((link, i) => (i ? [", quoting ", ...link.parts] : link.parts));
}

// "Le Figaro's George Malbrino, quoting Harith Hassan, says"; when the inner one does more than say: "..., who denies".
export function aloud(record, statement) {
    const links = chain(record, statement);
    const [outer, inner] = [links[0], links[links.length - 1]];
    const parts = quoting(links);
    const comma = parts.some((part) => /^, (quoting|carried)/.test(part)) ? "," : "";
    if (links.length === 1 || statement.commitment === "said")
        return [...parts, comma, " ", verb(record, statement, speaksForMany(outer.statement))];
    const people = inner.statement.speaker.every((id) =>
        ["person", "unnamed", "group"].includes(record.actors.get(id).kind));
    return [...parts, comma, people ? " who " : " which ", verb(record, statement, speaksForMany(inner.statement))];
}

// "on the word of ..." for an event.
export function onWhoseWord(record, event) {
    const statement = record.statements.get(event.said_in);
    if (statement)
        return quoting(chain(record, statement));
    const written = Array.isArray(event.chain) ? event.chain.filter((link) => typeof link === "string") : [];
    return written.length ? written.flatMap((link, i) => (i ? [", quoting ", name(link)] : [name(link)])) : null;
}

export function manner(statement) {
    return {direct: "quoted", indirect: "retold", mixed: "partly quoted"}[statement.manner] || null;
}

export function plural(number, one, many) {
    return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

// What a report tells of a speaker whom it does not name.
export function described(statement) {
    const told = statement.described || {};
    return [told.role, told.institution, told.country, told.reason].filter((part) => typeof part === "string" && part);
}

// --- days ---------------------------------------------------------------------------------------------------------

function split(day) {
    const found = typeof day === "string" ? /^(\d{4})-(\d{2})-(\d{2})/.exec(day) : null;
    return found && MONTHS[found[2] - 1] ? {year: +found[1], month: +found[2], day: +found[3]} : null;
}

export function day(iso) {
    const parts = split(iso);
    return parts ? `${parts.day} ${MONTHS[parts.month - 1]} ${parts.year}` : null;
}

function lastOf(parts) {
    return new Date(Date.UTC(parts.year, parts.month, 0)).getUTCDate();
}

// Two days as an interval, as short as it can be said; null when both are unknown.
export function days(from, to) {
    const [a, b] = [split(from), split(to)];
    if (!a || !b)
        return a ? `${day(from)} or later` : b ? `until ${day(to)}` : null;
    if (from.slice(0, 10) === to.slice(0, 10))
        return day(from);
    const whole = a.day === 1 && b.day === lastOf(b);
    if (whole && a.year === b.year && a.month === 1 && b.month === 12)
        return String(a.year);
    if (whole && a.year === b.year && a.month === b.month)
        return `${MONTHS[a.month - 1]} ${a.year}`;
    if (a.year === b.year && a.month === b.month)
        return `${a.day}–${b.day} ${MONTHS[a.month - 1]} ${a.year}`;
    if (a.year === b.year)
        return `${a.day} ${MONTHS[a.month - 1]} – ${day(to)}`;
    return `${day(from)} – ${day(to)}`;
}

// {days, words}: when an event was; days is null when the text does not say enough, words what it says.
export function when(record, event) {
    const time = typeof event.time === "string" ? record.times.get(event.time) : event.time;
    if (!time)
        return {days: null, words: null};
    return {days: days(time.from, time.to), words: record.isSpan(time) ? record.words(time) : null};
}

// --- the parts of an event ----------------------------------------------------------------------------------------

export function count(item) {
    const number = (value) => value.toLocaleString("en");
    const high = typeof item.high === "number" ? item.high : null;
    const amount = high === null ? `${number(item.low)} or more`
        : high > item.low ? `${number(item.low)}–${number(high)}` : number(item.low);
    return `${amount} ${item.what || ""}`.trim();
}

export function typeName(event) {
    const type = String(event.type || "");
    return type.charAt(0) + type.slice(1).toLowerCase();
}

export function placeParts(record, event) {
    const place = record.places.get(event.place);
    if (!place)
        return null;
    const country = typeof place.country === "string" ? place.country : null;
    return [element("bdi", {"data-place": event.place}, String(place.name)),
        country ? element("span.code", {}, ` ${country}`) : null,
        typeof place.lat !== "number" ? element("span.doubtful", {}, " (not on the map)") : null];
}

// The parts as one reads them: {people: "A to B", circumstances: "in X; on Y; 3 killed"}; null where nothing is told.
export function eventPhrases(record, event) {
    const actors = (ids) => joined(ids.map((id) => name(record.actorName(id), id)));
    const place = placeParts(record, event);
    const time = when(record, event);
    const words = time.words ? ["“", element("bdi", {}, time.words), "”"] : null;
    const circumstances = [place, time.days || words, event.counts.length ? event.counts.map(count).join(", ") : null]
        .filter(Boolean);
    const people = [event.source.length ? actors(event.source) : event.target.length ? "somebody" : null,
        event.target.length ? [element("span.to", {"aria-label": "to"}, " → "), ...actors(event.target)] : null];
    return {
        people: event.source.length || event.target.length ? people : null,
        circumstances: circumstances.length ? circumstances.flatMap((part, i) => (i ? [" · ", part] : [part])) : null,
    };
}

// [term, description] for everything that is told of the event, in the order who, whom, where, when, how many.
export function eventParts(record, event) {
    const actors = (ids) => joined(ids.map((id) => name(record.actorName(id), id)));
    const time = when(record, event);
    const days = time.days ? [time.days, time.words ? [" — “", element("bdi", {}, time.words), "”"] : null]
        : time.words ? ["“", element("bdi", {}, time.words), "”, day unknown"] : null;
    return [
        ["who", event.source.length ? actors(event.source) : null],
        ["whom", event.target.length ? actors(event.target) : null],
        ["where", placeParts(record, event)],
        ["when", days],
        ["how many", event.counts.length ? event.counts.map(count).join("; ") : null],
        ["status", event.status || null],
        ["on the word of", onWhoseWord(record, event) || ["the report itself"]],
    ].filter((part) => part[1] !== null);
}
