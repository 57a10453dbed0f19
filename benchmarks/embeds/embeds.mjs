// Measure embeds on strict hosts: what they weigh, whether their frame shows, and what errors they throw.
//
// The pages inside the frames of other projects are stand-ins, because no other host is asked.
//
// node benchmarks/embeds/embeds.mjs site                    measures all, and writes result.json beside this file
// node benchmarks/embeds/embeds.mjs site "this widget"      measures one, and leaves the others as they are

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { contenders } from "./contenders.mjs";

const SITE = resolve(process.argv[2] ?? "site");
const ONLY = process.argv[3];
const RESULT = new URL("result.json", import.meta.url);
const ESBUILD = new URL("node_modules/.bin/esbuild", import.meta.url).pathname;
const TYPES = { ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".html": "text/html" };
const MORE = {
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};
const WAIT = 2000; // ms in which a frame has to be there
const MARK = "frame-has-loaded";
const STRICT =
  "default-src 'none'; script-src 'self' http:; frame-src http: https:; connect-src 'self' http: https:; img-src *";
const TRUSTED = "require-trusted-types-for 'script'";
const HOSTS = {
  plain: {},
  "style-src 'none'": { "content-security-policy": `${STRICT}; style-src 'none'` },
  "Trusted Types": { "content-security-policy": `${STRICT}; style-src 'self'; ${TRUSTED}` },
  "Trusted Types, no policy": {
    "content-security-policy": `${STRICT}; style-src 'self'; ${TRUSTED}; trusted-types 'none'`,
  },
  COEP: { "cross-origin-embedder-policy": "require-corp" },
};

/** @param {string} file */
const type = (file) => ({ ...TYPES, ...MORE })[extname(file)] ?? "text/plain";

/** A file as a page would load it: with all that it imports, without its spaces. @param {string} file */
const small = (file) => {
  const whole = file.endsWith(".mjs") ? ["--bundle", "--format=esm"] : [];
  return execFileSync(ESBUILD, [
    file,
    ...whole,
    "--minify",
    "--charset=utf8",
    "--log-level=error",
    "--legal-comments=none",
  ]);
};

/** @param {string | Buffer} content */
const packed = (content) => gzipSync(content, { level: 9 }).length;

/** As published or made small by us, whichever is less. @param {string} file */
const least = (file) => {
  const ways = file.endsWith(".mjs") ? [] : [packed(readFileSync(file))];
  return Math.min(...ways, file.endsWith(".html") ? Infinity : packed(small(file)));
};

/** @param {string[]} files */
const weight = (files) => files.reduce((sum, file) => sum + least(file), 0);

/** @param {(path: string) => {status?: number, headers?: object, body: string | Buffer} | undefined} answer */
const serve = (answer) =>
  new Promise((done) => {
    const server = createServer((request, response) => {
      const found = answer(new URL(request.url ?? "", "http://x").pathname);
      response.writeHead(found?.status ?? (found ? 200 : 404), { ...found?.headers });
      response.end(found?.body);
    });
    server.listen(0, "127.0.0.1", () => done(server));
  });

/** The widget's own host: files with the one header that every such host needs. @param {string} path */
const site = (path) => {
  const file = join(SITE, path.endsWith("/") ? `${path}index.html` : path);
  try {
    return { headers: { "content-type": type(file), "access-control-allow-origin": "*" }, body: readFileSync(file) };
  } catch {
    return undefined;
  }
};

/** What stands in for the page in the frame of an embed, with its own script in it, and with the headers its source names. */
const standIn = (one) => () => {
  const script = one.frame.map((file) => `<script>${small(file)}</script>`).join("");
  const start = one.frameStart ? `<script>${one.frameStart}</script>` : "";
  const body = `<!doctype html><title>${MARK}</title><body style="margin:0"><p style="height:500px;margin:0">A frame</p>${script}${start}`;
  return { headers: { "content-type": "text/html", ...one.sent }, body };
};

/** The host page of an embed, and its files. */
const page = (one, sent, here) => (path) => {
  const script = { "content-type": "text/javascript" };
  if (path === "/own/start.js") return { headers: script, body: one.start?.(here) ?? "" };
  const file = one.host.find((name) => path === `/own/${name.split("/").pop()?.replace(".mjs", ".js")}`);
  // Their frames come from the stand-in: the real hosts are not asked.
  if (file)
    return { headers: { "content-type": type(file) }, body: `${small(file)}`.replaceAll(one.home ?? "\0", here.frame) };
  const html = `<!doctype html><html lang="en"><title>Host</title><p>A page</p><main>${one.html(here)}</main>`;
  return path === "/" ? { headers: { "content-type": "text/html", ...sent }, body: html } : undefined;
};

/** Where the frame is, wherever it hides: in the page, or in an open shadow root. */
const look = () => {
  const all = (root) =>
    [...root.querySelectorAll("*")].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
  const frame = all(document).find((one) => one.localName === "iframe");
  const box = frame?.getBoundingClientRect();
  return box && { width: Math.round(box.width), height: Math.round(box.height) };
};

/** What is seen of an embed on one host. */
const visit = async (browser, one, sent, here) => {
  const server = await serve(page(one, sent, here));
  const tab = await browser.newPage({ viewport: { width: 800, height: 900 } });
  const errors = [];
  tab.on("pageerror", (error) => errors.push(error.message.split("\n")[0]));
  await tab.goto(`http://localhost:${server.address().port}/`);
  await tab.waitForTimeout(WAIT);
  if (one.click)
    await tab
      .locator(one.click)
      .click({ timeout: WAIT, force: true })
      .catch(() => {});
  if (one.click) await tab.waitForTimeout(WAIT);
  const frame = (await tab.evaluate(look)) ?? null;
  const frames = tab.frames().slice(1);
  const titles = await Promise.all(frames.map((inner) => inner.title().catch(() => "")));
  await tab.close();
  server.close();
  return { frame, loaded: titles.some((title) => title === MARK || title === OWN), errors };
};

/** Everything that is measured of an embed. */
const measure = async (browser, one, site) => {
  const inner = await serve(standIn(one));
  const here = { site, frame: `http://127.0.0.1:${inner.address().port}` };
  const hosts = {};
  for (const [name, sent] of Object.entries(HOSTS)) hosts[name] = await visit(browser, one, sent, here);
  inner.close();
  return { host: weight(one.host), frame: weight(one.frame), hosts };
};

const OWN = /<title>(.*)<\/title>/.exec(`${site("/embed/v1/")?.body}`)?.[1];
const own = await serve(site);
const alone = "--host-resolver-rules=MAP * 127.0.0.1:9, EXCLUDE localhost, EXCLUDE 127.0.0.1"; // nobody else is asked
const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", alone];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args });
const earlier = ONLY ? JSON.parse(readFileSync(RESULT, "utf8")).embeds : {};
const result = { chromium: browser.version(), embeds: earlier };
for (const one of contenders(SITE).filter(({ name }) => (ONLY ?? name) === name))
  result.embeds[one.name] = await measure(browser, one, `http://127.0.0.1:${own.address().port}/`);
await browser.close();
own.close();
writeFileSync(RESULT, `${JSON.stringify(result, null, 2)}\n`);
