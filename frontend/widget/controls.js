// The widget's form controls: read answers that differ from the defaults, set and reset them.

const NUMBER = /^\d{1,6}(\.\d{1,6})?$/; // digits and a decimal point, no sign

const SEVERAL = /[\s,]+/; // stands between the values of a question that takes several

const QUESTION = ".row, .checkboxes"; // selector of a question with its label

const HIDDEN_QUESTION = ":is(.row, .checkboxes)[hidden]";

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
    return this.#all.filter((control) => control.name === name);
  }

  get #all() {
    return /** @type {Control[]} */ ([...this.#root.querySelectorAll("[name]:is(input, select)")]);
  }

  /** @returns {Entries} pairs that differ from the defaults, in the order of the form */
  entries() {
    return this.#all.filter(isChanged).map((control) => [control.name, control.value.trim()]);
  }

  /** @param {string} name @returns {boolean} whether there is such a question */
  has(name) {
    return this.#named(name).length > 0;
  }

  /**
   * Set a field; for values that it does not accept the default stays.
   * @param {string} name
   * @param {string[]} texts
   * @returns {string[]} values that it does not accept
   */
  set(name, texts) {
    const all = this.#named(name);
    for (const control of all) resetControl(control);
    if (all[0] instanceof HTMLInputElement && all[0].type === "checkbox")
      return texts.flatMap((text) => text.split(SEVERAL)).filter((text) => text && !check(all, text));
    return texts.slice(-1).filter((text) => !all[0] || !accept(all[0], text));
  }

  clear() {
    for (const control of this.#all) resetControl(control);
  }

  /** @returns {string[]} the names of all questions */
  get names() {
    return [...new Set(this.#all.map((control) => control.name))];
  }

  /** @returns {Map<string, string[]>} the questions that must be asked, each with the values of its checkboxes */
  get alwaysAsked() {
    /** @type {Map<string, string[]>} */
    const questions = new Map();
    for (const control of this.#all.filter(mustBeAsked))
      questions.set(control.name, [
        ...(questions.get(control.name) ?? []),
        ...(control.type === "checkbox" ? [control.value] : []),
      ]);
    return questions;
  }

  /**
   * Hide questions, or show them disabled; their answers stay. Questions that must be asked are left alone.
   * @param {"hide" | "fix"} how
   * @param {string[]} texts names of questions
   * @returns {string[]} names that it does not accept
   */
  restrict(how, texts) {
    const names = texts.flatMap((text) => text.split(SEVERAL)).filter(Boolean);
    for (const control of this.#all.filter((each) => !mustBeAsked(each))) {
      const chosen = names.includes(control.name);
      const question = /** @type {HTMLElement} */ (control.closest(QUESTION));
      if (how === "fix") control.disabled = chosen;
      else question.hidden = chosen;
    }
    return names.filter((name) => !this.#named(name).some((control) => !mustBeAsked(control)));
  }

  /** Show sliders' values, and the number of changed answers in closed panels; hide panels without a question. */
  sync() {
    for (const control of this.#all.filter((each) => each.type === "range")) {
      const label = control.closest(".row")?.querySelector("[data-value] b");
      if (label) label.textContent = control.value;
      control.setAttribute(
        "aria-valuetext",
        control.closest(".row")?.querySelector("[data-value]")?.textContent ?? control.value,
      );
    }
    for (const panel of this.#root.querySelectorAll("[data-panel]")) {
      const chosen = this.#all.filter((control) => panel.contains(control) && isChanged(control));
      const label = panel.querySelector("[data-chosen]");
      if (label) label.textContent = chosen.length ? String(chosen.length) : "";
      const empty = !this.#all.some((control) => panel.contains(control) && !control.closest(HIDDEN_QUESTION));
      const unused = panel.hasAttribute("data-when-preset") && panel.hasAttribute("hidden") && !chosen.length;
      panel.toggleAttribute("hidden", empty || unused);
    }
  }
}

/** @param {Control} control @returns {boolean} whether nobody may take its question away from the reader */
function mustBeAsked(control) {
  return control.closest("[data-always-asked]") !== null;
}

/** @param {Control} control */
function resetControl(control) {
  if (control instanceof HTMLSelectElement)
    for (const option of control.options) option.selected = option.defaultSelected;
  else if (control.type === "checkbox") control.checked = control.defaultChecked;
  else control.value = control.defaultValue;
}

/** @param {Control} control @returns {boolean} whether it differs from its default */
function isChanged(control) {
  if (control instanceof HTMLSelectElement) return !control.selectedOptions[0]?.defaultSelected;
  return control.type === "checkbox"
    ? control.checked
    : control.value.trim() !== control.defaultValue && control.value.trim() !== "";
}

/** @param {Control[]} boxes @param {string} text @returns {boolean} whether one of them has this value */
function check(boxes, text) {
  const box = /** @type {HTMLInputElement | undefined} */ (boxes.find((control) => control.value === text));
  if (box) box.checked = true;
  return box !== undefined;
}

/** @param {Control} control @param {string} text @returns {boolean} whether it accepts the value */
function accept(control, text) {
  const numeric = control instanceof HTMLSelectElement ? control.dataset.low !== undefined : true;
  if (numeric && !inRange(control, text)) return false;
  const isOption =
    control instanceof HTMLSelectElement ? [...control.options].some((option) => option.value === text) : true;
  if (!isOption && control instanceof HTMLSelectElement && numeric)
    control.add(new Option(`${text} ${control.dataset.unit ?? ""}`, text));
  if (isOption || numeric) control.value = text;
  return isOption || numeric;
}

/** @param {Control} control @param {string} text */
function inRange(control, text) {
  const { low, high } = control.dataset;
  const [least, most] =
    control instanceof HTMLInputElement && control.min !== "" ? [control.min, control.max] : [low, high];
  return NUMBER.test(text) && Number(text) >= Number(least) && Number(text) <= Number(most);
}
