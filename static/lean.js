// Knows how a frozen Python wakes: it fills WebAssembly's memory with the image and calls the one function that answers.
// Must never know the page, a question, what an answer says, or what to do when it fails.

import { fill, grow, MOST } from "./image.js";
import { remember } from "./strings.js";

/**
 * @typedef {string | [name: string, type: string, content: Uint8Array<ArrayBuffer>]} Given
 * @typedef {(door: string, ...told: string[]) => Given} Doors
 * @typedef {(...told: number[]) => number} Call
 * @typedef {"malloc" | "free" | "PyTuple_New" | "PyTuple_SetItem" | "PyTuple_GetItem" | "PyTuple_Size" | "PyErr_Clear"
 *   | "PyUnicode_FromStringAndSize" | "PyUnicode_AsUTF8AndSize" | "PyBytes_AsString" | "PyBytes_Size" | "PyObject_CallObject"
 *   | "Py_DecRef" | "PyObject_Hash" | "PyUnicode_InternInPlace"} Used what builder/lean/make.py leaves exported
 * @typedef {Record<Used, Call> & { memory: WebAssembly.Memory, PyUnicode_Type: WebAssembly.Global, __indirect_function_table:
 *   WebAssembly.Table }} Python
 * @typedef {import("./image.js").Blocks} Blocks
 * @typedef {{ python?: Python, hear?: (name: string) => void }} Host
 */

const WORD = 4; // bytes
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
 * @param {WebAssembly.Module} module Pyodide's own, or what was cut from it for this image
 * @param {Blocks} image
 * @param {Host} [host]
 * @returns {Promise<Doors>} which throws when Python raises, or reaches what is not there: then nothing of it may be used again
 */
export async function wake(module, image, host = {}) {
  const instance = await WebAssembly.instantiate(module, imports(module, host));
  const python = /** @type {Python} */ (/** @type {unknown} */ (instance.exports));
  host.python = python;
  const { door: knock, first } = await fill(image, python.memory);
  remember(python, first);
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
