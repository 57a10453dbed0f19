// Write a memory image into WebAssembly memory. It consists of a header, a list of pieces, and the pieces.

/**
 * @typedef {Iterable<Uint8Array> | AsyncIterable<Uint8Array>} Blocks of an image, in order, of any size but that the first holds the list of its
 *   pieces; each is read at once and may be written over afterwards
 */

const PAGE = 65_536; // bytes
const START = 20; // bytes of WebAssembly around the image: frozen_runtime/image.py tells its form
const HEAD = 20; // bytes: entry point, first string, memory size, number of pieces, length of their list
const FIELDS = [0, 4, 8, 12, 16]; // bytes from the head's beginning to each of these
const CONTINUED = 128; // continuation bit of a LEB128 byte

/** Bytes of memory; more is an error. */
export const MAX_MEMORY = 0x4000_0000;

/** @param {WebAssembly.Memory} memory @param {number} size in bytes @returns {number} 1 if the memory reaches so far now */
export function growMemory(memory, size) {
  const missing = size - memory.buffer.byteLength;
  if (size > MAX_MEMORY) return 0;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
  return 1;
}

/**
 * @typedef {{ entryPoint: number, first: number, pieces: [number, number][], begin: number, next: number, at: number, left: number }} Plan addresses of the entry point and of the first string, address and size of each piece, offset of the pieces in the first block, index of the next piece, address of the next byte, and bytes left in its piece
 * @param {Uint8Array} block the first one
 * @param {WebAssembly.Memory} memory is made to reach as far as the image does
 * @returns {Plan}
 */
function plan(block, memory) {
  const image = block.subarray(START);
  const head = new DataView(image.buffer, image.byteOffset);
  const [entryPoint = 0, first = 0, top = 0, count = 0, list = 0] = FIELDS.map((at) => head.getUint32(at, true));
  if (HEAD + list > image.length || !growMemory(memory, top)) throw new Error("not an image");
  return {
    entryPoint,
    first,
    pieces: [...pieceRanges(image.subarray(HEAD), count)],
    begin: START + HEAD + list,
    next: 0,
    at: 0,
    left: 0,
  };
}

/** @param {Uint8Array} list @param {number} count @returns {Generator<[number, number]>} address and size of each piece, in bytes */
function* pieceRanges(list, count) {
  let [at, read] = [0, 0];
  /** @returns {number} the next number of the list: seven bits a byte, the last byte below 128 */
  const number = () => {
    let [sum, scale, byte] = [0, 1, CONTINUED];
    for (; byte >= CONTINUED; scale *= CONTINUED) {
      byte = list[read++] ?? 0;
      sum += (byte % CONTINUED) * scale;
    }
    return sum;
  };
  for (let piece = 0; piece < count; piece++) {
    at += number();
    const size = number();
    yield [at, size];
    at += size;
  }
}

/**
 * Write the image's pieces to memory. Memory between them is not touched, so the operating system need not allocate its pages.
 * @param {Blocks} image
 * @param {WebAssembly.Memory} memory
 * @returns {Promise<Plan>} with all pieces written
 */
export async function fill(image, memory) {
  /** @type {Plan | undefined} */
  let progress;
  for await (const block of image) {
    const begin = progress ? 0 : undefined;
    progress ??= plan(block, memory);
    writePieces(block.subarray(begin ?? progress.begin), progress, new Uint8Array(memory.buffer));
  }
  if (!progress || progress.left || progress.next < progress.pieces.length) throw new Error("no whole image");
  return progress;
}

/** @param {Uint8Array} bytes of the pieces, one after another @param {Plan} progress @param {Uint8Array} to */
function writePieces(bytes, progress, to) {
  for (let from = 0; from < bytes.length; ) {
    if (!progress.left) {
      const piece = progress.pieces[progress.next++];
      if (!piece) throw new Error("image too long");
      [progress.at, progress.left] = piece;
    }
    const bytesNow = bytes.subarray(from, from + progress.left);
    to.set(bytesNow, progress.at);
    from += bytesNow.length;
    progress.at += bytesNow.length;
    progress.left -= bytesNow.length;
  }
}
