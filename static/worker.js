// Knows the ways in which Python starts in the browser, from a list of addresses, and passes strings to its doors and back.
// Must never know the page, a question, or what an answer says.

import { checked, fetched, packs } from "./fetched.js";
import { wake } from "./lean.js";
import { open } from "./plain.js";

/**
 * What the site serves for Python; every path is relative to the list's own. Without `lean` there is the plain layer only.
 * @typedef {import("./fetched.js").File} File
 * @typedef {{ core: File, full: File, image: File }} Lean
 * @typedef {{ path: string, integrity: string }} Engine
 * @typedef {{ pyodide: string, lock: object, engine: Engine, warm: string[], lean?: Lean }} Manifest
 * @typedef {import("./lean.js").Given} Given
 * @typedef {import("./lean.js").Doors} Doors
 * @typedef {{ list: Manifest, address: string, step: (name: string, done?: number, total?: number) => void }} Start
 * @typedef {{ id: number, query: string, base: string }} Question
 * @typedef {{ id: number, door: string, told: string[] }} Knock
 * @typedef {{ manifest: string, layer: string } | Question | Knock} Order
 */

/** @type {Record<string, (start: Start) => Promise<Doors>>} */
const layers = {
  lean: (start) => frozen(start, "core"),
  full: (start) => frozen(start, "full"),
  plain,
};

/** @type {Promise<Doors> | undefined} */
let doors;
let last = 0;

/**
 * Python as it was frozen at build time: in what an answer needs of its WebAssembly (`core`), or in all of it (`full`).
 * @param {Start} start
 * @param {"core" | "full"} code
 * @returns {Promise<Doors>}
 */
async function frozen({ list, address, step }, code) {
  const lean = /** @type {Lean} */ (list.lean);
  const total = lean[code].size + lean.image.size;
  let done = 0;
  const count = (/** @type {number} */ bytes) => {
    done += bytes;
    step("fetch", done, total);
  };
  const near = (/** @type {string} */ path) => fetched(new URL(path, address).href);
  const first = await near(lean[code].path);
  const second = near((!packs(first, lean[code]) && lean.image.packed) || lean.image.path);
  const [module, image] = await Promise.all([compiled(lean[code], first, count), second]);
  const doors = await wake(module, checked(lean.image, image, count));
  step("start");
  return doors;
}

/**
 * @param {File} file
 * @param {Response} response
 * @param {(bytes: number) => void} count
 */
async function compiled(file, response, count) {
  const blocks = checked(file, response, count);
  const stream = new ReadableStream({
    async pull(to) {
      const { value } = await blocks.next();
      if (value) to.enqueue(value.slice());
      else to.close();
    },
  });
  return WebAssembly.compileStreaming(new Response(stream, { headers: { "content-type": "application/wasm" } }));
}

/**
 * Pyodide as its documentation shows it, with our engine, which the browser checks.
 * @param {Start} start
 * @returns {Promise<Doors>}
 */
async function plain({ list, address, step }) {
  step("start");
  const near = (/** @type {string} */ path) => new URL(path, address).href;
  const archive = async () => new Uint8Array(await (await fetched(near(list.engine.path), list.engine)).arrayBuffer());
  return open(import(near(list.pyodide)), near("./"), list.lock, archive());
}

/**
 * Starts one layer, and makes one call where nobody waits: the first is slow, because its functions are compiled for it.
 * @param {string} manifest address of the list
 * @param {string} wanted
 * @returns {Promise<Doors>}
 */
async function start(manifest, wanted) {
  const list = /** @type {Manifest} */ (await (await fetched(manifest)).json());
  const layer = list.lean && crypto.subtle ? wanted : "plain"; // where nothing can be checked, nothing altered runs
  const step = (/** @type {string} */ name, done = 0, total = 0) =>
    postMessage({ progress: { layer, done, total, step: name } });
  const way = /** @type {(start: Start) => Promise<Doors>} */ (layers[layer]);
  const opened = await way({ list, address: manifest, step });
  const [door = "", ...told] = list.warm;
  if (!last) opened(door, ...told);
  const files = performance.getEntriesByType("resource").map(({ name }) => name);
  postMessage({ ready: { layer, files } });
  return opened;
}

/**
 * Whoever asks twice while Python starts wants the second answer only.
 * @param {Question} question
 */
async function reply({ id, query, base }) {
  last = id;
  const ask = await doors;
  if (id === last && ask) postMessage({ id, html: ask("answer", query, base) });
}

/** @param {Knock} knock */
async function knock({ id, door, told }) {
  last ||= id;
  const ask = await doors;
  if (ask) postMessage({ id, given: ask(door, ...told) });
}

/** What fails here leaves a Python that nobody may ask again. @param {unknown} error */
const fail = (error) => postMessage({ failed: String(error) });

/** @param {MessageEvent<Order>} event */
function obey({ data }) {
  if ("manifest" in data) {
    doors = start(data.manifest, data.layer);
    doors.catch(fail);
  } else ("door" in data ? knock(data) : reply(data)).catch(fail);
}

addEventListener("message", obey);
postMessage({}); // a sign of life
