// Make the calls in a frozen Python whose functions are instrumented, and write down which of them ran.
//
// node trace_functions.mjs INSTRUMENTED.wasm IMAGE CALLS.json APPLICATION.json TRACED.json
import fs from "node:fs";
import { instantiate } from "./host/frozen-runtime.js";

const LONG = 8_000_000; // characters: more than the memory has room for

const [wasm, image, calls, application, traced] = process.argv.slice(2);
const { growing } = JSON.parse(fs.readFileSync(application, "utf8"));
const requested = new Set();
const host = { onImportCall: (name) => requested.add(name) };
const module = new WebAssembly.Module(fs.readFileSync(wasm));
const call = await instantiate(module, [new Uint8Array(fs.readFileSync(image))], host);
const { python } = host;
const counters = Object.entries(python).filter(([name]) => name.startsWith("$"));
const all = JSON.parse(fs.readFileSync(calls, "utf8"));

/** @param {string[][]} some */
function make(some) {
  for (const [name, ...args] of some) call(name, ...args);
}

/** Runs Python that is no part of any answer, and forgets what ran for it. @param {string} code */
function runUncounted(code) {
  const before = counters.filter(([, counter]) => counter.value).map(([name]) => name);
  const bytes = new TextEncoder().encode(`${code}\0`);
  const address = python.malloc(bytes.length) >>> 0;
  new Uint8Array(python.memory.buffer).set(bytes, address);
  if (python.PyRun_SimpleString(address)) throw new Error(code);
  python.free(address);
  const counted = new Set(before);
  for (const [name, counter] of counters) counter.value = counted.has(name) ? 1 : 0;
}

make(all);
make([[...growing.slice(0, -1), `${growing.at(-1)}${"a".repeat(LONG)}`]]); // the memory grows
runUncounted("import gc; gc.set_threshold(10)"); // collect all the time: in the middle of everything, whatever is alive then
make(all.slice(0, all.length / 4));
const ran = counters.filter(([, counter]) => counter.value).map(([name]) => Number(name.slice(1)));
fs.writeFileSync(traced, JSON.stringify({ functions: ran, requested: [...requested] }));
