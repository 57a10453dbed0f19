// Boot CPython from Pyodide's WebAssembly under Node, without Pyodide's own Python code, to compile an application or to
// freeze it.
//
// node boot_cpython.mjs compile COMPILED WARM_UP.json CALLS.json SOURCES SITE_PACKAGES APPLICATION.json SCRIPT.py
// node boot_cpython.mjs freeze  COMPILED WARM_UP.json MEMORY LIBRARY.zip APPLICATION.json SETUP.py
import fs from "node:fs";
import path from "node:path";
import { loadPyodide } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { settle, word, zeroed } from "./heap_cleanup.mjs";

// Pyodide calls C functions through a helper of wasm-gc where it can, and that helper's place in the table would be frozen in.
// On an iPhone it does without, so the image that an iPhone can run is the image that everybody can.
Object.defineProperty(globalThis, "navigator", { value: { userAgent: "iPhone", platform: "" } });

const [task, compiled, warmUp, ...more] = process.argv.slice(2);

const FROZEN = 16; // bytes of CPython's `struct _frozen`: name, code, size, is_package

class Booted extends Error {}

/** Boots CPython and stops before Pyodide imports its own packages. */
async function boot(options) {
  let wasm;
  const createModule = async (settings) => {
    wasm = await createPyodideModule(settings);
    throw new Booted();
  };
  try {
    await loadPyodide({ ...options, env: { PYTHONHASHSEED: "0", HOME: "/" }, createPyodideModule: createModule });
  } catch (error) {
    if (!(error instanceof Booted)) throw error;
  }
  return wasm;
}

/** @param {string} code of Python, run in `__main__` */
function run(wasm, code) {
  const length = wasm.lengthBytesUTF8(code) + 1;
  const at = wasm._malloc(length);
  wasm.stringToUTF8(code, at, length);
  const failure = wasm._PyRun_SimpleString(at);
  wasm.HEAPU8.fill(0, at, at + length);
  wasm._free(at);
  if (failure) throw new Error(`${task} failed`);
}

function mount(wasm, folders) {
  for (const [folder, root] of Object.entries(folders)) {
    wasm.FS.mkdirTree(folder);
    wasm.FS.mount(wasm.FS.filesystems.NODEFS, { root }, folder);
  }
}

/** @param {string} file relative to this folder, or absolute @returns {string} its source as a literal of Python */
const source = (file) => JSON.stringify(fs.readFileSync(path.resolve(import.meta.dirname, file), "utf8"));

/** Python code that runs files as `__main__`, and then a statement. */
const script = (files, statement) => `
import sys
sys.dont_write_bytecode = True
${files.map((file) => `exec(${source(file)})`).join("\n")}
${statement}
`;
const json = (path) => JSON.stringify(JSON.parse(fs.readFileSync(path, "utf8")));

function compile(wasm) {
  const [calls, sources, sitePackages, application, compileScript] = more;
  const { module, whole } = JSON.parse(fs.readFileSync(application, "utf8"));
  const tools = "/tools/frozen_runtime"; // as modules of their own, and as this package
  mount(wasm, { "/compiled": compiled, "/sources": sources, "/site": sitePackages, [tools]: import.meta.dirname });
  run(wasm, `import sys; sys.path[:0] = ["/sources", "${tools}"]; sys.path += ["/tools", "/site"]`);
  const names = `${JSON.stringify(module)}, ${JSON.stringify(whole)}`;
  run(wasm, script([compileScript], `main("/compiled", ${json(warmUp)}, ${json(calls)}, ${names})`));
}

/** Takes away the byte code of the modules that were born frozen: each is imported by now, and CPython calls one without code excluded. */
function dropFrozenCode(wasm) {
  for (const list of [wasm.__PyImport_FrozenBootstrap, wasm.__PyImport_FrozenStdlib, wasm.__PyImport_FrozenTest])
    for (let at = word(wasm, list); word(wasm, at); at += FROZEN) wasm.HEAPU32[(at + 4) >>> 2] = 0;
}

// Where an object of each kind keeps the address of its function's description: CPython's descrobject.h and methodobject.h.
const DESCRIPTION = { method: 20, function: 8 };

/** @param {string} line of named_builtins.py @returns {Function} what it names */
function functionOf(wasm, line) {
  const [kind, address, name] = line.split(" ");
  const at = word(wasm, Number(address) + DESCRIPTION[kind]);
  if (wasm.UTF8ToString(word(wasm, at)) !== name) throw new Error(`${name} is not where CPython had it`);
  return wasm.wasmTable.get(word(wasm, at + 4));
}

function freeze(wasm) {
  const [memory, , application, setupScript] = more;
  const undo = zeroed(wasm);
  mount(wasm, { "/compiled": compiled, "/frozen_runtime": import.meta.dirname });
  run(wasm, `import sys; sys.path[:0] = ["/compiled", "/frozen_runtime"]`);
  const main = `main(${json(warmUp)}, ${json(application)}, setup)`;
  run(wasm, script(["freeze.py", setupScript], main));
  const named = fs.readFileSync(path.join(compiled, "named.txt"), "utf8").split("\n");
  const indices = new Set(named.map((line) => Number(functionOf(wasm, line).name))); // an exported function's name is its index
  fs.writeFileSync(path.join(compiled, "named.json"), JSON.stringify([...indices].sort()));
  run(wasm, "import gc; gc.collect(); del gc");
  undo();
  fs.writeFileSync(path.join(compiled, "first_string.txt"), String(settle(wasm)));
  dropFrozenCode(wasm);
  fs.writeFileSync(memory, wasm.HEAPU8.subarray(0, wasm._sbrk(0) >>> 0));
}

if (task === "compile") compile(await boot({}));
else freeze(await boot({ stdLibURL: more[1] }));
process.exit(0);
