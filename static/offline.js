// Knows when the service worker may begin, and when it is told that Python's files are worth keeping.
// Must never know what it keeps, or what a page says.

const { serviceWorker, connection } = /** @type {Navigator & { connection?: { saveData?: boolean } }} */ (navigator);
let kept = false;

/** Once Python has answered, its files may stay for the next time: they came before the service worker could see them. */
export function keep_python() {
  if (kept || !serviceWorker?.controller) return;
  kept = true;
  serviceWorker.controller.postMessage("keep python");
}

/** After the page is there: what was seen once stays readable offline. Whoever saves data is spared the copies. */
export function register() {
  if (!serviceWorker || connection?.saveData) return;
  const start = () => serviceWorker.register(new URL("../service-worker.js", import.meta.url)).catch(() => {});
  if (document.readyState === "complete") start();
  else addEventListener("load", start, { once: true });
}
