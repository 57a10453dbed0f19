// A number that the reader types in another unit: pounds are converted to the kilograms that the form holds.

import { sync } from "./form.js";

/** A second input in another unit beside the form's input. */
class UnitToggle extends HTMLElement {
  /** @type {AbortController | undefined} */
  #listeners;
  /** @type {HTMLInputElement | undefined} */
  #otherInput;

  connectedCallback() {
    this.hidden = false;
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    for (const button of this.querySelectorAll("button"))
      button.addEventListener("click", () => this.#choose("otherUnit" in button.dataset), { signal });
    this.closest("[data-manifest]")?.addEventListener("answers-changed", () => this.#update(), { signal });
    const region = new Intl.Locale(navigator.language).region ?? "";
    if ((this.dataset.regions ?? "").split(" ").includes(region)) this.#choose(true);
  }

  disconnectedCallback() {
    this.#listeners?.abort();
  }

  get #input() {
    const inputs = this.closest("[data-question]")?.querySelectorAll("input[name]");
    return /** @type {HTMLInputElement} */ (inputs?.[0]);
  }

  get #factor() {
    return Number(this.dataset.unitFactor);
  }

  /** @param {boolean} other */
  #choose(other) {
    const template = /** @type {HTMLTemplateElement} */ (this.querySelector("template"));
    if (other && !this.#otherInput) {
      this.#input.before(template.content.cloneNode(true));
      this.#otherInput = /** @type {HTMLInputElement} */ (this.#input.previousElementSibling);
      this.#otherInput.addEventListener("input", () => this.#convert());
    }
    if (!other) this.#otherInput?.remove();
    if (!other) this.#otherInput = undefined;
    this.#input.hidden = other;
    for (const button of this.querySelectorAll("button"))
      button.setAttribute("aria-pressed", String("otherUnit" in button.dataset === other));
    const unit = /** @type {HTMLElement | null | undefined} */ (
      this.closest("[data-question]")?.querySelector("[data-unit]")
    );
    if (unit) unit.hidden = other;
    const range = /** @type {HTMLElement | null} */ (this.querySelector("[data-unit-range]"));
    if (range) range.hidden = !other;
    delete this.#input.dataset.display;
    this.#update();
    if (this.#input.form) sync(this.#input.form); // closed groups show the unit that the reader sees
  }

  /** Convert what the reader typed to the form's unit; other text is passed on unchanged. */
  #convert() {
    const text = this.#otherInput?.value.trim().replace(",", ".") ?? "";
    const number = Number(text);
    this.#input.value = text && !Number.isNaN(number) ? String(Number((number * this.#factor).toFixed(2))) : text;
    this.#input.dataset.display = `${text} ${this.dataset.otherUnit}`;
  }

  /** Show a number that another control or a link put into the form. */
  #update() {
    if (!this.#otherInput || document.activeElement === this.#otherInput) return;
    const number = Number(this.#input.value);
    if (this.#input.value && !Number.isNaN(number))
      this.#otherInput.value = String(Number((number / this.#factor).toFixed(1)));
    else this.#otherInput.value = this.#input.value;
    this.#input.dataset.display = `${this.#otherInput.value} ${this.dataset.otherUnit}`;
  }
}

if (!customElements.get("leg-day-unit-toggle")) customElements.define("leg-day-unit-toggle", UnitToggle);
