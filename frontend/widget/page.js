// The elements of the widget's page, what its address asks for, and small steps between its parts.

/** @typedef {import("./host-channel.js").Message} Message */

export const card = /** @type {HTMLElement} */ (document.querySelector("[data-manifest]"));

export const widgetPart = (/** @type {string} */ name) =>
  /** @type {HTMLElement} */ (card.querySelector(`[data-${name}]`));

/** @param {unknown} value */
const isPrimitive = (value) => ["string", "number", "boolean"].includes(typeof value);

/** @param {unknown} value of an attribute, a query or a program @returns {string[]} */
export function toTexts(value) {
  if (value === undefined || value === null || value === "") return [];
  return [value].flat().filter(isPrimitive).map(String);
}

/** Parameters of the address: those of the query string, then those of the hash. @returns {Message} */
export function paramsFromAddress() {
  const hash = location.hash.startsWith("#?") ? location.hash.slice(2) : "";
  const sources = [new URLSearchParams(location.search), new URLSearchParams(hash)];
  return Object.fromEntries(sources.flatMap((params) => [...params.keys()].map((name) => [name, params.getAll(name)])));
}

/** Give every link to the full page the same query, in the hash, which is not sent to a server. @param {string} query */
export function linkFullPage(query) {
  for (const anchor of /** @type {NodeListOf<HTMLAnchorElement>} */ (card.querySelectorAll("a[data-full-page]")))
    anchor.href = `${anchor.href.split("#")[0]}${query && "#?"}${query}`;
}

/** @returns {Node} a neutral label in place of a verdict */
export function exampleLabel() {
  const label = /** @type {HTMLTemplateElement} */ (card.querySelector("template[data-label]"));
  return label.content.cloneNode(true);
}

/** Lets the reader answer: there is an answer, or a state that says what is missing. */
export function start() {
  /** @type {HTMLFieldSetElement} */ (widgetPart("form")).disabled = false;
  widgetPart("start")?.remove();
}

/** @param {Event} event @param {HTMLAnchorElement} anchor to the question with the problem */
export function focusQuestion(event, anchor) {
  event.preventDefault();
  const control = document.getElementById(anchor.hash.slice(1));
  control?.closest("details")?.setAttribute("open", "");
  control?.focus();
}

/** Close the open panel and focus its summary. */
export function closePanels() {
  const open = card.querySelector("details[open]");
  open?.removeAttribute("open");
  open?.querySelector("summary")?.focus();
}

export function focusFirst() {
  /** @type {HTMLElement | null} */ (card.querySelector("select, summary"))?.focus();
}

/**
 * A frame without an origin may not start a worker from an address, but it may start a data: worker that imports it.
 * @param {URL} address
 */
export function makeWorker(address) {
  const source = `import ${JSON.stringify(address.href)}`;
  return new Worker(`data:text/javascript,${encodeURIComponent(source)}`, { type: "module", name: "engine" });
}
