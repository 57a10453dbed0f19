// Knows the element that a page gets: a frame of the right height and theme, and a private line to it.
// Must never know a question, an answer, or what the frame shows.

const NAME = "cardio-after-leg-day";
const NARROW = 600; // px of width, below which all stands in one column
const TALL = 900; // px of height of a narrow frame, until it has told its own
const FLAT = 570; // px, the same of a wide one
const PATIENCE = 30_000; // ms in sight until a frame that does not load makes room for the page's own link
const SILENCE = 3000; // ms after its load until a silent frame does
const LONGEST = 99; // characters of a value that goes into the address
const LAST = 3; // place of the timer of a frame's patience, behind the later looks; that of its silence is the next
const LATER = [20, 400, 1500]; // ms after a change of the page: at once, and when its colours have faded over
const SANDBOX = "allow-scripts allow-forms allow-downloads allow-popups allow-popups-to-escape-sandbox";
const STYLE =
  ":host{display:grid;width:100%}*{display:block;border:0;grid-area:1/1;min-width:0;width:100%;min-height:var(--cardio-min-height)}[hidden]{display:none}"; // the link stands over the frame until that is ready

const SITE = "@SITE_URL@"; // the build writes the address here: who joins, copies or inlines this file takes its own address from it
const { src } = /** @type {any} */ (document.currentScript ?? {});
const home = `${/^([^?#]+\/)(v1|[\d.]+)\/widget\.js(\?|$)/.exec(src)?.[1] ?? SITE}embed/v1/`;

class Widget extends HTMLElement {
  #frame = document.createElement("iframe");
  #slot = document.createElement("slot");
  /** @type {MessagePort | undefined} */
  #port;
  /** @type {Record<string, unknown>} */
  #told = {};
  #sent = "";
  /** Who waits for the frame, and then for a result, by the number of the question. @type {any[]} */
  #waiting = [];
  /** A promise of the frame, kept over moves; refused with the code of cardio:error. @type {Promise<unknown>} */
  ready = new Promise((...settle) => this.#waiting.push(settle));
  #code = "";
  /** @type {number[]} */
  #timers = [];
  /** @type {AbortController | undefined} */
  #gone;
  #look = () => LATER.map((ms, at) => this.#later(at, ms, () => this.#send()));
  #watch = new MutationObserver(this.#look);

  constructor() {
    super();
    const sheet = new CSSStyleSheet(); // before the shadow: a browser without it goes on showing the author's link
    sheet.replaceSync(STYLE);
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    root.append(this.#frame, this.#slot);
    this.ready.catch(() => {}); // nobody need wait for it
    this.#close();
  }

  connectedCallback() {
    const until = new AbortController(); // which says as an option of a listener until when
    this.#gone = until;
    if (!this.#frame.src) this.#make();
    addEventListener(
      "message",
      (event) => event.isTrusted && event.source === this.#frame.contentWindow && this.#greet(event),
      until,
    );
    document.addEventListener(
      "securitypolicyviolation",
      ({ blockedURI: at, disposition }) =>
        at && home.startsWith(at) && disposition === "enforce" && this.#fail("blocked-by-csp"),
      until,
    );
    matchMedia("(prefers-color-scheme:dark)").addEventListener("change", this.#look, until);
    // A lazy frame loads when it comes near, and nothing tells of one that never does: the patience begins in sight.
    new IntersectionObserver(([seen], sight) => {
      if (!seen?.isIntersecting) return;
      sight.disconnect();
      this.#later(LAST, PATIENCE, () => this.#fail("timeout"));
    }).observe(this.#frame);
    for (const at of this.#above) this.#watch.observe(at, { attributes: true });
    this.#watch.observe(document.head, { attributes: true, childList: true, subtree: true });
  }

  /** A move that keeps the frame alive changes nothing. */
  connectedMoveCallback() {}

  disconnectedCallback() {
    this.#gone?.abort();
    this.#watch.disconnect();
    this.#close();
  }

  // What the page may ask for

  /** @param {Record<string, unknown>} told answers by the names of their fields */
  set(told) {
    this.#told = JSON.parse(JSON.stringify({ ...this.#told, ...told })); // what cannot be sent is refused here, and not kept
    this.#send();
  }

  /** @returns {Promise<any>} what shows, as soon as the frame says so; refused as `ready` is */
  getResult() {
    return new Promise((...settle) =>
      this.#frame.hidden ? settle[1](this.#code) : this.#say("get", { id: this.#waiting.push(settle) - 1 }),
    );
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
      allow: "clipboard-write",
      referrerpolicy: "no-referrer",
      loading: this.getAttribute("loading") ?? "lazy",
    };
    for (const [name, value] of Object.entries(attributes)) this.#frame.setAttribute(name, value);
    // A page that is missing, refused or blocked loads too. The empty one at first is no other origin's.
    this.#frame.onload = () =>
      this.#frame.contentDocument ?? this.#later(LAST + 1, SILENCE, () => this.#fail("timeout"));
    this.#frame.style.height = `${Number(this.getAttribute("height")) || (this.clientWidth < NARROW ? TALL : FLAT)}px`;
    this.#frame.src = `${home}#?element&${new URLSearchParams(/** @type {any} */ (told))}`;
  }

  /** What the page asks for, by attributes and by program; the frame's own look follows at once. */
  get #config() {
    const told = (/** @type {string} */ name) => this.getAttribute(name) ?? "";
    this.#frame.title = told("label") || NAME.replaceAll("-", " ");
    const theme = told("theme").toLowerCase().replace("auto", "") || this.#theme;
    this.#frame.style.colorScheme = theme;
    const { lang } = /** @type {any} */ (this.closest("[lang]") ?? this);
    return { ...this.dataset, lang, theme, accent: told("accent"), density: told("density"), ...this.#told };
  }

  /** What lies behind the element tells whether the page is dark, or else the colour of its text. */
  get #theme() {
    /** @returns {boolean | undefined} nothing if one can look through it */
    const dark = (/** @type {string} */ colour) => {
      this.#frame.style.color = colour;
      this.#frame.style.color = `color-mix(in srgb,${colour},${colour})`;
      // A frame that left the page has no colour; a browser without mixed ones counts to 255.
      const text = getComputedStyle(this.#frame).color;
      const [r, g, b, a = 1] = /** @type {any} */ (text.match(/[\d.e-]+/g) ?? []).map(Number);
      return a + a > 1 ? r + g + g + b < (text[0] === "r" ? 510 : 2) : undefined;
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

  /** @param {any} event with which a new frame makes itself known */
  #greet({ data, source }) {
    if (data?.cardio !== 1 || data.type !== "hello") return;
    const { port1, port2 } = new MessageChannel();
    this.#port?.close();
    this.#port = port1;
    port1.onmessage = (message) => this.#hear(message.data);
    this.#sent = "";
    source.postMessage({ cardio: 1, type: "init", config: this.#config }, "*", [port2]);
    for (const id in this.#waiting) this.#say("get", { id }); // again after a move
  }

  /** @param {any} message by the private line */
  #hear({ cardio, type, id, ...told }) {
    if (id) {
      this.#waiting[id]?.[0](told);
      delete this.#waiting[id];
    } else if (type === "height") {
      this.#frame.style.height = `${told.height}px`;
      this.#emit("resize", told);
    } else {
      if (type === "ready") {
        this.#show(true, true);
        this.#waiting[0]?.[0]();
        this.ready = Promise.resolve(); // even if it was refused before
      }
      this.#emit(type, told);
    }
  }

  /** @param {string} type @param {any} detail */
  #emit(type, detail) {
    for (const mark of ":-") // some frameworks cannot listen to a name with a colon
      this.dispatchEvent(new CustomEvent(`cardio${mark}${type}`, { bubbles: true, composed: true, detail }));
    if (type === "error") console.warn(NAME, detail);
  }

  /** @param {string} type @param {object} [told] */
  #say(type, told) {
    this.#port?.postMessage({ cardio: 1, type, ...told }); // a new frame is greeted with all of it
  }

  #send() {
    this.toggleAttribute("ready", /** @type {any} */ (this.#slot).hidden); // which a morph of the page takes away
    const config = this.#config;
    const text = JSON.stringify(config);
    if (!this.#port || text === this.#sent) return;
    this.#sent = text;
    this.#say("set", { config });
  }

  /** @param {boolean} fine whether the frame keeps its place @param {boolean} ready or else what the page's author wrote shows */
  #show(fine, ready) {
    this.#frame.hidden = !fine;
    this.#slot.hidden = ready;
    this.#frame.style.opacity = `${+ready}`; // nothing shines through the author's link
    this.toggleAttribute("ready", ready);
  }

  /** @param {string} code */
  #fail(code) {
    if (this.#port ?? this.#frame.hidden) return;
    this.#show(false, false);
    this.#code = code;
    for (const one of this.#waiting) one?.[1](code);
    this.#emit("error", { code, message: home });
  }

  /** A frame that is taken out of the page forgets; it makes itself known again when it is back. */
  #close() {
    this.#timers.map(clearTimeout);
    this.#port?.close();
    this.#port = undefined;
    this.#show(true, false);
  }

  /** @param {number} at place of the timer, which runs once however often it is set @param {number} ms @param {() => unknown} then */
  #later(at, ms, then) {
    clearTimeout(this.#timers[at]);
    this.#timers[at] = setTimeout(then, ms);
  }
}

if (!customElements.get(NAME)) customElements.define(NAME, Widget);
