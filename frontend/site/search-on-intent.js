// Fetch the search's index and its worker when a reader turns to the search; the theme would fetch them with every page.
//
// Must load before the theme's bundle, which asks for both as soon as it runs.

const INDEX = /\/search\/search_index\.json$/;
const WORKER = /\/workers\/search\.[^/]*\.js$/;

/** Resolves when the reader reaches the search: by its field, its button, or the key that opens it. */
const intent = new Promise((resolve) => {
  const turned = (/** @type {Event} */ event) => {
    const target = /** @type {Element} */ (event.target);
    if (target.closest?.(".md-search, [data-menu=__search], [for=__search]")) resolve(undefined);
  };
  for (const name of ["focusin", "pointerdown", "pointerover"]) addEventListener(name, turned, true);
  if (location.search) resolve(undefined); // the theme marks the words of a search in the page
});

/** A request like any other, but the one for the index waits. */
class PatientRequest extends XMLHttpRequest {
  #waits = false;

  /**
   * @param {string} method
   * @param {string | URL} url
   * @param {boolean} [async]
   * @param {string | null} [user]
   * @param {string | null} [password]
   */
  open(method, url, async = true, user, password) {
    this.#waits = INDEX.test(String(url));
    super.open(method, url, async, user, password);
  }

  /** @param {Document | XMLHttpRequestBodyInit | null} [body] */
  send(body) {
    if (this.#waits) intent.then(() => super.send(body));
    else super.send(body);
  }
}

/** A worker that is created when it is needed; messages to it wait until then. */
class PatientWorker extends EventTarget {
  /** @param {ConstructorParameters<typeof Worker>} args */
  constructor(...args) {
    super();
    this.created = intent.then(() => {
      const worker = new EagerWorker(...args);
      worker.addEventListener("message", ({ data }) => this.dispatchEvent(new MessageEvent("message", { data })));
      return worker;
    });
  }

  /** @param {unknown} message */
  postMessage(message) {
    this.created.then((worker) => worker.postMessage(message));
  }
}

const EagerWorker = globalThis.Worker;

globalThis.XMLHttpRequest = PatientRequest;
globalThis.Worker = new Proxy(EagerWorker, {
  construct: (target, args) =>
    WORKER.test(String(args[0])) ? new PatientWorker(args[0]) : Reflect.construct(target, args),
});
