// Knows how to start the very files that will be served, and to ask them some questions.
// Must never know what the right answers are.
//
// node prove.mjs FOLDER ENTRY PACKAGE QUERY...     prints the HTML of the answers, as a JSON list
import path from "node:path";
import { pathToFileURL } from "node:url";

const [folder, entry, name, ...queries] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(path.join(folder, entry)).href);
try {
  const python = await loadPyodide({
    indexURL: folder,
    packages: [name],
    env: { HOME: "/home/pyodide" },
    stdout: () => {},
  });
  const app = python.pyimport("app");
  process.stdout.write(JSON.stringify(queries.map((query) => app.answer(query))));
} catch (error) {
  console.error(String(error)); // uncaught, Node would show the line at fault, and that is a megabyte long
  process.exit(1);
}
