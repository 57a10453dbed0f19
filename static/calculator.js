// Knows how a form becomes a query, how answers come back from the worker, and which state shows in between.
// Must never know a question, a sentence for the reader, or a number of the guidance.

const PAUSE = 300; // ms without a change before the question is asked
const SLOW = 4000; // ms until the reader is told that it takes longer
const GIVE_UP = 25_000; // ms until it counts as failed: loadPyodide never settles where WebAssembly is held back

/**
 * @typedef {[name: string, type: string, content: Uint8Array<ArrayBuffer>]} Made
 * @typedef {string | Made} Given
 * @typedef {{ id: number, html?: string, given?: Given, failed?: string }} Reply
 * @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control
 */

/** The one worker of the visit: it outlives the page where pages are exchanged without a load. */
class Engine extends EventTarget {
  /** @type {Worker | undefined} */
  #worker;
  #count = 0;

  /** @param {string} manifest address of the list of what Python needs */
  start(manifest) {
    if (this.#worker) return;
    this.#worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module", name: "engine" });
    this.#worker.onmessage = ({ data }) => this.#tell(data);
    this.#worker.onerror = (event) => this.#tell({ id: this.#count, failed: event.message || "worker" });
    this.#worker.postMessage({ manifest: new URL(manifest, document.baseURI).href });
  }

  stop() {
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  /**
   * @param {string} manifest
   * @param {string} query
   * @param {string} base
   * @returns {number} the question's number; only the reply to the last one counts
   */
  ask(manifest, query, base) {
    this.start(manifest);
    this.#count += 1;
    this.#worker?.postMessage({ id: this.#count, query, base });
    return this.#count;
  }

  /**
   * Knocks at any of Python's doors.
   * @param {string} manifest
   * @param {string} door
   * @param {string[]} told
   * @returns {Promise<Given>}
   */
  call(manifest, door, ...told) {
    this.start(manifest);
    this.#count += 1;
    const id = this.#count;
    this.#worker?.postMessage({ id, door, told });
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => heard({ id, failed: "late" }), GIVE_UP);
      const listen = (/** @type {Event} */ event) => heard(/** @type {CustomEvent<Reply>} */ (event).detail);
      /** @param {Reply} reply */
      const heard = (reply) => {
        if (reply.id !== id) return;
        clearTimeout(late);
        this.removeEventListener("reply", listen);
        if (reply.given === undefined) reject(new Error(reply.failed));
        else resolve(reply.given);
      };
      this.addEventListener("reply", listen);
    });
  }

  /** @param {Reply} reply */
  #tell(reply) {
    if (reply.failed !== undefined) this.stop(); // the next question starts afresh: the network may be back by then
    this.dispatchEvent(new CustomEvent("reply", { detail: reply }));
  }
}

export const engine = new Engine();

class LegDayCalculator extends HTMLElement {
  #asked = 0;
  #submitted = false;
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
    engine.addEventListener("reply", (event) => this.#receive(/** @type {CustomEvent<Reply>} */ (event).detail), {
      signal,
    });
    addEventListener("hashchange", () => this.#restore(), { signal });
    if (typeof WebAssembly === "undefined") {
      this.#state("unsupported");
      return;
    }
    // A reader who asks to save data fetches Python by pressing the button, not by looking at the form.
    this.#waits = /** @type {{ connection?: { saveData?: boolean } }} */ (navigator).connection?.saveData === true;
    if (this.#waits) this.#state("saver");
    for (const intent of ["focusin", "pointerdown", "pointerover"]) {
      this.addEventListener(intent, () => this.#waits || engine.start(this.#manifest), { signal, once: true });
    }
    this.#sync();
    this.#restore();
  }

  disconnectedCallback() {
    this.#listening?.abort();
    this.#forget();
  }

  get #manifest() {
    return this.dataset.manifest ?? "";
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  /**
   * @param {string} name of a data attribute that marks one place in the calculator
   * @returns {HTMLElement}
   */
  #place(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-${name}]`));
  }

  /** @returns {Control[]} */
  get #controls() {
    return /** @type {Control[]} */ (
      [...this.#form.elements].filter((one) => "name" in one && one.name && "value" in one)
    );
  }

  // Asking

  /** @returns {string} what the form says, as a query string; what is empty is left out */
  get #query() {
    const told = [...new FormData(this.#form)].filter(([, value]) => value !== "");
    return new URLSearchParams(/** @type {[string, string][]} */ (told)).toString();
  }

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

  /** @param {boolean} submitted whether the reader pressed the button, and so expects to be taken to the answer */
  #ask(submitted) {
    if (typeof WebAssembly === "undefined") return;
    this.#forget();
    this.#submitted = submitted;
    this.#asked = engine.ask(this.#manifest, this.#query, this.dataset.base ?? "");
    this.#place("answer").setAttribute("aria-busy", "true");
    const after = (/** @type {number} */ ms, /** @type {string} */ state) =>
      this.#timers.push(setTimeout(() => this.#state(state), ms));
    after(PAUSE, "loading");
    after(SLOW, "slow");
    this.#timers.push(setTimeout(() => this.#fail(), GIVE_UP));
  }

  #forget() {
    clearTimeout(this.#pause);
    for (const timer of this.#timers.splice(0)) clearTimeout(timer);
  }

  // Answering

  /** @param {Reply} reply */
  #receive({ id, html, failed }) {
    if (!this.#asked || id !== this.#asked) return;
    if (failed !== undefined || html === undefined) this.#fail();
    else this.#show(html);
  }

  /** @param {string} html */
  #show(html) {
    this.#settle("");
    this.#place("example")?.remove();
    const answer = this.#place("answer");
    const focused = answer.contains(document.activeElement) ? document.activeElement?.id : "";
    const open = new Set([...answer.querySelectorAll("details[open]")].map(titled));
    answer.innerHTML = html;
    for (const fold of answer.querySelectorAll("details")) fold.open = open.has(titled(fold));
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    const query = this.querySelector("[data-query]")?.getAttribute("data-query");
    if (query !== null && query !== undefined) history.replaceState(history.state, "", `#?${query}`);
    this.#mark();
    this.#peek();
    this.#place("live").textContent = this.#place("headline").textContent;
    keep();
    if (this.#submitted) this.#lead();
    this.#submitted = false;
  }

  #fail() {
    this.#settle(navigator.onLine ? "failed" : "offline");
  }

  /** @param {string} state */
  #settle(state) {
    this.#forget();
    this.#place("answer").removeAttribute("aria-busy");
    this.#state(state);
  }

  /** @param {string} name of a template with the words of a state; none for the answer alone */
  #state(name) {
    const words = /** @type {HTMLTemplateElement | null} */ (this.querySelector(`template[data-state="${name}"]`));
    const place = this.#place("status");
    place.replaceChildren(...(words ? [words.content.cloneNode(true)] : []));
    this.dataset.now = name;
    if (words && "aloud" in words.dataset) this.#place("live").textContent = place.textContent;
  }

  #lead() {
    const place = this.querySelector("[data-problems]") ?? this.#place("headline");
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    /** @type {HTMLElement} */ (place).focus({ preventScroll: true });
    this.#place("answer").scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
  }

  #peek() {
    const verdict = this.#place("answer").querySelector("[data-verdict]");
    this.#place("peek").replaceChildren(...(verdict ? [verdict.cloneNode(true)] : []));
  }

  /** Repeats each problem beside its question, as the server would have rendered it. */
  #mark() {
    for (const note of this.#form.querySelectorAll(".field-error")) note.remove();
    for (const control of this.#form.querySelectorAll("[aria-invalid]")) {
      control.removeAttribute("aria-invalid");
      describe(control, []);
    }
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (this.querySelectorAll("a[data-problem]"))) {
      const control = this.#target(link);
      if (!control) continue;
      const note = document.createElement("p");
      note.className = "field-error";
      note.id = `${control.id}-error`;
      note.textContent = link.textContent;
      control.closest("[data-question]")?.querySelector("label, legend")?.after(note);
      control.setAttribute("aria-invalid", "true");
      describe(control, [note.id]);
    }
  }

  /** @param {HTMLAnchorElement} link */
  #target(link) {
    return /** @type {HTMLElement | null} */ (this.querySelector(`[id="${link.hash.slice(1)}"]`));
  }

  // The form's own helpers

  /** @param {Event} event */
  #click(event) {
    const at = /** @type {HTMLElement} */ (event.target);
    const link = /** @type {HTMLAnchorElement | null} */ (at.closest("a[data-problem]"));
    if (link) this.#visit(event, link);
    const button = at.closest("button");
    if (!button) return;
    if (button.dataset.step) this.#step(button, Number(button.dataset.step));
    if (button.dataset.fill) this.#fill(button.dataset.fill, button.dataset.to ?? "");
    if ("cancel" in button.dataset) this.#cancel();
    if ("retry" in button.dataset) this.#retry();
  }

  /** @param {Event} event @param {HTMLAnchorElement} link */
  #visit(event, link) {
    event.preventDefault();
    const control = this.#target(link);
    control?.closest("details")?.setAttribute("open", "");
    control?.focus();
  }

  /** @param {HTMLElement} button @param {number} direction */
  #step(button, direction) {
    const input = /** @type {HTMLInputElement} */ (button.closest("[data-question]")?.querySelector("input"));
    const [low, high, by] = [Number(input.dataset.low), Number(input.dataset.high), Number(input.dataset.by)];
    const from = Number.parseFloat(input.value || input.defaultValue);
    const to = Number.isNaN(from) ? low : from + direction * by;
    input.value = String(Math.min(high, Math.max(low, to)));
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** @param {string} name @param {string} to */
  #fill(name, to) {
    this.#set(name, [to]);
    this.#changed();
  }

  #cancel() {
    this.#asked = 0;
    this.#settle("");
  }

  #retry() {
    engine.stop();
    this.#ask(false);
  }

  /** @param {string} name @param {string[]} values */
  #set(name, values) {
    for (const control of this.#controls.filter((one) => one.name === name)) {
      if (control instanceof HTMLInputElement && /radio|checkbox/.test(control.type))
        control.checked = values.includes(control.value);
      else control.value = values[0] ?? "";
    }
  }

  /** Fills the form from the address (`#?…`): it stays in the browser, no server sees it. */
  #restore() {
    if (!location.hash.startsWith("#?")) return;
    const told = new URLSearchParams(location.hash.slice(2));
    const shown = this.querySelector("[data-query]")?.getAttribute("data-query");
    if (shown === location.hash.slice(2)) return;
    this.#form.reset();
    for (const name of new Set(told.keys())) this.#set(name, told.getAll(name));
    this.#changed();
  }

  /** Shows what was chosen where it is folded away, and which quick answer is the one given. */
  #sync() {
    this.dispatchEvent(new Event("told"));
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (this.#form.querySelectorAll("button[data-fill]"))) {
      const given = new FormData(this.#form).get(button.dataset.fill ?? "");
      button.setAttribute("aria-pressed", String(given === button.dataset.to));
    }
    for (const fold of this.#form.querySelectorAll("[data-fold]")) {
      const chosen = this.#controls.filter((one) => fold.contains(one)).flatMap(told);
      const place = fold.querySelector("[data-chosen]");
      if (place) place.textContent = chosen.join(", ");
    }
  }
}

/**
 * @param {Element} control whose description keeps its hint, and takes other notes than before
 * @param {string[]} notes
 */
function describe(control, notes) {
  const hints = (control.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id.endsWith("-hint"));
  if (hints.length + notes.length) control.setAttribute("aria-describedby", [...hints, ...notes].join(" "));
  else control.removeAttribute("aria-describedby");
}

/** @param {Element} fold @returns {string} what it is called, whatever it says about itself today */
function titled(fold) {
  return (fold.querySelector(".fold__title") ?? fold.querySelector("summary"))?.textContent ?? "";
}

let kept = false;

/** Once Python has answered, its files may stay for the next time: they came before the service worker could see them. */
function keep() {
  if (kept || !navigator.serviceWorker?.controller) return;
  kept = true;
  navigator.serviceWorker.controller.postMessage("keep python");
}

/**
 * @param {Control} control
 * @returns {string[]} its label or value, if the reader changed it
 */
function told(control) {
  if (!(control instanceof HTMLInputElement)) return control.value ? [control.value] : [];
  if (control.type === "radio" || control.type === "checkbox") {
    const label = control.closest("label")?.querySelector("[data-label]")?.textContent ?? control.value;
    return control.checked && (control.type === "checkbox" || !control.defaultChecked) ? [label] : [];
  }
  const unit = control.closest("[data-question]")?.querySelector("[data-unit]")?.textContent ?? "";
  const said = control.dataset.said ?? `${control.value} ${unit}`.trim();
  return control.value && control.value !== control.defaultValue ? [said] : [];
}

if (!customElements.get("leg-day-calculator")) customElements.define("leg-day-calculator", LegDayCalculator);

// After the page is there: what was seen once stays readable offline. Whoever saves data is spared the copies.
const { serviceWorker, connection } = /** @type {Navigator & { connection?: { saveData?: boolean } }} */ (navigator);
if (serviceWorker && !connection?.saveData) {
  const register = () => serviceWorker.register(new URL("../service-worker.js", import.meta.url)).catch(() => {});
  if (document.readyState === "complete") register();
  else addEventListener("load", register, { once: true });
}
