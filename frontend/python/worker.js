// The module worker: starts Python in one of three ways, and passes strings to app.py's functions and back.

import { instantiate } from "../../frozen_runtime/host/frozen-runtime.js";
import { loadEngine } from "./pyodide-runtime.js";
import { fetchOk, isCompressed, verifiedBlocks } from "./verified-fetch.js";

/**
 * The manifest; every path is relative to it. Without `frozen` there is the Pyodide layer only.
 * @typedef {import("./verified-fetch.js").File} File
 * @typedef {{ core: File, full: File, image: File }} FrozenFiles
 * @typedef {{ path: string, integrity: string }} Engine
 * @typedef {{ pyodide: string, lock: object, engine: Engine, warm: string[], frozen?: FrozenFiles }} Manifest
 * @typedef {import("../../frozen_runtime/host/frozen-runtime.js").Result} Result
 * @typedef {import("../../frozen_runtime/host/frozen-runtime.js").CallEndpoint} CallEndpoint
 * @typedef {{ list: Manifest, address: string, step: (name: string, done?: number, total?: number) => void }} Start
 * @typedef {{ id: number, query: string, base: string }} Question
 * @typedef {{ id: number, endpoint: string, args: string[] }} Call
 * @typedef {{ manifest: string, layer: string } | Question | Call} Request
 */

/** @type {Record<string, (start: Start) => Promise<CallEndpoint>>} */
const layers = {
  "frozen-core": (start) => startFrozen(start, "core"),
  "frozen-full": (start) => startFrozen(start, "full"),
  pyodide: startPyodide,
};

/** @type {Promise<CallEndpoint> | undefined} */
let callEndpoint;
let last = 0;

/**
 * Start the Python that was frozen at build time: with the functions that answers need (`core`), or with all of them (`full`).
 * @param {Start} start
 * @param {"core" | "full"} code
 * @returns {Promise<CallEndpoint>}
 */
async function startFrozen({ list, address, step }, code) {
  const files = /** @type {FrozenFiles} */ (list.frozen);
  const total = files[code].size + files.image.size;
  let done = 0;
  const count = (/** @type {number} */ bytes) => {
    done += bytes;
    step("fetch", done, total);
  };
  const fetchFile = (/** @type {string} */ path) => fetchOk(new URL(path, address).href);
  const first = await fetchFile(files[code].path);
  const second = fetchFile((!isCompressed(first, files[code]) && files.image.packed) || files.image.path);
  const [module, image] = await Promise.all([compile(files[code], first, count), second]);
  const call = await instantiate(module, verifiedBlocks(files.image, image, count));
  step("start");
  return call;
}

/**
 * @param {File} file
 * @param {Response} response
 * @param {(bytes: number) => void} count
 */
async function compile(file, response, count) {
  const blocks = verifiedBlocks(file, response, count);
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
 * Start Pyodide with the engine's archive, whose integrity the browser checks.
 * @param {Start} start
 * @returns {Promise<CallEndpoint>}
 */
async function startPyodide({ list, address, step }) {
  if (!list.pyodide) throw new Error("pyodide"); // a blog that serves the widget has the frozen core alone
  step("start");
  const resolve = (/** @type {string} */ path) => new URL(path, address).href;
  const archive = async () =>
    new Uint8Array(await (await fetchOk(resolve(list.engine.path), list.engine)).arrayBuffer());
  return loadEngine(import(resolve(list.pyodide)), resolve("./"), list.lock, archive());
}

/**
 * Start one layer, and make one warm-up call if no request waits: the first call is slow, because functions are compiled for it.
 * @param {string} manifest address of the list
 * @param {string} wantedLayer
 * @returns {Promise<CallEndpoint>}
 */
async function start(manifest, wantedLayer) {
  const list = /** @type {Manifest} */ (await (await fetchOk(manifest)).json());
  const layer = list.frozen && crypto.subtle ? wantedLayer : "pyodide"; // without crypto.subtle blocks cannot be verified, so the frozen files are not used
  const step = (/** @type {string} */ name, done = 0, total = 0) =>
    postMessage({ progress: { layer, done, total, step: name } });
  const startLayer = /** @type {(start: Start) => Promise<CallEndpoint>} */ (layers[layer]);
  const call = await startLayer({ list, address: manifest, step });
  const [endpoint = "", ...args] = list.warm;
  if (!last) call(endpoint, ...args);
  const files = performance.getEntriesByType("resource").map(({ name }) => name);
  postMessage({ ready: { layer, files } });
  return call;
}

/**
 * Answer the newest question only: older ones were superseded while Python started.
 * @param {Question} question
 */
async function handleQuestion({ id, query, base }) {
  last = id;
  const call = await callEndpoint;
  if (id === last && call) postMessage({ id, html: call("render_answer", query, base) });
}

/** @param {Call} request */
async function handleCall({ id, endpoint, args }) {
  last ||= id;
  const call = await callEndpoint;
  if (call) postMessage({ id, result: call(endpoint, ...args) });
}

/** After an error this Python must not be called again: the page discards the worker. @param {unknown} error */
const fail = (error) => postMessage({ failed: String(error) });

/** @param {MessageEvent<Request>} event */
function onMessage({ data }) {
  if ("manifest" in data) {
    callEndpoint = start(data.manifest, data.layer);
    callEndpoint.catch(fail);
  } else ("endpoint" in data ? handleCall(data) : handleQuestion(data)).catch(fail);
}

addEventListener("message", onMessage);
postMessage({}); // tells the page that the script has loaded
