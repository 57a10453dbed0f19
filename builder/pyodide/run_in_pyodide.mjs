// Open Pyodide under Node with folders of this machine mounted, and run a task of trace_modules.py there.
//
// node run_in_pyodide.mjs templates SHIPPED SITE_PACKAGES
// node run_in_pyodide.mjs main SHIPPED SITE_PACKAGES FOLDER CALLS.json
import fs from "node:fs";
import path from "node:path";
import { loadPyodide } from "pyodide";

const [task, shipped, sitePackages, folder = shipped, calls] = process.argv.slice(2);
const python = await loadPyodide({ env: { PYTHONHASHSEED: "0", HOME: "/home/pyodide" } });
for (const [mount, root] of [
  ["/io", folder],
  ["/shipped", shipped],
  ["/host", sitePackages],
  ["/project", path.resolve(import.meta.dirname, "../..")],
]) {
  python.FS.mkdirTree(mount);
  python.FS.mount(python.FS.filesystems.NODEFS, { root }, mount);
}
const args = calls ? ["/io", JSON.parse(fs.readFileSync(calls, "utf8"))] : [];
python.globals.set("args", python.toPy(args));
try {
  python.runPython(`
import sys
sys.dont_write_bytecode = True
sys.path[:0] = ["/shipped"]
sys.path += ["/project", "/host"]
from builder.pyodide import trace_modules
trace_modules.${task}("/shipped", *args)
`);
} catch (error) {
  console.error(String(error)); // uncaught, Node would show the line at fault, and that is a megabyte long
  process.exit(1);
}
