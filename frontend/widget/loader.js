// The custom element that a host page loads (served as v1/widget.js): an iframe of the right height and theme, and a
// MessageChannel to it. Host pages download this file, so every byte counts: 2,000 compressed at most.

// The build sets it to 1 for the copy that lies beside the widget's files on the blogger's own server, or else to 0. There the
// frame has the page's origin, so that it can read those files whatever headers the server sends.
const SELF_HOSTED = /** @type {any} */ (globalThis).SELF_HOSTED;
const NARROW_WIDTH = 600; // px of width, below which the widget has one column
const NARROW_HEIGHT = 950; // px of a narrow frame's height until its first height message
const WIDE_HEIGHT = 660; // px of a wide frame's height until then
const NO_LIMIT = 1e4; // px of a frame's largest width without the attribute for it
const SILENCE = 3000; // ms after its load until a silent frame does
const TIMEOUT_TIMER = 2; // index of the timer of a frame's silence, behind those of the theme

const LIGHT_SUM = 510; // of red, twice green, and blue up to 255, from which a colour is light
const NAME = "cardio-after-leg-day";
const THEME_DELAYS = [20, 1500]; // ms after a change of the page: at once, and after its colour transitions

// The build writes the address of the site here: whoever joins, copies or inlines this file takes it from there.
const script = /** @type {any} */ (document.currentScript);
const frameAddress = SELF_HOSTED
  ? `${/^([^?#]+\/)[^/?#]+\.js/.exec(script?.src)?.[1]}embed/v1/index.html`
  : `${/^([^?#]+\/)(v1|[\d.]+)\/widget\.js/.exec(script?.src)?.[1] ?? "@SITE_URL@"}embed/v1/`;

class CardioAfterLegDay extends HTMLElement {
  /** @type {() => void} */
  #onConnection;

  constructor() {
    super();
    const frame = /** @type {any} */ (document.createElement("iframe"));
    const slot = /** @type {any} */ (document.createElement("slot"));
    /** @type {MessagePort | undefined} */
    let port;
    /** @type {Record<string, unknown>} */
    let payload = {};
    let code = "";
    /** Who waits for the frame, and then for a result, by the number of the question. @type {any[]} */
    const waiting = [];
    /** @type {number[]} */
    const timers = [];
    let controller = new AbortController(); // its signal is the listeners' option

    /** @param {number} at index of the timer; setting it again restarts it @param {number} ms @param {() => unknown} callback */
    const later = (at, ms, callback) => {
      clearTimeout(timers[at]);
      timers[at] = setTimeout(callback, ms);
    };
    const look = () => THEME_DELAYS.map((ms, at) => later(at, ms, send));
    const watch = new MutationObserver(look);

    /** The theme by the background behind the element, or by its text colour if all is transparent. */
    const shade = () => {
      /** @returns {boolean | undefined} undefined if it is mostly transparent */
      const dark = (/** @type {string} */ colour) => {
        frame.style.color = colour;
        frame.style.color = `color-mix(in srgb,${colour},${colour})`;
        // A frame that left the page has no colour; a browser without mixed ones counts to 255.
        const text = getComputedStyle(frame).color;
        const [r, g, b, a = 1] = /** @type {any} */ (text.match(/[\d.e-]+/g) ?? []).map(Number);
        return a + a > 1 ? r + g + g + b < (text[0] === "r" ? LIGHT_SUM : 2) : undefined;
      };
      /** @type {boolean | undefined} */
      let isDark;
      // The element and its ancestors, across shadow roots.
      for (let at = /** @type {any} */ (this); at; at = at.parentNode ?? at.host)
        isDark ??= at.style && dark(getComputedStyle(at).backgroundColor);
      return (isDark ?? !dark(getComputedStyle(this).color)) ? "dark" : "light";
    };

    const attribute = (/** @type {string} */ name) => this.getAttribute(name) ?? "";

    /** The configuration from attributes and set(); applies the frame's title, colour scheme and largest width. */
    const configuration = () => {
      frame.title = attribute("label") || NAME.replaceAll("-", " ");
      const theme = attribute("theme").replace(/auto/i, "") || shade();
      frame.style.colorScheme = theme;
      frame.style.maxWidth = `${+attribute("width") || NO_LIMIT}px`;
      /** @type {Record<string, unknown>} */
      const config = { ...this.dataset, theme };
      for (const name of ["accent", "density", "hide", "fix", "lang"]) config[name] = attribute(name);
      return { ...config, ...payload };
    };

    /** @param {string} type @param {any} detail */
    const emit = (type, detail) => {
      for (const mark of ":-") // some frameworks cannot listen to a name with a colon
        this.dispatchEvent(new CustomEvent(`cardio${mark}${type}`, { bubbles: true, composed: true, detail }));
    };

    /** @param {string} type @param {object} [more] */
    const say = (type, more) => port?.postMessage({ cardio: 1, type, ...more }); // a new frame is greeted with all of it

    const send = () => {
      this.toggleAttribute("ready", slot.hidden); // which a morph of the page removes
      say("set", { config: configuration() }); // the frame applies what differs
    };

    /** @param {boolean} usable whether the frame shows @param {boolean} ready whether it covers the author's link */
    const show = (usable, ready) => {
      frame.hidden = !usable;
      slot.hidden = ready;
      frame.style.opacity = +ready; // nothing shines through the author's link
      send();
    };

    /** @param {string} why */
    const fail = (why) => {
      if (port ?? frame.hidden) return;
      show(false, false);
      code = why;
      for (const name of waiting) name?.[1](code);
      emit("error", { code, message: frameAddress });
    };

    /** @param {MessageEvent<any>} message from the MessagePort */
    const receive = ({ data: { cardio, type, id, ...detail } }) => {
      if (id) {
        waiting[id]?.[0](detail);
        delete waiting[id];
        return;
      }
      if (type === "height") {
        frame.style.height = `${detail.height}px`;
        type = "resize";
      }
      if (type === "ready") {
        if (attribute("loading") === "click") this.focus(); // or else the focus is lost with the link
        show(true, true);
        waiting[0]?.[0]();
        this.ready = Promise.resolve(); // even if it was refused before
      }
      emit(type, detail);
    };

    /** Give the frame its address; with `loading="click"` the reader's first click does, which then follows no link. @param {Event} [click] */
    const load = (click) => {
      if (frame.src) return;
      click?.preventDefault();
      if (!SELF_HOSTED)
        frame.sandbox = "allow-scripts allow-forms allow-downloads allow-popups allow-popups-to-escape-sandbox";
      frame.part = "frame";
      frame.credentialless = !SELF_HOSTED;
      frame.allow = "clipboard-write";
      frame.referrerPolicy = "no-referrer";
      frame.loading = attribute("loading") || "lazy";
      // A page that is missing, refused or blocked loads too. The empty one at first is no other origin's.
      frame.onload = () =>
        (SELF_HOSTED ? frame.contentDocument?.URL === "about:blank" : frame.contentDocument) ||
        later(TIMEOUT_TIMER, SILENCE, () => fail("timeout"));
      frame.style.height = `${+attribute("height") || (frame.clientWidth < NARROW_WIDTH ? NARROW_HEIGHT : WIDE_HEIGHT)}px`;
      frame.src = `${frameAddress}#?element`;
    };

    // A removed frame loses its state; it sends hello again when it is back.
    this.#onConnection = () => {
      controller.abort();
      watch.disconnect();
      timers.map(clearTimeout);
      port = undefined;
      show(true, false);
      if (!this.isConnected) return;
      controller = new AbortController();
      this.addEventListener("click", load, controller);
      if (attribute("loading") !== "click") load();
      addEventListener(
        "message",
        (/** @type {any} the first message of a new frame */ { data, source, isTrusted }) => {
          if (!isTrusted || source !== frame.contentWindow || data?.type !== "hello") return;
          const { port1, port2 } = new MessageChannel();
          port = port1;
          port1.onmessage = receive;
          source.postMessage({ cardio: 1, type: "init", config: configuration() }, "*", [port2]);
          for (const id in waiting) say("get", { id }); // again after a move
        },
        controller,
      );
      document.addEventListener(
        "securitypolicyviolation",
        ({ blockedURI: at, disposition }) =>
          at && frameAddress.startsWith(at) && disposition === "enforce" && fail("blocked-by-csp"),
        controller,
      );
      matchMedia("(prefers-color-scheme:dark)").addEventListener("change", look, controller);
      for (let at = /** @type {any} */ (this); at; at = at.parentNode ?? at.host)
        watch.observe(at, { attributes: true });
      watch.observe(document.head, { attributes: true, childList: true, subtree: true });
    };

    // Methods for the host page

    /** A promise of the frame, kept over moves; refused with the code of cardio:error. @type {Promise<unknown>} */
    this.ready = new Promise((...settle) => waiting.push(settle));
    this.ready.catch(() => {}); // nobody need wait for it
    this.set = (/** @type {Record<string, unknown>} by field name */ answers) => {
      payload = JSON.parse(JSON.stringify({ ...payload, ...answers })); // throws here, before it is stored, if it cannot be serialised
      send();
    };
    /** @returns {Promise<any>} what shows, as soon as the frame says so; refused as `ready` is */
    this.getResult = () =>
      new Promise((...settle) => (frame.hidden ? settle[1](code) : say("get", { id: waiting.push(settle) - 1 })));
    this.reset = () => {
      payload = {};
      send();
      say("reset");
    };
    this.focus = () => {
      frame.focus();
      say("focus");
    };

    frame.style.height = 0; // until it has an address
    const sheet = new CSSStyleSheet(); // before attachShadow: where this throws, the author's link stays
    // The link covers the frame until it is ready; without the index, the clear frame takes its clicks.
    sheet.replaceSync(
      ":host{display:grid;width:100%}*{display:block;border:0;grid-area:1/1;width:100%;margin:0 auto;min-height:var(--cardio-min-height)}slot{z-index:0}[hidden]{display:none}",
    );
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    root.append(frame, slot);
  }

  connectedCallback() {
    this.#onConnection();
  }

  /** With moveBefore() the frame stays alive: nothing to do. */
  connectedMoveCallback() {}

  disconnectedCallback() {
    this.#onConnection();
  }
}

if (!customElements.get(NAME)) customElements.define(NAME, CardioAfterLegDay);
