// Time the Python of the browser, from the very files that are served, under Node.
//
//
// node pyodide.mjs FOLDER MANIFEST ROUNDS QUERY...     prints {version, start, json, html} as JSON, in milliseconds
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { loadEngine } from "../frontend/python/pyodide-runtime.js";

const [folder = "", manifest = "", rounds, ...queries] = process.argv.slice(2);
const read = (/** @type {string} */ name) => fs.readFileSync(path.join(folder, name));
const { pyodide, lock, engine } = JSON.parse(read(manifest).toString());

/**
 * @param {(query: string) => unknown} ask
 * @param {string} query
 * @returns {number[]} the time of each round; the first answer of all is not counted
 */
function times(ask, query) {
  ask(query);
  return Array.from({ length: Number(rounds) }, () => {
    const begun = performance.now();
    ask(query);
    return performance.now() - begun;
  });
}

try {
  const begun = performance.now();
  const entry = import(pathToFileURL(path.join(folder, pyodide)).href);
  const call = await loadEngine(entry, folder, lock, Promise.resolve(new Uint8Array(read(engine.path))));
  call("render_answer", "");
  const start = performance.now() - begun;
  const timed = {
    version: lock.info.python,
    start,
    json: queries.map((query) => times((each) => call("answer_json", each), query)),
    html: queries.map((query) => times((each) => call("render_answer", each), query)),
  };
  process.stdout.write(JSON.stringify(timed));
} catch (error) {
  console.error(String(error)); // uncaught, Node would show the line at fault, and that is a megabyte long
  process.exit(1);
}
