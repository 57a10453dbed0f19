// The page that makes a widget: choices fill the slots of the snippets, show in the preview, and can be copied.

const ANSWER_PREFIX = "data-"; // prefix of an answer's attribute
const ADDRESS_PREFIX = "#?"; // before the choices in the address, which no server sees
const NOT_IN_FRAME = ["label", "loading", "width"]; // attributes of the element that the page in the frame does not read
const RESET_AFTER = 2000; // ms until a button shows its label again

/** @typedef {[name: string, value: string][]} Pairs */

/** @param {string} text in an attribute of HTML */
const escapeAttribute = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** @param {Pairs} pairs */
const toQuery = (pairs) => new URLSearchParams(pairs).toString();

/** @param {Pairs} pairs @param {string} separator */
const attributePairs = (pairs, separator) =>
  pairs.map(([name, value]) => `${name}="${escapeAttribute(value)}"`).join(separator);

/** @param {Pairs} pairs */
const attributes = (pairs) => pairs.map((pair) => ` ${attributePairs([pair], "")}`).join("");

/** Characters that are safe between double quotes on every platform. @param {string} text */
const safeLabel = (text) => text.replaceAll("'", "\u2019").replace(/[^\p{L}\p{M}\p{N}\u2019 .,:;!?()-]/gu, "");

class WidgetBuilder extends HTMLElement {
  /** @type {AbortController | undefined} */
  #listeners;
  /** @type {string[]} attributes that the preview has */
  #previewed = [];

  connectedCallback() {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    this.addEventListener(
      "input",
      () => {
        this.#update();
        this.#writeAddress();
      },
      { signal },
    );
    this.addEventListener("click", (event) => this.#onClick(event), { signal });
    this.#readAddress();
    this.#update();
  }

  disconnectedCallback() {
    this.#listeners?.abort();
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  get #preset() {
    const select = /** @type {HTMLSelectElement} */ (this.querySelector("[data-preset]"));
    return /** @type {HTMLOptionElement} */ (select.selectedOptions[0]);
  }

  /** @returns {Pairs} the answers of the preset */
  get #answers() {
    return [...new URLSearchParams(this.#preset.value)];
  }

  /** @returns {Pairs} appearance options that differ from the defaults */
  get #appearance() {
    const preset = [...new Set(this.#answers.map(([name]) => name))].join(",");
    const entries = [...new FormData(this.#form)].map(([name, value]) => [
      name,
      name === "fix" ? preset : cleanValue(name, String(value)),
    ]);
    return /** @type {Pairs} */ (entries.filter(([, value]) => value));
  }

  /** Take the choices from the address: a reload keeps them, and a colleague gets them with the link. */
  #readAddress() {
    const { hash } = location;
    const chosen = new URLSearchParams(hash.startsWith(ADDRESS_PREFIX) ? hash.slice(ADDRESS_PREFIX.length) : "");
    for (const option of /** @type {NodeListOf<HTMLOptionElement>} */ (this.querySelectorAll("[data-preset] option")))
      option.selected ||= option.value === chosen.get("preset");
    for (const control of /** @type {NodeListOf<HTMLInputElement>} */ (this.#form.querySelectorAll("[name]"))) {
      const value = chosen.get(control.name);
      if (value === null) continue;
      if (["radio", "checkbox"].includes(control.type)) control.checked ||= control.value === value;
      else control.value = value;
      const switched = /** @type {HTMLInputElement | null} */ (this.querySelector(`[data-enables="${control.id}"]`));
      if (switched) switched.checked = true;
    }
  }

  #writeAddress() {
    const pairs = [["preset", this.#preset.value], ...new FormData(this.#form)].filter(([, value]) => value);
    const query = toQuery(/** @type {Pairs} */ (pairs));
    history.replaceState(history.state, "", query ? ADDRESS_PREFIX + query : location.pathname + location.search);
  }

  #update() {
    for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll("[data-enables]"))) {
      const control = /** @type {HTMLInputElement} */ (this.querySelector(`#${box.dataset.enables}`));
      control.disabled = !box.checked;
    }
    this.#fillSnippets();
    this.#preview();
  }

  /** @returns {Record<string, string>} the value of every slot */
  get #slots() {
    const [answers, appearance] = [this.#answers, this.#appearance];
    const visible = appearance.filter(([name]) => !NOT_IN_FRAME.includes(name));
    const answer = escapeAttribute(this.#preset.dataset.answer ?? "");
    const afterClick = appearance.some(([name]) => name === "loading");
    const all = [...answers, ...appearance];
    const label = appearance.find(([name]) => name === "label")?.[1];
    const page = this.#preset.dataset.page ?? "";
    const start = this.querySelector("option")?.dataset.page ?? "";
    return {
      page,
      answer,
      prepared: afterClick ? `<p>${answer}</p>` : "",
      link: answers.length ? `${start}#?${escapeAttribute(toQuery(answers))}` : start,
      attributes: attributes([...this.#prefixed(answers), ...appearance]),
      named: attributes(all),
      comma: attributePairs(all, ", "),
      pairs: toQuery(all),
      address: answers.length + visible.length ? `?${toQuery([...answers, ...visible])}` : "",
      query: answers.length + visible.length ? `?${escapeAttribute(toQuery([...answers, ...visible]))}` : "",
      ...(label ? { label, words: label } : {}),
    };
  }

  /** @param {Pairs} pairs @returns {Pairs} */
  #prefixed(pairs) {
    return pairs.map(([name, value]) => [ANSWER_PREFIX + name, value]);
  }

  #fillSnippets() {
    const defaults = /** @type {HTMLTemplateElement} */ (this.querySelector("[data-default-slots]")).dataset;
    const slots = { ...defaults, ...this.#slots };
    for (const code of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-pattern]"))) {
      const text = code.dataset.pattern?.replace(/@(\w+)@/g, (slot, name) => slots[name] ?? slot);
      if (code.textContent !== text) code.textContent = text ?? "";
    }
  }

  #preview() {
    const widget = /** @type {HTMLElement} */ (this.querySelector(".widget-builder__stage > :first-child"));
    const appearance = this.#appearance.filter(([name]) => name !== "loading"); // the preview is there at once
    const attributes_ = new Map([...this.#prefixed(this.#answers), ...appearance]);
    for (const name of this.#previewed) if (!attributes_.has(name)) widget.removeAttribute(name);
    for (const [name, value] of attributes_) if (widget.getAttribute(name) !== value) widget.setAttribute(name, value);
    this.#previewed = [...attributes_.keys()];
  }

  /** @param {Event} event */
  async #onClick(event) {
    const button = /** @type {HTMLElement} */ (event.target).closest("[data-copy]");
    if (!(button instanceof HTMLButtonElement)) return;
    const code = /** @type {HTMLElement} */ (this.querySelector(`#${button.dataset.copy}`));
    try {
      await navigator.clipboard.writeText(code.textContent ?? "");
      this.#showMessage("copied", button);
    } catch {
      getSelection()?.selectAllChildren(code);
      this.#showMessage("failed", button);
    }
  }

  /** Announce the result and show it on the button. @param {string} name of a message @param {HTMLButtonElement} button */
  #showMessage(name, button) {
    const template = /** @type {HTMLTemplateElement} */ (this.querySelector(`[data-message="${name}"]`));
    const live = /** @type {HTMLElement} */ (this.querySelector("[data-live]"));
    const text = template.content.textContent ?? "";
    button.dataset.originalText ??= button.textContent ?? "";
    live.textContent = "";
    requestAnimationFrame(() => {
      live.textContent = text;
    });
    button.textContent = text;
    setTimeout(() => {
      button.textContent = button.dataset.originalText ?? "";
    }, RESET_AFTER);
  }
}

/** @param {string} name of a control @param {string} value */
function cleanValue(name, value) {
  return name === "label" ? safeLabel(value).trim() : value;
}

if (!customElements.get("leg-day-widget-builder")) customElements.define("leg-day-widget-builder", WidgetBuilder);
