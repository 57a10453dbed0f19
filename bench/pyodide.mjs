// Knows how to time the Python of the browser, from the very files that are served, under Node.
// Must never know what was asked, or how fast is fast enough.
//
// node pyodide.mjs FOLDER ENTRY PACKAGE ROUNDS QUERY...     prints {version, start, json, html} as JSON, in milliseconds
import path from "node:path";
import { pathToFileURL } from "node:url";

const [folder = "", entry = "", name, rounds, ...queries] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(path.join(folder, entry)).href);

/**
 * @param {(query: string) => string} ask
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
  const python = await loadPyodide({ indexURL: folder, packages: [name], env: { HOME: "/home/pyodide" }, stdout() {} });
  const html = python.pyimport("app").answer;
  html("");
  const start = performance.now() - begun;
  const json = python.runPython("import json, calculator.report as r; lambda query: json.dumps(r.answer(query))");
  const timed = {
    version: python.runPython("import sys; sys.version.split()[0]"),
    start,
    json: queries.map((query) => times(json, query)),
    html: queries.map((query) => times(html, query)),
  };
  process.stdout.write(JSON.stringify(timed));
} catch (error) {
  console.error(String(error)); // uncaught, Node would show the line at fault, and that is a megabyte long
  process.exit(1);
}
