// Protocol 1 between the widget's frame and its host page: a MessagePort for commands and results, and the frame's height.

import { ResizeProtocols } from "./resize-protocols.js";

const PROTOCOL = 1; // a breaking change gets the next number and a new address
const MEASURE_DELAYS = [0, 100, 400, 1500]; // ms after the start: observers do not fire in a hidden frame
const MAX_HEIGHT = 20_000; // px
const DIGITS = 36; // ten and the alphabet
const ELEMENT = /^#\?element\b/.test(location.hash); // whose private line is enough: no other program need hear of the height

/**
 * Commands that the host page may send over the MessagePort.
 * @typedef {Record<string, unknown>} Message
 * @typedef {{ set: (config: Message) => void, reset: () => void, focus: () => void, result: () => Promise<Message> }} WidgetApi
 */

export class HostChannel {
  #resizeProtocols = new ResizeProtocols();
  /** @type {MessagePort | undefined} */
  #port;
  #widget;
  #version;
  /** @type {Message[]} */
  #queued = [];
  #height = 0;
  /** @type {Set<string>} */
  #warned = new Set();
  #pending = false;

  /** @param {WidgetApi} widget @param {string} version of the advice */
  constructor(widget, version) {
    this.#widget = widget;
    this.#version = version;
    if (parent === window) return;
    addEventListener("message", (event) => event.source === parent && this.#onMessage(event));
    addEventListener("load", () => this.#measure());
    new ResizeObserver(() => this.#measure()).observe(document.documentElement);
    const id = Math.random().toString(DIGITS).slice(2);
    parent.postMessage({ cardio: PROTOCOL, type: "hello", protocol: [PROTOCOL], id }, "*");
    this.#measure();
    for (const delay of MEASURE_DELAYS) setTimeout(() => this.#measure(), delay);
    // Once more, for a program that began to listen late.
    setTimeout(() => this.#port ?? this.#measure(true), Math.max(...MEASURE_DELAYS) + 1);
  }

  /** @returns {boolean} whether a host page is connected and can read messages */
  get connected() {
    return this.#port !== undefined;
  }

  /** @returns {boolean} whether the element that made this frame has yet to say what it wants */
  get awaited() {
    return ELEMENT && parent !== window && !this.#port;
  }

  /** Post to the host page over the MessagePort; errors raised earlier are queued. @param {string} type @param {Message} payload */
  post(type, payload = {}) {
    if (type === "error" && parent !== window) this.#warn(`${payload.code}: ${payload.message}`);
    if (this.#port) this.#port.postMessage({ ...payload, cardio: PROTOCOL, type });
    else if (type === "error") this.#queued.push(payload);
  }

  /** Warns once in the console about a mistake of the host page. @param {string} mistake */
  #warn(mistake) {
    if (!this.#warned.has(mistake)) console.warn(mistake);
    this.#warned.add(mistake);
  }

  /** @param {string} address @returns {boolean} whether the host page was asked to open it */
  follow(address) {
    if (this.#resizeProtocols.wordpress) this.#resizeProtocols.follow(address);
    return this.#resizeProtocols.wordpress;
  }

  /** @param {MessageEvent} event from the host page */
  #onMessage({ data, ports }) {
    if (this.#port) return;
    if (data?.cardio === PROTOCOL && data.type === "init" && ports[0]) this.#accept(ports[0], data.config);
    else if (this.#resizeProtocols.requestsHeight(data)) this.#measureSoon();
  }

  /** @param {MessagePort} port @param {unknown} config */
  #accept(port, config) {
    this.#port = port;
    document.documentElement.dataset.fitted = "";
    port.onmessage = ({ data }) => data?.cardio === PROTOCOL && this.#onCommand(data);
    this.post("ready", { protocol: PROTOCOL, version: this.#version });
    for (const payload of this.#queued) this.post("error", payload);
    this.#onCommand({ type: "set", config });
    this.#measure(true);
    this.#widget.result().then((result) => this.post("result", result));
  }

  /** @param {{ type?: unknown, config?: unknown, id?: unknown }} order */
  async #onCommand({ type, config, id }) {
    if (type === "set" && config && typeof config === "object") this.#widget.set(/** @type {Message} */ (config));
    if (type === "reset") this.#widget.reset();
    if (type === "focus") this.#widget.focus();
    if (type === "get") this.post("result", { ...(await this.#widget.result()), id });
  }

  /** Answer any number of height requests with one message. */
  #measureSoon() {
    if (this.#pending) return;
    this.#pending = true;
    setTimeout(() => {
      this.#pending = false;
      this.#measure(true);
    });
  }

  /** @param {boolean} force whether to send an unchanged height again, to a page that may have missed it */
  #measure(force = false) {
    const { height, width } = document.documentElement.getBoundingClientRect();
    const rounded = Math.min(Math.ceil(height), MAX_HEIGHT);
    if (rounded < 1 || (rounded === this.#height && !force)) return;
    this.#height = rounded;
    if (this.#port) this.post("height", { height: rounded });
    else if (!ELEMENT) this.#resizeProtocols.postHeight(rounded, Math.ceil(width));
  }
}
