// Fetch a file block by block: count its bytes, unpack it where the host does not compress, and check each block's hash.

const HEX = 16; // digits
const BLOCK = 262_144; // bytes that are checked at once: builder/pyodide/bundle.py has the same

/**
 * @typedef {{ path: string, size: number, sha256: string[], packed?: string }} File size and block hashes are those of the uncompressed file
 * @typedef {(bytes: number) => void} Count gets the number of bytes that arrived
 * @typedef {Uint8Array<ArrayBuffer>} Bytes
 */

/** @param {string} address @param {{ integrity?: string }} check of the whole, by the browser @returns {Promise<Response>} */
export async function fetchOk(address, { integrity } = {}) {
  const response = await fetch(address, { integrity });
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response;
}

/**
 * Whether the host compresses responses; if not, the pre-gzipped copy is smaller. Some hosts hide Content-Encoding, but not Content-Length.
 * @param {Response} response
 * @param {File} file
 */
export function isCompressed({ headers }, file) {
  const sent = Number(headers.get("content-length"));
  return headers.has("content-encoding") || (sent > 0 && sent < file.size);
}

/**
 * Yield a file block by block, so that it is never in memory as a whole. Throws if a block's hash differs.
 * @param {File} file
 * @param {Response} response
 * @param {Count} count
 * @returns {AsyncGenerator<Bytes, void>} each block is valid until the next one is requested
 */
export async function* verifiedBlocks(file, response, count) {
  const body = /** @type {ReadableStream<Bytes>} */ (response.body);
  const isGzip = file.packed && response.url.endsWith(file.packed);
  const source = new Source(isGzip ? body.pipeThrough(new DecompressionStream("gzip")) : body, count);
  const size = (/** @type {number} */ at) => Math.min(BLOCK, Math.max(0, file.size - at * BLOCK));
  let next = source.fill(new ArrayBuffer(size(0)), size(0));
  let spareBuffer = new ArrayBuffer(size(1));
  for (const [at, sha256] of file.sha256.entries()) {
    const block = await next;
    const digest = hash(block);
    next = source.fill(spareBuffer, size(at + 1)); // in parallel with the check and use of this block
    next.catch(() => {}); // awaited, and so reported, in the next round
    if ((await digest) !== sha256) throw new Error(`hash of ${response.url}`);
    yield block;
    spareBuffer = block.buffer;
  }
  if (!(await source.isFinished())) throw new Error(`size of ${response.url}`);
}

/** @param {Bytes} bytes */
async function hash(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(HEX).padStart(2, "0")).join("");
}

/** Reads a stream block by block; where the browser supports it, into the same buffers, which spares garbage collection. */
class Source {
  #count;
  /** @type {ReadableStreamBYOBReader | undefined} */
  #byobReader;
  /** @type {ReadableStreamDefaultReader<Bytes> | undefined} */
  #defaultReader;
  /** @type {Bytes} */
  #buffered = new Uint8Array();

  /** @param {ReadableStream<Bytes>} body @param {Count} count */
  constructor(body, count) {
    this.#count = count;
    try {
      this.#byobReader = body.getReader({ mode: "byob" });
    } catch {
      this.#defaultReader = body.getReader();
    }
  }

  /** @param {ArrayBuffer} buffer is used up @param {number} size @returns {Promise<Bytes>} the next so many bytes */
  async fill(buffer, size) {
    let block = new Uint8Array(buffer, 0, size);
    for (let at = 0; at < size; ) {
      const bytes = await this.#read(block.subarray(at));
      if (!bytes.length) throw new Error("size");
      block = new Uint8Array(bytes.buffer, 0, size);
      at += bytes.length;
      this.#count(bytes.length);
    }
    return block;
  }

  /** Whether nothing is left. */
  async isFinished() {
    return !(await this.#read(new Uint8Array(1))).length;
  }

  /** @param {Bytes} target is used up @returns {Promise<Bytes>} the bytes that were read; empty at the end */
  async #read(target) {
    if (this.#byobReader) return (await this.#byobReader.read(target)).value ?? new Uint8Array();
    if (!this.#buffered.length) this.#buffered = (await this.#defaultReader?.read())?.value ?? new Uint8Array();
    const bytes = this.#buffered.subarray(0, target.length);
    this.#buffered = this.#buffered.subarray(bytes.length);
    target.set(bytes);
    return target.subarray(0, bytes.length);
  }
}
