// Resize messages of other embed libraries (pym.js, iframe-resizer, WordPress and others). They carry the height only.

const LONGEST = 100; // characters of the frame's name
const SIZER = "[iFrameSizer]"; // prefix of iframe-resizer's messages
const PYM = "xPYMx"; // separator of pym.js

/** @param {unknown} data @returns {Record<string, unknown>} */
const asRecord = (data) => (data && typeof data === "object" ? /** @type {Record<string, unknown>} */ (data) : {});

export class ResizeProtocols {
  #pym = (new URLSearchParams(location.search).get("childId") ?? "").slice(0, LONGEST);
  #secret = /^#\?(?:.*&)?secret=([A-Za-z0-9]+)/.exec(location.hash.slice(0, LONGEST))?.[1] ?? "";
  #sizer = "";
  #key = crypto.getRandomValues(new Uint32Array(2)).join(""); // or a page sizes another frame whose address holds the key

  /** @returns {boolean} whether WordPress shows this frame: links are opened by a message */
  get wordpress() {
    return this.#secret !== "";
  }

  /** @param {unknown} data message of the host page @returns {boolean} whether it requests the height */
  requestsHeight(data) {
    if (typeof data === "string") return this.#isTextRequest(data);
    const { type, message, secret } = asRecord(data);
    if (message === "ready") return this.wordpress && secret === this.#secret;
    return type === "iframe-child-init" || type === "iframe-get-child-dimensions";
  }

  /** @param {string} data */
  #isTextRequest(data) {
    if (data.startsWith(SIZER)) this.#sizer ||= data.slice(SIZER.length, SIZER.length + LONGEST).split(":")[0] ?? "";
    return data.startsWith(SIZER) || data.startsWith(`pym${PYM}`);
  }

  /** @param {number} height @param {number} width in px */
  postHeight(height, width) {
    const post = (/** @type {unknown} */ message) => parent.postMessage(message, "*");
    if (this.#secret) post({ message: "height", value: height, secret: this.#secret });
    if (this.#pym) post(["pym", this.#pym, "height", height].join(PYM));
    for (const reason of this.#sizer ? ["init", "resizeObserver"] : [])
      post(`${SIZER}${this.#sizer}:${height}:${width}:${reason}`);
    post({ sentinel: "amp", type: "embed-size", height });
    post(JSON.stringify({ src: location.href, context: "iframe.resize", height }));
    post({ type: "iframe-resized", width, height });
    post({ "datawrapper-height": { [this.#key]: height } });
  }

  /** Ask WordPress to open an address; it only opens addresses of the frame's host. @param {string} address */
  follow(address) {
    parent.postMessage({ message: "link", value: address, secret: this.#secret }, "*");
  }
}
