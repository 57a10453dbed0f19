// Knows the element that a page gets: a frame of the right height and theme, and a private line to it.
// Must never know a question, an answer, or what the frame shows.

const NAME = "cardio-after-leg-day";
const HEIGHT = 420; // px until the frame has told its own
const HIGHEST = 20_000; // px
const PATIENCE = 15_000; // ms from the load of a silent frame until the page's own link shows
const LATER = [20, 400]; // ms after a change of the page: at once, and when its colours have faded over
const LONGEST = 99; // characters of a value that goes into the address, and how many values
const SANDBOX = "allow-scripts allow-forms allow-downloads allow-popups allow-popups-to-escape-sandbox";
const STYLE =
  ":host{display:block}iframe{border:0;display:block;min-height:var(--cardio-min-height,0);width:100%}[hidden]{display:none}";

const script = /** @type {HTMLScriptElement | null} */ (
  document.currentScript ?? document.querySelector('script[src*="/widget.js"]')
);
const home = new URL("../embed/v1/", script?.src ?? location.href);

class Widget extends HTMLElement {
  #frame = document.createElement("iframe");
  #slot = document.createElement("slot");
  /** @type {MessagePort | undefined} */
  #port;
  #open = () => {};
  /** @type {Promise<void> | undefined} */
  ready;
  /** @type {Record<string, unknown>} */
  #told = {};
  #sent = "";
  /** @type {((result: unknown) => void)[]} */
  #waiting = [];
  /** @type {number[]} */
  #timers = [];
  /** @type {AbortController | undefined} */
  #gone;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    root.append(this.#frame, this.#slot);
    this.#close();
  }

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    const listen = (
      /** @type {EventTarget} */ at,
      /** @type {string} */ type,
      /** @type {(event: any) => void} */ then,
    ) => at.addEventListener(type, then, { signal });
    if (!this.#frame.src) this.#make();
    listen(window, "message", (event) => {
      if (event.isTrusted && event.source === this.#frame.contentWindow) this.#greet(event.data);
    });
    listen(this.#frame, "load", () => this.#later(2, PATIENCE, () => this.#port ?? this.#fail("timeout")));
    listen(document, "securitypolicyviolation", ({ blockedURI }) => {
      if (!this.#port && blockedURI.startsWith(home.origin)) this.#fail("blocked-by-csp");
    });
    const look = () => LATER.map((ms, at) => this.#later(at, ms, () => this.#send()));
    listen(matchMedia("(prefers-color-scheme:dark)"), "change", look);
    const watch = new MutationObserver(look);
    for (const at of this.#above) watch.observe(at, { attributes: true });
    watch.observe(document.head, { attributes: true, childList: true, subtree: true });
    listen(signal, "abort", () => watch.disconnect());
  }

  disconnectedCallback() {
    this.#gone?.abort();
    this.#close();
  }

  // What the page may ask for

  /** @param {Record<string, unknown>} told answers by the names of their fields */
  set(told) {
    Object.assign(this.#told, told);
    this.#send();
  }

  getResult() {
    return new Promise((resolve) => this.#say("get", { id: this.#waiting.push(resolve) }));
  }

  reset() {
    this.#told = {};
    this.#send();
    this.#say("reset");
  }

  focus() {
    this.#frame.focus();
    this.#say("focus");
  }

  // The frame

  #make() {
    const told = Object.entries(this.#config).filter((pair) => pair[1] && `${pair}`.length < LONGEST);
    const attributes = {
      sandbox: SANDBOX,
      credentialless: "",
      part: "frame",
      allow: `clipboard-write${"share" in navigator ? ";web-share" : ""}`, // a name unknown here would be warned of
      referrerpolicy: "no-referrer",
      loading: this.getAttribute("loading") ?? "lazy",
    };
    for (const [name, value] of Object.entries(attributes)) this.#frame.setAttribute(name, value);
    this.#frame.style.height = `${Number(this.getAttribute("height")) || HEIGHT}px`;
    this.#frame.src = `${home}?${new URLSearchParams(/** @type {any} */ (told.slice(0, LONGEST)))}`;
  }

  /** What the page asks for, by attributes and by program; the frame's own look follows at once. */
  get #config() {
    const told = (/** @type {string} */ name) => this.getAttribute(name) ?? "";
    this.#frame.title = told("label") || NAME.replaceAll("-", " ");
    const theme = /^(dark|light)$/.test(told("theme")) ? told("theme") : this.#theme;
    this.#frame.style.colorScheme = theme;
    const lang = this.closest("[lang]")?.getAttribute("lang");
    return { ...this.dataset, theme, lang, accent: told("accent"), density: told("density"), ...this.#told };
  }

  /** What lies behind the element tells whether the page is dark, or else the colour of its text. */
  get #theme() {
    /** @returns {boolean | undefined} nothing if one can look through it */
    const dark = (/** @type {string} */ colour) => {
      this.#frame.style.color = `color-mix(in srgb,${colour},${colour})`;
      const [r = 0, g = 0, b = 0, a = 1] =
        getComputedStyle(this.#frame)
          .color.match(/[\d.]+(e-\d+)?/g)
          ?.map(Number) ?? [];
      return a + a > 1 ? r + g + g + b < 2 : undefined;
    };
    /** @type {boolean | undefined} */
    let found;
    for (const at of this.#above) found ??= at.style && dark(getComputedStyle(at).backgroundColor);
    return (found ?? !dark(getComputedStyle(this).color)) ? "dark" : "light";
  }

  /** The element and all that holds it, out of every shadow. @returns {any[]} */
  get #above() {
    const all = [];
    for (let at = /** @type {any} */ (this); at; at = at.parentNode ?? at.host) all.push(at);
    return all;
  }

  /** @param {any} data with which a new frame makes itself known */
  #greet(data) {
    if (data?.cardio !== 1 || data.type !== "hello" || !data.protocol?.includes(1)) return;
    const { port1, port2 } = new MessageChannel();
    const config = this.#config;
    this.#port?.close();
    this.#port = port1;
    port1.onmessage = (event) => this.#hear(event.data);
    this.#sent = JSON.stringify(config);
    this.#frame.contentWindow?.postMessage({ cardio: 1, type: "init", config }, "*", [port2]);
  }

  /** @param {any} message by the private line */
  #hear({ cardio, type, id, ...told }) {
    if (cardio !== 1) return;
    if (id) this.#waiting[id - 1]?.(told);
    else if (type === "height") {
      if (!(told.height > 0 && told.height <= HIGHEST)) return;
      this.#frame.style.height = `${told.height}px`;
      this.#emit("resize", told);
    } else if (/^(ready|change|result|export|error)$/.test(type)) {
      if (type === "ready") this.#show(true);
      this.#emit(type, told);
    }
  }

  /** @param {string} type @param {unknown} detail */
  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(`cardio:${type}`, { bubbles: true, composed: true, detail }));
  }

  /** @param {string} type @param {object} [told] */
  #say(type, told) {
    this.ready?.then(() => this.#port?.postMessage({ ...told, cardio: 1, type }));
  }

  #send() {
    const config = this.#config;
    const text = JSON.stringify(config);
    if (!this.#port || text === this.#sent) return;
    this.#sent = text;
    this.#say("set", { config });
  }

  /** @param {boolean} fine whether the frame is there; else what the page's author wrote in its place */
  #show(fine) {
    this.#frame.hidden = !fine;
    this.#slot.hidden = fine;
    this.toggleAttribute("ready", fine);
    if (fine) this.#open();
  }

  /** @param {string} code */
  #fail(code) {
    this.#show(false);
    this.#emit("error", { code, message: home.href });
  }

  /** A frame that is taken out of the page forgets; it makes itself known again when it is back. */
  #close() {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#port?.close();
    this.#port = undefined;
    this.#slot.hidden = true;
    this.removeAttribute("ready");
    this.ready = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  /** @param {number} at place of the timer, which runs once however often it is set @param {number} ms @param {() => unknown} then */
  #later(at, ms, then) {
    clearTimeout(this.#timers[at]);
    this.#timers[at] = setTimeout(then, ms);
  }
}

if (script && document.adoptedStyleSheets && !customElements.get(NAME)) customElements.define(NAME, Widget);
