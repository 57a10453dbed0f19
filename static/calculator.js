// Knows when the form's question is asked, how its answer comes to stand on the page, and which state shows in between.
// Must never know a question, a sentence for the reader, or a number of the guidance.

import { engine } from "./engine.js";
import { changed, entries, fill, linked, mark, missed, step, sync, target } from "./form.js";
import { ahead, idle, keep, saves, settled } from "./network.js";
import { Pack } from "./pack.js";
import { address, lead, near, place, state } from "./parts.js";

const PAUSE = 300; // ms without a key before the question is asked, and before a reader is told to wait
const SLOW = 4000; // ms until the reader is told that it takes longer
const GIVE_UP = 25_000; // ms until it counts as failed: a late answer still wins

class LegDayCalculator extends HTMLElement {
  #asked = 0;
  /** @type {number[]} */
  #timers = [];
  #pause = 0;
  #saves = saves;
  #pack = new Pack({}, "");
  #address = ""; // of the last answer: whoever comes back to it has never left
  #query = ""; // of the last question
  #touched = false; // whether the reader has answered anything: until then there is an example, and no verdict
  /** @type {[string, string][]} */
  #missed = [];
  /** @type {AbortController | undefined} */
  #listening;

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.addEventListener("submit", (event) => this.#submit(event), { signal });
    this.addEventListener("input", (event) => this.#told(event), { signal });
    this.addEventListener("restored", () => this.#changed(false), { signal });
    this.addEventListener("click", (event) => this.#click(event), { signal });
    addEventListener("hashchange", () => this.#restore(), { signal });
    addEventListener("pageshow", () => this.#check(), { signal });
    engine.configure({ manifest: new URL(this.dataset.manifest ?? "", document.baseURI).href });
    this.#pack = Pack.of(this);
    for (const intent of ["focusin", "pointerdown", "pointerover"]) {
      this.addEventListener(intent, () => saves || idle(() => this.#warm()), { signal, once: true });
    }
    this.#sync();
    this.#restore();
    this.#check();
    near(this, () => ahead(() => this.#prepare()), signal);
    if (!saves) settled(() => engine.resume().catch(() => {})); // where nothing can be kept, nothing was
  }

  disconnectedCallback() {
    this.#listening?.abort();
    this.#asked += 1;
    this.#forget();
  }

  /** Gets ready what any question may need, and no Python. */
  #prepare() {
    this.#pack.prepare().then(() => keep(this.#pack.used));
    if (!this.#held) engine.prepare();
  }

  /** Fetches what the form as it stands most likely needs next. */
  #warm() {
    if (this.isConnected) this.#pack.warm(entries(this.#form));
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  // Asking

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    this.#saves = false;
    this.#touched = true;
    this.#ask(true);
  }

  /** @param {Event} event by which a reader answers: what a link told besides is over */
  #told(event) {
    this.#missed = [];
    this.#touched = true;
    this.#changed(typed(event));
  }

  /** Begins anew: the form says again what the page did at first, and nobody has answered it. */
  #again() {
    this.#missed = [];
    this.#touched = false;
    this.#changed(false);
  }

  /** Asks what the form says if that was not asked: a browser restores a form after Back, and while the script is on its way. */
  #check() {
    if (this.#asked ? this.#query === this.#said : !changed(this.#form)) return;
    this.#touched = true;
    this.#changed(false);
  }

  /** What the form says, as a query. */
  get #said() {
    return new URLSearchParams(entries(this.#form)).toString();
  }

  /** @param {boolean} typing whether more keys may follow: a choice is asked at once */
  #changed(typing) {
    this.#sync();
    this.#withdraw("waiting", "working");
    clearTimeout(this.#pause);
    if (typing) this.#pause = setTimeout(() => this.#ask(false), PAUSE);
    else this.#ask(false);
  }

  #sync() {
    this.dispatchEvent(new Event("told"));
    sync(this.#form);
  }

  /** @param {boolean} submitted whether the reader pressed the button, and so expects to be taken to the answer */
  async #ask(submitted) {
    this.#forget();
    this.#asked += 1;
    const mine = this.#asked;
    this.#query = this.#said;
    this.#wait(submitted);
    const told = [...entries(this.#form), ...this.#missed];
    const ready = await this.#pack.look_up(told, this.#base);
    if (mine !== this.#asked) return;
    if (ready !== undefined) this.#prebuilt(ready, submitted);
    else if (this.#held) this.#fail(this.#held, submitted);
    else await this.#work(mine, new URLSearchParams(told).toString(), submitted);
  }

  /** Python is what a reader without it can still not have, or who saves data has not asked for. */
  get #held() {
    if (typeof WebAssembly === "undefined") return "unsupported";
    return this.#saves ? "saver" : "";
  }

  get #base() {
    return this.dataset.base ?? "";
  }

  /** Shows what the build has answered; the next question may be an unusual one, so Python gets ready meanwhile. */
  #prebuilt(/** @type {string} */ html, /** @type {boolean} */ submitted) {
    this.#show(html, submitted);
    keep(this.#pack.used);
    if (!this.#held) ahead(() => engine.start());
  }

  /** @param {number} mine @param {string} query @param {boolean} submitted */
  async #work(mine, query, submitted) {
    try {
      const html = await engine.ask(query, this.#base);
      if (mine === this.#asked) this.#show(html, submitted);
    } catch {
      if (mine === this.#asked) this.#fail(failure(), submitted);
    }
  }

  /** @param {boolean} submitted */
  #wait(submitted) {
    this.#withdraw("waiting", "working");
    place(this, "answer").setAttribute("aria-busy", "true");
    const after = (/** @type {number} */ ms, /** @type {() => void} */ then) => this.#timers.push(setTimeout(then, ms));
    after(PAUSE, () => state(this, "loading"));
    after(SLOW, () => state(this, "slow"));
    after(GIVE_UP, () => this.#fail(failure(), submitted));
  }

  #forget() {
    clearTimeout(this.#pause);
    for (const timer of this.#timers.splice(0)) clearTimeout(timer);
  }

  // Answering

  /** @param {string} html @param {boolean} submitted */
  #show(html, submitted) {
    this.#settle("");
    replace(place(this, "answer"), html);
    mark(this.#form, this.querySelectorAll("a[data-problem]"));
    if (this.#touched) this.#conclude();
    else this.#exemplify();
    this.#address = location.hash;
    if (submitted) lead(this);
  }

  /** Shows the verdict: the answer is to the form as it is, and the reader's own. */
  #conclude() {
    this.dataset.result = "current";
    place(this, "example")?.remove();
    address(this);
    const verdict = this.#verdict;
    place(this, "peek").replaceChildren(...(verdict ? [verdict.cloneNode(true)] : []));
    const spoken = [verdict, place(this, "headline")].flatMap((one) => one?.textContent?.trim() || []);
    place(this, "live").textContent = spoken.join(". ");
  }

  /** Shows an example, which has no verdict and no address. */
  #exemplify() {
    this.dataset.result = "example";
    this.#verdict?.replaceWith(label(this, "example"));
    place(this, "peek").replaceChildren();
    if (location.hash.startsWith("#?")) history.replaceState(history.state, "", location.pathname + location.search);
  }

  /**
   * Takes the verdict away: the answer on the page is not, or not yet, to the form as it is.
   * @param {string} result what the answer on the page is now
   * @param {string} name of the label in the bar
   */
  #withdraw(result, name) {
    this.dataset.result = result;
    this.#verdict?.replaceWith(label(this, "previous"));
    place(this, "peek").replaceChildren(label(this, name));
    place(this, "live").textContent = "";
  }

  get #verdict() {
    return place(this, "answer").querySelector("[data-verdict]");
  }

  /** @param {string} name of a state @param {boolean} submitted whether the reader expects to be taken to the answer */
  #fail(name, submitted) {
    this.#withdraw("outdated", "none");
    this.#settle(name);
    if (submitted) place(this, "status").focus();
  }

  /** @param {string} name of a state */
  #settle(name) {
    this.#forget();
    place(this, "answer").removeAttribute("aria-busy");
    state(this, name);
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
    if (button.type === "reset") setTimeout(() => this.#again()); // when the form is as it was
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
    this.#missed = [];
    this.#touched = true;
    this.#changed(false);
  }

  #cancel() {
    this.#asked += 1;
    this.#withdraw("outdated", "none");
    this.#settle("");
  }

  #retry() {
    engine.stop();
    this.#ask(false);
  }

  /** Fills the form from the address (`#?…`): it stays in the browser, no server sees it. */
  #restore() {
    if (!location.hash.startsWith("#?") || location.hash === this.#address) return;
    this.#address = location.hash;
    const told = linked(location.hash.slice(2));
    this.#form.reset();
    for (const name of new Set(told.keys())) fill(this.#form, name, told.getAll(name));
    this.#missed = missed(this.#form, told);
    this.#touched = [...told].length > 0;
    this.#changed(false);
  }
}

/** Whether keys bring a number bit by bit; a button that steps one is no key. */
const typed = (/** @type {Event} */ event) =>
  event.isTrusted && event.target instanceof HTMLInputElement && event.target.type === "text";

/** @param {Element} host @param {string} name @returns {Node} a neutral label, in place of a verdict */
const label = (host, name) => {
  const words = /** @type {HTMLTemplateElement} */ (host.querySelector(`template[data-label="${name}"]`));
  return words.content.cloneNode(true);
};

/** @returns {string} the state after Python did not answer */
const failure = () => (navigator.onLine ? "failed" : "offline");

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
