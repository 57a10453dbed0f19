// Answers in hours that readers give by the clock: "last night", "tonight", or a day and an hour.

import { MINUTE, toLocal } from "../shared/clock.js";

const HOUR = 3_600_000; // ms

/**
 * @param {Date} now
 * @param {number} day days from today
 * @param {number} hour of that day
 * @returns {number} hours from now until then, negative if it has passed
 */
export function hoursUntil(now, day, hour) {
  const then = new Date(now);
  then.setDate(then.getDate() + day);
  then.setHours(hour, 0, 0, 0);
  return (then.getTime() - now.getTime()) / HOUR;
}

/** A number of hours (`data-clock-field`) before now (`data-clock-direction` −1) or after it (1), by presets and by a time. */
class ClockAnswer extends HTMLElement {
  /** @type {AbortController | undefined} */
  #listeners;

  connectedCallback() {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    for (const touched of ["pointerdown", "focusin"]) this.addEventListener(touched, () => this.#count(), { signal });
    this.#time?.addEventListener("input", (event) => this.#onTime(event), { signal });
    this.closest("[data-manifest]")?.addEventListener("answers-changed", () => this.#showTime(), { signal });
    this.#count();
    this.#showTime();
  }

  disconnectedCallback() {
    this.#listeners?.abort();
  }

  get #time() {
    return /** @type {HTMLInputElement | null} */ (this.querySelector("[data-clock-input]"));
  }

  get #hours() {
    return /** @type {HTMLInputElement} */ (this.querySelector(`[name="${this.dataset.clockField}"]`));
  }

  get #direction() {
    return Number(this.dataset.clockDirection);
  }

  /** Whole hours, cautiously: no more than have passed, no fewer than are to come. @param {number} hours from now */
  #whole(hours) {
    return Math.floor(Math.abs(hours)) + (this.#direction > 0 && hours % 1 ? 1 : 0);
  }

  /** Give each preset its hours by the clock of this moment; hide what has passed, or is yet to come, or is too far. */
  #count() {
    const now = new Date();
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-clock-hour]"))) {
      const hours = hoursUntil(now, Number(button.dataset.clockDay), Number(button.dataset.clockHour));
      const whole = this.#whole(hours);
      button.dataset.to = String(whole);
      button.hidden = hours * this.#direction < 1 || whole > Number(this.dataset.clockFurthest);
    }
  }

  /** @param {Event} event the reader chose a day and an hour */
  #onTime(event) {
    event.stopPropagation(); // the number that it is counted into is the answer
    const then = new Date(/** @type {HTMLInputElement} */ (event.target).value).getTime();
    if (Number.isNaN(then)) return;
    const hours = ((then - Date.now()) / HOUR) * this.#direction;
    this.#hours.value = String(Math.floor(Math.min(Number(this.dataset.clockFurthest), Math.max(0, hours))));
    this.#hours.dispatchEvent(new Event("input", { bubbles: true }));
  }

  #showTime() {
    const time = this.#time;
    const hours = Number.parseFloat(this.#hours.value.replace(",", "."));
    if (!time || document.activeElement === time) return;
    const then = new Date(Date.now() + hours * HOUR * this.#direction);
    time.value = Number.isNaN(then.getTime()) ? "" : toLocal(new Date(Math.round(then.getTime() / MINUTE) * MINUTE));
    time.max = this.#direction < 0 ? toLocal(new Date()) : "";
  }
}

if (!customElements.get("leg-day-clock-answer")) customElements.define("leg-day-clock-answer", ClockAnswer);
