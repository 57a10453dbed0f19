// Knows how to make calls of a lean Python that notes what it reads, and writes down which bytes of its data it has read.
// Must never know what a call asks, or which bytes it should not read.
//
// node reads.mjs NOTING.wasm IMAGE CALLS.json READ
import fs from "node:fs";
import { wake } from "../../static/lean.js";

const [wasm, image, calls, read] = process.argv.slice(2);
const module = new WebAssembly.Module(fs.readFileSync(wasm));
const picture = new Uint8Array(fs.readFileSync(image));
const host = {};
const start = () => wake(module, [picture], host);
const noted = () => new Uint8Array(host.python.$read.buffer);

let doors = await start();
const found = new Uint8Array(noted().length);
const keep = () => {
  for (const [at, byte] of noted().entries()) if (byte) found[at] = byte;
};
for (const [door, ...told] of JSON.parse(fs.readFileSync(calls, "utf8"))) {
  try {
    doors(door, ...told);
  } catch {
    keep();
    doors = await start(); // what has failed once is not asked again
  }
}
keep();
fs.writeFileSync(read, found);
