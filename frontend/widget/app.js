// The widget in its frame: when a query is asked, where its answer comes from, and which state shows meanwhile.

import { engine } from "../python/client.js";
import { intendedName, resembles } from "../shared/spelling.js";
import { saveData, slow } from "../site/connection.js";
import { answerJson, prefetchEmbedded } from "./answer-json.js";
import { Controls } from "./controls.js";
import { clearNote, download, showButtons } from "./downloads.js";
import { conclusiveAnswer, embeddedAnswer, instructions, pack } from "./embedded-answers.js";
import { HostChannel } from "./host-channel.js";
import {
  card,
  closePanels,
  exampleLabel,
  focusFirst,
  focusQuestion,
  linkFullPage,
  makeWorker,
  paramsFromAddress,
  start,
  toTexts,
  widgetPart,
} from "./page.js";
import { applyTheme, isThemeAttribute, THEME_ATTRIBUTES } from "./theme.js";

const DEBOUNCE = 150; // ms after the last change before a request
const BUSY_AFTER = 300; // ms until the busy state
const LONELY = 1000; // ms until a frame asks without what its page wants
const SLOW = 5000; // ms until the `slow` state
const MAX_SHOWN = 40; // characters of a rejected value in an error event
const WAITS = ["loading", "slow"]; // the states that another follows by itself
const SCHEMA = 1; // version of the result's JSON

/** @typedef {import("./host-channel.js").Message} Message */

const controls = new Controls(widgetPart("form"));
const base = card.dataset.base ?? "";
const summaries = pack("render_summary");

class WidgetApp {
  #requestNumber = 0;
  /** The question that was asked last; none before the first. @type {string | undefined} */
  #query;
  #begun = false; // have the questions: the first has its answer, or a state
  #touched = false; // has the reader done something with the form
  #example = true; // has nobody answered anything yet, so that the answer is an example without a verdict
  #completed = false; // has an answer shown since then
  #answered = false; // is the question that was asked last
  #pythonAllowed = false; // the reader agreed to download Python
  #pythonReady = false; // Python has answered at least once
  #debounce = 0;
  /** @type {number[]} */
  #timers = [];
  /** @type {Message} */
  #config = {};
  /** Answers about warning signs and health that no control takes, by the name in the configuration. @type {Map<string, import("./controls.js").Entries>} */
  #misspelt = new Map();
  /** @type {Promise<void>} */
  #pending = Promise.resolve();
  #host = new HostChannel(
    {
      set: (config) => this.#safely(() => this.#set(config)),
      reset: () => this.#safely(() => this.#reset()),
      focus: focusFirst,
      result: () => this.#result(),
    },
    card.dataset.version ?? "",
  );

  constructor() {
    engine.configure({ manifest: new URL(card.dataset.manifest ?? "", document.baseURI).href, makeWorker });
    card.addEventListener("input", ({ target }) => {
      this.#example = false;
      this.#safely(() => this.#onChange(target instanceof HTMLInputElement ? target.type : ""));
    });
    card.addEventListener("click", (event) => this.#onClick(event));
    for (const touch of ["input", "click"]) widgetPart("form").addEventListener(touch, () => this.#onTouch());
    for (const touch of ["focusin", "pointerdown"])
      card.addEventListener(touch, () => this.#host.connected && prefetchEmbedded(), { once: true });
    card.addEventListener("keydown", (event) => event.key === "Escape" && closePanels());
    // A browser may give back what was ticked on an earlier visit, some of them after the page has loaded.
    for (const late of ["load", "pageshow"])
      addEventListener(late, () => this.#host.awaited || this.#safely(() => this.#ask()));
    this.#safely(() => this.#set(paramsFromAddress()));
    setTimeout(() => this.#safely(() => this.#ask()), LONELY); // whatever the page around does
  }

  /** No error leaves an answer that may not belong to the form. @param {() => void} work */
  #safely(work) {
    try {
      work();
    } catch (error) {
      this.#break(error);
    }
  }

  /** @param {unknown} error */
  #break(error) {
    console.error(error);
    this.#clearTimers();
    this.#answered = false;
    this.#query = undefined; // the same question may be asked again
    this.#showState("failed");
    this.#host.post("error", { code: "internal", message: "frame" });
  }

  // Commands of the host page

  /** @param {Message} config the whole configuration: missing fields go back to their defaults */
  #set(config) {
    const names = new Set([...Object.keys(this.#config), ...Object.keys(config)]);
    const changed = [...names].filter((name) => `${toTexts(config[name])}` !== `${toTexts(this.#config[name])}`);
    this.#config = config;
    const before = this.#misspelt.size;
    this.#example &&= !(this.#begun && changed.some((name) => controls.has(name))); // a page with a form of its own
    for (const name of changed) {
      this.#misspelt.delete(name);
      this.#apply(name, toTexts(config[name]));
    }
    widgetPart("host-can-read").hidden = !this.#host.connected;
    showButtons(this.#host.connected);
    const due =
      this.#query === undefined || changed.some((name) => controls.has(name)) || before + this.#misspelt.size > 0;
    if (due && !this.#host.awaited) this.#ask();
  }

  /** @param {string} name @param {string[]} values */
  #apply(name, values) {
    if (name === "hide" || name === "fix") this.#reject(name, controls.restrict(name, values));
    else if (isThemeAttribute(name))
      this.#reject(
        name,
        [values[0] ?? ""].filter((text) => !applyTheme(name, text)),
      );
    else if (controls.has(name)) {
      const rejected = controls.set(name, values);
      this.#reject(name, rejected);
      if (controls.alwaysAsked.has(name)) this.#addMisspelt(name, name, rejected);
    } else if (values.length) this.#correct(name, values);
  }

  /** No warning sign is lost through a slip: Python says what is wrong with it. @param {string} name @param {string} written @param {string[]} values */
  #addMisspelt(name, written, values) {
    const pairs = values.map((value) => /** @type {[string, string]} */ ([written, value.slice(0, MAX_SHOWN)]));
    if (pairs.length) this.#misspelt.set(name, pairs);
  }

  /** @returns {import("./controls.js").Entries} the form's answers, and those of the configuration that it cannot take */
  #entries() {
    return [...controls.entries(), ...[...this.#misspelt.values()].flat()];
  }

  /** @param {string} name of an attribute @param {string[]} values that it does not accept */
  #reject(name, values) {
    if (values.length)
      this.#host.post("error", { code: "unsupported", message: `${name}=${(values[0] ?? "").slice(0, MAX_SHOWN)}` });
  }

  /** Other programs may have attributes of their own; one that looks like ours is a slip. @param {string} name @param {string[]} values */
  #correct(name, values) {
    const written = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).slice(0, MAX_SHOWN);
    const sign = [...controls.alwaysAsked].find(([question, signs]) =>
      [name, ...values].some((text) => resembles(text, [question, ...signs])),
    )?.[0];
    if (sign) this.#addMisspelt(name, written, values);
    const own = [...THEME_ATTRIBUTES, "hide", "fix"];
    const intended = intendedName(name, [...own, ...controls.names]) ?? sign;
    if (intended === undefined) return;
    const prefix = this.#host.connected ? "data-" : "";
    const right = own.includes(intended) ? intended : `${prefix}${intended}`;
    this.#host.post("error", { code: "unsupported", message: `${prefix}${written}: write ${right}` });
  }

  #reset() {
    controls.clear();
    for (const name of Object.keys(this.#config))
      if (controls.has(name)) controls.set(name, toTexts(this.#config[name]));
    this.#ask();
  }

  /** @returns {Promise<Message>} the shown answer as JSON for the host page */
  async #result() {
    await this.#pending;
    return this.#currentResult();
  }

  /** @returns {Promise<Message>} */
  async #currentResult() {
    const query = this.#query ?? "";
    const json =
      !this.#answered || widgetPart("answer").hidden
        ? undefined
        : await answerJson([...new URLSearchParams(query)], base, this.#pythonReady).catch(() => undefined);
    return { schema: SCHEMA, query, ...(json ?? { outcome: null }) };
  }

  // Asking

  /** @param {string} type of the control; typing and sliding send several events */
  #onChange(type) {
    controls.sync();
    clearTimeout(this.#debounce);
    this.#busy(true);
    if (type === "text" || type === "range")
      this.#debounce = setTimeout(() => this.#safely(() => this.#ask()), DEBOUNCE);
    else this.#ask();
  }

  #ask() {
    controls.sync();
    const entries = this.#entries();
    const query = new URLSearchParams(entries).toString();
    if (query === this.#query) {
      this.#busy(!this.#answered);
      return;
    }
    const given = (/** @type {[string, string]} */ [name]) => !(name in this.#config) || controls.alwaysAsked.has(name);
    this.#example &&= !entries.some(given); // not what the page around has answered, but what a browser gives back
    this.#query = query;
    linkFullPage(query);
    clearNote();
    if (this.#begun) this.#host.post("change", { query });
    this.#pending = this.#findAnswer(entries).then(() => {
      this.#begun = true;
    });
  }

  /** @param {boolean} busy whether what shows is not the answer to the form as it stands */
  #busy(busy) {
    if (busy) widgetPart("answer").setAttribute("aria-busy", "true");
    else widgetPart("answer").removeAttribute("aria-busy");
  }

  /** @param {import("./controls.js").Entries} entries */
  async #findAnswer(entries) {
    this.#requestNumber += 1;
    const request = this.#requestNumber;
    try {
      await this.#answer(entries, request);
    } catch (error) {
      if (request === this.#requestNumber) this.#break(error);
    }
  }

  /** What came with the page shows at once, whatever the network does. @param {import("./controls.js").Entries} answerJson @param {number} request */
  async #answer(answerJson, request) {
    this.#answered = false;
    const here = embeddedAnswer(answerJson);
    const conclusive = conclusiveAnswer(answerJson)?.innerHTML;
    if (here ?? conclusive) this.#renderAnswer(here ?? conclusive ?? "");
    else this.#wait();
    if (here) return;
    const html = await summaries.lookUp(answerJson, base);
    if (request !== this.#requestNumber) return;
    if (html !== undefined) this.#renderAnswer(html);
    else await this.#fallBack(conclusive !== undefined, request);
  }

  /** The reader waits for an answer, and hears of it when it takes longer than that. No session is left beside a warning sign. */
  #wait() {
    this.#clearTimers();
    this.#busy(true);
    if (instructions(this.#entries()).length) this.#showState("loading");
    for (const [ms, state] of /** @type {const} */ ([
      [BUSY_AFTER, "loading"],
      [SLOW, "slow"],
    ]))
      this.#timers.push(setTimeout(() => this.#showState(state), ms));
  }

  /** @param {boolean} conclusive whether an answer shows already that needs no others beside it @param {number} request */
  async #fallBack(conclusive, request) {
    if (conclusive) {
      const dataLimited = saveData || slow; // then nothing large is downloaded without consent
      if (this.#pythonAllowed || !dataLimited) this.#askPython(request, false); // the exact answer follows in the background
    } else if (this.#pythonAllowed) await this.#askPython(request, true);
    else this.#showState(navigator.onLine ? "ask" : "failed");
  }

  /** @param {number} request @param {boolean} waiting whether the reader waits for the answer, so that states show */
  async #askPython(request, waiting) {
    if (waiting) this.#wait();
    try {
      const html = await engine.call("render_summary", this.#query ?? "", base);
      this.#pythonReady = true;
      if (request === this.#requestNumber) this.#renderAnswer(String(html));
    } catch (error) {
      if (request !== this.#requestNumber || !waiting) return;
      this.#showState("failed");
      this.#fail(error);
    }
  }

  /** @param {unknown} error of Python, which is also reported to the host page */
  #fail(error) {
    this.#clearTimers();
    const late = error instanceof Error && error.message === "late";
    this.#host.post("error", { code: late ? "timeout" : "internal", message: "python" });
  }

  #clearTimers() {
    for (const timer of this.#timers.splice(0)) clearTimeout(timer);
  }

  // Answering

  /** @param {string} html */
  #renderAnswer(html) {
    this.#answered = true;
    this.#showState("");
    this.#busy(false);
    widgetPart("answer").innerHTML = html;
    card.toggleAttribute("data-example", this.#example);
    if (this.#example) widgetPart("verdict")?.replaceWith(exampleLabel());
    widgetPart("live").textContent = widgetPart("headline").textContent;
    const area = widgetPart("answer-area");
    if (area.scrollHeight > area.clientHeight + 1) area.tabIndex = 0;
    else area.removeAttribute("tabindex");
    if (this.#host.connected && this.#begun) this.#announce(); // the page around hears of the first when it has taken the line
  }

  async #announce() {
    const result = await this.#currentResult();
    if (result.query !== this.#query || result.outcome === null) return;
    this.#host.post("result", result);
    if (this.#touched && !this.#completed) {
      this.#completed = true;
      this.#host.post("complete");
    }
  }

  /** @param {string} name of a state template; empty for the answer */
  #showState(name) {
    if (!WAITS.includes(name)) this.#clearTimers();
    const template = /** @type {HTMLTemplateElement | null} */ (card.querySelector(`template[data-state="${name}"]`));
    const advice = template ? instructions(this.#entries()) : [];
    widgetPart("status").replaceChildren(...advice, ...(template ? [template.content.cloneNode(true)] : []));
    widgetPart("answer").hidden = template !== null; // the shown answer belongs to an earlier query
    if (template && ("announce" in template.dataset || advice.length))
      widgetPart("live").textContent = widgetPart("status").textContent;
    linkFullPage(this.#query ?? "");
    start();
  }

  // Clicks

  /** The first time that the reader does something with the form. Neither this nor what follows names an answer. */
  #onTouch() {
    if (!this.#touched) this.#host.post("start");
    this.#touched = true;
  }

  /** @param {Event} event */
  #onClick(event) {
    const at = /** @type {HTMLElement} */ (event.target);
    const anchor = /** @type {HTMLAnchorElement | null} */ (at.closest("a"));
    if (anchor && "problem" in anchor.dataset) focusQuestion(event, anchor);
    else if (anchor) {
      if (anchor.protocol.startsWith("http")) this.#host.post("link", { url: anchor.origin + anchor.pathname });
      if (this.#host.follow(anchor.href)) event.preventDefault();
    }
    if (at.closest("[data-start-python]")) this.#startPython();
    const format = /** @type {HTMLElement | null} */ (at.closest("[data-file]"))?.dataset.file;
    if (format) this.#download(format);
  }

  /** @param {string} format */
  async #download(format) {
    this.#pythonAllowed = true; // a download needs Python, so this click is consent
    try {
      const filename = await download(this.#query ?? "", format);
      this.#pythonReady = true;
      if (filename) this.#host.post("export", { format, filename });
    } catch (error) {
      this.#fail(error);
    }
  }

  #startPython() {
    this.#pythonAllowed = true;
    this.#pending = this.#findAnswer(this.#entries()); // prebuilt files are tried again first
  }
}

new WidgetApp();
