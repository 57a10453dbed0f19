// The play that every peer's page gives: the first touch starts Python, each change asks it, the answer is shown.

const form = /** @type {HTMLFormElement} */ (document.querySelector("form"));
const place = /** @type {HTMLElement} */ (document.querySelector("[data-answer]"));

/** @typedef {(query: string) => string | Promise<string>} Ask */

/** @param {() => Promise<Ask>} start */
export function play(start) {
  /** @type {Promise<Ask> | undefined} */
  let started;
  form.addEventListener("input", async () => {
    started ??= start();
    const ask = await started;
    const answers = [...new FormData(form)].filter(([, value]) => value !== "");
    place.innerHTML = await ask(new URLSearchParams(/** @type {[string, string][]} */ (answers)).toString());
  });
}

/** Marks the moment at which Python can be asked. @template Asked @param {Asked} ask @returns {Asked} */
export function ready(ask) {
  performance.mark("python-ready");
  return ask;
}

/**
 * Runs a script of PyScript's, which says that it is ready by the event of that name.
 * @param {string} type @param {string} source
 * @returns {Promise<Ask>}
 */
export function run(type, source) {
  const started = new Promise((resolve) => addEventListener("ready", resolve, { once: true }));
  const element = document.createElement("script");
  Object.assign(element, { type, src: source });
  document.body.append(element);
  return started.then(() => ready(/** @type {any} */ (globalThis).ask));
}

/** @param {string} source of a classic script @returns {Promise<unknown>} once it has run */
export function script(source) {
  const element = document.createElement("script");
  element.src = source;
  document.head.append(element);
  return new Promise((resolve) => element.addEventListener("load", resolve));
}
