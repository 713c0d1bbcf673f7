// The margin: a note for each statement, which writes its chain as one reads it aloud. On a wide page a note stands
// beside the line where its statement begins, on a narrow one and in print below its paragraph.
import { element } from "./elements.js";
import { aloud, described, manner } from "./phrases.js";

const GAP = 6; // pixels between two notes

function note(record, statement) {
    const told = described(statement);
    const details = statement.named !== false ? null : element("span.details", {}, "not named",
        told.length ? [": ", element("bdi", {}, told.join(", "))] : null);
    // One stroke a teller, the outermost first: the note's own nesting.
    const strokes = statement.path.map((step) => element(`span.stroke.hue-${step.hue}`, {}));
    return element("button.note", {
        type: "button", "data-statement": statement.id, "aria-pressed": "false", title: manner(statement),
    },
        element("span.strokes", {"aria-hidden": "true"}, strokes),
        element("span.words", {},
            element("span.number", {}, `${statement.number}`), " ",
            element("span.chain", {}, aloud(record, statement)), details));
}

// The notes of the statements that begin in a paragraph; null when none does.
export function notesOf(record, paragraph) {
    const {start, end} = paragraph;
    const here = record.told.filter((statement) => statement.start >= start && statement.start < end);
    return here.length
        ? element("div.notes", {role: "group", "aria-label": "On whose word"},
            here.map((statement) => note(record, statement)))
        : null;
}

// Puts each note beside its statement, below the note before it.
export function placeNotes(body) {
    const wide = getComputedStyle(body).getPropertyValue("--margin").trim() === "beside";
    const notes = [...body.querySelectorAll(".note")];
    const top = body.getBoundingClientRect().top;
    const places = wide ? notes.map((note) => {
        const band = body.querySelector(`.band[data-statement="${CSS.escape(note.dataset.statement)}"]`);
        const lines = band ? band.getClientRects() : [];
        return {top: lines.length ? lines[0].top - top : 0, height: note.offsetHeight};
    }) : [];
    let free = 0;
    notes.forEach((note, i) => {
        note.style.top = wide ? `${Math.max(free, places[i].top)}px` : "";
        free = wide ? Math.max(free, places[i].top) + places[i].height + GAP : 0;
    });
    body.style.minHeight = wide ? `${free}px` : "";
}
