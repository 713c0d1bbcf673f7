// Elements from names and texts. Whatever comes out of a report goes through here, as text and never as markup.

// element("span.band.hue-1", {title: "..."}, "text", child, ...); an attribute or child that is null is left out.
export function element(kind, attributes, ...children) {
    const [name, ...classes] = kind.split(".");
    const made = document.createElement(name);
    if (classes.length)
        made.className = classes.join(" ");
    for (const [key, value] of Object.entries(attributes || {}))
        if (value !== null && value !== undefined && value !== false)
            made.setAttribute(key, value);
    made.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== ""));
    return made;
}

// A name from the report inside words of ours: its direction of writing is its own.
export function name(text, actor) {
    return element("bdi.name", {"data-actor": actor || null}, text);
}

// Words in a sentence that can be pressed: a real button would not break over lines.
export function pressable(attributes, ...children) {
    return element("span.quiet", {role: "button", tabindex: "0", ...attributes}, ...children);
}

// The first words of what is too long to be repeated whole.
export function shortened(text, most = 60) {
    const points = Array.from(text);
    return points.length <= most ? text : points.slice(0, most).join("").replace(/\s+\S*$/, "") + " …";
}

// [a, b, c] -> a, ", ", b, " and ", c
export function joined(items) {
    return items.flatMap((item, i) => (i === 0 ? [item] : [i + 1 === items.length ? " and " : ", ", item]));
}

export function clear(parent, ...children) {
    parent.replaceChildren(...children.flat(3).filter((child) => child !== null && child !== undefined));
}
