// Register the service worker, and ask it to cache files that the page fetched before the worker took control.

import { saveData } from "./connection.js";

/** @type {Set<string>} */
const reported = new Set();

/** Ask the service worker to cache files that were fetched before it took control. @param {string[]} files */
export function cacheFiles(files) {
  const missing = files.filter((file) => !reported.has(file));
  for (const file of missing) reported.add(file);
  if (missing.length && !saveData)
    navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage({ cache: missing }));
}

/** Register the service worker after the page has loaded; not with Save-Data. */
export function registerServiceWorker() {
  const { serviceWorker } = navigator; // access throws in a frame without an origin
  if (!serviceWorker || saveData) return;
  const start = () => serviceWorker.register(new URL("../service-worker.js", import.meta.url)).catch(() => {});
  if (document.readyState === "complete") start();
  else addEventListener("load", start, { once: true });
}
