// Just enough of React to turn a component into HTML: tags, attributes, text.

const safe = (text) => String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const NAMES = { crossOrigin: "crossorigin" };

class Html extends String {}

const inside = (child) =>
  child instanceof Html ? child : Array.isArray(child) ? child.map(inside).join("") : safe(child);

const written = ([name, value]) => ` ${NAMES[name] ?? name}${value === true ? "" : `="${safe(value)}"`}`;

globalThis.F = ({ children }) => new Html(inside(children));
globalThis.h = (tag, given, ...children) => {
  if (typeof tag === "function") return new Html(inside(tag({ ...given, children })));
  return new Html(
    `<${tag}${Object.entries(given ?? {})
      .filter(([name]) => name !== "suppressHydrationWarning") // a word to React itself
      .map(written)
      .join("")}>${inside(children)}</${tag}>`,
  );
};
