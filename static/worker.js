// Knows how Python starts in the browser, from a list of addresses, and passes strings to its doors and what they give back.
// Must never know the page, a question, or what an answer says.

/**
 * What the site serves for Python; every address is relative to the list's own.
 * @typedef {{ pyodide: string, packages: string[] }} Manifest
 * @typedef {string | [name: string, type: string, content: Uint8Array<ArrayBuffer>]} Given
 * @typedef {(door: string, ...told: string[]) => Given} Doors
 * @typedef {{ id: number, query: string, base: string }} Question
 * @typedef {{ id: number, door: string, told: string[] }} Knock
 * @typedef {{ manifest: string } | Question | Knock} Order
 */

/** @type {Promise<Doors> | undefined} */
let doors;
let last = 0;

/**
 * @param {string} address of the manifest
 * @returns {Promise<Doors>}
 */
async function start(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  const list = /** @type {Manifest} */ (await answer.json());
  const entry = new URL(list.pyodide, address);
  const { loadPyodide } = await import(entry.href);
  const python = await loadPyodide({ indexURL: new URL("./", entry).href, packages: list.packages });
  const app = python.pyimport("app");
  return (door, ...told) => {
    const given = app[door](...told);
    if (typeof given === "string") return given;
    const copy = given.toJs();
    given.destroy();
    return copy;
  };
}

/**
 * Whoever asks twice while Python starts wants the second answer only.
 * @param {Question} question
 */
async function reply({ id, query, base }) {
  last = id;
  const ask = await doors;
  if (id === last && ask) postMessage({ id, html: ask("answer", query, base) });
}

/** @param {Knock} knock */
async function open({ id, door, told }) {
  const ask = await doors;
  if (ask) postMessage({ id, given: ask(door, ...told) });
}

/** @param {MessageEvent<Order>} event */
async function obey({ data }) {
  if ("manifest" in data) {
    doors = start(data.manifest);
    doors.catch(() => {}); // told to whoever asks
    return;
  }
  try {
    await ("door" in data ? open(data) : reply(data));
  } catch (error) {
    postMessage({ id: data.id, failed: String(error) });
  }
}

addEventListener("message", obey);
