// Show in a status text how far Python's start is: bytes fetched, then the next step.

import { engine } from "./client.js";

const MEGA = 1_000_000; // bytes

/** @type {import("./client.js").Progress | undefined} */
let last;

/** Fill in a status text; of its steps only the current one shows. @param {Element} status */
export function progress(status) {
  for (const text of /** @type {NodeListOf<HTMLElement>} */ (status.querySelectorAll("[data-start-step]"))) {
    text.hidden = text.dataset.startStep !== last?.step;
    const bar = text.querySelector("progress");
    if (bar && last?.total) [bar.max, bar.value] = [last.total, last.done];
    for (const [mark, bytes] of /** @type {[string, number][]} */ (Object.entries(last ?? {}))) {
      const target = text.querySelector(`[data-bytes="${mark}"]`);
      if (target) target.textContent = megabytes(bytes);
    }
  }
}

const megabytes = (/** @type {number} */ bytes) =>
  new Intl.NumberFormat(undefined, { style: "unit", unit: "megabyte", maximumFractionDigits: 1 }).format(bytes / MEGA);

engine.addEventListener("progress", (event) => {
  last = /** @type {CustomEvent<import("./client.js").Progress>} */ (event).detail;
  for (const status of document.querySelectorAll("[data-status]")) progress(status);
});
