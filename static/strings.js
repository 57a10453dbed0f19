// Knows how CPython's strings get again what an image leaves out of them: their hashes, and which are one of a kind.
// Must never know a string, or what else an image holds.
//
// builder/lean/heap.mjs leaves the marks.

const WORD = 4; // bytes
const TYPE = 1; // words from the beginning of a str
const HASH = 3; // the same
const IMMORTAL = 0x5000_0000; // what it begins with: a count of references that never changes
const [TO_HASH, TO_INTERN] = [0xffff_fffd, 0xffff_fffe]; // the marks, instead of a hash
const UNKNOWN = 0xffff_ffff; // a hash that CPython computes when it is asked

/**
 * @typedef {import("./lean.js").Python} Python
 * @param {Python} python
 * @param {[place: number, size: number][]} pieces of its memory in which strings may be
 */
export function remember(python, pieces) {
  const cell = python.malloc(WORD) >>> 0;
  const kind = python.PyUnicode_Type.value;
  for (const [place, size] of pieces) {
    const words = new Uint32Array(python.memory.buffer);
    for (const at of marked(words, kind, Math.floor(place / WORD), (place + size) / WORD)) finish(python, at, cell);
  }
  python.free(cell);
}

/** @param {Uint32Array} words @param {number} kind @param {number} from @param {number} to @returns {number[]} where marked strings begin */
export function marked(words, kind, from, to) {
  const found = [];
  for (let at = from; at < to; at++) {
    const mark = words[at + HASH];
    const one = words[at + TYPE] === kind && words[at] === IMMORTAL;
    if (one && (mark === TO_HASH || mark === TO_INTERN)) found.push(at);
  }
  return found;
}

/** @param {Python} python @param {number} at the word in which a marked string begins @param {number} cell room for an address */
function finish(python, at, cell) {
  const words = new Uint32Array(python.memory.buffer);
  const [mark, text] = [words[at + HASH], at * WORD];
  words[at + HASH] = UNKNOWN;
  words[cell / WORD] = text;
  if (mark === TO_HASH) python.PyObject_Hash(text);
  else python.PyUnicode_InternInPlace(cell);
  if (new Uint32Array(python.memory.buffer, cell, 1)[0] !== text) throw new Error("not interned");
}
