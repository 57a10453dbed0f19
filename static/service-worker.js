// Knows how the site stays readable offline: pages from the network first, hashed files from the cache first.
// Must never know what a page says. The build fills in the two constants below.
/// <reference lib="webworker" />

const VERSION = "development";
/** @type {string[]} */
const FILES = [];

// Pages that every visit brings along: the start, the calculator, the warning signs, and the page for a lost way.
const PAGES = ["./", "calculator/", "safety/", "404.html"];
const ON_USE = /\/(python|pack)\//; // kept when the page says that they were used, never fetched ahead
const CACHE = `leg-day-${VERSION}`;

/** @type {ServiceWorkerGlobalScope} */
const here = /** @type {any} */ (self);
const address = (/** @type {string} */ path) => new URL(path, here.registration.scope).href;
const is_file = (/** @type {URL} */ url) => url.href.startsWith(address("assets/"));

/** Fetches a page and every file that it names, so that it can be shown again without a network. */
async function keep(/** @type {Cache} */ cache, /** @type {string} */ page) {
  const response = await fetch(page);
  if (!response.ok && !page.endsWith("404.html")) return;
  const html = await response.clone().text();
  await cache.put(page, response);
  const named = [...html.matchAll(/(?:href|src)="([^"]*assets\/[^"]+)"/g)].map(
    ([, path]) => new URL(path ?? "", page).href,
  );
  for (const file of new Set(named)) if (!(await cache.match(file))) await cache.add(file);
}

async function install() {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES.map(address).filter((file) => !ON_USE.test(file)));
  const open = await here.clients.matchAll({ includeUncontrolled: true, type: "window" });
  const pages = [...PAGES.map(address), ...open.map((client) => client.url), ...(await known())];
  const plain = new Set(pages.map((page) => page.replace(/[?#].*$/, "")));
  await Promise.allSettled([...plain].map((page) => keep(cache, page)));
}

/** The pages that an earlier version kept: the reader had them offline, and shall have them again. */
async function known() {
  const pages = [];
  for (const name of await caches.keys()) {
    const kept = await (await caches.open(name)).keys();
    pages.push(...kept.map((request) => request.url).filter((url) => !is_file(new URL(url))));
  }
  return pages;
}

/** Takes over from the earlier version: moves the files that have not changed, then drops the rest. */
async function activate() {
  const cache = await caches.open(CACHE);
  const wanted = new Set(FILES.map(address));
  for (const name of (await caches.keys()).filter((one) => one.startsWith("leg-day-") && one !== CACHE)) {
    const old = await caches.open(name);
    for (const request of (await old.keys()).filter((one) => wanted.has(one.url))) {
      const response = await old.match(request);
      if (response && !(await cache.match(request))) await cache.put(request, response);
    }
    await caches.delete(name);
  }
  await here.clients.claim();
}

/** Keeps the files that are missing of those that a page has just used. */
async function keep_used(/** @type {string[]} */ used) {
  const cache = await caches.open(CACHE);
  for (const file of FILES.map(address).filter((one) => used.includes(one))) {
    if (!(await cache.match(file))) await cache.add(file).catch(() => {}); // a full disk is no error
  }
}

/** A file whose name holds its hash never changes: once kept, it is not asked for again. */
async function file(/** @type {Request} */ request) {
  const kept = await caches.match(request.url);
  if (kept) return kept;
  const response = await fetch(request);
  return ON_USE.test(request.url) ? response : store(request, response); // a copy beside it would take the reader's time
}

async function page(/** @type {Request} */ request) {
  try {
    return store(request, await fetch(request));
  } catch (error) {
    const kept = (await caches.match(request.url, { ignoreSearch: true })) ?? (await caches.match(address("404.html")));
    if (kept && (request.mode === "navigate" || !kept.url.endsWith("404.html"))) return kept;
    throw error;
  }
}

async function store(/** @type {Request} */ request, /** @type {Response} */ response) {
  if (response.status === 200) {
    const cache = await caches.open(CACHE);
    await cache.put(request.url.replace(/[?#].*$/, ""), response.clone()).catch(() => {}); // a full disk is no error
  }
  return response;
}

here.addEventListener("install", (event) => event.waitUntil(install()));
here.addEventListener("activate", (event) => event.waitUntil(activate()));
here.addEventListener("message", (event) => event.waitUntil(keep_used(event.data.keep)));
here.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== here.location.origin) return;
  if (!url.href.startsWith(here.registration.scope)) return;
  event.respondWith(is_file(url) ? file(event.request) : page(event.request));
});
