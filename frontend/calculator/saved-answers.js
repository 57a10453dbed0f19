// Answers that stay in this browser's storage if the reader ticks the box.

const STORAGE_KEY = "leg-day-kept"; // key in localStorage

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

  get #fieldNames() {
    return (this.dataset.fieldNames ?? "").split(" ");
  }

  #save() {
    const form = new FormData(/** @type {HTMLFormElement} */ (this.closest("form")));
    const pairs = this.#fieldNames.flatMap((name) => form.getAll(name).map((value) => [name, String(value)]));
    const saved = new URLSearchParams(pairs.filter(([, value]) => value)).toString();
    storage()?.setItem(STORAGE_KEY, saved);
    this.#showSaved(saved);
  }

  #clear() {
    storage()?.removeItem(STORAGE_KEY);
    this.#checkbox.checked = false;
    this.#showSaved(null);
  }

  /** @param {string | null} saved */
  #showSaved(saved) {
    const clearButton = /** @type {HTMLElement} */ (this.querySelector("[data-clear-saved]"));
    clearButton.hidden = saved === null;
  }

  /** @param {URLSearchParams} saved */
  #fill(saved) {
    const form = /** @type {HTMLFormElement} */ (this.closest("form"));
    for (const control of /** @type {Iterable<HTMLInputElement>} */ (form.elements)) {
      if (!this.#fieldNames.includes(control.name) || !saved.has(control.name)) continue;
      if (/radio|checkbox/.test(control.type)) control.checked = saved.getAll(control.name).includes(control.value);
      else control.value = saved.get(control.name) ?? "";
    }
    this.dispatchEvent(new Event("restored", { bubbles: true }));
  }
}

if (!customElements.get("leg-day-saved-answers")) customElements.define("leg-day-saved-answers", SavedAnswers);
