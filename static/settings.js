// Knows how a reader's settings hold: answers that stay on this device when asked to, and numbers in another unit.
// Must never know a question, a sentence for the reader, or a number of the guidance.

import { sync } from "./form.js";

const KEPT = "leg-day-kept"; // where the answers lie on this device

/** A storage that may be forbidden: then nothing is kept, and the box stays away. */
function storage() {
  try {
    localStorage.getItem(KEPT);
    return localStorage;
  } catch {
    return undefined;
  }
}

/** Keeps the answers that it names, once the reader has ticked its box, and forgets them at one press. */
class LegDayRemember extends HTMLElement {
  /** @type {AbortController | undefined} */
  #listening;

  connectedCallback() {
    const store = storage();
    if (!store) return;
    this.hidden = false;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#box.addEventListener("change", () => (this.#box.checked ? this.#keep() : this.#forget()), { signal });
    this.querySelector("button")?.addEventListener("click", () => this.#forget(), { signal });
    this.closest("[data-manifest]")?.addEventListener("told", () => this.#box.checked && this.#keep(), { signal });
    const kept = store.getItem(KEPT);
    this.#box.checked = kept !== null;
    if (kept !== null && !location.hash.startsWith("#?")) this.#fill(new URLSearchParams(kept));
    this.#show(kept);
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  get #box() {
    return /** @type {HTMLInputElement} */ (this.querySelector("input"));
  }

  get #names() {
    return (this.dataset.names ?? "").split(" ");
  }

  #keep() {
    const form = new FormData(/** @type {HTMLFormElement} */ (this.closest("form")));
    const told = this.#names.flatMap((name) => form.getAll(name).map((value) => [name, String(value)]));
    const kept = new URLSearchParams(told.filter(([, value]) => value)).toString();
    storage()?.setItem(KEPT, kept);
    this.#show(kept);
  }

  #forget() {
    storage()?.removeItem(KEPT);
    this.#box.checked = false;
    this.#show(null);
  }

  /** @param {string | null} kept */
  #show(kept) {
    const forget = /** @type {HTMLElement} */ (this.querySelector("[data-forget]"));
    forget.hidden = kept === null;
  }

  /** @param {URLSearchParams} kept */
  #fill(kept) {
    const form = /** @type {HTMLFormElement} */ (this.closest("form"));
    for (const control of /** @type {Iterable<HTMLInputElement>} */ (form.elements)) {
      if (!this.#names.includes(control.name) || !kept.has(control.name)) continue;
      if (/radio|checkbox/.test(control.type)) control.checked = kept.getAll(control.name).includes(control.value);
      else control.value = kept.get(control.name) ?? "";
    }
    this.dispatchEvent(new Event("restored", { bubbles: true }));
  }
}

/** A number in another unit: the reader types in one, the form tells the other. */
class LegDayUnit extends HTMLElement {
  /** @type {AbortController | undefined} */
  #listening;
  /** @type {HTMLInputElement | undefined} */
  #other;

  connectedCallback() {
    this.hidden = false;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    for (const button of this.querySelectorAll("button"))
      button.addEventListener("click", () => this.#choose("other" in button.dataset), { signal });
    this.closest("[data-manifest]")?.addEventListener("told", () => this.#follow(), { signal });
    const region = new Intl.Locale(navigator.language).region ?? "";
    if ((this.dataset.regions ?? "").split(" ").includes(region)) this.#choose(true);
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  get #own() {
    const inputs = this.closest("[data-question]")?.querySelectorAll("input[name]");
    return /** @type {HTMLInputElement} */ (inputs?.[0]);
  }

  get #per() {
    return Number(this.dataset.per);
  }

  /** @param {boolean} other */
  #choose(other) {
    const words = /** @type {HTMLTemplateElement} */ (this.querySelector("template"));
    if (other && !this.#other) {
      this.#own.before(words.content.cloneNode(true));
      this.#other = /** @type {HTMLInputElement} */ (this.#own.previousElementSibling);
      this.#other.addEventListener("input", () => this.#tell());
    }
    if (!other) this.#other?.remove();
    if (!other) this.#other = undefined;
    this.#own.hidden = other;
    for (const button of this.querySelectorAll("button"))
      button.setAttribute("aria-pressed", String("other" in button.dataset === other));
    const unit = /** @type {HTMLElement | null | undefined} */ (
      this.closest("[data-question]")?.querySelector("[data-unit]")
    );
    if (unit) unit.hidden = other;
    const range = /** @type {HTMLElement | null} */ (this.querySelector("[data-range]"));
    if (range) range.hidden = !other;
    delete this.#own.dataset.said;
    this.#follow();
    if (this.#own.form) sync(this.#own.form); // what is folded away is told in the unit that the reader sees
  }

  /** What the reader typed, told in the form's own unit; what is no number goes on as it is. */
  #tell() {
    const typed = this.#other?.value.trim().replace(",", ".") ?? "";
    const number = Number(typed);
    this.#own.value = typed && !Number.isNaN(number) ? String(Number((number * this.#per).toFixed(2))) : typed;
    this.#own.dataset.said = `${typed} ${this.dataset.other}`;
  }

  /** Shows a number that came into the form by another way than through this control. */
  #follow() {
    if (!this.#other || document.activeElement === this.#other) return;
    const number = Number(this.#own.value);
    if (this.#own.value && !Number.isNaN(number)) this.#other.value = String(Number((number / this.#per).toFixed(1)));
    else this.#other.value = this.#own.value;
    this.#own.dataset.said = `${this.#other.value} ${this.dataset.other}`;
  }
}

for (const [name, element] of /** @type {[string, CustomElementConstructor][]} */ ([
  ["leg-day-unit", LegDayUnit],
  ["leg-day-remember", LegDayRemember],
]))
  if (!customElements.get(name)) customElements.define(name, element);
