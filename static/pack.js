// Knows how a prebuilt answer is found: its place in the grid, the file that holds it, how the file is unpacked, and that fetching
// it tells the host nothing.
// Must never know a question, what an answer says, or what happens when there is none.

/**
 * What is assumed for every question, in the order of a canonical query; the questions answered in every combination; the
 * answers to others that may stand beside one combination, each with its file and its place there; and the files, of which
 * the first has the combinations alone.
 * @typedef {{ assumed: Record<string, string>, free: Record<string, string[]>, more: Record<string, [file: number, at: number]>, files: string[] }} Grid
 * @typedef {{ runs: string[], rows: string[] }} Unpacked runs of lines, and for each answer a row of signs that stand for runs
 * @typedef {{ file: number, at: number, query: string }} Found
 */

const QUERY = "\u0001"; // marks that the build has left in the lines
const BASE = "\u0002"; // the same for the way to the root of the site
const PART = "\u001e"; // stands between the parts of a file
const END = "\u001d"; // stands between its runs
const SIGN = 0x20; // the code of the sign that stands for the first run
const FIRST = [0, 0]; // the file of the combinations alone, from its beginning
const ZIPPED = 0x1f; // the first byte of a gzip file, which no text begins with

export class Pack {
  /** @type {Grid | undefined} */
  #grid;
  #folder;
  /** @type {Map<number, Promise<Unpacked>>} */
  #opened = new Map();

  /** @param {Partial<Grid>} grid empty where nothing was prebuilt @param {string} folder address of the files, with a slash at its end */
  constructor(grid, folder) {
    this.#grid = grid.files ? /** @type {Grid} */ (grid) : undefined;
    this.#folder = folder;
  }

  /** The pack that an element brings along as JSON. @param {Element} host */
  static of(host) {
    const grid = /** @type {HTMLTemplateElement | null} */ (host.querySelector("[data-grid]"));
    const folder = new URL(grid?.dataset.grid ?? "", document.baseURI).href;
    return new Pack(JSON.parse(grid?.content.textContent || "{}"), folder);
  }

  /**
   * @param {Iterable<[string, string]>} entries what the form says
   * @param {string} base the way from the page to the root of the site
   * @returns {Promise<string | undefined>} the answer as HTML; nothing where it was not prebuilt or cannot be had
   */
  async look_up(entries, base) {
    const found = this.#find(entries);
    const file = found && (await this.#open(found.file).catch(() => undefined));
    const row = file?.rows[found?.at ?? 0];
    if (!file || !found || !row) return undefined;
    const html = Array.from(row, (sign) => file.runs[sign.charCodeAt(0) - SIGN]).join("\n");
    return html.replaceAll(QUERY, found.query.replaceAll("&", "&amp;")).replaceAll(BASE, base);
  }

  /** Fetches what the next answer most likely needs. @param {Iterable<[string, string]>} entries */
  warm(entries) {
    const found = this.#find(entries);
    if (found) this.#open(found.file).catch(() => {}); // told by the look-up that follows
  }

  /** Fetches and unpacks everybody's file, which tells the host nothing; the first look-up is slow, so it is made now. */
  async prepare() {
    await this.look_up([], "");
  }

  /** @returns {string[]} the addresses of the files that were used */
  get used() {
    return [...this.#opened.keys()].map((file) => this.#address(file));
  }

  /** @param {Iterable<[string, string]>} entries @returns {Found | undefined} */
  #find(entries) {
    if (!this.#grid) return undefined;
    const { assumed, free, more } = this.#grid;
    const told = merged(entries);
    const order = Object.keys(assumed);
    const differing = [...told].filter(([name, value]) => value !== assumed[name]);
    differing.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
    const beside = written(differing.filter(([name]) => own(free, name) === undefined));
    const at = place(free, (one) => told.get(one) ?? assumed[one] ?? "");
    const [file, from] = (beside ? own(more, beside) : FIRST) ?? [];
    if (at === undefined || file === undefined || from === undefined) return undefined;
    return { file, at: from + at, query: written(differing) };
  }

  /**
   * The first file is everybody's. Of the others all are fetched together, in the same order, whichever is needed: what a
   * host can see is the same for every answer.
   * @param {number} wanted
   * @returns {Promise<Unpacked>}
   */
  #open(wanted) {
    const last = wanted && (this.#grid?.files.length ?? 0) - 1;
    for (let file = 0; file <= last; file++) if (!this.#opened.has(file)) this.#fetch(file);
    return /** @type {Promise<Unpacked>} */ (this.#opened.get(wanted));
  }

  /** @param {number} file */
  #fetch(file) {
    const unpacked = Promise.all([this.#opened.get(0), fetched(this.#address(file))]).then(([first, own]) => ({
      runs: [...(first?.runs ?? []), ...own.runs],
      rows: own.rows,
    }));
    this.#opened.set(file, unpacked);
    unpacked.catch(() => this.#opened.delete(file)); // the network may be back for the next question
  }

  /** @param {number} file */
  #address(file) {
    return this.#folder + this.#grid?.files[file];
  }
}

/**
 * What a table from the build says, and nothing that every object has by birth: names and values come from an address.
 * @template T
 * @param {Record<string, T>} table
 * @param {string} name
 */
const own = (table, name) => (Object.keys(table).includes(name) ? table[name] : undefined);

/** @param {[string, string][]} pairs */
const written = (pairs) => pairs.map((pair) => pair.join("=")).join("&");

/** What is said about each question, once; what is left empty is not said. @param {Iterable<[string, string]>} entries */
function merged(entries) {
  /** @type {Map<string, string>} */
  const told = new Map();
  for (const [name, value] of entries) if (value) told.set(name, told.has(name) ? `${told.get(name)},${value}` : value);
  return told;
}

/**
 * @param {Record<string, string[]>} free
 * @param {(name: string) => string} told
 * @returns {number | undefined} the place of a combination in the order of the product
 */
function place(free, told) {
  let at = 0;
  for (const [name, values] of Object.entries(free)) {
    const here = values.indexOf(told(name));
    if (here < 0) return undefined;
    at = at * values.length + here;
  }
  return at;
}

/** @param {string} address @returns {Promise<Unpacked>} */
async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const zipped = bytes[0] === ZIPPED; // some hosts undo the compression on the way
  const body = new Response(bytes).body;
  const text = await new Response(zipped ? body?.pipeThrough(new DecompressionStream("gzip")) : body).text();
  const [runs = "", rows = ""] = text.split(PART);
  return { runs: runs.split(END), rows: rows.split("\n") };
}
