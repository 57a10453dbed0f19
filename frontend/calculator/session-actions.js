// Copy, share, print and download a session, and show its times in the reader's language.

import { engine } from "../python/client.js";
import { copyText } from "../shared/clipboard.js";
import { formatter, phrase } from "../shared/clock.js";
import { nextHour, saveFile, zoned } from "../shared/save-file.js";

const HOUR = 3_600_000; // ms
const FEEDBACK = 2500; // ms for which a button says what it has done

// In the reader's language.
const fullTime = formatter({ dateStyle: "full", timeStyle: "short" });
const clockTime = formatter({ weekday: "short", hour: "numeric", minute: "2-digit" });

/** In a sandboxed frame without an origin: saving, printing and storage are forbidden. */
const isSandboxed = self.origin === "null";

/** @param {string} svg @returns {Promise<Blob>} the drawing as a PNG */
async function toPng(svg) {
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

class SessionActions extends HTMLElement {
  /** @type {HTMLElement | undefined} */
  #pressed;
  #prepared = false;

  connectedCallback() {
    this.addEventListener("click", this.#onClick);
    this.addEventListener("input", this.#showStart);
    this.addEventListener("toggle", this.#prepare, { capture: true });
  }

  disconnectedCallback() {
    this.removeEventListener("click", this.#onClick);
    this.removeEventListener("input", this.#showStart);
    this.removeEventListener("toggle", this.#prepare, { capture: true });
  }

  /** Once it unfolds, and not with every answer: the first time in the reader's language costs a slow phone much. */
  #prepare = () => {
    if (this.#prepared) return;
    this.#prepared = true;
    for (const element of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-unsandboxed-only]")))
      element.hidden = isSandboxed;
    this.#byData("sandboxed-only").hidden = !isSandboxed;
    const share = /** @type {HTMLElement | null} */ (this.querySelector('[data-action="share"]'));
    if (share) share.hidden = !navigator.share;
    this.#start.value = nextHour();
    this.#showStart();
  };

  /** @param {string} name of a data attribute @returns {HTMLElement} */
  #byData(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-${name}]`));
  }

  get #start() {
    return /** @type {HTMLInputElement} */ (this.#byData("start"));
  }

  get #link() {
    return new URL(this.dataset.page ?? "", document.baseURI).href;
  }

  get #message() {
    return /** @type {HTMLTemplateElement} */ (this.#byData("session-text")).content.textContent ?? "";
  }

  /** Show the chosen start in the reader's language. @param {Event} [event] */
  #showStart = (event) => {
    event?.stopPropagation(); // not an answer of the form: no new request
    const date = new Date(this.#start.value);
    this.#byData("when").textContent = Number.isNaN(date.getTime()) ? "" : fullTime(date);
  };

  /** @param {Event} event */
  #onClick = (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest("button");
    if (!button) return;
    this.#prepare();
    this.#pressed = button;
    if (button.dataset.file) this.#withMessage(() => this.#file(button.dataset.file ?? ""));
    if (button.dataset.action === "link") this.#copy("link", this.#link);
    if (button.dataset.action === "message") this.#copy("message", this.#message);
    if (button.dataset.action === "share") this.#share();
    if (button.dataset.action === "print") print();
    if (button.dataset.action === "picture") this.#withMessage(() => this.#picture());
  };

  /** @param {string} name of a template with words @param {string} suffix what follows them */
  #showMessage(name, suffix = "") {
    const template = /** @type {HTMLTemplateElement | null} */ (this.querySelector(`[data-message="${name}"]`));
    const text = [template?.content.textContent, suffix].filter(Boolean).join(" ");
    const note = this.#byData("note");
    this.#pressed?.parentElement?.append(note); // where the reader looks
    note.hidden = false;
    note.textContent = text;
    const live = this.closest("[data-manifest]")?.querySelector("[data-live]");
    if (live) live.textContent = text;
  }

  /** @param {string} message @param {string} text */
  async #copy(message, text) {
    const field = /** @type {HTMLTextAreaElement} */ (this.#byData("copy-fallback"));
    const button = this.#pressed;
    if (!(await copyText(field, text))) return this.#showMessage("hand");
    this.#showMessage(message);
    if (button) this.#confirm(button);
  }

  /** Say in the button itself that it is done, for a moment. @param {HTMLElement} button */
  #confirm(button) {
    const done = /** @type {HTMLTemplateElement | null} */ (this.querySelector('[data-message="done"]'));
    const before = button.dataset.label ?? button.textContent ?? "";
    button.dataset.label = before;
    button.textContent = done?.content.textContent ?? before;
    setTimeout(() => {
      button.textContent = before;
    }, FEEDBACK);
  }

  #share() {
    const title = document.querySelector("[data-headline]")?.textContent ?? "";
    navigator.share({ title, text: this.#message, url: this.#link }).catch(() => {}); // closed by the reader
  }

  /** @param {string} endpoint @param {string[]} args further arguments after the query */
  #ask(endpoint, ...args) {
    const query = this.closest("[data-query]")?.getAttribute("data-query") ?? "";
    return engine.call(endpoint, query, ...args);
  }

  /** @param {() => Promise<void>} work */
  async #withMessage(work) {
    this.#showMessage("busy");
    await work().catch(() => this.#showMessage("failed"));
  }

  /** @param {string} format */
  async #file(format) {
    const file = /** @type {import("../python/client.js").Download} */ (
      await this.#ask("download", format, zoned(this.#start.value))
    );
    const [name, type, content] = file;
    if (!name) return this.#showMessage("", new TextDecoder().decode(content));
    saveFile(this, content, name, type);
    this.#showMessage("saved", name);
  }

  async #picture() {
    const name = `${this.dataset.picture}.png`;
    saveFile(this, await toPng(String(await this.#ask("render_card_svg"))), name, "image/png");
    this.#showMessage("saved", name);
  }
}

/** The time so many hours from now: in the words that the element brings, or to the full hour in the reader's language. */
class ClockTime extends HTMLElement {
  connectedCallback() {
    if (this.dataset.hoursFromNow === undefined) return;
    const time = new Date(Date.now() + Number(this.dataset.hoursFromNow) * HOUR);
    time.setMinutes(0);
    const { parts, otherParts } = this.dataset;
    this.textContent = parts ? phrase(time, parts.split(","), otherParts?.split(",") ?? []) : clockTime(time);
  }
}

/** For a printed answer: the day, the address of the page, and the answers that the reader gave. */
class PageAddress extends HTMLElement {
  connectedCallback() {
    addEventListener("beforeprint", this.#show);
  }

  disconnectedCallback() {
    removeEventListener("beforeprint", this.#show);
  }

  #show = () => {
    const rows = [...(this.closest("article")?.querySelectorAll("[data-given]") ?? [])];
    const given = rows.map((row) => [...row.children].map((part) => part.textContent?.replace(/\?$/, "")).join(": "));
    this.textContent = [fullTime(new Date()), location.host + location.pathname, ...given].join(" · ");
  };
}

if (!customElements.get("leg-day-page-address")) customElements.define("leg-day-page-address", PageAddress);

if (!customElements.get("leg-day-session-actions")) customElements.define("leg-day-session-actions", SessionActions);

if (!customElements.get("leg-day-clock-time")) customElements.define("leg-day-clock-time", ClockTime);
