// Find an element by its data attribute, and lead the reader to an answer.

/**
 * @param {Element} host
 * @param {string} name of a data attribute that marks one place in the host
 * @returns {HTMLElement}
 */
export const byData = (host, name) => /** @type {HTMLElement} */ (host.querySelector(`[data-${name}]`));

/**
 * @param {Element} element
 * @param {() => void} callback done once, when a reader has the element on the screen or almost
 * @param {AbortSignal} signal
 */
export function onceNear(element, callback, signal) {
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      callback();
    },
    { rootMargin: "100%" },
  );
  observer.observe(element);
  signal.addEventListener("abort", () => observer.disconnect());
}

/** Focus the answer's heading and scroll to it, after the reader pressed a button. @param {HTMLElement} host */
export function focusAnswer(host) {
  const heading = /** @type {HTMLElement} */ (host.querySelector("[data-problems]") ?? byData(host, "headline"));
  const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)").matches;
  heading.focus({ preventScroll: true });
  byData(host, "answer").scrollIntoView({ behavior: reducedMotion ? "auto" : "smooth", block: "start" });
}
