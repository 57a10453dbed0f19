// Answers that stay in this browser's storage if the reader ticks the box, with the time of the last leg session.

import { clearSessions, lastSession } from "../shared/session-history.js";

const STORAGE_KEY = "leg-day-kept"; // key in localStorage
const ENDED = "ended"; // name of the time at which the leg session ended, among the saved answers
const HOUR = 3_600_000; // ms

/** The storage; undefined where the browser forbids it. Then the box stays hidden. */
function storage() {
  try {
    localStorage.getItem(STORAGE_KEY);
    return localStorage;
  } catch {
    return undefined;
  }
}

/** Save the named answers while the box is ticked; a button deletes them. */
class SavedAnswers extends HTMLElement {
  /** @type {AbortController | undefined} */
  #listeners;
  #ended = 0; // ms since 1970 at which the leg session ended; 0 while the reader has not given it
  #countedHours = Number.NaN; // the hours from which that time was counted
  #answered = false; // whether the hours in the form are the reader's

  connectedCallback() {
    const store = storage();
    if (!store) return;
    this.hidden = false;
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    this.#checkbox.addEventListener("change", () => (this.#checkbox.checked ? this.#save() : this.#clear()), {
      signal,
    });
    this.querySelector("button")?.addEventListener("click", () => this.#clear(), { signal });
    this.closest("[data-manifest]")?.addEventListener("answers-changed", () => this.#checkbox.checked && this.#save(), {
      signal,
    });
    this.closest("form")?.addEventListener("input", ({ target }) => this.#noteHours(target), { signal, capture: true });
    this.closest("form")?.addEventListener("click", ({ target }) => this.#noteHours(target), { signal, capture: true });
    addEventListener("storage", () => this.#follow(store.getItem(STORAGE_KEY)), { signal });
    const saved = store.getItem(STORAGE_KEY);
    this.#checkbox.checked = saved !== null;
    if (saved !== null && !location.hash.startsWith("#?")) this.#fill(new URLSearchParams(saved));
    this.#showSaved(saved);
  }

  disconnectedCallback() {
    this.#listeners?.abort();
  }

  get #checkbox() {
    return /** @type {HTMLInputElement} */ (this.querySelector("input"));
  }

  /** The fields that are saved, with those of the leg session. */
  get #fieldNames() {
    return `${this.dataset.fieldNames} ${this.dataset.sessionFields}`.split(" ");
  }

  /** The field of the hours since the leg session: it is saved as the time at which the session ended. */
  get #hours() {
    const form = /** @type {HTMLFormElement} */ (this.closest("form"));
    return /** @type {HTMLInputElement} */ (form.elements.namedItem(this.dataset.clockField ?? ""));
  }

  #save() {
    const form = new FormData(/** @type {HTMLFormElement} */ (this.closest("form")));
    const pairs = this.#fieldNames.flatMap((name) => form.getAll(name).map((value) => [name, String(value)]));
    const hours = Number.parseFloat(this.#hours.value.replace(",", "."));
    if (this.#answered && !Number.isNaN(hours) && hours !== this.#countedHours)
      [this.#ended, this.#countedHours] = [Math.round(Date.now() - hours * HOUR), hours];
    if (this.#ended) pairs.push([ENDED, String(this.#ended)]);
    const saved = new URLSearchParams(pairs.filter(([, value]) => value)).toString();
    storage()?.setItem(STORAGE_KEY, saved);
    this.#showSaved(saved);
  }

  #clear() {
    storage()?.removeItem(STORAGE_KEY);
    clearSessions();
    this.#ended = 0;
    this.#checkbox.checked = false;
    this.#showSaved(null);
  }

  /** Another tab has saved or forgotten the answers: what is forgotten there is not saved again here. @param {string | null} saved */
  #follow(saved) {
    this.#checkbox.checked = saved !== null;
    this.#showSaved(saved);
  }

  /** @param {string | null} saved */
  #showSaved(saved) {
    const last = lastSession();
    const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (this.querySelector(`[data-${name}]`));
    part("clear-saved").hidden = saved === null && !last;
    part("history").hidden = !last;
    if (!last) return;
    part("history-name").textContent = last.name;
    part("history-time").textContent = new Date(last.at).toLocaleDateString();
    for (const word of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-history-feel]")))
      word.hidden = word.dataset.historyFeel !== last.feel;
  }

  /** The reader has given the hours: by the number, or by a preset for it. @param {EventTarget | null} target */
  #noteHours(target) {
    const name = this.dataset.clockField;
    const preset = /** @type {Element} */ (target).closest(`[data-fill="${name}"], [data-clock-field="${name}"]`);
    this.#answered ||= Boolean(preset);
  }

  /** @param {URLSearchParams} saved */
  #fill(saved) {
    const form = /** @type {HTMLFormElement} */ (this.closest("form"));
    for (const control of /** @type {Iterable<HTMLInputElement>} */ (form.elements)) {
      if (!this.#fieldNames.includes(control.name) || !saved.has(control.name)) continue;
      if (/radio|checkbox/.test(control.type)) control.checked = saved.getAll(control.name).includes(control.value);
      else control.value = saved.get(control.name) ?? "";
    }
    this.#fillHours(Number(saved.get(ENDED)));
    this.dispatchEvent(new Event("restored", { bubbles: true }));
  }

  /** Count the hours from the saved time on, and greet the reader with them. @param {number} ended */
  #fillHours(ended) {
    const hours = Math.floor((Date.now() - ended) / HOUR);
    if (!ended || hours < 0 || hours > Number(this.#hours.dataset.high)) return;
    [this.#ended, this.#countedHours] = [ended, hours];
    this.#hours.value = String(hours);
    const welcome = /** @type {HTMLElement | null} */ (this.closest("form")?.querySelector("[data-welcome]") ?? null);
    const shown = welcome?.querySelector("[data-hours]");
    if (!welcome || !shown) return;
    shown.textContent = String(hours);
    welcome.hidden = false;
  }
}

if (!customElements.get("leg-day-saved-answers")) customElements.define("leg-day-saved-answers", SavedAnswers);
