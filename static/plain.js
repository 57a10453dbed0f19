// Knows how Pyodide starts as its documentation shows it, and how our engine comes into it: as one archive on Python's path.
// Must never know where files come from, a page, a question, or what an answer says.

const ENGINE = "/engine.zip"; // in Pyodide's own file system

/**
 * @typedef {[name: string, type: string, content: Uint8Array<ArrayBuffer>]} Made
 * @typedef {(door: string, ...told: string[]) => string | Made} Doors
 */

/**
 * @param {Promise<{ loadPyodide: (how: object) => Promise<any> }>} pyodide
 * @param {string} folder of Pyodide's files
 * @param {object} lock of packages, of which it needs none
 * @param {Promise<Uint8Array>} engine is one archive, which comes while Pyodide starts
 * @returns {Promise<Doors>}
 */
export async function open(pyodide, folder, lock, engine) {
  const how = { indexURL: folder, packageBaseUrl: folder, lockFileContents: lock };
  const [python, archive] = await Promise.all([pyodide.then(({ loadPyodide }) => loadPyodide(how)), engine]);
  python.FS.writeFile(ENGINE, archive);
  python.pyimport("sys").path.append(ENGINE);
  const { app } = python.pyimport("ready");
  return (door, ...told) => {
    const given = app[door](...told);
    if (typeof given === "string") return given;
    const copy = given.toJs();
    given.destroy();
    return copy;
  };
}
