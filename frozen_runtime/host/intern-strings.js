// Compute the hashes of CPython's strings after the image is written, and intern those that were interned.
//
// The frozen runtime's heap clean-up links the strings.

const WORD = 4; // bytes
const HASH = 3; // 32-bit words from the beginning of a str object
const UNKNOWN = -1; // CPython computes such a hash on first use
const [DISTANCE, INTERNED] = [0x7fff_fff8, 1]; // bits of the link that replaces a hash: bytes to the next string, and the interned flag

/**
 * @param {import("./frozen-runtime.js").Python} python
 * @param {number} first address of the strings
 */
export function internStrings(python, first) {
  const pointer = python.malloc(WORD) >>> 0;
  let memory = new Int32Array(python.memory.buffer);
  for (let [text, distance] = [first, 1]; distance; text += distance) {
    if (!memory.length) memory = new Int32Array(python.memory.buffer); // the memory has grown: the old view is detached
    const link = memory[text / WORD + HASH] ?? 0;
    distance = link & DISTANCE;
    memory[text / WORD + HASH] = UNKNOWN;
    memory[pointer / WORD] = text;
    if (link & INTERNED) python.PyUnicode_InternInPlace(pointer);
    else python.PyObject_Hash(text);
    if (new Int32Array(python.memory.buffer, pointer, 1)[0] !== text) throw new Error("not interned");
  }
  python.free(pointer);
}
