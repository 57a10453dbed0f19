// Knows how choices fill the slots of a snippet, follow into the preview, and reach the clipboard.
// Must never know a question, a platform, or a sentence for the reader: patterns and words stand on the page.

const DATA = "data-"; // what an element calls an answer
const BACK = 2000; // ms for which a button says what it did

/** @typedef {[name: string, value: string][]} Pairs */

/** @param {string} text in an attribute of HTML */
const safe = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** @param {Pairs} pairs */
const asked = (pairs) => new URLSearchParams(pairs).toString();

/** @param {Pairs} pairs @param {string} between */
const named = (pairs, between) => pairs.map(([name, value]) => `${name}="${safe(value)}"`).join(between);

/** @param {Pairs} pairs */
const attributes = (pairs) => pairs.map((pair) => ` ${named([pair], "")}`).join("");

/** Signs that every tool takes between double quotes, and nothing that one of them reads. @param {string} text */
const plain = (text) => text.replaceAll("'", "\u2019").replace(/[^\p{L}\p{M}\p{N}\u2019 .,:;!?()-]/gu, "");

class LegDayMaker extends HTMLElement {
  /** @type {AbortController | undefined} */
  #listening;
  /** @type {string[]} what the preview has by now */
  #shown = [];

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.addEventListener("input", () => this.#follow(), { signal });
    this.addEventListener("click", (event) => this.#click(event), { signal });
    this.#follow();
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  get #case() {
    const select = /** @type {HTMLSelectElement} */ (this.querySelector("[data-preset]"));
    return /** @type {HTMLOptionElement} */ (select.selectedOptions[0]);
  }

  /** @returns {Pairs} the answers that the case brings along */
  get #answers() {
    return [...new URLSearchParams(this.#case.value)];
  }

  /** @returns {Pairs} what differs from how the widget looks by itself */
  get #look() {
    const told = [...new FormData(this.#form)].map(([name, value]) => [name, plainly(name, String(value))]);
    return /** @type {Pairs} */ (told.filter(([, value]) => value));
  }

  #follow() {
    for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll("[data-switch]"))) {
      const control = /** @type {HTMLInputElement} */ (this.querySelector(`#${box.dataset.switch}`));
      control.disabled = !box.checked;
    }
    this.#write();
    this.#preview();
  }

  /** @returns {Record<string, string>} what every slot holds for the choices as they stand */
  get #slots() {
    const [answers, look] = [this.#answers, this.#look];
    const seen = look.filter(([name]) => name !== "label");
    const all = [...answers, ...look];
    const label = look.find(([name]) => name === "label")?.[1];
    const page = this.#case.dataset.page ?? "";
    const start = this.querySelector("option")?.dataset.page ?? "";
    return {
      page,
      link: answers.length ? `${start}#?${safe(asked(answers))}` : start,
      attributes: attributes([...this.#prefixed(answers), ...look]),
      named: attributes(all),
      comma: named(all, ", "),
      pairs: asked(all),
      query: answers.length + seen.length ? `?${safe(asked([...answers, ...seen]))}` : "",
      ...(label ? { label, words: label } : {}),
    };
  }

  /** @param {Pairs} pairs @returns {Pairs} */
  #prefixed(pairs) {
    return pairs.map(([name, value]) => [DATA + name, value]);
  }

  #write() {
    const words = /** @type {HTMLTemplateElement} */ (this.querySelector("[data-untold]")).dataset;
    const slots = { ...words, ...this.#slots };
    for (const code of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-pattern]"))) {
      const filled = code.dataset.pattern?.replace(/@(\w+)@/g, (slot, name) => slots[name] ?? slot);
      if (code.textContent !== filled) code.textContent = filled ?? "";
    }
  }

  #preview() {
    const widget = /** @type {HTMLElement} */ (this.querySelector(".maker__stage > :first-child"));
    const wanted = new Map([...this.#prefixed(this.#answers), ...this.#look]);
    for (const name of this.#shown) if (!wanted.has(name)) widget.removeAttribute(name);
    for (const [name, value] of wanted) if (widget.getAttribute(name) !== value) widget.setAttribute(name, value);
    this.#shown = [...wanted.keys()];
  }

  /** @param {Event} event */
  async #click(event) {
    const button = /** @type {HTMLElement} */ (event.target).closest("[data-copy]");
    if (!(button instanceof HTMLButtonElement)) return;
    const code = /** @type {HTMLElement} */ (this.querySelector(`#${button.dataset.copy}`));
    try {
      await navigator.clipboard.writeText(code.textContent ?? "");
      this.#say("copied", button);
    } catch {
      getSelection()?.selectAllChildren(code);
      this.#say("failed", button);
    }
  }

  /** Tells what happened, aloud and on the button. @param {string} name of words @param {HTMLButtonElement} button */
  #say(name, button) {
    const words = /** @type {HTMLTemplateElement} */ (this.querySelector(`[data-said="${name}"]`));
    const live = /** @type {HTMLElement} */ (this.querySelector("[data-live]"));
    const text = words.content.textContent ?? "";
    button.dataset.before ??= button.textContent ?? "";
    live.textContent = "";
    requestAnimationFrame(() => {
      live.textContent = text;
    });
    button.textContent = text;
    setTimeout(() => {
      button.textContent = button.dataset.before ?? "";
    }, BACK);
  }
}

/** @param {string} name of a control @param {string} value */
function plainly(name, value) {
  return name === "label" ? plain(value).trim() : value;
}

if (!customElements.get("leg-day-maker")) customElements.define("leg-day-maker", LegDayMaker);
