// Knows how the form of a week becomes a query, how the planned week comes back, and how it is kept.
// Must never know a day, a question, a sentence for the reader, or what a week should hold.

import { engine } from "./engine.js";
import { copied } from "./keep.js";
import { ahead } from "./network.js";
import { address, asked, lead, place, state } from "./parts.js";
import { offsets, save } from "./save.js";

const PAUSE = 400; // ms without a change before the week is asked
const DATE = 10; // characters of 2026-11-23

class LegDayWeek extends HTMLElement {
  #pause = 0;
  #asked = 0;
  #address = ""; // of the last week: whoever comes back to it has never left
  /** @type {AbortController | undefined} */
  #listening;

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.addEventListener("submit", (event) => this.#submit(event), { signal });
    this.addEventListener("input", (event) => this.#changed(event), { signal });
    this.addEventListener("reset", (event) => this.#again(event), { signal });
    this.addEventListener("click", (event) => this.#click(event), { signal });
    addEventListener("hashchange", () => this.#restore(), { signal });
    if (typeof WebAssembly === "undefined") {
      state(this, "unsupported");
      return;
    }
    engine.configure({ manifest: new URL(this.dataset.manifest ?? "", document.baseURI).href });
    this.#dress();
    this.#restore();
    ahead(() => engine.prepare());
  }

  disconnectedCallback() {
    this.#listening?.abort();
    clearTimeout(this.#pause);
  }

  // Asking

  /** @returns {string} what the form says: plain answers as they are, and slots after their pattern */
  get #query() {
    const form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    const told = [...new FormData(form)].map(([name, value]) => [name, String(value).trim()]);
    for (const slot of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-into]"))) {
      const text = filled(slot);
      if (text) told.push([slot.dataset.into ?? "", text]);
    }
    return new URLSearchParams(told.filter(([, value]) => value)).toString();
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    this.#ask(this.#query, true);
  }

  /** Starts from an empty week: the form may stand as a link left it. @param {Event} event */
  #again(event) {
    event.preventDefault();
    this.#fill("");
    this.#ask("", false);
  }

  /** @param {Event} event */
  #changed(event) {
    if (/** @type {HTMLElement} */ (event.target).closest("[data-answer]")) return;
    this.dispatchEvent(new Event("told"));
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#ask(this.#query, false), PAUSE);
  }

  /** @param {string} query @param {boolean} expected whether the reader expects to be taken to the week */
  async #ask(query, expected) {
    clearTimeout(this.#pause);
    this.#asked += 1;
    const mine = this.#asked;
    const busy = setTimeout(() => state(this, "loading"), PAUSE);
    try {
      const html = await engine.call("week", query, this.dataset.base ?? "");
      if (mine === this.#asked) this.#show(String(html), expected);
    } catch {
      if (mine === this.#asked) state(this, navigator.onLine ? "failed" : "offline");
    } finally {
      clearTimeout(busy);
    }
  }

  /** @param {string} html @param {boolean} expected */
  #show(html, expected) {
    state(this, "");
    this.querySelector("[data-example]")?.remove();
    place(this, "answer").innerHTML = html;
    this.#dress();
    address(this);
    this.#address = location.hash;
    place(this, "live").textContent = (this.querySelector("[data-problems]") ?? place(this, "headline")).textContent;
    if (expected) lead(this);
  }

  /** Lets Python fill the form anew, from an address or from a move that the reader took. @param {string} query */
  async #fill(query) {
    try {
      place(this, "form").innerHTML = String(await engine.call("week_form", query));
    } catch {
      state(this, "failed");
    }
  }

  #restore() {
    const told = location.hash.startsWith("#?") ? location.hash.slice(2) : "";
    if (!told || location.hash === this.#address) return;
    this.#address = location.hash;
    this.#fill(told);
    this.#ask(told, false);
  }

  // Keeping

  /** What the frame may not do stays away; the calendar starts with the week that comes. */
  #dress() {
    const boxed = self.origin === "null";
    for (const part of this.querySelectorAll("[data-own]")) /** @type {HTMLElement} */ (part).hidden = boxed;
    const elsewhere = place(this, "elsewhere");
    if (elsewhere) elsewhere.hidden = !boxed;
    const date = /** @type {HTMLInputElement | null} */ (this.querySelector("[data-date]"));
    const next = new Date();
    while (next.getDay() !== 1) next.setDate(next.getDate() + 1);
    next.setMinutes(next.getMinutes() - next.getTimezoneOffset());
    if (date) date.value = next.toISOString().slice(0, DATE);
  }

  /** @param {Event} event */
  #click(event) {
    const button = /** @type {HTMLElement} */ (event.target).closest("button");
    if (!button) return;
    if (button.dataset.move) this.#move(button.dataset.move);
    if ("retry" in button.dataset) this.#ask(this.#query, false);
    if ("weekFile" in button.dataset) this.#file().catch(() => this.#say("failed"));
    if ("link" in button.dataset) this.#copy(location.href);
  }

  /** @param {string} query */
  #move(query) {
    this.#fill(query);
    this.#ask(query, true);
  }

  /** @param {string} name of a template with words @param {string} more what follows them */
  #say(name, more = "") {
    const words = /** @type {HTMLTemplateElement | null} */ (this.querySelector(`[data-word="${name}"]`));
    const text = [words?.content.textContent, more].filter(Boolean).join(" ");
    place(this, "note").hidden = false;
    place(this, "note").textContent = text;
    place(this, "live").textContent = text;
  }

  async #file() {
    this.#say("busy");
    const query = asked(this) ?? "";
    const date = /** @type {HTMLInputElement} */ (place(this, "date")).value;
    const given = await engine.call("week_file", query, date, offsets(date));
    const [name, type, content] = /** @type {import("./engine.js").Made} */ (given);
    if (!name) return this.#say("", new TextDecoder().decode(content));
    save(this, content, name, type);
    this.#say("saved", name);
  }

  /** @param {string} text */
  async #copy(text) {
    const hand = /** @type {HTMLTextAreaElement} */ (place(this, "hand"));
    this.#say((await copied(hand, text)) ? "link" : "hand");
  }
}

/**
 * @param {HTMLElement} slot with a pattern, and controls for its parts
 * @returns {string} the pattern filled in; nothing where a part that it needs is empty
 */
function filled(slot) {
  const parts = /** @type {NodeListOf<HTMLInputElement>} */ (slot.querySelectorAll("[data-part]"));
  let text = slot.dataset.as ?? "";
  for (const part of parts) {
    const from = part.dataset.from ? document.getElementById(part.dataset.from) : part;
    const value = /** @type {HTMLInputElement} */ (from).value.trim();
    if (!value && "needed" in part.dataset) return "";
    text = text.replace(`{${part.dataset.part}}`, value);
  }
  return text;
}

if (!customElements.get("leg-day-week")) customElements.define("leg-day-week", LegDayWeek);
