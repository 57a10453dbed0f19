// Knows how a file comes to the worker: counted while it comes, unpacked where the host does not pack, each block checked before use.
// Must never know what a file is for.

const HEX = 16; // digits
const BLOCK = 262_144; // bytes that are checked at once: builder/bundle.py has the same

/**
 * @typedef {{ path: string, size: number, sha256: string[], packed?: string }} File its size, and the hash of each BLOCK bytes of it, are
 *   those of what is unpacked
 * @typedef {(bytes: number) => void} Count is told how many more bytes are there
 * @typedef {Uint8Array<ArrayBuffer>} Bytes
 */

/** @param {string} address @param {{ integrity?: string }} check of the whole, by the browser @returns {Promise<Response>} */
export async function fetched(address, { integrity } = {}) {
  const response = await fetch(address, { integrity });
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response;
}

/**
 * Whether the host packs what it sends; where it does not, a file that was packed beforehand is smaller. Some hosts keep to
 * themselves how they pack, but not how many bytes they send.
 * @param {Response} response
 * @param {File} file
 */
export function packs({ headers }, file) {
  const sent = Number(headers.get("content-length"));
  return headers.has("content-encoding") || (sent > 0 && sent < file.size);
}

/**
 * A file block by block, and never more of it at once; it ends in an error where a block is not what the build made.
 * @param {File} file
 * @param {Response} response
 * @param {Count} count
 * @returns {AsyncGenerator<Bytes, void>} each block is good until the next one is asked for
 */
export async function* checked(file, response, count) {
  const body = /** @type {ReadableStream<Bytes>} */ (response.body);
  const zipped = file.packed && response.url.endsWith(file.packed);
  const source = new Source(zipped ? body.pipeThrough(new DecompressionStream("gzip")) : body, count);
  const size = (/** @type {number} */ at) => Math.min(BLOCK, Math.max(0, file.size - at * BLOCK));
  let coming = source.fill(new ArrayBuffer(size(0)), size(0));
  let spare = new ArrayBuffer(size(1));
  for (const [at, sha256] of file.sha256.entries()) {
    const block = await coming;
    const found = hash(block);
    coming = source.fill(spare, size(at + 1)); // while this one is checked and used
    coming.catch(() => {}); // it is told when it is waited for
    if ((await found) !== sha256) throw new Error(`hash of ${response.url}`);
    yield block;
    spare = block.buffer;
  }
  if (!(await source.ended())) throw new Error(`size of ${response.url}`);
}

/** @param {Bytes} bytes */
async function hash(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(HEX).padStart(2, "0")).join("");
}

/** A stream that is read a block at a time; where the browser can, into the same bytes again and again: they are no litter then. */
class Source {
  #count;
  /** @type {ReadableStreamBYOBReader | undefined} */
  #into;
  /** @type {ReadableStreamDefaultReader<Bytes> | undefined} */
  #from;
  /** @type {Bytes} */
  #rest = new Uint8Array();

  /** @param {ReadableStream<Bytes>} body @param {Count} count */
  constructor(body, count) {
    this.#count = count;
    try {
      this.#into = body.getReader({ mode: "byob" });
    } catch {
      this.#from = body.getReader();
    }
  }

  /** @param {ArrayBuffer} buffer is used up @param {number} size @returns {Promise<Bytes>} the next so many bytes */
  async fill(buffer, size) {
    let block = new Uint8Array(buffer, 0, size);
    for (let at = 0; at < size; ) {
      const some = await this.#some(block.subarray(at));
      if (!some.length) throw new Error("size");
      block = new Uint8Array(some.buffer, 0, size);
      at += some.length;
      this.#count(some.length);
    }
    return block;
  }

  /** Whether nothing is left. */
  async ended() {
    return !(await this.#some(new Uint8Array(1))).length;
  }

  /** @param {Bytes} room is used up @returns {Promise<Bytes>} the room with some bytes in it, as far as they reach; none at the end */
  async #some(room) {
    if (this.#into) return (await this.#into.read(room)).value ?? new Uint8Array();
    if (!this.#rest.length) this.#rest = (await this.#from?.read())?.value ?? new Uint8Array();
    const some = this.#rest.subarray(0, room.length);
    this.#rest = this.#rest.subarray(some.length);
    room.set(some);
    return room.subarray(0, some.length);
  }
}
