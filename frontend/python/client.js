// The page's connection to Python: one module worker for the visit, its time limits, and what takes over if it fails.
//
// Three layers give the same answers: the frozen core, the frozen full module, and plain Pyodide. A layer that fails is discarded, and
// the next one gets all open requests.

const LAYERS = ["frozen-core", "frozen-full", "pyodide"]; // in order of start-up time; each gives the same answers
const LAYER_TIMEOUT = 10_000; // ms without a message until a layer counts as failed; the last layer has no limit
const WORKER_TIMEOUT = 5000; // ms until the worker's small script counts as lost in transit
const CALL_TIMEOUT = 25_000; // ms until a call fails: Python never starts where a host withholds WebAssembly

/**
 * @typedef {[name: string, type: string, content: Uint8Array<ArrayBuffer>]} Download
 * @typedef {string | Download} Result
 * @typedef {{ layer: string, done: number, total: number, step: string }} Progress
 * @typedef {{ layer: string, files: string[] }} Ready
 * @typedef {{ id: number, html?: string, result?: Result, failed?: string, progress?: Progress, ready?: Ready }} Reply
 * @typedef {{ request: object, resolve: (result: any) => void, reject: (reason: Error) => void }} PendingRequest
 * @typedef {(address: URL) => Worker} MakeWorker
 */

/** Rejection reason of a request that a newer one superseded. */
export class SupersededError extends Error {}

/**
 * The one worker of the visit. It survives instant navigation, where pages change without a load.
 * Events: `progress` ({ layer, done, total, step }, in bytes), `ready` ({ layer, files }), `fallback` ({ layer, reason }).
 */
class Engine extends EventTarget {
  #manifest = "";
  /** @type {MakeWorker} */
  #makeWorker = (address) => new Worker(address, { type: "module", name: "engine" });
  /** @type {Worker | undefined} */
  #worker;
  #layer = 0;
  #started = false;
  #workerResponded = false;
  #workerLost = false;
  #ready = false;
  #watchdog = 0;
  #count = 0;
  #lastQuestion = 0;
  /** @type {Map<number, PendingRequest>} */
  #pending = new Map();
  /** Addresses of the files that Python started from, once it is ready. @type {string[]} */
  used = [];

  /** @param {{ manifest?: string, makeWorker?: MakeWorker }} options address of the manifest, and how to create a worker */
  configure({ manifest, makeWorker }) {
    this.#manifest = manifest ?? this.#manifest;
    this.#makeWorker = makeWorker ?? this.#makeWorker;
  }

  /** Create the worker without starting Python, so that its script is already loaded when Python is needed. */
  createWorker() {
    if (this.#worker) return;
    const address = new URL("./worker.js", import.meta.url);
    if (this.#workerLost) address.search = "again"; // a stalled request may stall all others to the same address
    const worker = this.#makeWorker(address);
    this.#workerResponded = false;
    worker.onmessage = ({ data }) => this.#onMessage(data);
    worker.onerror = (event) => (this.#started ? this.#nextLayer(event.message || "worker") : this.#discard());
    this.#worker = worker;
  }

  start() {
    if (this.#started) return;
    // Fetch it in parallel with the worker's script; the worker reports errors.
    if (!this.#worker) fetch(this.#manifest).catch(() => {});
    this.createWorker();
    this.#started = true;
    this.#ready = false;
    this.#worker?.postMessage({ manifest: this.#manifest, layer: LAYERS[this.#layer] });
    this.#armWatchdog();
  }

  /** Start if an earlier visit left all files in the cache, so that nothing has to be downloaded. */
  async startIfCached() {
    const list = await caches.match(this.#manifest);
    const { frozen } =
      /** @type {{ frozen?: Record<string, { path: string, packed?: string }> }} */ (await list?.json()) ?? {};
    const cached = async (/** @type {string | undefined} */ path) =>
      path && caches.match(new URL(path, this.#manifest));
    const { core, image } = frozen ?? {};
    if ((await cached(core?.path)) && ((await cached(image?.path)) || (await cached(image?.packed)))) this.start();
  }

  abort() {
    this.#reset(new Error("stopped"));
  }

  /**
   * Ask for an answer as HTML. A newer request rejects the older one with SupersededError.
   * @param {string} query
   * @param {string} base
   * @returns {Promise<string>}
   */
  ask(query, base) {
    this.#pending.get(this.#lastQuestion)?.reject(new SupersededError());
    this.#pending.delete(this.#lastQuestion);
    const answer = this.#send({ query, base });
    this.#lastQuestion = this.#count;
    return answer;
  }

  /**
   * Call one of app.py's functions.
   * @param {string} endpoint
   * @param {string[]} args
   * @returns {Promise<Result>}
   */
  call(endpoint, ...args) {
    const result = this.#send({ endpoint, args });
    const id = this.#count;
    const timer = setTimeout(() => this.#pending.get(id)?.reject(new Error("late")), CALL_TIMEOUT);
    return result.finally(() => clearTimeout(timer));
  }

  /** @param {object} payload @returns {Promise<any>} */
  #send(payload) {
    this.start();
    const request = { id: ++this.#count, ...payload };
    const result = new Promise((resolve, reject) => this.#pending.set(request.id, { request, resolve, reject }));
    this.#worker?.postMessage(request);
    this.#armWatchdog();
    return result;
  }

  /** @param {Reply} reply */
  #onMessage({ id, html, result, failed, progress, ready }) {
    this.#workerResponded = true;
    if (failed !== undefined) {
      this.#nextLayer(failed);
      return;
    }
    if (ready) this.#onReady(ready);
    else if (progress) this.#onProgress(progress);
    else {
      this.#pending.get(id)?.resolve(html ?? result);
      this.#pending.delete(id);
    }
    this.#armWatchdog();
  }

  /** @param {Progress} progress of a layer; it is a later one if the manifest lacks the layer that was asked for */
  #onProgress(progress) {
    this.#layer = LAYERS.indexOf(progress.layer);
    this.dispatchEvent(new CustomEvent("progress", { detail: progress }));
  }

  /** @param {Ready} ready */
  #onReady(ready) {
    this.#ready = true;
    performance.mark("python-ready"); // for benchmarks
    this.used = [this.#manifest, ...ready.files];
    this.dispatchEvent(new CustomEvent("ready", { detail: ready }));
  }

  /** Restart the timeout if a message is awaited and another layer is left. */
  #armWatchdog() {
    clearTimeout(this.#watchdog);
    const awaited = this.#started && (!this.#ready || this.#pending.size);
    const canContinue = this.#awaitingFirstMessage || this.#layer < LAYERS.length - 1;
    if (awaited && canContinue)
      this.#watchdog = setTimeout(
        () => this.#nextLayer("late"),
        this.#awaitingFirstMessage ? WORKER_TIMEOUT : LAYER_TIMEOUT,
      );
  }

  /** True until the first worker has sent a message: its script may still be loading, or lost. */
  get #awaitingFirstMessage() {
    return !this.#workerResponded && !this.#workerLost;
  }

  /** Start the next layer and send it all open requests. @param {string} reason */
  #nextLayer(reason) {
    this.dispatchEvent(new CustomEvent("fallback", { detail: { layer: LAYERS[this.#layer], reason } }));
    const retry = this.#awaitingFirstMessage && reason === "late"; // the script was lost: try the same layer again
    this.#workerLost ||= retry;
    if (!retry && this.#layer === LAYERS.length - 1) {
      this.#reset(new Error(reason));
      return;
    }
    this.#discard();
    if (!retry) this.#layer += 1;
    this.start();
    for (const { request } of this.#pending.values()) this.#worker?.postMessage(request);
  }

  #discard() {
    clearTimeout(this.#watchdog);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#started = false;
  }

  /** The next request starts again with the first layer: the network may be back by then. @param {Error} reason */
  #reset(reason) {
    this.#discard();
    this.#layer = 0;
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of pending) reject(reason);
  }
}

export const engine = new Engine();
