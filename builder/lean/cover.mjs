// Knows how to make calls of a frozen Python in a module whose functions count, and to tell which of them ran.
// Must never know what the calls ask, or what an answer says.
//
// node cover.mjs COUNTING.wasm IMAGE CALLS.json COVERED.json
import fs from "node:fs";
import { wake } from "../../static/lean.js";

const LONG = 8_000_000; // characters: more than the memory has room for

const [wasm, image, calls, covered] = process.argv.slice(2);
const heard = new Set();
const host = { hear: (name) => heard.add(name) };
const module = new WebAssembly.Module(fs.readFileSync(wasm));
const doors = await wake(module, [new Uint8Array(fs.readFileSync(image))], host);
const { python } = host;
const counters = Object.entries(python).filter(([name]) => name.startsWith("$"));
const told = JSON.parse(fs.readFileSync(calls, "utf8"));

/** @param {string[][]} some */
function make(some) {
  for (const [door, ...words] of some) doors(door, ...words);
}

/** Runs Python that is no part of any answer, and forgets what ran for it. @param {string} code */
function aside(code) {
  const before = counters.filter(([, counter]) => counter.value).map(([name]) => name);
  const bytes = new TextEncoder().encode(`${code}\0`);
  const place = python.malloc(bytes.length) >>> 0;
  new Uint8Array(python.memory.buffer).set(bytes, place);
  if (python.PyRun_SimpleString(place)) throw new Error(code);
  python.free(place);
  const kept = new Set(before);
  for (const [name, counter] of counters) counter.value = kept.has(name) ? 1 : 0;
}

make(told);
make([["answer", `x=${"a".repeat(LONG)}`]]); // the memory grows
aside("import gc; gc.set_threshold(10)"); // collect all the time: in the middle of everything, whatever is alive then
make(told.slice(0, told.length / 4));
const ran = counters.filter(([, counter]) => counter.value).map(([name]) => Number(name.slice(1)));
fs.writeFileSync(covered, JSON.stringify({ ran, heard: [...heard] }));
