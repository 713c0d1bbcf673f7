// What stands beside and below the text: the actors, the events as a list, what is in doubt, what was removed, and how
// to read the page.
import { element, joined, name, pressable, shortened } from "./elements.js";
import { day, eventPhrases, onWhoseWord, typeName, when } from "./phrases.js";

function section(title, id, ...children) {
    return element("section", {"aria-labelledby": id}, element("h2", {id}, title), ...children);
}

// --- actors -------------------------------------------------------------------------------------------------------

function actorButton(record, actor) {
    const hue = record.hueOf(actor.id);
    const roles = actor.roles.map((role) => role.title).filter((title) => typeof title === "string");
    const told = [actor.kind, typeof actor.code === "string" && actor.code ? actor.code : null].filter(Boolean);
    return element("li", {}, element("button.actor-choice", {
        type: "button", "data-actor": actor.id, "aria-pressed": "false",
        title: [...told, ...roles, actor.known ? `known as ${actor.known}` : null].filter(Boolean).join(", "),
    }, element(hue ? `span.dot.hue-${hue}` : "span.dot", {"aria-hidden": "true"}),
    element("bdi.name", {}, record.actorName(actor.id)), " ",
    element("span.times", {"aria-label": `${actor.mentions.length} mentions`}, String(actor.mentions.length))));
}

// Tellers first, in the order of the text, then the others by how often they are named.
export function actorsList(record) {
    const tellers = [...new Set(record.told.flatMap((statement) => statement.speaker))];
    const actors = [...record.actors.values()].filter((actor) => actor.mentions.length);
    const others = actors.filter((actor) => !tellers.includes(actor.id))
        .sort((a, b) => b.mentions.length - a.mentions.length);
    const group = (title, members) => (members.length
        ? [element("h2", {}, title), element("ul", {}, members.map((actor) => actorButton(record, actor)))] : null);
    const wide = matchMedia("(min-width: 56rem)").matches;
    return element("nav.actors", {"aria-label": "Actors"},
        group("Who speaks", tellers.map((id) => record.actors.get(id))),
        others.length ? element("details", {open: wide ? "" : null}, element("summary", {}, "Who else appears"),
            element("ul", {}, others.map((actor) => actorButton(record, actor)))) : null);
}

// --- events -------------------------------------------------------------------------------------------------------

function eventItem(record, event) {
    const {people, circumstances} = eventPhrases(record, event);
    const word = onWhoseWord(record, event);
    return element("li.event-item", {"data-event": event.id},
        element("button.event-choice", {type: "button", "data-event": event.id, "aria-pressed": "false"},
            element("span.type", {}, typeName(event)),
            event.mode ? element("span.mode", {}, String(event.mode)) : null,
            element("span.trigger", {}, "“", element("bdi", {}, record.words(event.trigger)), "”"),
            event.status && event.status !== "happened" ? element("span.status", {}, String(event.status)) : null),
        people ? element("p.people", {}, people) : null,
        circumstances ? element("p.circumstances", {}, circumstances) : null,
        element("p.word", {}, word ? ["on the word of ", word] : "the report’s own word",
            event.accounts.length > 1 ? `; told ${event.accounts.length} times` : null));
}

export function eventsList(record) {
    const inOrder = [...record.events].sort((a, b) => a.trigger.start - b.trigger.start);
    return section("Who did what", "events", inOrder.length
        ? element("ol.events", {}, inOrder.map((event) => eventItem(record, event)))
        : element("p", {}, "No event is told."));
}

// --- doubt --------------------------------------------------------------------------------------------------------

function quoted(record, span) {
    return ["“", element("bdi", {}, shortened(record.words(span))), "”"];
}

function eventLinks(record, events) {
    return joined(events.map((event) =>
        pressable({"data-event": event.id}, quoted(record, event.trigger))));
}

function doubtfulMentions(record) {
    const line = (actor, mention) => [
        pressable({"data-actor": actor.id}, quoted(record, mention)), " may not be ",
        name(record.actorName(actor.id)), ": ", element("bdi", {}, String(mention.doubt)), "."];
    return [...record.actors.values()].flatMap((actor) =>
        actor.mentions.filter((mention) => mention.doubt).map((mention) => line(actor, mention)));
}

function unnamedSpeakers(record) {
    const unnamed = record.told.filter((statement) => statement.named === false || !statement.speaker.length);
    const names = (statement) => joined(statement.speaker.map((id) => record.actorName(id))).join("");
    const who = [...new Set(unnamed.map((statement) => names(statement) || "someone"))];
    return who.length ? [["Speaks without a name: ", joined(who.map((words) => name(words))), "."]] : [];
}

export function doubtsList(record) {
    const published = record.report.published || {};
    const without = (title, events) => (events.length ? [[title, " ", eventLinks(record, events), "."]] : []);
    const lines = [
        ...(published.from === "inferred" ? [["The day of publication is inferred: ", day(published.date), "."]] : []),
        ...(day(published.date)
            ? [] : [["The day of publication is unknown, and so are the days that depend on it."]]),
        ...unnamedSpeakers(record),
        ...doubtfulMentions(record),
        ...without("Nobody is said to have done it:", record.events.filter((event) => !event.source.length)),
        ...without("The day is unknown:", record.events.filter((event) => !when(record, event).days)),
        ...without("Not told as a fact:", record.events.filter((event) =>
            ["possible", "denied", "asked"].includes(event.status))),
    ];
    return section("In doubt", "doubt", lines.length
        ? element("ul.doubts", {}, lines.map((line) => element("li", {}, line)))
        : element("p", {}, "Nothing was found."));
}

// --- removed ------------------------------------------------------------------------------------------------------

export function removedList(record) {
    return section("Removed from the text", "removed", record.removed.length
        ? element("ul.removed", {}, record.removed.map((piece) =>
            element("li", {}, element("bdi", {}, piece.text), " ", element("span.why", {}, String(piece.why || "")))))
        : element("p", {}, "Nothing."));
}

export function legend() {
    const sample = (status, words) => element("span.event", {"data-status": status}, words);
    return element("details.legend", {}, element("summary", {}, "How to read this page"),
        element("p", {},
            "A band is somebody’s word, one colour a teller; a band inside a band is a word inside a word. ",
            "The margin says whose word it is, from the outermost teller to the innermost. ",
            "Text without a band is the report’s own."),
        element("p", {}, "Underlined words name an event: ", sample("happened", "happened or ongoing"), ", ",
            sample("planned", "planned, called for or possible"), ", ", sample("denied", "denied or asked"),
            ". Point at them, reach them with the Tab key or tap them to see who did what to whom. ",
            "Enter keeps a choice, Escape ends it."));
}
