// Lead through a session: the phases of the answer with a clock, sounds and a screen that stays on.

import markup from "../../templates/calculator/player.html";
import { byData } from "../shared/dom.js";
import { saveSession } from "../shared/session-history.js";

const STYLE = new URL("./session-player.css", import.meta.url).href;
const SECOND = 1000; // ms
const MINUTE = 60; // seconds
const TICK = 250; // ms between two looks at the clock
const BEEP = 0.18; // seconds
const PITCH = 880; // Hz
const VOLUME = 0.25; // of 1
const BUZZ = 300; // ms

/** @typedef {{ name: string, seconds: number }} Phase */

/** @param {Element} list of phases as the answer shows it @returns {Phase[]} each repeat on its own, work and ease in turns */
export function phasesOf(list) {
  const rows = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[data-seconds]")]).map((row) => ({
    name: row.querySelector("[data-phase-name]")?.textContent?.trim() ?? "",
    seconds: Number(row.dataset.seconds),
    repeat: Number(row.dataset.repeat),
  }));
  /** @type {Phase[]} */
  const phases = [];
  for (let at = 0; at < rows.length; at++) {
    const [row, next] = [rows[at], rows[at + 1]];
    if (!row) continue;
    const pair = next && row.repeat > 1 && next.repeat === row.repeat ? [row, next] : [row];
    for (let turn = 0; turn < row.repeat; turn++) phases.push(...pair.map(({ name, seconds }) => ({ name, seconds })));
    at += pair.length - 1;
  }
  return phases;
}

/** @param {number} seconds @returns {string} minutes and seconds, as a clock shows them */
const clock = (seconds) => `${Math.floor(seconds / MINUTE)}:${String(seconds % MINUTE).padStart(2, "0")}`;

class Player {
  /** @type {HTMLDialogElement} */
  #dialog;
  /** @type {Phase[]} */
  #phases;
  /** @type {string} */
  #name;
  #at = 0;
  #left = 0; // ms of the phase, while paused or when it began
  #since = 0; // when the clock last started; 0 while paused
  #timer = 0;
  /** @type {{ release(): Promise<void> } | undefined} */
  #lock;
  /** @type {AudioContext | undefined} */
  #audio;

  /** @param {HTMLDialogElement} dialog @param {Phase[]} phases @param {string} name */
  constructor(dialog, phases, name) {
    [this.#dialog, this.#phases, this.#name] = [dialog, phases, name];
    this.#on("end", () => this.#finish());
    this.#on("close", () => this.#dialog.close());
    this.#on("pause", () => (this.#since ? this.#pause() : this.#resume()));
    this.#on("skip", () => this.#go(this.#at + 1));
    this.#on("back", () => this.#go(Math.max(0, this.#at - 1)));
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (dialog.querySelectorAll("[data-feel]")))
      button.addEventListener("click", () => this.#feel(button));
    byData(dialog, "consent").addEventListener("change", () => this.#save());
    dialog.addEventListener("close", () => this.#leave());
    document.addEventListener("visibilitychange", this.#onVisible);
    byData(dialog, "vibration-label").hidden = !("vibrate" in navigator);
    dialog.showModal();
    this.#go(0);
  }

  /** @param {string} name of a button @param {() => void} callback */
  #on(name, callback) {
    byData(this.#dialog, name).addEventListener("click", callback);
  }

  /** Begin a phase; after the last one the session is done. @param {number} at */
  #go(at) {
    const phase = this.#phases[at];
    if (!phase) return this.#finish();
    const paused = at > 0 && !this.#since;
    this.#at = at;
    this.#left = phase.seconds * SECOND;
    this.#write("phase", phase.name);
    this.#write("spoken", `${phase.name}, ${clock(phase.seconds)}`);
    const next = this.#phases[at + 1];
    this.#write("next", next ? `${next.name}, ${clock(next.seconds)}` : "");
    byData(this.#dialog, "last").hidden = Boolean(next);
    if (paused) this.#show();
    else this.#resume();
    if (at) this.#signal();
  }

  #resume() {
    this.#since = Date.now();
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.#tick(), TICK);
    this.#showPause(false);
    this.#keepAwake();
    this.#show();
  }

  #pause() {
    this.#left = this.#remaining;
    this.#since = 0;
    clearInterval(this.#timer);
    this.#showPause(true);
    this.#lock?.release();
    this.#show();
  }

  get #remaining() {
    return Math.max(0, this.#left - (this.#since ? Date.now() - this.#since : 0));
  }

  #tick() {
    let over = this.#since + this.#left - Date.now();
    if (over > 0) return this.#show();
    let at = this.#at + 1; // a screen that was off may have slept through phases
    while (over < 0 && this.#phases[at] && over + (this.#phases[at]?.seconds ?? 0) * SECOND <= 0) {
      over += (this.#phases[at]?.seconds ?? 0) * SECOND;
      at += 1;
    }
    this.#go(at);
    if (this.#since) this.#since += Math.min(0, over);
  }

  #show() {
    const remaining = Math.ceil(this.#remaining / SECOND);
    const later = this.#phases.slice(this.#at + 1).reduce((sum, phase) => sum + phase.seconds, 0);
    const total = this.#phases.reduce((sum, phase) => sum + phase.seconds, 0);
    this.#write("clock", clock(remaining));
    this.#write("left", clock(remaining + later));
    const bar = /** @type {HTMLProgressElement} */ (byData(this.#dialog, "bar"));
    [bar.max, bar.value] = [total, total - remaining - later];
  }

  /** @param {boolean} paused */
  #showPause(paused) {
    byData(this.#dialog, "when-running").hidden = paused;
    byData(this.#dialog, "when-paused").hidden = !paused;
    byData(this.#dialog, "pause").setAttribute("aria-pressed", String(paused));
  }

  /** @param {string} part @param {string} text */
  #write(part, text) {
    byData(this.#dialog, part).textContent = text;
  }

  /** A new phase: a tone and a buzz, where they are wanted. */
  #signal() {
    const wanted = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (byData(this.#dialog, name)).checked;
    if (wanted("vibration")) navigator.vibrate?.(BUZZ);
    if (!wanted("sound") || typeof AudioContext === "undefined") return;
    this.#audio ??= new AudioContext();
    const [tone, gain] = [this.#audio.createOscillator(), this.#audio.createGain()];
    tone.frequency.value = PITCH;
    gain.gain.value = VOLUME;
    tone.connect(gain).connect(this.#audio.destination);
    tone.start();
    tone.stop(this.#audio.currentTime + BEEP);
  }

  /** Keep the screen on; a browser without this function lets it go dark, and the clock goes on. */
  async #keepAwake() {
    this.#lock = await navigator.wakeLock?.request("screen").catch(() => undefined);
  }

  #onVisible = () => {
    if (document.visibilityState === "visible" && this.#since) this.#keepAwake(); // a hidden page loses the lock
  };

  #finish() {
    this.#stop();
    byData(this.#dialog, "playing").hidden = true;
    byData(this.#dialog, "finished").hidden = false;
    byData(this.#dialog, "done").focus();
  }

  #stop() {
    clearInterval(this.#timer);
    this.#since = 0;
    this.#lock?.release();
  }

  #leave() {
    this.#stop();
    document.removeEventListener("visibilitychange", this.#onVisible);
    this.#audio?.close();
    this.#dialog.remove();
  }

  #felt = "";
  #isSaved = false;

  /** @param {HTMLElement} chosen */
  #feel(chosen) {
    for (const button of this.#dialog.querySelectorAll("[data-feel]"))
      button.setAttribute("aria-pressed", String(button === chosen));
    this.#felt = chosen.dataset.feel ?? "";
    this.#save();
  }

  /** Save the session with how the legs felt, once both are given: an answer, and the reader's consent. */
  #save() {
    const consent = /** @type {HTMLInputElement} */ (byData(this.#dialog, "consent")).checked;
    if (!consent || !this.#felt || this.#isSaved) return;
    this.#isSaved = saveSession({ at: Date.now(), name: this.#name, feel: this.#felt });
    byData(this.#dialog, "saved").hidden = !this.#isSaved;
  }
}

/** Add the player's style to the page, which fetches it with the player. @returns {Promise<unknown>} once it applies */
function loadStyle() {
  if (document.querySelector(`link[href="${STYLE}"]`)) return Promise.resolve();
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: STYLE });
  return new Promise((resolve) => {
    link.onload = link.onerror = resolve;
    document.head.append(link);
  });
}

/** Show the player with the session of the answer. @param {HTMLElement} host */
export async function start(host) {
  const list = host.querySelector(".session .phases");
  if (!list || host.querySelector("dialog")) return;
  const name = byData(host, "session-name").textContent?.trim() ?? "";
  const template = document.createElement("template");
  template.innerHTML = markup;
  const dialog = /** @type {HTMLDialogElement} */ (template.content.querySelector("dialog"));
  byData(dialog, "title").textContent = name;
  byData(dialog, "stop").textContent = host.querySelector("[data-when-to-stop]")?.textContent ?? "";
  host.append(dialog);
  await loadStyle();
  new Player(dialog, phasesOf(list), name);
}
