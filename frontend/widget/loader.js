// The custom element that a host page loads (served as v1/widget.js): an iframe of the right height and theme, and a
// MessageChannel to it. Host pages download this file, so every byte counts: 2,000 compressed at most.

const NAME = "cardio-after-leg-day";
const NARROW_WIDTH = 600; // px of width, below which the widget has one column
const NARROW_HEIGHT = 900; // px of a narrow frame's height until its first height message
const WIDE_HEIGHT = 570; // px of a wide frame's height until then
const SILENCE = 3000; // ms after its load until a silent frame does
const TIMEOUT_TIMER = 2; // place of the timer of a frame's silence, behind the later looks
const THEME_DELAYS = [20, 1500]; // ms after a change of the page: at once, and after its colour transitions
const SANDBOX = "allow-scripts allow-forms allow-downloads allow-popups allow-popups-to-escape-sandbox";
const STYLE =
  ":host{display:grid;width:100%}*{display:block;border:0;grid-area:1/1;width:100%;min-height:var(--cardio-min-height)}[hidden]{display:none}"; // the link covers the frame until it is ready

const SITE = "@SITE_URL@"; // the build writes the address here: who joins, copies or inlines this file takes its own address from it
const { src } = /** @type {any} */ (document.currentScript ?? 0);
const frameAddress = `${/^([^?#]+\/)(v1|[\d.]+)\/widget\.js(\?|$)/.exec(src)?.[1] ?? SITE}embed/v1/`;

class CardioAfterLegDay extends HTMLElement {
  /** @type {() => void} */
  #connect;
  /** @type {() => void} */
  #disconnect;

  constructor() {
    super();
    const frame = document.createElement("iframe");
    const slot = /** @type {any} */ (document.createElement("slot"));
    /** @type {MessagePort | undefined} */
    let port;
    /** @type {Record<string, unknown>} */
    let payload = {};
    let sent = "";
    let code = "";
    /** Who waits for the frame, and then for a result, by the number of the question. @type {any[]} */
    const waiting = [];
    /** @type {number[]} */
    const timers = [];
    /** @type {AbortController} */
    let controller;

    /** @param {number} at index of the timer; setting it again restarts it @param {number} ms @param {() => unknown} callback */
    const later = (at, ms, callback) => {
      clearTimeout(timers[at]);
      timers[at] = setTimeout(callback, ms);
    };
    const look = () => THEME_DELAYS.map((ms, at) => later(at, ms, send));
    const watch = new MutationObserver(look);

    /** The element and its ancestors, across shadow roots. */
    const above = () => {
      /** @type {any[]} */
      const all = [];
      for (let at = /** @type {any} */ (this); at; at = at.parentNode ?? at.host) all.push(at);
      return all;
    };

    /** The theme by the background behind the element, or by its text colour if all is transparent. */
    const shade = () => {
      /** @returns {boolean | undefined} undefined if it is mostly transparent */
      const dark = (/** @type {string} */ colour) => {
        frame.style.color = colour;
        frame.style.color = `color-mix(in srgb,${colour},${colour})`;
        // A frame that left the page has no colour; a browser without mixed ones counts to 255.
        const text = getComputedStyle(frame).color;
        const [r, g, b, a = 1] = /** @type {any} */ (text.match(/[\d.e-]+/g) ?? []).map(Number);
        return a + a > 1 ? r + g + g + b < (text[0] === "r" ? 510 : 2) : undefined;
      };
      /** @type {boolean | undefined} */
      let isDark;
      for (const at of above()) isDark ??= at.style && dark(getComputedStyle(at).backgroundColor);
      return (isDark ?? !dark(getComputedStyle(this).color)) ? "dark" : "light";
    };

    /** The configuration from attributes and set(); applies the frame's title and colour scheme. */
    const wishes = () => {
      const asked = (/** @type {string} */ name) => this.getAttribute(name) ?? "";
      frame.title = asked("label") || NAME.replaceAll("-", " ");
      const theme = asked("theme").toLowerCase().replace("auto", "") || shade();
      frame.style.colorScheme = theme;
      const { lang } = /** @type {HTMLElement} */ (this.closest("[lang]") ?? this);
      return { ...this.dataset, lang, theme, accent: asked("accent"), density: asked("density"), ...payload };
    };

    /** @param {string} type @param {any} detail */
    const emit = (type, detail) => {
      for (const mark of ":-") // some frameworks cannot listen to a name with a colon
        this.dispatchEvent(new CustomEvent(`cardio${mark}${type}`, { bubbles: true, composed: true, detail }));
    };

    /** @param {string} type @param {object} [more] */
    const say = (type, more) => port?.postMessage({ cardio: 1, type, ...more }); // a new frame is greeted with all of it

    const send = () => {
      this.toggleAttribute("ready", slot.hidden); // which a morph of the page takes away
      const config = wishes();
      const text = JSON.stringify(config);
      if (!port || text === sent) return;
      sent = text;
      say("set", { config });
    };

    /** @param {boolean} usable whether the frame shows @param {boolean} ready whether it covers the author's link */
    const show = (usable, ready) => {
      frame.hidden = !usable;
      slot.hidden = ready;
      frame.style.opacity = `${+ready}`; // nothing shines through the author's link
      this.toggleAttribute("ready", ready);
    };

    /** @param {string} why */
    const fail = (why) => {
      if (port ?? frame.hidden) return;
      show(false, false);
      code = why;
      for (const name of waiting) name?.[1](code);
      emit("error", { code, message: frameAddress });
    };

    /** A removed frame loses its state; it sends hello again when it is back. */
    const close = () => {
      timers.map(clearTimeout);
      port = undefined;
      show(true, false);
    };

    /** @param {any} event hello message of a new frame */
    const greet = ({ data, source }) => {
      if (data?.type !== "hello") return;
      const { port1, port2 } = new MessageChannel();
      port = port1;
      port1.onmessage = (message) => hear(message.data);
      sent = "";
      source.postMessage({ cardio: 1, type: "init", config: wishes() }, "*", [port2]);
      for (const id in waiting) say("get", { id }); // again after a move
    };

    /** @param {any} message from the MessagePort */
    const hear = ({ cardio, type, id, ...detail }) => {
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
        show(true, true);
        waiting[0]?.[0]();
        this.ready = Promise.resolve(); // even if it was refused before
      }
      emit(type, detail);
    };

    const make = () => {
      Object.assign(frame, {
        sandbox: SANDBOX,
        part: "frame",
        allow: "clipboard-write",
        referrerPolicy: "no-referrer",
        loading: this.getAttribute("loading") ?? "lazy",
      });
      frame.toggleAttribute("credentialless");
      // A page that is missing, refused or blocked loads too. The empty one at first is no other origin's.
      frame.onload = () => frame.contentDocument ?? later(TIMEOUT_TIMER, SILENCE, () => fail("timeout"));
      frame.style.height = `${Number(this.getAttribute("height")) || (this.clientWidth < NARROW_WIDTH ? NARROW_HEIGHT : WIDE_HEIGHT)}px`;
      frame.src = `${frameAddress}#?element`;
    };

    this.#connect = () => {
      controller = new AbortController(); // its signal is the listeners' option
      if (!frame.src) make();
      addEventListener(
        "message",
        (event) => event.isTrusted && event.source === frame.contentWindow && greet(event),
        controller,
      );
      document.addEventListener(
        "securitypolicyviolation",
        ({ blockedURI: at, disposition }) =>
          at && frameAddress.startsWith(at) && disposition === "enforce" && fail("blocked-by-csp"),
        controller,
      );
      matchMedia("(prefers-color-scheme:dark)").addEventListener("change", look, controller);
      for (const at of above()) watch.observe(at, { attributes: true });
      watch.observe(document.head, { attributes: true, childList: true, subtree: true });
    };
    this.#disconnect = () => {
      controller.abort();
      watch.disconnect();
      close();
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

    const sheet = new CSSStyleSheet(); // before attachShadow: where this throws, the author's link stays
    sheet.replaceSync(STYLE);
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    root.append(frame, slot);
    close();
  }

  connectedCallback() {
    this.#connect();
  }

  /** With moveBefore() the frame stays alive: nothing to do. */
  connectedMoveCallback() {}

  disconnectedCallback() {
    this.#disconnect();
  }
}

if (!customElements.get(NAME)) customElements.define(NAME, CardioAfterLegDay);
