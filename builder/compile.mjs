// Knows how to open Pyodide under Node, with this machine's folders inside, and to run builder/inside.py there.
// Must never know what inside.py does.
//
// node compile.mjs FOLDER SITE_PACKAGES QUERY...
import path from "node:path";
import { loadPyodide } from "pyodide";

const [folder, sitePackages, ...queries] = process.argv.slice(2);
const env = { PYTHONHASHSEED: "0", SOURCE_DATE_EPOCH: process.env.SOURCE_DATE_EPOCH, HOME: "/home/pyodide" };
const python = await loadPyodide({ env });
for (const [place, root] of [
  ["/io", folder],
  ["/host", sitePackages],
  ["/project", path.dirname(import.meta.dirname)],
]) {
  python.FS.mkdirTree(place);
  python.FS.mount(python.FS.filesystems.NODEFS, { root }, place);
}
python.globals.set("queries", python.toPy(queries));
python.runPython(`
import sys
sys.path[:0] = ["/project"]
sys.path.append("/host")
from builder import inside
inside.main("/io", list(queries))
`);
