// Knows when the form's question is asked, how its answer comes to stand on the page, and which state shows in between.
// Must never know a question, a sentence for the reader, or a number of the guidance.

import { engine } from "./engine.js";
import { fill, mark, query, step, sync, target } from "./form.js";
import { keep_python } from "./offline.js";
import { address, asked, lead, place, state } from "./parts.js";

const PAUSE = 300; // ms without a change before the question is asked
const SLOW = 4000; // ms until the reader is told that it takes longer
const GIVE_UP = 25_000; // ms until it counts as failed: a late answer still wins

class LegDayCalculator extends HTMLElement {
  #asked = 0;
  /** @type {number[]} */
  #timers = [];
  #pause = 0;
  #waits = false;
  /** @type {AbortController | undefined} */
  #listening;

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.addEventListener("submit", (event) => this.#submit(event), { signal });
    this.addEventListener("input", () => this.#changed(), { signal });
    this.addEventListener("reset", () => setTimeout(() => this.#changed()), { signal });
    this.addEventListener("click", (event) => this.#click(event), { signal });
    addEventListener("hashchange", () => this.#restore(), { signal });
    if (typeof WebAssembly === "undefined") {
      state(this, "unsupported");
      return;
    }
    engine.configure({ manifest: new URL(this.dataset.manifest ?? "", document.baseURI).href });
    // A reader who asks to save data fetches Python by pressing the button, not by looking at the form.
    this.#waits = /** @type {{ connection?: { saveData?: boolean } }} */ (navigator).connection?.saveData === true;
    if (this.#waits) state(this, "saver");
    for (const intent of ["focusin", "pointerdown", "pointerover"]) {
      this.addEventListener(intent, () => this.#waits || engine.start(), { signal, once: true });
    }
    this.#sync();
    this.#restore();
  }

  disconnectedCallback() {
    this.#listening?.abort();
    this.#asked += 1;
    this.#forget();
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  // Asking

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    this.#waits = false;
    this.#ask(true);
  }

  #changed() {
    this.#sync();
    clearTimeout(this.#pause);
    if (!this.#waits) this.#pause = setTimeout(() => this.#ask(false), PAUSE);
  }

  #sync() {
    this.dispatchEvent(new Event("told"));
    sync(this.#form);
  }

  /** @param {boolean} submitted whether the reader pressed the button, and so expects to be taken to the answer */
  async #ask(submitted) {
    if (typeof WebAssembly === "undefined") return;
    this.#forget();
    this.#asked += 1;
    const mine = this.#asked;
    this.#wait();
    try {
      const html = await engine.ask(query(this.#form), this.dataset.base ?? "");
      if (mine === this.#asked) this.#show(html, submitted);
    } catch {
      if (mine === this.#asked) this.#fail();
    }
  }

  #wait() {
    place(this, "answer").setAttribute("aria-busy", "true");
    const after = (/** @type {number} */ ms, /** @type {() => void} */ then) => this.#timers.push(setTimeout(then, ms));
    after(PAUSE, () => state(this, "loading"));
    after(SLOW, () => state(this, "slow"));
    after(GIVE_UP, () => this.#fail());
  }

  #forget() {
    clearTimeout(this.#pause);
    for (const timer of this.#timers.splice(0)) clearTimeout(timer);
  }

  // Answering

  /** @param {string} html @param {boolean} submitted */
  #show(html, submitted) {
    this.#settle("");
    place(this, "example")?.remove();
    replace(place(this, "answer"), html);
    address(this);
    mark(this.#form, this.querySelectorAll("a[data-problem]"));
    this.#peek();
    place(this, "live").textContent = place(this, "headline").textContent;
    keep_python();
    if (submitted) lead(this);
  }

  #fail() {
    this.#settle(navigator.onLine ? "failed" : "offline");
  }

  /** @param {string} name of a state */
  #settle(name) {
    this.#forget();
    place(this, "answer").removeAttribute("aria-busy");
    state(this, name);
  }

  #peek() {
    const verdict = place(this, "answer").querySelector("[data-verdict]");
    place(this, "peek").replaceChildren(...(verdict ? [verdict.cloneNode(true)] : []));
  }

  // The buttons

  /** @param {Event} event */
  #click(event) {
    const at = /** @type {HTMLElement} */ (event.target);
    const link = /** @type {HTMLAnchorElement | null} */ (at.closest("a[data-problem]"));
    if (link) this.#visit(event, link);
    const button = at.closest("button");
    if (!button) return;
    if (button.dataset.step) step(button, Number(button.dataset.step));
    if (button.dataset.fill) this.#fill(button.dataset.fill, button.dataset.to ?? "");
    if ("cancel" in button.dataset) this.#cancel();
    if ("retry" in button.dataset) this.#retry();
  }

  /** @param {Event} event @param {HTMLAnchorElement} link */
  #visit(event, link) {
    event.preventDefault();
    const control = target(this.#form, link);
    control?.closest("details")?.setAttribute("open", "");
    control?.focus();
  }

  /** @param {string} name @param {string} to */
  #fill(name, to) {
    fill(this.#form, name, [to]);
    this.#changed();
  }

  #cancel() {
    this.#asked += 1;
    this.#settle("");
  }

  #retry() {
    engine.stop();
    this.#ask(false);
  }

  /** Fills the form from the address (`#?…`): it stays in the browser, no server sees it. */
  #restore() {
    if (!location.hash.startsWith("#?") || asked(this) === location.hash.slice(2)) return;
    const told = new URLSearchParams(location.hash.slice(2));
    this.#form.reset();
    for (const name of new Set(told.keys())) fill(this.#form, name, told.getAll(name));
    this.#changed();
  }
}

/** Puts a new answer in the place of the old one: what was unfolded stays so, and the focus where it was. */
function replace(/** @type {HTMLElement} */ answer, /** @type {string} */ html) {
  const focused = answer.contains(document.activeElement) ? document.activeElement?.id : "";
  const open = new Set([...answer.querySelectorAll("details[open]")].map(titled));
  answer.innerHTML = html;
  for (const fold of answer.querySelectorAll("details")) fold.open = open.has(titled(fold));
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

/** @param {Element} fold @returns {string} what it is called, whatever it says about itself today */
function titled(fold) {
  return (fold.querySelector(".fold__title") ?? fold.querySelector("summary"))?.textContent ?? "";
}

if (!customElements.get("leg-day-calculator")) customElements.define("leg-day-calculator", LegDayCalculator);
