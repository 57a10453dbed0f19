// Knows the widget's questions as controls: what they tell beyond their defaults, how they are filled, what they show.
// Must never know a question, what an answer means, or where the answers go.

const NUMBER = /^\d{1,6}(\.\d{1,6})?$/; // as the questions are answered: plain digits, no sign

const SEVERAL = /[\s,]+/; // stands between the values of a question that takes several

/** @typedef {HTMLInputElement | HTMLSelectElement} Control */
/** @typedef {[name: string, value: string][]} Entries */

export class Controls {
  #root;

  /** @param {Element} root that holds them all */
  constructor(root) {
    this.#root = root;
  }

  /** @param {string} name @returns {Control[]} */
  #named(name) {
    return this.#all.filter((one) => one.name === name);
  }

  get #all() {
    return /** @type {Control[]} */ ([...this.#root.querySelectorAll("[name]:is(input, select)")]);
  }

  /** @returns {Entries} what is told beyond the defaults, always in one order */
  entries() {
    return this.#all.filter(differs).map((one) => [one.name, one.value.trim()]);
  }

  /** @param {string} name @returns {boolean} whether there is such a question */
  has(name) {
    return this.#named(name).length > 0;
  }

  /**
   * Gives a question these answers in place of its own; what it cannot take leaves the default.
   * @param {string} name
   * @param {string[]} texts
   * @returns {string[]} those that it cannot take
   */
  set(name, texts) {
    const all = this.#named(name);
    for (const one of all) put_back(one);
    if (all[0] instanceof HTMLInputElement && all[0].type === "checkbox")
      return texts.flatMap((text) => text.split(SEVERAL)).filter((text) => text && !tick(all, text));
    return texts.slice(-1).filter((text) => !all[0] || !take(all[0], text));
  }

  clear() {
    for (const one of this.#all) put_back(one);
  }

  /** Shows a slider's value in words, and what was chosen where it is folded away. */
  sync() {
    for (const one of this.#all.filter((each) => each.type === "range")) {
      const place = one.closest(".row")?.querySelector("[data-value] b");
      if (place) place.textContent = one.value;
      one.setAttribute("aria-valuetext", one.closest(".row")?.querySelector("[data-value]")?.textContent ?? one.value);
    }
    for (const panel of this.#root.querySelectorAll("[data-panel]")) {
      const chosen = this.#all.filter((one) => panel.contains(one) && differs(one));
      const place = panel.querySelector("[data-chosen]");
      if (place) place.textContent = chosen.length ? String(chosen.length) : "";
    }
  }
}

/** @param {Control} one */
function put_back(one) {
  if (one instanceof HTMLSelectElement) for (const option of one.options) option.selected = option.defaultSelected;
  else if (one.type === "checkbox") one.checked = one.defaultChecked;
  else one.value = one.defaultValue;
}

/** @param {Control} one @returns {boolean} whether it tells something else than at first */
function differs(one) {
  if (one instanceof HTMLSelectElement) return !one.selectedOptions[0]?.defaultSelected;
  return one.type === "checkbox" ? one.checked : one.value.trim() !== one.defaultValue && one.value.trim() !== "";
}

/** @param {Control[]} boxes @param {string} text @returns {boolean} whether one of them stands for it */
function tick(boxes, text) {
  const box = /** @type {HTMLInputElement | undefined} */ (boxes.find((one) => one.value === text));
  if (box) box.checked = true;
  return box !== undefined;
}

/** @param {Control} one @param {string} text @returns {boolean} whether it can hold that */
function take(one, text) {
  const numeric = one instanceof HTMLSelectElement ? one.dataset.low !== undefined : true;
  if (numeric && !within(one, text)) return false;
  const known = one instanceof HTMLSelectElement ? [...one.options].some((option) => option.value === text) : true;
  if (!known && one instanceof HTMLSelectElement && numeric)
    one.add(new Option(`${text} ${one.dataset.unit ?? ""}`, text));
  if (known || numeric) one.value = text;
  return known || numeric;
}

/** @param {Control} one @param {string} text */
function within(one, text) {
  const { low, high } = one.dataset;
  const [least, most] = one instanceof HTMLInputElement && one.min !== "" ? [one.min, one.max] : [low, high];
  return NUMBER.test(text) && Number(text) >= Number(least) && Number(text) <= Number(most);
}
