// Look up prebuilt answers: the position of a query in the grid, the file that holds it, and how the file is unpacked.
//
// Files are fetched in groups, so that the host's log does not reveal which answer was looked up.

/**
 * `assumed`: the default of every field, in the order of a canonical query. `free`: fields whose combinations are all prebuilt. `more`: other answers that may be added to a combination, each with the file and the index at which its combinations begin. `files`: the first holds the combinations alone.
 * @typedef {{ assumed: Record<string, string>, free: Record<string, string[]>, more: Record<string, [file: number, at: number]>, files: string[] }} Grid
 * @typedef {{ runs: string[], rows: string[] }} Unpacked runs of lines, and for each answer a row of symbols, one a run
 * @typedef {{ file: number, at: number, query: string }} Location
 */

const QUERY = "\u0001"; // placeholder of the query in the lines
const BASE = "\u0002"; // placeholder of the path to the site's root
const SECTION_SEPARATOR = "\u001e"; // between the two sections of a file
const RUN_SEPARATOR = "\u001d"; // between two runs
const FIRST_SYMBOL = 0x20; // code of the first run's symbol
const FIRST_FILE = [0, 0]; // file and index of the combinations alone
const GZIP_MAGIC = 0x1f; // first byte of a gzip file, and never of text

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

  /** The grid that an element holds as JSON. @param {Element} host */
  static fromElement(host) {
    const grid = /** @type {HTMLTemplateElement | null} */ (host.querySelector("[data-grid]"));
    const folder = new URL(grid?.dataset.grid ?? "", document.baseURI).href;
    return new Pack(JSON.parse(grid?.content.textContent || "{}"), folder);
  }

  /**
   * @param {Iterable<[string, string]>} entries what the form says
   * @param {string} base path from the page to the site's root
   * @returns {Promise<string | undefined>} the answer as HTML; undefined if it is not prebuilt or cannot be fetched
   */
  async lookUp(entries, base) {
    const location = this.#find(entries);
    const file = location && (await this.#open(location.file).catch(() => undefined));
    const row = file?.rows[location?.at ?? 0];
    if (!file || !location || !row) return undefined;
    const html = Array.from(row, (symbol) => file.runs[symbol.charCodeAt(0) - FIRST_SYMBOL]).join("\n");
    return html.replaceAll(QUERY, location.query.replaceAll("&", "&amp;")).replaceAll(BASE, base);
  }

  /** Fetch the file that the next answer most likely needs. @param {Iterable<[string, string]>} entries */
  prefetch(entries) {
    const location = this.#find(entries);
    if (location) this.#open(location.file).catch(() => {}); // the look-up that follows reports errors
  }

  /** Fetch and unpack the first file. Every visitor fetches it, so the host learns nothing. The first look-up is slow, so it is made early. */
  async prefetchFirst() {
    await this.lookUp([], "");
  }

  /** @returns {string[]} the addresses of the files that were used */
  get used() {
    return [...this.#opened.keys()].map((file) => this.#address(file));
  }

  /** @param {Iterable<[string, string]>} entries @returns {Location | undefined} */
  #find(entries) {
    if (!this.#grid) return undefined;
    const { assumed, free, more } = this.#grid;
    const answers = mergeAnswers(entries);
    const fieldOrder = Object.keys(assumed);
    const differing = [...answers].filter(([name, value]) => value !== assumed[name]);
    differing.sort(([a], [b]) => fieldOrder.indexOf(a) - fieldOrder.indexOf(b));
    const extraQuery = toQuery(differing.filter(([name]) => ownProperty(free, name) === undefined));
    const at = combinationIndex(free, (name) => answers.get(name) ?? assumed[name] ?? "");
    const [file, from] = (extraQuery ? ownProperty(more, extraQuery) : FIRST_FILE) ?? [];
    if (at === undefined || file === undefined || from === undefined) return undefined;
    return { file, at: from + at, query: toQuery(differing) };
  }

  /**
   * The first file is fetched alone. The others are always fetched together and in the same order, so that the host cannot tell which answer is needed.
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
    const unpacked = Promise.all([this.#opened.get(0), fetchPack(this.#address(file))]).then(
      ([first, unpackedFile]) => ({
        runs: [...(first?.runs ?? []), ...unpackedFile.runs],
        rows: unpackedFile.rows,
      }),
    );
    this.#opened.set(file, unpacked);
    unpacked.catch(() => this.#opened.delete(file)); // the network may be back for the next question
  }

  /** @param {number} file */
  #address(file) {
    return this.#folder + this.#grid?.files[file];
  }
}

/**
 * Read an own property only: names come from the address and could be `constructor`.
 * @template T
 * @param {Record<string, T>} table
 * @param {string} name
 */
const ownProperty = (table, name) => (Object.keys(table).includes(name) ? table[name] : undefined);

/** @param {[string, string][]} pairs */
const toQuery = (pairs) => pairs.map((pair) => pair.join("=")).join("&");

/** Merge pairs by name: values of one field are joined with commas, empty values are dropped. @param {Iterable<[string, string]>} entries */
function mergeAnswers(entries) {
  /** @type {Map<string, string>} */
  const answers = new Map();
  for (const [name, value] of entries)
    if (value) answers.set(name, answers.has(name) ? `${answers.get(name)},${value}` : value);
  return answers;
}

/**
 * @param {Record<string, string[]>} free
 * @param {(name: string) => string} answers
 * @returns {number | undefined} the index of a combination in the Cartesian product
 */
function combinationIndex(free, answers) {
  let at = 0;
  for (const [name, values] of Object.entries(free)) {
    const valueIndex = values.indexOf(answers(name));
    if (valueIndex < 0) return undefined;
    at = at * values.length + valueIndex;
  }
  return at;
}

/** @param {string} updateHash @returns {Promise<Unpacked>} */
async function fetchPack(updateHash) {
  const response = await fetch(updateHash);
  if (!response.ok) throw new Error(`${response.status} ${updateHash}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isGzip = bytes[0] === GZIP_MAGIC; // some hosts undo the compression on the way
  const body = new Response(bytes).body;
  const text = await new Response(isGzip ? body?.pipeThrough(new DecompressionStream("gzip")) : body).text();
  const [runs = "", rows = ""] = text.split(SECTION_SEPARATOR);
  return { runs: runs.split(RUN_SEPARATOR), rows: rows.split("\n") };
}
