// Knows how to start the very files that will be served, in the way in which the worker starts them, and to make some calls.
// Must never know what the right answers are.
//
// node prove.mjs FOLDER MANIFEST CALLS.json     prints a list of lists; bytes are hexadecimal, null stands for a failure
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { open } from "../static/plain.js";

const [folder, manifest, calls] = process.argv.slice(2);
const read = (...names) => fs.readFileSync(path.join(folder, ...names));
const { pyodide, lock, engine } = JSON.parse(read(manifest));
const shown = (one) => (typeof one === "string" ? one : Buffer.from(one).toString("hex"));
try {
  const entry = import(pathToFileURL(path.join(folder, pyodide)).href);
  const doors = await open(entry, folder, lock, Promise.resolve(new Uint8Array(read(engine.path))));
  const given = JSON.parse(fs.readFileSync(calls, "utf8")).map(([door, ...told]) => {
    try {
      return [doors(door, ...told)].flat().map(shown);
    } catch (error) {
      return error.name === "PythonError" ? null : [String(error)];
    }
  });
  process.stdout.write(JSON.stringify(given));
} catch (error) {
  console.error(String(error)); // uncaught, Node would show the line at fault, and that is a megabyte long
  process.exit(1);
}
