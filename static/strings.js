// Knows how CPython's strings get again what an image leaves out of them: their hashes, and which are one of a kind.
// Must never know a string, or what else an image holds.
//
// builder/lean/heap.mjs links them.

const WORD = 4; // bytes
const HASH = 3; // words from the beginning of a str
const UNKNOWN = -1; // a hash that CPython computes when it is asked
const [DISTANCE, ONE_OF_A_KIND] = [0x7fff_fff8, 1]; // bits of what stands instead of a hash: bytes to the next string

/**
 * @param {import("./lean.js").Python} python
 * @param {number} first address of the strings
 */
export function remember(python, first) {
  const cell = python.malloc(WORD) >>> 0;
  let words = new Int32Array(python.memory.buffer);
  for (let [text, distance] = [first, 1]; distance; text += distance) {
    if (!words.length) words = new Int32Array(python.memory.buffer); // it has grown
    const link = words[text / WORD + HASH] ?? 0;
    distance = link & DISTANCE;
    words[text / WORD + HASH] = UNKNOWN;
    words[cell / WORD] = text;
    if (link & ONE_OF_A_KIND) python.PyUnicode_InternInPlace(cell);
    else python.PyObject_Hash(text);
    if (new Int32Array(python.memory.buffer, cell, 1)[0] !== text) throw new Error("not interned");
  }
  python.free(cell);
}
