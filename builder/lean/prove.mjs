// Knows how to make calls of the lean Python that will be served, and prints what it gives as JSON.
// Must never know what the right answers are.
//
// node prove.mjs CORE.wasm IMAGE CALLS.json     prints a list of lists; bytes are hexadecimal, null stands for a failure
import fs from "node:fs";
import { wake } from "../../static/lean.js";

const [core, image, calls] = process.argv.slice(2);
const bytes = (path) => new Uint8Array(fs.readFileSync(path));
const start = () => wake(new WebAssembly.Module(bytes(core)), [bytes(image)]);
const shown = (one) => (typeof one === "string" ? one : Buffer.from(one).toString("hex"));

let doors = await start();
const given = [];
for (const [door, ...told] of JSON.parse(fs.readFileSync(calls, "utf8"))) {
  try {
    given.push([doors(door, ...told)].flat().map(shown));
  } catch {
    given.push(null);
    doors = await start(); // what has failed once is not asked again
  }
}
process.stdout.write(JSON.stringify(given));
