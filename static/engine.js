// Knows the one door to Python: how its worker starts, what takes over when it fails, which question counts, and who waits for what.
// Must never know the page, a question, a sentence for the reader, or what an answer says.

const LAYERS = ["lean", "full", "plain"]; // each does the same; whoever fails is discarded, and the next one asked
const PATIENCE = 10_000; // ms without a sign of life until a layer counts as failed; the last one may take its time
const ALIVE = 5000; // ms until a worker's own script, which is small, counts as lost on its way
const GIVE_UP = 25_000; // ms until a knock counts as failed: Python never starts where WebAssembly is held back

/**
 * @typedef {[name: string, type: string, content: Uint8Array<ArrayBuffer>]} Made
 * @typedef {string | Made} Given
 * @typedef {{ layer: string, done: number, total: number, step: string }} Progress
 * @typedef {{ layer: string, files: string[] }} Ready
 * @typedef {{ id: number, html?: string, given?: Given, failed?: string, progress?: Progress, ready?: Ready }} Reply
 * @typedef {{ order: object, resolve: (given: any) => void, reject: (reason: Error) => void }} Waiting
 * @typedef {(address: URL) => Worker} MakeWorker
 */

/** Why a question is left without an answer: a newer one was asked, and only that counts. */
export class Overtaken extends Error {}

/**
 * The one worker of the visit: it outlives the page where pages are exchanged without a load.
 * Events: `progress` ({ layer, done, total, step }, in bytes), `ready` ({ layer, files }), `fall` ({ layer, reason }).
 */
class Engine extends EventTarget {
  #manifest = "";
  /** @type {MakeWorker} */
  #make_worker = (address) => new Worker(address, { type: "module", name: "engine" });
  /** @type {Worker | undefined} */
  #worker;
  #layer = 0;
  #begun = false;
  #alive = false;
  #lost = false;
  #ready = false;
  #watch = 0;
  #count = 0;
  #last = 0;
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();
  /** The addresses of what Python was started from, once it is ready. @type {string[]} */
  used = [];

  /** @param {{ manifest?: string, make_worker?: MakeWorker }} how the list of what Python needs, and another way to a worker */
  configure({ manifest, make_worker }) {
    this.#manifest = manifest ?? this.#manifest;
    this.#make_worker = make_worker ?? this.#make_worker;
  }

  /** Makes the worker, which waits with its script alone: no time is lost on that when Python is wanted. */
  prepare() {
    if (this.#worker) return;
    const address = new URL("./worker.js", import.meta.url);
    if (this.#lost) address.search = "again"; // what holds up a request may hold up all to the same address
    const worker = this.#make_worker(address);
    this.#alive = false;
    worker.onmessage = ({ data }) => this.#tell(data);
    worker.onerror = (event) => (this.#begun ? this.#fall(event.message || "worker") : this.#discard());
    this.#worker = worker;
  }

  start() {
    if (this.#begun) return;
    // Beside a worker that is only being made, which then asks for it at once, and tells when it is missing.
    if (!this.#worker) fetch(this.#manifest).catch(() => {});
    this.prepare();
    this.#begun = true;
    this.#ready = false;
    this.#worker?.postMessage({ manifest: this.#manifest, layer: LAYERS[this.#layer] });
    this.#wait();
  }

  /** Starts if the browser has kept all that it takes since an earlier visit: then nothing is fetched, and no time lost later. */
  async resume() {
    const list = await caches.match(this.#manifest);
    const { lean } =
      /** @type {{ lean?: Record<string, { path: string, packed?: string }> }} */ (await list?.json()) ?? {};
    const kept = async (/** @type {string | undefined} */ path) => path && caches.match(new URL(path, this.#manifest));
    const { core, image } = lean ?? {};
    if ((await kept(core?.path)) && ((await kept(image?.path)) || (await kept(image?.packed)))) this.start();
  }

  stop() {
    this.#end(new Error("stopped"));
  }

  /**
   * The answer to a question as HTML; whoever asks twice gets the newer answer only.
   * @param {string} query
   * @param {string} base
   * @returns {Promise<string>}
   */
  ask(query, base) {
    this.#waiting.get(this.#last)?.reject(new Overtaken());
    this.#waiting.delete(this.#last);
    const answer = this.#post({ query, base });
    this.#last = this.#count;
    return answer;
  }

  /**
   * Knocks at any of Python's doors.
   * @param {string} door
   * @param {string[]} told
   * @returns {Promise<Given>}
   */
  call(door, ...told) {
    const given = this.#post({ door, told });
    const id = this.#count;
    const late = setTimeout(() => this.#waiting.get(id)?.reject(new Error("late")), GIVE_UP);
    return given.finally(() => clearTimeout(late));
  }

  /** @param {object} asked @returns {Promise<any>} */
  #post(asked) {
    this.start();
    const order = { id: ++this.#count, ...asked };
    const given = new Promise((resolve, reject) => this.#waiting.set(order.id, { order, resolve, reject }));
    this.#worker?.postMessage(order);
    this.#wait();
    return given;
  }

  /** @param {Reply} reply */
  #tell({ id, html, given, failed, progress, ready }) {
    this.#alive = true;
    if (failed !== undefined) {
      this.#fall(failed);
      return;
    }
    if (ready) this.#begin(ready);
    else if (progress) this.#go_on(progress);
    else {
      this.#waiting.get(id)?.resolve(html ?? given);
      this.#waiting.delete(id);
    }
    this.#wait();
  }

  /** @param {Progress} progress of a layer, which is a later one where the list names no other */
  #go_on(progress) {
    this.#layer = LAYERS.indexOf(progress.layer);
    this.dispatchEvent(new CustomEvent("progress", { detail: progress }));
  }

  /** @param {Ready} ready */
  #begin(ready) {
    this.#ready = true;
    performance.mark("python-ready"); // for whoever measures
    this.used = [this.#manifest, ...ready.files];
    this.dispatchEvent(new CustomEvent("ready", { detail: ready }));
  }

  /** Begins to wait for a sign of life, where one is due and another layer is left. */
  #wait() {
    clearTimeout(this.#watch);
    const due = this.#begun && (!this.#ready || this.#waiting.size);
    const left = this.#unheard || this.#layer < LAYERS.length - 1;
    if (due && left) this.#watch = setTimeout(() => this.#fall("late"), this.#unheard ? ALIVE : PATIENCE);
  }

  /** Whether nothing has come from the worker, and it is the first that this happened to: then its script may be lost on its way. */
  get #unheard() {
    return !this.#alive && !this.#lost;
  }

  /** The next layer takes over, with all the questions that still wait. @param {string} reason */
  #fall(reason) {
    this.dispatchEvent(new CustomEvent("fall", { detail: { layer: LAYERS[this.#layer], reason } }));
    const again = this.#unheard && reason === "late"; // it is no layer that failed
    this.#lost ||= again;
    if (!again && this.#layer === LAYERS.length - 1) {
      this.#end(new Error(reason));
      return;
    }
    this.#discard();
    if (!again) this.#layer += 1;
    this.start();
    for (const { order } of this.#waiting.values()) this.#worker?.postMessage(order);
  }

  #discard() {
    clearTimeout(this.#watch);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#begun = false;
  }

  /** The next question starts afresh, with the first layer: the network may be back by then. @param {Error} reason */
  #end(reason) {
    this.#discard();
    this.#layer = 0;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(reason);
  }
}

export const engine = new Engine();
