// Start Pyodide as its documentation shows, with the engine as one archive on Python's path.

const ENGINE = "/engine.zip"; // in Pyodide's own file system

/**
 * @typedef {[name: string, type: string, content: Uint8Array<ArrayBuffer>]} Download
 * @typedef {(endpoint: string, ...args: string[]) => string | Download} CallEndpoint
 */

/**
 * @param {Promise<{ loadPyodide: (options: object) => Promise<any> }>} pyodide
 * @param {string} folder of Pyodide's files
 * @param {object} lock of packages, of which it needs none
 * @param {Promise<Uint8Array>} engine is one archive, which comes while Pyodide starts
 * @returns {Promise<CallEndpoint>}
 */
export async function loadEngine(pyodide, folder, lock, engine) {
  const options = { indexURL: folder, packageBaseUrl: folder, lockFileContents: lock };
  const [python, archive] = await Promise.all([pyodide.then(({ loadPyodide }) => loadPyodide(options)), engine]);
  python.FS.writeFile(ENGINE, archive);
  python.pyimport("sys").path.append(ENGINE);
  const { app } = python.pyimport("bootstrap");
  return (endpoint, ...args) => {
    const result = app[endpoint](...args);
    if (typeof result === "string") return result;
    const copy = result.toJs();
    result.destroy();
    return copy;
  };
}
