// Knows how a file comes to the worker: counted while it comes, unpacked where the host does not pack, checked before it is used.
// Must never know what a file is for.

const HEX = 16; // digits

/**
 * @typedef {{ path: string, size: number, sha256: string, packed?: string }} File its size and hash are those of what is unpacked
 * @typedef {(bytes: number) => void} Count is told how many more bytes are there
 */

/**
 * Whether the host packs what it sends; where it does not, or does not say so, a file that was packed beforehand is smaller.
 * @param {Response} response
 */
export const packs = (response) => response.headers.has("content-encoding");

/** @param {string} address @returns {Promise<Response>} */
export async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response;
}

/**
 * @param {File} file
 * @param {Response} response
 * @param {Count} count
 * @returns {Promise<Uint8Array<ArrayBuffer>>} the bytes, if they are those that the build made
 */
export async function checked(file, response, count) {
  const gzipped = file.packed && response.url.endsWith(file.packed);
  const body = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (response.body);
  const bytes = await collected(gzipped ? body.pipeThrough(new DecompressionStream("gzip")) : body, file.size, count);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  if (Array.from(hash, (byte) => byte.toString(HEX).padStart(2, "0")).join("") !== file.sha256)
    throw new Error(`hash of ${response.url}`);
  return bytes;
}

/**
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} body
 * @param {number} size
 * @param {Count} count
 */
async function collected(body, size, count) {
  const bytes = new Uint8Array(size);
  const reader = body.getReader();
  for (let at = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return bytes.subarray(0, at);
    if (at + value.length > size) throw new Error("size");
    bytes.set(value, at);
    at += value.length;
    count(value.length);
  }
}
