// Knows the element that a page gets: a frame of the right height and theme, and a private line to it.
// Must never know a question, an answer, or what the frame shows.

const NAME = "cardio-after-leg-day";
const NARROW = 600; // px of width, below which all stands in one column
const TALL = 900; // px of height of a narrow frame, until it has told its own
const FLAT = 570; // px, the same of a wide one
const SILENCE = 3000; // ms after its load until a silent frame does
const LAST = 2; // place of the timer of a frame's silence, behind the later looks
const LATER = [20, 1500]; // ms after a change of the page: at once, and when its colours have faded over
const SANDBOX = "allow-scripts allow-forms allow-downloads allow-popups allow-popups-to-escape-sandbox";
const STYLE =
  ":host{display:grid;width:100%}*{display:block;border:0;grid-area:1/1;width:100%;min-height:var(--cardio-min-height)}[hidden]{display:none}"; // the link stands over the frame until that is ready

const SITE = "@SITE_URL@"; // the build writes the address here: who joins, copies or inlines this file takes its own address from it
const { src } = /** @type {any} */ (document.currentScript ?? 0);
const home = `${/^([^?#]+\/)(v1|[\d.]+)\/widget\.js(\?|$)/.exec(src)?.[1] ?? SITE}embed/v1/`;

class Widget extends HTMLElement {
  constructor() {
    super();
    const element = /** @type {any} */ (this);
    const frame = document.createElement("iframe");
    const slot = /** @type {any} */ (document.createElement("slot"));
    /** @type {MessagePort | undefined} */
    let port;
    /** @type {Record<string, unknown>} */
    let told = {};
    let sent = "";
    let code = "";
    /** Who waits for the frame, and then for a result, by the number of the question. @type {any[]} */
    const waiting = [];
    /** @type {number[]} */
    const timers = [];
    /** @type {AbortController} */
    let until;

    /** @param {number} at place of the timer, which runs once however often it is set @param {number} ms @param {() => unknown} then */
    const later = (at, ms, then) => {
      clearTimeout(timers[at]);
      timers[at] = setTimeout(then, ms);
    };
    const look = () => LATER.map((ms, at) => later(at, ms, send));
    const watch = new MutationObserver(look);

    /** The element and all that holds it, out of every shadow. */
    const above = () => {
      /** @type {any[]} */
      const all = [];
      for (let at = element; at; at = at.parentNode ?? at.host) all.push(at);
      return all;
    };

    /** What lies behind the element tells whether the page is dark, or else the colour of its text. */
    const shade = () => {
      /** @returns {boolean | undefined} nothing if one can look through it */
      const dark = (/** @type {string} */ colour) => {
        frame.style.color = colour;
        frame.style.color = `color-mix(in srgb,${colour},${colour})`;
        // A frame that left the page has no colour; a browser without mixed ones counts to 255.
        const text = getComputedStyle(frame).color;
        const [r, g, b, a = 1] = /** @type {any} */ (text.match(/[\d.e-]+/g) ?? []).map(Number);
        return a + a > 1 ? r + g + g + b < (text[0] === "r" ? 510 : 2) : undefined;
      };
      /** @type {boolean | undefined} */
      let found;
      for (const at of above()) found ??= at.style && dark(getComputedStyle(at).backgroundColor);
      return (found ?? !dark(getComputedStyle(element).color)) ? "dark" : "light";
    };

    /** What the page asks for, by attributes and by program; the frame's own look follows at once. */
    const wishes = () => {
      const asked = (/** @type {string} */ name) => element.getAttribute(name) ?? "";
      frame.title = asked("label") || NAME.replaceAll("-", " ");
      const theme = asked("theme").toLowerCase().replace("auto", "") || shade();
      frame.style.colorScheme = theme;
      const { lang } = element.closest("[lang]") ?? element;
      return { ...element.dataset, lang, theme, accent: asked("accent"), density: asked("density"), ...told };
    };

    /** @param {string} type @param {any} detail */
    const emit = (type, detail) => {
      for (const mark of ":-") // some frameworks cannot listen to a name with a colon
        element.dispatchEvent(new CustomEvent(`cardio${mark}${type}`, { bubbles: true, composed: true, detail }));
    };

    /** @param {string} type @param {object} [more] */
    const say = (type, more) => port?.postMessage({ cardio: 1, type, ...more }); // a new frame is greeted with all of it

    const send = () => {
      element.toggleAttribute("ready", slot.hidden); // which a morph of the page takes away
      const config = wishes();
      const text = JSON.stringify(config);
      if (!port || text === sent) return;
      sent = text;
      say("set", { config });
    };

    /** @param {boolean} fine whether the frame keeps its place @param {boolean} ready or else what the page's author wrote shows */
    const show = (fine, ready) => {
      frame.hidden = !fine;
      slot.hidden = ready;
      frame.style.opacity = `${+ready}`; // nothing shines through the author's link
      element.toggleAttribute("ready", ready);
    };

    /** @param {string} why */
    const fail = (why) => {
      if (port ?? frame.hidden) return;
      show(false, false);
      code = why;
      for (const one of waiting) one?.[1](code);
      emit("error", { code, message: home });
    };

    /** A frame that is taken out of the page forgets; it makes itself known again when it is back. */
    const close = () => {
      timers.map(clearTimeout);
      port = undefined;
      show(true, false);
    };

    /** @param {any} event with which a new frame makes itself known */
    const greet = ({ data, source }) => {
      if (data?.type !== "hello") return;
      const { port1, port2 } = new MessageChannel();
      port = port1;
      port1.onmessage = (message) => hear(message.data);
      sent = "";
      source.postMessage({ cardio: 1, type: "init", config: wishes() }, "*", [port2]);
      for (const id in waiting) say("get", { id }); // again after a move
    };

    /** @param {any} message by the private line */
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
        element.ready = Promise.resolve(); // even if it was refused before
      }
      emit(type, detail);
    };

    const make = () => {
      Object.assign(frame, {
        sandbox: SANDBOX,
        part: "frame",
        allow: "clipboard-write",
        referrerPolicy: "no-referrer",
        loading: element.getAttribute("loading") ?? "lazy",
      });
      frame.toggleAttribute("credentialless");
      // A page that is missing, refused or blocked loads too. The empty one at first is no other origin's.
      frame.onload = () => frame.contentDocument ?? later(LAST, SILENCE, () => fail("timeout"));
      frame.style.height = `${+element.getAttribute("height") || (element.clientWidth < NARROW ? TALL : FLAT)}px`;
      frame.src = `${home}#?element`;
    };

    this.on = () => {
      until = new AbortController(); // which says as an option of a listener until when
      if (!frame.src) make();
      addEventListener(
        "message",
        (event) => event.isTrusted && event.source === frame.contentWindow && greet(event),
        until,
      );
      document.addEventListener(
        "securitypolicyviolation",
        ({ blockedURI: at, disposition }) =>
          at && home.startsWith(at) && disposition === "enforce" && fail("blocked-by-csp"),
        until,
      );
      matchMedia("(prefers-color-scheme:dark)").addEventListener("change", look, until);
      for (const at of above()) watch.observe(at, { attributes: true });
      watch.observe(document.head, { attributes: true, childList: true, subtree: true });
    };
    this.off = () => {
      until.abort();
      watch.disconnect();
      close();
    };

    // What the page may ask for

    /** A promise of the frame, kept over moves; refused with the code of cardio:error. @type {Promise<unknown>} */
    this.ready = new Promise((...settle) => waiting.push(settle));
    this.ready.catch(() => {}); // nobody need wait for it
    /** @param {Record<string, unknown>} answers by the names of their fields */
    this.set = (answers) => {
      told = JSON.parse(JSON.stringify({ ...told, ...answers })); // what cannot be sent is refused here, and not kept
      send();
    };
    /** @returns {Promise<any>} what shows, as soon as the frame says so; refused as `ready` is */
    this.getResult = () =>
      new Promise((...settle) => (frame.hidden ? settle[1](code) : say("get", { id: waiting.push(settle) - 1 })));
    this.reset = () => {
      told = {};
      send();
      say("reset");
    };
    this.focus = () => {
      frame.focus();
      say("focus");
    };

    const sheet = new CSSStyleSheet(); // before the shadow: a browser without it goes on showing the author's link
    sheet.replaceSync(STYLE);
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    root.append(frame, slot);
    close();
  }

  connectedCallback() {
    this.on();
  }

  /** A move that keeps the frame alive changes nothing. */
  connectedMoveCallback() {}

  disconnectedCallback() {
    this.off();
  }
}

if (!customElements.get(NAME)) customElements.define(NAME, Widget);
