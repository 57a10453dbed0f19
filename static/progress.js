// Knows how far Python's start has come, and how a state's words show it: bytes while it is fetched, then its next step.
// Must never know a sentence for the reader, or which files are fetched.

import { engine } from "./engine.js";

const MEGA = 1_000_000; // bytes

/** @type {import("./engine.js").Progress | undefined} */
let last;

/** Fills in the marks of a state's words: of every step that has words, only the present one shows. @param {Element} status */
export function progress(status) {
  for (const words of /** @type {NodeListOf<HTMLElement>} */ (status.querySelectorAll("[data-at]"))) {
    words.hidden = words.dataset.at !== last?.step;
    const bar = words.querySelector("progress");
    if (bar && last?.total) [bar.max, bar.value] = [last.total, last.done];
    for (const [mark, bytes] of /** @type {[string, number][]} */ (Object.entries(last ?? {}))) {
      const place = words.querySelector(`[data-bytes="${mark}"]`);
      if (place) place.textContent = megabytes(bytes);
    }
  }
}

const megabytes = (/** @type {number} */ bytes) =>
  new Intl.NumberFormat(undefined, { style: "unit", unit: "megabyte", maximumFractionDigits: 1 }).format(bytes / MEGA);

engine.addEventListener("progress", (event) => {
  last = /** @type {CustomEvent<import("./engine.js").Progress>} */ (event).detail;
  for (const status of document.querySelectorAll("[data-status]")) progress(status);
});
