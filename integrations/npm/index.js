// Loads the widget's script once, and writes the element for the wrappers of React, Vue and Svelte.

export const NAME = "cardio-after-leg-day";
export const EVENTS = ["ready", "start", "complete", "link", "export", "resize", "error", "change", "result"];
const SITE = "@SITE_URL@";
const ATTRIBUTES = "@ATTRIBUTES@".split(",");
/** The prepared answer by the query of a preset. @type {Record<string, string>} */
const ANSWERS = JSON.parse(`@ANSWERS@`);
const FIELD = /^[a-z][a-z0-9_]*$/; // the names of questions; anything else could end the tag

/**
 * Load the script that defines the element, once: from the site, or from your own server.
 * @param {string} [src] address of `widget.js`, such as `/cardio/widget.js` where you copied the folder `widget` to
 */
export function load(src = `${SITE}v1/widget.js`) {
  if (typeof document === "undefined" || customElements.get(NAME)) return;
  const address = new URL(src, document.baseURI).href;
  if ([...document.scripts].some((script) => script.src === address)) return;
  const script = document.createElement("script");
  script.async = true;
  script.crossOrigin = "anonymous";
  script.src = address;
  document.head.append(script);
}

/** The usable options: those with a plain name and a value. @param {Record<string, unknown>} options @returns {[string, string][]} */
const usable = (options) =>
  Object.entries(options)
    .filter(
      ([name, value]) => FIELD.test(name) && ["string", "number", "boolean"].includes(typeof value) && value !== "",
    )
    .map(([name, value]) => [name, String(value)]);

/** The attributes of the element: its own by their names, every other as an answer of the form. @param {Record<string, unknown>} options */
export const attributes = (options) =>
  Object.fromEntries(
    usable(options).map(([name, value]) => [ATTRIBUTES.includes(name) ? name : `data-${name}`, value]),
  );

/** The address of the full page with the same answers, for the link inside the element. @param {Record<string, unknown>} options */
export function link(options) {
  const answers = usable(options).filter(([name]) => !ATTRIBUTES.includes(name));
  return `${SITE}calculator/${answers.length ? `#?${new URLSearchParams(answers)}` : ""}`;
}

/**
 * The prepared answer to the usual cases, which readers see before they click; empty unless `loading` is `click`.
 * @param {Record<string, unknown>} options
 */
export function preparedAnswer(options) {
  const answers = usable(options).filter(([name]) => !ATTRIBUTES.includes(name));
  return options.loading === "click" ? (ANSWERS[`${new URLSearchParams(answers.sort())}`] ?? "") : "";
}

/** The text of the link inside the element. @param {Record<string, unknown>} options */
export const label = (options) => String(options.label || "Cardio after leg day: what should I do today?");

/**
 * Listen to every event of the element.
 * @param {Element | null | undefined} element
 * @param {(type: string, detail: unknown) => void} listener
 * @returns {() => void} stops
 */
export function listen(element, listener) {
  const controller = new AbortController();
  for (const type of EVENTS)
    element?.addEventListener(`cardio-${type}`, (event) => listener(type, /** @type {CustomEvent} */ (event).detail), {
      signal: controller.signal,
    });
  return () => controller.abort();
}

/** The name of the property that takes a listener: `result` is `onResult`. @param {string} type */
export const listenerName = (type) => `on${type[0].toUpperCase()}${type.slice(1)}`;
