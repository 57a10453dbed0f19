// The site offline: pages from the network first, hashed files from the cache first.
//
// The build fills in the two constants below.
/// <reference lib="webworker" />

const VERSION = "development";
/** @type {string[]} */
const FILES = [];

// Pages that every visit caches: home, calculator, week, warning signs, and the error page.
const PAGES = ["./", "calculator/", "week/", "safety/", "404.html"];
const ON_USE = /\/(python|pack)\//; // cached when the page reports that they were used, not in advance
const CACHE = `leg-day-${VERSION}`;

/** @type {ServiceWorkerGlobalScope} */
const worker = /** @type {any} */ (self);
const address = (/** @type {string} */ path) => new URL(path, worker.registration.scope).href;
const isAsset = (/** @type {URL} */ url) => url.href.startsWith(address("assets/"));

/** Cache a page and every file that it references. */
async function cachePage(/** @type {Cache} */ cache, /** @type {string} */ page) {
  const response = await fetch(page);
  if (!response.ok && !page.endsWith("404.html")) return;
  const html = await response.clone().text();
  await cache.put(page, response);
  const assets = [...html.matchAll(/(?:href|src)="([^"]*assets\/[^"]+)"/g)].map(
    ([, path]) => new URL(path ?? "", page).href,
  );
  for (const file of new Set(assets)) if (!(await cache.match(file))) await cache.add(file);
}

async function install() {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES.map(address).filter((file) => !ON_USE.test(file)));
  const open = await worker.clients.matchAll({ includeUncontrolled: true, type: "window" });
  const pages = [...PAGES.map(address), ...open.map((client) => client.url), ...(await cachedPages())];
  const addresses = new Set(pages.map((page) => page.replace(/[?#].*$/, "")));
  await Promise.allSettled([...addresses].map((page) => cachePage(cache, page)));
}

/** Pages in the caches of earlier versions, which are cached again. */
async function cachedPages() {
  const pages = [];
  for (const name of await caches.keys()) {
    const cached = await (await caches.open(name)).keys();
    pages.push(...cached.map((request) => request.url).filter((url) => !isAsset(new URL(url))));
  }
  return pages;
}

/** Copy unchanged files from earlier caches, then delete those caches. */
async function activate() {
  const cache = await caches.open(CACHE);
  const current = new Set(FILES.map(address));
  for (const name of (await caches.keys()).filter((item) => item.startsWith("leg-day-") && item !== CACHE)) {
    const previous = await caches.open(name);
    for (const request of (await previous.keys()).filter((item) => current.has(item.url))) {
      const response = await previous.match(request);
      if (response && !(await cache.match(request))) await cache.put(request, response);
    }
    await caches.delete(name);
  }
  await worker.clients.claim();
}

/** Cache files that a page has just used. */
async function cacheUsed(/** @type {string[]} */ used) {
  const cache = await caches.open(CACHE);
  for (const file of FILES.map(address).filter((item) => used.includes(item))) {
    if (!(await cache.match(file))) await cache.add(file).catch(() => {}); // a full disk is no error
  }
}

/** Files with a hash in their name never change: cache first. */
async function file(/** @type {Request} */ request) {
  const cached = await caches.match(request.url);
  if (cached) return cached;
  const response = await fetch(request);
  return ON_USE.test(request.url) ? response : store(request, response); // a second copy would slow the download
}

async function page(/** @type {Request} */ request) {
  try {
    return store(request, await fetch(request));
  } catch (error) {
    const cached = await caches.match(request.url, { ignoreSearch: true });
    const offline = cached ?? (request.mode === "navigate" && (await offlinePage()));
    if (offline) return offline;
    throw error;
  }
}

/** The error page, with its words for a page that cannot be fetched in place of those for one that does not exist. */
async function offlinePage() {
  const cached = await caches.match(address("404.html"));
  const html = (await cached?.text())?.replace("<div data-page-missing>", "<div data-page-missing hidden>");
  const headers = { "Content-Type": "text/html; charset=utf-8" };
  return html && new Response(html.replace("<div data-page-offline hidden>", "<div data-page-offline>"), { headers });
}

async function store(/** @type {Request} */ request, /** @type {Response} */ response) {
  if (response.status === 200) {
    const cache = await caches.open(CACHE);
    await cache.put(request.url.replace(/[?#].*$/, ""), response.clone()).catch(() => {}); // a full disk is no error
  }
  return response;
}

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("message", (event) => event.waitUntil(cacheUsed(event.data.cache)));
worker.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== worker.location.origin) return;
  if (!url.href.startsWith(worker.registration.scope)) return;
  event.respondWith(isAsset(url) ? file(event.request) : page(event.request));
});
