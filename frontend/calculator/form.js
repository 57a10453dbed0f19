// The form's controls: read them as query pairs, fill them, step numbers, mark errors, summarise closed groups.

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

/** @param {HTMLFormElement} form @returns {Control[]} */
const controls = (form) =>
  /** @type {Control[]} */ (
    [...form.elements].filter((element) => "name" in element && element.name && "value" in element)
  );

/** @param {HTMLFormElement} form @returns {string[]} the names of its questions */
export const names = (form) => [...new Set(controls(form).map((control) => control.name))];

/** @param {HTMLFormElement} form @returns {[string, string][]} its pairs without empty values */
export function entries(form) {
  const decimal = new Set([...form.querySelectorAll("[inputmode=decimal]")].map((input) => input.getAttribute("name")));
  const pairs = /** @type {[string, string][]} */ ([...new FormData(form)].filter(([, value]) => value !== ""));
  return pairs.map(([name, value]) => [name, decimal.has(name) ? value.replace(",", ".") : value]); // a decimal comma too
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
 * @param {URLSearchParams} params of a link
 * @returns {[string, string][]} pairs that fit no control: they are sent all the same, so that the answer reports them
 */
export function unmatched(form, params) {
  const accepted = new FormData(form);
  return [...params].filter(([name, value]) => !accepted.getAll(name).includes(value));
}

/** @param {HTMLFormElement} form @param {string} name @param {string[]} values */
export function fill(form, name, values) {
  for (const control of controls(form).filter((control) => control.name === name)) {
    if (control instanceof HTMLInputElement && /radio|checkbox/.test(control.type))
      control.checked = values.includes(control.value);
    else control.value = values[0] ?? "";
  }
}

/** Move a number to the next of its step values, or by its step size if it has none. @param {HTMLElement} button @param {number} direction */
export function step(button, direction) {
  const input = /** @type {HTMLInputElement} */ (button.closest("[data-question]")?.querySelector("input"));
  const [low, high, stepSize] = [Number(input.dataset.low), Number(input.dataset.high), Number(input.dataset.stepSize)];
  const current = Number.parseFloat(input.value || input.defaultValue);
  const stepValues = input.dataset.stepValues?.split(" ").map(Number) ?? [current + direction * stepSize];
  const further = stepValues.filter((value) => (value - current) * direction > 0);
  const to = Number.isNaN(current)
    ? Number(input.dataset.firstValue ?? low)
    : ((direction < 0 ? further.at(-1) : further[0]) ?? current);
  input.value = String(Math.min(high, Math.max(low, to)));
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Show the icons of a list that has unfolded. @param {EventTarget | null} details whose `data-icons` is the file of the icons */
export function showIcons(details) {
  if (!(details instanceof HTMLDetailsElement) || !details.open || !details.dataset.icons) return;
  const file = new URL(details.dataset.icons, document.baseURI).href;
  for (const icon of /** @type {NodeListOf<SVGUseElement>} */ (details.querySelectorAll("use[data-icon]")))
    icon.setAttribute("href", `${file}#${icon.dataset.icon}`);
}

/** Summarise changed answers in closed groups, and mark the chosen preset answers. @param {HTMLFormElement} form */
export function sync(form) {
  const current = new FormData(form);
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("button[data-fill]")))
    button.setAttribute("aria-pressed", String(current.get(button.dataset.fill ?? "") === button.dataset.to));
  for (const details of form.querySelectorAll("[data-disclosure]")) {
    const chosen = controls(form)
      .filter((control) => details.contains(control))
      .flatMap(changedLabels);
    const label = details.querySelector("[data-chosen]");
    if (label) label.textContent = chosen.join(", ");
  }
  if (!CSS.supports("selector(:has(*))")) showAdvice(form);
}

/** Show what to do for the ticked warning signs, where the style cannot (`:has()`): of the most urgent level alone. @param {HTMLFormElement} form */
function showAdvice(form) {
  const ticked = /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-urgency]:checked"));
  const level = Math.min(...[...ticked].map((box) => Number(box.dataset.urgency)));
  const advice = [...ticked].map((box) => box.dataset.advice);
  for (const panel of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-level]")))
    panel.style.display = Number(panel.dataset.level) === level ? "block" : "none";
  for (const action of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("p[data-advice]")))
    action.style.display = advice.includes(action.dataset.advice) ? "block" : "none";
  form.closest("[data-manifest]")?.toggleAttribute("data-warning-sign", ticked.length > 0);
}

/**
 * Show each problem beside its question, as the template renders it.
 * @param {HTMLFormElement} form
 * @param {Iterable<HTMLAnchorElement>} problems links that lead to the questions
 */
export function mark(form, problems) {
  for (const error of form.querySelectorAll(".field-error")) error.remove();
  for (const control of form.querySelectorAll("[aria-invalid]")) {
    control.removeAttribute("aria-invalid");
    describe(control, []);
  }
  for (const link of problems) {
    const control = target(form, link);
    if (!control) continue;
    const error = document.createElement("p");
    error.className = "field-error";
    error.id = `${control.id}-error`;
    error.textContent = link.textContent;
    control.closest("[data-question]")?.querySelector("label, legend")?.after(error);
    control.setAttribute("aria-invalid", "true");
    describe(control, [error.id]);
  }
}

/** @param {HTMLFormElement} form @param {HTMLAnchorElement} link */
export function target(form, link) {
  return /** @type {HTMLElement | null} */ (form.querySelector(`[id="${link.hash.slice(1)}"]`));
}

/**
 * @param {Element} control keeps its hint in aria-describedby; error ids are replaced
 * @param {string[]} errorIds
 */
function describe(control, errorIds) {
  const hintIds = (control.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id.endsWith("-hint"));
  if (hintIds.length + errorIds.length) control.setAttribute("aria-describedby", [...hintIds, ...errorIds].join(" "));
  else control.removeAttribute("aria-describedby");
}

/** @param {Control} control @returns {string[]} its label or value if it differs from the default */
function changedLabels(control) {
  if (!(control instanceof HTMLInputElement)) return control.value ? [control.value] : [];
  if (control.type === "radio" || control.type === "checkbox") {
    const label = control.closest("label")?.querySelector("[data-label]")?.textContent ?? control.value;
    return control.checked && (control.type === "checkbox" || !control.defaultChecked) ? [label] : [];
  }
  const unit = control.closest("[data-question]")?.querySelector("[data-unit]")?.textContent ?? "";
  const display = control.dataset.display ?? `${control.value} ${unit}`.trim();
  return control.value && control.value !== control.defaultValue ? [display] : [];
}
