// The answer as JSON for host pages: embedded in the page, prebuilt, or from Python, in this order.

import { engine } from "../python/client.js";
import { saveData } from "../site/connection.js";
import { conclusiveAnswer, embeddedAnswer, pack, sorted } from "./embedded-answers.js";
import { widgetPart } from "./page.js";

/** @typedef {import("./controls.js").Entries} Entries */
/** @typedef {import("./host-channel.js").Message} Message */

const prebuilt = pack("answer_json");
/** @type {Promise<Record<string, Message>> | undefined} */
let embedded;

/**
 * @param {Entries} entries
 * @param {string} base path from the page to the site's root
 * @param {boolean} pythonReady whether Python has started
 * @returns {Promise<Message | undefined>}
 */
export async function answerJson(entries, base, pythonReady) {
  if (embeddedAnswer(entries) !== undefined) return fromPage(sorted(entries));
  const text = await prebuilt.lookUp(entries, base);
  if (text) return JSON.parse(text);
  if (pythonReady) return JSON.parse(String(await engine.call("answer_json", new URLSearchParams(entries).toString())));
  const conclusive = conclusiveAnswer(entries)?.dataset.answerFor;
  return conclusive ? fromPage(conclusive) : undefined;
}

/** The default answer is in the page; the other embedded answers are in one small file. @param {string} query */
async function fromPage(query) {
  const defaultAnswer = widgetPart("default-answer");
  if (query === "") return JSON.parse(defaultAnswer.textContent ?? "");
  return (await fetchEmbedded(defaultAnswer))[query];
}

/** @param {HTMLElement} defaultAnswer @returns {Promise<Record<string, Message>>} */
function fetchEmbedded(defaultAnswer) {
  embedded ??= fetch(new URL(defaultAnswer.dataset.defaultAnswer ?? "", document.baseURI)).then((response) =>
    response.json(),
  );
  embedded.catch(() => {
    embedded = undefined; // the network may be back for the next request
  });
  return embedded;
}

/**
 * Always fetched on first interaction, so that server logs do not reveal which answer was given. Skipped with Save-Data.
 */
export function prefetchEmbedded() {
  if (!saveData) fetchEmbedded(widgetPart("default-answer"));
}
