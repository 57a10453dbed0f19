// How every page of the built site scores on a phone, and which scores they owe.
//
//   node tests/site/lighthouse.mjs site [runs] [page ...]
//
// Without pages it opens all of the site's map: those of MEASURED `runs` times, for their performance, the others once.
// A busy or slow machine is no phone four times slower than a desk: the slow-down follows Lighthouse's own benchmark of it.
// Every page is opened `runs` times (3): the lowest accessibility, best practices and SEO count, and the median performance.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [folder = "site", runs = "3", ...chosen] = process.argv.slice(2);
const MEASURED = chosen.length ? chosen : ["", "calculator/", "soreness/", "myths/", "rules/"];
const PAGES = chosen.length ? chosen : await pagesOfTheMap();
const OWED = { accessibility: 100, "best-practices": 100, seo: 100, performance: 95 };
const TYPES = {
  ".html": "text/html",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".xml": "application/xml",
};
const FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];

/** The addresses in sitemap.xml, from the root of the site; the root is the shortest of them. */
async function pagesOfTheMap() {
  const map = await readFile(join(folder, "sitemap.xml"), "utf-8");
  const addresses = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address);
  const root = addresses.toSorted((a, b) => a.length - b.length)[0];
  return addresses.map((address) => address.slice(root.length));
}

/** Serves the folder as a good static host does: compressed, with types, hashed names kept for a year. */
async function serve() {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://local").pathname);
    const name = path.endsWith("/") ? `${path}index.html` : path;
    const body = await readFile(join(folder, name)).catch(() => null);
    if (body === null || name.includes("..")) return response.writeHead(404).end();
    const type = TYPES[extname(name)];
    const headers = { "Content-Type": type ?? "application/octet-stream" };
    if (/-[0-9a-f]{10}\.|\.[0-9a-f]{8}\./.test(name)) headers["Cache-Control"] = "public, max-age=31536000, immutable";
    if (type) headers["Content-Encoding"] = "gzip";
    return response.writeHead(200, headers).end(type ? gzipSync(body) : body);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return server;
}

/** How much slower a phone is than this machine at this moment (Lighthouse, docs/throttling.md): 4 for a good desk. */
const slower = (index) => Math.min(4, Math.max(1, index < 800 ? 1 + (index - 150) / 650 : 2 + (index - 800) / 500));

/** One run: a score of 0 to 100 for each of the categories, and the audits that cost something. */
async function measure(url, cpuSlowdownMultiplier = 4, categories = Object.keys(OWED)) {
  const chrome = await launch({ chromePath: process.env.CHROMIUM, chromeFlags: FLAGS });
  try {
    const options = settings(cpuSlowdownMultiplier, categories);
    const { lhr } = await lighthouse(url, { port: chrome.port, logLevel: "error" }, options);
    const scores = Object.fromEntries(categories.map((id) => [id, Math.round(lhr.categories[id].score * 100)]));
    const lost = categories.flatMap((id) =>
      lhr.categories[id].auditRefs
        .filter(({ id: audit, weight }) => weight > 0 && (lhr.audits[audit].score ?? 1) < 0.9)
        .map(({ id: audit }) => `${audit} ${lhr.audits[audit].displayValue ?? ""}`.trim()),
    );
    return { scores, lost, index: lhr.environment.benchmarkIndex };
  } finally {
    chrome.kill();
  }
}

/** Lighthouse's phone on a slow line, with this slow-down of the processor. */
const settings = (cpuSlowdownMultiplier, onlyCategories) => ({
  extends: "lighthouse:default",
  settings: { onlyCategories, throttling: { rttMs: 150, throughputKbps: 1638.4, cpuSlowdownMultiplier } },
});

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const server = await serve();
let short = false;
let { index } = await measure(`http://127.0.0.1:${server.address().port}/404.html`);
for (const page of PAGES) {
  const seen = [];
  const measured = MEASURED.includes(page);
  const categories = Object.keys(OWED).filter((id) => measured || id !== "performance");
  for (let run = 0; run < (measured ? Number(runs) : 1); run++) {
    seen.push(await measure(`http://127.0.0.1:${server.address().port}/${page}`, slower(index), categories));
    index = seen.at(-1).index;
  }
  const said = categories.map((id) => {
    const numbers = seen.map(({ scores }) => scores[id]);
    const score = id === "performance" ? median(numbers) : Math.min(...numbers);
    const owes = score < OWED[id];
    short ||= owes;
    return `${id} ${score}${owes ? ` (owes ${OWED[id]})` : ""}${id === "performance" ? ` of ${numbers}` : ""}`;
  });
  console.log(`/${page}: ${said.join(", ")} (machine ${Math.round(index)}, slowed ${slower(index).toFixed(1)} times)`);
  for (const audit of new Set(seen.flatMap(({ lost }) => lost))) console.log(`    ${audit}`);
}
server.close();
process.exit(short ? 1 : 0);
