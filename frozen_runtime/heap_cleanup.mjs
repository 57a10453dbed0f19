// Clean CPython's heap before it is saved: make objects immortal, drop documentation and hashes, zero free memory.
//
// All offsets are in bytes, of CPython 3.14 in 32 bits: its object.h, methodobject.h, descrobject.h, unicodeobject.h,
// code.h and pymem.h.

const TYPE = 4; // in every object
const [FLAGS, DOC, TRAVERSE] = [84, 88, 92]; // in a type
const [HASH, STATE] = [12, 16]; // in a str
const CODE = [12, 16, 20, 72, 76, 80, 84, 88, 92]; // in a code: its constants, names, exceptions, variables, file, name, lines
const SIZE = -4; // before a block of malloc: how long it is, this word included; the lowest three bits say other things

// Where an object keeps the address of its description, and where that keeps the address of its documentation.
const DESCRIBED = {
  PyCFunction_Type: [8, 12],
  PyMethodDescr_Type: [20, 12],
  PyClassMethodDescr_Type: [20, 12],
  PyGetSetDescr_Type: [20, 12],
  PyMemberDescr_Type: [20, 16],
  PyWrapperDescr_Type: [20, 16],
};

const ON_HEAP = 1 << 9; // of a type's flags: Py_TPFLAGS_HEAPTYPE
const A_TYPE = 2 ** 31; // Py_TPFLAGS_TYPE_SUBCLASS
const IMMORTAL = 0x5000_0000; // a count of references that never changes
const UNKNOWN = 0xffff_ffff; // the hash of what was never asked for it
const [LINK, WAS_INTERNED] = [2 ** 31, 1]; // bits of what stands instead of a hash: frozen_runtime/host/intern-strings.js follows it
const INTERNED = 3; // the bits of a state that say so
const DOMAINS = [0, 1, 2]; // of CPython's memory: raw, plain, objects
const ALLOCATOR = 20; // bytes: a context, and the functions malloc, calloc, realloc and free

/** @returns {number} the word at an address */
export const word = (wasm, at) => wasm.HEAPU32[at >>> 2];
const write = (wasm, at, value) => wasm.HEAPU32.fill(value, at >>> 2, (at >>> 2) + 1);
const room = (wasm, at) => (word(wasm, at + SIZE) & -8) + SIZE;

/** CPython gets no memory with remains of its former use from now on. @returns {() => void} ends that */
export function zeroed(wasm) {
  const clear = (at, from) => wasm.HEAPU8.fill(0, at + from, at + room(wasm, at)) && at;
  const fresh = (size) => clear(wasm._malloc(size || 1) >>> 0, 0);
  const longer = (at, had, size) => clear(wasm._realloc(at, size || 1) >>> 0, had);
  const calls = [
    wasm.addFunction((_, size) => fresh(size), "iii"),
    wasm.addFunction((_, count, size) => fresh(count * size), "iiii"),
    wasm.addFunction((_, at, size) => (at ? longer(at, room(wasm, at >>> 0), size) : fresh(size)), "iiii"),
  ];
  const undo = DOMAINS.map((domain) => exchanged(wasm, domain, calls));
  return () => {
    for (const back of undo) back();
  };
}

/** @param {number[]} calls instead of a domain's malloc, calloc and realloc @returns {() => void} gives it its own again */
function exchanged(wasm, domain, calls) {
  const [own, other] = [wasm._malloc(ALLOCATOR) >>> 0, wasm._malloc(ALLOCATOR) >>> 0];
  for (const place of [own, other]) wasm._PyMem_GetAllocator(domain, place);
  for (const [at, call] of calls.entries()) write(wasm, other + 4 * (at + 1), call);
  wasm._PyMem_SetAllocator(domain, other);
  return () => wasm._PyMem_SetAllocator(domain, own);
}

/** Fills with zeros whatever of the memory nobody owns: the stack below its pointer, and every free piece of the heap. */
export function clean(wasm) {
  const memory = wasm.HEAPU8;
  memory.fill(0, wasm._emscripten_stack_get_end() >>> 0, wasm._emscripten_stack_get_current() >>> 0);
  const top = wasm._sbrk(0) >>> 0;
  const taken = [];
  for (let size = 1 << 20; size >= 8; size = size > 4096 ? (size * 0.8) & ~15 : size - 8) {
    for (;;) {
      const at = wasm._malloc(size) >>> 0;
      taken.push(at);
      if (at + size > top) break;
      wasm.HEAPU8.fill(0, at, at + size);
    }
  }
  for (const at of taken) wasm._free(at);
}

/**
 * Makes all that lives now live for ever, and leaves out what answers never read or the browser can compute again. No Python may run
 * afterwards, until frozen_runtime/host/intern-strings.js has done its part.
 * @returns {number} the address at which that begins
 */
export function settle(wasm) {
  const heap = wasm._emscripten_stack_get_base() >>> 0; // which begins where the stack ends
  const found = reached(wasm);
  const own = [...found].filter((at) => at >= heap);
  for (const at of found) undocumented(wasm, at);
  for (const at of own) write(wasm, at, IMMORTAL);
  wasm._PyType_ClearCache();
  wasm._PyGC_Collect(); // a collection drops immortal objects from the GC lists
  const texts = own.filter((at) => word(wasm, at + TYPE) === wasm._PyUnicode_Type);
  const first = forgotten(wasm, own, texts);
  clean(wasm);
  return first;
}

/** Every object that CPython's collector knows, and all that those reach. @returns {Set<number>} addresses */
function reached(wasm) {
  const [found, todo] = [new Set([0]), []];
  const note = (at) => {
    if (!found.has(at >>> 0)) todo.push(at >>> 0);
    found.add(at >>> 0);
    return 0;
  };
  const visit = wasm.addFunction(note, "iii");
  const each = wasm.addFunction((at) => note(at) + 1, "iii");
  wasm._PyUnstable_GC_VisitObjects(each, 0);
  for (let at = todo.pop(); at; at = todo.pop()) {
    const kind = word(wasm, at + TYPE);
    note(kind);
    if (wasm._PyObject_IS_GC(at)) wasm.wasmTable.get(word(wasm, kind + TRAVERSE))(at, visit, 0);
    if (kind === wasm._PyCode_Type) for (const field of CODE) note(word(wasm, at + field));
  }
  found.delete(0);
  return found;
}

/** Takes away what describes one object to people, and the text itself where Python made it. */
function undocumented(wasm, at) {
  const kind = word(wasm, at + TYPE);
  if (word(wasm, kind + FLAGS) & A_TYPE) {
    if (word(wasm, at + FLAGS) & ON_HEAP) wasm._PyMem_Free(word(wasm, at + DOC));
    write(wasm, at + DOC, 0);
  }
  const name = Object.keys(DESCRIBED).find((one) => wasm[`_${one}`] === kind);
  const [description = 0, doc = 0] = DESCRIBED[name] ?? [];
  if (name) write(wasm, word(wasm, at + description) + doc, 0);
}

/**
 * CPython forgets the hash of every string, and which of them it keeps one of a kind.
 * @param {number[]} texts every str: instead of its hash it gets the distance to the next one
 * @returns {number} the address of the first
 */
function forgotten(wasm, found, texts) {
  const interned = texts.filter((at) => word(wasm, at + STATE) & INTERNED);
  const table = [...found].find((at) => holds(wasm, at, interned));
  if (!table) throw new Error("no table of interned strings where CPython had it");
  wasm._PyDict_Clear(table);
  clean(wasm);
  const lonely = unnamed(wasm, interned);
  for (const at of lonely) wasm._free(at);
  const left = texts.filter((at) => !lonely.has(at) && word(wasm, at + HASH) !== UNKNOWN).sort((a, b) => a - b);
  for (const [place, at] of left.entries()) {
    const state = word(wasm, at + STATE);
    const distance = (left[place + 1] ?? at) - at;
    write(wasm, at + HASH, LINK + distance + (state & INTERNED ? WAS_INTERNED : 0));
    write(wasm, at + STATE, state & ~INTERNED);
  }
  return left[0];
}

/** Whether an object is the dict that has these strings, and no others, as keys of themselves. */
function holds(wasm, at, texts) {
  if (word(wasm, at + TYPE) !== wasm._PyDict_Type || wasm._PyDict_Size(at) !== texts.length) return false;
  return texts.every((text) => wasm._PyDict_GetItem(at, text) >>> 0 === text);
}

/** Those addresses that stand nowhere in the memory: nobody can use them again. @returns {Set<number>} */
function unnamed(wasm, addresses) {
  const left = new Set(addresses);
  for (const one of wasm.HEAPU32.subarray(0, (wasm._sbrk(0) >>> 0) / 4)) left.delete(one);
  return left;
}
