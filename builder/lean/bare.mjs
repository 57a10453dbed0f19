// Knows how to open Pyodide's own WebAssembly under Node without Pyodide's Python around it, to press and to freeze.
// Must never know what is pressed or frozen, or what an answer says.
//
// node bare.mjs press  PRESSED WARM.json CALLS.json SHIPPED SITE_PACKAGES
// node bare.mjs freeze PRESSED WARM.json MEMORY LIBRARY.zip
import fs from "node:fs";
import path from "node:path";
import { loadPyodide } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { settle, word, zeroed } from "./heap.mjs";

// Pyodide calls C functions through a helper of wasm-gc where it can, and that helper's place in the table would be frozen in.
// On an iPhone it does without, so the image that an iPhone can run is the image that everybody can.
Object.defineProperty(globalThis, "navigator", { value: { userAgent: "iPhone", platform: "" } });

const [task, pressed, warm, ...more] = process.argv.slice(2);

const FROZEN = 16; // bytes of CPython's `struct _frozen`: name, code, size, is_package

class Enough extends Error {}

/** Boots CPython and stops before Pyodide imports its own packages. */
async function bare(how) {
  let wasm;
  const createBare = async (settings) => {
    wasm = await createPyodideModule(settings);
    throw new Enough();
  };
  try {
    await loadPyodide({ ...how, env: { PYTHONHASHSEED: "0", HOME: "/" }, createPyodideModule: createBare });
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return wasm;
}

/** @param {string} code of Python, run in `__main__` */
function run(wasm, code) {
  const length = wasm.lengthBytesUTF8(code) + 1;
  const at = wasm._malloc(length);
  wasm.stringToUTF8(code, at, length);
  const failed = wasm._PyRun_SimpleString(at);
  wasm.HEAPU8.fill(0, at, at + length);
  wasm._free(at);
  if (failed) throw new Error(`${task} failed`);
}

function mount(wasm, places) {
  for (const [place, root] of Object.entries(places)) {
    wasm.FS.mkdirTree(place);
    wasm.FS.mount(wasm.FS.filesystems.NODEFS, { root }, place);
  }
}

/** A module of the project, run as itself, with the calls to make. */
const script = (name, body) => `
import sys
sys.dont_write_bytecode = True
exec(${JSON.stringify(fs.readFileSync(path.join(import.meta.dirname, name), "utf8"))})
${body}
`;
const told = (path) => JSON.stringify(JSON.parse(fs.readFileSync(path, "utf8")));

function press(wasm) {
  const [all, shipped, sitePackages] = more;
  mount(wasm, { "/pressed": pressed, "/shipped": shipped, "/site": sitePackages, "/lean": import.meta.dirname });
  run(wasm, `import sys; sys.path[:0] = ["/shipped", "/lean"]; sys.path.append("/site")`);
  run(wasm, script("press.py", `main("/pressed", ${told(warm)}, ${told(all)})`));
}

/** Takes away the byte code of the modules that were born frozen: each is imported by now, and CPython calls one without code excluded. */
function thaw(wasm) {
  for (const list of [wasm.__PyImport_FrozenBootstrap, wasm.__PyImport_FrozenStdlib, wasm.__PyImport_FrozenTest])
    for (let at = word(wasm, list); word(wasm, at); at += FROZEN) wasm.HEAPU32[(at + 4) >>> 2] = 0;
}

// Where an object of each kind keeps the address of its function's description: CPython's descrobject.h and methodobject.h.
const PLACES = { method: 20, function: 8 };

/** @param {string} line of named.py @returns {Function} what it names */
function pointed(wasm, line) {
  const [kind, address, name] = line.split(" ");
  const at = word(wasm, Number(address) + PLACES[kind]);
  if (wasm.UTF8ToString(word(wasm, at)) !== name) throw new Error(`${name} is not where CPython had it`);
  return wasm.wasmTable.get(word(wasm, at + 4));
}

function freeze(wasm) {
  const undo = zeroed(wasm);
  mount(wasm, { "/pressed": pressed, "/lean": import.meta.dirname });
  run(wasm, `import sys; sys.path[:0] = ["/pressed", "/lean"]`);
  run(wasm, script("freeze.py", `main(${told(warm)})`));
  const named = fs.readFileSync(path.join(pressed, "named.txt"), "utf8").split("\n");
  const found = new Set(named.map((line) => Number(pointed(wasm, line).name))); // an exported function is called by its number
  fs.writeFileSync(path.join(pressed, "named.json"), JSON.stringify([...found].sort()));
  run(wasm, "import gc; gc.collect(); del gc");
  undo();
  fs.writeFileSync(path.join(pressed, "first.txt"), String(settle(wasm)));
  thaw(wasm);
  fs.writeFileSync(more[0], wasm.HEAPU8.subarray(0, wasm._sbrk(0) >>> 0));
}

if (task === "press") press(await bare({}));
else freeze(await bare({ stdLibURL: more[1] }));
process.exit(0);
