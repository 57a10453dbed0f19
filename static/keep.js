// Knows how a session is kept: copied, shared, printed, drawn as a picture, saved as a file.
// Must never know a sentence for the reader, a question, or what a session is: words and files come from elsewhere.

import { engine } from "./engine.js";
import { next_hour, save, zoned } from "./save.js";

const HOUR = 3_600_000; // ms
// In the reader's language; made once, because each takes longer than all else that an answer needs here.
const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "short" });
const SOON = new Intl.DateTimeFormat(undefined, { weekday: "short", hour: "numeric", minute: "2-digit" });

/** A frame without an origin of its own: it may not save, print or store. */
const boxed = self.origin === "null";

/**
 * @param {HTMLTextAreaElement} hand where the text stays, selected, if nothing else works
 * @param {string} text
 * @returns {Promise<boolean>} whether it was copied
 */
export async function copied(hand, text) {
  hand.hidden = false;
  hand.value = text;
  hand.select();
  const old = () => document.execCommand("copy"); // where a frame has no leave to use the clipboard
  hand.hidden = navigator.clipboard ? await navigator.clipboard.writeText(text).then(() => true, old) : old();
  return hand.hidden;
}

/** @param {string} svg @returns {Promise<Blob>} the drawing as a PNG */
async function pictured(svg) {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  canvas.getContext("2d")?.drawImage(image, 0, 0);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("canvas"))), "image/png");
  });
}

class LegDayKeep extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this.#click);
    this.addEventListener("input", this.#when);
    for (const part of this.querySelectorAll("[data-own]")) /** @type {HTMLElement} */ (part).hidden = boxed;
    this.#place("elsewhere").hidden = !boxed;
    const share = /** @type {HTMLElement | null} */ (this.querySelector('[data-keep="share"]'));
    if (share) share.hidden = !navigator.share;
    this.#start.value = next_hour();
    this.#when();
  }

  disconnectedCallback() {
    this.removeEventListener("click", this.#click);
    this.removeEventListener("input", this.#when);
  }

  /** @param {string} name of a data attribute @returns {HTMLElement} */
  #place(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-${name}]`));
  }

  get #start() {
    return /** @type {HTMLInputElement} */ (this.#place("start"));
  }

  get #link() {
    return new URL(this.dataset.page ?? "", document.baseURI).href;
  }

  get #message() {
    return /** @type {HTMLTemplateElement} */ (this.#place("message")).content.textContent ?? "";
  }

  /** Tells the chosen moment the way the reader's language tells it. @param {Event} [event] */
  #when = (event) => {
    event?.stopPropagation(); // it is no answer: nothing is to be asked again
    const date = new Date(this.#start.value);
    this.#place("when").textContent = Number.isNaN(date.getTime()) ? "" : DAY.format(date);
  };

  /** @param {Event} event */
  #click = (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest("button");
    if (button?.dataset.file) this.#wait(() => this.#file(button.dataset.file ?? ""));
    if (button?.dataset.keep === "link") this.#copy("link", this.#link);
    if (button?.dataset.keep === "message") this.#copy("message", this.#message);
    if (button?.dataset.keep === "share") this.#share();
    if (button?.dataset.keep === "print") print();
    if (button?.dataset.keep === "picture") this.#wait(() => this.#picture());
  };

  /** @param {string} name of a template with words @param {string} more what follows them */
  #say(name, more = "") {
    const words = /** @type {HTMLTemplateElement | null} */ (this.querySelector(`[data-word="${name}"]`));
    const text = [words?.content.textContent, more].filter(Boolean).join(" ");
    this.#place("note").hidden = false;
    this.#place("note").textContent = text;
    const live = this.closest("[data-manifest]")?.querySelector("[data-live]");
    if (live) live.textContent = text;
  }

  /** @param {string} word @param {string} text */
  async #copy(word, text) {
    const hand = /** @type {HTMLTextAreaElement} */ (this.#place("hand"));
    this.#say((await copied(hand, text)) ? word : "hand");
  }

  #share() {
    const title = document.querySelector("[data-headline]")?.textContent ?? "";
    navigator.share({ title, text: this.#message, url: this.#link }).catch(() => {}); // closed by the reader
  }

  /** @param {string} door @param {string[]} told what the door wants after the answers */
  #ask(door, ...told) {
    const query = this.closest("[data-query]")?.getAttribute("data-query") ?? "";
    return engine.call(door, query, ...told);
  }

  /** @param {() => Promise<void>} work */
  async #wait(work) {
    this.#say("busy");
    await work().catch(() => this.#say("failed"));
  }

  /** @param {string} format */
  async #file(format) {
    const given = /** @type {import("./engine.js").Made} */ (await this.#ask("file", format, zoned(this.#start.value)));
    const [name, type, content] = given;
    if (!name) return this.#say("", new TextDecoder().decode(content));
    save(this, content, name, type);
    this.#say("saved", name);
  }

  async #picture() {
    const name = `${this.dataset.picture}.png`;
    save(this, await pictured(String(await this.#ask("card"))), name, "image/png");
    this.#say("saved", name);
  }
}

/** A moment so many hours from now, to the full hour, in the reader's language. */
class LegDayTime extends HTMLElement {
  connectedCallback() {
    const when = new Date(Date.now() + Number(this.dataset.in) * HOUR);
    when.setMinutes(0);
    this.textContent = SOON.format(when);
  }
}

for (const [name, element] of /** @type {[string, CustomElementConstructor][]} */ ([
  ["leg-day-keep", LegDayKeep],
  ["leg-day-time", LegDayTime],
]))
  if (!customElements.get(name)) customElements.define(name, element);
