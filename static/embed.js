// Knows the widget: when a question is asked, where its answer comes from, and which state shows in between.
// Must never know a question, a sentence for the reader, or a number of the guidance.

import { dress, looks } from "./appearance.js";
import { Controls } from "./controls.js";
import { engine } from "./engine.js";
import { forget, offer, take } from "./export.js";
import { Frame } from "./frame.js";
import { saves, slow } from "./network.js";
import {
  addressed,
  alone,
  card,
  close,
  focus,
  known,
  link,
  make_worker,
  pack,
  place,
  start,
  texts,
  visit,
} from "./places.js";
import { prepare, told } from "./told.js";

const PAUSE = 150; // ms without a change before the question is asked
const BRIEF = 300; // ms until the reader sees that something is being worked out
const LONELY = 1000; // ms until a frame asks without what its page wants
const SLOW = 5000; // ms until the reader is told that it takes longer
const SHOWN = 40; // characters of a value that could not be used
const WAITS = ["loading", "slow"]; // the states that another follows by itself
const SCHEMA = 1; // of what a page is told about an answer

/** @typedef {import("./frame.js").Told} Told */

const controls = new Controls(place("form"));
const base = card.dataset.base ?? "";
const glances = pack("glance");

class Widget {
  #asked = 0;
  /** The question that was asked last; none before the first. @type {string | undefined} */
  #query;
  #begun = false; // have the questions: the first has its answer, or a state
  #answered = false; // is the question that was asked last
  #willing = false; // to fetch Python: once the reader has said so
  #running = false; // is Python, since it has answered
  #pause = 0;
  /** @type {number[]} */
  #timers = [];
  /** @type {Told} */
  #config = {};
  /** @type {Promise<void>} */
  #settled = Promise.resolve();
  #frame = new Frame(
    {
      set: (config) => this.#safely(() => this.#set(config)),
      reset: () => this.#safely(() => this.#reset()),
      focus,
      result: () => this.#result(),
    },
    card.dataset.version ?? "",
  );

  constructor() {
    engine.configure({ manifest: new URL(card.dataset.manifest ?? "", document.baseURI).href, make_worker });
    card.addEventListener("input", ({ target }) =>
      this.#safely(() => this.#changed(target instanceof HTMLInputElement ? target.type : "")),
    );
    card.addEventListener("click", (event) => this.#click(event));
    for (const touch of ["focusin", "pointerdown"])
      card.addEventListener(touch, () => this.#frame.heard && prepare(), { once: true });
    card.addEventListener("keydown", (event) => event.key === "Escape" && close());
    // A browser may give back what was ticked on an earlier visit, some of them after the page has loaded.
    for (const late of ["load", "pageshow"])
      addEventListener(late, () => this.#frame.awaited || this.#safely(() => this.#ask()));
    this.#safely(() => this.#set(addressed()));
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
    this.#forget();
    this.#answered = false;
    this.#query = undefined; // the same question may be asked again
    this.#state("failed");
    this.#frame.tell("error", { code: "internal", message: "frame" });
  }

  // What the page around wants

  /** @param {Told} config all of it: what is not in it any more goes back to its default */
  #set(config) {
    const names = new Set([...Object.keys(this.#config), ...Object.keys(config)]);
    const changed = [...names].filter((name) => `${texts(config[name])}` !== `${texts(this.#config[name])}`);
    this.#config = config;
    for (const name of changed) this.#apply(name, texts(config[name]));
    place("heard").hidden = !this.#frame.heard;
    offer(this.#frame.heard);
    const due = this.#query === undefined || changed.some((name) => controls.has(name));
    if (due && !this.#frame.awaited) this.#ask();
  }

  /** @param {string} name @param {string[]} told */
  #apply(name, told) {
    const bad = looks(name) ? told.slice(0, 1).filter((text) => !dress(name, text)) : controls.set(name, told);
    if (looks(name) && told.length === 0) dress(name, "");
    if (bad.length && (looks(name) || controls.has(name)))
      this.#frame.tell("error", { code: "unsupported", message: `${name}=${(bad[0] ?? "").slice(0, SHOWN)}` });
  }

  #reset() {
    controls.clear();
    for (const name of Object.keys(this.#config)) if (controls.has(name)) controls.set(name, texts(this.#config[name]));
    this.#ask();
  }

  /** @returns {Promise<Told>} what a program is told of the answer that shows */
  async #result() {
    await this.#settled;
    return this.#said();
  }

  /** @returns {Promise<Told>} */
  async #said() {
    const query = this.#query ?? "";
    const found =
      !this.#answered || place("answer").hidden
        ? undefined
        : await told(controls.entries(), base, this.#running).catch(() => undefined);
    return { schema: SCHEMA, query, ...(found ?? { outcome: null }) };
  }

  // Asking

  /** @param {string} type of the control; more may follow where somebody types or slides */
  #changed(type) {
    controls.sync();
    clearTimeout(this.#pause);
    this.#busy(true);
    if (type === "text" || type === "range") this.#pause = setTimeout(() => this.#safely(() => this.#ask()), PAUSE);
    else this.#ask();
  }

  #ask() {
    controls.sync();
    const told = controls.entries();
    const query = new URLSearchParams(told).toString();
    if (query === this.#query) {
      this.#busy(!this.#answered);
      return;
    }
    this.#query = query;
    link(query);
    forget();
    if (this.#begun) this.#frame.tell("change", { query });
    this.#settled = this.#find(told).then(() => {
      this.#begun = true;
    });
  }

  /** @param {boolean} busy whether what shows is not the answer to the form as it stands */
  #busy(busy) {
    if (busy) place("answer").setAttribute("aria-busy", "true");
    else place("answer").removeAttribute("aria-busy");
  }

  /** @param {import("./controls.js").Entries} told */
  async #find(told) {
    this.#asked += 1;
    const mine = this.#asked;
    try {
      await this.#answer(told, mine);
    } catch (error) {
      if (mine === this.#asked) this.#break(error);
    }
  }

  /** What came with the page shows at once, whatever the network does. @param {import("./controls.js").Entries} told @param {number} mine */
  async #answer(told, mine) {
    this.#answered = false;
    const here = known(told);
    const grave = alone(told)?.innerHTML;
    if (here ?? grave) this.#show(here ?? grave ?? "");
    else this.#wait();
    if (here) return;
    const html = await glances.look_up(told, base);
    if (mine !== this.#asked) return;
    if (html !== undefined) this.#show(html);
    else await this.#otherwise(grave !== undefined, mine);
  }

  /** The reader waits for an answer, and hears of it when it takes longer than that. */
  #wait() {
    this.#forget();
    this.#busy(true);
    for (const [ms, state] of /** @type {const} */ ([
      [BRIEF, "loading"],
      [SLOW, "slow"],
    ]))
      this.#timers.push(setTimeout(() => this.#state(state), ms));
  }

  /** @param {boolean} grave whether an answer shows already that needs no others beside it @param {number} mine */
  async #otherwise(grave, mine) {
    if (grave) {
      const light = saves || slow; // then nothing large comes unless the reader has said so
      if (this.#willing || !light) this.#work(mine, false); // the exact answer follows, and nobody need wait for it
    } else if (this.#willing) await this.#work(mine, true);
    else this.#state(navigator.onLine ? "ask" : "failed");
  }

  /** @param {number} mine @param {boolean} aloud whether the reader waits for it */
  async #work(mine, aloud) {
    if (aloud) this.#wait();
    try {
      const html = await engine.call("glance", this.#query ?? "", base);
      this.#running = true;
      if (mine === this.#asked) this.#show(String(html));
    } catch (error) {
      if (mine !== this.#asked || !aloud) return;
      this.#state("failed");
      this.#fail(error);
    }
  }

  /** @param {unknown} error of Python, which the page around hears of too */
  #fail(error) {
    this.#forget();
    const late = error instanceof Error && error.message === "late";
    this.#frame.tell("error", { code: late ? "timeout" : "internal", message: "python" });
  }

  #forget() {
    for (const timer of this.#timers.splice(0)) clearTimeout(timer);
  }

  // Answering

  /** @param {string} html */
  #show(html) {
    this.#answered = true;
    this.#state("");
    this.#busy(false);
    place("answer").innerHTML = html;
    place("live").textContent = place("headline").textContent;
    const reply = place("reply");
    if (reply.scrollHeight > reply.clientHeight + 1) reply.tabIndex = 0;
    else reply.removeAttribute("tabindex");
    if (this.#frame.heard && this.#begun) this.#announce(); // the page around hears of the first when it has taken the line
  }

  async #announce() {
    const result = await this.#said();
    if (result.query === this.#query && result.outcome !== null) this.#frame.tell("result", result);
  }

  /** @param {string} name of a template with the words of a state; none for the answer alone */
  #state(name) {
    if (!WAITS.includes(name)) this.#forget();
    const words = /** @type {HTMLTemplateElement | null} */ (card.querySelector(`template[data-state="${name}"]`));
    place("status").replaceChildren(...(words ? [words.content.cloneNode(true)] : []));
    place("answer").hidden = words !== null; // it is the answer to another question
    if (words && "aloud" in words.dataset) place("live").textContent = place("status").textContent;
    link(this.#query ?? "");
    start();
  }

  // The reader's hand

  /** @param {Event} event */
  #click(event) {
    const at = /** @type {HTMLElement} */ (event.target);
    const way = /** @type {HTMLAnchorElement | null} */ (at.closest("a"));
    if (way && "problem" in way.dataset) visit(event, way);
    else if (way && this.#frame.follow(way.href)) event.preventDefault();
    if (at.closest("[data-go]")) this.#go();
    const format = /** @type {HTMLElement | null} */ (at.closest("[data-file]"))?.dataset.file;
    if (format) this.#save(format);
  }

  /** @param {string} format */
  async #save(format) {
    this.#willing = true; // the reader has asked for what Python alone can make
    try {
      const filename = await take(this.#query ?? "", format);
      this.#running = true;
      if (filename) this.#frame.tell("export", { format, filename });
    } catch (error) {
      this.#fail(error);
    }
  }

  #go() {
    this.#willing = true;
    this.#settled = this.#find(controls.entries()); // what could not be fetched before may come now, without Python
  }
}

new Widget();
