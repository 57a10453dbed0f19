// Knows how a session leaves the widget as a file, and how the reader hears of it.
// Must never know what a session is, which kinds of file there are, or a sentence: buttons and templates bring them.

import { engine } from "./engine.js";
import { card, place } from "./places.js";
import { next_hour, save, zoned } from "./save.js";

/** A frame without an origin may save only where the page around it is known to let it: the element does. */
const boxed = self.origin === "null";

/** @param {boolean} heard whether the element holds the private line */
export function offer(heard) {
  place("keep").hidden = boxed && !heard;
}

/** @param {string} word of a template @param {string} [more] what follows it */
function say(word, more = "") {
  const words = /** @type {HTMLTemplateElement | null} */ (card.querySelector(`template[data-word="${word}"]`));
  const text = [words?.content.textContent, more].filter(Boolean).join(" ");
  place("note").textContent = text;
  place("live").textContent = text;
}

/**
 * Makes a file, gives it to the browser, and says how that went. The next question takes back what was said.
 * @param {string} query
 * @param {string} format
 * @returns {Promise<string>} the name of the file; none where there is no such file for this answer
 */
export async function take(query, format) {
  say("saving");
  try {
    const given = await engine.call("file", query, format, zoned(next_hour()));
    const [name, type, content] = /** @type {import("./engine.js").Made} */ (given);
    if (name) save(place("keep"), content, name, type);
    say(name ? "saved" : "", name || new TextDecoder().decode(content));
    return name;
  } catch (error) {
    say("unsaved");
    throw error;
  }
}

export function forget() {
  place("note").textContent = "";
}
