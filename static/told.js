// Knows what a program is told of an answer: what came with the page, what was prebuilt, or what Python says.
// Must never know what any answer says, or who asks.

import { engine } from "./engine.js";
import { known, pack, place, sorted } from "./places.js";

/** @typedef {import("./controls.js").Entries} Entries */
/** @typedef {import("./frame.js").Told} Told */

const packed = pack("told");
/** @type {Promise<Record<string, Told>> | undefined} */
let stated;

/**
 * @param {Entries} entries
 * @param {string} base the way from the page to the root of the site
 * @param {boolean} running whether Python is there to be asked
 * @returns {Promise<Told | undefined>}
 */
export async function told(entries, base, running) {
  const ready = await with_page(entries);
  if (ready) return ready;
  const text = await packed.look_up(entries, base);
  const query = new URLSearchParams(entries).toString();
  return JSON.parse(text ?? (running ? String(await engine.call("told", query)) : "null")) ?? undefined;
}

/** Of the answers that come with the page, the usual one stands in it, and the others in one small file. @param {Entries} entries */
async function with_page(entries) {
  const usual = place("usual");
  if (entries.length === 0) return JSON.parse(usual.textContent ?? "");
  if (known(entries) === undefined) return undefined;
  stated ??= fetch(new URL(usual.dataset.usual ?? "", document.baseURI)).then((answer) => answer.json());
  stated.catch(() => {
    stated = undefined; // the network may be back for the next question
  });
  return (await stated)[sorted(entries)];
}
