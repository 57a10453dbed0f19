// Knows how to open Pyodide under Node, with this machine's folders inside, and to run builder/inside.py there.
// Must never know what inside.py does.
//
// node compile.mjs draw SHIPPED SITE_PACKAGES
// node compile.mjs main SHIPPED SITE_PACKAGES FOLDER CALLS.json
import fs from "node:fs";
import path from "node:path";
import { loadPyodide } from "pyodide";

const [task, shipped, sitePackages, folder = shipped, calls] = process.argv.slice(2);
const python = await loadPyodide({ env: { PYTHONHASHSEED: "0", HOME: "/home/pyodide" } });
for (const [place, root] of [
  ["/io", folder],
  ["/shipped", shipped],
  ["/host", sitePackages],
  ["/project", path.dirname(import.meta.dirname)],
]) {
  python.FS.mkdirTree(place);
  python.FS.mount(python.FS.filesystems.NODEFS, { root }, place);
}
const told = calls ? ["/io", JSON.parse(fs.readFileSync(calls, "utf8"))] : [];
python.globals.set("told", python.toPy(told));
try {
  python.runPython(`
import sys
sys.dont_write_bytecode = True
sys.path[:0] = ["/shipped"]
sys.path += ["/project", "/host"]
from builder import inside
inside.${task}("/shipped", *told)
`);
} catch (error) {
  console.error(String(error)); // uncaught, Node would show the line at fault, and that is a megabyte long
  process.exit(1);
}
