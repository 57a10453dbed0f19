// Answers that come with the widget's page: the default answer, the presets, red flags that stop everything, what to do for others.

import { Pack } from "../shared/prebuilt-answers.js";
import { card, widgetPart } from "./page.js";

/** @typedef {import("./controls.js").Entries} Entries */

/** @param {Entries} entries @returns {string} the query with sorted names, as the build writes it */
export const sorted = (entries) => new URLSearchParams([...entries].sort()).toString();

/** @param {Entries} entries @returns {string | undefined} HTML of the embedded answer */
export function embeddedAnswer(entries) {
  return templates().find((template) => template.dataset.answerFor === sorted(entries))?.innerHTML;
}

/** The most severe embedded answer that holds whatever else is answered. @param {Entries} entries @returns {HTMLTemplateElement | undefined} */
export function conclusiveAnswer(entries) {
  const names = new Set(entries.map((entry) => new URLSearchParams([entry]).toString()));
  const matches = templates().filter(
    (template) => "conclusive" in template.dataset && names.has(template.dataset.answerFor ?? ""),
  );
  const rank = (/** @type {HTMLTemplateElement} */ template) =>
    Number(template.content.querySelector("[data-rank]")?.getAttribute("data-rank"));
  return matches.sort((a, b) => rank(b) - rank(a))[0];
}

/**
 * What to do for each ticked warning sign that leaves a session open. It stands beside every state until there is an answer.
 * @param {Entries} entries
 * @returns {Node[]}
 */
export function instructions(entries) {
  const names = new Set(entries.map((entry) => entry.join("=")));
  const all = /** @type {HTMLTemplateElement[]} */ ([...card.querySelectorAll("template[data-instruction-for]")]);
  return all
    .filter((template) => names.has(template.dataset.instructionFor ?? ""))
    .map((template) => template.content.cloneNode(true));
}

function templates() {
  return /** @type {HTMLTemplateElement[]} */ ([...card.querySelectorAll("template[data-answer-for]")]);
}

/** @param {string} name of the function of app.py that gives the answers */
export function pack(name) {
  const grid = widgetPart(`pack-${name}`);
  return new Pack(JSON.parse(grid.textContent || "{}"), new URL(grid.dataset.folder ?? "", document.baseURI).href);
}
