// Knows the form as controls: what they say as a query, how they are filled, stepped, marked and summed up.
// Must never know a question, a sentence for the reader, or a number of the guidance.

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

/** @param {HTMLFormElement} form @returns {Control[]} */
const controls = (form) =>
  /** @type {Control[]} */ ([...form.elements].filter((one) => "name" in one && one.name && "value" in one));

/** @param {HTMLFormElement} form @returns {[string, string][]} what it says; what is empty is left out */
export function entries(form) {
  const decimal = new Set([...form.querySelectorAll("[inputmode=decimal]")].map((one) => one.getAttribute("name")));
  const told = /** @type {[string, string][]} */ ([...new FormData(form)].filter(([, value]) => value !== ""));
  return told.map(([name, value]) => [name, decimal.has(name) ? value.replace(",", ".") : value]); // a decimal comma too
}

/** @param {HTMLFormElement} form @returns {boolean} whether it says anything else than the page did at first */
export const changed = (form) =>
  controls(form).some((control) => {
    if (!(control instanceof HTMLInputElement)) return control.value !== "";
    if (/radio|checkbox/.test(control.type)) return control.checked !== control.defaultChecked;
    return control.value !== control.defaultValue;
  });

/**
 * @param {string} query of a link, whose names may have come through other programs
 * @returns {URLSearchParams} with the names as the form has them: letter case, brackets and an escaped ampersand are forgiven
 */
export function linked(query) {
  const plain = (/** @type {string} */ name) =>
    name
      .trim()
      .replace(/^(amp;)+/i, "")
      .replace(/(\[\d*\])+$/, "")
      .toLowerCase();
  return new URLSearchParams([...new URLSearchParams(query)].map(([name, value]) => [plain(name), value]));
}

/**
 * @param {HTMLFormElement} form
 * @param {URLSearchParams} told by a link
 * @returns {[string, string][]} what no control could take: it is asked all the same, so that the answer can say so
 */
export function missed(form, told) {
  const taken = new FormData(form);
  return [...told].filter(([name, value]) => !taken.getAll(name).includes(value));
}

/** @param {HTMLFormElement} form @param {string} name @param {string[]} values */
export function fill(form, name, values) {
  for (const control of controls(form).filter((one) => one.name === name)) {
    if (control instanceof HTMLInputElement && /radio|checkbox/.test(control.type))
      control.checked = values.includes(control.value);
    else control.value = values[0] ?? "";
  }
}

/** Moves a number to its next stop, or by its step where it has none. @param {HTMLElement} button @param {number} direction */
export function step(button, direction) {
  const input = /** @type {HTMLInputElement} */ (button.closest("[data-question]")?.querySelector("input"));
  const [low, high, by] = [Number(input.dataset.low), Number(input.dataset.high), Number(input.dataset.by)];
  const from = Number.parseFloat(input.value || input.defaultValue);
  const stops = input.dataset.stops?.split(" ").map(Number) ?? [from + direction * by];
  const ahead = stops.filter((stop) => (stop - from) * direction > 0);
  const to = Number.isNaN(from) ? low : ((direction < 0 ? ahead.at(-1) : ahead[0]) ?? from);
  input.value = String(Math.min(high, Math.max(low, to)));
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Shows what was chosen where it is folded away, and which quick answer is the one given. @param {HTMLFormElement} form */
export function sync(form) {
  const given = new FormData(form);
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("button[data-fill]")))
    button.setAttribute("aria-pressed", String(given.get(button.dataset.fill ?? "") === button.dataset.to));
  for (const fold of form.querySelectorAll("[data-fold]")) {
    const chosen = controls(form)
      .filter((one) => fold.contains(one))
      .flatMap(told);
    const place = fold.querySelector("[data-chosen]");
    if (place) place.textContent = chosen.join(", ");
  }
}

/**
 * Repeats each problem beside its question, as the build would have rendered it.
 * @param {HTMLFormElement} form
 * @param {Iterable<HTMLAnchorElement>} problems links that lead to the questions
 */
export function mark(form, problems) {
  for (const note of form.querySelectorAll(".field-error")) note.remove();
  for (const control of form.querySelectorAll("[aria-invalid]")) {
    control.removeAttribute("aria-invalid");
    describe(control, []);
  }
  for (const link of problems) {
    const control = target(form, link);
    if (!control) continue;
    const note = document.createElement("p");
    note.className = "field-error";
    note.id = `${control.id}-error`;
    note.textContent = link.textContent;
    control.closest("[data-question]")?.querySelector("label, legend")?.after(note);
    control.setAttribute("aria-invalid", "true");
    describe(control, [note.id]);
  }
}

/** @param {HTMLFormElement} form @param {HTMLAnchorElement} link */
export function target(form, link) {
  return /** @type {HTMLElement | null} */ (form.querySelector(`[id="${link.hash.slice(1)}"]`));
}

/**
 * @param {Element} control whose description keeps its hint, and takes other notes than before
 * @param {string[]} notes
 */
function describe(control, notes) {
  const hints = (control.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id.endsWith("-hint"));
  if (hints.length + notes.length) control.setAttribute("aria-describedby", [...hints, ...notes].join(" "));
  else control.removeAttribute("aria-describedby");
}

/** @param {Control} control @returns {string[]} its label or value, if the reader changed it */
function told(control) {
  if (!(control instanceof HTMLInputElement)) return control.value ? [control.value] : [];
  if (control.type === "radio" || control.type === "checkbox") {
    const label = control.closest("label")?.querySelector("[data-label]")?.textContent ?? control.value;
    return control.checked && (control.type === "checkbox" || !control.defaultChecked) ? [label] : [];
  }
  const unit = control.closest("[data-question]")?.querySelector("[data-unit]")?.textContent ?? "";
  const said = control.dataset.said ?? `${control.value} ${unit}`.trim();
  return control.value && control.value !== control.defaultValue ? [said] : [];
}
