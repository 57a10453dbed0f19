// Knows the form of an image, and how its pieces come to their places in a memory.
// Must never know what the pieces are, or Python.

/**
 * @typedef {Iterable<Uint8Array> | AsyncIterable<Uint8Array>} Blocks of an image, in order, of any size but that the first holds the list of its
 *   pieces; each is read at once and may be written over afterwards
 */

const PAGE = 65_536; // bytes
const START = 20; // bytes of WebAssembly around the image: builder/lean/image.py tells its form
const HEAD = 20; // bytes: where to begin twice, how far the memory reaches, how many pieces there are, how long their list is
const FIELDS = [0, 4, 8, 12, 16]; // bytes from the head's beginning to each of these
const MORE = 128; // in a byte of the list: the number goes on in the next byte

/** Bytes of memory: more than that is a mistake. */
export const MOST = 0x4000_0000;

/** @param {WebAssembly.Memory} memory @param {number} size in bytes @returns {number} 1 if the memory reaches so far now */
export function grow(memory, size) {
  const missing = size - memory.buffer.byteLength;
  if (size > MOST) return 0;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
  return 1;
}

/**
 * @typedef {{ door: number, first: number, pieces: [number, number][], begin: number, next: number, at: number, left: number }} Plan where the
 *   door is and the first of the strings, place and size of each piece, where in the first block they begin, which piece is next, where the next
 *   byte belongs, and how many its piece still has
 * @param {Uint8Array} block the first one
 * @param {WebAssembly.Memory} memory is made to reach as far as the image does
 * @returns {Plan}
 */
function plan(block, memory) {
  const image = block.subarray(START);
  const head = new DataView(image.buffer, image.byteOffset);
  const [door = 0, first = 0, top = 0, count = 0, list = 0] = FIELDS.map((at) => head.getUint32(at, true));
  if (HEAD + list > image.length || !grow(memory, top)) throw new Error("not an image");
  return {
    door,
    first,
    pieces: [...places(image.subarray(HEAD), count)],
    begin: START + HEAD + list,
    next: 0,
    at: 0,
    left: 0,
  };
}

/** @param {Uint8Array} list @param {number} count @returns {Generator<[number, number]>} place and size of each piece, in bytes */
function* places(list, count) {
  let [at, read] = [0, 0];
  /** @returns {number} the next number of the list: seven bits a byte, the last byte below 128 */
  const number = () => {
    let [sum, scale, byte] = [0, 1, MORE];
    for (; byte >= MORE; scale *= MORE) {
      byte = list[read++] ?? 0;
      sum += (byte % MORE) * scale;
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
 * Writes the image's pieces to their places. What lies between them stays as the module brings it, zero for the most part, and no page
 * of it is touched.
 * @param {Blocks} image
 * @param {WebAssembly.Memory} memory
 * @returns {Promise<Plan>} as it was carried out
 */
export async function fill(image, memory) {
  /** @type {Plan | undefined} */
  let planned;
  for await (const block of image) {
    const begin = planned ? 0 : undefined;
    planned ??= plan(block, memory);
    put(block.subarray(begin ?? planned.begin), planned, new Uint8Array(memory.buffer));
  }
  if (!planned || planned.left || planned.next < planned.pieces.length) throw new Error("no whole image");
  return planned;
}

/** @param {Uint8Array} bytes of the pieces, one after another @param {Plan} planned @param {Uint8Array} to */
function put(bytes, planned, to) {
  for (let from = 0; from < bytes.length; ) {
    if (!planned.left) {
      const piece = planned.pieces[planned.next++];
      if (!piece) throw new Error("image too long");
      [planned.at, planned.left] = piece;
    }
    const some = bytes.subarray(from, from + planned.left);
    to.set(some, planned.at);
    from += some.length;
    planned.at += some.length;
    planned.left -= some.length;
  }
}
