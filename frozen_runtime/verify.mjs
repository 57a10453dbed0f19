// Make calls of a frozen Python and print what they return.
//
// node verify.mjs CORE.wasm IMAGE CALLS.json     prints a list of lists; bytes are hexadecimal, null is a failed call
import fs from "node:fs";
import { instantiate } from "./host/frozen-runtime.js";

const [core, image, calls] = process.argv.slice(2);
const bytes = (path) => new Uint8Array(fs.readFileSync(path));
const start = () => instantiate(new WebAssembly.Module(bytes(core)), [bytes(image)]);
const printable = (value) => (typeof value === "string" ? value : Buffer.from(value).toString("hex"));

let call = await start();
const results = [];
for (const [name, ...args] of JSON.parse(fs.readFileSync(calls, "utf8"))) {
  try {
    results.push([call(name, ...args)].flat().map(printable));
  } catch {
    results.push(null);
    call = await start(); // what has failed once is not asked again
  }
}
process.stdout.write(JSON.stringify(results));
