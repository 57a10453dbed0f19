// Knows what a program is told of an answer: what came with the page, what was prebuilt, or what Python says.
// Must never know what any answer says, or who asks.

import { engine } from "./engine.js";
import { saves } from "./network.js";
import { alone, known, pack, place, sorted } from "./places.js";

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
  if (known(entries) !== undefined) return with_page(sorted(entries));
  const text = await packed.look_up(entries, base);
  if (text) return JSON.parse(text);
  if (running) return JSON.parse(String(await engine.call("told", new URLSearchParams(entries).toString())));
  const grave = alone(entries)?.dataset.known;
  return grave ? with_page(grave) : undefined;
}

/** Of the answers that come with the page, the usual one stands in it, and the others in one small file. @param {string} query */
async function with_page(query) {
  const usual = place("usual");
  if (query === "") return JSON.parse(usual.textContent ?? "");
  return (await others(usual))[query];
}

/** @param {HTMLElement} usual @returns {Promise<Record<string, Told>>} */
function others(usual) {
  stated ??= fetch(new URL(usual.dataset.usual ?? "", document.baseURI)).then((answer) => answer.json());
  stated.catch(() => {
    stated = undefined; // the network may be back for the next question
  });
  return stated;
}

/**
 * Fetches that file at a reader's first touch, whatever is answered then: a log cannot tell whose answer is in it, such as that of a
 * sign which ends the matter. Whoever saves data is spared it.
 */
export function prepare() {
  if (!saves) others(place("usual"));
}
