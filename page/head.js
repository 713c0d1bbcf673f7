// What stands above the text: the outlet, the title when the text does not begin with it, who wrote it, from whom the
// outlet has it, and the day of publication with its reasons.
import { element, joined, pressable, shortened } from "./elements.js";
import { day, days, plural } from "./phrases.js";

function reasons(record, published) {
    const spans = record.spans(published.because);
    const quoted = spans.map((span, i) => pressable({"data-reason": String(i)},
        "“", element("bdi", {}, shortened(record.words(span))), "”"));
    return quoted.length ? [" from ", ...joined(quoted)] : null;
}

function publishedParts(record) {
    const published = record.report.published || {};
    const known = day(published.date);
    if (!known)
        return ["Day of publication unknown"];
    const source = {given: "as given", dateline: "by its dateline", inferred: "inferred"}[published.from];
    const open = published.from !== "given" && published.earliest !== published.latest;
    return [published.from === "inferred" ? "Published about " : "Published ",
        element("time", {datetime: published.date}, known), source ? `, ${source}` : null, reasons(record, published),
        open ? `; the text allows ${days(published.earliest, published.latest)}` : null];
}

function sourceParts(source) {
    const from = typeof source.name === "string" && source.name ? element("bdi", {}, source.name) : null;
    switch (source.how) {
    case "translated":
        return from ? ["translated from ", from] : ["translated"];
    case "agencies":
        return ["from ", from || "agencies"];
    default:
        return from ? ["from ", from] : null;
    }
}

function summary(record) {
    const tellers = record.hues.size;
    const count = record.removed.length;
    return [plural(record.told.length, "statement", "statements"),
        tellers ? ` of ${plural(tellers, "teller", "tellers")}` : null,
        ", ", plural(record.events.length, "event", "events"),
        count ? [", ", element("a", {href: "#removed"}, `${plural(count, "piece", "pieces")} removed`)] : null];
}

// What a report without a title is called: its file, without the folders.
function fileName(name) {
    return (typeof name === "string" && name.split("/").pop()) || "A report";
}

export function header(record, titleInText) {
    const {outlet, title, author, name} = record.report;
    const sources = record.sources.map(sourceParts).filter(Boolean);
    return element("header", {},
        outlet ? element("p.outlet", {}, element("bdi", {}, outlet)) : null,
        titleInText || element(title ? "h1" : "h1.untitled", {dir: "auto"}, title || fileName(name)),
        element("p.byline", {},
            author ? ["By ", element("bdi.author", {}, author), ". "] : null,
            publishedParts(record), sources.map((source) => ["; ", source]), ". ", outlet ? null : "Outlet unknown. "),
        element("p.summary", {}, summary(record)));
}
