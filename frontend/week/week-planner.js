// The week planner: turn its form into a query, show the planned week, and download or link it.

import { engine } from "../python/client.js";
import { copyText } from "../shared/clipboard.js";
import { byData, focusAnswer } from "../shared/dom.js";
import { adoptAnswers, answeredQuery, updateHash } from "../shared/permalink.js";
import { offsets, saveFile } from "../shared/save-file.js";
import { showState } from "../shared/status.js";
import { whenIdleAndFast } from "../site/connection.js";

const DEBOUNCE = 400; // ms after the last change before a request
const DATE = 10; // characters of 2026-11-23

class WeekPlanner extends HTMLElement {
  #debounce = 0;
  #requestNumber = 0;
  #lastHash = ""; // hash of the last week: going back to it changes nothing
  /** @type {AbortController | undefined} */
  #listeners;

  connectedCallback() {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    this.addEventListener("submit", (event) => this.#onSubmit(event), { signal });
    this.addEventListener("input", (event) => this.#onChange(event), { signal });
    this.addEventListener("reset", (event) => this.#onReset(event), { signal });
    this.addEventListener("click", (event) => this.#onClick(event), { signal });
    addEventListener("hashchange", () => this.#restoreFromHash(), { signal });
    if (typeof WebAssembly === "undefined") {
      showState(this, "unsupported");
      return;
    }
    this.#summarise();
    engine.configure({ manifest: new URL(this.dataset.manifest ?? "", document.baseURI).href });
    this.#prepareExports();
    this.#restoreFromHash();
    whenIdleAndFast(() => engine.createWorker());
  }

  disconnectedCallback() {
    this.#listeners?.abort();
    clearTimeout(this.#debounce);
  }

  // Asking

  /** @returns {string} the form as a query: fields as they are, slots by their pattern */
  get #query() {
    const form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    const pairs = [...new FormData(form)].map(([name, value]) => [name, String(value).trim()]);
    for (const slot of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-field]"))) {
      const text = fillPattern(slot);
      if (text) pairs.push([slot.dataset.field ?? "", text]);
    }
    return new URLSearchParams(pairs.filter(([, value]) => value)).toString();
  }

  /** @param {Event} event */
  #onSubmit(event) {
    event.preventDefault();
    this.#ask(this.#query, true);
  }

  /** Start from an empty week; the browser's reset would restore a link's values. @param {Event} event */
  #onReset(event) {
    event.preventDefault();
    this.#fill("");
    this.#ask("", false);
  }

  /** @param {Event} event */
  #onChange(event) {
    if (/** @type {HTMLElement} */ (event.target).closest("[data-answer]")) return;
    this.dispatchEvent(new Event("answers-changed"));
    this.#summarise();
    this.dataset.result = "waiting";
    clearTimeout(this.#debounce);
    this.#debounce = setTimeout(() => this.#ask(this.#query, false), DEBOUNCE);
  }

  /** @param {string} query @param {boolean} submitted whether the reader pressed the button: then the page scrolls to the week */
  async #ask(query, submitted) {
    clearTimeout(this.#debounce);
    this.#requestNumber += 1;
    const request = this.#requestNumber;
    this.dataset.result = "waiting"; // the week on the page is not, or not yet, to the form as it is: it loses its colour
    const busy = setTimeout(() => showState(this, "loading"), DEBOUNCE);
    try {
      const html = await engine.call("render_week", query, this.dataset.base ?? "");
      if (request === this.#requestNumber) this.#renderWeek(String(html), submitted);
    } catch {
      if (request === this.#requestNumber) this.#fail(navigator.onLine ? "failed" : "offline");
    } finally {
      clearTimeout(busy);
    }
  }

  /** @param {string} state */
  #fail(state) {
    this.dataset.result = "outdated";
    showState(this, state);
  }

  /** @param {string} html @param {boolean} submitted */
  #renderWeek(html, submitted) {
    showState(this, "");
    this.dataset.result = "current";
    this.querySelector("[data-example]")?.remove();
    byData(this, "answer").innerHTML = html;
    this.#prepareExports();
    updateHash(this);
    this.#lastHash = location.hash;
    byData(this, "live").textContent = (this.querySelector("[data-problems]") ?? byData(this, "headline")).textContent;
    if (submitted) focusAnswer(this);
  }

  /** Let Python render the form for a query from a link or an applied move. @param {string} query */
  async #fill(query) {
    try {
      byData(this, "form").innerHTML = String(await engine.call("render_week_form", query));
      this.#summarise();
    } catch {
      this.#fail("failed");
    }
  }

  /** Write beside each day what is on it, in the words of its labels. */
  #summarise() {
    for (const day of this.querySelectorAll("[data-day]")) {
      const filled = /** @type {HTMLElement[]} */ ([...day.querySelectorAll("[data-summary]")]).filter((part) =>
        part instanceof HTMLInputElement ? part.checked : fillPattern(part),
      );
      const summary = /** @type {HTMLElement} */ (day.querySelector("[data-day-summary]"));
      summary.textContent = filled.map((part) => part.dataset.summary).join(", ") || (summary.dataset.empty ?? "");
      summary.toggleAttribute("data-filled", filled.length > 0);
    }
  }

  #restoreFromHash() {
    const questions = /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[name], [data-field]"));
    adoptAnswers([...questions].map((each) => each.getAttribute("name") ?? each.dataset.field ?? ""));
    const query = location.hash.startsWith("#?") ? location.hash.slice(2) : "";
    if (!query || location.hash === this.#lastHash) return;
    this.#lastHash = location.hash;
    this.#fill(query);
    this.#ask(query, false);
  }

  // Keeping

  /** Hide what a sandboxed frame may not do, and propose next Monday for the calendar. */
  #prepareExports() {
    const isSandboxed = self.origin === "null";
    for (const element of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-unsandboxed-only]")))
      element.hidden = isSandboxed;
    const sandboxedOnly = byData(this, "sandboxed-only");
    if (sandboxedOnly) sandboxedOnly.hidden = !isSandboxed;
    const date = /** @type {HTMLInputElement | null} */ (this.querySelector("[data-date]"));
    const next = new Date();
    while (next.getDay() !== 1) next.setDate(next.getDate() + 1);
    next.setMinutes(next.getMinutes() - next.getTimezoneOffset());
    if (date) date.value = next.toISOString().slice(0, DATE);
  }

  /** @param {Event} event */
  #onClick(event) {
    const button = /** @type {HTMLElement} */ (event.target).closest("button");
    if (!button) return;
    if (button.dataset.move) this.#move(button.dataset.move);
    if ("retry" in button.dataset) this.#ask(this.#query, false);
    if ("weekFile" in button.dataset) this.#download().catch(() => this.#showMessage("failed"));
    if ("link" in button.dataset) this.#copy(location.href);
  }

  /** @param {string} query */
  #move(query) {
    this.#fill(query);
    this.#ask(query, true);
  }

  /** @param {string} name of a template with words @param {string} suffix what follows them */
  #showMessage(name, suffix = "") {
    const template = /** @type {HTMLTemplateElement | null} */ (this.querySelector(`[data-message="${name}"]`));
    const text = [template?.content.textContent, suffix].filter(Boolean).join(" ");
    byData(this, "note").hidden = false;
    byData(this, "note").textContent = text;
    byData(this, "live").textContent = text;
  }

  async #download() {
    this.#showMessage("busy");
    const query = answeredQuery(this) ?? "";
    const date = /** @type {HTMLInputElement} */ (byData(this, "date")).value;
    const file = await engine.call("download_week", query, date, offsets(date));
    const [name, type, content] = /** @type {import("../python/client.js").Download} */ (file);
    if (!name) return this.#showMessage("", new TextDecoder().decode(content));
    saveFile(this, content, name, type);
    this.#showMessage("saved", name);
  }

  /** @param {string} text */
  async #copy(text) {
    const field = /** @type {HTMLTextAreaElement} */ (byData(this, "copy-fallback"));
    this.#showMessage((await copyText(field, text)) ? "link" : "hand");
  }
}

/**
 * @param {HTMLElement} slot with a pattern, and controls for its parts
 * @returns {string} the filled pattern; empty if a required part is empty
 */
function fillPattern(slot) {
  const parts = /** @type {NodeListOf<HTMLInputElement>} */ (slot.querySelectorAll("[data-part]"));
  let text = slot.dataset.pattern ?? "";
  for (const part of parts) {
    const from = part.dataset.from ? document.getElementById(part.dataset.from) : part;
    const value = /** @type {HTMLInputElement} */ (from).value.trim();
    if (!value && "needed" in part.dataset) return "";
    text = text.replace(`{${part.dataset.part}}`, value);
  }
  return text;
}

if (!customElements.get("leg-day-week-planner")) customElements.define("leg-day-week-planner", WeekPlanner);
