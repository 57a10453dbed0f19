// Knows how a frozen Python wakes: it fills WebAssembly's memory with the image and calls the one function that answers.
// Must never know the page, a question, what an answer says, or what to do when it fails.

/**
 * @typedef {string | [name: string, type: string, content: Uint8Array<ArrayBuffer>]} Given
 * @typedef {(door: string, ...told: string[]) => Given} Doors
 * @typedef {(...told: number[]) => number} Call
 * @typedef {"malloc" | "free" | "PyTuple_New" | "PyTuple_SetItem" | "PyTuple_GetItem" | "PyTuple_Size" | "PyErr_Clear"
 *   | "PyUnicode_FromStringAndSize" | "PyUnicode_AsUTF8AndSize" | "PyBytes_AsString" | "PyBytes_Size" | "PyObject_CallObject"
 *   | "Py_DecRef"} Used what builder/lean/make.py leaves exported
 * @typedef {Record<Used, Call> & { memory: WebAssembly.Memory, __indirect_function_table: WebAssembly.Table }} Python
 * @typedef {Iterable<Uint8Array> | AsyncIterable<Uint8Array>} Blocks of an image, in order, of any size but that the first holds the list of its
 *   pieces; each is read at once and may be written over afterwards
 * @typedef {{ python?: Python, hear?: (name: string) => void }} Host
 */

const PAGE = 65_536; // bytes
const START = 20; // bytes of WebAssembly around the image: builder/lean/image.py tells its form
const HEAD = 16; // bytes: where the door is, how far the memory reaches, how many pieces there are, how long their list is
const FIELDS = [0, 4, 8, 12]; // bytes from the head's beginning to each of these
const WORD = 4; // bytes
const MORE = 128; // in a byte of the list: the number goes on in the next byte
const MOST = 0x4000_0000; // bytes of memory: more than that is a mistake
const NANO = 1e6; // nanoseconds in one of the clock's milliseconds
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * What CPython may ask of its host while it answers. All the rest that it could import ends in an error: files, sockets,
 * processes, JavaScript. `hear` is told the names, for the build's records.
 * @param {Host} host
 * @returns {Record<string, (...told: any[]) => unknown>}
 */
function services(host) {
  const python = () => /** @type {Python} */ (host.python);
  const view = () => new DataView(python().memory.buffer);
  return {
    _PyEM_TrampolineCall_JS: (at, self, told, words) => python().__indirect_function_table.get(at)(self, told, words),
    _Py_CheckEmscriptenSignals_Helper: () => 0,
    clock_time_get: (clock, _, to) => {
      view().setBigUint64(to, BigInt(Math.round(NANO * (clock ? performance.now() : Date.now()))), true);
      return 0;
    },
    emscripten_get_heap_max: () => MOST,
    emscripten_resize_heap: (size) => grow(python().memory, size >>> 0),
  };
}

/** @param {WebAssembly.Memory} memory @param {number} size in bytes @returns {number} 1 if the memory reaches so far now */
function grow(memory, size) {
  const missing = size - memory.buffer.byteLength;
  if (size > MOST) return 0;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
  return 1;
}

/**
 * @param {WebAssembly.Module} module
 * @param {Host} host
 * @returns {WebAssembly.Imports}
 */
function imports(module, host) {
  const known = services(host);
  /** @type {Record<string, Record<string, WebAssembly.ImportValue>>} */
  const all = {};
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    all[from] ??= {};
    all[from][name] = kind === "global" ? new WebAssembly.Global({ value: "i32", mutable: true }, 0) : asked(name);
  }
  return all;

  /** @param {string} name @returns {(...told: any[]) => unknown} */
  function asked(name) {
    return (...told) => {
      host.hear?.(name);
      if (!known[name]) throw new Error(`no ${name} here`);
      return known[name](...told);
    };
  }
}

/**
 * @typedef {{ door: number, pieces: Iterator<[number, number]>, begin: number, at: number, left: number }} Plan where the door is, which
 *   pieces come, where in the first block they begin, where the next byte belongs, and how many its piece still has
 * @param {Uint8Array} block the first one
 * @param {WebAssembly.Memory} memory is made to reach as far as the image does
 * @returns {Plan}
 */
function plan(block, memory) {
  const image = block.subarray(START);
  const head = new DataView(image.buffer, image.byteOffset);
  const [door = 0, top = 0, count = 0, list = 0] = FIELDS.map((at) => head.getUint32(at, true));
  if (HEAD + list > image.length || !grow(memory, top)) throw new Error("not an image");
  return { door, pieces: places(image.slice(HEAD, HEAD + list), count), begin: START + HEAD + list, at: 0, left: 0 };
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
 * @returns {Promise<number>} where the door is
 */
async function fill(image, memory) {
  /** @type {Plan | undefined} */
  let planned;
  for await (const block of image) {
    const begin = planned ? 0 : undefined;
    planned ??= plan(block, memory);
    put(block.subarray(begin ?? planned.begin), planned, new Uint8Array(memory.buffer));
  }
  if (!planned || planned.left || !planned.pieces.next().done) throw new Error("no whole image");
  return planned.door;
}

/** @param {Uint8Array} bytes of the pieces, one after another @param {Plan} planned @param {Uint8Array} to */
function put(bytes, planned, to) {
  for (let from = 0; from < bytes.length; ) {
    if (!planned.left) {
      const { done, value } = planned.pieces.next();
      if (done) throw new Error("image too long");
      [planned.at, planned.left] = value;
    }
    const some = bytes.subarray(from, from + planned.left);
    to.set(some, planned.at);
    from += some.length;
    planned.at += some.length;
    planned.left -= some.length;
  }
}

/**
 * @param {WebAssembly.Module} module Pyodide's own, or what was cut from it for this image
 * @param {Blocks} image
 * @param {Host} [host]
 * @returns {Promise<Doors>} which throws when Python raises, or reaches what is not there: then nothing of it may be used again
 */
export async function wake(module, image, host = {}) {
  const instance = await WebAssembly.instantiate(module, imports(module, host));
  const python = /** @type {Python} */ (/** @type {unknown} */ (instance.exports));
  host.python = python;
  const knock = await fill(image, python.memory);
  return (door, ...told) => {
    const words = tuple(python, [door, ...told]);
    const given = python.PyObject_CallObject(knock, words);
    python.Py_DecRef(words);
    if (!given) {
      python.PyErr_Clear();
      throw new Error("Python raised");
    }
    const size = python.PyTuple_Size(given);
    const [first, ...more] = Array.from({ length: size }, (_, at) => read(python, python.PyTuple_GetItem(given, at)));
    python.Py_DecRef(given);
    return /** @type {Given} */ (more.length ? [first, ...more] : first);
  };
}

/** @param {Python} python @param {string[]} texts @returns {number} a new tuple of them */
function tuple(python, texts) {
  const made = python.PyTuple_New(texts.length);
  for (const [at, text] of texts.entries()) {
    const bytes = encoder.encode(text);
    const place = python.malloc(bytes.length || 1) >>> 0;
    new Uint8Array(python.memory.buffer).set(bytes, place);
    python.PyTuple_SetItem(made, at, python.PyUnicode_FromStringAndSize(place, bytes.length));
    python.free(place);
  }
  return made;
}

/** @param {Python} python @param {number} thing a str or bytes @returns {string | Uint8Array<ArrayBuffer>} a copy of it */
function read(python, thing) {
  const length = python.malloc(WORD) >>> 0;
  const text = python.PyUnicode_AsUTF8AndSize(thing, length) >>> 0;
  const size = text ? new DataView(python.memory.buffer).getUint32(length, true) : python.PyBytes_Size(thing);
  python.free(length);
  if (!text) python.PyErr_Clear();
  const place = text || python.PyBytes_AsString(thing) >>> 0;
  const bytes = new Uint8Array(python.memory.buffer).slice(place, place + size);
  return text ? decoder.decode(bytes) : bytes;
}
