// Start the files that will be served, as the worker does, make some calls, and print the results.
//
// node verify.mjs FOLDER MANIFEST CALLS.json     prints a list of lists; bytes are hexadecimal, null is a failed call
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { loadEngine } from "../../frontend/python/pyodide-runtime.js";

const [folder, manifest, calls] = process.argv.slice(2);
const read = (...names) => fs.readFileSync(path.join(folder, ...names));
const { pyodide, lock, engine } = JSON.parse(read(manifest));
const printable = (value) => (typeof value === "string" ? value : Buffer.from(value).toString("hex"));
try {
  const entry = import(pathToFileURL(path.join(folder, pyodide)).href);
  const call = await loadEngine(entry, folder, lock, Promise.resolve(new Uint8Array(read(engine.path))));
  const results = JSON.parse(fs.readFileSync(calls, "utf8")).map(([name, ...args]) => {
    try {
      return [call(name, ...args)].flat().map(printable);
    } catch (error) {
      return error.name === "PythonError" ? null : [String(error)];
    }
  });
  process.stdout.write(JSON.stringify(results));
} catch (error) {
  console.error(String(error)); // uncaught, Node would show the line at fault, and that is a megabyte long
  process.exit(1);
}
