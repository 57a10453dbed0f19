// Knows the places of the widget's page, what came with it, and the small steps between them.
// Must never know a question, an answer, or when either is asked for.

import { Pack } from "./pack.js";

/** @typedef {import("./controls.js").Entries} Entries */
/** @typedef {import("./frame.js").Told} Told */

export const card = /** @type {HTMLElement} */ (document.querySelector("[data-manifest]"));
export const place = (/** @type {string} */ name) => /** @type {HTMLElement} */ (card.querySelector(`[data-${name}]`));

/** @param {unknown} value */
const plain = (value) => ["string", "number", "boolean"].includes(typeof value);

/** @param {unknown} value of an attribute, a query or a program @returns {string[]} */
export function texts(value) {
  if (value === undefined || value === null || value === "") return [];
  return [value].flat().filter(plain).map(String);
}

/** What the address asks for: the page's own wishes, then the reader's. @returns {Told} */
export function addressed() {
  const hash = location.hash.startsWith("#?") ? location.hash.slice(2) : "";
  const asked = [new URLSearchParams(location.search), new URLSearchParams(hash)];
  return Object.fromEntries(asked.flatMap((all) => [...all.keys()].map((name) => [name, all.getAll(name)])));
}

/** @param {Entries} told @returns {string} the query, in the one order of what came with the page */
export const sorted = (told) => new URLSearchParams([...told].sort()).toString();

/** @param {Entries} told @returns {string | undefined} an answer that came with the page */
export function known(told) {
  return templates().find((one) => one.dataset.known === sorted(told))?.innerHTML;
}

/** The gravest of the answers that need no others beside them. @param {Entries} told @returns {HTMLTemplateElement | undefined} */
export function alone(told) {
  const names = new Set(told.map((entry) => new URLSearchParams([entry]).toString()));
  const found = templates().filter((one) => "alone" in one.dataset && names.has(one.dataset.known ?? ""));
  const rank = (/** @type {HTMLTemplateElement} */ one) =>
    Number(one.content.querySelector("[data-rank]")?.getAttribute("data-rank"));
  return found.sort((a, b) => rank(b) - rank(a))[0];
}

function templates() {
  return /** @type {HTMLTemplateElement[]} */ ([...card.querySelectorAll("template[data-known]")]);
}

/** @param {string} name of the door that its answers come from */
export function pack(name) {
  const grid = place(`pack-${name}`);
  return new Pack(JSON.parse(grid.textContent || "{}"), new URL(grid.dataset.folder ?? "", document.baseURI).href);
}

/** Leads every link to the full page to the same answers; behind the hash no server sees them. @param {string} query */
export function link(query) {
  for (const way of /** @type {NodeListOf<HTMLAnchorElement>} */ (card.querySelectorAll("a[data-full]")))
    way.href = `${way.href.split("#")[0]}${query && "#?"}${query}`;
}

/** Lets the reader answer: there is an answer, or a state that says what is missing. */
export function start() {
  /** @type {HTMLFieldSetElement} */ (place("form")).disabled = false;
  place("start")?.remove();
}

/** @param {Event} event @param {HTMLAnchorElement} way to the question that an answer could not be used for */
export function visit(event, way) {
  event.preventDefault();
  const control = document.getElementById(way.hash.slice(1));
  control?.closest("details")?.setAttribute("open", "");
  control?.focus();
}

/** Closes what is open, and leaves the focus where it was opened. */
export function close() {
  const open = card.querySelector("details[open]");
  open?.removeAttribute("open");
  open?.querySelector("summary")?.focus();
}

export function focus() {
  /** @type {HTMLElement | null} */ (card.querySelector("select, summary"))?.focus();
}

/**
 * A frame without an origin may start no worker from an address, but one that imports it.
 * @param {URL} address
 */
export function make_worker(address) {
  const source = `import ${JSON.stringify(address.href)}`;
  return new Worker(`data:text/javascript,${encodeURIComponent(source)}`, { type: "module", name: "engine" });
}
