// The calculator on a page: when a query is asked, where its answer comes from, and which state shows meanwhile.
//
// A prebuilt answer is shown if there is one; Python answers all other queries.

import { engine } from "../python/client.js";
import { byData, focusAnswer, onceNear } from "../shared/dom.js";
import { adoptAnswers, carryAnswers, updateHash } from "../shared/permalink.js";
import { Pack } from "../shared/prebuilt-answers.js";
import { showState } from "../shared/status.js";
import { saveData, whenIdle, whenIdleAndFast, whenLoadedAndIdle } from "../site/connection.js";
import { cacheFiles } from "../site/register-service-worker.js";
import { changed, entries, fill, linked, mark, names, showIcons, step, sync, target, unmatched } from "./form.js";

const DEBOUNCE = 300; // ms after the last key before a request, and ms before the busy state
const SLOW = 4000; // ms until the `slow` state
const TIMEOUT = 25_000; // ms until the `failed` state; a late answer still replaces it
const UP_TO_DATE = ["current", "example"]; // results that belong to the form as it is

class LegDayCalculator extends HTMLElement {
  #requestNumber = 0;
  /** @type {number[]} */
  #timers = [];
  #debounce = 0;
  #saveData = saveData;
  #prebuiltAnswers = new Pack({}, "");
  #lastHash = ""; // hash of the last answer: going back to it changes nothing
  #query = ""; // of the last question
  /** @type {[string, string][]} */
  #before = []; // what the form said before it was begun anew
  #brief = ""; // the session in the bar
  #landing = false; // whether a link brought the reader here for its answer
  #touched = false; // whether the reader has answered anything: until then there is an example, and no verdict
  /** @type {[string, string][]} */
  #unmatched = []; // answers of a link that fit no control
  #reported = false; // whether the answer on the page has taken the unmatched ones into account
  /** @type {AbortController | undefined} */
  #listeners;

  connectedCallback() {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    this.addEventListener("submit", (event) => this.#onSubmit(event), { signal });
    this.addEventListener("input", (event) => this.#onInput(event), { signal });
    this.addEventListener("restored", () => this.#onChange(false), { signal });
    this.addEventListener("click", (event) => this.#onClick(event), { signal });
    this.addEventListener("toggle", (event) => showIcons(event.target), { signal, capture: true });
    addEventListener("hashchange", () => this.#restoreFromHash(), { signal });
    addEventListener("pageshow", () => this.#check(), { signal });
    engine.configure({ manifest: new URL(this.dataset.manifest ?? "", document.baseURI).href });
    this.#prebuiltAnswers = Pack.fromElement(this);
    for (const intent of ["focusin", "pointerdown", "pointerover"]) {
      this.addEventListener(intent, () => saveData || whenIdle(() => this.#prefetchLikely()), { signal, once: true });
    }
    this.#sync();
    adoptAnswers(names(this.#form));
    this.#landing = opened && isNarrow() && location.hash.startsWith("#?");
    opened = false;
    this.#restoreFromHash();
    this.#check();
    observeAnswer(this, signal);
    onceNear(this, () => whenIdleAndFast(() => this.#prefetch()), signal);
    if (!saveData) whenLoadedAndIdle(() => engine.startIfCached().catch(() => {})); // rejects where the Cache API is unavailable
  }

  disconnectedCallback() {
    this.#listeners?.abort();
    this.#requestNumber += 1;
    this.#clearTimers();
  }

  /** Fetch what any request may need, but not Python. */
  #prefetch() {
    this.#prebuiltAnswers.prefetchFirst().then(() => cacheFiles(this.#prebuiltAnswers.used));
    if (!this.#pythonBlocked) engine.createWorker();
  }

  /** Fetch what the form's present answers most likely need next. */
  #prefetchLikely() {
    if (this.isConnected) this.#prebuiltAnswers.prefetch(entries(this.#form));
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  // Asking

  /** @param {Event} event */
  #onSubmit(event) {
    event.preventDefault();
    this.#saveData = false;
    this.#touched = true;
    this.#ask(true);
  }

  /** @param {Event} event from a control */
  #onInput(event) {
    this.#dropUnmatched(/** @type {Element} */ (event.target));
    this.#touched = true;
    byData(this, "undo").hidden = true;
    this.#onChange(isTyping(event));
  }

  /**
   * Drops the answers of a link that fit no control, once the reader has seen what is wrong with them. A question that has such an
   * answer keeps it until the reader touches that question: no warning sign is lost by a change somewhere else.
   * @param {Element} touched a control
   */
  #dropUnmatched(touched) {
    if (!this.#reported) return;
    const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (this.querySelectorAll("[data-answer] a[data-problem]"));
    const open = [...links].flatMap((link) => {
      const question = target(this.#form, link)?.closest("[data-question]");
      if (!question || question.contains(touched)) return [];
      const names = [...question.querySelectorAll("[name]")].map((control) => control.getAttribute("name"));
      return [link.dataset.problem, ...names];
    });
    this.#unmatched = this.#unmatched.filter(([name]) => open.includes(name));
  }

  /** Begins anew: the form says again what the page did at first, and nobody has answered it. */
  #again() {
    this.#unmatched = [];
    this.#touched = false;
    this.#onChange(false);
    byData(this, "undo").hidden = !this.#before.length;
    this.#toAnswers();
  }

  /** Takes back the beginning anew. */
  #undo() {
    refill(this.#form, new URLSearchParams(this.#before));
    byData(this, "undo").hidden = true;
    this.#touched = true;
    this.#onChange(false);
  }

  /** Leads to the first question. */
  #toAnswers() {
    const first = /** @type {HTMLElement | null} */ (this.#form.querySelector("summary, input"));
    first?.focus({ preventScroll: true });
    this.#form.scrollIntoView({ block: "start" });
  }

  /** Asks what the form says if that was not asked: a browser restores a form after Back, and while the script is on its way. */
  #check() {
    if (this.#requestNumber ? this.#query === this.#said : !changed(this.#form)) return;
    this.#touched = true;
    this.#onChange(false);
  }

  /** What the form says, as a query. */
  get #said() {
    return new URLSearchParams(entries(this.#form)).toString();
  }

  /** @param {boolean} typing whether more keys may follow; a choice is requested at once */
  #onChange(typing) {
    this.#sync();
    this.#withdraw("waiting", "working");
    clearTimeout(this.#debounce);
    if (typing) this.#debounce = setTimeout(() => this.#ask(false), DEBOUNCE);
    else this.#ask(false);
  }

  #sync() {
    this.dispatchEvent(new Event("answers-changed"));
    sync(this.#form);
  }

  /** @param {boolean} submitted whether the reader pressed the button, and so expects to be taken to the answer */
  async #ask(submitted) {
    this.#clearTimers();
    this.#requestNumber += 1;
    const request = this.#requestNumber;
    this.#query = this.#said;
    this.#showBusy(submitted);
    const answers = [...entries(this.#form), ...this.#unmatched];
    const prebuilt = await this.#prebuiltAnswers.lookUp(answers, this.#base);
    if (request !== this.#requestNumber) return;
    if (prebuilt !== undefined) this.#showPrebuilt(prebuilt, submitted);
    else if (this.#pythonBlocked) this.#fail(this.#pythonBlocked, submitted);
    else await this.#askPython(request, new URLSearchParams(answers).toString(), submitted);
  }

  /** Name of the state that explains why Python is not started; empty if it may start. */
  get #pythonBlocked() {
    if (typeof WebAssembly === "undefined") return "unsupported";
    return this.#saveData ? "saver" : "";
  }

  get #base() {
    return this.dataset.base ?? "";
  }

  /** Show a prebuilt answer, and start Python for the next query, which may not be prebuilt. */
  #showPrebuilt(/** @type {string} */ html, /** @type {boolean} */ submitted) {
    this.#renderAnswer(html, submitted);
    cacheFiles(this.#prebuiltAnswers.used);
    if (!this.#pythonBlocked) whenIdleAndFast(() => engine.start());
  }

  /** @param {number} request @param {string} query @param {boolean} submitted */
  async #askPython(request, query, submitted) {
    try {
      const html = await engine.ask(query, this.#base);
      if (request === this.#requestNumber) this.#renderAnswer(html, submitted);
    } catch {
      if (request === this.#requestNumber) this.#fail(failure(), submitted);
    }
  }

  /** @param {boolean} submitted */
  #showBusy(submitted) {
    this.#withdraw("waiting", "working");
    byData(this, "answer").setAttribute("aria-busy", "true");
    const after = (/** @type {number} */ ms, /** @type {() => void} */ then) => this.#timers.push(setTimeout(then, ms));
    after(DEBOUNCE, () => showState(this, "loading"));
    after(SLOW, () => showState(this, "slow"));
    after(TIMEOUT, () => this.#fail(failure(), submitted));
  }

  #clearTimers() {
    clearTimeout(this.#debounce);
    for (const timer of this.#timers.splice(0)) clearTimeout(timer);
  }

  // Answering

  /** @param {string} html @param {boolean} submitted */
  #renderAnswer(html, submitted) {
    this.#finish("");
    this.#reported = true;
    replaceAnswer(byData(this, "answer"), html);
    mark(this.#form, this.querySelectorAll("a[data-problem]"));
    if (this.#touched) this.#conclude();
    else this.#exemplify();
    this.#lastHash = location.hash;
    if (submitted || this.#landing) focusAnswer(this);
    this.#landing = false;
  }

  /** Shows the verdict: the answer is to the form as it is, and the reader's own. */
  #conclude() {
    this.dataset.result = "current";
    byData(this, "example")?.remove();
    updateHash(this);
    const verdict = this.#verdict;
    byData(this, "preview").replaceChildren(...(verdict ? [verdict.cloneNode(true)] : []));
    this.#showBrief(this.querySelector("[data-session-brief]")?.textContent ?? "");
    carryAnswers(this);
    const spoken = [verdict, byData(this, "headline")].flatMap((one) => one?.textContent?.trim() || []);
    byData(this, "live").textContent = spoken.join(". ");
  }

  /** Shows the session in the bar, and for a moment that it is another than before. @param {string} brief */
  #showBrief(brief) {
    const preview = byData(this, "session-preview");
    preview.textContent = brief;
    if (this.#brief && this.#brief !== brief) {
      preview.classList.remove("is-changed");
      requestAnimationFrame(() => preview.classList.add("is-changed"));
    }
    this.#brief = brief;
  }

  /** Shows an example, which has no verdict and no address. */
  #exemplify() {
    this.dataset.result = "example";
    this.#verdict?.replaceWith(label(this, "example"));
    byData(this, "preview").replaceChildren();
    byData(this, "session-preview").textContent = "";
    if (location.hash.startsWith("#?")) history.replaceState(history.state, "", location.pathname + location.search);
    carryAnswers(this);
  }

  /**
   * Takes the verdict away: the answer on the page is not, or not yet, to the form as it is.
   * @param {string} result what the answer on the page is now
   * @param {string} name of the label in the bar
   */
  #withdraw(result, name) {
    this.dataset.result = result;
    this.#verdict?.replaceWith(label(this, "previous"));
    byData(this, "preview").replaceChildren(label(this, name));
    byData(this, "session-preview").textContent = "";
    byData(this, "live").textContent = "";
  }

  get #verdict() {
    return byData(this, "answer").querySelector("[data-verdict]");
  }

  /** @param {string} name of a state @param {boolean} submitted whether the reader expects to be taken to the answer */
  #fail(name, submitted) {
    this.#withdraw("outdated", "none");
    this.#finish(name);
    if (submitted) byData(this, "status").focus();
  }

  /** @param {string} name of a state */
  #finish(name) {
    this.#clearTimers();
    byData(this, "answer").removeAttribute("aria-busy");
    showState(this, name);
  }

  // The buttons

  /** @param {Event} event */
  #onClick(event) {
    const at = /** @type {HTMLElement} */ (event.target);
    const link = /** @type {HTMLAnchorElement | null} */ (at.closest("a[data-problem]"));
    if (link) this.#focusQuestion(event, link);
    if (at.closest("[data-to-answers]")) {
      event.preventDefault();
      this.#toAnswers();
    }
    const button = at.closest("button");
    if (!button) return;
    if (button.dataset.step) step(button, Number(button.dataset.step));
    if (button.dataset.fill) this.#fill(button.dataset.fill, button.dataset.to ?? "");
    if (button.type === "reset") {
      this.#before = this.#touched ? entries(this.#form) : [];
      setTimeout(() => this.#again()); // when the form is as it was
    }
    if ("undo" in button.dataset) this.#undo();
    if ("startSession" in button.dataset) this.#startSession();
    if ("cancel" in button.dataset) this.#cancel();
    if ("retry" in button.dataset) this.#retry();
  }

  /** @param {Event} event @param {HTMLAnchorElement} link */
  #focusQuestion(event, link) {
    event.preventDefault();
    const control = target(this.#form, link);
    control?.closest("details")?.setAttribute("open", "");
    control?.focus();
  }

  /** @param {string} name @param {string} to */
  #fill(name, to) {
    fill(this.#form, name, [to]);
    const control = this.#form.querySelector(`[name="${name}"]`);
    if (control) this.#dropUnmatched(control);
    this.#touched = true;
    this.#onChange(false);
  }

  /** Load the session player, and start it with the session that shows, unless another answer is owed by then. */
  async #startSession() {
    const request = this.#requestNumber;
    const player = await import(new URL("./session-player.js", import.meta.url).href);
    if (request === this.#requestNumber && UP_TO_DATE.includes(this.dataset.result ?? "example")) player.start(this);
  }

  #cancel() {
    this.#requestNumber += 1;
    this.#withdraw("outdated", "none");
    this.#finish("");
  }

  #retry() {
    engine.abort();
    this.#ask(false);
  }

  /** Fill the form from the hash (`#?…`), which is not sent to a server. */
  #restoreFromHash() {
    adoptAnswers(names(this.#form));
    if (!location.hash.startsWith("#?") || location.hash === this.#lastHash) return;
    this.#lastHash = location.hash;
    const params = linked(location.hash.slice(2));
    refill(this.#form, params);
    this.#unmatched = unmatched(this.#form, params);
    this.#reported = false;
    this.#touched = [...params].length > 0;
    this.#onChange(false);
  }
}

/** Whether this page has just been opened by its address, and is neither restored nor reloaded. */
let opened = performance.getEntriesByType("navigation").every((entry) => "type" in entry && entry.type === "navigate");

/** Whether form and answer are one below the other, as the style has it. */
const isNarrow = () => !matchMedia("(min-width: 60em)").matches;

/** Mark whether the answer is what the reader sees, so that the bar leads back. @param {HTMLElement} host @param {AbortSignal} signal */
function observeAnswer(host, signal) {
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (entry) host.toggleAttribute("data-at-answer", entry.isIntersecting);
    },
    { rootMargin: "0px 0px -50%" },
  );
  observer.observe(byData(host, "answer"));
  signal.addEventListener("abort", () => observer.disconnect());
}

/** Fill the form with these answers, and with the defaults otherwise. @param {HTMLFormElement} form @param {URLSearchParams} params */
function refill(form, params) {
  form.reset();
  for (const name of new Set(params.keys())) fill(form, name, params.getAll(name));
}

/** Whether the reader types; a stepper button dispatches untrusted events. */
const isTyping = (/** @type {Event} */ event) =>
  event.isTrusted && event.target instanceof HTMLInputElement && event.target.type === "text";

/** @param {Element} host @param {string} name @returns {Node} a neutral label, in place of a verdict */
const label = (host, name) => {
  const words = /** @type {HTMLTemplateElement} */ (host.querySelector(`template[data-label="${name}"]`));
  return words.content.cloneNode(true);
};

/** @returns {string} the state after Python did not answer */
const failure = () => (navigator.onLine ? "failed" : "offline");

/** Replace the answer, and keep open disclosures and the focus. */
function replaceAnswer(/** @type {HTMLElement} */ answer, /** @type {string} */ html) {
  const focused = answer.contains(document.activeElement) ? document.activeElement?.id : "";
  const open = new Set([...answer.querySelectorAll("details[open]")].map(summaryTitle));
  const template = document.createElement("template"); // what is not on the page yet is changed at no cost
  template.innerHTML = html;
  for (const details of template.content.querySelectorAll("details")) details.open = open.has(summaryTitle(details));
  answer.replaceChildren(template.content);
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

/** @param {Element} details @returns {string} its title, without texts that change with the answer */
function summaryTitle(details) {
  return (details.querySelector(".disclosure__title") ?? details.querySelector("summary"))?.textContent ?? "";
}

if (!customElements.get("leg-day-calculator")) customElements.define("leg-day-calculator", LegDayCalculator);
