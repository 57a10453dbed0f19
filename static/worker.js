// Knows how Python starts in the browser, from a list of addresses, and passes strings to and from its one door.
// Must never know the page, a question, or what an answer says.

/**
 * What the site serves for Python; every address is relative to the list's own.
 * @typedef {{ pyodide: string, packages: string[] }} Manifest
 * @typedef {(query: string, base: string) => string} Door
 * @typedef {{ manifest: string } | { id: number, query: string, base: string }} Order
 */

/** @type {Promise<Door> | undefined} */
let door;
let last = 0;

/**
 * @param {string} address of the manifest
 * @returns {Promise<Door>}
 */
async function start(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  const list = /** @type {Manifest} */ (await answer.json());
  const entry = new URL(list.pyodide, address);
  const { loadPyodide } = await import(entry.href);
  const python = await loadPyodide({ indexURL: new URL("./", entry).href, packages: list.packages });
  const app = python.pyimport("app");
  return (query, base) => app.answer(query, base);
}

/** @param {MessageEvent<Order>} event */
async function obey({ data }) {
  if ("manifest" in data) {
    door = start(data.manifest);
    door.catch(() => {}); // told to whoever asks
    return;
  }
  last = data.id;
  try {
    const answer = await door;
    // Whoever asks twice while Python starts wants the second answer only.
    if (data.id === last && answer) postMessage({ id: data.id, html: answer(data.query, data.base) });
  } catch (error) {
    postMessage({ id: data.id, failed: String(error) });
  }
}

addEventListener("message", obey);
