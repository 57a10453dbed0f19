// Start the frozen CPython: instantiate its WebAssembly, write the memory image, and call app.py's functions.

import { internStrings } from "./intern-strings.js";
import { fill, growMemory, MAX_MEMORY } from "./memory-image.js";

/**
 * @typedef {string | [name: string, type: string, content: Uint8Array<ArrayBuffer>]} Result
 * @typedef {(endpoint: string, ...args: string[]) => Result} CallEndpoint
 * @typedef {(...args: number[]) => number} NativeFunction
 * @typedef {"malloc" | "free" | "PyTuple_New" | "PyTuple_SetItem" | "PyTuple_GetItem" | "PyTuple_Size" | "PyErr_Clear"
 *   | "PyUnicode_FromStringAndSize" | "PyUnicode_AsUTF8AndSize" | "PyBytes_AsString" | "PyBytes_Size" | "PyObject_CallObject"
 *   | "Py_DecRef" | "PyObject_Hash" | "PyUnicode_InternInPlace"} Exports what frozen_runtime/build.py leaves exported
 * @typedef {Record<Exports, NativeFunction> & { memory: WebAssembly.Memory, PyUnicode_Type: WebAssembly.Global, __indirect_function_table:
 *   WebAssembly.Table }} Python
 * @typedef {import("./memory-image.js").Blocks} Blocks
 * @typedef {{ python?: Python, onImportCall?: (name: string) => void }} Host
 */

const WORD = 4; // bytes
const NANO = 1e6; // nanoseconds in one of the clock's milliseconds
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Host functions that CPython may call while it answers. All other imports throw: files, sockets, processes, JavaScript. `onImportCall` gets the names, for the build's trace.
 * @param {Host} host
 * @returns {Record<string, (...args: any[]) => unknown>}
 */
function hostFunctions(host) {
  const python = () => /** @type {Python} */ (host.python);
  const view = () => new DataView(python().memory.buffer);
  return {
    _PyEM_TrampolineCall_JS: (at, self, args, kwargs) => python().__indirect_function_table.get(at)(self, args, kwargs),
    _Py_CheckEmscriptenSignals_Helper: () => 0,
    clock_time_get: (clock, _, to) => {
      view().setBigUint64(to, BigInt(Math.round(NANO * (clock ? performance.now() : Date.now()))), true);
      return 0;
    },
    emscripten_get_heap_max: () => MAX_MEMORY,
    emscripten_resize_heap: (size) => growMemory(python().memory, size >>> 0),
  };
}

/**
 * @param {WebAssembly.Module} module
 * @param {Host} host
 * @returns {WebAssembly.Imports}
 */
function imports(module, host) {
  const available = hostFunctions(host);
  /** @type {Record<string, Record<string, WebAssembly.ImportValue>>} */
  const all = {};
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    all[from] ??= {};
    all[from][name] =
      kind === "global" ? new WebAssembly.Global({ value: "i32", mutable: true }, 0) : importedFunction(name);
  }
  return all;

  /** @param {string} name @returns {(...args: any[]) => unknown} */
  function importedFunction(name) {
    return (...args) => {
      host.onImportCall?.(name);
      if (!available[name]) throw new Error(`no ${name} here`);
      return available[name](...args);
    };
  }
}

/**
 * @param {WebAssembly.Module} module Pyodide's module, or the core that was cut from it for this image
 * @param {Blocks} image
 * @param {Host} [host]
 * @returns {Promise<CallEndpoint>} which throws if Python raises or calls a missing function; then the instance must not be used again
 */
export async function instantiate(module, image, host = {}) {
  const instance = await WebAssembly.instantiate(module, imports(module, host));
  const python = /** @type {Python} */ (/** @type {unknown} */ (instance.exports));
  host.python = python;
  const { entryPoint, first } = await fill(image, python.memory);
  internStrings(python, first);
  return (endpoint, ...args) => {
    const argTuple = tuple(python, [endpoint, ...args]);
    const result = python.PyObject_CallObject(entryPoint, argTuple);
    python.Py_DecRef(argTuple);
    if (!result) {
      python.PyErr_Clear();
      throw new Error("Python raised");
    }
    const size = python.PyTuple_Size(result);
    const [first, ...more] = Array.from({ length: size }, (_, at) => read(python, python.PyTuple_GetItem(result, at)));
    python.Py_DecRef(result);
    return /** @type {Result} */ (more.length ? [first, ...more] : first);
  };
}

/** @param {Python} python @param {string[]} texts @returns {number} a new tuple of them */
function tuple(python, texts) {
  const created = python.PyTuple_New(texts.length);
  for (const [at, text] of texts.entries()) {
    const bytes = encoder.encode(text);
    const buffer = python.malloc(bytes.length || 1) >>> 0;
    new Uint8Array(python.memory.buffer).set(bytes, buffer);
    python.PyTuple_SetItem(created, at, python.PyUnicode_FromStringAndSize(buffer, bytes.length));
    python.free(buffer);
  }
  return created;
}

/** @param {Python} python @param {number} object a str or bytes @returns {string | Uint8Array<ArrayBuffer>} a copy of it */
function read(python, object) {
  const length = python.malloc(WORD) >>> 0;
  const text = python.PyUnicode_AsUTF8AndSize(object, length) >>> 0;
  const size = text ? new DataView(python.memory.buffer).getUint32(length, true) : python.PyBytes_Size(object);
  python.free(length);
  if (!text) python.PyErr_Clear();
  const address = text || python.PyBytes_AsString(object) >>> 0;
  const bytes = new Uint8Array(python.memory.buffer).slice(address, address + size);
  return text ? decoder.decode(bytes) : bytes;
}
