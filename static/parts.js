// Knows how a part of a page is found by its mark, how a state's words come to stand there, and how a reader is led to it.
// Must never know a question, a sentence for the reader, or when a state begins.

import { progress } from "./progress.js";

/**
 * @param {Element} host
 * @param {string} name of a data attribute that marks one place in the host
 * @returns {HTMLElement}
 */
export const place = (host, name) => /** @type {HTMLElement} */ (host.querySelector(`[data-${name}]`));

/**
 * @param {HTMLElement} host
 * @param {string} name of a template with the words of a state; none for the answer alone
 */
export function state(host, name) {
  const words = /** @type {HTMLTemplateElement | null} */ (host.querySelector(`template[data-state="${name}"]`));
  const status = place(host, "status");
  status.replaceChildren(...(words ? [words.content.cloneNode(true)] : []));
  progress(status);
  host.dataset.now = name;
  if (words && "aloud" in words.dataset) place(host, "live").textContent = status.textContent;
}

/**
 * @param {Element} element
 * @param {() => void} then done once, when a reader has the element on the screen or almost
 * @param {AbortSignal} signal
 */
export function near(element, then, signal) {
  const watch = new IntersectionObserver(
    ([seen]) => {
      if (!seen?.isIntersecting) return;
      watch.disconnect();
      then();
    },
    { rootMargin: "100%" },
  );
  watch.observe(element);
  signal.addEventListener("abort", () => watch.disconnect());
}

/** Whoever pressed a button expects to be taken to what came of it. @param {HTMLElement} host */
export function lead(host) {
  const head = /** @type {HTMLElement} */ (host.querySelector("[data-problems]") ?? place(host, "headline"));
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  head.focus({ preventScroll: true });
  place(host, "answer").scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
}

/** The address keeps what was asked (`#?…`): it stays in the browser, no server sees it. @param {HTMLElement} host */
export function address(host) {
  const query = asked(host);
  if (query !== undefined) history.replaceState(history.state, "", `#?${query}`);
}

/** @param {HTMLElement} host @returns {string | undefined} the question of the answer that stands there */
export const asked = (host) => host.querySelector("[data-query]")?.getAttribute("data-query") ?? undefined;
