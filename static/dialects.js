// Knows how other programs ask a frame for its height, and in which words they want it told.
// Must never know what stands in the frame: a height is all that it tells, to anyone.

const LONGEST = 100; // characters of a name that a page gave the frame
const SIZER = "[iFrameSizer]"; // begins every message of iframe-resizer
const PYM = "xPYMx"; // stands between the words of pym.js

/** @param {unknown} data @returns {Record<string, unknown>} */
const named = (data) => (data && typeof data === "object" ? /** @type {Record<string, unknown>} */ (data) : {});

export class Dialects {
  #pym = (new URLSearchParams(location.search).get("childId") ?? "").slice(0, LONGEST);
  #secret = /^#\?(?:.*&)?secret=([A-Za-z0-9]+)/.exec(location.hash.slice(0, LONGEST))?.[1] ?? "";
  #sizer = "";
  #key = crypto.getRandomValues(new Uint32Array(2)).join(""); // or a page sizes another frame whose address holds the key

  /** @returns {boolean} whether a WordPress page shows this frame: there links are opened by asking for it */
  get wordpress() {
    return this.#secret !== "";
  }

  /** @param {unknown} data what the page around said @returns {boolean} whether it wants to be told the height */
  hear(data) {
    if (typeof data === "string") return this.#word(data);
    const { type, message, secret } = named(data);
    if (message === "ready") return this.wordpress && secret === this.#secret;
    return type === "iframe-child-init" || type === "iframe-get-child-dimensions";
  }

  /** @param {string} data */
  #word(data) {
    if (data.startsWith(SIZER)) this.#sizer ||= data.slice(SIZER.length, SIZER.length + LONGEST).split(":")[0] ?? "";
    return data.startsWith(SIZER) || data.startsWith(`pym${PYM}`);
  }

  /** @param {number} height @param {number} width in px */
  tell(height, width) {
    const post = (/** @type {unknown} */ message) => parent.postMessage(message, "*");
    if (this.#secret) post({ message: "height", value: height, secret: this.#secret });
    if (this.#pym) post(["pym", this.#pym, "height", height].join(PYM));
    for (const why of this.#sizer ? ["init", "resizeObserver"] : [])
      post(`${SIZER}${this.#sizer}:${height}:${width}:${why}`);
    post({ sentinel: "amp", type: "embed-size", height });
    post(JSON.stringify({ src: location.href, context: "iframe.resize", height }));
    post({ type: "iframe-resized", width, height });
    post({ "datawrapper-height": { [this.#key]: height } });
  }

  /** Asks WordPress to open an address; it does so for one of the frame's own host. @param {string} address */
  follow(address) {
    parent.postMessage({ message: "link", value: address, secret: this.#secret }, "*");
  }
}
