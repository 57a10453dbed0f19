// Download a session from the widget as a file, and tell the reader how that went.

import { engine } from "../python/client.js";
import { nextHour, saveFile, zoned } from "../shared/save-file.js";
import { card, widgetPart } from "./page.js";

/** A frame without an origin can save only if its sandbox allows downloads; the custom element's sandbox does. */
const isSandboxed = self.origin === "null";

/** @param {boolean} connected whether the custom element is connected */
export function showButtons(connected) {
  widgetPart("downloads").hidden = isSandboxed && !connected;
}

/** @param {string} message of a template @param {string} [suffix] appended to the message */
function showMessage(message, suffix = "") {
  const template = /** @type {HTMLTemplateElement | null} */ (
    card.querySelector(`template[data-message="${message}"]`)
  );
  const text = [template?.content.textContent, suffix].filter(Boolean).join(" ");
  widgetPart("note").textContent = text;
  widgetPart("live").textContent = text;
}

/**
 * Create and save a file, and show a message about it. The next request clears the message.
 * @param {string} query
 * @param {string} format
 * @returns {Promise<string>} the file's name; empty if there is no such file for this answer
 */
export async function download(query, format) {
  showMessage("saving");
  try {
    const file = await engine.call("download", query, format, zoned(nextHour()));
    const [name, type, content] = /** @type {import("../python/client.js").Download} */ (file);
    if (name) saveFile(widgetPart("downloads"), content, name, type);
    showMessage(name ? "saved" : "", name || new TextDecoder().decode(content));
    return name;
  } catch (error) {
    showMessage("unsaved");
    throw error;
  }
}

export function clearNote() {
  widgetPart("note").textContent = "";
}
