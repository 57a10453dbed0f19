// Knows the one door to Python: how its worker starts, which question counts, and who waits for what.
// Must never know the page, a question, a sentence for the reader, or what an answer says.

const GIVE_UP = 25_000; // ms until a knock counts as failed: Python never starts where WebAssembly is held back

/**
 * @typedef {[name: string, type: string, content: Uint8Array<ArrayBuffer>]} Made
 * @typedef {string | Made} Given
 * @typedef {{ layer: string, done: number, total: number, step: string }} Progress
 * @typedef {{ id: number, html?: string, given?: Given, failed?: string, progress?: Progress }} Reply
 * @typedef {{ resolve: (given: any) => void, reject: (reason: Error) => void }} Waiting
 * @typedef {(address: URL) => Worker} MakeWorker
 */

/** Why a question is left without an answer: a newer one was asked, and only that counts. */
export class Overtaken extends Error {}

/** The one worker of the visit: it outlives the page where pages are exchanged without a load. */
class Engine extends EventTarget {
  #manifest = "";
  /** @type {MakeWorker} */
  #make_worker = (address) => new Worker(address, { type: "module", name: "engine" });
  /** @type {Worker | undefined} */
  #worker;
  #count = 0;
  #last = 0;
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();

  /** @param {{ manifest?: string, make_worker?: MakeWorker }} how the list of what Python needs, and another way to a worker */
  configure({ manifest, make_worker }) {
    this.#manifest = manifest ?? this.#manifest;
    this.#make_worker = make_worker ?? this.#make_worker;
  }

  start() {
    if (this.#worker) return;
    this.#worker = this.#make_worker(new URL("./worker.js", import.meta.url));
    this.#worker.onmessage = ({ data }) => this.#tell(data);
    this.#worker.onerror = (event) => this.#end(new Error(event.message || "worker"));
    this.#worker.postMessage({ manifest: this.#manifest });
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

  /** @param {object} order @returns {Promise<any>} */
  #post(order) {
    this.start();
    this.#count += 1;
    const id = this.#count;
    this.#worker?.postMessage({ id, ...order });
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  /** @param {Reply} reply */
  #tell({ id, html, given, failed, progress }) {
    if (progress) this.dispatchEvent(new CustomEvent("progress", { detail: progress }));
    else if (failed !== undefined) this.#end(new Error(failed));
    else {
      this.#waiting.get(id)?.resolve(html ?? given);
      this.#waiting.delete(id);
    }
  }

  /** The next question starts afresh: the network may be back by then. @param {Error} reason */
  #end(reason) {
    this.#worker?.terminate();
    this.#worker = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(reason);
  }
}

export const engine = new Engine();
