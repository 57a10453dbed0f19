// Compile wheels with Pyodide's own tool inside Pyodide, and install one in another Pyodide, as documented.
//
// node wheel.mjs compile FOLDER SITE_PACKAGES          compiles every wheel of the folder, and renews the lock beside them
// node wheel.mjs ask FOLDER PACKAGE QUERY...           prints the answers as a JSON list
import { loadPyodide } from "pyodide";

const [task, folder, place, ...queries] = process.argv.slice(2);

async function compile() {
  const python = await loadPyodide();
  for (const [at, root] of Object.entries({ "/io": folder, "/host": place })) {
    python.FS.mkdirTree(at);
    python.FS.mount(python.FS.filesystems.NODEFS, { root }, at);
  }
  python.runPython(`
import sys
sys.path.append("/host")
from pyodide_build.cli.py_compile import main
main(["/io", "--silent"], standalone_mode=False)`);
}

async function ask() {
  const lockFileURL = `${folder}/pyodide-lock.json`;
  const python = await loadPyodide({ lockFileURL, packages: [place], stdout: () => {} });
  python.globals.set("queries", queries);
  process.stdout.write(
    python.runPython(`
import json
import calculator
def answer(query):
    try:
        return calculator.recommend(query)
    except calculator.InvalidAnswersError as mistake:
        return [problem._asdict() for problem in mistake.problems]
json.dumps([answer(query) for query in queries])`),
  );
}

await (task === "compile" ? compile() : ask());
