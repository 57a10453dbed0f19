// Knows protocol 1 between the frame and the page around it, and when a height is told.
// Must never know a question, what an answer says, or another program's words: those are in dialects.js.

import { Dialects } from "./dialects.js";

const PROTOCOL = 1; // a change that breaks gets the next number, and another address
const MOMENTS = [0, 100, 400, 1500]; // ms after the start: a hidden frame is never painted, and no observer fires there
const HIGHEST = 20_000; // px
const DIGITS = 36; // ten and the alphabet
const ELEMENT = /^#\?element\b/.test(location.hash); // whose private line is enough: no other program need hear of the height

/**
 * What the page around may do, by the private line alone.
 * @typedef {Record<string, unknown>} Told
 * @typedef {{ set: (config: Told) => void, reset: () => void, focus: () => void, result: () => Promise<Told> }} Inside
 */

export class Frame {
  #dialects = new Dialects();
  /** @type {MessagePort | undefined} */
  #port;
  #inside;
  #version;
  /** @type {Told[]} */
  #early = [];
  #height = 0;
  /** @type {Set<string>} */
  #warned = new Set();
  #due = false;

  /** @param {Inside} inside @param {string} version of the advice */
  constructor(inside, version) {
    this.#inside = inside;
    this.#version = version;
    if (parent === window) return;
    addEventListener("message", (event) => event.source === parent && this.#hear(event));
    addEventListener("load", () => this.#measure());
    new ResizeObserver(() => this.#measure()).observe(document.documentElement);
    const id = Math.random().toString(DIGITS).slice(2);
    parent.postMessage({ cardio: PROTOCOL, type: "hello", protocol: [PROTOCOL], id }, "*");
    this.#measure();
    for (const moment of MOMENTS) setTimeout(() => this.#measure(!this.#port), moment);
  }

  /** @returns {boolean} whether a page has taken the private line, and so can read what is told */
  get heard() {
    return this.#port !== undefined;
  }

  /** @returns {boolean} whether the element that made this frame has yet to say what it wants */
  get awaited() {
    return ELEMENT && parent !== window && !this.#port;
  }

  /** Tells the page around, if it holds the private line; a mistake of its own waits for that. @param {string} type @param {Told} told */
  tell(type, told = {}) {
    if (type === "error" && parent !== window) this.#warn(`${told.code}: ${told.message}`);
    if (this.#port) this.#port.postMessage({ ...told, cardio: PROTOCOL, type });
    else if (type === "error") this.#early.push(told);
  }

  /** Says a mistake once in the console, for whoever writes the page around. @param {string} mistake */
  #warn(mistake) {
    if (!this.#warned.has(mistake)) console.warn(mistake);
    this.#warned.add(mistake);
  }

  /** @param {string} address @returns {boolean} whether the page around was asked to open it */
  follow(address) {
    if (this.#dialects.wordpress) this.#dialects.follow(address);
    return this.#dialects.wordpress;
  }

  /** @param {MessageEvent} event from the page around */
  #hear({ data, ports }) {
    if (this.#port) return;
    if (data?.cardio === PROTOCOL && data.type === "init" && ports[0]) this.#take(ports[0], data.config);
    else if (this.#dialects.hear(data)) this.#again();
  }

  /** @param {MessagePort} port @param {unknown} config */
  #take(port, config) {
    this.#port = port;
    document.documentElement.dataset.fitted = "";
    port.onmessage = ({ data }) => data?.cardio === PROTOCOL && this.#obey(data);
    this.tell("ready", { protocol: PROTOCOL, version: this.#version });
    for (const told of this.#early) this.tell("error", told);
    this.#obey({ type: "set", config });
    this.#measure(true);
    this.#inside.result().then((result) => this.tell("result", result));
  }

  /** @param {{ type?: unknown, config?: unknown, id?: unknown }} order */
  async #obey({ type, config, id }) {
    if (type === "set" && config && typeof config === "object") this.#inside.set(/** @type {Told} */ (config));
    if (type === "reset") this.#inside.reset();
    if (type === "focus") this.#inside.focus();
    if (type === "get") this.tell("result", { ...(await this.#inside.result()), id });
  }

  /** Answers however many questions about the height with one word. */
  #again() {
    if (this.#due) return;
    this.#due = true;
    setTimeout(() => {
      this.#due = false;
      this.#measure(true);
    });
  }

  /** @param {boolean} again whether to tell the height that was told before, to a page that may not have listened */
  #measure(again = false) {
    const { height, width } = document.documentElement.getBoundingClientRect();
    const high = Math.min(Math.ceil(height), HIGHEST);
    if (high < 1 || (high === this.#height && !again)) return;
    this.#height = high;
    if (this.#port) this.tell("height", { height: high });
    else if (!ELEMENT) this.#dialects.tell(high, Math.ceil(width));
  }
}
