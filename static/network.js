// Knows what the reader's connection allows, and what the service worker is asked to keep for the time without one.
// Must never know what a file holds, or what a page says.

const { connection } = /** @type {Navigator & { connection?: { saveData?: boolean, effectiveType?: string } }} */ (
  navigator
);

/** Whether the reader asks to save data: then nothing comes ahead of its time. */
export const saves = connection?.saveData === true;

/** Whether the line is so slow that what comes ahead of its time would stand in the way of what is wanted now. */
export const slow = /2g/.test(connection?.effectiveType ?? "");

/** When nothing else is to be done. @param {() => void} work */
export const idle = (work) => ("requestIdleCallback" in self ? requestIdleCallback(work) : setTimeout(work));

/** When the page itself is there and nothing else is to be done. @param {() => void} work */
export function settled(work) {
  if (document.readyState === "complete") idle(work);
  else addEventListener("load", () => idle(work), { once: true });
}

/** What may come ahead of its time. @param {() => void} work */
export const ahead = (work) => saves || slow || settled(work);

/** @type {Set<string>} */
const told = new Set();

/** What was used may stay for the next time: it came before the service worker could see it. @param {string[]} files */
export function keep(files) {
  const fresh = files.filter((file) => !told.has(file));
  for (const file of fresh) told.add(file);
  if (fresh.length && !saves) navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage({ keep: fresh }));
}

/** After the page is there: what was seen once stays readable offline. Whoever saves data is spared the copies. */
export function register() {
  const { serviceWorker } = navigator; // a frame without an origin may not even look
  if (!serviceWorker || saves) return;
  const start = () => serviceWorker.register(new URL("../service-worker.js", import.meta.url)).catch(() => {});
  if (document.readyState === "complete") start();
  else addEventListener("load", start, { once: true });
}
